<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: EUPL-1.2 -->
<!-- entra.xsl: the way in. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:c="urn:cartella:1" exclude-result-prefixes="c">
  <xsl:include href="parti/pagina.xsl"/>
  <xsl:include href="parti/accesso.xsl"/>

  <xsl:template match="c:pagina" mode="corpo">
    <div class="stretta">
      <xsl:call-template name="detto"/>
      <xsl:call-template name="esito-accesso"/>
      <xsl:if test="c:sessione/@utente">
        <p>Sei già entrato come <xsl:value-of select="c:sessione/@nome"/>: <a href="/">vai alla scrivania</a>, o entra con un altro nome.</p>
      </xsl:if>
      <form method="post" action="/entra" class="modulo-breve" accept-charset="UTF-8">
        <xsl:call-template name="ritorno-chiesto"/>
        <div class="campo">
          <label for="c-utente">Nome utente</label>
          <input type="text" class="form-control" id="c-utente" name="utente" autocomplete="username" required="required" maxlength="100" autofocus="autofocus" autocapitalize="none" spellcheck="false"/>
        </div>
        <xsl:call-template name="campo-segreto">
          <xsl:with-param name="nome" select="'_parola'"/>
          <xsl:with-param name="etichetta" select="'Parola d’ordine'"/>
        </xsl:call-template>
        <button type="submit" class="btn btn-primary">Entra</button>
      </form>
      <details class="altri-modi">
        <summary>Entra senza parola d’ordine</summary>
        <p>Se il tuo ente usa l’accesso unico, oppure ti ha dato un certificato.</p>
        <form method="post" action="/entra/senza-parola">
          <xsl:call-template name="ritorno-chiesto"/>
          <button type="submit" class="btn btn-outline-primary btn-sm" name="modo" value="accesso-unico">Accesso unico dell’ente</button>
          <xsl:text> </xsl:text>
          <button type="submit" class="btn btn-outline-primary btn-sm" name="modo" value="certificato">Certificato</button>
        </form>
      </details>
      <p class="form-text">Non riesci a entrare? Chiedi una parola provvisoria al responsabile del servizio. Dopo troppi tentativi sbagliati si aspetta qualche minuto: l’attesa finisce da sola.</p>
    </div>
  </xsl:template>
</xsl:stylesheet>
