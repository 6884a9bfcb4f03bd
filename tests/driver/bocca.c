/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * bocca.c - stands in the place of cartella-web, so that the processes behind
 * it can be tried alone: one connection is one request, as XML in and out.
 *
 *	bocca EDITION			(started by `cartella servi`)
 *	bocca ADDRESS:PORT <RICHIESTA	(the client: prints the risposta)
 *	bocca ADDRESS:PORT N <RICHIESTA	(N times, each with an id of its own;
 *					prints how many of each esito)
 *
 * With strano="si" what goes as its file is none; with chiude="si" its queue
 * is shut instead, with coda="scritture" it goes into that one, as one taken
 * over may do.  In the client's RICHIESTA each
 * «@ID@» becomes a fresh id.  A <reso> is printed as its size only.
 */
#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/file.h"
#include "base/random.h"
#include "colloquio/avvio.h"
#include "xml/xml.h"

#define MAX ((size_t)8 << 20)

static int
die(const char *what)
{
	fprintf(stderr, "bocca: %s: %s\n", what, err_msg());
	exit(1);
}

/* ---- in the place of cartella-web ---- */

static enum coda
queue_of(const struct nodo *q)
{
	const char *tipo = nodo_attr(q, "tipo");

	if (nodo_attr(q, "coda") != NULL ||
	    (tipo != NULL && strcmp(tipo, "compi") == 0))
		return CODA_SCRITTURE;
	return CODA_LETTURE;
}

/* Once more when who had it died: both kinds may be asked again. */
static void
ask(struct consegna *out, const struct nodo *q)
{
	int to = AVVIO_CODA + (int)queue_of(q), back;
	struct pollfd p = { .events = POLLIN };
	int tries, r = ERR_FAULT, odd = eventfd(0, EFD_CLOEXEC);

	if (nodo_attr(q, "chiude") != NULL) {
		shutdown(to, SHUT_RDWR);
		_exit(0);
	}
	for (tries = 0; tries < 2 && r != 0; tries++) {
		if (colloquio_chiedi(&back, to, q, &odd,
		    nodo_attr(q, "strano") != NULL) != 0)
			die("chiedi");
		p.fd = back;
		poll(&p, 1, -1);
		r = canale_ricevi(out, back);
		close(back);
	}
	if (r != 0)
		die("ricevi");
}

static void
answer(int to)
{
	AUTO(arena) a = arena_new();
	struct nodo *q, *n, *reso;
	AUTO_BUF in = { 0 };
	AUTO_BUF out = { 0 };
	struct consegna c;
	struct stat st;
	int i = 0;

	fcntl(to, F_SETFL, 0);
	if (file_read_fd(&in, to, MAX) != 0 ||
	    xml_parse(&q, a, buf_str(&in), in.len, XML_OURS) != 0)
		die("richiesta");
	ask(&c, q);
	if (colloquio_apri(&n, a, &c) != 0)
		die("risposta");
	for (reso = nodo_child(n, "reso"); reso && i < c.n_fd;
	    reso = nodo_next(reso, "reso"), i++)
		if (fstat(c.fd[i], &st) == 0)
			nodo_set(a, reso, "byte", arena_printf(a, "%ld",
			    (long)st.st_size));
	nodo_write(&out, n);
	if (file_write_fd(to, out.data, out.len) != 0)
		die("scrivere");
	consegna_free(&c);
}

static volatile sig_atomic_t over;

static void
end(int sig)
{
	(void)sig;
	over = 1;
}

static int
serve(void)
{
	struct sigaction act = { .sa_handler = end };
	struct pollfd p = { AVVIO_ASCOLTO, POLLIN, 0 };
	int c, children = 0;

	sigaction(SIGTERM, &act, NULL);
	if (eventfd_write(AVVIO_PRONTO, 1) != 0)
		return AVVIO_MAI;
	while (!over) {
		poll(&p, 1, 200);
		while (waitpid(-1, NULL, WNOHANG) > 0)
			children--;
		if ((c = accept(AVVIO_ASCOLTO, NULL, NULL)) < 0)
			continue;
		if (fork() == 0) {
			answer(c);
			_exit(0);
		}
		children++;
		close(c);
	}
	while (waitpid(-1, NULL, 0) > 0)
		;
	return 0;
}

/* ---- the client ---- */

static int
reach(const char *where)
{
	struct sockaddr_in at = { .sin_family = AF_INET };
	const char *colon = strrchr(where, ':');
	char host[64];
	int fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);

	snprintf(host, sizeof host, "%.*s", (int)(colon - where), where);
	at.sin_port = htons((uint16_t)strtol(colon + 1, NULL, 10));
	if (inet_pton(AF_INET, host, &at.sin_addr) != 1 ||
	    connect(fd, (struct sockaddr *)&at, sizeof at) != 0)
		return -1;
	return fd;
}

static void
fresh_ids(struct buf *out, const char *s)
{
	char id[ID_LEN + 1];
	const char *at;

	while ((at = strstr(s, "@ID@")) != NULL) {
		random_id(id);
		buf_append(out, s, (size_t)(at - s));
		buf_puts(out, id);
		s = at + 4;
	}
	buf_puts(out, s);
}

static int
once(struct buf *out, const char *where, const char *text)
{
	AUTO_FD int fd = reach(where);
	AUTO_BUF q = { 0 };

	if (fd < 0)
		return 1;
	fresh_ids(&q, text);
	if (file_write_fd(fd, q.data, q.len) != 0)
		return -1;
	shutdown(fd, SHUT_WR);
	return file_read_fd(out, fd, MAX);
}

static void
many(const char *where, const char *text, int n)
{
	int fatto = 0, altro = 0, nulla = 0, r;

	while (n-- > 0) {
		AUTO_BUF out = { 0 };

		if ((r = once(&out, where, text)) == 1)
			break;		/* nobody listens any more */
		if (r != 0 || out.len == 0)
			nulla++;
		else if (strstr(buf_str(&out), "<risposta xmlns=\"" XML_NS
		    "\" esito=\"fatto\"") != NULL)
			fatto++;
		else
			altro++;
	}
	printf("fatto %d altro %d nulla %d\n", fatto, altro, nulla);
}

int
main(int argc, char **argv)
{
	AUTO_BUF in = { 0 };
	AUTO_BUF out = { 0 };

	xml_init();
	if (argc == 2 && strchr(argv[1], ':') == NULL)
		return serve();
	if (argc < 2 || file_read_fd(&in, 0, MAX) != 0)
		return 2;
	if (argc == 3) {
		many(argv[1], buf_str(&in), (int)strtol(argv[2], NULL, 10));
		return 0;
	}
	if (once(&out, argv[1], buf_str(&in)) != 0)
		return 1;
	fwrite(buf_str(&out), 1, out.len, stdout);
	return 0;
}
