/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * servi_bozze.c - drafts: what somebody is writing, kept every few seconds, so
 * that neither a session that ends nor a machine that stops loses it.
 *
 *   bozza-tieni	<istanza>, whose id names the draft	→ <bozza id= ora=/>
 *   bozza-leggi	id		→ the vista of `bozze --mostra`
 *   bozza-togli	id		→ the vista of `bozze --togli`
 *
 * Refuses: an atto that is not of his role or that reads; fields that no form
 * of it has.  Keeps: a session that has ended may still put its words away, as
 * a draft of its own user, and is told that it has ended; it reads nothing.
 * Values are kept as they were typed: whether they are right is seen when they
 * are sent.
 */
#include <string.h>

#include "atti/atto.h"
#include "atti/bozza.h"
#include "atti/runner.h"
#include "atti/table.h"
#include "base/random.h"
#include "servizio/servi_interno.h"
#include "xml/campi.h"
#include "xml/xml.h"

/* Written out and read again: what a web child says is not believed. */
static int
take(struct op **out, struct servi *s, const struct nodo *given)
{
	const struct atto *atto;
	struct nodo *n;
	const char *nome, *id;
	AUTO_BUF b = { 0 };
	int r;

	if (given == NULL)
		return err_set(ERR_INVALID, "non è un'istanza");
	nodo_write(&b, given);
	if ((r = xml_parse(&n, s->a, buf_str(&b), b.len, XML_OURS)) != 0)
		return r;
	nome = nodo_attr(n, "atto");
	id = nodo_attr(n, "id");
	if (strcmp(n->nome, "istanza") != 0 || nome == NULL || id == NULL ||
	    !random_id_valid(id) || (atto = atto_find(nome)) == NULL ||
	    nodo_child(n, nome) == NULL)
		return err_set(ERR_INVALID, "non è un'istanza");
	if (atto->flags & (LETTURA | FONDA))
		return err_set(ERR_INVALID, "«%s» non si tiene in bozza",
		    nome);
	*out = op_new(s->st, atto, n, s->chi.utente, s->chi.per);
	return 0;
}

static int
tieni(struct nodo *risposta, struct servi *s, const struct nodo *richiesta,
    const struct consegna *c)
{
	char ora[ORA_LEN + 1];
	AUTO(op) op = NULL;
	struct nodo *b;
	int r;

	(void)c;
	if (s->chi.utente == NULL) {
		servi_esito(risposta, s, WEB_ENTRA, NULL);
		return 0;
	}
	if ((r = take(&op, s, nodo_child(richiesta, "istanza"))) != 0 ||
	    (r = bozza_tieni(op)) != 0)
		return r;
	clock_iso(ora, clock_now());
	b = nodo_elem(s->a, risposta, "bozza");
	nodo_set(s->a, b, "id", op->id);
	nodo_set(s->a, b, "ora", ora);
	return 0;
}

/* `bozze --CAMPO ID`, as any reading. */
static int
bozze(struct nodo *risposta, struct servi *s, const char *campo,
    const char *id)
{
	const char *const coppie[][2] = { { campo, id } };
	struct nodo *root = nodo_new(s->a, "istanza"), *in;
	char fresh[ID_LEN + 1];
	AUTO(op) op = NULL;
	int r;

	if (id == NULL || !random_id_valid(id))
		return err_set(ERR_ABSENT, "non hai una bozza così");
	if ((r = campi_build(&in, s->a, "atti/bozze", "bozze", coppie,
	    1)) != 0)
		return r;
	random_id(fresh);
	nodo_set(s->a, root, "atto", "bozze");
	nodo_set(s->a, root, "id", fresh);
	nodo_set(s->a, root, "versione", "1");
	nodo_add(root, in);
	op = op_new(s->st, &atto_bozze, root, s->chi.utente, s->chi.per);
	if ((r = runner_esegui(op)) != 0)
		return r;
	if (op->vista != NULL)
		nodo_add(risposta, nodo_copy(s->a, op->vista));
	return 0;
}

static int
leggi(struct nodo *risposta, struct servi *s, const struct nodo *richiesta,
    const struct consegna *c)
{
	(void)c;
	return bozze(risposta, s, "mostra", servi_campo(s, richiesta, "id"));
}

static int
togli(struct nodo *risposta, struct servi *s, const struct nodo *richiesta,
    const struct consegna *c)
{
	(void)c;
	return bozze(risposta, s, "togli", servi_campo(s, richiesta, "id"));
}

/* The act has happened whatever becomes of the draft. */
void
servi_bozza_mandata(struct servi *s, const struct nodo *richiesta)
{
	const char *id = nodo_attr(richiesta, "bozza");
	struct autore chi = { s->chi.utente, s->chi.per };
	struct bozze *b;

	if (id == NULL || !random_id_valid(id) || chi.utente == NULL)
		return;
	if (servi_bozze(&b, s) != 0 || bozze_togli(b, &chi, id) != 0)
		err_clear();
}

const struct servi_riga servi_righe_bozze[] = {
	{ "bozza-tieni", CODA_LENTE, SERVI_CHIUNQUE | SERVI_ANCHE_FINITA,
	    tieni },
	{ "bozza-leggi", CODA_LENTE, 0, leggi },
	{ "bozza-togli", CODA_LENTE, 0, togli },
	{ 0 }
};
