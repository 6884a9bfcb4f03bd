<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: EUPL-1.2 -->
<!-- cartella-termini.xsl: the terms of a cartella, answered ones too. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:c="urn:cartella:1" exclude-result-prefixes="c">
  <xsl:include href="parti/pagina.xsl"/>
  <xsl:include href="parti/caso.xsl"/>
  <xsl:include href="parti/termini.xsl"/>
  <xsl:include href="parti/allora.xsl"/>

  <xsl:template match="c:pagina" mode="titolo"><xsl:call-template name="caso-titolo"><xsl:with-param name="cosa" select="'Termini'"/></xsl:call-template></xsl:template>
  <xsl:template match="c:pagina" mode="briciole"><xsl:call-template name="caso-briciola"/></xsl:template>

  <xsl:template match="c:pagina" mode="corpo">
    <xsl:call-template name="caso-testa"><xsl:with-param name="attiva" select="'termini'"/></xsl:call-template>
    <xsl:apply-templates select="c:parte/c:rilievi" mode="avvisi"/>
    <xsl:call-template name="si-guarda-al"/>
    <xsl:apply-templates select="c:parte/c:termini" mode="tabella"><xsl:with-param name="di-un-caso" select="'si'"/></xsl:apply-templates>
    <xsl:call-template name="scegli-giorno"/>
  </xsl:template>
</xsl:stylesheet>
