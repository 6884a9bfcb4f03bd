<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: EUPL-1.2 -->
<!-- ente-chiavi.xsl: the keys with which people and the office sign. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:c="urn:cartella:1" exclude-result-prefixes="c">
  <xsl:include href="parti/pagina.xsl"/>
  <xsl:include href="parti/ente.xsl"/>

  <xsl:template match="c:pagina" mode="azioni">
    <xsl:call-template name="pulsante">
      <xsl:with-param name="via" select="'/atto/arruola-chiave?_ritorno=/amministrazione/chiavi'"/>
      <xsl:with-param name="testo" select="'Arruola una chiave'"/>
      <xsl:with-param name="tono" select="'primary'"/>
      <xsl:with-param name="se" select="'arruola-chiave'"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="c:pagina" mode="corpo">
    <xsl:choose>
      <xsl:when test="c:parametro[@nome = 'entro']"><p><a href="/amministrazione/chiavi">Tutte le chiavi</a></p></xsl:when>
      <xsl:otherwise><p><a href="/amministrazione/chiavi?entro=60">Solo quelle che scadono entro due mesi</a></p></xsl:otherwise>
    </xsl:choose>
    <xsl:choose>
      <xsl:when test="c:parte/c:chiavi/c:chiave"><xsl:apply-templates select="c:parte/c:chiavi"/></xsl:when>
      <xsl:otherwise><xsl:call-template name="vuoto"><xsl:with-param name="testo" select="'Nessuna chiave: chi firma porta la sua, e si arruola.'"/></xsl:call-template></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="c:chiavi">
    <div class="tabella-riquadro">
      <table class="table tabella">
        <caption>Chiavi di firma</caption>
        <thead>
          <tr>
            <th scope="col">Di chi</th>
            <th scope="col">Stato</th>
            <th scope="col">Dal, al</th>
            <th scope="col">Chiave</th>
            <th scope="col"><span class="visually-hidden">Azioni</span></th>
          </tr>
        </thead>
        <tbody><xsl:apply-templates select="c:chiave"/></tbody>
      </table>
    </div>
  </xsl:template>

  <xsl:template match="c:chiave">
    <tr>
      <th scope="row">
        <xsl:choose>
          <xsl:when test="@utente"><xsl:call-template name="chi"><xsl:with-param name="codice" select="string(@utente)"/></xsl:call-template></xsl:when>
          <xsl:otherwise>sigillo dell’ufficio</xsl:otherwise>
        </xsl:choose>
        <xsl:if test="@qualita"><br/><small><xsl:value-of select="@qualita"/></small></xsl:if>
      </th>
      <td data-titolo="Stato">
        <xsl:call-template name="stato"><xsl:with-param name="v" select="@stato"/></xsl:call-template>
        <xsl:if test="@stato = 'revocata'">
          <br/><small>
            <xsl:value-of select="concat(@motivo, ', ')"/><xsl:call-template name="data"><xsl:with-param name="v" select="@revocata"/></xsl:call-template>
            <xsl:if test="@non-creduta-dal">; non creduta dal <xsl:call-template name="data"><xsl:with-param name="v" select="@non-creduta-dal"/></xsl:call-template></xsl:if>
          </small>
        </xsl:if>
      </td>
      <td data-titolo="Dal, al">
        <xsl:call-template name="data"><xsl:with-param name="v" select="@dal"/></xsl:call-template>
        <xsl:if test="@al"> – <xsl:call-template name="data"><xsl:with-param name="v" select="@al"/></xsl:call-template></xsl:if>
      </td>
      <td data-titolo="Chiave">
        <xsl:choose><xsl:when test="@tipo = 'x509'">certificato</xsl:when><xsl:otherwise>OpenPGP</xsl:otherwise></xsl:choose>
        <xsl:value-of select="concat(' ', @algoritmo, ', ', substring-before(concat(@identita, '@'), '@'))"/>
        <xsl:if test="contains(@identita, '@')"><wbr/>@<xsl:value-of select="substring-after(@identita, '@')"/></xsl:if>
        <xsl:if test="@custodia = 'server'">, tenuta dal server</xsl:if>
        <br/><small><xsl:call-template name="impronta"><xsl:with-param name="v" select="@impronta"/></xsl:call-template></small>
      </td>
      <td>
        <xsl:if test="@stato = 'in-vigore' or @stato = 'non-ancora'">
          <xsl:call-template name="pulsante">
            <xsl:with-param name="via" select="concat('/atto/revoca-chiave?chiave=', @impronta, '&amp;_ritorno=/amministrazione/chiavi')"/>
            <xsl:with-param name="testo" select="'Revoca'"/>
            <xsl:with-param name="tono" select="'outline-danger'"/>
            <xsl:with-param name="se" select="'revoca-chiave'"/>
          </xsl:call-template>
        </xsl:if>
      </td>
    </tr>
  </xsl:template>
</xsl:stylesheet>
