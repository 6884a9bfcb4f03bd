<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: EUPL-1.2 -->
<!-- registro-correggi.xsl: what is wrong with a registration: asked for, put right, annulled. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:c="urn:cartella:1" exclude-result-prefixes="c">
  <xsl:include href="parti/pagina.xsl"/>
  <xsl:include href="parti/registro.xsl"/>
  <xsl:include href="parti/registrazione.xsl"/>

  <xsl:template match="c:pagina" mode="briciole"><xsl:call-template name="briciola-registro"/></xsl:template>

  <xsl:template match="c:pagina" mode="titolo"><xsl:value-of select="concat('Correggi ', $n)"/></xsl:template>

  <xsl:template match="c:pagina" mode="corpo">
    <p><a href="{$via}">Torna alla registrazione</a></p>
    <p>Niente si cancella: ciò che era resta scritto, con chi lo ha cambiato, quando e perché.</p>
    <xsl:apply-templates select="$r" mode="dati"/>
    <xsl:apply-templates select="$r" mode="storia"/>
    <xsl:if test="$r and not($r/@annullata)">
      <xsl:call-template name="classifica"/>
      <xsl:call-template name="chiedi"/>
      <xsl:call-template name="rettifica"/>
      <xsl:call-template name="annulla"/>
    </xsl:if>
  </xsl:template>

  <xsl:template name="classifica">
    <xsl:if test="key('puo', 'classifica')">
      <h2>Cambia la classifica</h2>
      <xsl:call-template name="modulo-breve">
        <xsl:with-param name="atto" select="'classifica'"/><xsl:with-param name="testo" select="'Cambia'"/><xsl:with-param name="ritorno" select="$via"/>
        <xsl:with-param name="campi">
          <input type="hidden" name="protocollo" value="{$n}"/>
          <div class="campo">
            <label for="c-classifica">Nuova classifica</label>
            <input class="form-control" type="text" id="c-classifica" name="classifica" list="voci-titolario" required="required" autocomplete="off"/>
            <datalist id="voci-titolario"><xsl:for-each select="/c:pagina/c:parte/c:titolario/c:voce"><option value="{@indice}"><xsl:value-of select="."/></option></xsl:for-each></datalist>
          </div>
          <xsl:call-template name="campo-testo"><xsl:with-param name="nome" select="'motivo'"/><xsl:with-param name="etichetta" select="'Perché'"/><xsl:with-param name="aiuto" select="'senza nomi di persone'"/><xsl:with-param name="chiave" select="'-classifica'"/></xsl:call-template>
        </xsl:with-param>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <xsl:template name="opzioni-campo">
    <option value="oggetto">oggetto</option>
    <option value="mittente">mittente</option>
    <option value="destinatario">destinatario</option>
    <option value="protocollo-mittente">protocollo del mittente</option>
    <option value="data-arrivo">data di arrivo</option>
    <option value="mezzo">mezzo</option>
  </xsl:template>

  <xsl:template name="chiedi">
    <xsl:if test="key('puo', 'chiedi-correzione')">
      <h2>Chiedi al responsabile</h2>
      <xsl:call-template name="modulo-breve">
        <xsl:with-param name="atto" select="'chiedi-correzione'"/><xsl:with-param name="testo" select="'Chiedi'"/><xsl:with-param name="ritorno" select="$via"/>
        <xsl:with-param name="campi">
          <input type="hidden" name="protocollo" value="{$n}"/>
          <div class="campo">
            <label for="c-tipo">Che cosa</label>
            <select class="form-select" id="c-tipo" name="tipo">
              <option value="rettifica">rettificare un campo</option>
              <option value="annullamento">annullare la registrazione</option>
            </select>
          </div>
          <div class="campo">
            <label for="c-campo-chiesto">Quale campo (di una rettifica)</label>
            <select class="form-select" id="c-campo-chiesto" name="campo"><option value="">—</option><xsl:call-template name="opzioni-campo"/></select>
          </div>
          <xsl:call-template name="campo-testo"><xsl:with-param name="nome" select="'motivo'"/><xsl:with-param name="etichetta" select="'Che cosa è sbagliato, e come dovrebbe essere'"/><xsl:with-param name="obbligatorio" select="'si'"/><xsl:with-param name="chiave" select="'-chiedi'"/></xsl:call-template>
        </xsl:with-param>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <xsl:template name="richieste">
    <xsl:variable name="aperte" select="$r/c:richiesta-correzione[@aperta]"/>
    <xsl:if test="$aperte">
      <div class="campo">
        <label for="c-richiesta{generate-id()}">Risponde alla richiesta</label>
        <select class="form-select" id="c-richiesta{generate-id()}" name="richiesta">
          <option value="">nessuna</option>
          <xsl:for-each select="$aperte"><option value="{@ordine}"><xsl:value-of select="concat(@ordine, ', di ', @richiedente, ': ', normalize-space(.))"/></option></xsl:for-each>
        </select>
      </div>
    </xsl:if>
  </xsl:template>

  <xsl:template name="rettifica">
    <xsl:if test="key('puo', 'rettifica')">
      <h2>Rettifica</h2>
      <xsl:call-template name="modulo-breve">
        <xsl:with-param name="atto" select="'rettifica'"/><xsl:with-param name="testo" select="'Rettifica l’oggetto'"/><xsl:with-param name="ritorno" select="$via"/>
        <xsl:with-param name="campi">
          <input type="hidden" name="protocollo" value="{$n}"/>
          <input type="hidden" name="campo" value="oggetto"/>
          <xsl:call-template name="campo-testo"><xsl:with-param name="nome" select="'oggetto'"/><xsl:with-param name="etichetta" select="'Oggetto corretto'"/><xsl:with-param name="v" select="$r/c:oggetto"/><xsl:with-param name="obbligatorio" select="'si'"/><xsl:with-param name="aiuto" select="'senza nomi di persone, solo iniziali'"/></xsl:call-template>
          <xsl:call-template name="campo-testo"><xsl:with-param name="nome" select="'motivo'"/><xsl:with-param name="etichetta" select="'Perché'"/><xsl:with-param name="obbligatorio" select="'si'"/><xsl:with-param name="chiave" select="'-rettifica'"/></xsl:call-template>
          <xsl:call-template name="campo-testo"><xsl:with-param name="nome" select="'provvedimento'"/><xsl:with-param name="etichetta" select="'Provvedimento che la autorizza'"/><xsl:with-param name="obbligatorio" select="'si'"/><xsl:with-param name="aiuto" select="'come det. 12/2026'"/><xsl:with-param name="chiave" select="'-rettifica'"/></xsl:call-template>
          <xsl:for-each select="$r"><xsl:call-template name="richieste"/></xsl:for-each>
        </xsl:with-param>
      </xsl:call-template>
      <p><a href="/atto/rettifica?protocollo={$n}">Rettifica un altro campo (mittente, destinatario, date, mezzo)</a></p>
    </xsl:if>
  </xsl:template>

  <xsl:template name="annulla">
    <xsl:variable name="atto"><xsl:choose><xsl:when test="$r/c:spedizione">annulla-inoltro</xsl:when><xsl:otherwise>annulla</xsl:otherwise></xsl:choose></xsl:variable>
    <xsl:if test="key('puo', $atto)">
      <h2>Annulla la registrazione</h2>
      <xsl:call-template name="modulo-breve">
        <xsl:with-param name="atto" select="$atto"/><xsl:with-param name="testo" select="'Annulla la registrazione'"/><xsl:with-param name="tono" select="'danger'"/><xsl:with-param name="ritorno" select="$via"/>
        <xsl:with-param name="campi">
          <input type="hidden" name="protocollo" value="{$n}"/>
          <xsl:call-template name="campo-testo"><xsl:with-param name="nome" select="'motivo'"/><xsl:with-param name="etichetta" select="'Perché'"/><xsl:with-param name="obbligatorio" select="'si'"/><xsl:with-param name="chiave" select="'-annulla'"/></xsl:call-template>
          <xsl:call-template name="campo-testo"><xsl:with-param name="nome" select="'provvedimento'"/><xsl:with-param name="etichetta" select="'Provvedimento'"/><xsl:with-param name="aiuto" select="'se manca, prende il suo numero nel repertorio degli annullamenti'"/><xsl:with-param name="chiave" select="'-annulla'"/></xsl:call-template>
          <xsl:call-template name="campo-testo"><xsl:with-param name="nome" select="'richiedente'"/><xsl:with-param name="etichetta" select="'Chi lo ha chiesto, se la richiesta è su carta'"/></xsl:call-template>
          <xsl:for-each select="$r/c:numero"><xsl:call-template name="richieste"/></xsl:for-each>
        </xsl:with-param>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
