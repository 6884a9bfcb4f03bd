# SPDX-License-Identifier: EUPL-1.2
# shellcheck shell=sh
#
# ricette_conservazione.sh - recipes of how long things are kept (ricette.sh).

un_archivista() {
	come resp nomina --codice arch --cognome Sarti --nome Elena \
	    --ufficio spro --ruolo archivista >/dev/null
}

pronta_adotta_massimario() {	# a closed cartella, to be counted again
	pronta_blocca_scarto
}

ricetta_massimario() {
	come resp massimario --id "$1"
}

ricetta_adotta_massimario() {
	sed 's,<anni>50<,<anni>45<,' \
	    "$RADICE/templates/ente/massimario.xml" >"$T/massimario.xml"
	come resp adotta-massimario --id "$1" "$T/massimario.xml"
}

pronta_blocca_scarto() {
	pronta_chiudi && ricetta_chiudi "$(id_di 81)" && un_archivista
}

ricetta_blocca_scarto() {
	come arch blocca-scarto --id "$1" "$(una_cartella)" 'Causa n. 5.' \
	    --motivo contenzioso
}

pronta_sblocca_scarto() {
	pronta_blocca_scarto && ricetta_blocca_scarto "$(id_di 82)"
}

ricetta_sblocca_scarto() {
	come arch sblocca-scarto --id "$1" "$(una_cartella)" --blocco 1 \
	    --motivo 'Causa finita.'
}

# A store restored without the two numbers that follow its last.
pronta_dichiara_perduti() {
	sqlite3 "file:$S/registro.sqlite?mode=ro" "SELECT 'cartella ripristino 2'
	    || char(10) || printf('PG %04d %07d %07d', 2026, n + 1, n + 2) FROM
	    (SELECT coalesce(max(numero), 0) AS n FROM registrazione
	    WHERE anno = 2026)" >"$S/ripristino"
}

ricetta_dichiara_perduti() {
	come resp dichiara-perduti --id "$1" 'verbale n. 3 del 21/11/2026' \
	    'guasto del disco'
}

seguito_dichiara_perduti() {	# no lost number is given again
	perduti_n=$(sqlite3 "file:$S/registro.sqlite?mode=ro" \
	    "SELECT max(al) + 1 FROM perduto WHERE serie = 'PG' AND anno = 2026")
	is=$(registra_lettera 2>&1)
	[ "$is" = "$(printf '%07d/2026' "$perduti_n")" ] ||
	    echo "seguito: $is, non $perduti_n"
}

pronta_deposita() {
	pronta_blocca_scarto
}

ricetta_deposita() {
	come arch deposita --id "$1" --unita.numero "$(una_cartella)" \
	    --unita.luogo Cantina --unita.pezzi 2
}

pronta_conservazione() {
	pronta_sblocca_scarto
}

ricetta_conservazione() {
	come arch conservazione --id "$1"
}

# ---- scarto (scarto.sh) ----

# What follows is registered in another year than the letters before.
seguito_scarto() {
	entrata >/dev/null
}
for scarto_atto in proponi richiedi autorizza verbalizza chiudi trasmetti \
    ritira; do
	eval "seguito_${scarto_atto}_scarto() { seguito_scarto; }"
done

pronta_proponi_scarto() {
	. "$RADICE/tests/cli/scarto.sh"
	SCARTO_PROT=prot
	pronta_deposita && un_anno && ricetta_deposita "$(id_di 83)" &&
	    SCARTO_CS=$(una_cartella) && un_anno_dopo && entrata
}

ricetta_proponi_scarto() {
	come arch proponi-scarto --id "$1" 'Soprintendenza di Prova' \
	    --provvedimento 'det. 15'
}

pronta_richiedi_scarto() {
	pronta_proponi_scarto && ricetta_proponi_scarto "$(id_di 84)" &&
	    SCARTO_N=$(uscita)
}

ricetta_richiedi_scarto() {
	come arch richiedi-scarto --id "$1" 1 "$SCARTO_N" --conferma firma-fuori
}

pronta_autorizza_scarto() {
	pronta_richiedi_scarto && ricetta_richiedi_scarto "$(id_di 85)" &&
	    SCARTO_N=$(entrata)
}

ricetta_autorizza_scarto() {
	come resp autorizza-scarto --id "$1" 1 "$SCARTO_N" 123 "$(oggi)"
}

pronta_ritira_scarto() {
	pronta_autorizza_scarto && ricetta_autorizza_scarto "$(id_di 86)"
}

ricetta_ritira_scarto() {
	come arch ritira-scarto --id "$1" 1 'La classe è sbagliata.'
}

pronta_scarta() {
	pronta_autorizza_scarto && ricetta_autorizza_scarto "$(id_di 86)"
}

seguito_scarta() {
	seguito_scarto
}

ricetta_scarta() {
	come arch scarta --id "$1" 1
}

pronta_verbalizza_scarto() {
	pronta_scarta && ricetta_scarta "$(id_di 87)"
}

ricetta_verbalizza_scarto() {
	come arch verbalizza-scarto --id "$1" 1 Cantina 'Macero s.r.l.' macero \
	    'Le copie sono state rifatte.'
}

pronta_chiudi_scarto() {
	pronta_verbalizza_scarto && ricetta_verbalizza_scarto "$(id_di 88)" &&
	    SCARTO_N=$(uscita)
}

ricetta_chiudi_scarto() {
	come arch chiudi-scarto --id "$1" 1 "$SCARTO_N" --conferma firma-fuori
}

pronta_scarti() {
	pronta_scarta
}

ricetta_scarti() {
	come arch scarti --id "$1" 1
}

pronta_stampa_scarto() {
	pronta_richiedi_scarto
}

ricetta_stampa_scarto() {
	come arch stampa-scarto --id "$1" 1 --odt si
}

pronta_trasmetti_scarto() {
	pronta_proponi_scarto && ricetta_proponi_scarto "$(id_di 89)" &&
	    chiave_di arch && come arch firma --resa nessuna --cartella ente \
	    --documento scarti/0001/elenco.xml
}

ricetta_trasmetti_scarto() {
	come arch trasmetti-scarto --id "$1" --elenco 1 \
	    --destinatario.denominazione Soprintendenza \
	    --destinatario.pec sab@pec.example --classifica I/6 \
	    --testo 'Si chiede autorizzazione allo scarto.'
}

# ---- espunzione ----

pronta_espungi() {
	pronta_redigi && ricetta_redigi "$(id_di 25)" &&
	    come as1 annota "$(una_cartella)" 'Seconda visita.'
}

ricetta_espungi() {	# the folder written again, the register swapped
	come resp espungi --id "$1" "$(una_cartella)" relazioni/0001.xml \
	    'determinazione n. 12 del 18/11/2026' 'altra persona'
}
