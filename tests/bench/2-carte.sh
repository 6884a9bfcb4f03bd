#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# Papers a second: ODT from a model beside xsltproc and zip on the sheet made
# from that model and the same data;
# PDF/A-2b and PDF/UA-1, by a convertitore that stays and by a new one each time,
# beside LibreOfficeKit alone (the limit) and soffice --headless --convert-to pdf
# on the same ODT, with a profile that is seeded and used (its best); what the
# convertitore takes, and a relazione of 30 and one of 230 pages.  BENCH_PDF (500)
# letters for its memory.
set -eu
D=$(mktemp -d)
trap 'rm -rf "$D"' EXIT
. tests/bench/banco.sh
cat > "$D/dati.xml" <<'X'
<?xml version="1.0" encoding="UTF-8"?>
<lettera xmlns="urn:cartella:1"><ente><denominazione>Comune di Roccalta</denominazione>
<codice-ipa>c_r000</codice-ipa><ufficio>Servizio sociale professionale</ufficio></ente>
<luogo>Roccalta</luogo><data>2026-11-20</data>
<destinatario><denominazione>Istituto comprensivo</denominazione><pec>x@pec.example</pec>
</destinatario>
<oggetto>Riscontro alla segnalazione</oggetto><riferimento>prot. 0000001/2026</riferimento>
<corpo><p>In riscontro alla <b>Vostra segnalazione</b> si comunica che il servizio ha preso in
carico la situazione e si chiede di comunicare ogni mese le assenze.</p><voce>prima</voce>
<voce>seconda</voce><p>Si ringrazia per la collaborazione.</p></corpo>
<firmatario><nome>Lucia Ferri</nome><qualifica>La coordinatrice</qualifica></firmatario>
</lettera>
X
per_second() {		# N, then a command run N times
	n=$1
	shift
	start=$(date +%s%N)
	i=0
	while [ $i -lt "$n" ]; do
		i=$((i + 1))
		"$@"
	done
	awk -v n="$n" -v t=$(($(date +%s%N) - start)) \
	    'BEGIN { printf "%.2f\n", n * 1e9 / t }'
}
by_hand() {		# the same ODT with xsltproc and zip
	rm -f "$D/o/content.xml" "$D/o.odt"
	for p in contenuto:content stili:styles; do
		xsltproc --stringparam parte "${p%:*}" --stringparam bozza no \
		    -o "$D/o/${p#*:}.xml" "$D/m/cartella/foglio.xsl" "$D/dati.xml"
	done
	xsltproc --stringparam titolo Prova -o "$D/o/meta.xml" xslt/odt-meta.xsl "$D/dati.xml"
	(cd "$D/o" && zip -q -X -0 ../o.odt mimetype &&
	    zip -q -X -r ../o.odt META-INF styles.xml content.xml meta.xml)
}
LUNGO='{"type":"long","value":'
UA=',"PDFUACompliance":{"type":"boolean","value":"true"}'
office() {
	soffice -env:UserInstallation="file://$D/profilo" --headless --convert-to \
	    "pdf:writer_pdf_Export:{\"SelectPdfVersion\":$LUNGO\"2\"}$UA}" \
	    --outdir "$D" "$D/uno.odt" >/dev/null 2>&1
}
mkdir "$D/o" "$D/m"
"$BENCH/carte" modello 1 "$D/dati.xml" "$D/modello.ott" >/dev/null
unzip -q -d "$D/m" "$D/modello.ott"
cp -R "$D/m/mimetype" "$D/m/META-INF" "$D/o/"
noi=$(for i in 1 2 3; do "$BENCH/carte" odt 500 "$D/dati.xml" "$D/uno.odt"; done | median)
loro=$(for i in 1 2 3; do per_second 40 by_hand; done | median)
# What the convertitore writes in its own (src/resa/pdf.c).
mkdir -p "$D/profilo/user"
versione=$(sed -n 's/^ProductKey=LibreOffice //p' /usr/lib/libreoffice/program/bootstraprc)
sed "s/@VERSIONE@/$versione/" templates/libreoffice/registrymodifications.xcu \
    > "$D/profilo/user/registrymodifications.xcu"
