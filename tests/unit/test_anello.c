/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Links and numbers: the text of docs/formato.md §6 hashed by another program
 * (sha256sum), what a number is and what is none, what a document of ours is.
 */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "documenti/anello.h"
#include "documenti/forma.h"
#include "documenti/numero.h"
#include "documenti/percorso.h"
#include "documenti/registrazione.h"
#include "documenti/tipo_file.h"
#include "xml/xml.h"

#define H4(c) c c c c
#define H32(c) H4(c) H4(c) H4(c) H4(c) H4(c) H4(c) H4(c) H4(c)
#define H64(c) H32(c) H32(c)

/* printf 'cartella 1\nseq 12\nora …' | sha256sum */
#define VETTORE \
	"8cc455bf172dc384e683a89e2eaa4b0ebac3b6691c6cefda5d2913f0e7e5d819"
/* the same with "per rosa" */
#define VETTORE_PER \
	"4639d564e34fdb3dbee82343c98e776af6cd4d4448c712a2b6aecd79870e76d6"

struct esperimento {
	struct arena *a;
	struct anello an;
	const char *cartelle[3], *allegati[3];
	struct anello_documento documenti[2];
};

/* All lists in another order than the format's, an attachment twice. */
static int
setup(void **state)
{
	struct arena *a = arena_new();
	struct esperimento *p = arena_alloc(a, sizeof *p);

	p->a = a;
	p->cartelle[0] = "registro/2026.git";
	p->cartelle[1] = "ente";
	p->cartelle[2] = "cartelle/2026/0000001";
	p->allegati[0] = H64("5");
	p->allegati[1] = H64("4");
	p->allegati[2] = H64("5");
	p->documenti[0] = (struct anello_documento){
	    .cartella = "registro/2026.git", .percorso = "registrazioni/000/00/0000001.xml",
	    .id = H32("b"), .impronta = H64("3") };
	p->documenti[1] = (struct anello_documento){
	    .cartella = "cartelle/2026/0000001", .percorso = "scheda.xml",
	    .id = H32("a"), .impronta = H64("2") };
	p->an = (struct anello){ .seq = 12, .atto = "registra",
	    .ora = "2026-11-20T10:15:30+01:00", .operatore = "anna",
	    .istanza = "00112233445566778899aabbccddeeff",
	    .istanza_impronta = H64("1"), .precedente = H64("6"),
	    .cartelle = p->cartelle, .n_cartelle = 3,
	    .documenti = p->documenti, .n_documenti = 2,
	    .allegati = p->allegati, .n_allegati = 3 };
	*state = p;
	return 0;
}

static int
teardown(void **state)
{
	struct esperimento *p = *state;

	arena_free(p->a);
	return 0;
}

static void
the_literal_vector(void **state)
{
	struct esperimento *p = *state;

	anello_seal(&p->an);
	assert_string_equal(p->an.impronta, VETTORE);
	assert_int_equal(p->an.n_allegati, 2);
	assert_string_equal(p->an.cartelle[0], "registro/2026.git");
	assert_string_equal(p->an.cartelle[1], "cartelle/2026/0000001");
	p->an.per = "rosa";
	anello_seal(&p->an);
	assert_string_equal(p->an.impronta, VETTORE_PER);
}

/* Any field that changes, changes the impronta. */
static void
every_field_counts(void **state)
{
	struct esperimento *p = *state;
	const char **texts[] = { &p->an.ora, &p->an.atto, &p->an.operatore,
	    &p->an.istanza, &p->an.istanza_impronta, &p->an.precedente,
	    &p->cartelle[0], &p->cartelle[1], &p->allegati[0],
	    &p->documenti[0].cartella, &p->documenti[0].percorso,
	    &p->documenti[0].impronta };
	char is[IMPRONTA_LEN + 1];
	const char *was;
	size_t i;

	anello_seal(&p->an);
	for (i = 0; i < NELEM(texts); i++) {
		was = *texts[i];
		*texts[i] = arena_printf(p->a, "%sx", was);
		anello_compute(is, &p->an);
		assert_string_not_equal(is, VETTORE);
		*texts[i] = was;
	}
	p->an.seq++;
	anello_compute(is, &p->an);
	assert_string_not_equal(is, VETTORE);
	p->an.seq--;
	p->documenti[0].segno[7] ^= 1;
	anello_compute(is, &p->an);
	assert_string_not_equal(is, VETTORE);
	p->documenti[0].segno[7] ^= 1;
	/* the id itself is not in it: only its segno */
	p->documenti[0].id = NULL;
	anello_compute(is, &p->an);
	assert_string_equal(is, VETTORE);
}

