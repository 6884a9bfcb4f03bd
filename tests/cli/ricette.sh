# SPDX-License-Identifier: EUPL-1.2
# shellcheck shell=sh
#
# ricette.sh - for each atto, how to come to it and how to do it once.  Read
# by the tests that try every atto (uccisioni.t), after lib.sh:
#
#	. "$RADICE/tests/cli/ricette.sh"
#
# A new atto adds two functions here, its name with _ for -:
#
#	pronta_<atto>		the acts that come before it, on the store $S,
#				which has had ente_di_prova (init alone finds
#				no store at all); may be missing
#	seguito_<atto>		what follows it, where no letter can be
#				registered; may be missing
#	ricetta_<atto> ID	the act, once, with that id of the istanza.
#				Called again with the same ID it asks for the
#				same thing.  What it prints is its answer
#
# Recipes use `come USER`, never fixed numbers, and files of $T or $FIXTURES.
# The clock stands where lib.sh put it; pronta_ may move it with `ora`.
# Users: resp (responsabile-protocollo), prot (protocollo); utenti_del_caso
# adds coord (coordinatore), as1, as2 (assistente-sociale).  Offices: spro,
# tutela.

ricetta_nome() {	# the function of an atto: ricetta_nome PREFIX ATTO
	echo "$1_$2" | tr - _
}

ha_ricetta() {
	command -v "$(ricetta_nome "$1" "$2")" >/dev/null
}

# The istanza's id number N of this test.
id_di() {
	printf '%032x' "$1"
}

# ---- the beginning of every store ----

ricetta_init() {
	cartella init --id "$1" --denominazione 'Comune di Prova' \
	    --codice-ipa c_x000 --codice-aoo AOO1234 --dimostrativo si \
	    --ufficio.codice spro --ufficio.denominazione Protocollo \
	    --ufficio.codice tutela --ufficio.denominazione 'Tutela minori' \
	    --responsabile.codice resp --responsabile.cognome Rossi \
	    --responsabile.nome Anna
}

ente_di_prova() {
	ricetta_init "$(id_di 1)" && come resp nomina --codice prot \
	    --cognome Verdi --nome Ugo --ruolo protocollo --ufficio spro
}

# ---- ente ----

ricetta_nomina() {	# changes a user: the old file goes, the new one comes
	come resp nomina --id "$1" --codice prot --cognome Verdi \
	    --nome Ugo --qualifica istruttore --ruolo protocollo \
	    --ruolo segretariato --ufficio spro --ufficio tutela
}

pronta_arruola_chiave() {
	[ -f "$T/chiave.asc" ] && return
	gpg --batch --armor --export "$(gpg_key prot)" >"$T/chiave.asc"
}

ricetta_arruola_chiave() {
	come resp arruola-chiave --id "$1" --utente prot "$T/chiave.asc"
}

ricetta_conferma_ora() {
	come resp conferma-ora --id "$1" --ora "$CARTELLA_ORA" \
	    --motivo 'orologio controllato'
}

# ---- registro ----

# Another letter at every call: the same one twice would be warned of.
# registra_lettera [OPTION...]
registra_lettera() {
	echo "lettera $(lib_caso)" >"$T/lettera.txt"
	come prot registra --flusso entrata --oggetto 'lettera della scuola' \
	    --mittente.denominazione 'Scuola di Prova' --classifica VII/9 \
	    "$@" "$T/lettera.txt"
}

ricetta_registra() {	# a main document and an attachment
	echo "segnalazione $1" >"$T/segnalazione.txt"
	echo "foglio $1" >"$T/foglio.txt"
	come prot registra --id "$1" --flusso entrata \
	    --oggetto 'segnalazione della scuola' \
	    --mittente.denominazione 'Scuola di Prova' --classifica VII/9 \
	    "$T/segnalazione.txt" "$T/foglio.txt"
}

pronta_smista() {
	registra_lettera
}

ricetta_smista() {	# to two offices, with a note
	come prot smista --id "$1" --protocollo "$(una_lettera)" \
	    --destinazione.ufficio tutela --destinazione.titolo competenza \
	    --destinazione.ufficio spro --destinazione.titolo conoscenza \
	    --nota urgente
}

pronta_prendi_visione() {
	utenti_del_caso && pronta_smista && ricetta_smista "$(id_di 21)"
}

ricetta_prendi_visione() {
	come coord prendi-visione --id "$1" "$(una_lettera)"
}

# ---- caso ----

# The first registration of the store: a letter, when registra_lettera made it.
una_lettera() {
	echo "0000001/$(echo "$CARTELLA_ORA" | cut -c1-4)"
}

un_accesso() {		# the first accesso of the store
	echo "AC-$(echo "$CARTELLA_ORA" | cut -c1-4)-0000001"
}

utenti_del_caso() {
	come resp nomina --codice coord --cognome Neri --nome Ada \
	    --ruolo coordinatore --ufficio tutela &&
	come resp nomina --codice as1 --cognome Bianchi --nome Eva \
	    --ruolo assistente-sociale --ufficio tutela &&
	come resp nomina --codice as2 --cognome Gialli --nome Ivo \
	    --ruolo assistente-sociale --ufficio tutela
}

pronta_assegna() {
	pronta_prendi_visione && ricetta_prendi_visione "$(id_di 22)"
}

