<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: EUPL-1.2 -->
<!-- registro-giorno.xsl: the register of a day: what was registered, how it was formed,
     whether it is closed. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:c="urn:cartella:1" exclude-result-prefixes="c">
  <xsl:include href="parti/pagina.xsl"/>
  <xsl:include href="parti/registro.xsl"/>

  <xsl:template match="c:pagina" mode="briciole"><xsl:call-template name="briciola-registro"/></xsl:template>

  <xsl:variable name="elenco" select="/c:pagina/c:parte[@atto = 'elenco']/c:elenco"/>
  <xsl:variable name="formato" select="/c:pagina/c:parte[@atto = 'giorno']/c:giorno"/>

  <xsl:template match="c:pagina" mode="titolo">
    <xsl:text>Registro del </xsl:text>
    <xsl:call-template name="data-lunga-testo"><xsl:with-param name="v" select="$elenco/@giorno"/></xsl:call-template>
  </xsl:template>

  <xsl:template match="c:pagina" mode="corpo">
    <xsl:call-template name="menu-registro"><xsl:with-param name="qui" select="'/registro/giorno'"/></xsl:call-template>
    <form method="get" action="/registro/giorno" class="filtri">
      <div class="row g-3 align-items-end">
        <div class="col-6 col-lg-3"><xsl:call-template name="campo-data"><xsl:with-param name="nome" select="'giorno'"/><xsl:with-param name="etichetta" select="'Giorno'"/><xsl:with-param name="v" select="$elenco/@giorno"/></xsl:call-template></div>
        <div class="col-6 col-lg-3"><button type="submit" class="btn btn-primary btn-sm">Mostra</button></div>
      </div>
    </form>
    <xsl:apply-templates select="c:parte[@atto = 'elenco']" mode="rilievi-parte"/>
    <xsl:if test="$elenco">
      <xsl:apply-templates select="$elenco/c:totali"/>
      <xsl:call-template name="registrazioni">
        <xsl:with-param name="righe" select="$elenco/c:registrazione"/>
        <xsl:with-param name="didascalia" select="'Le registrazioni del giorno, in ordine di numero'"/>
        <xsl:with-param name="vuoto" select="'Quel giorno non si è registrato nulla che puoi vedere.'"/>
      </xsl:call-template>
    </xsl:if>
    <xsl:apply-templates select="$formato"/>
    <xsl:apply-templates select="c:parte/c:scrivania/c:sezione[@atto = 'chiudi-giorno']"/>
  </xsl:template>

  <xsl:template match="c:totali">
    <p>
      <strong><xsl:value-of select="c:tutte"/></strong>
      <xsl:value-of select="concat(' in tutto: ', c:entrata, ' in entrata, ', c:uscita, ' in uscita, ', c:interna, ' interne; ', c:annullate, ' annullate, ', c:riservate, ' riservate.')"/>
    </p>
  </xsl:template>

  <xsl:template match="c:giorno">
    <xsl:variable name="g" select="c:registro-giornaliero"/>
    <h2>Il registro giornaliero</h2>
    <dl class="voci">
      <xsl:call-template name="voce"><xsl:with-param name="nome" select="'Atti'"/><xsl:with-param name="v" select="string($g/c:atti/c:numero)"/></xsl:call-template>
      <xsl:call-template name="voce"><xsl:with-param name="nome" select="'Letture'"/><xsl:with-param name="v" select="string($g/c:letture/c:numero)"/></xsl:call-template>
      <xsl:call-template name="voce">
        <xsl:with-param name="nome" select="'Stato'"/>
        <xsl:with-param name="v">
          <xsl:choose>
            <xsl:when test="c:chiusura">
              <xsl:call-template name="etichetta"><xsl:with-param name="testo" select="'chiuso e firmato'"/><xsl:with-param name="tono" select="'bene'"/></xsl:call-template>
              <xsl:text> </xsl:text>
              <xsl:call-template name="momento"><xsl:with-param name="v" select="c:chiusura/c:ora"/></xsl:call-template>
              <xsl:choose>
                <xsl:when test="c:chiusura/c:operatore"><xsl:value-of select="concat(', da ', c:chiusura/c:operatore)"/></xsl:when>
                <xsl:otherwise>, con il sigillo dell’ufficio</xsl:otherwise>
              </xsl:choose>
            </xsl:when>
            <xsl:otherwise><xsl:call-template name="etichetta"><xsl:with-param name="testo" select="'non ancora chiuso'"/><xsl:with-param name="tono" select="'avviso'"/></xsl:call-template></xsl:otherwise>
          </xsl:choose>
        </xsl:with-param>
      </xsl:call-template>
    </dl>
    <xsl:if test="c:chiusura"><p><a class="btn btn-outline-primary btn-sm" href="/file/giorno?giorno={$g/c:data}&amp;pdf=si">Il PDF firmato</a></p></xsl:if>
    <xsl:if test="$g/c:variazione">
      <h3>Che cosa è cambiato quel giorno</h3>
      <ul>
        <xsl:for-each select="$g/c:variazione">
          <li>
            <xsl:value-of select="concat(translate(c:tipo, '-', ' '), ' ')"/>
            <xsl:call-template name="riferimento"><xsl:with-param name="v" select="string(c:numero)"/></xsl:call-template>
            <xsl:value-of select="concat(', ore ', substring(c:ora, 12, 5), ', ', c:operatore)"/>
            <xsl:if test="c:campo"><xsl:value-of select="concat(', ', c:campo)"/></xsl:if>
            <xsl:if test="c:prima"><xsl:value-of select="concat('. Era: ', c:prima)"/></xsl:if>
            <xsl:if test="c:dopo"><xsl:value-of select="concat('. Ora: ', c:dopo)"/></xsl:if>
          </li>
        </xsl:for-each>
      </ul>
    </xsl:if>
  </xsl:template>

  <xsl:template match="c:sezione">
    <h2>Giorni da chiudere</h2>
    <p>
      <xsl:value-of select="concat(@quante, ' da chiudere; il più vecchio è il ')"/>
      <xsl:call-template name="data-lunga"><xsl:with-param name="v" select="c:cosa[1]/@riferimento"/></xsl:call-template>.
      Si chiudono in ordine, ciascuno con una firma.
    </p>
    <xsl:call-template name="pulsante"><xsl:with-param name="via" select="concat('/atto/chiudi-giorno?giorno=', c:cosa[1]/@riferimento, '&amp;_ritorno=/registro/giorno?giorno=', c:cosa[1]/@riferimento)"/><xsl:with-param name="testo" select="'Chiudi il più vecchio'"/><xsl:with-param name="se" select="'chiudi-giorno'"/></xsl:call-template>
  </xsl:template>
</xsl:stylesheet>
