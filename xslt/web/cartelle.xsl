<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: EUPL-1.2 -->
<!-- cartelle.xsl: the cartelle of who looks, his filters, the way to the others. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:c="urn:cartella:1" exclude-result-prefixes="c">
  <xsl:include href="parti/pagina.xsl"/>
  <xsl:include href="parti/cercare.xsl"/>

  <xsl:variable name="p" select="/c:pagina/c:parametro"/>
  <xsl:variable name="uffici" select="/c:pagina/c:parte/c:uffici/c:ufficio"/>

  <xsl:template match="c:pagina" mode="azioni">
    <xsl:call-template name="pulsante"><xsl:with-param name="via" select="'/termini'"/><xsl:with-param name="testo" select="'Tutti i termini'"/><xsl:with-param name="se" select="'termini'"/><xsl:with-param name="tono" select="'outline-primary'"/></xsl:call-template>
    <xsl:text> </xsl:text>
    <xsl:call-template name="pulsante"><xsl:with-param name="via" select="'/consultazioni'"/><xsl:with-param name="testo" select="'Consultazioni di altri enti'"/><xsl:with-param name="se" select="'consultazioni'"/><xsl:with-param name="tono" select="'outline-primary'"/></xsl:call-template>
    <xsl:text> </xsl:text>
    <xsl:call-template name="pulsante"><xsl:with-param name="via" select="'/trasferimenti'"/><xsl:with-param name="testo" select="'Trasferimenti'"/><xsl:with-param name="se" select="'trasferimenti'"/><xsl:with-param name="tono" select="'outline-primary'"/></xsl:call-template>
    <xsl:text> </xsl:text>
    <xsl:call-template name="pulsante"><xsl:with-param name="via" select="'/atto/accedi'"/><xsl:with-param name="testo" select="'Accesso straordinario'"/><xsl:with-param name="se" select="'accedi'"/><xsl:with-param name="tono" select="'outline-primary'"/></xsl:call-template>
  </xsl:template>

  <xsl:template match="c:pagina" mode="corpo">
    <xsl:variable name="parte" select="c:parte[@atto = 'cartelle']"/>
    <xsl:call-template name="cercare"/>
    <xsl:choose>
      <xsl:when test="key('puo', 'cartelle')">
        <xsl:call-template name="filtri"/>
        <xsl:for-each select="$parte/c:rilievi/c:rilievo">
          <xsl:call-template name="messaggio"><xsl:with-param name="tono" select="'avviso'"/><xsl:with-param name="testo" select="string(.)"/></xsl:call-template>
        </xsl:for-each>
        <xsl:if test="not($parte/c:rilievi) and not($parte/c:cartelle)">
          <xsl:call-template name="messaggio"><xsl:with-param name="tono" select="'avviso'"/><xsl:with-param name="testo" select="'L’elenco non si può mostrare così: togli i filtri e ricomincia.'"/></xsl:call-template>
        </xsl:if>
        <xsl:apply-templates select="$parte/c:cartelle" mode="elenco"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="vuoto"><xsl:with-param name="testo" select="'Il tuo ruolo non ha un elenco di cartelle: cercane una per nome, per numero o per una parola che vi è scritta.'"/></xsl:call-template>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- ===== filters ===== -->

  <xsl:template name="filtri">
    <form method="get" action="/cartelle" class="filtri" aria-label="Scegli quali cartelle">
      <div class="row g-3 align-items-end">
        <div class="col-12 col-sm-6 col-lg-3">
          <div class="campo">
            <label for="c-stato">Stato</label>
            <select class="form-select" id="c-stato" name="stato">
              <xsl:call-template name="opzione"><xsl:with-param name="nome" select="'stato'"/><xsl:with-param name="v" select="'aperte'"/><xsl:with-param name="testo" select="'tutte le aperte'"/></xsl:call-template>
              <xsl:call-template name="opzione"><xsl:with-param name="nome" select="'stato'"/><xsl:with-param name="v" select="'in-carico'"/></xsl:call-template>
              <xsl:call-template name="opzione"><xsl:with-param name="nome" select="'stato'"/><xsl:with-param name="v" select="'proposta-inviata'"/></xsl:call-template>
              <xsl:call-template name="opzione"><xsl:with-param name="nome" select="'stato'"/><xsl:with-param name="v" select="'in-istruttoria'"/></xsl:call-template>
              <xsl:call-template name="opzione"><xsl:with-param name="nome" select="'stato'"/><xsl:with-param name="v" select="'in-erogazione'"/></xsl:call-template>
              <xsl:call-template name="opzione"><xsl:with-param name="nome" select="'stato'"/><xsl:with-param name="v" select="'chiuso'"/></xsl:call-template>
              <xsl:call-template name="opzione"><xsl:with-param name="nome" select="'stato'"/><xsl:with-param name="v" select="'tutte'"/><xsl:with-param name="testo" select="'aperte e chiuse'"/></xsl:call-template>
            </select>
          </div>
        </div>
        <div class="col-12 col-sm-6 col-lg-3">
          <div class="campo">
            <label for="c-ordine">In ordine</label>
            <select class="form-select" id="c-ordine" name="ordine">
              <xsl:call-template name="opzione"><xsl:with-param name="nome" select="'ordine'"/><xsl:with-param name="v" select="'numero'"/><xsl:with-param name="testo" select="'dalla più recente'"/></xsl:call-template>
              <xsl:call-template name="opzione"><xsl:with-param name="nome" select="'ordine'"/><xsl:with-param name="v" select="'termine'"/><xsl:with-param name="testo" select="'prima chi scade prima'"/></xsl:call-template>
            </select>
          </div>
        </div>
        <div class="col-12 col-sm-6 col-lg-3"><xsl:call-template name="filtro-responsabile"/></div>
        <div class="col-12 col-sm-6 col-lg-3"><xsl:call-template name="filtro-ufficio"/></div>
        <xsl:if test="key('puo', 'trova')">
          <div class="col-12 col-lg-6">
            <div class="campo">
              <label for="c-persona">Solo con questo nome o cognome</label>
              <input class="form-control" type="text" id="c-persona" name="persona" autocomplete="off" value="{$p[@nome = 'persona']}"/>
            </div>
          </div>
        </xsl:if>
        <div class="col-12 col-lg-6">
          <button type="submit" class="btn btn-primary btn-sm">Mostra</button>
          <xsl:text> </xsl:text>
          <a class="btn btn-outline-primary btn-sm" href="/cartelle">Togli i filtri</a>
        </div>
      </div>
    </form>
  </xsl:template>

  <xsl:template name="opzione">
    <xsl:param name="nome"/>
    <xsl:param name="v"/>
    <xsl:param name="testo" select="translate($v, '-', ' ')"/>
    <option value="{$v}">
      <xsl:if test="$p[@nome = $nome] = $v"><xsl:attribute name="selected">selected</xsl:attribute></xsl:if>
      <xsl:value-of select="$testo"/>
    </option>
  </xsl:template>

  <!-- who works there now; who no longer does stays while he is asked for -->
  <xsl:template name="filtro-responsabile">
    <xsl:variable name="v" select="string($p[@nome = 'responsabile'])"/>
    <div class="campo">
      <label for="c-responsabile">Responsabile</label>
      <select class="form-select" id="c-responsabile" name="responsabile">
        <option value="">chiunque</option>
        <xsl:for-each select="$uffici/c:persona[not(@utente = ../preceding-sibling::c:ufficio/c:persona/@utente)]">
          <xsl:sort select="@cognome"/>
          <xsl:sort select="@nome"/>
          <xsl:call-template name="opzione"><xsl:with-param name="nome" select="'responsabile'"/><xsl:with-param name="v" select="string(@utente)"/><xsl:with-param name="testo" select="concat(@cognome, ' ', @nome)"/></xsl:call-template>
        </xsl:for-each>
        <xsl:if test="$v != '' and not($uffici/c:persona[@utente = $v])">
          <xsl:call-template name="opzione"><xsl:with-param name="nome" select="'responsabile'"/><xsl:with-param name="v" select="$v"/><xsl:with-param name="testo" select="$v"/></xsl:call-template>
        </xsl:if>
      </select>
    </div>
  </xsl:template>

  <xsl:template name="filtro-ufficio">
    <div class="campo">
      <label for="c-ufficio">Ufficio</label>
      <select class="form-select" id="c-ufficio" name="ufficio">
        <option value="">qualsiasi</option>
        <xsl:for-each select="$uffici">
          <xsl:call-template name="opzione"><xsl:with-param name="nome" select="'ufficio'"/><xsl:with-param name="v" select="string(@codice)"/><xsl:with-param name="testo" select="@denominazione"/></xsl:call-template>
        </xsl:for-each>
      </select>
    </div>
  </xsl:template>

  <!-- ===== the list ===== -->

  <xsl:template match="c:cartelle" mode="elenco">
    <xsl:choose>
      <xsl:when test="@quante = 0 and $p[. != '' and contains(' stato responsabile ufficio persona ', concat(' ', @nome, ' '))]">
        <xsl:call-template name="vuoto"><xsl:with-param name="testo" select="'Nessuna cartella così, fra quelle che puoi vedere: togli qualche filtro.'"/></xsl:call-template>
      </xsl:when>
      <xsl:when test="@quante = 0">
        <xsl:call-template name="vuoto"><xsl:with-param name="testo" select="'Nessuna cartella aperta che puoi vedere: per le chiuse scegli lo stato, per le altre cerca un nome o un numero.'"/></xsl:call-template>
      </xsl:when>
      <xsl:when test="c:cartella">
        <div class="tabella-riquadro">
          <table class="table tabella">
            <caption><xsl:call-template name="quante"/></caption>
            <thead><tr><th scope="col">Cartella</th><th scope="col">Persona</th><th scope="col">Stato</th><th scope="col">Prossimo termine</th><th scope="col">Responsabile</th><th scope="col">Aperta</th></tr></thead>
            <tbody><xsl:apply-templates select="c:cartella" mode="riga"/></tbody>
          </table>
        </div>
      </xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="vuoto"><xsl:with-param name="testo" select="'Non ce ne sono altre.'"/></xsl:call-template>
      </xsl:otherwise>
    </xsl:choose>
    <xsl:call-template name="altre-cartelle"/>
  </xsl:template>

  <xsl:template name="quante">
    <xsl:choose>
      <xsl:when test="@quante = 1">Una cartella</xsl:when>
      <xsl:when test="@oltre"><xsl:value-of select="concat(@quante, ' cartelle o più')"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="concat(@quante, ' cartelle')"/></xsl:otherwise>
    </xsl:choose>
    <xsl:choose>
      <xsl:when test="@ordine = 'termine'">, da quella con il termine che scade prima</xsl:when>
      <xsl:otherwise>, dalla più recente</xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="c:cartella" mode="riga">
    <xsl:variable name="ufficio" select="$uffici[@codice = current()/@ufficio]"/>
    <tr>
      <th scope="row"><xsl:call-template name="riferimento"><xsl:with-param name="v" select="@riferimento"/></xsl:call-template></th>
      <td data-titolo="Persona"><xsl:value-of select="@iniziali"/></td>
      <td data-titolo="Stato"><xsl:choose><xsl:when test="@scartata">scartata il <xsl:call-template name="data"><xsl:with-param name="v" select="string(@scartata)"/></xsl:call-template></xsl:when><xsl:otherwise><xsl:call-template name="stato"><xsl:with-param name="v" select="string(@stato)"/></xsl:call-template></xsl:otherwise></xsl:choose></td>
      <td data-titolo="Prossimo termine">
        <xsl:choose>
          <xsl:when test="@scade">
            <xsl:call-template name="scadenza"><xsl:with-param name="data" select="substring(@scade, 1, 10)"/><xsl:with-param name="giorni" select="string(@giorni)"/></xsl:call-template>
            <xsl:if test="contains(@scade, 'T')"><xsl:value-of select="concat(' alle ', substring(@scade, 12, 5))"/></xsl:if>
            <br/><small><xsl:value-of select="@termine"/></small>
          </xsl:when>
          <xsl:otherwise>nessuno</xsl:otherwise>
        </xsl:choose>
      </td>
      <td data-titolo="Responsabile">
        <xsl:call-template name="chi"><xsl:with-param name="codice" select="string(@responsabile)"/></xsl:call-template>
        <br/>
        <small>
          <xsl:choose>
            <xsl:when test="$ufficio"><xsl:value-of select="$ufficio/@denominazione"/></xsl:when>
            <xsl:otherwise><xsl:value-of select="@ufficio"/></xsl:otherwise>
          </xsl:choose>
        </small>
      </td>
      <td data-titolo="Aperta">
        <xsl:call-template name="data"><xsl:with-param name="v" select="@aperta"/></xsl:call-template>
        <xsl:if test="@chiusa">, chiusa <xsl:call-template name="data"><xsl:with-param name="v" select="@chiusa"/></xsl:call-template></xsl:if>
      </td>
    </tr>
  </xsl:template>

  <!-- all filters kept -->
  <xsl:template name="altre-cartelle">
    <xsl:variable name="qui" select="/c:pagina/@qui"/>
    <xsl:variable name="via">
      <xsl:choose>
        <xsl:when test="contains($qui, 'dopo=')"><xsl:value-of select="substring-before($qui, 'dopo=')"/></xsl:when>
        <xsl:when test="contains($qui, '?')"><xsl:value-of select="concat($qui, '&amp;')"/></xsl:when>
        <xsl:otherwise><xsl:value-of select="concat($qui, '?')"/></xsl:otherwise>
      </xsl:choose>
    </xsl:variable>
    <xsl:variable name="avanti" select="$p[@nome = 'dopo'] != ''"/>
    <xsl:if test="@altri or $avanti">
      <nav class="pagine" aria-label="Pagine dell’elenco">
        <xsl:if test="$avanti"><a class="btn btn-outline-primary btn-sm" href="{substring($via, 1, string-length($via) - 1)}">Prima pagina</a><xsl:text> </xsl:text></xsl:if>
        <xsl:if test="@altri"><a class="btn btn-outline-primary btn-sm" rel="next" href="{$via}dopo={c:cartella[last()]/@riferimento}">Pagina seguente</a></xsl:if>
      </nav>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
