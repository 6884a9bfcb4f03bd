/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Redaction: what each rule keeps and removes, what nobody named, what is
 * taken out by hand, a protected address; and that what was removed leaves
 * neither a byte nor its number.
 */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "base/buf.h"
#include "base/resource.h"
#include "documenti/oscuramento.h"
#include "xml/xml.h"

#define NS " xmlns=\"urn:cartella:1\""

static struct nodo *
parse(struct arena *a, const char *s)
{
	struct nodo *n;

	assert_int_equal(xml_parse(&n, a, s, strlen(s), XML_OURS), 0);
	return n;
}

/* The document as those rules let it pass, on one line. */
static char *
passes(struct arena *a, const char *regole, const char *doc,
    const char *a_mano, bool protetto)
{
	struct nodo *p = parse(a, arena_printf(a, "<oscuramento" NS ">"
	    "<protetto campo=\"*.indirizzo\"/><destinazione nome=\"x\">%s"
	    "</destinazione></oscuramento>", regole));
	struct rilievi ril = { .a = a };
	struct nodo *d = parse(a, doc), *out;
	struct oscuramento o = { p, oscuramento_destinazione(p, "x"),
	    oscuramento_a_mano(&ril, a, parse(a, arena_printf(a, "<in" NS
	    ">%s</in>", a_mano)), d), protetto };
	AUTO_BUF b = { 0 };
	char *s, *w, *from;

	assert_int_equal(ril.errori, 0);
	assert_int_equal(oscuramento_applica(&out, a, &o, d), 0);
	nodo_write(&b, out);
	s = arena_strdup(a, buf_str(&b));
	from = strchr(s + 1, '<');	/* behind the declaration */
	for (w = s; *from != '\0'; from++) {
		if (*from == '\n') {
			while (from[1] == ' ')
				from++;
			continue;
		}
		*w++ = *from;
	}
	*w = '\0';
	return s;
}

static const struct {
	const char *regole, *doc, *esce;
} casi[] = {
	/* nobody named it: it goes */
	{ "", "<t" NS " id=\"segno\"><a>1</a></t>",
	  "<t" NS "><a><omesso natura=\"non-necessari\"/></a></t>" },
	{ "<tieni tipo=\"t\" campo=\"a\"/>",
	  "<t" NS "><a>1</a><b>2</b></t>",
	  "<t" NS "><a>1</a><b><omesso natura=\"non-necessari\"/></b></t>" },
	/* of another type */
	{ "<tieni tipo=\"u\" campo=\"*\"/>", "<t" NS "><a>1</a></t>",
	  "<t" NS "><a><omesso natura=\"non-necessari\"/></a></t>" },
	/* the whole but for one, with what is below it */
	{ "<tieni tipo=\"t\" campo=\"*\"/>"
	  "<togli tipo=\"t\" campo=\"b\" natura=\"diario\"/>",
	  "<t" NS "><a x=\"1\">1</a><b><c>2</c></b></t>",
	  "<t" NS "><a x=\"1\">1</a><b><omesso natura=\"diario\"/></b></t>" },
	/* a name anywhere; the path itself decides before it */
	{ "<tieni tipo=\"t\" campo=\"*\"/>"
	  "<togli tipo=\"*\" campo=\"*.c\" natura=\"terze-persone\"/>"
	  "<tieni tipo=\"*\" campo=\"b.c\"/>",
	  "<t" NS "><a><c>1</c></a><b><c>2</c></b></t>",
	  "<t" NS "><a><c><omesso natura=\"terze-persone\"/></c></a>"
	  "<b><c>2</c></b></t>" },
	/* the type before all types; togli before tieni */
	{ "<tieni tipo=\"t\" campo=\"a\"/>"
	  "<togli tipo=\"*\" campo=\"a\" natura=\"diario\"/>"
	  "<tieni tipo=\"*\" campo=\"b\"/>"
	  "<togli tipo=\"*\" campo=\"b\" natura=\"diario\"/>",
	  "<t" NS "><a>1</a><b>2</b></t>",
	  "<t" NS "><a>1</a><b><omesso natura=\"diario\"/></b></t>" },
	/* something kept below what goes */
	{ "<togli tipo=\"t\" campo=\"a\" natura=\"diario\"/>"
	  "<tieni tipo=\"t\" campo=\"a.n\"/>",
	  "<t" NS "><a x=\"1\"><m>1</m><n>2</n></a></t>",
	  "<t" NS "><a><m><omesso natura=\"diario\"/></m><n>2</n></a></t>" },
	/* how many there were is not told */
	{ "<tieni tipo=\"t\" campo=\"b\"/>",
	  "<t" NS "><a>1</a><a>2</a><a>3</a><b>4</b></t>",
	  "<t" NS "><a><omesso natura=\"non-necessari\"/></a><b>4</b></t>" },
	/* prosa leaves one paragraph, whatever was in it */
	{ "<tieni tipo=\"t\" campo=\"b\"/>",
	  "<t" NS "><a><voce>1</voce><p>2</p></a><b><p>u <b>v</b> w</p></b></t>",
	  "<t" NS "><a><p><omesso natura=\"non-necessari\"/></p></a>"
	  "<b><p>u <b>v</b> w</p></b></t>" },
};

