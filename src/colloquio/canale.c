/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * canale.c - a queue is a SOCK_SEQPACKET pair that all who put share at one
 * end and all who take at the other; a request is one packet with no bytes of
 * note and its descriptors: the way back, the text, the files.
 */
#include "colloquio/canale.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

#define QUEUE_BYTES (1 << 20)

enum { BACK = 1, TEXT = 1 };	/* descriptors before the files */

void
consegna_free(struct consegna *c)
{
	int i;

	for (i = 0; i < c->n_fd; i++)
		close(c->fd[i]);
	if (c->ritorno >= 0)
		close(c->ritorno);
	buf_free(&c->testo);
	memset(c, 0, sizeof *c);
	c->ritorno = -1;
}

int
canale_coda(int prende[2])
{
	int size = QUEUE_BYTES;

	if (socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, prende) != 0)
		return err_sys("una coda");
	setsockopt(prende[1], SOL_SOCKET, SO_SNDBUF, &size, sizeof size);
	return 0;
}

int
canale_file(int *out, const void *p, size_t n)
{
	AUTO_FD int fd = memfd_create("cartella",
	    MFD_CLOEXEC | MFD_ALLOW_SEALING);
	const char *from = p;
	ssize_t done;

	if (fd < 0)
		return err_sys("memoria per un messaggio");
	while (n > 0) {
		done = write(fd, from, n);
		if (done < 0 && errno == EINTR)
			continue;
		if (done <= 0)
			return err_sys("memoria per un messaggio");
		from += done;
		n -= (size_t)done;
	}
	if (fcntl(fd, F_ADD_SEALS, F_SEAL_WRITE | F_SEAL_SHRINK | F_SEAL_GROW |
	    F_SEAL_SEAL) != 0 || lseek(fd, 0, SEEK_SET) != 0)
		return err_sys("memoria per un messaggio");
	*out = fd;
	fd = -1;
	return 0;
}

/* ---- sending ---- */

union control {
	char bytes[CMSG_SPACE(sizeof(int) * (CANALE_FD + BACK + TEXT))];
	struct cmsghdr align;
};

static int
send_fds(int to, const int *fd, int n)
{
	char mark = 'c';
	struct iovec io = { &mark, 1 };
	union control u = { .bytes = { 0 } };
	size_t len = sizeof(int) * (size_t)n;
	struct msghdr m = { .msg_iov = &io, .msg_iovlen = 1,
	    .msg_control = u.bytes, .msg_controllen = CMSG_SPACE(len) };
	struct cmsghdr *c = CMSG_FIRSTHDR(&m);

	c->cmsg_level = SOL_SOCKET;
	c->cmsg_type = SCM_RIGHTS;
	c->cmsg_len = CMSG_LEN(len);
	memcpy(CMSG_DATA(c), fd, len);
	while (sendmsg(to, &m, MSG_DONTWAIT | MSG_NOSIGNAL) < 0)
		if (errno != EINTR)
			return errno;
	return 0;
}

/* What send_fds said of a queue. */
static int
not_put(int e)
{
	if (e == EAGAIN || e == ENOBUFS || e == ETOOMANYREFS)
		return err_set(ERR_BUSY, "troppe richieste insieme: "
		    "riprova fra poco");
	errno = e;
	return err_sys("una coda");
}

int
canale_chiedi(int *attesa, int coda, const struct buf *testo, const int *fd,
    int n)
{
	int all[CANALE_FD + BACK + TEXT], pair[2], e;
	AUTO_FD int text = -1;
	AUTO_FD int mine = -1;
	AUTO_FD int theirs = -1;

	if (n > CANALE_FD || testo->len > CANALE_MAX)
		return err_set(ERR_INVALID, "la richiesta è troppo grande");
	if ((e = canale_file(&text, testo->data, testo->len)) != 0)
		return e;
	if (socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, pair) != 0)
		return err_sys("una coda");
	mine = pair[0];
	theirs = pair[1];
	all[0] = theirs;
	all[1] = text;
	if (n > 0)
		memcpy(all + 2, fd, sizeof(int) * (size_t)n);
	if ((e = send_fds(coda, all, n + BACK + TEXT)) != 0)
		return not_put(e);
	*attesa = mine;
	mine = -1;
	return 0;
}

int
canale_inoltra(const struct consegna *c, int coda)
{
	int all[CANALE_FD + BACK + TEXT], e;
	AUTO_FD int text = -1;

	if ((e = canale_file(&text, c->testo.data, c->testo.len)) != 0)
		return e;
	all[0] = c->ritorno;
	all[1] = text;
	if (c->n_fd > 0)
		memcpy(all + 2, c->fd, sizeof(int) * (size_t)c->n_fd);
	e = send_fds(coda, all, c->n_fd + BACK + TEXT);
	return e != 0 ? not_put(e) : 0;
}

