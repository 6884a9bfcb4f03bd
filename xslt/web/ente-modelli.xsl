<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: EUPL-1.2 -->
<!-- ente-modelli.xsl: the models of letters and papers: those shipped, those of the office. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:c="urn:cartella:1" exclude-result-prefixes="c">
  <xsl:include href="parti/pagina.xsl"/>
  <xsl:include href="parti/ente.xsl"/>

  <xsl:template match="c:pagina" mode="azioni">
    <xsl:call-template name="pulsante">
      <xsl:with-param name="via" select="'/atto/aggiungi-modello?_ritorno=/amministrazione/modelli'"/>
      <xsl:with-param name="testo" select="'Adotta un modello'"/>
      <xsl:with-param name="tono" select="'primary'"/>
      <xsl:with-param name="se" select="'aggiungi-modello'"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="c:pagina" mode="corpo">
    <p>Scarica un modello, cambialo in Writer, provalo, adottalo: da allora le carte si fanno con quello.</p>
    <xsl:apply-templates select="c:parte/c:modelli/c:carta"/>
    <xsl:if test="key('puo', 'prova-modello')">
      <section class="card card-bg mb-4 p-3" aria-labelledby="prova">
        <h2 class="h4" id="prova">Provare un modello</h2>
        <p>Dice che cosa non va. Non adotta nulla.</p>
        <form method="post" action="/lettura/prova-modello" enctype="multipart/form-data">
          <xsl:call-template name="celati"/>
          <div class="campo">
            <label for="c-carta">Che carta è</label>
            <select class="form-select" id="c-carta" name="carta" required="required">
              <xsl:for-each select="c:parte/c:modelli/c:carta"><option value="{@nome}"><xsl:value-of select="@denominazione"/></option></xsl:for-each>
            </select>
          </div>
          <div class="campo">
            <label for="c-file">Modello (ODT)</label>
            <input type="file" class="form-control" id="c-file" name="file" required="required" accept=".odt"/>
          </div>
          <button type="submit" class="btn btn-primary btn-sm">Prova</button>
        </form>
      </section>
    </xsl:if>
  </xsl:template>

  <xsl:template match="c:carta">
    <section class="mb-4" aria-labelledby="carta-{position()}">
      <h2 class="h4" id="carta-{position()}"><xsl:value-of select="@denominazione"/></h2>
      <xsl:if test="key('puo', 'campi')"><p><a href="/amministrazione/modelli/{@nome}">I campi che può usare</a></p></xsl:if>
      <xsl:choose>
        <xsl:when test="c:modello"><xsl:call-template name="tabella-modelli"/></xsl:when>
        <xsl:otherwise><xsl:call-template name="vuoto"><xsl:with-param name="testo" select="'Nessun modello: l’ufficio ne può adottare uno.'"/></xsl:call-template></xsl:otherwise>
      </xsl:choose>
    </section>
  </xsl:template>

  <xsl:template name="tabella-modelli">
    <div class="tabella-riquadro">
      <table class="table tabella">
        <caption><xsl:value-of select="concat('Modelli: ', @denominazione)"/></caption>
        <thead><tr><th scope="col">Modello</th><th scope="col">Di chi è</th><th scope="col"><span class="visually-hidden">Azioni</span></th></tr></thead>
        <tbody>
          <xsl:for-each select="c:modello">
            <tr>
              <th scope="row"><xsl:value-of select="@denominazione"/><br/><small><xsl:value-of select="@nome"/></small></th>
              <td data-titolo="Di chi è">
                <xsl:choose>
                  <xsl:when test="@stato = 'spedito'">del programma</xsl:when>
                  <xsl:otherwise>
                    <xsl:call-template name="stato"><xsl:with-param name="v" select="@stato"/></xsl:call-template>
                    <xsl:if test="@versione"><xsl:value-of select="concat(' versione ', @versione)"/></xsl:if>
                  </xsl:otherwise>
                </xsl:choose>
              </td>
              <td>
                <xsl:call-template name="pulsante"><xsl:with-param name="via" select="concat('/file/modello?nome=', @nome)"/><xsl:with-param name="testo" select="concat('Scarica ', @nome)"/><xsl:with-param name="tono" select="'outline-primary'"/><xsl:with-param name="se" select="'modello'"/></xsl:call-template>
                <xsl:text> </xsl:text>
                <xsl:if test="@stato != 'spedito' and @stato != 'ritirato'">
                  <xsl:call-template name="pulsante"><xsl:with-param name="via" select="concat('/atto/ritira-modello?nome=', @nome, '&amp;_ritorno=/amministrazione/modelli')"/><xsl:with-param name="testo" select="concat('Ritira ', @nome)"/><xsl:with-param name="tono" select="'outline-danger'"/><xsl:with-param name="se" select="'ritira-modello'"/></xsl:call-template>
                </xsl:if>
              </td>
            </tr>
          </xsl:for-each>
        </tbody>
      </table>
    </div>
  </xsl:template>
</xsl:stylesheet>
