/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * modulo.c - what a form sent, and the istanza it means.
 */
#include "web/modulo.h"

#include <assert.h>
#include <string.h>

#include "base/hash.h"
#include "base/random.h"
#include "web/modulo_campi.h"

#define PAIRS_MAX 4000

const char *
modulo_valore(const struct modulo_dati *d, const char *nome)
{
	int i;

	for (i = 0; i < d->n; i++)
		if (strcmp(d->campi[i].nome, nome) == 0)
			return d->campi[i].valore[0] != '\0' ?
			    d->campi[i].valore : NULL;
	return NULL;
}

enum modulo_azione
modulo_azione(const struct modulo_dati *d)
{
	const char *what = modulo_valore(d, "_azione");

	if (what == NULL)
		return MODULO_INVIA;
	if (strcmp(what, "bozza") == 0)
		return MODULO_BOZZA;
	if (strcmp(what, "prova") == 0)
		return MODULO_PROVA;
	if (strcmp(what, "vedi") == 0)
		return MODULO_VEDI;
	if (strncmp(what, "aggiungi:", 9) == 0)
		return MODULO_AGGIUNGI;
	if (strncmp(what, "togli:", 6) == 0)
		return MODULO_TOGLI;
	return MODULO_INVIA;
}

const char *
modulo_ritorno(const struct modulo_dati *d)
{
	const char *to = modulo_valore(d, "_ritorno"), *s;

	if (to == NULL || to[0] != '/' || to[1] == '/' || to[1] == '\\')
		return NULL;
	/* what a browser drops from an address could make it another one */
	for (s = to; *s != '\0'; s++)
		if ((unsigned char)*s <= ' ' || *s == '\\' || *s == 127)
			return NULL;
	return to;
}

/* ---- the istanza ---- */

struct making {
	struct arena *a;
	struct rilievi *ril;
	const struct modulo_dati *d;
	const char *(*pairs)[2];
	int n;
	bool bozza;		/* as far as it goes */
};

/* "mittente.2.pec" -> "/registra/mittente[2]/pec" */
static const char *
place(struct making *m, const char *via)
{
	AUTO_BUF b = { 0 };
	size_t n;

	buf_printf(&b, "/%s", m->d->atto);
	for (; *via != '\0'; via += n + (via[n] == '.')) {
		n = strcspn(via, ".");
		if (via[0] >= '0' && via[0] <= '9')
			buf_printf(&b, "[%.*s]", (int)n, via);
		else
			buf_printf(&b, "/%.*s", (int)n, via);
	}
	return arena_strdup(m->a, buf_str(&b));
}

static void
too_long(struct making *m)
{
	if (rilievo_find(m->ril, "troppo") == NULL)
		rilievo_add(m->ril, ERRORE, "", "troppo", NULL,
		    "il modulo è troppo lungo: dividilo in più volte");
}

static void
pair(struct making *m, const char *name, const char *value)
{
	if (m->n == PAIRS_MAX) {
		too_long(m);
		return;
	}
	m->pairs[m->n][0] = name;
	m->pairs[m->n++][1] = value;
}

static void
missing(struct making *m, const struct nodo *campo)
{
	if (m->bozza)
		return;
	rilievo_add(m->ril, ERRORE, place(m, nodo_attr(campo, "via")), "manca",
	    NULL, "«%s»: va indicato", nodo_attr(campo, "etichetta"));
}

static void
of_field(struct making *m, const struct nodo *c, bool wanted)
{
	const struct nodo *v;
	int given = 0;

	for (v = nodo_child(c, "valore"); v; v = nodo_next(v, "valore"))
		if (v->primo != NULL) {
			pair(m, nodo_attr(c, "percorso"),
			    nodo_all_text(m->a, v));
			given++;
		}
	if (given == 0 && wanted && nodo_attr(c, "obbligatorio") != NULL)
		missing(m, c);
}

/* wanted: what must be given in it must be given. */
static void
of_level(struct making *m, const struct nodo *n, bool wanted)
{
	const struct nodo *c;
	bool full;

	for (c = nodo_child(n, NULL); c != NULL; c = nodo_next(c, NULL)) {
		if (strcmp(c->nome, "campo") == 0)
			of_field(m, c, wanted);
		if (strcmp(c->nome, "gruppo") != 0)
			continue;
		full = modulo_pieno(c);
		if (full && nodo_attr(c, "ripetuto") != NULL)
			pair(m, nodo_attr(c, "percorso"), NULL);
		of_level(m, c, full ||
		    (wanted && nodo_attr(c, "obbligatorio") != NULL));
	}
}

static bool
known(const struct campo *campi, const char *name)
{
	const struct campo *c;

	for (c = campi; c->percorso != NULL; c++)
		if (strcmp(c->percorso, name) == 0)
			return true;
	return name[0] == '_';
}

