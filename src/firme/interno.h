/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * interno.h - of the room firme/ alone: the OpenPGP side, the only place that
 * sees gpgme.
 */
#ifndef FIRME_INTERNO_H
#define FIRME_INTERNO_H

#include <gpgme.h>
#include <stdbool.h>

#include "firme/firme.h"

#define CHIAVE_MAX 1048576	/* bytes of a key someone sends us */
#define FIRMA_MAX 65536		/* bytes of a detached signature */
#define ATTESA 60		/* seconds, where no person is waited for */

struct tenuta;			/* a key looked up and kept */

struct presa {			/* a pipe that gpgme wants looked after */
	int fd, reads;
	gpgme_io_cb_t fnc;	/* NULL: free */
	void *data;
};

#define PRESE 16		/* gpgme holds some six */

struct giro {			/* the operation under way */
	struct presa prese[PRESE];
	bool ended;
	gpgme_error_t said;
	void (*seen)(void *hook, gpgme_key_t key);
	void *hook;
};

struct portachiavi {
	struct arena *arena;
	gpgme_ctx_t ctx;
	const char *home;	/* NULL: the user's own */
	bool temporary;		/* removed at close */
	bool agent;		/* a secret key was asked: an agent may run */
	struct tenuta *tenute;
	const struct segreto *frase;	/* NULL: as the agent does */
	int asked;		/* how often, for the signature being made */
	const char *grips;	/* how its agent calls the parts of … */
	char grips_of[CHIAVE_LEN + 1];	/* … this key */
	int attesa;		/* seconds a signature may take; 0: no end */
	bool someone;		/* who could be asked for a passphrase */
	struct giro giro;
};

AUTO_DEFINE(gpgme_data, gpgme_data_release)

/* Our code and message for a gpgme error; the words come first. */
int err_gpg(gpgme_error_t e, const char *fmt, ...) PRINTF(2, 3);
#if defined(__clang_analyzer__) && !defined(ERR_GPG_C)	/* as in base/err.h */
#define err_gpg(e, ...) ((void)(err_gpg)(e, __VA_ARGS__), ERR_FAULT)
#endif

/* gpg could not be run or broke down; else the bytes are at fault. */
bool gpg_broken(gpgme_error_t e);

/* CHIAVE_LEN upper-case hex digits and nothing else? */
bool impronta_valid(const char *s);

/* gpgme reads the caller's own bytes, which must outlive *out. */
int data_from(gpgme_data_t *out, const void *bytes, size_t n) MUST;
/* Appends what gpgme wrote and releases d. */
void data_take(struct buf *out, gpgme_data_t d);

/*
 * The key whose primary fingerprint is `impronta`; owned by p, valid until
 * the next chiave_get or chiave_forget.  absent: not here.  A key is looked
 * up once (a process of gpg each time) unless `fresh`.
 */
int chiave_get(gpgme_key_t *out, struct portachiavi *p, const char *impronta,
    bool secret, bool fresh) MUST;
void chiave_forget(struct portachiavi *p);

/* Has it a part that may sign now (with `secret`: and that is here)? */
bool chiave_signs(gpgme_key_t key, bool secret);

/*
 * frase.c: when p has a passphrase of its own, makes the agent forget what
 * opens that key: before (`prima`) the first signature with it and after each.
 * Nothing to do when no agent runs; fault: it hangs.
 */
int agente_dimentica(struct portachiavi *p, gpgme_key_t key, bool prima) MUST;
/* The same whoever gave the passphrase. */
int agente_scorda(struct portachiavi *p, gpgme_key_t key) MUST;
/* Waits for the operation begun in p, at most as long as it may take. */
int agente_aspetta(struct portachiavi *p, const char *che) MUST;

/*
 * giro.c: whatever gives gpg bytes is begun (gpgme_op_…_start) and then
 * brought to its end here.  seconds: how long at most, 0 without an end;
 * GPG_ERR_TIMEOUT: it was cancelled.
 */
void giro_set(struct portachiavi *p);
gpgme_error_t giro_end(struct portachiavi *p, int seconds) MUST;
/* The keys in the bytes, not imported: each to `seen`, for that call only. */
gpgme_error_t giro_chiavi(struct portachiavi *p, gpgme_data_t bytes,
    void (*seen)(void *hook, gpgme_key_t key), void *hook) MUST;

/* Why a key is too weak to be believed (Italian), or NULL. */
const char *chiave_debole(gpgme_subkey_t s);
bool digest_sound(gpgme_hash_algo_t h);

#endif
