<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: EUPL-1.2 -->
<!-- archivio-deposito.xsl: one list of what was handed to the archivio di
     deposito, as it was then; to be printed and signed by who gives and who
     takes. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:c="urn:cartella:1" exclude-result-prefixes="c">
  <xsl:include href="parti/pagina.xsl"/>
  <xsl:include href="parti/archivio.xsl"/>

  <xsl:variable name="a" select="/c:pagina/c:parte/c:conservazione"/>

  <xsl:template match="c:pagina" mode="titolo"><xsl:value-of select="concat('Elenco di deposito ', $a/@deposito)"/></xsl:template>

  <xsl:template match="c:pagina" mode="corpo">
    <xsl:call-template name="archivio-vie"/>
    <div class="tabella-riquadro">
      <table class="table tabella">
        <caption>Consegnato all’archivio di deposito il <xsl:call-template name="data"><xsl:with-param name="v" select="$a/@data"/></xsl:call-template> (art. 67 DPR 445/2000): ciò che puoi vedere</caption>
        <thead>
          <tr>
            <th scope="col">Numero</th>
            <th scope="col">Classifica</th>
            <th scope="col">Chiusa</th>
            <th scope="col">Parte di carta</th>
          </tr>
        </thead>
        <tbody><xsl:apply-templates select="$a/c:consegnata"/></tbody>
      </table>
    </div>
    <p class="solo-stampa">Chi consegna ______________________________ Chi riceve ______________________________</p>
  </xsl:template>

  <xsl:template match="c:consegnata">
    <tr>
      <th scope="row"><xsl:call-template name="archivio-numero"/></th>
      <td data-titolo="Classifica"><xsl:value-of select="@classifica"/></td>
      <td data-titolo="Chiusa">
        <xsl:call-template name="data"><xsl:with-param name="v" select="@chiusa"/></xsl:call-template>
        <xsl:if test="@scartata"><xsl:text> </xsl:text><xsl:call-template name="etichetta"><xsl:with-param name="testo" select="'scartata'"/></xsl:call-template></xsl:if>
      </td>
      <td data-titolo="Parte di carta">
        <xsl:choose>
          <xsl:when test="@pezzi"><xsl:value-of select="concat(@luogo, substring(', ', 1, 2 * boolean(@scaffale)), @scaffale, ', pezzi ', @pezzi)"/></xsl:when>
          <xsl:otherwise>no</xsl:otherwise>
        </xsl:choose>
      </td>
    </tr>
  </xsl:template>
</xsl:stylesheet>
