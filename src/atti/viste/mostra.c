/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * mostra.c - read a registration, an accesso, a cartella, a fascicolo or one
 * of their documents; as they are, or as they stood at the end of a day.
 *
 * Refuses by "absent" what the user may not see: the whole, a type of document
 * that is not for his role, a riservata entry of the diary; what he may see of a
 * day that was is what he may see now.  The read, granted or not, leaves its
 * row before anything is shown.  Norm: GDPR art. 32.
 */
#include <string.h>

#include "atti/caso/altrui.h"
#include "atti/caso/cartella.h"
#include "atti/caso/voci.h"
#include "atti/emergenza/kit.h"
#include "atti/ente/tipo.h"
#include "atti/table.h"
#include "atti/viste/allora.h"
#include "documenti/cartella.h"
#include "documenti/comuni.h"
#include "documenti/provenienza.h"
#include "documenti/regole.h"
#include "documenti/titolo.h"
#include "registro/conservazione.h"
#include "registro/emergenza.h"
#include "registro/fascicoli.h"
#include "registro/firme.h"
#include "registro/legami.h"
#include "registro/persone.h"
#include "registro/scarti.h"
#include "registro/titolario.h"

/* Documents that say who the case is about and who works on it. */
static bool
shown_whole(const char *tipo)
{
	static const char *const types[] = { "scheda", "equipe",
	    "valutazione", "scheda-segretariato" };
	size_t i;

	for (i = 0; i < NELEM(types); i++)
		if (strcmp(tipo, types[i]) == 0)
			return true;
	return false;
}

/* Has anybody signed it as it is now? */
static int
add_signed(struct nodo *n, struct op *op, const struct attuale *x)
{
	struct firma_riga *list;
	int r, i, count;

	if ((r = registro_firme(&list, &count, op->a, op->st->registro,
	    x->id)) != 0)
		return r;
	for (i = 0; i < count; i++)
		if (strcmp(list[i].documento_impronta, x->impronta) == 0)
			nodo_set(op->a, n, "firmata", "si");
	return 0;
}

/* What it is about, for who asks it; some of them whole, which the log says
 * as if they were looked at one by one. */
static int
add_title(struct nodo *n, struct op *op, const struct numero *num,
    const struct attuale *x)
{
	struct nodo *doc;
	size_t len = strlen(x->percorso);
	int r;

	if (!titolo_voluto(x->tipo) || len < 4 ||
	    strcmp(x->percorso + len - 4, ".xml") != 0)
		return 0;
	if ((r = store_documento(&doc, op->a, op->st, numero_folder(op->a,
	    num), x->percorso)) != 0 || (r = add_signed(n, op, x)) != 0)
		return r;
	nodo_set(op->a, n, "titolo", documento_titolo(op->a, doc));
	nodo_set(op->a, n, "giorno", documento_giorno(op->a, doc));
	nodo_set(op->a, n, "stato", documento_stato(op->a, doc));
	if (!shown_whole(x->tipo) || percorso_altrui(x->percorso))
		return 0;
	nodo_add(n, doc);
	op->letti[op->n_letti++] = arena_printf(op->a, "%s;documento=%s",
	    numero_text(op->a, num), x->percorso);
	return 0;
}

static bool
asked(const struct op *op, const char *campo, const char *valore)
{
	const char *v = op_campo(op, campo);

	return v != NULL && strcmp(v, valore) == 0;
}

/* What the user may see of it; without its diary when he says so. */
static int
list_folder(struct attuale **list, int *n, struct op *op,
    const struct numero *num)
{
	struct occhio occhio = op_occhio(op);

	return asked(op, "diario", "no") ? registro_attuali_senza_diario(list,
	    n, op->a, op->st->registro, &occhio, num) :
	    registro_attuali_visti(list, n, op->a, op->st->registro, &occhio,
	    num);
}

