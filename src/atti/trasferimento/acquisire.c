/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * acquisire.c - the case of another body becomes a cartella of ours
 * (acquisire.h).
 *
 * Refuses: a case that is open here.  Warns: who it is about is known already
 * (joining is for people to decide).  Keeps: what others wrote, as they wrote
 * it, below precedenti/, with the history it came with; their users, offices
 * and équipes get nobody anything.  Who the person is and the family become
 * first versions of our own, so that the case can be worked on at once; what
 * held it there holds it here, and what was sealed there is sealed here.
 * Norm: L. 328/2000 artt. 6 and 22; CAD artt. 41 and 43.
 */
#include "atti/trasferimento/acquisire.h"

#include <string.h>

#include "atti/caso/cartella.h"
#include "atti/caso/passaggio.h"
#include "atti/caso/persone.h"
#include "atti/protocollo/classificare.h"
#include "atti/riservatezza/misura.h"
#include "atti/trasferimento/acquisire_interno.h"
#include "documenti/accesso.h"
#include "documenti/blocco.h"
#include "documenti/cartella.h"
#include "documenti/provenienza.h"
#include "documenti/scheda.h"
#include "documenti/secretazione.h"
#include "documenti/stato_di_famiglia.h"
#include "registro/titolario.h"

#define ART64 "art. 64 DPR 445/2000"

const char *
acquisire_impronta(const struct pacchetto_altrui *p)
{
	return p->impronta;
}

bool
acquisire_secretata(const struct pacchetto_altrui *p)
{
	return p->secretazione != NULL;
}

/* ---- rules ---- */

static const char *
class_of(const struct pacchetto_altrui *p, const struct presa *presa)
{
	return presa->classifica != NULL ? presa->classifica : p->classifica;
}

/* Nobody here has said of what class it is: it stays what it was, if that is
 * open here.  A class decides who sees a case and how long it is kept. */
static int
check_class(struct op *op, const struct pacchetto_altrui *p,
    const struct presa *presa)
{
	const char *ignored, *theirs = p->classifica;
	struct titolario t;
	int r;

	if (presa->classifica != NULL)
		return classifica_check(op, "classifica", presa->classifica);
	if (theirs == NULL) {
		op_errore(op, "classifica", "di-che-classe", ART64, "la "
		    "copertina non è venuta, e non si sa di che classe è la "
		    "cartella: dilla con --classifica");
		return 0;
	}
	r = registro_titolario(&t, op->a, op->st->registro, op_oggi(op));
	if (r == 0)
		r = registro_titolario_voce(&ignored, op->a, op->st->registro,
		    t.numero, theirs);
	else if (r == ERR_ABSENT) {
		err_clear();
		return 0;
	}
	if (r != ERR_ABSENT)
		return r;
	err_clear();
	op_errore(op, "classifica", "di-che-classe", ART64, "da %s era di "
	    "classe %s, che nel titolario «%s» non c'è: di' con --classifica "
	    "di che classe è qui («titolario --parola» la cerca)", p->di->ipa,
	    theirs, t.nome);
	return 0;
}

static int
check_reopened(struct op *op, const struct presa *presa)
{
	struct occhio occhio = op_occhio(op);
	struct cartella c;
	int r;

	if ((r = registro_cartella(&c, op->a, op->st->registro, &occhio,
	    presa->ripresa)) != 0)
		return r;
	if (strcmp(c.stato, CARTELLA_CHIUSO) != 0)
		op_errore(op, "", "gia-in-carico", NULL, "la cartella %s di "
		    "questo caso è in carico qui: non se ne riceve un'altra",
		    numero_text(op->a, presa->ripresa));
	return op->ril.errori > 0 ? 0 : passaggio_esamina(op,
	    OGGETTO_CARTELLA, c.stato, NULL);
}

