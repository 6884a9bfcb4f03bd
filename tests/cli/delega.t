# SPDX-License-Identifier: EUPL-1.2
# delega, revoca-delega: acting in another's name, in a store of true data.
. tests/cli/lib.sh
. "$RADICE/tests/cli/uffici.sh"

# Everyone with his own login: `da LOGIN [--come USER] ATTO...`
da() {
	CARTELLA_LOGIN=$1
	export CARTELLA_LOGIN
	shift
	cartella "$@"
}
persona() {	# persona CODICE UFFICIO RUOLO [OPTION...]
	delega_codice=$1 delega_ufficio=$2 delega_ruolo=$3
	shift 3
	da lresp nomina --codice "$delega_codice" --cognome Prova \
	    --nome "$delega_codice" --ufficio "$delega_ufficio" \
	    --ruolo "$delega_ruolo" --login "l$delega_codice" "$@"
}
arrivo() {	# a report, sent to soc
	delega_n=$(da lprot registra --flusso entrata \
	    --oggetto 'segnalazione M. R.' --riservata.motivo minore \
	    --mittente.denominazione Scuola --classifica VII/9 \
	    --conferma senza-documento) &&
	da lprot smista "$delega_n" --destinazione.ufficio soc \
	    --destinazione.titolo competenza >/dev/null && echo "$delega_n"
}

da lresp init --denominazione 'Comune di Prova' --codice-ipa c_x000 \
    --codice-aoo AOO1 --ufficio.codice prot \
    --ufficio.denominazione Protocollo --ufficio.codice soc \
    --ufficio.denominazione 'Servizi sociali' --ufficio.codice nord \
    --ufficio.denominazione 'Zona nord' --responsabile.codice resp \
    --responsabile.cognome Rossi --responsabile.nome Anna >/dev/null || exit 1
{ persona prot prot protocollo; persona coord soc coordinatore
persona coordn nord coordinatore; persona seg soc segretariato
persona as1 soc assistente-sociale; persona as2 nord assistente-sociale; } \
    >/dev/null || exit 1
P=$(arrivo)
ID1=11111111111111111111111111111111

deleghi() {	# deleghi LOGIN DELEGATO [OPTION...]: these ten days
	delega_da=$1 delega_a=$2
	shift 2
	da "$delega_da" delega --delegato "$delega_a" --dal 2026-11-20 \
	    --al 2026-11-30 --motivo ferie "$@"
}

# ---- without a delega ----

run da lcoordn --come coord prendi-in-carico "$P"
is_exit 3 'senza delega non si agisce per un altro'
like err 'nessuna delega in vigore di coord a coordn' 'e lo dice'
run da lcoordn --come coord mostra "$P"
is_exit 3 'nemmeno per guardare'
run da lnessuno scrivania
is_exit 3 'chi non è nessuno non fa niente'
run da lnessuno --come coord scrivania
is_exit 3 'nemmeno per un altro'
run da lcoord --come coord mostra "$P"
is_exit 0 'per se stessi non occorre'

# ---- refused ----

run deleghi lcoord boh
like err '\[utente-ignoto\]' 'a chi non esiste: no'
run deleghi lcoord coord
like err '\[a-se-stesso\]' 'a se stessi: no'
run deleghi lcoord coordn --delegante seg
is_exit 1 'gli atti di un altro: no'
like err 'art\. 61 DPR 445/2000.*\[delega-altrui\]' 'e dice chi può'
run deleghi lcoord coordn --atto smista
like err 'nessun ruolo di coord.*\[atto-non-suo\]' 'ciò che non si ha: no'
run deleghi lcoord coordn --atto approva
like err 'art\. 20 CAD.*\[non-delegabile\]' 'la firma è personale'
run deleghi lcoord coordn --atto delega
like err '\[non-delegabile\]' 'e così il delegare'
run deleghi lcoord coordn --atto vola
like err '\[atto-ignoto\]' 'ciò che non è un atto: no'
run da lcoord delega coordn 2026-12-10 2026-12-01 ferie
like err '\[prima-dell-inizio\]' 'che finisce prima di cominciare: no'
run da lcoord delega coordn 2026-11-01 2026-11-10 ferie
like err '\[gia-finita\]' 'già finita: no'
run deleghi lcoord prot --atto assegna
is_exit 1 'a chi non ha quel mestiere, è avvisato'
like err 'avviso: .*assegna.*\[altro-ruolo\]' 'e dice di che cosa'
run da lcoord delega coordn 2026-11-20 2026-11-30
is_exit 1 'senza motivo no'

