/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * test_pagine.c - the table of pages: each has its sheet, its help and a section
 * of the menu; the menu leads only to pages that are there.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "atti/atto.h"
#include "web/pagina.h"
#include "xml/campi.h"
#include "xml/xml.h"

static const struct pagina *const tables[] = {
	pagine_caso, pagine_registro, pagine_redazione, pagine_archivio,
	pagine_ente, pagine_accesso, pagine_comuni,
};

/* The page at `via`, of somebody who may do everything. */
static void
print(struct buf *out, const char *via)
{
	AUTO(arena) a = arena_new();
	struct indirizzo in = { .via = via };
	const struct pagina *p = pagina_trova(a, &in);
	struct nodo *answer = nodo_new(a, "risposta"), *s;
	const struct atto *const *t;

	assert_non_null(p);
	s = nodo_elem(a, answer, "sessione");
	nodo_set(a, s, "utente", "resp");
	for (t = atto_table; *t != NULL; t++)
		nodo_set(a, nodo_elem(a, s, "puo"), "atto", (*t)->nome);
	if (pagina_stampa(out, p, pagina_albero(a, p, &in, answer)) != 0)
		fail_msg("%s: %s", via, err_msg());
}

static void
every_sheet_compiles(void **state)
{
	AUTO(arena) a = arena_new();
	const struct pagina *p;
	size_t i;

	(void)state;
	for (i = 0; i < NELEM(tables); i++)
		for (p = tables[i]; p->via != NULL; p++)
			if (xml_preload_sheet(arena_printf(a, "web/%s",
			    p->foglio)) != 0)
				fail_msg("%s: %s", p->via, err_msg());
}

/* A reading of an atto that is not there, a field that it has not, would make a
 * page that nobody can open. */
static void
every_reading_is_one(void **state)
{
	const char *const *c;
	const struct campo *campi, *f;
	const struct pagina *p;
	const struct parte *x;
	size_t i;

	(void)state;
	for (i = 0; i < NELEM(tables); i++)
		for (p = tables[i]; p->via != NULL; p++)
			for (x = p->parti; x != NULL && x->atto != NULL; x++) {
				AUTO(arena) a = arena_new();
				const struct atto *t = atto_find(x->atto);

				if (t == NULL || !(t->flags & LETTURA))
					fail_msg("%s: %s is no reading",
					    p->via, x->atto);
				assert_int_equal(0, campi_load(&campi,
				    arena_printf(a, "atti/%s", x->atto),
				    x->atto));
				for (c = x->campi; c && *c; c += 2) {
					for (f = campi; f->percorso != NULL &&
					    strcmp(f->percorso, *c) != 0; f++)
						;
					if (f->percorso == NULL)
						fail_msg("%s: %s has no %s",
						    p->via, x->atto, *c);
				}
			}
}

static void
every_page_has_its_help(void **state)
{
	const struct pagina *p;
	int missing = 0;
	size_t i;

	(void)state;
	for (i = 0; i < NELEM(tables); i++)
		for (p = tables[i]; p->via != NULL; p++) {
			AUTO(arena) a = arena_new();
			AUTO_BUF b = { 0 };

			if (p->aiuto == NULL)
				continue;
			print(&b, arena_printf(a, "/aiuto/%s", p->aiuto));
			if (strstr(b.data, "non è ancora scritta") == NULL)
				continue;
			print_error("%s: the manual has no section «%s»\n",
			    p->via, p->aiuto);
			missing++;
		}
	assert_int_equal(0, missing);
}

/* What stands in the frame of every page: menu, foot, the search. */
static void
the_frame_leads_to_pages(void **state)
{
	static const char *const marks[] = {
		" href=\"/", " action=\"/"
	};
	AUTO_BUF b = { 0 };
	const char *s;
	size_t i;

	(void)state;
	print(&b, "/aiuto");
	for (i = 0; i < NELEM(marks); i++)
		for (s = strstr(b.data, marks[i]); s != NULL;
		    s = strstr(s + 1, marks[i])) {
			AUTO(arena) a = arena_new();
			const char *to = s + strlen(marks[i]) - 1;
			struct indirizzo in = { .via = arena_strndup(a, to,
			    strcspn(to, "\"?#")) };

			if (strncmp(in.via, "/statici/", 9) != 0 &&
			    strcmp(in.via, "/esci") != 0 &&
			    pagina_trova(a, &in) == NULL)
				fail_msg("%s leads nowhere", in.via);
		}
}

static void
every_section_is_of_the_menu(void **state)
{
	AUTO_BUF b = { 0 };
	const struct pagina *p;
	size_t i;

	(void)state;
	print(&b, "/aiuto");
	for (i = 0; i < NELEM(tables); i++)
		for (p = tables[i]; p->via != NULL; p++) {
			AUTO(arena) a = arena_new();

			assert_non_null(p->sezione);
			if (p->sezione[0] != '\0' &&
			    strcmp(p->sezione, "profilo") != 0 &&
			    strcmp(p->sezione, "entra") != 0 &&
			    strstr(b.data, arena_printf(a,
			    "data-sezione=\"%s\"", p->sezione)) == NULL)
				fail_msg("%s: the menu has no «%s»", p->via,
				    p->sezione);
		}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_sheet_compiles),
		cmocka_unit_test(every_reading_is_one),
		cmocka_unit_test(every_page_has_its_help),
		cmocka_unit_test(the_frame_leads_to_pages),
		cmocka_unit_test(every_section_is_of_the_menu),
	};

	xml_init();
	return cmocka_run_group_tests(tests, NULL, NULL);
}
