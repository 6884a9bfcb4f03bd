/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * espungi.c - remove for good documents that were filed in the wrong cartella,
 * by order of a provvedimento.
 *
 * Refuses: a closed cartella; one that is under a hold; a type that is not in
 * the table; a document on which one that stays is built (espungere.c); one
 * erased before.  Keeps: the chain, which names documents by segno and impronta
 * alone; at each path a lapide, which has none of its words and not its id;
 * attachments that something else names.  Norm: GDPR artt. 5, 16, 17.
 */
#include <string.h>

#include "atti/archivio/espungere.h"
#include "atti/archivio/scarti.h"
#include "atti/table.h"
#include "base/hash.h"

/*
 * GDPR art. 17(3)(e): nobody has a right to the erasure of what somebody needs
 * for a claim in law.  Two orders against each other are for people to settle:
 * who holds lifts the hold, by an act.
 */
static int
check_hold(struct op *op, const struct caso *caso)
{
	struct blocco_vigente b;
	int r = registro_blocco_vigente(&b, op->a, op->st->registro,
	    caso->folder);

	/* set before the accesso became it */
	if (r == 0 && caso->c.accesso.progressivo != 0)
		r = registro_blocco_vigente(&b, op->a, op->st->registro,
		    numero_folder(op->a, &caso->c.accesso));
	if (r == 1)
		op_errore(op, "cartella", "bloccata", "art. 17(3)(e) GDPR",
		    "su %s c'è un blocco (%s: %s), e chi l'ha chiesto può aver "
		    "bisogno del documento: se non è così, o se l'ordine di "
		    "cancellare viene dopo, prima «sblocca-scarto» con i suoi "
		    "estremi", numero_text(op->a, &caso->n), b.motivo,
		    b.estremi);
	return r < 0 ? r : 0;
}

/* Of a case that was handed over and is open again: what goes stays there, in
 * the package of a later day. */
static int
warn_handed(struct op *op, const struct espungendo *x)
{
	int64_t first = x->n > 0 ? x->va[0].versione[0].seq : 0;
	struct versato *list;
	int r, i, n;

	for (i = 1; i < x->n; i++)
		if (x->va[i].versione[0].seq < first)
			first = x->va[i].versione[0].seq;
	if ((r = registro_versati(&list, &n, op->a, op->st->registro,
	    &x->caso.n, first)) != 0)
		return r;
	scarto_avvisa_versati(op, list, n);
	return 0;
}

static int
esamina(struct op *op)
{
	struct espungendo x;
	struct caso caso;
	int r;

	if ((r = caso_scrivibile(&caso, op)) != 0 ||
	    (r = check_hold(op, &caso)) != 0)
		return r;
	if ((r = espungere_raccogli(&x, op, &caso)) != 0 ||
	    op->ril.errori > 0)
		return r;
	return warn_handed(op, &x);
}

/* ---- how it goes ---- */

struct lavoro {
	struct op *op;
	struct espungendo *x;
};

/* The lapide of one version, in place of its bytes. */
static int
bury(void *arg, struct buf *out, const char *path, const void *p, size_t n)
{
	struct lavoro *l = arg;
	char impronta[IMPRONTA_LEN + 1];
	int i;

	hash_hex(impronta, p, n);
	for (i = 0; i < l->x->n; i++)
		if (strcmp(l->x->va[i].e.percorso, path) == 0)
			nodo_write(out, lapide_make(l->op->a, &l->x->va[i].e,
			    impronta));
	return 0;
}

static void
add_document(struct nodo *n, struct op *op, const struct va *v)
{
	struct nodo *e = espunzione_documento(op->a, n, &v->e);
	char lapide[IMPRONTA_LEN + 1];
	int i;

	for (i = 0; i < v->n_versioni; i++) {
		AUTO_BUF b = { 0 };

		nodo_write(&b, lapide_make(op->a, &v->e,
		    v->versione[i].impronta));
		hash_hex(lapide, b.data, b.len);
		espunzione_versione(op->a, e, v->versione[i].seq,
		    v->versione[i].impronta, lapide);
	}
}

static int
applica(struct op *op)
{
	struct espungendo x;
	struct lavoro l = { op, &x };
	struct posto *posti;
	struct caso caso;
	struct nodo *n;
	int r, ordine, mossi, i;

	if ((r = caso_find(&caso, op)) != 0 ||
	    (r = espungere_raccogli(&x, op, &caso)) != 0 ||
	    (r = espungere_descrivi(&x, op)) != 0 ||
	    (r = op_riscrivi(op, caso.folder, x.percorsi, x.n, bury,
	    &l)) != 0)
		return r;
	n = espunzione_make(op->a, &x.va[0].e, op_agente(op),
	    op_campo(op, "motivo"));
	for (i = 0; i < x.n; i++)
		add_document(n, op, &x.va[i]);
	if ((r = espungere_allegati(n, op, &x)) != 0 ||
	    (r = espungere_sposta(&posti, &mossi, n, op)) != 0 ||
	    (r = registro_documenti(&ordine, op->st->registro, caso.folder,
	    ESPUNZIONI_DIR)) != 0)
		return r;
	op->fatto = numero_text(op->a, &caso.n);
	op_deposita(op, caso.folder, ordinale_path(op->a, ESPUNZIONI_DIR,
	    ordine + 1, ".xml"), n);
	return 0;
}

const struct atto atto_espungi = {
	.nome = "espungi",
	.sommario = "toglie per sempre un documento finito nella cartella "
	    "sbagliata",
	.norma = "artt. 5, 16 e 17 GDPR",
	.flags = PERSONALE,
	.esamina = esamina,
	.applica = applica,
};
