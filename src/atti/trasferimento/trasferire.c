/* SPDX-License-Identifier: EUPL-1.2 */
#include "atti/trasferimento/trasferire.h"

#include <string.h>

#include "atti/caso/cartella.h"
#include "atti/trasferimento/consegne.h"
#include "atti/trasferimento/pacchetto.h"
#include "base/random.h"
#include "documenti/trasferimento_busta.h"

/* ---- papers ---- */

static const char *
dir_of(struct arena *a, const char *caso)
{
	return arena_printf(a, DIR_TRASFERIMENTI "/%s", caso);
}

static const char *
path_of(struct arena *a, const char *caso, int ordine)
{
	return ordinale_path(a, dir_of(a, caso), ordine, ".xml");
}

const char *
trasferire_messaggio(struct arena *a, const char *caso, int ordine)
{
	return ordinale_path(a, arena_printf(a, "%s/messaggi", dir_of(a,
	    caso)), ordine, ".xml");
}

int
trasferire_carta(struct nodo **out, struct op *op,
    const struct trasferimento *t, int ordine)
{
	return store_documento(out, op->a, op->st, "ente", path_of(op->a,
	    t->caso, ordine));
}

static int
read_papers(struct trasferimento *t, struct op *op, bool qui)
{
	struct tr_carta *list;
	struct nodo *doc;
	int i, r;

	if ((r = registro_carte_trasferimento(&t->carte, &t->n_carte, op->a,
	    op->st->registro, t->caso)) != 0)
		return r;
	list = arena_alloc(op->a, ((size_t)t->n_carte + 1) * sizeof *list);
	for (i = 0; i < t->n_carte; i++) {
		if ((r = trasferire_carta(&doc, op, t,
		    t->carte[i].ordine)) != 0)
			return r;
		list[i] = (struct tr_carta){ doc, t->carte[i].giorno };
	}
	/* whoever offers it first had it */
	if (t->n_carte > 0)
		qui = t->carte[0].nostra;
	return trasferimento_rileggi(&t->tutti, op->a, t->noi, qui, list,
	    t->n_carte);
}

/* The side of that transfer, and whether another offer of ours waits. */
static void
choose(struct trasferimento *t, const char *id)
{
	const struct tr_lato *l;
	int i;

	for (i = 0; i < t->tutti.n; i++) {
		l = &t->tutti.lati[i];
		if (id != NULL && strcmp(l->patto.id, id) == 0)
			t->lato = *l;
		else if (l->stato == TR_OFFERTA || l->stato == TR_ACCETTATA)
			t->altra_offerta = true;
	}
}

int
trasferire_leggi(struct trasferimento *out, struct op *op, const char *caso,
    const char *id, bool qui)
{
	struct trasferimento t = { .caso = caso, .tutti.in_carico = qui };
	struct ente noi;
	int r;

	if ((r = registro_ente(&noi, op->a, op->st->registro)) != 0)
		return r;
	t.noi = noi.codice_ipa;
	if (caso != NULL && (r = read_papers(&t, op, qui)) != 0)
		return r;
	choose(&t, id);
	*out = t;
	return 0;
}

int
trasferire_detto(struct trasferimento *out, struct op *op)
{
	const char *id = op_campo(op, "trasferimento"), *caso;
	struct occhio occhio = op_occhio(op);
	int r;

	if ((r = registro_trasferimento(nodo_new(op->a, "trasferimenti"),
	    op->a, op->st->registro, &occhio, id)) != 0 ||
	    (r = registro_caso_del_trasferimento(&caso, op->a,
	    op->st->registro, id)) != 0)
		return r;
	return trasferire_leggi(out, op, caso, id, false);
}

/* The last that is not over. */
static const char *
waiting_offer(const struct trasferimento *t)
{
	const char *id = NULL;
	int i;

	for (i = 0; i < t->tutti.n; i++)
		if (t->tutti.lati[i].stato == TR_OFFERTA ||
		    t->tutti.lati[i].stato == TR_ACCETTATA)
			id = t->tutti.lati[i].patto.id;
	return id;
}

int
trasferire_cartella(struct trasferimento *out, struct op *op,
    const struct numero *n)
{
	const char *caso = NULL, *id;
	int r;

	r = registro_caso_della_cartella(&caso, op->a, op->st->registro, n);
	if (r != 0 && r != ERR_ABSENT)
		return r;
	err_clear();
	if ((r = trasferire_leggi(out, op, caso, NULL, true)) != 0)
		return r;
	if ((id = waiting_offer(out)) == NULL)
		return 0;
	out->altra_offerta = false;
	choose(out, id);
	return 0;
}

/* ---- steps ---- */

struct tr_esito
trasferire_passo(const struct trasferimento *t, struct op *op,
    enum tr_evento evento, const struct tr_lettera *m, const char *firmatario,
    const char *pacchetto)
{
	const struct tr_fatto f = { .evento = evento, .lettera = m,
	    .noi = t->noi, .firmatario = firmatario, .pacchetto = pacchetto,
	    .oggi = op_oggi(op), .in_carico = t->tutti.in_carico,
	    .altra_offerta = t->altra_offerta };

	return trasferimento_passo(&t->lato, &f);
}

