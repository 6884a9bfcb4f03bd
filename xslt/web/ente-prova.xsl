<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: EUPL-1.2 -->
<!-- ente-prova.xsl: what a file would change, or what is wrong with it, before anything is adopted. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:c="urn:cartella:1" exclude-result-prefixes="c">
  <xsl:include href="parti/pagina.xsl"/>
  <xsl:include href="parti/ente.xsl"/>

  <xsl:template match="c:pagina" mode="corpo">
    <xsl:apply-templates select="c:parte/c:rilievi | c:parte/*/c:rilievi" mode="avvisi"/>
    <xsl:if test="c:parte/@messaggio"><xsl:call-template name="messaggio"><xsl:with-param name="testo" select="string(c:parte/@messaggio)"/><xsl:with-param name="tono" select="'male'"/></xsl:call-template></xsl:if>
    <xsl:apply-templates select="c:parte/c:prova-permessi"/>
    <p>
      <xsl:choose>
        <xsl:when test="@via = '/lettura/prova-permessi'"><a href="/amministrazione/permessi">Torna ai permessi</a></xsl:when>
        <xsl:otherwise><a href="/amministrazione/modelli">Torna ai modelli</a></xsl:otherwise>
      </xsl:choose>
    </p>
  </xsl:template>

  <xsl:template match="c:prova-permessi">
    <xsl:choose>
      <xsl:when test="not(c:utente[c:guadagna or c:perde])">
        <xsl:call-template name="messaggio"><xsl:with-param name="testo" select="'Nessuno guadagna o perde qualcosa.'"/></xsl:call-template>
      </xsl:when>
      <xsl:otherwise>
        <div class="tabella-riquadro">
          <table class="table tabella">
            <caption>Che cosa cambierebbe, persona per persona</caption>
            <thead><tr><th scope="col">Persona</th><th scope="col">Ruoli</th><th scope="col">Guadagna</th><th scope="col">Perde</th></tr></thead>
            <tbody>
              <xsl:for-each select="c:utente[c:guadagna or c:perde]">
                <tr>
                  <th scope="row"><xsl:value-of select="concat(@cognome, ' ', @nome, ' (', @codice, ')')"/></th>
                  <td data-titolo="Ruoli"><xsl:for-each select="c:ruolo"><xsl:if test="position() &gt; 1">, </xsl:if><xsl:call-template name="ruolo"><xsl:with-param name="v" select="."/></xsl:call-template></xsl:for-each></td>
                  <td data-titolo="Guadagna"><xsl:for-each select="c:guadagna"><xsl:if test="position() &gt; 1">; </xsl:if><xsl:call-template name="che-cosa"/></xsl:for-each></td>
                  <td data-titolo="Perde"><xsl:for-each select="c:perde"><xsl:if test="position() &gt; 1">; </xsl:if><xsl:call-template name="che-cosa"/></xsl:for-each></td>
                </tr>
              </xsl:for-each>
            </tbody>
          </table>
        </div>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="che-cosa">
    <xsl:value-of select="concat(@nome, ' (', @ambito, ')')"/>
    <xsl:if test="@cosa != 'atto'"><xsl:value-of select="concat(', ', @cosa)"/></xsl:if>
  </xsl:template>
</xsl:stylesheet>
