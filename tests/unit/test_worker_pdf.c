/* SPDX-License-Identifier: EUPL-1.2 */
/* LibreOffice in its cage, for real: ODT into PDF/A, and the stamp on it. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <cmocka.h>

#include "base/file.h"
#include "odt.h"
#include "resa/resa.h"
#include "worker/convertitore.h"
#include "worker/worker.h"

#define IMAGE(url) "<text:p><draw:frame text:anchor-type=\"as-char\" " \
	"svg:width=\"2cm\" svg:height=\"2cm\"><draw:image xlink:href=\"" url \
	"\"/></draw:frame></text:p>"

/* A folder of temporary files of our own, to see that nothing stays in it. */
static char *
own_tmp(struct arena *a)
{
	char *dir;

	assert_int_equal(dir_temporary(&dir, a), 0);
	setenv("TMPDIR", dir, 1);
	return dir;
}

static void
leave_tmp(struct arena *a, const char *dir)
{
	char **names;

	convertitore_stop();
	unsetenv("TMPDIR");
	assert_int_equal(dir_list(&names, a, dir), 0);
	assert_null(names[0]);
	assert_int_equal(dir_remove(dir), 0);
}

static void
converts(void **state)
{
	const char *righe[] = { "Comune di Esempio", "Prot. n. 0000001", NULL };
	AUTO(arena) a = arena_new();
	AUTO_BUF odt = { 0 }, pdf = { 0 }, stamped = { 0 };
	char *tmp = own_tmp(a);

	(void)state;
	odt_write(&odt, "Prova",
	    "<text:p>Relazione: citt\u00e0.</text:p>");
	assert_int_equal(worker_pdf(&pdf, odt.data, odt.len), 0);
	assert_memory_equal(pdf.data, "%PDF-1.", 7);
	assert_int_equal(resa_pdfa_check(pdf.data, pdf.len), 0);
	assert_int_equal(worker_stamp(&stamped, pdf.data, pdf.len, righe, NULL), 0);
	assert_memory_equal(stamped.data, "%PDF-1.", 7);
	assert_true(stamped.len != pdf.len);
	leave_tmp(a, tmp);
}

static void
refuses(void **state)
{
	const char *righe[] = { "Prot. n. 1", NULL };
	const char *molte[] = { "1", "2", "3", "4", "5", NULL };
	AUTO(arena) a = arena_new();
	AUTO_BUF out = { 0 }, odt = { 0 };
	char *tmp = own_tmp(a);

	(void)state;
	assert_int_equal(worker_pdf(&out, "", 0), ERR_INVALID);
	assert_int_equal(worker_pdf(&out, "non un ODT", 10), ERR_INVALID);
	odt_write(&odt, NULL, "<text:p>Senza titolo</text:p>");
	assert_int_equal(worker_pdf(&out, odt.data, odt.len), ERR_INVALID);
	odt_write(&odt, " ", "<text:p>Senza titolo</text:p>");
	assert_int_equal(worker_pdf(&out, odt.data, odt.len), ERR_INVALID);
	assert_non_null(strstr(err_msg(), "non ha un titolo"));
	assert_int_equal(worker_stamp(&out, "non un PDF", 10, righe, NULL),
	    ERR_INVALID);
	assert_int_equal(worker_stamp(&out, "%PDF-1.4", 8, molte, NULL),
	    ERR_INVALID);
	assert_int_equal(out.len, 0);
	leave_tmp(a, tmp);
}

/* A socket that would tell if someone asked for the picture. */
static int
listener(int *port)
{
	struct sockaddr_in at = { .sin_family = AF_INET,
	    .sin_addr.s_addr = htonl(INADDR_LOOPBACK) };
	socklen_t len = sizeof at;
	int fd = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0);

	assert_true(fd >= 0);
	assert_int_equal(bind(fd, (struct sockaddr *)&at, len), 0);
	assert_int_equal(listen(fd, 5), 0);
	assert_int_equal(getsockname(fd, (struct sockaddr *)&at, &len), 0);
	*port = ntohs(at.sin_port);
	return fd;
}

/* An image named by the document is not fetched, from this machine's files
 * or from the network: the same PDF comes out, as large as with images that do
 * not exist. */
static void
fetches_nothing(void **state)
{
	AUTO_BUF odt = { 0 }, pdf = { 0 }, without = { 0 };
	AUTO(arena) a = arena_new();
	AUTO_FD int fd = -1;
	int port;

	(void)state;
	fd = listener(&port);
	odt_write(&odt, "Prova", arena_printf(a,
	    IMAGE("file:///usr/share/pixmaps/debian-logo.png")
	    IMAGE("file:///etc/passwd") IMAGE("http://127.0.0.1:%d/x.png"),
	    port));
	assert_int_equal(worker_pdf(&pdf, odt.data, odt.len), 0);
	assert_true(accept(fd, NULL, NULL) < 0 && errno == EAGAIN);
	odt_write(&odt, "Prova", IMAGE("file:///inesistente/0123456789/abcdef"
	    ".png") IMAGE("file:///etc/nulla0")
	    IMAGE("http://127.0.0.1:9/x.png"));
	assert_int_equal(worker_pdf(&without, odt.data, odt.len), 0);
	assert_true(labs((long)pdf.len - (long)without.len) < 500);
	assert_null(memmem(pdf.data, pdf.len, "root:x:0:0", 10));
}

int
main(int argc, char *argv[])
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(converts),
		cmocka_unit_test(refuses),
		cmocka_unit_test(fetches_nothing),
	};

	if (argc >= 3 && strcmp(argv[1], "--operaio") == 0)
		worker_main(argv[2]);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
