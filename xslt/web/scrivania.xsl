<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: EUPL-1.2 -->
<!-- scrivania.xsl: what waits for me: terms and appointments first, then what
     others wait for, drafts, my cartelle. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:c="urn:cartella:1" exclude-result-prefixes="c">
  <xsl:include href="parti/pagina.xsl"/>
  <xsl:include href="parti/caso.xsl"/>
  <xsl:include href="parti/fare.xsl"/>

  <xsl:variable name="casi" select="' cartelle equipe inattive chiuse '"/>

  <xsl:template match="c:pagina" mode="azioni">
    <xsl:call-template name="pulsante"><xsl:with-param name="via" select="'/registro/nuova'"/><xsl:with-param name="testo" select="'Registra un documento'"/><xsl:with-param name="se" select="'registra'"/></xsl:call-template>
    <xsl:text> </xsl:text>
    <xsl:call-template name="pulsante"><xsl:with-param name="via" select="'/termini'"/><xsl:with-param name="testo" select="'Tutti i termini'"/><xsl:with-param name="se" select="'termini'"/><xsl:with-param name="tono" select="'outline-primary'"/></xsl:call-template>
    <xsl:text> </xsl:text>
    <xsl:call-template name="pulsante"><xsl:with-param name="via" select="'/atto/accogli'"/><xsl:with-param name="testo" select="'Accogli chi si presenta'"/><xsl:with-param name="se" select="'accogli'"/><xsl:with-param name="tono" select="'outline-primary'"/></xsl:call-template>
  </xsl:template>

  <xsl:template match="c:pagina" mode="corpo">
    <xsl:variable name="s" select="c:parte[@atto = 'scrivania']/c:scrivania"/>
    <p class="lead">
      <xsl:call-template name="data-lunga"><xsl:with-param name="v" select="@oggi"/></xsl:call-template>
      <xsl:text>. </xsl:text>
      <xsl:variable name="attese" select="sum($s/c:sezione[not(contains($casi, concat(' ', @che, ' ')))]/@quante)"/>
      <xsl:choose>
        <xsl:when test="$attese = 0">Non aspetta nulla.</xsl:when>
        <xsl:when test="$attese = 1">Una cosa aspetta te.</xsl:when>
        <xsl:otherwise><xsl:value-of select="concat($attese, ' cose aspettano te.')"/></xsl:otherwise>
      </xsl:choose>
    </p>
    <xsl:if test="$s/c:sezione">
      <nav class="conti mb-4 non-stampa" aria-label="Che cosa aspetta">
        <ul class="list-inline">
          <xsl:apply-templates select="$s/c:sezione" mode="conto"><xsl:sort select="number(contains($casi, concat(' ', @che, ' ')))"/></xsl:apply-templates>
        </ul>
      </nav>
    </xsl:if>
    <xsl:apply-templates select="$s/c:sezione[@che = 'termini']"/>
    <xsl:apply-templates select="$s/c:sezione[@che = 'appuntamenti']"/>
    <xsl:apply-templates select="$s/c:sezione[@che != 'termini' and @che != 'appuntamenti' and not(contains($casi, concat(' ', @che, ' ')))]"/>
    <xsl:call-template name="bozze"/>
    <xsl:apply-templates select="$s/c:sezione[contains($casi, concat(' ', @che, ' '))]"/>
    <xsl:if test="$s/c:delega">
      <section class="mb-5" aria-labelledby="deleghe">
        <h2 id="deleghe" class="h4">Deleghe</h2>
        <ul>
          <xsl:for-each select="$s/c:delega">
            <li>
              <xsl:value-of select="concat(@numero, ': da ', @delegante, ' a ', @delegato, ', dal ')"/>
              <xsl:call-template name="data"><xsl:with-param name="v" select="@dal"/></xsl:call-template>
              <xsl:text> al </xsl:text>
              <xsl:call-template name="data"><xsl:with-param name="v" select="@al"/></xsl:call-template>
            </li>
          </xsl:for-each>
        </ul>
      </section>
    </xsl:if>
  </xsl:template>

  <xsl:template name="ancora"><xsl:value-of select="concat('s-', @che, '-', @per)"/></xsl:template>
  <xsl:template name="quante">
    <xsl:value-of select="@quante"/>
    <xsl:if test="@oltre"> o più</xsl:if>
  </xsl:template>

  <xsl:template match="c:sezione" mode="conto">
    <xsl:variable name="ancora"><xsl:call-template name="ancora"/></xsl:variable>
    <li class="list-inline-item mb-2">
      <a href="#{$ancora}" class="btn btn-outline-primary btn-xs">
        <xsl:value-of select="@titolo"/>
        <xsl:if test="@per"><xsl:value-of select="concat(', per ', @per)"/></xsl:if>
        <xsl:text> </xsl:text>
        <span class="badge etichetta etichetta-info"><xsl:call-template name="quante"/></span>
      </a>
    </li>
  </xsl:template>

  <xsl:template match="c:sezione">
    <xsl:variable name="ancora"><xsl:call-template name="ancora"/></xsl:variable>
    <section class="sezione mb-5" aria-labelledby="{$ancora}">
      <h2 class="h4" id="{$ancora}">
        <xsl:value-of select="@titolo"/>
        <xsl:if test="@per"><xsl:value-of select="concat(' (per ', @per, ')')"/></xsl:if>
        <xsl:text> </xsl:text>
        <span class="badge etichetta etichetta-info"><xsl:call-template name="quante"/></span>
      </h2>
      <div class="tabella-riquadro">
        <table class="table tabella">
          <caption class="visually-hidden"><xsl:value-of select="@titolo"/></caption>
          <thead>
            <tr>
              <th scope="col">Numero</th>
              <th scope="col">Che cosa</th>
              <th scope="col"><xsl:choose><xsl:when test="@che = 'termini'">Scade</xsl:when><xsl:when test="@che = 'appuntamenti' or @che = 'blocchi' or @che = 'scarti'">Quando</xsl:when><xsl:otherwise>Da quando</xsl:otherwise></xsl:choose></th>
              <th scope="col" class="non-stampa">Che fare</th>
            </tr>
          </thead>
          <tbody><xsl:apply-templates select="c:cosa"/></tbody>
        </table>
      </div>
      <xsl:if test="@quante &gt; count(c:cosa)">
        <p>
          <xsl:value-of select="concat('… e altre ', @quante - count(c:cosa))"/><xsl:if test="@oltre"> o più</xsl:if>
          <xsl:if test="not(@per) and not(contains(/c:pagina/@qui, concat('tutte=', @che)))">: <a class="non-stampa" href="/?tutte={@che}#{$ancora}">mostrale tutte<span class="visually-hidden"><xsl:value-of select="concat(': ', @titolo)"/></span></a></xsl:if>
        </p>
      </xsl:if>
      <xsl:if test="@che = 'chiuse'"><p><a href="/archivio?anno-di=chiusura">Tutte le chiuse dell’anno, in archivio</a></p></xsl:if>
    </section>
  </xsl:template>

  <xsl:template match="c:cosa">
    <tr>
      <th scope="row">
        <xsl:choose>
          <xsl:when test="../@che = 'giorni' or ../@che = 'giorni-aperti' or ../@che = 'da-versare'"><xsl:call-template name="data-lunga"><xsl:with-param name="v" select="@riferimento"/></xsl:call-template></xsl:when>
          <xsl:otherwise><xsl:call-template name="riferimento"><xsl:with-param name="v" select="@riferimento"/></xsl:call-template></xsl:otherwise>
        </xsl:choose>
        <xsl:if test="@iniziali"><xsl:value-of select="concat(' ', @iniziali)"/></xsl:if>
      </th>
      <td data-titolo="Che cosa">
        <xsl:choose>
          <xsl:when test="@oscurata"><xsl:call-template name="riservata"/></xsl:when>
          <xsl:when test="contains($casi, concat(' ', ../@che, ' '))"><xsl:call-template name="stato"><xsl:with-param name="v" select="string(.)"/></xsl:call-template></xsl:when>
          <xsl:when test="../@che = 'appuntamenti'">
            <xsl:call-template name="tipo-appuntamento"><xsl:with-param name="v" select="string(.)"/></xsl:call-template>
            <xsl:value-of select="concat(' alle ', substring-after(., ' alle '))"/>
          </xsl:when>
          <xsl:when test="../@che = 'libro-firma' or ../@che = 'tornati'"><xsl:call-template name="documento-parola"><xsl:with-param name="v" select="string(.)"/></xsl:call-template></xsl:when>
          <xsl:when test="../@che = 'scarti-da-firmare'"/>
          <xsl:when test=". = 'proposta-inviata'">una proposta</xsl:when>
          <xsl:otherwise><xsl:value-of select="."/></xsl:otherwise>
        </xsl:choose>
      </td>
      <td data-titolo="Quando">
        <xsl:choose>
          <xsl:when test="../@che = 'termini' and contains(@nota, 'scade il ')">
            <xsl:variable name="g" select="substring(substring-after(@nota, 'scade il '), 1, 10)"/>
            <xsl:call-template name="scadenza"><xsl:with-param name="data" select="concat(substring($g, 7, 4), '-', substring($g, 4, 2), '-', substring($g, 1, 2))"/></xsl:call-template>
          </xsl:when>
          <xsl:when test="../@che = 'termini' or @nota and (../@che = 'blocchi' or ../@che = 'scarti')"><xsl:value-of select="@nota"/></xsl:when>
          <xsl:when test="../@che = 'appuntamenti'">
            <xsl:call-template name="data"><xsl:with-param name="v" select="@dal"/></xsl:call-template>
            <xsl:text> </xsl:text>
            <xsl:choose>
              <xsl:when test="@giorni &lt; 1"><xsl:call-template name="etichetta"><xsl:with-param name="testo" select="'oggi'"/><xsl:with-param name="tono" select="'info'"/></xsl:call-template></xsl:when>
              <xsl:otherwise><xsl:call-template name="etichetta"><xsl:with-param name="testo" select="'senza esito'"/><xsl:with-param name="tono" select="'avviso'"/></xsl:call-template></xsl:otherwise>
            </xsl:choose>
          </xsl:when>
          <xsl:when test="@giorni &lt; 1">da oggi</xsl:when>
          <xsl:when test="@giorni = 1">da ieri</xsl:when>
          <xsl:otherwise><xsl:value-of select="concat('da ', @giorni, ' giorni')"/></xsl:otherwise>
        </xsl:choose>
      </td>
      <td data-titolo="Che fare" class="non-stampa"><xsl:apply-templates select="." mode="fare"/></td>
    </tr>
  </xsl:template>

  <!-- one click where the number is all that is asked; else where it is done -->
  <xsl:template match="c:cosa" mode="fare">
    <xsl:variable name="che" select="../@che"/>
    <xsl:variable name="dopo"><xsl:if test="../@per"><xsl:value-of select="concat('&amp;_per=', ../@per)"/></xsl:if></xsl:variable>
    <xsl:choose>
      <xsl:when test="$che = 'da-prendere' or $che = 'da-vedere'">
        <xsl:call-template name="modulo-breve">
          <xsl:with-param name="atto" select="../@atto"/>
          <xsl:with-param name="testo"><xsl:choose><xsl:when test="$che = 'da-vedere'">Ho visto</xsl:when><xsl:otherwise>Prendi in carico</xsl:otherwise></xsl:choose></xsl:with-param>
          <xsl:with-param name="tono" select="'outline-primary'"/>
          <xsl:with-param name="campi">
            <xsl:call-template name="nascosto"><xsl:with-param name="nome" select="'protocollo'"/><xsl:with-param name="v" select="string(@riferimento)"/></xsl:call-template>
            <xsl:call-template name="nascosto"><xsl:with-param name="nome" select="'_per'"/><xsl:with-param name="v" select="string(../@per)"/></xsl:call-template>
          </xsl:with-param>
        </xsl:call-template>
      </xsl:when>
      <xsl:otherwise>
        <xsl:variable name="campo">
          <xsl:choose>
            <xsl:when test="starts-with(@riferimento, 'CS-')">cartella</xsl:when>
            <xsl:when test="starts-with(@riferimento, 'AC-')">accesso</xsl:when>
            <xsl:otherwise>protocollo</xsl:otherwise>
          </xsl:choose>
        </xsl:variable>
        <xsl:variable name="qui"><xsl:call-template name="indirizzo-di"><xsl:with-param name="v" select="@riferimento"/></xsl:call-template></xsl:variable>
        <xsl:variable name="via">
          <xsl:choose>
            <xsl:when test="$che = 'termini'"><xsl:value-of select="concat($qui, '/termini')"/></xsl:when>
            <xsl:when test="$che = 'appuntamenti'"><xsl:value-of select="concat($qui, '/appuntamenti')"/></xsl:when>
            <xsl:when test="$che = 'cartelle' or $che = 'equipe'"><xsl:value-of select="concat($qui, '/diario')"/></xsl:when>
            <xsl:when test="$che = 'chiuse'"><xsl:value-of select="$qui"/></xsl:when>
            <xsl:when test="$che = 'consultazioni'"><xsl:value-of select="concat($qui, '/equipe')"/></xsl:when>
            <xsl:when test="$che = 'offerte-arrivate' or $che = 'da-rilasciare' or $che = 'offerte-scadute'">/trasferimenti</xsl:when>
            <xsl:when test="$che = 'giorni-aperti'"><xsl:value-of select="concat('/registro/giorno?giorno=', @riferimento)"/></xsl:when>
            <xsl:when test="$che = 'libro-firma'"><xsl:value-of select="concat('/libro-firma/documento?cartella=', @riferimento, '&amp;documento=', .)"/></xsl:when>
            <xsl:when test="$che = 'scarti-da-firmare'"><xsl:value-of select="concat('/libro-firma/scarto?elenco=', substring-after(@riferimento, 'elenco '), '&amp;documento=', .)"/></xsl:when>
            <xsl:when test="$che = 'scarti'"><xsl:value-of select="concat('/archivio/scarti?elenco=', substring-after(@riferimento, 'elenco '))"/></xsl:when>
            <xsl:when test="$che = 'blocchi'"><xsl:value-of select="concat('/archivio/conservazione?filtro=in-blocco', substring('&amp;cosa=fascicoli', 1, 15 * starts-with(@riferimento, 'FA-')), substring('&amp;cosa=accessi', 1, 13 * starts-with(@riferimento, 'AC-')))"/></xsl:when>
            <xsl:when test="$che = 'tornati'">/libro-firma</xsl:when>
            <xsl:when test="$che = 'da-smistare' or $che = 'da-rismistare'">/da-smistare</xsl:when>
            <xsl:when test="$che = 'da-spedire' or $che = 'invii' or $che = 'straordinari' or $che = 'da-istruire' or $che = 'da-firmare' or $che = 'da-approvare' or $che = 'rinviate'"><xsl:value-of select="$qui"/></xsl:when>
            <xsl:when test="$che = 'da-rettificare' or $che = 'da-annullare'"><xsl:value-of select="concat($qui, '/correggi')"/></xsl:when>
            <xsl:when test="$che = 'giorni'"><xsl:value-of select="concat('/registro/giorno?giorno=', @riferimento)"/></xsl:when>
            <xsl:when test="$che = 'sigillo'">/archivio/giorni</xsl:when>
            <xsl:when test="$che = 'da-versare' or $che = 'non-accettati' or $che = 'senza-rapporto'">/archivio/versamenti</xsl:when>
            <xsl:when test="$che = 'poteri' or $che = 'salvataggi' or $che = 'chiavi' or $che = 'fiducia'">/amministrazione</xsl:when>
            <xsl:when test="$che = 'da-aprire'"><xsl:value-of select="concat('/atto/apri?accesso=', @riferimento, $dopo, '&amp;_ritorno=/cartella/{cartella}')"/></xsl:when>
            <xsl:otherwise><xsl:value-of select="concat('/atto/', ../@atto, '?', $campo, '=', @riferimento, $dopo, '&amp;_ritorno=/')"/></xsl:otherwise>
          </xsl:choose>
        </xsl:variable>
        <xsl:if test="$via != ''">
          <a class="btn btn-outline-primary btn-xs" href="{$via}">
            <xsl:choose>
              <xsl:when test="$che = 'termini'">Rispondi o sospendi</xsl:when>
              <xsl:when test="$che = 'appuntamenti'">Di’ com’è andato</xsl:when>
              <xsl:when test="$che = 'cartelle' or $che = 'equipe'">Diario</xsl:when>
              <xsl:when test="$che = 'chiuse'">Copertina</xsl:when>
              <xsl:when test="$che = 'libro-firma' or $che = 'scarti-da-firmare'">Leggi e firma</xsl:when>
              <xsl:when test="$che = 'tornati'">Leggi perché</xsl:when>
              <xsl:when test="$che = 'offerte-arrivate'">Accetta o rifiuta</xsl:when>
              <xsl:when test="$che = 'da-rilasciare'">Rilascia</xsl:when>
              <xsl:when test="$che = 'offerte-scadute'">Ritira</xsl:when>
              <xsl:when test="$che = 'da-smistare' or $che = 'da-rismistare'">Smista</xsl:when>
              <xsl:when test="$che = 'da-assegnare' or $che = 'accessi-da-assegnare'">Assegna</xsl:when>
              <xsl:when test="$che = 'da-valutare'">Valuta</xsl:when>
              <xsl:when test="$che = 'da-aprire'">Apri la cartella</xsl:when>
              <xsl:when test="$che = 'da-approvare'">Leggi e decidi</xsl:when>
              <xsl:when test="$che = 'da-rettificare'">Rettifica</xsl:when>
              <xsl:when test="$che = 'da-annullare'">Annulla</xsl:when>
              <xsl:when test="$che = 'inattive'">Chiudi</xsl:when>
              <xsl:when test="$che = 'giorni'">Guarda e chiudi</xsl:when>
              <xsl:when test="$che = 'blocchi'">Rivedi</xsl:when>
              <xsl:when test="$che = 'scarti'">Guarda l’elenco</xsl:when>
              <xsl:when test="$che = 'da-versare' or $che = 'non-accettati'">Versa</xsl:when>
              <xsl:when test="$che = 'senza-rapporto'">È arrivato il rapporto?</xsl:when>
              <xsl:when test="$che = 'consultazioni'">Guarda chi consulta</xsl:when>
              <xsl:when test="$che = 'da-spedire'">Spedisci</xsl:when>
              <xsl:when test="$che = 'invii'">È arrivata la ricevuta?</xsl:when>
              <xsl:otherwise>Vai</xsl:otherwise>
            </xsl:choose>
            <span class="visually-hidden"><xsl:value-of select="concat(' ', @riferimento)"/></span>
          </a>
        </xsl:if>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="bozze">
    <xsl:variable name="b" select="c:parte[@atto = 'bozze']/c:bozze/c:bozza"/>
    <xsl:if test="$b">
      <section class="mb-5" aria-labelledby="bozze">
        <h2 class="h4" id="bozze">Le tue bozze <span class="badge etichetta etichetta-info"><xsl:value-of select="count($b)"/></span></h2>
        <div class="tabella-riquadro">
          <table class="table tabella">
            <caption class="visually-hidden">Ciò che hai cominciato e non hai mandato</caption>
            <thead><tr><th scope="col">Che cosa</th><th scope="col">Di</th><th scope="col">Scritta</th><th scope="col" class="non-stampa">Che fare</th></tr></thead>
            <tbody>
              <xsl:for-each select="$b">
                <tr>
                  <th scope="row">
                    <xsl:call-template name="atto-parola"><xsl:with-param name="atto" select="@atto"/></xsl:call-template>
                  </th>
                  <td data-titolo="Di"><xsl:call-template name="riferimento"><xsl:with-param name="v" select="string(@riferimento)"/></xsl:call-template></td>
                  <td data-titolo="Scritta"><xsl:call-template name="momento"><xsl:with-param name="v" select="@ora"/></xsl:call-template></td>
                  <td data-titolo="Che fare" class="non-stampa"><xsl:if test="not(@nascosta)"><a class="btn btn-outline-primary btn-xs" href="/redazione/bozza/{@id}">Continua<span class="visually-hidden"><xsl:value-of select="concat(' ', @atto)"/></span></a></xsl:if></td>
                </tr>
              </xsl:for-each>
            </tbody>
          </table>
        </div>
      </section>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
