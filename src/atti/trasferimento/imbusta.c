/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * imbusta.c - the files of a consegna as one, encrypted for another body.
 *
 * Refuses: a body that is not enrolled, or not believed any more; a key that
 * does not encrypt; more than the other side would take.
 * Norm: GDPR art. 32; CAD art. 47.
 */
#include "atti/trasferimento/imbusta.h"

#include "atti/resi.h"
#include "firme/firme.h"
#include "registro/trasferimenti.h"
#include "worker/worker.h"

int
imbusta_troppo(void)
{
	return err_set(ERR_INVALID, "la consegna supera %zu MB o %d file: "
	    "portala com'è, su un supporto cifrato", BUSTA_APERTA >> 20,
	    BUSTA_FILE);
}

static int
check_size(const struct zip_part *part, int n)
{
	size_t room = BUSTA_APERTA;
	int i;

	for (i = 0; i < n && part[i].n <= room; i++)
		room -= part[i].n;
	return i == n && n <= BUSTA_FILE ? 0 : imbusta_troppo();
}

static int
believed(struct altro_ente *out, struct arena *a, struct store *st,
    const char *codice_ipa)
{
	int r = registro_altro_ente(out, a, st->registro, codice_ipa);

	if (r == ERR_ABSENT || (r == 0 && out->revocato != NULL))
		return err_set(ERR_INVALID, "%s: %s; gli enti arruolati li "
		    "elenca «enti»", codice_ipa, r == 0 ?
		    "al suo sigillo non si crede più" :
		    "non è un ente arruolato");
	return r;
}

int
imbusta(struct buf *out, struct arena *a, struct store *st,
    const char *codice_ipa, const struct zip_part *part, int n)
{
	AUTO(portachiavi) ring = NULL;
	AUTO_BUF armour = { 0 }, zip = { 0 };
	struct altro_ente e;
	struct chiave k;
	int r;

	if ((r = check_size(part, n)) != 0 ||
	    (r = believed(&e, a, st, codice_ipa)) != 0 ||
	    (r = store_bytes(&armour, st, "ente", ordinale_path(a,
	    altro_ente_dir(a, e.codice_ipa), e.ordine, ".asc"))) != 0 ||
	    (r = firme_init()) != 0 ||
	    (r = portachiavi_temporary(&ring)) != 0 ||
	    (r = chiave_import(&k, a, ring, armour.data, armour.len)) != 0 ||
	    (r = zip_write(&zip, part, n)) != 0)
		return r;
	return openpgp_cifra(out, ring, e.chiave, zip.data, zip.len);
}

int
imbusta_resi(struct op *op, const char *codice_ipa, const char *nome)
{
	struct zip_part *part;
	AUTO_BUF b = { 0 };
	int i, r;

	if ((r = resi_parti(&part, op->a, op)) != 0)
		return r;
	for (i = 0; i < op->n_resi; i++)
		part[i].stored = 1;	/* gpg compresses */
	if ((r = imbusta(&b, op->a, op->st, codice_ipa, part,
	    op->n_resi)) != 0)
		return r;
	nodo_set(op->a, op->vista, "nome", nome);
	op->bytes = arena_memdup(op->a, b.data, b.len);
	op->n_bytes = b.len;
	op->resi = NULL;
	op->n_resi = 0;
	return 0;
}
