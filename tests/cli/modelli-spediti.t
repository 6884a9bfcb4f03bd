# SPDX-License-Identifier: EUPL-1.2
# The models shipped: every one filled with all there is and with the least it
# takes, against golden text; LibreOffice makes of each a PDF that has every
# word.  With MODELLI_TUTTI (make prova-modelli) also of the least, and of a
# relazione of thirty pages.
#
# After a change that is wanted:  PROVA_ORO=1 make V=test prova T=modelli-spediti
# writes the golden text anew, for the eye of who changed it.
. tests/cli/lib.sh

ORO=$FIXTURES/modelli-spediti
nomi=$(sed -n 's/.*<modello nome="\([^"]*\)".*/\1/p' \
    "$RADICE/templates/modelli/indice.xml")

# The texts of PDFs, in their own order, each in NAME.detto: without head and
# foot, blanks and hyphens.  One file of them all, since programs cost more to
# start than to run; without its structure, with which pdftotext takes twenty
# times as long.
detto() {
	for detto_n; do
		set -- "$@" "$detto_n.pdf"
		shift
	done
	qpdf --empty --pages "$@" -- tutti.pdf &&
	pdftotext -raw tutti.pdf - | awk -v nomi="$*" '
	BEGIN { RS = "\f"; split(nomi, nome, " ") }
	/pagina 1 di / { sub(/\.pdf$/, ".detto", nome[++n]) }
	{
		gsub(/pagina [0-9]+ di [0-9]+\n/, "")
		gsub(/Comune di [^\n]* · [^\n]*\n/, "")
		gsub(/[ \n\t-]|\302\240|\302\255/, "")
		printf "%s", $0 >nome[n]
	}'
}

# Every line of the text NAME.txt stands in the PDF.
dice_tutto() {
	sed 's/^#* //; s/^[-|] //; s/[ -]//g; s/\xc2\xa0//g' "$1.txt" |
	    awk 'NR == FNR { t = t $0; next }
	    index(t, $0) == 0 { print "manca: " $0; n++ }
	    END { exit n > 0 }' "$1.detto" -
}

run "$DRIVER/modelli" "$T"
is_exit 0 'ogni modello si riempie, e LibreOffice ne fa un PDF'
silent err 'senza proteste'
[ -n "${PROVA_ORO:-}" ] && for n in $nomi; do
	cp "$n.txt" "$n-minimo.txt" "$ORO/"
done
is "$(sed -n 's/:.*//p' "$OUT" | tr '\n' ' ')" "$(echo $nomi) " \
    'ciascuno con tutti i suoi campi'

altri=${MODELLI_TUTTI:+lunga $(for n in $nomi; do echo "$n-minimo"; done)}
# shellcheck disable=SC2086
ok 'dei PDF si legge il testo' detto $nomi $altri
for n in $nomi; do
	same_bytes "$n.txt" "$ORO/$n.txt" "$n: con tutto"
	same_bytes "$n-minimo.txt" "$ORO/$n-minimo.txt" \
	    "$n: con il meno che vuole"
	ok "$n: il PDF dice tutto" dice_tutto "$n"
	[ -z "${MODELLI_TUTTI:-}" ] ||
	    ok "$n: anche il più corto" dice_tutto "$n-minimo"
done
is "$(ls "$ORO" | wc -l)" $(($(echo $nomi | wc -w) * 2)) \
    'nessun testo atteso è di un modello che non c'\''è'

# ---- what every one has ----

is "$(grep -L 'Comune di Sant' ./*-minimo.txt)" '' \
    'il nome dell'\''ente è su ogni carta'
is "$(grep -c '^| *$' ./*.txt | grep -v ':0$')" '' 'nessuna casella è vuota'
is "$(grep -L '^# ' ./*-minimo.txt)" '' \
    'ogni carta ha un titolo, o un oggetto, di primo livello'
is "$(awk 'FNR == 1 { l = 0 }
    /^#/ { if (length($1) > l + 1) print FILENAME ": " $0; l = length($1) }' \
    ./*.txt)" '' 'e nessun titolo ne salta uno'
is "$(for n in $nomi; do
	grep -q '^[|-] ' "$n.txt" && echo "$n"
done | wc -l)" "$(echo $nomi | wc -w)" 'tutti hanno una tabella o un elenco'
is "$(grep -l 'Lunghissimi' trasmissione-*.txt | wc -l) $(
    grep -l 'madre' trasmissione-*.txt)" '4 ' \
    'a scuola e forze dell'\''ordine chi è il minore, e nulla della famiglia'
is "$(grep -l 'Lunghissimi\|Luna' determinazione*.txt verbale-equipe*.txt \
    proposta*.txt)" '' 'su ciò che gira negli uffici nessun nome'

# The words of the dictionary are of codes that there are.
sed -n 's/.* parole="\([^"]*\)".*/\1/p' "$RADICE/templates/campi.xml" |
    tr ';' '\n' | sed 's/^ *\([a-z0-9-]*\) = .*/value="\1"/' | sort -u >codici
grep -oh 'value="[a-z0-9-]*"' "$RADICE"/schema/*.xsd | sort -u >valori
is "$(comm -23 codici valori)" '' 'ogni parola del dizionario è di un codice'

# ---- many pages ----

if [ -n "${MODELLI_TUTTI:-}" ]; then
	pagine=$(pdfinfo lunga.pdf | sed -n 's/^Pages: *//p')
	ok "una relazione di $pagine pagine" [ "$pagine" -ge 30 ]
	ok 'che le dice tutte' dice_tutto lunga
fi
plan
