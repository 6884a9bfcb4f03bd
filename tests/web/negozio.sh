#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# negozio.sh - a store to look at: `sh tests/web/negozio.sh DIR`.  Several
# accessi and cartelle of forty days, with terms that are over and that end
# soon, appointments of today and without an outcome, families, an équipe,
# diaries, drafts, registrations that wait.  All invented.  $CARTELLA must be a
# test build (its clock can be set); the dates follow today, so that the store
# looks the same on any day.  Users: resp prot prot2 seg coord as1 as2 psi amm
# dir ctl arch sis.  A store that is there is left as it is.
set -eu
cd "$(dirname "$0")/../.."
CARTELLA=${CARTELLA:-build/test/cartella}
STORE=${1:?uso: negozio.sh DIR}
[ ! -f "$STORE/formato" ] || exit 0
export LC_ALL=C.UTF-8 CARTELLA_STORE="$STORE" TZ=CET-1CEST,M3.5.0,M10.5.0/3
N=$(mktemp -d "${TMPDIR:-/tmp}/negozio.XXXXXX")
mkdir -m 700 "$N/g"
export GNUPGHOME="$N/g"
trap 'gpgconf --kill all >/dev/null 2>&1 || :; rm -rf "$N"' EXIT

giorno() { date -d "$1" +%F; }		# giorno '3 days ago'
quando() {		# quando '3 days ago' 10:15: the clock stands there
	CARTELLA_ORA=$(date -d "$(giorno "$1") $2" +%FT%T%:z)
	export CARTELLA_ORA
	[ ! -f "$STORE/formato" ] || "$CARTELLA" --come resp conferma-ora \
	    --ora "$CARTELLA_ORA" --motivo prova >/dev/null 2>&1 || :
}
come() {
	come_chi=$1
	shift
	"$CARTELLA" --come "$come_chi" "$@" >"$N/detto" 2>&1 || {
		cat "$N/detto" >&2
		echo "negozio: non riuscito: $come_chi $*" >&2
		exit 1
	}
}
numero() { grep -oE '[0-9]{7}/[0-9]{4}' "$N/detto" | head -1; }
caso() { grep -oE '(AC|CS)-[0-9]{4}-[0-9]{7}' "$N/detto" | tail -1; }
chiave() {
	gpg --batch --quiet --passphrase '' --quick-gen-key "$1" ed25519 sign \
	    never 2>/dev/null
	gpg --batch --armor --export "=$1" >"$N/$2.asc"
	come resp arruola-chiave --utente "$2" "$N/$2.asc"
}

nomina() {	# nomina CODICE COGNOME NOME RUOLO UFFICIO [QUALIFICA]
	come resp nomina --codice "$1" --cognome "$2" --nome "$3" --ruolo "$4" \
	    --ufficio "$5" ${6:+--qualifica "$6"}
}

ente() {
	quando '45 days ago' 08:30
	"$CARTELLA" init --denominazione 'Comune di Roccalta' \
	    --codice-ipa c_r000 --codice-aoo AOO1 --dimostrativo si \
	    --indirizzo 'Piazza del Popolo 1, 00000 Roccalta' \
	    --pec protocollo@pec.comune.roccalta.example \
	    --ufficio.codice protocollo \
	    --ufficio.denominazione 'Ufficio protocollo' \
	    --ufficio.codice sociale \
	    --ufficio.denominazione 'Servizio sociale professionale' \
	    --ufficio.codice amm-minori \
	    --ufficio.denominazione 'Area amministrativa minori' \
	    --responsabile.codice resp --responsabile.cognome Bianchi \
	    --responsabile.nome Anna \
	    --responsabile.qualifica 'Responsabile del protocollo' >"$N/detto"
	nomina prot Verdi Luca protocollo protocollo
	nomina prot2 Ricci Elena protocollo protocollo
	nomina seg Rosa Pia segretariato sociale
	nomina coord Ferri Lucia coordinatore sociale \
	    'La coordinatrice professionale'
	nomina as1 Conti Marta assistente-sociale sociale "L'assistente sociale"
	nomina as2 Greco Paolo assistente-sociale sociale "L'assistente sociale"
	nomina psi Costa Irene assistente-sociale sociale 'La psicologa'
	nomina amm Gallo Piero area-amministrativa amm-minori
	nomina dir Viola Rita dirigente amm-minori 'La dirigente'
	nomina ctl Grigi Leo controllo amm-minori
	nomina arch Sarti Elena archivista protocollo "L'archivista"
	nomina sis Neri Davide amministratore protocollo
	for u in coord as1 amm dir; do
		chiave "$u@comune.roccalta.example" "$u"
	done
}

