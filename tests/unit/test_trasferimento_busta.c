/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * The message carried between two bodies: what is put in comes out, byte for
 * byte, also with signs that XML writes in another way; with one byte altered
 * anywhere it does not open, or what its seal is over has changed; a seal of
 * another paper, of a person, of two things is refused.
 */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "base/hash.h"
#include "documenti/trasferimento_busta.h"
#include "documenti/trasferimento_carte.h"

#define P "abababababababababababababababababababababababababababababababab"
#define ID "00000000000000000000000000000001"
#define FIRMA "-----BEGIN PGP SIGNATURE-----\n\niHUEABYIAB0=\n=Ab+/\n" \
	"-----END PGP SIGNATURE-----\n"

static struct nodo *
paper(struct arena *a, enum tr_messaggio k)
{
	const struct tr_lettera m = { k, "000000000000000000000000000000a1",
	    "000000000000000000000000000000c1", "c_d548", "c_a944", P, P,
	    "2026-12-31" };
	static const char *const motivi[TR_MESSAGGI] = {
		[TR_M_OFFERTA] = "residenza", [TR_M_RITIRO] = "non-occorre",
		[TR_M_RIFIUTO] = "non-residente"
	};
	const struct tr_stesura s = { ID, "2026-11-20", "as1",
	    "CS-2026-0000001", "0000012/2026", motivi[m.tipo], NULL, 0, NULL, 0,
	    NULL };

	return trasferimento_scrivi(a, &m, &s);
}

static struct nodo *
seal_of(struct arena *a, const struct nodo *carta, const char *utente,
    const char *scopo)
{
	const struct manifesto_capo c = { .scopo = scopo, .utente = utente,
	    .nome = "Comune di Esempio", .qualita = "sigillo dell'ufficio",
	    .tipo_chiave = "openpgp",
	    .chiave = "0123456789ABCDEF0123456789ABCDEF01234567",
	    .ora = "2026-11-20T10:00:00+01:00" };
	struct manifesto_oggetto o = trasferimento_oggetto(a, carta);
	struct nodo *m = manifesto_new(a, &c);

	manifesto_add(a, m, &o);
	return m;
}

static int
opened(struct tr_busta *b, struct arena *a, const struct nodo *carta,
    const struct nodo *manifesto)
{
	AUTO_BUF out = { 0 };

	trasferimento_imbusta(&out, a, carta, manifesto, FIRMA);
	return trasferimento_sbusta(b, a, out.data, out.len);
}

static void
test_round(void **state)
{
	AUTO(arena) a = arena_new();
	int k;

	(void)state;
	for (k = TR_M_OFFERTA; k < TR_MESSAGGI; k++) {
		AUTO_BUF was = { 0 }, is = { 0 }, man = { 0 };
		struct nodo *carta = paper(a, k);
		struct nodo *m = seal_of(a, carta, NULL, SCOPO_SIGILLO);
		struct tr_busta b;

		assert_int_equal(opened(&b, a, carta, m), 0);
		nodo_write(&was, carta);
		nodo_write(&is, b.carta);
		assert_string_equal(buf_str(&was), buf_str(&is));
		manifesto_bytes(&man, m);
		assert_string_equal(b.manifesto, buf_str(&man));
		assert_string_equal(b.firma, FIRMA);
		assert_int_equal(b.lettera.tipo, k);
		assert_string_equal(b.lettera.pacchetto, P);
		assert_string_equal(b.capo.nome, "Comune di Esempio");
	}
}

/* Every byte, altered in a few ways: it does not open, or the bytes that the
 * signature is over are others. */
static void
test_each_byte(void **state)
{
	AUTO(arena) all = arena_new();
	static const unsigned char flip[] = { 0x01, 0x20, 0x80 };
	AUTO_BUF out = { 0 };
	struct nodo *carta = paper(all, TR_M_RILASCIO);
	struct nodo *m = seal_of(all, carta, NULL, SCOPO_SIGILLO);
	AUTO_BUF man = { 0 };
	size_t i, j, shut = 0;

	(void)state;
	manifesto_bytes(&man, m);
	trasferimento_imbusta(&out, all, carta, m, FIRMA);
	for (i = 0; i < out.len; i++)
		for (j = 0; j < NELEM(flip); j++) {
			AUTO(arena) a = arena_new();
			struct tr_busta b;

			out.data[i] = (char)(out.data[i] ^ flip[j]);
			if (trasferimento_sbusta(&b, a, out.data, out.len) != 0)
				shut++;
			else
				assert_string_not_equal(b.manifesto,
				    buf_str(&man));
			out.data[i] = (char)(out.data[i] ^ flip[j]);
		}
	print_message("# %zu of %zu do not open\n", shut, out.len * 3);
	assert_true(shut > out.len);
}

static void
is_shut(struct arena *a, const struct nodo *carta, const struct nodo *m,
    const char *why)
{
	struct tr_busta b = { .firma = "prima" };

	assert_int_equal(opened(&b, a, carta, m), ERR_INVALID);
	if (strstr(err_msg(), why) == NULL)
		fail_msg("«%s» non dice «%s»", err_msg(), why);
	assert_string_equal(b.firma, "prima");
}

static void
test_refused(void **state)
{
	AUTO(arena) a = arena_new();
	struct nodo *carta = paper(a, TR_M_RITIRO), *m;
	struct manifesto_oggetto o = trasferimento_oggetto(a, carta);
	struct tr_busta out;
	AUTO_BUF b = { 0 };

	(void)state;
	is_shut(a, carta, seal_of(a, paper(a, TR_M_OFFERTA), NULL,
	    SCOPO_SIGILLO), "non è di questo messaggio");
	is_shut(a, carta, seal_of(a, carta, "as1", SCOPO_SIGILLO),
	    "sigillo di un ufficio");
	is_shut(a, carta, seal_of(a, carta, NULL, SCOPO_SPEDIZIONE),
	    "sigillo di un ufficio");
	m = seal_of(a, carta, NULL, SCOPO_SIGILLO);
	o.ruolo = RUOLO_ALLEGATO;
	manifesto_add(a, m, &o);
	is_shut(a, carta, m, "non è di questo messaggio");
	m = seal_of(a, carta, NULL, SCOPO_SIGILLO);
	nodo_set(a, nodo_child(m, "oggetto"), "ruolo", RUOLO_ALLEGATO);
	is_shut(a, carta, m, "non è di questo messaggio");
	m = seal_of(a, carta, NULL, SCOPO_SIGILLO);
	nodo_set(a, nodo_child(m, "oggetto"), "tipo", "relazione");
	is_shut(a, carta, m, "non è di questo messaggio");
	is_shut(a, carta, carta, "non ha un manifesto");
	is_shut(a, m, m, "non è la carta di un trasferimento");
	m = paper(a, TR_M_RITIRO);
	nodo_remove(nodo_child(m, "patto"));
	is_shut(a, m, seal_of(a, m, NULL, SCOPO_SIGILLO), "la carta non è");
	/* a good document, and none of these */
	nodo_write(&b, carta);
	assert_int_equal(trasferimento_sbusta(&out, a, b.data, b.len),
	    ERR_INVALID);
	assert_non_null(strstr(err_msg(), "non è il messaggio"));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_round),
		cmocka_unit_test(test_each_byte),
		cmocka_unit_test(test_refused),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
