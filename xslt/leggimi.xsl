<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: EUPL-1.2 -->
<!-- leggimi.xsl: how a package is checked and read, from its index.  The lines
     that begin with four blanks and "$ " are commands; a test runs them. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:c="urn:cartella:1">
  <xsl:output method="text" encoding="UTF-8"/>

  <xsl:template match="/c:indice-pacchetto">
    <xsl:text>PACCHETTO DELLA CARTELLA </xsl:text><xsl:value-of select="c:volume/c:riferimento"/><xsl:text>
</xsl:text><xsl:value-of select="c:volume/c:ente"/><xsl:text>, </xsl:text><xsl:value-of select="c:volume/c:ora"/><xsl:text>

CHE COSA C'È

  data/lettore/index.html  da leggere con un browser, anche senza rete
  data/documenti/          i documenti in vigore, in XML, come sono conservati
  data/allegati/           i file ricevuti e quelli firmati (PDF), con il nome
                           della loro impronta SHA-256
</xsl:text>
    <xsl:if test="c:gruppo[@nome = 'pdf']">
      <xsl:text>  data/pdf/                gli stessi documenti in PDF (PDF/A), da leggere e da
                           stampare. Sono rese: l'originale è il documento in
                           XML, e ogni PDF dice di quale, quale versione e
                           quale impronta. Di ciò che è già una carta (una
                           lettera, un documento firmato in PDF) il PDF è
                           quello, fra gli allegati
</xsl:text>
    </xsl:if>
    <xsl:text>  data/registro.xml        le registrazioni di protocollo della cartella
  data/catena/             gli anelli del registro che riguardano la cartella
  data/cartella.bundle     la storia della cartella, per git
  data/indice.xml          che cosa c'è, file per file (schema: data/indice.xsd)
  manifest-sha256.txt, tagmanifest-sha256.txt, bagit.txt, bag-info.txt
                           gli elenchi delle impronte (BagIt 1.0, RFC 8493)

</xsl:text>
    <xsl:if test="c:rese/c:manca">
      <xsl:text>CHE COSA MANCA

Di questi documenti il PDF non si è potuto fare; in data/documenti ci sono.

</xsl:text>
      <xsl:for-each select="c:rese/c:manca">
        <xsl:text>  </xsl:text><xsl:value-of select="@documento"/><xsl:text>
    </xsl:text><xsl:value-of select="."/><xsl:text>
</xsl:text>
      </xsl:for-each>
      <xsl:text>
</xsl:text>
    </xsl:if>
    <xsl:text>COME SI VERIFICA

Da questa directory, con programmi che ogni sistema ha. Se un comando dà un
errore il pacchetto non è quello che fu fatto: non va usato.

Che i file siano questi (gli elenchi nominano ogni file: uno che nessun elenco
nomina è stato aggiunto dopo):

    $ sha256sum --quiet --strict -c manifest-sha256.txt
    $ sha256sum --quiet --strict -c tagmanifest-sha256.txt

Che la storia sia intera, e che i documenti siano i suoi:

    $ PROVA=$(mktemp -d)
    $ git init -q --bare "$PROVA/vuoto.git"
    $ git -C "$PROVA/vuoto.git" bundle verify -q "$PWD/data/cartella.bundle"
    $ git clone -q data/cartella.bundle "$PROVA/storia"
    $ git -C "$PROVA/storia" fsck --strict --no-progress
    $ (for f in $(cd data/documenti &amp;&amp; find . -type f); do cmp "data/documenti/$f" "$PROVA/storia/$f" || exit 1; done)
</xsl:text>
    <xsl:choose>
      <xsl:when test="c:volume/c:storia/@intera = 'si'">
        <xsl:text>
È la storia della cartella, fino al commit:

    $ test "$(git -C "$PROVA/storia" rev-parse HEAD)" = </xsl:text><xsl:value-of select="c:volume/c:storia/@commit"/><xsl:text>
</xsl:text>
      </xsl:when>
      <xsl:otherwise>
        <xsl:text>
Non tutto è stato dato: la storia è nuova, di un solo commit. provenienza.xml
dice da quale commit e da quale atto del registro viene ogni documento, con la
sua impronta.
</xsl:text>
        <xsl:if test="c:gruppo/c:file[@omissis]">
          <xsl:text>
In data/documenti/omissis/ ci sono copie con omissis: ciò che la politica di
oscuramento dell'ente non dà a chi riceve non c'è in nessun file del pacchetto.
Ogni copia dice che cosa è omesso, con quale politica, e l'impronta dell'originale.
</xsl:text>
        </xsl:if>
      </xsl:otherwise>
    </xsl:choose>
    <xsl:text>
Che gli anelli del registro siano quelli: l'impronta di ogni testo è in
data/catena/catena.xml, e la riga «precedente» dice quella dell'anello prima.

    $ (for f in data/catena/*.txt; do grep -q "impronta=\"$(sha256sum "$f" | cut -d ' ' -f 1)\"" data/catena/catena.xml || exit 1; done)
</xsl:text>
    <xsl:if test="c:gruppo[@nome = 'chiavi']">
      <xsl:text>
Le firme. Le chiavi sono quelle che l'ente aveva registrato; che siano davvero
sue lo si chiede all'ente, per un'altra via.

    $ mkdir -m 700 "$PROVA/gnupg"
    $ export GNUPGHOME="$PROVA/gnupg"
    $ gpg -q --batch --import data/chiavi/*.asc
    $ (for f in $(find data/documenti -name firma.asc); do gpg -q --batch --verify "$f" "${f%firma.asc}manifesto.xml" || exit 1; done)
</xsl:text>
    </xsl:if>
    <xsl:if test="c:volume/c:sigillo">
      <xsl:text>
Il sigillo dell'ufficio, che è sull'elenco degli elenchi e perciò su tutto:
chiave </xsl:text><xsl:value-of select="c:volume/c:sigillo"/><xsl:text>

    $ gpg -q --batch --verify tagmanifest-sha256.txt.asc tagmanifest-sha256.txt
</xsl:text>
    </xsl:if>
    <xsl:text>
CHI HA CARTELLA

    cartella controlla-pacchetto .

fa tutto questo in una volta, senza rete e senza un deposito.
</xsl:text>
  </xsl:template>
</xsl:stylesheet>
