<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: EUPL-1.2 -->
<!-- testo.xsl: any vista as text for a terminal. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:c="urn:cartella:1" exclude-result-prefixes="c">
  <xsl:output method="text" encoding="UTF-8"/>
  <xsl:strip-space elements="*"/>
  <xsl:preserve-space elements="c:p c:voce c:punto c:titolo c:cella c:b c:i"/>

  <!-- 2026-11-20T10:15:30+01:00 -> 20/11/2026 10:15 -->
  <xsl:template name="ora">
    <xsl:param name="v"/>
    <xsl:value-of select="concat(substring($v, 9, 2), '/', substring($v, 6, 2), '/', substring($v, 1, 4))"/>
    <xsl:if test="contains($v, 'T')">
      <xsl:value-of select="concat(' ', substring($v, 12, 5))"/>
    </xsl:if>
  </xsl:template>

  <xsl:template name="campo">
    <xsl:param name="nome"/>
    <xsl:param name="v"/>
    <xsl:if test="$v != ''">
      <xsl:value-of select="concat(substring(concat($nome, ':                    '), 1, 18), $v, '&#10;')"/>
    </xsl:if>
  </xsl:template>

  <!-- what an act made: the number people ask for, alone on its line -->
  <xsl:template match="/c:esito">
    <xsl:choose>
      <xsl:when test="@atto = 'apri' or @atto = 'chiudi' or @atto = 'riapri' or (@atto = 'riassegna' and c:documento[@tipo = 'cartella'])">
        <xsl:value-of select="concat(c:documento[@tipo = 'cartella']/@numero, '&#10;')"/>
      </xsl:when>
      <xsl:when test="@atto = 'apri-fascicolo' or @atto = 'chiudi-fascicolo'">
        <xsl:value-of select="concat(c:documento[@tipo = 'fascicolo']/@numero, '&#10;')"/>
      </xsl:when>
      <xsl:when test="@atto = 'assegna' or @atto = 'accogli' or @atto = 'riassegna'">
        <xsl:value-of select="concat(c:documento[@tipo = 'accesso']/@numero, '&#10;')"/>
      </xsl:when>
      <xsl:when test="c:trasferimento">
        <xsl:value-of select="concat(c:trasferimento/@id, ' ', c:trasferimento/@stato)"/>
        <xsl:for-each select="c:documento[@tipo = 'cartella'][1]"><xsl:value-of select="concat(' ', @numero)"/></xsl:for-each>
        <xsl:text>&#10;</xsl:text>
      </xsl:when>
      <xsl:when test="c:emergenza">
        <xsl:for-each select="c:emergenza">
          <xsl:value-of select="concat(., substring(' = ', 1, 3 * boolean(@protocollo)), @protocollo, '&#10;')"/>
        </xsl:for-each>
      </xsl:when>
      <xsl:when test="@atto = 'scarta'">
        <xsl:text>scartate:</xsl:text>
        <xsl:for-each select="c:documento[@tipo = 'scarto' and not(starts-with(@cartella, 'accessi/'))]"><xsl:value-of select="concat(' ', @numero)"/></xsl:for-each>
        <xsl:text>; «scarti» dice che cosa resta dell'elenco&#10;</xsl:text>
      </xsl:when>
      <xsl:when test="@atto = 'proponi-scarto'">
        <xsl:value-of select="concat('elenco di scarto ', number(substring-before(substring-after(c:documento[@tipo = 'elenco-scarto']/@percorso, 'scarti/'), '/')), '&#10;')"/>
      </xsl:when>
      <xsl:when test="@atto = 'ritira-scarto'">
        <xsl:value-of select="concat('elenco di scarto ', number(substring-before(substring-after(c:documento[@tipo = 'ritiro-scarto']/@percorso, 'scarti/'), '/')), ' ritirato; «scarti» dice se la Soprintendenza lo deve sapere&#10;')"/>
      </xsl:when>
      <xsl:when test="@atto = 'versa'">
        <xsl:variable name="n" select="number(substring-before(substring-after(substring-after(c:documento[@tipo = 'versamento']/@percorso, '/'), '/'), '.'))"/>
        <xsl:value-of select="concat('versamento ', $n, ': il pacchetto si prende con «cartella pacchetto-versamento ', $n, ' --in DIRECTORY»&#10;')"/>
      </xsl:when>
      <xsl:when test="@atto = 'prepara-emergenza'">fatto: ora si scrive con «cartella scrivi-kit --in DIRECTORY», fuori da questa macchina&#10;</xsl:when>
      <xsl:when test="@atto = 'sigilla-emergenza'">sigillato: portalo al registro, dove «cartella chiudi-emergenza DIRECTORY» ne riprende le registrazioni&#10;</xsl:when>
      <xsl:when test="c:sigillo">
        <xsl:value-of select="concat('fatto: ', @atto, ' (atto ', @seq, '): sigillati gli atti fino al ', c:sigillo/@ultimo)"/>
        <xsl:choose>
          <xsl:when test="c:sigillo/@utente"><xsl:value-of select="concat(' con la chiave di ', c:sigillo/@utente)"/>, perché l'ufficio non ha un sigillo&#10;</xsl:when>
          <xsl:otherwise> con il sigillo dell'ufficio&#10;</xsl:otherwise>
        </xsl:choose>
      </xsl:when>
      <xsl:when test="c:documento[@tipo = 'delega']">
        <xsl:value-of select="concat('delega ', number(substring-before(substring-after(substring-after(c:documento/@percorso, '/'), '/'), '.')), '&#10;')"/>
      </xsl:when>
      <xsl:when test="c:protocollo">
        <xsl:for-each select="c:protocollo">
          <xsl:value-of select="concat(., '&#10;')"/>
        </xsl:for-each>
      </xsl:when>
      <xsl:when test="c:voce">
        <xsl:for-each select="c:voce">
          <xsl:value-of select="concat(@repertorio, ' ', ., '&#10;')"/>
        </xsl:for-each>
      </xsl:when>
      <xsl:when test="c:documento[@cartella != 'ente' and not(starts-with(@cartella, 'registro/'))]">
        <xsl:variable name="d" select="c:documento[@tipo != 'cartella' and @tipo != 'accesso' and @tipo != 'firma-openpgp' and @tipo != 'firma-cades'][1]"/>
        <xsl:value-of select="concat($d/@numero, ' ', $d/@percorso, '&#10;')"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:value-of select="concat('fatto: ', @atto, ' (atto ', @seq, ')&#10;')"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- a registration -->
  <xsl:template match="/c:registrazione[c:flusso]">
    <xsl:text>Protocollo </xsl:text>
    <xsl:value-of select="c:numero"/>
    <xsl:text> del </xsl:text>
    <xsl:call-template name="ora"><xsl:with-param name="v" select="c:ora"/></xsl:call-template>
    <xsl:value-of select="concat(' - ', c:flusso)"/>
    <xsl:if test="@riservata"> - RISERVATA</xsl:if>
    <xsl:if test="@annullata"> - ANNULLATO</xsl:if>
    <xsl:text>&#10;</xsl:text>
    <xsl:apply-templates select="c:annullamento" mode="correzione"/>
    <xsl:if test="@oscurata">
      <xsl:text>Il contenuto è riservato: non è fra le cose che puoi vedere.&#10;</xsl:text>
    </xsl:if>
    <xsl:call-template name="campo"><xsl:with-param name="nome" select="'oggetto'"/><xsl:with-param name="v" select="c:oggetto"/></xsl:call-template>
    <xsl:for-each select="c:mittente | c:destinatario">
      <xsl:call-template name="campo">
        <xsl:with-param name="nome" select="local-name()"/>
        <xsl:with-param name="v">
          <xsl:value-of select="c:denominazione"/>
          <xsl:if test="c:pec"> &lt;<xsl:value-of select="c:pec"/>&gt;</xsl:if>
        </xsl:with-param>
      </xsl:call-template>
    </xsl:for-each>
    <xsl:call-template name="campo"><xsl:with-param name="nome" select="'tipo'"/><xsl:with-param name="v" select="c:tipo"/></xsl:call-template>
    <xsl:call-template name="campo"><xsl:with-param name="nome" select="'mezzo'"/><xsl:with-param name="v" select="c:mezzo"/></xsl:call-template>
    <xsl:call-template name="campo"><xsl:with-param name="nome" select="'data di arrivo'"/><xsl:with-param name="v" select="c:data-arrivo"/></xsl:call-template>
    <xsl:if test="c:differita">
      <xsl:call-template name="campo">
        <xsl:with-param name="nome" select="'differita'"/>
        <xsl:with-param name="v" select="concat(c:differita/c:motivo, ' (autorizzazione: ', c:differita/c:autorizzazione, ')')"/>
      </xsl:call-template>
    </xsl:if>
    <xsl:for-each select="c:esterno">
      <xsl:call-template name="campo">
        <xsl:with-param name="nome" select="'registro esterno'"/>
        <xsl:with-param name="v" select="concat(c:registro, ', n. ', c:numero, ' del ', c:data)"/>
      </xsl:call-template>
    </xsl:for-each>
    <xsl:for-each select="c:sostituisce | c:sostituita-da">
      <xsl:call-template name="campo"><xsl:with-param name="nome" select="translate(local-name(), '-', ' ')"/><xsl:with-param name="v" select="."/></xsl:call-template>
    </xsl:for-each>
    <xsl:call-template name="campo"><xsl:with-param name="nome" select="'prot. mittente'"/><xsl:with-param name="v" select="c:protocollo-mittente"/></xsl:call-template>
    <xsl:call-template name="campo"><xsl:with-param name="nome" select="'riservata'"/><xsl:with-param name="v" select="c:riservata-motivo"/></xsl:call-template>
    <xsl:call-template name="campo"><xsl:with-param name="nome" select="'classifica'"/><xsl:with-param name="v" select="normalize-space(concat(c:classifica, ' ', c:classe))"/></xsl:call-template>
    <xsl:for-each select="c:classificazione">
      <xsl:value-of select="concat('                  fino al ', substring(@ora, 9, 2), '/', substring(@ora, 6, 2), '/', substring(@ora, 1, 4), ' era ', @da, ', cambiata da ', @operatore)"/>
      <xsl:if test=". != ''">: <xsl:value-of select="."/></xsl:if>
      <xsl:text>&#10;</xsl:text>
    </xsl:for-each>
    <xsl:apply-templates select="c:rettifica | c:richiesta-correzione | c:riserva" mode="correzione"/>
    <xsl:call-template name="campo"><xsl:with-param name="nome" select="'registrata da'"/><xsl:with-param name="v" select="c:operatore"/></xsl:call-template>
    <xsl:for-each select="c:emergenza">
      <xsl:text>in emergenza:     </xsl:text>
      <xsl:value-of select="concat(c:numero, ' del ')"/>
      <xsl:call-template name="ora"><xsl:with-param name="v" select="c:ora"/></xsl:call-template>
      <xsl:value-of select="concat(', da ', c:operatore, '&#10;')"/>
    </xsl:for-each>
    <xsl:for-each select="c:principale | c:allegato">
      <xsl:call-template name="campo">
        <xsl:with-param name="nome" select="local-name()"/>
        <xsl:with-param name="v" select="concat(c:nome, ' (', c:tipo, ', ', c:dimensione, ' byte)')"/>
      </xsl:call-template>
      <xsl:value-of select="concat('                  sha256 ', c:impronta, '&#10;')"/>
      <xsl:if test="@distrutto">
        <xsl:text>                  distrutto per provvedimento il </xsl:text>
        <xsl:call-template name="ora"><xsl:with-param name="v" select="@distrutto"/></xsl:call-template>
        <xsl:text>&#10;</xsl:text>
      </xsl:if>
      <xsl:call-template name="verdetti-di"/>
    </xsl:for-each>
    <xsl:for-each select="c:cartacei">
      <xsl:call-template name="campo">
        <xsl:with-param name="nome" select="'allegati di carta'"/>
        <xsl:with-param name="v" select="normalize-space(concat(c:numero, ' ', c:descrizione))"/>
      </xsl:call-template>
    </xsl:for-each>
    <xsl:apply-templates select="c:invio | c:spedizione | c:ricevuta-spedizione" mode="spedizione"/>
    <xsl:for-each select="c:copia-acquisita">
      <xsl:text>copia acquisita il </xsl:text>
      <xsl:call-template name="ora"><xsl:with-param name="v" select="@ora"/></xsl:call-template>
      <xsl:value-of select="concat(' da ', @operatore, ' (', @conformita, '), c', @ordine, ': ', c:nome, ' (', c:tipo, ', ', c:dimensione, ' byte)&#10;')"/>
      <xsl:value-of select="concat('                  sha256 ', c:impronta, '&#10;')"/>
      <xsl:if test="@distrutto">
        <xsl:text>                  distrutto per provvedimento il </xsl:text>
        <xsl:call-template name="ora"><xsl:with-param name="v" select="@distrutto"/></xsl:call-template>
        <xsl:text>&#10;</xsl:text>
      </xsl:if>
      <xsl:call-template name="verdetti-di"/>
    </xsl:for-each>
    <xsl:for-each select="c:fascicolo">
      <xsl:call-template name="campo">
        <xsl:with-param name="nome" select="'fascicolo'"/>
        <xsl:with-param name="v" select="normalize-space(concat(@numero, ' ', .))"/>
      </xsl:call-template>
    </xsl:for-each>
    <xsl:for-each select="c:smistamento">
      <xsl:call-template name="campo">
        <xsl:with-param name="nome" select="'smistata a'"/>
        <xsl:with-param name="v">
          <xsl:value-of select="."/>
          <xsl:if test="@utente"> - <xsl:value-of select="@utente"/></xsl:if>
          <xsl:value-of select="concat(' (per ', @titolo, ')')"/>
          <xsl:choose>
            <xsl:when test="@stato = 'smistato' and @titolo = 'competenza'">: da prendere in carico</xsl:when>
            <xsl:when test="@stato = 'smistato'">: da vedere</xsl:when>
            <xsl:when test="@stato = 'visto'">: vista</xsl:when>
            <xsl:when test="@stato = 'preso-in-carico'">: presa in carico</xsl:when>
            <xsl:when test="@stato = 'fascicolato'">: presa in carico e fascicolata</xsl:when>
            <xsl:when test="@stato = 'assegnato'">: caso assegnato</xsl:when>
            <xsl:when test="@stato = 'rifiutato'">: RIFIUTATA</xsl:when>
            <xsl:otherwise>: sostituita</xsl:otherwise>
          </xsl:choose>
        </xsl:with-param>
      </xsl:call-template>
    </xsl:for-each>
    <xsl:for-each select="c:presa-visione">
      <xsl:text>visione di:       </xsl:text>
      <xsl:value-of select="concat(@utente, ', ')"/>
      <xsl:call-template name="ora"><xsl:with-param name="v" select="@ora"/></xsl:call-template>
      <xsl:if test="@operatore">, per mano di <xsl:value-of select="@operatore"/></xsl:if>
      <xsl:text>&#10;</xsl:text>
    </xsl:for-each>
    <xsl:for-each select="c:presa-in-carico | c:rifiuto">
      <xsl:choose>
        <xsl:when test="self::c:rifiuto">rifiutata da:     </xsl:when>
        <xsl:otherwise>in carico a:      </xsl:otherwise>
      </xsl:choose>
      <xsl:value-of select="concat(@utente, ' (', @ufficio, '), ')"/>
      <xsl:call-template name="ora"><xsl:with-param name="v" select="@ora"/></xsl:call-template>
      <xsl:if test="@operatore">, per mano di <xsl:value-of select="@operatore"/></xsl:if>
      <xsl:if test=". != ''">: <xsl:value-of select="."/></xsl:if>
      <xsl:text>&#10;</xsl:text>
    </xsl:for-each>
  </xsl:template>

  <!-- what waits -->
  <xsl:template match="/c:scrivania">
    <xsl:if test="not(c:sezione)">Niente in attesa.&#10;</xsl:if>
    <xsl:for-each select="c:sezione">
      <xsl:if test="position() &gt; 1"><xsl:text>&#10;</xsl:text></xsl:if>
      <xsl:value-of select="concat(@titolo, ': ', @quante)"/>
      <xsl:if test="@oltre"> o più</xsl:if>
      <xsl:if test="@per"> (per <xsl:value-of select="@per"/>)</xsl:if>
      <xsl:value-of select="concat(' [', @atto, ']&#10;')"/>
      <xsl:apply-templates select="c:cosa"/>
      <xsl:if test="@quante &gt; count(c:cosa)">
        <xsl:value-of select="concat('  … e altre ', @quante - count(c:cosa))"/>
        <xsl:if test="@oltre"> o più</xsl:if>
        <xsl:text>&#10;</xsl:text>
      </xsl:if>
    </xsl:for-each>
    <xsl:for-each select="c:delega">
      <xsl:if test="position() = 1"><xsl:text>&#10;Deleghe:&#10;</xsl:text></xsl:if>
      <xsl:value-of select="concat('  ', @numero, '  da ', @delegante, ' a ', @delegato, ', dal ')"/>
      <xsl:call-template name="ora"><xsl:with-param name="v" select="@dal"/></xsl:call-template>
      <xsl:text> al </xsl:text>
      <xsl:call-template name="ora"><xsl:with-param name="v" select="@al"/></xsl:call-template>
      <xsl:text>&#10;</xsl:text>
    </xsl:for-each>
  </xsl:template>
  <xsl:template match="c:scrivania/c:sezione/c:cosa">
    <xsl:variable name="quando">
      <xsl:choose>
        <xsl:when test="@giorni &lt; 1">da oggi</xsl:when>
        <xsl:when test="@giorni = 1">da ieri</xsl:when>
        <xsl:otherwise><xsl:value-of select="concat('da ', @giorni, ' giorni')"/></xsl:otherwise>
      </xsl:choose>
    </xsl:variable>
    <xsl:value-of select="concat('  ', @riferimento, '  ', $quando, ' ', substring('             ', string-length($quando) + 1))"/>
    <xsl:value-of select="."/>
    <xsl:if test="@oscurata">(riservata)</xsl:if>
    <xsl:if test="@nota"> (<xsl:value-of select="@nota"/>)</xsl:if>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <!-- what was corrected of a registration, and what stood there before -->
  <xsl:template match="c:annullamento" mode="correzione">
    <xsl:text>ANNULLATO il </xsl:text>
    <xsl:call-template name="ora"><xsl:with-param name="v" select="@ora"/></xsl:call-template>
    <xsl:value-of select="concat(' da ', @operatore, ', ', @repertorio)"/>
    <xsl:if test="c:provvedimento"> (<xsl:value-of select="c:provvedimento"/>)</xsl:if>
    <xsl:if test="@inoltrata">, dopo la spedizione</xsl:if>
    <xsl:text>&#10;</xsl:text>
    <xsl:call-template name="campo"><xsl:with-param name="nome" select="'motivo'"/><xsl:with-param name="v" select="c:motivo"/></xsl:call-template>
    <xsl:call-template name="campo"><xsl:with-param name="nome" select="'chiesto da'"/><xsl:with-param name="v" select="c:richiedente"/></xsl:call-template>
    <xsl:if test="c:motivo">
      <xsl:text>I dati della registrazione:&#10;</xsl:text>
    </xsl:if>
  </xsl:template>
  <xsl:template match="c:rettifica" mode="correzione">
    <xsl:value-of select="concat('rettificato ', @campo)"/>
    <xsl:if test="@posto"> (<xsl:value-of select="@posto"/>)</xsl:if>
    <xsl:text> il </xsl:text>
    <xsl:call-template name="ora"><xsl:with-param name="v" select="@ora"/></xsl:call-template>
    <xsl:value-of select="concat(' da ', @operatore, ' (', c:provvedimento, '): ', c:motivo, '&#10;')"/>
    <xsl:text>  era:            </xsl:text>
    <xsl:choose>
      <xsl:when test="c:prima"><xsl:value-of select="c:prima"/></xsl:when>
      <xsl:otherwise>(niente)</xsl:otherwise>
    </xsl:choose>
    <xsl:value-of select="concat('&#10;  diventa:        ', c:dopo, '&#10;')"/>
  </xsl:template>
  <xsl:template match="c:richiesta-correzione" mode="correzione">
    <xsl:value-of select="concat('richiesta ', @ordine, ' di ', @tipo)"/>
    <xsl:if test="@campo"> di <xsl:value-of select="@campo"/></xsl:if>
    <xsl:text>, il </xsl:text>
    <xsl:call-template name="ora"><xsl:with-param name="v" select="@ora"/></xsl:call-template>
    <xsl:value-of select="concat(', da ', @richiedente)"/>
    <xsl:if test="@aperta">, senza risposta</xsl:if>
    <xsl:value-of select="concat(': ', normalize-space(.), '&#10;')"/>
  </xsl:template>
  <xsl:template match="c:riserva" mode="correzione">
    <xsl:choose>
      <xsl:when test="@riservata = 'si'">riservata</xsl:when>
      <xsl:otherwise>non più riservata</xsl:otherwise>
    </xsl:choose>
    <xsl:text> dal </xsl:text>
    <xsl:call-template name="ora"><xsl:with-param name="v" select="@ora"/></xsl:call-template>
    <xsl:if test="@fino-al">
      <xsl:text> fino al </xsl:text>
      <xsl:call-template name="ora"><xsl:with-param name="v" select="@fino-al"/></xsl:call-template>
    </xsl:if>
    <xsl:value-of select="concat(', da ', @operatore, ': ', ., '&#10;')"/>
  </xsl:template>

  <!-- where a sending stands, then all that was done -->
  <xsl:template match="c:invio" mode="spedizione">
    <xsl:variable name="n" select="number(@destinatario)"/>
    <xsl:call-template name="campo">
      <xsl:with-param name="nome" select="concat('destinatario ', @destinatario)"/>
      <xsl:with-param name="v">
        <xsl:value-of select="concat(translate(@stato, '-', ' '), ' (', @mezzo, '), ', ../c:destinatario[$n]/c:denominazione)"/>
        <xsl:if test="@tentativi &gt; 1">, tentativi: <xsl:value-of select="@tentativi"/></xsl:if>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>
  <xsl:template match="c:spedizione" mode="spedizione">
    <xsl:text>  spedita il </xsl:text>
    <xsl:call-template name="ora"><xsl:with-param name="v" select="@data"/></xsl:call-template>
    <xsl:value-of select="concat(' al destinatario ', @destinatario, ' (', @mezzo, '), da ', @operatore)"/>
    <xsl:if test="c:estremi">, <xsl:value-of select="c:estremi"/></xsl:if>
    <xsl:if test="c:nota">: <xsl:value-of select="c:nota"/></xsl:if>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>
  <xsl:template match="c:ricevuta-spedizione" mode="spedizione">
    <xsl:text>  ricevuta r</xsl:text>
    <xsl:value-of select="concat(@ordine, ' del ')"/>
    <xsl:call-template name="ora"><xsl:with-param name="v" select="@data"/></xsl:call-template>
    <xsl:value-of select="concat(', destinatario ', @destinatario, ': ', @esito)"/>
    <xsl:if test="c:estremi">, <xsl:value-of select="c:estremi"/></xsl:if>
    <xsl:if test="c:nome">, <xsl:value-of select="concat(c:nome, ' (', c:tipo, ', ', c:dimensione, ' byte)')"/></xsl:if>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <!-- the register of a day, a line or two each registration -->
  <xsl:template match="/c:giorno">
    <xsl:variable name="g" select="c:registro-giornaliero"/>
    <xsl:text>Registro del </xsl:text>
    <xsl:call-template name="ora"><xsl:with-param name="v" select="$g/c:data"/></xsl:call-template>
    <xsl:text>&#10;</xsl:text>
    <xsl:for-each select="$g/c:registrazione">
      <xsl:value-of select="concat(c:numero, '  ', substring(c:ora, 12, 5), '  ', c:flusso)"/>
      <xsl:if test="c:annullata">  ANNULLATA</xsl:if>
      <xsl:if test="c:riservata">  RISERVATA</xsl:if>
      <xsl:for-each select="c:mittente | c:destinatario">
        <xsl:value-of select="concat('  ', c:denominazione)"/>
        <xsl:if test="position() != last()">,</xsl:if>
      </xsl:for-each>
      <xsl:value-of select="concat('&#10;    ', c:oggetto, '&#10;')"/>
    </xsl:for-each>
    <xsl:for-each select="$g/c:variazione">
      <xsl:value-of select="concat(translate(c:tipo, '-', ' '), ': ', c:numero, '  ', substring(c:ora, 12, 5), '  ', c:operatore)"/>
      <xsl:if test="c:campo"><xsl:value-of select="concat('  ', c:campo)"/></xsl:if>
      <xsl:if test="c:prima"><xsl:value-of select="concat('&#10;    era: ', c:prima)"/></xsl:if>
      <xsl:if test="c:dopo"><xsl:value-of select="concat('&#10;    ora: ', c:dopo)"/></xsl:if>
      <xsl:text>&#10;</xsl:text>
    </xsl:for-each>
    <xsl:value-of select="concat('registrazioni: ', $g/c:registrazioni/c:numero, ' (entrate ', $g/c:registrazioni/c:entrate, ', uscite ', $g/c:registrazioni/c:uscite, ', interne ', $g/c:registrazioni/c:interne, ')&#10;')"/>
    <xsl:value-of select="concat('atti: ', $g/c:atti/c:numero, ', letture: ', $g/c:letture/c:numero, '&#10;')"/>
    <xsl:choose>
      <xsl:when test="c:chiusura">
        <xsl:choose>
          <xsl:when test="c:chiusura/c:operatore"><xsl:value-of select="concat('chiuso da ', c:chiusura/c:operatore, ' il ')"/></xsl:when>
          <xsl:otherwise>chiuso con il sigillo dell'ufficio il </xsl:otherwise>
        </xsl:choose>
        <xsl:call-template name="ora"><xsl:with-param name="v" select="c:chiusura/c:ora"/></xsl:call-template>
        <xsl:text>&#10;</xsl:text>
      </xsl:when>
      <xsl:otherwise>non ancora chiuso&#10;</xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- a text in a column: cut with a mark, or filled with blanks -->
  <xsl:template name="colonna">
    <xsl:param name="v"/>
    <xsl:param name="n"/>
    <xsl:choose>
      <xsl:when test="string-length($v) &gt; $n">
        <xsl:value-of select="concat(substring($v, 1, $n - 1), '…')"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:value-of select="substring(concat($v, '                                        '), 1, $n)"/>
      </xsl:otherwise>
    </xsl:choose>
    <xsl:text>  </xsl:text>
  </xsl:template>

  <!-- registrations, one a line: at most 120 columns -->
  <xsl:template match="c:elenco/c:registrazione">
    <xsl:variable name="di">
      <xsl:choose>
        <xsl:when test="c:flusso = 'entrata'"><xsl:value-of select="c:mittente"/></xsl:when>
        <xsl:when test="c:destinatario"><xsl:value-of select="c:destinatario"/></xsl:when>
        <xsl:otherwise><xsl:value-of select="c:mittente"/></xsl:otherwise>
      </xsl:choose>
    </xsl:variable>
    <xsl:variable name="altri">
      <xsl:choose>
        <xsl:when test="c:flusso = 'entrata' or not(c:destinatario)"><xsl:value-of select="c:mittente/@altri"/></xsl:when>
        <xsl:otherwise><xsl:value-of select="c:destinatario/@altri"/></xsl:otherwise>
      </xsl:choose>
    </xsl:variable>
    <xsl:variable name="segni">
      <xsl:if test="@annullata">ANNULLATA </xsl:if>
      <xsl:if test="@riservata">RISERVATA </xsl:if>
    </xsl:variable>
    <xsl:value-of select="concat(c:numero, '  ')"/>
    <xsl:call-template name="ora"><xsl:with-param name="v" select="c:ora"/></xsl:call-template>
    <xsl:text>  </xsl:text>
    <xsl:call-template name="colonna"><xsl:with-param name="v" select="c:flusso"/><xsl:with-param name="n" select="7"/></xsl:call-template>
    <xsl:call-template name="colonna"><xsl:with-param name="v" select="c:classifica"/><xsl:with-param name="n" select="7"/></xsl:call-template>
    <xsl:choose>
      <xsl:when test="@oscurata">
        <xsl:value-of select="concat($segni, '(il contenuto non è fra le cose che puoi vedere)')"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="colonna">
          <xsl:with-param name="v">
            <xsl:value-of select="$di"/>
            <xsl:if test="$altri != ''"><xsl:value-of select="concat(' (+', $altri, ')')"/></xsl:if>
          </xsl:with-param>
          <xsl:with-param name="n" select="26"/>
        </xsl:call-template>
        <xsl:variable name="resto" select="concat($segni, c:oggetto)"/>
        <xsl:choose>
          <xsl:when test="string-length($resto) &gt; 42"><xsl:value-of select="concat(substring($resto, 1, 41), '…')"/></xsl:when>
          <xsl:otherwise><xsl:value-of select="$resto"/></xsl:otherwise>
        </xsl:choose>
      </xsl:otherwise>
    </xsl:choose>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <xsl:template match="/c:elenco">
    <xsl:if test="@giorno">
      <xsl:text>Registrazioni del </xsl:text>
      <xsl:call-template name="ora"><xsl:with-param name="v" select="@giorno"/></xsl:call-template>
      <xsl:text>&#10;</xsl:text>
    </xsl:if>
    <xsl:apply-templates select="c:registrazione"/>
    <xsl:choose>
      <xsl:when test="not(c:registrazione)">nessuna registrazione&#10;</xsl:when>
      <xsl:when test="@altri">
        <xsl:value-of select="concat('… altre: ripeti con --dopo ', c:registrazione[last()]/c:numero, '&#10;')"/>
      </xsl:when>
      <xsl:when test="c:totali">
        <xsl:value-of select="concat(c:totali/c:tutte, ' in tutto: ', c:totali/c:entrata, ' in entrata, ', c:totali/c:uscita, ' in uscita, ', c:totali/c:interna, ' interne; ', c:totali/c:annullate, ' annullate, ', c:totali/c:riservate, ' riservate&#10;')"/>
      </xsl:when>
    </xsl:choose>
  </xsl:template>

  <!-- the plan of classification: titoli, and the rest below them -->
  <xsl:template match="/c:titolario">
    <xsl:value-of select="concat(c:nome, ', in vigore dal ')"/>
    <xsl:call-template name="ora"><xsl:with-param name="v" select="c:valido-dal"/></xsl:call-template>
    <xsl:if test="c:sostituito">
      <xsl:text>, sostituito dal </xsl:text>
      <xsl:call-template name="ora"><xsl:with-param name="v" select="c:sostituito"/></xsl:call-template>
    </xsl:if>
    <xsl:if test="c:provvedimento"> (<xsl:value-of select="c:provvedimento"/>)</xsl:if>
    <xsl:text>&#10;</xsl:text>
    <xsl:for-each select="c:voce">
      <xsl:choose>
        <xsl:when test="not(contains(@indice, '/'))">
          <xsl:value-of select="concat('&#10;', @indice, '. ', ., '&#10;')"/>
        </xsl:when>
        <xsl:otherwise>
          <xsl:if test="contains(substring-after(@indice, '/'), '/')"><xsl:text>  </xsl:text></xsl:if>
          <xsl:value-of select="concat('  ', substring(concat(@indice, '           '), 1, 11), ., '&#10;')"/>
        </xsl:otherwise>
      </xsl:choose>
    </xsl:for-each>
  </xsl:template>

  <!-- terms: which, how it stands, what it is -->
  <xsl:template match="/c:termini">
    <xsl:if test="not(c:termine | c:scarto)">Nessun termine.&#10;</xsl:if>
    <xsl:for-each select="c:termine">
      <xsl:value-of select="concat(@cartella, '  n. ', @ordine, '  ', .)"/>
      <xsl:if test="@scade and @stato != 'risposto'">
        <xsl:text>, </xsl:text>
        <xsl:if test="@stato = 'sospeso'">poi scade </xsl:if>
        <xsl:text>il </xsl:text>
        <xsl:call-template name="ora"><xsl:with-param name="v" select="@scade"/></xsl:call-template>
      </xsl:if>
      <xsl:value-of select="concat('&#10;    ', @nome, ' (', @base, '), dal ')"/>
      <xsl:call-template name="ora"><xsl:with-param name="v" select="@inizio"/></xsl:call-template>
      <xsl:value-of select="concat(', ', @origine, '&#10;')"/>
    </xsl:for-each>
    <xsl:apply-templates select="c:scarto" mode="termine"/>
  </xsl:template>

  <!-- the history of a folder -->
  <xsl:template match="/c:storia">
    <xsl:for-each select="c:precedente">
      <xsl:value-of select="concat('venuta con l&#8217;atto ', @seq, ' da ', @ente, ' (', @codice-ipa, '), dove era ', @riferimento, ': gli atti di là sono suoi e qui non si ripetono; ciò che ha scritto è in ', @sotto, '/&#10;')"/>
    </xsl:for-each>
    <xsl:for-each select="c:atto">
      <xsl:value-of select="concat(@seq, '  ')"/>
      <xsl:call-template name="ora"><xsl:with-param name="v" select="@ora"/></xsl:call-template>
      <xsl:value-of select="concat('  ', @atto, '  ', @operatore)"/>
      <xsl:if test="@per"> per <xsl:value-of select="@per"/></xsl:if>
      <xsl:text>&#10;</xsl:text>
      <xsl:for-each select="c:documento">
        <xsl:value-of select="concat('      ', @percorso, '&#10;')"/>
      </xsl:for-each>
    </xsl:for-each>
  </xsl:template>

  <!-- old registers -->
  <xsl:template match="/c:prova-importazione">
    <xsl:value-of select="concat('si importano ', @prese, ' righe, ', @rifiutate, ' no&#10;')"/>
    <xsl:for-each select="c:rifiutate/c:rifiutata[position() &lt;= 1000]">
      <xsl:value-of select="concat('riga ', @riga, ': ', ., '&#10;')"/>
    </xsl:for-each>
    <xsl:if test="count(c:rifiutate/c:rifiutata) &gt; 1000">… e altre&#10;</xsl:if>
  </xsl:template>
  <xsl:template match="/c:storici">
    <xsl:for-each select="c:registro">
      <xsl:value-of select="concat(@origine, ' - ', @denominazione, ' (', @righe, ' righe)&#10;')"/>
      <xsl:for-each select="c:anno">
        <xsl:value-of select="concat('  ', ., ': ', @righe, '&#10;')"/>
      </xsl:for-each>
    </xsl:for-each>
    <xsl:if test="not(c:registro)">nessun registro importato&#10;</xsl:if>
  </xsl:template>
  <xsl:template match="/c:storico">
    <xsl:if test="@origine">
      <xsl:value-of select="concat('Registro ', @origine, ', anno ', @anno, '&#10;')"/>
    </xsl:if>
    <xsl:for-each select="c:voce">
      <xsl:if test="@chiave"><xsl:value-of select="concat(@origine, '  ')"/></xsl:if>
      <xsl:value-of select="concat(c:numero, '  ')"/>
      <xsl:call-template name="ora"><xsl:with-param name="v" select="c:data"/></xsl:call-template>
      <xsl:value-of select="concat('  ', c:flusso, '  ')"/>
      <xsl:if test="@annullata">ANNULLATA  </xsl:if>
      <xsl:choose>
        <xsl:when test="@oscurata">(riservata)</xsl:when>
        <xsl:otherwise>
          <xsl:value-of select="c:oggetto"/>
          <xsl:if test="c:corrispondente"> - <xsl:value-of select="c:corrispondente"/></xsl:if>
        </xsl:otherwise>
      </xsl:choose>
      <xsl:text>&#10;</xsl:text>
    </xsl:for-each>
    <xsl:if test="not(c:voce)">nessuna riga&#10;</xsl:if>
    <xsl:if test="@altre">
      <xsl:value-of select="concat('(altre: --dopo ', c:voce[last()]/@chiave, c:voce[last()][not(@chiave)]/@riga, ')&#10;')"/>
    </xsl:if>
  </xsl:template>

  <!-- the address book -->
  <xsl:template match="/c:corrispondenti">
    <xsl:for-each select="c:corrispondente">
      <xsl:value-of select="concat(substring(concat('     ', c:codice), string-length(c:codice) + 1), '  ', c:denominazione)"/>
      <xsl:if test="c:codice-ipa"> (<xsl:value-of select="c:codice-ipa"/>)</xsl:if>
      <xsl:if test="c:pec"> &lt;<xsl:value-of select="c:pec"/>&gt;</xsl:if>
      <xsl:if test="c:unito-a"> - è il <xsl:value-of select="c:unito-a"/></xsl:if>
      <xsl:if test="c:attivo = 'no'"> - non si usa più</xsl:if>
      <xsl:text>&#10;</xsl:text>
    </xsl:for-each>
    <xsl:if test="not(c:corrispondente)">nessun corrispondente&#10;</xsl:if>
  </xsl:template>

  <!-- repertories, their entries, one entry -->
  <xsl:template match="/c:uffici">
    <xsl:for-each select="c:ufficio">
      <xsl:value-of select="concat(@codice, ' - ', @denominazione, '&#10;')"/>
      <xsl:for-each select="c:persona">
        <xsl:value-of select="concat('  ', @utente, ' - ', @cognome, ' ', @nome)"/>
        <xsl:if test="@qualifica"><xsl:value-of select="concat(', ', @qualifica)"/></xsl:if>
        <xsl:text>&#10;</xsl:text>
      </xsl:for-each>
    </xsl:for-each>
  </xsl:template>
  <!-- the archive: a line a thing -->
  <xsl:template match="/c:archivio">
    <xsl:value-of select="concat('Archivio, ', @cosa)"/>
    <xsl:if test="@anno-di"> chiuse nel</xsl:if>
    <xsl:if test="not(@anno-di)"> del</xsl:if>
    <xsl:value-of select="concat(' ', @anno)"/>
    <xsl:if test="@stato and @stato != 'tutti' and not(@anno-di)"><xsl:value-of select="concat(', ', @stato)"/></xsl:if>
    <xsl:text>&#10;</xsl:text>
    <xsl:for-each select="c:voce">
      <xsl:value-of select="concat(@riferimento, '  ', @classifica, '  ', substring('scartata', 1, 8 * boolean(@scartata)), substring(translate(@stato, '-', ' '), 1, 99 * not(@scartata)), '  aperta il ')"/>
      <xsl:call-template name="ora"><xsl:with-param name="v" select="@aperta"/></xsl:call-template>
      <xsl:if test="@chiusa">
        <xsl:text>, chiusa il </xsl:text>
        <xsl:call-template name="ora"><xsl:with-param name="v" select="@chiusa"/></xsl:call-template>
      </xsl:if>
      <xsl:if test="@motivo"><xsl:value-of select="concat(' (', translate(@motivo, '-', ' '), ')')"/></xsl:if>
      <xsl:if test="@scartata">
        <xsl:text>, scartata il </xsl:text>
        <xsl:call-template name="ora"><xsl:with-param name="v" select="@scartata"/></xsl:call-template>
      </xsl:if>
      <xsl:value-of select="concat('  ', @ufficio, ', ', @responsabile)"/>
      <xsl:if test=". != ''"><xsl:value-of select="concat('  ', .)"/></xsl:if>
      <xsl:text>&#10;</xsl:text>
    </xsl:for-each>
    <xsl:for-each select="c:giorno">
      <xsl:call-template name="ora"><xsl:with-param name="v" select="@data"/></xsl:call-template>
      <xsl:value-of select="concat('  registrazioni: ', @registrazioni)"/>
      <xsl:choose>
        <xsl:when test="@chiuso">
          <xsl:text>, chiuso il </xsl:text>
          <xsl:call-template name="ora"><xsl:with-param name="v" select="@chiuso"/></xsl:call-template>
        </xsl:when>
        <xsl:otherwise>, non ancora chiuso</xsl:otherwise>
      </xsl:choose>
      <xsl:text>&#10;</xsl:text>
    </xsl:for-each>
    <xsl:for-each select="c:sigillo">
      <xsl:value-of select="concat('sigillo fino all', &quot;'&quot;, 'atto ', @ultimo, ', del ')"/>
      <xsl:call-template name="ora"><xsl:with-param name="v" select="@ora"/></xsl:call-template>
      <xsl:text>&#10;</xsl:text>
    </xsl:for-each>
    <xsl:if test="not(*)">niente&#10;</xsl:if>
    <xsl:if test="@continua"><xsl:value-of select="concat('(altri: --dopo ', @continua, ')&#10;')"/></xsl:if>
  </xsl:template>
  <xsl:template match="/c:repertori">
    <xsl:for-each select="c:repertorio">
      <xsl:value-of select="concat(@codice, ' - ', @denominazione)"/>
      <xsl:if test="@norma"> (<xsl:value-of select="@norma"/>)</xsl:if>
      <xsl:if test="@chiuso"> - chiuso</xsl:if>
      <xsl:text>&#10;</xsl:text>
    </xsl:for-each>
    <xsl:if test="not(c:repertorio)">nessun repertorio&#10;</xsl:if>
  </xsl:template>
  <xsl:template match="/c:voci">
    <xsl:value-of select="concat('Repertorio ', @repertorio, ', anno ', @anno, '&#10;')"/>
    <xsl:for-each select="c:voce">
      <xsl:value-of select="concat(substring(concat('            ', c:numero), string-length(c:numero) + 1), '  ')"/>
      <xsl:call-template name="ora"><xsl:with-param name="v" select="c:ora"/></xsl:call-template>
      <xsl:text>  </xsl:text>
      <xsl:choose>
        <xsl:when test="@oscurata">(riservata)</xsl:when>
        <xsl:otherwise><xsl:value-of select="c:oggetto"/></xsl:otherwise>
      </xsl:choose>
      <xsl:text>&#10;</xsl:text>
    </xsl:for-each>
    <xsl:if test="not(c:voce)">nessuna voce&#10;</xsl:if>
    <xsl:if test="@altre">
      <xsl:value-of select="concat('(altre: --dopo ', substring-before(c:voce[last()]/c:numero, '/'), ')&#10;')"/>
    </xsl:if>
  </xsl:template>
  <xsl:template match="/c:voce">
    <xsl:value-of select="concat('Repertorio ', @repertorio, ' n. ', c:numero, ' del ')"/>
    <xsl:call-template name="ora"><xsl:with-param name="v" select="c:ora"/></xsl:call-template>
    <xsl:if test="@riservata"> - RISERVATA</xsl:if>
    <xsl:text>&#10;</xsl:text>
    <xsl:if test="@oscurata">Il contenuto è riservato: non è fra le cose che puoi vedere.&#10;</xsl:if>
    <xsl:for-each select="c:oggetto | c:data-documento | c:autore | c:protocollo | c:operatore">
      <xsl:call-template name="campo">
        <xsl:with-param name="nome" select="translate(local-name(), '-', ' ')"/>
        <xsl:with-param name="v" select="."/>
      </xsl:call-template>
    </xsl:for-each>
    <xsl:for-each select="c:principale | c:allegato">
      <xsl:call-template name="campo">
        <xsl:with-param name="nome" select="local-name()"/>
        <xsl:with-param name="v" select="concat(c:nome, ' (', c:tipo, ', ', c:dimensione, ' byte)')"/>
      </xsl:call-template>
      <xsl:value-of select="concat('                  sha256 ', c:impronta, '&#10;')"/>
      <xsl:if test="@distrutto">
        <xsl:text>                  distrutto per provvedimento il </xsl:text>
        <xsl:call-template name="ora"><xsl:with-param name="v" select="@distrutto"/></xsl:call-template>
        <xsl:text>&#10;</xsl:text>
      </xsl:if>
    </xsl:for-each>
  </xsl:template>

  <!-- the blocks of a prosa, a line each -->
  <xsl:template name="prosa">
    <xsl:param name="margine"/>
    <xsl:for-each select="c:p | c:voce | c:punto | c:titolo | c:tabella/c:riga">
      <xsl:value-of select="$margine"/>
      <xsl:choose>
        <xsl:when test="self::c:voce">- </xsl:when>
        <xsl:when test="self::c:titolo"># </xsl:when>
        <xsl:when test="self::c:punto"><xsl:apply-templates select="." mode="numero"/>. </xsl:when>
      </xsl:choose>
      <xsl:choose>
        <xsl:when test="self::c:riga">
          <xsl:for-each select="c:cella">
            <xsl:if test="position() &gt; 1"> | </xsl:if>
            <xsl:value-of select="normalize-space(.)"/>
          </xsl:for-each>
        </xsl:when>
        <xsl:otherwise><xsl:value-of select="normalize-space(.)"/></xsl:otherwise>
      </xsl:choose>
      <xsl:text>&#10;</xsl:text>
    </xsl:for-each>
  </xsl:template>
  <!-- its number in its list: behind the last block that is no punto -->
  <xsl:template match="c:punto" mode="numero">
    <xsl:value-of select="count(preceding-sibling::*) - count(preceding-sibling::*[not(self::c:punto)][1]/preceding-sibling::*) - count(preceding-sibling::*[not(self::c:punto)][1]) + 1"/>
  </xsl:template>

  <!-- anything else: a document of ours, element by element -->
  <xsl:template match="/*" priority="-1">
    <xsl:value-of select="concat(translate(local-name(), '-', ' '), '&#10;')"/>
    <xsl:apply-templates mode="albero"/>
  </xsl:template>
  <xsl:template match="*" mode="albero">
    <xsl:variable name="margine" select="substring('                    ', 1, 2 * (count(ancestor::*) - 1))"/>
    <xsl:choose>
      <xsl:when test="* and not(*[not(self::c:p or self::c:voce or self::c:punto or self::c:titolo or self::c:tabella)])">
        <xsl:value-of select="concat($margine, translate(local-name(), '-', ' '), ':&#10;')"/>
        <xsl:call-template name="prosa"><xsl:with-param name="margine" select="concat($margine, '  ')"/></xsl:call-template>
      </xsl:when>
      <xsl:when test="*">
        <xsl:value-of select="concat($margine, translate(local-name(), '-', ' '), ':&#10;')"/>
        <xsl:apply-templates mode="albero"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:value-of select="concat($margine, translate(local-name(), '-', ' '), ': ')"/>
        <xsl:choose>
          <xsl:when test="translate(., '123456789', '000000000') = '0000-00-00'">
            <xsl:call-template name="ora"><xsl:with-param name="v" select="."/></xsl:call-template>
          </xsl:when>
          <xsl:otherwise><xsl:value-of select="."/></xsl:otherwise>
        </xsl:choose>
        <xsl:text>&#10;</xsl:text>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
