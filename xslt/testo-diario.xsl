<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: EUPL-1.2 -->
<!-- testo-diario.xsl: entries of a diary with what corrects them, drafts, the agenda; a part of testo.xsl. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:c="urn:cartella:1" exclude-result-prefixes="c">

  <xsl:template match="/c:diario">
    <xsl:value-of select="concat('Diario di ', @riferimento, '&#10;')"/>
    <xsl:if test="not(c:voce-diario)">Nessuna voce.&#10;</xsl:if>
    <xsl:for-each select="c:voce-diario">
      <xsl:text>&#10;</xsl:text>
      <xsl:apply-templates select="." mode="diario"/>
    </xsl:for-each>
    <xsl:if test="@continua">
      <xsl:value-of select="concat('&#10;Ce ne sono altre: --continua ', @continua, '&#10;')"/>
    </xsl:if>
  </xsl:template>
  <xsl:template match="/c:voce-diario">
    <xsl:apply-templates select="." mode="diario"/>
  </xsl:template>

  <!-- 20/11/2026  visita - as1 (diario/2026/00/0001.xml) -->
  <xsl:template match="c:voce-diario" mode="diario">
    <xsl:call-template name="ora"><xsl:with-param name="v" select="c:data"/></xsl:call-template>
    <xsl:value-of select="concat('  ', c:tipo, ' - ', c:autore)"/>
    <xsl:if test="c:riservata = 'si'"> - RISERVATA</xsl:if>
    <xsl:if test="@percorso"><xsl:value-of select="concat('  ', @percorso)"/></xsl:if>
    <xsl:text>&#10;</xsl:text>
    <xsl:if test="c:partecipanti"><xsl:value-of select="concat('  con: ', c:partecipanti, '&#10;')"/></xsl:if>
    <xsl:if test="c:luogo"><xsl:value-of select="concat('  dove: ', c:luogo, '&#10;')"/></xsl:if>
    <xsl:if test="c:appuntamento"><xsl:value-of select="concat('  appuntamento: ', c:appuntamento, '&#10;')"/></xsl:if>
    <xsl:apply-templates select="c:testo" mode="diario"/>
    <xsl:for-each select="c:correzione-voce">
      <xsl:text>  CORRETTA il </xsl:text>
      <xsl:call-template name="ora"><xsl:with-param name="v" select="c:scritto"/></xsl:call-template>
      <xsl:value-of select="concat(' da ', c:autore, ': ', c:motivo, '&#10;')"/>
      <xsl:if test="c:che-cosa"><xsl:value-of select="concat('  che cosa: ', c:che-cosa, '&#10;')"/></xsl:if>
      <xsl:text>  il testo corretto:&#10;</xsl:text>
      <xsl:apply-templates select="c:testo" mode="diario"/>
    </xsl:for-each>
  </xsl:template>

  <!-- prose, two columns in -->
  <xsl:template match="c:testo" mode="diario">
    <xsl:call-template name="prosa"><xsl:with-param name="margine" select="'  '"/></xsl:call-template>
  </xsl:template>

  <!-- 25/11/2026 15:30-16:30  CS-2026-0000001  colloquio, via Roma 1 -->
  <xsl:template match="/c:agenda">
    <xsl:text>Agenda dal </xsl:text>
    <xsl:call-template name="ora"><xsl:with-param name="v" select="@dal"/></xsl:call-template>
    <xsl:text> al </xsl:text>
    <xsl:call-template name="ora"><xsl:with-param name="v" select="@al"/></xsl:call-template>
    <xsl:if test="@di"><xsl:value-of select="concat(', di ', @di)"/></xsl:if>
    <xsl:text>&#10;</xsl:text>
    <xsl:if test="not(c:appuntamento)">Nessun appuntamento.&#10;</xsl:if>
    <xsl:for-each select="c:appuntamento">
      <xsl:call-template name="ora"><xsl:with-param name="v" select="c:inizio"/></xsl:call-template>
      <xsl:value-of select="concat('-', substring(@fine, 12, 5), '  ', @caso)"/>
      <xsl:if test="@iniziali"><xsl:value-of select="concat(' ', @iniziali)"/></xsl:if>
      <xsl:value-of select="concat('  ', translate(c:tipo, '-', ' '))"/>
      <xsl:if test="c:luogo"><xsl:value-of select="concat(', ', c:luogo)"/></xsl:if>
      <xsl:if test="@stato != 'fissato'"><xsl:value-of select="concat(' - ', translate(@stato, 'abcdefghilmnopqrstuvz-', 'ABCDEFGHILMNOPQRSTUVZ '))"/></xsl:if>
      <xsl:value-of select="concat('&#10;  ', @percorso)"/>
      <xsl:call-template name="partecipanti"/>
      <xsl:text>&#10;</xsl:text>
    </xsl:for-each>
  </xsl:template>
  <xsl:template name="partecipanti">
    <xsl:for-each select="c:utente | c:altro">
      <xsl:choose>
        <xsl:when test="position() = 1">  con </xsl:when>
        <xsl:otherwise>, </xsl:otherwise>
      </xsl:choose>
      <xsl:value-of select="."/>
    </xsl:for-each>
  </xsl:template>

  <xsl:template match="/c:appuntamento">
    <xsl:value-of select="concat('Appuntamento: ', translate(c:tipo, '-', ' '), '&#10;')"/>
    <xsl:call-template name="campo"><xsl:with-param name="nome" select="'quando'"/><xsl:with-param name="v">
      <xsl:call-template name="ora"><xsl:with-param name="v" select="c:inizio"/></xsl:call-template>
      <xsl:value-of select="concat(', ', c:minuti, ' minuti')"/>
    </xsl:with-param></xsl:call-template>
    <xsl:call-template name="campo"><xsl:with-param name="nome" select="'dove'"/><xsl:with-param name="v" select="c:luogo"/></xsl:call-template>
    <xsl:for-each select="c:utente | c:altro">
      <xsl:call-template name="campo"><xsl:with-param name="nome" select="'partecipa'"/><xsl:with-param name="v" select="."/></xsl:call-template>
    </xsl:for-each>
    <xsl:call-template name="campo"><xsl:with-param name="nome" select="'oggetto'"/><xsl:with-param name="v" select="c:oggetto"/></xsl:call-template>
    <xsl:for-each select="c:spostamento">
      <xsl:text>spostato il </xsl:text>
      <xsl:call-template name="ora"><xsl:with-param name="v" select="c:il"/></xsl:call-template>
      <xsl:value-of select="concat(' da ', c:autore, ', era ')"/>
      <xsl:call-template name="ora"><xsl:with-param name="v" select="c:era"/></xsl:call-template>
      <xsl:value-of select="concat(': ', c:motivo, '&#10;')"/>
    </xsl:for-each>
    <xsl:for-each select="c:disdetta">
      <xsl:text>DISDETTO il </xsl:text>
      <xsl:call-template name="ora"><xsl:with-param name="v" select="c:il"/></xsl:call-template>
      <xsl:value-of select="concat(' da ', c:autore, ': ', c:motivo, '&#10;')"/>
    </xsl:for-each>
    <xsl:for-each select="c:esito">
      <xsl:choose>
        <xsl:when test="c:tenuto = 'si'">tenuto</xsl:when>
        <xsl:otherwise>NON TENUTO</xsl:otherwise>
      </xsl:choose>
      <xsl:value-of select="concat(', dice ', c:autore, ' il ')"/>
      <xsl:call-template name="ora"><xsl:with-param name="v" select="c:il"/></xsl:call-template>
      <xsl:if test="c:nota"><xsl:value-of select="concat(': ', c:nota)"/></xsl:if>
      <xsl:if test="c:voce"><xsl:value-of select="concat(' (', c:voce, ')')"/></xsl:if>
      <xsl:text>&#10;</xsl:text>
    </xsl:for-each>
    <xsl:text>fissato da </xsl:text>
    <xsl:value-of select="concat(c:autore, ' il ')"/>
    <xsl:call-template name="ora"><xsl:with-param name="v" select="c:scritto"/></xsl:call-template>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <!-- drafts: a list, or one -->
  <xsl:template match="/c:bozze">
    <xsl:if test="@tolta"><xsl:value-of select="concat('tolta la bozza ', @tolta, '&#10;')"/></xsl:if>
    <xsl:if test="not(c:bozza) and not(@tolta)">Nessuna bozza.&#10;</xsl:if>
    <xsl:for-each select="c:bozza">
      <xsl:value-of select="concat(@id, '  ')"/>
      <xsl:call-template name="ora"><xsl:with-param name="v" select="@ora"/></xsl:call-template>
      <xsl:choose>
        <xsl:when test="@nascosta">  di qualcosa che non puoi più vedere: si può solo togliere</xsl:when>
        <xsl:otherwise><xsl:value-of select="concat('  ', @atto, ' ', @riferimento)"/></xsl:otherwise>
      </xsl:choose>
      <xsl:text>&#10;</xsl:text>
      <xsl:for-each select="*[not(self::c:base)]//*[not(*) or c:p or c:voce or c:punto]">
        <xsl:if test="not(ancestor::c:testo)">
          <xsl:value-of select="concat('  ', local-name(), ': ', ., '&#10;')"/>
        </xsl:if>
      </xsl:for-each>
    </xsl:for-each>
  </xsl:template>
</xsl:stylesheet>
