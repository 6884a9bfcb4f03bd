/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * What a document must say to come into the register: of each type one with all
 * of it is believed as far as it goes, and one without any of its parts is
 * refused by name.  No atto writes such a document; a store that others have
 * written to may hold one.
 */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "registro/conservazione.h"
#include "registro/libro.h"
#include "registro/proietta.h"
#include "atto_prova.h"

#define CS "cartelle/2026/0000001"
#define AC "accessi/2026/0000001"
#define FA "fascicoli/2026/0000001"
#define REG "registro/2026.git"

struct esperimento {
	struct arena *a;
	struct registro *r;
};

static int
project(struct esperimento *p, const char *cartella, const char *percorso,
    const struct nodo *doc, proietta_fn *fn)
{
	struct ultimo last;

	assert_int_equal(registro_ultimo(&last, p->r), 0);
	return atto_scrivi(p->r, p->a, last.seq + 1, cartella, percorso, doc,
	    fn);
}

/* Nothing of it stays; what was wrong, in err_msg. */
static int
projects(struct esperimento *p, const char *cartella, const char *percorso,
    const struct nodo *doc, proietta_fn *fn)
{
	int e;

	assert_int_equal(registro_savepoint(p->r), 0);
	err_clear();
	e = project(p, cartella, percorso, doc, fn);
	registro_undo(p->r);
	return e;
}

/* What is there before. */
static void
there_is(struct esperimento *p, const char *cartella, const char *percorso,
    const char *xml)
{
	if (project(p, cartella, percorso, atto_parsed(p->a, xml), NULL) != 0)
		fail_msg("%s: %s", percorso, err_msg());
}

static int
setup(void **state)
{
	struct arena *a = arena_new();
	struct esperimento *p = arena_alloc(a, sizeof *p);

	p->a = a;
	assert_int_equal(registro_prova(&p->r, "2026-11-20"), 0);
	there_is(p, "ente", "x", "<repertorio" NS "><codice>d</codice>"
	    "<denominazione>Determinazioni</denominazione><attivo>si</attivo>"
	    "</repertorio>");
	*state = p;
	return 0;
}

static int
teardown(void **state)
{
	struct esperimento *p = *state;

	registro_close(p->r);
	arena_free(p->a);
	return 0;
}

/* ---- a part is missing ---- */

/* `campi`: "path=value" with a space between, each of which is required;
 * "path:value" is there and may be missing. */
