# SPDX-License-Identifier: EUPL-1.2
# salva and ripristina, their process ended at each point they pass: the last
# backup stays, the next one succeeds, a store is there whole or not at all.
. tests/cli/lib.sh
. "$RADICE/tests/cli/uffici.sh"
. "$RADICE/tests/cli/caso.sh"
. "$RADICE/tests/cli/espungi.sh"
. "$RADICE/tests/cli/salva.sh"

uffici_di_prova >/dev/null || exit 1
sbagliata || exit 1
ripristino_key || exit 1
cp -a "$S" vuoto

atti() { sqlite3 "file:$1/registro.sqlite?mode=ro" 'SELECT max(seq) FROM catena'; }

riparti() {	# riparti FROM: store, copy and keys as they were
	rm -rf "$S" copia chiavi
	cp -a "$1" "$S"
	[ ! -d "$1.copia" ] || cp -a "$1.copia" copia
	[ ! -d "$1.chiavi" ] || cp -a "$1.chiavi" chiavi
}

punti() {	# each point with the number of its passage
	CARTELLA_PUNTI=$T/passati "$@" >/dev/null 2>&1
	awk '{ print $0 ":" ++n[$0] }' passati
	rm -f passati
}

# What is not as it must be: TEXT lines, none when all is well.
guarda() {	# guarda ACTS: those of the last backup; "": there was none
	if [ -n "$1" ]; then
		rm -rf r
		if riprendi r >o 2>&1; then
			n=$(atti r)
			[ "$n" = "$1" ] || [ "$n" = "$(atti "$S")" ] ||
			    echo "la copia ha $n atti"
		else
			cat o
		fi
	fi
	cartella verifica >o 2>&1 || cat o
	salva >o 2>&1 || cat o
	rm -rf r
	riprendi r >o 2>&1 || cat o
	[ "$(atti r)" = "$(atti "$S")" ] || echo 'dopo, non ha tutti gli atti'
	cartella controlla-salvataggio copia >o 2>&1 || cat o
	cat copia/istantanee/*.txt |
	    awk '$1 == "pezzo" || $1 == "indice" { print $2 }' | sort -u >nominati
	pezzi | diff - nominati
}

uccidi() {	# uccidi NAME ACTS FROM [CMD]: salva, at each of its points
	come_si_salva=${4:-salva}
	riparti "$3"
	punti "$come_si_salva" >punti
	ok "$1: passa per $(wc -l <punti) punti" [ "$(wc -l <punti)" -gt 6 ]
	while read -r p; do
		case $p in verifica* | *:[3-9] | *:??*) continue ;; esac
		riparti "$3"
		at_point "$p" "$come_si_salva" >o 2>&1
		e=$?
		is "$e $(guarda "$2")" '99 ' "$1: uccisa a $p"
	done <punti
}

# ---- the first one ----
# (by children, which die with it)
salva_in_tre() { salva --processi 3; }
uccidi 'il primo salvataggio' '' vuoto salva_in_tre

# ---- one more, when a cartella was erased from: its key is another ----
riparti vuoto
salva >o 2>&1 || cat o
cp -a copia pieno.copia
cp -a chiavi pieno.chiavi
prima=$(atti "$S")
# (the older backup is unreadable as soon as its keys are gone)
come as1 annota "$CS" 'seguito' >/dev/null
cp -a "$S" pieno
uccidi 'il seguente' "$prima" pieno

riparti pieno
espungi "$V" "$P" 'altra persona' >/dev/null 2>&1
rm -rf pieno
cp -a "$S" pieno
chiave=$(aperte | sed -n 's,^chiave cartelle/2026/0000001 ,,p')
uccidi 'dopo un'\''espunzione' "$prima" pieno
is "$(aperte | grep -c "$chiave")" 0 'alla fine la chiave di prima non c'\''è'
is "$(grep -rlF "$chiave" "$S/salvataggi")" '' 'nemmeno nell'\''archivio'

# ---- back ----
punti riprendi r.punti >punti
rm -rf r.punti
ok "ripristina passa per $(wc -l <punti) punti" [ -s punti ]
while read -r p; do
	case $p in *:[3-9] | *:??*) continue ;; esac
	rm -rf r r.ripristino
	at_point "$p" riprendi r >o 2>&1
	e=$?
	case $p:$e in
	# a child: what it had read is read again; what it looked at was not
	# looked at, and all is given up; which child has what is not settled
	verifica-lettore:*:0 | verifica-figlio:*:0) ;;
	*:99 | verifica-figlio:*:1)
		[ ! -e r ] && rm -rf r.ripristino && riprendi r >o 2>&1 ;;
	*) false ;;
	esac && "$CARTELLA" --store r verifica >o 2>&1
	is $? 0 "ripristina uccisa a $p (esce con $e): niente, e poi tutto"
done <punti
plan
