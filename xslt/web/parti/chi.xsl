<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: EUPL-1.2 -->
<!--
  chi.xsl: a user, an office, by name.

  chi, dove     codice   "Marta Conti"; the code itself of who is not known
  chi-e-codice  codice   "Marta Conti (as1)", where one has to type the code
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

  <xsl:template name="chi-e-codice">
    <xsl:param name="codice"/>
    <xsl:variable name="u" select="/c:pagina/c:chi[@codice = $codice]"/>
    <xsl:if test="$u"><xsl:value-of select="concat($u[1]/@nome, ' (')"/></xsl:if>
    <xsl:value-of select="$codice"/>
    <xsl:if test="$u">)</xsl:if>
  </xsl:template>

  <xsl:template name="dove">
    <xsl:param name="codice"/>
    <xsl:variable name="u" select="/c:pagina/c:dove[@codice = $codice]"/>
    <xsl:choose>
      <xsl:when test="$u"><xsl:value-of select="$u[1]/@nome"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="$codice"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
