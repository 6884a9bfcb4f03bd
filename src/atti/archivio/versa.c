/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * versa.c - a package for the conservatore is formed: the sealed days that wait,
 * what was closed in a year, or what is named.  Its numbers and improntas are
 * written down; its bytes are handed over by pacchetto-versamento.
 *
 * Refuses: what is in conservation already and has not changed; what cannot go
 * whole; a day that is not sealed.  Tells before: formats a conservatore may
 * refuse; what is still on its way.  Keeps: nothing is in conservation before
 * the conservatore says so.
 * Norm: CAD art. 44 c. 1-bis; linee guida AgID §3.1.6, §4.
 */
#include <stdlib.h>
#include <string.h>

#include "atti/archivio/versare.h"
#include "atti/caso/cartella.h"
#include "atti/table.h"
#include "registro/trasferimenti.h"
#include "registro/versamenti.h"

#define LG316 "linee guida AgID, par. 3.1.6"
#define UNITA_MAX 3000

struct scelta {
	const char **nome;
	int n, cap;
};

/* ---- rules ---- */

static void
add(struct scelta *s, struct op *op, const char *nome)
{
	s->nome = arena_more(op->a, s->nome, s->n, &s->cap, sizeof *s->nome);
	s->nome[s->n++] = nome;
}

static int
of_year(struct scelta *s, struct op *op, const char *anno)
{
	struct occhio occhio = op_occhio(op);
	const char **closed;
	int r, i, n;

	if ((r = registro_chiusi_da_versare(&closed, &n, op->a,
	    op->st->registro, &occhio, (int)strtol(anno, NULL, 10))) != 0)
		return r;
	for (i = 0; i < n; i++)
		add(s, op, closed[i]);
	if (n == 0 && nodo_child(op->in, "unita") == NULL)
		op_errore(op, "anno", "niente-da-versare", ART44, "di "
		    "quell'anno non c'è niente di chiuso che non sia già "
		    "versato");
	return 0;
}

static int
days(struct scelta *s, struct op *op)
{
	const char **day;
	int r, i, n;

	if ((r = registro_giorni_da_versare(&day, &n, op->a,
	    op->st->registro)) != 0)
		return r;
	for (i = 0; i < n; i++)
		add(s, op, day[i]);
	if (n == 0)
		op_errore(op, "", "niente-da-versare", LG316, "ogni giorno "
		    "chiuso è già versato; ciò che non è ancora chiuso si "
		    "chiude con «chiudi-giorno»");
	return 0;
}

/* What the istanza means, each thing once. */
static int
choose(struct scelta *s, struct op *op)
{
	const char *anno = op_campo(op, "anno"), *nome;
	const struct nodo *u;
	int i, r;

	*s = (struct scelta){ .n = 0 };
	if (anno != NULL && (r = of_year(s, op, anno)) != 0)
		return r;
	for (u = nodo_child(op->in, "unita"); u; u = nodo_next(u, "unita")) {
		nome = nodo_all_text(op->a, u);
		for (i = 0; i < s->n && strcmp(s->nome[i], nome) != 0; i++)
			;
		if (i == s->n)
			add(s, op, nome);
	}
	return anno == NULL && s->n == 0 ? days(s, op) : 0;
}

/* On its way: perhaps it got lost. */
static int
check_waiting(struct op *op, const char *nome)
{
	struct versata last;
	int r = registro_versata(&last, op->a, op->st->registro, nome);

	if (r == ERR_ABSENT) {
		err_clear();
		return 0;
	}
	if (r == 0 && strcmp(last.esito, "attesa") == 0)
		op_avviso(op, "unita", "in-attesa", ART44, "%s è nel versamento "
		    "%d, di cui manca il rapporto: si acquisisce con "
		    "«acquisisci-rapporto»; se il pacchetto è andato perso conferma con "
		    "--conferma in-attesa",
		    nome, last.versamento);
	return r;
}

/* Whose report will be believed. */
static int
check_whom(struct op *op)
{
	const char *codice = op_campo(op, "conservatore");
	struct altro_ente e;
	int r;

	if (codice == NULL)
		return 0;
	r = registro_altro_ente(&e, op->a, op->st->registro, codice);
	if (r == ERR_ABSENT) {
		err_clear();
		op_errore(op, "conservatore", "ente-ignoto", NULL, "di %s non "
		    "si conosce la chiave: la si dice con «arruola-ente»",
		    codice);
		return 0;
	}
	if (r == 0 && e.revocato != NULL)
		op_errore(op, "conservatore", "chiave-revocata", NULL, "la "
		    "chiave di %s è stata revocata: se ne arruola un'altra "
		    "con «arruola-ente»", codice);
	return r;
}

