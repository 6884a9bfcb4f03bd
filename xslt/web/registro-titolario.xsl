<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: EUPL-1.2 -->
<!-- registro-titolario.xsl: the plan of classification, to choose from; of a day. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:c="urn:cartella:1" exclude-result-prefixes="c">
  <xsl:include href="parti/pagina.xsl"/>
  <xsl:include href="parti/registro.xsl"/>

  <xsl:template match="c:pagina" mode="briciole"><xsl:call-template name="briciola-registro"/></xsl:template>

  <xsl:template match="c:pagina" mode="azioni">
    <xsl:call-template name="pulsante"><xsl:with-param name="via" select="'/atto/adotta-titolario?_ritorno=/registro/titolario'"/><xsl:with-param name="testo" select="'Adottane un altro'"/><xsl:with-param name="tono" select="'outline-primary'"/><xsl:with-param name="se" select="'adotta-titolario'"/></xsl:call-template>
  </xsl:template>

  <xsl:template match="c:pagina" mode="corpo">
    <xsl:variable name="t" select="c:parte/c:titolario"/>
    <xsl:call-template name="menu-registro"><xsl:with-param name="qui" select="'/registro/titolario'"/></xsl:call-template>
    <form method="get" action="/registro/titolario" role="search" class="filtri" data-cerca="risultati" aria-label="Cerca nel titolario">
      <div class="row g-3 align-items-end">
        <div class="col-12 col-lg-6"><xsl:call-template name="campo-testo"><xsl:with-param name="nome" select="'parola'"/><xsl:with-param name="etichetta" select="'Parole della voce'"/><xsl:with-param name="v" select="c:parametro[@nome = 'parola']"/><xsl:with-param name="tipo" select="'search'"/></xsl:call-template></div>
        <div class="col-12 col-lg-3"><xsl:call-template name="campo-data"><xsl:with-param name="nome" select="'al'"/><xsl:with-param name="etichetta" select="'Com’era il giorno'"/><xsl:with-param name="v" select="c:parametro[@nome = 'al']"/></xsl:call-template></div>
        <div class="col-12 col-lg-3"><button type="submit" class="btn btn-primary btn-sm">Cerca</button></div>
      </div>
    </form>
    <div id="risultati" aria-live="polite">
      <xsl:choose>
        <xsl:when test="$t/c:voce">
          <p>
            <xsl:value-of select="concat($t/c:nome, ', in vigore dal ')"/>
            <xsl:call-template name="data-lunga"><xsl:with-param name="v" select="$t/c:valido-dal"/></xsl:call-template>
            <xsl:if test="$t/c:sostituito"> al <xsl:call-template name="data-lunga"><xsl:with-param name="v" select="$t/c:sostituito"/></xsl:call-template></xsl:if>
            <xsl:if test="$t/c:provvedimento"><xsl:value-of select="concat(' (', $t/c:provvedimento, ')')"/></xsl:if>
            <xsl:text>.</xsl:text>
          </p>
          <div class="tabella-riquadro">
            <table class="table tabella">
              <caption>Le voci del titolario</caption>
              <thead><tr><th scope="col">Indice</th><th scope="col">Voce</th></tr></thead>
              <tbody>
                <xsl:for-each select="$t/c:voce">
                  <tr>
                    <th scope="row"><xsl:choose><xsl:when test="key('puo', 'cerca')"><a href="/registro?classifica={@indice}"><xsl:value-of select="@indice"/></a></xsl:when><xsl:otherwise><xsl:value-of select="@indice"/></xsl:otherwise></xsl:choose></th>
                    <td data-titolo="Voce"><xsl:choose><xsl:when test="contains(@indice, '/')"><xsl:value-of select="."/></xsl:when><xsl:otherwise><strong><xsl:value-of select="."/></strong></xsl:otherwise></xsl:choose></td>
                  </tr>
                </xsl:for-each>
              </tbody>
            </table>
          </div>
        </xsl:when>
        <xsl:when test="not($t)"><xsl:call-template name="vuoto"><xsl:with-param name="testo" select="'Nessun titolario è in vigore: lo adotta il responsabile del protocollo.'"/></xsl:call-template></xsl:when>
        <xsl:otherwise><xsl:call-template name="vuoto"><xsl:with-param name="testo" select="'Nessuna voce con queste parole.'"/></xsl:call-template></xsl:otherwise>
      </xsl:choose>
    </div>
  </xsl:template>
</xsl:stylesheet>
