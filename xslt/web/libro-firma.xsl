<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: EUPL-1.2 -->
<!-- libro-firma.xsl: what waits for my signature, what came back to me. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:c="urn:cartella:1" exclude-result-prefixes="c">
  <xsl:include href="parti/pagina.xsl"/>
  <xsl:include href="parti/firme.xsl"/>

  <xsl:template match="c:pagina" mode="corpo">
    <xsl:variable name="libro" select="c:parte/c:libro-firma"/>
    <xsl:if test="not($libro/c:sezione/c:voce)">
      <xsl:call-template name="vuoto"><xsl:with-param name="testo" select="'Niente da firmare.'"/></xsl:call-template>
    </xsl:if>
    <xsl:if test="$libro/c:sezione/c:voce">
      <form method="post" action="/libro-firma" class="modulo-firma" accept-charset="UTF-8">
        <xsl:call-template name="celati"/>
        <xsl:apply-templates select="$libro/c:sezione[c:voce]" mode="da-firmare"/>
        <xsl:call-template name="firma-scelti"/>
      </form>
    </xsl:if>
    <xsl:apply-templates select="$libro/c:altri-atti/c:sezione" mode="altri-atti"/>
    <xsl:if test="$libro/c:tornata">
      <h2 id="tornati">Tornati senza firma, da riscrivere</h2>
      <ul class="list-unstyled">
        <xsl:apply-templates select="$libro/c:tornata"/>
      </ul>
    </xsl:if>
  </xsl:template>

  <xsl:template match="c:sezione" mode="da-firmare">
    <xsl:variable name="per" select="string(@per)"/>
    <h2>
      <xsl:value-of select="concat('Da firmare: ', count(c:voce))"/>
      <xsl:if test="@oltre"> o più</xsl:if>
      <xsl:if test="@per"><xsl:value-of select="concat(', per delega di ', @per)"/></xsl:if>
    </h2>
    <div class="tabella-riquadro">
      <table class="table tabella">
        <caption>Documenti che aspettano la firma, dal più vecchio</caption>
        <thead>
          <tr>
            <xsl:if test="$firma-qui = 'si'"><th scope="col">Firma</th></xsl:if>
            <th scope="col">Documento</th>
            <th scope="col">Cartella</th>
            <th scope="col">Scritto da</th>
            <th scope="col">Aspetta</th>
            <th scope="col">Firme</th>
            <th scope="col"><span class="visually-hidden">Azioni</span></th>
          </tr>
        </thead>
        <tbody>
          <xsl:for-each select="c:voce">
            <xsl:variable name="nome"><xsl:apply-templates select="." mode="che-documento"/></xsl:variable>
            <xsl:variable name="via"><xsl:apply-templates select="." mode="via-firma"/></xsl:variable>
            <tr>
              <xsl:if test="$firma-qui = 'si'">
                <td data-titolo="Firma">
                  <input type="checkbox" name="voce" aria-label="Firma {$nome} di {@cartella}" value="{normalize-space(concat(@cartella, ' ', @documento, ' ', @impronta, ' ', $per))}"/>
                </td>
              </xsl:if>
              <th scope="row"><xsl:apply-templates select="." mode="che-documento"/></th>
              <td data-titolo="Cartella"><xsl:choose><xsl:when test="@cartella = 'ente'">nessuna</xsl:when><xsl:otherwise><xsl:call-template name="riferimento"><xsl:with-param name="v" select="@cartella"/></xsl:call-template></xsl:otherwise></xsl:choose></td>
              <td data-titolo="Scritto da"><xsl:call-template name="chi"><xsl:with-param name="codice" select="string(@autore)"/></xsl:call-template></td>
              <td data-titolo="Aspetta"><time datetime="{@dal}"><xsl:apply-templates select="." mode="da-quando"/></time></td>
              <td data-titolo="Firme"><xsl:apply-templates select="." mode="passi"/></td>
              <td>
                <a class="btn btn-primary btn-sm" href="{$via}">
                  <xsl:text>Leggi e firma</xsl:text>
                  <span class="visually-hidden"><xsl:value-of select="concat(' ', $nome, ' di ', @cartella)"/></span>
                </a>
              </td>
            </tr>
          </xsl:for-each>
        </tbody>
      </table>
    </div>
  </xsl:template>

  <xsl:template name="firma-scelti">
    <xsl:choose>
      <xsl:when test="$firma-qui = 'si'">
        <h3 class="h5">Firma quelli spuntati</h3>
        <p>Spunta i documenti che hai letto. Ogni firma è un atto a sé: se uno non si può firmare, gli altri restano firmati.</p>
        <xsl:if test="$chiave-qui = 'si'">
          <div class="campo">
            <label for="frase">Frase segreta della tua chiave</label>
            <input class="form-control" type="password" id="frase" name="_frase" required="required" autocomplete="off" aria-describedby="frase-aiuto"/>
            <small id="frase-aiuto" class="form-text">Apre la chiave per queste firme e non viene conservata.</small>
          </div>
        </xsl:if>
        <button type="submit" class="btn btn-primary">Firma quelli spuntati</button>
      </xsl:when>
      <xsl:when test="$chiave-mia = 'si'">
        <p class="nota">La tua chiave la tieni tu: apri un documento e firmalo con il tuo programma.</p>
      </xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="messaggio"><xsl:with-param name="tono" select="'avviso'"/><xsl:with-param name="testo" select="'Non hai una chiave con cui firmare: chiedi al responsabile del protocollo di arruolarla.'"/></xsl:call-template>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- what is signed by an act that does more than sign -->
  <xsl:template match="c:sezione" mode="altri-atti">
    <h2><xsl:value-of select="concat(@titolo, ': ', @quante)"/><xsl:if test="@oltre"> o più</xsl:if></h2>
    <ul>
      <xsl:for-each select="c:cosa">
        <li>
          <xsl:call-template name="riferimento"><xsl:with-param name="v" select="@riferimento"/></xsl:call-template>
          <xsl:if test="@iniziali"><xsl:value-of select="concat(' ', @iniziali)"/></xsl:if>
          <xsl:if test=". != '' and . != 'proposta-inviata'"><xsl:value-of select="concat(' ', .)"/></xsl:if>
        </li>
      </xsl:for-each>
    </ul>
  </xsl:template>

  <xsl:template match="c:tornata">
    <li class="alert alert-warning mb-3">
      <p class="mb-1"><strong><xsl:apply-templates select="." mode="che-documento"/><xsl:text> di </xsl:text><xsl:call-template name="riferimento"><xsl:with-param name="v" select="@cartella"/></xsl:call-template></strong></p>
      <p class="mb-1">
        <xsl:text>Rinviato da </xsl:text><xsl:call-template name="chi"><xsl:with-param name="codice" select="string(@utente)"/></xsl:call-template>
        <xsl:if test="@per"><xsl:text> per </xsl:text><xsl:call-template name="chi"><xsl:with-param name="codice" select="string(@per)"/></xsl:call-template></xsl:if>
        <xsl:text> il </xsl:text>
        <xsl:call-template name="data"><xsl:with-param name="v" select="@data"/></xsl:call-template>
        <xsl:text>: </xsl:text>
        <q><xsl:value-of select="normalize-space(.)"/></q>
      </p>
      <p class="mb-0"><a href="/redazione/{@cartella}/riscrivi?documento={@documento}">Riscrivilo</a></p>
    </li>
  </xsl:template>
</xsl:stylesheet>
