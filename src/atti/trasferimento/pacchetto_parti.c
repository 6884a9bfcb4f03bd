/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * pacchetto_parti.c - of a package: documents, register extract, attachments,
 * public keys (pacchetto.h).
 *
 * Keeps: an attachment goes only if a document or a registration that goes
 * names it, and its bytes are held against its impronta when they are copied.
 */
#include <string.h>

#include "atti/protocollo/registrazione.h"
#include "atti/trasferimento/imballo.h"
#include "atti/trasferimento/pacchetto.h"
#include "base/file.h"
#include "documenti/omissis.h"
#include "documenti/provenienza.h"
#include "registro/consultazioni.h"
#include "registro/distrutti.h"
#include "registro/fascicoli.h"
#include "registro/legami.h"
#include "xml/xml.h"

/* ---- documents ---- */

int
pacchetto_scegli(struct pacchetto *p)
{
	struct op *op = p->op;
	struct occhio occhio = op_occhio(op);
	struct attuale *all;
	int r, n, atti;

	r = p->consultazione != NULL ? registro_attuali_per_consulta(&p->doc,
	    &p->n_doc, op->a, op->st->registro, &occhio, &p->n,
	    p->consultazione) : registro_attuali_per_altri(&p->doc, &p->n_doc,
	    op->a, op->st->registro, &occhio, &p->n);
	if (r != 0 || (r = registro_attuali(&all, &n, op->a, op->st->registro,
	    p->folder)) != 0)
		return r;
	p->intero = n == p->n_doc && p->consultazione == NULL &&
	    p->riserve.n_resta + p->riserve.n_oscura == 0;
	if ((r = pacchetto_riserva(p)) != 0)
		return r;
	return registro_testa(p->head, &atti, op->st->registro, p->folder);
}

bool
pacchetto_va(const struct pacchetto *p, const char *percorso)
{
	int i;

	for (i = 0; i < p->n_doc; i++)
		if (strcmp(p->doc[i].percorso, percorso) == 0)
			return true;
	return false;
}

/* A copy names no file that would go with it; made here, what was read is its
 * original. */
static int
say_copy(struct nodo *e, struct pacchetto *p, const struct attuale *d,
    struct buf *b)
{
	const struct copia_omissis *c = pacchetto_copia(p, d->percorso);
	struct op *op = p->op;
	struct omissis o;
	struct nodo *doc;
	int r;

	if ((r = xml_parse(&doc, op->a, buf_str(b), b->len, XML_OURS)) != 0 ||
	    (r = omissis_leggi(&o, op->a, doc)) != 0)
		return r;
	nodo_set(op->a, e, "tipo", OMISSIS);
	nodo_set(op->a, e, "omissis", "si");
	nodo_set(op->a, e, "originale", o.impronta);
	op->letti[op->n_letti++] = arena_printf(op->a, "%s;documento=%s%s",
	    p->riferimento, c != NULL ? c->originale : d->percorso,
	    c != NULL ? ";con-omissis" : "");
	return 0;
}

int
pacchetto_documenti(struct pacchetto *p)
{
	struct op *op = p->op;
	int i, r;

	op->letti = arena_alloc(op->a, (size_t)p->n_doc *
	    sizeof *op->letti + 1);
	for (i = 0; i < p->n_doc; i++) {
		const struct attuale *d = &p->doc[i];
		AUTO_BUF b = { 0 };
		struct nodo *e;

		if ((r = pacchetto_bytes(&b, p, d->percorso)) != 0 ||
		    (r = pacchetto_metti(p, &e, "documenti",
		    arena_printf(op->a, "data/documenti/%s", d->percorso),
		    &b)) != 0)
			return r;
		nodo_set(op->a, e, "tipo", d->tipo);
		nodo_set(op->a, e, "atto", arena_printf(op->a, "%lld",
		    (long long)d->seq));
		nodo_set(op->a, e, "ora", d->ora);
		nodo_set(op->a, e, "operatore", d->operatore);
		if (percorso_omissis(d->percorso)) {
			if ((r = say_copy(e, p, d, &b)) != 0)
				return r;
			continue;
		}
		if (strcmp(d->tipo, PROVENIENZA) == 0) {
			if ((r = pacchetto_di_altri(p, d->percorso)) != 0)
				return r;
		} else {
			buf_append(&p->testo, buf_str(&b), b.len);
		}
		op->letti[op->n_letti++] = arena_printf(op->a,
		    "%s;documento=%s", p->riferimento, d->percorso);
	}
	return 0;
}

