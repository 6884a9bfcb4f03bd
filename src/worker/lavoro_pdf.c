/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * lavoro_pdf.c - LibreOffice, and the stamping of PDFs that are not ours.
 *
 * LibreOffice gets a folder of its own ($HOME) and the files of its package;
 * nothing of the store.  Its library is loaded after the door is closed.
 */
#include <stdlib.h>

#include "base/file.h"
#include "resa/resa.h"
#include "worker/operaio.h"

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

static int
esegui_pdf(struct buf *out, const char *dettaglio)
{
	AUTO(arena) a = arena_new();
	const char *casa = getenv("HOME");
	AUTO_BUF odt = { 0 };
	int r;

	(void)dettaglio;
	if ((r = file_read_fd(&odt, 0, 64 * MB)) != 0)
		return r;
	return resa_pdf(out, arena_printf(a, "%s/profilo", casa),
	    arena_printf(a, "%s/lavoro", casa), odt.data, odt.len);
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

const struct lavoro lavoro_pdf = {
	.nome = "pdf",
	.gabbia = { .filtro = FILTRO_UFFICIO, .secondi = 120,
	    .memoria = 4096 * MB, .file = 64 * MB, .descrittori = 256,
	    .legge = legge, .esegue = esegue },
	.con_casa = true,
	.prepara = prepara,
	.esegui = esegui_pdf,
};

const struct lavoro lavoro_timbro = {
	.nome = "timbro",
	.gabbia = { .filtro = FILTRO_STRETTO, .secondi = 60,
	    .memoria = 4096 * MB },
	.prepara = prepara,
	.esegui = esegui_timbro,
};
