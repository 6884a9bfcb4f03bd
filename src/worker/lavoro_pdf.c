/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * lavoro_pdf.c - LibreOffice, and the stamping of PDFs that are not ours.
 *
 * LibreOffice gets a folder of its own ($HOME) and the files of its package;
 * nothing of the store.  Its library is loaded after the door is closed.  It
 * reads documents from fd 3, one after the other, until nobody is there any
 * more to give them: who asks watches the time (convertitore.h).
 */
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "resa/resa.h"
#include "worker/convertitore.h"
#include "worker/operaio.h"
#include "zip/zip.h"

#define RIGHE_MAX 4

/* What LibreOffice reads: measured, not guessed; without the last one it does
 * not start (share/uno_packages/cache points there). */
static const char *const legge[] = {
	"/etc/fonts", "/etc/libreoffice", "/etc/ld.so.cache",
	"/var/cache/fontconfig", "/var/lib/libreoffice", "/proc/self",
	"/dev/null", "/dev/urandom", "/var/spool/libreoffice", NULL
};
static const char *const esegue[] = { "/usr", "/lib", "/lib64", NULL };

static int
prepara(const char *dettaglio)
{
	(void)dettaglio;
	return 0;
}

/* 1: all n bytes; 0: nobody is there; the rest is an error. */
static int
hear(struct buf *out, size_t n)
{
	char piece[65536];
	ssize_t got;

	while (n > 0) {
		got = read(3, piece, n < sizeof piece ? n : sizeof piece);
		if (got < 0 && errno == EINTR)
			continue;
		if (got < 0)
			return err_sys("convertitore");
		if (got == 0)
			return 0;
		buf_append(out, piece, (size_t)got);
		n -= (size_t)got;
	}
	return 1;
}

static int
say(enum convertitore_frase tipo, const void *p, size_t n)
{
	AUTO_BUF head = { 0 };
	int r;

	buf_u32(&head, (uint32_t)tipo);
	buf_u32(&head, (uint32_t)n);
	if ((r = file_write_fd(3, head.data, head.len)) != 0)
		return r;
	return file_write_fd(3, p, n);
}

static int
say_number(enum convertitore_frase tipo, size_t n)
{
	AUTO_BUF b = { 0 };

	buf_u32(&b, (uint32_t)n);
	return say(tipo, b.data, b.len);
}

static int
say_error(int code)
{
	AUTO_BUF b = { 0 };

	buf_u32(&b, (uint32_t)-code);
	buf_block(&b, err_msg(), strlen(err_msg()));
	return say(FRASE_ERRORE, b.data, b.len);
}

#ifdef PROVA
/*
 * What a document might do to LibreOffice, for the tests: CARTELLA_PDF_PROVA is
 * "cade", "blocca" or "ingrassa", and ":n" when it is not the first that does;
 * "cade=word": whichever says that; "assente": there is no LibreOffice.
 */
static bool
is_absent(void)
{
	const char *s = getenv("CARTELLA_PDF_PROVA");

	return s != NULL && strcmp(s, "assente") == 0;
}

static bool
says(const struct buf *odt, const char *word)
{
	AUTO_BUF content = { 0 };

	return zip_read(&content, odt->data, odt->len, "content.xml",
	    64 * MB) == 0 && strstr(buf_str(&content), word) != NULL;
}

static void
misbehave(int documento, const struct buf *odt)
{
	const char *s = getenv("CARTELLA_PDF_PROVA"), *colon;

	if (s == NULL)
		return;
	if (strncmp(s, "cade=", 5) == 0) {
		if (says(odt, s + 5))
			abort();
		return;
	}
	colon = strchr(s, ':');
	if (documento != (colon == NULL ? 1 : strtol(colon + 1, NULL, 10)))
		return;
	if (strncmp(s, "cade", 4) == 0)
		abort();
	if (strncmp(s, "ingrassa", 8) == 0)
		while (malloc(64 * MB) != NULL)
			;
	if (strncmp(s, "blocca", 6) != 0)
		abort();
	for (;;)
		pause();
}
#else
#define misbehave(n, odt) ((void)(n))
#define is_absent() false
#endif

