/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * metadati.c - the metadata of Allegato 5, from what is known of a document and
 * of a fascicolo.
 *
 * Keeps: nothing is invented: what is not known, and may be left out, is left
 * out.  Norm: linee guida AgID, Allegato 5; DPR 445/2000 art. 53.
 */
#include "documenti/metadati.h"

#include <string.h>

#include "base/hash.h"

#define PRODOTTO "Cartella"

static void
add_id(struct arena *a, struct nodo *to, const char *nome,
    const struct metadati_id *id)
{
	struct nodo *n = nodo_elem(a, to, nome);
	struct nodo *i = nodo_elem(a, n, "ImprontaCrittograficaDelDocumento");
	char text[IMPRONTA_BASE64 + 1];

	hash_base64(text, id->impronta);
	nodo_elem_text(a, i, "Impronta", text);
	nodo_elem_text(a, i, "Algoritmo", "SHA-256");
	nodo_elem_text(a, n, "Identificativo", id->identificativo);
	nodo_elem_text(a, n, "Segnatura", id->segnatura);
}

static const char *
modalita(enum modalita_formazione m)
{
	static const char *const words[] = {
		[FORMATO_CON_SOFTWARE] = "creazione tramite utilizzo di "
		    "strumenti software che assicurino la produzione di "
		    "documenti nei formati previsti in allegato 2",
		[ACQUISITO] = "acquisizione di un documento informatico per "
		    "via telematica o su supporto informatico, acquisizione "
		    "della copia per immagine su supporto informatico di un "
		    "documento analogico, acquisizione della copia "
		    "informatica di un documento analogico",
		[MEMORIZZATO] = "memorizzazione su supporto informatico in "
		    "formato digitale delle informazioni risultanti da "
		    "transazioni o processi informatici o dalla presentazione "
		    "telematica di dati attraverso moduli o formulari resi "
		    "disponibili ad utente",
		[GENERATO] = "generazione o raggruppamento anche in via "
		    "automatica di un insieme di dati o registrazioni, "
		    "provenienti da una o più banche dati, anche appartenenti "
		    "a più soggetti interoperanti, secondo una struttura "
		    "logica predeterminata e memorizzata in forma statica",
	};

	return words[m];
}

/* ---- registration ---- */

static const char *
flusso(const char *word)
{
	if (word != NULL && strcmp(word, "entrata") == 0)
		return "E";
	return word != NULL && strcmp(word, "uscita") == 0 ? "U" : "I";
}

/* "2026-11-20T10:15:30+01:00": its day, its time. */
static void
add_time(struct arena *a, struct nodo *to, const char *data, const char *ora,
    const char *iso)
{
	nodo_elem_text(a, to, data, arena_strndup(a, iso, 10));
	if (strlen(iso) > 11)
		nodo_elem_text(a, to, ora, iso + 11);
}

static void
add_protocollo(struct arena *a, struct nodo *tipo, const struct nodo *reg)
{
	struct nodo *p = nodo_elem(a, tipo,
	    "ProtocolloOrdinario_ProtocolloEmergenza");
	const char *numero = nodo_value(a, reg, "numero");

	nodo_elem_text(a, p, "TipoRegistro",
	    "ProtocolloOrdinario\\ProtocolloEmergenza");
	add_time(a, p, "DataProtocollazioneDocumento",
	    "OraProtocollazioneDocumento", nodo_value(a, reg, "ora"));
	nodo_elem_text(a, p, "NumeroProtocolloDocumento",
	    arena_strndup(a, numero, strcspn(numero, "/")));
	nodo_elem_text(a, p, "CodiceRegistro", "PG");
}