static struct nodo *
parsed(struct esperimento *p, const char *xml)
{
	struct nodo *n;

	assert_int_equal(xml_parse(&n, p->a, xml, strlen(xml), XML_OURS), 0);
	return n;
}

#define ISTANZA "<istanza xmlns=\"urn:cartella:1\" atto=\"registra\" id=\"" \
	"00112233445566778899aabbccddeeff\" versione=\"1\"><base><testa " \
	"cartella=\"ente\" commit=\"" H32("c") "cccccccc\"/></base><conferme>" \
	"<conferma codice=\"doppione\"/></conferme><registra><oggetto>un nome" \
	"</oggetto></registra></istanza>"

static void
a_link_goes_and_comes_back(void **state)
{
	struct esperimento *p = *state;
	struct nodo *busta = busta_of(p->a, parsed(p, ISTANZA));
	AUTO_BUF b = { 0 };
	struct anello *an;
	struct nodo *again;
	char is[IMPRONTA_LEN + 1];

	anello_seal(&p->an);
	nodo_write(&b, anello_nodo(p->a, &p->an, busta));
	/* a text stands in one place: not in the journal; an id neither */
	assert_null(strstr(b.data, "un nome"));
	assert_null(strstr(b.data, H32("a")));
	assert_non_null(strstr(b.data, "doppione"));
	assert_int_equal(forma_read(&again, p->a, b.data, b.len), 0);
	assert_int_equal(anello_read(&an, p->a, again), 0);
	anello_compute(is, an);
	assert_string_equal(is, VETTORE);
	assert_string_equal(an->impronta, VETTORE);
	busta_impronta(is, nodo_child(again, "istanza"));
	assert_true(hash_valid(is));
}

static void
a_link_without_a_piece(void **state)
{
	static const char *const attrs[] = { "seq", "ora", "atto", "operatore",
	    "istanza-impronta", "precedente", "impronta" };
	struct esperimento *p = *state;
	struct nodo *n, *piece;
	struct anello *an;
	size_t i;

	anello_seal(&p->an);
	for (i = 0; i < NELEM(attrs); i++) {
		n = anello_nodo(p->a, &p->an, busta_of(p->a,
		    parsed(p, ISTANZA)));
		nodo_set(p->a, nodo_child(n, "anello"), attrs[i], NULL);
		assert_int_equal(anello_read(&an, p->a, n), ERR_INVALID);
	}
	for (i = 0; i < 2; i++) {
		n = anello_nodo(p->a, &p->an, busta_of(p->a,
		    parsed(p, ISTANZA)));
		nodo_remove(nodo_child(n, i == 0 ? "anello" : "istanza"));
		assert_int_equal(anello_read(&an, p->a, n), ERR_INVALID);
	}
	n = anello_nodo(p->a, &p->an, busta_of(p->a, parsed(p, ISTANZA)));
	while ((piece = nodo_find(n, "anello/cartella")) != NULL)
		nodo_remove(piece);
	assert_int_equal(anello_read(&an, p->a, n), ERR_INVALID);
	n = anello_nodo(p->a, &p->an, busta_of(p->a, parsed(p, ISTANZA)));
	nodo_set(p->a, nodo_find(n, "anello/documento"), "segno", NULL);
	assert_int_equal(anello_read(&an, p->a, n), ERR_INVALID);
	n = anello_nodo(p->a, &p->an, busta_of(p->a, parsed(p, ISTANZA)));
	nodo_elem(p->a, nodo_child(n, "anello"), "allegato");
	assert_int_equal(anello_read(&an, p->a, n), ERR_INVALID);
	n = anello_nodo(p->a, &p->an, busta_of(p->a, parsed(p, ISTANZA)));
	nodo_set(p->a, nodo_child(n, "anello"), "seq", "0");
	assert_int_equal(anello_read(&an, p->a, n), ERR_INVALID);
}

/* ---- numbers ---- */

