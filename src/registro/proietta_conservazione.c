/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * proietta_conservazione.c - what a document does to how long its cartella,
 * accesso or fascicolo is kept: facts are gathered from the rows, the massimario
 * makes of them an end and its reasons (documenti/massimario.h).
 *
 * Keeps: a row for each closed cartella, each closed accesso that became none,
 * and each closed fascicolo that stands in nothing else; a new massimario
 * computes all of them again.
 */
#include "registro/proietta.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "registro/conservazione.h"
#include "registro/query.h"
#include "registro/scarti.h"
#include "xml/xml.h"

/* ---- the massimario ---- */

struct massimario_letto {
	char *impronta;
	struct arena *a;
	struct massimario m;
};

void
massimario_letto_free(struct massimario_letto *m)
{
	if (m == NULL)
		return;
	arena_free(m->a);
	free(m);
}

static int
parse_table(struct massimario *out, struct arena *a, struct registro *r,
    int64_t seq)
{
	AUTO_STMT s = NULL;
	struct nodo *doc;
	const char *text;
	int e;

	if ((e = db_query(&s, r->db, Q_MASSIMARIO_TESTO, "i", seq)) != 0)
		return e;
	if ((e = stmt_step(s)) <= 0)
		return e < 0 ? e : err_set(ERR_FAULT, "manca un massimario");
	text = stmt_text(s, 0);
	if (xml_parse(&doc, a, text, strlen(text), XML_OURS) != 0)
		return err_prefix(ERR_FAULT, "massimario in vigore");
	massimario_read(out, a, doc);
	return 0;
}

/* It is known by its impronta: good also when its act is undone. */
int
registro_massimario(const struct massimario **out, struct registro *r)
{
	struct massimario_letto *x;
	AUTO_STMT s = NULL;
	int e;

	if ((e = db_query(&s, r->db, Q_MASSIMARIO_ULTIMO, "")) != 0 ||
	    (e = stmt_step(s)) < 0)
		return e;
	if (e == 0)
		return err_set(ERR_ABSENT, "l'ente non ha un massimario");
	x = r->massimario;
	if (x == NULL || strcmp(x->impronta, stmt_text(s, 0)) != 0) {
		if ((x = calloc(1, sizeof *x)) == NULL)
			abort();
		x->a = arena_new();
		x->impronta = stmt_dup(x->a, s, 0);
		if ((e = parse_table(&x->m, x->a, r, stmt_int(s, 1))) != 0) {
			massimario_letto_free(x);
			return e;
		}
		massimario_letto_free(r->massimario);
		r->massimario = x;
	}
	*out = &x->m;
	return 0;
}

/* ---- one row ---- */

static const struct {
	const char *cosa;
	int chiusa, fatti;
} kept[] = {
	[SERIE_CARTELLA] = { MASSIMARIO_CARTELLA, Q_CHIUSA_CS, Q_FATTI_CS },
	[SERIE_ACCESSO] = { MASSIMARIO_ACCESSO, Q_CHIUSA_AC, Q_FATTI_AC },
	[SERIE_FASCICOLO] = { MASSIMARIO_FASCICOLO, Q_CHIUSA_FA, Q_FATTI_FA },
};

static int
gather(struct fatti_conservazione *f, struct arena *a, struct registro *r,
    const struct numero *n)
{
	AUTO_STMT s = NULL;
	int e;

	if ((e = db_query(&s, r->db, kept[n->serie].fatti, "dds",
	    n->anno, n->progressivo, numero_folder(a, n))) != 0)
		return e;
	if ((e = stmt_step(s)) <= 0)
		return e < 0 ? e : err_set(ERR_FAULT, "%s non c'è",
		    numero_text(a, n));
	f->cosa = kept[n->serie].cosa;
	f->classifica = stmt_dup(a, s, 0);
	f->tipo = stmt_dup(a, s, 1);
	f->persone = (int)stmt_int(s, 2);
	f->senza_nascita = (int)stmt_int(s, 3);
	f->nascita = stmt_dup(a, s, 4);
	f->misure = (int)stmt_int(s, 5);
	f->senza_fine = (int)stmt_int(s, 6);
	f->fine_misura = stmt_dup(a, s, 7);
	f->registrazione = stmt_dup(a, s, 8);
	return 0;
}

