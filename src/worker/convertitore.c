/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * convertitore.c - the side of who asks: one child, watched.
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

#include "base/clock.h"
#include "base/file.h"
#include "base/process.h"
#include "base/resource.h"
#include "worker/casa.h"
#include "worker/operaio.h"

#define AVVIO_SECONDI 60
#define FINE_MS 2000		/* it is given to end by itself */

static struct {
	pid_t padrone;		/* whose it is; 0: there is none */
	pid_t custode;
	int fd;			/* our end of the socket */
	struct casa casa;
	struct convertitore_cifre cifre;
} conv;

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
custode_end(bool subito)
{
	bool ended = false;
	int status = 0;

	if (!subito && process_wait(&status, &ended, conv.custode,
	    FINE_MS) != 0)
		err_clear();
	if (ended)
		return;
	kill(conv.custode, SIGTERM);
	kill(conv.custode, SIGCONT);
	if (process_wait(&status, &ended, conv.custode, FINE_MS) != 0)
		err_clear();
	if (ended)
		return;
	kill(conv.custode, SIGKILL);
	while (waitpid(conv.custode, &status, 0) < 0 && errno == EINTR)
		;
}

static void
end(bool subito)
{
	close(conv.fd);
	custode_end(subito);
	/* the folder went with the guardian, unless that was killed */
	if (casa_leave(&conv.casa, true) != 0)
		err_clear();
	conv.padrone = 0;
	conv.cifre.pid = 0;
	conv.cifre.documenti = 0;
}

/* One that this process was forked with is another's: only forgotten. */
static bool
running(void)
{
	if (conv.padrone != 0 && conv.padrone != getpid()) {
		close(conv.fd);
		(void)!casa_leave(&conv.casa, false);
		memset(&conv, 0, sizeof conv);
	}
	return conv.padrone != 0;
}

void
convertitore_stop(void)
{
	if (running())
		end(false);
}

static void
at_exit(void)
{
	static bool done;

	if (!done && atexit(convertitore_stop) == 0)
		done = true;
}

static int
spawn(struct arena *a)
{
	const char *const argv[] = { chiedi_program(a, true), "--operaio",
	    "convertitore", OPERAIO_FORMA, resource_edition, NULL };
	const struct process p = { .argv = argv, .envp =
	    chiedi_environment(a, conv.casa.path, "CARTELLA_PDF_PROVA") };
	int io[2], fd[2], r;

	if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, io) != 0)
		return err_sys("socketpair");
	fd[0] = io[1];
	fd[1] = conv.casa.fd;
	r = process_spawn(&conv.custode, &p, fd, 2);
	close(io[1]);
	if (r == 0 && fcntl(io[0], F_SETFL, O_NONBLOCK) != 0)
		r = err_sys("fcntl");
	if (r != 0) {
		close(io[0]);
		return r;
	}
	conv.fd = io[0];
	return 0;
}

/* ---- talk ---- */

enum esito { ESITO_DETTO, ESITO_CADUTO, ESITO_TARDI };

