/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * impara.c - a trial of `registra` with one file and nothing else said: what
 * it fills in by itself are the first values of a form, what it warns of
 * is told at once.
 *
 * Refuses: who may not register.  Keeps: nothing; the bytes that the trial took
 * into transito/ go with it.  What a stranger wrote comes out of a cage.
 */
#include "servizio/impara.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>

#include "atti/atto.h"
#include "atti/protocollo/registra.h"
#include "base/random.h"
#include "base/utf8.h"
#include "documenti/intestazione.h"
#include "registro/corrispondenti.h"
#include "servizio/parole.h"
#include "worker/worker.h"

#define OGGETTO_MAX 400			/* characters proposed */

static void
propose(struct nodo *scheda, struct arena *a, const char *nome,
    const char *da, const char *valore)
{
	struct nodo *n = nodo_elem_text(a, scheda, "campo", valore);

	if (n == NULL)
		return;
	nodo_set(a, n, "nome", nome);
	nodo_set(a, n, "da", da);
}

static bool
has(const struct nodo *scheda, const char *nome)
{
	const struct nodo *n;

	for (n = nodo_child(scheda, "campo"); n; n = nodo_next(n, "campo"))
		if (strcmp(nodo_attr(n, "nome"), nome) == 0)
			return true;
	return false;
}

/* ---- what registra fills in ---- */

static struct nodo *
trial_istanza(struct arena *a)
{
	struct nodo *root = nodo_new(a, "istanza");
	char id[ID_LEN + 1];

	random_id(id);
	nodo_set(a, root, "atto", "registra");
	nodo_set(a, root, "id", id);
	nodo_set(a, root, "versione", "1");
	nodo_elem_text(a, nodo_elem(a, root, "registra"), "flusso", "entrata");
	return root;
}

/* Leaves by their percorso, as forms name them. */
static void
fields_of(struct nodo *scheda, struct arena *a, const struct nodo *n,
    const char *percorso)
{
	const struct nodo *c;

	if (nodo_child(n, NULL) == NULL) {
		propose(scheda, a, percorso, "messaggio",
		    nodo_all_text(a, n));
		return;
	}
	for (c = nodo_child(n, NULL); c != NULL; c = nodo_next(c, NULL))
		fields_of(scheda, a, c, arena_printf(a, "%s.%s", percorso,
		    c->nome));
}

static void
part(struct nodo *scheda, struct arena *a, const struct nodo *f)
{
	static const char *const what[] = { "nome", "tipo", "dimensione",
	    "nota" };
	struct nodo *n = nodo_elem(a, scheda, "parte");
	size_t i;

	for (i = 0; i < NELEM(what); i++)
		nodo_set(a, n, what[i], nodo_value(a, f, what[i]));
}

static void
take_fields(struct nodo *scheda, struct arena *a, const struct nodo *in)
{
	const struct nodo *n;

	for (n = nodo_child(in, NULL); n != NULL; n = nodo_next(n, NULL))
		if (strcmp(n->nome, "allegato") == 0)
			part(scheda, a, n);
		else if (strcmp(n->nome, "flusso") != 0 &&
		    strcmp(n->nome, "principale") != 0)
			fields_of(scheda, a, n, n->nome);
}

/* Of the file: what else is wrong is that the form is not filled in yet. */
static void
take_warnings(struct nodo *scheda, struct arena *a, const struct rilievi *ril)
{
	static const char *const of_files[] = { "/registra/principale",
	    "/registra/allegato", "/registra/protocollo-mittente" };
	const struct rilievo *x;
	struct nodo *n;
	size_t i;

	for (x = ril->primo; x != NULL; x = x->succ)
		for (i = 0; i < NELEM(of_files); i++)
			if (strncmp(x->percorso, of_files[i],
			    strlen(of_files[i])) == 0) {
				n = nodo_elem_text(a, scheda, "avviso",
				    parole_web(a, x->testo));
				nodo_set(a, n, "codice", x->codice);
				break;
			}
}

static int
trial(struct nodo *scheda, struct arena *a, struct store *st,
    const char *utente, const char *per, int fd)
{
	struct op_file f = { fd, nodo_attr(scheda, "nome") };
	AUTO(op) op = op_new(st, atto_find("registra"), trial_istanza(a),
	    utente, per);
	int r;

	if (lseek(fd, 0, SEEK_SET) != 0)
		return err_sys("un file");
	op->file = &f;
	op->n_file = 1;
	if ((r = registra_prepara(op)) != 0)
		return r;
	take_fields(scheda, a, op->in);
	take_warnings(scheda, a, &op->ril);
	return 0;
}

/* ---- what it leaves to the operator ---- */

/* At a whole character. */
static const char *
shortened(struct arena *a, const char *s)
{
	int left = OGGETTO_MAX;
	size_t n;

	for (n = 0; s[n] != '\0'; n++)
		if ((s[n] & 0xc0) != 0x80 && left-- == 0)
			break;
	return arena_strndup(a, s, n);
}

