<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: EUPL-1.2 -->
<!-- testo-permessi.xsl: who sees a case, who may do what; a part of testo.xsl. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:c="urn:cartella:1" exclude-result-prefixes="c">

  <!-- who sees it, and why -->
  <xsl:template match="/c:chi-vede">
    <xsl:value-of select="concat('Chi vede ', @riferimento)"/>
    <xsl:if test="@al">
      <xsl:text> - com'era alla fine del </xsl:text>
      <xsl:call-template name="ora"><xsl:with-param name="v" select="@al"/></xsl:call-template>
    </xsl:if>
    <xsl:text>&#10;</xsl:text>
    <xsl:for-each select="c:utente">
      <xsl:value-of select="concat(@codice, ' (', @cognome, ' ', @nome, ')&#10;')"/>
      <xsl:for-each select="c:motivo">
        <xsl:value-of select="concat('  come ', @ruolo, ': ')"/>
        <xsl:choose>
          <xsl:when test="@ambito = 'propri'">ne risponde</xsl:when>
          <xsl:when test="@ambito = 'ufficio'">è del suo ufficio</xsl:when>
          <xsl:when test="@ambito = 'tutti'">vede ogni caso</xsl:when>
          <xsl:when test="@ambito = 'equipe'">è nell'équipe</xsl:when>
          <xsl:when test="@ambito = 'istruttoria'">ne fa l'istruttoria</xsl:when>
          <xsl:when test="@ambito = 'controllo'">ne controlla un intervento</xsl:when>
          <xsl:when test="@ambito = 'comune'">è del suo comune</xsl:when>
          <xsl:when test="@ambito = 'chiuse'">è chiusa</xsl:when>
          <xsl:when test="@ambito = 'consultazione'">la consulta da un altro ente</xsl:when>
          <xsl:otherwise>accesso straordinario</xsl:otherwise>
        </xsl:choose>
        <xsl:if test="@dal">
          <xsl:text> dal </xsl:text>
          <xsl:call-template name="ora"><xsl:with-param name="v" select="@dal"/></xsl:call-template>
        </xsl:if>
        <xsl:if test="@al">
          <xsl:text> al </xsl:text>
          <xsl:call-template name="ora"><xsl:with-param name="v" select="@al"/></xsl:call-template>
        </xsl:if>
        <xsl:value-of select="concat(' - ', @documento, '&#10;')"/>
      </xsl:for-each>
      <xsl:text>  legge: </xsl:text>
      <xsl:choose>
        <xsl:when test="c:tipo = '*'">ogni documento</xsl:when>
        <xsl:otherwise>
          <xsl:for-each select="c:tipo | c:documento">
            <xsl:if test="position() &gt; 1">, </xsl:if>
            <xsl:value-of select="."/>
          </xsl:for-each>
        </xsl:otherwise>
      </xsl:choose>
      <xsl:text>&#10;</xsl:text>
    </xsl:for-each>
    <xsl:if test="not(c:utente)">nessuno&#10;</xsl:if>
  </xsl:template>

  <!-- who may do what: one line a name, in three columns -->
  <xsl:template match="/c:permessi-in-vigore">
    <xsl:if test="@utente">
      <xsl:value-of select="concat('Che cosa può fare ', @utente, ' (', @cognome, ' ', @nome, '), e per quale ruolo&#10;')"/>
    </xsl:if>
    <xsl:apply-templates select="c:ruolo" mode="permessi"/>
    <xsl:if test="not(c:ruolo)">nessun permesso: il ruolo non è nella politica&#10;</xsl:if>
    <xsl:if test="c:di-nessuno">
      <xsl:text>&#10;NESSUN RUOLO può fare (si danno con «adotta-permessi»)&#10;</xsl:text>
      <xsl:for-each select="c:di-nessuno">
        <xsl:value-of select="concat('    ', substring(concat(@nome, '                          '), 1, 26), @sommario, '&#10;')"/>
      </xsl:for-each>
    </xsl:if>
    <xsl:text>&#10;Su che cosa: tutti = ogni cosa; registro = ogni registrazione, nessun caso; ufficio = ciò che è del suo ufficio;
