/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * The LibreOffice that stays, killed, hung, broken, worn out, left alone: what
 * was asked is told, nothing stays behind, the next document is converted.
 */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/wait.h>
#include <time.h>
#include <cmocka.h>

#include "base/casa.h"
#include "base/clock.h"
#include "base/file.h"
#include "odt.h"
#include "resa/resa.h"
#include "worker/convertitore.h"
#include "worker/worker.h"

#define TESTO "<text:p>Si comunica.</text:p>"

static struct buf odt;
static char *tmp;		/* $TMPDIR of these tests */
static struct arena *arena;

static int
setup(void **state)
{
	(void)state;
	arena = arena_new();
	assert_int_equal(dir_temporary(&tmp, arena), 0);
	setenv("TMPDIR", tmp, 1);
	odt_write(&odt, "Prova", TESTO);
	return 0;
}

static int
teardown(void **state)
{
	char **names;

	(void)state;
	convertitore_stop();
	assert_int_equal(dir_list(&names, arena, tmp), 0);
	assert_null(names[0]);
	assert_int_equal(dir_remove(tmp), 0);
	arena_free(arena);
	buf_free(&odt);
	return 0;
}

static struct convertitore_cifre
cifre(void)
{
	struct convertitore_cifre c;

	convertitore_cifre(&c);
	return c;
}

static void
converts(void)
{
	AUTO_BUF pdf = { 0 };

	if (convertitore_convert(&pdf, odt.data, odt.len) != 0)
		fail_msg("%s", err_msg());
	assert_int_equal(resa_pdfa_check(pdf.data, pdf.len), 0);
}

/* The document is not made, and the message says to try again. */
static void
fails(const char *says)
{
	AUTO_BUF pdf = { 0 };

	assert_int_equal(convertitore_convert(&pdf, odt.data, odt.len),
	    ERR_FAULT);
	assert_non_null(strstr(err_msg(), says));
	assert_non_null(strstr(err_msg(), "si riprova"));
	assert_int_equal(pdf.len, 0);
	assert_int_equal(cifre().pid, 0);
}

static void
nap(long ms)
{
	struct timespec t = { ms / 1000, ms % 1000 * 1000000 };

	nanosleep(&t, NULL);
}

/* Folders of convertitori below $TMPDIR. */
static int
folders(void)
{
	char **names;
	int n = 0;

	assert_int_equal(dir_list(&names, arena, tmp), 0);
	for (; *names != NULL; names++)
		n += strncmp(*names, "cartella-casa-", 14) == 0;
	return n;
}

/* Within ten seconds the process is no more, nor any folder. */
static void
all_gone(pid_t pid)
{
	int i;

	for (i = 0; i < 500; i++, nap(20))
		if (kill(pid, 0) != 0 && errno == ESRCH && folders() == 0)
			return;
	fail_msg("il processo %d o la sua cartella sono ancora lì", (int)pid);
}

/* What the child does with its n-th document (lavoro_pdf.c). */
static void
next_child(const char *prova)
{
	convertitore_stop();
	if (prova != NULL)
		setenv("CARTELLA_PDF_PROVA", prova, 1);
	else
		unsetenv("CARTELLA_PDF_PROVA");
}

/* What a test that failed left set is not for the next: it fails alone. */
static int
unset(void **state)
{
	static const char *const names[] = { "CARTELLA_PDF_PROVA",
	    "CARTELLA_PDF_SECONDI", "CARTELLA_PDF_DOCUMENTI",
	    "CARTELLA_PDF_MEMORIA", "CARTELLA_PDF_FIGLI", "CARTELLA_VERAPDF" };
	size_t i;

	(void)state;
	for (i = 0; i < NELEM(names); i++) {
		if (getenv(names[i]) == NULL)
			continue;
		unsetenv(names[i]);
		convertitore_stop();
	}
	return 0;
}

static void
stays_warm(void **state)
{
	struct convertitore_cifre c;
	pid_t pid;

	(void)state;
	assert_int_equal(cifre().pid, 0);
	assert_int_equal(folders(), 0);
	converts();
	pid = cifre().pid;
	converts();
	converts();
	c = cifre();
	assert_true(pid > 0);
	assert_int_equal(c.pid, pid);
	assert_int_equal(c.documenti, 3);
	assert_int_equal(c.documenti_tutti, 3);
	assert_int_equal(c.avvii, 1);
	assert_int_equal(c.guasti, 0);
	assert_in_range(c.memoria, 50 << 20, 3000UL << 20);
	assert_int_equal(folders(), 1);
	convertitore_stop();
	assert_int_equal(cifre().pid, 0);
	assert_int_equal(folders(), 0);
	assert_true(kill(pid, 0) != 0 && errno == ESRCH);
	convertitore_stop();
	/* no zombie either */
	assert_true(waitpid(-1, NULL, WNOHANG) < 0 && errno == ECHILD);
}

