/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * servitore.c - the loop: libmicrohttpd's own epoll, the answers that are
 * waited for, a clock.
 *
 * Who answers may die: what only looks, and an act (whose id the chain holds
 * once), is asked again, once.
 */
#include <microhttpd.h>
#include <errno.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#include "base/clock.h"
#include "colloquio/cronaca.h"
#include "web/servito.h"

#define SECOND ((int64_t)1000000000)
#define UNREAD_MAX (512 * 1024)	/* bytes of a connection, in the kernel */
#define VOLTE 5			/* what one request may ask, at most: the act, a
				 * draft, its files, its form, its page */

/* ---- asking ---- */

static int64_t
patience(const struct servito *x)
{
	return clock_mono() + (x->c.coda == CODA_LETTURE ? 1 : 6) *
	    x->s->o.pazienza * SECOND;
}

static void
stop_waiting(struct servito *x)
{
	if (x->attesa >= 0)
		close(x->attesa);	/* which takes it out of the epoll */
	x->attesa = -1;
}

static void ready(struct servito *x);
static void greeted(struct servito *x, const struct nodo *answer);

/* It was read, perhaps halfway, by who died. */
static void
rewind_files(struct servito *x)
{
	int i;

	for (i = 0; i < x->c.n_file; i++)
		lseek(x->c.file[i], 0, SEEK_SET);
}

static void
ask(struct servito *x)
{
	struct servitore *s = x->s;
	struct epoll_event ev = { .events = EPOLLIN, .data.ptr = x };
	int r;

	rewind_files(x);
	r = colloquio_chiedi(&x->attesa, s->o.code[x->c.coda], x->c.richiesta,
	    x->c.file, x->c.n_file);
	if (r == 0 && epoll_ctl(s->ep, EPOLL_CTL_ADD, x->attesa, &ev) != 0)
		r = err_sys("una coda");
	if (r != 0) {
		stop_waiting(x);
		err_clear();
		if (x->saluto) {
			greeted(x, NULL);
			return;
		}
		chiamata_errore(&x->c, r == ERR_BUSY ? 503 : 500, NULL, NULL);
		ready(x);
		return;
	}
	x->scade = patience(x);
	if (!x->sospesa) {
		x->sospesa = true;
		MHD_suspend_connection(x->con);
	}
}

/* Its answer is made: the connection goes on. */
static void
ready(struct servito *x)
{
	stop_waiting(x);
	x->pronta = true;
	if (x->sospesa) {
		x->sospesa = false;
		MHD_resume_connection(x->con);
	}
}

/* After the row has looked at it: an answer, or something to ask. */
static void
go_on(struct servito *x, int r, const struct nodo *asked)
{
	if (r != 0 && x->c.r.stato == 0)
		chiamata_errore(&x->c, r == ERR_INVALID ? 400 :
		    r == ERR_BUSY ? 503 : 500, r == ERR_INVALID ? err_msg() :
		    NULL, NULL);
	err_clear();
	if (x->c.r.stato == 0 && x->c.richiesta != asked &&
	    x->c.volta++ < VOLTE) {
		ask(x);
		return;
	}
	if (x->c.r.stato == 0)
		chiamata_errore(&x->c, 500, NULL, NULL);
	ready(x);
}

void
servito_comincia(struct servito *x)
{
	vie_trova(&x->c);
	go_on(x, x->c.via->chiede(&x->c), NULL);
}

void
servito_saluta(struct servito *x)
{
	x->saluto = true;
	chiamata_chiede(&x->c, "sessione", CODA_LETTURE);
	ask(x);
}

/* Nobody can tell: then it is nobody's. */
static void
greeted(struct servito *x, const struct nodo *answer)
{
	x->saluto = false;
	x->c.richiesta = NULL;
	x->c.r.stato = 0;
	servito_accogli(x, answer != NULL &&
	    esito_web_di(nodo_attr(answer, "esito")) == WEB_FATTO);
	if (x->sospesa) {
		x->sospesa = false;
		MHD_resume_connection(x->con);
	}
}

/* May it be asked a second time without being done twice? */
static bool
again(struct servito *x)
{
	static const char *const kinds[] = { "leggi", "compi", "prova",
	    "esito", "sessione", "bozza-leggi" };
	const char *tipo = nodo_attr(x->c.richiesta, "tipo");
	size_t i;

	if (x->morti++ > 0)
		return false;
	for (i = 0; i < NELEM(kinds); i++)
		if (strcmp(tipo, kinds[i]) == 0)
			return true;
	return false;
}

