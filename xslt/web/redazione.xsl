<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: EUPL-1.2 -->
<!-- redazione.xsl: the editor: the form of what is written, how to write beside
     it. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:c="urn:cartella:1" exclude-result-prefixes="c">
  <xsl:include href="parti/pagina.xsl"/>
  <xsl:include href="parti/modulo.xsl"/>
  <xsl:include href="parti/redazione.xsl"/>
  <xsl:include href="parti/letto.xsl"/>

  <xsl:variable name="m" select="/c:pagina/c:modulo"/>
  <xsl:variable name="cs" select="string($m/c:campo[@percorso = 'cartella']/c:valore[1])"/>
  <xsl:variable name="documento" select="string($m/c:campo[@percorso = $m/@campo-documento]/c:valore[1])"/>

  <!-- the reading says what is signed: that is not written again -->
  <xsl:variable name="firmato" select="$documento != '' and /c:pagina//c:documento[@percorso = $documento]/@firmata"/>

  <xsl:template match="c:pagina" mode="titolo">
    <xsl:call-template name="nome-documento"><xsl:with-param name="tipo" select="$m/@atto"/></xsl:call-template>
    <xsl:choose>
      <xsl:when test="not($m)">Niente da scrivere</xsl:when>
      <xsl:when test="$documento != ''"><xsl:value-of select="concat(' ', number(substring-before(substring-after($documento, '/'), '.xml')))"/></xsl:when>
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
      <xsl:when test="$firmato and not($m/c:rilievo)">
        <p>Questo documento è firmato: non si riscrive, se ne fa un altro.</p>
        <p><a href="/cartella/{$cs}/documento?quale={$documento}">Leggilo</a> · <a href="/redazione/{$cs}">Scrivi un documento nuovo</a></p>
      </xsl:when>
      <xsl:otherwise>
        <xsl:choose>
          <xsl:when test="$m/@conflitto"><xsl:apply-templates select="$m" mode="conflitto"/></xsl:when>
          <xsl:otherwise><xsl:apply-templates select="$m[c:rilievo]" mode="avvisi"/></xsl:otherwise>
        </xsl:choose>
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
      <input type="hidden" name="_atto" value="{@atto}"/>
      <xsl:call-template name="nascosto"><xsl:with-param name="nome" select="'_pagina'"/><xsl:with-param name="v">
        <xsl:choose>
          <xsl:when test="@che and $cs != ''">
            <xsl:value-of select="concat('/redazione/', $cs, '/', @che)"/>
            <xsl:if test="$documento != ''"><xsl:value-of select="concat('?documento=', $documento)"/></xsl:if>
          </xsl:when>
          <xsl:otherwise><xsl:value-of select="/c:pagina/@qui"/></xsl:otherwise>
        </xsl:choose>
      </xsl:with-param></xsl:call-template>
      <xsl:for-each select="c:prima"><input type="hidden" name="_prima" value="{.}"/></xsl:for-each>
      <xsl:call-template name="modulo-conferme"/>
      <xsl:for-each select="c:campo[@percorso = 'cartella' or @percorso = $io/@campo-documento]/c:valore[. != '']">
        <input type="hidden" name="{../@percorso}" value="{.}"/>
      </xsl:for-each>
      <xsl:if test="$cs = ''"><xsl:apply-templates select="c:campo[@percorso = 'cartella']" mode="campo"/></xsl:if>
      <xsl:apply-templates select="c:campo[@percorso != 'cartella' and not(@percorso = $io/@campo-documento)] | c:gruppo" mode="campo"/>
      <xsl:call-template name="modulo-file"/>
      <xsl:call-template name="modulo-frase"/>
      <xsl:if test="@conflitto"><xsl:call-template name="scelta-dei-testi"/></xsl:if>
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
        <xsl:if test="@tipo and key('puo', 'bozza')">
          <xsl:text> </xsl:text>
          <button type="submit" class="btn btn-outline-primary" formaction="/redazione/anteprima" formtarget="_blank" formnovalidate="formnovalidate">Anteprima del PDF<span class="visually-hidden"> (in una nuova scheda)</span></button>
        </xsl:if>
        <xsl:if test="@lettera">
          <xsl:text> </xsl:text>
          <button type="submit" class="btn btn-outline-primary" name="_azione" value="vedi" formtarget="_blank" formnovalidate="formnovalidate">Vedi la lettera<span class="visually-hidden"> (in una nuova scheda)</span></button>
        </xsl:if>
        <span class="stato-bozza" role="status" aria-live="polite"></span>
      </div>
    </form>
  </xsl:template>

  <!-- two people wrote at once: what differs is beside what was typed -->
  <xsl:template match="c:modulo" mode="conflitto">
    <div class="alert alert-warning rilievi" role="alert" tabindex="-1" id="rilievi">
      <h2>Qualcuno ha scritto nel frattempo</h2>
      <p>Mentre scrivevi il documento è stato cambiato. Niente è perduto: il tuo testo è qui sotto e, dove i due non dicono lo stesso, accanto c’è quello salvato da altri. Unisci a mano, poi in fondo scegli «Ho confrontato i testi» e salva.</p>
      <xsl:if test="c:campo[c:ora]">
        <ul>
          <xsl:for-each select="c:campo[c:ora]"><li><a class="alert-link" href="#{@id}"><xsl:value-of select="@etichetta"/></a></li></xsl:for-each>
        </ul>
      </xsl:if>
      <xsl:if test="c:campo[@aggiornato]">
        <p class="mb-0">
          <xsl:text>Queste parti non le avevi toccate, e ora dicono ciò che hanno scritto gli altri: </xsl:text>
          <xsl:for-each select="c:campo[@aggiornato]"><xsl:if test="position() &gt; 1">, </xsl:if><xsl:value-of select="@etichetta"/></xsl:for-each>.
        </p>
      </xsl:if>
    </div>
    <xsl:if test="c:differenza">
      <div class="tabella-riquadro mb-4">
        <table class="table tabella differenze">
          <caption>Nelle altre parti, ciò che non dice lo stesso</caption>
          <thead><tr><th scope="col">Dove</th><th scope="col">Il tuo</th><th scope="col">Salvato da altri</th></tr></thead>
          <tbody>
            <xsl:for-each select="c:differenza">
              <tr>
                <th scope="row">
                  <xsl:if test="@dove"><xsl:value-of select="concat(@dove, ': ')"/></xsl:if>
                  <xsl:choose>
                    <xsl:when test="@id"><a href="#{@id}"><xsl:value-of select="@campo"/></a></xsl:when>
                    <xsl:otherwise><xsl:value-of select="@campo"/></xsl:otherwise>
                  </xsl:choose>
                </th>
                <td data-titolo="Il tuo"><xsl:apply-templates select="c:mio" mode="detto"/></td>
                <td data-titolo="Salvato da altri"><xsl:apply-templates select="c:ora" mode="detto"/></td>
              </tr>
            </xsl:for-each>
          </tbody>
        </table>
      </div>
    </xsl:if>
    <xsl:if test="c:gruppo">
      <details class="mb-4">
        <summary>Il documento com’è salvato ora, per intero</summary>
        <article class="documento border rounded p-3 mt-2" aria-label="Il documento com’è ora">
          <xsl:apply-templates select="/c:pagina/c:parte[@atto = 'mostra']/*[local-name() = $m/@tipo]" mode="letto"/>
        </article>
      </details>
    </xsl:if>
  </xsl:template>

  <xsl:template match="c:mio | c:ora" mode="detto">
    <xsl:choose>
      <xsl:when test="string(.) = ''">(niente)</xsl:when>
      <xsl:when test="../@tipo = 'data'"><xsl:call-template name="data"><xsl:with-param name="v" select="string(.)"/></xsl:call-template></xsl:when>
      <xsl:otherwise><xsl:value-of select="."/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- with what is sent now nothing unseen is written over: the old base is
       refused again, the new one is chosen -->
  <xsl:template name="scelta-dei-testi">
    <fieldset class="conferme">
      <legend>Prima di salvare</legend>
      <xsl:for-each select="c:base-prima">
        <label class="d-block mb-2"><input type="radio" class="me-2" id="base-prima" name="_base" value="{.}" checked="checked"/>Sto ancora confrontando i due testi</label>
      </xsl:for-each>
      <xsl:for-each select="c:base">
        <label class="d-block"><input type="radio" class="me-2" id="base-ora" name="_base" value="{.}"/>Ho confrontato i testi: il mio, com’è qui sopra, prende il posto di quello salvato</label>
      </xsl:for-each>
    </fieldset>
  </xsl:template>

  <!-- a field whose words are not those that are saved now -->
  <xsl:template match="c:campo[c:ora]" mode="campo" priority="2">
    <div class="due-testi row">
      <div class="col-md-6">
        <div class="campo errato prosa-da-scrivere">
          <label for="{c:valore[1]/@id}">Il tuo testo: <xsl:value-of select="@etichetta"/></label>
          <xsl:apply-templates select="." mode="comando"><xsl:with-param name="valore" select="c:valore[1]"/></xsl:apply-templates>
          <xsl:call-template name="campo-fine"/>
        </div>
      </div>
      <div class="col-md-6">
        <div class="testo-di-ora">
          <p class="etichetta-campo mb-1" id="{@id}-ora">Salvato da altri: <xsl:value-of select="@etichetta"/></p>
          <pre class="ora" aria-labelledby="{@id}-ora" tabindex="0"><xsl:choose><xsl:when test="c:ora != ''"><xsl:value-of select="c:ora"/></xsl:when><xsl:otherwise>(niente)</xsl:otherwise></xsl:choose></pre>
        </div>
      </div>
    </div>
  </xsl:template>

  <!-- how it is written is said once, beside -->
  <xsl:template match="c:campo" mode="come-si-scrive" priority="1"/>

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
    <xsl:if test="$m/@tipo and ($documento != '' or ($cs != '' and key('puo', 'bozza')))">
    <section class="altre-vie mb-4">
      <h2 class="h5">Altrimenti</h2>
      <ul>
        <xsl:if test="$documento != '' and $m/@tipo">
          <li><a href="/file/stampa?riferimento={$cs}&amp;documento={$documento}&amp;_vedi=si" target="_blank" rel="noopener">Guarda il PDF com’è salvato ora<span class="visually-hidden"> (in una nuova scheda)</span></a></li>
        </xsl:if>
        <xsl:if test="$m/@tipo and $cs != '' and key('puo', 'bozza')">
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
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
