<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: EUPL-1.2 -->
<!-- oscura.xsl: a document without what may not be given, before any layout:

     <oscura tipo="relazione">
       <tieni tipo= campo=/> <togli tipo= campo= natura=/>    of the destination
       <protetto campo=/>                  when the address is protected
       <ometti campo= paragrafo= natura=/>     by hand; paragrafo may be missing
       <documento><relazione>...</relazione></documento>
     </oscura>

     Comes out the root of the document, without attributes.  What is taken
     away is not in it; where it stood there is <omesso natura="..."/>, one for
     several of a name in a row, so that their number is not told.

     Who decides, of an element: what is taken by hand and what is protected;
     then the rule of its own path, then one of its name anywhere ("*.nome"), a
     rule of this type before one of all, "togli" before "tieni"; then what was
     decided of its parent; of the root, the rule "*".  Nothing: it goes. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:c="urn:cartella:1" xmlns="urn:cartella:1" exclude-result-prefixes="c">
  <xsl:output method="xml" encoding="UTF-8" indent="no"/>

  <xsl:variable name="tipo" select="/c:oscura/@tipo"/>
  <xsl:variable name="regole" select="/c:oscura/*[self::c:tieni or self::c:togli][@tipo = $tipo or @tipo = '*']"/>
  <xsl:variable name="protetti" select="/c:oscura/c:protetto"/>
  <xsl:variable name="a-mano" select="/c:oscura/c:ometti"/>

  <xsl:template match="/">
    <xsl:apply-templates select="c:oscura/c:documento/*" mode="radice"/>
  </xsl:template>

  <xsl:template match="*" mode="radice">
    <xsl:variable name="propria" select="$regole[@campo = '*'][@tipo = $tipo]"/>
    <xsl:variable name="vale" select="$propria | $regole[@campo = '*'][not($propria)]"/>
    <xsl:variable name="decisa">
      <xsl:choose>
        <xsl:when test="$vale/self::c:togli"><xsl:value-of select="$vale[self::c:togli]/@natura"/></xsl:when>
        <xsl:when test="$vale">si</xsl:when>
        <xsl:otherwise>non-necessari</xsl:otherwise>
      </xsl:choose>
    </xsl:variable>
    <xsl:element name="{local-name()}" namespace="urn:cartella:1">
      <xsl:apply-templates select="*" mode="campo">
        <xsl:with-param name="decisa" select="string($decisa)"/>
      </xsl:apply-templates>
    </xsl:element>
  </xsl:template>

  <xsl:template match="*" mode="campo">
    <xsl:param name="sopra"/>
    <xsl:param name="decisa"/>
    <xsl:variable name="campo" select="concat($sopra, local-name())"/>
    <xsl:variable name="ovunque" select="concat('*.', local-name())"/>
    <xsl:variable name="posto" select="string(count(preceding-sibling::*) + 1)"/>
    <xsl:variable name="mano" select="$a-mano[(@campo = $campo and not(@paragrafo)) or (concat(@campo, '.') = $sopra and @paragrafo = $posto)]"/>
    <xsl:variable name="qui">
      <xsl:call-template name="decidi">
        <xsl:with-param name="campo" select="$campo"/>
        <xsl:with-param name="ovunque" select="$ovunque"/>
        <xsl:with-param name="decisa" select="$decisa"/>
      </xsl:call-template>
    </xsl:variable>
    <xsl:choose>
      <xsl:when test="$mano">
        <xsl:call-template name="omesso">
          <xsl:with-param name="natura" select="$mano/@natura"/>
          <xsl:with-param name="uno" select="$mano/@paragrafo"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:when test="$protetti[@campo = $campo or @campo = $ovunque or @campo = '*']">
        <xsl:call-template name="omesso">
          <xsl:with-param name="natura">indirizzo-protetto</xsl:with-param>
        </xsl:call-template>
      </xsl:when>
      <xsl:when test="$qui = 'si'">
        <xsl:element name="{local-name()}" namespace="urn:cartella:1">
          <xsl:copy-of select="@*"/>
          <xsl:apply-templates select="* | text()" mode="campo">
            <xsl:with-param name="sopra" select="concat($campo, '.')"/>
            <xsl:with-param name="decisa">si</xsl:with-param>
          </xsl:apply-templates>
        </xsl:element>
      </xsl:when>
      <!-- something below it is kept -->
      <xsl:when test="$regole[self::c:tieni][starts-with(@campo, concat($campo, '.'))]">
        <xsl:element name="{local-name()}" namespace="urn:cartella:1">
          <xsl:apply-templates select="*" mode="campo">
            <xsl:with-param name="sopra" select="concat($campo, '.')"/>
            <xsl:with-param name="decisa" select="string($qui)"/>
          </xsl:apply-templates>
        </xsl:element>
      </xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="omesso">
          <xsl:with-param name="natura" select="string($qui)"/>
        </xsl:call-template>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- reached only below what is kept -->
  <xsl:template match="text()" mode="campo">
    <xsl:value-of select="."/>
  </xsl:template>

  <!-- "si", or the nature of what goes -->
  <xsl:template name="decidi">
    <xsl:param name="campo"/>
    <xsl:param name="ovunque"/>
    <xsl:param name="decisa"/>
    <xsl:variable name="r1" select="$regole[@campo = $campo][@tipo = $tipo]"/>
    <xsl:variable name="r2" select="$r1 | $regole[@campo = $campo][not($r1)]"/>
    <xsl:variable name="r3" select="$r2 | $regole[@campo = $ovunque][@tipo = $tipo][not($r2)]"/>
    <xsl:variable name="vale" select="$r3 | $regole[@campo = $ovunque][not($r3)]"/>
    <xsl:choose>
      <xsl:when test="$vale/self::c:togli"><xsl:value-of select="$vale[self::c:togli]/@natura"/></xsl:when>
      <xsl:when test="$vale">si</xsl:when>
      <xsl:otherwise><xsl:value-of select="$decisa"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- what is left of a field, and of all of its name that follow it; a table
       or an item of a list leaves a paragraph like any other -->
  <xsl:template name="omesso">
    <xsl:param name="natura"/>
    <xsl:param name="uno" select="false()"/>
    <xsl:variable name="nome" select="local-name()"/>
    <xsl:choose>
      <xsl:when test="$uno and (self::c:p or self::c:voce or self::c:tabella or self::c:titolo or self::c:punto)">
        <p><omesso natura="{$natura}"/></p>
      </xsl:when>
      <xsl:when test="not($uno) and preceding-sibling::*[1][local-name() = $nome]"/>
      <xsl:otherwise>
        <xsl:element name="{$nome}" namespace="urn:cartella:1">
          <xsl:choose>
            <xsl:when test="c:p or c:voce or c:tabella or c:titolo or c:punto">
              <p><omesso natura="{$natura}"/></p>
            </xsl:when>
            <xsl:otherwise>
              <omesso natura="{$natura}"/>
            </xsl:otherwise>
          </xsl:choose>
        </xsl:element>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
