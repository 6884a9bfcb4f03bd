<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: EUPL-1.2 -->
<!-- atto.xsl: the form of any atto (/atto/NOME), made from its schema. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:c="urn:cartella:1" exclude-result-prefixes="c">
  <xsl:include href="parti/pagina.xsl"/>
  <xsl:include href="parti/modulo.xsl"/>

  <xsl:template match="c:pagina" mode="titolo">
    <xsl:variable name="s"><xsl:call-template name="atto-parola"><xsl:with-param name="atto" select="string(c:modulo/@atto)"/></xsl:call-template></xsl:variable>
    <xsl:value-of select="concat(translate(substring($s, 1, 1), 'abcdefghijklmnopqrstuvwxyz', 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'), substring($s, 2))"/>
  </xsl:template>

  <xsl:template match="c:pagina" mode="corpo">
    <xsl:apply-templates select="c:modulo[c:rilievo]" mode="avvisi"/>
    <xsl:apply-templates select="c:modulo" mode="modulo"/>
    <xsl:if test="c:modulo/@norma"><p class="norma mt-4"><xsl:value-of select="concat('Norma: ', c:modulo/@norma)"/></p></xsl:if>
  </xsl:template>

  <!-- a person, an office: by name, when the page has them beside the form -->
  <xsl:variable name="uffici" select="/c:pagina/c:parte/c:uffici/c:ufficio"/>
  <xsl:template match="c:campo[@percorso = 'assistente' or @percorso = 'delegato' or @percorso = 'delegante' or @percorso = 'ufficio']" mode="comando" priority="1">
    <xsl:param name="valore"/>
    <xsl:variable name="v" select="string($valore)"/>
    <xsl:choose>
      <xsl:when test="not($uffici)">
        <input class="form-control" type="text" value="{$v}"><xsl:apply-templates select="." mode="attributi"><xsl:with-param name="valore" select="$valore"/></xsl:apply-templates></input>
      </xsl:when>
      <xsl:otherwise>
        <select class="form-select">
          <xsl:apply-templates select="." mode="attributi"><xsl:with-param name="valore" select="$valore"/></xsl:apply-templates>
          <option value=""></option>
          <xsl:if test="@percorso = 'ufficio'">
            <xsl:for-each select="$uffici"><option value="{@codice}"><xsl:if test="@codice = $v"><xsl:attribute name="selected">selected</xsl:attribute></xsl:if><xsl:value-of select="@denominazione"/></option></xsl:for-each>
          </xsl:if>
          <xsl:if test="@percorso != 'ufficio'">
            <xsl:for-each select="$uffici/c:persona[not(@utente = ../preceding-sibling::c:ufficio/c:persona/@utente)]">
              <xsl:sort select="@cognome"/>
              <xsl:sort select="@nome"/>
              <option value="{@utente}">
                <xsl:if test="@utente = $v"><xsl:attribute name="selected">selected</xsl:attribute></xsl:if>
                <xsl:value-of select="concat(@cognome, ' ', @nome)"/>
                <xsl:if test="@qualifica != ''"><xsl:value-of select="concat(', ', @qualifica)"/></xsl:if>
              </option>
            </xsl:for-each>
          </xsl:if>
          <xsl:if test="$v != '' and not($uffici[@codice = $v] | $uffici/c:persona[@utente = $v])"><option value="{$v}" selected="selected"><xsl:value-of select="$v"/></option></xsl:if>
        </select>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
