/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * determina.c - the dirigente adopts a draft: the paper is made and signed,
 * takes its number in the repertory, and has its effect.
 *
 * Refuses: who has no key; a no to who asked without preavviso, before his ten
 * days are over when he has not answered, or silent on what he answered; a
 * repertory that is closed.  Warns: receipt of the preavviso not proved, money
 * committed without the visto.  Keeps: numbers without gaps in the year; the
 * signed bytes never contain their own; the entry has no name.
 * Norm: L. 241/1990 artt. 2, 3, 10-bis; D.lgs 267/2000 artt. 107, 183 c. 7;
 * DPR 445/2000 art. 53 c. 5.
 */
#include <string.h>

#include "atti/carte/carta.h"
#include "atti/caso/caso_passaggio.h"
#include "atti/caso/determine.h"
#include "atti/firme/firmare.h"
#include "atti/firme/passi_firma.h"
#include "atti/table.h"
#include "documenti/intervento.h"
#include "documenti/regole.h"
#include "documenti/repertorio.h"
#include "registro/istruttoria.h"
#include "registro/repertori.h"

#define ART10BIS "art. 10-bis L. 241/1990"

struct prep {
	struct carta carta;		/* its lettera: the paper's data */
	const char *ufficio;
};

static const char *
repertory(struct op *op)
{
	const char *v = op_campo(op, "repertorio");

	return v != NULL ? v : REPERTORIO_DETERMINAZIONI;
}

/* ---- rules ---- */

/* Nobody has answered: the ten days count from when he had the letter. */
static int
check_ten_days(struct op *op, const struct istruttoria *is)
{
	char end[GIORNO_LEN + 1];
	const char *from;
	struct numero n;
	bool proved;
	int r;

	if ((r = numero_parse(&n, nodo_value(op->a, is->preavviso_doc,
	    "protocollo"))) != 0)
		return r;
	r = registro_ricevuta_il(&from, op->a, op->st->registro, &n);
	if (r != 0 && r != ERR_ABSENT)
		return r;
	proved = r == 0;
	if (!proved)
		from = nodo_value(op->a, is->preavviso_doc, "data");
	giorno_piu(end, from, PREAVVISO_GIORNI);
	if (strcmp(op_oggi(op), end) <= 0)
		op_errore(op, "determinazione", "osservazioni-attese",
		    ART10BIS, "chi ha presentato l'istanza può osservare fino "
		    "al %s: prima non si respinge", giorno_in_cifre(op->a,
		    end));
	else if (!proved)
		op_avviso(op, "determinazione", "ricezione-non-provata",
		    ART10BIS, "non risulta quando il preavviso %s è stato "
		    "ricevuto: acquisisci la ricevuta o, se è certo che i "
		    "dieci giorni sono passati, conferma con --conferma "
		    "ricezione-non-provata", numero_text(op->a, &n));
	return 0;
}

/* A no to who asked. */
static int
check_refusal(struct op *op, const struct istruttoria *is,
    const struct nodo *doc)
{
	/* without a preavviso it is the guard of the passage that refuses */
	if (strcmp(nodo_value(op->a, doc, "esito"), ESITO_RESPINTA) != 0 ||
	    !istruttoria_di_parte(op->a, is->doc) || is->preavviso == NULL)
		return 0;
	determina_motiva(op, is, doc);
	return is->osservazioni > 0 ? 0 : check_ten_days(op, is);
}

static int
check_model(struct op *op)
{
	struct modello_scelto m;
	int r = modello_scegli(&m, op, MODELLO_DETERMINAZIONE,
	    CARTA_DETERMINAZIONE);

	if (r == 0)
		carta_essenziale_check(op, &m);
	return r;
}

