<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: EUPL-1.2 -->
<!--
  registro-nuova.xsl: a new registration on one page, in the order in which a
  letter is read: the file, from whom or to whom, about what, its class.  The fields
  are those of the <modulo> (parti/modulo.xsl); what a file that was sent
  before tells stands in them already.
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:c="urn:cartella:1" exclude-result-prefixes="c">
  <xsl:include href="parti/pagina.xsl"/>
  <xsl:include href="parti/registro.xsl"/>
  <xsl:include href="parti/modulo.xsl"/>

  <xsl:variable name="m" select="/c:pagina/c:modulo"/>
  <xsl:variable name="rubrica" select="/c:pagina/c:parte/c:corrispondenti/c:corrispondente"/>
  <xsl:variable name="flusso">
    <xsl:choose>
      <xsl:when test="$m//c:campo[@percorso = 'flusso']/c:valore != ''"><xsl:value-of select="$m//c:campo[@percorso = 'flusso']/c:valore"/></xsl:when>
      <xsl:otherwise>entrata</xsl:otherwise>
    </xsl:choose>
  </xsl:variable>

  <xsl:template match="c:pagina" mode="briciole"><xsl:call-template name="briciola-registro"/></xsl:template>

  <xsl:template match="c:pagina" mode="corpo">
    <xsl:call-template name="menu-registro"><xsl:with-param name="qui" select="'/registro/nuova'"/></xsl:call-template>
    <xsl:apply-templates select="$m" mode="registra"/>
  </xsl:template>

  <xsl:template match="c:modulo" mode="registra">
    <xsl:if test="c:rilievo[@grado = 'errore']"><xsl:call-template name="errori"/></xsl:if>
    <form method="post" action="/atto/registra" class="modulo modulo-registra" id="modulo" accept-charset="UTF-8" enctype="multipart/form-data" data-atto="registra" data-impara="/sosta" data-prova="si">
      <button type="submit" class="invio-nascosto" name="_azione" value="invia" tabindex="-1" aria-hidden="true">Registra</button>
      <xsl:call-template name="celati"><xsl:with-param name="ritorno" select="'/registro/{protocollo}'"/><xsl:with-param name="id" select="@id"/></xsl:call-template>
      <xsl:for-each select="c:conferma"><xsl:call-template name="nascosto"><xsl:with-param name="nome" select="'_conferma'"/><xsl:with-param name="v" select="."/></xsl:call-template></xsl:for-each>
      <xsl:call-template name="modulo-conferme"/>
      <xsl:call-template name="il-documento"/>
      <xsl:call-template name="il-flusso"/>
      <xsl:apply-templates select="c:gruppo[@base = 'mittente']" mode="soggetto"/>
      <xsl:apply-templates select="c:gruppo[@base = 'destinatario']" mode="soggetto"/>
      <xsl:apply-templates select=".//c:campo[@percorso = 'oggetto']" mode="campo"/>
      <div class="due-colonne">
        <xsl:apply-templates select=".//c:campo[@percorso = 'classifica']" mode="classifica"/>
        <xsl:apply-templates select=".//c:campo[@percorso = 'tipo']" mode="campo"/>
        <xsl:apply-templates select=".//c:campo[@percorso = 'mezzo']" mode="campo"/>
        <xsl:apply-templates select=".//c:campo[@percorso = 'data-arrivo']" mode="campo"/>
        <xsl:apply-templates select=".//c:campo[@percorso = 'protocollo-mittente.numero']" mode="breve"><xsl:with-param name="nome" select="'Protocollo del mittente'"/></xsl:apply-templates>
        <xsl:apply-templates select=".//c:campo[@percorso = 'protocollo-mittente.data']" mode="breve"><xsl:with-param name="nome" select="'del'"/></xsl:apply-templates>
      </div>
      <xsl:apply-templates select="c:gruppo[@base = 'riservata']" mode="riservata"/>
      <xsl:apply-templates select="c:gruppo[@base = 'differita' or @base = 'cartacei'] | .//c:campo[@percorso = 'sostituisce']" mode="altro"/>
      <div class="fine-modulo">
        <button type="submit" class="btn btn-primary" name="_azione" value="invia">
          <xsl:choose>
            <xsl:when test="c:rilievo[@grado = 'avviso'] and not(c:rilievo[@grado = 'errore'])">Conferma e registra</xsl:when>
            <xsl:otherwise>Registra</xsl:otherwise>
          </xsl:choose>
        </button>
        <a class="btn btn-outline-primary" href="/registro">Lascia stare</a>
      </div>
      <datalist id="rubrica">
        <xsl:for-each select="$rubrica[not(c:unito-a)]"><option value="{c:denominazione}" data-codice="{c:codice}"><xsl:value-of select="c:pec"/></option></xsl:for-each>
      </datalist>
      <datalist id="voci-titolario">
        <xsl:for-each select="/c:pagina/c:parte/c:titolario/c:voce"><option value="{@indice}"><xsl:value-of select="."/></option></xsl:for-each>
      </datalist>
      <datalist id="motivi-riserva">
        <option value="dati di un minore"></option>
        <option value="dati sulla salute"></option>
        <option value="dati giudiziari"></option>
        <option value="dati di persona in carico al servizio sociale"></option>
      </datalist>
    </form>
  </xsl:template>

  <xsl:template name="errori">
    <div class="alert alert-danger rilievi" role="alert" tabindex="-1" id="rilievi">
      <h2>Non è registrato: c’è da correggere</h2>
      <ul>
        <xsl:for-each select="c:rilievo[@grado = 'errore']">
          <li>
            <xsl:choose>
              <xsl:when test="@campo"><a class="alert-link" href="#{@campo}"><xsl:value-of select="."/></a></xsl:when>
              <xsl:otherwise><xsl:value-of select="."/></xsl:otherwise>
            </xsl:choose>
            <xsl:if test="@norma"><small class="norma"> (<xsl:value-of select="@norma"/>)</small></xsl:if>
          </li>
        </xsl:for-each>
      </ul>
    </div>
  </xsl:template>

  <!-- ==== the file ==== -->
  <xsl:template name="il-documento">
    <fieldset class="lascia-qui" data-lascia="si">
      <legend>Il documento</legend>
      <p class="form-text">Un PDF, un messaggio (.eml), un file firmato, e i suoi allegati. Il primo è il documento principale. Senza file si registra una carta.</p>
      <label for="f-file">File</label>
      <input type="file" class="form-control" id="f-file" name="file" multiple="multiple"/>
      <noscript><p class="mt-2"><button type="submit" class="btn btn-outline-primary btn-sm" name="_azione" value="leggi" formnovalidate="formnovalidate">Leggi i file e riempi i campi</button></p></noscript>
      <ul id="tenuti" class="tenuti">
        <xsl:for-each select="c:sosta">
          <xsl:variable name="id" select="string(.)"/>
          <xsl:variable name="scheda" select="/c:pagina/c:sosta[@id = $id]"/>
          <xsl:choose>
            <xsl:when test="$scheda[not(@manca)]"><xsl:apply-templates select="$scheda" mode="tenuto"/></xsl:when>
            <xsl:when test="$scheda"><li>Un file mandato prima non c’è più: sceglilo di nuovo.</li></xsl:when>
            <xsl:otherwise><li><input type="hidden" name="_sosta" value="{$id}"/>Il file mandato prima è tenuto: non serve mandarlo di nuovo.</li></xsl:otherwise>
          </xsl:choose>
        </xsl:for-each>
      </ul>
    </fieldset>
  </xsl:template>

  <xsl:template match="c:sosta" mode="tenuto">
    <li class="tenuto" data-sosta="{@id}">
      <label>
        <input type="checkbox" class="conferma" name="_sosta" value="{@id}" checked="checked"/>
        <strong><xsl:value-of select="@nome"/></strong>
        <xsl:text> (</xsl:text><xsl:call-template name="file-peso"><xsl:with-param name="byte" select="@dimensione"/></xsl:call-template><xsl:text>)</xsl:text>
      </label>
      <xsl:if test="c:parte">
        <ul>
          <xsl:for-each select="c:parte"><li>allegato: <xsl:value-of select="@nome"/><xsl:if test="@nota"> – <xsl:value-of select="@nota"/></xsl:if></li></xsl:for-each>
        </ul>
      </xsl:if>
      <xsl:for-each select="c:avviso">
        <p class="avviso-file"><strong>Attenzione: </strong><xsl:value-of select="."/></p>
      </xsl:for-each>
    </li>
  </xsl:template>

  <!-- ==== from whom, to whom ==== -->
  <xsl:template name="il-flusso">
    <fieldset class="scelte-flusso">
      <legend>È un documento</legend>
      <div class="scelte">
        <label><input type="radio" name="flusso" value="entrata"><xsl:if test="$flusso = 'entrata'"><xsl:attribute name="checked">checked</xsl:attribute></xsl:if></input> in entrata</label>
        <label><input type="radio" name="flusso" value="uscita"><xsl:if test="$flusso = 'uscita'"><xsl:attribute name="checked">checked</xsl:attribute></xsl:if></input> in uscita</label>
        <label><input type="radio" name="flusso" value="interna"><xsl:if test="$flusso = 'interna'"><xsl:attribute name="checked">checked</xsl:attribute></xsl:if></input> interno</label>
      </div>
    </fieldset>
  </xsl:template>

  <xsl:template match="c:gruppo" mode="soggetto">
    <xsl:variable name="base" select="@base"/>
    <xsl:variable name="nome"><xsl:choose><xsl:when test="@base = 'mittente'">Mittente</xsl:when><xsl:otherwise>Destinatario</xsl:otherwise></xsl:choose></xsl:variable>
    <xsl:variable name="d" select="c:campo[@percorso = concat($base, '.denominazione')]"/>
    <fieldset class="gruppo soggetto" id="{@id}" data-soggetto="{@base}" tabindex="-1">
      <legend>
        <xsl:value-of select="$nome"/>
        <xsl:if test="../c:gruppo[@base = $base][2]"><xsl:value-of select="concat(' ', @n)"/></xsl:if>
      </legend>
      <input type="hidden" name="{@percorso}" value="{@n}"/>
      <xsl:apply-templates select="c:rilievo" mode="accanto"/>
      <div>
        <xsl:attribute name="class">campo<xsl:if test="$d/c:rilievo[@grado = 'errore']"> errato</xsl:if></xsl:attribute>
        <label for="{$d/c:valore[1]/@id}">Ente, o cognome e nome</label>
        <input class="form-control" type="text" list="rubrica" autocomplete="off" placeholder=" " value="{$d/c:valore[1]}" data-rubrica="{@base}">
          <xsl:apply-templates select="$d" mode="attributi"><xsl:with-param name="valore" select="$d/c:valore[1]"/></xsl:apply-templates>
        </input>
        <xsl:apply-templates select="$d/c:rilievo" mode="accanto"/>
      </div>
      <details>
        <xsl:if test="c:campo[@percorso != concat($base, '.denominazione')]/c:valore != ''"><xsl:attribute name="open">open</xsl:attribute></xsl:if>
        <summary>PEC, indirizzo, codici</summary>
        <div class="due-colonne mt-2">
          <xsl:apply-templates select="c:campo[@percorso = concat($base, '.pec')]" mode="campo"/>
          <xsl:apply-templates select="c:campo[@percorso = concat($base, '.indirizzo')]" mode="campo"/>
          <xsl:apply-templates select="c:campo[@percorso = concat($base, '.codice-ipa')]" mode="campo"/>
          <xsl:apply-templates select="c:campo[@percorso = concat($base, '.corrispondente')]" mode="campo"/>
        </div>
      </details>
      <xsl:if test="../c:gruppo[@base = $base][2]">
        <p class="altro"><button type="submit" class="btn btn-outline-danger btn-sm" name="_azione" value="togli:{@base}:{@n}" formnovalidate="formnovalidate"><xsl:value-of select="concat('Togli ', $nome, ' ', @n)"/></button></p>
      </xsl:if>
    </fieldset>
    <xsl:if test="not(following-sibling::c:gruppo[@base = $base])">
      <p class="altro" data-soggetto="{$base}">
        <button type="submit" class="btn btn-outline-primary btn-sm" name="_azione" value="aggiungi:{$base}" formnovalidate="formnovalidate">
          <xsl:value-of select="concat('Un altro ', translate($nome, 'MD', 'md'))"/>
        </button>
      </p>
    </xsl:if>
  </xsl:template>

  <!-- ==== the rest ==== -->
  <xsl:template match="c:campo" mode="classifica">
    <div>
      <xsl:attribute name="class">campo<xsl:if test="c:rilievo[@grado = 'errore']"> errato</xsl:if></xsl:attribute>
      <label for="{c:valore[1]/@id}">Classifica<span class="obbligatorio"> (obbligatorio)</span></label>
      <input class="form-control" type="text" list="voci-titolario" autocomplete="off" value="{c:valore[1]}" data-titolario="classifica-voce">
        <xsl:apply-templates select="." mode="attributi"><xsl:with-param name="valore" select="c:valore[1]"/></xsl:apply-templates>
        <xsl:attribute name="aria-describedby">
          <xsl:text>classifica-voce</xsl:text>
          <xsl:for-each select="c:rilievo"><xsl:value-of select="concat(' ', ../@id, '-rilievo-', position())"/></xsl:for-each>
        </xsl:attribute>
      </input>
      <small class="form-text" id="classifica-voce">
        <xsl:choose>
          <xsl:when test="c:valore != '' and /c:pagina/c:parte/c:titolario/c:voce[@indice = current()/c:valore[1]]"><xsl:value-of select="/c:pagina/c:parte/c:titolario/c:voce[@indice = current()/c:valore[1]]"/></xsl:when>
          <xsl:otherwise>come VII/9; <a href="/registro/titolario" target="_blank" rel="noopener">vedi il titolario</a></xsl:otherwise>
        </xsl:choose>
      </small>
      <xsl:apply-templates select="c:rilievo" mode="accanto"/>
    </div>
  </xsl:template>

  <!-- a field of a group, that is wanted only when the group is used -->
  <xsl:template match="c:campo" mode="breve">
    <xsl:param name="nome"/>
    <div>
      <xsl:attribute name="class">campo<xsl:if test="c:rilievo[@grado = 'errore']"> errato</xsl:if></xsl:attribute>
      <label for="{c:valore[1]/@id}"><xsl:value-of select="$nome"/></label>
      <input class="form-control" value="{c:valore[1]}">
        <xsl:attribute name="type"><xsl:choose><xsl:when test="@tipo = 'data'">date</xsl:when><xsl:otherwise>text</xsl:otherwise></xsl:choose></xsl:attribute>
        <xsl:apply-templates select="." mode="attributi"><xsl:with-param name="valore" select="c:valore[1]"/></xsl:apply-templates>
      </input>
      <xsl:apply-templates select="c:rilievo" mode="accanto"/>
    </div>
  </xsl:template>

  <xsl:template match="c:gruppo" mode="riservata">
    <xsl:variable name="motivo" select="c:campo[@percorso = 'riservata.motivo']"/>
    <fieldset class="gruppo" id="{@id}" tabindex="-1">
      <legend>Riservata</legend>
      <div class="due-colonne">
        <div>
          <xsl:attribute name="class">campo<xsl:if test="$motivo/c:rilievo[@grado = 'errore']"> errato</xsl:if></xsl:attribute>
          <label for="{$motivo/c:valore[1]/@id}">Perché è riservata</label>
          <input class="form-control" type="text" list="motivi-riserva" autocomplete="off" value="{$motivo/c:valore[1]}">
            <xsl:apply-templates select="$motivo" mode="attributi"><xsl:with-param name="valore" select="$motivo/c:valore[1]"/></xsl:apply-templates>
            <xsl:if test="not($motivo/c:rilievo)"><xsl:attribute name="aria-describedby">riservata-aiuto</xsl:attribute></xsl:if>
          </input>
          <small class="form-text" id="riservata-aiuto">vuoto: non è riservata; se lo è, nell’oggetto solo iniziali</small>
          <xsl:apply-templates select="$motivo/c:rilievo" mode="accanto"/>
        </div>
        <xsl:apply-templates select="c:campo[@percorso = 'riservata.fino-al']" mode="campo"/>
      </div>
    </fieldset>
  </xsl:template>

  <xsl:template match="c:gruppo" mode="altro"><xsl:apply-templates select="." mode="campo"/></xsl:template>
  <xsl:template match="c:campo" mode="altro">
    <details class="gruppo">
      <xsl:if test="c:valore != '' or c:rilievo"><xsl:attribute name="open">open</xsl:attribute></xsl:if>
      <summary>Sostituisce un’uscita già spedita</summary>
      <xsl:apply-templates select="." mode="campo"/>
    </details>
  </xsl:template>
</xsl:stylesheet>
