# SPDX-License-Identifier: EUPL-1.2
# Backups while writers register without a pause, killed with kill -9 at random
# moments; then the store is destroyed.  What the last whole backup holds comes
# back whole, with every number that had been given before it began.
# KILL9_SECONDS (8) is for how long.
. tests/cli/lib.sh
. "$RADICE/tests/cli/ricette.sh"
. "$RADICE/tests/cli/salva.sh"

ente_di_prova >/dev/null || exit 1
ripristino_key || exit 1
salva >/dev/null || exit 1
NUMERI=$T/numeri
: >"$NUMERI"
fine=$(($(date +%s) + ${KILL9_SECONDS:-8}))

manca_tempo() {
	[ "$(date +%s)" -lt "$fine" ]
}

scrivi() {
	while manca_tempo; do
		"$DRIVER/scrittori" "$S" prot 1 1 1 "$NUMERI" >/dev/null 2>>detto
	done
}

# The program itself, so that it is what dies.
salva_e_uccidi() {
	while manca_tempo; do
		wc -l <"$NUMERI" >numeri.adesso
		"$CARTELLA" --store "$S" salva copia >uscita 2>>detto &
		s=$!
		if [ "$(shuf -i 0-3 -n 1)" != 0 ]; then
			sleep "$(shuf -i 5-400 -n 1 | awk '{ print $1 / 1000 }')"
			kill -9 $s 2>/dev/null && echo $s >>morti
		fi
		wait $s 2>/dev/null && {
			cp numeri.adesso numeri.salvati
			cat uscita >>fatti
		}
	done
}

scrivi 2>/dev/null &
salva_e_uccidi 2>/dev/null
wait
note "$(wc -l <morti) uccisi, $(grep -c '^salvataggio' fatti) fatti, $(wc -l <"$NUMERI") numeri"
ok 'alcuni sono morti' [ "$(wc -l <morti)" -ge 2 ]
is "$(cat detto)" '' 'nessuno ha avuto da ridire'
run cartella verifica
is_exit 0 'l'\''archivio è integro'
head -n "$(cat numeri.salvati)" "$NUMERI" | sort >devono

rm -rf "$S"		# the disaster
run "$CARTELLA" --store altrove controlla-salvataggio copia
is_exit 0 'la copia è intera'
run riprendi nuovo
is_exit 0 'e se ne rifà un archivio'
run "$CARTELLA" --store nuovo verifica
is_exit 0 'integro'
sqlite3 -readonly nuovo/registro.sqlite \
    "SELECT printf('%07d/%d', numero, anno) FROM registrazione" | sort >tornati
is "$(comm -23 devono tornati)" '' 'con tutti i numeri dati prima'
is "$(sort "$NUMERI" | comm -13 - tornati)" '' 'e nessuno mai dato'
n=$(tail -n 1 tornati)
run riprendi ultimo --ultimo 9999999/2026
like out '^mancano [0-9]+ numeri' 'quelli dati dopo si dichiarano mancanti'
run "$CARTELLA" --store ultimo --come prot registra --oggetto x
is_exit 1 "e dopo $n non se ne danno altri"
run "$CARTELLA" --store nuovo salva copia
is_exit 0 'da quello nuovo si continua a salvare'
plan
