# SPDX-License-Identifier: EUPL-1.2
# The same thing asked by several at the same moment, for what is not a
# registration of one day (concorrenza.t): a kit, a repertorio, an old
# register, the first acts of a day, the two sides of midnight.  Whoever comes
# second has his number or a reason, never a fault.
. tests/cli/lib.sh
. "$RADICE/tests/cli/ricette.sh"

in_registro() {
	sqlite3 "$S/registro.sqlite" "$1"
}

insieme() {		# insieme N CMD...: N times at once; the exits in $ESITI
	insieme_n=$1
	shift
	rm -f esce.* risposta.*
	for i in $(seq "$insieme_n"); do
		(
			"$@" "$i" >"risposta.$i" 2>&1
			echo $? >"esce.$i"
		) &
	done
	wait
	ESITI=$(cat esce.* | sort | uniq -c | awk '{ print $1 "x" $2 }' |
	    paste -sd ' ')
}

di() {			# di USER CMD...: with ids of its own each
	di_user=$1
	shift
	"$CARTELLA" --store "$S" --come "$di_user" "$@"
}

nessun_guasto() {	# nessun_guasto DESC
	is "$(grep -l 'SQLite\|guasto' risposta.*)" '' "$1: nessun guasto"
	run cartella verifica
	like out ': 0 difetti$' "$1: verifica"
}

ente_di_prova >/dev/null || exit 1

# ---- a kit ----
kit() {
	di resp prepara-emergenza
}
insieme 6 kit
is "$ESITI" '1x0 5x1' 'un kit chiesto da 6: uno esce'
is "$(in_registro "SELECT count(*) FROM documento
    WHERE tipo = 'kit-emergenza'")" 1 'e uno solo'
is "$(grep -l 'kit-fuori' risposta.* | wc -l)" 5 'agli altri è detto perché'
nessun_guasto 'un kit'

# ---- an old register ----
printf 'n,d,f,o\n1,2020-01-07,E,uno\n2,2020-01-08,U,due\n' >righe.csv
printf 'campo,colonna\nnumero,n\ndata,d\nflusso,f\noggetto,o\n' >mappa.csv
importa() {
	di resp importa-registro --origine vecchio \
	    --denominazione 'Protocollo 2020' righe.csv mappa.csv
}
insieme 6 importa
is "$ESITI" '1x0 5x1' 'un registro importato da 6: una volta'
is "$(in_registro 'SELECT count(*) FROM storico')" 2 'ogni riga una volta'
nessun_guasto 'un registro'

# ---- a repertorio ----
determina() {
	echo "determina $1" >"determina.$1"
	di prot repertoria --repertorio determinazioni --oggetto "n. $1" \
	    "determina.$1"
}
insieme 8 determina
is "$ESITI" '8x0' '8 in un repertorio: tutti'
is "$(cat risposta.* | sort)" "$(for i in 1 2 3 4 5 6 7 8; do
	echo "determinazioni $i/2026"
done)" 'un numero ciascuno, senza buchi'
nessun_guasto 'un repertorio'

# ---- the same registration annulled, and others ----
N=$(registra_lettera) || exit 1
annulla() {
	di resp annulla "$N" --motivo doppia --richiedente prot
}
insieme 6 annulla
is "$ESITI" '1x0 5x1' 'la stessa annullata da 6: una volta'
is "$(in_registro 'SELECT count(*) FROM annullamento')" 1 'e una sola'
is "$(grep -l annullata risposta.* | wc -l)" 5 'agli altri è detto perché'
nessun_guasto 'un annullamento'
for i in 1 2 3 4 5 6; do
	registra_lettera >"numero.$i" || exit 1
done
annulla_una() {
	di resp annulla "$(cat "numero.$1")" --motivo doppia \
	    --richiedente prot
}
insieme 6 annulla_una
is "$ESITI" '6x0' '6 annullate insieme: tutte'
is "$(in_registro 'SELECT count(*), max(repertorio_numero)
    FROM annullamento')" '7|7' \
    'invariante 2: un provvedimento ciascuna, senza buchi'
nessun_guasto 'sei annullamenti'

# ---- the first acts of a day ----
lettera() {
	echo "lettera $CARTELLA_ORA $1" >"lettera.$1"
	di prot registra --flusso entrata --oggetto "lettera $1" \
	    --mittente.denominazione Scuola --classifica VII/9 "lettera.$1"
}
ora 2026-11-24T00:00:00+01:00
insieme 8 lettera
is "$ESITI" '8x0' '8 primi atti di un giorno: tutti'
is "$(in_registro 'SELECT data, registrazioni FROM giornaliero')" \
    '2026-11-20|7
2026-11-21|0
2026-11-22|0
2026-11-23|0' 'invariante 6: ogni giorno finito è formato una volta'
nessun_guasto 'i primi atti'

# ---- the two sides of midnight ----
mezzanotte() {		# odd ones are still on the last second of the year
	[ $(($1 % 2)) -eq 0 ] && ora 2027-01-01T00:00:00+01:00 ||
	    ora 2026-12-31T23:59:59+01:00
	lettera "$1"
}
ora 2026-12-31T23:59:00+01:00
ricetta_conferma_ora "$(id_di 95)" >/dev/null && lettera 0 >/dev/null ||
    exit 1
insieme 8 mezzanotte
is "$(cat esce.2 esce.4 esce.6 esce.8 | sort -u)" 0 \
    'chi è già nell'\''anno nuovo registra'
is "$(grep -L '/2026$\|ultim' risposta.1 risposta.3 risposta.5 \
    risposta.7)" '' 'chi è nel vecchio ha il suo numero, o una ragione'
note "$(cat risposta.*)"
is "$(in_registro 'SELECT anno, count(*), max(numero) FROM registrazione
    WHERE anno = 2027')" '2027|4|4' 'invariante 4: dal numero 1, senza buchi'
is "$(in_registro 'SELECT count(*) - max(numero) FROM registrazione
    WHERE anno = 2026')" 0 'invariante 3: né buchi nel vecchio'
is "$(in_registro "SELECT count(*) FROM registrazione
    WHERE anno <> CAST(substr(ora, 1, 4) AS INTEGER)")" 0 \
    'ogni numero è dell'\''anno della sua ora'
is "$(in_registro "SELECT registrazioni FROM giornaliero
    WHERE data = '2026-12-31'")" "$(in_registro "SELECT count(*)
    FROM registrazione WHERE ora LIKE '2026-12-31%'")" \
    'invariante 6: il giorno le ha tutte'
nessun_guasto 'la mezzanotte'
plan
