/* SPDX-License-Identifier: EUPL-1.2 */
#include "atti/carte/modelli.h"

#include <string.h>

#include "base/hash.h"
#include "documenti/dizionario_tipo.h"
#include "registro/carte.h"
#include "registro/modelli.h"
#include "resa/modello.h"
#include "xml/campi.h"

#define MODELLI_DIR "modelli"
#define TIPO "tipo:"		/* a kind of paper of the office */
#define TIPO_COMUNE "tipo"	/* in the dictionary: what all of them have */

char *
modello_percorso(struct arena *a, const char *nome, const char *file)
{
	return arena_printf(a, MODELLI_DIR "/%s/%s", nome, file);
}

/* ---- what each uses ---- */

#define RICORDI_MAX 64

/* By impronta: a run of letters, and esamina under the lock, ask again. */
static struct ricordo {
	char impronta[IMPRONTA_LEN + 1];
	struct nodo *scheda;
} ricordi[RICORDI_MAX];
static int n_ricordi;
static struct arena *ricordi_arena;

static int
scheda_of(struct modello_scelto *x, struct arena *a)
{
	struct ricordo *m;
	int i, r;

	for (i = 0; i < n_ricordi; i++)
		if (strcmp(ricordi[i].impronta, x->impronta) == 0) {
			x->scheda = nodo_copy(a, ricordi[i].scheda);
			return 0;
		}
	if ((r = modello_scheda(&x->scheda, a, x->p, x->n)) != 0 ||
	    n_ricordi == RICORDI_MAX)
		return r;
	if (ricordi_arena == NULL)
		ricordi_arena = arena_new();
	m = &ricordi[n_ricordi++];
	memcpy(m->impronta, x->impronta, sizeof m->impronta);
	m->scheda = nodo_copy(ricordi_arena, x->scheda);
	return 0;
}

/* ---- those shipped ---- */

static const struct nodo *
of_name(const struct nodo *indice, const char *nome)
{
	const struct nodo *m;

	for (m = nodo_child(indice, "modello"); m != NULL;
	    m = nodo_next(m, "modello"))
		if (strcmp(nodo_attr(m, "nome"), nome) == 0)
			return m;
	return NULL;
}

int
modello_in_indice(const struct nodo **out, struct arena *a, const char *nome)
{
	struct nodo *indice;
	int r;

	if ((r = modello_spediti(&indice, a)) != 0)
		return r;
	*out = of_name(indice, nome);
	return 0;
}

static int
shipped(struct modello_scelto *out, struct op *op, const struct nodo *m)
{
	char impronta[IMPRONTA_LEN + 1];
	struct modello_scelto x = { 0 };
	const struct buf *b;
	int r;

	x.nome = arena_strdup(op->a, nodo_attr(m, "nome"));
	x.denominazione = arena_strdup(op->a, nodo_attr(m, "denominazione"));
	x.titolo = x.denominazione;
	if ((r = modello_spedito(&b, x.nome)) != 0)
		return r;
	hash_hex(impronta, b->data, b->len);
	x.impronta = arena_strdup(op->a, impronta);
	x.p = b->data;
	x.n = b->len;
	if ((r = scheda_of(&x, op->a)) != 0)
		return r;
	*out = x;
	return 0;
}

/* ---- those of the office ---- */

/* From the commit of the act that adopted it. */
static int
read_odt(struct buf *out, struct op *op, const struct modello *m)
{
	const char *doc = modello_percorso(op->a, m->nome, "modello.xml");
	char impronta[IMPRONTA_LEN + 1];
	struct versione *v;
	struct folder *f;
	int i, n, r;

	if ((r = registro_versioni(&v, &n, op->a, op->st->registro, "ente",
	    doc)) != 0 || (r = store_folder(&f, op->st, "ente", false)) != 0)
		return r;
	for (i = 0; i < n && v[i].seq != m->seq; i++)
		;
	if (i == n)
		return err_set(ERR_FAULT, "ente/%s non ha la versione %d", doc,
		    m->versione);
	if ((r = folder_read(out, f, v[i].commit, modello_percorso(op->a,
	    m->nome, "modello.odt"))) != 0)
		return r;
	hash_hex(impronta, out->data, out->len);
	if (strcmp(impronta, m->impronta) != 0)
		return err_set(ERR_FAULT, "il modello «%s» (versione %d) non è "
		    "quello adottato: eseguire «cartella verifica»", m->nome,
		    m->versione);
	return 0;
}

