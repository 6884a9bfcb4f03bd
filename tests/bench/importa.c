/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * importa STORE N - a whole store of N registrations over the last five years,
 * the last 1,100 of them of yesterday, which the first act made there will
 * form.
 *
 * Documents, links, journal entries and the registers of the days are made by
 * the program's own functions, rows by its projections; only the git objects
 * go in as packs, through git fast-import, and nothing is synced.  Every
 * registration is an act; the smistamenti of a day are one act, its takings in
 * charge another, their filing a third.  One registration in ten has a file.
 */
#include "banco.h"
#include "documenti/fascicolo.h"
#include "documenti/registrazione.h"
#include "documenti/smistamento.h"

#define GIORNI (5 * 365)
#define DI_IERI 1100		/* registrations of the last day */
#define IN_ATTESA 50		/* of them wait for the protocollo, as many for
				 * the office 7 */

/* ---- the body and its people ---- */

static void
people(struct banco *b)
{
	AUTO(arena) a = arena_new();
	unsigned k;

	person(b, "prot1", "protocollo", "prot");
	person(b, "coord", "coordinatore", "uff-07");
	person(b, "amm", "area-amministrativa", "uff-07");
	for (k = 1; k <= UFFICI; k++)
		person(b, arena_printf(a, "as%02u", k), "assistente-sociale",
		    office(a, k));
}

/* One fascicolo for each office. */
static void
shelves(struct banco *b)
{
	AUTO(arena) a = arena_new();
	struct nodo *in, *root;
	struct op *op;
	unsigned k;

	for (k = 1; k <= UFFICI; k++) {
		root = istanza(&in, a, "apri-fascicolo", NULL);
		nodo_elem_text(a, in, "oggetto", "pratiche");
		nodo_elem_text(a, in, "tipo", "affare");
		nodo_elem_text(a, in, "classifica", "VII/15");
		nodo_elem_text(a, in, "ufficio", office(a, k));
		op = op_at(b, "apri-fascicolo", arena_printf(a, "as%02u", k),
		    root, b->inizio + 6 * 3600);
		must(op->atto->applica(op));
		snprintf(b->fascicolo[k], sizeof b->fascicolo[k], "%s",
		    op->fatto);
		finish(b, op);
	}
}

/* ---- registrations ---- */

static void
party(struct banco *b, struct arena *a, struct nodo *in, const char *parte)
{
	struct nodo *s = nodo_elem(a, in, parte);
	const char *nome = surname(a, surname_draw(&b->caso));

	if (draw(b, 3) == 0) {
		nodo_elem_printf(a, s, "denominazione", "%s Marco", nome);
		return;
	}
	nodo_elem_printf(a, s, "denominazione", "Istituto comprensivo %s",
	    nome);
	nodo_elem_printf(a, s, "pec", "%s@pec.example", nome);
}

/* A file of one line, in its place; named in the fields and in the link. */
static void
add_file(struct banco *b, struct op *op)
{
	char *text = arena_printf(op->a, "documento n. %d\n", b->fatte);
	struct op_allegato *x = arena_alloc(op->a, sizeof *x);
	const char *path;

	hash_hex(x->al.impronta, text, strlen(text));
	path = allegato_path(op->a, store_allegati(op->a, b->st,
	    clock_year(op->ora)), x->al.impronta);
	must(dir_make_parent(path));
	must(file_put(path, text, strlen(text), 0400));
	registrazione_file(op->a, op->in, "principale", arena_printf(op->a,
	    "documento_%d.txt", b->fatte), x->al.impronta, "text/plain",
	    (int64_t)strlen(text), NULL);
	op->allegati = x;
}

/* Every registration has one word that no other has: rif<n>. */
static struct nodo *
fields(struct banco *b, struct arena *a, bool file)
{
	static const char *const flussi[] = { "entrata", "entrata", "uscita",
	    "interna" };
	const char *flusso = flussi[draw(b, 4)];
	struct nodo *in, *root = istanza(&in, a, "registra",
	    file ? NULL : "senza-documento");

	nodo_elem_text(a, in, "flusso", flusso);
	nodo_elem_printf(a, in, "oggetto", "%s %s per %s in favore di %s e %s "
	    "rif%07d", comuni[draw(b, 3)], comuni[draw(b, 18)],
	    comuni[draw(b, 18)], surname(a, surname_draw(&b->caso)),
	    surname(a, surname_draw(&b->caso)), b->fatte);
	if (draw(b, 5) == 0)
		nodo_elem_text(a, nodo_elem(a, in, "riservata"), "motivo",
		    "minori");
	party(b, a, in, strcmp(flusso, "uscita") == 0 ? "destinatario" :
	    "mittente");
	nodo_elem_printf(a, in, "classifica", "VII/%u", 1 + draw(b, 14));
	return root;
}

static const char *
registration(struct banco *b, struct arena *day, int64_t ora)
{
	AUTO(arena) a = arena_new();
	bool file = draw(b, 10) == 0;
	struct op *op = op_at(b, "registra", "prot1", fields(b, a, file), ora);
	const char *n;

	if (file)
		add_file(b, op);
	must(op->atto->applica(op));
	n = arena_strdup(day, op->fatto);
	finish(b, op);
	b->fatte++;
	return n;
}

/* ---- what follows them, day by day ---- */

struct in_corso {
	const char *numero;
	unsigned ufficio;	/* 0: waits for the protocollo */
	bool preso;
};

