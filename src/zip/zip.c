/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * zip.c - what reading and writing share: libzip's errors become ours.
 *
 * The archive is always in memory, so an error of reading is an error of the
 * bytes we were given (invalid), never of a disk.
 */
#include "zip/interno.h"

#include <stdlib.h>
#include <string.h>

#include "base/file.h"

int
err_zip(const zip_error_t *e, const char *what)
{
	switch (zip_error_code_zip(e)) {
	case ZIP_ER_MEMORY:
		abort();
	case ZIP_ER_NOZIP:
		return err_set(ERR_INVALID, "%s: non è uno zip", what);
	case ZIP_ER_CRC:
		return err_set(ERR_INVALID, "%s: zip danneggiato (il codice "
		    "di controllo non corrisponde)", what);
	case ZIP_ER_EXISTS:
		return err_set(ERR_INVALID,
		    "%s: lo zip ha due voci dello stesso nome", what);
	case ZIP_ER_COMPNOTSUPP:
	case ZIP_ER_COMPRESSED_DATA:
	case ZIP_ER_DELETED:
	case ZIP_ER_ENCRNOTSUPP:
	case ZIP_ER_EOF:
	case ZIP_ER_INCONS:
	case ZIP_ER_INVAL:
	case ZIP_ER_MULTIDISK:
	case ZIP_ER_NOENT:	/* of an entry that the directory has */
	case ZIP_ER_NOPASSWD:
	case ZIP_ER_READ:
	case ZIP_ER_SEEK:
	case ZIP_ER_WRONGPASSWD:
	case ZIP_ER_ZLIB:
		return err_set(ERR_INVALID, "%s: zip danneggiato (%d)", what,
		    zip_error_code_zip(e));
	default:
		return err_set(ERR_FAULT, "%s: zip: errore %d", what,
		    zip_error_code_zip(e));
	}
}

bool
zip_name_valid(const char *nome)
{
	size_t n = strlen(nome);
	char path[1024];

	if (n == 0 || n >= sizeof path || strchr(nome, '\\') != NULL)
		return false;
	/* a folder has its own entry, ended by a slash */
	memcpy(path, nome, n + 1);
	if (path[n - 1] == '/')
		path[n - 1] = '\0';
	return file_path_valid(path);
}
