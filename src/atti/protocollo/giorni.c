/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * giorni.c - the register of each day (linee guida AgID §3.1.6): in number
 * order, annulled rows included, empty days too, chained to the day before.
 *
 * Keeps: a day is formed once, by the first act of a later one, in that act's
 * own transaction and with no key or converter; it says what was true at its
 * end, because no row of a later day is written yet.  Each link of the chain
 * and each row of the read log belongs to exactly one day.
 */
#include "atti/protocollo/giorni.h"

#include <string.h>

#include "atti/atto.h"
#include "resa/resa.h"
#include "worker/worker.h"

#define NESSUNA ANELLO_GENESI	/* the impronta of what is not there */

char *
giorno_percorso(struct arena *a, const char *dir, const char *data,
    const char *coda)
{
	return arena_printf(a, "%s/%.2s/%s%s", dir, data + 5, data, coda);
}

char *
giorno_cartella(struct arena *a, const char *data)
{
	return arena_printf(a, "registro/%.4s.git", data);
}

/* ---- forming ---- */

/* The links of the day, behind those of the day before. */
static int
day_links(struct giornaliero *g, int64_t *count, struct op *op,
    const struct giornaliero *before)
{
	int r = registro_fine_giorno(&g->ultimo, &g->anello, op->a,
	    op->st->registro, before->ultimo, INT64_MAX, g->data);

	*count = 0;
	g->primo = 0;
	if (r == ERR_ABSENT) {
		err_clear();
		g->ultimo = before->ultimo;
		g->anello = before->anello;
		return 0;
	}
	if (r == 0) {
		g->primo = before->ultimo + 1;
		*count = g->ultimo - before->ultimo;
	}
	return r;
}

/* The rows of the read log of the day: they are nowhere else, and here is
 * what shows that none was taken away. */
static int
day_reads(struct giornaliero *g, struct op *op,
    const struct giornaliero *before)
{
	char impronta[IMPRONTA_LEN + 1];
	struct letture *l;
	int r;

	if ((r = store_letture(&l, op->st)) != 0)
		return r;
	r = letture_fine_giorno(&g->lettura_ultima, impronta, l,
	    before->lettura_ultima, g->data);
	g->letture = 0;
	if (r == ERR_ABSENT) {
		err_clear();
		g->lettura_ultima = before->lettura_ultima;
		g->lettura_impronta = NESSUNA;
		return 0;
	}
	if (r == 0) {
		g->letture = g->lettura_ultima - before->lettura_ultima;
		g->lettura_impronta = arena_strdup(op->a, impronta);
	}
	return r;
}

static void
add_count(struct op *op, struct nodo *n, const char *nome, int64_t v)
{
	nodo_elem_printf(op->a, n, nome, "%lld", (long long)v);
}

static int
add_body(struct nodo *doc, struct op *op)
{
	struct nodo *n = nodo_elem(op->a, doc, "ente");
	struct ente ente;
	int r;

	if ((r = registro_ente(&ente, op->a, op->st->registro)) != 0)
		return r;
	nodo_elem_text(op->a, n, "denominazione", ente.denominazione);
	nodo_elem_text(op->a, n, "codice-ipa", ente.codice_ipa);
	nodo_elem_text(op->a, n, "codice-aoo", ente.codice_aoo);
	nodo_elem_text(op->a, n, "codice-registro", "PROTOCOLLO");
	return 0;
}

static void
add_chain(struct nodo *doc, struct op *op, const struct giornaliero *g,
    int64_t count)
{
	struct nodo *n = nodo_elem(op->a, doc, "atti");

	add_count(op, n, "numero", count);
	if (count > 0)
		add_count(op, n, "primo", g->primo);
	add_count(op, n, "ultimo", g->ultimo);
	nodo_elem_text(op->a, n, "impronta", g->anello);
	n = nodo_elem(op->a, doc, "letture");
	add_count(op, n, "numero", g->letture);
	add_count(op, n, "ultima", g->lettura_ultima);
	nodo_elem_text(op->a, n, "impronta", g->lettura_impronta);
}

/* How many registrations of the day have that flow. */
static int
how_many(struct op *op, const struct nodo *doc, const char *flusso)
{
	const struct nodo *n;
	int count = 0;

	for (n = nodo_child(doc, "registrazione"); n != NULL;
	    n = nodo_next(n, "registrazione"))
		count += strcmp(nodo_value(op->a, n, "flusso"), flusso) == 0;
	return count;
}

static int
add_rows(struct nodo *doc, struct op *op, const struct giornaliero *g,
    int64_t count)
{
	struct nodo *totals = nodo_elem(op->a, doc, "registrazioni");
	int r, n = 0;

	if (count > 0 && ((r = registro_giornata(doc, &n, op->a,
	    op->st->registro, g->primo, g->ultimo)) != 0 ||
	    (r = registro_variazioni(doc, op->a, op->st->registro, g->primo,
	    g->ultimo)) != 0))
		return r;
	add_count(op, totals, "numero", n);
	add_count(op, totals, "entrate", how_many(op, doc, "entrata"));
	add_count(op, totals, "uscite", how_many(op, doc, "uscita"));
	add_count(op, totals, "interne", how_many(op, doc, "interna"));
	return 0;
}

