# SPDX-License-Identifier: EUPL-1.2
# What is no atto of one person, one of its calls to the disk failed (guasti.sh):
# registrations that share a transaction, ricostruisci, salva, ripristina.
. tests/cli/lib.sh
ATTI=
. "$RADICE/tests/cli/guasti.sh"
. "$RADICE/tests/cli/salva.sh"

numeri() {
	in_registro "SELECT printf('%07d/%d', numero, anno) FROM registrazione
	    ORDER BY anno, numero"
}

riparti() {
	for guasti_dir in "$S" "$T/copia" "$T/chiavi"; do
		rm -rf "$guasti_dir"
		[ ! -d "$guasti_dir.prima" ] ||
		    cp -a "$guasti_dir.prima" "$guasti_dir"
	done
	rm -rf "$T/numeri" "$T/r" "$T/r.ripristino"
}

# What $FA does and what must be after it: prova DESC FA ESAME
prova() {
	riparti
	rm -f "$CONTO"
	SOTTO="$S:$T/copia:$T/chiavi:$T/r"
	: >"$T/strade"
	(export STRADE="$T/strade"; presa "$2") >"$T/risposta" 2>"$T/errore"
	lib_result $? "$1: riesce" || { lib_diag "$(cat "$T/errore")"; return; }
	tentativi "$("$DRIVER/corrente" conta "$CONTO")" 1 >"$T/lista"
	while read -r call how; do
		di_questa_parte || continue
		riparti
		rm -f "$CONTO"
		(GUASTO=$call:$how; export GUASTO
		    presa "$2" >"$T/risposta" 2>"$T/errore") 2>/dev/null
		code=$?
		dove=$("$DRIVER/corrente" guasto "$CONTO")
		wrong=$(case $code in [1-9]) parole "$how" ;; esac
		    "$3" $code)
		[ -z "$wrong" ]
		lib_result $? "$1: $how a $call ($dove)" || {
			lib_diag "esce con $code: $(head -c 300 "$T/errore")"
			lib_diag "$wrong"
		}
	done <"$T/lista"
}

ente_di_prova >/dev/null && pronta_redigi >/dev/null &&
    ricetta_redigi "$(id_di 25)" >/dev/null && registra_lettera >/dev/null ||
    exit 1
ripristino_key || exit 1
prima=$(atti)
cp -a "$S" "$S.prima"

# ---- four letters, one transaction ----
a_gruppi() {
	"$DRIVER/scrittori" "$S" prot 1 0 4 "$T/numeri"
}
esame_gruppo() {	# every number that was told is there
	cartella verifica >"$T/v" 2>&1 || cat "$T/v"
	grep -v '?' "$T/numeri" 2>/dev/null | sort >"$T/detti"
	sort "$T/detti" | uniq -d
	numeri >"$T/registrati"
	sort "$T/registrati" | comm -13 - "$T/detti"
	[ "$1" != 0 ] || [ "$(wc -l <"$T/detti")" = 4 ] ||
	    echo 'riuscito, e non ha detto quattro numeri'
	dati=$(wc -l <"$T/registrati")
	is=$(registra_lettera 2>&1)
	[ "$is" = "$(printf '%07d/2026' $((dati + 1)))" ] ||
	    echo "dopo $dati: $is"
	cartella verifica >"$T/v" 2>&1 || cat "$T/v"
	rami
}
prova 'quattro insieme' a_gruppi esame_gruppo

# ---- the register made again ----
di_nuovo() {
	cartella ricostruisci
}
esame_di_nuovo() {
	if [ "$1" != 0 ] && [ ! -f "$S/registro.sqlite" ]; then
		cartella verifica >"$T/v" 2>&1 &&
		    echo 'senza registro verifica non dice nulla'
		registra_lettera >/dev/null 2>"$T/e" &&
		    echo 'senza registro si registra'
		grep -q ricostruisci "$T/e" || cat "$T/e"
		cartella ricostruisci >"$T/o" 2>&1 || cat "$T/o"
	fi
	[ "$(atti)" = "$prima" ] || echo "gli atti sono $(atti)"
	cartella verifica >"$T/v" 2>&1 || cat "$T/v"
	cartella ricostruisci >"$T/o" 2>&1 || cat "$T/o"
	registra_lettera >/dev/null 2>"$T/e" || cat "$T/e"
	cartella verifica >"$T/v" 2>&1 || cat "$T/v"
}
prova ricostruisci di_nuovo esame_di_nuovo

# ---- a backup, after another ----
riparti
salva >"$T/o" 2>&1 || exit 1
cp -a "$T/copia" "$T/copia.prima"
cp -a "$T/chiavi" "$T/chiavi.prima"
come as1 annota "$(una_cartella)" seguito >/dev/null
rm -rf "$S.prima"
cp -a "$S" "$S.prima"
poi=$(atti)
ripresa() {		# the acts that come back
	rm -rf "$T/r" "$T/r.ripristino"
	riprendi "$T/r" >"$T/o" 2>&1 || cat "$T/o"
	sqlite3 "file:$T/r/registro.sqlite?mode=ro" 'SELECT max(seq) FROM catena'
}
esame_copia() {		# of before or of now, and then of now
	is=$(ripresa)
	case $1:$is in
	0:$poi | [1-9]*:$poi | [1-9]*:$prima) ;;
	*) echo "tornano $is atti" ;;
	esac
	salva >"$T/o" 2>&1 || cat "$T/o"
	is=$(ripresa)
	[ "$is" = "$poi" ] || echo "dopo, tornano $is atti"
	cartella controlla-salvataggio "$T/copia" >"$T/o" 2>&1 || cat "$T/o"
	cartella verifica >"$T/v" 2>&1 || cat "$T/v"
}
TENTATIVI=3 prova salva salva esame_copia

# ---- and back ----
indietro() {
	riprendi "$T/r"
}
esame_indietro() {
	if [ "$1" != 0 ] && [ -e "$T/r" ]; then
		"$CARTELLA" --store "$T/r" verifica >"$T/v" 2>&1 ||
		    { echo 'fallita, e ha lasciato:'; cat "$T/v"; }
	fi
	is=$(ripresa)
	[ "$is" = "$prima" ] || echo "poi tornano $is atti"
}
TENTATIVI=3 prova ripristina indietro esame_indietro
plan
