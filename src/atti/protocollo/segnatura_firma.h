/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * segnatura_firma.h - the XAdES signature of a segnatura.  Internal to atti/.
 */
#ifndef ATTI_PROTOCOLLO_SEGNATURA_FIRMA_H
#define ATTI_PROTOCOLLO_SEGNATURA_FIRMA_H

#include "atti/op.h"

/*
 * Signs it with what the operator's front was told (a PKCS#12 file, a token),
 * else with the command that CARTELLA_FIRMA_XADES names: the XML comes on its
 * stdin, the same XML with an enveloped XAdES signature is what it writes.
 * The result is believed only when it is the same segnatura, signed by a
 * certificate enrolled, and in force today, for this user or for the office.
 * invalid: none of these, or another result; the message says what to do.
 */
int segnatura_firma(struct buf *out, struct op *op, const void *xml,
    size_t n) MUST;

#endif
