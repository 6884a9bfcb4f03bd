#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# `verifica` on a store of $CARTELLE cartelle (1,000) of twenty documents each,
# one in fifty with a signed relazione, beside git fsck, xmllint and gpg
# --verify run by a shell loop over the same folders, and the whole of it by
# docs/verifica-indipendente.sh.  Figures only.
set -eu
D=$(mktemp -d)
N=${CARTELLE:-1000}
trap 'gpgconf --kill all >/dev/null 2>&1 || :; rm -rf "$D"' EXIT
export LC_ALL=C.UTF-8 GIT_CONFIG_GLOBAL=/dev/null GIT_CONFIG_SYSTEM=/dev/null
export GNUPGHOME="$D/gnupg" CARTELLA_STORE="$D/s"
mkdir -m 700 "$GNUPGHOME"
c() { "$CARTELLA" "$@" >/dev/null; }
now() { date +%s%N; }
secs() { awk -v t=$(($(now) - $1)) 'BEGIN { printf "%.1f", t / 1e9 }'; }

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

start=$(now)
"$CARTELLA" verifica
noi=$(secs "$start")
start=$(now)
find "$D/s" -name '*.git' -o -name .git | while read -r g; do
	git --git-dir "$g" fsck --strict --no-dangling >/dev/null 2>&1 || echo "guasto: $g"
done
find "$D/s" -name '*.xml' -path '*/20*' -not -path '*/atti/*' | while read -r f; do
	r=$(sed -n '2{s/<\([a-z-]*\).*/\1/p;q}' "$f")
	echo "$r $f"
done | sort | awk '{ print $2 > "'"$D"'/tipo." $1 }'
for t in "$D"/tipo.*; do
	xargs xmllint --noout --schema "build/rel/res/schema/documenti/${t##*.}.xsd" \
	    < "$t" 2>&1 | grep -v 'validates$' || :
done
find "$D/s" -path '*/firme/*.asc' | while read -r f; do
	gpg --quiet --verify "$f" "${f%/*}/manifesto.xml" 2>/dev/null || echo "non vale: $f"
done
loro=$(secs "$start")
echo "verifica: $noi s; git fsck, xmllint e gpg a mano, senza catena, registro,"
echo "  allegati e file visibili: $loro s;" \
    "noi $(awk -v a="$noi" -v b="$loro" 'BEGIN { printf "%.2f", a / b }') volte il loro tempo"
start=$(now)
sh docs/verifica-indipendente.sh "$D/s" | tail -n 1
echo "verifica-indipendente.sh, che guarda tutto: $(secs "$start") s"
