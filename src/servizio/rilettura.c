/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * rilettura.c - folders → commits → acts in order → the same rows an act
 * writes, by the same functions.
 *
 * Finds: a broken link, a gap, a document that is missing, has other bytes,
 * is not in the deterministic form or not valid; a commit that no act owns; a
 * lapide without its espunzione or scarto, and the reverse.
 */
#include "servizio/rilettura.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "atti/avanza.h"
#include "base/buf.h"
#include "base/clock.h"
#include "base/file.h"
#include "documenti/anello.h"
#include "documenti/forma.h"
#include "documenti/percorso.h"
#include "documenti/provenienza.h"
#include "documenti/scarto.h"
#include "registro/salvataggi.h"
#include "servizio/innesti.h"
#include "servizio/lapidi.h"

struct passo {			/* one commit: the part of an act in a folder */
	int64_t seq;
	const char *cartella;
	char commit[COMMIT_LEN + 1], parent[COMMIT_LEN + 1];
	char prima[COMMIT_LEN + 1];	/* head of the history of others that
					 * it goes on from; "" */
	const char *autore;
	int64_t ora;			/* seconds UTC */
};

struct lettore {
	struct arena *a;		/* names and steps */
	struct store *st;
	struct registro *nuovo;		/* that is being filled, */
	bool confronta;			/* or held against each act */
	struct conto *conto;
	const struct ascolto *l;
	struct passo *passi;
	size_t n, cap;
	const char *cartella;		/* whose history is being read */
	const struct rilettura_fin *fin;	/* NULL: all there is */
	const char *fermo;		/* the commit to stop at; "" */
	int64_t seguente;		/* act of the commit that follows */
	char precedente[IMPRONTA_LEN + 1];
	struct lapidi *lapidi;		/* read so far */
};

void
dico(struct conto *c, const struct ascolto *l, bool nota, const char *luogo,
    const char *fmt, ...)
{
	char text[1024];
	va_list ap;

	va_start(ap, fmt);
	vsnprintf(text, sizeof text, fmt, ap);
	va_end(ap);
	if (nota)
		c->note++;
	else
		c->difetti++;
	if (l->difetto != NULL)
		l->difetto(l->arg, nota, luogo, text);
}

int
completa(struct conto *c, struct store *st, const struct ascolto *l)
{
	int r;

	if ((r = store_current(st)) != 0)
		return r;
	if (avanza(st) != 0) {
		dico(c, l, true, "registro", "%s", err_msg());
		err_clear();
	}
	return 0;
}

/* ---- which commits ---- */

static int
add_step(void *arg, const struct git_commit_info *c)
{
	struct lettore *x = arg;
	const char *trailer = strstr(c->messaggio, "\nAtto: ");
	const char *before = strstr(c->messaggio, "\n" FOLDER_PRIMA);
	struct passo *p;

	if (strcmp(c->id, x->fermo) == 0)
		return 1;
	if (trailer == NULL) {
		dico(x->conto, x->l, false, x->cartella,
		    "il commit %.12s non appartiene a nessun atto", c->id);
		return 0;
	}
	if (x->n == x->cap) {
		x->cap = x->cap ? x->cap * 2 : 1024;
		x->passi = realloc(x->passi, x->cap * sizeof *x->passi);
		if (x->passi == NULL)
			abort();
	}
	p = &x->passi[x->n++];
	p->seq = strtoll(trailer + 7, NULL, 10);
	/* newest first; an act makes one commit at most in a folder */
	if (p->seq >= x->seguente)
		dico(x->conto, x->l, false, x->cartella, "il commit %.12s è "
		    "dell'atto %lld e ne precede uno dell'atto %lld", c->id,
		    (long long)p->seq, (long long)x->seguente);
	x->seguente = p->seq;
	p->cartella = x->cartella;
	p->autore = arena_strdup(x->a, c->autore);
	p->ora = c->ora;
	memcpy(p->commit, c->id, sizeof p->commit);
	memcpy(p->parent, c->parent, sizeof p->parent);
	p->prima[0] = '\0';
	/* theirs has gone with its provenienza (op_riscrivi) */
	if (before == NULL || c->parent[0] == '\0')
		return 0;
	if (strncmp(before + 1 + strlen(FOLDER_PRIMA), c->parent,
	    COMMIT_LEN) != 0)
		dico(x->conto, x->l, false, x->cartella, "il commit %.12s dice "
		    "di seguire un'altra storia", c->id);
	/* what is before belongs to others */
	memcpy(p->prima, c->parent, sizeof p->prima);
	p->parent[0] = '\0';
	return 1;
}

