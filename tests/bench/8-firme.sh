#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# Signatures and verifications a second, by one process and by four, beside gpg
# and openssl called for each file, by one loop and by four; and $FIRME (10,000)
# stored signatures verified in one run, beside a shell loop of gpg --verify.
# Figures only.
set -eu
D=$(mktemp -d)
trap 'gpgconf --kill all >/dev/null 2>&1 || :; rm -rf "$D"' EXIT
. tests/bench/banco.sh
export GNUPGHOME="$D/gnupg"
G='Firme al secondo'
N=${FIRME:-10000}
M=200			# files signed by gpg, and looked at over and over
mkdir -m 700 "$GNUPGHOME"
mkdir "$D/f"
at_rate() {	# at_rate HOW-MANY SINCE
	awk -v n="$1" -v t=$(($(now) - $2)) 'BEGIN { printf "%.1f\n", n * 1e9 / t }'
}
four() {	# four CMD...: the sum of four at once, each with its K
	for k in 1 2 3 4; do
		(K=$k; "$@") >"$D/di.$k" &
	done
	wait
	cat "$D"/di.[1-4] | awk '{ s += $1 }
	    END { if (NR != 4) exit 1; printf "%.1f", s }'
}

gpg --batch --quiet --passphrase '' --quick-gen-key prova ed25519 sign never 2>/dev/null
FPR=$(gpg --batch --with-colons --list-keys 2>/dev/null | awk -F: '/^fpr/ { print $10; exit }')
gpg --armor --export "$FPR" >"$D/chiave.asc"
i=0
while [ $((i += 1)) -le "$M" ]; do
	echo "<manifesto n='$i'><scopo>prova</scopo></manifesto>" >"$D/f/$i"
done

echo "OpenPGP, ed25519, al secondo"
K=
gpg_firma() {	# how many
	start=$(now)
	for i in $(seq "$1"); do
		gpg --batch --quiet --armor --detach-sign \
		    -o "$D/f/$i.asc$K" "$D/f/$i" 2>/dev/null
	done
	at_rate "$1" "$start"
}
gpg_verifica() {
	start=$(now)
	for i in $(seq "$1"); do
		gpg --batch --quiet --verify "$D/f/$i.asc" "$D/f/$i" 2>/dev/null
	done
	at_rate "$1" "$start"
}
loro_firma=$(gpg_firma "$M")
quattro_firma=$(four gpg_firma 100)
echo "  gpg per file, firma: $loro_firma · quattro cicli: $quattro_firma"
loro=$(gpg_verifica "$M")
quattro_loro=$(four gpg_verifica 100)
echo "  gpg per file, verifica: $loro · quattro cicli: $quattro_loro"
firma() { "$BENCH/firme" openpgp-firma "$GNUPGHOME" "$FPR" "$1"; }
una() { "$BENCH/firme" openpgp-verifica "$GNUPGHOME" "$FPR" "$D/f" $M "$1"; }
insieme() { "$BENCH/firme" openpgp-insieme "$D/chiave.asc" "$FPR" "$D/f" $M "$1"; }
noi=$(firma 200)
quattro=$(four firma 100)
echo "  firma: $noi · quattro processi: $quattro"
cifra "$G" 'OpenPGP, firma' 0 "$noi" 'al secondo' + 'gpg per file' "$loro_firma"
cifra "$G" 'OpenPGP, firma, quattro processi' 0 "$quattro" 'al secondo' + \
    'gpg per file, quattro cicli' "$quattro_firma"
noi=$(una 200)
quattro=$(four una 100)
echo "  verifica una a una: $noi · quattro processi: $quattro"
cifra "$G" 'OpenPGP, verifica una a una' 0 "$noi" 'al secondo' + 'gpg per file' "$loro"
cifra "$G" 'OpenPGP, verifica, quattro processi' 0 "$quattro" 'al secondo' + \
    'gpg per file, quattro cicli' "$quattro_loro"
noi=$(insieme "$N")
quattro=$(four insieme "$N")
cifra "$G" "OpenPGP, verifica di $N insieme" 0 "$noi" 'al secondo' + \
    'gpg per file' "$loro" '>=20'
cifra "$G" "OpenPGP, $N insieme, quattro processi" 0 "$quattro" 'al secondo' + \
    'gpg per file, quattro cicli' "$quattro_loro"
echo "  verifica di $N insieme: $noi · quattro processi: $quattro"
awk -v a="$noi" -v b="$loro" 'BEGIN {
    printf "  volte il ciclo di gpg --verify (almeno 20): %.0f\n", a / b }'

echo "CAdES, P-256, al secondo"
openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 30 \
    -keyout "$D/k" -out "$D/c" -subj '/CN=Prova' \
    -addext keyUsage=critical,nonRepudiation 2>/dev/null
openssl pkcs12 -export -inkey "$D/k" -in "$D/c" -out "$D/p12" -passout pass:prova
openssl_firma() {
	start=$(now)
	for i in $(seq 50); do
		openssl cms -sign -cades -binary -nodetach -outform DER \
		    -signer "$D/c" -inkey "$D/k" -in "$D/f/$i" \
		    -out "$D/f/$i.p7m$K"
	done
	at_rate 50 "$start"
}
openssl_verifica() {
	start=$(now)
	for i in $(seq 50); do
		openssl cms -verify -cades -inform DER -CAfile "$D/c" \
		    -purpose any -in "$D/f/$i.p7m" -out /dev/null 2>/dev/null
	done
	at_rate 50 "$start"
}
loro_firma=$(openssl_firma)
quattro_firma=$(four openssl_firma)
echo "  openssl per file, firma: $loro_firma · quattro cicli: $quattro_firma"
loro=$(openssl_verifica)
quattro_loro=$(four openssl_verifica)
echo "  openssl per file, verifica: $loro · quattro cicli: $quattro_loro"
noi=$("$BENCH/firme" cades-firma "$D/p12" 2000 "$D/nostra.p7m")
quattro=$(four "$BENCH/firme" cades-firma "$D/p12" 2000)
cifra "$G" 'CAdES, firma' 0 "$noi" 'al secondo' + 'openssl per file' "$loro_firma"
cifra "$G" 'CAdES, firma, quattro processi' 0 "$quattro" 'al secondo' + \
    'openssl per file, quattro cicli' "$quattro_firma"
echo "  firma: $noi · quattro processi: $quattro"
noi=$("$BENCH/firme" cades-verifica "$D/nostra.p7m" "$D/c" 1000)
quattro=$(four "$BENCH/firme" cades-verifica "$D/nostra.p7m" "$D/c" 1000)
cifra "$G" 'CAdES, verifica' 0 "$noi" 'al secondo' + 'openssl per file' "$loro"
cifra "$G" 'CAdES, verifica, quattro processi' 0 "$quattro" 'al secondo' + \
    'openssl per file, quattro cicli' "$quattro_loro"
echo "  verifica: $noi · quattro processi: $quattro"
