<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: EUPL-1.2 -->
<!--
  campi-odt.xsl - the fields of a kind of paper as a text of Writer, to copy
  them from: each a real user field, each list a real section.  The styles
  named here are those of templates/modelli/styles.xml.
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

  <!-- kept when there is one: every paper has it in its dictionary -->
  <xsl:variable name="prova" select="/c:dizionario/c:campo[@nome = 'ente.pec' or not(../c:campo[@nome = 'ente.pec'])][1]"/>

  <xsl:template match="/c:dizionario">
    <office:document-content office:version="1.3">
      <office:automatic-styles>
        <style:style style:name="Campi" style:family="table">
          <style:table-properties style:width="16cm" table:align="margins"
              fo:margin-top="0.2cm" fo:margin-bottom="0.4cm"/>
        </style:style>
        <style:style style:name="Campi.campo" style:family="table-column">
          <style:table-column-properties style:column-width="5.6cm"/>
        </style:style>
        <style:style style:name="Campi.nome" style:family="table-column">
          <style:table-column-properties style:column-width="4.9cm"/>
        </style:style>
        <style:style style:name="Campi.che" style:family="table-column">
          <style:table-column-properties style:column-width="5.5cm"/>
        </style:style>
        <style:style style:name="Campi.cella" style:family="table-cell">
          <style:table-cell-properties fo:padding="0.1cm" fo:border="none"
              fo:border-bottom="0.4pt solid #c3c9d1"/>
        </style:style>
        <style:style style:name="Campi.gruppo" style:family="table-cell">
          <style:table-cell-properties fo:padding="0.1cm" fo:border="none"
              fo:background-color="#eef1f5"/>
        </style:style>
        <style:style style:name="Riga" style:family="paragraph"
            style:parent-style-name="Testo">
          <style:paragraph-properties fo:margin-top="0cm"
              fo:margin-bottom="0cm" fo:text-align="start"/>
          <style:text-properties fo:font-size="9.5pt"/>
        </style:style>
        <style:style style:name="Nome" style:family="paragraph"
            style:parent-style-name="Testo">
          <style:paragraph-properties fo:margin-top="0cm"
              fo:margin-bottom="0cm" fo:text-align="start"/>
          <style:text-properties fo:color="#4a5563" fo:font-size="9.5pt"/>
        </style:style>
        <style:style style:name="Testa" style:family="paragraph"
            style:parent-style-name="Testo">
          <style:paragraph-properties fo:margin-top="0cm"
              fo:margin-bottom="0cm" fo:text-align="start"
              fo:keep-with-next="always"/>
          <style:text-properties fo:font-weight="bold" fo:font-size="9.5pt"/>
        </style:style>
        <style:style style:name="Campi.riga" style:family="table-row">
          <style:table-row-properties fo:keep-together="always"/>
        </style:style>
        <style:style style:name="Dice" style:family="paragraph"
            style:parent-style-name="Testo">
          <style:paragraph-properties fo:margin-top="0.4cm"
              fo:margin-bottom="0.1cm" fo:keep-with-next="always"/>
          <style:text-properties fo:color="#4a5563" fo:font-size="9.5pt"/>
        </style:style>
        <style:style style:name="Sezione.vista" style:family="section">
          <style:section-properties fo:background-color="#f4f6f9"
              fo:margin-left="0.4cm">
            <style:columns fo:column-count="1"/>
          </style:section-properties>
        </style:style>
      </office:automatic-styles>
      <office:body>
        <office:text>
          <text:user-field-decls>
            <xsl:for-each select="//c:campo">
              <text:user-field-decl office:value-type="string"
                  office:string-value="{@esempio}" text:name="{@nome}"/>
            </xsl:for-each>
            <text:user-field-decl office:value-type="string"
                office:string-value="ciò che si chiede a chi scrive"
                text:name="libero.parola"/>
          </text:user-field-decls>
          <text:h text:style-name="Titolo" text:outline-level="1">
            <xsl:value-of select="concat('Campi: ', @denominazione)"/>
          </text:h>
          <text:p text:style-name="Testo">Copia un campo dalla prima colonna e incollalo nel modello: è un campo vero di Writer (campo utente), che mostra un esempio inventato. Di un elenco, o di una parte che c'è solo a volte, copia la sezione intera.</text:p>
          <xsl:call-template name="tabella"/>
          <xsl:call-template name="sezioni"/>
        </office:text>
      </office:body>
    </office:document-content>
  </xsl:template>

  <!-- ==== fields ==== -->

  <xsl:template name="tabella">
    <table:table table:name="Campi" table:style-name="Campi">
      <table:table-column table:style-name="Campi.campo"/>
      <table:table-column table:style-name="Campi.nome"/>
      <table:table-column table:style-name="Campi.che"/>
      <table:table-header-rows>
        <table:table-row table:style-name="Campi.riga">
          <xsl:call-template name="testa"><xsl:with-param name="t">Campo da copiare (esempio)</xsl:with-param></xsl:call-template>
          <xsl:call-template name="testa"><xsl:with-param name="t">Nome</xsl:with-param></xsl:call-template>
          <xsl:call-template name="testa"><xsl:with-param name="t">Che cosa è</xsl:with-param></xsl:call-template>
        </table:table-row>
      </table:table-header-rows>
      <xsl:apply-templates select="c:campo" mode="riga"/>
      <xsl:call-template name="riga">
        <xsl:with-param name="nome">libero.parola</xsl:with-param>
        <xsl:with-param name="esempio">ciò che si chiede a chi scrive</xsl:with-param>
        <xsl:with-param name="aiuto">un dato che chi scrive la carta deve dare: al posto di «parola» metti il suo nome</xsl:with-param>
      </xsl:call-template>
    </table:table>
  </xsl:template>

  <xsl:template name="testa">
    <xsl:param name="t"/>
    <table:table-cell table:style-name="Campi.cella">
      <text:p text:style-name="Testa"><xsl:value-of select="$t"/></text:p>
    </table:table-cell>
  </xsl:template>

  <!-- a line of its own where the first word of the name changes -->
  <xsl:template match="c:campo" mode="riga">
    <xsl:variable name="p" select="substring-before(concat(@nome, '.'), '.')"/>
    <xsl:variable name="prima" select="preceding-sibling::c:campo[1]/@nome"/>
    <xsl:if test="not($prima) or substring-before(concat($prima, '.'), '.') != $p">
      <table:table-row table:style-name="Campi.riga">
        <table:table-cell table:style-name="Campi.gruppo"
            table:number-columns-spanned="3">
          <text:p text:style-name="Testa"><xsl:value-of select="$p"/></text:p>
        </table:table-cell>
        <table:covered-table-cell/>
        <table:covered-table-cell/>
      </table:table-row>
    </xsl:if>
    <xsl:call-template name="riga">
      <xsl:with-param name="nome" select="@nome"/>
      <xsl:with-param name="esempio" select="@esempio"/>
      <xsl:with-param name="aiuto" select="."/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template name="riga">
    <xsl:param name="nome"/>
    <xsl:param name="esempio"/>
    <xsl:param name="aiuto"/>
    <table:table-row table:style-name="Campi.riga">
      <table:table-cell table:style-name="Campi.cella">
        <text:p text:style-name="Riga">
          <text:user-field-get text:name="{$nome}"><xsl:value-of select="$esempio"/></text:user-field-get>
        </text:p>
      </table:table-cell>
      <table:table-cell table:style-name="Campi.cella">
        <text:p text:style-name="Nome"><xsl:value-of select="$nome"/></text:p>
      </table:table-cell>
      <table:table-cell table:style-name="Campi.cella">
        <text:p text:style-name="Riga"><xsl:value-of select="$aiuto"/></text:p>
      </table:table-cell>
    </table:table-row>
  </xsl:template>

  <!-- ==== sections ==== -->

  <xsl:template name="sezioni">
    <text:h text:style-name="Sezione" text:outline-level="2">Parti che ci sono solo a volte</text:h>
    <text:p text:style-name="Dice">
      <xsl:value-of select="concat('Sezione «se_', $prova/@nome, '»: resta solo se il campo c’è. Con un altro nome vale per un altro campo.')"/>
    </text:p>
    <text:section text:style-name="Sezione.vista" text:name="se_{$prova/@nome}">
      <text:p text:style-name="Testo">
        <xsl:value-of select="concat($prova, ': ')"/>
        <text:user-field-get text:name="{$prova/@nome}"><xsl:value-of select="$prova/@esempio"/></text:user-field-get>
      </text:p>
    </text:section>
    <text:p text:style-name="Dice">
      <xsl:value-of select="concat('Sezione «se_non_', $prova/@nome, '»: resta solo se il campo manca.')"/>
    </text:p>
    <text:section text:style-name="Sezione.vista" text:name="se_non_{$prova/@nome}">
      <text:p text:style-name="Testo">Ciò che si scrive quando il campo manca.</text:p>
    </text:section>
    <xsl:if test="c:elenco">
      <text:h text:style-name="Sezione" text:outline-level="2">Elenchi</text:h>
      <xsl:apply-templates select="c:elenco"/>
    </xsl:if>
  </xsl:template>

  <xsl:template match="c:elenco">
    <text:p text:style-name="Dice">
      <xsl:value-of select="concat('Sezione «ripeti_', @nome, '»: ', normalize-space(text()), '. Si ripete per ogni voce.')"/>
      <xsl:if test="c:elenco">
        <xsl:text> Ha dentro: </xsl:text>
        <xsl:for-each select=".//c:elenco">
          <xsl:if test="position() &gt; 1">, </xsl:if>
          <xsl:value-of select="concat('«ripeti_', @nome, '», ', normalize-space(text()))"/>
        </xsl:for-each>
        <xsl:text>.</xsl:text>
      </xsl:if>
    </text:p>
    <xsl:apply-templates select="." mode="sezione"/>
  </xsl:template>

  <xsl:template match="c:elenco" mode="sezione">
    <text:section text:style-name="Sezione.vista" text:name="ripeti_{@nome}">
      <xsl:for-each select="c:campo">
        <text:p text:style-name="Riga">
          <xsl:value-of select="concat(., ': ')"/>
          <text:user-field-get text:name="{@nome}"><xsl:value-of select="@esempio"/></text:user-field-get>
        </text:p>
      </xsl:for-each>
      <xsl:apply-templates select="c:elenco" mode="sezione"/>
    </text:section>
  </xsl:template>
</xsl:stylesheet>
