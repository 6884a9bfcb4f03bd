/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * segnatura.c - what a segnatura informatica means: Allegato 6 v3.0.0, and its
 * two ancestors (XSD of circ. 60/2013, DTD of circ. 28/2001), read only.
 *
 * Refuses to pass on what a field of a registration could not hold, or what
 * has elements where text belongs: a stranger wrote it.  Never reads
 * CollocazioneTelematica, which carries passwords.
 */
#include "documenti/segnatura.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

#include "base/clock.h"
#include "base/hash.h"
#include "base/utf8.h"

#define SHA256_SIZE 32		/* bytes */

/* ---- texts of others ---- */

/* On one line with single spaces; NULL when empty or over `max` characters. */
static const char *
one_line(struct arena *a, const char *s, size_t max)
{
	AUTO_BUF b = { 0 };
	bool space = false;

	for (; s != NULL && *s != '\0'; s++) {
		if (strchr(" \t\r\n", *s) != NULL) {
			space = true;
			continue;
		}
		if (space && b.len > 0)
			buf_putc(&b, ' ');
		space = false;
		buf_putc(&b, *s);
	}
	if (b.len == 0 || utf8_length(buf_str(&b)) > max)
		return NULL;
	return arena_strdup(a, buf_str(&b));
}

/* Text where the three vocabularies have text: of one that has elements within
 * nobody can say which words are its own, nor where blanks part them. */
static const char *
text_of(struct arena *a, const struct nodo *n, size_t max)
{
	if (n == NULL || nodo_child(n, NULL) != NULL)
		return NULL;
	return one_line(a, nodo_all_text(a, n), max);
}

static const char *
value(struct arena *a, const struct nodo *n, const char *path, size_t max)
{
	return n != NULL ? text_of(a, nodo_find(n, path), max) : NULL;
}

/* Allegato 6 says "true"; what cannot be read keeps it close too. */
static bool
kept_close(struct arena *a, const struct nodo *head)
{
	const struct nodo *n = head ? nodo_child(head, "Riservato") : NULL;
	const char *s = text_of(a, n, 10);

	return n != NULL && (s == NULL || (strcmp(s, "false") != 0 &&
	    strcmp(s, "0") != 0));
}

/* "[A-Za-z0-9_.-]{1,max}" */
static bool
plain_code(const char *s, size_t max)
{
	return s != NULL && *s != '\0' && strlen(s) <= max && s[strspn(s,
	    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
	    "0123456789_.-")] == '\0';
}

static const char *
code(struct arena *a, const struct nodo *n, const char *path)
{
	const char *s = value(a, n, path, 16);

	return plain_code(s, 16) ? s : NULL;
}

/* ---- reading ---- */

static void
read_id(struct identificatore *out, struct arena *a, const struct nodo *n)
{
	*out = (struct identificatore){
		.amministrazione = code(a, n, "CodiceAmministrazione"),
		.aoo = code(a, n, "CodiceAOO"),
		.registro = code(a, n, "CodiceRegistro"),
		.numero = value(a, n, "NumeroRegistrazione", 40),
		.data = value(a, n, "DataRegistrazione", 10),
	};
	if (out->data != NULL && !clock_day_valid(out->data))
		out->data = NULL;
}

static const char *
person_name(struct arena *a, const struct nodo *p)
{
	const char *cognome = value(a, p, "Cognome", 100);
	const char *nome = value(a, p, "Nome", 90);

	if (cognome == NULL || nome == NULL)
		return cognome;
	return arena_printf(a, "%s %s", cognome, nome);
}

