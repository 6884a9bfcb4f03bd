<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: EUPL-1.2 -->
<!-- esito.xsl: what an act has written (/esito/ID), with ways on from there. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:c="urn:cartella:1" exclude-result-prefixes="c">
  <xsl:include href="parti/pagina.xsl"/>

  <xsl:template match="c:pagina" mode="corpo">
    <xsl:variable name="e" select=".//c:esito[1]"/>
    <div class="alert alert-success" role="status">
      <xsl:call-template name="fatto"><xsl:with-param name="atto" select="string($e/@atto)"/></xsl:call-template>
      <xsl:for-each select="$e/c:protocollo">
        <p class="numero-dato">
          <xsl:text>Numero di protocollo: </xsl:text>
          <strong><xsl:call-template name="riferimento"><xsl:with-param name="v" select="string(.)"/></xsl:call-template></strong>
        </p>
      </xsl:for-each>
    </div>
    <dl class="voci">
      <xsl:call-template name="voce"><xsl:with-param name="nome" select="'Quando'"/><xsl:with-param name="v"><xsl:call-template name="momento"><xsl:with-param name="v" select="string($e/@ora)"/></xsl:call-template></xsl:with-param></xsl:call-template>
      <xsl:call-template name="voce"><xsl:with-param name="nome" select="'Da chi'"/><xsl:with-param name="v"><xsl:call-template name="chi"><xsl:with-param name="codice" select="string($e/@operatore)"/></xsl:call-template></xsl:with-param></xsl:call-template>
      <xsl:call-template name="voce"><xsl:with-param name="nome" select="'Per conto di'"/><xsl:with-param name="v" select="string($e/@per)"/></xsl:call-template>
      <xsl:call-template name="voce"><xsl:with-param name="nome" select="'Atto numero'"/><xsl:with-param name="v" select="string($e/@seq)"/></xsl:call-template>
      <xsl:for-each select="$e/c:voce">
        <xsl:call-template name="voce"><xsl:with-param name="nome" select="concat('Repertorio ', @repertorio)"/><xsl:with-param name="v" select="string(.)"/></xsl:call-template>
      </xsl:for-each>
    </dl>
    <xsl:if test="$e/c:documento">
      <h2>Documenti</h2>
      <ul>
        <xsl:for-each select="$e/c:documento">
          <li>
            <xsl:call-template name="parola"><xsl:with-param name="v" select="@tipo"/></xsl:call-template>
            <xsl:if test="@numero">
              <xsl:text> </xsl:text>
              <xsl:call-template name="riferimento"><xsl:with-param name="v" select="string(@numero)"/></xsl:call-template>
            </xsl:if>
          </li>
        </xsl:for-each>
      </ul>
    </xsl:if>
    <p><a class="btn btn-primary btn-sm" href="/">Torna alla scrivania</a></p>
  </xsl:template>
</xsl:stylesheet>
