<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: EUPL-1.2 -->
<!-- registro-emergenza.xsl: when the register cannot be used. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:c="urn:cartella:1" exclude-result-prefixes="c">
  <xsl:include href="parti/pagina.xsl"/>
  <xsl:include href="parti/registro.xsl"/>

  <xsl:template match="c:pagina" mode="briciole"><xsl:call-template name="briciola-registro"/></xsl:template>

  <xsl:template match="c:pagina" mode="corpo">
    <xsl:call-template name="menu-registro"><xsl:with-param name="qui" select="'/registro/emergenza'"/></xsl:call-template>
    <p>Quando il registro non si può usare si scrive su un <strong>kit di emergenza</strong>, preparato prima e tenuto su un altro PC. Al ritorno le sue righe diventano registrazioni, con il loro numero di qui.</p>
    <ol>
      <li><strong>Prima</strong>: qui si prepara un kit; chi cura il servizio lo scrive su un disco (<code>cartella scrivi-kit --in DIRECTORY</code>).</li>
      <li><strong>Durante</strong>: sul PC di emergenza si apre il registro, si registra, si proroga, si sigilla, con lo stesso programma.</li>
      <li><strong>Dopo</strong>: chi cura il servizio riporta qui il disco (<code>cartella chiudi-emergenza DIRECTORY</code>).</li>
    </ol>
    <xsl:if test="key('puo', 'prepara-emergenza')">
      <h2>Prepara un kit</h2>
      <xsl:call-template name="modulo-breve">
        <xsl:with-param name="atto" select="'prepara-emergenza'"/><xsl:with-param name="testo" select="'Prepara il kit'"/>
        <xsl:with-param name="campi"><xsl:call-template name="campo-data"><xsl:with-param name="nome" select="'scade'"/><xsl:with-param name="etichetta" select="'Si può usare fino al (se no, per 90 giorni)'"/></xsl:call-template></xsl:with-param>
      </xsl:call-template>
    </xsl:if>
    <xsl:if test="key('puo', 'annulla-kit')">
      <h2>Un kit che non tornerà</h2>
      <xsl:call-template name="modulo-breve">
        <xsl:with-param name="atto" select="'annulla-kit'"/><xsl:with-param name="testo" select="'Annulla il kit'"/><xsl:with-param name="tono" select="'outline-danger'"/>
        <xsl:with-param name="campi">
          <xsl:call-template name="campo-testo"><xsl:with-param name="nome" select="'motivo'"/><xsl:with-param name="etichetta" select="'Perché: scaduto, perduto, guasto'"/><xsl:with-param name="obbligatorio" select="'si'"/></xsl:call-template>
          <xsl:call-template name="campo-testo"><xsl:with-param name="nome" select="'ultimo'"/><xsl:with-param name="etichetta" select="'Ultimo numero usato, se risulta dalle carte'"/></xsl:call-template>
        </xsl:with-param>
      </xsl:call-template>
    </xsl:if>
    <h2>Cerca una registrazione di emergenza</h2>
    <form method="get" action="/registro" class="filtri">
      <xsl:call-template name="campo-testo"><xsl:with-param name="nome" select="'emergenza'"/><xsl:with-param name="etichetta" select="'Numero di emergenza'"/><xsl:with-param name="aiuto" select="'come EM-2026-0000001'"/><xsl:with-param name="obbligatorio" select="'si'"/></xsl:call-template>
      <button type="submit" class="btn btn-outline-primary btn-sm">Cerca</button>
    </form>
  </xsl:template>
</xsl:stylesheet>
