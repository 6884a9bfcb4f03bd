#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# controlli.sh - the checks that `make analisi`, `make valgrind` and the compiler
# are asked for, in the tree around, held against the list of them,
# tests/tools/controlli.txt: the set may grow, never shrink.
#
# Prints "file:line: controlli: what is wrong", as lint.sh, which runs it.
set -eu
LC_ALL=C
export LC_ALL
LISTA=tests/tools/controlli.txt

words() {	# words TOOL: what stands on stdin, one a line, behind its name
	tr -s ' ,\\\t' '\n\n\n\n' | sed "/^\$/d; s/^/$1 /"
}
assigned() {	# assigned NAME: its words in the Makefile
	awk -v n="$1" '$1 == n && $2 == ":=" { on = 1; $1 = $2 = "" }
	    on { print } !/\\$/ { on = 0 }' Makefile
}
in_force() {
	awk '/^[A-Za-z]/ { on = /^Checks:/; next } on && !/^#/' .clang-tidy |
	    words clang-tidy
	sed -n 's/^\(WarningsAsErrors:\) */\1/p' .clang-tidy | words clang-tidy
	sed -n '/^cppcheck /,/[^\\]$/p' tests/tools/analisi.sh |
	    grep -oE -- '--(enable|library|std|error-exitcode|suppress[a-z-]*|inline-suppr)[^ ]*' |
	    awk -F '[=,]' '$1 != "--enable" { print; next }
		{ for (i = 2; i <= NF; i++) print $1 "=" $i }' | words cppcheck
	grep -oE "(src|tests)/[*a-z/]*\.c" tests/tools/analisi.sh | words analisi
	sed '/^#/d; /^$/d; s/^/senza:/' tests/tools/cppcheck.txt | words cppcheck
	assigned WARN | words gcc
	assigned VALGRIND | words valgrind
	assigned STRADE | words valgrind
}

d=$(mktemp -d)
trap 'rm -rf "$d"' EXIT
sed '/^#/d; /^$/d' "$LISTA" | sort -u >"$d/lista"
in_force | sort -u >"$d/ora"
# what leaves something out: a check excluded, suppressed, a warning silenced
FUORI='^(clang-tidy -[^*]|cppcheck (senza:|--suppress=)|gcc -Wno-)'

comm -23 "$d/lista" "$d/ora" | while read -r x; do
	n=$(grep -nxF -e "$x" "$LISTA" | head -n 1 | cut -d: -f1)
	if echo "$x" | grep -qE -e "$FUORI"; then
		echo "$LISTA:$n: controlli: \"$x\" is left out no more:" \
		    "take it from the list"
	else
		echo "$LISTA:$n: controlli: \"$x\" is asked no more:" \
		    "the set may grow, never shrink"
	fi
done
comm -13 "$d/lista" "$d/ora" | while read -r x; do
	if echo "$x" | grep -qE -e "$FUORI"; then
		echo "$LISTA:1: controlli: \"$x\" would be left out:" \
		    "the set may grow, never shrink"
	else
		echo "$LISTA:1: controlli: \"$x\" is asked and not in the list: add it"
	fi
done

# What cppcheck leaves out says why, above it or above those it stands with.
awk '!/^#/ && /./ && (FNR < 3 || prima !~ /./) {
	print FILENAME ":" FNR ": controlli: \"" $0 "\" without its reason"
} { prima = $0 }' tests/tools/cppcheck.txt
