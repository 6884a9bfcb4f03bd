/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * revoche.c - `revoche` on the command line: files about revocations taken in,
 * or what there is of them.
 */
#include <string.h>
#include <unistd.h>

#include "base/clock.h"
#include "cli/cli.h"
#include "servizio/revoche.h"

static void
print_one(const struct nodo *n)
{
	char oggi[ORA_LEN + 1];
	const char *al = nodo_attr(n, "al");

	if (nodo_attr(n, "file") != NULL)
		printf("%.16s… ", nodo_attr(n, "file"));
	if (nodo_attr(n, "illeggibile") != NULL) {
		stampa_testo(stdout, nodo_attr(n, "illeggibile"));
		printf("\n");
		return;
	}
	clock_iso(oggi, clock_now());
	printf("%s ", strcmp(nodo_attr(n, "tipo"), "crl") == 0 ?
	    "lista di revoche di" : "risposta OCSP di");
	stampa_testo(stdout, nodo_attr(n, "emittente"));
	printf(", dal %.10s", nodo_attr(n, "dal"));
	if (al != NULL)
		printf(" al %.10s%s", al, strcmp(al, oggi) < 0 ?
		    ": superata" : "");
	printf("\n");
}

static int
list(struct arena *a, const struct riga *r)
{
	const struct nodo *n;
	struct nodo *all;
	int e;

	if ((e = servizio_revoche(&all, a, r->store)) != 0)
		return stampa_errore(e);
	for (n = nodo_child(all, NULL); n != NULL; n = nodo_next(n, NULL))
		print_one(n);
	if (nodo_child(all, NULL) == NULL)
		printf("nessuna\n");
	return USCITA_FATTO;
}

int
revoche(struct arena *a, const struct riga *r)
{
	struct nodo *n;
	int e, i;

	if (r->n_campi > 0) {
		err_set(ERR_INVALID, "revoche vuole solo --store e dei file");
		stampa_errore(ERR_INVALID);
		return USCITA_USO;
	}
	if (r->n_resto == 0)
		return list(a, r);
	for (i = 0; i < r->n_resto; i++) {
		AUTO_FD int fd = -1;

		if ((e = esegui_apri(&fd, r->resto[i])) != 0)
			return stampa_errore(e);
		if ((e = servizio_revoche_metti(&n, a, r->store, fd)) != 0) {
			e = err_prefix(e, "%s", r->resto[i]);
			return stampa_errore(e);
		}
		print_one(n);
	}
	return USCITA_FATTO;
}
