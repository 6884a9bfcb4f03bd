# SPDX-License-Identifier: EUPL-1.2
# A validator that shares no code with us (PDFBox preflight; it knows PDF/A-1b
# only) finds nothing in a PDF/A-1b of the same documents, made by the same
# LibreOffice with the same settings; and it can find something.
. tests/cli/lib.sh

JARS=$(for j in pdfbox2 preflight xmpbox fontbox2 commons-logging \
    javax.activation jaxb-api commons-io; do
	printf '/usr/share/java/%s.jar:' $j
done)
command -v java >/dev/null && [ -f /usr/share/java/preflight.jar ] ||
    skip_all 'preflight o java non ci sono (make deps)'

preflight() {	# preflight FILE...: one line each, "true NAME" or "false NAME"
	printf '%s\n' "$@" >elenco
	java -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -cp "$JARS" \
	    org.apache.pdfbox.preflight.Validator_A1b xml batch elenco >/dev/null
	for f; do
		echo "$(sed -n 's/.*<isValid[^>]*>\([a-z]*\)<.*/\1/p' \
		    "$f.preflight.xml") $f"
	done
}

cat >lettera.xml <<'FINE'
<?xml version="1.0" encoding="UTF-8"?>
<lettera xmlns="urn:cartella:1"><ente><denominazione>Comune di Borgo &amp; San Lupo</denominazione>
<codice-ipa>c_b000</codice-ipa><ufficio>Servizi sociali</ufficio></ente>
<luogo>Borgo San Lupo</luogo><data>2026-11-20</data>
<destinatario><denominazione>Istituto «Gianni Rodari»</denominazione>
<pec>x@pec.example</pec></destinatario>
<oggetto>Riscontro: perché sì</oggetto><riferimento>prot. 0000001/2026</riferimento>
<corpo><p>In riscontro alla <b>Vostra segnalazione</b> costa <i>5 €</i>.</p><voce>prima</voce>
<voce>seconda</voce><tabella><riga><cella>uno</cella><cella>due</cella></riga></tabella></corpo>
<firmatario><nome>Lucia Ferri</nome><qualifica>La coordinatrice</qualifica></firmatario>
</lettera>
FINE
mkdir odt
(cd odt && mkdir META-INF && cp "$RADICE/templates/registro/mimetype" . &&
    cp "$RADICE/templates/registro/META-INF/manifest.xml" META-INF/ &&
    cp "$RADICE/templates/registro/styles.xml" . &&
    xsltproc --stringparam titolo 'Relazione' -o meta.xml \
	"$RADICE/xslt/odt-meta.xsl" ../lettera.xml)
cat >odt/content.xml <<'FINE'
<?xml version="1.0" encoding="UTF-8"?>
<office:document-content office:version="1.3"
  xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
  xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
  xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
  xmlns:xlink="http://www.w3.org/1999/xlink"><office:body><office:text>
<text:h text:outline-level="1">Uno</text:h>
<text:p>Nota<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation>
<text:note-body><text:p>in fondo</text:p></text:note-body></text:note>
e <text:a xlink:type="simple" xlink:href="https://esempio.example/">collegamento</text:a>.</text:p>
<table:table><table:table-column/><table:table-header-rows><table:table-row>
<table:table-cell><text:p>A</text:p></table:table-cell></table:table-row>
</table:table-header-rows><table:table-row><table:table-cell><text:p>1</text:p></table:table-cell>
</table:table-row></table:table>
<text:list><text:list-item><text:p>voce</text:p></text:list-item></text:list>
</office:text></office:body></office:document-content>
FINE
(cd odt && zip -q -X -0 ../altro.odt mimetype &&
    zip -q -X -r ../altro.odt META-INF styles.xml content.xml meta.xml)

# one that says when it was made, as a rendition does (fissa.c)
cp altro.odt detto.odt
(cd odt && sed -i 's,</dc:title>,&<dc:date>2026-11-20T10:15:30+01:00</dc:date>,' \
    meta.xml && zip -q -X ../detto.odt meta.xml)

run "$DRIVER/pdfa" "$T" "$T/lettera.xml" "$T/altro.odt" "$T/detto.odt"
is_exit 0 'tre documenti in PDF/A-1b'
silent err 'senza rimostranze'
sed 's,/FontFile2,/FontFile9,' 1.pdf >senza-carattere.pdf
sed 's,<pdfaid:part>1,<pdfaid:part>2,' 2.pdf >altra-parte.pdf
ok 'di quello che dice la sua ora il PDF dice quella' \
    grep -aq '<xmp:CreateDate>2026-11-20T09:15:30Z<' 3.pdf
run preflight 1.pdf 2.pdf 3.pdf senza-carattere.pdf altra-parte.pdf
is_out 'true 1.pdf
true 2.pdf
true 3.pdf
false senza-carattere.pdf
false altra-parte.pdf' 'preflight accetta i nostri, e non quelli alterati'

if [ -n "${PDFA_TUTTI:-}" ]; then
	mkdir modelli fatti
	ok 'i modelli spediti, riempiti' "$DRIVER/modelli" modelli
	# shellcheck disable=SC2046
	run "$DRIVER/pdfa" "$T/fatti" \
	    $(find "$T/modelli" -name '*.odt' ! -name '*-minimo*' | sort)
	is_exit 0 'in PDF/A-1b'
	run preflight fatti/*.pdf
	unlike out '^[^t]' 'preflight li accetta tutti'
	is "$(grep -c '^true' "$OUT")" "$(find modelli -name '*.odt' \
	    ! -name '*-minimo*' | wc -l)" 'uno per uno'
fi
plan
