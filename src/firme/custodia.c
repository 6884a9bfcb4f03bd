/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * custodia.c - secret keys that the server keeps, each under a passphrase that
 * only its owner knows.
 *
 * Refuses: a key without a passphrase (whoever has the files would sign); one
 * that is not the one expected; a home that others can enter.  A key is tried
 * in a home of its own first: what is refused leaves nothing here.
 *
 * The agent of this home keeps a passphrase for no time at all: with its usual
 * ten minutes a second signature would need none.  Its keys are protected
 * again with a low count of rounds when they are first used: otherwise each
 * signature costs a quarter of a second, and whoever can read the files is
 * held up by the words of the passphrase, not by the rounds.
 */
#include "firme/interno.h"

#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"

#define SEGRETA_MAX 1048576	/* bytes of an exported secret key */

static const char agent_conf[] =
    "default-cache-ttl 0\n"
    "max-cache-ttl 0\n"
    "default-cache-ttl-ssh 0\n"
    "max-cache-ttl-ssh 0\n"
    "s2k-count 65536\n"
    "allow-loopback-pinentry\n";
static const char gpg_conf[] =
    "personal-digest-preferences SHA512\n"
    "no-greeting\n";

static int
home_check(const char *home)
{
	struct stat st;

	if (lstat(home, &st) != 0)
		return err_sys("%s", home);
	if (!S_ISDIR(st.st_mode) || st.st_uid != geteuid() ||
	    (st.st_mode & 077) != 0)
		return err_set(ERR_FORBIDDEN, "%s deve essere una directory di "
		    "questo utente che nessun altro può leggere (chmod 700)",
		    home);
	return 0;
}

/* Written each time: an agent that remembers would undo all this. */
static int
home_conf(const char *home)
{
	AUTO(arena) a = arena_new();
	int r;

	if ((r = file_put(arena_printf(a, "%s/gpg-agent.conf", home),
	    agent_conf, sizeof agent_conf - 1, 0600)) != 0)
		return r;
	return file_put(arena_printf(a, "%s/gpg.conf", home), gpg_conf,
	    sizeof gpg_conf - 1, 0600);
}

int
custodia_open(struct portachiavi **out, const char *home)
{
	int r;

	if (mkdir(home, 0700) == 0 && (r = home_conf(home)) != 0)
		return r;
	if ((r = home_check(home)) != 0)
		return r;
	return portachiavi_open(out, home);
}

/* ---- in ---- */

static int
not_that_key(void)
{
	return err_set(ERR_INVALID, "non è la chiave segreta attesa, esportata "
	    "con «gpg --armor --export-secret-keys»");
}

struct segrete {
	char impronta[CHIAVE_LEN + 1];	/* of the last */
	int n;
};

static void
one_secret(void *hook, gpgme_key_t key)
{
	struct segrete *found = hook;

	if (!key->secret || key->fpr == NULL || !impronta_valid(key->fpr))
		return;
	memcpy(found->impronta, key->fpr, CHIAVE_LEN + 1);
	found->n++;
}

int
custodia_chi(char impronta[CHIAVE_LEN + 1], const void *bytes, size_t n)
{
	AUTO(portachiavi) p = NULL;
	AUTO(gpgme_data) d = NULL;
	struct segrete found = { 0 };
	gpgme_error_t e;
	int r;

	if (n == 0 || n > SEGRETA_MAX)
		return not_that_key();
	if ((r = portachiavi_temporary(&p)) != 0 ||
	    (r = data_from(&d, bytes, n)) != 0)
		return r;
	e = giro_chiavi(p, d, one_secret, &found);
	if (gpg_broken(e))
		return err_gpg(e, "lettura della chiave");
	if (found.n != 1)
		return not_that_key();
	memcpy(impronta, found.impronta, sizeof found.impronta);
	return 0;
}

