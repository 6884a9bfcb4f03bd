<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: EUPL-1.2 -->
<!-- registro-corrispondente.xsl: one of the address book. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:c="urn:cartella:1" exclude-result-prefixes="c">
  <xsl:include href="parti/pagina.xsl"/>
  <xsl:include href="parti/registro.xsl"/>

  <xsl:template match="c:pagina" mode="briciole"><xsl:call-template name="briciola-registro"/></xsl:template>
  <xsl:include href="parti/corrispondente.xsl"/>

  <xsl:variable name="v" select="/c:pagina/c:parte/c:corrispondente"/>

  <xsl:template match="c:pagina" mode="titolo"><xsl:value-of select="$v/c:denominazione"/></xsl:template>

  <xsl:template match="c:pagina" mode="corpo">
    <xsl:call-template name="menu-registro"><xsl:with-param name="qui" select="'/registro/corrispondenti'"/></xsl:call-template>
    <dl class="voci">
      <xsl:call-template name="voce"><xsl:with-param name="nome" select="'Codice'"/><xsl:with-param name="v" select="string($v/c:codice)"/></xsl:call-template>
      <xsl:call-template name="voce"><xsl:with-param name="nome" select="'Che cosa è'"/><xsl:with-param name="v"><xsl:call-template name="parole"><xsl:with-param name="v" select="$v/c:tipo"/></xsl:call-template></xsl:with-param></xsl:call-template>
      <xsl:call-template name="voce"><xsl:with-param name="nome" select="'PEC'"/><xsl:with-param name="v" select="string($v/c:pec)"/></xsl:call-template>
      <xsl:call-template name="voce"><xsl:with-param name="nome" select="'Indirizzo'"/><xsl:with-param name="v" select="string($v/c:indirizzo)"/></xsl:call-template>
      <xsl:call-template name="voce"><xsl:with-param name="nome" select="'Codice IPA'"/><xsl:with-param name="v" select="string($v/c:codice-ipa)"/></xsl:call-template>
      <xsl:call-template name="voce"><xsl:with-param name="nome" select="'Codice AOO'"/><xsl:with-param name="v" select="string($v/c:codice-aoo)"/></xsl:call-template>
      <xsl:call-template name="voce"><xsl:with-param name="nome" select="'Codice fiscale'"/><xsl:with-param name="v" select="string($v/c:codice-fiscale)"/></xsl:call-template>
      <xsl:if test="$v/c:attivo = 'no' or $v/@attivo = 'no'"><xsl:call-template name="voce"><xsl:with-param name="nome" select="'Stato'"/><xsl:with-param name="v" select="'non si usa più'"/></xsl:call-template></xsl:if>
    </dl>
    <form method="get" action="/registro" class="mb-3">
      <input type="hidden" name="corrispondente" value="{$v/c:denominazione}"/>
      <button type="submit" class="btn btn-outline-primary btn-sm">Le sue registrazioni</button>
    </form>
    <xsl:if test="key('puo', 'iscrivi-corrispondente')">
      <details class="fare">
        <summary>Cambia</summary>
        <xsl:call-template name="modulo-breve">
          <xsl:with-param name="atto" select="'iscrivi-corrispondente'"/><xsl:with-param name="testo" select="'Cambia'"/>
          <xsl:with-param name="campi">
            <input type="hidden" name="codice" value="{$v/c:codice}"/>
            <xsl:call-template name="campi-corrispondente"><xsl:with-param name="v" select="$v"/></xsl:call-template>
            <div class="form-check"><input class="form-check-input" type="checkbox" id="c-attivo" name="attivo" value="no"/><label class="form-check-label" for="c-attivo">Non si usa più</label></div>
          </xsl:with-param>
        </xsl:call-template>
      </details>
    </xsl:if>
    <xsl:if test="key('puo', 'unisci-corrispondenti')">
      <details class="fare">
        <summary>È lo stesso ente di un altro</summary>
        <xsl:call-template name="modulo-breve">
          <xsl:with-param name="atto" select="'unisci-corrispondenti'"/><xsl:with-param name="testo" select="'Unisci'"/>
          <xsl:with-param name="campi">
            <input type="hidden" name="codice" value="{$v/c:codice}"/>
            <xsl:call-template name="campo-testo"><xsl:with-param name="nome" select="'con'"/><xsl:with-param name="etichetta" select="'Codice di quello che resta'"/><xsl:with-param name="obbligatorio" select="'si'"/></xsl:call-template>
          </xsl:with-param>
        </xsl:call-template>
      </details>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
