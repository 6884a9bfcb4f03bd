/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Workers: real processes in real cages.  This program is its own worker: its
 * main goes to worker_main, or to a liar, when started as one.
 */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/file.h"
#include "resa/resa.h"
#include "worker/operaio.h"
#include "worker/worker.h"
#include "xml/xml.h"

#define EML "tests/fixtures/eml/"
#define ISTANZA(atto) "<istanza xmlns=\"urn:cartella:1\" atto=\"" atto "\" " \
	"id=\"00112233445566778899aabbccddeeff\" versione=\"1\">"
#define CORPO "<conferma-ora><ora>2026-11-20T10:00:00+01:00</ora>" \
	"<motivo>controllata col segnale orario</motivo></conferma-ora>"
#define GIUSTA ISTANZA("conferma-ora") CORPO "</istanza>"

extern char **environ;

/* ---- liars: what a worker must not be able to do to its parent ---- */

static _Noreturn void
lie(const char *nome)
{
	static char zeros[65536];
	int i;

	if (strcmp(nome, "muore") == 0)
		raise(SIGKILL);
	if (strcmp(nome, "dorme") == 0)
		sleep(60);
	if (strcmp(nome, "esce") == 0)
		_exit(7);
	if (strcmp(nome, "corto") == 0)
		(void)!write(1, "\0\0", 2);
	if (strcmp(nome, "codice") == 0)
		(void)!write(1, "\0\0\0\x09\0\0\0\1x", 9);
	if (strcmp(nome, "messaggio") == 0)
		(void)!write(1, "\0\0\0\x02\0\0\0\3a\nb", 11);
	if (strcmp(nome, "lungo") == 0)
		(void)!write(1, "\0\0\0\x02\xff\xff\xff\xffx", 9);
	if (strcmp(nome, "troppo") == 0)
		for (i = 0; i < 64; i++)
			(void)!write(1, zeros, sizeof zeros);
	if (strcmp(nome, "ambiente") == 0) {
		(void)!write(1, "\0\0\0\0", 4);
		for (i = 0; environ[i] != NULL; i++)
			dprintf(1, "%s\n", environ[i]);
	}
	_exit(0);
}

static int
ask(const char *nome)
{
	struct richiesta q = { .lavoro = nome, .secondi = 1, .out_max = MB };
	AUTO_BUF answer = { 0 };
	struct cursor c;

	return chiedi(&c, &answer, &q);
}

static void
bad_children(void **state)
{
	static const char *const names[] = { "muore", "dorme", "esce",
	    "corto", "codice", "lungo", "troppo", "tace" };
	size_t i;

	(void)state;
	for (i = 0; i < NELEM(names); i++) {
		err_clear();
		assert_int_equal(ask(names[i]), ERR_FAULT);
		assert_true(err_msg()[0] != '\0');
	}
	/* an error it reports is its own, without control characters */
	assert_int_equal(ask("messaggio"), ERR_ABSENT);
	assert_string_equal(err_msg(), "a b");
}

static void
clean_environment(void **state)
{
	struct richiesta q = { .lavoro = "ambiente", .secondi = 10,
	    .out_max = MB };
	AUTO_BUF answer = { 0 };
	struct cursor c;

	(void)state;
	setenv("SEGRETO", "password", 1);
	assert_int_equal(chiedi(&c, &answer, &q), 0);
	assert_null(strstr(answer.data + 4, "SEGRETO"));
	assert_null(strstr(answer.data + 4, "PATH="));
	assert_memory_equal(answer.data + 4, "LC_ALL=C.UTF-8\n", 15);
}

/* ---- the cages ---- */

/* In these builds the cages are wide: the test of them is left out, for
 * cmocka's skip() prints "not ok", which prove counts as failed. */
#if defined(SAN) || defined(COV)
#define CAGED(test)
#else
#define CAGED(test) cmocka_unit_test(test),
#endif
static void
unknown_job(void **state)
{
	(void)state;
	assert_int_equal(ask("inesistente"), ERR_FAULT);
}

/* Runs f in a strict cage; the signal that ended it, or minus its status. */
static int
in_cage(int (*f)(void))
{
	const struct gabbia g = { .filtro = FILTRO_STRETTO, .secondi = 1,
	    .memoria = 512 * MB };
	int status;
	pid_t pid;

	if ((pid = fork()) == 0) {
		if (gabbia_close(&g) != 0)
			_exit(99);
		syscall(SYS_exit_group, f());
	}
	assert_true(waitpid(pid, &status, 0) == pid);
	return WIFSIGNALED(status) ? WTERMSIG(status) : -WEXITSTATUS(status);
}