static const struct riga {
	const char *tipo, *cartella, *percorso, *campi;
} table[] = {
	{ "ente", "ente", "ente.xml", "denominazione=x codice-ipa=x "
	    "codice-aoo=x orologio/salto-max-giorni=3 dimostrativo=no" },
	{ "utente", "ente", "utenti/x.xml",
	    "@codice=x cognome=x nome=x attivo=si" },
	{ "ora-confermata", "ente", "x", "ora=x" },
	{ "procedimento", "ente", "x", "inattivita-giorni=9 "
	    "passaggio/@oggetto:x "
	    "passaggio/@da:x passaggio/@atto:x passaggio/@a:x "
	    "passaggio/guardia/@x:1 passaggio/guardia/@grado=errore" },
	{ "chiave", "ente", "x", "impronta-chiave:x impronta-chiave/@tipo=x "
	    "algoritmo=x identita=x dal=x custodia=x" },
	{ "revoca-chiave", "ente", "x", "impronta-chiave=x motivo=x "
	    "revocata=x" },
	{ "fiducia", "ente", "x", "nome=x" },
	{ "numeri-perduti", "ente", "x", "verbale=x intervallo/anno=2026 "
	    "intervallo/dal=1 intervallo/al=2" },
	{ "numeri-perduti", "ente", "x", "verbale:x intervallo=x" },
	{ "delega", "ente", "x", "numero=1 delegante=x delegato=x dal=x "
	    "al=x" },
	{ "titolario", "ente", "x", "ordine=1 nome=x valido-dal=x" },
	{ "corrispondente", "ente", "x", "codice=1 denominazione=x "
	    "attivo=si" },
	{ "repertorio", "ente", "x", "attivo=si" },
	{ "tipo", "ente", "x", "nome=x denominazione=x ordine=1" },
	{ "modello", "ente", "x", "nome=x ordine=1 carta=x denominazione=x "
	    "titolo=x odt=x operatore=x ora=x" },
	{ "deposito", "ente", "x", "ordine=1 data=x unita/chiuso=x "
	    "unita/numero=CS-2026-0000001" },
	{ "ente-arruolato", "ente", "enti/x/0001.xml", "codice-ipa=x "
	    "denominazione=x impronta-chiave=x algoritmo=x identita=x "
	    "verificata=x arruolato=x" },
	{ "revoca-ente", "ente", "enti/x/0001.xml", "impronta-chiave=x "
	    "revocato=x motivo=x" },
	{ "importazione", "ente", "x", "righe=3" },
	{ "righe-storiche", "ente", "x", "origine=x voce/data=2001-01-01 "
	    "voce/@riga=1" },
	{ "versamento", "ente", "x", "ordine=1 documenti=2 formato=x "
	    "utente=x pacchetto=x unita/numero=2026-11-19 "
	    "unita/contenuto=x unita/intera=si" },
	{ "esito-versamento", "ente", "x", "versamento=1 rapporto=x ora=x "
	    "identificativo=x unita/numero=2026-11-19 unita/esito=x" },
	{ "elenco-scarto", "ente", "x", "ordine=1 data:x utente:x "
	    "soprintendenza:x voce/documenti=1 voce/byte=1 "
	    "voce/numero=CS-2026-0000001" },
	{ "richiesta-scarto", "ente", "x", "ordine=1 inviata=2026-11-20" },
	{ "autorizzazione-scarto", "ente", "x", "ordine=1 escluso/@x:1 "
	    "escluso/riga=1" },
	{ "verbale-scarto", "ente", "x", "ordine=1" },
	{ "chiusura-scarto", "ente", "x", "ordine=1" },
	{ "ritiro-scarto", "ente", "x", "ordine=1" },
	{ "sigillo", "ente", "x", "atti/ultimo=1 chiave=x" },

	{ "registrazione", REG, "registrazioni/x", "numero=0000001/2026 "
	    "ora=" ORA " flusso=interno operatore:x oggetto:x classifica:x "
	    "principale/dimensione=1 principale/nome:x principale/impronta:x "
	    "principale/tipo:x emergenza/ora=" ORA " emergenza/operatore=x "
	    "emergenza/numero=EM-2026-0000001" },
	{ "registrazione-emergenza", REG, "emergenza/x", "ora=" ORA
	    " operatore=x numero=EM-2026-0000001" },
	{ "smistamento", REG, "x", "ordine=1 protocollo=0000001/2026 "
	    "destinazione/ufficio=x destinazione/titolo=x" },
	{ "presa-visione", REG, "x", "ordine=1 utente=x "
	    "protocollo=0000001/2026" },
	{ "presa-in-carico", REG, "x", "ordine=1 smistamento=1 ufficio=x "
	    "utente=x protocollo=0000001/2026" },
	{ "rifiuto", REG, "x", "ordine=1 smistamento=1 ufficio=x utente=x "
	    "protocollo=0000001/2026" },
	{ "classificazione", REG, "x", "ordine=1 da=x a=x operatore=x ora=x "
	    "protocollo=0000001/2026" },
	{ "fascicolazione", REG, "x", "verso=messa protocollo=0000001/2026" },
	{ "richiesta-correzione", REG, "x", "tipo=rettifica motivo=x "
	    "operatore=x ora=x protocollo=0000001/2026" },
	{ "rettifica", REG, "x", "campo=oggetto prima/oggetto:x "
	    "dopo/@x:1 dopo/oggetto=x provvedimento:x motivo=x operatore=x ora=x "
	    "protocollo=0000001/2026" },
	{ "rettifica", REG, "x", "campo:oggetto prima=x" },
	{ "rettifica", REG, "x", "campo:oggetto prima:x dopo=x" },
	{ "annullamento", REG, "x", "inoltrata=si motivo=x operatore=x ora=x "
	    "protocollo=0000001/2026" },
	{ "riserva", REG, "x", "riservata=si motivo=x operatore=x ora=x "
	    "protocollo=0000001/2026" },
	{ "spedizione", REG, "x", "ordine=1 mezzo=pec data=x "
	    "protocollo=0000001/2026" },
	{ "ricevuta-spedizione", REG, "x", "destinatario=1 esito=x "
	    "protocollo=0000001/2026" },
	{ "copia-acquisita", REG, "x", "ordine=1 protocollo=0000001/2026" },
	{ "voce-repertorio", REG, "x", "anno=2026 numero=1 repertorio:d "
	    "ora:x operatore:x oggetto:x principale/nome:x "
	    "principale/impronta:x principale/tipo:x principale/dimensione=1" },
	{ "registro-giornaliero", REG, "x", "data=x precedente=x "
	    "atti/impronta=x letture/impronta=x" },
	{ "chiusura-giorno", REG, "x", "giorno=2026-11-19 giornaliero=x "
	    "firma-file=x" },
	{ "verdetto", REG, "x", "firma=x" },

	{ "fascicolo", FA, "fascicolo.xml", "stato=x oggetto=x" },
	{ "proposta", CS, "x", "stato=inviata" },
	{ "voce-diario", CS, "x", "autore=x data=2026-11-20 tipo=colloquio" },
	{ "correzione-voce", CS, "x", "voce-autore=x voce=x" },
	{ "appuntamento", CS, "x", "inizio=" ORA " tipo=colloquio minuti:30" },
	{ "verbale", CS, "x", "data=2026-11-20 stato=svolta" },
	{ "equipe", CS, "equipe.xml", "complesso=si" },
	{ "sottoscrizione", CS, "x", "documento-id=x documento-impronta=x "
	    "esito=sottoscritto" },
	{ "determinazione", CS, "x", "adozione/numero=DD/1 adozione/@x:1" },
	{ "determinazione", CS, "x", "adozione/numero:DD/1 "
	    "adozione/firma-file=x" },
	{ "attestazione", "ente", "x", "firma-file=x" },
	{ "conflitto", CS, "x", "utente=x" },
	{ "accesso-straordinario", CS, "x", "utente=x dal=x al=x ora:x" },
	{ "consultazione", CS, "x", "dal=x al=x ente=x" },
	{ "revoca-liberatoria", CS, "x", "liberatoria=x data=x" },
	{ "unione-persone", CS, "x", "con=CS-2026-0000002" },
	{ "collegamento", CS, "x", "cartella=CS-2026-0000002" },
	{ "comuni", CS, "x", "periodo/tipo=onere periodo/@x:1" },
	{ "rinvio-firma", CS, "x", "documento-id=x documento-impronta:x "
	    "autore:x data:x motivazione=x" },
	{ "blocco", CS, "x", "motivo=x estremi=x data=x rivedere=x "
	    "revisione/rivedere=x revisione/estremi=x" },
	{ "provvedimento", CS, "x", "dati/cessa/misura=x "
	    "dati/cessa/giorno=2026-11-20" },
	{ "espunzione", CS, "x", "espunto/percorso=x espunto/segno=x "
	    "espunto/versione/impronta=x espunto/versione/lapide=x "
	    "espunto/versione/atto=1 commit/prima=x commit/dopo=x "
	    "commit/atto=1" },
	{ "scarto", CS, "x", "elenco=1 voce=1" },
	{ "provenienza", CS, "x", "sotto=precedenti/x caso=x" },
	{ "osservazioni", CS, "x", "protocollo=0000001/2026" },
};

