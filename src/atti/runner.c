/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * runner.c - the order of things, for one act or for several that wait
 * together.  Keeps: nobody is answered before COMMIT and branches; an error
 * leaves nothing of its act; the same istanza is done once.
 */
#include "atti/runner.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "atti/atto.h"
#include "atti/avanza.h"
#include "atti/caso/altrui.h"
#include "atti/chi.h"
#include "atti/ente/ripristino.h"
#include "atti/ente/salvataggi.h"
#include "atti/istante.h"
#include "atti/passi.h"
#include "atti/protocollo/giorni.h"
#include "base/file.h"
#include "base/lock.h"
#include "base/point.h"
#include "registro/scarti.h"

#define TRIES 3		/* preparations when a folder keeps moving */

/* ---- outcomes ---- */

void
runner_guasto(struct op *op, int code)
{
	op->stato = OP_ERRORE;
	op->errore = code;
	op->messaggio = arena_strdup(op->a, err_msg());
	op->vista = NULL;
}

/* The answer to an act: computed from the register, so that a repeated
 * istanza is answered with the same. */
static int
answer(struct op *op)
{
	int r;

	op->vista = nodo_new(op->a, "esito");
	if ((r = registro_esito(op->vista, op->a, op->st->registro,
	    op->seq)) != 0)
		return r;
	nodo_elem_text(op->a, op->vista, "nota", op->nota);
	return salvataggi_esito(op);
}

/* The least that an answer says, known without reading anything. */
static void
name_it(struct op *op)
{
	if (nodo_attr(op->vista, "atto") != NULL)
		return;
	nodo_set(op->a, op->vista, "atto", op->atto->nome);
	nodo_set(op->a, op->vista, "seq", arena_printf(op->a, "%lld",
	    (long long)op->seq));
}

/* 1: this istanza was done before, and by the same user: answered. */
static int
done_before(struct op *op)
{
	int r = registro_istanza(&op->seq, op->st->registro, op->id);

	if (r == ERR_ABSENT)
		return 0;
	if (r != 0 || (r = answer(op)) != 0)
		return r;
	/* an id is not a key to somebody else's act */
	if (strcmp(nodo_attr(op->vista, "operatore"), op->utente) != 0 ||
	    strcmp(nodo_attr(op->vista, "atto"), op->atto->nome) != 0)
		return err_set(ERR_INVALID,
		    "questa istanza è già stata usata per un altro atto");
	op->stato = OP_FATTO;
	op->ripetuta = true;
	return 1;
}

bool
runner_rifiutato(struct op *op)
{
	if (!op_fermo(op))
		return false;
	op->stato = OP_RIFIUTATO;
	return true;
}

/* A kit takes the atti of the emergency, a register all others. */
/* What is written there would be gone with the next backup that comes. */
static int
not_standby(const struct op *op)
{
	char iso[ORA_LEN + 1];
	struct riserva x;
	int r = riserva_leggi(&x, op->st->dir);

	if (r == ERR_ABSENT) {
		err_clear();
		return 0;
	}
	if (r != 0)
		return r;
	clock_iso(iso, x.ora);
	return err_set(ERR_INVALID, "questa è la copia di riserva, com'era "
	    "l'archivio il %s: vi si legge soltanto; se l'archivio è perduto, "
	    "lo diventa con «cartella promuovi»", iso);
}

static int
right_place(const struct op *op)
{
	int r, flags = op->atto->flags;

	if (op->st->kit && !(flags & (ANCHE_KIT | SOLO_KIT)))
		return err_set(ERR_INVALID, "questo è un kit per il registro "
		    "di emergenza: vi si registra con «registra-emergenza»; "
		    "«%s» si fa nel registro, al ripristino", op->atto->nome);
	if (!op->st->kit && (flags & SOLO_KIT))
		return err_set(ERR_INVALID, "«%s» si fa in un kit preparato "
		    "con «prepara-emergenza» e scritto con «scrivi-kit»",
		    op->atto->nome);
	if (flags & (LETTURA | FONDA))
		return 0;
	if ((r = not_standby(op)) != 0 || (flags & NEL_RIPRISTINO))
		return r;
	if ((r = ripristino_aperto(op->st)) == 1)
		return err_set(ERR_INVALID, "questo archivio è stato "
		    "ripristinato e gli mancano numeri già dati: finché il "
		    "responsabile non li dichiara con «dichiara-perduti» si "
		    "legge soltanto, e si registra nel registro di emergenza");
	return r;
}

