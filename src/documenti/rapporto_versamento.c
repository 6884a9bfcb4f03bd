/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * rapporto_versamento.c - a report against what was handed over.
 *
 * Refuses: a report that speaks of things that were not in the package, of one
 * thing twice, of some and not of all when it takes only some; that takes what
 * it refuses; a refusal without a reason.
 */
#include "documenti/rapporto_versamento.h"

#include <string.h>

#define ACCETTATO "accettato"
#define RIFIUTATO "rifiutato"

struct lettura_rapporto {
	struct rilievi *ril;
	struct arena *a;
	const struct nodo *rapporto;
	const char *esito;		/* of it all */
};

static void
wrong(struct lettura_rapporto *x, const char *codice, const char *unita,
    const char *che)
{
	rilievo_add(x->ril, ERRORE, "", codice, NULL, "il rapporto %s%s%s: "
	    "chiedine un altro al conservatore", che, unita != NULL ? " " : "",
	    unita != NULL ? unita : "");
}

/* What the report says of that thing; NULL: nothing. */
static const struct nodo *
said_of(const struct nodo *rapporto, const char *unita)
{
	const struct nodo *u;

	for (u = nodo_child(rapporto, "unita"); u; u = nodo_next(u, "unita"))
		if (strcmp(nodo_attr(u, "numero"), unita) == 0)
			return u;
	return NULL;
}

static bool
has_file(struct arena *a, const struct nodo *versata, const char *impronta)
{
	const struct nodo *d;

	for (d = nodo_child(versata, "documento"); d != NULL;
	    d = nodo_next(d, "documento"))
		if (strcmp(nodo_all_text(a, d), impronta) == 0)
			return true;
	return false;
}

/* Why, by its code: its own, that of its first file, that of all. */
static const char *
reason(const struct lettura_rapporto *x, const struct nodo *said)
{
	const struct nodo *m = said != NULL ? nodo_child(said, "motivo") :
	    NULL;

	if (m == NULL && said != NULL)
		m = nodo_find(said, "documento/motivo");
	if (m == NULL)
		m = nodo_child(x->rapporto, "motivo");
	return m != NULL ? nodo_attr(m, "codice") : NULL;
}

/* Files that do not go, each one that was there. */
static void
copy_files(struct lettura_rapporto *x, struct nodo *to,
    const struct nodo *said, const struct nodo *versata)
{
	const char *numero = nodo_value(x->a, versata, "numero"), *impronta;
	const struct nodo *d;

	for (d = said != NULL ? nodo_child(said, "documento") : NULL; d;
	    d = nodo_next(d, "documento")) {
		impronta = nodo_attr(d, "impronta");
		if (!has_file(x->a, versata, impronta))
			wrong(x, "file-ignoto", numero, "parla di un file che "
			    "non era in");
		nodo_elem_text(x->a, to, "documento", impronta);
	}
}

static void
outcome(struct lettura_rapporto *x, struct nodo *out,
    const struct nodo *versata)
{
	const char *numero = nodo_value(x->a, versata, "numero");
	const struct nodo *said = said_of(x->rapporto, numero);
	const char *esito = said != NULL ? nodo_attr(said, "esito") : x->esito;
	struct nodo *u = nodo_elem(x->a, out, "unita");

	if (said == NULL && strcmp(x->esito, "parziale") == 0) {
		wrong(x, "incompleto", numero, "prende solo una parte e non "
		    "dice niente di");
		return;
	}
	if (strcmp(x->esito, "parziale") != 0 && strcmp(esito, x->esito) != 0)
		wrong(x, "contraddizione", numero, "dice una cosa di tutto e "
		    "un'altra di");
	nodo_elem_text(x->a, u, "numero", numero);
	nodo_elem_text(x->a, u, "esito", esito);
	if (strcmp(esito, RIFIUTATO) == 0) {
		if (reason(x, said) == NULL)
			wrong(x, "senza-motivo", numero, "non dice perché non "
			    "prende");
		nodo_elem_text(x->a, u, "motivo", reason(x, said));
	} else if (said != NULL && nodo_child(said, "documento") != NULL)
		wrong(x, "contraddizione", numero, "prende, e ne rifiuta un "
		    "file,");
	copy_files(x, u, said, versata);
}

/* Things that were not handed over, or said twice. */
static void
check_said(struct lettura_rapporto *x, const struct nodo *versamento)
{
	const struct nodo *u, *v;
	const char *numero;

	for (u = nodo_child(x->rapporto, "unita"); u != NULL;
	    u = nodo_next(u, "unita")) {
		numero = nodo_attr(u, "numero");
		for (v = nodo_child(versamento, "unita"); v != NULL;
		    v = nodo_next(v, "unita"))
			if (strcmp(nodo_value(x->a, v, "numero"), numero) == 0)
				break;
		if (v == NULL)
			wrong(x, "unita-ignota", numero, "parla di ciò che il "
			    "pacchetto non aveva:");
		if (said_of(x->rapporto, numero) != u)
			wrong(x, "doppio", numero, "parla due volte di");
	}
}

void
rapporto_leggi(struct nodo *out, struct rilievi *ril, struct arena *a,
    const struct nodo *rapporto, const struct nodo *versamento)
{
	struct lettura_rapporto x = { ril, a, rapporto, nodo_value(a,
	    rapporto, "esito") };
	const struct nodo *v;

	check_said(&x, versamento);
	for (v = nodo_child(versamento, "unita"); v != NULL;
	    v = nodo_next(v, "unita"))
		outcome(&x, out, v);
}

const char *
rapporto_parole(struct arena *a, const struct nodo *rapporto,
    const char *unita)
{
	const struct nodo *said = said_of(rapporto, unita);
	const char *words = NULL;

	if (said != NULL && strcmp(nodo_attr(said, "esito"), ACCETTATO) == 0)
		return NULL;
	if (said != NULL && (words = nodo_value(a, said, "motivo")) == NULL)
		words = nodo_value(a, said, "documento/motivo");
	return words != NULL ? words : nodo_value(a, rapporto, "motivo");
}
