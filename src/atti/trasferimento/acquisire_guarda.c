/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * acquisire_guarda.c - the package of another body, looked at before anything
 * of it is kept (acquisire.h).
 *
 * Refuses, with a rilievo each: what pacchetto_esame.h refuses, and what is
 * wrong with its documents and its signatures; a path too long or too deep for
 * a folder of ours; a package that does not say who it is about.
 * Keeps: nothing of a package that is not whole; of one that is, its bytes wait
 * in transito/.  Norm: CAD art. 43; GDPR art. 32.
 */
#include <stdlib.h>
#include <string.h>

#include "atti/trasferimento/acquisire_interno.h"
#include "base/file.h"
#include "worker/worker.h"

#define DIFETTI_MAX 20		/* told of one package */
#define STEPS_MAX 24		/* of a path of theirs */
#define PATH_MAX_LEN 800	/* bytes of it */

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
			    &cap, sizeof(const struct nodo *));
			s->voce[s->n_voci++] = f;
		}
	if (s->n_voci > 1)
		qsort(s->voce, (size_t)s->n_voci,
		    sizeof(const struct nodo *), by_path);
}

const struct nodo *
acquisire_voce(struct sguardo *s, const char *nome)
{
	struct nodo *key = nodo_new(s->op->a, "file");
	const struct nodo *const *found, *k = key;

	nodo_set(s->op->a, key, "percorso", nome);
	found = s->n_voci == 0 ? NULL : bsearch(&k, s->voce,
	    (size_t)s->n_voci, sizeof(const struct nodo *), by_path);
	return found != NULL ? *found : NULL;
}

/* ---- paths ---- */

bool
acquisire_percorso_va(const char *path)
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
	if (!acquisire_percorso_va(path))
		pacchetto_difetto(&s->v, PACCHETTO_FASCIO, arena_printf(
		    s->op->a, "il percorso %.200s non è di quelli di una "
		    "cartella", path));
	return 0;
}

/* ---- attachments ---- */

int
acquisire_per_impronta(const void *a, const void *b)
{
	return strcmp(((const struct allegato_venuto *)a)->impronta,
	    ((const struct allegato_venuto *)b)->impronta);
}

static int
take_attachment(struct sguardo *s, const char *file)
{
	const char *want = pacchetto_elencato(&s->v, file);
	const char *nome = file + strlen(PACCHETTO_ALLEGATI);
	const struct nodo *e = acquisire_voce(s, file);
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
		    sizeof *s->p->allegati, acquisire_per_impronta);
	for (i = 1; i < s->p->n_allegati; i++)
		if (acquisire_per_impronta(&s->p->allegati[i - 1],
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

/* ---- old numbers ---- */

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
	    (r = acquisire_documenti(s)) != 0 || s->v.difetti > 0 ||
	    (r = acquisire_firme(s->p, s->op, &s->v)) != 0 ||
	    s->v.difetti > 0 || (r = keep_proofs(s, di->ritorna)) != 0)
		return r;
	return note_numbers(s);
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
