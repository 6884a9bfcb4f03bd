<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: EUPL-1.2 -->
<!-- documenti.xsl: the documents of a case by phase, each by what it is about. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:c="urn:cartella:1" exclude-result-prefixes="c">
  <xsl:template name="documenti">
    <xsl:param name="al"/>
    <xsl:call-template name="fase"><xsl:with-param name="titolo" select="'Presa in carico'"/><xsl:with-param name="dove" select="' scheda.xml valutazione.xml scheda-segretariato.xml comuni.xml liberatorie istanze stato-di-famiglia isee persone '"/><xsl:with-param name="al" select="$al"/></xsl:call-template>
    <xsl:call-template name="fase"><xsl:with-param name="titolo" select="'Relazioni e progetto'"/><xsl:with-param name="dove" select="' equipe relazioni progetti verbali sottoscrizioni '"/><xsl:with-param name="al" select="$al"/></xsl:call-template>
    <xsl:call-template name="fase"><xsl:with-param name="titolo" select="'Proposta, istruttoria, interventi'"/><xsl:with-param name="dove" select="' proposte istruttoria determinazioni comunicazioni interventi controlli '"/><xsl:with-param name="al" select="$al"/></xsl:call-template>
    <xsl:call-template name="fase"><xsl:with-param name="titolo" select="'Autorità giudiziaria e affidamenti'"/><xsl:with-param name="dove" select="' provvedimenti affidamenti '"/><xsl:with-param name="al" select="$al"/></xsl:call-template>
    <xsl:call-template name="fase"><xsl:with-param name="titolo" select="'Misure, termini, altri documenti'"/><xsl:with-param name="al" select="$al"/></xsl:call-template>
    <xsl:call-template name="fase"><xsl:with-param name="titolo" select="'Venuti con la cartella di un altro ente'"/><xsl:with-param name="dove" select="' provenienze precedenti '"/><xsl:with-param name="al" select="$al"/></xsl:call-template>
  </xsl:template>

  <!-- these are parts of other pages -->
  <xsl:variable name="altrove" select="' accesso.xml cartella.xml fascicolo.xml diario agenda firme '"/>
  <xsl:variable name="nelle-fasi" select="' scheda.xml valutazione.xml scheda-segretariato.xml comuni.xml liberatorie istanze stato-di-famiglia isee persone equipe relazioni progetti verbali sottoscrizioni proposte istruttoria determinazioni comunicazioni interventi controlli provvedimenti affidamenti provenienze precedenti '"/>

  <xsl:template name="fase">
    <xsl:param name="titolo"/>
    <xsl:param name="dove"/>
    <xsl:param name="al"/>
    <xsl:variable name="suoi" select="c:documento[not(contains($altrove, concat(' ', substring-before(concat(@percorso, '/'), '/'), ' ')))][($dove != '' and contains($dove, concat(' ', substring-before(concat(@percorso, '/'), '/'), ' '))) or ($dove = '' and not(contains($nelle-fasi, concat(' ', substring-before(concat(@percorso, '/'), '/'), ' '))))]"/>
    <xsl:if test="$suoi">
      <section class="mb-4">
        <h2 class="h5"><xsl:value-of select="$titolo"/></h2>
        <div class="tabella-riquadro">
          <table class="table tabella">
            <caption class="visually-hidden"><xsl:value-of select="concat('Documenti: ', $titolo)"/></caption>
            <thead><tr><th scope="col">Documento</th><th scope="col">Di che cosa</th><th scope="col">Stato</th><th scope="col">Scritto</th><th scope="col">Da</th></tr></thead>
            <tbody>
              <xsl:for-each select="$suoi">
                <xsl:sort select="@ora"/>
                <xsl:variable name="via"><xsl:call-template name="documento-via"><xsl:with-param name="quale" select="@percorso"/></xsl:call-template></xsl:variable>
                <tr>
                  <th scope="row">
                    <a href="{$via}">
                      <xsl:if test="$al != ''"><xsl:attribute name="href"><xsl:value-of select="concat($via, '&amp;al=', $al)"/></xsl:attribute></xsl:if>
                      <xsl:call-template name="tipo-documento"><xsl:with-param name="tipo" select="@tipo"/></xsl:call-template>
                      <xsl:if test="@giorno"><xsl:text> del </xsl:text><xsl:call-template name="data-testo"><xsl:with-param name="v" select="@giorno"/></xsl:call-template></xsl:if>
                    </a>
                  </th>
                  <td data-titolo="Di che cosa"><xsl:value-of select="@titolo"/></td>
                  <td data-titolo="Stato">
                    <xsl:if test="@stato"><xsl:call-template name="stato"><xsl:with-param name="v" select="@stato"/></xsl:call-template></xsl:if>
                    <xsl:if test="@firmata"><xsl:text> </xsl:text><xsl:call-template name="stato"><xsl:with-param name="v" select="'firmato'"/></xsl:call-template></xsl:if>
                  </td>
                  <td data-titolo="Scritto"><xsl:call-template name="data"><xsl:with-param name="v" select="@ora"/></xsl:call-template></td>
                  <td data-titolo="Da"><xsl:call-template name="chi"><xsl:with-param name="codice" select="string(@operatore)"/></xsl:call-template></td>
                </tr>
              </xsl:for-each>
            </tbody>
          </table>
        </div>
      </section>
    </xsl:if>
  </xsl:template>

  <!-- the registrations that are in it -->
  <xsl:template name="registrazioni">
    <xsl:if test="c:registrazione">
      <section class="mb-4">
        <h2 class="h5">Registrazioni di protocollo</h2>
        <div class="tabella-riquadro">
          <table class="table tabella">
            <caption class="visually-hidden">Registrazioni che stanno in questo fascicolo</caption>
            <thead><tr><th scope="col">Numero</th><th scope="col">Giorno</th><th scope="col">Flusso</th><th scope="col">Oggetto</th></tr></thead>
            <tbody>
              <xsl:for-each select="c:registrazione">
                <tr>
                  <th scope="row"><xsl:call-template name="riferimento"><xsl:with-param name="v" select="@numero"/></xsl:call-template></th>
                  <td data-titolo="Giorno"><xsl:call-template name="data"><xsl:with-param name="v" select="@ora"/></xsl:call-template></td>
                  <td data-titolo="Flusso"><xsl:value-of select="@flusso"/></td>
                  <td data-titolo="Oggetto">
                    <xsl:choose>
                      <xsl:when test="@oscurata"><xsl:call-template name="riservata"/> non è fra quelle che puoi leggere</xsl:when>
                      <xsl:otherwise><xsl:value-of select="."/></xsl:otherwise>
                    </xsl:choose>
                    <xsl:if test="@annullata"><xsl:text> </xsl:text><xsl:call-template name="stato"><xsl:with-param name="v" select="'annullata'"/></xsl:call-template></xsl:if>
                  </td>
                </tr>
              </xsl:for-each>
            </tbody>
          </table>
        </div>
      </section>
    </xsl:if>
  </xsl:template>

  <xsl:template name="collegate">
    <xsl:if test="c:collegata | c:sottofascicolo">
      <section class="mb-4">
        <h2 class="h5">Cartelle e fascicoli collegati</h2>
        <ul>
          <xsl:for-each select="c:collegata">
            <li>
              <xsl:call-template name="riferimento"><xsl:with-param name="v" select="@numero"/></xsl:call-template>
              <xsl:value-of select="concat(', ', translate(@legame, '-', ' '), ', dal ')"/>
              <xsl:call-template name="data"><xsl:with-param name="v" select="@dal"/></xsl:call-template>
              <xsl:if test="@al"><xsl:text> al </xsl:text><xsl:call-template name="data"><xsl:with-param name="v" select="@al"/></xsl:call-template></xsl:if>
            </li>
          </xsl:for-each>
          <xsl:for-each select="c:sottofascicolo">
            <li>
              <xsl:call-template name="riferimento"><xsl:with-param name="v" select="@numero"/></xsl:call-template>
              <xsl:value-of select="concat(' (', @stato, '): ', .)"/>
            </li>
          </xsl:for-each>
        </ul>
      </section>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
