<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: EUPL-1.2 -->
<!-- registro-voce.xsl: one entry of a repertory. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:c="urn:cartella:1" exclude-result-prefixes="c">
  <xsl:include href="parti/pagina.xsl"/>
  <xsl:include href="parti/registro.xsl"/>

  <xsl:template match="c:pagina" mode="briciole"><xsl:call-template name="briciola-registro"/></xsl:template>

  <xsl:template match="c:pagina" mode="titolo">
    <xsl:variable name="v" select="c:parte/c:voce"/>
    <xsl:value-of select="concat('Repertorio ', $v/@repertorio, ' n. ', $v/c:numero)"/>
  </xsl:template>

  <xsl:template match="c:pagina" mode="corpo">
    <xsl:for-each select="c:parte/c:voce">
      <p><a href="/registro/repertori/{@repertorio}">Tutte le voci del repertorio</a></p>
      <xsl:if test="@riservata"><p><xsl:call-template name="riservata"/></p></xsl:if>
      <xsl:if test="@oscurata"><p><xsl:call-template name="oscurato"/></p></xsl:if>
      <dl class="voci">
        <xsl:call-template name="voce"><xsl:with-param name="nome" select="'Oggetto'"/><xsl:with-param name="v" select="string(c:oggetto)"/></xsl:call-template>
        <xsl:call-template name="voce"><xsl:with-param name="nome" select="'Numerata'"/><xsl:with-param name="v"><xsl:call-template name="momento"><xsl:with-param name="v" select="c:ora"/></xsl:call-template><xsl:value-of select="concat(' da ', c:operatore)"/></xsl:with-param></xsl:call-template>
        <xsl:call-template name="voce"><xsl:with-param name="nome" select="'Data del documento'"/><xsl:with-param name="v"><xsl:call-template name="data"><xsl:with-param name="v" select="c:data-documento"/></xsl:call-template></xsl:with-param></xsl:call-template>
        <xsl:call-template name="voce"><xsl:with-param name="nome" select="'Chi lo ha adottato'"/><xsl:with-param name="v" select="string(c:autore)"/></xsl:call-template>
        <xsl:call-template name="voce"><xsl:with-param name="nome" select="'Registrazione'"/><xsl:with-param name="v"><xsl:call-template name="riferimento"><xsl:with-param name="v" select="string(c:protocollo)"/></xsl:call-template></xsl:with-param></xsl:call-template>
        <xsl:for-each select="c:principale | c:allegato">
          <xsl:call-template name="voce">
            <xsl:with-param name="nome"><xsl:choose><xsl:when test="self::c:principale">Documento</xsl:when><xsl:otherwise>Allegato</xsl:otherwise></xsl:choose></xsl:with-param>
            <xsl:with-param name="v"><xsl:value-of select="c:nome"/> (<xsl:call-template name="file-peso"><xsl:with-param name="byte" select="c:dimensione"/></xsl:call-template>)<br/><small>SHA-256 <code class="impronta"><xsl:value-of select="c:impronta"/></code></small></xsl:with-param>
          </xsl:call-template>
        </xsl:for-each>
      </dl>
    </xsl:for-each>
  </xsl:template>
</xsl:stylesheet>