static int passed;	/* a descriptor open for reading and writing */

static int
does_work(void)
{
	char *p = malloc(1 << 20), c;

	memset(p, 1, 1 << 20);
	free(p);
	return pread(passed, &c, 1, 0) == 1 && c == 'x' ? 5 : 6;
}

static int
asks_much(void)
{
	return malloc(1024 * MB) == NULL ? 5 : 6;
}

static int
spins(void)
{
	volatile unsigned n = 1;

	while (n != 0)
		n = n + 2;
	return 0;
}

static int
unknown_call(void)
{
	return (int)syscall(SYS_io_uring_setup, 1, NULL);
}

static int
writes_fd(void)
{
	return (int)write(passed, "y", 1);
}

static int
maps_shared(void)
{
	return mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_SHARED, passed,
	    0) == MAP_FAILED;
}

static int
maps_code(void)
{
	return mmap(NULL, 4096, PROT_READ | PROT_EXEC, MAP_PRIVATE |
	    MAP_ANONYMOUS, -1, 0) == MAP_FAILED;
}

static int
protects_code(void)
{
	void *p = mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE |
	    MAP_ANONYMOUS, -1, 0);

	return mprotect(p, 4096, PROT_READ | PROT_EXEC);
}

__attribute__((unused)) static void
strict_cage(void **state)
{
	FILE *f = tmpfile();

	(void)state;
	fputs("x", f);
	fflush(f);
	passed = fileno(f);
	assert_int_equal(in_cage(does_work), -5);
	assert_int_equal(in_cage(asks_much), -5);
	assert_int_equal(in_cage(unknown_call), SIGSYS);
	assert_int_equal(in_cage(writes_fd), SIGSYS);
	assert_int_equal(in_cage(maps_shared), SIGSYS);
	assert_int_equal(in_cage(maps_code), SIGSYS);
	assert_int_equal(in_cage(protects_code), SIGSYS);
	assert_int_equal(in_cage(spins), SIGKILL);
	fclose(f);
}

/* ---- istanze and documents ---- */

static struct nodo *
istanza(struct rilievi *ril, const char *atto, const char *text)
{
	struct nodo *n = (struct nodo *)ril;	/* must be written */

	assert_int_equal(worker_istanza(&n, ril, ril->a, atto, text,
	    strlen(text)), 0);
	assert_true((n == NULL) == (ril->errori > 0));
	return n;
}

static void
good_istanza(void **state)
{
	AUTO(arena) a = arena_new();
	struct rilievi ril = { .a = a };
	struct nodo *n;

	(void)state;
	n = istanza(&ril, "conferma-ora", GIUSTA);
	assert_non_null(n);
	assert_string_equal(n->nome, "istanza");
	assert_string_equal(nodo_value(a, n, "conferma-ora/motivo"),
	    "controllata col segnale orario");
	/* the schema named by the root */
	assert_non_null(istanza(&ril, NULL, GIUSTA));
}

static void
refused(const char *atto, const char *text, const char *codice)
{
	AUTO(arena) a = arena_new();
	struct rilievi ril = { .a = a };

	assert_null(istanza(&ril, atto, text));
	if (codice != NULL && rilievo_find(&ril, codice) == NULL)
		fail_msg("%s: non %s ma %s", text, codice,
		    ril.primo->codice);
}

static void
refused_istanze(void **state)
{
	(void)state;
	refused("registra", GIUSTA, "atto-diverso");
	refused(NULL, ISTANZA("inesistente") CORPO "</istanza>",
	    "atto-sconosciuto");
	refused(NULL, ISTANZA("../documenti/utente") CORPO "</istanza>",
	    "atto-sconosciuto");
	refused(NULL, "<istanza xmlns=\"urn:cartella:1\"/>",
	    "atto-sconosciuto");
	/* a global element of the schema, but no istanza */
	refused("conferma-ora", "<conferma-ora xmlns=\"urn:cartella:1\">"
	    "<ora>2026-11-20T10:00:00+01:00</ora><motivo>m</motivo>"
	    "</conferma-ora>", "non-istanza");
	refused("conferma-ora", ISTANZA("conferma-ora") "</istanza>", NULL);
	refused("conferma-ora", ISTANZA("conferma-ora") CORPO CORPO
	    "</istanza>", NULL);
}

