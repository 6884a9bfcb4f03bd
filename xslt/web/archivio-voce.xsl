<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: EUPL-1.2 -->
<!-- archivio-voce.xsl: one entry of a repertory. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:c="urn:cartella:1" exclude-result-prefixes="c">
  <xsl:include href="parti/pagina.xsl"/>
  <xsl:include href="parti/archivio.xsl"/>

  <xsl:template match="c:pagina" mode="titolo">
    <xsl:value-of select="concat(c:parametro[@nome = 'repertorio'], ' ', c:parte/*/c:numero)"/>
  </xsl:template>

  <xsl:template match="c:pagina" mode="corpo">
    <xsl:for-each select="c:parte/*[c:numero]">
      <dl class="voci">
        <xsl:call-template name="voce"><xsl:with-param name="nome" select="'Numero'"/><xsl:with-param name="v" select="string(c:numero)"/></xsl:call-template>
        <xsl:call-template name="voce"><xsl:with-param name="nome" select="'Quando'"/><xsl:with-param name="v"><xsl:call-template name="momento"><xsl:with-param name="v" select="c:ora"/></xsl:call-template></xsl:with-param></xsl:call-template>
        <xsl:call-template name="voce"><xsl:with-param name="nome" select="'Scritto da'"/><xsl:with-param name="v" select="string(c:operatore)"/></xsl:call-template>
        <xsl:call-template name="voce"><xsl:with-param name="nome" select="'Oggetto'"/><xsl:with-param name="v" select="string(c:oggetto)"/></xsl:call-template>
        <xsl:call-template name="voce"><xsl:with-param name="nome" select="'Autore'"/><xsl:with-param name="v" select="string(c:autore)"/></xsl:call-template>
        <xsl:call-template name="voce"><xsl:with-param name="nome" select="'Documento del'"/><xsl:with-param name="v"><xsl:call-template name="data"><xsl:with-param name="v" select="c:data-documento"/></xsl:call-template></xsl:with-param></xsl:call-template>
        <xsl:call-template name="voce"><xsl:with-param name="nome" select="'Protocollo'"/><xsl:with-param name="v"><xsl:if test="c:protocollo"><xsl:call-template name="riferimento"><xsl:with-param name="v" select="c:protocollo"/></xsl:call-template></xsl:if></xsl:with-param></xsl:call-template>
      </dl>
      <xsl:if test="@oscurata"><p><xsl:call-template name="riservata"/> Il contenuto non è fra le cose che puoi vedere.</p></xsl:if>
      <xsl:if test="*[c:nome and c:impronta]">
        <h2>File</h2>
        <ul>
          <xsl:for-each select="*[c:nome and c:impronta]">
            <li><xsl:value-of select="c:nome"/>, <xsl:call-template name="file-peso"><xsl:with-param name="byte" select="c:dimensione"/></xsl:call-template><br/><small class="impronta">impronta <code><xsl:value-of select="c:impronta"/></code></small></li>
          </xsl:for-each>
        </ul>
      </xsl:if>
    </xsl:for-each>
  </xsl:template>
</xsl:stylesheet>
