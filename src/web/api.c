/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * api.c - what another program asks, into a <richiesta>.
 *
 * Refuses before asking: an address or a method that is not there, a body that
 * is no istanza of that atto, fields its schema does not have.  What is in the
 * istanza is looked at where the store is, as of any other.
 */
#include "web/api.h"

#include <string.h>

#include "base/random.h"
#include "base/resource.h"
#include "xml/campi.h"
#include "xml/xml.h"

#define PREFISSO "/api/v1/"
#define ISTANZA_MAX ((size_t)16 * 1024 * 1024)	/* bytes */
#define CAMPI_MAX 500		/* what campi_build takes */

bool
api_e_via(const char *via)
{
	return strncmp(via, PREFISSO, strlen(PREFISSO)) == 0;
}

/* ---- the address ---- */

struct dove {
	enum { VIA_LETTURA, VIA_ATTO, VIA_ESITO, VIA_OPENAPI,
	    VIA_SCHEMA, VIA_NESSUNA } che;
	const char *nome;	/* of the atto, or the id */
};

/* Names are a schema's: no atto without one, and no table here. */
static bool
atto_known(struct arena *a, const char *nome)
{
	size_t n = strspn(nome, "abcdefghijklmnopqrstuvwxyz0123456789-");

	return n > 0 && n < 64 && nome[n] == '\0' && resource_find(
	    arena_printf(a, "schema/atti/%s.xsd", nome)) != NULL;
}

static struct dove
where(struct arena *a, const char *via)
{
	const char *s = via + strlen(PREFISSO);

	if (!api_e_via(via))
		return (struct dove){ VIA_NESSUNA, NULL };
	if (strcmp(s, "openapi.json") == 0)
		return (struct dove){ VIA_OPENAPI, NULL };
	if (strncmp(s, "esiti/", 6) == 0 && random_id_valid(s + 6))
		return (struct dove){ VIA_ESITO, s + 6 };
	if (strncmp(s, "schemi/", 7) == 0 && strlen(s) > 11 &&
	    strcmp(s + strlen(s) - 4, ".xsd") == 0) {
		s = arena_strndup(a, s + 7, strlen(s) - 11);
		return (struct dove){ atto_known(a, s) ? VIA_SCHEMA :
		    VIA_NESSUNA, s };
	}
	if (strncmp(s, "atti/", 5) == 0 && atto_known(a, s + 5))
		return (struct dove){ VIA_ATTO, s + 5 };
	if (atto_known(a, s))
		return (struct dove){ VIA_LETTURA, s };
	return (struct dove){ VIA_NESSUNA, NULL };
}

const char *
api_parametro(const struct api_domanda *in, const char *nome)
{
	int i;

	for (i = 0; i < in->n_query; i++)
		if (strcmp(in->query[i].nome, nome) == 0)
			return in->query[i].valore;
	return NULL;
}

/* ---- the istanza ---- */

static int
of_xml(struct nodo **out, struct arena *a, const char *nome, const void *p,
    size_t n)
{
	const char *atto;
	struct nodo *root;
	int r;

	if (n > ISTANZA_MAX)
		return err_set(ERR_INVALID, "l'istanza è troppo grande");
	if ((r = xml_parse(&root, a, p, n, XML_OURS)) != 0)
		return r;
	atto = nodo_attr(root, "atto");
	if (strcmp(root->nome, "istanza") != 0 || atto == NULL)
		return err_set(ERR_INVALID, "il corpo non è una <istanza>");
	if (strcmp(atto, nome) != 0)
		return err_set(ERR_INVALID, "l'istanza è dell'atto «%s», "
		    "l'indirizzo di «%s»", atto, nome);
	*out = root;
	return 0;
}

