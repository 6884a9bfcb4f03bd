/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Data into ODT, ODT into PDF/A with the real LibreOffice.  The conversion is
 * left out of the sanitizer builds (a library that is not ours, full of leaks
 * of its own); its refusals are not.
 */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <arpa/inet.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/clock.h"
#include "resa/modello.h"
#include "resa/resa.h"
#include "xml/xml.h"
#include "zip/zip.h"
#include "strumenti.h"

#ifdef SAN
#define OFFICE 0
#else
#define OFFICE 1
#endif

#define ENTE "<ente><denominazione>Comune di Borgo San Lupo</denominazione>" \
	"<codice-ipa>c_b000</codice-ipa><ufficio>Servizi sociali</ufficio>" \
	"<indirizzo>Piazza della Repubblica 1</indirizzo>" \
	"<pec>protocollo@pec.example</pec></ente>"

static const char lettera[] =
    "<lettera xmlns=\"urn:cartella:1\">" ENTE
    "<luogo>Borgo San Lupo</luogo><data>2026-11-01</data>"
    "<destinatario><denominazione>Procura presso il Tribunale per i "
    "minorenni</denominazione><indirizzo>Via dei Bresciani 32</indirizzo>"
    "<pec>procura@pec.example</pec></destinatario>"
    "<oggetto>Trasmissione &lt;urgente&gt; della relazione</oggetto>"
    "<riferimento>prot. 0000001/2026 del 3 ottobre 2026</riferimento>"
    "<riferimento>Vs. nota 4521</riferimento>"
    "<corpo><p>Si trasmette <b>quanto accertato</b> e <i>valutato</i>: "
    "perché, città, così.</p><voce>prima visita</voce>"
    "<voce>seconda visita</voce><p>In mezzo.</p><voce>terza</voce>"
    "<tabella><riga><cella>uno</cella><cella>due</cella></riga>"
    "<riga><cella>tre</cella></riga></tabella></corpo>"
    "<firmatario><nome>Lucia Ferri</nome><qualifica>La responsabile"
    "</qualifica></firmatario></lettera>";

static struct nodo *
dati(struct arena *a, const char *text)
{
	struct nodo *n;

	assert_int_equal(xml_parse(&n, a, text, strlen(text), XML_OURS), 0);
	return n;
}

static void
odt_filled(struct buf *out, const char *nome, const char *text,
    const char *titolo)
{
	AUTO(arena) a = arena_new();
	const struct buf *m;
	struct nodo *manca;

	assert_int_equal(modello_spedito(&m, nome), 0);
	if (modello_riempi(out, &manca, a, m->data, m->len, dati(a, text),
	    titolo, 0) != 0)
		fail_msg("%s", err_msg());
	assert_null(manca);
}

static void
odt_make(struct buf *out, const char *text, const char *titolo)
{
	odt_filled(out, "comunicazione", text, titolo);
}

static void
odt_refuses(void **state)
{
	AUTO(arena) a = arena_new();
	AUTO_BUF out = { 0 };
	struct nodo *n = dati(a, lettera);

	(void)state;
	assert_int_equal(resa_odt(&out, "registro", "registro", n, ""),
	    ERR_INVALID);
	assert_int_equal(resa_odt(&out, "registro", "registro", n, NULL),
	    ERR_INVALID);
	assert_int_equal(resa_odt(&out, "registro", "registro", n, "\xff"),
	    ERR_INVALID);
	assert_int_equal(resa_odt(&out, "nessuno", "registro", n, "T"),
	    ERR_ABSENT);
	assert_int_equal(resa_odt(&out, "registro", "nessuno", n, "T"),
	    ERR_ABSENT);
	/* well-formed, but no text document */
	assert_int_equal(resa_odt(&out, "registro", "odt-meta", n, "T"),
	    ERR_INVALID);
	assert_int_equal(out.len, 0);
}

/* ---- LibreOffice, in a child that ends with _exit() ---- */

