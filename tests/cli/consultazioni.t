# SPDX-License-Identifier: EUPL-1.2
# concedi-consultazione, revoca-consultazione, consultazioni: another body looks
# at some documents of a cartella for some days; it sees those and nothing else,
# by any road.
. tests/cli/lib.sh
. "$RADICE/tests/cli/uffici.sh"
. "$RADICE/tests/cli/caso.sh"

{ uffici_di_prova && utente arch prot archivista; } >/dev/null || exit 1
esterno() {	# esterno CODICE ENTE
	come resp nomina --codice "$1" --cognome Neri --nome Ada \
	    --ruolo ente-esterno --ente "$2" >/dev/null
}
{ esterno est1 'Ambulatorio di Prova' && esterno est2 'Ambulatorio di Prova' &&
    esterno est3 'Scuola di Prova'; } || exit 1
CS=$(aperta) && DUE=$(aperta) || exit 1
NO=CS-2026-0000099 K=legami/consultazioni/00
come as1 annota "$CS" 'Visita zzvisita.' >/dev/null &&
    come as1 annota "$CS" 'Nota zzsegreta.' --riservata si >"$OUT" || exit 1
UNA=diario/2026/00/0001.xml SEGRETA=$(sed 's/.* //' "$OUT")
redatta "$CS" >/dev/null || exit 1
come as1 raccogli-liberatoria --cartella "$CS" --ambito rete \
    --data 2026-11-19 --firmatario 'Bianchi Rosa' --qualita genitore \
    --scadenza 2026-12-10 >"$OUT" || exit 1
LIB=$(sed 's/.* //' "$OUT")
come as1 raccogli-liberatoria --cartella "$CS" --ambito registrazione \
    --data 2026-11-19 --firmatario 'Bianchi Rosa' --qualita genitore \
    >"$OUT" || exit 1
ALTRA_LIB=$(sed 's/.* //' "$OUT")

concede() {	# concede [OPT...]: to est1, for a norm
	come coord concedi-consultazione "$CS" 2026-12-01 'Valutazione.' "$@"
}
NORMA="--norma art.22-L.328/2000"

# What another body must never read, wherever it is said.
ZITTO='zzsegreta|zzvisita|colloqui|segnalazione M\. R\.|0000001/2026'
mute() {	# mute USER DESC CMD...: says nothing of what was not given
	mute_u=$1 mute_d=$2
	shift 2
	come "$mute_u" "$@" >detto 2>&1
	not_ok "$mute_u, $*: $mute_d" grep -Eq "$ZITTO" detto
}

# ---- who may be appointed ----

run come resp nomina est9 Neri Ada --ruolo ente-esterno
like err '\[ente\]' 'un ente-esterno è di un ente'
run come resp nomina est9 Neri Ada --ruolo ente-esterno --ente X \
    --ruolo coordinatore
like err 'ruoli-incompatibili' 'e non ha altri ruoli'
run come resp nomina est9 Neri Ada --ruolo coordinatore --ente X
like err '\[ente\]' 'chi è della casa non è di un ente'

# ---- who grants, what, to whom, on what ground ----

run come prot1 concedi-consultazione "$CS" 2026-12-01 x --utente est1 \
    --tipo scheda $NORMA
is_exit 3 'non è del protocollo'
run come as2 concedi-consultazione "$CS" 2026-12-01 x --utente est1 \
    --tipo scheda $NORMA
is_exit 1 'né di chi non ne risponde'
no() {		# no CODICE DESC [OPT...]
	no_c=$1 no_d=$2
	shift 2
	run concede "$@"
	is_exit 1 "$no_d: no"
	like err "\\[$no_c\\]" 'e lo dice'
}
no fondamento 'senza fondamento' --utente est1 --tipo scheda
no fondamento 'con due' --utente est1 --tipo scheda $NORMA --liberatoria "$LIB"
no niente 'di niente' --utente est1 $NORMA
no nessuno 'a nessuno' --tipo scheda $NORMA
no manca-ente 'in copia a nessuno' --copia si --tipo scheda $NORMA
no non-esterno 'a uno della casa' --utente as2 --tipo scheda $NORMA
no non-esterno 'a chi non c'\''è' --utente boh --tipo scheda $NORMA
no altro-ente 'a due enti' --utente est1 --utente est3 --tipo scheda $NORMA
no altro-ente 'con l'\''ente di un altro' --utente est1 --ente Scuola \
    --tipo scheda $NORMA
no tipo-ignoto 'di un tipo che non c'\''è' --utente est1 --tipo schede $NORMA
no non-si-da 'di chi vede il caso' --utente est1 --tipo secretazione $NORMA
come coord dichiara-conflitto "$DUE" parente --utente as2 >"$OUT"
run come coord concedi-consultazione "$DUE" 2026-12-01 x --utente est1 \
    --documento legami/conflitti/00/0001.xml $NORMA
