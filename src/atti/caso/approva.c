/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * approva.c - the coordinator approves a proposta: makes and signs the letter
 * to the administrative area, registers it as interna, sends it on.
 *
 * Refuses: a proposta already answered, an office that does not exist, a
 * coordinator without a key.  Warns: an oggetto that names the person.  Keeps:
 * the paper is made and signed before it is registered with its impronta.
 * Norm: Prato procedure, step 4; DPR 445/2000 artt. 53, 56.
 */
#include "atti/carte/carta.h"
#include "atti/caso/cartella.h"
#include "atti/caso/passaggio.h"
#include "atti/caso/proposte.h"
#include "atti/firme/firmare.h"
#include "atti/firme/passi_firma.h"
#include "atti/protocollo/classificare.h"
#include "atti/protocollo/esterno.h"
#include "atti/protocollo/protocolla.h"
#include "atti/table.h"
#include "documenti/cartella.h"
#include "documenti/lettera.h"
#include "documenti/proposta.h"
#include "documenti/registrazione.h"
#include "documenti/smistamento.h"

static int
check_proposta(struct op *op, const struct caso *caso)
{
	struct nodo *doc;
	int r = proposte_in_attesa(&doc, op, caso);

	if (r != 0 || doc == NULL)
		return r;
	if ((r = passi_firma_complete(op, "proposta", caso->folder,
	    op_campo(op, "proposta"), NULL)) != 0)
		return r;
	/* its oggetto goes into the register */
	return caso_senza_nome(op, caso, "proposta",
	    nodo_value(op->a, doc, "oggetto"));
}

/* What the coordinator writes has its place on the paper. */
static int
check_model(struct op *op)
{
	struct modello_scelto m;
	int r;

	if ((r = modello_scegli(&m, op, MODELLO_PROPOSTA,
	    CARTA_PROPOSTA)) != 0)
		return r;
	carta_essenziale_check(op, &m);
	if (nodo_child(op->in, "nota") != NULL && !modello_usa(&m, "corpo"))
		op_errore(op, "nota", "testo-senza-posto", NULL, "il modello "
		    "«%s» non ha il campo «corpo»: la nota andrebbe perduta",
		    m.nome);
	return 0;
}

static int
check_office(struct op *op)
{
	const char *ufficio = op_campo(op, "ufficio"), *ignored;
	int r = registro_ufficio(&ignored, op->a, op->st->registro, ufficio);

	if (r == ERR_ABSENT)
		op_errore(op, "ufficio", "ufficio-ignoto", NULL,
		    "l'ufficio %s non esiste", ufficio);
	return r == ERR_ABSENT ? 0 : r;
}

static int
esamina(struct op *op)
{
	struct caso caso;
	int r;

	if ((r = caso_scrivibile(&caso, op)) != 0 ||
	    (r = passaggio_esamina(op, OGGETTO_CARTELLA, caso.c.stato,
	    NULL)) != 0 ||
	    (r = check_office(op)) != 0 || (r = check_model(op)) != 0 ||
	    (r = classifica_check(op, "classifica", classifica_di(op,
	    &caso))) != 0 ||
	    (r = check_proposta(op, &caso)) != 0)
		return r;
	return firmare_esamina(op, FIRMA_PROPRIA);
}

/* What the letter is about. */
static struct nodo *
parts(struct op *op, const struct nodo *proposta)
{
	static const char *const said[] = { "oggetto", "data", "testo" };
	struct nodo *n = nodo_new(op->a, "parti"), *x;
	size_t i;

	x = nodo_elem(op->a, n, "proposta");
	for (i = 0; i < NELEM(said); i++)
		nodo_add(x, nodo_copy(op->a, nodo_child(proposta, said[i])));
	return n;
}