static int
convert(struct arena *a, const char *casa, const struct buf *odt,
    int documento)
{
	AUTO_BUF pdf = { 0 };
	size_t peso;
	int r;

	if ((r = resa_odt_check(&peso, odt->data, odt->len)) != 0)
		return say_error(r);
	if ((r = say_number(FRASE_PESO, peso)) != 0)
		return r;
	misbehave(documento, odt);
	r = resa_pdf(&pdf, arena_printf(a, "%s/profilo", casa),
	    arena_printf(a, "%s/lavoro", casa), odt->data, odt->len);
	if (r != 0)
		return say_error(r);
	return say(FRASE_PDF, pdf.data, pdf.len);
}

struct servizio {
	const char *casa;
	int documenti;		/* so far */
};

/* One document; 0: nobody is there any more, 1: it is answered. */
static int
serve(struct servizio *s)
{
	AUTO(arena) a = arena_new();
	AUTO_BUF head = { 0 };
	AUTO_BUF odt = { 0 };
	struct cursor c;
	uint32_t n;
	int r;

	if ((r = hear(&head, 4)) <= 0)
		return r;
	c = (struct cursor){ (const unsigned char *)head.data, head.len };
	if ((r = cursor_u32(&n, &c)) != 0)
		return r;
	if (n > ODT_MAX)
		return err_set(ERR_INVALID, "convertitore: documento enorme");
	if ((r = hear(&odt, n)) <= 0)
		return r;
	r = convert(a, s->casa, &odt, ++s->documenti);
	return r == 0 ? 1 : r;
}

/* LibreOffice has nothing to do: it is loaded, or a document is finished. */
static void
idle(void *dati)
{
	struct servizio *s = dati;
	int r;

	if (s->documenti == 0 &&
	    say_number(FRASE_PRONTO, (size_t)getpid()) != 0)
		operaio_end(1);
	if ((r = serve(s)) <= 0)
		operaio_end(r < 0);
}

static int
esegui_convertitore(struct buf *out, const char *dettaglio)
{
	AUTO(arena) a = arena_new();
	/* a copy: LibreOffice is given another $HOME */
	struct servizio s = { .casa = arena_strdup(a, getenv("HOME")) };

	(void)out;
	(void)dettaglio;
	if (is_absent())
		return say_error(err_set(ERR_ABSENT,
		    "LibreOffice non è installato"));
	return say_error(resa_pdf_loop(arena_printf(a, "%s/profilo", s.casa),
	    idle, &s));
}

/* The lines, the code, then the PDF: see worker_stamp. */
static int
esegui_timbro(struct buf *out, const char *dettaglio)
{
	AUTO(arena) a = arena_new();
	const char *righe[RIGHE_MAX + 1] = { NULL }, *qr;
	AUTO_BUF in = { 0 };
	struct cursor c;
	const void *p;
	uint32_t i, n;
	size_t len;
	int r;

	(void)dettaglio;
	if ((r = file_read_fd(&in, 0, 257 * MB)) != 0)
		return r;
	c = (struct cursor){ (const unsigned char *)in.data, in.len };
	if ((r = cursor_u32(&n, &c)) != 0)
		return r;
	if (n > RIGHE_MAX)
		return err_set(ERR_INVALID, "timbro: troppe righe");
	for (i = 0; i < n; i++) {
		if ((r = cursor_block(&p, &len, &c)) != 0)
			return r;
		righe[i] = arena_strndup(a, p, len);
	}
	if ((r = cursor_block(&p, &len, &c)) != 0)
		return r;
	qr = len > 0 ? arena_strndup(a, p, len) : NULL;
	if ((r = cursor_block(&p, &len, &c)) != 0)
		return r;
	return resa_stamp(out, p, len, righe, qr);
}

/* The processor time of all its documents: on each, who asks keeps watch. */
const struct lavoro lavoro_convertitore = {
	.nome = "convertitore",
	.gabbia = { .filtro = FILTRO_UFFICIO,
	    .secondi = (uint64_t)CONVERTITORE_DOCUMENTI * 120,
	    .memoria = 4096 * MB, .file = 64 * MB, .descrittori = 256,
	    .legge = legge, .esegue = esegue },
	.con_fd = true,
	.con_casa = true,
	.con_custode = true,
	.prepara = prepara,
	.esegui = esegui_convertitore,
};

const struct lavoro lavoro_timbro = {
	.nome = "timbro",
	.gabbia = { .filtro = FILTRO_STRETTO, .secondi = 60,
	    .memoria = 4096 * MB },
	.prepara = prepara,
	.esegui = esegui_timbro,
};
