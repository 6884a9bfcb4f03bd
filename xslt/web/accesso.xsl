<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: EUPL-1.2 -->
<!-- accesso.xsl: an accesso: how it came, what the segretariato and the evaluation
     say, what to do next. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:c="urn:cartella:1" exclude-result-prefixes="c">
  <xsl:include href="parti/pagina.xsl"/>
  <xsl:include href="parti/caso.xsl"/>
  <xsl:include href="parti/fare.xsl"/>
  <xsl:include href="parti/agenda.xsl"/>
  <xsl:include href="parti/letto.xsl"/>
  <xsl:include href="parti/documenti.xsl"/>

  <xsl:template match="c:pagina" mode="titolo"><xsl:value-of select="concat('Accesso ', $caso)"/></xsl:template>
  <xsl:template match="c:pagina" mode="briciole"><xsl:call-template name="cartelle-briciola"/></xsl:template>

  <xsl:template match="c:pagina" mode="corpo">
    <xsl:variable name="f" select="c:parte[@atto = 'mostra']/c:fascicolo"/>
    <xsl:variable name="a" select="$f/c:accesso"/>
    <xsl:call-template name="caso-testa"/>
    <xsl:apply-templates select="$f/c:scartata" mode="avviso"/>
    <div class="row">
      <div class="col-lg-8">
        <xsl:for-each select="$f/c:documento/c:scheda-segretariato">
          <section class="mb-4">
            <h2 class="h5">Scheda di segretariato</h2>
            <xsl:apply-templates select="c:scheda" mode="letto"/>
            <xsl:if test="c:esito"><p><strong>Che cosa si è deciso: </strong><xsl:call-template name="parole"><xsl:with-param name="v" select="c:esito/c:tipo"/></xsl:call-template><xsl:if test="c:esito/c:motivazione"><xsl:value-of select="concat('. ', c:esito/c:motivazione)"/></xsl:if></p></xsl:if>
          </section>
        </xsl:for-each>
        <xsl:for-each select="$f/c:documento/c:valutazione">
          <section class="mb-4">
            <h2 class="h5">Valutazione</h2>
            <p>
              <xsl:call-template name="data-lunga"><xsl:with-param name="v" select="string(c:data)"/></xsl:call-template>
              <xsl:text>, </xsl:text><xsl:call-template name="chi"><xsl:with-param name="codice" select="string(c:autore)"/></xsl:call-template><xsl:value-of select="string(': i presupposti per la presa in carico ')"/>
              <strong><xsl:choose><xsl:when test="c:presupposti = 'si'">ci sono</xsl:when><xsl:otherwise>non ci sono</xsl:otherwise></xsl:choose></strong>
              <xsl:text>.</xsl:text>
            </p>
            <xsl:call-template name="prosa"><xsl:with-param name="n" select="c:bisogno"/></xsl:call-template>
            <xsl:call-template name="prosa"><xsl:with-param name="n" select="c:motivazione"/></xsl:call-template>
          </section>
        </xsl:for-each>
        <xsl:if test="not($f/c:documento/c:valutazione or $f/c:documento/c:scheda-segretariato)">
          <xsl:call-template name="vuoto"><xsl:with-param name="testo" select="'Non c’è ancora una scheda né una valutazione che puoi leggere.'"/></xsl:call-template>
        </xsl:if>
        <xsl:for-each select="$f"><xsl:call-template name="documenti"/></xsl:for-each>
      </div>
      <div class="col-lg-4">
        <section class="mb-4">
          <h2 class="h5">Accesso</h2>
          <dl class="voci">
            <xsl:call-template name="voce"><xsl:with-param name="nome" select="'Stato'"/><xsl:with-param name="v"><xsl:call-template name="stato"><xsl:with-param name="v" select="string($a/c:stato)"/></xsl:call-template></xsl:with-param></xsl:call-template>
            <xsl:call-template name="voce"><xsl:with-param name="nome" select="'Come è arrivato'"/><xsl:with-param name="v"><xsl:choose><xsl:when test="$a/c:tipo = 'diretto'">la persona è venuta</xsl:when><xsl:otherwise>per iscritto</xsl:otherwise></xsl:choose></xsl:with-param></xsl:call-template>
            <xsl:call-template name="voce"><xsl:with-param name="nome" select="'Protocollo'"/><xsl:with-param name="v"><xsl:call-template name="riferimento"><xsl:with-param name="v" select="string($a/c:protocollo)"/></xsl:call-template></xsl:with-param></xsl:call-template>
            <xsl:call-template name="voce"><xsl:with-param name="nome" select="'Responsabile'"/><xsl:with-param name="v"><xsl:call-template name="chi"><xsl:with-param name="codice" select="string($a/c:responsabile)"/></xsl:call-template></xsl:with-param></xsl:call-template>
            <xsl:call-template name="voce"><xsl:with-param name="nome" select="'Ufficio'"/><xsl:with-param name="v"><xsl:call-template name="dove"><xsl:with-param name="codice" select="string($a/c:ufficio)"/></xsl:call-template></xsl:with-param></xsl:call-template>
            <xsl:call-template name="voce"><xsl:with-param name="nome" select="'Aperto'"/><xsl:with-param name="v"><xsl:call-template name="data"><xsl:with-param name="v" select="string($a/c:aperto)"/></xsl:call-template></xsl:with-param></xsl:call-template>
            <xsl:call-template name="voce"><xsl:with-param name="nome" select="'Cartella'"/><xsl:with-param name="v"><xsl:call-template name="riferimento"><xsl:with-param name="v" select="string($a/c:cartella)"/></xsl:call-template></xsl:with-param></xsl:call-template>
            <xsl:if test="$a/c:chiusura"><xsl:call-template name="voce"><xsl:with-param name="nome" select="'Chiuso'"/><xsl:with-param name="v"><xsl:call-template name="data"><xsl:with-param name="v" select="string($a/c:chiusura/c:data)"/></xsl:call-template><xsl:value-of select="concat(', ', translate($a/c:chiusura/c:motivo, '-', ' '))"/></xsl:with-param></xsl:call-template></xsl:if>
            <xsl:apply-templates select="$f/c:conservata/c:voce" mode="copertina"/>
          </dl>
        </section>
        <xsl:call-template name="fare-accesso"><xsl:with-param name="stato" select="string($a/c:stato)"/></xsl:call-template>
        <xsl:if test="c:parte/c:agenda/c:appuntamento">
          <section class="mb-4"><h2 class="h5">Appuntamenti di questi giorni</h2>
            <ul class="list-unstyled"><xsl:apply-templates select="c:parte/c:agenda/c:appuntamento" mode="appuntamento"><xsl:with-param name="di-un-caso" select="'si'"/></xsl:apply-templates></ul>
          </section>
        </xsl:if>
        <ul class="list-unstyled">
          <xsl:if test="key('puo', 'fissa')"><li><a href="/atto/fissa?caso={$caso}&amp;_ritorno={@via}">Fissa un appuntamento</a></li></xsl:if>
          <xsl:if test="key('puo', 'storia')"><li><a href="/accesso/{$caso}/storia">Storia</a></li></xsl:if>
          <xsl:if test="key('puo', 'chi-ha-letto')"><li><a href="/accesso/{$caso}/letture">Chi ha letto</a></li></xsl:if>
        </ul>
      </div>
    </div>
  </xsl:template>
</xsl:stylesheet>
