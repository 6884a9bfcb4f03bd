<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: EUPL-1.2 -->
<!--
  corrispondente.xsl: the fields of an entry of the address book.

  campi-corrispondente  v      the entry; nothing for a new one
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:c="urn:cartella:1" exclude-result-prefixes="c">
  <xsl:template name="campi-corrispondente">
    <xsl:param name="v" select="/.."/>
            <xsl:call-template name="campo-testo"><xsl:with-param name="nome" select="'denominazione'"/><xsl:with-param name="etichetta" select="'Denominazione'"/><xsl:with-param name="obbligatorio" select="'si'"/><xsl:with-param name="v" select="$v/c:denominazione"/><xsl:with-param name="aiuto" select="'di un ente, mai di una persona'"/></xsl:call-template>
            <div class="campo">
              <label for="c-tipo">Che cosa è</label>
              <select class="form-select" id="c-tipo" name="tipo">
                <xsl:call-template name="tipo"><xsl:with-param name="t" select="'amministrazione'"/><xsl:with-param name="v" select="$v/c:tipo"/></xsl:call-template>
                <xsl:call-template name="tipo"><xsl:with-param name="t" select="'autorita-giudiziaria'"/><xsl:with-param name="v" select="$v/c:tipo"/><xsl:with-param name="testo" select="'autorità giudiziaria'"/></xsl:call-template>
                <xsl:call-template name="tipo"><xsl:with-param name="t" select="'forza-di-polizia'"/><xsl:with-param name="v" select="$v/c:tipo"/></xsl:call-template>
                <xsl:call-template name="tipo"><xsl:with-param name="t" select="'scuola'"/><xsl:with-param name="v" select="$v/c:tipo"/></xsl:call-template>
                <xsl:call-template name="tipo"><xsl:with-param name="t" select="'azienda-sanitaria'"/><xsl:with-param name="v" select="$v/c:tipo"/></xsl:call-template>
                <xsl:call-template name="tipo"><xsl:with-param name="t" select="'cooperativa'"/><xsl:with-param name="v" select="$v/c:tipo"/></xsl:call-template>
                <xsl:call-template name="tipo"><xsl:with-param name="t" select="'associazione'"/><xsl:with-param name="v" select="$v/c:tipo"/></xsl:call-template>
                <xsl:call-template name="tipo"><xsl:with-param name="t" select="'altro'"/><xsl:with-param name="v" select="$v/c:tipo"/></xsl:call-template>
              </select>
            </div>
            <xsl:call-template name="campo-testo"><xsl:with-param name="nome" select="'pec'"/><xsl:with-param name="etichetta" select="'PEC'"/><xsl:with-param name="v" select="$v/c:pec"/></xsl:call-template>
            <xsl:call-template name="campo-testo"><xsl:with-param name="nome" select="'indirizzo'"/><xsl:with-param name="etichetta" select="'Indirizzo postale'"/><xsl:with-param name="v" select="$v/c:indirizzo"/></xsl:call-template>
            <xsl:call-template name="campo-testo"><xsl:with-param name="nome" select="'codice-ipa'"/><xsl:with-param name="etichetta" select="'Codice IPA'"/><xsl:with-param name="v" select="$v/c:codice-ipa"/></xsl:call-template>
            <xsl:call-template name="campo-testo"><xsl:with-param name="nome" select="'codice-aoo'"/><xsl:with-param name="etichetta" select="'Codice dell’AOO'"/><xsl:with-param name="v" select="$v/c:codice-aoo"/></xsl:call-template>
            <xsl:call-template name="campo-testo"><xsl:with-param name="nome" select="'codice-fiscale'"/><xsl:with-param name="etichetta" select="'Codice fiscale'"/><xsl:with-param name="v" select="$v/c:codice-fiscale"/></xsl:call-template>
  </xsl:template>
  <xsl:template name="tipo">
    <xsl:param name="t"/>
    <xsl:param name="v"/>
    <xsl:param name="testo" select="translate($t, '-', ' ')"/>
    <option value="{$t}"><xsl:if test="$t = $v"><xsl:attribute name="selected">selected</xsl:attribute></xsl:if><xsl:value-of select="$testo"/></option>
  </xsl:template>
</xsl:stylesheet>
