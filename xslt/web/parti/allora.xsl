<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: EUPL-1.2 -->
<!-- allora.xsl: a page as it was at the end of a day. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:c="urn:cartella:1" exclude-result-prefixes="c">
  <xsl:template name="si-guarda-al">
    <xsl:if test="c:parametro[@nome = 'al']">
      <div class="alert alert-warning" role="status">
        <xsl:text>Com’era alla fine del </xsl:text>
        <xsl:call-template name="data-lunga"><xsl:with-param name="v" select="string(c:parametro[@nome = 'al'])"/></xsl:call-template>
        <xsl:text>. </xsl:text>
        <a class="alert-link" href="{@via}">Torna a oggi</a>
      </div>
    </xsl:if>
  </xsl:template>
  <xsl:template name="scegli-giorno">
    <form method="get" action="{/c:pagina/@via}" class="filtri row align-items-end my-4">
      <div class="col-sm-4 campo">
        <label for="f-al">Com’era alla fine del giorno</label>
        <input type="date" class="form-control" id="f-al" name="al" value="{/c:pagina/c:parametro[@nome = 'al']}" max="{/c:pagina/@oggi}" required="required"/>
      </div>
      <div class="col-sm-4"><button type="submit" class="btn btn-outline-primary btn-sm">Guarda</button></div>
    </form>
  </xsl:template>
</xsl:stylesheet>