# arriva TIPO OGGETTO MITTENTE: registered, sent to the service, seen, given
# to as1; its accesso is in $AC
arriva() {
	come prot registra --flusso entrata --tipo "$1" --oggetto "$2" \
	    --riservata.motivo 'dati di un minore' --classifica VII/9 \
	    --mezzo posta-ordinaria --mittente.denominazione "$3" \
	    --conferma senza-documento
	P=$(numero)
	come prot smista "$P" --destinazione.ufficio sociale \
	    --destinazione.titolo competenza
	come coord prendi-visione "$P"
	come coord assegna --protocollo "$P" --assistente "${4:-as1}"
	AC=$(caso)
}

# apre COGNOME NOME NASCITA SESSO [OPTION...]: valutata and opened; $CS
apre() {
	apre_c=$1 apre_n=$2 apre_d=$3 apre_s=$4 apre_chi=${APRE:-as1}
	shift 4
	come "$apre_chi" valuta "$AC" si \
	    'Il nucleo è solo; *la scuola* chiede un aiuto.'
	come "$apre_chi" apri --accesso "$AC" --classifica VII/9 \
	    --scheda.anagrafica.cognome "$apre_c" \
	    --scheda.anagrafica.nome "$apre_n" \
	    --scheda.anagrafica.sesso "$apre_s" \
	    --scheda.anagrafica.nascita.data "$apre_d" \
	    --scheda.anagrafica.nascita.luogo Roccalta \
	    --scheda.residenza.indirizzo 'Via dei Mulini 12' \
	    --scheda.residenza.comune Roccalta \
	    --scheda.iniziativa altro-organo \
	    --conferma senza-liberatoria --conferma senza-stato-di-famiglia \
	    "$@"
	CS=$(caso)
}

voce() {	# voce TIPO TEXT [OPTION...]: a line of the diary of $CS
	voce_t=$1 voce_x=$2
	shift 2
	come "${CHI:-as1}" annota --cartella "$CS" --tipo "$voce_t" \
	    --testo "$voce_x" "$@"
}

famiglia() {	# of $CS: mother, father who left, grandmother, a brother
	come as1 registra-famiglia --cartella "$CS" --data "$(giorno "$1")" \
	    --fonte certificato \
	    --componente.cognome Rossini --componente.nome Matteo \
	    --componente.parentela intestatario --componente.convivente si \
	    --componente.cognome Rossini --componente.nome Carla \
	    --componente.nascita 1989-02-03 --componente.parentela madre \
	    --componente.convivente si --componente.sesso F \
	    --componente.cognome Moretti --componente.nome Dario \
	    --componente.nascita 1985-09-17 --componente.parentela padre \
	    --componente.convivente "$2" --componente.sesso M \
	    --componente.cognome Rossini --componente.nome Giulia \
	    --componente.nascita 2019-06-30 --componente.parentela sorella \
	    --componente.convivente si --componente.sesso F \
	    --componente.cognome Fabbri --componente.nome Teresa \
	    --componente.nascita 1957-01-20 --componente.parentela nonna \
	    --componente.convivente si --componente.sesso F
}

# Matteo, the whole road: a school writes, a proposta is approved, its
# istruttoria has begun.
matteo_segnalato() {
	quando '40 days ago' 09:10
	arriva segnalazione 'Segnalazione alunno M.R., classe III B' \
	    'Istituto comprensivo Gianni Rodari'
	quando '39 days ago' 11:00
	apre Rossini Matteo 2014-04-12 M
	MATTEO=$CS
	famiglia '39 days ago' si
	come as1 raccogli-liberatoria --cartella "$CS" --ambito rete \
	    --data "$(giorno '39 days ago')" --firmatario 'Carla Rossini' \
	    --qualita genitore
	come coord componi-equipe --cartella "$CS" --complesso si \
	    --motivo 'Scuola e consultorio seguono già il minore.' \
	    --componente.ruolo assistente-sociale --componente.utente as1 \
	    --componente.dal "$(giorno '39 days ago')" \
	    --componente.ruolo psicologo --componente.utente psi \
	    --componente.dal "$(giorno '39 days ago')" \
	    --componente.ruolo neuropsichiatra \
	    --componente.esterno 'Ada Neri, ASL 5' \
	    --componente.dal "$(giorno '38 days ago')"
}

