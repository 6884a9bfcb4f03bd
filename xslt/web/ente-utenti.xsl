<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: EUPL-1.2 -->
<!-- ente-utenti.xsl: the people of the body, who is no longer in service. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:c="urn:cartella:1" exclude-result-prefixes="c">
  <xsl:include href="parti/pagina.xsl"/>
  <xsl:include href="parti/ente.xsl"/>

  <xsl:template match="c:pagina" mode="azioni">
    <xsl:call-template name="pulsante">
      <xsl:with-param name="via" select="'/atto/nomina?_ritorno=/amministrazione/utenti'"/>
      <xsl:with-param name="testo" select="'Nomina una persona'"/>
      <xsl:with-param name="se" select="'nomina'"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="c:pagina" mode="corpo">
    <xsl:variable name="tutti" select="c:parte/c:utenti/c:utente"/>
    <xsl:call-template name="persone">
      <xsl:with-param name="chi" select="$tutti[@attivo = 'si']"/>
      <xsl:with-param name="titolo" select="'In servizio'"/>
    </xsl:call-template>
    <xsl:if test="$tutti[@attivo = 'no']">
      <h2>Non più in servizio</h2>
      <xsl:call-template name="persone">
        <xsl:with-param name="chi" select="$tutti[@attivo = 'no']"/>
        <xsl:with-param name="titolo" select="'Non più in servizio: quello che hanno fatto resta a loro nome'"/>
      </xsl:call-template>
    </xsl:if>
    <h2>Uffici</h2>
    <ul>
      <xsl:for-each select="c:parte/c:utenti/c:ufficio">
        <li><xsl:value-of select="."/> <small><xsl:value-of select="concat(' (', @codice, ')')"/></small></li>
      </xsl:for-each>
    </ul>
  </xsl:template>

  <xsl:template name="persone">
    <xsl:param name="chi"/>
    <xsl:param name="titolo"/>
    <div class="tabella-riquadro">
      <table class="table tabella">
        <caption><xsl:value-of select="$titolo"/></caption>
        <thead>
          <tr>
            <th scope="col">Persona</th>
            <th scope="col">Codice</th>
            <th scope="col">Ruoli</th>
            <th scope="col">Uffici</th>
            <th scope="col">Entra come</th>
          </tr>
        </thead>
        <tbody>
          <xsl:for-each select="$chi">
            <tr>
              <th scope="row">
                <a href="/amministrazione/utenti/{@codice}"><xsl:value-of select="concat(@cognome, ' ', @nome)"/></a>
                <xsl:if test="@qualifica"><br/><small><xsl:value-of select="@qualifica"/></small></xsl:if>
              </th>
              <td data-titolo="Codice"><xsl:value-of select="@codice"/></td>
              <td data-titolo="Ruoli">
                <xsl:for-each select="c:ruolo">
                  <xsl:if test="position() &gt; 1">, </xsl:if>
                  <xsl:call-template name="ruolo"><xsl:with-param name="v" select="."/></xsl:call-template>
                </xsl:for-each>
                <xsl:if test="not(c:ruolo)">nessuno: non può fare nulla</xsl:if>
              </td>
              <td data-titolo="Uffici">
                <xsl:for-each select="c:ufficio"><xsl:if test="position() &gt; 1">, </xsl:if><xsl:value-of select="."/></xsl:for-each>
                <xsl:if test="@comune"><xsl:value-of select="concat(' comune ', @comune)"/></xsl:if>
              </td>
              <td data-titolo="Entra come">
                <xsl:for-each select="c:login"><xsl:if test="position() &gt; 1">, </xsl:if><xsl:value-of select="."/></xsl:for-each>
              </td>
            </tr>
          </xsl:for-each>
        </tbody>
      </table>
    </div>
  </xsl:template>
</xsl:stylesheet>
