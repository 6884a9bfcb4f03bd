/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * pacchetto.c - a package that came from somewhere, checked (servizio.h).
 *
 * Refuses, naming the file: what the lists of the bag refuse (pacchi/borsa.h);
 * an index that is not valid, or says other than the files; a history that
 * cannot be taken in, or has other documents; a link of the chain that is not
 * its impronta; a signature or a seal that is not good.  The lists come first: if
 * they do not hold, nothing else is opened.
 */
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "archivio/archivio.h"
#include "base/file.h"
#include "base/hash.h"
#include "documenti/espunzione.h"
#include "firme/firme.h"
#include "pacchi/borsa.h"
#include "servizio/servizio.h"
#include "worker/worker.h"

#define INDICE "data/indice.xml"
#define FASCIO "data/cartella.bundle"
#define DOCUMENTI "data/documenti/"
#define CATENA "data/catena/"
#define DOCUMENTO_MAX ((size_t)32 * 1024 * 1024)	/* bytes */

struct esame {
	struct arena *a;
	const char *dir;
	pacchetto_difetto_fn *fn;
	void *arg;
	int difetti;
	struct nodo *indice;
	struct folder *storia;
	char head[COMMIT_LEN + 1];
};

static void
defect(void *arg, const char *file, const char *che)
{
	struct esame *x = arg;

	x->difetti++;
	x->fn(x->arg, file, che);
}

static const char *
path_of(struct esame *x, const char *nome)
{
	return arena_printf(x->a, "%s/%s", x->dir, nome);
}

static int
open_file(int *out, struct esame *x, const char *nome)
{
	int fd = open(path_of(x, nome), O_RDONLY | O_NOFOLLOW | O_CLOEXEC);

	if (fd < 0)
		return err_sys("%s", nome);
	*out = fd;
	return 0;
}

static int
read_bytes(struct buf *out, struct esame *x, const char *nome)
{
	AUTO_FD int fd = -1;
	int r;

	if ((r = open_file(&fd, x, nome)) != 0)
		return r;
	return file_read_fd(out, fd, DOCUMENTO_MAX);
}

/* invalid, absent: of what came; becomes a defect of that file.  Others are
 * errors of ours. */
static int
their_fault(struct esame *x, const char *nome, int r)
{
	if (r != ERR_INVALID && r != ERR_ABSENT)
		return r;
	defect(x, nome, arena_strdup(x->a, err_msg()));
	err_clear();
	return 0;
}

/* ---- the index ---- */

static int
read_index(struct esame *x)
{
	struct rilievi ril = { .a = x->a };
	const struct rilievo *q;
	AUTO_BUF b = { 0 };
	int r;

	if ((r = read_bytes(&b, x, INDICE)) != 0 ||
	    (r = worker_documento(&x->indice, &ril, x->a,
	    "pacchetto/indice-pacchetto", buf_str(&b), b.len)) != 0)
		return their_fault(x, INDICE, r);
	for (q = ril.primo; q != NULL; q = q->succ)
		defect(x, INDICE, q->testo);
	if (ril.primo != NULL)
		x->indice = NULL;
	return 0;
}

/* Each file it names is there and has that impronta. */
static int
check_entry(struct esame *x, const struct nodo *f)
{
	const char *nome = nodo_attr(f, "percorso");
	char is[IMPRONTA_LEN + 1];
	AUTO_FD int fd = -1;
	int r;

	if (!borsa_nome_valido(nome)) {
		defect(x, INDICE, "nomina un file che non può nominare");
		return 0;
	}
	if ((r = open_file(&fd, x, nome)) != 0 || (r = hash_fd(is, fd)) != 0)
		return their_fault(x, nome, r);
	if (strcmp(is, nodo_attr(f, "impronta")) != 0)
		defect(x, nome, "non ha l'impronta che dice " INDICE);
	return 0;
}

/* ---- the history ---- */

static int
check_document(struct esame *x, const char *nome)
{
	const char *path = nome + strlen(DOCUMENTI);
	AUTO_BUF here = { 0 }, there = { 0 };
	int r;

	if ((r = read_bytes(&here, x, nome)) != 0 ||
	    (r = folder_read(&there, x->storia, x->head, path)) != 0)
		return their_fault(x, nome, r);
	if (here.len != there.len || (here.len > 0 &&
	    memcmp(here.data, there.data, here.len) != 0))
		defect(x, nome, "non è quello della storia in " FASCIO);
	return 0;
}

