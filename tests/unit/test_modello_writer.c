/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * The intake of models that the real Writer has saved: what people type, cut
 * in pieces by colours, languages, recorded changes, comments, in every place;
 * what is taken in goes through Writer again and is taken in the same.  Without
 * a window Writer does not say where pages end: places are paragraphs here.
 *
 * LibreOffice is started twice: all files at once.
 */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "accolta.h"
#include "strumenti.h"

#define SORGENTI "tests/fixtures/modelli"

struct caso {
	const char *nome;
	int campi;		/* real fields, in text and styles */
	const char *usati, *sezioni, *avvisi;
};

static const struct caso buoni[] = {
	{ "digitati", 19, "campo:corpo campo:data "
	    "campo:destinatario.denominazione campo:ente.codice-ipa "
	    "campo:libero.classe-frequentata campo:oggetto", "", "note" },
	{ "revisioni", 4, "campo:data campo:ente.codice-ipa campo:oggetto",
	    "", "revisioni commenti" },
	{ "blocchi", 8, "campo:data elenco:famiglia campo:famiglia.cognome "
	    "campo:famiglia.nome campo:oggetto elenco:riferimenti "
	    "campo:riferimenti.testo", "ripeti_famiglia se_famiglia.nome "
	    "se_non_oggetto se_oggetto se_data se_oggetto2 ripeti_riferimenti",
	    "" },
	{ "immagine", 1, "campo:oggetto", "", "collegamenti" },
};

static char *casa;		/* a folder of its own for all */
static const char *spediti[8];	/* shipped models, for the second start */
static int spediti_dopo;
static struct arena *arena;

static const char *
in_casa(const char *dir, const char *nome, const char *ext)
{
	return arena_printf(arena, "%s/%s/%s.%s", casa, dir, nome, ext);
}

/* All files of `list` to ODT in folder `to`. */
static void
writer(const char *to, const char *const *list, int n)
{
	const char **argv = arena_alloc(arena, ((size_t)n + 8) * sizeof *argv);
	AUTO_BUF out = { 0 };
	int k = 0, i;

	argv[k++] = "/usr/bin/soffice";
	argv[k++] = "--headless";
	argv[k++] = arena_printf(arena, "-env:UserInstallation=file://%s/p",
	    casa);
	argv[k++] = "--convert-to";
	argv[k++] = "odt";
	argv[k++] = "--outdir";
	argv[k++] = in_casa(to, ".", "");
	argv[k - 1] = arena_printf(arena, "%s/%s", casa, to);
	for (i = 0; i < n; i++)
		argv[k++] = list[i];
	argv[k] = NULL;
	assert_int_equal(tool_run(&out, argv), 0);
}

static void
take_file(struct accolta *x, const char *path)
{
	AUTO_BUF b = { 0 };

	if (file_read(&b, path, MODELLO_MAX) != 0)
		fail_msg("%s: %s", path, err_msg());
	accolta_try(x, arena, b.data, b.len, NULL);
	assert_int_equal(x->r, 0);
}

static int
count(const char *s, const char *what)
{
	int n = 0;

	for (; (s = strstr(s, what)) != NULL; s += strlen(what))
		n++;
	return n;
}

/* "a b", the names of ours that its sections have, in their order. */
static const char *
sections(struct accolta *x)
{
	const char *s = accolta_part(arena, x, "content.xml"), *p, *end;
	AUTO_BUF b = { 0 };

	while ((s = strstr(s, "<text:section")) != NULL) {
		end = strchr(s, '>');
		p = strstr(s, "text:name=\"");
		s = end;
		if (p == NULL || p > end)
			continue;
		p += 11;
		buf_printf(&b, "%s%.*s", b.len > 0 ? " " : "",
		    (int)strcspn(p, "\""), p);
	}
	return arena_strdup(arena, buf_str(&b));
}

