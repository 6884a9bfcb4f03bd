<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: EUPL-1.2 -->
<!-- testo-permessi.xsl: who sees a case; a part of testo.xsl. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:c="urn:cartella:1" exclude-result-prefixes="c">

  <!-- who sees it, and why -->
  <xsl:template match="/c:chi-vede">
    <xsl:value-of select="concat('Chi vede ', @riferimento)"/>
    <xsl:if test="@al">
      <xsl:text> - com'era alla fine del </xsl:text>
      <xsl:call-template name="ora"><xsl:with-param name="v" select="@al"/></xsl:call-template>
    </xsl:if>
    <xsl:text>&#10;</xsl:text>
    <xsl:for-each select="c:utente">
      <xsl:value-of select="concat(@codice, ' (', @cognome, ' ', @nome, ')&#10;')"/>
      <xsl:for-each select="c:motivo">
        <xsl:value-of select="concat('  come ', @ruolo, ': ')"/>
        <xsl:choose>
          <xsl:when test="@ambito = 'propri'">ne risponde</xsl:when>
          <xsl:when test="@ambito = 'ufficio'">è del suo ufficio</xsl:when>
          <xsl:when test="@ambito = 'tutti'">vede ogni caso</xsl:when>
          <xsl:when test="@ambito = 'equipe'">è nell'équipe</xsl:when>
          <xsl:when test="@ambito = 'istruttoria'">ne fa l'istruttoria</xsl:when>
          <xsl:when test="@ambito = 'controllo'">ne controlla un intervento</xsl:when>
          <xsl:when test="@ambito = 'comune'">è del suo comune</xsl:when>
          <xsl:otherwise>accesso straordinario</xsl:otherwise>
        </xsl:choose>
        <xsl:if test="@dal">
          <xsl:text> dal </xsl:text>
          <xsl:call-template name="ora"><xsl:with-param name="v" select="@dal"/></xsl:call-template>
        </xsl:if>
        <xsl:if test="@al">
          <xsl:text> al </xsl:text>
          <xsl:call-template name="ora"><xsl:with-param name="v" select="@al"/></xsl:call-template>
        </xsl:if>
        <xsl:value-of select="concat(' - ', @documento, '&#10;')"/>
      </xsl:for-each>
      <xsl:text>  legge: </xsl:text>
      <xsl:choose>
        <xsl:when test="c:tipo = '*'">ogni documento</xsl:when>
        <xsl:otherwise>
          <xsl:for-each select="c:tipo">
            <xsl:if test="position() &gt; 1">, </xsl:if>
            <xsl:value-of select="."/>
          </xsl:for-each>
        </xsl:otherwise>
      </xsl:choose>
      <xsl:text>&#10;</xsl:text>
    </xsl:for-each>
    <xsl:if test="not(c:utente)">nessuno&#10;</xsl:if>
  </xsl:template>
</xsl:stylesheet>
