/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * scrivi.c - a document of a type the office has adopted, from a file, or from
 * fields, or the one that was there with some fields changed.
 *
 * Refuses: a closed cartella; a type that was not adopted; what the schema in
 * force does not accept; text that turns or moves what is around it; a signed
 * document.  Keeps: by which version of the type it was written. Norm: L.
 * 328/2000 art. 22.
 */
#include <string.h>
#include <unistd.h>

#include "atti/caso/scrivere.h"
#include "atti/ente/tipo.h"
#include "atti/table.h"
#include "base/file.h"
#include "base/utf8.h"
#include "documenti/tipo.h"
#include "worker/worker.h"
#include "xml/campi.h"
#include "xml/xml.h"

struct prep {
	struct nodo *doc;
};

static struct scrittura
writing(const struct op *op)
{
	const char *tipo = op_campo(op, "tipo");

	return (struct scrittura){
		.tipo = tipo,
		.che = "il documento",
		.dir = arena_printf(op->a, TIPI_DIR "/%s", tipo),
		.campo = "documento",
		.gruppi = true,
	};
}

/* ---- rules ---- */

static int
esamina(struct op *op)
{
	const struct scrittura s = writing(op);
	struct tipo t;
	int r;

	if ((r = scrivere_esamina(op, &s)) != 0)
		return r;
	if (op->n_file > 1)
		op_errore(op, "", "file-di-troppo", NULL, "un documento viene "
		    "da un file solo");
	if (op->n_file == 0 && nodo_child(op->in, "campo") == NULL)
		op_errore(op, "campo", "niente-da-scrivere", NULL, "il "
		    "documento viene da un file XML, o da campi: --campo "
		    "nome=valore");
	r = tipo_trova(&t, op);
	return r == ERR_ABSENT ? 0 : r;
}

/* ---- the document ---- */

/* Its text, before anything else looks at it.  1: a rilievo says why not. */
static int
read_file(struct nodo **out, struct op *op)
{
	const struct op_file *f = &op->file[0];
	AUTO_BUF b = { 0 };
	int r;

	if (lseek(f->fd, 0, SEEK_SET) < 0)
		return err_sys("%s", f->nome);
	r = file_read_fd(&b, f->fd, ALTRUI_MAX);
	if (r == 0 && (!utf8_valid(buf_str(&b), b.len) ||
	    strlen(b.data) != b.len || !utf8_plain(b.data))) {
		op_errore(op, "", "caratteri", NULL, "%s: non è UTF-8, o "
		    "contiene caratteri di controllo o che cambiano il verso "
		    "del testo", f->nome);
		return 1;
	}
	if (r == 0)
		r = worker_xml_altrui(out, op->a, b.data, b.len);
	if (r == ERR_INVALID) {
		op_errore(op, "", "illeggibile", NULL, "%s: %s", f->nome,
		    err_msg());
		return 1;
	}
	if (r != 0)
		return r;
	if (strcmp((*out)->nome, op_campo(op, "tipo")) != 0) {
		op_errore(op, "", "altro-tipo", NULL, "%s è un documento «%s», "
		    "non «%s»", f->nome, (*out)->nome, op_campo(op, "tipo"));
		return 1;
	}
	return 0;
}

/* What the fields are added to: the file, the earlier version, nothing. */
static int
start(struct nodo **out, struct op *op)
{
	const struct scrittura s = writing(op);
	struct attuale prima;
	struct caso caso;
	int r;

	if (op->n_file == 1)
		return read_file(out, op);
	if ((r = caso_find(&caso, op)) != 0 ||
	    (r = scrivere_prima(&prima, op, &caso, &s)) != 0)
		return r;
	if (prima.id != NULL)
		return store_documento(out, op->a, op->st, caso.folder,
		    prima.percorso);
	*out = nodo_new(op->a, s.tipo);
	return 0;
}

