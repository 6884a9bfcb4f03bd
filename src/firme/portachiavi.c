/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * portachiavi.c - a GnuPG home, held open through one gpgme context.
 *
 * Refuses: the network (offline: nothing is fetched, whatever gpg.conf says)
 * and the web of trust (who may sign is decided by full fingerprints).  Where
 * nobody can be asked - no terminal, or CARTELLA_SENZA_PINENTRY set - a
 * protected key fails at once instead of waiting for a passphrase.
 */
#define ERR_GPG_C
#include "firme/interno.h"

#include <assert.h>
#include <fcntl.h>
#include <locale.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/un.h>

#include "base/file.h"
#include "base/process.h"

#define LONGEST_SOCKET "/S.gpg-agent.browser"

static bool ready;

static int
code_of(gpgme_err_code_t e)
{
	switch (e) {
	case GPG_ERR_BAD_PASSPHRASE:
	case GPG_ERR_CANCELED:
	case GPG_ERR_FULLY_CANCELED:
	case GPG_ERR_NO_PASSPHRASE:
	case GPG_ERR_NO_PIN_ENTRY:
	case GPG_ERR_PIN_BLOCKED:
	case GPG_ERR_BAD_PIN:
		return ERR_FORBIDDEN;
	case GPG_ERR_INV_ENGINE:
	case GPG_ERR_NO_SECKEY:
	case GPG_ERR_UNUSABLE_SECKEY:
	case GPG_ERR_NO_PUBKEY:
	case GPG_ERR_NOT_FOUND:
	case GPG_ERR_CARD_NOT_PRESENT:
	case GPG_ERR_CARD_REMOVED:
		return ERR_ABSENT;
	case GPG_ERR_NO_DATA:
	case GPG_ERR_BAD_DATA:
	case GPG_ERR_AMBIGUOUS_NAME:
		return ERR_INVALID;
	default:
		return ERR_FAULT;
	}
}

int
err_gpg(gpgme_error_t e, const char *fmt, ...)
{
	int code = code_of(gpgme_err_code(e));
	char text[512];
	va_list ap;

	va_start(ap, fmt);
	vsnprintf(text, sizeof text, fmt, ap);
	va_end(ap);
	switch (gpgme_err_code(e)) {
	case GPG_ERR_BAD_PASSPHRASE:
	case GPG_ERR_BAD_PIN:
		return err_set(code, "%s: la frase segreta non è quella della "
		    "chiave", text);
	case GPG_ERR_PIN_BLOCKED:
		return err_set(code, "%s: la carta è bloccata", text);
	case GPG_ERR_NO_AGENT:
	case GPG_ERR_AGENT:
	case GPG_ERR_ASS_CONNECT_FAILED:
		return err_set(code, "%s: l'agente delle chiavi (gpg-agent) "
		    "non risponde", text);
	case GPG_ERR_CARD_NOT_PRESENT:
	case GPG_ERR_CARD_REMOVED:
		return err_set(code, "%s: la carta con la chiave non è "
		    "inserita", text);
	default:
		break;
	}
	if (code == ERR_FORBIDDEN)
		return err_set(code, "%s: la chiave è protetta e la frase "
		    "segreta non è stata data", text);
	return err_set(code, "%s: GnuPG: %s", text, gpgme_strerror(e));
}

bool
gpg_broken(gpgme_error_t e)
{
	gpgme_err_code_t code = gpgme_err_code(e);

	return gpgme_err_code_to_errno(code) != 0 ||
	    code == GPG_ERR_INV_ENGINE || code == GPG_ERR_CANCELED ||
	    code == GPG_ERR_ENGINE_TOO_OLD;
}

int
firme_init(void)
{
	if (ready)
		return 0;
	unsetenv("GPGME_DEBUG");	/* it would log what goes to gpg */
	/* also makes this process ignore SIGPIPE, which a gpg that stops
	 * reading early would raise */
	if (gpgme_check_version("1.18.0") == NULL)
		return err_set(ERR_FAULT, "la libreria gpgme è troppo vecchia");
	gpgme_set_locale(NULL, LC_CTYPE, setlocale(LC_CTYPE, NULL));
	gpgme_set_locale(NULL, LC_MESSAGES, setlocale(LC_MESSAGES, NULL));
	ready = true;
	return 0;
}

/* Is there anyone who could type a passphrase? */
static bool
someone_there(void)
{
	AUTO_FD int fd = -1;

	if (getenv("CARTELLA_SENZA_PINENTRY") != NULL)
		return false;
	fd = open("/dev/tty", O_RDWR | O_NOCTTY | O_CLOEXEC);
	return fd >= 0;
}

