<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: EUPL-1.2 -->
<!-- cercare.xsl: the field in which people, cases and words are looked for;
     what is not of this eye is not found, nor counted. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:c="urn:cartella:1" exclude-result-prefixes="c">
  <xsl:template name="cercare">
    <form method="get" action="/cerca" role="search" class="mb-4" aria-label="Cerca fra persone, cartelle e documenti">
      <label for="cercato">Nome di una persona, numero, o parole di un documento</label>
      <div class="cerca-qui">
        <input type="search" class="form-control" id="cercato" name="testo" value="{c:parametro[@nome = 'testo']}" autocomplete="off" aria-describedby="cercato-aiuto"/>
        <button type="submit" class="btn btn-primary">Cerca</button>
      </div>
      <small class="form-text" id="cercato-aiuto">Bastano due lettere di un nome, o il numero: CS-2026-0000001, 0000012/2026.</small>
    </form>
  </xsl:template>
</xsl:stylesheet>
