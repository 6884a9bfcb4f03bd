/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * convertitore.c - the side of who asks: a child, or several that share many
 * documents, each watched.
 *
 * Believes nothing of the child but the form of what it says, each phrase
 * bounded, until a moment that is set beforehand.  Whatever else happens the
 * child is ended, with its guardian (custode.c), and the next document starts
 * another: no state of a child that misbehaved is used again.
 */
#include "worker/convertitore.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/casa.h"
#include "base/clock.h"
#include "base/file.h"
#include "base/process.h"
#include "base/resource.h"
#include "worker/operaio.h"

#define AVVIO_SECONDI 60
#define FINE_MS 2000		/* it is given to end by itself */

struct figlio {
	struct casa casa;
	struct convertitore_cifre cifre;
	pid_t padrone;		/* whose it is; 0: there is none */
	pid_t custode;
	int fd;			/* our end of the socket */
	bool chiesto;		/* a document whose answer nobody heard yet */
	bool caldo;		/* it had made others before that one */
};
static struct figlio figli[CONVERTITORE_FIGLI];

struct frase {
	uint32_t tipo;
	struct buf testo;
};

/* A bound that a test build takes from the environment. */
static int
bound(const char *nome, int n)
{
#ifdef PROVA
	const char *s = getenv(nome);

	if (s != NULL)
		return (int)strtol(s, NULL, 10);
#else
	(void)nome;
#endif
	return n;
}

static int64_t
in_seconds(int64_t s)
{
	return clock_mono() + s * 1000000000;
}

/* ---- beginning and end ---- */

/* It goes when its socket closes; what does not is told to, then made to. */
static void
custode_end(struct figlio *g, bool subito)
{
	bool ended = false;
	int status = 0;

	if (!subito && process_wait(&status, &ended, g->custode,
	    FINE_MS) != 0)
		err_clear();
	if (ended)
		return;
	kill(g->custode, SIGTERM);
	kill(g->custode, SIGCONT);
	if (process_wait(&status, &ended, g->custode, FINE_MS) != 0)
		err_clear();
	if (ended)
		return;
	kill(g->custode, SIGKILL);
	while (waitpid(g->custode, &status, 0) < 0 && errno == EINTR)
		;
}

static void
end(struct figlio *g, bool subito)
{
	close(g->fd);
	custode_end(g, subito);
	/* the folder went with the guardian, unless that was killed */
	if (casa_leave(&g->casa, true) != 0)
		err_clear();
	g->padrone = 0;
	g->cifre.pid = 0;
	g->cifre.documenti = 0;
}

/* One that this process was forked with is another's: only forgotten. */
static bool
running(struct figlio *g)
{
	if (g->padrone != 0 && g->padrone != getpid()) {
		close(g->fd);
		(void)!casa_leave(&g->casa, false);
		memset(g, 0, sizeof *g);
	}
	return g->padrone != 0;
}

void
convertitore_stop(void)
{
	size_t i;

	for (i = 0; i < NELEM(figli); i++)
		if (running(&figli[i]))
			end(&figli[i], false);
}

static void
at_exit(void)
{
	static bool done;

	if (!done && atexit(convertitore_stop) == 0)
		done = true;
}

static int
spawn(struct figlio *g, struct arena *a)
{
	const char *const argv[] = { chiedi_program(a, true), "--operaio",
	    "convertitore", OPERAIO_FORMA, resource_edition, NULL };
	const struct process p = { .argv = argv, .envp =
	    chiedi_environment(a, g->casa.path, "CARTELLA_PDF_PROVA") };
	int io[2], fd[2], r;

	if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, io) != 0)
		return err_sys("socketpair");
	fd[0] = io[1];
	fd[1] = g->casa.fd;
	r = process_spawn(&g->custode, &p, fd, 2);
	close(io[1]);
	if (r == 0 && fcntl(io[0], F_SETFL, O_NONBLOCK) != 0)
		r = err_sys("fcntl");
	if (r != 0) {
		close(io[0]);
		return r;
	}
	g->fd = io[0];
	return 0;
}

/* ---- talk ---- */

enum esito { ESITO_DETTO, ESITO_CADUTO, ESITO_TARDI };

