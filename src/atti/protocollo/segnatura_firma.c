/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * segnatura_firma.c - the segnatura as another administration accepts it: with
 * an XAdES signature, or an electronic seal, of the office.
 *
 * Refuses: to sign with a certificate that nobody enrolled, whoever holds the
 * key; a result of a command that is not this segnatura, whatever else it is.
 * Keeps: what goes out has been verified, in a cage, as who gets it will.
 * Norm: Allegato 6 LG (XAdES baseline B); Reg. (UE) 910/2014 artt. 26, 36.
 */
#include "atti/protocollo/segnatura_firma.h"

#include <stdlib.h>
#include <string.h>

#include "atti/firme/cades.h"
#include "base/file.h"
#include "base/process.h"
#include "firme/xades.h"
#include "registro/chiavi.h"
#include "worker/worker.h"

#define SECONDI 180	/* of a command: a person may have to type a PIN */
#define CHIAVI_MAX 64	/* certificates of one user */

/* ---- by whom ---- */

/* The certificates enrolled for a user (NULL: the office) and good today. */
static int
anchors_of(struct byte_dati *list, int *n, struct op *op, const char *utente)
{
	struct chiave_arruolata *k;
	char ora[ORA_LEN + 1];
	const char *why;
	int i, count, r;

	clock_iso(ora, clock_now());
	if ((r = registro_chiavi(&k, &count, op->a, op->st->registro,
	    utente)) != 0)
		return r;
	for (i = 0; i < count && *n < CHIAVI_MAX; i++) {
		AUTO_BUF pem = { 0 };

		if (strcmp(k[i].tipo, "x509") != 0)
			continue;
		if ((r = registro_chiave_valeva(&why, op->a, op->st->registro,
		    k[i].impronta, utente, INT64_MAX, ora)) < 0)
			return r;
		if (r == 0)
			continue;
		if ((r = store_bytes(&pem, op->st, "ente", arena_printf(op->a,
		    "chiavi/%s.pem", k[i].impronta))) != 0)
			return r;
		list[(*n)++] = (struct byte_dati){ arena_memdup(op->a,
		    pem.data, pem.len), pem.len };
	}
	return 0;
}

/* Ended by p NULL.  invalid: there is none. */
static int
anchors(const struct byte_dati **out, struct op *op)
{
	struct byte_dati *list = arena_alloc(op->a,
	    (CHIAVI_MAX + 1) * sizeof *list);
	int r, n = 0;

	if ((r = anchors_of(list, &n, op, op->utente)) != 0 ||
	    (r = anchors_of(list, &n, op, NULL)) != 0)
		return r;
	if (n == 0)
		return err_set(ERR_INVALID, "per firmare una segnatura serve "
		    "un certificato in vigore, tuo o dell'ufficio: il "
		    "responsabile lo arruola con «arruola-chiave»");
	list[n] = (struct byte_dati){ NULL, 0 };
	*out = list;
	return 0;
}

/* ---- with what ---- */

static int
sign_here(struct buf *out, const struct op *op, const void *xml, size_t n)
{
	AUTO(firmatario) f = NULL;
	int r;

	if ((r = cades_firmatario(&f, op)) != 0)
		return r;
	return firma_xades(out, f, xml, n, clock_now());
}

/* What it says on stderr is for the operator: it may ask him for a PIN. */
static int
sign_there(struct buf *out, const char *program, const void *xml, size_t n)
{
	const char *const argv[] = { program, NULL };
	const struct process p = { .argv = argv, .in = xml, .in_len = n,
	    .out_max = ALTRUI_MAX, .seconds = SECONDI };
	int r;

	if (program[0] != '/')
		return err_set(ERR_FAULT, "CARTELLA_FIRMA_XADES non è un "
		    "percorso assoluto: %s", program);
	if ((r = process_run(out, NULL, &p)) < 0)
		return err_prefix(r, "CARTELLA_FIRMA_XADES (%s)", program);
	if (r != 0)
		return err_set(ERR_INVALID, "il comando %s non ha firmato "
		    "(esito %d): la segnatura non è fatta", program, r);
	return 0;
}

static int
sign(struct buf *out, const struct op *op, const void *xml, size_t n)
{
	const char *program = getenv("CARTELLA_FIRMA_XADES");

	if (op->mezzi.p12 != NULL || op->mezzi.uri != NULL)
		return sign_here(out, op, xml, n);
	if (program != NULL && program[0] != '\0')
		return sign_there(out, program, xml, n);
	return err_set(ERR_INVALID, "non si sa con che cosa firmare: indica "
	    "--p12 FILE o --pkcs11 URI, o si dica all'ufficio un comando in "
	    "CARTELLA_FIRMA_XADES");
}

/* ---- is it what it should be? ---- */

/* The same segnatura, when its one signature is left out. */
static int
check_same(struct op *op, const struct buf *done, const void *xml, size_t n)
{
	struct nodo *was, *is, *s;
	AUTO_BUF a = { 0 }, b = { 0 };
	int r;

	if ((r = worker_xml_altrui(&was, op->a, xml, n)) != 0 ||
	    (r = worker_xml_altrui(&is, op->a, done->data, done->len)) != 0)
		return r;
	if ((s = nodo_child(is, "Signature")) != NULL)
		nodo_remove(s);
	nodo_write(&a, was);
	nodo_write(&b, is);
	if (s == NULL || strcmp(buf_str(&a), buf_str(&b)) != 0)
		return err_set(ERR_INVALID, "ciò che è stato firmato non è "
		    "questa segnatura");
	return 0;
}

/* By one of these certificates, and good in every respect. */
static int
check_signature(struct op *op, const struct buf *done,
    const struct byte_dati *radici)
{
	const struct fiducia f = { .radici = radici, .ora = clock_now() };
	const char *esito, *why;
	struct nodo *firme;
	AUTO_FD int fd = -1;
	int r;

	if ((r = file_memory(&fd, done->data, done->len)) != 0 ||
	    (r = worker_firme(&firme, NULL, NULL, op->a, fd, -1, &f)) != 0)
		return r;
	esito = nodo_attr(firme, "esito");
	if (esito != NULL && strcmp(esito, "valida") == 0)
		return 0;
	why = nodo_value(op->a, firme, "firma/motivo");
	return err_set(ERR_INVALID, "la firma della segnatura non vale (%s%s%s"
	    "): si firma con un certificato arruolato per te o per l'ufficio",
	    esito != NULL ? esito : "?", why != NULL ? ": " : "",
	    why != NULL ? why : "");
}

int
segnatura_firma(struct buf *out, struct op *op, const void *xml, size_t n)
{
	const struct byte_dati *radici = NULL;
	AUTO_BUF done = { 0 };
	int r;

	if ((r = anchors(&radici, op)) != 0 ||
	    (r = sign(&done, op, xml, n)) != 0 ||
	    (r = check_same(op, &done, xml, n)) != 0 ||
	    (r = check_signature(op, &done, radici)) != 0)
		return r;
	buf_append(out, done.data, done.len);
	return 0;
}
