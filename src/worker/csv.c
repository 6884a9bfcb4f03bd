/* SPDX-License-Identifier: EUPL-1.2 */
#include "worker/csv.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include "base/utf8.h"
#include "worker/operaio.h"

#define BOM "\xef\xbb\xbf"

struct lettura {
	struct arena *a;
	const char *p, *end;
	char separatore;
	int linea;		/* from 1 */
	struct buf campo;
	const char **campi;	/* of the row being read */
	int n;
};

static int
wrong(int linea, const char *what)
{
	return err_set(ERR_INVALID, "riga %d: %s", linea, what);
}

/* At the end of a line?  Its length in bytes; -1: a CR alone. */
static int
line_end(const struct lettura *l)
{
	if (*l->p == '\n')
		return 1;
	if (*l->p != '\r')
		return 0;
	return l->end - l->p > 1 && l->p[1] == '\n' ? 2 : -1;
}

static int
put(struct lettura *l, char c)
{
	if (l->campo.len >= CSV_CAMPO)
		return wrong(l->linea, "un campo supera 64 kB");
	buf_putc(&l->campo, c);
	return 0;
}

/* Behind the opening quote, to behind the closing one. */
static int
quoted(struct lettura *l)
{
	int from = l->linea, r;

	for (;;) {
		if (l->p == l->end)
			return wrong(from, "le virgolette non si chiudono");
		if (*l->p == '\r' && line_end(l) == 2)
			l->p++;
		if (*l->p == '"') {
			if (l->end - l->p < 2 || l->p[1] != '"')
				break;
			l->p++;
		}
		if ((r = put(l, *l->p)) != 0)
			return r;
		l->linea += *l->p++ == '\n';
	}
	l->p++;
	if (l->p < l->end && *l->p != l->separatore && line_end(l) == 0)
		return wrong(l->linea, "dopo le virgolette che chiudono un "
		    "campo c'è altro: le virgolette dentro un campo si "
		    "scrivono due volte");
	return 0;
}

static int
plain(struct lettura *l)
{
	int r;

	while (l->p < l->end && *l->p != l->separatore && line_end(l) == 0) {
		if (*l->p == '"')
			return wrong(l->linea, "virgolette in un campo che "
			    "non comincia con le virgolette");
		if ((r = put(l, *l->p++)) != 0)
			return r;
	}
	return 0;
}

static int
keep(struct lettura *l, int linea)
{
	const char *s = buf_str(&l->campo);

	if (!utf8_valid(s, l->campo.len))
		return wrong(linea, "il testo non è UTF-8 valido: salva il "
		    "file come UTF-8");
	if (!utf8_plain(s))
		return wrong(linea, "c'è un carattere che non si vede");
	if (l->n == CSV_COLONNE)
		return wrong(linea, "più di 200 colonne");
	l->campi[l->n++] = arena_strndup(l->a, s, l->campo.len);
	return 0;
}

static int
field(struct lettura *l)
{
	int from = l->linea, r;

	buf_clear(&l->campo);
	if (l->p < l->end && *l->p == '"') {
		l->p++;
		r = quoted(l);
	} else
		r = plain(l);
	return r != 0 ? r : keep(l, from);
}

/* One line's fields, and its end. */
static int
record(struct lettura *l)
{
	int r, n;

	l->n = 0;
	for (;;) {
		if ((r = field(l)) != 0)
			return r;
		if (l->p == l->end)
			return 0;
		if (*l->p == l->separatore) {
			l->p++;
			continue;
		}
		if ((n = line_end(l)) < 0)
			return wrong(l->linea, "un ritorno a capo senza fine "
			    "di riga");
		l->p += n;
		l->linea++;
		return 0;
	}
}

static bool
empty(const struct lettura *l)
{
	return l->n == 1 && l->campi[0][0] == '\0';
}

