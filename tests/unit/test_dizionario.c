/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * The dictionary shipped: every kind of paper, every field of it; and what a
 * word was meant to be.
 */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <ctype.h>
#include <string.h>

#include "modelli.h"

static struct nodo *
of(struct arena *a, const char *carta)
{
	struct nodo *d;

	if (dizionario_di(&d, a, carta) != 0)
		fail_msg("%s", err_msg());
	return d;
}

static void
letter(void **state)
{
	AUTO(arena) a = arena_new();
	struct nodo *d = of(a, "lettera");
	const struct nodo *n;

	(void)state;
	assert_string_equal(nodo_attr(d, "carta"), "lettera");
	assert_non_null(nodo_attr(d, "denominazione"));
	n = dizionario_trova(d, a, "ente.denominazione");
	assert_non_null(n);
	assert_string_equal(nodo_attr(n, "via"), "ente/denominazione");
	assert_string_equal(n->nome, "campo");
	n = dizionario_trova(d, a, "riferimenti");
	assert_non_null(n);
	assert_string_equal(n->nome, "elenco");
	/* what is said of a list is its text */
	assert_null(n->primo->nome);
	n = dizionario_trova(d, a, "riferimenti.testo");
	assert_non_null(n);
	assert_string_equal(n->padre->nome, "elenco");
	assert_null(dizionario_trova(d, a, ""));
	assert_null(dizionario_trova(d, a, "nessuno"));
	assert_null(dizionario_trova(d, a, "ente"));
	assert_int_equal(dizionario_di(&d, a, "nessuna"), ERR_ABSENT);
}

static void
free_fields(void **state)
{
	static const char *const no[] = { "libero", "libero.", "libero.A",
	    "libero.a b", "libero.1a", "libero.a2", "libero.a-", "libero.a'",
	    "libero.a.b", "libero.è", "Libero.a" };
	AUTO(arena) a = arena_new();
	struct nodo *d = of(a, "lettera");
	const struct nodo *n;
	char name[100] = "libero.";
	size_t i;

	(void)state;
	n = dizionario_trova(d, a, "libero.data-di-arrivo");
	assert_non_null(n);
	assert_string_equal(nodo_attr(n, "tipo"), "testo");
	assert_string_equal(nodo_attr(n, "via"),
	    "libero[@nome='data-di-arrivo']");
	for (i = 0; i < NELEM(no); i++)
		if (dizionario_trova(d, a, no[i]) != NULL)
			fail_msg("«%s»", no[i]);
	memset(name + 7, 'a', 61);
	assert_non_null(dizionario_trova(d, a, name));
	name[68] = 'a';
	assert_null(dizionario_trova(d, a, name));
}

static void
near(const struct nodo *d, struct arena *a, const char *scritto,
    const char *atteso)
{
	const char *s = dizionario_vicino(d, a, scritto);

	if (s == NULL || atteso == NULL ? s != atteso : strcmp(s, atteso) != 0)
		fail_msg("«%s»: «%s», non «%s»", scritto,
		    s != NULL ? s : "-", atteso != NULL ? atteso : "-");
}

static void
nearest(void **state)
{
	AUTO(arena) a = arena_new();
	struct nodo *d = of(a, "lettera");
	char name[5000];

	(void)state;
	near(d, a, "destinatario.denominazone", "destinatario.denominazione");
	near(d, a, "Oggetto", "oggetto");
	near(d, a, "ente denominazione", "ente.denominazione");
	near(d, a, "destinatario.codice_ipa", "destinatario.codice-ipa");
	near(d, a, "qualifica", "firmatario.qualifica");
	near(d, a, "rifermenti.testo", "riferimenti.testo");
	near(d, a, "xyzw", NULL);
	near(d, a, "", NULL);
	near(d, a, "x[1]|//*", NULL);
	memset(name, 'a', sizeof name - 1);
	name[sizeof name - 1] = '\0';
	near(d, a, name, NULL);
}

/* ---- every kind ---- */

static void
element(struct buf *out, const struct nodo *n)
{
	const char *nome = nodo_attr(n, "nome");
	const struct nodo *c;

	if (strcmp(n->nome, "campo") == 0) {
		buf_printf(out, P("<text:user-field-get text:name='%s'/>")
		    SEZIONE("se_%s", P("x")), nome, nome);
		return;
	}
	buf_printf(out, "<text:section text:name='ripeti_%s'>", nome);
	for (c = nodo_child(n, NULL); c != NULL; c = nodo_next(c, NULL))
		element(out, c);
	buf_puts(out, "</text:section>");
}

static void
sound(const char *carta, const struct nodo *d, const struct nodo *n)
{
	static const char *const types[] = { "testo", "parola", "data",
	    "giorno", "ora", "orario", "importo", "si-no", "prosa" };
	const char *nome = nodo_attr(n, "nome"), *tipo = nodo_attr(n, "tipo");
	const struct nodo *c;
	size_t i;

	if (isdigit((unsigned char)nome[strlen(nome) - 1]))
		fail_msg("%s: «%s» finisce con una cifra", carta, nome);
	if (sano_count(d, "nome", nome) != 1)
		fail_msg("%s: «%s» due volte", carta, nome);
	if (n->primo == NULL || n->primo->nome != NULL)
		fail_msg("%s: «%s» non dice che cos'è", carta, nome);
	for (c = nodo_child(n, NULL); c != NULL; c = nodo_next(c, NULL))
		sound(carta, d, c);
	if (strcmp(n->nome, "elenco") == 0)
		return;
	if (nodo_attr(n, "esempio") == NULL)
		fail_msg("%s: «%s» non ha un esempio", carta, nome);
	for (i = 0; i < NELEM(types); i++)
		if (tipo != NULL && strcmp(tipo, types[i]) == 0)
			return;
	fail_msg("%s: «%s» non ha un tipo", carta, nome);
}

/* A model that uses all there is compiles: no via is badly written. */
static void
every_field(void **state)
{
	AUTO(arena) a = arena_new();
	const char *const *carta;
	struct nodo *d, *n;

	(void)state;
	assert_int_equal(dizionario_carte(&carta, a), 0);
	assert_non_null(*carta);
	for (; *carta != NULL; carta++) {
		AUTO_BUF corpo = { 0 }, foglio = { 0 };

		d = of(a, *carta);
		for (n = nodo_child(d, NULL); n != NULL;
		    n = nodo_next(n, NULL)) {
			sound(*carta, d, n);
			element(&corpo, n);
		}
		if (modello_compila(&foglio, odf(a, content(a,
		    buf_str(&corpo))), odf(a, stili_base), d) != 0)
			fail_msg("%s: %s", *carta, err_msg());
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(letter),
		cmocka_unit_test(free_fields),
		cmocka_unit_test(nearest),
		cmocka_unit_test(every_field),
	};

	xml_init();
	return cmocka_run_group_tests(tests, NULL, NULL);
}