/* What the head has, and no document of the package is. */
static int
check_extra(void *arg, const char *path, const void *p, size_t n)
{
	struct esame *x = arg;

	(void)p;
	(void)n;
	if (strncmp(path, "atti/", 5) == 0 ||
	    strcmp(path, "provenienza.xml") == 0 ||
	    file_exists(path_of(x, arena_printf(x->a, DOCUMENTI "%s", path))))
		return 0;
	defect(x, FASCIO, arena_printf(x->a, "la storia ha %s, che in "
	    DOCUMENTI " non c'è", path));
	return 0;
}

static int
take_history(struct esame *x, const char *dir)
{
	const char *commit = nodo_value(x->a, x->indice,
	    "volume/storia/@commit");
	const char *intera = nodo_value(x->a, x->indice,
	    "volume/storia/@intera");
	AUTO_FD int fd = -1;
	int r;

	if ((r = open_file(&fd, x, FASCIO)) != 0 ||
	    (r = worker_fascio(x->head, dir, fd)) != 0)
		return their_fault(x, FASCIO, r);
	if (strcmp(intera, "si") == 0 && strcmp(commit, x->head) != 0)
		defect(x, FASCIO, "la storia finisce altrove da dove dice "
		    INDICE);
	return folder_open(&x->storia, dir);
}

/* ---- the chain ---- */

static int
check_link(struct esame *x, const struct nodo *link)
{
	const char *seq = nodo_attr(link, "seq");
	const char *impronta = nodo_attr(link, "impronta"), *nome;
	char is[IMPRONTA_LEN + 1];
	AUTO_FD int fd = -1;
	int r;

	if (seq == NULL || impronta == NULL ||
	    strspn(seq, "0123456789") != strlen(seq)) {
		defect(x, CATENA "catena.xml", "non ha forma");
		return 0;
	}
	if (nodo_attr(link, "testo") == NULL)
		return 0;
	nome = arena_printf(x->a, CATENA "%s.txt", seq);
	if ((r = open_file(&fd, x, nome)) != 0 || (r = hash_fd(is, fd)) != 0)
		return their_fault(x, nome, r);
	if (strcmp(is, impronta) != 0)
		defect(x, nome, "non ha l'impronta che dice " CATENA
		    "catena.xml");
	return 0;
}

static int
check_chain(struct esame *x)
{
	AUTO_BUF b = { 0 };
	struct nodo *root, *n;
	int r;

	if ((r = read_bytes(&b, x, CATENA "catena.xml")) != 0 ||
	    (r = worker_xml_altrui(&root, x->a, buf_str(&b), b.len)) != 0)
		return their_fault(x, CATENA "catena.xml", r);
	for (n = nodo_child(root, "anello"); n; n = nodo_next(n, "anello"))
		if ((r = check_link(x, n)) != 0)
			return r;
	return 0;
}

/* ---- signatures ---- */

static int
import_keys(struct portachiavi *ring, struct esame *x)
{
	const struct nodo *g, *f;
	struct chiave k;
	int r;

	for (g = nodo_child(x->indice, "gruppo"); g; g = nodo_next(g, "gruppo"))
		for (f = nodo_child(g, "file"); f; f = nodo_next(f, "file")) {
			const char *nome = nodo_attr(f, "percorso");
			AUTO_BUF b = { 0 };

			if (strncmp(nome, "data/chiavi/", 12) != 0)
				continue;
			if ((r = read_bytes(&b, x, nome)) != 0 ||
			    (r = chiave_import(&k, x->a, ring, b.data,
			    b.len)) != 0)
				return their_fault(x, nome, r);
		}
	return 0;
}

static bool
is_lapide(struct esame *x, const struct buf *b)
{
	struct nodo *root;
	bool is = b->len > 0 && b->data[0] == '<' &&
	    worker_xml_altrui(&root, x->a, b->data, b->len) == 0 &&
	    strcmp(root->nome, LAPIDE) == 0;

	err_clear();
	return is;
}

