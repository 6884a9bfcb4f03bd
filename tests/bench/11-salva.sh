#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# `salva` of a store of $CARTELLE cartelle (500) and $ALLEGATI files of a
# megabyte (100): the first time, when nothing changed, after an act; beside tar
# with zstd, with zstd and gpg, and with openssl enc over the same store;
# controlla-salvataggio, ripristina.  Figures only.
set -eu
D=$(mktemp -d)
N=${CARTELLE:-500}
A=${ALLEGATI:-100}
trap 'gpgconf --homedir "$D/gpg" --kill all 2>/dev/null; rm -rf "$D"' EXIT
. tests/bench/banco.sh
export CARTELLA_STORE="$D/s" GNUPGHOME="$D/gpg"
c() { "$CARTELLA" "$@" >/dev/null; }

mkdir -m 700 "$D/gpg"
gpg --batch --quiet --pinentry-mode loopback --passphrase '' \
    --quick-generate-key r@r.invalid ed25519 cert never 2>/dev/null
f=$(gpg --list-keys --with-colons 2>/dev/null |
    awk -F: '$1 == "fpr" { print $10; exit }')
gpg --batch --quiet --pinentry-mode loopback --passphrase '' \
    --quick-add-key "$f" cv25519 encr never 2>/dev/null
gpg --armor --export "$f" >"$D/r.asc" 2>/dev/null

ente_di_banco
"$BENCH/cartelle" "$D/s" "$N" 16 >/dev/null
lettera() {
	head -c 1048576 /dev/urandom >"$D/foto.jpg"
	c --come prot1 registra --flusso entrata --oggetto "Foto $1" --mezzo pec \
	    --mittente.denominazione X --classifica VII/9 "$D/foto.jpg"
}
k=0
while [ $((k += 1)) -le "$A" ]; do
	lettera "$k"
done
mb=$(du -sm --apparent-size "$D/s" | cut -f1)

tar -cf - -C "$D" s >/dev/null	# all from a warm cache
start=$(now)
tar -cf - -C "$D" s | zstd -q -T1 >"$D/s.zst"
sync -f "$D"
zstd=$(since "$start")
rm "$D/s.zst"
start=$(now)
tar -cf - -C "$D" s | openssl enc -aes-256-ctr -pbkdf2 -pass pass:x >"$D/s.enc"
sync -f "$D"
enc=$(since "$start")
rm "$D/s.enc"
start=$(now)
tar -cf - -C "$D" s | zstd -q -3 -T1 | gpg --batch --quiet --trust-model always \
    --compress-algo none -r "$f" -e >"$D/s.gpg" 2>/dev/null
sync -f "$D"
gpg=$(since "$start")
rm "$D/s.gpg"
salva() { c salva "$D/copia" --chiavi "$D/chiavi" --per "$D/r.asc"; }
start=$(now)
/usr/bin/time -f '%M' -o "$D/memoria" "$CARTELLA" salva "$D/copia" \
    --chiavi "$D/chiavi" --per "$D/r.asc" >/dev/null
noi=$(since "$start")
start=$(now)
salva
niente=$(since "$start")
lettera ancora
start=$(now)
salva
uno=$(since "$start")
start=$(now)
c controlla-salvataggio "$D/copia"
controlla=$(since "$start")
start=$(now)
c --store "$D/nuovo" ripristina "$D/copia" --chiavi "$D/chiavi" \
    --ultimo "0/$(date +%Y)" --altre-serie ritrovate
torna=$(since "$start")
awk -v mb="$mb" -v noi="$noi" -v zstd="$zstd" -v enc="$enc" -v gpg="$gpg" -v niente="$niente" \
    -v uno="$uno" -v controlla="$controlla" -v torna="$torna" \
    -v k="$(tail -1 "$D/memoria")" 'BEGIN {
	printf "salva: %d MB in %.2f s (%.0f MB/s, %.0f MB di memoria);\n",
	    mb, noi, mb / noi, k / 1024
	printf "  tar e zstd %.2f s (%.0f MB/s), tar e openssl enc %.2f s (%.0f MB/s)\n",
	    zstd, mb / zstd, enc, mb / enc
	printf "  tar, zstd -3 e gpg %.2f s (%.0f MB/s): x%.2f del loro tempo\n",
	    gpg, mb / gpg, noi / gpg
	printf "  se niente è cambiato %.2f s; dopo un atto %.2f s\n", niente, uno
	printf "controlla-salvataggio %.2f s; ripristina %.2f s (%.0f MB/s)\n",
	    controlla, torna, mb / torna
}'
G="Copie di sicurezza di un archivio di $mb MB"
cifra "$G" salva 0 "$(rate "$mb" "$noi")" 'MB al secondo' + 'tar, zstd -3, gpg' \
    "$(rate "$mb" "$gpg")" '>=1'
cifra "$G" 'salva, accanto a chi non cifra' 0 "$(rate "$mb" "$noi")" \
    'MB al secondo' + 'tar e zstd' "$(rate "$mb" "$zstd")"
cifra "$G" 'quando niente è cambiato' 0 "$niente" s - 'la prima volta' "$noi"
cifra "$G" controlla-salvataggio 0 "$(rate "$mb" "$controlla")" 'MB al secondo' +
cifra "$G" ripristina 0 "$(rate "$mb" "$torna")" 'MB al secondo' +
