<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: EUPL-1.2 -->
<!--
  chi.xsl: a user by name.

  chi  codice   "Marta Conti"; the code itself of who is not known
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:c="urn:cartella:1" exclude-result-prefixes="c">
  <xsl:template name="chi">
    <xsl:param name="codice"/>
    <xsl:variable name="u" select="/c:pagina/c:chi[@codice = $codice]"/>
    <xsl:choose>
      <xsl:when test="$u"><xsl:value-of select="$u[1]/@nome"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="$codice"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
