<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: EUPL-1.2 -->
<!-- archivio-giorni.xsl: the days of the register, formed and sealed; the last
     seals. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:c="urn:cartella:1" exclude-result-prefixes="c">
  <xsl:include href="parti/pagina.xsl"/>
  <xsl:include href="parti/archivio.xsl"/>

  <xsl:template match="c:pagina" mode="azioni">
    <xsl:call-template name="pulsante"><xsl:with-param name="via" select="'/atto/chiudi-giorno?_ritorno=/archivio/giorni'"/><xsl:with-param name="testo" select="'Chiudi un giorno'"/><xsl:with-param name="tono" select="'outline-primary'"/><xsl:with-param name="se" select="'chiudi-giorno'"/></xsl:call-template>
    <xsl:text> </xsl:text>
    <xsl:call-template name="pulsante"><xsl:with-param name="via" select="'/atto/sigilla?_ritorno=/archivio/giorni'"/><xsl:with-param name="testo" select="'Sigilla adesso'"/><xsl:with-param name="tono" select="'outline-primary'"/><xsl:with-param name="se" select="'sigilla'"/></xsl:call-template>
  </xsl:template>

  <xsl:template match="c:pagina" mode="corpo">
    <xsl:variable name="a" select="c:parte/c:archivio"/>
    <xsl:call-template name="archivio-vie"/>
    <xsl:call-template name="archivio-anno"><xsl:with-param name="anno" select="$a/@anno"/></xsl:call-template>
    <xsl:choose>
      <xsl:when test="$a/c:giorno">
        <div class="tabella-riquadro">
          <table class="table tabella">
            <caption><xsl:value-of select="concat('Giorni del ', $a/@anno, ', dal più recente. Un giorno si forma da sé alla sua fine; si chiude con il sigillo.')"/></caption>
            <thead><tr><th scope="col">Giorno</th><th scope="col">Registrazioni</th><th scope="col">Sigillo</th></tr></thead>
            <tbody>
              <xsl:for-each select="$a/c:giorno">
                <tr>
                  <th scope="row">
                    <xsl:choose>
                      <xsl:when test="key('puo', 'giorno')"><a href="/archivio/giorno/{@data}"><xsl:call-template name="data"><xsl:with-param name="v" select="@data"/></xsl:call-template></a></xsl:when>
                      <xsl:otherwise><xsl:call-template name="data"><xsl:with-param name="v" select="@data"/></xsl:call-template></xsl:otherwise>
                    </xsl:choose>
                  </th>
                  <td data-titolo="Registrazioni"><xsl:value-of select="@registrazioni"/></td>
                  <td data-titolo="Sigillo">
                    <xsl:choose>
                      <xsl:when test="@chiuso">
                        <xsl:call-template name="etichetta"><xsl:with-param name="testo" select="'chiuso'"/><xsl:with-param name="tono" select="'bene'"/></xsl:call-template>
                        <xsl:text> il </xsl:text>
                        <xsl:call-template name="momento"><xsl:with-param name="v" select="@chiuso"/></xsl:call-template>
                        <xsl:choose>
                          <xsl:when test="@utente"><xsl:text>, con la chiave di </xsl:text><xsl:call-template name="chi"><xsl:with-param name="codice" select="string(@utente)"/></xsl:call-template></xsl:when>
                          <xsl:otherwise>, con il sigillo dell’ufficio</xsl:otherwise>
                        </xsl:choose>
                      </xsl:when>
                      <xsl:otherwise><xsl:call-template name="etichetta"><xsl:with-param name="testo" select="'non ancora chiuso'"/><xsl:with-param name="tono" select="'avviso'"/></xsl:call-template></xsl:otherwise>
                    </xsl:choose>
                  </td>
                </tr>
              </xsl:for-each>
            </tbody>
          </table>
        </div>
      </xsl:when>
      <xsl:otherwise><xsl:call-template name="vuoto"><xsl:with-param name="testo" select="concat('Nessun giorno formato nel ', $a/@anno, '.')"/></xsl:call-template></xsl:otherwise>
    </xsl:choose>
    <xsl:if test="$a/c:sigillo">
      <h2>Ultimi sigilli</h2>
      <ul>
        <xsl:for-each select="$a/c:sigillo">
          <li>
            <xsl:call-template name="momento"><xsl:with-param name="v" select="@ora"/></xsl:call-template>
            <xsl:value-of select="concat(': fino all’atto ', @ultimo)"/>
            <xsl:if test="@utente"><xsl:text>, con la chiave di </xsl:text><xsl:call-template name="chi"><xsl:with-param name="codice" select="string(@utente)"/></xsl:call-template></xsl:if>
          </li>
        </xsl:for-each>
      </ul>
    </xsl:if>
    <xsl:if test="$puo[@atto = 'stato-archivio']"><p class="non-stampa"><a href="/amministrazione">Quanto c’è e come sta</a></p></xsl:if>
  </xsl:template>
</xsl:stylesheet>
