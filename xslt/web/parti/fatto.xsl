<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: EUPL-1.2 -->
<!--
  fatto.xsl: what the page says after an act.

  fatto  atto     a sentence: of the commonest acts their own, of the others "Fatto:" and
                  the summary of the table
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:c="urn:cartella:1" exclude-result-prefixes="c">

  <xsl:template name="fatto">
    <xsl:param name="atto"/>
    <strong>
      <xsl:choose>
        <xsl:when test="$atto = 'registra'">Documento registrato.</xsl:when>
        <xsl:when test="$atto = 'annota'">Scritto nel diario.</xsl:when>
        <xsl:when test="$atto = 'smista'">Smistato.</xsl:when>
        <xsl:when test="$atto = 'assegna'">Caso assegnato.</xsl:when>
        <xsl:when test="$atto = 'prendi-visione'">Presa visione.</xsl:when>
        <xsl:when test="$atto = 'prendi-in-carico'">Preso in carico.</xsl:when>
        <xsl:when test="$atto = 'firma'">Firmato.</xsl:when>
        <xsl:when test="$atto = 'approva'">Approvato.</xsl:when>
        <xsl:when test="$atto = 'rinvia'">Rinviato a chi lo ha scritto.</xsl:when>
        <xsl:when test="$atto = 'apri'">Cartella aperta.</xsl:when>
        <xsl:when test="$atto = 'chiudi'">Cartella chiusa.</xsl:when>
        <xsl:when test="$atto = 'redigi'">Relazione scritta.</xsl:when>
        <xsl:when test="$atto = 'fissa'">Appuntamento fissato.</xsl:when>
        <xsl:when test="$atto = 'disdici'">Appuntamento disdetto.</xsl:when>
        <xsl:when test="$atto = 'annulla'">Registrazione annullata.</xsl:when>
        <xsl:when test="$atto = 'rettifica'">Registrazione rettificata.</xsl:when>
        <xsl:when test="$atto = 'chiedi-correzione'">Richiesta mandata al responsabile.</xsl:when>
        <xsl:when test="$atto = 'annulla-inoltro'">Registrazione annullata.</xsl:when>
        <xsl:when test="$atto = 'rifiuta'">Rifiutato: torna al protocollo.</xsl:when>
        <xsl:when test="$atto = 'spedisci'">Segnato come spedito.</xsl:when>
        <xsl:when test="$atto = 'acquisisci-ricevuta'">Ricevuta conservata.</xsl:when>
        <xsl:when test="$atto = 'allega-copia'">Copia aggiunta.</xsl:when>
        <xsl:when test="$atto = 'classifica'">Classifica cambiata.</xsl:when>
        <xsl:when test="$atto = 'fascicola'">Messo nel fascicolo.</xsl:when>
        <xsl:when test="$atto = 'apri-fascicolo'">Fascicolo aperto.</xsl:when>
        <xsl:when test="$atto = 'chiudi-fascicolo'">Fascicolo chiuso.</xsl:when>
        <xsl:when test="$atto = 'chiudi-giorno'">Giorno chiuso e firmato.</xsl:when>
        <xsl:when test="$atto = 'sigilla'">Sigillato.</xsl:when>
        <xsl:when test="$atto = 'proponi'">Proposta inviata al coordinatore.</xsl:when>
        <xsl:when test="$atto = 'delega'">Delega data.</xsl:when>
        <xsl:when test="$atto = 'revoca-delega'">Delega revocata.</xsl:when>
        <xsl:when test="$atto = 'comunica'">Lettera fatta e registrata.</xsl:when>
        <xsl:otherwise><xsl:value-of select="concat('Fatto: ', key('puo', $atto)/@sommario, '.')"/></xsl:otherwise>
      </xsl:choose>
    </strong>
  </xsl:template>
</xsl:stylesheet>
