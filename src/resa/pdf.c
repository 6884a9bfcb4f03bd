/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * pdf.c - ODT into PDF/A-2b and PDF/UA-1 by LibreOffice, loaded into the calling
 * process (a worker: the library leaves threads and exit handlers behind).
 *
 * Refuses bytes that are not an ODT, and a result that is not what it says
 * (pdfa.c).  Keeps: no macro runs and nothing that a document names is
 * fetched, from the network or from the disk - the settings that say so are
 * written anew before every start, whatever the profile holds; nothing is
 * written outside the two directories given.
 * The only file that includes LibreOfficeKit.
 */
#include "resa/resa.h"

#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define LOK_USE_UNSTABLE_API 1
#include <LibreOfficeKit/LibreOfficeKitInit.h>

#include "base/file.h"
#include "base/resource.h"
#include "resa/interno.h"

#define PROGRAM "/usr/lib/libreoffice/program"
#define SEED "templates/libreoffice/registrymodifications.xcu"
#define SEED_VERSION "@VERSIONE@"

#define EXPORT(version, ua) "{" \
	"\"SelectPdfVersion\":{\"type\":\"long\",\"value\":\"" version "\"}," \
	"\"PDFUACompliance\":{\"type\":\"boolean\",\"value\":\"" ua "\"}," \
	"\"UseTaggedPDF\":{\"type\":\"boolean\",\"value\":\"true\"}," \
	"\"ExportBookmarks\":{\"type\":\"boolean\",\"value\":\"true\"}}"

static const char *const exports[] = {
	[PDF_A2B] = EXPORT("2", "true"),
	[PDF_A1B] = EXPORT("1", "false"),
};

/* One LibreOffice for the life of the process, with its profile. */
static struct {
	LibreOfficeKit *kit;
	char profilo[PATH_MAX];
} office;

static char *
file_url(struct arena *a, const char *path)
{
	AUTO_BUF url = { 0 };
	const char *s;

	buf_puts(&url, "file://");
	for (s = path; *s != '\0'; s++) {
		unsigned char c = (unsigned char)*s;

		if ((c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') ||
		    (c >= 'a' && c <= 'z') || strchr("/-._~", c) != NULL)
			buf_putc(&url, *s);
		else
			buf_printf(&url, "%%%02X", c);
	}
	return arena_strdup(a, buf_str(&url));
}

/* "ProductKey=LibreOffice 7.4" → "7.4" */
static int
program_version(const char **out, struct arena *a)
{
	AUTO_BUF text = { 0 };
	const char *key;
	int r;

	if ((r = file_read(&text, PROGRAM "/bootstraprc", 65536)) != 0)
		return err_prefix(r, "LibreOffice non è installato");
	key = strstr(buf_str(&text), "ProductKey=LibreOffice ");
	if (key == NULL)
		return err_set(ERR_FAULT,
		    "LibreOffice non dice la sua versione");
	key += strlen("ProductKey=LibreOffice ");
	*out = arena_strndup(a, key, strspn(key, "0123456789."));
	return 0;
}

static int
profile_seed(struct arena *a, const char *profilo)
{
	const struct resource *seed = resource_find(SEED);
	const char *version = NULL, *mark;
	char *path = arena_printf(a, "%s/user/registrymodifications.xcu",
	    profilo);
	AUTO_BUF text = { 0 };
	int r;

	if (seed == NULL || (mark = strstr(seed->data,
	    "<value>" SEED_VERSION)) == NULL)
		return err_set(ERR_FAULT, "manca %s", SEED);
	mark += strlen("<value>");
	if ((r = program_version(&version, a)) != 0 ||
	    (r = dir_make_parent(path)) != 0)
		return r;
	buf_append(&text, seed->data, (size_t)(mark - seed->data));
	buf_puts(&text, version);
	buf_puts(&text, mark + strlen(SEED_VERSION));
	return file_put(path, text.data, text.len, 0600);
}

/*
 * LibreOffice leaves temporary copies of documents where TMPDIR says, and
 * caches below HOME: both shall be inside the profile, and what a process
 * before us left there goes away.
 */
static int
profile_enclose(struct arena *a, const char *profilo)
{
	const char *tmp = arena_printf(a, "%s/tmp", profilo);
	int r;

	if ((r = dir_remove(tmp)) != 0 || (r = dir_make(tmp)) != 0)
		return r;
	if (setenv("TMPDIR", tmp, 1) != 0 || setenv("HOME", profilo, 1) != 0 ||
	    unsetenv("XDG_CONFIG_HOME") != 0 ||
	    unsetenv("XDG_CACHE_HOME") != 0 ||
	    unsetenv("XDG_DATA_HOME") != 0 ||
	    unsetenv("XDG_RUNTIME_DIR") != 0)
		return err_sys("ambiente di LibreOffice");
	return 0;
}

/*
 * LibreOffice and its libraries grumble on stderr (liblangtag, because xml/
 * keeps every file from libxml2; the PDF is the same).  While it works they
 * do so in a file of the profile.  Returns what stderr_back() wants.
 */
static int
stderr_away(struct arena *a, const char *profilo)
{
	const char *path = arena_printf(a, "%s/messaggi.txt", profilo);
	AUTO_FD int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC |
	    O_NOFOLLOW, 0600);
	int saved;

	if (fd < 0 || (saved = fcntl(2, F_DUPFD_CLOEXEC, 3)) < 0)
		return -1;
	dup2(fd, 2);
	return saved;
}

