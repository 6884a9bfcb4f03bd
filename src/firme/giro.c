/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * giro.c - an operation of gpg, from its start to its end: who can be written
 * to is written to, who says something is read.
 *
 * gpgme's own loop does not see that gpg has ended while it is still owed
 * more bytes than a pipe holds: such a pipe never becomes writable again, and
 * that loop turns around it for ever.  A key or a signature that gpg refuses
 * at its first bytes does that.
 */
#include "firme/interno.h"

#include <errno.h>
#include <poll.h>

#include "base/clock.h"

static gpgme_error_t
add(void *hook, int fd, int reads, gpgme_io_cb_t fnc, void *data, void **tag)
{
	struct giro *g = hook;
	struct presa *s;

	for (s = g->prese; s < g->prese + PRESE; s++)
		if (s->fnc == NULL) {
			*s = (struct presa){ fd, reads, fnc, data };
			*tag = s;
			return 0;
		}
	return gpgme_error_from_errno(EMFILE);
}

static void
take_off(void *tag)
{
	struct presa *s = tag;

	s->fnc = NULL;
}

static void
event(void *hook, gpgme_event_io_t type, void *what)
{
	struct giro *g = hook;
	struct gpgme_io_event_done_data *done = what;

	if (type == GPGME_EVENT_START) {
		g->ended = false;
	} else if (type == GPGME_EVENT_DONE) {
		g->ended = true;
		g->said = done->err != 0 ? done->err : done->op_err;
	} else if (type == GPGME_EVENT_NEXT_KEY) {
		if (g->seen != NULL)
			g->seen(g->hook, what);
		gpgme_key_unref(what);
	}
}

void
giro_set(struct portachiavi *p)
{
	struct gpgme_io_cbs cbs = { .add = add, .add_priv = &p->giro,
	    .remove = take_off, .event = event, .event_priv = &p->giro };

	gpgme_set_io_cbs(p->ctx, &cbs);
}

/* Everyone of whom the kernel has something to say, an error too. */
static gpgme_error_t
turn(struct giro *g, int ms)
{
	struct pollfd fds[PRESE];
	struct presa was[PRESE], *s;
	gpgme_error_t e;
	int i, n = 0;

	for (i = 0; i < PRESE; i++) {
		s = &was[i];
		*s = g->prese[i];
		fds[i] = (struct pollfd){ s->fnc != NULL ? s->fd : -1,
		    s->reads ? POLLIN : POLLOUT, 0 };
		n += s->fnc != NULL;
	}
	if (n == 0)
		return gpgme_error_from_errno(EIO);
	if (poll(fds, PRESE, ms) < 0)
		return errno == EINTR ? 0 : gpgme_error_from_syserror();
	for (i = 0; i < PRESE && !g->ended; i++) {
		s = &g->prese[i];
		/* unless one before it has taken this one off */
		if (fds[i].revents == 0 || s->fnc == NULL ||
		    s->fd != was[i].fd || s->data != was[i].data)
			continue;
		if ((e = s->fnc(s->data, s->fd)) != 0 && !g->ended)
			return e;
	}
	return 0;
}

gpgme_error_t
giro_end(struct portachiavi *p, int seconds)
{
	int64_t end = clock_mono() + (int64_t)seconds * 1000000000;
	struct giro *g = &p->giro;
	gpgme_error_t e = 0;

	while (!g->ended && e == 0) {
		if (seconds > 0 && clock_mono() >= end)
			e = gpgme_error(GPG_ERR_TIMEOUT);
		else
			e = turn(g, 1000);
	}
	if (!g->ended)
		(void)!gpgme_cancel(p->ctx);
	return e != 0 ? e : g->said;
}

gpgme_error_t
giro_chiavi(struct portachiavi *p, gpgme_data_t bytes,
    void (*seen)(void *, gpgme_key_t), void *hook)
{
	gpgme_error_t e = gpgme_op_keylist_from_data_start(p->ctx, bytes, 0);

	p->giro.seen = seen;
	p->giro.hook = hook;
	if (e == 0)
		e = giro_end(p, 0);
	p->giro.seen = NULL;
	return e;
}
