#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# demo.sh - `make run`: a demonstration store for the fictional Comune di
# Roccalta, and in it the example case from a school's segnalazione to the
# closing of the cartella, each step one command.  An existing store is left as
# it is.  With SERVI=si it then serves it.  $CARTELLA is the program, $1 the store
# (default: store), $CARTE where its keys and papers go (build/demo).
set -eu
cd "$(dirname "$0")/.."
CARTELLA=${CARTELLA:-build/rel/cartella}
STORE=${1:-store}
export LC_ALL=C.UTF-8 CARTELLA_STORE="$STORE"
FILES=tests/fixtures/demo
CARTE=${CARTE:-build/demo}
case $CARTE in
/*) KEYS=$CARTE/gnupg ;;
*) KEYS=$PWD/$CARTE/gnupg ;;
esac

say() { printf '\n\033[1m%s\033[0m\n' "$*"; }
run() {			# shows the command as one would type it, then does it
	printf '  $ cartella'
	for w; do
		case $w in
		*"'"*) printf ' "%s"' "$w" ;;
		*[!A-Za-z0-9._/@=-]*) printf " '%s'" "$w" ;;
		*) printf ' %s' "$w" ;;
		esac
	done
	printf '\n'
	shown=$("$CARTELLA" "$@") || exit
	printf '%s\n' "$shown" | sed 's/^/    /'
}
where() {
	cat <<-X

	L'archivio dimostrativo è in $STORE/ :
	  $STORE/cartelle/$ANNO/0000001/  la cartella sociale: documenti XML
	  $STORE/registro/$ANNO.git        il registro: git --git-dir $STORE/registro/$ANNO.git log
	  $STORE/ente/                    l'ente, gli utenti, i permessi
	Prova ad esempio (--come sceglie chi sei):
	  $CARTELLA --store $STORE --come coord mostra CS-$ANNO-0000001
	  $CARTELLA --store $STORE --come coord storia CS-$ANNO-0000001
	  $CARTELLA --store $STORE verifica
	Le carte prodotte, in $CARTE/: comunicazione.pdf (con la segnatura), relazione.pdf,
	convocazione.odt (un modello: si apre e si cambia con Writer, docs/modelli.md)
	Per ricominciare: cancella il contenuto di $STORE/ (non README.md) e ripeti.
	X
}
# With SERVI=si it ends by serving the store, until Ctrl-C.
serve() {
	[ "${SERVI:-no}" = si ] || return 0
	say "Il servizio nel browser"
	cat <<-X
	Entra con uno di questi nomi; la parola d'ordine è per tutti: roccalta dimostrativa
	  resp   Anna Bianchi, responsabile del protocollo
	  prot   Luca Verdi, addetto al protocollo
	  coord  Lucia Ferri, coordinatrice
	  as1    Marta Conti, assistente sociale
	  amm    Piero Gallo, area amministrativa
	  arch   Elena Sarti, archivista
	  sis    Davide Neri, amministratore di sistema
	Ctrl-C lo ferma. L'indirizzo (un altro: make run INDIRIZZO=127.0.0.1:8081):
	X
	[ ! -d "$KEYS" ] || export GNUPGHOME="$KEYS"
	trap 'gpgconf --kill all >/dev/null 2>&1 || :' EXIT
	trap : INT TERM
	"$CARTELLA" servi --indirizzo "${INDIRIZZO:-127.0.0.1:8080}" \
	    2>"$CARTE/servi.log" || { tail -n 3 "$CARTE/servi.log" >&2; exit 1; }
}
OGGI=$(TZ=CET-1CEST,M3.5.0,M10.5.0/3 date +%F)
IERI=$(TZ=CET-1CEST,M3.5.0,M10.5.0/3 date -d yesterday +%F)
ANNO=${OGGI%%-*}
if [ -f "$STORE/formato" ]; then
	say "L'archivio dimostrativo c'è già."
	where
	serve
	exit 0
fi

mkdir -p "$CARTE" && rm -rf "$KEYS" && mkdir -m 700 "$KEYS"
export GNUPGHOME="$KEYS"
mkdir -p "$STORE"
ls -A "$STORE" >"$CARTE/prima"
half_way() {		# what was begun goes, or it would be taken for the whole
	gpgconf --kill all >/dev/null 2>&1 || :
	ls -A "$STORE" | grep -vxFf "$CARTE/prima" |
	    while read -r name; do rm -rf "${STORE:?}/$name"; done
}
trap half_way EXIT
trap 'exit 130' INT TERM HUP
key() {			# a signing key without passphrase, for the demonstration
	gpg --batch --quiet --passphrase '' --quick-gen-key "$1" ed25519 sign never 2>/dev/null
	gpg --batch --armor --export "=$1" > "$CARTE/$2.asc"
}

say "1. L'ente, gli utenti, le chiavi"
run init --denominazione 'Comune di Roccalta' --codice-ipa c_r000 --codice-aoo AOO1 \
    --indirizzo 'Piazza del Popolo 1, 00000 Roccalta' --pec \
    protocollo@pec.comune.roccalta.example \
    --dimostrativo si \
    --ufficio.codice protocollo --ufficio.denominazione 'Ufficio protocollo' \
    --ufficio.codice sociale --ufficio.denominazione 'Servizio sociale professionale' \
    --ufficio.codice sds --ufficio.denominazione 'Società della Salute' \
    --ufficio.codice amm-minori --ufficio.denominazione 'Area amministrativa minori' \
    --responsabile.codice resp --responsabile.cognome Bianchi --responsabile.nome Anna \
    --responsabile.qualifica 'Responsabile del protocollo'
run --come resp nomina --codice prot --cognome Verdi --nome Luca --ruolo protocollo \
    --ufficio protocollo
run --come resp nomina --codice coord --cognome Ferri --nome Lucia \
    --qualifica 'La coordinatrice professionale' --ruolo coordinatore --ufficio sociale
run --come resp nomina --codice as1 --cognome Conti --nome Marta \
    --qualifica "L'assistente sociale" --ruolo assistente-sociale --ufficio sociale
run --come resp nomina --codice amm --cognome Gallo --nome Piero --ruolo area-amministrativa \
    --ufficio amm-minori
run --come resp nomina --codice arch --cognome Sarti --nome Elena \
    --qualifica "L'archivista" --ruolo archivista --ufficio protocollo
run --come resp nomina --codice sis --cognome Neri --nome Davide --ruolo amministratore
# what they type to come in through the browser (servi); of a demonstration only
for u in resp prot coord as1 amm arch sis; do
	echo 'roccalta dimostrativa' | "$CARTELLA" parola "$u" --frase-da 0
done
key 'Lucia Ferri <coord@comune.roccalta.example>' coord
key 'Marta Conti <as1@comune.roccalta.example>' as1
run --come resp arruola-chiave --utente coord "$CARTE/coord.asc"
run --come resp arruola-chiave --utente as1 "$CARTE/as1.asc"
run --come resp adotta-indicatori templates/ente/indicatori.xml

say "2. La segnalazione della scuola arriva su carta e per posta: si protocolla, riservata"
run --come prot registra --flusso entrata --oggetto 'Segnalazione alunno M.R., classe III B' \
    --riservata.motivo 'dati di un minore' --mezzo consegna-a-mano \
    --mittente.denominazione 'Istituto comprensivo Gianni Rodari' \
    --mittente.pec rmic00000x@pec.istruzione.example \
    --protocollo-mittente.numero 1187/2026 --protocollo-mittente.data "$IERI" \
    --classifica VII/9 $FILES/segnalazione.pdf
run --come prot registra --flusso entrata --oggetto 'Integrazione alla segnalazione M.R.' \
    --riservata.motivo 'dati di un minore' --classifica VII/9 $FILES/integrazione.eml \
    --conferma doppione
run --come prot mostra 0000002/$ANNO

say "3. Si smista alla SDS e al servizio sociale; la coordinatrice ne prende visione e assegna"
run --come prot smista --protocollo 0000001/$ANNO --destinazione.ufficio sociale \
    --destinazione.titolo competenza --destinazione.ufficio sds --destinazione.titolo conoscenza
run --come coord prendi-visione 0000001/$ANNO
run --come coord assegna --protocollo 0000001/$ANNO --assistente as1

say "4. L'assistente sociale valuta: i presupposti ci sono; apre la cartella"
run --come as1 valuta --accesso AC-$ANNO-0000001 --presupposti si \
    --bisogno 'Frequenza scolastica molto irregolare; madre non raggiungibile; *nonna
materna* presente.'
run --come as1 apri --accesso AC-$ANNO-0000001 --classifica VII/9 \
    --scheda.anagrafica.cognome Rossini --scheda.anagrafica.nome Matteo \
    --scheda.anagrafica.sesso M \
    --scheda.anagrafica.nascita.data 2014-04-12 --scheda.anagrafica.nascita.luogo Roccalta \
    --scheda.residenza.indirizzo 'Via dei Mulini 12' --scheda.residenza.comune Roccalta \
    --scheda.iniziativa altro-organo \
    --liberatoria.ambito rete --liberatoria.data $OGGI \
    --liberatoria.firmatario 'Carla Rossini' \
    --liberatoria.qualita genitore \
    --stato-di-famiglia.data $OGGI --stato-di-famiglia.fonte certificato \
    --stato-di-famiglia.componente.cognome Rossini --stato-di-famiglia.componente.nome Matteo \
    --stato-di-famiglia.componente.parentela interessato \
    --stato-di-famiglia.componente.convivente si \
    --stato-di-famiglia.componente.cognome Rossini --stato-di-famiglia.componente.nome Carla \
    --stato-di-famiglia.componente.nascita 1989-02-03 \
    --stato-di-famiglia.componente.parentela madre --stato-di-famiglia.componente.convivente si

say "5. Il diario, la relazione con esito, la firma, la proposta"
run --come as1 annota --cartella CS-$ANNO-0000001 --tipo visita --luogo 'Via dei Mulini 12' \
    --testo 'Visita domiciliare. Presente la nonna; la madre lavora di notte e rientra alle 7.

- casa ordinata, frigorifero quasi vuoto
- Matteo mostra i quaderni, chiede quando torna la maestra'
run --come as1 redigi --cartella CS-$ANNO-0000001 --tipo con-esito \
    --oggetto 'Relazione sociale su M.R.' \
    --fatti-accertati 'Trentuno assenze su cinquantadue giorni. Visita domiciliare: nucleo
seguito di fatto dalla nonna materna.' \
    --dichiarazioni 'La nonna riferisce che la figlia lavora di notte e dorme di giorno. Il
minore dice di *stare bene con la nonna*.' \
    --valutazioni 'La rete familiare è presente ma sola. Il metodo: due colloqui, una
visita, i dati della scuola.' \
    --proposta 'Sostegno educativo domiciliare per sei mesi, dieci ore settimanali.'
run --come as1 firma --cartella CS-$ANNO-0000001 --documento relazioni/0001.xml
run --come as1 proponi --cartella CS-$ANNO-0000001 --relazione relazioni/0001.xml \
    --oggetto 'sostegno educativo domiciliare' \
    --testo 'Si propone il *sostegno educativo domiciliare* per sei mesi, dieci ore
settimanali, con verifica a tre mesi.' --conferma senza-progetto

say "6. La coordinatrice approva: la lettera è fatta, firmata, poi protocollata come interna"
run --come coord approva --cartella CS-$ANNO-0000001 --proposta proposte/0001.xml --ufficio \
    amm-minori
run --come amm mostra 0000003/$ANNO

say "7. Si risponde alla scuola: XSLT, ODT, PDF/A-2b, firma, protocollo in uscita; poi la
copia con la segnatura"
run --come coord comunica --cartella CS-$ANNO-0000001 \
    --destinatario.denominazione 'Istituto comprensivo Gianni Rodari' \
    --destinatario.indirizzo 'Via delle Scuole 4, 00000 Roccalta' \
    --destinatario.pec rmic00000x@pec.istruzione.example --mezzo pec \
    --oggetto 'Riscontro alla segnalazione M.R.' --riferimento 0000001/$ANNO --luogo Roccalta \
    --testo 'In riscontro alla Vostra segnalazione si comunica che il servizio sociale ha
preso in carico la situazione.

Si chiede cortesemente di:

- comunicare ogni mese le assenze;
- indicare un docente di riferimento.

Si ringrazia per la collaborazione.'
rm -f "$CARTE/comunicazione.pdf" "$CARTE/relazione.pdf" \
    "$CARTE/convocazione.odt"
run --come coord copia 0000004/$ANNO --in "$CARTE/comunicazione.pdf"
run --come as1 stampa CS-$ANNO-0000001 \
    --documento relazioni/0001.xml --in "$CARTE/relazione.pdf"
run --come resp modello --nome convocazione --in "$CARTE/convocazione.odt"

say "8. Chi può vede; ogni lettura resta annotata"
run --come coord mostra CS-$ANNO-0000001
run --come coord storia CS-$ANNO-0000001
run --come coord confronta --riferimento CS-$ANNO-0000001 --documento proposte/0001.xml

say "9. La lettera parte, e l'ufficio protocollo guarda e cerca nel suo registro"
run --come coord spedisci --protocollo 0000004/$ANNO --mezzo pec --data $OGGI
run --come coord acquisisci-ricevuta --protocollo 0000004/$ANNO --destinatario 1 \
    --esito consegna --data $OGGI
run --come resp rettifica --protocollo 0000002/$ANNO --campo oggetto \
    --oggetto 'Integrazione alla segnalazione M.R. (fotografie)' \
    --motivo 'oggetto incompleto' --provvedimento 'nota interna 1'
run --come prot elenco
run --come prot cerca --parole rodari
run --come prot scrivania

say "10. Il caso si chiude; poi si controlla tutto, e si rifà il registro dalle sole cartelle"
run --come as1 chiudi --cartella CS-$ANNO-0000001 --motivo conclusione \
    --nota 'Intervento concluso, frequenza regolare.' --conferma istruttoria-aperta
run verifica
run ricostruisci
run verifica
trap 'gpgconf --kill all >/dev/null 2>&1 || :' EXIT
where
serve
