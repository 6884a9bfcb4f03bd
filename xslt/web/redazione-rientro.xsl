<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: EUPL-1.2 -->
<!-- redazione-rientro.xsl: a text that comes back from Writer. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:c="urn:cartella:1" exclude-result-prefixes="c">
  <xsl:include href="parti/pagina.xsl"/>

  <xsl:template match="c:pagina" mode="briciole">
    <li class="breadcrumb-item"><a href="/redazione">Che cosa sto scrivendo</a></li>
  </xsl:template>

  <xsl:template match="c:pagina" mode="corpo">
    <xsl:if test="@esito != 'fatto'">
      <xsl:call-template name="messaggio"><xsl:with-param name="tono" select="'male'"/><xsl:with-param name="testo" select="concat('Non ho ripreso niente: ', @messaggio)"/></xsl:call-template>
    </xsl:if>
    <xsl:choose>
      <xsl:when test="c:bozza">
        <p>Il testo è tornato ed è tenuto in bozza. Questo non si è potuto tenere:</p>
        <ul><xsl:for-each select="c:detto"><li><xsl:value-of select="."/></li></xsl:for-each></ul>
        <p><a class="btn btn-primary btn-sm" href="/redazione/bozza/{c:bozza/@id}">Rileggi e salva</a></p>
      </xsl:when>
      <xsl:otherwise>
        <form method="post" action="/redazione/rientro" enctype="multipart/form-data">
          <input type="hidden" name="_csrf" value="{c:sessione/@csrf}"/>
          <div class="campo">
            <label for="odt">Il file scritto in Writer (.odt)</label>
            <input class="form-control" type="file" id="odt" name="file" accept=".odt" required="required"/>
          </div>
          <button type="submit" class="btn btn-primary btn-sm">Riprendi il testo</button>
        </form>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
