# SPDX-License-Identifier: EUPL-1.2
# shellcheck shell=sh disable=SC1091,SC2016
#
# What a hostile browser, or whoever plays one, sends to cartella-web: refused,
# or harmless, in bounded memory, and never asked of the processes that have
# the store.
. tests/web/lib.sh

CSRF=11112222333344445555666677778888
big() { head -c "$1" /dev/zero | tr '\0' x; }
kb() { awk '/^VmRSS/ { print $2 }' "/proc/$WEB/status"; }
post() {	# post PATH [CURL...]: with the csrf of the session
	post_path=$1
	shift
	web "$post_path" -d "_csrf=$CSRF" -d cartella=CS-2026-0000001 "$@"
}

parti() {	# the same as parts, with files, of who is in
	web /atto/annota -b cartella=segreto-di-prova-0123 \
	    -F "_csrf=$CSRF" -F cartella=CS-2026-0000001 \
	    -F testo=x "$@"
}

# ---- what it is ----

not_ok 'cartella-web non è legato al deposito' \
    sh -c 'ldd "$CARTELLA-web" | grep -E "sqlite|git2|gpgme|gmime|qpdf"'
finto pazienza=2
not_ok 'non si lancia da solo' "$CARTELLA-web" un-altra-edizione
case $CARTELLA in
*/san/* | */cov/*) skip 'la gabbia è più larga' 2 ;;
*)
	ok 'sta in una gabbia' grep -q '^Seccomp:.2' "/proc/$WEB/status"
	ok 'e non ne esce' grep -q '^NoNewPrivs:.1' "/proc/$WEB/status" ;;
esac

# ---- the text of others is text ----

web '/?x=<script>alert(1)</script>&fatto=%22%3E%3Cimg%20src=x%3E'
stato 200 'la scrivania'
senza '<script>alert|<img src=x' 'niente di altrui diventa HTML'
corpo '&lt;script&gt;alert' 'ma si legge'
for h in "content-security-policy: default-src 'none'; script-src 'self'" \
    'x-content-type-options: nosniff' 'cache-control: no-store' \
    'referrer-policy: same-origin'; do
	testata "^$h" "ogni pagina: $h"
done
senza 'style=|onclick=|<script>|javascript:' 'niente script né stili in linea'
web '/%3Cscript%3Ealert(1)%3C/script%3E'
stato 404 'una pagina che non c’è'
senza 'alert' 'non ripete il suo indirizzo'
testata "^content-security-policy: default-src 'none'" 'e ha le stesse difese'
asked 1 'solo la prima ha chiesto qualcosa'
post /atto/annota -d luogo=rifiuta --data-urlencode \
    'testo=</textarea><script>alert(3)</script>'
stato 422 'un atto rifiutato'
senza '<script>alert|<img src=x' 'ridà il testo come testo'
asked 2 'chiesti l’atto, poi il modulo e ciò che suggerisce'

# ---- who asks from elsewhere ----

post /atto/annota -d testo=x -H 'Origin: https://male.example'
stato 403 'da un altro sito no'
post /atto/annota -d testo=x -H 'Origin: null'
stato 403 'da nessun sito no'
post /atto/annota -d testo=x -H 'Sec-Fetch-Site: cross-site'
stato 403 'il browser dice di un altro sito: no'
post /atto/annota -d testo=x -H "Origin: $U.male.example"
stato 403 'un nome che comincia come il nostro: no'
web /entra -d utente=prova -d _parola=x -H 'Origin: https://male.example'
stato 403 'nemmeno per entrare al posto di un altro'
asked 0 'niente di ciò è stato chiesto'
web /atto/annota -d cartella=CS-2026-0000001 -d testo=x -d _csrf=sbagliato
stato 422 'senza il segno della sessione l’atto non si fa'
corpo 'la pagina non vale più' 'e si dice perché'
corpo "name=\"_csrf\" value=\"$CSRF\"" 'la pagina torna con il segno giusto'
corpo 'name="testo"[^>]*>x</textarea>' 'e con le parole di chi scriveva'
post /atto/annota -d testo=x -H "Origin: $U"
stato 303 'dalla nostra pagina sì'
web / -H 'Host: male.example:bad'
stato 400 'un Host che non è un nome'

# ---- the secret of the session ----

web /entra -d utente=prova -d _parola=x -b cartella=scelto-da-un-altro
testata '^set-cookie: cartella=segreto-nuovo-0123456789; Path=/; HttpOnly; SameSite=Lax' \
    'chi entra ha un segreto nuovo'
web /entra -d utente=cattivo -d _parola=x
notestata '^set-cookie: evil' 'nessuna riga si aggiunge alle testate'
ok 'la parola non è nella richiesta' sh -c \
    '! grep -q "parola-molto-segreta" "$0"' "$F/richieste"

# ---- addresses that leave their place ----

for p in /../../etc/passwd /statici/../../etc/passwd /statici/%2e%2e/x \
    '/statici/..%2f..%2fetc%2fpasswd' '/%5c..%5cetc' '//male.example/' \
    '/atto/..' '/atto/%00annota' '/atto/%c0%ae' '/atto/%zz' '/./' \
    '/atto/../../x' '/%e2%80%aecilop'; do
	web "$p"
	stato 404 "non c’è: $p"
done
for r in https://male.example //male.example '/\male.example' \
    "/x$(printf '\r\n')Set-Cookie: evil=1" javascript:alert; do
	post /atto/annota -d testo=x --data-urlencode "_ritorno=$r"
	testata '^location: /(esito/[0-9a-f]{32})?.$' 'si torna solo da noi'
	notestata '^set-cookie: evil' 'e con le nostre testate'
done
web '/file/esponi?riferimento=x'
is "$(grep -ci '^x-evil' "$HEAD")" 0 'un nome di file non fa testate'
testata '^content-disposition: attachment; filename="x__X-Evil' 'si salva'
testata "^content-security-policy: default-src 'none'.*sandbox" 'e non si esegue'
web '/file/esponi?riferimento=x&_vedi=si'
testata '^content-disposition: inline' 'un PDF si guarda'
testata '^content-type: application/pdf' 'come PDF'
web '/file/esponi?riferimento=nega'
cp "$BODY" "$T/nega"
stato 404 'ciò che è vietato'
web '/file/esponi?riferimento=manca'
same_bytes "$T/nega" "$BODY" 'è come ciò che non c’è, byte per byte'
asked 14 'fin qui'

# ---- two readings of one request ----

A='GET / HTTP/1.1\r\nHost: x\r\n'
P='POST /atto/annota HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\n'
B='GET /avvelenata HTTP/1.1\r\nHost: x\r\n\r\n'
one() {		# one TEXT DESC: an error, the last thing on that connection
	# (the library says the headers of its own errors twice)
	grezzo "$1"
	is "$(grep -cE '^HTTP/1.. [^45]' "$BODY") $(grep -E '^HTTP/1' "$BODY" |
	    sort -u | wc -l)" '0 1' "$2"
}
one "${P}Content-Length: 5\\r\\nTransfer-Encoding: chunked\\r\\n\\r\\n0\\r\\n\\r\\n$B" \
    'due lunghezze diverse'
one "${P}Content-Length: 5\\r\\nContent-Length: 6\\r\\n\\r\\nabcdef$B" \
    'due volte la lunghezza'
one "${P}Content-Length: +5\\r\\n\\r\\nabcde$B" 'una lunghezza con il segno'
one "${P}Content-Length: 0x5\\r\\n\\r\\nabcde$B" 'una lunghezza in esadecimale'
one "${P}Content-Length: 5, 5\\r\\n\\r\\nabcde$B" 'una lunghezza doppia'
one "${P}Content-Length: -1\\r\\n\\r\\nabcde$B" 'una lunghezza negativa'
one "${P}Transfer-Encoding: chunked\\r\\n\\r\\n5\\r\\nabcde\\r\\n0\\r\\n\\r\\n$B" \
    'a pezzi'
one "${P}Transfer-Encoding: xchunked\\r\\n\\r\\n$B" 'a pezzi di altro nome'
one "${P}\\r\\n$B" 'senza lunghezza'
one 'GET / HTTP/1.1\r\nHost: x\r\nHost: y\r\n\r\n' 'due Host'
one 'GET / HTTP/1.1\r\n\r\n' 'nessun Host'
one "${A}Content-Length: 5\\r\\n\\r\\nabcde$B" 'un corpo dove non ci va'
one 'GET http://male.example/ HTTP/1.1\r\nHost: x\r\n\r\n' 'un indirizzo intero'
one 'GET / HTTP/1.1\r\nHost: x\001y\r\n\r\n' 'un Host con un controllo'
for m in PUT DELETE TRACE OPTIONS CONNECT PROPFIND; do
	one "$m / HTTP/1.1\\r\\nHost: x\\r\\n\\r\\n" "$m"
done
one "${A}X: $(big 70000)\\r\\n\\r\\n" 'testate senza fine'
one "GET /$(big 70000) HTTP/1.1\\r\\nHost: x\\r\\n\\r\\n" 'un indirizzo senza fine'
asked 0 'niente è stato chiesto'

# ---- bodies ----

web /atto/annota -H 'Content-Type: text/plain' -d testo=x
stato 415 'un corpo di altro tipo'
web /atto/annota -H 'Content-Type: application/json' -d '{}'
stato 415 'nemmeno JSON'
web /atto/annota -H 'Content-Type: multipart/form-data' -d x
stato 400 'parti senza confine'
web /atto/annota -H 'Content-Type: multipart/form-data; boundary=b' \
    --data-binary "$(printf -- '--b\r\nContent-Disposition: form-data; name="x"\r\n\r\na')"
stato 400 'parti tronche'
web /atto/annota -H 'Content-Type: multipart/form-data; boundary=b' \
    --data-binary "$(printf -- '--b\r\nX: y\r\n\r\na\r\n--b--')"
stato 400 'una parte senza nome'
web /atto/annota -d 'testo=%ff%fe'
stato 400 'testo che non è UTF-8'
web /atto/annota -d 'testo=a%00b'
stato 400 'un NUL'
web /atto/annota -d '%3Cx%3E=1'
stato 400 'un nome di campo che non è nostro'
seq 1 10000 | sed 's/.*/a&=1/' | paste -sd'&' >"$T/campi"
web /atto/annota --data-binary "@$T/campi"
stato 400 'diecimila campi'
big 9000000 >"$T/nove"
# The answer comes before the body was sent; who is still sending it may find
# the connection closed and the answer gone with it.
for _ in 1 2 3 4 5; do
	web /atto/annota --data-binary "@$T/nove" -H Expect:
	[ "$STATO" = 000 ] || break