# ---- one atto ----

run deleghi lcoord coordn --atto prendi-in-carico --id "$ID1"
is_exit 0 'coord delega un atto'
is_out 'delega 1' 'e ne ha il numero'
run deleghi lcoord coordn --atto prendi-in-carico --id "$ID1"
is_out 'delega 1' 'la stessa istanza di nuovo: la stessa risposta'
run cat "$S/ente/deleghe/00/0001.xml"
like out '<delegante>coord</delegante>' 'il documento dice da chi'
like out '<delegato>coordn</delegato>' 'a chi'
like out '<atto>prendi-in-carico</atto>' 'e che cosa'

run da lcoordn scrivania
like out '^Da prendere in carico: 1 \(per coord\)' 'il delegato trova le cose del delegante'
like out "^  $P .*segnalazione M\. R\." 'in chiaro, come le vede lui'
like out '^  1  da coord a coordn, dal 20/11/2026 al 30/11/2026' 'e la delega'
run da lcoordn --come coord rifiuta --protocollo "$P" --motivo x
is_exit 3 'ciò che non è delegato non si fa'
run da lseg --come coord prendi-in-carico "$P"
is_exit 3 'né lo fa un altro'
run da lcoordn prendi-in-carico "$P"
is_exit 1 'a nome proprio non la vede'
run da lcoordn --come coord prendi-in-carico "$P" --formato xml
is_exit 0 'a nome di coord la prende in carico'
like out 'operatore="coordn"' 'chi ha agito'
like out 'per="coord"' 'e per chi: nella catena ci sono tutti e due'
run git --git-dir "$S/registro/2026.git" show \
    main:prese-in-carico/000/00/0000001-1.xml
like out '<utente>coord</utente>' 'la presa in carico è di coord'
run da lprot mostra "$P"
like out 'in carico a: +coord \(soc\), 20/11/2026 10:15, per mano di coordn' 'e così si vede'
run da lcoordn scrivania
unlike out "$P" 'e non aspetta più'

# ---- all of them ----

run deleghi lcoord coordn
is_exit 0 'tutto ciò che si può delegare'
run cat "$S/ente/deleghe/00/0002.xml"
like out '<atto>assegna</atto>' 'gli atti dei ruoli, scritti uno per uno'
unlike out '<atto>(firma|approva|comunica|delega|nomina)</atto>' 'meno quelli personali'
run da lcoordn --come coord assegna --protocollo "$P" --assistente as1
is_exit 0 'il delegato assegna per coord'
run da lcoordn --come coord approva CS-2026-0000001 proposte/0001.xml prot
is_exit 3 'ma non firma per lui'
like err 'personale' 'e lo dice'
run da lcoordn --come coord delega as2 2026-11-20 2026-11-30 x
is_exit 3 'né delega ad altri ciò che ha ricevuto'

# ---- in its time, between people in service ----

ora 2026-11-25T09:00:00+01:00
arrivo >"$OUT"
ora 2026-11-28T09:00:00+01:00
arrivo >"$OUT"
ora 2026-11-30T23:59:00+01:00
run da lcoordn --come coord mostra "$P"
is_exit 0 'l'\''ultimo giorno è compreso'
ora 2026-11-30T23:59:30+01:00
arrivo >"$OUT"
ora 2026-12-01T00:01:00+01:00
run da lcoordn --come coord mostra "$P"
is_exit 3 'poi è finita'
run da lcoordn scrivania
unlike out 'per coord|Deleghe' 'e non se ne parla più'