static void
add_registration(struct arena *a, struct nodo *to,
    const struct metadati_documento *m)
{
	struct nodo *d = nodo_elem(a, to, "DatiDiRegistrazione"), *tipo, *r;

	nodo_elem_text(a, d, "TipologiaDiFlusso", m->registrazione == NULL ?
	    "I" : flusso(nodo_value(a, m->registrazione, "flusso")));
	tipo = nodo_elem(a, d, "TipoRegistro");
	if (m->registrazione != NULL) {
		add_protocollo(a, tipo, m->registrazione);
		return;
	}
	r = nodo_elem(a, tipo, "Repertorio_Registro");
	nodo_elem_text(a, r, "TipoRegistro", "Repertorio\\Registro");
	add_time(a, r, "DataRegistrazioneDocumento",
	    "OraRegistrazioneDocumento", m->ora);
	nodo_elem_text(a, r, "NumeroRegistrazioneDocumento", m->atto);
	nodo_elem_text(a, r, "CodiceRegistro", m->registro);
}

/* ---- who ---- */

/* Its role and what it is of: what says who goes in. */
static struct nodo *
role(struct arena *a, struct nodo *to, const char *nome, const char *tipo,
    const char *specie)
{
	struct nodo *s = nodo_elem(a, nodo_elem(a, to, "Ruolo"), nome);

	nodo_elem_text(a, s, "TipoRuolo", tipo);
	return nodo_elem(a, s, specie);
}

static void
add_ipa(struct arena *a, struct nodo *to, const char *nome,
    const char *denominazione, const char *codice)
{
	struct nodo *n = nodo_elem(a, to, nome);

	nodo_elem_text(a, n, "Denominazione", denominazione);
	nodo_elem_text(a, n, "CodiceIPA", codice);
}

static void
add_body(struct arena *a, struct nodo *to, const char *nome, const char *tipo,
    const struct metadati_ente *e)
{
	struct nodo *pai = role(a, to, nome, tipo, "PAI");

	add_ipa(a, pai, "IPAAmm", e->denominazione, e->ipa);
	add_ipa(a, pai, "IPAAOO", e->denominazione, e->aoo);
}

static void
add_person(struct arena *a, struct nodo *pf, const struct metadati_persona *p)
{
	nodo_elem_text(a, pf, "Cognome", p->cognome);
	nodo_elem_text(a, pf, "Nome", p->nome);
	nodo_elem_text(a, pf, "CodiceFiscale", p->codice_fiscale);
}

/* Of a correspondent one name is known, and not its parts. */
static void
add_correspondents(struct arena *a, struct nodo *to, const struct nodo *reg,
    const char *parte, const char *nome)
{
	const struct nodo *s;
	const char *ipa, *denominazione;
	struct nodo *n;

	for (s = nodo_child(reg, parte); s != NULL; s = nodo_next(s, parte)) {
		ipa = nodo_value(a, s, "codice-ipa");
		denominazione = nodo_value(a, s, "denominazione");
		if (denominazione == NULL)
			continue;
		n = role(a, to, nome, nome, ipa != NULL ? "PAI" : "PG");
		if (ipa != NULL)
			add_ipa(a, n, "IPAAmm", denominazione, ipa);
		else
			nodo_elem_text(a, n, "DenominazioneOrganizzazione",
			    denominazione);
		nodo_elem_text(a, n, "IndirizziDigitaliDiRiferimento",
		    nodo_value(a, s, "pec"));
	}
}

static void
add_subjects(struct arena *a, struct nodo *to, const struct metadati_ente *e,
    const struct metadati_documento *m)
{
	struct nodo *s = nodo_elem(a, to, "Soggetti");

	add_body(a, s, "AmministrazioneCheEffettuaLaRegistrazione",
	    "Amministrazione Che Effettua La Registrazione", e);
	if (m->registrazione != NULL) {
		add_correspondents(a, s, m->registrazione, "mittente",
		    "Mittente");
		add_correspondents(a, s, m->registrazione, "destinatario",
		    "Destinatario");
	}
	if (m->operatore.cognome != NULL)
		add_person(a, role(a, s, "Operatore", "Operatore", "PF"),
		    &m->operatore);
	nodo_elem_text(a, role(a, s, "Produttore", "Produttore", "SW"),
	    "DenominazioneSistema", PRODOTTO);
}

