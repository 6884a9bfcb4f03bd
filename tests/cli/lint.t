# SPDX-License-Identifier: EUPL-1.2
# The lint: a clean tree passes, and each rule, broken once, is named.
. tests/cli/lib.sh

SPDX='/* SPDX-License-Identifier: EUPL-1.2 */'

# A small tree in which nothing is wrong.
tree() {
	rm -rf albero
	mkdir -p albero/src/base albero/src/xml albero/src/worker \
	    albero/src/registro albero/src/cli albero/tests/unit albero/docs
	cd albero || exit 1
	printf '# SPDX-License-Identifier: EUPL-1.2\nall:\n' >Makefile
	printf '%s\n' "$SPDX" '#ifndef BASE_A_H' '#define BASE_A_H' \
	    '#include <stddef.h>' 'size_t a(void);' '#endif' >src/base/a.h
	file src/base/a.c <<-'FINE'
	#include "base/a.h"
	#include <utf8proc.h>
	/* "SELECT" and printf("x") in a comment; // and 'quotes' */
	size_t
	a(void)
	{
		const char *x = "SELEZIONE </ <UTENTE> printf(";
		char c = '"', d = '\'', *e = "\\", *f = "puts(";

		return sizeof "printf(\"" + (size_t)x[0];	// puts("x")
	}
	FINE
	file src/xml/b.c <<-'FINE'
	#include <libxml/tree.h>
	#include "base/a.h"
	const char *close_tag = "</x>";
	FINE
	file src/worker/c.c <<-'FINE'
	int r = file_write_fd(1, p, n);
	FINE
	file src/registro/d.c <<-'FINE'
	const char *q = "SELECT numero FROM registrazione";
	FINE
	file src/cli/e.c <<-'FINE'
	#include <stdio.h>
	void f(void) { puts("ciao"); }
	FINE
	file tests/unit/test_f.c <<-'FINE'
	#include <cmocka.h>
	#include "xml/nodo.h"
	void g(void) { printf("DELETE <html>"); }
	FINE
}

file() {	# file PATH: its text from stdin, after the licence
	{ printf '%s\n' "$SPDX"; cat; } >"$1"
}

lint() {
	(cd "$RADICE" && sh tests/tools/lint.sh "$T/albero")
}

# finds PATH:LINE RULE DESC: this and nothing else is reported.
finds() {
	run lint
	is_exit 1 "$3"
	like out "^$1: $2: " "named as $2 at $1"
	is "$(grep -vc "^$1: $2: " "$OUT")" 0 'and nothing else is'
	cd "$T" || exit 1
}

tree
run lint
is_exit 0 'a clean tree passes'
silent out 'and nothing is said'
cd "$T" || exit 1

# ---- who may include whom ----
tree; echo '#include "xml/nodo.h"' | file src/base/x.c
finds src/base/x.c:2 rooms 'base includes no other room'
tree; echo '#include "cli/x.h"' | file src/registro/x.c
finds src/registro/x.c:2 rooms 'no room includes a front'
tree; echo '#include "db/db.h"' | file src/cli/x.c
finds src/cli/x.c:2 rooms 'a front includes no database'
tree; echo '#include "a.h"' | file src/base/x.c
finds src/base/x.c:2 rooms 'the room of a header is written'
tree; mkdir src/altro; echo 'int x;' | file src/altro/x.c
finds src/altro/x.c:1 rooms 'a room that is not in the table'
tree; echo '#include "xml/firmato.h"' | file src/worker/x.c
finds src/worker/x.c:2 rooms 'a header kept for one room'

for pair in sqlite3.h:registro git2.h:base zlib.h:zip libxml/tree.h:documenti \
    libxslt/xslt.h:resa zip.h:resa openssl/sha.h:registro gpgme.h:worker \
    gmime/gmime.h:worker qpdf/qpdf-c.h:worker seccomp.h:base \
    LibreOfficeKit/LibreOfficeKit.h:worker linux/landlock.h:base \
    utf8proc.h:xml; do
	tree
	mkdir -p "src/${pair#*:}"
	echo "#include <${pair%:*}>" | file "src/${pair#*:}/x.c"
	finds "src/${pair#*:}/x.c:2" foreign "<${pair%:*}> not in ${pair#*:}/"
