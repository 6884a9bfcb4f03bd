/* SPDX-License-Identifier: EUPL-1.2 */
#include "registro/indicatori.h"

#include <string.h>

#include "base/hash.h"
#include "documenti/indicatori.h"
#include "registro/query.h"
#include "xml/xml.h"

int
registro_momento(struct momento *out, struct arena *a, struct registro *r,
    const char *al)
{
	AUTO_STMT s = NULL;
	int e;

	if ((e = db_query(&s, r->db, Q_FINE_GIORNO, "isi", (int64_t)0,
	    al, INT64_MAX)) != 0 || (e = stmt_step(s)) < 0)
		return e;
	if (e == 0)
		return err_set(ERR_ABSENT, "al %s il registro non c'era "
		    "ancora: chiedi un giorno dopo", al);
	out->seq = stmt_int(s, 0);
	out->impronta = arena_strdup(a, stmt_text(s, 1));
	return 0;
}

int
registro_indicatori_tabella(struct nodo **out, int64_t *seq, struct arena *a,
    struct registro *r, const struct momento *m)
{
	AUTO_STMT s = NULL;
	const char *text;
	int e;

	if ((e = db_query(&s, r->db, Q_TABELLA_INDICATORI, "i",
	    m->seq)) != 0 || (e = stmt_step(s)) < 0)
		return e;
	if (e == 0)
		return err_set(ERR_ABSENT, "non c'erano ancora indicatori: il "
		    "responsabile li adotta con «adotta-indicatori», da un "
		    "file");
	*seq = stmt_int(s, 0);
	text = stmt_text(s, 1);
	return xml_parse(out, a, text, strlen(text), XML_OURS);
}

static const struct {
	const char *nome;
	int query;
	bool periodo;		/* else of a day */
} table[] = {
	{ IND_IN_CARICO, Q_IND_IN_CARICO, false },
	{ IND_PER_OPERATORE, Q_IND_PER_OPERATORE, false },
	{ IND_MICRO_EQUIPE, Q_IND_MICRO_EQUIPE, false },
	{ IND_RIUNIONI, Q_IND_RIUNIONI, true },
	{ IND_PRIMO_COLLOQUIO, Q_IND_PRIMO_COLLOQUIO, true },
	{ IND_OPERATORI, Q_IND_OPERATORI, false },
};

static void
cite(struct interrogazione *out, struct arena *a, int query)
{
	const struct query *q = &query_table[query];
	char hex[IMPRONTA_LEN + 1];

	hash_hex(hex, q->text, strlen(q->text));
	*out = (struct interrogazione){ q->name, arena_strdup(a, hex) };
}

static int
all_rows(struct conteggio **out, int *n, struct arena *a, struct stmt *s)
{
	int e, cap = 0;

	*n = 0;
	*out = NULL;
	while ((e = stmt_step(s)) == 1) {
		*out = arena_more(a, *out, *n, &cap, sizeof **out);
		(*out)[(*n)++] = (struct conteggio){
		    arena_strdup(a, stmt_text(s, 0)), stmt_int(s, 1) };
	}
	return e;
}

int
registro_indicatore(struct conteggio **out, int *n,
    struct interrogazione *query, struct arena *a, struct registro *r,
    const struct occhio *o, const char *nome, const struct momento *m,
    const char *dal, const char *al)
{
	AUTO_STMT s = NULL;
	size_t i;
	int e;

	*query = (struct interrogazione){ NULL, NULL };
	*n = 0;
	for (i = 0; i < NELEM(table) && strcmp(table[i].nome, nome) != 0; i++)
		;
	if (i == NELEM(table))
		return 0;
	cite(query, a, table[i].query);
	e = table[i].periodo ?
	    db_query(&s, r->db, table[i].query, "ssiss", o->utente, o->atto,
	    m->seq, dal, al) :
	    db_query(&s, r->db, table[i].query, "ssis", o->utente, o->atto,
	    m->seq, al);
	return e != 0 ? e : all_rows(out, n, a, s);
}
