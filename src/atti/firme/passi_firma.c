/* SPDX-License-Identifier: EUPL-1.2 */
#include "atti/firme/passi_firma.h"

#include <string.h>

#include "atti/firme/sede_firma.h"
#include "base/buf.h"
#include "documenti/firmabile.h"
#include "documenti/manifesto.h"
#include "registro/chiavi.h"
#include "registro/deleghe.h"
#include "registro/firme.h"
#include "registro/libro.h"

int
passi_firma_documento(struct attuale *out, struct op *op,
    const struct caso *caso)
{
	const char *path = op_campo(op, "documento");
	int r;

	out->id = NULL;
	r = sede_firma_legge(op, caso, path);
	if (r == 0)
		r = registro_attuale(out, op->a, op->st->registro,
		    caso->folder, path);
	if (r == ERR_ABSENT) {
		err_clear();
		out->id = NULL;
		op_errore(op, "documento", "documento-ignoto", NULL,
		    "%s non c'è %s", sede_di_ente(caso) ? "fra gli elenchi "
		    "di scarto e i loro verbali" : "nella cartella", path);
		return 0;
	}
	if (r != 0)
		return r;
	if (!firmabile_tipo(out->tipo)) {
		out->id = NULL;
		op_errore(op, "documento", "non-si-firma", NULL,
		    "%s non si firma: si firmano relazioni, proposte, "
		    "progetti, verbali, affidamenti e bozze di "
		    "determinazione", path);
	}
	return 0;
}

/* By whom he acts for another; NULL: for himself. */
static const char *
hand(const struct op *op)
{
	return op->per != NULL ? op->utente : NULL;
}

/* Whose signature is waited for: the open steps, in words. */
static int
waited_for(const char **out, struct op *op, const char *documento)
{
	struct libro_passo *list;
	AUTO_BUF b = { 0 };
	int r, n, i;

	if ((r = registro_libro_passi(&list, &n, op->a, op->st->registro,
	    documento, NULL, NULL)) != 0)
		return r;
	for (i = 0; i < n; i++)
		if (list[i].aperto)
			buf_printf(&b, "%s%s", b.len > 0 ? ", o " : "",
			    passo_in_parole(op->a, list[i].chi,
			    list[i].ruolo));
	*out = arena_strdup(op->a, b.len > 0 ? buf_str(&b) : "nessuno");
	return 0;
}

/* The step the operator would do: the first open one that names him; fatto
 * and not aperto: those that named him are done.  *n: how many name him. */
static int
own_step(struct libro_passo *out, int *n, struct op *op,
    const struct attuale *doc)
{
	struct libro_passo *list;
	int r, i;

	*out = (struct libro_passo){ .fatto = true };
	if ((r = registro_libro_passi(&list, n, op->a, op->st->registro,
	    doc->id, op_agente(op), hand(op))) != 0)
		return r;
	for (i = 0; i < *n; i++) {
		if (list[i].aperto) {
			*out = list[i];
			return 0;
		}
		if (!list[i].fatto && out->fatto)
			*out = list[i];
	}
	return 0;
}

/* 1: the one in whose name he acts has signed that version already, and each
 * step is of another hand. */
static int
signed_himself(struct op *op, const struct attuale *doc)
{
	return registro_firmata_da(NULL, op->a, op->st->registro, doc->id,
	    doc->impronta, op->per);
}

/* For another: only what a delega gives, which is no author's signature. */
static int
check_delega(struct op *op, const struct attuale *doc,
    const struct libro_passo *passo)
{
	struct ente ente;
	int r;

	if (op->per == NULL)
		return 0;
	if ((r = signed_himself(op, doc)) < 0)
		return r;
	if (r == 1 || !passo->aperto) {
		op_errore(op, "documento", "delega-senza-passo",
		    "art. 20 CAD", "per delega di %s si firma solo ciò che a "
		    "lui tocca, per il suo ruolo, vistare o approvare: la "
		    "sottoscrizione è personale", op->per);
		return 0;
	}
	if ((r = registro_ente(&ente, op->a, op->st->registro)) != 0 ||
	    ente.dimostrativo)
		return r;
	r = registro_delega_copre(op->st->registro, op->utente, op->per,
	    "firma");
	if (r == 0)
		op_errore(op, "", "firma-altrui", "art. 20 CAD",
		    "nessuna delega in vigore di %s a te comprende «firma»",
		    op->per);
	return r < 0 ? r : 0;
}

static int
out_of_turn(struct op *op, const struct attuale *doc)
{
	const char *chi;
	int r;

	if ((r = waited_for(&chi, op, doc->id)) != 0)
		return r;
	op_errore(op, "documento", "fuori-ordine", NULL, "non è il tuo turno: "
	    "ora la firma si aspetta da: %s", chi);
	return 0;
}

static int
check_turn(struct op *op, const struct attuale *doc,
    const struct libro_documento *libro)
{
	struct libro_passo passo;
	const char *chi;
	int r, n;

	if ((r = own_step(&passo, &n, op, doc)) != 0 ||
	    (r = check_delega(op, doc, &passo)) != 0)
		return r;
	if (op->per != NULL || passo.aperto)
		return 0;
	if (!passo.fatto)
		return out_of_turn(op, doc);
	if (libro->altri)
		return 0;
	if ((r = waited_for(&chi, op, doc->id)) != 0)
		return r;
	op_errore(op, "documento", "non-tocca-a-te", NULL, "le regole di "
	    "firma non ti nominano; la firma si aspetta da: %s", chi);
	return 0;
}

