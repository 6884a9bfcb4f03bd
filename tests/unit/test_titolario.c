/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Tables of strangers (in the worker's cage, and the parser by itself), the
 * plan of classification made of them, and the voci near to a wrong one.
 */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <cmocka.h>

#include <fcntl.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

#include "base/file.h"
#include "documenti/titolario.h"
#include "worker/operaio.h"
#include "worker/worker.h"
#include "xml/xml.h"

/* ---- csv ---- */

static int
read_text(struct csv *out, struct arena *a, const char *s)
{
	return csv_read(out, a, s, strlen(s), 0);
}

/* Rows and fields of a table that is right: "a|b/c|d". */
static void
good(const char *text, char separatore, const char *wanted)
{
	AUTO(arena) a = arena_new();
	AUTO_BUF b = { 0 };
	struct csv t;
	int i, k;

	assert_int_equal(read_text(&t, a, text), 0);
	assert_int_equal(t.separatore, separatore);
	for (i = 0; i < t.n; i++)
		for (k = 0; k < t.righe[i].n; k++)
			buf_printf(&b, "%s%s", k > 0 ? "|" : i > 0 ? "/" : "",
			    t.righe[i].campi[k]);
	assert_string_equal(buf_str(&b), wanted);
}

static void
tables(void **state)
{
	(void)state;
	good("", ',', "");
	good("a,b\nc,d\n", ',', "a|b/c|d");
	good("a,b\nc,d", ',', "a|b/c|d");
	good("a;b\r\nc;d\r\n", ';', "a|b/c|d");
	good("\xef\xbb\xbf" "a,b\n", ',', "a|b");
	good("a,\"b;c;d\"\n", ',', "a|b;c;d");
	good("a;\"b,c\"\n", ';', "a|b,c");
	good("\"a\"\"b\",c\n", ',', "a\"b|c");
	good("\"a\r\nb\",c\n", ',', "a\nb|c");
	good("a,\n,\n", ',', "a|/|");
	good("a,", ',', "a|");
	good("\n\na\n\r\nb\n", ',', "a/b");
	good("perch\xc3\xa9,b\n", ',', "perch\xc3\xa9|b");
}

/* Refused, with the number of the line. */
static void
bad(const char *text, size_t n, int linea)
{
	AUTO(arena) a = arena_new();
	char wanted[32];
	struct csv t = { .n = -1 };

	err_clear();
	assert_int_equal(csv_read(&t, a, text, n, 0), ERR_INVALID);
	assert_int_equal(t.n, -1);
	snprintf(wanted, sizeof wanted, "riga %d: ", linea);
	assert_true(strncmp(err_msg(), wanted, strlen(wanted)) == 0);
}
#define BAD(text, linea) bad(text, sizeof text - 1, linea)

static void
no_tables(void **state)
{
	AUTO_BUF b = { 0 };
	size_t i;

	(void)state;
	BAD("a,b\nc,\"d\n", 2);
	BAD("a,b\nc,d\"e\n", 2);
	BAD("a,b\n\"c\"d,e\n", 2);
	BAD("a,b\nc,d\rx\n", 2);
	BAD("a,b\nc,\0d\n", 2);
	BAD("a,b\nc,\xe0\n", 2);
	BAD("a,b\n\"x\ny\",z\nc,\xc0\xaf\n", 4);
	BAD("a,b\nc,\x07\n", 2);
	BAD("a,b\nc,\xe2\x80\xae" "d\n", 2);
	for (i = 0; i <= CSV_CAMPO; i++)
		buf_putc(&b, 'a');
	bad(b.data, b.len, 1);
	buf_clear(&b);
	for (i = 0; i < CSV_COLONNE; i++)
		buf_puts(&b, "a,");
	bad(b.data, b.len, 1);
}

static int
memory_file(const char *s)
{
	int fd = memfd_create("tabella", MFD_CLOEXEC);

	assert_true(fd >= 0);
	assert_int_equal(file_write_fd(fd, s, strlen(s)), 0);
	return fd;
}

static void
in_the_cage(void **state)
{
	AUTO(arena) a = arena_new();
	AUTO_FD int fd = memory_file("a;b\n1;\"x,y\"\n");
	AUTO_FD int wrong = memory_file("a;b\n1;\"x\n");
	AUTO_FD int dir = open("/", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	struct csv t;

	(void)state;
	assert_int_equal(worker_csv(&t, a, fd, 0), 0);
	assert_int_equal(t.n, 2);
	assert_int_equal(t.righe[1].riga, 2);
	assert_string_equal(t.righe[1].campi[1], "x,y");
	/* another separator than the one it would take */
	assert_int_equal(worker_csv(&t, a, fd, ','), ERR_INVALID);
	assert_int_equal(worker_csv(&t, a, fd, ';'), 0);
	assert_int_equal(worker_csv(&t, a, wrong, 0), ERR_INVALID);
	assert_true(strncmp(err_msg(), "riga 2: ", 8) == 0);
	assert_int_equal(worker_csv(&t, a, dir, 0), ERR_INVALID);
}

/* What a child that was taken over may answer. */
static void
lies(void **state)
{
	static const struct {
		const char *p;
		size_t n;
	} answers[] = {
		{ "", 0 },
		{ "\0\0\0|\0\0\0\0", 8 },
		{ "\0\0\0,\xff\xff\xff\xff", 8 },
		{ "\0\0\0,\0\0\0\1", 8 },
		{ "\0\0\0,\0\0\0\1\0\0\0\1\0\0\0\0", 16 },
		{ "\0\0\0,\0\0\0\1\0\0\0\1\0\0\0\1\0\0\0\1\xff", 21 },
		{ "\0\0\0,\0\0\0\1\0\0\0\1\0\0\0\1\0\0\0\1\x07", 21 },
		{ "\0\0\0,\0\0\0\1\0\0\0\1\0\0\0\1\0\0\0\1ax", 22 },
	};
	AUTO(arena) a = arena_new();
	struct cursor c = { (const unsigned char *)
	    "\0\0\0,\0\0\0\1\0\0\0\1\0\0\0\1\0\0\0\1a", 21 };
	struct csv t;
	size_t i;

	(void)state;
	assert_int_equal(csv_unpack(&t, a, &c), 0);
	assert_string_equal(t.righe[0].campi[0], "a");
	for (i = 0; i < NELEM(answers); i++) {
		c = (struct cursor){ (const unsigned char *)answers[i].p,
		    answers[i].n };
		assert_int_equal(csv_unpack(&t, a, &c), ERR_FAULT);
	}
}

/* ---- the plan ---- */

static void
roman_numbers(void **state)
{
	static const char *const none[] = { "", "0", "IIII", "VX", "i", "XL",
	    "I ", "IXX", "XXXX" };
	size_t i;

	(void)state;
	assert_int_equal(romano("I"), 1);
	assert_int_equal(romano("IX"), 9);
	assert_int_equal(romano("XIV"), 14);
	assert_int_equal(romano("XXXIX"), 39);
	for (i = 0; i < NELEM(none); i++)
		assert_int_equal(romano(none[i]), 0);
}

/* The rilievi of these rows, "code row …", or the indices of the voci. */
static const char *
plan(struct arena *a, const struct titolario_riga *righe, int n)
{
	struct nodo *doc = nodo_new(a, "titolario"), *v;
	struct rilievi ril = { .a = a };
	const struct rilievo *x;
	AUTO_BUF b = { 0 };
	int row;

	titolario_leggi(&ril, doc, "/p", righe, n);
	for (x = ril.primo; x != NULL; x = x->succ) {
		assert_string_equal(x->percorso, "/p");
		row = 0;
		(void)!sscanf(x->testo, "riga %d: ", &row);
		buf_printf(&b, "%s %d ", x->codice, row);
	}
	for (v = nodo_child(doc, "voce"); ril.primo == NULL && v != NULL;
	    v = nodo_next(v, "voce"))
		buf_printf(&b, "%s ", nodo_attr(v, "indice"));
	return arena_strdup(a, buf_str(&b));
}
#define PLAN(...) plan(a, (const struct titolario_riga[]){ __VA_ARGS__ }, \
	(int)(sizeof (struct titolario_riga[]){ __VA_ARGS__ } / \
	sizeof (struct titolario_riga)))

static void
plans(void **state)
{
	AUTO(arena) a = arena_new();
	struct nodo *doc = nodo_new(a, "titolario");
	struct rilievi ril = { .a = a };

	(void)state;
	assert_string_equal(PLAN({ 2, "II", "10", "", "c" },
	    { 3, "II", "2", "", "b" }, { 4, "II", "", "", "a" },
	    { 5, "II", "2", "1", "d" }), "II II/2 II/2/1 II/10 ");
	assert_string_equal(PLAN({ 2, "I", "", "", "a" },
	    { 3, "I", "1", "", "b" }, { 4, "I", "1", "", "c" }),
	    "voce-doppia 4 ");
	assert_string_equal(PLAN({ 2, "I", "1", "", "a" }), "senza-titolo 2 ");
	assert_string_equal(PLAN({ 2, "I", "", "", "a" },
	    { 3, "I", "1", "2", "b" }), "senza-classe 3 ");
	assert_string_equal(PLAN({ 2, "I", "", "", "a" },
	    { 3, "I", "", "2", "b" }), "senza-classe 3 ");
	assert_string_equal(PLAN({ 2, "I", "", "", "a" },
	    { 3, "I", "1", "", " \n " }), "senza-denominazione 3 ");
	assert_string_equal(PLAN({ 2, "I", "", "", "a" },
	    { 3, "I", "1", "", "b\xff" }), "senza-denominazione 3 ");
	titolario_leggi(&ril, doc, "/p", (const struct titolario_riga[]){
	    { 2, "I", "", "", " a\t\n b " }, { 3, "I", "1", "", "c" } }, 2);
	assert_string_equal(nodo_value(a, doc, "voce"), "a b");
	assert_string_equal(PLAN({ 2, "1", "01", "100", "a" }),
	    "titolo 2 classe 2 sottoclasse 2 ");
	assert_string_equal(PLAN({ 2, "I", "", "", "a" }), "senza-classi 0 ");
	assert_string_equal(plan(a, NULL, 0), "senza-classi 0 ");
}

static void
long_and_many(void **state)
{
	AUTO(arena) a = arena_new();
	struct titolario_riga *rows = arena_alloc(a, 200 * sizeof *rows);
	struct rilievi ril = { .a = a };
	char name[302];
	int i;

	(void)state;
	memset(name, 'x', 301);
	name[301] = '\0';
	rows[0] = (struct titolario_riga){ 2, "I", "", "", "a" };
	rows[1] = (struct titolario_riga){ 3, "I", "1", "", name };
	assert_string_equal(plan(a, rows, 2), "denominazione-lunga 3 ");
	name[300] = '\0';
	rows[1].denominazione = arena_strdup(a, name);
	assert_string_equal(plan(a, rows, 2), "I I/1 ");
	/* a file that is something else is not told row by row for ever */
	for (i = 0; i < 200; i++)
		rows[i] = (struct titolario_riga){ i + 2, "?", "", "", "a" };
	titolario_leggi(&ril, nodo_new(a, "titolario"), "/p", rows, 200);
	assert_int_equal(ril.errori, 50);
}

/* ---- near ---- */

#define DI_65 "0123456789012345678901234567890123456789012345678901234567890" \
	"1234"

static void
distances(void **state)
{
	(void)state;
	assert_int_equal(parole_distanza("VII/9", "VII/9"), 0);
	assert_int_equal(parole_distanza("VII/9", "VII/99"), 1);
	assert_int_equal(parole_distanza("VII/9", "VI/9"), 1);
	assert_int_equal(parole_distanza("I/6", "XII/12"), 4);
	assert_int_equal(parole_distanza("", "abc"), 3);
	/* too long to be a slip of the pen */
	assert_int_equal(parole_distanza(DI_65, DI_65), 64);
	assert_int_equal(parole_distanza(DI_65 + 1, DI_65 + 1), 0);
}

static void
near_ones(void **state)
{
	static const struct voce voci[] = { { "VI", "" }, { "VI/9", "" },
	    { "VII", "" }, { "VII/1", "" }, { "VII/9", "" },
	    { "VII/12", "" }, { "VIII/3", "" } };
	const struct voce *out[SIMILI];

	(void)state;
	assert_int_equal(titolario_simili(out, "VII/99", voci, 7), 3);
	assert_string_equal(out[0]->indice, "VII/9");
	assert_string_equal(out[2]->indice, "VI/9");
	/* a titolo there is not: the same class elsewhere */
	assert_int_equal(titolario_simili(out, "V/9", voci, 7), 3);
	assert_string_equal(out[0]->indice, "VI/9");
	/* never a titolo, by which nothing is classified */
	assert_int_equal(titolario_simili(out, "VI/1", voci, 1), 0);
}

int
main(int argc, char *argv[])
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(tables), cmocka_unit_test(no_tables),
		cmocka_unit_test(in_the_cage), cmocka_unit_test(lies),
		cmocka_unit_test(roman_numbers), cmocka_unit_test(plans),
		cmocka_unit_test(long_and_many), cmocka_unit_test(distances),
		cmocka_unit_test(near_ones),
	};

	if (argc >= 3 && strcmp(argv[1], "--operaio") == 0)
		worker_main(argv[2]);
	xml_init();
	return cmocka_run_group_tests(tests, NULL, NULL);
}
