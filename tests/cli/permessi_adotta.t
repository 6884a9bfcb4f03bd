# SPDX-License-Identifier: EUPL-1.2
# The policy adopted from a file: what it may not say, what it changes for
# whom, and that the past is explained by the policy of then.
. tests/cli/lib.sh
. "$RADICE/tests/cli/uffici.sh"
. "$RADICE/tests/cli/caso.sh"
. "$RADICE/tests/cli/carte.sh"

uffici_di_prova >/dev/null || exit 1
utente amm1 sds area-amministrativa >/dev/null || exit 1
CS=$(aperta) || exit 1
CS=CS-2026-0000001
come as1 annota "$CS" 'Voce aperta.' >/dev/null || exit 1

politica() {	# politica SED-EXPRESSION: today's, changed, without id
	sed -e '/^<permessi/s/ id="[0-9a-f]*"//' -e "$1" \
	    "$S/ente/permessi.xml" >p.xml
}
adotta() {	# adotta SED-EXPRESSION [OPTION...]
	politica "$1"
	shift
	come resp adotta-permessi "$@" p.xml
}
dopo() {	# dopo ROLE LINE: puts a line at the beginning of a role
	echo "/<ruolo nome=\"$1\">/a\\    $2"
}
in_fondo() {	# in_fondo ROLE LINE: at its end
	echo "/<ruolo nome=\"$1\">/,/<\\/ruolo>/s,</ruolo>,$2</ruolo>,"
}

# ---- what is refused ----

run come resp adotta-permessi
is_exit 1 'senza un file no'
like err 'manca-file' 'e lo dice'
truncate -s 100M grande.xml
run come resp adotta-permessi grande.xml
is_exit 1 'un file enorme no'
like err 'file-grande' 'e lo dice'
politica ''
run come coord adotta-permessi p.xml
is_exit 3 'la adotta il solo responsabile'
run come resp adotta-permessi "$RADICE/tests/fixtures/ostili/doctype.xml"
is_exit 1 'un file ostile no'
run adotta 's/nome="annota"/nome="anota"/'
is_exit 1 'un atto che non c'\''è'
like err 'ruolo assistente-sociale: .*«anota».*«annota».*atto-ignoto' \
    'dice dove, e quale poteva essere'
like err '/permessi/ruolo\[[0-9]+\]/atto\[[0-9]+\]' 'con il luogo'
run adotta 's/tipo="valutazione"/tipo="valutazzione"/'
like err '«valutazzione».*«valutazione».*tipo-ignoto' 'un tipo che non c'\''è'
run adotta 's/ambito="equipe" nome="diario"/ambito="equippe" nome="diario"/'
is_exit 1 'un ambito che non c'\''è'
like err 'equippe' 'e lo dice'
run adotta 's/<ruolo nome="controllo">/<ruolo nome="controlo">/'
is_exit 1 'un ruolo che non c'\''è'
like err 'controlo' 'e lo dice'
run adotta 's/<ruolo nome="dirigente">/<ruolo nome="controllo">/'
like err 'ruolo-doppio' 'un ruolo due volte'
for atto in adotta-permessi nomina conferma-ora; do
	run adotta "/nome=\"$atto\"/d"
	is_exit 1 "senza $atto nessuno la cambia più"
	like err 'minimo' 'e lo dice'
done
run adotta '/<ruolo nome="responsabile-protocollo">/,/<\/ruolo>/d'
like err 'minimo' 'né senza il responsabile'
run adotta "$(dopo coordinatore '<atto ambito="tutti" nome="nomina"/>')"
like err 'solo-del-responsabile' 'nominare è del solo responsabile'
run adotta "$(dopo dirigente '<atto ambito="tutti" nome="adotta-permessi"/>')"
like err 'solo-del-responsabile' 'e adottare'
run adotta "$(dopo comune-remoto '<atto ambito="tutti" nome="cerca"/>')"
like err 'comune-remoto.*ruolo\[[0-9]+\]/atto\[1\]|\[comune-remoto\]' \
    'un altro comune solo i suoi casi'
