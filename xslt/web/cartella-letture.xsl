<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: EUPL-1.2 -->
<!-- cartella-letture.xsl: who read what of a case, when, and who was refused. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:c="urn:cartella:1" exclude-result-prefixes="c">
  <xsl:include href="parti/pagina.xsl"/>
  <xsl:include href="parti/caso.xsl"/>

  <xsl:key name="sguardo" match="c:lettura" use="concat(substring(@ora, 1, 16), '|', @operatore, '|', @per, '|', @esito)"/>
  <xsl:key name="stesso" match="c:lettura" use="concat(substring(@ora, 1, 16), '|', @operatore, '|', @per, '|', @esito, '|', @atto, '|', .)"/>

  <xsl:template match="c:pagina" mode="titolo"><xsl:call-template name="caso-titolo"><xsl:with-param name="cosa" select="'Chi ha letto'"/></xsl:call-template></xsl:template>
  <xsl:template match="c:pagina" mode="briciole"><xsl:call-template name="caso-briciola"/></xsl:template>

  <xsl:template match="c:pagina" mode="corpo">
    <xsl:variable name="l" select="c:parte/c:letture"/>
    <xsl:call-template name="caso-testa"><xsl:with-param name="attiva" select="'letture'"/></xsl:call-template>
    <xsl:apply-templates select="c:parte/c:rilievi" mode="avvisi"/>
    <form method="get" action="{@via}" class="filtri row align-items-end mb-3">
      <div class="col-sm-4 campo"><label for="f-dal">Dal</label><input type="date" class="form-control" id="f-dal" name="dal" value="{c:parametro[@nome = 'dal']}" max="{@oggi}"/></div>
      <div class="col-sm-4 campo"><label for="f-al">Al</label><input type="date" class="form-control" id="f-al" name="al" value="{c:parametro[@nome = 'al']}" max="{@oggi}"/></div>
      <div class="col-sm-4"><button type="submit" class="btn btn-outline-primary btn-sm">Mostra</button></div>
    </form>
    <xsl:choose>
      <xsl:when test="$l/c:lettura">
        <div class="tabella-riquadro">
          <table class="table tabella">
            <caption class="visually-hidden">Letture, dalla più recente</caption>
            <thead><tr><th scope="col">Quando</th><th scope="col">Chi</th><th scope="col">Che cosa</th><th scope="col">Esito</th></tr></thead>
            <tbody>
              <!-- what one saw in a minute is one look -->
              <xsl:for-each select="$l/c:lettura[generate-id() = generate-id(key('sguardo', concat(substring(@ora, 1, 16), '|', @operatore, '|', @per, '|', @esito))[1])]">
                <tr>
                  <td data-titolo="Quando"><xsl:call-template name="momento"><xsl:with-param name="v" select="@ora"/></xsl:call-template></td>
                  <th scope="row"><xsl:call-template name="chi"><xsl:with-param name="codice" select="string(@operatore)"/></xsl:call-template><xsl:if test="@per"><xsl:text> per </xsl:text><xsl:call-template name="chi"><xsl:with-param name="codice" select="string(@per)"/></xsl:call-template></xsl:if></th>
                  <td data-titolo="Che cosa">
                    <xsl:for-each select="key('sguardo', concat(substring(@ora, 1, 16), '|', @operatore, '|', @per, '|', @esito))[generate-id() = generate-id(key('stesso', concat(substring(@ora, 1, 16), '|', @operatore, '|', @per, '|', @esito, '|', @atto, '|', .))[1])]">
                      <xsl:if test="position() &gt; 1">; </xsl:if>
                      <xsl:call-template name="lettura-parola"><xsl:with-param name="atto" select="@atto"/></xsl:call-template>
                      <xsl:if test=". != ''"><xsl:text>: </xsl:text><xsl:call-template name="che-cosa"><xsl:with-param name="v" select="string(.)"/></xsl:call-template></xsl:if>
                      <xsl:variable name="volte" select="count(key('stesso', concat(substring(@ora, 1, 16), '|', @operatore, '|', @per, '|', @esito, '|', @atto, '|', .)))"/>
                      <xsl:if test="$volte &gt; 1"><xsl:value-of select="concat(' (', $volte, ' volte)')"/></xsl:if>
                    </xsl:for-each>
                  </td>
                  <td data-titolo="Esito"><xsl:choose><xsl:when test="@esito = 'negato'"><xsl:call-template name="stato"><xsl:with-param name="v" select="'negato'"/></xsl:call-template></xsl:when><xsl:otherwise>mostrato</xsl:otherwise></xsl:choose></td>
                </tr>
              </xsl:for-each>
            </tbody>
          </table>
        </div>
        <xsl:if test="$l/@altre">
          <form method="get" action="{@via}">
            <xsl:for-each select="c:parametro[@nome = 'dal' or @nome = 'al']"><input type="hidden" name="{@nome}" value="{.}"/></xsl:for-each>
            <input type="hidden" name="dopo" value="{$l/c:lettura[last()]/@n}"/>
            <button type="submit" class="btn btn-outline-primary btn-sm">Letture precedenti</button>
          </form>
        </xsl:if>
      </xsl:when>
      <xsl:otherwise><xsl:call-template name="vuoto"><xsl:with-param name="testo" select="'Nessuna lettura in questi giorni.'"/></xsl:call-template></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="lettura-parola">
    <xsl:param name="atto"/>
    <xsl:choose>
      <xsl:when test="$atto = 'mostra' and not(contains(., 'documento='))">la copertina</xsl:when>
      <xsl:when test="$atto = 'mostra'">letto</xsl:when>
      <xsl:when test="$atto = 'cartelle'">l’elenco delle cartelle</xsl:when>
      <xsl:when test="$atto = 'archivio' or $atto = 'conservazione'">l’elenco dell’archivio</xsl:when>
      <xsl:when test="$atto = 'scrivania'">la scrivania</xsl:when>
      <xsl:when test="$atto = 'libro-firma'">il libro firma</xsl:when>
      <xsl:when test="$atto = 'agenda'">gli appuntamenti</xsl:when>
      <xsl:when test="$atto = 'diario'">il diario</xsl:when>
      <xsl:when test="$atto = 'termini'">i termini</xsl:when>
      <xsl:when test="$atto = 'storia'">la storia</xsl:when>
      <xsl:when test="$atto = 'famiglia'">la famiglia</xsl:when>
      <xsl:when test="$atto = 'genogramma'">il genogramma</xsl:when>
      <xsl:when test="$atto = 'trova'">cercato per parole</xsl:when>
      <xsl:when test="$atto = 'persone'">cercato per nome</xsl:when>
      <xsl:when test="$atto = 'cerca'">cercato nel registro</xsl:when>
      <xsl:when test="$atto = 'chi-ha-letto'">chi ha letto</xsl:when>
      <xsl:when test="$atto = 'chi-vede'">chi vede</xsl:when>
      <xsl:when test="$atto = 'esponi'">preso come file</xsl:when>
      <xsl:when test="$atto = 'pacchetto'">preso come pacchetto</xsl:when>
      <xsl:when test="$atto = 'consegna-trasferimento'">preso per un altro ente</xsl:when>
      <xsl:when test="$atto = 'originale' or $atto = 'copia'">preso il file</xsl:when>
      <xsl:when test="$atto = 'stampa' or $atto = 'rifai'">su carta</xsl:when>
      <xsl:when test="$atto = 'bozza'">da scrivere in Writer</xsl:when>
      <xsl:when test="$atto = 'prepara-firma'">da firmare altrove</xsl:when>
      <xsl:when test="$atto = 'verifica-firma'">le firme</xsl:when>
      <xsl:when test="$atto = 'confronta'">che cosa è cambiato</xsl:when>
      <xsl:otherwise><xsl:call-template name="parole"><xsl:with-param name="v" select="$atto"/></xsl:call-template></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- documento=diario/…;al=2026-11-20 -->
  <!-- one after the other, up to a length that nobody reads to its end -->
  <xsl:template name="che-cosa">
    <xsl:param name="v"/>
    <xsl:param name="n" select="1"/>
    <xsl:variable name="primo" select="substring-before(concat($v, ';'), ';')"/>
    <xsl:choose>
      <xsl:when test="starts-with($primo, 'documento=')"><xsl:call-template name="letto-nome"><xsl:with-param name="v" select="substring-after($primo, '=')"/></xsl:call-template></xsl:when>
      <xsl:when test="starts-with($primo, 'manifesto=')">il manifesto</xsl:when>
      <xsl:otherwise><xsl:value-of select="translate($primo, '=', ' ')"/></xsl:otherwise>
    </xsl:choose>
    <xsl:if test="contains($v, ';')"><xsl:text>, </xsl:text></xsl:if>
    <xsl:choose>
      <xsl:when test="contains($v, ';') and $n &lt; 50">
        <xsl:call-template name="che-cosa">
          <xsl:with-param name="v" select="substring-after($v, ';')"/>
          <xsl:with-param name="n" select="$n + 1"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:otherwise><xsl:value-of select="translate(substring-after($v, ';'), '=;', ' ,')"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="letto-nome">
    <xsl:param name="v"/>
    <xsl:choose>
      <xsl:when test="$v = 'scheda.xml'">la scheda</xsl:when>
      <xsl:when test="$v = 'cartella.xml' or $v = 'accesso.xml'">la copertina</xsl:when>
      <xsl:when test="starts-with($v, 'diario/')">una voce del diario</xsl:when>
      <xsl:when test="starts-with($v, 'agenda/')">un appuntamento</xsl:when>
      <xsl:otherwise><xsl:call-template name="documento-parola"><xsl:with-param name="v" select="$v"/></xsl:call-template></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
