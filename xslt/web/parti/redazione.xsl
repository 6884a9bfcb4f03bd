<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: EUPL-1.2 -->
<!-- redazione.xsl: names of what is written in a cartella, of drafts. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:c="urn:cartella:1" exclude-result-prefixes="c">

  <xsl:template name="nome-documento">
    <xsl:param name="tipo"/>
    <xsl:choose>
      <xsl:when test="$tipo = 'relazione' or $tipo = 'redigi'">Relazione</xsl:when>
      <xsl:when test="$tipo = 'progetto'">Progetto</xsl:when>
      <xsl:when test="$tipo = 'verbale'">Verbale</xsl:when>
      <xsl:when test="$tipo = 'determinazione' or $tipo = 'prepara-determina'">Determinazione</xsl:when>
      <xsl:when test="$tipo = 'lettera' or $tipo = 'comunica'">Lettera</xsl:when>
      <xsl:otherwise><xsl:call-template name="parole"><xsl:with-param name="v" select="$tipo"/></xsl:call-template></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- the atto that writes a document of this kind -->
  <xsl:template name="atto-che-scrive">
    <xsl:param name="tipo"/>
    <xsl:choose>
      <xsl:when test="$tipo = 'relazione'">redigi</xsl:when>
      <xsl:when test="$tipo = 'determinazione'">prepara-determina</xsl:when>
      <xsl:otherwise><xsl:value-of select="$tipo"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- drafts: go on with one, or throw it away -->
  <xsl:template name="elenco-bozze">
    <xsl:param name="bozze"/>
    <ul class="list-unstyled bozze">
      <xsl:for-each select="$bozze">
        <li class="mb-3">
          <xsl:choose>
            <xsl:when test="@nascosta">Una bozza di qualcosa che non puoi più vedere</xsl:when>
            <xsl:otherwise>
              <a href="/redazione/bozza/{@id}">
                <xsl:call-template name="nome-documento"><xsl:with-param name="tipo" select="@atto"/></xsl:call-template>
                <xsl:if test="@riferimento"><xsl:value-of select="concat(', ', @riferimento)"/></xsl:if>
              </a>
            </xsl:otherwise>
          </xsl:choose>
          <xsl:text>, tenuta il </xsl:text>
          <xsl:call-template name="momento"><xsl:with-param name="v" select="@ora"/></xsl:call-template>
          <form method="post" action="/bozze/togli" class="d-inline ms-2">
            <input type="hidden" name="_csrf" value="{/c:pagina/c:sessione/@csrf}"/>
            <input type="hidden" name="_ritorno" value="{/c:pagina/@via}"/>
            <input type="hidden" name="id" value="{@id}"/>
            <button type="submit" class="btn btn-outline-danger btn-sm">Butta via<span class="visually-hidden"><xsl:value-of select="concat(' la bozza del ', @ora)"/></span></button>
          </form>
        </li>
      </xsl:for-each>
    </ul>
  </xsl:template>
</xsl:stylesheet>
