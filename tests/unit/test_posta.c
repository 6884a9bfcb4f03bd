/* SPDX-License-Identifier: EUPL-1.2 */
/* E-mails and PEC: what is read, what is noted, what is refused. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "base/clock.h"
#include "base/file.h"
#include "base/utf8.h"
#include "posta/posta.h"
#include "xml/xml.h"

#define EML "tests/fixtures/eml/"

static const char damaged[] =
    "codifica base64 danneggiata: il contenuto può essere incompleto";
static const char broken[] = "il messaggio è interrotto o i confini "
    "delle sue parti sono errati: il contenuto può essere incompleto";

static struct messaggio
read_file(struct arena *a, const char *name)
{
	struct messaggio m = { 0 };
	AUTO_BUF b = { 0 };

	assert_int_equal(file_read(&b, arena_printf(a, EML "%s", name),
	    1 << 20), 0);
	assert_int_equal(posta_read(&m, a, b.data, b.len), 0);
	return m;
}

static void
part_is(const struct messaggio *m, int i, const char *nome, const char *tipo,
    const char *nota)
{
	assert_true(i < m->n_parti);
	assert_string_equal(m->parti[i].nome, nome);
	assert_string_equal(m->parti[i].tipo, tipo);
	if (nota == NULL)
		assert_null(m->parti[i].nota);
	else
		assert_string_equal(m->parti[i].nota, nota);
}

static void
bytes_are(const struct parte *p, const char *text)
{
	assert_int_equal(p->n, strlen(text));
	assert_memory_equal(p->p, text, p->n);
}

static void
plain(void **state)
{
	AUTO(arena) a = arena_new();
	struct messaggio m = read_file(a, "semplice.eml");
	int64_t t;

	(void)state;
	assert_int_equal(clock_parse(&t, "2026-11-20T09:15:30+01:00"), 0);
	assert_string_equal(m.mittente_nome, "Verdi, Anna");
	assert_string_equal(m.mittente_indirizzo, "anna.verdi@example.org");
	assert_string_equal(m.destinatari, "sociale@comune.example, "
	    "uno@example.org, due@example.org");
	assert_string_equal(m.oggetto, "Richiesta di colloquio – città");
	assert_string_equal(m.message_id, "1@example.org");
	assert_true(m.data == t);
	assert_int_equal(m.pec, 0);
	assert_int_equal(m.n_parti, 0);
	assert_string_equal(m.testo, "Buongiorno,\nchiedo un colloquio perché "
	    "la situazione è cambiata.\n");
}

static void
attachments(void **state)
{
	AUTO(arena) a = arena_new();
	struct messaggio m = read_file(a, "allegato.eml");

	(void)state;
	assert_string_equal(m.oggetto, "Relazione – attività");
	assert_string_equal(m.testo, "In allegato la relazione.");
	assert_int_equal(m.n_parti, 6);
	/* RFC 2231 in pieces, decomposed accents: NFC */
	part_is(&m, 0, "relazione di frequenza – perché.pdf",
	    "application/pdf", NULL);
	assert_memory_equal(m.parti[0].p, "%PDF-1.4\n", 9);
	assert_int_equal(m.parti[0].n, 69);
	/* no climbing, no hidden direction, no twins */
	part_is(&m, 1, "passwd", "application/pdf", NULL);
	part_is(&m, 2, "allegato-3.png", "image/png", NULL);
	part_is(&m, 3, "fatturafdp.exe", "application/octet-stream", NULL);
	part_is(&m, 4, "PASSWD-2", "application/octet-stream", NULL);
	part_is(&m, 5, "winmail.dat", "application/ms-tnef", NULL);
	assert_int_equal(m.parti[5].n, 7);
}

