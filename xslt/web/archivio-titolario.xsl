<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: EUPL-1.2 -->
<!-- archivio-titolario.xsl: the plan of classification, whole, by word, of a day. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:c="urn:cartella:1" exclude-result-prefixes="c">
  <xsl:include href="parti/pagina.xsl"/>
  <xsl:include href="parti/archivio.xsl"/>

  <xsl:template match="c:pagina" mode="corpo">
    <xsl:variable name="t" select="c:parte/c:titolario"/>
    <xsl:call-template name="archivio-vie"/>
    <form method="get" action="/archivio/titolario" class="row g-3 align-items-end mb-4">
      <div class="col-md-5">
        <label for="parola">Cerca una parola</label>
        <input class="form-control" type="search" id="parola" name="parola" value="{c:parametro[@nome = 'parola']}"/>
      </div>
      <div class="col-auto">
        <label for="al">Com’era il giorno</label>
        <input class="form-control" type="date" id="al" name="al" value="{c:parametro[@nome = 'al']}"/>
      </div>
      <div class="col-auto"><button type="submit" class="btn btn-outline-primary btn-sm">Mostra</button></div>
    </form>
    <xsl:if test="not($t)">
      <xsl:call-template name="vuoto"><xsl:with-param name="testo">
        <xsl:choose>
          <xsl:when test="c:parte/@messaggio"><xsl:value-of select="c:parte/@messaggio"/></xsl:when>
          <xsl:otherwise>Nessuna voce.</xsl:otherwise>
        </xsl:choose>
      </xsl:with-param></xsl:call-template>
    </xsl:if>
    <xsl:for-each select="$t">
      <p>
        <strong><xsl:value-of select="c:nome"/></strong>
        <xsl:text>, in vigore dal </xsl:text>
        <xsl:call-template name="data-lunga"><xsl:with-param name="v" select="c:valido-dal"/></xsl:call-template>
        <xsl:if test="c:sostituito"> al <xsl:call-template name="data-lunga"><xsl:with-param name="v" select="c:sostituito"/></xsl:call-template></xsl:if>
        <xsl:if test="c:provvedimento"><xsl:value-of select="concat(' (', c:provvedimento, ')')"/></xsl:if>
      </p>
      <div class="tabella-riquadro">
        <table class="table tabella">
          <caption>Voci del titolario</caption>
          <thead><tr><th scope="col">Indice</th><th scope="col">Denominazione</th></tr></thead>
          <tbody>
            <xsl:for-each select="c:voce">
              <tr>
                <th scope="row"><xsl:value-of select="@indice"/></th>
                <td data-titolo="Denominazione">
                  <xsl:choose>
                    <xsl:when test="contains(@indice, '/')"><xsl:value-of select="."/></xsl:when>
                    <xsl:otherwise><strong><xsl:value-of select="."/></strong></xsl:otherwise>
                  </xsl:choose>
                </td>
              </tr>
            </xsl:for-each>
          </tbody>
        </table>
      </div>
    </xsl:for-each>
  </xsl:template>
</xsl:stylesheet>
