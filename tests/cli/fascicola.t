# SPDX-License-Identifier: EUPL-1.2
# fascicola: registrations in fascicoli and cartelle, and who sees them there.
. tests/cli/lib.sh
. "$RADICE/tests/cli/uffici.sh"
. "$RADICE/tests/cli/caso.sh"

uffici_di_prova >/dev/null || exit 1
come resp nomina --codice prot2 --cognome P --nome P --ruolo protocollo \
    --ufficio prot >/dev/null
DOC=registro/2026.git
ID1=11111111111111111111111111111111
CS=$(aperta)			# of as1, born of the first registration
P=$(smistata)
FA=$(come coord apri-fascicolo uno affare --classifica VII/8 --ufficio soc)
FB=$(come coord apri-fascicolo due affare --classifica VII/8 --ufficio soc)
FN=$(come coordn apri-fascicolo nord affare --classifica VII/8 --ufficio nord)
FC=$(come as1 apri-fascicolo tre procedimento --padre "$CS")
FP=$(come prot2 apri-fascicolo mio affare --classifica VII/8 --ufficio prot)

documento() {
	git --git-dir "$S/$DOC" show "main:$1"
}

# ---- derived ----

run come as1 mostra "$CS"
like out '^  0000001/2026 del 20/11/2026, entrata: segnalazione' \
    'la segnalazione da cui è nata è nella cartella'
run come coord mostra 0000001/2026
like out "^fascicolo: +$CS" 'e la segnalazione lo dice'
run come prot1 mostra 0000001/2026
unlike out "$CS" 'ma non a chi la cartella non la vede'
run come coord fascicola 0000001/2026 "$CS" --togli si
is_exit 1 'di lì non si toglie'
like err '/fascicola/fascicolo: .*\[non-si-toglie\]' 'e lo dice'
run come coord fascicola 0000001/2026 "$CS"
is_exit 1 'e non ci si mette due volte'
like err '\[gia-fascicolata\]' 'e lo dice'

# ---- refused ----

run come coord fascicola "$P" "$FA" --togli si
is_exit 1 'togliere da dove non è: no'
like err '\[non-fascicolata\]' 'e lo dice'
run come coord fascicola "$P" --fascicolo "$FA" --fascicolo "$FA"
is_exit 1 'due volte lo stesso: no'
like err '/fascicola/fascicolo\[2\]: .*\[fascicolo-doppio\]' 'e dice dove'
run come coord fascicola 0000001/2026 "$FA"
is_exit 1 'una registrazione di un caso fuori dalle cartelle: no'
like err '\[di-un-caso\]' 'e lo dice'
run come sds1 fascicola "$P" "$FA"
is_exit 3 'il controllo non fascicola'
run come coord fascicola "$P" AC-2026-0000001
is_exit 1 'in un accesso non si fascicola'
same_absent "$P" 0000099/2026 come coordn fascicola --fascicolo "$FN" --protocollo
same_absent "$FN" FA-2026-0000099 come coord fascicola --protocollo "$P" --fascicolo
same_absent "$CS" CS-2026-0000099 come prot1 fascicola --protocollo "$P" --fascicolo
run sh -c "! git --git-dir '$S/$DOC' ls-tree -r --name-only main |
    grep fascicolazioni/"
is_exit 0 'i rifiuti non lasciano niente'

# ---- done ----

run come coord fascicola "$P" --id "$ID1" --fascicolo "$FA" --fascicolo "$FB" \
    --nota 'riguarda tutte e due'
is_exit 0 'in due fascicoli'
cp "$OUT" primo
run come coord fascicola "$P" --id "$ID1" --fascicolo "$FA" --fascicolo "$FB" \
    --nota 'riguarda tutte e due'
same_bytes "$OUT" primo 'la stessa istanza di nuovo ha la stessa risposta'
run documento fascicolazioni/000/00/0000002-1.xml
like out "<fascicolo>$FA</fascicolo>" 'il documento nomina il primo'
like out "<fascicolo>$FB</fascicolo>" 'e il secondo'
like out '<verso>messa</verso>' 'messa'
run come coord mostra "$P"
like out "^fascicolo: +$FA uno" 'la registrazione dice il primo'
like out "^fascicolo: +$FB due" 'e il secondo'
run come coord mostra "$FA"
like out "^  $P del 20/11/2026, entrata: segnalazione" 'il fascicolo la elenca'

