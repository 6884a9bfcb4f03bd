/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * cifrato.c - bytes that only one OpenPGP key opens.
 *
 * Refuses a key that cannot encrypt, or not any more; to choose the key by
 * itself.  Nobody is asked whether the key is trusted: the caller holds its
 * full fingerprint.
 */
#include "firme/interno.h"

int
openpgp_cifra(struct buf *out, struct portachiavi *p, const char *impronta,
    const void *data, size_t n)
{
	gpgme_key_t key, keys[2] = { NULL, NULL };
	AUTO(gpgme_data) clear = NULL;
	AUTO(gpgme_data) made = NULL;
	gpgme_error_t e;
	int r;

	if ((r = chiave_get(&key, p, impronta, false, false)) != 0 ||
	    (r = data_from(&clear, data, n)) != 0)
		return r;
	if (!key->can_encrypt || key->expired || key->revoked ||
	    key->disabled)
		return err_set(ERR_INVALID, "per la chiave %s non si può "
		    "cifrare: non ha una parte per questo, è scaduta o "
		    "revocata", impronta);
	keys[0] = key;
	if ((e = gpgme_data_new(&made)) != 0)
		return err_gpg(e, "memoria");
	e = gpgme_op_encrypt_start(p->ctx, keys, GPGME_ENCRYPT_ALWAYS_TRUST |
	    GPGME_ENCRYPT_NO_ENCRYPT_TO, clear, made);
	if (e != 0 || (e = giro_end(p, 0)) != 0)
		return err_gpg(e, "cifratura");
	data_take(out, MOVE(made));
	return 0;
}

int
openpgp_decifra(struct buf *out, struct portachiavi *p, const void *data,
    size_t n)
{
	AUTO(gpgme_data) clear = NULL;
	AUTO(gpgme_data) made = NULL;
	gpgme_error_t e;
	int r;

	if ((r = data_from(&made, data, n)) != 0)
		return r;
	if ((e = gpgme_data_new(&clear)) != 0)
		return err_gpg(e, "memoria");
	p->asked = 0;
	p->agent = true;
	if ((e = gpgme_op_decrypt_start(p->ctx, made, clear)) != 0 ||
	    (e = giro_end(p, 0)) != 0)
		return gpgme_err_code(e) == GPG_ERR_DECRYPT_FAILED ?
		    err_set(ERR_INVALID, "non si decifra: è stato alterato") :
		    err_gpg(e, "decifratura");
	data_take(out, MOVE(clear));
	return 0;
}

int
openpgp_scorda(struct portachiavi *p)
{
	gpgme_decrypt_result_t result = gpgme_op_decrypt_result(p->ctx);
	gpgme_recipient_t to;
	gpgme_key_t key;
	int r = 0;

	if (result == NULL)
		return 0;
	gpgme_result_ref(result);	/* what is asked next would free it */
	for (to = result->recipients; to != NULL && r == 0; to = to->next) {
		if (gpgme_get_key(p->ctx, to->keyid, &key, 0) != 0)
			continue;	/* somebody else's */
		r = agente_scorda(p, key);
		gpgme_key_unref(key);
	}
	gpgme_result_unref(result);
	return r;
}