static void
check_taken(const struct caso *c, struct accolta *x, bool first)
{
	const char *text = accolta_part(arena, x, "content.xml");
	const char *styles = accolta_part(arena, x, "styles.xml");
	const struct rilievo *r;
	AUTO_BUF avvisi = { 0 };

	if (x->ril.errori > 0)
		fail_msg("%s: %s", c->nome, accolta_rilievi(arena, &x->ril));
	assert_string_equal(accolta_usati(arena, x->scheda), c->usati);
	assert_int_equal(count(text, "<text:user-field-get") +
	    count(styles, "<text:user-field-get"), c->campi);
	assert_string_equal(sections(x), c->sezioni);
	assert_null(strstr(text, "{{"));
	assert_null(strstr(styles, "}}"));
	for (r = x->ril.primo; r != NULL && first; r = r->succ)
		buf_printf(&avvisi, "%s%s", avvisi.len > 0 ? " " : "",
		    r->codice);
	if (first)
		assert_string_equal(buf_str(&avvisi), c->avvisi);
}

/* ---- the models shipped ---- */

/* Those that go through Writer too: an office begins with one of ours. */
static bool
chosen(const char *nome)
{
	return strcmp(nome, "comunicazione") == 0 ||
	    strcmp(nome, "verbale-equipe") == 0 ||
	    strcmp(nome, "relazione-autorita") == 0;
}

static void
same_card(const struct accolta *x, const char *nome, const struct buf *odt)
{
	struct nodo *s;

	if (x->ril.primo != NULL)
		fail_msg("%s: %s", nome, accolta_rilievi(arena, &x->ril));
	assert_int_equal(modello_scheda(&s, arena, odt->data, odt->len), 0);
	assert_string_equal(accolta_usati(arena, x->scheda),
	    accolta_usati(arena, s));
}

static void
take_model(struct accolta *x, const struct nodo *m, const void *p, size_t n)
{
	struct nodo *d;

	*x = (struct accolta){ .ril = { .a = arena } };
	assert_int_equal(dizionario_di(&d, arena, nodo_attr(m, "carta")), 0);
	assert_int_equal(modello_accogli(&x->odt, &x->scheda, &x->ril, arena,
	    p, n, d, NULL), 0);
}

static void
shipped(void **state)
{
	const char *list[8] = { NULL };
	struct nodo *index, *m;
	const struct buf *odt;
	struct accolta x;
	int n = 0;

	(void)state;
	assert_int_equal(modello_spediti(&index, arena), 0);
	for (m = nodo_child(index, "modello"); m != NULL;
	    m = nodo_next(m, "modello")) {
		const char *nome = nodo_attr(m, "nome");

		assert_int_equal(modello_spedito(&odt, nome), 0);
		take_model(&x, m, odt->data, odt->len);
		same_card(&x, nome, odt);
		if (chosen(nome)) {
			list[n++] = in_casa("due", nome, "odt");
			assert_int_equal(file_put(list[n - 1], x.odt.data,
			    x.odt.len, 0600), 0);
		}
		buf_free(&x.odt);
	}
	assert_int_equal(n, 3);
	spediti_dopo = n;
	memcpy(spediti, list, sizeof *list * (size_t)n);
}

/* What the second start of Writer made of them. */
static void
shipped_again(const struct nodo *index)
{
	const struct nodo *m;
	const struct buf *odt;
	struct accolta x;

	for (m = nodo_child(index, "modello"); m != NULL;
	    m = nodo_next(m, "modello")) {
		const char *nome = nodo_attr(m, "nome");
		AUTO_BUF b = { 0 };

		if (!chosen(nome))
			continue;
		assert_int_equal(file_read(&b, in_casa("tre", nome, "odt"),
		    MODELLO_MAX), 0);
		assert_int_equal(modello_spedito(&odt, nome), 0);
		take_model(&x, m, b.data, b.len);
		same_card(&x, nome, odt);
		buf_free(&x.odt);
	}
}

/* ---- what Writer has saved ---- */

