<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: EUPL-1.2 -->
<!-- archivio-conservazione.xsl: how long what is closed is kept and why; holds;
     what was handed to the archivio di deposito. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:c="urn:cartella:1" exclude-result-prefixes="c">
  <xsl:include href="parti/pagina.xsl"/>
  <xsl:include href="parti/archivio.xsl"/>

  <xsl:variable name="qui" select="'/archivio/conservazione'"/>

  <xsl:template match="c:pagina" mode="azioni">
    <xsl:call-template name="pulsante"><xsl:with-param name="via" select="concat('/atto/deposita?_ritorno=', $qui)"/><xsl:with-param name="testo" select="'Deposita'"/><xsl:with-param name="tono" select="'outline-primary'"/><xsl:with-param name="se" select="'deposita'"/></xsl:call-template>
    <xsl:text> </xsl:text>
    <xsl:call-template name="pulsante"><xsl:with-param name="via" select="'/archivio/massimario'"/><xsl:with-param name="testo" select="'Il massimario'"/><xsl:with-param name="tono" select="'outline-primary'"/><xsl:with-param name="se" select="'massimario'"/></xsl:call-template>
  </xsl:template>

  <xsl:template match="c:pagina" mode="corpo">
    <xsl:variable name="a" select="c:parte/c:conservazione"/>
    <xsl:call-template name="archivio-vie"/>
    <xsl:call-template name="scelta"><xsl:with-param name="a" select="$a"/></xsl:call-template>
    <xsl:choose>
      <xsl:when test="$a/c:voce">
        <div class="tabella-riquadro">
          <table class="table tabella">
            <caption>Ciò che è chiuso, per numero. La scadenza si calcola dai fatti con il massimario: nessuno la scrive.</caption>
            <thead>
              <tr>
                <th scope="col">Numero</th>
                <th scope="col">Classifica</th>
                <th scope="col">Chiusa</th>
                <th scope="col">Si conserva</th>
                <th scope="col">Blocco</th>
                <th scope="col">Deposito</th>
              </tr>
            </thead>
            <tbody><xsl:apply-templates select="$a/c:voce"/></tbody>
          </table>
        </div>
      </xsl:when>
      <xsl:otherwise><xsl:call-template name="vuoto"><xsl:with-param name="testo" select="'Niente che puoi vedere: cambia che cosa mostrare.'"/></xsl:call-template></xsl:otherwise>
    </xsl:choose>
    <xsl:if test="$a/@continua">
      <nav class="pagine" aria-label="Pagine dell’elenco">
        <a class="btn btn-outline-primary btn-sm" rel="next" href="{$qui}?cosa={$a/@cosa}&amp;filtro={$a/@filtro}&amp;dopo={$a/@continua}">Pagina seguente</a>
      </nav>
    </xsl:if>
  </xsl:template>

  <xsl:template name="scelta">
    <xsl:param name="a"/>
    <form method="get" action="{$qui}" class="row g-3 align-items-end mb-4">
      <div class="col-auto">
        <label for="cosa">Che cosa</label>
        <select class="form-select" id="cosa" name="cosa">
          <option value="cartelle">cartelle</option>
          <option value="accessi"><xsl:if test="$a/@cosa = 'accessi'"><xsl:attribute name="selected">selected</xsl:attribute></xsl:if>accessi senza presa in carico</option>
          <option value="fascicoli"><xsl:if test="$a/@cosa = 'fascicoli'"><xsl:attribute name="selected">selected</xsl:attribute></xsl:if>fascicoli</option>
        </select>
      </div>
      <div class="col-auto">
        <label for="filtro">Mostra</label>
        <select class="form-select" id="filtro" name="filtro">
          <xsl:call-template name="filtro"><xsl:with-param name="v" select="'tutti'"/><xsl:with-param name="ora" select="$a/@filtro"/></xsl:call-template>
          <xsl:call-template name="filtro"><xsl:with-param name="v" select="'scaduti'"/><xsl:with-param name="ora" select="$a/@filtro"/></xsl:call-template>
          <xsl:call-template name="filtro"><xsl:with-param name="v" select="'in-blocco'"/><xsl:with-param name="ora" select="$a/@filtro"/></xsl:call-template>
          <xsl:call-template name="filtro"><xsl:with-param name="v" select="'permanenti'"/><xsl:with-param name="ora" select="$a/@filtro"/></xsl:call-template>
          <xsl:call-template name="filtro"><xsl:with-param name="v" select="'da-calcolare'"/><xsl:with-param name="ora" select="$a/@filtro"/></xsl:call-template>
          <xsl:call-template name="filtro"><xsl:with-param name="v" select="'da-depositare'"/><xsl:with-param name="ora" select="$a/@filtro"/></xsl:call-template>
        </select>
      </div>
      <div class="col-auto"><button type="submit" class="btn btn-outline-primary btn-sm">Mostra</button></div>
    </form>
  </xsl:template>
  <xsl:template name="filtro">
    <xsl:param name="v"/>
    <xsl:param name="ora"/>
    <option value="{$v}"><xsl:if test="$v = $ora"><xsl:attribute name="selected">selected</xsl:attribute></xsl:if><xsl:value-of select="translate($v, '-', ' ')"/></option>
  </xsl:template>

  <xsl:template match="c:voce">
    <tr>
      <th scope="row"><xsl:call-template name="archivio-numero"/></th>
      <td data-titolo="Classifica"><xsl:value-of select="@classifica"/></td>
      <td data-titolo="Chiusa"><xsl:call-template name="data"><xsl:with-param name="v" select="@chiusa"/></xsl:call-template></td>
      <td data-titolo="Si conserva">
        <xsl:choose>
          <xsl:when test="@esito = 'permanente'"><xsl:call-template name="etichetta"><xsl:with-param name="testo" select="'sempre'"/><xsl:with-param name="tono" select="'bene'"/></xsl:call-template></xsl:when>
          <xsl:when test="@scaduta"><xsl:call-template name="etichetta"><xsl:with-param name="testo" select="'scaduta'"/><xsl:with-param name="tono" select="'avviso'"/></xsl:call-template> il <xsl:call-template name="data"><xsl:with-param name="v" select="@scade"/></xsl:call-template></xsl:when>
          <xsl:when test="@scade">fino al <xsl:call-template name="data"><xsl:with-param name="v" select="@scade"/></xsl:call-template></xsl:when>
          <xsl:otherwise><xsl:call-template name="etichetta"><xsl:with-param name="testo" select="'da calcolare'"/></xsl:call-template></xsl:otherwise>
        </xsl:choose>
        <p class="small mb-0"><xsl:value-of select="c:perche"/></p>
      </td>
      <td data-titolo="Blocco"><xsl:call-template name="blocchi"/></td>
      <td data-titolo="Deposito">
        <xsl:choose>
          <xsl:when test="c:deposito"><xsl:apply-templates select="c:deposito"/></xsl:when>
          <xsl:otherwise>no</xsl:otherwise>
        </xsl:choose>
      </td>
    </tr>
  </xsl:template>

  <xsl:template name="blocchi">
    <xsl:variable name="con" select="concat('?riferimento=', @riferimento, '&amp;_ritorno=', $qui)"/>
    <xsl:if test="@bloccata"><xsl:call-template name="etichetta"><xsl:with-param name="testo" select="'in blocco'"/><xsl:with-param name="tono" select="'male'"/></xsl:call-template></xsl:if>
    <xsl:if test="not(@bloccata)">no </xsl:if>
    <xsl:for-each select="c:blocco">
      <p class="small mb-1">
        <xsl:value-of select="concat(@numero, substring(' di ', 1, 4 * boolean(@di)), @di, ', ', translate(@motivo, '-', ' '), ', dal ')"/>
        <xsl:call-template name="data"><xsl:with-param name="v" select="@dal"/></xsl:call-template>
        <xsl:value-of select="concat(': ', .)"/>
        <xsl:text> Da rivedere entro il </xsl:text>
        <xsl:call-template name="data"><xsl:with-param name="v" select="@rivedere"/></xsl:call-template>
        <xsl:if test="@tardi"><xsl:text> </xsl:text><xsl:call-template name="etichetta"><xsl:with-param name="testo" select="'passato'"/><xsl:with-param name="tono" select="'male'"/></xsl:call-template></xsl:if>
      </p>
      <!-- of the accesso, when it was set there -->
      <xsl:variable name="di" select="(@di | ../@riferimento[not(current()/@di)])[1]"/>
      <xsl:variable name="suo" select="concat('?riferimento=', $di, '&amp;_ritorno=', $qui, '&amp;blocco=', @numero)"/>
      <p class="azioni mb-1">
        <xsl:if test="key('puo', 'blocca-scarto')"><a class="btn btn-outline-primary btn-xs" href="/atto/blocca-scarto{$suo}">Conferma<span class="visually-hidden"><xsl:value-of select="concat(' il blocco ', @numero, ' di ', $di)"/></span></a></xsl:if>
        <xsl:text> </xsl:text>
        <xsl:if test="key('puo', 'sblocca-scarto')"><a class="btn btn-outline-primary btn-xs" href="/atto/sblocca-scarto{$suo}">Togli<span class="visually-hidden"><xsl:value-of select="concat(' il blocco ', @numero, ' di ', $di)"/></span></a></xsl:if>
      </p>
    </xsl:for-each>
    <xsl:if test="key('puo', 'blocca-scarto') and not(@sagoma)"><a class="btn btn-outline-primary btn-xs" href="/atto/blocca-scarto{$con}">Blocca<span class="visually-hidden"><xsl:value-of select="concat(' lo scarto di ', @riferimento)"/></span></a></xsl:if>
  </xsl:template>

  <xsl:template match="c:deposito">
    <a href="/archivio/deposito/{@elenco}"><xsl:value-of select="concat('elenco ', @elenco)"/></a>
    <xsl:text> del </xsl:text>
    <xsl:call-template name="data"><xsl:with-param name="v" select="@data"/></xsl:call-template>
    <xsl:if test="@pezzi">
      <p class="small mb-0">
        <xsl:call-template name="etichetta"><xsl:with-param name="testo" select="'ibrida'"/><xsl:with-param name="tono" select="'info'"/></xsl:call-template>
        <xsl:value-of select="concat(' carta: ', @luogo)"/>
        <xsl:if test="@scaffale"><xsl:value-of select="concat(', ', @scaffale)"/></xsl:if>
        <xsl:value-of select="concat(', pezzi ', @pezzi)"/>
      </p>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
