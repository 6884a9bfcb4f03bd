/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * openapi.h - what /api/v1 takes, for programs: OpenAPI 3.1, from the table of
 * atti and their schemas.
 *
 * Says nothing of who may do what, and nothing that is in a store.
 */
#ifndef SERVIZIO_OPENAPI_H
#define SERVIZIO_OPENAPI_H

#include "base/buf.h"
#include "base/err.h"

int servizio_openapi(struct buf *out) MUST;

#endif
