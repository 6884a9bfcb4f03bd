/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * firmare.h - a signature by the operator, or by the office, over a manifesto
 * (documenti/manifesto.h), confirmed at once by the key enrolled in ente/, and
 * its place on disk.  Internal to atti/.
 *
 * Refuses: to sign for another without a delega that says so, without an
 * enrolled key in force, a result that the enrolled key does not confirm.
 * Norm: CAD artt. 20, 24.
 *
 * A signature takes a directory firme/<nnnn>/ of the folder: manifesto.xml,
 * firma.asc (OpenPGP) or firma.p7s (CAdES; firma.p7m when it was made elsewhere
 * around the manifesto), verdetto-1.xml and, as often as it is looked at again,
 * verdetto-2.xml ….
 */
#ifndef ATTI_FIRME_FIRMARE_H
#define ATTI_FIRME_FIRMARE_H

#include "atti/op.h"
#include "base/err.h"
#include "documenti/manifesto.h"

#define FIRME_DIR "firme"

/* Who signs. */
enum firma_di { FIRMA_PROPRIA, FIRMA_SIGILLO };

struct firmato {			/* a manifesto and its signature */
	const struct nodo *manifesto;
	const void *p;			/* its bytes, those signed */
	size_t n;
	char impronta[IMPRONTA_LEN + 1];	/* of those bytes */
	const char *tipo, *chiave;	/* "openpgp", fingerprint … */
	const void *firma;
	size_t firma_n;
	const char *firma_nome;		/* "firma.asc", ".p7s", ".p7m" */
	char firma_impronta[IMPRONTA_LEN + 1];
	struct nodo *verdetto;		/* documenti/verdetto.h, ready */
};

/* The present version of a document, as the original of a manifesto. */
int firmare_originale(struct manifesto_oggetto *out, struct op *op,
    const char *cartella, const char *percorso) MUST;
/* The fields of <firma-file> beside <file>: improntas, who, with which key. */
void firmare_nodi(struct nodo *firma_file, struct op *op,
    const struct firmato *f);

/* esamina: may and can the operator (or the office) sign?  Rilievi when not. */
int firmare_esamina(struct op *op, enum firma_di di) MUST;
/* The same of the operator, when his key need not be at hand; tipo NULL: of
 * any kind. */
int firmare_esamina_chiave(struct op *op, const char *tipo) MUST;

/* The keyring with which the operator (or the office) signs, open, as the front
 * was told. */
struct portachiavi;
int firmare_portachiavi(struct portachiavi **out, struct op *op,
    enum firma_di di) MUST;

/*
 * prepara: signs a manifesto over those objects.  1: not signed, and a rilievo
 * says why.
 */
int firmare(struct firmato *out, struct op *op, enum firma_di di,
    const char *scopo, const struct manifesto_oggetto *oggetti, int n) MUST;

/*
 * prepara: by who signed f with a certificate, the same CAdES signature around
 * other bytes (a PDF that goes outside), verified at once.  Appended.  1: a
 * rilievo says why not.
 */
int firmare_intorno(struct buf *out, struct op *op, const struct firmato *f,
    const void *p, size_t n) MUST;

/* LETTURA: the manifesto alone, for the operator's key of that tipo (NULL:
 * any), to be signed elsewhere.  absent: he has none. */
int firmare_prepara(struct firmato *out, struct op *op, const char *tipo,
    const char *scopo, const struct manifesto_oggetto *oggetti, int n) MUST;

/* prepara: a manifesto of firmare_prepara read back, in a cage: its bytes are
 * still those, it is the operator's and of these days, its key still the
 * enrolled one.  1: it is not, and a rilievo says why. */
int firmare_leggi(struct firmato *out, struct op *op, const void *manifesto,
    size_t n) MUST;

/* prepara: that manifesto with the signature made elsewhere ("at home"),
 * checked as if we had made it; firma NULL: signed here.  1: a rilievo says
 * what is wrong. */
int firmare_altrove(struct firmato *out, struct op *op,
    const struct firmato *letto, const void *firma, size_t firma_n) MUST;

/* applica: is the key still good?  busy: it changed while signing. */
int firmare_ancora(struct op *op, const struct firmato *f) MUST;

/* applica: puts it into the next firme/<nnnn>/ of the folder, once in an act. */
int firmare_deposita(struct op *op, const char *cartella,
    const struct firmato *f) MUST;

#endif
