<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: EUPL-1.2 -->
<!-- ente-utente.xsl: one person: roles, keys, deleghe, and what these let her do. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:c="urn:cartella:1" exclude-result-prefixes="c">
  <xsl:include href="parti/pagina.xsl"/>
  <xsl:include href="parti/ente.xsl"/>

  <xsl:variable name="u" select="/c:pagina/c:parte/c:utenti/c:utente[1]"/>

  <xsl:template match="c:pagina" mode="titolo"><xsl:value-of select="concat($u/@cognome, ' ', $u/@nome)"/></xsl:template>

  <!-- a nomina takes the place of the one before: the form begins with that -->
  <xsl:template name="nomina-di-ora">
    <xsl:value-of select="concat('/atto/nomina?_ritorno=/amministrazione/utenti/', $u/@codice, '&amp;codice=', $u/@codice, '&amp;cognome=')"/>
    <xsl:call-template name="per-indirizzo"><xsl:with-param name="v" select="string($u/@cognome)"/></xsl:call-template>
    <xsl:text>&amp;nome=</xsl:text>
    <xsl:call-template name="per-indirizzo"><xsl:with-param name="v" select="string($u/@nome)"/></xsl:call-template>
    <xsl:if test="$u/@qualifica">
      <xsl:text>&amp;qualifica=</xsl:text>
      <xsl:call-template name="per-indirizzo"><xsl:with-param name="v" select="string($u/@qualifica)"/></xsl:call-template>
    </xsl:if>
    <xsl:for-each select="$u/c:login"><xsl:text>&amp;login=</xsl:text><xsl:call-template name="per-indirizzo"><xsl:with-param name="v" select="string(.)"/></xsl:call-template></xsl:for-each>
    <xsl:for-each select="$u/c:ruolo"><xsl:value-of select="concat('&amp;ruolo=', .)"/></xsl:for-each>
    <xsl:for-each select="$u/c:ufficio"><xsl:value-of select="concat('&amp;ufficio=', .)"/></xsl:for-each>
    <xsl:if test="$u/@comune"><xsl:value-of select="concat('&amp;comune=', $u/@comune)"/></xsl:if>
  </xsl:template>
  <!-- what would end a value; the rest of the letters the serialiser writes as an address wants them -->
  <xsl:template name="per-indirizzo">
    <xsl:param name="v"/>
    <xsl:variable name="c" select="substring($v, 1, 1)"/>
    <xsl:if test="$v != ''">
      <xsl:choose>
        <xsl:when test="$c = '%'">%25</xsl:when>
        <xsl:when test="$c = '&amp;'">%26</xsl:when>
        <xsl:when test="$c = '+'">%2B</xsl:when>
        <xsl:when test="$c = '#'">%23</xsl:when>
        <xsl:when test="$c = '='">%3D</xsl:when>
        <xsl:when test="$c = '?'">%3F</xsl:when>
        <xsl:when test="$c = ' '">%20</xsl:when>
        <xsl:when test="$c = '&quot;'">%22</xsl:when>
        <xsl:otherwise><xsl:value-of select="$c"/></xsl:otherwise>
      </xsl:choose>
      <xsl:call-template name="per-indirizzo"><xsl:with-param name="v" select="substring($v, 2)"/></xsl:call-template>
    </xsl:if>
  </xsl:template>

  <xsl:template match="c:pagina" mode="azioni">
    <xsl:variable name="via"><xsl:call-template name="nomina-di-ora"/></xsl:variable>
    <xsl:call-template name="pulsante">
      <xsl:with-param name="via" select="string($via)"/>
      <xsl:with-param name="testo" select="'Cambia ruoli e uffici'"/>
      <xsl:with-param name="se" select="'nomina'"/>
    </xsl:call-template>
    <xsl:if test="$u/@attivo = 'si'">
      <xsl:call-template name="pulsante">
        <xsl:with-param name="via" select="concat($via, '&amp;attivo=no')"/>
        <xsl:with-param name="testo" select="'Ha lasciato il servizio'"/>
        <xsl:with-param name="tono" select="'outline-danger'"/>
        <xsl:with-param name="se" select="'nomina'"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <xsl:template match="c:pagina" mode="corpo">
    <dl class="voci">
      <xsl:call-template name="voce"><xsl:with-param name="nome" select="'Codice'"/><xsl:with-param name="v" select="string($u/@codice)"/></xsl:call-template>
      <xsl:call-template name="voce"><xsl:with-param name="nome" select="'Qualifica'"/><xsl:with-param name="v" select="string($u/@qualifica)"/></xsl:call-template>
      <xsl:call-template name="voce"><xsl:with-param name="nome" select="'In servizio'"/><xsl:with-param name="v"><xsl:choose><xsl:when test="$u/@attivo = 'si'">sì</xsl:when><xsl:otherwise>no</xsl:otherwise></xsl:choose></xsl:with-param></xsl:call-template>
      <xsl:call-template name="voce"><xsl:with-param name="nome" select="'Ruoli'"/><xsl:with-param name="v">
        <xsl:for-each select="$u/c:ruolo"><xsl:if test="position() &gt; 1">, </xsl:if><xsl:call-template name="ruolo"><xsl:with-param name="v" select="."/></xsl:call-template></xsl:for-each>
        <xsl:if test="not($u/c:ruolo)">nessuno: non può fare nulla</xsl:if>
      </xsl:with-param></xsl:call-template>
      <xsl:call-template name="voce"><xsl:with-param name="nome" select="'Uffici'"/><xsl:with-param name="v">
        <xsl:for-each select="$u/c:ufficio">
          <xsl:variable name="f" select="string(.)"/>
          <xsl:if test="position() &gt; 1">, </xsl:if>
          <xsl:value-of select="$u/../c:ufficio[@codice = $f]"/>
        </xsl:for-each>
      </xsl:with-param></xsl:call-template>
      <xsl:call-template name="voce"><xsl:with-param name="nome" select="'Comune'"/><xsl:with-param name="v" select="string($u/@comune)"/></xsl:call-template>
      <xsl:call-template name="voce"><xsl:with-param name="nome" select="'Entra come'"/><xsl:with-param name="v"><xsl:for-each select="$u/c:login"><xsl:if test="position() &gt; 1">, </xsl:if><xsl:value-of select="."/></xsl:for-each></xsl:with-param></xsl:call-template>
    </dl>

    <h2>Chiavi di firma</h2>
    <xsl:choose>
      <xsl:when test="c:parte/c:chiavi/c:chiave">
        <ul>
          <xsl:for-each select="c:parte/c:chiavi/c:chiave">
            <li>
              <xsl:value-of select="concat(@identita, ' ')"/>
              <xsl:call-template name="stato"><xsl:with-param name="v" select="@stato"/></xsl:call-template>
              <xsl:if test="@al"> fino al <xsl:call-template name="data"><xsl:with-param name="v" select="@al"/></xsl:call-template></xsl:if>
              <br/><xsl:call-template name="impronta"><xsl:with-param name="v" select="@impronta"/></xsl:call-template>
            </li>
          </xsl:for-each>
        </ul>
      </xsl:when>
      <xsl:otherwise><xsl:call-template name="vuoto"><xsl:with-param name="testo" select="'Nessuna: non può firmare.'"/></xsl:call-template></xsl:otherwise>
    </xsl:choose>
    <p>
      <xsl:call-template name="pulsante">
        <xsl:with-param name="via" select="concat('/atto/arruola-chiave?utente=', $u/@codice, '&amp;_ritorno=/amministrazione/utenti/', $u/@codice)"/>
        <xsl:with-param name="testo" select="'Arruola una chiave'"/>
        <xsl:with-param name="tono" select="'outline-primary'"/>
        <xsl:with-param name="se" select="'arruola-chiave'"/>
      </xsl:call-template>
    </p>

    <xsl:if test="c:parte/c:deleghe/c:delega">
      <h2>Deleghe</h2>
      <ul>
        <xsl:for-each select="c:parte/c:deleghe/c:delega">
          <li>
            <xsl:choose>
              <xsl:when test="@delegato = $u/@codice">agisce per conto di <a href="/amministrazione/utenti/{@delegante}"><xsl:value-of select="@delegante"/></a></xsl:when>
              <xsl:otherwise>ha delegato <a href="/amministrazione/utenti/{@delegato}"><xsl:value-of select="@delegato"/></a></xsl:otherwise>
            </xsl:choose>
            <xsl:text> dal </xsl:text><xsl:call-template name="data"><xsl:with-param name="v" select="@dal"/></xsl:call-template>
            <xsl:text> al </xsl:text><xsl:call-template name="data"><xsl:with-param name="v" select="@al"/></xsl:call-template>
          </li>
        </xsl:for-each>
      </ul>
    </xsl:if>

    <xsl:if test="c:parte/c:permessi-in-vigore/c:ruolo">
      <h2>Che cosa può fare</h2>
      <xsl:for-each select="c:parte/c:permessi-in-vigore/c:ruolo">
        <details class="mb-3">
          <summary>
            <xsl:text>Come </xsl:text><xsl:call-template name="ruolo"><xsl:with-param name="v" select="@nome"/></xsl:call-template>
            <xsl:value-of select="concat(': ', count(c:atto), ' atti')"/>
          </summary>
          <xsl:call-template name="atti-di-ruolo"/>
        </details>
      </xsl:for-each>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
