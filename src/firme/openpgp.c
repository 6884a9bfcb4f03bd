/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * openpgp.c - one detached, armoured OpenPGP signature.
 *
 * Refuses: to choose the key by itself; a signature over a digest that our own
 * verification would not believe (a gpg.conf can ask for one: gpgme cannot
 * impose the digest).  The passphrase is the agent's matter, or that of
 * frase.c.
 */
#include "firme/interno.h"

#include <stdio.h>
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
	p->asked = 0;
	e = gpgme_op_sign_start(p->ctx, data, made, GPGME_SIG_MODE_DETACH);
	if (e != 0)
		return err_gpg(e, "firma");
	p->agent = true;
	if ((r = agente_aspetta(p, "firma")) != 0)
		return r;
	if ((r = check_made(gpgme_op_sign_result(p->ctx))) != 0)
		return r;
	data_take(out, MOVE(made));
	return 0;
}

/* What came of the signature, unless what opened its key stays behind. */
static int
forget_after(int made, struct portachiavi *p, gpgme_key_t key)
{
	char why[512];
	int r;

	snprintf(why, sizeof why, "%s", err_msg());
	if ((r = agente_dimentica(p, key, false)) != 0 && made == 0)
		return r;
	return made != 0 ? err_set(made, "%s", why) : 0;
}

int
firma_openpgp(struct buf *out, struct portachiavi *p, const char *impronta,
    const void *data, size_t n)
{
	AUTO_BUF made = { 0 };
	gpgme_key_t key;
	gpgme_error_t e;
	int r;

	/* the public half: to ask for the secret one would be to wait for the
	 * agent without an end, and gpg tells soon enough */
	if ((r = chiave_get(&key, p, impronta, false, false)) != 0)
		return r;
	if (!chiave_signs(key, false))
		return err_set(ERR_ABSENT, "con la chiave %s non si può "
		    "firmare: è scaduta o revocata", impronta);
	/* what it remembers from elsewhere must not open it either */
	if ((r = agente_dimentica(p, key, true)) != 0)
		return r;
	gpgme_signers_clear(p->ctx);
	if ((e = gpgme_signers_add(p->ctx, key)) != 0)
		return err_gpg(e, "firma");
	r = sign(&made, p, data, n);
	gpgme_signers_clear(p->ctx);
	if ((r = forget_after(r, p, key)) == 0)
		buf_append(out, made.data, made.len);
	return r;
}
