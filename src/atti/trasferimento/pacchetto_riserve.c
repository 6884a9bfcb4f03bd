/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * pacchetto_riserve.c - of a package: what does not go as it is (pacchetto.h).
 *
 * Keeps: what stays behind, or goes as a copy with omissis, is not told by
 * anything that goes: neither by its signatures and the PDF that was signed, its
 * copies, a letter that tells it or with which it went out, nor by a file that
 * it names, whoever else names it.  Of what is redacted nobody gets the id, with
 * which a guess at it could be tried against its impronta.
 * Norm: GDPR artt. 5 c. 1 lett. c, 25.
 */
#include <stdlib.h>
#include <string.h>

#include "atti/carte/copiare.h"
#include "atti/trasferimento/pacchetto.h"
#include "base/random.h"
#include "documenti/omissis.h"
#include "documenti/percorso.h"
#include "documenti/provenienza.h"
#include "documenti/stampato.h"
#include "registro/legami.h"
#include "xml/xml.h"

#define DETTI_MAX 8		/* named of what stays with the rest */

enum come { VA, RESTA, OMESSO };

struct voce {
	const struct attuale *d;
	enum come come;
	const char *id;		/* its own, of its root; NULL: no XML */
	bool anche;		/* it stays only for what it tells */
	struct byte { const void *p; size_t n; } byte;
};

struct scelta {
	struct pacchetto *p;
	struct voce *v;		/* in path order */
	int n;
};

/* ---- which, by type ---- */

static bool
among(const char *const *list, int n, const char *tipo)
{
	int i;

	for (i = 0; i < n; i++)
		if (strcmp(list[i], tipo) == 0)
			return true;
	return false;
}

/* A copy that another body had already is not redacted again: it stays. */
static enum come
how(const struct pacchetto_riserve *r, const struct attuale *d)
{
	if (among(r->resta, r->n_resta, d->tipo))
		return RESTA;
	if (!among(r->oscura, r->n_oscura, d->tipo))
		return VA;
	return percorso_omissis(d->percorso) ? RESTA : OMESSO;
}

static int
read_all(struct scelta *s)
{
	struct pacchetto *p = s->p;
	struct arena *a = p->op->a;
	struct nodo *doc;
	int i, r;

	s->n = p->n_doc;
	s->v = arena_alloc(a, ((size_t)s->n + 1) * sizeof *s->v);
	for (i = 0; i < s->n; i++) {
		AUTO_BUF b = { 0 };
		struct voce *v = &s->v[i];

		v->d = &p->doc[i];
		v->come = how(&p->riserve, v->d);
		if ((r = store_bytes(&b, p->op->st, p->folder,
		    v->d->percorso)) != 0)
			return r;
		v->byte = (struct byte){ arena_memdup(a, buf_str(&b), b.len),
		    b.len };
		if (percorso_tipo(v->d->percorso) != NULL ||
		    xml_parse(&doc, a, buf_str(&b), b.len, XML_OURS) != 0)
			continue;
		v->id = nodo_attr(doc, "id");
	}
	err_clear();
	return 0;
}

/* ---- what tells of it ---- */

static bool
names(const struct voce *v, const char *text)
{
	return text != NULL && memmem(v->byte.p, v->byte.n, text,
	    strlen(text)) != NULL;
}

/* Is it there only for another document, which it names? */
static bool
is_about_another(const char *tipo)
{
	static const char *const tipi[] = { "manifesto", "copia-oscurata",
	    "attestazione", "sottoscrizione", "rinvio-firma",
	    "correzione-voce" };

	return among(tipi, NELEM(tipi), tipo);
}

/* "relazioni/0001.xml" as a whole value of it. */
static bool
names_path(struct arena *a, const struct voce *v, const char *percorso)
{
	return names(v, arena_printf(a, ">%s<", percorso_proprio(percorso)));
}

static bool
beside(const char *a, const char *b)
{
	const char *slash = strrchr(a, '/');

	return slash != NULL && strncmp(a, b, (size_t)(slash - a) + 1) == 0 &&
	    strchr(b + (slash - a) + 1, '/') == NULL;
}