/* "a.b=v" into its two halves. */
static int
split(const char *(**out)[2], struct op *op)
{
	const struct nodo *c;
	const char *v, *eq;
	int n = 0;

	for (c = nodo_child(op->in, "campo"); c; c = nodo_next(c, "campo"))
		n++;
	*out = arena_alloc(op->a, ((size_t)n + 1) * sizeof **out);
	for (n = 0, c = nodo_child(op->in, "campo"); c != NULL;
	    c = nodo_next(c, "campo")) {
		v = nodo_all_text(op->a, c);
		eq = strchr(v, '=');	/* the schema wants it */
		(*out)[n][0] = arena_strndup(op->a, v, (size_t)(eq - v));
		(*out)[n++][1] = eq + 1;
	}
	return n;
}

/* The values a field had go: those given take their place. */
static void
clear(struct nodo *doc, struct op *op, const char *percorso)
{
	char *path = arena_strdup(op->a, percorso), *s;
	struct nodo *n;

	for (s = path; (s = strchr(s, '.')) != NULL; s++)
		*s = '/';
	while ((n = nodo_find(doc, path)) != NULL)
		nodo_remove(n);
}

static int
add_fields(struct nodo *doc, struct op *op, const struct buf *schema)
{
	const struct campo *campi;
	const char *(*pairs)[2];
	int r, i, n = split(&pairs, op);

	if (n == 0)
		return 0;
	for (i = 0; i < n; i++)
		clear(doc, op, pairs[i][0]);
	if ((r = campi_load_bytes(&campi, op->a, schema->data, schema->len,
	    doc->nome)) != 0)
		return r;
	r = campi_aggiungi(doc, op->a, campi,
	    (const char *const (*)[2])pairs, n);
	if (r != ERR_INVALID)
		return r;
	op_errore(op, "campo", "campo", NULL, "%s", err_msg());
	err_clear();
	return 0;
}

/* The document's own words, by the schema in force. */
static int
validate(struct op *op, struct nodo *doc, const struct tipo *t,
    const struct buf *schema)
{
	AUTO_BUF b = { 0 };

	while (doc->attr != NULL)
		nodo_set(op->a, doc, doc->attr->nome, NULL);
	nodo_set(op->a, doc, "id", op->id);	/* op_deposita's to give */
	nodo_set(op->a, doc, "versione", "1");
	nodo_set(op->a, doc, "schema", arena_printf(op->a, "%d",
	    t->versione));
	nodo_set(op->a, doc, "autore", op_agente(op));
	nodo_set(op->a, doc, "scritto", op_oggi(op));
	nodo_write(&b, doc);
	return xml_validate_with(&op->ril, t->nome, schema->data, schema->len,
	    b.data, b.len);
}

static int
prepara(struct op *op)
{
	struct prep *p = arena_alloc(op->a, sizeof *p);
	AUTO_BUF schema = { 0 };
	struct caso caso;
	struct tipo t;
	int r;

	if ((r = op_dipende(op, "ente")) != 0 ||
	    (r = caso_dipende(&caso, op)) != 0 ||
	    (r = tipo_trova(&t, op)) != 0 ||
	    (r = store_tipo(&schema, op->st, op->st->registro, t.nome,
	    t.versione, "schema.xsd")) != 0)
		return r;
	if ((r = start(&p->doc, op)) != 0)
		return r < 0 ? r : 0;
	if ((r = add_fields(p->doc, op, &schema)) != 0 || op->ril.errori > 0)
		return r;
	if ((r = validate(op, p->doc, &t, &schema)) != 0)
		return r;
	op->prep = p;
	return 0;
}

/* ---- effect ---- */

static int
applica(struct op *op)
{
	const struct scrittura s = writing(op);
	const struct prep *p = op->prep;
	struct caso caso;
	struct nodo *doc;
	int r;

	if (p == NULL)
		return err_set(ERR_FAULT, "il documento non è stato letto");
	if ((r = caso_find(&caso, op)) != 0)
		return r;
	doc = nodo_copy(op->a, p->doc);
	nodo_set(op->a, doc, "id", NULL);
	nodo_set(op->a, doc, "scritto", op_oggi(op));
	return scrivere_deposita(op, &caso, &s, doc);
}

const struct atto atto_scrivi = {
	.nome = "scrivi",
	.sommario = "scrive in una cartella un documento di un tipo adottato dall'ente",
	.norma = "art. 22 L. 328/2000",
	.flags = FILE_AMMESSI,
	.esamina = esamina,
	.prepara = prepara,
	.applica = applica,
};