struct place {
	char *dir, *profilo, *lavoro, *pdf;
	char *altrove;		/* where nothing may be written */
	char *detto;		/* stderr of the child: stays empty */
};

static struct place
place_make(struct arena *a)
{
	struct place p;

	assert_int_equal(dir_temporary(&p.dir, a), 0);
	p.profilo = arena_printf(a, "%s/pro filo", p.dir);
	p.lavoro = arena_printf(a, "%s/lavoro%%", p.dir);
	p.pdf = arena_printf(a, "%s/prova.pdf", p.dir);
	p.altrove = arena_printf(a, "%s/altrove", p.dir);
	p.detto = arena_printf(a, "%s/detto", p.dir);
	assert_int_equal(dir_make(p.lavoro), 0);
	assert_int_equal(dir_make(p.altrove), 0);
	return p;
}

static void
place_remove(const struct place *p)
{
	assert_int_equal(dir_remove(p->dir), 0);
}

/* 0 or minus the exit status; the PDF of the last of `times` in p->pdf. */
static int
convert(const struct place *p, const struct buf *odt, int times)
{
	int status, r = 0;
	pid_t pid = fork();

	assert_true(pid >= 0);
	if (pid == 0) {
		struct buf out = { 0 };

		/* what LibreOffice says is not for the caller's stderr */
		dup2(open(p->detto, O_WRONLY | O_CREAT | O_TRUNC, 0600), 2);
		setenv("HOME", p->altrove, 1);
		setenv("TMPDIR", p->altrove, 1);
		unsetenv("XDG_RUNTIME_DIR");
		while (r == 0 && times-- > 0) {
			buf_clear(&out);
			r = resa_pdf(&out, p->profilo, p->lavoro, odt->data,
			    odt->len);
		}
		if (r == 0)
			r = file_put(p->pdf, out.data, out.len, 0600);
		else
			dprintf(1, "# %s\n", err_msg());
		_exit(-r);
	}
	assert_int_equal(waitpid(pid, &status, 0), pid);
	assert_true(WIFEXITED(status));
	assert_int_equal(file_size(p->detto), 0);
	return -WEXITSTATUS(status);
}

static void
pdf_lettera(void **state)
{
	static const char *const values[] = { "Comune di Borgo San Lupo",
	    "Servizi sociali", "Piazza della Repubblica 1", "c_b000",
	    "protocollo@pec.example", "Borgo San Lupo, 1° novembre 2026",
	    "Procura presso il Tribunale per i minorenni",
	    "Via dei Bresciani 32", "procura@pec.example",
	    "Trasmissione <urgente> della relazione",
	    "prot. 0000001/2026 del 3 ottobre 2026", "Vs. nota 4521",
	    "Si trasmette quanto accertato e valutato: perché, città, così.",
	    "– prima visita – seconda visita In mezzo. – terza",
	    "uno", "due", "tre", "Lucia Ferri", "La responsabile",
	    "pagina 1 di 1" };
	AUTO(arena) a = arena_new();
	AUTO_BUF odt = { 0 }, info = { 0 }, pdf = { 0 };
	struct place p = { 0 };
	char *text, **names;
	size_t i;

	(void)state;
	p = place_make(a);
	odt_make(&odt, lettera, "Lettera di prova");
	assert_int_equal(convert(&p, &odt, 1), 0);
	text = pdf_text(a, p.pdf, 0);
	for (i = 0; i < NELEM(values); i++)
		if (strstr(text, values[i]) == NULL)
			fail_msg("manca «%s» in «%s»", values[i], text);
	assert_int_equal(tool_run(&info, (const char *const[]){
	    "/usr/bin/pdfinfo", p.pdf, NULL }), 0);
	assert_non_null(strstr(info.data, "Lettera di prova"));
	assert_non_null(strstr(info.data, "Tagged:          yes"));
	assert_int_equal(file_read(&pdf, p.pdf, 1 << 24), 0);
	assert_int_equal(resa_pdfa_check(pdf.data, pdf.len), 0);
	assert_non_null(memmem(pdf.data, pdf.len, "<pdfuaid:part>1<", 16));
	assert_non_null(memmem(pdf.data, pdf.len, "/Lang(it-IT)", 12));
	/* nothing of a person's document stays behind */
	assert_int_equal(dir_list(&names, a, p.lavoro), 0);
	assert_null(names[0]);
	assert_int_equal(dir_list(&names, a, p.altrove), 0);
	assert_null(names[0]);
	place_remove(&p);
}

