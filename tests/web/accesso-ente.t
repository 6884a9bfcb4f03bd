# SPDX-License-Identifier: EUPL-1.2
# shellcheck shell=sh disable=SC1091,SC2086
#
# Coming in by what the body has already: its directory (a real slapd, over
# TLS), a client certificate; and a second factor that it demands.
. tests/web/lib.sh

SLAPD=
for slapd in /usr/sbin/slapd slapd; do
	command -v $slapd >/dev/null 2>&1 && SLAPD=$slapd && break
done
PID=
trap '[ -z "$PID" ] || kill "$PID" 2>/dev/null; web_end' EXIT
start() { servizio --web 1 --lettori 1 --compositori 1 "$@"; }
gira() {	# gira JAR PATH [CURL OPTION...]
	gira_j=$1 gira_p=$2
	shift 2
	CODE=$(curl -sk -b "$gira_j" -c "$gira_j" -D h -o p \
	    -w '%{http_code}' --max-time 20 "$@" "$U$gira_p")
}
entra() { gira "$1" /entra -d "utente=$2" --data-urlencode "_parola=$3"; }
says() { grep -q "$1" p; }
csrf() { sed -n 's/.*name="_csrf" value="\([0-9a-f]*\)".*/\1/p' p | head -1; }

cartella init --denominazione 'Comune di Prova' --codice-ipa c_r000 \
    --codice-aoo AOO1 \
    --ufficio.codice sociale --ufficio.denominazione Sociale \
    --responsabile.codice resp --responsabile.cognome Bianchi \
    --responsabile.nome Anna --responsabile.login "$(id -un)" >/dev/null
cartella nomina --codice coord --cognome Ferri --nome Lucia \
    --ruolo coordinatore --ufficio sociale --login lferri >/dev/null
cartella nomina --codice mconti --cognome Conti --nome Marta \
    --ruolo assistente-sociale --ufficio sociale --login altra >/dev/null
cartella nomina --codice as2 --cognome Greco --nome Paolo \
    --ruolo assistente-sociale --ufficio sociale --login pgreco >/dev/null

pair() {	# pair NAME SUBJECT [SAN]: self-signed
	openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes \
	    -keyout "$1.key" -out "$1.pem" -subj "$2" -days 3650 \
	    ${3:+-addext "subjectAltName=$3"} 2>/dev/null
}

# ---- the directory ----
pair ldap /CN=localhost IP:127.0.0.1,DNS:localhost
pair other /CN=localhost IP:127.0.0.1,DNS:localhost
mkdir dir
cat >slapd.conf <<-X
	include /etc/ldap/schema/core.schema
	include /etc/ldap/schema/cosine.schema
	include /etc/ldap/schema/inetorgperson.schema
	pidfile $T/slapd.pid
	TLSCertificateFile $T/ldap.pem
	TLSCertificateKeyFile $T/ldap.key
	database ldif
	directory $T/dir
	suffix "dc=prova"
	rootdn "cn=admin,dc=prova"
	access to * by anonymous auth