/* Is it still what he has seen, and is it still to be signed? */
static bool
check_version(struct op *op, const struct attuale *doc,
    const struct libro_documento *libro)
{
	const char *seen = op_campo(op, "impronta");

	if (seen != NULL && strcmp(seen, doc->impronta) != 0)
		op_errore(op, "impronta", "versione-cambiata", "art. 20 CAD",
		    "%s non è più come l'hai visto: guardalo di nuovo prima "
		    "di firmarlo", doc->percorso);
	else if (libro->rinviato_da != NULL)
		op_errore(op, "documento", "rinviato", NULL, "%s ha rinviato "
		    "questa versione a chi l'ha scritta: se ne aspetta una "
		    "nuova", libro->rinviato_da);
	else if (!libro->attende)
		op_errore(op, "documento", "non-attende-firme", NULL,
		    "%s non aspetta più firme", doc->percorso);
	else
		return true;
	return false;
}

int
passi_firma_esamina(struct op *op, const struct attuale *doc)
{
	struct libro_documento libro;
	int r;

	if ((r = registro_libro_documento(&libro, op->a, op->st->registro,
	    doc->id)) != 0)
		return r;
	return check_version(op, doc, &libro) ? check_turn(op, doc, &libro) :
	    0;
}

int
passi_firma_scopo(const char **out, struct op *op, const struct attuale *at,
    const struct nodo *doc)
{
	struct firmabile f = { .autore = "" };
	struct libro_passo passo;
	int r, n;

	if ((r = own_step(&passo, &n, op, at)) != 0)
		return r;
	firmabile(&f, op->a, doc);
	if (passo.aperto)
		*out = passo.scopo;
	else
		*out = f.autore[0] == '\0' ||
		    strcmp(f.autore, op->utente) == 0 ?
		    SCOPO_SOTTOSCRIZIONE : SCOPO_VISTO;
	return 0;
}

int
passi_firma_tocca(struct op *op, const struct attuale *doc)
{
	struct libro_documento libro;
	struct libro_passo passo;
	const char *chi;
	int r, n;

	if ((r = registro_libro_documento(&libro, op->a, op->st->registro,
	    doc->id)) != 0)
		return r;
	if (!check_version(op, doc, &libro))
		return 0;
	if ((r = own_step(&passo, &n, op, doc)) != 0 || passo.aperto)
		return r;
	if ((r = waited_for(&chi, op, doc->id)) != 0)
		return r;
	op_errore(op, "documento", "non-tocca-a-te", NULL, "lo rinvia chi "
	    "deve firmarlo: la firma si aspetta da: %s", chi);
	return 0;
}

/* NULL: every signature of this version is still believed. */
static int
not_believed(const char **chi, const char **perche, struct op *op,
    const char *folder, const struct attuale *doc)
{
	struct registro *reg = op->st->registro;
	struct firma_riga *f;
	struct attuale at;
	int r, n, i;

	*chi = NULL;
	if ((r = registro_firme(&f, &n, op->a, reg, doc->id)) != 0)
		return r;
	for (i = 0; i < n && *chi == NULL; i++) {
		if (strcmp(f[i].documento_impronta, doc->impronta) != 0)
			continue;
		if ((r = registro_attuale(&at, op->a, reg, folder,
		    f[i].percorso)) != 0 ||
		    (r = registro_chiave_valeva(perche, op->a, reg,
		    f[i].chiave, f[i].utente, at.seq, f[i].ora)) < 0)
			return r;
		if (r == 0)
			*chi = f[i].utente;
	}
	return 0;
}

/* Who holds a stolen key has signed as well: what rests on that waits. */
static int
check_believed(struct op *op, const char *campo, const char *folder,
    const char *percorso)
{
	const char *chi, *perche = NULL;
	struct attuale doc;
	int r;

	if ((r = registro_attuale(&doc, op->a, op->st->registro, folder,
	    percorso)) != 0 ||
	    (r = not_believed(&chi, &perche, op, folder, &doc)) != 0)
		return r;
	if (chi != NULL)
		op_errore(op, campo, "firma-non-creduta", "art. 20 CAD",
		    "alla firma di %s su %s non si crede: %s; se ne scriva "
		    "un altro, e lo si firmi", chi, percorso, perche);
	return 0;
}

int
passi_firma_complete(struct op *op, const char *campo, const char *folder,
    const char *percorso, const char *gia)
{
	struct libro_manca *list;
	AUTO_BUF b = { 0 };
	int r, n, i;

	if (gia != NULL && rilievo_find(&op->ril, gia) != NULL)
		return 0;
	if ((r = registro_firme_mancanti(&list, &n, op->a, op->st->registro,
	    folder, percorso)) != 0)
		return r;
	for (i = 0; i < n; i++)
		buf_printf(&b, "%s%s", i > 0 ? ", " : "",
		    passo_in_parole(op->a, list[i].chi, list[i].ruolo));
	if (n == 0)
		return check_believed(op, campo, folder, percorso);
	op_errore(op, campo, "firme-mancanti", "art. 6 L. 241/1990",
	    "a %s manca la firma di: %s; finché non c'è, non si va avanti",
	    percorso, buf_str(&b));
	return 0;
}

int
passi_firma_a_meta(struct op *op, const char *campo, const char *folder,
    const char *percorso)
{
	struct libro_passo *list;
	struct attuale doc;
	int r, n, i;

	if ((r = registro_attuale(&doc, op->a, op->st->registro, folder,
	    percorso)) != 0 ||
	    (r = registro_libro_passi(&list, &n, op->a, op->st->registro,
	    doc.id, NULL, NULL)) != 0)
		return r;
	for (i = 0; i < n; i++)
		if (list[i].fatto)
			return passi_firma_complete(op, campo, folder,
			    percorso, NULL);
	return 0;
}
