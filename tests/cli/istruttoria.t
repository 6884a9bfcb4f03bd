# SPDX-License-Identifier: EUPL-1.2
# The second half of the procedure, from a proposta approved to a case without
# interventi: both outcomes, and what each step refuses.
. tests/cli/lib.sh
. "$RADICE/tests/cli/uffici.sh"
. "$RADICE/tests/cli/caso.sh"
. "$RADICE/tests/cli/carte.sh"

# The administrative office is nord, the one that controls sds.
uffici_di_prova >/dev/null || exit 1
utente amm nord area-amministrativa --qualifica istruttore >/dev/null || exit 1
utente dir nord dirigente --qualifica Dirigente >/dev/null || exit 1
utente amm2 prot area-amministrativa >/dev/null || exit 1
for chi in as1 coord; do
	con_chiave $chi >"$OUT"
done
CS=$(aperta)
D=$S/cartelle/2026/0000001
DEST='--destinatario.indirizzo Via-Po-1'

approvata() {	# a proposta of the cartella, approved
	P=$(proposta "$CS") && come coord approva --cartella "$CS" \
	    --proposta "$P" --ufficio nord >"$OUT"
}

citta() {	# citta USER ACT [OPTION...]: a letter to the mother
	citta_chi=$1 citta_atto=$2
	shift 2
	# shellcheck disable=SC2086
	come "$citta_chi" "$citta_atto" "$CS" "$@" $DEST \
	    --destinatario.denominazione 'Bianchi Maria'
}

respinta() {	# a draft that says no
	come amm prepara-determina "$CS" respinta "${OGGETTO:-sostegno L. B.}" \
	    'Il reddito supera la soglia.' 'Di non accogliere.' "$@"
}

determina() {
	come dir determina "$CS" "${BOZZA:-determinazioni/0001.xml}" "$@"
}

stato() {
	campo "$D/cartella.xml" cartella/stato
}

rifiuto() {	# rifiuto CODE DESC CMD...
	rifiuto_codice=$1 rifiuto_desc=$2
	shift 2
	run "$@"
	is_exit 1 "$rifiuto_desc: no"
	like err "\\[$rifiuto_codice\\]" "e lo dice ($rifiuto_codice)"
}

# ---- before its time ----

N=$(atti)
rifiuto stato 'relazione sotto esame: nessuna verifica' come as1 \
    verifica-intervento "$CS" interventi/0001.xml 2026-11-20 adeguato Bene
rifiuto stato 'nessun intervento da chiudere' come as1 chiudi-intervento "$CS" \
    interventi/0001.xml 2026-11-20 concluso
for come_atto in "avvia-istruttoria $CS ufficio" "osserva $CS 0000001/2026" \
    "comunica-esito $CS determinazioni/0001.xml" \
    "determina $CS determinazioni/0001.xml"; do
	# shellcheck disable=SC2086
	run come amm $come_atto
	case $come_atto in determina*) want=3 ;; *) want=1 ;; esac
	is_exit $want "prima dell'approvazione l'area non vede: $come_atto"
done
niente_scritto "$N" 'niente resta'

# ---- an istanza that is refused ----

approvata
run come amm scrivania
like out 'Proposte approvate, da istruire: 1 \[avvia-istruttoria\]' \
    'approvata, aspetta l'\''area'
like out "$CS .*proposte/0001.xml" 'e quale'
run come amm2 scrivania
unlike out "$CS" 'non quella di un altro ufficio'
run come dir scrivania
unlike out 'istruire' 'né il dirigente'
same_absent "$CS" CS-2026-0000099 come amm2 avvia-istruttoria \
    --iniziativa ufficio --cartella
N=$(atti)
rifiuto senza-data-istanza 'istanza senza il suo giorno' come amm \
    avvia-istruttoria "$CS" istanza --conferma senza-comunicazione
rifiuto data-futura 'istanza di domani' come amm avvia-istruttoria "$CS" \
    istanza --istanza-data 2026-11-21 --conferma senza-comunicazione
