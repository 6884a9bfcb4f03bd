<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: EUPL-1.2 -->
<!-- cartella-appuntamenti.xsl: the appointments of a case, and a new one. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:c="urn:cartella:1" exclude-result-prefixes="c">
  <xsl:include href="parti/pagina.xsl"/>
  <xsl:include href="parti/caso.xsl"/>
  <xsl:include href="parti/agenda.xsl"/>

  <xsl:template match="c:pagina" mode="titolo"><xsl:call-template name="caso-titolo"><xsl:with-param name="cosa" select="'Appuntamenti'"/></xsl:call-template></xsl:template>
  <xsl:template match="c:pagina" mode="briciole"><xsl:call-template name="caso-briciola"/></xsl:template>

  <xsl:template match="c:pagina" mode="corpo">
    <xsl:variable name="a" select="c:parte/c:agenda"/>
    <xsl:call-template name="caso-testa"><xsl:with-param name="attiva" select="'appuntamenti'"/></xsl:call-template>
    <xsl:call-template name="scegli-giorni"><xsl:with-param name="dal" select="$a/@dal"/><xsl:with-param name="al" select="$a/@al"/></xsl:call-template>
    <xsl:apply-templates select="c:parte/c:rilievi" mode="avvisi"/>
    <xsl:apply-templates select="$a" mode="giorni"><xsl:with-param name="di-un-caso" select="'si'"/></xsl:apply-templates>
    <xsl:if test="key('puo', 'fissa')">
      <section class="non-stampa" aria-labelledby="nuovo">
        <h2 class="h5" id="nuovo">Fissa un appuntamento</h2>
        <form method="post" action="/atto/fissa" data-atto="fissa" accept-charset="UTF-8">
          <xsl:call-template name="celati"/>
          <input type="hidden" name="caso" value="{$caso}"/>
          <div class="row">
            <div class="col-sm-3 campo"><label for="n-giorno">Giorno</label><input type="date" class="form-control" id="n-giorno" name="giorno" required="required" min="{@oggi}"/></div>
            <div class="col-sm-2 campo"><label for="n-alle">Alle</label><input type="time" class="form-control" id="n-alle" name="alle" required="required"/></div>
            <div class="col-sm-3 campo">
              <label for="n-tipo">Che cosa</label>
              <select class="form-select" id="n-tipo" name="tipo">
                <option value="colloquio">Colloquio</option>
                <option value="visita">Visita domiciliare</option>
                <option value="riunione-equipe">Riunione d’équipe</option>
                <option value="altro">Altro</option>
              </select>
            </div>
            <div class="col-sm-4 campo"><label for="n-luogo">Dove</label><input type="text" class="form-control" id="n-luogo" name="luogo"/></div>
            <div class="col-sm-6 campo"><label for="n-altro">Con chi, fuori dal servizio</label><input type="text" class="form-control" id="n-altro" name="altro"/></div>
            <div class="col-sm-6 campo"><label for="n-oggetto">Di che si parla</label><input type="text" class="form-control" id="n-oggetto" name="oggetto"/></div>
          </div>
          <button type="submit" class="btn btn-primary btn-sm" name="_azione" value="invia">Fissa</button>
          <xsl:text> </xsl:text>
          <a class="btn btn-outline-primary btn-sm" href="/atto/fissa?caso={$caso}&amp;_ritorno={@via}">Con colleghi, o di altra durata</a>
        </form>
      </section>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
