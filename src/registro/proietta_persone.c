/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * proietta_persone.c - the people that documents of a case name, with the words
 * they are found by; cartelle found to be one person's; the comuni of a case.
 */
#include "registro/proietta.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "documenti/nome.h"
#include "registro/legami.h"

/* Where a person is said. */
struct dove {
	const struct posizione *p;
	struct numero n;
	int ordine;
};

struct dati {
	const char *ruolo, *cognome, *nome;
	const char *nascita, *codice_fiscale;	/* or NULL */
};

/* ---- words ---- */

/* A word, and below its sound. */
static void
add_word(struct buf *out, struct buf *sounds, struct arena *a,
    const char *word, size_t n)
{
	char *w = arena_strndup(a, word, n), *s = nome_suono(a, w);

	buf_printf(out, " %s", w);
	/* the sound of one letter is everybody's */
	if (s[0] != '\0' && s[1] != '\0' && strcmp(s, w) != 0)
		buf_printf(sounds, " %s", s);
}

static int
add_words(struct buf *out, struct buf *sounds, struct arena *a,
    const char *nome)
{
	char *words, *whole;
	const char *s;
	size_t n;
	int r, count = 0;

	if ((r = nome_parole(&words, a, nome)) != 0 ||
	    (r = nome_unito(&whole, a, nome)) != 0)
		return r;
	for (s = words; *s != '\0'; s += n) {
		s += strspn(s, " ");
		n = strcspn(s, " ");
		if (n > 1)
			add_word(out, sounds, a, s, n);
		count += n > 0;
	}
	if (count > 1)
		add_word(out, sounds, a, whole, strlen(whole));
	return 0;
}

/* " bianchi luca 2018-03-01 bnclcu18c01g999u BNK LKA " */
static int
words_of(char **out, struct arena *a, const struct dati *d)
{
	AUTO_BUF b = { 0 };
	AUTO_BUF sounds = { 0 };
	const char *s;
	int r;

	if ((r = add_words(&b, &sounds, a, d->cognome)) != 0 ||
	    (r = add_words(&b, &sounds, a, d->nome)) != 0)
		return r;
	if (d->nascita != NULL)
		buf_printf(&b, " %s", d->nascita);
	if (d->codice_fiscale != NULL)
		buf_putc(&b, ' ');
	for (s = d->codice_fiscale; s != NULL && *s != '\0'; s++)
		buf_putc(&b, *s >= 'A' && *s <= 'Z' ? (char)(*s + 32) : *s);
	buf_printf(&b, "%s ", buf_str(&sounds));
	*out = arena_strdup(a, buf_str(&b));
	return 0;
}

/* ---- rows ---- */

/* Runs Q_PERSONA_CHIAVE_ADD or _TOGLI for each word. */
static int
each_key(struct registro *r, struct arena *a, int query, const char *words,
    int64_t id)
{
	const char *s;
	size_t n;
	int e;

	for (s = words + strspn(words, " "); *s != '\0'; s += strspn(s, " ")) {
		n = strcspn(s, " ");
		if ((e = db_run(r->db, query, "si", arena_strndup(a, s, n),
		    id)) != 0)
			return e;
		s += n;
	}
	return 0;
}

static int
add_person(struct registro *r, struct arena *a, const struct dove *l,
    const struct dati *d)
{
	const char *sigla = numero_sigla(l->n.serie);
	char *words, *sound;
	int64_t id;
	int e;

	if (d->cognome == NULL || d->nome == NULL)
		return 0;
	if ((e = words_of(&words, a, d)) != 0 ||
	    (e = nome_suono_persona(&sound, a, d->cognome, d->nome)) != 0 ||
	    (e = db_run(r->db, Q_PERSONA_ADD, "sddsdssssssssi", sigla,
	    l->n.anno, l->n.progressivo, l->p->percorso, l->ordine, l->p->tipo,
	    d->ruolo, d->cognome, d->nome, d->nascita, d->codice_fiscale,
	    sound, words, l->p->seq)) != 0 ||
	    (e = db_int(&id, r->db, Q_PERSONA_DI, "sddsd", sigla, l->n.anno,
	    l->n.progressivo, l->p->percorso, l->ordine)) != 0)
		return e;
	return each_key(r, a, Q_PERSONA_CHIAVE_ADD, words, id);
}

/* What the earlier version of the document said. */
static int
forget(struct registro *r, struct arena *a, const struct dove *l)
{
	const char *sigla = numero_sigla(l->n.serie);
	AUTO_STMT s = NULL;
	int e;

	if ((e = db_query(&s, r->db, Q_PERSONA_ID, "sdds", sigla, l->n.anno,
	    l->n.progressivo, l->p->percorso)) != 0)
		return e;
	while ((e = stmt_step(s)) == 1)
		if ((e = each_key(r, a, Q_PERSONA_CHIAVE_TOGLI,
		    arena_strdup(a, stmt_text(s, 1)), stmt_int(s, 0))) != 0)
			return e;
	return e < 0 ? e : db_run(r->db, Q_PERSONA_TOGLI, "sdds", sigla,
	    l->n.anno, l->n.progressivo, l->p->percorso);
}

static int
begin(struct dove *l, struct registro *r, struct arena *a,
    const struct posizione *p)
{
	int e;

	*l = (struct dove){ .p = p };
	if ((e = numero_of_folder(&l->n, p->cartella)) != 0)
		return e;
	return forget(r, a, l);
}

int
persone_togli(struct registro *r, struct arena *a, const struct posizione *p,
    const char *percorso)
{
	const struct posizione erased = { .cartella = p->cartella,
	    .percorso = percorso };
	struct dove l;

	return begin(&l, r, a, &erased);
}

/* ---- documents ---- */

