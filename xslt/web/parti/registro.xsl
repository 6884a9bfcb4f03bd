<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: EUPL-1.2 -->
<!--
  registro.xsl: what the pages of the register have in common; included beside
  pagina.xsl.

  menu-registro  qui           the pages of the register, one of them lit
  flusso         v             "entrata" as a badge
  registrazioni  righe, didascalia, vuoto
                               a table of <registrazione> as cerca and elenco give them
  altre          continua      the link to the following page, all filters kept
  nome-di        utente        cognome e nome, when <uffici> is in the page; else the code
  oscurato                     "riservata" where the content is not for these eyes
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:c="urn:cartella:1" exclude-result-prefixes="c">
  <xsl:variable name="uffici" select="/c:pagina/c:parte/c:uffici/c:ufficio"/>

  <xsl:template name="menu-registro">
    <xsl:param name="qui"/>
    <nav class="sottomenu" aria-label="Registro">
      <ul class="nav nav-tabs">
        <xsl:if test="key('puo', 'cerca')"><xsl:call-template name="menu-registro-voce"><xsl:with-param name="qui" select="$qui"/><xsl:with-param name="via" select="'/registro'"/><xsl:with-param name="testo" select="'Elenco'"/></xsl:call-template></xsl:if>
        <xsl:if test="key('puo', 'registra')"><xsl:call-template name="menu-registro-voce"><xsl:with-param name="qui" select="$qui"/><xsl:with-param name="via" select="'/registro/nuova'"/><xsl:with-param name="testo" select="'Registra'"/></xsl:call-template></xsl:if>
        <xsl:if test="key('puo', 'elenco')"><xsl:call-template name="menu-registro-voce"><xsl:with-param name="qui" select="$qui"/><xsl:with-param name="via" select="'/registro/giorno'"/><xsl:with-param name="testo" select="'Giorno'"/></xsl:call-template></xsl:if>
        <xsl:if test="key('puo', 'corrispondenti')"><xsl:call-template name="menu-registro-voce"><xsl:with-param name="qui" select="$qui"/><xsl:with-param name="via" select="'/registro/corrispondenti'"/><xsl:with-param name="testo" select="'Corrispondenti'"/></xsl:call-template></xsl:if>
        <xsl:if test="key('puo', 'titolario')"><xsl:call-template name="menu-registro-voce"><xsl:with-param name="qui" select="$qui"/><xsl:with-param name="via" select="'/registro/titolario'"/><xsl:with-param name="testo" select="'Titolario'"/></xsl:call-template></xsl:if>
        <xsl:if test="key('puo', 'repertori')"><xsl:call-template name="menu-registro-voce"><xsl:with-param name="qui" select="$qui"/><xsl:with-param name="via" select="'/registro/repertori'"/><xsl:with-param name="testo" select="'Repertori'"/></xsl:call-template></xsl:if>
        <xsl:if test="key('puo', 'stampa-registro')"><xsl:call-template name="menu-registro-voce"><xsl:with-param name="qui" select="$qui"/><xsl:with-param name="via" select="'/registro/stampa'"/><xsl:with-param name="testo" select="'Stampa'"/></xsl:call-template></xsl:if>
        <xsl:if test="key('puo', 'prepara-emergenza')"><xsl:call-template name="menu-registro-voce"><xsl:with-param name="qui" select="$qui"/><xsl:with-param name="via" select="'/registro/emergenza'"/><xsl:with-param name="testo" select="'Emergenza'"/></xsl:call-template></xsl:if>
      </ul>
    </nav>
  </xsl:template>
  <xsl:template name="menu-registro-voce">
    <xsl:param name="qui"/>
    <xsl:param name="via"/>
    <xsl:param name="testo"/>
    <li class="nav-item">
      <a href="{$via}">
        <xsl:attribute name="class">nav-link<xsl:if test="$qui = $via"> active</xsl:if></xsl:attribute>
        <xsl:if test="$qui = $via"><xsl:attribute name="aria-current">page</xsl:attribute></xsl:if>
        <xsl:value-of select="$testo"/>
      </a>
    </li>
  </xsl:template>
  <xsl:template name="briciola-registro">
    <xsl:if test="key('puo', 'cerca')"><li class="breadcrumb-item"><a href="/registro">Registro</a></li></xsl:if>
  </xsl:template>

  <xsl:template name="flusso">
    <xsl:param name="v"/>
    <xsl:call-template name="etichetta">
      <xsl:with-param name="testo" select="$v"/>
      <xsl:with-param name="tono">
        <xsl:choose>
          <xsl:when test="$v = 'entrata'">info</xsl:when>
          <xsl:when test="$v = 'uscita'">bene</xsl:when>
          <xsl:otherwise>neutro</xsl:otherwise>
        </xsl:choose>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <xsl:template name="oscurato">
    <em>Contenuto riservato: non è fra le cose che puoi vedere.</em>
  </xsl:template>

  <xsl:template name="registrazioni">
    <xsl:param name="righe"/>
    <xsl:param name="didascalia"/>
    <xsl:param name="vuoto" select="'Nessuna registrazione.'"/>
    <xsl:choose>
      <xsl:when test="$righe">
        <div class="tabella-riquadro">
          <table class="table tabella tabella-registro">
            <caption><xsl:value-of select="$didascalia"/></caption>
            <thead>
              <tr>
                <th scope="col">Numero</th>
                <th scope="col">Registrata</th>
                <th scope="col">Flusso</th>
                <th scope="col">Oggetto</th>
                <th scope="col">Da, a</th>
                <th scope="col">Classifica</th>
              </tr>
            </thead>
            <tbody>
              <xsl:apply-templates select="$righe" mode="riga"/>
            </tbody>
          </table>
        </div>
      </xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="vuoto"><xsl:with-param name="testo" select="$vuoto"/></xsl:call-template>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="c:registrazione" mode="riga">
    <tr>
      <th scope="row"><xsl:call-template name="riferimento"><xsl:with-param name="v" select="c:numero"/></xsl:call-template></th>
      <td data-titolo="Registrata"><xsl:call-template name="momento"><xsl:with-param name="v" select="c:ora"/></xsl:call-template></td>
      <td data-titolo="Flusso"><xsl:call-template name="flusso"><xsl:with-param name="v" select="c:flusso"/></xsl:call-template></td>
      <td data-titolo="Oggetto">
        <xsl:choose>
          <xsl:when test="@oscurata"><xsl:call-template name="oscurato"/></xsl:when>
          <xsl:otherwise>
            <xsl:if test="@annullata"><xsl:call-template name="stato"><xsl:with-param name="v" select="'annullata'"/></xsl:call-template><xsl:text> </xsl:text></xsl:if>
            <xsl:value-of select="c:oggetto"/>
            <xsl:if test="@riservata"><xsl:text> </xsl:text><xsl:call-template name="riservata"/></xsl:if>
          </xsl:otherwise>
        </xsl:choose>
        <xsl:if test="@oscurata and @annullata"><xsl:text> </xsl:text><xsl:call-template name="stato"><xsl:with-param name="v" select="'annullata'"/></xsl:call-template></xsl:if>
      </td>
      <td data-titolo="Da, a">
        <xsl:for-each select="c:mittente | c:destinatario">
          <xsl:if test="position() &gt; 1"><br/></xsl:if>
          <span class="visually-hidden"><xsl:choose><xsl:when test="self::c:mittente">da </xsl:when><xsl:otherwise>a </xsl:otherwise></xsl:choose></span>
          <xsl:if test="self::c:destinatario"><span aria-hidden="true">→ </span></xsl:if>
          <xsl:value-of select="."/>
          <xsl:if test="@altri"><xsl:value-of select="concat(' e altri ', @altri)"/></xsl:if>
        </xsl:for-each>
      </td>
      <td data-titolo="Classifica"><xsl:value-of select="c:classifica"/></td>
    </tr>
  </xsl:template>

  <!-- "continua" is always the last of the query -->
  <xsl:template name="altre">
    <xsl:param name="continua"/>
    <xsl:if test="$continua != ''">
      <xsl:variable name="qui" select="/c:pagina/@qui"/>
      <nav class="pagine" aria-label="Pagine dell’elenco">
        <a class="btn btn-outline-primary btn-sm" rel="next">
          <xsl:attribute name="href">
            <xsl:choose>
              <xsl:when test="contains($qui, 'continua=')"><xsl:value-of select="substring-before($qui, 'continua=')"/></xsl:when>
              <xsl:when test="contains($qui, '?')"><xsl:value-of select="concat($qui, '&amp;')"/></xsl:when>
              <xsl:otherwise><xsl:value-of select="concat($qui, '?')"/></xsl:otherwise>
            </xsl:choose>
            <xsl:value-of select="concat('continua=', $continua)"/>
          </xsl:attribute>
          <xsl:text>Pagina seguente</xsl:text>
        </a>
      </nav>
    </xsl:if>
  </xsl:template>

  <xsl:template name="nome-di">
    <xsl:param name="utente"/>
    <xsl:variable name="p" select="$uffici/c:persona[@utente = $utente]"/>
    <xsl:choose>
      <xsl:when test="$p"><xsl:value-of select="concat($p[1]/@cognome, ' ', $p[1]/@nome)"/></xsl:when>
      <xsl:otherwise><xsl:call-template name="chi"><xsl:with-param name="codice" select="string($utente)"/></xsl:call-template></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- what a reading found wrong with what was asked -->
  <xsl:template match="c:parte" mode="rilievi-parte">
    <xsl:for-each select="c:rilievi/c:rilievo">
      <xsl:call-template name="messaggio">
        <xsl:with-param name="tono" select="'avviso'"/>
        <xsl:with-param name="testo"><xsl:value-of select="."/></xsl:with-param>
      </xsl:call-template>
    </xsl:for-each>
  </xsl:template>
</xsl:stylesheet>
