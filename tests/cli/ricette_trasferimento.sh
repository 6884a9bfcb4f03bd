# SPDX-License-Identifier: EUPL-1.2
# shellcheck shell=sh
#
# ricette_trasferimento.sh - recipes of other bodies and of transfers (see
# ricette.sh).
. "$RADICE/tests/cli/due_enti.sh"

# ---- another body ----

chiave_di_altrove() {	# makes, once, the seal of another body: $T/altrove.asc
	[ -f "$T/altrove.asc" ] || {
		gpg_key altrove >"$T/altrove.fpr" &&
		gpg --batch --armor --export "$(cat "$T/altrove.fpr")" \
		    >"$T/altrove.asc"
	}
}

pronta_arruola_ente() {
	chiave_di_altrove
}

ricetta_arruola_ente() {	# a document and a key
	come resp arruola-ente --id "$1" --codice-ipa c_a944 \
	    --denominazione 'Comune di Altrove' \
	    --impronta-chiave "$(cat "$T/altrove.fpr")" --verificata telefono \
	    "$T/altrove.asc"
}

pronta_revoca_ente() {
	pronta_arruola_ente && ricetta_arruola_ente "$(id_di 91)"
}

ricetta_revoca_ente() {
	come resp revoca-ente --id "$1" c_a944 compromessa
}

pronta_enti() {
	pronta_revoca_ente && ricetta_revoca_ente "$(id_di 92)"
}

ricetta_enti() {
	come resp enti --id "$1"
}

# ---- transfers ----

# Another body in $T/b, which has a case; both have a seal and know the other's.
due_di_ricetta() {
	rm -rf "$T/b"
	qui_b altro_di_ricetta && due_sigillo && qui_b due_sigillo &&
	conosce c_x001 "$T/b.asc" && qui_b conosce c_x000 "$S.asc"
}

altro_di_ricetta() {
	cartella init --denominazione 'Comune di Arrivo' --codice-ipa c_x001 \
	    --codice-aoo AOO1 --dimostrativo si \
	    --ufficio.codice spro --ufficio.denominazione Protocollo \
	    --ufficio.codice tutela --ufficio.denominazione 'Tutela minori' \
	    --responsabile.codice resp --responsabile.cognome Rossi \
	    --responsabile.nome Anna &&
	come resp nomina --codice prot --cognome Verdi --nome Ugo \
	    --ruolo protocollo --ufficio spro && pronta_chiudi
}

qui() {
	"$@"
}

il_trasferimento() {
	sqlite3 "file:$S/registro.sqlite?mode=ro" \
	    'SELECT id FROM trasferimento ORDER BY seq DESC LIMIT 1'
}

il_consegnato() {
	tr_consegna "$(il_trasferimento)" "$T/consegna"
}

porta() {		# porta DA A: qui or qui_b; what one has for the other
	"$1" il_consegnato && "$2" tr_arriva "$T/consegna"
}

offri_di_ricetta() {	# offri_di_ricetta ID A
	come coord offri-trasferimento --id "$1" --cartella "$(una_cartella)" \
	    --ente "$2" --motivo residenza --pdf no
}

accetta_di_ricetta() {
	come coord accetta-trasferimento --id "$1" "$(il_trasferimento)" \
	    "$(una_lettera)"
}

rilascia_di_ricetta() {
	come coord rilascia-trasferimento --id "$1" \
	    --cartella "$(una_cartella)" --pdf no --nota 'Ha cambiato casa.'
}

pronta_offri_trasferimento() {
	pronta_chiudi && due_di_ricetta
}

ricetta_offri_trasferimento() {	# a paper, its message, a package beside
	offri_di_ricetta "$1" c_x001
}

pronta_ritira_trasferimento() {
	pronta_offri_trasferimento && offri_di_ricetta "$(id_di 93)" c_x001
}

ricetta_ritira_trasferimento() {	# the package goes
	come coord ritira-trasferimento --id "$1" "$(una_cartella)" non-occorre
}

pronta_consegna_trasferimento() {
	pronta_ritira_trasferimento
}

ricetta_consegna_trasferimento() {
	rm -rf "$T/consegna"
	come coord consegna-trasferimento --id "$1" "$(il_trasferimento)" \
	    --in "$T/consegna"
}

pronta_trasferimenti() {
	pronta_ritira_trasferimento
}

ricetta_trasferimenti() {
	come coord trasferimenti --id "$1"
}

pronta_rilascia_trasferimento() {
	pronta_ritira_trasferimento && porta qui qui_b &&
	qui_b accetta_di_ricetta "$(id_di 94)" && porta qui_b qui
}

ricetta_rilascia_trasferimento() {	# folders of the case and of the body
	rilascia_di_ricetta "$1"
}

pronta_accetta_trasferimento() {
	pronta_prendi_visione && due_di_ricetta &&
	qui_b offri_di_ricetta "$(id_di 95)" c_x000 && porta qui_b qui
}

ricetta_accetta_trasferimento() {
	accetta_di_ricetta "$1"
}

pronta_rifiuta_trasferimento() {
	pronta_accetta_trasferimento
}

ricetta_rifiuta_trasferimento() {
	come coord rifiuta-trasferimento --id "$1" "$(il_trasferimento)" \
	    non-residente
}

pronta_ricevi_trasferimento() {
	pronta_accetta_trasferimento && accetta_di_ricetta "$(id_di 96)" &&
	porta qui qui_b && qui_b rilascia_di_ricetta "$(id_di 97)" &&
	qui_b il_consegnato
}

ricetta_ricevi_trasferimento() {	# a new folder, with another's history
	come coord ricevi-trasferimento --id "$1" --ufficio tutela \
	    --assistente as1 "$T/consegna"
}
