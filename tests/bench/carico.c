/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * carico sessioni STORE N < PEOPLE - sessions for N browsers: of each line of
 *	PEOPLE, "as01 CS-2026-0000001 CS-…", in turn; prints "secret csrf" and
 *	the line.
 * carico ADDRESS SECONDS PAUSE < SESSIONS - as many browsers together, each
 *	with a connection of its own, each asking, waiting for the answer, and
 *	then PAUSE milliseconds on average (0: none).
 *
 * Who has cartelle looks at his scrivania and his cases, searches, writes lines
 * of the diary; who has none reads the register and registers.  Prints, of each
 * kind, of all readings and of all acts, how many a second and p50, p90, p99 in
 * milliseconds, from the first byte sent to the last one read; and what was not
 * answered as it should be.
 *
 * CARICO_FATTI=FILE: the server may die meanwhile.  Who gets no answer, or 503,
 * asks the same again, an act with the same id, for PAZIENZA; each act
 * has a word of its own in its text, those of acts answered as done are added
 * to FILE.
 */
#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <math.h>
#include <netinet/tcp.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/hash.h"
#include "base/random.h"
#include "parole.h"
#include "servizio/identita.h"
#include "servizio/ingresso.h"
#include "xml/xml.h"

#define BROWSER "carico/1"
#define PERSONE 1000
#define CASI 20
#define PAZIENZA 60		/* seconds */

enum che { SCRIVANIA, CARTELLA, DIARIO, REGISTRO, NUOVA, CERCA, ANNOTA,
	REGISTRA, CHE_N };
static const struct {
	const char *nome;
	bool atto;
} tipi[CHE_N] = {
	[SCRIVANIA] = { "scrivania", false },
	[CARTELLA] = { "cartella", false },
	[DIARIO] = { "diario", false },
	[REGISTRO] = { "registro", false },
	[NUOVA] = { "nuova", false },
	[CERCA] = { "cerca", false },
	[ANNOTA] = { "annota", true },
	[REGISTRA] = { "registra", true },
};

struct persona {
	char secret[80], csrf[80], utente[40];
	char caso[CASI][24];
	int n_casi;
	unsigned seme;
	pthread_t filo;
	struct misura {
		float *ms;
		int n, cap;
	} misura[CHE_N];
};
static struct persona persone[PERSONE];
static int n_persone;
static struct sockaddr_in dove;
static int pausa;
static int fatti = -1;		/* where the ids of acts done go */
static atomic_bool fine;
static atomic_int sbagliate, per_stato[600];

static int
number(const char *s)
{
	return (int)strtol(s, NULL, 10);
}

/* ---- one request ---- */

struct filo {
	int fd;
	char buf[1 << 18];
};

/* -1: nobody listens. */
static int
open_connection(void)
{
	int fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0), one = 1;

	if (fd < 0)
		return -1;
	if (connect(fd, (struct sockaddr *)&dove, sizeof dove) != 0) {
		close(fd);
		return -1;
	}
	setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
	return fd;
}

static bool
send_all(int fd, const char *p, size_t n)
{
	ssize_t w;

	for (; n > 0; p += w, n -= (size_t)w)
		if ((w = send(fd, p, n, MSG_NOSIGNAL)) <= 0)
			return false;
	return true;
}

/* The status; 0: the connection has ended before the answer had. */
static int
answer(struct filo *f)
{
	size_t have = 0, want = 0;
	char *body = NULL, *len;
	ssize_t r;

	while (body == NULL || have < want) {
		if (have + 1 >= sizeof f->buf) {	/* only its length */
			if (body == NULL)
				return 0;
			want -= have - (size_t)(body - f->buf);
			have = (size_t)(body - f->buf);
		}
		r = recv(f->fd, f->buf + have, sizeof f->buf - have - 1, 0);
		if (r <= 0)
			return 0;
		have += (size_t)r;
		f->buf[have] = '\0';
		if (body == NULL)
			body = strstr(f->buf, "\r\n\r\n");
		if (body == NULL || want > 0)
			continue;
		body += 4;
		len = strcasestr(f->buf, "\r\nContent-Length:");
		want = (size_t)(body - f->buf) + (len != NULL && len < body ?
		    strtoul(len + 17, NULL, 10) : 0);
	}
	return number(f->buf + 9);
}

