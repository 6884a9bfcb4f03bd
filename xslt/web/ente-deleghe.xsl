<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: EUPL-1.2 -->
<!-- ente-deleghe.xsl: who acts in whose name. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:c="urn:cartella:1" exclude-result-prefixes="c">
  <xsl:include href="parti/pagina.xsl"/>
  <xsl:include href="parti/ente.xsl"/>

  <xsl:template match="c:pagina" mode="azioni">
    <xsl:call-template name="pulsante">
      <xsl:with-param name="via" select="'/atto/delega?_ritorno=/amministrazione/deleghe'"/>
      <xsl:with-param name="testo" select="'Nuova delega'"/>
      <xsl:with-param name="se" select="'delega'"/>
    </xsl:call-template>
    <xsl:choose>
      <xsl:when test="c:parametro[@nome = 'finite'] = 'si'">
        <xsl:call-template name="pulsante"><xsl:with-param name="via" select="'/amministrazione/deleghe'"/><xsl:with-param name="testo" select="'Solo quelle in corso'"/><xsl:with-param name="tono" select="'outline-primary'"/></xsl:call-template>
      </xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="pulsante"><xsl:with-param name="via" select="'/amministrazione/deleghe?finite=si'"/><xsl:with-param name="testo" select="'Anche quelle finite'"/><xsl:with-param name="tono" select="'outline-primary'"/></xsl:call-template>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="c:pagina" mode="corpo">
    <xsl:choose>
      <xsl:when test="c:parte/c:deleghe/c:delega"><xsl:apply-templates select="c:parte/c:deleghe"/></xsl:when>
      <xsl:otherwise><xsl:call-template name="vuoto"><xsl:with-param name="testo" select="'Nessuna delega in corso.'"/></xsl:call-template></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="c:deleghe">
    <div class="tabella-riquadro">
      <table class="table tabella">
        <caption>Deleghe, dalla più recente</caption>
        <thead>
          <tr>
            <th scope="col">Numero</th>
            <th scope="col">Chi agisce</th>
            <th scope="col">Per conto di</th>
            <th scope="col">Dal, al</th>
            <th scope="col">Stato</th>
            <th scope="col">Atti</th>
            <th scope="col"><span class="visually-hidden">Azioni</span></th>
          </tr>
        </thead>
        <tbody><xsl:apply-templates select="c:delega"/></tbody>
      </table>
    </div>
  </xsl:template>

  <xsl:template match="c:delega">
    <tr>
      <th scope="row"><xsl:value-of select="@numero"/></th>
      <td data-titolo="Chi agisce"><xsl:call-template name="chi"><xsl:with-param name="codice" select="string(@delegato)"/></xsl:call-template></td>
      <td data-titolo="Per conto di"><xsl:call-template name="chi"><xsl:with-param name="codice" select="string(@delegante)"/></xsl:call-template></td>
      <td data-titolo="Dal, al"><xsl:call-template name="data"><xsl:with-param name="v" select="@dal"/></xsl:call-template> – <xsl:call-template name="data"><xsl:with-param name="v" select="@al"/></xsl:call-template></td>
      <td data-titolo="Stato"><xsl:call-template name="stato"><xsl:with-param name="v" select="@stato"/></xsl:call-template></td>
      <td data-titolo="Atti">
        <details>
          <summary><xsl:value-of select="concat(count(c:atto), ' atti')"/></summary>
          <xsl:for-each select="c:atto"><xsl:if test="position() &gt; 1">, </xsl:if><xsl:value-of select="."/></xsl:for-each>
        </details>
      </td>
      <td>
        <xsl:if test="@stato = 'in-vigore' or @stato = 'non-ancora'">
          <xsl:call-template name="pulsante">
            <xsl:with-param name="via" select="concat('/atto/revoca-delega?numero=', @numero, '&amp;_ritorno=/amministrazione/deleghe')"/>
            <xsl:with-param name="testo" select="concat('Revoca la ', @numero)"/>
            <xsl:with-param name="tono" select="'outline-danger'"/>
            <xsl:with-param name="se" select="'revoca-delega'"/>
          </xsl:call-template>
        </xsl:if>
      </td>
    </tr>
  </xsl:template>
</xsl:stylesheet>
