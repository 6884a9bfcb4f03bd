/* SPDX-License-Identifier: EUPL-1.2 */
#include "atti/firme/sigillo.h"

#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "registro/chiavi.h"

int
sigillo_di(enum firma_di *out, struct op *op)
{
	struct chiave_arruolata k;
	int r = registro_chiave_in_forza(&k, op->a, op->st->registro, NULL,
	    NULL);

	if (r != 0 && r != ERR_ABSENT)
		return r;
	err_clear();
	*out = r == 0 ? FIRMA_SIGILLO : FIRMA_PROPRIA;
	return 0;
}

/* ---- its home ---- */

/* A directory of ours, which others cannot enter. */
static int
check_home(const char *home)
{
	struct stat st;

	if (lstat(home, &st) != 0)
		return err_set(ERR_ABSENT, "la parte segreta del sigillo non è "
		    "in %s: mettila lì, o di' dov'è con --sigillo", home);
	if (!S_ISDIR(st.st_mode) || st.st_uid != geteuid() ||
	    (st.st_mode & 077) != 0)
		return err_set(ERR_FORBIDDEN, "%s deve essere una directory di "
		    "questo utente che nessun altro può leggere (chmod 700)",
		    home);
	return 0;
}

int
sigillo_apri(struct portachiavi **out, struct arena *a,
    const struct store *st, const struct mezzi_firma *m)
{
	const char *home = m->sigillo;
	AUTO(portachiavi) p = NULL;
	int r;

	if (home == NULL)
		home = store_path(a, st, SIGILLO_DIR);
	if ((r = check_home(home)) != 0 ||
	    (r = portachiavi_open(&p, home)) != 0)
		return r;
	portachiavi_frase(p, m->frase);
	*out = MOVE(p);
	return 0;
}

int
sigillo_portachiavi(struct portachiavi **out, struct op *op)
{
	return sigillo_apri(out, op->a, op->st, &op->mezzi);
}

/* ---- tags ---- */

/* absent: it is no OpenPGP key. */
static int
key_of(const char **out, struct op *op, enum firma_di di)
{
	struct chiave_arruolata k;
	int r;

	if (di == FIRMA_PROPRIA && (op->mezzi.p12 != NULL ||
	    op->mezzi.uri != NULL))
		return ERR_ABSENT;
	if ((r = registro_chiave_in_forza(&k, op->a, op->st->registro,
	    di == FIRMA_SIGILLO ? NULL : op->utente, "openpgp")) != 0)
		return r;
	*out = k.impronta;
	return 0;
}

static int
sign_tag(struct tag_firmato *out, struct op *op, struct portachiavi *ring,
    const struct tag_firmati *all, const struct git_author *autore,
    struct nodo *testa, const char *messaggio)
{
	char id[COMMIT_LEN + 1];
	AUTO_BUF text = { 0 };
	AUTO_BUF asc = { 0 };
	int r;

	if ((r = tag_text(&text, all->nome, nodo_attr(testa, "commit"),
	    autore, messaggio)) != 0 ||
	    (r = firma_openpgp(&asc, ring, all->chiave, text.data,
	    text.len)) != 0)
		return r;
	buf_append(&text, asc.data, asc.len);
	if ((r = tag_id(id, text.data, text.len)) != 0)
		return r;
	nodo_set(op->a, testa, "tag", id);
	out->cartella = nodo_attr(testa, "cartella");
	out->p = arena_memdup(op->a, text.data, text.len);
	out->n = text.len;
	return 0;
}

static int
sign_all(struct tag_firmati *out, struct op *op, enum firma_di di,
    struct nodo *teste, const char *messaggio)
{
	const char *chi = di == FIRMA_SIGILLO ? SIGILLO_AUTORE : op->utente;
	struct git_author autore = { .nome = chi, .ora = clock_now() };
	AUTO(portachiavi) ring = NULL;
	struct nodo *t;
	int r, cap = 0;

	autore.email = arena_printf(op->a, "%s@cartella.invalid", chi);
	autore.offset = clock_offset(autore.ora);
	if ((r = archivio_init()) != 0 ||
	    (r = firmare_portachiavi(&ring, op, di)) != 0)
		return r;
	for (t = teste->primo; t != NULL; t = t->succ) {
		if (t->nome == NULL || strcmp(t->nome, "testa") != 0)
			continue;
		out->tag = arena_more(op->a, out->tag, out->n, &cap,
		    sizeof *out->tag);
		if ((r = sign_tag(&out->tag[out->n], op, ring, out, &autore,
		    t, messaggio)) != 0)
			return r;
		out->n++;
	}
	return 0;
}

int
sigillo_tag(struct tag_firmati *out, struct op *op, enum firma_di di,
    struct nodo *teste, const char *nome, const char *messaggio)
{
	struct tag_firmati tag = { .nome = nome };
	int r;

	if ((r = key_of(&tag.chiave, op, di)) == ERR_ABSENT) {
		err_clear();
		*out = tag;
		return 0;
	}
	if (r != 0)
		return r;
	if (nodo_child(teste, "testa") != NULL)
		r = sign_all(&tag, op, di, teste, messaggio);
	if (r == ERR_ABSENT || r == ERR_FORBIDDEN || r == ERR_INVALID) {
		op_errore(op, "", "firma-non-fatta", NULL, "la chiave %s non "
		    "ha firmato: %s", tag.chiave, err_msg());
		err_clear();
		return 1;
	}
	if (r == 0)
		*out = tag;
	return r;
}

int
sigillo_tagga(struct op *op, const struct tag_firmati *tag)
{
	int i, r;

	for (i = 0; i < tag->n; i++)
		if ((r = op_tagga(op, tag->tag[i].cartella, tag->nome,
		    tag->tag[i].p, tag->tag[i].n)) != 0)
			return r;
	return 0;
}
