/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * corpo_parti.c - multipart/form-data (RFC 7578), as browsers write it: no
 * preamble, no nested parts, no transfer encodings.
 *
 * What is read waits in a window; a boundary may be cut anywhere, so that as
 * many bytes as it has stay in the window until more have come.
 */
#include "web/corpo_parti.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>

#include "base/file.h"
#include "base/utf8.h"

#define TESTA_MAX 4096		/* bytes of the headers of a part */

static int
broken(void)
{
	return err_set(ERR_INVALID, "il modulo non è scritto bene");
}

/* RFC 2046: 1 to 70 of these, no blank at the end; quoted or not. */
int
corpo_parti_inizia(struct corpo *c, const char *tipo)
{
	static const char good[] = "0123456789abcdefghijklmnopqrstuvwxyz"
	    "ABCDEFGHIJKLMNOPQRSTUVWXYZ'()+_,-./:=?";
	struct lettura_corpo *in = c->in;
	const char *b = strcasestr(tipo, "boundary=");
	bool quoted;
	size_t n;

	if (b == NULL)
		return broken();
	b += strlen("boundary=");
	quoted = *b == '"';
	b += quoted;
	n = strspn(b, good);
	if (n == 0 || n > 70 || (quoted ? b[n] != '"' :
	    b[n] != '\0' && b[n] != ';' && b[n] != ' '))
		return broken();
	memcpy(in->confine, "\r\n--", 4);
	memcpy(in->confine + 4, b, n);
	in->n_confine = n + 4;
	/* the first boundary has no line before it */
	memcpy(in->finestra, "\r\n", 2);
	in->n_finestra = 2;
	in->stato = P_NIENTE;
	return 0;
}

/* ---- the headers of a part ---- */

/* A parameter of Content-Disposition, without its quotes, in place. */
static char *
parameter(struct arena *a, const char *line, const char *name)
{
	const char *p = line;
	char *out, *to;
	size_t n = strlen(name);

	while ((p = strchr(p, ';')) != NULL) {
		p += 1 + strspn(p + 1, " \t");
		if (strncasecmp(p, name, n) != 0 || p[n] != '=' ||
		    p[n + 1] != '"')
			continue;
		out = to = arena_strdup(a, p + n + 2);
		for (p = out; *p != '\0' && *p != '"'; p++) {
			if (p[0] == '\\' && (p[1] == '"' || p[1] == '\\'))
				p++;
			*to++ = *p;
		}
		if (*p != '"')
			return NULL;
		*to = '\0';
		return out;
	}
	return NULL;
}

/* The last step of what a browser calls the file; never a path. */
static const char *
name_of_file(struct arena *a, char *sent)
{
	char *p;

	while ((p = strstr(sent, "%22")) != NULL) {	/* a browser's " */
		*p = '"';
		memmove(p + 1, p + 3, strlen(p + 3) + 1);
	}
	while ((p = strpbrk(sent, "/\\")) != NULL)
		sent = p + 1;
	sent = utf8_line(a, utf8_strip(a, sent), 120);
	return file_name_valid(sent) ? sent : "senza nome";
}

static int
begin_part(struct corpo *c, int *stato, const char *disposition)
{
	struct lettura_corpo *in = c->in;
	char *name = parameter(c->a, disposition, "name");
	char *file = parameter(c->a, disposition, "filename");

	if (strncasecmp(disposition, "form-data", 9) != 0 || name == NULL ||
	    !corpo_nome_valido(name))
		return broken();
	in->campo = name;
	in->da = in->len;
	in->stato = P_CAMPO;
	if (file == NULL)
		return 0;
	if (!utf8_valid(file, strlen(file)))
		return broken();
	in->stato = P_NIENTE;
	if (*file == '\0' || in->senza_file)	/* none was chosen */
		return 0;
	if (c->n_file == CORPO_FILE) {
		*stato = 413;
		return err_set(ERR_INVALID, "sono più di %d file", CORPO_FILE);
	}
	in->nome = name_of_file(c->a, file);
	in->n_fd = 0;
	in->stato = P_FILE;
	if ((in->fd = in->apre(in->di)) >= 0)
		return 0;
	*stato = 503;
	return err_set(ERR_BUSY, "non c'è posto per altri file: riprova "
	    "fra poco");
}

static int
read_headers(struct corpo *c, int *stato, const char *p, size_t n)
{
	static const char wanted[] = "content-disposition:";
	char *text = arena_strndup(c->a, p, n), *line;

	if (strlen(text) != n)
		return broken();
	while ((line = strsep(&text, "\n")) != NULL) {
		if (strncasecmp(line, wanted, sizeof wanted - 1) != 0)
			continue;
		line += sizeof wanted - 1;
		return begin_part(c, stato, line + strspn(line, " \t"));
	}
	return broken();
}

/* ---- its contents ---- */