static void
charsets(void **state)
{
	AUTO(arena) a = arena_new();
	struct messaggio m = read_file(a, "windows-1252.eml");

	(void)state;
	assert_string_equal(m.mittente_nome, "Città di Esempio");
	assert_string_equal(m.oggetto, "attività – richiesta");
	assert_string_equal(m.testo, "La città è “piccola”: costa 5 €.\n");
	/* the label lied: the bytes are kept, and it is said */
	assert_int_equal(m.n_parti, 1);
	part_is(&m, 0, "messaggio.txt", "text/plain",
	    "caratteri non UTF-8: letti come windows-1252");
	assert_memory_equal(m.parti[0].p, "La citt\xe0 \xe8 ", 10);

	m = read_file(a, "latin1-vero.eml");
	assert_string_equal(m.testo, "perché costa 5 €\n");
	assert_int_equal(m.n_parti, 0);
}

static void
html_only(void **state)
{
	AUTO(arena) a = arena_new();
	struct messaggio m = read_file(a, "html.eml");

	(void)state;
	assert_string_equal(m.testo, "Città & servizi è €\n\nuno\ndue");
	assert_int_equal(m.n_parti, 1);
	part_is(&m, 0, "messaggio.html", "text/html", NULL);
}

static void
damaged_base64(void **state)
{
	AUTO(arena) a = arena_new();
	struct messaggio m = read_file(a, "base64-rotto.eml");

	(void)state;
	assert_string_equal(m.testo, "testo");
	assert_int_equal(m.n_parti, 2);
	part_is(&m, 0, "rotto.pdf", "application/pdf", damaged);
	part_is(&m, 1, "sano.pdf", "application/pdf", NULL);
	bytes_are(&m.parti[1], "%PDF-1.4\n");
}

static void
nested(void **state)
{
	AUTO(arena) a = arena_new();
	struct messaggio m = read_file(a, "annidato.eml");

	(void)state;
	assert_string_equal(m.oggetto, "I: segnalazione");
	assert_string_equal(m.mittente_indirizzo, "inoltro@example.org");
	assert_string_equal(m.testo, "Inoltro.");
	assert_int_equal(m.n_parti, 2);
	part_is(&m, 0, "messaggio.eml", "message/rfc822", NULL);
	assert_memory_equal(m.parti[0].p, "From: origine@example.org", 25);
	part_is(&m, 1, "elenco.csv", "text/csv", NULL);
	bytes_are(&m.parti[1], "a;b");
}

static void
pec_message(void **state)
{
	AUTO(arena) a = arena_new();
	struct messaggio m = read_file(a, "pec.eml");

	(void)state;
	assert_int_equal(m.pec, 1);
	assert_string_equal(m.mittente_indirizzo,
	    "scuola@pec.istituto.example");
	assert_string_equal(m.mittente_nome, "Dirigente Scolastico");
	assert_string_equal(m.oggetto, "Segnalazione M.B. (riservata)");
	assert_string_equal(m.destinatari, "protocollo@pec.comune.example");
	assert_string_equal(m.message_id,
	    "opec300.20261120110005.00001@gestore.example");
	assert_string_equal(m.testo,
	    "Si segnala quanto in allegato. Città di Esempio.");
	assert_int_equal(m.n_parti, 4);
	part_is(&m, 0, "daticert.xml", "application/xml", NULL);
	part_is(&m, 1, "postacert.eml", "message/rfc822", NULL);
	part_is(&m, 2, "segnalazione.pdf", "application/pdf", NULL);
	part_is(&m, 3, "smime.p7s", "application/pkcs7-signature", NULL);
}

static void
pec_damaged(void **state)
{
	AUTO(arena) a = arena_new();
	struct messaggio m = read_file(a, "pec-daticert-rotto.eml");

	(void)state;
	assert_int_equal(m.pec, 1);
	/* from the message inside, then; and it is said */
	assert_string_equal(m.mittente_indirizzo,
	    "scuola@pec.istituto.example");
	part_is(&m, 0, "daticert.xml", "application/xml", "daticert.xml "
	    "illeggibile: mittente e oggetto vengono dalle intestazioni");
	assert_int_equal(m.n_parti, 4);
}

