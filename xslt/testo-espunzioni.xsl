<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: EUPL-1.2 -->
<!-- testo-espunzioni.xsl: that a document was erased, and by what order; a part of testo.xsl. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:c="urn:cartella:1" exclude-result-prefixes="c">

  <xsl:template match="/c:lapide">
    <xsl:text>documento espunto il </xsl:text>
    <xsl:call-template name="ora"><xsl:with-param name="v" select="c:espunto"/></xsl:call-template>
    <xsl:value-of select="concat(', provvedimento ', c:provvedimento, '&#10;')"/>
  </xsl:template>

  <xsl:template match="/c:espunzione">
    <xsl:value-of select="concat('espunto da ', c:autore, ' il ')"/>
    <xsl:call-template name="ora"><xsl:with-param name="v" select="c:scritto"/></xsl:call-template>
    <xsl:value-of select="concat('&#10;provvedimento: ', c:provvedimento, '&#10;motivo: ', c:motivo, '&#10;')"/>
    <xsl:for-each select="c:espunto">
      <xsl:value-of select="concat(c:percorso, ' (', c:tipo, '), versioni: ', count(c:versione), '&#10;')"/>
    </xsl:for-each>
    <xsl:if test="c:distrutto">
      <xsl:value-of select="concat('allegati distrutti: ', count(c:distrutto), '&#10;')"/>
    </xsl:if>
    <xsl:value-of select="concat('commit riscritti: ', count(c:commit), '&#10;')"/>
  </xsl:template>
</xsl:stylesheet>
