/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Models into letters: what each element of a model becomes, and that
 * nothing of a name or of a value is ever more than text.
 */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "resa/modello.h"
#include "resa/resa.h"
#include "xml/odf.h"
#include "xml/xml.h"
#include "zip/zip.h"
#include "strumenti.h"

#define ENTE "<ente><denominazione>Comune di Borgo San Lupo</denominazione>" \
	"<codice-ipa>c_b000</codice-ipa><ufficio>Servizi sociali</ufficio>" \
	"<indirizzo>Piazza della Repubblica 1</indirizzo>" \
	"<pec>protocollo@pec.example</pec></ente>"

static const char lettera[] =
    "<lettera xmlns=\"urn:cartella:1\">" ENTE
    "<luogo>Borgo San Lupo</luogo><data>2026-11-01</data>"
    "<destinatario><denominazione>Procura presso il Tribunale per i "
    "minorenni</denominazione><indirizzo>Via dei Bresciani 32</indirizzo>"
    "<pec>procura@pec.example</pec></destinatario>"
    "<oggetto>Trasmissione &lt;urgente&gt; della relazione</oggetto>"
    "<riferimento>prot. 0000001/2026 del 3 ottobre 2026</riferimento>"
    "<riferimento>Vs. nota 4521</riferimento>"
    "<corpo><p>Si trasmette <b>quanto accertato</b> e <i>valutato</i>: "
    "perché, città, così.</p><voce>prima visita</voce>"
    "<voce>seconda visita</voce><p>In mezzo.</p><voce>terza</voce>"
    "<tabella><riga><cella>uno</cella><cella>due</cella></riga>"
    "<riga><cella>tre</cella></riga></tabella></corpo>"
    "<firmatario><nome>Lucia Ferri</nome><qualifica>La responsabile"
    "</qualifica></firmatario></lettera>";

static struct nodo *
dati(struct arena *a, const char *text)
{
	struct nodo *n;

	assert_int_equal(xml_parse(&n, a, text, strlen(text), XML_OURS), 0);
	return n;
}

static void
shipped(void **state)
{
	AUTO(arena) a = arena_new();
	AUTO_BUF odt = { 0 }, part = { 0 };
	const struct buf *m;
	struct nodo *manca;

	(void)state;
	if (modello_spedito(&m, "comunicazione") != 0)
		fail_msg("%s", err_msg());
	if (modello_riempi(&odt, &manca, a, m->data, m->len,
	    dati(a, lettera), "Titolo", 0) != 0)
		fail_msg("%s", err_msg());
	assert_null(manca);
	assert_int_equal(zip_read(&part, odt.data, odt.len, "content.xml",
	    1 << 20), 0);
	AUTO_BUF fo = { 0 };
	assert_int_equal(zip_read(&fo, m->data, m->len, MODELLO_FOGLIO,1 << 20), 0);
	fprintf(stderr, "%s\n", buf_str(&fo));
	fprintf(stderr, "%s\n", buf_str(&part));
	FILE *f = fopen("/dev/shm/a2.odt", "w");
	fwrite(odt.data, 1, odt.len, f);
	fclose(f);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(shipped),
	};

	xml_init();
	return cmocka_run_group_tests(tests, NULL, NULL);
}