/* The types of document in it and in what goes with it; one that stands in two
 * folders is said twice. */
static int
gather_documents(struct fatti_conservazione *f, struct arena *a,
    struct registro *r, const struct numero *n)
{
	struct documenti_conservati *list = NULL;
	int e, i, folders, used = 0, cap = 0;
	const char **folder;

	if ((e = registro_scarto_cartelle(&folder, &folders, a, r, n)) != 0)
		return e;
	for (i = 0; i < folders; i++) {
		AUTO_STMT s = NULL;

		if ((e = db_query(&s, r->db, Q_FATTI_TIPI, "s",
		    folder[i])) != 0)
			return e;
		while ((e = stmt_step(s)) == 1) {
			list = arena_more(a, list, used, &cap, sizeof *list);
			list[used++] = (struct documenti_conservati){
			    stmt_dup(a, s, 0), stmt_dup(a, s, 1) };
		}
		if (e != 0)
			return e;
	}
	f->documenti = list;
	f->n_documenti = used;
	return 0;
}

/* The day it was closed; *out NULL: it runs, or stands in something else. */
static int
closed_on(const char **out, struct arena *a, struct registro *r,
    const struct numero *n)
{
	AUTO_STMT s = NULL;
	int e;

	*out = NULL;
	if ((e = db_query(&s, r->db, kept[n->serie].chiusa, "dd", n->anno,
	    n->progressivo)) != 0)
		return e;
	if ((e = stmt_step(s)) < 0)
		return e;
	if (e == 1)
		*out = stmt_dup(a, s, 0);
	return 0;
}

static int
compute(struct registro *r, struct arena *a, const struct numero *n)
{
	struct fatti_conservazione f = { .cosa = NULL };
	const struct massimario *m = NULL;
	struct conservazione out;
	int e;

	if ((e = closed_on(&f.chiuso, a, r, n)) != 0)
		return e;
	if (f.chiuso == NULL)
		return db_run(r->db, Q_CONSERVAZIONE_TOGLI, "sdd",
		    numero_sigla(n->serie), n->anno, n->progressivo);
	if ((e = registro_massimario(&m, r)) == ERR_ABSENT) {
		err_clear();
		e = 0;
	}
	if (e != 0 || (e = gather(&f, a, r, n)) != 0 ||
	    (m != NULL && m->documenti &&
	    (e = gather_documents(&f, a, r, n)) != 0))
		return e;
	massimario_calcola(&out, a, m, &f);
	return db_run(r->db, Q_CONSERVAZIONE_SET, "sddssssd",
	    numero_sigla(n->serie), n->anno, n->progressivo,
	    conservazione_parola(out.esito), out.scade, out.perche,
	    n->serie == SERIE_ACCESSO ? out.classifica : NULL,
	    out.da_confermare ? 1 : 0);
}

/* In place: the cartella that an accesso became, or a fascicolo stands in. */
static int
kept_with(struct registro *r, struct numero *n)
{
	AUTO_STMT s = NULL;
	int e;

	if (n->serie == SERIE_CARTELLA)
		return 0;
	if ((e = db_query(&s, r->db, n->serie == SERIE_ACCESSO ?
	    Q_CARTELLA_DI : Q_CARTELLA_DI_FASCICOLO, "dd", n->anno,
	    n->progressivo)) != 0 || (e = stmt_step(s)) <= 0)
		return e;
	*n = (struct numero){ SERIE_CARTELLA, (int)stmt_int(s, 0),
	    (int)stmt_int(s, 1) };
	return 0;
}

int
conservazione_documento(struct registro *r, struct arena *a,
    const struct posizione *p, const struct nodo *doc)
{
	struct numero n, whole;
	int e;

	(void)doc;
	if (strncmp(p->cartella, "cartelle/", 9) != 0 &&
	    strncmp(p->cartella, "accessi/", 8) != 0 &&
	    strncmp(p->cartella, "fascicoli/", 10) != 0)
		return 0;
	if ((e = numero_of_folder(&n, p->cartella)) != 0)
		return e;
	whole = n;
	if ((e = kept_with(r, &whole)) != 0)
		return e;
	if (!numero_equal(&whole, &n) && (e = compute(r, a, &whole)) != 0)
		return e;
	return compute(r, a, &n);
}