static void
add_row(struct csv *t, int *cap, struct lettura *l, int linea)
{
	size_t size = (size_t)l->n * sizeof *l->campi;

	t->righe = arena_more(l->a, t->righe, t->n, cap, sizeof *t->righe);
	t->righe[t->n++] = (struct csv_riga){ linea, l->n,
	    arena_memdup(l->a, l->campi, size) };
}

/* Of the first line, outside quotes. */
static char
guess(const char *p, const char *end)
{
	bool inside = false;
	int diff = 0;

	for (; p < end && (inside || *p != '\n'); p++) {
		if (*p == '"')
			inside = !inside;
		else if (!inside)
			diff += (*p == ';') - (*p == ',');
	}
	return diff > 0 ? ';' : ',';
}

static int
read_rows(struct csv *t, struct lettura *l)
{
	int r, from, cap = 0;

	while (l->p < l->end) {
		from = l->linea;
		if ((r = record(l)) != 0)
			return r;
		if (empty(l))
			continue;
		if (t->n == CSV_RIGHE)
			return wrong(from, "troppe righe: dividi il file");
		add_row(t, &cap, l, from);
	}
	return 0;
}

int
csv_read(struct csv *out, struct arena *a, const char *p, size_t n,
    char separatore)
{
	struct lettura l = { .a = a, .p = p, .end = p + n, .linea = 1 };
	struct csv t = { 0 };
	int r;

	if (n >= sizeof BOM - 1 && memcmp(p, BOM, sizeof BOM - 1) == 0)
		l.p += sizeof BOM - 1;
	t.separatore = l.separatore = separatore != 0 ? separatore :
	    guess(l.p, l.end);
	l.campi = arena_alloc(a, CSV_COLONNE * sizeof *l.campi);
	r = read_rows(&t, &l);
	buf_free(&l.campo);
	if (r == 0)
		*out = t;
	return r;
}

/* ---- between processes ---- */

void
csv_pack(struct buf *out, const struct csv *t)
{
	int i, k;

	buf_u32(out, (unsigned char)t->separatore);
	buf_u32(out, (uint32_t)t->n);
	for (i = 0; i < t->n; i++) {
		buf_u32(out, (uint32_t)t->righe[i].riga);
		buf_u32(out, (uint32_t)t->righe[i].n);
		for (k = 0; k < t->righe[i].n; k++)
			buf_block(out, t->righe[i].campi[k],
			    strlen(t->righe[i].campi[k]));
	}
}

static int
unpack_row(struct csv_riga *out, struct arena *a, struct cursor *c)
{
	uint32_t linea, n, k;
	const void *p;
	size_t len;

	if (cursor_u32(&linea, c) != 0 || cursor_u32(&n, c) != 0 ||
	    linea > INT32_MAX || n == 0 || n > CSV_COLONNE)
		return chiedi_lie();
	out->riga = (int)linea;
	out->n = (int)n;
	out->campi = arena_alloc(a, n * sizeof *out->campi);
	for (k = 0; k < n; k++) {
		if (cursor_block(&p, &len, c) != 0 || len > CSV_CAMPO ||
		    !utf8_valid(p, len))
			return chiedi_lie();
		out->campi[k] = arena_strndup(a, p, len);
		if (!utf8_plain(out->campi[k]))
			return chiedi_lie();
	}
	return 0;
}

int
csv_unpack(struct csv *out, struct arena *a, struct cursor *c)
{
	uint32_t separatore, n, i;
	struct csv t;
	int r;

	if (cursor_u32(&separatore, c) != 0 || cursor_u32(&n, c) != 0 ||
	    (separatore != ',' && separatore != ';') || n > CSV_RIGHE)
		return chiedi_lie();
	t = (struct csv){ (char)separatore, (int)n,
	    arena_alloc(a, (n + 1) * sizeof *t.righe) };
	for (i = 0; i < n; i++)
		if ((r = unpack_row(&t.righe[i], a, c)) != 0)
			return r;
	if (c->left != 0)
		return chiedi_lie();
	*out = t;
	return 0;
}
