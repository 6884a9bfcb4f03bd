<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: EUPL-1.2 -->
<!-- consultazioni.xsl: what other bodies may look at; to one of them, what is open to him. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:c="urn:cartella:1" exclude-result-prefixes="c">
  <xsl:include href="parti/pagina.xsl"/>
  <xsl:include href="parti/consultazioni.xsl"/>

  <xsl:variable name="caso" select="''"/>

  <xsl:template match="c:pagina" mode="corpo">
    <xsl:for-each select="c:parte/c:consultazioni">
      <xsl:choose>
        <xsl:when test="c:consultazione"><xsl:call-template name="consultazioni-tabella"/></xsl:when>
        <xsl:otherwise><xsl:call-template name="vuoto"><xsl:with-param name="testo" select="'Nessuna consultazione in vigore.'"/></xsl:call-template></xsl:otherwise>
      </xsl:choose>
    </xsl:for-each>
  </xsl:template>
</xsl:stylesheet>
