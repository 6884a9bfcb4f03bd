# SPDX-License-Identifier: EUPL-1.2
# chiudi-fascicolo: what is closed does not change any more.
. tests/cli/lib.sh
. "$RADICE/tests/cli/uffici.sh"
. "$RADICE/tests/cli/caso.sh"

uffici_di_prova >/dev/null || exit 1
CS=$(aperta)
P=$(smistata)
ID1=11111111111111111111111111111111

FA=$(come coord apri-fascicolo uno affare --classifica VII/8 --ufficio soc)
F2=$(come coord apri-fascicolo due affare --padre "$FA")
FC=$(come as1 apri-fascicolo tre procedimento --padre "$CS")
come coord fascicola "$P" "$FA" >/dev/null

# ---- refused ----

run come coord chiudi-fascicolo "$FA"
is_exit 1 'con un sottofascicolo aperto: no'
like err '/chiudi-fascicolo/fascicolo: .*\[sottofascicoli-aperti\]' 'e lo dice'
same_absent "$FA" FA-2026-0000099 come as1 chiudi-fascicolo
same_absent "$FC" FA-2026-0000099 come as2 chiudi-fascicolo
run come sds1 chiudi-fascicolo "$FA"
is_exit 3 'il controllo non chiude'
run come coord chiudi-fascicolo "$CS"
is_exit 1 'una cartella si chiude con «chiudi»'
run come as1 chiudi --cartella "$CS" --motivo conclusione --nota finita
is_exit 1 'e non si chiude una cartella con un fascicolo aperto'
like err '\[sottofascicoli-aperti\]' 'e lo dice'

# ---- done ----

run come coord chiudi-fascicolo "$F2" --id "$ID1" --nota 'conclusa'
is_exit 0 'chiuso'
is_out "$F2" 'dice il suo numero'
cp "$OUT" primo
run come coord chiudi-fascicolo "$F2" --id "$ID1" --nota 'conclusa'
same_bytes "$OUT" primo 'la stessa istanza di nuovo ha la stessa risposta'
run come coord chiudi-fascicolo "$F2"
is_exit 1 'due volte no'
like err '\[fascicolo-chiuso\]' 'e lo dice'
run come coord mostra "$F2"
like out 'stato: chiuso' 'sulla copertina è chiuso'
like out 'nota: conclusa' 'con la nota'
run come coord chiudi-fascicolo "$FA"
is_exit 0 'chiusi i sottofascicoli, si chiude'

run come coord fascicola "$P" "$F2"
is_exit 1 'in uno chiuso non si mette'
like err '/fascicola/fascicolo: .*\[fascicolo-chiuso\]' 'e lo dice'
run come coord fascicola "$P" "$FA" --togli si
is_exit 1 'e non si toglie'
run come coord mostra "$FA"
like out "^  $P del " 'ciò che c'\''è resta e si legge'

come as1 chiudi-fascicolo "$FC" >/dev/null
run come as1 chiudi --cartella "$CS" --motivo conclusione --nota finita
is_exit 0 'chiuso il suo fascicolo, si chiude la cartella'
run come as1 apri-fascicolo quattro affare --padre "$CS"
is_exit 1 'e in una cartella chiusa non se ne aprono'
is_integro 'dopo le chiusure'
plan