/* Mittente of Allegato 6: one of four kinds of soggetto. */
static void
read_sender(struct segnatura *out, struct arena *a, const struct nodo *m)
{
	static const char *const name[] = {
		"Amministrazione/DenominazioneAmministrazione",
		"PersonaGiuridica/Denominazione",
		"AmministrazioneEstera/DenominazioneAmministrazione",
	};
	static const char *const contact[] = { "Amministrazione/ContattiAOO",
	    "Amministrazione/ContattiAmministrazione",
	    "Amministrazione/ContattiUO",
	    "PersonaGiuridica/ContattiPersonaGiuridica",
	    "PersonaFisica/Contatti" };
	const struct nodo *x;
	size_t i;

	for (i = 0; m != NULL && i < NELEM(name) && !out->mittente; i++)
		out->mittente = value(a, m, name[i], 200);
	if (m != NULL && out->mittente == NULL)
		out->mittente = person_name(a, nodo_child(m, "PersonaFisica"));
	out->codice_ipa = code(a, m,
	    "Amministrazione/CodiceIPAAmministrazione");
	for (i = 0; m != NULL && i < NELEM(contact) && !out->indirizzo; i++) {
		x = nodo_find(m, contact[i]);
		out->indirizzo = value(a, x, "IndirizzoTelematico", 251);
	}
}

/* One that cannot be read is not like none: no file matches it. */
static const char *
impronta_of(struct arena *a, const struct nodo *n)
{
	const char *s = text_of(a, n, 200);

	return s == NULL && n != NULL && n->primo != NULL ? "" : s;
}

static void
add_file(struct segnatura_file ***last, struct arena *a,
    const struct nodo *doc, const char *name)
{
	struct segnatura_file *f = arena_alloc(a, sizeof *f);
	const struct nodo *x = nodo_child(doc, "Impronta");

	*f = (struct segnatura_file){
		.nome = one_line(a, nodo_attr(doc, name), 255),
		.impronta = impronta_of(a, x),
		.algoritmo = x == NULL ? NULL :
		    one_line(a, nodo_attr(x, "algoritmo"), 40),
	};
	if (f->nome == NULL)
		return;
	**last = f;
	*last = &f->succ;
}

static void
read_v3(struct segnatura *out, struct arena *a, const struct nodo *root)
{
	const struct nodo *head = nodo_child(root, "Intestazione");
	const struct nodo *body = nodo_child(root, "Descrizione"), *d;
	struct segnatura_file **last = &out->file;

	out->v3 = true;
	out->oggetto = value(a, head, "Oggetto", 2000);
	read_id(&out->id, a, head ? nodo_child(head, "Identificatore") : NULL);
	out->riservato = kept_close(a, head);
	if (body == NULL)
		return;
	read_sender(out, a, nodo_child(body, "Mittente"));
	for (d = nodo_child(body, "DocumentoPrimario"); d != NULL;
	    d = nodo_next(d, "DocumentoPrimario"))
		add_file(&last, a, d, "nomeFile");
	for (d = nodo_child(body, "Allegato"); d; d = nodo_next(d, "Allegato"))
		add_file(&last, a, d, "nomeFile");
}

/* Documento, also within Fascicolo; what is on paper has no file. */
static void
read_old_files(struct segnatura_file ***last, struct arena *a,
    const struct nodo *n)
{
	const struct nodo *d;
	const char *where;

	for (d = nodo_child(n, NULL); d != NULL; d = nodo_next(d, NULL)) {
		if (strcmp(d->nome, "Fascicolo") == 0)
			read_old_files(last, a, d);
		if (strcmp(d->nome, "Documento") != 0)
			continue;
		where = nodo_attr(d, "tipoRiferimento");
		if (where == NULL || strcmp(where, "MIME") == 0)
			add_file(last, a, d, "nome");
	}
}

