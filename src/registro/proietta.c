/* SPDX-License-Identifier: EUPL-1.2 */
#include "registro/proietta.h"

#include <string.h>

#include "registro/testo.h"

static const struct {
	const char *tipo;
	proietta_fn *fn;
} table[] = {
	{ "ente", proietta_ente },
	{ "utente", proietta_utente },
	{ "permessi", proietta_permessi },
	{ "procedimento", proietta_procedimento },
	{ "chiave", proietta_chiave },
	{ "revoca-chiave", proietta_revoca_chiave },
	{ "fiducia", proietta_fiducia },
	{ "ora-confermata", proietta_ora_confermata },
	{ "numeri-perduti", proietta_numeri_perduti },
	{ "registrazione", proietta_registrazione },
	{ "registrazione-emergenza", proietta_registrazione_emergenza },
	{ "smistamento", proietta_smistamento },
	{ "presa-visione", proietta_presa_visione },
	{ "presa-in-carico", proietta_presa_in_carico },
	{ "rifiuto", proietta_rifiuto },
	{ "delega", proietta_delega },
	{ "accesso", proietta_accesso },
	{ "cartella", proietta_cartella },
	{ "voce-diario", proietta_voce_diario },
	{ "correzione-voce", proietta_correzione_voce },
	{ "appuntamento", proietta_appuntamento },
	{ "manifesto", proietta_manifesto },
	{ "proposta", proietta_proposta },
	{ "relazione", proietta_attivita },
	{ "intervento", proietta_attivita },
	{ "comunicazione", proietta_comunicazione },
	{ "attestazione", proietta_attestazione },
	{ "istruttoria", proietta_istruttoria },
	{ "osservazioni", proietta_osservazioni },
	{ "determinazione", proietta_determinazione },
	{ "intervento", proietta_intervento },
	{ "copia-acquisita", proietta_copia_acquisita },
	{ "scheda", proietta_scheda },
	{ "stato-di-famiglia", proietta_stato_di_famiglia },
	{ "titolario", proietta_titolario },
	{ "classificazione", proietta_classificazione },
	{ "fascicolo", proietta_fascicolo },
	{ "fascicolazione", proietta_fascicolazione },
	{ "richiesta-correzione", proietta_richiesta_correzione },
	{ "rettifica", proietta_rettifica },
	{ "annullamento", proietta_annullamento },
	{ "riserva", proietta_riserva },
	{ "spedizione", proietta_spedizione },
	{ "ricevuta-spedizione", proietta_ricevuta_spedizione },
	{ "righe-storiche", proietta_righe_storiche },
	{ "importazione", proietta_importazione },
	{ "corrispondente", proietta_corrispondente },
	{ "repertorio", proietta_repertorio },
	{ "voce-repertorio", proietta_voce_repertorio },
	{ "registro-giornaliero", proietta_registro_giornaliero },
	{ "chiusura-giorno", proietta_chiusura_giorno },
	{ "chiusura-giorno", proietta_sigillo_giorno },
	{ "sigillo", proietta_sigillo },
	{ "istanza-di-parte", proietta_acquisito },
	{ "richiesta-scritta", proietta_acquisito },
	{ "provvedimento", proietta_acquisito },
	{ "attestazione-isee", proietta_acquisito },
	{ "relazione-msna", proietta_acquisito },
	{ "avvio-ufficio", proietta_acquisito },
	{ "sottoscrizione", proietta_sottoscrizione },
	{ "verdetto", proietta_verdetto },
	{ "tipo", proietta_tipo },
	{ "modello", proietta_modello },
	{ "termini", proietta_termini },
	{ "equipe", proietta_equipe },
	{ "conflitto", proietta_conflitto },
	{ "secretazione", proietta_secretazione },
	{ "collegamento", proietta_collegamento },
	{ "accesso-straordinario", proietta_accesso_straordinario },
	{ "consultazione", proietta_consultazione },
	{ "revoca-liberatoria", proietta_revoca_liberatoria },
	{ "scheda-segretariato", proietta_scheda_segretariato },
	{ "unione-persone", proietta_unione_persone },
	{ "separazione-persone", proietta_separazione_persone },
	{ "comuni", proietta_comuni },
	{ "indicatori", proietta_indicatori },
	{ "accesso", storia_caso },
	{ "cartella", storia_caso },
	{ "equipe", storia_equipe },
	{ "voce-diario", storia_colloquio },
	{ "appuntamento", storia_appuntamento },
	{ "verbale", storia_riunione },
	{ "provvedimento", storia_provvedimento },
	{ "utente", storia_operatore },
	{ "firme", proietta_firme },
	{ "relazione", libro_documento },
	{ "proposta", libro_documento },
	{ "progetto", libro_documento },
	{ "verbale", libro_documento },
	{ "affidamento", libro_documento },
	{ "determinazione", libro_documento },
	{ "rinvio-firma", proietta_rinvio_firma },
	{ "espunzione", proietta_espunzione },
	{ "espunzione", proietta_distrutti },
	{ "elenco-scarto", proietta_elenco_scarto },
	{ "elenco-scarto", libro_documento },
	{ "richiesta-scarto", proietta_richiesta_scarto },
	{ "autorizzazione-scarto", proietta_autorizzazione_scarto },
	{ "verbale-scarto", proietta_verbale_scarto },
	{ "verbale-scarto", libro_documento },
	{ "chiusura-scarto", proietta_chiusura_scarto },
	{ "ritiro-scarto", proietta_ritiro_scarto },
	{ "lettera-scarto", proietta_lettera_scarto },
	{ "scarto", proietta_scarto },
	{ "scarto", proietta_distrutti },
	{ "provenienza", proietta_provenienza },
	{ "massimario", proietta_massimario },
	{ "blocco", proietta_blocco },
	{ "deposito", proietta_deposito },
	{ "chiusura-giorno", proietta_giorno_da_versare },
	{ "versamento", proietta_versamento },
	{ "esito-versamento", proietta_esito_versamento },
	{ "provvedimento", proietta_misura_giudice },
	{ "affidamento", proietta_misura_giudice },
	{ "collocamento-403", proietta_misura_giudice },
	{ "provenienza", caso_provenienza },
	{ "ente-arruolato", proietta_ente_arruolato },
	{ "revoca-ente", proietta_revoca_ente },
	{ "offerta-trasferimento", proietta_trasferimento },
	{ "accettazione-trasferimento", proietta_trasferimento },
	{ "rilascio-trasferimento", proietta_trasferimento },
	{ "rifiuto-trasferimento", proietta_trasferimento },
	{ "ritiro-trasferimento", proietta_trasferimento },
};

