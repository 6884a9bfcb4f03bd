/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * riga.c - the command line taken apart.  Options of the program are reserved
 * words; every other --word is a field of the atto.
 */
#include <stdlib.h>
#include <string.h>

#include "cli/cli.h"

#define STORE "store"		/* when neither --store nor the variable */

struct parsing {
	struct riga *out;
	struct arena *a;
	int argc, i;
	char **argv;
	bool only_files;	/* behind "--" */
};

/* --name=value, or --name value. */
static int
value_of(const char **name, const char **value, struct parsing *p)
{
	const char *arg = p->argv[p->i] + 2, *eq = strchr(arg, '=');

	if (eq != NULL) {
		*name = arena_strndup(p->a, arg, (size_t)(eq - arg));
		*value = eq + 1;
		return 0;
	}
	*name = arg;
	if (p->i + 1 >= p->argc)
		return err_set(ERR_INVALID, "--%s vuole un valore", arg);
	*value = p->argv[++p->i];
	return 0;
}

static const char **
reserved(struct riga *r, const char *name)
{
	const struct {
		const char *name, **to;
	} words[] = {
		{ "store", &r->store }, { "come", &r->come },
		{ "formato", &r->formato }, { "xml", &r->xml },
		{ "id", &r->id }, { "in", &r->in },
		{ "ripeti", &r->ripeti }, { "frase-da", &r->frase_da },
		{ "p12", &r->p12 }, { "pkcs11", &r->pkcs11 },
		{ "sigillo", &r->sigillo },
	};
	size_t i;

	for (i = 0; i < NELEM(words); i++)
		if (strcmp(words[i].name, name) == 0)
			return words[i].to;
	return NULL;
}

static int
option(struct parsing *p)
{
	const char *name = NULL, *value = NULL, **to;
	struct riga *r = p->out;
	int e;

	if (strcmp(p->argv[p->i], "--aiuto") == 0 ||
	    strcmp(p->argv[p->i], "--help") == 0 ||
	    strcmp(p->argv[p->i], "-h") == 0) {
		r->aiuto = true;
		return 0;
	}
	if (strcmp(p->argv[p->i], "--bozza") == 0) {
		r->bozza = true;
		return 0;
	}
	if (strcmp(p->argv[p->i], "--frase") == 0) {
		r->frase = true;
		return 0;
	}
	if (strncmp(p->argv[p->i], "--frase=", 8) == 0)
		return err_set(ERR_INVALID, "la frase segreta non si scrive "
		    "sulla riga di comando, dove tutti la leggono: --frase la "
		    "chiede");
	if (strcmp(p->argv[p->i], "--di-nuovo") == 0) {
		r->di_nuovo = true;
		return 0;
	}
	/* of verifica; whoever has no such field refuses it */
	if (strcmp(p->argv[p->i], "--da-ultima") == 0 ||
	    strcmp(p->argv[p->i], "--riprendi") == 0) {
		r->campi[r->n_campi][0] = p->argv[p->i] + 2;
		r->campi[r->n_campi++][1] = "si";
		return 0;
	}
	if (strncmp(p->argv[p->i], "--", 2) != 0)
		return err_set(ERR_INVALID, "l'opzione %s non esiste",
		    p->argv[p->i]);
	if ((e = value_of(&name, &value, p)) != 0)
		return e;
	if ((to = reserved(r, name)) != NULL) {
		if (*to != NULL)
			return err_set(ERR_INVALID,
			    "--%s è dato due volte", name);
		*to = value;
	} else if (strcmp(name, "conferma") == 0) {
		r->conferme[r->n_conferme++] = value;
	} else {
		r->campi[r->n_campi][0] = name;
		r->campi[r->n_campi++][1] = value;
	}
	return 0;
}

int
riga_parse(struct riga *out, struct arena *a, int argc, char **argv)
{
	struct parsing p = { .out = out, .a = a, .argc = argc, .argv = argv };
	size_t max = (size_t)argc + 1;
	int e;

	memset(out, 0, sizeof *out);
	out->campi = arena_alloc(a, max * sizeof *out->campi);
	out->conferme = arena_alloc(a, max * sizeof *out->conferme);
	out->resto = arena_alloc(a, max * sizeof *out->resto);
	for (p.i = 1; p.i < argc; p.i++) {
		if (!p.only_files && strcmp(argv[p.i], "--") == 0)
			p.only_files = true;
		else if (!p.only_files && argv[p.i][0] == '-' &&
		    argv[p.i][1] != '\0') {
			if ((e = option(&p)) != 0)
				return e;
		} else if (out->verbo == NULL) {
			out->verbo = argv[p.i];
		} else {
			out->resto[out->n_resto++] = argv[p.i];
		}
	}
	if (out->store == NULL)
		out->store = getenv("CARTELLA_STORE");
	if (out->store == NULL)
		out->store = STORE;
	if (out->formato != NULL && strcmp(out->formato, "testo") != 0 &&
	    strcmp(out->formato, "xml") != 0)
		return err_set(ERR_INVALID, "--formato è testo oppure xml");
	return 0;
}

int
riga_si_no(bool *out, const char *const campo[2])
{
	bool si = strcmp(campo[1], "si") == 0;

	if (!si && strcmp(campo[1], "no") != 0)
		return err_set(ERR_INVALID, "--%s è si oppure no", campo[0]);
	*out = si;
	return 0;
}

/* ---- the options of a word that is no atto ---- */

const char *const *
riga_campo(const struct riga *r, const char *nome)
{
	int i;

	for (i = 0; i < r->n_campi; i++)
		if (strcmp(r->campi[i][0], nome) == 0)
			return r->campi[i];
	return NULL;
}

const char *
riga_valore(const struct riga *r, const char *nome)
{
	const char *const *campo = riga_campo(r, nome);

	return campo != NULL ? campo[1] : NULL;
}

bool
riga_solo(const struct riga *r, const char *const *nomi, int resto)
{
	const char *const *n;
	int i;

	for (i = 0; i < r->n_campi; i++) {
		for (n = nomi; *n != NULL; n++)
			if (strcmp(r->campi[i][0], *n) == 0)
				break;
		if (*n == NULL)
			return false;
	}
	return r->n_resto == resto;
}

int
riga_numero(const char *s)
{
	size_t n = strlen(s);

	return n > 0 && n <= 7 && strspn(s, "0123456789") == n ?
	    (int)strtol(s, NULL, 10) : -1;
}