static void
pdf_relazione(void **state)
{
	AUTO(arena) a = arena_new();
	AUTO_BUF xml = { 0 }, odt = { 0 };
	struct place p = { 0 };
	const char *text, *fatti, *dichiarazioni, *valutazioni, *firma;
	int i;

	(void)state;
	p = place_make(a);
	buf_puts(&xml, "<carta xmlns=\"urn:cartella:1\">" ENTE
	    "<luogo>Borgo San Lupo</luogo><data>2026-12-31</data><caso>"
	    "<numero>CS-2026-0000001</numero><aperta>2026-11-02</aperta>"
	    "<responsabile>Anna Rossi</responsabile></caso><minore><cognome>"
	    "Bianchi</cognome><nome>Ada</nome></minore><relazione><oggetto>"
	    "Semestre</oggetto><fatti-accertati>");
	for (i = 0; i < 60; i++)
		buf_printf(&xml, "<p>Fatto numero %d, accertato.</p>", i);
	buf_puts(&xml, "</fatti-accertati><dichiarazioni><p>La madre dice."
	    "</p></dichiarazioni><valutazioni>Testo senza paragrafi."
	    "</valutazioni></relazione><firmatario><nome>Anna Rossi</nome>"
	    "</firmatario></carta>");
	odt_filled(&odt, "relazione-attivita", buf_str(&xml),
	    "Relazione di prova");
	assert_int_equal(convert(&p, &odt, 1), 0);
	text = pdf_text(a, p.pdf, 0);
	fatti = strstr(text, "fatti accertati Fatto numero 0,");
	dichiarazioni = strstr(text, "2. Dichiarazioni delle parti e dei "
	    "terzi La madre dice.");
	valutazioni = strstr(text, "3. Valutazioni degli operatori Testo "
	    "senza paragrafi.");
	firma = strstr(text, "Borgo San Lupo, 31 dicembre 2026 Anna Rossi");
	assert_true(fatti != NULL && fatti < dichiarazioni &&
	    dichiarazioni < valutazioni && valutazioni < firma);
	assert_non_null(strstr(text, "CS-2026-0000001"));
	assert_non_null(strstr(text, "Bianchi Ada"));
	/* the second page bears the running head, the first does not */
	assert_null(strstr(pdf_text(a, p.pdf, 1), "· Relazione di prova"));
	text = pdf_text(a, p.pdf, 2);
	assert_non_null(strstr(text,
	    "Comune di Borgo San Lupo · Relazione di prova"));
	assert_non_null(strstr(text, "pagina 2 di"));
	place_remove(&p);
}

/* The same LibreOffice serves many documents, but one profile only. */
static void
pdf_warm(void **state)
{
	AUTO(arena) a = arena_new();
	AUTO_BUF odt = { 0 }, out = { 0 };
	struct place p = { 0 };
	int status;
	pid_t pid;

	(void)state;
	p = place_make(a);
	odt_make(&odt, lettera, "T");
	assert_int_equal(convert(&p, &odt, 3), 0);
	assert_int_equal(convert(&p, &odt, 1), 0);
	assert_true((pid = fork()) >= 0);
	if (pid == 0) {
		int r = resa_pdf(&out, p.profilo, p.lavoro, odt.data,
		    odt.len);

		if (r == 0)
			r = resa_pdf(&out, p.dir, p.lavoro, odt.data,
			    odt.len) == ERR_INVALID ? 0 : -1;
		_exit(r != 0 ? 1 : 0);
	}
	assert_int_equal(waitpid(pid, &status, 0), pid);
	assert_int_equal(status, 0);
	place_remove(&p);
}

