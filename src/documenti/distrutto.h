/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * distrutto.h - an attachment whose bytes went for good, as the document says
 * it by whose order they did (an espunzione …).
 *
 * Keeps: the impronta stays, in the chain and here, so that nobody takes bytes
 * that were destroyed for bytes that were lost.
 */
#ifndef DOCUMENTI_DISTRUTTO_H
#define DOCUMENTI_DISTRUTTO_H

#define DISTRUTTO "distrutto"	/* of the root: an impronta, any number of them */

#endif
