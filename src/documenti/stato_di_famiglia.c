/* SPDX-License-Identifier: EUPL-1.2 */
#include "documenti/stato_di_famiglia.h"

#include <string.h>

#include "documenti/codice_fiscale.h"
#include "documenti/regole.h"

/* ---- who is what to whom ---- */

static int
count_sigla(struct rilievi *out, const struct nodo *fam, const char *sigla)
{
	const struct nodo *c;
	const char *v;
	int n = 0;

	for (c = nodo_child(fam, "componente"); c != NULL;
	    c = nodo_next(c, "componente")) {
		v = nodo_value(out->a, c, "sigla");
		n += v != NULL && strcmp(v, sigla) == 0;
	}
	return n;
}

static void
check_relations(struct rilievi *out, const struct nodo *fam,
    const struct nodo *c)
{
	const char *sigla = nodo_value(out->a, c, "sigla"), *con;
	const struct nodo *r;

	if (sigla != NULL && (strcmp(sigla, "interessato") == 0 ||
	    count_sigla(out, fam, sigla) > 1))
		rilievo_add(out, ERRORE, figlio_path(out->a, c, "sigla"),
		    "sigla-ripetuta", NULL, "«%s» indica già un altro: scegli "
		    "un'altra sigla", sigla);
	for (r = nodo_child(c, "relazione"); r; r = nodo_next(r, "relazione")) {
		con = nodo_value(out->a, r, "con");
		if (sigla != NULL && strcmp(con, sigla) == 0)
			rilievo_add(out, ERRORE, figlio_path(out->a, r, "con"),
			    "relazione-con-se", NULL, "una relazione è con "
			    "un altro");
		else if (strcmp(con, "interessato") != 0 &&
		    count_sigla(out, fam, con) == 0)
			rilievo_add(out, ERRORE, figlio_path(out->a, r, "con"),
			    "relazione-ignota", NULL, "nessuno qui ha la sigla "
			    "«%s»", con);
	}
}

static void
check_life(struct rilievi *out, const struct nodo *c, const char *oggi)
{
	const char *nascita = nodo_value(out->a, c, "nascita");
	const char *decesso = nodo_value(out->a, c, "decesso");
	const char *cf = nodo_value(out->a, c, "codice-fiscale");

	regola_non_futura(out, c, "decesso", oggi, "la data del decesso");
	if (nascita != NULL && decesso != NULL && strcmp(decesso, nascita) < 0)
		rilievo_add(out, ERRORE, figlio_path(out->a, c, "decesso"),
		    "decesso-anteriore", NULL, "un decesso del %s non può "
		    "venire prima della nascita, il %s", decesso, nascita);
	if (cf != NULL && !codice_fiscale_valid(cf))
		rilievo_add(out, ERRORE, figlio_path(out->a, c,
		    "codice-fiscale"), "codice-fiscale", "DM 23/12/1976",
		    "il codice fiscale %s non esiste: il carattere di "
		    "controllo è un altro", cf);
}

void
stato_di_famiglia_check(struct rilievi *out, const struct nodo *fam,
    const char *oggi)
{
	const char *data = nodo_value(out->a, fam, "data"), *nascita;
	const struct nodo *c;

	regola_non_futura(out, fam, "data", oggi,
	    "la data dello stato di famiglia");
	for (c = nodo_child(fam, "componente"); c != NULL;
	    c = nodo_next(c, "componente")) {
		nascita = nodo_value(out->a, c, "nascita");
		check_relations(out, fam, c);
		check_life(out, c, oggi);
		if (nascita != NULL && data != NULL &&
		    strcmp(nascita, data) > 0)
			rilievo_add(out, ERRORE,
			    figlio_path(out->a, c, "nascita"),
			    "nascita-posteriore", NULL, "un componente nato il "
			    "%s non può essere nello stato di famiglia del %s",
			    nascita, data);
	}
}
