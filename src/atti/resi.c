/* SPDX-License-Identifier: EUPL-1.2 */
#include "atti/resi.h"

#include <string.h>

#include "base/file.h"
#include "base/hash.h"

#define RESO_MAX ((size_t)256 * 1024 * 1024)	/* bytes of a file */

static int
part(struct zip_part *out, struct arena *a, const struct op_reso *f)
{
	char is[IMPRONTA_LEN + 1];
	AUTO_BUF b = { 0 };
	int r;

	*out = (struct zip_part){ f->percorso, f->p, f->n, 0 };
	if (f->p != NULL)
		return 0;
	if ((r = file_read(&b, f->da, RESO_MAX)) != 0)
		return r;
	hash_hex(is, buf_str(&b), b.len);
	if (strcmp(is, f->impronta) != 0)
		return err_set(ERR_FAULT, "%s: i byte conservati non sono "
		    "quelli della sua impronta", f->percorso);
	out->p = arena_memdup(a, buf_str(&b), b.len);
	out->n = b.len;
	return 0;
}

int
resi_parti(struct zip_part **out, struct arena *a, const struct op *op)
{
	struct zip_part *p = arena_alloc(a, ((size_t)op->n_resi + 1) *
	    sizeof *p);
	int i, r;

	for (i = 0; i < op->n_resi; i++)
		if ((r = part(&p[i], a, &op->resi[i])) != 0)
			return r;
	*out = p;
	return 0;
}
