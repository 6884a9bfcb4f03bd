/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * verdetto.c - is this the signature of that key over those bytes?
 *
 * The verdict is read from the signature's own status and from gpg's VALIDSIG
 * line, which alone names the primary key and the class; never from validity
 * or summary, which speak of trust.  Refuses: several signatures in one blob,
 * text signatures (they hold for other bytes too), ones that end by themselves,
 * SHA-1 and older digests, DSA and short keys.  A revoked key is refused
 * whatever its date: who holds a stolen key also chooses the time its
 * signatures claim.
 */
#include "firme/interno.h"

#include <stdio.h>
#include <string.h>

#include "base/clock.h"

/* What gpg said while it verified. */
struct detto {
	int signatures;			/* met */
	int valid;			/* with good mathematics */
	char key[CHIAVE_LEN + 1];	/* that signed, perhaps a subkey */
	char primary[CHIAVE_LEN + 1];
	char class[3];			/* RFC 4880 5.2.1, hex: 00 binary */
};

const char *
esito_nome(enum esito e)
{
	static const char *const names[] = {
		[FIRMA_VALIDA] = "valida",
		[FIRMA_INTEGRA] = "integra",
		[FIRMA_NON_VALIDA] = "non-valida",
		[FIRMA_IGNOTA] = "ignota",
		[FIRMA_REVOCATA] = "revocata",
		[FIRMA_SCADUTA] = "scaduta",
		[FIRMA_DEBOLE] = "debole",
		[FIRMA_NON_VERIFICATA] = "non-verificata",
	};

	return names[e];
}

enum esito
esito_peggiore(enum esito a, enum esito b)
{
	/* what is known to be wrong before what is only not known */
	static const int order[] = {
		[FIRMA_VALIDA] = 0,
		[FIRMA_INTEGRA] = 1,
		[FIRMA_NON_VERIFICATA] = 2,
		[FIRMA_IGNOTA] = 3,
		[FIRMA_DEBOLE] = 4,
		[FIRMA_SCADUTA] = 5,
		[FIRMA_REVOCATA] = 6,
		[FIRMA_NON_VALIDA] = 7,
	};

	return order[a] >= order[b] ? a : b;
}

/* VALIDSIG key date time expires version reserved pk hash class primary */
static gpgme_error_t
hear(void *hook, const char *keyword, const char *args)
{
	struct detto *d = hook;

	if (strcmp(keyword, "NEWSIG") == 0)
		d->signatures++;
	if (strcmp(keyword, "VALIDSIG") != 0)
		return 0;
	d->valid++;
	if (sscanf(args, "%40s %*s %*s %*s %*s %*s %*s %*s %2s %40s", d->key,
	    d->class, d->primary) != 3 || !impronta_valid(d->key) ||
	    !impronta_valid(d->primary))	/* not as we know it */
		d->valid = -1;
	return 0;
}

static int
verdict(struct verdetto *out, enum esito e, const char *text)
{
	out->esito = e;
	out->testo = text;
	return 0;
}

static int
not_valid(struct verdetto *out, const char *text)
{
	return verdict(out, FIRMA_NON_VALIDA, text);
}

static int
ask(struct detto *d, gpgme_error_t *said, struct portachiavi *p,
    const void *firma, size_t firma_len, const void *bytes, size_t n)
{
	AUTO(gpgme_data) sig = NULL;
	AUTO(gpgme_data) data = NULL;
	int r;

	if ((r = data_from(&sig, firma, firma_len)) != 0 ||
	    (r = data_from(&data, bytes, n)) != 0)
		return r;
	gpgme_set_status_cb(p->ctx, hear, d);
	if ((*said = gpgme_op_verify_start(p->ctx, sig, data, NULL)) == 0)
		*said = giro_end(p, 0);
	gpgme_set_status_cb(p->ctx, NULL, NULL);
	if (gpg_broken(*said))
		return err_gpg(*said, "verifica della firma");
	return 0;
}

/* Is the signature good in itself?  1: go on to its key; 0: *out is set. */
static int
good(struct verdetto *out, const struct detto *d, gpgme_signature_t s)
{
	gpgme_err_code_t code = gpgme_err_code(s->status);

	if (s->next != NULL || d->signatures > 1)
		return not_valid(out, "più firme nello stesso file");
	if (code == GPG_ERR_NO_PUBKEY)
		return verdict(out, FIRMA_IGNOTA,
		    "la chiave che ha firmato non è fra quelle note");
	if (code == GPG_ERR_BAD_SIGNATURE)
		return not_valid(out, "il documento o la firma sono alterati");
	/* what is kept for forty years must not cease before */
	if (code == GPG_ERR_SIG_EXPIRED || s->exp_timestamp != 0)
		return not_valid(out, "firma a termine: si firma senza "
		    "(--default-sig-expire 0)");
	if ((code != 0 && code != GPG_ERR_KEY_EXPIRED &&
	    code != GPG_ERR_CERT_REVOKED) || d->valid != 1 ||
	    strcmp(s->fpr, d->key) != 0)
		return not_valid(out, "firma non verificabile");
	if (strcmp(d->class, "00") != 0)
		return not_valid(out, "non è la firma di un documento binario");
	if (!digest_sound(s->hash_algo))
		return not_valid(out, "algoritmo d'impronta troppo debole");
	return 1;
}