/* ---- the rest ---- */

static void
add_attachments(struct arena *a, struct nodo *to,
    const struct metadati_documento *m)
{
	struct nodo *n = nodo_elem(a, to, "Allegati"), *x;
	int i, count = 0;

	while (m->allegati != NULL && m->allegati[count] != NULL)
		count++;
	nodo_elem_printf(a, n, "NumeroAllegati", "%d", count);
	for (i = 0; i < count; i++) {
		x = nodo_elem(a, n, "IndiceAllegati");
		add_id(a, x, "IdDoc", m->allegati[i]);
		nodo_elem_text(a, x, "Descrizione", m->allegati_nomi[i]);
	}
}

static void
add_class(struct arena *a, struct nodo *to, const char *classifica)
{
	if (classifica != NULL)
		nodo_elem_text(a, nodo_elem(a, to, "Classificazione"),
		    "IndiceDiClassificazione", classifica);
}

static const char *
vero(bool b)
{
	return b ? "true" : "false";
}

static void
add_checks(struct arena *a, struct nodo *to,
    const struct metadati_documento *m)
{
	struct nodo *v = nodo_elem(a, to, "Verifica");

	nodo_elem_text(a, v, "FirmatoDigitalmente", vero(m->firmato));
	nodo_elem_text(a, v, "SigillatoElettronicamente", vero(m->sigillato));
	nodo_elem_text(a, v, "MarcaturaTemporale", vero(false));
	nodo_elem_text(a, v, "ConformitaCopieImmagineSuSupportoInformatico",
	    vero(false));
}

/* Who corrected a registration, and when; what it said before is in its own
 * documents, which go with it. */
static void
add_changes(struct arena *a, struct nodo *to,
    const struct metadati_documento *m)
{
	const struct metadati_modifica *x;
	struct nodo *n;
	int i;

	for (i = 0; i < m->n_modifiche; i++) {
		x = &m->modifiche[i];
		n = nodo_elem(a, to, "TracciatureModificheDocumento");
		nodo_elem_text(a, n, "TipoModifica", x->tipo);
		add_person(a, nodo_elem(a, n, "SoggettoAutoreDellaModifica"),
		    &x->chi);
		add_time(a, n, "DataModifica", "OraModifica", x->ora);
	}
}

static void
add_aggregation(struct arena *a, struct nodo *to, const char *nome, bool serie,
    const char *id)
{
	struct nodo *n = nodo_elem(a, to, nome);

	nodo_elem_text(a, n, "TipoAggregazione", serie ? "Serie Documentale" :
	    "Fascicolo");
	nodo_elem_text(a, n, "IdAggregazione", id);
}

static void
add_years(struct arena *a, struct nodo *to, int anni)
{
	if (anni > 0)
		nodo_elem_printf(a, to, "TempoDiConservazione", "%d", anni);
}

struct nodo *
metadati_documento(struct arena *a, const struct metadati_ente *e,
    const struct metadati_documento *m)
{
	struct nodo *n = nodo_new(a, "DocumentoAmministrativoInformatico"), *f;

	add_id(a, n, "IdDoc", &m->id);
	nodo_elem_text(a, n, "ModalitaDiFormazione", modalita(m->modalita));
	nodo_elem_text(a, n, "TipologiaDocumentale", m->tipologia);
	add_registration(a, n, m);
	add_subjects(a, n, e, m);
	nodo_elem_text(a, nodo_elem(a, n, "ChiaveDescrittiva"), "Oggetto",
	    m->oggetto);
	add_attachments(a, n, m);
	add_class(a, n, m->classifica);
	nodo_elem_text(a, n, "Riservato", vero(m->riservato));
	f = nodo_elem(a, n, "IdentificativoDelFormato");
	nodo_elem_text(a, f, "Formato", m->formato);
	if (m->modalita != ACQUISITO)
		nodo_elem_text(a, nodo_elem(a, f, "ProdottoSoftware"),
		    "NomeProdotto", PRODOTTO);
	add_checks(a, n, m);
	add_aggregation(a, nodo_elem(a, n, "Agg"), "TipoAgg", m->serie,
	    m->aggregazione);
	if (m->primario != NULL)
		add_id(a, n, "IdIdentificativoDocumentoPrimario", m->primario);
	nodo_elem_text(a, n, "NomeDelDocumento", m->nome);
	nodo_elem_printf(a, n, "VersioneDelDocumento", "%d", m->versione);
	add_changes(a, n, m);
	add_years(a, n, m->anni);
	nodo_elem_text(a, n, "Note", m->note);
	return n;
}

