/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * acquisire_guarda.c - the package of another body, looked at before anything
 * of it is kept (acquisire.h).
 *
 * Refuses, with a rilievo each: what pacchetto_esame.h refuses; a document that
 * is not what its line in the index says, or not in the written form of its
 * type; a private note, which should never have left; a path too long or too
 * deep for a folder of ours; a package that does not say who it is about.
 * Keeps: nothing of a package that is not whole; of one that is, its bytes wait
 * in transito/.  Norm: CAD art. 43; GDPR art. 32.
 */
#include <stdlib.h>
#include <string.h>

#include "atti/acquisire_interno.h"
#include "base/file.h"
#include "base/resource.h"
#include "documenti/espunzione.h"
#include "documenti/omissis.h"
#include "documenti/percorso.h"
#include "documenti/scheda.h"
#include "worker/worker.h"

#define DIFETTI_MAX 20		/* told of one package */
#define STEPS_MAX 24		/* of a path of theirs */
#define PATH_MAX_LEN 800	/* bytes of it */
#define FAMIGLIA_DIR "stato-di-famiglia/"
#define TIPO_DI_ALTRI "tipo-di-altri"	/* a type that only they have */

struct sguardo {
	struct op *op;
	struct pacchetto_altrui *p;
	struct pacchetto_visto v;
	const struct nodo **voce;	/* of the index, in order of percorso */
	int n_voci;
};

static void
tell(void *arg, const char *nome, const char *che)
{
	struct sguardo *s = arg;

	if (s->v.difetti <= DIFETTI_MAX)
		op_errore(s->op, "", "pacchetto-non-integro", NULL,
		    "il pacchetto non si prende: %.200s: %.300s", nome, che);
}

static int
take_history(void *arg, const char **dove, char head[COMMIT_LEN + 1], int fd)
{
	struct sguardo *s = arg;
	int r = op_ricevi_storia(head, s->op, fd);

	*dove = s->op->storia;
	return r;
}

/* ---- the index, by path ---- */

static int
by_path(const void *a, const void *b)
{
	return strcmp(nodo_attr(*(const struct nodo *const *)a, "percorso"),
	    nodo_attr(*(const struct nodo *const *)b, "percorso"));
}

static void
sort_index(struct sguardo *s)
{
	const struct nodo *g, *f;
	int cap = 0;

	for (g = nodo_child(s->v.indice, "gruppo"); g != NULL;
	    g = nodo_next(g, "gruppo"))
		for (f = nodo_child(g, "file"); f; f = nodo_next(f, "file")) {
			s->voce = arena_more(s->op->a, s->voce, s->n_voci,
			    &cap, sizeof *s->voce);
			s->voce[s->n_voci++] = f;
		}
	if (s->n_voci > 1)
		qsort(s->voce, (size_t)s->n_voci, sizeof *s->voce, by_path);
}

/* NULL: the index does not name it. */
static const struct nodo *
entry_of(struct sguardo *s, const char *nome)
{
	struct nodo *key = nodo_new(s->op->a, "file");
	const struct nodo *const *found, *k = key;

	nodo_set(s->op->a, key, "percorso", nome);
	found = s->n_voci == 0 ? NULL : bsearch(&k, s->voce,
	    (size_t)s->n_voci, sizeof *s->voce, by_path);
	return found != NULL ? *found : NULL;
}

/* ---- paths ---- */

/* What our documents may say of a path, and a folder hold below precedenti/. */
static bool
path_takes(const char *path)
{
	const char *p;
	int steps = 1;

	if (strlen(path) > PATH_MAX_LEN)
		return false;
	for (p = path; *p != '\0'; p++) {
		if (*p == '/')
			steps++;
		if ((p == path || p[-1] == '/') &&
		    strchr("-_./", *p) != NULL)
			return false;
	}
	return steps <= STEPS_MAX;
}

/* Every file of the tree, those of their acts too. */
static int
check_path(void *arg, const char *path, const void *bytes, size_t n)
{
	struct sguardo *s = arg;

	(void)bytes;
	(void)n;
	if (!path_takes(path))
		pacchetto_difetto(&s->v, PACCHETTO_FASCIO, arena_printf(
		    s->op->a, "il percorso %.200s non è di quelli di una "
		    "cartella", path));
	return 0;
}

/* ---- documents ---- */

static bool
word(const char *s)
{
	return s != NULL && s[0] >= 'a' && s[0] <= 'z' && strlen(s) <= 61 &&
	    strspn(s, "abcdefghijklmnopqrstuvwxyz0123456789-") == strlen(s);
}

