# SPDX-License-Identifier: EUPL-1.2
# shellcheck shell=sh disable=SC1091,SC2086
#
# Coming in: passwords, the second factor, sessions, waits, tokens, the proxy's
# word, a client certificate; and everybody who is not let in.
. tests/web/lib.sh

start() { servizio --web 1 --lettori 1 --compositori 1 "$@"; }

gira() {	# gira JAR PATH [CURL OPTION...]: headers in h, page in p, $CODE
	gira_j=$1 gira_p=$2
	shift 2
	CODE=$(curl -s -b "$gira_j" -c "$gira_j" -D h -o p -w '%{http_code}' \
	    --max-time 20 "$@" "$U$gira_p")
}
csrf() { sed -n 's/.*name="_csrf" value="\([0-9a-f]*\)".*/\1/p' p | head -1; }
cookie() { awk '$6 ~ /cartella$/ { print $7 }' "$1"; }
entra() {	# entra JAR USER PASSWORD [OPTION...]
	entra_j=$1 entra_u=$2 entra_p=$3
	shift 3
	gira "$entra_j" /entra --data-urlencode "utente=$entra_u" \
	    --data-urlencode "_parola=$entra_p" "$@"
}
goes() { grep -qi "^location: $1.\$" h; }
says() { grep -q "$1" p; }
logged() { cartella accessi | grep -q "$1"; }
dopo() {	# dopo SECONDS: the clock of all goes on, the service starts again
	ora "$(date -u -d "$CARTELLA_ORA + $1 seconds" +%FT%T+00:00)"
	servizio_fine
	start
}
ora_ora() { date -d "$CARTELLA_ORA" +%s; }

cartella init --denominazione 'Comune di Prova' --codice-ipa c_r000 \
    --codice-aoo AOO1 \
    --ufficio.codice sociale --ufficio.denominazione Sociale \
    --responsabile.codice resp --responsabile.cognome Bianchi \
    --responsabile.nome Anna --responsabile.login "$(id -un)" >/dev/null
cartella nomina --codice coord --cognome Ferri --nome Lucia \
    --ruolo coordinatore --ufficio sociale --login lferri >/dev/null
cartella nomina --codice as1 --cognome Conti --nome Marta \
    --ruolo assistente-sociale --ufficio sociale --login mconti >/dev/null

P='correre piano verso sera'
# ---- words given at the machine ----
run cartella parola lferri
is_exit 0 'una parola provvisoria'
PROVV=$(cat "$OUT")
ok 'che si può dettare' sh -c "echo '$PROVV' | grep -qE '^[a-z2-9]{4}-[a-z2-9]{4}-[a-z2-9]{4}$'"
echo corta >corta
run sh -c '"$CARTELLA" --store "$1" parola as1 --frase-da 3 3<corta' - "$S"
is_exit 2 'una parola corta no'
run cartella parola nessuno
is_exit 1 'di nessuno no'
echo "$P" | "$CARTELLA" --store "$S" parola as1 --frase-da 0 >/dev/null
echo "$P" | "$CARTELLA" --store "$S" parola resp --frase-da 0 >/dev/null
not_ok 'di una parola non resta niente in chiaro' \
    grep -aq "$P" "$S/accesso.sqlite" "$S/accesso.sqlite-wal"
is "$(stat -c %a "$S/accesso.sqlite")" 600 'il file è di chi serve'

# ---- in, out, and not in ----
start
gira j /
ok 'senza sessione si va a entrare' goes /entra
gira j /entra
is "$CODE" 200 'la pagina per entrare'
ok 'è HTML' xmllint --html --noout p
entra j as1 "$P"
is "$CODE" 303 'nome e parola: dentro'
ok 'alla scrivania' goes /
ok 'il cookie è chiuso' grep -qi '^set-cookie: cartella=[0-9a-f]\{64\};.*HttpOnly; SameSite=Lax' h
FIRST=$(cookie j)
not_ok 'del segreto si tiene solo la impronta' \
    grep -aq "$FIRST" "$S/accesso.sqlite" "$S/accesso.sqlite-wal"
gira j /profilo
is "$CODE" 200 'il profilo'
ok 'dice chi è' says 'Marta Conti'
ok 'è HTML' xmllint --html --noout p
TOK=$(csrf)
for who in "as1 sbagliata-e-lunga" "nessuno $P" "MCONTI $P" "as1 $P " \
    "lferri $P" "' $P"; do
	entra no "${who%% *}" "${who#* }"
	ok "non entra: $who" test "$CODE" = 422
	cp p "no.${who%% *}"
	ok 'e non ha un cookie' test -z "$(cookie no)"