/* Waits for the socket; ESITO_DETTO: it is ready. */
static enum esito
ready(const struct figlio *g, short events, int64_t fine)
{
	struct pollfd p = { g->fd, events, 0 };
	int64_t left;
	int n;

	for (;;) {
		left = (fine - clock_mono()) / 1000000;
		if (left <= 0)
			return ESITO_TARDI;
		n = poll(&p, 1, (int)left + 1);
		if (n > 0)
			return ESITO_DETTO;
		if (n < 0 && errno != EINTR)
			return ESITO_CADUTO;
	}
}

static enum esito
say(const struct figlio *g, const void *p, size_t n, int64_t fine)
{
	const char *s = p;
	enum esito e;
	ssize_t w;

	while (n > 0) {
		if ((e = ready(g, POLLOUT, fine)) != ESITO_DETTO)
			return e;
		w = send(g->fd, s, n, MSG_NOSIGNAL);
		if (w < 0 && errno != EINTR && errno != EAGAIN)
			return ESITO_CADUTO;
		if (w > 0) {
			s += w;
			n -= (size_t)w;
		}
	}
	return ESITO_DETTO;
}

static enum esito
hear(struct buf *out, const struct figlio *g, size_t n, int64_t fine)
{
	char piece[65536];
	enum esito e;
	ssize_t got;

	while (n > 0) {
		if ((e = ready(g, POLLIN, fine)) != ESITO_DETTO)
			return e;
		got = recv(g->fd, piece, n < sizeof piece ? n :
		    sizeof piece, 0);
		if (got == 0 || (got < 0 && errno != EINTR &&
		    errno != EAGAIN))
			return ESITO_CADUTO;
		if (got > 0) {
			buf_append(out, piece, (size_t)got);
			n -= (size_t)got;
		}
	}
	return ESITO_DETTO;
}

/* What has not the form it must have is as good as no answer. */
static enum esito
hear_phrase(struct frase *out, const struct figlio *g, int64_t fine)
{
	AUTO_BUF head = { 0 };
	struct cursor c;
	enum esito e;
	uint32_t n;

	buf_clear(&out->testo);
	if ((e = hear(&head, g, 8, fine)) != ESITO_DETTO)
		return e;
	c = (struct cursor){ (const unsigned char *)head.data, head.len };
	if (cursor_u32(&out->tipo, &c) != 0 || cursor_u32(&n, &c) != 0 ||
	    n > FRASE_MAX)
		return ESITO_CADUTO;
	return hear(&out->testo, g, n, fine);
}

static bool
number(uint32_t *out, const struct frase *f, uint32_t tipo)
{
	struct cursor c = { (const unsigned char *)f->testo.data,
	    f->testo.len };

	return f->tipo == tipo && cursor_u32(out, &c) == 0 && c.left == 0;
}

/* The child's own error: it lives, and has said why. */
static int
said_error(const struct frase *f)
{
	struct cursor c = { (const unsigned char *)f->testo.data,
	    f->testo.len };
	uint32_t code;

	if (cursor_u32(&code, &c) != 0 || code == 0)
		return chiedi_lie();
	return chiedi_reported(code, &c);
}

/* ---- supervision ---- */

static int
broken(struct figlio *g, enum esito e, int secondi)
{
	g->cifre.guasti++;
	end(g, true);
	if (e == ESITO_TARDI)
		return err_set(ERR_FAULT, "la conversione in PDF non era "
		    "finita dopo %d secondi ed è stata interrotta; non è "
		    "stato fatto nulla: si riprova", secondi);
	return err_set(ERR_FAULT, "la conversione in PDF si è interrotta; non "
	    "è stato fatto nulla: si riprova");
}

static int
greet(struct figlio *g)
{
	struct frase f = { 0 };
	enum esito e = hear_phrase(&f, g, in_seconds(AVVIO_SECONDI));
	uint32_t pid = 0;
	int r = 0;

	if (e == ESITO_DETTO && f.tipo == FRASE_ERRORE) {
		r = said_error(&f);
		end(g, true);
	} else if (e != ESITO_DETTO || !number(&pid, &f, FRASE_PRONTO)) {
		r = broken(g, e, AVVIO_SECONDI);
	}
	buf_free(&f.testo);
	g->cifre.pid = (pid_t)pid;
	return r;
}

