/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * custodia.h - where the server keeps secret keys of people (firme/firme.h).
 * Nothing else of the program reads what is in it; no copy of a store has it.
 */
#ifndef ATTI_FIRME_CUSTODIA_H
#define ATTI_FIRME_CUSTODIA_H

#define CUSTODIA_DIR "custodia"

#endif
