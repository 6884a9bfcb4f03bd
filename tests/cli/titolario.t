# SPDX-License-Identifier: EUPL-1.2
# titolario: find a class by word.
. tests/cli/lib.sh
. "$RADICE/tests/cli/uffici.sh"
. "$RADICE/tests/cli/titolari.sh"

uffici_di_prova >/dev/null || exit 1
adottato 2026-01-01 >/dev/null || exit 1

# ---- refused ----

run come prot1 titolario --al 2025-12-31
is_exit 1 'un giorno in cui non ce n'\''era: no'
like err '2025-12-31 non è in vigore nessun titolario' 'e lo dice'
run come prot1 titolario --parola astronave
is_exit 1 'una parola che nessuna voce ha: no'
like err 'nessuna voce .*«astronave»' 'e lo dice'
run come prot1 titolario --parola 'rischio archivio'
is_exit 1 'due parole di due voci diverse: no'
run come prot1 titolario --al ieri
is_exit 1 'un giorno che non è un giorno: no'
run come sds1 titolario
is_exit 3 'chi non classifica non lo guarda'

# ---- done ----

run come prot1 titolario
is_exit 0 'tutto'
like out '^Titolario 2026-01-01, in vigore dal 01/01/2026$' 'quale, e da quando'
like out '^VII\. Servizi alla persona$' 'i titoli'
like out '^  VII/12 +Assistenza diretta' 'e le classi'
is "$(grep -n 'VII/[89]\|VII/12' "$OUT" | cut -d: -f2 | awk '{ print $1 }' | tr '\n' ' ')" \
    'VII/8 VII/9 VII/12 ' 'nell'\''ordine dei numeri'
run come as1 titolario --parola 'PREVENZIÓNE'
is_exit 0 'per parola, senza badare a maiuscole e accenti'
like out '^  VII/9 ' 'trova la classe'
like out '^VII\. ' 'con il suo titolo'
unlike out '^  VII/12' 'e non le altre'
unlike out '^I\. ' 'né altri titoli'
run come coord titolario --parola 'assist ben'
like out '^  VII/12 ' 'basta l'\''inizio delle parole'
run come coord titolario --formato xml
like out '<voce indice="I/6">Archivio generale</voce>' 'anche in XML'
run cartella verifica
like out ': 0 difetti$' 'leggere non cambia niente'
plan
