/* SPDX-License-Identifier: EUPL-1.2 */
#include "documenti/trasferimento_busta.h"

#include <string.h>

#include "base/hash.h"
#include "base/random.h"
#include "documenti/forma.h"
#include "documenti/trasferimento_carte.h"

#define ROOT "messaggio-trasferimento"

struct manifesto_oggetto
trasferimento_oggetto(struct arena *a, const struct nodo *carta)
{
	AUTO_BUF b = { 0 };
	char hex[IMPRONTA_LEN + 1];

	nodo_write(&b, carta);
	hash_hex(hex, b.data, b.len);
	return (struct manifesto_oggetto){
		.ruolo = RUOLO_ORIGINALE,
		.impronta = arena_strdup(a, hex),
		.id = nodo_attr(carta, "id"),
		.versione = nodo_attr(carta, "versione"),
		.tipo = carta->nome,
	};
}

/* The bytes of a document of ours, as the text of an element. */
static void
put(struct arena *a, struct nodo *m, const char *nome, const struct nodo *doc)
{
	AUTO_BUF b = { 0 };

	nodo_write(&b, doc);
	nodo_elem_text(a, m, nome, buf_str(&b));
}

/* So that no byte of a message can be another. */
static const char *
id_by(struct arena *a, const char *firma)
{
	char hex[IMPRONTA_LEN + 1];

	hash_hex(hex, firma, strlen(firma));
	return arena_strndup(a, hex, ID_LEN);
}

struct nodo *
trasferimento_messaggio(struct arena *a, const struct nodo *carta,
    const struct nodo *manifesto, const char *firma)
{
	struct nodo *m = nodo_new(a, ROOT);

	nodo_set(a, m, "id", id_by(a, firma));
	nodo_set(a, m, "versione", "1");
	put(a, m, "carta", carta);
	put(a, m, "manifesto", manifesto);
	nodo_elem_text(a, m, "firma", firma);
	return m;
}

void
trasferimento_imbusta(struct buf *out, struct arena *a,
    const struct nodo *carta, const struct nodo *manifesto, const char *firma)
{
	nodo_write(out, trasferimento_messaggio(a, carta, manifesto, firma));
}

/* ---- opening ---- */

static int
inner(struct nodo **out, struct arena *a, const char *text, const char *what)
{
	int r = text == NULL ? ERR_INVALID :
	    forma_read(out, a, text, strlen(text));

	if (r == ERR_INVALID)
		return err_set(ERR_INVALID, "il messaggio non si apre: %s non "
		    "è un documento in regola", what);
	return r;
}

static bool
equal(const char *a, const char *b)
{
	return a != NULL && b != NULL && strcmp(a, b) == 0;
}

/* Is it the seal's, over this paper and nothing else? */
static int
check_manifesto(struct manifesto_capo *capo, struct arena *a,
    const struct nodo *manifesto, const struct nodo *carta)
{
	struct manifesto_oggetto o, must = trasferimento_oggetto(a, carta);
	int r;

	if (!equal(manifesto->nome, "manifesto"))
		return err_set(ERR_INVALID, "il messaggio non ha un manifesto");
	if ((r = manifesto_capo(capo, a, manifesto)) != 0)
		return r;
	r = manifesto_oggetto(&o, a, manifesto, RUOLO_ORIGINALE);
	if (r != 0 && r != ERR_ABSENT)
		return r;
	if (capo->utente != NULL || !equal(capo->scopo, SCOPO_SIGILLO))
		return err_set(ERR_INVALID, "il messaggio non ha il sigillo di "
		    "un ufficio");
	if (r != 0 || nodo_next(nodo_child(manifesto, "oggetto"), "oggetto") ||
	    !equal(o.impronta, must.impronta) || !equal(o.id, must.id) ||
	    !equal(o.versione, must.versione) || !equal(o.tipo, must.tipo))
		return err_set(ERR_INVALID, "il sigillo non è di questo "
		    "messaggio");
	return 0;
}

int
trasferimento_sbusta(struct tr_busta *out, struct arena *a, const void *p,
    size_t n)
{
	struct tr_busta b = { 0 };
	struct nodo *m, *carta, *manifesto;
	int r;

	if ((r = forma_read(&m, a, p, n)) != 0)
		return r;
	if (!equal(m->nome, ROOT))
		return err_set(ERR_INVALID, "non è il messaggio di un "
		    "trasferimento");
	b.manifesto = nodo_value(a, m, "manifesto");
	b.firma = nodo_value(a, m, "firma");
	if (b.firma == NULL || !equal(nodo_attr(m, "id"), id_by(a, b.firma)))
		return err_set(ERR_INVALID, "l'id del messaggio non è quello "
		    "della sua firma");
	if ((r = inner(&carta, a, nodo_value(a, m, "carta"), "la carta")) != 0 ||
	    (r = inner(&manifesto, a, b.manifesto, "il manifesto")) != 0 ||
	    (r = trasferimento_leggi(&b.lettera, a, carta)) != 0 ||
	    (r = check_manifesto(&b.capo, a, manifesto, carta)) != 0)
		return r;
	b.carta = carta;
	*out = b;
	return 0;
}
