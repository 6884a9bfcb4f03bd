/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * registra.c - give a document its place in the register.
 *
 * Refuses: what art. 53 wants and is not there; a classifica that is not in
 * the titolario; a main document and attachments that are not the files given.
 * Warns: the same document, or the same sender's protocol, registered before.
 * Keeps: numbers without gaps within the year; the received bytes untouched,
 * read in a cage when they are a message, or signed: what is found of their
 * signatures is a verdetto beside the registration, and no reason to refuse.
 * Norm: DPR 445/2000 artt. 53, 55, 56, 57.
 */
#include <string.h>

#include "atti/file_ricevuti.h"
#include "atti/firme/firme_ricevute.h"
#include "atti/protocollo/classificare.h"
#include "atti/protocollo/esterno.h"
#include "atti/protocollo/protocolla.h"
#include "atti/protocollo/registra.h"
#include "atti/protocollo/soggetti.h"
#include "atti/table.h"
#include "documenti/registrazione.h"
#include "registro/registrazioni.h"
#include "registro/termini.h"

#define ART53 "art. 53 DPR 445/2000"

/* ---- rules ---- */

static void
tell_earlier(struct op *op, const char *path, const char *codice,
    const struct numero *n, const char *what)
{
	op_avviso(op, path, codice, ART53, "%s è già registrato con il numero "
	    "%s: se va registrato lo stesso, conferma con --conferma %s",
	    what, numero_text(op->a, n), codice);
}

static int
check_same_file(struct op *op, const struct nodo *f, bool main,
    const char *what)
{
	const char *impronta = nodo_value(op->a, f, "impronta");
	struct numero n;
	int r;

	r = registro_doppione_file(&n, op->st->registro, impronta, !main);
	if (r == 0)
		tell_earlier(op, f->nome, "doppione", &n, what);
	return r == ERR_ABSENT ? 0 : r;
}

/* The same bytes twice in one registration. */
static void
check_twice(struct op *op, const struct nodo *first, const struct nodo *f)
{
	const char *impronta = nodo_value(op->a, f, "impronta");
	const struct nodo *g;

	for (g = first; g != f; g = nodo_next(g, NULL))
		if (strcmp(nodo_value(op->a, g, "impronta"), impronta) == 0)
			op_avviso(op, "allegato", "file-doppio", ART53,
			    "%s è lo stesso file di %s: togline uno, o "
			    "conferma con --conferma file-doppio",
			    nodo_value(op->a, f, "nome"),
			    nodo_value(op->a, g, "nome"));
}

/* The main document anywhere in the register; an attachment only when it was
 * a main document: small pictures come again and again. */
static int
check_same_files(struct op *op)
{
	const struct nodo *main = nodo_child(op->in, "principale"), *f;
	const struct nodo *first = main;
	int r;

	if (main != NULL && (r = check_same_file(op, main, true,
	    "questo documento")) != 0)
		return r;
	f = nodo_child(op->in, "allegato");
	if (first == NULL)
		first = f;
	for (; f != NULL; f = nodo_next(f, "allegato")) {
		if ((r = check_same_file(op, f, false, arena_printf(op->a,
		    "l'allegato %s", nodo_value(op->a, f, "nome")))) != 0)
			return r;
		check_twice(op, first, f);
	}
	return 0;
}

static int
check_same_sender(struct op *op)
{
	const char *numero = op_campo(op, "protocollo-mittente/numero");
	const char *mittente = op_campo(op, "mittente/denominazione");
	struct numero n;
	int r;

	if (numero == NULL || mittente == NULL)
		return 0;
	r = registro_doppione_mittente(&n, op->st->registro, numero, mittente,
	    op_campo(op, "protocollo-mittente/data"));
	if (r == 0)
		tell_earlier(op, "protocollo-mittente", "doppione-mittente", &n,
		    "il protocollo del mittente");
	return r == ERR_ABSENT ? 0 : r;
}

