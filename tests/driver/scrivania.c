/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * scrivania.c - random acts on registrations, by everybody, against a model
 * that knows only lists.
 *
 *	scrivania STORE SEED STEPS
 *
 * STORE is that of uffici_di_prova (tests/cli/uffici.sh).  At each step some
 * user tries something, sensible or not; the model says whether it is done or
 * refused, and what then waits for whom.  Prints each difference and exits 1;
 * else a line with what was tried.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "atti/atto.h"
#include "atti/runner.h"
#include "base/random.h"
#include "xml/xml.h"

#define REGS 12			/* a page of the desk holds them all */
#define DESTS 400

enum { PROT1, COORD, VICE, COORDN, SDS1, AS1, AS2, TUTTO, USERS };
enum { SOC, NORD, SDS, OFFICES };
enum stato { SMISTATO, VISTO, PRESO, ASSEGNATO, RIFIUTATO, SOSTITUITO };

static const char *const office[] = { "soc", "nord", "sds" };
static struct {
	const char *nome;
	int office;		/* -1: none that is sent anything */
	bool prot, capo, coord, as, active;
} user[USERS] = {
	{ "prot1", -1, true, false, false, false, true },
	{ "coord", SOC, false, true, true, false, true },
	{ "vice", SOC, false, true, true, false, true },
	{ "coordn", NORD, false, true, true, false, true },
	{ "sds1", SDS, false, true, false, false, true },
	{ "as1", SOC, false, false, false, true, true },
	{ "as2", SOC, false, false, false, true, true },
	{ "tutto", SOC, true, true, true, false, true },
};

struct dest {
	int reg, ordine, office, to;	/* to -1: the whole office */
	bool competenza;
	enum stato stato;
};
static struct {
	const char *numero;
	bool entrata;
	int sent;
	bool seen[USERS];
	int accesso;		/* 0: none; else its number */
	int responsabile;
	int valutato;		/* 0 no, 1 yes, 2 closed */
} reg[REGS];
static struct dest dest[DESTS];
static int n_reg, n_dest, n_accessi, done, refused, wrong;

/* ---- chance ---- */

static uint64_t chance;

static int
draw(int n)
{
	chance = chance * 6364136223846793005u + 1442695040888963407u;
	return (int)((chance >> 33) % (uint64_t)n);
}

/* ---- the model: whose ---- */

static bool
in_force(const struct dest *d)
{
	return d->stato != RIFIUTATO && d->stato != SOSTITUITO;
}

static bool
of_office(const struct dest *d)
{
	return d->to < 0 || !user[d->to].active;
}

/* For whoever leads the office, or for the person it names. */
static bool
his(const struct dest *d, int u)
{
	return d->office == user[u].office &&
	    (d->to == u || (user[u].capo && of_office(d)));
}

static bool
sees(int u, int r)
{
	int i;

	if (user[u].as && reg[r].accesso && reg[r].responsabile == u)
		return true;
	for (i = 0; i < n_dest; i++)
		if (dest[i].reg == r && dest[i].office == user[u].office &&
		    (user[u].capo || dest[i].to == u))
			return true;
	return false;
}

static bool
would_see(const struct dest *d, int u)
{
	return d->office == user[u].office && d->stato == SMISTATO &&
	    (d->competenza || d->to == u || of_office(d));
}

static int
rank(enum stato s)
{
	return s <= VISTO ? 0 : s == PRESO ? 1 : 2;
}

/* What u may take or give back: open first, then own, then the earlier. */
static struct dest *
actionable(int u, int r)
{
	struct dest *best = NULL, *d;
	int i;

	for (i = 0; i < n_dest; i++) {
		d = &dest[i];
		if (d->reg != r || !d->competenza || !in_force(d) ||
		    !his(d, u))
			continue;
		if (best == NULL || rank(d->stato) < rank(best->stato) ||
		    (rank(d->stato) == rank(best->stato) &&
		    (d->to >= 0) > (best->to >= 0)))
			best = d;
	}
	return best;
}

static int
competent(int r)
{
	int i, n = 0;

	for (i = 0; i < n_dest; i++)
		n += dest[i].reg == r && dest[i].competenza &&
		    in_force(&dest[i]);
	return n;
}

