/* SPDX-License-Identifier: EUPL-1.2 */
#include "accesso/gettoni.h"

#include <stdio.h>
#include <string.h>

#include "accesso/interno.h"
#include "base/hash.h"
#include "base/random.h"

#define BREVE 12		/* digits that name one well enough */

int
gettone_crea(char out[GETTONE_LEN + 1], struct porta *p, const char *nome,
    const char *utente, int64_t dal, int64_t scade)
{
	char impronta[IMPRONTA_LEN + 1];

	if (scade <= dal ||
	    scade - dal > (int64_t)GETTONE_GIORNI_MAX * 24 * 60 * 60)
		return err_set(ERR_INVALID, "un gettone vale da 1 a %d giorni",
		    GETTONE_GIORNI_MAX);
	memcpy(out, GETTONE_PREFISSO, sizeof GETTONE_PREFISSO - 1);
	random_secret(out + sizeof GETTONE_PREFISSO - 1, 32);
	hash_hex(impronta, out, GETTONE_LEN);
	return db_run(p->db, P_GETTONE_NUOVO, "sssii", impronta, nome, utente,
	    dal, scade);
}

int
gettone_revoca(struct porta *p, const char *quale, int64_t ora)
{
	size_t n = strlen(quale);
	char last[IMPRONTA_LEN + 2];
	int e;

	if (n < BREVE || n > IMPRONTA_LEN ||
	    strspn(quale, "0123456789abcdef") != n)
		return err_set(ERR_INVALID, "un gettone si indica con le "
		    "prime %d cifre della sua impronta", BREVE);
	snprintf(last, sizeof last, "%sg", quale);
	if ((e = db_run(p->db, P_GETTONE_REVOCA, "ssi", quale, last,
	    ora)) != 0)
		return e;
	return db_changes(p->db) > 0 ? 0 :
	    err_set(ERR_ABSENT, "questo gettone non c'è, o è già revocato");
}

int
gettoni_elenco(struct gettone **out, int *n, struct arena *a, struct porta *p)
{
	struct gettone *list = NULL;
	AUTO_STMT s = NULL;
	int e, used = 0, cap = 0;

	if ((e = db_query(&s, p->db, P_GETTONI, "")) != 0)
		return e;
	while ((e = stmt_step(s)) == 1) {
		list = arena_more(a, list, used, &cap, sizeof *list);
		list[used++] = (struct gettone){
		    stmt_dup(a, s, 0), stmt_dup(a, s, 1), stmt_dup(a, s, 2),
		    stmt_int(s, 3), stmt_int(s, 4), stmt_int(s, 5),
		    stmt_int(s, 6) };
	}
	*out = list;
	*n = used;
	return e;
}
