<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: EUPL-1.2 -->
<!-- trasferimenti.xsl: the cases offered to other bodies and by them, and what may be done of each. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:c="urn:cartella:1" exclude-result-prefixes="c">
  <xsl:include href="parti/pagina.xsl"/>

  <xsl:variable name="tutti" select="/c:pagina/c:parametro[@nome = 'tutti'] = 'si'"/>

  <xsl:template match="c:pagina" mode="azioni">
    <xsl:call-template name="pulsante"><xsl:with-param name="via" select="'/atto/ricevi-trasferimento?_ritorno=/trasferimenti'"/><xsl:with-param name="testo" select="'Ricevi ciò che è arrivato'"/><xsl:with-param name="se" select="'ricevi-trasferimento'"/></xsl:call-template><xsl:text> </xsl:text>
    <xsl:choose>
      <xsl:when test="$tutti"><xsl:call-template name="pulsante"><xsl:with-param name="via" select="'/trasferimenti'"/><xsl:with-param name="testo" select="'Solo quelli in corso'"/><xsl:with-param name="tono" select="'outline-primary'"/></xsl:call-template></xsl:when>
      <xsl:otherwise><xsl:call-template name="pulsante"><xsl:with-param name="via" select="'/trasferimenti?tutti=si'"/><xsl:with-param name="testo" select="'Anche quelli conclusi'"/><xsl:with-param name="tono" select="'outline-primary'"/></xsl:call-template></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="c:pagina" mode="corpo">
    <xsl:variable name="t" select="c:parte/c:trasferimenti"/>
    <xsl:choose>
      <xsl:when test="$t/c:trasferimento">
        <div class="tabella-riquadro">
          <table class="table tabella">
            <caption>Le cartelle offerte ad altri enti, o da altri. Una cartella è di chi l’offre finché non la rilascia. La consegna si scarica in un solo file cifrato, che apre soltanto il sigillo dell’altro ente: quello si allega a una PEC o si mette su una chiavetta. «In chiaro» è per guardarla qui, o per portarla a mano su un supporto cifrato.</caption>
            <thead><tr><th scope="col">Cartella</th><th scope="col">Ente</th><th scope="col">A che punto</th><th scope="col">Si accetta entro</th><th scope="col">Che cosa si può fare</th></tr></thead>
            <tbody><xsl:apply-templates select="$t/c:trasferimento"/></tbody>
          </table>
        </div>
      </xsl:when>
      <xsl:otherwise><xsl:call-template name="vuoto"><xsl:with-param name="testo" select="'Nessun trasferimento che puoi vedere.'"/></xsl:call-template></xsl:otherwise>
    </xsl:choose>
    <xsl:if test="count($t/c:trasferimento) = 50">
      <nav class="pagine" aria-label="Pagine dell’elenco">
        <a class="btn btn-outline-primary btn-sm" rel="next" href="/trasferimenti?tutti=si&amp;dopo={$t/c:trasferimento[last()]/@seq}">Pagina seguente</a>
      </nav>
    </xsl:if>
  </xsl:template>

  <xsl:template match="c:trasferimento">
    <tr>
      <th scope="row">
        <xsl:choose>
          <xsl:when test="@verso = 'uscita'"><xsl:call-template name="riferimento"><xsl:with-param name="v" select="@riferimento"/></xsl:call-template></xsl:when>
          <xsl:otherwise><xsl:value-of select="concat('in arrivo, là ', @riferimento)"/></xsl:otherwise>
        </xsl:choose>
      </th>
      <td data-titolo="Ente">
        <xsl:choose>
          <xsl:when test="@denominazione"><xsl:value-of select="@denominazione"/></xsl:when>
          <xsl:otherwise><xsl:value-of select="@ente"/></xsl:otherwise>
        </xsl:choose>
      </td>
      <td data-titolo="A che punto">
        <xsl:value-of select="concat(@stato, ', ', translate(@motivo, '-', ' '), ', dal ')"/>
        <xsl:call-template name="data"><xsl:with-param name="v" select="@dal"/></xsl:call-template>
        <xsl:if test="@protocollo"><xsl:value-of select="concat(', accettata col protocollo ', @protocollo)"/></xsl:if>
      </td>
      <td data-titolo="Si accetta entro">
        <xsl:call-template name="data"><xsl:with-param name="v" select="@scade"/></xsl:call-template>
        <xsl:if test="@scaduta"> (passato)</xsl:if>
      </td>
      <td data-titolo="Che cosa si può fare"><xsl:call-template name="si-puo"/></td>
    </tr>
  </xsl:template>

  <xsl:template name="si-puo">
    <xsl:variable name="qui" select="concat('trasferimento=', @id, '&amp;_ritorno=/trasferimenti')"/>
    <xsl:variable name="sua" select="concat('cartella=', @riferimento, '&amp;_ritorno=/trasferimenti')"/>
    <xsl:if test="@stato = 'pervenuta'">
      <xsl:if test="not(@scaduta)"><xsl:call-template name="pulsante"><xsl:with-param name="via" select="concat('/atto/accetta-trasferimento?', $qui)"/><xsl:with-param name="testo" select="'Accetta'"/><xsl:with-param name="tono" select="'outline-primary'"/><xsl:with-param name="se" select="'accetta-trasferimento'"/></xsl:call-template><xsl:text> </xsl:text></xsl:if>
      <xsl:call-template name="pulsante"><xsl:with-param name="via" select="concat('/atto/rifiuta-trasferimento?', $qui)"/><xsl:with-param name="testo" select="'Rifiuta'"/><xsl:with-param name="tono" select="'outline-primary'"/><xsl:with-param name="se" select="'rifiuta-trasferimento'"/></xsl:call-template>
    </xsl:if>
    <xsl:if test="@stato = 'accettata'"><xsl:call-template name="pulsante"><xsl:with-param name="via" select="concat('/atto/rilascia-trasferimento?', $sua)"/><xsl:with-param name="testo" select="'Rilascia'"/><xsl:with-param name="tono" select="'outline-primary'"/><xsl:with-param name="se" select="'rilascia-trasferimento'"/></xsl:call-template><xsl:text> </xsl:text></xsl:if>
    <xsl:if test="contains(' offerta impegnata rilasciata ritirata respinta ', concat(' ', @stato, ' '))"><xsl:call-template name="pulsante"><xsl:with-param name="via" select="concat('/file/consegna-trasferimento?cifrata=si&amp;trasferimento=', @id)"/><xsl:with-param name="testo" select="'Scarica la consegna'"/><xsl:with-param name="tono" select="'outline-primary'"/><xsl:with-param name="se" select="'consegna-trasferimento'"/></xsl:call-template><xsl:text> </xsl:text><xsl:call-template name="pulsante"><xsl:with-param name="via" select="concat('/file/consegna-trasferimento?trasferimento=', @id)"/><xsl:with-param name="testo" select="'In chiaro'"/><xsl:with-param name="tono" select="'outline-primary'"/><xsl:with-param name="se" select="'consegna-trasferimento'"/></xsl:call-template><xsl:text> </xsl:text></xsl:if>
    <xsl:if test="@stato = 'offerta' or @stato = 'accettata'"><xsl:call-template name="pulsante"><xsl:with-param name="via" select="concat('/atto/ritira-trasferimento?', $sua)"/><xsl:with-param name="testo" select="'Ritira'"/><xsl:with-param name="tono" select="'outline-primary'"/><xsl:with-param name="se" select="'ritira-trasferimento'"/></xsl:call-template></xsl:if>
  </xsl:template>
</xsl:stylesheet>
