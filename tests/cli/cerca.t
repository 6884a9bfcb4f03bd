# SPDX-License-Identifier: EUPL-1.2
# cerca: registrations by what one remembers of them, and by nobody else's
# secrets.
. tests/cli/lib.sh
. "$RADICE/tests/cli/uffici.sh"

uffici_di_prova >/dev/null || exit 1
utente prot2 prot protocollo >/dev/null || exit 1
printf 'lettera della scuola\n' >lettera.txt
printf 'altro\n' >altro.txt

registra() {	# registra OGGETTO [OPTION...]
	cerca_oggetto=$1
	shift
	come prot1 registra --oggetto "$cerca_oggetto" "$@"
}

# The numbers found, on one line.
numeri() {
	come "$@" --formato xml | sed -n 's,.*<numero>\(0*\)\([0-9]*\)/.*,\2,p' |
	    tr '\n' ' ' | sed 's/ $//'
}

letture() {
	sqlite3 "file:$S/letture.sqlite?mode=ro" \
	    "SELECT oggetto || ' ' || esito FROM lettura
	    WHERE atto = 'cerca' ORDER BY n DESC LIMIT 1"
}

registra 'Richiesta alla città di Prova' --flusso entrata \
    --mittente.denominazione "Società D'Angelo" --mittente.pec info@pec.example \
    --protocollo-mittente.numero '45/A' --classifica VII/9 lettera.txt >/dev/null
registra 'segnalazione M. R.' --flusso entrata --riservata.motivo minori \
    --mittente.denominazione 'Scuola Montessori' --classifica VII/9 \
    altro.txt >/dev/null
registra 'risposta "urgente" AND altro' --flusso uscita \
    --destinatario.denominazione 'Procura' \
    --destinatario.denominazione 'Questura' --classifica II/3 \
    --conferma senza-documento >/dev/null
ora 2026-11-21T09:00:00+01:00
come prot1 smista 0000002/2026 --destinazione.ufficio soc \
    --destinazione.titolo competenza >/dev/null
come prot2 registra --flusso interna --oggetto 'nota sulla città' \
    --riservata.motivo prova --riservata.fino-al 2026-11-25 \
    --classifica VII/9 --conferma senza-documento \
    --mittente.denominazione 'Servizi sociali' >/dev/null
ora 2026-11-21T10:00:00+01:00

# ---- what one remembers ----

is "$(numeri resp cerca)" '4 3 2 1' 'senza criteri: tutte, la più nuova per prima'
is "$(numeri resp cerca --parole citta)" '4 1' 'senza badare agli accenti'
is "$(numeri resp cerca --parole 'RICHIESTA CITTÀ')" 1 'né alle maiuscole; tutte le parole'
is "$(numeri resp cerca --parole 'alla cit')" 1 'dell'\''ultima basta l'\''inizio'
is "$(numeri resp cerca --parole 'cit alla')" '' 'delle altre no'
is "$(numeri resp cerca --parole 0000002/2026)" 2 'il numero è una parola'
is "$(numeri resp cerca --parole altro.txt)" 2 'il nome di un file anche'
is "$(numeri resp cerca --parole angelo)" 1 'chi scrive anche'
is "$(numeri resp cerca --numero 3)" 3 'per numero'
is "$(numeri resp cerca --numero 0000003/2026)" 3 'anche intero'
is "$(numeri resp cerca --numero 3 --anno 2025)" '' 'del suo anno'
is "$(numeri resp cerca --dal 2026-11-21)" 4 'da un giorno'
is "$(numeri resp cerca --al 2026-11-20 --flusso entrata)" '2 1' 'fino a un giorno, e per flusso'
is "$(numeri resp cerca --dal 2026-11-22)" '' 'dopo non c'\''è nulla'
is "$(numeri resp cerca --corrispondente questura)" 3 'per uno dei destinatari'
is "$(numeri resp cerca --corrispondente richiesta)" '' 'che non è l'\''oggetto'
is "$(numeri resp cerca --corrispondente info@pec.example)" 1 'per indirizzo'
is "$(numeri resp cerca --protocollo-mittente 45/a)" 1 'per protocollo del mittente'
is "$(numeri resp cerca --protocollo-mittente 45)" 1 'anche in parte'
is "$(numeri resp cerca --classifica II/3)" 3 'per classifica'
is "$(numeri resp cerca --operatore prot2)" 4 'per operatore'
is "$(numeri resp cerca --ufficio soc)" 2 'per ufficio'
is "$(numeri resp cerca --riservate solo)" '4 2' 'le riservate'
is "$(numeri resp cerca --riservate no)" '3 1' 'o le altre'
is "$(numeri resp cerca --annullate no)" '4 3 2 1' 'le non annullate'
is "$(numeri resp cerca --annullate solo)" '' 'le annullate'
is "$(numeri resp cerca lettera.txt)" 1 'per un file che si ha in mano'
is "$(letture)" 'file;mostrate=1;0000001/2026-0000001/2026 mostrato' 'e lo si annota'
is "$(numeri resp cerca --impronta "$(sha256sum <altro.txt | cut -c1-64)")" 2 \
    'o per la sua impronta'