/* What another function of its type asks before. */
static const struct {
	struct riga riga;
	proietta_fn *fn;
} behind[] = {
	{ { "utente", "ente", "utenti/x.xml", "@codice=x cognome=x nome=x" },
	    storia_operatore },
	{ { "chiusura-giorno", REG, "x", "giorno=2026-11-19 "
	    "firma-file/chiave=x" },
	    proietta_sigillo_giorno },
	{ { "voce-diario", CS, "x", "data=2026-11-20 tipo=visita" },
	    storia_colloquio },
	{ { "appuntamento", CS, "x", "inizio=" ORA " tipo=colloquio" },
	    storia_appuntamento },
};

static const struct riga nota = { "nota", CS, "x", "testo=x" };

/* Puts it where its path says, with what is above it. */
static void
put(struct arena *a, struct nodo *n, const char *path, size_t len,
    const char *value)
{
	char *name, *s = arena_strndup(a, path, len);
	struct nodo *x;

	for (; (name = s) != NULL; n = x) {
		if ((s = strchr(name, '/')) != NULL)
			*s++ = '\0';
		if (*name == '@') {
			nodo_set(a, n, name + 1, value);
			return;
		}
		if ((x = nodo_child(n, name)) == NULL)
			x = nodo_elem(a, n, name);
	}
	nodo_text(a, n, value);
}

