# SPDX-License-Identifier: EUPL-1.2
# What an atto refuses and no test of its own comes to: each with its code, and
# after all of them the chain is as it was.  The stores are those of others: an
# office with nothing in it, a cartella, one of each thing that a refusal needs.
. tests/cli/lib.sh
. "$RADICE/tests/cli/uffici.sh"
. "$RADICE/tests/cli/ricette.sh"

atti() {
	sqlite3 "$S/registro.sqlite" 'SELECT max(seq) FROM catena'
}

no() {	# no CODE USER ATTO ARG...: refused with that code
	rifiuti_codice=$1
	shift
	run come "$@"
	[ "$CODE" = 1 ] && grep -q "\[$rifiuti_codice\]" "$ERR"
	lib_result $? "$2: $rifiuti_codice" || lib_show
}

# ---- an office ----

uffici_di_prova || exit 1
echo lettera >lettera.txt
utente seg soc segretariato --ruolo protocollo >/dev/null
uscita=$(come seg registra --flusso uscita --oggetto x --classifica VII/9 \
    --destinatario.denominazione Scuola lettera.txt)
vuota=$(segnalazione)
accesso=$(assegnata)
utente senza soc assistente-sociale --login senza@prova.invalid >/dev/null
come resp nomina --codice nudo --cognome Prova --nome nudo >/dev/null
come resp nomina --codice fuori --cognome Prova --nome fuori \
    --ruolo segretariato >/dev/null
gpg --batch --armor --export "$(gpg_key exas)" >chiave.asc
n=$(atti)

no login-altrui resp nomina --codice as2 --cognome Prova --nome as2 \
    --ufficio soc --ruolo assistente-sociale --login senza@prova.invalid
no comune resp nomina --codice r2 --cognome Prova --nome r2 --ufficio nord \
    --ruolo comune-remoto
no comune resp nomina --codice as2 --cognome Prova --nome as2 --ufficio soc \
    --ruolo assistente-sociale --comune G999
no ente resp nomina --codice e2 --cognome Prova --nome e2 --ufficio nord \
    --ruolo ente-esterno
no ruoli-incompatibili resp nomina --codice r2 --cognome Prova --nome r2 \
    --ufficio nord --ruolo comune-remoto --ruolo protocollo --comune G999
no chiuse-nell-anno coord archivio --cosa cartelle --stato aperti \
    --anno-di chiusura
no niente-da-delegare resp delega --delegante nudo --delegato as1 \
    --dal 2026-11-20 --al 2026-12-01 --motivo ferie
no data-successiva resp rettifica "$vuota" data-arrivo x y \
    --data-arrivo 2026-11-21
no manca-documento prot1 riverifica-firma "$accesso"
no senza-file prot1 riverifica-firma "$vuota"
no senza-file prot1 originale "$accesso"
no senza-ufficio fuori accogli --esito da-assegnare \
    --scheda.contatto.interlocutore utente --scheda.motivazioni aiuto \
    --scheda.segnalato.cognome Bianchi
no non-in-entrata seg accogli --protocollo "$uscita" --esito da-assegnare \
    --scheda.contatto.interlocutore utente --scheda.motivazioni aiuto \
    --scheda.segnalato.cognome Bianchi
no utente-non-attivo resp arruola-chiave --utente exas chiave.asc
no ufficio-ignoto resp nomina --codice x --cognome X --nome X --ufficio boh \
    --ruolo protocollo
no senza-responsabile resp nomina --codice resp --cognome Rossi --nome Anna \
    --ufficio prot --ruolo protocollo
no ora-diversa resp conferma-ora --ora 2026-01-01T08:00:00+01:00 --motivo x
no utente-inattivo resp delega --delegante as1 --delegato exas \
    --dal 2026-11-20 --al 2026-12-01 --motivo ferie
no data-futura resp indicatori --al 2027-01-01
for atto in adotta-permessi adotta-oscuramento \
    adotta-massimario adotta-firme adotta-termini \
    adotta-indicatori adotta-procedimento; do
	no manca-file resp $atto
done
no ente-ignoto resp revoca-ente c_zzzz --motivo errore
# of one nothing else is chosen
no uno-solo coord versamenti --versamento 1 --prima 3
no una-sola coord conservazione --deposito 1 --cosa fascicoli
no una-sola coord conservazione --riferimento CS-2026-0000001 --cosa fascicoli
no dopo-quale coord conservazione --dopo FA-2026-0000001
no giorni-tutti resp archivio --cosa giorni --stato chiusi
no solo-cartelle resp archivio --cosa fascicoli --anno-di chiusura
no dopo-quale resp archivio --dopo CS-2026-0000001
no dopo-quale resp archivio --anno-di chiusura --dopo 50
no uno-solo coord trasferimenti --cartella CS-2026-0000001 --tutti si
no manca-carta resp campi --uscita pagina
no non-un-caso resp chi-ha-letto "$vuota"
no date-invertite resp chi-ha-letto "$accesso" --dal 2026-11-19 --al 2026-11-18
no non-un-caso as1 esponi "$vuota" --in fuori
no carta-gia-fatta as1 stampa CS-2026-0000001 cartella.xml --firmata si --odt si
is "$(atti)" "$n" 'un ufficio: nessun atto è compiuto'

echo 'cartella 99' >"$S/formato"
run come resp scrivania
is_exit 1 'un archivio di un altro formato non si apre'
like err 'ha un formato che questa versione non conosce' 'e lo dice'

# ---- a term that stands still ----

rm -rf "$S"
{ ente_di_prova && pronta_sospendi_termine &&
    ricetta_sospendi_termine "$(id_di 62)" &&
    come coord dichiara-conflitto "$(una_cartella)" parente --utente as2 &&
    utente cnord spro coordinatore && come cnord accedi "$(una_cartella)" \
    'la collega è assente' && utente cnord tutela coordinatore; } >/dev/null || exit 1
CS=$(una_cartella)
n=$(atti)
no prima-della-sospensione as1 riprendi-termine "$CS" 1 x --data 2026-11-19
no motivo-ignoto as1 sospendi-termine "$CS" 1 capriccio x
no motivo-di-documento as1 sospendi-termine "$CS" 1 preavviso-di-rigetto x
no gia-dichiarato coord dichiara-conflitto "$CS" parente --utente as2
no destinazione-ignota as1 copia-oscurata "$CS" cartella.xml circo
no accesso-proprio cnord prendi-atto "$CS"
is "$(atti)" "$n" 'un termine: nessun atto è compiuto'

# ---- terms of hours ----

rm -rf "$S"
{ ente_di_prova && pronta_rispondi_termine; } >/dev/null || exit 1
CS=$(una_cartella)
n=$(atti)
no data-e-ora as1 rispondi-termine "$CS" 2 --motivo x --data 2026-11-20 \
    --ora 2026-11-20T10:15:30+01:00
no prima-dell-inizio as1 rispondi-termine "$CS" 2 --motivo x \
    --ora 2026-11-20T09:00:00+01:00
no file-di-troppo as1 scrivi --cartella "$CS" --tipo scuola \
    lettera.txt chiave.asc
is "$(atti)" "$n" 'i termini: nessun atto è compiuto'

plan