/* An ODT with the given mimetype and content, styles of the real one. */
static void
odt_forge(struct buf *out, const char *mimetype, const char *content)
{
	AUTO_BUF odt = { 0 }, manifest = { 0 }, styles = { 0 }, meta = { 0 };
	struct zip_part part[5] = { { "mimetype", mimetype, 0, 1 } };
	int n = 0;

	odt_make(&odt, lettera, "T");
	assert_int_equal(zip_read(&manifest, odt.data, odt.len,
	    "META-INF/manifest.xml", 1 << 20), 0);
	assert_int_equal(zip_read(&styles, odt.data, odt.len, "styles.xml",
	    1 << 20), 0);
	assert_int_equal(zip_read(&meta, odt.data, odt.len, "meta.xml",
	    1 << 20), 0);
	if (mimetype != NULL)
		part[n++].n = strlen(mimetype);
	part[n++] = (struct zip_part){ "META-INF/manifest.xml",
	    manifest.data, manifest.len, 0 };
	part[n++] = (struct zip_part){ "styles.xml", styles.data,
	    styles.len, 0 };
	part[n++] = (struct zip_part){ "meta.xml", meta.data, meta.len, 0 };
	if (content != NULL)
		part[n++] = (struct zip_part){ "content.xml", content,
		    strlen(content), 0 };
	assert_int_equal(zip_write(out, part, n), 0);
}

#define ODT_TYPE "application/vnd.oasis.opendocument.text"
#define OFFICE_NS "urn:oasis:names:tc:opendocument:xmlns:office:1.0"

static void
pdf_refuses_one(const void *p, size_t n)
{
	AUTO_BUF out = { 0 };

	/* refused before LibreOffice is started, so no child is needed */
	assert_int_equal(resa_pdf(&out, "/nessuno/profilo", "/nessuno/lavoro",
	    p, n), ERR_INVALID);
	assert_int_equal(out.len, 0);
}

static void
pdf_refuses(void **state)
{
	static const struct {
		const char *mimetype, *content;
	} bad[] = {
		{ NULL, "<a/>" },
		{ "application/vnd.oasis.opendocument.spreadsheet", "<a/>" },
		{ ODT_TYPE "\n", "<a/>" },
		{ ODT_TYPE, NULL },
		{ ODT_TYPE, "" },
		{ ODT_TYPE, "testo" },
		{ ODT_TYPE, "<a/>" },
		{ ODT_TYPE, "<office:document-content xmlns:office=\""
		    OFFICE_NS "\"><office:body></office:document-content>" },
	};
	AUTO_BUF odt = { 0 }, out = { 0 };
	size_t i;

	(void)state;
	pdf_refuses_one("", 0);
	pdf_refuses_one("garbage garbage garbage", 23);
	pdf_refuses_one("%PDF-1.4\n", 9);
	for (i = 0; i < NELEM(bad); i++) {
		buf_clear(&odt);
		odt_forge(&odt, bad[i].mimetype, bad[i].content);
		pdf_refuses_one(odt.data, odt.len);
	}
	buf_clear(&odt);
	odt_make(&odt, lettera, "T");
	pdf_refuses_one(odt.data, odt.len / 2);
	assert_int_equal(resa_pdf(&out, "profilo", "/tmp", odt.data, odt.len),
	    ERR_INVALID);
	assert_int_equal(resa_pdf(&out, "/tmp", "lavoro", odt.data, odt.len),
	    ERR_INVALID);
}

