<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: EUPL-1.2 -->
<!--
  registro.xsl - content.xml of the register on paper (stampa-registro): one
  day or many, one row a registration.  The styles named here are those of
  templates/registro/styles.xml.
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

  <xsl:template match="/c:stampa-registro">
    <office:document-content office:version="1.3">
      <office:automatic-styles>
        <style:style style:name="Tabella" style:family="table">
          <style:table-properties style:width="26.7cm" table:align="margins"
              fo:margin-bottom="0.2cm"/>
        </style:style>
        <xsl:call-template name="colonna"><xsl:with-param name="n">1</xsl:with-param><xsl:with-param name="cm">2.6</xsl:with-param></xsl:call-template>
        <xsl:call-template name="colonna"><xsl:with-param name="n">2</xsl:with-param><xsl:with-param name="cm">2.3</xsl:with-param></xsl:call-template>
        <xsl:call-template name="colonna"><xsl:with-param name="n">3</xsl:with-param><xsl:with-param name="cm">6.2</xsl:with-param></xsl:call-template>
        <xsl:call-template name="colonna"><xsl:with-param name="n">4</xsl:with-param><xsl:with-param name="cm">10.2</xsl:with-param></xsl:call-template>
        <xsl:call-template name="colonna"><xsl:with-param name="n">5</xsl:with-param><xsl:with-param name="cm">3.4</xsl:with-param></xsl:call-template>
        <xsl:call-template name="colonna"><xsl:with-param name="n">6</xsl:with-param><xsl:with-param name="cm">2</xsl:with-param></xsl:call-template>
        <style:style style:name="Riga" style:family="table-row">
          <style:table-row-properties fo:keep-together="always"/>
        </style:style>
        <style:style style:name="Casella" style:family="table-cell">
          <style:table-cell-properties fo:padding="0.08cm"
              fo:border="none" fo:border-bottom="0.4pt solid #c3c9d1"/>
        </style:style>
        <style:style style:name="Casella.testa" style:family="table-cell">
          <style:table-cell-properties fo:padding="0.08cm"
              fo:background-color="#eef1f5" fo:border="none"
              fo:border-bottom="0.8pt solid #1f3a5f"/>
        </style:style>
        <style:style style:name="Casella.annullata" style:family="table-cell">
          <style:table-cell-properties fo:padding="0.08cm"
              fo:background-color="#f6e4e4" fo:border="none"
              fo:border-bottom="0.4pt solid #c3c9d1"/>
        </style:style>
      </office:automatic-styles>
      <office:body>
        <office:text>
          <text:p text:style-name="Ente">
            <xsl:value-of select="c:ente/c:denominazione"/>
          </text:p>
          <text:p text:style-name="Recapiti">
            <xsl:value-of select="concat('Codice IPA ', c:ente/c:codice-ipa, ' · AOO ', c:ente/c:codice-aoo, ' · registro ', c:ente/c:codice-registro)"/>
          </text:p>
          <text:h text:style-name="Titolo" text:outline-level="1">
            <xsl:value-of select="c:titolo"/>
          </text:h>
          <xsl:apply-templates select="c:registro-giornaliero"/>
          <xsl:call-template name="totale"/>
        </office:text>
      </office:body>
    </office:document-content>
  </xsl:template>

  <!-- a root that is not ours must not become an empty register -->
  <xsl:template match="/*" priority="-1">
    <xsl:message terminate="yes">registro.xsl: documento non previsto</xsl:message>
  </xsl:template>

  <xsl:template name="colonna">
    <xsl:param name="n"/>
    <xsl:param name="cm"/>
    <style:style style:name="Colonna.{$n}" style:family="table-column">
      <style:table-column-properties style:column-width="{$cm}cm"/>
    </style:style>
  </xsl:template>

  <!-- 2026-11-20: 20/11/2026 -->
  <xsl:template name="data">
    <xsl:param name="d"/>
    <xsl:value-of select="concat(substring($d, 9, 2), '/', substring($d, 6, 2), '/', substring($d, 1, 4))"/>
  </xsl:template>

  <!-- ==== a day ==== -->

  <xsl:template match="c:registro-giornaliero">
    <text:h text:style-name="Giorno" text:outline-level="2">
      <xsl:call-template name="data"><xsl:with-param name="d" select="c:data"/></xsl:call-template>
    </text:h>
    <xsl:choose>
      <xsl:when test="c:registrazione">
        <table:table table:name="G{translate(c:data, '-', '')}" table:style-name="Tabella">
          <table:table-column table:style-name="Colonna.1"/>
          <table:table-column table:style-name="Colonna.2"/>
          <table:table-column table:style-name="Colonna.3"/>
          <table:table-column table:style-name="Colonna.4"/>
          <table:table-column table:style-name="Colonna.5"/>
          <table:table-column table:style-name="Colonna.6"/>
          <!-- those of the following pages stand in the page's head: rows
               that repeat take LibreOffice twice the time -->
          <xsl:if test="not(preceding-sibling::c:registro-giornaliero[c:registrazione])">
            <table:table-row>
              <xsl:call-template name="testa"><xsl:with-param name="t">Numero</xsl:with-param></xsl:call-template>
              <xsl:call-template name="testa"><xsl:with-param name="t">Ora e flusso</xsl:with-param></xsl:call-template>
              <xsl:call-template name="testa"><xsl:with-param name="t">Mittente o destinatario</xsl:with-param></xsl:call-template>
              <xsl:call-template name="testa"><xsl:with-param name="t">Oggetto, impronte SHA-256 dei documenti</xsl:with-param></xsl:call-template>
              <xsl:call-template name="testa"><xsl:with-param name="t">Prot. mittente, mezzo</xsl:with-param></xsl:call-template>
              <xsl:call-template name="testa"><xsl:with-param name="t">Classifica</xsl:with-param></xsl:call-template>
            </table:table-row>
          </xsl:if>
          <xsl:apply-templates select="c:registrazione"/>
        </table:table>
      </xsl:when>
      <xsl:otherwise>
        <text:p text:style-name="Nota">Nessuna registrazione.</text:p>
      </xsl:otherwise>
    </xsl:choose>
    <xsl:apply-templates select="." mode="fine"/>
  </xsl:template>

  <xsl:template name="testa">
    <xsl:param name="t"/>
    <table:table-cell table:style-name="Casella.testa">
      <text:p text:style-name="Testa"><xsl:value-of select="$t"/></text:p>
    </table:table-cell>
  </xsl:template>

  <!-- ==== a row ==== -->

  <xsl:template match="c:registrazione">
    <xsl:variable name="casella">
      <xsl:text>Casella</xsl:text>
      <xsl:if test="c:annullata">.annullata</xsl:if>
    </xsl:variable>
    <table:table-row table:style-name="Riga">
      <table:table-cell table:style-name="{$casella}">
        <text:p text:style-name="Cella">
          <text:span text:style-name="Grassetto"><xsl:value-of select="c:numero"/></text:span>
        </text:p>
        <xsl:if test="c:annullata">
          <text:p text:style-name="Cella"><text:span text:style-name="Segno">ANNULLATA</text:span></text:p>
        </xsl:if>
        <xsl:if test="c:riservata">
          <text:p text:style-name="Cella"><text:span text:style-name="Segno">riservata</text:span></text:p>
        </xsl:if>
      </table:table-cell>
      <table:table-cell table:style-name="{$casella}">
        <text:p text:style-name="Cella"><xsl:value-of select="substring(c:ora, 12)"/></text:p>
        <text:p text:style-name="Cella"><xsl:value-of select="c:flusso"/></text:p>
      </table:table-cell>
      <table:table-cell table:style-name="{$casella}">
        <xsl:apply-templates select="c:mittente | c:destinatario"/>
        <xsl:if test="not(c:mittente | c:destinatario)">
          <text:p text:style-name="Cella">–</text:p>
        </xsl:if>
      </table:table-cell>
      <table:table-cell table:style-name="{$casella}">
        <text:p text:style-name="Cella"><xsl:value-of select="c:oggetto"/></text:p>
        <xsl:apply-templates select="c:principale | c:allegato"/>
        <xsl:if test="not(c:principale)">
          <text:p text:style-name="Nota">senza file</text:p>
        </xsl:if>
      </table:table-cell>
      <table:table-cell table:style-name="{$casella}">
        <xsl:if test="c:protocollo-mittente">
          <text:p text:style-name="Cella">
            <xsl:value-of select="c:protocollo-mittente/c:numero"/>
            <xsl:if test="c:protocollo-mittente/c:data">
              <xsl:text> del </xsl:text>
              <xsl:call-template name="data"><xsl:with-param name="d" select="c:protocollo-mittente/c:data"/></xsl:call-template>
            </xsl:if>
          </text:p>
        </xsl:if>
        <xsl:if test="c:data-arrivo">
          <text:p text:style-name="Cella">
            <xsl:text>arrivato il </xsl:text>
            <xsl:call-template name="data"><xsl:with-param name="d" select="c:data-arrivo"/></xsl:call-template>
          </text:p>
        </xsl:if>
        <xsl:if test="c:mezzo">
          <text:p text:style-name="Cella"><xsl:value-of select="translate(c:mezzo, '-', ' ')"/></text:p>
        </xsl:if>
        <xsl:if test="not(c:protocollo-mittente | c:data-arrivo | c:mezzo)">
          <text:p text:style-name="Cella">–</text:p>
        </xsl:if>
      </table:table-cell>
      <table:table-cell table:style-name="{$casella}">
        <text:p text:style-name="Cella"><xsl:value-of select="c:classifica"/></text:p>
      </table:table-cell>
    </table:table-row>
  </xsl:template>

  <xsl:template match="c:mittente | c:destinatario">
    <text:p text:style-name="Cella">
      <xsl:choose>
        <xsl:when test="self::c:mittente">da </xsl:when>
        <xsl:otherwise>a </xsl:otherwise>
      </xsl:choose>
      <xsl:value-of select="c:denominazione"/>
    </text:p>
  </xsl:template>

  <xsl:template match="c:principale | c:allegato">
    <text:p text:style-name="Impronta">
      <xsl:if test="self::c:allegato">all. </xsl:if>
      <xsl:value-of select="."/>
    </text:p>
  </xsl:template>

  <!-- ==== the end of a day, and of the print ==== -->

  <!-- what the day added to a registration, in the words of the document -->
  <xsl:template match="c:variazione">
    <text:p text:style-name="Cella">
      <text:span text:style-name="Segno"><xsl:value-of select="translate(c:tipo, '-', ' ')"/></text:span>
      <xsl:value-of select="concat(' di ', c:numero, ' alle ', substring(c:ora, 12, 8), ' da ', c:operatore)"/>
      <xsl:if test="c:campo"><xsl:value-of select="concat(' · ', c:campo)"/></xsl:if>
      <xsl:if test="c:prima"><xsl:value-of select="concat(' · era: ', c:prima)"/></xsl:if>
      <xsl:if test="c:dopo"><xsl:value-of select="concat(' · ora: ', c:dopo)"/></xsl:if>
      <xsl:if test="c:motivo"><xsl:value-of select="concat(' · ', c:motivo)"/></xsl:if>
      <xsl:if test="c:provvedimento"><xsl:value-of select="concat(' · ', c:provvedimento)"/></xsl:if>
    </text:p>
    <xsl:if test="c:impronta">
      <text:p text:style-name="Impronta"><xsl:value-of select="c:impronta"/></text:p>
    </xsl:if>
  </xsl:template>

  <xsl:template match="c:registro-giornaliero" mode="fine">
    <xsl:variable name="t" select="c:registrazioni"/>
    <xsl:apply-templates select="c:variazione"/>
    <text:p text:style-name="Nota">
      <xsl:value-of select="concat('Registrazioni: ', $t/c:numero)"/>
      <xsl:if test="$t/c:numero != '0'">
        <xsl:value-of select="concat(' (entrate ', $t/c:entrate, ', uscite ', $t/c:uscite, ', interne ', $t/c:interne, ')')"/>
      </xsl:if>
      <xsl:value-of select="concat(' · atti ', c:atti/c:numero, ', fino al n. ', c:atti/c:ultimo, ' · letture ', c:letture/c:numero)"/>
    </text:p>
    <!-- on the paper of one day, what ties it to the chain and to the day before -->
    <xsl:if test="not(../c:registro-giornaliero[2])">
      <text:p text:style-name="Impronta"><xsl:value-of select="concat('ultimo anello         ', c:atti/c:impronta)"/></text:p>
      <text:p text:style-name="Impronta"><xsl:value-of select="concat('letture               ', c:letture/c:impronta)"/></text:p>
      <text:p text:style-name="Impronta"><xsl:value-of select="concat('registro precedente   ', c:precedente)"/></text:p>
    </xsl:if>
  </xsl:template>

  <xsl:template name="totale">
    <xsl:if test="c:registro-giornaliero[2]">
      <xsl:variable name="t" select="c:registro-giornaliero/c:registrazioni"/>
      <text:h text:style-name="Giorno" text:outline-level="2">Totale</text:h>
      <text:p text:style-name="Nota">
        <xsl:value-of select="concat('Giorni: ', count(c:registro-giornaliero), ' · registrazioni: ', sum($t/c:numero), ' (entrate ', sum($t/c:entrate), ', uscite ', sum($t/c:uscite), ', interne ', sum($t/c:interne), ')')"/>
      </text:p>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
