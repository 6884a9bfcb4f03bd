/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * pdf caldo|uno N FILE.odt [FUORI.pdf] - PDF a second through the convertitore:
 * "caldo", one that stays, without its first document, and milliseconds of
 * processor of each; "uno", a new one each time, as one command after the other
 * has it.
 * pdf memoria N FILE.odt - what the convertitore takes: resident MB when
 * LibreOffice is loaded, after the first document, after N, and at most; and
 * how many were started.
 * pdf tempo 1 FILE.odt - seconds of one document on the clock and of processor,
 * LibreOffice loaded, and resident MB behind it.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/clock.h"
#include "base/file.h"
#include "worker/convertitore.h"
#include "worker/worker.h"

static struct buf odt, pdf;

static void
must(int r)
{
	if (r == 0)
		return;
	fprintf(stderr, "%s\n", err_msg());
	exit(1);
}

static void
one(void)
{
	buf_clear(&pdf);
	must(worker_pdf(&pdf, odt.data, odt.len));
}

static double
seconds(int64_t since)
{
	return (double)(clock_mono() - since) / 1e9;
}

static long
resident(void)
{
	struct convertitore_cifre c;

	convertitore_cifre(&c);
	return (long)(c.memoria >> 20);
}

/* Seconds of processor of the convertitore and of this process so far. */
static double
processor(void)
{
	struct convertitore_cifre c;
	struct timespec own, its = { 0 };
	clockid_t clock;

	convertitore_cifre(&c);
	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &own);
	if (c.pid > 0 && clock_getcpuclockid(c.pid, &clock) == 0)
		clock_gettime(clock, &its);
	return (double)(own.tv_sec + its.tv_sec) +
	    (double)(own.tv_nsec + its.tv_nsec) / 1e9;
}

static void
rate(int n, bool uno)
{
	double used = 0;
	int64_t start;
	int i;

	if (!uno) {
		one();
		used = processor();
	}
	start = clock_mono();
	for (i = 0; i < n; i++) {
		one();
		if (uno)
			convertitore_stop();
	}
	printf("%.2f", n / seconds(start));
	printf(uno ? "\n" : " %.1f\n", (processor() - used) * 1e3 / n);
}

static void
memory(int n)
{
	struct convertitore_cifre c;
	long now, most = 0, first = 0, start;
	int i;

	must(convertitore_start());
	start = resident();
	for (i = 0; i < n; i++) {
		one();
		if ((now = resident()) > most)
			most = now;
		if (i == 0)
			first = now;
	}
	/* behind the last of its documents there is none any more */
	must(convertitore_start());
	one();
	now = resident();
	convertitore_cifre(&c);
	printf("%ld %ld %ld %ld %u\n", start, first, now, most, c.avvii);
}

static void
duration(void)
{
	int64_t start;
	double used;

	must(convertitore_start());
	start = clock_mono();
	used = processor();
	one();
	printf("%.1f %.1f %ld\n", seconds(start), processor() - used,
	    resident());
}

int
main(int argc, char **argv)
{
	int n;

	if (argc >= 3 && strcmp(argv[1], "--operaio") == 0)
		worker_main(argv[2]);
	if (argc < 4 || (n = (int)strtol(argv[2], NULL, 10)) < 1)
		return 2;
	must(file_read(&odt, argv[3], ODT_MAX));
	if (strcmp(argv[1], "memoria") == 0)
		memory(n);
	else if (strcmp(argv[1], "tempo") == 0)
		duration();
	else
		rate(n, strcmp(argv[1], "uno") == 0);
	if (argc > 4)
		must(file_put(argv[4], pdf.data, pdf.len, 0600));
	return 0;
}