ricetta_assegna() {	# a new folder
	come coord assegna --id "$1" --protocollo "$(una_lettera)" \
	    --assistente as1
}

pronta_valuta() {
	pronta_assegna && ricetta_assegna "$(id_di 23)"
}

ricetta_valuta() {	# closes: the cover changes, a document is born
	come as1 valuta --id "$1" "$(un_accesso)" no 'Nessun bisogno.' \
	    --motivazione 'La famiglia è seguita altrove.'
}

una_cartella() {	# the first cartella of the store
	echo "CS-$(echo "$CARTELLA_ORA" | cut -c1-4)-0000001"
}

pronta_apri() {
	pronta_valuta && come as1 valuta "$(un_accesso)" si 'serve un sostegno'
}

ricetta_apri() {	# two folders: the accesso says where it went
	come as1 apri --id "$1" --accesso "$(un_accesso)" \
	    --scheda.anagrafica.cognome Bianchi \
	    --scheda.anagrafica.nome Luca \
	    --scheda.anagrafica.nascita.data 2018-03-01 \
	    --scheda.anagrafica.nascita.luogo Prova \
	    --scheda.residenza.comune Prova --scheda.iniziativa altro-organo \
	    --conferma senza-liberatoria --conferma senza-stato-di-famiglia
}

pronta_annota() {
	pronta_apri && ricetta_apri "$(id_di 24)"
}

ricetta_annota() {
	come as1 annota --id "$1" --cartella "$(una_cartella)" --tipo visita \
	    --testo 'Visita a casa.'
}

pronta_redigi() {
	pronta_annota
}

ricetta_redigi() {
	come as1 redigi --id "$1" --cartella "$(una_cartella)" \
	    --tipo con-esito --oggetto 'relazione su M. R.' \
	    --fatti-accertati 'Due colloqui.' --dichiarazioni 'È sola.' \
	    --valutazioni 'Serve un sostegno.' --proposta 'Un educatore.'
}

chiave_di() {		# a key of that user, made once, and enrolled
	[ -f "$T/$1.asc" ] || gpg --batch --armor --export \
	    "$(gpg_key "$1")" >"$T/$1.asc"
	come resp arruola-chiave --utente "$1" "$T/$1.asc"
}

pronta_firma() {
	pronta_redigi && ricetta_redigi "$(id_di 25)" && chiave_di as1
}

ricetta_firma() {
	come as1 firma --resa nessuna --id "$1" --cartella "$(una_cartella)" \
	    --documento relazioni/0001.xml
}

pronta_proponi() {
	pronta_firma && ricetta_firma "$(id_di 26)"
}

ricetta_proponi() {
	come as1 proponi --id "$1" --cartella "$(una_cartella)" \
	    --relazione relazioni/0001.xml --oggetto 'un educatore' \
	    --testo 'Si propone un educatore.' --conferma senza-progetto
}

pronta_approva() {
	pronta_proponi && ricetta_proponi "$(id_di 27)" && chiave_di coord
}

ricetta_approva() {	# a letter made, signed, registered and sent round
	come coord approva --id "$1" --cartella "$(una_cartella)" \
	    --proposta proposte/0001.xml --ufficio spro
}

pronta_comunica() {
	pronta_annota && chiave_di coord
}

ricetta_comunica() {	# a letter made, signed and registered
	come coord comunica --id "$1" --cartella "$(una_cartella)" \
	    --destinatario.denominazione 'Scuola di Prova' \
	    --destinatario.indirizzo 'Via della Scuola 1' \
	    --oggetto 'riscontro' --testo 'Il caso è in carico.'
}

pronta_chiudi() {
	pronta_annota
}

ricetta_chiudi() {
	come as1 chiudi --id "$1" --cartella "$(una_cartella)" \
	    --motivo conclusione --nota 'Obiettivi raggiunti.'
}

# ---- letture ----

pronta_mostra() {
	registra_lettera
}

ricetta_mostra() {
	come resp mostra --id "$1" "0000001/$(echo "$CARTELLA_ORA" | cut -c1-4)"
}

pronta_storia() {
	pronta_annota
}

ricetta_storia() {
	come coord storia --id "$1" "$(una_cartella)"
}

pronta_confronta() {	# two versions
	pronta_redigi && ricetta_redigi "$(id_di 25)" &&
	come as1 redigi --cartella "$(una_cartella)" --tipo con-esito \
	    --relazione relazioni/0001.xml --oggetto 'relazione su M. R.' \
	    --fatti-accertati 'Tre colloqui.' --dichiarazioni 'È sola.' \
	    --valutazioni 'Serve un sostegno.' --proposta 'Un educatore.'
}

ricetta_confronta() {
	come coord confronta --id "$1" "$(una_cartella)" relazioni/0001.xml
}

pronta_copia() {
	cp "$RADICE/tests/fixtures/demo/segnalazione.pdf" "$T/documento.pdf" &&
	come prot registra --flusso entrata --oggetto 'lettera della scuola' \
	    --mittente.denominazione 'Scuola di Prova' --classifica VII/9 \
	    "$T/documento.pdf"
}

ricetta_copia() {
	rm -f "$T/copia.pdf"
	come prot copia --id "$1" "$(una_lettera)" --in "$T/copia.pdf"
}

# ---- the other subjects ----

for ricette_file in "$RADICE"/tests/cli/ricette_*.sh; do
	[ ! -f "$ricette_file" ] || . "$ricette_file"
done
