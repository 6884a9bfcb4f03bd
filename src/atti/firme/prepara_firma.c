/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * prepara_firma.c - what is needed to sign a document with another tool, at
 * home: the manifesto, the PDF it names, how to go on.  «firma» takes both back,
 * with or without the signature.
 *
 * Refuses: what «firma» would refuse.  Keeps: what is seen is what is signed;
 * the row of the read log tells which manifesto was handed to whom, and only
 * such a one is taken back.  Norm: CAD art. 20.
 */
#include <string.h>

#include "atti/firme/da_firmare.h"
#include "atti/firme/firmare.h"
#include "atti/firme/sede_firma.h"
#include "atti/table.h"

static int
esamina(struct op *op)
{
	struct caso caso;
	int r;

	if ((r = sede_firma_scrivibile(&caso, op)) != 0 ||
	    (r = firmare_esamina_chiave(op, op_campo(op, "chiave"))) != 0)
		return r;
	return da_firmare_esamina(op, &caso);
}

/* With which command of another program, and into which file. */
static const char *
elsewhere(struct op *op, const struct firmato *f, const char **file)
{
	if (strcmp(f->tipo, "x509") == 0) {
		*file = "firma.p7s";
		return "(una firma CAdES di manifesto.xml: staccata, firma.p7s, "
		    "o intorno, .p7m)";
	}
	*file = "firma.asc";
	return arena_printf(op->a, "gpg --armor --local-user %s \\\n        "
	    "--output firma.asc --detach-sign manifesto.xml", f->chiave);
}

static const char *
how(struct op *op, const struct firmato *f, bool pdf)
{
	const char *here = arena_printf(op->a, "cartella firma --cartella %s "
	    "--documento %s \\\n        manifesto.xml%s", op_campo(op,
	    "cartella"), op_campo(op, "documento"), pdf ? " resa.pdf" : "");
	const char *file, *there = elsewhere(op, f, &file);

	return arena_printf(op->a,
	    "CHE COSA SI FIRMA\n\n"
	    "%s"
	    "manifesto.xml dice quali byte si firmano, ognuno con la sua "
	    "impronta SHA-256\n(«sha256sum resa.pdf»), chi firma e perché. "
	    "Si firma il manifesto; non lo si cambia.\n\n"
	    "COME\n\n"
	    "Con la propria chiave, sul computer da cui si usa Cartella:\n\n"
	    "    %s\n\n"
	    "Con un proprio programma, altrove:\n\n"
	    "    %s\n"
	    "    %s %s\n\n"
	    "Entro sette giorni, e finché il documento non cambia.\n",
	    pdf ? "resa.pdf è ciò che si firma, da leggere prima.\n" : "",
	    here, there, here, file);
}

static void
hand_over(struct op *op, const struct da_firmare *d, const struct firmato *f)
{
	struct op_reso *file = arena_alloc(op->a, 3 * sizeof *file);
	const char *text = how(op, f, d->p != NULL);
	struct op_reso *last = file;

	*last++ = (struct op_reso){ .percorso = "manifesto.xml",
	    .p = f->p, .n = f->n };
	if (d->p != NULL)
		*last++ = (struct op_reso){ .percorso = "resa.pdf",
		    .p = d->p, .n = d->n_p };
	*last++ = (struct op_reso){ .percorso = "LEGGIMI.txt",
	    .p = text, .n = strlen(text) };
	op->resi = file;
	op->n_resi = (int)(last - file);
	op->letto = da_firmare_letto(op, f->impronta);
	op->vista = nodo_new(op->a, "prepara-firma");
	nodo_elem_text(op->a, op->vista, "cartella",
	    op_campo(op, "cartella"));
	nodo_elem_text(op->a, op->vista, "manifesto", f->impronta);
}

static int
applica(struct op *op)
{
	struct da_firmare d;
	struct firmato f;
	struct caso caso;
	int r;

	if ((r = sede_firma(&caso, op)) != 0 ||
	    (r = da_firmare_leggi(&d, op, &caso)) != 0 ||
	    (r = da_firmare_resa(&d, op, &caso)) != 0 ||
	    (r = firmare_prepara(&f, op, op_campo(op, "chiave"), d.scopo,
	    d.oggetti, d.n)) != 0)
		return r;
	hand_over(op, &d, &f);
	return 0;
}

const struct atto atto_prepara_firma = {
	.nome = "prepara-firma",
	.sommario = "prepara un documento da leggere e da firmare altrove",
	.norma = "art. 20 CAD",
	.flags = LETTURA | RENDE_DIRECTORY | PER_DELEGA,
	.esamina = esamina,
	.applica = applica,
};
