/* SPDX-License-Identifier: EUPL-1.2 */
#include "atti/caso/scrivere.h"

#include <string.h>

#include "atti/atto.h"
#include "atti/protocollo/registrazione.h"
#include "base/hash.h"
#include "documenti/fusione.h"
#include "registro/carte.h"
#include "registro/firme.h"
#include "registro/libro.h"
#include "xml/xml.h"

/* Where a document without ordinal stands, if it stands there already. */
static int
at_fixed_path(struct attuale *prima, struct op *op, const struct caso *caso,
    const struct scrittura *s)
{
	int r = registro_attuale(prima, op->a, op->st->registro, caso->folder,
	    s->percorso(op));

	if (r == ERR_ABSENT)
		memset(prima, 0, sizeof *prima);
	return r == ERR_ABSENT ? 0 : r;
}

int
scrivere_prima(struct attuale *prima, struct op *op, const struct caso *caso,
    const struct scrittura *s)
{
	const char *path = s->campo != NULL ? op_campo(op, s->campo) : NULL;
	int r;

	memset(prima, 0, sizeof *prima);
	if (s->percorso != NULL)
		return at_fixed_path(prima, op, caso, s);
	if (path == NULL)
		return 0;
	r = registro_attuale(prima, op->a, op->st->registro, caso->folder,
	    path);
	if (r == ERR_ABSENT || (r == 0 && strcmp(prima->tipo, s->tipo) != 0)) {
		memset(prima, 0, sizeof *prima);
		op_errore(op, s->campo, arena_printf(op->a, "%s-ignota",
		    s->tipo), NULL, "nella cartella non c'è %s %s", s->che,
		    path);
		return 0;
	}
	return r;
}

/* 1: who was to sign it wants it written again. */
static int
given_back(struct op *op, const char *documento)
{
	struct libro_documento libro;
	int r = registro_libro_documento(&libro, op->a, op->st->registro,
	    documento);

	if (r == ERR_ABSENT) {
		err_clear();
		return 0;
	}
	return r != 0 ? r : libro.rinviato_da != NULL;
}

int
scrivere_non_firmato(struct op *op, const struct scrittura *s,
    const struct attuale *prima)
{
	const char *campo = s->campo != NULL ? s->campo : "";
	struct firma_riga *firme;
	int r, n;

	if (prima->id == NULL)
		return 0;
	if ((r = registro_firme(&firme, &n, op->a, op->st->registro,
	    prima->id)) != 0 || (r = given_back(op, prima->id)) < 0)
		return r;
	if (n > 0 && r == 0) {
		op_errore(op, campo, arena_printf(op->a, "%s-firmata",
		    s->tipo), "art. 20 CAD", "%s ha la firma di %s: non si "
		    "riscrive, se ne fa un altro", prima->percorso,
		    firme[0].utente);
		return 0;
	}
	if ((r = registro_sottoscritto(op->st->registro, prima->id)) == 1)
		op_errore(op, campo, arena_printf(op->a, "%s-firmata",
		    s->tipo), "art. 20 CAD", "%s è già sottoscritto: non si "
		    "riscrive, se ne fa un altro", prima->percorso);
	return r < 0 ? r : 0;
}

/* ---- two that write at once ---- */

/* The document on the head the istanza was made on; NULL: it is still that,
 * or nothing was said. */
static int
load_base(struct nodo **out, struct op *op, const struct caso *caso,
    const struct attuale *prima)
{
	char impronta[IMPRONTA_LEN + 1];
	const char *commit = NULL;
	AUTO_BUF b = { 0 };
	struct folder *f;
	int r;

	*out = NULL;
	if ((r = op_base(&commit, op, caso->folder)) != 0 || commit == NULL)
		return r < 0 ? r : 0;
	if ((r = store_folder(&f, op->st, caso->folder, false)) != 0)
		return r;
	if ((r = folder_read(&b, f, commit, prima->percorso)) != 0) {
		if (r == ERR_ABSENT)
			err_clear();
		return r == ERR_ABSENT ? 0 : r;
	}
	hash_hex(impronta, b.data, b.len);
	if (strcmp(impronta, prima->impronta) == 0)
		return 0;
	return xml_parse(out, op->a, b.data, b.len, XML_OURS);
}

/* Who writes and when is of each version, and no conflict. */
static void
as_mine(struct nodo *doc, const struct nodo *mine)
{
	static const char *const names[] = { "autore", "data", "scritto" };
	struct nodo *to;
	const struct nodo *from;
	size_t i;

	for (i = 0; i < NELEM(names); i++) {
		to = nodo_child(doc, names[i]);
		from = nodo_child(mine, names[i]);
		if (to != NULL && to->primo != NULL && from != NULL &&
		    from->primo != NULL)
			to->primo->testo = from->primo->testo;
	}
}