static int
put(struct corpo *c, int *stato, const char *p, size_t n)
{
	struct lettura_corpo *in = c->in;

	if (in->stato == P_FILE) {
		in->n_fd += n;
		if (file_write_fd(in->fd, p, n) == 0)
			return 0;
		*stato = 503;
		return err_set(ERR_BUSY, "non c'è posto per altri file: "
		    "riprova fra poco");
	}
	if (in->stato != P_CAMPO)
		return 0;
	if (n >= in->cap - in->len) {
		*stato = 413;
		return err_set(ERR_INVALID, "è troppo testo");
	}
	memcpy(in->testo + in->len, p, n);
	in->len += n;
	return 0;
}

static int
end_field(struct corpo *c)
{
	struct lettura_corpo *in = c->in;
	char *value = in->testo + in->da;

	if (c->n_campi == CORPO_CAMPI)
		return err_set(ERR_INVALID, "sono più di %d campi",
		    CORPO_CAMPI);
	if (!utf8_valid(value, in->len - in->da) || in->len + 1 >= in->cap)
		return broken();
	in->testo[in->len++] = '\0';
	c->campi = arena_more(c->a, c->campi, c->n_campi, &in->cap_campi,
	    sizeof *c->campi);
	c->campi[c->n_campi++] = (struct coppia){ in->campo, value };
	return 0;
}

static int
end_part(struct corpo *c)
{
	struct lettura_corpo *in = c->in;

	if (in->stato == P_CAMPO)
		return end_field(c);
	if (in->stato != P_FILE)
		return 0;
	if (lseek(in->fd, 0, SEEK_SET) != 0)
		return err_sys("un file");
	c->file[c->n_file++] = (struct corpo_file){ in->campo, in->nome,
	    in->fd, in->n_fd };
	in->fd = -1;
	return 0;
}

/* ---- the window ---- */

static void
drop(struct lettura_corpo *in, size_t n)
{
	in->n_finestra -= n;
	memmove(in->finestra, in->finestra + n, in->n_finestra);
}

/* One step; 1: it has done something, 0: it needs more. */
static int
step_contents(struct corpo *c, int *stato)
{
	struct lettura_corpo *in = c->in;
	char *at = memmem(in->finestra, in->n_finestra, in->confine,
	    in->n_confine);
	size_t n;
	int r;

	if (at == NULL) {
		if (in->n_finestra < in->n_confine)
			return 0;
		n = in->n_finestra - in->n_confine + 1;
		if ((r = put(c, stato, in->finestra, n)) != 0)
			return r;
		drop(in, n);
		return 0;
	}
	n = (size_t)(at - in->finestra);
	if ((r = put(c, stato, in->finestra, n)) != 0 ||
	    (r = end_part(c)) != 0)
		return r;
	drop(in, n + in->n_confine);
	in->stato = P_DOPO;
	return 1;
}

static int
step_headers(struct corpo *c, int *stato)
{
	struct lettura_corpo *in = c->in;
	char *end = memmem(in->finestra, in->n_finestra, "\r\n\r\n", 4);
	size_t n;
	int r;

	if (end == NULL)
		return in->n_finestra >= TESTA_MAX ? broken() : 0;
	n = (size_t)(end - in->finestra);
	if (n >= TESTA_MAX)
		return broken();
	if ((r = read_headers(c, stato, in->finestra, n)) != 0)
		return r;
	drop(in, n + 4);
	return 1;
}

static int
step_after(struct lettura_corpo *in)
{
	if (in->n_finestra < 2)
		return 0;
	if (memcmp(in->finestra, "\r\n", 2) == 0)
		in->stato = P_TESTA;
	else if (memcmp(in->finestra, "--", 2) == 0)
		in->stato = P_FINE;
	else
		return broken();
	drop(in, 2);
	return 1;
}

static int
step(struct corpo *c, int *stato)
{
	struct lettura_corpo *in = c->in;

	switch (in->stato) {
	case P_DOPO:
		return step_after(in);
	case P_TESTA:
		return step_headers(c, stato);
	case P_FINE:
		in->n_finestra = 0;
		return 0;
	default:
		return step_contents(c, stato);
	}
}

int
corpo_parti_prende(struct corpo *c, int *stato, const void *p, size_t n)
{
	struct lettura_corpo *in = c->in;
	const char *from = p;
	size_t some;
	int r;

	while (n > 0) {
		some = FINESTRA - in->n_finestra;
		if (some > n)
			some = n;
		memcpy(in->finestra + in->n_finestra, from, some);
		in->n_finestra += some;
		from += some;
		n -= some;
		while ((r = step(c, stato)) > 0)
			;
		if (r < 0)
			return r;
	}
	return 0;
}

int
corpo_parti_fine(struct corpo *c)
{
	return c->in->stato == P_FINE ? 0 : broken();
}