static void
hostile_istanze(void **state)
{
	static const char *const texts[] = {
		"", " ", "ciao", "<istanza", "<a xmlns=\"urn:altro\"/>",
		ISTANZA("conferma-ora") CORPO,
		"<!DOCTYPE istanza>" GIUSTA,
		"<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>"
		    ISTANZA("conferma-ora") "&x;</istanza>",
		"<!DOCTYPE a [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b "
		    "\"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\">]>"
		    ISTANZA("conferma-ora") "&b;&b;</istanza>",
		"<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
		    ISTANZA("conferma-ora") "<motivo>\xff\xfe</motivo>",
		"<?xml-stylesheet href=\"http://example.org/\"?>" GIUSTA,
	};
	size_t i;

	(void)state;
	for (i = 0; i < NELEM(texts); i++)
		refused(NULL, texts[i], "illeggibile");
}

static void
deep_and_large(void **state)
{
	AUTO(arena) a = arena_new();
	struct rilievi ril = { .a = a };
	struct nodo *n;
	AUTO_BUF b = { 0 };
	int i;

	(void)state;
	for (i = 0; i < 100000; i++)
		buf_puts(&b, "<a>");
	refused(NULL, b.data, "illeggibile");
	/* one byte too much: no child is even started */
	buf_clear(&b);
	while (b.len <= ISTANZA_MAX)
		buf_append(&b, "                ", 16);
	assert_int_equal(worker_istanza(&n, &ril, a, NULL, b.data,
	    ISTANZA_MAX + 1), 0);
	assert_null(n);
	assert_string_equal(ril.primo->codice, "illeggibile");
	assert_int_equal(ril.primo->grado, ERRORE);
	assert_string_equal(ril.primo->percorso, "");
}

static void
documents(void **state)
{
	static const char chiave[] = "<ora-confermata/>";
	AUTO(arena) a = arena_new();
	struct rilievi ril = { .a = a };
	struct nodo *n = NULL;

	(void)state;
	assert_int_equal(worker_documento(&n, &ril, a, "inesistente", chiave,
	    sizeof chiave - 1), ERR_ABSENT);
	assert_int_equal(worker_documento(&n, &ril, a, "../etc/passwd",
	    chiave, sizeof chiave - 1), ERR_ABSENT);
	assert_int_equal(worker_istanza(&n, &ril, a, "inesistente", GIUSTA,
	    strlen(GIUSTA)), ERR_ABSENT);
	assert_int_equal(ril.errori, 0);
	assert_int_equal(worker_documento(&n, &ril, a, "documenti/chiave",
	    chiave, sizeof chiave - 1), 0);
	assert_null(n);
	assert_true(ril.errori > 0);
	/* any schema will do, and an istanza is a document too */
	ril = (struct rilievi){ .a = a };
	assert_int_equal(worker_documento(&n, &ril, a, "atti/conferma-ora",
	    GIUSTA, strlen(GIUSTA)), 0);
	assert_non_null(n);
}

/* ---- e-mail ---- */

static void
messages(void **state)
{
	AUTO(arena) a = arena_new();
	AUTO_FD int fd = open(EML "allegato.eml", O_RDONLY | O_CLOEXEC);
	AUTO_FD int pec = open(EML "pec.eml", O_RDONLY | O_CLOEXEC);
	AUTO_FD int cp1252 = open(EML "windows-1252.eml",
	    O_RDONLY | O_CLOEXEC);
	AUTO_FD int latin9 = open(EML "latin1-vero.eml",
	    O_RDONLY | O_CLOEXEC);
	struct messaggio m;
	int64_t t;

	(void)state;
	assert_true(lseek(fd, 100, SEEK_SET) == 100);
	assert_int_equal(worker_eml(&m, a, fd), 0);
	assert_true(lseek(fd, 0, SEEK_CUR) == 100);
	assert_string_equal(m.mittente_indirizzo, "scuola@istituto.example");
	assert_string_equal(m.oggetto, "Relazione – attività");
	assert_int_equal(clock_parse(&t, "2026-11-23T10:00:00Z"), 0);
	assert_true(m.data == t);
	assert_int_equal(m.n_parti, 6);
	assert_string_equal(m.parti[0].nome,
	    "relazione di frequenza – perché.pdf");
	assert_memory_equal(m.parti[0].p, "%PDF-1.4\n", 9);
	assert_null(m.parti[0].nota);

	/* xml, and tables of characters, work behind the door too */
	assert_int_equal(worker_eml(&m, a, pec), 0);
	assert_int_equal(m.pec, 1);
	assert_null(m.parti[0].nota);
	assert_int_equal(worker_eml(&m, a, cp1252), 0);
	assert_string_equal(m.mittente_nome, "Città di Esempio");
	assert_non_null(m.parti[0].nota);
	assert_int_equal(worker_eml(&m, a, latin9), 0);
	assert_string_equal(m.testo, "perché costa 5 €\n");
}

