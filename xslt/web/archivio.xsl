<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: EUPL-1.2 -->
<!-- archivio.xsl: cartelle, or fascicoli, of a year. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:c="urn:cartella:1" exclude-result-prefixes="c">
  <xsl:include href="parti/pagina.xsl"/>
  <xsl:include href="parti/archivio.xsl"/>

  <xsl:template match="c:pagina" mode="azioni">
    <xsl:if test="@via = '/archivio/fascicoli'">
      <xsl:call-template name="pulsante"><xsl:with-param name="via" select="'/atto/apri-fascicolo?_ritorno=/archivio/fascicoli'"/><xsl:with-param name="testo" select="'Apri un fascicolo'"/><xsl:with-param name="se" select="'apri-fascicolo'"/></xsl:call-template>
    </xsl:if>
  </xsl:template>

  <xsl:template match="c:pagina" mode="corpo">
    <xsl:variable name="a" select="c:parte/c:archivio"/>
    <xsl:variable name="fascicoli" select="$a/@cosa = 'fascicoli'"/>
    <xsl:call-template name="archivio-vie"/>
    <xsl:variable name="nessuna" select="not($fascicoli) and c:sessione/@cartelle = 'no'"/>
    <xsl:if test="not($nessuna)">
      <xsl:call-template name="archivio-anno"><xsl:with-param name="anno" select="$a/@anno"/><xsl:with-param name="stato" select="$a/@stato"/><xsl:with-param name="anno-di" select="$a/@anno-di"/></xsl:call-template>
    </xsl:if>
    <xsl:choose>
      <xsl:when test="$nessuna">
        <p>Il tuo ruolo non ha un elenco di cartelle: le vede chi ne risponde e, quando sono chiuse, chi tiene l’archivio. Qui trovi i <a href="/archivio/fascicoli">fascicoli</a>.</p>
      </xsl:when>
      <xsl:when test="$a/c:voce">
        <div class="tabella-riquadro">
          <table class="table tabella">
            <caption>
              <xsl:choose>
                <xsl:when test="$fascicoli">Fascicoli del </xsl:when>
                <xsl:when test="$a/@anno-di">Cartelle chiuse nel </xsl:when>
                <xsl:otherwise>Cartelle del </xsl:otherwise>
              </xsl:choose>
              <xsl:value-of select="concat($a/@anno, ', per numero')"/>
            </caption>
            <thead>
              <tr>
                <th scope="col">Numero</th>
                <xsl:if test="$fascicoli"><th scope="col">Oggetto</th></xsl:if>
                <th scope="col">Classifica</th>
                <th scope="col">Stato</th>
                <th scope="col">Aperta</th>
                <th scope="col">Chiusa</th>
                <th scope="col">Ufficio e responsabile</th>
              </tr>
            </thead>
            <tbody>
              <xsl:apply-templates select="$a/c:voce"/>
            </tbody>
          </table>
        </div>
      </xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="vuoto"><xsl:with-param name="testo" select="concat('Niente che puoi vedere nel ', $a/@anno, ': cambia anno, o mostra tutti.')"/></xsl:call-template>
      </xsl:otherwise>
    </xsl:choose>
    <xsl:if test="$a/@continua">
      <nav class="pagine" aria-label="Pagine dell’elenco">
        <a class="btn btn-outline-primary btn-sm" rel="next">
          <xsl:attribute name="href">
            <xsl:value-of select="concat(@via, '?anno=', $a/@anno, '&amp;stato=', $a/@stato)"/>
            <xsl:if test="$a/@anno-di">&amp;anno-di=chiusura</xsl:if>
            <xsl:value-of select="concat('&amp;dopo=', $a/@continua)"/>
          </xsl:attribute>
          <xsl:text>Pagina seguente</xsl:text>
        </a>
      </nav>
    </xsl:if>
    <p class="nota">Ciò che è chiuso resta, finché un provvedimento di scarto non dice altro.<xsl:if test="key('puo', 'conservazione')"> Fino a quando si conserva, e perché, è in <a href="/archivio/conservazione">Conservazione</a>.</xsl:if></p>
  </xsl:template>

  <xsl:template match="c:voce">
    <tr>
      <th scope="row"><xsl:call-template name="riferimento"><xsl:with-param name="v" select="@riferimento"/></xsl:call-template></th>
      <xsl:if test="../@cosa = 'fascicoli'">
        <td data-titolo="Oggetto">
          <xsl:value-of select="."/>
          <xsl:if test="@padre"> (in <xsl:call-template name="riferimento"><xsl:with-param name="v" select="@padre"/></xsl:call-template>)</xsl:if>
        </td>
      </xsl:if>
      <td data-titolo="Classifica"><xsl:value-of select="@classifica"/></td>
      <td data-titolo="Stato"><xsl:choose><xsl:when test="@scartata">scartata il <xsl:call-template name="data"><xsl:with-param name="v" select="string(@scartata)"/></xsl:call-template></xsl:when><xsl:otherwise><xsl:call-template name="stato"><xsl:with-param name="v" select="@stato"/></xsl:call-template></xsl:otherwise></xsl:choose></td>
      <td data-titolo="Aperta"><xsl:call-template name="data"><xsl:with-param name="v" select="@aperta"/></xsl:call-template></td>
      <td data-titolo="Chiusa">
        <xsl:call-template name="data"><xsl:with-param name="v" select="@chiusa"/></xsl:call-template>
        <xsl:if test="@motivo"><xsl:value-of select="concat(' (', translate(@motivo, '-', ' '), ')')"/></xsl:if>
        <xsl:if test="not(@chiusa)">no</xsl:if>
      </td>
      <td data-titolo="Ufficio e responsabile"><xsl:call-template name="dove"><xsl:with-param name="codice" select="string(@ufficio)"/></xsl:call-template><xsl:text>, </xsl:text><xsl:call-template name="chi"><xsl:with-param name="codice" select="string(@responsabile)"/></xsl:call-template></td>
    </tr>
  </xsl:template>
</xsl:stylesheet>