static void
numbers(void **state)
{
	static const struct {
		const char *text, *folder;
		enum serie serie;
		int anno, progressivo;
	} good[] = {
		{ "0000001/2026", "registro/2026.git", SERIE_PROTOCOLLO, 2026,
		    1 },
		{ "9999999/1999", "registro/1999.git", SERIE_PROTOCOLLO, 1999,
		    9999999 },
		{ "AC-2026-0000012", "accessi/2026/0000012", SERIE_ACCESSO,
		    2026, 12 },
		{ "CS-2026-0012345", "cartelle/2026/0012345", SERIE_CARTELLA,
		    2026, 12345 },
	};
	struct esperimento *p = *state;
	struct numero n, back;
	size_t i;

	for (i = 0; i < NELEM(good); i++) {
		assert_int_equal(numero_parse(&n, good[i].text), 0);
		assert_int_equal(n.serie, good[i].serie);
		assert_int_equal(n.anno, good[i].anno);
		assert_int_equal(n.progressivo, good[i].progressivo);
		assert_string_equal(numero_text(p->a, &n), good[i].text);
		assert_string_equal(numero_folder(p->a, &n), good[i].folder);
		if (n.serie == SERIE_PROTOCOLLO)
			continue;
		assert_int_equal(numero_of_folder(&back, good[i].folder), 0);
		assert_true(numero_equal(&back, &n));
	}
	assert_string_equal(numero_path(p->a, "registrazioni", 123),
	    "registrazioni/000/01/0000123.xml");
	assert_string_equal(numero_path(p->a, "registrazioni", 9999999),
	    "registrazioni/999/99/9999999.xml");
	assert_string_equal(numero_follow_path(p->a, "smistamenti", 10000, 2),
	    "smistamenti/001/00/0010000-2.xml");
	assert_string_equal(ordinale_path(p->a, "relazioni", 7, ".xml"),
	    "relazioni/0007.xml");
	assert_string_equal(ordinale_path_grouped(p->a, "atti", 10000,
	    "-apri.xml"), "atti/100/10000-apri.xml");
}

static void
what_is_no_number(void **state)
{
	static const char *const bad[] = { "", "1", "1/2026", "0000000/2026",
	    "0000001/0026", "0000001/202", "0000001/20261", "0000001-2026",
	    "000000a/2026", "0000001/202a", " 000001/2026", "0000001/2026 ",
	    "+000001/2026", "-000001/2026", "AC-2026-000001",
	    "AC-2026-00000012", "AC-2026-0000000", "ac-2026-0000001",
	    "AS-2026-0000001", "XX-2026-0000001", "AC/2026/0000001",
	    "CS-202a-0000001", "../../etc/pas", "0000001\n2026",
	    "12345678/2026" };
	static const char *const folders[] = { "ente", "", "accessi",
	    "accessi/2026", "accessi/2026/1", "accessi/2026/0000000",
	    "accessi/2026/0000001/", "registro/2026.git",
	    "processi/2026/0000001", "accessi/../0000001",
	    "cartelle/2026-0000001" };
	struct numero n = { SERIE_CARTELLA, 7, 8 };
	size_t i;

	(void)state;
	for (i = 0; i < NELEM(bad); i++)
		assert_int_equal(numero_parse(&n, bad[i]), ERR_INVALID);
	for (i = 0; i < NELEM(folders); i++)
		assert_int_equal(numero_of_folder(&n, folders[i]),
		    ERR_INVALID);
	assert_int_equal(n.anno, 7);
	assert_int_equal(n.progressivo, 8);
}

/* ---- documents ---- */

#define TESTA "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
#define ORA_CONFERMATA(motivo) TESTA "<ora-confermata xmlns=\"urn:cartella:" \
	"1\" id=\"" H32("a") "\" versione=\"1\">\n" \
	"  <ora>2026-11-20T10:15:30+01:00</ora>\n" \
	"  <precedente>2026-11-20T10:15:30+01:00</precedente>\n" \
	"  <motivo>" motivo "</motivo>\n  <operatore>rosa</operatore>\n" \
	"</ora-confermata>\n"

static int
read_form(struct esperimento *p, const char *xml)
{
	struct nodo *n;

	return forma_read(&n, p->a, xml, strlen(xml));
}

