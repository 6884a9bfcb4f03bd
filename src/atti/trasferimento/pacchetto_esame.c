/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * pacchetto_esame.c - a package of others, looked at (pacchetto_esame.h).
 *
 * Refuses, naming the file: what the lists of the bag refuse (pacchi/borsa.h);
 * an index that is not valid, or says other than the lists; a history that
 * cannot be taken in, or has other documents; a link of the chain that is not
 * its impronta; a signature or a seal that is not good, or is not of who is
 * expected.
 */
#include "atti/trasferimento/pacchetto_esame.h"

#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "documenti/espunzione.h"
#include "documenti/omissis.h"
#include "documenti/provenienza.h"
#include "firme/armatura.h"
#include "firme/firme.h"
#include "worker/worker.h"

void
pacchetto_difetto(struct pacchetto_visto *x, const char *nome, const char *che)
{
	x->difetti++;
	x->fn(x->arg, nome, che);
}

static void
defect(void *arg, const char *nome, const char *che)
{
	pacchetto_difetto(arg, nome, che);
}

int
pacchetto_loro(struct pacchetto_visto *x, const char *nome, int r)
{
	if (r != ERR_INVALID && r != ERR_ABSENT)
		return r;
	pacchetto_difetto(x, nome, arena_strdup(x->a, err_msg()));
	err_clear();
	return 0;
}

/* ---- files, by their lists ---- */

static const char *
path_of(struct pacchetto_visto *x, const char *nome)
{
	return arena_printf(x->a, "%s/%s", x->dir, nome);
}

int
pacchetto_apri(int *fd, struct pacchetto_visto *x, const char *nome)
{
	*fd = open(path_of(x, nome), O_RDONLY | O_NOFOLLOW | O_NONBLOCK |
	    O_CLOEXEC);
	return *fd < 0 ? err_sys("%s", nome) : 0;
}

static int
by_name(const void *a, const void *b)
{
	return strcmp(((const struct pacchetto_riga *)a)->nome,
	    ((const struct pacchetto_riga *)b)->nome);
}

const char *
pacchetto_elencato(const struct pacchetto_visto *x, const char *nome)
{
	const struct pacchetto_elenco *e = strncmp(nome, "data/", 5) == 0 ?
	    &x->dati : &x->altri;
	struct pacchetto_riga key = { .nome = nome }, *found = NULL;

	if (e->n > 0)
		found = bsearch(&key, e->riga, (size_t)e->n, sizeof *e->riga,
		    by_name);
	return found != NULL ? found->impronta : NULL;
}

int
pacchetto_leggi(struct buf *out, struct pacchetto_visto *x, const char *nome)
{
	const char *want = pacchetto_elencato(x, nome);
	char is[IMPRONTA_LEN + 1];
	size_t from = out->len;
	AUTO_FD int fd = -1;
	int r;

	if (want == NULL)
		return err_set(ERR_ABSENT, "manca");
	if ((r = pacchetto_apri(&fd, x, nome)) != 0 ||
	    (r = file_read_fd(out, fd, PACCHETTO_DOCUMENTO_MAX)) != 0)
		return r;
	hash_hex(is, buf_str(out) + from, out->len - from);
	return strcmp(is, want) == 0 ? 0 : err_set(ERR_INVALID,
	    "è cambiato mentre lo si guardava");
}

/* Lines "<64 hex>  <name>", as borsa_esamina has found them. */
static void
read_list(struct pacchetto_elenco *to, struct pacchetto_visto *x,
    struct buf *b)
{
	const char *p = buf_str(b), *eol;
	int cap = 0;

	for (; (eol = strchr(p, '\n')) != NULL; p = eol + 1) {
		if (eol - p < IMPRONTA_LEN + 3)
			continue;
		to->riga = arena_more(x->a, to->riga, to->n, &cap,
		    sizeof *to->riga);
		to->riga[to->n++] = (struct pacchetto_riga){
		    arena_strndup(x->a, p + IMPRONTA_LEN + 2,
		    (size_t)(eol - p) - IMPRONTA_LEN - 2),
		    arena_strndup(x->a, p, IMPRONTA_LEN) };
	}
	if (to->n > 1)
		qsort(to->riga, (size_t)to->n, sizeof *to->riga, by_name);
}

