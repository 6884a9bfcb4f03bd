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
#include "servizio/anticipo.h"
#include "servizio/innesti.h"
#include "servizio/lapidi.h"
#include "servizio/passi.h"

#define PEZZO 64		/* steps that are read ahead together */

struct rilettura {
	struct arena *a;
	struct store *st;
	struct registro *nuovo;		/* that is being filled, */
	bool confronta;			/* or held against each act */
	struct conto *conto;
	const struct ascolto *l;
	char **cartelle;		/* on the disk */
	struct passi passi;
	size_t *pezzo;			/* where each begins; and the end */
	int n_pezzi;
	struct cursor davanti;		/* what was read ahead, of the next act */
	struct anticipo letto;		/* and of this one, whose steps begin */
	const struct passo *primo;	/* here */
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

/* ---- one act ---- */

static void
wrong(struct rilettura *x, const struct passo *p, const char *path)
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
changes_of(struct rilettura *x, struct arena *a, const struct passo *p, size_t n)
{
	char ***changed = arena_alloc(a, n * sizeof *changed);
	struct folder *f;
	size_t i;

	for (i = 0; i < n; i++) {
		if (x->letto.cambi != NULL && x->letto.cambi[i] != NULL) {
			changed[i] = x->letto.cambi[i];
		} else if (store_folder(&f, x->st, p[i].cartella, false) != 0 ||
		    folder_changes(&changed[i], a, f, p[i].parent,
		    p[i].commit) != 0) {
			changed[i] = NULL;
			wrong(x, &p[i], "");
		}
	}
	return changed;
}

/* As it was read ahead; NULL: it was not. */
static const struct letto *
ahead(const struct rilettura *x, const struct passo *p, const char *path)
{
	return anticipo_letto(&x->letto, (size_t)(p - x->primo), path);
}

static int
journal_tree(struct nodo **out, struct rilettura *x, struct arena *a,
    const struct passo *p, const char *path)
{
	const struct letto *l = ahead(x, p, path);
	struct folder *f;
	AUTO_BUF b = { 0 };
	int r;

	if (l != NULL) {
		*out = l->doc;
		return 0;
	}
	if ((r = store_folder(&f, x->st, p->cartella, false)) != 0 ||
	    (r = folder_read(&b, f, p->commit, path)) != 0)
		return r;
	return forma_read(out, a, b.data, b.len);
}

static int
read_journal(struct anello **out, struct rilettura *x, struct arena *a,
    const struct passo *p, const char *path)
{
	char impronta[IMPRONTA_LEN + 1];
	struct nodo *n, *busta;
	int r;

	if ((r = journal_tree(&n, x, a, p, path)) != 0 ||
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
check_link(struct rilettura *x, const struct anello *an, int64_t seq)
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
read_lapide(struct rilettura *x, struct arena *a, const struct passo *p,
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

/* 1: *doc is one of ours, as the link names it; 0: there is no more to it. */
static int
read_bytes(struct rilettura *x, struct arena *a, const struct passo *p,
    struct anello_documento *d, const char **tipo, struct nodo **doc)
{
	const struct letto *l = ahead(x, p, d->percorso);
	char impronta[IMPRONTA_LEN + 1];
	AUTO_BUF b = { 0 };
	struct folder *f;
	int r;

	if (l != NULL && strcmp(l->impronta, d->impronta) == 0) {
		x->conto->documenti++;
		*doc = l->doc;
		return 1;
	}
	if ((r = store_folder(&f, x->st, d->cartella, false)) != 0 ||
	    (r = folder_read(&b, f, p->commit, d->percorso)) != 0)
		return r;
	hash_hex(impronta, buf_str(&b), b.len);
	if (strcmp(impronta, d->impronta) != 0)
		return read_lapide(x, a, p, d, tipo, doc, &b);
	x->conto->documenti++;
	if (*tipo != NULL)
		return 0;
	r = store_forma(doc, a, x->st, x->nuovo, b.data, b.len);
	return r != 0 ? r : 1;
}

static int
read_document(struct rilettura *x, struct arena *a, const struct passo *p,
    struct anello_documento *d, const char **tipo, struct nodo **doc)
{
	char segno[SEGNO_LEN + 1] = "";
	int r;

	*doc = NULL;
	*tipo = percorso_tipo(d->percorso);
	if ((r = read_bytes(x, a, p, d, tipo, doc)) != 1)
		return r;
	*tipo = (*doc)->nome;
	if ((d->id = nodo_attr(*doc, "id")) != NULL)
		documento_segno(segno, d->id);
	if (strcmp(segno, d->segno) != 0)
		return err_set(ERR_INVALID, "non ha l'id che dice l'anello");
	return lapidi_nominate(x->lapidi, a, d->cartella, *doc);
}

static void
read_documents(struct rilettura *x, struct arena *a, const struct passo *p,
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
	struct rilettura *x = arg;
	const struct passo p = { .seq = seq, .cartella = cartella };

	wrong(x, &p, percorso);
}

/* What came of others with the act, as the provenienza among docs says. */
static int
read_others(struct innesto **out, struct rilettura *x, struct arena *a,
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
compare_rows(struct rilettura *x, struct arena *a, const struct passo *p,
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
check_time(struct rilettura *x, const struct anello *an, const char *tipo,
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
write_rows(struct rilettura *x, const struct passo *p, size_t n,
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
check_extra(struct rilettura *x, const struct passo *p, char *const *changed,
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

static void
take_ahead(struct rilettura *x, struct arena *a, const struct passo *p,
    size_t n)
{
	x->primo = p;
	x->letto = (struct anticipo){ 0 };
	if (x->davanti.left > 0 &&
	    anticipo_atto(&x->letto, a, &x->davanti, n) != 0) {
		err_clear();
		x->davanti.left = 0;	/* all of it is read here */
	}
}

/* All commits of one act: p[0] … p[n-1]. */
static int
read_act(struct rilettura *x, const struct passo *p, size_t n, int64_t expected)
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
	take_ahead(x, a, p, n);
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
read_acts(struct rilettura *x, size_t from, size_t to, int64_t *expected)
{
	const struct passi *all = &x->passi;
	size_t i, n;
	int r;

	for (i = from; i < to; i += n) {
		n = passi_atto(all, i);
		if ((r = read_act(x, &all->passo[i], n, *expected)) != 0)
			return r;
		*expected = all->passo[i].seq + 1;
		if (x->l->avanzamento != NULL)
			x->l->avanzamento(x->l->arg, "atti", all->passo[i].seq,
			    all->passo[all->n - 1].seq);
	}
	return 0;
}

/* ---- pieces, so that others may read ahead ---- */

static void
cut(struct rilettura *x)
{
	const struct passi *all = &x->passi;
	size_t i, n;

	x->pezzo = arena_alloc(x->a, (all->n / PEZZO + 2) * sizeof *x->pezzo);
	for (i = 0; i < all->n; i = n) {
		x->pezzo[x->n_pezzi++] = i;
		for (n = i; n < all->n && n < i + PEZZO;
		    n += passi_atto(all, n))
			continue;
	}
	x->pezzo[x->n_pezzi] = all->n;
}

int
rilettura_pezzi(const struct rilettura *x)
{
	return x->n_pezzi;
}

void
rilettura_pezzo(const struct rilettura *x, int i, struct buf *out)
{
	anticipo_leggi(out, x->st, &x->passi, x->pezzo[i], x->pezzo[i + 1]);
}

static int
read_pieces(struct rilettura *x, struct squadra *s)
{
	int64_t expected = 1;
	int r, i;

	for (i = 0; i < x->n_pezzi; i++) {
		AUTO_BUF b = { 0 };

		x->davanti = (struct cursor){ 0 };
		if (s != NULL && squadra_fila(&b, s, i))
			x->davanti = (struct cursor){
			    (const unsigned char *)b.data, b.len };
		if ((r = read_acts(x, x->pezzo[i], x->pezzo[i + 1],
		    &expected)) != 0)
			return r;
	}
	return 0;
}

/* ---- heads ---- */

static int
write_heads(struct rilettura *x, char **folders)
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
fill(struct rilettura *x, struct squadra *s)
{
	int r;

	if ((r = registro_begin(x->nuovo)) != 0 ||
	    (r = read_pieces(x, s)) != 0 ||
	    (r = write_heads(x, x->cartelle)) != 0)
		return r;
	lapidi_sole(x->lapidi, x->conto, x->l);
	return registro_commit(x->nuovo);
}

static void
start(struct rilettura *x, struct conto *conto, struct store *st,
    const struct ascolto *l)
{
	x->a = arena_new();
	x->st = st;
	x->conto = conto;
	x->l = l;
	x->passi = (struct passi){ .a = x->a, .conto = conto, .l = l };
	x->lapidi = lapidi_new(x->a);
	memcpy(x->precedente, ANELLO_GENESI, sizeof x->precedente);
}

void
rilettura_free(struct rilettura *x)
{
	if (x == NULL)
		return;
	passi_free(&x->passi);
	arena_free(x->a);
	free(x);
}

int
rilettura_prepara(struct rilettura **out, struct conto *conto,
    struct store *st, const struct rilettura_fin *fin,
    const struct ascolto *l)
{
	AUTO(rilettura) x = calloc(1, sizeof *x);
	int r;

	if (x == NULL)
		abort();
	start(x, conto, st, l);
	if ((r = rilettura_folders(&x->cartelle, x->a, st)) != 0)
		return r;
	passi_tutti(&x->passi, st, x->cartelle, fin);
	passi_ordina(&x->passi);
	cut(x);
	*out = MOVE(x);
	return 0;
}

int
rilettura_scrivi(struct rilettura *x, const char *path, int come,
    struct squadra *s)
{
	AUTO(registro) nuovo = NULL;
	int r;

	if ((r = registro_open(&nuovo, path, REGISTRO_CREATE | come)) != 0)
		return r;
	x->nuovo = nuovo;
	r = fill(x, s);
	x->nuovo = NULL;
	return r;
}

int
rilettura(struct conto *out, struct store *st, const char *path,
    const struct ascolto *l)
{
	AUTO(rilettura) x = NULL;
	int r;

	if ((r = rilettura_prepara(&x, out, st, NULL, l)) != 0)
		return r;
	return rilettura_scrivi(x, path, 0, NULL);
}

/* ---- only what was done behind an act ---- */

int
rilettura_tratto(struct conto *out, struct store *st,
    const struct rilettura_tratto *t, const struct ascolto *l)
{
	int64_t expected = t->dopo + 1;
	AUTO(rilettura) x = calloc(1, sizeof *x);
	int r, i;

	if (x == NULL)
		abort();
	start(x, out, st, l);
	x->nuovo = st->registro;
	x->confronta = true;
	memcpy(x->precedente, t->anello, sizeof x->precedente);
	for (i = 0; i < t->n; i++)
		passi_tratto(&x->passi, st, &t->cartelle[i]);
	passi_ordina(&x->passi);
	r = read_acts(x, 0, x->passi.n, &expected);
	if (r == 0 && t->fino != expected - 1)
		dico(out, l, false, "catena", "manca l'atto %lld",
		    (long long)t->fino);
	lapidi_sole(x->lapidi, out, l);
	return r;
}
