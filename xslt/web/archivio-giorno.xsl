<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: EUPL-1.2 -->
<!-- archivio-giorno.xsl: the register of a day that is formed, and its seal. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:c="urn:cartella:1" exclude-result-prefixes="c">
  <xsl:include href="parti/pagina.xsl"/>
  <xsl:include href="parti/archivio.xsl"/>

  <xsl:template match="c:pagina" mode="titolo">
    <xsl:text>Registro del </xsl:text>
    <xsl:call-template name="data-lunga-testo"><xsl:with-param name="v" select="c:parte/c:giorno/c:registro-giornaliero/c:data"/></xsl:call-template>
  </xsl:template>
  <xsl:template match="c:pagina" mode="azioni">
    <xsl:if test="c:parte/c:giorno/c:chiusura">
      <a class="btn btn-primary btn-sm" href="/file/giorno?giorno={c:parte/c:giorno/c:registro-giornaliero/c:data}&amp;pdf=si">Scarica il PDF firmato</a>
    </xsl:if>
  </xsl:template>

  <xsl:template match="c:pagina" mode="corpo">
    <xsl:variable name="g" select="c:parte/c:giorno/c:registro-giornaliero"/>
    <xsl:variable name="k" select="c:parte/c:giorno/c:chiusura"/>
    <dl class="voci">
      <xsl:call-template name="voce"><xsl:with-param name="nome" select="'Registrazioni'"/><xsl:with-param name="v" select="concat($g/c:registrazioni/c:numero, ' (entrate ', $g/c:registrazioni/c:entrate, ', uscite ', $g/c:registrazioni/c:uscite, ', interne ', $g/c:registrazioni/c:interne, ')')"/></xsl:call-template>
      <xsl:call-template name="voce"><xsl:with-param name="nome" select="'Atti'"/><xsl:with-param name="v" select="concat($g/c:atti/c:numero, ', dal ', $g/c:atti/c:primo, ' al ', $g/c:atti/c:ultimo)"/></xsl:call-template>
      <xsl:call-template name="voce"><xsl:with-param name="nome" select="'Letture'"/><xsl:with-param name="v" select="string($g/c:letture/c:numero)"/></xsl:call-template>
      <xsl:call-template name="voce"><xsl:with-param name="nome" select="'Sigillo'"/><xsl:with-param name="v">
        <xsl:choose>
          <xsl:when test="$k">chiuso il <xsl:call-template name="momento"><xsl:with-param name="v" select="$k/c:ora"/></xsl:call-template></xsl:when>
          <xsl:otherwise>non ancora chiuso</xsl:otherwise>
        </xsl:choose>
      </xsl:with-param></xsl:call-template>
    </dl>
    <xsl:if test="$g/c:registrazione">
      <div class="tabella-riquadro">
        <table class="table tabella">
          <caption>Registrazioni del giorno, per numero</caption>
          <thead><tr><th scope="col">Numero</th><th scope="col">Ora</th><th scope="col">Flusso</th><th scope="col">Mittente o destinatario</th><th scope="col">Oggetto</th></tr></thead>
          <tbody>
            <xsl:for-each select="$g/c:registrazione">
              <tr>
                <th scope="row"><xsl:call-template name="riferimento"><xsl:with-param name="v" select="c:numero"/></xsl:call-template></th>
                <td data-titolo="Ora"><xsl:call-template name="ora"><xsl:with-param name="v" select="c:ora"/></xsl:call-template></td>
                <td data-titolo="Flusso"><xsl:value-of select="c:flusso"/></td>
                <td data-titolo="Mittente o destinatario">
                  <xsl:for-each select="c:mittente | c:destinatario">
                    <xsl:if test="position() &gt; 1">; </xsl:if>
                    <xsl:value-of select="c:denominazione"/>
                  </xsl:for-each>
                </td>
                <td data-titolo="Oggetto">
                  <xsl:value-of select="c:oggetto"/>
                  <xsl:if test="c:riservata"><xsl:text> </xsl:text><xsl:call-template name="riservata"/></xsl:if>
                  <xsl:if test="c:annullata or @annullata or c:annullamento"><xsl:text> </xsl:text><xsl:call-template name="stato"><xsl:with-param name="v" select="'annullata'"/></xsl:call-template></xsl:if>
                </td>
              </tr>
            </xsl:for-each>
          </tbody>
        </table>
      </div>
    </xsl:if>
    <p class="nota">Impronta del giorno prima: <code><xsl:value-of select="$g/c:precedente"/></code></p>
  </xsl:template>
</xsl:stylesheet>
