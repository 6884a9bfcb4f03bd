<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: EUPL-1.2 -->
<!-- registro-repertori.xsl: the repertories of the body. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:c="urn:cartella:1" exclude-result-prefixes="c">
  <xsl:include href="parti/pagina.xsl"/>
  <xsl:include href="parti/registro.xsl"/>

  <xsl:template match="c:pagina" mode="briciole"><xsl:call-template name="briciola-registro"/></xsl:template>

  <xsl:template match="c:pagina" mode="corpo">
    <xsl:variable name="tutti" select="c:parte/c:repertori/c:repertorio"/>
    <xsl:call-template name="menu-registro"><xsl:with-param name="qui" select="'/registro/repertori'"/></xsl:call-template>
    <p>Ciò che sta in un repertorio ha lì il suo numero, e non si protocolla.</p>
    <xsl:choose>
      <xsl:when test="$tutti">
        <div class="tabella-riquadro">
          <table class="table tabella">
            <caption>I repertori dell’ente</caption>
            <thead><tr><th scope="col">Repertorio</th><th scope="col">Norma</th><th scope="col">Stato</th></tr></thead>
            <tbody>
              <xsl:for-each select="$tutti">
                <tr>
                  <th scope="row"><a href="/registro/repertori/{@codice}"><xsl:value-of select="@denominazione"/></a></th>
                  <td data-titolo="Norma"><xsl:value-of select="@norma"/></td>
                  <td data-titolo="Stato"><xsl:choose><xsl:when test="@chiuso"><xsl:call-template name="stato"><xsl:with-param name="v" select="'chiuso'"/></xsl:call-template></xsl:when><xsl:otherwise><xsl:call-template name="stato"><xsl:with-param name="v" select="'aperto'"/></xsl:call-template></xsl:otherwise></xsl:choose></td>
                </tr>
              </xsl:for-each>
            </tbody>
          </table>
        </div>
      </xsl:when>
      <xsl:otherwise><xsl:call-template name="vuoto"><xsl:with-param name="testo" select="'Nessun repertorio.'"/></xsl:call-template></xsl:otherwise>
    </xsl:choose>
    <xsl:call-template name="pulsante"><xsl:with-param name="via" select="'/atto/istituisci-repertorio'"/><xsl:with-param name="testo" select="'Istituisci un repertorio'"/><xsl:with-param name="tono" select="'outline-primary'"/><xsl:with-param name="se" select="'istituisci-repertorio'"/></xsl:call-template>
  </xsl:template>
</xsl:stylesheet>