/* ---- the register ---- */

static int
add_clear(struct pacchetto *p, const struct nodo *x)
{
	struct op *op = p->op;
	struct occhio occhio = op_occhio(op);
	struct nodo *reg;
	struct numero n;
	int r;

	if (nodo_attr(x, "oscurata") != NULL) {
		nodo_add(p->registro, nodo_copy(op->a, x));
		return 0;
	}
	if ((r = numero_parse(&n, nodo_attr(x, "numero"))) != 0 ||
	    (r = registro_vista_registrazione(&reg, op->a,
	    op->st->registro, &occhio, &n)) != 0)
		return r;
	nodo_add(p->registro, reg);
	/* its files go too: it has been read */
	op->letti[op->n_letti++] = arena_printf(op->a, "%s;pacchetto",
	    nodo_attr(x, "numero"));
	return 0;
}

/* Room in the read log for as many registrations more. */
static void
more_rows(struct op *op, const struct nodo *list)
{
	const struct nodo *x;
	const char **more;
	size_t n = (size_t)op->n_letti + 1;

	for (x = nodo_child(list, "registrazione"); x != NULL;
	    x = nodo_next(x, "registrazione"))
		n++;
	more = arena_alloc(op->a, n * sizeof *more);
	memcpy(more, op->letti, (size_t)op->n_letti * sizeof *more);
	op->letti = more;
}

int
pacchetto_registro(struct pacchetto *p)
{
	struct op *op = p->op;
	struct occhio occhio = op_occhio(op);
	struct nodo *list = nodo_new(op->a, "contenuto"), *x;
	AUTO_BUF b = { 0 };
	int r;

	p->registro = nodo_new(op->a, "estratto-registro");
	nodo_set(op->a, p->registro, "riferimento", p->riferimento);
	nodo_set(op->a, p->registro, "ora", op->ora_iso);
	if (p->consultazione == NULL &&
	    (r = registro_vista_contenuto(list, op->a, op->st->registro,
	    &occhio, &p->n, NULL)) != 0)
		return r;
	more_rows(op, list);
	for (x = nodo_child(list, "registrazione"); x != NULL;
	    x = nodo_next(x, "registrazione"))
		if ((r = add_clear(p, x)) != 0)
			return r;
	nodo_write(&b, p->registro);
	buf_append(&p->testo, buf_str(&b), b.len);
	return pacchetto_metti(p, NULL, "registro", "data/registro.xml", &b);
}

/* ---- attachments ---- */

/* Once, whoever names it. */
static int
add_attachment(struct pacchetto *p, const char *impronta, const char *nome,
    const char *protocollo)
{
	struct op *op = p->op;
	const char *path, *to;
	struct nodo *e;
	size_t size = 0;
	int r;

	to = arena_printf(op->a, "data/allegati/%s.", impronta);
	if (pacchetto_taciuto(p, impronta))
		return 0;
	for (e = nodo_child(p->lettore, "allegato"); e != NULL;
	    e = nodo_next(e, "allegato"))
		if (strncmp(nodo_attr(e, "percorso"), to, strlen(to)) == 0)
			return 0;
	if ((r = imballo_bytes(&path, &size, op, impronta)) != 0)
		return r;
	to = arena_printf(op->a, "%s%s", to, imballo_coda(op->a, nome));
	if ((r = borsa_metti_file(&p->borsa, to, path, size, impronta)) != 0)
		return r;
	e = pacchetto_voce(p, "allegati", &p->borsa.file[p->borsa.n - 1]);
	nodo_set(op->a, e, "protocollo", protocollo);
	e = nodo_elem(op->a, p->lettore, "allegato");
	nodo_set(op->a, e, "percorso", to);
	nodo_set(op->a, e, "nome", nome);
	nodo_set(op->a, e, "protocollo", protocollo);
	return 0;
}

