/* SPDX-License-Identifier: EUPL-1.2 */
#include "registro/scarti.h"

#include <string.h>

#include "registro/espunzioni.h"
#include "registro/query.h"

/* ---- what may go ---- */

static void
fill(struct scartabile *x, struct arena *a, struct stmt *s, enum serie serie)
{
	*x = (struct scartabile){
		.n = { serie, (int)stmt_int(s, 0), (int)stmt_int(s, 1) },
		.classifica = stmt_dup(a, s, 2), .aperto = stmt_dup(a, s, 3),
		.chiuso = stmt_dup(a, s, 4), .esito = stmt_dup(a, s, 5),
		.scade = stmt_dup(a, s, 6), .perche = stmt_dup(a, s, 7),
		.scaduto = stmt_int(s, 8) == 1,
		.bloccato = stmt_int(s, 9) == 1,
		.deposito = (int)stmt_int(s, 10),
		.luogo = stmt_dup(a, s, 11), .pezzi = (int)stmt_int(s, 12),
		.elenco = (int)stmt_int(s, 13),
		.scartato = stmt_int(s, 14) == 1,
		.tipo = stmt_dup(a, s, 15), .livello = (int)stmt_int(s, 16),
		.in_viaggio = stmt_int(s, 17) == 1,
		.da_confermare = stmt_int(s, 18) == 1,
	};
}

int
registro_scartabile(struct scartabile *out, struct arena *a,
    struct registro *r, const struct occhio *o, const struct numero *n)
{
	static const int query[] = { [SERIE_CARTELLA] = Q_SCARTABILE_UNO_CS,
		[SERIE_ACCESSO] = Q_SCARTABILE_UNO_AC,
		[SERIE_FASCICOLO] = Q_SCARTABILE_UNO_FA };
	AUTO_STMT s = NULL;
	int e;

	if ((e = db_query(&s, r->db, query[n->serie], "sssdd", o->utente,
	    o->atto, r->mano, n->anno, n->progressivo)) != 0 ||
	    (e = stmt_step(s)) < 0)
		return e;
	if (e == 0)
		return err_set(ERR_ABSENT, "%s non esiste, o non è fra le "
		    "cose che puoi vedere", numero_text(a, n));
	fill(out, a, s, n->serie);
	return 0;
}

static int
add_all(struct scartabile **list, int *n, int *cap, struct arena *a,
    struct registro *r, const struct occhio *o, const char *classifica,
    enum serie serie)
{
	static const int query[] = { [SERIE_CARTELLA] = Q_SCARTABILI_CS,
		[SERIE_ACCESSO] = Q_SCARTABILI_AC,
		[SERIE_FASCICOLO] = Q_SCARTABILI_FA };
	AUTO_STMT s = NULL;
	int e;

	if ((e = db_query(&s, r->db, query[serie], "ssss", o->utente, o->atto,
	    r->mano, classifica)) != 0)
		return e;
	while ((e = stmt_step(s)) == 1) {
		*list = arena_more(a, *list, *n, cap, sizeof **list);
		fill(&(*list)[(*n)++], a, s, serie);
	}
	return e;
}

int
registro_scartabili(struct scartabile **out, int *n, struct arena *a,
    struct registro *r, const struct occhio *o, const char *classifica)
{
	static const enum serie all[] = { SERIE_CARTELLA, SERIE_ACCESSO,
		SERIE_FASCICOLO };
	int e = 0, cap = 0;
	size_t i;

	*out = NULL;
	*n = 0;
	for (i = 0; e == 0 && i < NELEM(all); i++)
		e = add_all(out, n, &cap, a, r, o, classifica, all[i]);
	return e;
}

/* Adds those of one folder. */
static int
measure(int64_t *documenti, int64_t *byte, struct registro *r,
    const char *cartella)
{
	AUTO_STMT s = NULL;
	struct numero n;
	int64_t count;
	int e;

	if ((e = numero_of_folder(&n, cartella)) != 0 ||
	    (e = db_int(&count, r->db, Q_SCARTO_DOCUMENTI_N, "s",
	    cartella)) != 0 ||
	    (e = db_query(&s, r->db, Q_SCARTO_BYTE, "sdd",
	    numero_sigla(n.serie), n.anno, n.progressivo)) != 0 ||
	    (e = stmt_step(s)) < 0)
		return e;
	*documenti += count + (e == 1 ? stmt_int(s, 1) : 0);
	*byte += e == 1 ? stmt_int(s, 0) : 0;
	return 0;
}

