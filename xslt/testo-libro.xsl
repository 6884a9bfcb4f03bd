<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: EUPL-1.2 -->
<!-- testo-libro.xsl: the libro firma, its rules, what is given back; a part of testo.xsl. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:c="urn:cartella:1" exclude-result-prefixes="c">

  <xsl:template match="/c:libro-firma">
    <xsl:if test="not(c:sezione/c:voce) and not(c:tornata) and not(c:altri-atti)">Niente da firmare.&#10;</xsl:if>
    <xsl:for-each select="c:sezione[c:voce]">
      <xsl:if test="position() &gt; 1"><xsl:text>&#10;</xsl:text></xsl:if>
      <xsl:value-of select="concat('Da firmare: ', count(c:voce))"/>
      <xsl:if test="@oltre"> o più</xsl:if>
      <xsl:if test="@per"> (per delega di <xsl:value-of select="@per"/>)</xsl:if>
      <xsl:text>&#10;</xsl:text>
      <xsl:apply-templates select="c:voce" mode="libro"/>
    </xsl:for-each>
    <xsl:for-each select="c:altri-atti/c:sezione">
      <xsl:if test="position() &gt; 1 or /c:libro-firma/c:sezione/c:voce"><xsl:text>&#10;</xsl:text></xsl:if>
      <xsl:value-of select="concat(@titolo, ': ', @quante)"/>
      <xsl:if test="@oltre"> o più</xsl:if>
      <xsl:value-of select="concat(' [', @atto, ']&#10;')"/>
      <xsl:for-each select="c:cosa">
        <xsl:value-of select="concat('  ', @riferimento)"/>
        <xsl:if test=". != ''"><xsl:value-of select="concat('  ', .)"/></xsl:if>
        <xsl:text>&#10;</xsl:text>
      </xsl:for-each>
    </xsl:for-each>
    <xsl:if test="c:tornata">
      <xsl:if test="c:sezione/c:voce or c:altri-atti"><xsl:text>&#10;</xsl:text></xsl:if>
      <xsl:value-of select="concat('Tornati senza firma, da riscrivere: ', count(c:tornata), '&#10;')"/>
    </xsl:if>
    <xsl:for-each select="c:tornata">
      <xsl:value-of select="concat('  ', @cartella, ' ', @documento, '  rinviato il ')"/>
      <xsl:call-template name="ora"><xsl:with-param name="v" select="@data"/></xsl:call-template>
      <xsl:value-of select="concat(' da ', @utente)"/>
      <xsl:if test="@per"> per <xsl:value-of select="@per"/></xsl:if>
      <xsl:value-of select="concat(': ', normalize-space(.), '&#10;')"/>
    </xsl:for-each>
  </xsl:template>

  <xsl:template match="c:voce" mode="libro">
    <xsl:value-of select="concat('  ', @cartella, ' ', @documento, '  ', @tipo)"/>
    <xsl:if test="@specie"> (<xsl:value-of select="translate(@specie, '-', ' ')"/>)</xsl:if>
    <xsl:value-of select="concat(' di ', @autore, ', ')"/>
    <xsl:choose>
      <xsl:when test="@giorni &lt; 1">da oggi</xsl:when>
      <xsl:when test="@giorni = 1">da ieri</xsl:when>
      <xsl:otherwise><xsl:value-of select="concat('da ', @giorni, ' giorni')"/></xsl:otherwise>
    </xsl:choose>
    <xsl:value-of select="concat(': ', @scopo)"/>
    <xsl:if test="@obbligo = 'no'"> (facoltativo)</xsl:if>
    <xsl:text>&#10;</xsl:text>
    <xsl:if test="count(c:passo) &gt; 1">
      <xsl:text>    </xsl:text>
      <xsl:variable name="qui" select="@passo"/>
      <xsl:for-each select="c:passo">
        <xsl:if test="position() &gt; 1"> → </xsl:if>
        <xsl:if test="@ordine = $qui">[</xsl:if>
        <xsl:apply-templates select="." mode="chi-firma"/>
        <xsl:if test="@utente">
          <xsl:value-of select="concat(': ', @utente)"/>
          <xsl:if test="@per"> per <xsl:value-of select="@per"/></xsl:if>
          <xsl:text>, </xsl:text>
          <xsl:call-template name="ora"><xsl:with-param name="v" select="@ora"/></xsl:call-template>
        </xsl:if>
        <xsl:if test="@ordine = $qui">]</xsl:if>
      </xsl:for-each>
      <xsl:text>&#10;</xsl:text>
    </xsl:if>
    <xsl:value-of select="concat('    impronta ', @impronta, '&#10;')"/>
  </xsl:template>

  <xsl:template match="c:passo" mode="chi-firma">
    <xsl:choose>
      <xsl:when test="@chi = 'autore'">chi l'ha scritto</xsl:when>
      <xsl:when test="@chi = 'responsabile'">il responsabile della cartella</xsl:when>
      <xsl:otherwise><xsl:value-of select="translate(@ruolo, '-', ' ')"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- given back, and why -->
  <xsl:template match="/c:rinvio-firma">
    <xsl:value-of select="concat(c:documento-percorso, ': rinviato a chi l', &quot;'&quot;, 'ha scritto, senza firma&#10;da ', c:autore)"/>
    <xsl:if test="c:per"> per <xsl:value-of select="c:per"/></xsl:if>
    <xsl:text>, il </xsl:text>
    <xsl:call-template name="ora"><xsl:with-param name="v" select="c:data"/></xsl:call-template>
    <xsl:text>&#10;</xsl:text>
    <xsl:for-each select="c:motivazione">
      <xsl:call-template name="prosa"><xsl:with-param name="margine" select="'  '"/></xsl:call-template>
    </xsl:for-each>
    <xsl:value-of select="concat('della versione con impronta ', c:documento-impronta, '&#10;')"/>
  </xsl:template>

  <!-- the rules: who signs what -->
  <xsl:template match="/c:firme">
    <xsl:for-each select="c:regola">
      <xsl:value-of select="@tipo"/>
      <xsl:if test="@specie"> (<xsl:value-of select="translate(@specie, '-', ' ')"/>)</xsl:if>
      <xsl:text>&#10;</xsl:text>
      <xsl:for-each select="c:passo">
        <xsl:value-of select="concat('  ', position(), '. ')"/>
        <xsl:apply-templates select="." mode="chi-firma"/>
        <xsl:value-of select="concat(', ', @scopo)"/>
        <xsl:if test="@obbligo = 'no'"> (facoltativo)</xsl:if>
        <xsl:text>&#10;</xsl:text>
      </xsl:for-each>
      <xsl:if test="@altri = 'no'">  nessun altro&#10;</xsl:if>
    </xsl:for-each>
  </xsl:template>
</xsl:stylesheet>
