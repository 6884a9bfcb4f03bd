# SPDX-License-Identifier: EUPL-1.2
# stampa: any document of a case as paper, through the model of its kind or
# the general one; looked at with poppler and unzip, which know nothing of us.
. tests/cli/lib.sh
. "$RADICE/tests/cli/uffici.sh"
. "$RADICE/tests/cli/caso.sh"
. "$RADICE/tests/cli/carte.sh"

uffici_di_prova >/dev/null || exit 1
con_chiave as1 >"$OUT"
CS=$(aperta --scheda.profilo.medico 'dott. Nerì & Figli')
ALTRA=$(aperta)
AC=AC-2026-0000001
come as1 registra-famiglia --cartella "$CS" --data 2026-01-10 --fonte anpr \
    --componente.cognome Bianchi --componente.nome Mària \
    --componente.parentela madre --componente.convivente si \
    --componente.cognome "D'Angelo" --componente.nome Ugo \
    --componente.parentela padre --componente.convivente no \
    --componente.nascita 1980-02-01 >"$OUT"
redatta "$CS" --metodo 'Osservazione.

- a casa;
- a *scuola*.' >"$OUT"
R=relazioni/0001.xml

testo() {	# testo FILE: what a PDF says, on one line
	pdftotext -layout "$1" - | tr -s ' \n' ' '
}

contenuto() {	# contenuto FILE: what an ODT says, on one line
	unzip -p "$1" content.xml | sed 's/<[^>]*>/ /g' | tr -s ' \n' ' '
}

stampa() {	# stampa FILE ARG...: as as1, into FILE
	stampa_f=$1
	shift
	run come as1 stampa "$@"
	cp "$OUT" "$stampa_f"
}

# ---- refused ----

run come prot1 stampa "$CS" "$R"
is_exit 3 'chi tiene il registro non stampa i documenti dei casi'
run come as1 stampa "$CS" relazioni/0009.xml
is_exit 1 'ciò che non c'\''è non si stampa'
silent out 'e non esce nulla'
sed 's/0009/N/g' "$ERR" >assente
come as1 annota --cartella "$CS" --riservata si 'Mia.' >"$OUT"
V=$(cd "$S/cartelle/2026/0000001" && ls diario/riservate/*/*.xml)
run come coordn stampa "$CS" "$R"
is_exit 1 'di un caso di altri nemmeno'
utente as3 soc assistente-sociale
come as1 componi-equipe "$CS" si complesso --componente.utente as3 \
    --componente.ruolo educatore --componente.dal 2026-11-20 >"$OUT"
run come as3 stampa "$CS" "$V"
is_exit 1 'una voce riservata non si stampa a chi non può leggerla'
sed "s,$V,relazioni/N.xml,g" "$ERR" >nascosta
same_bytes nascosta assente 'con le parole di ciò che non c'\''è'
run come as1 stampa "$CS" "$R" --modello convocazione
is_exit 1 'un modello che è di un'\''altra carta: no'
like err 'relazione' 'e dice di quale carta ne vuole uno'

# ---- through the model of its kind ----

N=$(atti)
stampa bozza.pdf "$CS" "$R"
is_exit 0 'una relazione'
silent err 'senza parlare'
is "$(head -c 5 bozza.pdf)" '%PDF-' 'esce un PDF'
testo bozza.pdf >t
ok 'attraverso il suo modello' grep -q "Relazione sull'attività svolta" t
ok 'con la persona, che è nella scheda' grep -q 'Bianchi Luca' t
ok 'i tre capitoli' grep -q 'Due colloqui.*La madre dice di essere sola.*Serve un sostegno' t
ok 'gli elenchi' grep -q 'Osservazione\. . a casa; . a scuola\.' t
ok 'e dice che è una bozza' grep -q 'BOZZA NON FIRMATA' t
I=$(sha256sum <"$S/cartelle/2026/0000001/$R" | cut -d' ' -f1)
ok 'di quali byte è' grep -q "impronta SHA-256 $I" t
is "$(atti)" "$N" 'stampare non scrive nulla nella catena'
is "$(sqlite3 "$S/letture.sqlite" "SELECT count(*) FROM lettura
    WHERE atto = 'stampa' AND oggetto = '$CS;documento=$R'
    AND operatore = 'as1' AND esito = 'mostrato'")" 1 'ma una lettura sì'

come as1 firma --resa nessuna --cartella "$CS" --documento "$R" >"$OUT"
stampa f.odt "$CS" "$R" --odt si
is "$(unzip -p f.odt mimetype)" application/vnd.oasis.opendocument.text \
    'con --odt esce l'\''ODT'
contenuto f.odt >t
not_ok 'firmata, non è più una bozza' grep -q BOZZA t
ok 'e dice da chi' grep -q "L'originale è firmato: as1 Prova, 20 novembre 2026, ore 10:15" t
stampa g.odt "$CS" "$R" --odt si
same_bytes f.odt g.odt 'due volte, gli stessi byte'

# ---- through the general one ----

stampa sf.odt "$CS" stato-di-famiglia/2026-01-10.xml --odt si
contenuto sf.odt >t
ok 'uno stato di famiglia' grep -q "Stato di famiglia .*Cartella $CS" t
ok 'i suoi campi con le parole dello schema' \
    grep -q 'Data a cui si riferisce .*10 gennaio 2026' t
ok 'ogni componente, con accenti e apostrofi' \
    grep -q "Bianchi .*Mària .*D'Angelo .*1° febbraio 1980" t
not_ok 'nessuna bozza: non è cosa che si firmi' grep -q BOZZA t
stampa s.odt "$CS" scheda.xml --odt si
contenuto s.odt >t
ok 'una scheda, gruppo per gruppo' \
    grep -q 'Profilo della persona .*dott. Nerì &amp; Figli' t
stampa v.odt "$AC" valutazione.xml --odt si
contenuto v.odt >t
ok 'una valutazione, di un accesso' \
    grep -q "Valutazione del bisogno .*Accesso $AC .*serve un sostegno" t
ok 'con il nome di chi l'\''ha scritta' grep -q 'as1 Prova' t
stampa d.odt "$CS" "$R" --odt si --modello documento
contenuto d.odt >t
ok 'col modello generale anche una relazione' \
    grep -q 'Relazione sociale .*Fatti accertati .*Con quale metodo\|Metodo' t
run come as1 stampa "$ALTRA" cartella.xml --odt si
is_exit 0 'una copertina'

# ---- of an accesso, on paper of its own ----

utente seg soc segretariato >"$OUT"
come seg accogli --scheda.contatto.interlocutore utente \
    --scheda.segnalato.cognome Ferri --scheda.segnalato.nome Nina \
    --scheda.motivazioni 'Chiede aiuto.' --esito da-assegnare \
    --conferma senza-liberatoria >accolto
run come seg stampa "$(cat accolto)" scheda-segretariato.xml --odt si
is_exit 0 'una scheda di segretariato'
cp "$OUT" a.odt
contenuto a.odt >t
ok 'con chi si è segnalato e perché' grep -q 'Ferri.*Chiede aiuto\.' t

is_integro 'dopo le stampe'
plan