/* Waits for the socket; ESITO_DETTO: it is ready. */
static enum esito
ready(short events, int64_t fine)
{
	struct pollfd p = { conv.fd, events, 0 };
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
say(const void *p, size_t n, int64_t fine)
{
	const char *s = p;
	enum esito e;
	ssize_t w;

	while (n > 0) {
		if ((e = ready(POLLOUT, fine)) != ESITO_DETTO)
			return e;
		w = send(conv.fd, s, n, MSG_NOSIGNAL);
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
hear(struct buf *out, size_t n, int64_t fine)
{
	char piece[65536];
	enum esito e;
	ssize_t got;

	while (n > 0) {
		if ((e = ready(POLLIN, fine)) != ESITO_DETTO)
			return e;
		got = recv(conv.fd, piece, n < sizeof piece ? n :
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
hear_phrase(struct frase *out, int64_t fine)
{
	AUTO_BUF head = { 0 };
	struct cursor c;
	enum esito e;
	uint32_t n;

	buf_clear(&out->testo);
	if ((e = hear(&head, 8, fine)) != ESITO_DETTO)
		return e;
	c = (struct cursor){ (const unsigned char *)head.data, head.len };
	if (cursor_u32(&out->tipo, &c) != 0 || cursor_u32(&n, &c) != 0 ||
	    n > FRASE_MAX)
		return ESITO_CADUTO;
	return hear(&out->testo, n, fine);
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
broken(enum esito e, int secondi)
{
	conv.cifre.guasti++;
	end(true);
	if (e == ESITO_TARDI)
		return err_set(ERR_FAULT, "la conversione in PDF non era "
		    "finita dopo %d secondi ed è stata interrotta; non è "
		    "stato fatto nulla: si riprova", secondi);
	return err_set(ERR_FAULT, "la conversione in PDF si è interrotta; non "
	    "è stato fatto nulla: si riprova");
}

static int
greet(void)
{
	struct frase f = { 0 };
	enum esito e = hear_phrase(&f, in_seconds(AVVIO_SECONDI));
	uint32_t pid = 0;
	int r = 0;

	if (e == ESITO_DETTO && f.tipo == FRASE_ERRORE) {
		r = said_error(&f);
		end(true);
	} else if (e != ESITO_DETTO || !number(&pid, &f, FRASE_PRONTO)) {
		r = broken(e, AVVIO_SECONDI);
	}
	buf_free(&f.testo);
	conv.cifre.pid = (pid_t)pid;
	return r;
}

int
convertitore_start(void)
{
	AUTO(arena) a = arena_new();
	int r;

	if (running())
		return 0;
	if ((r = casa_make(&conv.casa)) != 0)
		return r;
	if ((r = spawn(a)) != 0) {
		(void)!casa_leave(&conv.casa, true);
		return r;
	}
	conv.padrone = getpid();
	conv.cifre.avvii++;
	at_exit();
	return greet();
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
	running();
	conv.cifre.memoria = resident(conv.cifre.pid);
	*out = conv.cifre;
}

/* One that has worked enough, or has grown, gives way to another. */
static void
recycle(void)
{
	const size_t most = (size_t)bound("CARTELLA_PDF_MEMORIA",
	    CONVERTITORE_MEMORIA) * MB;

	if (conv.cifre.documenti >= (unsigned)bound("CARTELLA_PDF_DOCUMENTI",
	    CONVERTITORE_DOCUMENTI) || resident(conv.cifre.pid) > most)
		end(false);
}

static int
seconds_for(uint32_t peso)
{
	int64_t n = bound("CARTELLA_PDF_SECONDI", CONVERTITORE_SECONDI) +
	    (int64_t)peso * CONVERTITORE_SECONDI_MB / (int64_t)MB;

	return n < CONVERTITORE_SECONDI_MAX ? (int)n :
	    CONVERTITORE_SECONDI_MAX;
}

/* Gives the document and hears the answer: its weight first, which says how
 * long one waits for the rest. */
static enum esito
exchange(struct frase *f, int *secondi, const void *odt, size_t n)
{
	int64_t start = clock_mono();
	AUTO_BUF head = { 0 };
	uint32_t peso;
	enum esito e;

	*secondi = seconds_for(0);
	buf_u32(&head, (uint32_t)n);
	if ((e = say(head.data, head.len, in_seconds(*secondi))) !=
	    ESITO_DETTO || (e = say(odt, n, in_seconds(*secondi))) !=
	    ESITO_DETTO || (e = hear_phrase(f, in_seconds(*secondi))) !=
	    ESITO_DETTO || f->tipo == FRASE_ERRORE)
		return e;
	if (!number(&peso, f, FRASE_PESO))
		return ESITO_CADUTO;
	*secondi = seconds_for(peso);
	e = hear_phrase(f, start + (int64_t)*secondi * 1000000000);
	if (e == ESITO_DETTO && f->tipo != FRASE_PDF &&
	    f->tipo != FRASE_ERRORE)
		return ESITO_CADUTO;
	return e;
}

static int
convert_once(struct buf *out, bool *caduto, const void *odt, size_t n)
{
	struct frase f = { 0 };
	int r = 0, secondi;
	enum esito e;

	conv.cifre.documenti++;
	conv.cifre.documenti_tutti++;
	e = exchange(&f, &secondi, odt, n);
	*caduto = e == ESITO_CADUTO;
	if (e != ESITO_DETTO) {
		r = broken(e, secondi);
	} else {
		if (f.tipo == FRASE_ERRORE)
			r = said_error(&f);
		else
			buf_append(out, f.testo.data, f.testo.len);
		recycle();
	}
	buf_free(&f.testo);
	return r;
}

int
convertitore_convert(struct buf *out, const void *odt, size_t n)
{
	bool caldo, caduto;
	int r;

	if (n > ODT_MAX)
		return err_set(ERR_INVALID, "il documento supera %zu MB",
		    ODT_MAX / MB);
	if ((r = convertitore_start()) != 0)
		return r;
	caldo = conv.cifre.documenti > 0;
	r = convert_once(out, &caduto, odt, n);
	if (!caduto || !caldo)
		return r;
	/* it may have broken for the sake of the documents before */
	err_clear();
	if ((r = convertitore_start()) != 0)
		return r;
	return convert_once(out, &caduto, odt, n);
}
