/* SPDX-License-Identifier: EUPL-1.2 */
#include "registro/firme.h"

#include <string.h>

#include "registro/query.h"

int
registro_firme(struct firma_riga **out, int *n, struct arena *a,
    struct registro *r, const char *documento_id)
{
	AUTO_STMT s = NULL;
	struct firma_riga *list = NULL;
	int e, used = 0, cap = 0;

	if ((e = db_query(&s, r->db, Q_FIRME, "s", documento_id)) != 0)
		return e;
	while ((e = stmt_step(s)) == 1) {
		list = arena_more(a, list, used, &cap, sizeof *list);
		list[used++] = (struct firma_riga){ stmt_dup(a, s, 0),
		    stmt_dup(a, s, 1), stmt_dup(a, s, 2), stmt_dup(a, s, 3),
		    stmt_dup(a, s, 4), stmt_dup(a, s, 5), stmt_dup(a, s, 6) };
	}
	*out = list;
	*n = used;
	return e;
}

int
registro_firmata_da(struct firma_riga *out, struct arena *a,
    struct registro *r, const char *documento_id,
    const char *documento_impronta, const char *utente)
{
	struct firma_riga *f;
	int e, n, i;

	if ((e = registro_firme(&f, &n, a, r, documento_id)) != 0)
		return e;
	for (i = 0; i < n; i++) {
		if (strcmp(f[i].utente, utente) != 0 ||
		    strcmp(f[i].documento_impronta, documento_impronta) != 0)
			continue;
		if (out != NULL)
			*out = f[i];
		return 1;
	}
	return 0;
}

int
registro_resa_firmata(const char **impronta, const char **ora,
    struct arena *a, struct registro *r, const char *documento_id,
    const char *documento_impronta)
{
	AUTO_STMT s = NULL;
	int e;

	if ((e = db_query(&s, r->db, Q_RESA_FIRMATA, "ss", documento_id,
	    documento_impronta)) != 0 || (e = stmt_step(s)) < 0)
		return e;
	if (e == 0)
		return err_set(ERR_ABSENT, "non c'è un PDF firmato: il "
		    "documento non è firmato, o lo è senza resa");
	*impronta = stmt_dup(a, s, 0);
	*ora = stmt_dup(a, s, 1);
	return 0;
}

int
registro_firme_quante(int *out, struct registro *r, const char *cartella)
{
	AUTO_STMT s = NULL;
	int e;

	if ((e = db_query(&s, r->db, Q_FIRME_QUANTE, "s", cartella)) != 0 ||
	    (e = stmt_step(s)) < 0)
		return e;
	*out = (int)stmt_int(s, 0);
	return 0;
}

int
registro_ogni_firma(struct registro *r, int64_t dopo, firma_fn *fn, void *arg)
{
	AUTO_STMT s = NULL;
	int e;

	if ((e = db_query(&s, r->db, Q_OGNI_FIRMA, "i", dopo)) != 0)
		return e;
	while ((e = stmt_step(s)) == 1) {
		struct firma_intera f = { stmt_text(s, 0), stmt_text(s, 1),
		    stmt_text(s, 2), stmt_text(s, 3), stmt_text(s, 4),
		    stmt_text(s, 5), stmt_text(s, 6), stmt_text(s, 7),
		    stmt_text(s, 8), stmt_int(s, 9) };

		if ((e = fn(arg, &f)) != 0)
			return e;
	}
	return e;
}

int
registro_oggetti_di_firma(struct firma_oggetto **out, int *n, struct arena *a,
    struct registro *r, const char *cartella, const char *percorso)
{
	AUTO_STMT s = NULL;
	struct firma_oggetto *list = NULL;
	int e, used = 0, cap = 0;

	if ((e = db_query(&s, r->db, Q_OGGETTI_DI_FIRMA, "ss", cartella,
	    percorso)) != 0)
		return e;
	while ((e = stmt_step(s)) == 1) {
		list = arena_more(a, list, used, &cap, sizeof *list);
		list[used++] = (struct firma_oggetto){
		    .ruolo = stmt_dup(a, s, 0), .documento = stmt_dup(a, s, 1),
		    .impronta = stmt_dup(a, s, 2),
		    .cartella = stmt_dup(a, s, 3),
		    .percorso = stmt_dup(a, s, 4),
		    .commit = stmt_dup(a, s, 5) };
	}
	*out = list;
	*n = used;
	return e;
}

int
registro_ogni_firma_file(struct registro *r, int64_t dopo, firma_file_fn *fn,
    void *arg)
{
	AUTO_STMT s = NULL;
	int e;

	if ((e = db_query(&s, r->db, Q_OGNI_FIRMA_FILE, "i", dopo)) != 0)
		return e;
	while ((e = stmt_step(s)) == 1) {
		struct firma_file f = { stmt_text(s, 0), stmt_text(s, 1),
		    stmt_text(s, 2), stmt_text(s, 3), stmt_text(s, 4),
		    (int)stmt_int(s, 5) };

		if ((e = fn(arg, &f)) != 0)
			return e;
	}
	return e;
}

int
registro_firma_di_manifesto(const char **cartella, const char **percorso,
    struct arena *a, struct registro *r, const char *impronta)
{
	AUTO_STMT s = NULL;
	int e;

	if ((e = db_query(&s, r->db, Q_FIRMA_DI_MANIFESTO, "s",
	    impronta)) != 0 || (e = stmt_step(s)) < 0)
		return e;
	if (e == 0)
		return err_set(ERR_ABSENT, "nessuna firma ha il manifesto "
		    "%.12s…", impronta);
	*cartella = stmt_dup(a, s, 0);
	*percorso = stmt_dup(a, s, 1);
	return 0;
}