done
ok 'chi non c'\''è e chi sbaglia: la stessa risposta' cmp -s no.nessuno no.lferri
ok 'ma si annota' logged 'entra  -  127.0.0.1  RIFIUTATO'
not_ok 'senza quello che era stato scritto' \
    grep -aq MCONTI "$S/accesso.sqlite" "$S/accesso.sqlite-wal"

# fixation: a secret that somebody else has chosen
entra k as1 "$P" -b "cartella=$(printf '%064d' 7)"
ok 'un segreto scelto prima non vale' test "$(cookie k)" != "$(printf '%064d' 7)"
gira k2 / -b "cartella=$(printf '%064d' 7)"
ok 'neanche dopo' goes /entra
OLD=$(cookie k)
entra k as1 "$P"
gira k2 / -b "cartella=$OLD"
ok 'entrare di nuovo chiude la sessione di prima' goes /entra

# another browser
cp j stolen
gira stolen /profilo -A 'Un altro'
ok 'il segreto in un altro browser non vale' goes '/entra.*'
ok 'e si annota' logged 'sessione  as1  127.0.0.1  RIFIUTATO  mostrata da un altro browser'
gira j /profilo
ok 'e la sessione è chiusa per tutti' goes '/entra.*'

# csrf
entra j as1 "$P"
gira j /profilo
TOK=$(csrf)
gira j /profilo/chiudi -d tutte=si
ok 'senza csrf no' test "$CODE" = 400 -o "$CODE" = 403
gira j /profilo/chiudi -d tutte=si -d "_csrf=$(printf '%032d' 0)"
ok 'con un altro no' test "$CODE" = 400 -o "$CODE" = 403
gira j /profilo/chiudi -d tutte=si -d "_csrf=$TOK" -H 'Origin: http://altrove.example'
is "$CODE" 403 'da un altro sito no'
gira k /profilo
ok 'la sessione dell'\''altro browser è rimasta' says 'Marta Conti'
gira j /profilo/chiudi -d tutte=si -d "_csrf=$TOK"
ok 'con il suo sì' goes '/profilo?detto=chiuse'
gira k /profilo
ok 'ed è finita' goes '/entra.*'
ID=$(printf '%064d' 0)
gira j /profilo/chiudi -d "id=$ID" -d "_csrf=$TOK"
is "$CODE" 404 'una che non c'\''è'

# out
cp j before
gira j /esci -d "_csrf=$(printf '%032d' 0)"
is "$CODE" 403 'col segno di un'\''altra sessione non si esce'
not_ok 'il cookie resta' grep -qi '^set-cookie: cartella=;' h
ok 'e si dice perché' says 'non è di questa sessione'
gira j /profilo
is "$CODE" 200 'si è ancora dentro'
TOK=$(csrf)
gira j /esci -d "_csrf=$TOK"
ok 'si esce' goes '/entra.*'
ok 'il cookie se ne va' grep -qi '^set-cookie: cartella=;' h
gira before /profilo
ok 'il segreto di prima non vale più' goes '/entra.*'

# where one wanted to go
gira j '/profilo?qui=1'
ok 'ci si ricorda dove si andava' goes '/entra?_ritorno=/profilo.*'
entra j as1 "$P" --data-urlencode '_ritorno=/profilo?qui=1'
ok 'e ci si torna' goes '/profilo?qui=1'
entra j as1 "$P" --data-urlencode '_ritorno=//altrove.example/'
ok 'ma non da un'\''altra parte' goes /

# the log of entries is looked at by verifica
run cartella verifica
is_exit 0 'verifica è contenta'

# ---- a provisional word ----
entra c lferri "$PROVV"
ok 'la parola provvisoria fa un passo' goes '/secondo-fattore.*'
gira c /profilo
ok 'e nient'\''altro' goes '/secondo-fattore.*'
gira c /secondo-fattore
ok 'chiede di sceglierne una' says 'Scegli la tua parola'
ok 'non dà menu' sh -c '! grep -q /registro p'
TOK=$(csrf)
HALF=$(cookie c)
nuova() { gira c /secondo-fattore/parola -d "_csrf=$TOK" \
    --data-urlencode "_parola=$1" --data-urlencode "_nuova=$2"; }
