<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: EUPL-1.2 -->
<!-- profilo.xsl: how I come in, where I am in, in whose name I work. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:c="urn:cartella:1" exclude-result-prefixes="c">
  <xsl:include href="parti/pagina.xsl"/>
  <xsl:include href="parti/accesso.xsl"/>

  <xsl:template match="c:pagina" mode="corpo">
    <xsl:call-template name="detto"/>
    <xsl:call-template name="esito-accesso"/>
    <dl class="voci">
      <xsl:call-template name="voce"><xsl:with-param name="nome" select="'Nome'"/><xsl:with-param name="v" select="string(c:sessione/@nome)"/></xsl:call-template>
      <xsl:call-template name="voce"><xsl:with-param name="nome" select="'Utente'"/><xsl:with-param name="v" select="string(c:sessione/@utente)"/></xsl:call-template>
      <xsl:call-template name="voce"><xsl:with-param name="nome" select="'Qualifica'"/><xsl:with-param name="v" select="string(c:sessione/@qualifica)"/></xsl:call-template>
      <xsl:call-template name="voce">
        <xsl:with-param name="nome" select="'Sei entrato con'"/>
        <xsl:with-param name="v"><xsl:call-template name="via-parola"><xsl:with-param name="via" select="c:profilo/c:accesso/@via"/></xsl:call-template></xsl:with-param>
      </xsl:call-template>
    </dl>
    <xsl:if test="c:sessione/c:delegante or c:sessione/@per">
      <xsl:call-template name="per-conto"/>
    </xsl:if>
    <xsl:if test="$puo[@atto = 'deleghe']">
      <section aria-labelledby="deleghe">
        <h2 id="deleghe">Deleghe</h2>
        <p>Se sei in ferie o assente, un altro può fare i tuoi atti: negli atti restano i due nomi. <a href="/amministrazione/deleghe">Le tue deleghe, e una nuova</a></p>
      </section>
    </xsl:if>
    <xsl:apply-templates select="c:profilo"/>
  </xsl:template>

  <xsl:template name="per-conto">
    <section aria-labelledby="per-conto">
      <h2 id="per-conto">Per conto di chi lavori</h2>
      <p>Negli atti restano sempre i due nomi: il tuo e quello di chi ti ha delegato.</p>
      <form method="post" action="/profilo/per" class="modulo-breve">
        <xsl:call-template name="csrf"/>
        <div class="campo">
          <label for="c-per">Lavora</label>
          <select class="form-select" id="c-per" name="per">
            <option value="">a nome mio</option>
            <xsl:for-each select="/c:pagina/c:sessione/c:delegante">
              <option value="{@codice}">
                <xsl:if test="@codice = /c:pagina/c:sessione/@per"><xsl:attribute name="selected">selected</xsl:attribute></xsl:if>
                <xsl:value-of select="concat('per conto di ', @nome)"/>
              </option>
            </xsl:for-each>
          </select>
        </div>
        <button type="submit" class="btn btn-outline-primary">Cambia</button>
      </form>
    </section>
  </xsl:template>

  <xsl:template match="c:profilo">
    <section aria-labelledby="parola">
      <h2 id="parola">Parola d’ordine</h2>
      <xsl:choose>
        <xsl:when test="c:accesso/@parola = 'si'">
          <p>Scelta il <xsl:call-template name="data-lunga"><xsl:with-param name="v" select="c:accesso/@parola-dal"/></xsl:call-template>.</p>
          <xsl:call-template name="nuova-parola"><xsl:with-param name="azione" select="'/profilo/parola'"/></xsl:call-template>
        </xsl:when>
        <xsl:otherwise><p>Non entri con una parola d’ordine di questo programma: se usi quella dell’ente, si cambia dove si cambia quella.</p></xsl:otherwise>
      </xsl:choose>
    </section>
    <section aria-labelledby="secondo">
      <h2 id="secondo">Secondo fattore</h2>
      <xsl:choose>
        <xsl:when test="c:secondo/@attivo = 'si'">
          <p>È attivo: per entrare serve anche il codice del telefono. Codici di recupero che restano: <xsl:value-of select="c:secondo/@recuperi"/>.</p>
          <xsl:if test="not(c:secondo/@obbligatorio)">
            <details>
              <summary>Togli il secondo fattore</summary>
              <form method="post" action="/profilo/togli" class="modulo-breve">
                <xsl:call-template name="csrf"/>
                <xsl:if test="c:accesso/@parola = 'si'">
                  <xsl:call-template name="campo-segreto">
                    <xsl:with-param name="nome" select="'_parola'"/>
                    <xsl:with-param name="etichetta" select="'Parola d’ordine, per conferma'"/>
                    <xsl:with-param name="chiave" select="'-togli'"/>
                  </xsl:call-template>
                </xsl:if>
                <button type="submit" class="btn btn-outline-danger">Togli</button>
              </form>
            </details>
          </xsl:if>
        </xsl:when>
        <xsl:otherwise>
          <p>Un codice che si legge sul telefono, oltre alla parola d’ordine: chi la scoprisse non entrerebbe lo stesso.</p>
          <xsl:call-template name="nuovo-secondo">
            <xsl:with-param name="via" select="'/profilo'"/>
            <xsl:with-param name="n" select="c:secondo"/>
            <xsl:with-param name="parola" select="string(c:accesso/@parola)"/>
          </xsl:call-template>
        </xsl:otherwise>
      </xsl:choose>
    </section>
    <xsl:call-template name="sessioni-mie"/>
    <xsl:if test="c:evento"><xsl:call-template name="ultimi-accessi"/></xsl:if>
  </xsl:template>

  <xsl:template name="sessioni-mie">
    <section aria-labelledby="sessioni">
      <h2 id="sessioni">Dove sei entrato</h2>
      <p>Una sessione finisce dopo 30 minuti senza richieste, e comunque dopo 10 ore.</p>
      <div class="tabella-riquadro">
        <table class="table tabella">
          <caption class="visually-hidden">Le tue sessioni aperte</caption>
          <thead><tr><th scope="col">Dal</th><th scope="col">Ultima richiesta</th><th scope="col">Indirizzo</th><th scope="col">Come</th><th scope="col">Chiudi</th></tr></thead>
          <tbody>
            <xsl:for-each select="c:sessione-aperta">
              <tr>
                <th scope="row"><xsl:call-template name="momento"><xsl:with-param name="v" select="@inizio"/></xsl:call-template></th>
                <td data-titolo="Ultima richiesta"><xsl:call-template name="momento"><xsl:with-param name="v" select="@ultimo"/></xsl:call-template></td>
                <td data-titolo="Indirizzo"><xsl:value-of select="@indirizzo"/></td>
                <td data-titolo="Come"><xsl:call-template name="via-parola"><xsl:with-param name="via" select="@via"/></xsl:call-template></td>
                <td data-titolo="Chiudi">
                  <xsl:choose>
                    <xsl:when test="@questa = 'si'">è questa</xsl:when>
                    <xsl:otherwise>
                      <form method="post" action="/profilo/chiudi">
                        <xsl:call-template name="csrf"/>
                        <input type="hidden" name="id" value="{@id}"/>
                        <button type="submit" class="btn btn-outline-primary btn-sm">Chiudi<span class="visually-hidden"> quella da <xsl:value-of select="@indirizzo"/></span></button>
                      </form>
                    </xsl:otherwise>
                  </xsl:choose>
                </td>
              </tr>
            </xsl:for-each>
          </tbody>
        </table>
      </div>
      <xsl:if test="count(c:sessione-aperta) &gt; 1">
        <form method="post" action="/profilo/chiudi">
          <xsl:call-template name="csrf"/>
          <input type="hidden" name="tutte" value="si"/>
          <button type="submit" class="btn btn-outline-danger btn-sm">Chiudi tutte le altre</button>
        </form>
      </xsl:if>
    </section>
  </xsl:template>

  <xsl:template name="ultimi-accessi">
    <section aria-labelledby="ultimi">
      <h2 id="ultimi">Ultimi accessi</h2>
      <p>Se qualcosa non l’hai fatto tu, cambia la parola d’ordine e dillo al responsabile.</p>
      <div class="tabella-riquadro">
        <table class="table tabella">
          <caption class="visually-hidden">Gli ultimi accessi con il tuo nome</caption>
          <thead><tr><th scope="col">Quando</th><th scope="col">Che cosa</th><th scope="col">Esito</th><th scope="col">Indirizzo</th></tr></thead>
          <tbody><xsl:for-each select="c:evento"><xsl:call-template name="evento-riga"/></xsl:for-each></tbody>
        </table>
      </div>
    </section>
  </xsl:template>

  <xsl:template name="evento-riga">
    <tr>
      <th scope="row"><xsl:call-template name="momento"><xsl:with-param name="v" select="@ora"/></xsl:call-template></th>
      <td data-titolo="Che cosa"><xsl:call-template name="evento-parola"><xsl:with-param name="tipo" select="@tipo"/></xsl:call-template><xsl:if test="string(.) != ''">: <xsl:value-of select="."/></xsl:if></td>
      <td data-titolo="Esito">
        <xsl:choose>
          <xsl:when test="@rifiutato = 'si'"><xsl:call-template name="etichetta"><xsl:with-param name="testo" select="'rifiutato'"/><xsl:with-param name="tono" select="'male'"/></xsl:call-template></xsl:when>
          <xsl:otherwise>riuscito</xsl:otherwise>
        </xsl:choose>
      </td>
      <td data-titolo="Indirizzo">
        <xsl:choose>
          <xsl:when test="@indirizzo = '-'">il server stesso</xsl:when>
          <xsl:otherwise><xsl:value-of select="@indirizzo"/></xsl:otherwise>
        </xsl:choose>
      </td>
    </tr>
  </xsl:template>
</xsl:stylesheet>
