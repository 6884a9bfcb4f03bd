# SPDX-License-Identifier: EUPL-1.2
# The library of the tests: each check can fail, a test that stops early does.
. tests/cli/lib.sh

# One check in a test of its own: prints its TAP, exits as it does.
sola() {
	cat >prova.t <<-FINE
	. tests/cli/lib.sh
	$1
	plan
	FINE
	(cd "$RADICE" && sh "$T/prova.t")
}

accepts() {	# accepts CODE: one result, and it is ok
	run sola "$1"
	is_exit 0 "passes: $1"
	like out '^ok 1 ' 'and says ok'
}

refuses() {
	run sola "$1"
	is_exit 1 "fails: $1"
	like out '^not ok 1 - x' 'and says not ok'
}

accepts 'run sh -c "exit 3"; is_exit 3 x'
refuses 'run sh -c "exit 3"; is_exit 0 x'
accepts 'run printf "a\nb\n"; is_out "a
b" x'
refuses 'run echo ab; is_out a x'
accepts 'run echo "art. 53"; like out "art\. 53" x'
refuses 'run echo "art. 53" ; like err "art" x'
refuses 'run echo a; like stdout a x'
accepts 'run echo a; unlike out b x'
refuses 'run echo a; unlike out a x'
refuses 'run echo a; unlike stdout b x'
accepts 'run echo a; silent err x'
refuses 'run echo a; silent out x'
accepts 'ok x true'
refuses 'ok x false'
refuses 'ok x no-such-program'
accepts 'not_ok x false'
refuses 'not_ok x true'
accepts 'is a a x'
refuses 'is a b x'
accepts 'echo >f; has_file f x'
refuses 'has_file f x'
accepts 'no_file f x'
refuses 'echo >f; no_file f x'
refuses 'ln -s nowhere f; no_file f x'
accepts 'echo >a; echo >b; same_bytes a b x'
refuses 'echo >a; same_bytes a b x'
accepts 'skip motivo'

run sola 'skip_all motivo'
is_out '1..0 # SKIP motivo' 'skip_all ends the test'

# a test that stops early has no plan: prove refuses it
printf '. tests/cli/lib.sh\nok x true\nexit 0\nplan\n' >prova.t
run sh -c "cd '$RADICE' && prove --exec sh '$T/prova.t'"
is_exit 1 'a test without its plan fails'

run sola "printf '%s\n' \"\$T\" >'$T/dove'"
not_ok 'the scratch directory is removed' test -e "$(cat dove)"

# repeatable ids, never the same in two processes
CARTELLA=$T/eco
printf '#!/bin/sh\necho "$CARTELLA_CASO" "$@"\n' >eco
chmod +x eco
is "$(cartella a)" "lib 0 --store $S a" 'the first process'
is "$(come anna b)" "lib 1 --store $S --come anna b" 'the second has other ids'

ora 2027-01-01T00:00:00+01:00
is "$(sh -c 'echo "$CARTELLA_ORA"')" 2027-01-01T00:00:00+01:00 'ora sets the clock'

fpr=$(gpg_key anna)
is "$(printf %s "$fpr" | wc -c)" 40 'gpg_key prints a fingerprint'
echo testo >testo
ok 'the key signs' gpg --batch --quiet -u "$fpr" --detach-sign testo
is "$(gpgconf --list-dirs homedir)" "$T/.gnupg" 'in the GnuPG home of the test'
plan