/* ---- the model: what waits ---- */

static bool
waits(const char *che, int u, int r)
{
	const struct dest *d;
	int i;

	if (strcmp(che, "da-smistare") == 0)
		return user[u].prot && reg[r].entrata && reg[r].sent == 0;
	if (strcmp(che, "da-rismistare") == 0)
		return user[u].prot && reg[r].sent > 0 && competent(r) == 0;
	for (i = 0; i < n_dest; i++) {
		d = &dest[i];
		if (d->reg != r || d->office != user[u].office)
			continue;
		if (strcmp(che, "da-prendere") == 0 && d->competenza &&
		    d->stato <= VISTO && his(d, u))
			return true;
		if (strcmp(che, "da-vedere") == 0 && !d->competenza &&
		    d->stato == SMISTATO && his(d, u))
			return true;
		if (strcmp(che, "da-assegnare") == 0 && d->competenza &&
		    d->stato == PRESO && user[u].coord)
			return true;
	}
	return false;
}

static bool
waits_case(const char *che, int u, int r)
{
	if (!reg[r].accesso || reg[r].responsabile != u)
		return false;
	return strcmp(che, "da-valutare") == 0 ? reg[r].valutato == 0 :
	    reg[r].valutato == 1;
}

/* ---- asking the program ---- */

static struct nodo *
istanza(struct arena *a, const char *atto, struct nodo **in)
{
	static const char *const codici[] = { "senza-documento", "in-carico" };
	struct nodo *root = nodo_new(a, "istanza"), *c;
	char id[ID_LEN + 1];
	size_t i;

	random_id(id);
	nodo_set(a, root, "atto", atto);
	nodo_set(a, root, "id", id);
	nodo_set(a, root, "versione", "1");
	c = nodo_elem(a, root, "conferme");
	for (i = 0; i < NELEM(codici); i++)
		nodo_set(a, nodo_elem(a, c, "conferma"), "codice", codici[i]);
	*in = nodo_elem(a, root, atto);
	return root;
}

/* Does it, as u; true: done.  The answer's text below `path` in *out. */
static bool
try(struct store *st, struct arena *a, const struct nodo *ist, int u,
    const char **out, const char *path)
{
	struct op *op = op_new(st, atto_find(nodo_attr(ist, "atto")), ist,
	    user[u].nome, NULL);
	bool ok = runner_esegui(op) == 0 && op->stato == OP_FATTO;
	const char *v;

	if (ok && out != NULL && (v = nodo_value(a, op->vista, path)) != NULL)
		*out = arena_strdup(a, v);
	op_free(op);
	return ok;
}

static void
expect(bool should, bool did, const char *atto, int u, int r)
{
	did ? done++ : refused++;
	if (should == did)
		return;
	wrong++;
	printf("%s di %s su %s: %s, e doveva essere %s\n", atto, user[u].nome,
	    reg[r].numero, did ? "compiuto" : "rifiutato",
	    should ? "compiuto" : "rifiutato");
}

/* ---- the acts ---- */

static void
registra(struct store *st, struct arena *keep)
{
	AUTO(arena) a = arena_new();
	struct nodo *in, *ist = istanza(a, "registra", &in);
	bool entrata = draw(4) > 0;

	if (n_reg == REGS)
		return;
	nodo_elem_text(a, in, "flusso", entrata ? "entrata" : "interna");
	nodo_elem_text(a, in, "oggetto", "segnalazione");
	if (entrata)
		nodo_elem_text(a, nodo_elem(a, in, "mittente"),
		    "denominazione", "Scuola");
	nodo_elem_text(a, in, "classifica", "VII/9");
	reg[n_reg].entrata = entrata;
	if (!try(st, keep, ist, PROT1, &reg[n_reg].numero, "protocollo")) {
		printf("registra: %s\n", err_msg());
		wrong++;
		return;
	}
	n_reg++;
	done++;
}

