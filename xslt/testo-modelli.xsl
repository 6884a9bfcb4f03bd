<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: EUPL-1.2 -->
<!-- testo-modelli.xsl: models of papers and their fields; a part of testo.xsl. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:c="urn:cartella:1" exclude-result-prefixes="c">

  <!-- a column: padded, and one blank more when it is too long -->
  <xsl:template name="colonna-larga">
    <xsl:param name="v"/>
    <xsl:param name="largo"/>
    <xsl:value-of select="$v"/>
    <xsl:value-of select="substring('                                                            ', 1, ($largo - string-length($v)) * (string-length($v) &lt; $largo) + (string-length($v) &gt;= $largo))"/>
  </xsl:template>

  <xsl:template match="/c:modelli">
    <xsl:for-each select="c:carta">
      <xsl:if test="position() &gt; 1"><xsl:text>&#10;</xsl:text></xsl:if>
      <xsl:value-of select="concat(@nome, ' - ', @denominazione, '&#10;')"/>
      <xsl:for-each select="c:modello">
        <xsl:text>  </xsl:text>
        <xsl:call-template name="colonna-larga">
          <xsl:with-param name="v" select="@nome"/>
          <xsl:with-param name="largo" select="28"/>
        </xsl:call-template>
        <xsl:call-template name="colonna-larga">
          <xsl:with-param name="v" select="@denominazione"/>
          <xsl:with-param name="largo" select="44"/>
        </xsl:call-template>
        <xsl:choose>
          <xsl:when test="@stato = 'spedito'">spedito con il programma</xsl:when>
          <xsl:otherwise>
            <xsl:value-of select="concat('versione ', @versione, ' del ')"/>
            <xsl:call-template name="ora"><xsl:with-param name="v" select="substring(@ora, 1, 10)"/></xsl:call-template>
            <xsl:value-of select="concat(', ', @operatore)"/>
            <xsl:if test="@stato = 'ritirato'">: ritirato, non è più in uso</xsl:if>
          </xsl:otherwise>
        </xsl:choose>
        <xsl:text>&#10;</xsl:text>
      </xsl:for-each>
    </xsl:for-each>
    <xsl:if test="not(c:carta)">non c'è nessun modello&#10;</xsl:if>
  </xsl:template>

  <!-- which kinds there are; or the fields of one -->
  <xsl:template match="/c:campi">
    <xsl:for-each select="c:carta">
      <xsl:call-template name="colonna-larga">
        <xsl:with-param name="v" select="@nome"/>
        <xsl:with-param name="largo" select="20"/>
      </xsl:call-template>
      <xsl:value-of select="concat(@denominazione, '&#10;')"/>
    </xsl:for-each>
    <xsl:if test="@carta">
      <xsl:value-of select="concat(@denominazione, ': i campi che un modello può usare&#10;&#10;')"/>
      <xsl:apply-templates select="c:campo | c:elenco" mode="campi"/>
      <xsl:text>&#10;libero.PAROLA: ciò che si chiede a chi scrive la carta.
Sezioni: se_CAMPO (solo se il campo c'è), se_non_CAMPO, ripeti_ELENCO; anche una tabella si può chiamare ripeti_ELENCO.&#10;</xsl:text>
    </xsl:if>
  </xsl:template>
  <xsl:template match="c:campo" mode="campi">
    <xsl:param name="rientro" select="''"/>
    <xsl:value-of select="$rientro"/>
    <xsl:call-template name="colonna-larga">
      <xsl:with-param name="v" select="@nome"/>
      <xsl:with-param name="largo" select="36 - string-length($rientro)"/>
    </xsl:call-template>
    <xsl:value-of select="concat(., ' (es. ', @esempio, ')&#10;')"/>
  </xsl:template>
  <xsl:template match="c:elenco" mode="campi">
    <xsl:param name="rientro" select="''"/>
    <xsl:value-of select="concat($rientro, 'elenco ')"/>
    <xsl:call-template name="colonna-larga">
      <xsl:with-param name="v" select="@nome"/>
      <xsl:with-param name="largo" select="29 - string-length($rientro)"/>
    </xsl:call-template>
    <xsl:value-of select="concat(normalize-space(text()), '&#10;')"/>
    <xsl:apply-templates select="c:campo | c:elenco" mode="campi">
      <xsl:with-param name="rientro" select="concat($rientro, '  ')"/>
    </xsl:apply-templates>
  </xsl:template>
</xsl:stylesheet>
