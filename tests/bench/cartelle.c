/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * cartelle STORE N VOCI [RELAZIONI] - N cartelle, each from a registration to
 * VOCI entries of its diary and RELAZIONI (0) that wait to be signed, through the
 * runner and in groups of sixteen.  STORE has the users of 3-verifica.sh.  Prints
 * the acts done a second.
 */
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "atti/atto.h"
#include "atti/runner.h"
#include "base/clock.h"
#include "base/random.h"
#include "xml/xml.h"

#define GRUPPO 16

static struct store *st;
static int64_t acts;

/* "a/b/c" below n, made where missing; its last step always anew. */
static struct nodo *
place(struct arena *a, struct nodo *n, const char *path)
{
	const char *slash;
	struct nodo *next;
	char *step;

	while ((slash = strchr(path, '/')) != NULL) {
		step = arena_strndup(a, path, (size_t)(slash - path));
		next = nodo_child(n, step);
		n = next != NULL ? next : nodo_elem(a, n, step);
		path = slash + 1;
	}
	return nodo_elem(a, n, path);
}

/* An istanza from (path, value) pairs, NULL-ended, in the schema's order. */
static struct nodo *
istanza(struct arena *a, const char *atto, ...)
{
	struct nodo *root = nodo_new(a, "istanza"), *in;
	char id[ID_LEN + 1];
	const char *path;
	va_list ap;

	random_id(id);
	nodo_set(a, root, "atto", atto);
	nodo_set(a, root, "id", id);
	nodo_set(a, root, "versione", "1");
	if (strcmp(atto, "registra") == 0)
		nodo_set(a, nodo_elem(a, nodo_elem(a, root, "conferme"),
		    "conferma"), "codice", "senza-documento");
	if (strcmp(atto, "apri") == 0)	/* it is always the same child */
		nodo_set(a, nodo_elem(a, nodo_elem(a, root, "conferme"),
		    "conferma"), "codice", "persona-nota");
	in = nodo_elem(a, root, atto);
	va_start(ap, atto);
	while ((path = va_arg(ap, const char *)) != NULL)
		nodo_text(a, place(a, in, path), va_arg(ap, const char *));
	va_end(ap);
	return root;
}

struct step {
	const char *who;
	struct nodo *(*make)(struct arena *a, int k);
};

static const char *
number(struct arena *a, const char *form, int k)
{
	char oggi[GIORNO_LEN + 1];

	clock_day(oggi, clock_now());
	if (form[0] == 'P')
		return arena_printf(a, "%07d/%.4s", k, oggi);
	return arena_printf(a, "%s-%.4s-%07d", form, oggi, k);
}

static struct nodo *
registra(struct arena *a, int k)
{
	return istanza(a, "registra", "flusso", "entrata", "oggetto",
	    arena_printf(a, "Segnalazione n. %d", k), "mittente/denominazione",
	    "Istituto comprensivo", "classifica", "VII/9", NULL);
}

static struct nodo *
smista(struct arena *a, int k)
{
	return istanza(a, "smista", "protocollo", number(a, "P", k),
	    "destinazione/ufficio", "soc", "destinazione/titolo", "competenza",
	    NULL);
}

static struct nodo *
visione(struct arena *a, int k)
{
	return istanza(a, "prendi-visione", "protocollo", number(a, "P", k),
	    NULL);
}

static struct nodo *
assegna(struct arena *a, int k)
{
	return istanza(a, "assegna", "protocollo", number(a, "P", k),
	    "assistente", "as1", NULL);
}

static struct nodo *
valuta(struct arena *a, int k)
{
	return istanza(a, "valuta", "accesso", number(a, "AC", k),
	    "presupposti", "si", "bisogno/p", "Frequenza irregolare.", NULL);
}