/* The list of lists is what is sealed; all else hangs on it. */
static int
read_lists(struct pacchetto_visto *x, struct buf *tag)
{
	AUTO_BUF data = { 0 };
	AUTO_FD int fd = -1;
	int r;

	if ((r = pacchetto_apri(&fd, x, BORSA_TAGMANIFEST)) != 0 ||
	    (r = file_read_fd(tag, fd, PACCHETTO_DOCUMENTO_MAX)) != 0)
		return pacchetto_loro(x, BORSA_TAGMANIFEST, r);
	hash_hex(x->impronta, buf_str(tag), tag->len);
	read_list(&x->altri, x, tag);
	if ((r = pacchetto_leggi(&data, x, BORSA_MANIFEST)) != 0)
		return pacchetto_loro(x, BORSA_MANIFEST, r);
	read_list(&x->dati, x, &data);
	return 0;
}

/* ---- the index ---- */

static int
read_index(struct pacchetto_visto *x)
{
	struct rilievi ril = { .a = x->a };
	const struct rilievo *q;
	AUTO_BUF b = { 0 };
	int r;

	if ((r = pacchetto_leggi(&b, x, PACCHETTO_INDICE)) != 0 ||
	    (r = worker_documento(&x->indice, &ril, x->a,
	    "pacchetto/indice-pacchetto", buf_str(&b), b.len)) != 0)
		return pacchetto_loro(x, PACCHETTO_INDICE, r);
	for (q = ril.primo; q != NULL; q = q->succ)
		pacchetto_difetto(x, PACCHETTO_INDICE, q->testo);
	if (ril.primo != NULL)
		x->indice = NULL;
	return 0;
}

/* Each file it names has the impronta of the list. */
static void
check_entry(struct pacchetto_visto *x, const struct nodo *f)
{
	const char *nome = nodo_attr(f, "percorso"), *want;

	if (!borsa_nome_valido(nome) ||
	    (want = pacchetto_elencato(x, nome)) == NULL)
		pacchetto_difetto(x, PACCHETTO_INDICE, arena_printf(x->a,
		    "nomina %s, che non c'è o non può nominare", nome));
	else if (strcmp(want, nodo_attr(f, "impronta")) != 0)
		pacchetto_difetto(x, nome, "non ha l'impronta che dice "
		    PACCHETTO_INDICE);
}

/* A copy with omissis is one by its path, by its type and by what is said of
 * it, and stands in the place of a document that has stayed. */
static void
check_omissis(struct pacchetto_visto *x, const struct nodo *f)
{
	const char *nome = nodo_attr(f, "percorso");
	const char *tipo = nodo_attr(f, "tipo"), *said = nodo_attr(f, "omissis");
	const char *path = strncmp(nome, PACCHETTO_DOCUMENTI,
	    strlen(PACCHETTO_DOCUMENTI)) == 0 ?
	    nome + strlen(PACCHETTO_DOCUMENTI) : "";
	bool is = percorso_omissis(path);

	if (is != (tipo != NULL && strcmp(tipo, OMISSIS) == 0) ||
	    is != (said != NULL && strcmp(said, "si") == 0) ||
	    is != (nodo_attr(f, "originale") != NULL))
		pacchetto_difetto(x, nome, "dell'indice, del percorso e del "
		    "tipo non tutti dicono che è una copia con omissis");
	else if (is && pacchetto_elencato(x, arena_printf(x->a,
	    PACCHETTO_DOCUMENTI "%s", percorso_accanto(x->a, path,
	    omissis_originale(path)))) != NULL)
		pacchetto_difetto(x, nome, "è una copia con omissis di un "
		    "documento che nel pacchetto c'è intero");
	else if (is && !percorso_altrui(path) && strcmp(nodo_value(x->a,
	    x->indice, "volume/storia/@intera"), "no") != 0)
		pacchetto_difetto(x, nome, "è una copia con omissis, e la "
		    "storia è detta intera");
}

/* ---- the history ---- */

