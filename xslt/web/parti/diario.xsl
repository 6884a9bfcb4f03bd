<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: EUPL-1.2 -->
<!--
  diario.xsl: the line that is written at once, and entries as they are read.

  diario-riga               the form of annota: text, kind, day; on the pages of
                            an open cartella
  match="c:voce-diario"     mode="voce": an entry with what corrects it
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:c="urn:cartella:1" exclude-result-prefixes="c">

  <xsl:template name="diario-riga">
    <xsl:if test="key('puo', 'annota')">
      <section class="diario-riga non-stampa mb-4" aria-labelledby="scrivi-voce">
        <h2 class="h5" id="scrivi-voce">Scrivi nel diario</h2>
        <form method="post" action="/atto/annota" data-atto="annota" accept-charset="UTF-8">
          <xsl:call-template name="celati"/>
          <input type="hidden" name="cartella" value="{$caso}"/>
          <div class="campo">
            <label for="voce-testo">Che cosa è avvenuto</label>
            <textarea class="form-control" id="voce-testo" name="testo" rows="2" required="required" data-tasto="n" aria-describedby="voce-aiuto"></textarea>
            <small class="form-text" id="voce-aiuto">Una riga vuota divide i paragrafi; «- » comincia una voce di elenco. Ciò che scrivi resta: si corregge, non si cancella.</small>
          </div>
          <div class="row">
            <div class="col-sm-4 campo">
              <label for="voce-tipo">Che cosa è</label>
              <select class="form-select" id="voce-tipo" name="tipo">
                <xsl:call-template name="opzioni-voce"/>
              </select>
            </div>
            <div class="col-sm-4 campo">
              <label for="voce-data">Quando</label>
              <input type="date" class="form-control" id="voce-data" name="data" value="{/c:pagina/@oggi}" max="{/c:pagina/@oggi}"/>
            </div>
            <div class="col-sm-4 campo">
              <label for="voce-partecipanti">Chi era presente</label>
              <input type="text" class="form-control" id="voce-partecipanti" name="partecipanti"/>
            </div>
          </div>
          <div class="form-check mb-3">
            <input type="checkbox" class="form-check-input" id="voce-riservata" name="riservata" value="si"/>
            <label class="form-check-label" for="voce-riservata">Riservata: la leggono solo chi la scrive, il responsabile e il coordinatore</label>
          </div>
          <button type="submit" class="btn btn-primary btn-sm" name="_azione" value="invia">Scrivi</button>
          <xsl:text> </xsl:text>
          <a class="btn btn-outline-primary btn-sm" href="/atto/annota?cartella={$caso}&amp;_ritorno=/cartella/{$caso}/diario">Con altri campi, o in più cartelle</a>
        </form>
      </section>
    </xsl:if>
  </xsl:template>

  <xsl:template name="opzioni-voce">
    <xsl:param name="scelta" select="'nota'"/>
    <xsl:param name="tutte"/>
    <xsl:if test="$tutte"><option value="">tutte</option></xsl:if>
    <xsl:call-template name="opzione"><xsl:with-param name="v" select="'nota'"/><xsl:with-param name="scelta" select="$scelta"/></xsl:call-template>
    <xsl:call-template name="opzione"><xsl:with-param name="v" select="'colloquio'"/><xsl:with-param name="scelta" select="$scelta"/></xsl:call-template>
    <xsl:call-template name="opzione"><xsl:with-param name="v" select="'visita'"/><xsl:with-param name="scelta" select="$scelta"/></xsl:call-template>
    <xsl:call-template name="opzione"><xsl:with-param name="v" select="'telefonata'"/><xsl:with-param name="scelta" select="$scelta"/></xsl:call-template>
    <xsl:call-template name="opzione"><xsl:with-param name="v" select="'equipe'"/><xsl:with-param name="scelta" select="$scelta"/></xsl:call-template>
    <xsl:call-template name="opzione"><xsl:with-param name="v" select="'riunione'"/><xsl:with-param name="scelta" select="$scelta"/></xsl:call-template>
    <xsl:call-template name="opzione"><xsl:with-param name="v" select="'scuola'"/><xsl:with-param name="scelta" select="$scelta"/></xsl:call-template>
    <xsl:call-template name="opzione"><xsl:with-param name="v" select="'sanitaria'"/><xsl:with-param name="scelta" select="$scelta"/></xsl:call-template>
    <xsl:call-template name="opzione"><xsl:with-param name="v" select="'provvedimento'"/><xsl:with-param name="scelta" select="$scelta"/></xsl:call-template>
    <xsl:call-template name="opzione"><xsl:with-param name="v" select="'famiglia'"/><xsl:with-param name="scelta" select="$scelta"/></xsl:call-template>
    <xsl:call-template name="opzione"><xsl:with-param name="v" select="'abitazione'"/><xsl:with-param name="scelta" select="$scelta"/></xsl:call-template>
    <xsl:call-template name="opzione"><xsl:with-param name="v" select="'recapito'"/><xsl:with-param name="scelta" select="$scelta"/></xsl:call-template>
  </xsl:template>
  <xsl:template name="opzione">
    <xsl:param name="v"/>
    <xsl:param name="scelta"/>
    <option value="{$v}">
      <xsl:if test="$v = $scelta"><xsl:attribute name="selected">selected</xsl:attribute></xsl:if>
      <xsl:call-template name="tipo-voce"><xsl:with-param name="v" select="$v"/></xsl:call-template>
    </option>
  </xsl:template>

  <xsl:template match="c:voce-diario" mode="voce">
    <xsl:param name="breve"/>
    <li class="voce-diario mb-4">
      <p class="mb-1">
        <strong><xsl:call-template name="data-lunga"><xsl:with-param name="v" select="c:data"/></xsl:call-template></strong>
        <xsl:text> · </xsl:text>
        <xsl:call-template name="tipo-voce"><xsl:with-param name="v" select="string(c:tipo)"/></xsl:call-template>
        <xsl:text> · </xsl:text><xsl:call-template name="chi"><xsl:with-param name="codice" select="string(c:autore)"/></xsl:call-template>
        <xsl:if test="c:riservata = 'si'">
          <xsl:text> </xsl:text>
          <xsl:call-template name="riservata"/>
        </xsl:if>
      </p>
      <xsl:if test="c:correzione-voce">
        <p class="mb-1"><xsl:call-template name="etichetta"><xsl:with-param name="testo" select="'Corretta in seguito'"/><xsl:with-param name="tono" select="'avviso'"/></xsl:call-template></p>
      </xsl:if>
      <xsl:call-template name="prosa"><xsl:with-param name="n" select="c:testo"/></xsl:call-template>
      <xsl:if test="c:partecipanti or c:luogo">
        <p class="small mb-1">
          <xsl:if test="c:partecipanti"><xsl:value-of select="concat('Con: ', c:partecipanti, '. ')"/></xsl:if>
          <xsl:if test="c:luogo"><xsl:value-of select="concat('Dove: ', c:luogo, '.')"/></xsl:if>
        </p>
      </xsl:if>
      <xsl:for-each select="c:correzione-voce">
        <div class="correzione my-2">
          <p class="mb-1">
            <strong>Correzione</strong>
            <xsl:text> del </xsl:text>
            <xsl:call-template name="data"><xsl:with-param name="v" select="c:scritto"/></xsl:call-template>
            <xsl:text>, </xsl:text><xsl:call-template name="chi"><xsl:with-param name="codice" select="string(c:autore)"/></xsl:call-template><xsl:value-of select="concat(': ', c:motivo)"/>
          </p>
          <xsl:call-template name="prosa"><xsl:with-param name="n" select="c:testo"/></xsl:call-template>
        </div>
      </xsl:for-each>
      <xsl:if test="not($breve) and key('puo', 'correggi-voce')">
        <a class="small non-stampa" href="/atto/correggi-voce?cartella={$caso}&amp;voce={@percorso}&amp;_ritorno=/cartella/{$caso}/diario">
          <xsl:text>Correggi</xsl:text>
          <span class="visually-hidden"> la voce del <xsl:call-template name="data-testo"><xsl:with-param name="v" select="c:data"/></xsl:call-template></span>
        </a>
      </xsl:if>
    </li>
  </xsl:template>
</xsl:stylesheet>