run adotta "$(in_fondo responsabile-protocollo \
    '<documento ambito="tutti" tipo="*"/>')"
is_exit 1 'a se stesso niente'
like err 'a-se-stesso' 'e lo dice'
run adotta "$(dopo responsabile-protocollo \
    '<atto ambito="tutti" nome="mostra"/>')"
like err 'mostra.*a-se-stesso' 'nemmeno un ambito più largo'

# ---- with the types of the office ----

ABITAZIONE='<documento ambito="equipe" tipo="abitazione"/>'
run adotta "$(in_fondo dirigente "$ABITAZIONE")"
like err '«abitazione».*tipo-ignoto' 'un tipo che l'\''ente non ha adottato'
come resp adotta-tipo --nome abitazione --denominazione 'Visita domiciliare' \
    "$RADICE/docs/esempi/abitazione/abitazione.xsd" >/dev/null
politica "$(in_fondo dirigente "$ABITAZIONE")"
run come resp prova-permessi p.xml
is_exit 0 'adottato, si può dare'
unlike out 'tipo-ignoto' 'ed è fra i tipi che ci sono'

# ---- the diary ----

DIARIO='<documento ambito="istruttoria" tipo="voce-diario"/>'
run adotta "$(in_fondo area-amministrativa "$DIARIO")"
like err 'diario-amministrativa' 'il diario all'\''area amministrativa'
run adotta "$(in_fondo area-amministrativa "$DIARIO")" \
    --conferma diario-amministrativa
like err 'manca-motivo' 'vuole un motivo'
run adotta "$(in_fondo area-amministrativa \
    '<documento ambito="istruttoria" tipo="*"/>')"
like err 'diario-amministrativa' 'anche con ogni documento'
is "$(git -C "$S/ente" log --format=%s -- permessi.xml | wc -l)" 1 \
    'finora niente è cambiato'

# ---- tried ----

politica '/<ruolo nome="coordinatore">/,/<\/ruolo>/{/nome="mostra"/d;/nome="chi-vede"/d}'
sed -i "$(in_fondo controllo '<documento ambito="controllo" tipo="progetto"/>')" p.xml
run come resp prova-permessi p.xml
is_exit 0 'la prova'
like out '^coord .*: coordinatore$' 'dice a chi cambia'
like out '^  - mostra \(ufficio\)' 'che cosa perde'
like out '^  \+ legge progetto \(controllo\)' 'e che cosa guadagna'
unlike out '^as1 ' 'e non chi resta com'\''era'
is "$(git -C "$S/ente" log --format=%s -- permessi.xml | wc -l)" 1 \
    'senza adottarla'
run come resp prova-permessi "$S/ente/permessi.xml"
like out 'per nessun utente cambia' 'quella di oggi non cambia nulla'
run come coord prova-permessi p.xml
is_exit 3 'la prova chi la può adottare'

# ---- adopted ----

run come coord mostra "$CS"
is_exit 0 'prima la coordinatrice vede'
ora 2026-11-21T09:00:00+01:00
run come resp adotta-permessi --id 000000000000000000000000000000aa \
    --provvedimento 'delibera 3/2026' p.xml
is_exit 0 'adottata'
cp "$OUT" uno
run come resp adotta-permessi --id 000000000000000000000000000000aa \
    --provvedimento 'delibera 3/2026' p.xml
same_bytes uno "$OUT" 'la stessa istanza, la stessa risposta'
is "$(git -C "$S/ente" log --format=%s -- permessi.xml | wc -l)" 2 \
    'è una nuova versione dello stesso documento'
