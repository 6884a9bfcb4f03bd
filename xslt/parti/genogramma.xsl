<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: EUPL-1.2 -->
<!-- genogramma.xsl: the drawing of a family, in a file and on a page: square a man, circle a woman, diamond not known; double border the person, cross who is dead. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:c="urn:cartella:1" xmlns="http://www.w3.org/2000/svg" exclude-result-prefixes="c">

  <xsl:template match="c:genogramma">
    <svg width="{@larghezza}" height="{@altezza}" viewBox="0 0 {@larghezza} {@altezza}" role="img" aria-labelledby="titolo descrizione" font-family="sans-serif" font-size="12" fill="none" stroke="#222" stroke-width="2">
      <title id="titolo"><xsl:value-of select="c:titolo"/></title>
      <desc id="descrizione"><xsl:value-of select="c:descrizione"/></desc>
      <rect x="0" y="0" width="{@larghezza}" height="{@altezza}" fill="#fff" stroke="none"/>
      <text x="20" y="26" font-size="15" fill="#222" stroke="none"><xsl:value-of select="c:titolo"/></text>
      <xsl:apply-templates select="c:perimetro"/>
      <xsl:apply-templates select="c:linea"/>
      <xsl:apply-templates select="c:persona"/>
    </svg>
  </xsl:template>

  <xsl:template match="c:genogramma/c:perimetro">
    <polygon class="convivenza" points="{@punti}" stroke="#1a5f9e" stroke-width="1.5" stroke-dasharray="2 5" stroke-linecap="round" stroke-linejoin="round"/>
  </xsl:template>

  <xsl:template match="c:genogramma/c:linea">
    <line class="{@tipo}" x1="{@x1}" y1="{@y1}" x2="{@x2}" y2="{@y2}">
      <xsl:if test="@tipo = 'convivenza' or @tipo = 'affido'">
        <xsl:attribute name="stroke-dasharray">7 5</xsl:attribute>
      </xsl:if>
    </line>
  </xsl:template>

  <!-- the symbol, a size smaller or larger -->
  <xsl:template name="simbolo">
    <xsl:param name="lato"/>
    <xsl:param name="fondo" select="'#fff'"/>
    <xsl:choose>
      <xsl:when test="@sesso = 'M'">
        <rect x="{@x - $lato div 2}" y="{@y - $lato div 2}" width="{$lato}" height="{$lato}" fill="{$fondo}"/>
      </xsl:when>
      <xsl:when test="@sesso = 'F'">
        <circle cx="{@x}" cy="{@y}" r="{$lato div 2}" fill="{$fondo}"/>
      </xsl:when>
      <xsl:otherwise>
        <polygon points="{@x},{@y - $lato div 2} {@x + $lato div 2},{@y} {@x},{@y + $lato div 2} {@x - $lato div 2},{@y}" fill="{$fondo}"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="c:genogramma/c:persona">
    <g class="persona">
      <xsl:call-template name="simbolo"><xsl:with-param name="lato" select="@lato"/></xsl:call-template>
      <xsl:if test="@interessato">
        <xsl:call-template name="simbolo"><xsl:with-param name="lato" select="@lato - 10"/></xsl:call-template>
      </xsl:if>
      <xsl:if test="@deceduto">
        <xsl:variable name="h" select="@lato div 2"/>
        <line class="deceduto" x1="{@x - $h}" y1="{@y - $h}" x2="{@x + $h}" y2="{@y + $h}" stroke-width="1.2"/>
        <line class="deceduto" x1="{@x - $h}" y1="{@y + $h}" x2="{@x + $h}" y2="{@y - $h}" stroke-width="1.2"/>
      </xsl:if>
      <g fill="#222" stroke="none" text-anchor="middle">
        <text x="{@x}" y="{@y + 5}" font-size="13"><xsl:value-of select="c:dentro"/></text>
        <xsl:call-template name="scritta"><xsl:with-param name="v" select="c:nome"/><xsl:with-param name="y" select="@y + @lato div 2 + 17"/></xsl:call-template>
        <xsl:if test="c:cognome">
          <xsl:call-template name="scritta"><xsl:with-param name="v" select="c:cognome"/><xsl:with-param name="y" select="@y + @lato div 2 + 31"/></xsl:call-template>
        </xsl:if>
        <text x="{@x}" y="{@y + @lato div 2 + 31 + 14 * boolean(c:cognome)}" font-size="11" fill="#555"><xsl:value-of select="c:anni"/></text>
      </g>
    </g>
  </xsl:template>

  <!-- a name no wider than its place -->
  <xsl:template name="scritta">
    <xsl:param name="v"/>
    <xsl:param name="y"/>
    <text x="{@x}" y="{$y}">
      <xsl:choose>
        <xsl:when test="string-length($v) &gt; 17"><xsl:value-of select="concat(substring($v, 1, 16), '…')"/></xsl:when>
        <xsl:otherwise><xsl:value-of select="$v"/></xsl:otherwise>
      </xsl:choose>
    </text>
  </xsl:template>
</xsl:stylesheet>
