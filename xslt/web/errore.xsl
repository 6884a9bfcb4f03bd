<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: EUPL-1.2 -->
<!-- errore.xsl: what did not go, and what to do now.  Nothing of the address: it
     may be the name of a thing.  Who asked is not always known (an answer that
     was refused unread): the scrivania then asks. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:c="urn:cartella:1" exclude-result-prefixes="c">
  <xsl:include href="parti/pagina.xsl"/>

  <xsl:template match="c:pagina" mode="corpo">
    <p class="lead"><xsl:value-of select="@messaggio"/></p>
    <xsl:apply-templates select="c:parte/c:rilievi" mode="avvisi"/>
    <ul class="non-stampa">
      <xsl:if test="@stato = '429' or @stato = '503' or @stato = '504'">
        <li>Se hai appena inviato un modulo, prima di inviarlo di nuovo guarda se è stato fatto: inviarlo due volte dalla stessa pagina non fa danno.</li>
      </xsl:if>
      <li>Con il tasto «indietro» del browser torni alla pagina di prima, con quello che avevi scritto.</li>
      <xsl:choose>
        <xsl:when test="@stato = '401'"><li><a href="/entra">Entra</a></li></xsl:when>
        <xsl:otherwise><li><a href="/">Vai alla scrivania</a></li></xsl:otherwise>
      </xsl:choose>
      <li><a href="/aiuto">Leggi l’aiuto</a></li>
    </ul>
  </xsl:template>
</xsl:stylesheet>
