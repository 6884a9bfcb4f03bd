/* SPDX-License-Identifier: EUPL-1.2 */
/* A passphrase given for one signature; agents that are dead, hung, or ask
 * twice.  With the real gpg and the real agent, but for the last. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>
#include <cmocka.h>

#include "base/arena.h"
#include "base/clock.h"
#include "base/file.h"
#include "base/process.h"
#include "firme/interno.h"
#include "casa_gpg.h"

static const char text[] = "Relazione sociale.\n";
#define TEXT text, sizeof text - 1
#define FRASE "Ada, contessa di Lovelace: perché"

static struct arena *arena;
static const char *home;

static int
sh(const char *script)
{
	return casa_script(script, 60);
}

static const char *
impronta(const char *name)
{
	AUTO_BUF b = { 0 };

	assert_int_equal(file_read(&b, arena_printf(arena, "%s/%s.fpr", home,
	    name), 1 << 20), 0);
	return arena_strndup(arena, b.data, CHIAVE_LEN);
}

static int
setup(void **state)
{
	static const char make[] =
	    "cd $GNUPGHOME\n"
	    "k() { gpg --batch --quiet --pinentry-mode loopback --passphrase "
		"\"$2\" --quick-gen-key $1 ed25519 sign never; "
		"gpg --batch --with-colons --list-keys =$1 | "
		"awk -F: '/^fpr/{print $10}' >$1.fpr; }\n"
	    "k chiusa '" FRASE "'; k altra 'un’altra frase'; k aperta ''\n";
	char *dir = NULL;

	(void)state;
	setenv("CARTELLA_SENZA_PINENTRY", "1", 1);
	arena = arena_new();
	assert_int_equal(firme_init(), 0);
	assert_int_equal(dir_temporary(&dir, arena), 0);
	home = dir;
	setenv("GNUPGHOME", home, 1);
	return sh(make);
}

static int
teardown(void **state)
{
	(void)state;
	sh("gpgconf --kill all");
	assert_int_equal(dir_remove(home), 0);
	arena_free(arena);
	return 0;
}

/* Signs with that key and passphrase (NULL: none given). */
static int
sign(const char *key, const char *frase)
{
	AUTO(segreto) s = NULL;
	AUTO(portachiavi) p = NULL;
	AUTO_BUF out = { 0 };
	int r;

	assert_int_equal(portachiavi_open(&p, home), 0);
	if (frase != NULL) {
		assert_int_equal(segreto_new(&s, frase, strlen(frase)), 0);
		portachiavi_frase(p, s);
	}
	r = firma_openpgp(&out, p, impronta(key), TEXT);
	assert_int_equal(out.len > 0, r == 0);
	return r;
}

static void
opens(void **state)
{
	(void)state;
	assert_int_equal(sign("chiusa", NULL), ERR_FORBIDDEN);
	assert_int_equal(sign("chiusa", FRASE), 0);
	/* this agent remembers for ten minutes, unless it is told not to */
	assert_int_equal(sign("chiusa", NULL), ERR_FORBIDDEN);
	assert_int_equal(sign("chiusa", "un’altra frase"), ERR_FORBIDDEN);
	assert_non_null(strstr(err_msg(), "non è quella della chiave"));
	assert_int_equal(sign("chiusa", ""), ERR_FORBIDDEN);
	assert_int_equal(sign("chiusa", "due\nrighe"), ERR_FORBIDDEN);
	assert_int_equal(sign("chiusa", FRASE), 0);
	/* a key without one needs none, and takes any */
	assert_int_equal(sign("aperta", NULL), 0);
	assert_int_equal(sign("aperta", FRASE), 0);
}

/* What the agent remembers from elsewhere does not make a wrong one right. */
static void
remembered_elsewhere(void **state)
{
	(void)state;
	assert_int_equal(sh("cd $GNUPGHOME; echo >t; gpg --batch -q --yes "
	    "--pinentry-mode loopback --passphrase '" FRASE "' "
	    "-u $(cat chiusa.fpr) -b t"), 0);
	assert_int_equal(sign("chiusa", NULL), 0);	/* the trap */
	assert_int_equal(sign("chiusa", "un’altra frase"), ERR_FORBIDDEN);
	assert_int_equal(sign("chiusa", NULL), ERR_FORBIDDEN);
}

