# SPDX-License-Identifier: EUPL-1.2
# dichiara-perduti: a restored store whose last numbers are missing is only
# read until they are declared; then it goes on behind them, and no number is
# given twice, whatever is built again.
. tests/cli/lib.sh
. "$RADICE/tests/cli/ricette.sh"
. "$RADICE/tests/cli/salva.sh"

ente_di_prova >/dev/null || exit 1
ripristino_key || exit 1

dichiara() {
	come resp dichiara-perduti --id "$ID" 'verbale n. 3' 'guasto del disco' "$@"
}
ID=$(id_di 700)

in_registro() { sqlite3 "file:$S/registro.sqlite?mode=ro" "$1"; }

lettera() {
	head -c 40 /dev/urandom | od -An -tx1 >"$T/lettera"
	come prot registra --flusso entrata --oggetto "$1" --mezzo pec \
	    --mittente.denominazione X --classifica VII/9 "$T/lettera"
}

lettera prima >/dev/null
lettera seconda >/dev/null
run dichiara
is_exit 1 'dove non manca niente no'
like err 'a questo registro non manca nessun numero' 'e lo dice'
salva >/dev/null
for i in 3 4 5; do lettera "dopo la copia $i" >/dev/null; done
rm -rf "$S"
run riprendi "$S" --ultimo 5/2026
is_exit 0 'ripristina'
like out '^mancano 3 numeri' 'dice quanti mancano'

# ---- until then ----

run lettera altra
is_exit 1 'non si registra'
like err 'dichiara-perduti' 'e si dice che cosa fare'
run come resp nomina --codice nuovo --cognome A --nome B --ruolo protocollo \
    --ufficio prot
is_exit 1 'né si fa altro'
run come prot mostra 0000001/2026
is_exit 0 'si legge'
run come prot dichiara-perduti 'verbale n. 3' guasto
is_exit 3 'lo dichiara solo il responsabile'
is "$(in_registro 'SELECT count(*) FROM perduto')" 0 'niente è dichiarato'
run come resp dichiara-perduti --motivo guasto
is_exit 1 'senza verbale no'

# ---- its process ended at each point ----

cp -a "$S" prima
CARTELLA_PUNTI=$T/passati dichiara >dovuta 2>&1
ok 'dichiara-perduti' grep -q . dovuta
awk '{ print $0 ":" ++n[$0] }' passati >punti
ok "passa per $(wc -l <punti) punti" [ "$(wc -l <punti)" -gt 5 ]
while read -r p; do
	rm -rf "$S"
	cp -a prima "$S"
	at_point "$p" dichiara >o 2>&1
	dichiara 2>&1 | cmp -s - dovuta || cat o
	lettera seguito 2>&1
	cartella verifica >o 2>&1 || cat o
done <punti >detto
is "$(sort -u detto)" 0000006/2026 'uccisa dovunque: una volta sola, e poi il sesto'

# ---- from then on ----

is "$(in_registro "SELECT anno || ' ' || dal || ' ' || al || ' ' || verbale
    FROM perduto")" '2026 3 5 verbale n. 3' 'sono scritti, con il verbale'
no_file "$S/ripristino" 'e non si aspetta più niente'
run dichiara
is_exit 0 'ripetuta, ha la stessa risposta'
ID=$(id_di 701)
run dichiara
is_exit 1 'due volte no'
run cartella ricostruisci
is_exit 0 'ricostruisci'
run lettera ancora
is_out 0000007/2026 'anche allora si continua da lì'
run cartella verifica
like out ': 0 difetti$' 'verifica'
salva >/dev/null
run riprendi tornato --ultimo 7/2026
unlike out mancano 'un altro ripristino sa dei numeri perduti'
S=tornato
run lettera ancora
is_out 0000008/2026 'e continua'
run come resp esporta --pdf no fuori
is_exit 0 'e si esporta'
run "$CARTELLA" --store importato importa fuori
is_exit 0 'e si importa'
plan
