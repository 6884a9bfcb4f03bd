/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * firme.c - every signature of the store, checked with the keys enrolled in
 * ente/ and no others.
 */
#include "servizio/firme.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include "archivio/allegato.h"
#include "base/file.h"
#include "firme/firme.h"
#include "servizio/rilettura.h"

struct controllo {
	struct arena *a;
	struct store *st;
	struct conto *conto;
	const struct ascolto *l;
	struct portachiavi *ring;	/* NULL until a signature asks for it */
};

/* All enrolled keys into the ring. */
static int
load_keys(struct controllo *c)
{
	struct attuale *list;
	struct chiave ignored;
	int r, n, i;

	if ((r = registro_attuali(&list, &n, c->a, c->st->registro,
	    "ente")) != 0)
		return r;
	for (i = 0; i < n; i++) {
		AUTO_BUF b = { 0 };

		if (strcmp(list[i].tipo, "chiave-openpgp") != 0)
			continue;
		if (store_bytes(&b, c->st, "ente", list[i].percorso) != 0 ||
		    chiave_import(&ignored, c->a, c->ring, b.data, b.len) != 0)
			dico(c->conto, c->l, false, arena_printf(c->a,
			    "ente/%s", list[i].percorso), "%s", err_msg());
	}
	return 0;
}

/* The keyring: gpg is not started for a store without signatures. */
static int
open_ring(struct controllo *c)
{
	int r;

	if (c->ring != NULL)
		return 0;
	if ((r = firme_init()) != 0 ||
	    (r = portachiavi_temporary(&c->ring)) != 0)
		return r;
	return load_keys(c);
}

/* The signed bytes: the version of the document that has this impronta. */
static int
signed_bytes(struct buf *out, struct controllo *c,
    const struct firma_intera *f)
{
	struct folder *folder;
	int r;

	if ((r = store_folder(&folder, c->st, f->cartella, false)) != 0)
		return r;
	return folder_read(out, folder, f->commit, f->documento_percorso);
}

static int
verdict(struct verdetto *v, struct controllo *c, const struct firma_intera *f)
{
	AUTO_BUF data = { 0 };
	AUTO_BUF sig = { 0 };
	char impronta[IMPRONTA_LEN + 1];
	size_t stem = strlen(f->percorso);
	const char *asc;
	int r;

	if (stem < 4 || strcmp(f->percorso + stem - 4, ".xml") != 0)
		return err_set(ERR_INVALID, "non è il percorso di una firma");
	asc = arena_printf(c->a, "%.*s.asc", (int)stem - 4, f->percorso);
	if ((r = signed_bytes(&data, c, f)) != 0 ||
	    (r = store_bytes(&sig, c->st, f->cartella, asc)) != 0)
		return r;
	hash_hex(impronta, buf_str(&data), data.len);
	if (strcmp(impronta, f->documento_impronta) != 0)
		return err_set(ERR_INVALID,
		    "il documento firmato ha altri byte");
	return verifica_openpgp(v, c->a, c->ring, f->chiave, sig.data, sig.len,
	    data.data, data.len);
}

/* Is the key that of the user who signed?  Said when not. */
static bool
owner_is(struct controllo *c, const char *place, const char *utente,
    const char *chiave)
{
	const char *owner;

	if (registro_chiave(&owner, c->a, c->st->registro, chiave) == 0 &&
	    strcmp(owner, utente) == 0)
		return true;
	dico(c->conto, c->l, false, place, "la chiave non è di %s", utente);
	err_clear();
	return false;
}

/* Says what a verdict, or the failure to reach one (r), comes to. */
static void
conclude(struct controllo *c, const char *place, int r,
    const struct verdetto *v)
{
	if (r != 0) {
		dico(c->conto, c->l, false, place, "%s", err_msg());
		err_clear();
	} else if (v->esito != FIRMA_VALIDA) {
		dico(c->conto, c->l, false, place, "%s", v->testo);
	}
}

static int
check_one(void *arg, const struct firma_intera *f)
{
	struct controllo *c = arg;
	const char *place = arena_printf(c->a, "%s/%s", f->cartella,
	    f->percorso);
	struct verdetto v;
	int r;

	if ((r = open_ring(c)) != 0)
		return r;
	c->conto->firme++;
	if (owner_is(c, place, f->utente, f->chiave))
		conclude(c, place, verdict(&v, c, f), &v);
	return 0;
}

/* Reads a registered file whole, its bytes checked against its name. */
static int
registered(struct buf *out, struct controllo *c, int anno,
    const char *impronta)
{
	char is[IMPRONTA_LEN + 1];
	AUTO_FD int fd = -1;
	int r;

	if ((r = allegato_open(&fd, store_allegati(c->a, c->st, anno),
	    impronta)) != 0 ||
	    (r = file_read_fd(out, fd, SIZE_MAX / 4)) != 0)
		return r;
	hash_hex(is, buf_str(out), out->len);
	if (strcmp(is, impronta) != 0)
		return err_set(ERR_INVALID, "il file ha altri byte");
	return 0;
}

static int
file_verdict(struct verdetto *v, struct controllo *c,
    const struct firma_file *f)
{
	AUTO_BUF data = { 0 };
	AUTO_BUF sig = { 0 };
	int r;

	if ((r = registered(&data, c, f->anno, f->file)) != 0 ||
	    (r = registered(&sig, c, f->anno, f->firma)) != 0)
		return r;
	return verifica_openpgp(v, c->a, c->ring, f->chiave, sig.data, sig.len,
	    data.data, data.len);
}

static int
check_file(void *arg, const struct firma_file *f)
{
	struct controllo *c = arg;
	const char *place = arena_printf(c->a, "registro/%04d/allegati %.12s",
	    f->anno, f->firma);
	struct verdetto v;
	int r;

	if ((r = open_ring(c)) != 0)
		return r;
	c->conto->firme++;
	if (owner_is(c, place, f->utente, f->chiave))
		conclude(c, place, file_verdict(&v, c, f), &v);
	return 0;
}

int
verifica_firme(struct conto *conto, struct store *st, const struct ascolto *l)
{
	AUTO(arena) a = arena_new();
	struct controllo c = { .a = a, .st = st, .conto = conto, .l = l };
	int r;

	if ((r = registro_ogni_firma(st->registro, check_one, &c)) == 0)
		r = registro_ogni_firma_file(st->registro, check_file, &c);
	portachiavi_close(c.ring);
	return r;
}
