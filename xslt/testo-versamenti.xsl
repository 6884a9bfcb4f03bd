<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: EUPL-1.2 -->
<!-- testo-versamenti.xsl: what was handed to the conservatore; a part of testo.xsl. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:c="urn:cartella:1" exclude-result-prefixes="c">

  <xsl:template match="/c:versamenti">
    <xsl:if test="c:da-versare">
      <xsl:text>da versare&#10;</xsl:text>
      <xsl:apply-templates select="c:da-versare"/>
    </xsl:if>
    <xsl:apply-templates select="c:versamento" mode="versamenti"/>
    <xsl:if test="not(c:da-versare) and not(c:versamento)">niente&#10;</xsl:if>
    <xsl:if test="@continua"><xsl:value-of select="concat('(altri: --prima ', @continua, ')&#10;')"/></xsl:if>
  </xsl:template>

  <xsl:template match="c:da-versare">
    <xsl:value-of select="concat('  ', @numero)"/>
    <xsl:if test="@entro">
      <xsl:text>  entro il </xsl:text>
      <xsl:call-template name="ora"><xsl:with-param name="v" select="@entro"/></xsl:call-template>
    </xsl:if>
    <xsl:if test="@tardi">  IN RITARDO</xsl:if>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <xsl:template match="c:versamento" mode="versamenti">
    <xsl:value-of select="concat('versamento ', @numero, '  ')"/>
    <xsl:call-template name="ora"><xsl:with-param name="v" select="@formato"/></xsl:call-template>
    <xsl:value-of select="concat('  ', @utente)"/>
    <xsl:if test="@conservatore"><xsl:value-of select="concat('  a ', @conservatore)"/></xsl:if>
    <xsl:value-of select="concat('&#10;  pacchetto ', @pacchetto, '&#10;  ')"/>
    <xsl:choose>
      <xsl:when test="@rapporto">
        <xsl:value-of select="concat('rapporto ', @identificativo)"/>
        <xsl:if test="@risponde"><xsl:value-of select="concat(' di ', @risponde)"/></xsl:if>
        <xsl:text> del </xsl:text>
        <xsl:call-template name="ora"><xsl:with-param name="v" select="@ora"/></xsl:call-template>
      </xsl:when>
      <xsl:otherwise>in attesa del rapporto</xsl:otherwise>
    </xsl:choose>
    <xsl:for-each select="c:conto">
      <xsl:value-of select="concat('; ', @esito, ': ', @quante)"/>
    </xsl:for-each>
    <xsl:text>&#10;</xsl:text>
    <xsl:for-each select="c:unita">
      <xsl:value-of select="concat('  ', @numero, '  ', @esito, '  file ', @documenti)"/>
      <xsl:if test="@intera = 'no'">  senza le annotazioni riservate</xsl:if>
      <xsl:if test="@motivo"><xsl:value-of select="concat('  (', translate(@motivo, '-', ' '), ')')"/></xsl:if>
      <xsl:if test=". != ''"><xsl:value-of select="concat(': ', normalize-space(.))"/></xsl:if>
      <xsl:text>&#10;</xsl:text>
    </xsl:for-each>
  </xsl:template>
</xsl:stylesheet>
