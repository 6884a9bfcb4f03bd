# SPDX-License-Identifier: EUPL-1.2
# shellcheck shell=sh disable=SC1091
# How the programs are built: what readelf and nm find in each, of this variant
# and of the one that is installed.  A program built without is found out.
. tests/cli/lib.sh

# difetti PROGRAM [FORTIFY]: what it lacks, a word a line.
difetti() {
	readelf -hW "$1" | grep -q 'Type:.*DYN' || echo pie
	readelf -lW "$1" | grep -q GNU_RELRO || echo relro
	readelf -dW "$1" | grep -q 'FLAGS.*BIND_NOW\|FLAGS_1.*NOW' || echo bind-now
	readelf -dW "$1" | grep -qE 'RPATH|RUNPATH|TEXTREL' && echo cammino
	readelf -lW "$1" | grep 'GNU_STACK' | grep -q 'RW ' || echo pila-eseguibile
	readelf -lW "$1" | grep -qE 'LOAD.* RWE' && echo memoria-eseguibile
	nm -D "$1" | grep -q ' U __stack_chk_fail' || echo stack-protector
	[ "${2:-}" != fortify ] || nm -D "$1" |
	    grep -qE ' U __(memcpy|vsnprintf|vfprintf|read|fprintf|snprintf|printf)_chk' ||
	    echo fortify
	# the first instruction of a function that can be called through a pointer
	case $(readelf -hW "$1" | sed -n 's/ *Machine: *//p') in
	*X86-64*) objdump --disassemble=main "$1" | awk '/<main>:$/ { getline; print }' |
		grep -q endbr64 || echo cet
		;;
	esac
	find "$1" -perm /6022 | sed 's/.*/modo/'
}

variante=$(basename "$(dirname "$CARTELLA")")
visti=0
for programma in "$CARTELLA" "$CARTELLA"-* "$CARTELLA_REL" "$CARTELLA_REL"-*; do
	[ -x "$programma" ] && [ -f "$programma" ] || continue
	dove=$(basename "$(dirname "$programma")")
	case $dove in
	rel | test) forte=fortify ;;
	*) forte= ;;
	esac
	visti=$((visti + 1))
	is "$(difetti "$programma" $forte)" '' "$dove/${programma##*/}"
done
ok 'i programmi delle due varianti' test $visti -ge 10

# ---- one that is built carelessly is found out ----

cat >x.c <<'X'
#include <stdio.h>
#include <string.h>
int main(int c, char **v) { char b[8]; strcpy(b, v[c - 1]); return puts(b); }
X
if gcc -O2 -no-pie -fno-stack-protector -U_FORTIFY_SOURCE -fcf-protection=none \
    -Wl,-z,norelro,-z,lazy,-z,execstack x.c -o x 2>/dev/null; then
	chmod 4755 x
	is "$(difetti x fortify | tr '\n' ' ')" \
	    'pie relro bind-now pila-eseguibile stack-protector fortify cet modo ' \
	    'chi ne è senza si vede, difetto per difetto'
else
	ok 'altra architettura: il controllo non si prova' true
fi

# ---- and every object, by the options it was compiled with ----

opzioni=$(env -u MAKEFLAGS -u MAKELEVEL make -C "$RADICE" -n -W src/base/buf.c \
    V="$variante" "build/$variante/obj/base/buf.o")
for o in -fPIE -fstack-protector-strong -fstack-clash-protection; do
	ok "si compila con $o" sh -c 'case $1 in *" $2 "*) ;; *) exit 1 ;; esac' - \
	    "$opzioni" "$o"
done
plan