/* A document of the row, but for its part `but` (-1: none), whose path is in
 * *part, NULL: there is none.  That says `instead`; NULL: it is missing. */
static struct nodo *
made(struct arena *a, const struct riga *x, int but, const char *instead,
    const char **part)
{
	struct nodo *doc = nodo_new(a, x->tipo);
	const char *s = x->campi, *value;
	size_t name, all;
	int i = 0;

	for (*part = NULL; *s != '\0'; s += all + (s[all] == ' ')) {
		all = strcspn(s, " ");
		name = strcspn(s, "=:");
		value = arena_strndup(a, s + name + 1, all - name - 1);
		if (s[name] == '=' && i++ == but) {
			*part = arena_strndup(a, s, name);
			value = instead;
		}
		if (value != NULL)
			put(a, doc, s, name, value);
	}
	return doc;
}

/* Does the part stand for a number of ours? */
static bool
is_number(struct arena *a, const struct riga *x, int k)
{
	const char *part;
	struct nodo *doc = made(a, x, -1, NULL, &part);
	struct numero n;
	const char *v;

	(void)made(a, x, k, NULL, &part);
	v = part != NULL ? nodo_value(a, doc, part) : NULL;
	return v != NULL && numero_parse(&n, v) == 0;
}

/* "... manca atti/impronta": the end of the path, from the element that holds
 * it. */
static bool
names(const char *msg, const char *missing)
{
	const char *s = strstr(msg, "manca ");
	size_t n, m = strlen(missing);

	if (s == NULL)
		return false;
	s += strlen("manca ");
	n = strlen(s);
	return n > 0 && n <= m && strcmp(missing + m - n, s) == 0 &&
	    (n == m || missing[m - n - 1] == '/');
}

static void
try_row(struct esperimento *p, const struct riga *x, proietta_fn *fn)
{
	const char *part;
	struct nodo *doc = made(p->a, x, -1, NULL, &part);
	char *whole;
	int k, e = projects(p, x->cartella, x->percorso, doc, fn);

	whole = arena_strdup(p->a, e != 0 ? err_msg() : "");
	for (k = 0;; k++) {
		doc = made(p->a, x, k, NULL, &part);
		if (part == NULL)
			break;
		e = projects(p, x->cartella, x->percorso, doc, fn);
		if (e != ERR_INVALID || !names(err_msg(), part) ||
		    names(whole, part))
			fail_msg("%s without %s: %d %s", x->tipo, part, e,
			    err_msg());
		if (!is_number(p->a, x, k))
			continue;
		doc = made(p->a, x, k, "x", &part);
		e = projects(p, x->cartella, x->percorso, doc, fn);
		if (e != ERR_INVALID || strstr(err_msg(), "x") == NULL)
			fail_msg("%s with no number %s: %d %s", x->tipo, part,
			    e, err_msg());
	}
	assert_true(k > 0);
}

