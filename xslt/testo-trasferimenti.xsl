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
</xsl:stylesheet>