/* ---- a fascicolo ---- */

static void
add_assignee(struct arena *a, struct nodo *to, const struct metadati_ente *e,
    const struct metadati_aggregazione *m)
{
	struct nodo *n = nodo_elem(a, to, "Assegnazione"), *s;

	nodo_elem_text(a, n, "TipoAssegnazione", "Per competenza");
	s = nodo_elem(a, n, "SoggettoAssegnatario");
	nodo_elem_text(a, s, "DenominazioneOrganizzazione", e->denominazione);
	nodo_elem_text(a, s, "DenominazioneUfficio", m->ufficio);
	nodo_elem_text(a, n, "DataInizioAssegnazione", m->aperta);
	nodo_elem_text(a, n, "DataFineAssegnazione", m->chiusa);
}

static void
add_holders(struct arena *a, struct nodo *to, const struct metadati_ente *e,
    const struct metadati_aggregazione *m)
{
	struct nodo *s = nodo_elem(a, to, "Soggetti"), *as;

	add_body(a, s, "AmministrazioneTitolare", "Amministrazione Titolare",
	    e);
	if (m->persona != NULL)
		add_person(a, role(a, s, "SoggettoIntestatarioPersonaFisica",
		    "Soggetto Intestatario Persona Fisica", "PF"),
		    m->persona);
	as = role(a, s, "Assegnatario", "Assegnatario", "AS");
	nodo_elem_text(a, as, "DenominazioneOrganizzazione", e->denominazione);
	nodo_elem_text(a, as, "DenominazioneUfficio", m->ufficio);
}

struct nodo *
metadati_aggregazione(struct arena *a, const struct metadati_ente *e,
    const struct metadati_aggregazione *m)
{
	struct nodo *n = nodo_new(a, "AggregazioneDocumentaliInformatiche"), *x;
	int i;

	add_aggregation(a, n, "IdAgg", false, m->id);
	nodo_elem_text(a, n, "TipologiaFascicolo", m->tipologia);
	add_holders(a, n, e, m);
	add_assignee(a, n, e, m);
	nodo_elem_text(a, n, "DataApertura", m->aperta);
	add_class(a, n, m->classifica);
	nodo_elem_printf(a, n, "Progressivo", "%d", m->progressivo);
	nodo_elem_text(a, nodo_elem(a, n, "ChiaveDescrittiva"), "Oggetto",
	    m->oggetto);
	nodo_elem_text(a, n, "DataChiusura", m->chiusa);
	x = nodo_elem(a, n, "IndiceDocumenti");
	for (i = 0; m->documenti[i] != NULL; i++)
		add_id(a, nodo_elem(a, nodo_elem(a, x, "TipoDocumento"),
		    "DocumentoAmministrativoInformatico"), "IdDoc",
		    m->documenti[i]);
	nodo_elem_text(a, n, "PosizioneFisicaAggregazioneDocumentale",
	    m->posizione);
	if (m->padre != NULL)
		add_aggregation(a, n, "IdAggPrimario", false, m->padre);
	add_years(a, n, m->anni);
	return n;
}
