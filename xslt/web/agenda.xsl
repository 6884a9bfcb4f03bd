<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: EUPL-1.2 -->
<!-- agenda.xsl: the appointments of some days, of the cases who asks may see. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:c="urn:cartella:1" exclude-result-prefixes="c">
  <xsl:include href="parti/pagina.xsl"/>
  <xsl:include href="parti/caso.xsl"/>
  <xsl:include href="parti/agenda.xsl"/>

  <xsl:template match="c:pagina" mode="azioni">
    <xsl:if test="key('puo', 'fissa')"><a class="btn btn-primary btn-sm" href="/atto/fissa?_ritorno=/agenda">Fissa un appuntamento</a></xsl:if>
  </xsl:template>
  <xsl:template match="c:pagina" mode="altri-filtri">
    <div class="col-sm-4 campo">
      <label for="f-di">Di chi</label>
      <select class="form-select" id="f-di" name="di">
        <option value="">tutti</option>
        <option value="{c:sessione/@utente}"><xsl:if test="c:parametro[@nome = 'di'] = c:sessione/@utente"><xsl:attribute name="selected">selected</xsl:attribute></xsl:if>i miei</option>
      </select>
    </div>
  </xsl:template>

  <xsl:template match="c:pagina" mode="corpo">
    <xsl:variable name="a" select="c:parte/c:agenda"/>
    <xsl:call-template name="scegli-giorni"><xsl:with-param name="dal" select="$a/@dal"/><xsl:with-param name="al" select="$a/@al"/></xsl:call-template>
    <xsl:apply-templates select="c:parte/c:rilievi" mode="avvisi"/>
    <xsl:apply-templates select="$a" mode="giorni"/>
    <xsl:if test="$a">
      <p class="non-stampa"><a href="/file/agenda?dal={$a/@dal}&amp;al={$a/@al}&amp;ical=si">Porta questi giorni nel tuo calendario (iCalendar, senza nomi)</a></p>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
