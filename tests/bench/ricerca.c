/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * ricerca DIR N - a register of N registrations over five years, made by the
 * projections alone (no folders), then searched: p50 and p99 in milliseconds
 * of each kind of search, for who sees everything and for who sees little.  A
 * register that stands in DIR already is used as it is.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/clock.h"
#include "base/file.h"
#include "base/hash.h"
#include "base/random.h"
#include "registro/ricerca.h"
#include "xml/xml.h"
#include "parole.h"

#define ANNI 5
#define LOTTO 5000		/* registrations of one link and transaction */
#define PROVE 300		/* searches of a kind */

struct banco {
	struct registro *r;
	struct ultimo ultimo;
	uint64_t caso;
	int n;
	int64_t prima;		/* time of the first registration, seconds */
};

static void
must(int e)
{
	if (e == 0)
		return;
	fprintf(stderr, "%s\n", err_msg());
	exit(1);
}

static unsigned
draw(struct banco *b, unsigned n)
{
	return draw_from(&b->caso, n);
}

/* ---- words ---- */

static unsigned
some_surname(struct banco *b)
{
	return surname_draw(&b->caso);
}

/* ---- the register ---- */

static void
project(struct banco *b, const char *cartella, const char *percorso,
    struct nodo *doc)
{
	struct posizione p = { b->ultimo.seq, "2022-01-03T08:00:00+01:00",
	    cartella, percorso, "0123456789abcdef0123456789abcdef",
	    b->ultimo.impronta, doc->nome };

	must(registro_proietta(b->r, &p, doc));
}

/* A link that says nothing: rows only need its number. */
static void
link_one(struct banco *b)
{
	const char *home[1] = { "ente" };
	char id[ID_LEN + 1];
	struct anello an = { .seq = b->ultimo.seq + 1,
	    .ora = "2022-01-03T08:00:00+01:00", .atto = "prova",
	    .operatore = "banco", .istanza = id,
	    .istanza_impronta = ANELLO_GENESI,
	    .precedente = b->ultimo.impronta, .cartelle = home,
	    .n_cartelle = 1 };

	snprintf(id, sizeof id, "%032llx", (unsigned long long)an.seq);
	anello_seal(&an);
	must(registro_anello(b->r, &an, "atti/x", NULL));
	must(registro_ultimo(&b->ultimo, b->r));
}

static void
user(struct banco *b, const char *codice, const char *ruolo,
    const char *ufficio)
{
	AUTO(arena) a = arena_new();
	struct nodo *u = nodo_new(a, "utente");

	nodo_set(a, u, "codice", codice);
	nodo_elem_text(a, u, "cognome", "X");
	nodo_elem_text(a, u, "nome", "Y");
	nodo_elem_text(a, u, "ruolo", ruolo);
	nodo_elem_text(a, u, "ufficio", ufficio);
	nodo_elem_text(a, u, "attivo", "si");
	project(b, "ente", arena_printf(a, "utenti/%s.xml", codice), u);
}

static void
office(struct banco *b)
{
	static const char *const table[][3] = {
		{ "protocollo", "cerca", "registro" },
		{ "protocollo", "elenco", "registro" },
		{ "responsabile-protocollo", "cerca", "registro" },
		{ "responsabile-protocollo", "vedi-riservate", "tutti" },
		{ "coordinatore", "cerca", "ufficio" },
		{ "assistente-sociale", "cerca", "propri" },
	};
	AUTO(arena) a = arena_new();
	struct nodo *doc = nodo_new(a, "permessi"), *ruolo, *atto;
	size_t i;

	for (i = 0; i < NELEM(table); i++) {
		ruolo = nodo_elem(a, doc, "ruolo");
		nodo_set(a, ruolo, "nome", table[i][0]);
		atto = nodo_elem(a, ruolo, "atto");
		nodo_set(a, atto, "nome", table[i][1]);
		nodo_set(a, atto, "ambito", table[i][2]);
	}
	project(b, "ente", "permessi.xml", doc);
	user(b, "prot1", "protocollo", "prot");
	user(b, "resp", "responsabile-protocollo", "prot");
	user(b, "coord", "coordinatore", "uff-7");
	user(b, "as1", "assistente-sociale", "uff-7");
}

