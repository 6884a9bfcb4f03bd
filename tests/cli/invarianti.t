# SPDX-License-Identifier: EUPL-1.2
# The invariants of the register, end to end and through the program alone
# (docs/norme.md section 15, nos. 3-6, 8, 10, 12); that each of the first nine
# has a result that names it, here or in the test of its own subject.
. tests/cli/lib.sh
. "$RADICE/tests/cli/uffici.sh"
. "$RADICE/tests/cli/caso.sh"

uffici_di_prova >/dev/null 2>&1 && con_chiave as1 >/dev/null &&
    con_chiave coord >/dev/null || exit 1

numeri() {		# numeri ANNO: those that the register shows, in order
	come resp cerca --anno "$1" --limite 200 |
	    sed -n 's,^\([0-9]\{7\}\)/.*,\1,p' | sort
}

interi() {		# interi N: 0000001 ... N
	seq -f %07.0f "$1"
}

# ---- 3: no gap, no duplicate, also after a death at every point ----

n=0
for punto in $(points_of segnalazione --id 00000000000000000000000000000101 |
    grep -v '^$'); do
	n=$((n + 1))
	id=$(printf '%032x' $((512 + n)))
	at_point "$punto" segnalazione --id "$id" >/dev/null 2>&1
	segnalazione --id "$id" >>detti 2>&1	# the same istanza again
	segnalazione >>detti 2>&1
done
ok 'il programma è morto a più di cinque punti' test "$n" -gt 5
is "$(numeri 2026)" "$(interi $((2 * n + 1)))" \
    'invariante 3: dopo ogni morte i numeri sono senza buchi'
is "$(sort -u detti | wc -l)" $((2 * n)) \
    'invariante 3: e nessuno è dato due volte'

# ---- 8: a class on everything ----

CS=$(aperta)
run come resp registra --flusso entrata --oggetto X \
    --mittente.denominazione Scuola --conferma senza-documento
is_exit 1 'invariante 8: senza classifica non si registra'
for cosa in 0000001/2026 "$CS"; do
	run come "$([ "$cosa" = "$CS" ] && echo as1 || echo resp)" mostra "$cosa"
	like out 'classifica' "invariante 8: la classifica di $cosa c'è"
done
run come prot1 apri-fascicolo 'Convenzione' affare --ufficio prot
is_exit 1 'invariante 8: né un fascicolo si apre senza'

# ---- 12: reserved notes ----

come as1 annota --cartella "$CS" --tipo nota --riservata si \
    --testo 'zzsegreto della madre' >/dev/null || exit 1
run come coord comunica --cartella "$CS" \
    --destinatario.denominazione 'Scuola di Prova' \
    --destinatario.indirizzo 'Via della Scuola 1' --oggetto riscontro \
    --testo 'Il caso è in carico.'
is_exit 0 'una lettera a un altro ente'
LETTERA=$(numeri 2026 | tail -n 1)/2026
come coord originale "$LETTERA" --in lettera.pdf >/dev/null 2>&1
run pdftotext lettera.pdf -
like out 'in carico' 'si legge'
unlike out zzsegreto 'invariante 12: senza le note riservate'
is "$(sqlite3 "$S/registro.sqlite" .dump | grep -c zzsegreto)" 0 \
    'invariante 12: nel registro e nella ricerca non ce n'\''è traccia'