static int
check_document(struct pacchetto_visto *x, const char *nome)
{
	const char *path = nome + strlen(PACCHETTO_DOCUMENTI);
	char is[IMPRONTA_LEN + 1];
	AUTO_BUF there = { 0 };
	int r;

	if ((r = folder_read(&there, x->storia, x->head, path)) != 0)
		return pacchetto_loro(x, nome, r);
	hash_hex(is, buf_str(&there), there.len);
	if (strcmp(is, pacchetto_elencato(x, nome)) != 0)
		pacchetto_difetto(x, nome, "non è quello della storia in "
		    PACCHETTO_FASCIO);
	return 0;
}

/* What the head has, and no document of the package is. */
static int
check_extra(void *arg, const char *path, const void *p, size_t n)
{
	struct pacchetto_visto *x = arg;

	(void)p;
	(void)n;
	/* acts of theirs, and of those whose case it was before */
	if (strncmp(path, "atti/", 5) == 0 || strstr(path, "/atti/") != NULL ||
	    strcmp(path, "provenienza.xml") == 0 ||
	    (strncmp(path, "precedenti/", 11) == 0 &&
	    strstr(path, "/provenienza.xml") != NULL) ||
	    pacchetto_elencato(x, arena_printf(x->a, PACCHETTO_DOCUMENTI "%s",
	    path)) != NULL)
		return 0;
	pacchetto_difetto(x, PACCHETTO_FASCIO, arena_printf(x->a,
	    "la storia ha %s, che in " PACCHETTO_DOCUMENTI " non c'è", path));
	return 0;
}

static int
take_history(struct pacchetto_visto *x)
{
	const char *commit = nodo_value(x->a, x->indice,
	    "volume/storia/@commit");
	const char *intera = nodo_value(x->a, x->indice,
	    "volume/storia/@intera");
	const char *dove;
	AUTO_FD int fd = -1;
	char is[IMPRONTA_LEN + 1];
	int r;

	if (pacchetto_elencato(x, PACCHETTO_FASCIO) == NULL) {
		pacchetto_difetto(x, PACCHETTO_FASCIO, "manca");
		return 0;
	}
	if ((r = pacchetto_apri(&fd, x, PACCHETTO_FASCIO)) != 0 ||
	    (r = hash_fd(is, fd)) != 0 || (r = strcmp(is,
	    pacchetto_elencato(x, PACCHETTO_FASCIO)) == 0 ? 0 :
	    err_set(ERR_INVALID, "è cambiato mentre lo si guardava")) != 0 ||
	    (r = x->prendi(x->arg, &dove, x->head, fd)) != 0)
		return pacchetto_loro(x, PACCHETTO_FASCIO, r);
	if (strcmp(intera, "si") == 0 && strcmp(commit, x->head) != 0)
		pacchetto_difetto(x, PACCHETTO_FASCIO, "la storia finisce "
		    "altrove da dove dice " PACCHETTO_INDICE);
	return folder_open(&x->storia, dove);
}

/* ---- signatures ---- */

static int
import_keys(struct portachiavi *ring, struct pacchetto_visto *x)
{
	struct chiave k;
	int r, i;

	for (i = 0; i < x->dati.n; i++) {
		const char *nome = x->dati.riga[i].nome;
		AUTO_BUF b = { 0 };

		if (strncmp(nome, PACCHETTO_CHIAVI,
		    strlen(PACCHETTO_CHIAVI)) != 0)
			continue;
		if ((r = pacchetto_leggi(&b, x, nome)) == 0)
			r = chiave_import(&k, x->a, ring, b.data, b.len);
		if (r == 0 && (strncmp(nome + strlen(PACCHETTO_CHIAVI),
		    k.impronta, CHIAVE_LEN) != 0 || strcmp(nome + strlen(
		    PACCHETTO_CHIAVI) + CHIAVE_LEN, ".asc") != 0))
			r = err_set(ERR_INVALID,
			    "non è la chiave che dice il suo nome");
		if (r != 0 && (r = pacchetto_loro(x, nome, r)) != 0)
			return r;
	}
	return 0;
}

