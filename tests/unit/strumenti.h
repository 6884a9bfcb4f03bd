/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * strumenti.h - the tools with which the tests of resa/ look at a PDF: those
 * of poppler and qpdf, which share no code with what is tested but libqpdf.
 */
#ifndef UNIT_STRUMENTI_H
#define UNIT_STRUMENTI_H

#include "base/arena.h"
#include "base/buf.h"
#include "base/file.h"
#include "base/process.h"

/* Exit status of the tool given the PDF as its one file; -1: not run. */
static inline int
tool_run(struct buf *out, const char *const *argv)
{
	const struct process p = {
		.argv = argv, .out_max = 64 * 1024 * 1024, .seconds = 60
	};

	return process_run(out, NULL, &p);
}

/* pdftotext of one page (0: all), white space collapsed to single blanks. */
static inline char *
pdf_text(struct arena *a, const char *path, int page)
{
	const char *n = arena_printf(a, "%d", page);
	const char *const one[] = { "/usr/bin/pdftotext", "-enc", "UTF-8",
	    "-f", n, "-l", n, path, "-", NULL };
	const char *const all[] = { "/usr/bin/pdftotext", "-enc", "UTF-8",
	    path, "-", NULL };
	AUTO_BUF text = { 0 };
	char *out, *w;
	const char *s;

	if (tool_run(&text, page ? one : all) != 0)
		return arena_strdup(a, "");
	w = out = arena_strdup(a, buf_str(&text));
	for (s = buf_str(&text); *s != '\0'; s++) {
		char c = *s == '\n' || *s == '\f' ? ' ' : *s;

		if (c != ' ' || (w > out && w[-1] != ' '))
			*w++ = c;
	}
	*w = '\0';
	return out;
}

#endif
