/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * acquisisci.c - a document that came takes its place in a cartella: istanza
 * of a citizen, request of another body, order of a judge, ISEE attestation,
 * report on an unaccompanied minor.
 *
 * Refuses: a closed cartella; a registration the operator cannot read in
 * clear, or that is annulled; a DSU (the attestation is enough); days of
 * tomorrow; the end of a measure that is none, or has one.  Keeps: the
 * registration is from now on among those of the cartella.
 * Norm: L. 241/1990 art. 6; GDPR art. 5 (1)(c); L. 47/2017 art. 9.
 */
#include <string.h>

#include "atti/caso/scrivere.h"
#include "atti/protocollo/registrazione.h"
#include "atti/table.h"
#include "documenti/acquisito.h"
#include "registro/conservazione.h"

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

/* A measure that is over is one of this case, and does not say its end. */
static int
check_over(struct op *op)
{
	const struct nodo *dati = acquisito_dati(op->in), *c;
	const char *path;
	struct caso caso;
	struct nodo *doc;
	int r;

	if (nodo_child(dati, "cessa") == NULL)
		return 0;
	if ((r = caso_find(&caso, op)) != 0)
		return r;
	for (c = nodo_child(dati, "cessa"); c; c = nodo_next(c, "cessa")) {
		path = nodo_value(op->a, c, "misura");
		if ((r = caso_documento_visto(&doc, op, &caso, path)) != 0)
			return r;
		r = doc == NULL ? ERR_ABSENT : registro_misura_finita(
		    op->st->registro, caso.folder, path);
		if (r == ERR_ABSENT)
			err_clear();
		else if (r < 0)
			return r;
		if (r == ERR_ABSENT)
			op_errore(op, "provvedimento/cessa", "nessuna-misura",
			    NULL, "%s non è una misura di questa cartella: "
			    "«mostra» ne elenca i documenti", path);
		else if (r == 1)
			op_errore(op, "provvedimento/cessa", "misura-con-fine",
			    NULL, "di %s si sa già quando finisce", path);
	}
	return 0;
}

static int
esamina(struct op *op)
{
	const struct scrittura s = writing(op);
	int r;

	if ((r = scrivere_esamina(op, &s)) != 0 ||
	    (r = scrivere_protocollo(op)) != 0 ||
	    (r = check_over(op)) != 0)
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
