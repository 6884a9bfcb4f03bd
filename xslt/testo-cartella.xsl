<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: EUPL-1.2 -->
<!-- testo-cartella.xsl: a folder, its cover and what is in it, by phase; a part
  of testo.xsl. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:c="urn:cartella:1" exclude-result-prefixes="c">

  <!-- a folder: its cover, then its documents -->
  <xsl:template match="/c:fascicolo[c:riferimento]">
    <xsl:value-of select="c:riferimento"/>
    <xsl:if test="@al">
      <xsl:text> - com'era alla fine del </xsl:text>
      <xsl:call-template name="ora"><xsl:with-param name="v" select="@al"/></xsl:call-template>
    </xsl:if>
    <xsl:text>&#10;</xsl:text>
    <xsl:apply-templates select="c:scartata"/>
    <xsl:apply-templates select="c:accesso | c:cartella | c:fascicolo" mode="albero"/>
    <xsl:apply-templates select="c:conservata/c:voce" mode="copertina"/>
    <xsl:call-template name="comuni"/>
    <xsl:if test="c:registrazione">registrazioni:&#10;</xsl:if>
    <xsl:for-each select="c:registrazione">
      <xsl:value-of select="concat('  ', @numero, ' del ', substring(@ora, 9, 2), '/', substring(@ora, 6, 2), '/', substring(@ora, 1, 4), ', ', @flusso)"/>
      <xsl:if test="@annullata"> - ANNULLATA</xsl:if>
      <xsl:choose>
        <xsl:when test="@oscurata"> - non è fra quelle che puoi leggere</xsl:when>
        <xsl:otherwise><xsl:value-of select="concat(': ', .)"/></xsl:otherwise>
      </xsl:choose>
      <xsl:text>&#10;</xsl:text>
    </xsl:for-each>
    <xsl:if test="c:sottofascicolo">fascicoli:&#10;</xsl:if>
    <xsl:for-each select="c:sottofascicolo">
      <xsl:value-of select="concat('  ', @numero, ' (', @stato, '): ', ., '&#10;')"/>
    </xsl:for-each>
    <xsl:if test="c:collegata">cartelle collegate:&#10;</xsl:if>
    <xsl:for-each select="c:collegata">
      <xsl:value-of select="concat('  ', @numero, ' (', translate(@legame, '-', ' '), '), dal ')"/>
      <xsl:call-template name="ora"><xsl:with-param name="v" select="@dal"/></xsl:call-template>
      <xsl:if test="@al">
        <xsl:text> al </xsl:text>
        <xsl:call-template name="ora"><xsl:with-param name="v" select="@al"/></xsl:call-template>
      </xsl:if>
      <xsl:text>&#10;</xsl:text>
    </xsl:for-each>
    <xsl:call-template name="documenti"/>
  </xsl:template>

  <xsl:template match="/c:fascicolo/c:accesso | /c:fascicolo/c:cartella | /c:fascicolo/c:fascicolo" mode="albero">
    <xsl:apply-templates mode="albero"/>
  </xsl:template>

  <!-- a phase, and the directories of its documents -->
  <xsl:template name="documenti">
    <xsl:call-template name="fase">
      <xsl:with-param name="titolo" select="'presa in carico'"/>
      <xsl:with-param name="dove" select="' accesso.xml cartella.xml fascicolo.xml scheda.xml valutazione.xml comuni.xml liberatorie istanze stato-di-famiglia isee persone '"/>
    </xsl:call-template>
    <xsl:call-template name="fase">
      <xsl:with-param name="titolo" select="'diario e appuntamenti'"/>
      <xsl:with-param name="dove" select="' diario agenda '"/>
    </xsl:call-template>
    <xsl:call-template name="fase">
      <xsl:with-param name="titolo" select="'relazioni e progetto'"/>
      <xsl:with-param name="dove" select="' equipe relazioni progetti verbali sottoscrizioni '"/>
    </xsl:call-template>
    <xsl:call-template name="fase">
      <xsl:with-param name="titolo" select="'proposta, istruttoria, interventi'"/>
      <xsl:with-param name="dove" select="' proposte istruttoria determinazioni comunicazioni interventi controlli '"/>
    </xsl:call-template>
    <xsl:call-template name="fase">
      <xsl:with-param name="titolo" select="'autorità giudiziaria e affidamenti'"/>
      <xsl:with-param name="dove" select="' provvedimenti affidamenti '"/>
    </xsl:call-template>
    <xsl:call-template name="fase">
      <xsl:with-param name="titolo" select="'misure, termini, altri documenti'"/>
      <xsl:with-param name="dove" select="''"/>
    </xsl:call-template>
    <xsl:call-template name="fase">
      <xsl:with-param name="titolo" select="'firme'"/>
      <xsl:with-param name="dove" select="' firme '"/>
    </xsl:call-template>
    <xsl:call-template name="fase">
      <xsl:with-param name="titolo" select="'venuti con la cartella di un altro ente'"/>
      <xsl:with-param name="dove" select="' provenienze precedenti '"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:variable name="dappertutto" select="' accesso.xml cartella.xml fascicolo.xml scheda.xml valutazione.xml comuni.xml liberatorie istanze stato-di-famiglia isee persone diario agenda equipe relazioni progetti verbali sottoscrizioni proposte istruttoria determinazioni comunicazioni interventi controlli provvedimenti affidamenti firme provenienze precedenti '"/>

  <xsl:template name="fase">
    <xsl:param name="titolo"/>
    <xsl:param name="dove"/>
    <xsl:variable name="suoi" select="c:documento[($dove != '' and contains($dove, concat(' ', substring-before(concat(@percorso, '/'), '/'), ' '))) or ($dove = '' and not(contains($dappertutto, concat(' ', substring-before(concat(@percorso, '/'), '/'), ' '))))]"/>
    <xsl:if test="$suoi">
      <xsl:value-of select="concat($titolo, ':&#10;')"/>
      <xsl:apply-templates select="$suoi" mode="riga"/>
    </xsl:if>
  </xsl:template>

  <xsl:template match="c:documento" mode="riga">
    <xsl:value-of select="concat('  ', @percorso, substring('                                  ', 1, 34 - string-length(@percorso)), '  ')"/>
    <xsl:call-template name="ora"><xsl:with-param name="v" select="substring(@ora, 1, 10)"/></xsl:call-template>
    <xsl:text>  </xsl:text>
    <xsl:call-template name="tipo"/>
    <xsl:value-of select="concat(', ', @operatore)"/>
    <xsl:if test="@titolo"><xsl:value-of select="concat(': ', @titolo)"/></xsl:if>
    <xsl:if test="@stato"><xsl:value-of select="concat(' (', translate(@stato, '-', ' '), ')')"/></xsl:if>
    <xsl:if test="@firmata"> (firmata)</xsl:if>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>
  <!-- long ones have an atto of their own: how many, and the last; in path order
       they stand together, so only the last looks at all the others -->
  <xsl:template match="c:documento[starts-with(@percorso, 'diario/') or starts-with(@percorso, 'agenda/')]" mode="riga">
    <xsl:variable name="dove" select="substring-before(@percorso, '/')"/>
    <xsl:if test="not(starts-with(following-sibling::c:documento[1]/@percorso, concat($dove, '/')))">
      <xsl:variable name="suoi" select="../c:documento[starts-with(@percorso, concat($dove, '/'))]"/>
      <xsl:value-of select="concat('  ', $dove, substring('                                  ', 1, 34 - string-length($dove)), '  ')"/>
      <xsl:call-template name="ora"><xsl:with-param name="v" select="substring(@ora, 1, 10)"/></xsl:call-template>
      <xsl:text>  </xsl:text>
      <xsl:choose>
        <xsl:when test="count($suoi) = 1">un documento</xsl:when>
        <xsl:otherwise><xsl:value-of select="concat(count($suoi), ' documenti')"/></xsl:otherwise>
      </xsl:choose>
      <xsl:value-of select="concat(', si leggono con «', $dove, '»&#10;')"/>
    </xsl:if>
  </xsl:template>

  <!-- a type in words -->
  <xsl:template name="tipo">
    <xsl:choose>
      <xsl:when test="@tipo = 'lapide'">documento espunto</xsl:when>
      <xsl:when test="@tipo = 'avvio-ufficio'">avvio d'ufficio</xsl:when>
      <xsl:when test="@tipo = 'attestazione-isee'">attestazione ISEE</xsl:when>
      <xsl:when test="@tipo = 'firma-openpgp'">firma OpenPGP</xsl:when>
      <xsl:when test="@tipo = 'firma-cades'">firma CAdES</xsl:when>
      <xsl:when test="@tipo = 'manifesto'">manifesto di una firma</xsl:when>
      <xsl:when test="@tipo = 'verdetto'">verdetto su una firma</xsl:when>
      <xsl:when test="@tipo = 'equipe'">équipe</xsl:when>
      <xsl:when test="@tipo = 'collocamento-403'">collocamento di urgenza</xsl:when>
      <xsl:when test="@tipo = 'relazione-msna'">relazione, minore straniero non accompagnato</xsl:when>
      <xsl:when test="@tipo = 'cartella' or @tipo = 'accesso'">copertina</xsl:when>
      <xsl:otherwise><xsl:value-of select="translate(@tipo, '-', ' ')"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- the cartelle of who asks: a line each, and the term that ends first -->
  <xsl:template match="/c:cartelle">
    <xsl:for-each select="c:cartella">
      <xsl:value-of select="concat(@riferimento, '  ', substring(concat(@iniziali, '      '), 1, 6), '  ', substring('scartata', 1, 8 * boolean(@scartata)), substring(translate(@stato, '-', ' '), 1, 99 * not(@scartata)), '  ', @responsabile, ', ', @ufficio, '  aperta il ')"/>
      <xsl:call-template name="ora"><xsl:with-param name="v" select="@aperta"/></xsl:call-template>
      <xsl:if test="@chiusa">
        <xsl:text>, chiusa il </xsl:text>
        <xsl:call-template name="ora"><xsl:with-param name="v" select="@chiusa"/></xsl:call-template>
      </xsl:if>
      <xsl:if test="@scartata">
        <xsl:text>, scartata il </xsl:text>
        <xsl:call-template name="ora"><xsl:with-param name="v" select="@scartata"/></xsl:call-template>
      </xsl:if>
      <xsl:if test="@scade">
        <xsl:value-of select="concat('  ', substring('scade scaduto', 1 + 6 * (@giorni &lt; 0), 5 + 2 * (@giorni &lt; 0)), ' il ')"/>
        <xsl:call-template name="ora"><xsl:with-param name="v" select="@scade"/></xsl:call-template>
        <xsl:value-of select="concat(': ', @termine)"/>
      </xsl:if>
      <xsl:text>&#10;</xsl:text>
    </xsl:for-each>
    <xsl:choose>
      <xsl:when test="@quante = 0">nessuna cartella che puoi vedere&#10;</xsl:when>
      <xsl:when test="@oltre"><xsl:value-of select="concat('(', @quante, ' cartelle o più)&#10;')"/></xsl:when>
      <xsl:when test="@quante = 1">(una cartella)&#10;</xsl:when>
      <xsl:otherwise><xsl:value-of select="concat('(', @quante, ' cartelle)&#10;')"/></xsl:otherwise>
    </xsl:choose>
    <xsl:if test="@altri"><xsl:value-of select="concat('(altre: --dopo ', c:cartella[last()]/@riferimento, ')&#10;')"/></xsl:if>
  </xsl:template>
</xsl:stylesheet>
