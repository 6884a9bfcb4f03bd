/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * The package of a model, and models that mean harm: what is kept of an ODT,
 * what it is refused for, much of everything; the same in the cage.
 */
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "accolta_prove.h"
#include "worker/worker.h"

#define F(nome, testo) "<text:user-field-get text:name=\"" nome "\">" testo \
	"</text:user-field-get>"
#define SP(x) "<text:span text:style-name=\"T1\">" x "</text:span>"
#define SEZ(nome, x) "<text:section text:name=\"" nome "\">" x \
	"</text:section>"

/* ---- the package ---- */

static const char png[] = "\x89PNG\r\n\x1a\n....";

static void
take_parts(struct accolta *x, struct arena *a, const char *body,
    const struct zip_part *parts, int n)
{
	AUTO_BUF zip = { 0 };

	accolta_zip(&zip, a, accolta_content(a, "", body), accolta_stili,
	    parts, n);
	accolta_try(x, a, zip.data, zip.len, NULL);
}

static void
package_kept(void **state)
{
	static const struct zip_part parts[] = {
		{ "Thumbnails/thumbnail.png", png, 12, 0 },
		{ "Configurations2/x.xml", "x", 1, 0 },
		{ "settings.xml", "x", 1, 0 },
		{ "manifest.rdf", "x", 1, 0 },
		{ "META-INF/manifest.xml", "<manifest:manifest/>", 20, 0 },
		{ "layout-cache", "x", 1, 0 },
		{ MODELLO_FOGLIO, "x", 1, 0 },
		{ "Pictures/b.png", png, 12, 0 },
		{ "Pictures/a.jpg", "\xff\xd8\xff\xe0..", 6, 0 },
		{ "Pictures/altra.svg", "<svg/>", 6, 0 },
	};
	AUTO(arena) a = arena_new();
	struct accolta x;
	char **names;
	const char *m;

	(void)state;
	take_parts(&x, a, IMG("Pictures/b.png") IMG("./Pictures/a.jpg"), parts,
	    NELEM(parts));
	if (x.ril.errori > 0)
		fail_msg("%s", accolta_rilievi(a, &x.ril));
	assert_int_equal(zip_names(&names, a, x.odt.data, x.odt.len), 0);
	assert_string_equal(names[0], "mimetype");
	assert_string_equal(names[1], "content.xml");
	assert_string_equal(names[2], "styles.xml");
	assert_string_equal(names[3], "meta.xml");
	assert_string_equal(names[4], "Pictures/a.jpg");
	assert_string_equal(names[5], "Pictures/b.png");
	assert_string_equal(names[6], MODELLO_FOGLIO);
	assert_string_equal(names[7], "META-INF/manifest.xml");
	assert_null(names[8]);
	m = accolta_part(a, &x, "META-INF/manifest.xml");
	assert_non_null(strstr(m, "\"Pictures/a.jpg\" "
	    "manifest:media-type=\"image/jpeg\""));
	assert_null(strstr(m, "settings"));
	same_again(a, &x);
	buf_free(&x.odt);
}

#define CIFRATO "<manifest:manifest xmlns:manifest=\"" OASIS \
	"manifest:1.0\"><manifest:file-entry manifest:full-path=" \
	"\"content.xml\"><manifest:encryption-data/></manifest:file-entry>" \
	"</manifest:manifest>"