static void
read_old(struct segnatura *out, struct arena *a, const struct nodo *root)
{
	const struct nodo *head = nodo_child(root, "Intestazione"), *from;
	const struct nodo *body = nodo_child(root, "Descrizione"), *all;
	struct segnatura_file **last = &out->file;

	if (head != NULL) {
		out->oggetto = value(a, head, "Oggetto", 2000);
		read_id(&out->id, a, nodo_child(head, "Identificatore"));
		out->riservato = nodo_child(head, "Riservato") != NULL;
		from = nodo_child(head, "Origine");
		out->mittente = value(a, from,
		    "Mittente/Amministrazione/Denominazione", 200);
		out->codice_ipa = code(a, from,
		    "Mittente/Amministrazione/CodiceAmministrazione");
		out->indirizzo = value(a, from, "IndirizzoTelematico", 251);
	}
	/* the sender's code stands in the identificatore too */
	if (out->codice_ipa == NULL)
		out->codice_ipa = out->id.amministrazione;
	if (body == NULL)
		return;
	read_old_files(&last, a, body);
	if ((all = nodo_child(body, "Allegati")) != NULL)
		read_old_files(&last, a, all);
}

int
segnatura_read(struct segnatura *out, struct arena *a, const struct nodo *root)
{
	struct segnatura s = { 0 };

	if (strcmp(root->nome, "SegnaturaInformatica") == 0)
		read_v3(&s, a, root);
	else if (strcmp(root->nome, "Segnatura") == 0)
		read_old(&s, a, root);
	else
		return err_set(ERR_INVALID, "il suo primo elemento è %.60s",
		    root->nome);
	if (s.id.numero == NULL)
		return err_set(ERR_INVALID, "non dice il numero di protocollo");
	*out = s;
	return 0;
}

void
segnatura_neutral(struct buf *out, struct arena *a, const struct nodo *root)
{
	struct nodo *copy = nodo_copy(a, root), *s;

	for (s = nodo_child(copy, "Signature"); s != NULL;
	    s = nodo_next(s, "Signature")) {
		s->primo = s->ultimo = NULL;
		s->attr = NULL;
	}
	nodo_write(out, copy);
}

/* ---- the message we answer ---- */

bool
segnatura_identifies(const struct identificatore *id)
{
	return id->amministrazione != NULL && id->aoo != NULL &&
	    id->registro != NULL && id->data != NULL && id->numero != NULL &&
	    id->numero[strspn(id->numero, "0123456789")] == '\0';
}

static void
describe(struct buf *b, struct arena *a, const struct nodo *reg)
{
	const char *numero = nodo_value(a, reg, "protocollo-mittente");
	const char *data = nodo_value(a, reg, "protocollo-mittente-data");
	const char *da = nodo_value(a, reg, "mittente/denominazione");

	if (numero != NULL)
		buf_printf(b, "prot. %s", numero);
	if (numero != NULL && data != NULL)
		buf_printf(b, " del %s", data);
	if (da != NULL)
		buf_printf(b, "%s%s", numero != NULL ? " di " : "da ", da);
	buf_printf(b, "%s%s", b->len > 0 ? ": " : "",
	    nodo_value(a, reg, "oggetto"));
}

struct nodo *
segnatura_ricevuto(struct arena *a, const struct identificatore *id,
    const struct nodo *reg)
{
	struct nodo *out = nodo_new(a, "ricevuto");
	AUTO_BUF words = { 0 };
	size_t n;

	if (id == NULL || !segnatura_identifies(id)) {
		describe(&words, a, reg);
		nodo_elem_text(a, out, "descrizione", buf_str(&words));
		return out;
	}
	n = strlen(id->numero);
	nodo_elem_text(a, out, "amministrazione", id->amministrazione);
	nodo_elem_text(a, out, "aoo", id->aoo);
	nodo_elem_text(a, out, "registro", id->registro);
	/* older peers do not fill it up with zeros */
	nodo_elem_printf(a, out, "numero", "%s%s",
	    n < 7 ? "0000000" + n : "", id->numero);
	nodo_elem_text(a, out, "data", id->data);
	return out;
}

/* ---- impronte ---- */