static void
count(struct misura *m, float ms)
{
	if (m->n == m->cap) {
		m->cap = m->cap > 0 ? 2 * m->cap : 1024;
		m->ms = realloc(m->ms, (size_t)m->cap * sizeof *m->ms);
		if (m->ms == NULL)
			abort();
	}
	m->ms[m->n++] = ms;
}

static int
once(struct filo *f, const char *request)
{
	return f->fd >= 0 && send_all(f->fd, request, strlen(request)) ?
	    answer(f) : 0;
}

/* On a new connection; 0: no answer. */
static int
again(struct filo *f, const char *request)
{
	close(f->fd);
	f->fd = open_connection();
	return once(f, request);
}

/* As long as patience lasts: while there is no server, or too little of it. */
static int
at_last(struct filo *f, const char *request)
{
	int64_t until = clock_mono() + PAZIENZA * INT64_C(1000000000);
	int status;

	while (((status = again(f, request)) == 0 || status == 503) &&
	    clock_mono() < until)
		usleep(100000);
	return status;
}

static bool
ask(struct filo *f, struct persona *p, enum che che, const char *request,
    int wanted)
{
	int64_t start = clock_mono();
	int status = once(f, request);

	if (status == 0)		/* kept too long: once more */
		status = again(f, request);
	if ((status == 0 || status == 503) && fatti >= 0)
		status = at_last(f, request);
	count(&p->misura[che], (float)(clock_mono() - start) / 1e6f);
	if (status == wanted)
		return true;
	sbagliate++;
	per_stato[status % 600]++;
	return false;
}

/* ---- what people do ---- */

static unsigned
draw(struct persona *p, unsigned n)
{
	return (unsigned)rand_r(&p->seme) % n;
}

static void
get(struct filo *f, struct persona *p, enum che che, const char *path)
{
	char b[1024];

	snprintf(b, sizeof b, "GET %s HTTP/1.1\r\nHost: 127.0.0.1\r\n"
	    "User-Agent: " BROWSER "\r\nCookie: cartella=%s\r\n\r\n", path,
	    p->secret);
	ask(f, p, che, b, 200);
}

static void
post(struct filo *f, struct persona *p, enum che che, const char *fields)
{
	char b[4096], body[2048], id[ID_LEN + 1];

	random_id(id);
	/* the last field of both is prose */
	snprintf(body, sizeof body, "_csrf=%s&_id=%s&_azione=invia&%s%s%s",
	    p->csrf, id, fields, fatti >= 0 ? "+" : "", fatti >= 0 ? id : "");
	snprintf(b, sizeof b, "POST /atto/%s HTTP/1.1\r\nHost: 127.0.0.1\r\n"
	    "User-Agent: " BROWSER "\r\nCookie: cartella=%s\r\n"
	    "Sec-Fetch-Site: same-origin\r\n"
	    "Content-Type: application/x-www-form-urlencoded\r\n"
	    "Content-Length: %zu\r\n\r\n%s", tipi[che].nome, p->secret,
	    strlen(body), body);
	if (ask(f, p, che, b, 303) && fatti >= 0 &&
	    dprintf(fatti, "%s\n", id) < 0)
		abort();
}

