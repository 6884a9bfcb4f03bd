/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * test_moduli_tutti.c - every atto that ships has a form: all its fields are on
 * the page, once, each with a name people can read; what the form sends is what
 * the schema takes.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "atti/atto.h"
#include "web/modulo.h"
#include "xml/campi.h"
#include "xml/xml.h"

static const struct pagina page = {
	.via = "/atto/{nome}", .foglio = "atto", .titolo = "Modulo",
	.sezione = ""
};

static struct nodo *
form_of(struct arena *a, const char *atto, const struct coppia *c, int n)
{
	const struct modulo_dati d = { .atto = atto, .campi = c, .n = n };
	struct nodo *puo = nodo_new(a, "puo"), *form;

	nodo_set(a, puo, "sommario", "fa qualcosa");
	nodo_set(a, puo, "file", "si");
	nodo_set(a, puo, "firma", "si");
	assert_int_equal(0, modulo_albero(&form, a, puo, &d, NULL));
	return form;
}

static void
printed(struct buf *out, struct arena *a, const char *atto, struct nodo *form)
{
	const struct indirizzo in = {
		.via = arena_printf(a, "/atto/%s", atto)
	};
	struct nodo *tree = pagina_albero(a, &page, &in, NULL);

	nodo_add(tree, form);
	assert_int_equal(0, pagina_stampa(out, &page, tree));
}

static int
times(const char *html, const char *what)
{
	int n = 0;

	while ((html = strstr(html, what)) != NULL) {
		n++;
		html += strlen(what);
	}
	return n;
}

/* Each value's control is there once, and something says what it is. */
static void
check_level(struct arena *a, const char *atto, const char *html,
    const struct nodo *n)
{
	const struct nodo *c;
	const char *id;

	for (c = nodo_child(n, NULL); c != NULL; c = nodo_next(c, NULL)) {
		id = nodo_attr(c, "id");
		if (strcmp(c->nome, "valore") == 0 &&
		    times(html, arena_printf(a, "id=\"%s\"", id)) != 1)
			fail_msg("%s: %s stands not once", atto, id);
		if (strcmp(c->nome, "campo") == 0 &&
		    (nodo_attr(c, "etichetta") == NULL ||
		    nodo_attr(c, "etichetta")[0] == '\0'))
			fail_msg("%s: %s has no label", atto, id);
		if (strcmp(c->nome, "campo") == 0 &&
		    nodo_attr(c, "ripetuto") == NULL &&
		    times(html, arena_printf(a, "<label for=\"%s\"", id)) != 1)
			fail_msg("%s: %s has not one label", atto, id);
		check_level(a, atto, html, c);
	}
}

static void
every_form_is_whole(void **state)
{
	const struct atto *const *t;

	(void)state;
	for (t = atto_table; *t != NULL; t++) {
		AUTO(arena) a = arena_new();
		struct nodo *form = form_of(a, (*t)->nome, NULL, 0);
		AUTO_BUF html = { 0 };

		printed(&html, a, (*t)->nome, form);
		check_level(a, (*t)->nome, buf_str(&html), form);
		assert_non_null(strstr(html.data, "name=\"_id\""));
		assert_non_null(strstr(html.data, "value=\"invia\""));
	}
}

/* Every field that a person fills, given: all of them are in the istanza, and
 * none was mistaken for another. */
static void
every_field_comes_through(void **state)
{
	const struct atto *const *t;

	(void)state;
	for (t = atto_table; *t != NULL; t++) {
		AUTO(arena) a = arena_new();
		const struct campo *campi, *c;
		struct coppia *v = arena_alloc(a, 600 * sizeof *v);
		struct modulo_dati d = { .atto = (*t)->nome, .campi = v };
		struct rilievi ril = { .a = a };
		struct nodo *root = NULL;
		AUTO_BUF b = { 0 };

		assert_int_equal(0, campi_load(&campi, arena_printf(a,
		    "atti/%s", d.atto), d.atto));
		for (c = campi; c->percorso != NULL; c++)
			if (strcmp(c->tipo, "gruppo") != 0 &&
			    c->etichetta[0] != '\0')
				v[d.n++] = (struct coppia){ c->percorso,
				    arena_printf(a, "x%dx", (int)(c - campi)) };
		assert_int_equal(0, modulo_istanza(&root, &ril, a, &d));
		if (root == NULL)
			fail_msg("%s: %s", d.atto, ril.primo->testo);
		nodo_write(&b, root);
		for (c = campi; c->percorso != NULL; c++)
			if (strcmp(c->tipo, "gruppo") != 0 &&
			    c->etichetta[0] != '\0' &&
			    times(b.data, arena_printf(a, "x%dx",
			    (int)(c - campi))) != 1)
				fail_msg("%s: %s is lost", d.atto,
				    c->percorso);
	}
}

/* What people type is never markup, wherever it stands. */
static void
typed_text_is_text(void **state)
{
	static const char evil[] = "\"><script>alert(1)</script>'&amp;";
	const struct atto *const *t;

	(void)state;
	for (t = atto_table; *t != NULL; t++) {
		AUTO(arena) a = arena_new();
		const struct campo *campi, *c;
		struct coppia *v = arena_alloc(a, 1200 * sizeof *v);
		AUTO_BUF html = { 0 };
		int n = 0;

		assert_int_equal(0, campi_load(&campi, arena_printf(a,
		    "atti/%s", (*t)->nome), (*t)->nome));
		for (c = campi; c->percorso != NULL; c++)
			v[n++] = (struct coppia){ c->percorso, evil };
		v[n++] = (struct coppia){ "_ritorno", "/\"><script>" };
		v[n++] = (struct coppia){ "_base", evil };
		v[n++] = (struct coppia){ "_conferma", evil };
		v[n++] = (struct coppia){ "_sosta", evil };
		v[n++] = (struct coppia){ "_per", evil };
		printed(&html, a, (*t)->nome, form_of(a, (*t)->nome, v, n));
		assert_null(strstr(html.data, "<script>"));
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_form_is_whole),
		cmocka_unit_test(every_field_comes_through),
		cmocka_unit_test(typed_text_is_text),
	};

	xml_init();
	return cmocka_run_group_tests(tests, NULL, NULL);
}
