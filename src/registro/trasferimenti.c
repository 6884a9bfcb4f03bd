/* SPDX-License-Identifier: EUPL-1.2 */
#include "registro/trasferimenti.h"

#include <ctype.h>

#include "documenti/trasferimento_carte.h"
#include "registro/query.h"

/* ---- other bodies ---- */

static const char *
small(struct arena *a, const char *codice_ipa)
{
	char *s = arena_strdup(a, codice_ipa);
	size_t i;

	for (i = 0; s[i] != '\0'; i++)
		s[i] = (char)tolower((unsigned char)s[i]);
	return s;
}

const char *
altro_ente_dir(struct arena *a, const char *codice_ipa)
{
	return arena_printf(a, DIR_ENTI "/%s", small(a, codice_ipa));
}

int
registro_altro_ente(struct altro_ente *out, struct arena *a,
    struct registro *r, const char *codice_ipa)
{
	AUTO_STMT s = NULL;
	int e;

	if ((e = db_query(&s, r->db, Q_ALTRO_ENTE, "s",
	    small(a, codice_ipa))) != 0 || (e = stmt_step(s)) < 0)
		return e;
	if (e == 0)
		return err_set(ERR_ABSENT, "l'ente %s non è arruolato",
		    codice_ipa);
	*out = (struct altro_ente){ .codice_ipa = stmt_dup(a, s, 0),
	    .denominazione = stmt_dup(a, s, 1), .chiave = stmt_dup(a, s, 2),
	    .revocato = stmt_dup(a, s, 8), .ordine = (int)stmt_int(s, 10) };
	return 0;
}

int
registro_chiave_altrui(struct altro_ente *out, struct arena *a,
    struct registro *r, const char *chiave)
{
	AUTO_STMT s = NULL;
	int e;

	if ((e = db_query(&s, r->db, Q_CHIAVE_ALTRUI, "s", chiave)) != 0 ||
	    (e = stmt_step(s)) < 0)
		return e;
	if (e == 0)
		return err_set(ERR_ABSENT, "la chiave non è di un altro ente");
	*out = (struct altro_ente){ .codice_ipa = stmt_dup(a, s, 0),
	    .chiave = chiave, .revocato = stmt_dup(a, s, 1) };
	return 0;
}

static void
add_columns(struct nodo *x, struct arena *a, struct stmt *s,
    const char *const *name, size_t n)
{
	size_t i;

	for (i = 0; i < n; i++)
		if (!stmt_null(s, (int)i))
			nodo_set(a, x, name[i], stmt_text(s, (int)i));
}

int
registro_altri_enti(struct nodo *vista, struct arena *a, struct registro *r,
    const char *codice_ipa)
{
	static const char *const name[] = { "codice-ipa", "denominazione",
	    "chiave", "algoritmo", "identita", "verificata", "nota",
	    "arruolato", "revocato", "motivo" };
	AUTO_STMT s = NULL;
	int e;

	e = codice_ipa == NULL ? db_query(&s, r->db, Q_ALTRI_ENTI, "") :
	    db_query(&s, r->db, Q_ALTRO_ENTE_TUTTO, "s",
	    small(a, codice_ipa));
	if (e != 0)
		return e;
	while ((e = stmt_step(s)) == 1)
		add_columns(nodo_elem(a, vista, "ente"), a, s, name,
		    NELEM(name));
	return e;
}

/* ---- transfers ---- */

int
registro_carte_trasferimento(struct carta_trasferimento **out, int *n,
    struct arena *a, struct registro *r, const char *caso)
{
	struct carta_trasferimento *list = NULL;
	AUTO_STMT s = NULL;
	int e, used = 0, cap = 0;

	if ((e = db_query(&s, r->db, Q_CARTE_TRASFERIMENTO, "s", caso)) != 0)
		return e;
	while ((e = stmt_step(s)) == 1) {
		list = arena_more(a, list, used, &cap, sizeof *list);
		list[used++] = (struct carta_trasferimento){
		    .ordine = (int)stmt_int(s, 0), .nostra = stmt_int(s, 1),
		    .giorno = stmt_dup(a, s, 2),
		    .trasferimento = stmt_dup(a, s, 3),
		    .tipo = stmt_dup(a, s, 4) };
	}
	*out = list;
	*n = used;
	return e;
}

static int
first(const char **out, struct arena *a, struct stmt *s, const char *none)
{
	int e = stmt_step(s);

	if (e < 0)
		return e;
	if (e == 0)
		return err_set(ERR_ABSENT, "%s", none);
	*out = stmt_dup(a, s, 0);
	return 0;
}