const char *
dato(struct arena *a, const struct nodo *doc, const char *path)
{
	const char *v = nodo_value(a, doc, path);

	if (v == NULL)
		err_set(ERR_INVALID, "nel documento «%s» manca %s", doc->nome,
		    path);
	return v;
}

int
dato_numero(struct numero *out, struct arena *a, const struct nodo *doc,
    const char *path)
{
	const char *v = dato(a, doc, path);

	return v == NULL ? ERR_INVALID : numero_parse(out, v);
}

int
registro_proietta(struct registro *r, const struct posizione *p,
    const struct nodo *doc)
{
	AUTO(arena) a = arena_new();
	size_t i;
	int e;

	if ((e = db_run(r->db, Q_ATTUALE_SET, "sssssi", p->cartella,
	    p->percorso, p->id, p->tipo, p->impronta, p->seq)) != 0)
		return e;
	if (doc == NULL)
		return 0;
	/* of an adopted type: no rules of ours, whatever its name */
	for (i = 0; i < NELEM(table) && nodo_attr(doc, "schema") == NULL; i++)
		if (strcmp(table[i].tipo, doc->nome) == 0 &&
		    (e = table[i].fn(r, a, p, doc)) != 0)
			return e;
	if ((e = termini_documento(r, a, p, doc)) != 0 ||
	    (e = conservazione_documento(r, a, p, doc)) != 0)
		return e;
	return testo_documento(r, a, p, doc);
}
