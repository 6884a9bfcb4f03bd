<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: EUPL-1.2 -->
<!-- firme.xsl: what is said of a document to be signed, on both pages of the
     libro firma. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:c="urn:cartella:1" exclude-result-prefixes="c">

  <!-- Relazione 2, con esito -->
  <xsl:template match="c:voce | c:tornata" mode="che-documento">
    <xsl:call-template name="documento-parola"><xsl:with-param name="v" select="string(@documento)"/></xsl:call-template>
    <xsl:if test="@specie">
      <xsl:text>, </xsl:text>
      <xsl:call-template name="specie-parola"><xsl:with-param name="v" select="string(@specie)"/></xsl:call-template>
    </xsl:if>
  </xsl:template>

  <!-- what stands in ente: Elenco di scarto 1 -->
  <xsl:template name="scarto-parola">
    <xsl:param name="v"/>
    <xsl:choose>
      <xsl:when test="contains($v, '/verbale.xml')">Verbale di distruzione, elenco </xsl:when>
      <xsl:otherwise>Elenco di scarto </xsl:otherwise>
    </xsl:choose>
    <xsl:value-of select="number(substring-before(substring-after($v, '/'), '/'))"/>
  </xsl:template>
  <xsl:template match="c:voce[@cartella = 'ente']" mode="che-documento">
    <xsl:call-template name="scarto-parola"><xsl:with-param name="v" select="string(@documento)"/></xsl:call-template>
  </xsl:template>

  <!-- where it is read and signed -->
  <xsl:template match="c:voce" mode="via-firma">
    <xsl:choose>
      <xsl:when test="@cartella = 'ente'"><xsl:value-of select="concat('/libro-firma/scarto?elenco=', number(substring-before(substring-after(@documento, '/'), '/')))"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="concat('/libro-firma/documento?cartella=', @cartella)"/></xsl:otherwise>
    </xsl:choose>
    <xsl:value-of select="concat('&amp;documento=', @documento, '&amp;per=', ../@per)"/>
  </xsl:template>

  <xsl:template match="c:voce" mode="da-quando">
    <xsl:choose>
      <xsl:when test="@giorni &lt; 1">da oggi</xsl:when>
      <xsl:when test="@giorni = 1">da ieri</xsl:when>
      <xsl:otherwise><xsl:value-of select="concat('da ', @giorni, ' giorni')"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="c:passo" mode="chi-firma">
    <xsl:choose>
      <xsl:when test="@chi = 'autore'">chi l'ha scritto</xsl:when>
      <xsl:when test="@chi = 'responsabile'">il responsabile della cartella</xsl:when>
      <xsl:otherwise><xsl:call-template name="parole"><xsl:with-param name="v" select="@ruolo"/></xsl:call-template></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- the steps in their order, with who has done them -->
  <xsl:template match="c:voce" mode="passi">
    <xsl:variable name="qui" select="@passo"/>
    <ol class="mb-0 ps-3">
      <xsl:for-each select="c:passo">
        <li>
          <xsl:if test="@ordine = $qui"><xsl:attribute name="aria-current">step</xsl:attribute></xsl:if>
          <xsl:apply-templates select="." mode="chi-firma"/>
          <xsl:choose>
            <xsl:when test="@utente">
              <xsl:text>: firmato da </xsl:text><xsl:call-template name="chi"><xsl:with-param name="codice" select="string(@utente)"/></xsl:call-template>
              <xsl:if test="@per"><xsl:text> per </xsl:text><xsl:call-template name="chi"><xsl:with-param name="codice" select="string(@per)"/></xsl:call-template></xsl:if>
              <xsl:text> il </xsl:text>
              <xsl:call-template name="data"><xsl:with-param name="v" select="@ora"/></xsl:call-template>
            </xsl:when>
            <xsl:when test="@ordine = $qui">: <strong>tocca a te</strong></xsl:when>
            <xsl:otherwise>: non ancora</xsl:otherwise>
          </xsl:choose>
          <xsl:if test="@obbligo = 'no'"> (facoltativa)</xsl:if>
        </li>
      </xsl:for-each>
    </ol>
  </xsl:template>

  <!-- the keys of who is here: one at all, one that the server keeps, one that
       signs from a page (a demonstration store signs with that of the program) -->
  <xsl:variable name="chiavi-mie" select="/c:pagina/c:parte/c:chiavi/c:chiave[@utente = /c:pagina/c:sessione/@utente and @stato = 'in-vigore']"/>
  <xsl:variable name="chiave-mia"><xsl:if test="$chiavi-mie">si</xsl:if></xsl:variable>
  <xsl:variable name="chiave-qui"><xsl:if test="$chiavi-mie[@custodia = 'server']">si</xsl:if></xsl:variable>
  <xsl:variable name="firma-qui"><xsl:if test="$chiavi-mie[@custodia = 'server'] or ($chiavi-mie and /c:pagina/c:sessione/@dimostrativo = 'si')">si</xsl:if></xsl:variable>
</xsl:stylesheet>