nuova "$PROVV" 'lucia.ferri.12'
ok 'non il suo nome' says 'fatta quasi solo di un nome'
nuova "$PROVV" "$PROVV"
is "$CODE" 422 'non la stessa'
nuova 'altra-altra-altra' 'mille papaveri rossi'
is "$CODE" 422 'non senza quella di adesso'
gira c /secondo-fattore/parola --data-urlencode "_parola=$PROVV" \
    --data-urlencode '_nuova=mille papaveri rossi'
ok 'non senza csrf' test "$CODE" = 403 -o "$CODE" = 400
nuova "$PROVV" 'mille papaveri rossi'
is "$CODE" 303 'una sua sì'
ok 'e il segreto è un altro' test "$(cookie c)" != "$HALF"
gira c /profilo
ok 'ed è dentro' says 'Lucia Ferri'
gira half /profilo -b "cartella=$HALF"
ok 'il segreto di mezzo non vale più' goes '/entra.*'
entra no lferri "$PROVV"
is "$CODE" 422 'la provvisoria non vale più'

# ---- the second factor ----
gira c /profilo
TOK=$(csrf)
gira c /profilo/prepara -d "_csrf=$TOK"
is "$CODE" 303 'si prepara'
gira c /profilo
ok 'si vede il codice QR' says '<svg class="qr"'
KEY=$(tr -d '\n' <p | sed 's/.*<code class="chiave">\([^<]*\)<.*/\1/' |
    tr -d ' ')
grep -o '<li><code>[A-Z2-7-]*' p | sed 's/.*>//' >recuperi
is "$(wc -l <recuperi)" 10 'e dieci codici di recupero'
code() { oathtool --totp -b --now "@$(($(ora_ora) + ${1:-0}))" "$KEY"; }
attiva() {	# attiva PASSWORD CODE
	gira c /profilo/attiva -d "_csrf=$TOK" --data-urlencode "_parola=$1" \
	    -d "_codice=$2"
}
attiva '' "$(code)"
is "$CODE" 422 'chi trova aperta la sessione di un altro non lo attiva'
ok 'e gli si dice che cosa manca' says 'parola d.ordine di adesso non è giusta'
attiva 'mille papaveri rossi' 000000
is "$CODE" 422 'con un codice sbagliato no'
HALF=$(cookie c)
attiva 'mille papaveri rossi' "$(code)"
ok 'con quello giusto sì' goes '/profilo?detto=secondo-attivo'
ok 'e il segreto è un altro' test "$(cookie c)" != "$HALF"
gira c /profilo
ok 'la chiave non si vede più' sh -c "! grep -q 'class=\"chiave\"' p"

secondo() { gira d /secondo-fattore -d "_csrf=$TOK" -d "_codice=$1"; }
entra d lferri 'mille papaveri rossi'
ok 'ora serve un altro passo' goes '/secondo-fattore.*'
gira d /profilo
ok 'senza il quale non si vede niente' goes '/secondo-fattore.*'
gira d /secondo-fattore
TOK=$(csrf)
secondo "$(code)"
is "$CODE" 422 'un codice già usato no'
secondo 123456
is "$CODE" 422 'uno sbagliato no'
secondo "$(code 30)"
is "$CODE" 303 'il prossimo sì'
gira d /profilo
ok 'dentro' says 'Lucia Ferri'
entra d lferri 'mille papaveri rossi'
gira d /secondo-fattore
TOK=$(csrf)
secondo "$(code 30)"
is "$CODE" 422 'neanche quello una seconda volta'
secondo "$(sed -n 4p recuperi | tr 'A-Z' 'a-z')"
is "$CODE" 303 'un codice di recupero sì'
entra d lferri 'mille papaveri rossi'
gira d /secondo-fattore
TOK=$(csrf)
secondo "$(sed -n 4p recuperi)"
is "$CODE" 422 'una volta sola'
ok 'e si annota' logged 'secondo  coord  127.0.0.1  RIFIUTATO'
run cartella togli-secondo-fattore coord
is_exit 0 'a chi ha perso tutto lo si toglie'
entra d lferri 'mille papaveri rossi'
ok 'ed entra' goes /

