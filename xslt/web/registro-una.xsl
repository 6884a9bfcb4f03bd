<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: EUPL-1.2 -->
<!-- registro-una.xsl: one registration: what it says, its files, where it went, what was
     corrected, and what can be done with it. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:c="urn:cartella:1" exclude-result-prefixes="c">
  <xsl:include href="parti/pagina.xsl"/>
  <xsl:include href="parti/registro.xsl"/>
  <xsl:include href="parti/registrazione.xsl"/>

  <xsl:template match="c:pagina" mode="briciole"><xsl:call-template name="briciola-registro"/></xsl:template>
  <xsl:template match="c:pagina" mode="titolo">
    <xsl:value-of select="concat('Protocollo ', $r/c:numero)"/>
  </xsl:template>
  <xsl:template match="c:pagina" mode="azioni">
    <xsl:if test="c:parametro[@nome = 'fatto'] = 'registra' and key('puo', 'registra')">
      <a class="btn btn-primary btn-sm" href="/registro/nuova" data-tasto="n">Registra un altro</a>
      <xsl:text> </xsl:text>
    </xsl:if>
    <xsl:if test="not($r/@oscurata)">
      <xsl:call-template name="pulsante"><xsl:with-param name="via" select="concat('/file/etichetta?riferimento=', $n)"/><xsl:with-param name="testo" select="'Etichetta'"/><xsl:with-param name="tono" select="'outline-primary'"/><xsl:with-param name="se" select="'etichetta'"/></xsl:call-template>
      <xsl:text> </xsl:text>
      <xsl:call-template name="pulsante"><xsl:with-param name="via" select="concat($via, '/segnatura')"/><xsl:with-param name="testo" select="'Segnatura'"/><xsl:with-param name="tono" select="'outline-primary'"/></xsl:call-template>
      <xsl:if test="$r/c:flusso = 'entrata'">
        <xsl:text> </xsl:text>
        <xsl:call-template name="pulsante"><xsl:with-param name="via" select="concat('/file/ricevuta?riferimento=', $n)"/><xsl:with-param name="testo" select="'Ricevuta'"/><xsl:with-param name="tono" select="'outline-primary'"/><xsl:with-param name="se" select="'ricevuta'"/></xsl:call-template>
      </xsl:if>
    </xsl:if>
  </xsl:template>

  <xsl:template match="c:pagina" mode="corpo">
    <p class="stato-registrazione">
      <xsl:call-template name="flusso"><xsl:with-param name="v" select="$r/c:flusso"/></xsl:call-template>
      <xsl:if test="$r/@riservata"><xsl:text> </xsl:text><xsl:call-template name="riservata"/></xsl:if>
      <xsl:if test="$r/@annullata"><xsl:text> </xsl:text><xsl:call-template name="stato"><xsl:with-param name="v" select="'annullata'"/></xsl:call-template></xsl:if>
    </p>
    <xsl:apply-templates select="$r/c:annullamento"/>
    <xsl:if test="$r/@oscurata"><p><xsl:call-template name="oscurato"/></p></xsl:if>
    <xsl:apply-templates select="$r" mode="dati"/>
    <xsl:apply-templates select="$r" mode="file"/>
    <xsl:apply-templates select="$r" mode="dove"/>
    <xsl:apply-templates select="$r" mode="spedizioni"/>
    <xsl:apply-templates select="$r" mode="fascicoli"/>
    <xsl:apply-templates select="$r" mode="storia"/>
    <xsl:if test="not($r/@oscurata)"><xsl:apply-templates select="$r" mode="fare"/></xsl:if>
  </xsl:template>

  <!-- ==== what can be done: each only for whom has the atto ==== -->
  <xsl:template match="c:registrazione" mode="fare">
    <section class="non-stampa" aria-labelledby="fare">
      <h2 id="fare">Che cosa si può fare</h2>
      <xsl:if test="not(@annullata)">
        <xsl:apply-templates select="." mode="fare-smista"/>
        <xsl:apply-templates select="." mode="fare-ricevuta"/>
        <xsl:apply-templates select="." mode="fare-classifica"/>
        <xsl:if test="c:flusso = 'uscita'"><xsl:apply-templates select="." mode="fare-spedisci"/></xsl:if>
      </xsl:if>
      <xsl:apply-templates select="." mode="fare-copia"/>
      <p class="azioni-registro">
        <xsl:if test="not(@annullata)">
          <xsl:call-template name="pulsante"><xsl:with-param name="via" select="concat($via, '/correggi')"/><xsl:with-param name="testo" select="'Correggi o annulla'"/><xsl:with-param name="tono" select="'outline-primary'"/><xsl:with-param name="se" select="'chiedi-correzione'"/></xsl:call-template>
          <xsl:text> </xsl:text>
          <xsl:if test="c:flusso = 'entrata'">
            <xsl:call-template name="pulsante"><xsl:with-param name="via" select="concat('/atto/assegna?protocollo=', $n)"/><xsl:with-param name="testo" select="'Assegna a un’assistente sociale'"/><xsl:with-param name="tono" select="'outline-primary'"/><xsl:with-param name="se" select="'assegna'"/></xsl:call-template>
            <xsl:text> </xsl:text>
            <xsl:call-template name="pulsante"><xsl:with-param name="via" select="concat('/atto/acquisisci?protocollo=', $n)"/><xsl:with-param name="testo" select="'Metti in una cartella'"/><xsl:with-param name="tono" select="'outline-primary'"/><xsl:with-param name="se" select="'acquisisci'"/></xsl:call-template>
            <xsl:text> </xsl:text>
          </xsl:if>
          <xsl:call-template name="pulsante"><xsl:with-param name="via" select="concat('/atto/fascicola?protocollo=', $n)"/><xsl:with-param name="testo" select="'Metti in un fascicolo'"/><xsl:with-param name="tono" select="'outline-primary'"/><xsl:with-param name="se" select="'fascicola'"/></xsl:call-template>
        </xsl:if>
      </p>
    </section>
  </xsl:template>

  <xsl:template match="c:registrazione" mode="fare-smista">
    <xsl:if test="key('puo', 'smista')">
      <details class="fare">
        <xsl:if test="not(c:smistamento) and c:flusso != 'uscita'"><xsl:attribute name="open">open</xsl:attribute></xsl:if>
        <summary>Smista</summary>
        <form method="post" action="/atto/smista" class="modulo-breve" data-atto="smista">
          <xsl:call-template name="celati"/>
          <input type="hidden" name="protocollo" value="{$n}"/>
          <xsl:call-template name="destinazioni"/>
          <xsl:call-template name="campo-testo"><xsl:with-param name="nome" select="'nota'"/><xsl:with-param name="etichetta" select="'Nota per gli uffici'"/><xsl:with-param name="aiuto" select="'senza nomi di persone'"/></xsl:call-template>
          <xsl:if test="c:smistamento">
            <div class="form-check">
              <input class="form-check-input" type="checkbox" id="c-sostituisce" name="sostituisce" value="si"/>
              <label class="form-check-label" for="c-sostituisce">Prende il posto degli smistamenti di prima</label>
            </div>
          </xsl:if>
          <button type="submit" class="btn btn-primary btn-sm" name="_azione" value="invia">Smista</button>
        </form>
      </details>
    </xsl:if>
  </xsl:template>

  <!-- for an office it was sent to -->
  <xsl:template match="c:registrazione" mode="fare-ricevuta">
    <xsl:if test="c:smistamento and (key('puo', 'prendi-visione') | key('puo', 'prendi-in-carico') | key('puo', 'rifiuta'))">
      <div class="fare-insieme">
        <xsl:call-template name="modulo-breve">
          <xsl:with-param name="atto" select="'prendi-visione'"/><xsl:with-param name="testo" select="'Prendi visione'"/>
          <xsl:with-param name="campi"><input type="hidden" name="protocollo" value="{$n}"/></xsl:with-param>
        </xsl:call-template>
        <xsl:if test="c:smistamento[@titolo = 'competenza']">
          <xsl:call-template name="modulo-breve">
            <xsl:with-param name="atto" select="'prendi-in-carico'"/><xsl:with-param name="testo" select="'Prendi in carico'"/><xsl:with-param name="tono" select="'outline-primary'"/>
            <xsl:with-param name="campi"><input type="hidden" name="protocollo" value="{$n}"/></xsl:with-param>
          </xsl:call-template>
          <xsl:if test="key('puo', 'rifiuta')">
            <details class="fare">
              <summary>Rifiuta: non tocca al mio ufficio</summary>
              <xsl:call-template name="modulo-breve">
                <xsl:with-param name="atto" select="'rifiuta'"/><xsl:with-param name="testo" select="'Rifiuta'"/><xsl:with-param name="tono" select="'outline-danger'"/>
                <xsl:with-param name="campi">
                  <input type="hidden" name="protocollo" value="{$n}"/>
                  <xsl:call-template name="campo-testo"><xsl:with-param name="nome" select="'motivo'"/><xsl:with-param name="etichetta" select="'Perché'"/><xsl:with-param name="obbligatorio" select="'si'"/><xsl:with-param name="aiuto" select="'senza nomi di persone'"/><xsl:with-param name="chiave" select="'-rifiuta'"/></xsl:call-template>
                </xsl:with-param>
              </xsl:call-template>
            </details>
          </xsl:if>
        </xsl:if>
      </div>
    </xsl:if>
  </xsl:template>

  <xsl:template match="c:registrazione" mode="fare-classifica">
    <xsl:if test="key('puo', 'riserva')">
      <details class="fare">
        <summary><xsl:choose><xsl:when test="@riservata">Non è più riservata</xsl:when><xsl:otherwise>Rendi riservata</xsl:otherwise></xsl:choose></summary>
        <xsl:call-template name="modulo-breve">
          <xsl:with-param name="atto" select="'riserva'"/><xsl:with-param name="testo" select="'Conferma'"/>
          <xsl:with-param name="campi">
            <input type="hidden" name="protocollo" value="{$n}"/>
            <xsl:call-template name="campo-testo"><xsl:with-param name="nome" select="'motivo'"/><xsl:with-param name="etichetta" select="'Perché'"/><xsl:with-param name="obbligatorio" select="'si'"/><xsl:with-param name="chiave" select="'-riserva'"/></xsl:call-template>
            <xsl:choose>
              <xsl:when test="@riservata"><input type="hidden" name="cessa" value="si"/></xsl:when>
              <xsl:otherwise><xsl:call-template name="campo-data"><xsl:with-param name="nome" select="'fino-al'"/><xsl:with-param name="etichetta" select="'Riservata fino al'"/></xsl:call-template></xsl:otherwise>
            </xsl:choose>
          </xsl:with-param>
        </xsl:call-template>
      </details>
    </xsl:if>
  </xsl:template>

  <xsl:template match="c:registrazione" mode="fare-spedisci">
    <xsl:if test="key('puo', 'spedisci')">
      <details class="fare">
        <xsl:if test="not(c:spedizione)"><xsl:attribute name="open">open</xsl:attribute></xsl:if>
        <summary>Spedita</summary>
        <xsl:call-template name="modulo-breve">
          <xsl:with-param name="atto" select="'spedisci'"/><xsl:with-param name="testo" select="'Segna come spedita'"/>
          <xsl:with-param name="campi">
            <input type="hidden" name="protocollo" value="{$n}"/>
            <xsl:call-template name="mezzi"><xsl:with-param name="v" select="c:mezzo"/><xsl:with-param name="chiave" select="'-spedisci'"/></xsl:call-template>
            <xsl:call-template name="campo-data"><xsl:with-param name="nome" select="'data'"/><xsl:with-param name="etichetta" select="'Giorno'"/><xsl:with-param name="v" select="/c:pagina/@oggi"/><xsl:with-param name="obbligatorio" select="'si'"/><xsl:with-param name="chiave" select="'-spedisci'"/></xsl:call-template>
            <xsl:call-template name="campo-testo"><xsl:with-param name="nome" select="'estremi'"/><xsl:with-param name="etichetta" select="'Numero della raccomandata, o identificativo'"/><xsl:with-param name="chiave" select="'-spedisci'"/></xsl:call-template>
          </xsl:with-param>
        </xsl:call-template>
      </details>
    </xsl:if>
    <xsl:if test="c:spedizione and key('puo', 'acquisisci-ricevuta')">
      <details class="fare">
        <summary>È arrivata una ricevuta</summary>
        <xsl:call-template name="modulo-breve">
          <xsl:with-param name="atto" select="'acquisisci-ricevuta'"/><xsl:with-param name="testo" select="'Conserva la ricevuta'"/><xsl:with-param name="file" select="'si'"/>
          <xsl:with-param name="campi">
            <input type="hidden" name="protocollo" value="{$n}"/>
            <xsl:call-template name="scelta-destinatario"/>
            <div class="campo">
              <label for="c-esito">Che cosa dice</label>
              <select class="form-select" id="c-esito" name="esito">
                <option value="consegna">consegna</option>
                <option value="accettazione">accettazione</option>
                <option value="errore">errore: non consegnata</option>
              </select>
            </div>
            <xsl:call-template name="campo-data"><xsl:with-param name="nome" select="'data'"/><xsl:with-param name="etichetta" select="'Giorno della ricevuta'"/><xsl:with-param name="v" select="/c:pagina/@oggi"/><xsl:with-param name="obbligatorio" select="'si'"/><xsl:with-param name="chiave" select="'-ricevuta'"/></xsl:call-template>
            <xsl:call-template name="campo-file"><xsl:with-param name="etichetta" select="'Il file della ricevuta'"/><xsl:with-param name="chiave" select="'-ricevuta'"/></xsl:call-template>
          </xsl:with-param>
        </xsl:call-template>
      </details>
    </xsl:if>
  </xsl:template>

  <xsl:template name="scelta-destinatario">
    <div class="campo">
      <label for="c-destinatario">Di quale destinatario</label>
      <select class="form-select" id="c-destinatario" name="destinatario">
        <xsl:for-each select="c:destinatario"><option value="{position()}"><xsl:value-of select="c:denominazione"/></option></xsl:for-each>
      </select>
    </div>
  </xsl:template>

  <xsl:template match="c:registrazione" mode="fare-copia">
    <xsl:if test="key('puo', 'allega-copia')">
      <details class="fare">
        <summary>Aggiungi la copia delle carte</summary>
        <xsl:call-template name="modulo-breve">
          <xsl:with-param name="atto" select="'allega-copia'"/><xsl:with-param name="testo" select="'Aggiungi la copia'"/><xsl:with-param name="file" select="'si'"/>
          <xsl:with-param name="campi">
            <input type="hidden" name="protocollo" value="{$n}"/>
            <div class="campo">
              <label for="c-conformita">La copia è</label>
              <select class="form-select" id="c-conformita" name="conformita">
                <option value="semplice">semplice</option>
                <option value="conforme">conforme: la attesto io</option>
              </select>
            </div>
            <xsl:if test="c:principale"><input type="hidden" name="ulteriore" value="si"/></xsl:if>
            <xsl:call-template name="campo-testo"><xsl:with-param name="nome" select="'nota'"/><xsl:with-param name="etichetta" select="'Che cosa è'"/><xsl:with-param name="chiave" select="'-copia'"/></xsl:call-template>
            <xsl:call-template name="campo-file"><xsl:with-param name="etichetta" select="'File'"/><xsl:with-param name="chiave" select="'-copia'"/></xsl:call-template>
          </xsl:with-param>
        </xsl:call-template>
      </details>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
