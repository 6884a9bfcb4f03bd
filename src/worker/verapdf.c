/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * verapdf.c - runs `verapdf --format text --flavour …` on a PDF, and believes
 * only both its answers: exit 0 and a line that begins with PASS.
 */
#include "worker/verapdf.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/process.h"

#define SECONDI 300		/* it starts a Java machine */
#define DETTO_MAX ((size_t)1024 * 1024)

static int
ask(const char *program, const char *path, const char *flavour)
{
	const char *const argv[] = { program, "--format", "text", "--flavour",
	    flavour, path, NULL };
	const struct process p = { .argv = argv, .in = "", .out_max = DETTO_MAX,
	    .seconds = SECONDI };
	AUTO_BUF said = { 0 };
	AUTO_BUF noise = { 0 };
	int r;

	if ((r = process_run(&said, &noise, &p)) < 0)
		return err_prefix(ERR_FAULT, "veraPDF (%s)", program);
	if (r == 127)
		return err_set(ERR_FAULT, "veraPDF non si avvia: %s "
		    "(CARTELLA_VERAPDF)", program);
	if (r != 0 || strncmp(buf_str(&said), "PASS", 4) != 0)
		return err_set(ERR_FAULT, "veraPDF non riconosce il PDF come "
		    "PDF/%s: %.300s", strcmp(flavour, "2b") == 0 ? "A-2b" :
		    "UA-1", buf_str(&said));
	return 0;
}

static int
ask_all(const char *program, const char *dir, const void *pdf, size_t n)
{
	static const char claim[] = "<pdfuaid:part>1";
	AUTO(arena) a = arena_new();
	const char *path = arena_printf(a, "%s/documento.pdf", dir);
	int r;

	if ((r = file_put(path, pdf, n, 0600)) != 0 ||
	    (r = ask(program, path, "2b")) != 0)
		return r;
	if (memmem(pdf, n, claim, sizeof claim - 1) == NULL)
		return 0;
	return ask(program, path, "ua1");
}

int
verapdf_check(const void *pdf, size_t n)
{
	const char *program = getenv("CARTELLA_VERAPDF");
	AUTO(arena) a = arena_new();
	int r, removed;
	char *dir;

	if (program == NULL || program[0] == '\0')
		return 0;
	if (program[0] != '/')
		return err_set(ERR_FAULT, "CARTELLA_VERAPDF non è un percorso "
		    "assoluto: %s", program);
	if ((r = dir_temporary(&dir, a)) != 0)
		return r;
	r = ask_all(program, dir, pdf, n);
	/* the folder held the document: it must not stay behind */
	removed = dir_remove(dir);
	return r != 0 ? r : removed;
}
