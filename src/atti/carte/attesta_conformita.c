/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * attesta_conformita.c - a PDF copy of a document whose last page attests that
 * it is like the XML original, signed by who attests it; or of a copy with
 * omissions, that it is an extract of it.
 *
 * Refuses: a document that the operator may not read; a reserved entry of the
 * diary; a draft; a copy with
 * omissions of another document, or of a version that is no longer the last;
 * one who has no key of his own or no office to attest in.  Keeps: imprints of
 * original and copy.  Norm: CAD art. 23-bis c. 2; art. 20.
 */
#include <stdlib.h>
#include <string.h>

#include "archivio/allegato.h"
#include "atti/carte/carta.h"
#include "atti/carte/copiare.h"
#include "atti/firme/firmare.h"
#include "atti/table.h"
#include "base/file.h"
#include "documenti/stampato.h"
#include "resa/resa.h"
#include "worker/worker.h"

#define ART23BIS "art. 23-bis c. 2 CAD"
#define ATTESTAZIONI_DIR "attestazioni"
#define ODT_MAX ((size_t)64 * 1024 * 1024)	/* bytes of a kept copy */

struct lavoro {
	struct caso caso;
	struct stampando s;
	struct nodo *oscurata;		/* the copy with omissions; NULL */
	struct stampando di;		/* where that stands */
	/* what prepara made */
	const char *chi, *luogo;	/* "Ada Esempio, assistente sociale" */
	const char *odt, *pdf;		/* improntas */
	struct firmato f;
};

/* ---- what there is ---- */

static int
look(struct lavoro *x, struct op *op)
{
	const char *copia = op_campo(op, "copia-oscurata");
	int r;

	memset(x, 0, sizeof *x);
	if ((r = caso_find(&x->caso, op)) != 0 ||
	    (r = stampare_leggi(&x->s, op, &x->caso.n, op_campo(op,
	    "documento"))) != 0)
		return r;
	if (copia == NULL)
		return 0;
	if ((r = stampare_leggi(&x->di, op, &x->caso.n, copia)) != 0)
		return r;
	x->oscurata = x->di.doc;
	return 0;
}

/* ---- rules ---- */

static bool
says(struct op *op, const struct nodo *doc, const char *campo, const char *v)
{
	const char *is = nodo_value(op->a, doc, campo);

	return is != NULL && strcmp(is, v) == 0;
}

static void
check_copy(struct op *op, const struct lavoro *x)
{
	if (x->oscurata == NULL)
		return;
	if (strcmp(x->di.tipo, "copia-oscurata") != 0 ||
	    !says(op, x->oscurata, "documento-id", x->s.id))
		op_errore(op, "copia-oscurata", "non-di-questo", NULL,
		    "%s non è una copia con omissioni di %s", x->di.percorso,
		    x->s.percorso);
	else if (!says(op, x->oscurata, "documento-impronta", x->s.impronta))
		op_errore(op, "copia-oscurata", "copia-superata", ART23BIS,
		    "%s è di una versione di %s che non è più l'ultima: fai "
		    "un'altra copia", x->di.percorso, x->s.percorso);
}

static int
check_office(struct op *op)
{
	struct utente u;
	int r;

	if ((r = registro_utente(&u, op->a, op->st->registro,
	    op->utente)) != 0)
		return r;
	if (u.qualifica == NULL || u.qualifica[0] == '\0')
		op_errore(op, "", "senza-qualifica", ART23BIS, "l'attestazione "
		    "dice in quale qualità la si fa, e fra i tuoi dati la "
		    "qualifica non c'è: la mette il responsabile con «nomina»");
	return 0;
}

static int
esamina(struct op *op)
{
	struct lavoro x;
	struct caso caso;
	int r;

	if ((r = caso_scrivibile(&caso, op)) != 0 || (r = look(&x, op)) != 0 ||
	    (r = firmare_esamina(op, FIRMA_PROPRIA)) != 0 || (r = check_office(op)) != 0)
		return r;
	if (x.s.da_firmare && x.s.firma == NULL)
		op_errore(op, "documento", "bozza", ART23BIS, "%s non è "
		    "firmato: di una bozza non si attesta nulla",
		    x.s.percorso);
	if (strcmp(x.s.tipo, "copia-oscurata") == 0 ||
	    strcmp(x.s.tipo, "attestazione") == 0)
		op_errore(op, "documento", "non-originale", ART23BIS, "%s è "
		    "già una copia: con --documento si dice l'originale, con "
		    "--copia-oscurata la copia", x.s.percorso);
	copiare_non_riservato(op, &x.s);
	check_copy(op, &x);
	return 0;
}