/* Of what says something of a case the folder must be one. */
static void
try_folder(struct esperimento *p, const struct riga *x, proietta_fn *fn)
{
	const char *part;
	struct nodo *doc = made(p->a, x, -1, NULL, &part);
	int e;

	if (strncmp(x->cartella, CS, sizeof CS - 1) != 0)
		return;
	e = projects(p, "cartelle/x", x->percorso, doc, fn);
	if (e != ERR_INVALID || strstr(err_msg(), "cartelle/x") == NULL)
		fail_msg("%s in a folder without a number: %d %s", x->tipo,
		    e, err_msg());
}

static void
what_is_missing_is_named(void **state)
{
	struct esperimento *p = *state;
	size_t i;

	for (i = 0; i < NELEM(table); i++)
		try_row(p, &table[i], NULL);
	for (i = 0; i < NELEM(table); i++)
		try_folder(p, &table[i], NULL);
	/* of a type without rules of its own too */
	try_folder(p, &nota, NULL);
	for (i = 0; i < NELEM(behind); i++)
		try_row(p, &behind[i].riga, behind[i].fn);
}

/* ---- all is there, and it cannot be ---- */

#define PATTO "<patto><trasferimento>t</trasferimento><caso>x</caso><da>x"	\
    "</da><a>y</a><pacchetto>p</pacchetto></patto>"
#define ID_RELAZIONE "00000000000000000000000000000004"	/* of the fourth act */

static const struct {
	const char *cartella, *percorso, *xml, *says;
} wrong[] = {
	{ CS, "x", "<determinazione" NS "><adozione><numero>12</numero>"
	    "</adozione></determinazione>", "il numero 12 non dice l'anno" },
	{ "ente", "x.xml", "<revoca-ente" NS "><impronta-chiave>x"
	    "</impronta-chiave><revocato>x</revocato><motivo>x</motivo>"
	    "</revoca-ente>", "x.xml non sta dove deve" },
	{ CS, "x", "<scarto" NS "><elenco>1</elenco><voce>3</voce>"
	    "<scritto>x</scritto><autorizzazione>x</autorizzazione></scarto>",
	    "la riga 3 dell'elenco 1 non è autorizzata" },
	{ CS, "x", "<espunzione" NS "><espunto><percorso>x</percorso>"
	    "<segno>x</segno></espunto></espunzione>",
	    "non nomina nessuna versione" },
	{ CS, "x", "<comuni" NS "><periodo><tipo>residenza</tipo></periodo>"
	    "</comuni>", "non dice di chi, o da quando" },
	{ "ente", "trasferimenti/x/0001.xml", "<offerta-trasferimento" NS ">"
	    PATTO "<motivo>x</motivo></offerta-trasferimento>",
	    "manca cartella" },
	{ "ente", "trasferimenti/x/0001.xml", "<offerta-trasferimento" NS ">"
	    PATTO "<cartella>CS-2026-0000001</cartella>"
	    "</offerta-trasferimento>", "manca motivo" },
	{ CS, "firme/2.xml", "<manifesto" NS "><scopo>sottoscrizione</scopo>"
	    "<utente>rosa</utente><nome>R</nome><chiave tipo=\"openpgp\">k"
	    "</chiave><ora>" ORA "</ora><oggetto ruolo=\"originale\" "
	    "impronta=\"0\" id=\"" ID_RELAZIONE "\"/></manifesto>",
	    "una versione che il documento non ha" },
	{ CS, "trasferimenti/x/0001.xml", "<ritiro-trasferimento" NS ">"
	    "<patto><trasferimento>x</trasferimento><caso>altro</caso>"
	    "<da>x</da><a>x</a><pacchetto>x</pacchetto></patto>"
	    "</ritiro-trasferimento>", "non è la carta di un trasferimento" },
	{ CS, "x", "<ritiro-trasferimento" NS "><patto><trasferimento>x"
	    "</trasferimento><caso>x</caso></patto></ritiro-trasferimento>",
	    "non sta dove deve" },
};