/* A name is not for everybody who may see that a riservata is there. */
static int
check_names(struct op *op)
{
	const char *oggetto = op_campo(op, "oggetto");
	int r;

	if (nodo_child(op->in, "riservata") == NULL || oggetto == NULL)
		return 0;
	if ((r = registro_nome_noto(op->st->registro, oggetto)) == 1)
		op_avviso(op, "oggetto", "nome-nell-oggetto",
		    "art. 5 GDPR", "l'oggetto di una riservata sembra dire il "
		    "nome di una persona: scrivi solo le iniziali, o conferma "
		    "con --conferma nome-nell-oggetto");
	return r < 0 ? r : 0;
}

/* What a new uscita says to cancel and replace. */
static int
check_replaced(struct op *op)
{
	const char *sostituisce = op_campo(op, "sostituisce");
	struct occhio occhio = op_occhio(op);
	struct nodo *v;
	struct numero n;
	int r;

	if (sostituisce == NULL)
		return 0;
	if ((r = numero_parse(&n, sostituisce)) != 0)
		return r;
	r = registro_vista_registrazione(&v, op->a, op->st->registro, &occhio,
	    &n);
	if (r == ERR_ABSENT) {
		op_errore(op, "sostituisce", "protocollo-ignoto", NULL, "%s",
		    err_msg());
		return 0;
	}
	if (r == 0 && (strcmp(nodo_value(op->a, v, "flusso"), "uscita") != 0 ||
	    strcmp(op_campo(op, "flusso"), "uscita") != 0))
		op_errore(op, "sostituisce", "non-uscita",
		    "art. 54 DPR 445/2000", "si sostituisce un'uscita con "
		    "un'altra uscita");
	return r;
}

static int
check_earlier(struct op *op)
{
	int r;

	if ((r = check_same_files(op)) != 0 ||
	    (r = check_same_sender(op)) != 0 || (r = check_names(op)) != 0)
		return r;
	return check_replaced(op);
}

int
registra_esamina(struct op *op)
{
	char oggi[GIORNO_LEN + 1];
	struct calendario cal;
	int r;

	clock_day(oggi, op->ora != 0 ? op->ora : clock_now());
	if ((r = registro_calendario(&cal, op->st->registro)) != 0)
		return r;
	/* the data of the files come with prepara */
	if (op->n_file == 0 || op->allegati != NULL)
		registrazione_check(&op->ril, op->in, oggi, &cal);
	file_dichiarati(op);
	if ((r = classifica_check(op, "classifica",
	    op_campo(op, "classifica"))) != 0)
		return r;
	return check_earlier(op);
}

int
registra_prepara(struct op *op)
{
	int r;

	if ((r = file_ricevi(op)) != 0 || (r = soggetti_completa(op)) != 0)
		return r;
	return op->ril.errori > 0 ? 0 : registra_esamina(op);
}

/* ---- effect ---- */

static int
applica(struct op *op)
{
	struct numero n;
	int r;

	if ((r = protocolla_numero(&n, op)) != 0)
		return r;
	protocolla(op, &n, op->in);
	return firme_ricevute_deposita(op, &n, op->prep);
}

/* What came signed is looked at before the number is asked for. */
static int
prepara(struct op *op)
{
	const char *flusso = op_campo(op, "flusso");
	struct firme_ricevute *firme = NULL;
	int r;

	if ((r = registra_prepara(op)) != 0)
		return r;
	if (!op_fermo(op) && strcmp(flusso, "entrata") == 0 &&
	    (r = firme_ricevute_arrivo(&firme, op)) != 0)
		return r;
	op->prep = firme;
	return esterno_chiedi(op, op->in);
}

const struct atto atto_registra = {
	.nome = "registra",
	.sommario = "registra un documento e gli dà il numero di protocollo",
	.norma = "artt. 53, 55 e 56 DPR 445/2000",
	.flags = PROTOCOLLA | FILE_AMMESSI,
	.esamina = registra_esamina,
	.prepara = prepara,
	.applica = applica,
};
