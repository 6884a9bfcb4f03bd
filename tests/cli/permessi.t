# SPDX-License-Identifier: EUPL-1.2
# Who sees a case: the équipe, conflicts of interest, access out of the
# ordinary, linked cartelle, sealed ones, and chi-vede, which explains it.
. tests/cli/lib.sh
. "$RADICE/tests/cli/uffici.sh"
. "$RADICE/tests/cli/caso.sh"
. "$RADICE/tests/cli/carte.sh"

uffici_di_prova >/dev/null || exit 1
utente amm1 sds area-amministrativa >/dev/null || exit 1
utente rem1 nord comune-remoto --comune G999 >/dev/null || exit 1
CS=$(aperta) && DUE=$(aperta) || exit 1
CS=CS-2026-0000001 DUE=CS-2026-0000002 NO=CS-2026-0000099
come as1 annota "$CS" 'Voce aperta.' >/dev/null || exit 1
come as1 annota "$CS" 'Voce segreta.' --riservata si >"$OUT" || exit 1
UNA=diario/2026/00/0001.xml SEGRETA=$(sed 's/.* //' "$OUT")

membro() {	# membro USER DAL [AL]: the whole équipe
	come as1 componi-equipe "$CS" si 'caso complesso' \
	    --componente.utente "$1" --componente.ruolo psicologo \
	    --componente.dal "$2" ${3:+--componente.al "$3"}
}

# Nothing of a cartella is there for USER: every road answers as for a number
# that does not exist.
niente() {	# niente USER CARTELLA DESC
	for strada in mostra "mostra --documento $UNA" storia confronta; do
		case $strada in
		confronta) set -- "$1" "$2" "$3" "$UNA" ;;
		*) set -- "$1" "$2" "$3" ;;
		esac
		# shellcheck disable=SC2086
		for n in "$2" "$NO"; do
			come "$1" ${strada%% *} "$n" ${4:-} \
			    ${strada#"${strada%% *}"} >esito 2>&1
			echo "$?" >>esito
			sed "s,$n,N,g" esito >"di.$n"
		done
		cmp -s "di.$2" "di.$NO" && ! grep -q '^0$' "di.$2"
		lib_result $? "$3: ${strada%% *} come se non ci fosse" ||
		    note "$(cat "di.$2")"
	done
	for atto in "annota $2 x" "redigi --cartella $2 --tipo attivita
	    --oggetto x --fatti-accertati x --dichiarazioni x
	    --valutazioni x" "chi-vede $2"; do
		# shellcheck disable=SC2086
		come "$1" $atto >esito 2>&1
		echo "$?" >>esito
		sed "s,$2,N,g" esito >di.uno
		# shellcheck disable=SC2086
		come "$1" $(echo "$atto" | sed "s,$2,$NO,g") >esito 2>&1
		echo "$?" >>esito
		sed "s,$NO,N,g" esito >di.no
		cmp -s di.uno di.no && ! grep -q '^0$' di.uno
		lib_result $? "$3: ${atto%% *} come se non ci fosse" ||
		    note "$(cat di.uno)"
	done
}

# ---- équipe ----

niente as2 "$CS" 'una collega'
run come as1 componi-equipe "$CS" si motivo --componente.utente as2 \
    --componente.esterno psicologa --componente.ruolo psicologo \
    --componente.dal 2026-11-20
is_exit 1 'utente ed esterno insieme: no'
like err 'utente-o-esterno' 'e lo dice'
run membro exas 2026-11-20
is_exit 1 'chi non è più in servizio: no'
like err 'utente-ignoto' 'e lo dice'
run membro as2 2026-11-20 2026-11-19
like err 'al-rovescio' 'una fine prima dell'\''inizio: no'
run come prot1 componi-equipe "$CS" si motivo --componente.utente as2 \
    --componente.ruolo psicologo --componente.dal 2026-11-20
