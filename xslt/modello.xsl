<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: EUPL-1.2 -->
<!--
  modello.xsl - the sheet that makes sheets: a model as resa/compila.c hands it
  over (elements without a namespace say what varies, the rest is ODF) into the
  stylesheet that prints content.xml (parte = "contenuto") or styles.xml
  ("stili"; in two parts "stili-fissi", "maestre") from the data.  What is of the model is copied as it stands: braces
  are doubled in attributes, text stands in xsl:text.
-->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:f="urn:cartella:foglio"
    xmlns:c="urn:cartella:1"
    xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
    xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
    xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
    xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
    xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"
    xmlns:ooow="http://openoffice.org/2004/writer"
    xmlns:of="urn:oasis:names:tc:opendocument:xmlns:of:1.2">

  <xsl:output method="xml" encoding="UTF-8" indent="no"/>
  <xsl:namespace-alias stylesheet-prefix="f" result-prefix="xsl"/>

  <!-- the styles of paragraphs the model has, to print prose in -->
  <xsl:key name="stile" use="@style:name"
      match="office:styles/style:style[@style:family = 'paragraph']"/>

  <xsl:template match="/modello">
    <f:stylesheet version="1.0" exclude-result-prefixes="c">
      <xsl:copy-of select="namespace::*"/>
      <f:output method="xml" encoding="UTF-8" indent="no"/>
      <f:decimal-format name="it" decimal-separator=","
          grouping-separator="."/>
      <f:param name="parte"/>
      <f:param name="bozza"/>
      <c:scheda>
        <!-- styles.xml varies in more than heads and feet -->
        <xsl:if test="stili//*[self::campo or self::prosa or self::se or
            self::ripeti][not(ancestor::office:master-styles)]">
          <xsl:attribute name="stili">variano</xsl:attribute>
        </xsl:if>
        <xsl:for-each select="scheda/*">
          <xsl:element name="c:{name()}">
            <xsl:attribute name="nome"><xsl:value-of select="@nome"/></xsl:attribute>
          </xsl:element>
        </xsl:for-each>
      </c:scheda>
      <f:template match="/">
        <f:choose>
          <f:when test="$parte = 'maestre'">
            <f:call-template name="maestre"/>
          </f:when>
          <f:when test="starts-with($parte, 'stili')">
            <f:call-template name="stili"/>
          </f:when>
          <f:otherwise>
            <f:call-template name="contenuto"/>
          </f:otherwise>
        </f:choose>
      </f:template>
      <!-- the root alone in its template has the names of spaces of the whole
           sheet: values of attributes use them too -->
      <f:template name="contenuto">
        <xsl:apply-templates select="contenuto/*"/>
      </f:template>
      <f:template name="stili">
        <xsl:apply-templates select="stili/*"/>
      </f:template>
      <f:template name="maestre">
        <xsl:apply-templates mode="maestre"
            select="stili/*/office:master-styles"/>
      </f:template>
      <xsl:call-template name="valori"/>
      <xsl:call-template name="prosa"/>
    </f:stylesheet>
  </xsl:template>

  <!-- ==== what is copied ==== -->

  <xsl:template match="*">
    <xsl:copy>
      <xsl:apply-templates select="@* | node()"/>
    </xsl:copy>
  </xsl:template>

  <xsl:template match="@*">
    <xsl:copy/>
  </xsl:template>

  <!-- XSLT would read braces in an attribute as a question -->
  <xsl:template match="@*[contains(., '{') or contains(., '}')]">
    <xsl:attribute name="{name()}" namespace="{namespace-uri()}">
      <xsl:call-template name="doppie">
        <xsl:with-param name="s" select="."/>
      </xsl:call-template>
    </xsl:attribute>
  </xsl:template>

  <!-- by halves: an attribute may be long -->
  <xsl:template name="doppie">
    <xsl:param name="s"/>
    <xsl:variable name="n" select="string-length($s)"/>
    <xsl:choose>
      <xsl:when test="not(contains($s, '{') or contains($s, '}'))">
        <xsl:value-of select="$s"/>
      </xsl:when>
      <xsl:when test="$n = 1">
        <xsl:value-of select="concat($s, $s)"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="doppie">
          <xsl:with-param name="s" select="substring($s, 1, floor($n div 2))"/>
        </xsl:call-template>
        <xsl:call-template name="doppie">
          <xsl:with-param name="s" select="substring($s, floor($n div 2) + 1)"/>
        </xsl:call-template>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="text()">
    <f:text><xsl:value-of select="."/></f:text>
  </xsl:template>

  <xsl:template match="office:automatic-styles">
    <xsl:copy>
      <xsl:apply-templates select="@* | node()"/>
      <xsl:if test="../..//campo">
        <f:if test="$bozza = 'si'">
          <style:style style:name="Cartella_manca" style:family="text">
            <style:text-properties fo:background-color="#ffe98a"/>
          </style:style>
        </f:if>
      </xsl:if>
      <xsl:if test="../..//prosa | ../..//campo[@modo = 'righe']">
        <xsl:call-template name="stili-prosa"/>
      </xsl:if>
    </xsl:copy>
  </xsl:template>

  <!-- pages, with their heads and feet: they can be printed apart ("maestre"),
       and left out of the rest ("stili-fissi"), which is then always the same -->
  <xsl:template match="office:master-styles">
    <f:choose>
      <f:when test="$parte = 'stili-fissi'"><f:comment>maestre</f:comment></f:when>
      <f:otherwise><f:call-template name="maestre"/></f:otherwise>
    </f:choose>
  </xsl:template>

  <xsl:template match="office:master-styles" mode="maestre">
    <xsl:copy>
      <xsl:apply-templates select="@* | node()"/>
    </xsl:copy>
  </xsl:template>

  <!-- ==== what varies ==== -->

  <xsl:template match="se">
    <f:if test="{@se}">
      <xsl:apply-templates/>
    </f:if>
  </xsl:template>

  <xsl:template match="ripeti">
    <f:for-each select="{@elenco}">
      <f:variable name="e{@n}" select="."/>
      <xsl:apply-templates/>
    </f:for-each>
  </xsl:template>

  <xsl:template match="campo">
    <f:choose>
      <xsl:apply-templates select="parola"/>
      <f:when test="{@se}">
        <f:apply-templates select="{@via}" mode="{@modo}"/>
      </f:when>
      <f:otherwise>
        <f:call-template name="manca">
          <f:with-param name="campo"><xsl:value-of select="@nome"/></f:with-param>
        </f:call-template>
      </f:otherwise>
    </f:choose>
  </xsl:template>

  <!-- a coded word that the dictionary has words for -->
  <xsl:template match="campo/parola">
    <f:when test="{../@via} = '{@codice}'">
      <f:text><xsl:value-of select="."/></f:text>
    </f:when>
  </xsl:template>

  <!-- a paragraph that is replaced by blocks; in a draft they stand in a
       section, to be found again -->
  <xsl:template match="prosa">
    <f:choose>
      <f:when test="{@se}">
        <xsl:apply-templates select="." mode="sezione"/>
      </f:when>
      <f:when test="$bozza = 'si'">
        <xsl:apply-templates select="." mode="sezione">
          <xsl:with-param name="vuota" select="true()"/>
        </xsl:apply-templates>
      </f:when>
      <f:otherwise>
        <f:call-template name="manca">
          <f:with-param name="campo"><xsl:value-of select="@nome"/></f:with-param>
        </f:call-template>
      </f:otherwise>
    </f:choose>
  </xsl:template>

  <xsl:template match="prosa" mode="sezione">
    <xsl:param name="vuota" select="false()"/>
    <xsl:choose>
      <xsl:when test="$vuota and @sezione">
        <text:section text:name="{@sezione}">
          <text:p><xsl:call-template name="stile"/></text:p>
        </text:section>
      </xsl:when>
      <xsl:when test="$vuota">
        <text:p><xsl:call-template name="stile"/></text:p>
      </xsl:when>
      <xsl:when test="@sezione">
        <f:choose>
          <f:when test="$bozza = 'si'">
            <text:section text:name="{@sezione}">
              <xsl:call-template name="blocchi"/>
            </text:section>
          </f:when>
          <f:otherwise>
            <xsl:call-template name="blocchi"/>
          </f:otherwise>
        </f:choose>
      </xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="blocchi"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="stile">
    <f:attribute name="text:style-name">
      <f:text><xsl:value-of select="@stile"/></f:text>
    </f:attribute>
  </xsl:template>

  <xsl:template name="blocchi">
    <f:apply-templates select="{@via}" mode="prosa">
      <f:with-param name="stile"><f:text><xsl:value-of select="@stile"/></f:text></f:with-param>
      <f:with-param name="seguito"><f:text><xsl:value-of select="@seguito"/></f:text></f:with-param>
      <f:with-param name="livello" select="{@livello}"/>
    </f:apply-templates>
  </xsl:template>

  <!-- ==== values: always text ==== -->

  <xsl:template name="valori">
    <!-- a comment stands where a value is wanted: the model has no others; in
         a comment no two "-" may follow each other, in a name there is no "_" -->
    <f:template name="manca">
      <f:param name="campo"/>
      <f:choose>
        <f:when test="$bozza = 'si'">
          <text:span text:style-name="Cartella_manca">
            <f:value-of select="concat('«', $campo, '»')"/>
          </text:span>
        </f:when>
        <f:otherwise>
          <f:comment><f:value-of select="concat('manca:',
              translate($campo, '-', '_'))"/></f:comment>
        </f:otherwise>
      </f:choose>
    </f:template>

    <!-- what blanks of a value have become in resa/riempi.c -->
    <f:template match="c:A-CAPO" mode="testo"><text:line-break/></f:template>
    <f:template match="c:TAB" mode="testo"><text:tab/></f:template>
    <f:template match="c:SPAZI" mode="testo">
      <text:s text:c="{{@n}}"/>
    </f:template>

    <f:template match="@* | *" mode="parola">
      <f:value-of select="translate(., '-', ' ')"/>
    </f:template>

    <f:template match="@* | *" mode="data">
      <f:call-template name="data">
        <f:with-param name="s" select="string(.)"/>
      </f:call-template>
    </f:template>

    <!-- 2026-12-01: 1° dicembre 2026; anything else as it stands -->
    <f:template name="data">
      <f:param name="s"/>
      <f:variable name="m" select="number(substring($s, 6, 2))"/>
      <f:variable name="g" select="number(substring($s, 9, 2))"/>
      <f:choose>
        <f:when test="$m &gt;= 1 and $m &lt;= 12 and $g &gt;= 1 and
            translate(substring($s, 1, 10), '0123456789', '') = '--'">
          <f:value-of select="$g"/>
          <f:if test="$g = 1">°</f:if>
          <f:text><xsl:text> </xsl:text></f:text>
          <f:value-of select="normalize-space(substring(concat(
              'gennaio   febbraio  marzo     aprile    maggio    giugno    ',
              'luglio    agosto    settembre ottobre   novembre  dicembre  '),
              ($m - 1) * 10 + 1, 10))"/>
          <f:value-of select="concat(' ', substring($s, 1, 4))"/>
        </f:when>
        <f:otherwise>
          <f:value-of select="$s"/>
        </f:otherwise>
      </f:choose>
    </f:template>

    <f:template match="@* | *" mode="giorno">
      <f:choose>
        <f:when test="translate(substring(., 1, 10), '0123456789', '') = '--'">
          <f:value-of select="concat(substring(., 9, 2), '/',
              substring(., 6, 2), '/', substring(., 1, 4))"/>
        </f:when>
        <f:otherwise>
          <f:value-of select="."/>
        </f:otherwise>
      </f:choose>
    </f:template>

    <!-- 2026-12-01T14:30:00+01:00: 1° dicembre 2026, ore 14:30 -->
    <f:template match="@* | *" mode="ora">
      <f:choose>
        <f:when test="substring(., 11, 1) = 'T'">
          <f:call-template name="data">
            <f:with-param name="s" select="substring(., 1, 10)"/>
          </f:call-template>
          <f:value-of select="concat(', ore ', substring(., 12, 5))"/>
        </f:when>
        <f:otherwise>
          <f:call-template name="data">
            <f:with-param name="s" select="string(.)"/>
          </f:call-template>
        </f:otherwise>
      </f:choose>
    </f:template>

    <f:template match="@* | *" mode="orario">
      <f:choose>
        <f:when test="substring(., 11, 1) = 'T'">
          <f:value-of select="concat('ore ', substring(., 12, 5))"/>
        </f:when>
        <f:otherwise>
          <f:value-of select="."/>
        </f:otherwise>
      </f:choose>
    </f:template>

    <!-- 1200.00: 1.200,00; what is no number as it stands -->
    <f:template match="@* | *" mode="importo">
      <f:choose>
        <f:when test="translate(., '0123456789.-', '') = '' and
            number(.) = number(.)">
          <f:value-of select="format-number(., '#.##0,00', 'it')"/>
        </f:when>
        <f:otherwise>
          <f:value-of select="."/>
        </f:otherwise>
      </f:choose>
    </f:template>

    <f:template match="@* | *" mode="si-no">
      <f:choose>
        <f:when test=". = 'si'">sì</f:when>
        <f:otherwise>
          <f:value-of select="."/>
        </f:otherwise>
      </f:choose>
    </f:template>
  </xsl:template>

  <!-- ==== prose ==== -->

  <xsl:template name="prosa">
    <!-- a style of the model, or the one of the paragraph: a question then -->
    <xsl:variable name="voce">
      <xsl:choose>
        <xsl:when test="key('stile', 'Voce')">Voce</xsl:when>
        <xsl:otherwise>{$seguito}</xsl:otherwise>
      </xsl:choose>
    </xsl:variable>
    <xsl:variable name="cella">
      <xsl:choose>
        <xsl:when test="key('stile', 'Testo.cella')">Testo.cella</xsl:when>
        <xsl:when test="key('stile', 'Table_20_Contents')">Table_20_Contents</xsl:when>
        <xsl:otherwise>Cartella_testo_cella</xsl:otherwise>
      </xsl:choose>
    </xsl:variable>

    <!-- plain text without paragraphs is one paragraph -->
    <f:template match="*" mode="prosa">
      <f:param name="stile"/>
      <f:param name="seguito"/>
      <f:param name="livello"/>
      <f:variable name="blocchi" select="c:p | c:titolo | c:tabella |
          c:voce[@QUANTI] | c:punto[@QUANTI]"/>
      <f:choose>
        <f:when test="$blocchi">
          <f:apply-templates select="$blocchi[1]" mode="blocco">
            <f:with-param name="stile" select="$stile"/>
            <f:with-param name="seguito" select="$seguito"/>
            <f:with-param name="livello" select="$livello"/>
          </f:apply-templates>
          <f:apply-templates select="$blocchi[position() &gt; 1]" mode="blocco">
            <f:with-param name="stile" select="$seguito"/>
            <f:with-param name="seguito" select="$seguito"/>
            <f:with-param name="livello" select="$livello"/>
          </f:apply-templates>
        </f:when>
        <f:otherwise>
          <text:p text:style-name="{{$stile}}">
            <f:apply-templates mode="riga"/>
          </text:p>
        </f:otherwise>
      </f:choose>
    </f:template>

    <f:template match="c:p" mode="blocco">
      <f:param name="stile"/>
      <text:p text:style-name="{{$stile}}">
        <f:apply-templates mode="riga"/>
      </text:p>
    </f:template>

    <f:template match="c:titolo" mode="blocco">
      <f:param name="livello"/>
      <xsl:choose>
        <xsl:when test="key('stile', 'Heading_20_3')">
          <text:h text:style-name="Heading_20_3" text:outline-level="{{$livello}}">
            <f:apply-templates mode="riga"/>
          </text:h>
        </xsl:when>
        <xsl:otherwise>
          <text:h text:style-name="Cartella_titolo" text:outline-level="{{$livello}}">
            <f:apply-templates mode="riga"/>
          </text:h>
        </xsl:otherwise>
      </xsl:choose>
    </f:template>

    <xsl:call-template name="elenco">
      <xsl:with-param name="che">voce</xsl:with-param>
      <xsl:with-param name="stile" select="$voce"/>
    </xsl:call-template>
    <xsl:call-template name="elenco">
      <xsl:with-param name="che">punto</xsl:with-param>
      <xsl:with-param name="stile" select="$voce"/>
    </xsl:call-template>

    <!-- rows shorter than the longest are completed with empty cells; a first
         row all in bold is the head, repeated on each page -->
    <f:template match="c:tabella" mode="blocco">
      <f:variable name="colonne">
        <f:for-each select="c:riga">
          <f:sort select="count(c:cella)" data-type="number"
              order="descending"/>
          <f:if test="position() = 1">
            <f:value-of select="count(c:cella)"/>
          </f:if>
        </f:for-each>
      </f:variable>
      <f:variable name="testa" select="c:riga[1][../c:riga[2]]
          [not(c:cella[not(c:b) or text()[normalize-space()]])]"/>
      <f:if test="number($colonne) &gt; 0">
        <table:table table:style-name="Cartella_tabella">
          <table:table-column
              table:number-columns-repeated="{{number($colonne)}}"/>
          <f:if test="$testa">
            <table:table-header-rows>
              <f:apply-templates select="$testa" mode="riga-di-tabella">
                <f:with-param name="colonne" select="number($colonne)"/>
              </f:apply-templates>
            </table:table-header-rows>
          </f:if>
          <f:apply-templates mode="riga-di-tabella"
              select="c:riga[not($testa) or position() &gt; 1]">
            <f:with-param name="colonne" select="number($colonne)"/>
          </f:apply-templates>
        </table:table>
      </f:if>
    </f:template>

    <f:template match="c:riga" mode="riga-di-tabella">
      <f:param name="colonne"/>
      <table:table-row>
        <f:for-each select="c:cella">
          <table:table-cell table:style-name="Cartella_cella">
            <text:p text:style-name="{$cella}">
              <f:apply-templates mode="riga"/>
            </text:p>
          </table:table-cell>
        </f:for-each>
        <f:if test="count(c:cella) &lt; $colonne">
          <table:table-cell table:style-name="Cartella_cella"
              table:number-columns-repeated="{{$colonne - count(c:cella)}}">
            <text:p text:style-name="{$cella}"/>
          </table:table-cell>
        </f:if>
      </table:table-row>
    </f:template>

    <f:template match="c:b" mode="riga">
      <text:span text:style-name="Cartella_b">
        <f:apply-templates mode="riga"/>
      </text:span>
    </f:template>

    <f:template match="c:i" mode="riga">
      <text:span text:style-name="Cartella_i">
        <f:apply-templates mode="riga"/>
      </text:span>
    </f:template>

    <f:template match="c:A-CAPO | c:TAB | c:SPAZI" mode="riga">
      <f:apply-templates select="." mode="testo"/>
    </f:template>

    <!-- beside other text: one block a line -->
    <f:template match="*" mode="righe">
      <f:choose>
        <f:when test="c:p | c:titolo | c:voce | c:punto | c:tabella">
          <f:for-each select="c:p | c:titolo | c:voce | c:punto |
              c:tabella/c:riga">
            <f:if test="position() &gt; 1"><text:line-break/></f:if>
            <f:for-each select="self::c:riga/c:cella">
              <f:if test="position() &gt; 1"><text:tab/></f:if>
              <f:apply-templates mode="riga"/>
            </f:for-each>
            <f:if test="not(self::c:riga)"><f:apply-templates mode="riga"/></f:if>
          </f:for-each>
        </f:when>
        <f:otherwise>
          <f:apply-templates mode="riga"/>
        </f:otherwise>
      </f:choose>
    </f:template>
  </xsl:template>

  <!-- a run of voce or punto: the first, which knows how many they are, makes
       one list of them all -->
  <xsl:template name="elenco">
    <xsl:param name="che"/>
    <xsl:param name="stile"/>
    <f:template match="c:{$che}" mode="blocco">
      <f:param name="seguito"/>
      <f:variable name="altri" select="@QUANTI - 1"/>
      <text:list text:style-name="Cartella_{$che}">
        <f:for-each select=". | following-sibling::*[position() &lt;= $altri]">
          <text:list-item>
            <text:p text:style-name="{$stile}">
              <f:apply-templates mode="riga"/>
            </text:p>
          </text:list-item>
        </f:for-each>
      </text:list>
    </f:template>
  </xsl:template>

  <xsl:template name="stili-prosa">
    <style:style style:name="Cartella_b" style:family="text">
      <style:text-properties fo:font-weight="bold"/>
    </style:style>
    <style:style style:name="Cartella_i" style:family="text">
      <style:text-properties fo:font-style="italic"/>
    </style:style>
    <style:style style:name="Cartella_titolo" style:family="paragraph">
      <xsl:call-template name="padre"/>
      <style:paragraph-properties fo:margin-top="0.4cm"
          fo:margin-bottom="0.1cm" fo:keep-with-next="always"/>
      <style:text-properties fo:font-weight="bold"/>
    </style:style>
    <style:style style:name="Cartella_testo_cella" style:family="paragraph">
      <xsl:call-template name="padre"/>
    </style:style>
    <style:style style:name="Cartella_tabella" style:family="table">
      <style:table-properties style:width="16cm" table:align="margins"
          table:border-model="collapsing" fo:margin-top="0.15cm"
          fo:margin-bottom="0.35cm"/>
    </style:style>
    <style:style style:name="Cartella_cella" style:family="table-cell">
      <style:table-cell-properties fo:padding="0.12cm"
          fo:border="0.5pt solid #8a93a0"/>
    </style:style>
    <text:list-style style:name="Cartella_voce">
      <xsl:call-template name="livello">
        <xsl:with-param name="n">1</xsl:with-param>
      </xsl:call-template>
      <xsl:call-template name="livello">
        <xsl:with-param name="n">2</xsl:with-param>
      </xsl:call-template>
    </text:list-style>
    <text:list-style style:name="Cartella_punto">
      <xsl:call-template name="livello">
        <xsl:with-param name="n">1</xsl:with-param>
        <xsl:with-param name="numeri" select="true()"/>
      </xsl:call-template>
      <xsl:call-template name="livello">
        <xsl:with-param name="n">2</xsl:with-param>
        <xsl:with-param name="numeri" select="true()"/>
      </xsl:call-template>
    </text:list-style>
  </xsl:template>

  <xsl:template name="padre">
    <xsl:if test="key('stile', 'Standard')">
      <xsl:attribute name="style:parent-style-name">Standard</xsl:attribute>
    </xsl:if>
  </xsl:template>

  <!-- lists in a list of the model are of the second level -->
  <xsl:template name="livello">
    <xsl:param name="n"/>
    <xsl:param name="numeri" select="false()"/>
    <xsl:variable name="rientri">
      <style:list-level-properties text:list-level-position-and-space-mode="label-alignment">
        <style:list-level-label-alignment text:label-followed-by="listtab"
            text:list-tab-stop-position="{$n}cm" fo:text-indent="-0.5cm"
            fo:margin-left="{$n}cm"/>
      </style:list-level-properties>
    </xsl:variable>
    <xsl:choose>
      <xsl:when test="$numeri">
        <text:list-level-style-number text:level="{$n}" style:num-format="1"
            style:num-suffix=".">
          <xsl:copy-of select="$rientri"/>
        </text:list-level-style-number>
      </xsl:when>
      <xsl:otherwise>
        <text:list-level-style-bullet text:level="{$n}" text:bullet-char="–">
          <xsl:copy-of select="$rientri"/>
        </text:list-level-style-bullet>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
