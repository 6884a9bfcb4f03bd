/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Pure rules of documents upon what no form of ours sends but a file, another
 * program or a damaged store may: what is missing, doubled, too long, of
 * another.
 */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "albero.h"
#include "base/auto.h"
#include "documenti/accesso.h"
#include "documenti/acquisito.h"
#include "documenti/affidamento.h"
#include "documenti/appuntamento.h"
#include "documenti/blocco.h"
#include "documenti/equipe.h"
#include "documenti/espunzione.h"
#include "documenti/firmabile.h"
#include "documenti/forma.h"
#include "documenti/metadati.h"
#include "documenti/permessi.h"
#include "documenti/provenienza.h"
#include "documenti/rapporto_versamento.h"
#include "documenti/relazione.h"
#include "documenti/storico.h"
#include "xml/xml.h"

#define OGGI "2026-11-20"
#define NS " xmlns=\"urn:cartella:1\""

/* Exactly these codes, in order: "codice codice ". */
static void
said(const struct rilievi *ril, const char *wanted)
{
	AUTO_BUF b = { 0 };
	const struct rilievo *r;

	for (r = ril->primo; r != NULL; r = r->succ)
		buf_printf(&b, "%s ", r->codice);
	assert_string_equal(buf_str(&b), wanted);
}

/* On one line, without the declaration and the namespace. */
static const char *
flat(struct arena *a, const struct nodo *n)
{
	AUTO_BUF b = { 0 }, out = { 0 };
	const char *s;

	nodo_write(&b, n);
	for (s = strstr(buf_str(&b), "\n<"); *s != '\0'; s++) {
		if (strncmp(s, NS, strlen(NS)) == 0)
			s += strlen(NS);
		if (*s != '\n')
			buf_putc(&out, *s);
		else
			s += strspn(s + 1, " ");
	}
	return arena_strdup(a, buf_str(&out));
}

/* ---- checks of what comes in ---- */

static const struct affidamento_dati ragazza = { "2016-01-01", OGGI, 24 };

static void
foster_care(struct rilievi *ril, const struct nodo *in)
{
	affidamento_check(ril, in, &ragazza);
}

static void
taken_in(struct rilievi *ril, const struct nodo *in)
{
	acquisito_check(ril, in, OGGI);
}

#define PROSE "<motivi><p>x</p></motivi><poteri><p>x</p></poteri>"	\
	"<rapporti><p>x</p></rapporti><ascolto><motivo>x</motivo></ascolto>" \
	"<dal>2026-11-20</dal>"
#define DECRETO(g) "<decreto><data>" g "</data></decreto>"
#define DI_LEGGE(tipo) "<regola tipo=\"" tipo "\"><passo chi=\"autore\" "	\
	"obbligo=\"si\" scopo=\"sottoscrizione\"/></regola>"
#define FIRME DI_LEGGE("relazione") DI_LEGGE("progetto") DI_LEGGE("affidamento")
#define COMP(chi, giorni) "<componente><utente>" chi "</utente>" giorni \
	"</componente>"
#define DAL(g) "<dal>" g "</dal>"
#define AL(g) "<al>" g "</al>"

