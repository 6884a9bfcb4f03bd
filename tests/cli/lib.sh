# SPDX-License-Identifier: EUPL-1.2
# shellcheck shell=sh
#
# lib.sh - what every command line test stands on.  POSIX sh, results in TAP.
#
# A test is tests/cli/<atto>.t, run by `make check` from the top directory:
#
#	. tests/cli/lib.sh
#	run cartella registra --direzione entrata lettera.pdf
#	is_exit 0 'registra accetta una entrata'
#	is_out 0000001/2026 'e stampa il numero'
#	run cartella registra --oggetto ''
#	is_exit 1 'senza oggetto no'
#	like err 'art\. 53' 'e cita la norma'
#	plan
#
# Each test has its own world, removed at its end (TIENI=1 keeps it and says
# where): $T, the current directory; $S, the store; a GnuPG home; no git
# configuration but the repository's; the clock at $CARTELLA_ORA (`ora` sets
# it) and repeatable ids, both in test builds only.  $RADICE is the source
# tree, $FIXTURES its tests/fixtures, $DRIVER where the programs of
# tests/driver are.
#
# The world of a test is in memory, if there is room for it, where a sync waits
# for nobody; a test about the disk sets DISCO=1 before it reads this file.
#
# Programs
#   cartella ARG...      the program on the store $S.  Not for two at once:
#                        for that call "$CARTELLA" --store "$S", whose ids
#                        are random
#   come USER ARG...     the same with --come USER
#   ora TIME             from now on the clock stands at TIME
#   at_point NAME CMD... CMD, ended by _exit(99) at that point (NAME:n: at the
#                        n-th passage)
#   points_of CMD...     prints the names of the points CMD passes, each once
#   gpg_key USER         makes a key without passphrase, prints its fingerprint
#   run CMD...           runs it; its output is then in $OUT and $ERR (files),
#                        its exit status in $CODE
# Checks of the last run; each is one numbered result
#   is_exit N DESC       is_out TEXT DESC (all of stdout, but the last newline)
#   like out|err ERE DESC            unlike out|err ERE DESC
#   silent out|err DESC
# Other checks
#   ok DESC CMD...       CMD succeeds      not_ok DESC CMD...   it fails
#   is GOT WANTED DESC
#   has_file PATH DESC   no_file PATH DESC
#   same_bytes FILE FILE DESC
#   skip REASON [N]      N (1) results not sought here
#   skip_all REASON      nothing of this test can be sought here: ends it
#   note TEXT            a comment in the report
#   plan                 last line of every test; one without it fails

set -u
umask 022

RADICE=$(pwd)
FIXTURES=$RADICE/tests/fixtures
: "${CARTELLA:=$RADICE/build/test/cartella}"
: "${CARTELLA_REL:=$RADICE/build/rel/cartella}"
: "${DRIVER:=$RADICE/build/test/driver}"
PROVA=$(basename "$0" .t)

if [ -z "${DISCO:-}${TMPDIR:-}" ] && [ -w /dev/shm ] &&
    [ "$(df -Pk /dev/shm | awk 'NR == 2 { print $4 }')" -gt 2000000 ]; then
	TMPDIR=/dev/shm
	export TMPDIR
fi
T=$(mktemp -d "${TMPDIR:-/tmp}/cartella.XXXXXX") || exit 1
S=$T/deposito
OUT=$T/.out
ERR=$T/.err
CODE=

HOME=$T
GNUPGHOME=$T/.gnupg
GIT_CONFIG_GLOBAL=/dev/null
GIT_CONFIG_SYSTEM=/dev/null
LC_ALL=C.UTF-8
TZ=UTC
CARTELLA_ORA=2026-11-20T10:15:30+01:00
export CARTELLA CARTELLA_REL DRIVER HOME GNUPGHOME GIT_CONFIG_GLOBAL \
    GIT_CONFIG_SYSTEM LC_ALL TZ CARTELLA_ORA
unset GIT_DIR GIT_WORK_TREE GIT_INDEX_FILE LANGUAGE XDG_CONFIG_HOME \
    CARTELLA_CASO CARTELLA_PUNTO CARTELLA_PUNTI CARTELLA_VERAPDF
mkdir -m 700 "$GNUPGHOME"

lib_end() {
	if [ -n "$(ls -A "$GNUPGHOME")" ]; then
		gpgconf --kill all 2>/dev/null
	fi
	cd /
	if [ -n "${TIENI:-}" ]; then
		echo "# $T" >&2
	else
		chmod -R u+rwX "$T" 2>/dev/null
		rm -rf "$T"
	fi
}
trap lib_end EXIT
trap 'exit 130' INT
trap 'exit 143' TERM HUP
cd "$T" || exit 1

lib_n=0		# results so far
lib_failed=0

# ---- results ----

note() {
	printf '%s\n' "$1" | sed 's/^/# /'
}

lib_diag() {	# what went wrong, where prove shows it
	printf '%s\n' "$1" | sed 's/^/#   /' >&2
}

