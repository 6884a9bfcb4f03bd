<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: EUPL-1.2 -->
<!-- segnatura.xsl: our view of a registration in the words of Allegato 6 v3.0.0.
     Every attribute has its prefix, as that schema wants.  Never said: postal
     addresses (its CAP has six digits) and CollocazioneTelematica (it carries a
     password).  The signature is added by whoever signs. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:c="urn:cartella:1" xmlns:prot="http://www.agid.gov.it/protocollo/" xmlns:pec="http://www.agid.gov.it/protocollo/pec/" exclude-result-prefixes="c prot pec">
  <xsl:output method="xml" encoding="UTF-8" indent="yes"/>
  <xsl:strip-space elements="*"/>

  <xsl:template match="/c:segnatura[@tipo = 'segnatura']">
    <prot:SegnaturaInformatica prot:versione="3.0.0" prot:lang="it">
      <prot:Intestazione>
        <prot:Identificatore><xsl:call-template name="identificatore"/></prot:Identificatore>
        <xsl:apply-templates select="c:registrazione" mode="intestazione"/>
      </prot:Intestazione>
      <prot:Descrizione>
        <prot:Mittente>
          <prot:Amministrazione>
            <prot:DenominazioneAmministrazione><xsl:value-of select="c:ente/c:denominazione"/></prot:DenominazioneAmministrazione>
            <prot:CodiceIPAAmministrazione><xsl:value-of select="c:ente/c:codice-ipa"/></prot:CodiceIPAAmministrazione>
            <prot:CodiceIPAAOO><xsl:value-of select="c:ente/c:codice-aoo"/></prot:CodiceIPAAOO>
            <xsl:for-each select="c:ente/c:pec">
              <prot:ContattiAOO><xsl:call-template name="indirizzo"/></prot:ContattiAOO>
            </xsl:for-each>
          </prot:Amministrazione>
        </prot:Mittente>
        <xsl:apply-templates select="c:registrazione/c:destinatario"/>
        <xsl:apply-templates select="c:registrazione/c:principale"/>
        <xsl:apply-templates select="c:registrazione/c:allegato"/>
      </prot:Descrizione>
    </prot:SegnaturaInformatica>
  </xsl:template>

  <xsl:template match="c:registrazione" mode="intestazione">
    <prot:Oggetto><xsl:value-of select="c:oggetto"/></prot:Oggetto>
    <prot:Classifica>
      <prot:Denominazione>
        <xsl:choose>
          <xsl:when test="c:classe"><xsl:value-of select="c:classe"/></xsl:when>
          <xsl:otherwise><xsl:value-of select="c:classifica"/></xsl:otherwise>
        </xsl:choose>
      </prot:Denominazione>
      <prot:CodicePath>
        <xsl:call-template name="livelli"><xsl:with-param name="v" select="c:classifica"/></xsl:call-template>
      </prot:CodicePath>
    </prot:Classifica>
    <!-- the schema has room for one -->
    <xsl:for-each select="c:fascicolo[1]">
      <prot:Fascicolo>
        <prot:Denominazione><xsl:value-of select="@numero"/></prot:Denominazione>
        <prot:CodiceFascicolo><xsl:value-of select="@numero"/></prot:CodiceFascicolo>
      </prot:Fascicolo>
    </xsl:for-each>
    <!-- never why: the motive may say of someone -->
    <xsl:if test="@riservata">
      <prot:Riservato>true</prot:Riservato>
    </xsl:if>
  </xsl:template>

  <!-- VII/9 is a Livello and, below it, another -->
  <xsl:template name="livelli">
    <xsl:param name="v"/>
    <prot:Livello><xsl:value-of select="substring-before(concat($v, '/'), '/')"/></prot:Livello>
    <xsl:if test="contains($v, '/')">
      <prot:SubLivello>
        <xsl:call-template name="livelli"><xsl:with-param name="v" select="substring-after($v, '/')"/></xsl:call-template>
      </prot:SubLivello>
    </xsl:if>
  </xsl:template>

  <!-- who has an IPA code is an amministrazione; of others we know one name
       and not its parts, so that a person too stands as denominazione -->
  <xsl:template match="c:destinatario[c:codice-ipa]">
    <prot:Destinatario prot:confermaRicezione="true">
      <prot:Amministrazione>
        <prot:DenominazioneAmministrazione><xsl:value-of select="c:denominazione"/></prot:DenominazioneAmministrazione>
        <prot:CodiceIPAAmministrazione><xsl:value-of select="c:codice-ipa"/></prot:CodiceIPAAmministrazione>
        <xsl:for-each select="c:pec">
          <prot:ContattiAOO><xsl:call-template name="indirizzo"/></prot:ContattiAOO>
        </xsl:for-each>
      </prot:Amministrazione>
    </prot:Destinatario>
  </xsl:template>
  <xsl:template match="c:destinatario">
    <prot:Destinatario prot:confermaRicezione="false">
      <prot:PersonaGiuridica>
        <prot:Denominazione><xsl:value-of select="c:denominazione"/></prot:Denominazione>
        <xsl:for-each select="c:pec">
          <prot:ContattiPersonaGiuridica><xsl:call-template name="indirizzo"/></prot:ContattiPersonaGiuridica>
        </xsl:for-each>
      </prot:PersonaGiuridica>
    </prot:Destinatario>
  </xsl:template>
  <xsl:template name="indirizzo">
    <prot:IndirizzoTelematico prot:tipo="smtp"><xsl:value-of select="."/></prot:IndirizzoTelematico>
  </xsl:template>

  <xsl:template match="c:principale">
    <prot:DocumentoPrimario><xsl:call-template name="documento"/></prot:DocumentoPrimario>
  </xsl:template>
  <xsl:template match="c:allegato">
    <prot:Allegato><xsl:call-template name="documento"/></prot:Allegato>
  </xsl:template>
  <!-- signed: what its form says, CAdES around it or beside it -->
  <xsl:template name="documento">
    <xsl:variable name="firma" select="../c:allegato[c:nome = concat(current()/c:nome, '.p7s')][1]"/>
    <xsl:attribute name="prot:nomeFile"><xsl:value-of select="c:nome"/></xsl:attribute>
    <xsl:attribute name="prot:mimeType"><xsl:value-of select="c:tipo"/></xsl:attribute>
    <prot:Impronta prot:algoritmo="SHA-256"><xsl:value-of select="c:base64"/></prot:Impronta>
    <xsl:choose>
      <xsl:when test="c:tipo = 'application/pkcs7-mime'">
        <prot:firmatoDigitalmente><prot:UnDetached>true</prot:UnDetached></prot:firmatoDigitalmente>
      </xsl:when>
      <xsl:when test="$firma">
        <prot:firmatoDigitalmente>
          <prot:Detached prot:nomeFile="{$firma/c:nome}" prot:mimeType="{$firma/c:tipo}" prot:order="1">true</prot:Detached>
        </prot:firmatoDigitalmente>
      </xsl:when>
    </xsl:choose>
  </xsl:template>

  <!-- ===== messages ===== -->

  <xsl:template match="/c:segnatura[@tipo = 'conferma-ricezione']">
    <pec:ConfermaRicezione pec:versione="3.0.0" pec:lang="it"><xsl:call-template name="messaggio"/></pec:ConfermaRicezione>
  </xsl:template>
  <xsl:template match="/c:segnatura[@tipo = 'aggiornamento-conferma']">
    <pec:AggiornamentoConferma pec:versione="3.0.0" pec:lang="it"><xsl:call-template name="messaggio"/></pec:AggiornamentoConferma>
  </xsl:template>
  <xsl:template match="/c:segnatura[@tipo = 'notifica-eccezione']">
    <pec:NotificaEccezione pec:versione="3.0.0" pec:lang="it"><xsl:call-template name="messaggio"/></pec:NotificaEccezione>
  </xsl:template>
  <xsl:template match="/c:segnatura[@tipo = 'annullamento-protocollazione']">
    <pec:AnnullamentoProtocollazione pec:versione="3.0.0" pec:lang="it"><xsl:call-template name="messaggio"/></pec:AnnullamentoProtocollazione>
  </xsl:template>

  <xsl:template name="messaggio">
    <pec:Identificatore><xsl:call-template name="identificatore"/></pec:Identificatore>
    <xsl:for-each select="c:ricevuto">
      <pec:MessaggioRicevuto>
        <xsl:choose>
          <xsl:when test="c:descrizione">
            <pec:DescrizioneMessaggio><xsl:value-of select="c:descrizione"/></pec:DescrizioneMessaggio>
          </xsl:when>
          <xsl:otherwise>
            <pec:Identificatore>
              <prot:CodiceAmministrazione><xsl:value-of select="c:amministrazione"/></prot:CodiceAmministrazione>
              <prot:CodiceAOO><xsl:value-of select="c:aoo"/></prot:CodiceAOO>
              <prot:CodiceRegistro><xsl:value-of select="c:registro"/></prot:CodiceRegistro>
              <prot:NumeroRegistrazione><xsl:value-of select="c:numero"/></prot:NumeroRegistrazione>
              <prot:DataRegistrazione><xsl:value-of select="c:data"/></prot:DataRegistrazione>
            </pec:Identificatore>
          </xsl:otherwise>
        </xsl:choose>
      </pec:MessaggioRicevuto>
    </xsl:for-each>
    <xsl:for-each select="c:motivo">
      <pec:Motivo><xsl:value-of select="."/></pec:Motivo>
    </xsl:for-each>
    <xsl:for-each select="c:provvedimento">
      <pec:Provvedimento><xsl:value-of select="."/></pec:Provvedimento>
    </xsl:for-each>
  </xsl:template>
  <!-- our registration -->
  <xsl:template name="identificatore">
    <xsl:variable name="r" select="/c:segnatura/c:registrazione"/>
    <prot:CodiceAmministrazione prot:descrizione="{/c:segnatura/c:ente/c:denominazione}"><xsl:value-of select="/c:segnatura/c:ente/c:codice-ipa"/></prot:CodiceAmministrazione>
    <prot:CodiceAOO><xsl:value-of select="/c:segnatura/c:ente/c:codice-aoo"/></prot:CodiceAOO>
    <prot:CodiceRegistro><xsl:value-of select="/c:segnatura/@registro"/></prot:CodiceRegistro>
    <prot:NumeroRegistrazione><xsl:value-of select="substring-before($r/c:numero, '/')"/></prot:NumeroRegistrazione>
    <prot:DataRegistrazione><xsl:value-of select="substring($r/c:ora, 1, 10)"/></prot:DataRegistrazione>
    <prot:OraRegistrazione><xsl:value-of select="substring($r/c:ora, 12, 8)"/></prot:OraRegistrazione>
  </xsl:template>
</xsl:stylesheet>