/* The seal is good, or there is none. */
static int
check_sealed(struct pacchetto_visto *x, struct portachiavi *ring,
    const char *attesa, struct buf *asc, struct buf *data)
{
	struct verdetto v;
	int r;

	if (!armatura_esatta(buf_str(asc), asc->len)) {
		pacchetto_difetto(x, BORSA_FIRMA, "non è scritta come si "
		    "scrive una firma: un suo byte è cambiato");
		return 0;
	}
	if ((r = verifica_openpgp(&v, x->a, ring, attesa, buf_str(asc),
	    asc->len, buf_str(data), data->len)) != 0)
		return pacchetto_loro(x, BORSA_FIRMA, r);
	if (v.esito != FIRMA_VALIDA)
		pacchetto_difetto(x, BORSA_FIRMA, v.testo);
	return 0;
}

static int
judge(struct pacchetto_visto *x, struct portachiavi *ring, const char *nome,
    const char *manifesto, struct buf *asc, struct buf *data)
{
	struct pacchetto_firma *f = arena_alloc(x->a, sizeof *f);
	struct verdetto v;
	int r;

	if ((r = verifica_openpgp(&v, x->a, ring, NULL, buf_str(asc),
	    asc->len, buf_str(data), data->len)) != 0)
		return pacchetto_loro(x, nome, r);
	if (v.esito == FIRMA_NON_VALIDA) {
		pacchetto_difetto(x, nome, v.testo);
		return 0;
	}
	if (x->ultima == NULL)
		x->ultima = &x->firme;
	*f = (struct pacchetto_firma){ manifesto +
	    strlen(PACCHETTO_DOCUMENTI), v.esito, v.testo, NULL };
	*x->ultima = f;
	x->ultima = &f->succ;
	return 0;
}

static bool
is_lapide(struct pacchetto_visto *x, struct buf *b)
{
	struct nodo *root;
	bool is = b->len > 0 && b->data[0] == '<' &&
	    worker_xml_altrui(&root, x->a, b->data, b->len) == 0 &&
	    strcmp(root->nome, LAPIDE) == 0;

	err_clear();
	return is;
}

/* firme/<nnnn>/firma.asc, over the manifesto beside it. */
static int
check_signed(struct pacchetto_visto *x, struct portachiavi *ring,
    const char *nome)
{
	AUTO_BUF asc = { 0 };
	AUTO_BUF data = { 0 };
	const char *manifesto;
	size_t n = strlen(nome);
	int r;

	if (n <= 10 || strcmp(nome + n - 10, "/firma.asc") != 0)
		return 0;
	manifesto = arena_printf(x->a, "%.*smanifesto.xml", (int)(n - 9), nome);
	if ((r = pacchetto_leggi(&asc, x, nome)) != 0 ||
	    (r = pacchetto_leggi(&data, x, manifesto)) != 0)
		return pacchetto_loro(x, nome, r);
	/* erased together: of neither alone */
	if (is_lapide(x, &asc) && is_lapide(x, &data))
		return 0;
	return judge(x, ring, nome, manifesto, &asc, &data);
}

/* Only the key that is known of the body counts, if it is known who it is. */
static int
check_whose(struct pacchetto_visto *x, const char *key)
{
	const struct pacchetto_attesa *w = x->attesa;
	const char *ipa = nodo_value(x->a, x->indice, "volume/codice-ipa");

	if (w == NULL)
		return 0;
	if (strcmp(ipa, w->ipa) != 0) {
		pacchetto_difetto(x, PACCHETTO_INDICE, arena_printf(x->a,
		    "il pacchetto è dell'ente %s, non di %s", ipa, w->ipa));
		return 1;
	}
	if (key == NULL || strcmp(key, w->chiave) != 0) {
		pacchetto_difetto(x, BORSA_FIRMA, "non è il sigillo che di "
		    "quell'ente si conosce");
		return 1;
	}
	return 0;
}

/* The seal's key: of the package, or the one that is known. */
static int
seal_ring(struct portachiavi **out, struct pacchetto_visto *x,
    struct portachiavi *ring)
{
	struct chiave k;
	int r;

	if (x->attesa == NULL) {
		*out = ring;
		return 0;
	}
	if ((r = portachiavi_temporary(out)) != 0)
		return r;
	return chiave_import(&k, x->a, *out, x->attesa->pubblica,
	    x->attesa->n);
}

