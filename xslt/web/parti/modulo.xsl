<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: EUPL-1.2 -->
<!--
  modulo.xsl: the form of an atto, from the tree that web/modulo.h makes.  A
  sheet includes it beside pagina.xsl:

    <xsl:apply-templates select="c:modulo" mode="modulo"/>      the whole form
    <xsl:apply-templates select="…c:campo | …c:gruppo" mode="campo"/>  one field or group

  A page with an order of its own writes the <form> and has the fields one by one
  (c:modulo//c:campo[@percorso = 'oggetto']); then it also calls "modulo-testa" (hidden
  fields) and "modulo-conferme" with the c:modulo as context, and "modulo-file",
  "modulo-frase", "modulo-fine" as it needs.
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:c="urn:cartella:1" exclude-result-prefixes="c">

  <xsl:template match="c:modulo" mode="modulo">
    <form method="post" action="/atto/{@atto}" class="modulo" id="modulo" accept-charset="UTF-8" data-atto="{@atto}">
      <xsl:if test=".//c:campo[@tipo = 'prosa']"><xsl:attribute name="data-bozza">si</xsl:attribute></xsl:if>
      <xsl:if test="@file = 'si'">
        <xsl:attribute name="enctype">multipart/form-data</xsl:attribute>
      </xsl:if>
      <xsl:call-template name="modulo-testa"/>
      <xsl:call-template name="modulo-conferme"/>
      <xsl:if test=".//c:campo[@obbligatorio]">
        <p class="form-text">Dove è scritto «obbligatorio» serve una risposta; il resto si può lasciare vuoto.</p>
      </xsl:if>
      <xsl:call-template name="modulo-file"/>
      <xsl:variable name="detti" select="c:campo[contains($da-dove, concat(' ', @percorso, ' ')) and not(@ripetuto) and not(c:rilievo) and c:valore[1][starts-with(., 'CS-') or starts-with(., 'AC-') or contains(., '.xml') or translate(., '0123456789', '') = '/']]"/>
      <!-- what is assigned is said by one of these -->
      <xsl:variable name="noti" select="$detti | c:campo[$detti and (../@atto = 'assegna' or ../@atto = 'riassegna') and (@percorso = 'accesso' or @percorso = 'protocollo' or @percorso = 'cartella') and not(c:rilievo)]"/>
      <xsl:call-template name="modulo-noti"><xsl:with-param name="noti" select="$noti"/></xsl:call-template>
      <xsl:apply-templates select="(c:campo | c:gruppo)[count(. | $noti) != count($noti)]" mode="campo"/>
      <xsl:call-template name="modulo-frase"/>
      <xsl:call-template name="modulo-fine"/>
    </form>
  </xsl:template>

  <!-- what the page one came from has said already: words, fields behind them -->
  <xsl:variable name="da-dove" select="' accesso cartella protocollo caso documento relazione proposta progetto verbale determinazione intervento istruttoria voce appuntamento liberatoria '"/>
  <xsl:template name="modulo-noti">
    <xsl:param name="noti"/>
    <xsl:if test="$noti">
      <details class="noti mb-4">
        <summary>
          <xsl:text>Riguarda: </xsl:text>
          <xsl:for-each select="$noti[c:valore[1] != '']">
            <xsl:if test="position() &gt; 1">, </xsl:if>
            <xsl:call-template name="documento-parola"><xsl:with-param name="v" select="string(c:valore[1])"/></xsl:call-template>
          </xsl:for-each>
        </summary>
        <div class="mt-3"><xsl:apply-templates select="$noti" mode="campo"/></div>
      </details>
    </xsl:if>
  </xsl:template>

  <!-- Enter sends: the first button of a form is the one it presses -->
  <xsl:template name="modulo-testa">
    <button type="submit" class="invio-nascosto" name="_azione" value="invia" tabindex="-1" aria-hidden="true">Invia</button>
    <xsl:call-template name="nascosto"><xsl:with-param name="nome" select="'_csrf'"/><xsl:with-param name="v" select="/c:pagina/c:sessione/@csrf"/></xsl:call-template>
    <xsl:call-template name="nascosto"><xsl:with-param name="nome" select="'_id'"/><xsl:with-param name="v" select="@id"/></xsl:call-template>
    <xsl:call-template name="nascosto"><xsl:with-param name="nome" select="'_ritorno'"/><xsl:with-param name="v" select="@ritorno"/></xsl:call-template>
    <xsl:call-template name="nascosto"><xsl:with-param name="nome" select="'_per'"/><xsl:with-param name="v" select="@per"/></xsl:call-template>
    <xsl:for-each select="c:base[not(../@conflitto)]">
      <xsl:call-template name="nascosto"><xsl:with-param name="nome" select="'_base'"/><xsl:with-param name="v" select="."/></xsl:call-template>
    </xsl:for-each>
    <xsl:for-each select="c:conferma">
      <xsl:call-template name="nascosto"><xsl:with-param name="nome" select="'_conferma'"/><xsl:with-param name="v" select="."/></xsl:call-template>
    </xsl:for-each>
  </xsl:template>

  <!-- what may be done all the same, when it is said to be meant -->
  <xsl:template name="modulo-conferme">
    <xsl:if test="c:rilievo[@grado = 'avviso']">
      <fieldset class="conferme">
        <legend>Prima di continuare</legend>
        <xsl:for-each select="c:rilievo[@grado = 'avviso']">
          <xsl:if test="not(preceding-sibling::c:rilievo[@grado = 'avviso'][@codice = current()/@codice])">
            <p class="mb-1"><xsl:value-of select="."/><xsl:if test="@norma"><small class="norma"> (<xsl:value-of select="@norma"/>)</small></xsl:if></p>
            <label>
              <input type="checkbox" class="conferma" name="_conferma" value="{@codice}">
                <xsl:if test="@confermato"><xsl:attribute name="checked">checked</xsl:attribute></xsl:if>
              </input>
              <xsl:text>Ho controllato: va bene così</xsl:text>
            </label>
          </xsl:if>
        </xsl:for-each>
        <xsl:if test="not(c:rilievo[@grado = 'errore'])"><p class="mb-0 mt-3"><button type="submit" class="btn btn-primary btn-sm" name="_azione" value="invia">Conferma e invia</button></p></xsl:if>
      </fieldset>
    </xsl:if>
  </xsl:template>

  <xsl:template name="modulo-file">
    <xsl:if test="@file = 'si'">
      <div class="campo lascia" data-lascia="si">
        <label for="m-file">File</label>
        <input type="file" class="form-control" id="m-file" name="file" multiple="multiple" aria-describedby="m-file-aiuto"/>
        <small class="form-text" id="m-file-aiuto">Si possono scegliere più file insieme.</small>
        <xsl:if test="c:rilievo and not(c:sosta)"><p class="rilievo avviso">Se avevi scelto dei file, sceglili di nuovo: il browser non li tiene.</p></xsl:if>
        <xsl:call-template name="modulo-tenuti"/>
      </div>
    </xsl:if>
  </xsl:template>

  <!-- files that were sent before: what has no tick any more does not go with
       the form -->
  <xsl:template name="modulo-tenuti">
    <xsl:if test="c:sosta">
      <fieldset class="file-tenuti mt-2">
        <legend class="h6">File già mandati</legend>
        <p class="form-text">Sono tenuti per un’ora: non serve sceglierli di nuovo. Togli la spunta a quelli che non vuoi mandare.</p>
        <ul class="tenuti">
          <xsl:for-each select="c:sosta">
            <xsl:variable name="id" select="string(.)"/>
            <xsl:variable name="scheda" select="/c:pagina/c:sosta[@id = $id]"/>
            <li class="tenuto">
              <xsl:choose>
                <xsl:when test="$scheda/@manca">Un file mandato prima non c’è più: sceglilo di nuovo.</xsl:when>
                <xsl:otherwise>
                  <label>
                    <input type="checkbox" class="conferma" name="_sosta" value="{$id}" checked="checked"/>
                    <strong>
                      <xsl:choose>
                        <xsl:when test="$scheda"><xsl:value-of select="$scheda/@nome"/></xsl:when>
                        <xsl:otherwise>un file mandato prima</xsl:otherwise>
                      </xsl:choose>
                    </strong>
                    <xsl:if test="$scheda/@dimensione">
                      <xsl:text> (</xsl:text><xsl:call-template name="file-peso"><xsl:with-param name="byte" select="$scheda/@dimensione"/></xsl:call-template><xsl:text>)</xsl:text>
                    </xsl:if>
                  </label>
                </xsl:otherwise>
              </xsl:choose>
            </li>
          </xsl:for-each>
        </ul>
      </fieldset>
    </xsl:if>
  </xsl:template>

  <xsl:template name="modulo-frase">
    <xsl:if test="@firma = 'si'">
      <div class="campo">
        <label for="m-frase">Frase segreta della chiave con cui firmi</label>
        <input type="password" class="form-control" id="m-frase" name="_frase" autocomplete="off" aria-describedby="m-frase-aiuto"/>
        <small class="form-text" id="m-frase-aiuto">Serve solo se la tua chiave è custodita dal server. Non viene conservata.</small>
      </div>
    </xsl:if>
  </xsl:template>

  <xsl:template name="modulo-fine">
    <xsl:param name="testo">
      <xsl:choose>
        <xsl:when test="c:rilievo[@grado = 'avviso'] and not(c:rilievo[@grado = 'errore'])">Conferma e invia</xsl:when>
        <xsl:when test="@firma = 'si'">Firma</xsl:when>
        <xsl:otherwise>Invia</xsl:otherwise>
      </xsl:choose>
    </xsl:param>
    <div class="fine-modulo">
      <button type="submit" class="btn btn-primary" name="_azione" value="invia"><xsl:value-of select="$testo"/></button>
      <xsl:if test="@lettera"><button type="submit" class="btn btn-outline-primary" name="_azione" value="vedi" formtarget="_blank" formnovalidate="formnovalidate">Vedi la lettera<span class="visually-hidden"> (in una nuova scheda)</span></button></xsl:if>
      <xsl:if test="@ritorno and not(contains(@ritorno, '{'))"><a class="btn btn-outline-primary" href="{@ritorno}">Torna indietro</a></xsl:if>
      <span class="stato-bozza" role="status" aria-live="polite"></span>
    </div>
  </xsl:template>

  <!-- a group: what must be given stands open, the rest opens at will -->
  <xsl:template match="c:gruppo" mode="campo">
    <xsl:variable name="base" select="@base"/>
    <xsl:variable name="ultimo" select="not(following-sibling::c:gruppo[@base = $base])"/>
    <xsl:variable name="molti" select="@ripetuto and ../c:gruppo[@base = $base][2]"/>
    <xsl:variable name="nome">
      <xsl:value-of select="@etichetta"/>
      <xsl:if test="$molti"><xsl:value-of select="concat(' ', @n)"/></xsl:if>
    </xsl:variable>
    <xsl:choose>
      <xsl:when test="@obbligatorio or @pieno or @aperto or $molti or /c:pagina/c:modulo/@aggiunto = $base">
        <fieldset class="gruppo" id="{@id}" tabindex="-1">
          <legend><xsl:value-of select="$nome"/><xsl:if test="@obbligatorio"><span class="obbligatorio"> (obbligatorio)</span></xsl:if></legend>
          <xsl:call-template name="gruppo-dentro"><xsl:with-param name="molti" select="$molti"/></xsl:call-template>
        </fieldset>
      </xsl:when>
      <xsl:otherwise>
        <details class="gruppo">
          <summary><xsl:value-of select="$nome"/></summary>
          <div role="group" aria-label="{$nome}" id="{@id}">
            <xsl:call-template name="gruppo-dentro"/>
          </div>
        </details>
      </xsl:otherwise>
    </xsl:choose>
    <xsl:if test="@ripetuto and $ultimo and (@pieno or $molti or @obbligatorio)">
      <p class="altro">
        <button type="submit" class="btn btn-outline-primary btn-sm" name="_azione" value="aggiungi:{$base}" formnovalidate="formnovalidate">
          <xsl:call-template name="icona"><xsl:with-param name="nome" select="'it-plus'"/></xsl:call-template>
          <xsl:text> Aggiungi: </xsl:text>
          <xsl:value-of select="@etichetta"/>
        </button>
      </p>
    </xsl:if>
  </xsl:template>
  <xsl:template name="gruppo-dentro">
    <xsl:param name="molti"/>
    <xsl:if test="@ripetuto"><input type="hidden" name="{@percorso}" value="{@n}"/></xsl:if>
    <xsl:if test="@aiuto"><p class="form-text"><xsl:value-of select="@aiuto"/></p></xsl:if>
    <xsl:apply-templates select="c:rilievo" mode="accanto"/>
    <xsl:apply-templates select="c:campo | c:gruppo" mode="campo"/>
    <xsl:if test="$molti">
      <p class="altro">
        <button type="submit" class="btn btn-outline-danger btn-sm" name="_azione" value="togli:{@base}:{@n}" formnovalidate="formnovalidate">
          <xsl:value-of select="concat('Togli: ', @etichetta, ' ', @n)"/>
        </button>
      </p>
    </xsl:if>
  </xsl:template>

  <!-- a field -->
  <xsl:template match="c:campo" mode="campo">
    <div>
      <xsl:attribute name="class">
        <xsl:text>campo</xsl:text>
        <xsl:if test="@tipo = 'prosa'"> prosa-da-scrivere</xsl:if>
        <xsl:if test="c:rilievo[@grado = 'errore']"> errato</xsl:if>
      </xsl:attribute>
      <xsl:choose>
        <xsl:when test="@ripetuto">
          <div role="group" aria-labelledby="{@id}-nome">
            <span class="etichetta-campo" id="{@id}-nome">
              <xsl:value-of select="@etichetta"/>
              <xsl:if test="@obbligatorio"><span class="obbligatorio"> (obbligatorio)</span></xsl:if>
            </span>
            <xsl:for-each select="c:valore">
              <div class="ripetizione">
                <xsl:apply-templates select=".." mode="comando"><xsl:with-param name="valore" select="."/></xsl:apply-templates>
                <xsl:if test="../c:valore[2]">
                  <button type="submit" class="btn btn-outline-danger btn-sm" name="_azione" value="togli:{../@via}:{@n}" formnovalidate="formnovalidate">
                    <xsl:text>Togli</xsl:text><span class="visually-hidden"><xsl:value-of select="concat(' ', ../@etichetta, ' ', @n)"/></span>
                  </button>
                </xsl:if>
              </div>
            </xsl:for-each>
            <xsl:call-template name="campo-fine"/>
            <button type="submit" class="btn btn-outline-primary btn-sm mt-1" name="_azione" value="aggiungi:{@via}" formnovalidate="formnovalidate">
              <xsl:text>Aggiungi un altro</xsl:text><span class="visually-hidden"><xsl:value-of select="concat(': ', @etichetta)"/></span>
            </button>
          </div>
        </xsl:when>
        <xsl:otherwise>
          <label for="{@id}">
            <xsl:value-of select="@etichetta"/>
            <xsl:if test="@obbligatorio"><span class="obbligatorio"> (obbligatorio)</span></xsl:if>
          </label>
          <xsl:apply-templates select="." mode="comando"><xsl:with-param name="valore" select="c:valore[1]"/></xsl:apply-templates>
          <xsl:call-template name="campo-fine"/>
        </xsl:otherwise>
      </xsl:choose>
    </div>
  </xsl:template>
  <xsl:template name="campo-fine">
    <xsl:if test="@suggerito = 'elenco'">
      <datalist id="{@id}-elenco">
        <xsl:for-each select="c:suggerito"><option value="{@v}"><xsl:value-of select="."/></option></xsl:for-each>
      </datalist>
    </xsl:if>
    <xsl:if test="@aiuto or @tipo = 'prosa'">
      <small class="form-text" id="{@id}-aiuto">
        <xsl:value-of select="@aiuto"/>
        <xsl:if test="@tipo = 'prosa'"><xsl:apply-templates select="." mode="come-si-scrive"/></xsl:if>
      </small>
    </xsl:if>
    <xsl:apply-templates select="c:rilievo" mode="accanto"/>
  </xsl:template>
  <xsl:template match="c:campo" mode="come-si-scrive">
    <xsl:if test="@aiuto">. </xsl:if>
    <xsl:text>Una riga vuota separa i paragrafi; «- » a inizio riga fa un elenco, *asterischi* il grassetto, _trattini bassi_ il corsivo.</xsl:text>
  </xsl:template>
  <xsl:template match="c:rilievo" mode="accanto">
    <span class="rilievo {@grado}" id="{../@id}-rilievo-{position()}"><xsl:value-of select="."/></span>
  </xsl:template>

  <!-- what is typed into -->
  <xsl:template match="c:campo" mode="comando">
    <xsl:param name="valore"/>
    <xsl:choose>
      <xsl:when test="@tipo = 'prosa'">
        <textarea class="form-control" rows="8" data-prosa="si">
          <xsl:apply-templates select="." mode="attributi"><xsl:with-param name="valore" select="$valore"/></xsl:apply-templates>
          <xsl:value-of select="$valore"/>
        </textarea>
      </xsl:when>
      <xsl:when test="@tipo = 'scelta' or @tipo = 'si-no'">
        <select class="form-select">
          <xsl:apply-templates select="." mode="attributi"><xsl:with-param name="valore" select="$valore"/></xsl:apply-templates>
          <option value=""></option>
          <xsl:choose>
            <xsl:when test="@tipo = 'si-no'">
              <option value="si"><xsl:if test="$valore = 'si'"><xsl:attribute name="selected">selected</xsl:attribute></xsl:if>sì</option>
              <option value="no"><xsl:if test="$valore = 'no'"><xsl:attribute name="selected">selected</xsl:attribute></xsl:if>no</option>
            </xsl:when>
            <xsl:otherwise>
              <xsl:for-each select="c:scelta">
                <option value="{@v}"><xsl:if test="$valore = @v"><xsl:attribute name="selected">selected</xsl:attribute></xsl:if><xsl:value-of select="."/></option>
              </xsl:for-each>
            </xsl:otherwise>
          </xsl:choose>
        </select>
      </xsl:when>
      <xsl:when test="@suggerito = 'scelta'">
        <select class="form-select">
          <xsl:apply-templates select="." mode="attributi"><xsl:with-param name="valore" select="$valore"/></xsl:apply-templates>
          <option value=""></option>
          <xsl:if test="$valore != '' and not(c:suggerito[@v = $valore])"><option value="{$valore}" selected="selected"><xsl:value-of select="$valore"/></option></xsl:if>
          <xsl:for-each select="c:suggerito">
            <option value="{@v}"><xsl:if test="$valore = @v"><xsl:attribute name="selected">selected</xsl:attribute></xsl:if><xsl:value-of select="."/></option>
          </xsl:for-each>
        </select>
      </xsl:when>
      <xsl:when test="@tipo = 'testo' and not(@una-riga) and contains($valore, '&#10;')">
        <textarea class="form-control" rows="4">
          <xsl:apply-templates select="." mode="attributi"><xsl:with-param name="valore" select="$valore"/></xsl:apply-templates>
          <xsl:value-of select="$valore"/>
        </textarea>
      </xsl:when>
      <xsl:otherwise>
        <input class="form-control" value="{$valore}">
          <xsl:attribute name="type">
            <xsl:choose>
              <xsl:when test="@tipo = 'data'">date</xsl:when>
              <xsl:otherwise>text</xsl:otherwise>
            </xsl:choose>
          </xsl:attribute>
          <xsl:if test="@tipo = 'intero'"><xsl:attribute name="inputmode">numeric</xsl:attribute></xsl:if>
          <xsl:if test="@tipo = 'data'"><xsl:attribute name="placeholder">gg/mm/aaaa</xsl:attribute></xsl:if>
          <xsl:if test="c:suggerito"><xsl:attribute name="list"><xsl:value-of select="concat(@id, '-elenco')"/></xsl:attribute></xsl:if>
          <xsl:apply-templates select="." mode="attributi"><xsl:with-param name="valore" select="$valore"/></xsl:apply-templates>
        </input>
        <xsl:if test="$valore != '' and c:suggerito[@v = $valore][. != '']"><span class="form-text detto"><xsl:value-of select="c:suggerito[@v = $valore]"/></span></xsl:if>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:template match="c:campo" mode="attributi">
    <xsl:param name="valore"/>
    <xsl:attribute name="id"><xsl:value-of select="$valore/@id"/></xsl:attribute>
    <xsl:attribute name="name"><xsl:value-of select="@percorso"/></xsl:attribute>
    <xsl:if test="@richiesto and not(@ripetuto and $valore/@n &gt; 1)"><xsl:attribute name="required">required</xsl:attribute></xsl:if>
    <xsl:if test="@ripetuto">
      <xsl:attribute name="aria-label"><xsl:value-of select="concat(@etichetta, ' ', $valore/@n)"/></xsl:attribute>
    </xsl:if>
    <xsl:if test="c:rilievo[@grado = 'errore']"><xsl:attribute name="aria-invalid">true</xsl:attribute></xsl:if>
    <xsl:variable name="detto">
      <xsl:if test="@aiuto or @tipo = 'prosa'"><xsl:value-of select="concat(@id, '-aiuto ')"/></xsl:if>
      <xsl:for-each select="c:rilievo"><xsl:value-of select="concat(../@id, '-rilievo-', position(), ' ')"/></xsl:for-each>
    </xsl:variable>
    <xsl:if test="$detto != ''"><xsl:attribute name="aria-describedby"><xsl:value-of select="normalize-space($detto)"/></xsl:attribute></xsl:if>
    <xsl:if test="/c:pagina/c:modulo/@fuoco = $valore/@id"><xsl:attribute name="autofocus">autofocus</xsl:attribute></xsl:if>
  </xsl:template>
</xsl:stylesheet>
