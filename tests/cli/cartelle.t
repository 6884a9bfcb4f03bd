# SPDX-License-Identifier: EUPL-1.2
# cartelle: the cartelle of who asks, page by page; what is hidden is neither
# listed nor counted.
. tests/cli/lib.sh
. "$RADICE/tests/cli/uffici.sh"
. "$RADICE/tests/cli/caso.sh"

uffici_di_prova >/dev/null || exit 1
PRIMA=$(aperta)
ALTRA=$(aperta)
CHIUSA=$(aperta)
come as1 chiudi --cartella "$CHIUSA" --motivo conclusione --nota 'Fatto.' \
    >"$OUT"
come as1 registra-403 --cartella "$ALTRA" --ora 2026-11-19T22:10:00+01:00 \
    --avviso-pm 2026-11-19T22:20:00+01:00 >"$OUT"
sola() { sed -n 's/^\(CS-[0-9-]*\) .*/\1/p' "$OUT" | tr '\n' ' '; }

# ---- the list ----

run come as1 cartelle
is_exit 0 'le sue'
is "$(sola)" "$CHIUSA $ALTRA $PRIMA " 'dalla più recente'
like out "^$PRIMA  L\\. B\\.   in carico  as1, soc  aperta il 20/11/2026" \
    'numero, iniziali, stato, responsabile, ufficio, quando è aperta'
like out "^$CHIUSA .* chiuso .*, chiusa il 20/11/2026" 'e quando è chiusa'
like out '^\(3 cartelle\)$' 'e quante sono'
unlike out 'Bianchi' 'il nome no'

# ---- filters ----

run come as1 cartelle --stato aperte
is "$(sola)" "$ALTRA $PRIMA " 'le non chiuse'
run come as1 cartelle --stato chiuso
is "$(sola)" "$CHIUSA " 'le chiuse'
run come as1 cartelle --stato tutte
like out '^\(3 cartelle\)$' 'tutte'
run come coord cartelle --responsabile as1 --ufficio soc
is "$(sola)" "$CHIUSA $ALTRA $PRIMA " 'la coordinatrice ha quelle del suo ufficio'
run come coord cartelle --responsabile as2
like out '^nessuna cartella' 'di un altro responsabile, nessuna'
run come coord cartelle --persona 'bian luc'
like out '^\(3 cartelle\)$' "per nome, o per il suo inizio"
run come coord cartelle --persona verdi
like out '^nessuna cartella' 'di un altro nome, nessuna'
run come coord cartelle --persona ' - '
is_exit 1 'ciò che non è un nome no'

# ---- by term ----

run come as1 cartelle --ordine termine
is "$(sola)" "$ALTRA $CHIUSA $PRIMA " 'prima quella con un termine'
like out "^$ALTRA .*  scade il [0-9/: ]*: ." 'e quale, e quando'
run come as1 cartelle --ordine termine --dopo "$ALTRA"
is "$(sola)" "$CHIUSA $PRIMA " 'poi le altre'
run come as1 cartelle --dopo "$ALTRA"
is "$(sola)" "$PRIMA " 'per numero continua dietro a un numero'
same_absent "$PRIMA" CS-2026-0000099 come as2 cartelle --ordine termine --dopo

# ---- whom it shows nothing, whom it is refused ----

for chi in as2 coordn; do
	run come $chi cartelle
	is_exit 0 "$chi: può chiedere"
	is "$(cat "$OUT")" 'nessuna cartella che puoi vedere' "$chi: e non ne ha"
done
for chi in resp prot1 sds1; do
	run come $chi cartelle
	is_exit 3 "$chi: nessun suo ruolo ha un elenco di casi"
done

# ---- the équipe ----

come as1 componi-equipe "$PRIMA" si complesso --componente.utente as2 \
    --componente.ruolo assistente-sociale --componente.dal 2026-11-20 >"$OUT"
run come as2 cartelle
is "$(sola)" "$PRIMA " 'chi è nell'\''équipe ha quella'

# ---- a sealed one, and one of a conflict ----

come coord cartelle >prima
come coord cartelle --ordine termine --persona bianchi >prima.nome
is "$(grep -c "^$ALTRA " prima)$(grep -c "^$ALTRA " prima.nome)" 11 'prima c'\''è'
come as1 secreta "$ALTRA" indirizzo-protetto >"$OUT"
run come vice cartelle
is "$(sola)" "$CHIUSA $PRIMA " 'una secretata non è nell'\''elenco'
like out '^\(2 cartelle\)$' 'e non è contata'
sed -e "/^$ALTRA /d" -e 's/(3 /(2 /' prima >attesa
same_bytes "$OUT" attesa 'come se non ci fosse'
run come vice cartelle --ordine termine --persona bianchi
sed -e "/^$ALTRA /d" -e 's/(3 /(2 /' prima.nome >attesa
same_bytes "$OUT" attesa 'nemmeno per nome e per termine'
same_absent "$ALTRA" CS-2026-0000099 come vice cartelle --ordine termine --dopo
run come as1 cartelle
like out "^$ALTRA " 'chi ne è responsabile la vede'
come vice dichiara-conflitto "$PRIMA" parente >"$OUT"
run come vice cartelle
is "$(sola)" "$CHIUSA " 'chi ha un conflitto non la vede'
like out '^\(una cartella\)$' 'né la conta'

# ---- a role that may list and not look for people ----

sed -e '/^<permessi/s/ id="[0-9a-f]*"//' \
    -e '/<ruolo nome="coordinatore"/,/<\/ruolo>/{/nome="trova"/d;}' \
    "$S/ente/permessi.xml" >p.xml
come resp adotta-permessi p.xml >"$OUT"
run come coord cartelle --persona bianchi
is_exit 1 'senza «trova» non si cerca per nome'
like err '\[senza-trova\]' 'e lo dice'
run come coord cartelle
is_exit 0 'ma si elenca'

# ---- the read log ----

run sqlite3 "$S/letture.sqlite" "SELECT DISTINCT oggetto FROM lettura \
    WHERE atto = 'cartelle'"
like out "^$PRIMA\$" 'ogni cartella elencata ha la sua riga fra le letture'
unlike out 'ian' 'il nome cercato non vi resta'
is_integro 'alla fine'
plan
