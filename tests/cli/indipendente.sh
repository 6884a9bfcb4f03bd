# SPDX-License-Identifier: EUPL-1.2
# shellcheck shell=sh
#
# indipendente.sh - the store on which two verifiers are compared.  Read after
# lib.sh and ricette.sh:
#
#	. "$RADICE/tests/cli/indipendente.sh"
#	piena >piena.txt 2>&1 || exit 1
#
# Of what formato.md tells there is at least one: all that ricca.sh has, two
# sealed days and a seal of today, a case with signatures of both kinds, an
# adopted type, an expunged document whose attachments were destroyed, reads.
. "$RADICE/tests/cli/ricca.sh"

# The letter of which the case is born is not the first of the register.
piena_caso() {
	piena_n=$(registra_lettera) || return
	una_lettera() { echo "$piena_n"; }
	utenti_del_caso && ricetta_smista "$(id_di 21)" &&
	ricetta_prendi_visione "$(id_di 22)" &&
	ricetta_assegna "$(id_di 23)" &&
	come as1 valuta "$(un_accesso)" si 'serve un sostegno' &&
	ricetta_apri "$(id_di 24)" && ricetta_annota "$(id_di 30)"
}

# A relazione signed by key, then a proposta and the letter that approves it;
# another signed by certificate.
piena_firme() {
	ricetta_redigi "$(id_di 25)" && chiave_di as1 &&
	ricetta_firma "$(id_di 26)" && ricetta_proponi "$(id_di 27)" &&
	chiave_di coord && ricetta_approva "$(id_di 28)" &&
	ricetta_redigi "$(id_di 31)" && firme_certificato as1 &&
	come as1 firma --resa nessuna --id "$(id_di 32)" \
	    --cartella "$(una_cartella)" --documento relazioni/0002.xml \
	    --p12 "$T/as1x.p12" --frase-da 3 3<"$T/frase.p12"
}

# Signed with its PDF, then taken out with it.
piena_espunta() {
	ricetta_redigi "$(id_di 33)" &&
	come as1 firma --id "$(id_di 34)" --cartella "$(una_cartella)" \
	    --documento relazioni/0003.xml &&
	come resp espungi --id "$(id_di 35)" "$(una_cartella)" relazioni/0003.xml \
	    'determinazione n. 12' 'di un altro caso' --conferma vanno-insieme
}

piena_giorni() {
	ora "$(giorno_da +1)T09:00:00+01:00" && registra_lettera &&
	ricetta_chiudi_giorno "$(id_di 36)" &&
	registra_lettera && ricetta_sigilla "$(id_di 37)" &&
	ricetta_mostra "$(id_di 38)"
}

piena() {
	ricca && piena_caso && piena_firme && piena_espunta &&
	ricetta_adotta_tipo "$(id_di 39)" && ricetta_scrivi "$(id_di 41)" &&
	pronta_adotta_fiducia && ricetta_adotta_fiducia "$(id_di 40)" &&
	piena_giorni && registra_lettera
}
