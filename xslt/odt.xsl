<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: EUPL-1.2 -->
<!--
  odt.xsl - content.xml of the papers made by the office: the letter to a third
  party (lettera), the relazione sociale, the determinazione.  The styles named
  here are those of templates/lettera/styles.xml.  An empty field leaves no
  label behind.
-->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:c="urn:cartella:1"
    xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
    xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
    xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
    xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
    xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"
    exclude-result-prefixes="c">

  <xsl:output method="xml" encoding="UTF-8" indent="no"/>
  <xsl:strip-space elements="*"/>
  <xsl:preserve-space elements="c:p c:voce c:punto c:titolo c:cella c:b c:i"/>

  <xsl:template match="/">
    <office:document-content office:version="1.3">
      <!-- table styles may only be automatic ones, so they stand here -->
      <office:automatic-styles>
        <style:style style:name="Tabella" style:family="table">
          <style:table-properties style:width="16cm" table:align="margins"
              fo:margin-top="0.15cm" fo:margin-bottom="0.35cm"/>
        </style:style>
        <style:style style:name="Cella" style:family="table-cell">
          <style:table-cell-properties fo:padding="0.12cm"
              fo:border="0.5pt solid #8a93a0"/>
        </style:style>
        <style:style style:name="Dati" style:family="table">
          <style:table-properties style:width="16cm" table:align="margins"
              fo:margin-bottom="0.5cm"/>
        </style:style>
        <style:style style:name="Dati.nome" style:family="table-column">
          <style:table-column-properties style:column-width="3cm"/>
        </style:style>
        <style:style style:name="Dati.valore" style:family="table-column">
          <style:table-column-properties style:column-width="13cm"/>
        </style:style>
        <style:style style:name="Dati.cella" style:family="table-cell">
          <style:table-cell-properties fo:padding-top="0.08cm"
              fo:padding-bottom="0.08cm" fo:padding-left="0cm"
              fo:padding-right="0.1cm" fo:border="none"
              fo:border-bottom="0.4pt solid #c3c9d1"/>
        </style:style>
      </office:automatic-styles>
      <office:body>
        <office:text>
          <xsl:apply-templates select="*"/>
        </office:text>
      </office:body>
    </office:document-content>
  </xsl:template>

  <!-- a root that is not ours must not become an empty letter -->
  <xsl:template match="/*" priority="-1">
    <xsl:message terminate="yes">odt.xsl: documento non previsto</xsl:message>
  </xsl:template>

  <xsl:template match="/c:lettera">
    <xsl:apply-templates select="c:ente"/>
    <xsl:call-template name="luogo-e-data"/>
    <xsl:apply-templates select="c:destinatario"/>
    <xsl:apply-templates select="c:oggetto"/>
    <xsl:apply-templates select="c:riferimento"/>
    <xsl:apply-templates select="c:corpo" mode="prosa"/>
    <xsl:apply-templates select="c:firmatario"/>
  </xsl:template>

  <xsl:template match="/c:relazione-sociale">
    <xsl:apply-templates select="c:ente"/>
    <text:h text:style-name="Titolo" text:outline-level="1">Relazione sociale</text:h>
    <table:table table:name="Dati" table:style-name="Dati">
      <table:table-column table:style-name="Dati.nome"/>
      <table:table-column table:style-name="Dati.valore"/>
      <xsl:apply-templates mode="dati"
          select="c:tipo | c:cartella | c:minore | c:oggetto"/>
    </table:table>
    <!-- art. 473-bis.27 c.p.c.: the three sections are kept distinct -->
    <xsl:apply-templates select="c:fatti-accertati" mode="sezione">
      <xsl:with-param name="titolo">1. Fatti accertati</xsl:with-param>
    </xsl:apply-templates>
    <xsl:apply-templates select="c:dichiarazioni" mode="sezione">
      <xsl:with-param name="titolo">2. Dichiarazioni delle parti e dei terzi</xsl:with-param>
    </xsl:apply-templates>
    <xsl:apply-templates select="c:valutazioni" mode="sezione">
      <xsl:with-param name="titolo">3. Valutazioni degli operatori</xsl:with-param>
    </xsl:apply-templates>
    <xsl:apply-templates select="c:proposta" mode="sezione">
      <xsl:with-param name="titolo">Proposta</xsl:with-param>
    </xsl:apply-templates>
    <xsl:call-template name="luogo-e-data"/>
    <xsl:apply-templates select="c:autore"/>
  </xsl:template>

  <!-- a decision of the dirigente: no name of whom it is about -->
  <xsl:template match="/c:determinazione">
    <xsl:apply-templates select="c:ente"/>
    <xsl:call-template name="luogo-e-data"/>
    <text:h text:style-name="Titolo" text:outline-level="1">Determinazione dirigenziale</text:h>
    <table:table table:name="Dati" table:style-name="Dati">
      <table:table-column table:style-name="Dati.nome"/>
      <table:table-column table:style-name="Dati.valore"/>
      <xsl:apply-templates mode="dati"
          select="c:oggetto | c:cartella | c:responsabile | c:esito"/>
    </table:table>
    <xsl:apply-templates select="c:premesse" mode="sezione">
      <xsl:with-param name="titolo">Premesse</xsl:with-param>
    </xsl:apply-templates>
    <xsl:if test="c:visto">
      <text:h text:style-name="Sezione" text:outline-level="2">Visti</text:h>
      <text:list text:style-name="Elenco">
        <xsl:for-each select="c:visto">
          <text:list-item>
            <text:p text:style-name="Voce"><xsl:value-of select="."/></text:p>
          </text:list-item>
        </xsl:for-each>
      </text:list>
    </xsl:if>
    <xsl:apply-templates select="c:osservazioni" mode="sezione">
      <xsl:with-param name="titolo">Osservazioni presentate (art. 10-bis L. 241/1990)</xsl:with-param>
    </xsl:apply-templates>
    <xsl:apply-templates select="c:dispositivo" mode="sezione">
      <xsl:with-param name="titolo">Determina</xsl:with-param>
    </xsl:apply-templates>
    <xsl:if test="c:intervento">
      <text:h text:style-name="Sezione" text:outline-level="2">Interventi</text:h>
      <xsl:apply-templates select="c:intervento"/>
    </xsl:if>
    <xsl:apply-templates select="c:impegno | c:visto-contabile"/>
    <text:p text:style-name="Testo">La firma vale anche come parere favorevole di regolarità tecnica (art. 147-bis D.lgs 267/2000).</text:p>
    <xsl:apply-templates select="c:firmatario"/>
  </xsl:template>

  <!-- "sostegno educativo, 10 ore a settimana, dal 1° dicembre 2026 ..." -->
  <xsl:template match="c:intervento">
    <text:p text:style-name="Testo">
      <text:span text:style-name="Grassetto">
        <xsl:value-of select="translate(c:tipologia, '-', ' ')"/>
      </text:span>
      <xsl:if test="c:dettaglio">
        <xsl:value-of select="concat(', ', c:dettaglio)"/>
      </xsl:if>
      <xsl:if test="c:durata">
        <xsl:value-of select="concat(', ', c:durata)"/>
      </xsl:if>
      <xsl:text>; dal </xsl:text>
      <xsl:apply-templates select="c:dal"/>
      <xsl:if test="c:al">
        <xsl:text> al </xsl:text>
        <xsl:apply-templates select="c:al"/>
      </xsl:if>
      <xsl:value-of select="concat('; eroga: ', c:ente-erogatore)"/>
      <xsl:if test="c:importo">
        <xsl:text>; euro </xsl:text>
        <xsl:apply-templates select="c:importo"/>
      </xsl:if>
      <xsl:text>.</xsl:text>
    </text:p>
  </xsl:template>

  <xsl:template match="c:impegno">
    <text:h text:style-name="Sezione" text:outline-level="2">Impegno di spesa</text:h>
    <text:p text:style-name="Testo">
      <xsl:text>Euro </xsl:text>
      <xsl:apply-templates select="c:importo"/>
      <xsl:value-of select="concat(', capitolo ', c:capitolo, '.')"/>
    </text:p>
  </xsl:template>

  <xsl:template match="c:visto-contabile">
    <text:p text:style-name="Testo">
      <xsl:value-of select="concat('Visto di regolarità contabile (art. 183 c. 7 D.lgs 267/2000): ', c:firmatario, ', ')"/>
      <xsl:apply-templates select="c:data"/>
      <xsl:if test="c:numero">
        <xsl:value-of select="concat(', impegno n. ', c:numero)"/>
      </xsl:if>
      <xsl:text>.</xsl:text>
    </text:p>
  </xsl:template>

  <!-- 1200.00: 1200,00 -->
  <xsl:template match="c:importo">
    <xsl:value-of select="translate(., '.', ',')"/>
  </xsl:template>

  <!-- ==== heads and ends ==== -->

  <xsl:template match="c:ente">
    <text:p text:style-name="Ente">
      <xsl:value-of select="c:denominazione"/>
    </text:p>
    <xsl:if test="string(c:ufficio)">
      <text:p text:style-name="Ufficio">
        <xsl:value-of select="c:ufficio"/>
      </text:p>
    </xsl:if>
    <text:p text:style-name="Recapiti">
      <xsl:value-of select="c:indirizzo"/>
      <xsl:if test="string(c:indirizzo) and
          (string(c:pec) or string(c:codice-ipa))">
        <text:line-break/>
      </xsl:if>
      <xsl:if test="string(c:pec)">
        <xsl:text>PEC </xsl:text>
        <xsl:value-of select="c:pec"/>
        <xsl:if test="string(c:codice-ipa)"> · </xsl:if>
      </xsl:if>
      <xsl:if test="string(c:codice-ipa)">
        <xsl:text>Codice&#160;IPA&#160;</xsl:text>
        <xsl:value-of select="c:codice-ipa"/>
      </xsl:if>
    </text:p>
  </xsl:template>

  <xsl:template name="luogo-e-data">
    <xsl:if test="string(c:data)">
      <text:p text:style-name="LuogoData">
        <xsl:choose>
          <xsl:when test="string(c:luogo)">
            <xsl:value-of select="c:luogo"/>
            <xsl:text>, </xsl:text>
          </xsl:when>
          <xsl:otherwise>Data: </xsl:otherwise>
        </xsl:choose>
        <xsl:apply-templates select="c:data"/>
      </text:p>
    </xsl:if>
  </xsl:template>

  <!-- 2026-12-01: 1° dicembre 2026; anything else as it stands -->
  <xsl:template match="c:data | c:dal | c:al">
    <xsl:param name="giorno" select="substring(., 1, 10)"/>
    <xsl:variable name="m" select="number(substring($giorno, 6, 2))"/>
    <xsl:variable name="g" select="number(substring($giorno, 9, 2))"/>
    <xsl:choose>
      <xsl:when test="$m &gt;= 1 and $m &lt;= 12 and $g &gt;= 1">
        <xsl:value-of select="$g"/>
        <xsl:if test="$g = 1">°</xsl:if>
        <xsl:text> </xsl:text>
        <xsl:value-of select="normalize-space(substring(concat(
            'gennaio   febbraio  marzo     aprile    maggio    giugno    ',
            'luglio    agosto    settembre ottobre   novembre  dicembre  '),
            ($m - 1) * 10 + 1, 10))"/>
        <xsl:text> </xsl:text>
        <xsl:value-of select="substring($giorno, 1, 4)"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:value-of select="."/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="c:destinatario">
    <text:p text:style-name="Destinatario.nome">
      <xsl:value-of select="c:denominazione"/>
    </text:p>
    <xsl:for-each select="c:indirizzo[string(.)]">
      <text:p text:style-name="Destinatario">
        <xsl:value-of select="."/>
      </text:p>
    </xsl:for-each>
    <xsl:for-each select="c:pec[string(.)]">
      <text:p text:style-name="Destinatario">
        <xsl:text>PEC </xsl:text>
        <xsl:value-of select="."/>
      </text:p>
    </xsl:for-each>
  </xsl:template>

  <xsl:template match="c:oggetto">
    <text:h text:style-name="Oggetto" text:outline-level="1">
      <xsl:text>Oggetto:</xsl:text>
      <text:tab/>
      <xsl:value-of select="."/>
    </text:h>
  </xsl:template>

  <xsl:template match="c:riferimento">
    <text:p text:style-name="Riferimento">
      <xsl:if test="not(following-sibling::c:riferimento)">
        <xsl:attribute name="text:style-name">Riferimento.ultimo</xsl:attribute>
      </xsl:if>
      <xsl:if test="not(preceding-sibling::c:riferimento)">Rif.:</xsl:if>
      <text:tab/>
      <xsl:value-of select="."/>
    </text:p>
  </xsl:template>

  <xsl:template match="c:firmatario | c:autore[c:nome]">
    <!-- kept when empty: it is the room for the signature -->
    <text:p text:style-name="Firma.qualifica">
      <xsl:value-of select="c:qualifica"/>
    </text:p>
    <text:p text:style-name="Firma">
      <xsl:value-of select="c:nome"/>
    </text:p>
  </xsl:template>

  <xsl:template match="c:autore">
    <text:p text:style-name="Firma.qualifica">Relazione redatta da</text:p>
    <text:p text:style-name="Firma">
      <xsl:value-of select="."/>
    </text:p>
  </xsl:template>

  <xsl:template match="*" mode="dati">
    <xsl:if test="string(.)">
      <table:table-row>
        <table:table-cell table:style-name="Dati.cella">
          <text:p text:style-name="Etichetta">
            <xsl:choose>
              <xsl:when test="self::c:tipo">Tipo</xsl:when>
              <xsl:when test="self::c:cartella">Cartella</xsl:when>
              <xsl:when test="self::c:minore">Minore</xsl:when>
              <xsl:when test="self::c:responsabile">Responsabile del procedimento</xsl:when>
              <xsl:when test="self::c:esito">Esito</xsl:when>
              <xsl:otherwise>Oggetto</xsl:otherwise>
            </xsl:choose>
          </text:p>
        </table:table-cell>
        <table:table-cell table:style-name="Dati.cella">
          <text:p text:style-name="Testo.cella">
            <xsl:value-of select="."/>
          </text:p>
        </table:table-cell>
      </table:table-row>
    </xsl:if>
  </xsl:template>

  <xsl:template match="*" mode="sezione">
    <xsl:param name="titolo"/>
    <text:h text:style-name="Sezione" text:outline-level="2">
      <xsl:value-of select="$titolo"/>
    </text:h>
    <xsl:apply-templates select="." mode="prosa"/>
  </xsl:template>

  <!-- ==== prosa ==== -->

  <!-- plain text without paragraphs is one paragraph -->
  <xsl:template match="*" mode="prosa">
    <xsl:choose>
      <xsl:when test="c:p | c:voce | c:punto | c:titolo | c:tabella">
        <xsl:apply-templates select="c:p | c:titolo | c:tabella |
            c:voce[not(preceding-sibling::*[1][self::c:voce])] |
            c:punto[not(preceding-sibling::*[1][self::c:punto])]"/>
      </xsl:when>
      <xsl:when test="string(.)">
        <text:p text:style-name="Testo">
          <xsl:apply-templates/>
        </text:p>
      </xsl:when>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="c:p">
    <text:p text:style-name="Testo">
      <xsl:apply-templates/>
    </text:p>
  </xsl:template>

  <!-- the first voce of a run opens the list and calls for the others -->
  <xsl:template match="c:voce">
    <text:list text:style-name="Elenco">
      <xsl:apply-templates select="." mode="voce"/>
    </text:list>
  </xsl:template>

  <xsl:template match="c:voce" mode="voce">
    <text:list-item>
      <text:p text:style-name="Voce">
        <xsl:apply-templates/>
      </text:p>
    </text:list-item>
    <xsl:apply-templates mode="voce"
        select="following-sibling::*[1][self::c:voce]"/>
  </xsl:template>

  <xsl:template match="c:titolo">
    <text:h text:style-name="Paragrafo" text:outline-level="3">
      <xsl:apply-templates/>
    </text:h>
  </xsl:template>

  <xsl:template match="c:punto">
    <text:list text:style-name="Numeri">
      <xsl:apply-templates select="." mode="punto"/>
    </text:list>
  </xsl:template>

  <xsl:template match="c:punto" mode="punto">
    <text:list-item>
      <text:p text:style-name="Voce">
        <xsl:apply-templates/>
      </text:p>
    </text:list-item>
    <xsl:apply-templates mode="punto"
        select="following-sibling::*[1][self::c:punto]"/>
  </xsl:template>

  <!-- rows shorter than the longest are completed with empty cells -->
  <xsl:template match="c:tabella">
    <xsl:variable name="colonne">
      <xsl:for-each select="c:riga">
        <xsl:sort select="count(c:cella)" data-type="number"
            order="descending"/>
        <xsl:if test="position() = 1">
          <xsl:value-of select="count(c:cella)"/>
        </xsl:if>
      </xsl:for-each>
    </xsl:variable>
    <xsl:if test="number($colonne) &gt; 0">
      <table:table table:style-name="Tabella">
        <table:table-column
            table:number-columns-repeated="{number($colonne)}"/>
        <!-- a first row all in bold is the head, repeated on each page -->
        <xsl:variable name="testa" select="c:riga[1][../c:riga[2]]
            [not(c:cella[not(c:b) or text()[normalize-space()]])]"/>
        <xsl:if test="$testa">
          <table:table-header-rows>
            <xsl:apply-templates select="$testa">
              <xsl:with-param name="colonne" select="number($colonne)"/>
            </xsl:apply-templates>
          </table:table-header-rows>
        </xsl:if>
        <xsl:apply-templates select="c:riga[not($testa) or position() &gt; 1]">
          <xsl:with-param name="colonne" select="number($colonne)"/>
        </xsl:apply-templates>
      </table:table>
    </xsl:if>
  </xsl:template>

  <xsl:template match="c:riga">
    <xsl:param name="colonne"/>
    <table:table-row>
      <xsl:apply-templates select="c:cella"/>
      <xsl:if test="count(c:cella) &lt; $colonne">
        <table:table-cell table:style-name="Cella"
            table:number-columns-repeated="{$colonne - count(c:cella)}">
          <text:p text:style-name="Testo.cella"/>
        </table:table-cell>
      </xsl:if>
    </table:table-row>
  </xsl:template>

  <xsl:template match="c:cella">
    <table:table-cell table:style-name="Cella">
      <text:p text:style-name="Testo.cella">
        <xsl:apply-templates/>
      </text:p>
    </table:table-cell>
  </xsl:template>

  <xsl:template match="c:b">
    <text:span text:style-name="Grassetto">
      <xsl:apply-templates/>
    </text:span>
  </xsl:template>

  <xsl:template match="c:i">
    <text:span text:style-name="Corsivo">
      <xsl:apply-templates/>
    </text:span>
  </xsl:template>
</xsl:stylesheet>