static int
check_seal(struct pacchetto_visto *x, struct portachiavi *ring,
    struct buf *tag)
{
	const char *key = nodo_value(x->a, x->indice, "volume/sigillo");
	struct portachiavi *of = NULL;
	AUTO_BUF asc = { 0 };
	AUTO_FD int fd = -1;
	int r, before = x->difetti;

	if (check_whose(x, key) != 0)
		return 0;
	if (strlen(key) != CHIAVE_LEN) {
		pacchetto_difetto(x, PACCHETTO_INDICE,
		    "la chiave del sigillo non ha forma");
		return 0;
	}
	if ((r = pacchetto_apri(&fd, x, BORSA_FIRMA)) != 0 ||
	    (r = file_read_fd(&asc, fd, PACCHETTO_DOCUMENTO_MAX)) != 0)
		return pacchetto_loro(x, BORSA_FIRMA, r);
	if ((r = seal_ring(&of, x, ring)) == 0)
		r = check_sealed(x, of, key, &asc, tag);
	if (of != ring)
		portachiavi_close(of);
	if (r == 0 && x->difetti == before)
		memcpy(x->sigillo, key, CHIAVE_LEN + 1);
	return r;
}

static int
look_at_seal(struct pacchetto_visto *x, struct portachiavi *ring,
    struct buf *tag, bool there)
{
	const char *key = nodo_value(x->a, x->indice, "volume/sigillo");

	if (key != NULL && there)
		return check_seal(x, ring, tag);
	if (key != NULL)
		pacchetto_difetto(x, BORSA_FIRMA, "manca: l'indice dice che "
		    "c'è un sigillo");
	else if (there)
		pacchetto_difetto(x, BORSA_FIRMA, "l'indice non dice che c'è "
		    "un sigillo");
	else
		(void)check_whose(x, NULL);
	return 0;
}

/* ---- all of it ---- */

static int
check_files(struct pacchetto_visto *x, struct portachiavi *ring)
{
	const struct nodo *g, *f;
	const char *nome;
	int r, i;

	for (g = nodo_child(x->indice, "gruppo"); g; g = nodo_next(g, "gruppo"))
		for (f = nodo_child(g, "file"); f; f = nodo_next(f, "file")) {
			check_entry(x, f);
			check_omissis(x, f);
		}
	for (i = 0; i < x->dati.n; i++) {
		nome = x->dati.riga[i].nome;
		if (strncmp(nome, PACCHETTO_DOCUMENTI,
		    strlen(PACCHETTO_DOCUMENTI)) != 0)
			continue;
		if ((x->storia != NULL && (r = check_document(x, nome)) != 0) ||
		    (r = check_signed(x, ring, nome)) != 0)
			return r;
	}
	return x->storia == NULL ? 0 : folder_walk(x->storia, x->head, "",
	    check_extra, x);
}

static int
look_inside(struct pacchetto_visto *x, bool seal)
{
	AUTO(portachiavi) ring = NULL;
	AUTO_BUF tag = { 0 };
	int r;

	if ((r = read_lists(x, &tag)) != 0 || x->difetti > 0 ||
	    (r = read_index(x)) != 0 || x->indice == NULL)
		return r;
	if ((r = portachiavi_temporary(&ring)) != 0 ||
	    (r = import_keys(ring, x)) != 0 ||
	    (r = look_at_seal(x, ring, &tag, seal)) != 0)
		return r;
	/* a stranger's: nothing more of it is opened */
	if (x->attesa != NULL && x->difetti > 0)
		return 0;
	if ((r = take_history(x)) != 0 ||
	    (r = pacchetto_esamina_catena(x)) != 0)
		return r;
	return check_files(x, ring);
}

int
pacchetto_esamina(struct pacchetto_visto *x)
{
	struct borsa_conto count;
	int r;

	if ((r = archivio_init()) != 0 || (r = firme_init()) != 0 ||
	    (r = borsa_esamina(&count, x->dir, defect, x)) != 0)
		return r;
	return x->difetti > 0 ? 0 : look_inside(x, count.firmata);
}
