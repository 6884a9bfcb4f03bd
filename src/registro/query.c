/* SPDX-License-Identifier: EUPL-1.2 */
#include "registro/query.h"

const struct query query_table[Q_N] = {
#define X(name, text) { #name, text },
	QUERY_LIST(X)
#undef X
};