/* One after the other in the same portachiavi: each with its own. */
static void
changes(void **state)
{
	AUTO(portachiavi) p = NULL;
	AUTO(segreto) one = NULL;
	AUTO(segreto) two = NULL;
	AUTO_BUF out = { 0 };

	(void)state;
	assert_int_equal(segreto_new(&one, FRASE, sizeof FRASE - 1), 0);
	assert_int_equal(segreto_new(&two, "un’altra frase",
	    strlen("un’altra frase")), 0);
	assert_int_equal(portachiavi_open(&p, home), 0);
	portachiavi_frase(p, one);
	assert_int_equal(firma_openpgp(&out, p, impronta("chiusa"), TEXT), 0);
	assert_int_equal(firma_openpgp(&out, p, impronta("chiusa"), TEXT), 0);
	assert_int_equal(firma_openpgp(&out, p, impronta("altra"), TEXT),
	    ERR_FORBIDDEN);
	portachiavi_frase(p, two);
	assert_int_equal(firma_openpgp(&out, p, impronta("altra"), TEXT), 0);
	portachiavi_frase(p, NULL);
	assert_int_equal(firma_openpgp(&out, p, impronta("altra"), TEXT),
	    ERR_FORBIDDEN);
	/* who gives a frase never waits for ever, a terminal or not */
	portachiavi_attesa(p, 0);
	portachiavi_frase(p, NULL);
	assert_int_equal(p->attesa, 0);
	portachiavi_frase(p, one);
	assert_true(p->attesa > 0);
}

/* One that goes takes the socket away, which may be the next one's by then: it
 * is waited for. */
#define AGENT_ENDS							\
	"p=$(gpg-connect-agent --no-autostart 'GETINFO pid' /bye | "	\
	"sed -n 's/^D //p'); gpgconf --kill gpg-agent; "		\
	"while [ -n \"$p\" ] && kill -0 $p 2>/dev/null; do sleep 0.05; done"

static void
agent_dead(void **state)
{
	(void)state;
	/* ended between two signatures: another is started */
	assert_int_equal(sh(AGENT_ENDS), 0);
	assert_int_equal(sign("chiusa", FRASE), 0);
	/* none can be started */
	assert_int_equal(sh(AGENT_ENDS "; cd $GNUPGHOME; "
	    "rm -f S.gpg-agent*; mkdir -p S.gpg-agent/x"), 0);
	assert_int_equal(sign("chiusa", FRASE), ERR_FAULT);
	assert_non_null(strstr(err_msg(), "gpg-agent"));
	assert_int_equal(sign("aperta", NULL), ERR_FAULT);
	assert_non_null(strstr(err_msg(), "gpg-agent"));
	assert_int_equal(sh("rm -r $GNUPGHOME/S.gpg-agent"), 0);
	assert_int_equal(sign("chiusa", FRASE), 0);
}

static void
agent_hung(void **state)
{
	AUTO(segreto) s = NULL;
	AUTO(portachiavi) p = NULL;
	AUTO_BUF out = { 0 };
	int64_t start;
	int with;

	(void)state;
	assert_int_equal(sh("cd $GNUPGHOME; gpg-connect-agent 'GETINFO pid' "
	    "/bye | sed -n 's/^D //p' >pid; kill -STOP $(cat pid)"), 0);
	assert_int_equal(segreto_new(&s, FRASE, sizeof FRASE - 1), 0);
	for (with = 0; with < 2; with++) {
		assert_int_equal(portachiavi_open(&p, home), 0);
		if (with)
			portachiavi_frase(p, s);
		portachiavi_attesa(p, 1);
		start = clock_mono();
		assert_int_equal(firma_openpgp(&out, p, impronta("aperta"),
		    TEXT), ERR_FAULT);
		assert_true(clock_mono() - start < 4000000000);
		assert_non_null(strstr(err_msg(), "non ha risposto entro 1"));
		assert_int_equal(out.len, 0);
		portachiavi_close(MOVE(p));
	}
	assert_int_equal(sh("kill -CONT $(cat $GNUPGHOME/pid)"), 0);
	assert_int_equal(sign("chiusa", FRASE), 0);
	assert_int_equal(sign("chiusa", NULL), ERR_FORBIDDEN);
}

/* ---- keys kept by the server ---- */

static int
keep(const char *where, const char *key, const char *file, const char *frase)
{
	AUTO(segreto) s = NULL;
	AUTO_BUF b = { 0 };

	assert_int_equal(file_read(&b, arena_printf(arena, "%s/%s", home,
	    file), 1 << 20), 0);
	assert_int_equal(segreto_new(&s, frase, strlen(frase)), 0);
	return custodia_metti(where, impronta(key), b.data, b.len, s);
}

