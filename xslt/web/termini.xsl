<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: EUPL-1.2 -->
<!-- termini.xsl: the terms of all cartelle that end within some days. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:c="urn:cartella:1" exclude-result-prefixes="c">
  <xsl:include href="parti/pagina.xsl"/>
  <xsl:include href="parti/termini.xsl"/>

  <xsl:template match="c:pagina" mode="corpo">
    <xsl:variable name="entro"><xsl:choose><xsl:when test="c:parametro[@nome = 'entro']"><xsl:value-of select="c:parametro[@nome = 'entro']"/></xsl:when><xsl:otherwise>30</xsl:otherwise></xsl:choose></xsl:variable>
    <xsl:variable name="solo-scaduti" select="c:parametro[@nome = 'solo'] = 'scaduti'"/>
    <xsl:variable name="t" select="c:parte/c:termini"/>
    <nav aria-label="Quali termini" class="mb-3">
      <ul class="nav nav-tabs">
        <xsl:call-template name="quali"><xsl:with-param name="via" select="'/termini?entro=0&amp;solo=scaduti'"/><xsl:with-param name="testo" select="'Scaduti'"/><xsl:with-param name="qui" select="$solo-scaduti"/></xsl:call-template>
        <xsl:call-template name="quali"><xsl:with-param name="via" select="'/termini?entro=0'"/><xsl:with-param name="testo" select="'Fino a oggi'"/><xsl:with-param name="qui" select="$entro = 0 and not($solo-scaduti)"/></xsl:call-template>
        <xsl:call-template name="quali"><xsl:with-param name="via" select="'/termini?entro=7'"/><xsl:with-param name="testo" select="'Entro una settimana'"/><xsl:with-param name="qui" select="$entro = 7"/></xsl:call-template>
        <xsl:call-template name="quali"><xsl:with-param name="via" select="'/termini?entro=30'"/><xsl:with-param name="testo" select="'Entro 30 giorni'"/><xsl:with-param name="qui" select="$entro = 30"/></xsl:call-template>
        <xsl:call-template name="quali"><xsl:with-param name="via" select="'/termini?entro=365'"/><xsl:with-param name="testo" select="'Entro un anno'"/><xsl:with-param name="qui" select="$entro = 365"/></xsl:call-template>
      </ul>
    </nav>
    <form method="get" action="/termini" class="filtri row align-items-end mb-3">
      <div class="col-sm-4 campo">
        <label for="f-entro">Scaduti, o che scadono entro giorni</label>
        <input type="number" class="form-control" id="f-entro" name="entro" min="0" max="999" value="{$entro}"/>
      </div>
      <div class="col-sm-4"><button type="submit" class="btn btn-outline-primary btn-sm">Mostra</button></div>
    </form>
    <p>
      <xsl:value-of select="concat('Scaduti: ', count($t/c:termine[@stato = 'scaduto']), '; scadono oggi: ', count($t/c:termine[@stato = 'oggi']))"/>
      <xsl:if test="not($solo-scaduti) and $entro &gt; 0"><xsl:value-of select="concat('; entro una settimana: ', count($t/c:termine[@stato = 'corre' and @giorni &lt; 8]))"/></xsl:if>
      <xsl:text>. Quelli a cui si è risposto sono nelle loro cartelle.</xsl:text>
    </p>
    <xsl:apply-templates select="$t" mode="tabella">
      <xsl:with-param name="righe" select="$t/c:termine[not($solo-scaduti) or @stato = 'scaduto']"/>
    </xsl:apply-templates>
    <xsl:variable name="scarti" select="$t/c:scarto[not($solo-scaduti) or @stato = 'scaduto']"/>
    <xsl:if test="$scarti">
      <h2>Risposte allo scarto</h2>
      <ul>
        <xsl:for-each select="$scarti">
          <li>
            <a href="/archivio/scarti?elenco={@elenco}"><xsl:value-of select="concat('Elenco ', @elenco)"/></a>
            <xsl:value-of select="concat(', ', @a, ': ')"/>
            <xsl:choose>
              <xsl:when test="@stato = 'sospeso'">
                <xsl:text>sospeso dal </xsl:text>
                <xsl:call-template name="data"><xsl:with-param name="v" select="string(@sospesa)"/></xsl:call-template>
                <xsl:text>, aspetta la nostra risposta</xsl:text>
              </xsl:when>
              <xsl:otherwise><xsl:call-template name="scadenza"><xsl:with-param name="data" select="@scade"/><xsl:with-param name="giorni" select="@giorni"/></xsl:call-template></xsl:otherwise>
            </xsl:choose>
            <xsl:choose>
              <xsl:when test="@ministero = 'da-chiedere'">; per le righe riservate si chiede anche al Ministero dell’interno</xsl:when>
              <xsl:when test="@ministero"><xsl:text>; al Ministero dell’interno si è chiesto il </xsl:text><xsl:call-template name="data"><xsl:with-param name="v" select="string(@ministero)"/></xsl:call-template></xsl:when>
            </xsl:choose>
          </li>
        </xsl:for-each>
      </ul>
    </xsl:if>
  </xsl:template>

  <xsl:template name="quali">
    <xsl:param name="via"/>
    <xsl:param name="testo"/>
    <xsl:param name="qui"/>
    <li class="nav-item">
      <a class="nav-link" href="{$via}">
        <xsl:if test="$qui"><xsl:attribute name="class">nav-link active</xsl:attribute><xsl:attribute name="aria-current">page</xsl:attribute></xsl:if>
        <xsl:value-of select="$testo"/>
      </a>
    </li>
  </xsl:template>
</xsl:stylesheet>
