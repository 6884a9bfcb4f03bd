<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: EUPL-1.2 -->
<!--
  date.xsl: days and hours as people read them; "v" is a day (2026-11-21), a
  moment (2026-11-21T10:15:30+01:00) or nothing, which prints nothing.

  data        v              <time>21/11/2026</time>
  data-lunga  v              <time>21 novembre 2026</time>
  momento     v              <time>21/11/2026, ore 10:15</time> (day alone when v is one)
  ora         v              <time>10:15</time>
  data-testo  v              21/11/2026, without markup (attributes, titles)
  data-lunga-testo  v        21 novembre 2026, without markup
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:c="urn:cartella:1" exclude-result-prefixes="c">

  <xsl:template name="data-testo">
    <xsl:param name="v"/>
    <xsl:if test="$v != ''">
      <xsl:value-of select="concat(substring($v, 9, 2), '/', substring($v, 6, 2), '/', substring($v, 1, 4))"/>
    </xsl:if>
  </xsl:template>

  <xsl:template name="data-lunga-testo">
    <xsl:param name="v"/>
    <xsl:if test="$v != ''">
      <xsl:variable name="m" select="number(substring($v, 6, 2))"/>
      <xsl:value-of select="concat(number(substring($v, 9, 2)), ' ', normalize-space(substring('gennaio  febbraio marzo    aprile   maggio   giugno   luglio   agosto   settembreottobre  novembre dicembre ', 9 * $m - 8, 9)), ' ', substring($v, 1, 4))"/>
    </xsl:if>
  </xsl:template>

  <xsl:template name="data">
    <xsl:param name="v"/>
    <xsl:if test="$v != ''">
      <time datetime="{substring($v, 1, 10)}">
        <xsl:call-template name="data-testo"><xsl:with-param name="v" select="$v"/></xsl:call-template>
      </time>
    </xsl:if>
  </xsl:template>

  <xsl:template name="data-lunga">
    <xsl:param name="v"/>
    <xsl:if test="$v != ''">
      <time datetime="{substring($v, 1, 10)}">
        <xsl:call-template name="data-lunga-testo"><xsl:with-param name="v" select="$v"/></xsl:call-template>
      </time>
    </xsl:if>
  </xsl:template>

  <xsl:template name="momento">
    <xsl:param name="v"/>
    <xsl:if test="$v != ''">
      <time datetime="{$v}">
        <xsl:call-template name="data-testo"><xsl:with-param name="v" select="$v"/></xsl:call-template>
        <xsl:if test="contains($v, 'T')">
          <xsl:value-of select="concat(', ore ', substring($v, 12, 5))"/>
        </xsl:if>
      </time>
    </xsl:if>
  </xsl:template>

  <xsl:template name="ora">
    <xsl:param name="v"/>
    <xsl:if test="$v != ''">
      <time datetime="{$v}"><xsl:value-of select="substring(concat(substring-after($v, 'T'), substring($v, 1, 5 * not(contains($v, 'T')))), 1, 5)"/></time>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