is_exit 3 'non è del protocollo'
run membro as2 2026-11-21 2026-11-22
is_out "$CS equipe/equipe.xml" 'l'\''équipe da domani'
run come as2 mostra "$CS"
is_exit 1 'fino a domani no'
ora 2026-11-21T08:00:00+01:00
run come as2 mostra "$CS"
like out '^  diario ' 'da domani sì'
unlike out "$SEGRETA" 'ma non la voce riservata'
unlike out 'segnalazione M\. R\.' 'né che cosa dicono le sue registrazioni'
run come as2 mostra "$CS" --documento "$SEGRETA"
is_exit 1 'nemmeno chiesta'
run come as2 storia "$CS"
unlike out "$SEGRETA" 'né nella storia'
run come as2 annota "$CS" 'Voce di as2.'
is_exit 0 'e vi scrive'
run come as2 scrivania
like out "in équipe: 1" 'la trova sulla scrivania'
run come as2 chiudi --cartella "$CS" --motivo conclusione --nota x
is_exit 1 'ma non la chiude'
niente as2 "$DUE" 'l'\''altra cartella'
run come coord chi-vede "$CS"
like out "è nell'équipe dal 21/11/2026 al 22/11/2026 - equipe/equipe.xml" \
    'chi-vede dice perché'
ora 2026-11-23T08:00:00+01:00
niente as2 "$CS" 'finita l'\''équipe'
run come as2 scrivania
unlike out 'équipe' 'né sulla scrivania'
membro as2 2026-11-23 >/dev/null
run come as2 mostra "$CS"
is_exit 0 'ricomposta, sì'
is "$(git -C "$S/cartelle/2026/0000001" log --format=%h -- equipe | wc -l)" 2 \
    'e la prima resta nella storia'
is "$(campo "$S/cartelle/2026/0000001/equipe/equipe.xml" equipe/complesso)" \
    si 'è un caso complesso'

# ---- conflict of interest ----

utente seg1 soc segretariato >/dev/null || exit 1
run come seg1 dichiara-conflitto "$CS" 'parente'
is_exit 1 'di una cartella di cui non si legge niente'
sed "s/$CS/$NO/" "$ERR" >seg1.visto
run come seg1 dichiara-conflitto "$NO" 'parente'
same_bytes "$ERR" seg1.visto 'è come di una che non c'\''è'
run come seg1 dichiara-conflitto AC-2026-0000001 'parente' --utente coord
is_exit 1 'il segretariato non chiude il caso al coordinatore'
like err 'conflitto-altrui' 'e lo dice'
run come as1 dichiara-conflitto "$CS" 'parente'
is_exit 1 'chi ne risponde: prima si riassegna'
like err 'responsabile-in-conflitto.*' 'e lo dice'
run come as2 dichiara-conflitto "$CS" 'parente' --utente coord
is_exit 1 'di un altro lo dichiara il coordinatore'
like err 'conflitto-altrui' 'e lo dice'
run come as2 dichiara-conflitto "$CS" 'parente'
is_exit 0 'il proprio sì'
niente as2 "$CS" 'in conflitto'
run come coord chi-vede "$CS"
unlike out 'as2' 'chi-vede lo sa'
run membro as2 2026-11-23
like err 'in-conflitto' 'e non torna nell'\''équipe'
run come as2 accedi "$CS" 'urgenza'
is_exit 1 'né con un accesso straordinario'
sed "s,$CS,N,g" "$ERR" >uno
run come as2 accedi "$NO" 'urgenza'
sed "s,$NO,N,g" "$ERR" >due
same_bytes uno due 'come se non ci fosse'
run come vice cessa-conflitto "$CS" as1 'x'
like err 'nessun-conflitto' 'di chi non lo ha non cessa'
run come coord dichiara-conflitto "$CS" 'conosce la famiglia' --utente vice
is_exit 0 'il coordinatore di un collega'
niente vice "$CS" 'la coordinatrice in conflitto'
run come vice mostra AC-2026-0000001
is_exit 1 'nemmeno l'\''accesso'
run come vice mostra 0000001/2026
like out 'non è fra le cose che puoi vedere' 'della segnalazione il numero'
unlike out 'M\. R\.' 'e non il testo'
run come vice cerca --parole M
unlike out '0000001/2026' 'né la trova'
run come vice cessa-conflitto "$CS" vice 'da solo'
is_exit 1 'e non se lo toglie da sola'
run come coord cessa-conflitto "$CS" vice 'era un omonimo'
is_exit 0 'glielo toglie un'\''altra'
run come vice mostra 0000001/2026
like out 'M\. R\.' 'e rivede anche la segnalazione'
come coord cessa-conflitto "$CS" as2 'chiarito' >/dev/null
run come as2 mostra "$CS"
is_exit 0 'e as2 è ancora dell'\''équipe'

