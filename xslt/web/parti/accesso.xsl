<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: EUPL-1.2 -->
<!--
  accesso.xsl: what the pages about coming in have in common.

  campo-segreto   nome, etichetta, aiuto, riempi (autocomplete), chiave, primo='si'
  campo-codice    chiave, recupero='si': six digits, or a word of recovery
  esito-accesso   what was refused, said by the one who refused it
  detto           what was done, of the parameter `detto`
  evento-parola   tipo         "entra" as people say it
  via-parola      via
  nuova-parola    azione       the form that changes a password
  nuovo-secondo   via, n, parola='si' (he has one, and is asked for it): setting up a second factor: button, or code and words
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:c="urn:cartella:1" exclude-result-prefixes="c">

  <xsl:template name="campo-segreto">
    <xsl:param name="nome"/>
    <xsl:param name="etichetta"/>
    <xsl:param name="aiuto"/>
    <xsl:param name="riempi" select="'current-password'"/>
    <xsl:param name="chiave"/>
    <xsl:param name="primo"/>
    <xsl:variable name="id" select="concat('c-', $nome, $chiave)"/>
    <div class="campo">
      <label for="{$id}"><xsl:value-of select="$etichetta"/></label>
      <input type="password" class="form-control" id="{$id}" name="{$nome}" autocomplete="{$riempi}" required="required" maxlength="200">
        <xsl:if test="$primo = 'si'"><xsl:attribute name="autofocus">autofocus</xsl:attribute></xsl:if>
        <xsl:if test="$aiuto != ''"><xsl:attribute name="aria-describedby"><xsl:value-of select="concat($id, '-aiuto')"/></xsl:attribute></xsl:if>
      </input>
      <xsl:call-template name="campo-aiuto"><xsl:with-param name="id" select="$id"/><xsl:with-param name="aiuto" select="$aiuto"/></xsl:call-template>
    </div>
  </xsl:template>

  <xsl:template name="campo-codice">
    <xsl:param name="chiave"/>
    <xsl:param name="recupero"/>
    <xsl:variable name="id" select="concat('c-codice', $chiave)"/>
    <div class="campo">
      <label for="{$id}">Codice del telefono</label>
      <input type="text" class="form-control" id="{$id}" name="_codice" autocomplete="one-time-code" required="required" maxlength="40" spellcheck="false" autocapitalize="characters" aria-describedby="{$id}-aiuto">
        <xsl:if test="$recupero = ''"><xsl:attribute name="inputmode">numeric</xsl:attribute></xsl:if>
        <xsl:if test="$recupero = 'si'"><xsl:attribute name="autofocus">autofocus</xsl:attribute></xsl:if>
      </input>
      <small class="form-text" id="{$id}-aiuto">
        <xsl:text>Le sei cifre che l’applicazione mostra adesso</xsl:text>
        <xsl:if test="$recupero = 'si'">; se non hai il telefono, uno dei codici di recupero che hai stampato</xsl:if>
        <xsl:text>.</xsl:text>
      </small>
    </div>
  </xsl:template>

  <xsl:template name="esito-accesso">
    <xsl:if test="/c:pagina/@esito != '' and /c:pagina/@esito != 'fatto' and /c:pagina/@messaggio != ''">
      <div class="alert alert-danger" role="alert" tabindex="-1" id="rilievi">
        <xsl:if test="/c:pagina/@esito = 'guasto'">Qualcosa non ha funzionato: riprova fra poco; se succede ancora, avvisa chi cura il servizio.</xsl:if>
        <xsl:if test="/c:pagina/@esito != 'guasto'"><xsl:value-of select="concat(translate(substring(/c:pagina/@messaggio, 1, 1), 'abcdefghijklmnopqrstuvwxyzè', 'ABCDEFGHIJKLMNOPQRSTUVWXYZÈ'), substring(/c:pagina/@messaggio, 2), '.')"/></xsl:if>
      </div>
    </xsl:if>
  </xsl:template>

  <xsl:template name="detto">
    <xsl:variable name="d" select="string(/c:pagina/c:parametro[@nome = 'detto'])"/>
    <xsl:variable name="testo">
      <xsl:choose>
        <xsl:when test="$d = 'uscito'">Sei uscito. Se il computer è di tutti, chiudi anche il browser.</xsl:when>
        <xsl:when test="$d = 'parola'">La parola d’ordine è cambiata; le altre tue sessioni sono state chiuse.</xsl:when>
        <xsl:when test="$d = 'secondo-attivo'">Il secondo fattore è attivo: da ora per entrare serve anche il codice del telefono.</xsl:when>
        <xsl:when test="$d = 'secondo-tolto'">Il secondo fattore è stato tolto.</xsl:when>
        <xsl:when test="$d = 'chiuse'">La sessione è stata chiusa.</xsl:when>
        <xsl:when test="$d = 'tenuto'">La sessione era finita: non è stato fatto niente, ma quello che hai scritto è fra le tue bozze. Entra e lo ritrovi sulla scrivania, sotto «Che cosa sto scrivendo».</xsl:when>
        <xsl:when test="$d = 'non-tenuto'">La sessione era finita: non è stato fatto niente e quello che hai scritto non si è potuto tenere. Torna indietro con il browser, copia il testo, poi entra di nuovo.</xsl:when>
      </xsl:choose>
    </xsl:variable>
    <xsl:if test="string($testo) != ''">
      <div class="alert alert-success" role="status">
        <xsl:if test="contains($d, 'tenuto')"><xsl:attribute name="class">alert alert-warning</xsl:attribute></xsl:if>
        <xsl:value-of select="$testo"/>
      </div>
    </xsl:if>
  </xsl:template>

  <xsl:template name="via-parola">
    <xsl:param name="via"/>
    <xsl:choose>
      <xsl:when test="$via = 'parola'">parola d’ordine</xsl:when>
      <xsl:when test="$via = 'ldap'">parola d’ordine dell’ente</xsl:when>
      <xsl:when test="$via = 'proxy'">accesso unico</xsl:when>
      <xsl:otherwise><xsl:value-of select="$via"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="evento-parola">
    <xsl:param name="tipo"/>
    <xsl:choose>
      <xsl:when test="$tipo = 'entra'">Ingresso</xsl:when>
      <xsl:when test="$tipo = 'esce'">Uscita</xsl:when>
      <xsl:when test="$tipo = 'secondo'">Secondo fattore</xsl:when>
      <xsl:when test="$tipo = 'parola'">Parola d’ordine</xsl:when>
      <xsl:when test="$tipo = 'sessione'">Sessione</xsl:when>
      <xsl:when test="$tipo = 'gettone'">Applicazione</xsl:when>
      <xsl:when test="$tipo = 'blocca'">Sospensione</xsl:when>
      <xsl:when test="$tipo = 'certificato'">Certificato</xsl:when>
      <xsl:when test="$tipo = 'guarda'">Consultazione</xsl:when>
      <xsl:otherwise><xsl:value-of select="$tipo"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="csrf">
    <input type="hidden" name="_csrf" value="{/c:pagina/c:sessione/@csrf}"/>
  </xsl:template>

  <!-- where one wanted to go before he was asked who he is -->
  <xsl:template name="ritorno-chiesto">
    <xsl:if test="/c:pagina/c:parametro[@nome = '_ritorno'] != ''">
      <input type="hidden" name="_ritorno" value="{/c:pagina/c:parametro[@nome = '_ritorno']}"/>
    </xsl:if>
  </xsl:template>

  <xsl:template name="nuova-parola">
    <xsl:param name="azione"/>
    <xsl:param name="provvisoria"/>
    <form method="post" action="{$azione}" class="modulo-breve" accept-charset="UTF-8">
      <xsl:call-template name="csrf"/>
      <xsl:call-template name="ritorno-chiesto"/>
      <!-- for the keeper of passwords of the browser -->
      <input type="hidden" name="utente" value="{/c:pagina/c:sessione/@utente}" autocomplete="username"/>
      <xsl:call-template name="campo-segreto">
        <xsl:with-param name="nome" select="'_parola'"/>
        <xsl:with-param name="etichetta">
          <xsl:choose>
            <xsl:when test="$provvisoria = 'si'">Parola provvisoria (quella con cui sei entrato)</xsl:when>
            <xsl:otherwise>Parola d’ordine di adesso</xsl:otherwise>
          </xsl:choose>
        </xsl:with-param>
        <xsl:with-param name="chiave" select="'-cambia'"/>
      </xsl:call-template>
      <xsl:call-template name="campo-segreto">
        <xsl:with-param name="nome" select="'_nuova'"/>
        <xsl:with-param name="etichetta" select="'Parola d’ordine nuova'"/>
        <xsl:with-param name="riempi" select="'new-password'"/>
        <xsl:with-param name="aiuto" select="'Almeno 12 caratteri. Va bene una frase: quattro parole a caso si ricordano meglio di segni strani. Non serve cambiarla ogni tanto.'"/>
      </xsl:call-template>
      <button type="submit" class="btn btn-primary">Cambia la parola d’ordine</button>
    </form>
  </xsl:template>

  <xsl:template name="nuovo-secondo">
    <xsl:param name="via"/>
    <xsl:param name="n"/>
    <xsl:param name="parola"/>
    <xsl:choose>
      <xsl:when test="not($n/@chiave)">
        <form method="post" action="{$via}/prepara">
          <xsl:call-template name="csrf"/>
          <button type="submit" class="btn btn-outline-primary">Prepara il secondo fattore</button>
        </form>
      </xsl:when>
      <xsl:otherwise>
        <ol class="passi">
          <li>
            <p>Apri sul telefono un’applicazione per codici (FreeOTP, Aegis, Google Authenticator o simili) e inquadra questo disegno.</p>
            <svg class="qr" role="img" aria-label="Codice QR da inquadrare; la stessa chiave è scritta sotto" viewBox="0 0 {$n/c:qr/@lato} {$n/c:qr/@lato}" width="220" height="220">
              <rect width="100%" height="100%" fill="#fff"/>
              <path d="{$n/c:qr}" fill="#000"/>
            </svg>
            <p>Se non si può inquadrare, scrivi questa chiave: <code class="chiave">
              <xsl:call-template name="a-quattro"><xsl:with-param name="s" select="$n/@chiave"/></xsl:call-template></code></p>
          </li>
          <li>
            <p>Stampa o copia questi codici di recupero e tienili dove tieni i documenti: ognuno fa entrare una volta, se perdi il telefono. Dopo non si vedono più.</p>
            <ul class="recuperi">
              <xsl:for-each select="$n/c:recupero"><li><code><xsl:value-of select="."/></code></li></xsl:for-each>
            </ul>
          </li>
          <li>
            <form method="post" action="{$via}/attiva" class="modulo-breve" autocomplete="off">
              <xsl:call-template name="csrf"/>
              <xsl:call-template name="ritorno-chiesto"/>
              <xsl:if test="$parola = 'si'">
                <xsl:call-template name="campo-segreto">
                  <xsl:with-param name="nome" select="'_parola'"/>
                  <xsl:with-param name="etichetta" select="'Parola d’ordine, per conferma'"/>
                  <xsl:with-param name="chiave" select="'-attiva'"/>
                </xsl:call-template>
              </xsl:if>
              <xsl:call-template name="campo-codice"/>
              <button type="submit" class="btn btn-primary">Attiva il secondo fattore</button>
            </form>
          </li>
        </ol>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="a-quattro">
    <xsl:param name="s"/>
    <xsl:value-of select="substring($s, 1, 4)"/>
    <xsl:if test="string-length($s) &gt; 4">
      <xsl:text> </xsl:text>
      <xsl:call-template name="a-quattro"><xsl:with-param name="s" select="substring($s, 5)"/></xsl:call-template>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
