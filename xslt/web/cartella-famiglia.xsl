<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: EUPL-1.2 -->
<!-- cartella-famiglia.xsl: the family on a day, drawn and told. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:c="urn:cartella:1" exclude-result-prefixes="c">
  <xsl:include href="parti/pagina.xsl"/>
  <xsl:include href="parti/caso.xsl"/>
  <xsl:include href="parti/allora.xsl"/>
  <xsl:include href="../parti/genogramma.xsl"/>

  <xsl:template match="c:pagina" mode="titolo"><xsl:call-template name="caso-titolo"><xsl:with-param name="cosa" select="'Famiglia'"/></xsl:call-template></xsl:template>
  <xsl:template match="c:pagina" mode="briciole"><xsl:call-template name="caso-briciola"/></xsl:template>
  <xsl:template match="c:pagina" mode="azioni">
    <xsl:if test="key('puo', 'registra-famiglia')"><a class="btn btn-primary btn-sm" href="/atto/registra-famiglia?cartella={$caso}&amp;_ritorno={@via}">Registra lo stato di famiglia</a></xsl:if>
  </xsl:template>

  <xsl:template match="c:pagina" mode="corpo">
    <xsl:variable name="f" select="c:parte[@atto = 'famiglia']/c:famiglia"/>
    <xsl:call-template name="caso-testa"><xsl:with-param name="attiva" select="'famiglia'"/></xsl:call-template>
    <xsl:call-template name="si-guarda-al"/>
    <xsl:if test="$f/c:discordanza">
      <div class="alert alert-warning" role="status">
        <p>Le fonti discordano:</p>
        <ul>
          <xsl:for-each select="$f/c:discordanza">
            <li><xsl:value-of select="concat(., ': ', @dice, ' per ', @fonte, ' (', @tipo, '); ', @altra-dice, ' per ', @altra-fonte, ' (', @altro-tipo, ')')"/></li>
          </xsl:for-each>
        </ul>
      </div>
    </xsl:if>
    <div class="row">
      <div class="col-lg-7">
        <xsl:call-template name="membri"><xsl:with-param name="titolo" select="'Vivono insieme'"/><xsl:with-param name="chi" select="$f/c:membro[@convive = 'si']"/></xsl:call-template>
        <xsl:call-template name="membri"><xsl:with-param name="titolo" select="'Altri'"/><xsl:with-param name="chi" select="$f/c:membro[@convive = 'no']"/></xsl:call-template>
        <xsl:if test="not($f/c:membro)"><xsl:call-template name="vuoto"><xsl:with-param name="testo" select="'Della famiglia non è registrato nulla che puoi vedere.'"/></xsl:call-template></xsl:if>
        <section class="mb-4">
          <h2 class="h5">Da dove risulta</h2>
          <xsl:choose>
            <xsl:when test="$f/c:fonte">
              <ul>
                <xsl:for-each select="$f/c:fonte">
                  <li><a href="/cartella/{$caso}/documento?quale={@percorso}">Stato di famiglia del <xsl:call-template name="data-testo"><xsl:with-param name="v" select="@data"/></xsl:call-template></a><xsl:value-of select="concat(' (', @tipo, ')')"/></li>
                </xsl:for-each>
              </ul>
            </xsl:when>
            <xsl:otherwise><p>Nessuno stato di famiglia.</p></xsl:otherwise>
          </xsl:choose>
        </section>
        <xsl:call-template name="scegli-giorno"/>
      </div>
      <div class="col-lg-5">
        <xsl:if test="c:parte/c:genogramma">
          <h2 class="h5">Genogramma</h2>
          <div class="genogramma tabella-riquadro mb-2"><xsl:apply-templates select="c:parte/c:genogramma"/></div>
          <p class="small">Quadrato: maschio. Cerchio: femmina. Rombo: non si sa. Doppio bordo: la persona della cartella. Croce: deceduto. Tratteggio: vivono insieme.</p>
          <p class="non-stampa"><a href="/file/genogramma?cartella={$caso}">Scarica il disegno (SVG)</a><xsl:text> · </xsl:text><a href="/file/genogramma?cartella={$caso}&amp;iniziali=si">con le sole iniziali</a></p>
        </xsl:if>
      </div>
    </div>
  </xsl:template>

  <xsl:template name="membri">
    <xsl:param name="titolo"/>
    <xsl:param name="chi"/>
    <xsl:if test="$chi">
      <section class="mb-4">
        <h2 class="h5"><xsl:value-of select="$titolo"/></h2>
        <div class="tabella-riquadro">
          <table class="table tabella">
            <caption class="visually-hidden"><xsl:value-of select="$titolo"/></caption>
            <thead><tr><th scope="col">Chi</th><th scope="col">Che cosa è</th><th scope="col">Nascita</th><th scope="col">Da quando risulta</th></tr></thead>
            <tbody>
              <xsl:for-each select="$chi">
                <tr>
                  <th scope="row"><xsl:value-of select="concat(c:cognome, ' ', c:nome)"/></th>
                  <td data-titolo="Che cosa è">
                    <xsl:value-of select="c:parentela"/>
                    <xsl:if test="c:decesso"><xsl:text>, deceduto il </xsl:text><xsl:call-template name="data"><xsl:with-param name="v" select="string(c:decesso)"/></xsl:call-template></xsl:if>
                  </td>
                  <td data-titolo="Nascita"><xsl:call-template name="data"><xsl:with-param name="v" select="string(c:nascita)"/></xsl:call-template></td>
                  <td data-titolo="Da quando risulta">
                    <xsl:for-each select="c:periodo">
                      <xsl:if test="position() &gt; 1"><br/></xsl:if>
                      <xsl:choose><xsl:when test="@entrato-dopo">c’è il </xsl:when><xsl:otherwise>c’è già il </xsl:otherwise></xsl:choose>
                      <xsl:call-template name="data"><xsl:with-param name="v" select="@dal"/></xsl:call-template>
                      <xsl:if test="@uscito-entro"><xsl:text>, non più il </xsl:text><xsl:call-template name="data"><xsl:with-param name="v" select="@uscito-entro"/></xsl:call-template></xsl:if>
                    </xsl:for-each>
                  </td>
                </tr>
              </xsl:for-each>
            </tbody>
          </table>
        </div>
      </section>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
