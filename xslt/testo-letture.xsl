<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: EUPL-1.2 -->
<!-- testo-letture.xsl: versions compared, words found, who read what; a part of testo.xsl. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:c="urn:cartella:1" exclude-result-prefixes="c">

  <!-- two versions of a document: + what came, - what went, ~ what changed,
       with the words gone in [-…-] and those come in {+…+}, > what moved -->
  <xsl:template match="/c:confronto">
    <xsl:if test="not(c:riga)">nessuna differenza&#10;</xsl:if>
    <xsl:if test="c:riga">
      <xsl:value-of select="concat(@documento, &quot;, dall'atto &quot;, @da, ' (')"/>
      <xsl:call-template name="ora"><xsl:with-param name="v" select="@da-ora"/></xsl:call-template>
      <xsl:value-of select="concat(', ', @da-operatore, &quot;) all'atto &quot;, @a, ' (')"/>
      <xsl:call-template name="ora"><xsl:with-param name="v" select="@a-ora"/></xsl:call-template>
      <xsl:value-of select="concat(', ', @a-operatore, ')&#10;')"/>
    </xsl:if>
    <xsl:for-each select="c:riga">
      <xsl:if test="@campo != '' and not(preceding-sibling::c:riga[1]/@campo = @campo)">
        <xsl:value-of select="concat(translate(@campo, '-/', ' .'), ':&#10;')"/>
      </xsl:if>
      <xsl:value-of select="concat('  ', @segno, ' ')"/>
      <xsl:choose>
        <xsl:when test="@segno = '~'">
          <xsl:for-each select="*">
            <xsl:if test="position() &gt; 1"><xsl:text> </xsl:text></xsl:if>
            <xsl:choose>
              <xsl:when test="self::c:tolto"><xsl:value-of select="concat('[-', ., '-]')"/></xsl:when>
              <xsl:when test="self::c:messo"><xsl:value-of select="concat('{+', ., '+}')"/></xsl:when>
              <xsl:otherwise><xsl:value-of select="."/></xsl:otherwise>
            </xsl:choose>
          </xsl:for-each>
        </xsl:when>
        <xsl:when test="@segno = '&gt;'"><xsl:value-of select="concat('(spostato) ', .)"/></xsl:when>
        <xsl:otherwise><xsl:value-of select="."/></xsl:otherwise>
      </xsl:choose>
      <xsl:text>&#10;</xsl:text>
    </xsl:for-each>
  </xsl:template>

  <!-- documents found, the words between « » -->
  <xsl:template match="/c:trovati">
    <xsl:for-each select="c:trovato">
      <xsl:value-of select="concat(@riferimento, '  ', @percorso, '  ')"/>
      <xsl:call-template name="ora"><xsl:with-param name="v" select="@giorno"/></xsl:call-template>
      <xsl:if test="@corretta">  (corretta in seguito)</xsl:if>
      <xsl:text>&#10;    </xsl:text>
      <xsl:for-each select="*">
        <xsl:choose>
          <xsl:when test="self::c:parola"><xsl:value-of select="concat('«', ., '»')"/></xsl:when>
          <xsl:otherwise><xsl:value-of select="."/></xsl:otherwise>
        </xsl:choose>
      </xsl:for-each>
      <xsl:text>&#10;</xsl:text>
    </xsl:for-each>
    <xsl:if test="not(c:trovato)">nessun documento&#10;</xsl:if>
    <xsl:if test="@altri">
      <xsl:value-of select="concat('… altri: ripeti con --dopo ', c:trovato[last()]/@riferimento, '/', c:trovato[last()]/@percorso, '&#10;')"/>
    </xsl:if>
  </xsl:template>

  <!-- who read what; what was looked at is the log's own words -->
  <xsl:template match="/c:letture">
    <xsl:value-of select="concat('Letture di ', @riferimento, '&#10;')"/>
    <xsl:for-each select="c:lettura">
      <xsl:call-template name="ora"><xsl:with-param name="v" select="@ora"/></xsl:call-template>
      <xsl:value-of select="concat('  ', @operatore)"/>
      <xsl:if test="@per"> per <xsl:value-of select="@per"/></xsl:if>
      <xsl:value-of select="concat('  ', @atto)"/>
      <xsl:if test="@esito = 'negato'">  NEGATA</xsl:if>
      <xsl:call-template name="che"><xsl:with-param name="v" select="."/></xsl:call-template>
      <xsl:text>&#10;</xsl:text>
    </xsl:for-each>
    <xsl:if test="not(c:lettura)">nessuna lettura&#10;</xsl:if>
    <xsl:if test="@altre">
      <xsl:value-of select="concat('… altre: ripeti con --dopo ', c:lettura[last()]/@n, '&#10;')"/>
    </xsl:if>
  </xsl:template>
  <!-- documento=diario/…;al=2026-11-20 -> diario/…, al 2026-11-20 -->
  <!-- one after the other, up to a length that nobody reads to its end -->
  <xsl:template name="che">
    <xsl:param name="v"/>
    <xsl:param name="n" select="1"/>
    <xsl:variable name="primo" select="substring-before(concat($v, ';'), ';')"/>
    <xsl:if test="$primo != ''">
      <xsl:text>  </xsl:text>
      <xsl:choose>
        <xsl:when test="starts-with($primo, 'documento=')"><xsl:value-of select="substring-after($primo, '=')"/></xsl:when>
        <xsl:otherwise><xsl:value-of select="translate($primo, '=', ' ')"/></xsl:otherwise>
      </xsl:choose>
      <xsl:choose>
        <xsl:when test="$n &lt; 50">
          <xsl:call-template name="che">
            <xsl:with-param name="v" select="substring-after($v, ';')"/>
            <xsl:with-param name="n" select="$n + 1"/>
          </xsl:call-template>
        </xsl:when>
        <xsl:otherwise><xsl:value-of select="translate(substring-after($v, ';'), '=;', '  ')"/></xsl:otherwise>
      </xsl:choose>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