int
canale_rispondi(const struct consegna *c, const struct buf *testo,
    const int *fd, int n)
{
	int all[CANALE_FD + TEXT], e;
	AUTO_FD int text = -1;

	if (n > CANALE_FD || testo->len > CANALE_MAX)
		return err_set(ERR_INVALID, "la risposta è troppo grande");
	if ((e = canale_file(&text, testo->data, testo->len)) != 0)
		return e;
	all[0] = text;
	if (n > 0)
		memcpy(all + 1, fd, sizeof(int) * (size_t)n);
	if ((e = send_fds(c->ritorno, all, n + TEXT)) != 0 && e != EPIPE &&
	    e != ECONNRESET) {
		errno = e;
		return err_sys("una risposta");
	}
	return 0;
}

/* ---- receiving ---- */

/* What is read is copied: who wrote it may still hold it. */
static int
copy_text(struct buf *out, int fd)
{
	struct stat st;
	char piece[16384];
	off_t at = 0;
	ssize_t got;

	if (fstat(fd, &st) != 0 || !S_ISREG(st.st_mode) || st.st_size < 0 ||
	    (size_t)st.st_size > CANALE_MAX)
		return err_set(ERR_INVALID, "un messaggio senza forma");
	while (at < st.st_size) {
		got = pread(fd, piece, sizeof piece, at);
		if (got < 0 && errno == EINTR)
			continue;
		if (got <= 0 || got > st.st_size - at)
			return err_set(ERR_INVALID, "un messaggio troncato");
		buf_append(out, piece, (size_t)got);
		at += got;
	}
	return 0;
}

/* Nothing was read: was it a packet of nothing, or the end? */
static bool
at_end(int from)
{
	struct pollfd p = { from, POLLIN, 0 };

	return poll(&p, 1, 0) == 1 && (p.revents & POLLHUP);
}

/* The descriptors of one packet, all of which are ours now; errno, or 0.  Of
 * some that did not fit none is told. */
static int
receive_fds(int *fd, int *n, int from, int flags)
{
	char mark[8];
	struct iovec io = { mark, sizeof mark };
	union control u;
	struct msghdr m = { .msg_iov = &io, .msg_iovlen = 1,
	    .msg_control = u.bytes, .msg_controllen = sizeof u.bytes };
	struct cmsghdr *c;
	ssize_t got;

	*n = 0;
	if ((got = recvmsg(from, &m, flags | MSG_CMSG_CLOEXEC)) < 0)
		return errno;
	for (c = CMSG_FIRSTHDR(&m); c != NULL; c = CMSG_NXTHDR(&m, c)) {
		int have = (int)((c->cmsg_len - CMSG_LEN(0)) / sizeof(int));

		if (c->cmsg_level != SOL_SOCKET || c->cmsg_type != SCM_RIGHTS)
			continue;
		memcpy(fd + *n, CMSG_DATA(c), sizeof(int) * (size_t)have);
		*n += have;
	}
	if (m.msg_flags & MSG_CTRUNC)
		while (*n > 0)
			close(fd[--*n]);
	return got == 0 && *n == 0 && at_end(from) ? EPIPE : 0;
}

/* Takes fd[first..n) over, the first of them the text. */
static int
unwrap(struct consegna *out, const int *fd, int first, int n)
{
	AUTO_FD int text = -1;
	int i, r;

	if (n <= first) {
		for (i = 0; i < n && i < first; i++)
			close(fd[i]);
		out->ritorno = -1;
		return err_set(ERR_INVALID, "un messaggio senza forma");
	}
	text = fd[first];
	for (i = first + 1; i < n; i++) {
		if (out->n_fd < CANALE_FD)
			out->fd[out->n_fd++] = fd[i];
		else
			close(fd[i]);
	}
	if ((r = copy_text(&out->testo, text)) != 0)
		consegna_free(out);
	return r;
}

int
canale_prendi(struct consegna *out, int coda, bool aspetta)
{
	int fd[CANALE_FD + BACK + TEXT], n, e;

	memset(out, 0, sizeof *out);
	out->ritorno = -1;
	e = receive_fds(fd, &n, coda, aspetta ? 0 : MSG_DONTWAIT);
	if (e == EAGAIN || e == EINTR)
		return err_set(ERR_BUSY, "non c'è nessuna richiesta");
	if (e == EPIPE || e == ECONNRESET)
		return err_set(ERR_ABSENT, "nessuno chiede più");
	if (e != 0) {
		errno = e;
		return err_sys("una coda");
	}
	if (n > 0)
		out->ritorno = fd[0];
	return unwrap(out, fd, BACK, n);
}

int
canale_ricevi(struct consegna *out, int attesa)
{
	int fd[CANALE_FD + BACK + TEXT], n, e;

	memset(out, 0, sizeof *out);
	out->ritorno = -1;
	e = receive_fds(fd, &n, attesa, MSG_DONTWAIT);
	if (e == EAGAIN || e == EINTR)
		return err_set(ERR_BUSY, "non c'è ancora risposta");
	if (e != 0)
		return err_set(ERR_FAULT, "chi doveva rispondere non c'è più");
	return unwrap(out, fd, 0, n);
}