static void
checks(void **state)
{
	static const struct {
		void (*check)(struct rilievi *, const struct nodo *);
		const char *in, *codici;
	} t[] = {
		{ foster_care, PROSE "<forma>giudiziario</forma>"
		    DECRETO("2026-11-20"), "" },
		{ foster_care, PROSE "<forma>giudiziario</forma>"
		    DECRETO("2026-11-21"), "data-futura " },
		{ foster_care, PROSE, "" },	/* the form is the schema's */
		{ taken_in, "<richiesta-scritta><data>2026-11-19</data>"
		    "<entro>2026-11-19</entro></richiesta-scritta>", "" },
		{ taken_in, "<richiesta-scritta><data>2026-11-19</data>"
		    "<entro>2026-11-18</entro></richiesta-scritta>",
		    "data-anteriore " },
		{ taken_in, "<cartella>x</cartella>", "" },
		{ taken_in, "", "" },
		/* one person a period: an end that is not said never comes */
		{ equipe_check, COMP("as1", DAL("2026-01-01")
		    AL("2026-02-01")) COMP("as1", DAL("2026-02-02")), "" },
		{ equipe_check, COMP("as1", DAL("2026-01-01")
		    AL("2026-02-02")) COMP("as1", DAL("2026-02-02")),
		    "due-volte " },
		{ equipe_check, COMP("as1", DAL("2026-01-01")) COMP("as1",
		    DAL("2026-02-02")), "due-volte " },
		{ equipe_check, COMP("as1", DAL("2026-02-02")) COMP("as1",
		    DAL("2026-01-01") AL("2026-02-01")), "" },
		{ equipe_check, COMP("as1", DAL("2026-02-02")) COMP("as1", ""),
		    "" },
		{ equipe_check, COMP("as1", DAL("2026-02-02")) COMP("as2",
		    DAL("2026-02-02")), "" },
		{ equipe_check, COMP("as1", "<esterno>x</esterno>"),
		    "utente-o-esterno " },
		{ firme_check, FIRME "<regola tipo=\"elenco-scarto\"><passo "
		    "chi=\"responsabile\"/></regola>", "senza-responsabile " },
		{ firme_check, FIRME "<regola tipo=\"elenco-scarto\"><passo "
		    "chi=\"autore\"/></regola>", "" },
	};
	size_t i;

	(void)state;
	for (i = 0; i < NELEM(t); i++) {
		AUTO(arena) a = arena_new();
		struct rilievi ril = { .a = a };

		t[i].check(&ril, tree(a, "in", t[i].in));
		said(&ril, t[i].codici);
	}
}

static void
signed_types(void **state)
{
	AUTO(arena) a = arena_new();
	struct firmabile f = { .tipo = "x" };

	(void)state;
	assert_false(firmabile(&f, a, tree(a, "scheda", "")));
	assert_string_equal(f.tipo, "x");
	assert_true(firmabile(&f, a, tree(a, "proposta",
	    "<autore>as1</autore><stato>inviata</stato>")));
	assert_true(f.attende);
	assert_string_equal(f.autore, "as1");
	assert_true(firmabile(&f, a, tree(a, "proposta", "")));
	assert_false(f.attende);
	assert_string_equal(passo_in_parole(a, PASSO_AUTORE, NULL),
	    "chi l'ha scritto");
	assert_string_equal(passo_in_parole(a, PASSO_RESPONSABILE, NULL),
	    "il responsabile della cartella");
	assert_string_equal(passo_in_parole(a, PASSO_RUOLO, "dirigente"),
	    "il ruolo dirigente");
	assert_true(relazione_vuole("dichiarazioni"));
	assert_false(relazione_vuole("proposta"));
}

/* ---- hours ---- */

static void
appointments(void **state)
{
	AUTO(arena) a = arena_new();
	struct durata d = { 1, 2 };
	int64_t t = 7;

	(void)state;
	assert_int_equal(appuntamento_istante(&t, "2026-11-31", "10:00"), 0);
	assert_int_equal(appuntamento_istante(&t, "2026-11-25", "25:00"), 0);
	assert_int_equal(t, 7);
	assert_int_equal(appuntamento_istante(&t, "2026-11-25", "10:00"), 1);
	assert_int_equal(appuntamento_durata(&d, a, tree(a, "appuntamento",
	    "<minuti>30</minuti>")), ERR_INVALID);
	assert_int_equal(appuntamento_durata(&d, a, tree(a, "appuntamento",
	    "<inizio>2026-11-25T10:00:00+01:00</inizio>")), ERR_INVALID);
	assert_int_equal(appuntamento_durata(&d, a, tree(a, "appuntamento",
	    "<inizio>2026-11-25T10:60:00+01:00</inizio><minuti>30</minuti>")),
	    ERR_INVALID);
	assert_int_equal(appuntamento_durata(&d, a, tree(a, "appuntamento",
	    "<inizio>2026-11-25T10:00:00+01:00</inizio><minuti>30</minuti>")),
	    0);
	assert_int_equal(d.da, t);
	assert_int_equal(d.fino - d.da, 30 * 60);
}

/* ---- covers, holds, lapidi ---- */

static void
covers(void **state)
{
	AUTO(arena) a = arena_new();
	struct nodo *c = tree(a, "accesso", "<ufficio>uno</ufficio>");

	(void)state;
	copertina_stato(a, c, "aperto");
	copertina_affida(a, c, "as2", "due");
	assert_string_equal(flat(a, c), "<accesso><stato>aperto</stato>"
	    "<ufficio>due</ufficio><responsabile>as2</responsabile></accesso>");
	copertina_stato(a, c, "chiuso");
	accesso_chiudi(a, c, OGGI, "altro", NULL);
	assert_string_equal(nodo_value(a, c, "stato"), "chiuso");
	accesso_riapri(c);
	accesso_riapri(c);
	assert_null(nodo_child(c, "chiusura"));
}

