<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: EUPL-1.2 -->
<!-- cartelle.xsl: my cartelle, those of my équipe, and the way to the others. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:c="urn:cartella:1" exclude-result-prefixes="c">
  <xsl:include href="parti/pagina.xsl"/>
  <xsl:include href="parti/cercare.xsl"/>
  <xsl:include href="parti/chi.xsl"/>

  <xsl:template match="c:pagina" mode="azioni">
    <xsl:call-template name="pulsante"><xsl:with-param name="via" select="'/termini'"/><xsl:with-param name="testo" select="'Tutti i termini'"/><xsl:with-param name="se" select="'termini'"/><xsl:with-param name="tono" select="'outline-primary'"/></xsl:call-template>
    <xsl:text> </xsl:text>
    <xsl:call-template name="pulsante"><xsl:with-param name="via" select="'/atto/accedi'"/><xsl:with-param name="testo" select="'Accesso straordinario'"/><xsl:with-param name="se" select="'accedi'"/><xsl:with-param name="tono" select="'outline-primary'"/></xsl:call-template>
  </xsl:template>

  <xsl:template match="c:pagina" mode="corpo">
    <xsl:call-template name="cercare"/>
    <xsl:variable name="s" select="c:parte/c:scrivania/c:sezione[@che = 'cartelle' or @che = 'equipe']"/>
    <xsl:for-each select="$s">
      <section class="mb-5" aria-labelledby="s-{@che}">
        <h2 class="h4" id="s-{@che}"><xsl:value-of select="@titolo"/></h2>
        <div class="tabella-riquadro">
          <table class="table tabella">
            <caption class="visually-hidden"><xsl:value-of select="@titolo"/></caption>
            <thead><tr><th scope="col">Cartella</th><th scope="col">Persona</th><th scope="col">Stato</th><th scope="col">Dal</th><th scope="col">Responsabile</th></tr></thead>
            <tbody>
              <xsl:for-each select="c:cosa">
                <tr>
                  <th scope="row"><xsl:call-template name="riferimento"><xsl:with-param name="v" select="@riferimento"/></xsl:call-template></th>
                  <td data-titolo="Persona"><xsl:value-of select="@iniziali"/></td>
                  <td data-titolo="Stato"><xsl:call-template name="stato"><xsl:with-param name="v" select="string(.)"/></xsl:call-template></td>
                  <td data-titolo="Dal"><xsl:call-template name="data"><xsl:with-param name="v" select="@dal"/></xsl:call-template></td>
                  <td data-titolo="Responsabile"><xsl:call-template name="chi"><xsl:with-param name="codice" select="string(@nota)"/></xsl:call-template></td>
                </tr>
              </xsl:for-each>
            </tbody>
          </table>
        </div>
        <xsl:if test="@quante &gt; count(c:cosa)"><p><xsl:value-of select="concat('… e altre ', @quante - count(c:cosa), ': cercale per nome o per numero.')"/></p></xsl:if>
      </section>
    </xsl:for-each>
    <xsl:if test="not($s)">
      <xsl:call-template name="vuoto"><xsl:with-param name="testo" select="'Nessuna cartella è affidata a te: cercane una per nome, per numero o per una parola che vi è scritta.'"/></xsl:call-template>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