/* ---- which of them are of the moment ---- */

static int
by_folder(const void *key, const void *element)
{
	return strcmp(key, ((const struct testa *)element)->cartella);
}

static int
is_it(void *arg, const struct git_commit_info *c)
{
	return strcmp(arg, c->id) == 0;
}

static int
act_of(void *arg, const struct git_commit_info *c)
{
	const char *trailer = strstr(c->messaggio, "\nAtto: ");

	*(int64_t *)arg = trailer != NULL ?
	    strtoll(trailer + 7, NULL, 10) : 0;
	return 1;
}

/* Makes of the head that the branch has the one it had then; "" when it had
 * none.  A branch that is not where it could be is read as it is. */
static int
head_then(char head[COMMIT_LEN + 1], struct lettore *x, struct folder *f,
    const char *nome)
{
	const struct testa *t;
	int64_t act = 0;
	int r;

	if (x->fin == NULL || head[0] == '\0')
		return 0;
	t = x->fin->n == 0 ? NULL : bsearch(nome, x->fin->teste,
	    (size_t)x->fin->n, sizeof *t, by_folder);
	if (t == NULL) {
		r = folder_history(f, head, act_of, &act);
		if (act > x->fin->ultimo)
			head[0] = '\0';
		return r < 0 ? r : 0;
	}
	if (strlen(t->commit) != COMMIT_LEN || strcmp(t->commit, head) == 0)
		return 0;
	if ((r = folder_history(f, head, is_it,
	    (void *)(intptr_t)t->commit)) == 1)
		memcpy(head, t->commit, COMMIT_LEN);
	return r < 0 ? r : 0;
}

static int
read_history(struct lettore *x, const char *nome)
{
	char head[COMMIT_LEN + 1];
	struct folder *f;
	bool had = false;
	int r;

	x->cartella = nome;
	x->seguente = INT64_MAX;
	x->conto->cartelle++;
	if (folder_begun(store_path(x->a, x->st, nome)))
		return 0;
	if ((r = store_folder(&f, x->st, nome, false)) != 0 ||
	    (r = folder_head(head, f)) != 0 ||
	    (had = head[0] != '\0',
	    r = head_then(head, x, f, nome)) != 0 ||
	    (head[0] != '\0' &&
	    (r = folder_history(f, head, add_step, x)) < 0)) {
		dico(x->conto, x->l, false, nome, "non si legge: %s",
		    err_msg());
		err_clear();
	} else if (had && head[0] == '\0') {
		return 0;		/* made later */
	}
	return 0;
}

static int
by_seq(const void *a, const void *b)
{
	const struct passo *x = a, *y = b;

	if (x->seq != y->seq)
		return x->seq < y->seq ? -1 : 1;
	return strcmp(x->cartella, y->cartella);
}

/* ---- one act ---- */

static void
wrong(struct lettore *x, const struct passo *p, const char *path)
{
	char place[512];

	snprintf(place, sizeof place, "%s %s", p->cartella, path);
	dico(x->conto, x->l, false, place, "atto %lld: %s", (long long)p->seq,
	    err_msg());
	err_clear();
}

/* The journal entry among the files a commit brought; "" when none. */
static const char *
journal_of(char *const *changed)
{
	const char *journal = "";

	for (; changed != NULL && *changed != NULL; changed++)
		if ((*changed)[0] != '-' &&
		    strncmp(*changed + 1, "atti/", 5) == 0)
			journal = *changed + 1;
	return journal;
}

/* What each commit brought; NULL of one that cannot be read, which is told. */
static char ***
changes_of(struct lettore *x, struct arena *a, const struct passo *p, size_t n)
{
	char ***changed = arena_alloc(a, n * sizeof *changed);
	struct folder *f;
	size_t i;

	for (i = 0; i < n; i++)
		if (store_folder(&f, x->st, p[i].cartella, false) != 0 ||
		    folder_changes(&changed[i], a, f, p[i].parent,
		    p[i].commit) != 0) {
			changed[i] = NULL;
			wrong(x, &p[i], "");
		}
	return changed;
}