static void
refuses(void **state)
{
	static const char *const bad[] = { "", "non un ODT", "PK\3\4" };
	AUTO_BUF pdf = { 0 };
	pid_t pid;
	size_t i;

	(void)state;
	converts();
	pid = cifre().pid;
	for (i = 0; i < NELEM(bad); i++)
		assert_int_equal(convertitore_convert(&pdf, bad[i],
		    strlen(bad[i])), ERR_INVALID);
	for (i = 1; i < odt.len; i += odt.len / 7)
		assert_int_equal(convertitore_convert(&pdf, odt.data, i),
		    ERR_INVALID);
	assert_int_equal(convertitore_convert(&pdf, odt.data, ODT_MAX + 1),
	    ERR_INVALID);
	assert_int_equal(pdf.len, 0);
	converts();
	assert_int_equal(cifre().pid, pid);
}

/* Killed while it waits: nobody notices. */
static void
killed_idle(void **state)
{
	unsigned guasti = cifre().guasti;
	pid_t pid;

	(void)state;
	converts();
	pid = cifre().pid;
	assert_int_equal(kill(pid, SIGKILL), 0);
	converts();
	assert_true(cifre().pid != pid);
	assert_int_equal(cifre().guasti, guasti + 1);
	assert_int_equal(folders(), 1);
}

/* A process that kills the convertitore `ms` from now. */
static pid_t
killer(pid_t victim, long ms, int signo)
{
	pid_t pid = fork();

	assert_true(pid >= 0);
	if (pid == 0) {
		nap(ms);
		_exit(kill(victim, signo) != 0 ? 1 : 0);
	}
	return pid;
}

static void
killed_at_work(void **state)
{
	AUTO_BUF pdf = { 0 };
	int status;
	pid_t pid;

	(void)state;
	next_child("blocca");
	assert_int_equal(convertitore_start(), 0);
	pid = killer(cifre().pid, 200, SIGKILL);
	fails("si è interrotta");
	assert_int_equal(waitpid(pid, &status, 0), pid);
	assert_int_equal(status, 0);
	assert_int_equal(folders(), 0);
	/* it had made others: it is tried again in a fresh one */
	next_child("blocca:2");
	converts();
	pid = killer(cifre().pid, 200, SIGKILL);
	converts();
	assert_int_equal(waitpid(pid, &status, 0), pid);
	assert_int_equal(status, 0);
	next_child(NULL);
	converts();
}

/* For real, somewhere in the middle of 3,000 paragraphs: made all the same. */
static void
long_and_killed(void **state)
{
	AUTO_BUF text = { 0 }, pdf = { 0 }, large = { 0 };
	pid_t pid, killed;
	int i, status;

	(void)state;
	for (i = 0; i < 3000; i++)
		buf_printf(&text, "<text:p>Paragrafo %d.</text:p>", i);
	odt_write(&large, "Lungo", buf_str(&text));
	pid = killer(killed = cifre().pid, 200, SIGSEGV);
	assert_int_equal(convertitore_convert(&pdf, large.data, large.len), 0);
	assert_int_equal(waitpid(pid, &status, 0), pid);
	assert_int_equal(status, 0);
	assert_true(cifre().pid != killed);
	assert_int_equal(resa_pdfa_check(pdf.data, pdf.len), 0);
}

static void
hung(void **state)
{
	int64_t start;
	pid_t pid;

	(void)state;
	next_child("blocca");
	assert_int_equal(convertitore_start(), 0);
	pid = cifre().pid;
	setenv("CARTELLA_PDF_SECONDI", "1", 1);
	start = clock_mono();
	fails("dopo 1 secondi");
	/* that bound, not the one of the program */
	assert_true(clock_mono() - start <
	    (int64_t)CONVERTITORE_SECONDI * 1000000000);
	all_gone(pid);
	next_child(NULL);
	/* stopped, it does not hear of signals; its guardian neither */
	unsetenv("CARTELLA_PDF_SECONDI");
	converts();
	setenv("CARTELLA_PDF_SECONDI", "1", 1);
	pid = cifre().pid;
	assert_int_equal(kill(pid, SIGSTOP), 0);
	fails("dopo 1 secondi");
	all_gone(pid);
	unsetenv("CARTELLA_PDF_SECONDI");
}

