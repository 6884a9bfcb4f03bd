/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * acquisisci.c - a document that came takes its place in a cartella: istanza
 * of a citizen, request of another body, order of a judge, ISEE attestation,
 * report on an unaccompanied minor.
 *
 * Refuses: a closed cartella; a registration the operator cannot read in
 * clear, or that is annulled; a DSU (the attestation is enough); days of
 * tomorrow.  Keeps: the registration is from now on among those of the
 * cartella. Norm: L. 241/1990 art. 6; GDPR art. 5 (1)(c); L. 47/2017 art. 9.
 */
#include <string.h>

#include "atti/caso/scrivere.h"
#include "atti/protocollo/registrazione.h"
#include "atti/table.h"
#include "documenti/acquisito.h"

static struct scrittura
writing(const struct op *op)
{
	const char *tipo = acquisito_dati(op->in)->nome;

	return (struct scrittura){
		.tipo = tipo,
		.che = "il documento",
		.dir = acquisito_dir(tipo),
		.check = acquisito_check,
	};
}

/* What the registration calls a DSU is one, whatever the istanza says. */
static int
check_dsu(struct op *op)
{
	struct nodo *v, *f;
	struct numero n;
	bool dsu;
	int r;

	if (strcmp(acquisito_dati(op->in)->nome, "attestazione-isee") != 0)
		return 0;
	if ((r = registrazione_in_chiaro(&v, &n, op)) != 0)
		return r;
	dsu = acquisito_dsu(op->a, nodo_value(op->a, v, "oggetto"));
	for (f = nodo_child(v, NULL); f != NULL; f = nodo_next(f, NULL))
		dsu = dsu || acquisito_dsu(op->a,
		    nodo_value(op->a, f, "nome"));
	if (dsu)
		op_errore(op, "protocollo", "dsu", "art. 5(1)(c) GDPR", "la "
		    "registrazione %s contiene una DSU: nella cartella sta "
		    "solo l'attestazione ISEE", numero_text(op->a, &n));
	return 0;
}

static int
esamina(struct op *op)
{
	const struct scrittura s = writing(op);
	int r;

	if ((r = scrivere_esamina(op, &s)) != 0 ||
	    (r = scrivere_protocollo(op)) != 0)
		return r;
	return check_dsu(op);
}

static int
applica(struct op *op)
{
	const struct scrittura s = writing(op);
	struct nodo *doc = scrivere_copia(op, &s), *dati;
	struct caso caso;
	int r;

	if ((r = caso_find(&caso, op)) != 0)
		return r;
	/* every type keeps what it says under the same name */
	dati = nodo_child(doc, s.tipo);
	dati->nome = "dati";
	return scrivere_deposita(op, &caso, &s, doc);
}

const struct atto atto_acquisisci = {
	.nome = "acquisisci",
	.sommario = "mette nella cartella un documento arrivato e registrato",
	.norma = "art. 6 L. 241/1990",
	.esamina = esamina,
	.applica = applica,
};
