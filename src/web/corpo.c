/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * corpo.c - a form of an address, or an XML document, is gathered in one piece
 * of its declared length and read in place; multipart goes to corpo_parti.c.
 */
#include "web/corpo.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>

#include "base/segreto.h"
#include "base/utf8.h"
#include "web/corpo_parti.h"

/* ---- text that was sent ---- */

static int
hex(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	if (c >= 'a' && c <= 'f')
		return c - 'a' + 10;
	return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

int
decodifica(char *s, bool modulo)
{
	char *to = s, *start = s;
	int high, low;

	for (; *s != '\0'; s++) {
		if (*s != '%') {
			*to++ = modulo && *s == '+' ? ' ' : *s;
			continue;
		}
		if ((high = hex(s[1])) < 0 || (low = hex(s[2])) < 0 ||
		    high + low == 0)
			return err_set(ERR_INVALID, "l'indirizzo non è scritto "
			    "bene");
		*to++ = (char)(high << 4 | low);
		s += 2;
	}
	*to = '\0';
	if (!utf8_valid(start, (size_t)(to - start)))
		return err_set(ERR_INVALID, "il testo non è in UTF-8");
	return 0;
}

static int
count(const char *s, char what)
{
	int n = 1;

	for (; *s != '\0'; s++)
		n += *s == what;
	return n;
}

int
coppie_leggi(struct coppia **out, int *n, struct arena *a, char *s, int max)
{
	int most = count(s, '&'), k = 0, r;
	struct coppia *list;
	char *name, *value;

	if (most > max)
		return err_set(ERR_INVALID, "sono più di %d campi", max);
	list = arena_alloc(a, (size_t)most * sizeof *list);
	while ((name = strsep(&s, "&")) != NULL) {
		if (*name == '\0')
			continue;
		if ((value = strchr(name, '=')) != NULL)
			*value++ = '\0';
		else
			value = name + strlen(name);
		if ((r = decodifica(name, true)) != 0 ||
		    (r = decodifica(value, true)) != 0)
			return r;
		list[k++] = (struct coppia){ name, value };
	}
	*out = list;
	*n = k;
	return 0;
}

/* ---- fields ---- */

bool
corpo_segreto(const char *campo)
{
	static const char *const names[] = {
		"_frase", "_parola", "_nuova", "_ripeti", "_codice"
	};
	size_t i;

	for (i = 0; i < NELEM(names); i++)
		if (strcmp(campo, names[i]) == 0)
			return true;
	return false;
}

bool
corpo_nome_valido(const char *nome)
{
	static const char good[] = "abcdefghijklmnopqrstuvwxyz"
	    "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._@:-[]";
	size_t n = strspn(nome, good);

	return n > 0 && n <= 200 && nome[n] == '\0';
}

/* Browsers end lines with CR LF. */
static void
plain_lines(char *s)
{
	char *to = s;

	for (; *s != '\0'; s++)
		if (s[0] != '\r' || s[1] != '\n')
			*to++ = *s;
	*to = '\0';
}

static bool
ascii(const char *s)
{
	while (*s > 0)
		s++;
	return *s == '\0';
}

/* The value as the rest of the program may have it: valid, in NFC, without
 * what does not show.  A secret stays where it is. */
static int
clean(struct coppia *c, struct arena *a)
{
	char *value = (char *)c->valore, *nfc;
	int r;

	if (!corpo_nome_valido(c->nome))
		return err_set(ERR_INVALID, "un campo ha un nome che non è "
		    "di nessun modulo");
	if (corpo_segreto(c->nome))
		return 0;
	plain_lines(value);
	if (!utf8_plain(value))
		c->valore = value = utf8_strip(a, value);
	if (ascii(value))
		return 0;
	if ((r = utf8_nfc(&nfc, a, value)) == 0)
		c->valore = nfc;
	return r;
}

/* ---- the whole ---- */

static int
refused(int *stato, int how, const char *why)
{
	*stato = how;
	return err_set(ERR_INVALID, "%s", why);
}

/* Is the type `wanted`, whatever parameters follow? */
static bool
type_is(const char *tipo, const char *wanted)
{
	size_t n = strlen(wanted);

	return strncasecmp(tipo, wanted, n) == 0 &&
	    (tipo[n] == '\0' || tipo[n] == ';' || tipo[n] == ' ');
}

static int
kind_of(enum tipo_corpo *out, const char *tipo)
{
	if (tipo == NULL)
		return -1;
	if (type_is(tipo, "application/x-www-form-urlencoded"))
		*out = CORPO_MODULO;
	else if (type_is(tipo, "multipart/form-data"))
		*out = CORPO_PARTI;
	else if (type_is(tipo, "application/xml") || type_is(tipo, "text/xml"))
		*out = CORPO_XML;
	else
		return -1;
	return 0;
}

/* Digits only: "+5", "5, 5" and "0x5" are ways to be read differently by two. */
static int
length_of(uint64_t *out, const char *s)
{
	uint64_t n = 0;
	size_t i;

	if (s == NULL || *s == '\0' || strlen(s) > 15)
		return -1;
	for (i = 0; s[i] != '\0'; i++) {
		if (s[i] < '0' || s[i] > '9')
			return -1;
		n = n * 10 + (uint64_t)(s[i] - '0');
	}
	*out = n;
	return 0;
}

int
corpo_new(struct corpo **out, int *stato, const char *tipo,
    const char *lunghezza, int (*apre)(void *), void *di)
{
	AUTO(corpo) c = calloc(1, sizeof *c);
	struct lettura_corpo *in;

	if (c == NULL || (c->in = in = calloc(1, sizeof *in)) == NULL)
		abort();
	c->a = arena_new();
	in->apre = apre;
	in->di = di;
	in->fd = -1;
	if (kind_of(&in->tipo, tipo) != 0)
		return refused(stato, 415, "quello che è stato mandato non "
		    "è un modulo né un documento XML");
	if (lunghezza == NULL)
		return refused(stato, 411, "la richiesta non dice quanto è "
		    "lunga");
	if (length_of(&in->attesi, lunghezza) != 0)
		return refused(stato, 400, "la richiesta non dice bene quanto "
		    "è lunga");
	if (in->attesi > CORPO_MAX ||
	    (in->tipo != CORPO_PARTI && in->attesi > CORPO_TESTO))
		return refused(stato, 413, "è troppo grande: si accettano al "
		    "più 300 MB di file e 8 MB di testo");
	in->cap = (size_t)(in->attesi < CORPO_TESTO ? in->attesi :
	    CORPO_TESTO) + 1;
	if ((in->testo = malloc(in->cap)) == NULL)
		abort();
	in->testo[0] = '\0';
	if (in->tipo == CORPO_PARTI && corpo_parti_inizia(c, tipo) != 0)
		return refused(stato, 400, "il modulo non è scritto bene");
	*out = MOVE(c);
	return 0;
}

int
corpo_prende(struct corpo *c, int *stato, const void *p, size_t n)
{
	struct lettura_corpo *in = c->in;

	*stato = 400;
	if (n > in->attesi - in->visti)
		return err_set(ERR_INVALID, "è più lunga di quanto dice");
	in->visti += n;
	if (in->tipo == CORPO_PARTI)
		return corpo_parti_prende(c, stato, p, n);
	memcpy(in->testo + in->len, p, n);
	in->len += n;
	in->testo[in->len] = '\0';
	return 0;
}

void
corpo_senza_file(struct corpo *c)
{
	c->in->senza_file = true;
}

bool
corpo_intero(const struct corpo *c)
{
	return c->in->visti == c->in->attesi;
}

static int
finish_form(struct corpo *c)
{
	struct lettura_corpo *in = c->in;

	if (memchr(in->testo, '\0', in->len) != NULL)
		return err_set(ERR_INVALID, "il modulo non è scritto bene");
	return coppie_leggi(&c->campi, &c->n_campi, c->a, in->testo,
	    CORPO_CAMPI);
}

int
corpo_fine(struct corpo *c, int *stato)
{
	struct lettura_corpo *in = c->in;
	int r = 0, i;

	*stato = 400;
	if (!corpo_intero(c))
		return err_set(ERR_INVALID, "è più corta di quanto dice");
	if (in->tipo == CORPO_XML) {
		c->grezzo = in->testo;
		c->n_grezzo = in->len;
		return 0;
	}
	r = in->tipo == CORPO_PARTI ? corpo_parti_fine(c) : finish_form(c);
	for (i = 0; r == 0 && i < c->n_campi; i++)
		r = clean(&c->campi[i], c->a);
	return r;
}

void
corpo_free(struct corpo *c)
{
	int i;

	if (c == NULL)
		return;
	for (i = 0; i < c->n_file; i++)
		close(c->file[i].fd);
	if (c->in != NULL) {
		if (c->in->fd >= 0)
			close(c->in->fd);
		if (c->in->testo != NULL)
			segreto_wipe(c->in->testo, c->in->cap);
		free(c->in->testo);
		segreto_wipe(c->in, sizeof *c->in);
		free(c->in);
	}
	arena_free(c->a);
	free(c);
}

const char *
corpo_campo(const struct corpo *c, const char *nome)
{
	int i;

	for (i = 0; c != NULL && i < c->n_campi; i++)
		if (strcmp(c->campi[i].nome, nome) == 0)
			return c->campi[i].valore;
	return NULL;
}
