<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: EUPL-1.2 -->
<!--
  caso.xsl: what the pages of an accesso and of a cartella have in common.

  $caso                      the number of the case in the address
  caso-titolo  cosa          "Diario di CS-2026-0000001": no name, titles stay in
                             the history of a browser
  caso-testa   attiva        who it is about, and the pages of the case as tabs;
                             `attiva` is the page that is open
  caso-via                   "/cartella/CS-2026-0000001"
  tipo-documento  tipo       a type of document in words
  documento-via  quale       the address of one of its documents
  briciole of a page below a case: mode="briciole" with <xsl:call-template name="caso-briciola"/>
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:c="urn:cartella:1" exclude-result-prefixes="c">


  <!-- of another body: consults, and looks for nothing -->
  <xsl:variable name="di-fuori" select="boolean(key('puo', 'consultazioni')) and not(key('puo', 'trova'))"/>
  <xsl:variable name="caso" select="string(/c:pagina/c:parametro[@nome = 'cartella' or @nome = 'accesso'][1])"/>
  <xsl:variable name="caso-persona" select="(/c:pagina/c:parte/*/c:persona[c:cognome])[1]"/>

  <xsl:template name="caso-via">
    <xsl:choose>
      <xsl:when test="starts-with($caso, 'AC-')">/accesso/</xsl:when>
      <xsl:otherwise>/cartella/</xsl:otherwise>
    </xsl:choose>
    <xsl:value-of select="$caso"/>
  </xsl:template>

  <!-- behind the address of a form: where one is afterwards -->
  <xsl:template name="e-torna">
    <xsl:param name="dove"/>
    <xsl:text>&amp;_ritorno=</xsl:text>
    <xsl:call-template name="caso-via"/>
    <xsl:value-of select="$dove"/>
  </xsl:template>

  <xsl:template name="caso-titolo">
    <xsl:param name="cosa"/>
    <xsl:value-of select="concat($cosa, ' · ', $caso)"/>
  </xsl:template>

  <!-- where he finds others like it -->
  <xsl:template name="cartelle-briciola">
    <xsl:choose>
      <xsl:when test="/c:pagina/c:sessione/@cartelle = 'chiuse'"><li class="breadcrumb-item"><a href="/archivio">Archivio</a></li></xsl:when>
      <xsl:otherwise><li class="breadcrumb-item"><a href="/cartelle">Cartelle</a></li></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:template name="caso-briciola">
    <xsl:call-template name="cartelle-briciola"/>
    <li class="breadcrumb-item">
      <xsl:call-template name="riferimento"><xsl:with-param name="v" select="$caso"/></xsl:call-template>
    </li>
  </xsl:template>

  <!-- years between two days; nothing without a day -->
  <xsl:template name="anni">
    <xsl:param name="nascita"/>
    <xsl:param name="oggi" select="/c:pagina/@oggi"/>
    <xsl:if test="$nascita != '' and $oggi != ''">
      <xsl:variable name="n" select="number(translate($nascita, '-', ''))"/>
      <xsl:variable name="o" select="number(translate($oggi, '-', ''))"/>
      <xsl:value-of select="floor(($o - $n) div 10000)"/>
    </xsl:if>
  </xsl:template>

  <xsl:template name="caso-testa">
    <xsl:param name="attiva"/>
    <xsl:variable name="via"><xsl:call-template name="caso-via"/></xsl:variable>
    <xsl:if test="$caso-persona">
      <p class="caso-persona lead mb-2">
        <strong><xsl:value-of select="concat($caso-persona/c:cognome, ' ', $caso-persona/c:nome)"/></strong>
        <xsl:if test="$caso-persona/c:nascita != ''">
          <xsl:variable name="anni"><xsl:call-template name="anni"><xsl:with-param name="nascita" select="$caso-persona/c:nascita"/></xsl:call-template></xsl:variable>
          <xsl:choose>
            <xsl:when test="$anni = 1">, un anno (</xsl:when>
            <xsl:otherwise><xsl:value-of select="concat(', ', $anni, ' anni (')"/></xsl:otherwise>
          </xsl:choose>
          <xsl:call-template name="data"><xsl:with-param name="v" select="$caso-persona/c:nascita"/></xsl:call-template>
          <xsl:text>)</xsl:text>
        </xsl:if>
      </p>
    </xsl:if>
    <xsl:if test="starts-with($caso, 'CS-')">
      <nav aria-label="Pagine della cartella">
        <ul class="linguette">
          <xsl:call-template name="caso-scheda"><xsl:with-param name="via" select="$via"/><xsl:with-param name="testo" select="'Copertina'"/><xsl:with-param name="atto" select="'mostra'"/><xsl:with-param name="attiva" select="$attiva = 'copertina'"/></xsl:call-template>
          <xsl:call-template name="caso-scheda"><xsl:with-param name="via" select="concat($via, '/diario')"/><xsl:with-param name="testo" select="'Diario'"/><xsl:with-param name="atto" select="'diario'"/><xsl:with-param name="attiva" select="$attiva = 'diario'"/></xsl:call-template>
          <xsl:call-template name="caso-scheda"><xsl:with-param name="via" select="concat($via, '/documenti')"/><xsl:with-param name="testo" select="'Documenti'"/><xsl:with-param name="atto" select="'mostra'"/><xsl:with-param name="attiva" select="$attiva = 'documenti'"/></xsl:call-template>
          <xsl:call-template name="caso-scheda"><xsl:with-param name="via" select="concat($via, '/famiglia')"/><xsl:with-param name="testo" select="'Famiglia'"/><xsl:with-param name="atto" select="'famiglia'"/><xsl:with-param name="attiva" select="$attiva = 'famiglia'"/></xsl:call-template>
          <xsl:if test="not(/c:pagina/c:sessione/@cartelle = 'chiuse' or $di-fuori)"><xsl:call-template name="caso-scheda"><xsl:with-param name="via" select="concat($via, '/equipe')"/><xsl:with-param name="testo" select="'Équipe'"/><xsl:with-param name="atto" select="'mostra'"/><xsl:with-param name="attiva" select="$attiva = 'equipe'"/></xsl:call-template></xsl:if>
          <xsl:if test="not(/c:pagina/c:sessione/@cartelle = 'chiuse')"><xsl:call-template name="caso-scheda"><xsl:with-param name="via" select="concat($via, '/termini')"/><xsl:with-param name="testo" select="'Termini'"/><xsl:with-param name="atto" select="'termini'"/><xsl:with-param name="attiva" select="$attiva = 'termini'"/></xsl:call-template></xsl:if>
          <xsl:call-template name="caso-scheda"><xsl:with-param name="via" select="concat($via, '/appuntamenti')"/><xsl:with-param name="testo" select="'Appuntamenti'"/><xsl:with-param name="atto" select="'agenda'"/><xsl:with-param name="attiva" select="$attiva = 'appuntamenti'"/></xsl:call-template>
          <xsl:call-template name="caso-scheda"><xsl:with-param name="via" select="concat($via, '/storia')"/><xsl:with-param name="testo" select="'Storia'"/><xsl:with-param name="atto" select="'storia'"/><xsl:with-param name="attiva" select="$attiva = 'storia'"/></xsl:call-template>
          <xsl:call-template name="caso-scheda"><xsl:with-param name="via" select="concat($via, '/letture')"/><xsl:with-param name="testo" select="'Chi ha letto'"/><xsl:with-param name="atto" select="'chi-ha-letto'"/><xsl:with-param name="attiva" select="$attiva = 'letture'"/></xsl:call-template>
        </ul>
      </nav>
    </xsl:if>
  </xsl:template>

  <xsl:template name="caso-scheda">
    <xsl:param name="via"/>
    <xsl:param name="testo"/>
    <xsl:param name="atto"/>
    <xsl:param name="attiva"/>
    <xsl:if test="key('puo', $atto)">
      <li>
        <a href="{$via}">
          <xsl:if test="$attiva"><xsl:attribute name="aria-current">page</xsl:attribute></xsl:if>
          <xsl:value-of select="$testo"/>
        </a>
      </li>
    </xsl:if>
  </xsl:template>

  <xsl:template name="documento-via">
    <xsl:param name="quale"/>
    <xsl:call-template name="caso-via"/>
    <xsl:value-of select="concat('/documento?quale=', $quale)"/>
  </xsl:template>

  <xsl:template name="tipo-documento">
    <xsl:param name="tipo"/>
    <xsl:choose>
      <xsl:when test="$tipo = 'avvio-ufficio'">Avvio d’ufficio</xsl:when>
      <xsl:when test="$tipo = 'attestazione-isee'">Attestazione ISEE</xsl:when>
      <xsl:when test="$tipo = 'firma-openpgp' or $tipo = 'firma-cades'">Firma</xsl:when>
      <xsl:when test="$tipo = 'copia-con-omissis'">Copia con omissis</xsl:when>
      <xsl:when test="$tipo = 'manifesto'">Che cosa è firmato</xsl:when>
      <xsl:when test="$tipo = 'verdetto'">Verifica di una firma</xsl:when>
      <xsl:when test="$tipo = 'equipe'">Équipe</xsl:when>
      <xsl:when test="$tipo = 'scheda'">Scheda della persona</xsl:when>
      <xsl:when test="$tipo = 'collocamento-403'">Collocamento d’urgenza (art. 403 c.c.)</xsl:when>
      <xsl:when test="$tipo = 'relazione-msna'">Relazione, minore straniero non accompagnato</xsl:when>
      <xsl:when test="$tipo = 'cartella' or $tipo = 'accesso'">Copertina</xsl:when>
      <xsl:when test="$tipo = 'voce-diario'">Voce del diario</xsl:when>
      <xsl:otherwise>
        <xsl:variable name="t" select="translate($tipo, '-', ' ')"/>
        <xsl:value-of select="concat(translate(substring($t, 1, 1), 'abcdefghijklmnopqrstuvwxyz', 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'), substring($t, 2))"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- an appointment in words -->
  <xsl:template name="tipo-appuntamento">
    <xsl:param name="v"/>
    <xsl:choose>
      <xsl:when test="starts-with($v, 'riunione-equipe')">Riunione d’équipe</xsl:when>
      <xsl:when test="starts-with($v, 'visita')">Visita domiciliare</xsl:when>
      <xsl:when test="starts-with($v, 'colloquio')">Colloquio</xsl:when>
      <xsl:otherwise>Appuntamento</xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- entries of a diary: tipo-voce -->
  <xsl:template name="tipo-voce">
    <xsl:param name="v"/>
    <xsl:choose>
      <xsl:when test="$v = ''">Nota</xsl:when>
      <xsl:when test="$v = 'visita'">Visita domiciliare</xsl:when>
      <xsl:when test="$v = 'equipe'">Riunione d’équipe</xsl:when>
      <xsl:when test="$v = 'riunione'">Altra riunione</xsl:when>
      <xsl:when test="$v = 'sanitaria'">Notizia sanitaria</xsl:when>
      <xsl:when test="$v = 'provvedimento'">Provvedimento di un giudice</xsl:when>
      <xsl:otherwise><xsl:value-of select="concat(translate(substring($v, 1, 1), 'abcdefghijklmnopqrstuvwxyz', 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'), substring($v, 2))"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
