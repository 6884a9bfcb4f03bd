/* SPDX-License-Identifier: EUPL-1.2 */
#include "atti/archivio/scarti_carta.h"

#include <stdlib.h>
#include <string.h>

#include "atti/carte/carta.h"
#include "atti/carte/carta_dati.h"
#include "atti/caso/cartella.h"
#include "documenti/regole.h"

static int
load(struct nodo **doc, struct op *op, int elenco, const char *che)
{
	return store_documento(doc, op->a, op->st, "ente",
	    scarto_percorso(op->a, elenco, che));
}

static void
copy_text(struct op *op, struct nodo *to, const char *nome,
    const struct nodo *from, const char *path)
{
	nodo_elem_text(op->a, to, nome, nodo_value(op->a, from, path));
}

static void
copy_prosa(struct op *op, struct nodo *to, const struct nodo *from,
    const char *nome)
{
	if (nodo_child(from, nome) != NULL)
		nodo_add(to, nodo_copy(op->a, nodo_child(from, nome)));
}

/* The i-th row as a line of the paper. */
static void
add_line(struct op *op, struct nodo *to, const struct nodo *v, int i)
{
	struct nodo *n = nodo_elem(op->a, to, "voce");

	nodo_elem_printf(op->a, n, "numero", "%d", i);
	copy_text(op, n, "classifica", v, "classifica");
	nodo_elem_printf(op->a, n, "descrizione", "%s %s",
	    nodo_value(op->a, v, "tipologia"), nodo_value(op->a, v,
	    "numero"));
	copy_text(op, n, "dal", v, "dal");
	copy_text(op, n, "al", v, "al");
	nodo_elem_text(op->a, n, "pezzi", nodo_child(v, "pezzi") != NULL ?
	    nodo_value(op->a, v, "pezzi") : "0");
	nodo_elem_printf(op->a, n, "quantita", "%s documenti, %s byte",
	    nodo_value(op->a, v, "documenti"), nodo_value(op->a, v, "byte"));
	nodo_elem_printf(op->a, n, "motivo", "%s%s", nodo_value(op->a, v,
	    "motivo"), nodo_child(v, "riservata") != NULL ? "; riservata: "
	    "la autorizza anche il Ministero dell'interno" : "");
}

static void
add_total(struct op *op, struct nodo *to, const char *che, int64_t quanto)
{
	struct nodo *n = nodo_elem(op->a, to, "totale");

	nodo_elem_text(op->a, n, "che", che);
	nodo_elem_printf(op->a, n, "quanto", "%lld", (long long)quanto);
}

static int64_t
count(struct op *op, const struct nodo *v, const char *nome)
{
	const char *s = nodo_value(op->a, v, nome);

	return s != NULL ? strtoll(s, NULL, 10) : 0;
}

/* ---- the list ---- */

static int
list_data(struct nodo *dati, struct op *op, const struct scarto_elenco *e)
{
	struct nodo *s = nodo_elem(op->a, dati, "scarto"), *doc;
	int64_t pezzi = 0, documenti = 0, byte = 0;
	const struct nodo *v;
	int r, i = 0;

	if ((r = load(&doc, op, e->numero, SCARTO_ELENCO)) != 0)
		return r;
	nodo_elem_text(op->a, s, "data", e->data);
	nodo_elem_text(op->a, s, "archivio", "archivio di deposito");
	nodo_elem_text(op->a, s, "soprintendenza", e->soprintendenza);
	copy_text(op, s, "provvedimento", doc, "provvedimento");
	for (v = nodo_child(doc, "voce"); v; v = nodo_next(v, "voce")) {
		i++;
		if (nodo_child(v, "escluso") != NULL)
			continue;
		add_line(op, s, v, i);
		pezzi += count(op, v, "pezzi");
		documenti += count(op, v, "documenti");
		byte += count(op, v, "byte");
	}
	add_total(op, s, "pezzi di carta", pezzi);
	add_total(op, s, "documenti informatici", documenti);
	add_total(op, s, "byte", byte);
	copy_prosa(op, s, doc, "nota");
	return 0;
}

/* ---- the verbale ---- */

static int
add_destroyed(struct nodo *d, struct op *op, int elenco)
{
	const struct nodo *v;
	struct scarto_voce *rows;
	struct nodo *doc;
	int r, n, i = 0;

	if ((r = load(&doc, op, elenco, SCARTO_ELENCO)) != 0 ||
	    (r = registro_scarto_voci(&rows, &n, op->a, op->st->registro,
	    elenco)) != 0)
		return r;
	for (v = nodo_child(doc, "voce"); v != NULL && i < n;
	    v = nodo_next(v, "voce"), i++)
		if (strcmp(rows[i].stato, "distrutto") == 0)
			add_line(op, d, v, i + 1);
	return 0;
}

