<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: EUPL-1.2 -->
<!--
  importa-siso.xsl: an interscambio message of SISO (HL7 v3, PRSS_IN001004ZZ)
  as acts of ours; docs/interscambio.md has the table.

  Comes in: the tree of the message as the cage gives it, names without
  prefixes.  Goes out: <importa> with one <caso chiave= chi=> a message, in it
  one <passo atto=> an act, in order.  {accesso}, {cartella}, {chi} are what the
  acts before have made, and who imports.  What SISO does not know it writes as
  XXX: that is nothing.  What has no field of ours goes into the diary, as it is
  called there: nothing is dropped.
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:c="urn:cartella:1" xmlns="urn:cartella:1" exclude-result-prefixes="c">
  <xsl:output method="xml" encoding="UTF-8"/>
  <xsl:param name="oggi"/>

  <!-- ===== values ===== -->

  <!-- one line, without what means nothing -->
  <xsl:template name="v">
    <xsl:param name="di"/>
    <xsl:variable name="s" select="normalize-space($di)"/>
    <xsl:if test="$s != 'XXX'"><xsl:value-of select="$s"/></xsl:if>
  </xsl:template>
  <xsl:template name="campo">
    <xsl:param name="nome"/>
    <xsl:param name="di"/>
    <xsl:variable name="v"><xsl:call-template name="v"><xsl:with-param name="di" select="$di"/></xsl:call-template></xsl:variable>
    <xsl:if test="$v != ''"><xsl:element name="{$nome}" namespace="urn:cartella:1"><xsl:value-of select="$v"/></xsl:element></xsl:if>
  </xsl:template>

  <!-- AAAAMMGG… as HL7 has it, or GGMMAAAA as SISO writes: never both -->
  <xsl:template name="giorno">
    <xsl:param name="di"/>
    <xsl:variable name="s" select="normalize-space($di)"/>
    <xsl:variable name="a" select="number(substring($s, 1, 4))"/>
    <xsl:variable name="m" select="number(substring($s, 5, 2))"/>
    <xsl:variable name="g" select="number(substring($s, 7, 2))"/>
    <xsl:choose>
      <xsl:when test="$a &gt;= 1900 and $a &lt; 2100 and $m &gt;= 1 and $m &lt;= 12 and $g &gt;= 1 and $g &lt;= 31"><xsl:value-of select="concat(substring($s, 1, 4), '-', substring($s, 5, 2), '-', substring($s, 7, 2))"/></xsl:when>
      <xsl:when test="string-length($s) &gt;= 8 and number(substring($s, 5, 4)) &gt;= 1900"><xsl:value-of select="concat(substring($s, 5, 4), '-', substring($s, 3, 2), '-', substring($s, 1, 2))"/></xsl:when>
      <xsl:otherwise><xsl:call-template name="v"><xsl:with-param name="di" select="$s"/></xsl:call-template></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:template name="campo-giorno">
    <xsl:param name="nome"/>
    <xsl:param name="di"/>
    <xsl:variable name="v"><xsl:call-template name="giorno"><xsl:with-param name="di" select="$di"/></xsl:call-template></xsl:variable>
    <xsl:if test="$v != ''"><xsl:element name="{$nome}" namespace="urn:cartella:1"><xsl:value-of select="$v"/></xsl:element></xsl:if>
  </xsl:template>

  <xsl:template name="sesso">
    <xsl:param name="di"/>
    <xsl:choose>
      <xsl:when test="$di = '1' or $di = 'M'"><sesso>M</sesso></xsl:when>
      <xsl:when test="$di = '2' or $di = 'F'"><sesso>F</sesso></xsl:when>
    </xsl:choose>
  </xsl:template>

  <!-- ISO 3166 numeric; ours says it in words where it is known -->
  <xsl:template name="cittadinanza">
    <xsl:param name="nome"/>
    <xsl:param name="di"/>
    <xsl:choose>
      <xsl:when test="$di = '380'"><xsl:element name="{$nome}" namespace="urn:cartella:1">italiana</xsl:element></xsl:when>
      <xsl:when test="normalize-space($di) != '' and $di != 'XXX'"><xsl:element name="{$nome}" namespace="urn:cartella:1"><xsl:value-of select="concat('codice ISO ', normalize-space($di))"/></xsl:element></xsl:when>
    </xsl:choose>
  </xsl:template>

  <!-- of a person: the first that is as long as one is -->
  <xsl:template name="codice-fiscale">
    <xsl:variable name="cf" select="(c:asOtherIDs/c:id | c:id)[string-length(normalize-space(@extension)) = 16][1]/@extension"/>
    <xsl:if test="$cf"><codice-fiscale><xsl:value-of select="translate(normalize-space($cf), 'abcdefghijklmnopqrstuvwxyz', 'ABCDEFGHIJKLMNOPQRSTUVWXYZ')"/></codice-fiscale></xsl:if>
  </xsl:template>

  <xsl:template name="comune">
    <xsl:param name="di"/>
    <xsl:variable name="v"><xsl:call-template name="v"><xsl:with-param name="di" select="$di"/></xsl:call-template></xsl:variable>
    <xsl:choose>
      <xsl:when test="$v != '' and translate($v, '0123456789', '') = ''"><xsl:value-of select="concat('codice ISTAT ', $v)"/></xsl:when>
      <xsl:when test="$v != ''"><xsl:value-of select="$v"/></xsl:when>
      <xsl:otherwise>non indicata</xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- a text of several lines, one paragraph each -->
  <xsl:template name="capoversi">
    <xsl:param name="di"/>
    <xsl:variable name="riga" select="substring-before(concat($di, '&#10;'), '&#10;')"/>
    <xsl:if test="normalize-space($riga) != '' and normalize-space($riga) != 'XXX'"><p><xsl:value-of select="normalize-space($riga)"/></p></xsl:if>
    <xsl:if test="contains($di, '&#10;')"><xsl:call-template name="capoversi"><xsl:with-param name="di" select="substring-after($di, '&#10;')"/></xsl:call-template></xsl:if>
  </xsl:template>

  <!-- ===== the whole ===== -->

  <xsl:template match="/">
    <importa><xsl:apply-templates select="descendant-or-self::c:PRSS_IN001004ZZ"/></importa>
  </xsl:template>

  <xsl:template match="c:PRSS_IN001004ZZ">
    <xsl:variable name="fasi" select="c:controlActProcess/c:subject/c:encounterEvent"/>
    <xsl:variable name="persona" select="($fasi/c:subject/c:patient/c:patientPerson)[1]"/>
    <xsl:variable name="paziente" select="$persona/.."/>
    <xsl:variable name="cognome" select="normalize-space($persona/c:name[1]/c:family)"/>
    <xsl:variable name="nome" select="normalize-space($persona/c:name[1]/c:given)"/>
    <xsl:variable name="ente" select="$fasi/c:reason/c:need/c:informant/c:assignedEntity/c:representedOrganization/c:name[normalize-space(.) != '' and normalize-space(.) != 'XXX']"/>
    <!-- reported by another body: nothing of it is registered here -->
    <xsl:variable name="iniziativa"><xsl:choose><xsl:when test="$ente">ufficio</xsl:when><xsl:otherwise>cittadino</xsl:otherwise></xsl:choose></xsl:variable>
    <xsl:variable name="da" select="concat('Importata da un interscambio: messaggio ', normalize-space(c:id/@extension), ', mittente ', normalize-space(c:sender/c:device/c:id/@extension), '.')"/>
    <caso chiave="{normalize-space(concat(c:id/@root, ' ', c:id/@extension))}" chi="{$cognome} {$nome}">
      <passo atto="accogli">
        <accogli>
          <iniziativa><xsl:value-of select="$iniziativa"/></iniziativa>
          <scheda>
            <contatto>
              <xsl:call-template name="campo-giorno"><xsl:with-param name="nome" select="'data'"/><xsl:with-param name="di" select="$fasi[c:subject][1]/c:effectiveTime[1]/c:low/@value"/></xsl:call-template>
              <interlocutore>
                <xsl:choose>
                  <xsl:when test="$ente">istituzionale</xsl:when>
                  <xsl:otherwise>utente</xsl:otherwise>
                </xsl:choose>
              </interlocutore>
            </contatto>
            <xsl:apply-templates select="$fasi/c:reason/c:need/c:informant/c:assignedEntity[c:assignedPerson/c:name/c:family[normalize-space(.) != 'XXX']]" mode="segnalante"/>
            <segnalato>
              <cognome><xsl:value-of select="$cognome"/></cognome>
              <nome><xsl:value-of select="$nome"/></nome>
              <xsl:call-template name="sesso"><xsl:with-param name="di" select="$persona/c:administrativeGenderCode/@code"/></xsl:call-template>
              <xsl:call-template name="campo-giorno"><xsl:with-param name="nome" select="'nato'"/><xsl:with-param name="di" select="$persona/c:birthTime/@value"/></xsl:call-template>
              <xsl:for-each select="$persona"><xsl:call-template name="codice-fiscale"/></xsl:for-each>
            </segnalato>
            <motivazioni>
              <xsl:call-template name="capoversi"><xsl:with-param name="di" select="$fasi[c:subject][1]/c:text"/></xsl:call-template>
              <p><xsl:value-of select="$da"/></p>
            </motivazioni>
          </scheda>
          <esito>da-assegnare</esito>
        </accogli>
      </passo>
      <passo atto="assegna"><assegna><accesso>{accesso}</accesso><assistente>{chi}</assistente></assegna></passo>
      <passo atto="valuta">
        <valuta>
          <accesso>{accesso}</accesso>
          <presupposti>si</presupposti>
          <bisogno>
            <xsl:call-template name="capoversi"><xsl:with-param name="di" select="$fasi[2]/c:text"/></xsl:call-template>
            <p><xsl:value-of select="$da"/></p>
          </bisogno>
        </valuta>
      </passo>
      <passo atto="apri">
        <apri>
          <accesso>{accesso}</accesso>
          <scheda>
            <anagrafica>
              <cognome><xsl:value-of select="$cognome"/></cognome>
              <nome><xsl:value-of select="$nome"/></nome>
              <xsl:call-template name="sesso"><xsl:with-param name="di" select="$persona/c:administrativeGenderCode/@code"/></xsl:call-template>
              <nascita>
                <xsl:call-template name="campo-giorno"><xsl:with-param name="nome" select="'data'"/><xsl:with-param name="di" select="$persona/c:birthTime/@value"/></xsl:call-template>
                <luogo><xsl:call-template name="comune"><xsl:with-param name="di" select="$persona/c:birthPlace/c:birthplace/c:addr/c:code/@code | $persona/c:birthPlace/c:birthplace/c:addr/c:censusTract"/></xsl:call-template></luogo>
              </nascita>
              <xsl:call-template name="cittadinanza"><xsl:with-param name="nome" select="'cittadinanza'"/><xsl:with-param name="di" select="$persona/c:asCitizen[1]/c:politicalOrganization/c:id/@extension"/></xsl:call-template>
              <xsl:call-template name="cittadinanza"><xsl:with-param name="nome" select="'seconda-cittadinanza'"/><xsl:with-param name="di" select="$persona/c:asCitizen[2]/c:politicalOrganization/c:id/@extension"/></xsl:call-template>
              <xsl:for-each select="$persona"><xsl:call-template name="codice-fiscale"/></xsl:for-each>
            </anagrafica>
            <residenza><comune><xsl:call-template name="comune"><xsl:with-param name="di" select="$paziente/c:addr[@use = 'comune residenza']/c:censusTract"/></xsl:call-template></comune></residenza>
            <iniziativa><xsl:value-of select="$iniziativa"/></iniziativa>
            <xsl:if test="$paziente/c:telecom[@value != 'XXX' and @value != '']">
              <profilo><xsl:for-each select="$paziente/c:telecom[@value != 'XXX' and @value != ''][position() &lt;= 5]"><recapito><xsl:value-of select="normalize-space(@value)"/></recapito></xsl:for-each></profilo>
            </xsl:if>
          </scheda>
          <xsl:variable name="famiglia" select="$persona/c:personalRelationship[c:code/@codeSystem = '2.16.840.1.113883.2.9.2.30.3.2.3.1.1.22']"/>
          <xsl:if test="$famiglia">
            <stato-di-famiglia>
              <data><xsl:value-of select="$oggi"/></data>
              <fonte>dichiarato</fonte>
              <xsl:apply-templates select="$famiglia" mode="componente"/>
            </stato-di-famiglia>
          </xsl:if>
        </apri>
      </passo>
      <xsl:apply-templates select="$fasi" mode="voce"><xsl:with-param name="quante" select="count($fasi)"/></xsl:apply-templates>
      <xsl:apply-templates select="$persona" mode="resto"/>
    </caso>
  </xsl:template>

  <xsl:template match="c:assignedEntity" mode="segnalante">
    <xsl:if test="position() = 1">
      <segnalante>
        <nome><xsl:value-of select="normalize-space(concat(c:assignedPerson/c:name/c:given, ' ', c:assignedPerson/c:name/c:family))"/></nome>
        <xsl:call-template name="codice-fiscale"/>
        <xsl:call-template name="campo"><xsl:with-param name="nome" select="'ente'"/><xsl:with-param name="di" select="c:representedOrganization/c:name"/></xsl:call-template>
      </segnalante>
    </xsl:if>
  </xsl:template>

  <xsl:template match="c:personalRelationship" mode="componente">
    <xsl:variable name="h" select="c:relationshipHolder1"/>
    <componente>
      <cognome><xsl:value-of select="normalize-space($h/c:name/c:family)"/></cognome>
      <nome><xsl:value-of select="normalize-space($h/c:name/c:given)"/></nome>
      <xsl:call-template name="campo-giorno"><xsl:with-param name="nome" select="'nascita'"/><xsl:with-param name="di" select="$h/c:birthTime/@value"/></xsl:call-template>
      <parentela><xsl:call-template name="parentela"/></parentela>
      <convivente>si</convivente>
      <xsl:call-template name="sesso"><xsl:with-param name="di" select="$h/c:administrativeGenderCode/@code"/></xsl:call-template>
      <xsl:for-each select="$h"><xsl:call-template name="codice-fiscale"/></xsl:for-each>
    </componente>
  </xsl:template>
  <xsl:template name="parentela">
    <xsl:choose>
      <xsl:when test="normalize-space(c:code/@displayName) != ''"><xsl:value-of select="normalize-space(c:code/@displayName)"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="concat('relazione di codice ', normalize-space(c:code/@code))"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- ===== the diary: what each phase says ===== -->

  <xsl:template name="fase">
    <xsl:param name="n"/>
    <xsl:param name="quante"/>
    <xsl:choose>
      <xsl:when test="$quante = 5 and $n = 1">Accesso e orientamento</xsl:when>
      <xsl:when test="$quante = 5 and $n = 2">Valutazione del bisogno</xsl:when>
      <xsl:when test="$quante = 5 and $n = 3">Elaborazione del progetto individuale</xsl:when>
      <xsl:when test="$quante = 5 and $n = 4">Erogazione del servizio</xsl:when>
      <xsl:when test="$quante = 5">Valutazione finale</xsl:when>
      <xsl:otherwise><xsl:value-of select="concat('Fase ', $n)"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="c:encounterEvent" mode="voce">
    <xsl:param name="quante"/>
    <xsl:variable name="dal"><xsl:call-template name="giorno"><xsl:with-param name="di" select="c:effectiveTime[1]/c:low/@value"/></xsl:call-template></xsl:variable>
    <xsl:variable name="al"><xsl:call-template name="giorno"><xsl:with-param name="di" select="c:effectiveTime[1]/c:high/@value"/></xsl:call-template></xsl:variable>
    <xsl:variable name="cose" select=".//c:commonObservationEvent | .//c:observation | .//c:observationGoal | .//c:carePlan"/>
    <xsl:variable name="dette" select="$cose[c:text[normalize-space(.) != '' and normalize-space(.) != 'XXX'] or c:value/@code[. != '' and . != 'XXX'] or c:title[normalize-space(.) != '']]"/>
    <xsl:if test="(normalize-space(c:text) != '' and normalize-space(c:text) != 'XXX') or $dette">
      <passo atto="annota">
        <annota>
          <cartella>{cartella}</cartella>
          <xsl:if test="$dal != ''"><data><xsl:value-of select="$dal"/></data></xsl:if>
          <tipo>nota</tipo>
          <testo>
            <titolo><xsl:call-template name="fase"><xsl:with-param name="n" select="position()"/><xsl:with-param name="quante" select="$quante"/></xsl:call-template></titolo>
            <xsl:call-template name="capoversi"><xsl:with-param name="di" select="c:text"/></xsl:call-template>
            <xsl:for-each select="$dette">
              <voce>
                <xsl:variable name="che"><xsl:call-template name="v"><xsl:with-param name="di" select="c:code/@displayName"/></xsl:call-template></xsl:variable>
                <xsl:choose>
                  <xsl:when test="$che != ''"><xsl:value-of select="concat($che, ': ')"/></xsl:when>
                  <xsl:when test="c:code/@code[. != 'XXX']"><xsl:value-of select="concat(normalize-space(c:code/@code), ': ')"/></xsl:when>
                </xsl:choose>
                <xsl:value-of select="normalize-space(concat(c:title, ' ', c:text, ' ', c:value/@displayName, ' ', c:value/@code))"/>
              </voce>
            </xsl:for-each>
            <xsl:if test="$al != ''"><p><xsl:value-of select="concat('Conclusa il ', $al, '.')"/></p></xsl:if>
          </testo>
        </annota>
      </passo>
    </xsl:if>
  </xsl:template>

  <!-- who is near and is no family; what else is said of the person -->
  <xsl:template match="c:patientPerson" mode="resto">
    <xsl:variable name="rete" select="c:personalRelationship[not(c:code/@codeSystem = '2.16.840.1.113883.2.9.2.30.3.2.3.1.1.22')]"/>
    <xsl:variable name="dati" select="(c:maritalStatusCode | c:educationLevelCode)[@code != '' and @code != 'XXX']"/>
    <xsl:if test="$rete or $dati">
      <passo atto="annota">
        <annota>
          <cartella>{cartella}</cartella>
          <tipo>nota</tipo>
          <testo>
            <titolo>Altro che diceva l'interscambio</titolo>
            <xsl:for-each select="$rete"><voce><xsl:value-of select="normalize-space(concat('Rete sociale: ', c:relationshipHolder1/c:name/c:given, ' ', c:relationshipHolder1/c:name/c:family, ', '))"/><xsl:text> </xsl:text><xsl:call-template name="parentela"/></voce></xsl:for-each>
            <xsl:for-each select="$dati"><voce><xsl:choose><xsl:when test="self::c:maritalStatusCode">Stato civile, codice: </xsl:when><xsl:otherwise>Titolo di studio, codice: </xsl:otherwise></xsl:choose><xsl:value-of select="normalize-space(@code)"/></voce></xsl:for-each>
          </testo>
        </annota>
      </passo>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
