/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * casi.c - random acts on cases, by everybody, day after day, against the
 * model of casi_modello.h.
 *
 *	casi STORE SEED ACTS LETTERS
 *
 * STORE is that of casi.t.  At each step somebody tries something, sensible or
 * not; the model says whether it is done, and if not with which rilievi.  Now
 * and then everything is compared: the state on the cover, in the row and in
 * the model; who sees what; each scrivania with the model and with that of a
 * register read back from the folders.  At most LETTERS papers are made, which
 * take LibreOffice.  The first difference is printed and ends it.
 */
#include <sys/stat.h>
#include <unistd.h>

#include "casi_archivio.h"
#include "casi_istruttoria.h"
#include "casi_misure.h"

#include "registro/legami.h"
#include "registro/scrivania.h"
#include "servizio/rilettura.h"
#include "worker/worker.h"
#include "xml/xml.h"

/* ---- what is tried ---- */

typedef void act_fn(struct arena *, struct caso *, int);
static const struct tentativo {
	const char *atto;
	act_fn *fn;
	unsigned da;		/* states in which it is of use, as bits */
	bool cartella;
} tentativi[] = {
#define S(x) (1u << (x))
	{ "assegna", assegna, S(APERTO), false },
	{ "aggiorna-accesso", aggiorna_accesso, S(APERTO), false },
	{ "valuta", valuta, S(ASSEGNATO) | S(CHIUSO), false },
	{ "apri", apri, S(VALUTAZIONE), false },
	{ "riassegna", riassegna, S(ASSEGNATO), false },
	{ "annota", annota, S(CARICO) | S(EROGAZIONE), true },
	{ "redigi", redigi, S(CARICO), true },
	{ "firma", firma, S(CARICO), true },
	{ "proponi", proponi, S(CARICO), true },
	{ "proponi", proponi, S(CARICO), true },
	{ "approva", approva, S(PROPOSTA), true },
	{ "rinvia", rinvia, S(PROPOSTA), true },
	{ "avvia-istruttoria", avvia, S(ISTRUTTORIA), true },
	{ "preavvisa", preavvisa, S(ISTRUTTORIA), true },
	{ "osserva", osserva, S(ISTRUTTORIA), true },
	{ "prepara-determina", prepara_determina, S(ISTRUTTORIA), true },
	{ "determina", determina, S(ISTRUTTORIA), true },
	{ "comunica-esito", comunica_esito, S(EROGAZIONE), true },
	{ "controlla-servizio", controlla_servizio, S(EROGAZIONE), true },
	{ "verifica-intervento", verifica_intervento, S(EROGAZIONE), true },
	{ "chiudi-intervento", chiudi_intervento, S(EROGAZIONE), true },
	{ "chiudi-intervento", chiudi_intervento, S(EROGAZIONE), true },
	{ "chiudi", chiudi, S(CARICO), true },
	{ "riapri", riapri, S(CHIUSO), true },
	{ "riapri", riapri, S(CHIUSO), true },
	{ "componi-equipe", componi_equipe, 0, true },
	{ "dichiara-conflitto", dichiara_conflitto, 0, true },
	{ "cessa-conflitto", cessa_conflitto, 0, true },
	{ "accedi", accedi, 0, true },
	{ "prendi-atto", prendi_atto, 0, true },
	{ "secreta", secreta, 0, true },
	{ "dissecreta", dissecreta, 0, true },
	{ "collega", collega, 0, true },
	{ "scollega", scollega, 0, true },
	{ "fissa", fissa, 0, true },
	{ "mostra", mostra, 0, true },
	{ "blocca-scarto", blocca, 0, true },
	{ "sblocca-scarto", sblocca, 0, true },
	{ "deposita", deposita, S(CHIUSO), true },
	{ "concedi-consultazione", concedi, 0, true },
	{ "concedi-consultazione", concedi, 0, true },
	{ "revoca-consultazione", revoca_consultazione, 0, true },
#undef S
};

