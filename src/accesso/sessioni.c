/* SPDX-License-Identifier: EUPL-1.2 */
#include "accesso/sessioni.h"

#include <string.h>

#include "accesso/interno.h"
#include "base/hash.h"
#include "base/random.h"

#define TOCCA 60		/* seconds between two writings of `ultimo` */

static const char *const stati[] = {
	[SESSIONE_INTERA] = "intera", [SESSIONE_SECONDO] = "secondo",
	[SESSIONE_PREPARA] = "prepara",
};

const char *
sessione_stato_parola(enum sessione_stato s)
{
	return stati[s];
}

/* What is not known is worth least. */
static enum sessione_stato
state(const char *parola)
{
	if (strcmp(parola, stati[SESSIONE_INTERA]) == 0)
		return SESSIONE_INTERA;
	return strcmp(parola, stati[SESSIONE_PREPARA]) == 0 ? SESSIONE_PREPARA :
	    SESSIONE_SECONDO;
}

static int64_t
earlier(int64_t a, int64_t b)
{
	return a < b ? a : b;
}

static struct sessione
row(struct arena *a, struct stmt *s)
{
	struct sessione x = {
		.impronta = stmt_dup(a, s, 0), .utente = stmt_dup(a, s, 1),
		.per = stmt_dup(a, s, 2), .stato = state(stmt_text(s, 3)),
		.via = stmt_dup(a, s, 4), .csrf = stmt_dup(a, s, 5),
		.agente = stmt_dup(a, s, 6), .indirizzo = stmt_dup(a, s, 7),
		.nomina = stmt_dup(a, s, 8), .inizio = stmt_int(s, 9),
		.ultimo = stmt_int(s, 10),
	};

	x.scade = earlier(x.inizio + SESSIONE_LUNGA, x.ultimo + SESSIONE_FERMA);
	return x;
}

static int
none(void)
{
	return err_set(ERR_ABSENT, "la sessione è finita, o non c'è: entra di "
	    "nuovo");
}

/* Has it ended?  A clock that was put back does not make one longer. */
static bool
ended(const struct sessione *s, int64_t ora)
{
	return ora >= s->scade || ora < s->inizio - SESSIONE_FERMA;
}

/* The row is looked for by the hash: how long that takes tells nothing of the
 * secret. */
static int
find(struct sessione *out, struct arena *a, struct porta *p,
    const char *segreto)
{
	char impronta[IMPRONTA_LEN + 1];
	AUTO_STMT s = NULL;
	int e;

	if (segreto == NULL || strlen(segreto) != SESSIONE_SEGRETO)
		return none();
	hash_hex(impronta, segreto, SESSIONE_SEGRETO);
	if ((e = db_query(&s, p->db, P_SESSIONE, "s", impronta)) != 0 ||
	    (e = stmt_step(s)) < 0)
		return e;
	if (e == 0)
		return none();
	*out = row(a, s);
	return 0;
}

static int
same_browser(const struct sessione *s, const char *agente)
{
	return agente != NULL && strcmp(agente, s->agente) == 0 ? 0 :
	    err_set(ERR_FORBIDDEN, "la sessione è di un altro browser: entra "
	    "di nuovo");
}

int
sessione_trova(struct sessione *out, struct arena *a, struct porta *p,
    const char *segreto, const char *agente, int64_t ora)
{
	struct sessione x;
	int e;

	if ((e = find(&x, a, p, segreto)) != 0)
		return e;
	if (ended(&x, ora))
		return none();
	*out = x;
	if ((e = same_browser(&x, agente)) != 0 || ora - x.ultimo < TOCCA)
		return e;
	out->ultimo = ora;
	out->scade = earlier(x.inizio + SESSIONE_LUNGA, ora + SESSIONE_FERMA);
	return db_run(p->db, P_SESSIONE_TOCCA, "si", x.impronta, ora);
}

int
sessione_era(const char **utente, const char **per, struct arena *a,
    struct porta *p, const char *csrf, const char *agente, int64_t ora)
{
	AUTO_STMT s = NULL;
	int e;

	if (csrf == NULL || strlen(csrf) != ID_LEN || agente == NULL)
		return none();
	if ((e = db_query(&s, p->db, P_SESSIONE_ERA, "si", csrf,
	    ora - SESSIONE_FERMA - SESSIONE_RICORDO)) != 0 ||
	    (e = stmt_step(s)) < 0)
		return e;
	if (e == 0 || strcmp(agente, stmt_text(s, 2)) != 0)
		return none();
	*utente = stmt_dup(a, s, 0);
	*per = stmt_dup(a, s, 1);
	return 0;
}

