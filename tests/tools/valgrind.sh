#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# valgrind.sh BUILD - memcheck on programs of BUILD: its unit tests that UNIT
# names, and the program itself under the command line tests that STRADE names;
# JOBS (1) at once.  Says of each how it went and what was found, and exits 1
# when there is anything; a test that does not pass counts too.
#
# Workers run as they are: their cages refuse what valgrind itself needs.  (A
# unit test that finds none beside itself is its own worker, and would start
# valgrind instead; so it runs where they are.)  Leaks are not asked: what is
# made for an act is freed with its process.  Nothing is suppressed.
set -eu
build=$1
if [ $# -eq 1 ]; then
	dir=$(mktemp -d)
	trap 'rm -rf "$dir"' EXIT
	ln -s "$build"/cartella-* "$dir"
	cat >"$dir/cartella" <<-FINE
	#!/bin/sh
	exec valgrind -q --leak-check=no --vgdb=no --log-file="\$TROVATO.%p" \
	    "$build/cartella" "\$@"
	FINE
	chmod +x "$dir/cartella"
	# shellcheck disable=SC2086
	printf '%s\n' $UNIT $STRADE | xargs -P "${JOBS:-1}" -n 1 \
	    sh "$0" "$build" "$dir" || exit 1
	exit
fi
dir=$2 name=$3
export TROVATO="$dir/$name.trovato" DRIVER="$build/driver"
said=$dir/$name.detto
code=0
case $name in
test_*)
	cp "$build/unit/$name" "$dir/$name"
	valgrind -q --leak-check=no --vgdb=no --log-file="$TROVATO.%p" \
	    "$dir/$name" >"$said" 2>&1 || code=$?
	;;
*)
	CARTELLA=$dir/cartella sh "tests/cli/$name.t" >"$said" 2>&1 || code=$?
	;;
esac
cat "$TROVATO".* >"$TROVATO"
# what begins with "==" is a finding, with "--" a word of valgrind's own
if [ $code -eq 0 ] && ! grep -q '^==' "$TROVATO"; then
	echo "  memcheck $name"
	exit
fi
{
	echo "== memcheck $name: exit $code"
	cat "$TROVATO"
	[ $code -eq 0 ] || tail -n 40 "$said"
} >"$said.tutto"
cat "$said.tutto"
exit 1