static void
of_cases(struct filo *f, struct persona *p)
{
	const char *cs = p->caso[draw(p, (unsigned)p->n_casi)];
	unsigned what = draw(p, 100);
	char b[256];

	if (what < 30) {
		get(f, p, SCRIVANIA, "/");
	} else if (what < 55) {
		snprintf(b, sizeof b, "/cartella/%s", cs);
		get(f, p, CARTELLA, b);
	} else if (what < 70) {
		snprintf(b, sizeof b, "/cartella/%s/diario", cs);
		get(f, p, DIARIO, b);
	} else if (what < 85) {
		snprintf(b, sizeof b, "/cerca?testo=%s",
		    comuni[draw(p, NELEM(comuni))]);
		get(f, p, CERCA, b);
	} else {
		snprintf(b, sizeof b, "cartella=%s&tipo=telefonata&testo="
		    "Telefonata+della+scuola:+%s", cs,
		    comuni[draw(p, NELEM(comuni))]);
		post(f, p, ANNOTA, b);
	}
}

static void
of_register(struct filo *f, struct persona *p)
{
	unsigned what = draw(p, 100);
	char b[256];

	if (what < 30) {
		get(f, p, REGISTRO, "/registro");
	} else if (what < 50) {
		get(f, p, NUOVA, "/registro/nuova");
	} else if (what < 65) {
		snprintf(b, sizeof b, "/cerca?testo=%s",
		    comuni[draw(p, NELEM(comuni))]);
		get(f, p, CERCA, b);
	} else {
		snprintf(b, sizeof b, "flusso=entrata&mittente.denominazione="
		    "Ente+%u&classifica=VII/9&_conferma=senza-documento&"
		    "_conferma=doppione&oggetto=Prova+%u+%s", draw(p, 10000),
		    draw(p, 1000000), comuni[draw(p, NELEM(comuni))]);
		post(f, p, REGISTRA, b);
	}
}

/* As long as people wait: mostly little, sometimes much. */
static void
wait_a_little(struct persona *p)
{
	double u = (1 + draw(p, 10000)) / 10001.0, s = -log(u) * pausa / 1000;
	struct timespec t = { (time_t)s, (long)((s - floor(s)) * 1e9) };

	nanosleep(&t, NULL);
}

static void *
person(void *arg)
{
	struct persona *p = arg;
	struct filo *f = calloc(1, sizeof *f);

	if (f == NULL)
		abort();
	if ((f->fd = open_connection()) < 0 && fatti < 0) {
		perror("carico");
		exit(1);
	}
	while (!fine) {
		if (pausa > 0)
			wait_a_little(p);
		if (p->n_casi > 0)
			of_cases(f, p);
		else
			of_register(f, p);
	}
	close(f->fd);
	free(f);
	return NULL;
}

/* ---- figures ---- */

static int
by_time(const void *a, const void *b)
{
	const float *x = a, *y = b;

	return *x < *y ? -1 : *x > *y;
}

static void
add(struct misura *all, enum che che)
{
	int i, k;

	for (i = 0; i < n_persone; i++)
		for (k = 0; k < persone[i].misura[che].n; k++)
			count(all, persone[i].misura[che].ms[k]);
}

static void
print(const char *nome, struct misura *m, int seconds)
{
	if (m->n > 0) {
		qsort(m->ms, (size_t)m->n, sizeof *m->ms, by_time);
		printf("  %-10s %7.1f al secondo   p50 %7.1f   p90 %7.1f   "
		    "p99 %7.1f   il più lungo %7.1f ms\n", nome,
		    (double)m->n / seconds, m->ms[m->n / 2],
		    m->ms[m->n * 9 / 10], m->ms[m->n * 99 / 100],
		    m->ms[m->n - 1]);
	}
	free(m->ms);
}

/* Of each kind, then of all that read and of all that write. */
static void
figures(int seconds)
{
	struct misura one, all[2] = { 0 };
	enum che che;

	for (che = 0; che < CHE_N; che++) {
		one = (struct misura){ 0 };
		add(&one, che);
		add(&all[tipi[che].atto], che);
		print(tipi[che].nome, &one, seconds);
	}
	print("LETTURE", &all[0], seconds);
	print("ATTI", &all[1], seconds);
}

