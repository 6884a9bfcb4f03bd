<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: EUPL-1.2 -->
<!-- documento.xsl: one document of an accesso or of a cartella, its versions, its
     paper, what is done with it. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:c="urn:cartella:1" exclude-result-prefixes="c">
  <xsl:include href="parti/pagina.xsl"/>
  <xsl:include href="parti/caso.xsl"/>
  <xsl:include href="parti/letto.xsl"/>

  <xsl:variable name="quale" select="string(/c:pagina/c:parametro[@nome = 'quale'])"/>
  <xsl:variable name="doc" select="/c:pagina/c:parte[@atto = 'mostra']/*[not(self::c:rilievi or self::c:base)][1]"/>

  <xsl:template match="c:pagina" mode="titolo">
    <xsl:call-template name="caso-titolo">
      <xsl:with-param name="cosa"><xsl:call-template name="tipo-documento"><xsl:with-param name="tipo" select="local-name($doc)"/></xsl:call-template></xsl:with-param>
    </xsl:call-template>
  </xsl:template>
  <xsl:template match="c:pagina" mode="briciole"><xsl:call-template name="caso-briciola"/></xsl:template>

  <xsl:template match="c:pagina" mode="corpo">
    <xsl:variable name="via"><xsl:call-template name="caso-via"/></xsl:variable>
    <xsl:variable name="al" select="string(c:parametro[@nome = 'al'])"/>
    <xsl:call-template name="caso-testa"><xsl:with-param name="attiva" select="'documenti'"/></xsl:call-template>
    <xsl:apply-templates select="c:parte[@atto = 'mostra']/c:rilievi" mode="avvisi"/>
    <xsl:if test="$al != ''">
      <div class="alert alert-warning" role="status">
        <xsl:text>Com’era alla fine del </xsl:text>
        <xsl:call-template name="data-lunga"><xsl:with-param name="v" select="$al"/></xsl:call-template>
        <xsl:text>. </xsl:text><a class="alert-link" href="{$via}/documento?quale={$quale}">Com’è oggi</a>
      </div>
    </xsl:if>
    <div class="row">
      <div class="col-lg-8">
        <article class="documento border rounded p-4 mb-4" aria-label="Il documento">
          <h2 class="visually-hidden">Testo</h2>
          <xsl:apply-templates select="$doc" mode="letto"/>
        </article>
      </div>
      <div class="col-lg-4">
        <xsl:if test="key('puo', 'stampa') and $al = ''">
          <p><a class="btn btn-outline-primary btn-sm w-100" href="/file/stampa?riferimento={$caso}&amp;documento={$quale}&amp;_vedi=si" target="_blank" rel="noopener">Apri il PDF<span class="visually-hidden"> (in una nuova scheda)</span></a></p>
        </xsl:if>
        <xsl:call-template name="fare-documento"/>
        <xsl:if test="$al = ''"><xsl:apply-templates select="c:parte/c:verifica-firma" mode="firme"/></xsl:if>
        <xsl:apply-templates select="c:parte[@atto = 'storia']/c:storia" mode="versioni"><xsl:with-param name="via" select="string($via)"/></xsl:apply-templates>
        <p class="small non-stampa">Nel fascicolo: <code><xsl:value-of select="$quale"/></code></p>
      </div>
    </div>
  </xsl:template>

  <!-- what is done with it, as long as it is the one of today -->
  <xsl:template name="fare-documento">
    <xsl:if test="not(c:parametro[@nome = 'al']) and starts-with($caso, 'CS-')">
      <xsl:variable name="con" select="concat('cartella=', $caso)"/>
      <ul class="list-unstyled">
        <xsl:choose>
          <xsl:when test="$doc/self::c:relazione or $doc/self::c:progetto or $doc/self::c:verbale or $doc/self::c:affidamento">
            <xsl:if test="not(c:parte/c:verifica-firma/c:sottoscritta[@utente = /c:pagina/c:sessione/@utente])">
              <xsl:call-template name="fa"><xsl:with-param name="atto" select="'firma'"/><xsl:with-param name="testo" select="'Leggi e firma'"/><xsl:with-param name="via" select="concat('/libro-firma/documento?cartella=', $caso, '&amp;documento=', $quale)"/></xsl:call-template>
            </xsl:if>
            <xsl:if test="not($doc/self::c:affidamento) and not(c:parte/c:verifica-firma/c:sottoscritta)">
              <xsl:call-template name="fa"><xsl:with-param name="atto"><xsl:choose><xsl:when test="$doc/self::c:relazione">redigi</xsl:when><xsl:otherwise><xsl:value-of select="local-name($doc)"/></xsl:otherwise></xsl:choose></xsl:with-param><xsl:with-param name="testo" select="'Riscrivi'"/><xsl:with-param name="via" select="concat('/redazione/', $caso, '/riscrivi?documento=', $quale)"/></xsl:call-template>
            </xsl:if>
            <xsl:if test="$doc/self::c:relazione and c:parte/c:verifica-firma/c:sottoscritta"><xsl:call-template name="fa"><xsl:with-param name="atto" select="'proponi'"/><xsl:with-param name="testo" select="'Proponi al coordinatore'"/><xsl:with-param name="via" select="concat('/atto/proponi?', $con, '&amp;relazione=', $quale)"/></xsl:call-template></xsl:if>
            <xsl:call-template name="fa"><xsl:with-param name="atto" select="'sottoscrivi'"/><xsl:with-param name="testo" select="'La persona ha firmato'"/><xsl:with-param name="via" select="concat('/atto/sottoscrivi?', $con, '&amp;documento=', $quale)"/></xsl:call-template>
          </xsl:when>
          <xsl:when test="$doc/self::c:proposta[c:stato = 'inviata']">
            <xsl:call-template name="fa"><xsl:with-param name="atto" select="'approva'"/><xsl:with-param name="testo" select="'Approva'"/><xsl:with-param name="via" select="concat('/atto/approva?', $con, '&amp;proposta=', $quale)"/></xsl:call-template>
            <xsl:call-template name="fa"><xsl:with-param name="atto" select="'rinvia'"/><xsl:with-param name="testo" select="'Rinvia a chi l’ha scritta'"/><xsl:with-param name="via" select="concat('/atto/rinvia?', $con, '&amp;proposta=', $quale)"/></xsl:call-template>
          </xsl:when>
          <xsl:when test="$doc/self::c:scheda"><xsl:call-template name="fa"><xsl:with-param name="atto" select="'aggiorna-scheda'"/><xsl:with-param name="testo" select="'Aggiorna la scheda'"/><xsl:with-param name="via" select="concat('/atto/aggiorna-scheda?', $con)"/></xsl:call-template></xsl:when>
          <xsl:when test="$doc/self::c:liberatoria"><xsl:call-template name="fa"><xsl:with-param name="atto" select="'revoca-liberatoria'"/><xsl:with-param name="testo" select="'Revoca'"/><xsl:with-param name="via" select="concat('/atto/revoca-liberatoria?', $con, '&amp;liberatoria=', $quale)"/></xsl:call-template></xsl:when>
          <xsl:when test="$doc/self::c:determinazione"><xsl:call-template name="fa"><xsl:with-param name="atto" select="'determina'"/><xsl:with-param name="testo" select="'Firma la determinazione'"/><xsl:with-param name="via" select="concat('/atto/determina?', $con, '&amp;determinazione=', $quale)"/></xsl:call-template></xsl:when>
          <xsl:when test="$doc/self::c:voce-diario"><xsl:call-template name="fa"><xsl:with-param name="atto" select="'correggi-voce'"/><xsl:with-param name="testo" select="'Correggi'"/><xsl:with-param name="via" select="concat('/atto/correggi-voce?', $con, '&amp;voce=', $quale)"/></xsl:call-template></xsl:when>
        </xsl:choose>
        <xsl:call-template name="fa"><xsl:with-param name="atto" select="'copia-oscurata'"/><xsl:with-param name="testo" select="'Copia oscurata'"/><xsl:with-param name="via" select="concat('/atto/copia-oscurata?', $con, '&amp;documento=', $quale)"/></xsl:call-template>
      </ul>
    </xsl:if>
  </xsl:template>
  <xsl:template name="fa">
    <xsl:param name="atto"/>
    <xsl:param name="testo"/>
    <xsl:param name="via"/>
    <xsl:if test="key('puo', $atto)"><li class="mb-2"><a class="btn btn-outline-primary btn-sm w-100" href="{$via}"><xsl:if test="starts-with($via, '/atto/')"><xsl:attribute name="href"><xsl:value-of select="$via"/><xsl:call-template name="e-torna"/></xsl:attribute></xsl:if><xsl:value-of select="$testo"/></a></li></xsl:if>
  </xsl:template>

  <xsl:template match="c:verifica-firma" mode="firme">
    <xsl:if test="c:sottoscritta">
      <section aria-labelledby="firme">
        <h2 class="h5" id="firme">Firme</h2>
        <ul class="list-unstyled">
          <xsl:for-each select="c:sottoscritta">
            <xsl:variable name="v" select="c:verdetto[last()]"/>
            <li class="mb-2">
              <xsl:call-template name="chi"><xsl:with-param name="codice" select="string(@utente)"/></xsl:call-template><xsl:text>, </xsl:text>
              <xsl:call-template name="momento"><xsl:with-param name="v" select="@ora"/></xsl:call-template>
              <xsl:text> </xsl:text>
              <xsl:call-template name="stato"><xsl:with-param name="v" select="string($v/@esito)"/></xsl:call-template>
              <br/><small><xsl:value-of select="$v/@riga"/></small>
            </li>
          </xsl:for-each>
        </ul>
      </section>
    </xsl:if>
  </xsl:template>

  <xsl:template match="c:storia" mode="versioni">
    <xsl:param name="via"/>
    <xsl:variable name="v" select="c:atto[c:documento/@percorso = $quale]"/>
    <xsl:if test="$v">
      <section aria-labelledby="versioni">
        <h2 class="h5" id="versioni">Versioni</h2>
        <ol>
          <xsl:for-each select="$v">
            <li class="mb-1">
              <xsl:call-template name="momento"><xsl:with-param name="v" select="@ora"/></xsl:call-template>
              <xsl:text>, </xsl:text><xsl:call-template name="chi"><xsl:with-param name="codice" select="string(@operatore)"/></xsl:call-template>
              <xsl:if test="position() &gt; 1 and key('puo', 'confronta')">
                <xsl:text> </xsl:text>
                <xsl:variable name="n" select="position()"/>
                <a href="{$via}/confronta?quale={$quale}&amp;da={$v[$n - 1]/@seq}&amp;a={@seq}">che cosa è cambiato<span class="visually-hidden"><xsl:value-of select="concat(' nella versione ', $n)"/></span></a>
              </xsl:if>
            </li>
          </xsl:for-each>
        </ol>
      </section>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
