/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * riverifica_firma.c - look again at the signatures of a registration, or of a
 * document of a case or a list of scarto: other roots, other revocations, a key of which more is
 * known, a program that can do more.
 *
 * Refuses: what bears no signature; bytes that were destroyed; a cartella that
 * is closed.  Keeps: every
 * verdict before this one; the time that counts is still that of the
 * registration, or of the act that signed.  Norm: CAD art. 20; DPCM 22 febbraio
 * 2013 art. 41.
 */
#include <stdlib.h>
#include <string.h>

#include "archivio/allegato.h"
#include "atti/firme/firme_proprie.h"
#include "atti/firme/firme_ricevute.h"
#include "atti/firme/sede_firma.h"
#include "atti/protocollo/registrazione.h"
#include "atti/table.h"
#include "documenti/cartella.h"

struct prep {
	struct firme_ricevute *ricevute;
	struct firma_propria *proprie;
	const char *cartella;		/* where these are */
};

/* ---- what is looked at ---- */

static int
registration(struct nodo **out, struct op *op, const struct numero *n)
{
	struct occhio occhio = op_occhio(op);
	int r;

	if ((r = registro_vista_registrazione(out, op->a, op->st->registro,
	    &occhio, n)) != 0)
		return r;
	if (nodo_attr(*out, "oscurata") != NULL)
		return err_set(ERR_ABSENT, "%s è riservata: lo fa chi può "
		    "leggerla", numero_text(op->a, n));
	return 0;
}

static int
document(struct caso *caso, struct op *op)
{
	int r;

	if ((r = sede_firma_di(caso, op, op_campo(op, "riferimento"))) != 0)
		return r;
	return sede_firma_legge(op, caso, op_campo(op, "documento"));
}

/* Of ente there is no number: it is as a cartella that is never closed. */
static int
number(struct numero *out, struct op *op)
{
	const char *text = op_campo(op, "riferimento");

	*out = (struct numero){ .serie = SERIE_CARTELLA };
	return strcmp(text, SEDE_ENTE) == 0 ? 0 : numero_parse(out, text);
}

/* ---- rules ---- */

/* The day on which all its files that are asked for were destroyed; NULL: one
 * is there. */
static const char *
none_left(struct op *op, const struct nodo *reg)
{
	const char *which = op_campo(op, "file"), *posto, *day = NULL;
	const struct nodo *f = NULL;

	while ((f = registrazione_prossimo(&posto, op->a, reg, f)) != NULL) {
		if (which != NULL && strcmp(which, posto) != 0)
			continue;
		if ((day = registrazione_distrutto(f)) == NULL)
			return NULL;
	}
	return day;
}

static int
check_registration(struct op *op, const struct numero *n)
{
	const char *posto, *day;
	struct nodo *v;
	int r;

	if ((r = registration(&v, op, n)) != 0)
		return r;
	if (registrazione_prossimo(&posto, op->a, v, NULL) == NULL)
		op_errore(op, "riferimento", "senza-file", NULL,
		    "la registrazione %s non ha file da verificare",
		    numero_text(op->a, n));
	else if ((day = none_left(op, v)) != NULL)
		op_errore(op, "riferimento", "byte-distrutti",
		    "art. 21 D.lgs 42/2004", "i byte furono distrutti per "
		    "provvedimento il %s: non c'è più niente da verificare; "
		    "che cosa se ne era trovato lo dice «verifica-firma»",
		    day);
	return 0;
}

static int
check_document(struct op *op)
{
	struct firma_riga *list;
	struct caso caso;
	int r, n;

	if ((r = document(&caso, op)) != 0 ||
	    (r = firme_proprie_elenco(&list, &n, op, &caso,
	    op_campo(op, "documento"))) != 0)
		return r;
	if (!sede_di_ente(&caso) && !cartella_scrivibile(caso.c.stato))
		op_errore(op, "riferimento", "cartella-chiusa", NULL,
		    "la cartella %s è chiusa: non vi si scrive più",
		    numero_text(op->a, &caso.n));
	if (n == 0)
		op_errore(op, "documento", "nessuna-firma", NULL,
		    "%s non è firmato", op_campo(op, "documento"));
	return 0;
}

static int
esamina(struct op *op)
{
	struct numero n;
	int r;

	if ((r = number(&n, op)) != 0)
		return r;
	if (n.serie == SERIE_PROTOCOLLO)
		return check_registration(op, &n);
	if (n.serie == SERIE_CARTELLA && op_campo(op, "documento") != NULL)
		return check_document(op);
	op_errore(op, "documento", "manca-documento", NULL, "indica un numero "
	    "di protocollo, o una cartella e il suo documento con "
	    "--documento");
	return 0;
}

