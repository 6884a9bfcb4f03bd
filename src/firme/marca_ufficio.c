/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * marca_ufficio.c - a time stamp through the command of the office: how the
 * authority is reached (and paid) is the office's affair, and the network its
 * command's.  The command sees a digest, never the document.
 *
 * Refuses: a command that is not an absolute path, that fails, that is silent
 * for a minute, or answers anything but a stamp of this very signature.
 */
#include <stdlib.h>
#include <string.h>

#include "base/process.h"
#include "firme/cms_interno.h"

#define SECONDI 60
#define RISPOSTA_MAX ((size_t)256 * 1024)

/* What it wrote on stderr, as one line. */
static int
silent(const char *command, const struct buf *noise)
{
	AUTO(arena) a = arena_new();
	const char *said = noise->len == 0 ? NULL :
	    riga_altrui(a, noise->data, noise->len);

	return err_set(ERR_ABSENT, "la marca temporale non è arrivata da %s%s"
	    "%s", command, said != NULL ? ": " : "",
	    said != NULL ? said : "");
}

static int
ask(struct buf *tsr, const char *command, const struct buf *tsq)
{
	const char *const argv[] = { command, NULL };
	const struct process p = { .argv = argv, .in = tsq->data,
	    .in_len = tsq->len, .out_max = RISPOSTA_MAX, .seconds = SECONDI };
	AUTO_BUF noise = { 0 };
	int r = process_run(tsr, &noise, &p);

	if (r < 0)
		return err_prefix(ERR_ABSENT, "marca temporale (%s)", command);
	return r != 0 || tsr->len == 0 ? silent(command, &noise) : 0;
}

int
marca_applica(struct buf *out, const void *p7m, size_t n)
{
	const char *command = getenv("CARTELLA_TSA");
	AUTO_BUF tsq = { 0 }, tsr = { 0 };
	int r;

	if (command == NULL || *command == '\0') {
		buf_append(out, p7m, n);
		return 0;
	}
	if (*command != '/')
		return err_set(ERR_ABSENT, "CARTELLA_TSA non è un percorso "
		    "assoluto: %s", command);
	if ((r = marca_chiedi(&tsq, p7m, n)) != 0 ||
	    (r = ask(&tsr, command, &tsq)) != 0)
		return r;
	return marca_metti(out, p7m, n, tsr.data, tsr.len);
}
