<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: EUPL-1.2 -->
<!-- archivio-versamenti.xsl: what waits to be handed to the conservatore, what was, what he
     answered, and what comes next; or one versamento. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:c="urn:cartella:1" exclude-result-prefixes="c">
  <xsl:include href="parti/pagina.xsl"/>
  <xsl:include href="parti/archivio.xsl"/>

  <xsl:variable name="qui" select="'/archivio/versamenti'"/>

  <xsl:template match="c:pagina" mode="azioni">
    <xsl:call-template name="pulsante"><xsl:with-param name="via" select="concat('/atto/versa?_ritorno=', $qui)"/><xsl:with-param name="testo" select="'Versa'"/><xsl:with-param name="tono" select="'outline-primary'"/><xsl:with-param name="se" select="'versa'"/></xsl:call-template>
    <xsl:text> </xsl:text>
    <xsl:call-template name="pulsante"><xsl:with-param name="via" select="concat('/atto/acquisisci-rapporto?_ritorno=', $qui)"/><xsl:with-param name="testo" select="'Acquisisci un rapporto'"/><xsl:with-param name="tono" select="'outline-primary'"/><xsl:with-param name="se" select="'acquisisci-rapporto'"/></xsl:call-template>
  </xsl:template>

  <xsl:template match="c:pagina" mode="corpo">
    <xsl:variable name="v" select="c:parte/c:versamenti"/>
    <xsl:call-template name="archivio-vie"/>
    <xsl:choose>
      <xsl:when test="$v/c:versamento/c:unita"><xsl:apply-templates select="$v/c:versamento" mode="uno"/></xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="da-versare"><xsl:with-param name="v" select="$v"/></xsl:call-template>
        <xsl:call-template name="elenco"><xsl:with-param name="v" select="$v"/></xsl:call-template>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- what waits -->

  <xsl:template name="da-versare">
    <xsl:param name="v"/>
    <xsl:if test="$v/c:da-versare">
      <h2>Da versare</h2>
      <ul class="list-unstyled">
        <xsl:for-each select="$v/c:da-versare">
          <li>
            <xsl:call-template name="cosa"/>
            <xsl:if test="@entro"><xsl:text> entro il </xsl:text><xsl:call-template name="data"><xsl:with-param name="v" select="@entro"/></xsl:call-template></xsl:if>
            <xsl:if test="@tardi"><xsl:text> </xsl:text><xsl:call-template name="etichetta"><xsl:with-param name="testo" select="'in ritardo'"/><xsl:with-param name="tono" select="'male'"/></xsl:call-template></xsl:if>
            <xsl:if test="@versabile and key('puo', 'versa')"><xsl:text> </xsl:text><a class="btn btn-outline-primary btn-xs" href="/atto/versa?unita={@numero}&amp;_ritorno={$qui}">Versa<span class="visually-hidden"><xsl:value-of select="concat(' ', @numero)"/></span></a></xsl:if>
          </li>
        </xsl:for-each>
      </ul>
      <p class="nota">I registri giornalieri si versano tutti insieme, con «Versa», senza dire altro.<xsl:if test="$v/c:da-versare[not(@entro) and not(@versabile)]"> Una cartella la versa chi la legge tutta, come il coordinatore.</xsl:if></p>
    </xsl:if>
  </xsl:template>

  <!-- a day, a case, a registration: each is a link for whom there is a page of it -->
  <xsl:template name="cosa">
    <xsl:choose>
      <xsl:when test="contains(@numero, '/')"><xsl:call-template name="riferimento"><xsl:with-param name="v" select="@numero"/></xsl:call-template></xsl:when>
      <xsl:when test="starts-with(@numero, 'CS-') or starts-with(@numero, 'FA-')"><xsl:call-template name="riferimento"><xsl:with-param name="v" select="@numero"/></xsl:call-template></xsl:when>
      <xsl:when test="key('puo', 'giorno')">registro del <a href="/archivio/giorno/{@numero}"><xsl:call-template name="data"><xsl:with-param name="v" select="@numero"/></xsl:call-template></a></xsl:when>
      <xsl:otherwise>registro del <xsl:call-template name="data"><xsl:with-param name="v" select="@numero"/></xsl:call-template></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- what was handed over -->

  <xsl:template name="elenco">
    <xsl:param name="v"/>
    <h2>Versamenti</h2>
    <form method="get" action="{$qui}" class="row g-3 align-items-end mb-4">
      <div class="col-auto">
        <label for="filtro">Mostra</label>
        <select class="form-select" id="filtro" name="filtro">
          <xsl:call-template name="filtro"><xsl:with-param name="v" select="'tutti'"/><xsl:with-param name="ora" select="$v/@filtro"/></xsl:call-template>
          <xsl:call-template name="filtro"><xsl:with-param name="v" select="'in-attesa'"/><xsl:with-param name="ora" select="$v/@filtro"/></xsl:call-template>
          <xsl:call-template name="filtro"><xsl:with-param name="v" select="'rifiutati'"/><xsl:with-param name="ora" select="$v/@filtro"/></xsl:call-template>
          <xsl:call-template name="filtro"><xsl:with-param name="v" select="'accettati'"/><xsl:with-param name="ora" select="$v/@filtro"/></xsl:call-template>
        </select>
      </div>
      <div class="col-auto"><button type="submit" class="btn btn-outline-primary btn-sm">Mostra</button></div>
    </form>
    <xsl:choose>
      <xsl:when test="$v/c:versamento">
        <div class="tabella-riquadro">
          <table class="table tabella">
            <caption>Dal più recente. Niente è in conservazione prima del rapporto del conservatore.</caption>
            <thead><tr><th scope="col">Numero</th><th scope="col">Formato</th><th scope="col">Rapporto</th><th scope="col">Poi</th></tr></thead>
            <tbody><xsl:apply-templates select="$v/c:versamento"/></tbody>
          </table>
        </div>
      </xsl:when>
      <xsl:otherwise><xsl:call-template name="vuoto"><xsl:with-param name="testo" select="'Nessun versamento che puoi vedere.'"/></xsl:call-template></xsl:otherwise>
    </xsl:choose>
    <xsl:if test="$v/@continua">
      <nav class="pagine" aria-label="Pagine dell’elenco">
        <a class="btn btn-outline-primary btn-sm" rel="next" href="{$qui}?filtro={$v/@filtro}&amp;prima={$v/@continua}">Pagina seguente</a>
      </nav>
    </xsl:if>
  </xsl:template>

  <xsl:template name="filtro">
    <xsl:param name="v"/>
    <xsl:param name="ora"/>
    <option value="{$v}"><xsl:if test="$v = $ora"><xsl:attribute name="selected">selected</xsl:attribute></xsl:if><xsl:value-of select="translate($v, '-', ' ')"/></option>
  </xsl:template>

  <xsl:template match="c:versamento">
    <tr>
      <th scope="row"><a href="/archivio/versamento/{@numero}">versamento <xsl:value-of select="@numero"/></a></th>
      <td data-titolo="Formato">
        <xsl:call-template name="momento"><xsl:with-param name="v" select="@formato"/></xsl:call-template>
        <xsl:text>, </xsl:text><xsl:call-template name="chi"><xsl:with-param name="codice" select="string(@utente)"/></xsl:call-template>
      </td>
      <td data-titolo="Rapporto">
        <xsl:choose>
          <xsl:when test="@rapporto"><xsl:for-each select="c:conto"><xsl:call-template name="esito"><xsl:with-param name="v" select="@esito"/></xsl:call-template><xsl:value-of select="concat(' ', @quante, ' ')"/></xsl:for-each></xsl:when>
          <xsl:otherwise><xsl:call-template name="esito"><xsl:with-param name="v" select="'attesa'"/></xsl:call-template></xsl:otherwise>
        </xsl:choose>
      </td>
      <td data-titolo="Poi"><xsl:call-template name="poi"/></td>
    </tr>
  </xsl:template>

  <xsl:template name="esito">
    <xsl:param name="v"/>
    <xsl:choose>
      <xsl:when test="$v = 'accettato'"><xsl:call-template name="etichetta"><xsl:with-param name="testo" select="'accettato'"/><xsl:with-param name="tono" select="'bene'"/></xsl:call-template></xsl:when>
      <xsl:when test="$v = 'rifiutato'"><xsl:call-template name="etichetta"><xsl:with-param name="testo" select="'rifiutato'"/><xsl:with-param name="tono" select="'male'"/></xsl:call-template></xsl:when>
      <xsl:otherwise><xsl:call-template name="etichetta"><xsl:with-param name="testo" select="'in attesa'"/><xsl:with-param name="tono" select="'avviso'"/></xsl:call-template></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- what comes next -->
  <xsl:template name="poi">
    <xsl:choose>
      <xsl:when test="not(@rapporto)">
        <xsl:if test="key('puo', 'pacchetto-versamento')"><a href="/file/pacchetto-versamento?versamento={@numero}">Scarica il pacchetto<span class="visually-hidden"> del versamento <xsl:value-of select="@numero"/></span></a>, dallo al conservatore, poi acquisisci il suo rapporto</xsl:if>
      </xsl:when>
      <xsl:when test="c:conto[@esito = 'rifiutato'] or c:unita[@esito = 'rifiutato']">ciò che non è stato preso si corregge e si versa di nuovo</xsl:when>
      <xsl:otherwise>niente: è in conservazione</xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- one -->

  <xsl:template match="c:versamento" mode="uno">
    <dl>
      <dt>Formato</dt>
      <dd>
        <xsl:call-template name="momento"><xsl:with-param name="v" select="@formato"/></xsl:call-template>
        <xsl:text>, </xsl:text><xsl:call-template name="chi"><xsl:with-param name="codice" select="string(@utente)"/></xsl:call-template>
        <xsl:if test="@conservatore"><xsl:value-of select="concat(', per ', @conservatore)"/></xsl:if>
      </dd>
      <dt>Pacchetto</dt>
      <dd><code class="impronta"><xsl:value-of select="@pacchetto"/></code></dd>
      <dt>Rapporto</dt>
      <dd>
        <xsl:choose>
          <xsl:when test="@rapporto">
            <xsl:value-of select="concat(@identificativo, ' di ', @risponde, ', ')"/>
            <xsl:call-template name="momento"><xsl:with-param name="v" select="@ora"/></xsl:call-template>
          </xsl:when>
          <xsl:otherwise>non c’è ancora</xsl:otherwise>
        </xsl:choose>
      </dd>
      <dt>Poi</dt>
      <dd><xsl:call-template name="poi"/></dd>
    </dl>
    <div class="tabella-riquadro">
      <table class="table tabella">
        <caption>Che cosa c’è nel pacchetto, di ciò che puoi vedere.</caption>
        <thead><tr><th scope="col">Che cosa</th><th scope="col">File</th><th scope="col">Esito</th></tr></thead>
        <tbody>
          <xsl:for-each select="c:unita">
            <tr>
              <th scope="row"><xsl:call-template name="cosa"/></th>
              <td data-titolo="File"><xsl:value-of select="@documenti"/><xsl:if test="@intera = 'no'">, senza le annotazioni riservate</xsl:if></td>
              <td data-titolo="Esito">
                <xsl:call-template name="esito"><xsl:with-param name="v" select="@esito"/></xsl:call-template>
                <xsl:if test="@motivo"><xsl:value-of select="concat(' (', translate(@motivo, '-', ' '), ')')"/></xsl:if>
                <xsl:if test=". != ''"><xsl:value-of select="concat(': ', .)"/></xsl:if>
                <xsl:if test="@esito = 'rifiutato' and (@versabile or not(starts-with(@numero, 'CS-') or starts-with(@numero, 'FA-'))) and key('puo', 'versa')"><xsl:text> </xsl:text><a class="btn btn-outline-primary btn-xs" href="/atto/versa?unita={@numero}&amp;_ritorno={$qui}">Versa di nuovo<span class="visually-hidden"><xsl:value-of select="concat(' ', @numero)"/></span></a></xsl:if>
              </td>
            </tr>
          </xsl:for-each>
        </tbody>
      </table>
    </div>
    <p><a href="{$qui}">Tutti i versamenti</a></p>
  </xsl:template>
</xsl:stylesheet>