done
tree; echo '#include <curl/curl.h>' | file src/base/x.c
finds src/base/x.c:2 foreign 'a library nobody declared'

# ---- what rooms do not do ----
for call in 'printf("x")' 'fprintf(f, "x")' 'puts("x")' 'putchar(1)' \
    'perror("x")' 'dprintf(2, "x")' 'fputs("x", stderr)' 'write(1, p, n)' \
    'g("\\""); puts("x")' "g('\"'); puts(\"x\")" \
    'write(STDERR_FILENO, p, n)' 'file_write_fd(1, p, n)' 'err(1, "x")'; do
	tree; echo "void f(void) { $call; }" | file src/registro/x.c
	finds src/registro/x.c:2 prints "no $call in a room"
done
tree; echo 'void f(void) { printf("x"); }' | file src/worker/x.c
finds src/worker/x.c:2 prints 'a worker answers, it does not print'

for call in 'strcpy(a, b)' 'strcat(a, b)' 'sprintf(a, b)' 'atoi(a)' \
    'strtok(a, b)' 'gets(a)'; do
	tree; echo "void f(void) { $call; }" | file tests/unit/x.c
	finds tests/unit/x.c:2 forbidden "no $call anywhere"
done
for call in 'system(a)' 'popen(a, b)'; do
	tree; echo "void f(void) { $call; }" | file src/cli/x.c
	finds src/cli/x.c:2 forbidden "no $call in a room"
done

for word in SELECT INSERT UPDATE DELETE CREATE; do
	tree; echo "const char *q = \"$word x\";" | file src/cli/x.c
	finds src/cli/x.c:2 sql "no $word outside the rooms of SQL"
done
for text in '<html>' '</p>' '<br/>' "<a b='c'/>" '<!DOCTYPE html>' \
    '<?xml version=1?>'; do
	tree; echo "const char *q = \"x$text\";" | file src/cli/x.c
	finds src/cli/x.c:2 markup "no $text in C"
done
tree; echo 'typedef struct x x;' | file src/base/x.c
finds src/base/x.c:2 typedef 'no typedef of a struct'

# ---- how files look ----
for path in src/base/x.c tests/x.sh tests/x.t schema/x.sql schema/x.xsd \
    xslt/x.xsl; do
	tree; mkdir -p schema xslt; echo >"$path"
	finds "$path:1" spdx "$path without its licence"
done
tree; printf 'int x;%95s/**/\n' '' | file src/base/x.c
finds src/base/x.c:2 columns 'a line of 105 columns'
tree; printf '\t\t\t\t\t\t\t\t\t\t\t\t\tint x;\n' | file src/base/x.c
finds src/base/x.c:2 columns 'tabs of 8 count'
tree; printf '/* %90s */\n' '' | sed 's/  /è/g; s/$/ èèèèèèèèèèèèèèèèèèèèè/' |
    file src/base/x.c
run lint
is_exit 0 'an accented letter is one column'
cd "$T" || exit 1
tree; echo 'int x; ' | file src/base/x.c
finds src/base/x.c:2 blanks 'white space at the end of C'
tree; echo 'testo ' >docs/x.md
finds docs/x.md:1 blanks 'white space at the end of prose'
tree; { printf 'void\nf(void)\n{\n'; yes '	a();' | head -101; echo '}'; } |
    file src/base/x.c