int
acquisire_esamina(struct op *op, const struct pacchetto_altrui *p,
    const struct presa *presa)
{
	int r;

	if (presa->ripresa != NULL)
		r = check_reopened(op, presa);
	else if (p == NULL || (r = check_class(op, p, presa)) == 0)
		r = passaggio_esamina(op, OGGETTO_CARTELLA, STATO_INIZIO,
		    NULL);
	if (r != 0 || p == NULL)
		return r;
	if (p->dubbie > 0)
		op_avviso(op, "", "firme-da-guardare", "art. 24 CAD", "di ciò "
		    "che è venuto, %d firme qui non risultano valide (%s%s). "
		    "L'altro ente può averle avute così: si prendono con il "
		    "verdetto di oggi, che resta in provenienze/. Se va bene, "
		    "conferma con --conferma firme-da-guardare", p->dubbie,
		    p->dubbia, p->dubbie > 1 ? "; …" : "");
	if (p->secretazione != NULL)
		op_avviso(op, "assistente", "secretata", "art. 32 GDPR", "da "
		    "%s è secretata, e lo è anche qui: la trova solo %s, che "
		    "nomina altri lettori con «secreta». Se va bene, conferma "
		    "con --conferma secretata", p->di->ipa,
		    presa->responsabile);
	scheda_check(&op->ril, p->scheda, op_oggi(op));
	if (p->famiglia != NULL)
		stato_di_famiglia_check(&op->ril, p->famiglia, op_oggi(op));
	return persone_simili(op, nodo_child(p->scheda, "anagrafica"), "",
	    presa->ripresa);
}

/* ---- what came, as a document of ours ---- */

static struct nodo *
list_documents(struct op *op, struct nodo *n, const struct pacchetto_altrui *p)
{
	const struct op_altrui *d;
	struct nodo *x;
	int i;

	for (i = 0; i < p->n; i++) {
		d = &p->documenti[i];
		x = nodo_elem(op->a, n, "documento");
		nodo_elem_text(op->a, x, "percorso", d->percorso);
		nodo_elem_text(op->a, x, "tipo", d->tipo);
		nodo_elem_text(op->a, x, "impronta", d->impronta);
		nodo_elem_text(op->a, x, "atto", nodo_attr(p->voce[i],
		    "atto"));
		nodo_elem_text(op->a, x, "ora", nodo_attr(p->voce[i], "ora"));
	}
	return n;
}

static void
list_attachments(struct op *op, struct nodo *n,
    const struct pacchetto_altrui *p)
{
	const struct allegato_venuto *al;
	struct nodo *x;
	int i, k;

	for (i = 0; i < p->n_allegati; i++) {
		al = &p->allegati[i];
		x = nodo_elem(op->a, n, "allegato");
		nodo_elem_text(op->a, x, "nome", al->nome);
		nodo_elem_text(op->a, x, "impronta", al->impronta);
		nodo_elem_text(op->a, x, "protocollo", al->protocollo);
		for (k = 0; k < al->n_di; k++)
			nodo_elem_text(op->a, x, "di", al->di[k]);
	}
}

/* <prova>, <registrazione> or <firma>. */
static void
list_parts(struct op *op, struct nodo *n, const struct pacchetto_altrui *p,
    const char *nome)
{
	const struct nodo *x;

	for (x = nodo_child(p->parti, nome); x; x = nodo_next(x, nome))
		nodo_add(n, nodo_copy(op->a, x));
}

static void
say_package(struct op *op, struct nodo *n, const struct pacchetto_altrui *p,
    bool root)
{
	const struct nodo *v = nodo_child(p->indice, "volume");
	struct arena *a = op->a;
	struct nodo *x;

	nodo_elem_text(a, n, "ente", nodo_value(a, v, "ente"));
	nodo_elem_text(a, n, "codice-ipa", p->di->ipa);
	nodo_elem_text(a, n, "cartella", nodo_value(a, v, "riferimento"));
	x = nodo_elem(a, n, "pacchetto");
	nodo_elem_text(a, x, "impronta", p->impronta);
	nodo_elem_text(a, x, "fatto", nodo_value(a, v, "ora"));
	nodo_elem_text(a, x, "sigillo", p->di->chiave);
	nodo_elem_text(a, n, "sotto", op->innesto->sotto);
	x = nodo_elem(a, n, "storia");
	nodo_elem_text(a, x, "commit", p->head);
	nodo_elem_text(a, x, "albero", p->albero);
	nodo_elem_text(a, x, "radice", root ? "si" : "no");
	nodo_elem_text(a, x, "intera", nodo_value(a, v, "storia/@intera"));
	nodo_elem_text(a, x, "origine", nodo_value(a, v, "storia/@commit"));
}

