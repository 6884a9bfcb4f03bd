# SPDX-License-Identifier: EUPL-1.2
# Every fuzz target again, on its kept inputs and on what is made of them
# (tests/driver/ripeti_fuzz.c), in this variant; every target has some.
. tests/cli/lib.sh

cd "$RADICE" || exit 1
for c in tests/fuzz/*.c; do
	nome=$(basename "$c" .c)
	ok "$nome: ha ingressi" [ -n "$(ls "tests/fuzz/$nome" 2>/dev/null)" ]
	ok "$nome: li regge" timeout 60 "$DRIVER/ripeti_fuzz" "$nome" \
	    "${RIPETI:-40}" "tests/fuzz/$nome"/*
done
run "$DRIVER/ripeti_fuzz" fuzz_che_non_esiste 1
is_exit 2 'un bersaglio che non c'\''è'
plan