# ---- access out of the ordinary ----

run come prot1 accedi "$CS" urgenza
is_exit 3 'non è di ogni ruolo'
run come coordn accedi "$CS" urgenza --giorni 4
is_exit 1 'non più giorni di quanti vuole la politica'
sed "s,$CS,N,g" "$ERR" >uno
run come coordn accedi "$NO" urgenza --giorni 4
sed "s,$NO,N,g" "$ERR" >due
same_bytes uno due 'e non dice se la cartella c'\''è'
run come as1 accedi "$CS" urgenza
like err 'gia-vista' 'chi la vede già non ne ha bisogno'
run come coordn accedi "$CS" 'chiamata di notte' --giorni 2
is_out "$CS legami/straordinari/00/0001.xml" 'con un motivo sì'
run come coordn mostra "$CS" --documento "$UNA"
like out 'Voce aperta' 'e legge'
run come coordn mostra "$CS" --documento "$SEGRETA"
is_exit 1 'non la riservata'
run come coordn annota "$CS" x
is_exit 3 'né scrive'
run come coordn prendi-atto "$CS"
is_exit 1 'e non ne prende atto da sé'
run come coord scrivania
like out 'Accessi straordinari, da vedere: 1' 'la coordinatrice lo sa'
run come coord prendi-atto "$CS" --nota 'ne abbiamo parlato'
is_exit 0 'e ne prende atto'
run come coord scrivania
unlike out 'straordinari' 'che non aspetta più'
run come coord prendi-atto "$CS"
like err 'nessun-accesso' 'e non due volte'
ora 2026-11-24T23:00:00+01:00
run come coordn mostra "$CS"
is_exit 0 'anche l'\''ultimo giorno'
ora 2026-11-25T00:00:01+01:00
niente coordn "$CS" 'passati i giorni'

# ---- linked cartelle ----

run come as1 collega "$CS" "$CS" fratelli
like err 'se-stessa' 'con se stessa no'
run come as1 collega "$CS" "$DUE" fratelli
is_exit 0 'due fratelli'
run come as1 collega "$DUE" "$CS" parenti
like err 'gia-collegate' 'e non due volte'
run come as1 mostra "$DUE"
like out "$CS \(fratelli\), dal 25/11/2026" 'si vede anche dall'\''altra'
run come as2 mostra "$CS"
unlike out "$DUE|collegamenti" 'chi non vede l'\''altra non lo sa'
run come as2 mostra "$CS" --documento legami/collegamenti/00/0001.xml
is_exit 1 'nemmeno dal documento'
run come as2 storia "$CS"
unlike out 'collega' 'né dalla storia'
run come as2 collega "$CS" "$DUE" fratelli
is_exit 1 'chi è in équipe non collega'
run come as1 scollega "$DUE" "$CS" 'era un errore'
is_exit 0 'si scollega da una parte o dall'\''altra'
run come as1 mostra "$CS"
like out "$DUE \(fratelli\), dal 25/11/2026 al 25/11/2026" 'con le sue date'
run come as1 scollega "$CS" "$DUE" 'ancora'
like err 'non-collegate' 'e una volta sola'

