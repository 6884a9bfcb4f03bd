<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: EUPL-1.2 -->
<!-- ente-permessi.xsl: what each role may do and read, and the way to another policy: first a trial. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:c="urn:cartella:1" exclude-result-prefixes="c">
  <xsl:include href="parti/pagina.xsl"/>
  <xsl:include href="parti/ente.xsl"/>

  <xsl:variable name="scelto" select="string(/c:pagina/c:parametro[@nome = 'ruolo'])"/>

  <xsl:template match="c:pagina" mode="corpo">
    <div class="row">
      <div class="col-lg-8">
        <xsl:for-each select="c:parte/c:permessi-in-vigore/c:ruolo">
          <details class="mb-3">
            <xsl:if test="$scelto != ''"><xsl:attribute name="open">open</xsl:attribute></xsl:if>
            <summary>
              <strong><xsl:call-template name="ruolo"><xsl:with-param name="v" select="@nome"/></xsl:call-template></strong>
              <xsl:value-of select="concat(': ', count(c:atto), ' atti')"/>
            </summary>
            <xsl:call-template name="atti-di-ruolo"/>
          </details>
        </xsl:for-each>
        <xsl:if test="c:parte/c:permessi-in-vigore/c:di-nessuno">
          <section class="alert alert-warning" aria-labelledby="nessuno">
            <h2 class="h4" id="nessuno">Che nessun ruolo può fare</h2>
            <p>Il programma lo sa fare, e questa tabella non lo dà a nessuno: forse è di una versione precedente.</p>
            <ul>
              <xsl:for-each select="c:parte/c:permessi-in-vigore/c:di-nessuno">
                <li><xsl:value-of select="concat(@nome, ': ', @sommario)"/></li>
              </xsl:for-each>
            </ul>
          </section>
        </xsl:if>
        <xsl:if test="$scelto != ''"><p><a href="/amministrazione/permessi">Tutti i ruoli</a></p></xsl:if>
      </div>
      <div class="col-lg-4">
        <xsl:if test="key('puo', 'prova-permessi')">
          <section class="card card-bg mb-4 p-3" aria-labelledby="prova">
            <h2 class="h4" id="prova">Provare altri permessi</h2>
            <p>Scegli la tabella cambiata: si vede che cosa ogni persona guadagna e perde. Non cambia nulla.</p>
            <form method="post" action="/lettura/prova-permessi" enctype="multipart/form-data">
              <xsl:call-template name="celati"/>
              <div class="campo">
                <label for="c-file">Tabella dei permessi (XML)</label>
                <input type="file" class="form-control" id="c-file" name="file" required="required" accept=".xml"/>
              </div>
              <button type="submit" class="btn btn-primary btn-sm">Prova</button>
            </form>
          </section>
        </xsl:if>
        <xsl:if test="key('puo', 'adotta-permessi')">
          <section class="card card-bg mb-4 p-3" aria-labelledby="adotta">
            <h2 class="h4" id="adotta">Adottarli</h2>
            <p>Solo dopo averli provati, con il provvedimento che li decide.</p>
            <xsl:call-template name="pulsante"><xsl:with-param name="via" select="'/atto/adotta-permessi?_ritorno=/amministrazione/permessi'"/><xsl:with-param name="testo" select="'Adotta altri permessi'"/><xsl:with-param name="tono" select="'outline-primary'"/></xsl:call-template>
          </section>
        </xsl:if>
      </div>
    </div>
  </xsl:template>
</xsl:stylesheet>
