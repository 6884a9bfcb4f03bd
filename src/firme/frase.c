/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * frase.c - a passphrase that we were given, handed to gpg for one signature;
 * and how long a signature may take.
 *
 * Refuses: to answer twice in one signature (a wrong one is wrong, and the
 * PIN of a card must not be tried until it is locked); a key that opens
 * without it because the agent remembers; an agent that does not answer.
 * The bytes go from their page into gpg's pipe and nowhere else.
 */
#include "firme/interno.h"

#include <string.h>
#include <unistd.h>

#include "base/process.h"

#define CHIEDERE 20		/* seconds for a word with the agent */

/* gpg asks: line by line, so one with a new line within is none. */
static gpgme_error_t
answer(void *hook, const char *uid, const char *info, int prev_was_bad, int fd)
{
	struct portachiavi *p = hook;
	const char *s = segreto_str(p->frase);
	size_t n = segreto_len(p->frase);

	(void)uid;
	(void)info;
	if (prev_was_bad || p->asked++ > 0 || memchr(s, '\n', n) != NULL)
		return gpgme_error(GPG_ERR_BAD_PASSPHRASE);
	if (gpgme_io_writen(fd, s, n) != 0 ||
	    gpgme_io_writen(fd, "\n", 1) != 0)
		return gpgme_error_from_syserror();
	return 0;
}

void
portachiavi_frase(struct portachiavi *p, const struct segreto *frase)
{
	p->frase = frase;
	gpgme_set_passphrase_cb(p->ctx, frase != NULL ? answer : NULL, p);
	(void)gpgme_set_pinentry_mode(p->ctx, frase != NULL ?
	    GPGME_PINENTRY_MODE_LOOPBACK : p->someone ?
	    GPGME_PINENTRY_MODE_DEFAULT : GPGME_PINENTRY_MODE_ERROR);
	if (frase != NULL && p->attesa == 0)
		p->attesa = ATTESA;
}

void
portachiavi_attesa(struct portachiavi *p, int secondi)
{
	p->attesa = secondi;
}

static int
gives_up(int seconds, const char *che)
{
	return err_set(ERR_FAULT, "%s: l'agente delle chiavi (gpg-agent) non "
	    "ha risposto entro %d secondi, e niente è stato firmato: lo si "
	    "ferma con «gpgconf --kill gpg-agent»", che, seconds);
}

/* ---- what the agent remembers ---- */

/* A line for each part of the key: the agent knows them by their grips. */
static int
grips(struct portachiavi *p, const char *impronta)
{
	gpgme_keylist_mode_t mode = gpgme_get_keylist_mode(p->ctx);
	gpgme_key_t key = NULL;
	AUTO_BUF lines = { 0 };
	gpgme_subkey_t s;
	gpgme_error_t e;

	gpgme_set_keylist_mode(p->ctx, mode | GPGME_KEYLIST_MODE_WITH_KEYGRIP);
	e = gpgme_get_key(p->ctx, impronta, &key, 0);
	gpgme_set_keylist_mode(p->ctx, mode);
	if (e != 0)
		return err_gpg(e, "chiave %s", impronta);
	for (s = key->subkeys; s != NULL; s = s->next)
		if (s->keygrip != NULL)
			buf_printf(&lines,
			    "CLEAR_PASSPHRASE --mode=normal %s\n", s->keygrip);
	gpgme_key_unref(key);
	buf_puts(&lines, "/bye\n");
	p->grips = arena_strdup(p->arena, lines.data);
	memcpy(p->grips_of, impronta, sizeof p->grips_of);
	return 0;
}

/* Says those lines to the agent; *said is its answer, "" when none runs. */
static int
tell(struct buf *said, struct portachiavi *p, const char *lines, bool start)
{
	const char *dir = gpgme_get_dirinfo("bindir");
	const char *argv[5] = { NULL };
	struct process ask = { .argv = argv, .in = lines,
	    .in_len = strlen(lines), .out_max = 65536,
	    .seconds = p->attesa > 0 && p->attesa < CHIEDERE ? p->attesa :
	    CHIEDERE };
	AUTO_BUF err = { 0 };
	int r, n = 0;

	argv[n++] = arena_printf(p->arena, "%s/gpg-connect-agent",
	    dir != NULL ? dir : "/usr/bin");
	if (!start)
		argv[n++] = "--no-autostart";
	if (p->home != NULL) {
		argv[n++] = "--homedir";
		argv[n++] = p->home;
	}
	r = process_run(said, &err, &ask);
	if (r == 127)
		return err_set(ERR_ABSENT, "%s non c'è", argv[0]);
	return r < 0 ? gives_up(ask.seconds, "firma") : 0;
}

int
agente_dimentica(struct portachiavi *p, gpgme_key_t key, bool prima)
{
	AUTO_BUF said = { 0 };
	int r;

	if (p->frase == NULL)
		return 0;
	if (strcmp(p->grips_of, key->fpr) == 0) {
		if (prima)
			return 0;	/* it has been told, and we since */
	} else if ((r = grips(p, key->fpr)) != 0) {
		return r;
	}
	return tell(&said, p, p->grips, false);
}

int
agente_scorda(struct portachiavi *p, gpgme_key_t key)
{
	AUTO_BUF said = { 0 };
	int r = grips(p, key->fpr);

	return r != 0 ? r : tell(&said, p, p->grips, false);
}

/* gpg speaks of a key it cannot use also when it has no agent to ask. */
static int
not_usable(struct portachiavi *p, gpgme_error_t e, const char *che)
{
	AUTO_BUF said = { 0 };
	int r;

	if ((r = tell(&said, p, "GETINFO pid\n/bye\n", true)) != 0)
		return r;
	if (strstr(buf_str(&said), "OK") == NULL)
		return err_gpg(gpgme_error(GPG_ERR_NO_AGENT), "%s", che);
	return err_gpg(e, "%s", che);
}

int
agente_aspetta(struct portachiavi *p, const char *che)
{
	gpgme_error_t e = giro_end(p, p->attesa);

	if (gpgme_err_code(e) == GPG_ERR_TIMEOUT && p->attesa > 0)
		return gives_up(p->attesa, che);
	if (gpgme_err_code(e) == GPG_ERR_UNUSABLE_SECKEY)
		return not_usable(p, e, che);
	return e != 0 ? err_gpg(e, "%s", che) : 0;
}