/* A socket that would tell if someone asked for the picture. */
static int
listener(struct arena *a, char **url)
{
	struct sockaddr_in at = { .sin_family = AF_INET,
	    .sin_addr.s_addr = htonl(INADDR_LOOPBACK) };
	socklen_t len = sizeof at;
	int fd = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0);

	assert_true(fd >= 0);
	assert_int_equal(bind(fd, (struct sockaddr *)&at, len), 0);
	assert_int_equal(listen(fd, 5), 0);
	assert_int_equal(getsockname(fd, (struct sockaddr *)&at, &len), 0);
	*url = arena_printf(a, "http://127.0.0.1:%d/a.png",
	    ntohs(at.sin_port));
	return fd;
}

static char *
image_document(struct arena *a, const char *file, const char *url)
{
#define FRAME "<text:p>immagine<draw:frame text:anchor-type=\"as-char\" " \
	"svg:width=\"3cm\" svg:height=\"3cm\"><draw:image xlink:type=" \
	"\"simple\" xlink:show=\"embed\" xlink:actuate=\"onLoad\" " \
	"xlink:href=\"%s\"/></draw:frame></text:p>"
	return arena_printf(a, "<office:document-content "
	    "office:version=\"1.3\" xmlns:office=\"" OFFICE_NS "\" "
	    "xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" "
	    "xmlns:draw=\"urn:oasis:names:tc:opendocument:xmlns:"
	    "drawing:1.0\" xmlns:svg=\"urn:oasis:names:tc:opendocument:"
	    "xmlns:svg-compatible:1.0\" xmlns:xlink="
	    "\"http://www.w3.org/1999/xlink\"><office:body><office:text>"
	    FRAME FRAME "</office:text></office:body>"
	    "</office:document-content>", file, url);
}

/* A hostile ODT may not draw in the disk of the server or call the network. */
static void
pdf_fetches_nothing(void **state)
{
	static const unsigned char png[] = {	/* 1 x 1, grey */
		0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 13, 'I', 'H',
		'D', 'R', 0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0, 0x3a, 0x7e,
		0x9b, 0x55, 0, 0, 0, 10, 'I', 'D', 'A', 'T', 0x78, 0x9c,
		0x63, 0x68, 0, 0, 0, 0x82, 0, 0x81, 0x77, 0xcd, 0x72, 0xb6,
		0, 0, 0, 0, 'I', 'E', 'N', 'D', 0xae, 0x42, 0x60, 0x82
	};
	AUTO(arena) a = arena_new();
	AUTO_BUF odt = { 0 }, images = { 0 };
	AUTO_FD int fd = -1;
	struct place p = { 0 };
	char *file, *url;

	(void)state;
	p = place_make(a);
	file = arena_printf(a, "%s/segreto.png", p.dir);
	assert_int_equal(file_put(file, png, sizeof png, 0600), 0);
	fd = listener(a, &url);
	odt_forge(&odt, ODT_TYPE, image_document(a, arena_printf(a,
	    "file://%s", file), url));
	assert_int_equal(convert(&p, &odt, 1), 0);
	assert_non_null(strstr(pdf_text(a, p.pdf, 0), "immagine"));
	assert_int_equal(tool_run(&images, (const char *const[]){
	    "/usr/bin/pdfimages", "-list", p.pdf, NULL }), 0);
	assert_null(strstr(buf_str(&images), "image"));
	assert_true(accept(fd, NULL, NULL) < 0);
	place_remove(&p);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(odt_refuses),
		cmocka_unit_test(pdf_refuses),
		/* from here on with the real LibreOffice */
		cmocka_unit_test(pdf_lettera),
		cmocka_unit_test(pdf_relazione),
		cmocka_unit_test(pdf_warm),
		cmocka_unit_test(pdf_fetches_nothing),
	};
	size_t n = OFFICE ? NELEM(tests) : 3;

	xml_init();
	/* cmocka's skip() says "not ok # SKIP", which prove counts as failed */
	if (!OFFICE)
		puts("# LibreOffice: prove omesse sotto i sanitizer");
	return _cmocka_run_group_tests("resa", tests, n, NULL, NULL);
}
