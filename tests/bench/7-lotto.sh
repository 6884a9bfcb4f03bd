#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# $BENCH_LETTERE (500) letters in one merge, in ten cartelle: how long it takes
# to try them, to send them, to be told that they were sent; the memory of the
# convertitore behind the first letter, the fiftieth, and at the end.  Beside
# it, one `comunica` each for ten of them.  Figures; the store is then whole.
set -eu
D=$(mktemp -d -p "${BENCH_DIR:-${TMPDIR:-/tmp}}")
trap 'gpgconf --kill all; rm -rf "$D"' EXIT
. tests/bench/banco.sh
export GNUPGHOME="$D/gnupg"
mkdir -m 700 "$GNUPGHOME"
N=${BENCH_LETTERE:-500}
S=$D/store
T=$D

cartella() { "$CARTELLA" --store "$S" "$@"; }
come() {
	chi=$1
	shift
	cartella --come "$chi" "$@"
}
gpg_key() {
	gpg --batch --quiet --pinentry-mode loopback --passphrase '' \
	    --faked-system-time 20200101T000000 \
	    --quick-generate-key "$1" ed25519 sign never 2>/dev/null
	gpg --batch --with-colons --list-keys "=$1" 2>/dev/null |
	    awk -F: '$1 == "fpr" { print $10; exit }'
}
. tests/cli/uffici.sh
. tests/cli/caso.sh

TESTO='Si comunica che il servizio ha preso in carico la situazione e si chiede
di comunicare ogni mese le assenze.'
tabella() {	# tabella FROM TO
	echo 'cartella;destinatario.denominazione;destinatario.pec;oggetto;testo'
	i=$1
	while [ "$i" -le "$2" ]; do
		c=$(sed -n "$((i % 10 + 1))p" "$D/casi")
		echo "$c;Istituto n. $i;ic$i@pec.example;riscontro n. $i;" \
		    "$TESTO" | tr '\n' ' '
		echo
		i=$((i + 1))
	done
}
seconds() {	# seconds CMD...: how long it takes, on stdout
	start=$(date +%s%N)
	"$@" >"$D/detto" 2>"$D/errore" || cat "$D/errore" >&2
	awk -v t=$(($(date +%s%N) - start)) 'BEGIN { printf "%.1f\n", t / 1e9 }'
}
memory() {	# of what the guardian, a child of process $1, guards, MB
	for figlio in $(ps -o pid= --ppid "$1"); do
		ps -o rss= --ppid "$figlio"
	done | sort -n | tail -n 1 | awk '{ printf "%.0f", $1 / 1024 }'
}
watch() {	# watch PID ROWS: waits until that many letters are sent
	while [ "$(wc -l <"$D/mandate")" -lt "$2" ] &&
	    readlink "/proc/$1/exe" >/dev/null; do
		sleep 0.1
	done
	memory "$1"
}
one_each() {
	sed -n '2,11p' "$D/dieci.csv" | while IFS=';' read -r c d p o t; do
		come coord comunica --cartella "$c" --oggetto "$o" --testo "$t" \
		    --destinatario.denominazione "$d" --destinatario.pec "$p"
	done
}

uffici_di_prova >/dev/null
con_chiave coord >/dev/null
for i in 1 2 3 4 5 6 7 8 9 10; do aperta; done >"$D/casi"
tabella 1 "$N" >"$D/lettere.csv"
tabella "$((N + 1))" "$((N + 10))" >"$D/dieci.csv"
prova=$(seconds come coord lotto --nome misura --prova si "$D/lettere.csv")
: >"$D/mandate"
start=$(date +%s%N)
"$CARTELLA" --store "$S" --come coord lotto --nome misura "$D/lettere.csv" \
    >"$D/mandate" 2>"$D/errore" &
pid=$!
prima=$(watch "$pid" 1)
dopo=$(watch "$pid" 50)
fine=$(watch "$pid" "$((N - 3))")
wait "$pid" || cat "$D/errore" >&2
tempo=$(awk -v t=$(($(date +%s%N) - start)) 'BEGIN { printf "%.1f\n", t / 1e9 }')
ancora=$(seconds come coord lotto --nome misura "$D/lettere.csv")
sole=$(seconds one_each)
awk -v n="$N" -v p="$prova" -v t="$tempo" -v a="$ancora" -v s="$sole" \
    'BEGIN { printf "%d lettere: provate in %s s, mandate in %s s (%.2f al " \
    "secondo), di nuovo in %s s;\n  una alla volta con comunica: %.2f al " \
    "secondo: x%.1f\n", n, p, t, n / t, a, 10 / s, n / t / (10 / s) }'
echo "  memoria del convertitore, MB: alla prima $prima, alla cinquantesima $dopo, alla fine $fine"
G='Una lettera a molti'
cifra "$G" "$N lettere insieme" 0 "$(rate "$N" "$tempo")" 'al secondo' + \
    'comunica una alla volta' "$(rate 10 "$sole")"
cifra "$G" 'memoria del convertitore alla fine' 0 "$fine" MB - \
    'alla prima lettera' "$prima"
cartella verifica | tail -n 1
