#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# semina.sh STORE - what the browser tests need beside the demonstration case: a
# case that is open, something to take charge of, to sign, to be at today.
set -eu
export CARTELLA_STORE="$1" GNUPGHOME="$CARTE/gnupg"
program=${CARTELLA:?}
here=$(cd "$(dirname "$0")" && pwd)
c() { "$program" "$@"; }
oggi=$(TZ=CET-1CEST,M3.5.0,M10.5.0/3 date +%F)
anno=${oggi%%-*}

# the office's seal, with which the day of yesterday is closed
mkdir -m 700 "$CARTELLA_STORE/sigillo"
gpg --homedir "$CARTELLA_STORE/sigillo" --batch --quiet --passphrase '' \
    --quick-gen-key 'Sigillo <protocollo@comune.roccalta.example>' ed25519 sign 3y
gpg --homedir "$CARTELLA_STORE/sigillo" --batch --armor --export >"$CARTE/sigillo.asc"
c --come resp arruola-chiave --uso sigillo "$CARTE/sigillo.asc"

n=$(c --come prot registra --flusso entrata --oggetto 'Segnalazione di un vicino' \
    --riservata.motivo 'dati di un minore' --mezzo posta-elettronica --conferma senza-documento \
    --mittente.denominazione 'Lidia Neri' --classifica VII/9)
c --come prot smista --protocollo "$n" --destinazione.ufficio sociale \
    --destinazione.titolo competenza
c --come coord prendi-in-carico "$n"
a=$(c --come coord assegna --protocollo "$n" --assistente as1)
c --come as1 valuta --accesso "$a" --presupposti si --bisogno 'Da sostenere.'
cs=$(c --come as1 apri --accesso "$a" --classifica VII/9 \
    --scheda.anagrafica.cognome Verdi --scheda.anagrafica.nome Sara \
    --scheda.anagrafica.sesso F --scheda.anagrafica.nascita.data 2016-09-03 \
    --scheda.anagrafica.nascita.luogo Roccalta \
    --scheda.residenza.indirizzo 'Via Lunga 3' --scheda.residenza.comune Roccalta \
    --scheda.iniziativa cittadino --conferma senza-liberatoria \
    --conferma senza-stato-di-famiglia)
c --come as1 annota --cartella "$cs" --tipo colloquio --testo 'Primo colloquio con la madre.'
oggi_alle_2330() {
	c --come as1 fissa --caso "$cs" --tipo colloquio --giorno "$oggi" --alle 23:30 \
	    --oggetto 'Colloquio con la madre' "$@"
}
oggi_alle_2330 || oggi_alle_2330 --conferma gia-passato
c --come as1 redigi --cartella "$cs" --tipo con-esito --oggetto 'Relazione su S.V.' \
    --fatti-accertati 'Due colloqui.' --dichiarazioni 'La madre chiede aiuto.' \
    --valutazioni 'Nucleo solo.' --proposta 'Sostegno educativo.'
m=$(c --come prot registra --flusso entrata --oggetto 'Richiesta di incontro' --mezzo pec \
    --conferma senza-documento \
    --mittente.denominazione 'Istituto comprensivo Gianni Rodari' --classifica VII/9)
c --come prot smista --protocollo "$m" --destinazione.ufficio sociale \
    --destinazione.titolo competenza
c --come prot registra --flusso entrata --oggetto 'Fattura di un educatore' --mezzo pec \
    --conferma senza-documento --mittente.denominazione 'Cooperativa Il Sentiero' --classifica VII/9
c --come prot registra --flusso entrata --oggetto 'Preventivo per i centri estivi' --mezzo pec \
    --conferma senza-documento --mittente.denominazione 'Associazione Prato' --classifica VII/9

