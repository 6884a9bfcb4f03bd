<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: EUPL-1.2 -->
<!--
  registrazione.xsl: one registration as `mostra` gives it, in parts (modes dati,
  file, dove, spedizioni, fascicoli, storia), for the pages about one; included
  beside pagina.xsl and registro.xsl.

  $r  the registration; $n  its number; $via  its address
  destinazioni   the fields "ufficio, titolo, persona" of smista
  mezzi          v, chiave     the ways a letter goes
  campo-file     etichetta, chiave, piu
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:c="urn:cartella:1" exclude-result-prefixes="c">
  <xsl:variable name="r" select="/c:pagina/c:parte[@atto = 'mostra']/c:registrazione"/>
  <xsl:variable name="n" select="string($r/c:numero)"/>
  <xsl:variable name="via" select="concat('/registro/', substring($n, 9), '/', substring($n, 1, 7))"/>

  <xsl:template match="c:annullamento">
    <div class="alert alert-danger" role="note">
      <p>
        <strong>Registrazione annullata</strong> il <xsl:call-template name="momento"><xsl:with-param name="v" select="@ora"/></xsl:call-template>
        da <xsl:call-template name="nome-di"><xsl:with-param name="utente" select="@operatore"/></xsl:call-template>
        <xsl:if test="@repertorio"><xsl:value-of select="concat(', ', @repertorio)"/></xsl:if>
        <xsl:if test="c:provvedimento"><xsl:value-of select="concat(' (', c:provvedimento, ')')"/></xsl:if>
        <xsl:if test="@inoltrata">, dopo la spedizione</xsl:if>.
      </p>
      <xsl:if test="c:motivo"><p>Motivo: <xsl:value-of select="c:motivo"/></p></xsl:if>
      <xsl:if test="c:richiedente"><p>Chiesto da: <xsl:value-of select="c:richiedente"/></p></xsl:if>
    </div>
  </xsl:template>

  <!-- ==== what it says ==== -->
  <xsl:template match="c:registrazione" mode="dati">
    <dl class="voci">
      <xsl:call-template name="voce"><xsl:with-param name="nome" select="'Oggetto'"/><xsl:with-param name="v"><xsl:if test="c:oggetto"><strong><xsl:value-of select="c:oggetto"/></strong></xsl:if></xsl:with-param></xsl:call-template>
      <xsl:for-each select="c:mittente | c:destinatario">
        <xsl:call-template name="voce">
          <xsl:with-param name="nome"><xsl:choose><xsl:when test="self::c:mittente">Mittente</xsl:when><xsl:otherwise>Destinatario</xsl:otherwise></xsl:choose></xsl:with-param>
          <xsl:with-param name="v"><xsl:apply-templates select="." mode="soggetto"/></xsl:with-param>
        </xsl:call-template>
      </xsl:for-each>
      <xsl:call-template name="voce">
        <xsl:with-param name="nome" select="'Registrata'"/>
        <xsl:with-param name="v">
          <xsl:call-template name="momento"><xsl:with-param name="v" select="c:ora"/></xsl:call-template>
          <xsl:if test="c:operatore"> da <xsl:call-template name="nome-di"><xsl:with-param name="utente" select="c:operatore"/></xsl:call-template></xsl:if>
        </xsl:with-param>
      </xsl:call-template>
      <xsl:call-template name="voce"><xsl:with-param name="nome" select="'Classifica'"/><xsl:with-param name="v" select="normalize-space(concat(c:classifica, ' ', c:classe))"/></xsl:call-template>
      <xsl:call-template name="voce"><xsl:with-param name="nome" select="'Tipo'"/><xsl:with-param name="v" select="c:tipo"/></xsl:call-template>
      <xsl:call-template name="voce"><xsl:with-param name="nome" select="'Mezzo'"/><xsl:with-param name="v"><xsl:call-template name="parole"><xsl:with-param name="v" select="c:mezzo"/></xsl:call-template></xsl:with-param></xsl:call-template>
      <xsl:call-template name="voce"><xsl:with-param name="nome" select="'Arrivata il'"/><xsl:with-param name="v"><xsl:call-template name="data"><xsl:with-param name="v" select="c:data-arrivo"/></xsl:call-template></xsl:with-param></xsl:call-template>
      <xsl:call-template name="voce">
        <xsl:with-param name="nome" select="'Protocollo del mittente'"/>
        <xsl:with-param name="v"><xsl:if test="c:protocollo-mittente"><xsl:value-of select="c:protocollo-mittente"/><xsl:if test="c:protocollo-mittente-data"> del <xsl:call-template name="data"><xsl:with-param name="v" select="c:protocollo-mittente-data"/></xsl:call-template></xsl:if></xsl:if></xsl:with-param>
      </xsl:call-template>
      <xsl:call-template name="voce"><xsl:with-param name="nome" select="'Riservata perché'"/><xsl:with-param name="v" select="c:riservata-motivo"/></xsl:call-template>
      <xsl:for-each select="c:differita">
        <xsl:call-template name="voce"><xsl:with-param name="nome" select="'Registrazione differita'"/><xsl:with-param name="v" select="concat(c:motivo, ' (autorizzazione: ', c:autorizzazione, ')')"/></xsl:call-template>
      </xsl:for-each>
      <xsl:for-each select="c:esterno">
        <xsl:call-template name="voce"><xsl:with-param name="nome" select="'Nel registro esterno'"/><xsl:with-param name="v" select="concat(c:registro, ', n. ', c:numero, ' del ', c:data)"/></xsl:call-template>
      </xsl:for-each>
      <xsl:for-each select="c:emergenza">
        <xsl:call-template name="voce"><xsl:with-param name="nome" select="'Nel registro di emergenza'"/><xsl:with-param name="v"><xsl:value-of select="concat(c:numero, ', ')"/><xsl:call-template name="momento"><xsl:with-param name="v" select="c:ora"/></xsl:call-template><xsl:value-of select="concat(', da ', c:operatore)"/></xsl:with-param></xsl:call-template>
      </xsl:for-each>
      <xsl:for-each select="c:sostituisce | c:sostituita-da">
        <xsl:call-template name="voce">
          <xsl:with-param name="nome"><xsl:choose><xsl:when test="self::c:sostituisce">Sostituisce</xsl:when><xsl:otherwise>Sostituita da</xsl:otherwise></xsl:choose></xsl:with-param>
          <xsl:with-param name="v"><xsl:call-template name="riferimento"><xsl:with-param name="v" select="string(.)"/></xsl:call-template></xsl:with-param>
        </xsl:call-template>
      </xsl:for-each>
      <xsl:for-each select="c:cartacei">
        <xsl:call-template name="voce"><xsl:with-param name="nome" select="'Allegati di carta'"/><xsl:with-param name="v" select="normalize-space(concat(c:numero, ' ', c:descrizione))"/></xsl:call-template>
      </xsl:for-each>
    </dl>
  </xsl:template>

  <xsl:template match="c:mittente | c:destinatario" mode="soggetto">
    <xsl:value-of select="c:denominazione"/>
    <xsl:if test="c:codice-ipa"><xsl:value-of select="concat(' (IPA ', c:codice-ipa, ')')"/></xsl:if>
    <xsl:if test="c:pec"><br/><span class="indirizzo"><xsl:value-of select="c:pec"/></span></xsl:if>
    <xsl:if test="c:indirizzo"><br/><span class="indirizzo"><xsl:value-of select="c:indirizzo"/></span></xsl:if>
  </xsl:template>

  <!-- ==== its files; the place of each as `originale` calls it ==== -->
  <xsl:template match="c:principale | c:allegato | c:copia-acquisita" mode="posto">
    <xsl:choose>
      <xsl:when test="self::c:principale">0</xsl:when>
      <xsl:when test="self::c:copia-acquisita"><xsl:value-of select="concat('c', @ordine)"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="count(preceding-sibling::c:allegato) + 1"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="c:registrazione" mode="file">
    <xsl:if test="not(@oscurata)">
      <h2 id="file">Documenti</h2>
      <xsl:choose>
        <xsl:when test="c:principale | c:allegato | c:copia-acquisita">
          <div class="tabella-riquadro">
            <table class="table tabella">
              <caption>I file di questa registrazione</caption>
              <thead><tr><th scope="col">File</th><th scope="col">Che cosa è</th><th scope="col">Peso</th><th scope="col">Firme</th><th scope="col" class="non-stampa">Copia</th></tr></thead>
              <tbody><xsl:apply-templates select="c:principale | c:allegato | c:copia-acquisita" mode="riga-file"/></tbody>
            </table>
          </div>
        </xsl:when>
        <xsl:otherwise><p class="vuoto">Nessun file: il documento è di carta. La copia si può aggiungere qui sotto.</p></xsl:otherwise>
      </xsl:choose>
    </xsl:if>
  </xsl:template>

  <xsl:template match="c:principale | c:allegato | c:copia-acquisita" mode="riga-file">
    <xsl:variable name="posto"><xsl:apply-templates select="." mode="posto"/></xsl:variable>
    <xsl:variable name="v" select="../c:verdetto[@file = $posto]"/>
    <tr>
      <th scope="row">
        <xsl:choose>
          <xsl:when test="@distrutto"><xsl:value-of select="c:nome"/><br/><small>distrutto per provvedimento il <xsl:call-template name="data"><xsl:with-param name="v" select="string(@distrutto)"/></xsl:call-template></small></xsl:when>
          <xsl:when test="key('puo', 'originale')"><a href="/file/originale?riferimento={$n}&amp;file={$posto}"><xsl:value-of select="c:nome"/></a></xsl:when>
          <xsl:otherwise><xsl:value-of select="c:nome"/></xsl:otherwise>
        </xsl:choose>
      </th>
      <td data-titolo="Che cosa è">
        <xsl:choose>
          <xsl:when test="self::c:principale">documento principale</xsl:when>
          <xsl:when test="self::c:copia-acquisita">copia <xsl:value-of select="@conformita"/>, aggiunta il <xsl:call-template name="data"><xsl:with-param name="v" select="@ora"/></xsl:call-template></xsl:when>
          <xsl:otherwise>allegato <xsl:value-of select="$posto"/></xsl:otherwise>
        </xsl:choose>
        <xsl:if test="c:nota"><br/><small><xsl:value-of select="c:nota"/></small></xsl:if>
      </td>
      <td data-titolo="Peso"><xsl:call-template name="file-peso"><xsl:with-param name="byte" select="c:dimensione"/></xsl:call-template></td>
      <td data-titolo="Firme">
        <xsl:choose>
          <xsl:when test="$v"><a href="{$via}/firme"><xsl:value-of select="$v[last()]"/></a></xsl:when>
          <xsl:otherwise>—</xsl:otherwise>
        </xsl:choose>
      </td>
      <td data-titolo="Copia" class="non-stampa">
        <xsl:if test="self::c:principale and c:tipo = 'application/pdf' and $puo[@atto = 'copia']">
          <a href="/file/copia?riferimento={$n}">con la segnatura</a>
        </xsl:if>
      </td>
    </tr>
  </xsl:template>

  <!-- ==== where it went ==== -->
  <xsl:template match="c:registrazione" mode="dove">
    <xsl:if test="c:smistamento | c:presa-visione | c:presa-in-carico | c:rifiuto">
      <h2 id="dove">Smistamento</h2>
      <xsl:if test="c:smistamento">
        <div class="tabella-riquadro">
          <table class="table tabella">
            <caption>A chi è andata</caption>
            <thead><tr><th scope="col">Ufficio</th><th scope="col">Per</th><th scope="col">Stato</th><th scope="col">Dal</th></tr></thead>
            <tbody>
              <xsl:for-each select="c:smistamento">
                <tr>
                  <th scope="row"><xsl:value-of select="."/><xsl:if test="@utente">: <xsl:call-template name="nome-di"><xsl:with-param name="utente" select="@utente"/></xsl:call-template></xsl:if></th>
                  <td data-titolo="Per"><xsl:value-of select="@titolo"/></td>
                  <td data-titolo="Stato">
                    <xsl:call-template name="stato">
                      <xsl:with-param name="v" select="@stato"/>
                      <xsl:with-param name="testo">
                        <xsl:choose>
                          <xsl:when test="@stato = 'smistato' and @titolo = 'competenza'">da prendere in carico</xsl:when>
                          <xsl:when test="@stato = 'smistato'">da vedere</xsl:when>
                          <xsl:when test="@stato = 'visto'">vista</xsl:when>
                          <xsl:when test="@stato = 'preso-in-carico'">presa in carico</xsl:when>
                          <xsl:when test="@stato = 'fascicolato'">presa in carico e fascicolata</xsl:when>
                          <xsl:when test="@stato = 'assegnato'">caso assegnato</xsl:when>
                          <xsl:when test="@stato = 'rifiutato'">rifiutata</xsl:when>
                          <xsl:otherwise>sostituita</xsl:otherwise>
                        </xsl:choose>
                      </xsl:with-param>
                    </xsl:call-template>
                  </td>
                  <td data-titolo="Dal"><xsl:call-template name="momento"><xsl:with-param name="v" select="@dal"/></xsl:call-template></td>
                </tr>
              </xsl:for-each>
            </tbody>
          </table>
        </div>
      </xsl:if>
      <ul class="passi">
        <xsl:for-each select="c:presa-visione | c:presa-in-carico | c:rifiuto">
          <xsl:sort select="@ora"/>
          <li>
            <xsl:call-template name="momento"><xsl:with-param name="v" select="@ora"/></xsl:call-template>
            <xsl:text>: </xsl:text>
            <xsl:call-template name="nome-di"><xsl:with-param name="utente" select="@utente"/></xsl:call-template>
            <xsl:choose>
              <xsl:when test="self::c:presa-visione"> l’ha vista</xsl:when>
              <xsl:when test="self::c:presa-in-carico"> l’ha presa in carico</xsl:when>
              <xsl:otherwise> l’ha rifiutata</xsl:otherwise>
            </xsl:choose>
            <xsl:if test="@operatore">, per mano di <xsl:call-template name="nome-di"><xsl:with-param name="utente" select="@operatore"/></xsl:call-template></xsl:if>
            <xsl:if test=". != ''">: <xsl:value-of select="."/></xsl:if>
          </li>
        </xsl:for-each>
      </ul>
    </xsl:if>
  </xsl:template>

  <!-- ==== how it left ==== -->
  <xsl:template match="c:registrazione" mode="spedizioni">
    <xsl:if test="c:invio">
      <h2 id="spedizioni">Spedizione</h2>
      <div class="tabella-riquadro">
        <table class="table tabella">
          <caption>A che punto è, destinatario per destinatario</caption>
          <thead><tr><th scope="col">Destinatario</th><th scope="col">Mezzo</th><th scope="col">Stato</th><th scope="col">Giorno</th><th scope="col">Tentativi</th></tr></thead>
          <tbody>
            <xsl:for-each select="c:invio">
              <xsl:variable name="q" select="@destinatario"/>
              <tr>
                <th scope="row"><xsl:value-of select="../c:destinatario[position() = $q]/c:denominazione"/></th>
                <td data-titolo="Mezzo"><xsl:call-template name="parole"><xsl:with-param name="v" select="@mezzo"/></xsl:call-template></td>
                <td data-titolo="Stato"><xsl:call-template name="stato"><xsl:with-param name="v" select="@stato"/></xsl:call-template></td>
                <td data-titolo="Giorno"><xsl:call-template name="data"><xsl:with-param name="v" select="@data"/></xsl:call-template></td>
                <td data-titolo="Tentativi"><xsl:value-of select="@tentativi"/></td>
              </tr>
            </xsl:for-each>
          </tbody>
        </table>
      </div>
      <ul class="passi">
        <xsl:for-each select="c:spedizione | c:ricevuta-spedizione">
          <xsl:sort select="@ora"/>
          <xsl:variable name="q" select="@destinatario"/>
          <li>
            <xsl:call-template name="data"><xsl:with-param name="v" select="@data"/></xsl:call-template>
            <xsl:choose>
              <xsl:when test="self::c:spedizione">: spedita con <xsl:call-template name="parole"><xsl:with-param name="v" select="@mezzo"/></xsl:call-template></xsl:when>
              <xsl:otherwise>: ricevuta di <xsl:value-of select="@esito"/></xsl:otherwise>
            </xsl:choose>
            <xsl:if test="count(../c:destinatario) &gt; 1"> (<xsl:value-of select="../c:destinatario[position() = $q]/c:denominazione"/>)</xsl:if>
            <xsl:if test="c:estremi">, <xsl:value-of select="c:estremi"/></xsl:if>
            <xsl:if test="c:nome"><xsl:value-of select="concat(', ', c:nome)"/></xsl:if>
            <xsl:text>; l’ha scritto </xsl:text><xsl:call-template name="nome-di"><xsl:with-param name="utente" select="@operatore"/></xsl:call-template>
          </li>
        </xsl:for-each>
      </ul>
    </xsl:if>
  </xsl:template>

  <xsl:template match="c:registrazione" mode="fascicoli">
    <xsl:if test="c:fascicolo">
      <h2 id="fascicoli">Fascicoli</h2>
      <ul>
        <xsl:for-each select="c:fascicolo">
          <li><xsl:call-template name="riferimento"><xsl:with-param name="v" select="@numero"/></xsl:call-template><xsl:if test=". != ''"><xsl:value-of select="concat(' ', .)"/></xsl:if></li>
        </xsl:for-each>
      </ul>
    </xsl:if>
  </xsl:template>

  <!-- ==== what was changed, and what stood there before ==== -->
  <xsl:template match="c:registrazione" mode="storia">
    <xsl:if test="c:rettifica | c:richiesta-correzione | c:riserva | c:classificazione">
      <h2 id="storia">Che cosa è stato corretto</h2>
      <ol class="passi">
        <xsl:for-each select="c:rettifica | c:richiesta-correzione | c:riserva | c:classificazione">
          <xsl:sort select="@ora"/>
          <li>
            <xsl:call-template name="momento"><xsl:with-param name="v" select="@ora"/></xsl:call-template>
            <xsl:text>, </xsl:text>
            <xsl:call-template name="nome-di"><xsl:with-param name="utente" select="(@operatore | @richiedente)[1]"/></xsl:call-template>
            <xsl:text>: </xsl:text>
            <xsl:apply-templates select="." mode="correzione"/>
          </li>
        </xsl:for-each>
      </ol>
    </xsl:if>
  </xsl:template>
  <xsl:template match="c:rettifica" mode="correzione">
    <xsl:text>rettificato </xsl:text><xsl:call-template name="parole"><xsl:with-param name="v" select="@campo"/></xsl:call-template>
    <xsl:if test="@posto"><xsl:value-of select="concat(' (', @posto, ')')"/></xsl:if>
    <xsl:text>: </xsl:text>
    <xsl:choose>
      <xsl:when test="c:prima"><del><span class="visually-hidden">era: </span><xsl:value-of select="c:prima"/></del></xsl:when>
      <xsl:otherwise>(niente)</xsl:otherwise>
    </xsl:choose>
    <xsl:text> → </xsl:text>
    <ins><span class="visually-hidden">diventa: </span><xsl:value-of select="c:dopo"/></ins>
    <xsl:if test="c:motivo"><xsl:value-of select="concat('. Perché: ', c:motivo)"/></xsl:if>
    <xsl:if test="c:provvedimento"><xsl:value-of select="concat(' (', c:provvedimento, ')')"/></xsl:if>
  </xsl:template>
  <xsl:template match="c:richiesta-correzione" mode="correzione">
    <xsl:text>ha chiesto </xsl:text>
    <xsl:choose>
      <xsl:when test="@tipo = 'annullamento'">di annullarla</xsl:when>
      <xsl:otherwise>una rettifica<xsl:if test="@campo"><xsl:value-of select="concat(' (', @campo, ')')"/></xsl:if></xsl:otherwise>
    </xsl:choose>
    <xsl:if test="normalize-space(.) != ''"><xsl:value-of select="concat(': ', normalize-space(.))"/></xsl:if>
    <xsl:if test="@aperta"><xsl:text> </xsl:text><xsl:call-template name="etichetta"><xsl:with-param name="testo" select="'senza risposta'"/><xsl:with-param name="tono" select="'avviso'"/></xsl:call-template></xsl:if>
  </xsl:template>
  <xsl:template match="c:riserva" mode="correzione">
    <xsl:choose><xsl:when test="@riservata = 'si'">resa riservata</xsl:when><xsl:otherwise>non più riservata</xsl:otherwise></xsl:choose>
    <xsl:if test="@fino-al"> fino al <xsl:call-template name="data"><xsl:with-param name="v" select="@fino-al"/></xsl:call-template></xsl:if>
    <xsl:if test="normalize-space(.) != ''"><xsl:value-of select="concat(': ', normalize-space(.))"/></xsl:if>
  </xsl:template>
  <xsl:template match="c:classificazione" mode="correzione">
    <xsl:value-of select="concat('cambiata la classifica, che era ', @da)"/>
    <xsl:if test=". != ''"><xsl:value-of select="concat(': ', .)"/></xsl:if>
  </xsl:template>

  <!-- ==== fields ==== -->
  <xsl:template name="destinazioni">
    <xsl:param name="chiave"/>
    <fieldset class="destinazione" data-ripeti="destinazione">
      <legend>A chi va</legend>
      <input type="hidden" name="destinazione" value="1"/>
      <div class="row g-3">
        <div class="col-12 col-lg-5">
          <div class="campo">
            <label for="c-ufficio{$chiave}">Ufficio</label>
            <xsl:choose>
              <xsl:when test="$uffici">
                <select class="form-select" id="c-ufficio{$chiave}" name="destinazione.ufficio" required="required">
                  <option value="">scegli…</option>
                  <xsl:for-each select="$uffici"><option value="{@codice}"><xsl:value-of select="@denominazione"/></option></xsl:for-each>
                </select>
              </xsl:when>
              <xsl:otherwise><input class="form-control" type="text" id="c-ufficio{$chiave}" name="destinazione.ufficio" required="required"/></xsl:otherwise>
            </xsl:choose>
          </div>
        </div>
        <div class="col-12 col-lg-3">
          <div class="campo">
            <label for="c-titolo{$chiave}">Per</label>
            <select class="form-select" id="c-titolo{$chiave}" name="destinazione.titolo">
              <option value="competenza">competenza</option>
              <option value="conoscenza">conoscenza</option>
            </select>
          </div>
        </div>
        <div class="col-12 col-lg-4">
          <div class="campo">
            <label for="c-utente{$chiave}">Solo a una persona</label>
            <select class="form-select" id="c-utente{$chiave}" name="destinazione.utente">
              <option value="">a tutto l’ufficio</option>
              <xsl:for-each select="$uffici">
                <optgroup label="{@denominazione}">
                  <xsl:for-each select="c:persona"><option value="{@utente}"><xsl:value-of select="concat(@cognome, ' ', @nome)"/></option></xsl:for-each>
                </optgroup>
              </xsl:for-each>
            </select>
          </div>
        </div>
      </div>
    </fieldset>
  </xsl:template>

  <xsl:template name="mezzi">
    <xsl:param name="v"/>
    <xsl:param name="chiave"/>
    <div class="campo">
      <label for="c-mezzo{$chiave}">Mezzo</label>
      <select class="form-select" id="c-mezzo{$chiave}" name="mezzo">
        <xsl:call-template name="mezzo"><xsl:with-param name="v" select="$v"/><xsl:with-param name="m" select="'pec'"/><xsl:with-param name="testo" select="'PEC'"/></xsl:call-template>
        <xsl:call-template name="mezzo"><xsl:with-param name="v" select="$v"/><xsl:with-param name="m" select="'raccomandata'"/></xsl:call-template>
        <xsl:call-template name="mezzo"><xsl:with-param name="v" select="$v"/><xsl:with-param name="m" select="'consegna-a-mano'"/></xsl:call-template>
        <xsl:call-template name="mezzo"><xsl:with-param name="v" select="$v"/><xsl:with-param name="m" select="'posta-elettronica'"/></xsl:call-template>
        <xsl:call-template name="mezzo"><xsl:with-param name="v" select="$v"/><xsl:with-param name="m" select="'posta-ordinaria'"/></xsl:call-template>
        <xsl:call-template name="mezzo"><xsl:with-param name="v" select="$v"/><xsl:with-param name="m" select="'cooperazione'"/></xsl:call-template>
      </select>
    </div>
  </xsl:template>
  <xsl:template name="mezzo">
    <xsl:param name="v"/>
    <xsl:param name="m"/>
    <xsl:param name="testo" select="translate($m, '-', ' ')"/>
    <option value="{$m}"><xsl:if test="$v = $m"><xsl:attribute name="selected">selected</xsl:attribute></xsl:if><xsl:value-of select="$testo"/></option>
  </xsl:template>

  <xsl:template name="campo-file">
    <xsl:param name="etichetta"/>
    <xsl:param name="chiave"/>
    <xsl:param name="obbligatorio" select="'si'"/>
    <div class="campo">
      <label for="c-file{$chiave}"><xsl:value-of select="$etichetta"/></label>
      <input class="form-control" type="file" id="c-file{$chiave}" name="file" multiple="multiple">
        <xsl:if test="$obbligatorio = 'si'"><xsl:attribute name="required">required</xsl:attribute></xsl:if>
      </input>
    </div>
  </xsl:template>
</xsl:stylesheet>