static int
esamina(struct op *op)
{
	struct scelta s;
	int i, r;

	if ((r = check_whom(op)) != 0 || (r = choose(&s, op)) != 0)
		return r;
	if (s.n > UNITA_MAX)
		op_errore(op, "", "troppe", NULL, "sono più di %d: versane una "
		    "parte, dicendole una per una", UNITA_MAX);
	for (i = 0; i < s.n; i++)
		if ((r = check_waiting(op, s.nome[i])) != 0)
			return r;
	return 0;
}

/* ---- the package ---- */

/* Taken by the conservatore, file by file as it is now. */
static int
check_kept(struct op *op, const struct unita *u)
{
	int with, r = registro_conservata(&with, op->st->registro, u->nome,
	    u->contenuto);

	if (r == 0 && with > 0)
		op_errore(op, "unita", "gia-conservata", ART44, "%s è in "
		    "conservazione con il versamento %d, e non è cambiata",
		    u->nome, with);
	return r;
}

static bool
said_no(const struct op *op, const char *campo)
{
	const char *v = op_campo(op, campo);

	return v != NULL && strcmp(v, "no") == 0;
}

/* They would be read as XML in forty years. */
static void
tell_missing(const struct versare *v)
{
	if (v->n_senza > 0)
		op_avviso(v->op, "pdf", "senza-resa", ALLEGATO2, "di %d "
		    "documenti il PDF/A non si è potuto fare (%s): se vanno "
		    "versati solo in XML conferma con --conferma senza-resa",
		    v->n_senza, v->perche);
}

static int
prepara(struct op *op)
{
	struct versare *v = arena_alloc(op->a, sizeof *v);
	char ora[ORA_LEN + 1];
	struct scelta s;
	int i, r;

	clock_iso(ora, clock_now());
	/* its number, and what was handed over meanwhile */
	if ((r = op_dipende(op, "ente")) != 0 ||
	    (r = versare_apri(v, op, arena_strdup(op->a, ora),
	    op_agente(op))) != 0 || (r = choose(&s, op)) != 0)
		return r;
	v->avvisa = true;
	v->rese = !said_no(op, "pdf");
	for (i = 0; i < s.n; i++)
		if ((r = versare_aggiungi(v, s.nome[i])) != 0)
			return r;
	for (i = 0; i < v->n_unita; i++)
		if ((r = check_kept(op, &v->unita[i])) != 0)
			return r;
	tell_missing(v);
	if (op_fermo(op))
		return 0;
	op->prep = v;
	return versare_chiudi(v);
}

/* ---- effect ---- */

static struct nodo *
written(struct op *op, const struct versare *v, int ordine)
{
	struct nodo *doc = nodo_new(op->a, "versamento"), *n;
	int i, k;

	nodo_elem_printf(op->a, doc, "ordine", "%d", ordine);
	nodo_elem_text(op->a, doc, "formato", v->formato);
	nodo_elem_text(op->a, doc, "utente", v->utente);
	nodo_elem_text(op->a, doc, "pacchetto", v->impronta);
	nodo_elem_text(op->a, doc, "conservatore", op_campo(op,
	    "conservatore"));
	if (v->rese)
		nodo_elem_text(op->a, doc, "rese", "si");
	for (i = 0; i < v->n_senza; i++)
		nodo_elem_text(op->a, doc, "senza-resa", v->senza[i]);
	nodo_elem_printf(op->a, doc, "documenti", "%d", v->n_pezzi);
	for (i = 0; i < v->n_unita; i++) {
		const struct unita *u = &v->unita[i];

		n = nodo_elem(op->a, doc, "unita");
		nodo_elem_text(op->a, n, "numero", u->nome);
		nodo_elem_text(op->a, n, "contenuto", u->contenuto);
		nodo_elem_text(op->a, n, "intera", u->intera ? "si" : "no");
		for (k = u->primo; k < u->primo + u->n; k++)
			nodo_elem_text(op->a, n, "documento",
			    v->pezzo[k].m.id.impronta);
	}
	return doc;
}

static int
applica(struct op *op)
{
	const struct versare *v = op->prep;
	struct versamento last = { .numero = 0 };
	int r;

	if (v == NULL)
		return err_set(ERR_FAULT, "il pacchetto non è stato formato");
	r = registro_versamento(&last, op->a, op->st->registro, 0);
	if (r != 0 && r != ERR_ABSENT)
		return r;
	err_clear();
	op->fatto = arena_printf(op->a, "versamento %d: %d", last.numero + 1,
	    v->n_unita);
	op_deposita(op, "ente", ordinale_path_grouped(op->a, DIR_VERSAMENTI,
	    last.numero + 1, ".xml"), written(op, v, last.numero + 1));
	return 0;
}

const struct atto atto_versa = {
	.nome = "versa",
	.sommario = "forma un pacchetto di versamento per il conservatore",
	.norma = "art. 44 CAD; linee guida AgID, par. 3.1.6 e 4",
	.esamina = esamina,
	.prepara = prepara,
	.applica = applica,
};
