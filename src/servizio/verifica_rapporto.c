/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * verifica_rapporto.c - what a verification looked at and found, as a document
 * for other programs (schema/rapporto/verifica.xsd), and the same as JSON by the
 * rule of xml/json.h.  The last one stands in verifiche/esito.xml, where
 * stato-archivio reads it.
 *
 * Names no person: places are folders, paths and tables.
 */
#include <inttypes.h>
#include <string.h>

#include "atti/ente/verifiche.h"
#include "base/clock.h"
#include "base/file.h"
#include "base/resource.h"
#include "servizio/verifica.h"
#include "xml/json.h"

/* What a place is, and what there is to do: the first that it begins with. */
static const struct {
	const char *inizio, *genere, *rimedio;
} generi[] = {
	{ "registro/", "cartella", NULL },
	{ "registro", "registro", "se le cartelle sono integre lo rifà "
	    "«cartella ricostruisci»; conservare prima il file com'è" },
	{ "catena", "catena", "non scrivere altro: confrontare con l'ultimo "
	    "salvataggio e con i giorni sigillati" },
	{ "letture", "letture", "conservare letture.sqlite com'è e rimetterlo "
	    "da un salvataggio: non si ricostruisce" },
	{ "accessi/", "cartella", NULL },
	{ "accessi", "accessi", "conservare accesso.sqlite com'è: dice chi "
	    "è entrato" },
	{ "giorn", "giorno", "confrontare il registro del giorno con quello "
	    "versato in conservazione" },
	{ "allegati", "allegato", "rimetterlo da un salvataggio: il nome del "
	    "file è l'impronta dei suoi byte" },
	{ "/", "allegato", "rimetterlo da un salvataggio: il nome del file è "
	    "l'impronta dei suoi byte" },
	{ "ente", "cartella", NULL }, { "cartelle", "cartella", NULL },
	{ "fascicoli/", "cartella", NULL },
	{ "", "archivio", "guardare che cosa è, e da chi viene, prima di "
	    "toglierlo" },
};

#define RIMEDIO_CARTELLA "rimettere la cartella da un salvataggio; i file " \
	"visibili soltanto si rifanno con «cartella ricostruisci»"

static void
set_number(struct arena *a, struct nodo *n, const char *nome, int64_t v)
{
	nodo_set(a, n, nome, arena_printf(a, "%" PRId64, v));
}

static void
set_time(struct arena *a, struct nodo *n, const char *nome, int64_t t)
{
	char iso[ORA_LEN + 1];

	clock_iso(iso, t);
	nodo_set(a, n, nome, iso);
}

static void
add_found(struct arena *a, struct nodo *root, const struct detto *x)
{
	struct nodo *n = nodo_elem(a, root, x->nota ? "nota" : "difetto");
	size_t i;

	for (i = 0; strncmp(x->luogo, generi[i].inizio,
	    strlen(generi[i].inizio)) != 0; i++)
		continue;
	nodo_set(a, n, "luogo", x->luogo);
	nodo_set(a, n, "genere", generi[i].genere);
	if (!x->nota)
		nodo_set(a, n, "rimedio", generi[i].rimedio != NULL ?
		    generi[i].rimedio : RIMEDIO_CARTELLA);
	nodo_text(a, n, x->che);
}

static void
add_counts(struct arena *a, struct nodo *root, const struct conto *c)
{
	struct nodo *n = nodo_elem(a, root, "guardato");

	set_number(a, n, "atti", c->atti);
	set_number(a, n, "documenti", c->documenti);
	set_number(a, n, "cartelle", c->cartelle);
	set_number(a, n, "oggetti", c->oggetti);
	set_number(a, n, "allegati", c->allegati);
	set_number(a, n, "byte", c->byte);
	set_number(a, n, "firme", c->firme);
	set_number(a, n, "letture", c->letture);
}

static struct nodo *
report(struct verifica *v, const struct conto *c, int64_t da,
    int64_t millisecondi)
{
	struct nodo *root = nodo_new(v->a, "verifica"), *n;
	int i;

	nodo_set(v->a, root, "versione", "1");
	nodo_set(v->a, root, "programma", resource_edition);
	nodo_set(v->a, root, "modo", v->dopo > 0 ? "da-ultima" : "intera");
	nodo_set(v->a, root, "esito", c->difetti > 0 ? "difetti" : "integro");
	set_time(v->a, root, "inizio", da);
	set_number(v->a, root, "millisecondi", millisecondi);
	set_number(v->a, root, "processi", v->come->processi);
	n = nodo_elem(v->a, root, "momento");
	set_number(v->a, n, "atti", v->ultimo.seq);
	nodo_set(v->a, n, "anello", v->ultimo.impronta);
	if (v->dopo > 0) {
		n = nodo_elem(v->a, root, "dopo");
		set_number(v->a, n, "atto", v->dopo);
		nodo_set(v->a, n, "giorno", v->giorno[0] != '\0' ? v->giorno :
		    NULL);
		nodo_set(v->a, n, "intera", v->intera);
	}
	if (v->ripresi > 0) {
		n = nodo_elem(v->a, root, "ripresa");
		set_number(v->a, n, "pezzi", v->ripresi);
		set_time(v->a, n, "da", v->corso.da);
	}
	add_counts(v->a, root, c);
	for (i = 0; i < v->referto.n; i++)
		add_found(v->a, root, &v->referto.x[i]);
	return root;
}

/* The name of the file says which of the two it is. */
static int
hand_out(const char *file, const struct buf *xml, const struct nodo *root)
{
	size_t n = strlen(file);
	AUTO_BUF b = { 0 };
	struct json j = { .out = &b, .righe = true };

	if (n < 5 || strcmp(file + n - 5, ".json") != 0)
		buf_append(&b, xml->data, xml->len);
	else
		json_nodo(&j, NULL, root);
	/* whatever it is, it is no verdict on the store */
	return file_put(file, b.data, b.len, 0600) == 0 ? 0 :
	    err_prefix(ERR_FAULT, "il rapporto");
}

int
rapporto_scrivi(struct verifica *v, const struct conto *c, int64_t da,
    int64_t millisecondi)
{
	struct nodo *root = report(v, c, da, millisecondi);
	AUTO_BUF b = { 0 };
	int r;

	nodo_write(&b, root);
	if (v->come->annota && !v->st->readonly) {
		if ((r = dir_make(store_path(v->a, v->st,
		    VERIFICHE_DIR))) != 0 ||
		    (r = file_put(store_path(v->a, v->st, VERIFICHE_ESITO),
		    b.data, b.len, 0600)) != 0)
			return r;
	}
	return v->come->rapporto == NULL ? 0 :
	    hand_out(v->come->rapporto, &b, root);
}
