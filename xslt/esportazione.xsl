<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: EUPL-1.2 -->
<!-- esportazione.xsl: the pages of an export, for any browser, from a directory:
     plain HTML, one style sheet, no script, nothing from outside. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:c="urn:cartella:1" exclude-result-prefixes="c">
  <xsl:output method="html" encoding="UTF-8" indent="no" doctype-system="about:legacy-compat"/>

  <xsl:template match="/c:esportazione">
    <html lang="it">
      <head>
        <meta name="viewport" content="width=device-width, initial-scale=1"/>
        <title><xsl:value-of select="@titolo"/> – <xsl:value-of select="@ente"/></title>
        <link rel="stylesheet" href="{@su}pdf/stile.css"/>
      </head>
      <body>
        <a class="salta" href="#contenuto">Vai al contenuto</a>
        <div class="testata">
          <header>
            <p class="ente"><xsl:value-of select="@ente"/></p>
            <p class="cartella">Esportazione dell'archivio</p>
          </header>
        </div>
        <div class="voci">
          <nav aria-label="Parti dell'esportazione">
            <ul>
              <li><a href="{@su}pdf/indice.html">Tutti i documenti</a></li>
              <li><a href="{@su}LEGGIMI.txt">Che cosa c'è qui</a></li>
            </ul>
          </nav>
        </div>
        <main id="contenuto">
          <h1><xsl:value-of select="@titolo"/></h1>
          <xsl:if test="c:voce">
            <ul><xsl:apply-templates select="c:voce"/></ul>
          </xsl:if>
          <xsl:if test="c:documento">
            <table>
              <caption>I documenti in vigore, ognuno com'è conservato (XML) e da leggere (PDF)</caption>
              <thead><tr><th scope="col">Documento</th><th scope="col">Scritto</th><th scope="col">Firma</th><th scope="col">PDF</th><th scope="col">XML</th></tr></thead>
              <tbody><xsl:apply-templates select="c:documento"/></tbody>
            </table>
          </xsl:if>
          <xsl:if test="not(*)"><p>Non c'è nessun documento.</p></xsl:if>
          <xsl:if test="@prima or @dopo">
            <p><xsl:if test="@prima"><a href="{@prima}">Pagina prima</a><xsl:text> </xsl:text></xsl:if><xsl:if test="@dopo"><a href="{@dopo}">Pagina dopo</a></xsl:if></p>
          </xsl:if>
        </main>
        <footer>
          <p>L'archivio com'era dopo l'atto del <xsl:call-template name="ora"><xsl:with-param name="o" select="@ora"/></xsl:call-template>. Queste pagine e i PDF servono a leggere: l'originale di ogni documento è il suo XML.</p>
        </footer>
      </body>
    </html>
  </xsl:template>

  <!-- a page below -->
  <xsl:template match="c:voce">
    <li><a href="{@pagina}"><xsl:value-of select="@titolo"/></a><xsl:if test="@documenti">: <xsl:value-of select="@documenti"/><xsl:choose><xsl:when test="@documenti = 1"> documento</xsl:when><xsl:otherwise> documenti</xsl:otherwise></xsl:choose></xsl:if><xsl:if test="@mancano">, <xsl:value-of select="@mancano"/> senza PDF</xsl:if></li>
  </xsl:template>

  <xsl:template match="c:documento">
    <tr>
      <td><xsl:value-of select="@titolo"/><xsl:if test="@di-che">: <xsl:value-of select="@di-che"/></xsl:if><br/><span class="impronta"><xsl:value-of select="@percorso"/></span></td>
      <td class="ora"><xsl:if test="@ora"><xsl:call-template name="ora"><xsl:with-param name="o" select="@ora"/></xsl:call-template></xsl:if></td>
      <td class="firma"><xsl:choose><xsl:when test="@firma"><xsl:value-of select="@firma"/></xsl:when><xsl:otherwise>–</xsl:otherwise></xsl:choose></td>
      <td>
        <xsl:if test="not(@manca)"><xsl:attribute name="class">pdf</xsl:attribute></xsl:if>
        <xsl:choose>
          <xsl:when test="@resa"><a href="{../@su}{@resa}">PDF<xsl:call-template name="di-quale"/></a></xsl:when>
          <xsl:when test="@carta"><a href="{../@su}{@carta}">PDF di allora<xsl:call-template name="di-quale"/></a></xsl:when>
          <xsl:otherwise>non si è potuto fare: <xsl:value-of select="@manca"/></xsl:otherwise>
        </xsl:choose>
      </td>
      <td class="ora"><a href="{../@su}{@xml}">XML<xsl:call-template name="di-quale"/></a></td>
    </tr>
  </xsl:template>

  <!-- for who hears the links alone -->
  <xsl:template name="di-quale">
    <span class="nascosto"> di <xsl:value-of select="@percorso"/></span>
  </xsl:template>

  <!-- 2026-11-20T10:15:30+01:00 -->
  <xsl:template name="ora">
    <xsl:param name="o"/>
    <xsl:value-of select="concat(substring($o, 9, 2), '/', substring($o, 6, 2), '/', substring($o, 1, 4))"/>
    <xsl:if test="string-length($o) &gt; 10"><xsl:value-of select="concat(', ore ', substring($o, 12, 5))"/></xsl:if>
  </xsl:template>
</xsl:stylesheet>
