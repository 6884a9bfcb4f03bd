/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * atto.h - what an atto is to the rest of the program: one descriptor.
 *
 * Help, options, permission, man page and completion all come from the table;
 * the order of things is the runner's alone (runner.h).
 */
#ifndef ATTI_ATTO_H
#define ATTI_ATTO_H

#include "atti/op.h"
#include "base/err.h"

enum {
	LETTURA = 1,		/* leaves a row in the read log, no document */
	PROTOCOLLA = 2,		/* takes a number of the register */
	RICHIEDE_FIRMA = 4,	/* its prepara signs with the operator's key */
	FILE_AMMESSI = 8,	/* takes FILE arguments */
	FONDA = 16,		/* the first act of a store */
	SENZA_OROLOGIO = 32,	/* not stopped by the clock guard */
	ANCHE_KIT = 64,		/* also on a kit for an emergency */
	SOLO_KIT = 128,		/* there only */
	DIRECTORY = 256,	/* with FILE_AMMESSI: the one FILE is a
				 * directory */
	PERSONALE = 512,	/* never done by delega */
	RENDE_DIRECTORY = 1024,	/* hands over files: op->resi */
	ANCHE_FILE = 8192,	/* with DIRECTORY: or a file that holds one */
	NEL_RIPRISTINO = 4096,	/* also while numbers given are missing */
	PER_DELEGA = 2048	/* signs, or prepares to: the delegate with his
				 * own key, by a delega that names it */
};

struct atto {
	const char *nome;	/* CLI word, URL, log word; also permission */
	const char *sommario;	/* Italian, one line, lower case, no stop */
	const char *norma;	/* the norm it implements */
	int flags;
	/* Pure: istanza + facts -> rilievi.  Called before prepara and again
	 * under the lock.  A negative return is an error (absent included). */
	int (*esamina)(struct op *op);
	/* Slow things, without the lock: files, conversion, signatures. */
	int (*prepara)(struct op *op);
	/* Under the lock: deposits documents.  LETTURA: fills op->vista. */
	int (*applica)(struct op *op);
};

extern const struct atto *const atto_table[];	/* NULL-ended */

const struct atto *atto_find(const char *nome);	/* NULL: no such atto */

#endif
