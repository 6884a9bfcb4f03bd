<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: EUPL-1.2 -->
<!-- genogramma.xsl: the drawing of a family as a file (SVG). -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:c="urn:cartella:1" xmlns="http://www.w3.org/2000/svg" exclude-result-prefixes="c">
  <xsl:include href="parti/genogramma.xsl"/>
  <xsl:output method="xml" encoding="UTF-8" indent="yes"/>
  <xsl:strip-space elements="*"/>
</xsl:stylesheet>