/* "cartelle/2026/0000001@COMMIT" */
static int
add_base(struct arena *a, struct nodo *istanza, const char *valore)
{
	const char *at = strrchr(valore, '@');
	struct nodo *base = nodo_child(istanza, "base"), *t;

	if (at == NULL)
		return err_set(ERR_INVALID, "_base vuole CARTELLA@COMMIT");
	if (base == NULL)
		base = nodo_elem(a, istanza, "base");
	t = nodo_elem(a, base, "testa");
	nodo_set(a, t, "cartella",
	    arena_strndup(a, valore, (size_t)(at - valore)));
	nodo_set(a, t, "commit", at + 1);
	return 0;
}

/* The reserved names, which begin with a line. */
static int
reserved(struct arena *a, struct nodo *istanza, struct nodo *conferme,
    const struct coppia *c)
{
	if (strcmp(c->nome, "_base") == 0)
		return add_base(a, istanza, c->valore);
	if (strcmp(c->nome, "_conferma") == 0)
		nodo_set(a, nodo_elem(a, conferme, "conferma"), "codice",
		    c->valore);
	else if (strcmp(c->nome, "_id") == 0)
		nodo_set(a, istanza, "id", c->valore);
	else if (strcmp(c->nome, "_per") != 0 &&
	    strcmp(c->nome, "_formato") != 0 &&
	    strcmp(c->nome, "_reso") != 0 && strcmp(c->nome, "_prova") != 0)
		return err_set(ERR_INVALID, "«%s» non è un nome riservato",
		    c->nome);
	return 0;
}

static int
of_pairs(struct nodo **out, struct arena *a, const char *nome,
    const struct coppia *c, int n)
{
	const char *(*pairs)[2] = arena_alloc(a, CAMPI_MAX * sizeof *pairs);
	struct nodo *root = nodo_new(a, "istanza"), *body;
	struct nodo *conferme = nodo_new(a, "conferme");
	char id[ID_LEN + 1];
	int i, r, used = 0;

	random_id(id);
	nodo_set(a, root, "atto", nome);
	nodo_set(a, root, "id", id);
	nodo_set(a, root, "versione", "1");
	for (i = 0; i < n; i++) {
		if (c[i].nome[0] == '_') {
			if ((r = reserved(a, root, conferme, &c[i])) != 0)
				return r;
			continue;
		}
		if (used == CAMPI_MAX)
			return err_set(ERR_INVALID, "più di %d campi",
			    CAMPI_MAX);
		pairs[used][0] = c[i].nome;
		pairs[used++][1] = c[i].valore;
	}
	if ((r = campi_build(&body, a, arena_printf(a, "atti/%s", nome), nome,
	    (const char *const (*)[2])pairs, used)) != 0)
		return r;
	if (nodo_child(conferme, NULL) != NULL)
		nodo_add(root, conferme);
	nodo_add(root, body);
	*out = root;
	return 0;
}

/* A form holds the istanza as one field, or its fields. */
static int
of_form(struct nodo **out, struct arena *a, const char *nome,
    const struct api_domanda *in)
{
	const char *xml;
	int i;

	for (i = 0; i < in->n_campi; i++)
		if (strcmp(in->campi[i].nome, "istanza") == 0)
			break;
	if (i == in->n_campi)
		return of_pairs(out, a, nome, in->campi, in->n_campi);
	if (in->n_campi > 1)
		return err_set(ERR_INVALID, "con «istanza» non ci sono altri "
		    "campi");
	xml = in->campi[i].valore;
	return of_xml(out, a, nome, xml, strlen(xml));
}

/* ---- the request ---- */

static bool
content(const struct api_domanda *in, const char *type)
{
	size_t n = strlen(type);

	return in->tipo != NULL && strncasecmp(in->tipo, type, n) == 0 &&
	    (in->tipo[n] == '\0' || in->tipo[n] == ';' || in->tipo[n] == ' ');
}

