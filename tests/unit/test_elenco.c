/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * A national trust list: what it vouches for, today and in the past, and what
 * is no such list.
 */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "base/buf.h"
#include "firme/xades.h"
#include "worker/worker.h"
#include "xml/xml.h"

#define TSL "http://uri.etsi.org/TrstSvc/"
#define TESTA(tipo) "<tsl:SchemeInformation><tsl:TSLSequenceNumber>91" \
	"</tsl:TSLSequenceNumber><tsl:TSLType>" TSL "TrustedList/TSLType/" tipo \
	"</tsl:TSLType><tsl:SchemeTerritory>IT</tsl:SchemeTerritory>" \
	"<tsl:ListIssueDateTime>2026-11-02T10:00:00Z</tsl:ListIssueDateTime>" \
	"<tsl:NextUpdate><tsl:dateTime>2027-05-02T10:00:00Z</tsl:dateTime>" \
	"</tsl:NextUpdate></tsl:SchemeInformation>"
#define STATO(stato, dal) "<tsl:ServiceStatus>" TSL "TrustedList/Svcstatus/" \
	stato "</tsl:ServiceStatus><tsl:StatusStartingTime>" dal \
	"</tsl:StatusStartingTime>"
#define TIPO(tipo) "<tsl:ServiceTypeIdentifier>" TSL "Svctype/" tipo \
	"</tsl:ServiceTypeIdentifier><tsl:ServiceName>" \
	"<tsl:Name xml:lang=\"it\">Autorità " tipo "</tsl:Name>" \
	"</tsl:ServiceName>"
#define CERT(der) "<tsl:DigitalId><tsl:X509Certificate>" der \
	"</tsl:X509Certificate></tsl:DigitalId>"
#define SERVIZIO(tipo, ids, stato, history) "<tsl:TSPService>" \
	"<tsl:ServiceInformation>" TIPO(tipo) "<tsl:ServiceDigitalIdentity>" \
	ids "</tsl:ServiceDigitalIdentity>" stato "</tsl:ServiceInformation>" \
	history "</tsl:TSPService>"
#define ELENCO(testa, servizi) "<?xml version=\"1.0\" encoding=\"UTF-8\"?>" \
	"<tsl:TrustServiceStatusList " \
	"xmlns:tsl=\"http://uri.etsi.org/02231/v2#\">" testa \
	"<tsl:TrustServiceProviderList><tsl:TrustServiceProvider>" \
	"<tsl:TSPServices>" servizi "</tsl:TSPServices>" \
	"</tsl:TrustServiceProvider></tsl:TrustServiceProviderList>" \
	"</tsl:TrustServiceStatusList>"

#define GRANTED STATO("granted", "2016-06-30T22:00:00Z")
#define STORIA "<tsl:ServiceHistory><tsl:ServiceHistoryInstance>" \
	TIPO("CA/QC") "<tsl:ServiceDigitalIdentity><tsl:DigitalId>" \
	"<tsl:X509SKI>AA==</tsl:X509SKI></tsl:DigitalId>" \
	"</tsl:ServiceDigitalIdentity>" \
	STATO("accredited", "2010-01-01T00:00:00Z") \
	"</tsl:ServiceHistoryInstance></tsl:ServiceHistory>"

static void
says(const struct nodo *s, const char *der, const char *nome,
    const char *tipo, const char *stato, const char *dal)
{
	AUTO(arena) a = arena_new();

	assert_non_null(s);
	assert_string_equal(nodo_all_text(a, s), der);
	assert_string_equal(nodo_attr(s, "nome"), nome);
	assert_string_equal(nodo_attr(s, "tipo"), tipo);
	assert_string_equal(nodo_attr(s, "stato"), stato);
	assert_string_equal(nodo_attr(s, "dal"), dal);
}

/* Only those that vouch for signatures and stamps, each with its past. */
static void
services(void **state)
{
	static const char list[] = ELENCO(TESTA("EUgeneric"),
	    SERVIZIO("CA/QC", CERT(" TUlJ\n  QQ== ") CERT("TUlJQg=="), GRANTED,
	    STORIA) SERVIZIO("CA/PKC", CERT("TUlJQw=="), GRANTED, "")
	    SERVIZIO("TSA/QTST", CERT("TUlJRA=="),
	    STATO("withdrawn", "2024-07-01T10:00:00+02:00"), ""));
	AUTO(arena) a = arena_new();
	struct nodo *e = NULL, *s;

	(void)state;
	assert_int_equal(elenco_fiducia(&e, a, list, strlen(list)), 0);
	assert_string_equal(nodo_attr(e, "paese"), "IT");
	assert_string_equal(nodo_attr(e, "numero"), "91");
	assert_string_equal(nodo_attr(e, "emesso"),
	    "2026-11-02T11:00:00+01:00");
	assert_string_equal(nodo_attr(e, "scade"),
	    "2027-05-02T12:00:00+02:00");
	s = nodo_child(e, "servizio");
	says(s, "TUlJQQ==", "Autorità CA/QC", "CA/QC", "granted",
	    "2016-07-01T00:00:00+02:00");
	says(s = s->succ, "TUlJQQ==", "Autorità CA/QC", "CA/QC", "accredited",
	    "2010-01-01T01:00:00+01:00");
	says(s = s->succ, "TUlJQg==", "Autorità CA/QC", "CA/QC", "granted",
	    "2016-07-01T00:00:00+02:00");
	s = s->succ;
	says(s = s->succ, "TUlJRA==", "Autorità TSA/QTST", "TSA/QTST",
	    "withdrawn", "2024-07-01T10:00:00+02:00");
	assert_null(s->succ);
}