static int
sign_in(const char *where, const char *key, const char *frase)
{
	AUTO(segreto) s = NULL;
	AUTO(portachiavi) p = NULL;
	AUTO_BUF out = { 0 };

	assert_int_equal(custodia_open(&p, where), 0);
	if (frase != NULL)
		assert_int_equal(segreto_new(&s, frase, strlen(frase)), 0);
	portachiavi_frase(p, s);
	return firma_openpgp(&out, p, impronta(key), TEXT);
}

static void
kept_by_the_server(void **state)
{
	const char *where = arena_printf(arena, "%s/custodia", home);
	const char *full;
	char nobody[CHIAVE_LEN + 1];

	(void)state;
	assert_int_equal(sh("cd $GNUPGHOME; x() { gpg --batch -q "
	    "--pinentry-mode loopback --passphrase \"$2\" "
	    "--export-secret-keys $(cat $1.fpr) >$1.sec; }; "
	    "x chiusa '" FRASE "'; x aperta ''; x altra 'un’altra frase'; "
	    "gpg --export $(cat chiusa.fpr) >chiusa.pub; "
	    "cat chiusa.sec altra.sec >due.sec"), 0);
	/* a home that takes no keys: it is said, and nothing is left */
	assert_int_equal(sh("cd $GNUPGHOME; mkdir -m 700 piena; "
	    ": >piena/private-keys-v1.d"), 0);
	full = arena_printf(arena, "%s/piena", home);
	assert_int_equal(keep(full, "chiusa", "chiusa.sec", FRASE),
	    ERR_INVALID);
	assert_int_equal(sh(arena_printf(arena, "test ! -s "
	    "%s/private-keys-v1.d; gpgconf --homedir %s --kill all", full,
	    full)), 0);
	/* refused, and nothing is left of it */
	assert_int_equal(keep(where, "aperta", "aperta.sec", FRASE),
	    ERR_INVALID);
	assert_non_null(strstr(err_msg(), "non è protetta"));
	assert_int_equal(keep(where, "chiusa", "chiusa.sec", "altra"),
	    ERR_FORBIDDEN);
	assert_int_equal(keep(where, "chiusa", "chiusa.sec", ""),
	    ERR_FORBIDDEN);
	assert_int_equal(keep(where, "chiusa", "chiusa.pub", FRASE),
	    ERR_INVALID);
	assert_int_equal(keep(where, "chiusa", "altra.sec", FRASE),
	    ERR_INVALID);
	assert_int_equal(keep(where, "chiusa", "due.sec", FRASE), ERR_INVALID);
	assert_int_equal(keep(where, "chiusa", "pid", FRASE), ERR_INVALID);
	assert_int_equal(custodia_metti(where, "chiusa", "x", 1, NULL),
	    ERR_INVALID);
	assert_int_equal(custodia_metti(where, impronta("chiusa"), "", 0,
	    NULL), ERR_INVALID);
	assert_int_equal(custodia_chi(nobody, "", 0), ERR_INVALID);
	assert_false(dir_exists(where));
	assert_int_equal(custodia_togli(where, impronta("chiusa")),
	    ERR_ABSENT);

	assert_int_equal(keep(where, "chiusa", "chiusa.sec", FRASE), 0);
	assert_int_equal(keep(where, "chiusa", "chiusa.sec", FRASE), 0);
	assert_int_equal(keep(where, "altra", "altra.sec", "un’altra frase"),
	    0);
	assert_int_equal(sign_in(where, "chiusa", NULL), ERR_FORBIDDEN);
	assert_int_equal(sign_in(where, "chiusa", FRASE), 0);
	assert_int_equal(sign_in(where, "chiusa", NULL), ERR_FORBIDDEN);
	assert_int_equal(sign_in(where, "chiusa", "un’altra frase"),
	    ERR_FORBIDDEN);
	/* nor for a gpg that is not ours, a moment later */
	assert_int_equal(sh(arena_printf(arena, "cd %s; echo >t; "
	    "g() { gpg --homedir %s --batch -q --yes \"$@\" "
	    "-u $(cat ../chiusa.fpr) -b t; }; "
	    "g --pinentry-mode loopback --passphrase '" FRASE "'; "
	    "! g --pinentry-mode error", where, where)), 0);

	assert_int_equal(custodia_togli(where, impronta("chiusa")), 0);
	assert_int_equal(sign_in(where, "chiusa", FRASE), ERR_ABSENT);
	assert_int_equal(custodia_togli(where, impronta("chiusa")),
	    ERR_ABSENT);
	assert_int_equal(sign_in(where, "altra", "un’altra frase"), 0);

	assert_int_equal(sh(arena_printf(arena, "chmod 750 %s", where)), 0);
	{
		AUTO(portachiavi) p = NULL;

		assert_int_equal(custodia_open(&p, where), ERR_FORBIDDEN);
	}
	assert_int_equal(sh(arena_printf(arena, "chmod 700 %s; "
	    "gpgconf --homedir %s --kill all", where, where)), 0);
}

