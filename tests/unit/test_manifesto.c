/* SPDX-License-Identifier: EUPL-1.2 */
/* What is signed, and what is said of a signature. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

#include "base/auto.h"
#include "base/clock.h"
#include "base/hash.h"
#include "base/random.h"
#include "documenti/manifesto.h"
#include "documenti/verdetto.h"

#define FPR "0123456789ABCDEF0123456789ABCDEF01234567"
#define ORA "2026-11-20T10:15:30+01:00"

static char a64[65], b64[65];

static struct nodo *
example(struct arena *a, const char *utente)
{
	struct manifesto_capo c = { .scopo = SCOPO_SOTTOSCRIZIONE,
	    .utente = utente, .nome = "Ada Esempio",
	    .qualita = "assistente sociale", .tipo_chiave = "openpgp",
	    .chiave = FPR, .ora = ORA };
	struct nodo *m = manifesto_new(a, &c);

	manifesto_add(a, m, &(struct manifesto_oggetto){
	    .ruolo = RUOLO_ALLEGATO, .impronta = b64 });
	manifesto_add(a, m, &(struct manifesto_oggetto){
	    .ruolo = RUOLO_ORIGINALE, .impronta = a64, .id = "00",
	    .versione = "2", .tipo = "relazione", .dimensione = 12 });
	return m;
}

static void
test_read_back(void **state)
{
	AUTO(arena) a = arena_new();
	struct nodo *m = example(a, "as1");
	struct manifesto_oggetto *list, o;
	struct manifesto_capo c;
	int n;

	(void)state;
	assert_true(random_id_valid(nodo_attr(m, "id")));
	assert_int_equal(manifesto_capo(&c, a, m), 0);
	assert_string_equal(c.utente, "as1");
	assert_null(c.per);
	assert_string_equal(c.chiave, FPR);
	assert_string_equal(c.tipo_chiave, "openpgp");
	assert_int_equal(manifesto_oggetti(&list, &n, a, m), 0);
	assert_int_equal(n, 2);
	assert_string_equal(list[0].impronta, b64);
	assert_null(list[0].id);
	assert_int_equal(list[1].dimensione, 12);
	assert_null(list[2].impronta);
	assert_int_equal(manifesto_oggetto(&o, a, m, RUOLO_ORIGINALE), 0);
	assert_string_equal(o.impronta, a64);
	assert_int_equal(manifesto_oggetto(&o, a, m, RUOLO_RESA),
	    ERR_ABSENT);
}

/* The same tree has the same bytes, and no two manifesti the same. */
static void
test_bytes(void **state)
{
	AUTO(arena) a = arena_new();
	struct nodo *m = example(a, "as1");
	AUTO_BUF x = { 0 };
	AUTO_BUF y = { 0 };
	AUTO_BUF z = { 0 };

	(void)state;
	manifesto_bytes(&x, m);
	manifesto_bytes(&y, nodo_copy(a, m));
	manifesto_bytes(&z, example(a, "as1"));
	assert_string_equal(buf_str(&x), buf_str(&y));
	assert_string_not_equal(buf_str(&x), buf_str(&z));
}

static int
capo_without(const char *campo, const char *utente)
{
	AUTO(arena) a = arena_new();
	struct nodo *m = example(a, utente);
	struct manifesto_capo c;

	if (campo != NULL)
		nodo_remove(nodo_child(m, campo));
	return manifesto_capo(&c, a, m);
}

static void
test_capo_refused(void **state)
{
	static const char *const needed[] = { "scopo", "utente", "nome",
	    "chiave", "ora" };
	AUTO(arena) a = arena_new();
	struct nodo *m = example(a, NULL);
	struct manifesto_capo c;
	size_t i;

	(void)state;
	assert_int_equal(capo_without(NULL, "as1"), 0);
	assert_int_equal(capo_without("qualita", "as1"), 0);
	for (i = 0; i < NELEM(needed); i++)
		assert_int_equal(capo_without(needed[i], "as1"), ERR_INVALID);
	/* the office's, and nobody's */
	assert_int_equal(manifesto_capo(&c, a, m), 0);
	assert_null(c.utente);
	assert_int_equal(capo_without("sigillo", NULL), ERR_INVALID);
	/* of both */
	nodo_elem_text(a, m, "utente", "as1");
	assert_int_equal(manifesto_capo(&c, a, m), ERR_INVALID);
}

