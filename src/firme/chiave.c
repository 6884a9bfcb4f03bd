/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * chiave.c - OpenPGP keys: looked up by full fingerprint, taken in, given out.
 *
 * Refuses: search by name or short id; importing anything but exactly one
 * public key, sound and with an identity - it is shown by gpg without being
 * imported first, so that a refused one leaves no trace in the portachiavi.
 */
#include "firme/interno.h"

#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"

#define RSA_MIN 2048		/* bits */
#define CURVE_MIN 255		/* bits */

struct tenuta {
	struct tenuta *next;
	gpgme_key_t key;
	bool secret;
};

bool
impronta_valid(const char *s)
{
	return strlen(s) == CHIAVE_LEN &&
	    strspn(s, "0123456789ABCDEF") == CHIAVE_LEN;
}

int
data_from(gpgme_data_t *out, const void *bytes, size_t n)
{
	gpgme_error_t e;

	e = gpgme_data_new_from_mem(out, n > 0 ? bytes : "", n, 0);
	return e != 0 ? err_gpg(e, "memoria") : 0;
}

void
data_take(struct buf *out, gpgme_data_t d)
{
	size_t n = 0;
	char *p = gpgme_data_release_and_get_mem(d, &n);

	if (p != NULL)
		buf_append(out, p, n);
	gpgme_free(p);
}

const char *
chiave_debole(gpgme_subkey_t s)
{
	switch (s->pubkey_algo) {
	case GPGME_PK_RSA:
	case GPGME_PK_RSA_S:
		if (s->length < RSA_MIN)
			return "chiave RSA più corta di 2048 bit";
		return NULL;
	case GPGME_PK_EDDSA:
	case GPGME_PK_ECDSA:
		if (s->length < CURVE_MIN)
			return "curva ellittica più corta di 255 bit";
		return NULL;
	default:
		return "algoritmo della chiave non ammesso";
	}
}

bool
digest_sound(gpgme_hash_algo_t h)
{
	return h == GPGME_MD_SHA256 || h == GPGME_MD_SHA384 ||
	    h == GPGME_MD_SHA512;
}

void
chiave_forget(struct portachiavi *p)
{
	struct tenuta *t;

	for (t = p->tenute; t != NULL; t = t->next)
		gpgme_key_unref(t->key);
	p->tenute = NULL;		/* the structs are the arena's */
}

/* The place of a key, kept or still to be looked up. */
static struct tenuta *
place(struct portachiavi *p, const char *impronta, bool secret)
{
	struct tenuta *t;

	for (t = p->tenute; t != NULL; t = t->next)
		if (t->key != NULL && t->secret == secret &&
		    strcmp(t->key->fpr, impronta) == 0)
			return t;
	for (t = p->tenute; t != NULL; t = t->next)
		if (t->key == NULL)
			return t;
	t = arena_alloc(p->arena, sizeof *t);
	t->next = p->tenute;
	p->tenute = t;
	return t;
}

int
chiave_get(gpgme_key_t *out, struct portachiavi *p, const char *impronta,
    bool secret, bool fresh)
{
	struct tenuta *t;
	gpgme_key_t key;
	gpgme_error_t e;

	if (!impronta_valid(impronta))
		return err_set(ERR_INVALID,
		    "«%s» non è l'impronta di una chiave", impronta);
	t = place(p, impronta, secret);
	if (t->key == NULL || fresh) {
		p->agent |= secret;
		gpgme_key_unref(t->key);
		t->key = NULL;
		e = gpgme_get_key(p->ctx, impronta, &key, secret);
		if (gpgme_err_code(e) == GPG_ERR_EOF)
			return err_set(ERR_ABSENT, "la chiave %s non è nel "
			    "portachiavi", impronta);
		if (e != 0)
			return err_gpg(e, "chiave %s", impronta);
		t->key = key;
		t->secret = secret;
	}
	if (strcmp(t->key->fpr, impronta) != 0) {	/* a subkey's */
		gpgme_key_unref(t->key);
		t->key = NULL;
		return err_set(ERR_ABSENT, "%s non è una chiave primaria",
		    impronta);
	}
	*out = t->key;
	return 0;
}

bool
chiave_signs(gpgme_key_t key, bool secret)
{
	gpgme_subkey_t s;

	if (key->revoked || key->expired || key->disabled || key->invalid)
		return false;
	for (s = key->subkeys; s != NULL; s = s->next)
		if (s->can_sign && !s->revoked && !s->expired &&
		    !s->disabled && !s->invalid && (!secret || s->secret))
			return true;
	return false;
}

/* A user id is whatever its owner wrote: one line of UTF-8 or nothing. */
static const char *
identity(struct arena *a, gpgme_key_t key)
{
	const char *s = key->uids != NULL ? key->uids->uid : "";
	char *copy, *c;

	if (s == NULL || !utf8_valid(s, strlen(s)))
		return "";
	copy = arena_strdup(a, s);
	for (c = copy; *c != '\0'; c++)
		if ((unsigned char)*c < 0x20 || *c == 0x7f)
			*c = ' ';
	return copy;
}