letture() {
	sqlite3 "$S/letture.sqlite" "SELECT count(*) FROM lettura
	    WHERE operatore = '$1' AND esito = '$2'"
}
NOTA=$(cd "$S/cartelle/2026/0000001" && grep -rl zzsegreto --include=*.xml .)
NOTA=${NOTA#./}
prima=$(letture as2 negato)
run come as2 mostra "$CS" --documento "$NOTA"
is_exit 1 'una nota riservata non è di un collega'
unlike out zzsegreto 'e non gli si dice'
is "$(letture as2 negato)" $((prima + 1)) \
    'invariante 12: la lettura negata è annotata'
prima=$(letture as1 mostrato)
run come as1 mostra "$CS" --documento "$NOTA"
like out zzsegreto 'è di chi l'\''ha scritta'
is "$(letture as1 mostrato)" $((prima + 1)) \
    'invariante 12: e così quella concessa'

# ---- 10: a closed cartella ----

come as1 redigi --cartella "$CS" --tipo con-esito --oggetto 'su M. R.' \
    --fatti-accertati a --dichiarazioni b --valutazioni c \
    --proposta d >/dev/null &&
come prot1 apri-fascicolo Altro affare --classifica VII/9 --ufficio prot \
    >/dev/null &&
come as1 apri-fascicolo Sotto procedimento --classifica VII/9 \
    --padre "$CS" >sotto 2>&1 || { cat sotto; exit 1; }
come as1 chiudi-fascicolo FA-2026-0000002 >/dev/null &&
come as1 chiudi --cartella "$CS" --motivo conclusione --nota fatto \
    >/dev/null || exit 1
NUOVA=$(smistata)
dentro() {
	git -C "$S/cartelle/2026/0000001" rev-parse main
}
prima=$(dentro)
chiusa() {		# chiusa USER CMD...: refused, because it is closed
	run come "$@"
	is_exit 1 "invariante 10: chiusa, «$2» no"
	like err 'chius' 'e dice perché'
}
chiusa as1 annota --cartella "$CS" --tipo nota --testo X
chiusa as1 redigi --cartella "$CS" --tipo attivita --oggetto x \
    --fatti-accertati a --dichiarazioni b --valutazioni c
chiusa as1 firma --resa nessuna --cartella "$CS" --documento relazioni/0001.xml
chiusa as1 proponi --cartella "$CS" --relazione relazioni/0001.xml \
    --oggetto x --testo y
chiusa coord comunica --cartella "$CS" --destinatario.denominazione S \
    --destinatario.indirizzo v --oggetto x --testo y
chiusa coord fascicola "$NUOVA" "$CS"
chiusa as1 apri-fascicolo Altro procedimento --classifica VII/9 --padre "$CS"
chiusa as1 chiudi --cartella "$CS" --motivo decesso --nota z
is "$(dentro)" "$prima" 'invariante 10: e non vi è entrato nulla'
run come as1 storia "$CS"
like out 'chiudi' 'invariante 10: la storia si legge'
run come as1 mostra "$CS" --documento relazioni/0001.xml
is_exit 0 'invariante 10: e i suoi documenti'

# ---- 4 and 6: the year ----

ora 2026-11-23T09:00:00+01:00
segnalazione >/dev/null
ora 2026-11-24T09:00:00+01:00
segnalazione >/dev/null
for giorno in 20 21 22 23; do
	run come resp giorno "2026-11-$giorno"
	is_exit 0 "invariante 6: c'è il registro del $giorno, anche vuoto"
done
ora 2026-12-31T23:59:59+01:00
come resp conferma-ora --ora "$CARTELLA_ORA" --motivo prova >/dev/null
ultimo=$(segnalazione)
ora 2027-01-01T00:00:00+01:00
is "$(segnalazione)" 0000001/2027 \
    "invariante 4: dopo $ultimo il 1° gennaio ricomincia"
run come resp giorno 2026-12-31
like out "${ultimo%/*}" 'invariante 6: l'\''ultimo giorno ha l'\''ultimo numero'

# ---- 5: emergency ----

. "$RADICE/tests/cli/ricette.sh"
pronto_kit >/dev/null
prot() {		# the recipes know prot: here it is prot1
	come prot1 "$@"
}
nel_kit ricetta_apri_emergenza "$(id_di 61)" >/dev/null &&
nel_kit prot registra-emergenza --flusso entrata --oggetto 'al lume' \
    --classifica VII/9 --mittente.denominazione Scuola \
    --conferma senza-documento >em.txt &&
nel_kit ricetta_sigilla_emergenza "$(id_di 64)" >/dev/null &&
come resp chiudi-emergenza "$T/kit" >/dev/null || exit 1
EM=$(cat em.txt)
run come resp mostra "$EM"
like out 'Protocollo 0000002/2027' 'invariante 5: dal numero di emergenza'
run come resp mostra 0000002/2027
like out "$EM" 'invariante 5: e da quello ordinario'
run come resp cerca --emergenza "$EM"
like out '^0000002/2027' 'invariante 5: si trova con l'\''uno'
run come resp cerca --numero 0000002/2027
like out '^0000002/2027' 'invariante 5: e con l'\''altro'
is_integro 'alla fine'

# ---- every number has its result ----

for i in 1 2 3 4 5 6 7 8 9; do
	ok "l'invariante $i ha almeno un risultato che la nomina" \
	    grep -rq "['\"]invariante $i: " "$RADICE/tests/cli"
done
plan