static void
from_writer(void **state)
{
	const char *list[NELEM(buoni) + NELEM(spediti)];
	struct accolta x, again;
	struct nodo *index;
	size_t i;

	(void)state;
	for (i = 0; i < NELEM(buoni); i++) {
		take_file(&x, in_casa("uno", buoni[i].nome, "odt"));
		check_taken(&buoni[i], &x, true);
		accolta_try(&again, arena, x.odt.data, x.odt.len, NULL);
		assert_int_equal(again.odt.len, x.odt.len);
		assert_memory_equal(again.odt.data, x.odt.data, x.odt.len);
		list[i] = in_casa("due", buoni[i].nome, "odt");
		assert_int_equal(file_put(list[i], x.odt.data, x.odt.len,
		    0600), 0);
		buf_free(&x.odt);
		buf_free(&again.odt);
	}
	for (i = 0; i < (size_t)spediti_dopo; i++)
		list[NELEM(buoni) + i] = spediti[i];
	writer("tre", list, (int)NELEM(buoni) + spediti_dopo);
	for (i = 0; i < NELEM(buoni); i++) {
		take_file(&x, in_casa("tre", buoni[i].nome, "odt"));
		check_taken(&buoni[i], &x, false);
		buf_free(&x.odt);
	}
	assert_int_equal(modello_spediti(&index, arena), 0);
	shipped_again(index);
}

static void
check_said(const struct accolta *x, const char *codice, const char *parole)
{
	const struct rilievo *r;

	for (r = x->ril.primo; r != NULL; r = r->succ)
		if (strcmp(r->codice, codice) == 0 &&
		    strstr(r->testo, parole) != NULL)
			return;
	fail_msg("%s «%s»:\n%s", codice, parole,
	    accolta_rilievi(arena, &x->ril));
}

static void
wrong_from_writer(void **state)
{
	struct accolta x;

	(void)state;
	take_file(&x, in_casa("uno", "sbagliato", "odt"));
	assert_null(x.scheda);
	check_said(&x, "campo-ignoto", "paragrafo 2 («due "
	    "{{ogetto}}»): non c'è un campo «ogetto»: forse «oggetto»");
	check_said(&x, "campo-ignoto", "paragrafo 23 («{{dta}} a "
	    "pagina nuova»): non c'è un campo «dta»: forse «data»");
	check_said(&x, "campo-ignoto", "nella tabella «Elenco», riga "
	    "2 («{{famigla}}»)");
	check_said(&x, "blocco", "paragrafo 24 («{{se oggetto}}»): "
	    "{{se oggetto}} non è chiuso");
	check_said(&x, "campo-mutevole", "paragrafo 26 («oggi ");
	check_said(&x, "condizione", "paragrafo 27 («a»)");
	check_said(&x, "prosa", "nella testata («{{corpo}}»)");
	assert_int_equal(x.ril.errori, 7);

	take_file(&x, in_casa("uno", "esterno", "odt"));
	check_said(&x, "collegamento-esterno", "paragrafo 1 («Stemma: {{");
	assert_int_equal(x.ril.errori, 1);
	take_file(&x, in_casa("uno", "casella", "odt"));
	check_said(&x, "forma-disegnata", "nella cornice «Casella»");
	assert_int_equal(x.ril.errori, 1);
}

static int
setup(void **state)
{
	static const char *const altri[] = { "sbagliato", "esterno",
	    "casella" };
	const char *list[NELEM(buoni) + NELEM(altri)];
	size_t i, n = 0;

	(void)state;
	arena = arena_new();
	assert_int_equal(dir_temporary(&casa, arena), 0);
	for (i = 0; i < NELEM(buoni); i++)
		list[n++] = arena_printf(arena, SORGENTI "/%s.fodt",
		    buoni[i].nome);
	for (i = 0; i < NELEM(altri); i++)
		list[n++] = arena_printf(arena, SORGENTI "/%s.fodt",
		    altri[i]);
	assert_int_equal(dir_make(arena_printf(arena, "%s/due", casa)), 0);
	writer("uno", list, (int)n);
	return 0;
}

static int
teardown(void **state)
{
	(void)state;
	assert_int_equal(dir_remove(casa), 0);
	arena_free(arena);
	return 0;
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(shipped), cmocka_unit_test(from_writer),
		cmocka_unit_test(wrong_from_writer),
	};

	xml_init();
	return cmocka_run_group_tests(tests, setup, teardown);
}
