<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: EUPL-1.2 -->
<!-- registro.xsl: the register, newest first, and its filters. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:c="urn:cartella:1" exclude-result-prefixes="c">
  <xsl:include href="parti/pagina.xsl"/>
  <xsl:include href="parti/registro.xsl"/>

  <xsl:variable name="p" select="/c:pagina/c:parametro"/>

  <xsl:template match="c:pagina" mode="azioni">
    <xsl:if test="key('puo', 'registra')"><a class="btn btn-primary btn-sm" href="/registro/nuova" data-tasto="n">Registra un documento</a></xsl:if>
  </xsl:template>

  <xsl:template match="c:pagina" mode="corpo">
    <xsl:variable name="elenco" select="c:parte[@atto = 'cerca']/c:elenco"/>
    <xsl:call-template name="menu-registro"><xsl:with-param name="qui" select="'/registro'"/></xsl:call-template>
    <xsl:call-template name="filtri"/>
    <div id="risultati" aria-live="polite">
      <xsl:apply-templates select="c:parte[@atto = 'cerca']" mode="rilievi-parte"/>
      <xsl:if test="$elenco">
        <xsl:call-template name="registrazioni">
          <xsl:with-param name="righe" select="$elenco/c:registrazione"/>
          <xsl:with-param name="didascalia">
            <xsl:choose>
              <xsl:when test="$p[. != '' and @nome != 'fatto' and @nome != 'esito' and @nome != 'continua']">Registrazioni trovate, dalla più recente</xsl:when>
              <xsl:otherwise>Ultime registrazioni, dalla più recente</xsl:otherwise>
            </xsl:choose>
          </xsl:with-param>
          <xsl:with-param name="vuoto" select="'Nessuna registrazione risponde a questi criteri: togline qualcuno, o prova con l’inizio di una parola.'"/>
        </xsl:call-template>
        <xsl:call-template name="altre">
          <xsl:with-param name="continua"><xsl:if test="$elenco/@altri"><xsl:value-of select="$elenco/c:registrazione[last()]/c:numero"/></xsl:if></xsl:with-param>
        </xsl:call-template>
      </xsl:if>
    </div>
  </xsl:template>

  <xsl:template name="filtri">
    <form method="get" action="/registro" role="search" class="filtri" data-cerca="risultati" aria-label="Cerca nel registro">
      <div class="row g-3 align-items-end">
        <div class="col-12 col-lg-5">
          <xsl:call-template name="campo-testo"><xsl:with-param name="nome" select="'parole'"/><xsl:with-param name="etichetta" select="'Parole dell’oggetto, mittente, destinatario'"/><xsl:with-param name="v" select="$p[@nome = 'parole']"/><xsl:with-param name="tipo" select="'search'"/></xsl:call-template>
        </div>
        <div class="col-6 col-lg-2">
          <xsl:call-template name="campo-testo"><xsl:with-param name="nome" select="'numero'"/><xsl:with-param name="etichetta" select="'Numero'"/><xsl:with-param name="v" select="$p[@nome = 'numero']"/></xsl:call-template>
        </div>
        <div class="col-6 col-lg-2">
          <xsl:call-template name="filtro-flusso"/>
        </div>
        <div class="col-12 col-lg-3">
          <button type="submit" class="btn btn-primary btn-sm">Cerca</button>
          <xsl:text> </xsl:text>
          <a class="btn btn-outline-primary btn-sm" href="/registro">Togli i filtri</a>
        </div>
      </div>
      <details class="mt-3">
        <xsl:if test="$p[. != '' and contains(' dal al anno corrispondente protocollo-mittente classifica ufficio operatore annullate riservate impronta emergenza ', concat(' ', @nome, ' '))]">
          <xsl:attribute name="open">open</xsl:attribute>
        </xsl:if>
        <summary>Altri filtri</summary>
        <div class="row g-3 mt-1">
          <div class="col-6 col-lg-3"><xsl:call-template name="campo-data"><xsl:with-param name="nome" select="'dal'"/><xsl:with-param name="etichetta" select="'Registrate dal'"/><xsl:with-param name="v" select="$p[@nome = 'dal']"/></xsl:call-template></div>
          <div class="col-6 col-lg-3"><xsl:call-template name="campo-data"><xsl:with-param name="nome" select="'al'"/><xsl:with-param name="etichetta" select="'fino al'"/><xsl:with-param name="v" select="$p[@nome = 'al']"/></xsl:call-template></div>
          <div class="col-12 col-lg-6"><xsl:call-template name="campo-testo"><xsl:with-param name="nome" select="'corrispondente'"/><xsl:with-param name="etichetta" select="'Mittente o destinatario'"/><xsl:with-param name="v" select="$p[@nome = 'corrispondente']"/></xsl:call-template></div>
          <div class="col-6 col-lg-3"><xsl:call-template name="campo-testo"><xsl:with-param name="nome" select="'protocollo-mittente'"/><xsl:with-param name="etichetta" select="'Protocollo del mittente'"/><xsl:with-param name="v" select="$p[@nome = 'protocollo-mittente']"/></xsl:call-template></div>
          <div class="col-6 col-lg-3"><xsl:call-template name="filtro-classifica"/></div>
          <div class="col-6 col-lg-3"><xsl:call-template name="filtro-ufficio"/></div>
          <div class="col-6 col-lg-3"><xsl:call-template name="campo-testo"><xsl:with-param name="nome" select="'anno'"/><xsl:with-param name="etichetta" select="'Anno'"/><xsl:with-param name="v" select="$p[@nome = 'anno']"/></xsl:call-template></div>
          <div class="col-6 col-lg-3"><xsl:call-template name="filtro-anche"><xsl:with-param name="nome" select="'annullate'"/><xsl:with-param name="etichetta" select="'Annullate'"/></xsl:call-template></div>
          <div class="col-6 col-lg-3"><xsl:call-template name="filtro-anche"><xsl:with-param name="nome" select="'riservate'"/><xsl:with-param name="etichetta" select="'Riservate'"/></xsl:call-template></div>
          <div class="col-6 col-lg-3"><xsl:call-template name="campo-testo"><xsl:with-param name="nome" select="'operatore'"/><xsl:with-param name="etichetta" select="'Registrate da'"/><xsl:with-param name="v" select="$p[@nome = 'operatore']"/><xsl:with-param name="aiuto" select="'codice di un operatore'"/></xsl:call-template></div>
          <div class="col-6 col-lg-3"><xsl:call-template name="campo-testo"><xsl:with-param name="nome" select="'emergenza'"/><xsl:with-param name="etichetta" select="'Numero di emergenza'"/><xsl:with-param name="v" select="$p[@nome = 'emergenza']"/><xsl:with-param name="aiuto" select="'come EM-2026-0000001'"/></xsl:call-template></div>
        </div>
      </details>
    </form>
  </xsl:template>

  <xsl:template name="opzione">
    <xsl:param name="nome"/>
    <xsl:param name="v"/>
    <xsl:param name="testo"/>
    <option value="{$v}">
      <xsl:if test="$p[@nome = $nome] = $v"><xsl:attribute name="selected">selected</xsl:attribute></xsl:if>
      <xsl:value-of select="$testo"/>
    </option>
  </xsl:template>

  <xsl:template name="filtro-flusso">
    <div class="campo">
      <label for="c-flusso">Flusso</label>
      <select class="form-select" id="c-flusso" name="flusso">
        <option value="">tutti</option>
        <xsl:call-template name="opzione"><xsl:with-param name="nome" select="'flusso'"/><xsl:with-param name="v" select="'entrata'"/><xsl:with-param name="testo" select="'in entrata'"/></xsl:call-template>
        <xsl:call-template name="opzione"><xsl:with-param name="nome" select="'flusso'"/><xsl:with-param name="v" select="'uscita'"/><xsl:with-param name="testo" select="'in uscita'"/></xsl:call-template>
        <xsl:call-template name="opzione"><xsl:with-param name="nome" select="'flusso'"/><xsl:with-param name="v" select="'interna'"/><xsl:with-param name="testo" select="'interne'"/></xsl:call-template>
      </select>
    </div>
  </xsl:template>

  <xsl:template name="filtro-anche">
    <xsl:param name="nome"/>
    <xsl:param name="etichetta"/>
    <div class="campo">
      <label for="c-{$nome}"><xsl:value-of select="$etichetta"/></label>
      <select class="form-select" id="c-{$nome}" name="{$nome}">
        <option value="">anche</option>
        <xsl:call-template name="opzione"><xsl:with-param name="nome" select="$nome"/><xsl:with-param name="v" select="'no'"/><xsl:with-param name="testo" select="'senza'"/></xsl:call-template>
        <xsl:call-template name="opzione"><xsl:with-param name="nome" select="$nome"/><xsl:with-param name="v" select="'solo'"/><xsl:with-param name="testo" select="'solo quelle'"/></xsl:call-template>
      </select>
    </div>
  </xsl:template>

  <xsl:template name="filtro-classifica">
    <div class="campo">
      <label for="c-classifica">Classifica</label>
      <input class="form-control" type="text" id="c-classifica" name="classifica" list="voci-titolario" autocomplete="off" value="{$p[@nome = 'classifica']}"/>
      <datalist id="voci-titolario">
        <xsl:for-each select="c:parte/c:titolario/c:voce"><option value="{@indice}"><xsl:value-of select="."/></option></xsl:for-each>
      </datalist>
    </div>
  </xsl:template>

  <xsl:template name="filtro-ufficio">
    <div class="campo">
      <label for="c-ufficio">Smistata all’ufficio</label>
      <select class="form-select" id="c-ufficio" name="ufficio">
        <option value="">qualsiasi</option>
        <xsl:for-each select="$uffici">
          <xsl:call-template name="opzione"><xsl:with-param name="nome" select="'ufficio'"/><xsl:with-param name="v" select="@codice"/><xsl:with-param name="testo" select="@denominazione"/></xsl:call-template>
        </xsl:for-each>
      </select>
    </div>
  </xsl:template>
</xsl:stylesheet>