int
registro_misura_finita(struct registro *r, const char *cartella,
    const char *percorso)
{
	int64_t over;
	int e = db_int(&over, r->db, Q_MISURA_FINITA, "ss", cartella, percorso);

	return e != 0 ? e : (int)over;
}

int
registro_conservabile(const char **perche, struct arena *a,
    struct registro *r, const struct numero *n, const char *giorno)
{
	struct fatti_conservazione f = { .chiuso = giorno };
	const struct massimario *m;
	struct conservazione out;
	int e;

	*perche = NULL;
	if ((e = registro_massimario(&m, r)) == ERR_ABSENT) {
		err_clear();
		return 0;
	}
	if (e != 0 || (e = gather(&f, a, r, n)) != 0)
		return e;
	massimario_calcola(&out, a, m, &f);
	if (out.esito == DA_CALCOLARE && f.senza_nascita + f.senza_fine > 0)
		*perche = out.perche;
	return 0;
}

/* ---- the documents of this subject ---- */

static int
compute_all(struct registro *r)
{
	struct numero n = { 0 };
	AUTO_STMT s = NULL;
	int e;

	if ((e = db_query(&s, r->db, Q_CHIUSE_TUTTE, "")) != 0)
		return e;
	while ((e = stmt_step(s)) == 1) {
		AUTO(arena) a = arena_new();

		n.serie = numero_serie(stmt_text(s, 0));
		n.anno = (int)stmt_int(s, 1);
		n.progressivo = (int)stmt_int(s, 2);
		if ((e = compute(r, a, &n)) != 0)
			return e;
	}
	return e;
}

int
proietta_massimario(struct registro *r, struct arena *a,
    const struct posizione *p, const struct nodo *doc)
{
	AUTO_BUF b = { 0 };
	int e;

	(void)a;
	nodo_write(&b, doc);
	if ((e = db_run(r->db, Q_MASSIMARIO_ADD, "iss", p->seq, p->impronta,
	    buf_str(&b))) != 0)
		return e;
	return compute_all(r);
}

/* Of a provvedimento that orders nothing there is no measure to end. */
static bool
orders(struct arena *a, const struct nodo *doc)
{
	return strcmp(doc->nome, "provvedimento") != 0 ||
	    DATO(a, doc, "dati/tipo") != NULL ||
	    DATO(a, doc, "dati/potesta") != NULL ||
	    DATO(a, doc, "dati/termine") != NULL;
}

/* What orders one, and where it says its end. */
static const char *const measures[][2] = {
	{ "provvedimento", "dati/termine" },
	{ "affidamento", "al" },
	{ "collocamento-403", "cessazione" },
};

/* What an order says of others that they are over.  One that came with another
 * body's case means theirs. */
static int
add_ceased(struct registro *r, struct arena *a, const struct posizione *p,
    const struct nodo *doc)
{
	const char *own = strstr(p->percorso, "provvedimenti/");
	const char *which, *day;
	const struct nodo *c;
	int e;

	if ((e = db_run(r->db, Q_MISURE_CESSATE_TOGLI, "ss", p->cartella,
	    p->percorso)) != 0)
		return e;
	for (c = nodo_child(nodo_child(doc, "dati"), "cessa"); c != NULL;
	    c = nodo_next(c, "cessa")) {
		if ((which = dato(a, c, "misura")) == NULL ||
		    (day = dato(a, c, "giorno")) == NULL)
			return ERR_INVALID;
		if (own != NULL && own != p->percorso)
			which = arena_printf(a, "%.*s%s", (int)(own -
			    p->percorso), p->percorso, which);
		if ((e = db_run(r->db, Q_MISURA_CESSATA_ADD, "ssssi",
		    p->cartella, which, p->percorso, day, p->seq)) != 0)
			return e;
	}
	return 0;
}

