/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * parentela.h - what the words by which people call a relative say: his sex,
 * and where he stands in the family.  Words that are not here are no error: of
 * him one knows only that he is there.
 */
#ifndef DOCUMENTI_PARENTELA_H
#define DOCUMENTI_PARENTELA_H

enum grado_parentela {
	P_ALTRO,		/* nothing is known */
	P_INTERESSATO,		/* the person himself */
	P_GENITORE, P_FRATELLO, P_FRATELLASTRO, P_FIGLIO, P_CONIUGE,
	P_CONVIVENTE,		/* of the person himself */
	P_NONNO, P_ZIO, P_COMPAGNO,	/* of a parent: see lato */
	P_AFFIDATARIO
};

enum lato { L_NESSUNO, L_MATERNO, L_PATERNO };

struct parentela {
	enum grado_parentela grado;
	enum lato lato;		/* on which side, of P_FRATELLASTRO to
				 * P_COMPAGNO */
	char sesso;		/* 'F', 'M', 0: the word does not tell */
	/* ComposizioneFamiglia of the SINBA flow: 1 madre, 2 padre, 3 fratelli,
	 * 4 nonno/a, 5 compagno/a di genitore, 6 altri; 0: himself */
	int sinba;
};

/* "Nonna materna", "compagno della madre", "fratello del padre" (an uncle);
 * capitals and accents apart. */
struct parentela parentela_read(const char *testo);

#endif
