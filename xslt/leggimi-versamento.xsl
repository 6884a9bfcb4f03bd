<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: EUPL-1.2 -->
<!-- leggimi-versamento.xsl: how a package for the conservatore is checked, from its
     index.  The lines that begin with four blanks and "$ " are commands; a test runs them. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:c="urn:cartella:1">
  <xsl:output method="text" encoding="UTF-8"/>

  <xsl:key name="di-schema" match="c:file[@schema]" use="@schema"/>

  <xsl:template match="/c:indice-versamento">
    <xsl:text>PACCHETTO DI VERSAMENTO
</xsl:text><xsl:value-of select="c:volume/c:ente"/><xsl:text>, </xsl:text><xsl:value-of select="c:processo/c:ora"/><xsl:text>

CHE COSA C'È

</xsl:text>
    <xsl:for-each select="c:gruppo">
      <xsl:value-of select="concat('  ', @nome, ': ', count(c:file), ' file')"/>
      <xsl:if test="@intero = 'no'"><xsl:text> (senza le annotazioni riservate)</xsl:text></xsl:if>
      <xsl:text>
</xsl:text>
    </xsl:for-each>
    <xsl:text>
  data/indice.xml          ogni file con la sua impronta, il suo formato e i
                           suoi metadati (UNI 11386)
  NOME.sha256              l'impronta di NOME: 64 cifre esadecimali, senza a capo
  NOME.metadati.xml        i metadati di NOME (linee guida AgID, allegato 5)
</xsl:text>
    <xsl:if test="c:gruppo/c:file/@resa-di">
      <xsl:text>  NOME.pdf accanto a NOME.xml
                           il documento in PDF/A, da leggere: l'originale è
                           quello in XML (indice: resa-di; metadati: Note)
</xsl:text>
    </xsl:if>
    <xsl:text>  aggregazione.xml         i metadati di una cartella o di un fascicolo
  data/schemi/             gli schemi dell'indice, dei metadati e dei documenti XML
  manifest-sha256.txt, tagmanifest-sha256.txt, bagit.txt, bag-info.txt
                           gli elenchi delle impronte (BagIt 1.0, RFC 8493)

Il pacchetto si riconosce dall'impronta di tagmanifest-sha256.txt, che il
rapporto di versamento deve nominare:

    $ sha256sum tagmanifest-sha256.txt

COME SI VERIFICA

Da questa directory, con programmi che ogni sistema ha.

    $ sha256sum --quiet --strict -c manifest-sha256.txt
    $ sha256sum --quiet --strict -c tagmanifest-sha256.txt

Che accanto a ogni file ci sia la sua impronta:

    $ (for f in $(find data -name '*.sha256'); do test "$(cat "$f")" = "$(sha256sum "${f%.sha256}" | cut -d ' ' -f 1)" || exit 1; done)

Che indice, metadati e documenti valgano secondo i loro schemi:

    $ xmllint --noout --nonet --schema data/schemi/indice.xsd data/indice.xml
    $ xmllint --noout --nonet --schema data/schemi/metadati.xsd $(find data -name '*.metadati.xml' -o -name aggregazione.xml)
</xsl:text>
    <xsl:for-each select="c:gruppo/c:file[@schema][generate-id() = generate-id(key('di-schema', @schema)[1])]">
      <xsl:text>    $ xmllint --noout --nonet --schema </xsl:text><xsl:value-of select="@schema"/>
      <xsl:for-each select="key('di-schema', @schema)"><xsl:value-of select="concat(' ', @percorso)"/></xsl:for-each>
      <xsl:text>
</xsl:text>
    </xsl:for-each>
    <xsl:if test="c:volume/c:sigillo">
      <xsl:text>
Il sigillo dell'ufficio, con la chiave avuta dall'ente per un'altra via:
</xsl:text><xsl:value-of select="c:volume/c:sigillo"/><xsl:text>

    gpg --verify tagmanifest-sha256.txt.asc tagmanifest-sha256.txt
</xsl:text>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
