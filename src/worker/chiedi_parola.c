/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * chiedi_parola.c - the parent's side of the job "parola".  What is typed goes
 * from one locked page into a pipe, and nowhere else.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "worker/operaio.h"
#include "worker/parola.h"

/* "kept\ntyped" in a page of its own. */
static int
two_lines(struct segreto **out, const char *kept, const struct segreto *typed)
{
	char tmp[SEGRETO_MAX];
	size_t k = strlen(kept), n = segreto_len(typed);
	int r;

	if (n > PAROLA_MAX || k >= PAROLA_HASH || strchr(kept, '\n') != NULL)
		return err_set(ERR_INVALID, "la parola d'ordine è troppo "
		    "lunga: al massimo %d byte", PAROLA_MAX);
	memcpy(tmp, kept, k);
	tmp[k] = '\n';
	memcpy(tmp + k + 1, segreto_str(typed), n);
	r = segreto_new(out, tmp, k + 1 + n);
	segreto_wipe(tmp, sizeof tmp);
	return r;
}

static int
ask(struct cursor *out, struct buf *answer, const char *lavoro,
    const char *kept, const struct segreto *typed)
{
	AUTO(segreto) lines = NULL;
	int r;

	if ((r = two_lines(&lines, kept, typed)) != 0)
		return r;
	return chiedi(out, answer, &(struct richiesta){ .lavoro = lavoro,
	    .pesante = true, .p = segreto_str(lines),
	    .n = segreto_len(lines), .secondi = 20, .out_max = 4096 });
}

/* A block of at most n - 1 bytes as text. */
static int
text(char *out, size_t n, struct cursor *c)
{
	const void *p;
	size_t len;

	if (cursor_block(&p, &len, c) != 0 || len >= n ||
	    memchr(p, '\0', len) != NULL)
		return chiedi_lie();
	memcpy(out, p, len);
	out[len] = '\0';
	return 0;
}

static int
yes_or_no(struct cursor *c)
{
	uint32_t v;

	if (cursor_u32(&v, c) != 0 || v > 1)
		return chiedi_lie();
	return (int)v;
}

int
worker_parola_crea(char out[PAROLA_HASH], const struct segreto *parola)
{
	AUTO_BUF answer = { 0 };
	struct cursor c;
	int r;

	if ((r = ask(&c, &answer, "parola:crea", "", parola)) != 0)
		return r;
	return text(out, PAROLA_HASH, &c);
}

int
worker_parola_vale(const char *hash, const struct segreto *parola)
{
	AUTO_BUF answer = { 0 };
	struct cursor c;
	int r;

	if ((r = ask(&c, &answer, "parola:vale", hash != NULL ? hash : "",
	    parola)) != 0)
		return r;
	r = yes_or_no(&c);
	return hash != NULL || r < 0 ? r : 0;
}

int
worker_totp(int64_t *passo, const char *chiave, const struct segreto *codice,
    int64_t ora)
{
	char lavoro[64], step[32];
	AUTO_BUF answer = { 0 };
	struct cursor c;
	int r, yes;

	snprintf(lavoro, sizeof lavoro, "parola:%lld", (long long)ora);
	if ((r = ask(&c, &answer, lavoro, chiave, codice)) != 0)
		return r;
	if ((yes = yes_or_no(&c)) <= 0)
		return yes;
	if ((r = text(step, sizeof step, &c)) != 0)
		return r;
	*passo = strtoll(step, NULL, 10);
	return 1;
}
