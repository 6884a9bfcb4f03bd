<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: EUPL-1.2 -->
<!-- cartella-diario.xsl: the diary of a cartella, newest first, and the line to
     write at once. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:c="urn:cartella:1" exclude-result-prefixes="c">
  <xsl:include href="parti/pagina.xsl"/>
  <xsl:include href="parti/caso.xsl"/>
  <xsl:include href="parti/diario.xsl"/>

  <xsl:template match="c:pagina" mode="titolo"><xsl:call-template name="caso-titolo"><xsl:with-param name="cosa" select="'Diario'"/></xsl:call-template></xsl:template>
  <xsl:template match="c:pagina" mode="briciole"><xsl:call-template name="caso-briciola"/></xsl:template>

  <xsl:template match="c:pagina" mode="corpo">
    <xsl:variable name="d" select="c:parte[@atto = 'diario']/c:diario"/>
    <xsl:variable name="filtri" select="c:parametro[@nome = 'dal' or @nome = 'al' or @nome = 'tipo' or @nome = 'parole']"/>
    <xsl:call-template name="caso-testa"><xsl:with-param name="attiva" select="'diario'"/></xsl:call-template>
    <xsl:apply-templates select="c:parte/c:rilievi" mode="avvisi"/>
    <xsl:call-template name="diario-riga"/>
    <details class="mb-4">
      <xsl:if test="$filtri"><xsl:attribute name="open">open</xsl:attribute></xsl:if>
      <summary>Cerca nel diario</summary>
      <form method="get" action="{@via}" class="filtri row align-items-end mt-3">
        <div class="col-sm-3 campo"><label for="f-dal">Dal</label><input type="date" class="form-control" id="f-dal" name="dal" value="{c:parametro[@nome = 'dal']}"/></div>
        <div class="col-sm-3 campo"><label for="f-al">Al</label><input type="date" class="form-control" id="f-al" name="al" value="{c:parametro[@nome = 'al']}"/></div>
        <div class="col-sm-3 campo">
          <label for="f-tipo">Voci</label>
          <select class="form-select" id="f-tipo" name="tipo">
            <xsl:call-template name="opzioni-voce"><xsl:with-param name="scelta" select="string(c:parametro[@nome = 'tipo'])"/><xsl:with-param name="tutte" select="'si'"/></xsl:call-template>
          </select>
        </div>
        <div class="col-sm-3 campo"><label for="f-parole">Parole</label><input type="text" class="form-control" id="f-parole" name="parole" value="{c:parametro[@nome = 'parole']}"/></div>
        <div class="col-sm-6 mb-3">
          <button type="submit" class="btn btn-outline-primary btn-sm">Cerca</button>
          <xsl:if test="$filtri"><xsl:text> </xsl:text><a href="{@via}">Tutto il diario</a></xsl:if>
        </div>
      </form>
    </details>
    <h2 class="visually-hidden">Voci</h2>
    <xsl:choose>
      <xsl:when test="$d/c:voce-diario">
        <ol class="list-unstyled"><xsl:apply-templates select="$d/c:voce-diario" mode="voce"/></ol>
      </xsl:when>
      <xsl:when test="$filtri"><xsl:call-template name="vuoto"><xsl:with-param name="testo" select="'Nessuna voce così.'"/></xsl:call-template></xsl:when>
      <xsl:otherwise><xsl:call-template name="vuoto"><xsl:with-param name="testo" select="'Il diario è vuoto: scrivi la prima voce qui sopra.'"/></xsl:call-template></xsl:otherwise>
    </xsl:choose>
    <xsl:if test="$d/@continua">
      <form method="get" action="{@via}">
        <xsl:for-each select="$filtri"><input type="hidden" name="{@nome}" value="{.}"/></xsl:for-each>
        <input type="hidden" name="continua" value="{$d/@continua}"/>
        <button type="submit" class="btn btn-outline-primary btn-sm">Voci precedenti</button>
      </form>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
