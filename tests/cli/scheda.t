# SPDX-License-Identifier: EUPL-1.2
# aggiorna-scheda: fields changed one by one; two people at once, merged field
# by field or shown side by side, never one over the other.
. tests/cli/lib.sh
. "$RADICE/tests/cli/uffici.sh"
. "$RADICE/tests/cli/caso.sh"

uffici_di_prova >/dev/null || exit 1
CS=$(aperta)
D=$S/cartelle/2026/0000001

agg() {
	come as1 aggiorna-scheda --cartella "$CS" "$@"
}

testa() {
	git -C "$D" rev-parse HEAD
}

su() {		# su COMMIT ID USER FIELDS: an istanza made on that head
	cat >istanza.xml <<-XML
	<istanza xmlns="urn:cartella:1" atto="aggiorna-scheda" id="$2" versione="1">
	  <base><testa cartella="cartelle/2026/0000001" commit="$1"/></base>
	  <aggiorna-scheda><cartella>$CS</cartella>$4</aggiorna-scheda>
	</istanza>
	XML
	come "$3" aggiorna-scheda --xml istanza.xml
}

via() {
	echo "<residenza><indirizzo>$1</indirizzo></residenza>"
}

# ---- refused ----

run agg --anagrafica.nascita.data 2026-11-21
is_exit 1 'una nascita di domani: no'
like err '/aggiorna-scheda/anagrafica/nascita/data: .*\[data-futura\]' 'e dice dove'
run agg --anagrafica.nascita.data 2025-02-29
is_exit 1 'nato il 29 febbraio 2025: no'
run agg --anagrafica.codice-fiscale RSSMRA80A01H501A
is_exit 1 'un codice fiscale che non esiste: no'
like err '\[codice-fiscale\]' 'e lo dice'
run agg --residenza.comune Prova
is_exit 1 'dire ciò che c'\''è già: no'
like err '\[niente-cambia\]' 'e lo dice'
run agg --togli residenza.comune
like err '/aggiorna-scheda/togli: .*\[obbligatorio\]' 'ciò che serve non si toglie'
run agg --togli colore
like err '\[campo-ignoto\]' 'né ciò che non c'\''è'
run agg --profilo.luogo-vita luna
is_exit 1 'una parola fuori dall'\''elenco: no'
run agg --profilo.medico "$(printf 'dott\342\200\256 Neri')"
is_exit 2 'un testo che si gira: no'
run come coordn aggiorna-scheda --cartella "$CS" --residenza.comune Prato
is_exit 1 'chi non vede la cartella: non c'\''è'
run come prot1 aggiorna-scheda --cartella "$CS" --residenza.comune Prato
is_exit 3 'il protocollo non cambia schede'

# ---- done ----

PRIMA=$(testa)
run agg --profilo.medico 'dott. Neri' --profilo.luogo-vita famiglia \
    --profilo.recapito 0574111 --profilo.recapito 333222 \
    --profilo.valutazione-minore relazionali --id 11111111111111111111111111111111
is_out "$CS scheda.xml" 'si cambiano alcuni campi'
run agg --profilo.medico 'dott. Neri' --profilo.luogo-vita famiglia \
    --profilo.recapito 0574111 --profilo.recapito 333222 \
    --profilo.valutazione-minore relazionali --id 11111111111111111111111111111111
is_out "$CS scheda.xml" 'la stessa istanza: la stessa risposta'
run cat "$D/scheda.xml"
like out '<cognome>Bianchi' 'il resto rimane'
is "$(grep -c '<recapito>' "$D/scheda.xml")" 2 'un campo che si ripete'
run agg --profilo.recapito 333222 --togli profilo.luogo-vita
is_exit 0 'si cambia e si toglie'
is "$(grep -c '<recapito>\|<luogo-vita>' "$D/scheda.xml")" 1 'e così è'
is "$(git -C "$D" show HEAD:scheda.xml | grep -o ' id="[0-9a-f]*"')" \
    "$(git -C "$D" show "$PRIMA:scheda.xml" | grep -o ' id="[0-9a-f]*"')" \
    'la scheda resta lo stesso documento'

# ---- two people ----

BASE=$(testa)
run su "$BASE" 22222222222222222222222222222221 as1 "$(via 'Via Roma 1')"
is_exit 0 'il primo cambia l'\''indirizzo'
run su "$BASE" 22222222222222222222222222222222 coord \
    '<profilo><medico>dott. Verdi</medico></profilo>'
is_exit 0 'il secondo, sulla stessa versione, il medico'
run cat "$D/scheda.xml"
like out 'Via Roma 1' 'restano l'\''uno'
like out 'dott\. Verdi' 'e l'\''altro'
run su "$BASE" 22222222222222222222222222222223 coord "$(via 'Via Milano 2')"
is_exit 1 'il terzo cambia l'\''indirizzo già cambiato: no'
like err '/aggiorna-scheda/residenza/indirizzo: .*' 'e dice quale campo'
like err 'ora dice: Via Roma 1' 'con il testo che c'\''è'
like err 'tu scrivi: Via Milano 2' 'e il suo'
like err '\[conflitto\]' 'è un conflitto'
run grep -c 'Via Roma 1' "$D/scheda.xml"
is_out 1 'e niente è sovrascritto'
run su "$BASE" 22222222222222222222222222222224 coord \
    "$(via 'Via Roma 1')<iniziativa>cittadino</iniziativa>"
is_exit 0 'chi scrive lo stesso testo non è in conflitto'
run su "$BASE" 22222222222222222222222222222225 coord \
    "<iniziativa>altro-organo</iniziativa><profilo><scuola>media</scuola>
    <medico>dott. Neri</medico></profilo>"
is_exit 0 'un modulo che rimanda i campi come li aveva visti'
run cat "$D/scheda.xml"
like out '<iniziativa>cittadino' 'non riporta indietro ciò che altri hanno cambiato'
like out 'dott\. Verdi' 'né il medico'
like out '<scuola>media' 'e il suo campo c'\''è'
run su "$BASE" 22222222222222222222222222222226 as1 '<togli>profilo.medico</togli>'
is_exit 1 'togliere un campo che un altro ha cambiato: no'
like err 'tu scrivi: \(niente\)' 'e si vede'
run su 0123456789012345678901234567890123456789 22222222222222222222222222222227 as1 \
    "$(via 'Via X')"
is_exit 1 'una base che non è di qui: no'
like err '\[base-ignota\]' 'e lo dice'
run su "$(testa)" 22222222222222222222222222222223 coord "$(via 'Via Milano 2')"
is_exit 0 'il terzo, visto il testo di ora, scrive il suo'

come as1 chiudi --cartella "$CS" --motivo conclusione --nota Fatto >/dev/null
run agg --residenza.comune Prato
like err '\[cartella-chiusa\]' 'in una cartella chiusa: no'
is_integro 'dopo tutto'
plan
