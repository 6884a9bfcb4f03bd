/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * espungi.c - remove for good a document that was filed in the wrong cartella,
 * by order of a provvedimento.
 *
 * Refuses: a closed cartella; a type that is not in the table
 * (documenti/espunzione.h); a document that another one of the cartella names,
 * that a letter tells, that was signed; one erased before.  Keeps: the chain,
 * which names documents by segno and impronta alone; at its path a lapide, which
 * has none of its words and not its id.  Norm: GDPR artt. 5, 16, 17.
 */
#include <string.h>

#include "atti/cartella.h"
#include "atti/table.h"
#include "base/hash.h"
#include "documenti/espunzione.h"
#include "registro/carte.h"
#include "registro/espunzioni.h"
#include "registro/firme.h"

#define NORMA "art. 5(1)(d) GDPR"

/* ---- may it go? ---- */

static void
depends(struct op *op, const char *che, const char *percorso)
{
	op_errore(op, "documento", "ha-seguito", NORMA, "%s %s: prima si "
	    "toglie ciò che vi si fonda, se si può, o si lascia il documento "
	    "e lo si corregge", che, percorso);
}

/* Does the text of another document name it: path, id, impronta? */
static int
named_by(struct op *op, const struct caso *caso, const struct attuale *doc,
    const struct attuale *other)
{
	AUTO_BUF b = { 0 };
	int r;

	if (strcmp(other->percorso, doc->percorso) == 0 ||
	    strcmp(other->tipo, ESPUNZIONE) == 0)
		return 0;
	if ((r = store_bytes(&b, op->st, caso->folder,
	    other->percorso)) != 0)
		return r;
	if (strstr(buf_str(&b), doc->percorso) != NULL ||
	    strstr(buf_str(&b), doc->id) != NULL ||
	    strstr(buf_str(&b), doc->impronta) != NULL)
		depends(op, "lo nomina", other->percorso);
	return 0;
}

static int
check_named(struct op *op, const struct caso *caso, const struct attuale *doc)
{
	struct attuale *list;
	int r, n, i;

	if ((r = registro_attuali(&list, &n, op->a, op->st->registro,
	    caso->folder)) != 0)
		return r;
	for (i = 0; i < n; i++)
		if ((r = named_by(op, caso, doc, &list[i])) != 0)
			return r;
	return 0;
}

static int
check_signed(struct op *op, const struct attuale *doc)
{
	struct firma_riga *firme;
	int r, n;

	if ((r = registro_firme(&firme, &n, op->a, op->st->registro,
	    doc->id)) != 0)
		return r;
	if (n == 0)
		n = r = registro_sottoscritto(op->st->registro, doc->id);
	if (r < 0)
		return r;
	if (n > 0)
		op_errore(op, "documento", "firmato", NORMA, "%s è firmato: "
		    "un documento firmato per ora non si espunge",
		    doc->percorso);
	return 0;
}

static int
check_letters(struct op *op, const struct caso *caso,
    const struct attuale *doc)
{
	const char *lettera;
	int r = registro_riportato(&lettera, op->a, op->st->registro,
	    caso->folder, doc->tipo);

	if (r == 0 && lettera != NULL)
		depends(op, "documenti come questo sono riportati in",
		    lettera);
	return r;
}

/* id NULL: none that may go, and a rilievo says why. */
static int
find(struct attuale *out, struct op *op, const struct caso *caso)
{
	const char *path = op_campo(op, "documento");
	int r = registro_attuale(out, op->a, op->st->registro, caso->folder,
	    path);

	if (r != 0 && r != ERR_ABSENT)
		return r;
	if (r == ERR_ABSENT)
		op_errore(op, "documento", "documento-ignoto", NULL, "in %s "
		    "non c'è il documento %s: li elenca «mostra»",
		    numero_text(op->a, &caso->n), path);
	else if (strcmp(out->tipo, LAPIDE) == 0)
		op_errore(op, "documento", "gia-espunto", NULL,
		    "%s è già stato espunto", path);
	else if (!espunzione_ammette(out->tipo))
		op_errore(op, "documento", "non-espungibile", NORMA, "%s è di "
		    "tipo «%s»: si espungono " ESPUNZIONE_TIPI, path,
		    out->tipo);
	else
		return 0;
	memset(out, 0, sizeof *out);
	return 0;
}