static void
answered(struct servito *x)
{
	struct nodo *asked = x->c.richiesta, *answer;
	struct consegna c;
	int r = canale_ricevi(&c, x->attesa);

	if (r == ERR_BUSY)
		return;
	stop_waiting(x);
	if (r != 0) {
		err_clear();
		if (again(x)) {
			ask(x);
			return;
		}
		if (x->saluto) {
			greeted(x, NULL);
			return;
		}
		chiamata_errore(&x->c, 503, NULL, NULL);
		ready(x);
		return;
	}
	x->c.arrivata = &c;
	if ((r = colloquio_apri(&answer, x->c.a, &c)) != 0)
		answer = NULL;
	if (x->saluto) {
		x->c.arrivata = NULL;
		consegna_free(&c);
		greeted(x, answer);
		return;
	}
	if (r == 0)
		r = x->c.via->risponde(&x->c, answer);
	else
		r = ERR_FAULT;
	x->c.arrivata = NULL;
	consegna_free(&c);
	go_on(x, r, asked);
}

/* ---- the clock ---- */

static void
look_at_clock(struct servitore *s, int64_t now)
{
	struct presa *p;
	struct servito *x, *next;

	for (p = s->prese; p != NULL; p = p->succ) {
		if (s->finisce && p->libera)
			p->scade = now;
		if (p->scade != 0 && now >= p->scade)
			shutdown(p->fd, SHUT_RDWR);
	}
	for (x = s->servite; x != NULL; x = next) {
		next = x->succ;
		if (x->attesa < 0 || now < x->scade)
			continue;
		if (x->saluto) {
			stop_waiting(x);
			greeted(x, NULL);
			continue;
		}
		chiamata_errore(&x->c, 504, NULL, NULL);
		ready(x);
	}
}

void
presa_aspetta(struct presa *p, uint64_t bytes)
{
	if (p == NULL)
		return;
	/* twice as long, and the time of a slow line */
	p->scade = clock_mono() + (2 * p->pazienza +
	    (int64_t)(bytes / 16384)) * SECOND;
	p->libera = false;
}

/* Whoever asks and does not read: what waits for him is little, and the kernel
 * gives it up, also when the connection is closed on our side. */
static void
bound_unread(int fd, int pazienza)
{
	const unsigned ms = 2000u * (unsigned)pazienza;
	const int bytes = UNREAD_MAX / 2;	/* which the kernel doubles */

	/* a socket that is not TCP has no such clock */
	if (setsockopt(fd, SOL_SOCKET, SO_SNDBUF, &bytes, sizeof bytes) != 0 ||
	    setsockopt(fd, IPPROTO_TCP, TCP_USER_TIMEOUT, &ms, sizeof ms) != 0)
		errno = 0;
}

static void
notify_socket(void *cls, struct MHD_Connection *con, void **context,
    enum MHD_ConnectionNotificationCode code)
{
	struct servitore *s = cls;
	struct presa *p = *context;

	if (code == MHD_CONNECTION_NOTIFY_STARTED) {
		if ((p = calloc(1, sizeof *p)) == NULL)
			abort();
		p->fd = MHD_get_connection_info(con,
		    MHD_CONNECTION_INFO_CONNECTION_FD)->connect_fd;
		p->pazienza = s->o.pazienza;
		presa_libera(p);
		bound_unread(p->fd, p->pazienza);
		if ((p->succ = s->prese) != NULL)
			p->succ->prec = p;
		s->prese = p;
		*context = p;
	} else if (p != NULL) {
		if (p->prec != NULL)
			p->prec->succ = p->succ;
		else
			s->prese = p->succ;
		if (p->succ != NULL)
			p->succ->prec = p->prec;
		free(p);
	}
}

void
presa_libera(struct presa *p)
{
	if (p != NULL) {
		p->scade = clock_mono() + p->pazienza * SECOND;
		p->libera = true;
	}
}

/* ---- the loop ---- */

static void
log_of_library(void *cls, const char *fmt, va_list ap)
{
	/* it says addresses of who connects */
	(void)cls;
	(void)fmt;
	(void)ap;
}

