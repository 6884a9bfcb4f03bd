/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * aggiorna_scheda.c - change some fields of the scheda of a person.
 *
 * Refuses: a closed cartella; a birth to come, a codice fiscale that cannot
 * be; to take away what a scheda must have; a field that others changed since
 * the base of the istanza, of which it shows both texts.  Keeps: what the
 * istanza does not name; what others changed elsewhere in the meantime. Norm:
 * GDPR art. 5 (1)(d), data are accurate.
 */
#include "atti/caso/persone.h"
#include "atti/caso/scrivere.h"
#include "atti/table.h"
#include "documenti/fusione.h"
#include "documenti/scheda.h"
#include "xml/xml.h"

/* The scheda on the head the istanza was made on; NULL: on that of now. */
static int
load_base(struct nodo **out, struct op *op, const char *folder)
{
	const char *commit;
	AUTO_BUF b = { 0 };
	struct folder *f;
	int r;

	*out = NULL;
	if ((r = op_base(&commit, op, folder)) != 0 || commit == NULL)
		return r < 0 ? r : 0;
	if ((r = store_folder(&f, op->st, folder, false)) != 0 ||
	    (r = folder_read(&b, f, commit, SCHEDA_PERCORSO)) != 0)
		return r;
	return xml_parse(out, op->a, b.data, b.len, XML_OURS);
}

static int
merge(struct nodo **out, struct op *op, const struct caso *caso)
{
	struct fusione f = { .mio = op->in };
	struct nodo *ora, *base;
	int r;

	if ((r = campi_load(&f.campi, "documenti/scheda",
	    "scheda")) != 0 ||
	    (r = store_documento(&ora, op->a, op->st, caso->folder,
	    SCHEDA_PERCORSO)) != 0 ||
	    (r = load_base(&base, op, caso->folder)) != 0)
		return r;
	f.ora = ora;
	f.base = base;
	return fusione(out, &op->ril, &f);
}

/* The rules of a scheda, where the person is another than before. */
static int
check_person(struct op *op, const struct caso *caso, const struct nodo *fused)
{
	struct nodo *copy = nodo_copy(op->a, fused);

	if (nodo_child(op->in, "anagrafica") == NULL)
		return 0;
	copy->nome = op->atto->nome;	/* the place of its rilievi */
	scheda_check(&op->ril, copy, op_oggi(op));
	return persone_simili(op, nodo_child(copy, "anagrafica"), "anagrafica",
	    &caso->n);
}

static int
esamina(struct op *op)
{
	struct nodo *fused;
	struct caso caso;
	int r;

	if ((r = caso_scrivibile(&caso, op)) != 0 ||
	    (r = merge(&fused, op, &caso)) != 0)
		return r;
	return check_person(op, &caso, fused);
}

static int
applica(struct op *op)
{
	struct nodo *fused;
	struct caso caso;
	int r;

	if ((r = caso_find(&caso, op)) != 0 ||
	    (r = merge(&fused, op, &caso)) != 0)
		return r;
	op->fatto = numero_text(op->a, &caso.n);
	op_deposita_fuso(op, caso.folder, SCHEDA_PERCORSO, fused);
	return 0;
}

const struct atto atto_aggiorna_scheda = {
	.nome = "aggiorna-scheda",
	.sommario = "cambia alcuni campi della scheda di una persona",
	.norma = "art. 5 GDPR",
	.esamina = esamina,
	.applica = applica,
};