static void
party(struct banco *b, struct arena *a, struct nodo *doc, const char *parte)
{
	struct nodo *s = nodo_elem(a, doc, parte);
	const char *nome = surname(a, some_surname(b));

	if (draw(b, 3) == 0) {
		nodo_elem_printf(a, s, "denominazione", "%s Marco", nome);
		return;
	}
	nodo_elem_printf(a, s, "denominazione", "Istituto comprensivo %s",
	    nome);
	nodo_elem_printf(a, s, "pec", "%s@pec.example", nome);
}

static void
main_file(struct arena *a, struct nodo *doc, int i)
{
	struct nodo *f = nodo_elem(a, doc, "principale");

	nodo_elem_printf(a, f, "nome", "documento_%d.pdf", i);
	nodo_elem_printf(a, f, "impronta", "%064x", (unsigned)i);
	nodo_elem_text(a, f, "tipo", "application/pdf");
	nodo_elem_text(a, f, "dimensione", "1000");
}

static void
reserve(struct banco *b, struct arena *a, struct nodo *doc, int64_t ora)
{
	struct nodo *r = nodo_elem(a, doc, "riservata");
	char day[GIORNO_LEN + 1];

	nodo_elem_text(a, r, "motivo", "minori");
	if (draw(b, 2) == 0)
		return;
	clock_day(day, ora + (int64_t)draw(b, 2000) * 86400);
	nodo_elem_text(a, r, "fino-al", day);
}

/* One in five is riservata, half of these with a term. */
static void
registration(struct banco *b, const struct numero *n, int i, int64_t ora)
{
	static const char *const flussi[] = { "entrata", "entrata", "uscita",
	    "interna" };
	AUTO(arena) a = arena_new();
	struct nodo *doc = nodo_new(a, "registrazione");
	const char *flusso = flussi[draw(b, 4)];
	char iso[ORA_LEN + 1];

	clock_iso(iso, ora);
	nodo_elem_text(a, doc, "numero", numero_text(a, n));
	nodo_elem_text(a, doc, "ora", iso);
	nodo_elem_printf(a, doc, "operatore", "prot%u", draw(b, 6));
	nodo_elem_text(a, doc, "flusso", flusso);
	nodo_elem_printf(a, doc, "oggetto", "%s %s per %s in favore di %s e %s "
	    "pratica %u", comuni[draw(b, 3)], comuni[draw(b, 18)],
	    comuni[draw(b, 18)], surname(a, some_surname(b)),
	    surname(a, some_surname(b)), draw(b, 100000));
	if (draw(b, 5) == 0)
		reserve(b, a, doc, ora);
	party(b, a, doc, strcmp(flusso, "uscita") == 0 ? "destinatario" :
	    "mittente");
	nodo_elem_printf(a, doc, "classifica", "VII/%u", 1 + draw(b, 15));
	main_file(a, doc, i);
	project(b, arena_printf(a, "registro/%d.git", n->anno),
	    numero_path(a, "registrazioni", n->progressivo), doc);
}

static void
send_round(struct banco *b, const struct numero *n)
{
	AUTO(arena) a = arena_new();
	struct nodo *doc = nodo_new(a, "smistamento"), *d;

	nodo_elem_text(a, doc, "protocollo", numero_text(a, n));
	nodo_elem_text(a, doc, "ordine", "1");
	d = nodo_elem(a, doc, "destinazione");
	nodo_elem_printf(a, d, "ufficio", "uff-%u", draw(b, 30));
	nodo_elem_text(a, d, "titolo", "competenza");
	project(b, arena_printf(a, "registro/%d.git", n->anno),
	    numero_follow_path(a, "smistamenti", n->progressivo, 1), doc);
}

