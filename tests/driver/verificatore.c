/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * verificatore.c - the word `verifica`, over and over in one process, for the
 * test that alters a store thousands of times: schemas are compiled once.
 *
 * Each line of stdin is the directory of a store.  Answers with what the
 * program would print, on stdout and stderr alike, then a line "== <exit>".
 */
#include <locale.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cli/cli.h"
#include "xml/xml.h"

int
main(void)
{
	char line[4096];

	umask(077);
	setlocale(LC_CTYPE, "C.UTF-8");
	xml_init();
	if (dup2(1, 2) < 0)
		return 1;
	while (fgets(line, sizeof line, stdin) != NULL) {
		struct riga riga = { .verbo = "verifica", .store = line };
		int status;

		line[strcspn(line, "\n")] = '\0';
		status = esegui_servizio(&riga);
		printf("== %d\n", status);
		fflush(stdout);
	}
	return 0;
}
