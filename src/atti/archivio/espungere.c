/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * espungere.c - which documents and attachments go in an erasure, and where the
 * acts of a folder that was written again stand.
 *
 * Refuses: a type that is not in the table (documenti/espunzione.h); what a
 * document that stays names, in any of its versions, or a letter tells.  Goes
 * unasked: what has no meaning alone (a correction, a signature).  Keeps: bytes
 * that anything else names, a registration before all.
 * Norm: GDPR art. 17; DPR 445/2000 art. 53 (what is registered stays).
 */
#include "atti/archivio/espungere.h"

#include <string.h>

#include "atti/archivio/distruggi.h"
#include "documenti/consultazione.h"
#include "documenti/distrutto.h"
#include "documenti/percorso.h"
#include "documenti/provenienza.h"
#include "registro/distrutti.h"
#include "registro/firme.h"

#define NORMA "art. 5(1)(d) GDPR"

struct foglio_caso {		/* a document of the cartella */
	struct attuale doc;
	struct versione *versione;
	const char **testo;	/* of each version, NUL behind */
	int n;
	bool va;
};

/* ---- what there is ---- */

static int
read_versions(struct foglio_caso *f, struct op *op, const char *cartella)
{
	int r, i;

	if ((r = registro_versioni(&f->versione, &f->n, op->a,
	    op->st->registro, cartella, f->doc.percorso)) != 0)
		return r;
	f->testo = arena_alloc(op->a, (size_t)f->n * sizeof *f->testo);
	for (i = 0; i < f->n; i++) {
		AUTO_BUF b = { 0 };

		if ((r = store_versione(&b, op->st, cartella,
		    f->doc.percorso, &f->versione[i])) != 0)
			return r;
		f->testo[i] = arena_strdup(op->a, buf_str(&b));
	}
	return 0;
}

static int
read_all(struct espungendo *x, struct op *op)
{
	struct attuale *list;
	int r, n, i;

	if ((r = registro_attuali(&list, &n, op->a, op->st->registro,
	    x->caso.folder)) != 0)
		return r;
	x->fogli = arena_alloc(op->a, (size_t)n * sizeof *x->fogli + 1);
	x->n_fogli = n;
	for (i = 0; i < n; i++) {
		x->fogli[i] = (struct foglio_caso){ .doc = list[i] };
		/* a lapide says nothing, an espunzione what went before */
		if (strcmp(list[i].tipo, LAPIDE) != 0 &&
		    strcmp(list[i].tipo, ESPUNZIONE) != 0 &&
		    /* paths of others are not ours */
		    strcmp(list[i].tipo, PROVENIENZA) != 0 &&
		    /* to whom it was shown stays written */
		    strcmp(list[i].tipo, CONSULTAZIONE) != 0 &&
		    !percorso_altrui(list[i].percorso) &&
		    (r = read_versions(&x->fogli[i], op,
		    x->caso.folder)) != 0)
			return r;
	}
	return 0;
}

static struct foglio_caso *
sheet(struct espungendo *x, const char *percorso)
{
	int i;

	for (i = 0; i < x->n_fogli; i++)
		if (strcmp(x->fogli[i].doc.percorso, percorso) == 0)
			return &x->fogli[i];
	return NULL;
}

/* ---- what names what ---- */

static bool
text_names(const char *text, const struct foglio_caso *f)
{
	int i;

	if (strstr(text, f->doc.percorso) != NULL ||
	    strstr(text, f->doc.id) != NULL)
		return true;
	for (i = 0; i < f->n; i++)
		if (strstr(text, f->versione[i].impronta) != NULL)
			return true;
	return false;
}

/* The first that goes and that any version of f names; NULL. */
static const struct foglio_caso *
names(const struct espungendo *x, const struct foglio_caso *f)
{
	int i, k;

	for (i = 0; i < x->n_fogli; i++)
		for (k = 0; x->fogli[i].va && k < f->n; k++)
			if (text_names(f->testo[k], &x->fogli[i]))
				return &x->fogli[i];
	return NULL;
}

/* ---- which go ---- */

static void
take(struct espungendo *x, struct op *op, struct foglio_caso *f, bool chiesto)
{
	if (f->va || f->n == 0)
		return;
	f->va = true;
	x->va = arena_more(op->a, x->va, x->n, &x->cap, sizeof *x->va);
	x->va[x->n++] = (struct va){ .doc = f->doc, .chiesto = chiesto,
	    .versione = f->versione, .n_versioni = f->n };
}