/* That one secret key and nothing else. */
static int
take(struct portachiavi *p, const char *impronta, const void *bytes, size_t n)
{
	gpgme_import_result_t result;
	AUTO(gpgme_data) d = NULL;
	gpgme_error_t e;
	int r;

	if ((r = data_from(&d, bytes, n)) != 0)
		return r;
	chiave_forget(p);
	p->agent = true;
	if ((e = gpgme_op_import_start(p->ctx, d)) != 0 ||
	    (e = giro_end(p, 0)) != 0)
		return gpg_broken(e) ? err_gpg(e, "importazione della chiave") :
		    not_that_key();
	result = gpgme_op_import_result(p->ctx);
	if (result->secret_read != 1 || result->secret_imported +
	    result->secret_unchanged != 1 || result->imports == NULL ||
	    result->imports->fpr == NULL ||
	    strcmp(result->imports->fpr, impronta) != 0)
		return not_that_key();
	return 0;
}

/* Does it sign now?  0 or the code; a signature that nobody keeps. */
static int
signs(struct portachiavi *p, const char *impronta, const struct segreto *frase)
{
	static const char trial[] = "prova";
	AUTO_BUF asc = { 0 };

	portachiavi_frase(p, frase);
	return firma_openpgp(&asc, p, impronta, trial, sizeof trial - 1);
}

/* It opens with this passphrase, and not without one. */
static int
opens(struct portachiavi *p, const char *impronta, const struct segreto *frase)
{
	AUTO(segreto) none = NULL;
	int r;

	if ((r = segreto_new(&none, "", 0)) != 0)
		return r;
	portachiavi_attesa(p, ATTESA);
	r = signs(p, impronta, none);
	if (r == 0)
		return err_set(ERR_INVALID, "la chiave segreta non è protetta "
		    "da una frase: sul server non la si tiene");
	if (r != ERR_FORBIDDEN)
		return r;
	err_clear();
	return signs(p, impronta, frase);
}

/* In a home that goes, configured like the one that stays. */
static int
try_out(const char *impronta, const void *bytes, size_t n,
    const struct segreto *frase)
{
	AUTO(portachiavi) p = NULL;
	int r;

	if ((r = portachiavi_temporary(&p)) != 0 ||
	    (r = home_conf(p->home)) != 0 ||
	    (r = take(p, impronta, bytes, n)) != 0)
		return r;
	return opens(p, impronta, frase);
}

int
custodia_metti(const char *home, const char *impronta, const void *bytes,
    size_t n, const struct segreto *frase)
{
	AUTO(portachiavi) p = NULL;
	char why[512];
	int r;

	if (!impronta_valid(impronta) || n == 0 || n > SEGRETA_MAX)
		return not_that_key();
	if (frase == NULL || segreto_len(frase) == 0)
		return err_set(ERR_FORBIDDEN, "serve la frase segreta della "
		    "chiave");
	if ((r = try_out(impronta, bytes, n, frase)) != 0 ||
	    (r = custodia_open(&p, home)) != 0)
		return r;
	/* used at once: from then on it is protected by this agent */
	if ((r = take(p, impronta, bytes, n)) == 0 &&
	    (r = opens(p, impronta, frase)) == 0)
		return 0;
	memcpy(why, err_msg(), strnlen(err_msg(), sizeof why - 1) + 1);
	why[sizeof why - 1] = '\0';
	if (custodia_togli(home, impronta) == ERR_FAULT)
		return ERR_FAULT;
	return err_set(r, "%s", why);
}

/* ---- out ---- */

int
custodia_togli(const char *home, const char *impronta)
{
	AUTO(portachiavi) p = NULL;
	struct chiave left;
	AUTO(arena) a = arena_new();
	gpgme_key_t key;
	gpgme_error_t e;
	int r;

	if (!dir_exists(home))
		return err_set(ERR_ABSENT, "il server non tiene chiavi");
	if ((r = custodia_open(&p, home)) != 0 ||
	    (r = chiave_get(&key, p, impronta, true, true)) != 0)
		return r;
	e = gpgme_op_delete_ext(p->ctx, key, GPGME_DELETE_ALLOW_SECRET |
	    GPGME_DELETE_FORCE);
	if (e != 0)
		return err_gpg(e, "cancellazione della chiave");
	chiave_forget(p);
	r = chiave_find(&left, a, p, impronta, 1);
	if (r == 0)
		return err_set(ERR_FAULT, "la chiave %s c'è ancora", impronta);
	if (r != ERR_ABSENT)
		return r;
	err_clear();
	return 0;
}
