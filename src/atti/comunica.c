/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * comunica.c - a letter to a third party: made, signed, registered as uscita.
 *
 * Refuses: a closed cartella, an addressee nobody could reach, a signer
 * without a key.  Warns: a name of the scheda in the oggetto (initials and
 * code belong there).  Keeps: the signed bytes never contain their own number.
 * Norm: DPR 445/2000 artt. 53, 55; GDPR art. 5.
 */
#include <string.h>

#include "atti/carta.h"
#include "atti/cartella.h"
#include "atti/firmare.h"
#include "atti/table.h"
#include "documenti/registrazione.h"

#define RISERVATEZZA "dati di persona in carico al servizio sociale"

/* A surname or name of the scheda written out in the oggetto. */
static int
check_oggetto(struct op *op, const char *folder)
{
	static const char *const where[] = {
		"anagrafica/cognome", "anagrafica/nome"
	};
	const char *oggetto = op_campo(op, "oggetto"), *name;
	struct nodo *scheda;
	size_t i;
	int r;

	r = store_documento(&scheda, op->a, op->st, folder, "scheda.xml");
	if (r != 0)
		return r == ERR_ABSENT ? 0 : r;
	for (i = 0; i < NELEM(where); i++) {
		name = nodo_value(op->a, scheda, where[i]);
		if (name != NULL && strlen(name) > 2 &&
		    strcasestr(oggetto, name) != NULL)
			op_avviso(op, "oggetto", "nome-in-oggetto",
			    "art. 5 GDPR", "l'oggetto contiene «%s»: si usano "
			    "le iniziali e il numero della cartella; se è "
			    "necessario, conferma con --conferma "
			    "nome-in-oggetto", name);
	}
	return 0;
}

static void
check_addressee(struct op *op)
{
	if (op_campo(op, "destinatario/indirizzo") == NULL &&
	    op_campo(op, "destinatario/pec") == NULL)
		op_errore(op, "destinatario", "senza-recapito",
		    "art. 53 DPR 445/2000", "serve un recapito del "
		    "destinatario: --destinatario.pec o "
		    "--destinatario.indirizzo");
}

static int
check_reference(struct op *op)
{
	const char *rif = op_campo(op, "riferimento");
	struct occhio occhio = op_occhio(op);
	struct numero n;
	int r;

	if (rif == NULL)
		return 0;
	if ((r = numero_parse(&n, rif)) != 0)
		return r;
	r = registro_vede(op->st->registro, &occhio, &n);
	if (r == ERR_ABSENT)
		op_errore(op, "riferimento", "riferimento-ignoto", NULL,
		    "il protocollo %s non c'è fra quelli che puoi vedere",
		    rif);
	return r == ERR_ABSENT ? 0 : r;
}

static int
esamina(struct op *op)
{
	struct caso caso;
	int r;

	if ((r = caso_scrivibile(&caso, op)) != 0)
		return r;
	check_addressee(op);
	if ((r = check_reference(op)) != 0 ||
	    (r = check_oggetto(op, caso.folder)) != 0)
		return r;
	return firmare_esamina(op);
}

static int
letter(struct nodo **out, struct op *op, const struct cartella *c)
{
	const char *rif = op_campo(op, "riferimento");
	struct nodo *n, *corpo;
	const struct nodo *x;
	int r;

	if ((r = carta_lettera(&n, op, c->ufficio,
	    op_campo(op, "luogo"))) != 0)
		return r;
	nodo_add(n, nodo_copy(op->a, nodo_child(op->in, "destinatario")));
	nodo_elem_text(op->a, n, "oggetto", op_campo(op, "oggetto"));
	if (rif != NULL)
		nodo_elem_printf(op->a, n, "riferimento", "prot. %s", rif);
	corpo = nodo_elem(op->a, n, "corpo");
	for (x = nodo_child(nodo_child(op->in, "testo"), NULL); x != NULL;
	    x = nodo_next(x, NULL))
		nodo_add(corpo, nodo_copy(op->a, x));
	*out = n;
	return carta_firmatario(n, op);
}

static int
prepara(struct op *op)
{
	struct carta *carta = arena_alloc(op->a, sizeof *carta);
	struct nodo *lettera;
	struct caso caso;
	int r;

	/* nothing of the folder goes into the letter: no op_dipende */
	if ((r = caso_find(&caso, op)) != 0 ||
	    (r = letter(&lettera, op, &caso.c)) != 0)
		return r;
	r = carta_fai(carta, op, lettera, op_campo(op, "oggetto"),
	    arena_printf(op->a, "comunicazione-%s", op_campo(op, "cartella")),
	    caso.folder);
	if (r == 0)
		op->prep = carta;
	return r < 0 ? r : 0;
}

static struct nodo *
fields(struct op *op, const struct carta *carta, const struct cartella *c)
{
	struct nodo *n = nodo_new(op->a, "registra"), *x;

	nodo_elem_text(op->a, n, "flusso", "uscita");
	nodo_elem_text(op->a, n, "oggetto", op_campo(op, "oggetto"));
	x = nodo_elem(op->a, n, "riservata");
	nodo_elem_text(op->a, x, "motivo", RISERVATEZZA);
	x = nodo_elem(op->a, n, "mittente");
	nodo_elem_text(op->a, x, "denominazione",
	    nodo_value(op->a, carta->lettera, "ente/ufficio"));
	nodo_add(n, nodo_copy(op->a, nodo_child(op->in, "destinatario")));
	nodo_elem_text(op->a, n, "mezzo", op_campo(op, "mezzo"));
	nodo_elem_text(op->a, n, "classifica", c->classifica);
	carta_file(n, op, carta);
	return n;
}

static int
applica(struct op *op)
{
	struct numero prot = { SERIE_PROTOCOLLO, clock_year(op->ora), 0 };
	struct nodo *doc = nodo_new(op->a, "comunicazione");
	const struct carta *carta = op->prep;
	struct caso caso;
	int r, count;

	if (carta == NULL)
		return err_set(ERR_FAULT, "la lettera non è stata preparata");
	if ((r = caso_find(&caso, op)) != 0 ||
	    (r = registro_documenti(&count, op->st->registro, caso.folder,
	    "comunicazioni")) != 0 ||
	    (r = registro_numero(&prot.progressivo, op->st->registro,
	    prot.serie, prot.anno)) != 0)
		return r;
	op->fatto = numero_text(op->a, &prot);
	nodo_elem_text(op->a, doc, "cartella", numero_text(op->a, &caso.n));
	nodo_elem_text(op->a, doc, "protocollo", op->fatto);
	nodo_elem_text(op->a, doc, "autore", op->utente);
	carta_nodi(doc, op, carta);
	op_deposita(op, caso.folder,
	    ordinale_path(op->a, "comunicazioni", count + 1, ".xml"), doc);
	op_deposita(op, numero_folder(op->a, &prot),
	    numero_path(op->a, "registrazioni", prot.progressivo),
	    registrazione_make(op->a, fields(op, carta, &caso.c), &prot,
	    op->ora_iso, op->utente));
	return 0;
}

const struct atto atto_comunica = {
	.nome = "comunica",
	.sommario = "scrive a un terzo: lettera firmata, protocollata in uscita",
	.norma = "artt. 53 e 55 DPR 445/2000",
	.flags = PROTOCOLLA | RICHIEDE_FIRMA,
	.esamina = esamina,
	.prepara = prepara,
	.applica = applica,
};
