/* SPDX-License-Identifier: EUPL-1.2 */
/* A draft that came back from Writer, as the fields of the atto that writes
 * the document: what it says of itself, what is given beside it, what it
 * lacks. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "atti/carte/rientro_bozza.h"
#include "base/auto.h"
#include "xml/xml.h"

#define NUMERO "<dato nome=\"cartella.numero\">CS-2026-0000001</dato>"
#define DI(x) "<dato nome=\"cartella.documento\">" x "</dato>"
#define DA(x) "<dato nome=\"cartella.versione\">" x "</dato>"
#define CAMPO(x) "<dato nome=\"cartella.campo.1\">" x "</dato>"
#define PARTE(nome, x) "<sezione nome=\"relazione." nome "\">" x "</sezione>"
#define TRE PARTE("fatti-accertati", "<p>F</p>")			\
	PARTE("dichiarazioni", "<p>D</p>") PARTE("valutazioni", "<p>V</p>")

static struct nodo *
tree(struct arena *a, const char *inside)
{
	const char *text = arena_printf(a, "<sezioni xmlns=\"%s\">%s</sezioni>",
	    XML_NS, inside);
	struct nodo *n;

	assert_int_equal(xml_parse(&n, a, text, strlen(text), XML_OURS), 0);
	return n;
}

static int
read_draft(struct rientro_bozza *out, struct arena *a, const char *inside,
    const char *const (*dati)[2], int n)
{
	return rientro_bozza_leggi(out, a, bozza_tipo_trova("relazione"),
	    tree(a, inside), dati, n);
}

static const char *
field(const struct rientro_bozza *b, const char *nome)
{
	const char *v = NULL;
	int i;

	for (i = 0; i < b->n_campi; i++)
		if (strcmp(b->campi[i][0], nome) == 0) {
			assert_null(v);		/* each once */
			v = b->campi[i][1];
		}
	return v;
}

static void
kinds(void **state)
{
	(void)state;
	assert_string_equal(bozza_tipo_trova("progetto")->atto, "progetto");
	assert_null(bozza_tipo_trova("scheda"));
	assert_null(bozza_tipo_di_atto("aggiorna-scheda"));
}

static void
refused(void **state)
{
	static const struct {
		const char *inside, *says;
	} rows[] = {
		/* by no office of ours, or spoilt on the way */
		{ "<dato nome=\"cartella.numero\">CS-boh</dato>" TRE,
		    "la bozza" },
		{ NUMERO DI("relazioni/0001.xml") TRE,
		    "da quale versione di relazioni/0001.xml" },
		{ "<dato nome=\"cartella.tipo\">verbale</dato>" TRE,
		    "si manda con cartella verbale" },
		{ "<dato nome=\"cartella.tipo\">boh</dato>" TRE,
		    "è di un documento «boh», non «relazione»" },
		/* one that does not say what it was made with */
		{ PARTE("fatti-accertati", "<p>F</p>")
		    PARTE("valutazioni", "<p>V</p>"),
		    "manca la sezione «Dichiarazioni delle parti e di terzi»" },
		{ TRE "<dato nome=\"cartella.sezioni\">relazione.metodo</dato>",
		    "(relazione.metodo)" },
		{ TRE PARTE("valutazioni", "<p>altro</p>"),
		    "compare due volte" },
	};
	AUTO(arena) a = arena_new();
	struct rientro_bozza b;
	size_t i;

	(void)state;
	for (i = 0; i < sizeof rows / sizeof *rows; i++) {
		assert_int_equal(read_draft(&b, a, rows[i].inside, NULL, 0),
		    ERR_INVALID);
		if (strstr(err_msg(), rows[i].says) == NULL)
			fail_msg("%zu: %s", i, err_msg());
	}
}

/* What is given beside it comes first, and nothing is lost without a word. */
static void
given_beside(void **state)
{
	static const char *const dati[][2] = { { "oggetto", "altro" },
	    { "valutazioni", "mie" } };
	AUTO(arena) a = arena_new();
	struct rientro_bozza b;

	(void)state;
	assert_int_equal(read_draft(&b, a, TRE CAMPO("oggetto=suo")
	    "<tralasciato sezione=\"relazione.valutazioni\" che=\"colori\" "
	    "volte=\"2\"/><tralasciato sezione=\"relazione.dichiarazioni\" "
	    "che=\"colori\" volte=\"2\"/><tralasciato sezione=\"boh\" "
	    "che=\"colori\" volte=\"1\"/>", dati, 2), 0);
	assert_null(field(&b, "oggetto"));
	assert_int_equal(nodo_count(b.prose, "prosa"), 2);
	assert_int_equal(b.n_detti, 2);
	assert_string_equal(b.detti[0], "la sezione «relazione.valutazioni» "
	    "della bozza è tralasciata: vale --valutazioni");
	assert_string_equal(b.detti[1], "tralasciato: 2 colori nella sezione "
	    "«Dichiarazioni delle parti e di terzi»");
}

/* Data of a draft are of whoever had it in hand: only what the atto has, that
 * is no text and does not say which document, is taken. */
static void
fields(void **state)
{
	AUTO(arena) a = arena_new();
	struct rientro_bozza b;

	(void)state;
	assert_int_equal(read_draft(&b, a, TRE NUMERO CAMPO("oggetto=a=b")
	    CAMPO("oggetto") CAMPO("boh=x") CAMPO("metodo=x")
	    CAMPO("relazione=relazioni/0002.xml")
	    CAMPO("cartella=CS-2026-0000002"), NULL, 0), 0);
	assert_string_equal(field(&b, "oggetto"), "a=b");
	assert_string_equal(field(&b, "cartella"), "CS-2026-0000001");
	assert_int_equal(b.n_campi, 2);
	assert_null(b.commit);
	/* without a number all is to be given */
	assert_int_equal(read_draft(&b, a, TRE, NULL, 0), 0);
	assert_int_equal(b.n_campi, 0);
}

/* The base is of the istanza, before all else in it. */
static void
into_the_istanza(void **state)
{
	AUTO(arena) a = arena_new();
	struct nodo *root = nodo_new(a, "istanza"), *in;
	struct rientro_bozza b;

	(void)state;
	assert_int_equal(read_draft(&b, a, TRE NUMERO DI("relazioni/0001.xml")
	    DA("0123"), NULL, 0), 0);
	assert_string_equal(b.folder, "cartelle/2026/0000001");
	in = nodo_new(a, "redigi");
	nodo_elem(a, root, "conferme");
	assert_int_equal(rientro_bozza_metti(root, in, a, &b), 0);
	nodo_add(root, in);
	assert_string_equal(root->primo->nome, "base");
	assert_string_equal(nodo_value(a, root, "base/testa/@commit"), "0123");
	assert_string_equal(root->primo->succ->nome, "conferme");
	assert_string_equal(nodo_value(a, in, "valutazioni/p"), "V");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(kinds),
		cmocka_unit_test(refused),
		cmocka_unit_test(given_beside),
		cmocka_unit_test(fields),
		cmocka_unit_test(into_the_istanza),
	};

	xml_init();
	return cmocka_run_group_tests(tests, NULL, NULL);
}
