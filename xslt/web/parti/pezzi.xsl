<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: EUPL-1.2 -->
<!--
  pezzi.xsl: small things every page has.

  icona     nome               an icon of ours (templates/web/icone.txt), hidden from readers of the screen
  vuoto     testo              what stands where a list has nothing: says so, and what to do next
  pulsante  via, testo, tono, icona, se
                               a link that looks like a button; tono: primary (default), outline-primary,
                               danger…; with `se` (name of an atto) only who has that atto sees it
  voce      nome, v            <dt> and <dd> with text; nothing when v is empty.  Stand it in
                               <dl class="voci">
  messaggio testo, tono        a notice: bene, info (default), avviso, male; role as fits
  prosa     n                  a prosa element as HTML: paragraphs, lists, headings (h4), tables, bold, italic
  pagine    via, continua, parametri
                               the link to the following page of a list that has one; `parametri`
                               is what the address keeps ("flusso=entrata")
  file-peso byte               "1,2 MB"

  Tables: <div class="tabella-riquadro"><table class="table tabella"><caption>…</caption>
  <thead><tr><th scope="col">…; first cell of a row <th scope="row">; each <td data-titolo="Oggetto">:
  on a phone a row becomes a small card and data-titolo is what the cell is called.
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:c="urn:cartella:1" exclude-result-prefixes="c">

  <xsl:template name="icona">
    <xsl:param name="nome"/>
    <xsl:param name="classe" select="'icon icon-sm'"/>
    <svg class="{$classe}" aria-hidden="true" focusable="false"><use href="{$statici}/icone.svg#{$nome}"/></svg>
  </xsl:template>

  <xsl:template name="vuoto">
    <xsl:param name="testo" select="'Non c’è nulla.'"/>
    <p class="vuoto"><xsl:value-of select="$testo"/></p>
  </xsl:template>

  <xsl:template name="pulsante">
    <xsl:param name="via"/>
    <xsl:param name="testo"/>
    <xsl:param name="tono" select="'primary'"/>
    <xsl:param name="icona"/>
    <xsl:param name="se"/>
    <xsl:if test="$se = '' or key('puo', $se)">
      <a class="btn btn-{$tono} btn-sm" href="{$via}">
        <xsl:if test="$icona != ''">
          <xsl:call-template name="icona"><xsl:with-param name="nome" select="$icona"/></xsl:call-template>
          <xsl:text> </xsl:text>
        </xsl:if>
        <xsl:value-of select="$testo"/>
      </a>
    </xsl:if>
  </xsl:template>

  <!-- of one whose cover is shown: how long it is kept, what holds it, its paper -->
  <xsl:template match="c:conservata/c:voce" mode="copertina">
    <xsl:call-template name="voce"><xsl:with-param name="nome" select="'Si conserva'"/><xsl:with-param name="v">
      <xsl:choose>
        <xsl:when test="not(@chiusa)">in corso</xsl:when>
        <xsl:when test="@esito = 'permanente'">sempre</xsl:when>
        <xsl:when test="@scaduta">scaduta il <xsl:call-template name="data"><xsl:with-param name="v" select="@scade"/></xsl:call-template></xsl:when>
        <xsl:when test="@scade">fino al <xsl:call-template name="data"><xsl:with-param name="v" select="@scade"/></xsl:call-template></xsl:when>
        <xsl:otherwise>da calcolare</xsl:otherwise>
      </xsl:choose>
      <xsl:if test="@bloccata"><xsl:text> </xsl:text><xsl:call-template name="etichetta"><xsl:with-param name="testo" select="'in blocco'"/><xsl:with-param name="tono" select="'male'"/></xsl:call-template></xsl:if>
      <xsl:if test="key('puo', 'massimario')"><xsl:text> </xsl:text><a class="non-stampa" href="/archivio/massimario">massimario</a></xsl:if>
    </xsl:with-param></xsl:call-template>
    <xsl:if test="@ibrida">
      <xsl:call-template name="voce"><xsl:with-param name="nome" select="'Carta'"/><xsl:with-param name="v">
        <xsl:call-template name="etichetta"><xsl:with-param name="testo" select="'ibrida'"/><xsl:with-param name="tono" select="'info'"/></xsl:call-template>
        <xsl:value-of select="concat(' ', c:deposito/@luogo, substring(', ', 1, 2 * boolean(c:deposito/@scaffale)), c:deposito/@scaffale, ', pezzi ', c:deposito/@pezzi)"/>
      </xsl:with-param></xsl:call-template>
    </xsl:if>
  </xsl:template>

  <!-- what was destroyed: of a case, in the place of all the rest -->
  <xsl:template match="c:scartata" mode="avviso">
    <div class="alert alert-info" role="status">
      <strong>Scartata</strong> il <xsl:call-template name="data"><xsl:with-param name="v" select="string(@data)"/></xsl:call-template><xsl:value-of select="concat(', elenco di scarto ', @elenco, ', ', .)"/><xsl:if test="@verbale">, verbale del <xsl:call-template name="data"><xsl:with-param name="v" select="string(@verbale)"/></xsl:call-template></xsl:if>. I documenti sono stati distrutti; restano le registrazioni di protocollo.
    </div>
  </xsl:template>

  <xsl:template name="voce">
    <xsl:param name="nome"/>
    <xsl:param name="v"/>
    <xsl:if test="string($v) != ''">
      <div class="voce-riga">
        <dt><xsl:value-of select="$nome"/></dt>
        <dd><xsl:copy-of select="$v"/></dd>
      </div>
    </xsl:if>
  </xsl:template>

  <!-- parole v: a code as words: "autorita-giudiziaria" is "autorità giudiziaria" -->
  <xsl:template name="parole">
    <xsl:param name="v"/>
    <xsl:variable name="p" select="substring-before(concat($v, '-'), '-')"/>
    <xsl:choose>
      <xsl:when test="$p = 'pec' or $p = 'uvm' or $p = 'pai' or $p = 'pdf' or $p = 'xml' or $p = 'inps' or $p = 'anpr'"><xsl:value-of select="translate($p, 'abcdefghijklmnopqrstuvwxyz', 'ABCDEFGHIJKLMNOPQRSTUVWXYZ')"/></xsl:when>
      <xsl:when test="$p = 'si'">sì</xsl:when>
      <xsl:when test="$p = 'eta'">età</xsl:when>
      <xsl:when test="contains(' attivita autorita conformita disabilita identita inattivita irreperibilita modalita periodicita qualita quantita responsabilita unita vulnerabilita ', concat(' ', $p, ' ')) and $p != ''"><xsl:value-of select="concat(substring($p, 1, string-length($p) - 1), 'à')"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="$p"/></xsl:otherwise>
    </xsl:choose>
    <xsl:if test="contains($v, '-')">
      <xsl:text> </xsl:text>
      <xsl:call-template name="parole"><xsl:with-param name="v" select="substring-after($v, '-')"/></xsl:call-template>
    </xsl:if>
  </xsl:template>

  <xsl:template name="messaggio">
    <xsl:param name="testo"/>
    <xsl:param name="tono" select="'info'"/>
    <div>
      <xsl:attribute name="class">
        <xsl:text>alert alert-</xsl:text>
        <xsl:choose>
          <xsl:when test="$tono = 'bene'">success</xsl:when>
          <xsl:when test="$tono = 'avviso'">warning</xsl:when>
          <xsl:when test="$tono = 'male'">danger</xsl:when>
          <xsl:otherwise>info</xsl:otherwise>
        </xsl:choose>
      </xsl:attribute>
      <xsl:attribute name="role">
        <xsl:choose>
          <xsl:when test="$tono = 'male' or $tono = 'avviso'">alert</xsl:when>
          <xsl:otherwise>status</xsl:otherwise>
        </xsl:choose>
      </xsl:attribute>
      <xsl:copy-of select="$testo"/>
    </div>
  </xsl:template>

  <xsl:template name="file-peso">
    <xsl:param name="byte"/>
    <xsl:choose>
      <xsl:when test="$byte &gt;= 1048576"><xsl:value-of select="translate(format-number($byte div 1048576, '0.0'), '.', ',')"/> MB</xsl:when>
      <xsl:when test="$byte &gt;= 1024"><xsl:value-of select="round($byte div 1024)"/> KB</xsl:when>
      <xsl:otherwise><xsl:value-of select="$byte"/> byte</xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="pagine">
    <xsl:param name="via" select="/c:pagina/@via"/>
    <xsl:param name="continua"/>
    <xsl:param name="parametri"/>
    <xsl:if test="$continua != ''">
      <nav class="pagine" aria-label="Pagine dell’elenco">
        <a class="btn btn-outline-primary btn-sm" rel="next">
          <xsl:attribute name="href">
            <xsl:value-of select="concat($via, '?')"/>
            <xsl:if test="$parametri != ''"><xsl:value-of select="concat($parametri, '&amp;')"/></xsl:if>
            <xsl:value-of select="concat('continua=', $continua)"/>
          </xsl:attribute>
          <xsl:text>Pagina seguente</xsl:text>
        </a>
      </nav>
    </xsl:if>
  </xsl:template>

  <!-- prosa: items in a row are one list -->
  <xsl:template name="prosa">
    <xsl:param name="n"/>
    <xsl:if test="$n">
      <div class="prosa"><xsl:apply-templates select="$n/*" mode="prosa"/></div>
    </xsl:if>
  </xsl:template>
  <xsl:template match="c:p" mode="prosa">
    <p><xsl:apply-templates mode="prosa"/></p>
  </xsl:template>
  <xsl:template match="c:titolo" mode="prosa">
    <h4><xsl:apply-templates mode="prosa"/></h4>
  </xsl:template>
  <xsl:template match="c:b" mode="prosa">
    <strong><xsl:apply-templates mode="prosa"/></strong>
  </xsl:template>
  <xsl:template match="c:i" mode="prosa">
    <em><xsl:apply-templates mode="prosa"/></em>
  </xsl:template>
  <xsl:template match="c:voce | c:punto" mode="prosa">
    <!-- a [1] alone looks at one; with another predicate beside it, at all -->
    <xsl:variable name="prima" select="preceding-sibling::*[1]"/>
    <xsl:if test="local-name($prima) != local-name()">
      <xsl:choose>
        <xsl:when test="self::c:voce"><ul><xsl:apply-templates select="." mode="fila"/></ul></xsl:when>
        <xsl:otherwise><ol><xsl:apply-templates select="." mode="fila"/></ol></xsl:otherwise>
      </xsl:choose>
    </xsl:if>
  </xsl:template>
  <!-- one leads to the next; behind many the rest is counted: neither many short lists nor one long cost too much -->
  <xsl:template match="c:voce | c:punto" mode="fila">
    <xsl:param name="n" select="1"/>
    <xsl:variable name="nome" select="local-name()"/>
    <xsl:variable name="dopo" select="following-sibling::*[1]"/>
    <li><xsl:apply-templates mode="prosa"/></li>
    <xsl:choose>
      <xsl:when test="local-name($dopo) != $nome"/>
      <xsl:when test="$n &lt; 500">
        <xsl:apply-templates select="$dopo" mode="fila"><xsl:with-param name="n" select="$n + 1"/></xsl:apply-templates>
      </xsl:when>
      <xsl:otherwise>
        <xsl:variable name="altro" select="following-sibling::*[local-name() != $nome][1]"/>
        <xsl:variable name="quanti" select="count($altro/preceding-sibling::*) + count((.. | ../*)[not($altro)]) - count(preceding-sibling::*)"/>
        <xsl:for-each select="following-sibling::*[position() &lt; $quanti]"><li><xsl:apply-templates mode="prosa"/></li></xsl:for-each>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:template match="c:tabella" mode="prosa">
    <table class="table"><tbody>
      <xsl:for-each select="c:riga">
        <tr><xsl:for-each select="c:cella"><td><xsl:apply-templates mode="prosa"/></td></xsl:for-each></tr>
      </xsl:for-each>
    </tbody></table>
  </xsl:template>
</xsl:stylesheet>
