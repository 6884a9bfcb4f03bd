<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: EUPL-1.2 -->
<!-- registro-repertorio.xsl: the entries of a repertory in a year. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:c="urn:cartella:1" exclude-result-prefixes="c">
  <xsl:include href="parti/pagina.xsl"/>
  <xsl:include href="parti/registro.xsl"/>

  <xsl:template match="c:pagina" mode="briciole"><xsl:call-template name="briciola-registro"/></xsl:template>

  <xsl:variable name="voci" select="/c:pagina/c:parte/c:voci"/>
  <xsl:variable name="questo" select="/c:pagina/c:parte/c:repertori/c:repertorio[@codice = $voci/@repertorio]"/>

  <xsl:template match="c:pagina" mode="titolo">
    <xsl:choose>
      <xsl:when test="$questo"><xsl:value-of select="$questo/@denominazione"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="@titolo"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="c:pagina" mode="corpo">
    <xsl:call-template name="menu-registro"><xsl:with-param name="qui" select="'/registro/repertori'"/></xsl:call-template>
    <form method="get" action="{@via}" class="filtri">
      <div class="row g-3 align-items-end">
        <div class="col-6 col-lg-2"><xsl:call-template name="campo-testo"><xsl:with-param name="nome" select="'anno'"/><xsl:with-param name="etichetta" select="'Anno'"/><xsl:with-param name="v" select="$voci/@anno"/></xsl:call-template></div>
        <div class="col-6 col-lg-3"><button type="submit" class="btn btn-outline-primary btn-sm">Mostra</button></div>
      </div>
    </form>
    <xsl:choose>
      <xsl:when test="$voci/c:voce">
        <div class="tabella-riquadro">
          <table class="table tabella">
            <caption><xsl:value-of select="concat('Voci del ', $voci/@anno, ', dalla più recente')"/></caption>
            <thead><tr><th scope="col">Numero</th><th scope="col">Data</th><th scope="col">Oggetto</th><th scope="col">Chi lo ha adottato</th></tr></thead>
            <tbody>
              <xsl:for-each select="$voci/c:voce">
                <tr>
                  <th scope="row"><a href="/registro/repertori/{$voci/@repertorio}/{substring-after(c:numero, '/')}/{substring-before(c:numero, '/')}"><xsl:value-of select="c:numero"/></a></th>
                  <td data-titolo="Data"><xsl:call-template name="momento"><xsl:with-param name="v" select="c:ora"/></xsl:call-template></td>
                  <td data-titolo="Oggetto"><xsl:choose><xsl:when test="@oscurata"><xsl:call-template name="oscurato"/></xsl:when><xsl:otherwise><xsl:value-of select="c:oggetto"/><xsl:if test="@riservata"><xsl:text> </xsl:text><xsl:call-template name="riservata"/></xsl:if></xsl:otherwise></xsl:choose></td>
                  <td data-titolo="Chi lo ha adottato"><xsl:value-of select="c:autore"/></td>
                </tr>
              </xsl:for-each>
            </tbody>
          </table>
        </div>
        <xsl:call-template name="altre"><xsl:with-param name="continua"><xsl:if test="$voci/@altre"><xsl:value-of select="substring-before($voci/c:voce[last()]/c:numero, '/')"/></xsl:if></xsl:with-param></xsl:call-template>
      </xsl:when>
      <xsl:otherwise><xsl:call-template name="vuoto"><xsl:with-param name="testo" select="'Nessuna voce in quest’anno.'"/></xsl:call-template></xsl:otherwise>
    </xsl:choose>
    <xsl:if test="key('puo', 'repertoria') and not($questo/@chiuso)">
      <details class="fare">
        <summary>Metti un documento nel repertorio</summary>
        <xsl:call-template name="modulo-breve">
          <xsl:with-param name="atto" select="'repertoria'"/><xsl:with-param name="testo" select="'Dagli il numero'"/><xsl:with-param name="file" select="'si'"/>
          <xsl:with-param name="campi">
            <input type="hidden" name="repertorio" value="{$voci/@repertorio}"/>
            <xsl:call-template name="campo-testo"><xsl:with-param name="nome" select="'oggetto'"/><xsl:with-param name="etichetta" select="'Oggetto'"/><xsl:with-param name="obbligatorio" select="'si'"/><xsl:with-param name="aiuto" select="'senza nomi di persone, solo iniziali'"/></xsl:call-template>
            <xsl:call-template name="campo-testo"><xsl:with-param name="nome" select="'autore'"/><xsl:with-param name="etichetta" select="'Chi lo ha adottato'"/></xsl:call-template>
            <xsl:call-template name="campo-data"><xsl:with-param name="nome" select="'data-documento'"/><xsl:with-param name="etichetta" select="'Data del documento, se non è oggi'"/></xsl:call-template>
            <xsl:call-template name="campo-testo"><xsl:with-param name="nome" select="'riservata.motivo'"/><xsl:with-param name="etichetta" select="'Se è riservato, perché'"/></xsl:call-template>
            <div class="campo"><label for="c-file">File</label><input class="form-control" type="file" id="c-file" name="file" multiple="multiple" required="required"/></div>
          </xsl:with-param>
        </xsl:call-template>
      </details>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