# ---- sealed ----

run come as1 secreta "$CS" adozione
like err 'manca-provvedimento' 'per un'\''adozione serve il provvedimento'
run come coord secreta "$CS" indirizzo-protetto
like err 'fuori-dai-lettori' 'chi resterebbe fuori è avvisato'
run come coord secreta "$CS" adozione --provvedimento 'TM 12/2026' \
    --lettore coord --lettore prot1
is_exit 0 'secretata'
run come as1 mostra "$CS"
is_exit 0 'il responsabile la vede'
run come coord mostra "$CS"
is_exit 0 'chi è fra i lettori, se il suo ruolo la vedeva, pure'
run come prot1 mostra "$CS"
is_exit 1 'e se non la vedeva no'
niente as2 "$CS" 'l'\''équipe di una secretata'
niente vice "$CS" 'l'\''ufficio di una secretata'
run come vice mostra AC-2026-0000001
is_exit 1 'nemmeno l'\''accesso da cui è nata'
for u in vice tutto; do
	run come $u mostra 0000001/2026
	unlike out 'M\. R\.' "la segnalazione non la legge più $u"
done
run come resp mostra 0000001/2026
unlike out 'M\. R\.' 'né chi può leggere ogni riservata'
run come vice accedi "$CS" urgenza
sed "s,$CS,N,g" "$ERR" >uno
run come vice accedi "$NO" urgenza
sed "s,$NO,N,g" "$ERR" >due
same_bytes uno due 'un accesso straordinario non dice che c'\''è'
run come coord secreta "$CS" adozione --provvedimento 'TM 12/2026' --lettore as1
like err 'fuori-dai-lettori' 'di nuovo: chi non sarebbe più fra i lettori è avvisato'
run come as1 secreta "$CS" adozione --provvedimento 'TM 12/2026'
is_exit 0 'di nuovo, con altri lettori'
niente coord "$CS" 'chi non è più fra i lettori'
come as1 secreta "$CS" adozione --provvedimento 'TM 12/2026' --lettore coord \
    >"$OUT"
run come coord mostra "$CS"
is_exit 0 'e con chi vi torna'
is "$(find "$S/cartelle/2026/0000001/legami/secretazioni" -type f | wc -l)" 1 \
    'ed è lo stesso documento'
run come as1 dissecreta "$CS" 'fine'
like err 'manca-provvedimento' 'si riapre solo con un provvedimento'
run come as1 dissecreta "$DUE" 'fine'
like err 'non-secretata' 'e se lo era'
run come as1 chi-vede "$CS"
is "$(grep -c '^[a-z]' "$OUT")" 2 'la vedono in due'
run come as1 chi-vede "$CS" --al 2026-11-24
like out '^coordn ' 'il giorno prima anche coordn'
like out '^vice ' 'e vice'
run come as1 chi-vede "$CS" --al 2026-11-20
unlike out '^(coordn|as2) ' 'il primo giorno né coordn né as2'
like out "com'era alla fine del 20/11/2026" 'lo dice di allora'
run come as1 chi-vede AC-2026-0000001
like out '^coord ' 'l'\''accesso da cui è nata, come lei'
unlike out '^(coordn|as2|vice) ' 'e nessun altro'
run come as1 chi-vede AC-2026-0000001 --al 2026-11-24
like out '^vice ' 'e il giorno prima'
run come as1 chi-vede "$CS" --al 2026-12-01
is_exit 1 'di domani non si sa'
run come as1 dissecreta "$CS" 'fine' --provvedimento 'TM 13/2026'
is_exit 0 'riaperta'
run come vice mostra "$CS"
is_exit 0 'come prima'

# ---- administrative area ----