# ---- who is nobody keeps nobody out ----
PORT=${U##*:} perl -MIO::Socket::INET -e '
	my @s = map { IO::Socket::INET->new(PeerAddr => "127.0.0.1",
	    PeerPort => $ENV{PORT}) } 1 .. 8;
	$_->syswrite("POST /atto/registra HTTP/1.1\r\nHost: x\r\nContent-Type: " .
	    "multipart/form-data; boundary=a\r\nContent-Length: 314572800" .
	    "\r\n\r\n--a\r\n") for @s;
	print "1\n"; close STDOUT; sleep 20' >aperte &
LENTI=$!
wait_for aperte
sleep 1
entra f as1 "$P"
ok 'otto che dicono di mandare molto non fermano chi entra' goes /
gira f /profilo
TOK=$(csrf)
head -c 2000000 /dev/zero >molto
curl -s -o p -w '%{http_code}' -b f -c f -H Accept:\ application/xml \
    -F "_csrf=$TOK" -F file=@molto "$U/sosta" >code
is "$(cat code)" 200 'né chi manda un file'
kill $LENTI

# ---- in somebody else's name ----
entra f as1 "$P"
gira f /profilo
TOK=$(csrf)
gira f /profilo/per -d "_csrf=$TOK" -d per=coord
ok 'senza delega no' test "$CODE" = 403 -o "$CODE" = 404
run cartella delega as1 2026-11-20 2026-11-25 ferie --delegante coord \
    --atto scrivania
is_exit 0 'una delega'
gira f /profilo
ok 'chi è delegato lo può scegliere' says 'per conto di Lucia Ferri'
gira f /profilo/per -d "_csrf=$TOK" -d per=coord
is "$CODE" 303 'e lo sceglie'
gira f /
ok 'e si vede' says 'per conto di'
gira f /profilo/per -d "_csrf=$TOK" -d per=resp
ok 'di un altro no' test "$CODE" = 403 -o "$CODE" = 404
cartella revoca-delega 1 rientrata >/dev/null
gira f /profilo
is "$CODE" 200 'finita la delega si continua'
ok 'a nome proprio' sh -c '! grep -q "per conto di Lucia" p'

# ---- who runs the body ----
entra r resp "$P"
gira r /amministrazione/accessi
is "$CODE" 200 'chi nomina vede gli accessi'
ok 'ciascuno per nome, e con il codice che si scrive sul server' \
    says 'Marta Conti (as1)'
ok 'è HTML' xmllint --html --noout p
ok 'con i rifiuti' says 'etichetta-male'
ok 'e che ha guardato resta' logged 'guarda  resp'
gira r '/amministrazione/accessi?utente=coord'
is "$CODE" 200 'anche di uno'
ok 'e resta di chi' logged 'gli accessi di coord'
# who sends him an address writes nothing into what stands for ever
gira r "/amministrazione/accessi?utente=aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa%C3%A8"
is "$CODE" 404 'di nessuno non ce ne sono'
gira r /amministrazione/accessi
is "$CODE" 200 'e la pagina si vede ancora'
not_ok 'niente ne resta' logged aaaaaaaaaa
TOK=$(csrf)
gira d /amministrazione/accessi
is "$CODE" 404 'gli altri non li vedono'
gira d /profilo
TOKD=$(csrf)
gira d /amministrazione/accessi/blocca -d "_csrf=$TOKD" -d utente=resp -d blocca=si
ok 'né sospendono' test "$CODE" = 403 -o "$CODE" = 404
gira r /amministrazione/accessi/blocca -d "_csrf=$TOK" -d utente=coord -d blocca=si
is "$CODE" 303 'lui sospende'
gira d /profilo
ok 'chi è sospeso è fuori' goes '/entra.*'
entra d lferri 'mille papaveri rossi'
ok 'e lo sa, se è lui' says 'sospeso'
entra d lferri 'non quella giusta'
ok 'se no non lo sa' says 'non sono giusti'
gira r /amministrazione/accessi/blocca -d "_csrf=$TOK" -d utente=coord -d blocca=no
entra d lferri 'mille papaveri rossi'
ok 'riaperto, entra' goes /

# a nomina that changes
cartella nomina --codice coord --cognome Ferri --nome Lucia \
    --ruolo assistente-sociale --ufficio sociale --login lferri >/dev/null
gira d /profilo
ok 'cambiato l'\''incarico si entra di nuovo' goes '/entra.*'
ok 'e si annota' logged "sessione  coord  127.0.0.1  RIFIUTATO  l'incarico"

# ---- waits ----
for i in 1 2 3 4 5 6; do entra no mconti "sbagliata numero $i"; done
is "$CODE" 429 'chi sbaglia spesso aspetta'
ok 'e sa quanto' says 'riprova fra [0-9]'
entra no mconti "$P"
is "$CODE" 429 'anche se poi fosse giusta'
ok 'una volta sola, per attesa, si annota' test "$(cartella accessi |
    grep -c 'troppi tentativi')" = 1