/* What stops a case is not tried as often as what carries it on. */
static bool
seldom(act_fn *fn)
{
	return fn == chiudi || fn == secreta || fn == dichiara_conflitto ||
	    fn == componi_equipe;
}

/* Mostly what the state of the case asks for, by somebody who may. */
static void
sensible(struct arena *a, struct caso *c)
{
	bool always = c->cs != NULL && once_in(3);
	const struct tentativo *t;
	int i, u = 0;

	do
		t = &tentativi[draw(NELEM(tentativi))];
	while ((always ? t->da != 0 : !(t->da & (1u << (c->cs != NULL ?
	    c->cartella : c->accesso)))) || (seldom(t->fn) && !once_in(4)));
	/* an inquiry begins before it goes on */
	while (c->cartella == ISTRUTTORIA && !c->avviata && !once_in(4) &&
	    t->fn != avvia)
		t = &tentativi[draw(NELEM(tentativi))];
	for (i = 0; i < 40; i++) {
		u = draw(UTENTI);
		if (vede(c, t->cartella, u, t->atto))
			break;
	}
	if (i == 40 && !once_in(5))	/* nobody may */
		return;
	/* what was written is signed by who wrote it */
	if (t->fn == firma && c->n_rel > 0 && !once_in(4))
		u = c->rel[c->n_rel - 1].autore;
	t->fn(a, c, u);
}

static void
step(void)
{
	AUTO(arena) a = arena_new();
	struct caso *c;

	clock_on();
	if (once_in(70)) {
		nomina(a);
		return;
	}
	if (n_casi < CASI && (n_casi < 3 || once_in(n_casi * 20))) {
		(once_in(2) ? reported : accogli)(a, NULL, once_in(2) ? SEG :
		    draw(UTENTI));
		return;
	}
	c = &casi[draw(n_casi)];
	if (once_in(3))
		tentativi[draw(NELEM(tentativi))].fn(a, c, draw(UTENTI));
	else
		sensible(a, c);
}

/* ---- what must hold ---- */

static void
complain(const char *what, const char *where, const char *is,
    const char *should)
{
	wrong++;
	printf("%s %s di %s: %s, e doveva essere %s\n", oggi, what, where, is,
	    should);
}

/* Cover, row and model say the same. */
static void
check_cover(struct arena *a, const char *number, bool cartella,
    const struct caso *c)
{
	enum stato s = cartella ? c->cartella : c->accesso;
	struct occhio eye = { utente[c->responsabile].nome, "mostra" };
	struct numero n;
	struct nodo *doc;
	struct cartella cs;
	struct accesso ac;
	int r;

	if (numero_parse(&n, number) != 0 || store_documento(&doc, a, st,
	    numero_folder(a, &n), cartella ? "cartella.xml" :
	    "accesso.xml") != 0) {
		complain("copertina", number, err_msg(), "leggibile");
		return;
	}
	if (strcmp(nodo_value(a, doc, "stato"), stato_nome[s]) != 0)
		complain("stato", number, nodo_value(a, doc, "stato"),
		    stato_nome[s]);
	if (strcmp(nodo_value(a, doc, "responsabile"), eye.utente) != 0)
		complain("responsabile", number, nodo_value(a, doc,
		    "responsabile"), eye.utente);
	if (assente[c->responsabile])
		return;
	r = cartella ? registro_cartella(&cs, a, st->registro, &eye, &n) :
	    registro_accesso(&ac, a, st->registro, &eye, &n);
	if (r != 0)
		complain("riga", number, err_msg(), "visibile");
	else if (strcmp(cartella ? cs.stato : ac.stato, stato_nome[s]) != 0 ||
	    strcmp(cartella ? cs.ufficio : ac.ufficio,
	    ufficio[c->ufficio]) != 0)
		complain("riga", number, cartella ? cs.stato : ac.stato,
		    stato_nome[s]);
}