/* Of another body's hold: what the last review says; words that fit. */
static void
holds(void **state)
{
	static const struct blocco_venuto v = { "c_b", "c_a", "as1", OGGI };
	AUTO(arena) a = arena_new();
	char words[4001];
	const char *got;
	struct nodo *n;
	size_t i;

	(void)state;
	n = blocco_di_altri(a, tree(a, "blocco", "<motivo>lite</motivo>"
	    "<estremi>primi</estremi><rivedere>2027-01-01</rivedere>"
	    "<revisione><estremi>secondi</estremi><rivedere>2027-02-01"
	    "</rivedere></revisione>"), &v);
	assert_string_equal(nodo_value(a, n, "estremi"), "c_b: secondi");
	assert_string_equal(nodo_value(a, n, "rivedere"), "2027-02-01");
	assert_null(blocco_di_altri(a, tree(a, "blocco", "<estremi>c_a: x"
	    "</estremi><rivedere>2027-01-01</rivedere>"), &v));
	/* 3899 bytes and signs of two: none of them is cut */
	memset(words, 'x', 3899);
	for (i = 3899; i + 2 < sizeof words; i += 2)
		memcpy(&words[i], "\xc3\xa8", 2);
	words[i] = '\0';
	n = blocco_di_altri(a, tree(a, "blocco", arena_printf(a, "<estremi>%s"
	    "</estremi><rivedere>2027-01-01</rivedere>", words)), &v);
	got = nodo_value(a, n, "estremi");
	assert_int_equal(strlen(got), strlen("c_b: ") + 3899 + strlen(" …"));
	assert_string_equal(got + strlen(got) - strlen("x …"), "x …");
}

static void
lapidi(void **state)
{
	static const struct espunto e = { .tipo = "relazione",
	    .segno = "0123456789abcdef", .giorno = OGGI };
	AUTO(arena) a = arena_new();
	struct anello_documento d = { .impronta = "aa",
	    .segno = "0123456789abcdef" };
	struct nodo *doc = lapide_make(a, &e, "aa");
	const char *tipo = NULL;

	(void)state;
	assert_int_equal(lapide_di(&tipo, a, doc, &d), 1);
	assert_string_equal(tipo, "relazione");
	tipo = NULL;
	d.impronta = "bb";
	assert_int_equal(lapide_di(&tipo, a, doc, &d), ERR_INVALID);
	d.impronta = "aa";
	d.segno[0] = '1';
	assert_int_equal(lapide_di(&tipo, a, doc, &d), ERR_INVALID);
	assert_int_equal(lapide_di(&tipo, a, nodo_new(a, LAPIDE), &d),
	    ERR_INVALID);
	assert_int_equal(lapide_di(&tipo, a, nodo_new(a, "relazione"), &d), 0);
	assert_null(tipo);
}

/* ---- what others wrote ---- */

#define COMMIT "<storia><commit>c</commit><albero>t</albero>"
static void
provenances(void **state)
{
	static const struct {
		const char *doc;
		int r;
	} t[] = {
		{ "<sotto>precedenti/c_b</sotto>" COMMIT "<radice>si</radice>"
		    "</storia><documento><percorso>a.xml</percorso><tipo>x"
		    "</tipo><impronta>00</impronta></documento>", 0 },
		{ "<sotto>precedenti/c_b</sotto>" COMMIT "<radice>si</radice>"
		    "</storia><documento><percorso>a.xml</percorso><tipo>x"
		    "</tipo></documento>", ERR_INVALID },
		{ "<sotto>relazioni</sotto>" COMMIT "<radice>si</radice>"
		    "</storia>", ERR_INVALID },
		{ COMMIT "<radice>si</radice></storia>", ERR_INVALID },
		{ "<sotto>precedenti/c_b</sotto>" COMMIT "</storia>",
		    ERR_INVALID },
	};
	AUTO(arena) a = arena_new();
	size_t i;

	(void)state;
	for (i = 0; i < NELEM(t); i++) {
		struct provenienza p = { .n = 7 };

		assert_int_equal(provenienza_leggi(&p, a, tree(a,
		    "provenienza", t[i].doc)), t[i].r);
		assert_int_equal(p.n, t[i].r == 0 ? 1 : 7);
	}
	assert_string_equal(provenienza_sotto(a, "C_H501", 1),
	    "precedenti/c_h501");
	assert_string_equal(provenienza_sotto(a, "../x Y", 3),
	    "precedenti/___x_y-3");
}

