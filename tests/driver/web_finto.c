/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * web_finto.c - a cartella-web without a store: starts it, prints its port on
 * stdout, and answers its queues itself.
 *
 *	web_finto PROGRAM DIR [name=value…]	(of <avvio>)
 *
 * DIR/spool is for uploads; each request is appended to DIR/richieste as XML,
 * the bytes of its files and secrets are DIR/file-N-I.  What is answered
 * depends on the atto: everything is there and says hostile things; "nega" is
 * forbidden, "manca" absent, "muori" is dropped the first time, "muori-sempre"
 * each time, "taci" never answered.  It ends when the child does, on SIGTERM.
 */
#include <errno.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/eventfd.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/file.h"
#include "base/process.h"
#include "base/resource.h"
#include "colloquio/avvio.h"
#include "xml/xml.h"

#define CSRF "11112222333344445555666677778888"
#define HOSTILE "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>"

static const char *dir;
static int queue[CODE_N][2], count;
static struct quadro *board;

static void
die(const char *what)
{
	fprintf(stderr, "web_finto: %s: %s\n", what, err_msg());
	exit(2);
}

static int
listening(int *port)
{
	struct sockaddr_in in = { .sin_family = AF_INET,
	    .sin_addr = { htonl(INADDR_LOOPBACK) } };
	socklen_t n = sizeof in;
	int fd = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);

	if (fd < 0 || bind(fd, (struct sockaddr *)&in, sizeof in) != 0 ||
	    listen(fd, 128) != 0 ||
	    getsockname(fd, (struct sockaddr *)&in, &n) != 0)
		die("socket");
	*port = ntohs(in.sin_port);
	return fd;
}

static int
start_text(char **pairs)
{
	AUTO(arena) a = arena_new();
	struct nodo *n = nodo_new(a, "avvio");
	AUTO_BUF b = { 0 };
	char *eq;
	int fd;

	nodo_set(a, n, "posto", "0");
	nodo_set(a, n, "spool", arena_printf(a, "%s/spool", dir));
	for (; *pairs != NULL; pairs++)
		if ((eq = strchr(*pairs, '=')) != NULL)
			nodo_set(a, n, arena_strndup(a, *pairs,
			    (size_t)(eq - *pairs)), eq + 1);
	nodo_pack(&b, n);
	if (canale_file(&fd, b.data, b.len) != 0)
		die("avvio");
	return fd;
}

static pid_t
start(const char *program, char **pairs, int *port)
{
	const char *const argv[] = { program, resource_edition, NULL };
	struct process p = { .argv = argv };
	int fd[AVVIO_FD_N - AVVIO_ASCOLTO], i, ready = eventfd(0, EFD_CLOEXEC);
	int memory = memfd_create("quadro", MFD_CLOEXEC);
	uint64_t one;
	pid_t pid;

	if (memory < 0 || ftruncate(memory, sizeof *board) != 0 ||
	    quadro_apri(&board, memory) != 0)
		die("quadro");
	board->posto[1].pid = board->posto[2].pid = getpid();
	board->posto[1].mestiere = M_LETTORE;
	board->posto[2].mestiere = M_SCRITTORE;
	fd[0] = listening(port);
	for (i = 0; i < CODE_N; i++) {
		if (canale_coda(queue[i]) != 0)
			die("coda");
		fd[AVVIO_CODA - AVVIO_ASCOLTO + i] = queue[i][1];
	}
	fd[AVVIO_QUADRO - AVVIO_ASCOLTO] = memory;
	fd[AVVIO_PRONTO - AVVIO_ASCOLTO] = ready;
	fd[AVVIO_TESTO - AVVIO_ASCOLTO] = start_text(pairs);
	if (process_spawn(&pid, &p, fd, AVVIO_FD_N - AVVIO_ASCOLTO) != 0)
		die(program);
	close(fd[0]);
	struct pollfd wait = { ready, POLLIN, 0 };

	if (poll(&wait, 1, 10000) != 1 ||
	    read(ready, &one, sizeof one) != sizeof one) {
		fprintf(stderr, "web_finto: the child does not start\n");
		kill(pid, SIGKILL);
		exit(2);
	}
	return pid;
}

/* ---- answers ---- */

static void
keep(struct arena *a, const struct nodo *q, const struct consegna *c)
{
	AUTO_BUF b = { 0 };
	FILE *f = fopen(arena_printf(a, "%s/richieste", dir), "a");
	int i, out;

	nodo_write(&b, q);
	fprintf(f, "%s\n", buf_str(&b));
	fclose(f);
	for (i = 0; i < c->n_fd; i++) {
		buf_clear(&b);
		out = open(arena_printf(a, "%s/file-%d-%d", dir, count, i),
		    O_CREAT | O_WRONLY | O_TRUNC | O_CLOEXEC, 0600);
		if (file_read_fd(&b, c->fd[i], 400u << 20) != 0 ||
		    file_write_fd(out, buf_str(&b), b.len) != 0)
			die("file");
		close(out);
	}
	count++;
}

static void
session(struct arena *a, struct nodo *to)
{
	static const char *const atti[] = { "annota", "registra", "smista" };
	struct nodo *s = nodo_elem(a, to, "sessione");
	size_t i;

	nodo_set(a, s, "utente", "prova");
	nodo_set(a, s, "nome", HOSTILE);
	nodo_set(a, s, "csrf", CSRF);
	for (i = 0; i < NELEM(atti); i++) {
		struct nodo *p = nodo_elem(a, s, "puo");

		nodo_set(a, p, "atto", atti[i]);
		nodo_set(a, p, "sommario", HOSTILE);
	}
}