/* ---- an agent that asks, and asks again ---- */

static void
say(int fd, const char *s)
{
	(void)!write(fd, s, strlen(s));
}

/* One connection; returns how many passphrases it was given. */
static int
converse(int fd, const char *grip)
{
	FILE *in = fdopen(fd, "r+");
	char row[2048];
	int given = 0;

	say(fd, "OK\n");
	while (in != NULL && fgets(row, sizeof row, in) != NULL) {
		if (strncmp(row, "GETINFO version", 15) == 0)
			say(fd, "D 2.2.40\nOK\n");
		else if (strncmp(row, "KEYINFO", 7) == 0)
			say(fd, arena_printf(arena, "S KEYINFO %s D - - - P "
			    "- - -\nOK\n", grip));
		else if (strncmp(row, "PKSIGN", 6) == 0)
			say(fd, "INQUIRE PASSPHRASE\n");
		else if (strncmp(row, "D ", 2) == 0)
			given++;
		else if (strncmp(row, "END", 3) == 0)
			/* never content */
			say(fd, "INQUIRE PASSPHRASE\n");
		else if (strncmp(row, "CAN", 3) == 0)
			say(fd, "ERR 83886179 Operation cancelled\n");
		else if (strncmp(row, "BYE", 3) == 0)
			break;
		else
			say(fd, "OK\n");
	}
	if (in != NULL)
		fclose(in);
	return given;
}

/* Until it is killed; says in the pipe how often it was given one. */
static _Noreturn void
agent(int listener, int pipe_end, const char *grip)
{
	for (;;) {
		int fd = accept(listener, NULL, NULL);
		char n = (char)converse(fd, grip);

		(void)!write(pipe_end, &n, 1);
	}
}

static int
listen_at(const char *path)
{
	struct sockaddr_un at = { .sun_family = AF_UNIX };
	int fd = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);

	assert_true(strlen(path) < sizeof at.sun_path);
	memcpy(at.sun_path, path, strlen(path));
	unlink(path);
	assert_int_equal(bind(fd, (struct sockaddr *)&at, sizeof at), 0);
	assert_int_equal(listen(fd, 8), 0);
	return fd;
}

static void
asks_twice(void **state)
{
	const char *path = arena_printf(arena, "%s/S.gpg-agent", home);
	AUTO_BUF grip = { 0 };
	int fd[2], listener, given = 0;
	char n;
	pid_t pid;

	(void)state;
	/* on its way out it would take our socket away with its own */
	assert_int_equal(sh("cd $GNUPGHOME; gpg-connect-agent 'GETINFO pid' "
	    "/bye | sed -n 's/^D //p' >pid; gpgconf --kill gpg-agent; "
	    "while kill -0 $(cat pid) 2>/dev/null; do sleep 0.05; done; "
	    "gpg --batch --with-colons --with-keygrip --list-keys =chiusa | "
	    "awk -F: '/^grp/{printf \"%s\", $10}' >grip"), 0);
	assert_int_equal(file_read(&grip, arena_printf(arena, "%s/grip", home),
	    100), 0);
	listener = listen_at(path);
	assert_int_equal(pipe(fd), 0);
	if ((pid = fork()) == 0 && prctl(PR_SET_PDEATHSIG, SIGKILL) == 0)
		agent(listener, fd[1], grip.data);
	close(fd[1]);
	assert_int_equal(sign("chiusa", FRASE), ERR_FORBIDDEN);
	kill(pid, SIGKILL);
	waitpid(pid, NULL, 0);
	while (read(fd[0], &n, 1) == 1)
		given += n;
	assert_int_equal(given, 1);
	close(fd[0]);
	close(listener);
	unlink(path);
	assert_int_equal(sign("chiusa", FRASE), 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(opens),
		cmocka_unit_test(remembered_elsewhere),
		cmocka_unit_test(changes),
		cmocka_unit_test(agent_dead),
		cmocka_unit_test(agent_hung),
		cmocka_unit_test(kept_by_the_server),
		cmocka_unit_test(asks_twice),
	};

	return cmocka_run_group_tests(tests, setup, teardown);
}
