<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: EUPL-1.2 -->
<!-- cartella-storia.xsl: the acts of a case in order, newest first, by day, and what
     each wrote. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:c="urn:cartella:1" exclude-result-prefixes="c">
  <xsl:include href="parti/pagina.xsl"/>
  <xsl:include href="parti/caso.xsl"/>

  <xsl:template match="c:pagina" mode="titolo"><xsl:call-template name="caso-titolo"><xsl:with-param name="cosa" select="'Storia'"/></xsl:call-template></xsl:template>
  <xsl:template match="c:pagina" mode="briciole"><xsl:call-template name="caso-briciola"/></xsl:template>

  <xsl:template match="c:pagina" mode="corpo">
    <xsl:variable name="atti" select="c:parte/c:storia/c:atto"/>
    <xsl:call-template name="caso-testa"><xsl:with-param name="attiva" select="'storia'"/></xsl:call-template>
    <xsl:if test="not($atti)"><xsl:call-template name="vuoto"/></xsl:if>
    <xsl:for-each select="c:parte/c:storia/c:precedente">
      <p class="alert alert-info" role="note"><xsl:value-of select="concat('La cartella è venuta con l’atto ', @seq, ' da ', @ente, ' (', @codice-ipa, '), dove era ', @riferimento, '. Gli atti di là sono di quell’ente e qui non si ripetono; ciò che ha scritto si legge fra i documenti, in ', @sotto, '/.')"/></p>
    </xsl:for-each>
    <xsl:for-each select="$atti[not(substring(@ora, 1, 10) = substring(following-sibling::c:atto[1]/@ora, 1, 10))]">
      <xsl:sort select="position()" data-type="number" order="descending"/>
      <xsl:variable name="giorno" select="substring(@ora, 1, 10)"/>
      <section class="mb-4">
        <h2 class="h5"><xsl:call-template name="data-lunga"><xsl:with-param name="v" select="$giorno"/></xsl:call-template></h2>
        <ul class="list-unstyled linea-del-tempo">
          <xsl:for-each select="../c:atto[substring(@ora, 1, 10) = $giorno]">
            <xsl:sort select="position()" data-type="number" order="descending"/>
            <li class="mb-3"><xsl:call-template name="un-atto"/></li>
          </xsl:for-each>
        </ul>
      </section>
    </xsl:for-each>
  </xsl:template>

  <xsl:template name="un-atto">
    <xsl:variable name="seq" select="@seq"/>
    <xsl:call-template name="ora"><xsl:with-param name="v" select="@ora"/></xsl:call-template>
    <xsl:text> </xsl:text>
    <strong><xsl:call-template name="chi"><xsl:with-param name="codice" select="string(@operatore)"/></xsl:call-template></strong>
    <xsl:if test="@per"><xsl:text> per </xsl:text><xsl:call-template name="chi"><xsl:with-param name="codice" select="string(@per)"/></xsl:call-template></xsl:if>
    <xsl:text> </xsl:text>
    <xsl:choose>
      <xsl:when test="@sommario"><xsl:value-of select="@sommario"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="concat('«', translate(@atto, '-', ' '), '»')"/></xsl:otherwise>
    </xsl:choose>
    <xsl:text> </xsl:text><small>(atto <xsl:value-of select="@seq"/>)</small>
    <xsl:variable name="scritti" select="c:documento[not(starts-with(@percorso, 'firme/'))]"/>
    <xsl:if test="$scritti">
      <ul>
        <xsl:for-each select="$scritti">
          <xsl:variable name="via"><xsl:call-template name="documento-via"><xsl:with-param name="quale" select="@percorso"/></xsl:call-template></xsl:variable>
          <xsl:variable name="quale" select="@percorso"/>
          <li>
            <xsl:choose>
              <xsl:when test="@sagoma"><xsl:call-template name="tipo-documento"><xsl:with-param name="tipo" select="@tipo"/></xsl:call-template></xsl:when>
              <xsl:otherwise><a href="{$via}"><xsl:call-template name="tipo-documento"><xsl:with-param name="tipo" select="@tipo"/></xsl:call-template></a></xsl:otherwise>
            </xsl:choose>
            <xsl:text> </xsl:text><small><xsl:value-of select="@percorso"/></small>
            <xsl:variable name="prima" select="../preceding-sibling::c:atto[c:documento/@percorso = $quale][1]/@seq"/>
            <xsl:if test="$prima and not(@sagoma) and key('puo', 'confronta')">
              <xsl:text> · </xsl:text>
              <xsl:variable name="qui"><xsl:call-template name="caso-via"/></xsl:variable>
              <a href="{$qui}/confronta?quale={$quale}&amp;da={$prima}&amp;a={$seq}">che cosa è cambiato<span class="visually-hidden"><xsl:value-of select="concat(' in ', $quale)"/></span></a>
            </xsl:if>
          </li>
        </xsl:for-each>
      </ul>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
