/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * acquisire_firme.c - the signatures that come with the case of another body,
 * judged by what is believed here (acquisire.h).
 *
 * Refuses: a false one over a formal act of that body - its manifesto, the
 * paper it signed - which it has made and confirmed itself: what came is not
 * what it signed.  Keeps: any other verdict, and tells it.  A certificate that
 * has expired, a root that nobody here adopted, a file that arrived there
 * damaged do not make a package false: the other archive may have had it so.
 * Nothing judged here becomes ours.  Norm: CAD artt. 20, 24; Reg. (UE) 910/2014
 * artt. 25, 32.
 */
#include <string.h>
#include <unistd.h>

#include "atti/firme/firme_ricevute.h"
#include "atti/trasferimento/acquisire_interno.h"
#include "base/file.h"
#include "documenti/verdetto.h"

struct giudizio {
	struct pacchetto_altrui *p;
	struct op *op;
	struct pacchetto_visto *v;
	int fd[2];			/* of a manifesto and its signature */
};

/* ---- what is said ---- */

static const char *
key_of(struct giudizio *g, const char *manifesto)
{
	const struct nodo *n = NULL;
	int i;

	for (i = 0; i < g->p->n; i++)
		if (strcmp(g->p->documenti[i].percorso, manifesto) == 0)
			n = g->p->documenti[i].nodo;
	return n != NULL ? nodo_value(g->op->a, n, "chiave") : NULL;
}

/* Of a manifesto, or of an attachment by its impronta. */
static void
note(struct giudizio *g, const char *manifesto, const char *allegato,
    const char *formato, const char *esito, const char *dice)
{
	struct arena *a = g->op->a;
	struct nodo *to = nodo_elem(a, g->p->parti, "firma");

	nodo_elem_text(a, to, "percorso", manifesto);
	nodo_elem_text(a, to, "allegato", allegato);
	if (manifesto != NULL)
		nodo_elem_text(a, to, "chiave", key_of(g, manifesto));
	nodo_elem_text(a, to, "formato", formato);
	nodo_elem_text(a, to, "esito", esito);
	nodo_elem_text(a, to, "dice", dice);
	if (strcmp(esito, esito_nome(FIRMA_VALIDA)) == 0)
		return;
	if (g->p->dubbie++ == 0)
		g->p->dubbia = arena_printf(a, "%s: %s", manifesto != NULL ?
		    manifesto : allegato, dice);
}

static bool
is_false(const char *esito)
{
	return strcmp(esito, esito_nome(FIRMA_NON_VALIDA)) == 0;
}

static const char *
in_words(struct giudizio *g, const struct firme_ricevute *v)
{
	const struct verdetto_capo c = { .firma = v->firma,
	    .ora = g->op->ora_iso, .operatore = g->op->utente };

	return verdetto_riga(g->op->a, verdetto_new(g->op->a, &c, v->firme));
}

/* ---- manifesti signed by CAdES ---- */

static int
in_memory(struct file_firmato *out, struct giudizio *g, int *fd,
    const char *percorso, const char *nome)
{
	const char *file = arena_printf(g->op->a, PACCHETTO_DOCUMENTI "%s",
	    percorso);
	AUTO_BUF b = { 0 };
	int r;

	if ((r = pacchetto_leggi(&b, g->v, file)) != 0)
		return pacchetto_loro(g->v, file, r) != 0 ? r : 1;
	if ((r = file_memory(fd, b.data, b.len)) != 0)
		return r;
	*out = (struct file_firmato){ .nome = nome, .fd = *fd,
	    .impronta = pacchetto_elencato(g->v, file) };
	return 0;
}

/* Around the manifesto, it must be around that very one. */
static bool
is_around(const struct firme_ricevute *v, const char *impronta)
{
	const struct nodo *c = nodo_child(v->firme, "contenuto");

	return c != NULL && nodo_attr(c, "impronta") != NULL &&
	    strcmp(nodo_attr(c, "impronta"), impronta) == 0;
}

static int
judge_pair(struct giudizio *g, const char *firma, const char *manifesto)
{
	bool detached = firma[strlen(firma) - 1] == 's';
	struct file_firmato pair[2];
	struct firme_ricevute *v;
	const char *esito, *file = arena_printf(g->op->a,
	    PACCHETTO_DOCUMENTI "%s", firma);
	int r;

	if ((r = in_memory(&pair[0], g, &g->fd[0], manifesto, "m.xml")) != 0 ||
	    (r = in_memory(&pair[1], g, &g->fd[1], firma, detached ?
	    "m.xml.p7s" : "m.xml.p7m")) != 0)
		return r < 0 ? r : 0;
	pair[0].solo_compagno = true;
	if ((r = firme_ricevute_giudica(&v, g->op, pair, 2,
	    clock_now())) != 0)
		return r;
	if (v == NULL)
		return err_set(ERR_FAULT, "%s: nessun verdetto", firma);
	esito = nodo_attr(v->firme, "esito");
	if (is_false(esito))
		pacchetto_difetto(g->v, file, in_words(g, v));
	else if (!detached && !is_around(v, pair[0].impronta))
		pacchetto_difetto(g->v, file, "ciò che firma non è il suo "
		    "manifesto");
	else
		note(g, manifesto, NULL, nodo_attr(v->firme, "formato"), esito,
		    in_words(g, v));
	return 0;
}