X
person() {	# person UID PASSWORD
	printf '%s: %s\n' dn "uid=$1,dc=prova" objectClass inetOrgPerson \
	    uid "$1" cn "$1" sn "$1" userPassword "$2"
	echo
}
{
	printf '%s: %s\n' dn dc=prova objectClass dcObject \
	    objectClass organization dc prova o prova
	echo
	person lferri 'la mia della rete'
	person mconti 'un altra della rete'
	person pgreco 'anche lui in rete'
} >dati.ldif
directory() {
	LPORT=$(perl -MIO::Socket::INET -e 'print IO::Socket::INET->new(
	    Listen => 1, LocalAddr => "127.0.0.1")->sockport')
	/usr/sbin/slapadd -f slapd.conf -l dati.ldif >slapadd.log 2>&1 || return 1
	"$SLAPD" -f slapd.conf -h "ldaps://127.0.0.1:$LPORT" -d stats \
	    >slapd.log 2>&1 &
	PID=$!
	for i in 1 2 3 4 5 6 7 8 9 10; do
		LDAPTLS_CACERT=$T/ldap.pem ldapwhoami -x -H "ldaps://127.0.0.1:$LPORT" \
		    -D uid=lferri,dc=prova -w 'la mia della rete' \
		    >/dev/null 2>&1 && return 0
		sleep 0.2
	done
	return 1
}
conf() {	# conf CA: accesso.conf
	printf 'ldap = ldaps://127.0.0.1:%s\nldap-nome = uid=%%s,dc=prova\nldap-ca = %s\n' \
	    "$LPORT" "$1" >"$S/accesso.conf"
	chmod 600 "$S/accesso.conf"
}
if [ -n "$SLAPD" ] && directory; then
	conf "$T/ldap.pem"
	start
	entra j lferri 'la mia della rete'
	is "$CODE" 303 'la parola della rete fa entrare'
	gira j /profilo
	ok 'ed è lei' says 'Lucia Ferri'
	ok 'dice come' says 'parola d’ordine dell’ente'
	ok 'non la fa cambiare qui' says 'si cambia dove si cambia quella'
	entra no lferri 'non la mia della rete'
	is "$CODE" 422 'una sbagliata no'
	entra no coord 'la mia della rete'
	is "$CODE" 422 'con il codice no: il nome è quello della rete'
	entra no mconti 'un altra della rete'
	is "$CODE" 422 'né uno della rete che si chiama come il codice di un altro'
	entra no 'lferri,dc=prova' 'la mia della rete'
	is "$CODE" 422 'un nome con altro dentro no'
	entra no '*' 'la mia della rete'
	is "$CODE" 422 'né tutti'
	gira no /entra -d utente=lferri -d _parola=
	is "$CODE" 422 'senza parola no'
	echo 'sua e soltanto qui' |
	    "$CARTELLA" --store "$S" parola as2 --frase-da 0 >/dev/null
	entra no pgreco 'anche lui in rete'
	is "$CODE" 422 'chi ha una parola sua entra con quella'
	entra k pgreco 'sua e soltanto qui'
	is "$CODE" 303 'e con quella entra'
	chiesti() { grep -c 'BIND dn="uid=nessuno-' slapd.log; }
	n=$(chiesti)
	entra no pgreco 'sua ma sbagliata'
	is "$CODE $(chiesti)" "422 $((n + 1))" \
	    'chi ha una parola sua aspetta come chi non è nessuno'
	not_ok 'ma di lui alla rete non si chiede' grep -q 'uid=pgreco' slapd.log
	gira j /profilo
	TOK=$(csrf)
	gira j /profilo/prepara -d "_csrf=$TOK"
	gira j /profilo
	KEY=$(tr -d '\n' <p | sed 's/.*<code class="chiave">\([^<]*\)<.*/\1/' |
	    tr -d ' ')
	not_ok 'di chi qui non ha parola non la si chiede' says 'name="_parola"'
	conf "$T/other.pem"
	entra no lferri 'la mia della rete'
	ok 'un servizio che non è quello creduto no' test "$CODE" = 503
	ok 'e si annota perché' sh -c '"$CARTELLA" --store "$1" accessi |
	    head -1 | grep -q "RIFIUTATO  il servizio di directory"' - "$S"
	conf "$T/ldap.pem"
	sed -i 's/ldaps:/ldap:/' "$S/accesso.conf"
	entra no lferri 'la mia della rete'
	ok 'né senza TLS' test "$CODE" = 503
	servizio_fine
	kill "$PID"
	wait "$PID" 2>/dev/null
	PID=
	conf "$T/ldap.pem"
	PRIMA=$CARTELLA_ORA
	CARTELLA_ORA=$(date -u -d "$PRIMA 11 minutes" +%FT%T+00:00)
	start
	CARTELLA_ORA=$PRIMA
	gira j /profilo/attiva -d "_csrf=$TOK" -d "_codice=$(oathtool --totp \
	    -b --now "@$(($(date -d "$PRIMA" +%s) + 660))" "$KEY")"
	is "$CODE" 422 'chi qui non ha parola lo attiva appena entrato'
	ok 'e gli si dice come' says 'entro dieci minuti'
	entra no lferri 'la mia della rete'
	ok 'se non risponde non entra nessuno' test "$CODE" = 503
	entra no pgreco 'sua ma sbagliata'
	ok 'e nemmeno allora si vede chi ha una parola qui' test "$CODE" = 503
	entra k pgreco 'sua e soltanto qui'
	is "$CODE" 303 'ma chi ha la parola qui sì'
	servizio_fine
	not_ok 'la parola della rete non resta da nessuna parte' \
	    grep -raq 'la mia della rete' "$S" cronaca