static bool
our_type(struct arena *a, const char *tipo)
{
	return resource_find(arena_printf(a, "schema/documenti/%s.xsd",
	    tipo)) != NULL;
}

static bool
private_note(struct arena *a, const struct nodo *doc)
{
	const char *v = nodo_value(a, doc, "riservata");

	return v != NULL && strcmp(v, "si") == 0;
}

/* A copy with omissis is read by whoever may read what it is a copy of. */
static void
read_omissis(struct op_altrui *d, struct sguardo *s, const char *nome,
    const struct nodo *doc)
{
	struct omissis o;

	if (omissis_leggi(&o, s->op->a, doc) != 0 ||
	    strcmp(o.percorso, omissis_originale(d->percorso)) != 0 ||
	    strcmp(o.impronta, nodo_attr(entry_of(s, nome),
	    "originale")) != 0) {
		err_clear();
		pacchetto_difetto(&s->v, nome, "non è la copia con omissis "
		    "del documento che dicono l'indice e il suo percorso");
		return;
	}
	d->tipo = our_type(s->op->a, o.tipo) ? o.tipo : TIPO_DI_ALTRI;
}

/* In the cage: a document of a type we have, as it is written. */
static int
read_ours(struct op_altrui *d, struct sguardo *s, const char *nome,
    struct buf *b)
{
	struct arena *a = s->op->a;
	struct rilievi ril = { .a = a };
	struct nodo *doc = NULL;
	AUTO_BUF again = { 0 };
	int r;

	if ((r = worker_documento(&doc, &ril, a, arena_printf(a,
	    "documenti/%s", d->tipo), buf_str(b), b->len)) != 0)
		return pacchetto_loro(&s->v, nome, r);
	if (ril.primo != NULL || doc == NULL) {
		pacchetto_difetto(&s->v, nome, ril.primo != NULL ?
		    ril.primo->testo : "non si legge");
		return 0;
	}
	nodo_write(&again, doc);
	if (again.len != b->len || memcmp(again.data, b->data, b->len) != 0)
		pacchetto_difetto(&s->v, nome, "non è scritto nella forma "
		    "dei documenti");
	else if (private_note(a, doc))
		pacchetto_difetto(&s->v, nome, "è una nota riservata: non "
		    "doveva uscire; chiedi all'ente un altro pacchetto");
	else if (percorso_omissis(d->percorso))
		read_omissis(d, s, nome, doc);
	/* a lapide in the place of bytes is read by nobody */
	d->nodo = percorso_tipo(d->percorso) == NULL ? doc : NULL;
	return 0;
}

/* A type they have adopted: its bytes are kept, nothing is read in them. */
static int
read_theirs(struct op_altrui *d, struct sguardo *s, const char *nome,
    struct buf *b)
{
	struct nodo *doc;
	int r;

	if ((r = worker_xml_altrui(&doc, s->op->a, buf_str(b), b->len)) != 0)
		return pacchetto_loro(&s->v, nome, r);
	if (strcmp(doc->nome, d->tipo) != 0 ||
	    nodo_attr(doc, "schema") == NULL)
		pacchetto_difetto(&s->v, nome, arena_printf(s->op->a,
		    "non è un documento di tipo %s", d->tipo));
	d->tipo = TIPO_DI_ALTRI;
	return 0;
}

/* The first schema that says who; the newest family. */
static void
note_person(struct sguardo *s, const struct op_altrui *d)
{
	struct pacchetto_altrui *p = s->p;
	const char *day;

	if (d->nodo == NULL)
		return;
	if (strcmp(d->percorso, SCHEDA_PERCORSO) == 0 &&
	    strcmp(d->tipo, "scheda") == 0)
		p->scheda = d->nodo;
	if (strncmp(d->percorso, FAMIGLIA_DIR, strlen(FAMIGLIA_DIR)) != 0 ||
	    strcmp(d->tipo, "stato-di-famiglia") != 0)
		return;
	day = nodo_value(s->op->a, d->nodo, "data");
	if (p->famiglia == NULL || strcmp(day, p->giorno_famiglia) > 0) {
		p->famiglia = d->nodo;
		p->giorno_famiglia = day;
	}
}

static int
read_document(struct op_altrui *d, struct sguardo *s, const char *nome,
    struct buf *b)
{
	const char *bytes = percorso_tipo(d->percorso);

