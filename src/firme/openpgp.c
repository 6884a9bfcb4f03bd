/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * openpgp.c - one detached, armoured OpenPGP signature.
 *
 * Refuses: to choose the key by itself; a signature over a digest that our own
 * verification would not believe (a gpg.conf can ask for one: gpgme cannot
 * impose the digest).  The passphrase is the agent's matter, never ours.
 */
#include "firme/interno.h"

#include <string.h>

/* Exactly one signature, by that key, that we would accept ourselves. */
static int
check_made(gpgme_sign_result_t result)
{
	gpgme_new_signature_t s = result != NULL ? result->signatures : NULL;

	if (s == NULL || s->next != NULL || result->invalid_signers != NULL)
		return err_set(ERR_FAULT, "firma: GnuPG non ha firmato");
	if (!digest_sound(s->hash_algo))
		return err_set(ERR_INVALID, "firma: gpg.conf impone "
		    "l'impronta %s, troppo debole",
		    gpgme_hash_algo_name(s->hash_algo));
	return 0;
}

static int
sign(struct buf *out, struct portachiavi *p, const void *bytes, size_t n)
{
	AUTO(gpgme_data) data = NULL;
	AUTO(gpgme_data) made = NULL;
	gpgme_error_t e;
	int r;

	if ((r = data_from(&data, bytes, n)) != 0)
		return r;
	if ((e = gpgme_data_new(&made)) != 0)
		return err_gpg(e, "memoria");
	e = gpgme_op_sign(p->ctx, data, made, GPGME_SIG_MODE_DETACH);
	if (e != 0)
		return err_gpg(e, "firma");
	if ((r = check_made(gpgme_op_sign_result(p->ctx))) != 0)
		return r;
	data_take(out, MOVE(made));
	return 0;
}

int
firma_openpgp(struct buf *out, struct portachiavi *p, const char *impronta,
    const void *data, size_t n)
{
	gpgme_key_t key;
	gpgme_error_t e;
	int r;

	if ((r = chiave_get(&key, p, impronta, true, false)) != 0)
		return r;
	gpgme_signers_clear(p->ctx);
	if ((e = gpgme_signers_add(p->ctx, key)) != 0)
		return err_gpg(e, "firma");
	r = sign(out, p, data, n);
	gpgme_signers_clear(p->ctx);
	return r;
}