/* ---- the paper ---- */

/* What the last page attests. */
static const char *
subject(struct op *op, const struct lavoro *x)
{
	struct nodo *list;
	const struct nodo *c;

	if (x->oscurata == NULL)
		return arena_printf(op->a, "la presente copia informatica in "
		    "formato PDF, che consta delle pagine precedenti, è "
		    "conforme in tutte le sue componenti all'originale "
		    "informatico in formato XML");
	list = nodo_new(op->a, "omissioni");
	for (c = nodo_child(x->oscurata, "omissione"); c != NULL;
	    c = nodo_next(c, "omissione"))
		nodo_add(list, nodo_copy(op->a, c));
	return arena_printf(op->a, "la presente è copia per estratto con "
	    "omissioni, in formato PDF, che consta delle pagine precedenti, "
	    "conforme per le parti riportate all'originale informatico in "
	    "formato XML; sono omessi: %s. L'originale è il documento",
	    oscuramento_dice(op->a, list));
}

static struct nodo *
words(struct op *op, const struct lavoro *x)
{
	struct nodo *w = x->oscurata != NULL ? nodo_new(op->a, "parole") :
	    stampare_parole(op, &x->s);

	nodo_elem_text(op->a, w, "titolo", "Attestazione di conformità");
	nodo_elem_printf(op->a, w, "p", "Ai sensi dell'art. 23-bis, comma 2, "
	    "del decreto legislativo 7 marzo 2005, n. 82, %s, attesta che %s "
	    "%s, %s, versione %d, conservato da questo ente.", x->chi,
	    subject(op, x), x->s.percorso, stampare_caso(op, &x->s),
	    x->s.versione);
	nodo_elem_printf(op->a, w, "p", "Identificativo dell'originale: %s",
	    x->s.id);
	nodo_elem_printf(op->a, w, "p", "Impronta SHA-256 dell'originale: %s",
	    x->s.impronta);
	if (x->s.firma != NULL)
		nodo_elem_printf(op->a, w, "p", "L'originale è firmato: %s.",
		    x->s.firma);
	nodo_elem_printf(op->a, w, "p", "%s, %s", x->luogo,
	    stampato_valore(op->a, op_oggi(op), NULL));
	nodo_elem_printf(op->a, w, "p", "%s", x->chi);
	nodo_elem_text(op->a, w, "p", "La firma elettronica (OpenPGP) di "
	    "questa copia è in un file a parte.");
	return w;
}

/* The ODT that was kept with the copy. */
static int
read_kept(struct buf *out, struct op *op, const struct lavoro *x)
{
	struct versione *v;
	AUTO_FD int fd = -1;
	int r, n;

	if ((r = registro_versioni(&v, &n, op->a, op->st->registro,
	    x->di.folder, x->di.percorso)) != 0 ||
	    (r = store_allegato(&fd, op->st,
	    (int)strtol(v[n - 1].ora, NULL, 10), nodo_value(op->a,
	    x->oscurata, "odt"))) != 0)
		return r;
	return file_read_fd(out, fd, ODT_MAX);
}

static int
who_and_where(struct lavoro *x, struct op *op)
{
	struct nodo *head = nodo_new(op->a, "testata");
	struct utente u;
	int r;

	if ((r = registro_utente(&u, op->a, op->st->registro,
	    op->utente)) != 0 ||
	    (r = carta_testa(head, op, x->s.ufficio, op_campo(op,
	    "luogo"))) != 0)
		return r;
	x->chi = arena_printf(op->a, "%s %s, %s", u.nome, u.cognome,
	    u.qualifica);
	x->luogo = nodo_value(op->a, head, "luogo");
	return 0;
}

/* What it is a copy of, and the copy. */
static int
sign(struct lavoro *x, struct op *op, size_t pdf, size_t odt, const char *nome)
{
	struct manifesto_oggetto o[] = {
		{ .ruolo = RUOLO_ORIGINALE, .impronta = x->s.impronta,
		    .id = x->s.id, .tipo = x->s.tipo,
		    .versione = arena_printf(op->a, "%d", x->s.versione) },
		{ .ruolo = RUOLO_RESA, .impronta = x->pdf,
		    .nome = arena_printf(op->a, "%s.pdf", nome),
		    .formato = "application/pdf",
		    .dimensione = (int64_t)pdf },
		{ .ruolo = RUOLO_FONTE, .impronta = x->odt,
		    .formato = "application/vnd.oasis.opendocument.text",
		    .dimensione = (int64_t)odt },
	};

	return firmare(&x->f, op, FIRMA_PROPRIA, SCOPO_CONFORMITA, o,
	    (int)NELEM(o));
}