done
stato 413 'nove milioni di byte di testo'
web "/?$(seq 1 200 | sed 's/.*/a&=1/' | paste -sd'&')"
stato 404 'duecento parametri'
asked 1 'si è chiesto solo chi manda diecimila campi'

# a group stands in the form as often as it was sent: for whoever sends one
dura() {	# dura SECONDS: of the last request
	test "$(curl -s -m 60 -o "$BODY" -w '%{http_code} %{time_total}' -H Expect: \
	    --data-binary "@$T/campi" "$U/atto/registra" | tr . ' ' |
	    awk -v s="$1" '$1 != 422 { exit 1 } { print $2 < s }')" = 1
}
yes mittente=1 | head -1990 | paste -sd'&' >"$T/campi"
ok 'duemila gruppi vuoti' dura 5
yes 'mittente.denominazione=x' | head -1990 | paste -sd'&' >"$T/campi"
ok 'duemila gruppi pieni' dura 8
corpo 'troppo lungo' 'e si dice perché no'

# ---- files ----

one "${P}Content-Length: 1073741824\\r\\n\\r\\n" 'un gigabyte: no, prima che arrivi'
prima=$(kb)
head -c 60000000 /dev/urandom >"$T/grande"
parti \
    -F "file=@$T/grande;filename=../../../etc/\"cron\".pdf" -H Expect:
