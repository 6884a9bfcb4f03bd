<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: EUPL-1.2 -->
<!-- indicatori.xsl: the figures of the body, each as bars and as a table; what is too small to be told is said so in both. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:c="urn:cartella:1" exclude-result-prefixes="c">
  <xsl:include href="parti/pagina.xsl"/>

  <xsl:variable name="dati" select="/c:pagina/c:parte/c:indicatori"/>
  <xsl:variable name="passo" select="46"/>

  <xsl:template match="c:pagina" mode="azioni">
    <xsl:if test="$dati">
      <xsl:call-template name="pulsante">
        <xsl:with-param name="via" select="concat('/file/indicatori?uscita=csv&amp;dal=', $dati/@dal, '&amp;al=', $dati/@al)"/>
        <xsl:with-param name="testo" select="'Scarica il CSV'"/>
        <xsl:with-param name="tono" select="'outline-primary'"/>
      </xsl:call-template>
    </xsl:if>
    <xsl:call-template name="pulsante">
      <xsl:with-param name="via" select="'/atto/adotta-indicatori?_ritorno=/indicatori'"/>
      <xsl:with-param name="testo" select="'Adotta altri indicatori'"/>
      <xsl:with-param name="tono" select="'outline-primary'"/>
      <xsl:with-param name="se" select="'adotta-indicatori'"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="c:pagina" mode="corpo">
    <form method="get" action="/indicatori" class="row g-3 align-items-end mb-4">
      <div class="col-sm-4">
        <xsl:call-template name="campo-data"><xsl:with-param name="nome" select="'dal'"/><xsl:with-param name="etichetta" select="'Dal giorno'"/><xsl:with-param name="v"><xsl:call-template name="giorno-chiesto"><xsl:with-param name="nome" select="'dal'"/></xsl:call-template></xsl:with-param></xsl:call-template>
      </div>
      <div class="col-sm-4">
        <xsl:call-template name="campo-data"><xsl:with-param name="nome" select="'al'"/><xsl:with-param name="etichetta" select="'Al giorno, compreso'"/><xsl:with-param name="v"><xsl:call-template name="giorno-chiesto"><xsl:with-param name="nome" select="'al'"/></xsl:call-template></xsl:with-param></xsl:call-template>
      </div>
      <div class="col-sm-4 mb-3"><button type="submit" class="btn btn-primary btn-sm">Conta</button></div>
    </form>
    <xsl:apply-templates select="c:parte/c:rilievi" mode="avvisi"/>
    <xsl:choose>
      <xsl:when test="$dati">
        <p>
          <xsl:text>Dal </xsl:text><xsl:call-template name="data-lunga"><xsl:with-param name="v" select="$dati/@dal"/></xsl:call-template>
          <xsl:text> al </xsl:text><xsl:call-template name="data-lunga"><xsl:with-param name="v" select="$dati/@al"/></xsl:call-template>
          <xsl:text>, fino all’atto numero </xsl:text><xsl:value-of select="$dati/@seq"/>
          <xsl:text>: chiunque rifaccia il conto su quell’atto ottiene gli stessi numeri.</xsl:text>
        </p>
        <xsl:apply-templates select="$dati/c:indicatore"/>
      </xsl:when>
      <xsl:when test="not(c:parte/c:rilievi)">
        <xsl:call-template name="vuoto"><xsl:with-param name="testo" select="'Non ci sono indicatori da mostrare: li adotta il responsabile del protocollo, da una tabella.'"/></xsl:call-template>
      </xsl:when>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="giorno-chiesto">
    <xsl:param name="nome"/>
    <xsl:choose>
      <xsl:when test="/c:pagina/c:parametro[@nome = $nome]"><xsl:value-of select="/c:pagina/c:parametro[@nome = $nome][1]"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="$dati/@*[name() = $nome]"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="c:indicatore">
    <section class="mb-5" aria-labelledby="i-{@nome}">
      <h2 id="i-{@nome}"><xsl:value-of select="c:etichetta"/></h2>
      <div class="row">
        <xsl:if test="c:riga">
          <div class="col-lg-5"><xsl:call-template name="barre"/></div>
        </xsl:if>
        <div class="col-lg-7">
          <xsl:if test="c:riga or c:totale"><xsl:call-template name="tabella"/></xsl:if>
          <xsl:if test="c:risultato"><p class="lead"><xsl:value-of select="c:risultato"/></p></xsl:if>
          <xsl:if test="c:atteso">
            <p>
              <xsl:value-of select="concat('Atteso: ', c:atteso)"/>
              <xsl:if test="c:su"><xsl:value-of select="concat(' su ', c:su)"/></xsl:if>
            </p>
          </xsl:if>
          <xsl:for-each select="c:nota"><p><xsl:value-of select="."/></p></xsl:for-each>
          <p><small>
            <xsl:value-of select="concat('Fonte: ', c:fonte)"/>
            <xsl:if test="@interrogazione"><xsl:value-of select="concat('. Conteggio ', @interrogazione, ' ', substring(@impronta, 1, 16))"/></xsl:if>
          </small></p>
        </div>
      </div>
    </section>
  </xsl:template>

  <xsl:template name="tabella">
    <div class="tabella-riquadro">
      <table class="table tabella">
        <caption><xsl:value-of select="concat(c:etichetta, ' (', c:unita, ')')"/></caption>
        <thead><tr><th scope="col">Voce</th><th scope="col">Quanti</th></tr></thead>
        <tbody>
          <xsl:for-each select="c:riga">
            <tr>
              <th scope="row"><xsl:value-of select="c:voce"/></th>
              <td data-titolo="Quanti"><xsl:call-template name="quanti"/></td>
            </tr>
          </xsl:for-each>
          <xsl:for-each select="c:totale">
            <tr>
              <th scope="row">Totale</th>
              <td data-titolo="Quanti"><strong><xsl:call-template name="quanti"/></strong></td>
            </tr>
          </xsl:for-each>
        </tbody>
      </table>
    </div>
  </xsl:template>

  <!-- each bar below its words, so that they are read on a phone too -->
  <xsl:template name="barre">
    <xsl:variable name="alta" select="$passo * count(c:riga) + 4"/>
    <svg viewBox="0 0 360 {$alta}" width="360" height="{$alta}" class="img-fluid" role="img" aria-label="Barre di {c:etichetta}: gli stessi numeri della tabella" font-family="inherit" font-size="13" fill="#17324d">
      <xsl:for-each select="c:riga">
        <xsl:variable name="y" select="$passo * (position() - 1)"/>
        <text x="0" y="{$y + 15}">
          <xsl:choose>
            <xsl:when test="string-length(c:voce) &gt; 48"><xsl:value-of select="concat(substring(c:voce, 1, 47), '…')"/></xsl:when>
            <xsl:otherwise><xsl:value-of select="c:voce"/></xsl:otherwise>
          </xsl:choose>
        </text>
        <xsl:choose>
          <xsl:when test="@velo">
            <rect x="0.5" y="{$y + 21.5}" width="110" height="17" fill="none" stroke="#455b71" stroke-dasharray="4 3"/>
            <text x="55" y="{$y + 34}" text-anchor="middle" font-size="11"><xsl:call-template name="quanti"/></text>
          </xsl:when>
          <xsl:otherwise>
            <xsl:variable name="larga">
              <xsl:choose>
                <xsl:when test="../@massimo &gt; 0"><xsl:value-of select="round(c:valore div ../@massimo * 300)"/></xsl:when>
                <xsl:otherwise>0</xsl:otherwise>
              </xsl:choose>
            </xsl:variable>
            <rect x="0" y="{$y + 21}" width="{$larga + 1}" height="18" fill="#0066cc"/>
            <text x="{$larga + 8}" y="{$y + 35}" font-weight="bold"><xsl:call-template name="quanti"/></text>
          </xsl:otherwise>
        </xsl:choose>
      </xsl:for-each>
    </svg>
  </xsl:template>

  <xsl:template name="quanti">
    <xsl:choose>
      <xsl:when test="@velo = 'soglia'"><xsl:value-of select="concat('meno di ', ../@soglia)"/></xsl:when>
      <xsl:when test="@velo">non mostrato</xsl:when>
      <xsl:when test="self::c:totale"><xsl:value-of select="."/></xsl:when>
      <xsl:otherwise><xsl:value-of select="translate(c:valore, '.', ',')"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