rifiuto non-di-parte 'd'\''ufficio con un'\''istanza' come amm \
    avvia-istruttoria "$CS" ufficio --istanza-data 2026-11-02 \
    --conferma senza-comunicazione
rifiuto protocollo-ignoto 'istanza che non c'\''è' come amm \
    avvia-istruttoria "$CS" istanza --istanza-data 2026-11-02 \
    --istanza-protocollo 0000999/2026 --conferma senza-comunicazione
rifiuto utente-ignoto 'responsabile che non c'\''è' come amm \
    avvia-istruttoria "$CS" ufficio --responsabile boh \
    --conferma senza-comunicazione
rifiuto senza-comunicazione 'senza dirlo a nessuno' come amm \
    avvia-istruttoria "$CS" ufficio
like err 'art\. 7 L\. 241/1990' 'e cita la norma'
rifiuto senza-chiave 'la comunicazione si firma' citta amm avvia-istruttoria \
    --iniziativa istanza --istanza-data 2026-11-02
rifiuto istruttoria-non-avviata 'preavviso prima dell'\''avvio' citta amm \
    preavvisa --motivi 'Il reddito.'
rifiuto istruttoria-non-avviata 'una bozza prima dell'\''avvio' respinta
niente_scritto "$N" 'niente resta'
con_chiave amm >"$OUT"
con_chiave dir >"$OUT"

ID=88888888888888888888888888888888
run citta amm avvia-istruttoria --id $ID --iniziativa istanza \
    --istanza-data 2026-11-02 --istanza-protocollo 0000001/2026
is_out 0000003/2026 'si avvia, e la comunicazione ha il suo numero'
N=$(atti)
run citta amm avvia-istruttoria --id $ID --iniziativa istanza \
    --istanza-data 2026-11-02 --istanza-protocollo 0000001/2026
is_out 0000003/2026 'la stessa istanza di nuovo: lo stesso numero'
niente_scritto "$N" 'e nient'\''altro'
I=$D/istruttoria/0001.xml
is "$(campo "$I" istruttoria/proposta) $(campo "$I" istruttoria/responsabile)" \
    'proposte/0001.xml amm' 'di quella proposta, con un responsabile'
is "$(campo "$I" istruttoria/entro)" 2026-12-02 'il termine corre dall'\''istanza'
C=$D/comunicazioni/0001.xml
pdftotext "$(byte_di "$(campo "$C" comunicazione/firma-file/file)")" l.txt
for che in 'Amministrazione Comune di Prova' \
    'Ufficio che se ne occupa Zona nord' \
    'Oggetto del procedimento sostegno educativo' \
    "con l'istanza del 2 novembre 2026, protocollo 0000001/2026" \
    'Responsabile amm Prova, istruttore' \
    '2 dicembre 2026: sono 30 giorni' 'potere sostitutivo'; do
	echo "$che" >v
	ok "art. 8: $che" contiene l.txt v
done
run come amm scrivania
unlike out 'da istruire' 'avviata, non aspetta più'
rifiuto gia-avviata 'due volte' come amm avvia-istruttoria "$CS" ufficio \
    --conferma senza-comunicazione
run come amm mostra "$CS" --documento relazioni/0001.xml
is_exit 1 'l'\''area non legge la relazione'
run come amm mostra "$CS" --documento proposte/0001.xml
is_exit 0 'ma la proposta sì'

run respinta
is_out "$CS determinazioni/0001.xml" 'si prepara la bozza'
rifiuto bozza-in-attesa 'una seconda bozza' respinta
rifiuto non-determinazione 'riscrivere ciò che non è una bozza' respinta \
    --determinazione proposte/0001.xml
OGGETTO='sostegno a Luca B.' rifiuto nome-in-oggetto \
    'il nome in ciò che si pubblica' respinta \
    --determinazione determinazioni/0001.xml
