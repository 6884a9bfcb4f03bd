<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: EUPL-1.2 -->
<!-- testo-indicatori.xsl: indicators as tables; a part of testo.xsl. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:c="urn:cartella:1" exclude-result-prefixes="c">

  <xsl:template match="/c:indicatori">
    <xsl:text>Indicatori dal </xsl:text>
    <xsl:call-template name="ora"><xsl:with-param name="v" select="@dal"/></xsl:call-template>
    <xsl:text> al </xsl:text>
    <xsl:call-template name="ora"><xsl:with-param name="v" select="@al"/></xsl:call-template>
    <xsl:value-of select="concat('&#10;catena: atto ', @seq, ' ', substring(@anello, 1, 16), '; indicatori adottati con l’atto ', @adottati, '&#10;')"/>
    <xsl:apply-templates select="c:indicatore"/>
  </xsl:template>

  <xsl:template match="c:indicatori/c:indicatore">
    <xsl:value-of select="concat('&#10;', c:etichetta, ' (', c:unita, ')&#10;')"/>
    <xsl:for-each select="c:riga">
      <xsl:call-template name="riga-indicatore">
        <xsl:with-param name="voce" select="c:voce"/>
        <xsl:with-param name="soglia" select="../@soglia"/>
      </xsl:call-template>
    </xsl:for-each>
    <xsl:for-each select="c:totale">
      <xsl:call-template name="riga-indicatore">
        <xsl:with-param name="voce" select="'totale'"/>
        <xsl:with-param name="soglia" select="../@soglia"/>
      </xsl:call-template>
    </xsl:for-each>
    <xsl:if test="c:risultato"><xsl:value-of select="concat('  ', c:risultato, '&#10;')"/></xsl:if>
    <xsl:if test="c:atteso">
      <xsl:value-of select="concat('  atteso: ', c:atteso)"/>
      <xsl:if test="c:su"><xsl:value-of select="concat(' su ', c:su)"/></xsl:if>
      <xsl:text>&#10;</xsl:text>
    </xsl:if>
    <xsl:for-each select="c:nota"><xsl:value-of select="concat('  nota: ', ., '&#10;')"/></xsl:for-each>
    <xsl:value-of select="concat('  fonte: ', c:fonte, '&#10;')"/>
    <xsl:if test="@interrogazione">
      <xsl:value-of select="concat('  interrogazione: ', @interrogazione, ' ', substring(@impronta, 1, 16), '&#10;')"/>
    </xsl:if>
  </xsl:template>

  <xsl:template name="riga-indicatore">
    <xsl:param name="voce"/>
    <xsl:param name="soglia"/>
    <xsl:variable name="v">
      <xsl:choose>
        <xsl:when test="@velo = 'soglia'"><xsl:value-of select="concat('&lt;', $soglia)"/></xsl:when>
        <xsl:when test="@velo">non mostrato</xsl:when>
        <xsl:when test="self::c:totale"><xsl:value-of select="."/></xsl:when>
        <xsl:otherwise><xsl:value-of select="translate(c:valore, '.', ',')"/></xsl:otherwise>
      </xsl:choose>
    </xsl:variable>
    <xsl:value-of select="concat('  ', substring(concat($voce, '                                        '), 1, 40 * (string-length($voce) &lt; 40) + string-length($voce) * (string-length($voce) &gt; 39)), ' ', substring('            ', 1, 12 - string-length($v)), $v, '&#10;')"/>
  </xsl:template>
</xsl:stylesheet>