int
runner_permesso(struct op *op)
{
	int r;

	if (op->atto->flags & FONDA)
		return 0;
	if ((r = chi_per(op)) != 0)
		return r;
	return registro_permesso(op->st->registro, op_agente(op),
	    op->atto->nome);
}

/* Permission and rules on the facts as they are now. */
int
runner_guarda(struct op *op)
{
	struct rilievi none = { .a = op->a };
	int r;

	op->ril = none;
	registro_mano(op->st->registro, op->per != NULL ? op->utente : NULL);
	if ((r = right_place(op)) != 0 || (r = runner_permesso(op)) != 0)
		return r;
	altrui_esamina(op);
	return op->atto->esamina != NULL ? op->atto->esamina(op) : 0;
}

/* ---- before the lock ---- */

static int
first_look(struct op *op)
{
	int r;

	if ((r = registro_read_begin(op->st->registro)) != 0)
		return r;
	if ((r = done_before(op)) == 0)
		r = runner_guarda(op);
	registro_read_end(op->st->registro);
	return r;
}

/* prepara says no: perhaps because the same istanza, sent twice, has just
 * been done and stands in its own way. */
static int
done_meanwhile(struct op *op, int code)
{
	const char *why = arena_strdup(op->a, err_msg());
	int r;

	if ((r = registro_read_begin(op->st->registro)) != 0)
		return r;
	r = done_before(op);
	registro_read_end(op->st->registro);
	if (r != 0)
		return r < 0 ? r : 0;
	return code != 0 ? err_set(code, "%s", why) : 0;
}

static int
prepare(struct op *op)
{
	int r;

	op->stato = OP_DA_FARE;
	if ((r = first_look(op)) != 0)
		return r < 0 ? r : 0;
	if (runner_rifiutato(op) || op->atto->prepara == NULL)
		return 0;
	POINT("prima-di-prepara");
	r = op->atto->prepara(op);
	POINT("dopo-prepara");
	return r != 0 || runner_rifiutato(op) ? done_meanwhile(op, r) : 0;
}

int
runner_esamina(struct op *op)
{
	int r;

	op->stato = OP_DA_FARE;
	if ((r = first_look(op)) != 0)
		return r < 0 ? r : 0;
	if (runner_rifiutato(op) || !op->saggio || op->atto->prepara == NULL)
		return 0;
	if ((r = op->atto->prepara(op)) == 0)
		runner_rifiutato(op);
	return r;
}

/* ---- under the lock ---- */

/* The document as it stood on the head the istanza was made on. */
static int
base_text(struct buf *out, struct op *op, const struct deposito *d,
    const char *commit)
{
	struct folder *f;
	int r;

	if ((r = store_folder(&f, op->st, d->cartella, false)) != 0)
		return r;
	r = folder_read(out, f, commit, d->percorso);
	return r == ERR_ABSENT ? 0 : r;
}

/* Does the act rewrite a document that someone wrote since its base? */
static int
conflict(struct op *op, const struct deposito *d)
{
	const char *commit;
	char impronta[IMPRONTA_LEN + 1];
	AUTO_BUF was = { 0 };
	AUTO_BUF is = { 0 };
	AUTO_BUF mine = { 0 };
	struct attuale at;
	int r;

	if (d->fuso)
		return 0;
	if ((r = op_base(&commit, op, d->cartella)) != 0 || commit == NULL)
		return r < 0 ? r : 0;
	r = registro_attuale(&at, op->a, op->st->registro, d->cartella,
	    d->percorso);
	if (r == ERR_ABSENT)
		return 0;
	if (r != 0 || (r = base_text(&was, op, d, commit)) != 0)
		return r;
	hash_hex(impronta, buf_str(&was), was.len);
	if (strcmp(impronta, at.impronta) == 0)
		return 0;
	if ((r = store_bytes(&is, op->st, d->cartella, d->percorso)) != 0)
		return r;
	nodo_write(&mine, d->nodo);
	rilievo_add(&op->ril, ERRORE, "", "conflitto", NULL, "%s è stato "
	    "scritto da altri dopo che l'avevi aperto; il testo che c'è ora:\n"
	    "%s\nil tuo:\n%s", d->percorso, buf_str(&is), buf_str(&mine));
	return 0;
}

