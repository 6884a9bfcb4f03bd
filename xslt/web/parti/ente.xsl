<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: EUPL-1.2 -->
<!--
  ente.xsl: what the pages of administration share.

  mode="briciole"        Amministrazione, before the page's own name
  atti-di-ruolo          of a <ruolo> of permessi: what it may do, and on what
  ruolo          v       "assistente-sociale" as people say it
  impronta       v       a fingerprint that may break after each eight digits
  ente-link      via, testo, spiega, se
                         an entry of a list of pages; `se`: the atto one must have
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:c="urn:cartella:1" exclude-result-prefixes="c">

  <xsl:template match="c:pagina" mode="briciole">
    <xsl:if test="@via != '/amministrazione' and starts-with(@sezione, 'amministrazione')">
      <li class="breadcrumb-item"><a href="/amministrazione">Amministrazione</a></li>
    </xsl:if>
  </xsl:template>

  <xsl:template name="ruolo">
    <xsl:param name="v"/>
    <xsl:choose>
      <xsl:when test="$v = 'responsabile-protocollo'">responsabile del protocollo</xsl:when>
      <xsl:when test="$v = 'protocollo'">addetto al protocollo</xsl:when>
      <xsl:when test="$v = 'segretariato'">segretariato sociale</xsl:when>
      <xsl:when test="$v = 'comune-remoto'">comune lontano</xsl:when>
      <xsl:when test="$v = 'ente-esterno'">altro ente, che consulta</xsl:when>
      <xsl:otherwise><xsl:call-template name="parole"><xsl:with-param name="v" select="$v"/></xsl:call-template></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="ente-link">
    <xsl:param name="via"/>
    <xsl:param name="testo"/>
    <xsl:param name="spiega"/>
    <xsl:param name="se"/>
    <xsl:if test="$puo[contains(concat(' ', $se, ' '), concat(' ', @atto, ' '))]">
      <li class="mb-2">
        <a class="fw-semibold" href="{$via}"><xsl:value-of select="$testo"/></a>
        <xsl:if test="$spiega != ''"><br/><span class="text-secondary"><xsl:value-of select="$spiega"/></span></xsl:if>
      </li>
    </xsl:if>
  </xsl:template>

  <xsl:template name="impronta">
    <xsl:param name="v"/>
    <code><xsl:call-template name="impronta-pezzi"><xsl:with-param name="v" select="string($v)"/></xsl:call-template></code>
  </xsl:template>
  <xsl:template name="impronta-pezzi">
    <xsl:param name="v"/>
    <xsl:value-of select="substring($v, 1, 8)"/>
    <xsl:if test="string-length($v) &gt; 8">
      <wbr/>
      <xsl:call-template name="impronta-pezzi"><xsl:with-param name="v" select="substring($v, 9)"/></xsl:call-template>
    </xsl:if>
  </xsl:template>

  <xsl:template name="atti-di-ruolo">
    <div class="tabella-riquadro">
      <table class="table tabella">
        <caption>Atti, e su che cosa</caption>
        <thead><tr><th scope="col">Atto</th><th scope="col">Che cosa fa</th><th scope="col">Su che cosa</th></tr></thead>
        <tbody>
          <xsl:for-each select="c:atto">
            <tr>
              <th scope="row"><xsl:value-of select="@nome"/></th>
              <td data-titolo="Che cosa fa"><xsl:value-of select="@sommario"/></td>
              <td data-titolo="Su che cosa"><xsl:value-of select="@ambiti"/></td>
            </tr>
          </xsl:for-each>
        </tbody>
      </table>
    </div>
    <xsl:if test="c:documento">
      <p>
        <xsl:text>Legge: </xsl:text>
        <xsl:for-each select="c:documento">
          <xsl:if test="position() &gt; 1">; </xsl:if>
          <xsl:value-of select="concat(@tipo, ' (', @ambiti, ')')"/>
        </xsl:for-each>
      </p>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
