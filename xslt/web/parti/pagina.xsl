<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: EUPL-1.2 -->
<!--
  pagina.xsl: the frame of every page, and all common parts: a sheet includes
  this one only.  A sheet has

    match="c:pagina" mode="corpo"       what stands below the h1        (must)
    match="c:pagina" mode="titolo"      the h1, text only; default @titolo
    match="c:pagina" mode="briciole"    the <li class="breadcrumb-item"> before the last;
                                        default none: Scrivania > h1
    match="c:pagina" mode="azioni"      buttons beside the h1; default none
    match="c:pagina" mode="testa"       more in <head>; default none

  Of the tree (web/pagina.h) it reads
    @titolo @sezione @aiuto @via        as the table has them
    @qui      this address with its query, to come back to
    @id       drawn at random for this page: the act of a form (modulo-breve.xsl)
    @oggi     today, as 2026-11-21
    @statici  "/statici/VERSION", where CSS, scripts and icons are
    c:sessione, its c:puo (which atti: the menu); its @cartelle says whether
              there are cartelle for him to look for: no, chiuse, si
    c:parametro[@nome = 'fatto'], [@nome = 'esito']   what was just done
    c:rilievi directly below c:pagina, when there are   what is wrong

  sezione is one of: scrivania registro smistare cartelle agenda firma archivio
  indicatori amministrazione aiuto profilo.

  Other named templates: chi.xsl date.xsl riferimenti.xsl stati.xsl pezzi.xsl
  modulo-breve.xsl (the comment at the head of each).  An atto that the role has:
  <xsl:if test="key('puo', 'annota')">, found without looking at all it has.
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:c="urn:cartella:1" exclude-result-prefixes="c">
  <xsl:include href="chi.xsl"/>
  <xsl:include href="date.xsl"/>
  <xsl:include href="riferimenti.xsl"/>
  <xsl:include href="stati.xsl"/>
  <xsl:include href="pezzi.xsl"/>
  <xsl:include href="modulo-breve.xsl"/>
  <xsl:include href="fatto.xsl"/>
  <xsl:include href="atti.xsl"/>
  <xsl:output method="html" encoding="UTF-8" indent="no" doctype-system="about:legacy-compat"/>

  <xsl:key name="puo" match="/c:pagina/c:sessione/c:puo" use="@atto"/>
  <xsl:variable name="puo" select="/c:pagina/c:sessione/c:puo"/>
  <xsl:variable name="statici">
    <xsl:choose>
      <xsl:when test="/c:pagina/@statici"><xsl:value-of select="/c:pagina/@statici"/></xsl:when>
      <xsl:otherwise>/statici/0</xsl:otherwise>
    </xsl:choose>
  </xsl:variable>

  <xsl:template match="c:pagina" mode="titolo" priority="-1"><xsl:value-of select="@titolo"/></xsl:template>
  <xsl:template match="c:pagina" mode="briciole" priority="-1"/>
  <xsl:template match="c:pagina" mode="azioni" priority="-1"/>
  <xsl:template match="c:pagina" mode="testa" priority="-1"/>

  <xsl:template match="/c:pagina">
    <xsl:variable name="titolo"><xsl:apply-templates select="." mode="titolo"/></xsl:variable>
    <html lang="it">
      <head>
        <meta name="viewport" content="width=device-width, initial-scale=1"/>
        <title>
          <xsl:if test="(c:rilievi | c:modulo)/c:rilievo[@grado = 'errore']">Da correggere: </xsl:if>
          <xsl:value-of select="concat($titolo, ' · Cartella')"/>
        </title>
        <link rel="icon" type="image/svg+xml" href="{$statici}/cartella.svg"/>
        <link rel="stylesheet" href="{$statici}/cartella.css"/>
        <script src="{$statici}/cartella.js" defer="defer"></script>
        <xsl:apply-templates select="." mode="testa"/>
      </head>
      <body data-pagina="{@sezione}">
        <a class="salta" href="#contenuto">Vai al contenuto</a>
        <xsl:call-template name="testata"/>
        <main id="contenuto" class="container" tabindex="-1">
          <xsl:call-template name="briciole"><xsl:with-param name="titolo" select="$titolo"/></xsl:call-template>
          <xsl:call-template name="avvisi"/>
          <div class="intestazione">
            <h1><xsl:value-of select="$titolo"/></h1>
            <xsl:variable name="azioni"><xsl:apply-templates select="." mode="azioni"/></xsl:variable>
            <xsl:if test="string($azioni) != ''"><div class="azioni"><xsl:copy-of select="$azioni"/></div></xsl:if>
          </div>
          <xsl:apply-templates select="." mode="corpo"/>
        </main>
        <xsl:call-template name="piede"/>
      </body>
    </html>
  </xsl:template>

  <xsl:template name="testata">
    <header class="testata">
      <div class="testata-ente">
        <div class="container">
          <span class="ente">
            <xsl:choose>
              <xsl:when test="c:sessione/@ente"><xsl:value-of select="c:sessione/@ente"/></xsl:when>
              <xsl:otherwise>Servizi sociali</xsl:otherwise>
            </xsl:choose>
          </span>
          <xsl:if test="c:sessione/@dimostrativo = 'si'"><span class="dimostrativo">Archivio dimostrativo: i dati non sono veri</span></xsl:if>
          <xsl:if test="c:sessione/@nome and @oggi">
            <span class="solo-stampa stampato">
              <xsl:value-of select="concat('Copia di lavoro stampata da ', c:sessione/@nome, ', ')"/>
              <xsl:call-template name="data-lunga"><xsl:with-param name="v" select="@oggi"/></xsl:call-template>
            </span>
          </xsl:if>
          <xsl:if test="c:sessione/@utente">
            <div class="chi">
              <a href="/profilo">
                <xsl:if test="@sezione = 'profilo'"><xsl:attribute name="aria-current">page</xsl:attribute></xsl:if>
                <xsl:call-template name="icona"><xsl:with-param name="nome" select="'it-user'"/></xsl:call-template>
                <xsl:text> </xsl:text>
                <xsl:value-of select="c:sessione/@nome"/>
                <xsl:if test="c:sessione/@per != ''"> per conto di <xsl:value-of select="c:sessione/@per"/></xsl:if>
              </a>
              <form method="post" action="/esci">
                <input type="hidden" name="_csrf" value="{c:sessione/@csrf}"/>
                <button type="submit" class="esci">Esci</button>
              </form>
            </div>
          </xsl:if>
        </div>
      </div>
      <div class="testata-nome">
        <div class="container">
          <a class="marca" href="/">
            <xsl:call-template name="icona"><xsl:with-param name="nome" select="'it-folder'"/><xsl:with-param name="classe" select="'icon'"/></xsl:call-template>
            <span>Cartella</span>
          </a>
          <xsl:if test="(key('puo', 'cerca') | key('puo', 'trova'))">
            <form class="cerca" role="search" method="get" action="/cerca">
              <label class="visually-hidden" for="cerca">Cerca un numero, una persona, una parola</label>
              <input type="search" id="cerca" name="testo" class="form-control" placeholder="Cerca un numero, una persona, una parola" autocomplete="off"/>
              <button type="submit" class="btn btn-primary btn-sm">
                <xsl:call-template name="icona"><xsl:with-param name="nome" select="'it-search'"/></xsl:call-template>
                <span class="visually-hidden">Cerca</span>
              </button>
            </form>
          </xsl:if>
        </div>
      </div>
      <xsl:if test="c:sessione/@utente">
        <nav class="menu" aria-label="Principale">
          <div class="container">
            <ul>
              <xsl:call-template name="menu"/>
            </ul>
          </div>
        </nav>
      </xsl:if>
    </header>
  </xsl:template>

  <!-- an entry is there for who has one of the atti; its address is a page -->
  <xsl:template name="menu">
    <xsl:call-template name="menu-voce"><xsl:with-param name="sezione" select="'scrivania'"/><xsl:with-param name="via" select="'/'"/><xsl:with-param name="testo" select="'Scrivania'"/></xsl:call-template>
    <xsl:if test="key('puo', 'elenco')"><xsl:call-template name="menu-voce"><xsl:with-param name="sezione" select="'registro'"/><xsl:with-param name="via" select="'/registro'"/><xsl:with-param name="testo" select="'Registro'"/></xsl:call-template></xsl:if>
    <xsl:if test="key('puo', 'smista')"><xsl:call-template name="menu-voce"><xsl:with-param name="sezione" select="'smistare'"/><xsl:with-param name="via" select="'/da-smistare'"/><xsl:with-param name="testo" select="'Da smistare'"/></xsl:call-template></xsl:if>
    <xsl:if test="(key('puo', 'cartelle') | key('puo', 'trova')) and not(c:sessione/@cartelle = 'chiuse')"><xsl:call-template name="menu-voce"><xsl:with-param name="sezione" select="'cartelle'"/><xsl:with-param name="via" select="'/cartelle'"/><xsl:with-param name="testo" select="'Cartelle'"/></xsl:call-template></xsl:if>
    <xsl:if test="key('puo', 'consultazioni') and not(key('puo', 'trova'))"><xsl:call-template name="menu-voce"><xsl:with-param name="sezione" select="'consultazioni'"/><xsl:with-param name="via" select="'/consultazioni'"/><xsl:with-param name="testo" select="'Consultazioni'"/></xsl:call-template></xsl:if>
    <xsl:if test="key('puo', 'agenda')"><xsl:call-template name="menu-voce"><xsl:with-param name="sezione" select="'agenda'"/><xsl:with-param name="via" select="'/agenda'"/><xsl:with-param name="testo" select="'Agenda'"/></xsl:call-template></xsl:if>
    <xsl:if test="key('puo', 'libro-firma')"><xsl:call-template name="menu-voce"><xsl:with-param name="sezione" select="'firma'"/><xsl:with-param name="via" select="'/libro-firma'"/><xsl:with-param name="testo" select="'Libro firma'"/></xsl:call-template></xsl:if>
    <xsl:if test="key('puo', 'archivio')"><xsl:call-template name="menu-voce"><xsl:with-param name="sezione" select="'archivio'"/><xsl:with-param name="via" select="concat('/archivio', substring('/fascicoli', 1, 10 * (c:sessione/@cartelle = 'no')))"/><xsl:with-param name="testo" select="'Archivio'"/></xsl:call-template></xsl:if>
    <xsl:if test="key('puo', 'indicatori')"><xsl:call-template name="menu-voce"><xsl:with-param name="sezione" select="'indicatori'"/><xsl:with-param name="via" select="'/indicatori'"/><xsl:with-param name="testo" select="'Indicatori'"/></xsl:call-template></xsl:if>
    <xsl:if test="(key('puo', 'nomina') | key('puo', 'utenti') | key('puo', 'adotta-permessi') | key('puo', 'aggiungi-modello'))"><xsl:call-template name="menu-voce"><xsl:with-param name="sezione" select="'amministrazione'"/><xsl:with-param name="via" select="'/amministrazione'"/><xsl:with-param name="testo" select="'Amministrazione'"/></xsl:call-template></xsl:if>
    <xsl:call-template name="menu-voce"><xsl:with-param name="sezione" select="'aiuto'"/><xsl:with-param name="via" select="'/aiuto'"/><xsl:with-param name="testo" select="'Aiuto'"/></xsl:call-template>
  </xsl:template>
  <xsl:template name="menu-voce">
    <xsl:param name="sezione"/>
    <xsl:param name="via"/>
    <xsl:param name="testo"/>
    <li>
      <a href="{$via}" data-sezione="{$sezione}">
        <xsl:choose>
          <xsl:when test="/c:pagina/@via = $via"><xsl:attribute name="aria-current">page</xsl:attribute></xsl:when>
          <xsl:when test="/c:pagina/@sezione = $sezione"><xsl:attribute name="aria-current">true</xsl:attribute></xsl:when>
        </xsl:choose>
        <xsl:value-of select="$testo"/>
      </a>
    </li>
  </xsl:template>

  <xsl:template name="briciole">
    <xsl:param name="titolo"/>
    <xsl:if test="c:sessione/@utente and @via != '/'">
      <nav class="briciole" aria-label="Percorso">
        <ol class="breadcrumb">
          <li class="breadcrumb-item"><a href="/">Scrivania</a></li>
          <xsl:apply-templates select="." mode="briciole"/>
          <li class="breadcrumb-item active" aria-current="page"><xsl:value-of select="$titolo"/></li>
        </ol>
        <xsl:if test="@aiuto"><a class="aiuto-qui" href="/aiuto/{@aiuto}">Aiuto su questa pagina</a></xsl:if>
      </nav>
    </xsl:if>
  </xsl:template>

  <!-- what was done, what is wrong -->
  <xsl:template name="avvisi">
    <xsl:variable name="fatto" select="string(c:parametro[@nome = 'fatto'])"/>
    <xsl:if test="$fatto != '' and key('puo', $fatto)">
      <div class="alert alert-success" role="status">
        <xsl:call-template name="fatto"><xsl:with-param name="atto" select="$fatto"/></xsl:call-template>
        <xsl:variable name="esito" select="string(c:parametro[@nome = 'esito'])"/>
        <xsl:if test="string-length($esito) = 32 and translate($esito, '0123456789abcdef', '') = ''">
          <xsl:text> </xsl:text><a class="alert-link" href="/esito/{$esito}">Che cosa è stato scritto</a>
        </xsl:if>
      </div>
    </xsl:if>
    <xsl:apply-templates select="c:rilievi" mode="avvisi"/>
  </xsl:template>

  <xsl:template match="c:rilievi | c:modulo" mode="avvisi">
    <xsl:if test="c:rilievo">
      <div role="alert" tabindex="-1" id="rilievi">
        <xsl:attribute name="class">
          <xsl:text>alert rilievi alert-</xsl:text>
          <xsl:choose>
            <xsl:when test="c:rilievo[@grado = 'errore']">danger</xsl:when>
            <xsl:otherwise>warning</xsl:otherwise>
          </xsl:choose>
        </xsl:attribute>
        <h2>
          <xsl:choose>
            <xsl:when test="c:rilievo[@grado = 'errore']">Non è stato fatto: c’è da correggere</xsl:when>
            <xsl:otherwise>Non è ancora stato fatto: c’è da confermare</xsl:otherwise>
          </xsl:choose>
        </h2>
        <ul>
          <xsl:for-each select="c:rilievo">
            <li>
              <xsl:choose>
                <xsl:when test="@campo"><a class="alert-link" href="#{@campo}"><xsl:if test="@di"><xsl:value-of select="concat('«', @di, '»: ')"/></xsl:if><xsl:value-of select="."/></a></xsl:when>
                <xsl:otherwise><xsl:value-of select="."/></xsl:otherwise>
              </xsl:choose>
              <xsl:if test="@norma"><small class="norma"> (<xsl:value-of select="@norma"/>)</small></xsl:if>
            </li>
          </xsl:for-each>
        </ul>
      </div>
    </xsl:if>
  </xsl:template>

  <xsl:template name="piede">
    <footer class="piede">
      <div class="container">
        <p>
          <xsl:value-of select="c:sessione/@ente"/>
          <xsl:if test="c:sessione/@ente"> · </xsl:if>
          <a href="/aiuto">Aiuto</a>
          <xsl:text> · </xsl:text>
          <a href="/aiuto/accessibilita">Accessibilità</a>
        </p>
      </div>
    </footer>
  </xsl:template>
</xsl:stylesheet>
