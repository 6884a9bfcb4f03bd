# SPDX-License-Identifier: EUPL-1.2
# shellcheck shell=sh disable=SC1091
#
# The pages of the roles that work at no case: their menu leads where they may
# go and nowhere else; each finds its own chapters of the help first.
. tests/web/lib.sh
. "$RADICE/tests/cli/uffici.sh"
. "$RADICE/tests/cli/caso.sh"

{ uffici_di_prova && utente arch prot archivista &&
    utente sis prot amministratore; } >/dev/null || exit 1
CS=$(aperta)
ALTRA=$(aperta)
come as1 chiudi --cartella "$CS" --motivo conclusione --nota 'Fatto.' \
    >/dev/null || exit 1
AC=$(assegnata) && CORRE=$(assegnata) &&
    come as1 valuta "$AC" no 'Basta un consiglio.' \
    --motivazione 'Non ci sono i presupposti.' >/dev/null || exit 1
servizio --web 1 --lettori 1 --compositori 1

pezzo() {	# pezzo XPATH: what it finds in the page, a line each
	xmllint --html --nonet --xpath "$1" "$BODY" 2>/dev/null
}
menu() {	# menu WORDS: the sections of the menu, and each is there
	is "$(pezzo "//nav[@aria-label='Principale']//a/@data-sezione" |
	    sed 's/.*"\(.*\)"/\1/' | tr '\n' ' ')" "$1 " "$2"
	for via in $(pezzo "//nav[@aria-label='Principale']//a/@href" |
	    sed 's/.*"\(.*\)"/\1/'); do
		web "$via"
		stato 200 "$2: $via c'è"
		for scheda in $(pezzo "//ul[contains(@class, 'nav-tabs')]//a/@href" |
		    sed 's/.*"\(.*\)"/\1/'); do
			web "$scheda"
			stato 200 "$2: $scheda c'è"
		done
	done
}

sessione arch
web /
menu 'scrivania registro firma archivio aiuto' 'archivista'
web /
corpo "href=\"/cartella/$CS\"" 'sulla scrivania la chiusa'
senza "$ALTRA" 'e non l'\''altra'
web '/archivio?anno-di=chiusura'
corpo "Cartelle chiuse nel" 'per anno di chiusura'
corpo "href=\"/cartella/$CS\"" 'c'\''è'
senza "$ALTRA" 'l'\''altra no'
come arch blocca-scarto "$CS" 'Causa n. 5.' --motivo contenzioso >/dev/null
web /archivio/conservazione
stato 200 'la conservazione'
corpo "href=\"/cartella/$CS\"" 'della chiusa'
corpo 'fonte: locale' 'fino a quando, e perché'
corpo 'Causa n. 5' 'con il blocco'
corpo "href=\"/atto/blocca-scarto\?riferimento=$CS" 'che può mettere'
senza "$ALTRA" 'l'\''altra no'
web '/archivio/conservazione?cosa=accessi'
stato 200 'quella degli accessi'
corpo "href=\"/accesso/$AC\"" 'di quello che non è diventato una cartella'
corpo 'segnalazioni senza presa in carico; fonte: locale' 'fino a quando, e perché'
corpo "href=\"/atto/blocca-scarto\?riferimento=$AC" 'con il blocco che può mettere'
corpo '<option value="accessi" selected' 'e che cosa si sceglie resta scelto'
senza "$CORRE|$CS" 'chi corre no'
web "/accesso/$AC"
stato 200 'la sua copertina'
corpo 'Si conserva' 'dice fino a quando'
corpo 'href="/archivio">Archivio' 'e da dove si torna'
senza 'Basta un consiglio|Non ci sono i presupposti' 'senza ciò che non gli spetta'
web "/accesso/$CORRE"
stato 404 'quello che corre per lui non c'\''è'
come coord versa --unita "$CS" --pdf no >/dev/null || exit 1
web /archivio/versamenti
stato 200 'i versamenti'
corpo 'href="/archivio/versamento/1"' 'c'\''è quello della coordinatrice'
corpo 'in attesa' 'in attesa del rapporto'
corpo 'href="/file/pacchetto-versamento\?versamento=1"' 'con il passo che viene'
web /archivio/versamento/1
stato 200 'uno solo'
corpo "$CS" 'dice che cosa c'\''è'
senza "$ALTRA|Bianchi" 'e nient'\''altro'
web '/file/pacchetto-versamento?versamento=1'
stato 404 'il pacchetto di una cartella non è per chi non la legge'
web /archivio/versamento/2
stato 404 'uno che non c'\''è'
web /archivio/giorni
stato 200 'i giorni'
senza 'href="/archivio/giorno/' 'che non può leggere'
web "/cartella/$CS"
stato 200 'la copertina'
corpo 'href="/archivio">Archivio' 'da dove si torna'
senza '/diario|/famiglia|/equipe|/termini|Bianchi' 'senza ciò che non gli spetta'
web "/cartella/$ALTRA"
stato 404 'quella che corre'
sed "s/$ALTRA/N/g; s/_id\" value=\"[0-9a-f]*\"//g; s/ id=\"[0-9a-f]*\"//g" \
    "$BODY" >uno
