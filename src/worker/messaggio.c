/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * messaggio.c - a read message through the pipe of a worker.
 *
 * The child may have been taken over by what it read: every string must be
 * UTF-8 without NUL, every name of a part a safe file name, or the whole
 * answer is refused.
 */
#include <string.h>

#include "base/file.h"
#include "base/utf8.h"
#include "worker/operaio.h"

#define PARTI_MAX 1000

static void
pack_string(struct buf *out, const char *s)
{
	buf_block(out, s != NULL ? s : "", s != NULL ? strlen(s) : 0);
}

void
messaggio_pack(struct buf *out, const struct messaggio *m)
{
	int i;

	pack_string(out, m->mittente_nome);
	pack_string(out, m->mittente_indirizzo);
	pack_string(out, m->destinatari);
	pack_string(out, m->oggetto);
	pack_string(out, m->message_id);
	pack_string(out, m->testo);
	buf_u32(out, (uint32_t)((uint64_t)m->data >> 32));
	buf_u32(out, (uint32_t)m->data);
	buf_u32(out, m->pec != 0);
	buf_u32(out, (uint32_t)m->n_parti);
	for (i = 0; i < m->n_parti; i++) {
		pack_string(out, m->parti[i].nome);
		pack_string(out, m->parti[i].tipo);
		pack_string(out, m->parti[i].nota);
		buf_block(out, m->parti[i].p, m->parti[i].n);
	}
}

static int
unpack_string(const char **out, struct arena *a, struct cursor *c)
{
	const void *p;
	size_t n;
	int r;

	if ((r = cursor_block(&p, &n, c)) != 0)
		return r;
	if (!utf8_valid(p, n))
		return chiedi_lie();
	*out = arena_strndup(a, p, n);
	return 0;
}

static int
unpack_part(struct parte *out, struct arena *a, struct cursor *c)
{
	const void *p;
	int r;

	if ((r = unpack_string(&out->nome, a, c)) != 0 ||
	    (r = unpack_string(&out->tipo, a, c)) != 0 ||
	    (r = unpack_string(&out->nota, a, c)) != 0 ||
	    (r = cursor_block(&p, &out->n, c)) != 0)
		return r;
	if (!file_name_valid(out->nome))
		return chiedi_lie();
	if (out->nota[0] == '\0')
		out->nota = NULL;
	out->p = arena_memdup(a, p, out->n);
	return 0;
}

static int
unpack_head(struct messaggio *m, struct arena *a, struct cursor *c)
{
	uint32_t high, low, pec, n;
	int r;

	if ((r = unpack_string(&m->mittente_nome, a, c)) != 0 ||
	    (r = unpack_string(&m->mittente_indirizzo, a, c)) != 0 ||
	    (r = unpack_string(&m->destinatari, a, c)) != 0 ||
	    (r = unpack_string(&m->oggetto, a, c)) != 0 ||
	    (r = unpack_string(&m->message_id, a, c)) != 0 ||
	    (r = unpack_string(&m->testo, a, c)) != 0 ||
	    (r = cursor_u32(&high, c)) != 0 ||
	    (r = cursor_u32(&low, c)) != 0 ||
	    (r = cursor_u32(&pec, c)) != 0 || (r = cursor_u32(&n, c)) != 0)
		return r;
	if (pec > 1 || n > PARTI_MAX)
		return chiedi_lie();
	m->data = (int64_t)((uint64_t)high << 32 | low);
	m->pec = (int)pec;
	m->n_parti = (int)n;
	m->parti = arena_alloc(a, n * sizeof m->parti[0]);
	return 0;
}

int
messaggio_unpack(struct messaggio *out, struct arena *a, struct cursor *c)
{
	struct messaggio m = { 0 };
	int i;

	if (unpack_head(&m, a, c) != 0)
		return chiedi_lie();
	for (i = 0; i < m.n_parti; i++)
		if (unpack_part(&m.parti[i], a, c) != 0)
			return chiedi_lie();
	if (c->left != 0)
		return chiedi_lie();
	*out = m;
	return 0;
}