static void
broken(void **state)
{
	pid_t pid;

	(void)state;
	next_child("cade");
	fails("si è interrotta");
	assert_int_equal(folders(), 0);
	/* of the document, not of the process: the second try breaks too */
	next_child("cade:2");
	converts();
	pid = cifre().pid;
	setenv("CARTELLA_PDF_PROVA", "cade", 1);
	fails("si è interrotta");
	all_gone(pid);
#ifndef SAN
	next_child("ingrassa");
	fails("si è interrotta");
#endif
	next_child(NULL);
}

static void
recycled(void **state)
{
	pid_t pid;

	(void)state;
	converts();
	pid = cifre().pid;
	setenv("CARTELLA_PDF_DOCUMENTI", "2", 1);
	converts();
	assert_int_equal(cifre().pid, 0);
	all_gone(pid);
	unsetenv("CARTELLA_PDF_DOCUMENTI");
	setenv("CARTELLA_PDF_MEMORIA", "1", 1);
	converts();
	assert_int_equal(cifre().pid, 0);
	unsetenv("CARTELLA_PDF_MEMORIA");
}

/* A forked process has its own, and leaves that of its parent alone. */
static void
two_at_once(void **state)
{
	pid_t mine, pid;
	int i, status;

	(void)state;
	converts();
	mine = cifre().pid;
	assert_true((pid = fork()) >= 0);
	if (pid == 0) {
		AUTO_BUF pdf = { 0 };

		status = convertitore_convert(&pdf, odt.data, odt.len) != 0 ||
		    cifre().pid == mine || cifre().avvii != 1;
		convertitore_stop();
		_exit(status);
	}
	for (i = 0; i < 4; i++)
		converts();
	assert_int_equal(waitpid(pid, &status, 0), pid);
	assert_int_equal(status, 0);
	converts();
	assert_int_equal(cifre().pid, mine);
	assert_int_equal(folders(), 1);
	/* one that never used it, and ends in order */
	assert_true((pid = fork()) >= 0);
	if (pid == 0) {
		convertitore_stop();
		_exit(0);
	}
	assert_int_equal(waitpid(pid, &status, 0), pid);
	converts();
	assert_int_equal(cifre().pid, mine);
}

/* A process with a convertitore, whose pid it tells, that does no more. */
static pid_t
owner(pid_t *office, const char *prova)
{
	int io[2];
	pid_t pid;

	next_child(prova);
	assert_int_equal(pipe(io), 0);
	assert_true((pid = fork()) >= 0);
	if (pid == 0) {
		AUTO_BUF pdf = { 0 };
		pid_t p;

		/* nohup(1) has it ignored */
		signal(SIGHUP, SIG_DFL);
		if (setpgid(0, 0) != 0 || convertitore_start() != 0)
			_exit(1);
		p = cifre().pid;
		if (write(io[1], &p, sizeof p) != sizeof p ||
		    convertitore_convert(&pdf, odt.data, odt.len) != 0)
			_exit(1);
		for (;;)
			pause();
	}
	close(io[1]);
	assert_int_equal(read(io[0], office, sizeof *office), sizeof *office);
	close(io[0]);
	nap(300);
	return pid;
}

static void
parent_killed(void **state)
{
	/* alone; while LibreOffice hangs; all of them, as a terminal does */
	static const struct {
		const char *prova;
		int segno;
		bool gruppo;
	} prove[] = { { NULL, SIGKILL, false }, { "blocca", SIGKILL, false },
	    { "blocca", SIGINT, true }, { NULL, SIGHUP, true } };
	pid_t pid, office;
	int status;
	size_t i;

	(void)state;
	for (i = 0; i < NELEM(prove); i++) {
		pid = owner(&office, prove[i].prova);
		assert_int_equal(folders(), 1);
		assert_int_equal(kill(prove[i].gruppo ? -pid : pid,
		    prove[i].segno), 0);
		assert_int_equal(waitpid(pid, &status, 0), pid);
		all_gone(office);
	}
	next_child(NULL);
}

