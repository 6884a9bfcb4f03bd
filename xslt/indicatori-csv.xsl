<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: EUPL-1.2 -->
<!-- indicatori-csv.xsl: indicators as lines of values, each with what it was counted by; a cell never begins as a formula. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:c="urn:cartella:1" exclude-result-prefixes="c">
  <xsl:output method="text" encoding="UTF-8"/>
  <xsl:strip-space elements="*"/>

  <xsl:template match="/c:indicatori">
    <xsl:text>indicatore;voce;valore;unita;dal;al;interrogazione;impronta;atto;anello&#13;&#10;</xsl:text>
    <xsl:for-each select="c:indicatore/c:riga | c:indicatore/c:totale">
      <xsl:call-template name="cella"><xsl:with-param name="v" select="../@nome"/></xsl:call-template>
      <xsl:choose>
        <xsl:when test="self::c:totale"><xsl:text>"totale";</xsl:text></xsl:when>
        <xsl:otherwise><xsl:call-template name="cella"><xsl:with-param name="v" select="c:voce"/></xsl:call-template></xsl:otherwise>
      </xsl:choose>
      <xsl:choose>
        <xsl:when test="@velo = 'soglia'"><xsl:value-of select="concat('&quot;&lt;', ../@soglia, '&quot;;')"/></xsl:when>
        <xsl:when test="@velo">"non mostrato";</xsl:when>
        <xsl:when test="self::c:totale"><xsl:value-of select="concat(., ';')"/></xsl:when>
        <xsl:otherwise><xsl:value-of select="concat(translate(c:valore, '.', ','), ';')"/></xsl:otherwise>
      </xsl:choose>
      <xsl:call-template name="cella"><xsl:with-param name="v" select="../c:unita"/></xsl:call-template>
      <xsl:value-of select="concat(/c:indicatori/@dal, ';', /c:indicatori/@al, ';', ../@interrogazione, ';', ../@impronta, ';', /c:indicatori/@seq, ';', /c:indicatori/@anello, '&#13;&#10;')"/>
    </xsl:for-each>
  </xsl:template>

  <xsl:template name="cella">
    <xsl:param name="v"/>
    <xsl:text>"</xsl:text>
    <!-- what a spreadsheet would reckon, also behind blanks; the wide signs are the same to some -->
    <xsl:variable name="primo" select="substring(normalize-space($v), 1, 1)"/>
    <xsl:if test="$primo != '' and contains('=+-@＝＋－＠', $primo)">'</xsl:if>
    <xsl:call-template name="virgolette"><xsl:with-param name="v" select="$v"/></xsl:call-template>
    <xsl:text>";</xsl:text>
  </xsl:template>

  <xsl:template name="virgolette">
    <xsl:param name="v"/>
    <xsl:variable name="meta" select="floor(string-length($v) div 2)"/>
    <xsl:choose>
      <xsl:when test="not(contains($v, '&quot;'))"><xsl:value-of select="$v"/></xsl:when>
      <xsl:when test="$meta = 0">""</xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="virgolette"><xsl:with-param name="v" select="substring($v, 1, $meta)"/></xsl:call-template>
        <xsl:call-template name="virgolette"><xsl:with-param name="v" select="substring($v, $meta + 1)"/></xsl:call-template>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
