/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * istante.c - what an act writes.  Keeps: every document's bytes are the
 * deterministic form, hashed before anything refers to them; one commit a
 * folder; the link names all of it.
 */
#include "atti/istante.h"

#include <assert.h>
#include <string.h>

#include "atti/atto.h"
#include "base/buf.h"
#include "base/file.h"
#include "base/point.h"
#include "documenti/anello.h"
#include "documenti/percorso.h"
#include "documenti/provenienza.h"
#include "registro/distrutti.h"

#define GIORNO 86400

int
istante_ora(struct op *op, const struct ultimo *ultimo, int64_t adesso)
{
	char last[ORA_LEN + 1];
	struct ente ente;
	int r;

	op->ora = adesso;
	clock_iso(op->ora_iso, adesso);
	if (ultimo->seq == 0 || (op->atto->flags & SENZA_OROLOGIO))
		return 0;
	clock_iso(last, ultimo->ora);
	if (adesso < ultimo->ora)
		return err_set(ERR_INVALID, "l'orologio segna %s ma l'ultimo "
		    "atto è delle %s: se l'ora è giusta, il responsabile del "
		    "protocollo la conferma con «conferma-ora»", op->ora_iso,
		    last);
	if ((r = registro_ente(&ente, op->a, op->st->registro)) != 0)
		return r;
	if (adesso - ultimo->ora > (int64_t)ente.salto_giorni * GIORNO)
		return err_set(ERR_INVALID, "l'orologio segna %s, più di %d "
		    "giorni dopo l'ultimo atto (%s): se l'ora è giusta, il "
		    "responsabile del protocollo la conferma con "
		    "«conferma-ora»", op->ora_iso, ente.salto_giorni, last);
	return 0;
}

/*
 * The bytes of a document, as they will be read back: what its istanza and its
 * files have put together may still be no document (a sender's name in a
 * message has any length).
 */
static int
write_document(struct op *op, struct deposito *d)
{
	struct nodo *ignored;
	AUTO_BUF b = { 0 };
	int r;

	nodo_write(&b, d->nodo);
	if ((r = store_forma(&ignored, op->a, op->st, op->st->registro,
	    b.data, b.len)) != 0)
		return err_prefix(r, "il documento che l'atto farebbe");
	d->p = arena_memdup(op->a, b.data, b.len);
	d->n = b.len;
	return 0;
}

/* Fixes the bytes of each deposit and their impronta. */
static int
seal_deposits(struct op *op)
{
	struct deposito *d;
	int r;

	for (d = op->depositi; d != NULL; d = d->succ) {
		if (percorso_altrui(d->percorso))
			return err_set(ERR_INVALID, "%s è di un altro ente: "
			    "resta com'è arrivato", d->percorso);
		if (d->nodo != NULL && (r = write_document(op, d)) != 0)
			return r;
		hash_hex(d->impronta, d->p, d->n);
	}
	return 0;
}

static void
add_folder(struct anello *an, const char *nome)
{
	int i;

	for (i = 0; i < an->n_cartelle; i++)
		if (strcmp(an->cartelle[i], nome) == 0)
			return;
	an->cartelle[an->n_cartelle++] = nome;
}

static struct anello *
link_of(struct op *op, const struct ultimo *ultimo, const struct nodo *busta)
{
	struct anello *an = arena_alloc(op->a, sizeof *an);
	char impronta[IMPRONTA_LEN + 1];
	const struct op_allegato *x;
	const struct deposito *d;
	size_t n = 0, files = 0;

	for (d = op->depositi; d != NULL; d = d->succ)
		n++;
	for (x = op->allegati; x != NULL; x = x->succ)
		files++;
	assert(n > 0 && op->casa != NULL);
	an->cartelle = arena_alloc(op->a, (n + 1) * sizeof *an->cartelle);
	an->documenti = arena_alloc(op->a, n * sizeof *an->documenti);
	an->allegati = arena_alloc(op->a, (files + 1) * sizeof *an->allegati);
	add_folder(an, op->casa);
	for (d = op->depositi; d != NULL; d = d->succ) {
		add_folder(an, d->cartella);
		an->documenti[an->n_documenti++] = (struct anello_documento){
		    .cartella = d->cartella, .percorso = d->percorso,
		    .id = d->id, .impronta = d->impronta };
	}
	for (x = op->allegati; x != NULL; x = x->succ)
		an->allegati[an->n_allegati++] = x->al.impronta;
	busta_impronta(impronta, busta);
	an->seq = op->seq = ultimo->seq + 1;
	an->ora = op->ora_iso;
	an->atto = op->atto->nome;
	an->operatore = op->utente;
	an->per = op->per;
	an->istanza = op->id;
	an->istanza_impronta = arena_strdup(op->a, impronta);
	an->precedente = ultimo->impronta;
	anello_seal(an);
	return an;
}

