# SPDX-License-Identifier: EUPL-1.2
# apri-emergenza, registra-emergenza, proroga-emergenza, sigilla-emergenza:
# what they refuse, in a kit.
. tests/cli/lib.sh
. "$RADICE/tests/cli/uffici.sh"

apri() {	# apri INIZIO DATA FINO [USER]
	come "${4:-resp}" apri-emergenza --causa 'manca la corrente' \
	    --inizio "$1" --autorizzazione.provvedimento 'disposizione n. 3' \
	    --autorizzazione.data "$2" --autorizzazione.fino-al "$3"
}

proroga() {	# proroga DATA FINO
	come resp proroga-emergenza --autorizzazione.provvedimento 'n. 4' \
	    --autorizzazione.data "$1" --autorizzazione.fino-al "$2"
}

riga() {
	come prot1 registra-emergenza --flusso entrata --classifica VII/9 \
	    --oggetto lettera --mittente.denominazione Scuola \
	    --conferma senza-documento "$@"
}

rifiutata() {	# rifiutata CODE DESC
	is_exit 1 "$2"
	like err "\\[$1\\]" "$2: $1"
}

uffici_di_prova >/dev/null || exit 1
come resp prepara-emergenza --scade 2026-12-20 >/dev/null
cartella scrivi-kit --in kit >/dev/null
cp -a kit kit.due
S=$T/kit
PREPARATO=2026-11-20T10:15:30+01:00
ORA=2026-11-25T09:00:00+01:00
ora $ORA

run riga
rifiutata non-aperta 'prima di aprire non si registra'
run proroga 2026-11-25 2026-11-30
rifiutata non-aperta 'né si proroga'
run come resp sigilla-emergenza --fine $ORA
rifiutata non-aperta 'né si sigilla'

run apri $ORA 2026-11-25 2026-12-02 prot1
is_exit 3 'apre il responsabile'
run apri 2026-11-25T09:00:01+01:00 2026-11-25 2026-12-02
rifiutata inizio-futuro 'un inizio dopo adesso'
run apri 2026-11-20T10:15:29+01:00 2026-11-25 2026-11-26
rifiutata inizio-prima-del-kit 'un inizio prima del kit'
run apri $ORA 2026-11-26 2026-12-02
rifiutata data-futura 'un provvedimento di domani'
run apri $ORA 2026-11-25 2026-11-24
rifiutata data-passata 'un'\''autorizzazione già finita'
run apri $ORA 2026-11-25 2026-12-03
rifiutata oltre-la-settimana 'più di una settimana'
like err 'art\. 63' 'con la norma'
run apri $PREPARATO 2026-11-25 2026-11-28
rifiutata oltre-la-settimana 'una settimana dall'\''inizio, non da oggi'
ora 2026-11-19T09:00:00+01:00
run apri 2026-11-19T08:00:00+01:00 2026-11-19 2026-11-20
rifiutata orologio 'un orologio rimasto indietro'
ora 2026-12-21T09:00:00+01:00
run apri 2026-12-21T08:00:00+01:00 2026-12-21 2026-12-22
rifiutata kit-scaduto 'un kit scaduto'

ora $ORA
run apri $ORA 2026-11-25 2026-12-02
is_exit 0 'giusta, una settimana'
run apri $ORA 2026-11-25 2026-12-02
rifiutata gia-aperta 'una volta sola'

run come as1 registra-emergenza --flusso interna --oggetto x --classifica VII/9
is_exit 3 'registra il protocollo'
run come prot1 registra-emergenza --flusso entrata --oggetto x \
    --classifica VII/9 --conferma senza-documento
rifiutata manca-mittente 'le regole sono quelle del registro'
like err '/registra-emergenza/mittente' 'ma dicono il campo di qui'
run come prot1 registra-emergenza --flusso interna --oggetto x \
    --classifica VII/9
