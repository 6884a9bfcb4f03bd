# SPDX-License-Identifier: EUPL-1.2
# trova: documents of cases by their words, for whoever may read them and for
# nobody else.
. tests/cli/lib.sh
. "$RADICE/tests/cli/uffici.sh"
. "$RADICE/tests/cli/caso.sh"

uffici_di_prova >/dev/null && utente amm1 prot area-amministrativa >/dev/null ||
    exit 1
CS=$(aperta)
R=$(redatta "$CS" | cut -d' ' -f2)
D=$(come as1 annota --cartella "$CS" --tipo visita \
    --testo 'La città è lontana: Luca dorme da zia Ärmelgard.' | cut -d' ' -f2)
come as1 annota --cartella "$CS" --tipo visita --testo 'zzsegreto di famiglia' \
    --riservata si >/dev/null

trova() {	# trova USER WORDS [OPTION...]
	trova_chi=$1
	shift
	come "$trova_chi" trova "$@"
}
# What is found, as paths; "" when nothing is.
dove() {
	run trova "$@"
	sed -n 's/^[AC][CS]-[0-9-]*  \([^ ]*\)  .*/\1/p' "$OUT" | tr '\n' ' '
}
letture() {
	sqlite3 "file:$S/letture.sqlite?mode=ro" "SELECT oggetto || ' ' || esito
	    FROM lettura ORDER BY n DESC LIMIT $1"
}

# ---- found ----

run trova as1 lontana
is_exit 0 'una parola del diario'
like out "^$CS  $D  20/11/2026$" 'dice dove'
like out '^    La città è «lontana»: Luca dorme' 'e che cosa le sta intorno'
is "$(letture 2)" "$CS;documento=$D mostrato
parole;trovati=1 mostrato" 'la lettura dice che cosa fu mostrato, e non che cosa si cercò'
is "$(dove as1 'CITTA lont')" "$D " 'senza accenti, in maiuscolo, l'\''ultima a metà'
is "$(dove as1 armelgard)" "$D " 'anche di un nome straniero'
is "$(dove as1 'bianchi luca')" 'scheda.xml ' 'i nomi della scheda'
is "$(dove as1 sostegno)" "$R valutazione.xml " 'la relazione, e la valutazione nell'\''accesso'
is "$(dove as1 sostegno --tipo relazione)" "$R " 'di un tipo solo'
is "$(dove as1 sostegno --cartella "$CS")" "$R " 'di una cartella sola'
is "$(dove as1 'AND "sola')" '' 'ciò che si scrive è testo, non sintassi'
is "$(dove as1 in-carico)" '' 'i codici non sono parole'
is "$(dove as1 'gettoni : þt')" '' 'nemmeno quella dell'\''indice'

L=$(come as1 annota --cartella "$CS" --tipo nota \
    --testo 'L’affidamento all'\''asilo: perché D'\''Angelo non c'\''è più.' |
    cut -d' ' -f2)
is "$(dove as1 "dell'affidam")" "$L " 'apostrofi ed elisioni non contano'
is "$(dove as1 "perche' asilo")" "$L " 'né accenti scritti con l'\''apostrofo'
is "$(dove as1 "dell'altro")" '' 'ciò che non c'\''è non si trova'

# ---- the version in force ----

ora 2026-11-23T09:00:00+01:00
come as1 redigi --cartella "$CS" --relazione "$R" --tipo con-esito \
    --oggetto 'relazione su M. R.' --fatti-accertati 'Tre incontri.' \
    --dichiarazioni 'Nessuna.' --valutazioni 'Serve altro.' \
    --proposta 'Un aiuto.' >/dev/null
is "$(dove as1 sostegno)" 'valutazione.xml ' 'la versione di prima non si trova più'
is "$(dove as1 incontri)" "$R " 'quella di ora sì'
is "$(dove as1 serve)" "$R valutazione.xml " 'le più nuove per prime'
is "$(dove as1 serve --al 2026-11-22)" 'valutazione.xml ' 'fino a un giorno'
is "$(dove as1 serve --dal 2026-11-23)" "$R " 'da un giorno'
run trova as1 serve --limite 1
like out "^… altri: ripeti con --dopo $CS/$R$" 'una pagina dice come continuare'
is "$(dove as1 serve --dopo "$CS/$R")" 'valutazione.xml ' 'e si continua'
run trova as1 serve --dopo "$CS/relazioni/0099.xml"
is_exit 1 'da ciò che non c'\''è: no'
sed 's,0099,N,' "$ERR" >assente
run trova as2 serve --dopo "$CS/relazioni/0001.xml"
is_exit 1 'né da ciò che non si può vedere'
sed 's,0001.xml,N.xml,' "$ERR" >nascosta
same_bytes nascosta assente 'con la stessa risposta'
run trova as1 serve --dal 2026-11-23 --al 2026-11-20
like err 'date-invertite' 'date a rovescio: no'