static void
unknown_names(struct making *m, const struct campo *campi)
{
	int i;

	for (i = 0; i < m->d->n && !m->bozza; i++)
		if (!known(campi, m->d->campi[i].nome))
			rilievo_add(m->ril, ERRORE, "", "campo-ignoto", NULL,
			    "il modulo ha un campo «%s» che qui non c'è: "
			    "riapri la pagina e ripeti", m->d->campi[i].nome);
}

/* campi_build says what, not where: the same again, one by one. */
static void
faulty_field(struct making *m, const struct campo *campi)
{
	const char *text = arena_strdup(m->a, err_msg());
	struct nodo *root = nodo_new(m->a, m->d->atto);
	const char *where = "";
	int i;

	for (i = 0; i < m->n && where[0] == '\0'; i++)
		if (campi_aggiungi(root, m->a, campi,
		    (const char *const (*)[2])(m->pairs + i), 1) != 0)
			where = place(m, m->pairs[i][0]);
	rilievo_add(m->ril, ERRORE, where, "formato", NULL, "%s", text);
}

static void
bases(struct making *m, struct nodo *istanza)
{
	struct nodo *base = NULL, *head;
	const char *at, *v;
	int i;

	for (i = 0; i < m->d->n; i++) {
		v = m->d->campi[i].valore;
		if (strcmp(m->d->campi[i].nome, "_base") != 0 || v[0] == '\0')
			continue;
		if ((at = strchr(v, '@')) == NULL) {
			rilievo_add(m->ril, ERRORE, "", "base", NULL,
			    "il modulo non dice su che cosa è stato fatto: "
			    "riapri la pagina e ripeti");
			continue;
		}
		if (base == NULL)
			base = nodo_elem(m->a, istanza, "base");
		head = nodo_elem(m->a, base, "testa");
		nodo_set(m->a, head, "cartella",
		    arena_strndup(m->a, v, (size_t)(at - v)));
		nodo_set(m->a, head, "commit", at + 1);
	}
}

static void
confirmations(struct making *m, struct nodo *istanza)
{
	struct nodo *all = NULL;
	int i;

	for (i = 0; i < m->d->n; i++) {
		if (strcmp(m->d->campi[i].nome, "_conferma") != 0 ||
		    m->d->campi[i].valore[0] == '\0')
			continue;
		if (all == NULL)
			all = nodo_elem(m->a, istanza, "conferme");
		nodo_set(m->a, nodo_elem(m->a, all, "conferma"), "codice",
		    m->d->campi[i].valore);
	}
}

/* The same form with the same words is the same act, however often it comes. */
static const char *
act_id(struct making *m, const struct nodo *body)
{
	const char *page = modulo_valore(m->d, "_id");
	char hex[IMPRONTA_LEN + 1];
	AUTO_BUF b = { 0 };

	if (page == NULL || !random_id_valid(page)) {
		random_id(hex);
		return arena_strdup(m->a, hex);
	}
	if (m->bozza)
		return page;
	buf_printf(&b, "%s\n%s\n%s\n", page, m->d->atto,
	    m->d->file != NULL ? m->d->file : "");
	nodo_write(&b, body);
	hash_hex(hex, b.data, b.len);
	return arena_strndup(m->a, hex, ID_LEN);
}

static int
make(struct nodo **out, struct making *m)
{
	struct nodo *root = nodo_new(m->a, "istanza"), *form, *body;
	const char *atto = m->d->atto;
	const struct campo *campi;
	int r;

	if ((r = campi_load(&campi, arena_printf(m->a, "atti/%s", atto),
	    atto)) != 0)
		return r;
	m->pairs = arena_alloc(m->a, PAIRS_MAX * sizeof *m->pairs);
	form = nodo_new(m->a, "modulo");
	if (!modulo_riempi(form, m->a, campi, m->d))
		too_long(m);
	unknown_names(m, campi);
	of_level(m, form, true);
	body = nodo_new(m->a, atto);
	if (campi_aggiungi(body, m->a, campi,
	    (const char *const (*)[2])m->pairs, m->n) != 0)
		faulty_field(m, campi);
	nodo_set(m->a, root, "atto", atto);
	nodo_set(m->a, root, "id", act_id(m, body));
	nodo_set(m->a, root, "versione", "1");
	bases(m, root);
	confirmations(m, root);
	if (m->ril->errori > 0)
		return 0;
	nodo_add(root, body);
	*out = root;
	return 0;
}

int
modulo_istanza(struct nodo **out, struct rilievi *ril, struct arena *a,
    const struct modulo_dati *d)
{
	struct making m = { .a = a, .ril = ril, .d = d };

	return make(out, &m);
}

int
modulo_bozza(struct nodo **out, struct arena *a, const struct modulo_dati *d)
{
	struct rilievi ril = { .a = a };
	struct making m = { .a = a, .ril = &ril, .d = d, .bozza = true };
	struct nodo *n = NULL;
	int r = make(&n, &m);

	if (r == 0 && n == NULL) {
		assert(ril.primo != NULL);
		return err_set(ERR_INVALID, "%s", ril.primo->testo);
	}
	if (r == 0)
		*out = n;
	return r;
}
