/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * parti.c - walks a message: its text on one side, its parts on the other.
 *
 * A message inside a message is a part by itself *and* gives its attachments.
 * What is damaged, too deep, too much or of an unknown form is kept as raw
 * bytes with a nota that says so.
 */
#include <assert.h>
#include <string.h>
#include <strings.h>

#include "posta/interno.h"

static const char damaged_base64[] =
    "codifica base64 danneggiata: il contenuto può essere incompleto";

static char *
type_of(struct lettura *l, GMimeObject *o)
{
	GMimeContentType *ct = g_mime_object_get_content_type(o);
	char *s = ct != NULL ? g_mime_content_type_get_mime_type(ct) : NULL;
	char *out = testo_line(l->a, s != NULL ? s :
	    "application/octet-stream");

	g_free(s);
	return out;
}

static struct parte *
add_part(struct lettura *l, const char *nome, const char *tipo, GByteArray *b,
    const char *nota)
{
	struct parte *p;

	if (l->n_parti == PARTI_MAX) {
		l->oltre++;
		return NULL;
	}
	p = &l->parti[l->n_parti];
	p->nome = nome_safe(l, nome, tipo);
	p->tipo = tipo;
	p->nota = nota;
	if (b->len > TOTALE_MAX - l->totale) {
		p->nota = "troppo grande per essere estratta: è nel messaggio";
		p->p = arena_memdup(l->a, "", 0);
		p->n = 0;
	} else {
		p->p = arena_memdup(l->a, b->data, b->len);
		p->n = b->len;
		l->totale += b->len;
	}
	l->n_parti++;
	return p;
}

/* What `write` sends to a stream, as bytes.  Free with g_byte_array_unref. */
static GByteArray *
bytes_of(void (*write)(void *, GMimeStream *), void *object)
{
	GByteArray *b = g_byte_array_new();
	GMimeStream *mem = g_mime_stream_mem_new_with_byte_array(b);

	g_mime_stream_mem_set_owner(GMIME_STREAM_MEM(mem), FALSE);
	write(object, mem);
	g_object_unref(mem);
	return b;
}

static void
write_decoded(void *object, GMimeStream *to)
{
	(void)g_mime_data_wrapper_write_to_stream(object, to);
}

static void
write_encoded(void *object, GMimeStream *to)
{
	GMimeStream *from = g_mime_data_wrapper_get_stream(object);

	g_mime_stream_reset(from);
	(void)g_mime_stream_write_to_stream(from, to);
	g_mime_stream_reset(from);
}

static void
write_object(void *object, GMimeStream *to)
{
	(void)g_mime_object_write_to_stream(object, NULL, to);
}

/* The body of a base64 part, still encoded: groups of four and nothing else? */
static bool
base64_sound(GMimeDataWrapper *content)
{
	GByteArray *b = bytes_of(write_encoded, content);
	size_t i, signs = 0, pad = 0;
	bool ok = true;

	for (i = 0; ok && i < b->len; i++) {
		unsigned char c = b->data[i];

		if (strchr(" \t\r\n", c) != NULL && c != '\0')
			continue;
		if (c == '=')
			pad++;
		else if (g_ascii_isalnum((char)c) || c == '+' || c == '/')
			ok = pad == 0;
		else
			ok = false;
		signs++;
	}
	g_byte_array_unref(b);
	return ok && signs % 4 == 0 && pad <= 2;
}

/* The whole object as it stands in the message. */
static void
add_raw(struct lettura *l, GMimeObject *o, const char *nome, const char *nota)
{
	GByteArray *b = bytes_of(write_object, o);

	add_part(l, nome, type_of(l, o), b, nota);
	g_byte_array_unref(b);
}

static bool
blank(const struct buf *b)
{
	return b->len == 0 || b->data[strspn(b->data, " \t\n")] == '\0';
}

static void
append_text(struct lettura *l, const char *text)
{
	if (!blank(&l->testo))
		buf_puts(&l->testo, "\n\n");
	buf_puts(&l->testo, text);
}

static const char *
charset_of(GMimePart *p)
{
	return g_mime_object_get_content_type_parameter(GMIME_OBJECT(p),
	    "charset");
}

/*
 * Text of the message itself.  Bytes that could not be read as their label
 * says are kept as a part too; so is the HTML, unless the same message is
 * there as plain text.
 */
static void
take_body(struct lettura *l, GMimePart *p, const char *tipo, GByteArray *b,
    struct luogo dove, const char *nota)
{
	bool html = strcasecmp(tipo, "text/html") == 0, empty;
	char *text;

	empty = blank(&l->testo);
	text = testo_body(l->a, b->data, b->len, charset_of(p), &nota);
	if (html && (empty || !dove.alternativa)) {
		add_part(l, "messaggio.html", tipo, b, nota);
		nota = NULL;
	}
	if (html && empty) {
		AUTO_BUF plain = { 0 };

		html_text(&plain, text);
		append_text(l, plain.data);
	} else if (!html) {
		append_text(l, text);
	}
	if (nota != NULL)
		add_part(l, html ? "messaggio.html" : "messaggio.txt", tipo, b,
		    nota);
}