static int
check_conflicts(struct op *op)
{
	const struct deposito *d;
	int r;

	for (d = op->depositi; d != NULL; d = d->succ)
		if (d->nodo != NULL && (r = conflict(op, d)) != 0)
			return r;
	return 0;
}

/* Nothing is written any more in what was destroyed. */
static int
check_destroyed(struct op *op)
{
	const struct deposito *d;
	struct scartata s;
	int r;

	for (d = op->depositi; d != NULL; d = d->succ) {
		if ((r = registro_scartata(&s, op->a, op->st->registro,
		    d->cartella)) < 0)
			return r;
		if (r == 0)
			continue;
		rilievo_add(&op->ril, ERRORE, "", "scartata",
		    "art. 21 D.lgs 42/2004", "%s è stata scartata il %s "
		    "(%s): non vi si scrive più", d->cartella, s.data,
		    s.autorizzazione);
		return 0;
	}
	return 0;
}

/* One act in its savepoint.  1: written; 0: refused or repeated. */
static int
do_one(struct op *op, struct ultimo *ultimo, int64_t adesso)
{
	int r;

	op->depositi = NULL;
	op->ultimo = &op->depositi;
	op->tag = NULL;
	op->riscrittura = NULL;
	op->distrutti = NULL;
	op->innesto = NULL;
	op->casa = NULL;
	if ((r = done_before(op)) != 0)
		return r < 0 ? r : 0;
	if ((r = istante_ora(op, ultimo, adesso)) != 0 ||
	    (r = runner_guarda(op)) != 0)
		return r;
	if (runner_rifiutato(op))
		return 0;
	if ((r = op->atto->applica(op)) != 0 ||
	    (r = check_destroyed(op)) != 0 || (r = check_conflicts(op)) != 0)
		return r;
	if (runner_rifiutato(op))
		return 0;
	if ((r = giorni_forma(op, ultimo)) != 0 ||
	    (r = istante_scrivi(op, ultimo)) != 0)
		return r;
	return 1;
}

/* Each act in a savepoint of its own; *written counts those to commit. */
static int
do_each(struct store *st, struct op **ops, int n, int *written)
{
	int64_t adesso = clock_now();
	struct ultimo ultimo;
	int i, r;

	*written = 0;
	for (i = 0; i < n; i++) {
		if (ops[i]->stato != OP_DA_FARE)
			continue;
		if ((r = registro_savepoint(st->registro)) != 0 ||
		    (r = registro_ultimo(&ultimo, st->registro)) != 0)
			return r;
		r = do_one(ops[i], &ultimo, adesso);
		if (r == 1) {
			if ((r = registro_release(st->registro)) != 0)
				return r;
			++*written;
			continue;
		}
		if (r < 0)
			runner_guasto(ops[i], r);
		registro_undo(st->registro);
		/* a full disk rolls back everything, not one savepoint */
		if (!registro_in_transaction(st->registro))
			return err_set(r < 0 ? r : ERR_FAULT, "%s",
			    r < 0 ? ops[i]->messaggio : "transazione persa");
	}
	return 0;
}

/* Everything between BEGIN and COMMIT for acts that are ready. */
static int
transaction(struct store *st, struct op **ops, int n)
{
	int r, written;

	if ((r = registro_begin(st->registro)) != 0)
		return r;
	if ((r = do_each(st, ops, n, &written)) != 0)
		return r;
	if (written == 0)
		return 0;
	POINT("prima-della-sincronia");
	if ((r = file_sync_all(st->dir)) != 0 ||
	    (r = registro_mosse_togli(st->registro, st->boot)) != 0)
		return r;
	POINT("prima-del-commit");
	if ((r = registro_commit(st->registro)) != 0)
		return r;
	POINT("dopo-il-commit");
	return 0;
}

/*
 * After COMMIT: the acts have happened; now they are seen.  An error here is
 * no refusal: the number is given, and the next act or `verifica` completes
 * what is pending.
 */
static void
publish(struct store *st, struct op **ops, int n)
{
	const char *pending = NULL;
	AUTO(arena) a = arena_new();
	int i;

	if (avanza(st) != 0)
		pending = arena_strdup(a, err_msg());
	for (i = 0; i < n; i++) {
		if (ops[i]->stato != OP_DA_FARE)
			continue;
		ops[i]->stato = OP_FATTO;
		if (answer(ops[i]) != 0) {
			pending = arena_strdup(a, err_msg());
			name_it(ops[i]);
		}
		if (pending != NULL)
			nodo_set(ops[i]->a, ops[i]->vista, "in-sospeso",
			    pending);
	}
}

