/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * openapi.c - the description of /api/v1, made from the table of atti: what an
 * atto is called, what it says of itself, its fields.  Nothing here knows any
 * of them by name.
 *
 * Leaves out: what founds a store, is done in a kit, or takes a directory; no
 * request can bring these.
 */
#include "servizio/openapi.h"

#include <string.h>

#include "atti/atto.h"
#include "base/resource.h"
#include "xml/campi.h"
#include "xml/json.h"

struct descrive {
	struct arena *a;
	struct json *j;
};

/* ---- fields ---- */

/* Fields that prepara fills from the files given are not the program's. */
static bool
from_files(const struct atto *t, const struct campo *c)
{
	static const char *const words[] = { "principale", "allegato", "file" };
	size_t i, len;

	for (i = 0; (t->flags & FILE_AMMESSI) && i < NELEM(words); i++) {
		len = strlen(words[i]);
		if (strncmp(c->percorso, words[i], len) == 0 &&
		    (c->percorso[len] == '\0' || c->percorso[len] == '.'))
			return true;
	}
	return false;
}

static bool
is_group(const struct campo *c)
{
	return strcmp(c->tipo, "gruppo") == 0;
}

/* Is it, or a group it stands in, repeated? */
static bool
repeated(const struct campo *campi, const struct campo *c)
{
	const struct campo *g;
	size_t n;

	for (g = campi; g < c; g++) {
		n = strlen(g->percorso);
		if (is_group(g) && g->ripetuto &&
		    strncmp(c->percorso, g->percorso, n) == 0 &&
		    c->percorso[n] == '.')
			return true;
	}
	return c->ripetuto;
}

/* In a group that may be left out nothing must be given. */
static bool
required(const struct campo *c)
{
	return c->obbligatorio && c->livello == 0;
}

static void
type_of(struct json *j, const char *nome, const struct campo *c)
{
	bool prosa = strcmp(c->tipo, "prosa") == 0;
	AUTO(arena) a = arena_new();
	int i;

	json_object(j, nome);
	json_string(j, "type",
	    strcmp(c->tipo, "intero") == 0 ? "integer" : "string");
	if (strcmp(c->tipo, "data") == 0)
		json_string(j, "format", "date");
	if (strcmp(c->tipo, "si-no") == 0) {
		json_array(j, "enum");
		json_string(j, NULL, "si");
		json_string(j, NULL, "no");
		json_end(j);
	}
	if (c->scelte != NULL) {
		json_array(j, "enum");
		for (i = 0; c->scelte[i] != NULL; i++)
			json_string(j, NULL, c->scelte[i]);
		json_end(j);
	}
	json_string(j, "description", arena_printf(a, "%s%s", c->etichetta,
	    prosa ? " (prosa: una riga vuota divide i paragrafi, «- » comincia "
	    "una voce)" : ""));
	json_end(j);
}

static void
schema_of(struct json *j, const char *nome, const struct campo *campi,
    const struct campo *c)
{
	if (!repeated(campi, c)) {
		type_of(j, nome, c);
		return;
	}
	json_object(j, nome);
	json_string(j, "type", "array");
	type_of(j, "items", c);
	json_end(j);
}

static void
query_parameter(struct descrive *d, const struct campo *campi,
    const struct campo *c)
{
	json_object(d->j, NULL);
	json_string(d->j, "name", c->percorso);
	json_string(d->j, "in", "query");
	json_bool(d->j, "required", required(c));
	schema_of(d->j, "schema", campi, c);
	json_end(d->j);
}

static void
shared_parameter(struct json *j, const char *nome)
{
	AUTO(arena) a = arena_new();

	json_object(j, NULL);
	json_string(j, "$ref",
	    arena_printf(a, "#/components/parameters/%s", nome));
	json_end(j);
}

/* ---- bodies ---- */

static void
reserved_properties(struct json *j, bool act)
{
	static const struct {
		const char *nome, *che;
		bool array;
	} words[] = {
		{ "_id", "id dell'istanza: 32 cifre esadecimali, a caso; "
		    "mandata di nuovo con lo stesso id è fatta una volta sola",
		    false },
		{ "_base", "CARTELLA@COMMIT: com'era la cartella quando "
		    "l'istanza è stata scritta", true },
		{ "_conferma", "codice di un avviso che si conferma", true },
		{ "_per", "l'utente in nome del quale si agisce", false },
	};
	size_t i;

	for (i = 0; i < NELEM(words) && act; i++) {
		json_object(j, words[i].nome);
		json_string(j, "description", words[i].che);
		json_string(j, "type", words[i].array ? "array" : "string");
		if (words[i].array) {
			json_object(j, "items");
			json_string(j, "type", "string");
			json_end(j);
		}
		json_end(j);
	}
}

static void
file_property(struct json *j)
{
	json_object(j, "file");
	json_string(j, "type", "array");
	json_string(j, "description", "i file, con il loro nome; il primo è "
	    "il principale");
	json_object(j, "items");
	json_string(j, "type", "string");
	json_string(j, "contentMediaType", "application/octet-stream");
	json_end(j);
	json_end(j);
}

