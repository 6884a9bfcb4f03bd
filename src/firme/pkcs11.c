/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * pkcs11.c - a key that stays on its token: a smart card, a USB token, an HSM.
 *
 * The token is chosen by a URI (RFC 7512) and the certificate on it: the one
 * that is named, else the only one for non-repudiation, else the only one.
 * Refuses: a PIN inside the URI (it would stand in argument lists and logs),
 * attributes it does not know, a choice that is not unique.  The PIN is tried
 * once: three mistakes lock a card.
 */
#include "firme/cms_interno.h"

#include <dlfcn.h>
#include <libp11.h>
#include <openssl/err.h>
#include <openssl/ui.h>
#include <stdlib.h>
#include <string.h>

#define VALORE_MAX 256		/* bytes of one value of a URI */

/* PKCS#11 return values (pkcs11t.h of OASIS 2.40). */
enum {
	CKR_TOLTO_DEVICE_ERROR = 0x30,
	CKR_TOLTO_DEVICE_REMOVED = 0x32,
	CKR_TOLTO_KEY_HANDLE = 0x60,
	CKR_TOLTO_OBJECT_HANDLE = 0x82,
	CKR_PIN_PRIMO = 0xa0,		/* incorrect, invalid, length … */
	CKR_PIN_BLOCCATO = 0xa4,	/* … locked */
	CKR_TOLTO_SESSION_CLOSED = 0xb0,
	CKR_TOLTO_SESSION_HANDLE = 0xb3,
	CKR_TOLTO_TOKEN = 0xe0,
	CKR_TOLTO_TOKEN_ALTRO = 0xe1
};

struct gettone {
	PKCS11_CTX *ctx;
	PKCS11_SLOT *slots;
	unsigned int n;
	bool loaded;
	struct segreto *pin;	/* NULL: none was given */
	UI_METHOD *ui;
};

/* ---- the URI ---- */

struct uri {
	const char *token, *serial, *manufacturer, *model, *object;
	const char *id;			/* bytes */
	size_t id_len;
};

