<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: EUPL-1.2 -->
<!-- registro-stampa.xsl: the register of a year, or a part of it, as PDF. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:c="urn:cartella:1" exclude-result-prefixes="c">
  <xsl:include href="parti/pagina.xsl"/>
  <xsl:include href="parti/registro.xsl"/>

  <xsl:template match="c:pagina" mode="briciole"><xsl:call-template name="briciola-registro"/></xsl:template>

  <xsl:template match="c:pagina" mode="corpo">
    <xsl:call-template name="menu-registro"><xsl:with-param name="qui" select="'/registro/stampa'"/></xsl:call-template>
    <p>Il registro di un anno, o di alcuni suoi giorni, come PDF da stampare o conservare.</p>
    <form method="get" action="/file/stampa-registro" class="filtri">
      <div class="row g-3 align-items-end">
        <div class="col-12 col-lg-2"><xsl:call-template name="campo-testo"><xsl:with-param name="nome" select="'anno'"/><xsl:with-param name="etichetta" select="'Anno'"/><xsl:with-param name="v" select="substring(@oggi, 1, 4)"/><xsl:with-param name="obbligatorio" select="'si'"/></xsl:call-template></div>
        <div class="col-6 col-lg-3"><xsl:call-template name="campo-data"><xsl:with-param name="nome" select="'dal'"/><xsl:with-param name="etichetta" select="'Dal (se no, dal 1° gennaio)'"/></xsl:call-template></div>
        <div class="col-6 col-lg-3"><xsl:call-template name="campo-data"><xsl:with-param name="nome" select="'al'"/><xsl:with-param name="etichetta" select="'Al (se no, al 31 dicembre)'"/></xsl:call-template></div>
        <div class="col-12 col-lg-4"><button type="submit" class="btn btn-primary btn-sm">Fai il PDF</button></div>
      </div>
    </form>
  </xsl:template>
</xsl:stylesheet>
