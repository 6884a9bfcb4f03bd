/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * scarti.c - what the atti on lists of scarto have in common; the reading of
 * the lists, and of one, row by row.
 *
 * Keeps: rows of what this eye may not see are not shown; each case listed
 * leaves its row in the read log.  Norm: D.lgs 42/2004 art. 21.
 */
#include "atti/archivio/scarti.h"

#include <stdlib.h>
#include <string.h>

#include "atti/caso/cartella.h"
#include "atti/firme/passi_firma.h"
#include "atti/protocollo/registrazione.h"
#include "atti/table.h"
#include "documenti/firmabile.h"
#include "documenti/scarto.h"
#include "registro/conservazione.h"
#include "registro/libro.h"

#define VERSATI_DETTI 20	/* in one remark */

int
scarto_find(struct scarto_elenco *out, struct op *op)
{
	return registro_scarto_elenco(out, op->a, op->st->registro,
	    (int)strtol(op_campo(op, "elenco"), NULL, 10));
}

void
scarto_in_stato(struct op *op, const struct scarto_elenco *e,
    const char *const *stati)
{
	static const struct {
		const char *stato, *detto;
	} words[] = {
		{ "proposto", "non è ancora stato mandato alla "
		    "Soprintendenza: «richiedi-scarto»" },
		{ "richiesto", "aspetta la risposta della Soprintendenza: "
		    "«autorizza-scarto» la registra" },
		{ "sospeso", "aspetta che si risponda alla Soprintendenza: "
		    "«richiedi-scarto» con fatto «risposta»" },
		{ "autorizzato", "è autorizzato: «scarta» lo distrugge" },
		{ "in-corso", "è in parte distrutto: «scarta» lo finisce, "
		    "«verbalizza-scarto» lo conclude com'è" },
		{ "distrutto", "è distrutto: «verbalizza-scarto» lo attesta" },
		{ "negato", "non è stato autorizzato: non se ne fa niente" },
		{ "verbalizzato", "ha il suo verbale: «chiudi-scarto» quando "
		    "è stato trasmesso" },
		{ "concluso", "è concluso" },
		{ "ritiro-da-comunicare", "è ritirato, e la Soprintendenza non lo "
		    "sa: «trasmetti-scarto» glielo scrive, «chiudi-scarto» "
		    "registra che lo sa" },
		{ "ritirato", "è ritirato: ciò che vi sta si propone di nuovo "
		    "con «proponi-scarto»" },
	};
	const char *why = e->stato;
	size_t i;

	for (; *stati != NULL; stati++)
		if (strcmp(*stati, e->stato) == 0)
			return;
	for (i = 0; i < NELEM(words); i++)
		if (strcmp(words[i].stato, e->stato) == 0)
			why = words[i].detto;
	op_errore(op, "elenco", "non-ora", ART21, "l'elenco di scarto %d %s",
	    e->numero, why);
}

int
scarto_riservata(const char **perche, struct op *op, const struct numero *n)
{
	const struct massimario *m = NULL;
	bool secretato, riservate;
	int r;

	r = registro_massimario(&m, op->st->registro);
	if (r == ERR_ABSENT)
		err_clear();
	if ((r != 0 && r != ERR_ABSENT) ||
	    (r = registro_scarto_riservato(&secretato, &riservate,
	    op->st->registro, n)) != 0)
		return r;
	*perche = massimario_riservata(m, secretato, riservate);
	return 0;
}

int
scarto_registrazione(const char **giorno, struct op *op, const char *campo,
    const char *flusso)
{
	struct nodo *vista;
	struct numero n;
	const char *is;
	int r;

	*giorno = NULL;
	if ((r = registrazione_in_chiaro_di(&vista, &n, op, campo)) != 0 ||
	    (r = registrazione_valida(op, campo, &n)) < 0)
		return r;
	is = nodo_value(op->a, vista, "flusso");
	*giorno = arena_strndup(op->a, nodo_value(op->a, vista, "ora"), 10);
	if (strcmp(is, flusso) != 0)
		op_errore(op, campo, "altro-flusso", ART21, "%s è in "
		    "%s: qui serve una registrazione in %s",
		    numero_text(op->a, &n), is, flusso);
	return 0;
}

void
scarto_segue(struct op *op, const char *giorno, const char *codice,
    const char *che, const char *dopo)
{
	if (giorno != NULL && dopo != NULL && strcmp(giorno, dopo) < 0)
		op_errore(op, "protocollo", codice, ART21, "la registrazione "
		    "è del %s, e %s del %s: non può venire prima. Indica "
		    "quella che è venuta dopo", giorno, che, dopo);
}

int
scarto_firmato(struct op *op, const struct scarto_elenco *e, const char *che)
{
	const char *path = scarto_percorso(op->a, e->numero, che);
	struct libro_manca *list;
	AUTO_BUF b = { 0 };
	int r, n, i;

	if ((r = registro_firme_mancanti(&list, &n, op->a, op->st->registro,
	    "ente", path)) != 0)
		return r;
	if (n == 0)
		return passi_firma_complete(op, "elenco", "ente", path, NULL);
	for (i = 0; i < n; i++)
		buf_printf(&b, "%s%s", i > 0 ? ", " : "",
		    passo_in_parole(op->a, list[i].chi, list[i].ruolo));
	op_avviso(op, "elenco", "firma-fuori", ART21, "a ente %s manca la "
	    "firma di: %s. Si firma dal libro firma; se è stato firmato fuori, "
	    "e la registrazione lo porta, conferma con --conferma "
	    "firma-fuori", path, buf_str(&b));
	return 0;
}