/* ---- a registration ---- */

/* Its files: the main one has place 0 whether it is there or not. */
static int
files_of(struct file_firmato **out, int *n, struct op *op,
    const struct nodo *reg, int anno)
{
	const char *which = op_campo(op, "file"), *posto, *ora;
	struct file_firmato *list = NULL;
	const struct nodo *f = NULL;
	int r, used = 0, cap = 0;
	bool there = false;

	while ((f = registrazione_prossimo(&posto, op->a, reg, f)) != NULL) {
		if (registrazione_distrutto(f) != NULL)
			continue;
		/* a copy may have come in another year */
		ora = nodo_attr(f, "ora");
		list = arena_more(op->a, list, used, &cap, sizeof *list);
		list[used] = (struct file_firmato){
		    .nome = nodo_value(op->a, f, "nome"),
		    .impronta = nodo_value(op->a, f, "impronta"),
		    .solo_compagno = which != NULL &&
		    strcmp(which, posto) != 0 };
		list[used].path = allegato_path(op->a, store_allegati(op->a,
		    op->st, ora != NULL ? (int)strtol(ora, NULL, 10) : anno),
		    list[used].impronta);
		if (ora != NULL && (r = clock_parse(&list[used].ora,
		    ora)) != 0)
			return r;
		there = there || !list[used].solo_compagno;
		used++;
	}
	*out = list;
	*n = used;
	if (!there)
		return err_set(ERR_ABSENT, "di %s non c'è un file %s",
		    op_campo(op, "riferimento"), which != NULL ? which : "0");
	return 0;
}

static int
look_at_files(struct prep *p, struct op *op, const struct numero *n)
{
	struct file_firmato *file;
	struct nodo *reg;
	int64_t ora;
	int r, count;

	if ((r = registration(&reg, op, n)) != 0 ||
	    (r = files_of(&file, &count, op, reg, n->anno)) != 0 ||
	    (r = clock_parse(&ora, nodo_value(op->a, reg, "ora"))) != 0 ||
	    (r = firme_ricevute(&p->ricevute, op, file, count, ora)) != 0)
		return r;
	if (p->ricevute == NULL)
		op_errore(op, "riferimento", "nessuna-firma", NULL,
		    "nei file di %s non si trovano firme da verificare",
		    numero_text(op->a, n));
	return 0;
}

/* ---- a document ---- */

static int
look_at_document(struct prep *p, struct op *op)
{
	struct caso caso;
	int r;

	if ((r = document(&caso, op)) != 0 ||
	    (r = op_dipende(op, caso.folder)) != 0 ||
	    (r = op_dipende(op, "ente")) != 0)
		return r;
	p->cartella = caso.folder;
	return firme_proprie(&p->proprie, op, &caso,
	    op_campo(op, "documento"));
}

static int
prepara(struct op *op)
{
	struct prep *p = arena_alloc(op->a, sizeof *p);
	struct numero n;
	int r;

	if ((r = number(&n, op)) != 0 ||
	    (r = n.serie == SERIE_PROTOCOLLO ? look_at_files(p, op, &n) :
	    look_at_document(p, op)) != 0)
		return r;
	op->prep = p;
	return 0;
}

static int
applica(struct op *op)
{
	const struct firma_propria *f;
	const struct prep *p = op->prep;
	struct numero n;
	int r;

	if ((r = number(&n, op)) != 0)
		return r;
	op->fatto = p->cartella != NULL && strcmp(p->cartella, SEDE_ENTE) ==
	    0 ? op_campo(op, "documento") : numero_text(op->a, &n);
	for (f = p->proprie; f != NULL; f = f->succ)
		op_deposita(op, p->cartella, f->percorso,
		    nodo_copy(op->a, f->verdetto));
	return p->ricevute == NULL ? 0 :
	    firme_ricevute_deposita(op, &n, p->ricevute);
}

const struct atto atto_riverifica_firma = {
	.nome = "riverifica-firma",
	.sommario = "verifica di nuovo le firme di una registrazione, o di un "
	    "documento; le verifiche di prima restano",
	.norma = "art. 20 CAD; art. 41 DPCM 22 febbraio 2013",
	.esamina = esamina,
	.prepara = prepara,
	.applica = applica,
};