#define VERSATA "<unita><numero>CS-1</numero><documento>aa</documento></unita>"
#define SULLA(esito, che) "<unita numero=\"CS-1\" esito=\"" esito "\">" che \
	"</unita>"
#define FILE_NO "<documento impronta=\"aa\"><motivo codice=\"formato\">rotto" \
	"</motivo></documento>"

static void
reports(void **state)
{
	static const struct {
		const char *rapporto, *codici, *parole;
	} t[] = {
		{ "<esito>accettato</esito>", "", NULL },
		{ "<esito>accettato</esito><motivo codice=\"x\">bene</motivo>"
		    SULLA("accettato", ""), "", NULL },
		{ "<esito>accettato</esito>" SULLA("accettato", FILE_NO),
		    "contraddizione ", NULL },
		{ "<esito>rifiutato</esito>" SULLA("rifiutato", FILE_NO), "",
		    "rotto" },
		{ "<esito>rifiutato</esito><motivo codice=\"altro\">tutto"
		    "</motivo>" SULLA("rifiutato", ""), "", "tutto" },
		{ "<esito>rifiutato</esito>" SULLA("rifiutato", ""),
		    "senza-motivo ", NULL },
		{ "<esito>parziale</esito>", "incompleto ", NULL },
	};
	size_t i;

	(void)state;
	for (i = 0; i < NELEM(t); i++) {
		AUTO(arena) a = arena_new();
		struct rilievi ril = { .a = a };
		struct nodo *r = tree(a, "rapporto-versamento", t[i].rapporto);
		const char *parole;

		rapporto_leggi(nodo_new(a, "esito"), &ril, a, r, tree(a,
		    "versamento", VERSATA));
		said(&ril, t[i].codici);
		parole = rapporto_parole(a, r, "CS-1");
		assert_string_equal(parole != NULL ? parole : "-",
		    t[i].parole != NULL ? t[i].parole : "-");
	}
}

/* A row of another register: its day in three forms, and what is refused. */
static void
rows_of_the_past(void **state)
{
	static const struct {
		const char *data, *oggetto, *wanted, *perche;
	} t[] = {
		{ "2020-01-07", " a \t b ", "2020-01-07", NULL },
		{ "7/1/2020 10:15", "a", "2020-01-07", NULL },
		{ "07.01.2020", "a", "2020-01-07", NULL },
		{ "2020-01-07T08:00:00", "a", "2020-01-07", NULL },
		{ "2020-01-07x", "a", NULL, "la data" },
		{ "7/13/2020", "a", NULL, "la data" },
		{ "0/1/2020", "a", NULL, "la data" },
		{ "32/1/2020", "a", NULL, "la data" },
		{ "31/2/2020", "a", NULL, "la data" },
		{ "7/1/20", "a", NULL, "la data" },
		{ "7/1/99999999999999999999", "a", NULL, "la data" },
		{ "7/1", "a", NULL, "la data" },
		{ "7/1/2020", NULL, NULL, "oggetto ha più di 2000 caratteri" },
		{ "7/1/2020", " ", NULL, "manca oggetto" },
	};
	static const char *const testata[] = { "n", "d", "f", "o" };
	AUTO(arena) a = arena_new();
	struct storico_mappa m;
	char lungo[2002];
	size_t i;

	(void)state;
	memset(lungo, 'x', 2001);
	lungo[2001] = '\0';
	storico_mappa_vuota(&m);
	for (i = 0; i < 4; i++)
		assert_null(storico_mappa_riga(&m, a, storico_campi[i],
		    testata[i], testata, 4));
	for (i = 0; i < NELEM(t); i++) {
		const char *const campi[] = { "12", t[i].data, "entrata",
		    t[i].oggetto != NULL ? t[i].oggetto : lungo };
		const char *perche = NULL;
		struct nodo *v = storico_voce(&perche, a, &m, 2, campi, 4);

		assert_int_equal(v == NULL, t[i].wanted == NULL);
		if (v == NULL) {
			assert_non_null(strstr(perche, t[i].perche));
			continue;
		}
		assert_string_equal(nodo_value(a, v, "data"), t[i].wanted);
		assert_string_equal(nodo_value(a, v, "oggetto"), *t[i].oggetto
		    == ' ' ? "a b" : "a");
	}
}

