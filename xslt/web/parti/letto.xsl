<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: EUPL-1.2 -->
<!-- letto.xsl: any document of ours to be read on a page: each field under its
     name, prosa as paragraphs, lists and tables.  mode="letto". -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:c="urn:cartella:1" exclude-result-prefixes="c">

  <!-- a document: its short fields as a list of terms, then its texts -->
  <xsl:template match="*" mode="letto">
    <xsl:variable name="prosa" select="*[c:p or c:voce or c:punto or c:titolo or c:tabella]"/>
    <xsl:variable name="brevi" select="*[not(*)][not(self::c:autore or self::c:scritto or self::c:relazione-id or self::c:relazione-impronta)]"/>
    <xsl:if test="$brevi">
      <dl class="row mb-4">
        <xsl:for-each select="$brevi">
          <dt class="col-sm-3"><xsl:apply-templates select="." mode="nome-campo"/></dt>
          <dd class="col-sm-9"><xsl:apply-templates select="." mode="valore-campo"/></dd>
        </xsl:for-each>
      </dl>
    </xsl:if>
    <xsl:for-each select="*[*]">
      <xsl:variable name="io" select="local-name()"/>
      <xsl:choose>
        <xsl:when test="c:p or c:voce or c:punto or c:titolo or c:tabella">
          <section class="prosa mb-4">
            <h3 class="h5"><xsl:apply-templates select="." mode="nome-campo"/></h3>
            <xsl:apply-templates select="." mode="prosa-letta"/>
          </section>
        </xsl:when>
        <xsl:otherwise>
          <section class="mb-4">
            <h3 class="h5">
              <xsl:apply-templates select="." mode="nome-campo"/>
              <xsl:if test="../*[local-name() = $io][2]">
                <xsl:value-of select="concat(' ', count(preceding-sibling::*[local-name() = $io]) + 1)"/>
              </xsl:if>
            </h3>
            <xsl:apply-templates select="." mode="gruppo-letto"/>
          </section>
        </xsl:otherwise>
      </xsl:choose>
    </xsl:for-each>
  </xsl:template>

  <!-- in the place of a document of another body -->
  <xsl:template match="c:copia-con-omissis" mode="letto">
    <div class="alert alert-warning" role="note">
      <p class="mb-1"><strong>Copia con omissis</strong><xsl:value-of select="concat(' di ', c:documento-percorso, ', che resta a chi l’ha scritto. Dove c’è scritto «omesso» nell’originale c’è altro: lo ha deciso la politica di oscuramento dell’altro ente, versione ', c:politica/c:versione, ', verso ', c:denominazione, '.')"/></p>
      <p class="mb-0 small">Impronta dell’originale: <code><xsl:value-of select="c:documento-impronta"/></code></p>
    </div>
    <h3 class="h5"><xsl:value-of select="c:titolo"/></h3>
    <xsl:if test="c:dato">
      <dl class="row mb-4">
        <xsl:for-each select="c:dato">
          <dt class="col-sm-3"><xsl:value-of select="c:nome"/></dt>
          <dd class="col-sm-9"><xsl:value-of select="c:valore"/></dd>
        </xsl:for-each>
      </dl>
    </xsl:if>
    <xsl:for-each select="c:sezione">
      <section class="prosa mb-4">
        <h3 class="h5"><xsl:value-of select="c:titolo"/></h3>
        <xsl:apply-templates select="c:testo" mode="prosa-letta"/>
      </section>
    </xsl:for-each>
  </xsl:template>

  <xsl:template match="*" mode="gruppo-letto">
    <dl class="row mb-2">
      <xsl:for-each select="*">
        <dt class="col-sm-3 fw-normal"><xsl:apply-templates select="." mode="nome-campo"/></dt>
        <dd class="col-sm-9">
          <xsl:choose>
            <xsl:when test="c:p or c:voce or c:punto or c:titolo or c:tabella">
              <xsl:apply-templates select="." mode="prosa-letta"/>
            </xsl:when>
            <xsl:when test="*"><xsl:apply-templates select="." mode="gruppo-letto"/></xsl:when>
            <xsl:otherwise><xsl:apply-templates select="." mode="valore-campo"/></xsl:otherwise>
          </xsl:choose>
        </dd>
      </xsl:for-each>
    </dl>
  </xsl:template>

  <!-- which relazione it leads from, not its digest -->
  <xsl:template match="c:relazione-percorso" mode="nome-campo">Relazione</xsl:template>
  <xsl:template match="c:relazione-percorso" mode="valore-campo"><xsl:call-template name="documento-parola"><xsl:with-param name="v" select="string(.)"/></xsl:call-template></xsl:template>
  <xsl:template match="*" mode="nome-campo">
    <xsl:variable name="n" select="translate(local-name(), '-', ' ')"/>
    <xsl:value-of select="concat(translate(substring($n, 1, 1), 'abcdefghijklmnopqrstuvwxyz', 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'), substring($n, 2))"/>
  </xsl:template>
  <!-- 2026-11-21 is a day; con-esito is "con esito" -->
  <xsl:template match="*" mode="valore-campo">
    <xsl:choose>
      <xsl:when test="translate(., '0123456789', '##########') = '####-##-##'">
        <time datetime="{.}"><xsl:value-of select="concat(substring(., 9, 2), '/', substring(., 6, 2), '/', substring(., 1, 4))"/></time>
      </xsl:when>
      <xsl:when test="self::c:tipo or self::c:stato or self::c:qualita"><xsl:call-template name="parole"><xsl:with-param name="v" select="."/></xsl:call-template></xsl:when>
      <xsl:otherwise><xsl:value-of select="."/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- prosa: items that follow one another are one list -->
  <xsl:template match="*" mode="prosa-letta">
    <xsl:for-each select="*">
      <xsl:choose>
        <xsl:when test="self::c:p"><p><xsl:apply-templates mode="parole"/></p></xsl:when>
        <xsl:when test="self::c:titolo"><h4 class="h6"><xsl:apply-templates mode="parole"/></h4></xsl:when>
        <xsl:when test="self::c:voce and not(preceding-sibling::*[1][self::c:voce])">
          <ul><xsl:apply-templates select="." mode="voce-letta"/></ul>
        </xsl:when>
        <xsl:when test="self::c:punto and not(preceding-sibling::*[1][self::c:punto])">
          <ol><xsl:apply-templates select="." mode="voce-letta"/></ol>
        </xsl:when>
        <xsl:when test="self::c:tabella">
          <div class="table-responsive">
            <table class="table table-sm table-bordered">
              <xsl:for-each select="c:riga">
                <tr><xsl:for-each select="c:cella"><td><xsl:apply-templates mode="parole"/></td></xsl:for-each></tr>
              </xsl:for-each>
            </table>
          </div>
        </xsl:when>
      </xsl:choose>
    </xsl:for-each>
  </xsl:template>
  <!-- this one and those up to the next block that is none (no recursion: a list
       may be longer than templates may be deep) -->
  <xsl:template match="c:voce | c:punto" mode="voce-letta">
    <xsl:variable name="io" select="local-name()"/>
    <xsl:variable name="dopo" select="count(following-sibling::*[local-name() != $io])"/>
    <xsl:for-each select=". | following-sibling::*[local-name() = $io][count(following-sibling::*[local-name() != $io]) = $dopo]">
      <li><xsl:apply-templates mode="parole"/></li>
    </xsl:for-each>
  </xsl:template>
  <xsl:template match="c:b" mode="parole"><strong><xsl:apply-templates mode="parole"/></strong></xsl:template>
  <xsl:template match="c:i" mode="parole"><em><xsl:apply-templates mode="parole"/></em></xsl:template>
  <xsl:template match="text()" mode="parole"><xsl:value-of select="."/></xsl:template>
</xsl:stylesheet>
