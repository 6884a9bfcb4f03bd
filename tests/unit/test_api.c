/* SPDX-License-Identifier: EUPL-1.2 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "web/api.h"
#include "xml/xml.h"

#define ID "0123456789abcdef0123456789abcdef"
#define ANNOTA(id) "<istanza xmlns='urn:cartella:1' atto='annota' id='" id \
	"' versione='1'><annota><cartella>CS-2026-0000001</cartella>" \
	"<testo><p>x</p></testo></annota></istanza>"

struct prova {
	struct arena *a;
	struct nodo *richiesta;
	struct api_risposta out;
	enum coda coda;
	bool chiesto;
};

static void
asks(struct prova *p, const struct api_domanda *in)
{
	p->a = arena_new();
	p->richiesta = nodo_new(p->a, "richiesta");
	p->out = (struct api_risposta){ 0 };
	p->chiesto = api_chiede(p->richiesta, &p->coda, &p->out, p->a, in);
}

static void
done(struct prova *p)
{
	buf_free(&p->out.corpo);
	arena_free(p->a);
}

static void
assert_refused(const struct api_domanda *in, int stato)
{
	struct prova p;

	asks(&p, in);
	assert_false(p.chiesto);
	assert_int_equal(p.out.stato, stato);
	assert_non_null(strstr(buf_str(&p.out.corpo), "<risposta"));
	done(&p);
}

static struct api_domanda
posted(const char *via, const char *xml)
{
	return (struct api_domanda){ .metodo = "POST", .via = via,
	    .tipo = "application/xml; charset=utf-8", .corpo = xml,
	    .n_corpo = strlen(xml) };
}

static void
test_an_act(void **state)
{
	struct api_domanda in = posted("/api/v1/atti/annota", ANNOTA(ID));
	struct coppia try = { "prova", "si" };
	struct prova p;

	(void)state;
	asks(&p, &in);
	assert_true(p.chiesto);
	assert_int_equal(p.coda, CODA_SCRITTURE);
	assert_string_equal(nodo_attr(p.richiesta, "tipo"), "compi");
	assert_string_equal(nodo_value(p.a, p.richiesta, "istanza/@id"), ID);
	done(&p);
	in.query = &try;
	in.n_query = 1;
	asks(&p, &in);
	assert_string_equal(nodo_attr(p.richiesta, "tipo"), "prova");
	assert_int_equal(p.coda, CODA_LETTURE);
	done(&p);
}

static void
test_a_reading(void **state)
{
	struct coppia q[] = { { "riferimento", "CS-2026-0000001" },
	    { "_per", "coord" } };
	struct api_domanda in = { .metodo = "GET", .via = "/api/v1/mostra",
	    .query = q, .n_query = 2 };
	struct prova p;

	(void)state;
	asks(&p, &in);
	assert_true(p.chiesto);
	assert_int_equal(p.coda, CODA_LETTURE);
	assert_string_equal(nodo_attr(p.richiesta, "tipo"), "leggi");
	assert_string_equal(nodo_attr(p.richiesta, "per"), "coord");
	assert_string_equal(nodo_value(p.a, p.richiesta,
	    "lettura/istanza/mostra/riferimento"), "CS-2026-0000001");
	done(&p);
}

static void
test_a_form(void **state)
{
	struct coppia c[] = { { "cartella", "CS-2026-0000001" },
	    { "_id", ID }, { "_base", "cartelle/2026/0000001@abc" },
	    { "_conferma", "doppione" }, { "testo", "ciao" } };
	struct api_domanda in = { .metodo = "POST",
	    .via = "/api/v1/atti/annota", .tipo = "multipart/form-data; x",
	    .campi = c, .n_campi = 5 };
	struct prova p;

	(void)state;
	asks(&p, &in);
	assert_true(p.chiesto);
	assert_string_equal(nodo_value(p.a, p.richiesta, "istanza/@id"), ID);
	assert_string_equal(nodo_value(p.a, p.richiesta,
	    "istanza/base/testa/@commit"), "abc");
	assert_string_equal(nodo_value(p.a, p.richiesta,
	    "istanza/conferme/conferma/@codice"), "doppione");
	done(&p);
	c[1] = (struct coppia){ "istanza", ANNOTA(ID) };
	in.n_campi = 2;
	assert_refused(&in, 400);		/* both */
	in.campi = c + 1;
	in.n_campi = 1;
	asks(&p, &in);
	assert_true(p.chiesto);
	done(&p);
}

static void
test_refusals(void **state)
{
	static const struct {
		const char *metodo, *via;
		int stato;
	} wrong[] = {
		{ "GET", "/api/v1/", 404 },
		{ "GET", "/api/v1/non-esiste", 404 },
		{ "GET", "/api/v1/../../etc/passwd", 404 },
		{ "GET", "/api/v1/atti/%2e%2e", 404 },
		{ "GET", "/api/v1/esiti/xyz", 404 },
		{ "GET", "/api/v1/atti/annota", 405 },
		{ "DELETE", "/api/v1/mostra", 405 },
		{ "POST", "/api/v1/openapi.json", 405 },
	};
	struct api_domanda in = { 0 };
	size_t i;

	(void)state;
	for (i = 0; i < NELEM(wrong); i++) {
		in.metodo = wrong[i].metodo;
		in.via = wrong[i].via;
		assert_refused(&in, wrong[i].stato);
	}
}