static int
place_attachments(struct op *op)
{
	const char *dir = store_allegati(op->a, op->st, clock_year(op->ora));
	const struct op_allegato *x;
	const char *to, *ext;
	int r;

	for (x = op->allegati; x != NULL; x = x->succ) {
		if ((r = dir_make(dir)) != 0 ||
		    (r = allegato_place(&x->al, dir)) != 0)
			return r;
		if (x->lega_a == NULL)
			continue;
		ext = strrchr(x->nome, '.');
		to = store_path(op->a, op->st, arena_printf(op->a,
		    "%s/allegati/%s%s", x->lega_a, x->al.impronta,
		    ext != NULL ? ext : ""));
		if ((r = dir_make_parent(to)) != 0 ||
		    (r = allegato_link(dir, x->al.impronta, to)) != 0)
			return r;
	}
	return 0;
}

static char *
journal_path(struct op *op, const char *folder, int ordinale)
{
	const char *tail = arena_printf(op->a, "-%s.xml", op->atto->nome);

	if (strncmp(folder, "registro/", 9) == 0)
		return arena_printf(op->a, "atti/%03d/%02d/%07d%s",
		    ordinale / 10000, ordinale / 100 % 100, ordinale, tail);
	return ordinale_path_grouped(op->a, "atti", ordinale, tail);
}

/* The rewritten history of this folder; NULL: it goes on as it was. */
static const struct op_riscrittura *
rewritten(const struct op *op, const char *nome)
{
	const struct op_riscrittura *x;

	for (x = op->riscrittura; x != NULL; x = x->succ)
		if (strcmp(x->cartella, nome) == 0)
			return x;
	return NULL;
}

/* The history of others, in the stage of the folder it goes into. */
static int
graft(struct op *op, struct folder *f, struct stage *s, const char *nome)
{
	const struct op_innesto *x = op->innesto;
	int r;

	if (x == NULL || strcmp(x->cartella, nome) != 0)
		return 0;
	if ((r = folder_adopt(f, x->storia)) != 0)
		return r;
	POINT("storia-adottata");
	return stage_graft(s, x->sotto, x->commit, x->radice);
}

/* The message: who reads the folder back learns from it whose act this is, and
 * that what is before belongs to others. */
static char *
message(struct op *op, const struct anello *an, const char *nome)
{
	const struct op_innesto *x = op->innesto;
	bool after = x != NULL && x->radice && strcmp(x->cartella, nome) == 0;

	return arena_printf(op->a, "%s%s%s\n\nAtto: %lld\n%s%s%s",
	    op->atto->nome, op->fatto ? " " : "", op->fatto ? op->fatto : "",
	    (long long)an->seq, after ? FOLDER_PRIMA : "",
	    after ? x->commit : "", after ? "\n" : "");
}

static int
commit_folder(struct op *op, const struct anello *an, const char *nome,
    const char *journal, const struct buf *entry)
{
	char head[COMMIT_LEN + 1], new[COMMIT_LEN + 1];
	const struct op_riscrittura *x = rewritten(op, nome);
	struct registro *reg = op->st->registro;
	AUTO(stage) s = NULL;
	const struct deposito *d;
	struct git_author author = { .nome = op->utente, .ora = op->ora,
	    .offset = clock_offset(op->ora) };
	struct folder *f;
	int r, atti;

	author.email = arena_printf(op->a, "%s@cartella.invalid", op->utente);
	if ((r = registro_testa(head, &atti, reg, nome)) != 0 ||
	    (r = store_folder(&f, op->st, nome, true)) != 0)
		return r;
	s = stage_new(f, x != NULL ? x->fatta.head : head);
	if ((r = graft(op, f, s, nome)) != 0)
		return r;
	for (d = op->depositi; d != NULL; d = d->succ)
		if (strcmp(d->cartella, nome) == 0 &&
		    (r = stage_put(s, d->percorso, d->p, d->n)) != 0)
			return r;
	if (journal != NULL &&
	    (r = stage_put(s, journal, entry->data, entry->len)) != 0)
		return r;
	if ((r = stage_commit(new, s, &author, message(op, an, nome))) != 0 ||
	    (r = registro_testa_set(reg, nome, new,
	    atti + (journal != NULL))) != 0 ||
	    (r = registro_mossa(reg, nome, head, new, x != NULL)) != 0)
		return r;
	POINT("oggetti-scritti");
	return registro_posto(reg, an->seq, nome, new);
}

static int
commit_all(struct op *op, const struct anello *an, const char *journal,
    struct nodo *busta)
{
	AUTO_BUF entry = { 0 };
	int r, i;

	nodo_write(&entry, anello_nodo(op->a, an, busta));
	for (i = 0; i < an->n_cartelle; i++)
		if ((r = commit_folder(op, an, an->cartelle[i],
		    i == 0 ? journal : NULL, &entry)) != 0)
			return r;
	return 0;
}