static void
test_objects_refused(void **state)
{
	AUTO(arena) a = arena_new();
	struct nodo *m = example(a, "as1");
	struct manifesto_oggetto *list;
	int n;

	(void)state;
	nodo_set(a, nodo_child(m, "oggetto"), "impronta", NULL);
	assert_int_equal(manifesto_oggetti(&list, &n, a, m), ERR_INVALID);
	while (nodo_child(m, "oggetto") != NULL)
		nodo_remove(nodo_child(m, "oggetto"));
	assert_int_equal(manifesto_oggetti(&list, &n, a, m), ERR_INVALID);
}

/* ---- verdetto ---- */

static struct nodo *
verdict(struct arena *a, const char *formato, const char *esito,
    const char *nome)
{
	struct verdetto_capo c = { .firma = a64, .su = b64, .ora = ORA,
	    .operatore = "as1", .dopo = 12, .dopo_impronta = a64 };
	struct nodo *firme = nodo_new(a, "firme"), *f, *x;

	nodo_set(a, firme, "formato", formato);
	nodo_set(a, firme, "esito", esito);
	f = nodo_elem(a, firme, "firma");
	nodo_set(a, f, "esito", esito);
	if (nome != NULL) {
		x = nodo_elem(a, f, "firmatario");
		nodo_set(a, x, "impronta", FPR);
		nodo_set(a, x, "nome", nome);
	}
	return verdetto_new(a, &c, firme);
}

static void
test_verdetto(void **state)
{
	AUTO(arena) a = arena_new();
	struct nodo *v = verdict(a, "openpgp", "valida", "Ada Esempio");

	(void)state;
	assert_true(random_id_valid(nodo_attr(v, "id")));
	assert_string_equal(nodo_value(a, v, "regole"), VERDETTO_REGOLE);
	assert_string_equal(nodo_value(a, v, "dopo/@seq"), "12");
	assert_string_equal(verdetto_esito(v), "valida");
	assert_string_equal(verdetto_esito(nodo_child(v, "firme")), "valida");
	assert_string_equal(verdetto_riga(a, v),
	    "firma valida di Ada Esempio (OpenPGP)");
}

/* Nothing but "valida" is ever said to be valid. */
static void
test_verdetto_words(void **state)
{
	static const char *const others[] = { "integra", "non-valida",
	    "ignota", "revocata", "scaduta", "debole", "non-verificata",
	    "parola-nuova", "" };
	AUTO(arena) a = arena_new();
	struct nodo *v;
	size_t i;

	(void)state;
	for (i = 0; i < NELEM(others); i++)
		assert_null(strstr(verdetto_riga(a, verdict(a, "cades",
		    others[i], "Ada Esempio")), "firma valida"));
	assert_string_equal(verdetto_riga(a, verdict(a, "cades",
	    "non-valida", NULL)), "firma NON valida (CAdES)");
	v = verdict(a, "pades", "valida", NULL);
	nodo_set(a, nodo_child(v, "firme"), "esito", NULL);
	assert_string_equal(verdetto_esito(v), "non-verificata");
	nodo_remove(nodo_child(v, "firme"));
	assert_string_equal(verdetto_riga(a, v),
	    "firma presente, non verificata");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_read_back),
		cmocka_unit_test(test_bytes),
		cmocka_unit_test(test_capo_refused),
		cmocka_unit_test(test_objects_refused),
		cmocka_unit_test(test_verdetto),
		cmocka_unit_test(test_verdetto_words),
	};

	memset(a64, 'a', 64);
	memset(b64, 'b', 64);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
