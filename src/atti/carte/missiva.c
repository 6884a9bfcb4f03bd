/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * missiva.c - the letters of a cartella, whichever act writes them.
 *
 * Refuses: an addressee who cannot be reached, or not by that means, a signer
 * without a key, a model with no place for what is written or for what the law
 * wants said.  Keeps: the signed bytes never contain their own number.
 * Norm: DPR 445/2000 artt. 53, 55, 56.
 */
#include "atti/carte/missiva.h"

#include "atti/carte/allegare.h"
#include "atti/firme/firmare.h"
#include "atti/protocollo/classificare.h"
#include "atti/protocollo/esterno.h"
#include "atti/protocollo/protocolla.h"
#include "documenti/lettera.h"
#include "documenti/smistamento.h"

/* ---- rules ---- */

/* What is written and has no place on the paper would be lost. */
static int
check_model(struct op *op, const struct caso *caso, const char *modello)
{
	struct modello_scelto m;
	int r = modello_scegli(&m, op, modello, CARTA_LETTERA);

	if (r == ERR_ABSENT) {
		op_errore(op, "modello", "modello-ignoto", NULL, "%s",
		    err_msg());
		return 0;
	}
	if (r != 0)
		return r;
	if (nodo_child(op->in, "testo") != NULL && !modello_usa(&m, "corpo"))
		op_errore(op, "testo", "testo-senza-posto", NULL, "il modello "
		    "«%s» non ha il campo «corpo»: il testo andrebbe perduto; "
		    "toglilo, o scegli un altro modello", m.nome);
	if (nodo_child(op->in, "riferimento") != NULL &&
	    !modello_usa(&m, "riferimenti"))
		op_errore(op, "riferimento", "riferimento-senza-posto", NULL,
		    "il modello «%s» non dice a che cosa si risponde: togli "
		    "il riferimento, o scegli un altro modello", m.nome);
	carta_essenziale_check(op, &m);
	carta_libero_check(op, &m);
	return caso != NULL ? carta_fonti_check(op, &m, caso) : 0;
}

int
missiva_esamina(struct op *op, const struct caso *caso, const char *modello)
{
	int r;

	if (nodo_child(op->in, "destinatario") != NULL)
		lettera_check_recapito(&op->ril, op->in);
	if ((r = classifica_check(op, "classifica", caso != NULL ?
	    classifica_di(op, caso) : op_campo(op, "classifica"))) != 0 ||
	    (r = check_model(op, caso, modello)) != 0 || (caso != NULL &&
	    (r = allegare_esamina(op, caso)) != 0))
		return r;
	return firmare_esamina(op, FIRMA_PROPRIA);
}

/* ---- the paper ---- */

static int
addressee(struct nodo *lettera, struct op *op, const struct missiva *m)
{
	struct nodo *to;
	const char *nome;
	int r;

	if (m->a_ufficio == NULL) {
		nodo_add(lettera, nodo_copy(op->a, nodo_child(op->in,
		    "destinatario")));
		return 0;
	}
	if ((r = registro_ufficio(&nome, op->a, op->st->registro,
	    m->a_ufficio)) != 0)
		return r;
	to = nodo_elem(op->a, lettera, "destinatario");
	nodo_elem_text(op->a, to, "denominazione", nome);
	return 0;
}

static int
letter(struct nodo **out, struct op *op, const struct modello_scelto *modello,
    const struct caso *caso, const struct missiva *m,
    const struct allegato_fatto *allegati)
{
	struct nodo *own = m->parti != NULL ? nodo_copy(op->a, m->parti) :
	    nodo_new(op->a, "parti"), *n;
	int r;

	allegare_parti(own, op, allegati);
	if ((r = carta_lettera(&n, op, m->ufficio,
	    op_campo(op, "luogo"))) != 0 || (r = addressee(n, op, m)) != 0)
		return r;
	nodo_elem_text(op->a, n, "oggetto", m->oggetto);
	if (m->riferimento != NULL)
		nodo_elem_printf(op->a, n, "riferimento", "prot. %s",
		    m->riferimento);
	if (m->corpo != NULL && modello_usa(modello, "corpo"))
		corpo_prosa(op->a, nodo_elem(op->a, n, "corpo"), m->corpo);
	if ((r = carta_parti(n, op, CARTA_LETTERA, modello, caso, own)) != 0)
		return r;
	*out = n;
	return carta_firmatario(n, op);
}