static int
check_signature(struct esame *x, struct portachiavi *ring, const char *attesa,
    const char *firma, const char *of)
{
	AUTO_BUF asc = { 0 }, data = { 0 };
	struct verdetto v;
	int r;

	if ((r = read_bytes(&asc, x, firma)) != 0 ||
	    (r = read_bytes(&data, x, of)) != 0)
		return their_fault(x, firma, r);
	/* erased together: of neither alone */
	if (is_lapide(x, &asc) && is_lapide(x, &data))
		return 0;
	if ((r = verifica_openpgp(&v, x->a, ring, attesa, buf_str(&asc),
	    asc.len, buf_str(&data), data.len)) != 0)
		return their_fault(x, firma, r);
	if (v.esito != FIRMA_VALIDA)
		defect(x, firma, v.testo);
	return 0;
}

static int
check_seal(char chiave[41], struct esame *x, struct portachiavi *ring,
    bool there)
{
	const char *key = nodo_value(x->a, x->indice, "volume/sigillo");

	if (key == NULL) {
		if (there)
			defect(x, BORSA_FIRMA, "l'indice non dice che c'è un "
			    "sigillo");
		return 0;
	}
	if (!there) {
		defect(x, BORSA_FIRMA, "manca: l'indice dice che c'è un "
		    "sigillo");
		return 0;
	}
	if (strlen(key) != CHIAVE_LEN) {
		defect(x, INDICE, "la chiave del sigillo non ha forma");
		return 0;
	}
	memcpy(chiave, key, CHIAVE_LEN + 1);
	return check_signature(x, ring, key, BORSA_FIRMA, BORSA_TAGMANIFEST);
}

/* ---- all of it ---- */

static int
check_files(struct esame *x, struct portachiavi *ring)
{
	const struct nodo *g, *f;
	size_t n;
	int r;

	for (g = nodo_child(x->indice, "gruppo"); g; g = nodo_next(g, "gruppo"))
		for (f = nodo_child(g, "file"); f; f = nodo_next(f, "file")) {
			const char *nome = nodo_attr(f, "percorso");

			if ((r = check_entry(x, f)) != 0)
				return r;
			if (strncmp(nome, DOCUMENTI, strlen(DOCUMENTI)) != 0)
				continue;
			if (x->storia != NULL &&
			    (r = check_document(x, nome)) != 0)
				return r;
			n = strlen(nome);
			if (n > 10 && strcmp(nome + n - 10, "/firma.asc") == 0 &&
			    (r = check_signature(x, ring, NULL, nome,
			    arena_printf(x->a, "%.*smanifesto.xml",
			    (int)(n - 9), nome))) != 0)
				return r;
		}
	return x->storia == NULL ? 0 : folder_walk(x->storia, x->head, "",
	    check_extra, x);
}

static int
look_inside(char chiave[41], struct esame *x, const char *tmp, bool seal)
{
	AUTO(portachiavi) ring = NULL;
	int r;

	if ((r = read_index(x)) != 0 || x->indice == NULL)
		return r;
	if ((r = portachiavi_temporary(&ring)) != 0 ||
	    (r = import_keys(ring, x)) != 0 ||
	    (r = check_seal(chiave, x, ring, seal)) != 0 ||
	    (r = take_history(x, tmp)) != 0 ||
	    (r = check_chain(x)) != 0)
		return r;
	return check_files(x, ring);
}

int
servizio_controlla_pacchetto(int *difetti, char chiave[41], const char *dir,
    pacchetto_difetto_fn *fn, void *arg)
{
	AUTO(arena) a = arena_new();
	struct esame x = { .a = a, .dir = dir, .fn = fn, .arg = arg };
	struct borsa_conto count;
	const char *why;
	char *tmp;
	int r, e;

	chiave[0] = '\0';
	if ((r = archivio_init()) != 0 || (r = firme_init()) != 0 ||
	    (r = borsa_esamina(&count, dir, defect, &x)) != 0)
		return r;
	if (x.difetti == 0) {
		if ((r = dir_temporary(&tmp, a)) != 0)
			return r;
		r = look_inside(chiave, &x, arena_printf(a, "%s/storia.git",
		    tmp), count.firmata);
		why = arena_strdup(a, err_msg());
		folder_close(x.storia);
		if ((e = dir_remove(tmp)) != 0 && r == 0)
			return e;
		if (r != 0)
			return err_set(r, "%s", why);
	}
	*difetti = x.difetti;
	return 0;
}
