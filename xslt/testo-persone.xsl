<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: EUPL-1.2 -->
<!-- testo-persone.xsl: people, families, comuni; a part of testo.xsl. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:c="urn:cartella:1" exclude-result-prefixes="c">

  <xsl:template name="giorno">
    <xsl:param name="v"/>
    <xsl:value-of select="concat(substring($v, 9, 2), '/', substring($v, 6, 2), '/', substring($v, 1, 4))"/>
  </xsl:template>

  <!-- people found, best first -->
  <xsl:template match="/c:persone">
    <xsl:for-each select="c:persona">
      <xsl:value-of select="concat(c:cognome, ' ', c:nome)"/>
      <xsl:if test="c:nascita">
        <xsl:text>, </xsl:text>
        <xsl:call-template name="giorno"><xsl:with-param name="v" select="c:nascita"/></xsl:call-template>
      </xsl:if>
      <xsl:if test="c:codice-fiscale"><xsl:value-of select="concat(', ', c:codice-fiscale)"/></xsl:if>
      <xsl:if test="@simile"> (nome simile)</xsl:if>
      <xsl:text>&#10;</xsl:text>
      <xsl:for-each select="c:caso">
        <xsl:value-of select="concat('  ', ., '  ', @ruolo, '&#10;')"/>
      </xsl:for-each>
    </xsl:for-each>
    <xsl:if test="not(c:persona)">nessuna persona&#10;</xsl:if>
    <xsl:if test="@altri">… altre: scrivi di più&#10;</xsl:if>
  </xsl:template>

  <!-- a family on a day, and how it came to be so -->
  <xsl:template match="/c:famiglia">
    <xsl:value-of select="concat('Famiglia di ', @cartella, ' al ')"/>
    <xsl:call-template name="giorno"><xsl:with-param name="v" select="@al"/></xsl:call-template>
    <xsl:text>&#10;</xsl:text>
    <xsl:if test="c:membro[@convive = 'si']">vivono insieme:&#10;</xsl:if>
    <xsl:apply-templates select="c:membro[@convive = 'si']"/>
    <xsl:if test="c:membro[@convive = 'no']">altri:&#10;</xsl:if>
    <xsl:apply-templates select="c:membro[@convive = 'no']"/>
    <xsl:if test="c:discordanza">le fonti discordano:&#10;</xsl:if>
    <xsl:for-each select="c:discordanza">
      <xsl:value-of select="concat('  ', ., ': ', @dice, ' per ', @fonte, ' (', @tipo, '); ', @altra-dice, ' per ', @altra-fonte, ' (', @altro-tipo, ')&#10;')"/>
    </xsl:for-each>
    <xsl:text>fonti:&#10;</xsl:text>
    <xsl:for-each select="c:fonte">
      <xsl:value-of select="concat('  ', @percorso, ' (', @tipo, ')&#10;')"/>
    </xsl:for-each>
    <xsl:if test="not(c:fonte)">  nessuno stato di famiglia&#10;</xsl:if>
  </xsl:template>
  <xsl:template match="/c:famiglia/c:membro">
    <xsl:value-of select="concat('  ', c:cognome, ' ', c:nome, ', ', c:parentela)"/>
    <xsl:if test="c:nascita">
      <xsl:text>, nascita </xsl:text>
      <xsl:call-template name="giorno"><xsl:with-param name="v" select="c:nascita"/></xsl:call-template>
    </xsl:if>
    <xsl:if test="c:decesso">
      <xsl:text>, decesso </xsl:text>
      <xsl:call-template name="giorno"><xsl:with-param name="v" select="c:decesso"/></xsl:call-template>
    </xsl:if>
    <xsl:text>&#10;</xsl:text>
    <xsl:for-each select="c:periodo">
      <xsl:text>    </xsl:text>
      <xsl:choose>
        <xsl:when test="@entrato-dopo">
          <xsl:text>non c'era il </xsl:text>
          <xsl:call-template name="giorno"><xsl:with-param name="v" select="@entrato-dopo"/></xsl:call-template>
          <xsl:text>, c'è il </xsl:text>
        </xsl:when>
        <xsl:otherwise>c'è già il </xsl:otherwise>
      </xsl:choose>
      <xsl:call-template name="giorno"><xsl:with-param name="v" select="@dal"/></xsl:call-template>
      <xsl:if test="@al != @dal">
        <xsl:text>, ancora il </xsl:text>
        <xsl:call-template name="giorno"><xsl:with-param name="v" select="@al"/></xsl:call-template>
      </xsl:if>
      <xsl:if test="@uscito-entro">
        <xsl:text>, non più il </xsl:text>
        <xsl:call-template name="giorno"><xsl:with-param name="v" select="@uscito-entro"/></xsl:call-template>
      </xsl:if>
      <xsl:value-of select="concat(' (', @fonte)"/>
      <xsl:if test="@fonte-uscita"><xsl:value-of select="concat(', ', @fonte-uscita)"/></xsl:if>
      <xsl:text>)&#10;</xsl:text>
    </xsl:for-each>
  </xsl:template>

  <!-- of a cartella: the comuni of today -->
  <xsl:template name="comuni">
    <xsl:for-each select="c:comune">
      <xsl:value-of select="concat('comune ', @tipo, ': ', ., ' (', @codice, ') dal ')"/>
      <xsl:call-template name="giorno"><xsl:with-param name="v" select="@dal"/></xsl:call-template>
      <xsl:if test="@al">
        <xsl:text> al </xsl:text>
        <xsl:call-template name="giorno"><xsl:with-param name="v" select="@al"/></xsl:call-template>
      </xsl:if>
      <xsl:value-of select="concat(', ', @fonte, '&#10;')"/>
    </xsl:for-each>
  </xsl:template>
</xsl:stylesheet>