run come dir scrivania
like out 'Determinazioni da firmare: 1 \[determina\]' 'aspetta il dirigente'
like out "$CS .*determinazioni/0001.xml" 'e quale'
run come dir mostra "$CS" --documento determinazioni/0001.xml
is_exit 0 'che la legge'
N=$(atti)
run come amm determina "$CS" determinazioni/0001.xml
is_exit 3 'non la firma chi l'\''ha preparata'
rifiuto senza-preavviso 'respinta senza preavviso' determina
like err 'art\. 10-bis L\. 241/1990' 'e cita la norma'
rifiuto non-adottata 'un esito che non c'\''è ancora' come amm comunica-esito \
    "$CS" determinazioni/0001.xml
rifiuto senza-preavviso 'osservazioni a niente' come amm osserva "$CS" \
    0000002/2026
niente_scritto "$N" 'niente resta'

run citta amm preavvisa --motivi 'Il reddito supera la soglia.'
is_out 0000004/2026 'si preavvisa'
pdftotext "$(byte_di "$(campo "$D/comunicazioni/0002.xml" \
    comunicazione/firma-file/file)")" l.txt
printf '%s\n' 'Il reddito supera la soglia.' \
    "l'istanza del 2 novembre 2026" 'non possiamo accoglierla' \
    'Entro 10 giorni da quando riceve' 'procedimento è sospeso' >v
ok 'con i motivi e i dieci giorni' contiene l.txt v
lettera() {	# lettera MODEL [OPTION...]: of what the case says today
	lettera_m=$1
	shift
	# shellcheck disable=SC2086
	come coord comunica --cartella "$CS" --modello "$lettera_m" $DEST \
	    --destinatario.denominazione Altri --oggetto 'Procedimento L. B.' \
	    "$@"
}
run lettera esito
is_exit 1 'una lettera non dà l'\''esito che non c'\''è ancora'
like err '«procedimento\.esito».*\[campo-senza-valore\]' 'e lo dice'
unlike err '«procedimento\.(oggetto|responsabile|motivi)»' \
    'il resto c'\''è, i motivi del preavviso anche'
rifiuto gia-preavvisato 'due volte' citta amm preavvisa --motivi 'Altro.'
rifiuto osservazioni-attese 'prima dei dieci giorni' determina
like err 'fino al 30/11/2026' 'e fino a quando'
ora 2026-12-01T09:00:00+01:00
come resp conferma-ora --ora $CARTELLA_ORA --motivo prova >"$OUT"
rifiuto ricezione-non-provata 'senza sapere quando fu ricevuto' determina
come amm spedisci 0000004/2026 consegna-a-mano 2026-11-25 >"$OUT"
rifiuto osservazioni-attese 'i giorni corrono da quando fu ricevuto' determina
like err 'fino al 05/12/2026' 'e lo dice'
ora 2026-12-06T09:00:00+01:00
come resp conferma-ora --ora $CARTELLA_ORA --motivo prova >"$OUT"
TARDI=$(come prot1 registra --flusso entrata --oggetto 'osservazioni' \
    --mittente.denominazione 'Bianchi Maria' --classifica VII/9 \
    --conferma senza-documento)
come prot1 smista "$TARDI" --destinazione.ufficio nord \
    --destinazione.titolo competenza >"$OUT"
rifiuto osservazioni-tardive 'osservazioni dopo i dieci giorni' come amm \
    osserva "$CS" "$TARDI"
rifiuto firma-non-fatta 'senza la chiave segreta' senza_chiave determina
rifiuto repertorio-ignoto 'in un repertorio che non c'\''è' determina \
    --repertorio boh
# a body that wants the visto of the coordinator on the draft
R=$RADICE/templates/ente/firme.xml
passo='<passo chi="ruolo" obbligo="si" ruolo="coordinatore" scopo="visto"/>'
sed "s|</firme>|<regola altri=\"si\" tipo=\"determinazione\">$passo</regola>&|" \
    "$R" >firme.xml
come resp adotta-firme firme.xml >"$OUT"
rifiuto firme-mancanti 'senza il visto che l'\''ente vuole' determina
run come dir libro-firma
like out 'Determinazioni da firmare: 1 \[determina\]' \
    'nel libro del dirigente c'\''è ciò che firma con un altro atto'