static struct nodo *
apri(struct arena *a, int k)
{
	return istanza(a, "apri", "accesso", number(a, "AC", k), "classifica",
	    "VII/9", "scheda/anagrafica/cognome", "Rossini",
	    "scheda/anagrafica/nome", "Matteo",
	    "scheda/anagrafica/nascita/data", "2014-04-12",
	    "scheda/anagrafica/nascita/luogo", "Roccalta",
	    "scheda/residenza/comune", "Roccalta", "scheda/iniziativa",
	    "altro-organo", "liberatoria/ambito", "rete", "liberatoria/data",
	    "2026-11-01", "liberatoria/firmatario", "Carla Rossini",
	    "liberatoria/qualita", "genitore", "stato-di-famiglia/data",
	    "2026-11-01", "stato-di-famiglia/fonte", "certificato",
	    "stato-di-famiglia/componente/cognome", "Rossini",
	    "stato-di-famiglia/componente/nome", "Carla",
	    "stato-di-famiglia/componente/parentela", "madre",
	    "stato-di-famiglia/componente/convivente", "si", NULL);
}

static struct nodo *
annota(struct arena *a, int k)
{
	return istanza(a, "annota", "cartella", number(a, "CS", k), "tipo",
	    "colloquio", "testo/p", "Colloquio con la madre: si concorda un "
	    "incontro con la scuola entro la fine del mese; il minore ha "
	    "ripreso a frequentare con regolarità.", NULL);
}

static struct nodo *
redigi(struct arena *a, int k)
{
	return istanza(a, "redigi", "cartella", number(a, "CS", k), "tipo",
	    "attivita", "oggetto", "Relazione sulla frequenza scolastica",
	    "fatti-accertati/p", "Il minore ha frequentato ventidue giorni su "
	    "trenta; la scuola ha scritto due volte alla famiglia.",
	    "dichiarazioni/p", "La madre dichiara di averlo accompagnato ogni "
	    "mattina.", "valutazioni/p", "La famiglia collabora; serve un "
	    "sostegno al mattino.", NULL);
}

static void
group(const struct step *s, int first, int count)
{
	struct op *ops[GRUPPO];
	int i;

	for (i = 0; i < count; i++) {
		AUTO(arena) a = arena_new();
		struct nodo *in = s->make(a, first + i);

		ops[i] = op_new(st, atto_find(nodo_attr(in, "atto")), in,
		    s->who, NULL);
	}
	if (runner_gruppo(st, ops, count) != 0)
		fprintf(stderr, "%s\n", err_msg());
	for (i = 0; i < count; i++) {
		if (ops[i]->stato != OP_FATTO) {
			fprintf(stderr, "%s: %s\n", ops[i]->atto->nome,
			    ops[i]->ril.primo ? ops[i]->ril.primo->testo :
			    ops[i]->messaggio ? ops[i]->messaggio : "?");
			exit(1);
		}
		op_free(ops[i]);
	}
	acts += count;
}

int
main(int argc, char **argv)
{
	static const struct step opening[] = {
		{ "prot1", registra }, { "prot1", smista },
		{ "coord", visione }, { "coord", assegna }, { "as1", valuta },
		{ "as1", apri },
	};
	static const struct step entry = { "as1", annota };
	static const struct step report = { "as1", redigi };
	int64_t start;
	int n, voci, relazioni, k, count, v;
	size_t i;

	if (argc != 4 && argc != 5)
		return 2;
	n = (int)strtol(argv[2], NULL, 10);
	voci = (int)strtol(argv[3], NULL, 10);
	relazioni = argc == 5 ? (int)strtol(argv[4], NULL, 10) : 0;
	xml_init();
	if (store_open(&st, argv[1], 0) != 0) {
		fprintf(stderr, "%s\n", err_msg());
		return 1;
	}
	start = clock_mono();
	for (k = 1; k <= n; k += count) {
		count = n - k + 1 < GRUPPO ? n - k + 1 : GRUPPO;
		for (i = 0; i < NELEM(opening); i++)
			group(&opening[i], k, count);
		for (v = 0; v < voci; v++)
			group(&entry, k, count);
		for (v = 0; v < relazioni; v++)
			group(&report, k, count);
	}
	printf("%.1f\n", (double)acts * 1e9 / (double)(clock_mono() - start));
	store_close(st);
	return 0;
}