/* The parent of a process. */
static pid_t
parent_of(pid_t pid)
{
	char path[64];
	AUTO_BUF text = { 0 };
	const char *s;

	snprintf(path, sizeof path, "/proc/%d/status", (int)pid);
	assert_int_equal(file_read(&text, path, 1 << 16), 0);
	s = strstr(buf_str(&text), "\nPPid:");
	assert_non_null(s);
	return (pid_t)strtol(s + 6, NULL, 10);
}

/* As long as one of those who were killed is still dying, the folder is theirs. */
static void
wait_unheld(void)
{
	char **names;
	int fd, i;

	assert_int_equal(folders(), 1);
	assert_int_equal(dir_list(&names, arena, tmp), 0);
	while (strncmp(*names, "cartella-casa-", 14) != 0)
		names++;
	fd = open(arena_printf(arena, "%s/%s", tmp, *names),
	    O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	assert_true(fd >= 0);
	for (i = 0; i < 3000 && flock(fd, LOCK_EX | LOCK_NB) != 0; i++)
		nap(20);
	assert_int_equal(flock(fd, LOCK_EX | LOCK_NB), 0);
	close(fd);
}

/* All killed together: the next who starts removes the folder, and only it. */
static void
all_killed(void **state)
{
	const char *link = arena_printf(arena, "%s/cartella-casa-link", tmp);
	const char *meant = arena_printf(arena, "%s/altro", tmp);
	struct casa held = { 0 };
	pid_t pid, office, guardian;

	(void)state;
	pid = owner(&office, "blocca");
	guardian = parent_of(office);
	assert_int_not_equal(guardian, pid);
	kill(guardian, SIGSTOP);
	kill(pid, SIGKILL);
	kill(guardian, SIGKILL);
	kill(office, SIGKILL);
	assert_int_equal(waitpid(pid, NULL, 0), pid);
	wait_unheld();
	next_child(NULL);
	assert_int_equal(dir_make(meant), 0);
	assert_int_equal(symlink(meant, link), 0);
	assert_int_equal(casa_make(&held), 0);
	assert_int_equal(folders(), 2);		/* held and the link */
	converts();
	assert_int_equal(folders(), 3);
	assert_true(dir_exists(meant) && dir_exists(held.path));
	assert_int_equal(casa_leave(&held, true), 0);
	assert_int_equal(unlink(link), 0);
	assert_int_equal(dir_remove(meant), 0);
}

/* The guardian killed: LibreOffice does not outlive it, its folder goes. */
static void
guardian_killed(void **state)
{
	pid_t pid;

	(void)state;
	converts();
	pid = cifre().pid;
	assert_int_equal(kill(parent_of(pid), SIGKILL), 0);
	converts();
	assert_true(cifre().pid != pid);
	convertitore_stop();
	/* what it may have gone on writing while it died */
	casa_sweep();
	all_gone(pid);
}

/* ---- a second opinion ---- */

static const char *
stand_in(const char *body)
{
	const char *path = arena_printf(arena, "%s/verapdf", tmp);
	const char *text = arena_printf(arena, "#!/bin/sh\necho \"$*\" >> "
	    "'%s/detto'\nhead -c 5 \"$5\" | grep -q '^%%PDF-' || exit 9\n%s\n",
	    tmp, body);

	assert_int_equal(file_put(path, text, strlen(text), 0700), 0);
	return path;
}

static int
second_opinion(const char *program)
{
	AUTO_BUF pdf = { 0 };
	int r;

	setenv("CARTELLA_VERAPDF", program, 1);
	r = worker_pdf(&pdf, odt.data, odt.len);
	assert_int_equal(r == 0, pdf.len > 0);
	return r;
}

static void
verapdf(void **state)
{
	const char *said = arena_printf(arena, "%s/detto", tmp);
	AUTO_BUF text = { 0 };

	(void)state;
	assert_int_equal(second_opinion(stand_in("echo PASS \"$5\"")), 0);
	assert_int_equal(file_read(&text, said, 1 << 16), 0);
	assert_non_null(strstr(text.data, "--format text --flavour 2b /"));
	assert_non_null(strstr(text.data, "--format text --flavour ua1 /"));
	assert_int_equal(second_opinion(stand_in("echo FAIL \"$5\"; exit 1")),
	    ERR_FAULT);
	assert_non_null(strstr(err_msg(), "PDF/A-2b: FAIL"));
	assert_int_equal(second_opinion(stand_in("[ $4 != ua1 ] && "
	    "echo PASS || { echo FAIL; exit 1; }")), ERR_FAULT);
	assert_non_null(strstr(err_msg(), "PDF/UA-1: FAIL"));
	/* neither answer alone is enough */
	assert_int_equal(second_opinion(stand_in("echo PASS; exit 1")),
	    ERR_FAULT);
	assert_int_equal(second_opinion(stand_in("exit 0")), ERR_FAULT);
	assert_int_equal(second_opinion("/inesistente/verapdf"), ERR_FAULT);
	assert_non_null(strstr(err_msg(), "CARTELLA_VERAPDF"));
	assert_int_equal(second_opinion("verapdf"), ERR_FAULT);
	assert_non_null(strstr(err_msg(), "assoluto"));
	assert_int_equal(second_opinion(""), 0);
	unsetenv("CARTELLA_VERAPDF");
	assert_int_equal(unlink(said), 0);
	assert_int_equal(unlink(arena_printf(arena, "%s/verapdf", tmp)), 0);
}

/* ---- many ---- */

#define MOLTI 16		/* worth two children */

struct heard {
	int n;			/* told so far, in order */
	int made;
	int stop;		/* says so at that one; -1: never */
};

static int
told(void *arg, int i, int esito, const struct buf *pdf)
{
	struct heard *h = arg;

	assert_int_equal(i, h->n++);
	if (i == h->stop)
		return err_set(ERR_BUSY, "basta così");
	if (i == 7) {		/* no ODT */
		assert_int_equal(esito, ERR_INVALID);
		return 0;
	}
	if (esito != 0)
		fail_msg("%d: %s", i, err_msg());
	assert_int_equal(resa_pdfa_check(pdf->data, pdf->len), 0);
	/* its own, not another's */
	assert_non_null(strstr(pdf->data == NULL ? "" : memmem(pdf->data,
	    pdf->len, "<dc:title>", 10), arena_printf(arena, ">Prova %d<", i)));
	h->made++;
	return 0;
}

static void
many(int figli, int stop, const char *prova, int n, int code)
{
	struct convertendo x[MOLTI];
	struct heard h = { .stop = stop };
	int i;

	next_child(prova);
	setenv("CARTELLA_PDF_FIGLI", arena_printf(arena, "%d", figli), 1);
	for (i = 0; i < n; i++) {
		AUTO_BUF one = { 0 };

		odt_write(&one, arena_printf(arena, "Prova %d", i), TESTO);
		x[i] = (struct convertendo){ arena_memdup(arena, one.data,
		    one.len), one.len };
	}
	if (n > 7)
		x[7].odt = "PK\3\4", x[7].n = 4;
	assert_int_equal(convertitore_molti(x, n, told, &h), code);
	assert_int_equal(h.n, stop < 0 ? n : stop + 1);
	assert_int_equal(h.made, stop < 0 ? n - (n > 7) : stop - (stop > 7));
	if (code != 0)
		assert_string_equal(err_msg(), "basta così");
	/* the others are gone, with what they were asked */
	assert_true(folders() <= 1);
	unsetenv("CARTELLA_PDF_FIGLI");
}

static void
shared(void **state)
{
	(void)state;
	/* each breaks at its third: tried again, by a fresh one */
	many(2, -1, "cade:3", MOLTI, 0);
	converts();
	many(1, -1, NULL, 2, 0);
	many(2, -1, NULL, 0, 0);
	many(2, 4, NULL, MOLTI, ERR_BUSY);
	next_child(NULL);
	converts();
}

#define TEST(f) cmocka_unit_test_teardown(f, unset)

int
main(int argc, char *argv[])
{
	const struct CMUnitTest tests[] = {
		TEST(stays_warm),
		TEST(refuses),
		TEST(killed_idle),
		TEST(verapdf),
		TEST(two_at_once),
		TEST(killed_at_work),
		TEST(long_and_killed),
		TEST(hung),
		TEST(broken),
		TEST(recycled),
		TEST(guardian_killed),
		TEST(parent_killed),
		TEST(all_killed),
		TEST(shared),
	};

	if (argc >= 3 && strcmp(argv[1], "--operaio") == 0)
		worker_main(argv[2]);
	return cmocka_run_group_tests(tests, setup, teardown);
}