static int
adopted(struct modello_scelto *out, struct op *op, const struct modello *m)
{
	struct modello_scelto x = { .nome = m->nome, .versione = m->versione,
	    .impronta = m->impronta, .denominazione = m->denominazione,
	    .titolo = m->titolo };
	AUTO_BUF odt = { 0 };
	int r;

	if ((r = read_odt(&odt, op, m)) != 0)
		return r;
	x.p = arena_memdup(op->a, odt.data, odt.len);
	x.n = odt.len;
	if ((r = scheda_of(&x, op->a)) != 0)
		return r;
	*out = x;
	return 0;
}

/* 1: the office's model of that name is in force; 0: it has none. */
static int
in_force(struct modello *out, struct op *op, const char *nome)
{
	int r = registro_modello(out, op->a, op->st->registro, nome, 0);

	if (r == ERR_ABSENT) {
		err_clear();
		return 0;
	}
	return r != 0 ? r : !out->ritirato;
}

/* ---- choosing ---- */

static void
name(struct buf *out, const char *nome)
{
	buf_printf(out, "%s%s", out->len > 0 ? ", " : "", nome);
}

/* absent, with the names there are for that kind. */
static int
none(struct op *op, const char *nome, const char *carta)
{
	AUTO_BUF names = { 0 };
	struct modello *list, mine;
	struct nodo *indice;
	const struct nodo *m;
	int i, n, r;

	if ((r = modello_spediti(&indice, op->a)) != 0 ||
	    (r = registro_modelli(&list, &n, op->a, op->st->registro)) != 0)
		return r;
	for (m = nodo_child(indice, "modello"); m != NULL;
	    m = nodo_next(m, "modello"))
		if (strcmp(nodo_attr(m, "carta"), carta) == 0)
			name(&names, nodo_attr(m, "nome"));
	for (i = 0; i < n; i++) {
		mine = list[i];
		if (!mine.ritirato && strcmp(mine.carta, carta) == 0 &&
		    of_name(indice, mine.nome) == NULL)
			name(&names, mine.nome);
	}
	return err_set(ERR_ABSENT, "non c'è il modello «%s» per %s; modelli "
	    "per %s: %s", nome, carta, carta,
	    names.len > 0 ? buf_str(&names) : "nessuno");
}

int
modello_scegli(struct modello_scelto *out, struct op *op, const char *nome,
    const char *carta)
{
	const struct nodo *x = NULL;
	struct modello m;
	int r;

	if ((r = op_dipende(op, "ente")) != 0 ||
	    (r = in_force(&m, op, nome)) < 0)
		return r;
	if (r == 1 && strcmp(m.carta, carta) == 0)
		return adopted(out, op, &m);
	if (r == 0 && (r = modello_in_indice(&x, op->a, nome)) != 0)
		return r;
	if (x != NULL && strcmp(nodo_attr(x, "carta"), carta) == 0)
		return shipped(out, op, x);
	return none(op, nome, carta);
}

int
modello_in_uso(struct modello_scelto *out, struct op *op, const char *nome)
{
	const struct nodo *x;
	struct modello m;
	int r;

	if ((r = in_force(&m, op, nome)) != 0)
		return r < 0 ? r : adopted(out, op, &m);
	if ((r = modello_in_indice(&x, op->a, nome)) != 0)
		return r;
	return x != NULL ? shipped(out, op, x) : err_set(ERR_ABSENT, "non c'è "
	    "un modello «%s»: «cartella modelli» dice quali ci sono", nome);
}

int
modello_versione(struct modello_scelto *out, struct op *op, const char *nome,
    int versione)
{
	const struct nodo *x;
	struct modello m;
	int r;

	if (versione > 0) {
		if ((r = registro_modello(&m, op->a, op->st->registro, nome,
		    versione)) != 0)
			return r;
		return adopted(out, op, &m);
	}
	if ((r = modello_in_indice(&x, op->a, nome)) != 0)
		return r;
	if (x == NULL)
		return err_set(ERR_ABSENT, "il programma non ha un modello "
		    "«%s»", nome);
	return shipped(out, op, x);
}

/* ---- dictionaries ---- */

static void
kind(struct nodo *out, struct arena *a, const char *nome,
    const char *denominazione)
{
	struct nodo *k = nodo_elem(a, out, "carta");

	nodo_set(a, k, "nome", nome);
	nodo_set(a, k, "denominazione", denominazione);
}

