/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * bozze.c - --bozza keeps the words of a command line instead of doing the
 * act; `bozze --manda ID` does it.  Refuses files, and the atti that read: a
 * draft is words only.
 */
#include <stdio.h>
#include <string.h>

#include "atti/chi.h"
#include "cli/cli.h"
#include "xml/xml.h"

static int
author(struct autore *out, struct arena *a, struct store *st,
    const struct riga *r)
{
	struct chi chi;
	int e;

	if ((e = chi_agisce(&chi, a, st, esegui_login(), r->come)) != 0)
		return e;
	*out = (struct autore){ chi.utente, chi.per };
	return 0;
}

static int
usage(const struct riga *r, const struct atto *atto)
{
	if (atto->flags & (LETTURA | FONDA))
		return err_set(ERR_INVALID, "«%s» non si tiene in bozza",
		    atto->nome);
	if (r->xml != NULL ||
	    ((atto->flags & FILE_AMMESSI) && r->n_resto > 0))
		return err_set(ERR_INVALID, "una bozza è fatta di campi, non "
		    "di file: tieni i campi, i file si danno quando l'atto "
		    "si compie");
	return 0;
}

int
bozza_di_riga(struct arena *a, const struct riga *r, const struct atto *atto,
    const struct nodo *istanza)
{
	AUTO(store) st = NULL;
	struct autore chi;
	AUTO(op) op = NULL;
	int e;

	if ((e = usage(r, atto)) != 0) {
		stampa_errore(e);
		return USCITA_USO;
	}
	if ((e = store_open(&st, r->store, 0)) != 0 ||
	    (e = author(&chi, a, st, r)) != 0)
		return stampa_errore(e);
	op = op_new(st, atto, istanza, chi.utente, chi.per);
	if ((e = bozza_tieni(op)) != 0)
		return stampa_errore(e);
	printf("bozza %s\n", op->id);
	return USCITA_FATTO;
}

static const char *
sent_id(const struct riga *r)
{
	const char *id = NULL;
	int i;

	for (i = 0; i < r->n_campi; i++)
		if (strcmp(r->campi[i][0], "manda") == 0)
			id = r->campi[i][1];
	return id;
}

/* What this line confirms, before the atto's own element. */
static void
confirm(struct arena *a, struct nodo *istanza, const struct riga *r)
{
	struct nodo *c = nodo_child(istanza, "conferme");
	int i;

	if (r->n_conferme == 0)
		return;
	if (c == NULL) {
		c = nodo_new(a, "conferme");
		nodo_add_before(nodo_child(istanza, NULL), c);
	}
	for (i = 0; i < r->n_conferme; i++)
		nodo_set(a, nodo_elem(a, c, "conferma"), "codice",
		    r->conferme[i]);
}

int
bozza_da_mandare(struct buf *bytes, struct mandata *out, struct arena *a,
    const struct riga *r)
{
	const char *id = sent_id(r);
	AUTO(store) st = NULL;
	struct nodo *istanza;
	struct bozza *b = &out->bozza;
	int e;

	if (id == NULL)
		return 0;
	if ((e = store_open(&st, r->store, 0)) != 0 ||
	    (e = author(&out->chi, a, st, r)) != 0 ||
	    (e = bozza_prendi(b, a, st, &out->chi, id)) != 0 ||
	    (e = xml_parse(&istanza, a, b->testo, strlen(b->testo),
	    XML_OURS)) != 0 || (e = bozza_compiuta(st, b)) < 0)
		return e;
	out->compiuta = e == 1;
	if ((out->atto = atto_find(b->atto)) == NULL)
		return err_set(ERR_INVALID, "la bozza è di un atto che non "
		    "c'è più: «%s»", b->atto);
	confirm(a, istanza, r);
	nodo_write(bytes, istanza);
	return 0;
}

int
bozza_fatta(const struct mandata *m, const struct riga *r)
{
	AUTO(store) st = NULL;
	int e;

	if (m->compiuta) {
		fprintf(stderr, "cartella: l'atto di questa bozza era già "
		    "compiuto, e questa è la sua risposta: guarda se dice le "
		    "stesse cose, poi «cartella bozze --togli %s»\n",
		    m->bozza.id);
		return 0;
	}
	if ((e = store_open(&st, r->store, 0)) != 0)
		return e;
	return bozza_mandata(st, &m->chi, &m->bozza);
}