come as1 correggi-voce --cartella "$CS" --voce "$L" \
    --motivo 'era un altro' --testo 'Non asilo: scuola materna.' >/dev/null
run trova as1 affidamento
like out "^$CS  $L  20/11/2026  .corretta in seguito.$" \
    'una voce corretta si trova ancora, e si dice che è corretta'
run trova as1 materna
like out '^    .*scuola «materna»' 'e la correzione anche'

# ---- who may not ----

for u in as2 coordn; do
	is "$(dove $u serve --cartella "$CS")" '' "$u non trova nulla"
	run trova $u lontana
	is_out 'nessun documento' 'come se non ci fosse nulla'
done
run trova prot1 lontana
is_exit 3 'il protocollo non cerca nei casi'
is "$(dove coord lontana)" "$D " 'la coordinatrice dell'\''ufficio trova'
for u in as1 coord; do
	is "$(dove $u zzsegreto)" '' "$u: una voce riservata non si trova per parole"
done
is "$(sqlite3 "$S/registro.sqlite" .dump | grep -c zzsegreto)" 0 \
    'perché nella ricerca non c'\''è'

# ---- relations that begin and end ----

come as1 componi-equipe --cartella "$CS" --complesso si --motivo complesso \
    --componente.utente as2 --componente.ruolo educatore \
    --componente.dal 2026-11-23 --componente.al 2026-11-25 >/dev/null
is "$(dove as2 lontana)" "$D " 'chi entra nell'\''équipe trova'
ora 2026-11-26T09:00:00+01:00
is "$(dove as2 lontana)" '' 'finita l'\''équipe, non più'
come as2 accedi --cartella "$CS" --motivo 'chiamata nella notte' >/dev/null
is "$(dove as2 lontana)" "$D " 'un accesso straordinario apre'
ora 2026-11-30T09:00:00+01:00
is "$(dove as2 lontana)" '' 'e si chiude da sé'

# the administrative area: types of its own, not the diary
con_chiave as1 >/dev/null && con_chiave coord >/dev/null
come as1 firma --resa nessuna --cartella "$CS" --documento "$R" >/dev/null
P=$(come as1 proponi --cartella "$CS" --relazione "$R" --oggetto 'un educatore' \
    --testo 'Si propone un educatore lontana.' --conferma senza-progetto |
    cut -d' ' -f2)
is "$(dove amm1 educatore)" '' 'prima che le sia mandata, l'\''area amministrativa non trova'
come coord approva --cartella "$CS" --proposta "$P" --ufficio prot >"$OUT"
is "$(dove amm1 educatore)" "$P " 'poi trova la proposta'
is "$(dove amm1 lontana)" "$P " 'e non il diario, che ha la stessa parola'
is "$(dove as1 lontana)" "$P $D " 'che per l'\''assistente ci sono'

# a conflict of interest, a sealed case
come coord dichiara-conflitto --riferimento "$CS" --utente vice \
    --motivo 'parente della famiglia' >/dev/null
is "$(dove vice lontana)" '' 'chi è in conflitto di interessi non trova'
is "$(dove coord lontana)" "$P $D " 'gli altri sì'
come coord cessa-conflitto --riferimento "$CS" --utente vice --motivo cessato \
    >/dev/null
is "$(dove vice lontana)" "$P $D " 'cessato, trova'
come coord secreta --cartella "$CS" --motivo indirizzo-protetto --lettore coord \
    >"$OUT" 2>"$ERR" || note "$(cat "$ERR")"
is "$(dove vice lontana)" '' 'di un caso secretato trova solo chi è nominato'
is "$(dove amm1 educatore)" '' 'non l'\''area amministrativa'
is "$(dove coord lontana)" "$P $D " 'chi è nominato sì'

# the case goes to somebody else
come coord riassegna --cartella "$CS" --assistente as2 --motivo carico \
    >"$OUT" 2>"$ERR" || note "$(cat "$ERR")"
is "$(dove as1 lontana)" '' 'chi non ne risponde più non trova'
is "$(dove as2 lontana)" "$P $D " 'chi ne risponde ora sì'
is_integro 'la ricerca nei casi'

# ---- an index that is not that of its table ----

sqlite3 "$S/registro.sqlite" "UPDATE testo SET parole = parole || ' altro'
    WHERE percorso = 'scheda.xml'"
run cartella verifica
is_exit 1 'una parola cambiata nella tabella'
like out 'testo_indice' 'l'\''indice non torna'
like out '^DIFETTO: .*testo' 'né la riga'
run cartella ricostruisci
run cartella verifica
like out ': 0 difetti$' 'e si ricostruisce'
plan
