/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * casi STORE N VOCI [chiuse] - a whole store of N cartelle, each with its
 * accesso, and VOCI entries of the diary each, one after the other over the
 * last three years; in thirty offices with one assistente sociale each.
 * `coord` is the coordinatore of the seventh, `nulla` an assistente sociale
 * without a case.  With `chiuse` all are of the first year, and closed.
 * Written as banco.h says.  Every name and word is drawn, the same each time.
 */
#include "banco.h"
#include "documenti/accesso.h"
#include "documenti/cartella.h"
#include "documenti/scheda.h"
#include "documenti/voce_diario.h"

#define GIORNI (3 * 365)

static void
people(struct banco *b)
{
	AUTO(arena) a = arena_new();
	unsigned k;

	person(b, "prot1", "protocollo", "prot");
	person(b, "coord", "coordinatore", "uff-07");
	person(b, "nulla", "assistente-sociale", "prot");
	for (k = 1; k <= UFFICI; k++)
		person(b, arena_printf(a, "as%02u", k), "assistente-sociale",
		    office(a, k));
}

/* A word of a diary; one in seven is a rare one. */
static const char *
word(struct banco *b, struct arena *a)
{
	return draw(b, 7) == 0 ? surname(a, surname_draw(&b->caso)) :
	    comuni[draw(b, NELEM(comuni))];
}

static const char *
words(struct banco *b, struct arena *a, int n)
{
	AUTO_BUF t = { 0 };
	int i;

	for (i = 0; i < n; i++)
		buf_printf(&t, "%s%s", i ? " " : "", word(b, a));
	return arena_strdup(a, buf_str(&t));
}

static void
member(struct banco *b, struct arena *a, struct nodo *family,
    const char *cognome, const char *nome, const char *parentela)
{
	struct nodo *c = nodo_elem(a, family, "componente");

	(void)b;
	nodo_elem_text(a, c, "cognome", cognome);
	nodo_elem_text(a, c, "nome", nome);
	nodo_elem_text(a, c, "parentela", parentela);
	nodo_elem_text(a, c, "convivente", "si");
}

static struct nodo *
scheda(struct banco *b, struct arena *a, const char *cognome, const char *nome)
{
	struct nodo *s = nodo_new(a, "scheda"), *x, *y;

	x = nodo_elem(a, s, "anagrafica");
	nodo_elem_text(a, x, "cognome", cognome);
	nodo_elem_text(a, x, "nome", nome);
	y = nodo_elem(a, x, "nascita");
	nodo_elem_printf(a, y, "data", "%04u-%02u-%02u", 2008 + draw(b, 15),
	    1 + draw(b, 12), 1 + draw(b, 28));
	nodo_elem_text(a, y, "luogo", "Roccalta");
	x = nodo_elem(a, s, "residenza");
	nodo_elem_text(a, x, "comune", "Roccalta");
	nodo_elem_text(a, s, "iniziativa", "altro-organo");
	return s;
}

static struct nodo *
cover(struct arena *a, const char *tipo, unsigned uff, const char *giorno,
    const char *accesso)
{
	struct nodo *c = nodo_new(a, tipo);

	nodo_elem_text(a, c, "stato", "in-carico");
	if (accesso != NULL) {
		nodo_elem_text(a, c, "classifica", "VII/9");
		nodo_elem_text(a, c, "accesso", accesso);
	} else
		nodo_elem_text(a, c, "tipo", "diretto");
	nodo_elem_text(a, c, "ufficio", office(a, uff));
	nodo_elem_printf(a, c, "responsabile", "as%02u", uff);
	nodo_elem_text(a, c, accesso != NULL ? "aperta" : "aperto", giorno);
	return c;
}

/* The accesso and the cartella, in one act. */
static const char *
open_case(struct banco *b, struct arena *keep, unsigned uff, int64_t ora)
{
	static const char *const names[] = { "Marco", "Giulia", "Ahmed",
	    "Sofia", "Luca", "Irina", "Omar", "Chiara" };
	AUTO(arena) a = arena_new();
	struct nodo *in, *root = istanza(&in, a, "apri", NULL), *fam;
	struct op *op = op_at(b, "apri", arena_printf(a, "as%02u", uff), root,
	    ora);
	struct numero cs = { SERIE_CARTELLA, clock_year(ora), 0 };
	struct numero ac = { SERIE_ACCESSO, clock_year(ora), 0 };
	const char *cognome = surname(op->a, surname_draw(&b->caso));
	char giorno[GIORNO_LEN + 1];
	const char *folder;

	clock_day(giorno, ora);
	must(registro_numero(&cs.progressivo, b->st->registro, cs.serie,
	    cs.anno));
	must(registro_numero(&ac.progressivo, b->st->registro, ac.serie,
	    ac.anno));
	folder = arena_strdup(keep, numero_folder(op->a, &cs));
	op->fatto = numero_text(op->a, &cs);
	/* the accesso first: the cartella is born of it */
	op->casa = folder;
	op_deposita(op, numero_folder(op->a, &ac), ACCESSO_COPERTINA,
	    cover(op->a, "accesso", uff, giorno, NULL));
	op_deposita(op, folder, CARTELLA_COPERTINA, cover(op->a, "cartella",
	    uff, giorno, numero_text(op->a, &ac)));
	op_deposita(op, folder, SCHEDA_PERCORSO, scheda(b, op->a, cognome,
	    names[draw(b, NELEM(names))]));
	fam = nodo_new(op->a, "stato-di-famiglia");
	nodo_elem_text(op->a, fam, "data", giorno);
	nodo_elem_text(op->a, fam, "fonte", "certificato");
	member(b, op->a, fam, cognome, "Carla", "madre");
	member(b, op->a, fam, cognome, "Piero", "padre");
	op_deposita(op, folder, arena_printf(op->a, "stato-di-famiglia/%s.xml",
	    giorno), fam);
	finish(b, op);
	return folder;
}

