/* SPDX-License-Identifier: EUPL-1.2 */
#include "atti/protocollo/registrazione.h"

#include <string.h>

#include "registro/smistamento.h"

int
registrazione_valida(struct op *op, const char *path, const struct numero *n)
{
	int r = registro_smistabile(op->st->registro, n);

	if (r == 0)
		op_errore(op, path, "annullata", "art. 54 DPR 445/2000",
		    "la registrazione %s è annullata: resta com'era",
		    numero_text(op->a, n));
	return r;
}

int
registrazione_in_chiaro_di(struct nodo **vista, struct numero *n,
    struct op *op, const char *campo)
{
	struct occhio occhio = op_occhio(op);
	int r;

	if ((r = numero_parse(n, op_campo(op, campo))) != 0 ||
	    (r = registro_vista_registrazione(vista, op->a, op->st->registro,
	    &occhio, n)) != 0)
		return r;
	if (nodo_attr(*vista, "oscurata") != NULL)
		return err_set(ERR_ABSENT, "%s è riservata: lo fa chi può "
		    "leggerla", numero_text(op->a, n));
	return 0;
}

int
registrazione_in_chiaro(struct nodo **vista, struct numero *n, struct op *op)
{
	return registrazione_in_chiaro_di(vista, n, op, "protocollo");
}

const char *
registrazione_distrutto(const struct nodo *file)
{
	return nodo_attr(file, "distrutto");
}

int
registrazione_apri(int *fd, struct op *op, const struct nodo *file, int anno)
{
	const char *day = registrazione_distrutto(file);

	if (day != NULL)
		return err_set(ERR_ABSENT, "i byte di questo file non ci sono "
		    "più: distrutti per provvedimento il %s; ne resta "
		    "l'impronta", day);
	return store_allegato(fd, op->st, anno, nodo_value(op->a, file,
	    "impronta"));
}

/* "1" of the first <allegato>. */
static const char *
place_of(struct arena *a, const struct nodo *f)
{
	const struct nodo *p;
	int n = 1;

	if (strcmp(f->nome, "principale") == 0)
		return "0";
	if (strcmp(f->nome, "copia-acquisita") == 0)
		return arena_printf(a, "c%s", nodo_attr(f, "ordine"));
	if (strcmp(f->nome, "allegato") != 0)
		return NULL;
	for (p = f->prec; p != NULL; p = p->prec)
		n += p->nome != NULL && strcmp(p->nome, "allegato") == 0;
	return arena_printf(a, "%d", n);
}

const struct nodo *
registrazione_prossimo(const char **posto, struct arena *a,
    const struct nodo *reg, const struct nodo *f)
{
	for (f = f == NULL ? nodo_child(reg, NULL) : nodo_next(f, NULL);
	    f != NULL; f = nodo_next(f, NULL))
		if ((*posto = place_of(a, f)) != NULL)
			return f;
	return NULL;
}
