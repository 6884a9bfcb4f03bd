# SPDX-License-Identifier: EUPL-1.2
# storia: who did what in a folder, in order.
. tests/cli/lib.sh
. "$RADICE/tests/cli/uffici.sh"
. "$RADICE/tests/cli/caso.sh"

uffici_di_prova >/dev/null || exit 1
CS=$(aperta)
ora 2026-11-20T11:00:00+01:00
redatta "$CS" >/dev/null
come as1 annota --cartella "$CS" --tipo nota --testo 'Parola segreta.' \
    --riservata si >"$OUT"
SEGRETA=$(sed 's/.* //' "$OUT")

# ---- refused ----

run come as1 storia 0000001/2026
is_exit 1 'una registrazione non ha storia'
like err '/storia/riferimento: .*\[senza-storia\]' 'e lo dice'
run come as1 storia CS-1
is_exit 1 'un numero che non è un numero: no'
run come prot1 storia "$CS"
is_exit 3 'la storia non è del protocollo'
same_absent "$CS" CS-2026-0000099 come as2 storia
same_absent AC-2026-0000001 AC-2026-0000099 come as2 storia

# ---- done ----

run come as1 storia "$CS" --formato xml
is_exit 0 'la storia di una cartella'
is "$(grep -o ' atto="[a-z]*"' "$OUT" | tr -d '\n')" \
    ' atto="apri" atto="redigi" atto="annota"' 'gli atti in ordine'
like out 'atto="redigi".*operatore="as1".*ora="2026-11-20T11:00:00\+01:00"' 'chi e quando'
like out '<documento percorso="relazioni/0001.xml" tipo="relazione"/>' 'che cosa'
like out "<documento percorso=\"$SEGRETA\"" 'anche la voce riservata c'\''è'
unlike out 'accesso.xml' 'solo di questa cartella'
unlike out 'segreta' 'ma nessun testo'

run come coord storia AC-2026-0000001
is_exit 0 'la storia di un accesso, per il suo ufficio'
like out '20/11/2026 10:15  assegna  coord' 'chi l'\''ha assegnato'
like out '^      accesso\.xml$' 'e ogni copertina'
like out 'apri  as1' 'fino alla presa in carico'
unlike out 'redigi' 'non oltre'

run cartella verifica
like out ': 0 difetti$' 'leggere non cambia niente'
plan