static void
entry(struct banco *b, const char *folder, unsigned uff, int k, int64_t ora)
{
	AUTO(arena) a = arena_new();
	struct nodo *in, *root = istanza(&in, a, "annota", NULL);
	struct op *op = op_at(b, "annota", arena_printf(a, "as%02u", uff),
	    root, ora);
	char giorno[GIORNO_LEN + 1];

	clock_day(giorno, ora);
	nodo_elem_text(op->a, in, "tipo", "colloquio");
	nodo_elem_text(op->a, nodo_elem(op->a, in, "testo"), "p",
	    words(b, op->a, 40));
	op_deposita(op, folder, ordinale_path_grouped(op->a, arena_printf(op->a,
	    "diario/%.4s", giorno), k, ".xml"), voce_diario_make(op->a, in,
	    op->utente, giorno));
	finish(b, op);
}

/* The same cover, closed. */
static void
close_case(struct banco *b, const char *folder, unsigned uff, int64_t ora)
{
	AUTO(arena) a = arena_new();
	struct nodo *in, *root = istanza(&in, a, "chiudi", NULL), *c, *x;
	struct op *op = op_at(b, "chiudi", arena_printf(a, "as%02u", uff),
	    root, ora);
	char giorno[GIORNO_LEN + 1];
	struct attuale was;
	struct numero ac = { SERIE_ACCESSO, 0, 0 };

	clock_day(giorno, ora);
	must(registro_attuale(&was, op->a, b->st->registro, folder,
	    CARTELLA_COPERTINA));
	/* born of the accesso of its own number */
	must(numero_of_folder(&ac, folder));
	ac.serie = SERIE_ACCESSO;
	c = cover(op->a, "cartella", uff, giorno, numero_text(op->a, &ac));
	nodo_set(op->a, c, "id", was.id);
	nodo_remove(nodo_child(c, "stato"));
	x = nodo_new(op->a, "stato");
	nodo_text(op->a, x, "chiuso");
	nodo_add_before(nodo_child(c, NULL), x);
	x = nodo_elem(op->a, c, "chiusura");
	nodo_elem_text(op->a, x, "data", giorno);
	nodo_elem_text(op->a, x, "motivo", "conclusione");
	nodo_elem_text(op->a, x, "nota", "Fatto.");
	op_deposita(op, folder, CARTELLA_COPERTINA, c);
	finish(b, op);
}

/* One case in a day's share of the time; its entries a second apart. */
static void
one_case(struct banco *b, int i, int voci, bool chiusa)
{
	AUTO(arena) a = arena_new();
	/* the last on the last day: the clock asks behind some without any */
	int64_t giorni = (chiusa ? GIORNI / 3 : GIORNI) - 1;
	int64_t di = b->n > 1 ? b->n - 1 : 1;
	int64_t ora = b->inizio + 7 * 3600 + i * giorni / di * 86400 +
	    i * giorni % di * 36000 / di;
	unsigned uff = 1 + (unsigned)i % UFFICI;
	const char *folder = open_case(b, a, uff, ora);
	int k;

	for (k = 1; k <= voci; k++)
		entry(b, folder, uff, k, ora);
	if (chiusa)
		close_case(b, folder, uff, ora);
}

int
main(int argc, char **argv)
{
	struct banco b = { .caso = 1 };
	int i, voci;

	if ((argc != 4 && (argc != 5 || strcmp(argv[4], "chiuse") != 0)) ||
	    (b.n = (int)strtol(argv[2], NULL, 10)) < 1 ||
	    (voci = (int)strtol(argv[3], NULL, 10)) < 0)
		return 2;
	banco_open(&b, argv[1], GIORNI);
	must(registro_begin(b.st->registro));
	found(&b);
	people(&b);
	for (i = 0; i < b.n; i++) {
		one_case(&b, i, voci, argc == 5);
		settle_under(&b, "accessi/");
		settle_under(&b, "cartelle/");
	}
	settle_under(&b, "");
	must(registro_commit(b.st->registro));
	store_close(b.st);
	return 0;
}