static int
judge_cades(struct giudizio *g, const char *firma)
{
	const char *slash = strrchr(firma, '/');
	int r, i;

	g->fd[0] = g->fd[1] = -1;
	r = judge_pair(g, firma, arena_printf(g->op->a, "%.*s/manifesto.xml",
	    slash != NULL ? (int)(slash - firma) : 0, firma));
	for (i = 0; i < 2; i++)
		if (g->fd[i] >= 0)
			close(g->fd[i]);
	return r;
}

static int
judge_manifesti(struct giudizio *g)
{
	const struct pacchetto_firma *f;
	int i, r;

	for (f = g->v->firme; f != NULL; f = f->succ)
		note(g, f->manifesto, NULL, "openpgp", esito_nome(f->esito),
		    f->testo);
	for (i = 0; i < g->p->n; i++)
		if (strcmp(g->p->documenti[i].tipo, "firma-cades") == 0 &&
		    (r = judge_cades(g, g->p->documenti[i].percorso)) != 0)
			return r;
	return 0;
}

/* ---- attachments ---- */

static bool
is_at(struct arena *a, const struct nodo *n, const char *path,
    const char *impronta)
{
	const char *v = nodo_value(a, n, path);

	return v != NULL && strcmp(v, impronta) == 0;
}

/* Is it the signed paper of a document that came, or the signature beside it,
 * which its body has made? */
static bool
is_their_paper(struct arena *a, const struct nodo *n, const char *impronta)
{
	const struct nodo *c;

	if (n->nome == NULL)
		return false;
	if (strcmp(n->nome, "firma-file") == 0)
		return is_at(a, n, "cades", impronta) ||
		    is_at(a, n, "firma", impronta);
	for (c = n->primo; c != NULL; c = c->succ)
		if (is_their_paper(a, c, impronta))
			return true;
	return false;
}

static bool
made_by_them(const struct giudizio *g, const char *impronta)
{
	int i;

	for (i = 0; i < g->p->n; i++)
		if (g->p->documenti[i].nodo != NULL && is_their_paper(
		    g->op->a, g->p->documenti[i].nodo, impronta))
			return true;
	return false;
}

/* The copy of one in firme/, which was judged over its manifesto. */
static bool
is_in_firme(const struct giudizio *g, const char *impronta)
{
	int i;

	for (i = 0; i < g->p->n; i++)
		if (strcmp(g->p->documenti[i].tipo, "firma-openpgp") == 0 &&
		    strcmp(g->p->documenti[i].impronta, impronta) == 0)
			return true;
	return false;
}

/* Of those by OpenPGP only what they made can be told of: what proves an earlier
 * package has its keys in that one. */
static bool
is_passed_over(const struct giudizio *g, const struct firme_ricevute *v)
{
	if (strcmp(nodo_attr(v->firme, "formato"), "openpgp") != 0)
		return false;
	return !made_by_them(g, v->firma) || is_in_firme(g, v->firma);
}

static int
judge_attachments(struct giudizio *g)
{
	struct file_firmato *file = arena_alloc(g->op->a,
	    ((size_t)g->p->n_allegati + 1) * sizeof *file);
	struct firme_ricevute *list;
	const char *esito;
	int i, r;

	for (i = 0; i < g->p->n_allegati; i++)
		file[i] = (struct file_firmato){
		    .nome = g->p->allegati[i].nome,
		    .impronta = g->p->allegati[i].impronta,
		    .path = op_in_transito(g->op,
		    g->p->allegati[i].impronta) };
	if ((r = firme_ricevute_giudica(&list, g->op, file, g->p->n_allegati,
	    clock_now())) != 0)
		return r;
	for (; list != NULL; list = list->succ) {
		esito = nodo_attr(list->firme, "esito");
		if (is_passed_over(g, list))
			continue;
		if (is_false(esito) && made_by_them(g, list->firma))
			pacchetto_difetto(g->v, arena_printf(g->op->a,
			    PACCHETTO_ALLEGATI "%s", list->firma),
			    in_words(g, list));
		else
			note(g, NULL, list->firma, nodo_attr(list->firme,
			    "formato"), esito, in_words(g, list));
	}
	return 0;
}

int
acquisire_firme(struct pacchetto_altrui *p, struct op *op,
    struct pacchetto_visto *v)
{
	struct giudizio g = { .p = p, .op = op, .v = v };
	int r;

	if ((r = judge_manifesti(&g)) != 0)
		return r;
	return judge_attachments(&g);
}
