/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * tempo.c - at which time a certificate must have been good: that of a stamp,
 * else that at which we had the bytes.
 *
 * Norms: ETSI EN 319 102-1; DPCM 22 febbraio 2013 art. 41.
 */
#include "firme/cms_interno.h"

static void
earliest(int64_t *best, int64_t t)
{
	if (*best == 0 || t < *best)
		*best = t;
}

void
marche_conta(struct marche *m, struct trovata *t, const struct quesito *q,
    struct byte_dati token, const ASN1_OCTET_STRING *valore)
{
	enum esito e;
	int64_t ora;

	e = marca_giudica(&ora, t, q, token, valore);
	if (e == FIRMA_VALIDA)
		earliest(&m->certa, ora);
	else if (e == FIRMA_INTEGRA)
		earliest(&m->incerta, ora);
}

/* The path at a time: into a trovata of its own, to be taken or not. */
static void
path_at(struct trovata *out, const struct trovata *t, struct quesito *q,
    int64_t ora)
{
	trovata_init(out, t->a);
	q->ora = ora;
	percorso_giudica(out, q);
}

static void
take(struct trovata *t, const struct trovata *path, int64_t ora,
    const char *fonte)
{
	trovata_merge(t, path);
	t->riferimento = ora;
	t->fonte = fonte;
}

/*
 * A stamp is believed when it is earlier than the time at which we had the
 * bytes.  One whose authority might have been revoked only helps where without
 * it the signature came too late, and then no further than "integra".
 */
void
tempo_giudica(struct trovata *t, struct quesito *q, const struct marche *m)
{
	const int64_t avuta = q->f->ora;
	struct trovata path;

	if (m->certa != 0 || m->incerta != 0)
		t->marca = m->certa != 0 ? m->certa : m->incerta;
	if (m->certa != 0 && m->certa < avuta) {
		path_at(&path, t, q, m->certa);
		take(t, &path, m->certa, "marca");
		return;
	}
	path_at(&path, t, q, avuta);
	if ((path.esito == FIRMA_SCADUTA || path.esito == FIRMA_REVOCATA) &&
	    m->incerta != 0 && m->incerta < avuta) {
		path_at(&path, t, q, m->incerta);
		path.esito = esito_peggiore(path.esito, FIRMA_INTEGRA);
		take(t, &path, m->incerta, "marca");
		return;
	}
	take(t, &path, avuta, "registrazione");
}