static gpgme_error_t
ctx_set(struct portachiavi *p)
{
	gpgme_error_t e;

	if ((e = gpgme_set_protocol(p->ctx, GPGME_PROTOCOL_OpenPGP)) != 0 ||
	    (e = gpgme_ctx_set_engine_info(p->ctx, GPGME_PROTOCOL_OpenPGP,
	    NULL, p->home)) != 0 ||
	    (e = gpgme_set_ctx_flag(p->ctx, "trust-model", "always")) != 0 ||
	    (e = gpgme_set_ctx_flag(p->ctx, "full-status", "1")) != 0)
		return e;
	gpgme_set_armor(p->ctx, 1);
	gpgme_set_textmode(p->ctx, 0);
	gpgme_set_offline(p->ctx, 1);
	if ((p->someone = someone_there()))
		return 0;
	p->attesa = ATTESA;
	return gpgme_set_pinentry_mode(p->ctx, GPGME_PINENTRY_MODE_ERROR);
}

int
portachiavi_open(struct portachiavi **out, const char *home)
{
	AUTO(portachiavi) p = NULL;
	struct arena *a;
	gpgme_error_t e;

	assert(ready);
	if (home != NULL && !dir_exists(home))
		return err_set(ERR_ABSENT,
		    "il portachiavi %s non esiste", home);
	if ((e = gpgme_engine_check_version(GPGME_PROTOCOL_OpenPGP)) != 0)
		return err_gpg(e, "gpg non è installato o è troppo vecchio");
	a = arena_new();
	p = arena_alloc(a, sizeof *p);
	p->arena = a;
	p->home = home != NULL ? arena_strdup(a, home) : NULL;
	if ((e = gpgme_new(&p->ctx)) != 0 || (e = ctx_set(p)) != 0)
		return err_gpg(e, "apertura del portachiavi");
	giro_set(p);
	*out = MOVE(p);
	return 0;
}

/*
 * A directory whose sockets fit the 108 bytes the kernel grants their path.  Public
 * keys need no agent, which gpg would start with the first of them.
 */
static int
home_make(char **out, struct arena *a)
{
	static const char conf[] = "personal-digest-preferences SHA512\n"
	    "no-greeting\nno-autostart\n";
	struct sockaddr_un limit;
	char *home = NULL;
	int r;

	if ((r = dir_temporary(&home, a)) != 0)
		return r;
	if (strlen(home) + sizeof LONGEST_SOCKET > sizeof limit.sun_path) {
		if ((r = dir_remove(home)) != 0)
			return r;
		home = arena_strdup(a, "/tmp/cartella-XXXXXX");
		if (mkdtemp(home) == NULL)
			return err_sys("portachiavi temporaneo");
	}
	r = file_put(arena_printf(a, "%s/gpg.conf", home), conf,
	    sizeof conf - 1, 0600);
	if (r != 0) {
		(void)!dir_remove(home);
		return r;
	}
	*out = home;
	return 0;
}

int
portachiavi_temporary(struct portachiavi **out)
{
	AUTO(arena) a = arena_new();
	char *home = NULL;
	int r;

	if ((r = home_make(&home, a)) != 0)
		return r;
	if ((r = portachiavi_open(out, home)) != 0) {
		(void)!dir_remove(home);
		return r;
	}
	(*out)->temporary = true;
	return 0;
}

static bool
agent_may_run(struct portachiavi *p)
{
	char **names;
	int i;

	if (p->agent || dir_list(&names, p->arena, p->home) != 0)
		return true;
	for (i = 0; names[i] != NULL; i++)
		if (strncmp(names[i], "S.", 2) == 0)
			return true;
	return false;
}

static void
agent_end(struct portachiavi *p)
{
	const char *const argv[] = { gpgme_get_dirinfo("gpgconf-name"),
	    "--homedir", p->home, "--kill", "all", NULL };
	struct process kill = { .argv = argv, .in = "", .out_max = 65536,
	    .seconds = 20 };
	AUTO_BUF out = { 0 }, err = { 0 };

	if (argv[0] != NULL)
		(void)!process_run(&out, &err, &kill);
}

/* An agent on its way out removes its own sockets meanwhile: look again.  What
 * was said of an error before is what its user must read. */
static void
home_remove(struct portachiavi *p)
{
	const char *said = arena_strdup(p->arena, err_msg());
	int i;

	if (agent_may_run(p))
		agent_end(p);
	for (i = 0; i < 100 && dir_exists(p->home); i++)
		if (dir_remove(p->home) != 0 || dir_exists(p->home))
			usleep(10000);
	err_set(ERR_FAULT, "%s", said);
}

void
portachiavi_close(struct portachiavi *p)
{
	if (p == NULL)
		return;
	chiave_forget(p);
	gpgme_release(p->ctx);
	if (p->temporary)
		home_remove(p);
	arena_free(p->arena);
}
