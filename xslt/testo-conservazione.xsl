<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: EUPL-1.2 -->
<!-- testo-conservazione.xsl: how long what is closed is kept; a part of testo.xsl. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:c="urn:cartella:1" exclude-result-prefixes="c">

  <xsl:template match="/c:conservazione">
    <xsl:if test="@cosa">
      <xsl:value-of select="concat('Conservazione, ', @cosa)"/>
      <xsl:if test="@filtro != 'tutti'"><xsl:value-of select="concat(', ', translate(@filtro, '-', ' '))"/></xsl:if>
      <xsl:text>&#10;</xsl:text>
    </xsl:if>
    <xsl:apply-templates select="c:voce" mode="conservazione"/>
    <xsl:if test="@deposito">
      <xsl:value-of select="concat('elenco di deposito ', @deposito, ' del ')"/>
      <xsl:call-template name="ora"><xsl:with-param name="v" select="@data"/></xsl:call-template>
      <xsl:text>&#10;</xsl:text>
      <xsl:for-each select="c:consegnata">
        <xsl:value-of select="concat('  ', @riferimento, '  ', @classifica, '  chiusa il ')"/>
        <xsl:call-template name="ora"><xsl:with-param name="v" select="@chiusa"/></xsl:call-template>
        <xsl:if test="@pezzi"><xsl:value-of select="concat('  carta: ', @luogo, substring(', ', 1, 2 * boolean(@scaffale)), @scaffale, ', pezzi ', @pezzi)"/></xsl:if>
        <xsl:if test="@scartata">  scartata</xsl:if>
        <xsl:text>&#10;</xsl:text>
      </xsl:for-each>
    </xsl:if>
    <xsl:if test="not(c:voce) and not(@deposito)">niente&#10;</xsl:if>
    <xsl:if test="@continua"><xsl:value-of select="concat('(altri: --dopo ', @continua, ')&#10;')"/></xsl:if>
  </xsl:template>

  <xsl:template match="c:voce" mode="conservazione">
    <xsl:value-of select="concat(@riferimento, '  ', @classifica)"/>
    <xsl:if test="@chiusa">
      <xsl:text>  chiusa il </xsl:text>
      <xsl:call-template name="ora"><xsl:with-param name="v" select="@chiusa"/></xsl:call-template>
    </xsl:if>
    <xsl:choose>
      <xsl:when test="@esito = 'permanente'">  permanente</xsl:when>
      <xsl:when test="@scade">
        <xsl:choose>
          <xsl:when test="@scaduta">  scaduta il </xsl:when>
          <xsl:otherwise>  fino al </xsl:otherwise>
        </xsl:choose>
        <xsl:call-template name="ora"><xsl:with-param name="v" select="@scade"/></xsl:call-template>
      </xsl:when>
      <xsl:otherwise>  da calcolare</xsl:otherwise>
    </xsl:choose>
    <xsl:if test="@sagoma">  secretata</xsl:if>
    <xsl:if test="@bloccata">  IN BLOCCO</xsl:if>
    <xsl:value-of select="concat('&#10;  ', c:perche, '&#10;')"/>
    <xsl:for-each select="c:blocco">
      <xsl:value-of select="concat('  blocco ', @numero, substring(' di ', 1, 4 * boolean(@di)), @di, ' (', translate(@motivo, '-', ' '), ') dal ')"/>
      <xsl:call-template name="ora"><xsl:with-param name="v" select="@dal"/></xsl:call-template>
      <xsl:text>, da rivedere entro il </xsl:text>
      <xsl:call-template name="ora"><xsl:with-param name="v" select="@rivedere"/></xsl:call-template>
      <xsl:if test="@tardi"> (passato)</xsl:if>
      <xsl:if test="@protocollo"><xsl:value-of select="concat(', prot. ', @protocollo)"/></xsl:if>
      <xsl:value-of select="concat(': ', normalize-space(.), '&#10;')"/>
    </xsl:for-each>
    <xsl:for-each select="c:deposito">
      <xsl:value-of select="concat('  depositata con l', &quot;'&quot;, 'elenco ', @elenco, ' del ')"/>
      <xsl:call-template name="ora"><xsl:with-param name="v" select="@data"/></xsl:call-template>
      <xsl:if test="@pezzi">
        <xsl:value-of select="concat('; ibrida: carta in ', @luogo)"/>
        <xsl:if test="@scaffale"><xsl:value-of select="concat(', ', @scaffale)"/></xsl:if>
        <xsl:value-of select="concat(', pezzi ', @pezzi)"/>
      </xsl:if>
      <xsl:text>&#10;</xsl:text>
    </xsl:for-each>
  </xsl:template>

  <xsl:template match="/c:massimario">
    <xsl:text>Massimario in vigore dal </xsl:text>
    <xsl:call-template name="ora"><xsl:with-param name="v" select="substring(@ora, 1, 10)"/></xsl:call-template>
    <xsl:if test="c:provvedimento"><xsl:value-of select="concat(', ', c:provvedimento)"/></xsl:if>
    <xsl:value-of select="concat('&#10;Lo scarto lo autorizza anche il Ministero dell', &quot;'&quot;, 'interno: ')"/>
    <xsl:choose>
      <xsl:when test="c:ministero = 'nessuno'">di niente</xsl:when>
      <xsl:when test="c:ministero = 'secretate'">delle cartelle secretate</xsl:when>
      <xsl:otherwise>di ciò che è secretato o ha registrazioni riservate</xsl:otherwise>
    </xsl:choose>
    <xsl:text>&#10;</xsl:text>
    <xsl:for-each select="c:riga">
      <xsl:value-of select="concat(c:cosa, substring(' ', 1, boolean(c:classifica)), c:classifica, substring(' ', 1, boolean(c:tipo)), c:tipo, ': ', c:nome, '&#10;  ')"/>
      <xsl:if test="c:permanente = 'si'">sempre</xsl:if>
      <xsl:for-each select="c:durata">
        <xsl:if test="position() &gt; 1">; </xsl:if>
        <xsl:value-of select="@detta"/>
      </xsl:for-each>
      <xsl:if test="count(c:durata) &gt; 1"> (vale quella che finisce dopo)</xsl:if>
      <xsl:value-of select="concat('  fonte: ', c:fonte)"/>
      <xsl:if test="c:da-confermare = 'si'">, DA CONFERMARE</xsl:if>
      <xsl:text>&#10;</xsl:text>
    </xsl:for-each>
  </xsl:template>

  <!-- of one whose cover is shown -->
  <xsl:template match="c:voce" mode="copertina">
    <xsl:text>  conservazione: </xsl:text>
    <xsl:choose>
      <xsl:when test="not(@chiusa)">in corso</xsl:when>
      <xsl:when test="@esito = 'permanente'">permanente</xsl:when>
      <xsl:when test="@scade">
        <xsl:choose>
          <xsl:when test="@scaduta">scaduta il </xsl:when>
          <xsl:otherwise>fino al </xsl:otherwise>
        </xsl:choose>
        <xsl:call-template name="ora"><xsl:with-param name="v" select="@scade"/></xsl:call-template>
      </xsl:when>
      <xsl:otherwise><xsl:value-of select="concat('da calcolare: ', c:perche)"/></xsl:otherwise>
    </xsl:choose>
    <xsl:if test="@bloccata">, IN BLOCCO</xsl:if>
    <xsl:text>&#10;</xsl:text>
    <xsl:if test="@ibrida"><xsl:value-of select="concat('  ibrida, la parte di carta: ', c:deposito/@luogo, substring(', ', 1, 2 * boolean(c:deposito/@scaffale)), c:deposito/@scaffale, ', pezzi ', c:deposito/@pezzi, '&#10;')"/></xsl:if>
  </xsl:template>
</xsl:stylesheet>
