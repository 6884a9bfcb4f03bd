# SPDX-License-Identifier: EUPL-1.2
# prepara-emergenza, scrivi-kit, annulla-kit: one kit out at a time.
. tests/cli/lib.sh
. "$RADICE/tests/cli/uffici.sh"

uffici_di_prova >/dev/null || exit 1

run come prot1 prepara-emergenza
is_exit 3 'solo il responsabile'
run come resp prepara-emergenza --scade 2026-11-19
is_exit 1 'già scaduto no'
like err 'scade.*\[scadenza\]' 'e si dice quale campo'
run come resp prepara-emergenza --scade 2028-01-01
is_exit 1 'fra più di un anno no'
run cartella scrivi-kit --in kit
is_exit 1 'senza un kit preparato non se ne scrive'
like err 'prepara-emergenza' 'e si dice come si fa'
no_file kit/formato 'e non resta nulla'
run come resp annulla-kit 'non serve'
is_exit 1 'né se ne annulla'
like err 'nessun-kit' 'con il suo rilievo'

run come resp prepara-emergenza --id 00000000000000000000000000000011 \
    --scade 2026-11-30
is_exit 0 'si prepara'
run come resp prepara-emergenza --id 00000000000000000000000000000011 \
    --scade 2026-11-30
is_exit 0 'la stessa istanza non ne prepara un altro'
run come resp prepara-emergenza
is_exit 1 'un secondo no'
like err 'kit n\. 1.*ancora fuori.*kit-fuori' 'finché il primo è fuori'

run cartella scrivi-kit
is_exit 2 'scrivi-kit vuole la directory'
mkdir pieno && echo x >pieno/foglio
run cartella scrivi-kit --in pieno
is_exit 1 'una directory con altro dentro no'
is "$(ls -A pieno)" foglio 'e resta com'\''era'
run cartella scrivi-kit --in kit
is_exit 0 'in una nuova sì'
run cartella scrivi-kit --in kit
is_exit 1 'due volte nella stessa no'
run cartella scrivi-kit --in kit.bis
is_exit 0 'in un'\''altra sì: è lo stesso kit'
same_bytes kit/chiave-macchina kit.bis/chiave-macchina 'con la stessa chiave'
for file in kit.xml ente.xml permessi.xml utenti/resp.xml; do
	sed 's/ id="[^"]*"//' kit/ente/$file >a
	sed 's/ id="[^"]*"//' kit.bis/ente/$file >b
	same_bytes a b "e lo stesso $file"
done
run cartella scrivi-kit --in "$S"
is_exit 1 'sopra l'\''archivio no'
run "$CARTELLA" --store kit scrivi-kit --in altro
is_exit 1 'un kit non ne scrive un altro'

# A kit cut short is written again in its place.
for punto in righe-scritte prima-del-commit; do
	rm -rf kit.rotto
	at_point "$punto" cartella scrivi-kit --in kit.rotto >/dev/null 2>&1
	run cartella scrivi-kit --in kit.rotto
	is_exit 0 "un kit interrotto ($punto) si riscrive"
	run "$CARTELLA" --store kit.rotto verifica
	like out ': 0 difetti$' 'ed è integro'
done

# In a kit there is no register, and in a register no emergency.
S_=$S S=$T/kit
run come prot1 registra --flusso entrata --oggetto x --classifica VII/9 \
    --mittente.denominazione y --conferma senza-documento
is_exit 1 'in un kit non si registra'
like err 'registra-emergenza' 'e si dice con che cosa'
run come resp prepara-emergenza
is_exit 1 'né se ne prepara un altro'
run cartella init --denominazione x --codice-ipa c_x --codice-aoo A \
    --responsabile.codice a --responsabile.cognome b --responsabile.nome c
is_exit 1 'né si ricomincia'
run come resp mostra 0000001/2026
is_exit 1 'un numero ordinario non c'\''è'
S=$S_
run come prot1 registra-emergenza --flusso interna --oggetto x \
    --classifica VII/9 --conferma senza-documento
is_exit 1 'nel registro non si registra in emergenza'
like err 'scrivi-kit' 'e si dice dove'
run come resp mostra EM-2026-0000001
is_exit 1 'un numero di emergenza che non c'\''è'

ora 2026-12-01T09:00:00+01:00
run cartella scrivi-kit --in kit.tardi
is_exit 1 'un kit scaduto non si scrive'
like err 'annulla-kit' 'si annulla'
come resp conferma-ora --ora "$CARTELLA_ORA" --motivo x >/dev/null
run come prot1 annulla-kit scaduto
is_exit 3 'lo fa il responsabile'
run come resp annulla-kit scaduto --ultimo EM-2027-0000001
is_exit 1 'con un numero che non può essere no'
run come resp annulla-kit 'perduto dopo due righe' --ultimo EM-2026-0000002
is_exit 0 'con l'\''ultimo numero delle carte sì'
run come resp annulla-kit 'perduto'
is_exit 1 'una volta sola'
run come resp prepara-emergenza
is_exit 0 'e se ne prepara un altro'
cartella scrivi-kit --in kit.due >/dev/null
ok 'che sa i numeri già usati' grep -q '<ultimo>EM-2026-0000002</ultimo>' \
    kit.due/ente/kit.xml
run come resp annulla-kit 'sbagliato' --ultimo EM-2026-0000001
is_exit 1 'l'\''ultimo numero non torna indietro'
is_integro 'alla fine'
plan
