<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: EUPL-1.2 -->
<!-- amministrazione.xsl: how the store is, and the way to all that the responsible keeps. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:c="urn:cartella:1" exclude-result-prefixes="c">
  <xsl:include href="parti/pagina.xsl"/>
  <xsl:include href="parti/ente.xsl"/>

  <xsl:template match="c:pagina" mode="corpo">
    <div class="row">
      <div class="col-lg-7">
        <xsl:call-template name="pagine-ente"/>
      </div>
      <div class="col-lg-5">
        <xsl:apply-templates select="c:parte/c:stato-archivio"/>
        <xsl:apply-templates select="c:parte/c:chiavi"/>
      </div>
    </div>
  </xsl:template>

  <xsl:template name="pagine-ente">
    <h2>Persone</h2>
    <ul class="list-unstyled">
      <xsl:call-template name="ente-link"><xsl:with-param name="se" select="'utenti'"/><xsl:with-param name="via" select="'/amministrazione/utenti'"/><xsl:with-param name="testo" select="'Persone, ruoli e uffici'"/>
        <xsl:with-param name="spiega"><xsl:value-of select="concat(count(c:parte/c:utenti/c:utente[@attivo = 'si']), ' in servizio')"/><xsl:if test="$puo[@atto = 'nomina']">: nominarne una, cambiarne i ruoli, chi lascia il servizio</xsl:if></xsl:with-param></xsl:call-template>
      <xsl:call-template name="ente-link"><xsl:with-param name="se" select="'deleghe'"/><xsl:with-param name="via" select="'/amministrazione/deleghe'"/><xsl:with-param name="testo" select="'Deleghe'"/>
        <xsl:with-param name="spiega" select="concat(count(c:parte/c:deleghe/c:delega), ' in corso o che cominceranno: chi agisce per conto di chi')"/></xsl:call-template>
      <xsl:call-template name="ente-link"><xsl:with-param name="se" select="'permessi'"/><xsl:with-param name="via" select="'/amministrazione/permessi'"/><xsl:with-param name="testo" select="'Ruoli e permessi'"/>
        <xsl:with-param name="spiega" select="'chi può fare e leggere che cosa; provare altri permessi prima di adottarli'"/></xsl:call-template>
      <xsl:call-template name="ente-link"><xsl:with-param name="se" select="'utenti'"/><xsl:with-param name="via" select="'/amministrazione/accessi'"/><xsl:with-param name="testo" select="'Accessi'"/>
        <xsl:with-param name="spiega" select="'chi è dentro, chi è stato rifiutato'"/></xsl:call-template>
    </ul>
    <h2>Firme</h2>
    <ul class="list-unstyled">
      <xsl:call-template name="ente-link"><xsl:with-param name="se" select="'chiavi'"/><xsl:with-param name="via" select="'/amministrazione/chiavi'"/><xsl:with-param name="testo" select="'Chiavi di firma'"/>
        <xsl:with-param name="spiega"><xsl:choose><xsl:when test="$puo[@atto = 'arruola-chiave']">arruolarne una, revocarla</xsl:when><xsl:otherwise>di chi sono, quando scadono</xsl:otherwise></xsl:choose></xsl:with-param></xsl:call-template>
      <xsl:call-template name="ente-link"><xsl:with-param name="se" select="'fiducia'"/><xsl:with-param name="via" select="'/amministrazione/fiducia'"/><xsl:with-param name="testo" select="'Di chi ci si fida'"/>
        <xsl:with-param name="spiega" select="'certificati ed elenchi con cui si verificano le firme degli altri'"/></xsl:call-template>
    </ul>
    <h2>Tabelle dell’ente</h2>
    <ul class="list-unstyled">
      <xsl:call-template name="ente-link"><xsl:with-param name="se" select="'modelli'"/><xsl:with-param name="via" select="'/amministrazione/modelli'"/><xsl:with-param name="testo" select="'Modelli di lettere e carte'"/>
        <xsl:with-param name="spiega" select="'scaricarli, cambiarli in Writer, adottarli'"/></xsl:call-template>
      <xsl:call-template name="ente-link"><xsl:with-param name="se" select="'titolario'"/><xsl:with-param name="via" select="'/registro/titolario'"/><xsl:with-param name="testo" select="'Titolario'"/>
        <xsl:with-param name="spiega"><xsl:text>la classificazione in vigore</xsl:text><xsl:if test="$puo[@atto = 'adotta-titolario']">, e adottarne un’altra</xsl:if></xsl:with-param></xsl:call-template>
      <xsl:call-template name="ente-link"><xsl:with-param name="se" select="'procedimento oscuramento libro-firma adotta-termini'"/><xsl:with-param name="via" select="'/amministrazione/regole'"/><xsl:with-param name="testo" select="'Regole del lavoro'"/>
        <xsl:with-param name="spiega" select="'stati e passaggi, termini, chi firma, che cosa si oscura'"/></xsl:call-template>
      <xsl:call-template name="ente-link"><xsl:with-param name="se" select="'indicatori'"/><xsl:with-param name="via" select="'/indicatori'"/><xsl:with-param name="testo" select="'Indicatori'"/></xsl:call-template>
      <xsl:call-template name="ente-link"><xsl:with-param name="se" select="'adotta-tipo'"/><xsl:with-param name="via" select="'/atto/adotta-tipo?_ritorno=/amministrazione'"/><xsl:with-param name="testo" select="'Nuovo tipo di documento'"/>
        <xsl:with-param name="spiega" select="'da uno schema e un foglio di stile'"/></xsl:call-template>
    </ul>
    <xsl:if test="$puo[@atto = 'giorno' or @atto = 'prepara-emergenza' or @atto = 'conferma-ora' or @atto = 'dichiara-perduti']">
      <h2>Registro</h2>
      <ul class="list-unstyled">
        <xsl:call-template name="ente-link"><xsl:with-param name="se" select="'giorno'"/><xsl:with-param name="via" select="'/archivio/giorni'"/><xsl:with-param name="testo" select="'Giorni e sigilli'"/>
          <xsl:with-param name="spiega" select="'il registro giornaliero, chiuderlo, sigillare'"/></xsl:call-template>
        <xsl:call-template name="ente-link"><xsl:with-param name="se" select="'prepara-emergenza'"/><xsl:with-param name="via" select="'/registro/emergenza'"/><xsl:with-param name="testo" select="'Emergenza'"/>
          <xsl:with-param name="spiega" select="'i kit per quando il registro si ferma'"/></xsl:call-template>
        <xsl:call-template name="ente-link"><xsl:with-param name="se" select="'conferma-ora'"/><xsl:with-param name="via" select="'/atto/conferma-ora?_ritorno=/amministrazione'"/><xsl:with-param name="testo" select="'Confermare l’ora'"/>
          <xsl:with-param name="spiega" select="'se il programma si è fermato perché l’orologio ha fatto un salto'"/></xsl:call-template>
        <xsl:call-template name="ente-link"><xsl:with-param name="se" select="'dichiara-perduti'"/><xsl:with-param name="via" select="'/atto/dichiara-perduti?_ritorno=/amministrazione'"/><xsl:with-param name="testo" select="'Dichiarare numeri perduti'"/>
          <xsl:with-param name="spiega" select="'dopo un ripristino a cui mancano numeri già dati'"/></xsl:call-template>
        <xsl:call-template name="ente-link"><xsl:with-param name="se" select="'collega-protocollo'"/><xsl:with-param name="via" select="'/atto/collega-protocollo?_ritorno=/amministrazione'"/><xsl:with-param name="testo" select="'Protocollo di un altro programma'"/></xsl:call-template>
        <xsl:call-template name="ente-link"><xsl:with-param name="se" select="'importa-registro'"/><xsl:with-param name="via" select="'/atto/importa-registro?_ritorno=/amministrazione'"/><xsl:with-param name="testo" select="'Importare un vecchio registro'"/></xsl:call-template>
      </ul>
    </xsl:if>
  </xsl:template>

  <xsl:template match="c:stato-archivio">
    <section class="card card-bg mb-4 p-3" aria-labelledby="stato">
      <h2 class="h4" id="stato">Come sta l’archivio</h2>
      <dl class="voci">
        <xsl:call-template name="voce"><xsl:with-param name="nome" select="'Ente'"/><xsl:with-param name="v" select="concat(c:ente/@denominazione, ', ', c:ente/@codice-ipa, ', AOO ', c:ente/@codice-aoo)"/></xsl:call-template>
        <xsl:call-template name="voce"><xsl:with-param name="nome" select="'Atti'"/><xsl:with-param name="v" select="string(c:catena/@atti)"/></xsl:call-template>
        <xsl:call-template name="voce"><xsl:with-param name="nome" select="'Ultimo atto'"/><xsl:with-param name="v"><xsl:call-template name="momento"><xsl:with-param name="v" select="c:catena/@ultimo"/></xsl:call-template></xsl:with-param></xsl:call-template>
        <xsl:call-template name="voce"><xsl:with-param name="nome" select="'Da sigillare'"/><xsl:with-param name="v" select="concat(c:catena/@da-sigillare, ' atti')"/></xsl:call-template>
        <xsl:call-template name="voce"><xsl:with-param name="nome" select="'Giorni da chiudere'"/><xsl:with-param name="v">
          <xsl:choose>
            <xsl:when test="c:giorni/@da-chiudere">dal <xsl:call-template name="data"><xsl:with-param name="v" select="c:giorni/@da-chiudere"/></xsl:call-template></xsl:when>
            <xsl:otherwise>nessuno</xsl:otherwise>
          </xsl:choose>
        </xsl:with-param></xsl:call-template>
        <xsl:call-template name="voce"><xsl:with-param name="nome" select="'Letture annotate'"/><xsl:with-param name="v" select="string(c:letture/@righe)"/></xsl:call-template>
        <xsl:call-template name="voce"><xsl:with-param name="nome" select="'Ultima verifica'"/><xsl:with-param name="v"><xsl:apply-templates select="c:verifica"/></xsl:with-param></xsl:call-template>
        <xsl:call-template name="voce"><xsl:with-param name="nome" select="'Spazio sul disco'"/><xsl:with-param name="v"><xsl:apply-templates select="c:disco"/></xsl:with-param></xsl:call-template>
        <xsl:call-template name="voce"><xsl:with-param name="nome" select="'Copie di sicurezza'"/><xsl:with-param name="v"><xsl:apply-templates select="c:salvataggi"/></xsl:with-param></xsl:call-template>
      </dl>
      <p class="mb-0"><small>Se tutto è integro lo dice il comando <code>cartella verifica</code>, che rilegge ogni cosa: va fatto ogni settimana.</small></p>
    </section>
  </xsl:template>

  <xsl:template match="c:salvataggi">
    <xsl:if test="not(c:copia)">nessuna, che l’archivio sappia</xsl:if>
    <xsl:for-each select="c:copia[@illeggibile]">
      <xsl:if test="position() &gt; 1"><br/></xsl:if>
      <xsl:value-of select="concat(@illeggibile, ' ')"/>
      <xsl:call-template name="etichetta"><xsl:with-param name="testo" select="'non si legge più'"/><xsl:with-param name="tono" select="'male'"/></xsl:call-template>
    </xsl:for-each>
    <xsl:for-each select="c:copia[not(@illeggibile)]">
      <xsl:if test="position() &gt; 1 or ../c:copia[@illeggibile]"><br/></xsl:if>
      <xsl:value-of select="concat(@dove, ': ')"/>
      <xsl:call-template name="momento"><xsl:with-param name="v" select="@ora"/></xsl:call-template>
      <xsl:value-of select="concat(', indietro di ', @indietro, ' atti; ')"/>
      <xsl:choose>
        <xsl:when test="@controllata">
          <xsl:text>controllata </xsl:text>
          <xsl:call-template name="momento"><xsl:with-param name="v" select="@controllata"/></xsl:call-template>
          <xsl:text> </xsl:text>
        </xsl:when>
        <xsl:otherwise>mai controllata </xsl:otherwise>
      </xsl:choose>
      <xsl:if test="@vecchia"><xsl:call-template name="etichetta"><xsl:with-param name="testo" select="'vecchia'"/><xsl:with-param name="tono" select="'male'"/></xsl:call-template></xsl:if>
      <xsl:if test="@difetti &gt; 0"><xsl:call-template name="etichetta"><xsl:with-param name="testo" select="'con difetti'"/><xsl:with-param name="tono" select="'male'"/></xsl:call-template></xsl:if>
      <xsl:if test="@distrutto"><xsl:call-template name="etichetta"><xsl:with-param name="testo" select="'ha ancora ciò che fu distrutto'"/><xsl:with-param name="tono" select="'male'"/></xsl:call-template></xsl:if>
    </xsl:for-each>
  </xsl:template>

  <xsl:template match="c:stato-archivio/c:verifica">
    <xsl:choose>
      <xsl:when test="@esito = 'mai'"><xsl:call-template name="etichetta"><xsl:with-param name="testo" select="'mai fatta'"/><xsl:with-param name="tono" select="'male'"/></xsl:call-template></xsl:when>
      <xsl:when test="@esito = 'illeggibile'"><xsl:call-template name="etichetta"><xsl:with-param name="testo" select="'il suo esito non si legge'"/><xsl:with-param name="tono" select="'male'"/></xsl:call-template></xsl:when>
      <xsl:otherwise>
        <xsl:choose>
          <xsl:when test="@esito = 'difetti'"><xsl:call-template name="etichetta"><xsl:with-param name="testo" select="concat('difetti: ', @difetti)"/><xsl:with-param name="tono" select="'male'"/></xsl:call-template></xsl:when>
          <xsl:otherwise>integro</xsl:otherwise>
        </xsl:choose>
        <xsl:choose>
          <xsl:when test="@modo = 'intera'">, tutto, </xsl:when>
          <xsl:otherwise>, ciò che è nuovo, </xsl:otherwise>
        </xsl:choose>
        <xsl:call-template name="momento"><xsl:with-param name="v" select="@inizio"/></xsl:call-template>
        <xsl:if test="@intera">; tutto, <xsl:call-template name="momento"><xsl:with-param name="v" select="@intera"/></xsl:call-template></xsl:if>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="c:disco">
    <xsl:if test="@totale &gt; 0">
      <xsl:value-of select="concat('liberi ', format-number(@libero div 1073741824, '0'), ' GB di ', format-number(@totale div 1073741824, '0'))"/>
      <xsl:if test="@libero * 10 &lt; @totale">
        <xsl:text> </xsl:text>
        <xsl:call-template name="etichetta"><xsl:with-param name="testo" select="'quasi pieno'"/><xsl:with-param name="tono" select="'male'"/></xsl:call-template>
      </xsl:if>
    </xsl:if>
  </xsl:template>

  <xsl:template match="c:parte/c:chiavi">
    <xsl:if test="c:chiave">
      <section class="card card-bg mb-4 p-3" aria-labelledby="scadono">
        <h2 class="h4" id="scadono">Chiavi che scadono entro due mesi</h2>
        <ul class="mb-0">
          <xsl:for-each select="c:chiave">
            <li>
              <xsl:choose>
                <xsl:when test="@utente"><a href="/amministrazione/utenti/{@utente}"><xsl:call-template name="chi"><xsl:with-param name="codice" select="string(@utente)"/></xsl:call-template></a></xsl:when>
                <xsl:otherwise>sigillo dell’ufficio</xsl:otherwise>
              </xsl:choose>
              <xsl:text> </xsl:text>
              <xsl:call-template name="scadenza"><xsl:with-param name="data" select="@al"/></xsl:call-template>
            </li>
          </xsl:for-each>
        </ul>
      </section>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
