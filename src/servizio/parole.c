/* SPDX-License-Identifier: EUPL-1.2 */
#include "servizio/parole.h"

#include <string.h>

#include "base/buf.h"

#define OPTION_CHARS "abcdefghijklmnopqrstuvwxyz0123456789-."

/* The length of "--word" at s; 0: there is none. */
static size_t
option(const char *s)
{
	size_t n;

	if (s[0] != '-' || s[1] != '-' || s[2] < 'a' || s[2] > 'z')
		return 0;
	n = 2 + strspn(s + 2, OPTION_CHARS);
	while (s[n - 1] == '.' || s[n - 1] == '-')	/* of the sentence */
		n--;
	return n;
}

/* " con --conferma doppione"; 0: another thing. */
static size_t
confirmation(const char *s)
{
	static const char how[] = " con --conferma ";

	if (strncmp(s, how, strlen(how)) != 0)
		return 0;
	return option(s + 5) + 6 + strspn(s + strlen(how),
	    "abcdefghijklmnopqrstuvwxyz0123456789-");
}

static void
field(struct buf *out, const char *s, size_t n)
{
	size_t i;

	buf_puts(out, "«");
	for (i = 2; i < n; i++)
		buf_putc(out, strchr("-.", s[i]) != NULL ? ' ' : s[i]);
	buf_puts(out, "»");
}

char *
parole_web(struct arena *a, const char *testo)
{
	const char *s = testo;
	AUTO_BUF b = { 0 };
	size_t n;

	while (*s != '\0')
		if ((n = confirmation(s)) > 0) {
			s += n;
		} else if ((s == testo || strchr(" («", s[-1]) != NULL) &&
		    (n = option(s)) > 0) {
			field(&b, s, n);
			s += n;
		} else {
			buf_putc(&b, *s++);
		}
	return arena_strndup(a, buf_str(&b), b.len);
}

struct nodo *
parole_rilievi(struct arena *a, const struct rilievi *ril)
{
	struct rilievi said = { .a = a };
	const struct rilievo *x;

	for (x = ril->primo; x != NULL; x = x->succ)
		rilievo_add(&said, x->grado, x->percorso, x->codice, x->norma,
		    "%s", parole_web(a, x->testo));
	return rilievi_nodo(a, &said);
}
