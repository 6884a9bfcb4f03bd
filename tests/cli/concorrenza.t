# SPDX-License-Identifier: EUPL-1.2
# Many at once: 8 processes that register for CONCORRENZA_SECONDS (4), the
# same istanza sent by 5, groups, an istanza made on what has changed since, a
# foundation asked twice.
#
# Asserted always: no gap, no duplicate, linear history, no error, nobody does
# less than half the mean.  That nobody waits over a second is asserted only
# by `make prova-concorrenza` (10 seconds, program of use): a time depends on
# who else is at work.
DISCO=1
. tests/cli/lib.sh
. "$RADICE/tests/cli/ricette.sh"

in_registro() {
	sqlite3 "$S/registro.sqlite" "$1"
}

# Numbers 1…n, each said once, one commit each in one line of history.
senza_buchi() {	# senza_buchi N DESC
	is "$(in_registro 'SELECT count(*), max(numero) FROM registrazione')" \
	    "$1|$1" "$2: nessun buco"
	is "$(sort -u "$T/numeri" | wc -l)" "$1" "$2: nessun doppio"
	is "$(git --git-dir "$S/registro/2026.git" rev-list --count \
	    --max-parents=1 main)" "$1" "$2: storia lineare"
}

ente_di_prova >/dev/null
cp -a "$S" "$T/prima"

# ---- 8 processes ----
scrittori=$DRIVER/scrittori
[ -z "${CONCORRENZA_SECONDS:-}" ] ||
    scrittori=$RADICE/build/rel/driver/scrittori
# the clock of a program of use is the real one
[ -z "${CONCORRENZA_SECONDS:-}" ] || {
	rm -rf "$S"
	CARTELLA_ORA=$(date +%Y-%m-%dT%H:%M:%S%:z)
	ente_di_prova >/dev/null
}
run "$scrittori" "$S" prot 8 "${CONCORRENZA_SECONDS:-4}" 1 "$T/numeri"
is_exit 0 '8 processi insieme: nessun errore'
note "$(cat "$OUT")"
anno=$(echo "$CARTELLA_ORA" | cut -c1-4)
n=$(sed -n 's/^totale \([0-9]*\) .*/\1/p' "$OUT")
ok '8 insieme: ciascuno almeno la metà della media' \
    awk '/^minimo\/media/ { ok = $2 >= 0.5 } END { exit !ok }' "$OUT"
if [ -n "${CONCORRENZA_SECONDS:-}" ]; then
	ok '8 insieme: nessuno attende più di un secondo' \
	    awk '/^attesa massima/ { ok = $3 <= 1000 } END { exit !ok }' "$OUT"
else
	skip 'le attese si provano con make prova-concorrenza'
fi
git_registro=$S/registro/$anno.git
is "$(in_registro 'SELECT count(*), max(numero) FROM registrazione')" \
    "$n|$n" '8 insieme: nessun buco'
is "$(sort -u "$T/numeri" | wc -l)" "$n" '8 insieme: nessun doppio'
is "$(git --git-dir "$git_registro" rev-list --count --max-parents=1 main)" \
    "$n" '8 insieme: storia lineare'
run cartella verifica
is_exit 0 '8 insieme: verifica'

# ---- groups ----
CARTELLA_ORA=2026-11-20T10:15:30+01:00
rm -rf "$S" && cp -a "$T/prima" "$S"
: >"$T/numeri"
run "$DRIVER/scrittori" "$S" prot 2 1 8 "$T/numeri"
is_exit 0 'a gruppi di 8: nessun errore'
note "$(cat "$OUT")"
senza_buchi "$(sed -n 's/^totale \([0-9]*\) .*/\1/p' "$OUT")" 'a gruppi'
run cartella verifica
is_exit 0 'a gruppi: verifica'
: >"$T/numeri"
quante() {
	sqlite3 "$S/registro.sqlite" 'SELECT count(*) FROM registrazione'
}
PRIMA=$(quante)
run "$DRIVER/scrittori" "$S" prot,nessuno 1 0 4 "$T/numeri"
is_exit 1 'insieme a chi non può'
like err "non ha il permesso|nessuno" 'a lui è rifiutato'
like out '^errori 2$' 'a lui solo'
is "$(($(quante) - PRIMA)) $(wc -l <"$T/numeri")" '2 2' 'gli altri registrano'
run cartella verifica
is_exit 0 'e tutto torna'

