/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * pdfa.c - PDF/A-1b of the same documents, by the same LibreOffice with the
 * same settings: the one part of the norm for which Debian has a validator
 * that shares no code with us.  `pdfa DIR FILE…`: each FILE is an ODT, or the
 * data of a letter (.xml); DIR/1.pdf, DIR/2.pdf, … come out.  A FILE that is a
 * PDF already is looked at: is it what we say of ours (resa_pdfa_check)?
 */
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "resa/interno.h"
#include "resa/modello.h"
#include "resa/resa.h"
#include "xml/xml.h"

static int
read_odt(struct buf *odt, struct arena *a, const char *path)
{
	const char *dot = strrchr(path, '.');
	AUTO_BUF data = { 0 };
	struct nodo *n, *manca = NULL;
	const struct buf *model;
	int r;

	if (dot == NULL || strcmp(dot, ".xml") != 0)
		return file_read(odt, path, 1 << 26);
	if ((r = file_read(&data, path, 1 << 24)) != 0 ||
	    (r = xml_parse(&n, a, data.data, data.len, XML_OURS)) != 0 ||
	    (r = modello_spedito(&model, "comunicazione")) != 0)
		return r;
	return modello_riempi(odt, &manca, a, model->data, model->len, n,
	    "Lettera di prova", 0);
}

static int
look_at(const char *path)
{
	AUTO_BUF pdf = { 0 };
	int r;

	if ((r = file_read(&pdf, path, 1 << 28)) != 0 ||
	    (r = resa_pdfa_check(pdf.data, pdf.len)) != 0)
		return err_prefix(r, "%s", path);
	return 0;
}

static bool
ends_pdf(const char *path)
{
	const char *dot = strrchr(path, '.');

	return dot != NULL && strcmp(dot, ".pdf") == 0;
}

static int
make(struct arena *a, const char *dir, const char *path, int i)
{
	AUTO_BUF odt = { 0 };
	AUTO_BUF pdf = { 0 };
	int64_t creata;
	int r;

	if ((r = read_odt(&odt, a, path)) != 0 ||
	    (r = pdf_make(&pdf, arena_printf(a, "%s/profilo", dir), dir,
	    odt.data, odt.len, PDF_A1B)) != 0 ||
	    (r = odt_creata(&creata, odt.data, odt.len)) != 0 ||
	    (creata != 0 && (r = pdf_fissa(&pdf, creata)) != 0))
		return err_prefix(r, "%s", path);
	return file_put(arena_printf(a, "%s/%d.pdf", dir, i), pdf.data,
	    pdf.len, 0600);
}

int
main(int argc, char **argv)
{
	AUTO(arena) a = arena_new();
	int i;

	xml_init();
	for (i = 2; i < argc; i++)
		if ((ends_pdf(argv[i]) ? look_at(argv[i]) :
		    make(a, argv[1], argv[i], i - 1)) != 0) {
			fprintf(stderr, "pdfa: %s\n", err_msg());
			_exit(1);
		}
	_exit(0);	/* LibreOffice has no orderly end */
}
