# SPDX-License-Identifier: EUPL-1.2
# shellcheck shell=sh
#
# uccisioni.sh - an atto, its process ended at every point it passes, each
# time it passes there: the act is wholly there or wholly absent, as the point
# stands behind or before COMMIT; the same istanza again gives the first
# answer; the next act follows without a gap; verifica finds no defect.
#
# After half of the deaths verifica comes first, after the others the next act
# does: both must complete what the dead process left.
#
# Several tests share the atti of the table, so that they can run side by side;
# ATTI='registra nomina' asks for some by name.  Read after lib.sh.
. "$RADICE/tests/cli/ricette.sh"

DEL_CASO='smista prendi-visione assegna valuta apri annota redigi firma
    proponi chiudi'
DELLA_CARTELLA='accogli aggiorna-accesso riassegna rinvia riapri
    adotta-procedimento adotta-permessi adotta-termini registra-403 sospendi-termine
    riprendi-termine rispondi-termine unisci-persone separa-persone
    registra-comune componi-equipe dichiara-conflitto cessa-conflitto accedi
    prendi-atto collega scollega secreta dissecreta concedi-consultazione
    revoca-consultazione aggiorna-scheda adotta-tipo
    aggiungi-modello ritira-modello adotta-oscuramento
    scrivi correggi-voce fissa sposta disdici esita adotta-indicatori
    adotta-massimario deposita versa acquisisci-rapporto'
# Whose road is that of annota, to the letter: only with UCCISIONI=tutte, or
# by name.
COME_ANNOTA='raccogli-liberatoria revoca-liberatoria registra-famiglia
    revoca-chiave arruola-ente revoca-ente adotta-fiducia adotta-firme rinvia-firma
    ritira-modello acquisisci avvia-ufficio progetto sottoscrivi verbale affidamento
    blocca-scarto sblocca-scarto proponi-scarto richiedi-scarto autorizza-scarto
    verbalizza-scarto chiudi-scarto ritira-scarto'
DEL_REGISTRO='prepara-emergenza annulla-kit apri-emergenza registra-emergenza
    proroga-emergenza sigilla-emergenza chiudi-emergenza classifica
    apri-fascicolo fascicola chiudi-fascicolo istituisci-repertorio repertoria
    iscrivi-corrispondente unisci-corrispondenti separa-corrispondente
    importa-registro adotta-titolario delega revoca-delega'
DELLE_CARTE='chiedi-correzione rettifica annulla annulla-inoltro riserva spedisci
    acquisisci-ricevuta allega-copia prendi-in-carico rifiuta
    collega-protocollo riverifica-firma sigilla'
# two bodies
DEI_TRASFERIMENTI='offri-trasferimento rilascia-trasferimento
    ritira-trasferimento accetta-trasferimento rifiuta-trasferimento
    ricevi-trasferimento'
# each makes a PDF: slow
DI_LETTERE='approva comunica chiudi-giorno'
# Whose road is that of comunica without its number: as COME_ANNOTA.
COME_COMUNICA='attesta-conformita copia-oscurata trasmetti-scarto'
# Atti done in another way than that of the table, each a recipe of its own:
# only with UCCISIONI=tutte, or by name.
ALTRE_STRADE='registra-firmata riverifica-nostra firma-p12 comunica-p12
    sigilla-sigillo chiudi-giorno-sigillo'
DELL_ISTRUTTORIA='avvia-istruttoria preavvisa osserva prepara-determina determina
    comunica-esito controlla-servizio verifica-intervento chiudi-intervento'

PRIMA=$T/prima		# the store before the act
ID=$(id_di 999)

in_registro() {
	sqlite3 "file:$S/registro.sqlite?mode=ro" "$1" 2>/dev/null
}

atti() {	# how many acts the chain has; 0 without a store
	if [ -f "$S/registro.sqlite" ]; then
		in_registro 'SELECT coalesce(max(seq), 0) FROM catena' ||
		    echo 0
	else
		echo 0
	fi
}

# The agent of the store's own key takes its socket away when it ends: not that
# of the one that comes after it, in a store of the same name.
senza_agente() {
	[ -S "$S/sigillo/S.gpg-agent" ] || return 0
	gpgconf --homedir "$S/sigillo" --kill gpg-agent 2>/dev/null
	for agente_giro in 1 2 3 4 5 6 7 8 9 10; do
		[ -S "$S/sigillo/S.gpg-agent" ] || return 0
		sleep 0.1
	done
}