static int
ask_one(struct espungendo *x, struct op *op, const char *campo,
    const char *path)
{
	struct foglio_caso *f = sheet(x, path);
	const char *why;

	if (f == NULL)
		op_errore(op, campo, "documento-ignoto", NULL, "in %s non c'è "
		    "il documento %s: li elenca «mostra»",
		    numero_text(op->a, &x->caso.n), path);
	else if (strcmp(f->doc.tipo, LAPIDE) == 0)
		op_errore(op, campo, "gia-espunto", NULL,
		    "%s è già stato espunto", path);
	else if ((why = espunzione_vieta(f->doc.tipo, path)) != NULL)
		op_errore(op, campo, "non-espungibile", NORMA,
		    "%s, di tipo «%s», non si espunge: %s", path,
		    f->doc.tipo, why);
	else
		take(x, op, f, true);
	return 0;
}

/* The manifesto signs nothing but what goes. */
static int
signs_only_that(const struct espungendo *x, struct op *op,
    const struct foglio_caso *f)
{
	struct firma_oggetto *o;
	int r, n, i, k;

	if ((r = registro_oggetti_di_firma(&o, &n, op->a, op->st->registro,
	    x->caso.folder, f->doc.percorso)) != 0)
		return r;
	for (i = 0; i < n; i++) {
		if (o[i].documento == NULL)
			continue;
		for (k = 0; k < x->n; k++)
			if (strcmp(x->va[k].doc.id, o[i].documento) == 0)
				break;
		if (k == x->n)
			return 0;
	}
	return 1;
}

/* The manifesto, and what stands with it: signature, verdetti. */
static void
take_signature(struct espungendo *x, struct op *op,
    const struct foglio_caso *manifesto)
{
	const char *path = manifesto->doc.percorso;
	size_t n = (size_t)(strrchr(path, '/') + 1 - path);
	int i;

	for (i = 0; i < x->n_fogli; i++)
		if (strncmp(x->fogli[i].doc.percorso, path, n) == 0)
			take(x, op, &x->fogli[i], false);
}

/* 1: f goes with what it names. */
static int
follow(struct espungendo *x, struct op *op, struct foglio_caso *f)
{
	int r;

	if (!espunzione_segue(f->doc.tipo))
		return 0;
	if (strcmp(f->doc.tipo, "manifesto") != 0) {
		take(x, op, f, false);
		return 1;
	}
	if ((r = signs_only_that(x, op, f)) == 1)
		take_signature(x, op, f);
	return r;
}

/* Until nothing more goes with what goes. */
static int
follow_all(struct espungendo *x, struct op *op)
{
	int r, i, before;

	do {
		before = x->n;
		for (i = 0; i < x->n_fogli; i++)
			if (!x->fogli[i].va && names(x, &x->fogli[i]) != NULL &&
			    (r = follow(x, op, &x->fogli[i])) < 0)
				return r;
	} while (x->n > before);
	return 0;
}

/* ---- what is built on it ---- */

static void
depends(struct op *op, const char *che, const char *percorso)
{
	op_errore(op, "documento", "ha-seguito", NORMA, "%s %s: si toglie "
	    "insieme (--anche), se si può, o si lascia il documento e lo si "
	    "corregge", che, percorso);
}

static int
check_staying(struct espungendo *x, struct op *op)
{
	const char *lettera;
	int r, i;

	for (i = 0; i < x->n_fogli; i++)
		if (!x->fogli[i].va && names(x, &x->fogli[i]) != NULL)
			depends(op, "lo nomina", x->fogli[i].doc.percorso);
	for (i = 0; i < x->n; i++) {
		if ((r = registro_riportato(&lettera, op->a, op->st->registro,
		    x->caso.folder, x->va[i].doc.tipo)) != 0)
			return r;
		if (lettera != NULL)
			depends(op, "documenti come questo sono riportati in",
			    lettera);
	}
	return 0;
}

/* Who erases one sees first what goes with it. */
static void
warn_following(const struct espungendo *x, struct op *op)
{
	AUTO_BUF b = { 0 };
	int i;

	for (i = 0; i < x->n; i++)
		if (!x->va[i].chiesto)
			buf_printf(&b, "%s%s", b.len > 0 ? ", " : "",
			    x->va[i].doc.percorso);
	if (b.len > 0)
		op_avviso(op, "documento", "vanno-insieme", NULL, "con ciò che "
		    "si espunge vanno anche %s: se è giusto, conferma con "
		    "--conferma vanno-insieme", buf_str(&b));
}

static void
list_paths(struct espungendo *x, struct op *op)
{
	int i;

	x->percorsi = arena_alloc(op->a, (size_t)x->n * sizeof *x->percorsi +
	    1);
	for (i = 0; i < x->n; i++)
		x->percorsi[i] = x->va[i].doc.percorso;
}

