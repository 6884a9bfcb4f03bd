/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * lavoro_xml.c - istanze and documents of ours: bytes into a tree that its
 * schema accepts, or into rilievi that say why not.
 *
 * DETTAGLIO names the schema ("atti/registra"); it is compiled before the door
 * closes.  Without it the root's `atto` chooses among the schemas shipped, or each
 * document of many says its own: a schema is memory of this program, so
 * compiling it later opens nothing.
 */
#include "base/file.h"
#include "worker/istanza.h"
#include "worker/operaio.h"
#include "worker/worker.h"
#include "xml/xml.h"

static int
prepara(const char *schema)
{
	xml_init();
	if (schema == NULL)
		return 0;
	if (!schema_shipped(schema))
		return err_set(ERR_ABSENT, "schema sconosciuto: %.60s",
		    schema);
	return xml_preload_schema(schema);
}

static void
reply(struct buf *out, struct arena *a, const struct rilievi *ril,
    const struct nodo *root)
{
	bool good = ril->errori == 0 && root != NULL;

	nodo_pack(out, rilievi_nodo(a, ril));
	buf_u32(out, good);
	if (good)
		nodo_pack(out, root);
}

static int
esegui(struct buf *out, const char *schema, bool istanza)
{
	AUTO(arena) a = arena_new();
	struct rilievi ril = { .a = a };
	struct nodo *root = NULL;
	AUTO_BUF in = { 0 };
	int r;

	if ((r = file_read_fd(&in, 0, ISTANZA_MAX)) != 0 ||
	    (r = istanza ? istanza_leggi(&root, &ril, a, schema,
	    buf_str(&in), in.len) : documento_leggi(&root, &ril, a, schema,
	    buf_str(&in), in.len)) != 0)
		return r;
	reply(out, a, &ril, root);
	return 0;
}

static int
esegui_istanza(struct buf *out, const char *schema)
{
	return esegui(out, schema, true);
}

static int
prepara_documento(const char *schema)
{
	if (schema == NULL)
		return err_set(ERR_INVALID, "documento senza schema");
	return prepara(schema);
}

static int
esegui_documento(struct buf *out, const char *schema)
{
	return esegui(out, schema, false);
}

/* ---- many documents of one origin ---- */

static int
read_one(struct buf *out, struct cursor *c)
{
	AUTO(arena) a = arena_new();
	struct rilievi ril = { .a = a };
	struct nodo *root = NULL;
	const void *schema, *bytes;
	size_t len, n;
	const char *nome;
	int r;

	if (cursor_block(&schema, &len, c) != 0 ||
	    cursor_block(&bytes, &n, c) != 0 || n > ISTANZA_MAX)
		return err_set(ERR_INVALID, "richiesta senza la forma dovuta");
	nome = arena_strndup(a, schema, len);
	if (!schema_shipped(nome))
		return err_set(ERR_ABSENT, "schema sconosciuto: %.60s", nome);
	if ((r = documento_leggi(&root, &ril, a, nome, bytes, n)) != 0)
		return r;
	reply(out, a, &ril, root);
	return 0;
}

static int
esegui_documenti(struct buf *out, const char *dettaglio)
{
	AUTO_BUF in = { 0 };
	struct cursor c;
	uint32_t i, many;
	int r;

	(void)dettaglio;
	if ((r = file_read_fd(&in, 0, 2 * DOCUMENTI_INSIEME)) != 0)
		return r;
	c = (struct cursor){ (const unsigned char *)in.data, in.len };
	if (cursor_u32(&many, &c) != 0 || many > DOCUMENTI_QUANTI)
		return err_set(ERR_INVALID, "richiesta senza la forma dovuta");
	for (i = 0; i < many; i++)
		if ((r = read_one(out, &c)) != 0)
			return r;
	return 0;
}

static int
prepara_documenti(const char *dettaglio)
{
	(void)dettaglio;
	return prepara(NULL);
}

const struct lavoro lavoro_documenti = {
	.nome = "documenti",
	.gabbia = { .filtro = FILTRO_STRETTO, .secondi = 50,
	    .memoria = 2048 * MB },
	.prepara = prepara_documenti,
	.esegui = esegui_documenti,
};

const struct lavoro lavoro_istanza = {
	.nome = "istanza",
	.gabbia = { .filtro = FILTRO_STRETTO, .secondi = 20,
	    .memoria = 2048 * MB },
	.prepara = prepara,
	.esegui = esegui_istanza,
};

const struct lavoro lavoro_documento = {
	.nome = "documento",
	.gabbia = { .filtro = FILTRO_STRETTO, .secondi = 20,
	    .memoria = 2048 * MB },
	.prepara = prepara_documento,
	.esegui = esegui_documento,
};
