<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: EUPL-1.2 -->
<!-- registro-firme.xsl: what was found of the signatures of its files, each time anybody looked. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:c="urn:cartella:1" exclude-result-prefixes="c">
  <xsl:include href="parti/pagina.xsl"/>
  <xsl:include href="parti/registro.xsl"/>
  <xsl:include href="parti/registrazione.xsl"/>

  <xsl:template match="c:pagina" mode="briciole"><xsl:call-template name="briciola-registro"/></xsl:template>

  <xsl:template match="c:pagina" mode="titolo"><xsl:value-of select="concat('Firme e file di ', $n)"/></xsl:template>

  <xsl:template match="c:pagina" mode="corpo">
    <xsl:variable name="trovate" select="c:parte/c:verifica-firma"/>
    <p><a href="{$via}">Torna alla registrazione</a></p>
    <xsl:for-each select="$r/c:principale | $r/c:allegato | $r/c:copia-acquisita">
      <xsl:variable name="posto"><xsl:apply-templates select="." mode="posto"/></xsl:variable>
      <h2><xsl:value-of select="c:nome"/></h2>
      <dl class="voci">
        <xsl:call-template name="voce"><xsl:with-param name="nome" select="'Formato'"/><xsl:with-param name="v" select="string(c:tipo)"/></xsl:call-template>
        <xsl:call-template name="voce"><xsl:with-param name="nome" select="'Impronta SHA-256'"/><xsl:with-param name="v"><code class="impronta"><xsl:value-of select="c:impronta"/></code></xsl:with-param></xsl:call-template>
      </dl>
      <xsl:variable name="f" select="$trovate/c:file[starts-with(@posto, $posto) and @impronta = current()/c:impronta]"/>
      <xsl:if test="not($f/c:verdetto)"><p class="vuoto">Nessuna firma verificata.</p></xsl:if>
      <xsl:apply-templates select="$f[1]/c:verdetto"/>
    </xsl:for-each>
    <xsl:call-template name="modulo-breve">
      <xsl:with-param name="atto" select="'riverifica-firma'"/><xsl:with-param name="testo" select="'Verifica di nuovo le firme'"/><xsl:with-param name="tono" select="'outline-primary'"/>
      <xsl:with-param name="campi"><input type="hidden" name="riferimento" value="{$n}"/></xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="c:verdetto">
    <section class="verdetto">
      <h3>
        <xsl:call-template name="esito-firma"><xsl:with-param name="v" select="@esito"/></xsl:call-template>
        <xsl:text> verifica del </xsl:text>
        <xsl:call-template name="momento"><xsl:with-param name="v" select="@ora"/></xsl:call-template>
      </h3>
      <p><xsl:choose><xsl:when test="@riga"><xsl:value-of select="@riga"/></xsl:when><xsl:otherwise><xsl:value-of select="text()"/></xsl:otherwise></xsl:choose></p>
      <ul>
        <xsl:for-each select=".//c:firma">
          <li>
            <xsl:call-template name="esito-firma"><xsl:with-param name="v" select="@esito"/></xsl:call-template>
            <xsl:text> </xsl:text>
            <strong>
              <xsl:choose>
                <xsl:when test="c:firmatario/@nome"><xsl:value-of select="c:firmatario/@nome"/></xsl:when>
                <xsl:when test="c:firmatario/@soggetto"><xsl:value-of select="c:firmatario/@soggetto"/></xsl:when>
                <xsl:otherwise>firmatario sconosciuto</xsl:otherwise>
              </xsl:choose>
            </strong>
            <xsl:if test="@profilo"><xsl:value-of select="concat(' (', @profilo, ')')"/></xsl:if>
            <xsl:if test="c:firmatario/@emittente"><br/><xsl:value-of select="concat('certificato n. ', c:firmatario/@seriale, ' di ', c:firmatario/@emittente)"/></xsl:if>
            <xsl:if test="c:ora/@dichiarata"><br/>ora dichiarata: <xsl:call-template name="momento"><xsl:with-param name="v" select="c:ora/@dichiarata"/></xsl:call-template></xsl:if>
            <xsl:if test="c:ora/@riferimento"><br/>ora che conta: <xsl:call-template name="momento"><xsl:with-param name="v" select="c:ora/@riferimento"/></xsl:call-template></xsl:if>
            <xsl:for-each select="c:motivo"><br/><xsl:value-of select="."/></xsl:for-each>
          </li>
        </xsl:for-each>
      </ul>
      <xsl:if test="c:firme//c:contenuto and @ordine and not(@distrutto) and key('puo', 'originale')">
        <p><a href="/file/originale?riferimento={$n}&amp;file=v{@ordine}">Il documento che sta dentro la firma</a></p>
      </xsl:if>
    </section>
  </xsl:template>

  <xsl:template name="esito-firma">
    <xsl:param name="v"/>
    <xsl:call-template name="etichetta">
      <xsl:with-param name="testo" select="translate($v, '-', ' ')"/>
      <xsl:with-param name="tono"><xsl:choose><xsl:when test="$v = 'valida'">bene</xsl:when><xsl:when test="$v = 'non-valida'">male</xsl:when><xsl:otherwise>avviso</xsl:otherwise></xsl:choose></xsl:with-param>
    </xsl:call-template>
  </xsl:template>
</xsl:stylesheet>
