# SPDX-License-Identifier: EUPL-1.2
# The case of another body, in its less plain ways: without its private notes, with
# a type that only they have, handed on to a third, and back to the first.
. tests/cli/lib.sh
. "$RADICE/tests/cli/uffici.sh"
. "$RADICE/tests/cli/caso.sh"
. "$RADICE/tests/cli/acquisizione.sh"

due_enti >/dev/null || exit 1
in_registro() {
	sqlite3 "file:$S/registro.sqlite?mode=ro" "$1"
}
esito() {	# esito DESC: the store is whole
	is_integro "$1"
	is "$(ls "$S/transito")" '' "$1: nulla in attesa"
}

# ---- private notes stay behind, and the history with them ----

S=$A
come as1 annota --cartella "$CS" --tipo visita --riservata si \
    --testo 'Solo mia.' >/dev/null
come as1 registra-famiglia --cartella "$CS" --data 2026-11-01 --fonte dichiarato \
    --componente.cognome Bianchi --componente.nome Rita \
    --componente.parentela madre --componente.convivente si >/dev/null
come as1 registra-famiglia --cartella "$CS" --data 2026-11-15 --fonte dichiarato \
    --componente.cognome Bianchi --componente.nome Rita \
    --componente.parentela madre --componente.convivente no >/dev/null
come as1 fissa --caso "$CS" --giorno 2026-12-12 --alle 09:15 --tipo colloquio \
    --luogo 'via Loro 2' --utente as1 >/dev/null
come resp adotta-tipo --nome abitazione --denominazione 'Visita domiciliare' \
    "$RADICE/docs/esempi/abitazione/abitazione.xsd" >/dev/null
come as1 scrivi --cartella "$CS" --tipo abitazione \
    "$RADICE/docs/esempi/abitazione/visita.xml" >/dev/null
S=$B
pacchetto_di parziale || exit 1
run acquisisci parziale - senza-liberatoria senza-stato-di-famiglia
is_exit 0 'un pacchetto senza le note private si prende'
D=$S/cartelle/2026/0000001
is "$(git -C "$D" rev-list --count main)" 2 'con una storia di un commit solo'
like_p=$(grep -c '<intera>no</intera>' "$D/provenienze/0001.xml")
is "$like_p" 1 'e la provenienza lo dice'
ok 'di nessuna nota privata c'\''è una parola' sh -c \
    "! grep -rq 'Solo mia' '$S/cartelle' '$S/registro'"
has_file "$D/stato-di-famiglia/2026-11-15.xml" 'l'\''ultimo stato di famiglia è nostro'
no_file "$D/stato-di-famiglia/2026-11-01.xml" 'quello di prima resta loro'
run come as1 famiglia CS-2026-0000001
like out 'Rita' 'e si legge'
DI=precedenti/c_x000
same_bytes "$D/$DI/tipi/abitazione/00/0001.xml" \
    "$A/cartelle/2026/0000001/tipi/abitazione/00/0001.xml" \
    'di un tipo che qui non c'\''è restano i byte'
run come as1 mostra CS-2026-0000001 --titoli si
is_exit 0 'la cartella si legge'
like out "$DI/tipi/abitazione/00/0001.xml" 'e fra i documenti c'\''è'
for atto in "mostra CS-2026-0000001 --documento" "stampa CS-2026-0000001" \
    "mostra CS-2026-0000001 --al 2026-11-20 --documento"; do
	# shellcheck disable=SC2086
	run come as1 $atto "$DI/tipi/abitazione/00/0001.xml"
	is_exit 1 "ma non si legge come uno nostro: $atto"
	like err 'di un tipo che ha solo l.ente da cui è venuto' 'e si dice perché'
done
con_chiave coord >/dev/null
convoca() {
	come coord comunica --cartella CS-2026-0000001 --modello convocazione \
	    --oggetto 'Convocazione L. B.' --destinatario.denominazione Casa \
	    --destinatario.indirizzo 'via Po 1' "$@"
}
run convoca
is_exit 1 'un loro appuntamento non è uno nostro: nessuno è convocato di là'
like err '«libero.giorno».*\[campo-senza-valore\]' 'e si chiede quale'
run convoca --fonte "$DI/agenda/00/0001.xml"
like err '\[fonte-senza-posto\]' 'nemmeno se lo si nomina'
esito 'dopo'
run prendi parziale
is_exit 0 'la stessa persona due volte: con la conferma'
run acquisisci parziale - senza-liberatoria senza-stato-di-famiglia
is_exit 1 'senza conferma no'
like err '^\[persona-nota\]' 'perché è già nota'