static void
package_refused(void **state)
{
	static const struct {
		struct zip_part part;
		const char *codice, *parole;
	} list[] = {
		{ { "Basic/script-lc.xml", "x", 1, 0 }, "macro", "Basic" },
		{ { "Scripts/python/a.py", "x", 1, 0 }, "macro", "script" },
		{ { "Object 1/content.xml", "x", 1, 0 }, "oggetto", "foglio" },
		{ { "Pictures/x.png", "<svg/>", 6, 0 }, "immagine", "PNG" },
		{ { "mimetype", "application/zip", 15, 1 }, "illeggibile",
		    "ODT" },
		{ { "word/document.xml", "x", 1, 0 }, "illeggibile", "Word" },
		{ { "META-INF/manifest.xml", CIFRATO, sizeof CIFRATO - 1, 0 },
		    "protetto", "parola d'ordine" },
		{ { "META-INF/manifest.xml", "<x encryption-data", 18, 0 },
		    "protetto", "parola d'ordine" },
		{ { "content.xml", "<a/>", 4, 0 }, "illeggibile",
		    "content.xml" },
		{ { "content.xml", "", 0, 0 }, "illeggibile", "content.xml" },
		{ { "styles.xml", "<a", 2, 0 }, "illeggibile", "styles.xml" },
		{ { "content.xml", "<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>",
		    40, 0 }, "illeggibile", "entità" },
	};
	AUTO(arena) a = arena_new();
	struct accolta x;
	size_t i;

	(void)state;
	for (i = 0; i < NELEM(list); i++) {
		take_parts(&x, a, IMG("Pictures/x.png"), &list[i].part, 1);
		check_refused(a, &x, list[i].codice, list[i].parole);
	}
	accolta_try(&x, a, "testo", 5, NULL);
	check_refused(a, &x, "illeggibile", "non è un file ODT");
	accolta_try(&x, a, "", 0, NULL);
	check_refused(a, &x, "illeggibile", "non è un file ODT");
}

/* Every place of `from` in the bytes becomes `to`, of the same length. */
static void
replace(struct buf *b, const char *from, const char *to)
{
	size_t n = strlen(from);
	char *p = b->data;

	assert_int_equal(n, strlen(to));
	while ((p = memmem(p, b->len - (size_t)(p - b->data), from, n)) != NULL)
		memcpy(p, to, n);
}

static void
package_names(void **state)
{
	static const char *const wrong[] = { "../../etc", "/etc/pass",
	    "content.x" };
	static const struct zip_part parts[] = {
		{ "aaaaaaaaa", "x", 1, 0 }, { "content.x", "y", 1, 0 },
	};
	AUTO(arena) a = arena_new();
	struct zip_part *many = arena_alloc(a, 2001 * sizeof *many);
	struct accolta x;
	size_t i;
	int k;

	(void)state;
	for (i = 0; i < NELEM(wrong); i++) {
		AUTO_BUF zip = { 0 };

		accolta_zip(&zip, a, accolta_content(a, "", P("x")),
		    accolta_stili, parts, 2);
		replace(&zip, "aaaaaaaaa", wrong[i]);
		accolta_try(&x, a, zip.data, zip.len, NULL);
		check_refused(a, &x, "illeggibile", "");
	}
	for (k = 0; k < 2001; k++)
		many[k] = (struct zip_part){ arena_printf(a, "Pictures/%d", k),
		    "x", 1, 0 };
	take_parts(&x, a, P("x"), many, 2001);
	check_refused(a, &x, "illeggibile", "2000");
}

static void
package_bombs(void **state)
{
	AUTO(arena) a = arena_new();
	const size_t n = 12 * 1024 * 1024;
	char *zeros = calloc(1, n);
	const struct zip_part content = { "content.xml", zeros, n, 0 },
	    image = { "Pictures/a.png", zeros, n, 0 },
	    unused = { "Thumbnails/a.png", zeros, n, 0 };
	struct accolta x;

	(void)state;
	assert_non_null(zeros);
	memcpy(zeros, png, 8);
	take_parts(&x, a, P("x"), &content, 1);
	check_refused(a, &x, "illeggibile", "limite");
	take_parts(&x, a, IMG("Pictures/a.png"), &image, 1);
	check_refused(a, &x, "immagine", "troppo grande");
	/* what nobody opens does no harm */
	take_parts(&x, a, P("x"), &unused, 1);
	assert_int_equal(x.ril.errori, 0);
	assert_true(x.odt.len < 100000);
	buf_free(&x.odt);
	free(zeros);
}

/* ---- much ---- */

