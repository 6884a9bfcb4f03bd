/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * verifica.c - verifica on the command line: its options, a line that says how
 * far it is and how long it will take when stderr is a terminal.
 *
 * Exit: 0 whole (remarks or not), 1 defects, 2 usage, 4 it could not look.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/clock.h"
#include "base/hash.h"
#include "cli/cli.h"
#include "cli/linea.h"
#include "servizio/servizio.h"

static void
progress(void *arg, const char *che, int64_t fatto, int64_t totale)
{
	if (!linea_tocca(arg, che))
		return;
	linea_percento(arg, fatto, totale);
}

static int
usage(void)
{
	err_set(ERR_INVALID, "verifica vuole solo --da-ultima, --riprendi, "
	    "--processi N (fino a 64), --rapporto FILE, --impronta-nota "
	    "ATTO=IMPRONTA quante volte serve; --da-ultima e --riprendi non "
	    "insieme");
	stampa_errore(ERR_INVALID);
	return USCITA_USO;
}

/* "1234=0f3a…" */
static bool
read_noted(struct impronta_nota *out, const char *s)
{
	char *end;

	out->seq = strtoll(s, &end, 10);
	out->impronta = end + 1;
	return end > s && out->seq > 0 && *end == '=' &&
	    hash_valid(out->impronta);
}

static bool
read_all_noted(struct verifica_come *come, struct arena *a,
    const struct riga *r)
{
	struct impronta_nota *list = arena_alloc(a,
	    ((size_t)r->n_campi + 1) * sizeof *list);
	int i;

	come->note = list;
	for (i = 0; i < r->n_campi; i++)
		if (strcmp(r->campi[i][0], "impronta-nota") == 0 &&
		    !read_noted(&list[come->n_note++], r->campi[i][1]))
			return false;
	return true;
}

static bool
read_options(struct verifica_come *come, struct arena *a,
    const struct riga *r)
{
	static const char *const names[] = { "da-ultima", "riprendi",
	    "processi", "rapporto", "impronta-nota", NULL };
	const char *n = riga_valore(r, "processi");

	*come = (struct verifica_come){ .annota = true,
	    .da_ultima = riga_campo(r, "da-ultima") != NULL,
	    .riprendi = riga_campo(r, "riprendi") != NULL,
	    .rapporto = riga_valore(r, "rapporto") };
	if (!riga_solo(r, names, 0) || (come->da_ultima && come->riprendi) ||
	    !read_all_noted(come, a, r))
		return false;
	return n == NULL || ((come->processi = riga_numero(n)) >= 1 &&
	    come->processi <= 64);
}

int
verifica_di_riga(const struct riga *r)
{
	struct linea s = { .terminale = isatty(2), .inizio = clock_mono() };
	struct ascolto l = { linea_difetto, progress, &s };
	AUTO(arena) a = arena_new();
	struct verifica_come come;
	struct conto c;
	int e;

	if (!read_options(&come, a, r))
		return usage();
	e = servizio_verifica(&c, r->store, &come, &l);
	linea_pulisci(&s);
	if (e != 0)
		return stampa_errore(e);
	printf("verifica%s: %lld atti, %lld documenti, %lld cartelle, "
	    "%lld allegati, %lld firme, %lld letture: %lld difetti\n",
	    c.dopo > 0 ? " da-ultima" : "", (long long)c.atti,
	    (long long)c.documenti, (long long)c.cartelle,
	    (long long)c.allegati, (long long)c.firme, (long long)c.letture,
	    (long long)c.difetti);
	if (c.dopo > 0)
		printf("guardato solo ciò che è fatto dopo l'atto %lld: byte "
		    "più vecchi che si guastano, e le proiezioni, li vede "
		    "solo quella intera\n", (long long)c.dopo);
	return c.difetti > 0 ? USCITA_RILIEVI : USCITA_FATTO;
}