static bool
tells(struct arena *a, const struct voce *v, const struct voce *hidden)
{
	/* of a signature that stays, its bytes */
	if (strcmp(hidden->d->tipo, "manifesto") == 0 &&
	    strcmp(v->d->tipo, "firma-openpgp") == 0)
		return beside(hidden->d->percorso, v->d->percorso);
	if (hidden->come == OMESSO && names(v, hidden->id))
		return true;
	return is_about_another(v->d->tipo) && (names(v, hidden->id) ||
	    names_path(a, v, hidden->d->percorso));
}

/* A letter, by the types that it tells. */
static int
tells_types(const struct pacchetto *p, const struct voce *v)
{
	const struct pacchetto_riserve *x = &p->riserve;
	int i, r;

	if (strcmp(v->d->tipo, "comunicazione") != 0)
		return 0;
	for (i = 0; i < x->n_resta + x->n_oscura; i++)
		if ((r = registro_riporta(p->op->st->registro, p->folder,
		    v->d->percorso, i < x->n_resta ? x->resta[i] :
		    x->oscura[i - x->n_resta])) != 0)
			return r;
	return 0;
}

/* Until nothing more tells of what does not go. */
static int
leave_what_tells(struct scelta *s)
{
	bool more = true;
	int i, k, r;

	for (i = 0; i < s->n; i++) {
		if (s->v[i].come == RESTA)
			continue;
		if ((r = tells_types(s->p, &s->v[i])) < 0)
			return r;
		if (r == 0)
			continue;
		s->v[i].anche = s->v[i].come == VA;
		s->v[i].come = RESTA;
	}
	while (more) {
		more = false;
		for (i = 0; i < s->n; i++) {
			if (s->v[i].come != VA)
				continue;
			for (k = 0; k < s->n; k++)
				if (s->v[k].come != VA && tells(s->p->op->a,
				    &s->v[i], &s->v[k]))
					break;
			if (k == s->n)
				continue;
			s->v[i].come = RESTA;
			s->v[i].anche = true;
			more = true;
		}
	}
	return 0;
}

/* ---- copies ---- */

struct politica {
	struct nodo *doc;
	struct oscuramento o;
	int versione;
	const char *impronta;
};

static int
read_policy(struct politica *out, struct op *op, const struct numero *n,
    const char *per)
{
	int r;

	*out = (struct politica){ 0 };
	if ((r = store_documento(&out->doc, op->a, op->st, "ente",
	    OSCURAMENTO_PERCORSO)) != 0 ||
	    (r = copiare_politica(&out->versione, &out->impronta, op)) != 0 ||
	    (r = copiare_protetto(&out->o.protetto, op, n)) != 0)
		return r;
	out->o.politica = out->doc;
	out->o.destinazione = oscuramento_destinazione(out->doc, per);
	return 0;
}

static int
make_copy(struct copia_omissis *out, struct pacchetto *p,
    const struct politica *x, const struct attuale *d)
{
	struct op *op = p->op;
	struct nodo *doc, *left = nodo_new(op->a, "omissioni");
	struct stampando s;
	char id[ID_LEN + 1];
	int r;

	if ((r = stampare_leggi(&s, op, &p->n, d->percorso)) != 0 ||
	    (r = oscuramento_applica(&doc, op->a, &x->o, s.doc)) != 0)
		return r;
	const struct omissis o = { d->percorso, s.tipo, d->impronta,
	    s.di_altri ? 0 : s.versione, p->riserve.per, nodo_value(op->a, x->o.destinazione,
	    "denominazione"), x->versione, x->impronta };
	oscuramento_conta(left, op->a, doc);
	oscuramento_scrivi(op->a, doc);
	stampare_nomi(op, &s, doc);
	random_id(id);
	*out = (struct copia_omissis){
	    .percorso = arena_printf(op->a, OMISSIS_DIR "%s", d->percorso),
	    .originale = d->percorso, .ufficio = s.ufficio,
	    .doc = omissis_fai(op->a, id, &o, left, stampato_fai(op->a, doc,
	    s.campi, s.titolo, NULL)) };
	return 0;
}