static double
seconds(void)
{
	struct timespec t;

	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

#ifdef SAN
#define LENTO 10
#else
#define LENTO 1
#endif

static void
much(const char *piece, int times, const char *before, const char *after,
    const char *codice, double limit)
{
	AUTO(arena) a = arena_new();
	AUTO_BUF body = { 0 };
	struct accolta x;
	double start;
	int i;

	buf_puts(&body, before);
	for (i = 0; i < times; i++)
		buf_puts(&body, piece);
	buf_puts(&body, after);
	start = seconds();
	take_body(&x, a, buf_str(&body), accolta_stili);
	if (seconds() - start > limit * LENTO)
		fail_msg("%.1f s: %s", seconds() - start, piece);
	if (codice != NULL)
		check_refused(a, &x, codice, "");
	else if (x.ril.errori > 0)
		fail_msg("%s", accolta_rilievi(a, &x.ril));
	buf_free(&x.odt);
}

static void
masses(void **state)
{
	(void)state;
	much("{{oggetto}}", 100000, "<text:p>", "</text:p>", "troppi", 2);
	much(P("{{oggetto}}"), 100000, "", "", "troppi", 2);
	much(P("{{nessuno}}"), 30000, "", "", "campo-ignoto", 2);
	much("{{", 300000, "<text:p>", "</text:p>", "graffe", 2);
	much(SP("{"), 60000, "<text:p>", "</text:p>", "graffe", 2);
	much(P("{{se oggetto}}"), 30000, "", "", "blocco", 2);
	much(P("{{se oggetto}}") P("x") P("{{fine}}"), 20000, "", "", "troppi",
	    2);
	much(SEZ("se_libero.a", P("x")), 20000, "", "", "troppi", 2);
	much(SP(F("oggetto", "x") "x"), 5000, "<text:p>", "</text:p>", NULL, 4);
}

/* ---- what would be taken for a stylesheet ---- */

#define DATI "<lettera xmlns=\"urn:cartella:1\"><oggetto>{2+2} &lt;x&gt;" \
	"</oggetto></lettera>"

static void
nothing_runs(void **state)
{
	AUTO(arena) a = arena_new();
	AUTO_BUF zip = { 0 }, letter = { 0 }, part = { 0 };
	struct nodo *dati, *manca;
	struct accolta x;
	const char *s;

	(void)state;
	accolta_zip(&zip, a, accolta_content(a, "", "<text:p text:style-name="
	    "\"{1+1}\">{3+3} {{{oggetto}} &lt;xsl:text&gt; {$parte}</text:p>"),
	    accolta_stili, NULL, 0);
	accolta_try(&x, a, zip.data, zip.len, NULL);
	check_refused(a, &x, "graffe", "«{{»");
	buf_clear(&zip);
	accolta_zip(&zip, a, accolta_content(a, "", "<text:p text:style-name="
	    "\"{1+1}\">{3+3} {{oggetto}} &lt;xsl:text&gt; {$parte}</text:p>"
	    SEZ("{document('x')}", "<text:p text:class-names=\"{{4+4}\">"
	    "</text:p>")), accolta_stili, NULL, 0);
	accolta_try(&x, a, zip.data, zip.len, NULL);
	if (x.ril.errori > 0)
		fail_msg("%s", accolta_rilievi(a, &x.ril));
	assert_int_equal(xml_parse(&dati, a, DATI, strlen(DATI), XML_OURS), 0);
	assert_int_equal(modello_riempi(&letter, &manca, a, x.odt.data,
	    x.odt.len, dati, "T", 0), 0);
	assert_int_equal(zip_read(&part, letter.data, letter.len,
	    "content.xml", MODELLO_MAX), 0);
	s = buf_str(&part);
	assert_non_null(strstr(s, "text:style-name=\"{1+1}\""));
	assert_non_null(strstr(s, "{3+3} {2+2} &lt;x&gt; &lt;xsl:text&gt; "
	    "{$parte}</text:p>"));
	assert_non_null(strstr(s, "text:name=\"{document('x')}\""));
	assert_non_null(strstr(s, "text:class-names=\"{{4+4}\""));
	buf_free(&x.odt);
}

/* As deep as is accepted, it can be filled; deeper it is refused. */
static void
depths(void **state)
{
	static const int depth[] = { 70, 130 };
	size_t i;
	int k;

	(void)state;
	for (i = 0; i < NELEM(depth); i++) {
		AUTO(arena) a = arena_new();
		AUTO_BUF body = { 0 }, zip = { 0 }, letter = { 0 };
		struct nodo *dati, *manca;
		struct accolta x;

		for (k = 0; k < 20; k++)
			buf_puts(&body, k == 0 ? P("{{ripeti famiglia}}") :
			    P("{{se oggetto}}"));
		buf_puts(&body, "<text:p>");
		for (k = 0; k < depth[i]; k++)
			buf_puts(&body, "<text:span>");
		buf_puts(&body, "{{oggetto}}");
		for (k = 0; k < depth[i]; k++)
			buf_puts(&body, "</text:span>");
		buf_puts(&body, "</text:p>");
		for (k = 0; k < 20; k++)
			buf_puts(&body, P("{{fine}}"));
		accolta_zip(&zip, a, accolta_content(a, "", buf_str(&body)),
		    accolta_stili, NULL, 0);
		accolta_try(&x, a, zip.data, zip.len, NULL);
		if (depth[i] > 100) {
			check_refused(a, &x, "annidato", "uno dentro l'altro");
			continue;
		}
		if (x.ril.errori > 0)
			fail_msg("%s", accolta_rilievi(a, &x.ril));
		same_again(a, &x);
		assert_int_equal(xml_parse(&dati, a, DATI, strlen(DATI),
		    XML_OURS), 0);
		if (modello_riempi(&letter, &manca, a, x.odt.data, x.odt.len,
		    dati, "T", 0) != 0)
			fail_msg("%s", err_msg());
		buf_free(&x.odt);
	}
}

/* ---- in the cage ---- */

static void
caged(void **state)
{
	AUTO(arena) a = arena_new();
	AUTO_BUF good = { 0 }, bad = { 0 }, odt = { 0 };
	struct rilievi ril = { .a = a }, none = { .a = a };
	struct nodo *scheda;
	struct accolta x;

	(void)state;
	accolta_zip(&good, a, accolta_content(a, "", P("{{oggetto}}")),
	    accolta_stili, NULL, 0);
	accolta_zip(&bad, a, accolta_content(a, "", P("{{ogetto}}")),
	    accolta_stili, NULL, 0);
	accolta_try(&x, a, good.data, good.len, "Titolo");
	if (worker_modello(&odt, &scheda, &ril, a, good.data, good.len,
	    accolta_campi(a), "Titolo") != 0)
		fail_msg("%s", err_msg());
	assert_int_equal(ril.errori, 0);
	assert_string_equal(accolta_usati(a, scheda), "campo:oggetto");
	assert_string_equal(nodo_attr(scheda, "titolo"), "Titolo");
	assert_int_equal(odt.len, x.odt.len);
	assert_memory_equal(odt.data, x.odt.data, odt.len);
	buf_free(&x.odt);

	buf_clear(&odt);
	assert_int_equal(worker_modello(&odt, &scheda, &ril, a, bad.data,
	    bad.len, accolta_campi(a), NULL), 0);
	assert_null(scheda);
	assert_int_equal(odt.len, 0);
	assert_true(said(&ril, "campo-ignoto", "«ogetto»"));
	assert_int_equal(worker_modello(&odt, &scheda, &none, a, bad.data,
	    MODELLO_MAX + 1, accolta_campi(a), NULL), 0);
	assert_true(said(&none, "illeggibile", "byte"));
}

int
main(int argc, char **argv)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(package_kept),
		cmocka_unit_test(package_refused),
		cmocka_unit_test(package_names),
		cmocka_unit_test(package_bombs), cmocka_unit_test(masses),
		cmocka_unit_test(nothing_runs), cmocka_unit_test(depths),
		cmocka_unit_test(caged),
	};

	if (argc >= 3 && strcmp(argv[1], "--operaio") == 0)
		worker_main(argv[2]);
	xml_init();
	return cmocka_run_group_tests(tests, NULL, NULL);
}