printf 'mai visto\n' >mai.txt
is "$(numeri resp cerca mai.txt)" '' 'un file mai registrato non c'\''è'

printf 'copia della carta\n' >copia.txt
come prot1 allega-copia --protocollo 0000003/2026 --conformita semplice \
    copia.txt >/dev/null
is "$(numeri resp cerca copia.txt)" 3 'o per una copia aggiunta poi'

# ---- words are words ----

for parole in AND '"' '*' '"urgente" AND' 'NEAR(a b)' 'testo:a' 'gettoni:þt' \
    '- ( ^' "'; DROP TABLE ricerca; --"; do
	run come resp cerca --parole "$parole"
	is_exit 0 "$parole è testo"
done
is "$(numeri resp cerca --parole '"urgente" AND')" 3 'e si trova come testo'

# ---- pages ----

is "$(numeri resp cerca --limite 3)" '4 3 2' 'una pagina'
run come resp cerca --limite 3
like out '^… altre: ripeti con --dopo 0000002/2026$' 'dice come si continua'
is "$(numeri resp cerca --limite 3 --dopo 0000002/2026)" 1 'e continua'
run come resp cerca --limite 3 --dopo 0000002/2026
unlike out altre 'fino alla fine'

# ---- the table ----

run come resp cerca --numero 3
is_out "0000003/2026  20/11/2026 10:15  uscita   II/3     $(printf %-26s \
    'Procura (+1)')  risposta \"urgente\" AND altro" 'una riga per registrazione'
registra "$(printf 'parola %.0s' 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15)lunga" \
    --flusso entrata --mittente.denominazione \
    'Istituto comprensivo statale di istruzione superiore' \
    --classifica VII/9 --conferma senza-documento >/dev/null
run come resp cerca --numero 5
is "$(wc -m <"$OUT")" 121 'mai più di 120 colonne'
run come resp cerca --parole introvabile
is_out 'nessuna registrazione' 'niente è detto'

# ---- what is not for these eyes ----

is "$(numeri prot2 cerca)" '5 4 3 2 1' 'chi tiene il registro le vede tutte'
run come prot2 cerca --numero 2
like out '^0000002/2026 .*RISERVATA \(il contenuto non è' 'una riservata è oscurata'
unlike out 'segnalazione|Montessori' 'senza il suo contenuto'
run come prot2 cerca --parole segnalazione
cp "$OUT" nascosta
is "$(numeri prot2 cerca --parole segnal)" '' 'e per le sue parole non si trova'
is "$(numeri prot2 cerca --corrispondente Montessori)" '' 'né per chi scrive'
is "$(numeri prot2 cerca altro.txt)" '' 'né per il file'
run come prot2 cerca --parole introvabile
same_bytes "$OUT" nascosta 'come se non ci fosse'
is "$(numeri prot1 cerca --parole segnal)" 2 'chi l'\''ha registrata la trova'
is "$(numeri coord cerca --parole segnal)" 2 'l'\''ufficio a cui è andata anche'
is "$(numeri coord cerca)" 2 'che altro non vede'
is "$(numeri coordn cerca)" '' 'un altro ufficio nulla'
is "$(numeri as1 cerca)" '' 'un'\''assistente sociale solo ciò di cui risponde'
come coord prendi-visione 0000002/2026 >/dev/null
come coord assegna --protocollo 0000002/2026 --assistente as1 >/dev/null
is "$(numeri as1 cerca --parole montessori)" 2 'che poi trova'
come coord riassegna --accesso AC-2026-0000001 --assistente as2 \
    --motivo 'carico di lavoro' >/dev/null