/* Behind what people say of copies, what the conservatore has. */
static void
add_handed(struct op *op, struct nodo *d, const struct nodo *doc)
{
	struct nodo *copie = nodo_find(d, "copie");
	const struct nodo *x;

	for (x = nodo_child(doc, "versato"); x; x = nodo_next(x, "versato")) {
		const char *n = nodo_value(op->a, x, "versamento");
		const struct versato v = {
			.unita = nodo_value(op->a, x, "unita"),
			.versamento = (int)strtol(n, NULL, 10),
			.conservatore = nodo_value(op->a, x, "conservatore"),
			.identificativo = nodo_value(op->a, x,
			    "identificativo"),
		};

		if (copie != NULL)
			nodo_elem_printf(op->a, copie, "p", "Versato al "
			    "conservatore, da scartare anche là: %s.",
			    scarto_versato_detto(op->a, &v));
	}
}

/* What made confidential rows go. */
static void
add_ministry(struct op *op, struct nodo *d, const struct nodo *by)
{
	struct nodo *copie = nodo_find(d, "copie");

	if (copie != NULL && nodo_child(by, "ministero") != NULL)
		nodo_elem_printf(op->a, copie, "p", "Per ciò che è riservato "
		    "anche il Ministero dell'interno: %s.",
		    scarto_ministero(op->a, by));
}

static int
verbale_data(struct nodo *dati, struct op *op, const struct scarto_elenco *e)
{
	struct nodo *d = nodo_elem(op->a, dati, "distruzione"), *doc, *by;
	const struct nodo *p;
	struct nodo *aut;
	int r;

	if ((r = load(&doc, op, e->numero, SCARTO_VERBALE)) != 0 ||
	    (r = load(&by, op, e->numero, SCARTO_AUTORIZZAZIONE)) != 0)
		return r;
	copy_text(op, d, "ora", doc, "ora");
	copy_text(op, d, "luogo", doc, "luogo");
	aut = nodo_elem(op->a, d, "autorizzazione");
	nodo_elem_text(op->a, aut, "ente", e->soprintendenza);
	copy_text(op, aut, "numero", by, "numero");
	copy_text(op, aut, "data", by, "del");
	nodo_elem_printf(op->a, d, "elenco", "elenco di scarto %d del %s",
	    e->numero, giorno_in_cifre(op->a, e->data));
	copy_text(op, d, "modo", doc, "modo");
	copy_text(op, d, "incaricato", doc, "incaricato");
	copy_prosa(op, d, doc, "copie");
	add_handed(op, d, doc);
	add_ministry(op, d, by);
	copy_prosa(op, d, doc, "nota");
	if ((r = add_destroyed(d, op, e->numero)) != 0)
		return r;
	for (p = nodo_child(doc, "presente"); p; p = nodo_next(p, "presente"))
		nodo_add(d, nodo_copy(op->a, p));
	return 0;
}

/* ---- the paper ---- */

/* Who signs: whoever made the list, or the verbale, as the act says. */
static int
add_signer(struct nodo *dati, struct op *op, const char *utente)
{
	struct utente u;
	struct nodo *f;
	int r;

	if ((r = registro_utente(&u, op->a, op->st->registro, utente)) != 0)
		return r;
	f = nodo_elem(op->a, dati, "firmatario");
	nodo_elem_printf(op->a, f, "nome", "%s %s", u.nome, u.cognome);
	nodo_elem_text(op->a, f, "qualifica", u.qualifica);
	return 0;
}

int
scarti_carta(struct buf *odt, struct op *op, const struct scarto_elenco *e,
    const char *che)
{
	bool verbale = strcmp(che, SCARTO_VERBALE) == 0;
	const char *carta = verbale ? "distruzione" : "scarto";
	const char *nome = verbale ? "verbale-distruzione" : "elenco-scarto";
	struct nodo *dati = nodo_new(op->a, "stampa"), *manca = NULL;
	struct modello_scelto m;
	struct carta_da_fare f = { .modello = &m, .tipo = carta,
	    .titolo = arena_printf(op->a, "%s %d", verbale ?
	    "Verbale di distruzione, elenco" : "Elenco di scarto",
	    e->numero), .dati = dati };
	const char *ufficio;
	int r;

	if ((r = modello_scegli(&m, op, nome, carta)) != 0 ||
	    (r = registro_ufficio_di(&ufficio, op->a, op->st->registro,
	    e->utente)) != 0 ||
	    (r = carta_testa(dati, op, ufficio, NULL)) != 0 ||
	    (r = add_signer(dati, op, e->utente)) != 0 ||
	    (r = verbale ? verbale_data(dati, op, e) :
	    list_data(dati, op, e)) != 0)
		return r;
	if ((r = carta_riempi(odt, &manca, op, &f)) != 1)
		return r;
	return err_set(ERR_INVALID, "il modello «%s» vuole ciò che non c'è: "
	    "%s", nome, carta_manca_in_parole(op->a, manca));
}