stato 303 'un file di 60 MB'
ok 'è arrivato intero' sh -c 'cmp "$(ls -S "$0"/file-* | head -1)" "$1"' "$F" "$T/grande"
case $CARTELLA in
*/san/*) skip 'il controllore tiene ciò che è reso' ;;
*) ok 'senza che la memoria cresca' test $(($(kb) - prima)) -lt 8000 ;;
esac
ok 'con un nome senza cartelle' grep -q '<file nome="&quot;cron&quot;.pdf"' \
    "$F/richieste"
is "$(ls -A "$F/spool")" '' 'e niente resta da parte'
parti $(i=0; while [ $i -lt 25 ]; do
	printf '%s ' -F "file=@$T/nove;filename=$i.pdf"
	i=$((i + 1))
done)
stato 413 'venticinque file'

# Nobody's large bodies have a place of their own: 80 that announce 8 MB each.
PORT=$PORT perl -MIO::Socket::INET -e '
	my @s = map { IO::Socket::INET->new(PeerAddr => "127.0.0.1",
	    PeerPort => $ENV{PORT}) or die } 1 .. 80;
	$_->syswrite("POST /atto/annota HTTP/1.1\r\nHost: x\r\n" .
	    "Content-Type: application/x-www-form-urlencoded\r\n" .
	    "Content-Length: 8000000\r\n\r\n") for @s;
	my ($no, $n, $b) = (0);
	for (1 .. 85) {
		select undef, undef, undef, 0.1;
		for (@s) {
			$_->blocking(0);
			$n = $_->sysread($b, 4096);
			$no += $n && $b =~ m{^HTTP/1.1 503 };
		}
		last if $no == 78;
	}
	open my $f, ">", $ARGV[0]; print $f $no; close $f;
	sleep 30' "$T/anonime" &
ANONIME=$!
wait_for "$T/anonime"
is "$(cat "$T/anonime")" 78 'ottanta ignoti che annunciano 8 MB: due hanno posto'
parti -F "file=@$T/grande" -H Expect:
stato 303 'e a chi è entrato non ne tolgono'
web /entra -d utente=chi -d _parola=x
stato 303 'né a chi vuole entrare'
kill $ANONIME
wait $ANONIME 2>/dev/null
i=0
for n in '..' '/etc/passwd/' "$(printf 'a\001b.pdf')" 'con:pro|n?.pdf' \
    "$(printf 'fdp\342\200\256exe.pdf')"; do
	printf x >"$T/uno"
	parti -F "file=@$T/uno;filename=$n"
	[ "$STATO" = 303 ] || i=$((i + 1))
done
is $i 0 'nomi ostili'
not_ok 'e nessuno esce' grep -qE '<file nome="[^"]*(/|\.\."|[[:cntrl:]])' \
    "$F/richieste"

# ---- who dawdles ----

: >"$T/muta"
(
	web '/file/esponi?riferimento=taci'
	echo "$STATO" >"$T/muta"
) &
MUTA=$!

PORT=$PORT perl -MIO::Socket::INET -e '
	$SIG{PIPE} = "IGNORE";
	my @s = map { IO::Socket::INET->new(PeerAddr => "127.0.0.1",
	    PeerPort => $ENV{PORT}) } 1 .. 100;
	for my $t (1 .. 13) {
		# half of them over the headers, half over the body
		for my $i (0 .. $#s) {
			my $first = $i % 2 ? "GET / HTTP/1.1\r\n" :
			    "POST /atto/annota HTTP/1.1\r\nHost: x\r\n" .
			    "Content-Type: application/x-www-form-urlencoded" .
			    "\r\nContent-Length: 1000\r\n\r\n";
			$s[$i] && $s[$i]->syswrite($t == 1 ? $first : "X: y\r\n");
		}
		select undef, undef, undef, 0.5;
		if ($t == 2) { open my $f, ">", $ARGV[0]; print $f 1 }
	}
	my $open = grep { my $n = $_ && $_->sysread(my $b, 1); $n } @s;
	print "$open\n"' "$T/aperte" >"$T/lente" &
LENTE=$!
wait_for "$T/aperte"
web /salute --max-time 2
stato 200 'cento lenti non fermano chi ha fretta'
wait $LENTE
is "$(cat "$T/lente")" 0 'e sono lasciati'
wait $MUTA
is "$(cat "$T/muta")" 504 'chi non ha risposta lo sa'

# Who asks without end and never reads: what waits for him in the kernel is
# little, and he is given up although he still asks.
PORT=$PORT perl -MIO::Socket::INET -e '
	$SIG{PIPE} = "IGNORE";
	my $s = IO::Socket::INET->new(PeerAddr => "127.0.0.1",
	    PeerPort => $ENV{PORT}) or die;
	$s->blocking(0);
	my $pair = sprintf ":%04X [0-9A-F]+:%04X ", $ENV{PORT}, $s->sockport;
	my ($most, $there) = (0, 1);
	for (my $i = 0; $i < 60 && $there; $i++) {
		$s->syswrite("GET / HTTP/1.1\r\nHost: x\r\n\r\n" x 40);
		select undef, undef, undef, 0.25;
		open my $f, "<", "/proc/net/tcp" or die;
		($there) = grep { /$pair/ } <$f>;
		$there && $there =~ / [0-9A-F]{2} ([0-9A-F]{8}):/ or last;
		$most = hex $1 if hex $1 > $most;
	}
	printf "%s %s\n", $most > 0 && $most <= 1 << 20 ? "poco" : $most,
	    $there ? "tenuto" : "lasciato"' >"$T/sorda"
is "$(cat "$T/sorda")" 'poco lasciato' 'chi chiede e non legge è lasciato'

# ---- who answers dies ----

web_asked=$(grep -c '<richiesta' "$F/richieste")
post /atto/annota -d luogo=muori -d testo=x
stato 303 'chi risponde muore: si chiede di nuovo'
asked 2 'una volta, con la stessa istanza'
is "$(tail -30 "$F/richieste" | grep -o '<istanza atto="annota" id="[0-9a-f]*"' |
    sort -u | wc -l)" 1 'che la catena tiene una volta sola'
post /atto/annota -d luogo=muori-sempre -d testo=x
stato 503 'muore ancora: si dice'
post /atto/annota -d luogo=scaduta -d testo=parole-mie -b cartella=finita
testata '^location: /entra' 'la sessione finita porta a entrare'
ok 'e le parole sono in bozza' sh -c \
    'tail -20 "$0" | grep -q parole-mie' "$F/richieste"

# ---- a passphrase ----

FRASE='frase segreta di Marta 7731'
post /atto/annota -d testo=x --data-urlencode "_frase=$FRASE"
stato 303 'una frase'
testata '^connection: close' 'e la connessione finisce'
parti -F "_frase=$FRASE"
stato 303 'anche in parti'
ok 'arriva per conto suo' sh -c 'cat "$0"/file-* | grep -qa "$1"' "$F" "$FRASE"
not_ok 'non nella richiesta' grep -q "$FRASE" "$F/richieste"
web /salute
if [ "${CARTELLA#*/san/}" != "$CARTELLA" ]; then
	skip 'il controllore tiene ciò che è reso'
elif [ "$(id -u)" -ne 0 ]; then
	not_ok 'la memoria non si guarda' test -r "/proc/$WEB/mem"
else
	perl -e 'my ($pid, $what) = @ARGV; my $n = 0;
		open my $m, "<", "/proc/$pid/maps"; open my $f, "<", "/proc/$pid/mem";
		while (<$m>) { /^([0-9a-f]+)-([0-9a-f]+) rw/ or next;
			my ($a, $b) = (hex $1, hex $2);
			sysseek $f, $a, 0; sysread $f, my $t, $b - $a;
			$n++ while $t =~ /\Q$what\E/g }
		print "$n\n"' "$WEB" "${FRASE#frase }" >"$T/trovate"
	is "$(cat "$T/trovate")" 0 'e non resta in memoria'
fi

# ---- what the browser keeps, and who looks after us ----

web /metriche -H 'X-Forwarded-For: 10.0.0.9'
stato 200 'le misure, da questa macchina'
senza 'prova|segreto' 'senza nomi'
web /favicon.ico
finto_fine
is "$CODE" 0 'finisce da sé quando glielo si dice'
is "$(grep -cE 'segnale|error' "$F/err")" 0 'e non è mai caduto'
plan
