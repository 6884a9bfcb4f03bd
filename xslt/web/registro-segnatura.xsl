<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: EUPL-1.2 -->
<!-- registro-segnatura.xsl: the segnatura, to be printed or put on paper. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:c="urn:cartella:1" exclude-result-prefixes="c">
  <xsl:include href="parti/pagina.xsl"/>
  <xsl:include href="parti/registro.xsl"/>
  <xsl:include href="parti/registrazione.xsl"/>

  <xsl:template match="c:pagina" mode="briciole"><xsl:call-template name="briciola-registro"/></xsl:template>

  <xsl:template match="c:pagina" mode="titolo"><xsl:value-of select="concat('Segnatura di ', $n)"/></xsl:template>

  <xsl:template match="c:pagina" mode="corpo">
    <p class="non-stampare"><a href="{$via}">Torna alla registrazione</a></p>
    <div class="segnatura-stampa" aria-label="La segnatura">
      <p class="segnatura-ente"><xsl:value-of select="c:sessione/@ente"/></p>
      <p class="segnatura-numero"><xsl:value-of select="concat('Prot. ', $n)"/></p>
      <p><xsl:call-template name="data-lunga"><xsl:with-param name="v" select="$r/c:ora"/></xsl:call-template><xsl:value-of select="concat(' · ', $r/c:flusso)"/></p>
      <p><xsl:value-of select="concat('Classifica ', $r/c:classifica)"/></p>
      <xsl:if test="$r/@riservata"><p><strong>RISERVATA</strong></p></xsl:if>
      <xsl:if test="$r/@annullata"><p><strong>ANNULLATA</strong></p></xsl:if>
      <xsl:if test="$r/c:principale"><p class="segnatura-impronta"><small>SHA-256 <xsl:value-of select="$r/c:principale/c:impronta"/></small></p></xsl:if>
    </div>
    <p class="non-stampare">Stampa questa pagina, o prendi:</p>
    <ul class="non-stampare">
      <xsl:if test="key('puo', 'etichetta')"><li><a href="/file/etichetta?riferimento={$n}">l’etichetta con il codice QR (PDF)</a></li></xsl:if>
      <xsl:if test="key('puo', 'copia') and $r/c:principale[c:tipo = 'application/pdf']"><li><a href="/file/copia?riferimento={$n}">la copia del documento con la segnatura (PDF)</a></li></xsl:if>
      <xsl:if test="key('puo', 'segnatura') and $r/c:flusso = 'uscita' and $r/c:principale and $r/c:destinatario/c:codice-ipa"><li><a href="/file/segnatura?riferimento={$n}">la segnatura informatica (segnatura.xml)</a></li></xsl:if>
      <xsl:if test="key('puo', 'segnatura') and $r/c:flusso = 'entrata'"><li><a href="/file/segnatura?riferimento={$n}&amp;tipo=conferma-ricezione">la conferma di ricezione per il mittente (XML)</a></li></xsl:if>
    </ul>
  </xsl:template>
</xsl:stylesheet>
