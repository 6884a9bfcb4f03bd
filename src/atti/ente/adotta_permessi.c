/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * adotta_permessi.c - the policy of the body, from a file like
 * ente/permessi.xml: which role may do and read what; and a reading that says
 * beforehand what each user gains and loses.
 *
 * Refuses: names that nobody knows; a policy that nobody could change any
 * more; powers for whoever adopts it, beyond those every responsible has.
 * Warns: the diary open to area-amministrativa, which needs a reason.  Keeps:
 * one document, whose versions are the policies adopted before; what was read
 * in their time is explained by them.  Norm: DPR 445/2000 art. 61, GDPR
 * artt. 25, 32.
 */
#include <string.h>

#include "atti/ente/tabella.h"
#include "atti/table.h"
#include "base/resource.h"
#include "documenti/permessi.h"
#include "registro/carte.h"
#include "registro/deleghe.h"
#include "xml/xml.h"

#define NORMA "art. 61 DPR 445/2000, artt. 25 e 32 GDPR"

static int
esamina(struct op *op)
{
	if (op->n_file != 1)
		op_errore(op, "", "manca-file", NULL, "serve un file: i "
		    "permessi, come quelli di ente/permessi.xml");
	return 0;
}

/* ---- the names there are ---- */

/* Powers that a policy gives and that are no atti. */
static const char *const poteri[] = {
	"vedi-riservate", "vedi-diario-riservato", "agire-per"
};

static const char *const *
names_of_acts(struct arena *a)
{
	const char **list;
	size_t i, n = 0;

	while (atto_table[n] != NULL)
		n++;
	list = arena_alloc(a, (n + NELEM(poteri) + 1) * sizeof *list);
	for (i = 0; i < n; i++)
		list[i] = atto_table[i]->nome;
	memcpy(list + n, poteri, sizeof poteri);
	list[n + NELEM(poteri)] = NULL;
	return list;
}

static const char *const *
names_of_readings(struct arena *a)
{
	const char **list;
	size_t i, n = 0, used = 0;

	while (atto_table[n] != NULL)
		n++;
	list = arena_alloc(a, (n + 1) * sizeof *list);
	for (i = 0; i < n; i++)
		if (atto_table[i]->flags & LETTURA)
			list[used++] = atto_table[i]->nome;
	list[used] = NULL;
	return list;
}

/* Ours, by their schemas; the office's, as it adopted them. */
static int
names_of_types(const char *const **out, struct op *op)
{
	static const char dir[] = "schema/documenti/";
	const struct resource *x;
	struct tipo *tipi;
	const char **list;
	size_t n = 0;
	int i, more, r;

	if ((r = registro_tipi(&tipi, &more, op->a, op->st->registro)) != 0)
		return r;
	for (x = resource_table; x->name != NULL; x++)
		n += strncmp(x->name, dir, strlen(dir)) == 0;
	list = arena_alloc(op->a, (n + (size_t)more + 1) * sizeof *list);
	for (n = 0, x = resource_table; x->name != NULL; x++)
		if (strncmp(x->name, dir, strlen(dir)) == 0)
			list[n++] = arena_printf(op->a, "%.*s",
			    (int)(strlen(x->name) - strlen(dir) - 4),
			    x->name + strlen(dir));
	for (i = 0; i < more; i++)
		list[n++] = tipi[i].nome;
	list[n] = NULL;
	*out = list;
	return 0;
}

/* ---- rules ---- */

/* The agent's own <utente>, with its roles; NULL: it has none. */
static const struct nodo *
himself(const struct op *op, const struct nodo *all)
{
	const struct nodo *x;

	for (x = nodo_child(all, "utente"); x; x = nodo_next(x, "utente"))
		if (strcmp(nodo_attr(x, "codice"), op_agente(op)) == 0)
			break;
	return x;
}

