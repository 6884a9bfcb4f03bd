<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: EUPL-1.2 -->
<!-- archivio-repertorio.xsl: the entries of a repertory in a year. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:c="urn:cartella:1" exclude-result-prefixes="c">
  <xsl:include href="parti/pagina.xsl"/>
  <xsl:include href="parti/archivio.xsl"/>

  <xsl:template match="c:pagina" mode="titolo">
    <xsl:value-of select="concat('Repertorio ', c:parte/c:voci/@repertorio)"/>
  </xsl:template>
  <xsl:template match="c:pagina" mode="azioni">
    <xsl:call-template name="pulsante"><xsl:with-param name="via" select="concat('/atto/repertoria?repertorio=', c:parte/c:voci/@repertorio, '&amp;_ritorno=', @via)"/><xsl:with-param name="testo" select="'Aggiungi una voce'"/><xsl:with-param name="se" select="'repertoria'"/></xsl:call-template>
  </xsl:template>

  <xsl:template match="c:pagina" mode="corpo">
    <xsl:variable name="v" select="c:parte/c:voci"/>
    <xsl:variable name="via" select="concat('/archivio/repertori/', $v/@repertorio)"/>
    <xsl:call-template name="archivio-anno"><xsl:with-param name="anno" select="$v/@anno"/></xsl:call-template>
    <xsl:choose>
      <xsl:when test="$v/c:voce">
        <div class="tabella-riquadro">
          <table class="table tabella">
            <caption><xsl:value-of select="concat('Voci del ', $v/@anno, ', per numero')"/></caption>
            <thead><tr><th scope="col">Numero</th><th scope="col">Quando</th><th scope="col">Oggetto</th><th scope="col">Documento del</th></tr></thead>
            <tbody>
              <xsl:for-each select="$v/c:voce">
                <tr>
                  <th scope="row"><a href="{$via}/{substring-after(c:numero, '/')}/{substring-before(c:numero, '/')}"><xsl:value-of select="c:numero"/></a></th>
                  <td data-titolo="Quando"><xsl:call-template name="momento"><xsl:with-param name="v" select="c:ora"/></xsl:call-template></td>
                  <td data-titolo="Oggetto">
                    <xsl:choose>
                      <xsl:when test="@oscurata"><xsl:call-template name="riservata"/></xsl:when>
                      <xsl:otherwise><xsl:value-of select="c:oggetto"/></xsl:otherwise>
                    </xsl:choose>
                  </td>
                  <td data-titolo="Documento del"><xsl:call-template name="data"><xsl:with-param name="v" select="c:data-documento"/></xsl:call-template></td>
                </tr>
              </xsl:for-each>
            </tbody>
          </table>
        </div>
      </xsl:when>
      <xsl:otherwise><xsl:call-template name="vuoto"><xsl:with-param name="testo" select="concat('Nessuna voce nel ', $v/@anno, '.')"/></xsl:call-template></xsl:otherwise>
    </xsl:choose>
    <xsl:if test="$v/@altre">
      <nav class="pagine" aria-label="Pagine dell’elenco">
        <a class="btn btn-outline-primary btn-sm" rel="next" href="{$via}?anno={$v/@anno}&amp;dopo={number(substring-before($v/c:voce[last()]/c:numero, '/'))}">Pagina seguente</a>
      </nav>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