static struct nodo *
provenance(struct op *op, const struct pacchetto_altrui *p,
    const struct tr_lettera *patto, bool root)
{
	struct nodo *n = nodo_new(op->a, PROVENIENZA);

	nodo_elem_text(op->a, n, "autore", op_agente(op));
	nodo_elem_text(op->a, n, "scritto", op_oggi(op));
	nodo_elem_text(op->a, n, "trasferimento", patto->id);
	nodo_elem_text(op->a, n, "caso", patto->caso);
	say_package(op, n, p, root);
	list_parts(op, n, p, "prova");
	list_documents(op, n, p);
	list_attachments(op, n, p);
	list_parts(op, n, p, "registrazione");
	list_parts(op, n, p, "firma");
	return n;
}

/* ---- what becomes ours ---- */

/* A copy without their id and version; of a document that we have, with our
 * id: its next version. */
static int
deposit_own(struct op *op, const char *folder, const char *percorso,
    const struct nodo *theirs)
{
	struct nodo *doc = nodo_new(op->a, theirs->nome);
	const struct nodo *c;
	struct attuale at;
	int r;

	r = registro_attuale(&at, op->a, op->st->registro, folder, percorso);
	if (r != 0 && r != ERR_ABSENT)
		return r;
	if (r == 0)
		nodo_set(op->a, doc, "id", at.id);
	else
		err_clear();
	for (c = nodo_child(theirs, NULL); c != NULL; c = nodo_next(c, NULL))
		nodo_add(doc, nodo_copy(op->a, c));
	op_deposita(op, folder, percorso, doc);
	return 0;
}

static int
deposit_people(struct op *op, const char *folder,
    const struct pacchetto_altrui *p)
{
	int r = deposit_own(op, folder, SCHEDA_PERCORSO, p->scheda);

	if (r != 0 || p->famiglia == NULL)
		return r;
	return deposit_own(op, folder, arena_printf(op->a,
	    "stato-di-famiglia/%s.xml", p->giorno_famiglia), p->famiglia);
}

/* What may not be disposed of there may not here. */
static int
deposit_holds(struct op *op, const char *folder,
    const struct pacchetto_altrui *p)
{
	struct blocco_venuto v = { .da = p->di->ipa, .utente = op_agente(op),
	    .oggi = op_oggi(op) };
	struct nodo *doc;
	struct ente noi;
	int r, i, n;

	if ((r = registro_ente(&noi, op->a, op->st->registro)) != 0 ||
	    (r = registro_documenti(&n, op->st->registro, folder,
	    BLOCCHI_DIR)) != 0)
		return r;
	v.noi = noi.codice_ipa;
	for (i = 0; i < p->n_blocchi; i++) {
		doc = blocco_di_altri(op->a, p->blocchi[i], &v);
		if (doc != NULL)
			op_deposita(op, folder, ordinale_path(op->a,
			    BLOCCHI_DIR, ++n, ".xml"), doc);
	}
	return 0;
}

/* Whoever must not find it there must not here.  A cartella of ours that was
 * sealed when it went is so still, with its readers. */
static int
deposit_seal(struct op *op, const char *folder, const struct numero *n,
    const struct pacchetto_altrui *p)
{
	struct secretazione_venuta v = { .da = p->di->ipa,
	    .utente = op_agente(op), .oggi = op_oggi(op) };
	struct luogo ours;
	const char *percorso;
	int r;

	if (p->secretazione == NULL)
		return 0;
	r = registro_secretazione(&ours, op->a, op->st->registro, n);
	if (r != ERR_ABSENT)
		return r;
	err_clear();
	if ((r = misura_percorso(&percorso, op, folder,
	    DIR_SECRETAZIONI)) != 0)
		return r;
	op_deposita(op, folder, percorso, secretazione_di_altri(op->a,
	    p->secretazione, &v));
	return 0;
}

/* ---- the cover ---- */

