<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: EUPL-1.2 -->
<!-- testo-stati.xsl: the procedure; a part of testo.xsl. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:c="urn:cartella:1" exclude-result-prefixes="c">

  <!-- states and passages: from each state, what is done and where it leads -->
  <xsl:template match="/c:procedimento">
    <xsl:for-each select="c:passaggio">
      <xsl:variable name="oggetto" select="@oggetto"/>
      <xsl:variable name="da" select="@da"/>
      <xsl:if test="not(preceding-sibling::c:passaggio[@oggetto = $oggetto])">
        <xsl:value-of select="concat(substring('&#10;', 1, position() > 1), translate($oggetto, 'abcdefghilmnopqrstuvz', 'ABCDEFGHILMNOPQRSTUVZ'), '&#10;')"/>
      </xsl:if>
      <xsl:if test="not(preceding-sibling::c:passaggio[@oggetto = $oggetto and @da = $da])">
        <xsl:value-of select="concat('  ', translate($da, '-', ' '), '&#10;')"/>
        <xsl:apply-templates select="../c:passaggio[@oggetto = $oggetto and @da = $da]" mode="passaggio"/>
      </xsl:if>
    </xsl:for-each>
    <xsl:value-of select="concat('&#10;Dopo ', c:inattivita-giorni, ' giorni senza accessi né interventi si propone di chiudere la cartella.&#10;')"/>
    <xsl:if test="c:termini">
      <xsl:text>&#10;TERMINI&#10;</xsl:text>
      <xsl:apply-templates select="c:termini/c:regola" mode="termine"/>
    </xsl:if>
  </xsl:template>
  <xsl:template match="c:regola" mode="termine">
    <xsl:value-of select="concat('  ', c:nome, ' (', c:base, ')&#10;')"/>
    <xsl:text>    dura: </xsl:text>
    <xsl:choose>
      <xsl:when test="c:quantita"><xsl:value-of select="concat(c:quantita, ' ', translate(c:unita, '-', ' '))"/></xsl:when>
      <xsl:otherwise>fino al giorno che il documento dice</xsl:otherwise>
    </xsl:choose>
    <xsl:if test="c:slitta = 'festivo'">; se finisce in un giorno festivo, il giorno dopo</xsl:if>
    <xsl:if test="c:slitta = 'non-lavorativo'">; se finisce in un giorno non lavorativo, il primo lavorativo</xsl:if>
    <xsl:text>&#10;</xsl:text>
    <xsl:if test="c:inizia">
      <xsl:text>    comincia con: </xsl:text>
      <xsl:apply-templates select="c:inizia" mode="termine"/>
      <xsl:text>&#10;</xsl:text>
    </xsl:if>
    <xsl:if test="c:risponde">
      <xsl:text>    vi risponde: </xsl:text>
      <xsl:apply-templates select="c:risponde" mode="termine"/>
      <xsl:text>&#10;</xsl:text>
    </xsl:if>
  </xsl:template>
  <xsl:template match="c:inizia | c:risponde" mode="termine">
    <xsl:if test="position() > 1">, </xsl:if>
    <xsl:value-of select="translate(c:tipo, '-', ' ')"/>
    <xsl:if test="c:vale"><xsl:value-of select="concat(' (', translate(c:vale, '-', ' '), ')')"/></xsl:if>
  </xsl:template>
  <xsl:template match="c:passaggio" mode="passaggio">
    <xsl:variable name="che">
      <xsl:value-of select="@atto"/>
      <xsl:if test="@esito"><xsl:value-of select="concat(' (', translate(@esito, '-', ' '), ')')"/></xsl:if>
    </xsl:variable>
    <xsl:value-of select="concat('    ', substring(concat($che, '                        '), 1, 24), '-> ', translate(@a, '-', ' '), '&#10;')"/>
    <xsl:for-each select="c:guardia">
      <xsl:value-of select="concat('      ', translate(@nome, '-', ' '))"/>
      <xsl:if test="@grado = 'avviso'"> (si può confermare)</xsl:if>
      <xsl:text>&#10;</xsl:text>
    </xsl:for-each>
  </xsl:template>
</xsl:stylesheet>