static void
form_schema(struct descrive *d, const struct atto *t,
    const struct campo *campi)
{
	const struct campo *c;
	struct json *j = d->j;
	bool any = false;

	json_object(j, "schema");
	json_string(j, "type", "object");
	json_object(j, "properties");
	for (c = campi; c->percorso != NULL; c++)
		if (!is_group(c) && !from_files(t, c))
			schema_of(j, c->percorso, campi, c);
	if (t->flags & FILE_AMMESSI)
		file_property(j);
	reserved_properties(j, !(t->flags & LETTURA));
	json_end(j);
	for (c = campi; c->percorso != NULL; c++) {
		if (is_group(c) || from_files(t, c) || !required(c))
			continue;
		if (!any)
			json_array(j, "required");
		any = true;
		json_string(j, NULL, c->percorso);
	}
	if (any)
		json_end(j);
	json_end(j);
}

static void
body(struct descrive *d, const struct atto *t, const struct campo *campi)
{
	struct json *j = d->j;

	json_object(j, "requestBody");
	json_bool(j, "required", true);
	json_object(j, "content");
	json_object(j, "application/xml");
	json_object(j, "schema");
	json_string(j, "type", "string");
	json_string(j, "description", arena_printf(d->a, "una <istanza> "
	    "valida secondo /api/v1/schemi/%s.xsd", t->nome));
	json_end(j);
	json_end(j);
	json_object(j, t->flags & FILE_AMMESSI ? "multipart/form-data" :
	    "application/x-www-form-urlencoded");
	form_schema(d, t, campi);
	json_end(j);
	json_end(j);
	json_end(j);
}

/* ---- operations ---- */

static void
answers(struct json *j)
{
	static const char *const codes[] = { "400", "401", "403", "404", "409",
	    "422", "429", "503" };
	AUTO(arena) a = arena_new();
	size_t i;

	json_object(j, "responses");
	json_object(j, "200");
	json_string(j, "$ref", "#/components/responses/fatto");
	json_end(j);
	for (i = 0; i < NELEM(codes); i++) {
		json_object(j, codes[i]);
		json_string(j, "$ref", arena_printf(a,
		    "#/components/responses/e%s", codes[i]));
		json_end(j);
	}
	json_end(j);
}

static void
head(struct descrive *d, const struct atto *t, const char *method,
    const char *id)
{
	const char *norma = t->norma != NULL ? t->norma : "";

	json_object(d->j, method);
	json_string(d->j, "operationId", id);
	json_array(d->j, "tags");
	json_string(d->j, NULL, t->flags & LETTURA ? "letture" : "atti");
	json_end(d->j);
	json_string(d->j, "summary", t->sommario);
	json_string(d->j, "description", arena_printf(d->a, "%s%s%s",
	    norma, norma[0] != '\0' ? "." : "", t->flags & RICHIEDE_FIRMA ?
	    " Firma: la chiave deve essere tenuta dal server." : ""));
}

static void
reading(struct descrive *d, const struct atto *t, const struct campo *campi)
{
	static const char *const shared[] = { "per", "formato", "reso" };
	const struct campo *c;
	size_t i;

	head(d, t, "get", t->nome);
	json_array(d->j, "parameters");
	for (c = campi; c->percorso != NULL; c++)
		if (!is_group(c) && !from_files(t, c))
			query_parameter(d, campi, c);
	for (i = 0; i < NELEM(shared); i++)
		shared_parameter(d->j, shared[i]);
	json_end(d->j);
	answers(d->j);
	json_end(d->j);
}

static void
writing(struct descrive *d, const struct atto *t, const struct campo *campi)
{
	bool act = !(t->flags & LETTURA);

	head(d, t, "post", act ? t->nome :
	    arena_printf(d->a, "%s-file", t->nome));
	json_array(d->j, "parameters");
	if (act)
		shared_parameter(d->j, "prova");
	shared_parameter(d->j, "per");
	shared_parameter(d->j, "formato");
	if (!act)
		shared_parameter(d->j, "reso");
	json_end(d->j);
	body(d, t, campi);
	answers(d->j);
	json_end(d->j);
}

static int
one(struct descrive *d, const struct atto *t)
{
	const struct campo *campi;
	bool reads = (t->flags & LETTURA) != 0;
	int r;

	if ((r = campi_load(&campi, arena_printf(d->a, "atti/%s",
	    t->nome), t->nome)) != 0)
		return r;
	json_object(d->j, arena_printf(d->a, "/api/v1/%s%s",
	    reads ? "" : "atti/", t->nome));
	if (reads)
		reading(d, t, campi);
	if (!reads || (t->flags & FILE_AMMESSI))
		writing(d, t, campi);
	json_end(d->j);
	return 0;
}

/* ---- all of it ---- */

static bool
by_request(const struct atto *t)
{
	return !(t->flags & (FONDA | SOLO_KIT)) &&
	    (t->flags & (DIRECTORY | ANCHE_FILE)) != DIRECTORY;
}

/* What does not depend on the table is a template, valid by itself; ours come
 * first among its paths. */
int
servizio_openapi(struct buf *out)
{
	static const char paths[] = "\"paths\": {";
	const struct resource *fixed = resource_find("templates/openapi.json");
	const char *at = fixed != NULL ? strstr(fixed->data, paths) : NULL;
	AUTO(arena) a = arena_new();
	/* in the object of the document, in that of its paths */
	struct json j = { .out = out, .righe = true, .livello = 2,
	    .apre = "{{" };
	struct descrive d = { a, &j };
	const struct atto *const *t;
	int r;

	if (at == NULL)
		return err_set(ERR_FAULT, "templates/openapi.json manca");
	at += strlen(paths);
	buf_append(out, fixed->data, (size_t)(at - fixed->data));
	for (t = atto_table; *t != NULL; t++)
		if (by_request(*t) && (r = one(&d, *t)) != 0)
			return r;
	buf_putc(out, ',');
	buf_puts(out, at);
	return 0;
}
