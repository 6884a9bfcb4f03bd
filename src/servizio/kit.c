/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * kit.c - the directory of a kit for the emergency: a store of its own, whose
 * first act brings the people and the policy of the register.
 *
 * Refuses: when no kit is out, or it has expired; a directory that holds
 * anything else.  Keeps: no person's data but those of ente/.
 * Norm: DPR 445/2000 art. 63.
 */
#include "servizio/servizio.h"

#include <string.h>

#include "atti/atto.h"
#include "atti/emergenza/kit.h"
#include "atti/runner.h"
#include "base/file.h"
#include "base/random.h"
#include "base/resource.h"

/* Of ente/: what a registration needs.  Not keys: nobody signs on a kit. */
static bool
goes_along(const char *percorso)
{
	return strcmp(percorso, "ente.xml") == 0 ||
	    strcmp(percorso, "permessi.xml") == 0 ||
	    strncmp(percorso, "utenti/", 7) == 0 ||
	    strncmp(percorso, "titolar", 7) == 0;
}

static void
add_document(struct arena *a, struct nodo *in, const char *percorso,
    struct nodo *doc)
{
	struct nodo *d = nodo_elem(a, in, "documento");

	nodo_set(a, d, "percorso", percorso);
	nodo_add(d, doc);
}

static int
add_ente(struct arena *a, struct nodo *in, struct store *st)
{
	struct attuale *list;
	struct nodo *doc;
	int r, i, n;

	if ((r = registro_attuali(&list, &n, a, st->registro, "ente")) != 0)
		return r;
	for (i = 0; i < n; i++) {
		if (!goes_along(list[i].percorso))
			continue;
		if ((r = store_documento(&doc, a, st, "ente",
		    list[i].percorso)) != 0)
			return r;
		add_document(a, in, list[i].percorso, doc);
	}
	return 0;
}

/* What the kit says of itself: all but the key. */
static int
add_kit(struct arena *a, struct nodo *in, struct store *st,
    const struct nodo *kit)
{
	struct nodo *n = nodo_new(a, "kit");
	struct ente ente;
	int r;

	if ((r = registro_ente(&ente, a, st->registro)) != 0)
		return r;
	nodo_elem_text(a, n, "codice", nodo_value(a, kit, "codice"));
	nodo_elem_text(a, n, "ordine", nodo_value(a, kit, "ordine"));
	nodo_elem_text(a, n, "codice-ipa", ente.codice_ipa);
	nodo_elem_text(a, n, "codice-aoo", ente.codice_aoo);
	nodo_elem_text(a, n, "preparato", nodo_value(a, kit, "preparato"));
	nodo_elem_text(a, n, "scade", nodo_value(a, kit, "scade"));
	nodo_add(n, nodo_copy(a, nodo_child(kit, "anello")));
	nodo_elem_text(a, n, "ultimo", nodo_value(a, kit, "ultimo"));
	add_document(a, in, KIT_DOCUMENTO, n);
	return 0;
}

static int
make_istanza(struct nodo **out, struct arena *a, struct store *st,
    const struct nodo *kit)
{
	struct nodo *root = nodo_new(a, "istanza");
	struct nodo *in = nodo_elem(a, root, atto_avvia_kit.nome);
	char id[ID_LEN + 1];
	int r;

	random_id(id);
	nodo_set(a, root, "atto", atto_avvia_kit.nome);
	nodo_set(a, root, "id", id);
	nodo_set(a, root, "versione", "1");
	if ((r = add_kit(a, in, st, kit)) != 0 ||
	    (r = add_ente(a, in, st)) != 0)
		return r;
	*out = root;
	return 0;
}

/* The kit that is out, from the register as it is at one moment. */
static int
read_kit(struct nodo **kit, struct nodo **istanza, struct arena *a,
    struct store *st)
{
	char oggi[GIORNO_LEN + 1];
	int r, ordine;

	if ((r = kit_ultimo(kit, &ordine, a, st)) != 0)
		return r;
	if (!kit_fuori(a, *kit))
		return err_set(ERR_INVALID, "non c'è un kit da scrivere: il "
		    "responsabile lo prepara con «prepara-emergenza»");
	clock_day(oggi, clock_now());
	if (strcmp(nodo_value(a, *kit, "scade"), oggi) < 0)
		return err_set(ERR_INVALID, "il kit n. %d è scaduto il %s: il "
		    "responsabile lo annulla con «annulla-kit» e ne prepara un "
		    "altro", ordine, nodo_value(a, *kit, "scade"));
	return make_istanza(istanza, a, st, *kit);
}

/* Its files, before the first act makes a kit of them. */
static int
put_files(struct arena *a, const char *dove, const struct nodo *kit)
{
	const struct resource *text = resource_find("templates/kit/"
	    KIT_LEGGIMI);
	const char *key = nodo_value(a, kit, "chiave");
	int r;

	if (text == NULL)
		return err_set(ERR_FAULT, "manca il testo del kit");
	if ((r = file_put_synced(arena_printf(a, "%s/%s", dove, KIT_LEGGIMI),
	    text->data, text->size, 0600)) != 0)
		return r;
	return file_put_synced(arena_printf(a, "%s/%s", dove, KIT_CHIAVE), key,
	    strlen(key), 0600);
}

static int
begin(const char *dove, const struct nodo *istanza, const char *utente)
{
	AUTO(store) st = NULL;
	AUTO(op) op = NULL;
	int r;

	if ((r = store_open(&st, dove, 0)) != 0)
		return r;
	op = op_new(st, &atto_avvia_kit, istanza, utente, NULL);
	if ((r = runner_esegui(op)) != 0)
		return r;
	return op->stato == OP_FATTO ? 0 : err_set(ERR_INVALID,
	    "il kit non si scrive: %s", op->ril.primo->testo);
}

static int
make(struct arena *a, const char *dove, const struct nodo *kit,
    const struct nodo *istanza)
{
	struct lock lock = { -1 };
	int r;

	if ((r = servizio_prepara(&lock, dove, true)) < 0)
		return r;
	if (r == 1)
		r = err_set(ERR_INVALID, "in %s c'è già un archivio, o un kit: "
		    "scegli una directory nuova", dove);
	else if ((r = put_files(a, dove, kit)) != 0 ||
	    (r = begin(dove, istanza, nodo_value(a, kit, "operatore"))) != 0)
		servizio_disfa(dove);
	lock_release(&lock);
	return r;
}

int
servizio_kit(const char *dir, const char *dove)
{
	AUTO(arena) a = arena_new();
	struct nodo *kit = NULL, *istanza = NULL;
	AUTO(store) st = NULL;
	int r;

	if ((r = store_open(&st, dir, 0)) != 0)
		return r;
	if (st->kit)
		return err_set(ERR_INVALID, "questo è un kit: se ne scrive uno "
		    "dal registro");
	if ((r = registro_read_begin(st->registro)) != 0)
		return r;
	r = read_kit(&kit, &istanza, a, st);
	registro_read_end(st->registro);
	return r != 0 ? r : make(a, dove, kit, istanza);
}