run come coord mostra "$CS"
is_exit 3 'vale da subito'
run come as1 mostra "$CS"
is_exit 0 'e per gli altri niente cambia'
run come as1 chi-vede "$CS"
unlike out '^coord ' 'chi-vede di oggi'
run come as1 chi-vede "$CS" --al 2026-11-20
like out '^coord ' 'di ieri: con la politica di ieri'
run come as1 chi-vede "$CS" --al 2026-11-21
unlike out '^coord ' 'alla fine di oggi: con quella di oggi'
run adotta "$(in_fondo area-amministrativa "$DIARIO")" \
    --conferma diario-amministrativa --motivo 'un solo operatore fa tutto'
is_exit 0 'il diario, con un motivo'
is "$(campo "$S/ente/permessi.xml" permessi/motivo)" \
    'un solo operatore fa tutto' 'che resta scritto'
ora 2026-11-22T09:00:00+01:00

# ---- read ----

run come resp permessi
is_exit 0 'tutta la tabella'
like out '^COORDINATORE$' 'ruolo per ruolo'
like out '^    annota +propri, equipe +.' 'atto, ambiti, che cosa è'
like out '^    ogni documento +propri, equipe, straordinario' 'e documenti'
run come as1 permessi --ruolo controllo
like out '^CONTROLLO$' 'un ruolo'
unlike out '^COORDINATORE$' 'e quello solo'
run come as1 permessi --utente as1
like out 'Che cosa può fare as1' 'di sé lo chiede ognuno'
like out '^ASSISTENTE-SOCIALE$' 'e per quale ruolo'
unlike out '^COORDINATORE$' 'e nient'\''altro'
run come as1 permessi --utente coord
is_exit 1 'di un altro no'
sed 's/coord/N/' "$ERR" >uno
run come as1 permessi --utente nessuno
sed 's/nessuno/N/' "$ERR" >due
same_bytes uno due 'come se non ci fosse'
run come coord permessi --utente as1
is_exit 0 'chi coordina sì'
run come amm1 permessi --utente amm1
like out '^    voce-diario +istruttoria' 'la politica è quella adottata'

# ---- what is of nobody ----

run come resp permessi
unlike out 'NESSUN RUOLO' 'la politica data all'\''inizio dà ogni atto a qualcuno'
di_nessuno() {
	sed -n '/^NESSUN RUOLO/,/^$/p' "$OUT" | sed -n 's/^    \([a-z-]*\) .*/\1/p'
}
CHI="--motivo prova --conferma diario-amministrativa"
# shellcheck disable=SC2086
run adotta '/nome="versa"\|nome="massimario"/d' $CHI
is_exit 0 'una tabella come quelle fatte prima che ci fossero'
run come resp permessi
is "$(di_nessuno | sort | tr '\n' ' ')" 'massimario versa ' 'di nessuno'
run come resp permessi --ruolo archivista
unlike out 'NESSUN RUOLO' 'si dice dove si guarda ogni ruolo'
# shellcheck disable=SC2086
run adotta "$(dopo archivista '<atto ambito="tutti" nome="massimario"/>')" $CHI
run come resp permessi
is "$(di_nessuno)" 'versa' 'uno si è dato'

# ---- told to others ----

run come coord scrivania
like out 'resp ha adottato i permessi' 'la coordinatrice lo sa'
run come as1 scrivania
unlike out 'permessi' 'chi non guarda i permessi altrui no'
run come resp scrivania
unlike out 'ha adottato' 'e non è detto a chi lo ha fatto'
run come resp nomina --codice resp --cognome Rossi --nome Anna --login "$(
    campo "$S/ente/utenti/resp.xml" utente/login)" \
    --ruolo responsabile-protocollo --ruolo coordinatore --ufficio soc
is_exit 0 'il responsabile si nomina coordinatore'
run come coord scrivania
like out 'resp ha nominato se stesso' 'e un altro lo sa'
ora 2027-01-15T09:00:00+01:00
run come coord scrivania
unlike out 'ha nominato' 'per un mese'

is_integro 'dopo i permessi'
plan
