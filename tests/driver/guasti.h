/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * guasti.h - what presa/guasti.so tells of the calls it saw, in a file that
 * all processes of a run share; corrente.c reads it.  The file is a struct
 * registro_chiamate and, behind it, one struct chiamata a call, each at a
 * multiple of 8, followed by its names and bytes.
 */
#ifndef TESTS_DRIVER_GUASTI_H
#define TESTS_DRIVER_GUASTI_H

#include <stdint.h>

#define CHIAMATE_MAX (256u << 20)	/* bytes of the file: mostly a hole */

enum chiamata_tipo {
	CH_CREA = 1,	/* a name for a new file; `n` its mode */
	CH_SCRIVI,	/* bytes at `da` */
	CH_TRONCA,	/* length `da` */
	CH_SINCRONO,	/* of a file or a directory */
	CH_SINCRONI,	/* of the whole file system */
	CH_RINOMINA,	/* `nome` to `altro` */
	CH_SCAMBIA,	/* the two exchanged */
	CH_COLLEGA,	/* `altro` is one more name of `nome` */
	CH_TOGLI,	/* a name of a file */
	CH_CARTELLA,	/* a new directory */
	CH_TOGLI_CARTELLA,
	CH_SIMBOLICO,	/* `altro` points to `nome` */
	CH_N
};

struct chiamata {
	uint32_t lungo;		/* all of it, with names and bytes */
	uint16_t tipo;
	uint16_t detto;		/* the process had told its answer */
	uint64_t file;		/* inode number */
	int64_t da;
	uint32_t nome, altro;	/* their lengths with the NUL; 0: none */
	uint32_t n;		/* bytes */
	uint32_t passo;		/* which act of a run of several, from 1 */
};

struct registro_chiamate {
	uint32_t contate;	/* calls that can fail, so far */
	uint32_t nulla;
	uint64_t fine;		/* where the next struct chiamata comes */
	char guasto[488];	/* the call that failed, in words */
};

#endif
