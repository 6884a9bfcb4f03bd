<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: EUPL-1.2 -->
<!-- archivio-scarti.xsl: the lists of scarto, each with its next step; of one, its
     rows. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:c="urn:cartella:1" exclude-result-prefixes="c">
  <xsl:include href="parti/pagina.xsl"/>
  <xsl:include href="parti/archivio.xsl"/>

  <xsl:variable name="qui" select="'/archivio/scarti'"/>

  <xsl:template match="c:pagina" mode="azioni">
    <xsl:call-template name="pulsante"><xsl:with-param name="via" select="concat('/atto/proponi-scarto?_ritorno=', $qui)"/><xsl:with-param name="testo" select="'Proponi uno scarto'"/><xsl:with-param name="tono" select="'outline-primary'"/><xsl:with-param name="se" select="'proponi-scarto'"/></xsl:call-template>
  </xsl:template>

  <xsl:template match="c:pagina" mode="corpo">
    <xsl:variable name="s" select="c:parte/c:scarti"/>
    <xsl:call-template name="archivio-vie"/>
    <xsl:choose>
      <xsl:when test="$s/c:elenco"><xsl:apply-templates select="$s/c:elenco"/></xsl:when>
      <xsl:otherwise><xsl:call-template name="vuoto"><xsl:with-param name="testo" select="'Nessun elenco di scarto. Si propone solo ciò che è chiuso, depositato e scaduto.'"/></xsl:call-template></xsl:otherwise>
    </xsl:choose>
    <xsl:if test="$s/c:voce">
      <div class="tabella-riquadro">
        <table class="table tabella">
          <caption>Le righe dell’elenco che puoi vedere</caption>
          <thead><tr><th scope="col">Riga</th><th scope="col">Numero</th><th scope="col">Classifica</th><th scope="col">Che cosa</th><th scope="col">Quanto</th><th scope="col">Stato</th></tr></thead>
          <tbody><xsl:apply-templates select="$s/c:voce"/></tbody>
        </table>
      </div>
    </xsl:if>
    <xsl:if test="key('puo', 'massimario')"><p class="non-stampa"><a href="/archivio/massimario">Il massimario: per quanto si conserva, e perché</a></p></xsl:if>
    <xsl:if test="$s/@uno"><p class="non-stampa"><a href="{$qui}">Tutti gli elenchi</a></p></xsl:if>
  </xsl:template>

  <xsl:template match="c:elenco">
    <section class="sezione mb-5" aria-labelledby="elenco-{@numero}">
      <h2 class="h4" id="elenco-{@numero}">
        <a href="{$qui}?elenco={@numero}"><xsl:value-of select="concat('Elenco ', @numero)"/></a>
        <xsl:text> del </xsl:text>
        <xsl:call-template name="data"><xsl:with-param name="v" select="string(@data)"/></xsl:call-template>
        <xsl:text> </xsl:text>
        <xsl:call-template name="etichetta">
          <xsl:with-param name="testo" select="translate(@stato, '-', ' ')"/>
          <xsl:with-param name="tono"><xsl:choose><xsl:when test="@stato = 'negato'">male</xsl:when><xsl:when test="@stato = 'concluso'">bene</xsl:when><xsl:when test="@tardi">avviso</xsl:when><xsl:otherwise>info</xsl:otherwise></xsl:choose></xsl:with-param>
        </xsl:call-template>
      </h2>
      <dl class="voci">
        <xsl:call-template name="voce"><xsl:with-param name="nome" select="'Autorizzazione chiesta a'"/><xsl:with-param name="v" select="string(@soprintendenza)"/></xsl:call-template>
        <xsl:call-template name="voce"><xsl:with-param name="nome" select="'Provvedimento'"/><xsl:with-param name="v" select="string(@provvedimento)"/></xsl:call-template>
        <xsl:if test="@richiesta"><xsl:call-template name="voce"><xsl:with-param name="nome" select="'Richiesta'"/><xsl:with-param name="v"><xsl:call-template name="riferimento"><xsl:with-param name="v" select="string(@richiesta)"/></xsl:call-template></xsl:with-param></xsl:call-template></xsl:if>
        <xsl:if test="@scade"><xsl:call-template name="voce"><xsl:with-param name="nome" select="'Risposta entro il'"/><xsl:with-param name="v"><xsl:call-template name="data"><xsl:with-param name="v" select="string(@scade)"/></xsl:call-template><xsl:if test="@tardi"> (passato: si sollecita, il silenzio non autorizza)</xsl:if></xsl:with-param></xsl:call-template></xsl:if>
        <xsl:if test="@sospesa"><xsl:call-template name="voce"><xsl:with-param name="nome" select="'Termine sospeso dal'"/><xsl:with-param name="v"><xsl:call-template name="data"><xsl:with-param name="v" select="string(@sospesa)"/></xsl:call-template></xsl:with-param></xsl:call-template></xsl:if>
        <xsl:if test="@risposta"><xsl:call-template name="voce"><xsl:with-param name="nome" select="'Risposta'"/><xsl:with-param name="v"><xsl:call-template name="riferimento"><xsl:with-param name="v" select="string(@risposta)"/></xsl:call-template><xsl:value-of select="concat(', ', @estremi)"/></xsl:with-param></xsl:call-template></xsl:if>
        <xsl:if test="@del-ministero"><xsl:call-template name="voce"><xsl:with-param name="nome" select="'Ministero dell’interno'"/><xsl:with-param name="v"><xsl:choose><xsl:when test="@ministero"><xsl:value-of select="@ministero"/></xsl:when><xsl:when test="@ministero-chiesto"><xsl:text>chiesto il </xsl:text><xsl:call-template name="data"><xsl:with-param name="v" select="string(@ministero-chiesto)"/></xsl:call-template></xsl:when><xsl:otherwise>da chiedere: alcune righe sono riservate</xsl:otherwise></xsl:choose></xsl:with-param></xsl:call-template></xsl:if>
        <xsl:if test="@verbale"><xsl:call-template name="voce"><xsl:with-param name="nome" select="'Verbale'"/><xsl:with-param name="v"><xsl:call-template name="data"><xsl:with-param name="v" select="string(@verbale)"/></xsl:call-template></xsl:with-param></xsl:call-template></xsl:if>
        <xsl:if test="@ritirato">
          <xsl:call-template name="voce"><xsl:with-param name="nome" select="'Ritirato'"/><xsl:with-param name="v"><xsl:call-template name="data"><xsl:with-param name="v" select="string(@ritirato)"/></xsl:call-template></xsl:with-param></xsl:call-template>
          <xsl:call-template name="voce"><xsl:with-param name="nome" select="'Perché'"/><xsl:with-param name="v" select="string(c:ritiro)"/></xsl:call-template>
        </xsl:if>
        <xsl:if test="@trasmesso"><xsl:call-template name="voce"><xsl:with-param name="nome"><xsl:choose><xsl:when test="@ritirato">Comunicato</xsl:when><xsl:otherwise>Trasmesso</xsl:otherwise></xsl:choose></xsl:with-param><xsl:with-param name="v"><xsl:call-template name="riferimento"><xsl:with-param name="v" select="string(@trasmesso)"/></xsl:call-template></xsl:with-param></xsl:call-template></xsl:if>
      </dl>
      <p class="azioni non-stampa"><xsl:call-template name="passo"/></p>
    </section>
  </xsl:template>

  <!-- the next step, for whom it is; the papers there are -->
  <xsl:template name="passo">
    <xsl:variable name="con" select="concat('?elenco=', @numero, '&amp;_ritorno=', $qui)"/>
    <xsl:if test="@da-firmare and key('puo', 'firma')">
      <xsl:call-template name="pulsante"><xsl:with-param name="via" select="concat('/libro-firma/scarto?elenco=', @numero, '&amp;documento=scarti/', format-number(@numero, '0000'), '/', @da-firmare, '.xml')"/><xsl:with-param name="testo" select="concat('Leggi e firma il documento: ', @da-firmare)"/><xsl:with-param name="se" select="'firma'"/></xsl:call-template>
      <xsl:text> </xsl:text>
    </xsl:if>
    <xsl:choose>
      <xsl:when test="@stato = 'proposto'">
        <xsl:call-template name="pulsante"><xsl:with-param name="via" select="concat('/atto/trasmetti-scarto', $con)"/><xsl:with-param name="testo" select="'Scrivi alla Soprintendenza'"/><xsl:with-param name="se" select="'trasmetti-scarto'"/></xsl:call-template>
        <xsl:text> </xsl:text>
        <xsl:call-template name="pulsante"><xsl:with-param name="via" select="concat('/atto/richiedi-scarto', $con)"/><xsl:with-param name="testo" select="'Registra la richiesta fatta fuori'"/><xsl:with-param name="tono" select="'outline-primary'"/><xsl:with-param name="se" select="'richiedi-scarto'"/></xsl:call-template></xsl:when>
      <xsl:when test="@stato = 'richiesto'">
        <xsl:call-template name="pulsante"><xsl:with-param name="via" select="concat('/atto/autorizza-scarto', $con)"/><xsl:with-param name="testo" select="'Registra la risposta'"/><xsl:with-param name="se" select="'autorizza-scarto'"/></xsl:call-template>
        <xsl:text> </xsl:text>
        <xsl:call-template name="pulsante"><xsl:with-param name="via" select="concat('/atto/richiedi-scarto', $con, '&amp;fatto=domanda')"/><xsl:with-param name="testo" select="'Chiedono chiarimenti'"/><xsl:with-param name="tono" select="'outline-primary'"/><xsl:with-param name="se" select="'richiedi-scarto'"/></xsl:call-template>
      </xsl:when>
      <xsl:when test="@stato = 'sospeso'"><xsl:call-template name="pulsante"><xsl:with-param name="via" select="concat('/atto/richiedi-scarto', $con, '&amp;fatto=risposta')"/><xsl:with-param name="testo" select="'Si è risposto'"/><xsl:with-param name="se" select="'richiedi-scarto'"/></xsl:call-template></xsl:when>
      <xsl:when test="@stato = 'autorizzato' or @stato = 'in-corso'">
        <xsl:call-template name="pulsante"><xsl:with-param name="via" select="concat('/atto/scarta', $con)"/><xsl:with-param name="testo" select="'Distruggi ciò che è autorizzato'"/><xsl:with-param name="tono" select="'danger'"/><xsl:with-param name="se" select="'scarta'"/></xsl:call-template>
        <xsl:text> </xsl:text>
        <xsl:if test="@stato = 'in-corso'"><xsl:call-template name="pulsante"><xsl:with-param name="via" select="concat('/atto/verbalizza-scarto', $con)"/><xsl:with-param name="testo" select="'Fai il verbale'"/><xsl:with-param name="tono" select="'outline-primary'"/><xsl:with-param name="se" select="'verbalizza-scarto'"/></xsl:call-template></xsl:if>
      </xsl:when>
      <xsl:when test="@stato = 'distrutto'"><xsl:call-template name="pulsante"><xsl:with-param name="via" select="concat('/atto/verbalizza-scarto', $con)"/><xsl:with-param name="testo" select="'Fai il verbale'"/><xsl:with-param name="se" select="'verbalizza-scarto'"/></xsl:call-template></xsl:when>
      <xsl:when test="@stato = 'verbalizzato'">
        <xsl:call-template name="pulsante"><xsl:with-param name="via" select="concat('/atto/trasmetti-scarto', $con)"/><xsl:with-param name="testo" select="'Manda il verbale'"/><xsl:with-param name="se" select="'trasmetti-scarto'"/></xsl:call-template>
        <xsl:text> </xsl:text>
        <xsl:call-template name="pulsante"><xsl:with-param name="via" select="concat('/atto/chiudi-scarto', $con)"/><xsl:with-param name="testo" select="'Registra la trasmissione fatta fuori'"/><xsl:with-param name="tono" select="'outline-primary'"/><xsl:with-param name="se" select="'chiudi-scarto'"/></xsl:call-template></xsl:when>
      <xsl:when test="@stato = 'ritiro-da-comunicare'">
        <xsl:call-template name="pulsante"><xsl:with-param name="via" select="concat('/atto/trasmetti-scarto', $con)"/><xsl:with-param name="testo" select="'Scrivilo alla Soprintendenza'"/><xsl:with-param name="se" select="'trasmetti-scarto'"/></xsl:call-template>
        <xsl:text> </xsl:text>
        <xsl:call-template name="pulsante"><xsl:with-param name="via" select="concat('/atto/chiudi-scarto', $con)"/><xsl:with-param name="testo" select="'Registra la comunicazione fatta fuori'"/><xsl:with-param name="tono" select="'outline-primary'"/><xsl:with-param name="se" select="'chiudi-scarto'"/></xsl:call-template></xsl:when>
    </xsl:choose>
    <xsl:if test="@del-ministero and not(@ministero-chiesto) and (@stato = 'richiesto' or @stato = 'sospeso')">
      <xsl:text> </xsl:text>
      <xsl:call-template name="pulsante"><xsl:with-param name="via" select="concat('/atto/richiedi-scarto', $con, '&amp;fatto=ministero')"/><xsl:with-param name="testo" select="'Si è chiesto al Ministero dell’interno'"/><xsl:with-param name="tono" select="'outline-primary'"/><xsl:with-param name="se" select="'richiedi-scarto'"/></xsl:call-template>
    </xsl:if>
    <xsl:if test="@stato = 'proposto' or @stato = 'richiesto' or @stato = 'sospeso' or @stato = 'autorizzato'">
      <xsl:text> </xsl:text>
      <xsl:call-template name="pulsante"><xsl:with-param name="via" select="concat('/atto/ritira-scarto', $con)"/><xsl:with-param name="testo" select="'Ritira l’elenco'"/><xsl:with-param name="tono" select="'outline-danger'"/><xsl:with-param name="se" select="'ritira-scarto'"/></xsl:call-template>
    </xsl:if>
    <xsl:if test="key('puo', 'stampa-scarto')">
      <xsl:text> </xsl:text>
      <a href="/file/stampa-scarto?elenco={@numero}">Elenco in PDF</a>
      <xsl:text> · </xsl:text>
      <a href="/file/stampa-scarto?elenco={@numero}&amp;odt=si">in ODT</a>
      <xsl:if test="@verbale">
        <xsl:text> · </xsl:text>
        <a href="/file/stampa-scarto?elenco={@numero}&amp;carta=verbale">Verbale in PDF</a>
        <xsl:text> · </xsl:text>
        <a href="/file/stampa-scarto?elenco={@numero}&amp;carta=verbale&amp;odt=si">in ODT</a>
      </xsl:if>
    </xsl:if>
  </xsl:template>

  <xsl:template match="c:voce">
    <tr>
      <th scope="row"><xsl:value-of select="@n"/></th>
      <td data-titolo="Numero"><xsl:call-template name="archivio-numero"/></td>
      <td data-titolo="Classifica"><xsl:value-of select="@classifica"/></td>
      <td data-titolo="Che cosa">
        <xsl:value-of select="concat(@tipologia, ', chiusa il ')"/>
        <xsl:call-template name="data"><xsl:with-param name="v" select="string(@chiuso)"/></xsl:call-template>
        <p class="small mb-0"><xsl:value-of select="c:motivo"/></p>
      </td>
      <td data-titolo="Quanto">
        <xsl:value-of select="concat('documenti ', @documenti, ', byte ', @byte)"/>
        <xsl:if test="@pezzi != '0'"><xsl:value-of select="concat(', pezzi di carta ', @pezzi)"/></xsl:if>
      </td>
      <td data-titolo="Stato">
        <xsl:call-template name="etichetta">
          <xsl:with-param name="testo" select="translate(@stato, '-', ' ')"/>
          <xsl:with-param name="tono"><xsl:choose><xsl:when test="@stato = 'riaperto' or @stato = 'in-blocco'">avviso</xsl:when><xsl:otherwise>info</xsl:otherwise></xsl:choose></xsl:with-param>
        </xsl:call-template>
        <xsl:if test="@riservata"><xsl:text> </xsl:text><xsl:call-template name="riservata"><xsl:with-param name="testo" select="translate(@riservata, '-', ' ')"/></xsl:call-template></xsl:if>
        <xsl:if test="c:escluso"><p class="small mb-0"><xsl:value-of select="c:escluso"/></p></xsl:if>
      </td>
    </tr>
  </xsl:template>
</xsl:stylesheet>