static int
read_journal(struct anello **out, struct lettore *x, struct arena *a,
    const struct passo *p, const char *path)
{
	char impronta[IMPRONTA_LEN + 1];
	struct nodo *n, *busta;
	struct folder *f;
	AUTO_BUF b = { 0 };
	int r;

	if ((r = store_folder(&f, x->st, p->cartella, false)) != 0 ||
	    (r = folder_read(&b, f, p->commit, path)) != 0 ||
	    (r = forma_read(&n, a, b.data, b.len)) != 0 ||
	    (r = anello_read(out, a, n)) != 0)
		return r;
	busta = nodo_child(n, "istanza");
	busta_impronta(impronta, busta);
	if (strcmp(impronta, (*out)->istanza_impronta) != 0)
		return err_set(ERR_INVALID, "l'istanza nel giornale non ha "
		    "l'impronta scritta nell'anello");
	return 0;
}

static int
check_link(struct lettore *x, const struct anello *an, int64_t seq)
{
	char impronta[IMPRONTA_LEN + 1];

	anello_compute(impronta, an);
	if (strcmp(impronta, an->impronta) != 0)
		return err_set(ERR_INVALID, "l'anello è stato modificato");
	if (an->seq != seq)
		return err_set(ERR_INVALID, "l'anello è il numero %lld",
		    (long long)an->seq);
	if (strcmp(an->precedente, x->precedente) != 0)
		return err_set(ERR_INVALID, "non segue l'anello precedente");
	return 0;
}

/* The step of this act in that folder. */
static const struct passo *
step_in(const struct passo *p, size_t n, const char *cartella)
{
	size_t i;

	for (i = 0; i < n; i++)
		if (strcmp(p[i].cartella, cartella) == 0)
			return &p[i];
	return NULL;
}

/*
 * Other bytes than those of the link: a lapide of that very document, which an
 * espunzione or a scarto will have to name, or a defect.  *doc: what one of a
 * cover stands for.
 */
static int
read_lapide(struct lettore *x, struct arena *a, const struct passo *p,
    struct anello_documento *d, const char **tipo, struct nodo **doc,
    const struct buf *b)
{
	struct nodo *lapide;

	if (forma_read(&lapide, a, b->data, b->len) != 0 ||
	    lapide_di(tipo, a, lapide, d) != 1)
		return err_set(ERR_INVALID,
		    "i byte non sono quelli dell'impronta registrata");
	d->id = NULL;
	*doc = scarto_copertina(a, lapide);
	lapidi_letta(x->lapidi, p->seq, d, b);
	return 0;
}

static int
read_document(struct lettore *x, struct arena *a, const struct passo *p,
    struct anello_documento *d, const char **tipo, struct nodo **doc)
{
	char impronta[IMPRONTA_LEN + 1], segno[SEGNO_LEN + 1] = "";
	AUTO_BUF b = { 0 };
	struct folder *f;
	int r;

	*doc = NULL;
	*tipo = percorso_tipo(d->percorso);
	if ((r = store_folder(&f, x->st, d->cartella, false)) != 0 ||
	    (r = folder_read(&b, f, p->commit, d->percorso)) != 0)
		return r;
	hash_hex(impronta, buf_str(&b), b.len);
	if (strcmp(impronta, d->impronta) != 0)
		return read_lapide(x, a, p, d, tipo, doc, &b);
	x->conto->documenti++;
	if (*tipo != NULL)
		return 0;
	if ((r = store_forma(doc, a, x->st, x->nuovo, b.data,
	    b.len)) != 0)
		return r;
	*tipo = (*doc)->nome;
	if ((d->id = nodo_attr(*doc, "id")) != NULL)
		documento_segno(segno, d->id);
	if (strcmp(segno, d->segno) != 0)
		return err_set(ERR_INVALID, "non ha l'id che dice l'anello");
	return lapidi_nominate(x->lapidi, a, d->cartella, *doc);
}

static void
read_documents(struct lettore *x, struct arena *a, const struct passo *p,
    size_t n, struct anello *an, const char **tipi, struct nodo **docs)
{
	const struct passo *step;
	int i;

	for (i = 0; i < an->n_documenti; i++) {
		step = step_in(p, n, an->documenti[i].cartella);
		if (step == NULL)
			err_set(ERR_INVALID, "manca il commit dell'atto in %s",
			    an->documenti[i].cartella);
		if (step == NULL || read_document(x, a, step,
		    &an->documenti[i], &tipi[i], &docs[i]) != 0) {
			wrong(x, step != NULL ? step : p,
			    an->documenti[i].percorso);
		}
		if (tipi[i] == NULL)
			tipi[i] = "illeggibile";
	}
}