/* A case born of one report in a hundred. */
static void
case_of(struct banco *b, const struct numero *n, int i)
{
	AUTO(arena) a = arena_new();
	struct nodo *doc = nodo_new(a, "accesso");

	nodo_elem_text(a, doc, "tipo", "indiretto");
	nodo_elem_text(a, doc, "stato", "assegnato");
	nodo_elem_text(a, doc, "protocollo", numero_text(a, n));
	nodo_elem_text(a, doc, "ufficio", "uff-7");
	nodo_elem_printf(a, doc, "responsabile", "as%u", draw(b, 40));
	nodo_elem_text(a, doc, "aperto", "2026-01-01");
	project(b, arena_printf(a, "accessi/2026/%07d", i), "accesso.xml",
	    doc);
}

static void
fill(struct banco *b)
{
	int64_t step = (int64_t)ANNI * 365 * 86400 / b->n, ora = b->prima;
	struct numero n = { SERIE_PROTOCOLLO, 0, 0 };
	int i;

	must(registro_begin(b->r));
	link_one(b);
	office(b);
	for (i = 0; i < b->n; i++, ora += step) {
		if (i % LOTTO == LOTTO - 1) {
			must(registro_commit(b->r));
			must(registro_begin(b->r));
			link_one(b);
		}
		if (clock_year(ora) != n.anno)
			n.progressivo = 0;
		n.anno = clock_year(ora);
		n.progressivo++;
		registration(b, &n, i, ora);
		send_round(b, &n);
		if (i % 100 == 0)
			case_of(b, &n, i / 100 + 1);
	}
	must(registro_commit(b->r));
}

/* ---- searches ---- */

enum { RARA, COMUNE, NOME_ANNO, TRE, TAGLIATA, NUMERO, GIORNO, OPERATORE,
	PAGINA, SCADUTE, NIENTE, TIPI };

static const char *const tipi[TIPI] = {
	[RARA] = "una parola rara", [COMUNE] = "una parola comune",
	[NOME_ANNO] = "nome e anno", [TRE] = "tre parole",
	[TAGLIATA] = "parola tagliata", [NUMERO] = "numero esatto",
	[GIORNO] = "elenco del giorno", [OPERATORE] = "operatore e flusso",
	[PAGINA] = "una pagina a metà", [SCADUTE] = "riservate, comune",
	[NIENTE] = "due parole mai insieme",
};

static void
criteria(struct criteri *c, struct banco *b, struct arena *a, int tipo)
{
	const char *nome = surname(a, some_surname(b));
	int anno = 2022 + (int)draw(b, ANNI);

	*c = (struct criteri){ .limite = 50 };
	switch (tipo) {
	case RARA:
		c->parole = arena_printf(a, "documento_%u", draw(b,
		    (unsigned)b->n));
		break;
	case COMUNE:
		c->parole = comuni[draw(b, 18)];
		break;
	case NOME_ANNO:
		c->corrispondente = nome;
		c->anno = anno;
		break;
	case TRE:
		c->parole = arena_printf(a, "%s %s %s", comuni[draw(b, 3)],
		    nome, comuni[draw(b, 18)]);
		break;
	case TAGLIATA:
		nome = draw(b, 2) ? nome : comuni[draw(b, 18)];
		c->parole = arena_strndup(a, nome, 3 + draw(b, 4));
		break;
	case NUMERO:
		c->anno = anno;
		c->numero = 1 + (int)draw(b, (unsigned)b->n / ANNI);
		break;
	case OPERATORE:
		c->operatore = "prot3";
		c->flusso = "interna";
		break;
	case PAGINA:
		c->parole = comuni[draw(b, 3)];
		c->dopo = (struct numero){ SERIE_PROTOCOLLO, anno,
		    1 + (int)draw(b, (unsigned)b->n / ANNI) };
		break;
	case SCADUTE:
		c->parole = comuni[draw(b, 3)];
		c->riservate = ANCHE_SOLO;
		break;
	case NIENTE:
		c->parole = "pratica impossibile segnalazione";
		break;
	}
}

