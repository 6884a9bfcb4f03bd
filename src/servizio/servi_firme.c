/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * servi_firme.c - firma-tutte: the documents that somebody chose in his libro
 * firma, signed one after the other with one passphrase.
 *
 *	<campi><campo nome="voce">CS-2026-0000001 relazioni/0001.xml IMPRONTA
 *	[PER]</campo>…</campi>, modulo= (of the form), the passphrase
 *		→ <firmato cartella= documento= esito= messaggio=>rilievi</firmato>…
 *
 * Refuses to sign what was not seen: each istanza bears the impronta of the
 * version in the list.  Keeps: each signature is an act of its own, by the one
 * road; the same form sent twice signs once, because ids are made of it.  Stops
 * when the key does not sign: a passphrase that is wrong is not tried again.
 */
#include <string.h>

#include "atti/runner.h"
#include "atti/table.h"
#include "base/hash.h"
#include "base/random.h"
#include "base/segreto.h"
#include "servizio/servi_bozze.h"
#include "servizio/servi_interno.h"
#include "xml/campi.h"

#define VOCI_MAX 200

struct giro {
	struct servi *s;
	struct nodo *risposta;
	const char *modulo;		/* id of the form */
	struct segreto *frase;		/* NULL: none was sent */
	bool ferma;
};

/* Always the same of the same form: a double click signs once. */
static const char *
id_of(struct giro *g, const char *voce)
{
	char hex[IMPRONTA_LEN + 1];
	AUTO_BUF b = { 0 };

	buf_printf(&b, "%s\nfirma\n%s", g->modulo, voce);
	hash_hex(hex, b.data, b.len);
	return arena_strndup(g->s->a, hex, ID_LEN);
}

/* The k-th word of a line, from 0; NULL: it has not so many. */
static const char *
word(struct arena *a, const char *line, int k)
{
	size_t n;

	for (;; line += n + 1) {
		n = strcspn(line, " ");
		if (k-- == 0)
			return n > 0 ? arena_strndup(a, line, n) : NULL;
		if (line[n] == '\0')
			return NULL;
	}
}

static int
istanza(struct nodo **out, struct giro *g, const char *voce)
{
	struct arena *a = g->s->a;
	const char *coppie[][2] = {
		{ "cartella", word(a, voce, 0) },
		{ "documento", word(a, voce, 1) },
		{ "impronta", word(a, voce, 2) },
	};
	struct nodo *root = nodo_new(a, "istanza"), *in;
	int r;

	if (coppie[2][1] == NULL)
		return err_set(ERR_INVALID, "non dice che cosa si firma");
	if ((r = campi_build(&in, a, "atti/firma", "firma",
	    (const char *const (*)[2])coppie, NELEM(coppie))) != 0)
		return r;
	nodo_set(a, root, "atto", "firma");
	nodo_set(a, root, "id", id_of(g, voce));
	nodo_set(a, root, "versione", "1");
	nodo_add(root, in);
	*out = root;
	return 0;
}

/* The key did not sign, and would not sign the next either. */
static bool
key_fails(const struct op *op)
{
	return rilievo_find(&op->ril, "firma-non-fatta") != NULL ||
	    rilievo_find(&op->ril, "senza-chiave") != NULL;
}

static void
tell(struct giro *g, struct nodo *out, struct op *op, int r)
{
	if (r != 0) {
		servi_esito(out, g->s, esito_web_di_errore(r), err_msg());
		err_clear();
		return;
	}
	servi_esito(out, g->s, op->stato == OP_RIFIUTATO ? WEB_RIFIUTATO :
	    WEB_FATTO, NULL);
	if (op->stato == OP_RIFIUTATO)
		nodo_add(out, rilievi_nodo(g->s->a, &op->ril));
	g->ferma = op->stato == OP_RIFIUTATO && key_fails(op);
}

static int
sign(struct giro *g, const char *voce)
{
	struct servi *s = g->s;
	const char *per = word(s->a, voce, 3);
	struct rilievi ril = { .a = s->a };
	const struct atto *atto;
	struct nodo *n = NULL, *good, *out;
	AUTO(op) op = NULL;
	int r;

	if ((r = istanza(&n, g, voce)) != 0 ||
	    (r = servi_istanza(&good, &atto, &ril, s->a, n)) != 0)
		return r;
	if (good == NULL)
		return err_set(ERR_INVALID, "non dice che cosa si firma");
	out = nodo_elem(s->a, g->risposta, "firmato");
	nodo_set(s->a, out, "cartella", word(s->a, voce, 0));
	nodo_set(s->a, out, "documento", word(s->a, voce, 1));
	if (g->ferma) {
		nodo_set(s->a, out, "esito", "fermo");
		return 0;
	}
	op = op_new(s->st, &atto_firma, good, s->chi.utente,
	    per != NULL ? per : s->chi.per);
	op->mezzi.frase = g->frase;
	op->mezzi.custodita = !s->chi.dimostrativo;
	tell(g, out, op, runner_esegui(op));
	return 0;
}

/* Is the atto of who asks, an application with few of them too? */
static int
admitted(const struct servi *s)
{
	return s->chi.ammette == NULL || s->chi.ammette(&s->chi, "firma") ? 0 :
	    err_set(ERR_FORBIDDEN, "questa applicazione non ha l'atto «firma»");
}

int
servi_firma_tutte(struct nodo *risposta, struct servi *s,
    const struct nodo *richiesta, const struct consegna *c)
{
	struct giro g = { .s = s, .risposta = risposta,
	    .modulo = nodo_attr(richiesta, "modulo") };
	const struct nodo *campi = nodo_child(richiesta, "campi"), *v;
	AUTO(segreto) frase = NULL;
	const char *nome;
	int r, n = 0;

	if (g.modulo == NULL || !random_id_valid(g.modulo))
		return err_set(ERR_INVALID, "il modulo non è intero: ricarica "
		    "la pagina e ripeti");
	if ((r = admitted(s)) != 0)
		return r;
	if (nodo_attr(richiesta, "segreto") != NULL && c->n_fd > 0 &&
	    (r = segreto_read(&frase, c->fd[c->n_fd - 1])) != 0)
		return r;
	g.frase = frase;
	for (v = campi != NULL ? nodo_child(campi, "campo") : NULL;
	    v != NULL && n < VOCI_MAX; v = nodo_next(v, "campo")) {
		nome = nodo_attr(v, "nome");
		if (nome == NULL || strcmp(nome, "voce") != 0)
			continue;
		if ((r = sign(&g, nodo_all_text(s->a, v))) != 0)
			return r;
		n++;
	}
	return 0;
}
