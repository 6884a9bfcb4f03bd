<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: EUPL-1.2 -->
<!-- accessi.xsl: who is in, who may come in and how, who was refused. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:c="urn:cartella:1" exclude-result-prefixes="c">
  <xsl:include href="parti/pagina.xsl"/>
  <xsl:include href="parti/accesso.xsl"/>

  <xsl:template match="c:pagina" mode="briciole">
    <li class="breadcrumb-item"><a href="/amministrazione">Amministrazione</a></li>
  </xsl:template>

  <xsl:template match="c:pagina" mode="corpo">
    <xsl:apply-templates select="c:accessi"/>
  </xsl:template>

  <xsl:template match="c:accessi">
    <section aria-labelledby="dentro">
      <h2 id="dentro">Chi è entrato</h2>
      <xsl:choose>
        <xsl:when test="c:sessione-aperta">
          <div class="tabella-riquadro">
            <table class="table tabella">
              <caption class="visually-hidden">Sessioni aperte</caption>
              <thead><tr><th scope="col">Utente</th><th scope="col">Dal</th><th scope="col">Ultima richiesta</th><th scope="col">Indirizzo</th><th scope="col">Come</th><th scope="col">Fai uscire</th></tr></thead>
              <tbody>
                <xsl:for-each select="c:sessione-aperta">
                  <tr>
                    <th scope="row"><xsl:call-template name="chi-e-codice"><xsl:with-param name="codice" select="string(@utente)"/></xsl:call-template></th>
                    <td data-titolo="Dal"><xsl:call-template name="momento"><xsl:with-param name="v" select="@inizio"/></xsl:call-template></td>
                    <td data-titolo="Ultima richiesta"><xsl:call-template name="momento"><xsl:with-param name="v" select="@ultimo"/></xsl:call-template></td>
                    <td data-titolo="Indirizzo"><xsl:value-of select="@indirizzo"/></td>
                    <td data-titolo="Come"><xsl:call-template name="via-parola"><xsl:with-param name="via" select="@via"/></xsl:call-template></td>
                    <td data-titolo="Fai uscire">
                      <form method="post" action="/amministrazione/accessi/chiudi">
                        <xsl:call-template name="csrf"/>
                        <input type="hidden" name="utente" value="{@utente}"/>
                        <button type="submit" class="btn btn-outline-danger btn-sm">Fai uscire<span class="visually-hidden"><xsl:text> </xsl:text><xsl:call-template name="chi"><xsl:with-param name="codice" select="string(@utente)"/></xsl:call-template></span></button>
                      </form>
                    </td>
                  </tr>
                </xsl:for-each>
              </tbody>
            </table>
          </div>
        </xsl:when>
        <xsl:otherwise><xsl:call-template name="vuoto"><xsl:with-param name="testo" select="'Non è entrato nessuno.'"/></xsl:call-template></xsl:otherwise>
      </xsl:choose>
    </section>
    <xsl:call-template name="credenziali"/>
    <xsl:call-template name="applicazioni"/>
    <xsl:call-template name="eventi"/>
  </xsl:template>

  <xsl:template name="credenziali">
    <section aria-labelledby="come">
      <h2 id="come">Come entra ciascuno</h2>
      <p>Una parola provvisoria si dà sul server: <code>cartella parola UTENTE</code>.</p>
      <div class="tabella-riquadro">
        <table class="table tabella">
          <caption class="visually-hidden">Credenziali degli utenti</caption>
          <thead><tr><th scope="col">Utente</th><th scope="col">Parola d’ordine</th><th scope="col">Secondo fattore</th><th scope="col">Accesso</th><th scope="col">Cambia</th></tr></thead>
          <tbody>
            <xsl:for-each select="c:credenziale">
              <tr>
                <th scope="row"><xsl:call-template name="chi-e-codice"><xsl:with-param name="codice" select="string(@utente)"/></xsl:call-template></th>
                <td data-titolo="Parola d’ordine">
                  <xsl:choose>
                    <xsl:when test="@provvisoria = 'si'">provvisoria, del <xsl:call-template name="data"><xsl:with-param name="v" select="@parola-dal"/></xsl:call-template></xsl:when>
                    <xsl:when test="@parola = 'si'">del <xsl:call-template name="data"><xsl:with-param name="v" select="@parola-dal"/></xsl:call-template></xsl:when>
                    <xsl:otherwise>nessuna</xsl:otherwise>
                  </xsl:choose>
                </td>
                <td data-titolo="Secondo fattore">
                  <xsl:choose>
                    <xsl:when test="@secondo = 'si'">attivo</xsl:when>
                    <xsl:otherwise>no</xsl:otherwise>
                  </xsl:choose>
                </td>
                <td data-titolo="Accesso">
                  <xsl:choose>
                    <xsl:when test="@bloccato"><xsl:call-template name="etichetta"><xsl:with-param name="testo" select="'sospeso'"/><xsl:with-param name="tono" select="'male'"/></xsl:call-template></xsl:when>
                    <xsl:otherwise>aperto</xsl:otherwise>
                  </xsl:choose>
                </td>
                <td data-titolo="Cambia">
                  <form method="post" action="/amministrazione/accessi/blocca">
                    <xsl:call-template name="csrf"/>
                    <input type="hidden" name="utente" value="{@utente}"/>
                    <xsl:choose>
                      <xsl:when test="@bloccato">
                        <input type="hidden" name="blocca" value="no"/>
                        <button type="submit" class="btn btn-outline-primary btn-sm">Riapri<span class="visually-hidden"><xsl:text> </xsl:text><xsl:call-template name="chi"><xsl:with-param name="codice" select="string(@utente)"/></xsl:call-template></span></button>
                      </xsl:when>
                      <xsl:otherwise>
                        <input type="hidden" name="blocca" value="si"/>
                        <button type="submit" class="btn btn-outline-danger btn-sm">Sospendi<span class="visually-hidden"><xsl:text> </xsl:text><xsl:call-template name="chi"><xsl:with-param name="codice" select="string(@utente)"/></xsl:call-template></span></button>
                      </xsl:otherwise>
                    </xsl:choose>
                  </form>
                </td>
              </tr>
            </xsl:for-each>
          </tbody>
        </table>
      </div>
    </section>
  </xsl:template>

  <xsl:template name="applicazioni">
    <xsl:if test="c:gettone">
      <section aria-labelledby="applicazioni">
        <h2 id="applicazioni">Applicazioni</h2>
        <p>Un gettone si dà e si revoca sul server: <code>cartella gettone</code>.</p>
        <div class="tabella-riquadro">
          <table class="table tabella">
            <caption class="visually-hidden">Gettoni delle applicazioni</caption>
            <thead><tr><th scope="col">Applicazione</th><th scope="col">Lavora come</th><th scope="col">Vale fino al</th><th scope="col">Usato</th><th scope="col">Stato</th></tr></thead>
            <tbody>
              <xsl:for-each select="c:gettone">
                <tr>
                  <th scope="row"><xsl:value-of select="@nome"/><xsl:text> </xsl:text><code><xsl:value-of select="@id"/></code></th>
                  <td data-titolo="Lavora come"><xsl:call-template name="chi-e-codice"><xsl:with-param name="codice" select="string(@utente)"/></xsl:call-template></td>
                  <td data-titolo="Vale fino al"><xsl:call-template name="data"><xsl:with-param name="v" select="@scade"/></xsl:call-template></td>
                  <td data-titolo="Usato">
                    <xsl:choose>
                      <xsl:when test="@ultimo"><xsl:call-template name="momento"><xsl:with-param name="v" select="@ultimo"/></xsl:call-template></xsl:when>
                      <xsl:otherwise>mai</xsl:otherwise>
                    </xsl:choose>
                  </td>
                  <td data-titolo="Stato">
                    <xsl:choose>
                      <xsl:when test="@revocato"><xsl:call-template name="etichetta"><xsl:with-param name="testo" select="'revocato'"/><xsl:with-param name="tono" select="'male'"/></xsl:call-template></xsl:when>
                      <xsl:otherwise>vale</xsl:otherwise>
                    </xsl:choose>
                  </td>
                </tr>
              </xsl:for-each>
            </tbody>
          </table>
        </div>
      </section>
    </xsl:if>
  </xsl:template>

  <xsl:template name="eventi">
    <xsl:variable name="rifiuti" select="/c:pagina/c:parametro[@nome = 'rifiuti'] = 'si'"/>
    <xsl:variable name="chi" select="string(/c:pagina/c:parametro[@nome = 'utente'])"/>
    <section aria-labelledby="eventi">
      <h2 id="eventi">Registro degli accessi</h2>
      <form method="get" action="/amministrazione/accessi" class="modulo-breve filtri">
        <div class="campo">
          <label for="c-utente">Utente</label>
          <input type="text" class="form-control" id="c-utente" name="utente" value="{$chi}" autocomplete="off"/>
        </div>
        <div class="form-check">
          <input type="checkbox" class="form-check-input" id="c-rifiuti" name="rifiuti" value="si">
            <xsl:if test="$rifiuti"><xsl:attribute name="checked">checked</xsl:attribute></xsl:if>
          </input>
          <label class="form-check-label" for="c-rifiuti">Solo i rifiuti</label>
        </div>
        <button type="submit" class="btn btn-outline-primary btn-sm">Mostra</button>
      </form>
      <xsl:choose>
        <xsl:when test="c:evento">
          <div class="tabella-riquadro">
            <table class="table tabella">
              <caption class="visually-hidden">Accessi, dal più recente</caption>
              <thead><tr><th scope="col">Quando</th><th scope="col">Utente</th><th scope="col">Che cosa</th><th scope="col">Esito</th><th scope="col">Indirizzo</th></tr></thead>
              <tbody>
                <xsl:for-each select="c:evento">
                  <tr>
                    <th scope="row"><xsl:call-template name="momento"><xsl:with-param name="v" select="@ora"/></xsl:call-template></th>
                    <td data-titolo="Utente">
                      <xsl:choose>
                        <xsl:when test="@utente"><xsl:call-template name="chi-e-codice"><xsl:with-param name="codice" select="string(@utente)"/></xsl:call-template></xsl:when>
                        <xsl:otherwise>nessuno conosciuto</xsl:otherwise>
                      </xsl:choose>
                    </td>
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
                </xsl:for-each>
              </tbody>
            </table>
          </div>
          <xsl:if test="count(c:evento) = 50">
            <nav class="pagine" aria-label="Pagine dell’elenco">
              <a class="btn btn-outline-primary btn-sm" rel="next">
                <xsl:attribute name="href">
                  <xsl:value-of select="concat('/amministrazione/accessi?dopo=', c:evento[last()]/@n)"/>
                  <xsl:if test="$rifiuti">&amp;rifiuti=si</xsl:if>
                  <xsl:if test="$chi != '' and translate($chi, 'abcdefghijklmnopqrstuvwxyz0123456789-', '') = ''"><xsl:value-of select="concat('&amp;utente=', $chi)"/></xsl:if>
                </xsl:attribute>
                <xsl:text>Più vecchi</xsl:text>
              </a>
            </nav>
          </xsl:if>
        </xsl:when>
        <xsl:otherwise><xsl:call-template name="vuoto"><xsl:with-param name="testo" select="'Nessun accesso così.'"/></xsl:call-template></xsl:otherwise>
      </xsl:choose>
    </section>
  </xsl:template>
</xsl:stylesheet>
