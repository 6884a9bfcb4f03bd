<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: EUPL-1.2 -->
<!-- testo-trasferimenti.xsl: other bodies; cases that go from body to body; a part of testo.xsl. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:c="urn:cartella:1" exclude-result-prefixes="c">

  <xsl:template match="/c:enti">
    <xsl:for-each select="c:ente">
      <xsl:value-of select="concat(@codice-ipa, '  ', @denominazione, '&#10;  ', @chiave, '  ', @algoritmo, '  ', @identita, '&#10;  arruolato il ')"/>
      <xsl:call-template name="ora"><xsl:with-param name="v" select="substring(@arruolato, 1, 10)"/></xsl:call-template>
      <xsl:value-of select="concat(', impronta avuta: ', translate(@verificata, '-', ' '))"/>
      <xsl:if test="@nota"><xsl:value-of select="concat(' (', @nota, ')')"/></xsl:if>
      <xsl:text>&#10;</xsl:text>
      <xsl:if test="@revocato">
        <xsl:value-of select="concat('  REVOCATO (', translate(@motivo, '-', ' '), ') il ')"/>
        <xsl:call-template name="ora"><xsl:with-param name="v" select="substring(@revocato, 1, 10)"/></xsl:call-template>
        <xsl:text>&#10;</xsl:text>
      </xsl:if>
    </xsl:for-each>
    <xsl:if test="not(c:ente)">nessun ente&#10;</xsl:if>
  </xsl:template>

  <xsl:template match="/c:trasferimenti">
    <xsl:for-each select="c:trasferimento">
      <xsl:value-of select="concat(@id, '  ')"/>
      <xsl:choose>
        <xsl:when test="@verso = 'uscita'"><xsl:value-of select="concat(@riferimento, ' a ', @ente)"/></xsl:when>
        <xsl:otherwise><xsl:value-of select="concat('da ', @ente, ', che la chiama ', @riferimento)"/></xsl:otherwise>
      </xsl:choose>
      <xsl:if test="@denominazione"><xsl:value-of select="concat(' (', @denominazione, ')')"/></xsl:if>
      <xsl:value-of select="concat('&#10;  ', @stato, ' dal ')"/>
      <xsl:call-template name="ora"><xsl:with-param name="v" select="@dal"/></xsl:call-template>
      <xsl:value-of select="concat(' (', translate(@motivo, '-', ' '), '), ')"/>
      <xsl:choose>
        <xsl:when test="@scaduta">scaduta il </xsl:when>
        <xsl:otherwise>da accettare entro il </xsl:otherwise>
      </xsl:choose>
      <xsl:call-template name="ora"><xsl:with-param name="v" select="@scade"/></xsl:call-template>
      <xsl:if test="@protocollo"><xsl:value-of select="concat('; accettata col protocollo ', @protocollo)"/></xsl:if>
      <xsl:if test="@perche and @perche != @motivo"><xsl:value-of select="concat('; ', translate(@perche, '-', ' '))"/></xsl:if>
      <xsl:text>&#10;</xsl:text>
      <xsl:for-each select="c:carta">
        <xsl:text>  </xsl:text>
        <xsl:call-template name="ora"><xsl:with-param name="v" select="@giorno"/></xsl:call-template>
        <xsl:value-of select="concat('  ', substring-before(@tipo, '-'))"/>
        <xsl:choose>
          <xsl:when test="@nostra"> di questo ente&#10;</xsl:when>
          <xsl:otherwise> dell'altro&#10;</xsl:otherwise>
        </xsl:choose>
      </xsl:for-each>
      <xsl:for-each select="c:si-puo">
        <xsl:value-of select="concat('  si può: ', ., '&#10;')"/>
      </xsl:for-each>
    </xsl:for-each>
    <xsl:if test="not(c:trasferimento)">nessun trasferimento&#10;</xsl:if>
    <xsl:if test="count(c:trasferimento) = 50"><xsl:value-of select="concat('(altri: --dopo ', c:trasferimento[last()]/@seq, ')&#10;')"/></xsl:if>
  </xsl:template>

  <xsl:template match="/c:consegna">
    <xsl:value-of select="concat(@messaggio, ' del trasferimento ', @trasferimento, '&#10;')"/>
  </xsl:template>
</xsl:stylesheet>
