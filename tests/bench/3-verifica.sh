#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# `verifica` on a store of $CARTELLE cartelle (1,000) of twenty-one documents
# each, beside git fsck, xmllint and gpg --verify run by a shell loop over the
# same folders, beside reading and hashing the same bytes, and the whole of it
# by docs/verifica-indipendente.sh; then --da-ultima behind twenty acts, and
# behind a day of 1,100 registrations on a store of five years with $RIGHE
# (100,000) of them.  Figures only.
#
# Whoever is measured finds the bytes in memory, read a moment before: what the
# disk gives at first, reading alone among it, is told beside.
#
# What is signed is the least that the field signs: whoever finds that a case is
# one writes a relazione and signs it (of mere activity, or with its proposta),
# so there is one for each cartella, and the store is sealed once, a signed tag
# for each folder.  (A progetto, a determinazione, a decreto, the seals of each
# day that touched a folder would be more.)
set -eu
D=$(mktemp -d)
N=${CARTELLE:-1000}
RIGHE=${BENCH_RIGHE:-100000}
trap 'gpgconf --kill all >/dev/null 2>&1 || :; rm -rf "$D"' EXIT
. tests/bench/banco.sh
export GNUPGHOME="$D/gnupg" CARTELLA_STORE="$D/s"
mkdir -m 700 "$GNUPGHOME"
c() { "$CARTELLA" "$@" >/dev/null; }

ente_di_banco
gpg --batch --quiet --passphrase '' --quick-gen-key as1@example ed25519 sign never 2>/dev/null
gpg --armor --export as1@example > "$D/as1.asc"
c --come resp arruola-chiave --utente as1 "$D/as1.asc"
mkdir -m 700 "$D/s/sigillo"
gpg --homedir "$D/s/sigillo" --batch --quiet --passphrase '' \
    --quick-gen-key ufficio@example ed25519 sign never 2>/dev/null
gpg --homedir "$D/s/sigillo" --armor --export ufficio@example >"$D/ufficio.asc"
gpg --batch --quiet --import "$D/ufficio.asc" 2>/dev/null
c --come resp arruola-chiave --uso sigillo "$D/ufficio.asc"
echo "atti al secondo nel riempire l'archivio: $("$BENCH/cartelle" "$D/s" "$N" 16 1)"
anno=$(date +%Y)
c --come as1 firma-tutte --resa nessuna --conferma tutte
c --come resp sigilla