static int
load(const char *address, int seconds)
{
	char host[64];
	const char *colon = strrchr(address, ':');
	int i;

	snprintf(host, sizeof host, "%.*s", (int)(colon - address), address);
	dove.sin_family = AF_INET;
	dove.sin_port = htons((uint16_t)number(colon + 1));
	inet_pton(AF_INET, host, &dove.sin_addr);
	for (i = 0; i < n_persone; i++)
		if (pthread_create(&persone[i].filo, NULL, person,
		    &persone[i]) != 0)
			return 1;
	sleep((unsigned)seconds);
	fine = true;
	for (i = 0; i < n_persone; i++)
		pthread_join(persone[i].filo, NULL);
	figures(seconds);
	for (i = 0; i < 600; i++)
		if (per_stato[i] > 0)
			printf("  SBAGLIATE: %d con stato %d\n",
			    per_stato[i], i);
	return sbagliate > 0;
}

/* ---- who they are ---- */

static bool
read_person(struct persona *p, bool known, const char *line)
{
	int n = 0, used;

	if (known && sscanf(line, "%79s %79s%n", p->secret, p->csrf, &n) < 2)
		return false;
	line += n;
	if (sscanf(line, "%39s%n", p->utente, &n) < 1)
		return false;
	for (line += n; p->n_casi < CASI && sscanf(line, "%23s%n",
	    p->caso[p->n_casi], &used) == 1; line += used)
		p->n_casi++;
	p->seme = (unsigned)n_persone + 1;
	return true;
}

static void
read_people(bool known)
{
	char line[2048];

	while (n_persone < PERSONE && fgets(line, sizeof line, stdin) != NULL)
		if (read_person(&persone[n_persone], known, line))
			n_persone++;
}

static int
session(struct soglia *d, const char *agente, const struct persona *p)
{
	char secret[SESSIONE_SEGRETO + 1];
	struct sessione s = { .via = "parola", .indirizzo = "127.0.0.1",
	    .inizio = clock_now(), .agente = agente };
	int i, r;

	if ((r = soglia_utente(&s.utente, d, p->utente)) != 0 ||
	    (r = soglia_nomina(&s.nomina, d, s.utente)) != 0 ||
	    (r = sessione_inizia(secret, d->porta, &s)) != 0 ||
	    (r = sessione_trova(&s, d->a, d->porta, secret, agente,
	    s.inizio)) != 0)
		return r;
	printf("%s %s %s", secret, s.csrf, p->utente);
	for (i = 0; i < p->n_casi; i++)
		printf(" %s", p->caso[i]);
	printf("\n");
	return 0;
}

static int
sessions(const char *dir, int n)
{
	char agente[IMPRONTA_LEN + 1];
	AUTO(arena) a = arena_new();
	AUTO(store) st = NULL;
	AUTO(porta) p = NULL;
	struct soglia d = { .a = a };
	int i, r;

	hash_hex(agente, BROWSER, strlen(BROWSER));
	if ((r = store_open(&st, dir, 0)) == 0 &&
	    (r = identita_porta(&p, st)) == 0) {
		d.st = st;
		d.porta = p;
		for (i = 0; i < n && r == 0; i++)
			r = session(&d, agente, &persone[i % n_persone]);
	}
	if (r != 0)
		fprintf(stderr, "carico: %s\n", err_msg());
	return r != 0;
}

int
main(int argc, char **argv)
{
	if (argc != 4)
		return 2;
	xml_init();
	if (strcmp(argv[1], "sessioni") == 0) {
		read_people(false);
		return n_persone > 0 ? sessions(argv[2], number(argv[3])) : 2;
	}
	read_people(true);
	if (getenv("CARICO_FATTI") != NULL && (fatti = open(
	    getenv("CARICO_FATTI"), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC,
	    0600)) < 0)
		return 1;
	pausa = number(argv[3]);
	return load(argv[1], number(argv[2]));
}