static const char alphabet[] =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/* Base64 without what XML may put between; -1: it is not. */
static int
decode(unsigned char *out, size_t max, const char *s)
{
	unsigned bits = 0;
	size_t n = 0, k = 0;
	const char *p;

	for (; *s != '\0' && *s != '='; s++) {
		if (isspace((unsigned char)*s))
			continue;
		if ((p = strchr(alphabet, *s)) == NULL)
			return -1;
		bits = bits << 6 | (unsigned)(p - alphabet);
		if (++k % 4 == 1)
			continue;
		if (n == max)
			return -1;
		out[n++] = (unsigned char)(bits >> (6 - 2 * ((k - 1) % 4)));
	}
	return (int)n;
}

int
segnatura_impronta(const struct segnatura_file *f, const char *sha256)
{
	const bool said = f->algoritmo != NULL &&
	    (strcasecmp(f->algoritmo, "SHA-256") == 0 ||
	    strcasecmp(f->algoritmo, "SHA256") == 0);
	char hex[2 * SHA256_SIZE + 1];
	unsigned char bytes[64];
	int n;

	/* some write it in hexadecimal */
	if (strlen(f->impronta) == IMPRONTA_LEN)
		return strcasecmp(f->impronta, sha256) == 0;
	n = decode(bytes, sizeof bytes, f->impronta);
	if (n != SHA256_SIZE)
		return said || n < 0 ? 0 : -1;
	hex_encode(hex, bytes, SHA256_SIZE);
	return strcmp(hex, sha256) == 0;
}

void
segnatura_base64(struct arena *a, struct nodo *reg)
{
	const char *hex;
	struct nodo *f;
	char text[IMPRONTA_BASE64 + 1];

	for (f = nodo_child(reg, NULL); f != NULL; f = nodo_next(f, NULL)) {
		if (strcmp(f->nome, "principale") != 0 &&
		    strcmp(f->nome, "allegato") != 0)
			continue;
		hex = nodo_value(a, f, "impronta");
		if (hex == NULL || !hash_valid(hex))
			continue;
		hash_base64(text, hex);
		nodo_elem_text(a, f, "base64", text);
	}
}

/* ---- on paper and on a copy ---- */

/* Number and day in the register that is the official one. */
static const char *
official(struct arena *a, const struct nodo *reg, const char *campo)
{
	const struct nodo *x = nodo_child(reg, "esterno");

	if (x == NULL)
		return nodo_value(a, reg, campo);
	return nodo_value(a, x, strcmp(campo, "ora") == 0 ? "data" : campo);
}

void
segnatura_righe(const char *out[SEGNATURA_RIGHE], struct arena *a,
    const struct segnatura_ente *e, const struct nodo *reg, bool etichetta)
{
	const char *numero = official(a, reg, "numero");
	const char *ora = official(a, reg, "ora");
	const char *giorno = arena_printf(a, "del %.2s/%.2s/%.4s", ora + 8,
	    ora + 5, ora);
	int n = 0;

	out[n++] = e->denominazione;
	out[n++] = arena_printf(a, "%s - %s", e->codice_ipa, e->codice_aoo);
	if (etichetta) {
		out[n++] = arena_printf(a, "Prot. %s", numero);
		out[n++] = giorno;
	} else {
		out[n++] = arena_printf(a, "Prot. %s %s", numero, giorno);
	}
	if (nodo_attr(reg, "annullata") != NULL)
		out[n++] = "ANNULLATA";
	out[n] = NULL;
}

char *
segnatura_qr(struct arena *a, const struct segnatura_ente *e,
    const struct nodo *reg)
{
	const char *impronta = nodo_value(a, reg, "principale/impronta");

	return arena_printf(a, "%s;%s;%s;%.10s;%s%s", e->codice_ipa,
	    e->codice_aoo, official(a, reg, "numero"),
	    official(a, reg, "ora"), impronta != NULL ? impronta : "",
	    nodo_attr(reg, "annullata") != NULL ? ";ANNULLATA" : "");
}