/* Nobody makes himself more than what every responsible is. */
static int
check_self(struct op *op, const struct nodo *doc)
{
	struct occhio occhio = op_occhio(op);
	const struct resource *m;
	struct nodo *all = nodo_new(op->a, "utenti"), *now, *first, *x;
	struct nodo *change = nodo_new(op->a, "utente");
	const struct nodo *me;
	int r;

	if ((m = resource_find("templates/ente/permessi.xml")) == NULL)
		return err_set(ERR_FAULT, "manca il modello di permessi.xml");
	if ((r = registro_utenti_ruoli(all, op->a, op->st->registro,
	    &occhio)) != 0 ||
	    (r = xml_parse(&first, op->a, m->data, m->size, XML_OURS)) != 0 ||
	    (r = store_documento(&now, op->a, op->st, "ente",
	    PERMESSI_PERCORSO)) != 0)
		return r;
	if ((me = himself(op, all)) == NULL)
		return err_set(ERR_FORBIDDEN, "chi adotta i permessi ha un "
		    "ruolo");
	permessi_differenza(change, op->a, me, now, doc);
	for (x = nodo_child(change, "guadagna"); x != NULL;
	    x = nodo_next(x, "guadagna"))
		if (!permessi_concede(first, op->a, me, nodo_attr(x, "cosa"),
		    nodo_attr(x, "nome"), nodo_attr(x, "ambito")))
			op_errore(op, "", "a-se-stesso", NORMA, "nessuno dà un "
			    "permesso a sé: con questi avresti anche «%s» "
			    "(ambito %s); se serve, lo adotta chi non ha quel "
			    "ruolo, o si dà a un ruolo che non è tuo",
			    nodo_attr(x, "nome"), nodo_attr(x, "ambito"));
	return 0;
}

/* Rilievi of the file, as they are; NULL in *out: it is none. */
static int
read_policy(struct nodo **out, struct op *op)
{
	struct vocabolario v = { .atti = names_of_acts(op->a),
	    .letture = names_of_readings(op->a) };
	int r;

	if ((r = names_of_types(&v.tipi, op)) != 0 ||
	    (r = tabella_leggi(out, op, "permessi")) != 0 || *out == NULL)
		return r;
	permessi_check(&op->ril, *out, &v);
	if (op->ril.errori > 0) {
		*out = NULL;
		return 0;
	}
	return check_self(op, *out);
}

/* ---- the act ---- */

static int
prepara(struct op *op)
{
	struct nodo *doc;
	int r;

	if ((r = op_dipende(op, "ente")) != 0 ||
	    (r = read_policy(&doc, op)) != 0 || doc == NULL)
		return r;
	if (rilievo_find(&op->ril, AVVISO_DIARIO) != NULL &&
	    op_campo(op, "motivo") == NULL)
		op_errore(op, "motivo", "manca-motivo", NORMA, "perché l'area "
		    "amministrativa deve leggere il diario? scrivilo in "
		    "--motivo");
	op->prep = doc;
	return 0;
}

static int
applica(struct op *op)
{
	static const char *const said[] = { "provvedimento", "motivo" };
	struct nodo *n = nodo_new(op->a, "permessi");
	const struct nodo *table = op->prep, *c;
	size_t i;

	if (table == NULL)
		return err_set(ERR_FAULT, "i permessi non sono stati letti");
	for (i = 0; i < NELEM(said); i++)
		nodo_elem_text(op->a, n, said[i], op_campo(op, said[i]));
	for (c = nodo_child(table, NULL); c != NULL; c = nodo_next(c, NULL))
		if (strcmp(c->nome, "provvedimento") != 0 &&
		    strcmp(c->nome, "motivo") != 0)
			nodo_add(n, nodo_copy(op->a, c));
	return tabella_deposita(op, PERMESSI_PERCORSO, n);
}

const struct atto atto_adotta_permessi = {
	.nome = "adotta-permessi",
	.sommario = "adotta i permessi dei ruoli, da un file",
	.norma = NORMA,
	.flags = FILE_AMMESSI | PERSONALE,
	.esamina = esamina,
	.prepara = prepara,
	.applica = applica,
};

/* ---- trying ---- */

static int
applica_prova(struct op *op)
{
	struct occhio occhio = op_occhio(op);
	struct nodo *all = nodo_new(op->a, "utenti"), *v, *doc, *now, *x, *u;
	int r;

	op->letto = "permessi";
	if ((r = read_policy(&doc, op)) != 0 ||
	    (r = store_documento(&now, op->a, op->st, "ente",
	    PERMESSI_PERCORSO)) != 0 ||
	    (r = registro_utenti_ruoli(all, op->a, op->st->registro,
	    &occhio)) != 0)
		return r;
	v = nodo_new(op->a, "prova-permessi");
	nodo_add(v, rilievi_nodo(op->a, &op->ril));
	for (u = nodo_child(all, "utente"); doc != NULL && u != NULL;
	    u = nodo_next(u, "utente")) {
		x = nodo_copy(op->a, u);
		permessi_differenza(x, op->a, u, now, doc);
		nodo_add(v, x);
	}
	op->vista = v;
	return 0;
}

const struct atto atto_prova_permessi = {
	.nome = "prova-permessi",
	.sommario = "dice che cosa guadagna e perde ogni utente con altri permessi",
	.norma = NORMA,
	.flags = LETTURA | FILE_AMMESSI,
	.esamina = esamina,
	.applica = applica_prova,
};