static bool
is_body(GMimePart *p, const char *tipo)
{
	const char *d = g_mime_object_get_disposition(GMIME_OBJECT(p));

	return (strcasecmp(tipo, "text/plain") == 0 ||
	    strcasecmp(tipo, "text/html") == 0) &&
	    g_mime_part_get_filename(p) == NULL &&
	    (d == NULL || strcasecmp(d, "attachment") != 0);
}

static void
note_daticert(struct lettura *l, struct parte *p, struct luogo dove)
{
	if (strcasecmp(p->nome, "daticert.xml") != 0 || dove.annidato)
		return;
	if (l->pec && l->daticert == NULL)
		l->daticert = p;
	else if (p->nota == NULL)
		p->nota = "daticert.xml in un messaggio che non è una busta "
		    "PEC: non se ne tiene conto";
}

static void
visit_leaf(struct lettura *l, GMimePart *p, struct luogo dove)
{
	GMimeDataWrapper *content = g_mime_part_get_content(p);
	const char *tipo = type_of(l, GMIME_OBJECT(p)), *nota = NULL;
	struct parte *added;
	GByteArray *b;

	if (l->n_parti == PARTI_MAX && !dove.corpo) {
		l->oltre++;
		return;
	}
	b = content != NULL ? bytes_of(write_decoded, content) :
	    g_byte_array_new();
	if (content != NULL && g_mime_part_get_content_encoding(p) ==
	    GMIME_CONTENT_ENCODING_BASE64 && !base64_sound(content))
		nota = damaged_base64;
	if (is_body(p, tipo)) {
		/* the text of a nested message is in its own part */
		if (dove.corpo)
			take_body(l, p, tipo, b, dove, nota);
	} else {
		added = add_part(l, g_mime_part_get_filename(p), tipo, b,
		    nota);
		if (added != NULL)
			note_daticert(l, added, dove);
	}
	g_byte_array_unref(b);
}

/* Is it the message a PEC envelope carries? */
static bool
is_postacert(const struct lettura *l, const char *nome, struct luogo dove)
{
	return l->trasporto && !dove.annidato && l->postacert == NULL &&
	    nome != NULL && strcasecmp(nome, "postacert.eml") == 0;
}

static void
visit_message(struct lettura *l, GMimeMessagePart *mp, struct luogo dove)
{
	GMimeMessage *m = g_mime_message_part_get_message(mp);
	GMimeObject *o = GMIME_OBJECT(mp), *inner;
	const char *nome;
	GByteArray *b;

	nome = g_mime_object_get_content_disposition_parameter(o, "filename");
	if (nome == NULL)
		nome = g_mime_object_get_content_type_parameter(o, "name");
	b = m != NULL ? bytes_of(write_object, m) : g_byte_array_new();
	add_part(l, nome != NULL ? nome : "messaggio.eml", type_of(l, o), b,
	    m != NULL ? NULL : "messaggio allegato illeggibile");
	g_byte_array_unref(b);
	if (m == NULL || (inner = g_mime_message_get_mime_part(m)) == NULL)
		return;
	dove.livello++;
	dove.alternativa = false;
	if (is_postacert(l, nome, dove)) {
		/* its text, not the provider's, is what was written to us */
		l->postacert = m;
		buf_clear(&l->testo);
		dove.corpo = true;
	} else {
		dove.corpo = false;
	}
	dove.annidato = true;
	parti_visit(l, inner, dove);
}

static void
visit_multipart(struct lettura *l, GMimeMultipart *mp, struct luogo dove)
{
	int i, n = g_mime_multipart_get_count(mp);

	if (n == 0) {
		add_raw(l, GMIME_OBJECT(mp), NULL, "parti senza confine: "
		    "contenuto lasciato com'è");
		return;
	}
	dove.livello++;
	if (g_mime_content_type_is_type(g_mime_object_get_content_type(
	    GMIME_OBJECT(mp)), "multipart", "alternative"))
		dove.alternativa = true;
	for (i = 0; i < n; i++) {
		struct luogo qui = dove;

		/* once the message inside is read, the envelope is silent */
		if (l->postacert != NULL && !dove.annidato)
			qui.corpo = false;
		parti_visit(l, g_mime_multipart_get_part(mp, i), qui);
	}
}

void
parti_visit(struct lettura *l, GMimeObject *o, struct luogo dove)
{
	if (dove.livello >= LIVELLI_MAX && !GMIME_IS_PART(o))
		add_raw(l, o, NULL, "annidato oltre 10 livelli: non aperto");
	else if (GMIME_IS_MESSAGE_PART(o))
		visit_message(l, GMIME_MESSAGE_PART(o), dove);
	else if (GMIME_IS_MULTIPART(o))
		visit_multipart(l, GMIME_MULTIPART(o), dove);
	else if (GMIME_IS_PART(o))
		visit_leaf(l, GMIME_PART(o), dove);
	else
		add_raw(l, o, NULL, "parte di forma sconosciuta");
}