/* With each atto of the table, as with the program's own eye. */
static void
check_eyes(struct registro *r, const struct caso *c, bool cartella, int u)
{
	struct numero n;
	size_t i;
	int e;

	if (numero_parse(&n, cartella ? c->cs : c->ac) != 0)
		abort();
	for (i = 0; i < NELEM(poteri); i++) {
		struct occhio eye = { utente[u].nome, poteri[i].atto };

		e = registro_vede(r, &eye, &n);
		if ((e == 0) != vede(c, cartella, u, poteri[i].atto))
			complain(poteri[i].atto, cartella ? c->cs : c->ac,
			    e == 0 ? "visibile" : err_msg(), utente[u].nome);
		err_clear();
	}
}

/* Does chi-vede name those who read something of it, and no others? */
static void
check_who(struct arena *a, struct registro *r, const struct caso *c,
    bool cartella)
{
	struct nodo *v = nodo_new(a, "chi-vede"), *x;
	struct numero n;
	bool named;
	int u;

	if (numero_parse(&n, cartella ? c->cs : c->ac) != 0 ||
	    registro_chi_vede(v, a, r, &n) != 0) {
		complain("chi-vede", c->ac, err_msg(), "una risposta");
		return;
	}
	for (u = 0; u < UTENTI; u++) {
		for (x = nodo_child(v, "utente"), named = false; x != NULL;
		    x = nodo_next(x, "utente"))
			named |= strcmp(nodo_attr(x, "codice"),
			    utente[u].nome) == 0;
		if (named != legge(c, cartella, u))
			complain("chi-vede", cartella ? c->cs : c->ac,
			    named ? "fra chi vede" : "non fra chi vede",
			    utente[u].nome);
	}
}

static int
lines(const struct nodo *v, const char *che, const char *number)
{
	const struct nodo *s, *x;
	int n = 0;

	for (s = nodo_child(v, "sezione"); s; s = nodo_next(s, "sezione"))
		for (x = nodo_child(s, "cosa"); x; x = nodo_next(x, "cosa"))
			n += strcmp(nodo_attr(s, "che"), che) == 0 &&
			    strcmp(nodo_attr(x, "riferimento"), number) == 0;
	return n;
}

static void
check_desk(struct arena *a, const struct nodo *v, int u)
{
	static const char *const kinds[] = { "accessi-da-assegnare",
	    "da-valutare", "da-aprire", "da-approvare", "rinviate",
	    "da-istruire", "da-firmare", "libro-firma", "cartelle", "equipe",
	    "straordinari" };
	const struct caso *c;
	const char *number;
	int i, is, should;
	size_t k;

	for (i = 0; i < n_casi; i++)
		for (k = 0, c = &casi[i]; k < NELEM(kinds); k++) {
			number = k < 3 ? c->ac : c->cs;
			if (number == NULL)
				continue;
			should = aspetta(c, kinds[k], u);
			if ((is = lines(v, kinds[k], number)) != should)
				complain(arena_printf(a, "scrivania di %s, %s",
				    utente[u].nome, kinds[k]), number,
				    arena_printf(a, "%d", is),
				    arena_printf(a, "%d", should));
		}
}

/* The desk as it is, and as a register read back from documents has it. */
static void
check_desks(struct registro *twin, int u)
{
	AUTO(arena) a = arena_new();
	struct nodo *one = nodo_new(a, "scrivania"), *two;
	AUTO_BUF x = { 0 };
	AUTO_BUF y = { 0 };

	if (registro_scrivania(one, a, st->registro, utente[u].nome,
	    true) != 0) {
		complain("scrivania", utente[u].nome, err_msg(), "una");
		return;
	}
	check_desk(a, one, u);
	if (twin == NULL)
		return;
	two = nodo_new(a, "scrivania");
	if (registro_scrivania(two, a, twin, utente[u].nome, true) != 0) {
		complain("scrivania", utente[u].nome, err_msg(), "una");
		return;
	}
	nodo_write(&x, one);
	nodo_write(&y, two);
	if (x.len != y.len || memcmp(x.data, y.data, x.len) != 0)
		complain("scrivania", utente[u].nome, buf_str(&x),
		    buf_str(&y));
}

