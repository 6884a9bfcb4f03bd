# SPDX-License-Identifier: EUPL-1.2
# verifica while others write: it is of the moment in which it began, holds
# nobody up, and takes nothing that happens meanwhile for a defect: acts in any
# folder, a cartella made, attachments, an erasure.  What is wrong it finds all
# the same.
. tests/cli/lib.sh
. "$RADICE/tests/cli/uffici.sh"
. "$RADICE/tests/cli/caso.sh"
. "$RADICE/tests/cli/espungi.sh"

uffici_di_prova >/dev/null || exit 1
utente prot1 prot protocollo >/dev/null || exit 1
sbagliata || exit 1
con_allegati || exit 1
cp -a "$S" integro

# verifica, stopped at a point of its own (base/point.h); $V_PID its process.
# Who takes which piece is not settled: it may end without a child that took
# one, and begins again.
ferma() {	# ferma POINT [OPTION...]
	for _ in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do
		! ferma_una "$@" || return 0
		wait "$V_PID" || return 1
	done
	return 1
}

ferma_una() {
	fe_punto=$1
	shift
	CARTELLA_FERMA=$fe_punto "$CARTELLA" --store "$S" verifica "$@" \
	    >detto 2>&1 &
	V_PID=$!
	until fermo "$V_PID" || figlio_fermo; do
		kill -0 "$V_PID" 2>/dev/null || return 1
		sleep 0.02
	done
}

fermo() {
	[ "$(awk '{ print $3 }' "/proc/$1/stat" 2>/dev/null)" = T ]
}

figlio_fermo() {
	for ff in $(ps -o pid= --ppid "$V_PID"); do
		! fermo "$ff" || return 0
	done
	return 1
}

continua() {	# continua EXIT DESC
	# its children of another round, when it begins again, stop too
	until case $(awk '{ print $3 }' "/proc/$V_PID/stat" 2>/dev/null) in
	Z | '') true ;; *) false ;; esac do
		# shellcheck disable=SC2046
		kill -CONT "$V_PID" $(ps -o pid= --ppid "$V_PID") 2>/dev/null
		sleep 0.05
	done
	wait "$V_PID"
	is $? "$1" "$2"
}

# Acts of every kind, one after the other: how many were done.
intanto() {
	in_fatti=0
	in_prima=$(atti)
	echo "lettera $in_prima" >lettera.txt
	come prot1 registra --flusso entrata --oggetto Intanto \
	    --mittente.denominazione Scuola --classifica VII/9 \
	    lettera.txt >/dev/null || return 1
	come as1 annota "$CS" 'mentre si verifica' >/dev/null || return 1
	come resp nomina --codice "nuovo$(atti)" --cognome Neri --nome Eva \
	    --ruolo protocollo --ufficio prot >/dev/null || return 1
	in_fatti=$(($(atti) - in_prima))
}

atti() {
	sqlite3 "$S/registro.sqlite" 'SELECT max(seq) FROM catena'
}

for punto in verifica-momento verifica-figlio verifica-guardato; do
	ferma "$punto" --processi 2
	is $? 0 "ferma a $punto"
	intanto
	is "$in_fatti" 3 'gli atti non aspettano'
	continua 0 'e non sono difetti'
	is "$(grep -cE '^(nota|DIFETTO)' detto)" 0 'né altro da dire'
done

# ---- something is destroyed meanwhile ----
for punto in verifica-momento verifica-figlio verifica-guardato; do
	come as1 annota "$CS" "parola $punto" >/dev/null
	quale=$(sqlite3 "$S/registro.sqlite" "SELECT max(percorso) FROM
	    attuale WHERE percorso LIKE 'diario/%'")
	ferma "$punto" --processi 2
	is $? 0 "ferma a $punto"
	run espungi "$quale" "$P" x
	is_exit 0 'si espunge, senza aspettare'
	intanto
	is "$in_fatti" 3 'e altro dopo'
	continua 0 'e non è un difetto'
	is "$(grep -cE '^(nota|DIFETTO)' detto)" 0 'né altro da dire'
done

# ---- what is wrong is found among what moves ----
chmod u+w "$S/cartelle/2026/0000001/.git/config"
ferma verifica-momento
is $? 0 'ferma, con un difetto'
intanto
echo x >>"$S/cartelle/2026/0000001/.git/config"
continua 1 'un difetto messo intanto si trova'
ok 'e si dice dove' grep -q '^DIFETTO: cartelle/2026/0000001/config' detto
is "$(grep -c '^DIFETTO' detto)" 1 'quello solo'

# ---- its copy of the register, when it is killed ----
rm -rf "$S"
cp -a integro "$S"
mkdir "$T/tmp"
TMPDIR=$T/tmp
export TMPDIR
for punto in verifica-figlio verifica-guardato; do
	ferma "$punto" --processi 2
	is "$? $(find tmp -name momento.sqlite | wc -l)" '0 1' \
	    "ferma a $punto, con la sua copia del registro"
	figli=$(ps -o pid= --ppid "$V_PID")
	kill -9 "$V_PID"
	wait "$V_PID" 2>/dev/null
	for p in $figli; do	# they die with it, a moment later
		while kill -0 "$p" 2>/dev/null; do sleep 0.02; done
	done
	is "$(find tmp -name momento.sqlite | wc -l)" 1 'uccisa, la lascia'
	run cartella verifica
	is_exit 0 'la seguente'
	is "$(ls -A tmp)" '' 'non lascia nulla, di nessuna'
done
ferma verifica-guardato
run cartella verifica
is_exit 0 'una mentre un'\''altra è ferma'
is "$(find tmp -name momento.sqlite | wc -l)" 1 'non tocca la copia di chi vive'
continua 0 'che finisce'
is "$(ls -A tmp)" '' 'e non lascia nulla'
plan