riparti() {
	senza_agente
	rm -rf "$S"
	[ ! -d "$PRIMA" ] || cp -a "$PRIMA" "$S"
}

# A folder, as git sees it.
git_integro() {		# git_integro GITDIR
	git --git-dir "$1" fsck --strict --no-dangling 2>&1
}

# Branches and moves agree, as one who knows nothing of us sees them.
rami() {
	in_registro 'SELECT cartella, commit_id FROM testa' |
	while IFS='|' read -r dove commit; do
		case $dove in *.git) git=$S/$dove ;; *) git=$S/$dove/.git ;; esac
		[ "$(cat "$git/refs/heads/main")" = "$commit" ] ||
		    { echo "$dove"; return 1; }
		git_integro "$git" || return 1
	done &&
	in_registro 'SELECT cartella, nome, oggetto FROM tag' |
	while IFS='|' read -r dove nome oggetto; do
		case $dove in *.git) git=$S/$dove ;; *) git=$S/$dove/.git ;; esac
		[ "$(cat "$git/refs/tags/$nome")" = "$oggetto" ] ||
		    { echo "$dove $nome"; return 1; }
	done
}

# The roads to the atti begin alike: as far as they do, each is gone once and the
# store kept.
uccidi_casa=		# the store that comincia makes
comincia() {
	uccidi_casa=$S
	if [ -d "$T/.ente" ]; then
		cp -a "$T/.ente" "$S"
		return
	fi
	ente_di_prova >/dev/null && cp -a "$S" "$T/.ente"
}
pronta_annota() {	# that of ricette.sh; another body goes its own road
	annota_da=$S/$(atti)/$CARTELLA_ORA
	if [ "$annota_da" = "$uccidi_casa/2/$UCCIDI_ORA" ] && [ -d "$T/.annota" ]; then
		rm -rf "$S"
		cp -a "$T/.annota" "$S"
		return
	fi
	pronta_apri && ricetta_apri "$(id_di 24)" || return
	[ "$annota_da" != "$uccidi_casa/2/$UCCIDI_ORA" ] || cp -a "$S" "$T/.annota"
}

# What of the store somebody else could enter, read or write, whatever the umask
# of who ran the program.
aperti() {
	find "$S" ! -type l -perm /7077 -exec stat -c 'aperto ad altri: %a %n' {} +
}

# What must be true now, however the process died; prints what is not.
# aspetto ATTO N WHEN FIRST
aspetto() {
	case $3 in
	prima) want=$2 ;;
	*) want=$(($2 + 1)) ;;
	esac
	got=$(atti)
	[ "$got" = "$want" ] || echo "atti: $got, non $want"
	if [ "$4" = verifica ]; then
		cartella verifica >"$T/v" 2>&1 ||
		    { [ "$want" = 0 ] || cat "$T/v"; }
		[ "$(atti)" = "$want" ] || echo 'verifica ha cambiato la catena'
	fi
	poi "$1" "$2"
}

# The same istanza again: done once, with one answer; then the next act.
poi() {			# poi ATTO N: the acts that there were before it
	"$(ricetta_nome ricetta "$1")" "$ID" >"$T/risposta" 2>"$T/note" ||
	    { echo "ripetuta: esce con $?"; cat "$T/note" "$T/risposta"; }
	{ cmp -s "$T/risposta" "$T/dovuta" && cmp -s "$T/note" "$T/dovuta.note"; } ||
	    { echo 'ripetuta: altra risposta'; cat "$T/note" "$T/risposta"; }
	[ "$(atti)" = $(($2 + 1)) ] || echo "ripetuta: gli atti sono $(atti)"
	if ha_ricetta seguito "$1"; then
		"$(ricetta_nome seguito "$1")"
	else
		seguito
	fi
	cartella verifica >"$T/v" 2>&1 || cat "$T/v"
	rami || echo 'i rami non sono dove dice il registro'
	aperti
}