static void
add_destination(struct arena *a, struct nodo *in, const struct dest *d)
{
	struct nodo *x = nodo_elem(a, in, "destinazione");

	nodo_elem_text(a, x, "ufficio", office[d->office]);
	nodo_elem_text(a, x, "titolo",
	    d->competenza ? "competenza" : "conoscenza");
	if (d->to >= 0)
		nodo_elem_text(a, x, "utente", user[d->to].nome);
}

static bool
may_send(const struct dest *list, int n, int r, bool instead)
{
	bool one = !instead && competent(r) > 0;
	const struct dest *d;
	int i, k;

	if (instead && (reg[r].sent == 0 || reg[r].accesso))
		return false;
	for (i = 0; i < n; i++) {
		one |= list[i].competenza;
		if (list[i].to >= 0 && (!user[list[i].to].active ||
		    user[list[i].to].office != list[i].office))
			return false;
		for (k = 0; k < i; k++)
			if (list[k].office == list[i].office &&
			    list[k].to == list[i].to)
				return false;
		for (k = 0; k < n_dest && !instead; k++) {
			d = &dest[k];
			if (d->reg == r && in_force(d) &&
			    d->office == list[i].office &&
			    d->to == list[i].to && (d->competenza ||
			    !list[i].competenza))
				return false;
		}
	}
	return one;
}

/* In the order of its rows, so that `actionable` finds the earlier first. */
static int
by_office(const void *x, const void *y)
{
	const struct dest *a = x, *b = y;

	return strcmp(office[a->office], office[b->office]);
}

static void
smista(struct store *st, int u, int r)
{
	AUTO(arena) a = arena_new();
	struct nodo *in, *ist = istanza(a, "smista", &in);
	int i, n = 1 + draw(2);
	bool instead = draw(4) == 0, should;
	struct dest list[2];

	nodo_elem_text(a, in, "protocollo", reg[r].numero);
	for (i = 0; i < n; i++) {
		list[i] = (struct dest){ r, reg[r].sent + 1, draw(OFFICES),
		    draw(3) ? -1 : draw(USERS), draw(4) > 0, SMISTATO };
		/* mostly people of that office */
		if (list[i].to > PROT1 && draw(5) > 0)
			list[i].office = user[list[i].to].office;
		add_destination(a, in, &list[i]);
	}
	if (instead)
		nodo_elem_text(a, in, "sostituisce", "si");
	should = user[u].prot && may_send(list, n, r, instead);
	expect(should, try(st, a, ist, u, NULL, NULL), "smista", u, r);
	if (!should)
		return;
	for (i = 0; i < n_dest && instead; i++)
		if (dest[i].reg == r && in_force(&dest[i]))
			dest[i].stato = SOSTITUITO;
	qsort(list, (size_t)n, sizeof list[0], by_office);
	for (i = 0; i < n && n_dest < DESTS; i++)
		dest[n_dest++] = list[i];
	reg[r].sent++;
}

static void
prendi_visione(struct store *st, int u, int r)
{
	AUTO(arena) a = arena_new();
	struct nodo *in, *ist = istanza(a, "prendi-visione", &in);
	bool should = false, serve = false;
	int i;

	nodo_elem_text(a, in, "protocollo", reg[r].numero);
	for (i = 0; i < n_dest; i++)
		if (dest[i].reg == r && dest[i].office == user[u].office) {
			should |= in_force(&dest[i]);
			serve |= would_see(&dest[i], u);
		}
	should &= (user[u].capo || user[u].as) && sees(u, r) &&
	    (!reg[r].seen[u] || serve);
	expect(should, try(st, a, ist, u, NULL, NULL), "prendi-visione", u, r);
	if (!should)
		return;
	reg[r].seen[u] = true;
	for (i = 0; i < n_dest; i++)
		if (dest[i].reg == r && would_see(&dest[i], u))
			dest[i].stato = VISTO;
}

static void
prendi_in_carico(struct store *st, int u, int r)
{
	AUTO(arena) a = arena_new();
	struct nodo *in, *ist = istanza(a, "prendi-in-carico", &in);
	struct dest *d = actionable(u, r);
	bool should = d != NULL && d->stato <= VISTO;

	nodo_elem_text(a, in, "protocollo", reg[r].numero);
	expect(should, try(st, a, ist, u, NULL, NULL), "prendi-in-carico", u,
	    r);
	if (should)
		d->stato = reg[r].accesso ? ASSEGNATO : PRESO;
}