static void
what_is_a_document(void **state)
{
	struct esperimento *p = *state;
	const char *good = ORA_CONFERMATA("segnale &amp; orario");

	assert_int_equal(read_form(p, good), 0);
	/* the same tree, other bytes */
	assert_int_equal(read_form(p, arena_printf(p->a, "%s\n", good)),
	    ERR_INVALID);
	assert_int_equal(read_form(p, good + strlen(TESTA)), ERR_INVALID);
	assert_int_equal(read_form(p,
	    ORA_CONFERMATA("segnale &#38; orario")), ERR_INVALID);
	assert_int_equal(read_form(p,
	    ORA_CONFERMATA("<![CDATA[segnale]]>")), ERR_INVALID);
	/* the form, but not the schema */
	assert_int_equal(read_form(p, ORA_CONFERMATA("")), ERR_INVALID);
	assert_int_equal(read_form(p, ORA_CONFERMATA(" ")), ERR_INVALID);
	assert_int_equal(read_form(p, ORA_CONFERMATA("<b>x</b>")),
	    ERR_INVALID);
	/* a root that no schema knows */
	assert_int_not_equal(read_form(p, TESTA
	    "<ignoto xmlns=\"urn:cartella:1\"/>\n"), 0);
	assert_int_equal(read_form(p, ""), ERR_INVALID);
}

static void
types_of_files(void **state)
{
	(void)state;
	assert_string_equal(tipo_file("x.exe", "%PDF-1.7", 8),
	    "application/pdf");
	assert_string_equal(tipo_file("x.pdf", "\x89PNG\r\n\x1a\n", 8),
	    "image/png");
	assert_string_equal(tipo_file("lettera.TXT", "ciao", 4), "text/plain");
	assert_string_equal(tipo_file("x", "", 0), "application/octet-stream");
	assert_string_equal(tipo_file(".pdf", "", 0),
	    "application/octet-stream");
	assert_string_equal(tipo_file("x", "%PD", 3),
	    "application/octet-stream");
	assert_string_equal(percorso_tipo("chiavi/x.asc"), "chiave-openpgp");
	assert_string_equal(percorso_tipo("firme/0001.asc"), "firma-openpgp");
	assert_null(percorso_tipo("ente.xml"));
	assert_null(percorso_tipo("asc"));
}

static void
rules_of_a_registration(void **state)
{
	static const struct {
		const char *body, *codice;
	} cases[] = {
		{ "<flusso>entrata</flusso><classifica>VII/9</classifica>"
		    "<principale/>", "manca-mittente" },
		{ "<flusso>uscita</flusso><classifica>VII/9</classifica>"
		    "<principale/>", "manca-destinatario" },
		{ "<flusso>interna</flusso><principale/>", "manca-classifica" },
		{ "<flusso>interna</flusso><classifica>VII/9</classifica>",
		    "senza-documento" },
		{ "<flusso>interna</flusso><data-arrivo>2026-11-21"
		    "</data-arrivo><classifica>VII/9</classifica>"
		    "<principale/>", "data-futura" },
		{ "<flusso>interna</flusso><riservata><fino-al>2026-11-20"
		    "</fino-al></riservata><classifica>VII/9</classifica>"
		    "<principale/>", "data-passata" },
		{ "<flusso>interna</flusso><data-arrivo>2026-11-20"
		    "</data-arrivo><classifica>VII/9</classifica>"
		    "<principale/>", NULL },
	};
	struct esperimento *p = *state;
	size_t i;

	for (i = 0; i < NELEM(cases); i++) {
		struct rilievi ril = { .a = p->a };

		registrazione_check(&ril, parsed(p, arena_printf(p->a,
		    "<registra xmlns=\"urn:cartella:1\">%s"
		    "<oggetto>x</oggetto></registra>", cases[i].body)),
		    "2026-11-20", NULL);
		if (cases[i].codice == NULL) {
			assert_null(ril.primo);
			continue;
		}
		assert_non_null(rilievo_find(&ril, cases[i].codice));
		assert_int_equal(ril.errori + ril.avvisi, 1);
	}
	assert_string_equal(segnatura_text(p->a, "Comune di X", "c_x", "AOO",
	    "0000001/2026", "2026-11-20T10:15:30+01:00"),
	    "Comune di X (c_x, AOO) - prot. 0000001/2026 del 20/11/2026");
}

#define T(f) cmocka_unit_test_setup_teardown(f, setup, teardown)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		T(the_literal_vector), T(every_field_counts),
		T(a_link_goes_and_comes_back), T(a_link_without_a_piece),
		T(numbers), T(what_is_no_number), T(what_is_a_document),
		T(types_of_files), T(rules_of_a_registration),
	};

	xml_init();
	return cmocka_run_group_tests(tests, NULL, NULL);
}