/* What is proposed, in the proposer's words, and the approval. */
static int
letter(struct nodo **out, struct op *op, const struct modello_scelto *modello,
    const struct caso *caso, const struct nodo *proposta)
{
	const char *ufficio = op_campo(op, "ufficio"), *nome;
	const struct nodo *nota = nodo_child(op->in, "nota");
	struct nodo *n, *to;
	int r;

	if ((r = carta_lettera(&n, op, caso->c.ufficio, NULL)) != 0 ||
	    (r = registro_ufficio(&nome, op->a, op->st->registro,
	    ufficio)) != 0)
		return r;
	to = nodo_elem(op->a, n, "destinatario");
	nodo_elem_text(op->a, to, "denominazione", nome);
	nodo_elem_printf(op->a, n, "oggetto", "%s: %s",
	    op_campo(op, "cartella"), nodo_value(op->a, proposta, "oggetto"));
	if (nota != NULL)
		corpo_prosa(op->a, nodo_elem(op->a, n, "corpo"), nota);
	if ((r = carta_parti(n, op, CARTA_PROPOSTA, modello, caso, parts(op,
	    proposta))) != 0)
		return r;
	*out = n;
	return carta_firmatario(n, op);
}

/* The fields of the registration. */
static struct nodo *
fields(struct op *op, const struct carta *carta, const struct caso *caso)
{
	struct nodo *in = lettera_registra(op->a, carta->lettera, "interna",
	    "interno", classifica_di(op, caso));

	carta_file(in, op, carta);
	return in;
}

static int
prepara(struct op *op)
{
	struct carta *carta = arena_alloc(op->a, sizeof *carta);
	struct carta_da_fare f = { .tipo = CARTA_PROPOSTA,
	    .titolo = TITOLO_PROPOSTA };
	struct manifesto_oggetto about;
	struct modello_scelto modello;
	struct nodo *proposta;
	struct caso caso;
	int r;

	if ((r = caso_dipende(&caso, op)) != 0 ||
	    (r = firmare_originale(&about, op, caso.folder, op_campo(op,
	    "proposta"))) != 0 ||
	    (r = store_documento(&proposta, op->a, op->st, caso.folder,
	    op_campo(op, "proposta"))) != 0 ||
	    (r = modello_scegli(&modello, op, MODELLO_PROPOSTA,
	    CARTA_PROPOSTA)) != 0 ||
	    (r = letter(&f.dati, op, &modello, &caso, proposta)) != 0)
		return r;
	f.modello = &modello;
	f.nome = arena_printf(op->a, "proposta-%s", op_campo(op, "cartella"));
	f.cartella = caso.folder;
	f.scopo = SCOPO_APPROVAZIONE;
	f.oggetti = &about;
	f.n_oggetti = 1;
	if ((r = carta_fai(carta, op, &f)) != 0)
		return r < 0 ? r : 0;
	op->prep = carta;
	return esterno_chiedi(op, fields(op, carta, &caso));
}

/* Registered between two offices of the body, and sent to the second. */
static void
register_letter(struct op *op, const struct carta *carta,
    const struct caso *caso, const struct numero *prot)
{
	protocolla(op, prot, fields(op, carta, caso));
	op_deposita(op, numero_folder(op->a, prot), numero_follow_path(op->a,
	    "smistamenti", prot->progressivo, 1), smistamento_make(op->a,
	    lettera_smista(op->a, numero_text(op->a, prot),
	    op_campo(op, "ufficio")), 1, op->ora_iso, op->utente));
}

static int
update_folder(struct op *op, const char *folder, const struct carta *carta,
    const struct numero *prot)
{
	struct nodo *cover, *proposta;
	int r;

	if ((r = store_documento(&proposta, op->a, op->st, folder,
	    op_campo(op, "proposta"))) != 0 ||
	    (r = passaggio_copertina(&cover, op, folder, OGGETTO_CARTELLA,
	    NULL)) != 0)
		return r;
	carta_nodi(proposta_approva(op->a, proposta, op_agente(op),
	    nodo_value(op->a, carta->lettera, "data"),
	    numero_text(op->a, prot), op_campo(op, "ufficio")), op, carta);
	op_deposita(op, folder, op_campo(op, "proposta"), proposta);
	op_deposita(op, folder, CARTELLA_COPERTINA, cover);
	return carta_deposita(op, carta);
}

static int
applica(struct op *op)
{
	const struct carta *carta = op->prep;
	struct numero prot;
	struct caso caso;
	int r;

	if (carta == NULL)
		return err_set(ERR_FAULT, "la lettera non è stata preparata");
	if ((r = caso_find(&caso, op)) != 0 ||
	    (r = protocolla_numero(&prot, op)) != 0 ||
	    (r = update_folder(op, caso.folder, carta, &prot)) != 0)
		return r;
	register_letter(op, carta, &caso, &prot);
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