office
: >"$D/nudo" >"$D/caldo" >"$D/uno" >"$D/soffice"
for i in 1 2 3; do	# by turns: the machine may do other things too
	"$BENCH/lok" "$D/profilo" 40 "$D/uno.odt" "$D/nudo.pdf" >>"$D/nudo"
	"$BENCH/pdf" caldo 40 "$D/uno.odt" "$D/caldo.pdf" >>"$D/caldo"
	"$BENCH/pdf" uno 5 "$D/uno.odt" >>"$D/uno"
	per_second 5 office >>"$D/soffice"
done
second() { awk '{ print $2 }' "$1" | median; }
nudo=$(median <"$D/nudo")
nudo_ms=$(second "$D/nudo")
caldo=$(median <"$D/caldo")
caldo_ms=$(second "$D/caldo")
uno=$(median <"$D/uno")
soffice=$(median <"$D/soffice")
read -r avvio primo ultimo massimo avvii <<X
$("$BENCH/pdf" memoria "${BENCH_PDF:-500}" "$D/uno.odt")
X
long() {	# N: an ODT of N long paragraphs, with a title
	mkdir -p "$D/l" && cp -R "$D/m/mimetype" "$D/m/META-INF" "$D/m/styles.xml" "$D/l/"
	xsltproc --stringparam titolo Relazione -o "$D/l/meta.xml" xslt/odt-meta.xsl "$D/dati.xml"
	unzip -p "$D/uno.odt" content.xml | awk -v n="$1" '
		{ all = all $0 "\n" }
		END { at = index(all, "</office:text>")
			printf "%s", substr(all, 1, at - 1)
			for (i = 1; i <= n; i++) {
				printf "<text:p>%d. ", i
				for (j = 0; j < 28; j++)
					printf "parola%d della relazione ", (i * 31 + j * 7) % 97
				print "</text:p>"
			}
			printf "%s", substr(all, at) }' > "$D/l/content.xml"
	rm -f "$D/lungo.odt"
	(cd "$D/l" && zip -q -X -0 ../lungo.odt mimetype &&
	    zip -q -X -r ../lungo.odt META-INF styles.xml content.xml meta.xml)
}
lunga() {	# N paragraphs: pages, seconds, MB
	long "$1"
	t=$("$BENCH/pdf" tempo 1 "$D/lungo.odt" "$D/lungo.pdf")
	echo "$(pdfinfo "$D/lungo.pdf" | sed -n 's/^Pages: *//p') pagine: $t"
}
cat <<X
ODT al secondo: $noi; con xsltproc e zip: $loro: x$(ratio "$noi" "$loro")
PDF/A-2b e PDF/UA-1 al secondo: convertitore caldo $caldo, uno per volta $uno;
  LibreOfficeKit da solo $nudo: il caldo ci mette x$(ratio "$nudo" "$caldo") del suo tempo;
  millisecondi di processore: $caldo_ms e $nudo_ms: x$(ratio "$caldo_ms" "$nudo_ms");
  soffice --convert-to: $soffice: x$(ratio "$caldo" "$soffice") e x$(ratio "$uno" "$soffice")
Memoria del convertitore: avvio $avvio MB, dopo il primo $primo, dopo ${BENCH_PDF:-500} $ultimo,
  al massimo $massimo; processi avviati: $avvii
Relazione lunga (secondi, di processore, MB): $(lunga 230); $(lunga 1730)
X
G='Lettere: ODT e PDF'
cifra "$G" 'ODT da un modello' 0 "$noi" 'al secondo' + 'xsltproc e zip' "$loro" '>=5'
cifra "$G" 'PDF/A, convertitore caldo' 0 "$caldo" 'al secondo' + \
    'soffice --convert-to' "$soffice" '>=10'
cifra "$G" 'PDF/A, uno per volta' 0 "$uno" 'al secondo' + \
    'soffice --convert-to' "$soffice"
cifra "$G" 'PDF/A, tempo di una' 0 "$(ratio 1000 "$caldo")" ms - \
    'LibreOfficeKit da solo' "$(ratio 1000 "$nudo")" '<=1.2'
cifra "$G" 'memoria del convertitore alla fine' 0 "$ultimo" MB - \
    'dopo la prima lettera' "$primo"
