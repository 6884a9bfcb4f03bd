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
export LC_ALL=C.UTF-8 CARTELLA_STORE="$D/s"
c() { "$CARTELLA" "$@" >/dev/null; }
now() { date +%s%N; }
secs() { awk -v t=$(($(now) - $1)) 'BEGIN { printf "%.2f", t / 1e9 }'; }

c init --denominazione "Comune di prova" --codice-ipa c_x --codice-aoo AOO \
    --dimostrativo si --ufficio.codice prot --ufficio.denominazione Protocollo \
    --ufficio.codice soc --ufficio.denominazione "Servizio sociale" \
    --responsabile.codice resp --responsabile.cognome Bianchi \
    --responsabile.nome Anna
c --come resp nomina --codice prot1 --cognome Verdi --nome Luca \
    --ruolo protocollo --ufficio prot
c --come resp nomina --codice coord --cognome Ferri --nome Lucia \
    --ruolo coordinatore --ufficio soc
c --come resp nomina --codice as1 --cognome Conti --nome Marta \
    --ruolo assistente-sociale --ufficio soc
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
loro=$(secs "$start")
rm "$D/s.tar"
start=$(now)
/usr/bin/time -f '%M' -o "$D/memoria" "$CARTELLA" --come resp esporta "$D/fuori" >/dev/null
noi=$(secs "$start")
start=$(now)
CARTELLA_STORE=$D/nuovo c importa "$D/fuori"
dentro=$(secs "$start")
start=$(now)
sh "$D/fuori/verifica.sh" >/dev/null
senza=$(secs "$start")
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
