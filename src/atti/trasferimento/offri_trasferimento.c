/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * offri_trasferimento.c - a cartella is offered to another body: its package is
 * made and kept, the offer sealed.  `consegna-trasferimento` hands both over.
 *
 * Refuses: a closed cartella, one that waits for an answer already, or that is
 * not this body's any more; a body whose seal is not enrolled; a last day that
 * is past or too far; a hold or a seal that would stay behind.  Warns: of a case
 * that is sealed.  Keeps: the case goes on, and is this body's, until it is
 * released.
 * Norm: L. 328/2000 art. 6; GDPR art. 32.
 */
#include <string.h>

#include "atti/caso/cartella.h"
#include "atti/table.h"
#include "atti/trasferimento/consegne.h"
#include "atti/trasferimento/trasferire.h"
#include "base/random.h"
#include "documenti/calendario.h"
#include "registro/espunzioni.h"
#include "registro/legami.h"

#define GIORNI 30		/* in which it can be accepted, if not said */
#define GIORNI_MAX 180
#define NESSUN_PACCHETTO "-"	/* not made yet: taken to be there */

struct prep {
	struct tr_lettera lettera;
	struct spedita offerta;
	const char *nota;		/* what the package lacks; NULL */
};

/* ---- rules ---- */

static const char *
last_day(struct op *op)
{
	const char *said = op_campo(op, "scade");
	char *day;

	if (said != NULL)
		return said;
	day = arena_alloc(op->a, DATA_LEN + 1);
	calendario_giorni(day, op_oggi(op), GIORNI);
	return day;
}

static void
check_last_day(struct op *op)
{
	int left = calendario_fra(op_oggi(op), last_day(op));

	if (left < 0 || left > GIORNI_MAX)
		op_errore(op, "scade", "scadenza", NULL, "l'ultimo giorno "
		    "dell'offerta è fra oggi e %d giorni: %d, se non ne dici "
		    "un altro", GIORNI_MAX, GIORNI);
}

static void
check_goes(struct op *op, const char *come, const char *tipo)
{
	static const struct {
		const char *tipo, *senza;
	} necessari[] = {
		{ "cartella", "non può seguire il caso" },
		{ "scheda", "non può seguire il caso" },
		{ "blocco", "potrebbe scartare ciò che è in blocco" },
		{ "secretazione", "mostrerebbe la cartella a chi non la deve "
		    "trovare" },
	};
	size_t i;

	for (i = 0; i < NELEM(necessari); i++)
		if (strcmp(tipo, necessari[i].tipo) == 0)
			op_errore(op, come, "necessario", NULL, "senza «%s» "
			    "chi riceve %s: va intera con la cartella", tipo,
			    necessari[i].senza);
}

/* What whoever takes the case cannot do without. */
static void
check_resta(struct op *op)
{
	static const char *const come[] = { "resta", "oscura" };
	const struct nodo *x;
	size_t k;

	for (k = 0; k < NELEM(come); k++)
		for (x = nodo_child(op->in, come[k]); x != NULL;
		    x = nodo_next(x, come[k]))
			check_goes(op, come[k], nodo_all_text(op->a, x));
}

static int
check_body(struct op *op)
{
	const char *codice = op_campo(op, "ente");
	struct altro_ente e;
	int r = registro_altro_ente(&e, op->a, op->st->registro, codice);

	if (r == ERR_ABSENT || (r == 0 && e.revocato != NULL)) {
		err_clear();
		op_errore(op, "ente", "ente-ignoto", NULL, "del sigillo di %s "
		    "non si sa niente, e non si potrebbe credere alla sua "
		    "risposta: il responsabile lo arruola con «arruola-ente»",
		    codice);
		return 0;
	}
	return r;
}

/* A hold that stands on the accesso it was born of stays here: whoever takes the
 * case would not know of it, and could dispose of it. */
static int
check_hold(struct op *op, const struct caso *caso)
{
	struct blocco_vigente b;
	int r;

	if (caso->c.accesso.progressivo == 0 ||
	    (r = registro_blocco_vigente(&b, op->a, op->st->registro,
	    caso->folder)) == 1)
		return 0;
	if (r == 0)
		r = registro_blocco_vigente(&b, op->a, op->st->registro,
		    numero_folder(op->a, &caso->c.accesso));
	if (r != 1)
		return r;
	op_errore(op, "cartella", "blocco-accesso", "art. 68 DPR 445/2000",
	    "è in blocco l'accesso da cui è nata (%s), e quel blocco resta "
	    "qui: perché segua il caso lo si mette anche sulla cartella, con "
	    "«blocca-scarto»", b.estremi);
	return 0;
}

/* It is sealed there too, if they have a program that does so; on the way it
 * is as safe as what carries it. */