run come coord firma --cartella "$CS" --documento determinazioni/0001.xml \
    --resa nessuna
is_exit 0 'il coordinatore la vista'
come resp adotta-firme "$R" --conferma firma-tolta >"$OUT"
N=$(atti)
run determina --id $ID
is_exit 1 'un id già usato da un altro atto: no'
niente_scritto "$N" 'niente resta'
ID=77777777777777777777777777777777
run determina --id $ID
is_out 'determinazioni 1/2026' 'poi si respinge, con il numero nel repertorio'
N=$(atti)
run determina --id $ID
is_out 'determinazioni 1/2026' 'la stessa istanza: lo stesso numero'
niente_scritto "$N" 'e nient'\''altro'
is "$(stato)" in-carico 'la cartella è di nuovo in carico'
no_file "$D/interventi" 'e non si attiva niente'
M=$D/determinazioni/0001.xml
is "$(campo "$M" determinazione/stato)" adottata 'la bozza è adottata'
PDF=$(campo "$M" determinazione/adozione/firma-file/file)
ok 'la firma è buona' carta_firmata "$M" determinazione/adozione/
pdftotext "$(byte_di "$PDF")" l.txt
not_ok 'i byte firmati non hanno il numero' grep -q 1/2026 l.txt
not_ok 'né il nome' grep -qi 'bianchi\|luca' l.txt
for carta in "determinazioni/0001.xml $(campo "$M" \
    determinazione/adozione/odt)" "proposte/0001.xml $(campo \
    "$D/proposte/0001.xml" proposta/approvazione/odt)"; do
	rm -f rifatta.odt
	run come dir rifai "$CS" "${carta% *}" --in rifatta.odt
	is_exit 0 "${carta% *}: la carta si rifà"
	same_bytes rifatta.odt "$D/allegati/${carta#* }.odt" \
	    "${carta% *}: gli stessi byte"
done
run come dir verifica-firma "$CS" --documento determinazioni/0001.xml
cp "$OUT" verdetti
come dir stampa "$CS" determinazioni/0001.xml >d.pdf
ok 'si stampa ciò che fu firmato' cmp -s d.pdf "$(byte_di "$PDF")"
cp verdetti "$OUT"
like out 'precedente' 'il visto era sulla versione di prima, e lo si legge'
run come dir repertori --repertorio determinazioni
like out '1/2026 .* sostegno L\. B\.$' 'nel repertorio solo iniziali'
run come dir scrivania
unlike out 'da firmare' 'e non aspetta più'
run citta amm comunica-esito --determinazione determinazioni/0001.xml
is_out 0000006/2026 'l'\''esito va al cittadino'
pdftotext "$(byte_di "$(campo "$D/comunicazioni/0003.xml" \
    comunicazione/firma-file/file)")" l.txt
printf '%s\n' 'determinazione n. 1/2026 del 6 dicembre 2026' respinta \
    'Il reddito supera la soglia.' 'Di non accogliere.' \
    'Tribunale amministrativo regionale entro 60 giorni' \
    'Presidente della Repubblica entro 120 giorni' >v
ok 'con i motivi e i rimedi' contiene l.txt v
run lettera esito --luogo Altrove
is_exit 0 'e una lettera può dirlo ad altri'
pdftotext -layout "$(byte_di "$(campo "$D/comunicazioni/0004.xml" \
    comunicazione/firma-file/file)")" l.txt
ok 'con le stesse parole' contiene l.txt v

# ---- again, with observations, suspended, then granted ----

approvata
run come amm scrivania
like out "$CS .*proposte/0002.xml" 'un'\''altra proposta aspetta'
rifiuto istruttoria-non-avviata 'con l'\''istruttoria di prima' citta amm \
    preavvisa --motivi 'Il reddito.'
