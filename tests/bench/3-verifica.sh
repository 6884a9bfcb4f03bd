#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# `verifica` on a store of $CARTELLE cartelle (1,000) of twenty documents each,
# one in fifty with a signed relazione, beside git fsck, xmllint and gpg
# --verify run by a shell loop over the same folders, beside reading and hashing
# the same bytes, and the whole of it by docs/verifica-indipendente.sh; then
# --da-ultima behind twenty acts.  Figures only.
set -eu
D=$(mktemp -d)
N=${CARTELLE:-1000}
trap 'gpgconf --kill all >/dev/null 2>&1 || :; rm -rf "$D"' EXIT
. tests/bench/banco.sh
export GNUPGHOME="$D/gnupg" CARTELLA_STORE="$D/s"
mkdir -m 700 "$GNUPGHOME"
c() { "$CARTELLA" "$@" >/dev/null; }

ente_di_banco
gpg --batch --quiet --passphrase '' --quick-gen-key as1@example ed25519 sign never 2>/dev/null
gpg --armor --export as1@example > "$D/as1.asc"
c --come resp arruola-chiave --utente as1 "$D/as1.asc"
echo "atti al secondo nel riempire l'archivio: $("$BENCH/cartelle" "$D/s" "$N" 16)"
anno=$(date +%Y)
k=0
while [ $((k += 50)) -le "$N" ]; do
	cs=$(printf 'CS-%s-%07d' "$anno" $k)
	c --come as1 redigi --cartella "$cs" --tipo attivita --oggetto Relazione \
	    --fatti-accertati Fatti. --dichiarazioni Dichiarazioni. --valutazioni Valutazioni.
	c --come as1 firma --resa nessuna --cartella "$cs" --documento relazioni/0001.xml
done

# Seconds of a command, on the clock ($NAME_s) and of the processor ($NAME_p).
misura() {	# misura NAME COMMAND...
	mi_nome=$1
	shift
	times >"$D/prima"
	start=$(now)
	"$@"
	eval "${mi_nome}_s=$(since "$start")"
	times >"$D/dopo"
	eval "${mi_nome}_p=$(cat "$D/prima" "$D/dopo" | awk 'NR % 2 == 0 {
		s = 0
		for (i = 1; i <= 2; i++) { split($i, t, "m"); s += t[1] * 60 + t[2] }
		v[NR] = s } END { printf "%.2f", v[4] - v[2] }')"
}
volte() { awk -v a="$1" -v b="$2" 'BEGIN { printf "%.1f", a / (b > 0 ? b : 0.01) }'; }
somma() { awk -v a="$1" -v b="$2" -v c="$3" 'BEGIN { print a + b + c }'; }

uno() { "$CARTELLA" verifica --processi 1; }
tutti() { "$CARTELLA" verifica --rapporto "$D/r.xml"; }
nuovo() { "$CARTELLA" verifica --da-ultima; }
fsck() {
	find "$D/s" -name '*.git' -o -name .git | while read -r g; do
		git --git-dir "$g" fsck --strict --no-dangling >/dev/null 2>&1 ||
		    echo "guasto: $g"
	done
}
documenti() {
	find "$D/s" -name '*.xml' -path '*/20*' -not -path '*/atti/*' |
	    while read -r f; do
		r=$(sed -n '2{s/<\([a-z-]*\).*/\1/p;q}' "$f")
		echo "$r $f"
	done
}
# As one writes it: a process a file.
lint() {
	while read -r t f; do
		xmllint --noout --schema "build/rel/res/schema/documenti/$t.xsd" \
		    "$f" 2>&1 | grep -v 'validates$' || :
	done <"$D/documenti"
}
# Each schema read once.
lint_insieme() {
	for t in "$D"/tipo.*; do
		xargs xmllint --noout --schema \
		    "build/rel/res/schema/documenti/${t##*.}.xsd" <"$t" 2>&1 |
		    grep -v 'validates$' || :
	done
}
firme() {
	find "$D/s" -path '*/firme/*.asc' | while read -r f; do
		gpg --quiet --verify "$f" "${f%/*}/manifesto.xml" 2>/dev/null ||
		    echo "non vale: $f"
	done
}
leggi() { find "$D/s" -type f -exec cat {} + | wc -c >"$D/byte"; }
impronte() { find "$D/s" -type f -exec sha256sum {} + >/dev/null; }
conta() { sed -n "s/.*<guardato .*$1=\"\([0-9]*\)\".*/\1/p" "$D/r.xml"; }

