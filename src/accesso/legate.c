/* SPDX-License-Identifier: EUPL-1.2 */
#include <stdio.h>
#include <string.h>

#include "accesso/interno.h"

const char legate_genesi[IMPRONTA_LEN + 1] =
    "0000000000000000000000000000000000000000000000000000000000000000";

int
legate_ultima(int64_t *n, char impronta[IMPRONTA_LEN + 1], struct db *db,
    int domanda)
{
	AUTO_STMT s = NULL;
	int e;

	*n = 0;
	memcpy(impronta, legate_genesi, sizeof legate_genesi);
	if ((e = db_query(&s, db, domanda, "")) != 0 ||
	    (e = stmt_step(s)) <= 0)
		return e;
	*n = stmt_int(s, 0);
	snprintf(impronta, IMPRONTA_LEN + 1, "%s", stmt_text(s, 1));
	return 0;
}
