<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: EUPL-1.2 -->
<!-- redazione-elenco.xsl: what I am writing: drafts, and what came back to me. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:c="urn:cartella:1" exclude-result-prefixes="c">
  <xsl:include href="parti/pagina.xsl"/>
  <xsl:include href="parti/redazione.xsl"/>

  <xsl:template match="c:pagina" mode="corpo">
    <xsl:variable name="b" select="c:parte/c:bozze/c:bozza"/>
    <h2>Bozze</h2>
    <xsl:choose>
      <xsl:when test="$b"><xsl:call-template name="elenco-bozze"><xsl:with-param name="bozze" select="$b"/></xsl:call-template></xsl:when>
      <xsl:otherwise><xsl:call-template name="vuoto"><xsl:with-param name="testo" select="'Nessuna bozza. Per scrivere un documento apri la cartella e scegli «Scrivi».'"/></xsl:call-template></xsl:otherwise>
    </xsl:choose>
    <xsl:variable name="t" select="c:parte/c:libro-firma/c:tornata"/>
    <xsl:if test="$t">
      <h2>Tornati senza firma, da riscrivere</h2>
      <ul>
        <xsl:for-each select="$t">
          <li><a href="/redazione/{@cartella}/riscrivi?documento={@documento}"><xsl:call-template name="documento-parola"><xsl:with-param name="v" select="string(@documento)"/></xsl:call-template><xsl:value-of select="concat(' di ', @cartella)"/></a>: <q><xsl:value-of select="normalize-space(.)"/></q></li>
        </xsl:for-each>
      </ul>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
