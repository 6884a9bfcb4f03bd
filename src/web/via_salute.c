/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * via_salute.c - is the service well, and how much does it do: counters that
 * the processes share, nobody's name.  /metriche is for programs of this
 * machine alone.
 */
#include <string.h>

#include "web/vie.h"

static const struct quadro *board;

static const char *const jobs[M_N] = {
	[M_WEB] = "web", [M_LETTORE] = "lettore",
	[M_SCRITTORE] = "scrittore", [M_COMPOSITORE] = "compositore",
};

void
salute_quadro(const struct quadro *q)
{
	board = q;
}

static int
living(enum mestiere m)
{
	int i, n = 0;

	for (i = 0; board != NULL && i < POSTI_QUADRO; i++)
		n += board->posto[i].pid != 0 &&
		    board->posto[i].mestiere == (int)m;
	return n;
}

int
via_salute(struct chiamata *c)
{
	bool well = living(M_LETTORE) > 0 && living(M_SCRITTORE) > 0;
	const char *text = well ? "in servizio\n" : "non in servizio\n";

	chiamata_bytes(c, well ? 200 : 503, "text/plain; charset=utf-8",
	    text, strlen(text));
	return 0;
}

static void
times(struct buf *b, const struct posto_quadro *p, const char *job, int i)
{
	long sum = 0;
	int k;

	for (k = 0; k < (int)NELEM(p->tempi); k++) {
		sum += p->tempi[k];
		if (k < (int)NELEM(p->tempi) - 1)
			buf_printf(b, "cartella_risposte_bucket{mestiere="
			    "\"%s\",posto=\"%d\",le=\"%g\"} %ld\n", job, i,
			    (double)(1L << k) / 1000, sum);
		else
			buf_printf(b, "cartella_risposte_bucket{mestiere="
			    "\"%s\",posto=\"%d\",le=\"+Inf\"} %ld\n", job, i,
			    sum);
	}
	buf_printf(b, "cartella_risposte_count{mestiere=\"%s\",posto=\"%d\"} "
	    "%ld\n", job, i, sum);
}

static void
place(struct buf *b, const struct posto_quadro *p, int i)
{
	const char *job = p->mestiere >= 0 && p->mestiere < M_N ?
	    jobs[p->mestiere] : "?";

	buf_printf(b, "cartella_richieste_total{mestiere=\"%s\",posto=\"%d\"} "
	    "%ld\n", job, i, (long)p->richieste);
	buf_printf(b, "cartella_errori_total{mestiere=\"%s\",posto=\"%d\"} "
	    "%ld\n", job, i, (long)p->errori);
	buf_printf(b, "cartella_occupati_total{mestiere=\"%s\",posto=\"%d\"} "
	    "%ld\n", job, i, (long)p->occupati);
	times(b, p, job, i);
}

int
via_metriche(struct chiamata *c)
{
	AUTO_BUF b = { 0 };
	int i, m;

	if (strcmp(c->indirizzo, "127.0.0.1") != 0 &&
	    strcmp(c->indirizzo, "::1") != 0) {
		chiamata_errore(c, 404, NULL, NULL);
		return 0;
	}
	for (m = 0; m < M_N; m++)
		buf_printf(&b, "cartella_processi{mestiere=\"%s\"} %d\n",
		    jobs[m], living((enum mestiere)m));
	if (board != NULL)
		buf_printf(&b, "cartella_avviato_secondi %ld\n"
		    "cartella_riavvii_total %ld\n", (long)board->avviato,
		    (long)board->riavvii);
	for (i = 0; board != NULL && i < POSTI_QUADRO; i++)
		if (board->posto[i].pid != 0)
			place(&b, &board->posto[i], i);
	chiamata_bytes(c, 200, "text/plain; version=0.0.4; charset=utf-8",
	    buf_str(&b), b.len);
	return 0;
}