static void
no_messages(void **state)
{
	AUTO(arena) a = arena_new();
	AUTO_FD int noise = open(EML "rumore.eml", O_RDONLY | O_CLOEXEC);
	AUTO_FD int dir = open("tests", O_RDONLY | O_CLOEXEC);
	FILE *f = tmpfile();
	struct messaggio m;

	(void)state;
	assert_int_equal(worker_eml(&m, a, noise), ERR_INVALID);
	assert_int_equal(worker_eml(&m, a, dir), ERR_INVALID);
	assert_int_equal(worker_eml(&m, a, fileno(f)), ERR_INVALID);
	assert_int_equal(ftruncate(fileno(f), (off_t)EML_MAX + 1), 0);
	assert_int_equal(worker_eml(&m, a, fileno(f)), ERR_INVALID);
	fclose(f);
}

/* Every prefix of an answer, and names that climb: never a result. */
static void
lying_answers(void **state)
{
	AUTO(arena) a = arena_new();
	struct parte p = { "a.pdf", "application/pdf", "abc", 3, "nota" };
	struct messaggio m = { .mittente_nome = "n", .oggetto = "o",
	    .testo = "t", .data = -5, .parti = &p, .n_parti = 1 }, out;
	AUTO_BUF b = { 0 };
	struct cursor c;
	size_t i;

	(void)state;
	messaggio_pack(&b, &m);
	for (i = 0; i < b.len; i++) {
		c = (struct cursor){ (unsigned char *)b.data, i };
		assert_int_equal(messaggio_unpack(&out, a, &c), ERR_FAULT);
	}
	c = (struct cursor){ (unsigned char *)b.data, b.len };
	assert_int_equal(messaggio_unpack(&out, a, &c), 0);
	assert_true(out.data == -5);
	assert_memory_equal(out.parti[0].p, "abc", 3);
	buf_putc(&b, 'x');
	c = (struct cursor){ (unsigned char *)b.data, b.len };
	assert_int_equal(messaggio_unpack(&out, a, &c), ERR_FAULT);
	p.nome = "../a";
	buf_clear(&b);
	messaggio_pack(&b, &m);
	c = (struct cursor){ (unsigned char *)b.data, b.len };
	assert_int_equal(messaggio_unpack(&out, a, &c), ERR_FAULT);
	p.nome = "a";
	m.testo = "\xff";
	buf_clear(&b);
	messaggio_pack(&b, &m);
	c = (struct cursor){ (unsigned char *)b.data, b.len };
	assert_int_equal(messaggio_unpack(&out, a, &c), ERR_FAULT);
}

int
main(int argc, char *argv[])
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(bad_children),
		cmocka_unit_test(clean_environment),
		cmocka_unit_test(unknown_job),
		CAGED(strict_cage)
		cmocka_unit_test(good_istanza),
		cmocka_unit_test(refused_istanze),
		cmocka_unit_test(hostile_istanze),
		cmocka_unit_test(deep_and_large),
		cmocka_unit_test(documents),
		cmocka_unit_test(messages),
		cmocka_unit_test(no_messages),
		cmocka_unit_test(lying_answers),
	};
	static const char *const real[] = { "istanza", "documento", "xml", "eml",
	    "timbro", "csv", "firme", "openpgp", "parola", "convertitore",
	    "prova" };
	size_t i;

	if (argc >= 3 && strcmp(argv[1], "--operaio") == 0) {
		for (i = 0; i < NELEM(real); i++)
			if (strncmp(argv[2], real[i], strlen(real[i])) == 0)
				worker_main(argv[2]);
		lie(argv[2]);
	}
	xml_init();
	return cmocka_run_group_tests(tests, NULL, NULL);
}
