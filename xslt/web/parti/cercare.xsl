<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: EUPL-1.2 -->
<!-- cercare.xsl: the field in which people, cases and words are looked for;
     what is not of this eye is not found, nor counted. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:c="urn:cartella:1" exclude-result-prefixes="c">
  <!-- `via`: where it is looked up -->
  <xsl:template name="cercare">
    <xsl:param name="via" select="'/cerca'"/>
    <form method="get" action="{$via}" role="search" class="mb-4 non-stampa" aria-label="Cerca fra persone, cartelle e documenti">
      <label for="cercato">
        <xsl:choose>
          <xsl:when test="$via = '/cerca'">Nome di una persona, numero, o parole di un documento</xsl:when>
          <xsl:otherwise>Parole di un documento o del diario di questa cartella</xsl:otherwise>
        </xsl:choose>
      </label>
      <div class="cerca-qui">
        <input type="search" class="form-control" id="cercato" name="testo" value="{c:parametro[@nome = 'testo']}" autocomplete="off" aria-describedby="cercato-aiuto"/>
        <button type="submit" class="btn btn-primary">Cerca</button>
      </div>
      <small class="form-text" id="cercato-aiuto">
        <xsl:choose>
          <xsl:when test="$via = '/cerca'">Bastano due lettere di un nome, o il numero: CS-2026-0000001, 0000012/2026.</xsl:when>
          <xsl:otherwise>Si trovano i documenti in cui ci sono tutte.</xsl:otherwise>
        </xsl:choose>
      </small>
    </form>
  </xsl:template>
</xsl:stylesheet>