int
proietta_misura_giudice(struct registro *r, struct arena *a,
    const struct posizione *p, const struct nodo *doc)
{
	const char *al = NULL;
	size_t i;
	int e;

	if (strcmp(doc->nome, "provvedimento") == 0 &&
	    (e = add_ceased(r, a, p, doc)) != 0)
		return e;
	if (!orders(a, doc))
		return db_run(r->db, Q_MISURA_TOGLI, "ss", p->cartella,
		    p->percorso);
	for (i = 0; i < NELEM(measures); i++)
		if (strcmp(doc->nome, measures[i][0]) == 0)
			al = DATO(a, doc, measures[i][1]);
	/* the end of a placement is a moment */
	if (al != NULL)
		al = arena_strndup(a, al, 10);
	return db_run(r->db, Q_MISURA_SET, "sssi", p->cartella, p->percorso,
	    al, p->seq);
}

/* A court orders it of the case, whoever has it. */
int
misura_di_altri(struct registro *r, struct arena *a,
    const struct posizione *p, const struct nodo *doc)
{
	size_t i;

	for (i = 0; i < NELEM(measures); i++)
		if (strcmp(p->tipo, measures[i][0]) == 0)
			break;
	if (i == NELEM(measures))
		return 0;
	if (doc != NULL && strcmp(doc->nome, p->tipo) == 0)
		return proietta_misura_giudice(r, a, p, doc);
	/* a copy with omissis may not say when it ends */
	return db_run(r->db, Q_MISURA_SET, "sssi", p->cartella, p->percorso,
	    NULL, p->seq);
}

int
proietta_blocco(struct registro *r, struct arena *a,
    const struct posizione *p, const struct nodo *doc)
{
	const char *motivo = dato(a, doc, "motivo");
	const char *estremi = dato(a, doc, "estremi");
	const char *dal = dato(a, doc, "data");
	const char *rivedere = dato(a, doc, "rivedere");
	const struct nodo *c;
	struct numero n;
	int e;

	if (!motivo || !estremi || !dal || !rivedere)
		return ERR_INVALID;
	if ((e = numero_of_folder(&n, p->cartella)) != 0)
		return e;
	/* the last review says by when, and why */
	for (c = nodo_child(doc, "revisione"); c != NULL;
	    c = nodo_next(c, "revisione")) {
		rivedere = dato(a, c, "rivedere");
		estremi = dato(a, c, "estremi");
		if (!rivedere || !estremi)
			return ERR_INVALID;
	}
	return db_run(r->db, Q_BLOCCO_SET, "sssddssssssi", p->cartella,
	    p->percorso, numero_sigla(n.serie), n.anno, n.progressivo, motivo,
	    estremi, DATO(a, doc, "protocollo"), dal, rivedere,
	    DATO(a, doc, "cessazione/data"), p->seq);
}

static int
handed_over(struct registro *r, struct arena *a, const struct posizione *p,
    const struct nodo *doc, const struct nodo *unita)
{
	const char *ordine = dato(a, doc, "ordine");
	const char *data = dato(a, doc, "data");
	const char *chiuso = dato(a, unita, "chiuso");
	const char *pezzi = DATO(a, unita, "pezzi");
	struct numero n;
	int e;

	if (!ordine || !data || !chiuso)
		return ERR_INVALID;
	if ((e = dato_numero(&n, a, unita, "numero")) != 0)
		return e;
	return db_run(r->db, Q_DEPOSITO_ADD, "sdddssssdi",
	    numero_sigla(n.serie), n.anno, n.progressivo,
	    (int)strtol(ordine, NULL, 10), data, chiuso,
	    DATO(a, unita, "luogo"), DATO(a, unita, "scaffale"),
	    pezzi != NULL ? (int)strtol(pezzi, NULL, 10) : 0, p->seq);
}

int
proietta_deposito(struct registro *r, struct arena *a,
    const struct posizione *p, const struct nodo *doc)
{
	const struct nodo *c;
	int e;

	for (c = nodo_child(doc, "unita"); c; c = nodo_next(c, "unita"))
		if ((e = handed_over(r, a, p, doc, c)) != 0)
			return e;
	return 0;
}
