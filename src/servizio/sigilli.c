/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * sigilli.c - the tags of seals: that they are there, byte for byte, is
 * folder_check's; here is whose they are, and that the chain they sealed is
 * this one.  A tag signs a buffer of git's and no manifesto.
 */
#include "servizio/sigilli.h"

#include <stdlib.h>
#include <string.h>

#include "registro/sigilli.h"
#include "servizio/firme.h"
#include "servizio/firme_openpgp.h"
#include "servizio/rilettura.h"

int
sigilli_tag_di(struct folder_tags *out, struct arena *a, struct registro *reg,
    const char *cartella)
{
	struct tag_riga *list;
	int r, n, i;

	if ((r = registro_tag(&list, &n, a, reg, cartella)) != 0)
		return r;
	out->tag = arena_alloc(a, ((size_t)n + 1) * sizeof *out->tag);
	out->n = n;
	for (i = 0; i < n; i++)
		out->tag[i] = (struct tag_ref){ list[i].nome, list[i].oggetto,
		    list[i].commit };
	return 0;
}

struct controllo {
	struct arena *a;
	struct store *st;
	struct conto *conto;
	const struct ascolto *l;
	struct raccolta *openpgp;	/* tags not yet looked at */
};

/* ---- whose is it? ---- */

/* The link that the tag says was the last: in this chain too? */
static int
check_link(struct controllo *c, struct tag *tag)
{
	const char *line = strstr(buf_str(&tag->testo), "\nanello ");
	const char *impronta;
	char *end;
	int64_t seq;
	int r;

	if (line == NULL)
		return err_set(ERR_INVALID, "il tag non nomina un anello");
	seq = strtoll(line + strlen("\nanello "), &end, 10);
	if ((r = registro_anello_impronta(&impronta, c->a, c->st->registro,
	    seq)) != 0)
		return r;
	if (*end != ' ' || strncmp(end + 1, impronta, IMPRONTA_LEN) != 0 ||
	    end[1 + IMPRONTA_LEN] != '\n')
		return err_set(ERR_INVALID, "la catena sigillata era un'altra: "
		    "l'anello %lld non è quello del tag", (long long)seq);
	return 0;
}

/* Looks at it, with others. */
static int
look_at(struct controllo *c, const char *luogo, const struct tag_riga *t)
{
	AUTO_BUF firma = { 0 }, dati = { 0 };
	AUTO_TAG tag = { 0 };
	struct folder *f;
	const char *p;
	int r;

	if ((r = store_folder(&f, c->st, t->cartella, false)) != 0 ||
	    (r = folder_tag_read(&tag, f, t->nome, t->oggetto)) != 0 ||
	    (r = check_link(c, &tag)) != 0)
		return r;
	p = buf_str(&tag.testo);
	buf_append(&dati, p, tag.firma);
	buf_append(&firma, p + tag.firma, tag.testo.len - tag.firma);
	return raccolta_add(c->openpgp, luogo, t->chiave, &firma, &dati);
}

static int
check_one(void *arg, const struct tag_riga *t)
{
	struct controllo *c = arg;
	const char *luogo = arena_printf(c->a, "%s tag %s", t->cartella,
	    t->nome);
	struct firma_di_chi di = { t->chiave, t->utente, t->seq, t->ora };

	c->conto->firme++;
	if (!firme_chiave_valeva(c->conto, c->st, c->l, luogo, &di))
		return 0;
	if (look_at(c, luogo, t) != 0)
		dico(c->conto, c->l, false, luogo, "%s", err_msg());
	err_clear();
	return 0;
}

int
verifica_sigilli(struct conto *conto, struct store *st, int64_t dopo,
    const struct ascolto *l)
{
	AUTO(arena) a = arena_new();
	AUTO(raccolta) openpgp = raccolta_new(st, conto, l);
	struct controllo c = { .a = a, .st = st, .conto = conto, .l = l,
	    .openpgp = openpgp };
	int r = registro_ogni_tag(st->registro, dopo, check_one, &c);

	return r != 0 ? r : raccolta_end(openpgp);
}

/* ---- put back ---- */

static int
put_back(void *arg, const struct tag_riga *t)
{
	struct controllo *c = arg;
	char now[COMMIT_LEN + 1];
	struct folder *f;

	/* one that is another stays: verifica tells it */
	if (store_folder(&f, c->st, t->cartella, false) == 0 &&
	    folder_tag(now, f, t->nome) == 0 && (now[0] != '\0' ||
	    folder_tag_set(f, t->nome, t->oggetto) == 0))
		return 0;
	dico(c->conto, c->l, true, arena_printf(c->a, "%s tag %s",
	    t->cartella, t->nome), "%s", err_msg());
	err_clear();
	return 0;
}

int
sigilli_riponi(struct conto *conto, struct store *st, struct registro *reg,
    const struct ascolto *l)
{
	AUTO(arena) a = arena_new();
	struct controllo c = { .a = a, .st = st, .conto = conto, .l = l };

	return registro_ogni_tag(reg, 0, put_back, &c);
}
