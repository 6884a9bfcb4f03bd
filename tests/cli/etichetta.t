# SPDX-License-Identifier: EUPL-1.2
# etichetta: the label for a document of paper.
. tests/cli/lib.sh
. "$RADICE/tests/cli/uffici.sh"
. "$RADICE/tests/cli/carte.sh"

uffici_di_prova >/dev/null && utente prot2 prot protocollo >/dev/null || exit 1
printf 'scansione\n' >scansione.txt
C=$(segnalazione)
R=$(come prot1 registra --flusso entrata --oggetto 'segnalazione M. R.' \
    --mittente.denominazione Scuola --classifica VII/9 \
    --riservata.motivo minore scansione.txt)
N=$(atti)

scan() {	# scan PDF
	pdftoppm -png -r 203 -gray -singlefile "$1" "$1" &&
	    zbarimg -q --raw -Sdisable -Sqrcode.enable "$1.png" 2>/dev/null
}

run come prot1 etichetta "$C" --in carta.pdf
is_exit 0 'l'\''etichetta di un documento di carta'
is_out carta.pdf 'e dice dove'
silent err 'senza altro'
pdftotext carta.pdf carta.txt
for parola in 'Comune di Prova' 'c_x000 - AOO1' "Prot. $C" 'del 20/11/2026'; do
	ok "dice $parola" grep -q "$parola" carta.txt
done
not_ok 'non dice che è annullata' grep -q ANNULLATA carta.txt
ok 'misura 100 x 50 mm' sh -c \
    'pdfinfo carta.pdf | grep -q "^Page size: *283.46 x 141.73 pts"'
ok 'ha una pagina' sh -c 'pdfinfo carta.pdf | grep -q "^Pages: *1$"'
is "$(scan carta.pdf)" "c_x000;AOO1;$C;2026-11-20;" \
    'il codice si legge come lo stampa un'\''etichettatrice'
come prot1 etichetta "$C" >ancora.pdf
same_bytes carta.pdf ancora.pdf 'la stessa, byte per byte'

run come prot1 etichetta "$R" --in riservata.pdf
is "$(scan riservata.pdf)" \
    "c_x000;AOO1;$R;2026-11-20;$(sha256sum <scansione.txt | cut -c1-64)" \
    'chi la vede ha anche l'\''impronta'
run come prot2 etichetta "$R" --in altri.pdf
is_exit 0 'di una riservata d'\''altri si sa il numero'
is "$(scan altri.pdf)" "c_x000;AOO1;$R;2026-11-20;" 'e non l'\''impronta'
pdftotext altri.pdf altri.txt
not_ok 'né l'\''oggetto' grep -qi segnalazione altri.txt

run come prot1 etichetta 0000099/2026 --in no.pdf
is_exit 1 'di ciò che non esiste: no'
no_file no.pdf 'e nessun file'
run come prot1 etichetta 99 --in no.pdf
is_exit 1 'di un numero che non è tale: no'
like err 'formato' 'e lo dice'
run come coord etichetta "$C" --in no.pdf
is_exit 3 'è del protocollo'
run come prot1 etichetta "$C" --in carta.pdf
[ "$CODE" -ne 0 ]
lib_result $? 'un file che c'\''è non si sostituisce'
is "$(atti)" "$N" 'un'\''etichetta non è un atto che scrive'
is_integro 'dopo le etichette'
plan