rifiutata senza-documento 'e gli avvisi'
: >vuoto
run riga vuoto
rifiutata file-vuoto 'un file vuoto'
run riga --id 00000000000000000000000000000021
is_out EM-2026-0000001 'la prima riga'
run riga --id 00000000000000000000000000000021
is_out EM-2026-0000001 'la stessa istanza non ne fa un'\''altra'
run riga --riservata.motivo minori
is_out EM-2026-0000002 'la seconda'
run come sds1 mostra EM-2026-0000002
is_exit 1 'chi non ha il registro non la vede'
run come prot1 mostra EM-2026-0000009
is_exit 1 'e una che non c'\''è non c'\''è'
come resp registra-emergenza --flusso interna --oggetto 'verbale riservato' \
    --classifica VII/9 --riservata.motivo minori --conferma senza-documento \
    >/dev/null
run come prot1 mostra EM-2026-0000003
is_exit 0 'di una riservata altrui chi è al protocollo sa che c'\''è'
unlike out 'verbale' 'e non che cosa dice'

run come prot1 registra-emergenza --flusso entrata --oggetto 'per posta' \
    --classifica VII/9 "$FIXTURES/eml/pec-ricevuta.eml"
is_out EM-2026-0000004 'un messaggio si apre come nel registro'
run come prot1 mostra EM-2026-0000004
like out 'mezzo: pec' 'e dà il mezzo e il mittente'
run proroga 2026-11-25 2026-12-02
rifiutata gia-autorizzata 'una proroga che non proroga'
run proroga 2026-11-25 2026-12-10
rifiutata oltre-la-settimana 'una proroga di più di una settimana'
ora 2026-12-03T09:00:00+01:00
run riga
rifiutata autorizzazione-scaduta 'finita l'\''autorizzazione'
like err 'proroga-emergenza' 'si dice che si proroga'
run come resp conferma-ora --ora "$CARTELLA_ORA" --motivo 'giorni senza posta'
is_exit 0 'l'\''ora si conferma anche in un kit'
run proroga 2026-12-03 2026-12-10
is_exit 0 'prorogata dal giorno del provvedimento'
run riga
is_out EM-2026-0000005 'si continua'

run come prot1 sigilla-emergenza --fine "$CARTELLA_ORA"
is_exit 3 'sigilla il responsabile'
run come resp sigilla-emergenza --fine 2026-12-03T09:00:01+01:00
rifiutata fine-futura 'un ripristino dopo adesso'
run come resp sigilla-emergenza --fine 2026-12-03T08:59:59+01:00
rifiutata fine-prima 'un ripristino prima dell'\''ultima riga'
ora 2026-12-10T09:00:00+01:00
come resp conferma-ora --ora "$CARTELLA_ORA" --motivo x >/dev/null
proroga 2026-12-10 2026-12-17 >/dev/null
ora 2026-12-16T09:00:00+01:00
come resp conferma-ora --ora "$CARTELLA_ORA" --motivo x >/dev/null
proroga 2026-12-16 2026-12-23 >/dev/null
ora 2026-12-21T09:00:00+01:00
run riga
rifiutata kit-scaduto 'scaduto il kit non si registra più'
run come resp sigilla-emergenza --fine "$CARTELLA_ORA"
is_exit 0 'ma si sigilla'
run come resp sigilla-emergenza --fine "$CARTELLA_ORA"
rifiutata sigillato 'una volta sola'
run proroga 2026-12-21 2026-12-30
rifiutata sigillato 'e non si proroga più'
is_integro 'il kit'

# An emergency with nothing to register; the day never goes back.
S=$T/kit.due
ora $ORA
apri $ORA 2026-11-25 2026-12-02 >/dev/null
riga >/dev/null
ora 2026-11-24T09:00:00+01:00
run come resp conferma-ora --ora "$CARTELLA_ORA" --motivo 'era avanti'
run riga
is_exit 1 'dopo un'\''ora tornata indietro non si registra'
is_integro 'il secondo kit'

# The fields of an emergency row are those of a registration; which of them
# must be there may differ, for no segnatura arrives at a kit.
for atto in registra registra-emergenza; do
	"$CARTELLA" aiuto $atto | grep -o '^  --[a-z.-]*' >campi.$atto
done
ok 'registra dice i suoi campi' test "$(wc -l <campi.registra)" -gt 10
same_bytes campi.registra campi.registra-emergenza \
    'registra-emergenza ha gli stessi campi di registra'
plan
