<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: EUPL-1.2 -->
<!-- testo-scarti.xsl: lists of scarto, what was destroyed; a part of testo.xsl. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:c="urn:cartella:1" exclude-result-prefixes="c">

  <xsl:template match="/c:scarti">
    <xsl:apply-templates select="c:elenco" mode="scarti"/>
    <xsl:if test="not(c:elenco)">niente&#10;</xsl:if>
    <xsl:apply-templates select="c:voce" mode="scarti"/>
  </xsl:template>

  <xsl:template match="c:elenco" mode="scarti">
    <xsl:value-of select="concat('elenco di scarto ', @numero, ' del ')"/>
    <xsl:call-template name="ora"><xsl:with-param name="v" select="@data"/></xsl:call-template>
    <xsl:value-of select="concat(': ', translate(@stato, '-', ' '), '&#10;  ', @soprintendenza)"/>
    <xsl:if test="@provvedimento"><xsl:value-of select="concat('; provvedimento: ', @provvedimento)"/></xsl:if>
    <xsl:if test="@richiesta"><xsl:value-of select="concat('; richiesta prot. ', @richiesta)"/></xsl:if>
    <xsl:if test="@sospesa">
      <xsl:text>; termine sospeso dal </xsl:text>
      <xsl:call-template name="ora"><xsl:with-param name="v" select="@sospesa"/></xsl:call-template>
    </xsl:if>
    <xsl:if test="@scade">
      <xsl:text>; risposta entro il </xsl:text>
      <xsl:call-template name="ora"><xsl:with-param name="v" select="@scade"/></xsl:call-template>
      <xsl:if test="@tardi"> (passato)</xsl:if>
    </xsl:if>
    <xsl:if test="@risposta"><xsl:value-of select="concat('; risposta prot. ', @risposta, ', ', @estremi)"/></xsl:if>
    <xsl:if test="@del-ministero">
      <xsl:text>; Ministero dell'interno: </xsl:text>
      <xsl:choose>
        <xsl:when test="@ministero"><xsl:value-of select="@ministero"/></xsl:when>
        <xsl:when test="@ministero-chiesto"><xsl:text>chiesto il </xsl:text><xsl:call-template name="ora"><xsl:with-param name="v" select="@ministero-chiesto"/></xsl:call-template></xsl:when>
        <xsl:otherwise>da chiedere, per le righe riservate</xsl:otherwise>
      </xsl:choose>
    </xsl:if>
    <xsl:if test="@verbale">
      <xsl:text>; verbale del </xsl:text>
      <xsl:call-template name="ora"><xsl:with-param name="v" select="@verbale"/></xsl:call-template>
    </xsl:if>
    <xsl:if test="@ritirato">
      <xsl:text>; ritirato il </xsl:text>
      <xsl:call-template name="ora"><xsl:with-param name="v" select="@ritirato"/></xsl:call-template>
    </xsl:if>
    <xsl:if test="@da-firmare"><xsl:value-of select="concat('; da firmare: ', @da-firmare)"/></xsl:if>
    <xsl:if test="@trasmesso"><xsl:value-of select="concat(', ', substring('trasmesso', 1, 9 * not(@ritirato)), substring('comunicato', 1, 10 * boolean(@ritirato)), ' con prot. ', @trasmesso)"/></xsl:if>
    <xsl:text>&#10;</xsl:text>
    <xsl:if test="c:ritiro"><xsl:value-of select="concat('  perché: ', c:ritiro, '&#10;')"/></xsl:if>
  </xsl:template>

  <xsl:template match="c:voce" mode="scarti">
    <xsl:value-of select="concat('  ', @n, '  ', @riferimento, '  ', @classifica, '  ', @tipologia, '  documenti ', @documenti, ', byte ', @byte)"/>
    <xsl:if test="@pezzi != '0'"><xsl:value-of select="concat(', pezzi di carta ', @pezzi)"/></xsl:if>
    <xsl:value-of select="concat('  ', translate(@stato, '-', ' '))"/>
    <xsl:if test="c:escluso"><xsl:value-of select="concat(': ', c:escluso)"/></xsl:if>
    <xsl:if test="@riservata"><xsl:value-of select="concat('  RISERVATA (', translate(@riservata, '-', ' '), ')')"/></xsl:if>
    <xsl:value-of select="concat('&#10;     ', c:motivo, '&#10;')"/>
  </xsl:template>

  <!-- among the terms -->
  <xsl:template match="c:scarto" mode="termine">
    <xsl:value-of select="concat('elenco di scarto ', @elenco, '  ')"/>
    <xsl:choose>
      <xsl:when test="@stato = 'sospeso'">
        <xsl:text>sospeso dal </xsl:text>
        <xsl:call-template name="ora"><xsl:with-param name="v" select="@sospesa"/></xsl:call-template>
        <xsl:text>: aspetta la nostra risposta</xsl:text>
      </xsl:when>
      <xsl:otherwise>
        <xsl:choose>
          <xsl:when test="@stato = 'scaduto'"><xsl:value-of select="concat('scaduto da giorni ', -@giorni, ', si sollecita: il silenzio non autorizza')"/></xsl:when>
          <xsl:when test="@stato = 'oggi'">scade oggi</xsl:when>
          <xsl:otherwise><xsl:value-of select="concat('fra giorni ', @giorni)"/></xsl:otherwise>
        </xsl:choose>
        <xsl:text>, il </xsl:text>
        <xsl:call-template name="ora"><xsl:with-param name="v" select="@scade"/></xsl:call-template>
      </xsl:otherwise>
    </xsl:choose>
    <xsl:choose>
      <xsl:when test="@ministero = 'da-chiedere'">; per le righe riservate da chiedere anche al Ministero dell'interno</xsl:when>
      <xsl:when test="@ministero"><xsl:text>; al Ministero dell'interno chiesto il </xsl:text><xsl:call-template name="ora"><xsl:with-param name="v" select="@ministero"/></xsl:call-template></xsl:when>
    </xsl:choose>
    <xsl:value-of select="concat('&#10;    risposta di ', @a, ' (art. 21 D.lgs 42/2004), dal ')"/>
    <xsl:call-template name="ora"><xsl:with-param name="v" select="@inizio"/></xsl:call-template>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <xsl:template match="c:scartata">
    <xsl:text>SCARTATA il </xsl:text>
    <xsl:call-template name="ora"><xsl:with-param name="v" select="@data"/></xsl:call-template>
    <xsl:value-of select="concat(', elenco di scarto ', @elenco, ', ', .)"/>
    <xsl:if test="@verbale">
      <xsl:text>, verbale del </xsl:text>
      <xsl:call-template name="ora"><xsl:with-param name="v" select="@verbale"/></xsl:call-template>
    </xsl:if>
    <xsl:text>: i documenti sono stati distrutti&#10;</xsl:text>
  </xsl:template>

  <xsl:template match="/c:scarto">
    <xsl:value-of select="concat('scartata con ', c:unita, ' da ', c:autore, ' il ')"/>
    <xsl:call-template name="ora"><xsl:with-param name="v" select="c:scritto"/></xsl:call-template>
    <xsl:value-of select="concat(', elenco ', c:elenco, ' riga ', c:voce, ', ', c:autorizzazione, '&#10;documenti: ', count(c:espunto), '; allegati distrutti: ', count(c:distrutto), '&#10;')"/>
  </xsl:template>
</xsl:stylesheet>
