# SPDX-License-Identifier: EUPL-1.2
# The commands of docs/modelli.md, run as they are written, on the example of
# docs/esempi/invito; and the letter it makes.
. tests/cli/lib.sh
. "$RADICE/tests/cli/uffici.sh"
. "$RADICE/tests/cli/caso.sh"
. "$RADICE/tests/cli/carte.sh"

uffici_di_prova >/dev/null && aperta >/dev/null && con_chiave coord >/dev/null ||
    exit 1
cp "$RADICE/docs/esempi/invito/invito.odt" .
mkdir bin
cat >bin/cartella <<'FINE'
#!/bin/sh
exec "$CARTELLA" --store "$CARTELLA_STORE" "$@"
FINE
chmod +x bin/cartella
PATH=$T/bin:$PATH
CARTELLA_STORE=$S
export PATH CARTELLA_STORE

awk '/^```sh$/ { n++; on = 1; next } /^```$/ { on = 0 }
    on { print > sprintf("blocco-%03d", n) }' "$RADICE/docs/modelli.md"
for blocco in blocco-*; do
	run sh -eu "$blocco"
	is_exit 0 "$(head -n 1 "$blocco")"
done
ok 'ce ne sono quattro' [ -f blocco-004 ]
is "$(unzip -p invito-reso.odt content.xml styles.xml | grep -c '{{')" 0 \
    'nel modello reso ogni campo è vero'

# ---- the letter ----

D=$S/cartelle/2026/0000001
git -C "$D" show main:comunicazioni/0001.xml >lettera.xml
is "$(campo lettera.xml comunicazione/modello-usato/nome)" invito \
    'la lettera è fatta con l'\''invito'
pdftotext "$(byte_di "$(campo lettera.xml comunicazione/firma-file/file)")" \
    testo
for parole in 'A Luca Bianchi' 'via della Prova 1' 'laboratorio di cucina' \
    'Ti aspettiamo sabato 12 dicembre alle 10, in via Po 3.' \
    'Porta un grembiule.' 'Comune di Prova, Servizi sociali'; do
	ok "dice: $parole" grep -qF "$parole" testo
done
not_ok 'senza allegati non ne parla' grep -q 'trovi\|Impronta' testo

# The table of the page says the models there are.
sed -n 's/^| \([a-z0-9, -]*\) | [a-z, ]* | .*/\1/p' "$RADICE/docs/modelli.md" |
    tr -d ' ' | tr ',' '\n' | grep -vx nome | sort >detti
sed -n 's/.*<modello nome="\([^"]*\)".*/\1/p' \
    "$RADICE/templates/modelli/indice.xml" | sort >ci-sono
same_bytes detti ci-sono 'i modelli del programma sono quelli'
plan