static void
stderr_back(int saved)
{
	if (saved < 0)
		return;
	dup2(saved, 2);
	close(saved);
}

static int
office_start(struct arena *a, const char *profilo)
{
	int r;

	if (office.kit != NULL) {
		if (strcmp(office.profilo, profilo) == 0)
			return 0;
		return err_set(ERR_INVALID,
		    "LibreOffice è già avviato con un altro profilo");
	}
	if (strlen(profilo) >= sizeof office.profilo)
		return err_set(ERR_INVALID, "percorso troppo lungo");
	if ((r = profile_seed(a, profilo)) != 0 ||
	    (r = profile_enclose(a, profilo)) != 0)
		return r;
	office.kit = lok_init_2(PROGRAM, file_url(a, profilo));
	if (office.kit == NULL)
		return err_set(ERR_FAULT, "LibreOffice non si avvia");
	snprintf(office.profilo, sizeof office.profilo, "%s", profilo);
	return 0;
}

/* The message of LibreOffice itself, when it has one. */
static int
office_error(int code, const char *what)
{
	char *said = office.kit->pClass->getError(office.kit);

	if (said != NULL && said[0] != '\0')
		err_set(code, "%s: %s", what, said);
	else
		err_set(code, "%s", what);
	if (said != NULL)
		office.kit->pClass->freeError(said);
	return code;
}

static int
convert(struct arena *a, const char *from, const char *to,
    const char *filter)
{
	LibreOfficeKitDocument *doc;
	int saved, r = 0;

	doc = office.kit->pClass->documentLoadWithOptions(office.kit,
	    file_url(a, from), "Language=it-IT");
	if (doc == NULL)
		return office_error(ERR_INVALID,
		    "LibreOffice non apre il documento");
	saved = doc->pClass->saveAs(doc, file_url(a, to), "pdf", filter);
	if (!saved)
		r = office_error(ERR_FAULT,
		    "LibreOffice non produce il PDF");
	doc->pClass->destroy(doc);
	return r;
}

static int
convert_bytes(struct buf *out, struct arena *a, const char *lavoro,
    const void *odt, size_t n, const char *filter)
{
	const char *from = arena_printf(a, "%s/documento.odt", lavoro);
	const char *to = arena_printf(a, "%s/documento.pdf", lavoro);
	int r;

	unlink(to);
	if ((r = file_put(from, odt, n, 0600)) != 0)
		return r;
	if ((r = convert(a, from, to, filter)) == 0)
		r = file_read(out, to, PDF_MAX);
	unlink(from);
	unlink(to);
	return r;
}