static int
open_new(struct numero *out, struct op *op, const struct pacchetto_altrui *p,
    const struct presa *presa)
{
	struct numero n = { SERIE_CARTELLA, clock_year(op->ora), 0 };
	struct nodo *cover = nodo_new(op->a, "cartella");
	int r;

	if ((r = registro_numero(&n.progressivo, op->st->registro, n.serie,
	    n.anno)) != 0)
		return r;
	nodo_elem_text(op->a, cover, "classifica", class_of(p, presa));
	nodo_elem_text(op->a, cover, "ufficio", presa->ufficio);
	nodo_elem_text(op->a, cover, "responsabile", presa->responsabile);
	nodo_elem_text(op->a, cover, "aperta", op_oggi(op));
	if ((r = passaggio_applica(op, cover, OGGETTO_CARTELLA, NULL)) != 0)
		return r;
	op_deposita(op, numero_folder(op->a, &n), CARTELLA_COPERTINA, cover);
	*out = n;
	return 0;
}

/* The accesso it was born of, which was closed with it. */
static int
reopen_origin(struct op *op, const struct numero *accesso,
    const struct presa *presa)
{
	const char *folder = numero_folder(op->a, accesso);
	struct nodo *cover;
	int r;

	if ((r = passaggio_copertina(&cover, op, folder, OGGETTO_ACCESSO,
	    NULL)) != 0)
		return r;
	accesso_riapri(cover);
	copertina_affida(op->a, cover, presa->responsabile, presa->ufficio);
	op_deposita(op, folder, ACCESSO_COPERTINA, cover);
	return 0;
}

/* As «riapri» does, for whoever takes it now. */
static int
open_again(struct numero *out, struct op *op, const struct presa *presa)
{
	const char *folder = numero_folder(op->a, presa->ripresa);
	struct riapertura again = { .oggi = op_oggi(op),
	    .autore = op_agente(op), .motivo = presa->motivo,
	    .presa_in_carico = op_oggi(op) };
	struct occhio occhio = op_occhio(op);
	struct nodo *cover;
	struct cartella c;
	int r;

	if ((r = registro_cartella(&c, op->a, op->st->registro, &occhio,
	    presa->ripresa)) != 0 ||
	    (r = passaggio_copertina(&cover, op, folder, OGGETTO_CARTELLA,
	    NULL)) != 0)
		return r;
	cartella_riapri(op->a, cover, &again);
	copertina_affida(op->a, cover, presa->responsabile, presa->ufficio);
	op_deposita(op, folder, CARTELLA_COPERTINA, cover);
	*out = *presa->ripresa;
	return c.accesso.progressivo == 0 ? 0 :
	    reopen_origin(op, &c.accesso, presa);
}

/* ---- all of it ---- */

/* Which time something of others comes into this folder: from 1. */
static int
which_time(int *out, struct op *op, const char *folder)
{
	int r = registro_documenti(out, op->st->registro, folder,
	    PROVENIENZE_DIR);

	++*out;
	return r;
}

static void
graft(struct op *op, const char *folder, const struct pacchetto_altrui *p,
    bool root, int time)
{
	struct op_innesto *x = arena_alloc(op->a, sizeof *x);

	x->cartella = folder;
	x->commit = p->head;
	x->sotto = provenienza_sotto(op->a, p->di->ipa, time);
	x->radice = root;
	x->documenti = p->documenti;
	x->n = p->n;
	op_innesta(op, x);
}

int
acquisire_applica(struct numero *out, struct op *op,
    const struct pacchetto_altrui *p, const struct tr_lettera *patto,
    const struct presa *presa)
{
	bool root = presa->ripresa == NULL;
	const char *folder;
	int r, time;

	if (p == NULL || (!root && !p->con_fascio))
		return err_set(ERR_FAULT, "il pacchetto non è stato guardato");
	r = root ? open_new(out, op, p, presa) : open_again(out, op, presa);
	if (r != 0)
		return r;
	folder = numero_folder(op->a, out);
	if ((r = which_time(&time, op, folder)) != 0)
		return r;
	graft(op, folder, p, root, time);
	if ((r = deposit_people(op, folder, p)) != 0 ||
	    (r = deposit_holds(op, folder, p)) != 0 ||
	    (r = deposit_seal(op, folder, out, p)) != 0)
		return r;
	op_deposita(op, folder, ordinale_path(op->a, PROVENIENZE_DIR, time,
	    ".xml"), provenance(op, p, patto, root));
	return 0;
}