/* Its child is being made; greet() waits for it. */
static int
launch(struct figlio *g)
{
	AUTO(arena) a = arena_new();
	int r;

	if ((r = casa_make(&g->casa)) != 0)
		return r;
	if ((r = dir_make(arena_printf(a, "%s/profilo", g->casa.path))) != 0 ||
	    (r = dir_make(arena_printf(a, "%s/lavoro", g->casa.path))) != 0 ||
	    (r = spawn(g, a)) != 0) {
		(void)!casa_leave(&g->casa, true);
		return r;
	}
	g->padrone = getpid();
	g->cifre.avvii++;
	at_exit();
	return 0;
}

static int
start(struct figlio *g)
{
	int r;

	if (running(g))
		return 0;
	if ((r = launch(g)) != 0)
		return r;
	return greet(g);
}

int
convertitore_start(void)
{
	return start(&figli[0]);
}

static size_t
resident(pid_t pid)
{
	AUTO_BUF text = { 0 };
	char path[64];
	long pages;

	snprintf(path, sizeof path, "/proc/%ld/statm", (long)pid);
	if (pid <= 0 || file_read(&text, path, 4096) != 0) {
		err_clear();
		return 0;
	}
	if (sscanf(buf_str(&text), "%*s %ld", &pages) != 1 || pages < 0)
		return 0;
	return (size_t)pages * (size_t)sysconf(_SC_PAGESIZE);
}

void
convertitore_cifre(struct convertitore_cifre *out)
{
	struct figlio *g = &figli[0];

	running(g);
	g->cifre.memoria = resident(g->cifre.pid);
	*out = g->cifre;
}

/* One that has worked enough, or has grown, gives way to another. */
static void
recycle(struct figlio *g)
{
	const size_t most = (size_t)bound("CARTELLA_PDF_MEMORIA",
	    CONVERTITORE_MEMORIA) * MB;

	if (g->cifre.documenti >= (unsigned)bound("CARTELLA_PDF_DOCUMENTI",
	    CONVERTITORE_DOCUMENTI) || resident(g->cifre.pid) > most)
		end(g, false);
}

/* ---- a document ---- */

static int
seconds_for(uint32_t peso)
{
	int64_t n = bound("CARTELLA_PDF_SECONDI", CONVERTITORE_SECONDI) +
	    (int64_t)peso * CONVERTITORE_SECONDI_MB / (int64_t)MB;

	return n < CONVERTITORE_SECONDI_MAX ? (int)n :
	    CONVERTITORE_SECONDI_MAX;
}

static enum esito
give(struct figlio *g, const void *odt, size_t n)
{
	int64_t fine = in_seconds(seconds_for(0));
	AUTO_BUF head = { 0 };
	enum esito e;

	g->cifre.documenti++;
	g->cifre.documenti_tutti++;
	buf_u32(&head, (uint32_t)n);
	e = say(g, head.data, head.len, fine);
	return e != ESITO_DETTO ? e : say(g, odt, n, fine);
}

/* The answer: its weight first, which says how long one waits for the rest. */
static enum esito
take_phrases(struct frase *f, int *secondi, const struct figlio *g)
{
	int64_t start = clock_mono();
	uint32_t peso;
	enum esito e;

	*secondi = seconds_for(0);
	if ((e = hear_phrase(f, g, in_seconds(*secondi))) != ESITO_DETTO ||
	    f->tipo == FRASE_ERRORE)
		return e;
	if (!number(&peso, f, FRASE_PESO))
		return ESITO_CADUTO;
	*secondi = seconds_for(peso);
	e = hear_phrase(f, g, start + (int64_t)*secondi * 1000000000);
	if (e == ESITO_DETTO && f->tipo != FRASE_PDF &&
	    f->tipo != FRASE_ERRORE)
		return ESITO_CADUTO;
	return e;
}

/* e: how giving it went. */
static int
take(struct buf *out, bool *caduto, struct figlio *g, enum esito e)
{
	struct frase f = { 0 };
	int r = 0, secondi = seconds_for(0);

	if (e == ESITO_DETTO)
		e = take_phrases(&f, &secondi, g);
	*caduto = e == ESITO_CADUTO;
	if (e != ESITO_DETTO) {
		r = broken(g, e, secondi);
	} else {
		if (f.tipo == FRASE_ERRORE)
			r = said_error(&f);
		else
			buf_append(out, f.testo.data, f.testo.len);
		recycle(g);
	}
	buf_free(&f.testo);
	return r;
}

