/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * fiducia_file.h - the files of adotta-fiducia: certificates, or the trust list
 * of a State and the certificate of who signs it.  Internal to atti/.
 *
 * Refuses: certificates that cannot be read; a list that those who are given
 * did not sign, whole.
 */
#ifndef ATTI_FIRME_FIDUCIA_FILE_H
#define ATTI_FIRME_FIDUCIA_FILE_H

#include "atti/op.h"

/*
 * prepara: fills `doc` with what the FILEs of the act say, and the certificates
 * (documenti/fiducia.h); a list is taken into transito/.  1: rilievi say why
 * not; invalid: something is no file of that kind, the message says which.
 */
int fiducia_leggi(struct nodo *doc, struct op *op) MUST;

#endif
