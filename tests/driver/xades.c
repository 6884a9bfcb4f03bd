/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * xades.c - a signer such as an office might have: XML on stdin, the same with
 * an XAdES signature on stdout.  `xades P12`: its passphrase is "segreta".
 */
#include <stdio.h>
#include <string.h>

#include "base/clock.h"
#include "base/file.h"
#include "firme/xades.h"

#define MAX ((size_t)1 << 24)

static int
run(const char *path)
{
	AUTO_BUF p12 = { 0 }, xml = { 0 }, out = { 0 };
	AUTO(firmatario) f = NULL;
	AUTO(segreto) frase = NULL;
	int r;

	if ((r = segreto_new(&frase, "segreta", 7)) != 0 ||
	    (r = file_read(&p12, path, MAX)) != 0 ||
	    (r = file_read_fd(&xml, 0, MAX)) != 0 ||
	    (r = firmatario_p12(&f, p12.data, p12.len, frase)) != 0 ||
	    (r = firma_xades(&out, f, xml.data, xml.len, clock_now())) != 0)
		return r;
	return file_write_fd(1, out.data, out.len);
}

int
main(int argc, char **argv)
{
	if (argc != 2 || run(argv[1]) != 0) {
		fprintf(stderr, "xades: %s\n", err_msg());
		return 1;
	}
	return 0;
}