struct nodo *
scarto_nodo(struct op *op, const char *tipo, int elenco)
{
	struct nodo *n = nodo_new(op->a, tipo);

	nodo_elem_printf(op->a, n, "ordine", "%d", elenco);
	nodo_elem_text(op->a, n, "data", op_oggi(op));
	nodo_elem_text(op->a, n, "utente", op_agente(op));
	return n;
}

const char *
scarto_versato_detto(struct arena *a, const struct versato *v)
{
	return arena_printf(a, "%s (versamento %d%s%s%s%s)", v->unita,
	    v->versamento, v->conservatore != NULL ? " a " : "",
	    v->conservatore != NULL ? v->conservatore : "",
	    v->identificativo != NULL ? ", rapporto " : "",
	    v->identificativo != NULL ? v->identificativo : "");
}

void
scarto_avvisa_versati(struct op *op, const struct versato *list, int n)
{
	AUTO_BUF b = { 0 };
	int i;

	if (n == 0)
		return;
	for (i = 0; i < n && i < VERSATI_DETTI; i++)
		buf_printf(&b, "%s%s", i > 0 ? "; " : "",
		    scarto_versato_detto(op->a, &list[i]));
	if (n > VERSATI_DETTI)
		buf_printf(&b, "; e altri %d, detti da «versamenti»",
		    n - VERSATI_DETTI);
	op_avviso(op, "", "versato", ART21, "al conservatore resta ciò che qui "
	    "va: %s. Chiedigli di scartarlo anche lui, con questi estremi e "
	    "con l'atto che lo ordina, e tieni la sua risposta; poi conferma "
	    "con --conferma versato", buf_str(&b));
}

struct nodo *
scarto_richiesta(struct op *op, int elenco, const char *protocollo,
    const char *giorno)
{
	struct nodo *n = scarto_nodo(op, "richiesta-scarto", elenco);

	nodo_elem_text(op->a, n, "protocollo", protocollo);
	nodo_elem_text(op->a, n, "inviata", giorno);
	return n;
}

struct nodo *
scarto_chiusura(struct op *op, int elenco, const char *protocollo)
{
	struct nodo *n = scarto_nodo(op, "chiusura-scarto", elenco);

	nodo_elem_text(op->a, n, "protocollo", protocollo);
	return n;
}

bool
scarto_impedito(struct impedimento *out, struct arena *a,
    const struct scartabile *s)
{
	*out = (struct impedimento){ NULL, NULL };
	if (s->scartato)
		*out = (struct impedimento){ "gia-scartato",
		    "è già stato scartato" };
	else if (s->in_viaggio)
		*out = (struct impedimento){ "in-trasferimento", "è offerto a "
		    "un altro ente, o da lui: prima si conclude il "
		    "trasferimento («trasferimenti» dice quale)" };
	else if (s->livello > 1)
		*out = (struct impedimento){ "sta-in-altro", "sta in altro: "
		    "si scarta con ciò che lo contiene" };
	else if (s->chiuso == NULL)
		*out = (struct impedimento){ "aperto", "non è chiuso" };
	else if (s->bloccato)
		*out = (struct impedimento){ "in-blocco", "è in blocco: "
		    "qualunque cosa dica il massimario non si scarta" };
	else if (s->esito == NULL || strcmp(s->esito, "scade") != 0)
		*out = (struct impedimento){ s->esito != NULL &&
		    strcmp(s->esito, "permanente") == 0 ? "permanente" :
		    "da-calcolare", arena_printf(a, "non scade: %s",
		    s->perche != NULL ? s->perche : "non si sa") };
	else if (!s->scaduto)
		*out = (struct impedimento){ "non-scaduto", arena_printf(a,
		    "si conserva fino al %s", s->scade) };
	else if (s->deposito == 0)
		*out = (struct impedimento){ "non-depositato", "non è stato "
		    "consegnato all'archivio di deposito" };
	return out->codice != NULL;
}

/* ---- the reading ---- */

static int
applica(struct op *op)
{
	const char *elenco = op_campo(op, "elenco");
	struct occhio o = op_occhio(op);
	int r;

	op->vista = nodo_new(op->a, "scarti");
	op->letto = arena_printf(op->a, "scarti;elenco=%s",
	    elenco != NULL ? elenco : "tutti");
	if (elenco == NULL)
		return registro_scarti(op->vista, op->a, op->st->registro);
	nodo_set(op->a, op->vista, "uno", "si");
	if ((r = registro_scarto_vista(op->vista, op->a, op->st->registro,
	    &o, (int)strtol(elenco, NULL, 10))) != 0)
		return r;
	op_letti_elenco(op, "voce");
	return 0;
}

const struct atto atto_scarti = {
	.nome = "scarti",
	.sommario = "gli elenchi di scarto, e a che punto è ognuno",
	.norma = "art. 21 D.lgs 42/2004",
	.flags = LETTURA,
	.applica = applica,
};