/* 1: *doc is now what both have written. */
static int
merge(struct nodo **doc, struct op *op, const struct caso *caso,
    const struct scrittura *s, const struct attuale *prima)
{
	struct fusione f = { .intero = true };
	struct nodo *base, *ora, *mine;
	int r;

	if (!s->fonde || prima->id == NULL)
		return 0;
	if ((r = load_base(&base, op, caso, prima)) != 0 || base == NULL)
		return r;
	if ((r = store_documento(&ora, op->a, op->st, caso->folder,
	    prima->percorso)) != 0 ||
	    (r = campi_load(&f.campi, arena_printf(op->a,
	    "documenti/%s", s->tipo), s->tipo)) != 0)
		return r;
	mine = nodo_copy(op->a, *doc);
	mine->nome = op->atto->nome;	/* the place of its rilievi */
	as_mine(base, mine);
	as_mine(ora, mine);
	f.base = base;
	f.ora = ora;
	f.mio = mine;
	r = fusione(doc, &op->ril, &f);
	return r != 0 ? r : 1;
}

/* In several cartelle only what is new: each has its own versions. */
static int
check_several(struct op *op, const struct scrittura *s)
{
	struct caso *casi;
	int r, n;

	if (!s->piu_cartelle)
		return 0;
	if ((r = casi_scrivibili(&casi, &n, op)) != 0)
		return r;
	if (n > 1 && s->campo != NULL && op_campo(op, s->campo) != NULL)
		op_errore(op, s->campo, "una-sola-cartella", NULL,
		    "si riscrive in una cartella alla volta: togli le altre, "
		    "o scrivila nuova in tutte");
	return 0;
}

static struct nodo *
make(struct op *op, const struct scrittura *s)
{
	return s->make != NULL ? s->make(op->a, op->in, op_agente(op),
	    op_oggi(op)) : scrivere_copia(op, s);
}

int
scrivere_esamina(struct op *op, const struct scrittura *s)
{
	struct attuale prima;
	struct nodo *doc;
	struct caso caso;
	int r;

	if ((r = s->piu_cartelle ? caso_find(&caso, op) :
	    caso_scrivibile(&caso, op)) != 0 ||
	    (r = check_several(op, s)) != 0 ||
	    (r = scrivere_prima(&prima, op, &caso, s)) != 0 ||
	    (r = scrivere_non_firmato(op, s, &prima)) != 0)
		return r;
	if (s->check != NULL)
		s->check(&op->ril, op->in, op_oggi(op));
	if (!s->fonde || op->ril.errori > 0)
		return 0;
	doc = make(op, s);
	r = merge(&doc, op, &caso, s, &prima);
	return r < 0 ? r : 0;
}

struct nodo *
scrivere_copia(struct op *op, const struct scrittura *s)
{
	struct nodo *n = nodo_new(op->a, s->tipo);
	const struct nodo *c;

	if (!s->senza_autore) {
		nodo_elem_text(op->a, n, "autore", op_agente(op));
		nodo_elem_text(op->a, n, "scritto", op_oggi(op));
	}
	for (c = nodo_child(op->in, NULL); c != NULL; c = nodo_next(c, NULL))
		if (strcmp(c->nome, "cartella") != 0 &&
		    (s->campo == NULL || strcmp(c->nome, s->campo) != 0))
			nodo_add(n, nodo_copy(op->a, c));
	return n;
}

int
scrivere_protocollo(struct op *op)
{
	struct nodo *ignored;
	struct numero n;
	int r;

	if (op_campo(op, "protocollo") == NULL)
		return 0;
	if ((r = registrazione_in_chiaro(&ignored, &n, op)) != 0)
		return r;
	r = registrazione_valida(op, "protocollo", &n);
	return r < 0 ? r : 0;
}

int
scrivere_deposita(struct op *op, const struct caso *caso,
    const struct scrittura *s, struct nodo *doc)
{
	struct attuale prima;
	const char *path;
	int r, n, fuso;

	if ((r = scrivere_prima(&prima, op, caso, s)) != 0)
		return r;
	if ((fuso = merge(&doc, op, caso, s, &prima)) < 0)
		return fuso;
	if (prima.id != NULL) {
		nodo_set(op->a, doc, "id", prima.id);
		path = prima.percorso;
	} else if (s->percorso != NULL) {
		path = s->percorso(op);
	} else {
		if ((r = registro_documenti(&n, op->st->registro,
		    caso->folder, s->dir)) != 0)
			return r;
		path = s->gruppi ?
		    ordinale_path_grouped(op->a, s->dir, n + 1, ".xml") :
		    ordinale_path(op->a, s->dir, n + 1, ".xml");
	}
	op->fatto = numero_text(op->a, &caso->n);
	if (fuso)
		op_deposita_fuso(op, caso->folder, path, doc);
	else
		op_deposita(op, caso->folder, path, doc);
	return 0;
}

int
scrivere_applica(struct op *op, const struct scrittura *s)
{
	struct caso caso, *casi;
	int r, i, n;

	if (!s->piu_cartelle)
		return (r = caso_find(&caso, op)) != 0 ? r :
		    scrivere_deposita(op, &caso, s, make(op, s));
	if ((r = casi_scrivibili(&casi, &n, op)) != 0)
		return r;
	for (i = 0; i < n; i++)
		if ((r = scrivere_deposita(op, &casi[i], s,
		    make(op, s))) != 0)
			return r;
	/* the history of one does not name the others */
	if (n > 1)
		op->fatto = NULL;
	return 0;
}