static int
esamina(struct op *op)
{
	struct attuale doc;
	struct caso caso;
	int r;

	if ((r = caso_scrivibile(&caso, op)) != 0 ||
	    (r = find(&doc, op, &caso)) != 0 || doc.id == NULL)
		return r;
	if ((r = check_signed(op, &doc)) != 0 ||
	    (r = check_letters(op, &caso, &doc)) != 0)
		return r;
	return check_named(op, &caso, &doc);
}

/* ---- how it goes ---- */

struct lavoro {
	struct op *op;
	struct espunto e;
};

/* The lapide of one version, in place of its bytes. */
static int
bury(void *arg, struct buf *out, const char *path, const void *p, size_t n)
{
	struct lavoro *l = arg;
	char impronta[IMPRONTA_LEN + 1];

	(void)path;
	hash_hex(impronta, p, n);
	nodo_write(out, lapide_make(l->op->a, &l->e, impronta));
	return 0;
}

static int
describe(struct lavoro *l, const struct caso *caso, const struct attuale *doc)
{
	struct op *op = l->op;
	char segno[SEGNO_LEN + 1];

	documento_segno(segno, doc->id);
	l->e = (struct espunto){ .percorso = doc->percorso, .tipo = doc->tipo,
	    .segno = arena_strdup(op->a, segno),
	    .provvedimento = op_campo(op, "provvedimento"),
	    .giorno = op_oggi(op), .istanza = op->id };
	return registro_riservato_di(&l->e.riservata_di, op->a,
	    op->st->registro, caso->folder, doc->percorso);
}

static int
add_versions(struct nodo *n, struct lavoro *l, const struct caso *caso)
{
	struct op *op = l->op;
	char lapide[IMPRONTA_LEN + 1];
	struct versione *v;
	int r, i, count;

	if ((r = registro_versioni(&v, &count, op->a, op->st->registro,
	    caso->folder, l->e.percorso)) != 0)
		return r;
	for (i = 0; i < count; i++) {
		AUTO_BUF b = { 0 };

		nodo_write(&b, lapide_make(op->a, &l->e, v[i].impronta));
		hash_hex(lapide, b.data, b.len);
		espunzione_versione(op->a, n, v[i].seq, v[i].impronta, lapide);
	}
	return 0;
}

/* The commit that has taken the place of that one; NULL: it stays. */
static const char *
new_commit(const struct rewritten *w, const char *commit)
{
	int i;

	for (i = 0; i < w->n; i++)
		if (strcmp(w->commit[i].prima, commit) == 0)
			return w->commit[i].dopo;
	return NULL;
}

/* The new places of the acts of the folder, in the document and, because
 * every act of it has one commit there, in the register. */
static int
move_acts(struct nodo *n, struct op *op, const char *cartella)
{
	const struct op_riscrittura *x = op->riscrittura;
	struct posto *list;
	const char *dopo;
	int r, i, count, used = 0;

	if ((r = registro_posti(&list, &count, op->a, op->st->registro,
	    cartella)) != 0)
		return r;
	nodo_elem_text(op->a, n, "testa", x->da);
	for (i = 0; i < count; i++) {
		if ((dopo = new_commit(&x->fatta, list[i].commit)) == NULL)
			continue;
		espunzione_commit(op->a, n, list[i].seq, list[i].commit, dopo);
		list[used++] = (struct posto){ list[i].seq, dopo };
	}
	if (used != x->fatta.n)
		return err_set(ERR_FAULT, "%s ha commit che nessun atto "
		    "nomina: eseguire «cartella verifica»", cartella);
	return registro_posti_sposta(op->st->registro, cartella, list, used);
}

static int
applica(struct op *op)
{
	struct lavoro l = { .op = op };
	struct attuale doc;
	struct caso caso;
	struct nodo *n;
	int r, ordine;

	if ((r = caso_find(&caso, op)) != 0 ||
	    (r = find(&doc, op, &caso)) != 0 ||
	    (r = describe(&l, &caso, &doc)) != 0 ||
	    (r = op_riscrivi(op, caso.folder, &l.e.percorso, 1, bury,
	    &l)) != 0)
		return r;
	n = espunzione_make(op->a, &l.e, op_agente(op),
	    op_campo(op, "motivo"));
	if ((r = add_versions(n, &l, &caso)) != 0 ||
	    (r = move_acts(n, op, caso.folder)) != 0 ||
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
