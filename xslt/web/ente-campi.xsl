<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: EUPL-1.2 -->
<!-- ente-campi.xsl: the names that a model of one paper may use. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:c="urn:cartella:1" exclude-result-prefixes="c">
  <xsl:include href="parti/pagina.xsl"/>
  <xsl:include href="parti/ente.xsl"/>

  <xsl:template match="c:pagina" mode="titolo"><xsl:value-of select="concat('Campi: ', c:parte/c:campi/@denominazione)"/></xsl:template>

  <xsl:template match="c:pagina" mode="azioni">
    <xsl:call-template name="pulsante">
      <xsl:with-param name="via" select="concat('/file/campi?uscita=odt&amp;carta=', c:parte/c:campi/@carta)"/>
      <xsl:with-param name="testo" select="'Un documento con tutti i campi (ODT)'"/>
      <xsl:with-param name="tono" select="'outline-primary'"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="c:pagina" mode="corpo">
    <p><a href="/amministrazione/modelli">Tutti i modelli</a></p>
    <div class="tabella-riquadro">
      <table class="table tabella">
        <caption>I nomi che un modello di questa carta può usare</caption>
        <thead><tr><th scope="col">Nome</th><th scope="col">Che cosa è</th><th scope="col">Tipo</th><th scope="col">Esempio</th></tr></thead>
        <tbody>
          <xsl:for-each select="c:parte/c:campi//c:campo">
            <tr>
              <th scope="row"><code><xsl:value-of select="@nome"/></code></th>
              <td data-titolo="Che cosa è"><xsl:value-of select="normalize-space(text())"/></td>
              <td data-titolo="Tipo"><xsl:value-of select="@tipo"/></td>
              <td data-titolo="Esempio"><xsl:value-of select="@esempio"/></td>
            </tr>
          </xsl:for-each>
        </tbody>
      </table>
    </div>
  </xsl:template>
</xsl:stylesheet>