int
modello_carte(struct nodo *out, struct op *op)
{
	const char *const *carte;
	struct tipo *tipi;
	struct nodo *d;
	int i, n, r;

	if ((r = dizionario_carte(&carte, op->a)) != 0 ||
	    (r = registro_tipi(&tipi, &n, op->a, op->st->registro)) != 0)
		return r;
	for (; *carte != NULL; carte++) {
		if (strcmp(*carte, TIPO_COMUNE) == 0)
			continue;
		if ((r = dizionario_di(&d, op->a, *carte)) != 0)
			return r;
		kind(out, op->a, *carte, nodo_attr(d, "denominazione"));
	}
	for (i = 0; i < n; i++)
		kind(out, op->a, arena_printf(op->a, TIPO "%s", tipi[i].nome),
		    tipi[i].denominazione);
	return 0;
}

static int
no_kind(struct op *op, const char *carta)
{
	struct nodo *all = nodo_new(op->a, "carte"), *k;
	AUTO_BUF names = { 0 };
	int r;

	if ((r = modello_carte(all, op)) != 0)
		return r;
	for (k = nodo_child(all, NULL); k != NULL; k = nodo_next(k, NULL))
		name(&names, nodo_attr(k, "nome"));
	return err_set(ERR_ABSENT, "non c'è la carta «%s»; ci sono: %s", carta,
	    buf_str(&names));
}

/* What every paper has, and the fields of the schema in force. */
static int
of_type(struct nodo **out, struct op *op, const char *carta)
{
	const char *nome = carta + strlen(TIPO);
	const struct campo *campi;
	AUTO_BUF schema = { 0 };
	struct tipo t;
	int r;

	r = registro_tipo(&t, op->a, op->st->registro, nome);
	if (r == ERR_ABSENT)
		return no_kind(op, carta);
	if (r != 0 || (r = store_tipo(&schema, op->st, op->st->registro, nome,
	    t.versione, "schema.xsd")) != 0 ||
	    (r = campi_load_bytes(&campi, op->a, schema.data, schema.len,
	    nome)) != 0 || (r = dizionario_di(out, op->a, TIPO_COMUNE)) != 0)
		return r;
	nodo_set(op->a, *out, "carta", carta);
	nodo_set(op->a, *out, "denominazione", t.denominazione);
	dizionario_tipo(*out, op->a, campi, nome);
	return 0;
}

int
modello_dizionario(struct nodo **out, struct op *op, const char *carta)
{
	int r;

	if (strncmp(carta, TIPO, strlen(TIPO)) == 0)
		return of_type(out, op, carta);
	if (strcmp(carta, TIPO_COMUNE) == 0)
		return no_kind(op, carta);
	r = dizionario_di(out, op->a, carta);
	return r == ERR_ABSENT ? no_kind(op, carta) : r;
}

/* ---- documents ---- */

int
modello_deposita(struct op *op, struct nodo *doc)
{
	const char *path = modello_percorso(op->a, nodo_value(op->a, doc,
	    "nome"), "modello.xml");
	struct attuale at;
	int r;

	r = registro_attuale(&at, op->a, op->st->registro, "ente", path);
	if (r != 0 && r != ERR_ABSENT)
		return r;
	err_clear();
	if (r == 0)
		nodo_set(op->a, doc, "id", at.id);
	op_deposita(op, "ente", path, doc);
	return 0;
}

void
modello_campi(struct nodo *doc, struct arena *a, const struct nodo *scheda)
{
	static const char *const kinds[] = { "campo", "elenco" };
	const struct nodo *n;
	size_t i;

	for (i = 0; i < NELEM(kinds); i++)
		for (n = nodo_child(scheda, kinds[i]); n != NULL;
		    n = nodo_next(n, kinds[i]))
			nodo_elem_text(a, doc, kinds[i], nodo_attr(n, "nome"));
	for (n = nodo_child(scheda, NULL); n != NULL; n = nodo_next(n, NULL))
		if (nodo_attr(n, "scritto") != NULL)
			nodo_elem_text(a, doc, "sanato", nodo_attr(n, "nome"));
}

const char *
modello_sanati(struct arena *a, const struct nodo *doc)
{
	AUTO_BUF names = { 0 };
	const struct nodo *n;

	for (n = nodo_child(doc, "sanato"); n; n = nodo_next(n, "sanato"))
		name(&names, nodo_all_text(a, n));
	return names.len > 0 ? arena_strdup(a, buf_str(&names)) : NULL;
}
