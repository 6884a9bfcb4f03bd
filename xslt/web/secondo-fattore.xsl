<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: EUPL-1.2 -->
<!-- secondo-fattore.xsl: what is still wanted of who has given his password. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:c="urn:cartella:1" exclude-result-prefixes="c">
  <xsl:include href="parti/pagina.xsl"/>
  <xsl:include href="parti/accesso.xsl"/>

  <xsl:template match="c:pagina" mode="titolo">
    <xsl:choose>
      <xsl:when test="c:passo/@che = 'secondo'">Il codice del telefono</xsl:when>
      <xsl:when test="c:passo/@che = 'parola'">Scegli la tua parola d’ordine</xsl:when>
      <xsl:when test="c:passo/@che = 'prepara'">Prepara il secondo fattore</xsl:when>
      <xsl:otherwise>Sei entrato</xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="c:pagina" mode="corpo">
    <div class="stretta">
      <xsl:call-template name="esito-accesso"/>
      <xsl:choose>
        <xsl:when test="c:passo/@che = 'secondo'">
          <form method="post" action="/secondo-fattore" class="modulo-breve" autocomplete="off">
            <xsl:call-template name="csrf"/>
            <xsl:call-template name="ritorno-chiesto"/>
            <xsl:call-template name="campo-codice"><xsl:with-param name="recupero" select="'si'"/></xsl:call-template>
            <button type="submit" class="btn btn-primary">Entra</button>
          </form>
        </xsl:when>
        <xsl:when test="c:passo/@che = 'parola'">
          <p>La parola con cui sei entrato è provvisoria: scegline una che sappia solo tu.</p>
          <xsl:call-template name="nuova-parola">
            <xsl:with-param name="azione" select="'/secondo-fattore/parola'"/>
            <xsl:with-param name="provvisoria" select="'si'"/>
          </xsl:call-template>
        </xsl:when>
        <xsl:when test="c:passo/@che = 'prepara'">
          <p>Il tuo ente chiede, oltre alla parola d’ordine, un codice che si legge sul telefono.</p>
          <xsl:call-template name="nuovo-secondo">
            <xsl:with-param name="via" select="'/secondo-fattore'"/>
            <xsl:with-param name="n" select="c:passo/c:secondo"/>
          </xsl:call-template>
        </xsl:when>
        <xsl:otherwise>
          <p>Non manca nulla: <a href="/">vai alla scrivania</a>.</p>
        </xsl:otherwise>
      </xsl:choose>
    </div>
  </xsl:template>
</xsl:stylesheet>