int
registro_caso_del_trasferimento(const char **out, struct arena *a,
    struct registro *r, const char *id)
{
	AUTO_STMT s = NULL;
	int e;

	if ((e = db_query(&s, r->db, Q_TRASFERIMENTO_CASO, "s", id)) != 0)
		return e;
	return first(out, a, s, "non c'è nessun trasferimento con questo id");
}

int
registro_caso_della_cartella(const char **out, struct arena *a,
    struct registro *r, const struct numero *n)
{
	AUTO_STMT s = NULL;
	int e;

	if ((e = db_query(&s, r->db, Q_CASO_DELLA_CARTELLA, "dd", n->anno,
	    n->progressivo)) != 0)
		return e;
	return first(out, a, s, "la cartella non è mai stata trasferita");
}

int
registro_cartella_del_caso(struct numero *out, struct registro *r,
    const char *caso)
{
	AUTO_STMT s = NULL;
	int e;

	if ((e = db_query(&s, r->db, Q_CARTELLA_DEL_CASO, "s", caso)) != 0 ||
	    (e = stmt_step(s)) < 0)
		return e;
	if (e == 0)
		return err_set(ERR_ABSENT, "il caso non ha qui una cartella");
	*out = (struct numero){ SERIE_CARTELLA, (int)stmt_int(s, 0),
	    (int)stmt_int(s, 1) };
	return 0;
}

static void
add_transfer(struct nodo *vista, struct arena *a, struct stmt *s)
{
	static const char *const name[] = { "id", "caso", "verso", "ente",
	    "stato", "riferimento", "motivo", "offerta", "scade", "pacchetto",
	    "finale", "protocollo", "perche", "dal" };
	struct nodo *x = nodo_elem(a, vista, "trasferimento");

	add_columns(x, a, s, name, NELEM(name));
	if (stmt_int(s, 14) == 1)
		nodo_set(a, x, "scaduta", "si");
	nodo_set(a, x, "seq", stmt_text(s, 15));
	if (!stmt_null(s, 16))
		nodo_set(a, x, "denominazione", stmt_text(s, 16));
}

int
registro_trasferimenti(struct nodo *vista, struct arena *a,
    struct registro *r, const struct occhio *o, bool tutti, int64_t dopo)
{
	AUTO_STMT s = NULL;
	int e;

	if ((e = db_query(&s, r->db, tutti ? Q_TRASFERIMENTI_TUTTI :
	    Q_TRASFERIMENTI_APERTI, "sssi", o->utente, o->atto, r->mano,
	    dopo > 0 ? dopo : INT64_MAX)) != 0)
		return e;
	while ((e = stmt_step(s)) == 1)
		add_transfer(vista, a, s);
	return e;
}

int
registro_trasferimento(struct nodo *vista, struct arena *a,
    struct registro *r, const struct occhio *o, const char *id)
{
	AUTO_STMT s = NULL;
	int e;

	if ((e = db_query(&s, r->db, Q_TRASFERIMENTO_UNO, "ssss", o->utente,
	    o->atto, r->mano, id)) != 0 || (e = stmt_step(s)) < 0)
		return e;
	if (e == 0)
		return err_set(ERR_ABSENT, "il trasferimento %s non c'è, o non "
		    "è fra le cose che puoi vedere", id);
	add_transfer(vista, a, s);
	return 0;
}

int
trasferimenti_esito(struct nodo *esito, struct arena *a, struct registro *r,
    int64_t seq)
{
	AUTO_STMT s = NULL;
	struct nodo *x = NULL;
	int e;

	if ((e = db_query(&s, r->db, Q_CARTE_DELL_ATTO, "i", seq)) != 0)
		return e;
	while ((e = stmt_step(s)) == 1) {
		if (x == NULL)
			x = nodo_elem(a, esito, "trasferimento");
		nodo_set(a, x, "id", stmt_text(s, 0));
		nodo_set(a, x, "stato", tr_stato_nome(tr_stato_dopo(
		    trasferimento_tipo(nodo_new(a, stmt_text(s, 1))),
		    stmt_int(s, 2))));
	}
	return e;
}

int
registro_consegne(const char ***out, int *n, struct arena *a,
    struct registro *r)
{
	const char **list = NULL;
	AUTO_STMT s = NULL;
	int e, used = 0, cap = 0;

	if ((e = db_query(&s, r->db, Q_CONSEGNE, "")) != 0)
		return e;
	while ((e = stmt_step(s)) == 1) {
		list = arena_more(a, list, used, &cap, sizeof *list);
		list[used++] = stmt_dup(a, s, 0);
	}
	*out = list;
	*n = used;
	return e;
}
