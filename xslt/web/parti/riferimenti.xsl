<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: EUPL-1.2 -->
<!--
  riferimenti.xsl: from a number to the page that shows it.

  indirizzo-di  v            /registro/2026/0000001, /cartella/CS-…, /accesso/AC-…,
                             /archivio/fascicolo/FA-…; nothing for another word
  riferimento   v, testo     a link to it with `testo` (its own number without);
                             what has no page is text
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:c="urn:cartella:1" exclude-result-prefixes="c">

  <xsl:template name="indirizzo-di">
    <xsl:param name="v"/>
    <xsl:choose>
      <xsl:when test="starts-with($v, 'CS-')">/cartella/<xsl:value-of select="$v"/></xsl:when>
      <xsl:when test="starts-with($v, 'AC-')">/accesso/<xsl:value-of select="$v"/></xsl:when>
      <xsl:when test="starts-with($v, 'FA-')">/archivio/fascicolo/<xsl:value-of select="$v"/></xsl:when>
      <xsl:when test="string-length($v) = 12 and substring($v, 8, 1) = '/' and translate($v, '0123456789', '') = '/'">
        <xsl:value-of select="concat('/registro/', substring($v, 9), '/', substring($v, 1, 7))"/>
      </xsl:when>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="riferimento">
    <xsl:param name="v"/>
    <xsl:param name="testo" select="$v"/>
    <xsl:variable name="via">
      <xsl:call-template name="indirizzo-di"><xsl:with-param name="v" select="$v"/></xsl:call-template>
    </xsl:variable>
    <xsl:choose>
      <!-- who sees no cartella at all has no link to one -->
      <xsl:when test="starts-with($v, 'CS-') and /c:pagina/c:sessione/@cartelle = 'no'"><xsl:value-of select="$testo"/></xsl:when>
      <xsl:when test="$via != ''"><a class="riferimento" href="{$via}"><xsl:value-of select="$testo"/></a></xsl:when>
      <xsl:otherwise><xsl:value-of select="$testo"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
