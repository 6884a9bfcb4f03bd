<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: EUPL-1.2 -->
<!-- libro-firma-documento.xsl: one document to be read, then signed, taken home
     to be signed there, or given back. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:c="urn:cartella:1" exclude-result-prefixes="c">
  <xsl:include href="parti/pagina.xsl"/>
  <xsl:include href="parti/firme.xsl"/>
  <xsl:include href="parti/letto.xsl"/>

  <xsl:template match="c:pagina" mode="briciole">
    <li class="breadcrumb-item"><a href="/libro-firma">Libro firma</a></li>
  </xsl:template>

  <xsl:template match="c:pagina" mode="corpo">
    <xsl:variable name="elenco" select="string(c:parametro[@nome = 'elenco'])"/>
    <xsl:variable name="cs"><xsl:choose><xsl:when test="$elenco != ''">ente</xsl:when><xsl:otherwise><xsl:value-of select="c:parametro[@nome = 'cartella']"/></xsl:otherwise></xsl:choose></xsl:variable>
    <xsl:variable name="doc" select="c:parametro[@nome = 'documento']"/>
    <xsl:variable name="per" select="string(c:parametro[@nome = 'per'])"/>
    <xsl:variable name="voce" select="c:parte/c:libro-firma/c:sezione[string(@per) = $per]/c:voce[@cartella = $cs and @documento = $doc]"/>
    <xsl:choose>
      <xsl:when test="$elenco != ''">
        <p><a href="/archivio/scarti?elenco={$elenco}"><xsl:call-template name="scarto-parola"><xsl:with-param name="v" select="string($doc)"/></xsl:call-template></a></p>
        <xsl:apply-templates select="c:parte/c:scarti" mode="da-firmare"/>
      </xsl:when>
      <xsl:otherwise>
        <p>
          <xsl:call-template name="riferimento"><xsl:with-param name="v" select="string($cs)"/></xsl:call-template>
          <xsl:text>, </xsl:text>
          <xsl:call-template name="documento-parola"><xsl:with-param name="v" select="string($doc)"/></xsl:call-template>
        </p>
        <h2 class="visually-hidden">Il documento</h2>
        <article class="documento border rounded p-4 mb-4" aria-label="Il documento">
          <xsl:apply-templates select="c:parte[@atto = 'mostra']/*[not(self::c:base)]" mode="letto"/>
        </article>
      </xsl:otherwise>
    </xsl:choose>
    <xsl:variable name="pdf">
      <xsl:choose>
        <xsl:when test="$elenco != ''"><xsl:value-of select="concat('/file/stampa-scarto?elenco=', $elenco)"/><xsl:if test="contains($doc, '/verbale.xml')">&amp;carta=verbale</xsl:if></xsl:when>
        <xsl:otherwise><xsl:value-of select="concat('/file/stampa?riferimento=', $cs, '&amp;documento=', $doc)"/></xsl:otherwise>
      </xsl:choose>
      <xsl:text>&amp;_vedi=si</xsl:text>
    </xsl:variable>
    <p>
      <a class="btn btn-outline-primary" href="{$pdf}" target="_blank" rel="noopener">Apri il PDF da firmare<span class="visually-hidden"> (in una nuova scheda)</span></a>
    </p>
    <xsl:choose>
      <xsl:when test="$voce">
        <h2>Firme</h2>
        <xsl:apply-templates select="$voce" mode="passi"/>
        <xsl:apply-templates select="$voce" mode="firma"/>
        <xsl:apply-templates select="$voce" mode="altrove"/>
        <!-- a list is not written again -->
        <xsl:if test="$elenco = ''"><xsl:apply-templates select="$voce" mode="rinvia"/></xsl:if>
      </xsl:when>
      <xsl:otherwise>
        <p class="alert alert-info">Questo documento non aspetta la tua firma: è già firmato, è cambiato, o tocca a un altro. <a class="alert-link" href="/libro-firma">Torna al libro firma</a></p>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- of a list: how much, and which; the PDF has all of it -->
  <xsl:template match="c:scarti" mode="da-firmare">
    <dl class="voci">
      <xsl:call-template name="voce"><xsl:with-param name="nome" select="'Del'"/><xsl:with-param name="v"><xsl:call-template name="data"><xsl:with-param name="v" select="string(c:elenco/@data)"/></xsl:call-template></xsl:with-param></xsl:call-template>
      <xsl:call-template name="voce"><xsl:with-param name="nome" select="'Autorizzazione chiesta a'"/><xsl:with-param name="v" select="string(c:elenco/@soprintendenza)"/></xsl:call-template>
      <xsl:call-template name="voce"><xsl:with-param name="nome" select="'Provvedimento'"/><xsl:with-param name="v" select="string(c:elenco/@provvedimento)"/></xsl:call-template>
      <xsl:call-template name="voce"><xsl:with-param name="nome" select="'Righe'"/><xsl:with-param name="v" select="string(count(c:voce))"/></xsl:call-template>
    </dl>
    <ul>
      <xsl:for-each select="c:voce">
        <li>
          <xsl:value-of select="concat(@n, '. ')"/>
          <xsl:call-template name="riferimento"><xsl:with-param name="v" select="string(@riferimento)"/></xsl:call-template>
          <xsl:value-of select="concat(', ', @classifica, ', ', @tipologia, ': ', translate(@stato, '-', ' '))"/>
        </li>
      </xsl:for-each>
    </ul>
  </xsl:template>

  <!-- what every form of this page carries with it -->
  <xsl:template match="c:voce" mode="nascosti">
    <xsl:param name="ritorno" select="'/libro-firma'"/>
    <xsl:call-template name="celati"><xsl:with-param name="ritorno" select="$ritorno"/></xsl:call-template>
    <xsl:if test="../@per"><input type="hidden" name="_per" value="{../@per}"/></xsl:if>
    <input type="hidden" name="cartella" value="{@cartella}"/>
    <input type="hidden" name="documento" value="{@documento}"/>
  </xsl:template>

  <xsl:template match="c:voce" mode="firma">
    <h2>Firma</h2>
    <xsl:choose>
      <xsl:when test="$firma-qui = 'si'">
        <form method="post" action="/atto/firma" class="modulo-firma">
          <!-- who wrote it goes on with the case, others with what waits -->
          <xsl:apply-templates select="." mode="nascosti">
            <xsl:with-param name="ritorno">
              <xsl:choose>
                <xsl:when test="@cartella = 'ente'">/archivio/scarti</xsl:when>
                <xsl:when test="@autore = /c:pagina/c:sessione/@utente"><xsl:value-of select="concat('/cartella/', @cartella)"/></xsl:when>
                <xsl:otherwise>/libro-firma</xsl:otherwise>
              </xsl:choose>
            </xsl:with-param>
          </xsl:apply-templates>
          <input type="hidden" name="impronta" value="{@impronta}"/>
          <xsl:if test="$chiave-qui = 'si'">
            <div class="campo">
              <label for="frase">Frase segreta della tua chiave</label>
              <input class="form-control" type="password" id="frase" name="_frase" required="required" autocomplete="off" aria-describedby="frase-aiuto"/>
              <small id="frase-aiuto" class="form-text">Apre la chiave per questa firma sola e non viene conservata.</small>
            </div>
          </xsl:if>
          <button type="submit" class="btn btn-primary">Firma questo documento</button>
        </form>
      </xsl:when>
      <xsl:when test="$chiave-mia = 'si'">
        <p>La tua chiave la tieni tu, non il server: firma con il tuo programma, come qui sotto.</p>
      </xsl:when>
      <xsl:otherwise>
        <p class="alert alert-warning">Non hai una chiave con cui firmare: chiedi al responsabile del protocollo di arruolarla.</p>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="c:voce" mode="altrove">
    <details class="mb-3">
      <summary>Firma con il tuo programma (carta, chiavetta, la tua chiave)</summary>
      <ol class="mt-3">
        <li><a href="/file/prepara-firma?cartella={@cartella}&amp;documento={@documento}">Scarica che cosa si firma</a>: il manifesto, il PDF e le istruzioni.</li>
        <li>Leggi il PDF e firma <code>manifesto.xml</code>, senza cambiarlo.</li>
        <li>Rimanda qui il manifesto, il PDF e la firma, entro sette giorni.</li>
      </ol>
      <form method="post" action="/atto/firma" enctype="multipart/form-data">
        <xsl:apply-templates select="." mode="nascosti"/>
        <div class="campo">
          <label for="firmati">Manifesto, PDF e firma</label>
          <input class="form-control" type="file" id="firmati" name="file" multiple="multiple" required="required"/>
        </div>
        <button type="submit" class="btn btn-outline-primary">Rimanda la firma</button>
      </form>
    </details>
  </xsl:template>

  <xsl:template match="c:voce" mode="rinvia">
    <details class="mb-3">
      <summary>Rinvia a chi l'ha scritto</summary>
      <form method="post" action="/atto/rinvia-firma" class="mt-3">
        <xsl:apply-templates select="." mode="nascosti"/>
        <input type="hidden" name="impronta" value="{@impronta}"/>
        <div class="campo">
          <label for="motivazione">Che cosa manca o non va</label>
          <textarea class="form-control" id="motivazione" name="motivazione" rows="4" required="required"></textarea>
        </div>
        <button type="submit" class="btn btn-outline-danger">Rinvia</button>
      </form>
    </details>
  </xsl:template>
</xsl:stylesheet>
