/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * stato_archivio.c - how the store is, as far as it can be told at once: the
 * last act, days and acts that wait for a seal, the read log, copies, room on the
 * disk, what the last `verifica` came to.  Whether it is sound, only that says.
 *
 * Says nothing of any case.  Norm: DPR 445/2000 art. 61; GDPR art. 32.
 */
#include <inttypes.h>
#include <sys/stat.h>
#include <sys/statvfs.h>

#include "atti/ente/salvataggi.h"
#include "atti/ente/verifiche.h"
#include "atti/table.h"
#include "registro/giorni.h"
#include "registro/sigilli.h"

static void
set_number(struct op *op, struct nodo *n, const char *nome, int64_t v)
{
	nodo_set(op->a, n, nome, arena_printf(op->a, "%" PRId64, v));
}

static int
chain(struct op *op)
{
	struct ultimo last;
	char iso[ORA_LEN + 1];
	int64_t sealed;
	struct nodo *n;
	int r;

	if ((r = registro_ultimo(&last, op->st->registro)) != 0 ||
	    (r = registro_sigillato(&sealed, op->st->registro)) != 0)
		return r;
	n = nodo_elem(op->a, op->vista, "catena");
	clock_iso(iso, last.ora);
	set_number(op, n, "atti", last.seq);
	nodo_set(op->a, n, "ultimo", iso);
	nodo_set(op->a, n, "anello", last.impronta);
	set_number(op, n, "sigillati", sealed);
	set_number(op, n, "da-sigillare", last.seq - sealed);
	return 0;
}

static int
days(struct op *op)
{
	struct nodo *n = nodo_elem(op->a, op->vista, "giorni");
	struct giornaliero last;
	const char *open;
	int r;

	r = registro_ultimo_giornaliero(&last, op->a, op->st->registro);
	if (r == 0)
		nodo_set(op->a, n, "formato", last.data);
	else if (r != ERR_ABSENT)
		return r;
	r = registro_da_chiudere(&open, op->a, op->st->registro);
	if (r == 0)
		nodo_set(op->a, n, "da-chiudere", open);
	else if (r != ERR_ABSENT)
		return r;
	err_clear();
	return 0;
}

static int
reads(struct op *op)
{
	char iso[ORA_LEN + 1], impronta[IMPRONTA_LEN + 1];
	struct letture *l;
	int64_t last = 0;
	struct nodo *n;
	int r;

	clock_iso(iso, clock_now());
	iso[GIORNO_LEN] = '\0';
	if ((r = store_letture(&l, op->st)) != 0)
		return r;
	r = letture_fine_giorno(&last, impronta, l, 0, iso);
	if (r != 0 && r != ERR_ABSENT)
		return r;
	err_clear();
	n = nodo_elem(op->a, op->vista, "letture");
	set_number(op, n, "righe", last);
	return 0;
}

/* Files that grow, and what is left for them. */
static void
room(struct op *op)
{
	static const char *const names[] = { "registro.sqlite",
	    "letture.sqlite", "accesso.sqlite" };
	struct nodo *disk = nodo_elem(op->a, op->vista, "disco"), *n;
	struct statvfs v;
	struct stat st;
	size_t i;

	if (statvfs(op->st->dir, &v) == 0) {
		set_number(op, disk, "libero",
		    (int64_t)v.f_bavail * (int64_t)v.f_frsize);
		set_number(op, disk, "totale",
		    (int64_t)v.f_blocks * (int64_t)v.f_frsize);
	}
	for (i = 0; i < NELEM(names); i++)
		if (stat(store_path(op->a, op->st, names[i]), &st) == 0) {
			n = nodo_elem(op->a, disk, "file");
			nodo_set(op->a, n, "nome", names[i]);
			set_number(op, n, "byte", st.st_size);
		}
}

/* What the last verification came to; how many defects, not where. */
static int
verification(struct op *op)
{
	struct nodo *n, *report;
	int r = verifiche_esito(&report, op->a, op->st->dir);

	if (r != 0 && r != ERR_ABSENT && r != ERR_INVALID)
		return r;
	err_clear();
	n = nodo_elem(op->a, op->vista, "verifica");
	if (r != 0) {
		nodo_set(op->a, n, "esito", r == ERR_ABSENT ? "mai" :
		    "illeggibile");
		return 0;
	}
	nodo_set(op->a, n, "esito", nodo_attr(report, "esito"));
	nodo_set(op->a, n, "modo", nodo_attr(report, "modo"));
	nodo_set(op->a, n, "inizio", nodo_attr(report, "inizio"));
	nodo_set(op->a, n, "intera", nodo_value(op->a, report,
	    "dopo/@intera"));
	set_number(op, n, "difetti", nodo_count(report, "difetto"));
	return 0;
}

static int
body(struct op *op)
{
	struct ente e;
	struct nodo *n;
	int r;

	if ((r = registro_ente(&e, op->a, op->st->registro)) != 0)
		return r;
	n = nodo_elem(op->a, op->vista, "ente");
	nodo_set(op->a, n, "denominazione", e.denominazione);
	nodo_set(op->a, n, "codice-ipa", e.codice_ipa);
	nodo_set(op->a, n, "codice-aoo", e.codice_aoo);
	nodo_set(op->a, n, "indirizzo", e.indirizzo);
	nodo_set(op->a, n, "pec", e.pec);
	nodo_set(op->a, n, "dimostrativo", e.dimostrativo ? "si" : NULL);
	nodo_set(op->a, n, "protocollo", e.esterno);
	return 0;
}

static int
applica(struct op *op)
{
	int r;

	op->letto = "stato-archivio";
	op->vista = nodo_new(op->a, "stato-archivio");
	if ((r = body(op)) != 0 || (r = chain(op)) != 0 ||
	    (r = days(op)) != 0 || (r = reads(op)) != 0 ||
	    (r = verification(op)) != 0)
		return r;
	room(op);
	return salvataggi_vista(op, op->vista);
}

const struct atto atto_stato_archivio = {
	.nome = "stato-archivio",
	.sommario = "com'è l'archivio: ultimo atto, sigilli, spazio sul disco",
	.norma = "art. 61 DPR 445/2000",
	.flags = LETTURA,
	.applica = applica,
};