static int
add_copy(struct pacchetto *p, const struct politica *x,
    const struct attuale *d, struct attuale *to)
{
	struct copia_omissis *c = &p->copie[p->n_copie];
	char impronta[IMPRONTA_LEN + 1];
	AUTO_BUF b = { 0 };
	int r;

	if ((r = make_copy(c, p, x, d)) != 0)
		return r;
	nodo_write(&b, c->doc);
	hash_hex(impronta, buf_str(&b), b.len);
	*to = *d;
	to->percorso = c->percorso;
	to->id = nodo_attr(c->doc, "id");
	to->impronta = arena_strdup(p->op->a, impronta);
	p->n_copie++;
	return 0;
}

/* ---- all of it ---- */

static int
by_path(const void *a, const void *b)
{
	return strcmp(((const struct attuale *)a)->percorso,
	    ((const struct attuale *)b)->percorso);
}

/* What is left of the list, with copies among the rest. */
static int
put_in_place(struct scelta *s, const struct politica *x)
{
	struct pacchetto *p = s->p;
	struct attuale *go = arena_alloc(p->op->a, ((size_t)s->n + 1) *
	    sizeof *go);
	int i, r, n = 0;

	p->copie = arena_alloc(p->op->a, ((size_t)s->n + 1) *
	    sizeof *p->copie);
	for (i = 0; i < s->n; i++) {
		const struct voce *v = &s->v[i];

		if (v->come == VA) {
			go[n++] = *v->d;
			continue;
		}
		buf_append(&p->taciuto, v->byte.p, v->byte.n);
		if (v->come == OMESSO) {
			if ((r = add_copy(p, x, v->d, &go[n])) != 0)
				return r;
			n++;
		}
	}
	if (n > 1)
		qsort(go, (size_t)n, sizeof *go, by_path);
	p->doc = go;
	p->n_doc = n;
	return 0;
}

int
pacchetto_riserva(struct pacchetto *p)
{
	const struct pacchetto_riserve *riserve = &p->riserve;
	struct scelta s = { .p = p };
	struct politica x = { 0 };
	int r;

	if (riserve->n_resta + riserve->n_oscura == 0)
		return 0;
	if (riserve->n_oscura > 0) {
		if ((r = read_policy(&x, p->op, &p->n, riserve->per)) != 0)
			return r;
		if (x.o.destinazione == NULL)
			return err_set(ERR_ABSENT, "la politica di "
			    "oscuramento non conosce «%s»", riserve->per);
	}
	if ((r = read_all(&s)) != 0 || (r = leave_what_tells(&s)) != 0)
		return r;
	return put_in_place(&s, &x);
}

const struct copia_omissis *
pacchetto_copia(const struct pacchetto *p, const char *percorso)
{
	int i;

	for (i = 0; i < p->n_copie; i++)
		if (strcmp(p->copie[i].percorso, percorso) == 0)
			return &p->copie[i];
	return NULL;
}

int
pacchetto_bytes(struct buf *out, const struct pacchetto *p,
    const char *percorso)
{
	const struct copia_omissis *c = pacchetto_copia(p, percorso);

	if (c == NULL)
		return store_bytes(out, p->op->st, p->folder, percorso);
	nodo_write(out, c->doc);
	return 0;
}

bool
pacchetto_taciuto(const struct pacchetto *p, const char *impronta)
{
	return p->taciuto.len > 0 && memmem(p->taciuto.data, p->taciuto.len,
	    impronta, IMPRONTA_LEN) != NULL;
}

/* ---- rules ---- */

/* Signatures go with what they sign, and nobody asks after them alone. */
static bool
worth_saying(const struct voce *v)
{
	return v->anche && v->id != NULL &&
	    strcmp(v->d->tipo, "manifesto") != 0;
}