like err 'resta nel servizio.*\[non-si-da\]' 'né di un documento che lo dice: no'
no documento-ignoto 'di un documento che non c'\''è' --utente est1 \
    --documento relazioni/0009.xml $NORMA
no riservata 'di una nota riservata' --utente est1 --documento "$SEGRETA" \
    $NORMA
no diario-ad-altri 'del diario, senza dirlo' --utente est1 \
    --tipo voce-diario $NORMA
no liberatoria-ignota 'per una liberatoria che non c'\''è' --utente est1 \
    --tipo scheda --liberatoria liberatorie/0009.xml
no liberatoria-ignota 'per ciò che non è una liberatoria' --utente est1 \
    --tipo scheda --liberatoria scheda.xml
no non-in-rete 'per una liberatoria d'\''altro' --utente est1 --tipo scheda \
    --liberatoria "$ALTRA_LIB"
no data-passata 'da ieri' --utente est1 --tipo scheda $NORMA --dal 2026-11-19
no al-rovescio 'al rovescio' --utente est1 --tipo scheda $NORMA \
    --dal 2026-12-02
run come coord concedi-consultazione "$CS" 2027-02-18 x --utente est1 \
    --tipo scheda $NORMA
like err '\[troppi-giorni\].*90|90 giorni' 'più di novanta giorni: no'
run come coord concedi-consultazione "$CS" 2026-12-11 x --utente est1 \
    --tipo scheda --liberatoria "$LIB"
like err '\[oltre-la-liberatoria\]' 'oltre la liberatoria: no'
run come coord concedi-consultazione "$NO" 2026-12-01 x --utente est1 \
    --tipo scheda $NORMA
is_exit 1 'di una che non c'\''è: no'
sed '/<ruolo nome="coordinatore">/,/<\/ruolo>/s,"ufficio" tipo="\*","ufficio" tipo="cartella",' \
    "$RADICE/templates/ente/permessi.xml" >meno.xml
come resp adotta-permessi meno.xml >"$OUT" 2>&1
no non-letto 'ciò che non legge nemmeno chi lo dà' --utente est1 --tipo scheda \
    $NORMA
come resp adotta-permessi "$RADICE/templates/ente/permessi.xml" >"$OUT" 2>&1

# ---- before: nothing ----

same_absent "$CS" "$NO" come est1 mostra
same_absent "$CS" "$NO" come est1 consultazioni --cartella
run come est1 consultazioni
is_out niente 'niente da consultare'
run come est1 cartelle
like out 'niente|nessuna' 'né da elencare'

# ---- what it opens ----

run concede --utente est1 --tipo scheda --documento cartella.xml \
    --liberatoria "$LIB" --dal 2026-11-21
is_out "$CS $K/0001.xml" 'concessa, da domani'
same_absent "$CS" "$NO" come est1 mostra
ora 2026-11-21T09:00:00+01:00
run come est1 mostra "$CS"
is_exit 0 'da domani la vede'
is "$(grep -c '\.xml ' "$OUT")" 2 'due documenti'
like out 'scheda\.xml' 'la scheda'
mute est1 'di altro niente' mostra "$CS" --titoli si
come coord blocca-scarto "$CS" 'Causa n. 5.' --motivo contenzioso >"$OUT"
run come coord mostra "$CS"
like out 'IN BLOCCO' 'chi è dell'\''ente legge sulla copertina che è in blocco'
run come est1 mostra "$CS"
unlike out 'BLOCCO|conservazione|blocchi/' 'chi consulta no'
come coord sblocca-scarto "$CS" --blocco 1 --motivo 'Finita.' >"$OUT"
run come est1 mostra "$CS" --documento scheda.xml
like out Bianchi 'la legge'
for no in "$UNA" "$SEGRETA" relazioni/0001.xml "$K/0001.xml" "$LIB"; do
	run come est1 mostra "$CS" --documento "$no"
	is_exit 1 "$no no"
	sed "s,$no,N,g" "$ERR" >uno
	run come est1 mostra "$CS" --documento relazioni/0099.xml
	sed 's,relazioni/0099.xml,N,g' "$ERR" >due
	same_bytes uno due 'come se non ci fosse'
