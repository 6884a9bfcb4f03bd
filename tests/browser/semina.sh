#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# semina.sh STORE - what the browser tests need beside the demonstration case: a
# case that is open, something to take charge of, to sign, to be at today.
set -eu
export CARTELLA_STORE="$1" GNUPGHOME="$PWD/build/demo/gnupg"
program=${CARTELLA:?}
c() { "$program" "$@"; }
oggi=$(TZ=CET-1CEST,M3.5.0,M10.5.0/3 date +%F)
anno=${oggi%%-*}

# the office's seal, with which the day of yesterday is closed
mkdir -m 700 "$CARTELLA_STORE/sigillo"
gpg --homedir "$CARTELLA_STORE/sigillo" --batch --quiet --passphrase '' \
    --quick-gen-key 'Sigillo <protocollo@comune.roccalta.example>' ed25519 sign 3y
gpg --homedir "$CARTELLA_STORE/sigillo" --batch --armor --export >build/demo/sigillo.asc
c --come resp arruola-chiave --uso sigillo build/demo/sigillo.asc

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
c --come as1 fissa --cartella "$cs" --tipo colloquio --data "$oggi" --ora 23:30 \
    --oggetto 'Colloquio con la madre' || :
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
echo "anno $anno, cartella $cs"
