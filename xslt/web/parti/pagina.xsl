<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: EUPL-1.2 -->
<!-- pagina.xsl: the frame of every page.  A sheet includes it and has one
     template match="c:pagina" mode="corpo". -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:c="urn:cartella:1" exclude-result-prefixes="c">
  <xsl:output method="html" encoding="UTF-8" indent="no" doctype-system="about:legacy-compat"/>

  <xsl:template match="/c:pagina">
    <html lang="it">
      <head>
        <title><xsl:value-of select="@titolo"/> · Cartella</title>
      </head>
      <body>
        <main id="contenuto">
          <h1><xsl:value-of select="@titolo"/></h1>
          <xsl:apply-templates select="." mode="corpo"/>
        </main>
      </body>
    </html>
  </xsl:template>
</xsl:stylesheet>