/* 1: it was destroyed; when, by which authorisation, with which verbale. */
static int
add_destroyed(struct nodo *v, struct op *op, const struct numero *num)
{
	struct scartata s;
	struct nodo *x;
	int r = registro_scartata(&s, op->a, op->st->registro,
	    numero_folder(op->a, num));

	if (r != 1)
		return r;
	x = nodo_elem(op->a, v, "scartata");
	nodo_set(op->a, x, "data", s.data);
	nodo_set(op->a, x, "elenco", arena_printf(op->a, "%d", s.elenco));
	/* of the list: it may be made long after this went */
	nodo_set(op->a, x, "verbale", s.verbale);
	nodo_text(op->a, x, s.autorizzazione);
	return 1;
}

/* 1: the cover in outline, for who may know of it and not read it. */
static int
add_outline(struct nodo *v, struct op *op, const struct numero *num,
    const char *cover)
{
	struct occhio occhio = op_occhio(op);
	struct nodo *doc;
	int r;

	if ((r = registro_vede_sagoma(op->st->registro, &occhio, num)) != 1 ||
	    (r = store_documento(&doc, op->a, op->st,
	    numero_folder(op->a, num), cover)) != 0)
		return r;
	nodo_add(v, cartella_sagoma(op->a, doc));
	return 1;
}

/* The cover as this user may see it; read: the place of it in the list. */
static int
add_cover(struct nodo *v, struct op *op, const struct numero *num,
    const char *cover, bool read)
{
	struct nodo *doc;
	int r;

	if (!read)
		return add_outline(v, op, num, cover);
	if ((r = store_documento(&doc, op->a, op->st,
	    numero_folder(op->a, num), cover)) != 0)
		return r;
	nodo_add(v, doc);
	return 1;
}

static bool
has(const struct attuale *list, int n, const char *percorso)
{
	int i;

	for (i = 0; i < n; i++)
		if (strcmp(list[i].percorso, percorso) == 0)
			return true;
	return false;
}

/* Its cover, as far as the user may see it, and the list of what he may. */
static int
show_folder(struct op *op, const struct numero *num, const char *cover)
{
	struct nodo *v = nodo_new(op->a, "fascicolo"), *n;
	bool titoli = asked(op, "titoli", "si");
	struct attuale *list = NULL;
	int r, i, count = 0, gone, some;

	nodo_elem_text(op->a, v, "riferimento", op_campo(op, "riferimento"));
	if ((gone = add_destroyed(v, op, num)) < 0)
		return gone;
	r = list_folder(&list, &count, op, num);
	if (r != 0 && r != ERR_ABSENT)
		return r;
	/* of what was destroyed there may be nothing to read */
	if (gone == 0) {
		some = add_cover(v, op, num, cover, has(list, count, cover));
		if (some < 0)
			return some;
		if (r == ERR_ABSENT && some == 0)
			return r;
	}
	err_clear();
	if ((r = caso_persona(v, op, num)) != 0)
		return r;
	op->letti = arena_alloc(op->a, ((size_t)count + 1) * sizeof *op->letti);
	for (i = 0; i < count; i++) {
		n = nodo_elem(op->a, v, "documento");
		nodo_set(op->a, n, "percorso", list[i].percorso);
		nodo_set(op->a, n, "tipo", list[i].tipo);
		nodo_set(op->a, n, "impronta", list[i].impronta);
		nodo_set(op->a, n, "ora", list[i].ora);
		nodo_set(op->a, n, "operatore", list[i].operatore);
		if (titoli && (r = add_title(n, op, num, &list[i])) != 0)
			return r;
	}
	op->vista = v;
	return 0;
}

/* Those of today, to whom may read where they are written. */
static int
show_comuni(struct op *op, const struct occhio *occhio, const struct numero *n)
{
	int r = registro_vede_documento(op->st->registro, occhio, n,
	    COMUNI_PERCORSO);

	if (r == ERR_ABSENT)
		err_clear();
	if (r != 0)
		return r == ERR_ABSENT ? 0 : r;
	return registro_vista_comuni(op->vista, op->a, op->st->registro, n,
	    op_oggi(op));
}

