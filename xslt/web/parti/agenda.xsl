<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: EUPL-1.2 -->
<!-- agenda.xsl: appointments, a section a day; with their forms on the page of a
     case. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:c="urn:cartella:1" exclude-result-prefixes="c">
  <!-- `caso` si: the page is of one case, and says how each went -->
  <xsl:template match="c:agenda" mode="giorni">
    <xsl:param name="di-un-caso"/>
    <xsl:if test="not(c:appuntamento)">
      <xsl:call-template name="vuoto"><xsl:with-param name="testo" select="'Nessun appuntamento in questi giorni.'"/></xsl:call-template>
    </xsl:if>
    <xsl:for-each select="c:appuntamento[not(substring(c:inizio, 1, 10) = substring(preceding-sibling::c:appuntamento[1]/c:inizio, 1, 10))]">
      <xsl:variable name="giorno" select="substring(c:inizio, 1, 10)"/>
      <section class="mb-4" aria-labelledby="g-{$giorno}">
        <h2 class="h5" id="g-{$giorno}">
          <xsl:call-template name="data-lunga"><xsl:with-param name="v" select="$giorno"/></xsl:call-template>
          <xsl:if test="$giorno = /c:pagina/@oggi"><xsl:text> </xsl:text><xsl:call-template name="etichetta"><xsl:with-param name="testo" select="'oggi'"/><xsl:with-param name="tono" select="'info'"/></xsl:call-template></xsl:if>
        </h2>
        <ul class="list-unstyled">
          <xsl:apply-templates select="../c:appuntamento[substring(c:inizio, 1, 10) = $giorno]" mode="appuntamento">
            <xsl:with-param name="di-un-caso" select="$di-un-caso"/>
          </xsl:apply-templates>
        </ul>
      </section>
    </xsl:for-each>
  </xsl:template>

  <xsl:template match="c:appuntamento" mode="appuntamento">
    <xsl:param name="di-un-caso"/>
    <li class="appuntamento mb-3">
      <strong>
        <xsl:call-template name="ora"><xsl:with-param name="v" select="c:inizio"/></xsl:call-template>
        <xsl:text>–</xsl:text>
        <xsl:call-template name="ora"><xsl:with-param name="v" select="@fine"/></xsl:call-template>
      </strong>
      <xsl:text> </xsl:text>
      <xsl:call-template name="tipo-appuntamento"><xsl:with-param name="v" select="string(c:tipo)"/></xsl:call-template>
      <xsl:if test="not($di-un-caso)">
        <xsl:text> · </xsl:text>
        <xsl:call-template name="riferimento"><xsl:with-param name="v" select="@caso"/></xsl:call-template>
        <xsl:if test="@iniziali"><xsl:value-of select="concat(' ', @iniziali)"/></xsl:if>
      </xsl:if>
      <xsl:text> </xsl:text>
      <xsl:call-template name="stato-appuntamento"/>
      <xsl:if test="@secretata"><xsl:text> </xsl:text><xsl:call-template name="riservata"><xsl:with-param name="testo" select="'Secretata'"/></xsl:call-template></xsl:if>
      <br/>
      <xsl:if test="c:luogo"><xsl:value-of select="concat(c:luogo, '. ')"/></xsl:if>
      <xsl:text>Con </xsl:text>
      <xsl:for-each select="c:utente | c:altro">
        <xsl:if test="position() &gt; 1">, </xsl:if>
        <xsl:call-template name="chi"><xsl:with-param name="codice" select="string(.)"/></xsl:call-template>
      </xsl:for-each>
      <xsl:text>.</xsl:text>
      <xsl:if test="c:oggetto"><xsl:value-of select="concat(' ', c:oggetto, '.')"/></xsl:if>
      <xsl:if test="@stato = 'fissato'">
        <div class="azioni mt-1"><xsl:call-template name="fare-appuntamento"/></div>
      </xsl:if>
    </li>
  </xsl:template>

  <xsl:template name="stato-appuntamento">
    <xsl:choose>
      <xsl:when test="@stato = 'fissato'"/>
      <xsl:when test="@stato = 'disdetto'"><xsl:call-template name="etichetta"><xsl:with-param name="testo" select="'disdetto'"/><xsl:with-param name="tono" select="'male'"/></xsl:call-template></xsl:when>
      <xsl:when test="@stato = 'tenuto'"><xsl:call-template name="etichetta"><xsl:with-param name="testo" select="'tenuto'"/><xsl:with-param name="tono" select="'bene'"/></xsl:call-template></xsl:when>
      <xsl:otherwise><xsl:call-template name="stato"><xsl:with-param name="v" select="@stato"/></xsl:call-template></xsl:otherwise>
    </xsl:choose>
    <xsl:if test="@stato = 'fissato' and number(translate(substring(c:inizio, 1, 10), '-', '')) &lt; number(translate(/c:pagina/@oggi, '-', ''))">
      <xsl:call-template name="etichetta"><xsl:with-param name="testo" select="'senza esito'"/><xsl:with-param name="tono" select="'avviso'"/></xsl:call-template>
    </xsl:if>
  </xsl:template>

  <!-- how it went, when its day has come; else another time, or not at all -->
  <xsl:template name="fare-appuntamento">
    <xsl:if test="number(translate(substring(c:inizio, 1, 10), '-', '')) &lt;= number(translate(/c:pagina/@oggi, '-', ''))">
      <xsl:call-template name="esita-subito"><xsl:with-param name="tenuto" select="'si'"/><xsl:with-param name="testo" select="'Si è tenuto'"/></xsl:call-template>
      <xsl:text> </xsl:text>
      <xsl:call-template name="esita-subito"><xsl:with-param name="tenuto" select="'no'"/><xsl:with-param name="testo" select="'Non si è tenuto'"/></xsl:call-template>
      <xsl:text> </xsl:text>
    </xsl:if>
    <xsl:if test="key('puo', 'sposta')"><a class="btn btn-outline-primary btn-xs" href="/atto/sposta?caso={@caso}&amp;appuntamento={@percorso}&amp;_ritorno={/c:pagina/@via}">Sposta<span class="visually-hidden"> quello delle <xsl:value-of select="substring(c:inizio, 12, 5)"/></span></a></xsl:if>
    <xsl:text> </xsl:text>
    <xsl:if test="key('puo', 'disdici')"><a class="btn btn-outline-primary btn-xs" href="/atto/disdici?caso={@caso}&amp;appuntamento={@percorso}&amp;_ritorno={/c:pagina/@via}">Disdici<span class="visually-hidden"> quello delle <xsl:value-of select="substring(c:inizio, 12, 5)"/></span></a></xsl:if>
  </xsl:template>
  <xsl:template name="esita-subito">
    <xsl:param name="tenuto"/>
    <xsl:param name="testo"/>
    <xsl:call-template name="modulo-breve">
      <xsl:with-param name="atto" select="'esita'"/>
      <xsl:with-param name="testo" select="$testo"/>
      <xsl:with-param name="tono" select="'outline-primary'"/>
      <xsl:with-param name="classe" select="'modulo-breve d-inline-block'"/>
      <xsl:with-param name="campi">
        <xsl:call-template name="nascosto"><xsl:with-param name="nome" select="'caso'"/><xsl:with-param name="v" select="string(@caso)"/></xsl:call-template>
        <xsl:call-template name="nascosto"><xsl:with-param name="nome" select="'appuntamento'"/><xsl:with-param name="v" select="string(@percorso)"/></xsl:call-template>
        <xsl:call-template name="nascosto"><xsl:with-param name="nome" select="'tenuto'"/><xsl:with-param name="v" select="$tenuto"/></xsl:call-template>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <!-- the days that are shown -->
  <xsl:template name="scegli-giorni">
    <xsl:param name="dal"/>
    <xsl:param name="al"/>
    <form method="get" action="{/c:pagina/@via}" class="filtri row align-items-end mb-3">
      <div class="col-sm-4 campo"><label for="f-dal">Dal</label><input type="date" class="form-control" id="f-dal" name="dal" value="{$dal}"/></div>
      <div class="col-sm-4 campo"><label for="f-al">Al</label><input type="date" class="form-control" id="f-al" name="al" value="{$al}"/></div>
      <xsl:apply-templates select="/c:pagina" mode="altri-filtri"/>
      <div class="col-sm-4"><button type="submit" class="btn btn-outline-primary btn-sm">Mostra</button></div>
    </form>
  </xsl:template>
  <xsl:template match="c:pagina" mode="altri-filtri" priority="-1"/>
</xsl:stylesheet>
