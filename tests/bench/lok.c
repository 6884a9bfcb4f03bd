/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * lok PROFILO N FILE.odt FUORI.pdf - what LibreOfficeKit takes by itself: load,
 * save as the same PDF, close, N times in one process.  Prints documents a
 * second, and milliseconds of processor each, without the first.  The profile
 * is one that was used.
 */
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

#define LOK_USE_UNSTABLE_API 1
#include <LibreOfficeKit/LibreOfficeKitInit.h>

#include "base/clock.h"

#define FILTRO "{\"SelectPdfVersion\":{\"type\":\"long\",\"value\":\"2\"}," \
	"\"PDFUACompliance\":{\"type\":\"boolean\",\"value\":\"true\"}," \
	"\"UseTaggedPDF\":{\"type\":\"boolean\",\"value\":\"true\"}," \
	"\"ExportBookmarks\":{\"type\":\"boolean\",\"value\":\"true\"}}"

/* Milliseconds of this process so far. */
static double
processor(void)
{
	struct timespec t;

	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
	return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

int
main(int argc, char **argv)
{
	LibreOfficeKitDocument *doc;
	LibreOfficeKit *kit;
	char url[3][4096];
	int64_t start = 0;
	double used = 0;
	int i, n;

	if (argc != 5 || (n = (int)strtol(argv[2], NULL, 10)) < 1)
		return 2;
	snprintf(url[0], sizeof url[0], "file://%s", argv[1]);
	snprintf(url[1], sizeof url[1], "file://%s", argv[3]);
	snprintf(url[2], sizeof url[2], "file://%s", argv[4]);
	kit = lok_init_2("/usr/lib/libreoffice/program", url[0]);
	for (i = 0; kit != NULL && i <= n; i++) {
		if (i == 1) {
			start = clock_mono();
			used = processor();
		}
		doc = kit->pClass->documentLoadWithOptions(kit, url[1],
		    "Language=it-IT");
		if (doc == NULL || !doc->pClass->saveAs(doc, url[2], "pdf",
		    FILTRO))
			_exit(1);
		doc->pClass->destroy(doc);
	}
	printf("%.2f %.1f\n", n * 1e9 / (double)(clock_mono() - start),
	    (processor() - used) / n);
	fflush(stdout);
	_exit(kit == NULL ? 1 : 0);
}