int
sessione_gettone(struct sessione *out, struct arena *a, struct porta *p,
    const char *segreto, int64_t ora)
{
	char impronta[IMPRONTA_LEN + 1];
	AUTO_STMT s = NULL;
	int64_t last;
	int e;

	if (segreto == NULL || segreto[0] == '\0')
		return none();
	hash_hex(impronta, segreto, strlen(segreto));
	if ((e = db_query(&s, p->db, P_GETTONE, "s", impronta)) != 0 ||
	    (e = stmt_step(s)) < 0)
		return e;
	if (e == 0 || ora < stmt_int(s, 2) || ora >= stmt_int(s, 3))
		return err_set(ERR_ABSENT, "il gettone non vale, o non vale "
		    "più");
	last = stmt_int(s, 4);
	*out = (struct sessione){
		.impronta = arena_strdup(a, impronta),
		.gettone = stmt_dup(a, s, 0), .utente = stmt_dup(a, s, 1),
		.stato = SESSIONE_INTERA, .via = "gettone", .csrf = "",
		.agente = "", .indirizzo = "", .nomina = NULL,
		.inizio = stmt_int(s, 2), .ultimo = ora,
		.scade = stmt_int(s, 3),
	};
	if (ora - last < TOCCA)
		return 0;
	return db_run(p->db, P_GETTONE_TOCCA, "si", impronta, ora);
}

static int
insert(char segreto[SESSIONE_SEGRETO + 1], struct porta *p,
    const struct sessione *s, enum sessione_stato stato, int64_t ora)
{
	char impronta[IMPRONTA_LEN + 1], csrf[ID_LEN + 1];

	random_secret(segreto, SESSIONE_SEGRETO / 2);
	random_secret(csrf, ID_LEN / 2);
	hash_hex(impronta, segreto, SESSIONE_SEGRETO);
	return db_run(p->db, P_SESSIONE_NUOVA, "sssssssssii", impronta,
	    s->utente, s->per, stati[stato], s->via, csrf, s->agente,
	    s->indirizzo, s->nomina, s->inizio, ora);
}

int
sessione_inizia(char segreto[SESSIONE_SEGRETO + 1], struct porta *p,
    const struct sessione *s)
{
	int e;

	if ((e = db_exec(p->db, "BEGIN IMMEDIATE")) != 0)
		return e;
	if ((e = db_run(p->db, P_SESSIONI_CONTO, "sd", s->utente,
	    SESSIONI_MAX - 1)) == 0)
		e = insert(segreto, p, s, s->stato, s->inizio);
	return porta_chiudi(p, e);
}

int
sessione_rinnova(char segreto[SESSIONE_SEGRETO + 1], struct porta *p,
    const struct sessione *s, enum sessione_stato stato, int64_t ora)
{
	int e;

	if ((e = db_exec(p->db, "BEGIN IMMEDIATE")) != 0)
		return e;
	if ((e = db_run(p->db, P_SESSIONE_TOGLI, "ss", s->utente,
	    s->impronta)) == 0)
		/* closed meanwhile: it is not opened again */
		e = db_changes(p->db) == 1 ?
		    insert(segreto, p, s, stato, ora) : none();
	return porta_chiudi(p, e);
}

int
sessione_per(struct porta *p, const char *impronta, const char *per)
{
	return db_run(p->db, P_SESSIONE_PER, "ss", impronta, per);
}

int
sessione_chiudi(struct porta *p, const char *utente, const char *impronta)
{
	int e;

	if ((e = db_run(p->db, P_SESSIONE_TOGLI, "ss", utente, impronta)) != 0)
		return e;
	return db_changes(p->db) > 0 ? 0 :
	    err_set(ERR_ABSENT, "questa sessione non c'è, o è già finita");
}

int
sessioni_chiudi(int64_t *n, struct porta *p, const char *utente,
    const char *tranne)
{
	int e;

	if ((e = db_run(p->db, P_SESSIONI_TOGLI_DI, "ss", utente,
	    tranne)) != 0)
		return e;
	*n = db_changes(p->db);
	return 0;
}

int
sessioni_elenco(struct sessione **out, int *n, struct arena *a,
    struct porta *p, const char *utente, int64_t ora)
{
	struct sessione *list = NULL;
	AUTO_STMT s = NULL;
	int e, used = 0, cap = 0;

	if ((e = db_query(&s, p->db, P_SESSIONI_DI, "sii", utente,
	    ora - SESSIONE_LUNGA, ora - SESSIONE_FERMA)) != 0)
		return e;
	while ((e = stmt_step(s)) == 1) {
		list = arena_more(a, list, used, &cap, sizeof *list);
		list[used++] = row(a, s);
	}
	*out = list;
	*n = used;
	return e;
}

int
sessioni_pulisci(struct porta *p, int64_t ora)
{
	const int64_t before = ora - SESSIONE_FERMA - SESSIONE_RICORDO;
	int e;

	if ((e = db_run(p->db, P_SESSIONI_SCADUTE, "ii",
	    ora - SESSIONE_LUNGA - SESSIONE_RICORDO, before)) != 0)
		return e;
	return db_run(p->db, P_SESSIONI_CHIUSE, "i", before);
}
