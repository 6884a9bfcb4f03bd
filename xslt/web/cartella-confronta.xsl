<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: EUPL-1.2 -->
<!-- cartella-confronta.xsl: two versions of a document, what went and what came;
     said with words, not only with colours. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:c="urn:cartella:1" exclude-result-prefixes="c">
  <xsl:include href="parti/pagina.xsl"/>
  <xsl:include href="parti/caso.xsl"/>

  <xsl:template match="c:pagina" mode="titolo"><xsl:call-template name="caso-titolo"><xsl:with-param name="cosa" select="'Che cosa è cambiato'"/></xsl:call-template></xsl:template>
  <xsl:template match="c:pagina" mode="briciole"><xsl:call-template name="caso-briciola"/></xsl:template>

  <xsl:template match="c:pagina" mode="corpo">
    <xsl:variable name="k" select="c:parte/c:confronto"/>
    <xsl:variable name="quale" select="string(c:parametro[@nome = 'quale'])"/>
    <xsl:call-template name="caso-testa"><xsl:with-param name="attiva" select="'documenti'"/></xsl:call-template>
    <xsl:apply-templates select="c:parte/c:rilievi" mode="avvisi"/>
    <xsl:variable name="qui"><xsl:call-template name="documento-via"><xsl:with-param name="quale" select="$quale"/></xsl:call-template></xsl:variable>
    <p><a href="{$qui}">Il documento com’è oggi</a> (<code><xsl:value-of select="$quale"/></code>)</p>
    <xsl:for-each select="$k">
      <dl class="voci">
        <xsl:call-template name="voce"><xsl:with-param name="nome" select="'Prima'"/><xsl:with-param name="v"><xsl:call-template name="momento"><xsl:with-param name="v" select="@da-ora"/></xsl:call-template><xsl:text>, </xsl:text><xsl:call-template name="chi"><xsl:with-param name="codice" select="string(@da-operatore)"/></xsl:call-template><xsl:value-of select="concat(' (atto ', @da, ')')"/></xsl:with-param></xsl:call-template>
        <xsl:call-template name="voce"><xsl:with-param name="nome" select="'Dopo'"/><xsl:with-param name="v"><xsl:call-template name="momento"><xsl:with-param name="v" select="@a-ora"/></xsl:call-template><xsl:text>, </xsl:text><xsl:call-template name="chi"><xsl:with-param name="codice" select="string(@a-operatore)"/></xsl:call-template><xsl:value-of select="concat(' (atto ', @a, ')')"/></xsl:with-param></xsl:call-template>
      </dl>
      <xsl:if test="not(c:riga)"><xsl:call-template name="vuoto"><xsl:with-param name="testo" select="'Nessuna differenza.'"/></xsl:call-template></xsl:if>
      <xsl:for-each select="c:riga">
        <xsl:if test="@campo != '' and not(preceding-sibling::c:riga[1]/@campo = @campo)">
          <h2 class="h5 mt-4"><xsl:value-of select="translate(@campo, '-/', ' ›')"/></h2>
        </xsl:if>
        <p class="mb-2">
          <xsl:choose>
            <xsl:when test="@segno = '+'"><strong>Aggiunto: </strong><ins><xsl:value-of select="."/></ins></xsl:when>
            <xsl:when test="@segno = '-'"><strong>Tolto: </strong><del><xsl:value-of select="."/></del></xsl:when>
            <xsl:when test="@segno = '>'"><strong>Spostato: </strong><xsl:value-of select="."/></xsl:when>
            <xsl:otherwise>
              <strong>Cambiato: </strong>
              <xsl:for-each select="*">
                <xsl:if test="position() &gt; 1"><xsl:text> </xsl:text></xsl:if>
                <xsl:choose>
                  <xsl:when test="self::c:tolto"><del><span class="visually-hidden">tolto: </span><xsl:value-of select="."/></del></xsl:when>
                  <xsl:when test="self::c:messo"><ins><span class="visually-hidden">messo: </span><xsl:value-of select="."/></ins></xsl:when>
                  <xsl:otherwise><xsl:value-of select="."/></xsl:otherwise>
                </xsl:choose>
              </xsl:for-each>
            </xsl:otherwise>
          </xsl:choose>
        </p>
      </xsl:for-each>
    </xsl:for-each>
    <xsl:if test="not($k)"><xsl:call-template name="messaggio"><xsl:with-param name="testo" select="string(c:parte/@messaggio)"/></xsl:call-template></xsl:if>
  </xsl:template>
</xsl:stylesheet>
