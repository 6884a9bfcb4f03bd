/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * versare_registro.c - of a package for the conservatore: the register of a day
 * as it was sealed; a registration with its files (versare.h).
 *
 * Refuses: a day that is not sealed, because its paper is what is kept; a
 * registration this operator may not see in clear.
 * Norm: linee guida AgID §3.1.6; DPR 445/2000 art. 53.
 */
#include <string.h>

#include "atti/archivio/versare.h"
#include "atti/protocollo/giorni.h"
#include "atti/protocollo/registrazione.h"
#include "atti/trasferimento/imballo.h"
#include "registro/registrazioni.h"

#define LG316 "linee guida AgID, par. 3.1.6"

/* ---- a day ---- */

/* What all files of a day have in common. */
static int
of_day(struct versare *v, struct pezzo *p, const char *data,
    const struct chiusura *c)
{
	struct arena *a = v->op->a;

	p->m.modalita = GENERATO;
	p->m.tipologia = "registro giornaliero di protocollo";
	p->m.oggetto = arena_printf(a, "Registro giornaliero di protocollo del "
	    "%.2s/%.2s/%.4s", data + 8, data + 5, data);
	p->m.ora = c->ora;
	p->m.atto = data;
	p->m.registro = "registro-giornaliero";
	p->m.aggregazione = arena_printf(a, "registro-giornaliero-%.4s", data);
	p->m.serie = true;
	p->m.riservato = true;	/* it shows riservate in clear */
	p->m.anni = METADATI_PER_SEMPRE;
	return versare_persona(&p->m.operatore, v, c->utente);
}

/* A file of the act that sealed it. */
static int
add_sealed(struct pezzo **out, struct versare *v, const struct unita *u,
    const struct chiusura *c, const char *nome, const char *impronta)
{
	struct pezzo *p = versare_pezzo(v, arena_printf(v->op->a,
	    "data/%s/%s", u->dir, nome), impronta, nome);
	int r;

	if ((r = versare_da_deposito(v, p)) != 0 ||
	    (r = of_day(v, p, u->nome, c)) != 0)
		return r;
	p->primario = v->n_pezzi - 1 > u->primo ? u->primo : -1;
	*out = p;
	return 0;
}

static int
add_xml(struct versare *v, const struct unita *u, const struct chiusura *c,
    const char *dir, const char *nome)
{
	const char *cartella = giorno_cartella(v->op->a, u->nome);
	struct attuale d;
	struct pezzo *p;
	int r;

	if ((r = registro_attuale(&d, v->op->a, v->op->st->registro, cartella,
	    giorno_percorso(v->op->a, dir, u->nome, ".xml"))) != 0 ||
	    (r = versare_documento(&p, NULL, v, arena_printf(v->op->a,
	    "data/%s/%s-%s.xml", u->dir, nome, u->nome), cartella,
	    &d)) != 0 || (r = of_day(v, p, u->nome, c)) != 0)
		return r;
	p->primario = u->primo;
	p->m.firmato = strcmp(nome, "registro") == 0;
	return 0;
}

int
versare_giorno(struct versare *v, const struct unita *u)
{
	struct arena *a = v->op->a;
	struct nodo *ignored;
	struct chiusura c;
	struct pezzo *p;
	int r;

	if ((r = giorno_documento(&ignored, v->op, u->nome)) != 0)
		return r;
	r = registro_chiusura(&c, a, v->op->st->registro, u->nome);
	if (r == ERR_ABSENT) {
		err_clear();
		op_errore(v->op, "unita", "giorno-aperto", LG316, "il registro "
		    "del %s non è chiuso: si versa firmato, dopo "
		    "«chiudi-giorno»", u->nome);
		return 0;
	}
	if (r != 0 || (r = add_sealed(&p, v, u, &c, arena_printf(a,
	    "registro-%s.pdf", u->nome), c.pdf)) != 0)
		return r;
	p->m.firmato = true;
	p->m.sigillato = c.utente == NULL;
	if ((r = add_xml(v, u, &c, "giornalieri", "registro")) != 0 ||
	    (r = add_xml(v, u, &c, "chiusure", "chiusura")) != 0 ||
	    (r = add_sealed(&p, v, u, &c, arena_printf(a,
	    "registro-%s-manifesto.xml", u->nome), c.manifesto)) != 0)
		return r;
	p->schema = "data/schemi/manifesto.xsd";
	p->m.firmato = true;
	return add_sealed(&p, v, u, &c, arena_printf(a,
	    "registro-%s-manifesto.xml.%s", u->nome, strlen(c.chiave) == 40 ?
	    "asc" : "p7s"), c.firma);
}

/* ---- a registration ---- */

struct registrata {
	struct versare *v;
	const char *dir;		/* data/…/ */
	const struct numero *n;
	const struct nodo *reg;		/* its view */
	const char *aggregazione;
	bool serie;
	int anni;
	struct metadati_modifica *modifiche;
	int n_modifiche;
	int primario;			/* -1: not there yet */
};

