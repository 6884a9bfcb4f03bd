<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: EUPL-1.2 -->
<!-- registro-smistare.xsl: what waits to be sent to the offices. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:c="urn:cartella:1" exclude-result-prefixes="c">
  <xsl:include href="parti/pagina.xsl"/>
  <xsl:include href="parti/registro.xsl"/>


  <xsl:template match="c:pagina" mode="corpo">
    <xsl:variable name="attese" select="c:parte/c:scrivania/c:sezione[@atto = 'smista']"/>
    <xsl:if test="not($attese/c:cosa)"><xsl:call-template name="vuoto"><xsl:with-param name="testo" select="'Niente da smistare: tutte le entrate sono andate agli uffici.'"/></xsl:call-template></xsl:if>
    <xsl:for-each select="$attese">
      <xsl:variable name="che" select="@che"/>
      <h2><xsl:value-of select="concat(@titolo, ': ', @quante)"/><xsl:if test="@oltre"> o più</xsl:if><xsl:if test="@per"><xsl:value-of select="concat(' (per ', @per, ')')"/></xsl:if></h2>
      <ol class="da-smistare list-unstyled">
        <xsl:apply-templates select="c:cosa"/>
      </ol>
      <xsl:if test="@quante &gt; count(c:cosa)"><p>Ce ne sono altre: compaiono man mano che queste vengono smistate.</p></xsl:if>
    </xsl:for-each>
  </xsl:template>

  <xsl:template match="c:cosa">
    <xsl:variable name="chiave" select="concat('-', translate(@riferimento, '/', '-'))"/>
    <li class="card-smista">
      <p>
        <strong><xsl:call-template name="riferimento"><xsl:with-param name="v" select="string(@riferimento)"/></xsl:call-template></strong>
        <xsl:text> </xsl:text>
        <xsl:choose><xsl:when test="@oscurata"><xsl:call-template name="oscurato"/></xsl:when><xsl:otherwise><xsl:value-of select="."/></xsl:otherwise></xsl:choose>
        <xsl:if test="@nota"><xsl:value-of select="concat(' (', @nota, ')')"/></xsl:if>
        <xsl:text> </xsl:text>
        <small>
          <xsl:choose>
            <xsl:when test="@giorni &lt; 1">arrivata oggi</xsl:when>
            <xsl:when test="@giorni = 1">aspetta da ieri</xsl:when>
            <xsl:otherwise><xsl:value-of select="concat('aspetta da ', @giorni, ' giorni')"/></xsl:otherwise>
          </xsl:choose>
        </small>
      </p>
      <xsl:choose>
        <xsl:when test="$uffici and not(../@per)">
          <form method="post" action="/atto/smista" class="modulo-smista" data-atto="smista">
            <xsl:call-template name="celati"/>
            <input type="hidden" name="protocollo" value="{@riferimento}"/>
            <input type="hidden" name="destinazione" value="1"/>
            <div class="row g-2 align-items-end">
              <div class="col-12 col-md-5">
                <label for="u{$chiave}">Ufficio<span class="visually-hidden"><xsl:value-of select="concat(' per ', @riferimento)"/></span></label>
                <select class="form-select" id="u{$chiave}" name="destinazione.ufficio" required="required">
                  <option value="">scegli…</option>
                  <xsl:for-each select="$uffici"><option value="{@codice}"><xsl:value-of select="@denominazione"/></option></xsl:for-each>
                </select>
              </div>
              <div class="col-6 col-md-3">
                <label for="t{$chiave}">Per<span class="visually-hidden"><xsl:value-of select="concat(', ', @riferimento)"/></span></label>
                <select class="form-select" id="t{$chiave}" name="destinazione.titolo">
                  <option value="competenza">competenza</option>
                  <option value="conoscenza">conoscenza</option>
                </select>
              </div>
              <div class="col-6 col-md-4">
                <button type="submit" class="btn btn-primary btn-sm" name="_azione" value="invia">Smista<span class="visually-hidden"><xsl:value-of select="concat(' ', @riferimento)"/></span></button>
                <xsl:text> </xsl:text>
                <a class="btn btn-outline-primary btn-sm" href="/atto/smista?protocollo={@riferimento}">A più uffici<span class="visually-hidden"><xsl:value-of select="concat(': ', @riferimento)"/></span></a>
              </div>
            </div>
          </form>
        </xsl:when>
        <xsl:otherwise><p><a class="btn btn-primary btn-sm" href="/atto/smista?protocollo={@riferimento}">Smista<span class="visually-hidden"><xsl:value-of select="concat(' ', @riferimento)"/></span></a></p></xsl:otherwise>
      </xsl:choose>
    </li>
  </xsl:template>
</xsl:stylesheet>