static void
rules(void **state)
{
	AUTO(arena) a = arena_new();
	size_t i;

	(void)state;
	for (i = 0; i < NELEM(casi); i++)
		assert_string_equal(passes(a, casi[i].regole, casi[i].doc, "",
		    false), casi[i].esce);
}

#define TUTTO "<tieni tipo=\"t\" campo=\"*\"/>"
#define PROSA "<t" NS "><a><p>uno</p><voce>due</voce><tabella><riga><cella>tre" \
	"</cella></riga></tabella></a><e>4</e></t>"

static void
by_hand(void **state)
{
	AUTO(arena) a = arena_new();

	(void)state;
	assert_string_equal(passes(a, TUTTO, PROSA,
	    "<ometti>a#2=terze-persone</ometti><ometti>a#3=diario</ometti>",
	    false), "<t" NS "><a><p>uno</p><p><omesso natura=\"terze-persone\"/>"
	    "</p><p><omesso natura=\"diario\"/></p></a><e>4</e></t>");
	/* a whole field, whatever the policy keeps of it */
	assert_string_equal(passes(a, TUTTO "<tieni tipo=\"t\" campo=\"a.p\"/>",
	    PROSA, "<ometti>a=valutazioni</ometti>", false), "<t" NS ">"
	    "<a><p><omesso natura=\"valutazioni\"/></p></a><e>4</e></t>");
	/* a field of a group */
	assert_string_equal(passes(a, TUTTO, "<t" NS "><g><h>1</h></g><g><h>2"
	    "</h><k>3</k></g></t>", "<ometti>g.h=diario</ometti>", false),
	    "<t" NS "><g><h><omesso natura=\"diario\"/></h></g><g><h>"
	    "<omesso natura=\"diario\"/></h><k>3</k></g></t>");
}

static void
by_hand_refused(void **state)
{
	static const char *const wrong[] = { "a#4=diario", "b=diario",
	    "a.p.q=diario", "e.x=diario", "a=segreto", "a.p#1=diario" };
	AUTO(arena) a = arena_new();
	struct nodo *in;
	size_t i;

	(void)state;
	for (i = 0; i < NELEM(wrong); i++) {
		struct rilievi ril = { .a = a };

		in = nodo_new(a, "in");
		nodo_elem_text(a, in, "ometti", wrong[i]);
		oscuramento_a_mano(&ril, a, in, parse(a, PROSA));
		assert_int_equal(ril.errori, 1);
	}
}

