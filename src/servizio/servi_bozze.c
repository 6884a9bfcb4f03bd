/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * servi_bozze.c - drafts: what somebody is writing, kept every few seconds, so
 * that neither a session that ends nor a machine that stops loses it.
 *
 *   bozza-tieni	<istanza>, whose id names the draft;	→ <bozza id= ora=/>
 *		rifiutato="si": it was sent to be done
 *   bozza-rientro	one file, an ODT from Writer	→ <bozza id=/>, and in
 *			<detto>s what it had that prosa has not
 *   bozza-leggi	id		→ the vista of `bozze --mostra`
 *   bozza-togli	id		→ the vista of `bozze --togli`
 *
 * Refuses: an atto that is not of his role or that reads; fields that no form
 * of it has; what a script sends from somebody's page while another is in.
 * Keeps: a page whose session has ended, was closed or gave way to another's may
 * still put its words away, as a draft of its own user, and is told; it reads
 * nothing.
 * Values are kept as they were typed: whether they are right is seen when they
 * are sent.
 */
#include <string.h>

#include "atti/atto.h"
#include "atti/bozza.h"
#include "atti/carte/rientro_bozza.h"
#include "atti/runner.h"
#include "atti/table.h"
#include "base/file.h"
#include "base/random.h"
#include "servizio/servi_bozze.h"
#include "servizio/servi_interno.h"
#include "worker/worker.h"
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

/* Kept, and said in the answer. */
static int
keep(struct nodo *risposta, struct servi *s, const struct nodo *istanza)
{
	char ora[ORA_LEN + 1];
	AUTO(op) op = NULL;
	struct nodo *b;
	int r;

	if ((r = take(&op, s, istanza)) != 0 || (r = bozza_tieni(op)) != 0)
		return r;
	clock_iso(ora, clock_now());
	b = nodo_elem(s->a, risposta, "bozza");
	nodo_set(s->a, b, "id", op->id);
	nodo_set(s->a, b, "ora", ora);
	return 0;
}

/* Kept also for who has no session any more, and then it is told.  What is typed
 * while another is in may be the other's. */
static int
tieni(struct nodo *risposta, struct servi *s, const struct nodo *richiesta,
    const struct consegna *c)
{
	const char *sent = nodo_attr(richiesta, "rifiutato");
	int r;

	(void)c;
	if (s->chi.prima && (sent == NULL || strcmp(sent, "si") != 0))
		return err_set(ERR_FORBIDDEN, "in questo browser adesso è "
		    "entrata un'altra persona: il testo non si tiene più ed è "
		    "solo in questa pagina");
	if (s->chi.utente != NULL && (r = keep(risposta, s,
	    nodo_child(richiesta, "istanza"))) != 0)
		return r;
	if (s->chi.prima)
		servi_esito(risposta, s, WEB_VIETATO, "in questo browser è "
		    "entrata un'altra persona dopo che la pagina era stata "
		    "aperta: non è stato fatto niente; il testo è fra le bozze "
		    "di chi l'aveva aperta, che lo ritrova quando entra");
	else if (s->chi.sessione == NULL)
		servi_esito(risposta, s, WEB_ENTRA, NULL);
	return 0;
}

/* ---- from Writer ---- */

static int
sections_of(struct nodo **out, struct servi *s, const struct consegna *c)
{
	AUTO_BUF b = { 0 };
	int r;

	if (c->n_fd != 1)
		return err_set(ERR_INVALID, "scegli un file, quello scritto "
		    "in Writer");
	if ((r = file_read_fd(&b, c->fd[0], RIENTRO_MAX)) != 0)
		return r;
	return worker_rientro(out, s->a, b.data != NULL ? b.data : "", b.len);
}

/* The istanza it means, of the atto that writes such a document. */
static int
returned(struct nodo **out, struct rientro_bozza *b, struct arena *a,
    const struct nodo *sections)
{
	const char *kind = rientro_bozza_dato(a, sections, "cartella.tipo");
	const struct bozza_tipo *t = kind != NULL ? bozza_tipo_trova(kind) :
	    NULL;
	struct nodo *root = nodo_new(a, "istanza"), *in;
	char id[ID_LEN + 1];
	int r;

	if (t == NULL)
		return err_set(ERR_INVALID, "questo file non è una bozza "
		    "scaricata da qui: scarica il documento con «Scrivilo in "
		    "Writer», scrivi in quel file e rimandalo");
	if ((r = rientro_bozza_leggi(b, a, t, sections, NULL, 0)) != 0 ||
	    (r = campi_build(&in, a, arena_printf(a, "atti/%s", t->atto),
	    t->atto, (const char *const (*)[2])b->campi, b->n_campi)) != 0)
		return r;
	random_id(id);
	nodo_set(a, root, "atto", t->atto);
	nodo_set(a, root, "id", id);
	nodo_set(a, root, "versione", "1");
	if ((r = rientro_bozza_metti(root, in, a, b)) != 0)
		return r;
	nodo_add(root, in);
	*out = root;
	return 0;
}

static int
rientro(struct nodo *risposta, struct servi *s, const struct nodo *richiesta,
    const struct consegna *c)
{
	struct nodo *sections, *istanza = NULL;
	struct rientro_bozza b;
	int r, i;

	(void)richiesta;
	if ((r = sections_of(&sections, s, c)) != 0 ||
	    (r = returned(&istanza, &b, s->a, sections)) != 0 ||
	    (r = keep(risposta, s, istanza)) != 0)
		return r;
	for (i = 0; i < b.n_detti; i++)
		nodo_elem_text(s->a, risposta, "detto", b.detti[i]);
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
	if (store_bozze(&b, s->st) != 0 || bozze_togli(b, &chi, id) != 0)
		err_clear();
}

const struct servi_riga servi_righe_bozze[] = {
	{ "bozza-tieni", CODA_LENTE, SERVI_CHIUNQUE | SERVI_ANCHE_FINITA,
	    tieni },
	{ "bozza-rientro", CODA_LENTE, 0, rientro },
	{ "firma-tutte", CODA_LENTE, 0, servi_firma_tutte },
	{ "bozza-leggi", CODA_LENTE, 0, leggi },
	{ "bozza-togli", CODA_LENTE, 0, togli },
	{ 0 }
};