/* In a receipt daticert.xml names us as the sender: not who wrote. */
static void
pec_receipt(void **state)
{
	AUTO(arena) a = arena_new();
	struct messaggio m = read_file(a, "pec-ricevuta.eml");

	(void)state;
	assert_int_equal(m.pec, 1);
	assert_string_equal(m.mittente_indirizzo,
	    "posta-certificata@gestore.example");
	assert_string_equal(m.oggetto,
	    "CONSEGNA: Segnalazione M.B. (riservata)");
	assert_string_equal(m.testo,
	    "Messaggio di posta certificata: testo del gestore.");
}

/* Anyone can attach a daticert.xml. */
static void
pec_forged(void **state)
{
	AUTO(arena) a = arena_new();
	struct messaggio m = read_file(a, "pec-finta.eml");

	(void)state;
	assert_int_equal(m.pec, 0);
	assert_string_equal(m.mittente_indirizzo, "impostore@example.org");
	assert_string_equal(m.oggetto, "POSTA CERTIFICATA: falsa");
	assert_non_null(m.parti[0].nota);
}

static void
no_end(void **state)
{
	AUTO(arena) a = arena_new();
	struct messaggio m = read_file(a, "confine-mancante.eml");

	(void)state;
	assert_string_equal(m.testo, "testo intero");
	assert_int_equal(m.n_parti, 1);
	part_is(&m, 0, "mezzo.pdf", "application/pdf", broken);
	bytes_are(&m.parti[0], "%PDF-1");
}

static void
no_boundary(void **state)
{
	AUTO(arena) a = arena_new();
	struct messaggio m = read_file(a, "senza-confine.eml");
	int i, found = 0;

	(void)state;
	found = strstr(m.testo, "non deve andare perduto") != NULL;
	for (i = 0; i < m.n_parti; i++)
		found |= memmem(m.parti[i].p, m.parti[i].n,
		    "non deve andare perduto", 23) != NULL;
	assert_true(found);
	assert_true(m.n_parti > 0);
	assert_non_null(m.parti[m.n_parti - 1].nota);
}

static void
bad_headers(void **state)
{
	AUTO(arena) a = arena_new();
	struct messaggio m = read_file(a, "mittente-rotto.eml");

	(void)state;
	assert_true(m.data == 0);
	assert_string_equal(m.message_id, "");
	assert_string_equal(m.destinatari, "");
	/* whatever can be read of the name is there */
	assert_non_null(strstr(m.mittente_nome, "Mario Rossi"));
	assert_string_equal(m.testo, "testo\n");
}

static void
not_messages(void **state)
{
	static const char *const names[] = {
		"senza-intestazioni.eml", "rumore.eml",
	};
	AUTO(arena) a = arena_new();
	struct messaggio m;
	size_t i;

	(void)state;
	for (i = 0; i < NELEM(names); i++) {
		AUTO_BUF b = { 0 };

		assert_int_equal(file_read(&b, arena_printf(a, EML "%s",
		    names[i]), 1 << 20), 0);
		assert_int_equal(posta_read(&m, a, b.data, b.len),
		    ERR_INVALID);
	}
	assert_int_equal(posta_read(&m, a, "", 0), ERR_INVALID);
	assert_int_equal(posta_read(&m, a, "\0\0\0\0", 4), ERR_INVALID);
}

static void
too_many_parts(void **state)
{
	AUTO(arena) a = arena_new();
	struct messaggio m;
	AUTO_BUF b = { 0 };
	int i;

	(void)state;
	buf_puts(&b, "From: a@example.org\nMIME-Version: 1.0\n"
	    "Content-Type: multipart/mixed; boundary=x\n\n");
	for (i = 0; i < 230; i++)
		buf_printf(&b, "--x\nContent-Type: application/pdf\n\n%d\n",
		    i);
	buf_puts(&b, "--x--\n");
	assert_int_equal(posta_read(&m, a, b.data, b.len), 0);
	assert_int_equal(m.n_parti, 200);
	assert_string_equal(m.parti[0].nome, "allegato-1.pdf");
	assert_null(m.parti[198].nota);
	assert_string_equal(m.parti[199].nota,
	    "il messaggio ha altre 30 parti, non estratte (al più 200)");
}