/* What the person did not ask for by its type, and may miss. */
static int
say_what_else(struct op *op, const struct numero *n,
    const struct pacchetto_riserve *riserve, const char *path)
{
	struct pacchetto p = { .op = op, .n = *n, .riserve = *riserve,
	    .folder = numero_folder(op->a, n) };
	struct occhio occhio = op_occhio(op);
	struct scelta s = { .p = &p };
	AUTO_BUF list = { 0 };
	int i, r, many = 0;

	if ((r = registro_attuali_per_altri(&p.doc, &p.n_doc, op->a,
	    op->st->registro, &occhio, n)) != 0 ||
	    (r = read_all(&s)) != 0 || (r = leave_what_tells(&s)) != 0)
		return r;
	for (i = 0; i < s.n; i++)
		if (worth_saying(&s.v[i]) && ++many <= DETTI_MAX)
			buf_printf(&list, "%s%s", many > 1 ? ", " : "",
			    s.v[i].d->percorso);
	if (many > 0)
		op_avviso(op, path, "restano-anche", "art. 5 GDPR", "perché "
		    "dicono o nominano ciò che non va, restano qui anche %s%s. "
		    "Se uno serve a chi riceve, l'offerta si fa con --oscura "
		    "del suo tipo; se va bene così, conferma con --conferma "
		    "restano-anche",
		    buf_str(&list), many > DETTI_MAX ? " e altri" : "");
	return 0;
}

static void
check_type(struct op *op, const struct politica *x,
    const struct pacchetto_riserve *r, const char *tipo, const char *path)
{
	if (among(r->resta, r->n_resta, tipo))
		op_errore(op, path, "resta-o-copia", NULL, "«%s» o resta qui "
		    "o va in copia con omissis: toglilo da uno dei due", tipo);
	else if (!oscuramento_da(x->o.destinazione, tipo))
		op_errore(op, path, "tipo-non-dato", "art. 5 GDPR",
		    "a «%s» non si danno documenti di tipo %s: che cosa si dà "
		    "lo dice «oscuramento»; per lasciarli qui, --resta %s",
		    r->per, tipo, tipo);
}

/* One that passes whole may go in copy for what it names; not all of them. */
static void
check_something(struct op *op, const struct politica *x,
    const struct pacchetto_riserve *r, const char *path)
{
	int i;

	for (i = 0; i < r->n_oscura; i++)
		if (!oscuramento_intero(&x->o, r->oscura[i]))
			return;
	op_errore(op, path, "niente-da-omettere", NULL, "a «%s» la politica "
	    "dà interi i documenti di tipo %s: in copia perderebbero la firma "
	    "e non ne resterebbe fuori niente. Dalli interi, o cambia prima "
	    "la politica con «adotta-oscuramento»", r->per, r->oscura[0]);
}

int
pacchetto_riserve_esamina(struct op *op, const struct numero *n,
    const struct pacchetto_riserve *riserve, const char *path)
{
	struct politica x;
	int i, r;

	if (riserve->n_resta + riserve->n_oscura > 0 && op->prep == NULL &&
	    (r = say_what_else(op, n, riserve, path)) != 0)
		return r;
	if (riserve->n_oscura == 0)
		return 0;
	if ((r = read_policy(&x, op, n, riserve->per)) != 0)
		return r;
	if (x.o.destinazione == NULL) {
		op_errore(op, path, "destinazione-ignota", NULL, "la politica "
		    "di oscuramento non conosce «%s»: ci sono %s",
		    riserve->per, oscuramento_nomi(op->a, x.doc));
		return 0;
	}
	for (i = 0; i < riserve->n_oscura; i++)
		check_type(op, &x, riserve, riserve->oscura[i], path);
	check_something(op, &x, riserve, path);
	if (x.o.protetto && oscuramento_protegge(x.o.destinazione))
		op_avviso(op, path, "indirizzo-protetto", NULL, "la cartella "
		    "ha un indirizzo protetto: dalle copie con omissis si "
		    "tolgono i campi che lo dicono, non ciò che vi accenna nel "
		    "testo. Rileggilo; se va bene, conferma con --conferma "
		    "indirizzo-protetto");
	return 0;
}
