/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * main.c - the program cartella-web: speaks HTTP and has no store.
 *
 * It opens what it will need (a listening socket it was given, the TLS files,
 * the directory of uploads), closes the door of its cage, and only then
 * accepts anybody.  Refuses to serve a program of another build.
 */
#include <errno.h>
#include <fcntl.h>
#include <malloc.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/eventfd.h>
#include <sys/prctl.h>
#include <sys/signalfd.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "base/file.h"
#include "base/process.h"
#include "base/resource.h"
#include "colloquio/avvio.h"
#include "colloquio/cronaca.h"
#include "web/servitore.h"
#include "web/vie.h"
#include "worker/gabbia.h"
#include "worker/prova.h"
#include "xml/xml.h"

#define PEM_MAX ((size_t)1024 * 1024)

static int
read_start(struct nodo **out, struct arena *a)
{
	AUTO_BUF b = { 0 };
	struct cursor c;
	int r;

	if (lseek(AVVIO_TESTO, 0, SEEK_SET) != 0 ||
	    (r = file_read_fd(&b, AVVIO_TESTO, 65536)) != 0)
		return err_set(ERR_INVALID, "manca il testo dell'avvio");
	c = (struct cursor){ (const unsigned char *)b.data, b.len };
	return nodo_unpack(out, a, &c);
}

static int
pem(const char **out, struct arena *a, const struct nodo *start,
    const char *name)
{
	const char *path = nodo_attr(start, name);
	AUTO_BUF b = { 0 };
	int r;

	*out = NULL;
	if (path == NULL || *path == '\0')
		return 0;
	if ((r = file_read(&b, path, PEM_MAX)) == 0)
		*out = arena_strdup(a, buf_str(&b));
	return r;
}

static int
signals(int *out)
{
	sigset_t set;

	sigemptyset(&set);
	sigaddset(&set, SIGTERM);
	sigaddset(&set, SIGINT);
	signal(SIGPIPE, SIG_IGN);
	signal(SIGXFSZ, SIG_IGN);
	signal(SIGHUP, SIG_IGN);
	if (sigprocmask(SIG_BLOCK, &set, NULL) != 0 ||
	    (*out = signalfd(-1, &set, SFD_CLOEXEC | SFD_NONBLOCK)) < 0)
		return err_sys("i segnali");
	/* whoever started us is all we serve for */
	if (prctl(PR_SET_PDEATHSIG, SIGTERM) != 0)
		return err_sys("i segnali");
	return 0;
}

static const char *
filled(const struct nodo *n, const char *attr)
{
	const char *v = nodo_attr(n, attr);

	return v != NULL && *v != '\0' ? v : NULL;
}

static int
number(const struct nodo *n, const char *attr, int otherwise)
{
	const char *v = filled(n, attr);

	return v != NULL ? (int)strtol(v, NULL, 10) : otherwise;
}

static int
options(struct opzioni_servitore *o, struct arena *a, const struct nodo *n)
{
	const char *spool = filled(n, "spool");
	struct quadro *q;
	int i, r, place = number(n, "posto", -1);

	o->guardia.proxy = filled(n, "proxy");
	o->guardia.nomi = filled(n, "nomi");
	o->utente_intestazione = filled(n, "utente-intestazione");
	o->connessioni = (unsigned)number(n, "connessioni", 256);
	o->pazienza = number(n, "pazienza", 30);
	o->ascolto = AVVIO_ASCOLTO;
	for (i = 0; i < CODE_N; i++)
		o->code[i] = AVVIO_CODA + i;
	if (spool == NULL || place < 0 || place >= POSTI_QUADRO)
		return err_set(ERR_INVALID, "l'avvio non è scritto bene");
	if ((o->spool = open(spool, O_RDONLY | O_DIRECTORY | O_CLOEXEC)) < 0)
		return err_sys("%s", spool);
	if ((r = quadro_apri(&q, AVVIO_QUADRO)) != 0 ||
	    (r = pem(&o->cert, a, n, "tls-cert")) != 0 ||
	    (r = pem(&o->chiave, a, n, "tls-chiave")) != 0 ||
	    (r = pem(&o->ca, a, n, "tls-ca")) != 0)
		return r;
	salute_quadro(q);
	o->posto = &q->posto[place];
	return signals(&o->segnali);
}

static int
close_door(const char *spool)
{
	const struct gabbia g = { .filtro = FILTRO_WEB,
	    .secondi = UINT64_MAX, .memoria = (uint64_t)2 << 30,
	    .file = (uint64_t)310 << 20, .descrittori = 4096,
	    .scrive = spool };

	return gabbia_close(&g);
}

static int
serve(struct arena *a)
{
	struct opzioni_servitore o = { 0 };
	struct servitore *s;
	struct nodo *start;
	uint64_t one = 1;
	int r;

	if ((r = read_start(&start, a)) != 0 ||
	    (r = options(&o, a, start)) != 0)
		return r;
	/* the other sheets are compiled when a page first wants them: all of
	 * them would be a megabyte each */
	if ((r = xml_preload_sheet("web/errore")) != 0 ||
	    (r = servitore_new(&s, &o)) != 0 ||
	    (r = close_door(filled(start, "spool"))) != 0)
		return r;
	PROVA_GABBIA("web");
	o.posto->avviato = (long)time(NULL);
	if (write(AVVIO_PRONTO, &one, sizeof one) != sizeof one)
		return err_sys("l'avvio");
	servitore_gira(s);
	return 0;
}

int
main(int argc, char **argv)
{
	AUTO(arena) a = arena_new();
	int fd;

	if (argc != 2 || strcmp(argv[1], resource_edition) != 0) {
		fputs("cartella-web: lo lancia «cartella servi» della stessa "
		    "versione\n", stderr);
		return 2;
	}
	/* what whoever started us had open is not for here */
	if (close_range(AVVIO_FD_N, ~0U, 0) != 0)
		return AVVIO_MAI;
	/* what is freed is overwritten: it may have been a passphrase */
	mallopt(M_PERTURB, 0x5a);
	for (fd = AVVIO_ASCOLTO; fd < AVVIO_FD_N; fd++)
		if (fcntl(fd, F_SETFD, FD_CLOEXEC) != 0)
			return AVVIO_MAI;
	process_reserve();
	xml_init();
	if (serve(a) != 0) {
		cronaca("web-non-parte", "motivo", err_msg(), NULL);
		return AVVIO_MAI;
	}
	return 0;
}
