/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * rettifica.c - renew one wrong field of a registration.
 *
 * Refuses: number, date, time, impronta, which are wrong only with the whole
 * registration; a registration that is annulled; the value that is there
 * already.  Keeps: what was there, with who changed it, when, by which
 * provvedimento, every time.  Norm: DPR 445/2000 art. 54; DPCM 3/12/2013
 * art. 8.
 */
#include <stdlib.h>
#include <string.h>

#include "atti/caso/cartella.h"
#include "atti/protocollo/registrazione.h"
#include "atti/table.h"
#include "documenti/correzione.h"
#include "registro/correzioni.h"
#include "registro/registrazioni.h"
#include "registro/titolario.h"

#define ART54 "art. 54 DPR 445/2000"

/* Which sender or addressee; 0: the field is one. */
static int
place(const struct op *op)
{
	const char *ordine = op_campo(op, "ordine");

	if (!campo_soggetto(op_campo(op, "campo")))
		return 0;
	return ordine != NULL ? (int)strtol(ordine, NULL, 10) : 1;
}

/* The sender's number stands in two elements of the view. */
static void
add_sender_number(struct arena *a, struct nodo *prima, const struct nodo *v)
{
	struct nodo *x;

	if (nodo_value(a, v, "protocollo-mittente") == NULL)
		return;
	x = nodo_elem(a, prima, "protocollo-mittente");
	nodo_elem_text(a, x, "numero", nodo_value(a, v, "protocollo-mittente"));
	nodo_elem_text(a, x, "data", nodo_value(a, v,
	    "protocollo-mittente-data"));
}

/* <prima> with the value that is there now; empty: none. */
static struct nodo *
present(const struct op *op, const struct nodo *v)
{
	const char *campo = op_campo(op, "campo");
	struct nodo *prima = nodo_new(op->a, "prima");
	const struct nodo *x = nodo_child(v, campo);
	int i = place(op);

	if (strcmp(campo, "protocollo-mittente") == 0) {
		add_sender_number(op->a, prima, v);
		return prima;
	}
	while (x != NULL && --i > 0)
		x = nodo_next(x, campo);
	if (x != NULL)
		nodo_add(prima, nodo_copy(op->a, x));
	return prima;
}

static void
check_value(struct op *op, const struct nodo *v)
{
	const char *campo = op_campo(op, "campo");
	const char *now = valore_text(op->a, present(op, v), campo);
	const char *new = valore_text(op->a, op->in, campo);
	const char *day = op_campo(op, "data-arrivo");

	if (now == NULL && place(op) != 0)
		op_errore(op, "ordine", "soggetto-assente", ART54, "la "
		    "registrazione non ha un %s %d", campo, place(op));
	if (now != NULL && new != NULL && strcmp(now, new) == 0)
		op_errore(op, campo, "valore-uguale", ART54,
		    "è già «%s»: non c'è niente da rettificare", now);
	if (day != NULL && strncmp(day, nodo_value(op->a, v, "ora"),
	    GIORNO_LEN) > 0)
		op_errore(op, "data-arrivo", "data-successiva", ART54,
		    "non può essere arrivato dopo la registrazione");
}

/* A name is not for everybody who may see that a riservata is there. */
static int
check_names(struct op *op, const struct nodo *v)
{
	const char *oggetto = op_campo(op, "oggetto");
	int r;

	if (nodo_attr(v, "riservata") == NULL || oggetto == NULL)
		return 0;
	if ((r = registro_nome_noto(op->st->registro, oggetto)) == 1)
		op_avviso(op, "oggetto", "nome-nell-oggetto",
		    "art. 5 GDPR", "l'oggetto di una riservata sembra dire il "
		    "nome di una persona: scrivi solo le iniziali, o conferma "
		    "con --conferma nome-nell-oggetto");
	return r < 0 ? r : 0;
}

static int
check_request(struct op *op, const struct numero *n)
{
	const char *ordine = op_campo(op, "richiesta");
	struct richiesta q;
	int r;

	if (ordine == NULL)
		return 0;
	r = registro_richiesta(&q, op->a, op->st->registro, n,
	    (int)strtol(ordine, NULL, 10));
	if (r == ERR_ABSENT) {
		op_errore(op, "richiesta", "richiesta-ignota", ART54, "%s",
		    err_msg());
		return 0;
	}
	if (r != 0)
		return r;
	if (strcmp(q.tipo, CORREZIONE_RETTIFICA) != 0 || q.campo == NULL ||
	    strcmp(q.campo, op_campo(op, "campo")) != 0)
		op_errore(op, "richiesta", "altra-richiesta", ART54, "la "
		    "richiesta %s è di %s%s%s", ordine, q.tipo, q.campo ?
		    " di " : "", q.campo ? q.campo : "");
	else if (!q.aperta)
		op_errore(op, "richiesta", "richiesta-evasa", ART54,
		    "alla richiesta %s si è già risposto", ordine);
	return 0;
}

static int
esamina(struct op *op)
{
	struct numero n;
	struct nodo *v;
	int r;

	if ((r = registrazione_in_chiaro(&v, &n, op)) != 0 ||
	    (r = registrazione_valida(op, "protocollo", &n)) <= 0)
		return r;
	rettifica_check(&op->ril, op->in, op_oggi(op));
	if (!campo_rettificabile(op_campo(op, "campo")))
		return 0;
	check_value(op, v);
	if ((r = check_names(op, v)) != 0)
		return r;
	return check_request(op, &n);
}

static int
applica(struct op *op)
{
	struct numero n;
	struct nodo *v;
	int r, before;

	if ((r = registrazione_in_chiaro(&v, &n, op)) != 0 ||
	    (r = registro_seguiti(&before, op->st->registro, &n,
	    RETTIFICHE)) != 0)
		return r;
	op->fatto = numero_text(op->a, &n);
	op_deposita(op, numero_folder(op->a, &n), numero_follow_path(op->a,
	    RETTIFICHE, n.progressivo, before + 1), rettifica_make(op->a,
	    op->in, before + 1, place(op), present(op, v), op->utente,
	    op->ora_iso));
	return 0;
}

const struct atto atto_rettifica = {
	.nome = "rettifica",
	.sommario = "rinnova un campo sbagliato di una registrazione",
	.norma = "art. 54 DPR 445/2000",
	.esamina = esamina,
	.applica = applica,
};