# Seconds of a command, on the clock ($NAME_s) and of the processor ($NAME_p).
misura() {	# misura NAME COMMAND...
	mi_nome=$1
	shift
	leggi
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
somma() { echo "$*" | awk '{ for (i = 1; i <= NF; i++) s += $i; print s }'; }

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
# As one writes it: a process a signature.  (gpg has no other way for one that
# stands beside what it signs.)
firme() {
	find "$D/s" -path '*/firme/*.asc' | while read -r f; do
		gpg --quiet --verify "$f" "${f%/*}/manifesto.xml" 2>/dev/null ||
		    echo "non vale: $f"
	done
}
sigilli() {
	find "$D/s" -name '*.git' -o -name .git | while read -r g; do
		git --git-dir "$g" tag | while read -r t; do
			git --git-dir "$g" verify-tag "$t" 2>/dev/null ||
			    echo "non vale: $g $t"
		done
	done
}
# The cheapest there is: no agent, no trust; a folder's tags together.
firme_insieme() {
	gpg --export >"$D/chiavi.gpg"
	find "$D/s" -path '*/firme/*.asc' | while read -r f; do
		gpgv --quiet --keyring "$D/chiavi.gpg" "$f" \
		    "${f%/*}/manifesto.xml" 2>/dev/null || echo "non vale: $f"
	done
}
sigilli_insieme() {
	find "$D/s" -name '*.git' -o -name .git | while read -r g; do
		# shellcheck disable=SC2046
		git --git-dir "$g" verify-tag $(git --git-dir "$g" tag) \
		    2>/dev/null || echo "non vale: $g"
	done
}
leggi() { find "$D/s" -type f -exec cat {} + | wc -c >"$D/byte"; }
impronte() { find "$D/s" -type f -exec sha256sum {} + >/dev/null; }
conta() { sed -n "s/.*<guardato .*$1=\"\([0-9]*\)\".*/\1/p" "$D/r.xml"; }

start=$(now)
tutti
freddo_s=$(since "$start")
misura uno uno
misura tutti tutti
misura fsck fsck
documenti | sort >"$D/documenti"
awk '{ print $2 > "'"$D"'/tipo." $1 }' "$D/documenti"
misura lint lint
misura insieme lint_insieme
misura firme firme
misura sigilli sigilli
misura gpgv firme_insieme
misura tag sigilli_insieme
misura leggi leggi
misura impronte impronte
# shellcheck disable=SC2154
ciclo_p=$(somma "$fsck_p" "$lint_p" "$firme_p" "$sigilli_p")
ciclo_s=$(somma "$fsck_s" "$lint_s" "$firme_s" "$sigilli_s")
# shellcheck disable=SC2154
insieme_tutto_p=$(somma "$fsck_p" "$insieme_p" "$gpgv_p" "$tag_p")
insieme_tutto_s=$(somma "$fsck_s" "$insieme_s" "$gpgv_s" "$tag_s")
mega=$(awk -v b="$(cat "$D/byte")" 'BEGIN { printf "%.1f", b / 1e6 }')
# What the disk gives, past the memory that has it; a file system in memory has
# no such thing.
dd if=/dev/urandom of="$D/grande" bs=1M count=256 conv=fsync 2>/dev/null
disco=$(dd if="$D/grande" of=/dev/null bs=4M iflag=direct 2>&1 |
    sed -n 's/.*, \([0-9.]*\) \([MG]\)B\/s$/\1 \2/p' |
    awk '{ print $2 == "G" ? $1 * 1000 : $1 }') || disco=
rm -f "$D/grande"
# shellcheck disable=SC2154
cat <<FINE
verifica: $tutti_s s sull'orologio, $tutti_p di processore; con un processo $uno_s e $uno_p;
  la prima volta, con i byte come stavano, $freddo_s s
git fsck, xmllint per ogni documento, gpg e git verify-tag per ogni firma:
  $fsck_p, $lint_p, $firme_p, $sigilli_p s di processore, $ciclo_s s sull'orologio,
  senza catena, registro, versioni vecchie, file visibili:
  $(volte "$ciclo_p" "$tutti_p") volte il processore, $(volte "$ciclo_s" "$tutti_s") l'orologio
lo stesso, ogni schema letto una volta ($insieme_p s), gpgv ($gpgv_p s), i tag
  di una cartella insieme ($tag_p s):
  $(volte "$insieme_tutto_p" "$tutti_p") e $(volte "$insieme_tutto_s" "$tutti_s") volte
al secondo di processore: $(volte "$(conta oggetti)" "$tutti_p") oggetti,
  $(volte "$(conta documenti)" "$tutti_p") documenti,
  $(volte "$(conta firme)" "$tutti_p") firme, $(volte "$mega" "$tutti_p") MB
$(cat "$D/byte") byte: cat $leggi_s s, sha256sum $impronte_s s, verifica $tutti_s s;
  il disco ${disco:-(in memoria)} MB/s
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
    'git fsck, xmllint per file, gpg per firma' "$ciclo_s" '<=0.05'
cifra "$G" 'verifica, secondi, accanto ai gruppi' 0 "$tutti_s" s - \
    'git fsck, xmllint a gruppi, gpgv' "$insieme_tutto_s"
cifra "$G" 'la prima volta, come il disco dà i byte' 0 "$freddo_s" s - \
    'con i byte in memoria' "$tutti_s"
cifra "$G" 'con un processo solo' 0 "$uno_s" s - 'con tutti i processori' "$tutti_s"
cifra "$G" 'oggetti al secondo' 0 "$(rate "$(conta oggetti)" "$tutti_s")" \
    'al secondo' + 'git fsck' "$(rate "$(conta oggetti)" "$fsck_s")"
cifra "$G" 'documenti al secondo' 0 "$(rate "$(conta documenti)" "$tutti_s")" \
    'al secondo' + 'xmllint per file' \
    "$(rate "$(wc -l <"$D/documenti")" "$lint_s")"
cifra "$G" 'firme al secondo' 0 "$(rate "$(conta firme)" "$tutti_s")" \
    'al secondo' + 'gpg e git verify-tag' "$(rate "$(conta firme)" \
    "$(somma "$firme_s" "$sigilli_s")")"
cifra "$G" 'MB al secondo' 0 "$(rate "$mega" "$tutti_s")" MB/s + sha256sum \
    "$(rate "$mega" "$impronte_s")"
[ -z "$disco" ] || cifra "$G" 'MB al secondo, accanto al disco' 0 \
    "$(rate "$mega" "$tutti_s")" MB/s + 'lettura del disco' "$disco"
cifra "$G" 'verifica, accanto alla sola lettura' 0 "$tutti_s" s - \
    'leggere gli stessi byte' "$leggi_s"
cifra "$G" 'solo venti atti nuovi (--da-ultima)' 0 "$nuovo_s" s - tutto "$tutti_s"
start=$(now)
sh docs/verifica-indipendente.sh "$D/s" | tail -n 1
senza=$(since "$start")
echo "verifica-indipendente.sh, che guarda tutto: $senza s"
cifra "$G" 'verifica, secondi, accanto al secondo verificatore' 0 "$tutti_s" s - \
    'verifica-indipendente.sh' "$senza"

# ---- the same in packs, as `compatta` leaves it every week ----
mkdir "$D/cento"
find "$D/s/cartelle" -name .git -prune | sort | head -n 100 >"$D/presi"
while read -r g; do
	cp -a "$g" "$D/cento/$(echo "$g" | tr / _)"
done <"$D/presi"
gc() { for g in "$D"/cento/*; do git --git-dir "$g" gc --quiet; done; }
compatta() { "$CARTELLA" compatta >"$D/compattate"; }
misura gc gc
rm -rf "$D/cento"
sparsi=$(du -sm "$D/s" | cut -f 1)
misura compatta compatta
raccolti=$(du -sm "$D/s" | cut -f 1)
misura pacchi tutti
misura fsck_pacchi fsck
quante=$(sed -n 's/^compattate \([0-9]*\) .*/\1/p' "$D/compattate")
# shellcheck disable=SC2154
cat <<FINE
$(cat "$D/compattate"), in $compatta_s s: $raccolti MB sul disco, prima $sparsi;
  verifica poi $pacchi_s s ($pacchi_p di processore), git fsck $fsck_pacchi_s
FINE
# shellcheck disable=SC2154
cifra "$G" 'compatta, cartelle al secondo' 0 "$(rate "$quante" "$compatta_s")" \
    'al secondo' + 'git gc' "$(rate "$(wc -l <"$D/presi")" "$gc_s")"
cifra "$G" 'sul disco, dopo compatta' 0 "$raccolti" MB - prima "$sparsi"
cifra "$G" 'verifica, dopo compatta' 0 "$pacchi_s" s - 'git fsck' "$fsck_pacchi_s"

# ---- a day, in a store of five years ----
export CARTELLA_STORE="$D/anni"
env MALLOC_TRIM_THRESHOLD_=1000000000 MALLOC_TOP_PAD_=67108864 \
    "$BENCH/importa" "$D/anni" "$RIGHE"
misura anni tutti
"$BENCH/registra" "$D/anni" 1100 16 1 >/dev/null
misura giorno nuovo
# shellcheck disable=SC2154
echo "cinque anni, $RIGHE registrazioni: verifica $anni_s s ($anni_p di processore);
  poi un giorno di 1.100, --da-ultima: $giorno_s s, $giorno_p di processore"
cifra 'Verificare un giorno di 1.100 registrazioni' '--da-ultima, secondi' \
    "$RIGHE" "$giorno_s" s - - - '<=2'
