/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * conservazione N - how long N closed cartelle are kept: the rows made with the
 * documents, then made again for all by another massimario, in a register in
 * memory (projection only: no folder, no sync); one page of those whose time is
 * over.  Prints seconds and rates.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/resource.h"
#include "documenti/numero.h"
#include "registro/conservazione.h"
#include "xml/xml.h"

#define NS " xmlns=\"urn:cartella:1\""

static struct registro *reg;
static int64_t seq;

static void
must(int e)
{
	if (e == 0)
		return;
	fprintf(stderr, "%s\n", err_msg());
	exit(1);
}

static void
project(struct arena *a, const char *cartella, const char *percorso,
    const char *xml, size_t len)
{
	struct posizione p = { .ora = "2026-11-20T10:15:30+01:00",
	    .cartella = cartella, .percorso = percorso, .impronta = "0" };
	struct nodo *n;

	p.seq = ++seq;
	p.id = arena_printf(a, "%032llx", (unsigned long long)seq);
	must(xml_parse(&n, a, xml, len, XML_OURS));
	p.tipo = n->nome;
	must(registro_proietta(reg, &p, n));
}

static void
project_text(struct arena *a, const char *cartella, const char *percorso,
    const char *xml)
{
	project(a, cartella, percorso, xml, strlen(xml));
}

static void
project_shipped(struct arena *a, const char *nome)
{
	const struct resource *m = resource_find(arena_printf(a,
	    "templates/ente/%s", nome));

	project(a, "ente", nome, m->data, m->size);
}

/* Born 1970 to 2020, closed 1990 to 2025. */
static void
add_case(int k)
{
	struct numero n = { SERIE_CARTELLA, 2000 + k % 26, k / 26 + 1 };
	AUTO(arena) a = arena_new();
	const char *folder = numero_folder(a, &n);

	project_text(a, folder, "scheda.xml", arena_printf(a, "<scheda" NS ">"
	    "<anagrafica><cognome>Rossini</cognome><nome>M</nome><nascita>"
	    "<data>%d-04-12</data><luogo>Prova</luogo></nascita></anagrafica>"
	    "</scheda>", 1970 + k % 51));
	project_text(a, folder, "cartella.xml", arena_printf(a, "<cartella" NS
	    "><stato>chiuso</stato><classifica>VII/9</classifica><accesso>"
	    "AC-%d-%07d</accesso><ufficio>soc</ufficio><responsabile>as1"
	    "</responsabile><aperta>1990-01-01</aperta><chiusura><data>"
	    "%d-11-19</data><motivo>conclusione</motivo></chiusura></cartella>",
	    n.anno, n.progressivo, 1990 + k % 36));
}

static double
since(int64_t start)
{
	return (double)(clock_mono() - start) / 1e9;
}

/* A page of those that are over; it must have some. */
static double
page(struct arena *a)
{
	struct occhio arch = { "arch", "conservazione" };
	struct nodo *v = nodo_new(a, "conservazione");
	int64_t start = clock_mono();

	must(registro_conservazione(v, a, reg, &arch, SERIE_CARTELLA,
	    "scaduti", NULL));
	if (nodo_child(v, "voce") == NULL) {
		fprintf(stderr, "nessuna è scaduta\n");
		exit(1);
	}
	return since(start);
}

int
main(int argc, char **argv)
{
	AUTO(arena) a = arena_new();
	double made, again, first;
	int n, k;
	int64_t start;

	if (argc != 2)
		return 2;
	n = (int)strtol(argv[1], NULL, 10);
	xml_init();
	must(registro_prova(&reg, "2100-01-01"));
	project_shipped(a, "permessi.xml");
	project_shipped(a, "massimario.xml");
	project_text(a, "ente", "utenti/arch.xml", "<utente" NS
	    " codice=\"arch\"><cognome>X</cognome><nome>Y</nome><ruolo>"
	    "archivista</ruolo><attivo>si</attivo></utente>");
	start = clock_mono();
	for (k = 0; k < n; k++)
		add_case(k);
	made = since(start);
	start = clock_mono();
	project_shipped(a, "massimario.xml");
	again = since(start);
	first = page(a);
	printf("%d cartelle chiuse: proiettate in %.2f s; un altro massimario le "
	    "ricalcola in %.2f s (%.0f al secondo); una pagina di scadute %.1f "
	    "ms\n", n, made, again, n / again, first * 1e3);
	registro_close(reg);
	return 0;
}
