<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: EUPL-1.2 -->
<!--
  odt-meta.xsl - meta.xml of every ODT we make.  No date of its own: only the
  date that the data bear, so that the same data give the same bytes.  The
  property "Ente" is what the running header of the model shows.
-->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:c="urn:cartella:1"
    xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
    xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0"
    xmlns:dc="http://purl.org/dc/elements/1.1/"
    exclude-result-prefixes="c">

  <xsl:output method="xml" encoding="UTF-8" indent="no"/>
  <xsl:param name="titolo"/>

  <xsl:template match="/*">
    <xsl:variable name="ente" select="string(c:ente/c:denominazione)"/>
    <office:document-meta office:version="1.3">
      <office:meta>
        <meta:generator>Cartella</meta:generator>
        <dc:title><xsl:value-of select="$titolo"/></dc:title>
        <dc:language>it-IT</dc:language>
        <xsl:if test="$ente">
          <meta:initial-creator><xsl:value-of select="$ente"/></meta:initial-creator>
          <dc:creator><xsl:value-of select="$ente"/></dc:creator>
          <meta:user-defined meta:name="Ente" meta:value-type="string">
            <xsl:value-of select="$ente"/>
          </meta:user-defined>
        </xsl:if>
        <xsl:if test="string-length(c:data) = 10">
          <meta:creation-date><xsl:value-of
              select="concat(c:data, 'T00:00:00')"/></meta:creation-date>
        </xsl:if>
      </office:meta>
    </office:document-meta>
  </xsl:template>
</xsl:stylesheet>
