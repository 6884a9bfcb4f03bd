<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: EUPL-1.2 -->
<!-- ente-fiducia.xsl: whose certificates are believed when a signature of others is looked at. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:c="urn:cartella:1" exclude-result-prefixes="c">
  <xsl:include href="parti/pagina.xsl"/>
  <xsl:include href="parti/ente.xsl"/>

  <xsl:template match="c:pagina" mode="azioni">
    <xsl:call-template name="pulsante">
      <xsl:with-param name="via" select="'/atto/adotta-fiducia?_ritorno=/amministrazione/fiducia'"/>
      <xsl:with-param name="testo" select="'Adotta certificati o un elenco'"/>
      <xsl:with-param name="tono" select="'primary'"/>
      <xsl:with-param name="se" select="'adotta-fiducia'"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="c:pagina" mode="corpo">
    <xsl:variable name="f" select="c:parte/c:fiducia-adottata"/>
    <xsl:if test="not($f/c:insieme)">
      <xsl:call-template name="vuoto"><xsl:with-param name="testo" select="'Non si crede a nessuno: le firme degli altri restano «non verificate» finché non si adotta un elenco di fiducia o un certificato.'"/></xsl:call-template>
    </xsl:if>
    <xsl:for-each select="$f/c:insieme">
      <section class="mb-4" aria-labelledby="insieme-{position()}">
        <h2 class="h4" id="insieme-{position()}">
          <xsl:value-of select="@nome"/>
          <xsl:if test="@scaduta"><xsl:text> </xsl:text><xsl:call-template name="etichetta"><xsl:with-param name="testo" select="'scaduto: va rinnovato'"/><xsl:with-param name="tono" select="'male'"/></xsl:call-template></xsl:if>
        </h2>
        <p>
          <xsl:value-of select="concat(@firma, ' certificati per le firme, ', @marca, ' per le marche temporali; adottato il ')"/>
          <xsl:call-template name="data"><xsl:with-param name="v" select="@adottata"/></xsl:call-template>
        </p>
        <ul>
          <xsl:for-each select="c:elenco">
            <li>
              <xsl:value-of select="concat('elenco di fiducia ', @paese, ' numero ', @numero)"/>
              <xsl:if test="@emesso"> del <xsl:call-template name="data"><xsl:with-param name="v" select="@emesso"/></xsl:call-template></xsl:if>
              <xsl:if test="@scade">, da rinnovare entro il <xsl:call-template name="data"><xsl:with-param name="v" select="@scade"/></xsl:call-template></xsl:if>
            </li>
          </xsl:for-each>
          <xsl:for-each select="c:radice">
            <li>
              <xsl:value-of select="concat(@nome, ' (', @uso, ')')"/>
              <xsl:if test="@al"> fino al <xsl:call-template name="data"><xsl:with-param name="v" select="@al"/></xsl:call-template></xsl:if>
              <br/><small><xsl:call-template name="impronta"><xsl:with-param name="v" select="@impronta"/></xsl:call-template></small>
            </li>
          </xsl:for-each>
        </ul>
        <xsl:if test="not(c:radice) and $f/c:insieme[2]"><p><a href="/amministrazione/fiducia?nome={@nome}">I suoi certificati</a></p></xsl:if>
      </section>
    </xsl:for-each>
    <xsl:if test="$f/@revoche != '0'"><p><xsl:value-of select="concat('Risposte sulle revoche conservate: ', $f/@revoche)"/></p></xsl:if>
  </xsl:template>
</xsl:stylesheet>
