/* SPDX-License-Identifier: EUPL-1.2 */
#include "atti/firme/da_firmare.h"

#include <string.h>

#include "accesso/letture.h"
#include "atti/archivio/scarti_carta.h"
#include "atti/carte/copiare.h"
#include "atti/carte/stampare.h"
#include "atti/firme/firmare.h"
#include "atti/firme/passi_firma.h"
#include "atti/firme/sede_firma.h"
#include "registro/firme.h"
#include "resa/resa.h"
#include "worker/worker.h"

/* ---- rules ---- */

static int
check_earlier(struct op *op, const struct attuale *doc)
{
	struct firma_riga f;
	int r = registro_firmata_da(&f, op->a, op->st->registro, doc->id,
	    doc->impronta, op->utente);

	if (r == 1)
		op_errore(op, "documento", "gia-firmato", NULL,
		    "hai già firmato questa versione: la firma è %s",
		    f.percorso);
	return r < 0 ? r : 0;
}

/* Nobody signs what he may not read. */
static int
find(struct attuale *out, struct op *op, const struct caso *caso)
{
	const char *path = op_campo(op, "documento");
	int r;

	if ((r = sede_firma_legge(op, caso, path)) != 0)
		return r;
	return registro_attuale(out, op->a, op->st->registro, caso->folder,
	    path);
}

int
da_firmare_esamina(struct op *op, const struct caso *caso)
{
	struct attuale doc;
	int r;

	if ((r = passi_firma_documento(&doc, op, caso)) != 0 ||
	    doc.id == NULL || (r = check_earlier(op, &doc)) != 0)
		return r;
	if (rilievo_find(&op->ril, "gia-firmato") != NULL)
		return 0;
	return passi_firma_esamina(op, &doc);
}

/* ---- what is named ---- */

static void
add(struct da_firmare *d, const struct manifesto_oggetto *o)
{
	d->oggetti[d->n++] = *o;
}

/* A proposta rests on a relazione: who signs the one has signed both, in the
 * version that was proposed. */
static int
add_relazione(struct da_firmare *d, struct op *op, const struct caso *caso,
    const struct nodo *doc)
{
	const char *path = nodo_value(op->a, doc, "relazione-percorso");
	const char *v = nodo_value(op->a, doc, "relazione-impronta");
	struct versione *list;
	struct attuale at;
	int r, n, i = 0;

	if (strcmp(doc->nome, "proposta") != 0 || path == NULL || v == NULL)
		return 0;
	if ((r = registro_attuale(&at, op->a, op->st->registro, caso->folder,
	    path)) != 0 ||
	    (r = registro_versioni(&list, &n, op->a, op->st->registro,
	    caso->folder, path)) != 0)
		return r;
	while (i < n && strcmp(list[i].impronta, v) != 0)
		i++;
	if (i == n)
		return err_set(ERR_FAULT, "%s non ha la versione che la "
		    "proposta nomina", path);
	add(d, &(struct manifesto_oggetto){ .ruolo = RUOLO_ALLEGATO,
	    .impronta = v, .id = at.id, .tipo = at.tipo,
	    .versione = arena_printf(op->a, "%d", i + 1) });
	return 0;
}

int
da_firmare_leggi(struct da_firmare *out, struct op *op,
    const struct caso *caso)
{
	struct da_firmare d = { .oggetti = arena_alloc(op->a,
	    OGGETTI_MAX * sizeof *d.oggetti) };
	struct manifesto_oggetto original;
	struct nodo *doc;
	int r;

	if ((r = find(&d.doc, op, caso)) != 0 ||
	    (r = firmare_originale(&original, op, caso->folder,
	    d.doc.percorso)) != 0 ||
	    (r = store_documento(&doc, op->a, op->st, caso->folder,
	    d.doc.percorso)) != 0)
		return r;
	add(&d, &original);
	if ((r = passi_firma_scopo(&d.scopo, op, &d.doc, doc)) != 0 ||
	    (r = add_relazione(&d, op, caso, doc)) != 0)
		return r;
	*out = d;
	return 0;
}

/* ---- the rendition ---- */

/* As it is printed, but it says nothing of being a draft: it is what makes it
 * no draft. */
static int
make_pdf(struct buf *pdf, const char **nome, struct op *op,
    const struct caso *caso, const char *percorso)
{
	AUTO_BUF odt = { 0 };
	AUTO_BUF whole = { 0 };
	struct stampando s;
	int r;

	if ((r = stampare_leggi(&s, op, &caso->n, percorso)) != 0)
		return r;
	s.da_firmare = false;
	*nome = arena_printf(op->a, "%s.pdf", copiare_nome(op, &s));
	if ((r = stampare_odt(&odt, op, &s, NULL, NULL, NULL)) != 0 ||
	    (r = resa_aggiungi(&whole, odt.data, odt.len, stampare_parole(op,
	    &s))) != 0)
		return r;
	return worker_pdf(pdf, whole.data, whole.len);
}

/* A list of scarto or a verbale, by its own model. */
static int
make_scarto(struct buf *pdf, const char **nome, struct op *op,
    const char *percorso)
{
	struct scarto_elenco e;
	AUTO_BUF odt = { 0 };
	const char *che;
	int r;

	if ((r = registro_scarto_elenco(&e, op->a, op->st->registro,
	    scarto_di_percorso(&che, percorso))) != 0 ||
	    (r = scarti_carta(&odt, op, &e, che)) != 0)
		return r;
	*nome = arena_printf(op->a, "%s-scarto-%d.pdf", che, e.numero);
	return worker_pdf(pdf, odt.data, odt.len);
}