/* Every <impronta> of what is seen of a registration. */
static int
add_of(struct pacchetto *p, const struct nodo *n, const char *protocollo)
{
	const struct nodo *c;
	const char *impronta;
	int r;

	for (c = nodo_child(n, NULL); c != NULL; c = nodo_next(c, NULL)) {
		if (registrazione_distrutto(c) != NULL)
			continue;
		if ((r = add_of(p, c, protocollo)) != 0)
			return r;
		impronta = nodo_value(p->op->a, c, "impronta");
		if (impronta == NULL || !hash_valid(impronta))
			continue;
		if ((r = add_attachment(p, impronta, nodo_value(p->op->a, c,
		    "nome"), protocollo)) != 0)
			return r;
	}
	return 0;
}

/* ---- of the acts of this folder ---- */

struct acts {
	struct pacchetto *p;
	char **names;		/* in its allegati/: "<impronta>.pdf" */
};

/* NULL: it has none. */
static const char *
name_of(const struct acts *x, const char *impronta)
{
	char **name;
	int i;

	for (name = x->names; *name != NULL; name++)
		if (strncmp(*name, impronta, IMPRONTA_LEN) == 0)
			return *name;
	for (i = 0; i < x->p->n_nomi; i++)
		if (strncmp(x->p->nomi[i], impronta, IMPRONTA_LEN) == 0)
			return x->p->nomi[i];
	return NULL;
}

/* Only what a document that goes names. */
static int
add_of_act(void *arg, const struct anello *an, const char *giornale)
{
	struct acts *x = arg;
	const struct buf *testo = &x->p->testo;
	const char *name;
	int i, r;

	(void)giornale;
	for (i = 0; i < an->n_allegati; i++) {
		/* by its length: a CAdES signature in it has NULs */
		if (memmem(testo->data, testo->len, an->allegati[i],
		    IMPRONTA_LEN) == NULL)
			continue;
		/* an espunzione names it too, and another case may have it */
		if ((r = registro_distrutto_dopo(x->p->op->st->registro,
		    an->allegati[i], an->seq)) < 0)
			return r;
		if (r == 1)
			continue;
		name = name_of(x, an->allegati[i]);
		if ((r = add_attachment(x->p, an->allegati[i], name,
		    NULL)) != 0)
			return r;
	}
	return 0;
}

int
pacchetto_allegati(struct pacchetto *p)
{
	static char *none[] = { NULL };
	struct acts x = { p, none };
	struct op *op = p->op;
	const struct nodo *n;
	int r;

	for (n = nodo_child(p->registro, NULL); n; n = nodo_next(n, NULL))
		if (nodo_attr(n, "oscurata") == NULL &&
		    (r = add_of(p, n, nodo_value(op->a, n, "numero"))) != 0)
			return r;
	r = dir_list(&x.names, op->a, store_path(op->a, op->st,
	    arena_printf(op->a, "%s/allegati", p->folder)));
	if (r != 0 && r != ERR_ABSENT)
		return r;
	err_clear();
	return registro_catena_di(op->st->registro, p->folder, add_of_act,
	    &x);
}

/* ---- public keys ---- */

/* An OpenPGP key of ours, as it was enrolled; others need no file: CAdES
 * carries its certificate. */
static int
add_key(struct pacchetto *p, const char *impronta)
{
	struct op *op = p->op;
	const char *nome = arena_printf(op->a, "data/chiavi/%s.asc",
	    impronta);
	AUTO_BUF b = { 0 };
	int r;

	if (strlen(impronta) != 40 || borsa_trova(&p->borsa, nome) != NULL)
		return 0;
	r = store_bytes(&b, op->st, "ente", arena_printf(op->a,
	    "chiavi/%s.asc", impronta));
	if (r == ERR_ABSENT)
		return pacchetto_chiave_di_altri(p, nome);
	if (r != 0)
		return r;
	return pacchetto_metti(p, NULL, "chiavi", nome, &b);
}

int
pacchetto_chiavi(struct pacchetto *p)
{
	struct op *op = p->op;
	const char *impronta;
	struct nodo *doc;
	int i, r;

	if (p->sigillo != NULL && (r = add_key(p, p->sigillo)) != 0)
		return r;
	for (i = 0; i < p->n_doc; i++) {
		if (strcmp(p->doc[i].tipo, "manifesto") != 0)
			continue;
		if ((r = store_documento(&doc, op->a, op->st, p->folder,
		    p->doc[i].percorso)) != 0)
			return r;
		impronta = nodo_value(op->a, doc, "chiave");
		if (impronta != NULL && (r = add_key(p, impronta)) != 0)
			return r;
	}
	return 0;
}
