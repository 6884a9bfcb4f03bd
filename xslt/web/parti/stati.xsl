<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: EUPL-1.2 -->
<!--
  stati.xsl: states and terms, always in words; the colour only repeats them.

  parola    v                  "in-carico" as people say it: "in carico"; without markup
  etichetta testo, tono        a badge; tono: neutro (default), info, bene, avviso, male
  stato     v, testo           the badge of a state of ours (cartella, accesso, document,
                               registration, signature, fascicolo), its tone by the word
  scadenza  data, oggi, giorni, sospesa, chiusa
                               a term: <time> and badge "scaduto da 3 giorni", "scade oggi",
                               "fra 5 giorni"; `giorni` (left, negative: past) is counted from
                               `oggi` (default: @oggi of the page) when it is not given;
                               sospesa="si", chiusa="si" say so
  riservata testo              the badge "Riservata", with a lock
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:c="urn:cartella:1" exclude-result-prefixes="c">

  <xsl:template name="parola">
    <xsl:param name="v"/>
    <xsl:call-template name="parole"><xsl:with-param name="v" select="$v"/></xsl:call-template>
  </xsl:template>

  <xsl:template name="etichetta">
    <xsl:param name="testo"/>
    <xsl:param name="tono" select="'neutro'"/>
    <xsl:if test="$testo != ''">
      <span class="badge etichetta etichetta-{$tono}"><xsl:value-of select="$testo"/></span>
    </xsl:if>
  </xsl:template>

  <xsl:template name="stato">
    <xsl:param name="v"/>
    <xsl:param name="testo" select="translate($v, '-', ' ')"/>
    <xsl:variable name="s" select="concat(' ', $v, ' ')"/>
    <xsl:call-template name="etichetta">
      <xsl:with-param name="testo" select="$testo"/>
      <xsl:with-param name="tono">
        <xsl:choose>
          <xsl:when test="contains(' annullata annullato annullamento rifiutata rifiutato scaduto scaduta revocata revocato respinta respinto non-valida alterata alterato negato ', $s)">male</xsl:when>
          <xsl:when test="contains(' smistato da-smistare da-firmare da-vedere in-attesa bozza sospesa sospeso rinviata rinviato incerta segnalata da-assegnare proposta da-decidere ', $s)">avviso</xsl:when>
          <xsl:when test="contains(' firmata firmato approvata approvato valida fatto eseguita preso-in-carico fascicolato spedita consegnata accolta in-vigore in-corso attiva attivo adottato adottata ', $s)">bene</xsl:when>
          <xsl:when test="contains(' aperta aperto in-carico assegnata assegnato valutazione in-valutazione presa-in-carico visto registrata ', $s)">info</xsl:when>
          <xsl:otherwise>neutro</xsl:otherwise>
        </xsl:choose>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <!-- the number of a day, from any beginning: what two of them differ by is right -->
  <xsl:template name="giorno-n">
    <xsl:param name="v"/>
    <xsl:variable name="m" select="number(substring($v, 6, 2))"/>
    <xsl:variable name="a" select="number(substring($v, 1, 4)) - number($m &lt; 3)"/>
    <xsl:variable name="p" select="($m + 9) mod 12"/>
    <xsl:value-of select="365 * $a + floor($a div 4) - floor($a div 100) + floor($a div 400) + floor((153 * $p + 2) div 5) + number(substring($v, 9, 2))"/>
  </xsl:template>

  <xsl:template name="scadenza">
    <xsl:param name="data"/>
    <xsl:param name="oggi" select="/c:pagina/@oggi"/>
    <xsl:param name="giorni">
      <xsl:if test="$data != '' and $oggi != ''">
        <xsl:variable name="d"><xsl:call-template name="giorno-n"><xsl:with-param name="v" select="$data"/></xsl:call-template></xsl:variable>
        <xsl:variable name="o"><xsl:call-template name="giorno-n"><xsl:with-param name="v" select="$oggi"/></xsl:call-template></xsl:variable>
        <xsl:value-of select="$d - $o"/>
      </xsl:if>
    </xsl:param>
    <xsl:param name="sospesa"/>
    <xsl:param name="chiusa"/>
    <span class="scadenza">
      <xsl:call-template name="data"><xsl:with-param name="v" select="$data"/></xsl:call-template>
      <xsl:text> </xsl:text>
      <xsl:choose>
        <xsl:when test="$chiusa = 'si'"><xsl:call-template name="etichetta"><xsl:with-param name="testo" select="'rispettato'"/><xsl:with-param name="tono" select="'bene'"/></xsl:call-template></xsl:when>
        <xsl:when test="$sospesa = 'si'"><xsl:call-template name="etichetta"><xsl:with-param name="testo" select="'sospeso'"/></xsl:call-template></xsl:when>
        <xsl:when test="string($giorni) = ''"/>
        <xsl:when test="$giorni = -1"><xsl:call-template name="etichetta"><xsl:with-param name="testo" select="'scaduto ieri'"/><xsl:with-param name="tono" select="'male'"/></xsl:call-template></xsl:when>
        <xsl:when test="$giorni &lt; 0"><xsl:call-template name="etichetta"><xsl:with-param name="testo" select="concat('scaduto da ', -$giorni, ' giorni')"/><xsl:with-param name="tono" select="'male'"/></xsl:call-template></xsl:when>
        <xsl:when test="$giorni = 0"><xsl:call-template name="etichetta"><xsl:with-param name="testo" select="'scade oggi'"/><xsl:with-param name="tono" select="'male'"/></xsl:call-template></xsl:when>
        <xsl:when test="$giorni = 1"><xsl:call-template name="etichetta"><xsl:with-param name="testo" select="'scade domani'"/><xsl:with-param name="tono" select="'avviso'"/></xsl:call-template></xsl:when>
        <xsl:when test="$giorni &lt; 8"><xsl:call-template name="etichetta"><xsl:with-param name="testo" select="concat('fra ', $giorni, ' giorni')"/><xsl:with-param name="tono" select="'avviso'"/></xsl:call-template></xsl:when>
        <xsl:otherwise><xsl:call-template name="etichetta"><xsl:with-param name="testo" select="concat('fra ', $giorni, ' giorni')"/></xsl:call-template></xsl:otherwise>
      </xsl:choose>
    </span>
  </xsl:template>

  <xsl:template name="riservata">
    <xsl:param name="testo" select="'Riservata'"/>
    <span class="badge etichetta etichetta-avviso">
      <xsl:call-template name="icona"><xsl:with-param name="nome" select="'it-locked'"/></xsl:call-template>
      <xsl:text> </xsl:text>
      <xsl:value-of select="$testo"/>
    </span>
  </xsl:template>
</xsl:stylesheet>
