/* SPDX-License-Identifier: EUPL-1.2 */
#include "documenti/forma.h"

#include <string.h>

#include "base/buf.h"
#include "xml/xml.h"

int
forma_read(struct nodo **out, struct arena *a, const void *p, size_t n)
{
	struct rilievi ril = { .a = a };
	AUTO_BUF again = { 0 };
	struct nodo *root;
	int r;

	if ((r = xml_parse(&root, a, p, n, XML_OURS)) != 0)
		return r;
	nodo_write(&again, root);
	if (again.len != n || memcmp(again.data, p, n) != 0)
		return err_set(ERR_INVALID, "non è nella forma deterministica");
	if ((r = xml_validate(&ril, arena_printf(a, "documenti/%s",
	    root->nome), p, n)) != 0)
		return r;
	if (ril.primo != NULL)
		return err_set(ERR_INVALID, "non è valido: %s: %s",
		    ril.primo->percorso, ril.primo->testo);
	*out = root;
	return 0;
}
