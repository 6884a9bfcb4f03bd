/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * adotta_fiducia.c - whom the office believes when they vouch for a
 * certificate: certificates given one by one, or the trust list of a State
 * with the certificate of who signs it.
 *
 * Refuses: certificates that cannot be read; a list that those who are given
 * did not sign, whole; one older than the list it takes the place of.  Warns:
 * of what would be believed no more, of a list that has expired.  Keeps: the
 * list as it came, and every set there was.
 * Norm: Reg. (UE) 910/2014 art. 22; ETSI TS 119 612.
 */
#include <stdlib.h>
#include <string.h>

#include "atti/ente/tabella.h"
#include "atti/firme/fiducia_file.h"
#include "atti/table.h"
#include "documenti/fiducia.h"

struct prep {
	struct nodo *doc;
	const char *pem;
};

static bool
withdraws(const struct op *op)
{
	const char *ritira = op_campo(op, "ritira");

	return ritira != NULL && strcmp(ritira, "si") == 0;
}

static int
esamina(struct op *op)
{
	struct attuale was;
	int r;

	if (!withdraws(op)) {
		if (op->n_file == 0)
			op_errore(op, "", "manca-file", NULL, "servono uno o "
			    "più file: certificati, o l'elenco di fiducia di "
			    "uno Stato e il certificato di chi lo firma");
		return 0;
	}
	if (op->n_file > 0)
		op_errore(op, "ritira", "troppi-file", NULL,
		    "chi ritira non adotta: senza file");
	r = registro_attuale(&was, op->a, op->st->registro, "ente",
	    fiducia_percorso(op->a, op_campo(op, "nome")));
	if (r == ERR_ABSENT) {
		err_clear();
		op_errore(op, "nome", "fiducia-ignota", NULL, "non c'è un "
		    "insieme «%s»: li elenca «fiducia»", op_campo(op, "nome"));
		return 0;
	}
	return r;
}

/* ---- against what stood before ---- */

static bool
names(const struct nodo *doc, const struct nodo *radice, int64_t ora)
{
	const struct nodo *x;

	for (x = nodo_child(doc, "radice"); x; x = nodo_next(x, "radice"))
		if (fiducia_valeva(x, ora) && strcmp(nodo_attr(x, "impronta"),
		    nodo_attr(radice, "impronta")) == 0 &&
		    strcmp(nodo_attr(x, "uso"), nodo_attr(radice, "uso")) == 0)
			return true;
	return false;
}

/* Believed today, and no more; only an istanza that says so takes them away. */
static void
check_lost(struct op *op, const struct nodo *was, const struct nodo *doc)
{
	int64_t ora = clock_now();
	const char *one = NULL;
	const struct nodo *x;
	int n = 0;

	for (x = nodo_child(was, "radice"); x; x = nodo_next(x, "radice"))
		if (fiducia_valeva(x, ora) && !names(doc, x, ora) && n++ == 0)
			one = nodo_attr(x, "nome");
	if (n > 0)
		op_avviso(op, "", "non-creduti-piu", NULL, "a %d certificati "
		    "non si crederebbe più, fra cui «%s»; se va bene, conferma "
		    "con --conferma non-creduti-piu", n, one);
}

static void
check_list(struct op *op, const struct nodo *was, const struct nodo *doc)
{
	const struct nodo *e = nodo_child(doc, "elenco");
	const char *scade, *now, *then;
	int64_t t;

	if (e == NULL)
		return;
	now = nodo_attr(e, "numero");
	then = nodo_value(op->a, was, "elenco/@numero");
	if (then != NULL && (now == NULL ||
	    strtol(now, NULL, 10) < strtol(then, NULL, 10)))
		op_errore(op, "", "elenco-vecchio", NULL, "è l'elenco numero "
		    "%s, e l'ufficio ha già adottato il numero %s",
		    now != NULL ? now : "?", then);
	scade = nodo_attr(e, "scade");
	if (scade != NULL && clock_parse(&t, scade) == 0 && t < clock_now())
		op_avviso(op, "", "elenco-scaduto", NULL, "l'elenco andava "
		    "rinnovato entro il %s: se non ce n'è uno più nuovo, "
		    "conferma con --conferma elenco-scaduto", scade);
	err_clear();
}

/* Nobody in it is believed today: the wrong file, or no list of ours. */
static void
check_empty(struct op *op, const struct nodo *doc)
{
	int64_t ora = clock_now();
	const struct nodo *x;

	for (x = nodo_child(doc, "radice"); x; x = nodo_next(x, "radice"))
		if (fiducia_valeva(x, ora))
			return;
	op_errore(op, "", "nessun-certificato", NULL, "l'elenco non dice di "
	    "credere oggi a nessun certificato che si legga");
}

static int
check_before(struct op *op, const struct nodo *doc)
{
	struct nodo *was;
	int r;

	r = store_documento(&was, op->a, op->st, "ente",
	    fiducia_percorso(op->a, op_campo(op, "nome")));
	if (r == ERR_ABSENT) {
		err_clear();
		was = nodo_new(op->a, "fiducia");
	} else if (r != 0)
		return r;
	if (!withdraws(op))
		check_empty(op, doc);
	check_list(op, was, doc);
	check_lost(op, was, doc);
	return 0;
}

/* ---- the road ---- */

static int
prepara(struct op *op)
{
	struct prep *p = arena_alloc(op->a, sizeof *p);
	AUTO_BUF pem = { 0 };
	int r;

	p->doc = nodo_new(op->a, "fiducia");
	nodo_elem_text(op->a, p->doc, "nome", op_campo(op, "nome"));
	if ((r = op_dipende(op, "ente")) != 0)
		return r;
	if (!withdraws(op)) {
		r = fiducia_leggi(p->doc, op);
		if (r == ERR_INVALID) {
			op_errore(op, "", "illeggibile", NULL, "%s",
			    err_msg());
			err_clear();
			return 0;
		}
		if (r != 0)
			return r < 0 ? r : 0;
	}
	if ((r = check_before(op, p->doc)) != 0)
		return r;
	fiducia_stacca(&pem, p->doc);
	p->pem = arena_strdup(op->a, buf_str(&pem));
	op->prep = p;
	return 0;
}

static int
applica(struct op *op)
{
	const char *nome = op_campo(op, "nome");
	const struct prep *p = op->prep;
	struct nodo *doc;

	if (p == NULL)
		return err_set(ERR_FAULT, "l'insieme non è stato letto");
	doc = nodo_copy(op->a, p->doc);
	if (withdraws(op))
		nodo_elem(op->a, doc, "ritirata");
	nodo_elem_text(op->a, doc, "adottata", op->ora_iso);
	op->fatto = nome;
	if (!withdraws(op))
		op_deposita_bytes(op, "ente", fiducia_certificati(op->a, nome),
		    p->pem, strlen(p->pem));
	return tabella_deposita(op, fiducia_percorso(op->a, nome), doc);
}

const struct atto atto_adotta_fiducia = {
	.nome = "adotta-fiducia",
	.sommario = "a chi si crede quando si verifica una firma",
	.norma = "art. 22 Reg. (UE) 910/2014",
	.flags = PERSONALE | FILE_AMMESSI,
	.esamina = esamina,
	.prepara = prepara,
	.applica = applica,
};