done
mute est1 'né com'\''era' mostra "$CS" --al 2026-11-20
same_absent "$DUE" "$NO" come est1 mostra
run come est1 mostra AC-2026-0000001
is_exit 1 'l'\''accesso da cui è nata no'
run come est1 mostra 0000001/2026
is_exit 1 'la sua registrazione no'
for no in "trova zzvisita" "cerca --parole segnalazione" "storia $CS" \
    "chi-vede $CS" "annota $CS x" "confronta $CS scheda.xml" "diario $CS" \
    "pacchetto $CS --in fuori" "esponi $CS --in fuori" archivio scrivania \
    "revoca-consultazione $CS $K/0001.xml x"; do
	# shellcheck disable=SC2086
	run come est1 $no
	is_exit 3 "${no%% *} non è per lui"
done
same_absent "$CS" "$NO" come est2 mostra
same_absent "$CS" "$NO" come est3 mostra
run come est1 cartelle
like out "^$CS" 'la trova nell'\''elenco'
unlike out "$DUE" 'e non l'\''altra'
run come est1 consultazioni
like out "^$CS  Ambulatorio di Prova  dal 21/11/2026 al 01/12/2026  in vigore" \
    'e fra ciò che consulta'
run come coord chi-vede "$CS"
like out 'est1 \(Neri Ada\)' 'chi-vede lo dice'
like out "la consulta da un altro ente dal 21/11/2026 al 01/12/2026 - $K/0001" \
    'perché'
like out '^  legge: scheda, cartella.xml' 'e che cosa'
run come coord chi-ha-letto "$CS"
like out 'est1.*scheda' 'ogni sua lettura è scritta'
like out 'est1.*(negat|assent|rifiut|no)' 'anche negata'

# two bodies, and neither is told of the other
run concede --utente est3 --tipo relazione $NORMA
is_out "$CS $K/0002.xml" 'un altro ente'
run come est3 mostra "$CS"
is "$(grep -c '\.xml ' "$OUT")" 1 'legge la relazione'
run come est3 consultazioni --cartella "$CS"
unlike out 'Ambulatorio' 'non sa degli altri'
run come est3 cartelle
unlike out "$CS" 'senza la copertina non è in elenco'
run come est3 consultazioni
like out "$CS  Scuola di Prova" 'ma fra ciò che consulta'
run come coord consultazioni --cartella "$CS"
like out 'Ambulatorio' 'chi concede le vede'
like out 'Scuola' 'tutte'
run come as2 consultazioni
is_out niente 'e una collega nessuna'
redatta "$CS" >/dev/null
run come est3 mostra "$CS"
is "$(grep -c '\.xml ' "$OUT")" 2 'di un tipo, anche ciò che viene dopo'

# a conflict, a seal
come coord dichiara-conflitto "$CS" parente --utente est1 >/dev/null 2>&1
same_absent "$CS" "$NO" come est1 mostra
run concede --utente est1 --tipo scheda $NORMA
like err '\[in-conflitto\]' 'a chi è in conflitto non si concede'
come coord cessa-conflitto "$CS" est1 'un omonimo' >/dev/null
come as1 secreta "$CS" altro --lettore coord >/dev/null
same_absent "$CS" "$NO" come est1 mostra
run concede --utente est1 --tipo scheda $NORMA
like err '\[secretata\]' 'una secretata non si consulta'
come as1 dissecreta "$CS" 'un errore' >/dev/null
run come est1 mostra "$CS"
is_exit 0 'tolto il segreto, di nuovo'

# ---- a copy ----

run come coord pacchetto "$CS" --consultazione "$K/0001.xml" --in no
is_exit 1 'di ciò che si guarda e basta, nessuna copia'
run come coord pacchetto "$CS" --consultazione "$K/0099.xml" --in no
is_exit 1 'né di ciò che non è concesso'
run concede --copia si --ente 'Procura di Prova' --tipo relazione \
    --tipo voce-diario $NORMA --conferma diario-ad-altri
is_out "$CS $K/0003.xml" 'una copia, a un ente senza utenti'
run come coord pacchetto "$CS" --consultazione "$K/0003.xml" --in copia
is_exit 0 'si fa'
is "$(cd copia/data/documenti && find . -name '*.xml' | sort | tr '\n' ' ')" \
    "./$UNA ./relazioni/0001.xml ./relazioni/0002.xml " 'di quei documenti soli'
not_ok 'niente di riservato' grep -rq 'zzsegreta' copia
not_ok 'né le registrazioni' grep -rq '0000001/2026' copia
git clone -q copia/data/cartella.bundle clone 2>/dev/null
is "$(git -C clone rev-list --count HEAD)" 1 'con una storia nuova'
is "$(grep -c '<anello' copia/data/catena/catena.xml)" \
    "$(grep -c 'testo="si"' copia/data/catena/catena.xml)" \
    'e i soli anelli che la dicono'
run "$CARTELLA" controlla-pacchetto copia
is_exit 0 'che si verifica'
run come coord chi-ha-letto "$CS"
like out "consultazione=$K/0003.xml|pacchetto" 'ed è scritto'

