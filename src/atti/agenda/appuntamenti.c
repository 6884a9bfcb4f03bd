/* SPDX-License-Identifier: EUPL-1.2 */
#include "atti/agenda/appuntamenti.h"

#include <string.h>

#include "atti/caso/cartella.h"
#include "documenti/accesso.h"
#include "documenti/cartella.h"
#include "documenti/scheda.h"
#include "documenti/scheda_segretariato.h"
#include "registro/agenda.h"

int64_t
appuntamenti_adesso(const struct op *op)
{
	return op->ora != 0 ? op->ora : clock_now();
}

/* Who may not read the cover is not told that there is a case. */
static int
sees(struct op *op, const struct occhio *occhio, const struct numero *n)
{
	int r = registro_vede_documento(op->st->registro, occhio, n,
	    n->serie == SERIE_CARTELLA ? CARTELLA_COPERTINA : ACCESSO_COPERTINA);

	return r != ERR_ABSENT ? r : err_set(ERR_ABSENT, "%s non esiste, o "
	    "non è fra le cose che puoi vedere", numero_text(op->a, n));
}

static int
state_of(const char **out, struct op *op, const struct numero *n)
{
	struct occhio occhio = op_occhio(op);
	struct cartella c;
	struct accesso acc;
	int r;

	if (n->serie == SERIE_CARTELLA) {
		if ((r = registro_cartella(&c, op->a, op->st->registro,
		    &occhio, n)) == 0)
			*out = c.stato;
		return r;
	}
	if ((r = registro_accesso(&acc, op->a, op->st->registro, &occhio,
	    n)) == 0)
		*out = acc.stato;
	return r;
}

int
appuntamenti_caso(struct fissato *out, struct op *op)
{
	struct occhio occhio = op_occhio(op);
	const char *stato = NULL;
	int r;

	*out = (struct fissato){ 0 };
	if ((r = numero_parse(&out->n, op_campo(op, "caso"))) != 0 ||
	    (r = sees(op, &occhio, &out->n)) != 0 ||
	    (r = state_of(&stato, op, &out->n)) != 0)
		return r;
	out->folder = numero_folder(op->a, &out->n);
	/* both covers call it so */
	if (strcmp(stato, ACCESSO_CHIUSO) == 0)
		op_errore(op, "caso", "caso-chiuso", NULL, "%s è chiuso: non "
		    "vi si scrive più", numero_text(op->a, &out->n));
	return 0;
}

int
appuntamenti_trova(struct fissato *out, struct op *op)
{
	const char *path = op_campo(op, "appuntamento");
	struct occhio occhio = op_occhio(op);
	struct nodo *doc;
	int r;

	if ((r = appuntamenti_caso(out, op)) != 0 ||
	    (r = registro_vede_documento(op->st->registro, &occhio, &out->n,
	    path)) != 0 || (r = store_documento(&doc, op->a, op->st,
	    out->folder, path)) != 0)
		return r;
	out->percorso = path;
	if (strcmp(doc->nome, APPUNTAMENTO) == 0)
		out->doc = doc;
	else
		op_errore(op, "appuntamento", "appuntamento-ignoto", NULL,
		    "%s non è un appuntamento: si vedono con «agenda»", path);
	return 0;
}

/* ---- rilievi ---- */

static int
check_busy(struct op *op, const struct fissato *f, const struct durata *d,
    const char *utente)
{
	struct impegno questo = { .cartella = f->folder,
	    .percorso = f->percorso != NULL ? f->percorso : "",
	    .da = d->da, .fino = d->fino };
	struct occhio occhio = op_occhio(op);
	struct impegno *list;
	int r, i, n;

	if ((r = registro_sovrapposti(&list, &n, op->a, op->st->registro,
	    &occhio, utente, &questo)) != 0)
		return r;
	for (i = 0; i < n; i++)
		op_avviso(op, "alle", "sovrapposto", NULL, "%s ha già un "
		    "appuntamento il %.10s alle %.5s per %s: scegli un'altra "
		    "ora, o conferma con --conferma sovrapposto", utente,
		    list[i].inizio, list[i].inizio + 11,
		    numero_text(op->a, &list[i].caso));
	return 0;
}