finds src/base/x.c:4 function-length 'a function of 101 lines'
tree; yes 'extern int x;' | head -800 | file src/base/x.c
finds src/base/x.c:801 file-length 'a file of 801 lines'
tree; printf '/%s/store\n' work >docs/x.md
finds docs/x.md:1 path 'the path of one machine'
tree; printf '/* TO%s: mend */\n' DO | file src/base/x.c
finds src/base/x.c:2 todo 'a thing to do without its issue'
tree; printf '/* TO%s #12: mend */\n' DO | file src/base/x.c
run lint
is_exit 0 'with its issue it may stand'
cd "$T" || exit 1

# ---- what analysers are asked ----
controlli() {	# a tree with the list and what it is held against
	tree
	mkdir tests/tools
	for f in .clang-tidy Makefile tests/tools/analisi.sh \
	    tests/tools/cppcheck.txt tests/tools/controlli.txt; do
		cp "$RADICE/$f" "$f"
	done
}
less() {	# less FILE SED-SCRIPT DESC: one thing is found, in the list
	controlli
	sed -i "$2" "$1"
	finds 'tests/tools/controlli.txt:[0-9]*' controlli "$3"
	like out "$4" 'and why'
	is "$(wc -l <"$OUT")" 1 'once'
}
controlli
run lint
is_exit 0 'all that is listed is asked'
cd "$T" || exit 1
less .clang-tidy 's/misc-redundant-expression, //' 'a check that is gone' \
    'asked no more'
less .clang-tidy 's/^  -\*,/&\n  -bugprone-infinite-loop,/' \
    'a check that is left out' 'would be left out'
less .clang-tidy 's/cert-env33-c/&, cert-err34-c/' 'one that is new' 'add it'
less .clang-tidy '/-bugprone-branch-clone/d' 'one left out no more' 'take it'
less tests/tools/analisi.sh 's/,portability//' 'less of cppcheck' 'asked no more'
less tests/tools/cppcheck.txt '$a# since\nzerodiv' 'one suppressed' \
    'would be left out'
less Makefile 's/^VALGRIND := allegato/VALGRIND :=/' 'less of valgrind' \
    'asked no more'
less Makefile '/^WARN :=/s/ -Wshadow//' 'a warning less' 'asked no more'
controlli
sed -i '/^# NULL is/d; /^# pointers; gcc/d; s/^varFuncNullUB/\n&/' tests/tools/cppcheck.txt
finds 'tests/tools/cppcheck.txt:[0-9]*' controlli 'suppressed without a reason'
tree; echo 'int x;	/* NOLINT */' | file src/base/x.c
run lint
like out '^src/base/x.c:2: nolint: it names no check' 'NOLINT of all checks'
cd "$T" || exit 1
tree; printf 'int y;\nint x;	/* NOLINT(bugprone-x) */\n' | file src/base/x.c
finds src/base/x.c:3 nolint 'NOLINT without a reason'
tree; printf 'int y;\nint x;	/* NOLINT(bugprone-x): two */\n' |
    file src/base/x.c
run lint
is_exit 0 'with its reason it may stand'
cd "$T" || exit 1

# ---- headers, scripts, the top level ----
tree; printf '#ifndef BASE_X_H\n#define BASE_X_H\nsize_t x(void);\n#endif\n' |
    file src/base/x.h
finds src/base/x.h:4 self-contained 'a header that needs another before it'
tree; printf '#ifndef X_H\n#endif\n' | file src/base/x.h
finds src/base/x.h:1 guard 'a header with another guard'
tree; mkdir tests/bench; echo 'static int x(void) { return y; }' |
    file tests/bench/x.c
finds tests/bench/x.c:2 compiles 'a bench that does not compile'
tree; printf '# SPDX-License-Identifier: EUPL-1.2\nif\n' >tests/x.sh
finds tests/x.sh:1 syntax 'a script that does not parse'
tree; echo 'shown by tests/unit/test_f.c and tests/cli/nessuno.t' >docs/x.md
finds docs/x.md:1 cited 'prose that cites a test that is not there'
tree; touch LICENSE
finds LICENSE:1 layout 'a name the top level does not have'
plan