	if (!word(d->tipo) || !path_takes(d->percorso)) {
		pacchetto_difetto(&s->v, nome,
		    "il suo tipo o il suo percorso non sono ammessi");
		return 0;
	}
	if (bytes == NULL || strcmp(d->tipo, LAPIDE) == 0)
		return our_type(s->op->a, d->tipo) ?
		    read_ours(d, s, nome, b) : read_theirs(d, s, nome, b);
	if (strcmp(bytes, d->tipo) != 0)
		pacchetto_difetto(&s->v, nome, "non è ciò che l'indice dice");
	return 0;
}

/* ---- what names what ---- */

static int
by_impronta(const void *a, const void *b)
{
	return strcmp(((const struct allegato_venuto *)a)->impronta,
	    ((const struct allegato_venuto *)b)->impronta);
}

static struct allegato_venuto *
attachment_of(struct sguardo *s, const char *impronta)
{
	struct allegato_venuto key;

	memcpy(key.impronta, impronta, IMPRONTA_LEN);
	key.impronta[IMPRONTA_LEN] = '\0';
	return s->p->n_allegati == 0 ? NULL : bsearch(&key, s->p->allegati,
	    (size_t)s->p->n_allegati, sizeof key, by_impronta);
}

/* Each run of 64 hex digits in it may be the name of one that came. */
static void
note_named(struct sguardo *s, const char *percorso, const char *text)
{
	static const char hex[] = "0123456789abcdef";
	struct allegato_venuto *x;
	size_t n;

	for (; *text != '\0'; text += n) {
		if ((n = strspn(text, hex)) == 0) {
			n = strcspn(text, hex);
			continue;
		}
		if (n != IMPRONTA_LEN || (x = attachment_of(s, text)) == NULL ||
		    (x->n_di > 0 && x->di[x->n_di - 1] == percorso))
			continue;
		x->di = arena_more(s->op->a, x->di, x->n_di, &x->cap,
		    sizeof *x->di);
		x->di[x->n_di++] = percorso;
	}
}

static int
take_document(struct sguardo *s, const char *nome)
{
	struct op_altrui *d = &s->p->documenti[s->p->n];
	const struct nodo *e = entry_of(s, nome);
	AUTO_BUF b = { 0 };
	int r;

	if (e == NULL || nodo_attr(e, "tipo") == NULL) {
		pacchetto_difetto(&s->v, nome, "l'indice non dice che cosa è");
		return 0;
	}
	d->percorso = nome + strlen(PACCHETTO_DOCUMENTI);
	d->tipo = nodo_attr(e, "tipo");
	d->impronta = pacchetto_elencato(&s->v, nome);
	if ((r = pacchetto_leggi(&b, &s->v, nome)) != 0)
		return pacchetto_loro(&s->v, nome, r);
	if ((r = read_document(d, s, nome, &b)) != 0)
		return r;
	note_person(s, d);
	note_named(s, d->percorso, buf_str(&b));
	s->p->voce[s->p->n++] = e;
	return 0;
}

static int
take_documents(struct sguardo *s)
{
	const struct pacchetto_elenco *e = &s->v.dati;
	int i, r;

	s->p->documenti = arena_alloc(s->op->a, ((size_t)e->n + 1) *
	    sizeof *s->p->documenti);
	s->p->voce = arena_alloc(s->op->a, ((size_t)e->n + 1) *
	    sizeof *s->p->voce);
	for (i = 0; i < e->n; i++)
		if (strncmp(e->riga[i].nome, PACCHETTO_DOCUMENTI,
		    strlen(PACCHETTO_DOCUMENTI)) == 0 &&
		    (r = take_document(s, e->riga[i].nome)) != 0)
			return r;
	if (s->p->scheda == NULL)
		pacchetto_difetto(&s->v, PACCHETTO_DOCUMENTI SCHEDA_PERCORSO,
		    "manca: il pacchetto non dice di chi è la cartella");
	return 0;
}

/* ---- attachments ---- */

static int
take_attachment(struct sguardo *s, const char *file)
{
	const char *want = pacchetto_elencato(&s->v, file);
	const char *nome = file + strlen(PACCHETTO_ALLEGATI);
	const struct nodo *e = entry_of(s, file);
	struct allegato_venuto *x = &s->p->allegati[s->p->n_allegati];
	struct op_allegato *al;
	AUTO_FD int fd = -1;
	int r;

	if (e == NULL || strncmp(nome, want, IMPRONTA_LEN) != 0 ||
	    nome[IMPRONTA_LEN] != '.' || strchr(nome, '/') != NULL) {
		pacchetto_difetto(&s->v, file,
		    "non è il nome di un allegato dell'indice");
		return 0;
	}
	if ((r = pacchetto_apri(&fd, &s->v, file)) != 0 ||
	    (r = op_ricevi(&al, s->op, fd, nome)) != 0)
		return pacchetto_loro(&s->v, file, r);
	if (strcmp(al->al.impronta, want) != 0) {
		pacchetto_difetto(&s->v, file,
		    "è cambiato mentre lo si guardava");
		return 0;
	}
	x->nome = nome;
	memcpy(x->impronta, want, sizeof x->impronta);
	x->protocollo = nodo_attr(e, "protocollo");
	s->p->n_allegati++;
	return 0;
}

