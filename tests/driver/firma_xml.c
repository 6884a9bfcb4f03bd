/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * firma_xml.c - `firma_xml FILE.p12 FRASE FILE.xml`: an XML document with the
 * XAdES signature of somebody else, on stdout; made when the clock of the test
 * says.  Exits 2 when it cannot.
 */
#include <stdio.h>
#include <string.h>

#include "base/clock.h"
#include "base/file.h"
#include "base/segreto.h"
#include "firme/xades.h"
#include "xml/xml.h"

static int
sign(struct buf *out, char **argv)
{
	AUTO(segreto) frase = NULL;
	AUTO(firmatario) f = NULL;
	AUTO_BUF p12 = { 0 };
	AUTO_BUF xml = { 0 };
	int r;

	if ((r = file_read(&p12, argv[1], 1 << 20)) != 0 ||
	    (r = file_read(&xml, argv[3], 1 << 26)) != 0 ||
	    (r = segreto_new(&frase, argv[2], strlen(argv[2]))) != 0 ||
	    (r = firmatario_p12(&f, p12.data, p12.len, frase)) != 0)
		return r;
	return firma_xades(out, f, xml.data, xml.len, clock_now());
}

int
main(int argc, char **argv)
{
	AUTO_BUF out = { 0 };

	xml_init();
	if (argc != 4 || sign(&out, argv) != 0) {
		fprintf(stderr, "firma_xml: %s\n", err_msg());
		return 2;
	}
	return fwrite(out.data, 1, out.len, stdout) == out.len ? 0 : 2;
}