static int
check_repertory(struct op *op)
{
	const char *codice = repertory(op), *ignored;
	bool attivo;
	int r;

	r = registro_repertorio(&attivo, &ignored, op->a, op->st->registro,
	    codice);
	if (r == ERR_ABSENT) {
		op_errore(op, "repertorio", "repertorio-ignoto", NULL, "%s",
		    err_msg());
		return 0;
	}
	if (r == 0 && !attivo)
		op_errore(op, "repertorio", "repertorio-chiuso", NULL,
		    "il repertorio %s è chiuso", codice);
	return r;
}

static void
check_money(struct op *op, const struct nodo *doc)
{
	if (nodo_child(doc, "impegno") != NULL &&
	    nodo_child(doc, "visto-contabile") == NULL)
		op_avviso(op, "determinazione", "senza-visto-contabile",
		    "art. 183 c. 7 D.lgs 267/2000", "impegna una spesa e non "
		    "ha il visto di regolarità contabile: senza, non è "
		    "esecutiva; se il visto segue, conferma con --conferma "
		    "senza-visto-contabile");
}

/* A draft of the inquiry in hand. */
static int
check_draft(struct op *op, const struct caso *caso, const struct nodo *doc)
{
	struct istruttoria is;
	int r;

	if ((r = istruttoria_avviata(&is, op, caso)) != 0 || is.doc == NULL)
		return r;
	if (strcmp(nodo_value(op->a, doc, "istruttoria"), is.percorso) != 0) {
		op_errore(op, "determinazione", "altra-istruttoria", NULL,
		    "la bozza è di %s, l'istruttoria è ora %s: riscrivila",
		    nodo_value(op->a, doc, "istruttoria"), is.percorso);
		return 0;
	}
	if ((r = check_refusal(op, &is, doc)) != 0)
		return r;
	check_money(op, doc);
	if ((r = passi_firma_complete(op, "determinazione", caso->folder,
	    op_campo(op, "determinazione"), NULL)) != 0)
		return r;
	return caso_senza_nome(op, caso, "determinazione", nodo_value(op->a,
	    doc, "oggetto"));
}

static int
esamina(struct op *op)
{
	struct nodo *doc;
	struct caso caso;
	int r;

	if ((r = caso_scrivibile(&caso, op)) != 0 ||
	    (r = firmare_esamina(op, FIRMA_PROPRIA)) != 0 ||
	    (r = check_repertory(op)) != 0 || (r = check_model(op)) != 0 ||
	    (r = determina_trova(&doc, op, &caso, true)) != 0 ||
	    (r = caso_stato(op, &caso, doc == NULL ? ESITO_ACCOLTA :
	    nodo_value(op->a, doc, "esito"))) != 0)
		return r;
	return doc == NULL ? 0 : check_draft(op, &caso, doc);
}

/* ---- the paper ---- */

static int
compose(struct nodo **out, struct prep *p, struct op *op,
    const struct modello_scelto *modello, const struct caso *caso)
{
	struct nodo *n = nodo_new(op->a, "carta"), *doc;
	const char *chi;
	int r;

	if ((r = registro_ufficio_di(&p->ufficio, op->a, op->st->registro,
	    op->utente)) != 0 ||
	    (r = carta_testa(n, op, p->ufficio, op_campo(op, "luogo"))) != 0 ||
	    (r = store_documento(&doc, op->a, op->st, caso->folder,
	    op_campo(op, "determinazione"))) != 0 ||
	    (r = utente_in_parole(&chi, op, nodo_value(op->a, doc,
	    "responsabile"))) != 0 ||
	    (r = carta_parti(n, op, CARTA_DETERMINAZIONE, modello, caso,
	    NULL)) != 0)
		return r;
	determinazione_carta(op->a, n, doc, chi);
	*out = n;
	return carta_firmatario(n, op);
}

