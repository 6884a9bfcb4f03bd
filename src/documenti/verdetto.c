/* SPDX-License-Identifier: EUPL-1.2 */
#include "documenti/verdetto.h"

#include <inttypes.h>
#include <string.h>

#include "base/auto.h"
#include "base/buf.h"
#include "base/random.h"

struct nodo *
verdetto_new(struct arena *a, const struct verdetto_capo *c,
    const struct nodo *firme)
{
	struct nodo *n = nodo_new(a, "verdetto"), *x;
	char id[ID_LEN + 1];

	random_id(id);
	nodo_set(a, n, "id", id);
	nodo_set(a, n, "versione", "1");
	nodo_elem_text(a, n, "firma", c->firma);
	nodo_elem_text(a, n, "su", c->su);
	nodo_elem_text(a, n, "protocollo", c->protocollo);
	nodo_elem_text(a, n, "ora", c->ora);
	nodo_elem_text(a, n, "operatore", c->operatore);
	nodo_elem_text(a, n, "regole", VERDETTO_REGOLE);
	if (c->dopo > 0) {
		x = nodo_elem(a, n, "dopo");
		nodo_set(a, x, "seq", arena_printf(a, "%" PRId64, c->dopo));
		nodo_set(a, x, "impronta", c->dopo_impronta);
	}
	nodo_add(n, nodo_copy(a, firme));
	return n;
}

static const struct nodo *
found(const struct nodo *n)
{
	const struct nodo *f = strcmp(n->nome, "verdetto") == 0 ?
	    nodo_child(n, "firme") : n;

	return f;
}

const char *
verdetto_esito(const struct nodo *n)
{
	const struct nodo *f = found(n);
	const char *esito = f == NULL ? NULL : nodo_attr(f, "esito");

	/* what is not said was not verified */
	return esito != NULL ? esito : "non-verificata";
}

/* ---- in words ---- */

/* Only the first word is said of a signature that is valid. */
static const char *
in_words(const char *esito)
{
	static const struct {
		const char *esito, *detto;
	} parole[] = {
		{ "valida", "firma valida" },
		{ "integra", "firma integra, ma non si sa se revocata" },
		{ "non-valida", "firma NON valida" },
		{ "ignota", "firma di chi non si conosce" },
		{ "revocata", "firma con chiave revocata" },
		{ "scaduta", "firma con chiave scaduta" },
		{ "debole", "firma troppo debole per crederle" },
	};
	size_t i;

	for (i = 0; i < NELEM(parole); i++)
		if (strcmp(esito, parole[i].esito) == 0)
			return parole[i].detto;
	return "firma presente, non verificata";
}

static const char *
profile(const struct nodo *firme, const struct nodo *firma)
{
	static const char *const noti[][2] = { { "openpgp", "OpenPGP" },
	    { "cades", "CAdES" }, { "pades", "PAdES" }, { "xades", "XAdES" } };
	const char *v = firma == NULL ? NULL : nodo_attr(firma, "profilo");
	const char *formato = nodo_attr(firme, "formato");
	size_t i;

	for (i = 0; v == NULL && formato != NULL && i < NELEM(noti); i++)
		if (strcmp(formato, noti[i][0]) == 0)
			v = noti[i][1];
	return v;
}

/* Who signed, as far as the verdetto knows. */
static const char *
signer(const struct nodo *firma)
{
	const struct nodo *f = nodo_child(firma, "firmatario");
	static const char *const dove[] = { "nome", "soggetto", "impronta" };
	const char *v = NULL;
	size_t i;

	for (i = 0; f != NULL && (v == NULL || v[0] == '\0') &&
	    i < NELEM(dove); i++)
		v = nodo_attr(f, dove[i]);
	return v;
}

/* A PDF that has grown since: what was added he has not signed. */
static bool
of_earlier(const struct nodo *firma)
{
	const struct nodo *m;
	const char *codice;

	for (m = nodo_child(firma, "motivo"); m; m = nodo_next(m, "motivo"))
		if ((codice = nodo_attr(m, "codice")) != NULL &&
		    strcmp(codice, "versione-precedente") == 0)
			return true;
	return false;
}

/* Has somebody whom we trust vouched for his name? */
static bool
vouched(const struct nodo *firma)
{
	const char *e = nodo_attr(firma, "esito");

	return e != NULL && (strcmp(e, "valida") == 0 ||
	    strcmp(e, "integra") == 0);
}

/* A name that anybody could have written: it cannot end its own quotes, and so
 * say of itself what only we say ("firma valida di …"). */
static void
add_quoted(struct buf *b, const char *s)
{
	buf_puts(b, "«");
	for (; *s != '\0'; s++)
		if (strncmp(s, "«", 2) == 0 || strncmp(s, "»", 2) == 0)
			s++;
		else
			buf_putc(b, *s);
	buf_puts(b, "»");
}

/* Those of the file as it is, or those of what it was before. */
static void
add_signers(struct buf *b, const struct nodo *firme, bool earlier,
    const char *before)
{
	const struct nodo *f;
	const char *v;
	int n = 0;

	for (f = nodo_child(firme, "firma"); f; f = nodo_next(f, "firma")) {
		if (of_earlier(f) != earlier || (v = signer(f)) == NULL)
			continue;
		buf_puts(b, n++ > 0 ? ", " : before != NULL ? before :
		    vouched(f) ? " di " : ", a nome di ");
		if (vouched(f))
			buf_puts(b, v);
		else
			add_quoted(b, v);
	}
}

char *
verdetto_riga(struct arena *a, const struct nodo *verdetto)
{
	const struct nodo *firme = found(verdetto);
	AUTO_BUF b = { 0 };
	const char *v;

	buf_puts(&b, in_words(verdetto_esito(verdetto)));
	if (firme == NULL)
		return arena_strdup(a, buf_str(&b));
	add_signers(&b, firme, false, NULL);
	add_signers(&b, firme, true, "; di una versione precedente del file, "
	    "senza ciò che vi fu aggiunto: ");
	if ((v = profile(firme, nodo_child(firme, "firma"))) != NULL)
		buf_printf(&b, " (%s)", v);
	return arena_strdup(a, buf_str(&b));
}