cp -a "$S" "$T/prima"
come amm avvia-istruttoria "$CS" ufficio --conferma senza-comunicazione >"$OUT"
rifiuto non-di-parte 'chi non ha chiesto niente non si preavvisa' citta amm \
    preavvisa --motivi 'Il reddito.'
rm -rf "$S" && mv "$T/prima" "$S"
come amm avvia-istruttoria "$CS" istanza --istanza-data 2026-12-03 \
    --giorni 60 --conferma senza-comunicazione >"$OUT"
is "$(campo "$D/istruttoria/0003.xml" istruttoria/entro)" 2027-02-01 \
    'con un altro termine'
citta amm preavvisa --motivi 'Il reddito.' >"$OUT"
run lettera esito --luogo Altrove
is_exit 1 'l'\''esito di prima non è di questa'
like err 'procedimento.*\[campo-senza-valore\]' 'e un altro non c'\''è ancora'
PRIMA=$(come prot1 registra --flusso entrata --oggetto 'osservazioni' \
    --data-arrivo 2026-12-04 --mittente.denominazione 'Bianchi Maria' \
    --classifica VII/9 --conferma senza-documento)
R=$(come prot1 registra --flusso entrata --oggetto 'osservazioni' \
    --mittente.denominazione 'Bianchi Maria' --classifica VII/9 \
    --conferma senza-documento)
rifiuto protocollo-ignoto 'osservazioni che l'\''area non vede' come amm \
    osserva "$CS" "$R"
for uno in "$PRIMA" "$R"; do
	come prot1 smista "$uno" --destinazione.ufficio nord \
	    --destinazione.titolo competenza >"$OUT"
done
rifiuto non-entrata 'osservazioni in uscita' come amm osserva "$CS" 0000004/2026
rifiuto prima-del-preavviso 'arrivate prima' come amm osserva "$CS" "$PRIMA"
run come amm osserva "$CS" "$R" --testo 'Il reddito è diminuito.'
is_out "$CS istruttoria/0005.xml" 'arrivano osservazioni'
run come as1 mostra "$CS"
like out "$R .*osservazioni" 'e sono fra le carte della cartella'
rifiuto osservazioni-ignorate 'una bozza che le ignora' respinta
run respinta --osservazioni 'Il reddito resta sopra la soglia.'
is_exit 0 'una che ne dice le ragioni sì'
BOZZA=determinazioni/0002.xml

riscrivi() {	# riscrivi ESITO [OPTION...]
	riscrivi_e=$1
	shift
	come amm prepara-determina "$CS" "$riscrivi_e" 'sostegno L. B.' \
	    'Vista la relazione.' 'Di *provvedere*.' \
	    --determinazione $BOZZA "$@"
}

intervento() {	# intervento TIPOLOGIA DAL AL IMPORTO
	echo "--intervento.tipologia $1 --intervento.ente-erogatore Coop
	    --intervento.controllo sds --intervento.dal $2 --intervento.al $3
	    --intervento.importo $4"
}

run riscrivi sospesa
is_out "$CS $BOZZA" 'la bozza si riscrive'
run determina
is_out 'determinazioni 2/2026' 'sospesa'
is "$(stato)" in-istruttoria 'l'\''istruttoria continua'
rifiuto gia-adottata 'adottata, non si riscrive' riscrivi sospesa
BOZZA=determinazioni/0003.xml
A=$(intervento sostegno-educativo 2026-12-06 2027-05-31 6000.00)
B=$(intervento centro-diurno 2026-12-06 2026-12-31 500.50)
nuova() {
	come amm prepara-determina "$CS" accolta 'sostegno L. B.' \
	    'Vista la relazione.' 'Di attivare.' "$@"
}
rifiuto senza-intervento 'accolta senza che si attivi niente' nuova
# shellcheck disable=SC2086
rifiuto intervento-non-accolto 'si attiva ciò che si respinge' respinta $A \
    --impegno.capitolo 12 --impegno.importo 6000.00 --osservazioni No.