# ---- what was shown can still be erased; to whom it was shown stays ----

run concede --utente est2 --documento "$UNA" --documento scheda.xml $NORMA
is_exit 0 'una voce del diario, una per una'
run come est2 mostra "$CS" --documento "$UNA"
like out zzvisita 'che legge'
run come resp espungi "$CS" "$UNA" 'decreto 1/2026' 'di un altro caso'
is_exit 0 'è di un altro caso: espunta'
mute est2 'non dice più niente' mostra "$CS" --documento "$UNA"
run come est2 mostra "$CS"
like out 'scheda\.xml' 'la scheda la legge ancora'
run come est3 mostra "$CS"
unlike out "$UNA" 'di una lapide non è detto a chi non la consultava'
run come coord consultazioni --cartella "$CS"
like out "$UNA" 'che era stata mostrata resta scritto'
come coord revoca-consultazione "$CS" "$K/0004.xml" fatto >/dev/null

# ---- who goes to another body takes nothing with him ----

run concede --utente est2 --tipo scheda $NORMA
run come est2 mostra "$CS"
is_exit 0 'consulta'
esterno est2 'Scuola di Prova'
same_absent "$CS" "$NO" come est2 mostra
run come est2 consultazioni
is_out niente 'andata altrove, più niente'
esterno est2 'Ambulatorio di Prova'
come coord revoca-consultazione "$CS" "$K/0005.xml" fatto >/dev/null

# ---- its end ----

run come coord scrivania
unlike out 'consultazioni' 'manca più di una settimana'
ora 2026-11-25T09:00:00+01:00
run come coord scrivania
like out 'altri enti.*: 3' 'l'\''ultima settimana è sulla scrivania'
run come est3 mostra "$CS"
is_exit 0 'intanto si consulta'
run come coord revoca-consultazione "$CS" "$K/0002.xml" 'non serve più'
is_exit 0 'revocata'
same_absent "$CS" "$NO" come est3 mostra
run come est3 consultazioni
is_out niente 'niente'
run come coord revoca-consultazione "$CS" "$K/0002.xml" x
like err '\[gia-finita\]' 'due volte no'
run come coord revoca-consultazione "$CS" "$K/0009.xml" x
like err '\[consultazione-ignota\]' 'né una che non c'\''è'
run come coord revoca-consultazione "$CS" "$LIB" x
like err '\[consultazione-ignota\]' 'né ciò che non lo è'
run come est1 mostra "$CS"
is_exit 0 'l'\''altra vale'
run come as1 revoca-liberatoria "$CS" "$LIB" 2026-11-25 'Bianchi Rosa' genitore
is_exit 0 'revocata la liberatoria'
same_absent "$CS" "$NO" come est1 mostra
run come coord consultazioni --cartella "$CS"
like out "0001.xml|revocata il 25/11/2026 \\(liberatorie/" \
    'finisce con lei, e si dice perché'
no revocata 'su una revocata' --utente est1 --tipo scheda --liberatoria "$LIB"
run come coord chi-vede "$CS" --al 2026-11-24
like out 'est1' 'il giorno prima la vedeva'
run come coord chi-vede "$CS"
unlike out 'est1' 'ora no'
run concede --utente est2 --documento scheda.xml $NORMA
is_exit 0 'per un'\''altra strada, a un'\''altra'
ora 2026-12-01T09:00:00+01:00
run come est2 mostra "$CS"
is_exit 0 'fino all'\''ultimo giorno'
ora 2026-12-02T09:00:00+01:00
same_absent "$CS" "$NO" come est2 mostra
run come coord revoca-consultazione "$CS" "$K/0006.xml" x
like err '\[gia-finita\]' 'finita da sé non si revoca'
run come coord pacchetto "$CS" --consultazione "$K/0003.xml" --in tardi
is_exit 1 'né se ne ha più copia'

# ---- the policy cannot open more ----

politica() {	# politica LINE: for ente-esterno, in its place
	sed "s,${1%% *} ambito=\"consultazione\"[^>]*>,&$1,; s/ id=\"[0-9a-f]*\"//
	    s/ versione=\"1\"//" "$RADICE/templates/ente/permessi.xml" >p.xml
	come resp adotta-permessi --provvedimento x p.xml
}
run politica '<atto ambito="tutti" nome="mostra"/>'
like err '\[ente-esterno\]' 'un altro ambito: no'
run politica '<atto ambito="consultazione" nome="annota"/>'
like err '\[sola-lettura\]' 'scrivere: no'
run politica '<documento ambito="ufficio" tipo="scheda"/>'
like err '\[ente-esterno\]' 'né altri documenti'
is_integro 'tutto torna, anche rifatto'
plan
