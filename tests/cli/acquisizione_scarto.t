# SPDX-License-Identifier: EUPL-1.2
# A cartella that came from another body is not proposed for destruction: as long
# as nobody destroys the history that others wrote, none of it may seem to be gone.
. tests/cli/lib.sh
. "$RADICE/tests/cli/uffici.sh"
. "$RADICE/tests/cli/caso.sh"
. "$RADICE/tests/cli/acquisizione.sh"

due_enti >/dev/null || exit 1
. "$RADICE/tests/cli/scarto.sh"
D=$S/cartelle/2026/0000001
un_anno >/dev/null || exit 1
prendi p >/dev/null || exit 1
utente arch prot archivista >/dev/null
TESTA_A=$(git -C "$A/cartelle/2026/0000001" rev-parse main)
come as1 chiudi --cartella CS-2026-0000001 --motivo conclusione \
    --nota finito --conferma termini-aperti >/dev/null || exit 1
come arch deposita --unita.numero CS-2026-0000001 --unita.luogo Cantina \
    --unita.pezzi 2 >/dev/null || exit 1
un_anno_dopo
run come arch conservazione --filtro scaduti
like out '^CS-2026-0000001 .*scaduta' 'chiusa, depositata, scaduta'
run come arch proponi-scarto 'Soprintendenza di Prova'
is_exit 1 'non si propone per lo scarto'
like err '\[niente-da-scartare\]' 'e non ce n'\''è altre'
ok 'la loro storia resta' git -C "$D" cat-file -e "$TESTA_A"
plan
