# SPDX-License-Identifier: EUPL-1.2
# shellcheck shell=sh disable=SC1091
#
# Administration and indicators on a real service: each page is there for who
# has its reading and absent for who has not; what is offered is done; a table
# is tried before it is adopted.
. tests/web/lib.sh
. "$RADICE/tests/cli/ricette.sh"

{ ente_di_prova && utenti_del_caso &&
    come resp adotta-indicatori "$RADICE/templates/ente/indicatori.xml" &&
    ricetta_delega "$(id_di 31)" && pronta_arruola_chiave &&
    ricetta_arruola_chiave "$(id_di 71)"; } >/dev/null || exit 1

# come_chi USER: from now on the browser is his; of forms $CSRF
come_chi() {
	sessione "$1"
}
servizio --web 1 --lettori 1 --compositori 1

sana() {	# sana DESC: of the page last looked at
	xmllint --html --nonet --noout "$BODY" 2>&1 | grep 'error' |
	    grep -vc 'Tag [a-z]* invalid' >errori || :
	is "$(xmllint --html --nonet --xpath "concat(count(//h1), ' ',
	    count(//main), ' ', count(//*[@style]), ' ',
	    count(//script[not(@src)]), ' ', count(//table[not(caption)]), ' ',
	    count(//*[self::input[not(@type = 'hidden')] or self::select
	    or self::textarea][not(@id = //label/@for)]), ' ',
	    count(//*[@id][@id = following::*/@id]), ' ',
	    count(//form[@method = 'post'][not(input[@name = '_csrf'])]))" \
	    "$BODY" 2>/dev/null)" '1 1 0 0 0 0 0 0' "$1"
}

PAGINE='/amministrazione /amministrazione/utenti /amministrazione/utenti/as1
    /amministrazione/deleghe /amministrazione/deleghe?finite=si
    /amministrazione/permessi /amministrazione/permessi?ruolo=protocollo
    /amministrazione/modelli /amministrazione/modelli/lettera
    /amministrazione/chiavi /amministrazione/chiavi?entro=60
    /amministrazione/fiducia /amministrazione/regole /indicatori
    /indicatori?dal=2026-01-01&al=2026-11-20'
come_chi resp
for p in $PAGINE; do
	web "$p"
	stato 200 "resp: $p"
	sana "intera: $p"
done
web '/indicatori?dal=2026-11-20&al=2026-01-01'
stato 200 'un periodo al contrario'
corpo 'alert' 'si dice che cosa non va'
web '/indicatori?dal=ieri'
corpo 'alert|non si capisce|Richiesta' 'un giorno che non lo è'
web '/file/indicatori?uscita=csv'
stato 200 'il CSV'
corpo '^indicatore;voce;valore;' 'è il CSV'
web /amministrazione/utenti/nessuno
stato 404 'chi non c'\''è'
web /amministrazione/utenti/as1
corpo 'ha delegato' 'le deleghe di una persona'
corpo '/atto/nomina\?[^"]*codice=as1&amp;[^"]*ruolo=assistente-sociale' \
    'la nomina di ora, da cambiare'
web "$(grep -o '/atto/nomina?[^"]*attivo=no' "$BODY" | sed 's/&amp;/\&/g')"
stato 200 'il modulo'
corpo 'value="as1"' 'è già scritto'

# ---- a table is tried ----
sed '/<ruolo nome="protocollo">/,/<\/ruolo>/{/nome="cerca"/d}' \
    "$RADICE/templates/ente/permessi.xml" >permessi.xml
web /amministrazione/permessi
prova() {	# prova FILE
	web /lettura/prova-permessi -F "_csrf=$CSRF" -F "file=@$1" \
	    -H "Origin: $U"
}
prova permessi.xml
stato 200 'prova dei permessi'
corpo 'cerca \(registro\)' 'chi perde che cosa'
echo niente >niente.xml
prova niente.xml
stato 200 'un file che non è una tabella'
corpo 'alert' 'si dice perché'
is "$(git --git-dir "$S/ente/.git" log --oneline main -- permessi.xml | wc -l)" 1 \
    'e non si è adottato nulla'
web /lettura/scrivania -F "_csrf=$CSRF" -F "x=y" -H "Origin: $U"
stato 404 'una lettura senza pagina'
web /lettura/prova-permessi -F "file=@permessi.xml" -H 'Origin: http://altrove'
stato 403 'chiesta da altrove'

# ---- to others ----
come_chi as1
for p in utenti utenti/as1 utenti/resp; do
	web "/amministrazione/$p"
	stato 404 "as1: $p non c'è"
done
web /amministrazione
stato 200 'la pagina vuota non dice nulla'
senza 'Come sta|class="fw-semibold" href="/amministrazione/utenti"' 'a chi non ne ha gli atti'
web /amministrazione/deleghe
corpo 'Ivo Gialli' 'la delega che ha dato'
come_chi coord
web /amministrazione/deleghe
senza 'as2|Ivo Gialli' 'e gli altri no'
prova permessi.xml
stato 404 'prova-permessi non è di ogni ruolo'
servizio_fine
plan