struct tr_esito
trasferire_decidi(const struct trasferimento *t, struct op *op,
    const char *path, enum tr_evento evento, const struct tr_lettera *m,
    const char *pacchetto)
{
	struct tr_esito e = trasferire_passo(t, op, evento, m, NULL,
	    pacchetto);

	if (e.rifiutato)
		op_errore(op, path, "trasferimento", NULL, "%s", e.motivo);
	return e;
}

/* ---- packages ---- */

/* The texts of the children of that name. */
static const char *const *
texts(int *n, struct arena *a, const struct nodo *from, const char *nome)
{
	const char **list = NULL;
	const struct nodo *x;
	int cap = 0;

	*n = 0;
	for (x = nodo_child(from, nome); x != NULL; x = nodo_next(x, nome)) {
		list = arena_more(a, list, *n, &cap, sizeof *list);
		list[(*n)++] = nodo_all_text(a, x);
	}
	return list;
}

void
trasferire_riserve(struct tr_stesura *out, struct arena *a,
    const struct nodo *from)
{
	out->resta = texts(&out->n_resta, a, from, "resta");
	out->oscura = texts(&out->n_oscura, a, from, "oscura");
	out->per = nodo_value(a, from, "per");
	if (out->n_oscura > 0 && out->per == NULL)
		out->per = TR_DESTINAZIONE;
}

static struct pacchetto_riserve
reserves(const struct tr_stesura *s)
{
	return (struct pacchetto_riserve){ s->resta, s->n_resta, s->oscura,
	    s->n_oscura, s->per };
}

int
trasferire_riserve_esamina(struct op *op, const struct numero *n,
    const struct tr_stesura *s, const char *path)
{
	struct pacchetto_riserve r = reserves(s);

	return pacchetto_riserve_esamina(op, n, &r, path);
}

int
trasferire_pacchetto(const char **impronta, const char **nota,
    struct op *op, const struct numero *n, const struct tr_stesura *s)
{
	struct pacchetto p = { .op = op, .n = *n, .riserve = reserves(s),
	    .senza_pdf = pacchetto_senza_pdf(op) };
	int r;

	op->ora = clock_now();
	clock_iso(op->ora_iso, op->ora);
	if ((r = pacchetto_fai(&p)) != 0)
		return r;
	*nota = p.nota;
	return consegna_tieni(impronta, op, &p.borsa);
}

/* ---- messages ---- */

int
trasferire_sigillo(struct op *op)
{
	return firmare_esamina(op, FIRMA_SIGILLO);
}

int
trasferire_sigilla(struct spedita *out, struct op *op, enum tr_messaggio tipo,
    const struct tr_lettera *m, struct tr_stesura *s)
{
	struct tr_lettera of = *m;
	struct manifesto_oggetto o;
	char id[ID_LEN + 1];
	int r;

	of.tipo = tipo;
	random_id(id);
	s->id = arena_strdup(op->a, id);
	s->data = op_oggi(op);
	s->autore = op_agente(op);
	out->carta = trasferimento_scrivi(op->a, &of, s);
	o = trasferimento_oggetto(op->a, out->carta);
	if ((r = firmare(&out->firma, op, FIRMA_SIGILLO, SCOPO_SIGILLO, &o,
	    1)) != 0)
		return r;
	out->messaggio = trasferimento_messaggio(op->a, out->carta,
	    out->firma.manifesto, arena_strndup(op->a, out->firma.firma,
	    out->firma.firma_n));
	return 0;
}

void
trasferire_deposita(struct op *op, const struct trasferimento *t, int n,
    struct nodo *carta, struct nodo *messaggio)
{
	int ordine = t->n_carte + n + 1;

	op_deposita(op, "ente", path_of(op->a, t->caso, ordine), carta);
	op_deposita(op, "ente", trasferire_messaggio(op->a, t->caso, ordine),
	    messaggio);
}

int
trasferire_spedisci(struct op *op, const struct trasferimento *t, int n,
    const struct spedita *s)
{
	int r;

	if ((r = firmare_ancora(op, &s->firma)) != 0)
		return r;
	trasferire_deposita(op, t, n, s->carta, s->messaggio);
	return 0;
}

/* ---- one word to the other ---- */

int
trasferire_parola(struct op *op, trasferire_trova_fn *trova,
    enum tr_messaggio tipo, struct tr_stesura *s)
{
	struct spedita *out = arena_alloc(op->a, sizeof *out);
	struct trasferimento t;
	int r;

	if ((r = op_dipende(op, "ente")) != 0 || (r = trova(&t, op)) != 0 ||
	    (r = trasferire_sigilla(out, op, tipo, &t.lato.patto, s)) != 0)
		return r < 0 ? r : 0;
	op->prep = out;
	return 0;
}

int
trasferire_detta(struct op *op, trasferire_trova_fn *trova)
{
	struct trasferimento t;
	int r;

	if (op->prep == NULL)
		return err_set(ERR_FAULT, "il messaggio non è stato "
		    "preparato");
	if ((r = trova(&t, op)) != 0)
		return r;
	op->fatto = t.lato.patto.id;
	return trasferire_spedisci(op, &t, 0, op->prep);
}
