# SPDX-License-Identifier: EUPL-1.2
# assegna: a report seen becomes an accesso with its responsible; an accesso
# passes to somebody else.
. tests/cli/lib.sh
. "$RADICE/tests/cli/uffici.sh"

uffici_di_prova >/dev/null || exit 1
SOLA=$(segnalazione)
NUOVA=$(smistata)
P=$(vista --riservata.motivo minore)
ID1=11111111111111111111111111111111
AC=AC-2026-0000001
COPERTINA=$S/accessi/2026/0000001/accesso.xml

assegna() {	# assegna USER PROTOCOLLO ASSISTENTE [OPTION...]
	uffici_chi=$1 uffici_p=$2 uffici_as=$3
	shift 3
	come "$uffici_chi" assegna --protocollo "$uffici_p" \
	    --assistente "$uffici_as" "$@"
}

# ---- refused ----

run assegna coord "$NUOVA" as1
is_exit 1 'senza presa visione no'
like err '/assegna/protocollo: .*prendi-in-carico.*art\. 5 L\. 241/1990.*\[non-vista\]' 'e lo dice'

come sds1 prendi-visione "$NUOVA" >"$OUT"
run assegna coord "$NUOVA" as1
is_exit 1 'la visione di un altro ufficio non basta'
like err '\[non-vista\]' 'e lo dice'

run assegna coord "$SOLA" as1
is_exit 1 'non smistata: per il coordinatore non esiste'
sed "s,$SOLA,N,g" "$ERR" >nascosta
run assegna coord 0000099/2026 as1
is_exit 1 'una che non esiste davvero'
sed 's,0000099/2026,N,g' "$ERR" >assente
same_bytes nascosta assente 'ha la stessa risposta'

CONOSCENZA=$(segnalazione)
come prot1 smista "$CONOSCENZA" --destinazione.ufficio soc \
    --destinazione.titolo conoscenza --destinazione.ufficio nord \
    --destinazione.titolo competenza >"$OUT"
come coord prendi-visione "$CONOSCENZA" >"$OUT"
run assegna coord "$CONOSCENZA" as1
is_exit 1 'chi la riceve per conoscenza non assegna'
like err '\[non-competente\]' 'e lo dice'

USCITA=$(come prot1 registra --flusso uscita --oggetto risposta \
    --destinatario.denominazione Scuola --classifica VII/9 \
    --conferma senza-documento)
come prot1 smista "$USCITA" --destinazione.ufficio soc \
    --destinazione.titolo competenza >"$OUT"
come coord prendi-visione "$USCITA" >"$OUT"
run assegna coord "$USCITA" as1
is_exit 1 'da una registrazione in uscita non nasce un accesso'
like err '\[in-uscita\]' 'e lo dice'

run assegna coord "$P" boh
is_exit 1 'un utente che non esiste: no'
like err '/assegna/assistente: .*\[utente-ignoto\]' 'e lo dice'
run assegna coord "$P" vice
is_exit 1 'chi non è assistente sociale: no'
like err '\[altro-ruolo\]' 'e lo dice'
run assegna coord "$P" exas
is_exit 1 'chi non è più attivo: no'
like err '\[utente-inattivo\]' 'e lo dice'
run assegna coord "$P" as1 --ufficio boh
is_exit 1 'un ufficio che non esiste: no'
like err '/assegna/ufficio: .*\[ufficio-ignoto\]' 'e lo dice'

run assegna prot1 "$P" as1
is_exit 3 'assegnare non è del protocollo'
run assegna as1 "$P" as1
is_exit 3 'né dell'\''assistente sociale'
run come coord assegna --assistente as1
is_exit 1 'senza dire che cosa no'
run assegna coord "$P" as1 --accesso "$AC"
is_exit 1 'né un protocollo e un accesso insieme'
no_file "$S/accessi/2026/0000001" 'i rifiuti non lasciano niente'

# ---- a new accesso ----

run assegna coord "$P" as1 --id "$ID1"
is_exit 0 'il coordinatore assegna'
is_out "$AC" 'e ha il numero dell'\''accesso'
run cat "$COPERTINA"
like out '<stato>assegnato</stato>' 'la copertina: assegnato'
like out '<tipo>indiretto</tipo>' 'indiretto'
like out "<protocollo>$P</protocollo>" 'dalla segnalazione'
like out '<ufficio>soc</ufficio>' 'all'\''ufficio di chi assegna'
like out '<responsabile>as1</responsabile>' 'con il suo responsabile'
like out '<aperto>2026-11-20</aperto>' 'da oggi'
is "$(git -C "$S/accessi/2026/0000001" log -1 --format=%s)" "assegna $AC" \
    'il commit porta solo il numero'

run assegna coord "$P" as1 --id "$ID1"
is_exit 0 'la stessa istanza di nuovo'
is_out "$AC" 'ha la stessa risposta'
no_file "$S/accessi/2026/0000002" 'e non fa un secondo accesso'

run assegna vice "$P" as2
is_exit 1 'un accesso per registrazione'
like err "$AC.*\[gia-assegnata\]" 'e dice quale c'\''è già'

run come as1 mostra "$AC"
is_exit 0 'il responsabile lo vede'
run come as1 mostra "$P"
like out 'segnalazione M\. R\.' 'e legge la segnalazione riservata'
run come as2 mostra "$AC"
is_exit 1 'un'\''altra assistente sociale no'

# ---- whoever has it keeps it ----

run come coord assegna --accesso "$AC" --assistente as2
is_exit 1 'a un caso che ha la sua assistente sociale non se ne assegna un'\''altra'
like err '/assegna/accesso: .*«assegnato».*da qui si fa: .*«riassegna».*\[stato\]' \
    'e dice che cosa si può fare'
run come coordn assegna --accesso "$AC" --assistente as2
is_exit 1 'per un altro ufficio non esiste'
sed "s,$AC,N,g" "$ERR" >nascosta
run come coordn assegna --accesso AC-2026-0000099 --assistente as2
sed 's,AC-2026-0000099,N,g' "$ERR" >assente
same_bytes nascosta assente 'con la stessa risposta'

run assegnata
is_out AC-2026-0000002 'il secondo accesso dell'\''anno'

is_integro 'dopo le assegnazioni'
plan
