<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: EUPL-1.2 -->
<!-- termini.xsl: the terms of all cartelle that end within some days. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:c="urn:cartella:1" exclude-result-prefixes="c">
  <xsl:include href="parti/pagina.xsl"/>
  <xsl:include href="parti/termini.xsl"/>

  <xsl:template match="c:pagina" mode="corpo">
    <xsl:variable name="entro"><xsl:choose><xsl:when test="c:parametro[@nome = 'entro']"><xsl:value-of select="c:parametro[@nome = 'entro']"/></xsl:when><xsl:otherwise>30</xsl:otherwise></xsl:choose></xsl:variable>
    <form method="get" action="/termini" class="filtri row align-items-end mb-3">
      <div class="col-sm-4 campo">
        <label for="f-entro">Scaduti, o che scadono entro giorni</label>
        <input type="number" class="form-control" id="f-entro" name="entro" min="0" max="999" value="{$entro}"/>
      </div>
      <div class="col-sm-4"><button type="submit" class="btn btn-outline-primary btn-sm">Mostra</button></div>
    </form>
    <xsl:apply-templates select="c:parte/c:termini" mode="tabella"/>
  </xsl:template>
</xsl:stylesheet>