static void
what_cannot_be_is_refused(void **state)
{
	struct esperimento *p = *state;
	size_t i;
	int e;

	there_is(p, "ente", "ente.xml", "<ente" NS "><denominazione>x"
	    "</denominazione><codice-ipa>x</codice-ipa><codice-aoo>x"
	    "</codice-aoo><orologio><salto-max-giorni>3</salto-max-giorni>"
	    "</orologio><dimostrativo>no</dimostrativo></ente>");
	there_is(p, "ente", "firme.xml", "<firme" NS "><regola "
	    "tipo=\"relazione\"><passo chi=\"autore\" obbligo=\"si\" "
	    "scopo=\"sottoscrizione\"/></regola></firme>");
	there_is(p, CS, "relazioni/1.xml", "<relazione" NS "><autore>rosa"
	    "</autore></relazione>");
	for (i = 0; i < NELEM(wrong); i++) {
		e = projects(p, wrong[i].cartella, wrong[i].percorso,
		    atto_parsed(p->a, wrong[i].xml), NULL);
		if (e != ERR_INVALID ||
		    strstr(err_msg(), wrong[i].says) == NULL)
			fail_msg("%s: %d %s", wrong[i].says, e, err_msg());
	}
}

/* ---- measures of courts that came with another body's case ---- */

/* 1: it has an end, 0: none; absent: no measure. */
static int
ends(struct esperimento *p, const char *tipo, struct nodo *doc)
{
	struct posizione pos = { .seq = 1, .ora = ORA, .cartella = CS,
	    .percorso = "precedenti/x/provvedimenti/1.xml", .tipo = tipo,
	    .impronta = "0", .id = "00000000000000000000000000000001" };
	const struct nodo *list[] = { doc };

	assert_int_equal(registro_proietta_altrui(p->r, &pos, list, 1), 0);
	return registro_misura_finita(p->r, CS, pos.percorso);
}

/* One that cannot be read, or is a copy with omissis, may go on: the case is
 * kept as if it did. */
static void
a_measure_of_others(void **state)
{
	struct esperimento *p = *state;

	assert_int_equal(ends(p, "provvedimento", atto_parsed(p->a,
	    "<provvedimento" NS "><dati><tipo>x</tipo><termine>2026-12-01"
	    "</termine></dati></provvedimento>")), 1);
	assert_int_equal(ends(p, "provvedimento", NULL), 0);
	assert_int_equal(ends(p, "provvedimento", atto_parsed(p->a,
	    "<omissis" NS "><dati/></omissis>")), 0);
	/* it orders nothing */
	assert_int_equal(ends(p, "provvedimento", atto_parsed(p->a,
	    "<provvedimento" NS "><dati/></provvedimento>")), ERR_ABSENT);
	assert_int_equal(ends(p, "relazione", NULL), ERR_ABSENT);
}

/* What is signed in a case waits for nobody's signature elsewhere. */
static void
signed_in_a_case(void **state)
{
	static const char xml[] = "<progetto" NS "><autore>rosa</autore>"
	    "</progetto>";
	struct esperimento *p = *state;
	struct libro_documento d;

	there_is(p, CS, "progetti/1.xml", xml);
	there_is(p, AC, "progetti/1.xml", xml);
	/* by the ids of the second act and of the third */
	assert_int_equal(registro_libro_documento(&d, p->a, p->r,
	    "00000000000000000000000000000002"), 0);
	assert_int_equal(registro_libro_documento(&d, p->a, p->r,
	    "00000000000000000000000000000003"), ERR_ABSENT);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(what_is_missing_is_named,
		    setup, teardown),
		cmocka_unit_test_setup_teardown(what_cannot_be_is_refused,
		    setup, teardown),
		cmocka_unit_test_setup_teardown(a_measure_of_others, setup,
		    teardown),
		cmocka_unit_test_setup_teardown(signed_in_a_case, setup,
		    teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
