/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * persone.c - look for people while a name is typed; warn of one who is there
 * already.
 *
 * Refuses: less than two letters.  Keeps: only cases the reader sees are looked
 * into, so that a hidden one changes nothing, not even a count; cartelle joined
 * with «unisci-persone» are one person, of whom those he sees are shown.
 * Norm: GDPR artt. 5(1)(d), 32.
 */
#include "atti/caso/persone.h"

#include <string.h>

#include "atti/table.h"
#include "base/buf.h"
#include "registro/persone.h"

/* ---- the answer ---- */

/* Already shown below a person of another cartella. */
struct mostrate {
	const struct numero *n[PERSONE_LIMITE * 4];
	int count;
};

static bool
shown(const struct mostrate *m, const struct numero *n)
{
	int i;

	for (i = 0; i < m->count; i++)
		if (numero_equal(m->n[i], n))
			return true;
	return false;
}

static void
add_case(struct op *op, struct nodo *persona, const struct numero *n,
    const char *ruolo)
{
	struct nodo *c = nodo_elem_text(op->a, persona, "caso",
	    numero_text(op->a, n));

	nodo_set(op->a, c, "ruolo", ruolo[0] != '\0' ? ruolo : "interessato");
}

/* The other cartelle of who is the person of this one. */
static int
add_joined(struct op *op, struct nodo *persona, const struct persona *p,
    struct mostrate *m)
{
	struct occhio occhio = op_occhio(op);
	struct numero *unite;
	int r, i, n;

	if (p->caso.serie != SERIE_CARTELLA || p->ruolo[0] != '\0')
		return 0;
	if ((r = registro_persona_unite(&unite, &n, op->a, op->st->registro,
	    &occhio, &p->caso)) != 0)
		return r;
	for (i = 1; i < n; i++) {
		add_case(op, persona, &unite[i], "");
		if (m->count < (int)NELEM(m->n))
			m->n[m->count++] = &unite[i];
	}
	return 0;
}

static int
add_person(struct op *op, const struct persona *p, struct mostrate *m)
{
	struct nodo *n;

	if (p->ruolo[0] == '\0' && shown(m, &p->caso))
		return 0;
	n = nodo_elem(op->a, op->vista, "persona");
	if (p->grado >= 10)
		nodo_set(op->a, n, "simile", "si");
	nodo_elem_text(op->a, n, "cognome", p->cognome);
	nodo_elem_text(op->a, n, "nome", p->nome);
	nodo_elem_text(op->a, n, "nascita", p->nascita);
	nodo_elem_text(op->a, n, "codice-fiscale", p->codice_fiscale);
	add_case(op, n, &p->caso, p->ruolo);
	return add_joined(op, n, p, m);
}

/* The log says of which cases people were shown, not what was typed. */
static const char *
looked_at(struct op *op)
{
	const struct nodo *p, *c;
	AUTO_BUF b = { 0 };

	buf_puts(&b, "mostrate=");
	for (p = nodo_child(op->vista, NULL); p; p = nodo_next(p, NULL))
		for (c = nodo_child(p, "caso"); c; c = nodo_next(c, "caso"))
			buf_printf(&b, "%s%s", b.len > 9 ? "," : "",
			    nodo_all_text(op->a, c));
	return arena_strdup(op->a, buf_str(&b));
}

static int
applica(struct op *op)
{
	struct occhio occhio = op_occhio(op);
	struct persona *list, *p;
	struct mostrate m = { 0 };
	bool altri;
	int r;

	if ((r = registro_persone(&list, &altri, op->a, op->st->registro,
	    &occhio, op_campo(op, "cercato"))) != 0)
		return r;
	op->vista = nodo_new(op->a, "persone");
	if (altri)
		nodo_set(op->a, op->vista, "altri", "si");
	for (p = list; p != NULL; p = p->succ)
		if ((r = add_person(op, p, &m)) != 0)
			return r;
	op->letto = looked_at(op);
	return 0;
}

const struct atto atto_persone = {
	.nome = "persone",
	.sommario = "cerca una persona fra i casi che puoi vedere",
	.norma = "artt. 5(1)(d) e 32 GDPR",
	.flags = LETTURA,
	.applica = applica,
};

/* ---- the warning ---- */

/* Of an <anagrafica>, or of the <segnalato> of an accesso. */
static struct persona
person_of(struct arena *a, const struct nodo *n)
{
	struct persona p = {
		.cognome = nodo_value(a, n, "cognome"),
		.nome = nodo_value(a, n, "nome"),
		.nascita = nodo_value(a, n, "nascita/data"),
		.codice_fiscale = nodo_value(a, n, "codice-fiscale"),
	};

	if (p.nascita == NULL)
		p.nascita = nodo_value(a, n, "nato");
	if (p.codice_fiscale == NULL)
		p.codice_fiscale = nodo_value(a, n, "stp");
	if (p.nome == NULL)
		p.nome = "";
	return p;
}

/* 1: p's case is `tranne`, its accesso, or one joined to it; 0; an error. */
static int
excepted(struct op *op, const struct persona *p, const struct numero *tranne)
{
	struct numero had;
	int r;

	if (tranne == NULL)
		return 0;
	if (numero_equal(&p->caso, tranne))
		return 1;
	if (tranne->serie == SERIE_CARTELLA && p->caso.serie == SERIE_CARTELLA)
		return p->ruolo[0] != '\0' ? 0 : registro_persona_unita(
		    op->st->registro, tranne, &p->caso);
	if (tranne->serie == p->caso.serie)
		return 0;
	r = registro_cartella_di(&had, op->st->registro,
	    tranne->serie == SERIE_ACCESSO ? tranne : &p->caso);
	if (r == 0)
		return numero_equal(&had, tranne->serie == SERIE_ACCESSO ?
		    &p->caso : tranne);
	if (r == ERR_ABSENT)
		err_clear();
	return r == ERR_ABSENT ? 0 : r;
}

/* "CS-2026-0000001 (Bianchi Luca, nato il 2018-03-01)". */
static void
name(struct buf *out, struct op *op, const struct persona *p)
{
	buf_printf(out, "%s%s (%s %s", out->len > 0 ? ", " : "",
	    numero_text(op->a, &p->caso), p->cognome, p->nome);
	if (p->nascita != NULL)
		buf_printf(out, ", %.2s/%.2s/%.4s", p->nascita + 8,
		    p->nascita + 5, p->nascita);
	if (p->ruolo[0] != '\0')
		buf_printf(out, ", %s", p->ruolo);
	buf_putc(out, ')');
}

int
persone_simili(struct op *op, const struct nodo *chi,
    const char *path, const struct numero *tranne)
{
	const struct occhio occhio = { op_agente(op), "persone" };
	struct persona cercata = person_of(op->a, chi), *p;
	AUTO_BUF b = { 0 };
	int r;

	if ((r = registro_persone_simili(&p, op->a, op->st->registro, &occhio,
	    &cercata)) != 0)
		return r;
	for (; p != NULL; p = p->succ) {
		if ((r = excepted(op, p, tranne)) < 0)
			return r;
		if (r == 0)
			name(&b, op, p);
	}
	if (b.len > 0)
		op_avviso(op, path, "persona-nota", "art. 5(1)(d) GDPR",
		    "questa persona sembra già nota: %s; guarda se è la "
		    "stessa e, se va bene così, conferma con --conferma "
		    "persona-nota", buf_str(&b));
	return 0;
}
