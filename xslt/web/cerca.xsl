<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: EUPL-1.2 -->
<!-- cerca.xsl: people, documents of cases and registrations that one word finds. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:c="urn:cartella:1" exclude-result-prefixes="c">
  <xsl:include href="parti/pagina.xsl"/>
  <xsl:include href="parti/caso.xsl"/>
  <xsl:include href="parti/cercare.xsl"/>

  <xsl:template match="c:pagina" mode="titolo">
    <xsl:choose>
      <xsl:when test="$caso != ''"><xsl:call-template name="caso-titolo"><xsl:with-param name="cosa" select="'Cerca'"/></xsl:call-template></xsl:when>
      <xsl:otherwise>Cerca</xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:template match="c:pagina" mode="briciole"><xsl:if test="$caso != ''"><xsl:call-template name="caso-briciola"/></xsl:if></xsl:template>

  <xsl:template match="c:pagina" mode="corpo">
    <xsl:variable name="testo" select="normalize-space(c:parametro[@nome = 'testo'])"/>
    <xsl:variable name="numero" select="translate($testo, 'acsf', 'ACSF')"/>
    <xsl:variable name="via"><xsl:call-template name="indirizzo-di"><xsl:with-param name="v" select="$numero"/></xsl:call-template></xsl:variable>
    <xsl:choose>
      <xsl:when test="$caso != ''"><xsl:call-template name="cercare"><xsl:with-param name="via" select="string(@via)"/></xsl:call-template></xsl:when>
      <xsl:otherwise><xsl:call-template name="cercare"/></xsl:otherwise>
    </xsl:choose>
    <xsl:if test="$via != ''">
      <p class="lead">Il numero che hai scritto: <a href="{$via}"><xsl:value-of select="$numero"/></a></p>
    </xsl:if>
    <xsl:for-each select="c:parte[@esito = 'rifiutato']/c:rilievi/c:rilievo[not(. = ../../preceding-sibling::c:parte/c:rilievi/c:rilievo)]">
      <xsl:call-template name="messaggio"><xsl:with-param name="testo" select="string(.)"/><xsl:with-param name="tono" select="'avviso'"/></xsl:call-template>
    </xsl:for-each>
    <xsl:apply-templates select="c:parte/c:persone"/>
    <xsl:apply-templates select="c:parte/c:trovati"/>
    <xsl:apply-templates select="c:parte/c:elenco"/>
  </xsl:template>

  <xsl:template match="c:persone">
    <section class="mb-5" aria-labelledby="persone">
      <h2 class="h4" id="persone">Persone</h2>
      <xsl:choose>
        <xsl:when test="c:persona">
          <div class="tabella-riquadro">
            <table class="table tabella">
              <caption class="visually-hidden">Persone trovate</caption>
              <thead><tr><th scope="col">Persona</th><th scope="col">Nascita</th><th scope="col">Dove</th></tr></thead>
              <tbody>
                <xsl:for-each select="c:persona">
                  <tr>
                    <th scope="row">
                      <xsl:value-of select="concat(c:cognome, ' ', c:nome)"/>
                      <xsl:if test="@simile"><xsl:text> </xsl:text><xsl:call-template name="etichetta"><xsl:with-param name="testo" select="'nome simile'"/></xsl:call-template></xsl:if>
                    </th>
                    <td data-titolo="Nascita"><xsl:call-template name="data"><xsl:with-param name="v" select="string(c:nascita)"/></xsl:call-template></td>
                    <td data-titolo="Dove">
                      <xsl:for-each select="c:caso">
                        <xsl:if test="position() &gt; 1"><br/></xsl:if>
                        <xsl:call-template name="riferimento"><xsl:with-param name="v" select="string(.)"/></xsl:call-template>
                        <xsl:value-of select="concat(' ', @ruolo)"/>
                      </xsl:for-each>
                    </td>
                  </tr>
                </xsl:for-each>
              </tbody>
            </table>
          </div>
          <xsl:if test="@altri"><p>Ce ne sono altre: scrivi di più.</p></xsl:if>
        </xsl:when>
        <xsl:otherwise><xsl:call-template name="vuoto"><xsl:with-param name="testo" select="'Nessuna persona fra i casi che puoi vedere.'"/></xsl:call-template></xsl:otherwise>
      </xsl:choose>
    </section>
  </xsl:template>

  <xsl:template match="c:trovati">
    <section class="mb-5" aria-labelledby="trovati">
      <h2 class="h4" id="trovati">Documenti di accessi e cartelle</h2>
      <xsl:if test="not(c:trovato)"><xsl:call-template name="vuoto"><xsl:with-param name="testo" select="'Nessun documento con queste parole fra quelli che puoi leggere.'"/></xsl:call-template></xsl:if>
      <ul class="list-unstyled">
        <xsl:for-each select="c:trovato">
          <li class="mb-3">
            <xsl:variable name="qui"><xsl:call-template name="indirizzo-di"><xsl:with-param name="v" select="@riferimento"/></xsl:call-template></xsl:variable>
            <a href="{$qui}/documento?quale={@percorso}">
              <xsl:call-template name="tipo-documento"><xsl:with-param name="tipo" select="@tipo"/></xsl:call-template>
              <xsl:value-of select="concat(' · ', @riferimento)"/>
            </a>
            <xsl:text> · </xsl:text>
            <xsl:call-template name="data"><xsl:with-param name="v" select="@giorno"/></xsl:call-template>
            <xsl:if test="@corretta"><xsl:text> </xsl:text><xsl:call-template name="etichetta"><xsl:with-param name="testo" select="'corretta in seguito'"/><xsl:with-param name="tono" select="'avviso'"/></xsl:call-template></xsl:if>
            <br/>
            <xsl:for-each select="*">
              <xsl:choose>
                <xsl:when test="self::c:parola"><mark><xsl:value-of select="."/></mark></xsl:when>
                <xsl:otherwise><xsl:value-of select="."/></xsl:otherwise>
              </xsl:choose>
            </xsl:for-each>
          </li>
        </xsl:for-each>
      </ul>
      <xsl:if test="@altri">
        <form method="get" action="{/c:pagina/@via}">
          <input type="hidden" name="testo" value="{/c:pagina/c:parametro[@nome = 'testo']}"/>
          <input type="hidden" name="dopo" value="{c:trovato[last()]/@riferimento}/{c:trovato[last()]/@percorso}"/>
          <button type="submit" class="btn btn-outline-primary btn-sm">Altri documenti</button>
        </form>
      </xsl:if>
    </section>
  </xsl:template>

  <xsl:template match="c:elenco">
    <section class="mb-5" aria-labelledby="registrazioni">
      <h2 class="h4" id="registrazioni">Registrazioni di protocollo</h2>
      <xsl:choose>
        <xsl:when test="c:registrazione">
          <div class="tabella-riquadro">
            <table class="table tabella">
              <caption class="visually-hidden">Registrazioni trovate, dalla più recente</caption>
              <thead><tr><th scope="col">Numero</th><th scope="col">Giorno</th><th scope="col">Oggetto</th><th scope="col">Da o a chi</th></tr></thead>
              <tbody>
                <xsl:for-each select="c:registrazione">
                  <tr>
                    <th scope="row"><xsl:call-template name="riferimento"><xsl:with-param name="v" select="string(c:numero)"/></xsl:call-template></th>
                    <td data-titolo="Giorno"><xsl:call-template name="data"><xsl:with-param name="v" select="string(c:ora)"/></xsl:call-template></td>
                    <td data-titolo="Oggetto">
                      <xsl:value-of select="c:oggetto"/>
                      <xsl:if test="@riservata"><xsl:text> </xsl:text><xsl:call-template name="riservata"/></xsl:if>
                    </td>
                    <td data-titolo="Da o a chi"><xsl:value-of select="concat(c:mittente, c:destinatario)"/></td>
                  </tr>
                </xsl:for-each>
              </tbody>
            </table>
          </div>
          <xsl:if test="key('puo', 'elenco')"><p><a href="/registro">Cerca nel registro con altri campi</a></p></xsl:if>
        </xsl:when>
        <xsl:otherwise><xsl:call-template name="vuoto"><xsl:with-param name="testo" select="'Nessuna registrazione.'"/></xsl:call-template></xsl:otherwise>
      </xsl:choose>
    </section>
  </xsl:template>
</xsl:stylesheet>
