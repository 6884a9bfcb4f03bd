/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * directory.c - the program cartella-directory (accesso/directory.h), whose
 * library `cartella` does not link.
 */
#include "accesso/directory.h"

int
main(int argc, char **argv)
{
	return directory_main(argc, argv);
}