/* Who does not see the case does not find it in his agenda. */
static int
check_user(struct op *op, const struct fissato *f, const char *utente)
{
	struct occhio occhio = { utente, "agenda" };
	struct utente u;
	int r;

	r = registro_utente(&u, op->a, op->st->registro, utente);
	if (r == ERR_ABSENT || (r == 0 && !u.attivo)) {
		op_errore(op, "utente", "utente-ignoto", NULL, "%s non è un "
		    "utente attivo: chi non è dei servizi si scrive con "
		    "--altro", utente);
		return 0;
	}
	if (r != 0)
		return r;
	r = sees(op, &occhio, &f->n);
	if (r == ERR_ABSENT)
		op_avviso(op, "utente", "non-vede", NULL, "%s non vede %s: "
		    "non troverà l'appuntamento nella sua agenda; mettilo "
		    "nell'équipe con «componi-equipe», o avvisalo tu e "
		    "conferma con --conferma non-vede", utente,
		    numero_text(op->a, &f->n));
	if (r != ERR_ABSENT)
		return r;
	err_clear();
	return 0;
}

/* Whom the case is about; NULL: not for who asks, or nobody wrote it. */
static int
person(const struct nodo **out, struct op *op, const struct fissato *f)
{
	const char *path = f->n.serie == SERIE_CARTELLA ? SCHEDA_PERCORSO :
	    SCHEDA_SEGRETARIATO_PERCORSO;
	struct occhio occhio = op_occhio(op);
	struct nodo *doc;
	int r;

	*out = NULL;
	if ((r = registro_vede_documento(op->st->registro, &occhio, &f->n,
	    path)) == 0)
		r = store_documento(&doc, op->a, op->st, f->folder, path);
	if (r == ERR_ABSENT) {
		err_clear();
		return 0;
	}
	if (r == 0)
		*out = f->n.serie == SERIE_CARTELLA ?
		    nodo_child(doc, "anagrafica") :
		    nodo_child(nodo_child(doc, "scheda"), "segnalato");
	return r;
}

/* It goes into calendars outside. */
static int
check_place(struct op *op, const struct fissato *f)
{
	const char *luogo = op_campo(op, "luogo"), *nome;
	const struct nodo *chi;
	int r;

	if (luogo == NULL)
		return 0;
	if ((r = person(&chi, op, f)) != 0 || chi == NULL)
		return r;
	if ((nome = persona_nome_in(op->a, chi, luogo)) != NULL)
		op_avviso(op, "luogo", "nome-nel-luogo", "art. 5 GDPR",
		    "il luogo contiene «%s» e va nei calendari: scrivi "
		    "l'indirizzo, o conferma con --conferma nome-nel-luogo",
		    nome);
	return 0;
}

int
appuntamenti_controlla(struct op *op, const struct fissato *f,
    const struct nodo *doc, const struct durata *d)
{
	const struct nodo *u = nodo_child(doc, "utente");
	int r;

	if ((r = check_place(op, f)) != 0)
		return r;
	if (u == NULL)
		return check_busy(op, f, d, op_agente(op));
	for (; u != NULL; u = nodo_next(u, "utente")) {
		const char *utente = nodo_all_text(op->a, u);

		if ((r = check_user(op, f, utente)) != 0 ||
		    (r = check_busy(op, f, d, utente)) != 0)
			return r;
	}
	return 0;
}

int
appuntamenti_concludi(struct op *op, const char *come)
{
	struct fissato f;
	int r;

	if ((r = appuntamenti_trova(&f, op)) != 0)
		return r;
	appuntamento_concludi(op->a, f.doc, come, op->in, op_agente(op),
	    op_oggi(op));
	op->fatto = numero_text(op->a, &f.n);
	op_deposita(op, f.folder, f.percorso, f.doc);
	return 0;
}
