<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: EUPL-1.2 -->
<!-- testo-verdetti.xsl: what was found of signatures; a part of testo.xsl. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:c="urn:cartella:1" exclude-result-prefixes="c">

  <!-- below a file of a registration: the last look, and how many there were -->
  <xsl:template name="verdetti-di">
    <xsl:variable name="posto">
      <xsl:choose>
        <xsl:when test="self::c:principale">0</xsl:when>
        <xsl:when test="self::c:copia-acquisita"><xsl:value-of select="concat('c', @ordine)"/></xsl:when>
        <xsl:otherwise><xsl:value-of select="count(preceding-sibling::c:allegato) + 1"/></xsl:otherwise>
      </xsl:choose>
    </xsl:variable>
    <xsl:variable name="v" select="../c:verdetto[@file = $posto]"/>
    <xsl:if test="$v">
      <xsl:text>                  </xsl:text>
      <xsl:value-of select="concat($v[last()], ', verifica del ')"/>
      <xsl:call-template name="ora"><xsl:with-param name="v" select="$v[last()]/@ora"/></xsl:call-template>
      <xsl:if test="count($v) &gt; 1"><xsl:value-of select="concat(' (', count($v), ' verifiche)')"/></xsl:if>
      <xsl:text>&#10;</xsl:text>
    </xsl:if>
  </xsl:template>

  <xsl:template match="/c:verifica-firma | /c:verifica-file">
    <xsl:if test="@documento">
      <xsl:value-of select="concat(@riferimento, ' ', @documento, '&#10;  sha256 ', @impronta, '&#10;')"/>
      <xsl:if test="not(c:sottoscritta)">  non è firmato&#10;</xsl:if>
    </xsl:if>
    <xsl:for-each select="c:sottoscritta">
      <xsl:value-of select="concat('&#10;', @scopo, ' di ', @utente)"/>
      <xsl:if test="@per"><xsl:value-of select="concat(' per ', @per)"/></xsl:if>
      <xsl:text>, </xsl:text>
      <xsl:call-template name="ora"><xsl:with-param name="v" select="@ora"/></xsl:call-template>
      <xsl:if test="@versione">, di una versione precedente</xsl:if>
      <xsl:value-of select="concat(' (', @percorso, ')&#10;  chiave ', @chiave, '&#10;')"/>
      <xsl:if test="@non-valeva"><xsl:value-of select="concat('  per ciò che oggi si sa, allora non valeva: ', @non-valeva, '&#10;')"/></xsl:if>
      <xsl:apply-templates select="c:verdetto" mode="firme"/>
    </xsl:for-each>
    <xsl:for-each select="c:file">
      <xsl:if test="position() &gt; 1"><xsl:text>&#10;</xsl:text></xsl:if>
      <xsl:value-of select="@nome"/>
      <xsl:if test="@posto = 0"> (documento principale)</xsl:if>
      <xsl:if test="starts-with(@posto, 'c')"><xsl:value-of select="concat(' (copia ', @posto, ')')"/></xsl:if>
      <xsl:if test="@posto &gt; 0"><xsl:value-of select="concat(' (allegato ', @posto, ')')"/></xsl:if>
      <xsl:value-of select="concat('&#10;  sha256 ', @impronta, '&#10;')"/>
      <xsl:if test="/c:verifica-file">
        <xsl:if test="not(c:firme)">  adesso: nessuna firma che si sappia leggere&#10;</xsl:if>
        <xsl:for-each select="c:firme">
          <xsl:value-of select="concat('  adesso: ', @esito, ' (', @formato, '); non se ne tiene nota&#10;')"/>
          <xsl:apply-templates select="." mode="firme"/>
        </xsl:for-each>
        <xsl:if test="not(c:verdetto)">  nel registro: di questi byte non risulta una verifica&#10;</xsl:if>
      </xsl:if>
      <xsl:if test="/c:verifica-firma and not(c:verdetto)">  nessuna firma verificata&#10;</xsl:if>
      <xsl:apply-templates select="c:verdetto" mode="firme"/>
    </xsl:for-each>
  </xsl:template>

  <!-- one look -->
  <xsl:template match="c:verdetto" mode="firme">
    <xsl:text>  </xsl:text>
    <xsl:call-template name="ora"><xsl:with-param name="v" select="@ora"/></xsl:call-template>
    <xsl:value-of select="concat(', ', @operatore)"/>
    <xsl:if test="@protocollo"><xsl:value-of select="concat(', in ', @protocollo)"/></xsl:if>
    <xsl:text>: </xsl:text>
    <xsl:choose>
      <xsl:when test="@riga"><xsl:value-of select="@riga"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="."/></xsl:otherwise>
    </xsl:choose>
    <xsl:text>&#10;</xsl:text>
    <xsl:if test="@esito = 'valida' and c:firme">    valida quando fatta, su queste prove&#10;</xsl:if>
    <xsl:apply-templates select="c:firme" mode="firme"/>
    <xsl:if test="@su">
      <xsl:value-of select="concat('    contenuto firmato: sha256 ', @su, '&#10;')"/>
      <xsl:if test="c:firme//c:contenuto">
        <xsl:value-of select="concat('    si legge con: originale ', @protocollo, ' --file v', @ordine, '&#10;')"/>
      </xsl:if>
    </xsl:if>
    <xsl:if test="c:dopo">
      <xsl:value-of select="concat('    dopo l', &quot;'&quot;, 'atto ', c:dopo/@seq, '&#10;')"/>
    </xsl:if>
  </xsl:template>

  <xsl:template match="c:firme" mode="firme">
    <xsl:apply-templates select="c:motivo" mode="firme"/>
    <xsl:for-each select=".//c:firma">
      <xsl:value-of select="concat('    ', @esito)"/>
      <xsl:if test="@profilo"><xsl:value-of select="concat(' (', @profilo, ')')"/></xsl:if>
      <xsl:if test="parent::c:firma">, firma sulla firma</xsl:if>
      <xsl:if test="ancestor::c:firme[2]">, nel contenuto</xsl:if>
      <xsl:text>: </xsl:text>
      <xsl:choose>
        <xsl:when test="c:firmatario/@nome"><xsl:value-of select="c:firmatario/@nome"/></xsl:when>
        <xsl:when test="c:firmatario/@soggetto"><xsl:value-of select="c:firmatario/@soggetto"/></xsl:when>
        <xsl:otherwise>firmatario sconosciuto</xsl:otherwise>
      </xsl:choose>
      <xsl:text>&#10;</xsl:text>
      <xsl:for-each select="c:firmatario">
        <xsl:if test="@emittente"><xsl:value-of select="concat('      certificato n. ', @seriale, ' di ', @emittente, '&#10;')"/></xsl:if>
        <xsl:if test="@qualificato">      si dice qualificato&#10;</xsl:if>
      </xsl:for-each>
      <xsl:for-each select="c:ora">
        <xsl:if test="@dichiarata">
          <xsl:text>      ora dichiarata: </xsl:text>
          <xsl:call-template name="ora"><xsl:with-param name="v" select="@dichiarata"/></xsl:call-template>
          <xsl:text>&#10;</xsl:text>
        </xsl:if>
        <xsl:if test="@riferimento">
          <xsl:text>      ora che conta: </xsl:text>
          <xsl:call-template name="ora"><xsl:with-param name="v" select="@riferimento"/></xsl:call-template>
          <xsl:choose>
            <xsl:when test="@fonte = 'registrazione' and not(ancestor::c:verdetto)"> (adesso)</xsl:when>
            <xsl:when test="@fonte"><xsl:value-of select="concat(' (', @fonte, ')')"/></xsl:when>
          </xsl:choose>
          <xsl:text>&#10;</xsl:text>
        </xsl:if>
      </xsl:for-each>
      <xsl:apply-templates select="c:motivo" mode="firme"/>
      <xsl:for-each select="c:prova">
        <xsl:value-of select="concat('      prova: ', @tipo, ' sha256 ', @impronta, '&#10;')"/>
      </xsl:for-each>
    </xsl:for-each>
    <xsl:apply-templates select="c:firme/c:motivo" mode="firme"/>
  </xsl:template>

  <xsl:template match="c:motivo" mode="firme">
    <xsl:value-of select="concat('      ', ., '&#10;')"/>
  </xsl:template>
</xsl:stylesheet>
