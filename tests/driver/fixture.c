/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * fixture.c - what the cages say of one file: `fixture SCHEMA FILE`, where
 * SCHEMA is atti/<atto> or documenti/<tipo>; or `fixture LIST`, lines of
 * "SCHEMA FILE OUT", what the job that runs in the cage says of each, without
 * a process for it.
 *
 * Prints (into OUT) one rilievo a line, "codice percorso"; nothing when the
 * file is valid.  A valid document that is not in the deterministic form is
 * told as "forma".  Exits 2 when it cannot say.
 */
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "worker/operaio.h"
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

/* The job itself, here: it reads descriptor 0. */
static int
work(struct nodo **out, struct rilievi *ril, struct arena *a,
    const char *schema, const char *file)
{
	const struct lavoro *job = strncmp(schema, "atti/", 5) == 0 ?
	    &lavoro_istanza : &lavoro_documento;
	AUTO_BUF answer = { 0 };
	struct nodo *list;
	struct cursor c;
	uint32_t good;
	int fd, r;

	if ((fd = open(file, O_RDONLY | O_CLOEXEC)) < 0 || dup2(fd, 0) < 0)
		return err_sys("%s", file);
	close(fd);
	if ((r = job->prepara(schema)) != 0 ||
	    (r = job->esegui(&answer, schema)) != 0)
		return r;
	c = (struct cursor){ (const unsigned char *)answer.data, answer.len };
	if ((r = nodo_unpack(&list, a, &c)) != 0 ||
	    (r = cursor_u32(&good, &c)) != 0)
		return r;
	rilievi_read(ril, list);
	return good ? nodo_unpack(out, a, &c) : 0;
}

static void
print(FILE *to, const struct rilievi *ril)
{
	const struct rilievo *r;

	for (r = ril->primo; r != NULL; r = r->succ)
		fprintf(to, "%s%s%s\n", r->codice, r->percorso[0] ? " " : "",
		    r->percorso);
}

static int
one(const char *schema, const char *file, FILE *to, bool caged)
{
	AUTO(arena) a = arena_new();
	struct rilievi ril = { .a = a };
	struct nodo *doc = NULL;
	AUTO_BUF b = { 0 };
	int r;

	if ((r = file_read(&b, file, ISTANZA_MAX)) == 0)
		r = caged ? look(&doc, &ril, a, schema, &b) :
		    work(&doc, &ril, a, schema, file);
	if (r != 0) {
		fprintf(stderr, "fixture: %s: %s\n", file, err_msg());
		return 2;
	}
	check_form(&ril, schema, &b, doc);
	print(to, &ril);
	return 0;
}

static int
all(const char *list)
{
	char schema[128], file[1024], path[1024];
	FILE *in = fopen(list, "re"), *to;
	int r = 0;

	if (in == NULL)
		return 2;
	while (fscanf(in, "%127s %1023s %1023s", schema, file, path) == 3) {
		if ((to = fopen(path, "we")) == NULL) {
			r = 2;
			break;
		}
		r |= one(schema, file, to, false);
		fclose(to);
	}
	fclose(in);
	return r;
}

int
main(int argc, char **argv)
{
	if (argc >= 3 && strcmp(argv[1], "--operaio") == 0)
		worker_main(argv[2]);
	xml_init();
	if (argc == 3)
		return one(argv[1], argv[2], stdout, true);
	if (argc == 2)
		return all(argv[1]);
	fprintf(stderr, "uso: fixture SCHEMA FILE | fixture LISTA\n");
	return 2;
}
