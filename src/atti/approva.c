/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * approva.c - the coordinator approves a proposta: makes and signs the letter
 * to the administrative area, registers it as interna, sends it on.
 *
 * Refuses: a proposta already answered, an office that does not exist, a
 * coordinator without a key.  Keeps: the paper is made and signed before it is
 * registered with its impronta.  Norm: Prato procedure, step 4; DPR 445/2000
 * artt. 53, 56.
 */
#include <string.h>

#include "atti/carta.h"
#include "atti/table.h"
#include "documenti/registrazione.h"

#define RISERVATEZZA "dati di persona in carico al servizio sociale"

static int
check_proposta(struct op *op, const char *folder)
{
	const char *path = op_campo(op, "proposta"), *stato;
	struct attuale at;
	struct nodo *doc;
	int r;

	r = registro_attuale(&at, op->a, op->st->registro, folder, path);
	if (r == ERR_ABSENT || (r == 0 && strcmp(at.tipo, "proposta") != 0)) {
		op_errore(op, "proposta", "non-proposta", NULL,
		    "%s non è una proposta di questa cartella", path);
		return 0;
	}
	if (r != 0 || (r = store_documento(&doc, op->a, op->st, folder,
	    path)) != 0)
		return r;
	stato = nodo_value(op->a, doc, "stato");
	if (stato == NULL || strcmp(stato, "inviata") != 0)
		op_errore(op, "proposta", "stato", NULL,
		    "la proposta è già «%s»", stato != NULL ? stato : "");
	return 0;
}

static int
esamina(struct op *op)
{
	const char *ufficio = op_campo(op, "ufficio"), *ignored;
	struct occhio occhio = op_occhio(op);
	struct cartella c;
	struct numero n;
	int r;

	if ((r = numero_parse(&n, op_campo(op, "cartella"))) != 0 ||
	    (r = registro_cartella(&c, op->a, op->st->registro, &occhio,
	    &n)) != 0)
		return r;
	if (strcmp(c.stato, "proposta-inviata") != 0)
		op_errore(op, "cartella", "stato", NULL, "la cartella è "
		    "«%s»: non aspetta l'esame di una proposta", c.stato);
	r = registro_ufficio(&ignored, op->a, op->st->registro, ufficio);
	if (r == ERR_ABSENT)
		op_errore(op, "ufficio", "ufficio-ignoto", NULL,
		    "l'ufficio %s non esiste", ufficio);
	else if (r != 0)
		return r;
	if ((r = check_proposta(op, numero_folder(op->a, &n))) != 0)
		return r;
	return carta_chiave(op);
}

/* The letter: what is proposed, in the proposer's words, and the approval. */
static int
letter(struct nodo **out, struct op *op, const struct cartella *c,
    const struct nodo *proposta)
{
	const char *ufficio = op_campo(op, "ufficio"), *nome;
	struct nodo *n, *to, *corpo;
	const struct nodo *from, *x;
	int r;

	if ((r = carta_lettera(&n, op, c->ufficio, NULL)) != 0 ||
	    (r = registro_ufficio(&nome, op->a, op->st->registro,
	    ufficio)) != 0)
		return r;
	to = nodo_elem(op->a, n, "destinatario");
	nodo_elem_text(op->a, to, "denominazione", nome);
	nodo_elem_printf(op->a, n, "oggetto", "%s: %s",
	    op_campo(op, "cartella"), nodo_value(op->a, proposta, "oggetto"));
	corpo = nodo_elem(op->a, n, "corpo");
	from = nodo_child(proposta, "testo");
	for (x = nodo_child(from, NULL); x != NULL; x = nodo_next(x, NULL))
		nodo_add(corpo, nodo_copy(op->a, x));
	nodo_text(op->a, nodo_elem(op->a, corpo, "p"), "Valutata la relazione "
	    "sociale, la proposta è approvata e si trasmette per l'avvio "
	    "dell'istruttoria.");
	from = nodo_child(op->in, "nota");
	for (x = from != NULL ? nodo_child(from, NULL) : NULL; x != NULL;
	    x = nodo_next(x, NULL))
		nodo_add(corpo, nodo_copy(op->a, x));
	*out = n;
	return carta_firmatario(n, op);
}

static int
prepara(struct op *op)
{
	struct carta *carta = arena_alloc(op->a, sizeof *carta);
	struct occhio occhio = op_occhio(op);
	struct nodo *proposta, *lettera;
	const char *folder;
	struct cartella c;
	struct numero n;
	int r;

	if ((r = numero_parse(&n, op_campo(op, "cartella"))) != 0)
		return r;
	folder = numero_folder(op->a, &n);
	if ((r = op_dipende(op, folder)) != 0 ||
	    (r = registro_cartella(&c, op->a, op->st->registro, &occhio,
	    &n)) != 0 ||
	    (r = store_documento(&proposta, op->a, op->st, folder,
	    op_campo(op, "proposta"))) != 0 ||
	    (r = letter(&lettera, op, &c, proposta)) != 0 ||
	    (r = carta_fai(carta, op, lettera, "Proposta approvata",
	    arena_printf(op->a, "proposta-%s", op_campo(op, "cartella")),
	    folder)) != 0)
		return r;
	op->prep = carta;
	return 0;
}

