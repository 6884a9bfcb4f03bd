# SPDX-License-Identifier: EUPL-1.2
# ritira-scarto: a list that is wrong goes back, at every step before something is
# destroyed; with it nothing is destroyed any more, its rows are free, and the
# Soprintendenza, if she was asked, is told.
. tests/cli/lib.sh
. "$RADICE/tests/cli/uffici.sh"
. "$RADICE/tests/cli/caso.sh"
. "$RADICE/tests/cli/scarto.sh"

prima_di_chiudere() {
	come as1 chiudi --cartella "$ALTRA" --motivo conclusione \
	    --nota 'Finito.' --conferma termini-aperti >/dev/null
}
{ scaduta && con_chiave arch; } >/dev/null || exit 1
arch() { come arch "$@"; }
ritira() { arch ritira-scarto "$1" 'La classe è sbagliata.'; }
proposto() {
	arch proponi-scarto 'Soprintendenza di Prova' \
	    --provvedimento 'det. 15' "$@" >/dev/null
}
chiesto() {	# chiesto N: N is sent; $USC is the registration
	USC=$(uscita) && arch richiedi-scarto "$1" "$USC" \
	    --conferma firma-fuori >/dev/null
}

# ---- by whom; a list that nobody has seen yet ----

proposto || exit 1
for chi in as1 resp coord prot1; do
	run come $chi ritira-scarto 1 x
	is_exit 3 "$chi: ritira chi fa gli elenchi"
done
run ritira 2
is_exit 1 'un elenco che non c'\''è'
run arch ritira-scarto 1 ' '
is_exit 1 'senza un perché: no'
run come as1 riapri "$CS" 'Tornata.'
like err '\[in-elenco-scarto\]' 'finché è nell'\''elenco chi riapre ne è avvertito'
run ritira 1
is_out 'elenco di scarto 1 ritirato; «scarti» dice se la Soprintendenza lo deve sapere' \
    'si ritira'
run arch scarti 1
like out 'elenco di scarto 1 del .*: ritirato$' 'si legge come ritirato'
like out '; ritirato il 21/11/2027$' 'e quando'
like out 'perché: La classe è sbagliata' 'e perché'
like out "$CS .* ritirato\$" 'le righe ci sono ancora'
run arch stampa-scarto 1 --odt si
cp "$OUT" elenco.odt
unzip -p elenco.odt content.xml >c.xml
ok 'anche sulla carta' grep -q 'ELENCO RITIRATO IL 21/11/2027' c.xml
run arch scrivania
unlike out 'elenco 1' 'nessuno lo seppe: niente aspetta'
run arch libro-firma
is_out 'Niente da firmare.' 'né una firma'
run arch firma --resa nessuna --cartella ente --documento scarti/0001/elenco.xml
like err '\[non-attende-firme\]' 'e non si firma più'
run ritira 1
like err '«proponi-scarto».*\[non-ora\]' 'due volte: no'
run arch richiedi-scarto 1 "$(uscita)" --conferma firma-fuori
like err 'è ritirato.*\[non-ora\]' 'non si manda'
run arch chiudi-scarto 1 "$(uscita)"
like err '\[non-ora\]' 'e a nessuno si deve dire'
cp -a "$S" "$T/libera"
run come as1 riapri "$CS" 'Tornata.'
is_exit 0 'chi riapre non trova elenchi'
rm -rf "$S" && mv "$T/libera" "$S"
arch blocca-scarto "$CS" 'Causa n. 5.' --motivo contenzioso >/dev/null
run arch proponi-scarto 'Soprintendenza di Prova' --provvedimento 'det. 15'
like err '\[niente-da-scartare\]' 'ciò che vi stava si può bloccare'
arch sblocca-scarto "$CS" --blocco 1 --motivo 'Finita.' >/dev/null
run arch proponi-scarto 'Soprintendenza di Prova' --provvedimento 'det. 15' --unita "$CS"
is_out 'elenco di scarto 2' 'o proporre di nuovo, con un altro numero'

# ---- sent: the sixty days end, the Soprintendenza is told ----