run da lresp delega --delegante coord --delegato seg --dal 2026-12-02 \
    --al 2026-12-20 --motivo supplenza --provvedimento 'ordine 7' \
    --atto mostra
is_exit 0 'il responsabile delega per altri'
is_out 'delega 3' 'con il numero che segue'
run da lseg --come coord mostra "$P"
is_exit 3 'prima che cominci no'
ora 2026-12-02T08:00:00+01:00
run da lseg --come coord mostra "$P"
is_exit 0 'da quel giorno sì'
persona coord soc coordinatore --attivo no >"$OUT"
run da lseg --come coord mostra "$P"
is_exit 3 'chi lascia il servizio non ha più delegati'
persona coord soc coordinatore >"$OUT"

# ---- taken back ----

run da lprot revoca-delega 3 rientro
is_exit 1 'di chi non c'\''entra, la delega non esiste'
sed 's/delega 3/delega N/' "$ERR" >nascosta
run da lprot revoca-delega 99 rientro
sed 's/delega 99/delega N/' "$ERR" >assente
same_bytes nascosta assente 'come una che non c'\''è'
run da lcoord revoca-delega 2 rientro
is_exit 1 'una finita non si revoca'
like err '\[gia-finita\]' 'e lo dice'
run da lcoord revoca-delega 3 rientro --id 22222222222222222222222222222222
is_exit 0 'il delegante la revoca, anche data dal responsabile'
is_out 'delega 3' 'e ne ha il numero'
run da lcoord revoca-delega 3 rientro --id 22222222222222222222222222222222
is_exit 0 'la stessa istanza di nuovo: la stessa risposta'
run da lcoord revoca-delega 3 rientro
like err '\[gia-revocata\]' 'una seconda volta no'
run da lseg --come coord mostra "$P"
is_exit 3 'e da subito non vale più'
run sqlite3 "$S/letture.sqlite" \
    "SELECT count(*) > 0 FROM lettura WHERE operatore = 'seg' AND per = 'coord'"
is_out 1 'le letture per altri portano i due nomi'

# ---- by a power of the role, without a delega ----

sed -e '/^<permessi/s/ id="[0-9a-f]*"//' -e '/<ruolo nome="segretariato">/a\
    <atto ambito="tutti" nome="agire-per"/>' "$S/ente/permessi.xml" >p.xml
run da lresp adotta-permessi p.xml
is_exit 0 'i permessi possono dare agire-per'
run da lseg --come coord mostra "$P"
is_exit 0 'chi lo ha agisce per un altro senza delega'
run sqlite3 "$S/letture.sqlite" \
    "SELECT operatore, per FROM lettura ORDER BY n DESC LIMIT 1"
is_out 'seg|coord' 'e i due nomi restano'
run da lcoordn --come coord mostra "$P"
is_exit 3 'chi non lo ha no'
ATTI=$(sqlite3 "$S/registro.sqlite" 'SELECT max(seq) FROM catena')
run da lseg --come resp nomina --codice seg --cognome Prova --nome seg \
    --login lseg --ruolo responsabile-protocollo
is_exit 3 'né con esso si danno poteri'
like err 'personale' 'e si dice perché'
run da lseg --come coord approva CS-2026-0000001 proposte/0001.xml prot
is_exit 3 'o si firma'
run da lseg --come prot nomina --codice x --cognome x --nome x
is_exit 3 'o si fa ciò che l'\''altro non può'
is "$(sqlite3 "$S/registro.sqlite" 'SELECT max(seq) FROM catena')" "$ATTI" \
    'e niente è scritto'

# ---- who asks in another's name does not authorise ----

run da lprot delega resp 2026-12-02 2026-12-20 ferie --atto chiedi-correzione
is_exit 0 'il protocollo delega il chiedere'
run da lresp --come prot chiedi-correzione "$P" annullamento doppia
is_exit 0 'il responsabile chiede per lui'
run da lresp annulla "$P" --motivo doppia --richiesta 1
like err 'lo ha chiesto resp: .*\[autorizza-chi-chiede\]' \
    'e non può annullare, benché la richiesta sia di un altro'

is_integro 'dopo le deleghe'
plan