# shellcheck disable=SC2086
rifiuto senza-impegno 'una spesa senza impegno' nuova $A
# shellcheck disable=SC2086
rifiuto impegno-insufficiente 'più dell'\''impegno' nuova $A $B \
    --impegno.capitolo 12 --impegno.importo 6500.49
# shellcheck disable=SC2046
rifiuto date-invertite 'che finisce prima di cominciare' nuova $(intervento \
    altro 2026-12-06 2026-12-05 0.00)
rifiuto date-invertite 'anche di uno che nessuno controlla' nuova \
    --intervento.tipologia altro --intervento.ente-erogatore Coop \
    --intervento.dal 2026-12-06 --intervento.al 2026-12-05 \
    --intervento.importo 0.00
# shellcheck disable=SC2086
rifiuto ufficio-ignoto 'controllata da chi non c'\''è' nuova ${A%sds*}boh${A#*sds} \
    --impegno.capitolo 12 --impegno.importo 6500.50
# shellcheck disable=SC2086
run nuova $A $B --impegno.capitolo 12 --impegno.importo 6500.50
is_out "$CS $BOZZA" 'quanto basta sì'
rifiuto senza-visto-contabile 'una spesa senza visto' determina
come resp istituisci-repertorio determine-sociali 'Determine' --attivo no \
    >"$OUT"
rifiuto repertorio-chiuso 'in un repertorio chiuso' determina \
    --repertorio determine-sociali
run come sds1 mostra "$CS"
is_exit 1 'chi controlla non vede ancora la cartella'
run determina --conferma senza-visto-contabile
is_out 'determinazioni 3/2026' 'accolta'
is "$(stato)" in-erogazione 'la cartella è in erogazione'
X=$D/interventi/0001.xml
is "$(campo "$X" intervento/numero) $(campo "$X" intervento/prestazione/importo)" \
    '3/2026 6000.00' 'il primo intervento'
has_file "$D/interventi/0002.xml" 'e il secondo'
rifiuto stato 'una determina quando si eroga' determina
rifiuto interventi-aperti 'chiudere con interventi aperti' come as1 chiudi \
    --cartella "$CS" --motivo conclusione --nota fine

run come amm comunica-esito "$CS" $BOZZA
is_exit 0 'l'\''esito va all'\''assistente sociale'
E=$(cat "$OUT")
run come as1 scrivania
like out "$E .*$CS: esito della pratica" 'che lo trova sulla scrivania'
run come as2 scrivania
unlike out "$E" 'lui solo'
come as1 prendi-visione "$E" >"$OUT"
run come as1 scrivania
unlike out "$E" 'letto, non aspetta più'

# ---- while it goes on ----

controlla() {
	come sds1 controlla-servizio "$CS" "$@"
}
run come sds1 mostra "$CS" --documento interventi/0001.xml
is_exit 0 'chi controlla vede l'\''intervento'
for doc in scheda.xml proposte/0001.xml $BOZZA relazioni/0001.xml; do
	run come sds1 mostra "$CS" --documento $doc
	is_exit 1 "ma non $doc"
done
rifiuto non-intervento 'un intervento che non c'\''è' controlla \
    interventi/0009.xml 2026-12-06 regolare Visto.
rifiuto data-futura 'un controllo di domani' controlla interventi/0001.xml \
    2026-12-07 regolare Visto.
rifiuto prima-dell-inizio 'prima che cominci' controlla interventi/0001.xml \
    2026-12-05 regolare Visto.
run controlla interventi/0001.xml 2026-12-06 irregolare 'Ore in meno.'
is_out "$CS controlli/00/0001.xml" 'un controllo'
is "$(campo "$D/controlli/00/0001.xml" controllo/ufficio)" sds 'di quell'\''ufficio'
run come as1 controlla-servizio "$CS" interventi/0001.xml 2026-12-06 regolare Si
is_exit 3 'non è dell'\''assistente sociale'
rifiuto date-invertite 'la prossima verifica prima di questa' come as1 \
    verifica-intervento "$CS" interventi/0001.xml 2026-12-06 adeguato Bene \
    --prossima 2026-12-06