/* Whether the accesso it came of is for these eyes too. */
static int
say_accesso(struct op *op, const struct occhio *occhio)
{
	const char *text = nodo_value(op->a, op->vista, "cartella/accesso");
	struct numero n;
	int r;

	if (text == NULL)
		return 0;
	if ((r = numero_parse(&n, text)) == 0 &&
	    (r = registro_vede(op->st->registro, occhio, &n)) == 0)
		nodo_set(op->a, op->vista, "vede-accesso", "si");
	if (r == ERR_ABSENT)
		err_clear();
	return r == ERR_ABSENT ? 0 : r;
}

/* Held, closed, with a paper half somewhere: to whom is of this body. */
static int
show_kept(struct op *op, const struct occhio *occhio, const struct numero *n)
{
	struct nodo *x = nodo_new(op->a, "conservata"), *v;
	struct utente u;
	int r;

	if (nodo_child(op->vista, "scartata") != NULL)
		return 0;
	if ((r = registro_utente(&u, op->a, op->st->registro,
	    occhio->utente)) != 0)
		return r;
	if (u.ente != NULL)
		return 0;
	r = registro_conservazione_di(x, op->a, op->st->registro, occhio, n);
	if (r == ERR_ABSENT)
		err_clear();
	if (r != 0)
		return r == ERR_ABSENT ? 0 : r;
	v = nodo_child(x, "voce");
	if (nodo_attr(v, "chiusa") != NULL || nodo_attr(v, "bloccata") != NULL)
		nodo_add(op->vista, x);
	return 0;
}

/* An accesso, with how long it is kept when it became no cartella. */
static int
show_accesso(struct op *op, const struct numero *n, const char *cover)
{
	struct occhio occhio = op_occhio(op);
	struct accesso acc;
	int r;

	if ((r = show_folder(op, n, cover)) != 0 ||
	    (r = registro_accesso(&acc, op->a, op->st->registro, &occhio,
	    n)) != 0)
		return r;
	return acc.livello > 1 ? 0 : show_kept(op, &occhio, n);
}

/* With the registrations that are in it, the fascicoli below it and, of a
 * cartella, the others it has to do with. */
static int
show_fascicolo(struct op *op, const struct numero *n, const char *cover)
{
	struct occhio occhio = op_occhio(op);
	int r;

	if ((r = show_folder(op, n, cover)) != 0 ||
	    (r = show_kept(op, &occhio, n)) != 0)
		return r;
	if (n->serie == SERIE_CARTELLA &&
	    (r = registro_vista_collegate(op->vista, op->a, op->st->registro,
	    &occhio, n)) != 0)
		return r;
	if (n->serie == SERIE_CARTELLA && ((r = show_comuni(op, &occhio,
	    n)) != 0 || (r = say_accesso(op, &occhio)) != 0))
		return r;
	return registro_vista_contenuto(op->vista, op->a, op->st->registro,
	    &occhio, n, NULL);
}

static int
show_registration(struct op *op, const struct numero *n)
{
	struct registro *reg = op->st->registro;
	struct occhio occhio = op_occhio(op);
	int r;

	if ((r = registro_vista_registrazione(&op->vista, op->a, reg,
	    &occhio, n)) != 0 ||
	    (r = registro_vista_classifica(op->vista, op->a, reg, n)) != 0)
		return r;
	return registro_vista_fascicoli(op->vista, op->a, reg, &occhio, n);
}

static int
show_document(struct op *op, const struct numero *n)
{
	const char *percorso = op_campo(op, "documento");
	const char *folder = numero_folder(op->a, n);
	struct occhio occhio = op_occhio(op);
	struct attuale at;
	int r;

	if ((r = registro_vede_documento(op->st->registro, &occhio, n,
	    percorso)) != 0)
		return r;
	if ((r = registro_attuale(&at, op->a, op->st->registro, folder,
	    percorso)) != 0 || (r = altrui_si_legge(percorso, at.tipo)) != 0 ||
	    (r = store_documento(&op->vista, op->a, op->st, folder,
	    percorso)) != 0 ||
	    (r = voci_correzioni(op->vista, op, n, percorso)) != 0)
		return r;
	return tipo_testo(op);
}