matteo_visita() {
	quando '35 days ago' 16:30
	CS=$MATTEO
	voce visita 'Visita domiciliare. Presente la nonna; la madre lavora di
notte e rientra alle 7.

- casa ordinata, frigorifero quasi vuoto
- Matteo mostra i quaderni, chiede quando torna la maestra' \
	    --luogo 'Via dei Mulini 12'
}

matteo_mese() {
	quando '30 days ago' 10:05
	CS=$MATTEO
	voce telefonata 'La scuola riferisce altri *quattro giorni* di assenza.'
	CHI=psi voce colloquio 'Primo colloquio con Matteo: disegna la casa con
la nonna alla finestra.' --partecipanti 'Matteo, nonna Teresa'
	voce nota 'Il padre telefona e chiede di non essere cercato al lavoro.' \
	    --riservata si
	famiglia '30 days ago' no
}

matteo_relazione() {
	quando '25 days ago' 12:00
	CS=$MATTEO
	come as1 redigi --cartella "$CS" --tipo con-esito \
	    --oggetto 'Relazione sociale su M.R.' \
	    --fatti-accertati 'Trentuno assenze su cinquantadue giorni. Visita
domiciliare: nucleo seguito di fatto dalla nonna materna.' \
	    --dichiarazioni 'La nonna riferisce che la figlia lavora di notte.' \
	    --valutazioni 'La rete familiare è presente ma sola.' \
	    --proposta 'Sostegno educativo domiciliare per sei mesi.'
	quando '24 days ago' 09:40
	come as1 redigi --cartella "$CS" --relazione relazioni/0001.xml \
	    --tipo con-esito --oggetto 'Relazione sociale su M.R.' \
	    --fatti-accertati 'Trentuno assenze su cinquantotto giorni. Visita
domiciliare: nucleo seguito di fatto dalla nonna materna.' \
	    --dichiarazioni 'La nonna riferisce che la figlia lavora di notte e
dorme di giorno. Il minore dice di *stare bene con la nonna*.' \
	    --valutazioni 'La rete familiare è presente ma sola. Il metodo: due
colloqui, una visita, i dati della scuola.' \
	    --proposta 'Sostegno educativo domiciliare per sei mesi, dieci ore
settimanali.'
	come as1 firma --cartella "$CS" --documento relazioni/0001.xml
	come as1 progetto --cartella "$CS" --tipo individualizzato \
	    --oggetto 'Sostegno educativo domiciliare' \
	    --dal "$(giorno '20 days ago')" --verifica-ogni trimestrale \
	    --obiettivo-breve.testo 'Matteo va a scuola ogni giorno' \
	    --azione.testo 'Educatore a casa due pomeriggi' \
	    --azione.chi 'Cooperativa Il Ponte'
	come as1 proponi --cartella "$CS" --relazione relazioni/0001.xml \
	    --oggetto 'sostegno educativo domiciliare' \
	    --testo 'Si propone il *sostegno educativo domiciliare* per sei
mesi.' --conferma senza-progetto
}

matteo_approvata() {
	quando '20 days ago' 17:20
	CS=$MATTEO
	come coord approva --cartella "$CS" --proposta proposte/0001.xml \
	    --ufficio amm-minori
	come amm avvia-istruttoria "$CS" ufficio \
	    --conferma senza-comunicazione
}

matteo_poi() {
	quando '15 days ago' 15:00
	CS=$MATTEO
	CHI=psi voce famiglia 'Matteo gioca con la sorella Giulia, la
protegge.'
	come as1 fissa "$CS" "$(giorno '5 days ago')" 15:00 visita \
	    --luogo 'Via dei Mulini 12'
}