entra no resp "$P"
is "$CODE" 303 'gli altri no'
dopo 61
entra no mconti "$P"
is "$CODE" 303 'dopo un poco, di nuovo'

# ---- it ends by itself ----
entra e as1 "$P"
dopo 1700
gira e /profilo
is "$CODE" 200 'a 28 minuti c'\''è ancora'
dopo 1700
gira e /profilo
is "$CODE" 200 'e finché si lavora'
dopo 1801
gira e /profilo
ok 'fermi mezz'\''ora finisce' goes '/entra.*'

# ---- applications ----
run cartella gettone anagrafe --utente as1 --giorni 30
is_exit 0 'un gettone'
G=$(cat "$OUT")
gira g /api/v1/scrivania -H "Authorization: Bearer $G"
is "$CODE" 200 'vale per la API'
gira g /api/v1/scrivania -H "Authorization: Bearer ${G%??}zz"
is "$CODE" 401 'un altro no'
gira g /api/v1/scrivania -H "Authorization: Bearer ${G%??}yy"
ok 'e si annota, non ogni volta' test "$(cartella accessi |
    grep -c 'gettone di nessuno')" = 1
cartella blocca as1
gira g /api/v1/scrivania -H "Authorization: Bearer $G"
is "$CODE" 401 'né di chi è sospeso'
cartella sblocca as1
gira g /api/v1/scrivania -H "Authorization: Bearer $G"
is "$CODE" 200 'riaperto, vale'
gira g /profilo -b "cartella=$G"
ok 'non è una sessione' goes '/entra.*'
gira g /profilo -H "Authorization: Bearer $G"
ok 'e non ha un profilo' test "$CODE" = 403 -o "$CODE" = 404
run cartella gettone --revoca "$(cartella gettone | cut -c1-12)"
is_exit 0 'si revoca'
gira g /api/v1/scrivania -H "Authorization: Bearer $G"
is "$CODE" 401 'e non vale più'

# ---- without a password ----
gira n /entra/senza-parola -d modo=accesso-unico -H 'X-Utente: mconti'
is "$CODE" 422 'la parola del proxy, se non è stata scelta, non vale'
echo 'accesso-unico = si' >"$S/accesso.conf"
chmod 666 "$S/accesso.conf"
gira n /entra -d utente=as1 --data-urlencode "_parola=$P"
is "$CODE" 500 'con una configurazione che tutti scrivono non si entra'
not_ok 'la pagina non dice perché' says accesso.conf
ok 'e chi cura il servizio sa perché' grep -q 'accesso.conf può' cronaca
mv "$S/accesso.conf" "$T/altrove.conf"
ln -s "$T/altrove.conf" "$S/accesso.conf"
gira n /entra -d utente=as1 --data-urlencode "_parola=$P"
is "$CODE" 500 'ciò che ha quel nome e non è un file non è come se non ci fosse'
mv "$T/altrove.conf" "$S/accesso.conf"
chmod 600 "$S/accesso.conf"
gira n /entra/senza-parola -d modo=accesso-unico -H 'X-Utente: mconti'
is "$CODE" 422 'né da chi non è il proxy'
servizio_fine
start --dietro-proxy 127.0.0.1 --utente-intestazione X-Utente
gira n /entra/senza-parola -d modo=accesso-unico -H 'X-Utente: mconti'
is "$CODE" 303 'dal proxy sì'
gira n /profilo
ok 'ed è lei' says 'Marta Conti'
ok 'dice come' says 'accesso unico'
gira n2 /entra/senza-parola -d modo=accesso-unico -H 'X-Utente: as1'
is "$CODE" 422 'ma il nome è quello di accesso, non il codice'
gira n2 /entra/senza-parola -d modo=accesso-unico
is "$CODE" 422 'e senza nome nessuno'
servizio_fine
sqlite3 "$S/accesso.sqlite" "DROP TRIGGER accesso_evento_update;
    UPDATE accesso_evento SET utente = 'as1' WHERE n = 7"
run cartella verifica
is_exit 1 'una riga del registro degli accessi cambiata'
like out '^DIFETTO: accessi n. 7: ' 'si trova'
like out '^DIFETTO: accessi schema: manca .*accesso_evento_update' 'e il trigger tolto'
plan
