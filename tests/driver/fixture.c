/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * fixture.c - what the cages say of one file: `fixture SCHEMA FILE`, where
 * SCHEMA is atti/<atto> or documenti/<tipo>.
 *
 * Prints one rilievo a line, "codice percorso"; nothing when the file is
 * valid.  A valid document that is not in the deterministic form is told as
 * "forma".  Exits 2 when it cannot say.
 */
#include <stdio.h>
#include <string.h>

#include "base/file.h"
#include "worker/worker.h"
#include "xml/xml.h"

static int
look(struct nodo **out, struct rilievi *ril, struct arena *a,
    const char *schema, const struct buf *b)
{
	if (strncmp(schema, "atti/", 5) == 0)
		return worker_istanza(out, ril, a, schema + 5, b->data, b->len);
	return worker_documento(out, ril, a, schema, b->data, b->len);
}

/* The stored bytes are the hashed ones: only one form will do. */
static void
check_form(struct rilievi *ril, const char *schema, const struct buf *b,
    const struct nodo *doc)
{
	AUTO_BUF again = { 0 };

	if (doc == NULL || strncmp(schema, "atti/", 5) == 0)
		return;
	nodo_write(&again, doc);
	if (again.len != b->len || memcmp(again.data, b->data, b->len) != 0)
		rilievo_add(ril, ERRORE, "", "forma", NULL,
		    "non è nella forma deterministica");
}

int
main(int argc, char **argv)
{
	AUTO(arena) a = arena_new();
	struct rilievi ril = { .a = a };
	const struct rilievo *r;
	struct nodo *doc = NULL;
	AUTO_BUF b = { 0 };

	if (argc >= 3 && strcmp(argv[1], "--operaio") == 0)
		worker_main(argv[2]);
	xml_init();
	if (argc != 3) {
		fprintf(stderr, "uso: fixture SCHEMA FILE\n");
		return 2;
	}
	if (file_read(&b, argv[2], ISTANZA_MAX) != 0 ||
	    look(&doc, &ril, a, argv[1], &b) != 0) {
		fprintf(stderr, "fixture: %s\n", err_msg());
		return 2;
	}
	check_form(&ril, argv[1], &b, doc);
	for (r = ril.primo; r != NULL; r = r->succ)
		printf("%s%s%s\n", r->codice, r->percorso[0] ? " " : "",
		    r->percorso);
	return 0;
}
