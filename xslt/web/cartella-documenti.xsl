<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: EUPL-1.2 -->
<!-- cartella-documenti.xsl: the documents of a cartella, by phase. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:c="urn:cartella:1" exclude-result-prefixes="c">
  <xsl:include href="parti/pagina.xsl"/>
  <xsl:include href="parti/caso.xsl"/>
  <xsl:include href="parti/documenti.xsl"/>
  <xsl:include href="parti/cercare.xsl"/>

  <xsl:template match="c:pagina" mode="titolo"><xsl:call-template name="caso-titolo"><xsl:with-param name="cosa" select="'Documenti'"/></xsl:call-template></xsl:template>
  <xsl:template match="c:pagina" mode="briciole"><xsl:call-template name="caso-briciola"/></xsl:template>

  <xsl:template match="c:pagina" mode="corpo">
    <xsl:call-template name="caso-testa"><xsl:with-param name="attiva" select="'documenti'"/></xsl:call-template>
    <xsl:if test="key('puo', 'trova')"><xsl:call-template name="cercare"><xsl:with-param name="via" select="concat('/cartella/', $caso, '/cerca')"/></xsl:call-template></xsl:if>
    <xsl:for-each select="c:parte[@atto = 'mostra']/c:fascicolo">
      <xsl:call-template name="documenti"/>
      <xsl:call-template name="registrazioni"/>
      <xsl:variable name="firme" select="c:documento[@tipo = 'manifesto' and not(starts-with(@percorso, 'precedenti/'))]"/>
      <xsl:if test="$firme">
        <section class="mb-4">
          <h2 class="h5">Firme</h2>
          <p><xsl:choose><xsl:when test="count($firme) = 1">Una firma.</xsl:when><xsl:otherwise><xsl:value-of select="concat(count($firme), ' firme.')"/></xsl:otherwise></xsl:choose> Quelle di un documento si leggono aprendolo.</p>
        </section>
      </xsl:if>
      <xsl:if test="not($di-fuori)"><p><a href="/cartella/{$caso}/allora">Com’era un giorno passato</a></p></xsl:if>
    </xsl:for-each>
  </xsl:template>
</xsl:stylesheet>
