<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: EUPL-1.2 -->
<!-- archivio-fascicolo.xsl: a fascicolo, what is in it, what is below it. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:c="urn:cartella:1" exclude-result-prefixes="c">
  <xsl:include href="parti/pagina.xsl"/>
  <xsl:include href="parti/archivio.xsl"/>

  <xsl:template match="c:pagina" mode="titolo">
    <xsl:value-of select="concat('Fascicolo ', c:parte/c:fascicolo/c:riferimento)"/>
  </xsl:template>

  <xsl:template match="c:pagina" mode="azioni">
    <xsl:variable name="f" select="c:parte/c:fascicolo/c:fascicolo"/>
    <xsl:variable name="n" select="string(c:parte/c:fascicolo/c:riferimento)"/>
    <xsl:if test="$f/c:stato = 'aperto'">
      <xsl:call-template name="pulsante"><xsl:with-param name="via" select="concat('/atto/fascicola?fascicolo=', $n, '&amp;_ritorno=', @via)"/><xsl:with-param name="testo" select="'Metti una registrazione'"/><xsl:with-param name="tono" select="'outline-primary'"/><xsl:with-param name="se" select="'fascicola'"/></xsl:call-template>
      <xsl:text> </xsl:text>
      <xsl:call-template name="pulsante"><xsl:with-param name="via" select="concat('/atto/apri-fascicolo?padre=', $n, '&amp;_ritorno=', @via)"/><xsl:with-param name="testo" select="'Apri un sottofascicolo'"/><xsl:with-param name="tono" select="'outline-primary'"/><xsl:with-param name="se" select="'apri-fascicolo'"/></xsl:call-template>
      <xsl:text> </xsl:text>
      <xsl:call-template name="pulsante"><xsl:with-param name="via" select="concat('/atto/chiudi-fascicolo?fascicolo=', $n, '&amp;_ritorno=', @via)"/><xsl:with-param name="testo" select="'Chiudi'"/><xsl:with-param name="tono" select="'outline-primary'"/><xsl:with-param name="se" select="'chiudi-fascicolo'"/></xsl:call-template>
    </xsl:if>
  </xsl:template>

  <xsl:template match="c:pagina" mode="corpo">
    <xsl:apply-templates select="c:parte/c:fascicolo"/>
  </xsl:template>

  <xsl:template match="c:parte/c:fascicolo">
    <xsl:variable name="f" select="c:fascicolo"/>
    <xsl:apply-templates select="c:scartata" mode="avviso"/>
    <xsl:if test="$f">
      <dl class="voci">
        <xsl:call-template name="voce"><xsl:with-param name="nome" select="'Oggetto'"/><xsl:with-param name="v" select="string($f/c:oggetto)"/></xsl:call-template>
        <xsl:call-template name="voce"><xsl:with-param name="nome" select="'Stato'"/><xsl:with-param name="v"><xsl:call-template name="stato"><xsl:with-param name="v" select="$f/c:stato"/></xsl:call-template></xsl:with-param></xsl:call-template>
        <xsl:call-template name="voce"><xsl:with-param name="nome" select="'Tipo'"/><xsl:with-param name="v"><xsl:call-template name="parole"><xsl:with-param name="v" select="$f/c:tipo"/></xsl:call-template></xsl:with-param></xsl:call-template>
        <xsl:call-template name="voce"><xsl:with-param name="nome" select="'Classifica'"/><xsl:with-param name="v" select="string($f/c:classifica)"/></xsl:call-template>
        <xsl:call-template name="voce"><xsl:with-param name="nome" select="'Ufficio'"/><xsl:with-param name="v"><xsl:call-template name="dove"><xsl:with-param name="codice" select="string($f/c:ufficio)"/></xsl:call-template></xsl:with-param></xsl:call-template>
        <xsl:call-template name="voce"><xsl:with-param name="nome" select="'Responsabile'"/><xsl:with-param name="v" select="string($f/c:responsabile)"/></xsl:call-template>
        <xsl:call-template name="voce"><xsl:with-param name="nome" select="'Aperto'"/><xsl:with-param name="v"><xsl:call-template name="data"><xsl:with-param name="v" select="$f/c:aperto"/></xsl:call-template></xsl:with-param></xsl:call-template>
        <xsl:call-template name="voce"><xsl:with-param name="nome" select="'Chiuso'"/><xsl:with-param name="v"><xsl:call-template name="data"><xsl:with-param name="v" select="$f/c:chiusura/c:data"/></xsl:call-template></xsl:with-param></xsl:call-template>
        <xsl:apply-templates select="c:conservata/c:voce" mode="copertina"/>
      </dl>
    </xsl:if>
    <h2>Che cosa c’è dentro</h2>
    <xsl:choose>
      <xsl:when test="c:registrazione">
        <div class="tabella-riquadro">
          <table class="table tabella">
            <caption>Registrazioni di protocollo del fascicolo</caption>
            <thead><tr><th scope="col">Numero</th><th scope="col">Quando</th><th scope="col">Flusso</th><th scope="col">Oggetto</th></tr></thead>
            <tbody>
              <xsl:for-each select="c:registrazione">
                <tr>
                  <th scope="row"><xsl:call-template name="riferimento"><xsl:with-param name="v" select="@numero"/></xsl:call-template></th>
                  <td data-titolo="Quando"><xsl:call-template name="momento"><xsl:with-param name="v" select="@ora"/></xsl:call-template></td>
                  <td data-titolo="Flusso"><xsl:value-of select="@flusso"/></td>
                  <td data-titolo="Oggetto">
                    <xsl:choose>
                      <xsl:when test="@oscurata"><xsl:call-template name="riservata"/></xsl:when>
                      <xsl:otherwise><xsl:value-of select="."/></xsl:otherwise>
                    </xsl:choose>
                    <xsl:if test="@annullata"><xsl:text> </xsl:text><xsl:call-template name="stato"><xsl:with-param name="v" select="'annullata'"/></xsl:call-template></xsl:if>
                  </td>
                </tr>
              </xsl:for-each>
            </tbody>
          </table>
        </div>
      </xsl:when>
      <xsl:otherwise><xsl:call-template name="vuoto"><xsl:with-param name="testo" select="'Nessuna registrazione.'"/></xsl:call-template></xsl:otherwise>
    </xsl:choose>
    <xsl:if test="c:sottofascicolo">
      <h2>Sottofascicoli</h2>
      <ul>
        <xsl:for-each select="c:sottofascicolo">
          <li>
            <xsl:call-template name="riferimento"><xsl:with-param name="v" select="@numero"/></xsl:call-template>
            <xsl:value-of select="concat(' ', ., ' ')"/>
            <xsl:call-template name="stato"><xsl:with-param name="v" select="@stato"/></xsl:call-template>
          </li>
        </xsl:for-each>
      </ul>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
