/* SPDX-License-Identifier: EUPL-1.2 */
#include "documenti/scheda.h"

#include <string.h>

#include "base/utf8.h"
#include "documenti/anagrafica.h"

void
scheda_check(struct rilievi *out, const struct nodo *scheda, const char *oggi)
{
	anagrafica_check(out, nodo_child(scheda, "anagrafica"), oggi);
}

/* ---- the name in a text ---- */

/* Is the name, or with `any` one of its words, among these words?  A single
 * letter is an initial. */
static bool
name_in(struct arena *a, const char *words, const char *name, bool any)
{
	const char *s, *end;
	char *parts;

	if (name == NULL || utf8_words(&parts, a, name) != 0)
		return false;
	if (!any)
		return strlen(parts) > 3 && strstr(words, parts) != NULL;
	for (s = parts; (end = strchr(s + 1, ' ')) != NULL; s = end)
		if (end - s > 2 && strstr(words, arena_strndup(a, s,
		    (size_t)(end - s) + 1)) != NULL)
			return true;
	return false;
}

const char *
persona_nome_in(struct arena *a, const struct nodo *persona, const char *testo)
{
	static const struct {
		const char *path;
		bool any;	/* one word of several is enough */
	} names[] = {
		{ "cognome", false },	/* "De" is nobody */
		{ "nome", true },
		{ "codice-fiscale", false },
	};
	const char *v;
	char *words;
	size_t i;

	if (utf8_words(&words, a, testo) != 0)
		return NULL;
	for (i = 0; i < NELEM(names); i++) {
		v = nodo_value(a, persona, names[i].path);
		if (name_in(a, words, v, names[i].any))
			return v;
	}
	return NULL;
}

const char *
scheda_nome_in(struct arena *a, const struct nodo *scheda, const char *testo)
{
	return persona_nome_in(a, nodo_child(scheda, "anagrafica"), testo);
}

/* Bytes of the first character. */
static int
first_length(const char *s)
{
	int n = s[0] != '\0';

	while (((unsigned char)s[n] & 0xc0) == 0x80)
		n++;
	return n;
}

const char *
persona_iniziali(struct arena *a, const char *nome, const char *cognome)
{
	if (nome == NULL || cognome == NULL)
		return NULL;
	return arena_printf(a, "%.*s. %.*s.", first_length(nome), nome,
	    first_length(cognome), cognome);
}

const char *
scheda_iniziali(struct arena *a, const struct nodo *scheda)
{
	return persona_iniziali(a, nodo_value(a, scheda, "anagrafica/nome"),
	    nodo_value(a, scheda, "anagrafica/cognome"));
}
