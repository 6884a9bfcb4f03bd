#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# Signatures and verifications a second, by one process and by four, beside gpg
# and openssl called for each file; and $FIRME (10,000) stored signatures
# verified in one run, beside a shell loop of gpg --verify.  Figures only.
set -eu
D=$(mktemp -d)
trap 'gpgconf --kill all >/dev/null 2>&1 || :; rm -rf "$D"' EXIT
export LC_ALL=C.UTF-8 GNUPGHOME="$D/gnupg"
N=${FIRME:-10000}
M=200			# files signed by gpg, and looked at over and over
mkdir -m 700 "$GNUPGHOME"
mkdir "$D/f"
now() { date +%s%N; }
rate() {	# rate HOW-MANY SINCE
	awk -v n="$1" -v t=$(($(now) - $2)) 'BEGIN { printf "%.1f", n * 1e9 / t }'
}
four() {	# four CMD...: the sum of four at once
	for k in 1 2 3 4; do
		"$@" >"$D/di.$k" &
	done
	wait
	cat "$D"/di.[1-4] | awk '{ s += $1 } END { printf "%.1f", s }'
}

gpg --batch --quiet --passphrase '' --quick-gen-key prova ed25519 sign never 2>/dev/null
FPR=$(gpg --batch --with-colons --list-keys 2>/dev/null | awk -F: '/^fpr/ { print $10; exit }')
gpg --armor --export "$FPR" >"$D/chiave.asc"
i=0
while [ $((i += 1)) -le "$M" ]; do
	echo "<manifesto n='$i'><scopo>prova</scopo></manifesto>" >"$D/f/$i"
done

echo "OpenPGP, ed25519, al secondo"
start=$(now)
for i in $(seq "$M"); do
	gpg --batch --quiet --armor --detach-sign -o "$D/f/$i.asc" "$D/f/$i"
done
echo "  gpg per file, firma: $(rate "$M" "$start")"
start=$(now)
for i in $(seq "$M"); do
	gpg --batch --quiet --verify "$D/f/$i.asc" "$D/f/$i" 2>/dev/null
done
loro=$(rate "$M" "$start")
echo "  gpg per file, verifica: $loro"
firma() { "$BENCH/firme" openpgp-firma "$GNUPGHOME" "$FPR" "$1"; }
una() { "$BENCH/firme" openpgp-verifica "$GNUPGHOME" "$FPR" "$D/f" $M "$1"; }
insieme() { "$BENCH/firme" openpgp-insieme "$D/chiave.asc" "$FPR" "$D/f" $M "$1"; }
echo "  firma: $(firma 200) · quattro processi: $(four firma 100)"
echo "  verifica una a una: $(una 200) · quattro processi: $(four una 100)"
noi=$(insieme "$N")
echo "  verifica di $N insieme: $noi · quattro processi: $(four insieme "$N")"
awk -v a="$noi" -v b="$loro" 'BEGIN {
    printf "  volte il ciclo di gpg --verify (almeno 20): %.0f\n", a / b }'

echo "CAdES, P-256, al secondo"
openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 30 \
    -keyout "$D/k" -out "$D/c" -subj '/CN=Prova' \
    -addext keyUsage=critical,nonRepudiation 2>/dev/null
openssl pkcs12 -export -inkey "$D/k" -in "$D/c" -out "$D/p12" -passout pass:prova
start=$(now)
for i in $(seq 50); do
	openssl cms -sign -cades -binary -nodetach -outform DER -signer "$D/c" \
	    -inkey "$D/k" -in "$D/f/$i" -out "$D/f/$i.p7m"
done
echo "  openssl per file, firma: $(rate 50 "$start")"
start=$(now)
for i in $(seq 50); do
	openssl cms -verify -cades -inform DER -CAfile "$D/c" -purpose any \
	    -in "$D/f/$i.p7m" -out /dev/null 2>/dev/null
done
echo "  openssl per file, verifica: $(rate 50 "$start")"
echo "  firma: $("$BENCH/firme" cades-firma "$D/p12" 2000 "$D/nostra.p7m")" \
    "· quattro processi: $(four "$BENCH/firme" cades-firma "$D/p12" 2000)"
echo "  verifica: $("$BENCH/firme" cades-verifica "$D/nostra.p7m" "$D/c" 1000)" \
    "· quattro processi: $(four "$BENCH/firme" cades-verifica "$D/nostra.p7m" "$D/c" 1000)"
