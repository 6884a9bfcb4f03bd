/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * point.h - named points where a test can end the process.
 *
 * In test builds CARTELLA_PUNTO=<name> makes POINT("<name>") end the process
 * there with _exit(99), as a crash would; CARTELLA_PUNTO=<name>:<n> at the
 * n-th passage.  CARTELLA_FERMA, in the same way, has it stop itself there
 * (SIGSTOP) until somebody lets it go on.  CARTELLA_PUNTI=<file> appends the
 * name of every point passed, so that a test can learn which points an act
 * has.  In other builds nothing is compiled.
 */
#ifndef BASE_POINT_H
#define BASE_POINT_H

#ifdef PROVA
void point_pass(const char *name);
#define POINT(name) point_pass(name)
#else
#define POINT(name) ((void)0)
#endif

#endif
