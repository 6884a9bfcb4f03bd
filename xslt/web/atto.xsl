<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: EUPL-1.2 -->
<!-- atto.xsl: the form of any atto (/atto/NOME), made from its schema. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:c="urn:cartella:1" exclude-result-prefixes="c">
  <xsl:include href="parti/pagina.xsl"/>
  <xsl:include href="parti/modulo.xsl"/>

  <xsl:template match="c:pagina" mode="titolo">
    <xsl:variable name="s"><xsl:call-template name="atto-parola"><xsl:with-param name="atto" select="string(c:modulo/@atto)"/></xsl:call-template></xsl:variable>
    <xsl:value-of select="concat(translate(substring($s, 1, 1), 'abcdefghijklmnopqrstuvwxyz', 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'), substring($s, 2))"/>
  </xsl:template>

  <xsl:template match="c:pagina" mode="corpo">
    <xsl:apply-templates select="c:modulo[c:rilievo]" mode="avvisi"/>
    <xsl:apply-templates select="c:modulo" mode="modulo"/>
    <xsl:if test="c:modulo/@norma"><p class="norma mt-4"><xsl:value-of select="concat('Norma: ', c:modulo/@norma)"/></p></xsl:if>
  </xsl:template>
</xsl:stylesheet>