static void
test_refused_bodies(void **state)
{
	struct coppia c[] = { { "non-esiste", "x" }, { "_altro", "y" } };
	struct api_domanda in = posted("/api/v1/atti/chiudi", ANNOTA(ID));

	(void)state;
	assert_refused(&in, 400);		/* of another atto */
	in = posted("/api/v1/atti/annota", "<istanza");
	assert_refused(&in, 400);
	in = posted("/api/v1/atti/annota", "<!DOCTYPE a [<!ENTITY x "
	    "SYSTEM 'file:///etc/passwd'>]><istanza atto='annota'>&x;"
	    "</istanza>");
	assert_refused(&in, 400);
	in = posted("/api/v1/atti/annota", "<a xmlns='urn:cartella:1'/>");
	assert_refused(&in, 400);
	in.tipo = "application/json";
	assert_refused(&in, 415);
	in.tipo = NULL;
	assert_refused(&in, 415);
	in = (struct api_domanda){ .metodo = "POST",
	    .via = "/api/v1/atti/annota", .campi = c, .n_campi = 1,
	    .tipo = "application/x-www-form-urlencoded" };
	assert_refused(&in, 400);
	in.campi = c + 1;
	assert_refused(&in, 400);
}

/* ---- answers ---- */

static const char *
answered(struct prova *p, const char *accetta, const char *xml)
{
	struct api_domanda in = { .metodo = "GET", .via = "/api/v1/mostra",
	    .accetta = accetta };
	struct nodo *n;

	p->a = arena_new();
	p->out = (struct api_risposta){ 0 };
	assert_int_equal(xml_parse(&n, p->a, xml, strlen(xml), 0), 0);
	api_risponde(&p->out, p->a, &in, n);
	return buf_str(&p->out.corpo);
}

static void
test_answers(void **state)
{
	struct prova p;

	(void)state;
	assert_string_equal(answered(&p, "application/json",
	    "<risposta esito='fatto'><sessione utente='as1'/>"
	    "<parte atto='mostra' esito='fatto'><base><testa cartella='c' "
	    "commit='d'/></base><mostra a='1'/></parte></risposta>"),
	    "{\"esito\":\"fatto\",\"base\":[{\"cartella\":\"c\","
	    "\"commit\":\"d\"}],\"vista\":{\"mostra\":[{\"@a\":\"1\"}]}}\n");
	assert_int_equal(p.out.stato, 200);
	assert_string_equal(p.out.tipo, "application/json");
	done(&p);
	assert_string_equal(answered(&p, "text/html, application/json;q=0.5",
	    "<risposta esito='rifiutato'><parte atto='annota' esito='rifiutato'>"
	    "<rilievi><rilievo grado='errore' codice='x' percorso='/annota'>no"
	    "</rilievo></rilievi></parte></risposta>"),
	    "{\"esito\":\"rifiutato\",\"rilievi\":[{\"grado\":\"errore\","
	    "\"codice\":\"x\",\"percorso\":\"/annota\",\"testo\":\"no\"}]}\n");
	assert_int_equal(p.out.stato, 422);
	done(&p);
	assert_non_null(strstr(answered(&p, "*/*",
	    "<risposta esito='entra' messaggio='chi sei?'/>"),
	    "messaggio=\"chi sei?\""));
	assert_int_equal(p.out.stato, 401);
	assert_non_null(p.out.autentica);
	done(&p);
}

/* What a session is told is not told to a program. */
static void
test_no_session_in_answers(void **state)
{
	struct prova p;

	(void)state;
	assert_null(strstr(answered(&p, NULL, "<risposta esito='fatto'>"
	    "<sessione utente='as1' csrf='segreto'/><parte esito='fatto'><v/>"
	    "</parte></risposta>"), "segreto"));
	done(&p);
}

static void
test_files(void **state)
{
	struct prova p;

	(void)state;
	answered(&p, NULL, "<risposta esito='fatto'><parte esito='fatto'/>"
	    "<reso nome='a.pdf' tipo='application/pdf'/></risposta>");
	assert_int_equal(p.out.file, 0);
	assert_string_equal(p.out.nome_file, "a.pdf");
	assert_string_equal(p.out.tipo, "application/pdf");
	done(&p);
	answered(&p, NULL, "<risposta esito='fatto'><parte esito='fatto'/>"
	    "<reso nome='a' tipo='b'/><reso nome='c' tipo='d'/></risposta>");
	assert_int_equal(p.out.file, -1);
	done(&p);
}

static void
test_nobody_answered(void **state)
{
	struct api_domanda in = { .metodo = "POST", .via = "/api/v1/mostra" };
	struct api_risposta out = { 0 };
	AUTO(arena) a = arena_new();

	(void)state;
	api_risponde(&out, a, &in, NULL);
	assert_int_equal(out.stato, 503);
	buf_free(&out.corpo);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_an_act),
		cmocka_unit_test(test_a_reading),
		cmocka_unit_test(test_a_form),
		cmocka_unit_test(test_refusals),
		cmocka_unit_test(test_refused_bodies),
		cmocka_unit_test(test_answers),
		cmocka_unit_test(test_no_session_in_answers),
		cmocka_unit_test(test_files),
		cmocka_unit_test(test_nobody_answered),
	};

	xml_init();
	return cmocka_run_group_tests(tests, NULL, NULL);
}
