<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: EUPL-1.2 -->
<!-- indicatori.xsl: indicators as bars (SVG): each with its number written, what is not shown as a dashed box that says so. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:c="urn:cartella:1" xmlns="http://www.w3.org/2000/svg" exclude-result-prefixes="c">
  <xsl:output method="xml" encoding="UTF-8" indent="yes"/>
  <xsl:strip-space elements="*"/>

  <xsl:variable name="riga" select="28"/>
  <xsl:variable name="cornice" select="112"/>

  <xsl:template name="giorno">
    <xsl:param name="v"/>
    <xsl:value-of select="concat(substring($v, 9, 2), '/', substring($v, 6, 2), '/', substring($v, 1, 4))"/>
  </xsl:template>

  <xsl:template name="titolo">
    <xsl:text>Indicatori dal </xsl:text>
    <xsl:call-template name="giorno"><xsl:with-param name="v" select="@dal"/></xsl:call-template>
    <xsl:text> al </xsl:text>
    <xsl:call-template name="giorno"><xsl:with-param name="v" select="@al"/></xsl:call-template>
  </xsl:template>

  <xsl:template match="/c:indicatori">
    <xsl:variable name="altezza" select="70 + $cornice * count(c:indicatore) + $riga * count(c:indicatore/c:riga)"/>
    <svg width="760" height="{$altezza}" viewBox="0 0 760 {$altezza}" role="img" aria-labelledby="titolo descrizione" font-family="sans-serif" font-size="13" fill="#222">
      <title id="titolo"><xsl:call-template name="titolo"/></title>
      <desc id="descrizione">
        <xsl:for-each select="c:indicatore">
          <xsl:value-of select="concat(c:etichetta, ': ')"/>
          <xsl:for-each select="c:riga"><xsl:value-of select="concat(c:voce, ' ')"/><xsl:call-template name="valore"/>, </xsl:for-each>
          <xsl:for-each select="c:totale">totale <xsl:call-template name="valore"/></xsl:for-each>
          <xsl:text>. </xsl:text>
        </xsl:for-each>
      </desc>
      <rect x="0" y="0" width="760" height="{$altezza}" fill="#fff"/>
      <text x="20" y="30" font-size="18" font-weight="bold"><xsl:call-template name="titolo"/></text>
      <text x="20" y="50" font-size="11" fill="#444"><xsl:value-of select="concat('catena: atto ', @seq, ' ', substring(@anello, 1, 16))"/></text>
      <xsl:for-each select="c:indicatore">
        <g transform="translate(0 {70 + $cornice * count(preceding-sibling::c:indicatore) + $riga * count(preceding-sibling::c:indicatore/c:riga)})">
          <xsl:call-template name="indicatore"/>
        </g>
      </xsl:for-each>
    </svg>
  </xsl:template>

  <xsl:template name="indicatore">
    <xsl:variable name="fondo" select="30 + $riga * count(c:riga)"/>
    <text x="20" y="16" font-size="15" font-weight="bold"><xsl:value-of select="concat(c:etichetta, ' (', c:unita, ')')"/></text>
    <xsl:for-each select="c:riga">
      <xsl:call-template name="barra"><xsl:with-param name="y" select="28 + $riga * (position() - 1)"/></xsl:call-template>
    </xsl:for-each>
    <text x="20" y="{$fondo + 14}">
      <xsl:if test="c:totale">
        <xsl:text>totale </xsl:text>
        <xsl:for-each select="c:totale"><xsl:call-template name="valore"/></xsl:for-each>
      </xsl:if>
      <xsl:if test="c:totale and c:risultato"> – </xsl:if>
      <xsl:value-of select="c:risultato"/>
      <xsl:if test="c:atteso">
        <xsl:if test="c:totale or c:risultato"> – </xsl:if>
        <xsl:value-of select="concat('atteso ', c:atteso)"/>
      </xsl:if>
      <xsl:if test="c:su"><xsl:value-of select="concat(' su ', c:su)"/></xsl:if>
    </text>
    <xsl:if test="c:nota"><text x="20" y="{$fondo + 32}" font-size="12"><xsl:value-of select="c:nota"/></text></xsl:if>
    <text x="20" y="{$fondo + 50}" font-size="11" fill="#444">
      <xsl:value-of select="concat('fonte: ', c:fonte)"/>
      <xsl:if test="@interrogazione"><xsl:value-of select="concat(' – ', @interrogazione, ' ', substring(@impronta, 1, 16))"/></xsl:if>
    </text>
  </xsl:template>

  <!-- what it is, the bar, the number beside it -->
  <xsl:template name="barra">
    <xsl:param name="y"/>
    <xsl:variable name="larga">
      <xsl:choose>
        <xsl:when test="@velo">90</xsl:when>
        <xsl:when test="../@massimo &gt; 0"><xsl:value-of select="round(c:valore div ../@massimo * 380)"/></xsl:when>
        <xsl:otherwise>0</xsl:otherwise>
      </xsl:choose>
    </xsl:variable>
    <text x="260" y="{$y + 15}" text-anchor="end">
      <xsl:choose>
        <xsl:when test="string-length(c:voce) &gt; 34"><xsl:value-of select="concat(substring(c:voce, 1, 33), '…')"/></xsl:when>
        <xsl:otherwise><xsl:value-of select="c:voce"/></xsl:otherwise>
      </xsl:choose>
    </text>
    <xsl:choose>
      <xsl:when test="@velo">
        <rect x="270" y="{$y}" width="90" height="20" fill="none" stroke="#555" stroke-dasharray="4 3"/>
        <text x="315" y="{$y + 15}" text-anchor="middle" font-size="12"><xsl:call-template name="valore"/></text>
      </xsl:when>
      <xsl:otherwise>
        <rect x="270" y="{$y}" width="{$larga}" height="20" fill="#1a5f9e"/>
        <text x="{278 + $larga}" y="{$y + 15}"><xsl:call-template name="valore"/></text>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="valore">
    <xsl:choose>
      <xsl:when test="@velo = 'soglia'"><xsl:value-of select="concat('&lt;', ../@soglia)"/></xsl:when>
      <xsl:when test="@velo">non mostrato</xsl:when>
      <xsl:when test="self::c:totale"><xsl:value-of select="."/></xsl:when>
      <xsl:otherwise><xsl:value-of select="translate(c:valore, '.', ',')"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
