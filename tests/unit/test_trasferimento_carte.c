/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * The papers of transfers say all that is known of them: after random events
 * in a world of bodies each side, read back from its papers, stands where it
 * stood; and a paper that is doubled, out of its place or of another case is
 * refused.  (That none is missing is the chain's to say.)
 */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/buf.h"
#include "documenti/forma.h"
#include "documenti/trasferimento_carte.h"
#include "trasferimento_mondo.h"
#include "xml/xml.h"

#define OGGI "2026-12-01"
#define BREVE OGGI
#define LUNGA "2027-06-30"

static const struct piano ritorno = { "andata e ritorno", 2, 4,
    { { 0, 1, BREVE }, { 0, 1, LUNGA }, { 1, 0, LUNGA }, { 0, 1, LUNGA } } };
static const struct piano giro = { "in giro", 3, 4,
    { { 0, 1, BREVE }, { 0, 2, LUNGA }, { 2, 1, LUNGA }, { 1, 0, LUNGA } } };

#define CARTE_MAX 32

struct archivio {		/* of one side */
	struct tr_carta carte[CARTE_MAX];
	int n;
};

static uint64_t seme;

static unsigned
dice(unsigned n)
{
	seme ^= seme << 13;
	seme ^= seme >> 7;
	seme ^= seme << 17;
	return (unsigned)(seme >> 11) % n;
}

static struct nodo *
paper(struct arena *a, const struct prova *w, int t, enum tr_messaggio k)
{
	static const struct tr_stesura s = {
		"00000000000000000000000000000001", OGGI, "as1",
		"CS-2026-0000001", "0000012/2026", "residenza", NULL, 0, NULL, 0,
		NULL
	};
	struct tr_lettera m = letter(w, t, k);

	return trasferimento_scrivi(a, &m, &s);
}

static void
keep(struct archivio *x, const struct nodo *doc, const char *giorno)
{
	assert_true(x->n < CARTE_MAX);
	x->carte[x->n++] = (struct tr_carta){ doc, giorno };
}

/* The message that one who comes into a state owes the other. */
static enum tr_messaggio
owed(enum tr_stato s)
{
	switch (s) {
	case TR_OFFERTA:
		return TR_M_OFFERTA;
	case TR_RILASCIATA:
		return TR_M_RILASCIO;
	case TR_RITIRATA:
		return TR_M_RITIRO;
	case TR_IMPEGNATA:
		return TR_M_ACCETTAZIONE;
	case TR_RESPINTA:
		return TR_M_RIFIUTO;
	default:
		return TR_NIENTE;
	}
}

/* One random event; what it changed goes on paper. */
static void
walk(struct prova *w, struct arena *a, struct mondo *m, struct archivio *x)
{
	int t = (int)dice((unsigned)w->p->n), end = (int)dice(2);
	int s = end == MIT ? w->p->t[t].da : w->p->t[t].a;
	enum tr_evento e = dice(TR_EVENTI);
	enum tr_stato was = m->stato[t][end], is;
	enum tr_messaggio k = TR_NIENTE;

	if ((e == TR_RITIRA || e == TR_RIFIUTA) && dice(8) != 0)
		return;
	if (dice(200) == 0)
		m->giorno |= (uint8_t)(1 << dice((unsigned)w->p->lati));
	if (e >= TR_E_OFFERTA) {
		k = TR_M_OFFERTA + (e - TR_E_OFFERTA);
		if (!((m->volo[t] >> k) & 1) ||
		    goes_to_dest(k) != (end == DEST))
			return;
		if (dice(2) == 0)
			m->volo[t] &= (uint8_t)~(1 << k);
	}
	if (!happens(w, m, t, end, e) || m->stato[t][end] == was)
		return;
	is = m->stato[t][end];
	if (k != TR_NIENTE)
		keep(&x[s], paper(a, w, t, k),
		    (m->giorno >> s) & 1 ? DOMANI : OGGI);
	if (owed(is) != TR_NIENTE)
		keep(&x[s], paper(a, w, t, owed(is)),
		    (m->giorno >> s) & 1 ? DOMANI : OGGI);
}

static int
read_back(struct tr_caso *c, struct arena *a, int s, const struct archivio *x)
{
	return trasferimento_rileggi(c, a, ente[s], s == 0, x->carte, x->n);
}

/* The state of transfer t as side s has it on paper. */
static enum tr_stato
on_paper(const struct tr_caso *c, int t)
{
	int i;

	for (i = 0; i < c->n; i++)
		if (strcmp(c->lati[i].patto.id, id_di[t]) == 0)
			return c->lati[i].stato;
	return TR_NESSUNO;
}

static void
agrees(const struct prova *w, struct arena *a, const struct mondo *m,
    const struct archivio *x)
{
	struct tr_caso c;
	int s, t;

	for (s = 0; s < w->p->lati; s++) {
		assert_int_equal(read_back(&c, a, s, &x[s]), 0);
		assert_int_equal(c.in_carico, (m->carico >> s) & 1);
		for (t = 0; t < w->p->n; t++) {
			if (w->p->t[t].da == s)
				assert_int_equal(on_paper(&c, t),
				    m->stato[t][MIT]);
			if (w->p->t[t].a == s)
				assert_int_equal(on_paper(&c, t),
				    m->stato[t][DEST]);
		}
	}
}

static const char *
transfer(const struct tr_carta *c)
{
	return nodo_child(nodo_child(c->doc, "patto"), "trasferimento")->
	    primo->testo;
}

/* Each paper doubled: refused.  How many of them, when two that follow each
 * other change places, are refused (those of two transfers may). */
static int
spoiled(struct arena *a, int s, const struct archivio *x)
{
	struct archivio y;
	struct tr_caso c;
	int i, refused = 0;

	for (i = 0; i < x->n; i++) {
		y = *x;
		memmove(&y.carte[i + 1], &y.carte[i],
		    (size_t)(CARTE_MAX - i - 1) * sizeof(*y.carte));
		y.n++;
		assert_int_equal(read_back(&c, a, s, &y), ERR_INVALID);
		if (i == 0)
			continue;
		y = *x;
		y.carte[i] = x->carte[i - 1];
		y.carte[i - 1] = x->carte[i];
		if (read_back(&c, a, s, &y) != 0)
			refused++;
		else
			assert_string_not_equal(transfer(&y.carte[i]),
			    transfer(&y.carte[i - 1]));
	}
	return refused;
}

static void
test_walks(void **state)
{
	const struct piano *const p[] = { &ritorno, &giro };
	int i, j, k, refused = 0, moved = 0;

	(void)state;
	seme = 20261201;
	for (i = 0; i < 400; i++) {
		AUTO(arena) a = arena_new();
		struct prova w = { .p = p[i % 2], .tabella = tr_passaggi,
		    .n_tabella = tr_passaggi_n };
		struct mondo m = { .carico = 1 };
		struct archivio x[3] = { { .n = 0 } };

		for (j = 0; j < 400; j++)
			walk(&w, a, &m, x);
		assert_null(w.guasto);
		agrees(&w, a, &m, x);
		moved += m.carico != 1;
		for (k = 0; k < w.p->lati; k++)
			refused += spoiled(a, k, &x[k]);
	}
	print_message("# %d walks moved the case, %d spoiled folders refused\n",
	    moved, refused);
	assert_true(moved > 50);
	assert_true(refused > 500);
}

/* ---- one by one ---- */

static struct nodo *
offer(struct arena *a, const char *caso, const char *da, const char *to)
{
	static const struct tr_stesura s = {
		"00000000000000000000000000000001", "2026-11-20", "as1",
		"CS-2026-0000001", NULL, "residenza", NULL, 0, NULL, 0,
		NULL
	};
	struct tr_lettera m = { TR_M_OFFERTA,
	    "000000000000000000000000000000a1", caso, da, to,
	    "abababababababababababababababab"
	    "abababababababababababababababab", NULL, LUNGA };

	return trasferimento_scrivi(a, &m, &s);
}

#define CASO "000000000000000000000000000000c1"

static void
is_invalid(struct arena *a, const char *noi, bool ours,
    const struct tr_carta *carte, int n, const char *why)
{
	struct tr_caso c = { .n = 7 };

	assert_int_equal(trasferimento_rileggi(&c, a, noi, ours, carte, n),
	    ERR_INVALID);
	if (strstr(err_msg(), why) == NULL)
		fail_msg("«%s» non dice «%s»", err_msg(), why);
	assert_int_equal(c.n, 7);
}

static void
test_refused(void **state)
{
	AUTO(arena) a = arena_new();
	struct nodo *o = offer(a, CASO, "c_a", "c_b"), *p;
	struct tr_carta c[3] = { { o, "2026-11-20" } };

	(void)state;
	is_invalid(a, "c_a", false, c, 1, "non è in carico");
	is_invalid(a, "c_c", false, c, 1, "non è per questo ente");
	c[0].giorno = "2027-07-01";
	is_invalid(a, "c_a", true, c, 1, "ultimo giorno");
	c[0].giorno = NULL;
	is_invalid(a, "c_a", true, c, 1, "ultimo giorno");
	c[0] = (struct tr_carta){ offer(a, CASO, "c_a", "C_A"), OGGI };
	is_invalid(a, "c_a", true, c, 1, "non al proprio");
	c[0] = (struct tr_carta){ o, "2026-11-20" };
	c[1] = c[0];
	p = offer(a, "000000000000000000000000000000c2", "c_a", "c_b");
	c[1].doc = p;
	is_invalid(a, "c_a", true, c, 2, "non nomina ciò che fu offerto");
	nodo_child(nodo_child(p, "patto"), "trasferimento")->primo->testo =
	    "000000000000000000000000000000a2";
	is_invalid(a, "c_a", true, c, 2, "di un altro caso");
	c[1].doc = nodo_new(a, "relazione");
	is_invalid(a, "c_a", true, c, 2, "non è la carta di un trasferimento");
	p = offer(a, CASO, "c_a", "c_b");
	nodo_remove(nodo_child(p, "scade"));
	c[0].doc = p;
	is_invalid(a, "c_a", true, c, 1, "non è completa");
	nodo_remove(nodo_child(nodo_child(p, "patto"), "a"));
	is_invalid(a, "c_a", true, c, 1, "non è completa");
}

/* An offer, accepted when it was over: its ritiro belongs to it. */
static void
test_answer(void **state)
{
	AUTO(arena) a = arena_new();
	struct prova w = { .p = &ritorno };
	struct archivio x = { .n = 0 };
	struct tr_caso c;

	(void)state;
	keep(&x, paper(a, &w, 0, TR_M_OFFERTA), OGGI);
	keep(&x, paper(a, &w, 0, TR_M_ACCETTAZIONE), DOMANI);
	is_invalid(a, "A", true, x.carte, x.n, "manca l'ultima carta");
	keep(&x, paper(a, &w, 0, TR_M_RITIRO), DOMANI);
	assert_int_equal(read_back(&c, a, 0, &x), 0);
	assert_int_equal(c.lati[0].stato, TR_RITIRATA);
	assert_true(c.in_carico);
	x.carte[2].doc = paper(a, &w, 0, TR_M_RILASCIO);
	is_invalid(a, "A", true, x.carte, x.n, "manca la risposta");
	x.carte[1].giorno = OGGI;	/* in time: it was its to release */
	assert_int_equal(read_back(&c, a, 0, &x), 0);
	assert_int_equal(c.lati[0].stato, TR_RILASCIATA);
	assert_false(c.in_carico);
}

/* What is written is of our form, valid, and says the same. */
static void
test_form(void **state)
{
	AUTO(arena) a = arena_new();
	static const char *const motivi[TR_MESSAGGI] = {
		[TR_M_OFFERTA] = "residenza", [TR_M_RITIRO] = "non-occorre",
		[TR_M_RIFIUTO] = "non-residente"
	};
	static const char *const resta[] = { "liberatoria" };
	struct tr_stesura s = {
		"00000000000000000000000000000001", "2026-11-20", "as1",
		"CS-2026-0000001", "0000012/2026", NULL, resta, 1, NULL, 0,
		NULL
	};
	struct tr_lettera m, back;
	int k;

	(void)state;
	assert_int_equal(trasferimento_leggi(&m, a, offer(a, CASO, "c_a",
	    "c_b")), 0);
	m.finale = m.pacchetto;
	for (k = TR_M_OFFERTA; k < TR_MESSAGGI; k++) {
		AUTO_BUF b = { 0 };
		struct nodo *doc;

		m.tipo = k;
		s.motivo = motivi[k];
		nodo_write(&b, trasferimento_scrivi(a, &m, &s));
		assert_int_equal(forma_read(&doc, a, b.data, b.len), 0);
		assert_int_equal(trasferimento_leggi(&back, a, doc), 0);
		assert_int_equal(back.tipo, k);
		assert_string_equal(back.id, m.id);
		assert_string_equal(back.caso, m.caso);
		assert_string_equal(back.pacchetto, m.pacchetto);
		assert_int_equal(back.finale != NULL, k == TR_M_RILASCIO);
		assert_int_equal(back.scade != NULL, k == TR_M_OFFERTA);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_walks),
		cmocka_unit_test(test_refused),
		cmocka_unit_test(test_answer),
		cmocka_unit_test(test_form),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