/* The fields of an internal registration between two offices of the body. */
static struct nodo *
fields(struct op *op, const struct carta *carta, const struct cartella *c)
{
	struct nodo *n = nodo_new(op->a, "registra"), *x;

	nodo_elem_text(op->a, n, "flusso", "interna");
	nodo_elem_text(op->a, n, "oggetto",
	    nodo_value(op->a, carta->lettera, "oggetto"));
	x = nodo_elem(op->a, n, "riservata");
	nodo_elem_text(op->a, x, "motivo", RISERVATEZZA);
	x = nodo_elem(op->a, n, "mittente");
	nodo_elem_text(op->a, x, "denominazione",
	    nodo_value(op->a, carta->lettera, "ente/ufficio"));
	x = nodo_elem(op->a, n, "destinatario");
	nodo_elem_text(op->a, x, "denominazione",
	    nodo_value(op->a, carta->lettera, "destinatario/denominazione"));
	nodo_elem_text(op->a, n, "mezzo", "interno");
	nodo_elem_text(op->a, n, "classifica", c->classifica);
	carta_file(n, op, carta);
	return n;
}

static struct nodo *
routing(struct op *op, const struct numero *prot)
{
	struct nodo *n = nodo_new(op->a, "smistamento"), *d;

	nodo_elem_text(op->a, n, "protocollo", numero_text(op->a, prot));
	nodo_elem_text(op->a, n, "ordine", "1");
	d = nodo_elem(op->a, n, "destinazione");
	nodo_elem_text(op->a, d, "ufficio", op_campo(op, "ufficio"));
	nodo_elem_text(op->a, d, "titolo", "competenza");
	nodo_elem_text(op->a, n, "operatore", op->utente);
	nodo_elem_text(op->a, n, "ora", op->ora_iso);
	return n;
}

static void
set_text(struct op *op, struct nodo *doc, const char *elem, const char *text)
{
	struct nodo *n = nodo_child(doc, elem);

	while (n->primo != NULL)
		nodo_remove(n->primo);
	nodo_text(op->a, n, text);
}

static int
update_folder(struct op *op, const char *folder, const struct carta *carta,
    const struct numero *prot)
{
	struct nodo *cover, *proposta, *x;
	int r;

	if ((r = store_documento(&cover, op->a, op->st, folder,
	    "cartella.xml")) != 0 ||
	    (r = store_documento(&proposta, op->a, op->st, folder,
	    op_campo(op, "proposta"))) != 0)
		return r;
	set_text(op, cover, "stato", "in-istruttoria");
	set_text(op, proposta, "stato", "approvata");
	x = nodo_elem(op->a, proposta, "approvazione");
	nodo_elem_text(op->a, x, "coordinatore", op_agente(op));
	nodo_elem_text(op->a, x, "data",
	    nodo_value(op->a, carta->lettera, "data"));
	nodo_elem_text(op->a, x, "protocollo", numero_text(op->a, prot));
	carta_nodi(x, op, carta);
	op_deposita(op, folder, op_campo(op, "proposta"), proposta);
	op_deposita(op, folder, "cartella.xml", cover);
	return 0;
}

static int
applica(struct op *op)
{
	struct numero prot = { SERIE_PROTOCOLLO, clock_year(op->ora), 0 };
	const struct carta *carta = op->prep;
	struct occhio occhio = op_occhio(op);
	struct cartella c;
	struct numero n;
	const char *reg;
	int r;

	if (carta == NULL)
		return err_set(ERR_FAULT, "la lettera non è stata preparata");
	if ((r = numero_parse(&n, op_campo(op, "cartella"))) != 0 ||
	    (r = registro_cartella(&c, op->a, op->st->registro, &occhio,
	    &n)) != 0 ||
	    (r = registro_numero(&prot.progressivo, op->st->registro,
	    prot.serie, prot.anno)) != 0 ||
	    (r = update_folder(op, numero_folder(op->a, &n), carta,
	    &prot)) != 0)
		return r;
	op->fatto = numero_text(op->a, &prot);
	reg = numero_folder(op->a, &prot);
	op_deposita(op, reg,
	    numero_path(op->a, "registrazioni", prot.progressivo),
	    registrazione_make(op->a, fields(op, carta, &c), &prot,
	    op->ora_iso, op->utente));
	op_deposita(op, reg, numero_follow_path(op->a, "smistamenti",
	    prot.progressivo, 1), routing(op, &prot));
	return 0;
}

const struct atto atto_approva = {
	.nome = "approva",
	.sommario = "approva una proposta, la firma, la protocolla e la smista",
	.norma = "artt. 53 e 56 DPR 445/2000",
	.flags = PROTOCOLLA | RICHIEDE_FIRMA,
	.esamina = esamina,
	.prepara = prepara,
	.applica = applica,
};