int
da_firmare_resa(struct da_firmare *d, struct op *op, const struct caso *caso)
{
	const char *resa = op_campo(op, "resa");
	char impronta[IMPRONTA_LEN + 1];
	AUTO_BUF pdf = { 0 };
	int r;

	if (resa != NULL && strcmp(resa, "nessuna") == 0)
		return 0;
	r = sede_di_ente(caso) ? make_scarto(&pdf, &d->nome, op,
	    d->doc.percorso) : make_pdf(&pdf, &d->nome, op, caso,
	    d->doc.percorso);
	if (r != 0)
		return r;
	d->p = arena_memdup(op->a, pdf.data, pdf.len);
	d->n_p = pdf.len;
	hash_hex(impronta, d->p, d->n_p);
	add(d, &(struct manifesto_oggetto){ .ruolo = RUOLO_RESA,
	    .impronta = arena_strdup(op->a, impronta), .nome = d->nome,
	    .formato = "application/pdf", .dimensione = (int64_t)d->n_p });
	return 0;
}

/* ---- prepared before ---- */

const char *
da_firmare_letto(struct op *op, const char *manifesto)
{
	return arena_printf(op->a, "%s;documento=%s;manifesto=%s",
	    op_campo(op, "cartella"), op_campo(op, "documento"), manifesto);
}

struct cercato {
	const char *utente;
	bool trovato;
};

static int
look_at(void *arg, const struct letta *x)
{
	struct cercato *c = arg;

	if (strcmp(x->operatore, c->utente) == 0 &&
	    strcmp(x->atto, "prepara-firma") == 0 &&
	    strcmp(x->esito, "mostrato") == 0)
		c->trovato = true;
	return 0;
}

/* The read log is the memory of what was handed over: nobody signs a PDF that
 * the program has not made of the document. */
int
da_firmare_preparato(struct op *op, const char *manifesto)
{
	struct cercato c = { .utente = op->utente };
	struct letture *l;
	int r;

	if ((r = store_letture(&l, op->st)) != 0 ||
	    (r = letture_di(l, da_firmare_letto(op, manifesto), NULL, NULL, 0,
	    look_at, &c)) != 0)
		return r;
	return c.trovato;
}

static bool
same(const char *a, const char *b)
{
	return a == NULL || b == NULL ? a == b : strcmp(a, b) == 0;
}

/* The same version, the same things with it. */
static bool
same_objects(const struct da_firmare *d, const struct manifesto_oggetto *o,
    int n)
{
	int i;

	for (i = 0; i < n && i < d->n; i++)
		if (!same(o[i].ruolo, d->oggetti[i].ruolo) ||
		    !same(o[i].id, d->oggetti[i].id) ||
		    !same(o[i].versione, d->oggetti[i].versione) ||
		    !same(o[i].tipo, d->oggetti[i].tipo) ||
		    !same(o[i].impronta, d->oggetti[i].impronta))
			return false;
	return n == d->n;
}

static bool
same_pdf(const struct manifesto_oggetto *resa, const void *p, size_t n)
{
	char impronta[IMPRONTA_LEN + 1];

	if (resa == NULL || p == NULL)
		return resa == NULL && p == NULL;
	hash_hex(impronta, p, n);
	return strcmp(impronta, resa->impronta) == 0;
}

int
da_firmare_confronta(struct da_firmare *d, struct op *op,
    const struct nodo *manifesto, const void *p, size_t n)
{
	struct manifesto_oggetto *o;
	struct manifesto_capo c;
	bool resa;
	int r, many;

	if ((r = manifesto_capo(&c, op->a, manifesto)) != 0 ||
	    (r = manifesto_oggetti(&o, &many, op->a, manifesto)) != 0)
		return r;
	resa = strcmp(o[many - 1].ruolo, RUOLO_RESA) == 0;
	/* the order of signatures may be another now, and he sign for else */
	if (!same(c.scopo, d->scopo) || !same_objects(d, o, many - resa)) {
		op_errore(op, "", "documento-cambiato", NULL, "il documento, "
		    "o ciò per cui lo si firma, non è più quello del "
		    "manifesto: prepara di nuovo la firma");
		return 1;
	}
	if (!same_pdf(resa ? &o[many - 1] : NULL, p, n)) {
		op_errore(op, "", "resa-diversa", "art. 20 CAD", resa ?
		    "il PDF non è quello del manifesto, o non c'è: si firma "
		    "ciò che si legge" : "il manifesto non nomina nessun PDF");
		return 1;
	}
	if (resa)
		d->nome = o[many - 1].nome;
	d->p = p;
	d->n_p = n;
	return 0;
}

int
da_firmare_ancora(struct op *op, const struct caso *caso, const char *id,
    const char *impronta)
{
	struct attuale doc;
	int r;

	if ((r = registro_attuale(&doc, op->a, op->st->registro, caso->folder,
	    op_campo(op, "documento"))) != 0)
		return r;
	if (strcmp(doc.id, id) != 0 || strcmp(doc.impronta, impronta) != 0)
		return err_set(ERR_BUSY, "il documento è cambiato mentre "
		    "firmavi: riprova");
	return 0;
}