run come as1 verifica-intervento "$CS" interventi/0001.xml 2026-12-06 \
    da-modificare 'Serve più tempo.' --prossima 2027-01-06
is_out "$CS controlli/00/0002.xml" 'una verifica'
run come sds1 mostra "$CS" --documento controlli/00/0002.xml
is_exit 1 'che chi controlla non legge'

rifiuto prima-dell-inizio 'concluso prima di cominciare' come as1 \
    chiudi-intervento "$CS" interventi/0002.xml 2026-01-01 concluso
rifiuto data-futura 'finire domani' come as1 chiudi-intervento "$CS" \
    interventi/0002.xml 2026-12-07 rinuncia
run come as1 chiudi-intervento "$CS" interventi/0002.xml 2026-12-06 rinuncia
is_exit 0 'uno finisce'
is "$(stato)" in-erogazione 'l'\''altro continua'
rifiuto intervento-chiuso 'finito due volte' come as1 chiudi-intervento "$CS" \
    interventi/0002.xml 2026-12-06 rinuncia
rifiuto intervento-chiuso 'un controllo dopo la fine' controlla \
    interventi/0002.xml 2026-12-06 regolare Visto.
run come amm chiudi-intervento "$CS" interventi/0001.xml 2026-12-06 revoca \
    --nota 'Servizio non reso.'
is_exit 0 'lo chiude anche l'\''area'
is "$(stato)" in-carico 'finito l'\''ultimo, la cartella è in carico'
ora 2026-12-07T09:00:00+01:00
run come sds1 mostra "$CS"
is_exit 1 'e chi controllava non la vede più'
run come as1 chiudi --cartella "$CS" --motivo conclusione --nota 'Finito.'
is_exit 0 'e si chiude'
rifiuto cartella-chiusa 'niente più nella chiusa' come amm comunica-esito \
    "$CS" $BOZZA
is "$(ls -A "$S/transito")" '' 'niente resta in transito'
# ---- a draft that is left behind ----

{
	come as1 riapri "$CS" 'Di nuovo.' && approvata &&
	come amm avvia-istruttoria "$CS" ufficio \
	    --conferma senza-comunicazione && respinta &&
	come as1 chiudi --cartella "$CS" --motivo conclusione --nota 'Fine.' \
	    --conferma istruttoria-aperta --conferma termini-aperti &&
	come as1 riapri "$CS" 'È tornata.' && approvata
} >"$OUT" 2>"$ERR" || lib_diag "$(cat "$ERR")"
run come dir scrivania
unlike out 'Determinazioni da firmare' \
    'la bozza di un'\''istruttoria troncata non aspetta più la firma'
run come amm scrivania
like out 'Proposte approvate, da istruire: 1' 'aspetta la nuova istruttoria'

# ---- letters that tell what the area does not read ----

scrive() {	# scrive OPTION...: a letter of coord, its path in C
	come coord comunica --cartella "$CS" --destinatario.indirizzo Via-Po-1 \
	    --destinatario.denominazione Scuola --oggetto 'Lettera L. B.' \
	    --testo 'Si comunica.' "$@" >"$OUT" 2>"$ERR" ||
	    { lib_diag "$(cat "$ERR")"; exit 1; }
	C=comunicazioni/$(ls "$D/comunicazioni" | tail -n 1)
}

scrive
run come amm mostra "$CS" --documento "$C"
is_exit 0 'una lettera semplice si legge'
scrive --modello trasmissione-scuola
ok 'una dice del minore' grep -q '<minore>' "$D/$C"
run come amm mostra "$CS" --documento "$C"
is_exit 1 'e chi non legge la scheda non la legge'
run come as1 mostra "$CS" --documento "$C"
is_exit 0 'chi legge la scheda sì'
scrive --allega relazioni/0001.xml
run come amm mostra "$CS" --documento "$C"
is_exit 1 'né quella con cui va la relazione'
run come amm mostra "$CS"
unlike out "$C" 'che nemmeno si vede'

is_integro 'alla fine'
plan
