<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: EUPL-1.2 -->
<!--
  modulo-breve.xsl: the small forms of a page, which do one act.

  modulo-breve  atto, campi, testo, tono, ritorno, base, se, classe, file
      A form that does /atto/{atto}, only for who has that atto (`se`, default `atto`).
      campi    the inputs (a fragment: made with nascosto, testo-campo and the like,
               or by hand: each with its <label>)
      testo    what the button says; tono: primary (default), outline-primary, danger…
      ritorno  where one is afterwards; default: this same page (@qui)
      base     the <testa> elements of what the form was made on
               (c:parte[@atto = 'mostra']/c:base/c:testa): somebody who wrote meanwhile is not
               overwritten
      classe   of the <form>; file='si' when it sends files
  celati        atto-less: only the hidden fields _csrf, _id, _ritorno, _base, for a form
               written by hand; ritorno, base as above
  nascosto      nome, v        a hidden field
  campo-testo   nome, etichetta, v, aiuto, obbligatorio, tipo (text), chiave
  campo-area    nome, etichetta, v, aiuto, obbligatorio, righe, chiave
  campo-data    nome, etichetta, v, aiuto, obbligatorio, chiave
  campo-scelta  nome, etichetta, scelte (nodes: @v or text is the value, text what is
               read), v, vuota (what no choice says), aiuto, obbligatorio, chiave
      `chiave` makes the id unique when a field stands twice in a page.

  The id of the act is made of _id (one a page), the atto and what the form says
  (web/modulo.h): forms of one page need nothing to differ, and a double click is one act.
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:c="urn:cartella:1" exclude-result-prefixes="c">

  <xsl:template name="nascosto">
    <xsl:param name="nome"/>
    <xsl:param name="v"/>
    <xsl:if test="$v != ''"><input type="hidden" name="{$nome}" value="{$v}"/></xsl:if>
  </xsl:template>

  <xsl:template name="celati">
    <xsl:param name="ritorno" select="/c:pagina/@qui"/>
    <xsl:param name="base" select="/.."/>
    <xsl:param name="id" select="/c:pagina/@id"/>
    <xsl:call-template name="nascosto"><xsl:with-param name="nome" select="'_csrf'"/><xsl:with-param name="v" select="/c:pagina/c:sessione/@csrf"/></xsl:call-template>
    <xsl:call-template name="nascosto"><xsl:with-param name="nome" select="'_id'"/><xsl:with-param name="v" select="$id"/></xsl:call-template>
    <xsl:call-template name="nascosto"><xsl:with-param name="nome" select="'_ritorno'"/><xsl:with-param name="v" select="$ritorno"/></xsl:call-template>
    <xsl:for-each select="$base">
      <xsl:call-template name="nascosto"><xsl:with-param name="nome" select="'_base'"/><xsl:with-param name="v" select="concat(@cartella, '@', @commit)"/></xsl:call-template>
    </xsl:for-each>
  </xsl:template>

  <xsl:template name="modulo-breve">
    <xsl:param name="atto"/>
    <xsl:param name="campi" select="''"/>
    <xsl:param name="testo"/>
    <xsl:param name="tono" select="'primary'"/>
    <xsl:param name="ritorno" select="/c:pagina/@qui"/>
    <xsl:param name="base" select="/.."/>
    <xsl:param name="se" select="$atto"/>
    <xsl:param name="classe" select="'modulo-breve'"/>
    <xsl:param name="file"/>
    <xsl:if test="key('puo', $se)">
      <form method="post" action="/atto/{$atto}" class="{$classe}" data-atto="{$atto}" accept-charset="UTF-8">
        <xsl:if test="$file = 'si'"><xsl:attribute name="enctype">multipart/form-data</xsl:attribute></xsl:if>
        <xsl:call-template name="celati">
          <xsl:with-param name="ritorno" select="$ritorno"/>
          <xsl:with-param name="base" select="$base"/>
        </xsl:call-template>
        <xsl:copy-of select="$campi"/>
        <button type="submit" class="btn btn-{$tono} btn-sm" name="_azione" value="invia"><xsl:value-of select="$testo"/></button>
      </form>
    </xsl:if>
  </xsl:template>

  <!-- label, help and the mark of what must be given -->
  <xsl:template name="campo-etichetta">
    <xsl:param name="id"/>
    <xsl:param name="etichetta"/>
    <xsl:param name="obbligatorio"/>
    <label for="{$id}">
      <xsl:value-of select="$etichetta"/>
      <xsl:if test="$obbligatorio = 'si'"><span class="obbligatorio"> (obbligatorio)</span></xsl:if>
    </label>
  </xsl:template>
  <xsl:template name="campo-attributi">
    <xsl:param name="id"/>
    <xsl:param name="nome"/>
    <xsl:param name="aiuto"/>
    <xsl:param name="obbligatorio"/>
    <xsl:attribute name="id"><xsl:value-of select="$id"/></xsl:attribute>
    <xsl:attribute name="name"><xsl:value-of select="$nome"/></xsl:attribute>
    <xsl:if test="$obbligatorio = 'si'"><xsl:attribute name="required">required</xsl:attribute></xsl:if>
    <xsl:if test="$aiuto != ''"><xsl:attribute name="aria-describedby"><xsl:value-of select="concat($id, '-aiuto')"/></xsl:attribute></xsl:if>
  </xsl:template>
  <xsl:template name="campo-aiuto">
    <xsl:param name="id"/>
    <xsl:param name="aiuto"/>
    <xsl:if test="$aiuto != ''"><small class="form-text" id="{$id}-aiuto"><xsl:value-of select="$aiuto"/></small></xsl:if>
  </xsl:template>

  <xsl:template name="campo-testo">
    <xsl:param name="nome"/>
    <xsl:param name="etichetta"/>
    <xsl:param name="v"/>
    <xsl:param name="aiuto"/>
    <xsl:param name="obbligatorio"/>
    <xsl:param name="tipo" select="'text'"/>
    <xsl:param name="chiave"/>
    <xsl:variable name="id" select="concat('c-', translate($nome, '.@', '--'), $chiave)"/>
    <div class="campo">
      <xsl:call-template name="campo-etichetta"><xsl:with-param name="id" select="$id"/><xsl:with-param name="etichetta" select="$etichetta"/><xsl:with-param name="obbligatorio" select="$obbligatorio"/></xsl:call-template>
      <input type="{$tipo}" class="form-control" value="{$v}">
        <xsl:call-template name="campo-attributi"><xsl:with-param name="id" select="$id"/><xsl:with-param name="nome" select="$nome"/><xsl:with-param name="aiuto" select="$aiuto"/><xsl:with-param name="obbligatorio" select="$obbligatorio"/></xsl:call-template>
      </input>
      <xsl:call-template name="campo-aiuto"><xsl:with-param name="id" select="$id"/><xsl:with-param name="aiuto" select="$aiuto"/></xsl:call-template>
    </div>
  </xsl:template>

  <xsl:template name="campo-data">
    <xsl:param name="nome"/>
    <xsl:param name="etichetta"/>
    <xsl:param name="v"/>
    <xsl:param name="aiuto"/>
    <xsl:param name="obbligatorio"/>
    <xsl:param name="chiave"/>
    <xsl:call-template name="campo-testo">
      <xsl:with-param name="nome" select="$nome"/><xsl:with-param name="etichetta" select="$etichetta"/><xsl:with-param name="v" select="$v"/>
      <xsl:with-param name="aiuto" select="$aiuto"/><xsl:with-param name="obbligatorio" select="$obbligatorio"/><xsl:with-param name="tipo" select="'date'"/><xsl:with-param name="chiave" select="$chiave"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template name="campo-area">
    <xsl:param name="nome"/>
    <xsl:param name="etichetta"/>
    <xsl:param name="v"/>
    <xsl:param name="aiuto"/>
    <xsl:param name="obbligatorio"/>
    <xsl:param name="righe" select="4"/>
    <xsl:param name="chiave"/>
    <xsl:variable name="id" select="concat('c-', translate($nome, '.@', '--'), $chiave)"/>
    <div class="campo">
      <xsl:call-template name="campo-etichetta"><xsl:with-param name="id" select="$id"/><xsl:with-param name="etichetta" select="$etichetta"/><xsl:with-param name="obbligatorio" select="$obbligatorio"/></xsl:call-template>
      <textarea class="form-control" rows="{$righe}">
        <xsl:call-template name="campo-attributi"><xsl:with-param name="id" select="$id"/><xsl:with-param name="nome" select="$nome"/><xsl:with-param name="aiuto" select="$aiuto"/><xsl:with-param name="obbligatorio" select="$obbligatorio"/></xsl:call-template>
        <xsl:value-of select="$v"/>
      </textarea>
      <xsl:call-template name="campo-aiuto"><xsl:with-param name="id" select="$id"/><xsl:with-param name="aiuto" select="$aiuto"/></xsl:call-template>
    </div>
  </xsl:template>

  <xsl:template name="campo-scelta">
    <xsl:param name="nome"/>
    <xsl:param name="etichetta"/>
    <xsl:param name="scelte"/>
    <xsl:param name="v"/>
    <xsl:param name="vuota" select="''"/>
    <xsl:param name="aiuto"/>
    <xsl:param name="obbligatorio"/>
    <xsl:param name="chiave"/>
    <xsl:variable name="id" select="concat('c-', translate($nome, '.@', '--'), $chiave)"/>
    <div class="campo">
      <xsl:call-template name="campo-etichetta"><xsl:with-param name="id" select="$id"/><xsl:with-param name="etichetta" select="$etichetta"/><xsl:with-param name="obbligatorio" select="$obbligatorio"/></xsl:call-template>
      <select class="form-select">
        <xsl:call-template name="campo-attributi"><xsl:with-param name="id" select="$id"/><xsl:with-param name="nome" select="$nome"/><xsl:with-param name="aiuto" select="$aiuto"/><xsl:with-param name="obbligatorio" select="$obbligatorio"/></xsl:call-template>
        <option value=""><xsl:value-of select="$vuota"/></option>
        <xsl:for-each select="$scelte">
          <xsl:variable name="valore">
            <xsl:choose>
              <xsl:when test="@v"><xsl:value-of select="@v"/></xsl:when>
              <xsl:otherwise><xsl:value-of select="."/></xsl:otherwise>
            </xsl:choose>
          </xsl:variable>
          <option value="{$valore}">
            <xsl:if test="$valore = $v"><xsl:attribute name="selected">selected</xsl:attribute></xsl:if>
            <xsl:choose>
              <xsl:when test="@v"><xsl:value-of select="."/></xsl:when>
              <xsl:otherwise><xsl:call-template name="parole"><xsl:with-param name="v" select="."/></xsl:call-template></xsl:otherwise>
            </xsl:choose>
          </option>
        </xsl:for-each>
      </select>
      <xsl:call-template name="campo-aiuto"><xsl:with-param name="id" select="$id"/><xsl:with-param name="aiuto" select="$aiuto"/></xsl:call-template>
    </div>
  </xsl:template>
</xsl:stylesheet>
