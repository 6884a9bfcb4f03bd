<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: EUPL-1.2 -->
<!-- libro-firma-firmati.xsl: what became of each document that was to be signed. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:c="urn:cartella:1" exclude-result-prefixes="c">
  <xsl:include href="parti/pagina.xsl"/>

  <xsl:template match="c:pagina" mode="corpo">
    <xsl:variable name="si" select="count(c:firmato[@esito = 'fatto'])"/>
    <xsl:choose>
      <xsl:when test="not(c:firmato)"><xsl:call-template name="messaggio"><xsl:with-param name="tono" select="'avviso'"/><xsl:with-param name="testo" select="'Non hai scelto nessun documento: torna al libro firma e spunta quelli che hai letto.'"/></xsl:call-template></xsl:when>
      <xsl:when test="$si = count(c:firmato)"><xsl:call-template name="messaggio"><xsl:with-param name="tono" select="'bene'"/><xsl:with-param name="testo" select="concat('Firmati: ', $si, '.')"/></xsl:call-template></xsl:when>
      <xsl:otherwise><xsl:call-template name="messaggio"><xsl:with-param name="tono" select="'avviso'"/><xsl:with-param name="testo" select="concat('Firmati: ', $si, ' su ', count(c:firmato), '. Quelli firmati lo restano; gli altri aspettano ancora.')"/></xsl:call-template></xsl:otherwise>
    </xsl:choose>
    <ul>
      <xsl:for-each select="c:firmato">
        <li>
          <xsl:call-template name="riferimento"><xsl:with-param name="v" select="@cartella"/></xsl:call-template>
          <xsl:text>, </xsl:text>
          <xsl:call-template name="documento-parola"><xsl:with-param name="v" select="string(@documento)"/></xsl:call-template>
          <xsl:text>: </xsl:text>
          <xsl:choose>
            <xsl:when test="@esito = 'fatto'"><xsl:call-template name="stato"><xsl:with-param name="v" select="'firmato'"/></xsl:call-template></xsl:when>
            <xsl:when test="@esito = 'fermo'">non provato, perché la chiave non firma</xsl:when>
            <xsl:otherwise>
              <xsl:call-template name="etichetta"><xsl:with-param name="testo" select="'non firmato'"/><xsl:with-param name="tono" select="'male'"/></xsl:call-template>
              <xsl:for-each select="c:rilievi/c:rilievo"><xsl:value-of select="concat(' ', .)"/></xsl:for-each>
              <xsl:if test="@messaggio"><xsl:value-of select="concat(' ', @messaggio)"/></xsl:if>
            </xsl:otherwise>
          </xsl:choose>
        </li>
      </xsl:for-each>
    </ul>
    <p><a class="btn btn-primary btn-sm" href="/libro-firma">Torna al libro firma</a></p>
  </xsl:template>
</xsl:stylesheet>
