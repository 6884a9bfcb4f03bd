#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# Papers a second: ODT from a model beside xsltproc and zip on the sheet made
# from that model and the same data;
# PDF/A-2b beside soffice --headless --convert-to pdf on the same ODT, with a
# profile it has already used (its best).  Figures and ratios only.
set -eu
D=$(mktemp -d)
trap 'rm -rf "$D"' EXIT
export LC_ALL=C.UTF-8
ratio() { awk -v a="$1" -v b="$2" 'BEGIN { printf "%.1f", a / b }'; }
median() { sort -n | awk '{ v[NR] = $1 } END { print v[int((NR + 1) / 2)] }'; }
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
office() {
	soffice -env:UserInstallation="file://$D/profilo" --headless --convert-to \
	    'pdf:writer_pdf_Export:{"SelectPdfVersion":{"type":"long","value":"2"}}' \
	    --outdir "$D" "$D/uno.odt" >/dev/null 2>&1
}
mkdir "$D/o" "$D/m"
"$BENCH/carte" modello 1 "$D/dati.xml" "$D/modello.ott" >/dev/null
unzip -q -d "$D/m" "$D/modello.ott"
cp -R "$D/m/mimetype" "$D/m/META-INF" "$D/o/"
noi=$(for i in 1 2 3; do "$BENCH/carte" odt 500 "$D/dati.xml" "$D/uno.odt"; done | median)
loro=$(for i in 1 2 3; do per_second 40 by_hand; done | median)
caldo=$(for i in 1 2 3; do "$BENCH/carte" pdf 30 "$D/dati.xml" "$D/uno.pdf"; done | median)
gabbia=$(for i in 1 2 3; do "$BENCH/carte" pdf-gabbia 5 "$D/dati.xml"; done | median)
office
soffice=$(for i in 1 2 3; do per_second 3 office; done | median)
cat <<X
ODT al secondo: $noi; con xsltproc e zip: $loro: x$(ratio "$noi" "$loro")
PDF/A-2b al secondo: LibreOffice aperto $caldo, uno per gabbia $gabbia;
  soffice --convert-to: $soffice: \
x$(ratio "$caldo" "$soffice") e x$(ratio "$gabbia" "$soffice")
X
