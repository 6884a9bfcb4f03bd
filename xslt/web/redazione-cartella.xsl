<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: EUPL-1.2 -->
<!-- redazione-cartella.xsl: what can be written in a cartella: new, or again. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:c="urn:cartella:1" exclude-result-prefixes="c">
  <xsl:include href="parti/pagina.xsl"/>
  <xsl:include href="parti/redazione.xsl"/>

  <xsl:template match="c:pagina" mode="titolo">
    <xsl:value-of select="concat('Scrivi in ', c:parametro[@nome = 'cartella'])"/>
  </xsl:template>
  <xsl:template match="c:pagina" mode="briciole">
    <li class="breadcrumb-item"><xsl:call-template name="riferimento"><xsl:with-param name="v" select="string(c:parametro[@nome = 'cartella'])"/></xsl:call-template></li>
  </xsl:template>

  <xsl:template match="c:pagina" mode="corpo">
    <xsl:variable name="cs" select="string(c:parametro[@nome = 'cartella'])"/>
    <xsl:variable name="f" select="c:parte/c:fascicolo"/>
    <xsl:variable name="bozze" select="c:parte/c:bozze/c:bozza[@riferimento = $cs]"/>
    <xsl:if test="$f/c:cartella/c:stato = 'chiuso'">
      <xsl:call-template name="messaggio"><xsl:with-param name="testo" select="'La cartella è chiusa: si legge, ma non vi si scrive. Per scrivere va riaperta.'"/></xsl:call-template>
    </xsl:if>
    <xsl:if test="$bozze">
      <h2>Lasciati a metà</h2>
      <xsl:call-template name="elenco-bozze"><xsl:with-param name="bozze" select="$bozze"/></xsl:call-template>
    </xsl:if>
    <h2>Nuovo</h2>
    <div class="azioni mb-4">
      <xsl:call-template name="nuovo"><xsl:with-param name="cs" select="$cs"/><xsl:with-param name="che" select="'relazione'"/><xsl:with-param name="se" select="'redigi'"/></xsl:call-template>
      <xsl:call-template name="nuovo"><xsl:with-param name="cs" select="$cs"/><xsl:with-param name="che" select="'progetto'"/><xsl:with-param name="se" select="'progetto'"/></xsl:call-template>
      <xsl:call-template name="nuovo"><xsl:with-param name="cs" select="$cs"/><xsl:with-param name="che" select="'verbale'"/><xsl:with-param name="se" select="'verbale'"/></xsl:call-template>
      <xsl:call-template name="nuovo"><xsl:with-param name="cs" select="$cs"/><xsl:with-param name="che" select="'lettera'"/><xsl:with-param name="se" select="'comunica'"/></xsl:call-template>
      <xsl:call-template name="nuovo"><xsl:with-param name="cs" select="$cs"/><xsl:with-param name="che" select="'determinazione'"/><xsl:with-param name="se" select="'prepara-determina'"/></xsl:call-template>
    </div>
    <h2>Già scritti</h2>
    <xsl:variable name="scritti" select="$f/c:documento[@tipo = 'relazione' or @tipo = 'progetto' or @tipo = 'verbale' or @tipo = 'determinazione']"/>
    <xsl:choose>
      <xsl:when test="$scritti">
        <div class="tabella-riquadro">
          <table class="table tabella">
            <caption>Documenti scritti in questa cartella. Uno firmato non si riscrive: se ne fa un altro.</caption>
            <thead><tr><th scope="col">Documento</th><th scope="col">Ultima scrittura</th><th scope="col">Che cosa puoi fare</th></tr></thead>
            <tbody>
              <xsl:for-each select="$scritti">
                <xsl:sort select="@ora" order="descending"/>
                <tr>
                  <th scope="row">
                    <a href="/cartella/{$cs}/documento?quale={@percorso}"><xsl:call-template name="documento-parola"><xsl:with-param name="v" select="string(@percorso)"/></xsl:call-template></a>
                    <xsl:if test="@titolo != ''"><xsl:value-of select="concat(': ', @titolo)"/></xsl:if>
                    <xsl:if test="@firmata"><xsl:text> </xsl:text><xsl:call-template name="stato"><xsl:with-param name="v" select="'firmato'"/></xsl:call-template></xsl:if>
                  </th>
                  <td data-titolo="Ultima scrittura"><xsl:call-template name="chi"><xsl:with-param name="codice" select="string(@operatore)"/></xsl:call-template><xsl:text>, </xsl:text><xsl:call-template name="momento"><xsl:with-param name="v" select="@ora"/></xsl:call-template></td>
                  <td data-titolo="Che cosa puoi fare">
                    <xsl:variable name="nome"><xsl:call-template name="documento-parola"><xsl:with-param name="v" select="string(@percorso)"/></xsl:call-template></xsl:variable>
                    <xsl:variable name="scrive"><xsl:call-template name="atto-che-scrive"><xsl:with-param name="tipo" select="string(@tipo)"/></xsl:call-template></xsl:variable>
                    <xsl:if test="not(@firmata)">
                      <xsl:if test="$puo[@atto = 'firma'] and @tipo != 'determinazione'"><a href="/libro-firma/documento?cartella={$cs}&amp;documento={@percorso}">Leggi e firma<span class="visually-hidden"><xsl:value-of select="concat(' ', $nome)"/></span></a><xsl:text> · </xsl:text></xsl:if>
                      <xsl:if test="key('puo', string($scrive))"><a href="/redazione/{$cs}/riscrivi?documento={@percorso}">Riscrivi<span class="visually-hidden"><xsl:value-of select="concat(' ', $nome)"/></span></a><xsl:text> · </xsl:text></xsl:if>
                    </xsl:if>
                    <a href="/file/stampa?riferimento={$cs}&amp;documento={@percorso}&amp;_vedi=si">PDF<span class="visually-hidden"><xsl:value-of select="concat(' di ', $nome)"/></span></a>
                    <xsl:if test="not(@firmata) and key('puo', 'bozza') and key('puo', string($scrive))">
                      <xsl:text> · </xsl:text>
                      <a href="/file/bozza?cartella={$cs}&amp;tipo={@tipo}&amp;documento={@percorso}">Scrivilo in Writer<span class="visually-hidden"><xsl:value-of select="concat(': ', $nome)"/></span></a>
                    </xsl:if>
                  </td>
                </tr>
              </xsl:for-each>
            </tbody>
          </table>
        </div>
      </xsl:when>
      <xsl:otherwise><xsl:call-template name="vuoto"><xsl:with-param name="testo" select="'Ancora niente.'"/></xsl:call-template></xsl:otherwise>
    </xsl:choose>
    <xsl:if test="key('puo', 'bozza')">
      <h2>Scrivere in Writer</h2>
      <p>Scarica il documento, scrivilo con LibreOffice Writer e rimandalo qui: il testo torna nel modulo, dove lo rileggi prima di salvarlo.</p>
      <ul>
        <xsl:if test="key('puo', 'redigi')"><li><a href="/file/bozza?cartella={$cs}&amp;tipo=relazione">Una relazione nuova</a></li></xsl:if>
        <xsl:if test="key('puo', 'progetto')"><li><a href="/file/bozza?cartella={$cs}&amp;tipo=progetto">Un progetto nuovo</a></li></xsl:if>
        <xsl:if test="key('puo', 'verbale')"><li><a href="/file/bozza?cartella={$cs}&amp;tipo=verbale">Un verbale nuovo</a></li></xsl:if>
      </ul>
      <form method="post" action="/redazione/rientro" enctype="multipart/form-data">
        <input type="hidden" name="_csrf" value="{c:sessione/@csrf}"/>
        <div class="campo">
          <label for="odt">Il file scritto in Writer (.odt)</label>
          <input class="form-control" type="file" id="odt" name="file" accept=".odt" required="required"/>
        </div>
        <button type="submit" class="btn btn-outline-primary btn-sm">Riprendi il testo</button>
      </form>
    </xsl:if>
  </xsl:template>

  <xsl:template name="nuovo">
    <xsl:param name="cs"/>
    <xsl:param name="che"/>
    <xsl:param name="se"/>
    <xsl:if test="key('puo', $se)">
      <a class="btn btn-primary btn-sm" href="/redazione/{$cs}/{$che}"><xsl:call-template name="nome-documento"><xsl:with-param name="tipo" select="$che"/></xsl:call-template></a>
      <xsl:text> </xsl:text>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