int
espungere_raccogli(struct espungendo *out, struct op *op,
    const struct caso *caso)
{
	struct espungendo x = { .caso = *caso };
	const struct nodo *n;
	int r;

	if ((r = read_all(&x, op)) != 0 ||
	    (r = ask_one(&x, op, "documento",
	    op_campo(op, "documento"))) != 0)
		return r;
	for (n = nodo_child(op->in, "anche"); n; n = nodo_next(n, "anche"))
		if ((r = ask_one(&x, op, "anche",
		    nodo_all_text(op->a, n))) != 0)
			return r;
	if ((r = follow_all(&x, op)) != 0 || (r = check_staying(&x, op)) != 0)
		return r;
	warn_following(&x, op);
	list_paths(&x, op);
	*out = x;
	return 0;
}

/* ---- what is written of it ---- */

int
espungere_descrivi(struct espungendo *x, struct op *op)
{
	char segno[SEGNO_LEN + 1];
	int r, i;

	for (i = 0; i < x->n; i++) {
		struct va *v = &x->va[i];

		/* of what is not XML the register knows the segno alone */
		if (percorso_tipo(v->doc.percorso) == NULL)
			documento_segno(segno, v->doc.id);
		v->e = (struct espunto){ .percorso = v->doc.percorso,
		    .tipo = v->doc.tipo,
		    .segno = percorso_tipo(v->doc.percorso) == NULL ?
		    arena_strdup(op->a, segno) : v->doc.id,
		    .provvedimento = op_campo(op, "provvedimento"),
		    .giorno = op_oggi(op), .istanza = op->id };
		if ((r = registro_riservato_di(&v->e.riservata_di, op->a,
		    op->st->registro, x->caso.folder, v->doc.percorso)) != 0)
			return r;
	}
	return 0;
}

/* ---- attachments ---- */

/* Does a text of the cartella that goes, or one that stays, say it? */
static bool
is_named(const struct espungendo *x, const char *impronta, bool va)
{
	int i, k;

	for (i = 0; i < x->n_fogli; i++)
		for (k = 0; x->fogli[i].va == va && k < x->fogli[i].n; k++)
			if (strstr(x->fogli[i].testo[k], impronta) != NULL)
				return true;
	return false;
}

static bool
is_listed(const struct nodo *n, struct arena *a, const char *impronta)
{
	const struct nodo *d;

	for (d = nodo_child(n, DISTRUTTO); d; d = nodo_next(d, DISTRUTTO))
		if (strcmp(nodo_all_text(a, d), impronta) == 0)
			return true;
	return false;
}

static int
condemn(struct nodo *n, struct op *op, const struct espungendo *x,
    const char *impronta)
{
	const struct via via = { .cartella = x->caso.folder,
	    .percorsi = x->percorsi, .n = x->n };

	if (is_listed(n, op->a, impronta) || !is_named(x, impronta, true) ||
	    is_named(x, impronta, false))
		return 0;
	return distruggi_o_slega(n, op, x->caso.folder, impronta, &via, false);
}

static int
condemn_of_act(struct nodo *n, struct op *op, const struct espungendo *x,
    int64_t seq)
{
	const char **list;
	int r, count, i;

	if ((r = registro_allegati_dell_atto(&list, &count, op->a,
	    op->st->registro, seq)) != 0)
		return r;
	for (i = 0; i < count; i++)
		if ((r = condemn(n, op, x, list[i])) != 0)
			return r;
	return 0;
}

int
espungere_allegati(struct nodo *n, struct op *op, const struct espungendo *x)
{
	int r, i, k;

	for (i = 0; i < x->n; i++)
		for (k = 0; k < x->va[i].n_versioni; k++)
			if ((r = condemn_of_act(n, op, x,
			    x->va[i].versione[k].seq)) != 0)
				return r;
	return 0;
}

/* ---- its acts ---- */

int
espungere_sposta(struct posto **out, int *n, struct nodo *doc, struct op *op)
{
	const struct op_riscrittura *x = op->riscrittura;
	struct posto *list;
	const char *dopo;
	int r, i, count, used = 0;

	if ((r = registro_posti(&list, &count, op->a, op->st->registro,
	    x->cartella)) != 0)
		return r;
	nodo_elem_text(op->a, doc, "testa", x->da);
	for (i = 0; i < count; i++) {
		dopo = rewritten_commit(&x->fatta, list[i].commit);
		if (dopo == NULL)
			continue;
		espunzione_commit(op->a, doc, list[i].seq, list[i].commit,
		    dopo);
		list[used++] = (struct posto){ list[i].seq, dopo };
	}
	if (used != x->fatta.n)
		return err_set(ERR_FAULT, "%s ha commit che nessun atto "
		    "nomina: eseguire «cartella verifica»", x->cartella);
	if ((r = registro_posti_sposta(op->st->registro, x->cartella, list,
	    used)) != 0)
		return r;
	*out = list;
	*n = used;
	return 0;
}
