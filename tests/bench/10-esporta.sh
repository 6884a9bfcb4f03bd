#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# `esporta` of a store of $CARTELLE cartelle (500) and $ALLEGATI files of a
# megabyte (100), beside tar and sha256sum over the same store; `importa`,
# which verifies twice and compares.  Figures only.
set -eu
D=$(mktemp -d)
N=${CARTELLE:-500}
A=${ALLEGATI:-100}
trap 'rm -rf "$D"' EXIT
. tests/bench/banco.sh
export CARTELLA_STORE="$D/s"
c() { "$CARTELLA" "$@" >/dev/null; }

ente_di_banco
"$BENCH/cartelle" "$D/s" "$N" 16 >/dev/null
k=0
while [ $((k += 1)) -le "$A" ]; do
	head -c 1048576 /dev/urandom >"$D/foto.jpg"
	c --come prot1 registra --flusso entrata --oggetto "Foto $k" --mezzo pec \
	    --mittente.denominazione X --classifica VII/9 "$D/foto.jpg"
done
mb=$(du -sm --apparent-size "$D/s" | cut -f1)
# both from a warm cache
tar -cf "$D/s.tar" -C "$D" s
rm "$D/s.tar"
start=$(now)
tar -cf "$D/s.tar" -C "$D" s
(cd "$D/s" && find . -type f -print0 | xargs -0 sha256sum) >"$D/somme"
sync -f "$D"
loro=$(since "$start")
rm "$D/s.tar"
start=$(now)
/usr/bin/time -f '%M' -o "$D/memoria" "$CARTELLA" --come resp esporta --pdf no \
    "$D/fuori" >/dev/null
noi=$(since "$start")
start=$(now)
CARTELLA_STORE=$D/nuovo c importa "$D/fuori"
dentro=$(since "$start")
start=$(now)
sh "$D/fuori/verifica.sh" >/dev/null
senza=$(since "$start")
awk -v mb="$mb" -v noi="$noi" -v loro="$loro" -v dentro="$dentro" \
    -v senza="$senza" -v k="$(tail -1 "$D/memoria")" \
    -v f="$(wc -l <"$D/fuori/SHA256SUMS")" 'BEGIN {
	printf "esporta: %d MB, %d file scritti in %.2f s (%.0f MB/s, %.0f MB di memoria);\n",
	    mb, f, noi, mb / noi, k / 1024
	printf "  tar e sha256sum %.2f s (%.0f MB/s): noi %.2f volte il loro tempo\n",
	    loro, mb / loro, noi / loro
	printf "importa %.2f s (%.0f MB/s); verifica.sh %.2f s\n", dentro,
	    mb / dentro, senza
}'
G="L'archivio intero, fuori e dentro"
cifra "$G" esporta 0 "$(rate "$mb" "$noi")" 'MB al secondo' + 'tar e sha256sum' \
    "$(rate "$mb" "$loro")"
cifra "$G" 'importa, che verifica due volte' 0 "$(rate "$mb" "$dentro")" 'MB al secondo' +
cifra "$G" 'verifica.sh, senza di noi' 0 "$(rate "$mb" "$senza")" 'MB al secondo' +