static void
check_all(struct registro *twin)
{
	AUTO(arena) a = arena_new();
	int i, u;

	for (u = 0; u < UTENTI; u++)
		check_desks(twin, u);
	for (i = 0; i < n_casi; i++) {
		check_cover(a, casi[i].ac, false, &casi[i]);
		if (casi[i].cs != NULL)
			check_cover(a, casi[i].cs, true, &casi[i]);
	}
	for (i = 0; i < n_casi; i++) {
		u = draw(UTENTI);
		check_eyes(st->registro, &casi[i], false, u);
		if (casi[i].cs != NULL)
			check_eyes(st->registro, &casi[i], true, u);
	}
	for (i = 0; i < n_casi && twin != NULL; i++) {
		check_who(a, twin, &casi[i], false);
		if (casi[i].cs != NULL)
			check_who(a, twin, &casi[i], true);
	}
}

static void
defect(void *arg, bool note, const char *luogo, const char *che)
{
	(void)arg;
	if (!note)
		printf("%s: %s\n", luogo, che);
}

/* Everything again from the documents, in a register beside the other. */
static void
read_back(void)
{
	AUTO(arena) a = arena_new();
	const char *file = arena_printf(a, "%s.gemello", st->dir);
	struct ascolto l = { .difetto = defect };
	AUTO(registro) twin = NULL;
	struct conto conto = { 0 };

	if (rilettura(&conto, st, file, &l) != 0 || conto.difetti > 0 ||
	    registro_open(&twin, file, 0) != 0)
		complain("rilettura", st->dir, err_msg(), "senza difetti");
	else
		check_all(twin);
	registro_close(MOVE(twin));
	unlink(file);
	unlink(arena_printf(a, "%s-wal", file));
	unlink(arena_printf(a, "%s-shm", file));
}

int
main(int argc, char **argv)
{
	int every, n, next;
	size_t i;

	if (argc >= 3 && strcmp(argv[1], "--operaio") == 0)
		worker_main(argv[2]);
	if (argc != 5) {
		fprintf(stderr, "uso: casi STORE SEED ACTS LETTERS\n");
		return 2;
	}
	umask(077);
	xml_init();
	keep = arena_new();
	chance = strtoull(argv[2], NULL, 10);
	n = (int)strtol(argv[3], NULL, 10);
	letters = (int)strtol(argv[4], NULL, 10);
	if (store_open(&st, argv[1], 0) != 0 ||
	    clock_parse(&adesso, "2026-11-20T11:00:00+01:00") != 0) {
		fprintf(stderr, "%s\n", err_msg());
		return 1;
	}
	clock_set(last_done = adesso);
	every = n < 1000 ? n / 3 : n / 40;
	for (next = every; n_deeds < n && wrong == 0; ) {
		step();
		if (once_in(20))
			check_all(NULL);
		if (n_deeds >= next && wrong == 0) {
			read_back();
			next += every;
		}
	}
	if (wrong == 0)
		read_back();
	for (i = 0; i < NELEM(poteri); i++)
		if (tally[i][0] + tally[i][1] > 0)
			printf("%s %d/%d\n", poteri[i].atto, tally[i][1],
			    tally[i][0] + tally[i][1]);
	printf("seme %s, fino al %s: %d atti, %d compiuti, %d rifiutati, "
	    "%d casi, %d errori\n", argv[2], oggi, n_deeds, done, refused,
	    n_casi, wrong);
	store_close(st);
	arena_free(keep);
	return wrong != 0;
}
