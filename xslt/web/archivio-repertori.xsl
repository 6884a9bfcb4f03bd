<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: EUPL-1.2 -->
<!-- archivio-repertori.xsl: which repertories there are. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:c="urn:cartella:1" exclude-result-prefixes="c">
  <xsl:include href="parti/pagina.xsl"/>
  <xsl:include href="parti/archivio.xsl"/>

  <xsl:template match="c:pagina" mode="azioni">
    <xsl:call-template name="pulsante"><xsl:with-param name="via" select="'/atto/istituisci-repertorio?_ritorno=/archivio/repertori'"/><xsl:with-param name="testo" select="'Istituisci un repertorio'"/><xsl:with-param name="tono" select="'outline-primary'"/><xsl:with-param name="se" select="'istituisci-repertorio'"/></xsl:call-template>
  </xsl:template>

  <xsl:template match="c:pagina" mode="corpo">
    <xsl:call-template name="archivio-vie"/>
    <xsl:if test="not(c:parte/c:repertori/c:repertorio)">
      <xsl:call-template name="vuoto"><xsl:with-param name="testo" select="'Nessun repertorio.'"/></xsl:call-template>
    </xsl:if>
    <ul class="list-unstyled">
      <xsl:for-each select="c:parte/c:repertori/c:repertorio">
        <li class="mb-3">
          <a href="/archivio/repertori/{@codice}"><xsl:value-of select="@denominazione"/></a>
          <xsl:if test="@norma"> <small class="norma"><xsl:value-of select="concat(' (', @norma, ')')"/></small></xsl:if>
          <xsl:if test="@chiuso"><xsl:text> </xsl:text><xsl:call-template name="etichetta"><xsl:with-param name="testo" select="'chiuso'"/></xsl:call-template></xsl:if>
        </li>
      </xsl:for-each>
    </ul>
  </xsl:template>
</xsl:stylesheet>
