/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * azioni_redazione.c - drafts that go.  (One is kept by sending the form of its
 * atto, /atto/NOME, with _azione=bozza.)
 */
#include "web/azione.h"

const struct azione azioni_redazione[] = {
	{ .via = "/bozze/togli", .tipo = "bozza-togli", .coda = CODA_LENTE,
	    .poi = "/redazione" },
	{ 0 }
};
