/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * tsd.c - a file in an envelope with a time stamp over all of it (RFC 5544,
 * ".tsd"): the file, the stamp, what the stamp is over.
 *
 * Refuses: what is not one.  Only the first stamp is taken: those behind it
 * renew it, and prove less.  Nothing is judged here.
 */
#include <openssl/err.h>
#include <string.h>

#include "firme/cms_interno.h"

/* 1.2.840.113549.1.9.16.1.31, id-ct-timestampedData */
static const char oid[] = "1.2.840.113549.1.9.16.1.31";

static void
any_free(ASN1_SEQUENCE_ANY *s)
{
	sk_ASN1_TYPE_pop_free(s, ASN1_TYPE_free);
}
AUTO_DEFINE(stack_st_ASN1_TYPE, any_free)

static ASN1_SEQUENCE_ANY *
sequence(struct byte_dati b)
{
	const unsigned char *p = b.p;

	return b.n == 0 || b.n > INT32_MAX ? NULL :
	    d2i_ASN1_SEQUENCE_ANY(NULL, &p, (long)b.n);
}

static struct byte_dati
bytes(const ASN1_TYPE *t)
{
	const ASN1_STRING *s = t->value.asn1_string;

	return (struct byte_dati){ ASN1_STRING_get0_data(s),
	    (size_t)ASN1_STRING_length(s) };
}

/* What stands within the tag [0]; n 0: it is no such thing. */
static struct byte_dati
within(const ASN1_TYPE *t)
{
	struct byte_dati b = { NULL, 0 }, none = { NULL, 0 };
	const unsigned char *p;
	int tag, class, how;
	long len;

	if (t->type != V_ASN1_OTHER)
		return none;
	b = bytes(t);
	p = b.p;
	how = ASN1_get_object(&p, &len, &tag, &class, (long)b.n);
	if ((how & 0x80) != 0 || tag != 0 || class != V_ASN1_CONTEXT_SPECIFIC)
		return none;
	/* without a length: up to the mark, which nobody reads */
	b.n -= (size_t)(p - (const unsigned char *)b.p);
	b.p = p;
	return b;
}

/* Is the description of the file under the stamp too? */
static bool
protects(struct byte_dati metadata)
{
	AUTO(stack_st_ASN1_TYPE) s = sequence(metadata);
	const ASN1_TYPE *first;

	if (s == NULL || sk_ASN1_TYPE_num(s) == 0)
		return false;
	first = sk_ASN1_TYPE_value(s, 0);
	return first->type == V_ASN1_BOOLEAN && first->value.boolean != 0;
}

/* The first token among the evidence. */
static struct byte_dati
first_token(struct arena *a, const ASN1_TYPE *evidence)
{
	AUTO(stack_st_ASN1_TYPE) pair = sequence(within(evidence));
	struct byte_dati b = { NULL, 0 };

	/* [0] stands in the place of the outer SEQUENCE */
	if (pair == NULL || sk_ASN1_TYPE_num(pair) == 0 ||
	    sk_ASN1_TYPE_value(pair, 0)->type != V_ASN1_SEQUENCE)
		return b;
	b = bytes(sk_ASN1_TYPE_value(pair, 0));
	b.p = arena_memdup(a, b.p, b.n);
	return b;
}

/* version, dataUri?, metaData?, content?, temporalEvidence */
static bool
take(struct tsd *out, struct arena *a, const ASN1_SEQUENCE_ANY *s)
{
	struct byte_dati metadata = { NULL, 0 };
	AUTO_BUF stamped = { 0 };
	const ASN1_TYPE *t;
	int i = 1, n = sk_ASN1_TYPE_num(s);

	if (n < 3 || sk_ASN1_TYPE_value(s, 0)->type != V_ASN1_INTEGER)
		return false;
	if (sk_ASN1_TYPE_value(s, i)->type == V_ASN1_IA5STRING)
		i++;
	if (i < n && (t = sk_ASN1_TYPE_value(s, i))->type == V_ASN1_SEQUENCE) {
		metadata = bytes(t);
		i++;
	}
	if (i >= n || (t = sk_ASN1_TYPE_value(s, i))->type !=
	    V_ASN1_OCTET_STRING)
		return false;
	if (protects(metadata))
		buf_append(&stamped, metadata.p, metadata.n);
	if (bytes(t).n > 0)
		buf_append(&stamped, bytes(t).p, bytes(t).n);
	/* the content stands behind what may stand before it */
	out->fuori.marcato.n = stamped.len;
	out->fuori.marcato.p = arena_memdup(a, buf_str(&stamped),
	    stamped.len + 1);
	out->contenuto.n = bytes(t).n;
	out->contenuto.p = (const char *)out->fuori.marcato.p +
	    (stamped.len - out->contenuto.n);
	if (i + 1 < n)
		out->fuori.token = first_token(a,
		    sk_ASN1_TYPE_value(s, i + 1));
	return true;
}

bool
tsd_read(struct tsd *out, struct arena *a, struct byte_dati der)
{
	AUTO(stack_st_ASN1_TYPE) outer = sequence(der);
	AUTO(stack_st_ASN1_TYPE) inner = NULL;
	ASN1_OBJECT *kind = OBJ_txt2obj(oid, 1);
	const ASN1_TYPE *t;
	bool is = false;

	*out = (struct tsd){ 0 };
	if (outer != NULL && sk_ASN1_TYPE_num(outer) == 2) {
		t = sk_ASN1_TYPE_value(outer, 0);
		is = t->type == V_ASN1_OBJECT &&
		    OBJ_cmp(t->value.object, kind) == 0;
	}
	ASN1_OBJECT_free(kind);
	if (is)
		inner = sequence(within(sk_ASN1_TYPE_value(outer, 1)));
	is = is && inner != NULL && take(out, a, inner);
	ERR_clear_error();
	return is;
}