PRIMA=$(uscita) || exit 1
ora 2027-11-22T09:00:00+01:00
chiesto 2 || exit 1
run arch termini
like out 'elenco di scarto 2  fra giorni 60' 'i sessanta giorni corrono'
run ritira 2
is_exit 0 'si ritira ciò che fu mandato'
run arch termini
unlike out 'elenco di scarto' 'e i giorni non corrono più'
run arch scarti 2
like out ': ritiro da comunicare$' 'resta da dire'
unlike out 'risposta entro' 'senza un termine'
run arch scrivania
like out 'elenco 2 .*ritiro da comunicare' 'lo dice la scrivania'
run come resp autorizza-scarto 2 "$(entrata)" 123 2027-11-22
like err 'è ritirato.*\[non-ora\]' 'la risposta che arriva dopo non autorizza niente'
run arch scarta 2
like err '\[non-ora\]' 'niente si distrugge'
run ritira 2
like err '«trasmetti-scarto».*\[non-ora\]' 'due volte: no'
proposto
run arch scarti 3
like out "$CS .* in attesa" 'ciò che vi stava si propone anche prima di dirlo'
run arch chiudi-scarto 2 "$USC"
like err '\[e-la-richiesta\]' 'la richiesta non è il suo ritiro'
run arch chiudi-scarto 2 "$PRIMA"
like err '\[prima-della-richiesta\]' 'né ciò che venne prima'
run arch chiudi-scarto 2 "$(entrata)"
like err '\[altro-flusso\]' 'né ciò che è arrivato'
DETTO=$(uscita) || exit 1
run arch chiudi-scarto 2 "$DETTO"
is_exit 0 'scritto fuori, si lega alla sua registrazione'
run arch scarti 2
like out ': ritirato$' 'resta ritirato'
like out "comunicato con prot. $DETTO" 'e si legge con che cosa fu detto'
run arch scrivania
unlike out 'elenco 2' 'e non aspetta più'

# ---- while a question waits; answered; the letter written here ----

chiesto 3 && arch richiedi-scarto 3 "$(entrata)" --fatto domanda >/dev/null
run ritira 3
is_exit 0 'anche mentre si aspetta la nostra risposta'
run arch richiedi-scarto 3 "$(uscita)" --fatto risposta
like err '\[non-ora\]' 'e non si risponde più'
run arch termini
unlike out 'elenco di scarto' 'né se ne ricordano i termini'
run arch scarti 3
like out ': ritiro da comunicare$' 'anche questo è da dire'
come resp annulla "$USC" --motivo 'non spedita' --richiedente arch >/dev/null
run arch scarti 3
like out ': ritirato$' 'se la richiesta si annulla prima di spedirla non c'\''è a chi'
run arch scrivania
unlike out 'elenco 3' 'e non aspetta più'
autorizzato 4 || exit 1
run arch scarti 4
like out "$CS .* da distruggere" 'autorizzato'
run ritira 4
is_exit 0 'anche se è autorizzato'
run arch scarta 4 --unita "$CS"
like err '\[non-ora\]' 'e non si distrugge niente'
scrive() {
	arch trasmetti-scarto --elenco "$1" --classifica I/6 \
	    --destinatario.denominazione 'Soprintendenza di Prova' \
	    --destinatario.pec sab@pec.example --mezzo pec \
	    --testo 'La richiesta è ritirata.'
}
run scrive 1
like err '\[non-ora\]' 'di un elenco che non si mandò non si scrive'
run scrive 4
is_exit 0 'la lettera si scrive, si firma, si protocolla'
LET=$(cat "$OUT")
run come prot1 mostra "$LET"
like out 'Ritiro della richiesta di autorizzazione allo scarto, elenco 4' \
    'il protocollo la legge'
unlike out 'elenco-scarto-4' 'l'\''elenco non va un'\''altra volta'
run arch scarti 4
like out "comunicato con prot. $LET" 'e lo scarto ne porta il numero'
run scrive 4
like err '\[non-ora\]' 'una volta sola'

# ---- too late ----

proposto --unita "$CS" && chiesto 5 &&
    come resp autorizza-scarto 5 "$(entrata)" 9 2027-11-22 --esito negato >/dev/null
run ritira 5
like err 'non è stato autorizzato.*\[non-ora\]' 'ciò che fu negato non si ritira'
arch deposita --unita.numero "$ALTRA" --unita.luogo Cantina --unita.pezzi 1 >/dev/null
autorizzato 6 || exit 1
arch scarta 6 --unita "$ALTRA" >/dev/null
run ritira 6
like err 'in parte distrutto.*«verbalizza-scarto».*\[non-ora\]' \
    'dopo che qualcosa è distrutto: no'

# ---- what another list destroyed ----

arch verbalizza-scarto 6 Cantina 'Macero s.r.l.' macero 'Le copie sono rifatte.' \
    --conferma righe-rimaste >/dev/null
proposto && chiesto 7 && come resp autorizza-scarto 7 "$(entrata)" 10 \
    2027-11-22 >/dev/null && arch scarta 7 >/dev/null
run ritira 7
like err 'è distrutto.*\[non-ora\]' 'né quando è distrutto tutto'
run arch scarti 1
like out "$CS .* ritirato\$" 'un elenco ritirato non ha distrutto niente'
run arch scarti 6
like out "$CS .* rimasto\$" 'né lo ha fatto quello che lo lasciò, e un altro dopo sì'
run arch stampa-scarto 6 --carta verbale --odt si
cp "$OUT" verbale.odt
unzip -p verbale.odt content.xml >v.xml
ok 'il suo verbale dice ciò che distrusse' grep -q "$ALTRA" v.xml
not_ok 'e non altro' grep -q "$CS" v.xml
is_integro 'con quattro elenchi ritirati'
plan
