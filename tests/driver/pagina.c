/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * pagina.c - a page of the web, without a web: its readings run in this
 * process, its sheet prints on stdout.
 *
 *	pagina [--xml] STORE USER ADDRESS [FILE…]
 *
 * FILEs are as if they had been sent before the form (web/sosta.h).
 * ADDRESS is "/cartella/CS-2026-0000001?voce=3".  --xml prints the tree that
 * the sheet is given instead.  The exit is 1 when the page is not there.
 */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "atti/atto.h"
#include "atti/nominati.h"
#include "atti/runner.h"
#include "base/file.h"
#include "colloquio/colloquio.h"
#include "web/modulo.h"
#include "servizio/impara.h"
#include "servizio/servi_interno.h"
#include "servizio/sosta.h"
#include "web/pagina.h"
#include "web/sosta.h"
#include "web/suggeriti.h"
#include "xml/xml.h"

/* Of worker/worker.h, whose `struct parte` is another. */
const char *worker_chiamato(int argc, char **argv);
_Noreturn void worker_main(const char *nome);

static char *
decoded(struct arena *a, const char *s, size_t n)
{
	char *out = arena_strndup(a, s, n), *to = out, hex[3] = { 0 };
	const char *p = out;

	for (; *p != '\0'; p++)
		if (*p == '%' && p[1] != '\0' && p[2] != '\0') {
			memcpy(hex, p + 1, 2);
			*to++ = (char)strtol(hex, NULL, 16);
			p += 2;
		} else {
			*to++ = *p == '+' ? ' ' : *p;
		}
	*to = '\0';
	return out;
}

static void
address(struct indirizzo *out, struct arena *a, const char *s)
{
	struct coppia *q = arena_alloc(a, 64 * sizeof *q);
	size_t n = strcspn(s, "?"), name;

	memset(out, 0, sizeof *out);
	out->via = decoded(a, s, n);
	out->query = q;
	for (s += n; *s != '\0' && out->n_query < 64; s += n) {
		s++;
		n = strcspn(s, "&");
		name = strcspn(s, "=&");
		q[out->n_query].nome = decoded(a, s, name);
		q[out->n_query++].valore = name < n ?
		    decoded(a, s + name + 1, n - name - 1) : "";
	}
}

static void
session(struct nodo *to, struct arena *a, struct store *st, const char *user)
{
	struct nodo *s = nodo_elem(a, to, "sessione"), *p;
	const struct atto *const *t;

	nodo_set(a, s, "utente", user);
	nodo_set(a, s, "nome", user);
	nodo_set(a, s, "csrf", "00000000000000000000000000000000");
	for (t = atto_table; *t != NULL; t++)
		if (registro_permesso(st->registro, user, (*t)->nome) == 0) {
			p = nodo_elem(a, s, "puo");
			nodo_set(a, p, "atto", (*t)->nome);
			nodo_set(a, p, "sommario", (*t)->sommario);
			nodo_set(a, p, "norma", (*t)->norma);
			if ((*t)->flags & FILE_AMMESSI)
				nodo_set(a, p, "file", "si");
			if ((*t)->flags & RICHIEDE_FIRMA)
				nodo_set(a, p, "firma", "si");
		}
}

static void
reading(struct nodo *to, struct arena *a, struct store *st, const char *user,
    const struct nodo *lettura)
{
	const struct nodo *istanza = nodo_child(lettura, "istanza");
	struct nodo *part = nodo_elem(a, to, "parte"), *good;
	struct rilievi ril = { .a = a };
	const struct atto *atto;
	struct op *op;
	int r;

	nodo_set(a, part, "atto", nodo_attr(istanza, "atto"));
	/* written out and validated again, as where the store is */
	if (servi_istanza(&good, &atto, &ril, a, istanza) != 0) {
		fprintf(stderr, "pagina: %s\n", err_msg());
		exit(2);
	}
	/* passed over, as the lettori do */
	if (nodo_attr(lettura, "facoltativa") != NULL &&
	    registro_permesso(st->registro, user, atto->nome) != 0) {
		nodo_set(a, part, "esito", "vietato");
		err_clear();
		return;
	}
	if (good == NULL) {
		nodo_set(a, part, "esito", "rifiutato");
		nodo_add(part, rilievi_nodo(a, &ril));
		return;
	}
	op = op_new(st, atto, good, user, NULL);
	r = runner_esegui(op);
	nodo_set(a, part, "esito", r != 0 ?
	    esito_web_parola(esito_web_di_errore(r)) :
	    op->stato == OP_RIFIUTATO ? "rifiutato" : "fatto");
	if (r != 0)
		nodo_set(a, part, "messaggio", err_msg());
	else if (op->stato == OP_RIFIUTATO)
		nodo_add(part, rilievi_nodo(a, &op->ril));
	else if (op->vista != NULL)
		nodo_add(part, nodo_copy(a, op->vista));
	op_free(op);
}