propri = ciò di cui risponde; equipe, istruttoria, controllo, comune, straordinario, consultazione = i casi con cui ha quella relazione; chiuse = le cartelle chiuse.
«cartella chi-vede» lo dice di un caso.&#10;</xsl:text>
  </xsl:template>
  <xsl:template match="c:ruolo" mode="permessi">
    <xsl:value-of select="concat('&#10;', translate(@nome, 'abcdefghijklmnopqrstuvwxyz', 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'), '&#10;')"/>
    <xsl:if test="c:atto">  può fare&#10;</xsl:if>
    <xsl:for-each select="c:atto">
      <xsl:value-of select="concat('    ', substring(concat(@nome, '                          '), 1, 26))"/>
      <xsl:choose>
        <xsl:when test="@sommario">
          <xsl:value-of select="substring(concat(@ambiti, '                        '), 1, 24)"/>
          <xsl:if test="string-length(@ambiti) &gt; 24"><xsl:value-of select="substring(@ambiti, 25)"/></xsl:if>
          <xsl:value-of select="concat('  ', @sommario)"/>
        </xsl:when>
        <xsl:otherwise><xsl:value-of select="@ambiti"/></xsl:otherwise>
      </xsl:choose>
      <xsl:text>&#10;</xsl:text>
    </xsl:for-each>
    <xsl:if test="c:documento">  può leggere, di un caso&#10;</xsl:if>
    <xsl:for-each select="c:documento">
      <xsl:variable name="tipo">
        <xsl:choose>
          <xsl:when test="@tipo = '*'">ogni documento</xsl:when>
          <xsl:otherwise><xsl:value-of select="@tipo"/></xsl:otherwise>
        </xsl:choose>
      </xsl:variable>
      <xsl:value-of select="concat('    ', substring(concat($tipo, '                          '), 1, 26), @ambiti, '&#10;')"/>
    </xsl:for-each>
  </xsl:template>

  <!-- what a policy not yet adopted would change -->
  <xsl:template match="/c:prova-permessi">
    <xsl:for-each select="c:rilievi/c:rilievo">
      <xsl:value-of select="concat(@grado, ': ', ., ' [', @codice, '] ', @percorso, '&#10;')"/>
    </xsl:for-each>
    <xsl:for-each select="c:utente[c:guadagna or c:perde]">
      <xsl:value-of select="concat(@codice, ' (', @cognome, ' ', @nome, '): ')"/>
      <xsl:for-each select="c:ruolo">
        <xsl:if test="position() &gt; 1">, </xsl:if>
        <xsl:value-of select="."/>
      </xsl:for-each>
      <xsl:text>&#10;</xsl:text>
      <xsl:apply-templates select="c:guadagna | c:perde" mode="prova-permessi"/>
    </xsl:for-each>
    <xsl:choose>
      <xsl:when test="c:rilievi/c:rilievo[@grado = 'errore']">così com'è non si può adottare&#10;</xsl:when>
      <xsl:when test="not(c:utente[c:guadagna or c:perde])">per nessun utente cambia qualcosa&#10;</xsl:when>
    </xsl:choose>
  </xsl:template>
  <xsl:template match="c:guadagna | c:perde" mode="prova-permessi">
    <xsl:choose>
      <xsl:when test="self::c:guadagna">  + </xsl:when>
      <xsl:otherwise>  - </xsl:otherwise>
    </xsl:choose>
    <xsl:choose>
      <xsl:when test="@cosa = 'atto'"><xsl:value-of select="@nome"/></xsl:when>
      <xsl:when test="@nome = '*'">legge ogni documento</xsl:when>
      <xsl:otherwise><xsl:value-of select="concat('legge ', @nome)"/></xsl:otherwise>
    </xsl:choose>
    <xsl:value-of select="concat(' (', @ambito, ')&#10;')"/>
  </xsl:template>

  <!-- what other bodies consult -->
  <xsl:template match="/c:consultazioni">
    <xsl:for-each select="c:consultazione">
      <xsl:value-of select="concat(@riferimento, '  ', @ente, '  dal ')"/>
      <xsl:call-template name="ora"><xsl:with-param name="v" select="@dal"/></xsl:call-template>
      <xsl:text> al </xsl:text>
      <xsl:call-template name="ora"><xsl:with-param name="v" select="@al"/></xsl:call-template>
      <xsl:choose>
        <xsl:when test="@stato = 'revocata'">
          <xsl:text>  revocata il </xsl:text>
          <xsl:call-template name="ora"><xsl:with-param name="v" select="@finita"/></xsl:call-template>
          <xsl:if test="@da != @percorso"><xsl:value-of select="concat(' (', @da, ')')"/></xsl:if>
        </xsl:when>
        <xsl:otherwise><xsl:value-of select="concat('  ', translate(@stato, '-', ' '))"/></xsl:otherwise>
      </xsl:choose>
      <xsl:value-of select="concat('&#10;  ', @percorso, '&#10;')"/>
      <xsl:if test="c:utente">
        <xsl:text>  chi: </xsl:text>
        <xsl:for-each select="c:utente"><xsl:if test="position() &gt; 1">, </xsl:if><xsl:value-of select="."/></xsl:for-each>
        <xsl:text>&#10;</xsl:text>
      </xsl:if>
      <xsl:text>  che cosa: </xsl:text>
      <xsl:for-each select="c:tipo | c:documento"><xsl:if test="position() &gt; 1">, </xsl:if><xsl:value-of select="."/></xsl:for-each>
      <xsl:if test="@copia = 'si'">; anche in copia</xsl:if>
      <xsl:text>&#10;</xsl:text>
    </xsl:for-each>
    <xsl:if test="not(c:consultazione)">niente&#10;</xsl:if>
  </xsl:template>
</xsl:stylesheet>