# ---- the two whole days (giornata-*.prova.mjs) ----
giorno() { TZ=CET-1CEST,M3.5.0,M10.5.0/3 date -d "$1" +%F; }
arriva() {	# arriva SUBJECT FROM: a riservata for the social service; says its number
	n=$(c --come prot registra --flusso entrata --oggetto "$1" --mezzo pec \
	    --riservata.motivo 'dati di un minore' --conferma senza-documento \
	    --mittente.denominazione "$2" --classifica VII/9)
	c --come prot smista --protocollo "$n" --destinazione.ufficio sociale \
	    --destinazione.titolo competenza >&2
	echo "$n"
}
assegnata() {	# to as1; says the accesso
	c --come coord prendi-in-carico "$1" >&2
	c --come coord assegna --protocollo "$1" --assistente as1
}
in_carico() {	# in_carico SURNAME NAME F|M BORN: says the cartella of as1
	a=$(assegnata "$(arriva "Segnalazione $1" 'Consultorio di Roccalta')")
	c --come as1 valuta --accesso "$a" --presupposti si --bisogno 'Nucleo da sostenere.' >&2
	c --come as1 apri --accesso "$a" --classifica VII/9 --scheda.anagrafica.cognome "$1" \
	    --scheda.anagrafica.nome "$2" --scheda.anagrafica.sesso "$3" \
	    --scheda.anagrafica.nascita.data "$4" --scheda.anagrafica.nascita.luogo Roccalta \
	    --scheda.residenza.comune Roccalta --scheda.iniziativa altro-organo \
	    --conferma senza-liberatoria --conferma senza-stato-di-famiglia
}
relazione() {	# relazione CARTELLA KIND N: the nth, written and signed by as1
	c --come as1 redigi --cartella "$1" --tipo "$2" --oggetto 'Relazione sociale' \
	    --fatti-accertati 'Due colloqui.' --dichiarazioni 'La madre chiede aiuto.' \
	    --valutazioni 'La rete familiare è sola.' --metodo 'Colloqui e visita.' \
	    --proposta 'Sostegno educativo domiciliare.' >&2
	c --come as1 firma --cartella "$1" --documento "relazioni/$(printf %04d "$3").xml" >&2
}
visto='<passo chi="ruolo" obbligo="si" ruolo="coordinatore" scopo="visto"/>'
sed "s|</firme>|<regola altri=\"si\" specie=\"autorita-giudiziaria\" tipo=\"relazione\">\
<passo chi=\"autore\" obbligo=\"si\" scopo=\"sottoscrizione\"/>$visto</regola>&|" \
    "$here/../../templates/ente/firme.xml" >"$1/../firme.xml"
c --come resp adotta-firme "$1/../firme.xml"

# to be weighed, with script and without
assegnata "$(arriva 'Segnalazione di un pediatra' 'Pediatra di Roccalta')"
assegnata "$(arriva 'Segnalazione di un maestro' 'Scuola media Volta')"
arriva 'Segnalazione dei carabinieri' 'Stazione carabinieri di Roccalta' >&2	# to be taken
arriva 'Segnalazione di una maestra' 'Scuola primaria Montessori' >&2

# a term that runs out
d=$(c --come prot registra --flusso entrata --oggetto 'Domanda di sostegno' \
    --riservata.motivo 'dati di un minore' --mezzo consegna-a-mano --conferma senza-documento \
    --mittente.denominazione 'Lidia Neri' --classifica VII/9)
c --come prot smista --protocollo "$d" --destinazione.ufficio sociale \
    --destinazione.titolo competenza
c --come coord prendi-in-carico "$d"
c --come coord acquisisci --cartella "$cs" --protocollo "$d" \
    --istanza-di-parte.richiedente 'Lidia Neri' --istanza-di-parte.qualita genitore \
    --istanza-di-parte.data "$(giorno '26 days ago')" --istanza-di-parte.oggetto 'Un educatore'

# proposals to decide, papers for the court to be signed behind their author
for chi in 'Neri Luca M 2012-02-11' 'Bruni Ada F 2013-07-30' 'Fabbri Leo M 2015-01-19'; do
	# shellcheck disable=SC2086
	p=$(in_carico $chi)
	relazione "$p" con-esito 1
	c --come as1 proponi --cartella "$p" --relazione relazioni/0001.xml \
	    --oggetto 'sostegno educativo domiciliare' --conferma senza-progetto \
	    --testo 'Si propone il sostegno educativo per sei mesi, sei ore la settimana.'
done
g=$(in_carico Serra Nina F 2011-12-05)
for i in 1 2 3 4; do
	relazione "$g" autorita-giudiziaria $i
done
# to be sent to an office by the plain form
for i in Prima Seconda; do
	c --come prot registra --flusso entrata --oggetto "$i circolare della Regione" --mezzo pec \
	    --conferma senza-documento --mittente.denominazione 'Regione' --classifica VII/9
done
echo "anno $anno, cartella $cs"