con_chiave as1 >/dev/null && con_chiave coord >/dev/null || exit 1
come as1 redigi --cartella "$CS" --tipo con-esito --oggetto 'relazione M. R.' \
    --fatti-accertati 'Due colloqui.' --dichiarazioni 'È sola.' \
    --valutazioni 'Serve un sostegno.' --proposta 'Un educatore.' >/dev/null
come as1 firma --resa nessuna --cartella "$CS" --documento relazioni/0001.xml >/dev/null
come as1 proponi --cartella "$CS" --relazione relazioni/0001.xml \
    --oggetto 'un educatore' --testo 'Si propone.' \
    --conferma senza-progetto >/dev/null
niente amm1 "$CS" 'l'\''area amministrativa, prima dell'\''istruttoria'
come coord approva --cartella "$CS" --proposta proposte/0001.xml \
    --ufficio sds >/dev/null || exit 1
run come amm1 mostra "$CS"
like out 'proposte/0001\.xml' 'approvata la proposta, la vede'
unlike out 'diario|relazioni|scheda|equipe|legami' 'e nient'\''altro'
for d in "$UNA" "$SEGRETA" relazioni/0001.xml scheda.xml equipe/equipe.xml \
    firme/0001/manifesto.xml legami/conflitti/00/0001.xml; do
	run come amm1 mostra "$CS" --documento "$d"
	is_exit 1 "$d no"
	unlike err 'Voce|colloqui' 'nemmeno in parte'
done
run come amm1 storia "$CS"
unlike out 'annota|diario|relazion|redigi|equipe' 'né nella storia'
run come amm1 confronta "$CS" "$UNA"
is_exit 3 'e confrontare non è suo'
for a in "annota $CS x" "chi-vede $CS" "accedi $CS x"; do
	# shellcheck disable=SC2086
	run come amm1 $a
	is_exit 3 "né ${a%% *}"
done
run come sds1 mostra "$CS"
is_exit 1 'chi controlla, dello stesso ufficio, niente'
run come rem1 mostra "$CS"
is_exit 1 'invariante 18: chi guarda da un altro comune niente di questa'

run come as1 chi-vede "$CS" --al 2026-11-25
like out '^amm1 ' 'chi-vede di quel giorno lo sa, e passa oltre le firme'
run come as1 chi-vede "$(assegnata)" --al 2026-11-25
like out '^as1 ' 'anche di un accesso senza cartella'

# ---- users of another comune ----

come as1 registra-comune "$DUE" in-carico Altrove G999 2026-11-25 anpr \
    >/dev/null || exit 1
run come rem1 mostra "$DUE"
is_exit 0 'invariante 18: quella del suo minore la vede'
like out 'cartella\.xml' 'la copertina'
unlike out 'scheda|diario|persone' 'e non la scheda o il diario'
run come rem1 mostra "$DUE" --documento scheda.xml
is_exit 1 'nemmeno chiesti'
run come rem1 mostra "$CS"
is_exit 1 'invariante 18: le altre no'
run come rem1 storia "$DUE"
is_exit 3 'e vi legge soltanto'
run come rem1 mostra 0000002/2026
is_exit 1 'né il registro'
run come resp nomina --codice rem2 --cognome A --nome B --ruolo comune-remoto
like err 'comune.*\[comune\]' 'un comune-remoto è di un comune'
run come resp nomina --codice rem2 --cognome A --nome B --comune G999 \
    --ruolo comune-remoto --ruolo coordinatore
like err 'ruoli-incompatibili' 'e niente altro'
run come resp nomina --codice rem2 --cognome A --nome B --comune G999 \
    --ruolo coordinatore
is_exit 1 'e solo lui'

# ---- the same istanza, and the whole ----

ID=000000000000000000000000000000aa
come as1 collega --id $ID "$CS" "$DUE" parenti >uno
come as1 collega --id $ID "$CS" "$DUE" parenti >due
same_bytes uno due 'la stessa istanza, la stessa risposta'
is_integro 'dopo i permessi'
plan