/* What other processes of the machine do not lengthen; nanoseconds. */
static int64_t
processor(void)
{
	struct timespec t;

	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
	return (int64_t)t.tv_sec * 1000000000 + t.tv_nsec;
}

static int
compare(const void *x, const void *y)
{
	const double *a = x, *b = y;

	return (*a > *b) - (*a < *b);
}

static int
rows(const struct nodo *elenco)
{
	const struct nodo *n = nodo_child(elenco, "registrazione");
	int count = 0;

	for (; n != NULL; n = nodo_next(n, "registrazione"))
		count++;
	return count;
}

static void
measure(struct banco *b, const char *utente, int tipo)
{
	struct occhio o = { utente, tipo == GIORNO ? "elenco" : "cerca" };
	double ms[PROVE], cpu[PROVE];
	int i, found = 0;

	for (i = 0; i < PROVE; i++) {
		AUTO(arena) a = arena_new();
		char day[GIORNO_LEN + 1];
		struct nodo *elenco = NULL;
		struct criteri c;
		int64_t start, used;

		criteria(&c, b, a, tipo);
		clock_day(day, b->prima + (int64_t)draw(b, ANNI * 365) * 86400);
		used = processor();
		start = clock_mono();
		must(tipo == GIORNO ?
		    ricerca_giorno(&elenco, a, b->r, &o, day) :
		    ricerca_trova(&elenco, a, b->r, &o, &c));
		ms[i] = (double)(clock_mono() - start) / 1e6;
		cpu[i] = (double)(processor() - used) / 1e6;
		found += rows(elenco);
	}
	qsort(ms, PROVE, sizeof ms[0], compare);
	qsort(cpu, PROVE, sizeof cpu[0], compare);
	printf("  %-24s %-6s p50 %6.2f  p99 %6.2f  processore p50 %6.2f  "
	    "p99 %6.2f  righe %.1f\n", tipi[tipo], utente, ms[PROVE / 2],
	    ms[PROVE * 99 / 100], cpu[PROVE / 2], cpu[PROVE * 99 / 100],
	    (double)found / PROVE);
}

/* The lines of the plans that search and lists have. */
static void
plans(struct registro *r)
{
	static const char *const names[] = { "TROVA\t", "TROVA_FILE\t",
	    "ELENCO_GIORNO\t", "CHIAVE_DAL\t", "CHIAVE_AL\t" };
	AUTO_BUF b = { 0 };
	char *line, *rest;
	size_t i;

	must(registro_piani(&b, r));
	for (line = strtok_r(b.data, "\n", &rest); line != NULL;
	    line = strtok_r(NULL, "\n", &rest))
		for (i = 0; i < NELEM(names); i++)
			if (strncmp(line, names[i], strlen(names[i])) == 0)
				printf("  %s\n", line);
}

int
main(int argc, char **argv)
{
	static const char *const utenti[] = { "resp", "prot1", "coord", "as1" };
	struct banco b = { .caso = 1, .prima = 1640995200 };
	AUTO(arena) a = arena_new();
	const char *path;
	int64_t start;
	bool there;
	size_t i;
	int t;

	if (argc != 3 || (b.n = (int)strtol(argv[2], NULL, 10)) < LOTTO) {
		fprintf(stderr, "ricerca: DIR N, %d at least\n", LOTTO);
		return 2;
	}
	xml_init();
	path = arena_printf(a, "%s/registro.sqlite", argv[1]);
	there = file_exists(path);
	must(registro_open(&b.r, path, there ? 0 : REGISTRO_CREATE));
	must(registro_ultimo(&b.ultimo, b.r));
	start = processor();
	if (!there)
		fill(&b);
	printf("%d registrazioni e smistamenti, %.0f s di processore; in "
	    "millisecondi:\n", b.n, (double)(processor() - start) / 1e9);
	for (t = 0; t < TIPI; t++)
		for (i = 0; i < NELEM(utenti); i++)
			if (t != GIORNO || strcmp(utenti[i], "prot1") == 0)
				measure(&b, utenti[i], t);
	plans(b.r);
	registro_close(b.r);
	return 0;
}
