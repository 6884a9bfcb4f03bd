<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: EUPL-1.2 -->
<!-- ente-regole.xsl: the rules of the work: states and passages, who signs, what is blacked out. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:c="urn:cartella:1" exclude-result-prefixes="c">
  <xsl:include href="parti/pagina.xsl"/>
  <xsl:include href="parti/ente.xsl"/>

  <xsl:template match="c:pagina" mode="corpo">
    <p>Sono tabelle dell’ente: si cambiano adottandone un’altra, con il provvedimento che la decide. Quelle di prima restano.</p>
    <p class="azioni">
    <xsl:call-template name="pulsante">
      <xsl:with-param name="via" select="'/atto/adotta-procedimento?_ritorno=/amministrazione/regole'"/>
      <xsl:with-param name="testo" select="'Adotta il procedimento'"/>
      <xsl:with-param name="tono" select="'outline-primary'"/>
      <xsl:with-param name="se" select="'adotta-procedimento'"/>
    </xsl:call-template>
    <xsl:call-template name="pulsante">
      <xsl:with-param name="via" select="'/atto/adotta-termini?_ritorno=/amministrazione/regole'"/>
      <xsl:with-param name="testo" select="'Adotta i termini'"/>
      <xsl:with-param name="tono" select="'outline-primary'"/>
      <xsl:with-param name="se" select="'adotta-termini'"/>
    </xsl:call-template>
    <xsl:call-template name="pulsante">
      <xsl:with-param name="via" select="'/atto/adotta-firme?_ritorno=/amministrazione/regole'"/>
      <xsl:with-param name="testo" select="'Adotta chi firma'"/>
      <xsl:with-param name="tono" select="'outline-primary'"/>
      <xsl:with-param name="se" select="'adotta-firme'"/>
    </xsl:call-template>
    <xsl:call-template name="pulsante">
      <xsl:with-param name="via" select="'/atto/adotta-oscuramento?_ritorno=/amministrazione/regole'"/>
      <xsl:with-param name="testo" select="'Adotta l’oscuramento'"/>
      <xsl:with-param name="tono" select="'outline-primary'"/>
      <xsl:with-param name="se" select="'adotta-oscuramento'"/>
    </xsl:call-template>
    </p>
    <xsl:apply-templates select="c:parte/c:procedimento"/>
    <xsl:apply-templates select="c:parte/c:procedimento/c:termini"/>
    <xsl:apply-templates select="c:parte/c:firme"/>
    <xsl:apply-templates select="c:parte/c:oscuramento"/>
  </xsl:template>

  <xsl:template match="c:procedimento">
    <h2 id="procedimento">Stati e passaggi</h2>
    <p><xsl:value-of select="concat('Una cartella dove non si scrive da ', c:inattivita-giorni, ' giorni è inattiva.')"/></p>
    <xsl:for-each select="c:passaggio[not(@oggetto = preceding-sibling::c:passaggio/@oggetto)]">
      <xsl:variable name="oggetto" select="@oggetto"/>
      <details class="mb-3">
        <summary><xsl:value-of select="concat('Passaggi: ', @oggetto, ' (', count(../c:passaggio[@oggetto = $oggetto]), ')')"/></summary>
        <div class="tabella-riquadro">
          <table class="table tabella">
            <caption><xsl:value-of select="concat('Da uno stato all’altro: ', @oggetto)"/></caption>
            <thead><tr><th scope="col">Da</th><th scope="col">Atto</th><th scope="col">A</th><th scope="col">A che condizioni</th></tr></thead>
            <tbody>
              <xsl:for-each select="../c:passaggio[@oggetto = $oggetto]">
                <tr>
                  <th scope="row"><xsl:call-template name="parola"><xsl:with-param name="v" select="@da"/></xsl:call-template></th>
                  <td data-titolo="Atto"><xsl:value-of select="@atto"/><xsl:if test="@esito"><xsl:value-of select="concat(' (', translate(@esito, '-', ' '), ')')"/></xsl:if></td>
                  <td data-titolo="A"><xsl:call-template name="parola"><xsl:with-param name="v" select="@a"/></xsl:call-template></td>
                  <td data-titolo="A che condizioni">
                    <xsl:for-each select="c:guardia">
                      <xsl:if test="position() &gt; 1">, </xsl:if>
                      <xsl:call-template name="parole"><xsl:with-param name="v" select="@nome"/></xsl:call-template>
                      <xsl:if test="@grado = 'avviso'"> (avvisa)</xsl:if>
                    </xsl:for-each>
                  </td>
                </tr>
              </xsl:for-each>
            </tbody>
          </table>
        </div>
      </details>
    </xsl:for-each>
  </xsl:template>

  <xsl:template match="c:firme">
    <h2 id="firme">Chi firma</h2>
    <ul>
      <xsl:for-each select="c:regola">
        <li>
          <strong><xsl:call-template name="parola"><xsl:with-param name="v" select="@tipo"/></xsl:call-template></strong>
          <xsl:text>: </xsl:text>
          <xsl:for-each select="c:passo">
            <xsl:if test="position() &gt; 1">, poi </xsl:if>
            <xsl:choose>
              <xsl:when test="@ruolo"><xsl:call-template name="ruolo"><xsl:with-param name="v" select="@ruolo"/></xsl:call-template></xsl:when>
              <xsl:otherwise><xsl:value-of select="@chi"/></xsl:otherwise>
            </xsl:choose>
            <xsl:value-of select="concat(' (', @scopo, ')')"/>
          </xsl:for-each>
        </li>
      </xsl:for-each>
    </ul>
  </xsl:template>

  <xsl:template match="c:termini">
    <h2 id="termini">Termini</h2>
    <div class="tabella-riquadro">
      <table class="table tabella">
        <caption>Quanto durano, da che cosa cominciano, che cosa vi risponde</caption>
        <thead><tr><th scope="col">Termine</th><th scope="col">Quanto</th><th scope="col">Comincia con</th><th scope="col">Vi risponde</th></tr></thead>
        <tbody>
          <xsl:for-each select="c:regola">
            <tr>
              <th scope="row"><xsl:value-of select="c:nome"/><br/><small class="fw-normal"><xsl:value-of select="c:base"/></small></th>
              <td data-titolo="Quanto">
                <xsl:choose>
                  <xsl:when test="c:quantita"><xsl:value-of select="concat(c:quantita, ' ', translate(c:unita, '-', ' '))"/></xsl:when>
                  <xsl:otherwise>fino al giorno che il documento dice</xsl:otherwise>
                </xsl:choose>
                <xsl:if test="c:slitta = 'festivo'"><br/><small>se finisce in un giorno festivo, il giorno dopo</small></xsl:if>
                <xsl:if test="c:slitta = 'non-lavorativo'"><br/><small>se finisce in un giorno non lavorativo, il primo lavorativo</small></xsl:if>
                <xsl:if test="c:ripete = 'si'"><br/><small>poi ricomincia</small></xsl:if>
              </td>
              <td data-titolo="Comincia con"><xsl:apply-templates select="c:inizia" mode="che"/></td>
              <td data-titolo="Vi risponde"><xsl:apply-templates select="c:risponde" mode="che"/></td>
            </tr>
          </xsl:for-each>
        </tbody>
      </table>
    </div>
  </xsl:template>
  <xsl:template match="c:inizia | c:risponde" mode="che">
    <xsl:if test="position() &gt; 1"><br/></xsl:if>
    <xsl:value-of select="translate(c:tipo, '-', ' ')"/>
    <xsl:choose>
      <xsl:when test="c:vale"><xsl:value-of select="concat(' (', translate(c:vale, '-', ' '), ')')"/></xsl:when>
      <xsl:when test="c:campo"><xsl:value-of select="concat(' (', translate(c:campo, '-/', '  '), ')')"/></xsl:when>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="c:oscuramento">
    <h2 id="oscuramento">Che cosa si dà a chi, nelle copie con omissioni</h2>
    <p>Ciò che nessuna regola tiene, si toglie.</p>
    <xsl:for-each select="c:destinazione">
      <details class="mb-2">
        <summary><xsl:value-of select="c:denominazione"/></summary>
        <p>
          <xsl:if test="c:base"><xsl:value-of select="concat(c:base, '. ')"/></xsl:if>
          <xsl:text>Si tiene: </xsl:text>
          <xsl:for-each select="c:tieni">
            <xsl:if test="position() &gt; 1">; </xsl:if>
            <xsl:value-of select="concat(@campo, ' (', @tipo, ')')"/>
          </xsl:for-each>
        </p>
      </details>
    </xsl:for-each>
  </xsl:template>
</xsl:stylesheet>
