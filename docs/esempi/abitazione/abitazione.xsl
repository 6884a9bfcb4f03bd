<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: EUPL-1.2 -->
<!-- abitazione.xsl: how a visit to a home is read on a terminal. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:c="urn:cartella:1">
  <xsl:output method="text" encoding="UTF-8"/>

  <xsl:template match="/c:abitazione">
    <xsl:value-of select="concat('VISITA DOMICILIARE del ', c:data)"/>
    <xsl:value-of select="concat(', scritta da ', @autore, '&#10;')"/>
    <xsl:value-of select="concat('Titolo: ', c:titolo, '; vani: ', c:numero-vani, '&#10;')"/>
    <xsl:for-each select="c:stanza">
      <xsl:value-of select="concat('  - ', c:uso)"/>
      <xsl:if test="c:persone">
        <xsl:value-of select="concat(', vi dormono in ', c:persone)"/>
      </xsl:if>
      <xsl:text>&#10;</xsl:text>
    </xsl:for-each>
    <xsl:for-each select="c:osservazioni/*">
      <xsl:value-of select="concat(normalize-space(.), '&#10;')"/>
    </xsl:for-each>
  </xsl:template>
</xsl:stylesheet>
