<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: EUPL-1.2 -->
<!-- testo-chiavi.xsl: keys and trust; a part of testo.xsl. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:c="urn:cartella:1" exclude-result-prefixes="c">

  <xsl:template match="/c:chiavi">
    <xsl:for-each select="c:chiave">
      <xsl:if test="position() &gt; 1"><xsl:text>&#10;</xsl:text></xsl:if>
      <xsl:choose>
        <xsl:when test="@utente"><xsl:value-of select="@utente"/></xsl:when>
        <xsl:otherwise>sigillo dell'ufficio</xsl:otherwise>
      </xsl:choose>
      <xsl:if test="@qualita"><xsl:value-of select="concat(', ', @qualita)"/></xsl:if>
      <xsl:text>: </xsl:text>
      <xsl:choose>
        <xsl:when test="@stato = 'revocata'">
          <xsl:value-of select="concat('REVOCATA (', @motivo, ') il ')"/>
          <xsl:call-template name="ora"><xsl:with-param name="v" select="@revocata"/></xsl:call-template>
          <xsl:if test="@non-creduta-dal">
            <xsl:text>, alle sue firme non si crede dal </xsl:text>
            <xsl:call-template name="ora"><xsl:with-param name="v" select="@non-creduta-dal"/></xsl:call-template>
          </xsl:if>
        </xsl:when>
        <xsl:when test="@stato = 'scaduta'">SCADUTA</xsl:when>
        <xsl:when test="@stato = 'non-ancora'">non ancora in vigore</xsl:when>
        <xsl:otherwise>in vigore</xsl:otherwise>
      </xsl:choose>
      <xsl:value-of select="concat('&#10;  ', @impronta, '&#10;  ')"/>
      <xsl:choose>
        <xsl:when test="@tipo = 'x509'">certificato</xsl:when>
        <xsl:otherwise>OpenPGP</xsl:otherwise>
      </xsl:choose>
      <xsl:value-of select="concat(' ', @algoritmo, ', ', @identita, '&#10;  dal ')"/>
      <xsl:call-template name="ora"><xsl:with-param name="v" select="@dal"/></xsl:call-template>
      <xsl:if test="@al">
        <xsl:text> al </xsl:text>
        <xsl:call-template name="ora"><xsl:with-param name="v" select="@al"/></xsl:call-template>
      </xsl:if>
      <xsl:if test="@custodia = 'server'">, custodita sul server</xsl:if>
      <xsl:text>&#10;</xsl:text>
    </xsl:for-each>
    <xsl:if test="not(c:chiave)">nessuna chiave&#10;</xsl:if>
  </xsl:template>

  <xsl:template match="/c:fiducia-adottata">
    <xsl:for-each select="c:insieme">
      <xsl:value-of select="concat(@nome, ': ', @firma, ' certificati per le firme, ', @marca, ' per le marche temporali')"/>
      <xsl:text>&#10;  adottato il </xsl:text>
      <xsl:call-template name="ora"><xsl:with-param name="v" select="@adottata"/></xsl:call-template>
      <xsl:text>&#10;</xsl:text>
      <xsl:for-each select="c:elenco">
        <xsl:value-of select="concat('  elenco di fiducia ', @paese, ' numero ', @numero)"/>
        <xsl:if test="@emesso">
          <xsl:text> del </xsl:text>
          <xsl:call-template name="ora"><xsl:with-param name="v" select="substring(@emesso, 1, 10)"/></xsl:call-template>
        </xsl:if>
        <xsl:if test="@scade">
          <xsl:text>, da rinnovare entro il </xsl:text>
          <xsl:call-template name="ora"><xsl:with-param name="v" select="substring(@scade, 1, 10)"/></xsl:call-template>
        </xsl:if>
        <xsl:if test="../@scaduta">: SCADUTO</xsl:if>
        <xsl:if test="@illeggibili">
          <xsl:value-of select="concat('; ', @illeggibili, ' righe con certificati che non si accettano')"/>
        </xsl:if>
        <xsl:text>&#10;</xsl:text>
      </xsl:for-each>
      <xsl:for-each select="c:radice">
        <xsl:value-of select="concat('  ', @uso, '  ', @impronta, '  ', @nome)"/>
        <xsl:if test="@dal">
          <xsl:text>, dal </xsl:text>
          <xsl:call-template name="ora"><xsl:with-param name="v" select="substring(@dal, 1, 10)"/></xsl:call-template>
        </xsl:if>
        <xsl:if test="@al">
          <xsl:text> al </xsl:text>
          <xsl:call-template name="ora"><xsl:with-param name="v" select="substring(@al, 1, 10)"/></xsl:call-template>
        </xsl:if>
        <xsl:text>&#10;</xsl:text>
      </xsl:for-each>
    </xsl:for-each>
    <xsl:if test="not(c:insieme)">non si crede a nessuno: «adotta-fiducia» dice a chi&#10;</xsl:if>
    <xsl:if test="@revoche != '0'">
      <xsl:value-of select="concat('risposte sulle revoche: ', @revoche, '&#10;')"/>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
