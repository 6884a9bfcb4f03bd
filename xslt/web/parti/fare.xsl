<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: EUPL-1.2 -->
<!-- fare.xsl: what can be done next in a case, by its state and by what the role
     has; whether it may be done in this very case the act itself says. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:c="urn:cartella:1" exclude-result-prefixes="c">
  <!-- one that stands out: a button with its own words -->
  <xsl:template name="fare-subito">
    <xsl:param name="atto"/>
    <xsl:param name="testo"/>
    <xsl:param name="con"/>
    <xsl:if test="key('puo', $atto)">
      <li class="mb-2"><a class="btn btn-primary btn-sm w-100"><xsl:attribute name="href"><xsl:call-template name="atto-via"><xsl:with-param name="atto" select="$atto"/><xsl:with-param name="con" select="$con"/></xsl:call-template></xsl:attribute><xsl:value-of select="$testo"/></a></li>
    </xsl:if>
  </xsl:template>

  <!-- the others: a list that opens, each as the table of acts says it -->
  <xsl:template name="fare-gruppo">
    <xsl:param name="titolo"/>
    <xsl:param name="atti"/>
    <xsl:param name="con"/>
    <xsl:variable name="fa" select="$puo[contains($atti, concat(' ', @atto, ' '))]"/>
    <xsl:if test="$fa">
      <details class="mb-2">
        <summary><xsl:value-of select="$titolo"/></summary>
        <ul class="list-unstyled ps-3 mt-2">
          <xsl:for-each select="$fa">
            <li class="mb-1"><a><xsl:attribute name="href"><xsl:call-template name="atto-via"><xsl:with-param name="atto" select="@atto"/><xsl:with-param name="con" select="$con"/></xsl:call-template></xsl:attribute><xsl:call-template name="atto-parola"><xsl:with-param name="atto" select="@atto"/></xsl:call-template></a></li>
          </xsl:for-each>
        </ul>
      </details>
    </xsl:if>
  </xsl:template>

  <!-- long texts have an editor, the others the form of the act -->
  <xsl:template name="atto-via">
    <xsl:param name="atto"/>
    <xsl:param name="con"/>
    <xsl:choose>
      <xsl:when test="$atto = 'redigi'"><xsl:value-of select="concat('/redazione/', $caso, '/relazione')"/></xsl:when>
      <xsl:when test="$atto = 'progetto' or $atto = 'verbale'"><xsl:value-of select="concat('/redazione/', $caso, '/', $atto)"/></xsl:when>
      <xsl:when test="$atto = 'comunica'"><xsl:value-of select="concat('/redazione/', $caso, '/lettera')"/></xsl:when>
      <xsl:when test="$atto = 'prepara-determina'"><xsl:value-of select="concat('/redazione/', $caso, '/determinazione')"/></xsl:when>
      <xsl:when test="$atto = 'bozza'"><xsl:value-of select="concat('/redazione/', $caso)"/></xsl:when>
      <!-- on to the cartella that it opens -->
      <xsl:when test="$atto = 'apri'"><xsl:value-of select="concat('/atto/apri?', $con, '&amp;_ritorno=/cartella/{cartella}')"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="concat('/atto/', $atto, '?', $con)"/><xsl:call-template name="e-torna"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="fare-cartella">
    <xsl:param name="stato"/>
    <xsl:param name="documenti"/>
    <xsl:variable name="con" select="concat('cartella=', $caso)"/>
    <xsl:variable name="proposta" select="$documenti[@tipo = 'proposta'][last()]"/>
    <xsl:variable name="determina" select="$documenti[@tipo = 'determinazione'][last()]/@percorso"/>
    <xsl:variable name="intervento" select="$documenti[@tipo = 'intervento'][last()]/@percorso"/>
    <xsl:variable name="subito">
      <xsl:choose>
        <xsl:when test="$stato = 'in-carico'">
          <xsl:choose>
            <xsl:when test="$documenti[@tipo = 'relazione'] and not($documenti[@tipo = 'relazione'][last()]/@firmata)">
              <xsl:if test="$puo[@atto = 'firma']"><li class="mb-2"><a class="btn btn-primary btn-sm w-100" href="/libro-firma/documento?cartella={$caso}&amp;documento={$documenti[@tipo = 'relazione'][last()]/@percorso}">Leggi e firma la relazione</a></li></xsl:if>
            </xsl:when>
            <xsl:when test="$documenti[@tipo = 'relazione']">
              <xsl:call-template name="fare-subito"><xsl:with-param name="atto" select="'proponi'"/><xsl:with-param name="testo" select="'Proponi al coordinatore'"/><xsl:with-param name="con" select="concat($con, '&amp;relazione=', $documenti[@tipo = 'relazione'][last()]/@percorso)"/></xsl:call-template>
            </xsl:when>
            <xsl:otherwise>
              <xsl:call-template name="fare-subito"><xsl:with-param name="atto" select="'redigi'"/><xsl:with-param name="testo" select="'Scrivi la relazione'"/><xsl:with-param name="con" select="$con"/></xsl:call-template>
            </xsl:otherwise>
          </xsl:choose>
        </xsl:when>
        <xsl:when test="$stato = 'proposta-inviata'">
          <xsl:if test="$proposta and $puo[@atto = 'approva' or @atto = 'rinvia']"><li class="mb-2"><a class="btn btn-primary btn-sm w-100" href="/cartella/{$caso}/documento?quale={$proposta/@percorso}">Leggi la proposta</a></li></xsl:if>
          <xsl:call-template name="fare-subito"><xsl:with-param name="atto" select="'approva'"/><xsl:with-param name="testo" select="'Approva la proposta'"/><xsl:with-param name="con" select="concat($con, '&amp;proposta=', $proposta/@percorso)"/></xsl:call-template>
          <xsl:call-template name="fare-subito"><xsl:with-param name="atto" select="'rinvia'"/><xsl:with-param name="testo" select="'Rinviala a chi l’ha scritta'"/><xsl:with-param name="con" select="concat($con, '&amp;proposta=', $proposta/@percorso)"/></xsl:call-template>
        </xsl:when>
        <xsl:when test="$stato = 'in-istruttoria'">
          <xsl:if test="not($documenti[@tipo = 'istruttoria'])">
            <xsl:call-template name="fare-subito"><xsl:with-param name="atto" select="'avvia-istruttoria'"/><xsl:with-param name="testo" select="'Avvia l’istruttoria'"/><xsl:with-param name="con" select="$con"/></xsl:call-template>
          </xsl:if>
          <xsl:call-template name="fare-subito"><xsl:with-param name="atto" select="'prepara-determina'"/><xsl:with-param name="testo" select="'Prepara la determinazione'"/><xsl:with-param name="con" select="$con"/></xsl:call-template>
          <xsl:call-template name="fare-subito"><xsl:with-param name="atto" select="'preavvisa'"/><xsl:with-param name="testo" select="'Comunica i motivi del rigetto'"/><xsl:with-param name="con" select="$con"/></xsl:call-template>
          <xsl:call-template name="fare-subito"><xsl:with-param name="atto" select="'osserva'"/><xsl:with-param name="testo" select="'Acquisisci le osservazioni'"/><xsl:with-param name="con" select="$con"/></xsl:call-template>
          <xsl:if test="$determina">
            <xsl:call-template name="fare-subito"><xsl:with-param name="atto" select="'determina'"/><xsl:with-param name="testo" select="'Firma la determinazione'"/><xsl:with-param name="con" select="concat($con, '&amp;determinazione=', $determina)"/></xsl:call-template>
          </xsl:if>
        </xsl:when>
        <xsl:when test="$stato = 'in-erogazione'">
          <xsl:call-template name="fare-subito"><xsl:with-param name="atto" select="'comunica-esito'"/><xsl:with-param name="testo" select="'Comunica l’esito'"/><xsl:with-param name="con" select="concat($con, '&amp;determinazione=', $determina)"/></xsl:call-template>
          <xsl:call-template name="fare-subito"><xsl:with-param name="atto" select="'verifica-intervento'"/><xsl:with-param name="testo" select="'Scrivi come va l’intervento'"/><xsl:with-param name="con" select="concat($con, '&amp;intervento=', $intervento)"/></xsl:call-template>
          <xsl:call-template name="fare-subito"><xsl:with-param name="atto" select="'controlla-servizio'"/><xsl:with-param name="testo" select="'Scrivi l’esito di un controllo'"/><xsl:with-param name="con" select="concat($con, '&amp;intervento=', $intervento)"/></xsl:call-template>
          <xsl:call-template name="fare-subito"><xsl:with-param name="atto" select="'chiudi-intervento'"/><xsl:with-param name="testo" select="'Chiudi l’intervento'"/><xsl:with-param name="con" select="concat($con, '&amp;intervento=', $intervento)"/></xsl:call-template>
        </xsl:when>
        <xsl:when test="$stato = 'chiuso'">
          <xsl:call-template name="fare-subito"><xsl:with-param name="atto" select="'riapri'"/><xsl:with-param name="testo" select="'Riapri la cartella'"/><xsl:with-param name="con" select="$con"/></xsl:call-template>
        </xsl:when>
      </xsl:choose>
    </xsl:variable>
    <section class="fare mb-4" aria-labelledby="fare">
      <h2 class="h5" id="fare">Che fare adesso</h2>
      <xsl:choose>
        <xsl:when test="string($subito) != ''"><ul class="list-unstyled"><xsl:copy-of select="$subito"/></ul></xsl:when>
        <xsl:when test="$stato != 'chiuso'"><p>Il prossimo passo non tocca a te.</p></xsl:when>
        <xsl:otherwise><p>La cartella è chiusa: si legge, non vi si scrive.</p></xsl:otherwise>
      </xsl:choose>
      <xsl:if test="$stato != 'chiuso'">
        <xsl:call-template name="fare-gruppo"><xsl:with-param name="titolo" select="'Scrivere'"/><xsl:with-param name="atti" select="' redigi progetto verbale affidamento scrivi comunica bozza avvia-ufficio '"/><xsl:with-param name="con" select="$con"/></xsl:call-template>
        <xsl:call-template name="fare-gruppo"><xsl:with-param name="titolo" select="'Raccogliere e aggiornare'"/><xsl:with-param name="atti" select="' acquisisci raccogli-liberatoria revoca-liberatoria registra-famiglia aggiorna-scheda registra-comune sottoscrivi registra-403 '"/><xsl:with-param name="con" select="$con"/></xsl:call-template>
        <xsl:call-template name="fare-gruppo"><xsl:with-param name="titolo" select="'Chi se ne occupa'"/><xsl:with-param name="atti" select="' componi-equipe riassegna dichiara-conflitto cessa-conflitto secreta dissecreta concedi-consultazione prendi-atto '"/><xsl:with-param name="con" select="$con"/></xsl:call-template>
        <xsl:call-template name="fare-gruppo"><xsl:with-param name="titolo" select="'Altre cartelle'"/><xsl:with-param name="atti" select="' collega scollega unisci-persone separa-persone '"/><xsl:with-param name="con" select="$con"/></xsl:call-template>
        <xsl:call-template name="fare-gruppo"><xsl:with-param name="titolo" select="'Copie per altri'"/><xsl:with-param name="atti" select="' copia-oscurata attesta-conformita '"/><xsl:with-param name="con" select="$con"/></xsl:call-template>
        <xsl:call-template name="fare-gruppo"><xsl:with-param name="titolo" select="'Chiudere'"/><xsl:with-param name="atti" select="' chiudi '"/><xsl:with-param name="con" select="$con"/></xsl:call-template>
      </xsl:if>
    </section>
  </xsl:template>

  <xsl:template name="fare-accesso">
    <xsl:param name="stato"/>
    <xsl:variable name="con" select="concat('accesso=', $caso)"/>
    <xsl:variable name="subito">
      <xsl:choose>
        <xsl:when test="$stato = 'aperto'"><xsl:call-template name="fare-subito"><xsl:with-param name="atto" select="'assegna'"/><xsl:with-param name="testo" select="'Assegna a un’assistente sociale'"/><xsl:with-param name="con" select="$con"/></xsl:call-template></xsl:when>
        <xsl:when test="$stato = 'assegnato'"><xsl:call-template name="fare-subito"><xsl:with-param name="atto" select="'valuta'"/><xsl:with-param name="testo" select="'Valuta'"/><xsl:with-param name="con" select="$con"/></xsl:call-template></xsl:when>
        <xsl:when test="$stato = 'in-valutazione'">
          <xsl:call-template name="fare-subito"><xsl:with-param name="atto" select="'apri'"/><xsl:with-param name="testo" select="'Prendi in carico: apri la cartella'"/><xsl:with-param name="con" select="$con"/></xsl:call-template>
          <xsl:call-template name="fare-subito"><xsl:with-param name="atto" select="'valuta'"/><xsl:with-param name="testo" select="'Valuta di nuovo'"/><xsl:with-param name="con" select="$con"/></xsl:call-template>
        </xsl:when>
      </xsl:choose>
    </xsl:variable>
    <section class="fare mb-4" aria-labelledby="fare">
      <h2 class="h5" id="fare">Che fare adesso</h2>
      <xsl:choose>
        <xsl:when test="string($subito) != ''"><ul class="list-unstyled"><xsl:copy-of select="$subito"/></ul></xsl:when>
        <xsl:otherwise><p>Il prossimo passo non tocca a te, o non ce n’è.</p></xsl:otherwise>
      </xsl:choose>
      <xsl:if test="$stato = 'aperto' or $stato = 'assegnato' or $stato = 'in-valutazione'">
        <xsl:call-template name="fare-gruppo"><xsl:with-param name="titolo" select="'Altro'"/><xsl:with-param name="atti" select="' aggiorna-accesso riassegna '"/><xsl:with-param name="con" select="$con"/></xsl:call-template>
      </xsl:if>
    </section>
  </xsl:template>
</xsl:stylesheet>
