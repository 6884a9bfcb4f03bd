/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * imballo.c - the seal of a bag, the bytes of attachments, handing over
 * (imballo.h).  Keeps: with a seal of the office enrolled a bag is sealed, or it
 * is not made.
 */
#include "atti/trasferimento/imballo.h"

#include <string.h>
#include <sys/stat.h>

#include "archivio/allegato.h"
#include "atti/firme/sigillo.h"
#include "firme/armatura.h"
#include "registro/chiavi.h"

int
imballo_sigillo(const char **out, struct op *op)
{
	struct chiave_arruolata k;
	int r = registro_chiave_in_forza(&k, op->a, op->st->registro, NULL,
	    "openpgp");

	*out = r == 0 ? k.impronta : NULL;
	if (r != ERR_ABSENT)
		return r;
	err_clear();
	return 0;
}

int
imballo_sigilla(struct borsa *b, struct op *op, const char *sigillo)
{
	const struct borsa_file *t = borsa_trova(b, BORSA_TAGMANIFEST);
	AUTO(portachiavi) ring = NULL;
	AUTO_BUF asc = { 0 };
	int r;

	if (sigillo == NULL)
		return 0;
	if ((r = firme_init()) != 0 ||
	    (r = sigillo_portachiavi(&ring, op)) != 0 ||
	    (r = firma_openpgp(&asc, ring, sigillo, t->p, t->n)) != 0)
		return r;
	/* whoever receives it would refuse it */
	if (!armatura_esatta(buf_str(&asc), asc.len))
		return err_set(ERR_INVALID, "gpg scrive nel sigillo altro che "
		    "la firma: togli «comment» ed «emit-version» dal suo "
		    "gpg.conf");
	return borsa_metti(b, BORSA_FIRMA, arena_memdup(op->a, asc.data,
	    asc.len), asc.len);
}

int
imballo_bytes(const char **path, size_t *size, struct op *op,
    const char *impronta)
{
	struct stat st;
	int *year, n, i, r;

	if ((r = registro_anni(&year, &n, op->a, op->st->registro)) != 0)
		return r;
	for (i = 0; i < n; i++) {
		*path = allegato_path(op->a, store_allegati(op->a, op->st,
		    year[i]), impronta);
		if (lstat(*path, &st) != 0)
			continue;
		if (!S_ISREG(st.st_mode))
			return err_set(ERR_FAULT, "%s non è un file", *path);
		*size = (size_t)st.st_size;
		return 0;
	}
	return err_set(ERR_FAULT, "l'allegato %s non c'è: eseguire «cartella "
	    "verifica»", impronta);
}

const char *
imballo_coda(struct arena *a, const char *nome)
{
	const char *dot = nome != NULL ? strrchr(nome, '.') : NULL;
	char *s;
	size_t i;

	if (dot == NULL || dot[1] == '\0' || strlen(dot + 1) > 8)
		return "bin";
	s = arena_strdup(a, dot + 1);
	for (i = 0; s[i] != '\0'; i++) {
		if (s[i] >= 'A' && s[i] <= 'Z')
			s[i] = (char)(s[i] - 'A' + 'a');
		if (strchr("abcdefghijklmnopqrstuvwxyz0123456789",
		    s[i]) == NULL)
			return "bin";
	}
	return s;
}

void
imballo_rendi(struct op *op, const struct borsa *b)
{
	struct op_reso *to = arena_alloc(op->a, (size_t)b->n * sizeof *to);
	int i;

	for (i = 0; i < b->n; i++) {
		const struct borsa_file *f = &b->file[i];

		to[i] = (struct op_reso){ .percorso = f->nome, .p = f->p,
		    .n = f->n, .da = f->da, .impronta = f->impronta };
	}
	op->resi = to;
	op->n_resi = b->n;
}
