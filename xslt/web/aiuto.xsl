<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: EUPL-1.2 -->
<!-- aiuto.xsl: the help: the sections of the chapter "Il servizio nel browser" of
     docs/manuale.md, one a page; tests/tools/aiuto.sh makes a template of each
     (named templates aiuto-elenco and aiuto-testo). -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:c="urn:cartella:1" exclude-result-prefixes="c">
  <xsl:include href="parti/pagina.xsl"/>
  <xsl:variable name="capitolo" select="string(/c:pagina/c:parametro[@nome = 'capitolo'])"/>

  <xsl:template match="c:pagina" mode="titolo">
    <xsl:variable name="t"><xsl:call-template name="aiuto-titolo"><xsl:with-param name="capitolo" select="$capitolo"/></xsl:call-template></xsl:variable>
    <xsl:choose>
      <xsl:when test="string($t) != ''"><xsl:value-of select="$t"/></xsl:when>
      <xsl:otherwise>Aiuto</xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:template match="c:pagina" mode="briciole">
    <xsl:if test="$capitolo != ''"><li class="breadcrumb-item"><a href="/aiuto">Aiuto</a></li></xsl:if>
  </xsl:template>

  <xsl:template match="c:pagina" mode="corpo">
    <xsl:variable name="testo"><xsl:call-template name="aiuto-testo"><xsl:with-param name="capitolo" select="$capitolo"/></xsl:call-template></xsl:variable>
    <xsl:choose>
      <xsl:when test="$capitolo = ''"><xsl:call-template name="aiuto-inizio"/></xsl:when>
      <xsl:when test="string($testo) != ''"><div class="prosa"><xsl:copy-of select="$testo"/></div></xsl:when>
      <xsl:otherwise><p>Questa parte dell’aiuto non è ancora scritta.</p></xsl:otherwise>
    </xsl:choose>
    <xsl:variable name="altri"><xsl:call-template name="aiuto-elenco"/></xsl:variable>
    <nav aria-labelledby="aiuto-capitoli">
      <h2 id="aiuto-capitoli">Per il tuo lavoro</h2>
      <ul><xsl:call-template name="aiuto-elenco"><xsl:with-param name="miei" select="'si'"/></xsl:call-template></ul>
      <xsl:if test="string($altri) != ''">
        <details>
          <summary>Il lavoro degli altri</summary>
          <ul><xsl:copy-of select="$altri"/></ul>
        </details>
      </xsl:if>
    </nav>
  </xsl:template>
</xsl:stylesheet>