static void
protected(void **state)
{
	static const char doc[] = "<t" NS "><r><indirizzo>via</indirizzo></r></t>";
	static const char kept[] = "<tieni tipo=\"t\" campo=\"r.indirizzo\"/>";
	AUTO(arena) a = arena_new();

	(void)state;
	assert_non_null(strstr(passes(a, kept, doc, "", false), "via"));
	assert_null(strstr(passes(a, kept, doc, "", true), "via"));
	assert_non_null(strstr(passes(a, kept, doc, "", true),
	    "indirizzo-protetto"));
	assert_non_null(strstr(passes(a, "<conosce-indirizzo-protetto>si"
	    "</conosce-indirizzo-protetto><tieni tipo=\"t\" "
	    "campo=\"r.indirizzo\"/>", doc, "", true), "via"));
}

static void
types(void **state)
{
	AUTO(arena) a = arena_new();
	const struct nodo *d = parse(a, "<d" NS "><tieni tipo=\"t\" campo=\"a\"/>"
	    "</d>");

	(void)state;
	assert_true(oscuramento_da(d, "t"));
	assert_false(oscuramento_da(d, "u"));
	d = parse(a, "<d" NS "><tieni tipo=\"*\" campo=\"*\"/>"
	    "<togli tipo=\"u\" campo=\"*\" natura=\"diario\"/></d>");
	assert_true(oscuramento_da(d, "t"));
	assert_false(oscuramento_da(d, "u"));
}

static void
told(void **state)
{
	AUTO(arena) a = arena_new();
	struct nodo *d = parse(a, "<t" NS "><a><p>x <omesso natura=\"segnalante\"/>"
	    "</p></a><b><omesso natura=\"diario\"/></b>"
	    "<c><omesso natura=\"diario\"/></c></t>");
	struct nodo *n = nodo_new(a, "copia");

	(void)state;
	assert_int_equal(oscuramento_conta(n, a, d), 3);
	assert_string_equal(oscuramento_dice(a, n),
	    "3 passi (diario, identità del segnalante)");
	oscuramento_scrivi(a, d);
	assert_string_equal(nodo_value(a, d, "a/p"),
	    "x [omesso: identità del segnalante]");
	assert_string_equal(nodo_value(a, d, "b"), "[omesso: diario]");
}

static void
policies(void **state)
{
	static const char *const wrong[] = {
	    "<oscuramento" NS "><destinazione nome=\"x\">"
	    "<togli tipo=\"*\" campo=\"*\" natura=\"diario\"/></destinazione>"
	    "</oscuramento>",
	    "<oscuramento" NS "><destinazione nome=\"x\">" TUTTO
	    "</destinazione><destinazione nome=\"x\">" TUTTO
	    "</destinazione></oscuramento>",
	};
	const struct resource *m = resource_find(
	    "templates/ente/oscuramento.xml");
	AUTO(arena) a = arena_new();
	struct rilievi ril = { .a = a };
	struct nodo *p;
	size_t i;

	(void)state;
	assert_non_null(m);
	assert_int_equal(xml_parse(&p, a, m->data, m->size, XML_OURS), 0);
	oscuramento_check(&ril, p);
	assert_int_equal(ril.errori, 0);
	/* norme: no diary to a school, and nothing that nobody thought of */
	assert_false(oscuramento_da(oscuramento_destinazione(p, "scuola"),
	    "voce-diario"));
	assert_false(oscuramento_da(oscuramento_destinazione(p, "tribunale"),
	    "conflitto"));
	for (i = 0; i < NELEM(wrong); i++) {
		struct rilievi r = { .a = a };

		oscuramento_check(&r, parse(a, wrong[i]));
		assert_int_equal(r.errori, 1);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(rules),
		cmocka_unit_test(by_hand),
		cmocka_unit_test(by_hand_refused),
		cmocka_unit_test(protected),
		cmocka_unit_test(types),
		cmocka_unit_test(told),
		cmocka_unit_test(policies),
	};

	xml_init();
	return cmocka_run_group_tests(tests, NULL, NULL);
}
