<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: EUPL-1.2 -->
<!--
  campi-pagina.xsl - the fields of a kind of paper as one page for the browser:
  nothing outside it, no script; the browser's own search finds a field.
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:c="urn:cartella:1" exclude-result-prefixes="c">
  <xsl:output method="html" encoding="UTF-8" indent="no" doctype-system="about:legacy-compat"/>
  <xsl:strip-space elements="*"/>

  <xsl:template match="/c:dizionario">
    <html lang="it">
      <head>
        <title><xsl:value-of select="concat('Campi: ', @denominazione)"/></title>
        <meta name="viewport" content="width=device-width, initial-scale=1"/>
        <style>
:root { color-scheme: light dark; --riga: #d5dae1; --cenno: #f2f4f7; --fioco: #555d68; }
@media (prefers-color-scheme: dark) { :root { --riga: #3b424c; --cenno: #23282f; --fioco: #a9b2bd; } }
body { font: 1rem/1.5 system-ui, sans-serif; max-width: 62rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.5rem; margin-bottom: .3rem; }
h2 { font-size: 1.15rem; margin: 2rem 0 .4rem; }
nav ul { display: flex; flex-wrap: wrap; gap: .3rem 1.1rem; list-style: none; padding: 0; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; vertical-align: top; padding: .35rem .8rem .35rem 0; border-bottom: 1px solid var(--riga); font-weight: normal; }
thead th { color: var(--fioco); font-size: .85rem; }
th[scope=row] { width: 38%; }
td.esempio { width: 27%; color: var(--fioco); overflow-wrap: anywhere; }
code { background: var(--cenno); padding: .1rem .3rem; border-radius: .25rem; overflow-wrap: anywhere; }
.elenco { margin: 2rem 0 0; padding: .1rem 1rem 1rem; border: 1px solid var(--riga); border-radius: .4rem; }
.elenco .elenco { margin-top: 1rem; }
@media (max-width: 40rem) { th, td { display: block; width: auto !important; border: 0; padding: .1rem 0; } tr { display: block; padding: .5rem 0; border-bottom: 1px solid var(--riga); } thead { display: none; } }
@media print { nav { display: none; } }
        </style>
      </head>
      <body>
        <main>
          <h1><xsl:value-of select="concat('Campi: ', @denominazione)"/></h1>
          <p>Ciò che un modello di questa carta può chiedere. In Writer si scrive il nome fra doppie graffe, come qui sotto: quando il modello è
            accolto diventa un campo vero. Oppure si copiano i campi già fatti dal documento di
            <code><xsl:value-of select="concat('cartella campi ', @carta, ' --uscita odt')"/></code>.</p>
          <nav aria-label="Gruppi di campi">
            <ul>
              <xsl:apply-templates select="c:campo | c:elenco" mode="indice"/>
              <li><a href="#sezioni">sezioni</a></li>
            </ul>
          </nav>
          <xsl:apply-templates select="c:campo | c:elenco" mode="gruppo"/>
          <h2 id="sezioni">Sezioni e campi a richiesta</h2>
          <table>
            <thead><tr><th scope="col">nome</th><th scope="col">che cosa fa</th></tr></thead>
            <tbody>
              <tr><th scope="row"><code>se_CAMPO</code></th><td>sezione che resta solo se quel campo c'è</td></tr>
              <tr><th scope="row"><code>se_non_CAMPO</code></th><td>sezione che resta solo se quel campo manca</td></tr>
              <tr><th scope="row"><code>ripeti_ELENCO</code></th><td>sezione, o tabella, che si ripete per ogni voce dell'elenco</td></tr>
              <tr><th scope="row"><code>{{libero.PAROLA}}</code></th><td>ciò che si chiede a chi scrive la carta, con un nome scelto da chi fa il modello</td></tr>
            </tbody>
          </table>
        </main>
      </body>
    </html>
  </xsl:template>

  <!-- a group: the fields whose names begin with the same word -->
  <xsl:template name="parola">
    <xsl:value-of select="substring-before(concat(@nome, '.'), '.')"/>
  </xsl:template>

  <xsl:template match="c:campo" mode="indice">
    <xsl:variable name="p"><xsl:call-template name="parola"/></xsl:variable>
    <xsl:variable name="prima" select="preceding-sibling::c:campo[1]"/>
    <xsl:if test="not($prima) or substring-before(concat($prima/@nome, '.'), '.') != $p">
      <li><a href="#{$p}"><xsl:value-of select="$p"/></a></li>
    </xsl:if>
  </xsl:template>
  <xsl:template match="c:elenco" mode="indice">
    <li><a href="#elenco-{@nome}"><xsl:value-of select="concat('elenco ', @nome)"/></a></li>
  </xsl:template>

  <xsl:template match="c:campo" mode="gruppo">
    <xsl:variable name="p"><xsl:call-template name="parola"/></xsl:variable>
    <xsl:variable name="prima" select="preceding-sibling::c:campo[1]"/>
    <xsl:if test="not($prima) or substring-before(concat($prima/@nome, '.'), '.') != $p">
      <h2 id="{$p}"><xsl:value-of select="$p"/></h2>
      <xsl:call-template name="tabella">
        <xsl:with-param name="campi" select="../c:campo[substring-before(concat(@nome, '.'), '.') = $p]"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <xsl:template match="c:elenco" mode="gruppo">
    <div class="elenco" id="elenco-{@nome}">
      <h2><xsl:value-of select="concat('elenco ', @nome)"/></h2>
      <p><xsl:value-of select="concat(normalize-space(text()), ': ')"/><code><xsl:value-of select="concat('ripeti_', @nome)"/></code></p>
      <xsl:if test="c:campo">
        <xsl:call-template name="tabella">
          <xsl:with-param name="campi" select="c:campo"/>
        </xsl:call-template>
      </xsl:if>
      <xsl:apply-templates select="c:elenco" mode="gruppo"/>
    </div>
  </xsl:template>

  <xsl:template name="tabella">
    <xsl:param name="campi"/>
    <table>
      <thead><tr><th scope="col">campo</th><th scope="col">esempio</th><th scope="col">che cosa è</th></tr></thead>
      <tbody>
        <xsl:for-each select="$campi">
          <tr>
            <th scope="row"><code><xsl:value-of select="concat('{{', @nome, '}}')"/></code></th>
            <td class="esempio"><xsl:value-of select="@esempio"/></td>
            <td><xsl:value-of select="."/></td>
          </tr>
        </xsl:for-each>
      </tbody>
    </table>
  </xsl:template>
</xsl:stylesheet>
