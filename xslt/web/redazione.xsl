<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: EUPL-1.2 -->
<!-- redazione.xsl: the editor: the form of what is written, how to write beside
     it. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:c="urn:cartella:1" exclude-result-prefixes="c">
  <xsl:include href="parti/pagina.xsl"/>
  <xsl:include href="parti/modulo.xsl"/>
  <xsl:include href="parti/redazione.xsl"/>

  <xsl:variable name="m" select="/c:pagina/c:modulo[last()]"/>
  <xsl:variable name="cs" select="string($m/c:campo[@percorso = 'cartella']/c:valore[1])"/>
  <xsl:variable name="documento" select="string($m/c:campo[@percorso = $m/@campo-documento]/c:valore[1])"/>

  <xsl:template match="c:pagina" mode="titolo">
    <xsl:call-template name="nome-documento"><xsl:with-param name="tipo" select="$m/@atto"/></xsl:call-template>
    <xsl:choose>
      <xsl:when test="not($m)">Niente da scrivere</xsl:when>
      <xsl:when test="$documento != ''"><xsl:value-of select="concat(' ', $documento)"/></xsl:when>
      <xsl:when test="$m/@che">: nuovo documento</xsl:when>
    </xsl:choose>
  </xsl:template>
  <xsl:template match="c:pagina" mode="briciole">
    <xsl:if test="$cs != ''">
      <li class="breadcrumb-item"><xsl:call-template name="riferimento"><xsl:with-param name="v" select="$cs"/></xsl:call-template></li>
      <li class="breadcrumb-item"><a href="/redazione/{$cs}">Scrivi</a></li>
    </xsl:if>
  </xsl:template>
  <xsl:template match="c:pagina" mode="corpo">
    <xsl:choose>
      <xsl:when test="not($m)">
        <p>Questo documento non si scrive da qui, o non è fra gli atti del tuo ruolo.</p>
        <p><a href="/redazione">Che cosa sto scrivendo</a></p>
      </xsl:when>
      <xsl:otherwise>
        <xsl:apply-templates select="$m[c:rilievo]" mode="avvisi"/>
        <div class="row">
          <div class="col-lg-8">
            <xsl:apply-templates select="$m" mode="scrittura"/>
          </div>
          <aside class="col-lg-4" aria-label="Aiuto per scrivere">
            <xsl:call-template name="come-si-scrive"/>
            <xsl:call-template name="altre-vie"/>
          </aside>
        </div>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- what the document is about first, then its texts; the case and the
       document it is are said already -->
  <xsl:template match="c:modulo" mode="scrittura">
    <xsl:variable name="io" select="."/>
    <form method="post" action="/atto/{@atto}" class="modulo scrittura" id="modulo" accept-charset="UTF-8" data-atto="{@atto}" data-bozza="si">
      <xsl:if test="@file = 'si'"><xsl:attribute name="enctype">multipart/form-data</xsl:attribute></xsl:if>
      <xsl:call-template name="modulo-testa"/>
      <xsl:call-template name="modulo-conferme"/>
      <xsl:for-each select="c:campo[@percorso = 'cartella' or @percorso = $io/@campo-documento]/c:valore[. != '']">
        <input type="hidden" name="{../@percorso}" value="{.}"/>
      </xsl:for-each>
      <xsl:if test="$cs = ''"><xsl:apply-templates select="c:campo[@percorso = 'cartella']" mode="campo"/></xsl:if>
      <xsl:apply-templates select="c:campo[@percorso != 'cartella' and not(@percorso = $io/@campo-documento)] | c:gruppo" mode="campo"/>
      <xsl:call-template name="modulo-file"/>
      <xsl:call-template name="modulo-frase"/>
      <div class="fine-modulo">
        <button type="submit" class="btn btn-primary" name="_azione" value="invia">
          <xsl:choose>
            <xsl:when test="@firma = 'si'">Firma e registra</xsl:when>
            <xsl:when test="c:rilievo[@grado = 'avviso'] and not(c:rilievo[@grado = 'errore'])">Conferma e salva</xsl:when>
            <xsl:otherwise>Salva nella cartella</xsl:otherwise>
          </xsl:choose>
        </button>
        <xsl:text> </xsl:text>
        <button type="submit" class="btn btn-outline-primary" name="_azione" value="bozza" formnovalidate="formnovalidate">Tieni in bozza</button>
        <span class="stato-bozza" role="status" aria-live="polite"></span>
      </div>
    </form>
  </xsl:template>

  <xsl:template name="come-si-scrive">
    <section class="come-si-scrive mb-4">
      <h2 class="h5">Come si scrive</h2>
      <dl class="segni">
        <dt>una riga vuota</dt><dd>un nuovo paragrafo</dd>
        <dt><code># Titolo</code></dt><dd>un titoletto</dd>
        <dt><code>- voce</code></dt><dd>un elenco</dd>
        <dt><code>1. voce</code></dt><dd>un elenco numerato</dd>
        <dt><code>*parola*</code></dt><dd><strong>grassetto</strong></dd>
        <dt><code>_parola_</code></dt><dd><em>corsivo</em></dd>
        <dt><code>| a | b |</code></dt><dd>la riga di una tabella</dd>
      </dl>
    </section>
  </xsl:template>

  <xsl:template name="altre-vie">
    <section class="altre-vie mb-4">
      <h2 class="h5">Altrimenti</h2>
      <ul>
        <xsl:if test="$documento != '' and $m/@tipo">
          <li><a href="/file/stampa?riferimento={$cs}&amp;documento={$documento}&amp;_vedi=si" target="_blank" rel="noopener">Guarda il PDF com’è salvato ora<span class="visually-hidden"> (in una nuova scheda)</span></a></li>
        </xsl:if>
        <xsl:if test="$m/@tipo and $cs != '' and $puo[@atto = 'bozza']">
          <li>
            <a>
              <xsl:attribute name="href">
                <xsl:value-of select="concat('/file/bozza?cartella=', $cs, '&amp;tipo=', $m/@tipo)"/>
                <xsl:if test="$documento != ''"><xsl:value-of select="concat('&amp;documento=', $documento)"/></xsl:if>
              </xsl:attribute>
              <xsl:text>Scrivilo in Writer</xsl:text>
            </a>
            <xsl:text>, poi rimandalo da </xsl:text>
            <a href="/redazione/{$cs}">qui</a>
          </li>
        </xsl:if>
      </ul>
    </section>
  </xsl:template>
</xsl:stylesheet>
