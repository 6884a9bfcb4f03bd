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
        <xsl:when test="$atto = 'accogli'">Accesso aperto.</xsl:when>
        <xsl:when test="$atto = 'acquisisci'">Messo nella cartella.</xsl:when>
        <xsl:when test="$atto = 'adotta-fiducia'">Elenco di fiducia adottato.</xsl:when>
        <xsl:when test="$atto = 'adotta-firme'">Regole di firma adottate.</xsl:when>
        <xsl:when test="$atto = 'adotta-indicatori'">Indicatori adottati.</xsl:when>
        <xsl:when test="$atto = 'adotta-massimario'">Massimario adottato.</xsl:when>
        <xsl:when test="$atto = 'adotta-oscuramento'">Politica di oscuramento adottata.</xsl:when>
        <xsl:when test="$atto = 'adotta-permessi'">Permessi adottati.</xsl:when>
        <xsl:when test="$atto = 'adotta-procedimento'">Procedimento adottato.</xsl:when>
        <xsl:when test="$atto = 'adotta-termini'">Termini adottati.</xsl:when>
        <xsl:when test="$atto = 'adotta-tipo'">Tipo di documento adottato.</xsl:when>
        <xsl:when test="$atto = 'adotta-titolario'">Titolario adottato.</xsl:when>
        <xsl:when test="$atto = 'affidamento'">Affidamento scritto.</xsl:when>
        <xsl:when test="$atto = 'aggiorna-accesso'">Scheda di segretariato aggiornata.</xsl:when>
        <xsl:when test="$atto = 'aggiorna-scheda'">Scheda della persona aggiornata.</xsl:when>
        <xsl:when test="$atto = 'aggiungi-modello'">Modello adottato.</xsl:when>
        <xsl:when test="$atto = 'annulla-kit'">Kit annullato.</xsl:when>
        <xsl:when test="$atto = 'arruola-chiave'">Chiave arruolata.</xsl:when>
        <xsl:when test="$atto = 'attesta-conformita'">Copia conforme fatta.</xsl:when>
        <xsl:when test="$atto = 'avvia-istruttoria'">Istruttoria avviata.</xsl:when>
        <xsl:when test="$atto = 'avvia-ufficio'">Scritto perché l’ufficio agisce da sé.</xsl:when>
        <xsl:when test="$atto = 'blocca-scarto'">Scarto bloccato.</xsl:when>
        <xsl:when test="$atto = 'sblocca-scarto'">Blocco tolto.</xsl:when>
        <xsl:when test="$atto = 'dichiara-conflitto'">Conflitto dichiarato.</xsl:when>
        <xsl:when test="$atto = 'cessa-conflitto'">Conflitto cessato.</xsl:when>
        <xsl:when test="$atto = 'chiudi-intervento'">Intervento chiuso.</xsl:when>
        <xsl:when test="$atto = 'collega'">Cartelle collegate.</xsl:when>
        <xsl:when test="$atto = 'scollega'">Cartelle scollegate.</xsl:when>
        <xsl:when test="$atto = 'collega-protocollo'">Registrazioni collegate.</xsl:when>
        <xsl:when test="$atto = 'componi-equipe'">Équipe composta.</xsl:when>
        <xsl:when test="$atto = 'comunica-esito'">Esito comunicato.</xsl:when>
        <xsl:when test="$atto = 'copia-oscurata'">Copia oscurata fatta.</xsl:when>
        <xsl:when test="$atto = 'correggi-voce'">Voce corretta: quella di prima resta.</xsl:when>
        <xsl:when test="$atto = 'determina'">Determinazione adottata.</xsl:when>
        <xsl:when test="$atto = 'prepara-determina'">Determinazione preparata.</xsl:when>
        <xsl:when test="$atto = 'preavvisa'">Preavviso mandato.</xsl:when>
        <xsl:when test="$atto = 'secreta'">Cartella secretata.</xsl:when>
        <xsl:when test="$atto = 'dissecreta'">Segreto tolto.</xsl:when>
        <xsl:when test="$atto = 'esita'">Scritto com’è andato.</xsl:when>
        <xsl:when test="$atto = 'sposta'">Appuntamento spostato.</xsl:when>
        <xsl:when test="$atto = 'iscrivi-corrispondente'">Corrispondente iscritto.</xsl:when>
        <xsl:when test="$atto = 'unisci-corrispondenti'">Corrispondenti uniti.</xsl:when>
        <xsl:when test="$atto = 'separa-corrispondente'">Corrispondente separato.</xsl:when>
        <xsl:when test="$atto = 'istituisci-repertorio'">Repertorio istituito.</xsl:when>
        <xsl:when test="$atto = 'repertoria'">Messo nel repertorio.</xsl:when>
        <xsl:when test="$atto = 'nomina'">Nomina fatta.</xsl:when>
        <xsl:when test="$atto = 'prendi-atto'">Preso atto.</xsl:when>
        <xsl:when test="$atto = 'prepara-emergenza'">Kit preparato: ora chi cura il servizio lo scrive su un disco.</xsl:when>
        <xsl:when test="$atto = 'progetto'">Progetto scritto.</xsl:when>
        <xsl:when test="$atto = 'verbale'">Verbale scritto.</xsl:when>
        <xsl:when test="$atto = 'scrivi'">Documento scritto.</xsl:when>
        <xsl:when test="$atto = 'raccogli-liberatoria'">Liberatoria raccolta.</xsl:when>
        <xsl:when test="$atto = 'revoca-liberatoria'">Liberatoria revocata.</xsl:when>
        <xsl:when test="$atto = 'registra-403'">Collocamento d’urgenza registrato.</xsl:when>
        <xsl:when test="$atto = 'registra-comune'">Comune registrato.</xsl:when>
        <xsl:when test="$atto = 'registra-famiglia'">Stato di famiglia registrato.</xsl:when>
        <xsl:when test="$atto = 'revoca-chiave'">Chiave revocata.</xsl:when>
        <xsl:when test="$atto = 'riapri'">Cartella riaperta.</xsl:when>
        <xsl:when test="$atto = 'riassegna'">Caso affidato ad altri.</xsl:when>
        <xsl:when test="$atto = 'rinvia-firma'">Rinviato a chi lo ha scritto.</xsl:when>
        <xsl:when test="$atto = 'rispondi-termine'">Risposta al termine scritta.</xsl:when>
        <xsl:when test="$atto = 'sospendi-termine'">Termine sospeso.</xsl:when>
        <xsl:when test="$atto = 'riprendi-termine'">Termine ripreso.</xsl:when>
        <xsl:when test="$atto = 'ritira-modello'">Modello ritirato.</xsl:when>
        <xsl:when test="$atto = 'ritira-scarto'">Elenco di scarto ritirato.</xsl:when>
        <xsl:when test="$atto = 'sottoscrivi'">Registrato: la persona ha firmato, o non ha voluto.</xsl:when>
        <xsl:when test="$atto = 'unisci-persone'">Persone unite.</xsl:when>
        <xsl:when test="$atto = 'separa-persone'">Persone separate.</xsl:when>
        <xsl:when test="$atto = 'valuta'">Valutazione scritta.</xsl:when>
        <xsl:when test="$atto = 'verifica-intervento'">Verifica scritta.</xsl:when>
        <xsl:when test="$atto = 'espungi'">Espunto.</xsl:when>
        <xsl:when test="$atto = 'deposita'">Consegnato all’archivio di deposito.</xsl:when>
        <xsl:otherwise><xsl:value-of select="concat('Fatto: ', key('puo', $atto)/@sommario, '.')"/></xsl:otherwise>
      </xsl:choose>
    </strong>
  </xsl:template>
</xsl:stylesheet>
