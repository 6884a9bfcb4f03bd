# SPDX-License-Identifier: EUPL-1.2
# copia: the copy that bears the segnatura; the registered bytes stay.
. tests/cli/lib.sh
. "$RADICE/tests/cli/uffici.sh"
. "$RADICE/tests/cli/carte.sh"

uffici_di_prova >/dev/null || exit 1
utente prot2 prot protocollo >/dev/null || exit 1
cp "$FIXTURES/demo/segnalazione.pdf" lettera.pdf
printf 'testo\n' >testo.txt
{ printf '%%PDF-1.4\n'; head -c 500 /dev/zero; } >rotto.pdf

registra() {
	come prot1 registra --flusso entrata --oggetto 'segnalazione M. R.' \
	    --mittente.denominazione 'Scuola di Prova' --classifica VII/9 "$@"
}

letture() {
	sqlite3 "file:$S/letture.sqlite?mode=ro" \
	    "SELECT operatore, oggetto, esito FROM lettura
	    WHERE atto = 'copia' ORDER BY n DESC LIMIT 1"
}

A=$(registra lettera.pdf testo.txt)
B=$(registra --conferma doppione testo.txt)
C=$(registra --conferma senza-documento)
qpdf --encrypt '' padrone 256 -- lettera.pdf cifrato.pdf
K=$(registra cifrato.pdf)
E=$(registra rotto.pdf)
R=$(registra --conferma doppione --riservata.motivo 'minore' lettera.pdf)
PDF=$(sha256sum <lettera.pdf | cut -c1-64)
utente arch sds archivista >/dev/null
N=$(atti)

# ---- done ----

run come prot1 copia "$A" --in copia.pdf
is_exit 0 'la copia si fa'
is_out copia.pdf 'e dice dove'
pdftotext -l 1 copia.pdf copia.txt
ok 'con il numero e il giorno' grep -q "Prot. $A del 20/11/2026" copia.txt
ok 'l'\''ente' grep -q 'Comune di Prova' copia.txt
ok 'e l'\''AOO' grep -q 'c_x000 - AOO1' copia.txt
pdftotext lettera.pdf - | tr -s ' \n' '\n' | grep . >parole
ok 'sopra lo stesso testo' contiene copia.txt parole
is "$(pdfinfo copia.pdf | grep ^Pages)" "$(pdfinfo lettera.pdf | grep ^Pages)" \
    'sulle stesse pagine'
ok 'un PDF sano' qpdf --check copia.pdf
unlike out pdfaid 'che non si dice PDF/A'
same_bytes "$(byte_di "$PDF")" lettera.pdf 'i byte registrati sono gli stessi'
is "$(letture)" "prot1|$A|mostrato" 'la lettura è annotata'
come prot1 copia "$A" >uscita.pdf
ok 'senza --in esce da stdout' grep -q '^%PDF-' uscita.pdf
run come prot1 copia "$A" --in copia.pdf
[ "$CODE" -ne 0 ]
lib_result $? 'un file che c'\''è non si sostituisce'

# ---- the code, read by another program ----

scan() {	# scan PDF
	pdftoppm -png -r 300 -gray -singlefile "$1" "$1" &&
	    zbarimg -q --raw -Sdisable -Sqrcode.enable "$1.png" 2>/dev/null
}
is "$(scan copia.pdf)" "c_x000;AOO1;$A;2026-11-20;$PDF" \
    'il codice QR dice ente, AOO, numero, giorno e impronta'

# ---- what cannot bear a stamp ----

etichetta() {	# etichetta NUMBER ERE DESC FILE
	rm -f invece.pdf
	run come prot1 copia "$1" --in invece.pdf
	is_exit 0 "$3: un'etichetta"
	like err "^nota: la segnatura non sta sul documento \\(.*$2.*\\): questa è un'etichetta" \
	    'e dice perché'
	like_size='^Page size: *283.46 x 141.73 pts'
	ok 'di 100 x 50 mm' sh -c "pdfinfo invece.pdf | grep -q '$like_size'"
	is "$(scan invece.pdf)" \
	    "c_x000;AOO1;$1;2026-11-20;$(sha256sum <"$4" | cut -c1-64)" \
	    'con il suo codice'
}
etichetta "$B" 'text/plain' 'un documento che non è un PDF' testo.txt
etichetta "$E" . 'un PDF che non si apre' rotto.pdf
etichetta "$K" cifrato 'un PDF cifrato' cifrato.pdf

# ---- refused ----

no() {	# no USER NUMBER ERE DESC
	run come "$1" copia "$2" --in no.pdf
	is_exit 1 "$4: no"
	like err "$3" 'e dice perché'
	no_file no.pdf 'e nessun file'
}

no prot1 "$C" 'non c'\''è un documento' 'una registrazione senza documento'
no prot2 "$R" 'non c'\''è un documento' 'una riservata di altri'
is "$(letture)" "prot2|$R|negato" 'anche la lettura negata è annotata'
no coord "$A" . 'ciò che non è smistato al proprio ufficio'
sed "s,$A,N,g" "$ERR" >nascosto
no coord 0000099/2026 . 'ciò che non esiste'
sed 's,0000099/2026,N,g' "$ERR" >assente
same_bytes nascosto assente 'con la stessa risposta'
run come arch copia "$A" --in no.pdf
is_exit 3 "copiare non è dell'archivista"
run come prot1 copia CS-2026-0000001 --in no.pdf
is_exit 1 'di una cartella: no'
like err '/copia/riferimento.*\[formato\]' 'e lo dice'

come prot1 smista "$R" --destinazione.ufficio soc \
    --destinazione.titolo competenza >"$OUT"
run come coord copia "$R" --in riservata.pdf
is_exit 0 'una riservata smistata al proprio ufficio si legge'
niente_scritto "$((N + 1))" 'le copie non sono atti'
is_integro 'dopo le copie'
plan