static void
innesto_wrong(void *arg, const char *cartella, const char *percorso,
    int64_t seq)
{
	struct lettore *x = arg;
	const struct passo p = { .seq = seq, .cartella = cartella };

	wrong(x, &p, percorso);
}

/* What came of others with the act, as the provenienza among docs says. */
static int
read_others(struct innesto **out, struct lettore *x, struct arena *a,
    const struct passo *p, size_t n, const struct anello *an,
    struct nodo **docs)
{
	const struct passo *step;
	int i;

	*out = NULL;
	for (i = 0; i < an->n_documenti; i++) {
		step = step_in(p, n, an->documenti[i].cartella);
		if (docs[i] == NULL || step == NULL ||
		    strcmp(docs[i]->nome, PROVENIENZA) != 0)
			continue;
		return innesto_leggi(out, a, x->st, &(struct innesto_dove){
		    an->seq, an->ora, step->cartella, step->commit,
		    step->prima }, docs[i], innesto_wrong, x);
	}
	for (i = 0; i < (int)n; i++)
		if (p[i].prima[0] != '\0') {
			err_set(ERR_INVALID, "segue una storia di altri, e non "
			    "ha la sua provenienza");
			wrong(x, &p[i], "");
		}
	return 0;
}

/* The rows of a register that has them already. */
static int
compare_rows(struct lettore *x, struct arena *a, const struct passo *p,
    size_t n, const struct anello *an, const char *journal,
    const char *const *tipi)
{
	char impronta[IMPRONTA_LEN + 1];
	const char *giornale, **types;
	struct anello has;
	size_t k;
	int r, i;

	if ((r = registro_anello_leggi(&has, &giornale, &types, a, x->nuovo,
	    an->seq)) != 0)
		return r;
	anello_compute(impronta, &has);
	if (strcmp(impronta, an->impronta) != 0 ||
	    strcmp(has.impronta, an->impronta) != 0 ||
	    strcmp(giornale, journal) != 0 ||
	    has.n_documenti != an->n_documenti)
		return err_set(ERR_INVALID, "nel registro è un altro");
	for (i = 0; i < an->n_documenti; i++)
		if (strcmp(types[i], tipi[i]) != 0)
			return err_set(ERR_INVALID, "nel registro %s è «%s»",
			    an->documenti[i].percorso, types[i]);
	for (k = 0; k < n; k++)
		if ((r = registro_ha_posto(x->nuovo, p[k].cartella,
		    p[k].commit)) != 1)
			return r < 0 ? r : err_set(ERR_INVALID, "nel registro "
			    "non ha il commit %.12s", p[k].commit);
	return 0;
}

/* Art. 53 DPR 445/2000: its day is the one on which it was made. */
static int
check_time(struct lettore *x, const struct anello *an, const char *tipo,
    const struct nodo *doc)
{
	const char *ora;

	if (strcmp(tipo, "registrazione") != 0)
		return 0;
	ora = nodo_value(x->a, doc, "ora");
	return ora != NULL && strcmp(ora, an->ora) == 0 ? 0 :
	    err_set(ERR_INVALID, "la registrazione ha un'altra ora del suo "
	    "atto");
}

static int
write_rows(struct lettore *x, const struct passo *p, size_t n,
    const struct anello *an, const char *journal, const char **tipi,
    struct nodo **docs, const struct innesto *altrui)
{
	size_t k;
	int r, i;

	if ((r = registro_anello(x->nuovo, an, journal, tipi)) != 0)
		return r;
	for (i = 0; i < an->n_documenti; i++) {
		struct posizione pos = { an->seq, an->ora,
		    an->documenti[i].cartella, an->documenti[i].percorso,
		    anello_id(&an->documenti[i]), an->documenti[i].impronta,
		    tipi[i] };

		if ((r = check_time(x, an, tipi[i], docs[i])) != 0 ||
		    (r = registro_proietta(x->nuovo, &pos, docs[i])) != 0)
			return r;
	}
	if (altrui != NULL && (r = registro_proietta_altrui(x->nuovo,
	    altrui->posizione, altrui->doc, altrui->n)) != 0)
		return r;
	for (k = 0; k < n; k++)
		if ((r = registro_posto(x->nuovo, an->seq, p[k].cartella,
		    p[k].commit)) != 0)
			return r;
	return 0;
}