static void
part(struct arena *a, struct nodo *to, const char *atto)
{
	struct nodo *p = nodo_elem(a, to, "parte"), *v, *s;

	nodo_set(a, p, "atto", atto);
	nodo_set(a, p, "esito", "fatto");
	v = nodo_elem(a, p, "scrivania");
	s = nodo_elem(a, v, "sezione");
	nodo_set(a, s, "titolo", HOSTILE);
	nodo_set(a, s, "nome", HOSTILE);
	nodo_set(a, nodo_elem_text(a, s, "cosa", HOSTILE), "riferimento",
	    HOSTILE);
}

static void
refusal(struct arena *a, struct nodo *to, const char *atto)
{
	struct rilievi ril = { .a = a };
	struct nodo *p = nodo_elem(a, to, "parte");

	rilievo_add(&ril, ERRORE, "/annota/luogo", "luogo", NULL, "%s",
	    HOSTILE);
	nodo_set(a, to, "esito", "rifiutato");
	nodo_set(a, p, "atto", atto);
	nodo_set(a, p, "esito", "rifiutato");
	nodo_add(p, rilievi_nodo(a, &ril));
}

/* What the place of an annota, or the user who comes in, wants to happen. */
static const char *
wish(struct arena *a, const struct nodo *q)
{
	const char *v = nodo_value(a, q, "istanza/annota/luogo");

	if (v == NULL)
		v = nodo_value(a, q, "campi/utente");
	if (v == NULL)
		v = nodo_value(a, q, "lettura/istanza/esponi/riferimento");
	return v != NULL ? v : "";
}

static bool
refused(struct arena *a, struct nodo *answer, const struct nodo *q)
{
	const char *kind = nodo_attr(q, "tipo"), *csrf = nodo_attr(q, "csrf");

	if (strcmp(kind, "compi") != 0 ||
	    (csrf != NULL && strcmp(csrf, CSRF) == 0))
		return false;
	nodo_set(a, answer, "esito", "scorretta");
	nodo_set(a, answer, "messaggio", "la pagina non vale più");
	return true;
}

/* false: no answer. */
static bool
answer(struct arena *a, struct nodo *to, const struct nodo *q, int *file)
{
	static int died;
	const char *kind = nodo_attr(q, "tipo"), *w = wish(a, q);
	const struct nodo *l;

	if (strcmp(kind, "sessione") == 0 && nodo_attr(q, "menu") == NULL &&
	    nodo_attr(q, "sessione") == NULL) {	/* a greeting */
		nodo_set(a, to, "esito", "entra");
		return true;
	}
	nodo_set(a, to, "esito", "fatto");
	session(a, to);
	if (strcmp(w, "muori-sempre") == 0 ||
	    (strcmp(w, "muori") == 0 && died++ % 2 == 0))
		return false;
	for (l = nodo_child(q, "lettura"); l; l = nodo_next(l, "lettura")) {
		part(a, to, nodo_attr(nodo_child(l, "istanza"), "atto"));
		if (strcmp(w, "manca") == 0 || strcmp(w, "nega") == 0)
			nodo_set(a, nodo_child(to, "parte"), "esito",
			    *w == 'm' ? "assente" : "vietato");
	}
	if (nodo_find(q, "lettura/istanza/esponi") != NULL) {
		l = nodo_elem(a, to, "reso");
		nodo_set(a, (struct nodo *)l, "nome", "x\r\nX-Evil: 1\"è.pdf");
		nodo_set(a, (struct nodo *)l, "tipo", "application/pdf");
		if (canale_file(file, "%PDF-1.4 prova", 14) != 0)
			die("reso");
	}
	if (strcmp(w, "rifiuta") == 0)
		refusal(a, to, "annota");
	else if (strcmp(w, "scaduta") == 0 && strcmp(kind, "compi") == 0)
		nodo_set(a, to, "esito", "entra");
	else if (strcmp(kind, "entra") == 0)
		nodo_set(a, to, "sessione", strcmp(w, "cattivo") == 0 ?
		    "x\r\nSet-Cookie: evil=1" : "segreto-nuovo-0123456789");
	else
		refused(a, to, q);
	return true;
}

static void
serve(int from)
{
	AUTO(arena) a = arena_new();
	struct nodo *q, *to = nodo_new(a, "risposta");
	struct consegna c;
	int r = canale_prendi(&c, from, false), file = -1;

	if (r == ERR_BUSY)
		return;
	if (r != 0 || colloquio_apri(&q, a, &c) != 0)
		die("richiesta");
	keep(a, q, &c);
	if (strcmp(wish(a, q), "taci") == 0)
		c.ritorno = -1;		/* its way back stays open */
	else if (answer(a, to, q, &file) && colloquio_rispondi(&c, to, &file,
	    file >= 0) != 0)
		die("risposta");
	consegna_free(&c);
}

static volatile sig_atomic_t stop;

static void
on_term(int sig)
{
	(void)sig;
	stop = 1;
}

int
main(int argc, char **argv)
{
	struct pollfd p[CODE_N];
	int port, i, status = 0;
	pid_t pid;

	if (argc < 3)
		return 2;
	dir = argv[2];
	signal(SIGTERM, on_term);
	if (dir_make(argv[2]) != 0)
		die(dir);
	pid = start(argv[1], argv + 3, &port);
	printf("%d %d\n", port, (int)pid);
	fflush(stdout);
	while (waitpid(pid, &status, WNOHANG) == 0) {
		for (i = 0; i < CODE_N; i++)
			p[i] = (struct pollfd){ queue[i][0], POLLIN, 0 };
		poll(p, CODE_N, 200);
		for (i = 0; i < CODE_N; i++)
			if (p[i].revents & POLLIN)
				serve(queue[i][0]);
		if (stop == 1) {
			kill(pid, SIGTERM);
			stop = 2;
		}
	}
	return WIFEXITED(status) ? WEXITSTATUS(status) : 99;
}
