<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: EUPL-1.2 -->
<!--
  atti.xsl: acts and documents as people call them.

  atto-parola       atto   "Scrivi una relazione"; what has no words here says what
                           the table of acts says of it
  documento-parola  v      "Relazione 2" of relazioni/0002.xml; a path that is none
                           of these as it is
  specie-parola     v      "per l’autorità giudiziaria": which relazione it is
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:c="urn:cartella:1" exclude-result-prefixes="c">
  <xsl:template name="atto-parola">
    <xsl:param name="atto"/>
    <xsl:choose>
      <xsl:when test="$atto = 'annota'">Scrivi nel diario</xsl:when>
      <xsl:when test="$atto = 'aggiorna-accesso'">Riscrivi la scheda di segretariato</xsl:when>
      <xsl:when test="$atto = 'valuta'">Valuta</xsl:when>
      <xsl:when test="$atto = 'redigi'">Scrivi una relazione</xsl:when>
      <xsl:when test="$atto = 'progetto'">Scrivi un progetto</xsl:when>
      <xsl:when test="$atto = 'verbale'">Scrivi un verbale</xsl:when>
      <xsl:when test="$atto = 'affidamento'">Scrivi un affidamento</xsl:when>
      <xsl:when test="$atto = 'scrivi'">Scrivi un documento dell’ente</xsl:when>
      <xsl:when test="$atto = 'comunica'">Scrivi una lettera</xsl:when>
      <xsl:when test="$atto = 'bozza'">Scrivi in Writer, o riprendi ciò che hai cominciato</xsl:when>
      <xsl:when test="$atto = 'acquisisci'">Metti nella cartella un documento arrivato</xsl:when>
      <xsl:when test="$atto = 'raccogli-liberatoria'">Raccogli una liberatoria</xsl:when>
      <xsl:when test="$atto = 'revoca-liberatoria'">Revoca una liberatoria</xsl:when>
      <xsl:when test="$atto = 'registra-famiglia'">Registra lo stato di famiglia</xsl:when>
      <xsl:when test="$atto = 'aggiorna-scheda'">Aggiorna la scheda della persona</xsl:when>
      <xsl:when test="$atto = 'registra-comune'">Registra un comune (residenza, in carico, onere)</xsl:when>
      <xsl:when test="$atto = 'sottoscrivi'">Registra che la persona ha firmato</xsl:when>
      <xsl:when test="$atto = 'avvia-ufficio'">Scrivi perché l’ufficio agisce da sé</xsl:when>
      <xsl:when test="$atto = 'componi-equipe'">Componi o cambia l’équipe</xsl:when>
      <xsl:when test="$atto = 'riassegna'">Affida a un’altra assistente sociale</xsl:when>
      <xsl:when test="$atto = 'collega'">Collega a un’altra cartella</xsl:when>
      <xsl:when test="$atto = 'scollega'">Scollega da un’altra cartella</xsl:when>
      <xsl:when test="$atto = 'secreta'">Secreta la cartella</xsl:when>
      <xsl:when test="$atto = 'concedi-consultazione'">Concedi una consultazione a un altro ente</xsl:when>
      <xsl:when test="$atto = 'revoca-consultazione'">Revoca la consultazione</xsl:when>
      <xsl:when test="$atto = 'dissecreta'">Togli il segreto</xsl:when>
      <xsl:when test="$atto = 'dichiara-conflitto'">Dichiara un conflitto di interessi</xsl:when>
      <xsl:when test="$atto = 'cessa-conflitto'">Il conflitto è cessato</xsl:when>
      <xsl:when test="$atto = 'prendi-atto'">Prendi atto degli accessi straordinari</xsl:when>
      <xsl:when test="$atto = 'unisci-persone'">È la stessa persona di un’altra cartella</xsl:when>
      <xsl:when test="$atto = 'separa-persone'">Separa due persone unite per errore</xsl:when>
      <xsl:when test="$atto = 'registra-403'">Registra un collocamento d’urgenza (art. 403)</xsl:when>
      <xsl:when test="$atto = 'copia-oscurata'">Fai una copia oscurata</xsl:when>
      <xsl:when test="$atto = 'attesta-conformita'">Fai una copia conforme</xsl:when>
      <xsl:when test="$atto = 'classifica'">Cambia la classificazione</xsl:when>
      <xsl:when test="$atto = 'apri-fascicolo'">Apri un fascicolo</xsl:when>
      <xsl:when test="$atto = 'chiudi'">Chiudi la cartella</xsl:when>
      <xsl:when test="$atto = 'riapri'">Riapri la cartella</xsl:when>
      <xsl:when test="$atto = 'proponi'">Proponi al coordinatore</xsl:when>
      <xsl:when test="$atto = 'apri'">Prendi in carico: apri la cartella</xsl:when>
      <xsl:when test="$atto = 'assegna'">Assegna a un’assistente sociale</xsl:when>
      <xsl:when test="$atto = 'approva'">Approva la proposta</xsl:when>
      <xsl:when test="$atto = 'rinvia'">Rinvia la proposta a chi l’ha scritta</xsl:when>
      <xsl:when test="$atto = 'accogli'">Accogli chi si presenta</xsl:when>
      <xsl:when test="$atto = 'correggi-voce'">Correggi una voce del diario</xsl:when>
      <xsl:when test="$atto = 'espungi'">Espungi un documento</xsl:when>
      <xsl:when test="$atto = 'fissa'">Fissa un appuntamento</xsl:when>
      <xsl:when test="$atto = 'sposta'">Sposta un appuntamento</xsl:when>
      <xsl:when test="$atto = 'disdici'">Disdici un appuntamento</xsl:when>
      <xsl:when test="$atto = 'esita'">Di’ com’è andato un appuntamento</xsl:when>
      <xsl:when test="$atto = 'delega'">Delega qualcuno</xsl:when>
      <xsl:when test="$atto = 'revoca-delega'">Revoca una delega</xsl:when>
      <xsl:when test="$atto = 'prendi-in-carico'">Prendi in carico una registrazione</xsl:when>
      <xsl:when test="$atto = 'rifiuta'">Rifiuta una registrazione</xsl:when>
      <xsl:when test="$atto = 'smista'">Smista</xsl:when>
      <xsl:when test="$atto = 'accedi'">Accesso straordinario</xsl:when>
      <xsl:when test="$puo[@atto = $atto]/@sommario"><xsl:value-of select="$puo[@atto = $atto]/@sommario"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="translate($atto, '-', ' ')"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="documento-parola">
    <xsl:param name="v"/>
    <xsl:variable name="dir" select="substring-before($v, '/')"/>
    <xsl:variable name="n" select="number(substring-before(substring-after($v, '/'), '.xml'))"/>
    <xsl:variable name="nome">
      <xsl:choose>
        <xsl:when test="$dir = 'relazioni'">Relazione</xsl:when>
        <xsl:when test="$dir = 'progetti'">Progetto</xsl:when>
        <xsl:when test="$dir = 'verbali'">Verbale</xsl:when>
        <xsl:when test="$dir = 'affidamenti'">Affidamento</xsl:when>
        <xsl:when test="$dir = 'proposte'">Proposta</xsl:when>
        <xsl:when test="$dir = 'determinazioni'">Determinazione</xsl:when>
        <xsl:when test="$dir = 'comunicazioni'">Lettera</xsl:when>
        <xsl:when test="$dir = 'interventi'">Intervento</xsl:when>
        <xsl:when test="$dir = 'provvedimenti'">Provvedimento</xsl:when>
        <xsl:when test="$dir = 'liberatorie'">Liberatoria</xsl:when>
        <xsl:when test="$dir = 'istanze'">Istanza</xsl:when>
      </xsl:choose>
    </xsl:variable>
    <xsl:choose>
      <xsl:when test="$nome != '' and $n = $n"><xsl:value-of select="concat($nome, ' ', $n)"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="$v"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="specie-parola">
    <xsl:param name="v"/>
    <xsl:choose>
      <xsl:when test="$v = 'autorita-giudiziaria'">per l’autorità giudiziaria</xsl:when>
      <xsl:when test="$v = 'attivita'">di sola attività</xsl:when>
      <xsl:when test="$v = 'chiusura'">di chiusura</xsl:when>
      <xsl:otherwise><xsl:value-of select="translate($v, '-', ' ')"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