/* n messages, each inside the one before; the innermost says "fondo". */
static void
nest(struct buf *b, int n)
{
	int i;

	for (i = 0; i < n; i++)
		buf_puts(b, "From: a@example.org\nMIME-Version: 1.0\n"
		    "Content-Type: message/rfc822\n\n");
	buf_puts(b, "From: a@example.org\n\nfondo\n");
}

static void
too_deep(void **state)
{
	AUTO(arena) a = arena_new();
	struct messaggio m;
	const struct parte *last;
	AUTO_BUF b = { 0 };

	(void)state;
	nest(&b, 9);
	assert_int_equal(posta_read(&m, a, b.data, b.len), 0);
	assert_int_equal(m.n_parti, 9);
	assert_null(m.parti[8].nota);
	buf_clear(&b);
	nest(&b, 30);
	assert_int_equal(posta_read(&m, a, b.data, b.len), 0);
	assert_int_equal(m.n_parti, 11);
	last = &m.parti[10];
	assert_string_equal(last->nota,
	    "annidato oltre 10 livelli: non aperto");
	assert_non_null(memmem(last->p, last->n, "fondo", 5));
}

/* What mail programs do to messages on their way. */
static void
forgiven(void **state)
{
	static const char *const texts[] = {
		"\xef\xbb\xbf" "From: a@example.org\nSubject: x\n\ntesto",
		"\r\n\nFrom: a@example.org\nSubject: x\n\ntesto",
		"From anna Fri Nov 20\nFrom: a@example.org\nSubject: x\n\ntesto",
		"From: a@example.org\nsenza due punti\nSubject: x\n\ntesto",
	};
	AUTO(arena) a = arena_new();
	struct messaggio m;
	size_t i;

	(void)state;
	for (i = 0; i < NELEM(texts); i++) {
		assert_int_equal(posta_read(&m, a, texts[i],
		    strlen(texts[i])), 0);
		assert_string_equal(m.mittente_indirizzo, "a@example.org");
		assert_string_equal(m.oggetto, "x");
		assert_string_equal(m.testo, "testo");
	}
}

/* Every prefix of a real message, and every byte turned: no crash, and all
 * strings that come out are UTF-8 without control characters. */
static void
mutations(void **state)
{
	AUTO_BUF b = { 0 };
	size_t i;

	(void)state;
	assert_int_equal(file_read(&b, EML "pec.eml", 1 << 20), 0);
	for (i = 0; i < b.len; i += 3) {
		AUTO(arena) a = arena_new();
		struct messaggio m;
		char saved = b.data[i];
		int k;

		if (posta_read(&m, a, b.data, i) != 0)
			assert_true(i < 60);	/* its first line */
		b.data[i] = (char)(saved ^ 0xa5);
		if (posta_read(&m, a, b.data, b.len) == 0) {
			assert_true(utf8_valid(m.testo, strlen(m.testo)));
			assert_true(utf8_valid(m.oggetto, strlen(m.oggetto)));
			for (k = 0; k < m.n_parti; k++)
				assert_true(file_name_valid(m.parti[k].nome));
		}
		b.data[i] = saved;
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(plain),
		cmocka_unit_test(attachments),
		cmocka_unit_test(charsets),
		cmocka_unit_test(html_only),
		cmocka_unit_test(damaged_base64),
		cmocka_unit_test(nested),
		cmocka_unit_test(pec_message),
		cmocka_unit_test(pec_damaged),
		cmocka_unit_test(pec_receipt),
		cmocka_unit_test(pec_forged),
		cmocka_unit_test(no_end),
		cmocka_unit_test(no_boundary),
		cmocka_unit_test(bad_headers),
		cmocka_unit_test(not_messages),
		cmocka_unit_test(too_many_parts),
		cmocka_unit_test(too_deep),
		cmocka_unit_test(forgiven),
		cmocka_unit_test(mutations),
	};

	xml_init();
	return cmocka_run_group_tests(tests, NULL, NULL);
}
