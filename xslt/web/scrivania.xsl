<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: EUPL-1.2 -->
<!-- scrivania.xsl: what waits for me. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:c="urn:cartella:1" exclude-result-prefixes="c">
  <xsl:include href="parti/pagina.xsl"/>

  <xsl:template match="c:pagina" mode="corpo">
    <xsl:for-each select="c:parte/c:scrivania/c:sezione">
      <h2><xsl:value-of select="@titolo"/></h2>
      <ul>
        <xsl:for-each select="c:cosa">
          <li><xsl:value-of select="@riferimento"/>: <xsl:value-of select="."/></li>
        </xsl:for-each>
      </ul>
    </xsl:for-each>
  </xsl:template>
</xsl:stylesheet>