web /cartella/CS-2026-0000099
sed 's/CS-2026-0000099/N/g; s/_id" value="[0-9a-f]*"//g; s/ id="[0-9a-f]*"//g' \
    "$BODY" >due
same_bytes uno due 'è come una che non c'\''è'
for via in "/cartella/$CS/diario" "/cartella/$CS/famiglia" /agenda \
    /amministrazione/utenti; do
	web "$via"
	stato 404 "$via non è per lui"
done
web /libro-firma
stato 200 'il libro firma, per gli elenchi di scarto'
senza "$ALTRA|Bianchi" 'e niente dei casi'

sessione sis
web /
menu 'scrivania amministrazione aiuto' 'amministratore'
for via in /amministrazione/utenti /amministrazione/permessi \
    /amministrazione/accessi /amministrazione/modelli \
    /amministrazione/chiavi /registro/titolario; do
	web "$via"
	stato 200 "$via è per lui"
done
for via in /registro /archivio /cartelle "/cartella/$CS" \
    /atto/nomina /atto/adotta-permessi; do
	web "$via"
	[ "$STATO" = 404 ] || { [ "$via" = /cartelle ] && corpo \
	    'Il tuo ruolo non ha un elenco' 'di cartelle non ha elenco'; }
	lib_result $? "$via no"
done

# ---- whom the archive shows no cartella: no tab for it, no way to it ----

sessione prot1
web /
corpo 'href="/archivio/fascicoli"[^>]*data-sezione="archivio"' \
    'il menu porta ai fascicoli'
web /archivio/fascicoli
senza 'href="/archivio"' 'e non alle cartelle'
web /archivio
corpo 'Il tuo ruolo non ha un elenco di cartelle' 'che dicono perché'

# ---- one page each ----

for via in /archivio/repertori /archivio/titolario; do
	web "$via"
	stato 404 "$via sta nel registro"
done
web '/registro/titolario?al=2026-11-20'
stato 200 'il titolario com'\''era un giorno'

# ---- the help ----

miei() { pezzo "//nav/ul/li/a[starts-with(@href, '/aiuto/')]/@href"; }
web /aiuto
miei >capitoli
ok 'chi registra trova come si registra' grep -q registrare capitoli
not_ok 'e non come si amministra' grep -qE 'amministrazione|far-partire' capitoli
corpo 'href="/aiuto/amministrazione"' 'che però c'\''è, sotto'
sessione sis
web /aiuto
miei >capitoli
ok 'chi amministra trova il suo' grep -q amministrazione capitoli
not_ok 'e non come si registra' grep -q registrare capitoli
COOKIE=
web /aiuto
stato 200 'l'\''aiuto si legge anche da fuori'
servizio_fine
is "$CODE" 0 'il servizio finisce'
plan