/* ---- what is written for others ---- */

#define IMPRONTA "000102030405060708090a0b0c0d0e0f" \
	"101112131415161718191a1b1c1d1e1f"

/* Of a registration some correspondents may be hidden. */
static void
hidden_correspondents(void **state)
{
	AUTO(arena) a = arena_new();
	const struct metadati_ente e = { "Comune", "c_a", "AOO1" };
	const struct metadati_documento m = {
		.id = { IMPRONTA, "CS-2026-0000001/scheda.xml", NULL },
		.tipologia = "scheda", .oggetto = "x", .nome = "x",
		.formato = "text/xml", .versione = 1,
		.registrazione = tree(a, "registrazione", "<numero>0000001/2026"
		    "</numero><ora>2026-11-20T10:00:00+01:00</ora><mittente><pec>a@b"
		    "</pec></mittente><mittente><denominazione>ASL"
		    "</denominazione></mittente>"),
		.ora = "2026-11-20T10:00:00+01:00", .atto = "1",
		.registro = "catena",
	};
	const char *s = flat(a, metadati_documento(a, &e, &m));

	(void)state;
	assert_non_null(strstr(s, "ASL"));
	assert_null(strstr(s, "a@b"));
	s = strstr(s, "<Mittente>");
	assert_non_null(s);
	assert_null(strstr(s + 1, "<Mittente>"));
}

/* What two roles of one person gain alike is told once. */
static void
gained_once(void **state)
{
#define RUOLO(nome, che) "<ruolo nome=\"" nome "\">" che "</ruolo>"
#define FIRMA "<atto nome=\"firma\" ambito=\"suoi\"/>"
	AUTO(arena) a = arena_new();
	struct nodo *out = nodo_new(a, "d");

	(void)state;
	permessi_differenza(out, a, tree(a, "utente", "<ruolo>a</ruolo>"
	    "<ruolo>b</ruolo>"), tree(a, "permessi", RUOLO("a",
	    "<atto nome=\"annota\" ambito=\"suoi\"/>") RUOLO("b", "")),
	    tree(a, "permessi", RUOLO("a", FIRMA) RUOLO("b", FIRMA)
	    RUOLO("c", "<atto nome=\"espungi\" ambito=\"tutti\"/>")));
	assert_string_equal(flat(a, out), "<d><guadagna ambito=\"suoi\" "
	    "cosa=\"atto\" nome=\"firma\"/><perde ambito=\"suoi\" "
	    "cosa=\"atto\" nome=\"annota\"/></d>");
}

/* ---- forms ---- */

static int
no_schema(struct buf *out, void *arg, const char *tipo, int versione)
{
	(void)out;
	(void)arg;
	assert_string_equal(tipo, "abitazione");
	assert_int_equal(versione, 3);
	return err_set(ERR_ABSENT, "non c'è");
}

/* A document of an adopted type, where nobody knows its schema. */
static void
adopted(void **state)
{
	AUTO(arena) a = arena_new();
	AUTO_BUF b = { 0 };
	struct nodo *n = nodo_new(a, "abitazione"), *out = NULL;

	(void)state;
	nodo_set(a, n, "schema", "3");
	nodo_write(&b, n);
	assert_int_equal(forma_read(&out, a, b.data, b.len), ERR_INVALID);
	assert_non_null(strstr(err_msg(), "«abitazione»"));
	assert_int_equal(forma_read_con(&out, a, b.data, b.len, no_schema,
	    NULL), ERR_ABSENT);
	assert_null(out);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(checks), cmocka_unit_test(signed_types),
		cmocka_unit_test(appointments), cmocka_unit_test(covers),
		cmocka_unit_test(holds), cmocka_unit_test(lapidi),
		cmocka_unit_test(provenances), cmocka_unit_test(reports),
		cmocka_unit_test(rows_of_the_past),
		cmocka_unit_test(hidden_correspondents),
		cmocka_unit_test(gained_once), cmocka_unit_test(adopted),
	};

	xml_init();
	return cmocka_run_group_tests(tests, NULL, NULL);
}