misura uno uno
misura tutti tutti
misura fsck fsck
documenti | sort >"$D/documenti"
awk '{ print $2 > "'"$D"'/tipo." $1 }' "$D/documenti"
misura lint lint
misura insieme lint_insieme
misura firme firme
misura leggi leggi
misura impronte impronte
# shellcheck disable=SC2154
ciclo_p=$(somma "$fsck_p" "$lint_p" "$firme_p")
ciclo_s=$(somma "$fsck_s" "$lint_s" "$firme_s")
insieme_tutto_p=$(somma "$fsck_p" "$insieme_p" "$firme_p")
insieme_tutto_s=$(somma "$fsck_s" "$insieme_s" "$firme_s")
# shellcheck disable=SC2154
cat <<FINE
verifica: $tutti_s s sull'orologio, $tutti_p di processore; con un processo $uno_s e $uno_p
git fsck, xmllint per ogni documento, gpg: $fsck_p, $lint_p, $firme_p s di processore,
  senza catena, registro, versioni vecchie, file visibili:
  $(volte "$ciclo_p" "$tutti_p") volte il processore, $(volte "$ciclo_s" "$tutti_s") l'orologio
lo stesso, ogni schema letto una volta ($insieme_p s):
  $(volte "$insieme_tutto_p" "$tutti_p") e $(volte "$insieme_tutto_s" "$tutti_s") volte
al secondo di processore: $(volte "$(conta oggetti)" "$tutti_p") oggetti,
  $(volte "$(conta documenti)" "$tutti_p") documenti
$(cat "$D/byte") byte: cat $leggi_s s, sha256sum $impronte_s s, verifica $tutti_s s
FINE

# ---- what one day adds ----
k=0
while [ $((k += 1)) -le 20 ]; do
	c --come as1 annota "$(printf 'CS-%s-%07d' "$anno" $k)" 'Un colloquio.'
done
misura nuovo nuovo
# shellcheck disable=SC2154
echo "venti atti dopo, --da-ultima: $nuovo_s s, $nuovo_p di processore"
G="Verificare $N cartelle"
cifra "$G" 'verifica, secondi' 0 "$tutti_s" s - \
    'git fsck, xmllint per file, gpg' "$ciclo_s" '<=0.05'
cifra "$G" 'verifica, secondi, accanto ai gruppi' 0 "$tutti_s" s - \
    'git fsck, xmllint a gruppi, gpg' "$insieme_tutto_s"
cifra "$G" 'con un processo solo' 0 "$uno_s" s - 'con tutti i processori' "$tutti_s"
cifra "$G" 'verifica, accanto alla sola lettura' 0 "$tutti_s" s - \
    'leggere gli stessi byte' "$leggi_s"
cifra "$G" 'verifica, accanto a sha256sum' 0 "$tutti_s" s - \
    'sha256sum degli stessi byte' "$impronte_s"
cifra "$G" 'solo venti atti nuovi (--da-ultima)' 0 "$nuovo_s" s - tutto "$tutti_s"
start=$(now)
sh docs/verifica-indipendente.sh "$D/s" | tail -n 1
senza=$(since "$start")
echo "verifica-indipendente.sh, che guarda tutto: $senza s"
cifra "$G" 'verifica, secondi, accanto al secondo verificatore' 0 "$tutti_s" s - \
    'verifica-indipendente.sh' "$senza"