static void
refused(const char *xml, const char *words)
{
	AUTO(arena) a = arena_new();
	struct nodo *e = NULL;

	err_clear();
	assert_int_equal(elenco_fiducia(&e, a, xml, strlen(xml)), ERR_INVALID);
	assert_null(e);
	if (strstr(err_msg(), words) == NULL)
		fail_msg("«%s», non «%s»", err_msg(), words);
}

static void
refusals(void **state)
{
	(void)state;
	refused("<SegnaturaInformatica/>", "non è un elenco");
	refused("<TrustServiceStatusList/>", "non è un elenco");
	refused(ELENCO(TESTA("EUlistofthelists"), ""), "non è l'elenco");
	refused(ELENCO(TESTA("EUgeneric"), SERVIZIO("CA/QC", CERT("A<b/>!"),
	    GRANTED, "")), "non si legge");
	refused(ELENCO(TESTA("EUgeneric"), SERVIZIO("CA/QC", CERT("TUlJ"),
	    STATO("granted", "ieri"), "")), "senza stato");
	refused(ELENCO(TESTA("EUgeneric"), SERVIZIO("CA/QC", CERT("TUlJ"), "",
	    "")), "senza stato");
	refused("<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]>"
	    "<a>&b;</a>", "entità");
}

/* What has no certificate, of a provider without services, of a kind that
 * vouches for nothing, is passed over; a moment that cannot be read is not
 * told. */
static void
passed_over(void **state)
{
	static const char list[] = "<TrustServiceStatusList xmlns:tsl='x'>"
	    "<SchemeInformation><TSLType>" TSL "TrustedList/TSLType/EUgeneric"
	    "</TSLType><SchemeTerritory>IT"
	    "</SchemeTerritory><ListIssueDateTime>ieri</ListIssueDateTime>"
	    "</SchemeInformation><TrustServiceProviderList>"
	    "<TrustServiceProvider/><TrustServiceProvider><TSPServices>"
	    "<TSPService/>" SERVIZIO("CA/QC", "<tsl:DigitalId><tsl:X509SKI>AA=="
	    "</tsl:X509SKI></tsl:DigitalId>" CERT("TUlJQQ=="), GRANTED,
	    "<ServiceHistory><ServiceHistoryInstance>" TIPO("Altro")
	    STATO("accredited", "2010-01-01T00:00:00Z")
	    "</ServiceHistoryInstance></ServiceHistory>")
	    "</TSPServices></TrustServiceProvider></TrustServiceProviderList>"
	    "</TrustServiceStatusList>";
	AUTO(arena) a = arena_new();
	struct nodo *e = NULL, *s;

	(void)state;
	if (elenco_fiducia(&e, a, list, strlen(list)) != 0)
		fail_msg("%s", err_msg());
	assert_null(nodo_attr(e, "emesso"));
	s = nodo_child(e, "servizio");
	says(s, "TUlJQQ==", "Autorità CA/QC", "CA/QC", "granted",
	    "2016-07-01T00:00:00+02:00");
	assert_null(s->succ);
}

/* Many certificates by many statuses is a bomb of few bytes. */
static void
bounded(void **state)
{
	AUTO_BUF xml = { 0 };
	int i;

	(void)state;
	buf_puts(&xml, "<TrustServiceStatusList xmlns:tsl='x'>"
	    TESTA("EUgeneric") "<TrustServiceProviderList>"
	    "<TrustServiceProvider><TSPServices><TSPService>"
	    "<ServiceInformation>" TIPO("CA/QC") "<ServiceDigitalIdentity>");
	for (i = 0; i < 200; i++)
		buf_puts(&xml, CERT("TUlJ"));
	buf_puts(&xml, "</ServiceDigitalIdentity>" GRANTED
	    "</ServiceInformation><ServiceHistory>");
	for (i = 0; i < 200; i++)
		buf_puts(&xml, "<ServiceHistoryInstance>" TIPO("CA/QC") GRANTED
		    "</ServiceHistoryInstance>");
	buf_puts(&xml, "</ServiceHistory></TSPService></TSPServices>"
	    "</TrustServiceProvider></TrustServiceProviderList>"
	    "</TrustServiceStatusList>");
	refused(buf_str(&xml), "più di");
}

/* In its cage; what does not show goes from the names. */
static void
caged(void **state)
{
	static const char list[] = ELENCO(TESTA("EUgeneric"),
	    SERVIZIO("CA/QC", CERT("TUlJ"), GRANTED, ""));
	const char *nome = strstr(list, "Autorità");
	AUTO(arena) a = arena_new();
	AUTO_BUF xml = { 0 };
	struct nodo *e = NULL;

	(void)state;
	buf_append(&xml, list, (size_t)(nome - list));
	buf_puts(&xml, "\xe2\x80\xae");	/* from here backwards */
	buf_puts(&xml, nome);
	assert_int_equal(worker_elenco(&e, a, xml.data, xml.len), 0);
	says(nodo_child(e, "servizio"), "TUlJ", "Autorità CA/QC", "CA/QC",
	    "granted", "2016-07-01T00:00:00+02:00");
	assert_int_equal(worker_elenco(&e, a, "<a/>", 4), ERR_INVALID);
}

int
main(int argc, char *argv[])
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(services),
		cmocka_unit_test(refusals),
		cmocka_unit_test(passed_over),
		cmocka_unit_test(bounded),
		cmocka_unit_test(caged),
	};

	if (argc >= 3 && strcmp(argv[1], "--operaio") == 0)
		worker_main(argv[2]);
	xml_init();
	return cmocka_run_group_tests(tests, NULL, NULL);
}
