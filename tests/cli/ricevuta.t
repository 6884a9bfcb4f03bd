# SPDX-License-Identifier: EUPL-1.2
# ricevuta: what is handed at once to whoever has presented a document.
. tests/cli/lib.sh
. "$RADICE/tests/cli/uffici.sh"

uffici_di_prova >/dev/null || exit 1
echo istanza >istanza.txt
P=$(come prot1 registra --flusso entrata --tipo istanza --classifica VII/9 \
    --mittente.denominazione 'Rossi Carla' --oggetto 'contributo per affitto' \
    istanza.txt)
come prot1 smista "$P" --destinazione.ufficio soc \
    --destinazione.titolo competenza >/dev/null
U=$(come prot1 registra --flusso uscita --classifica VII/9 --oggetto x \
    --destinatario.denominazione y --conferma senza-documento)

run come as1 ricevuta "$P" --in no.pdf
is_exit 3 "non è dell'assistente sociale"
run come prot1 ricevuta 0009999/2026 --in no.pdf
is_exit 1 'di una che non c’è: no'
run come prot1 ricevuta "$U" --in no.pdf
is_exit 1 "di un'uscita no"
like err 'art\. 18-bis' 'e cita la norma'
no_file no.pdf 'nessun file'

run come prot1 ricevuta "$P" --in r.pdf
is_exit 0 'la ricevuta'
pdftotext -layout r.pdf r.txt
for text in 'Rossi Carla' "0000001/2026" 'contributo per affitto' \
    '20 novembre 2026, ore 10:15' 'istanza.txt' 'Servizi sociali' '30 giorni' \
    '20/12/2026' 'articolo 18-bis'; do
	ok "dice $text" grep -Fq "$text" r.txt
done
not_ok 'il silenzio solo se lo si dice' grep -q 'silenzio' r.txt
run come prot1 ricevuta "$P" --termine 60 --silenzio-assenso si --in s.pdf
pdftotext -layout s.pdf s.txt
ok 'un altro termine' grep -Fq '19/01/2027' s.txt
ok 'e il silenzio assenso' grep -q 'accoglimento' s.txt
run come resp ricevuta "$P" --in resp.pdf
is_exit 0 'chi non è di un ufficio'
pdftotext -layout resp.pdf resp.txt
ok 'la rilascia a nome di quello che la tratta' grep -q 'Servizi sociali' resp.txt

# ---- of which office, when nobody has it ----

M=$(come prot1 registra --flusso entrata --classifica VII/9 --oggetto z \
    --mittente.denominazione w --conferma senza-documento)
run come resp ricevuta "$M" --in m.pdf
is_exit 0 'non smistata, da chi non è di un ufficio'
pdftotext -layout m.pdf m.txt
ok 'è di quello che ha registrato' grep -q '^ *Protocollo' m.txt
M=$(come resp registra --flusso entrata --classifica VII/9 --oggetto z \
    --mittente.denominazione v --conferma senza-documento)
run come resp ricevuta "$M" --in no.pdf
is_exit 1 'registrata anche da lui: di nessuno'
like err 'di. a nome di quale rilasci la ricevuta' 'e dice che cosa fare'
no_file no.pdf 'nessun file'
come resp annulla "$M" --motivo x --richiedente prot1 >/dev/null
run come resp ricevuta "$M" --ufficio soc --in no.pdf
is_exit 1 'di un'\''annullata no'
like err 'è annullata' 'e lo dice'
no_file no.pdf 'nessun file'

# ---- with a model of the body's own ----

come resp modello ricevuta --in spedito.odt >/dev/null
unzip -q -d mio spedito.odt
sed -i 's/ricevuta\.oggetto/libero.motivo/g' mio/content.xml
(cd mio && zip -q -X -0 ../mio.odt mimetype && zip -q -X -r ../mio.odt . -x mimetype)
run come resp aggiungi-modello --nome ricevuta --carta lettera \
    --denominazione 'Ricevuta nostra' mio.odt
is_exit 0 'un modello che vuole un motivo'
run come prot1 ricevuta "$P" --in no.pdf
is_exit 1 'che una ricevuta non ha'
like err 'il modello «ricevuta» vuole ciò che una ricevuta non ha: .*motivo' \
    'e dice quale'
no_file no.pdf 'nessun file'

is "$(sqlite3 "$S/letture.sqlite" "SELECT count(*) FROM lettura
    WHERE atto = 'ricevuta'")" 10 'ogni ricevuta ha la sua riga'
plan
