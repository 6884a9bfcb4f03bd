/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * servi.c - `cartella servi`: its options, and what it says when it serves.
 *
 * Refuses: an option twice, one it does not know, a number that is none.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cli/cli.h"
#include "servizio/servi_avvio.h"

static const struct opzioni_servi *serving;	/* for `ready` */

static void
ready(const char *indirizzo)
{
	bool path = strncmp(indirizzo, "unix:", 5) == 0;

	printf("%s%s%s\n", path ? "" : serving->tls_cert != NULL ?
	    "https://" : "http://", indirizzo, path ? "" : "/");
	fflush(stdout);
}

static int
number(int *out, const char *name, const char *value, int max)
{
	char *end;
	long n = strtol(value, &end, 10);

	if (value[0] < '0' || value[0] > '9' || *end != '\0' || n < 1 ||
	    n > max)
		return err_set(ERR_INVALID, "--%s vuole un numero da 1 a %d",
		    name, max);
	*out = (int)n;
	return 0;
}

static int
option(struct opzioni_servi *o, const char *name, const char *value)
{
	const struct {
		const char *name, **to;
	} words[] = {
		{ "indirizzo", &o->indirizzo }, { "tls-cert", &o->tls_cert },
		{ "tls-chiave", &o->tls_chiave }, { "tls-ca", &o->tls_ca },
		{ "dietro-proxy", &o->proxy }, { "nomi", &o->nomi },
		{ "utente-intestazione", &o->utente_intestazione },
	};
	const struct {
		const char *name;
		int *to, max;
	} numbers[] = {
		{ "web", &o->web, 16 }, { "lettori", &o->lettori, 32 },
		{ "compositori", &o->compositori, 8 },
		{ "connessioni", &o->connessioni, 10000 },
	};
	size_t i;

	for (i = 0; i < NELEM(words); i++)
		if (strcmp(words[i].name, name) == 0) {
			*words[i].to = value;
			return 0;
		}
	for (i = 0; i < NELEM(numbers); i++)
		if (strcmp(numbers[i].name, name) == 0)
			return number(numbers[i].to, name, value,
			    numbers[i].max);
	return err_set(ERR_INVALID, "servi non ha l'opzione --%s", name);
}

static int
options(struct opzioni_servi *o, const struct riga *r)
{
	int i, j, e;

	if (r->n_resto > 0)
		return err_set(ERR_INVALID, "servi non vuole argomenti: %s",
		    r->resto[0]);
	for (i = 0; i < r->n_campi; i++) {
		for (j = 0; j < i; j++)
			if (strcmp(r->campi[i][0], r->campi[j][0]) == 0)
				return err_set(ERR_INVALID, "--%s è dato due "
				    "volte", r->campi[i][0]);
		if ((e = option(o, r->campi[i][0], r->campi[i][1])) != 0)
			return e;
	}
	if (o->utente_intestazione != NULL && o->proxy == NULL)
		return err_set(ERR_INVALID, "--utente-intestazione vale solo "
		    "--dietro-proxy");
	return 0;
}

int
servi_di_riga(const struct riga *r, char **argv)
{
	struct opzioni_servi o = { .dir = r->store,
	    .indirizzo = "127.0.0.1:8080", .argv = argv, .pronto = ready };
	int e;

	if ((e = options(&o, r)) != 0) {
		stampa_errore(e);
		return USCITA_USO;
	}
	serving = &o;
	if ((e = servi(&o)) != 0)
		return stampa_errore(e);
	return USCITA_FATTO;
}