int
registro_scarto_misura(int64_t *documenti, int64_t *byte, struct registro *r,
    const struct numero *n)
{
	AUTO(arena) a = arena_new();
	const char **dove;
	int e, i, k;

	*documenti = *byte = 0;
	if ((e = registro_scarto_cartelle(&dove, &k, a, r, n)) != 0)
		return e;
	for (i = 0; i < k; i++)
		if ((e = measure(documenti, byte, r, dove[i])) != 0)
			return e;
	return 0;
}

int
registro_scarto_riservato(bool *secretato, bool *riservate,
    struct registro *r, const struct numero *n)
{
	AUTO(arena) a = arena_new();
	const char **dove;
	struct numero x;
	int e, i, k;

	*secretato = *riservate = false;
	if ((e = registro_scarto_cartelle(&dove, &k, a, r, n)) != 0)
		return e;
	for (i = 0; i < k; i++) {
		AUTO_STMT s = NULL;

		if ((e = numero_of_folder(&x, dove[i])) != 0 ||
		    (e = db_query(&s, r->db, Q_SCARTO_RISERVATO, "sdd",
		    numero_sigla(x.serie), x.anno, x.progressivo)) != 0 ||
		    (e = stmt_step(s)) < 0)
			return e;
		*secretato |= stmt_int(s, 0) == 1;
		*riservate |= stmt_int(s, 1) == 1;
	}
	return 0;
}

/* ---- lists ---- */

static void
fill_list(struct scarto_elenco *x, struct arena *a, struct stmt *s)
{
	*x = (struct scarto_elenco){
		.numero = (int)stmt_int(s, 0), .data = stmt_dup(a, s, 1),
		.utente = stmt_dup(a, s, 2),
		.soprintendenza = stmt_dup(a, s, 3),
		.richiesta = stmt_dup(a, s, 4), .inviata = stmt_dup(a, s, 5),
		.sospesa = stmt_dup(a, s, 6), .scade = stmt_dup(a, s, 7),
		.risposta = stmt_dup(a, s, 8), .estremi = stmt_dup(a, s, 9),
		.verbale = stmt_dup(a, s, 10),
		.trasmesso = stmt_dup(a, s, 11),
		.concluso = stmt_dup(a, s, 12),
		.ritirato = stmt_dup(a, s, 13), .stato = stmt_dup(a, s, 14),
		.ministero_chiesto = stmt_dup(a, s, 18),
		.ministero = stmt_dup(a, s, 19),
		.del_ministero = stmt_int(s, 20) == 1,
	};
}

/* Its row; absent: none. */
static int
one_list(struct stmt **s, struct registro *r, int elenco)
{
	int e;

	if ((e = db_query(s, r->db, Q_SCARTO_ELENCHI, "d", elenco)) != 0 ||
	    (e = stmt_step(*s)) < 0)
		return e;
	return e == 1 ? 0 : err_set(ERR_ABSENT, "non c'è un elenco di scarto "
	    "%d: li elenca «scarti»", elenco);
}

int
registro_scarto_elenco(struct scarto_elenco *out, struct arena *a,
    struct registro *r, int elenco)
{
	AUTO_STMT s = NULL;
	int e = one_list(&s, r, elenco);

	if (e == 0)
		fill_list(out, a, s);
	return e;
}

int
registro_scarto_voci(struct scarto_voce **out, int *n, struct arena *a,
    struct registro *r, int elenco)
{
	struct scarto_voce *list = NULL;
	AUTO_STMT s = NULL;
	int e, used = 0, cap = 0;

	if ((e = db_query(&s, r->db, Q_SCARTO_VOCI, "d", elenco)) != 0)
		return e;
	while ((e = stmt_step(s)) == 1) {
		list = arena_more(a, list, used, &cap, sizeof *list);
		list[used++] = (struct scarto_voce){
			.voce = (int)stmt_int(s, 0),
			.n = { numero_serie(stmt_text(s, 1)), (int)stmt_int(s, 2),
			    (int)stmt_int(s, 3) },
			.classifica = stmt_dup(a, s, 4),
			.tipologia = stmt_dup(a, s, 5),
			.chiuso = stmt_dup(a, s, 6),
			.motivo = stmt_dup(a, s, 11),
			.stato = stmt_dup(a, s, 13),
			.riservata = stmt_dup(a, s, 15),
		};
	}
	*out = list;
	*n = used;
	return e;
}