static int
convert(struct buf *out, struct figlio *g, const void *odt, size_t n)
{
	bool caldo, caduto;
	int r;

	if (n > ODT_MAX)
		return err_set(ERR_INVALID, "il documento supera %zu MB",
		    ODT_MAX / MB);
	if ((r = start(g)) != 0)
		return r;
	caldo = g->cifre.documenti > 0;
	r = take(out, &caduto, g, give(g, odt, n));
	if (!caduto || !caldo)
		return r;
	/* it may have broken for the sake of the documents before */
	err_clear();
	if ((r = start(g)) != 0)
		return r;
	return take(out, &caduto, g, give(g, odt, n));
}

int
convertitore_convert(struct buf *out, const void *odt, size_t n)
{
	return convert(out, &figli[0], odt, n);
}

/* ---- many documents ---- */

/* One for each processor, and for a few documents not more than they are
 * worth: a start costs as much as some ten of them. */
static int
how_many(int n)
{
	int most = bound("CARTELLA_PDF_FIGLI",
	    (int)sysconf(_SC_NPROCESSORS_ONLN));

	if (most > CONVERTITORE_FIGLI)
		most = CONVERTITORE_FIGLI;
	if (most > n / CONVERTITORE_PER_FIGLIO)
		most = n / CONVERTITORE_PER_FIGLIO;
	return most > 1 ? most : 1;
}

/* They load LibreOffice side by side.  How many there are; at least the first,
 * or an error. */
static int
start_many(int n)
{
	bool made[CONVERTITORE_FIGLI] = { false };
	int i, r;

	for (i = 1; i < n; i++)
		if (!running(&figli[i]))
			made[i] = launch(&figli[i]) == 0;
	r = start(&figli[0]);
	for (i = 1; i < n; i++)
		if (made[i] && greet(&figli[i]) != 0)
			made[i] = false;
	if (r != 0)
		return r;
	for (i = 1; i < n && running(&figli[i]); i++)
		;
	err_clear();
	return i;
}

/* Gives it, without waiting; what cannot be given is tried again when it is
 * its turn to be heard. */
static void
ask(struct figlio *g, const struct convertendo *x)
{
	g->chiesto = false;
	if (x->n > ODT_MAX)
		return;
	if (start(g) != 0) {
		err_clear();
		return;
	}
	g->caldo = g->cifre.documenti > 0;
	g->chiesto = give(g, x->odt, x->n) == ESITO_DETTO;
	if (!g->chiesto)
		end(g, true);
}

static int
answer(struct buf *out, struct figlio *g, const struct convertendo *x)
{
	bool caduto;
	int r;

	if (!g->chiesto)
		return convert(out, g, x->odt, x->n);
	g->chiesto = false;
	r = take(out, &caduto, g, ESITO_DETTO);
	if (!caduto || !g->caldo)
		return r;
	err_clear();
	return convert(out, g, x->odt, x->n);
}

/* All but the first go, and whoever was asked what nobody waits for. */
static int
dismiss(int n, int r)
{
	AUTO(arena) a = arena_new();
	const char *why = arena_strdup(a, err_msg());
	int i;

	for (i = 0; i < n; i++) {
		if ((i > 0 || figli[i].chiesto) && running(&figli[i]))
			end(&figli[i], figli[i].chiesto);
		figli[i].chiesto = false;
	}
	return r < 0 ? err_set(r, "%s", why) : r;
}

int
convertitore_molti(const struct convertendo *x, int n, convertito_fn *fn,
    void *arg)
{
	int i, r, esito, quanti;

	if (n == 0)
		return 0;
	if ((quanti = r = start_many(how_many(n))) < 0)
		return r;
	for (i = 0; i < n && i < quanti; i++)
		ask(&figli[i], &x[i]);
	for (i = 0, r = 0; i < n && r == 0; i++) {
		struct figlio *g = &figli[i % quanti];
		AUTO_BUF pdf = { 0 };

		esito = answer(&pdf, g, &x[i]);
		r = fn(arg, i, esito, &pdf);
		if (r == 0 && i + quanti < n)
			ask(g, &x[i + quanti]);
	}
	return dismiss(quanti, r);
}
