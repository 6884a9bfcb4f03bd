<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: EUPL-1.2 -->
<!-- cartella-equipe.xsl: who works on the case, and who sees it and why. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:c="urn:cartella:1" exclude-result-prefixes="c">
  <xsl:include href="parti/pagina.xsl"/>
  <xsl:include href="parti/caso.xsl"/>
  <xsl:include href="parti/allora.xsl"/>
  <xsl:include href="parti/consultazioni.xsl"/>

  <xsl:template match="c:pagina" mode="titolo"><xsl:call-template name="caso-titolo"><xsl:with-param name="cosa" select="'Équipe'"/></xsl:call-template></xsl:template>
  <xsl:template match="c:pagina" mode="briciole"><xsl:call-template name="caso-briciola"/></xsl:template>
  <xsl:template match="c:pagina" mode="azioni">
    <xsl:if test="key('puo', 'componi-equipe')"><a class="btn btn-primary btn-sm" href="/atto/componi-equipe?cartella={$caso}&amp;_ritorno={@via}">Componi o cambia l’équipe</a></xsl:if>
  </xsl:template>

  <xsl:template match="c:pagina" mode="corpo">
    <xsl:variable name="e" select="c:parte[@atto = 'mostra']/c:fascicolo/c:documento[@tipo = 'equipe']/c:equipe"/>
    <xsl:call-template name="caso-testa"><xsl:with-param name="attiva" select="'equipe'"/></xsl:call-template>
    <h2 class="h5">Chi ne fa parte</h2>
    <xsl:choose>
      <xsl:when test="$e">
        <p>
          <xsl:if test="$e/c:complesso = 'si'"><xsl:call-template name="etichetta"><xsl:with-param name="testo" select="'caso complesso'"/><xsl:with-param name="tono" select="'avviso'"/></xsl:call-template><xsl:text> </xsl:text></xsl:if>
          <xsl:text>Composta il </xsl:text>
          <xsl:call-template name="data"><xsl:with-param name="v" select="string($e/c:data)"/></xsl:call-template>
          <xsl:text> da </xsl:text><xsl:call-template name="chi"><xsl:with-param name="codice" select="string($e/c:autore)"/></xsl:call-template><xsl:value-of select="concat(': ', $e/c:motivo)"/>
        </p>
        <div class="tabella-riquadro mb-4">
          <table class="table tabella">
            <caption class="visually-hidden">Componenti dell’équipe</caption>
            <thead><tr><th scope="col">Chi</th><th scope="col">Che cosa fa</th><th scope="col">Dal</th><th scope="col">Al</th></tr></thead>
            <tbody>
              <xsl:for-each select="$e/c:componente">
                <tr>
                  <th scope="row">
                    <xsl:call-template name="chi"><xsl:with-param name="codice" select="string(c:utente)"/></xsl:call-template>
                    <xsl:value-of select="c:esterno"/>
                  </th>
                  <td data-titolo="Che cosa fa"><xsl:call-template name="parole"><xsl:with-param name="v" select="c:ruolo"/></xsl:call-template></td>
                  <td data-titolo="Dal"><xsl:call-template name="data"><xsl:with-param name="v" select="string(c:dal)"/></xsl:call-template></td>
                  <td data-titolo="Al"><xsl:call-template name="data"><xsl:with-param name="v" select="string(c:al)"/></xsl:call-template></td>
                </tr>
              </xsl:for-each>
            </tbody>
          </table>
        </div>
      </xsl:when>
      <xsl:otherwise><xsl:call-template name="vuoto"><xsl:with-param name="testo" select="'Nessuna équipe: se ne occupa il responsabile.'"/></xsl:call-template></xsl:otherwise>
    </xsl:choose>
    <xsl:apply-templates select="c:parte/c:consultazioni" mode="caso"/>
    <xsl:if test="c:parte/c:chi-vede">
      <h2 class="h5">Chi vede la cartella, e perché</h2>
      <xsl:call-template name="si-guarda-al"/>
      <div class="tabella-riquadro">
        <table class="table tabella">
          <caption class="visually-hidden">Utenti che vedono la cartella</caption>
          <thead><tr><th scope="col">Chi</th><th scope="col">Perché</th><th scope="col">Quali documenti</th></tr></thead>
          <tbody>
            <xsl:for-each select="c:parte/c:chi-vede/c:utente">
              <tr>
                <th scope="row"><xsl:value-of select="concat(@nome, ' ', @cognome, ' (', @codice, ')')"/></th>
                <td data-titolo="Perché">
                  <xsl:for-each select="c:motivo">
                    <xsl:if test="position() &gt; 1"><br/></xsl:if>
                    <xsl:value-of select="concat(translate(@ruolo, '-', ' '), ': ')"/>
                    <xsl:choose>
                      <xsl:when test="@ambito = 'propri'">ne è responsabile</xsl:when>
                      <xsl:when test="@ambito = 'equipe'">è nell’équipe</xsl:when>
                      <xsl:when test="@ambito = 'ufficio'">è dell’ufficio</xsl:when>
                      <xsl:when test="@ambito = 'istruttoria'">ne fa l’istruttoria</xsl:when>
                      <xsl:when test="@ambito = 'consultazione'">la consulta da un altro ente</xsl:when>
                      <xsl:otherwise><xsl:value-of select="@ambito"/></xsl:otherwise>
                    </xsl:choose>
                    <xsl:if test="@dal"><xsl:text>, dal </xsl:text><xsl:call-template name="data"><xsl:with-param name="v" select="@dal"/></xsl:call-template></xsl:if>
                    <xsl:if test="@al"><xsl:text> al </xsl:text><xsl:call-template name="data"><xsl:with-param name="v" select="@al"/></xsl:call-template></xsl:if>
                  </xsl:for-each>
                </td>
                <td data-titolo="Quali documenti">
                  <xsl:choose>
                    <xsl:when test="c:tipo = '*'">tutti</xsl:when>
                    <xsl:otherwise>
                      <details>
                        <summary><xsl:value-of select="concat(count(c:tipo), ' tipi')"/><xsl:if test="c:documento"><xsl:value-of select="concat(', ', count(c:documento), ' documenti')"/></xsl:if></summary>
                        <xsl:for-each select="c:tipo"><xsl:if test="position() &gt; 1">, </xsl:if><xsl:call-template name="parole"><xsl:with-param name="v" select="."/></xsl:call-template></xsl:for-each>
                        <xsl:for-each select="c:documento"><xsl:if test="position() &gt; 1 or ../c:tipo">, </xsl:if><code><xsl:value-of select="."/></code></xsl:for-each>
                      </details>
                    </xsl:otherwise>
                  </xsl:choose>
                </td>
              </tr>
            </xsl:for-each>
          </tbody>
        </table>
      </div>
      <xsl:call-template name="scegli-giorno"/>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