static void
add_list(struct nodo *vista, struct arena *a, struct stmt *s)
{
	static const char *const names[] = { "numero", "data", "utente",
	    "soprintendenza", "richiesta", "inviata", "sospesa", "scade",
	    "risposta", "estremi", "verbale", "trasmesso", "concluso",
	    "ritirato", "stato" };
	struct nodo *x = nodo_elem(a, vista, "elenco");
	size_t i;

	for (i = 0; i < NELEM(names); i++)
		nodo_set(a, x, names[i], stmt_text(s, (int)i));
	if (!stmt_null(s, 15) && stmt_int(s, 15) == 1)
		nodo_set(a, x, "tardi", "si");
	/* the list, or the verbale: it waits for a signature here */
	nodo_set(a, x, "da-firmare", stmt_text(s, 16));
	nodo_elem_text(a, x, "ritiro", stmt_text(s, 17));
	nodo_set(a, x, "ministero-chiesto", stmt_text(s, 18));
	nodo_set(a, x, "ministero", stmt_text(s, 19));
	if (stmt_int(s, 20) == 1)
		nodo_set(a, x, "del-ministero", "si");
	nodo_set(a, x, "provvedimento", stmt_text(s, 21));
}

int
registro_scarti(struct nodo *vista, struct arena *a, struct registro *r)
{
	AUTO_STMT s = NULL;
	int e;

	if ((e = db_query(&s, r->db, Q_SCARTO_ELENCHI, "n")) != 0)
		return e;
	while ((e = stmt_step(s)) == 1)
		add_list(vista, a, s);
	return e;
}

static void
add_term(struct nodo *vista, struct arena *a, struct stmt *s)
{
	struct nodo *x = nodo_elem(a, vista, "scarto");
	int64_t days = stmt_null(s, 3) ? 0 : stmt_int(s, 5);
	bool still = !stmt_null(s, 4);

	nodo_set(a, x, "elenco", stmt_text(s, 0));
	nodo_set(a, x, "a", stmt_text(s, 1));
	nodo_set(a, x, "inizio", stmt_text(s, 2));
	if (stmt_int(s, 6) == 1)
		nodo_set(a, x, "ministero", stmt_null(s, 7) ? "da-chiedere" :
		    stmt_text(s, 7));
	nodo_set(a, x, "stato", still ? "sospeso" : days < 0 ? "scaduto" :
	    days == 0 ? "oggi" : "corre");
	if (still) {
		nodo_set(a, x, "sospesa", stmt_text(s, 4));
		return;
	}
	nodo_set(a, x, "scade", stmt_text(s, 3));
	nodo_set(a, x, "giorni", stmt_text(s, 5));
}

int
registro_scarti_termini(struct nodo *vista, struct arena *a,
    struct registro *r, int entro)
{
	AUTO_STMT s = NULL;
	int e;

	if ((e = db_query(&s, r->db, Q_SCARTO_TERMINI, "d", entro)) != 0)
		return e;
	while ((e = stmt_step(s)) == 1)
		add_term(vista, a, s);
	return e;
}

static void
add_row(struct nodo *vista, struct arena *a, struct stmt *s)
{
	static const char *const names[] = { "classifica", "tipologia",
	    "chiuso", "scaduto", "documenti", "byte", "pezzi" };
	struct numero n = { numero_serie(stmt_text(s, 1)), (int)stmt_int(s, 2),
	    (int)stmt_int(s, 3) };
	struct nodo *x = nodo_elem(a, vista, "voce");
	size_t i;

	nodo_set(a, x, "n", stmt_text(s, 0));
	nodo_set(a, x, "riferimento", numero_text(a, &n));
	for (i = 0; i < NELEM(names); i++)
		nodo_set(a, x, names[i], stmt_text(s, (int)i + 4));
	nodo_set(a, x, "stato", stmt_text(s, 13));
	if (stmt_int(s, 14) == 1)
		nodo_set(a, x, "sagoma", "si");
	nodo_set(a, x, "riservata", stmt_text(s, 15));
	nodo_elem_text(a, x, "motivo", stmt_text(s, 11));
	if (!stmt_null(s, 12))
		nodo_elem_text(a, x, "escluso", stmt_text(s, 12));
}

int
registro_scarto_vista(struct nodo *vista, struct arena *a,
    struct registro *r, const struct occhio *o, int elenco)
{
	AUTO_STMT s = NULL;
	AUTO_STMT rows = NULL;
	int e;