static int
istanza(struct nodo **out, struct arena *a, const char *nome,
    const struct api_domanda *in, bool *of_other_kind)
{
	*of_other_kind = false;
	if (strcmp(in->metodo, "GET") == 0)
		return of_pairs(out, a, nome, in->query, in->n_query);
	if (content(in, "application/xml") || content(in, "text/xml"))
		return of_xml(out, a, nome, in->corpo, in->n_corpo);
	if (content(in, "multipart/form-data") ||
	    content(in, "application/x-www-form-urlencoded"))
		return of_form(out, a, nome, in);
	*of_other_kind = true;
	return err_set(ERR_INVALID, "il corpo dev'essere application/xml, "
	    "multipart/form-data o application/x-www-form-urlencoded");
}

static bool
refuse(struct api_risposta *out, const struct api_domanda *in, int stato,
    const char *messaggio)
{
	api_errore(out, in, stato, messaggio);
	return false;
}

static bool
about_an_atto(struct nodo *richiesta, enum coda *coda,
    struct api_risposta *out, struct arena *a, const struct api_domanda *in,
    const struct dove *d)
{
	const char *prova = api_parametro(in, "prova"), *per = NULL;
	struct nodo *one, *to = richiesta;
	bool other_kind;
	int i;

	if (istanza(&one, a, d->nome, in, &other_kind) != 0) {
		refuse(out, in, other_kind ? 415 : 400, err_msg());
		err_clear();
		return false;
	}
	for (i = 0; i < in->n_campi; i++)
		if (strcmp(in->campi[i].nome, "_per") == 0)
			per = in->campi[i].valore;
	nodo_set(a, richiesta, "per", per != NULL ? per :
	    api_parametro(in, "_per"));
	*coda = CODA_LETTURE;
	if (d->che == VIA_LETTURA) {
		nodo_set(a, richiesta, "tipo", "leggi");
		to = nodo_elem(a, richiesta, "lettura");
	} else if (prova != NULL && strcmp(prova, "si") == 0) {
		nodo_set(a, richiesta, "tipo", "prova");
	} else {
		nodo_set(a, richiesta, "tipo", "compi");
		*coda = CODA_SCRITTURE;
	}
	nodo_add(to, one);
	return true;
}

/* No secret: what every installation has. */
static bool
schema(struct api_risposta *out, struct arena *a, const char *nome)
{
	const struct resource *x = resource_find(
	    arena_printf(a, "schema/atti/%s.xsd", nome));

	out->stato = 200;
	out->tipo = "application/xml; charset=utf-8";
	buf_append(&out->corpo, x->data, x->size);
	return false;
}

static void
begin(struct api_risposta *out)
{
	struct buf kept = out->corpo;

	buf_clear(&kept);
	*out = (struct api_risposta){ .file = -1, .corpo = kept };
}

bool
api_chiede(struct nodo *richiesta, enum coda *coda, struct api_risposta *out,
    struct arena *a, const struct api_domanda *in)
{
	struct dove d = where(a, in->via);
	bool get = strcmp(in->metodo, "GET") == 0;
	bool post = strcmp(in->metodo, "POST") == 0;

	begin(out);
	*coda = CODA_LETTURE;
	if (d.che == VIA_NESSUNA)
		return refuse(out, in, 404, "non c'è niente a questo "
		    "indirizzo: /api/v1/openapi.json li elenca");
	if (d.che == VIA_ATTO ? !post : d.che == VIA_LETTURA ? !post && !get :
	    !get) {
		refuse(out, in, 405, "a questo indirizzo si chiede altrimenti");
		out->consenti = d.che == VIA_ATTO ? "POST" :
		    d.che == VIA_LETTURA ? "GET, POST" : "GET";
		return false;
	}
	if (d.che == VIA_ATTO || d.che == VIA_LETTURA)
		return about_an_atto(richiesta, coda, out, a, in, &d);
	if (d.che == VIA_SCHEMA)
		return schema(out, a, d.nome);
	if (d.che == VIA_OPENAPI) {
		nodo_set(a, richiesta, "tipo", "openapi");
		return true;
	}
	nodo_set(a, richiesta, "tipo", "esito");
	nodo_set(a, nodo_elem_text(a, nodo_elem(a, richiesta, "campi"),
	    "campo", d.nome), "nome", "id");
	return true;
}