lib_result() {	# lib_result 0|1 DESC
	lib_n=$((lib_n + 1))
	if [ "$1" -eq 0 ]; then
		printf 'ok %d - %s\n' "$lib_n" "$2"
		return 0
	fi
	lib_failed=$((lib_failed + 1))
	printf 'not ok %d - %s\n' "$lib_n" "$2"
	lib_diag "$PROVA: not ok $lib_n - $2"
	return 1
}

plan() {
	echo "1..$lib_n"
	[ "$lib_failed" -eq 0 ]
	exit
}

skip() {
	lib_left=${2:-1}
	while [ "$lib_left" -gt 0 ]; do
		lib_n=$((lib_n + 1))
		printf 'ok %d # SKIP %s\n' "$lib_n" "$1"
		lib_left=$((lib_left - 1))
	done
}

skip_all() {
	echo "1..0 # SKIP $1"
	exit 0
}

# ---- programs ----

# Every process gets ids of its own, the same at every run of the test.  The
# counter is a file because callers may stand in a $(...); there is no process
# more for it, because there are twenty thousand of these in all tests.
lib_next() {
	read -r lib_c <"$T/.caso"
	echo $((lib_c + 1)) >"$T/.caso"
}
echo 0 >"$T/.caso"

lib_caso() {
	lib_next
	echo "$PROVA $lib_c"
}

cartella() {
	lib_next
	CARTELLA_CASO="$PROVA $lib_c" "$CARTELLA" --store "$S" "$@"
}

come() {
	lib_user=$1
	shift
	lib_next
	CARTELLA_CASO="$PROVA $lib_c" "$CARTELLA" --store "$S" \
	    --come "$lib_user" "$@"
}

ora() {
	CARTELLA_ORA=$1
}

at_point() {
	lib_point=$1
	shift
	(
		export CARTELLA_PUNTO="$lib_point"
		"$@"
	)
}

points_of() {
	rm -f "$T/.punti"
	(
		export CARTELLA_PUNTI="$T/.punti"
		"$@"
	) >/dev/null 2>&1
	[ -f "$T/.punti" ] && awk '!seen[$0]++' "$T/.punti"
}

# The key is as old as 2020, so that no frozen clock of a test precedes it.
gpg_key() {
	gpg --batch --quiet --faked-system-time 20200101T000000 \
	    --pinentry-mode loopback --passphrase '' \
	    --quick-generate-key "$1 <$1@prova.invalid>" ed25519 sign never \
	    2>"$T/.gpg" || { cat "$T/.gpg" >&2; return 1; }
	gpg --batch --with-colons --list-keys "=$1 <$1@prova.invalid>" 2>/dev/null |
	    awk -F: '$1 == "fpr" { print $10; exit }'
}

run() {
	lib_last="$*"
	"$@" >"$OUT" 2>"$ERR"
	CODE=$?
}

# ---- checks of the last run ----

lib_show() {
	lib_diag "$lib_last"
	lib_diag "exit: $CODE"
	lib_diag "stdout: $(head -c 2000 "$OUT")"
	lib_diag "stderr: $(head -c 2000 "$ERR")"
}

lib_stream() {
	case $1 in
	out) lib_file=$OUT ;;
	err) lib_file=$ERR ;;
	*) echo "lib.sh: out or err, not '$1'" >&2; return 1 ;;
	esac
}

is_exit() {
	[ "$CODE" = "$1" ]
	lib_result $? "$2" || { lib_diag "wanted exit: $1"; lib_show; }
}

is_out() {
	[ "$(cat "$OUT")" = "$1" ]
	lib_result $? "$2" || { lib_diag "wanted: $1"; lib_show; }
}

like() {
	lib_stream "$1" && grep -Eq -e "$2" "$lib_file"
	lib_result $? "$3" || { lib_diag "wanted in $1: $2"; lib_show; }
}

unlike() {
	lib_stream "$1" && ! grep -Eq -e "$2" "$lib_file"
	lib_result $? "$3" || { lib_diag "not wanted in $1: $2"; lib_show; }
}

silent() {
	lib_stream "$1" && [ ! -s "$lib_file" ]
	lib_result $? "$2" || lib_show
}

# ---- other checks ----

ok() {
	lib_desc=$1
	shift
	lib_said=$("$@" 2>&1)
	lib_result $? "$lib_desc" || { lib_diag "$*"; lib_diag "$lib_said"; }
}

not_ok() {
	lib_desc=$1
	shift
	! lib_said=$("$@" 2>&1)
	lib_result $? "$lib_desc" ||
	    { lib_diag "succeeded: $*"; lib_diag "$lib_said"; }
}

is() {
	[ "$1" = "$2" ]
	lib_result $? "$3" || { lib_diag "got:    $1"; lib_diag "wanted: $2"; }
}

has_file() {
	[ -f "$1" ]
	lib_result $? "$2" || lib_diag "no such file: $1"
}

no_file() {
	[ ! -e "$1" ] && [ ! -L "$1" ]
	lib_result $? "$2" || lib_diag "is there: $1"
}

same_bytes() {
	lib_said=$(cmp "$1" "$2" 2>&1)
	lib_result $? "$3" || lib_diag "$lib_said"
}