/* Files that a commit brought and the act's link does not name. */
static void
check_extra(struct lettore *x, const struct passo *p, char *const *changed,
    const struct anello *an, const char *journal,
    const struct innesto *altrui)
{
	int i, j;

	for (i = 0; changed != NULL && changed[i] != NULL; i++) {
		if (altrui != NULL && innesto_suo(altrui, p->cartella,
		    changed[i] + 1))
			continue;
		for (j = 0; j < an->n_documenti; j++)
			if (strcmp(an->documenti[j].cartella,
			    p->cartella) == 0 && strcmp(
			    an->documenti[j].percorso, changed[i] + 1) == 0)
				break;
		if (j == an->n_documenti &&
		    strcmp(changed[i] + 1, journal) != 0) {
			err_set(ERR_INVALID,
			    "è nel commit ma l'atto non lo nomina");
			wrong(x, p, changed[i] + 1);
		}
	}
}

/* The folders of the link are those of the commits, and the journal stands
 * in the first. */
static int
check_folders(const struct anello *an, const struct passo *p, size_t n,
    size_t home)
{
	size_t i;
	int j;

	if (strcmp(an->cartelle[0], p[home].cartella) != 0)
		return err_set(ERR_INVALID, "il giornale dovrebbe stare in %s",
		    an->cartelle[0]);
	for (i = 0; i < n; i++) {
		for (j = 0; j < an->n_cartelle; j++)
			if (strcmp(an->cartelle[j], p[i].cartella) == 0)
				break;
		if (j == an->n_cartelle)
			return err_set(ERR_INVALID, "ha un commit in %s, che "
			    "l'anello non nomina", p[i].cartella);
	}
	for (j = 0; j < an->n_cartelle; j++)
		if (step_in(p, n, an->cartelle[j]) == NULL)
			return err_set(ERR_INVALID,
			    "manca il suo commit in %s", an->cartelle[j]);
	return 0;
}

/* Who did it, and when, is in its commits too. */
static int
check_authors(const struct anello *an, const struct passo *p, size_t n)
{
	int64_t ora;
	size_t i;
	int r;

	if ((r = clock_parse(&ora, an->ora)) != 0)
		return r;
	for (i = 0; i < n; i++)
		if (strcmp(p[i].autore, an->operatore) != 0 || p[i].ora != ora)
			return err_set(ERR_INVALID, "il commit %.12s in %s è "
			    "di un altro, o di un'altra ora", p[i].commit,
			    p[i].cartella);
	return 0;
}

/* All commits of one act: p[0] … p[n-1]. */
static int
read_act(struct lettore *x, const struct passo *p, size_t n, int64_t expected)
{
	AUTO(arena) a = arena_new();
	const char *journal = "", **tipi;
	struct innesto *altrui;
	struct anello *an = NULL;
	struct nodo **docs;
	char ***changed;
	size_t i, home = 0;
	int r;

	if (p->seq != expected)
		dico(x->conto, x->l, false, "catena", "manca l'atto %lld",
		    (long long)expected);
	changed = changes_of(x, a, p, n);
	for (i = 0; i < n && journal[0] == '\0'; i++) {
		home = i;
		journal = journal_of(changed[i]);
	}
	if (journal[0] == '\0') {
		dico(x->conto, x->l, false, p->cartella,
		    "l'atto %lld non ha la sua voce di giornale",
		    (long long)p->seq);
		return 0;
	}
	if (read_journal(&an, x, a, &p[home], journal) != 0) {
		wrong(x, &p[home], journal);
		return 0;
	}
	if (check_link(x, an, p->seq) != 0 ||
	    check_folders(an, p, n, home) != 0 ||
	    check_authors(an, p, n) != 0)
		wrong(x, &p[home], journal);
	memcpy(x->precedente, an->impronta, sizeof x->precedente);
	tipi = arena_alloc(a, (size_t)an->n_documenti * sizeof *tipi + 1);
	docs = arena_alloc(a, (size_t)an->n_documenti *
	    sizeof(struct nodo *) + 1);
	read_documents(x, a, p, n, an, tipi, docs);
	if ((r = read_others(&altrui, x, a, p, n, an, docs)) != 0)
		return r;
	for (i = 0; i < n; i++)
		check_extra(x, &p[i], changed[i], an, journal, altrui);
	x->conto->atti++;
	r = x->confronta ? compare_rows(x, a, p, n, an, journal, tipi) :
	    write_rows(x, p, n, an, journal, tipi, docs, altrui);
	if (r != 0)
		wrong(x, &p[home], journal);
	return 0;
}