# ---- handed on: a third body ----

come as1 annota --cartella CS-2026-0000001 --tipo visita \
    --testo 'Seconda casa.' >/dev/null
due_sigillo secondo >/dev/null
come coord pacchetto CS-2026-0000001 --in "$T/q" >/dev/null
C=$T/c
S=$C
uffici_di_prova >/dev/null
ACQ_FPR=$(cat secondo.fpr) ACQ_KEY=$T/secondo.asc
run acquisisci q - senza-liberatoria senza-stato-di-famiglia
is_exit 0 'un terzo ente la prende dal secondo'
D=$S/cartelle/2026/0000001
has_file "$D/precedenti/c_x000/precedenti/c_x000/$R" \
    'con ciò che era del primo, più in fondo'
same_bytes "$D/precedenti/c_x000/$DI/tipi/abitazione/00/0001.xml" \
    "$A/cartelle/2026/0000001/tipi/abitazione/00/0001.xml" \
    'anche di un tipo che né il secondo né il terzo hanno'
is "$(git -C "$D" rev-parse main~1)" \
    "$(git -C "$B/cartelle/2026/0000001" rev-parse main)" \
    'e la storia del secondo'
run come as1 trova colloqui
like out "precedenti/c_x000/precedenti/c_x000/$R" 'si trova'
esito 'dopo'
unset ACQ_FPR ACQ_KEY

# ---- and to who keeps it for ever ----

S=$B
come as1 chiudi --cartella CS-2026-0000001 --motivo conclusione --nota Fatto \
    --conferma termine-da-calcolare --conferma termini-aperti >chiusa 2>&1
run come coord versa --unita CS-2026-0000001
like err 'non è in un formato che si conserva.*\[formato-non-conservabile\]' \
    'ciò che è venuto può non essere di quelli che si conservano'
run come coord versa --unita CS-2026-0000001 --conferma formato-non-conservabile
is_exit 0 'confermato si versa'
come coord pacchetto-versamento --in "$T/versata" >/dev/null
same_bytes "versata/data/CS-2026-0000001/documenti/$DI/tipi/abitazione/00/0001.xml" \
    "$A/cartelle/2026/0000001/tipi/abitazione/00/0001.xml" \
    'con i byte di un tipo che non si legge'
has_file versata/data/schemi/relazione.xsd 'con gli schemi di ciò che si legge'
no_file versata/data/schemi/abitazione-1.xsd 'e non di quello'
is "$(for f in versata/data/CS-2026-0000001/allegati/*.metadati.xml; do
	i=$(basename "$f" .metadati.xml)
	grep -qE "<NomeDelDocumento>(${i%.*}|[-A-Za-z0-9]+\.[a-z0-9]+)</" "$f" ||
	    grep NomeDelDocumento "$f"
done)" '' 'un allegato ha il suo nome o, se non ne ha, la sua impronta'

# ---- back to the first ----

S=$A
come as1 chiudi --cartella "$CS" --motivo trasferimento --nota 'va via' \
    --conferma termine-da-calcolare >chiusa 2>&1
run acquisisci "$T/q" "$CS"
is_exit 1 'col sigillo di un altro: no'
ACQ_FPR=$(cat secondo.fpr) ACQ_KEY=$T/secondo.asc
PRIMA=$(git -C "$A/cartelle/2026/0000001" rev-parse main)
run acquisisci "$T/q" "$CS" persona-nota
is_exit 0 'torna al primo'
is_out "$CS" 'nella sua cartella'
D=$A/cartelle/2026/0000001
is "$(git -C "$D" rev-parse main~1)" "$PRIMA" 'che continua la sua storia'
has_file "$D/precedenti/c_x000/provenienze/0001.xml" 'e ha com'\''è stata altrove'
run come as1 mostra "$CS"
like out 'stato: in-carico' 'è di nuovo in carico'
grep -q '<radice>no</radice>' "$D/provenienze/0001.xml"
is $? 0 'la storia fatta altrove'
ok 'resta nel suo fascio, tenuto' grep -q 'data/cartella.bundle' \
    "$D/provenienze/0001.xml"
esito 'dopo il ritorno'
run acquisisci "$T/q" "$CS" persona-nota
is_exit 1 'se è in carico non torna'
like err '^\[gia-in-carico\]' 'e dice perché'
plan