static int
start(struct servitore *s)
{
	const struct opzioni_servitore *o = &s->o;
	const bool tls = o->cert != NULL;
	struct MHD_OptionItem more[] = {
		{ tls ? MHD_OPTION_HTTPS_MEM_CERT : MHD_OPTION_END, 0,
		    (void *)o->cert },
		{ MHD_OPTION_HTTPS_MEM_KEY, 0, (void *)o->chiave },
		{ MHD_OPTION_HTTPS_PRIORITIES, 0,
		    "NORMAL:-VERS-ALL:+VERS-TLS1.3:+VERS-TLS1.2" },
		{ o->ca != NULL ? MHD_OPTION_HTTPS_MEM_TRUST : MHD_OPTION_END,
		    0, (void *)o->ca },
		{ MHD_OPTION_END, 0, NULL }
	};
	unsigned flags = MHD_USE_EPOLL | MHD_USE_SUSPEND_RESUME |
	    MHD_USE_ERROR_LOG | (tls ? MHD_USE_TLS : 0u);

	s->d = MHD_start_daemon(flags, 0, NULL, NULL, servito_passo, s,
	    MHD_OPTION_EXTERNAL_LOGGER, log_of_library, NULL,
	    MHD_OPTION_LISTEN_SOCKET, o->ascolto,
	    MHD_OPTION_CONNECTION_LIMIT, o->connessioni,
	    /* who is behind a proxy has its address */
	    MHD_OPTION_PER_IP_CONNECTION_LIMIT,
	    o->guardia.proxy != NULL ? 0u : o->connessioni / 2,
	    MHD_OPTION_CONNECTION_TIMEOUT, 75u,
	    MHD_OPTION_CONNECTION_MEMORY_LIMIT, (size_t)(48 * 1024),
	    MHD_OPTION_STRICT_FOR_CLIENT, 1,
	    MHD_OPTION_SIGPIPE_HANDLED_BY_APP, 1,
	    MHD_OPTION_URI_LOG_CALLBACK, servito_arriva, s,
	    MHD_OPTION_UNESCAPE_CALLBACK, servito_lascia, NULL,
	    MHD_OPTION_NOTIFY_COMPLETED, servito_finito, s,
	    MHD_OPTION_NOTIFY_CONNECTION, notify_socket, s,
	    MHD_OPTION_ARRAY, more, MHD_OPTION_END);
	if (s->d == NULL)
		return err_set(ERR_FAULT, tls ? "il servizio web non parte: "
		    "il certificato TLS e la sua chiave si leggono?" :
		    "il servizio web non parte");
	return 0;
}

static int
watch(struct servitore *s, int fd, void *who)
{
	struct epoll_event ev = { .events = EPOLLIN, .data.ptr = who };

	return epoll_ctl(s->ep, EPOLL_CTL_ADD, fd, &ev) != 0 ?
	    err_sys("il servizio web") : 0;
}

static void
free_all(struct servitore *s)
{
	/* MHD_stop_daemon() ends the process if a connection is suspended */
	if (s->d != NULL && s->servite == NULL)
		MHD_stop_daemon(s->d);
	close(s->ep);
	free(s);
}

int
servitore_new(struct servitore **out, const struct opzioni_servitore *o)
{
	struct servitore *s = calloc(1, sizeof *s);
	int r;

	if (s == NULL)
		abort();
	s->o = *o;
	if ((s->ep = epoll_create1(EPOLL_CLOEXEC)) < 0) {
		free(s);
		return err_sys("il servizio web");
	}
	if ((r = start(s)) != 0 ||
	    (r = watch(s, MHD_get_daemon_info(s->d,
	    MHD_DAEMON_INFO_EPOLL_FD)->epoll_fd, s)) != 0 ||
	    (r = watch(s, o->segnali, &s->ep)) != 0) {
		free_all(s);
		return r;
	}
	*out = s;
	return 0;
}

static void
begin_to_end(struct servitore *s)
{
	int fd;

	if (s->finisce)
		return;
	s->finisce = true;
	s->fine = clock_mono() + AVVIO_FINE * SECOND;
	if ((fd = MHD_quiesce_daemon(s->d)) >= 0)
		close(fd);
	epoll_ctl(s->ep, EPOLL_CTL_DEL, s->o.segnali, NULL);
}

static int
how_long(struct servitore *s)
{
	MHD_UNSIGNED_LONG_LONG ms;

	if (MHD_get_timeout(s->d, &ms) == MHD_YES && ms < 1000)
		return (int)ms;
	return s->finisce ? 50 : 1000;
}

static void
turn(struct servitore *s)
{
	struct epoll_event ev[64];
	int i, n = epoll_wait(s->ep, ev, NELEM(ev), how_long(s));

	for (i = 0; i < n; i++) {
		if (ev[i].data.ptr == &s->ep)
			begin_to_end(s);
		else if (ev[i].data.ptr != s)
			answered(ev[i].data.ptr);
	}
	MHD_run(s->d);
}

void
servitore_gira(struct servitore *s)
{
	int64_t now, looked = 0;

	for (;;) {
		turn(s);
		now = clock_mono();
		if (now - looked >= SECOND || s->finisce) {
			look_at_clock(s, now);
			looked = now;
		}
		if (s->finisce && (s->prese == NULL || now >= s->fine))
			break;
	}
	free_all(s);
}
