<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: EUPL-1.2 -->
<!-- testo-ente.xsl: the people of the body, who stands in for whom, how the store is; a part of testo.xsl. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:c="urn:cartella:1" exclude-result-prefixes="c">

  <xsl:template match="/c:utenti">
    <xsl:for-each select="c:utente">
      <xsl:value-of select="concat(@codice, ' - ', @cognome, ' ', @nome)"/>
      <xsl:if test="@qualifica"><xsl:value-of select="concat(', ', @qualifica)"/></xsl:if>
      <xsl:if test="@attivo = 'no'"> (NON PIÙ IN SERVIZIO)</xsl:if>
      <xsl:text>&#10;  ruoli:</xsl:text>
      <xsl:for-each select="c:ruolo"><xsl:value-of select="concat(' ', .)"/></xsl:for-each>
      <xsl:if test="not(c:ruolo)"> nessuno</xsl:if>
      <xsl:if test="c:ufficio">
        <xsl:text>; uffici:</xsl:text>
        <xsl:for-each select="c:ufficio"><xsl:value-of select="concat(' ', .)"/></xsl:for-each>
      </xsl:if>
      <xsl:if test="@comune"><xsl:value-of select="concat('; comune ', @comune)"/></xsl:if>
      <xsl:if test="c:login">
        <xsl:text>; entra come</xsl:text>
        <xsl:for-each select="c:login"><xsl:value-of select="concat(' ', .)"/></xsl:for-each>
      </xsl:if>
      <xsl:text>&#10;</xsl:text>
    </xsl:for-each>
  </xsl:template>

  <xsl:template match="/c:deleghe">
    <xsl:for-each select="c:delega">
      <xsl:value-of select="concat('delega ', @numero, ': ', @delegato, ' per conto di ', @delegante, ' dal ')"/>
      <xsl:call-template name="ora"><xsl:with-param name="v" select="@dal"/></xsl:call-template>
      <xsl:text> al </xsl:text>
      <xsl:call-template name="ora"><xsl:with-param name="v" select="@al"/></xsl:call-template>
      <xsl:value-of select="concat(', ', translate(@stato, '-', ' '), '&#10; ')"/>
      <xsl:for-each select="c:atto"><xsl:value-of select="concat(' ', .)"/></xsl:for-each>
      <xsl:text>&#10;</xsl:text>
    </xsl:for-each>
    <xsl:if test="not(c:delega)">nessuna delega&#10;</xsl:if>
  </xsl:template>

  <xsl:template match="/c:stato-archivio">
    <xsl:value-of select="concat(c:ente/@denominazione, ', codice IPA ', c:ente/@codice-ipa, ', AOO ', c:ente/@codice-aoo, '&#10;')"/>
    <xsl:if test="c:ente/@dimostrativo">archivio dimostrativo&#10;</xsl:if>
    <xsl:value-of select="concat('atti: ', c:catena/@atti, ', l’ultimo il ')"/>
    <xsl:call-template name="ora"><xsl:with-param name="v" select="c:catena/@ultimo"/></xsl:call-template>
    <xsl:value-of select="concat('&#10;anello: ', c:catena/@anello, '&#10;da sigillare: ', c:catena/@da-sigillare, ' atti')"/>
    <xsl:if test="c:giorni/@da-chiudere">
      <xsl:text>; giorni da chiudere dal </xsl:text>
      <xsl:call-template name="ora"><xsl:with-param name="v" select="c:giorni/@da-chiudere"/></xsl:call-template>
    </xsl:if>
    <xsl:value-of select="concat('&#10;letture annotate: ', c:letture/@righe, '&#10;')"/>
    <xsl:if test="not(c:salvataggi/c:copia)">copie di sicurezza: nessuna, che l’archivio sappia&#10;</xsl:if>
    <xsl:for-each select="c:salvataggi/c:copia[@illeggibile]">
      <xsl:value-of select="concat('una copia di cui non si legge più niente: ', @illeggibile, '; si rifà con «salva», dicendo dove vanno le chiavi&#10;')"/>
    </xsl:for-each>
    <xsl:for-each select="c:salvataggi/c:copia[not(@illeggibile)]">
      <xsl:value-of select="concat('copia in ', @dove, ': del ')"/>
      <xsl:call-template name="ora"><xsl:with-param name="v" select="@ora"/></xsl:call-template>
      <xsl:value-of select="concat(', indietro di ', @indietro, ' atti')"/>
      <xsl:if test="@vecchia">, vecchia</xsl:if>
      <xsl:if test="@distrutto">; ha ancora ciò che fu distrutto</xsl:if>
      <xsl:choose>
        <xsl:when test="@controllata">
          <xsl:text>; controllata il </xsl:text>
          <xsl:call-template name="ora"><xsl:with-param name="v" select="@controllata"/></xsl:call-template>
          <xsl:value-of select="concat(', ', @difetti, ' difetti')"/>
        </xsl:when>
        <xsl:otherwise>; mai controllata</xsl:otherwise>
      </xsl:choose>
      <xsl:text>&#10;</xsl:text>
    </xsl:for-each>
    <xsl:text>verifica: </xsl:text>
    <xsl:choose>
      <xsl:when test="c:verifica/@esito = 'mai'">mai fatta</xsl:when>
      <xsl:when test="c:verifica/@esito = 'illeggibile'">l’esito dell’ultima non si legge</xsl:when>
      <xsl:otherwise>
        <xsl:if test="c:verifica/@esito = 'difetti'"><xsl:value-of select="concat('DIFETTI: ', c:verifica/@difetti, '; ')"/></xsl:if>
        <xsl:if test="c:verifica/@esito = 'integro'">integro, </xsl:if>
        <xsl:choose>
          <xsl:when test="c:verifica/@modo = 'intera'">tutto, il </xsl:when>
          <xsl:otherwise>ciò che è nuovo, il </xsl:otherwise>
        </xsl:choose>
        <xsl:call-template name="ora"><xsl:with-param name="v" select="c:verifica/@inizio"/></xsl:call-template>
        <xsl:if test="c:verifica/@intera">
          <xsl:text>; tutto, il </xsl:text>
          <xsl:call-template name="ora"><xsl:with-param name="v" select="c:verifica/@intera"/></xsl:call-template>
        </xsl:if>
      </xsl:otherwise>
    </xsl:choose>
    <xsl:text>&#10;</xsl:text>
    <xsl:if test="c:disco/@totale &gt; 0">
      <xsl:value-of select="concat('disco: liberi ', round(c:disco/@libero div 1048576), ' MB di ', round(c:disco/@totale div 1048576), '&#10;')"/>
    </xsl:if>
    <xsl:for-each select="c:disco/c:file">
      <xsl:value-of select="concat('  ', @nome, ': ', ceiling(@byte div 1024), ' KB&#10;')"/>
    </xsl:for-each>
  </xsl:template>
</xsl:stylesheet>
