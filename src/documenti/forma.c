/* SPDX-License-Identifier: EUPL-1.2 */
#include "documenti/forma.h"

#include <string.h>

#include "documenti/tipo.h"
#include "xml/xml.h"

static int
validate(struct rilievi *ril, const struct nodo *root,
    struct xml_letto *letto, forma_schema_fn *fn, void *arg)
{
	int versione = tipo_versione(root), r;
	AUTO_BUF schema = { 0 };

	if (versione == 0)
		return xml_validate_letto(ril, arena_printf(ril->a,
		    "documenti/%s", root->nome), NULL, 0, letto);
	if (fn == NULL)
		return err_set(ERR_INVALID, "il tipo «%s» non è fra quelli "
		    "del programma", root->nome);
	if ((r = fn(&schema, arg, root->nome, versione)) != 0)
		return r;
	return xml_validate_letto(ril, root->nome, buf_str(&schema),
	    schema.len, letto);
}

int
forma_read_con(struct nodo **out, struct arena *a, const void *p, size_t n,
    forma_schema_fn *fn, void *arg)
{
	struct rilievi ril = { .a = a };
	AUTO(xml_letto) letto = NULL;
	AUTO_BUF again = { 0 };
	struct nodo *root;
	int r;

	if ((r = xml_parse_keep(&root, &letto, a, p, n, XML_OURS)) != 0)
		return r;
	nodo_write(&again, root);
	if (again.len != n || memcmp(again.data, p, n) != 0)
		return err_set(ERR_INVALID, "non è nella forma deterministica");
	if ((r = validate(&ril, root, letto, fn, arg)) != 0)
		return r;
	if (ril.primo != NULL)
		return err_set(ERR_INVALID, "non è valido: %s: %s",
		    ril.primo->percorso, ril.primo->testo);
	*out = root;
	return 0;
}

int
forma_read(struct nodo **out, struct arena *a, const void *p, size_t n)
{
	return forma_read_con(out, a, p, n, NULL, NULL);
}
