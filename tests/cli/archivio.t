# SPDX-License-Identifier: EUPL-1.2
# archivio: cartelle and fascicoli of a year, page by page; days and seals.
. tests/cli/lib.sh
. "$RADICE/tests/cli/uffici.sh"
. "$RADICE/tests/cli/caso.sh"

uffici_di_prova >/dev/null || exit 1
CS=$(aperta)
ALTRA=$(aperta)
come as1 chiudi --cartella "$CS" --motivo conclusione --nota 'Fatto.' >"$OUT"

# ---- cartelle ----

run come as1 archivio
is_exit 0 'le cartelle dell'\''anno'
like out "^$CS .*chiuso .*chiusa il 20/11/2026 \\(conclusione\\)" 'la chiusa, e perché'
like out "^$ALTRA " 'e quella aperta'
run come as1 archivio --stato chiusi
like out "^$CS " 'solo le chiuse'
unlike out "$ALTRA" 'non le altre'
run come as1 archivio --stato aperti
unlike out "$CS" 'solo le aperte'
like out "^$ALTRA " 'eccola'
run come as1 archivio --dopo 1
unlike out "$CS" 'dopo la prima'
like out "^$ALTRA " 'viene la seconda'
run come as1 archivio --anno 2025
like out '^niente$' 'un anno senza cartelle'

# ---- whom it shows nothing ----

for chi in as2 prot1 resp; do
	run come $chi archivio
	is_exit 0 "$chi: può chiedere"
	unlike out 'CS-' "$chi: e non vede cartelle d'altri"
done
run come coord archivio
like out "^$CS " 'la coordinatrice vede quelle del suo ufficio'

# ---- fascicoli ----

FA=$(come prot1 apri-fascicolo --oggetto Convenzioni --tipo affare \
    --classifica II/1 --ufficio prot)
run come prot1 archivio --cosa fascicoli
like out "^$FA .*Convenzioni" 'un fascicolo, a chi tiene il registro'
run come as1 archivio --cosa fascicoli
unlike out 'FA-' 'e non a chi non è di quell'\''ufficio'

# ---- days ----

ora 2026-11-21T09:00:00+01:00
come prot1 apri-fascicolo --oggetto Altro --tipo affare --classifica II/1 \
    --ufficio prot >"$OUT" 2>&1
run come resp archivio --cosa giorni
like out '^20/11/2026  registrazioni: [0-9]*, non ancora chiuso' 'un giorno formato'
run come as1 archivio --cosa giorni
like out '^niente$' 'i giorni li vede chi può leggerne uno'
run come resp archivio --cosa giorni --stato chiusi
is_exit 1 'dei giorni si vedono tutti'
like err '\[giorni-tutti\]' 'e lo dice'

# ---- the read log ----

run sqlite3 "$S/letture.sqlite" "SELECT DISTINCT oggetto FROM lettura \
    WHERE atto = 'archivio' AND operatore = 'coord'"
like out "$CS" 'ogni cartella elencata ha la sua riga fra le letture'
plan
