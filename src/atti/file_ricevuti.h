/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * file_ricevuti.h - the FILE arguments of an act: taken into transito/, said in
 * the istanza as <principale> (the first) and <allegato>.
 */
#ifndef ATTI_FILE_RICEVUTI_H
#define ATTI_FILE_RICEVUTI_H

#include "atti/op.h"

/*
 * prepara: takes all of them in.  A main document that is a message is opened
 * in a cage: its parts become attachments, and its envelope fills what the
 * istanza of an act that takes a protocol number, or an emergency one, left
 * out.  What the istanza declared of its files must be what they are: else a
 * rilievo.
 */
int file_ricevi(struct op *op) MUST;

/* prepara: takes them in as they are, messages too, each said in the istanza as
 * <file>; what it declared of them must be what they are. */
int file_prendi(struct op *op) MUST;

/* esamina: an istanza that declares files and comes without them is refused:
 * the register only names bytes that it has seen. */
void file_dichiarati(struct op *op);

/* prepara: a field of a registration that the istanza left out, put in its
 * place; false: the istanza says it. */
bool campo_mancante(struct op *op, struct nodo *n);

/* Could it stand in a field for an address? */
bool indirizzo_valido(const char *s);

#endif