	if ((e = one_list(&s, r, elenco)) != 0)
		return e;
	add_list(vista, a, s);
	if ((e = db_query(&rows, r->db, Q_SCARTO_VOCI_VISTE, "sssd",
	    o->utente, o->atto, r->mano, elenco)) != 0)
		return e;
	while ((e = stmt_step(rows)) == 1)
		add_row(vista, a, rows);
	return e;
}

/* ---- what goes ---- */

int
registro_scarto_cartelle(const char ***out, int *n, struct arena *a,
    struct registro *r, const struct numero *num)
{
	const char **list = NULL;
	AUTO_STMT s = NULL;
	int e, used = 0, cap = 0;

	list = arena_more(a, list, used, &cap, sizeof *list);
	list[used++] = numero_folder(a, num);
	if ((e = db_query(&s, r->db, Q_SCARTO_CARTELLE, "sdd",
	    numero_sigla(num->serie), num->anno, num->progressivo)) != 0)
		return e;
	while ((e = stmt_step(s)) == 1) {
		struct numero x = { numero_serie(stmt_text(s, 0)),
		    (int)stmt_int(s, 1), (int)stmt_int(s, 2) };

		list = arena_more(a, list, used, &cap, sizeof *list);
		list[used++] = numero_folder(a, &x);
	}
	*out = list;
	*n = used;
	return e;
}

int
registro_scarto_versioni(struct scarto_versione **out, int *n,
    struct arena *a, struct registro *r, const char *cartella)
{
	struct scarto_versione *list = NULL;
	AUTO_STMT s = NULL;
	int e, used = 0, cap = 0;

	if ((e = db_query(&s, r->db, Q_SCARTO_VERSIONI, "s", cartella)) != 0)
		return e;
	while ((e = stmt_step(s)) == 1) {
		list = arena_more(a, list, used, &cap, sizeof *list);
		list[used++] = (struct scarto_versione){
			.percorso = stmt_dup(a, s, 0), .seq = stmt_int(s, 1),
			.segno = stmt_dup(a, s, 2), .tipo = stmt_dup(a, s, 3),
			.impronta = stmt_dup(a, s, 4),
			.lapide = stmt_dup(a, s, 5),
		};
	}
	*out = list;
	*n = used;
	return e;
}

struct testi {
	const char **v;
	int n, cap;
};

static int
add_texts(struct testi *t, struct arena *a, struct stmt *s)
{
	int e;

	while ((e = stmt_step(s)) == 1) {
		t->v = arena_more(a, t->v, t->n, &t->cap, sizeof *t->v);
		t->v[t->n++] = stmt_dup(a, s, 0);
	}
	return e;
}

int
registro_scarto_allegati(const char ***out, int *n, struct arena *a,
    struct registro *r, const char *cartella)
{
	struct testi t = { .n = 0 };
	AUTO_STMT files = NULL;
	AUTO_STMT s = NULL;
	struct numero num;
	int e;

	if ((e = numero_of_folder(&num, cartella)) != 0 ||
	    (e = db_query(&s, r->db, Q_SCARTO_ALLEGATI, "s",
	    cartella)) != 0 || (e = add_texts(&t, a, s)) != 0 ||
	    (e = db_query(&files, r->db, Q_SCARTO_FILE, "sdd",
	    numero_sigla(num.serie), num.anno, num.progressivo)) != 0 ||
	    (e = add_texts(&t, a, files)) != 0)
		return e;
	*out = t.v;
	*n = t.n;
	return 0;
}

static int
among(struct registro *r, const char *cartella, const char *const *cartelle,
    int n)
{
	int i;

	for (i = 0; i < n; i++)
		if (strcmp(cartelle[i], cartella) == 0)
			return 1;
	return registro_scartata(NULL, NULL, r, cartella);
}

int
registro_scarto_trattiene(struct registro *r, const char *impronta,
    const char *const *cartelle, int n)
{
	AUTO(arena) a = arena_new();
	AUTO_STMT rep = NULL;
	AUTO_STMT s = NULL;
	int e, gone;

	if ((e = db_query(&rep, r->db, Q_SCARTO_REPERTORI, "s",
	    impronta)) != 0 || (e = stmt_step(rep)) != 0)
		return e;
	if ((e = db_query(&s, r->db, Q_SCARTO_ALTRE, "s", impronta)) != 0)
		return e;
	while ((e = stmt_step(s)) == 1) {
		struct numero in = { 0 };

		if (stmt_null(s, 2))
			return 1;
		in.serie = numero_serie(stmt_text(s, 2));
		in.anno = (int)stmt_int(s, 3);
		in.progressivo = (int)stmt_int(s, 4);
		gone = among(r, numero_folder(a, &in), cartelle, n);
		if (gone != 1)
			return gone < 0 ? gone : 1;
	}
	return e;
}

