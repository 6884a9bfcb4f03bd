# SPDX-License-Identifier: EUPL-1.2
# A case that goes from one body to another, and in the end is destroyed by both:
# never while it is on its way; by who received it with the history it came
# with, of which no word is left; by who let it go with the package it had kept.
. tests/cli/lib.sh
. "$RADICE/tests/cli/uffici.sh"
. "$RADICE/tests/cli/caso.sh"
. "$RADICE/tests/cli/due_enti.sh"
. "$RADICE/tests/cli/scarto.sh"

SOLE='zafferano Ermelinda curcuma cardamomo'
arch() { come arch "$@"; }
trova_tracce() { "$DRIVER/tracce" "$S" "$@" 2>>"$ERR"; }
oggi_nei_due() {	# oggi_nei_due DAY: the clock of both
	ora "$1T09:00:00+01:00"
	qui_a come resp conferma-ora "$CARTELLA_ORA" 'è un anno dopo' &&
	qui_b come resp conferma-ora "$CARTELLA_ORA" 'è un anno dopo'
}
depositata() {
	arch deposita --unita.numero "$1" >/dev/null
}
# what was destroyed of the case $1 in $S, where it stood in $SOLE
distrutta() {
	for p in $SOLE; do
		ok "$ENTE: prima si trova $p" [ -n "$(trova_tracce "$p")" ]
	done
	run autorizzato
	is_exit 0 "$ENTE: è autorizzato"
	run scarta
	is_exit 0 "$ENTE: si distrugge"
	# shellcheck disable=SC2086
	is "$(trova_tracce $SOLE)" '' "$ENTE: dopo, nessuna parola in nessun byte"
	run cartella verifica
	is_exit 0 "$ENTE: verifica non trova difetti"
	run cartella ricostruisci
	is_exit 0 "$ENTE: il registro si rifà"
	run cartella verifica
	is_exit 0 "$ENTE: ed è uguale"
}

due_enti || exit 1
for lato in a b; do
	S=$T/$lato
	{ un_anno && due_utente arch prot archivista; } >/dev/null || exit 1
done
da_a
printf 'Ermelinda scrive curcuma\n' >"$T/lettera.txt"
CS=$(con_lettera "$T/lettera.txt") || exit 1
DA=$S/cartelle/2026/0000001
come as1 annota "$CS" 'Ermelinda coltiva zafferano' >/dev/null || exit 1
R=$(redatta "$CS" | cut -d' ' -f2) || exit 1

# ---- on its way ----

TESTA_A=$(git -C "$DA" rev-parse main)
ID=$(tr_offri "$CS") && tr_consegna "$ID" "$T/o" >/dev/null || exit 1
da_b
{ tr_arriva "$T/o" && tr_accetta "$ID" && tr_consegna "$ID" "$T/acc"; } >/dev/null || exit 1
da_a
tr_arriva "$T/acc" >/dev/null && tr_rilascia "$CS" >/dev/null &&
    tr_consegna "$ID" "$T/ril" >/dev/null || exit 1
da_b
CSB=$(tr_prende "$T/ril" | grep -Eo 'CS-[0-9]*-[0-9]*' | head -n 1)
is "$CSB" CS-2026-0000001 'il caso è arrivato'
DB=$S/cartelle/2026/0000001
ok 'con la loro storia' git -C "$DB" cat-file -e "$TESTA_A"
come as1 annota "$CSB" 'da noi: cardamomo' >/dev/null
come as1 chiudi --cartella "$CSB" --motivo conclusione --nota finito \
    --conferma termini-aperti >/dev/null && depositata "$CSB" || exit 1
da_a
depositata "$CS" || exit 1
oggi_nei_due 2027-11-21 >/dev/null || exit 1

# ---- who let it go ----

ENTE='chi la cedette'
SOLE='zafferano Ermelinda curcuma'
ok 'il pacchetto che si consegnò è ancora conservato' [ -n "$(ls "$S/consegne")" ]
run arch conservazione --filtro scaduti
like out "^$CS .*scaduta" 'rilasciata, depositata, scaduta'
# it is offered back: as long as nobody has answered, it may be ours again
cp -a "$T/b" "$T/b-prima"
da_b
{ come as1 riapri "$CSB" 'Torna là.' && ID2=$(tr_offri "$CSB") &&
    tr_consegna "$ID2" "$T/ritorno"; } >/dev/null || exit 1
run arch proponi-scarto Soprintendenza --provvedimento 'det. 15' --unita "$CSB"
is_exit 1 'chi la offre non la propone'
da_a
tr_arriva "$T/ritorno" >/dev/null || exit 1
run arch proponi-scarto Soprintendenza --provvedimento 'det. 15' --unita "$CS"
like err 'da lui.*\[in-trasferimento\]' 'chi la aspetta di ritorno nemmeno'
run arch proponi-scarto Soprintendenza --provvedimento 'det. 15'
like err '\[niente-da-scartare\]' 'neanche fra tutte'
come coord rifiuta-trasferimento "$ID2" non-residente >/dev/null || exit 1
rm -rf "$T/b" && mv "$T/b-prima" "$T/b"
distrutta
is "$(ls "$S/consegne")" '' 'del pacchetto non resta niente'
ok 'la corrispondenza fra enti resta' [ -d "$S/ente/trasferimenti" ]
run come coord trasferimenti --trasferimento "$ID"
is_exit 0 'e il trasferimento si legge ancora'

# ---- who received it ----

da_b
ENTE='chi la ricevette'
SOLE='zafferano Ermelinda curcuma cardamomo'
SCARTO_PROT=prot1
distrutta
not_ok 'la loro storia non c'\''è più' git -C "$DB" cat-file -e "$TESTA_A"
no_file "$DB/precedenti" 'né i loro documenti'
# but for the list that the paper of the transfer names: improntas of lists
is "$(find "$S"/registro/*/allegati -type f -exec cat {} \; | sed 's/^[0-9a-f]*  //' |
    tr '\n' ' ')" 'LEGGIMI.txt bag-info.txt bagit.txt manifest-sha256.txt ' \
    'né i loro allegati'
run come as1 mostra "$CSB"
like out 'SCARTATA il 21/11/2027' 'resta la lapide'
run come as1 storia "$CSB"
is_exit 0 'e la storia degli atti'
plan