static int
start(const char *profilo)
{
	AUTO(arena) a = arena_new();
	int r, saved;

	if (profilo[0] != '/')
		return err_set(ERR_INVALID,
		    "il profilo deve essere un percorso assoluto");
	if ((r = dir_make(profilo)) != 0)
		return r;
	saved = stderr_away(a, profilo);
	r = office_start(a, profilo);
	stderr_back(saved);
	return r;
}

struct ciclo {
	void (*servi)(void *);
	void *dati;
};

static int
loop_poll(void *data, int microseconds)
{
	const struct ciclo *c = data;

	(void)microseconds;
	c->servi(c->dati);
	return 1;
}

/* No other thread of ours will have to wake it. */
static void
loop_wake(void *data)
{
	(void)data;
}

int
resa_pdf_loop(const char *profilo, void (*servi)(void *), void *dati)
{
	struct ciclo c = { servi, dati };
	int r;

	if (office.kit != NULL)
		return err_set(ERR_INVALID, "LibreOffice è già avviato");
	/* LibreOffice starts no loop of its own then */
	if (setenv("SAL_LOK_OPTIONS", "unipoll", 1) != 0)
		return err_sys("ambiente di LibreOffice");
	if ((r = start(profilo)) != 0)
		return r;
	if (!LIBREOFFICEKIT_HAS(office.kit, runLoop))
		return err_set(ERR_FAULT, "LibreOffice è troppo vecchio");
	office.kit->pClass->runLoop(office.kit, loop_poll, loop_wake, &c);
	return err_set(ERR_FAULT, "LibreOffice ha smesso da sé");
}

/* LibreOffice claims PDF/UA, where it is asked to, whatever the document is. */
static int
settle_claims(struct buf *pdf, enum pdf_forma forma)
{
	AUTO(_qpdf_data) q = NULL;
	AUTO_BUF xmp = { 0 };
	bool ua;
	int r;

	if ((r = pdf_open(&q, pdf->data, pdf->len)) != 0 ||
	    (r = pdf_metadata(&xmp, q)) != 0)
		return r;
	if (forma != PDF_A2B)
		return xmp_mend(pdf, &xmp);
	ua = pdfua_check(q) == 0;
	return xmp_ua(pdf, &xmp, ua);
}

int
pdf_make(struct buf *out, const char *profilo, const char *lavoro,
    const void *odt, size_t n, enum pdf_forma forma)
{
	AUTO(arena) a = arena_new();
	AUTO_BUF pdf = { 0 };
	size_t peso;
	int r, saved;

	if (profilo[0] != '/' || lavoro[0] != '/')
		return err_set(ERR_INVALID,
		    "profilo e lavoro devono essere percorsi assoluti");
	if ((r = resa_odt_check(&peso, odt, n)) != 0 ||
	    (r = start(profilo)) != 0)
		return r;
	saved = stderr_away(a, profilo);
	r = convert_bytes(&pdf, a, lavoro, odt, n, exports[forma]);
	stderr_back(saved);
	if (r != 0)
		return r;
	if (settle_claims(&pdf, forma) != 0)
		return err_prefix(ERR_FAULT, "conversione");
	buf_append(out, pdf.data, pdf.len);
	return 0;
}

int
resa_pdf(struct buf *out, const char *profilo, const char *lavoro,
    const void *odt, size_t n)
{
	AUTO_BUF pdf = { 0 };
	int64_t creata;
	int r;

	if ((r = pdf_make(&pdf, profilo, lavoro, odt, n, PDF_A2B)) != 0 ||
	    (r = odt_creata(&creata, odt, n)) != 0)
		return r;
	if (creata != 0 && pdf_fissa(&pdf, creata) != 0)
		return err_prefix(ERR_FAULT, "conversione");
	if (resa_pdfa_check(pdf.data, pdf.len) != 0)
		return err_prefix(ERR_FAULT, "conversione");
	buf_append(out, pdf.data, pdf.len);
	return 0;
}