static void
send_rounds(struct banco *b, struct in_corso *s, int n, int64_t ora)
{
	AUTO(arena) a = arena_new();
	struct nodo *in, *root = istanza(&in, a, "smista", NULL), *d;
	struct op *op = op_at(b, "smista", "prot1", root, ora);
	struct numero k;
	int i;

	for (i = 0; i < n; i++) {
		if (s[i].ufficio == 0)
			continue;
		in = nodo_new(op->a, "smista");
		nodo_elem_text(op->a, in, "protocollo", s[i].numero);
		d = nodo_elem(op->a, in, "destinazione");
		nodo_elem_text(op->a, d, "ufficio", office(op->a,
		    s[i].ufficio));
		nodo_elem_text(op->a, d, "titolo", COMPETENZA);
		must(numero_parse(&k, s[i].numero));
		op_deposita(op, numero_folder(op->a, &k), numero_follow_path(
		    op->a, "smistamenti", k.progressivo, 1),
		    smistamento_make(op->a, in, 1, op->ora_iso, "prot1"));
	}
	finish(b, op);
}

static void
take(struct banco *b, struct in_corso *s, int n, int64_t ora)
{
	AUTO(arena) a = arena_new();
	struct nodo *in, *root = istanza(&in, a, "prendi-in-carico", NULL);
	struct op *op = op_at(b, "prendi-in-carico", "coord", root, ora);
	struct numero k;
	int i;

	for (i = 0; i < n; i++) {
		struct smistamento_destinazione d = { 1,
		    office(op->a, s[i].ufficio), "" };

		if (!s[i].preso)
			continue;
		must(numero_parse(&k, s[i].numero));
		op_deposita(op, numero_folder(op->a, &k), numero_follow_path(
		    op->a, "prese-in-carico", k.progressivo, 1),
		    presa_in_carico_make(op->a, &k, 1, &d, arena_printf(op->a,
		    "as%02u", s[i].ufficio), op->ora_iso));
	}
	finish(b, op);
}

/* What was taken in charge ends in the fascicolo of its office. */
static void
file_away(struct banco *b, struct in_corso *s, int n, int64_t ora)
{
	AUTO(arena) a = arena_new();
	struct nodo *in, *root = istanza(&in, a, "fascicola", NULL);
	struct op *op = op_at(b, "fascicola", "coord", root, ora);
	struct numero k;
	int i;

	for (i = 0; i < n; i++) {
		if (!s[i].preso)
			continue;
		in = nodo_new(op->a, "fascicola");
		nodo_elem_text(op->a, in, "protocollo", s[i].numero);
		nodo_elem_text(op->a, in, "fascicolo",
		    b->fascicolo[s[i].ufficio]);
		must(numero_parse(&k, s[i].numero));
		op_deposita(op, numero_folder(op->a, &k), numero_follow_path(
		    op->a, "fascicolazioni", k.progressivo, 1),
		    fascicolazione_make(op->a, in, 1, op->ora_iso, "coord"));
	}
	finish(b, op);
}

/* The last ones of all wait. */
static void
day(struct banco *b, int64_t start, int n)
{
	AUTO(arena) a = arena_new();
	struct in_corso *s = arena_alloc(a, ((size_t)n + 1) * sizeof *s);
	int i, left;

	for (i = 0; i < n; i++) {
		left = b->n - b->fatte;
		s[i].ufficio = left <= IN_ATTESA ? 0 :
		    left <= 2 * IN_ATTESA ? 7 : 1 + draw(b, UFFICI);
		s[i].preso = left > 2 * IN_ATTESA;
		s[i].numero = registration(b, a, start + 7 * 3600 +
		    (int64_t)i * 36000 / n);
	}
	if (n == 0)
		return;
	send_rounds(b, s, n, start + 17 * 3600);
	take(b, s, n, start + 17 * 3600 + 60);
	file_away(b, s, n, start + 17 * 3600 + 120);
}

static void
fill(struct banco *b)
{
	int64_t rest = b->n - DI_IERI;
	int i;

	must(registro_begin(b->st->registro));
	found(b);
	people(b);
	shelves(b);
	for (i = 0; i < GIORNI - 1; i++)
		day(b, b->inizio + (int64_t)i * 86400,
		    (int)(rest * (i + 1) / (GIORNI - 1) -
		    rest * i / (GIORNI - 1)));
	day(b, b->inizio + (int64_t)i * 86400, DI_IERI);
	must(registro_commit(b->st->registro));
	must(registro_begin(b->st->registro));
	settle_under(b, "");
	must(registro_commit(b->st->registro));
}

int
main(int argc, char **argv)
{
	int64_t start = clock_mono();
	struct banco b = { .caso = 1 };

	if (argc != 3 || (b.n = (int)strtol(argv[2], NULL, 10)) < 2 * DI_IERI) {
		fprintf(stderr, "importa: STORE N, %d at least\n", 2 * DI_IERI);
		return 2;
	}
	banco_open(&b, argv[1], GIORNI);
	fill(&b);
	printf("%lld atti in %.0f s, di cui %.0f per %d registri "
	    "giornalieri\n", (long long)b.ultimo.seq,
	    (double)(clock_mono() - start) / 1e9,
	    (double)b.giornalieri / 1e9, GIORNI - 1);
	store_close(b.st);
	return 0;
}
