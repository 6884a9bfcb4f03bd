# SPDX-License-Identifier: EUPL-1.2
# shellcheck shell=sh disable=SC1091,SC2086
#
# The processes of `cartella servi`, with tests/driver/bocca in the place of
# cartella-web: whoever is killed, wherever it is, the one who asked gets the
# right answer, an act is whole or absent, and nothing is read unwritten.
. tests/cli/lib.sh

# The stand-in stands beside a copy of the program.
P=$T/p
mkdir "$P"
for x in cartella cartella-operaio cartella-lettore; do
	ln -s "${CARTELLA%/*}/$x" "$P/$x"
done
rm "$P/cartella"
cp "$CARTELLA" "$P/cartella"
cp "$DRIVER/bocca" "$P/cartella-web"

start() {	# start [VAR=VALUE...] [-- OPTION...]: serves; $A, $PADRE
	start_env=
	while [ $# -gt 0 ] && [ "$1" != -- ]; do
		start_env="$start_env $1"
		shift
	done
	[ $# -eq 0 ] || shift
	: >"$T/addr"
	env $start_env "$P/cartella" --store "$S" servi \
	    --indirizzo 127.0.0.1:0 --web 1 --lettori "${LETTORI:-2}" --compositori 1 "$@" \
	    >"$T/addr" 2>>"$T/cronaca" &
	PADRE=$!
	start_n=0
	while [ ! -s "$T/addr" ] && [ $start_n -lt 300 ]; do
		sleep 0.05
		start_n=$((start_n + 1))
	done
	A=$(sed 's,http://,,;s,/$,,' "$T/addr")
}
stop() {
	kill -TERM $PADRE 2>/dev/null
	wait $PADRE
}
ask() {		# ask FILE [N]
	"$DRIVER/bocca" "$A" ${2:+"$2"} <"$1" >"$T/r" 2>"$T/re"
}
child() {	# child TRADE: the pid of one
	ps -o pid=,comm= --ppid $PADRE | awk -v c="$1" '$2 == c { print $1 }' |
	    head -1
}
numbers() {	# how many registrations there are
	come prot elenco --formato xml | grep -c '<registrazione'
}
trap 'kill -KILL $PADRE 2>/dev/null; lib_end' EXIT

cartella init --denominazione 'Comune di Prova' --codice-ipa c_r000 \
    --codice-aoo AOO1 --dimostrativo si \
    --ufficio.codice protocollo --ufficio.denominazione Protocollo \
    --responsabile.codice resp --responsabile.cognome Bianchi \
    --responsabile.nome Anna >/dev/null
come resp nomina --codice prot --cognome Verdi --nome Luca --ruolo protocollo \
    --ufficio protocollo >/dev/null

read -r SESSIONE CSRF AGENTE <<-X
	$("$DRIVER/sessione" "$S" prot)
X
cat >leggi.xml <<-X
	<richiesta xmlns="urn:cartella:1" tipo="leggi" sessione="$SESSIONE"
	 agente="$AGENTE" menu="si">
	<lettura><istanza atto="scrivania" id="@ID@" versione="1"><scrivania/></istanza></lettura>
	<lettura><istanza atto="elenco" id="@ID@" versione="1"><elenco/></istanza></lettura>
	</richiesta>
X
cat >compi.xml <<-X
	<richiesta xmlns="urn:cartella:1" tipo="compi" sessione="$SESSIONE"
	 agente="$AGENTE" csrf="$CSRF">
	<istanza atto="registra" id="@ID@" versione="1"><conferme>
	<conferma codice="senza-documento"/><conferma codice="doppione"/></conferme>
	<registra><flusso>entrata</flusso><oggetto>Prova</oggetto>
	<mittente><denominazione>Scuola</denominazione></mittente>
	<classifica>VII/9</classifica></registra></istanza></richiesta>
X

# ---- the plain road ----
start
ok 'serve e lo dice' test -n "$A"
ask leggi.xml
ok 'due letture in una richiesta' test "$(grep -c 'parte atto=.* esito="fatto"' r)" = 2
ok 'chi sono e che cosa posso' grep -q 'puo atto="registra"' r
ok 'la testa di ciò che si mostra' grep -q 'testa cartella="ente"' r
ask compi.xml
ok 'un atto' grep -q '0000001/2026' r

sed 's/csrf="[0-9a-f]*"/csrf="1"/' compi.xml >senza.xml
ask senza.xml
ok 'senza csrf no' grep -q '<risposta.*esito="scorretta"' r
sed 's/sessione="[0-9a-f]*"//' leggi.xml >nessuno.xml
ask nessuno.xml
ok 'senza sessione no' grep -q '<risposta.*esito="entra"' r
sed 's/<elenco\/>/<elenco><pippo>x<\/pippo><\/elenco>/' leggi.xml >cattiva.xml
ask cattiva.xml
ok 'una istanza che lo schema non vuole' grep -q 'atto="elenco" esito="rifiutato"' r
sed 's/atto="elenco"/atto="registra"/;s/elenco/registra/g' leggi.xml >altra.xml
ask altra.xml
ok 'un atto non è una lettura' grep -q 'atto="registra" esito="scorretta"' r
sed 's/atto="elenco"/atto="permessi"/;s/<elenco/<permessi/' leggi.xml |
    sed 's/sessione="[0-9a-f]*"/sessione="nemo"/' >nemo.xml
ask nemo.xml
ok 'chi non è di qui' grep -qv 'esito="fatto"' r

# what would be waited for for ever: no compositore stands at it
sed '1s/tipo="leggi"/& coda="scritture"/' leggi.xml >altrove.xml
ask altrove.xml
ok 'una lettura nella coda di chi scrive: rifiutata' \
    grep -q '^<risposta[^>]*esito="scorretta"' r
senza_parte=$(grep -c '<parte' r)
is "$senza_parte" 0 'e non letta'
cat >strano.xml <<-X
	<richiesta xmlns="urn:cartella:1" tipo="sosta-metti" strano="si"
	 sessione="$SESSIONE" agente="$AGENTE" csrf="$CSRF"><file nome="a"/></richiesta>
X
timeout 5 "$DRIVER/bocca" "$A" <strano.xml >r 2>re
ok 'ciò che non è un file non si legge' \
    grep -q '<risposta.*esito="scorretta"' r

# one that shuts the queue under all the others
sed 's/tipo="leggi"/& chiude="si"/' leggi.xml >chiude.xml
timeout 5 "$DRIVER/bocca" "$A" <chiude.xml >r 2>re
for i in 1 2 3 4 5 6 7 8 9 10; do
	sleep 0.5
	timeout 2 "$DRIVER/bocca" "$A" <leggi.xml >r 2>re
	! grep -q 'parte atto="elenco" esito="fatto"' r || break
done
ok 'chi chiude una coda non ferma il servizio' \
    grep -q 'parte atto="elenco" esito="fatto"' r

sed 's/@ID@/0123456789abcdef0123456789abcdef/' compi.xml >stessa.xml
ask stessa.xml
first=$(grep -o '[0-9]*/2026' r)
ask stessa.xml
is "$(grep -o '[0-9]*/2026' r)" "$first" 'la stessa istanza, lo stesso numero'
ok 'e lo dice' grep -q 'ripetuta="si"' r
stop
is $? 0 'SIGTERM: finisce bene'

# ---- killed at a point, the second time it passes there ----
have=$(numbers)
for point in lucchetto-preso prima-della-sincronia prima-del-commit \
    dopo-il-commit lucchetto-lasciato servi-prima-della-risposta; do
	start CARTELLA_PUNTO=$point:2
	ask compi.xml
	ask compi.xml
	have=$((have + 2))
	ok "scrittore ucciso a $point: la risposta è giusta" \
	    grep -q "0*$have/2026" r
	stop
	is "$(numbers)" "$have" 'e c'\''è una volta sola'
done
for point in lettura-da-scrivere lettura-scritta; do
	LETTORI=1 start CARTELLA_PUNTO=$point:3
	for i in 1 2 3 4 5 6; do
		ask leggi.xml
		grep -q 'parte atto="elenco" esito="fatto"' r || break
	done
	ok "lettori uccisi a $point: ogni risposta è giusta" test $i = 6 -a -s r
	stop
done

# ---- killed from outside, under load ----
start
for x in 1 2 3; do
	ask_i() { "$DRIVER/bocca" "$A" 40 <"$1" >"$2" 2>&1; }
	ask_i compi.xml c$x &
	eval "W$x=$!"
done
ask_i leggi.xml l1 &
W4=$!
for x in scrittore lettore compositore scrittore lettore; do
	sleep 0.4
	kill -KILL "$(child $x)" 2>/dev/null
done
wait $W1 $W2 $W3 $W4
have=$((have + 120))
is "$(cat c1 c2 c3 | sort -u)" 'fatto 40 altro 0 nulla 0' \
    'scrittore e lettori uccisi sotto carico: tutti gli atti hanno risposta'
is "$(cat l1)" 'fatto 40 altro 0 nulla 0' 'e tutte le letture'
is "$(numbers)" "$have" 'nessun atto manca, nessuno è doppio'

# ---- nothing is shown that is not written down ----
rows() { cartella verifica | grep -oE '[0-9]+ letture' | tail -1 | cut -d' ' -f1; }
before=$(rows)
for x in 1 2 3 4; do
	ask_i leggi.xml l$x &
	eval "W$x=$!"
done
wait $W1 $W2 $W3 $W4
is "$(cat l1 l2 l3 l4 | sort -u)" 'fatto 40 altro 0 nulla 0' 'chi legge insieme'
is $(($(rows) - before)) 320 'ha una riga per lettura, né più né meno'

# ---- another program, nobody refused ----
ask_i compi.xml c1 &
W1=$!
sleep 0.2
kill -HUP $PADRE
wait $W1
have=$((have + 40))
is "$(cat c1)" 'fatto 40 altro 0 nulla 0' 'SIGHUP: nessuno è respinto'
ask leggi.xml
ok 'e dopo si risponde' grep -q 'parte atto="elenco" esito="fatto"' r
ok 'è lo stesso processo' kill -0 $PADRE

# ---- who will not end ----
stop
start CARTELLA_FINE=1
SORDO=$(child cartella-web)
kill -STOP "$SORDO"
kill -HUP $PADRE
n=0
while kill -0 "$SORDO" 2>/dev/null && [ $n -lt 200 ]; do
	sleep 0.05
	n=$((n + 1))
done
ok 'di prima del riavvio, sordo: è ucciso' test $n -gt 5 -a $n -lt 200
ok 'e si sa' grep -q '"figlio-ucciso","figlio":"'"$SORDO"'"' cronaca
ask leggi.xml
ok 'gli altri rispondono' grep -q 'parte atto="elenco" esito="fatto"' r
SORDO=$(child cartella-web)
kill -STOP "$SORDO"
n=$(date +%s)
stop
is $? 0 'sordo alla fine: il servizio finisce lo stesso'
ok 'in tempo' test $(($(date +%s) - n)) -lt 8
not_ok 'e di lui non resta niente' kill -0 "$SORDO"
start

# ---- told to end in the middle ----
for x in 1 2 3 4; do
	ask_i compi.xml t$x &
done
sleep 0.3
stop
is $? 0 'SIGTERM sotto carico: finisce bene'
wait
done=$(cat t1 t2 t3 t4 | awk '{ n += $2 } END { print n }')
lost=$(cat t1 t2 t3 t4 | awk '{ n += $4 + $6 } END { print n }')
# a connection that nobody had taken yet ends with what listens
ok "chi era già dentro ha la sua risposta ($done, $lost no)" \
    test "$done" -gt 0 -a "$lost" -le 4
have=$((have + done))
is "$(numbers)" "$have" 'e tanti sono gli atti'

# ---- the parent killed ----
start
KIDS=$(ps -o pid= --ppid $PADRE)
kill -KILL $PADRE
wait $PADRE 2>/dev/null
n=0
for k in $KIDS; do
	while kill -0 $k 2>/dev/null && [ $n -lt 60 ]; do
		sleep 0.05
		n=$((n + 1))
	done
done
ok 'ucciso il padre, finiscono tutti' test $n -lt 60
start
ask compi.xml
have=$((have + 1))
ok 'e si ricomincia' grep -q "0*$have/2026" r

# ---- another register in its place ----
run cartella ricostruisci
is_exit 0 'ricostruisci mentre si serve'
ask compi.xml
have=$((have + 1))
ok 'si scrive in quello nuovo' grep -q "0*$have/2026" r
ask leggi.xml
ok 'e lo si legge' grep -q "0*$have/2026" r
stop

run cartella verifica
is_exit 0 'e tutto torna'

# ---- a socket from systemd, and what it is told ----
cat >systemd.pl <<-'X'
	use IO::Socket::INET;
	use IO::Socket::UNIX;
	use POSIX qw(dup2);
	my $n = IO::Socket::UNIX->new(Type => SOCK_DGRAM, Local => "$ENV{T}/notify") or die;
	my $l = IO::Socket::INET->new(Listen => 5, LocalAddr => "127.0.0.1") or die;
	my $pid = fork;
	if ($pid == 0) {
		dup2(fileno($l), 3) or die;
		$^F = 3;
		fcntl(STDERR, 1, 0);
		open(my $keep, "<&=3") or die;
		fcntl($keep, 2, 0);
		$ENV{LISTEN_PID} = $$;
		$ENV{LISTEN_FDS} = 1;
		$ENV{NOTIFY_SOCKET} = "$ENV{T}/notify";
		exec @ARGV;
	}
	my $m;
	open(my $out, ">", "$ENV{T}/detto");
	$out->autoflush;
	print $out $l->sockport, " $pid\n";
	while (defined $n->recv($m, 200)) { print $out "$m\n"; last if $m =~ /STOPPING/ }
	waitpid $pid, 0;
	exit $? >> 8;
X
: >detto
T=$T perl systemd.pl "$P/cartella" --store "$S" servi --web 1 --lettori 1 \
    --compositori 1 >addr 2>>cronaca &
PADRE=$!
i=0
while ! grep -q READY detto && [ $i -lt 300 ]; do
	sleep 0.05
	i=$((i + 1))
done
read -r port pid <detto
is "$(cat addr)" "http://127.0.0.1:$port/" 'la presa è quella data'
A=127.0.0.1:$port
ask leggi.xml
ok 'e vi si risponde' grep -q 'parte atto="elenco" esito="fatto"' r
kill -HUP "$pid"
i=0
while [ "$(grep -c READY detto)" -lt 2 ] && [ $i -lt 300 ]; do
	sleep 0.05
	i=$((i + 1))
done
is "$(grep -v ' ' detto | tr '\n' ' ')" 'READY=1 RELOADING=1 READY=1 ' \
    'systemd sa quando è pronto, e quando riparte'
kill -TERM "$pid"
wait $PADRE
is $? 0 'e quando finisce'
ok 'lo dice' grep -q STOPPING=1 detto

# ---- a socket of the file system ----
: >addr
"$P/cartella" --store "$S" servi --indirizzo "unix:$T/presa" --web 1 \
    --lettori 1 --compositori 1 >addr 2>>cronaca &
PADRE=$!
i=0
while [ ! -s addr ] && [ $i -lt 300 ]; do
	sleep 0.05
	i=$((i + 1))
done
is "$(cat addr)" "unix:$T/presa" 'una presa nel file system'
is "$(stat -c %a "$T/presa")" 660 'che non è di tutti'
stop
run "$CARTELLA" --store "$T/nulla" servi --indirizzo 127.0.0.1:0
is_exit 1 'un archivio che non c'\''è'
ok 'la cronaca è JSON, una riga per fatto' sh -c \
    "! grep -vE '^\{\"ora\":\"[^\"]*\",\"pid\":[0-9]+,\"evento\":\".*\"\}$' cronaca"
not_ok 'e non dice di nessuno' grep -qE 'Scuola|Verdi|prot' cronaca

# ---- programs replaced while it serves ----
start
mv "$P/cartella-web" "$P/di-prima"
cp "$P/di-prima" "$P/cartella-web"
printf '#!/bin/sh\nexit 2\n' >"$P/nuovo"
chmod +x "$P/nuovo"
mv "$P/nuovo" "$P/cartella-web"
kill -KILL "$(child cartella-web)"
wait $PADRE
is $? 4 'cartella-web di un'\''altra versione: riparte, e se non basta finisce'
ok 'e lo dice' sh -c 'tail -20 cronaca | grep -q "\"riavvio\"" &&
    tail -1 cronaca | grep -q "web. non è partito"'

# ---- what is refused ----
run cartella servi --indirizzo 0.0.0.0:0
is_exit 1 'un indirizzo aperto senza TLS'
like err 'tls-cert' 'e dice che cosa vuole'
run cartella servi --indirizzo localhost:80
like err 'si scrive come' 'un nome non è un indirizzo'
run cartella servi --lettori 0
is_exit 2 'zero lettori'
run cartella servi --pippo 1
is_exit 2 'una opzione che non c'\''è'
run cartella servi --indirizzo 127.0.0.1:0 --utente-intestazione X-Utente
is_exit 2 'chi è entrato lo dice solo il proxy'
plan
