# SPDX-License-Identifier: EUPL-1.2
# shellcheck shell=sh disable=SC1091,SC2086
#
# Who may do what, in the browser: for a role, each atto of the table.  The
# policy in force says what is expected; what is not of the role answers, byte
# for byte, as an atto that does not exist.  Pages: none breaks, for nobody.
#
# MATRICE=tutta: all roles, and each form is sent empty too.
. tests/web/lib.sh

cartella init --denominazione 'Comune di Prova' --codice-ipa c_r000 \
    --codice-aoo AOO1 --dimostrativo si \
    --ufficio.codice protocollo --ufficio.denominazione Protocollo \
    --ufficio.codice sociale --ufficio.denominazione Sociale \
    --responsabile.codice resp --responsabile.cognome Bianchi \
    --responsabile.nome Anna >/dev/null
come resp permessi --formato xml |
    sed -n 's/.*<ruolo nome="\([^"]*\)".*/\1/p' | sort -u >ruoli
u=0
while read -r r; do
	u=$((u + 1))
	# some roles are of a comune, or of another body
	for more in '' '--comune G999' '--ente Prova'; do
		come resp nomina --codice "u$u" --cognome "Utente$u" \
		    --nome Prova --ruolo "$r" --ufficio sociale $more \
		    >/dev/null 2>&1 || continue
		echo "u$u $r"
		break
	done
done <ruoli >utenti
if [ -z "${MATRICE:-}" ]; then
	grep -E ' (protocollo|assistente-sociale|controllo|ente-esterno)$' utenti >pochi
	mv pochi utenti
fi
"$CARTELLA" aiuto | sed -n '/^atti:/,/^servizio:/s/^  \([a-z0-9-]*\) .*/\1/p' |
    sort >atti
ok 'gli atti si elencano' test "$(wc -l <atti)" -gt 150
# without what they want to be told, and with what is not there
sed -n 's/.*\.via = "\([^"]*\)".*/\1/p' "$RADICE"/src/web/pagine_*.c >vie
for x in 0 CS-2026-0000001 2026 '%3Cx%3E'; do
	sed "s/{[^}]*}/$x/g" vie
done | sort -u >pagine
ok 'le pagine si elencano' test "$(wc -l <pagine)" -gt 60

servizio --web 2 --lettori 2 --compositori 1

urls() {	# urls PREFIX <NAMES: for curl, each body in its file
	while read -r x; do
		printf 'url = "%s%s%s"\noutput = "b/%s"\n' "$U" "$1" "$x" \
		    "$(printf %s "$x" | tr / _)"
	done
}
all() {		# all [CURL...] <URLS: "STATUS PATH" of each
	curl -s -A prova -b "cartella=$COOKIE" -K - --max-time 60 \
	    -w '%{http_code} %{url_effective}\n' "$@" | sed "s, $U, ,"
}
while read -r who role; do
	read -r COOKIE CSRF AGENTE <<-X
		$("$DRIVER/sessione" "$S" "$who" prova)
	X
	: "$AGENTE"
	come resp permessi --utente "$who" --formato xml |
	    sed -n 's/.*<atto .*nome="\([^"]*\)".*/\1/p' | sort -u |
	    comm -12 - atti >suoi	# vedi-riservate and such are no atti
	rm -rf b
	mkdir b
	{ cat atti; echo inesistente; } | urls /atto/ | all >stati
	sed -n 's,^200 /atto/,,p' stati | sort -u >visti
	is "$(comm -3 suoi visti | tr '\n' ' ')" '' \
	    "$role: i moduli sono quelli degli atti che ha"
	is "$(grep -vE '^(200|404) ' stati)" '' 'per gli altri non ci sono'
	sed -n 's,^404 /atto/,,p' stati | while read -r x; do
		cmp -s b/inesistente "b/$x" || echo "$x"
	done >diversi
	is "$(cat diversi)" '' 'e lo dicono come di uno che non esiste'
	rm -rf b
	mkdir b
	urls '' <pagine | all >stati
	is "$(grep -vE '^(200|303|404|422) ' stati)" '' 'nessuna pagina si rompe'
	not_ok 'e nessun processo cade' grep -E 'segnale|caduto' "$T/cronaca"
	[ -n "${MATRICE:-}" ] || continue
	rm -rf b
	mkdir b
	{ cat atti; echo inesistente; } | urls /atto/ | all -F "_csrf=$CSRF" \
	    -F _id=00000000000000000000000000000001 -F _azione=invia >stati
	sed -n 's,^404 /atto/,,p' stati | sort -u >no
	is "$(comm -12 suoi no | tr '\n' ' ')" '' 'mandati vuoti: i suoi rispondono'
	is "$(grep -v '^404 ' stati | sed 's,.*/,,' | sort -u |
	    comm -23 - suoi | tr '\n' ' ')" '' 'gli altri no'
	is "$(grep '^5' stati)" '' 'nessuno si rompe'
done <utenti
servizio_fine
plan