static void
rifiuta(struct store *st, int u, int r)
{
	AUTO(arena) a = arena_new();
	struct nodo *in, *ist = istanza(a, "rifiuta", &in);
	struct dest *d = actionable(u, r);
	bool should = d != NULL && d->stato != ASSEGNATO;

	nodo_elem_text(a, in, "protocollo", reg[r].numero);
	nodo_elem_text(a, in, "motivo", "non tocca a noi");
	expect(should, try(st, a, ist, u, NULL, NULL), "rifiuta", u, r);
	if (should)
		d->stato = RIFIUTATO;
}

static void
assegna(struct store *st, int u, int r)
{
	AUTO(arena) a = arena_new();
	struct nodo *in, *ist = istanza(a, "assegna", &in);
	int i, to = AS1 + draw(2);
	bool should = false;

	nodo_elem_text(a, in, "protocollo", reg[r].numero);
	nodo_elem_text(a, in, "assistente", user[to].nome);
	for (i = 0; i < n_dest; i++)
		should |= dest[i].reg == r && dest[i].competenza &&
		    in_force(&dest[i]) && dest[i].stato != SMISTATO &&
		    dest[i].office == user[u].office;
	should &= user[u].coord && !reg[r].accesso && user[to].active;
	expect(should, try(st, a, ist, u, NULL, NULL), "assegna", u, r);
	if (!should)
		return;
	reg[r].accesso = ++n_accessi;
	reg[r].responsabile = to;
	for (i = 0; i < n_dest; i++)
		if (dest[i].reg == r && dest[i].competenza &&
		    (dest[i].stato == VISTO || dest[i].stato == PRESO ||
		    (dest[i].stato == SMISTATO &&
		    dest[i].office == user[u].office)))
			dest[i].stato = ASSEGNATO;
}

static void
valuta(struct store *st, int u, int r)
{
	AUTO(arena) a = arena_new();
	struct nodo *in, *ist = istanza(a, "valuta", &in);
	bool yes = draw(3) > 0, should;

	nodo_elem_printf(a, in, "accesso", "AC-2026-%07d",
	    reg[r].accesso ? reg[r].accesso : 9999);
	nodo_elem_text(a, in, "presupposti", yes ? "si" : "no");
	nodo_elem_text(a, nodo_elem(a, in, "bisogno"), "p", "sola");
	if (!yes)
		nodo_elem_text(a, nodo_elem(a, in, "motivazione"), "p", "x");
	should = user[u].as && reg[r].accesso && reg[r].responsabile == u &&
	    reg[r].valutato < 2;
	expect(should, try(st, a, ist, u, NULL, NULL), "valuta", u, r);
	if (should)
		reg[r].valutato = yes ? 1 : 2;
}

/* as2 leaves the service, or comes back. */
static void
nomina(struct store *st)
{
	AUTO(arena) a = arena_new();
	struct nodo *in, *ist = istanza(a, "nomina", &in);
	struct op *op;

	nodo_elem_text(a, in, "codice", "as2");
	nodo_elem_text(a, in, "cognome", "Prova");
	nodo_elem_text(a, in, "nome", "as2");
	nodo_elem_text(a, in, "ruolo", "assistente-sociale");
	nodo_elem_text(a, in, "ufficio", "soc");
	nodo_elem_text(a, in, "attivo", user[AS2].active ? "no" : "si");
	op = op_new(st, atto_find("nomina"), ist, "resp", NULL);
	if (runner_esegui(op) == 0 && op->stato == OP_FATTO) {
		user[AS2].active = !user[AS2].active;
		done++;
	} else {
		printf("nomina: %s\n", err_msg());
		wrong++;
	}
	op_free(op);
}