static gpgme_subkey_t
part(gpgme_key_t key, const char *impronta)
{
	gpgme_subkey_t s;

	for (s = key->subkeys; s != NULL; s = s->next)
		if (s->fpr != NULL && strcmp(s->fpr, impronta) == 0)
			return s;
	return NULL;
}

/* The earlier of two ends, where 0 is never. */
static int64_t
earlier(int64_t a, int64_t b)
{
	if (a == 0 || b == 0)
		return a + b;
	return a < b ? a : b;
}

static int
judge_times(struct verdetto *out, struct arena *a, gpgme_signature_t s,
    int64_t end)
{
	char day[GIORNO_LEN + 1];

	if (gpgme_err_code(s->status) == GPG_ERR_KEY_EXPIRED && end == 0)
		return verdict(out, FIRMA_SCADUTA, "chiave scaduta");
	if (end == 0)
		return verdict(out, FIRMA_VALIDA, "firma valida");
	clock_day(day, end);
	if (out->ora > end)
		return verdict(out, FIRMA_SCADUTA, arena_printf(a,
		    "chiave già scaduta (%s) al momento della firma", day));
	if (gpgme_err_code(s->status) == GPG_ERR_KEY_EXPIRED)
		return verdict(out, FIRMA_VALIDA, arena_printf(a,
		    "firma valida; la chiave è scaduta in seguito (%s)", day));
	return verdict(out, FIRMA_VALIDA, "firma valida");
}

static int
judge_key(struct verdetto *out, struct arena *a, const struct detto *d,
    gpgme_key_t key, gpgme_signature_t s)
{
	gpgme_subkey_t primary = key->subkeys, signer = part(key, d->key);
	const char *weak;

	if (signer == NULL)
		return not_valid(out, "firma di una sottochiave sconosciuta");
	if ((weak = chiave_debole(primary)) != NULL ||
	    (weak = chiave_debole(signer)) != NULL)
		return not_valid(out, weak);
	if (gpgme_err_code(s->status) == GPG_ERR_CERT_REVOKED ||
	    key->revoked || primary->revoked || signer->revoked)
		return verdict(out, FIRMA_REVOCATA,
		    "la chiave che ha firmato è revocata");
	return judge_times(out, a, s,
	    earlier(primary->expires, signer->expires));
}

static int
judge(struct verdetto *out, struct arena *a, struct portachiavi *p,
    const char *attesa, const struct detto *d, gpgme_signature_t s)
{
	gpgme_key_t key;
	int r;

	out->ora = (int64_t)s->timestamp;
	if (!good(out, d, s))
		return 0;
	memcpy(out->chiave, d->primary, sizeof out->chiave);
	if (attesa != NULL && strcmp(attesa, d->primary) != 0)
		return verdict(out, FIRMA_IGNOTA,
		    "firmato con una chiave diversa da quella attesa");
	/* what is kept may be older than a revocation or a new end: gpg has
	 * just said whether there is anything amiss */
	r = chiave_get(&key, p, d->primary, false, s->status != 0);
	if (r == 0 && part(key, d->key) == NULL)
		r = chiave_get(&key, p, d->primary, false, true);
	if (r != 0)
		return r;
	return judge_key(out, a, d, key, s);
}

int
verifica_openpgp(struct verdetto *out, struct arena *a, struct portachiavi *p,
    const char *attesa, const void *firma, size_t firma_len, const void *data,
    size_t n)
{
	struct verdetto v = { .esito = FIRMA_NON_VALIDA,
	    .testo = "non è una firma OpenPGP separata" };
	gpgme_verify_result_t result;
	struct detto d = { 0 };
	gpgme_error_t said;
	int r;

	if (attesa != NULL && !impronta_valid(attesa))
		return err_set(ERR_INVALID,
		    "«%s» non è l'impronta di una chiave", attesa);
	if (firma_len > 0 && firma_len <= FIRMA_MAX) {
		r = ask(&d, &said, p, firma, firma_len, data, n);
		if (r != 0)
			return r;
		result = gpgme_op_verify_result(p->ctx);
		if (said == 0 && result != NULL && result->signatures != NULL &&
		    (r = judge(&v, a, p, attesa, &d, result->signatures)) != 0)
			return r;
	}
	*out = v;
	return 0;
}
