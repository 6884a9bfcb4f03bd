# SPDX-License-Identifier: EUPL-1.2
# shellcheck shell=sh
#
# ricca.sh - a store with at least a row in every fixed table, by the recipes
# of the atti that fill them.  Read after lib.sh and ricette.sh:
#
#	. "$RADICE/tests/cli/ricca.sh"
#	ricca >ricca.txt 2>&1 || exit 1
#	vuote			prints the fixed tables without a row
#	fisse			prints the fixed tables: those that say no to
#				an UPDATE

fisse() {
	sqlite3 -readonly "$S/registro.sqlite" "SELECT tbl_name FROM
	    sqlite_schema WHERE type = 'trigger'
	    AND name = tbl_name || '_update' ORDER BY 1"
}

vuote() {
	for ricca_t in $(fisse); do
		sqlite3 -readonly "$S/registro.sqlite" "SELECT '$ricca_t'
		    WHERE NOT EXISTS (SELECT 1 FROM $ricca_t)"
	done
}

ricca_id=900

ricca_fa() {		# ricca_fa ATTO: its recipe, with an id of its own
	ricca_id=$((ricca_id + 1))
	"$(ricetta_nome ricetta "$1")" "$(id_di "$ricca_id")"
}

# What corrects and sends, on letters of its own.
ricca_correzioni() {
	ha_ricetta ricetta rettifica || return 0
	una_lettera() { echo "$ricca_n"; }
	ricca_n=$(pronta_chiedi_correzione) &&
	ricca_fa chiedi-correzione && ricca_fa rettifica &&
	ricca_fa riserva && ricca_fa annulla &&
	ricca_n=$(pronta_spedisci) && ricca_fa spedisci &&
	ricca_fa acquisisci-ricevuta
}

ricca() {
	ente_di_prova && chiave_di resp &&
	pronta_allega_copia && ricca_fa allega-copia &&
	ricca_fa registra && ricca_fa repertoria && ricca_fa importa-registro &&
	ricca_correzioni && pronta_chiudi_emergenza && ricca_fa chiudi-emergenza &&
	giorno_formato && ricca_fa chiudi-giorno &&
	pronta_collega_protocollo && ricca_fa collega-protocollo &&
	registra_lettera
}