/* 1: some act must be prepared again, a folder it read has moved. */
static int
stale(struct op **ops, int n)
{
	int i, r;

	for (i = 0; i < n; i++) {
		if (ops[i]->stato != OP_DA_FARE)
			continue;
		if ((r = op_dipendenze_ferme(ops[i])) < 0)
			return r;
		if (r == 0)
			return 1;
	}
	return 0;
}

static int
locked(struct store *st, struct op **ops, int n)
{
	int r;

	POINT("lucchetto-preso");
	if ((r = store_current(st)) != 0 || (r = avanza(st)) != 0 || (r = stale(ops, n)) != 0)
		return r;
	r = transaction(st, ops, n);
	registro_rollback(st->registro);
	if (r == 0)
		publish(st, ops, n);
	return r;
}

/* 0, 1 (prepare again) or an error. */
static int
with_lock(struct store *st, struct op **ops, int n)
{
	struct lock lock = { -1 };
	AUTO(arena) a = arena_new();
	int r;

	if ((r = lock_take(&lock, store_path(a, st, ".scrittura"))) != 0)
		return r;
	r = locked(st, ops, n);
	lock_release(&lock);
	POINT("lucchetto-lasciato");
	return r;
}

static int
moving(void)
{
	return err_set(ERR_BUSY, "altri stanno scrivendo nelle stesse "
	    "cartelle: riprova fra poco");
}

/* Its files are read from their beginning, as the first time; of one that cannot
 * be (a pipe) half would be taken for all. */
static int
files_again(const struct op *op)
{
	int i;

	for (i = 0; i < op->n_file; i++)
		if (lseek(op->file[i].fd, 0, SEEK_SET) != 0)
			return moving();
	return 0;
}

static void
prepare_all(struct op **ops, int n, bool again)
{
	int i, r;

	for (i = 0; i < n; i++) {
		if (again) {
			if (ops[i]->stato != OP_DA_FARE ||
			    op_dipendenze_ferme(ops[i]) == 1)
				continue;
			op_azzera(ops[i]);
		}
		if ((again && (r = files_again(ops[i])) != 0) ||
		    (r = prepare(ops[i])) != 0)
			runner_guasto(ops[i], r);
		ops[i]->pronta = r == 0;
	}
}

static int
waiting(struct op **ops, int n)
{
	int i, count = 0;

	for (i = 0; i < n; i++)
		count += ops[i]->stato == OP_DA_FARE;
	return count;
}

/* An error that undid the whole transaction: each act alone. */
static int
one_by_one(struct store *st, struct op **ops, int n, int code)
{
	int i, r;

	for (i = 0; i < n; i++) {
		if (!ops[i]->pronta || ops[i]->stato == OP_RIFIUTATO ||
		    ops[i]->stato == OP_FATTO)
			continue;
		if (n == 1) {
			if (ops[i]->stato != OP_ERRORE)
				runner_guasto(ops[i], code);
			continue;
		}
		ops[i]->stato = OP_DA_FARE;
		if ((r = with_lock(st, &ops[i], 1)) == 1)
			r = moving();
		if (r != 0)
			runner_guasto(ops[i], r);
	}
	return 0;
}

int
runner_gruppo(struct store *st, struct op **ops, int n)
{
	int r, i, tries;

	prepare_all(ops, n, false);
	for (tries = 0; waiting(ops, n) > 0; tries++) {
		r = with_lock(st, ops, n);
		if (r < 0)
			return one_by_one(st, ops, n, r);
		if (r == 0)
			break;
		if (tries == TRIES) {
			moving();
			for (i = 0; i < n; i++)
				if (ops[i]->stato == OP_DA_FARE)
					runner_guasto(ops[i], ERR_BUSY);
			break;
		}
		prepare_all(ops, n, true);
	}
	return 0;
}

int
runner_esegui(struct op *op)
{
	int r;

	if (op->atto->flags & LETTURA)
		r = runner_leggi(op->st, &op, 1);
	else
		r = runner_gruppo(op->st, &op, 1);
	if (r != 0)
		return r;
	if (op->stato == OP_ERRORE)
		return err_set(op->errore, "%s", op->messaggio);
	return 0;
}