/* A row of this kit; of a riservata, that it is there. */
static int
show_row(struct op *op, const struct occhio *occhio, const struct numero *n)
{
	static const char *const outline[] = { "numero", "ora", "operatore",
	    "flusso", "classifica" };
	struct nodo *doc, *v;
	bool chiaro;
	size_t i;
	int r;

	if ((r = registro_emergenza_vede(&chiaro, op->st->registro, occhio,
	    n)) != 0 ||
	    (r = store_documento(&doc, op->a, op->st, numero_folder(op->a, n),
	    numero_path(op->a, KIT_RIGHE, n->progressivo))) != 0)
		return r;
	op->vista = doc;
	if (chiaro)
		return 0;
	op->vista = v = nodo_new(op->a, doc->nome);
	nodo_set(op->a, v, "oscurata", "si");
	for (i = 0; i < NELEM(outline); i++)
		nodo_elem_text(op->a, v, outline[i], nodo_value(op->a, doc,
		    outline[i]));
	return 0;
}

/* The registration that a row of the emergency register has become. */
static int
show_emergency(struct op *op, const struct occhio *occhio,
    const struct numero *n)
{
	struct registro *reg = op->st->registro;
	struct numero p;
	int r;

	if (op->st->kit)
		return show_row(op, occhio, n);
	if ((r = registro_emergenza_protocollo(&p, reg, n)) == 0)
		r = show_registration(op, &p);
	/* a hidden one must not tell its other number */
	if (r == ERR_ABSENT)
		return err_set(ERR_ABSENT, "%s non esiste, o non è fra le cose "
		    "che puoi vedere", numero_text(op->a, n));
	return r;
}

static int
esamina(struct op *op)
{
	struct numero n;
	int r;

	if (op_campo(op, "al") == NULL)
		return 0;
	if ((r = numero_parse(&n, op_campo(op, "riferimento"))) != 0)
		return r;
	regola_non_futura(&op->ril, op->in, "al", op_oggi(op), "il giorno");
	if (n.serie == SERIE_PROTOCOLLO || n.serie == SERIE_EMERGENZA)
		op_errore(op, "al", "sempre-intera", "art. 53 DPR 445/2000",
		    "una registrazione si mostra sempre intera, con ogni "
		    "correzione, il suo giorno e ciò che diceva prima: "
		    "togli --al");
	return 0;
}

static int
applica(struct op *op)
{
	struct occhio occhio = op_occhio(op);
	struct numero n;
	int r;

	if ((r = numero_parse(&n, op_campo(op, "riferimento"))) != 0)
		return r;
	if (n.serie == SERIE_PROTOCOLLO)
		return show_registration(op, &n);
	if (n.serie == SERIE_EMERGENZA)
		return show_emergency(op, &occhio, &n);
	if ((r = registro_vede(op->st->registro, &occhio, &n)) != 0)
		return r;
	if (op_campo(op, "al") != NULL)
		return allora_mostra(op, &n, op_campo(op, "al"));
	if (op_campo(op, "documento") != NULL)
		return show_document(op, &n);
	if (n.serie == SERIE_ACCESSO)
		return show_accesso(op, &n, allora_copertina(n.serie));
	return show_fascicolo(op, &n, allora_copertina(n.serie));
}

const struct atto atto_mostra = {
	.nome = "mostra",
	.sommario = "mostra una registrazione, un accesso, una cartella, un fascicolo",
	.norma = "art. 32 GDPR",
	.flags = LETTURA | ANCHE_KIT,
	.esamina = esamina,
	.applica = applica,
};
