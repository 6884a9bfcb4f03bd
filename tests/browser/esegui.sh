#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# esegui.sh PROGRAM DIR [NAME...] - the browser tests, as `make prova-browser`
# runs them: a demonstration store below DIR, begun yesterday (ieri.sh, with the
# test build $PROVA), served by PROGRAM, and each of DIR/*.mjs (or those named)
# against it.  What goes wrong leaves its picture in DIR/foto, the service's
# log in DIR/cronaca.
set -eu
program=$1
dir=$2
shift 2
here=$(cd "$(dirname "$0")" && pwd)
rm -rf "$dir/store" "$dir/foto" "$dir/sessioni.json"
mkdir -p "$dir/foto"
cp "$here"/*.mjs "$dir/"

export PROVA VERO="$program" FINO_A="$dir/ieri" CARTE="$dir/demo"
export TZ=CET-1CEST,M3.5.0,M10.5.0/3
# the year of the demonstration is one: on 1 January nothing was yesterday
[ "$(date +%m-%d)" = 01-01 ] || date -d yesterday +%FT16:30:00%:z >"$FINO_A"
{
	CARTELLA="$here/ieri.sh" sh "$here/../demo.sh" "$dir/store" &&
	CARTELLA=$program sh "$here/semina.sh" "$dir/store"
} >"$dir/demo.log" 2>&1 || { tail -5 "$dir/demo.log" >&2; exit 1; }
PAROLE=
for utente in resp prot coord as1 amm arch sis; do
	PAROLE="$PAROLE $utente=$("$program" --store "$dir/store" parola "$utente" | tail -1)"
done
# what is signed in a page is signed with the keys of the demonstration
GNUPGHOME="$CARTE/gnupg"
export GNUPGHOME
: >"$dir/indirizzo"
"$program" --store "$dir/store" servi --indirizzo 127.0.0.1:0 --web 1 --lettori 1 \
	--compositori 1 >"$dir/indirizzo" 2>"$dir/cronaca" &
padre=$!
chiudi() {
	kill -TERM $padre 2>/dev/null && wait $padre 2>/dev/null || :
	for d in "$dir/store/sigillo" "$CARTE/gnupg"; do
		gpgconf --homedir "$d" --kill all >/dev/null 2>&1 || :
	done
}
trap chiudi EXIT
n=0
while [ ! -s "$dir/indirizzo" ]; do
	n=$((n + 1))
	[ $n -le 200 ] || { cat "$dir/cronaca" >&2; exit 1; }
	sleep 0.05
done
export PAROLE BASE FOTO="$dir/foto" ESITI="$dir" DEMO="$here/../fixtures/demo"
BASE=$(head -1 "$dir/indirizzo")
cd "$dir"
if [ $# -eq 0 ]; then
	set -- [a-z]*.prova.mjs
fi
node --test --test-concurrency=1 --test-timeout=3600000 --test-reporter=tap "$@"
