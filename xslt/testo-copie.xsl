<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: EUPL-1.2 -->
<!-- testo-copie.xsl: the policy of redaction, and what was made of a document; a part of testo.xsl. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:c="urn:cartella:1" exclude-result-prefixes="c">

  <xsl:template match="/c:oscuramento">
    <xsl:if test="c:provvedimento"><xsl:value-of select="concat('adottata con ', c:provvedimento, '&#10;')"/></xsl:if>
    <xsl:for-each select="c:destinazione">
      <xsl:if test="position() &gt; 1 or ../c:provvedimento"><xsl:text>&#10;</xsl:text></xsl:if>
      <xsl:value-of select="concat(@nome, ': ', c:denominazione)"/>
      <xsl:if test="c:base"><xsl:value-of select="concat(' (', c:base, ')')"/></xsl:if>
      <xsl:text>&#10;</xsl:text>
      <xsl:if test="c:conosce-indirizzo-protetto = 'si'">  vede anche un indirizzo protetto&#10;</xsl:if>
      <!-- one line for each type, in the order they are first named -->
      <xsl:for-each select="c:tieni[not(preceding-sibling::*[self::c:tieni or self::c:togli]/@tipo = @tipo)] | c:togli[not(preceding-sibling::*[self::c:tieni or self::c:togli]/@tipo = @tipo)]">
        <xsl:variable name="tipo" select="@tipo"/>
        <xsl:choose>
          <xsl:when test="$tipo = '*'">  di ogni documento</xsl:when>
          <xsl:otherwise><xsl:value-of select="concat('  ', $tipo)"/></xsl:otherwise>
        </xsl:choose>
        <xsl:if test="../c:tieni[@tipo = $tipo]">
          <xsl:text>: dà </xsl:text>
          <xsl:for-each select="../c:tieni[@tipo = $tipo]">
            <xsl:if test="position() &gt; 1">, </xsl:if>
            <xsl:call-template name="campo-di-politica"/>
          </xsl:for-each>
        </xsl:if>
        <xsl:text>&#10;</xsl:text>
        <xsl:for-each select="../c:togli[@tipo = $tipo]">
          <xsl:text>    toglie </xsl:text>
          <xsl:call-template name="campo-di-politica"/>
          <xsl:value-of select="concat(' (', translate(@natura, '-', ' '), ')&#10;')"/>
        </xsl:for-each>
      </xsl:for-each>
    </xsl:for-each>
    <xsl:if test="c:protetto">
      <xsl:text>&#10;a indirizzo protetto si toglie anche: </xsl:text>
      <xsl:for-each select="c:protetto">
        <xsl:if test="position() &gt; 1">, </xsl:if>
        <xsl:call-template name="campo-di-politica"/>
      </xsl:for-each>
      <xsl:text>&#10;</xsl:text>
    </xsl:if>
    <xsl:text>&#10;ciò che nessuna regola dà non si dà&#10;</xsl:text>
  </xsl:template>

  <xsl:template match="/c:copia-oscurata | /c:attestazione">
    <xsl:choose>
      <xsl:when test="self::c:copia-oscurata"><xsl:value-of select="concat('copia con omissioni per ', c:denominazione, ' (', c:destinazione, ')&#10;')"/></xsl:when>
      <xsl:when test="c:copia = 'estratto'"><xsl:value-of select="concat('copia per estratto attestata conforme, da ', c:copia-oscurata, '&#10;')"/></xsl:when>
      <xsl:otherwise>copia attestata conforme&#10;</xsl:otherwise>
    </xsl:choose>
    <xsl:value-of select="concat('di ', c:documento-percorso, ', versione ', c:documento-versione, '&#10;  id ', c:documento-id, '&#10;  impronta ', c:documento-impronta, '&#10;fatta da ', c:autore, ' il ')"/>
    <xsl:call-template name="ora"><xsl:with-param name="v" select="c:scritto"/></xsl:call-template>
    <xsl:if test="c:pubblico-ufficiale"><xsl:value-of select="concat('&#10;attesta ', c:pubblico-ufficiale, ', ', c:luogo)"/></xsl:if>
    <xsl:if test="c:motivo"><xsl:value-of select="concat('&#10;motivo: ', c:motivo)"/></xsl:if>
    <xsl:if test="c:politica"><xsl:value-of select="concat('&#10;politica: versione ', c:politica/c:versione, ', impronta ', substring(c:politica/c:impronta, 1, 16))"/></xsl:if>
    <xsl:for-each select="c:ometti"><xsl:value-of select="concat('&#10;tolto a mano: ', .)"/></xsl:for-each>
    <xsl:for-each select="c:omissione"><xsl:value-of select="concat('&#10;omessi: ', translate(@natura, '-', ' '), ', ', @passi)"/></xsl:for-each>
    <xsl:value-of select="concat('&#10;PDF: ', c:pdf | c:firma-file/c:file, '&#10;')"/>
  </xsl:template>

  <!-- in the place of a document of another body -->
  <xsl:template match="/c:copia-con-omissis">
    <xsl:value-of select="concat('copia con omissis: ', c:titolo, '&#10;di ', c:documento-percorso, ', che resta a chi l&#8217;ha scritto&#10;  impronta ', c:documento-impronta, '&#10;per ', c:denominazione, '; politica: versione ', c:politica/c:versione, ', impronta ', substring(c:politica/c:impronta, 1, 16))"/>
    <xsl:for-each select="c:omissione"><xsl:value-of select="concat('&#10;omessi: ', translate(@natura, '-', ' '), ', ', @passi)"/></xsl:for-each>
    <xsl:text>&#10;</xsl:text>
    <xsl:for-each select="c:dato"><xsl:value-of select="concat(c:nome, ': ', c:valore, '&#10;')"/></xsl:for-each>
    <xsl:for-each select="c:sezione">
      <xsl:value-of select="concat('&#10;', c:titolo, '&#10;')"/>
      <xsl:for-each select="c:testo"><xsl:call-template name="prosa"><xsl:with-param name="margine" select="'  '"/></xsl:call-template></xsl:for-each>
    </xsl:for-each>
  </xsl:template>

  <xsl:template name="campo-di-politica">
    <xsl:choose>
      <xsl:when test="@campo = '*'">tutto</xsl:when>
      <xsl:when test="starts-with(@campo, '*.')"><xsl:value-of select="concat('ogni ', substring(@campo, 3))"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="@campo"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
