/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * riscrivi DIR N - a folder of N commits, the visible files left out, of which
 * one document with a version every fifty is erased: milliseconds to write the
 * history again, to sync it, to purge; and of how many commits and objects.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "archivio/archivio.h"
#include "base/clock.h"
#include "base/file.h"

#define PATH "relazioni/0001.xml"
#define TEXT 3000		/* bytes of a document */

static char head[COMMIT_LEN + 1];

static void
must(int r)
{
	if (r == 0)
		return;
	fprintf(stderr, "riscrivi: %s\n", err_msg());
	exit(1);
}

/* Words that do not repeat: a text does not compress into nothing. */
static void
text(struct buf *b, int i)
{
	buf_printf(b, "<documento n=\"%d\">\n", i);
	while (b->len < TEXT)
		buf_printf(b, "<p>%08lx %08lx</p>\n", random(), random());
	buf_puts(b, "</documento>\n");
}

static void
act(struct folder *f, int i)
{
	const struct git_author who = { "as1", "as1@cartella.invalid",
	    1790000000 + i * 60, 3600 };
	AUTO(stage) s = stage_new(f, head);
	char next[COMMIT_LEN + 1], path[64];
	AUTO_BUF b = { 0 };

	text(&b, i);
	snprintf(path, sizeof path, "diario/%02d/%04d.xml", i / 100, i);
	must(stage_put(s, path, b.data, b.len));
	if (i % 50 == 10)
		must(stage_put(s, PATH, b.data, b.len - 1));
	must(stage_commit(next, s, &who, "annota\n\nAtto: 1\n"));
	must(folder_move(f, head, next));
	memcpy(head, next, sizeof head);
}

static int
lapide(void *arg, struct buf *out, const char *path, const void *p, size_t n)
{
	(void)arg, (void)path, (void)p, (void)n;
	buf_puts(out, "<lapide/>\n");
	return 0;
}

struct span {			/* milliseconds */
	double clock, processor;
};

static struct span
since(struct span *start)
{
	struct span now = { (double)clock_mono() / 1e6,
	    (double)clock() * 1e3 / CLOCKS_PER_SEC };
	struct span took = { now.clock - start->clock,
	    now.processor - start->processor };

	*start = now;
	return took;
}

int
main(int argc, char **argv)
{
	static const char *const path[] = { PATH };
	AUTO(arena) a = arena_new();
	struct rewritten w = { 0 };
	AUTO(folder) f = NULL;
	struct span start = { 0 }, rewrite, sync, purge;
	int i, n, loose;

	if (argc != 3 || (n = (int)strtol(argv[2], NULL, 10)) < 20)
		return 2;
	must(archivio_init());
	must(folder_create(argv[1]));
	must(folder_open(&f, argv[1]));
	for (i = 0; i < n; i++)
		act(f, i);
	must(file_sync_all(argv[1]));
	must(folder_loose_count(&loose, f));
	since(&start);
	must(folder_rewrite(&w, a, f, head, path, 1, lapide, NULL));
	rewrite = since(&start);
	must(file_sync_all(argv[1]));
	sync = since(&start);
	must(folder_move(f, head, w.head));
	must(folder_purge(f, w.head));
	purge = since(&start);
	printf("%d commit riscritti su %d (%d oggetti): %.0f ms (processore "
	    "%.0f), sincronia %.0f, purga %.0f (processore %.0f)\n", w.n, n,
	    loose, rewrite.clock, rewrite.processor, sync.clock, purge.clock,
	    purge.processor);
	return 0;
}