static int
take_attachments(struct sguardo *s)
{
	const struct pacchetto_elenco *e = &s->v.dati;
	int i, r;

	s->p->allegati = arena_alloc(s->op->a, ((size_t)e->n + 1) *
	    sizeof *s->p->allegati);
	for (i = 0; i < e->n; i++)
		if (strncmp(e->riga[i].nome, PACCHETTO_ALLEGATI,
		    strlen(PACCHETTO_ALLEGATI)) == 0 &&
		    (r = take_attachment(s, e->riga[i].nome)) != 0)
			return r;
	/* one impronta has one name, but for its ending */
	if (s->p->n_allegati > 1)
		qsort(s->p->allegati, (size_t)s->p->n_allegati,
		    sizeof *s->p->allegati, by_impronta);
	for (i = 1; i < s->p->n_allegati; i++)
		if (by_impronta(&s->p->allegati[i - 1],
		    &s->p->allegati[i]) == 0)
			pacchetto_difetto(&s->v, s->p->allegati[i].nome,
			    "c'è due volte");
	return 0;
}

/* ---- what it is proved with ---- */

static void
keep(struct sguardo *s, const char *nome, const char *impronta)
{
	struct nodo *n = nodo_elem(s->op->a, s->p->parti, "prova");

	nodo_elem_text(s->op->a, n, "nome", nome);
	nodo_elem_text(s->op->a, n, "impronta", impronta);
}

static int
keep_file(struct sguardo *s, const char *nome)
{
	struct op_allegato *al;
	AUTO_FD int fd = -1;
	int r;

	if ((r = pacchetto_apri(&fd, &s->v, nome)) != 0 ||
	    (r = op_ricevi(&al, s->op, fd, nome)) != 0)
		return pacchetto_loro(&s->v, nome, r);
	if (pacchetto_elencato(&s->v, nome) != NULL &&
	    strcmp(pacchetto_elencato(&s->v, nome), al->al.impronta) != 0) {
		pacchetto_difetto(&s->v, nome,
		    "è cambiato mentre lo si guardava");
		return 0;
	}
	keep(s, nome, al->al.impronta);
	return 0;
}

/* The keys of their signatures: whoever gets the case from us wants them. */
static int
keep_keys(struct sguardo *s)
{
	const struct pacchetto_elenco *e = &s->v.dati;
	int i, r;

	for (i = 0; i < e->n; i++)
		if (strncmp(e->riga[i].nome, PACCHETTO_CHIAVI,
		    strlen(PACCHETTO_CHIAVI)) == 0 &&
		    (r = keep_file(s, e->riga[i].nome)) != 0)
			return r;
	return 0;
}

/* The texts of the links, one behind the other. */
static int
keep_links(struct sguardo *s)
{
	const struct pacchetto_elenco *e = &s->v.dati;
	struct op_allegato *al;
	AUTO_BUF all = { 0 };
	int i, r;

	for (i = 0; i < e->n; i++) {
		const char *nome = e->riga[i].nome;

		if (strncmp(nome, PACCHETTO_CATENA, strlen(
		    PACCHETTO_CATENA)) != 0 ||
		    strcmp(nome + strlen(nome) - 4, ".txt") != 0)
			continue;
		if ((r = pacchetto_leggi(&all, &s->v, nome)) != 0)
			return pacchetto_loro(&s->v, nome, r);
		buf_putc(&all, '\n');
	}
	if (all.len == 0)
		return 0;
	if ((r = op_ricevi_bytes(&al, s->op, all.data, all.len,
	    "anelli.txt")) != 0)
		return r;
	keep(s, "anelli.txt", al->al.impronta);
	return 0;
}

static int
keep_proofs(struct sguardo *s, bool bundle)
{
	static const char *const files[] = { BORSA_TAGMANIFEST, BORSA_FIRMA,
	    BORSA_MANIFEST, PACCHETTO_INDICE, PACCHETTO_REGISTRO,
	    PACCHETTO_CATENA "catena.xml" };
	size_t i;
	int r;

	for (i = 0; i < NELEM(files); i++)
		if ((r = keep_file(s, files[i])) != 0)
			return r;
	if (bundle && (r = keep_file(s, PACCHETTO_FASCIO)) != 0)
		return r;
	if ((r = keep_keys(s)) != 0)
		return r;
	return keep_links(s);
}