static int
prepara(struct op *op)
{
	struct carta_da_fare f = { .tipo = CARTA_DETERMINAZIONE,
	    .titolo = TITOLO_DETERMINAZIONE };
	struct prep *p = arena_alloc(op->a, sizeof *p);
	struct manifesto_oggetto about;
	struct modello_scelto modello;
	struct caso caso;
	int r;

	if ((r = caso_dipende(&caso, op)) != 0 ||
	    (r = firmare_originale(&about, op, caso.folder, op_campo(op,
	    "determinazione"))) != 0 ||
	    (r = modello_scegli(&modello, op, MODELLO_DETERMINAZIONE,
	    CARTA_DETERMINAZIONE)) != 0 ||
	    (r = compose(&f.dati, p, op, &modello, &caso)) != 0)
		return r;
	f.modello = &modello;
	f.nome = arena_printf(op->a, "determinazione-%s", op_campo(op,
	    "cartella"));
	f.cartella = caso.folder;
	f.scopo = SCOPO_ADOZIONE;
	f.oggetti = &about;
	f.n_oggetti = 1;
	if ((r = carta_fai(&p->carta, op, &f)) != 0)
		return r < 0 ? r : 0;
	op->prep = p;
	return 0;
}

/* ---- effect ---- */

static int
enter(const char **numero, struct op *op, const struct prep *p,
    const struct nodo *doc)
{
	struct numero year = { SERIE_PROTOCOLLO, clock_year(op->ora), 0 };
	const char *codice = repertory(op);
	struct nodo *in;
	int r, n;

	if ((r = registro_repertorio_numero(&n, op->st->registro, codice,
	    year.anno)) != 0)
		return r;
	in = determinazione_voce(op->a, doc, codice, nodo_value(op->a,
	    p->carta.lettera, "firmatario/qualifica"));
	carta_file(in, op, &p->carta);
	*numero = arena_printf(op->a, "%d/%04d", n, year.anno);
	op->fatto = arena_printf(op->a, "%s %s", codice, *numero);
	op_deposita(op, numero_folder(op->a, &year), voce_path(op->a, codice,
	    n), voce_make(op->a, in, year.anno, n, op->ora_iso, op->utente,
	    p->ufficio));
	return 0;
}

/* What is granted begins. */
static int
start(struct op *op, const struct caso *caso, const struct nodo *doc,
    const char *numero)
{
	const struct nodo *x;
	int r, n;

	if ((r = registro_documenti(&n, op->st->registro, caso->folder,
	    "interventi")) != 0)
		return r;
	for (x = nodo_child(doc, "intervento"); x; x = nodo_next(x,
	    "intervento"))
		op_deposita(op, caso->folder, ordinale_path(op->a,
		    "interventi", ++n, ".xml"), intervento_make(op->a, x,
		    op_campo(op, "determinazione"), numero, op_oggi(op)));
	return 0;
}

static int
applica(struct op *op)
{
	const struct prep *p = op->prep;
	struct adozione d = { op->utente, repertory(op), NULL };
	struct nodo *doc;
	struct caso caso;
	int r;

	if (p == NULL)
		return err_set(ERR_FAULT, "la carta non è stata preparata");
	if ((r = caso_find(&caso, op)) != 0 ||
	    (r = store_documento(&doc, op->a, op->st, caso.folder,
	    op_campo(op, "determinazione"))) != 0)
		return r;
	op->casa = caso.folder;
	if ((r = enter(&d.numero, op, p, doc)) != 0)
		return r;
	carta_firme(determinazione_adotta(op->a, doc, p->carta.lettera, &d),
	    op, &p->carta);
	op_deposita(op, caso.folder, op_campo(op, "determinazione"), doc);
	if ((r = carta_deposita(op, &p->carta)) != 0 ||
	    (r = start(op, &caso, doc, d.numero)) != 0)
		return r;
	return caso_passa(op, &caso, nodo_value(op->a, doc, "esito"));
}

const struct atto atto_determina = {
	.nome = "determina",
	.sommario = "il dirigente firma una determinazione, che prende numero ed effetto",
	.norma = "art. 107 D.lgs 267/2000; art. 2 L. 241/1990",
	.flags = RICHIEDE_FIRMA,
	.esamina = esamina,
	.prepara = prepara,
	.applica = applica,
};