else
	skip 'slapd non parte qui' 25
fi
rm -f "$S/accesso.conf"

# ---- a client certificate ----
pair srv /CN=localhost
pair ca '/CN=Comune di Prova'
openssl req -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout lucia.key \
    -out lucia.csr -subj '/CN=Lucia Ferri' 2>/dev/null
openssl x509 -req -in lucia.csr -CA ca.pem -CAkey ca.key -CAcreateserial \
    -days 3650 -out lucia.pem 2>/dev/null
run cartella certificato lferri "$T/lucia.pem"
is_exit 0 'un certificato è di un utente'
is "$(cat "$OUT")" "$(openssl x509 -in lucia.pem -outform der | sha256sum |
    cut -d' ' -f1)" 'si sa quale'
run cartella certificato pgreco "$T/lucia.pem"
is_exit 2 'di uno solo'
echo 'certificati = si' >"$S/accesso.conf"
chmod 600 "$S/accesso.conf"
# the clock of the tests stands still; that of TLS does not
start --tls-cert "$T/srv.pem" --tls-chiave "$T/srv.key" --tls-ca "$T/ca.pem"
U=https://127.0.0.1:$PORT
gira c /entra/senza-parola -d modo=certificato
is "$CODE" 422 'senza certificato no'
gira c /entra/senza-parola -d modo=certificato --cert lucia.pem --key lucia.key
is "$CODE" 303 'con il certificato sì'
ok 'il cookie è del solo TLS' grep -qi '^set-cookie: __Host-cartella=.*Secure' h
gira c /profilo
ok 'ed è lei' says 'Lucia Ferri'
run cartella certificato lferri --togli "$(openssl x509 -in lucia.pem \
    -outform der | sha256sum | cut -d' ' -f1)"
is_exit 0 'tolto'
gira c2 /entra/senza-parola -d modo=certificato --cert lucia.pem --key lucia.key
is "$CODE" 422 'non vale più'
servizio_fine

# ---- a second factor for everybody ----
echo 'secondo-fattore = obbligatorio' >"$S/accesso.conf"
start
echo 'sua e soltanto qui' |
    "$CARTELLA" --store "$S" parola as2 --frase-da 0 >/dev/null
entra m pgreco 'sua e soltanto qui'
ok 'chi non ha il secondo fattore non è dentro' \
    grep -qi '^location: /secondo-fattore' h
gira m /profilo
ok 'né ci arriva' grep -qi '^location: /secondo-fattore' h
gira m /secondo-fattore
ok 'deve prepararlo' says 'Prepara il secondo fattore'
TOK=$(csrf)
gira m /secondo-fattore/prepara -d "_csrf=$TOK"
gira m /secondo-fattore
KEY=$(tr -d '\n' <p | sed 's/.*<code class="chiave">\([^<]*\)<.*/\1/' | tr -d ' ')
gira m /secondo-fattore/attiva -d "_csrf=$TOK" -d "_codice=$(oathtool --totp -b \
    --now "@$(date -d "$CARTELLA_ORA" +%s)" "$KEY")"
is "$CODE" 303 'con il codice'
gira m /profilo
ok 'è dentro' says 'Paolo Greco'
ok 'e non si può togliere' sh -c '! grep -q /profilo/togli p'
TOK=$(csrf)
gira m /profilo/togli -d "_csrf=$TOK" --data-urlencode '_parola=sua e soltanto qui'
ok 'neanche chiedendolo' test "$CODE" = 422
plan