static int
read_acts(struct lettore *x, int64_t expected)
{
	size_t i, n;
	int r;

	for (i = 0; i < x->n; i += n) {
		for (n = 1; i + n < x->n &&
		    x->passi[i + n].seq == x->passi[i].seq; n++)
			continue;
		if ((r = read_act(x, &x->passi[i], n, expected)) != 0)
			return r;
		expected = x->passi[i].seq + 1;
		if (x->l->avanzamento != NULL)
			x->l->avanzamento(x->l->arg, "atti", x->passi[i].seq,
			    x->passi[x->n - 1].seq);
	}
	return 0;
}

/* ---- heads ---- */

static int
write_heads(struct lettore *x, char **folders)
{
	char head[COMMIT_LEN + 1];
	struct folder *f;
	int r, i, atti;

	for (i = 0; folders[i] != NULL; i++) {
		if (store_folder(&f, x->st, folders[i], false) != 0 ||
		    folder_head(head, f) != 0 || head[0] == '\0') {
			err_clear();
			continue;
		}
		if ((r = registro_giornale(&atti, x->nuovo, folders[i])) != 0 ||
		    (r = registro_testa_set(x->nuovo, folders[i], head,
		    atti)) != 0)
			return r;
	}
	return 0;
}

static int
fill(struct lettore *x)
{
	char **folders;
	int r, i;

	if ((r = rilettura_folders(&folders, x->a, x->st)) != 0)
		return r;
	for (i = 0; folders[i] != NULL; i++) {
		if ((r = read_history(x, folders[i])) != 0)
			return r;
		if (x->l->avanzamento != NULL)
			x->l->avanzamento(x->l->arg, "cartelle", i + 1, 0);
	}
	if (x->n > 1)
		qsort(x->passi, x->n, sizeof *x->passi, by_seq);
	if ((r = registro_begin(x->nuovo)) != 0 ||
	    (r = read_acts(x, 1)) != 0 || (r = write_heads(x, folders)) != 0)
		return r;
	lapidi_sole(x->lapidi, x->conto, x->l);
	return registro_commit(x->nuovo);
}

int
rilettura(struct conto *out, struct store *st, const char *path, int come,
    const struct rilettura_fin *fin, const struct ascolto *l)
{
	AUTO(arena) a = arena_new();
	AUTO(registro) nuovo = NULL;
	struct lettore x = { .a = a, .st = st, .conto = out, .l = l,
	    .fin = fin, .fermo = "", .lapidi = lapidi_new(a) };
	int r;

	memcpy(x.precedente, ANELLO_GENESI, sizeof x.precedente);
	if ((r = registro_open(&nuovo, path, REGISTRO_CREATE | come)) != 0)
		return r;
	x.nuovo = nuovo;
	r = fill(&x);
	free(x.passi);
	return r;
}

/* ---- only what was done behind an act ---- */

static void
read_stretch(struct lettore *x, const struct rilettura_tratto *t, int i)
{
	struct folder *f;

	x->cartella = t->cartelle[i].cartella;
	x->fermo = t->cartelle[i].prima;
	x->seguente = INT64_MAX;
	if (store_folder(&f, x->st, x->cartella, false) != 0 ||
	    folder_history(f, t->cartelle[i].testa, add_step, x) < 0) {
		dico(x->conto, x->l, false, x->cartella, "non si legge: %s",
		    err_msg());
		err_clear();
	}
	x->conto->cartelle++;
}

int
rilettura_tratto(struct conto *out, struct store *st,
    const struct rilettura_tratto *t, const struct ascolto *l)
{
	AUTO(arena) a = arena_new();
	struct lettore x = { .a = a, .st = st, .conto = out, .l = l,
	    .nuovo = st->registro, .confronta = true,
	    .lapidi = lapidi_new(a) };
	int r, i;

	memcpy(x.precedente, t->anello, sizeof x.precedente);
	for (i = 0; i < t->n; i++)
		read_stretch(&x, t, i);
	if (x.n > 1)
		qsort(x.passi, x.n, sizeof *x.passi, by_seq);
	r = read_acts(&x, t->dopo + 1);
	if (r == 0 && t->fino != (x.n > 0 ? x.passi[x.n - 1].seq : t->dopo))
		dico(out, l, false, "catena", "manca l'atto %lld",
		    (long long)t->fino);
	lapidi_sole(x.lapidi, out, l);
	free(x.passi);
	return r;
}