is "$(numeri as1 cerca --parole montessori)" '' 'e quando passa ad altri non più'
is "$(numeri as2 cerca --parole montessori)" 2 'ma la trovano gli altri'
utente sis sds amministratore >/dev/null
run come sis cerca
is_exit 3 'senza il permesso no'

is "$(numeri prot1 cerca --parole nota)" '' 'fino al termine è riservata'
ora 2026-11-25T09:00:00+01:00
is "$(numeri prot1 cerca --parole nota)" 4 'dal giorno in cui cessa si trova'
run come prot1 cerca --numero 4
like out 'nota sulla città' 'e si legge'

# ---- the read log ----

run come prot1 cerca --parole 'Rossi Mario' --corrispondente Bianchi --anno 2026
is "$(letture)" 'parole;anno=2026;corrispondente;mostrate=0 mostrato' \
    'il registro delle letture non tiene le parole cercate'
come resp cerca --numero 2 >/dev/null
is "$(letture)" 'numero=2;mostrate=1;0000002/2026-0000002/2026 mostrato' \
    'ma quali registrazioni ha mostrato'
run come sis cerca --parole Rossi
is "$(letture)" '- negato' 'anche il rifiuto si annota'

# ---- corrected, annulled ----

come prot1 chiedi-correzione 0000001/2026 rettifica 'oggetto sbagliato' \
    --campo oggetto >/dev/null
come resp rettifica 0000001/2026 --campo oggetto --oggetto 'domanda di sussidio' \
    --motivo 'oggetto sbagliato' --provvedimento 'prov. 1/2026' \
    --richiesta 1 >/dev/null
is "$(numeri resp cerca --parole sussidio)" 1 'si trova per com'\''è ora'
is "$(numeri resp cerca --parole richiesta)" '' 'non per com'\''era'
come resp annulla 0000005/2026 --motivo 'registrata due volte' \
    --richiedente prot1 >/dev/null
is "$(numeri resp cerca --annullate solo)" 5 'le annullate'
is "$(numeri resp cerca --annullate no)" '4 3 2 1' 'e le altre'
run come resp cerca --numero 5
like out 'ANNULLATA parola' 'con il segno'

# ---- refused ----

run come resp cerca --dal 2026-11-21 --al 2026-11-20
is_exit 1 'date al contrario: no'
like err '/cerca/al: .*\[date-invertite\]' 'e lo dice'
run come resp cerca --numero 0000003/2026 --anno 2025
is_exit 1 'due anni: no'
like err '/cerca/anno: .*\[altro-anno\]' 'e lo dice'
run come resp cerca --impronta "$(printf %064d 0)" lettera.txt
is_exit 1 'il file e la sua impronta: no'
like err '\[file-e-impronta\]' 'e lo dice'
run come resp cerca lettera.txt altro.txt
is_exit 1 'due file: no'
like err '\[un-file\]' 'e lo dice'
run come resp cerca --numero 0
is_exit 1 'il numero zero no'
run come resp cerca --limite 201
is_exit 1 'una pagina troppo lunga no'

# ---- the index is checked like the rest ----

is_integro 'dopo le ricerche'
cp "$S/registro.sqlite" intero.sqlite

altera() {	# altera SQL DESC: then it is found, and made whole again
	sqlite3 "$S/registro.sqlite" "$1" || exit 1
	run cartella verifica
	is_exit 1 "$2: verifica lo trova"
	like out '^DIFETTO: registro ricerca' "$2: e dice dove"
	run cartella ricostruisci
	is_exit 0 "$2: si ricostruisce"
	run cartella verifica
	is_exit 0 "$2: ed è integro"
}
altera "UPDATE ricerca SET gettoni = gettoni || ' þuzz' WHERE chiave % 10 = 2" \
    'un gettone in più nella tabella'
altera "INSERT INTO ricerca_indice (ricerca_indice, rowid, testo, parti,
    estremi, gettoni) SELECT 'delete', chiave, testo, parti, estremi, gettoni
    FROM ricerca WHERE chiave % 10 = 2" 'una riga in meno nell'\''indice'
altera "INSERT INTO ricerca_indice (rowid, testo, parti, estremi, gettoni)
    SELECT chiave, 'parola', '', '', 'þt' FROM ricerca
    WHERE chiave % 10 = 2" 'una parola in più nell'\''indice'
altera "DELETE FROM ricerca_indice_data WHERE id > 10" 'un indice svuotato'
plan