run come vice fascicola "$P" "$FA" --togli si
is_exit 0 'chi lo vede la toglie'
run come coord mostra "$FA"
unlike out "$P" 'nel fascicolo non c'\''è più'
run documento fascicolazioni/000/00/0000002-2.xml
like out '<verso>tolta</verso>' 'ma ciò che fu fatto resta'
ok 'tutto' documento fascicolazioni/000/00/0000002-1.xml
run come coord fascicola "$P" "$FA"
is_exit 0 'e si può rimettere'

# ---- who sees what is in it ----

Q=$(segnalazione)		# sent to nobody
run come as1 mostra "$Q"
is_exit 1 'una registrazione di altri non si vede'
FS=$(come as1 apri-fascicolo suo affare --classifica VII/8 --ufficio soc)
run come prot1 fascicola "$Q" "$FS"
is_exit 0 'il protocollo la mette in un fascicolo di un'\''assistente sociale'
run come as1 mostra "$Q"
is_exit 0 'chi risponde del fascicolo la vede'
same_absent "$Q" 0000099/2026 come as2 mostra
same_absent "$Q" 0000099/2026 come coordn mostra
run come coord mostra "$Q"
is_exit 1 'neanche chi del fascicolo vede solo la copertina'
run come coord mostra "$FS"
like out "^  $Q del 20/11/2026, entrata - non è fra quelle che puoi leggere" \
    'ne conosce il numero e non l'\''oggetto'

# A riservata that the clerk does not read does not open by filing it.
R=$(smistata --riservata.motivo minori)
run come prot2 mostra "$R"
like out 'contenuto è riservato' 'una riservata di altri è oscurata'
run come prot2 fascicola "$R" "$FP"
is_exit 1 'e non si apre mettendola in un fascicolo proprio'
like err '/fascicola/protocollo: .*\[riservata\]' 'e dice perché'
run come coord fascicola "$R" "$CS"
is_exit 0 'la fascicola chi la tratta'
run come as1 mostra "$R"
like out 'oggetto: ' 'e chi risponde della cartella la legge in chiaro'
same_absent "$R" 0000099/2026 come as2 mostra
run come as1 fascicola "$R" "$FC"
is_exit 0 'anche in un fascicolo della cartella'
run come as1 fascicola "$R" "$FS"
is_exit 1 'non in un fascicolo suo, che non passerebbe con il caso'
like err '\[di-un-caso\]' 'e lo dice'

# ---- letters of the cartella ----

con_chiave coord >/dev/null
run come coord comunica --cartella "$CS" --oggetto riscontro \
    --destinatario.denominazione Scuola --destinatario.indirizzo 'Via 1' \
    --testo 'Si risponde.'
L=$(cat "$OUT")
run come as1 mostra "$CS"
like out "^  $L del 20/11/2026, uscita: riscontro" 'una lettera della cartella vi sta'
run come as1 mostra "$L"
is_exit 0 'chi ne risponde la vede'
same_absent "$L" 0000099/2026 come as2 mostra

# ---- the case goes to others ----

come coord riassegna --accesso AC-2026-0000001 --assistente as2 \
    --motivo 'carico di lavoro' >/dev/null
for n in 0000001/2026 "$R" "$L"; do
	run come as1 mostra "$n"
	is_exit 1 "chi aveva il caso non vede più $n"
	run come as2 mostra "$n"
	is_exit 0 'e chi lo ha sì'
done

# ---- what it ends ----

Q=$(smistata)
come coord prendi-in-carico "$Q" >/dev/null
run come coord scrivania
like out 'In carico, da assegnare: 1' 'presa in carico, aspetta'
come coord fascicola "$Q" "$FA" >/dev/null
run come coord scrivania
unlike out 'In carico, da assegnare' 'fascicolata, non aspetta più'
run come coord mostra "$Q"
like out 'presa in carico e fascicolata' 'e lo si vede'
come coord fascicola "$Q" "$FA" --togli si >/dev/null
run come coord scrivania
like out 'In carico, da assegnare: 1' 'tolta, aspetta di nuovo'

is_integro 'dopo le fascicolazioni'
plan