/* The form of /atto/NOME?campo=valore, as if it was sent when the address has
 * _azione: what is wrong with it then, as far as the form knows. */
static bool
form(struct nodo *tree, struct arena *a, const struct indirizzo *in,
    const char *atto)
{
	struct modulo_dati d = { .atto = atto != NULL ? atto :
	    in->pezzi[0].valore, .campi = in->query, .n = in->n_query };
	struct rilievi ril = { .a = a };
	struct nodo *n, *p = nodo_child(nodo_child(tree, "sessione"), "puo");
	bool sent = modulo_valore(&d, "_azione") != NULL &&
	    modulo_azione(&d) == MODULO_INVIA;

	while (p != NULL && strcmp(nodo_attr(p, "atto"), d.atto) != 0)
		p = nodo_next(p, "puo");
	sosta_aggiungi(&d, a, tree);
	sosta_proposte(&d, a, tree);
	if (p == NULL || modulo_istanza(&n, &ril, a, &d) != 0 ||
	    modulo_albero(&n, a, p, &d, sent ? rilievi_nodo(a, &ril) :
	    NULL) != 0)
		return false;
	if (atto == NULL)
		suggeriti_metti(n, a, tree);
	nodo_add(tree, n);
	return true;
}

/* Files as if they had been sent and read before the form. */
static void
kept(struct nodo *to, struct arena *a, struct store *st, const char *user,
    char **files)
{
	struct nodo *card;
	char *dir;
	int fd, r;

	for (; *files != NULL; files++) {
		if ((fd = open(*files, O_RDONLY | O_CLOEXEC)) < 0 ||
		    (r = dir_temporary(&dir, a)) != 0 ||
		    (r = sosta_metti(&card, a, dir, fd, basename(*files))) ||
		    (r = impara(card, a, st, user, NULL, fd)) != 0) {
			fprintf(stderr, "pagina: %s: %s\n", *files, err_msg());
			exit(2);
		}
		nodo_add(to, card);
		close(fd);
		r = dir_remove(dir);
	}
}

int
main(int argc, char **argv)
{
	bool as_xml = argc > 1 && strcmp(argv[1], "--xml") == 0;
	AUTO(arena) a = arena_new();
	struct nodo *ask = nodo_new(a, "richiesta"), *answer, *tree, *n;
	const struct pagina *p;
	AUTO(store) st = NULL;
	struct indirizzo in;
	AUTO_BUF b = { 0 };

	if (worker_chiamato(argc, argv) != NULL)
		worker_main(worker_chiamato(argc, argv));
	if (argc - as_xml < 4)
		return 2;
	argv += as_xml;
	xml_init();
	address(&in, a, argv[3]);
	if ((p = pagina_trova(a, &in)) == NULL) {
		fprintf(stderr, "pagina: no such page\n");
		return 1;
	}
	if (store_open(&st, argv[1], 0) != 0 ||
	    pagina_chiede(ask, a, p, &in) != 0) {
		fprintf(stderr, "pagina: %s\n", err_msg());
		return 2;
	}
	if (strcmp(p->foglio, "atto") == 0)
		suggeriti_chiede(ask, a, &(struct modulo_dati){
		    .atto = in.pezzi[0].valore, .campi = in.query,
		    .n = in.n_query });
	answer = nodo_new(a, "risposta");
	session(answer, a, st, argv[2]);
	for (n = nodo_child(ask, "lettura"); n; n = nodo_next(n, "lettura"))
		reading(answer, a, st, argv[2], n);
	if (nominati(answer, a, st->registro) != 0) {
		fprintf(stderr, "pagina: %s\n", err_msg());
		return 2;
	}
	kept(answer, a, st, argv[2], argv + 4);
	tree = pagina_albero(a, p, &in, answer);
	if (p->completa != NULL)
		p->completa(tree, a);
	if ((p->atto != NULL || strcmp(p->foglio, "atto") == 0) &&
	    !form(tree, a, &in, p->atto)) {
		fprintf(stderr, "pagina: no such atto\n");
		return 1;
	}
	if (as_xml)
		nodo_write(&b, tree);
	else if (pagina_stampa(&b, p, tree) != 0) {
		fprintf(stderr, "pagina: %s\n", err_msg());
		return 2;
	}
	fwrite(buf_str(&b), 1, b.len, stdout);
	return 0;
}
