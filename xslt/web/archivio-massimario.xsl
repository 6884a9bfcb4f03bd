<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: EUPL-1.2 -->
<!-- archivio-massimario.xsl: for how long what is closed is kept, and where each
     row comes from. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:c="urn:cartella:1" exclude-result-prefixes="c">
  <xsl:include href="parti/pagina.xsl"/>
  <xsl:include href="parti/archivio.xsl"/>

  <xsl:template match="c:pagina" mode="azioni">
    <xsl:call-template name="pulsante"><xsl:with-param name="via" select="'/atto/adotta-massimario?_ritorno=/archivio/massimario'"/><xsl:with-param name="testo" select="'Adottane un altro'"/><xsl:with-param name="tono" select="'outline-primary'"/><xsl:with-param name="se" select="'adotta-massimario'"/></xsl:call-template>
  </xsl:template>

  <xsl:template match="c:pagina" mode="corpo">
    <xsl:variable name="m" select="c:parte/c:massimario"/>
    <xsl:call-template name="archivio-vie"/>
    <dl class="voci">
      <xsl:call-template name="voce"><xsl:with-param name="nome" select="'In vigore dal'"/><xsl:with-param name="v"><xsl:call-template name="data"><xsl:with-param name="v" select="substring($m/@ora, 1, 10)"/></xsl:call-template></xsl:with-param></xsl:call-template>
      <xsl:if test="$m/c:provvedimento"><xsl:call-template name="voce"><xsl:with-param name="nome" select="'Provvedimento'"/><xsl:with-param name="v" select="string($m/c:provvedimento)"/></xsl:call-template></xsl:if>
      <xsl:call-template name="voce">
        <xsl:with-param name="nome" select="'Anche il Ministero dell’interno autorizza lo scarto'"/>
        <xsl:with-param name="v"><xsl:choose>
          <xsl:when test="$m/c:ministero = 'nessuno'">di niente</xsl:when>
          <xsl:when test="$m/c:ministero = 'secretate'">delle cartelle secretate</xsl:when>
          <xsl:otherwise>di ciò che è secretato o ha registrazioni riservate</xsl:otherwise>
        </xsl:choose></xsl:with-param>
      </xsl:call-template>
    </dl>
    <div class="tabella-riquadro">
      <table class="table tabella">
        <caption>Per quanto si conserva ciò che è chiuso (art. 68 DPR 445/2000). Vale la riga della classe, o della più vicina sopra.</caption>
        <thead>
          <tr>
            <th scope="col">Che cosa</th>
            <th scope="col">Classe</th>
            <th scope="col">Si conserva</th>
            <th scope="col">Fonte</th>
          </tr>
        </thead>
        <tbody><xsl:apply-templates select="$m/c:riga"/></tbody>
      </table>
    </div>
    <xsl:if test="$m/c:riga[c:da-confermare = 'si']"><p>Di ciò che è «da confermare» la fonte non basta: prima di scartare l’ente adotta il suo massimario.</p></xsl:if>
  </xsl:template>

  <xsl:template match="c:riga">
    <tr>
      <th scope="row"><xsl:value-of select="c:nome"/><br/><small class="fw-normal"><xsl:value-of select="c:cosa"/><xsl:if test="c:tipo"><xsl:value-of select="concat(', ', c:tipo)"/></xsl:if></small></th>
      <td data-titolo="Classe"><xsl:choose><xsl:when test="c:classifica"><xsl:value-of select="c:classifica"/></xsl:when><xsl:otherwise>tutte</xsl:otherwise></xsl:choose></td>
      <td data-titolo="Si conserva">
        <xsl:if test="c:permanente = 'si'"><xsl:call-template name="etichetta"><xsl:with-param name="testo" select="'sempre'"/><xsl:with-param name="tono" select="'bene'"/></xsl:call-template></xsl:if>
        <xsl:for-each select="c:durata">
          <xsl:if test="position() &gt; 1">; </xsl:if>
          <xsl:value-of select="@detta"/>
        </xsl:for-each>
        <xsl:if test="count(c:durata) &gt; 1"><br/><small>vale quella che finisce dopo</small></xsl:if>
      </td>
      <td data-titolo="Fonte">
        <xsl:value-of select="c:fonte"/>
        <xsl:if test="c:da-confermare = 'si'"><xsl:text> </xsl:text><xsl:call-template name="etichetta"><xsl:with-param name="testo" select="'da confermare'"/><xsl:with-param name="tono" select="'avviso'"/></xsl:call-template></xsl:if>
      </td>
    </tr>
  </xsl:template>
</xsl:stylesheet>