/* Their objects; nothing names them before COMMIT. */
static int
write_tags(struct op *op)
{
	const struct op_tag *t;
	struct folder *f;
	int r;

	for (t = op->tag; t != NULL; t = t->succ) {
		if ((r = store_folder(&f, op->st, t->cartella, false)) != 0 ||
		    (r = folder_tag_write(f, t->nome, t->p, t->n)) != 0 ||
		    (r = registro_mossa_tag(op->st->registro, t->cartella,
		    t->nome, t->id)) != 0)
			return r;
		POINT("tag-scritto");
	}
	return 0;
}

/* The deposit behind each document of the link, in the link's order. */
static struct deposito **
in_order(struct op *op, const struct anello *an)
{
	struct deposito **out, *d;
	int i;

	out = arena_alloc(op->a, (size_t)an->n_documenti *
	    sizeof(struct deposito *));
	for (i = 0; i < an->n_documenti; i++) {
		for (d = op->depositi; d != NULL; d = d->succ)
			if (d->cartella == an->documenti[i].cartella &&
			    d->percorso == an->documenti[i].percorso)
				out[i] = d;
		assert(out[i] != NULL);
	}
	return out;
}

/* The documents of others that came with the act. */
static int
write_others(struct op *op)
{
	const struct op_innesto *x = op->innesto;
	const struct nodo **doc;
	struct posizione *p;
	int i;

	if (x == NULL)
		return 0;
	p = arena_alloc(op->a, ((size_t)x->n + 1) * sizeof *p);
	doc = arena_alloc(op->a, ((size_t)x->n + 1) *
	    sizeof(const struct nodo *));
	for (i = 0; i < x->n; i++) {
		const struct op_altrui *d = &x->documenti[i];

		p[i] = (struct posizione){ op->seq, op->ora_iso, x->cartella,
		    arena_printf(op->a, "%s/%s", x->sotto, d->percorso),
		    d->impronta, d->impronta, d->tipo };
		doc[i] = d->nodo;
	}
	return registro_proietta_altrui(op->st->registro, p, doc, x->n);
}

static int
write_rows(struct op *op, struct anello *an, const char *journal)
{
	struct deposito **d = in_order(op, an);
	struct registro *reg = op->st->registro;
	const char **tipi;
	int i, r;

	tipi = arena_alloc(op->a, (size_t)an->n_documenti * sizeof *tipi);
	for (i = 0; i < an->n_documenti; i++) {
		tipi[i] = d[i]->tipo;
		/* whoever reads the folder again finds none there */
		if (percorso_tipo(d[i]->percorso) != NULL)
			an->documenti[i].id = NULL;
	}
	if ((r = registro_anello(reg, an, journal, tipi)) != 0)
		return r;
	for (i = 0; i < an->n_documenti; i++) {
		struct posizione p = { op->seq, op->ora_iso, d[i]->cartella,
		    d[i]->percorso, anello_id(&an->documenti[i]),
		    d[i]->impronta, d[i]->tipo };

		if ((r = registro_proietta(reg, &p, d[i]->nodo)) != 0)
			return r;
	}
	return write_others(op);
}

/*
 * What goes for good, to be done behind COMMIT.  The documents of the act and
 * what it does say the same: else nobody could tell bytes that were destroyed
 * from bytes that were lost.
 */
static int
write_destroyed(struct op *op)
{
	struct registro *reg = op->st->registro;
	const struct op_distrutto *x;
	const char **said;
	int r, n, i;

	if ((r = registro_distrutti_di(&said, &n, op->a, reg, op->seq)) != 0)
		return r;
	for (x = op->distrutti; x != NULL; x = x->succ) {
		for (i = 0; i < n && strcmp(said[i], x->impronta) != 0; i++)
			continue;
		if (x->cartella == NULL && i == n)
			return err_set(ERR_FAULT, "nessun documento dell'atto "
			    "dice distrutto l'allegato %s", x->impronta);
		if (x->cartella == NULL)
			said[i] = "";
		if ((r = registro_mossa_allegato(reg, x->cartella != NULL ?
		    x->cartella : "", x->impronta)) != 0)
			return r;
	}
	for (i = 0; i < n; i++)
		if (said[i][0] != '\0')
			return err_set(ERR_FAULT, "un documento dell'atto dice "
			    "distrutto l'allegato %s, e non va", said[i]);
	return 0;
}

int
istante_scrivi(struct op *op, const struct ultimo *ultimo)
{
	struct nodo *busta = busta_of(op->a, op->istanza);
	char head[COMMIT_LEN + 1];
	struct anello *an;
	const char *journal;
	int r, atti;

	if ((r = seal_deposits(op)) != 0)
		return r;
	an = link_of(op, ultimo, busta);
	if ((r = registro_testa(head, &atti, op->st->registro,
	    op->casa)) != 0)
		return r;
	journal = journal_path(op, op->casa, atti + 1);
	if ((r = write_rows(op, an, journal)) != 0 ||
	    (r = write_destroyed(op)) != 0)
		return r;
	POINT("righe-scritte");
	if ((r = place_attachments(op)) != 0)
		return r;
	POINT("allegati-posti");
	if ((r = commit_all(op, an, journal, busta)) != 0)
		return r;
	return write_tags(op);
}