/* Deposits the day and makes it the one before the next. */
static int
form(struct op *op, struct giornaliero *before, const char *data)
{
	struct nodo *doc = nodo_new(op->a, "registro-giornaliero");
	struct giornaliero g = { .data = arena_strdup(op->a, data) };
	char impronta[IMPRONTA_LEN + 1];
	AUTO_BUF b = { 0 };
	int64_t count;
	int r;

	if ((r = day_links(&g, &count, op, before)) != 0 ||
	    (r = day_reads(&g, op, before)) != 0)
		return r;
	nodo_elem_text(op->a, doc, "data", data);
	if ((r = add_body(doc, op)) != 0)
		return r;
	nodo_elem_text(op->a, doc, "precedente", before->impronta);
	add_chain(doc, op, &g, count);
	if ((r = add_rows(doc, op, &g, count)) != 0)
		return r;
	op_deposita(op, giorno_cartella(op->a, data), giorno_percorso(op->a,
	    "giornalieri", data, ".xml"), doc);
	/* with its id these are the bytes that will be written */
	nodo_write(&b, doc);
	hash_hex(impronta, b.data, b.len);
	g.impronta = arena_strdup(op->a, impronta);
	*before = g;
	return 0;
}

/* Does the act only say that a clock which has jumped is right? */
static int
confirms_jump(bool *out, struct op *op, const struct ultimo *ultimo)
{
	struct ente ente;
	int r;

	*out = false;
	if (!(op->atto->flags & SENZA_OROLOGIO))
		return 0;
	if ((r = registro_ente(&ente, op->a, op->st->registro)) != 0)
		return r;
	*out = op->ora < ultimo->ora || op->ora - ultimo->ora >
	    (int64_t)ente.salto_giorni * 86400;
	return 0;
}

/* The first day to form, and the one before it. */
static int
begin(char day[GIORNO_LEN + 1], struct giornaliero *before, struct op *op)
{
	const char *first;
	int r;

	r = registro_ultimo_giornaliero(before, op->a, op->st->registro);
	if (r == 0) {
		clock_day_after(day, before->data);
		return 0;
	}
	if (r != ERR_ABSENT || (r = registro_primo_giorno(&first, op->a,
	    op->st->registro)) != 0)
		return r;
	err_clear();
	*before = (struct giornaliero){ .impronta = NESSUNA,
	    .anello = NESSUNA };
	memcpy(day, first, GIORNO_LEN + 1);
	return 0;
}

int
giorni_forma(struct op *op, const struct ultimo *ultimo)
{
	char day[GIORNO_LEN + 1], today[GIORNO_LEN + 1];
	struct giornaliero before;
	bool jump;
	int r;

	/* a kit says of its days in its seal (art. 63) */
	if (ultimo->seq == 0 || op->st->kit)
		return 0;
	if ((r = confirms_jump(&jump, op, ultimo)) != 0 || jump)
		return r;
	clock_day(today, op->ora);
	if ((r = begin(day, &before, op)) != 0)
		return r;
	while (strcmp(day, today) < 0) {
		if ((r = form(op, &before, day)) != 0)
			return err_prefix(r, "il registro del %s", day);
		clock_day_after(day, day);
	}
	return 0;
}

/* ---- reading back ---- */

int
giorno_documento(struct nodo **out, struct op *op, const char *data)
{
	struct giornaliero ignored;
	int r;

	if (registro_permesso(op->st->registro, op_agente(op),
	    "vedi-riservate") != 0)
		return err_set(ERR_FORBIDDEN, "il registro di un giorno mostra "
		    "anche le riservate, e «vedi-riservate» non è fra i tuoi "
		    "permessi");
	if ((r = registro_giornaliero(&ignored, op->a, op->st->registro,
	    data)) != 0)
		return r;
	return store_documento(out, op->a, op->st,
	    giorno_cartella(op->a, data),
	    giorno_percorso(op->a, "giornalieri", data, ".xml"));
}

int
giorni_stampa(struct nodo **out, struct op *op, const char *titolo)
{
	struct nodo *n = nodo_new(op->a, "stampa-registro");
	int r;

	if ((r = add_body(n, op)) != 0)
		return r;
	nodo_elem_text(op->a, n, "titolo", titolo);
	*out = n;
	return 0;
}

int
giorni_pdf(struct buf *pdf, const struct nodo *stampa)
{
	AUTO(arena) a = arena_new();
	AUTO_BUF odt = { 0 };
	int r;

	if ((r = resa_odt(&odt, "registro", "registro", stampa,
	    nodo_value(a, stampa, "titolo"))) != 0)
		return r;
	return worker_pdf(pdf, odt.data, odt.len);
}