static int
check_seal(struct op *op, const struct numero *n)
{
	struct luogo l;
	int r = registro_secretazione(&l, op->a, op->st->registro, n);

	if (r == 0)
		op_avviso(op, "cartella", "secretata", "art. 32 GDPR", "è "
		    "secretata. Chi la riceve la avrà secretata, aperta solo a "
		    "chi là la segue: fatti dire prima chi è, e consegnala solo "
		    "cifrata («imbusta») o in mano a lui. Se va bene, conferma "
		    "con --conferma secretata");
	if (r != ERR_ABSENT)
		return r;
	err_clear();
	return 0;
}

/* What is offered; without prepara, as far as it is known. */
static struct tr_lettera
letter(struct op *op, const struct trasferimento *t)
{
	const struct prep *p = op->prep;

	if (p != NULL)
		return p->lettera;
	return (struct tr_lettera){ .tipo = TR_M_OFFERTA, .id = "-",
	    .caso = t->caso != NULL ? t->caso : "-", .da = t->noi,
	    .a = op_campo(op, "ente"), .pacchetto = NESSUN_PACCHETTO,
	    .scade = last_day(op) };
}

static int
esamina(struct op *op)
{
	struct tr_stesura s = { 0 };
	struct trasferimento t;
	struct tr_lettera m;
	struct caso caso;
	int r;

	if ((r = caso_scrivibile(&caso, op)) != 0 ||
	    (r = check_hold(op, &caso)) != 0 ||
	    (r = check_seal(op, &caso.n)) != 0 ||
	    (r = check_body(op)) != 0 || (r = trasferire_sigillo(op)) != 0 ||
	    (r = trasferire_cartella(&t, op, &caso.n)) != 0)
		return r;
	check_last_day(op);
	check_resta(op);
	trasferire_riserve(&s, op->a, op->in);
	if ((r = trasferire_riserve_esamina(op, &caso.n, &s,
	    s.n_oscura > 0 ? "oscura" : "resta")) != 0)
		return r;
	m = letter(op, &t);
	trasferire_decidi(&t, op, "cartella", TR_OFFRI, &m, m.pacchetto);
	return 0;
}

/* ---- the package and the offer ---- */

static int
name_all(struct tr_lettera *m, struct op *op, const struct trasferimento *t)
{
	char caso[ID_LEN + 1];
	struct altro_ente e;
	int r;

	if ((r = registro_altro_ente(&e, op->a, op->st->registro,
	    op_campo(op, "ente"))) != 0)
		return r;
	random_id(caso);
	/* the same istanza sent twice is the same transfer */
	*m = (struct tr_lettera){ .tipo = TR_M_OFFERTA, .id = op->id,
	    .caso = t->caso != NULL ? t->caso : arena_strdup(op->a, caso),
	    .da = t->noi, .a = e.codice_ipa, .scade = last_day(op) };
	return 0;
}

static int
prepara(struct op *op)
{
	struct prep *p = arena_alloc(op->a, sizeof *p);
	struct tr_stesura s = { .motivo = op_campo(op, "motivo"),
	    .cartella = op_campo(op, "cartella") };
	struct trasferimento t;
	struct caso caso;
	int r;

	trasferire_riserve(&s, op->a, op->in);
	if ((r = op_dipende(op, "ente")) != 0 ||
	    (r = caso_dipende(&caso, op)) != 0 ||
	    (r = trasferire_cartella(&t, op, &caso.n)) != 0 ||
	    (r = name_all(&p->lettera, op, &t)) != 0 ||
	    (r = trasferire_pacchetto(&p->lettera.pacchetto, &p->nota, op,
	    &caso.n, &s)) != 0 ||
	    (r = trasferire_sigilla(&p->offerta, op, TR_M_OFFERTA,
	    &p->lettera, &s)) != 0)
		return r < 0 ? r : 0;
	op->prep = p;
	return 0;
}

/* ---- effect ---- */

static int
applica(struct op *op)
{
	const struct prep *p = op->prep;
	struct trasferimento t;
	struct caso caso;
	int r;

	if (p == NULL)
		return err_set(ERR_FAULT, "l'offerta non è stata preparata");
	if ((r = caso_find(&caso, op)) != 0 ||
	    (r = trasferire_cartella(&t, op, &caso.n)) != 0)
		return r;
	t.caso = p->lettera.caso;
	op->fatto = p->lettera.id;
	op->nota = p->nota;
	if ((r = consegna_poni(op, p->lettera.pacchetto)) != 0)
		return r;
	return trasferire_spedisci(op, &t, 0, &p->offerta);
}

const struct atto atto_offri_trasferimento = {
	.nome = "offri-trasferimento",
	.sommario = "offre una cartella a un altro ente, che la prenda in carico",
	.norma = TRASFERIRE_NORMA,
	.flags = PERSONALE | RICHIEDE_FIRMA,
	.esamina = esamina,
	.prepara = prepara,
	.applica = applica,
};
