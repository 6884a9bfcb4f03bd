<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: EUPL-1.2 -->
<!-- termini.xsl: terms as a table: what, when it ends with a word beside the
     colour, what can be done. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:c="urn:cartella:1" exclude-result-prefixes="c">
  <xsl:template match="c:termini" mode="tabella">
    <xsl:param name="di-un-caso"/>
    <xsl:param name="righe" select="c:termine"/>
    <xsl:choose>
      <xsl:when test="not($righe)"><xsl:call-template name="vuoto"><xsl:with-param name="testo" select="'Nessun termine.'"/></xsl:call-template></xsl:when>
      <xsl:otherwise>
        <div class="tabella-riquadro">
          <table class="table tabella">
            <caption class="visually-hidden">Termini, da quello che scade prima</caption>
            <thead>
              <tr>
                <xsl:if test="not($di-un-caso)"><th scope="col">Cartella</th></xsl:if>
                <th scope="col">Termine</th><th scope="col">Cominciato</th><th scope="col">Scade</th>
                <xsl:if test="$di-un-caso"><th scope="col" class="non-stampa">Che fare</th></xsl:if>
              </tr>
            </thead>
            <tbody>
              <xsl:for-each select="$righe">
                <tr>
                  <xsl:if test="not($di-un-caso)"><td data-titolo="Cartella"><xsl:call-template name="riferimento"><xsl:with-param name="v" select="@cartella"/></xsl:call-template></td></xsl:if>
                  <th scope="row">
                    <xsl:value-of select="concat(@ordine, '. ', @nome)"/>
                    <br/><small class="fw-normal"><xsl:value-of select="@base"/></small>
                  </th>
                  <td data-titolo="Cominciato">
                    <xsl:call-template name="data"><xsl:with-param name="v" select="@inizio"/></xsl:call-template>
                    <xsl:text> </xsl:text>
                    <small><xsl:call-template name="origine"/></small>
                  </td>
                  <td data-titolo="Scade"><xsl:call-template name="termine-scade"/></td>
                  <xsl:if test="$di-un-caso"><td data-titolo="Che fare" class="non-stampa"><xsl:call-template name="termine-fare"/></td></xsl:if>
                </tr>
              </xsl:for-each>
            </tbody>
          </table>
        </div>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="origine">
    <xsl:choose>
      <xsl:when test="contains(@origine, '.xml')">
        <a href="/cartella/{@cartella}/documento?quale={@origine}">da dove</a>
      </xsl:when>
      <xsl:otherwise><xsl:call-template name="riferimento"><xsl:with-param name="v" select="@origine"/></xsl:call-template></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="termine-scade">
    <xsl:choose>
      <xsl:when test="@stato = 'corre' or @stato = 'oggi' or @stato = 'scaduto'">
        <xsl:choose>
          <xsl:when test="contains(@scade, 'T')">
            <xsl:call-template name="momento"><xsl:with-param name="v" select="@scade"/></xsl:call-template>
            <xsl:text> </xsl:text>
            <xsl:call-template name="etichetta">
              <xsl:with-param name="testo" select="string(.)"/>
              <xsl:with-param name="tono"><xsl:choose><xsl:when test="@stato = 'scaduto' or @stato = 'oggi'">male</xsl:when><xsl:otherwise>avviso</xsl:otherwise></xsl:choose></xsl:with-param>
            </xsl:call-template>
          </xsl:when>
          <xsl:otherwise><xsl:call-template name="scadenza"><xsl:with-param name="data" select="@scade"/><xsl:with-param name="giorni" select="@giorni"/></xsl:call-template></xsl:otherwise>
        </xsl:choose>
      </xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="etichetta"><xsl:with-param name="testo" select="string(.)"/></xsl:call-template>
        <xsl:if test="@stato = 'sospeso' and @scade">
          <xsl:text> poi scade il </xsl:text>
          <xsl:call-template name="data"><xsl:with-param name="v" select="@scade"/></xsl:call-template>
        </xsl:if>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="termine-fare">
    <xsl:variable name="con" select="concat('?cartella=', @cartella, '&amp;termine=', @ordine, '&amp;_ritorno=/cartella/', @cartella, '/termini')"/>
    <xsl:variable name="detto"><span class="visually-hidden"><xsl:value-of select="concat(' il termine ', @ordine, ', ', @nome)"/></span></xsl:variable>
    <xsl:if test="@stato = 'corre' or @stato = 'oggi' or @stato = 'scaduto'">
      <xsl:if test="$puo[@atto = 'rispondi-termine']"><a class="btn btn-outline-primary btn-xs" href="/atto/rispondi-termine{$con}">Rispondi<xsl:copy-of select="$detto"/></a><xsl:text> </xsl:text></xsl:if>
      <xsl:if test="$puo[@atto = 'sospendi-termine']"><a class="btn btn-outline-primary btn-xs" href="/atto/sospendi-termine{$con}">Sospendi<xsl:copy-of select="$detto"/></a></xsl:if>
    </xsl:if>
    <xsl:if test="@stato = 'sospeso' and key('puo', 'riprendi-termine')"><a class="btn btn-outline-primary btn-xs" href="/atto/riprendi-termine{$con}">Fai ripartire<xsl:copy-of select="$detto"/></a></xsl:if>
  </xsl:template>
</xsl:stylesheet>