int
registro_scarto_uscite(struct numero **out, int *n, struct arena *a,
    struct registro *r, const struct numero *num)
{
	struct numero *list = NULL;
	AUTO_STMT s = NULL;
	int e, used = 0, cap = 0;

	if ((e = db_query(&s, r->db, Q_SCARTO_USCITE, "sdd",
	    numero_sigla(num->serie), num->anno, num->progressivo)) != 0)
		return e;
	while ((e = stmt_step(s)) == 1) {
		list = arena_more(a, list, used, &cap, sizeof *list);
		list[used++] = (struct numero){ SERIE_PROTOCOLLO,
		    (int)stmt_int(s, 0), (int)stmt_int(s, 1) };
	}
	*out = list;
	*n = used;
	return e;
}

/* ---- what the conservatore has ---- */

struct versati {
	struct versato *v;
	int n, cap;
};

static int
add_handed(struct versati *t, struct arena *a, struct stmt *s)
{
	int e;

	while ((e = stmt_step(s)) == 1) {
		t->v = arena_more(a, t->v, t->n, &t->cap, sizeof *t->v);
		t->v[t->n++] = (struct versato){ stmt_dup(a, s, 0),
		    stmt_dup(a, s, 2), stmt_dup(a, s, 3),
		    (int)stmt_int(s, 1) };
	}
	return e;
}

static int
handed_case(struct versati *t, struct arena *a, struct registro *r,
    const struct numero *n, int64_t dopo)
{
	AUTO_STMT s = NULL;
	int e = db_query(&s, r->db, Q_VERSATI_CASO, "sddi",
	    numero_sigla(n->serie), n->anno, n->progressivo, dopo);

	return e != 0 ? e : add_handed(t, a, s);
}

int
registro_versati(struct versato **out, int *n, struct arena *a,
    struct registro *r, const struct numero *num, int64_t dopo)
{
	struct versati t = { .n = 0 };
	int e = handed_case(&t, a, r, num, dopo);

	*out = t.v;
	*n = t.n;
	return e;
}

static int
handed_with(struct versati *t, struct arena *a, struct registro *r,
    const char *cartella)
{
	AUTO_STMT s = NULL;
	struct numero n;
	int e;

	if ((e = numero_of_folder(&n, cartella)) != 0 ||
	    (e = handed_case(t, a, r, &n, 0)) != 0 ||
	    (e = db_query(&s, r->db, Q_VERSATI_PROTOCOLLI, "sdd",
	    numero_sigla(n.serie), n.anno, n.progressivo)) != 0)
		return e;
	return add_handed(t, a, s);
}

int
registro_scarto_versati(struct versato **out, int *n, struct arena *a,
    struct registro *r, const struct numero *num)
{
	struct versati t = { .n = 0 };
	const char **dove;
	int e, i, k;

	if ((e = registro_scarto_cartelle(&dove, &k, a, r, num)) != 0)
		return e;
	for (i = 0; i < k; i++)
		if ((e = handed_with(&t, a, r, dove[i])) != 0)
			return e;
	*out = t.v;
	*n = t.n;
	return 0;
}

/* ---- what was destroyed ---- */

int
registro_scartata(struct scartata *out, struct arena *a, struct registro *r,
    const char *cartella)
{
	AUTO_STMT s = NULL;
	int e;

	if ((e = db_query(&s, r->db, Q_SCARTATA, "s", cartella)) != 0 ||
	    (e = stmt_step(s)) <= 0)
		return e;
	if (out != NULL)
		*out = (struct scartata){ .data = stmt_dup(a, s, 0),
		    .autorizzazione = stmt_dup(a, s, 1),
		    .elenco = (int)stmt_int(s, 2),
		    .verbale = stmt_dup(a, s, 3) };
	return 1;
}

int
registro_scarto_atteso(int *elenco, struct registro *r,
    const struct numero *n)
{
	AUTO_STMT s = NULL;
	int e;

	*elenco = 0;
	if ((e = db_query(&s, r->db, Q_SCARTO_ATTESO_CS, "dd", n->anno,
	    n->progressivo)) != 0 || (e = stmt_step(s)) < 0)
		return e;
	if (e == 1 && !stmt_null(s, 0))
		*elenco = (int)stmt_int(s, 0);
	return 0;
}