matteo_ultimo() {
	quando '10 days ago' 11:45
	CS=$MATTEO
	voce colloquio 'Colloquio con la madre: cambierà turno da gennaio.
Chiede chi può tenere Giulia al mattino.' --partecipanti 'Carla Rossini'
}

# An istanza, so a term of thirty days; it has ended, or stands still.
istanza() {	# istanza AGO COGNOME NOME NASCITA SESSO
	quando "$1" 13:00
	arriva istanza "Istanza di contributo, nucleo ${2%"${2#?}"}." "$2 Maria"
	quando "$1" 14:00
	apre "$2" "$3" "$4" "$5"
}

urgenza() {	# a child placed under art. 403 c.c., yesterday evening
	quando '2 days ago' 20:10
	arriva segnalazione 'Segnalazione urgente L.B.' 'Questura di Roccalta' as2
	quando '1 day ago' 18:00
	APRE=as2 apre Bruni Luca 2018-03-01 M
	come as2 registra-403 --cartella "$CS" \
	    --ora "$(date -d "$(giorno '1 day ago') 17:30" +%FT%T%:z)" \
	    --avviso-pm "$(date -d "$(giorno '1 day ago') 17:50" +%FT%T%:z)"
	CHI=as2 voce visita 'Luca è al sicuro in struttura; ha con sé lo zaino.'
}

oggi() {
	quando '0 days ago' 00:20
	come as1 fissa "$MATTEO" "$(giorno today)" 23:00 riunione-equipe \
	    --minuti 50 --luogo 'Sala del servizio' --utente as1 --utente psi \
	    --utente coord --oggetto 'Come va il sostegno'
	come as1 fissa "$MATTEO" "$(giorno tomorrow)" 09:30 colloquio \
	    --luogo 'Servizio sociale' --altro 'Carla Rossini'
	come as1 fissa "$AMINA" "$(giorno '3 days')" 11:00 visita \
	    --luogo 'Via Po 3'
	# what waits
	come prot registra --flusso entrata --oggetto 'Richiesta di notizie' \
	    --classifica VII/9 --mittente.denominazione 'Tribunale per i
minorenni' --conferma senza-documento
	come prot registra --flusso entrata --oggetto 'Segnalazione alunna G.T.' \
	    --riservata.motivo 'dati di un minore' --classifica VII/9 \
	    --mittente.denominazione 'Scuola Montessori' \
	    --conferma senza-documento
	come prot smista "$(numero)" --destinazione.ufficio sociale \
	    --destinazione.titolo competenza
	arriva segnalazione 'Segnalazione F.D., otto anni' 'Pediatra dott. Sala'
	arriva segnalazione 'Segnalazione di un vicino' 'Rossi Ugo'
	come as1 valuta "$AC" si 'Una nonna sola con due bambini.'
	come seg accogli --scheda.contatto.interlocutore utente \
	    --scheda.segnalato.cognome Serra --scheda.segnalato.nome Anna \
	    --scheda.motivazioni 'Chiede un aiuto per il figlio piccolo.' \
	    --esito da-assegnare --conferma senza-liberatoria
	# in her own words, not yet sent
	come as1 annota --cartella "$MATTEO" --testo 'Da finire: la telefonata
con la maestra.' --bozza
	come as1 redigi --cartella "$MATTEO" --tipo attivita \
	    --oggetto 'Aggiornamento su M.R.' --fatti-accertati 'Da scrivere.' \
	    --dichiarazioni 'Da scrivere.' --valutazioni 'Da scrivere.' --bozza
}

# in the order of days: a clock does not go back
ente
matteo_segnalato
istanza '38 days ago' Haddad Amina 2016-10-05 F
AMINA=$CS
matteo_visita
matteo_mese
CS=$AMINA
voce telefonata 'La madre chiede a che punto è la domanda.'
istanza '27 days ago' 'De Luca' Sara 2012-12-01 F
SARA=$CS
istanza '26 days ago' 'De Luca' Pietro 2015-05-09 M
come as1 collega --cartella "$SARA" --con "$CS" --legame fratelli
matteo_relazione
matteo_approvata
matteo_poi
istanza '12 days ago' Vitale Rosa 2010-07-22 F
come as1 sospendi-termine --cartella "$CS" --termine 1 \
    --motivo informazioni --nota 'Manca un certificato.'
matteo_ultimo
urgenza
oggi
