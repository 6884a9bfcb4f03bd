<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: EUPL-1.2 -->
<!-- registro-corrispondenti.xsl: the address book of the body. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:c="urn:cartella:1" exclude-result-prefixes="c">
  <xsl:include href="parti/pagina.xsl"/>
  <xsl:include href="parti/registro.xsl"/>

  <xsl:template match="c:pagina" mode="briciole"><xsl:call-template name="briciola-registro"/></xsl:template>
  <xsl:include href="parti/corrispondente.xsl"/>

  <xsl:template match="c:pagina" mode="corpo">
    <xsl:variable name="tutti" select="c:parte/c:corrispondenti/c:corrispondente"/>
    <xsl:call-template name="menu-registro"><xsl:with-param name="qui" select="'/registro/corrispondenti'"/></xsl:call-template>
    <form method="get" action="/registro/corrispondenti" role="search" class="filtri" data-cerca="risultati" aria-label="Cerca fra i corrispondenti">
      <div class="row g-3 align-items-end">
        <div class="col-12 col-lg-6"><xsl:call-template name="campo-testo"><xsl:with-param name="nome" select="'parola'"/><xsl:with-param name="etichetta" select="'Parole del nome, codice IPA o PEC'"/><xsl:with-param name="v" select="c:parametro[@nome = 'parola']"/><xsl:with-param name="tipo" select="'search'"/></xsl:call-template></div>
        <div class="col-12 col-lg-3"><button type="submit" class="btn btn-primary btn-sm">Cerca</button></div>
      </div>
    </form>
    <div id="risultati" aria-live="polite">
      <xsl:choose>
        <xsl:when test="$tutti">
          <div class="tabella-riquadro">
            <table class="table tabella">
              <caption>Gli enti con cui si scrive</caption>
              <thead><tr><th scope="col">Denominazione</th><th scope="col">Che cosa è</th><th scope="col">PEC</th><th scope="col">IPA</th></tr></thead>
              <tbody>
                <xsl:for-each select="$tutti">
                  <tr data-codice="{c:codice}">
                    <th scope="row"><a href="/registro/corrispondenti/{c:codice}"><xsl:value-of select="c:denominazione"/></a><xsl:if test="c:unito-a"> (unito al <xsl:value-of select="c:unito-a"/>)</xsl:if></th>
                    <td data-titolo="Che cosa è"><xsl:call-template name="parole"><xsl:with-param name="v" select="c:tipo"/></xsl:call-template></td>
                    <td data-titolo="PEC" class="indirizzo"><xsl:value-of select="c:pec"/></td>
                    <td data-titolo="IPA"><xsl:value-of select="c:codice-ipa"/></td>
                  </tr>
                </xsl:for-each>
              </tbody>
            </table>
          </div>
          <xsl:if test="count($tutti) &gt;= 200"><p>Sono i primi 200: scrivi una parola per trovare gli altri.</p></xsl:if>
        </xsl:when>
        <xsl:otherwise><xsl:call-template name="vuoto"><xsl:with-param name="testo" select="'Nessun corrispondente con queste parole.'"/></xsl:call-template></xsl:otherwise>
      </xsl:choose>
    </div>
    <xsl:if test="key('puo', 'iscrivi-corrispondente')">
      <details class="fare">
        <summary>Iscrivi un ente</summary>
        <xsl:call-template name="modulo-breve">
          <xsl:with-param name="atto" select="'iscrivi-corrispondente'"/><xsl:with-param name="testo" select="'Iscrivi'"/>
          <xsl:with-param name="campi"><xsl:call-template name="campi-corrispondente"/></xsl:with-param>
        </xsl:call-template>
      </details>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