static void
describe(struct chiave *out, struct arena *a, gpgme_key_t key)
{
	gpgme_subkey_t primary = key->subkeys;
	char *algorithm = gpgme_pubkey_algo_string(primary);

	memset(out, 0, sizeof *out);
	memcpy(out->impronta, key->fpr, CHIAVE_LEN + 1);
	out->identita = identity(a, key);
	out->algoritmo = arena_strdup(a, algorithm != NULL ? algorithm : "");
	out->creata = primary->timestamp;
	out->scade = primary->expires;
	out->puo_firmare = chiave_signs(key, false);
	gpgme_free(algorithm);
}

int
chiave_find(struct chiave *out, struct arena *a, struct portachiavi *p,
    const char *impronta, int secret)
{
	gpgme_key_t key;
	int r;

	if ((r = chiave_get(&key, p, impronta, secret != 0, true)) != 0)
		return r;
	if (secret && !chiave_signs(key, true))
		return err_set(ERR_ABSENT, "con la chiave %s non si può "
		    "firmare qui", impronta);
	describe(out, a, key);
	return 0;
}

/* Of a key that was only shown; its fingerprint goes to `impronta`. */
static int
check_shown(char impronta[CHIAVE_LEN + 1], gpgme_key_t key)
{
	const char *weak;

	if (key->secret)
		return err_set(ERR_INVALID, "è una chiave segreta: qui si "
		    "consegna soltanto quella pubblica");
	if (key->fpr == NULL || !impronta_valid(key->fpr))
		return err_set(ERR_INVALID,
		    "versione della chiave non ammessa");
	if ((weak = chiave_debole(key->subkeys)) != NULL)
		return err_set(ERR_INVALID, "%s", weak);
	memcpy(impronta, key->fpr, CHIAVE_LEN + 1);
	return 0;
}

struct mostrate {
	char impronta[CHIAVE_LEN + 1];	/* of the last one sound */
	int n, bad;			/* bad: why one of them is not */
};

static void
one_shown(void *hook, gpgme_key_t key)
{
	struct mostrate *m = hook;
	int r;

	if ((r = check_shown(m->impronta, key)) != 0)
		m->bad = r;
	m->n++;
}

/* Lists the keys in the bytes, without importing them: exactly one. */
static int
look(char impronta[CHIAVE_LEN + 1], struct portachiavi *p, const void *bytes,
    size_t n)
{
	AUTO(gpgme_data) d = NULL;
	struct mostrate m = { 0 };
	gpgme_error_t e;
	int r;

	if ((r = data_from(&d, bytes, n)) != 0)
		return r;
	e = giro_chiavi(p, d, one_shown, &m);
	if (gpg_broken(e))
		return err_gpg(e, "lettura della chiave");
	if (m.bad != 0)
		return m.bad;
	/* gpg shows none of what is expired and not in a keyring */
	if (m.n != 1 || e != 0)
		return err_set(ERR_INVALID, m.n < 2 ?
		    "non è una chiave pubblica OpenPGP, o è scaduta: allora "
		    "chi la possiede ne prolunga la durata, e la consegna di "
		    "nuovo" :
		    "più chiavi insieme: se ne consegna una alla volta");
	memcpy(impronta, m.impronta, sizeof m.impronta);
	return 0;
}

int
chiave_import(struct chiave *out, struct arena *a, struct portachiavi *p,
    const void *bytes, size_t n)
{
	char impronta[CHIAVE_LEN + 1];
	AUTO(gpgme_data) d = NULL;
	gpgme_import_result_t result;
	gpgme_error_t e;
	int r;

	if (n == 0 || n > CHIAVE_MAX)
		return err_set(ERR_INVALID,
		    "non è una chiave pubblica OpenPGP");
	if ((r = look(impronta, p, bytes, n)) != 0 ||
	    (r = data_from(&d, bytes, n)) != 0)
		return r;
	chiave_forget(p);
	if ((e = gpgme_op_import_start(p->ctx, d)) != 0 ||
	    (e = giro_end(p, 0)) != 0)
		return err_gpg(e, "importazione della chiave");
	result = gpgme_op_import_result(p->ctx);
	if (result->considered != 1 || result->secret_read != 0 ||
	    result->no_user_id != 0)
		return err_set(ERR_INVALID,
		    "non è una chiave pubblica OpenPGP completa");
	return chiave_find(out, a, p, impronta, 0);
}

int
chiave_export(struct buf *out, struct portachiavi *p, const char *impronta)
{
	gpgme_data_t d = NULL;
	gpgme_key_t key;
	gpgme_error_t e;
	int r;

	if ((r = chiave_get(&key, p, impronta, false, false)) != 0)
		return r;
	if ((e = gpgme_data_new(&d)) == 0)
		e = gpgme_op_export(p->ctx, impronta,
		    GPGME_EXPORT_MODE_MINIMAL, d);
	if (e != 0) {
		gpgme_data_release(d);
		return err_gpg(e, "esportazione della chiave");
	}
	data_take(out, d);
	return 0;
}

int
chiave_leggi(struct chiave *out, struct buf *armour, struct arena *a,
    const void *bytes, size_t n)
{
	AUTO(portachiavi) ring = NULL;
	int r;

	if ((r = firme_init()) != 0 ||
	    (r = portachiavi_temporary(&ring)) != 0 ||
	    (r = chiave_import(out, a, ring, bytes, n)) != 0)
		return r;
	if (!out->puo_firmare)
		return err_set(ERR_INVALID, "la chiave non può firmare: è "
		    "scaduta, revocata o di solo cifratura");
	return chiave_export(armour, ring, out->impronta);
}