static void
step(struct store *st, struct arena *keep)
{
	typedef void act_fn(struct store *, int, int);
	static act_fn *const acts[] = {
		smista, smista, smista, prendi_visione, prendi_in_carico,
		prendi_in_carico, rifiuta, assegna, valuta,
	};
	static const int sender[] = { PROT1, TUTTO };
	act_fn *act;
	int u;

	if (n_reg == 0 || draw(8) == 0) {
		registra(st, keep);
		return;
	}
	if (draw(25) == 0) {
		nomina(st);
		return;
	}
	act = acts[draw(NELEM(acts))];
	u = act == smista && draw(8) ? sender[draw(2)] :
	    act == assegna && draw(8) ? COORD + draw(3) : draw(USERS);
	if (user[u].active)
		act(st, u, draw(n_reg));
}

/* ---- what everybody finds on the desk ---- */

static bool
shown(const struct nodo *v, const char *che, const char *riferimento)
{
	const struct nodo *s, *x;

	for (s = nodo_child(v, "sezione"); s != NULL;
	    s = nodo_next(s, "sezione"))
		for (x = nodo_child(s, "cosa"); x != NULL;
		    x = nodo_next(x, "cosa"))
			if (strcmp(nodo_attr(s, "che"), che) == 0 &&
			    strcmp(nodo_attr(x, "riferimento"),
			    riferimento) == 0)
				return true;
	return false;
}

static int
things(const struct nodo *v)
{
	const struct nodo *s;
	int n = 0;

	for (s = nodo_child(v, "sezione"); s; s = nodo_next(s, "sezione"))
		n += (int)strtol(nodo_attr(s, "quante"), NULL, 10);
	return n;
}

static int
compare(struct arena *a, const struct nodo *v, int u, const char *che,
    bool of_case)
{
	const char *what;
	bool should, is;
	int r, n = 0;

	for (r = 0; r < n_reg; r++) {
		if (of_case && !reg[r].accesso)
			continue;
		should = of_case ? waits_case(che, u, r) : waits(che, u, r);
		what = of_case ? arena_printf(a, "AC-2026-%07d",
		    reg[r].accesso) : reg[r].numero;
		is = shown(v, che, what);
		n += should;
		if (should == is)
			continue;
		wrong++;
		printf("%s di %s: %s %s\n", che, user[u].nome, what,
		    is ? "di troppo" : "manca");
	}
	return n;
}

static void
look(struct store *st, int u)
{
	static const char *const kinds[] = {
		"da-smistare", "da-rismistare", "da-prendere", "da-vedere",
		"da-assegnare", "da-valutare", "da-aprire",
	};
	AUTO(arena) a = arena_new();
	struct nodo *in, *ist = istanza(a, "scrivania", &in);
	struct op *op = op_new(st, atto_find("scrivania"), ist, user[u].nome,
	    NULL);
	size_t i;
	int n = 0;

	if (runner_esegui(op) != 0) {
		printf("scrivania di %s: %s\n", user[u].nome, err_msg());
		wrong++;
	} else {
		for (i = 0; i < NELEM(kinds); i++)
			n += compare(a, op->vista, u, kinds[i], i >= 5);
		if (n != things(op->vista)) {
			printf("scrivania di %s: %d cose, non %d\n",
			    user[u].nome, things(op->vista), n);
			wrong++;
		}
	}
	op_free(op);
}

int
main(int argc, char **argv)
{
	AUTO(arena) keep = arena_new();
	AUTO(store) st = NULL;
	int i, u;

	if (argc != 4) {
		fprintf(stderr, "uso: scrivania STORE SEED STEPS\n");
		return 2;
	}
	umask(077);
	xml_init();
	chance = strtoull(argv[2], NULL, 10);
	if (store_open(&st, argv[1], 0) != 0) {
		fprintf(stderr, "%s\n", err_msg());
		return 1;
	}
	for (i = 0; i < strtol(argv[3], NULL, 10) && wrong == 0; i++) {
		step(st, keep);
		for (u = 0; u < USERS; u++)
			if (user[u].active)
				look(st, u);
	}
	printf("passi %d: %d compiuti, %d rifiutati, %d registrazioni, "
	    "%d accessi, %d errori\n", i, done, refused, n_reg, n_accessi,
	    wrong);
	return wrong != 0;
}