static int
add_anagrafica(struct registro *r, struct arena *a, const struct dove *l,
    const struct nodo *n)
{
	const struct dati d = {
		.ruolo = "", .cognome = DATO(a, n, "cognome"),
		.nome = DATO(a, n, "nome"),
		.nascita = DATO(a, n, "nascita/data"),
		.codice_fiscale = DATO(a, n, "codice-fiscale"),
	};

	return add_person(r, a, l, &d);
}

int
persone_della_scheda(struct registro *r, struct arena *a,
    const struct posizione *p, const struct nodo *doc)
{
	const struct nodo *n = nodo_child(doc, "anagrafica");
	struct dove l;
	int e;

	if ((e = begin(&l, r, a, p)) != 0 || n == NULL)
		return e;
	return add_anagrafica(r, a, &l, n);
}

/* Of the scheda of an accesso, of whom one may not know all yet. */
int
proietta_scheda_segretariato(struct registro *r, struct arena *a,
    const struct posizione *p, const struct nodo *doc)
{
	const struct nodo *n = nodo_find(doc, "scheda/segnalato");
	struct dove l;
	struct dati d;
	int e;

	if ((e = begin(&l, r, a, p)) != 0 || n == NULL)
		return e;
	d = (struct dati){ "", DATO(a, n, "cognome"), DATO(a, n, "nome"),
	    DATO(a, n, "nato"), DATO(a, n, "codice-fiscale") };
	if (d.nome == NULL)
		d.nome = "";
	if (d.codice_fiscale == NULL)
		d.codice_fiscale = DATO(a, n, "stp");
	return add_person(r, a, &l, &d);
}

/* He whom the case is about is in his family too: he is not said twice. */
int
persone_della_famiglia(struct registro *r, struct arena *a,
    const struct posizione *p, const struct nodo *doc)
{
	const struct nodo *c;
	struct dove l;
	struct dati d;
	int e;

	if ((e = begin(&l, r, a, p)) != 0)
		return e;
	for (c = nodo_child(doc, "componente"); c != NULL;
	    c = nodo_next(c, "componente")) {
		d = (struct dati){ DATO(a, c, "parentela"),
		    DATO(a, c, "cognome"), DATO(a, c, "nome"),
		    DATO(a, c, "nascita"), DATO(a, c, "codice-fiscale") };
		l.ordine++;
		if (d.ruolo == NULL || strcmp(d.ruolo, "interessato") == 0)
			continue;
		if ((e = add_person(r, a, &l, &d)) != 0)
			return e;
	}
	return 0;
}

/* ---- one person, two cartelle ---- */

/* One document says it of both: the other cartella may be closed. */
static int
both(struct numero pair[3], struct arena *a, const struct posizione *p,
    const struct nodo *doc)
{
	int e;

	if ((e = numero_of_folder(&pair[0], p->cartella)) != 0 ||
	    (e = dato_numero(&pair[1], a, doc, "con")) != 0)
		return e;
	pair[2] = pair[0];
	return 0;
}

int
proietta_unione_persone(struct registro *r, struct arena *a,
    const struct posizione *p, const struct nodo *doc)
{
	struct numero n[3];
	int e, i;

	if ((e = both(n, a, p, doc)) != 0)
		return e;
	for (i = 0; i < 2 && e == 0; i++)
		e = db_run(r->db, Q_PERSONA_UNISCI, "ddddi", n[i].anno,
		    n[i].progressivo, n[i + 1].anno, n[i + 1].progressivo,
		    p->seq);
	return e;
}

int
proietta_separazione_persone(struct registro *r, struct arena *a,
    const struct posizione *p, const struct nodo *doc)
{
	struct numero n[3];
	int e, i;

	if ((e = both(n, a, p, doc)) != 0)
		return e;
	for (i = 0; i < 2 && e == 0; i++)
		e = db_run(r->db, Q_PERSONA_SEPARA, "dddd", n[i].anno,
		    n[i].progressivo, n[i + 1].anno, n[i + 1].progressivo);
	return e;
}

/* ---- comuni ---- */

/* The comune that has the case, and the one where he lives, are those whose
 * minor he is: they see him for those days. */
static int
add_relation(struct registro *r, const struct posizione *p, struct arena *a,
    const struct nodo *c)
{
	const char *tipo = dato(a, c, "tipo");
	const struct legame l = {
		.relazione = LEGAME_COMUNE, .comune = DATO(a, c, "codice"),
		.dal = DATO(a, c, "dal"), .al = DATO(a, c, "al"),
	};

	if (tipo == NULL)
		return ERR_INVALID;
	return strcmp(tipo, "onere") == 0 ? 0 : legame_metti(r, p, &l);
}

int
proietta_comuni(struct registro *r, struct arena *a,
    const struct posizione *p, const struct nodo *doc)
{
	const struct nodo *c;
	struct numero n;
	int e, ordine = 0;

	if ((e = numero_of_folder(&n, p->cartella)) != 0 ||
	    (e = db_run(r->db, Q_COMUNI_TOGLI, "dd", n.anno,
	    n.progressivo)) != 0 || (e = legami_togli(r, p)) != 0)
		return e;
	for (c = nodo_child(doc, "periodo"); c != NULL;
	    c = nodo_next(c, "periodo"))
		if ((e = add_relation(r, p, a, c)) != 0 ||
		    (e = db_run(r->db, Q_COMUNE_ADD, "dddssssssi", n.anno,
		    n.progressivo, ++ordine, DATO(a, c, "tipo"),
		    DATO(a, c, "comune"), DATO(a, c, "codice"),
		    DATO(a, c, "dal"), DATO(a, c, "al"), DATO(a, c, "fonte"),
		    p->seq)) != 0)
			return e;
	return 0;
}
