<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: EUPL-1.2 -->
<!-- cartella.xsl: the cover: who, what to do next, what runs out, the last lines of
     the diary and one more. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:c="urn:cartella:1" exclude-result-prefixes="c">
  <xsl:include href="parti/pagina.xsl"/>
  <xsl:include href="parti/caso.xsl"/>
  <xsl:include href="parti/diario.xsl"/>
  <xsl:include href="parti/fare.xsl"/>
  <xsl:include href="parti/termini.xsl"/>
  <xsl:include href="parti/agenda.xsl"/>
  <xsl:include href="parti/documenti.xsl"/>

  <xsl:variable name="oggi" select="number(translate(/c:pagina/@oggi, '-', ''))"/>

  <xsl:template match="c:pagina" mode="titolo"><xsl:value-of select="concat('Cartella ', $caso)"/></xsl:template>
  <xsl:template match="c:pagina" mode="briciole"><xsl:call-template name="cartelle-briciola"/></xsl:template>

  <xsl:template match="c:pagina" mode="corpo">
    <xsl:variable name="f" select="c:parte[@atto = 'mostra']/c:fascicolo"/>
    <xsl:variable name="cop" select="$f/c:cartella"/>
    <xsl:call-template name="caso-testa"><xsl:with-param name="attiva" select="'copertina'"/></xsl:call-template>
    <xsl:apply-templates select="$f/c:scartata" mode="avviso"/>
    <xsl:variable name="scaduti" select="c:parte[@atto = 'termini']/c:termini/c:termine[@stato = 'scaduto']"/>
    <xsl:if test="$scaduti">
      <div class="alert alert-danger" role="status">
        <strong><xsl:choose><xsl:when test="count($scaduti) = 1">Un termine è scaduto: </xsl:when><xsl:otherwise>Termini scaduti: </xsl:otherwise></xsl:choose></strong>
        <xsl:for-each select="$scaduti"><xsl:if test="position() &gt; 1">; </xsl:if><xsl:value-of select="concat(@nome, ', ', .)"/></xsl:for-each>
        <xsl:text>. </xsl:text><a class="alert-link" href="/cartella/{$caso}/termini">Rispondi</a>
      </div>
    </xsl:if>
    <xsl:for-each select="$f[c:scartata]"><xsl:call-template name="registrazioni"/></xsl:for-each>
    <xsl:if test="not($f/c:scartata)">
    <div class="row copertina-prima">
      <div class="col-lg-8">
        <xsl:if test="$cop/c:stato != 'chiuso'"><xsl:call-template name="diario-riga"/></xsl:if>
        <xsl:apply-templates select="c:parte[@atto = 'diario']/c:diario" mode="ultime"/>
        <xsl:apply-templates select="c:parte[@atto = 'termini']/c:termini" mode="aperti"/>
        <xsl:for-each select="$f">
          <xsl:call-template name="collegate"/>
          <xsl:call-template name="registrazioni"/>
        </xsl:for-each>
      </div>
      <div class="col-lg-4">
        <section class="mb-4" aria-labelledby="copertina">
          <h2 class="h5" id="copertina">Copertina</h2>
          <dl class="voci">
            <xsl:call-template name="voce"><xsl:with-param name="nome" select="'Stato'"/><xsl:with-param name="v"><xsl:call-template name="stato"><xsl:with-param name="v" select="string($cop/c:stato)"/></xsl:call-template></xsl:with-param></xsl:call-template>
            <xsl:call-template name="voce"><xsl:with-param name="nome" select="'Responsabile'"/><xsl:with-param name="v"><xsl:call-template name="chi"><xsl:with-param name="codice" select="string($cop/c:responsabile)"/></xsl:call-template></xsl:with-param></xsl:call-template>
            <xsl:call-template name="voce"><xsl:with-param name="nome" select="'Ufficio'"/><xsl:with-param name="v"><xsl:call-template name="dove"><xsl:with-param name="codice" select="string($cop/c:ufficio)"/></xsl:call-template></xsl:with-param></xsl:call-template>
            <xsl:call-template name="voce"><xsl:with-param name="nome" select="'Aperta'"/><xsl:with-param name="v"><xsl:call-template name="data"><xsl:with-param name="v" select="string($cop/c:aperta)"/></xsl:call-template></xsl:with-param></xsl:call-template>
            <xsl:call-template name="voce"><xsl:with-param name="nome" select="'Accesso'"/><xsl:with-param name="v"><xsl:choose><xsl:when test="$f/@vede-accesso"><xsl:call-template name="riferimento"><xsl:with-param name="v" select="string($cop/c:accesso)"/></xsl:call-template></xsl:when><xsl:otherwise><xsl:value-of select="$cop/c:accesso"/></xsl:otherwise></xsl:choose></xsl:with-param></xsl:call-template>
            <xsl:call-template name="voce"><xsl:with-param name="nome" select="'Classifica'"/><xsl:with-param name="v" select="string($cop/c:classifica)"/></xsl:call-template>
            <xsl:for-each select="$f/c:comune">
              <xsl:call-template name="voce"><xsl:with-param name="nome" select="concat('Comune: ', translate(@tipo, '-', ' '))"/><xsl:with-param name="v" select="string(.)"/></xsl:call-template>
            </xsl:for-each>
            <xsl:if test="$cop/c:chiusura">
              <xsl:call-template name="voce"><xsl:with-param name="nome" select="'Chiusa'"/><xsl:with-param name="v"><xsl:call-template name="data"><xsl:with-param name="v" select="string($cop/c:chiusura/c:data)"/></xsl:call-template><xsl:value-of select="concat(', ', translate($cop/c:chiusura/c:motivo, '-', ' '))"/><xsl:if test="$cop/c:chiusura/c:nota"><xsl:value-of select="concat('. ', $cop/c:chiusura/c:nota)"/></xsl:if></xsl:with-param></xsl:call-template>
            </xsl:if>
            <xsl:apply-templates select="$f/c:conservata/c:voce" mode="copertina"/>
          </dl>
        </section>
        <xsl:apply-templates select="c:parte/c:trasferimenti/c:trasferimento" mode="attende"/>
        <xsl:for-each select="$f"><xsl:call-template name="fare-cartella"><xsl:with-param name="stato" select="string($cop/c:stato)"/><xsl:with-param name="documenti" select="c:documento"/></xsl:call-template></xsl:for-each>
        <xsl:apply-templates select="c:parte[@atto = 'agenda']/c:agenda" mode="prossimi"/>
        <xsl:apply-templates select="$f/c:documento[@tipo = 'scheda']/c:scheda" mode="recapiti"/>
        <section class="mb-4 non-stampa" aria-labelledby="altro">
          <h2 class="h5" id="altro">Altro</h2>
          <ul class="list-unstyled">
            <xsl:if test="not($di-fuori or $cop/@sagoma)"><li><a href="/cartella/{$caso}/allora">Com’era un giorno passato</a></li></xsl:if>
            <xsl:if test="key('puo', 'esponi')"><li><a href="/file/esponi?riferimento={$caso}">Scarica tutti i documenti</a></li></xsl:if>
            <xsl:if test="key('puo', 'offri-trasferimento') and $cop/c:stato != 'chiuso'"><li><a href="/atto/offri-trasferimento?cartella={$caso}&amp;_ritorno=/trasferimenti">Offri la cartella a un altro ente</a></li></xsl:if>
          </ul>
        </section>
      </div>
    </div>
    </xsl:if>
  </xsl:template>

  <!-- an offer that waits: to whom, until when, what may be done of it -->
  <xsl:template match="c:trasferimento" mode="attende">
    <section class="mb-4" aria-labelledby="trasferimento">
      <h2 class="h5" id="trasferimento">Trasferimento</h2>
      <p class="mb-1">
        <xsl:text>Offerta a </xsl:text>
        <xsl:choose><xsl:when test="@denominazione"><xsl:value-of select="@denominazione"/></xsl:when><xsl:otherwise><xsl:value-of select="@ente"/></xsl:otherwise></xsl:choose>
        <xsl:choose>
          <xsl:when test="@stato = 'accettata'">, che l’ha accettata: è di questo ente finché non la si rilascia.</xsl:when>
          <xsl:when test="@scaduta"><xsl:text>: non ha risposto, e non può più accettarla dal </xsl:text><xsl:call-template name="data-lunga"><xsl:with-param name="v" select="@scade"/></xsl:call-template>.</xsl:when>
          <xsl:otherwise><xsl:text>: attende risposta, fino al </xsl:text><xsl:call-template name="data-lunga"><xsl:with-param name="v" select="@scade"/></xsl:call-template>. Intanto il caso va avanti.</xsl:otherwise>
        </xsl:choose>
      </p>
      <p class="non-stampa"><a href="/trasferimenti">Che cosa si può fare</a></p>
    </section>
  </xsl:template>

  <xsl:template match="c:diario" mode="ultime">
    <section class="mb-4" aria-labelledby="ultime">
      <h2 class="h5" id="ultime">Ultime voci del diario</h2>
      <xsl:choose>
        <xsl:when test="c:voce-diario"><ol class="list-unstyled"><xsl:apply-templates select="c:voce-diario" mode="voce"><xsl:with-param name="breve" select="'si'"/></xsl:apply-templates></ol></xsl:when>
        <xsl:otherwise><xsl:call-template name="vuoto"><xsl:with-param name="testo" select="'Nessuna voce.'"/></xsl:call-template></xsl:otherwise>
      </xsl:choose>
      <xsl:if test="@continua"><p class="non-stampa"><a href="/cartella/{$caso}/diario">Tutto il diario</a></p></xsl:if>
    </section>
  </xsl:template>

  <xsl:template match="c:termini" mode="aperti">
    <xsl:variable name="aperti" select="c:termine[@stato = 'corre' or @stato = 'scaduto' or @stato = 'sospeso']"/>
    <xsl:if test="$aperti">
      <section class="mb-4" aria-labelledby="termini">
        <h2 class="h5" id="termini">Termini</h2>
        <ul class="list-unstyled">
          <xsl:for-each select="$aperti">
            <li class="mb-2"><xsl:value-of select="concat(@nome, ': ')"/><xsl:call-template name="termine-scade"/></li>
          </xsl:for-each>
        </ul>
        <p class="non-stampa"><a href="/cartella/{$caso}/termini">Rispondi, sospendi, fai ripartire</a></p>
      </section>
    </xsl:if>
  </xsl:template>

  <xsl:template match="c:agenda" mode="prossimi">
    <xsl:variable name="senza" select="count(c:appuntamento[@stato = 'fissato'][number(translate(substring(c:inizio, 1, 10), '-', '')) &lt; $oggi])"/>
    <xsl:if test="c:appuntamento[@stato = 'fissato'] or key('puo', 'fissa')">
      <section class="mb-4" aria-labelledby="prossimi">
        <h2 class="h5" id="prossimi">Prossimi appuntamenti</h2>
        <xsl:choose>
          <xsl:when test="c:appuntamento[@stato = 'fissato'][number(translate(substring(c:inizio, 1, 10), '-', '')) &gt;= $oggi]">
            <ul class="list-unstyled">
              <xsl:for-each select="c:appuntamento[@stato = 'fissato'][number(translate(substring(c:inizio, 1, 10), '-', '')) &gt;= $oggi]">
                <li class="mb-1">
                  <xsl:call-template name="momento"><xsl:with-param name="v" select="string(c:inizio)"/></xsl:call-template>
                  <xsl:text> · </xsl:text>
                  <xsl:call-template name="tipo-appuntamento"><xsl:with-param name="v" select="string(c:tipo)"/></xsl:call-template>
                  <xsl:if test="c:luogo"><xsl:value-of select="concat(', ', c:luogo)"/></xsl:if>
                </li>
              </xsl:for-each>
            </ul>
          </xsl:when>
          <xsl:otherwise><xsl:call-template name="vuoto"><xsl:with-param name="testo" select="'Nessuno.'"/></xsl:call-template></xsl:otherwise>
        </xsl:choose>
        <xsl:if test="$senza &gt; 0"><p><xsl:call-template name="etichetta"><xsl:with-param name="tono" select="'avviso'"/><xsl:with-param name="testo"><xsl:choose><xsl:when test="$senza = 1">uno passato senza esito</xsl:when><xsl:otherwise><xsl:value-of select="concat($senza, ' passati senza esito')"/></xsl:otherwise></xsl:choose></xsl:with-param></xsl:call-template></p></xsl:if>
        <p class="non-stampa"><a href="/cartella/{$caso}/appuntamenti">Tutti, e fissane uno</a></p>
      </section>
    </xsl:if>
  </xsl:template>

  <xsl:template match="c:scheda" mode="recapiti">
    <section class="mb-4" aria-labelledby="scheda">
      <h2 class="h5" id="scheda">Persona</h2>
      <dl class="voci">
        <xsl:call-template name="voce"><xsl:with-param name="nome"><xsl:choose><xsl:when test="c:anagrafica/c:sesso = 'F'">Nata a</xsl:when><xsl:otherwise>Nato a</xsl:otherwise></xsl:choose></xsl:with-param><xsl:with-param name="v" select="string(c:anagrafica/c:nascita/c:luogo)"/></xsl:call-template>
        <xsl:call-template name="voce"><xsl:with-param name="nome" select="'Residenza'"/><xsl:with-param name="v"><xsl:value-of select="c:residenza/c:indirizzo"/><xsl:if test="c:residenza/c:indirizzo and c:residenza/c:comune">, </xsl:if><xsl:value-of select="c:residenza/c:comune"/></xsl:with-param></xsl:call-template>
        <xsl:call-template name="voce"><xsl:with-param name="nome" select="'Codice fiscale'"/><xsl:with-param name="v" select="string(c:anagrafica/c:codice-fiscale)"/></xsl:call-template>
      </dl>
      <p class="non-stampa"><a href="/cartella/{$caso}/documento?quale=scheda.xml">Tutta la scheda</a></p>
    </section>
  </xsl:template>
</xsl:stylesheet>