static int
hex(char c)
{
	return c >= '0' && c <= '9' ? c - '0' :
	    c >= 'a' && c <= 'f' ? c - 'a' + 10 :
	    c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

/* The bytes behind the % signs; NULL: there are none such. */
static const char *
unescape(struct arena *a, size_t *len, const char *s, size_t n)
{
	char *out = arena_alloc(a, n + 1), *w = out;
	size_t i;

	if (n > VALORE_MAX)
		return NULL;
	for (i = 0; i < n; i++) {
		if (s[i] != '%') {
			*w++ = s[i];
			continue;
		}
		if (i + 2 >= n || hex(s[i + 1]) < 0 || hex(s[i + 2]) < 0)
			return NULL;
		*w++ = (char)(hex(s[i + 1]) << 4 | hex(s[i + 2]));
		i += 2;
	}
	*len = (size_t)(w - out);
	return out;
}

static int
attribute(struct uri *u, struct arena *a, const char *s, size_t n)
{
	const char *eq = memchr(s, '=', n), *v;
	struct {
		const char *name;
		const char **where;
	} known[] = {
		{ "token", &u->token }, { "serial", &u->serial },
		{ "manufacturer", &u->manufacturer }, { "model", &u->model },
		{ "object", &u->object }, { "id", &u->id }, { "type", NULL },
	};
	size_t i, k = eq != NULL ? (size_t)(eq - s) : n, len = 0;

	v = eq == NULL ? NULL : unescape(a, &len, eq + 1, n - k - 1);
	for (i = 0; v != NULL && i < NELEM(known); i++) {
		if (strlen(known[i].name) != k ||
		    memcmp(known[i].name, s, k) != 0)
			continue;
		if (known[i].where == &u->id)
			u->id_len = len;
		else if (memchr(v, '\0', len) != NULL)
			break;
		if (known[i].where != NULL)
			*known[i].where = v;
		return 0;
	}
	return err_set(ERR_INVALID, "nell'indirizzo del token «%.*s» non è "
	    "ammesso", (int)(k < 40 ? k : 40), s);
}

static int
uri_read(struct uri *u, struct arena *a, const char *s)
{
	size_t n;
	int r;

	if (strncmp(s, "pkcs11:", 7) != 0)
		return err_set(ERR_INVALID, "l'indirizzo del token comincia "
		    "con «pkcs11:»");
	/* the PIN is asked for; the library is given apart */
	if (strchr(s, '?') != NULL)
		return err_set(ERR_INVALID, "nell'indirizzo del token non si "
		    "scrivono né il PIN né altro dopo «?»");
	for (s += 7; *s != '\0'; s += n + (s[n] == ';')) {
		n = strcspn(s, ";");
		if (n > 0 && (r = attribute(u, a, s, n)) != 0)
			return r;
	}
	return 0;
}

/* ---- errors ---- */

/* The last return value of the library, 0 when there is none. */
static int
last_ckr(void)
{
	int ckr = 0, lib = ERR_get_CKR_code();
	unsigned long e;

	while ((e = ERR_get_error()) != 0)
		if (ERR_GET_LIB(e) == lib)
			ckr = ERR_GET_REASON(e);
	return ckr;
}

static bool
gone(int ckr)
{
	static const int values[] = { CKR_TOLTO_DEVICE_ERROR,
	    CKR_TOLTO_DEVICE_REMOVED, CKR_TOLTO_KEY_HANDLE,
	    CKR_TOLTO_OBJECT_HANDLE, CKR_TOLTO_SESSION_CLOSED,
	    CKR_TOLTO_SESSION_HANDLE, CKR_TOLTO_TOKEN,
	    CKR_TOLTO_TOKEN_ALTRO };
	size_t i;

	for (i = 0; i < NELEM(values); i++)
		if (values[i] == ckr)
			return true;
	return false;
}

static int
token_error(const char *what)
{
	int ckr = last_ckr();

	if (gone(ckr))
		return err_set(ERR_ABSENT, "%s: il token non c'è più", what);
	if (ckr == CKR_PIN_BLOCCATO)
		return err_set(ERR_FORBIDDEN, "%s: il PIN del token è "
		    "bloccato", what);
	if (ckr >= CKR_PIN_PRIMO && ckr < CKR_PIN_BLOCCATO)
		return err_set(ERR_FORBIDDEN, "%s: il PIN non è quello del "
		    "token", what);
	return err_set(ERR_FAULT, "%s: il token risponde con l'errore 0x%x",
	    what, (unsigned int)ckr);
}

static int
why(struct gettone *g)
{
	(void)g;
	return token_error("firma");
}

/* ---- the token ---- */

static void
leave(struct gettone *g)
{
	if (g == NULL)
		return;
	if (g->slots != NULL)
		PKCS11_release_all_slots(g->ctx, g->slots, g->n);
	if (g->loaded)
		PKCS11_CTX_unload(g->ctx);
	if (g->ctx != NULL)
		PKCS11_CTX_free(g->ctx);
	if (g->ui != NULL)
		UI_destroy_method(g->ui);
	segreto_free(g->pin);
	ERR_clear_error();
	free(g);
}
AUTO_DEFINE(gettone, leave)

/* Is it such a library?  libp11 would print what the loader says. */
static bool
loads(const char *modulo)
{
	void *h = dlopen(modulo, RTLD_NOW | RTLD_LOCAL);
	bool ok = h != NULL && dlsym(h, "C_GetFunctionList") != NULL;

	if (h != NULL)
		dlclose(h);
	return ok;
}

static int
load(struct gettone **out, const char *modulo)
{
	AUTO(gettone) g = calloc(1, sizeof *g);

	if (g == NULL || (g->ctx = PKCS11_CTX_new()) == NULL)
		abort();
	ERR_clear_error();
	if (!loads(modulo) || PKCS11_CTX_load(g->ctx, modulo) != 0) {
		ERR_clear_error();
		return err_set(ERR_ABSENT, "la libreria PKCS#11 %s non si "
		    "carica", modulo);
	}
	g->loaded = true;
	if (PKCS11_enumerate_slots(g->ctx, &g->slots, &g->n) != 0)
		return token_error("lettori");
	*out = MOVE(g);
	return 0;
}

/*
 * The signing key of many cards wants its PIN anew for each signature
 * (CKA_ALWAYS_AUTHENTICATE); libp11 then asks through this, and without it
 * would ask on the terminal.
 */
static int
answer(UI *ui, UI_STRING *s)
{
	const struct gettone *g = UI_get0_user_data(ui);

	if (g == NULL || g->pin == NULL || UI_get_string_type(s) != UIT_PROMPT)
		return 0;
	return UI_set_result(ui, s, segreto_str(g->pin)) == 0;
}

static int
keep_pin(struct gettone *g, const struct segreto *pin)
{
	int r;

	if (pin != NULL && (r = segreto_new(&g->pin, segreto_str(pin),
	    segreto_len(pin))) != 0)
		return r;
	if ((g->ui = UI_create_method("PIN")) == NULL ||
	    UI_method_set_reader(g->ui, answer) != 0 ||
	    PKCS11_set_ui_method(g->ctx, g->ui, g) != 0)
		abort();
	return 0;
}

/* Does the token say what is asked of it?  NULL: nothing is. */
static bool
fits(const char *asked, const char *said)
{
	return asked == NULL || (said != NULL && strcmp(asked, said) == 0);
}

static int
find_slot(PKCS11_SLOT **out, const struct gettone *g, const struct uri *u)
{
	PKCS11_SLOT *found = NULL;
	unsigned int i;

	for (i = 0; i < g->n; i++) {
		const PKCS11_TOKEN *t = g->slots[i].token;

		if (t == NULL || !t->initialized ||
		    !fits(u->token, t->label) ||
		    !fits(u->serial, t->serialnr) ||
		    !fits(u->manufacturer, t->manufacturer) ||
		    !fits(u->model, t->model))
			continue;
		if (found != NULL)
			return err_set(ERR_INVALID, "i token sono più d'uno: "
			    "si dica quale con «token=»");
		found = &g->slots[i];
	}
	if (found == NULL)
		return err_set(ERR_ABSENT, "il token non c'è");
	*out = found;
	return 0;
}

static int
enter(PKCS11_SLOT *slot, const struct segreto *pin)
{
	if (PKCS11_open_session(slot, 0) != 0)
		return token_error("apertura del token");
	if (slot->token->userPinLocked)
		return err_set(ERR_FORBIDDEN, "il PIN del token è bloccato");
	if (pin == NULL)
		return slot->token->loginRequired ? err_set(ERR_FORBIDDEN,
		    "il token vuole il PIN, che non è stato dato") : 0;
	if (PKCS11_login(slot, 0, segreto_str(pin)) != 0)
		return token_error("apertura del token");
	return 0;
}

/* ---- the certificate ---- */

static bool
asked_for(const PKCS11_CERT *c, const struct uri *u)
{
	return fits(u->object, c->label) && (u->id == NULL ||
	    (c->id_len == u->id_len &&
	    memcmp(c->id, u->id, u->id_len) == 0));
}

/* Of those asked for and with a key: how many, and the last. */
static int
candidates(PKCS11_CERT **out, PKCS11_CERT *all, unsigned int n,
    const struct uri *u, bool only_non_repudiation)
{
	unsigned int i;
	int found = 0;

	for (i = 0; i < n; i++) {
		uint32_t usage = X509_get_key_usage(all[i].x509);

		if (!asked_for(&all[i], u) ||
		    PKCS11_find_key(&all[i]) == NULL ||
		    (only_non_repudiation && (usage == UINT32_MAX ||
		    (usage & X509v3_KU_NON_REPUDIATION) == 0)))
			continue;
		*out = &all[i];
		found++;
	}
	ERR_clear_error();
	return found;
}

static int
find_cert(PKCS11_CERT **out, PKCS11_CERT *all, unsigned int n,
    const struct uri *u)
{
	int found = candidates(out, all, n, u, false);

	if (found == 0)
		return err_set(ERR_ABSENT, "sul token non c'è un certificato "
		    "con la sua chiave, o non è quello chiesto");
	if (found > 1 && candidates(out, all, n, u, true) != 1)
		return err_set(ERR_INVALID, "sul token ci sono più "
		    "certificati per firmare: si dica quale con «object=» o "
		    "«id=»");
	return 0;
}

/* What else is there: the authorities above it. */
static STACK_OF(X509) *
others(const PKCS11_CERT *all, unsigned int n)
{
	STACK_OF(X509) *s = sk_X509_new_null();
	unsigned int i;

	if (s == NULL)
		abort();
	for (i = 0; i < n; i++)
		if (X509_check_ca(all[i].x509) > 0 &&
		    X509_add_cert(s, all[i].x509, X509_ADD_FLAG_UP_REF |
		    X509_ADD_FLAG_NO_DUP) != 1)
			abort();
	return s;
}

static int
take(struct firmatario **out, PKCS11_SLOT *slot, const struct uri *u)
{
	PKCS11_CERT *all = NULL, *mine = NULL;
	EVP_PKEY *key = NULL;
	PKCS11_KEY *k;
	unsigned int n = 0;
	int r;

	if (PKCS11_enumerate_certs(slot->token, &all, &n) != 0)
		return token_error("certificati del token");
	if ((r = find_cert(&mine, all, n, u)) != 0)
		return r;
	if ((k = PKCS11_find_key(mine)) == NULL ||
	    (key = PKCS11_get_private_key(k)) == NULL)
		return token_error("chiave del token");
	X509_up_ref(mine->x509);
	return firmatario_new(out, mine->x509, key, others(all, n));
}

int
firmatario_pkcs11(struct firmatario **out, const char *modulo,
    const char *uri, const struct segreto *pin)
{
	AUTO(arena) a = arena_new();
	AUTO(gettone) g = NULL;
	AUTO(firmatario) f = NULL;
	PKCS11_SLOT *slot = NULL;
	struct uri u = { 0 };
	int r;

	if (modulo == NULL || *modulo == '\0')
		return err_set(ERR_INVALID, "non si sa con quale libreria "
		    "PKCS#11 si apre il token (CARTELLA_PKCS11)");
	if ((r = uri_read(&u, a, uri)) != 0 || (r = load(&g, modulo)) != 0 ||
	    (r = keep_pin(g, pin)) != 0 ||
	    (r = find_slot(&slot, g, &u)) != 0 ||
	    (r = enter(slot, pin)) != 0 || (r = take(&f, slot, &u)) != 0)
		return r;
	f->gettone = MOVE(g);
	f->lascia = leave;
	f->perche = why;
	*out = MOVE(f);
	return 0;
}
