<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: EUPL-1.2 -->
<!-- atto.xsl: the form of any atto (/atto/NOME), made from its schema. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:c="urn:cartella:1" exclude-result-prefixes="c">
  <xsl:include href="parti/pagina.xsl"/>
  <xsl:include href="parti/modulo.xsl"/>

  <xsl:template match="c:pagina" mode="titolo">
    <xsl:variable name="s" select="c:modulo/@sommario"/>
    <xsl:choose>
      <xsl:when test="$s"><xsl:value-of select="concat(translate(substring($s, 1, 1), 'abcdefghijklmnopqrstuvwxyz', 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'), substring($s, 2))"/></xsl:when>
      <xsl:otherwise><xsl:call-template name="parole"><xsl:with-param name="v" select="c:modulo/@atto"/></xsl:call-template></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="c:pagina" mode="corpo">
    <xsl:apply-templates select="c:modulo[c:rilievo]" mode="avvisi"/>
    <xsl:if test="c:modulo/@norma"><p class="norma"><xsl:value-of select="c:modulo/@norma"/></p></xsl:if>
    <xsl:apply-templates select="c:modulo" mode="modulo"/>
  </xsl:template>
</xsl:stylesheet>