static int
of_registration(struct registrata *x, struct pezzo *p)
{
	struct arena *a = x->v->op->a;
	const char *tipo = nodo_value(a, x->reg, "tipo");

	p->m.id.segnatura = nodo_value(a, x->reg, "numero");
	p->m.tipologia = tipo != NULL ? tipo : "documento protocollato";
	p->m.oggetto = nodo_value(a, x->reg, "oggetto");
	p->m.classifica = nodo_value(a, x->reg, "classifica");
	p->m.riservato = nodo_attr(x->reg, "riservata") != NULL;
	p->m.registrazione = x->reg;
	p->m.modifiche = x->modifiche;
	p->m.n_modifiche = x->n_modifiche;
	p->m.aggregazione = x->aggregazione;
	p->m.serie = x->serie;
	p->m.anni = x->anni;
	p->primario = x->primario;
	if (x->primario < 0)
		x->primario = (int)(p - x->v->pezzo);
	return versare_persona(&p->m.operatore, x->v, nodo_value(a, x->reg,
	    "operatore"));
}

/* <principale>, <allegato>: as they were received or sent. */
static int
add_files(struct registrata *x, const char *parte)
{
	struct arena *a = x->v->op->a;
	const char *nome, *percorso;
	const struct nodo *f;
	struct pezzo *p;
	int r, n = 0;

	for (f = nodo_child(x->reg, parte); f; f = nodo_next(f, parte)) {
		if (registrazione_distrutto(f) != NULL)
			return err_set(ERR_INVALID, "i file di %s furono "
			    "distrutti per provvedimento il %s: non si versa",
			    numero_text(a, x->n), registrazione_distrutto(f));
		nome = nodo_value(a, f, "nome");
		percorso = arena_printf(a, "%s/%s-%d.%s", x->dir, parte, ++n,
		    imballo_coda(a, nome));
		p = versare_pezzo(x->v, percorso, nodo_value(a, f,
		    "impronta"), nome);
		if ((r = versare_da_deposito(x->v, p)) != 0 ||
		    (r = of_registration(x, p)) != 0)
			return r;
		p->m.modalita = ACQUISITO;
		p->m.firmato = strncmp(p->m.formato, "application/pkcs7",
		    17) == 0 || nodo_find(f, "firme") != NULL;
	}
	return 0;
}

/* A document of the register about it, if it is there: 1. */
static int
add_paper(struct registrata *x, const char *percorso, const char *nome)
{
	struct op *op = x->v->op;
	const char *cartella = arena_printf(op->a, "registro/%d.git",
	    x->n->anno);
	struct attuale d;
	struct pezzo *p;
	int r;

	r = registro_attuale(&d, op->a, op->st->registro, cartella, percorso);
	if (r == ERR_ABSENT) {
		err_clear();
		return 0;
	}
	if (r != 0 || (r = versare_documento(&p, NULL, x->v,
	    arena_printf(op->a, "%s/%s.xml", x->dir, nome), cartella,
	    &d)) != 0 || (r = of_registration(x, p)) != 0)
		return r;
	p->m.tipologia = d.tipo;
	return 1;
}

/* What it says, as it was first written; each correction; its end. */
static int
add_papers(struct registrata *x)
{
	struct arena *a = x->v->op->a;
	int k, r;

	if ((r = add_paper(x, numero_path(a, "registrazioni",
	    x->n->progressivo), "registrazione")) < 0 ||
	    (r = add_paper(x, numero_path(a, "annullamenti",
	    x->n->progressivo), "annullamento")) < 0)
		return r;
	for (k = 1; (r = add_paper(x, numero_follow_path(a, "rettifiche",
	    x->n->progressivo, k), arena_printf(a, "rettifica-%d", k))) == 1;
	    k++)
		;
	return r;
}

static int
gather_changes(struct registrata *x)
{
	static const char *const what[][2] = {
		{ "annullamento", "Annullamento" }, { "rettifica", "Rettifica" },
	};
	struct arena *a = x->v->op->a;
	struct metadati_modifica *m;
	const struct nodo *c;
	size_t i;
	int r;

	x->modifiche = arena_alloc(a, ((size_t)nodo_count(x->reg,
	    "annullamento") + (size_t)nodo_count(x->reg, "rettifica") + 1) *
	    sizeof *x->modifiche);
	for (i = 0; i < NELEM(what); i++)
		for (c = nodo_child(x->reg, what[i][0]); c != NULL;
		    c = nodo_next(c, what[i][0])) {
			m = &x->modifiche[x->n_modifiche++];
			*m = (struct metadati_modifica){ .tipo = what[i][1],
			    .ora = nodo_attr(c, "ora") };
			if ((r = versare_persona(&m->chi, x->v,
			    nodo_attr(c, "operatore"))) != 0)
				return r;
		}
	return 0;
}

int
versare_registrazione(struct versare *v, const char *dir,
    const struct numero *n, const char *aggregazione, int anni)
{
	struct op *op = v->op;
	struct occhio occhio = op_occhio(op);
	struct registrata x = { .v = v, .dir = dir, .n = n, .primario = -1,
	    .aggregazione = aggregazione, .anni = anni };
	struct nodo *reg;
	int r;

	if ((r = registro_vista_registrazione(&reg, op->a, op->st->registro,
	    &occhio, n)) != 0)
		return r;
	if (nodo_attr(reg, "oscurata") != NULL) {
		op_errore(op, "unita", "riservata", ART44, "%s è riservata, e "
		    "non la vedi: la versa chi la vede", numero_text(op->a,
		    n));
		return 0;
	}
	x.reg = reg;
	x.serie = aggregazione == NULL;
	if (x.serie)
		x.aggregazione = arena_printf(op->a, "registro-%d", n->anno);
	if ((r = gather_changes(&x)) != 0 ||
	    (r = add_files(&x, "principale")) != 0 ||
	    (r = add_papers(&x)) != 0)
		return r;
	return add_files(&x, "allegato");
}