/* ---- old numbers, signatures ---- */

static bool
plain_number(const char *s)
{
	return s != NULL && strlen(s) == 12 && s[7] == '/' &&
	    strspn(s, "0123456789") == 7 && strspn(s + 8, "0123456789") == 4;
}

static int
note_numbers(struct sguardo *s)
{
	struct arena *a = s->op->a;
	const char *numero;
	struct nodo *root, *n, *to;
	AUTO_BUF b = { 0 };
	int r;

	if ((r = pacchetto_leggi(&b, &s->v, PACCHETTO_REGISTRO)) != 0 ||
	    (r = worker_xml_altrui(&root, a, buf_str(&b), b.len)) != 0)
		return pacchetto_loro(&s->v, PACCHETTO_REGISTRO, r);
	for (n = nodo_child(root, NULL); n != NULL; n = nodo_next(n, NULL)) {
		numero = nodo_attr(n, "numero") != NULL ?
		    nodo_attr(n, "numero") : nodo_value(a, n, "numero");
		if (!plain_number(numero))
			continue;
		to = nodo_elem(a, s->p->parti, "registrazione");
		nodo_elem_text(a, to, "protocollo-altrui", numero);
	}
	return 0;
}

/* All of them hold, or we would not be here. */
static void
note_signatures(struct sguardo *s)
{
	const struct op_altrui *d;
	struct nodo *to;
	int i;

	for (i = 0; i < s->p->n; i++) {
		d = &s->p->documenti[i];
		if (d->nodo == NULL || strcmp(d->tipo, "manifesto") != 0)
			continue;
		to = nodo_elem(s->op->a, s->p->parti, "firma");
		nodo_elem_text(s->op->a, to, "percorso", d->percorso);
		nodo_elem_text(s->op->a, to, "chiave", nodo_value(s->op->a,
		    d->nodo, "chiave"));
	}
}

/* ---- all of it ---- */

static int
take_tree(struct sguardo *s)
{
	char tree[COMMIT_LEN + 1];
	int r;

	if ((r = folder_walk(s->v.storia, s->v.head, "", check_path,
	    s)) != 0 ||
	    (r = folder_tree(tree, s->v.storia, s->v.head, "")) != 0)
		return r;
	s->p->head = arena_strdup(s->op->a, s->v.head);
	s->p->albero = arena_strdup(s->op->a, tree);
	return 0;
}

static int
look(struct sguardo *s, const struct ente_altrui *di)
{
	int r;

	if ((r = pacchetto_esamina(&s->v)) != 0)
		return pacchetto_loro(&s->v, s->v.dir, r);
	if (s->v.difetti > 0)
		return 0;
	s->p->indice = s->v.indice;
	s->p->impronta = arena_strdup(s->op->a, s->v.impronta);
	sort_index(s);
	if (strncmp(nodo_value(s->op->a, s->v.indice, "volume/riferimento"),
	    "CS-", 3) != 0)
		pacchetto_difetto(&s->v, PACCHETTO_INDICE,
		    "non è il pacchetto di una cartella");
	if ((r = take_tree(s)) != 0 || (r = take_attachments(s)) != 0 ||
	    (r = take_documents(s)) != 0 || s->v.difetti > 0 ||
	    (r = keep_proofs(s, di->ritorna)) != 0 ||
	    (r = note_numbers(s)) != 0)
		return r;
	note_signatures(s);
	return 0;
}

int
acquisire_guarda(struct pacchetto_altrui **out, struct op *op, int dirfd,
    const char *sottodir, const struct ente_altrui *di)
{
	struct pacchetto_attesa who = { di->ipa, di->chiave, di->pubblica,
	    di->n };
	struct sguardo s = { .op = op };
	int r;

	*out = NULL;
	s.p = arena_alloc(op->a, sizeof *s.p);
	s.p->di = di;
	s.p->con_fascio = di->ritorna;
	s.p->parti = nodo_new(op->a, "parti");
	s.v = (struct pacchetto_visto){ .a = op->a, .attesa = &who,
	    .fn = tell, .prendi = take_history, .arg = &s,
	    .dir = arena_printf(op->a, "/proc/self/fd/%d%s%s", dirfd,
	    sottodir[0] != '\0' ? "/" : "", sottodir) };
	r = look(&s, di);
	folder_close(s.v.storia);
	if (r == 0 && s.v.difetti == 0)
		*out = s.p;
	return r;
}
