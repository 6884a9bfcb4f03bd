<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: EUPL-1.2 -->
<!-- archivio.xsl: what the pages of the archive have in common: the way from one
     to the other, the choice of a year. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:c="urn:cartella:1" exclude-result-prefixes="c">

  <xsl:template match="c:pagina" mode="briciole">
    <xsl:if test="@via != '/archivio' and not(c:sessione/@cartelle = 'no')"><li class="breadcrumb-item"><a href="/archivio">Archivio</a></li></xsl:if>
  </xsl:template>

  <xsl:template name="archivio-vie">
    <nav class="mb-4" aria-label="Archivio">
      <ul class="nav nav-tabs">
        <xsl:if test="not(c:sessione/@cartelle = 'no')"><xsl:call-template name="archivio-via"><xsl:with-param name="via" select="'/archivio'"/><xsl:with-param name="testo" select="'Cartelle'"/></xsl:call-template></xsl:if>
        <xsl:call-template name="archivio-via"><xsl:with-param name="via" select="'/archivio/fascicoli'"/><xsl:with-param name="testo" select="'Fascicoli'"/></xsl:call-template>
        <xsl:if test="key('puo', 'conservazione')"><xsl:call-template name="archivio-via"><xsl:with-param name="via" select="'/archivio/conservazione'"/><xsl:with-param name="testo" select="'Conservazione'"/></xsl:call-template></xsl:if>
        <xsl:if test="key('puo', 'scarti')"><xsl:call-template name="archivio-via"><xsl:with-param name="via" select="'/archivio/scarti'"/><xsl:with-param name="testo" select="'Scarto'"/></xsl:call-template></xsl:if>
        <xsl:if test="key('puo', 'versamenti')"><xsl:call-template name="archivio-via"><xsl:with-param name="via" select="'/archivio/versamenti'"/><xsl:with-param name="testo" select="'Versamenti'"/></xsl:call-template></xsl:if>
        <xsl:if test="key('puo', 'giorno') or c:sessione/@cartelle = 'chiuse'"><xsl:call-template name="archivio-via"><xsl:with-param name="via" select="'/archivio/giorni'"/><xsl:with-param name="testo" select="'Giorni e sigilli'"/></xsl:call-template></xsl:if>
      </ul>
    </nav>
  </xsl:template>
  <xsl:template name="archivio-via">
    <xsl:param name="via"/>
    <xsl:param name="testo"/>
    <li class="nav-item">
      <a href="{$via}">
        <xsl:attribute name="class">nav-link<xsl:if test="/c:pagina/@via = $via"> active</xsl:if></xsl:attribute>
        <xsl:if test="/c:pagina/@via = $via"><xsl:attribute name="aria-current">page</xsl:attribute></xsl:if>
        <xsl:value-of select="$testo"/>
      </a>
    </li>
  </xsl:template>

  <!-- of a row: its number, a link unless it is all he is told of it -->
  <xsl:template name="archivio-numero">
    <xsl:choose>
      <xsl:when test="@sagoma"><xsl:value-of select="concat(@riferimento, ' ')"/><xsl:call-template name="riservata"><xsl:with-param name="testo" select="'Secretata'"/></xsl:call-template></xsl:when>
      <xsl:otherwise><xsl:call-template name="riferimento"><xsl:with-param name="v" select="string(@riferimento)"/></xsl:call-template></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- a year, and with `stato` open or closed -->
  <xsl:template name="archivio-anno">
    <xsl:param name="anno"/>
    <xsl:param name="stato"/>
    <xsl:param name="anno-di"/>
    <form method="get" action="{/c:pagina/@via}" class="row g-3 align-items-end mb-4">
      <div class="col-auto">
        <label for="anno">Anno</label>
        <input class="form-control" type="text" inputmode="numeric" pattern="[0-9]{{4}}" maxlength="4" size="6" id="anno" name="anno" value="{$anno}"/>
      </div>
      <xsl:if test="/c:pagina/@via = '/archivio'">
        <div class="col-auto">
          <label for="anno-di">L’anno è</label>
          <select class="form-select" id="anno-di" name="anno-di">
            <option value="numero">quello del numero</option>
            <option value="chiusura"><xsl:if test="$anno-di = 'chiusura'"><xsl:attribute name="selected">selected</xsl:attribute></xsl:if>quello della chiusura</option>
          </select>
        </div>
      </xsl:if>
      <xsl:if test="$stato != '' and not(/c:pagina/@via = '/archivio' and /c:pagina/c:sessione/@cartelle = 'chiuse')">
        <div class="col-auto">
          <label for="stato">Mostra</label>
          <select class="form-select" id="stato" name="stato">
            <option value="tutti">tutti</option>
            <option value="aperti"><xsl:if test="$stato = 'aperti'"><xsl:attribute name="selected">selected</xsl:attribute></xsl:if>solo aperti</option>
            <option value="chiusi"><xsl:if test="$stato = 'chiusi'"><xsl:attribute name="selected">selected</xsl:attribute></xsl:if>solo chiusi</option>
          </select>
        </div>
      </xsl:if>
      <div class="col-auto"><button type="submit" class="btn btn-outline-primary btn-sm">Mostra</button></div>
    </form>
  </xsl:template>
</xsl:stylesheet>
