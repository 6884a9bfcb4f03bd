/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * nome.h - the names of people, so that one finds who was written otherwise:
 * in plain letters, and by their sound.  Pure.  To compare, never to be shown.
 *
 * The sound of a word is a short text in capitals.  It forgets:
 *	double letters, h, accents			Rossi Rosi, Hassan Assan
 *	inner vowels					Mohamed Muhammad
 *	c/k/q/ch/kh; g/gh/j/dj/zh, y or i before	Khaled Caled, Djamal
 *	  a vowel at the beginning			  Giamal, Yasmin Jasmin
 *	sc/sh/sch, ch before a, o, u			Shaimaa Sciaima Chaimaa
 *	f/v/w/ph, ou or u before a vowel at the		Youssef Iusef, Walid
 *	  beginning					  Oualid
 *	s/z/ts, gn/ny					Elisabeth Elizabeth
 * It keeps the first vowel (of three: a, e-i, o-u) and a last a, which in
 * Italian tells Paola from Paolo.  Letters of the Cyrillic alphabet are written
 * in Latin ones first; those of others stay what they are.
 */
#ifndef DOCUMENTI_NOME_H
#define DOCUMENTI_NOME_H

#include "base/arena.h"
#include "base/err.h"

/* The words of a name as utf8_words makes them, and in plain letters:
 * " d angelo ", " lukasz ".  invalid: not UTF-8. */
int nome_parole(char **out, struct arena *a, const char *nome) MUST;
/* The same without blanks, one-letter words and articles of names (al, el,
 * ...) joined too: "dangelo", "deluca", "amrani". */
int nome_unito(char **out, struct arena *a, const char *nome) MUST;

/* The sound of one plain word; "" when it has none. */
char *nome_suono(struct arena *a, const char *parola);

/*
 * The sound of a person: surname and first given name, in the order of the
 * alphabet, so that who has them exchanged sounds alike.
 */
int nome_suono_persona(char **out, struct arena *a, const char *cognome,
    const char *nome) MUST;

#endif