static int
of_message(struct nodo *scheda, struct arena *a, int fd)
{
	char giorno[GIORNO_LEN + 1], oggi[GIORNO_LEN + 1];
	struct messaggio m;
	int r;

	r = worker_eml(&m, a, fd);
	if (r == ERR_INVALID || r == ERR_FAULT) {
		err_clear();		/* registra has said so already */
		return 0;
	}
	if (r != 0)
		return r;
	if (!has(scheda, "oggetto") && utf8_plain(m.oggetto))
		propose(scheda, a, "oggetto", "messaggio",
		    shortened(a, m.oggetto));
	if (m.data > 0) {
		clock_day(giorno, m.data);
		clock_day(oggi, clock_now());
		if (strcmp(giorno, oggi) < 0)
			propose(scheda, a, "data-arrivo", "messaggio", giorno);
	}
	return 0;
}

static const char *
proposed(const struct nodo *scheda, struct arena *a, const char *nome)
{
	const struct nodo *n;

	for (n = nodo_child(scheda, "campo"); n; n = nodo_next(n, "campo"))
		if (strcmp(nodo_attr(n, "nome"), nome) == 0)
			return nodo_all_text(a, n);
	return NULL;
}

static int
of_entry(struct nodo *scheda, struct arena *a, int codice,
    const char *denominazione)
{
	propose(scheda, a, "mittente.denominazione", "rubrica", denominazione);
	propose(scheda, a, "mittente.corrispondente", "rubrica",
	    arena_printf(a, "%d", codice));
	return 0;
}

/* The only one of the address book that writes from there; with its name, where
 * nobody has said one. */
static int
of_address(struct nodo *scheda, struct arena *a, struct registro *reg,
    const char *address, bool named)
{
	const struct nodo *n, *found = NULL;
	const char *theirs;
	struct nodo *all;
	int r;

	if ((r = registro_corrispondenti(&all, a, reg, address)) != 0)
		return r;
	for (n = nodo_child(all, NULL); n != NULL; n = nodo_next(n, NULL)) {
		theirs = nodo_value(a, n, "pec");
		if (theirs == NULL || strcasecmp(theirs, address) != 0)
			continue;
		if (found != NULL)
			return 0;
		found = n;
	}
	if (found == NULL)
		return 0;
	return of_entry(scheda, a, (int)strtol(nodo_value(a, found, "codice"),
	    NULL, 10), named ? nodo_value(a, found, "denominazione") : NULL);
}

/* From whom a letter is: the address book has a name that stands there in full,
 * or an address. */
static int
of_sender(struct nodo *scheda, struct arena *a, struct registro *reg,
    const struct intestazione *x)
{
	struct corrispondente c;
	int r, i, codice;

	for (i = 0; i < x->n_righe; i++) {
		r = registro_corrispondente_pari(&codice, reg, x->riga[i],
		    NULL, 0);
		if (r == ERR_ABSENT)
			continue;
		if (r != 0 || (r = registro_corrispondente(&c, a, reg,
		    codice)) != 0)
			return r;
		return of_entry(scheda, a, codice, c.denominazione);
	}
	err_clear();
	for (i = 0; i < x->n_indirizzi &&
	    !has(scheda, "mittente.corrispondente"); i++)
		if ((r = of_address(scheda, a, reg, x->indirizzo[i],
		    true)) != 0)
			return r;
	return 0;
}

/* The letter's own head. */
static int
of_letter(struct nodo *scheda, struct arena *a, struct registro *reg, int fd)
{
	struct intestazione x;
	char oggi[GIORNO_LEN + 1];
	AUTO_BUF text = { 0 };
	int r;

	r = worker_pdf_testo(&text, fd);
	if (r == ERR_INVALID || r == ERR_FAULT) {
		err_clear();		/* a scan, or broken: it tells nothing */
		return 0;
	}
	if (r != 0)
		return r;
	intestazione_leggi(&x, a, buf_str(&text));
	if (x.oggetto != NULL && utf8_plain(x.oggetto))
		propose(scheda, a, "oggetto", "documento", x.oggetto);
	if (x.numero != NULL)
		propose(scheda, a, "protocollo-mittente.numero", "documento",
		    x.numero);
	clock_day(oggi, clock_now());
	if (x.numero != NULL && x.data != NULL && strcmp(x.data, oggi) <= 0)
		propose(scheda, a, "protocollo-mittente.data", "documento",
		    x.data);
	return of_sender(scheda, a, reg, &x);
}

int
impara(struct nodo *scheda, struct arena *a, struct store *st,
    const char *utente, const char *per, int fd)
{
	const char *tipo = nodo_attr(scheda, "tipo"), *pec;
	int r;

	if ((r = registro_permesso(st->registro, per != NULL ? per : utente,
	    "registra")) != 0 ||
	    (r = trial(scheda, a, st, utente, per, fd)) != 0)
		return r;
	if (strcmp(tipo, "message/rfc822") == 0 &&
	    (r = of_message(scheda, a, fd)) != 0)
		return r;
	if (strcmp(tipo, "application/pdf") == 0)
		return of_letter(scheda, a, st->registro, fd);
	if ((pec = proposed(scheda, a, "mittente.pec")) == NULL)
		return 0;
	return of_address(scheda, a, st->registro, pec, false);
}