# The next act: its number is the one after the last.
seguito() {
	n=$(in_registro 'SELECT coalesce(max(numero), 0) + 1 FROM registrazione
	    WHERE anno = 2026')
	[ -n "$(in_registro "SELECT 1 FROM utente WHERE codice = 'prot'")" ] ||
	    come resp nomina --codice prot --cognome Verdi --nome Ugo \
	    --ruolo protocollo --ufficio spro >/dev/null
	is=$(registra_lettera 2>&1)
	[ "$is" = "$(printf '%07d/2026' "$n")" ] || echo "seguito: $is, non $n"
}

# punto ATTO N POINT WHEN FIRST: one death and what follows
punto() {
	riparti
	at_point "$3" "$(ricetta_nome ricetta "$1")" "$ID" >/dev/null 2>"$T/e"
	code=$?
	if [ $code -ne 99 ]; then
		lib_result 1 "$1: muore a $3"
		lib_diag "esce con $code: $(cat "$T/e")"
		return
	fi
	wrong=$(aspetto "$1" "$2" "$4" "$5")
	[ -z "$wrong" ]
	lib_result $? "$1: morto a $3 ($4 del COMMIT, poi $5)" ||
	    lib_diag "$wrong"
}

# Every passage of the list as NAME:n, with its place in respect of COMMIT.
passaggi() {
	awk '{ print $0 ":" ++n[$0], done ? "dopo" : "prima" }
	    $0 == "dopo-il-commit" { done = 1 }' "$1" |
	    sed 's/^\(dopo-il-commit:1\) prima/\1 dopo/'
}

# The passages tried: of the three whose road the others take, all; of those,
# some, and those about COMMIT.  UCCISIONI=tutte tries them all (make
# prova-uccisioni).
scelti() {	# scelti ATTO
	[ -z "${UCCISIONI:-}" ] || exec cat
	uno_su=12
	case " $(echo $DEL_CASO $DEL_REGISTRO $DELLE_CARTE $DI_LETTERE) " in
	*" $1 "*) uno_su=5 ;;
	esac
	case " init registra annota " in
	*" $1 "*) uno_su=1 ;;
	esac
	awk -v da="${#1}" -v su=$uno_su \
	    '(NR + da) % su == 0 || /^(prima-del|dopo-il)-commit/'
}

# An atto from the store before it to its deaths.  A recipe may have moved the
# clock: each begins on the day of all.
UCCIDI_ORA=$CARTELLA_ORA
uccidi() {
	ora "$UCCIDI_ORA"
	rm -rf "$S" "$PRIMA"
	if [ "$1" != init ]; then
		comincia || { lib_result 1 "$1: ente"; return; }
		if ha_ricetta pronta "$1"; then
			"$(ricetta_nome pronta "$1")" >"$T/o" 2>&1 ||
			    { lib_result 1 "$1: pronta"; note "$(cat "$T/o")"
			    return; }
		fi
		cp -a "$S" "$PRIMA"
	fi
	n=$(atti)
	: >"$T/passati"
	umask 0
	CARTELLA_PUNTI=$T/passati "$(ricetta_nome ricetta "$1")" "$ID" \
	    >"$T/dovuta" 2>"$T/dovuta.note"
	uccidi_esito=$?
	umask 022
	if ! lib_result $uccidi_esito "$1: riesce"; then
		lib_diag "$(cat "$T/dovuta.note" "$T/dovuta")"
		return
	fi
	is "$(aperti)" '' "$1: dell'archivio altri non leggono niente"
	if [ "$(atti)" = "$n" ]; then
		is "$(grep -v '^lettura-' "$T/passati")" '' \
		    "$1: una lettura passa solo dal registro delle letture"
		return
	fi
	first=verifica
	passaggi "$T/passati" | (scelti "$1") >"$T/lista"
	while read -r point when; do
		punto "$1" "$n" "$point" "$when" "$first" </dev/null
		case $first in verifica) first=atto ;; *) first=verifica ;; esac
	done <"$T/lista"
	ok "$1: passa per COMMIT" grep -q '^dopo-il-commit:1 dopo' "$T/lista"
}

# Of the atti whose road is that of others a third, another third each day;
# those that have it for their own, every day.  A name asked for, always.
tocca() {	# tocca ATTO N: the N-th of its group
	case " ${ATTI:-} $(echo $DI_LETTERE) init registra annota " in
	*" $1 "*) return 0 ;;
	esac
	[ -z "${ATTI:-}" ] || return 1
	[ -n "${UCCISIONI:-}" ] || [ $((($(date +%j | sed 's/^0*//') + $2) % 3)) \
	    -eq 0 ]
}

uccidi_tutti() {	# uccidi_tutti ATTO...
	uccidi_n=0
	for atto; do
		uccidi_n=$((uccidi_n + 1))
		if ! ha_ricetta ricetta "$atto"; then
			lib_result 1 "$atto: ricette.sh non sa come si fa"
		elif tocca "$atto" $uccidi_n; then
			uccidi "$atto"
		fi
	done
}
