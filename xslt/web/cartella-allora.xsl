<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: EUPL-1.2 -->
<!-- cartella-allora.xsl: a cartella as it stood at the end of a day. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:c="urn:cartella:1" exclude-result-prefixes="c">
  <xsl:include href="parti/pagina.xsl"/>
  <xsl:include href="parti/caso.xsl"/>
  <xsl:include href="parti/documenti.xsl"/>
  <xsl:include href="parti/termini.xsl"/>
  <xsl:include href="parti/allora.xsl"/>

  <xsl:template match="c:pagina" mode="titolo"><xsl:call-template name="caso-titolo"><xsl:with-param name="cosa" select="'Com’era'"/></xsl:call-template></xsl:template>
  <xsl:template match="c:pagina" mode="briciole"><xsl:call-template name="caso-briciola"/></xsl:template>

  <xsl:template match="c:pagina" mode="corpo">
    <xsl:call-template name="caso-testa"/>
    <xsl:apply-templates select="c:parte[@atto = 'mostra']/c:rilievi" mode="avvisi"/>
    <xsl:call-template name="scegli-giorno"/>
    <xsl:for-each select="c:parte[@atto = 'mostra']/c:fascicolo">
      <p class="lead">
        <xsl:text>Alla fine del </xsl:text>
        <xsl:call-template name="data-lunga"><xsl:with-param name="v" select="@al"/></xsl:call-template>
        <xsl:if test="c:cartella">
          <xsl:text> era </xsl:text>
          <xsl:call-template name="stato"><xsl:with-param name="v" select="string(c:cartella/c:stato)"/></xsl:call-template>
          <xsl:text>, responsabile </xsl:text><xsl:call-template name="chi"><xsl:with-param name="codice" select="string(c:cartella/c:responsabile)"/></xsl:call-template><xsl:text>.</xsl:text>
        </xsl:if>
      </p>
      <xsl:call-template name="documenti"><xsl:with-param name="al" select="@al"/></xsl:call-template>
      <xsl:call-template name="collegate"/>
      <xsl:call-template name="registrazioni"/>
      <xsl:variable name="voci" select="count(c:documento[starts-with(@percorso, 'diario/')])"/>
      <xsl:if test="$voci &gt; 0"><p><xsl:value-of select="concat('Nel diario c’erano ', $voci, ' documenti: ')"/><a href="/cartella/{$caso}/diario?al={@al}">leggi i fatti fino a quel giorno</a>.</p></xsl:if>
    </xsl:for-each>
    <xsl:if test="c:parte/c:termini">
      <section class="mb-4">
        <h2 class="h5">Termini di allora</h2>
        <xsl:apply-templates select="c:parte/c:termini" mode="tabella"/>
      </section>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
