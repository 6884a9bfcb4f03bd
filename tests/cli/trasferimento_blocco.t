# SPDX-License-Identifier: EUPL-1.2
# A case that is held, and under a measure of a court, goes to another body: what
# held it there holds it here, by every road, until somebody here says that it
# is over; how long it is kept counts the measure.  And it comes back.
. tests/cli/lib.sh
. "$RADICE/tests/cli/uffici.sh"
. "$RADICE/tests/cli/caso.sh"
. "$RADICE/tests/cli/due_enti.sh"

consegnata() {	# consegnata FROM TO [OPTION...]: $CS goes, to as1 of the other
	da_"$1"
	va_a=qui_$2
	shift 2
	due_id=$(tr_offri "$CS") && tr_consegna "$due_id" "$T/offerta" &&
	$va_a tr_arriva "$T/offerta" && $va_a tr_accetta "$due_id" &&
	$va_a tr_consegna "$due_id" "$T/risposta" &&
	tr_arriva "$T/risposta" && tr_rilascia "$CS" &&
	tr_consegna "$due_id" "$T/rilascio" &&
	$va_a tr_arriva "$T/rilascio" --ufficio soc --assistente as1 "$@"
}
tutela() {	# tutela [OPTION...]: a decree, in cartella $CS of the store $S
	tutela_n=$(smistata) && come coord prendi-visione "$tutela_n" &&
	come coord acquisisci --cartella "$CS" --protocollo "$tutela_n" \
	    --provvedimento.autorita tribunale-minorenni \
	    --provvedimento.sede Firenze --provvedimento.numero 12/2026 \
	    --provvedimento.data 2026-01-02 \
	    --provvedimento.tipo affido-al-servizio "$@"
}

due_enti || exit 1
for qui in qui_a qui_b; do
	$qui due_utente arch prot archivista >/dev/null
done
da_a
CS=$(aperta --classifica VII/11) || exit 1
{ tutela --provvedimento.termine 2090-05-04 && tutela; } >"$OUT" 2>&1 ||
    { cat "$OUT" >&2; exit 1; }
come coord blocca-scarto "$CS" 'decreto 12/2026' --motivo autorita-giudiziaria >"$OUT"
come coord blocca-scarto "$CS" 'Causa n. 5.' --motivo contenzioso >"$OUT"
come coord sblocca-scarto "$CS" --blocco 2 --motivo 'Causa finita.' >"$OUT"
printf 'titolo;classe;denominazione\nVII;;Servizi alla persona\nVII;9;Minori\n' >t.csv
cp -a "$T/b" "$T/b.prima"
qui_b come resp adotta-titolario --nome B --valido-dal 2026-11-20 t.csv \
    --conferma classi-mancanti >"$OUT" 2>&1
run consegnata a b
like err 'VII/11, che nel titolario «B» non c.è.*\[di-che-classe\]' \
    'una classe che là non c'\''è: la dice chi la prende'
rm -rf "$T/b" && mv "$T/b.prima" "$T/b"
qui_b tr_arriva "$T/offerta" >"$OUT" && qui_b tr_accetta "$due_id" >"$OUT"
run qui_b tr_arriva "$T/rilascio" --ufficio soc --assistente as1
is_exit 0 'va all'\''altro ente'
run come arch conservazione "$CS"
like out 'IN BLOCCO' 'di qua è ancora in blocco'

# ---- there ----

da_b
run come coord conservazione "$CS"
like out 'IN BLOCCO' 'di là anche'
like out "^$CS  VII/11 " 'con la classe che aveva'
like out 'blocco 1 \(autorita giudiziaria\).*: c_x000: decreto 12/2026' 'e si sa di chi era'
unlike out 'Causa n. 5' 'quello che era tolto no'
come as1 annota "$CS" 'di un altro' >"$OUT"
run come resp espungi "$CS" diario/2026/00/0001.xml 'det. 1' 'di un altro'
like err '\[bloccata\]' 'non si espunge'
chiudi() {
	come as1 chiudi --cartella "$CS" --motivo conclusione --nota Fatto. \
	    --conferma termini-aperti "$@"
}
run chiudi
like err 'avviso.*di 1 misura.*\[termine-da-calcolare\]' \
    'una misura venuta senza la sua fine: prima di chiudere lo si sa'
chiudi --conferma termine-da-calcolare >"$OUT"
run come arch conservazione "$CS"
like out 'da calcolare' 'e il termine non si indovina'
come as1 riapri "$CS" 'Si è saputa la fine.' >"$OUT"

# ---- when a measure that came is over ----

VENUTA=precedenti/c_x000/provvedimenti
finita() {	# finita DOCUMENT DAY [OPTION...]
	finita_d=$1
	finita_g=$2
	shift 2
	run come coord acquisisci --cartella "$CS" --protocollo "$FINE" \
	    --provvedimento.autorita tribunale-minorenni --provvedimento.sede Firenze \
	    --provvedimento.numero 13/2026 --provvedimento.data 2026-11-19 \
	    --provvedimento.cessa.misura "$finita_d" \
	    --provvedimento.cessa.giorno "$finita_g" "$@"
}
FINE=$(smistata) && come coord prendi-visione "$FINE" >"$OUT" || exit 1
finita $VENUTA/0002.xml 2026-11-30
like err '\[data-futura\]' 'non è finita domani'
finita $VENUTA/0001.xml 2026-11-19
like err '\[misura-con-fine\]' 'di una che la dice: no'
for doc in $VENUTA/0099.xml $VENUTA/../cartella.xml scheda.xml; do
	finita "$doc" 2026-11-19
	is_exit 1 "$doc non è una misura"
done
finita $VENUTA/0002.xml 2026-11-18 --provvedimento.cessa.misura $VENUTA/0002.xml \
    --provvedimento.cessa.giorno 2026-11-19
like err '\[doppio\]' 'due volte: no'
finita $VENUTA/0002.xml 2026-11-19
is_exit 0 'il provvedimento che la fa cessare lo dice'
finita $VENUTA/0002.xml 2026-11-18
like err '\[misura-con-fine\]' 'e una volta detto è detto'
run chiudi
is_exit 0 'ora si chiude senza avvisi'
run come arch conservazione "$CS"
like out "l'ultima misura finisce il 4/5/2090, fino al 4/5/2140" \
    'la misura del giudice conta anche qui'
run come arch proponi-scarto Soprintendenza --provvedimento 'det. 15' --unita "$CS"
like err '\[in-blocco\]' 'né si scarta'
is_integro 'chi l'\''ha presa'
run come arch sblocca-scarto "$CS" --blocco 1 --motivo 'decreto revocato'
is_exit 0 'chi l'\''ha ora lo può togliere'
run come arch conservazione "$CS"
unlike out 'IN BLOCCO' 'e non vale più'
come as1 riapri "$CS" 'Serve ancora.' >"$OUT"
come coord blocca-scarto "$CS" 'accesso chiesto là' --motivo accesso-agli-atti >"$OUT"

# ---- and back ----

run consegnata b a
is_exit 0 'torna'
da_a
run come coord conservazione "$CS"
like out 'blocco 1 .*: decreto 12/2026' 'il nostro blocco c'\''è ancora'
like out ': c_x001: accesso chiesto là' 'e quello messo di là vale'
unlike out 'c_x000: ' 'il nostro non torna due volte'
is_integro 'chi l'\''ha ripresa'
plan