# ---- the same istanza, 5 times ----
rm -rf "$S" && cp -a "$T/prima" "$S"
cat >istanza.xml <<FINE
<?xml version="1.0" encoding="UTF-8"?>
<istanza xmlns="urn:cartella:1" atto="registra" id="$(id_di 77)" versione="1">
  <registra>
    <flusso>entrata</flusso>
    <oggetto>segnalazione</oggetto>
    <mittente><denominazione>Scuola di Prova</denominazione></mittente>
    <classifica>VII/9</classifica>
  </registra>
</istanza>
FINE
echo segnalazione >segnalazione.txt
registra_istanza() {
	"$CARTELLA" --store "$S" --come "$1" --xml istanza.xml registra \
	    segnalazione.txt
}
for i in 1 2 3 4 5; do
	registra_istanza prot >"risposta.$i" 2>&1 &
done
wait
is "$(cat risposta.?)" '0000001/2026
0000001/2026
0000001/2026
0000001/2026
0000001/2026' 'la stessa istanza 5 volte insieme: un numero, detto a tutti'
is "$(in_registro 'SELECT count(*) FROM registrazione')" 1 'uno solo'
run registra_istanza resp
is_exit 1 'la stessa istanza di un altro non ha il suo numero'
like err 'già stata usata per un altro atto' 'e lo dice'
silent out 'il numero non si dice'

# ---- an istanza on what has changed since ----
testa=$(in_registro "SELECT commit_id FROM testa WHERE cartella = 'ente'")
nomina_su() {	# nomina_su ID TESTA QUALIFICA
	cat >nomina.xml <<FINE
<?xml version="1.0" encoding="UTF-8"?>
<istanza xmlns="urn:cartella:1" atto="nomina" id="$(id_di "$1")" versione="1">
  <base><testa cartella="ente" commit="$2"/></base>
  <nomina>
    <codice>prot</codice>
    <cognome>Verdi</cognome>
    <nome>Ugo</nome>
    <qualifica>$3</qualifica>
    <ruolo>protocollo</ruolo>
  </nomina>
</istanza>
FINE
	come resp --xml nomina.xml nomina
}
run nomina_su 80 "$testa" 'istruttore'
is_exit 0 'un atto sulla testa che ha visto'
prima=$(in_registro 'SELECT max(seq) FROM catena')
run nomina_su 81 "$testa" 'funzionario'
is_exit 1 'un atto su una testa che si è mossa'
like err '\[conflitto\]' 'è un conflitto'
like err '<qualifica>istruttore' 'con il testo di ora'
like err '<qualifica>funzionario' 'e con il tuo'
is "$(in_registro 'SELECT max(seq) FROM catena')" "$prima" \
    'e non succede nulla'
run nomina_su 81 "$(in_registro \
    "SELECT commit_id FROM testa WHERE cartella = 'ente'")" 'funzionario'
is_exit 0 'rifatto sulla testa di ora riesce'
# the head moves, but not what this act writes
testa=$(in_registro "SELECT commit_id FROM testa WHERE cartella = 'ente'")
come resp nomina --codice altro --cognome Neri --nome Ada >/dev/null
run nomina_su 82 "$testa" 'dirigente'
is_exit 0 'se a muoversi è stato altro, non è un conflitto'
run cartella verifica
is_exit 0 'verifica'

# ---- a foundation asked by 4 ----
rm -rf "$S"
for i in 1 2 3 4; do
	(ricetta_init "$(id_di 9$i)" >"init.$i" 2>&1; echo $? >"esce.$i") &
done
wait
is "$(cat esce.? | sort | tr '\n' ' ')" '0 1 1 1 ' \
    'quattro fondazioni insieme: una riesce'
is "$(cat init.? | grep -c 'gia-iniziato')" 3 'le altre sanno perché'
run cartella verifica
is_exit 0 'ed è un archivio integro'
like out '1 atti' 'con un atto'
plan