/* What goes with the letter is signed with it. */
static void
bind(struct carta_da_fare *f, struct op *op, const struct allegato_fatto *list)
{
	const struct allegato_fatto *x;
	struct manifesto_oggetto *o;
	int n = 0;

	for (x = list; x != NULL; x = x->succ)
		n++;
	f->oggetti = o = arena_alloc(op->a, ((size_t)n + 1) * sizeof *o);
	f->n_oggetti = n;
	for (x = list; x != NULL; x = x->succ)
		*o++ = (struct manifesto_oggetto){ .ruolo = RUOLO_ALLEGATO,
		    .impronta = x->pdf->al.impronta, .nome = x->pdf->nome,
		    .formato = allegato_formato(x),
		    .dimensione = x->pdf->al.dimensione };
}

struct nodo *
missiva_campi(struct op *op, const struct carta *carta,
    const struct caso *caso, const struct missiva *m)
{
	struct nodo *in = lettera_registra(op->a, carta->lettera,
	    m->a_ufficio != NULL ? "interna" : "uscita",
	    m->a_ufficio != NULL ? "interno" : op_campo(op, "mezzo"),
	    caso != NULL ? classifica_di(op, caso) : m->classifica);

	/* of no case: it is about nobody */
	if (caso == NULL)
		nodo_remove(nodo_find(in, "riservata"));
	carta_file(in, op, carta);
	allegare_file(in, op, carta->allegati);
	return in;
}

int
missiva_prepara(struct carta **out, struct op *op, const struct caso *caso,
    const struct missiva *m)
{
	struct carta *carta = arena_alloc(op->a, sizeof *carta);
	struct carta_da_fare f = { .tipo = CARTA_LETTERA,
	    .titolo = m->oggetto, .cartella = caso != NULL ? caso->folder :
	    "ente" };
	struct modello_scelto modello;
	int r;

	if ((r = modello_scegli(&modello, op, m->modello,
	    CARTA_LETTERA)) != 0)
		return r;
	carta->allegati = m->allegati;
	if ((!op->saggio && caso != NULL &&
	    (r = allegare_fai(&carta->allegati, op, caso)) != 0) ||
	    (r = letter(&f.dati, op, &modello, caso, m,
	    carta->allegati)) != 0)
		return r;
	f.modello = &modello;
	f.nome = caso == NULL ? m->nome : arena_printf(op->a, "%s-%s",
	    m->nome, numero_text(op->a, &caso->n));
	f.scopo = SCOPO_SPEDIZIONE;
	bind(&f, op, carta->allegati);
	if ((r = carta_fai(carta, op, &f)) != 0)
		return r;
	*out = carta;
	return esterno_chiedi(op, missiva_campi(op, carta, caso, m));
}

/* ---- effect ---- */

/* The letter as the cartella keeps it. */
static struct nodo *
document(struct op *op, const struct carta *carta, const struct caso *caso,
    const struct numero *prot)
{
	struct nodo *doc = nodo_new(op->a, "comunicazione");

	nodo_elem_text(op->a, doc, "cartella", numero_text(op->a, &caso->n));
	nodo_elem_text(op->a, doc, "protocollo", numero_text(op->a, prot));
	nodo_elem_text(op->a, doc, "autore", op->utente);
	carta_nodi(doc, op, carta);
	allegare_nodi(doc, op, carta->allegati);
	return doc;
}

static void
send_on(struct op *op, const struct missiva *m, const struct numero *prot)
{
	op_deposita(op, numero_folder(op->a, prot), numero_follow_path(op->a,
	    "smistamenti", prot->progressivo, 1), smistamento_make(op->a,
	    lettera_fa_sapere(op->a, numero_text(op->a, prot), m->a_ufficio,
	    m->a_utente), 1, op->ora_iso, op->utente));
}

int
missiva_applica(struct numero *prot, const char **percorso, struct op *op,
    const struct caso *caso, const struct carta *carta,
    const struct missiva *m)
{
	int r, count;

	if ((r = registro_documenti(&count, op->st->registro, caso->folder,
	    "comunicazioni")) != 0 || (r = protocolla_numero(prot, op)) != 0)
		return r;
	*percorso = ordinale_path(op->a, "comunicazioni", count + 1, ".xml");
	op_deposita(op, caso->folder, *percorso, document(op, carta, caso,
	    prot));
	protocolla(op, prot, missiva_campi(op, carta, caso, m));
	if (m->a_ufficio != NULL)
		send_on(op, m, prot);
	return carta_deposita(op, carta);
}