static int
make_paper(struct lavoro *x, struct op *op)
{
	const char *ignored;
	const char *nome = arena_printf(op->a, "copia-conforme-%s",
	    copiare_nome(op, &x->s));
	AUTO_BUF bare = { 0 };
	AUTO_BUF odt = { 0 };
	AUTO_BUF pdf = { 0 };
	int r;

	if ((r = who_and_where(x, op)) != 0 ||
	    (r = x->oscurata != NULL ? read_kept(&bare, op, x) :
	    stampare_intero(&bare, op, &x->s)) != 0 ||
	    (r = resa_aggiungi(&odt, bare.data, bare.len, words(op,
	    x))) != 0 ||
	    (r = worker_pdf(&pdf, odt.data, odt.len)) != 0 ||
	    (r = copiare_allegato(&x->odt, op, &x->caso, odt.data, odt.len,
	    arena_printf(op->a, "%s.odt", nome))) != 0 ||
	    (r = copiare_allegato(&x->pdf, op, &x->caso, pdf.data, pdf.len,
	    arena_printf(op->a, "%s.pdf", nome))) != 0 ||
	    (r = sign(x, op, pdf.len, odt.len, nome)) != 0 ||
	    (r = copiare_allegato(&ignored, op, &x->caso, x->f.p, x->f.n,
	    arena_printf(op->a, "%s-manifesto.xml", nome))) != 0)
		return r;
	return copiare_allegato(&ignored, op, &x->caso, x->f.firma,
	    x->f.firma_n, arena_printf(op->a, "%s-manifesto.xml.asc", nome));
}

static int
prepara(struct op *op)
{
	struct lavoro *x = arena_alloc(op->a, sizeof *x);
	struct caso caso;
	int r;

	/* the heads first: what is read after them is not older */
	if ((r = caso_dipende(&caso, op)) != 0 ||
	    (r = op_dipende(op, "ente")) != 0 || (r = look(x, op)) != 0)
		return r;
	if ((r = make_paper(x, op)) != 0)
		return r < 0 ? r : 0;
	op->prep = x;
	return 0;
}

/* ---- effect ---- */

static struct nodo *
document(struct op *op, const struct lavoro *x)
{
	struct nodo *n = nodo_new(op->a, "attestazione"), *f;

	copiare_origine(n, op, &x->s);
	nodo_elem_text(op->a, n, "copia", x->oscurata != NULL ? "estratto" :
	    "integrale");
	if (x->oscurata != NULL)
		nodo_elem_text(op->a, n, "copia-oscurata", x->di.percorso);
	nodo_elem_text(op->a, n, "pubblico-ufficiale", x->chi);
	nodo_elem_text(op->a, n, "luogo", x->luogo);
	nodo_elem_text(op->a, n, "odt", x->odt);
	f = nodo_elem(op->a, n, "firma-file");
	nodo_elem_text(op->a, f, "file", x->pdf);
	firmare_nodi(f, op, &x->f);
	return n;
}

static int
applica(struct op *op)
{
	const struct lavoro *x = op->prep;
	const char *percorso;
	int r;

	if (x == NULL)
		return err_set(ERR_FAULT, "la copia non è stata preparata");
	if ((r = firmare_ancora(op, &x->f)) != 0 ||
	    (r = copiare_percorso(&percorso, op, &x->caso,
	    ATTESTAZIONI_DIR)) != 0)
		return r;
	op->fatto = numero_text(op->a, &x->caso.n);
	op_deposita(op, x->caso.folder, percorso, document(op, x));
	return firmare_deposita(op, x->caso.folder, &x->f);
}

const struct atto atto_attesta_conformita = {
	.nome = "attesta-conformita",
	.sommario = "una copia con l'attestazione che è conforme all'originale",
	.norma = ART23BIS,
	.flags = RICHIEDE_FIRMA,
	.esamina = esamina,
	.prepara = prepara,
	.applica = applica,
};
