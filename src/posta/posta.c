/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * posta.c - reads one message.
 *
 * Refuses what has none of the headers a message has.  Everything else is
 * read as far as it goes: one malformed message must not stop a mailbox, and
 * nothing of it may be lost in silence.
 */
#include "posta/posta.h"

#include <string.h>
#include <strings.h>

#include "posta/interno.h"

void
posta_init(void)
{
	static bool done;

	if (done)
		return;
	done = true;
	g_mime_init();
	testo_init();
}

static void
warned(gint64 offset, GMimeParserWarning code, const gchar *item, gpointer data)
{
	struct lettura *l = data;

	(void)offset;
	(void)item;
	if (code == GMIME_WARN_MALFORMED_MULTIPART ||
	    code == GMIME_WARN_TRUNCATED_MESSAGE ||
	    code == GMIME_CRIT_MULTIPART_WITHOUT_BOUNDARY ||
	    code == GMIME_CRIT_NESTING_OVERFLOW)
		l->rotto = true;
}

static GMimeParserOptions *
options_new(struct lettura *l)
{
	static const char *charsets[] = { "utf-8", "windows-1252", NULL };
	GMimeParserOptions *o = g_mime_parser_options_new();

	g_mime_parser_options_set_allow_addresses_without_domain(o, TRUE);
	g_mime_parser_options_set_fallback_charsets(o, charsets);
	g_mime_parser_options_set_warning_callback(o, warned, l);
	return o;
}

/* The parser reads the bytes where they are, and never writes to them. */
static GMimeMessage *
parse(struct lettura *l, const char *eml, size_t n)
{
	GByteArray *bytes;
	GMimeStream *mem;
	GMimeParser *parser;
	GMimeMessage *m;

	bytes = g_byte_array_new_take((guint8 *)(uintptr_t)eml, n);
	mem = g_mime_stream_mem_new_with_byte_array(bytes);
	g_mime_stream_mem_set_owner(GMIME_STREAM_MEM(mem), FALSE);
	parser = g_mime_parser_new_with_stream(mem);
	m = g_mime_parser_construct_message(parser, l->opzioni);
	g_object_unref(parser);
	g_object_unref(mem);
	l->bytes = bytes;
	return m;
}

static void
release(struct lettura *l, GMimeMessage *m)
{
	if (m != NULL)
		g_object_unref(m);
	g_byte_array_free(l->bytes, FALSE);	/* not the bytes themselves */
}

/*
 * Forgives what programs do to messages on their way: an UTF-8 mark or empty
 * lines before the headers, an end in the middle of a header.
 */
static GMimeMessage *
open_message(struct lettura *l, const char *eml, size_t n)
{
	const char *end;
	GMimeMessage *m;

	if (n >= 3 && memcmp(eml, "\xef\xbb\xbf", 3) == 0)
		eml += 3, n -= 3;
	while (n > 0 && (*eml == '\n' || *eml == '\r'))
		eml++, n--;
	m = parse(l, eml, n);
	if (m != NULL || (end = memrchr(eml, '\n', n)) == NULL)
		return m;
	release(l, NULL);
	l->rotto = true;
	return parse(l, eml, (size_t)(end + 1 - eml));
}

static const char *
header(GMimeMessage *m, const char *nome)
{
	return g_mime_object_get_header(GMIME_OBJECT(m), nome);
}

static bool
is_message(GMimeMessage *m)
{
	static const char *const known[] = {
		"From", "Sender", "To", "Subject", "Date", "Message-ID",
		"Received", "Return-Path", "MIME-Version", "Content-Type",
	};
	size_t i;

	for (i = 0; i < NELEM(known); i++)
		if (header(m, known[i]) != NULL)
			return true;
	return false;
}

static void
note_pec(struct lettura *l, GMimeMessage *m)
{
	const char *trasporto = header(m, "X-Trasporto");

	l->trasporto = trasporto != NULL &&
	    strcasecmp(testo_line(l->a, trasporto), "posta-certificata") == 0;
	l->pec = l->trasporto || header(m, "X-Ricevuta") != NULL;
}

static void
add_nota(struct lettura *l, const char *nota)
{
	struct parte *p = &l->parti[l->n_parti - 1];

	p->nota = p->nota == NULL ? nota :
	    arena_printf(l->a, "%s; %s", p->nota, nota);
}

/* What the parts could not take is said on the last of them. */
static void
close_parts(struct lettura *l)
{
	static const char broken[] = "il messaggio è interrotto o i confini "
	    "delle sue parti sono errati: il contenuto può essere incompleto";

	if (l->rotto && l->n_parti == 0) {
		struct parte *p = &l->parti[l->n_parti++];

		p->nome = "messaggio.txt";
		p->tipo = "text/plain";
		p->n = l->testo.len;
		p->p = arena_memdup(l->a, buf_str(&l->testo), p->n);
	}
	if (l->rotto)
		add_nota(l, broken);
	if (l->oltre > 0)
		add_nota(l, arena_printf(l->a, "il messaggio ha altre %d "
		    "parti, non estratte (al più %d)", l->oltre, PARTI_MAX));
}

static void
read_message(struct messaggio *out, struct lettura *l, GMimeMessage *m)
{
	GMimeObject *root = g_mime_message_get_mime_part(m);
	struct luogo dove = { .corpo = true };

	note_pec(l, m);
	busta_read(out, l, m);
	if (root != NULL)
		parti_visit(l, root, dove);
	busta_pec(out, l);
	close_parts(l);
	out->testo = arena_strdup(l->a, buf_str(&l->testo));
	out->n_parti = l->n_parti;
	out->parti = arena_memdup(l->a, l->parti,
	    (size_t)l->n_parti * sizeof l->parti[0]);
}

int
posta_read(struct messaggio *out, struct arena *a, const void *eml, size_t n)
{
	struct lettura l = { .a = a };
	struct messaggio read = { 0 };
	GMimeMessage *m;
	int r = 0;

	if (n > MESSAGGIO_MAX)
		return err_set(ERR_INVALID, "messaggio troppo grande");
	posta_init();
	l.opzioni = options_new(&l);
	m = open_message(&l, eml, n);
	if (m == NULL || !is_message(m))
		r = err_set(ERR_INVALID,
		    "non è un messaggio di posta: mancano le intestazioni");
	else
		read_message(&read, &l, m);
	release(&l, m);
	g_mime_parser_options_free(l.opzioni);
	buf_free(&l.testo);
	if (r == 0)
		*out = read;
	return r;
}
