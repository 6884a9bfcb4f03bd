/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * custodia.c - secret keys that people let the server keep, for who signs
 * where his own keyring is not.
 *
 * Refuses: a key that is not enrolled for a person, in force, with its keeping
 * by the server declared in the act of enrolling; one without a passphrase.
 * Not an atto: nothing of a secret key goes into the chain.  It stands in
 * custodia/ of the store, in no copy of it.
 */
#include <string.h>

#include "atti/firme/custodia.h"
#include "atti/store.h"
#include "base/file.h"
#include "firme/firme.h"
#include "registro/chiavi.h"
#include "servizio/servizio.h"

#define CHIAVE_MAX ((size_t)1024 * 1024)	/* bytes of the file */

/* Was it said, by an act, that the server keeps this key? */
static int
check_enrolled(struct arena *a, struct store *st, const char *impronta)
{
	struct chiave_arruolata k;
	int r;

	r = registro_chiave_leggi(&k, a, st->registro, impronta);
	if (r == ERR_ABSENT)
		return err_set(ERR_INVALID, "la chiave %s non è arruolata: "
		    "prima «arruola-chiave --custodia server», con la sua "
		    "parte pubblica", impronta);
	if (r != 0)
		return r;
	if (k.utente == NULL || strcmp(k.custodia, "server") != 0)
		return err_set(ERR_INVALID, "la chiave %s non è arruolata con "
		    "«--custodia server»: la tiene chi la usa", impronta);
	if (k.revocata != NULL)
		return err_set(ERR_INVALID, "la chiave %s è revocata",
		    impronta);
	return 0;
}

int
servizio_custodisci(char impronta[CHIAVE_LEN + 1], const char *dir, int fd,
    const struct segreto *frase)
{
	AUTO(arena) a = arena_new();
	AUTO(store) st = NULL;
	AUTO_BUF b = { 0 };
	int r;

	if ((r = store_open(&st, dir, 0)) != 0 ||
	    (r = file_read_fd(&b, fd, CHIAVE_MAX)) != 0 ||
	    (r = firme_init()) != 0 ||
	    (r = custodia_chi(impronta, buf_str(&b), b.len)) != 0 ||
	    (r = check_enrolled(a, st, impronta)) != 0)
		return r;
	return custodia_metti(store_path(a, st, CUSTODIA_DIR), impronta,
	    b.data, b.len, frase);
}

int
servizio_togli_custodita(const char *dir, const char *impronta)
{
	AUTO(arena) a = arena_new();
	AUTO(store) st = NULL;
	int r;

	if ((r = store_open(&st, dir, 0)) != 0 || (r = firme_init()) != 0)
		return r;
	return custodia_togli(store_path(a, st, CUSTODIA_DIR), impronta);
}
