# SPDX-License-Identifier: EUPL-1.2
# shellcheck shell=sh disable=SC1091
#
# lib.sh - what every test of the web stands on: tests/cli/lib.sh, and
#
#   finto [NAME=VALUE...]  cartella-web alone, answered by tests/driver/
#			web_finto (whose head says how); $U its address, $PORT,
#			$WEB its pid, $F where the requests are kept
#   finto_fine		ends it
#   servizio [OPTION...]	`cartella servi` on the store $S; $U, $PADRE
#   servizio_fine	ends it; its exit status is in $CODE
#   sessione USER	from now on `web` is he: $COOKIE, and $CSRF for what
#			he posts
#   web PATH [CURL...]	asks $U/PATH: $STATO, headers in $HEAD, body in $BODY,
#			secret cookie of $COOKIE when that is set
#   grezzo TEXT		sends printf's TEXT on a socket, as it is; what comes
#			back in 3 seconds is in $BODY
# Checks
#   stato N DESC		testata ERE DESC, notestata ERE DESC
#   corpo ERE DESC		senza ERE DESC
#   asked N DESC		so many requests have reached $F since the last time
. tests/cli/lib.sh

HEAD=$T/.head
BODY=$T/.body
COOKIE=
PADRE= FINTO= WEB=
F=$T/finto

web_end() {
	[ -z "$FINTO" ] || kill -KILL "$FINTO" "$WEB" 2>/dev/null
	[ -z "$PADRE" ] || kill -TERM "$PADRE" 2>/dev/null
	lib_end
}
trap web_end EXIT

wait_for() {	# wait_for FILE: until it says something, 10 seconds at most
	wait_n=0
	while [ ! -s "$1" ] && [ "$wait_n" -lt 200 ]; do
		sleep 0.05
		wait_n=$((wait_n + 1))
	done
	[ -s "$1" ]
}

finto() {
	rm -rf "$F"
	mkdir -p "$F/spool"
	"$DRIVER/web_finto" "$CARTELLA-web" "$F" "$@" >"$F/port" 2>"$F/err" &
	FINTO=$!
	wait_for "$F/port" || cat "$F/err" >&2
	read -r PORT WEB <"$F/port"
	U=http://127.0.0.1:$PORT
	: >"$F/richieste"
	web_asked=0
}

finto_fine() {
	kill -TERM "$FINTO"
	wait "$FINTO"
	CODE=$?
	FINTO=
}

servizio() {
	: >"$T/.addr"
	"$CARTELLA" --store "$S" servi --indirizzo 127.0.0.1:0 "$@" \
	    >"$T/.addr" 2>>"$T/cronaca" &
	PADRE=$!
	wait_for "$T/.addr" || cat "$T/cronaca" >&2
	U=$(sed 's,/$,,' "$T/.addr")
	PORT=${U##*:}
}

servizio_fine() {
	kill -TERM "$PADRE"
	wait "$PADRE"
	CODE=$?
	PADRE=
}

sessione() {
	read -r COOKIE CSRF <<-X
		$("$DRIVER/sessione" "$S" "$1" \
		    "curl/$(curl -V | awk 'NR == 1 { print $2 }')" | cut -d' ' -f1-2)
	X
}

web() {
	web_path=$1
	shift
	: >"$HEAD"
	: >"$BODY"
	STATO=$(curl -s --max-time 20 --path-as-is -D "$HEAD" -o "$BODY" \
	    -w '%{http_code}' ${COOKIE:+-b "cartella=$COOKIE"} "$@" \
	    "$U$web_path")
}

grezzo() {
	# shellcheck disable=SC2059
	printf "$1" | PORT=$PORT perl -MIO::Socket::INET -e '
		my $s = IO::Socket::INET->new(PeerAddr => "127.0.0.1",
		    PeerPort => $ENV{PORT}) or die;
		local $/; my $t = <STDIN>; $s->syswrite($t);
		$SIG{ALRM} = sub { exit 0 }; alarm 3; $| = 1;
		while ($s->sysread(my $b, 4096)) { print $b }' >"$BODY"
}

stato() { is "$STATO" "$1" "$2"; }
testata() { ok "$2" grep -qiE "$1" "$HEAD"; }
notestata() { not_ok "$2" grep -qiE "$1" "$HEAD"; }
corpo() { ok "$2" grep -qE -- "$1" "$BODY"; }
senza() { not_ok "$2" grep -qE -- "$1" "$BODY"; }
asked() {
	web_now=$(grep -c '<richiesta' "$F/richieste")
	is $((web_now - web_asked)) "$1" "$2"
	web_asked=$web_now
}
