<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: EUPL-1.2 -->
<!-- consultazioni.xsl: what other bodies may look at; a part of pages. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:c="urn:cartella:1" exclude-result-prefixes="c">

  <!-- of one cartella: who consults it -->
  <xsl:template match="c:consultazioni" mode="caso">
    <h2 class="h5">Altri enti che la consultano</h2>
    <xsl:if test="key('puo', 'concedi-consultazione')"><p><a class="btn btn-outline-primary btn-sm" href="/atto/concedi-consultazione?cartella={$caso}&amp;_ritorno={/c:pagina/@via}">Concedi una consultazione</a></p></xsl:if>
    <xsl:choose>
      <xsl:when test="c:consultazione"><xsl:call-template name="consultazioni-tabella"/></xsl:when>
      <xsl:otherwise><xsl:call-template name="vuoto"><xsl:with-param name="testo" select="'Nessun altro ente.'"/></xsl:call-template></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="consultazioni-tabella">
    <div class="tabella-riquadro mb-4">
      <table class="table tabella">
        <caption class="visually-hidden">Consultazioni</caption>
        <thead><tr><th scope="col">Cartella ed ente</th><th scope="col">Che cosa</th><th scope="col">Fino al</th><th scope="col">Stato</th></tr></thead>
        <tbody><xsl:apply-templates select="c:consultazione" mode="riga"/></tbody>
      </table>
    </div>
  </xsl:template>

  <xsl:template match="c:consultazione" mode="riga">
    <xsl:variable name="n" select="@riferimento"/>
    <tr>
      <th scope="row">
        <a href="/cartella/{@riferimento}"><xsl:value-of select="@riferimento"/></a>
        <xsl:value-of select="concat(' ', @ente)"/>
        <xsl:if test="c:utente"><xsl:text>: </xsl:text><xsl:for-each select="c:utente"><xsl:if test="position() &gt; 1">, </xsl:if><xsl:value-of select="."/></xsl:for-each></xsl:if>
      </th>
      <td data-titolo="Che cosa">
        <xsl:for-each select="c:tipo"><xsl:if test="position() &gt; 1">, </xsl:if><xsl:call-template name="parole"><xsl:with-param name="v" select="."/></xsl:call-template></xsl:for-each>
        <xsl:for-each select="c:documento"><xsl:if test="position() &gt; 1 or ../c:tipo">, </xsl:if><a href="/cartella/{$n}/documento?quale={.}"><xsl:value-of select="."/></a></xsl:for-each>
        <xsl:if test="@copia = 'si'">; anche in copia</xsl:if>
      </td>
      <td data-titolo="Fino al"><xsl:call-template name="data"><xsl:with-param name="v" select="@al"/></xsl:call-template></td>
      <td data-titolo="Stato">
        <xsl:call-template name="parole"><xsl:with-param name="v" select="@stato"/></xsl:call-template>
        <xsl:if test="@finita"><xsl:text> il </xsl:text><xsl:call-template name="data"><xsl:with-param name="v" select="@finita"/></xsl:call-template></xsl:if>
        <xsl:if test="(@stato = 'in-vigore' or @stato = 'non-ancora') and key('puo', 'revoca-consultazione')"><xsl:text> </xsl:text><a href="/atto/revoca-consultazione?cartella={@riferimento}&amp;consultazione={@percorso}&amp;_ritorno={/c:pagina/@via}">revoca</a></xsl:if>
      </td>
    </tr>
  </xsl:template>
</xsl:stylesheet>
