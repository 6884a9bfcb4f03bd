<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: EUPL-1.2 -->
<!-- lettore.xsl: the pages of a package, for any browser, from a directory:
     plain HTML, one style sheet beside it, no script, nothing from outside. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:c="urn:cartella:1" exclude-result-prefixes="c">
  <xsl:output method="html" encoding="UTF-8" indent="no" doctype-system="about:legacy-compat"/>
  <xsl:param name="pagina"/>

  <xsl:template match="/c:lettore">
    <xsl:variable name="titolo">
      <xsl:choose>
        <xsl:when test="$pagina = 'documento'"><xsl:value-of select="c:documento/@titolo"/></xsl:when>
        <xsl:when test="$pagina = 'diario'">Diario</xsl:when>
        <xsl:when test="$pagina = 'registro'">Estratto del registro</xsl:when>
        <xsl:when test="$pagina = 'atti'">Chi, quando, che cosa</xsl:when>
        <xsl:otherwise>Documenti</xsl:otherwise>
      </xsl:choose>
    </xsl:variable>
    <html lang="it">
      <head>
        <meta name="viewport" content="width=device-width, initial-scale=1"/>
        <title><xsl:value-of select="$titolo"/> – <xsl:value-of select="@riferimento"/></title>
        <link rel="stylesheet" href="stile.css"/>
      </head>
      <body>
        <a class="salta" href="#contenuto">Vai al contenuto</a>
        <div class="testata">
          <header>
            <p class="ente"><xsl:value-of select="@ente"/></p>
            <p class="cartella">Cartella <xsl:value-of select="@riferimento"/></p>
          </header>
        </div>
        <div class="voci">
          <nav aria-label="Parti del pacchetto">
            <ul>
              <xsl:call-template name="voce"><xsl:with-param name="file">index</xsl:with-param><xsl:with-param name="nome">Documenti</xsl:with-param></xsl:call-template>
              <xsl:call-template name="voce"><xsl:with-param name="file">diario</xsl:with-param><xsl:with-param name="nome">Diario</xsl:with-param></xsl:call-template>
              <xsl:call-template name="voce"><xsl:with-param name="file">registro</xsl:with-param><xsl:with-param name="nome">Registro</xsl:with-param></xsl:call-template>
              <xsl:call-template name="voce"><xsl:with-param name="file">atti</xsl:with-param><xsl:with-param name="nome">Chi e quando</xsl:with-param></xsl:call-template>
            </ul>
          </nav>
        </div>
        <main id="contenuto">
          <h1><xsl:value-of select="$titolo"/></h1>
          <xsl:choose>
            <xsl:when test="$pagina = 'documento'"><xsl:apply-templates select="c:documento" mode="pagina"/></xsl:when>
            <xsl:when test="$pagina = 'diario'"><xsl:call-template name="diario"/></xsl:when>
            <xsl:when test="$pagina = 'registro'"><xsl:call-template name="registro"/></xsl:when>
            <xsl:when test="$pagina = 'atti'"><xsl:call-template name="atti"/></xsl:when>
            <xsl:otherwise><xsl:call-template name="documenti"/></xsl:otherwise>
          </xsl:choose>
        </main>
        <footer>
          <p>Pacchetto fatto il <xsl:call-template name="ora"><xsl:with-param name="o" select="@ora"/></xsl:call-template>. Queste pagine servono a leggere: fanno fede i file in <code>data/documenti</code> e in <code>data/allegati</code>, che si verificano come dice <a href="../../LEGGIMI.txt">LEGGIMI.txt</a>.</p>
        </footer>
      </body>
    </html>
  </xsl:template>

  <xsl:template name="voce">
    <xsl:param name="file"/>
    <xsl:param name="nome"/>
    <li><a href="{$file}.html"><xsl:if test="$pagina = $file"><xsl:attribute name="aria-current">page</xsl:attribute></xsl:if><xsl:value-of select="$nome"/></a></li>
  </xsl:template>

  <!-- 2026-11-20T10:15:30+01:00, or the day alone -->
  <xsl:template name="ora">
    <xsl:param name="o"/>
    <xsl:value-of select="concat(substring($o, 9, 2), '/', substring($o, 6, 2), '/', substring($o, 1, 4))"/>
    <xsl:if test="string-length($o) &gt; 10"><xsl:value-of select="concat(', ore ', substring($o, 12, 5))"/></xsl:if>
  </xsl:template>

  <!-- ===== the list ===== -->
  <xsl:template name="documenti">
    <xsl:if test="@intera = 'no'">
      <p class="avviso">Non tutti i documenti della cartella sono in questo pacchetto: ciò che l'ente non dà ad altri non c'è, e nemmeno la storia delle versioni passate.<xsl:if test="c:documento[@omissis]"> Di alcuni c'è una copia con omissis, e il titolo lo dice.</xsl:if></p>
    </xsl:if>
    <table>
      <caption>I documenti in vigore quando il pacchetto fu fatto</caption>
      <thead><tr><th scope="col">Documento</th><th scope="col">Scritto</th><th scope="col">Da</th><th scope="col">Firma</th><xsl:if test="c:documento/@pdf"><th scope="col">PDF</th></xsl:if></tr></thead>
      <tbody>
        <xsl:for-each select="c:documento[@pagina]">
          <tr>
            <td><a href="{@pagina}"><xsl:value-of select="@titolo"/></a></td>
            <td class="ora"><xsl:call-template name="ora"><xsl:with-param name="o" select="@ora"/></xsl:call-template></td>
            <td><xsl:value-of select="@operatore"/></td>
            <td class="firma"><xsl:choose><xsl:when test="@firma"><xsl:value-of select="@firma"/></xsl:when><xsl:otherwise>–</xsl:otherwise></xsl:choose></td>
            <xsl:if test="../c:documento/@pdf"><td class="pdf"><xsl:choose><xsl:when test="@pdf"><xsl:call-template name="pdf"/></xsl:when><xsl:otherwise>–</xsl:otherwise></xsl:choose></td></xsl:if>
          </tr>
        </xsl:for-each>
      </tbody>
    </table>
    <p>Voci di diario: <a href="diario.html"><xsl:value-of select="count(c:documento[@diario])"/></a>. Registrazioni di protocollo: <a href="registro.html"><xsl:value-of select="count(c:estratto-registro/c:registrazione)"/></a>. Allegati: <xsl:value-of select="count(c:allegato)"/>.</p>
    <xsl:if test="c:allegato">
      <h2>Allegati</h2>
      <ul><xsl:apply-templates select="c:allegato"/></ul>
    </xsl:if>
  </xsl:template>

  <!-- of a document; whose it is, for who hears the links alone -->
  <xsl:template name="pdf">
    <a href="../../{@pdf}">PDF<xsl:if test="@pdf-firmato"> firmato</xsl:if><span class="nascosto"> di <xsl:value-of select="@titolo"/></span></a>
  </xsl:template>

  <xsl:template match="c:allegato">
    <li><a href="../../{@percorso}"><xsl:choose><xsl:when test="@nome"><xsl:value-of select="@nome"/></xsl:when><xsl:otherwise><xsl:value-of select="substring-after(@percorso, 'data/')"/></xsl:otherwise></xsl:choose></a><xsl:if test="@protocollo"> (protocollo <xsl:value-of select="@protocollo"/>)</xsl:if></li>
  </xsl:template>

  <!-- ===== one document ===== -->
  <xsl:template match="c:documento" mode="pagina">
    <p class="di">Scritto il <xsl:call-template name="ora"><xsl:with-param name="o" select="@ora"/></xsl:call-template> da <xsl:value-of select="@operatore"/>.<xsl:if test="@firma"> Firmato: <xsl:value-of select="@firma"/>.</xsl:if></p>
    <xsl:if test="@omissis">
      <p class="avviso">Copia con omissis: dove c'è scritto «omesso» nell'originale c'è altro. <xsl:value-of select="@omissis"/> L'originale resta a chi l'ha scritto; la sua impronta SHA-256 è <xsl:value-of select="@originale"/>.</p>
    </xsl:if>
    <xsl:apply-templates select="c:testo"/>
    <xsl:if test="c:allegato">
      <h2>File di questo documento</h2>
      <ul><xsl:apply-templates select="c:allegato"/></ul>
    </xsl:if>
    <p><a href="../documenti/{@percorso}">Il documento com'è conservato (XML)</a><xsl:if test="@pdf">, <xsl:call-template name="pdf"/></xsl:if></p>
    <p class="impronta">SHA-256 <xsl:value-of select="@impronta"/></p>
  </xsl:template>

  <xsl:template match="c:documento/c:testo">
    <xsl:if test="c:dato">
      <dl>
        <xsl:for-each select="c:dato">
          <dt><xsl:value-of select="c:nome"/></dt>
          <dd><xsl:value-of select="c:valore"/></dd>
        </xsl:for-each>
      </dl>
    </xsl:if>
    <xsl:for-each select="c:sezione">
      <xsl:choose>
        <xsl:when test="$pagina = 'diario'"><h3><xsl:value-of select="c:titolo"/></h3></xsl:when>
        <xsl:otherwise><h2><xsl:value-of select="c:titolo"/></h2></xsl:otherwise>
      </xsl:choose>
      <xsl:apply-templates select="c:testo/*" mode="prosa"/>
    </xsl:for-each>
  </xsl:template>

  <xsl:template match="c:p" mode="prosa"><p><xsl:apply-templates mode="prosa"/></p></xsl:template>
  <xsl:template match="c:titolo" mode="prosa"><h3><xsl:apply-templates mode="prosa"/></h3></xsl:template>
  <xsl:template match="c:voce" mode="prosa">
    <xsl:if test="not(preceding-sibling::*[1][self::c:voce])"><ul><xsl:call-template name="fila"/></ul></xsl:if>
  </xsl:template>
  <xsl:template match="c:punto" mode="prosa">
    <xsl:if test="not(preceding-sibling::*[1][self::c:punto])"><ol><xsl:call-template name="fila"/></ol></xsl:if>
  </xsl:template>
  <!-- this one, and those of its name that follow it without another between -->
  <xsl:template name="fila">
    <xsl:variable name="nome" select="local-name()"/>
    <xsl:variable name="altri" select="count(following-sibling::*[local-name() != $nome])"/>
    <li><xsl:apply-templates mode="prosa"/></li>
    <xsl:for-each select="following-sibling::*[local-name() = $nome][count(following-sibling::*[local-name() != $nome]) = $altri]">
      <li><xsl:apply-templates mode="prosa"/></li>
    </xsl:for-each>
  </xsl:template>
  <xsl:template match="c:tabella" mode="prosa"><table><xsl:apply-templates select="c:riga" mode="prosa"/></table></xsl:template>
  <xsl:template match="c:riga" mode="prosa"><tr><xsl:apply-templates select="c:cella" mode="prosa"/></tr></xsl:template>
  <xsl:template match="c:cella" mode="prosa"><td><xsl:apply-templates mode="prosa"/></td></xsl:template>
  <xsl:template match="c:b" mode="prosa"><strong><xsl:apply-templates mode="prosa"/></strong></xsl:template>
  <xsl:template match="c:i" mode="prosa"><em><xsl:apply-templates mode="prosa"/></em></xsl:template>

  <!-- ===== the diary ===== -->
  <xsl:template name="diario">
    <xsl:if test="not(c:documento[@diario])"><p>Nessuna voce.</p></xsl:if>
    <xsl:for-each select="c:documento[@diario]">
      <xsl:sort select="@ora"/>
      <section class="voce">
        <h2><xsl:call-template name="ora"><xsl:with-param name="o" select="@ora"/></xsl:call-template></h2>
        <p class="di"><xsl:value-of select="@titolo"/>, di <xsl:value-of select="@operatore"/><xsl:if test="@pdf"> (<xsl:call-template name="pdf"/>)</xsl:if></p>
        <xsl:apply-templates select="c:testo"/>
      </section>
    </xsl:for-each>
  </xsl:template>

  <!-- ===== the register ===== -->
  <xsl:template name="registro">
    <p class="di">Le registrazioni di protocollo della cartella, com'erano quando il pacchetto fu fatto.</p>
    <xsl:for-each select="c:estratto-registro/c:registrazione">
      <section class="voce">
        <xsl:choose>
          <xsl:when test="@oscurata">
            <h2><xsl:value-of select="@numero"/></h2>
            <p>Registrazione riservata.</p>
          </xsl:when>
          <xsl:otherwise>
            <h2><xsl:value-of select="c:numero"/></h2>
            <dl>
              <xsl:call-template name="riga"><xsl:with-param name="n">Registrata</xsl:with-param><xsl:with-param name="v"><xsl:call-template name="ora"><xsl:with-param name="o" select="c:ora"/></xsl:call-template></xsl:with-param></xsl:call-template>
              <xsl:call-template name="riga"><xsl:with-param name="n">Flusso</xsl:with-param><xsl:with-param name="v" select="c:flusso"/></xsl:call-template>
              <xsl:call-template name="riga"><xsl:with-param name="n">Oggetto</xsl:with-param><xsl:with-param name="v" select="c:oggetto"/></xsl:call-template>
              <xsl:for-each select="c:mittente"><xsl:call-template name="riga"><xsl:with-param name="n">Mittente</xsl:with-param><xsl:with-param name="v" select="c:denominazione"/></xsl:call-template></xsl:for-each>
              <xsl:for-each select="c:destinatario"><xsl:call-template name="riga"><xsl:with-param name="n">Destinatario</xsl:with-param><xsl:with-param name="v" select="c:denominazione"/></xsl:call-template></xsl:for-each>
              <xsl:call-template name="riga"><xsl:with-param name="n">Classifica</xsl:with-param><xsl:with-param name="v" select="c:classifica"/></xsl:call-template>
            </dl>
            <xsl:variable name="numero" select="c:numero"/>
            <xsl:if test="/c:lettore/c:allegato[@protocollo = $numero]">
              <ul><xsl:apply-templates select="/c:lettore/c:allegato[@protocollo = $numero]"/></ul>
            </xsl:if>
          </xsl:otherwise>
        </xsl:choose>
      </section>
    </xsl:for-each>
  </xsl:template>

  <xsl:template name="riga">
    <xsl:param name="n"/>
    <xsl:param name="v"/>
    <xsl:if test="string($v) != ''"><dt><xsl:value-of select="$n"/></dt><dd><xsl:value-of select="$v"/></dd></xsl:if>
  </xsl:template>

  <!-- ===== who, when ===== -->
  <xsl:template name="atti">
    <p class="di">Gli atti della cartella, in ordine. Il numero è quello dell'atto nella catena del registro.</p>
    <table>
      <thead><tr><th scope="col">N.</th><th scope="col">Quando</th><th scope="col">Chi</th><th scope="col">Che cosa</th></tr></thead>
      <tbody>
        <xsl:for-each select="c:storia/c:atto">
          <tr>
            <td><xsl:value-of select="@seq"/></td>
            <td class="ora"><xsl:call-template name="ora"><xsl:with-param name="o" select="@ora"/></xsl:call-template></td>
            <td><xsl:value-of select="@operatore"/><xsl:if test="@per">, per <xsl:value-of select="@per"/></xsl:if></td>
            <td><xsl:value-of select="@atto"/><xsl:if test="@sommario">: <xsl:value-of select="@sommario"/></xsl:if></td>
          </tr>
        </xsl:for-each>
      </tbody>
    </table>
  </xsl:template>
</xsl:stylesheet>
