/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * query.h - every SQL statement of the register, enumerated.  Internal to
 * registro/; a test runs EXPLAIN QUERY PLAN on each.
 *
 * Statements that show something to somebody take the user and the atto first
 * (?1, ?2) and join `potere`: permission is in the query.
 */
#ifndef REGISTRO_QUERY_H
#define REGISTRO_QUERY_H

#include "db/db.h"
#include "registro/query_agenda.h"
#include "registro/query_allora.h"
#include "registro/query_altrui.h"
#include "registro/query_archivio.h"
#include "registro/query_cartelle.h"
#include "registro/query_chiavi.h"
#include "registro/query_correzioni.h"
#include "registro/query_conservazione.h"
#include "registro/query_consultazioni.h"
#include "registro/query_corrispondenti.h"
#include "registro/query_deleghe.h"
#include "registro/query_diario.h"
#include "registro/query_distrutti.h"
#include "registro/query_emergenza.h"
#include "registro/query_espunzioni.h"
#include "registro/query_fascicoli.h"
#include "registro/query_firme.h"
#include "registro/query_giorni.h"
#include "registro/query_indicatori.h"
#include "registro/query_istruttoria.h"
#include "registro/query_legami.h"
#include "registro/query_libro.h"
#include "registro/query_modelli.h"
#include "registro/query_persone.h"
#include "registro/query_procedimento.h"
#include "registro/query_registrazione.h"
#include "registro/query_carte.h"
#include "registro/query_repertori.h"
#include "registro/query_salvataggi.h"
#include "registro/query_scarti.h"
#include "registro/query_scrivania.h"
#include "registro/query_segnatura.h"
#include "registro/query_sigilli.h"
#include "registro/query_smistamento.h"
#include "registro/query_spedizione.h"
#include "registro/query_storico.h"
#include "registro/query_termini.h"
#include "registro/query_testo.h"
#include "registro/query_titolario.h"
#include "registro/query_trasferimenti.h"
#include "registro/query_verdetti.h"
#include "registro/query_verifica.h"
#include "registro/query_versamenti.h"

/* Does the user answer for a fascicolo or a cartella the registration r is in? */
#define CUSTODISCE							\
	"EXISTS (SELECT 1 FROM fascicolo_documento d JOIN cartella k "	\
	"ON k.anno = d.anno AND k.numero = d.numero "			\
	"WHERE d.protocollo_anno = r.anno "				\
	"AND d.protocollo_numero = r.numero AND d.serie = 'CS' "	\
	"AND k.responsabile = ?1) "					\
	"OR EXISTS (SELECT 1 FROM fascicolo_documento d "		\
	"JOIN fascicolo_ora k ON k.anno = d.anno AND k.numero = d.numero " \
	"WHERE d.protocollo_anno = r.anno "				\
	"AND d.protocollo_numero = r.numero AND d.serie = 'FA' "	\
	"AND k.responsabile = ?1)"

/* Sent to an office of the user, or to the user in person; `p` is the power
 * that looks, `dove` smistamento (ever) or destinazione (in force). */
#define DESTINATA(dove)							\
	"EXISTS (SELECT 1 FROM " dove " s JOIN utente_ufficio u "		\
	"ON u.ufficio = s.ufficio AND u.utente = ?1 "			\
	"WHERE s.anno = r.anno AND s.numero = r.numero "		\
	"AND (p.ambito = 'ufficio' OR s.utente = ?1))"

#define ACCESSO_PROPRIO							\
	"EXISTS (SELECT 1 FROM accesso a WHERE "			\
	"a.protocollo_anno = r.anno AND a.protocollo_numero = r.numero " \
	"AND a.responsabile = ?1)"

#define VEDE_TRAMITE(dove)						\
	"EXISTS (SELECT 1 FROM potere p WHERE p.utente = ?1 AND p.atto = ?2 " \
	"AND (p.ambito IN ('tutti', 'registro') OR r.operatore = ?1 "	\
	"OR " DESTINATA(dove) " OR " ACCESSO_PROPRIO " OR " CUSTODISCE "))"

/* Visible registrations: all; those sent to an office of the user or to the
 * user; own ones.  The ambito `registro` is all of these and no case: who
 * keeps the register has no business in a diary.  Who gave one back still sees
 * that it is there. */
#define VEDE_REGISTRAZIONE VEDE_TRAMITE("smistamento")
/* For a reason that still holds. */
#define VEDE_ANCORA VEDE_TRAMITE("destinazione")

/* In clear: for a reason that still holds and, when riservata, more than a
 * general right to look; never of a case that is closed to him.  Who is in the
 * équipe of a cartella is not told what is filed in it: that is for whom it was
 * sent to and for who answers for the case. */
#define IN_CHIARO							\
	"((((r.riservata = 0 OR r.riservata_fino <= oggi()) "		\
	"AND " VEDE_ANCORA ") "						\
	"OR r.operatore = ?1 "						\
	"OR EXISTS (SELECT 1 FROM potere p WHERE p.utente = ?1 "	\
	"AND p.atto = 'vedi-riservate') "				\
	"OR EXISTS (SELECT 1 FROM potere p WHERE p.utente = ?1 "	\
	"AND p.atto = ?2 AND " DESTINATA("destinazione") ") "		\
	"OR " ACCESSO_PROPRIO " OR " CUSTODISCE ") AND NOT " DI_CASO_CHIUSO ")"

#define QUERY_BASE(X)							\
/* the chain */								\
X(ULTIMO, "SELECT seq, impronta, ora FROM catena ORDER BY seq DESC LIMIT 1") \
X(ISTANZA, "SELECT seq FROM catena WHERE istanza = ?1")			\
X(CATENA_ADD, "INSERT INTO catena (seq, ora, atto, operatore, per, istanza, " \
    "istanza_impronta, casa, giornale, precedente, impronta) "		\
    "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)")		\
X(CATENA_CARTELLA_ADD, "INSERT INTO catena_cartella VALUES (?1, ?2, ?3)") \
X(CATENA_ALLEGATO_ADD, "INSERT INTO catena_allegato VALUES (?1, ?2)")	\
X(DOCUMENTO_ADD, "INSERT INTO documento VALUES (?1, ?2, ?3, ?4, ?5, ?6, " \
    "?7)") \
X(POSTO_ADD, "INSERT INTO posto VALUES (?1, ?2, ?3)")			\
X(CATENA_ALL, "SELECT seq, ora, atto, operatore, per, istanza, "	\
    "istanza_impronta, casa, giornale, precedente, impronta FROM catena " \
    "ORDER BY seq")							\
X(CATENA_DI, "SELECT seq, ora, atto, operatore, per, istanza, "		\
    "istanza_impronta, casa, giornale, precedente, impronta FROM catena " \
    "WHERE seq IN (SELECT seq FROM posto WHERE cartella = ?1) ORDER BY seq") \
X(CATENA_ONE, "SELECT ora, atto, operatore, per, casa FROM catena "	\
    "WHERE seq = ?1")							\
X(CATENA_CARTELLE, "SELECT cartella FROM catena_cartella WHERE seq = ?1 " \
    "ORDER BY ordine")							\
X(CATENA_DOCUMENTI, "SELECT cartella, percorso, id, tipo, segno, impronta "	\
    "FROM documento WHERE seq = ?1 ORDER BY cartella, percorso")	\
X(CATENA_ALLEGATI, "SELECT impronta FROM catena_allegato WHERE seq = ?1") \
X(GIORNALE, "SELECT count(*) FROM catena WHERE casa = ?1")		\
/* heads and moves */							\
X(TESTA, "SELECT commit_id, atti FROM testa WHERE cartella = ?1")	\
X(FILE_PRIMO, "SELECT anno, numero, ordine, nome FROM file "		\
    "WHERE impronta = ?1 ORDER BY anno, numero, ordine LIMIT 1")		\
X(TESTE, "SELECT cartella, commit_id, atti FROM testa ORDER BY cartella") \
X(TESTA_SET, "INSERT INTO testa VALUES (?1, ?2, ?3) ON CONFLICT (cartella) " \
    "DO UPDATE SET commit_id = excluded.commit_id, atti = excluded.atti") \
X(MOSSA_ADD, "INSERT INTO mossa (cartella, tag, da, a, purga) "		\
    "VALUES (?1, ?2, ?3, ?4, ?5)")					\
X(MOSSA_ALLEGATO, "INSERT INTO mossa (cartella, da, a, purga, allegato) "	\
    "VALUES (?1, '', '', 0, ?2)")						\
X(MOSSE, "SELECT n, cartella, da, a, tag, purga, allegato FROM mossa "		\
    "WHERE fatta IS NOT ?1 ORDER BY n")							\
X(MOSSE_FATTE, "UPDATE mossa SET fatta = ?1 WHERE fatta IS NOT ?1")	\
X(MOSSE_TOGLI, "DELETE FROM mossa WHERE fatta = ?1")			\
/* numbers */								\
/* one that was lost was given, and is not given again */		\
X(NUMERO_PROTOCOLLO, NUMERO_DOPO("registrazione", "'PG'"))		\
X(NUMERO_ACCESSO, NUMERO_DOPO("accesso", "'AC'"))			\
X(NUMERO_CARTELLA, NUMERO_DOPO("cartella", "'CS'"))			\
X(ULTIMO_GIORNO, "SELECT ora FROM registrazione WHERE seq = "		\
    "(SELECT max(seq) FROM registrazione)")				\
X(DOCUMENTI_SOTTO, "SELECT count(*) FROM attuale WHERE cartella = ?1 "	\
    "AND percorso >= ?2 || '/' AND percorso < ?2 || '0'")		\
/* who may do what */							\
X(UTENTE_LOGIN, "SELECT l.utente FROM utente_login l JOIN utente u "	\
    "ON u.codice = l.utente WHERE l.login = ?1 AND u.attivo = 1")	\
X(UTENTE, "SELECT cognome, nome, qualifica, attivo, ente FROM utente "	\
    "WHERE codice = ?1")						\
X(UTENTE_RUOLO, "SELECT 1 FROM utente_ruolo r JOIN utente u "		\
    "ON u.codice = r.utente WHERE r.utente = ?1 AND r.ruolo = ?2 "	\
    "AND u.attivo = 1")							\
X(UTENTE_UFFICIO, "SELECT 1 FROM utente_ufficio WHERE utente = ?1 "	\
    "AND ufficio = ?2")							\
X(UTENTE_PRIMO_UFFICIO, "SELECT ufficio FROM utente_ufficio "		\
    "WHERE utente = ?1 ORDER BY ufficio LIMIT 1")			\
X(POTERE, "SELECT 1 FROM potere WHERE utente = ?1 AND atto = ?2 LIMIT 1") \
X(UFFICIO, "SELECT denominazione FROM ufficio WHERE codice = ?1")	\
X(ENTE, "SELECT denominazione, codice_ipa, codice_aoo, indirizzo, pec, " \
    "dimostrativo, salto_giorni, esterno, esterno_programma FROM ente "	\
    "WHERE n = 1")			\
/* what a user may see */						\
X(VEDE_REGISTRAZIONE_Q, "SELECT 1 FROM protocollo r WHERE r.anno = ?3 " \
    "AND r.numero = ?4 AND " VEDE_REGISTRAZIONE)			\
X(REGISTRAZIONE, "SELECT r.ora, r.operatore, r.flusso, "		\
    "CASE WHEN " IN_CHIARO " THEN r.oggetto END, r.riservata, "		\
    "r.riservata_motivo, r.riservata_fino, r.mezzo, r.data_arrivo, "	\
    "r.protocollo_mittente, r.protocollo_mittente_data, r.classifica, "	\
    "r.annullata, " IN_CHIARO ", " VEDE_ANCORA " FROM protocollo r WHERE r.anno = ?3 "	\
    "AND r.numero = ?4 AND " VEDE_REGISTRAZIONE)			\
X(SOGGETTI, "SELECT parte, denominazione, codice_ipa, indirizzo, pec "	\
    "FROM parte WHERE anno = ?1 AND numero = ?2 ORDER BY ordine")	\
X(FILES, "SELECT f.ordine, f.nome, f.impronta, f.tipo, f.dimensione, f.nota, " \
    DISTRUTTO_IL("f", "(SELECT seq FROM registrazione g "		\
    "WHERE g.anno = f.anno AND g.numero = f.numero)") " FROM file f "	\
    "WHERE f.anno = ?1 AND f.numero = ?2 ORDER BY f.ordine")		\
X(VEDE_ACCESSO, "SELECT c.stato, c.tipo, c.protocollo_anno, "		\
    "c.protocollo_numero, c.ufficio, c.responsabile, c.aperto, c.chiuso, " \
    "c.classifica, c.livello FROM accesso_ora c "			\
    "WHERE c.anno = ?3 AND c.numero = ?4 AND " VEDE_CASO)		\
X(VEDE_CARTELLA, "SELECT c.stato, c.classifica, c.accesso_anno, "	\
    "c.accesso_numero, c.ufficio, c.responsabile, c.aperta, c.chiusa, "	\
    "c.motivo FROM cartella c WHERE c.anno = ?3 AND c.numero = ?4 AND "	\
    VEDE_CASO)								\
X(ACCESSO_DI, "SELECT anno, numero, stato FROM accesso "		\
    "WHERE protocollo_anno = ?1 AND protocollo_numero = ?2")		\
X(CARTELLA_DI, "SELECT anno, numero FROM cartella WHERE accesso_anno = ?1 " \
    "AND accesso_numero = ?2")						\
X(ATTUALI, "SELECT percorso, id, tipo, impronta, seq FROM attuale "	\
    "WHERE cartella = ?1 ORDER BY percorso")				\
X(ATTUALE, "SELECT id, tipo, impronta, seq, (SELECT k.ora FROM catena k "	\
    "WHERE k.seq = attuale.seq) FROM attuale "				\
    "WHERE cartella = ?1 AND percorso = ?2")				\
X(VERSIONI, "SELECT d.seq, " TIPO_ORA ", " IMPRONTA_ORA ", p.commit_id, k.ora, " \
    "k.operatore FROM documento d "					\
    "JOIN posto p ON p.seq = d.seq AND p.cartella = d.cartella "	\
    "JOIN catena k ON k.seq = d.seq "					\
    "WHERE d.id = ?3 AND d.cartella = ?1 AND d.percorso = ?2 "		\
    "ORDER BY d.seq")							\
X(VERSIONE_ALTRUI, "SELECT d.seq, d.tipo, d.impronta, p.commit_id, k.ora, " \
    "k.operatore FROM attuale d "					\
    "JOIN posto p ON p.seq = d.seq AND p.cartella = d.cartella "	\
    "JOIN catena k ON k.seq = d.seq "					\
    "WHERE d.cartella = ?1 AND d.percorso = ?2")				\
X(ALLEGATI, "SELECT DISTINCT impronta FROM catena_allegato ORDER BY impronta") \
X(ANNI, "SELECT DISTINCT CAST(substr(k.ora, 1, 4) AS INTEGER) "		\
    "FROM catena_allegato x JOIN catena k ON k.seq = x.seq ORDER BY 1")	\
/* what an act made */							\
X(ATTO_REGISTRAZIONI, "SELECT anno, numero, ora, flusso FROM registrazione " \
    "WHERE seq = ?1 ORDER BY anno, numero")				\
/* care */								\
X(ATTACH, "ATTACH ?1 AS nuovo")					\
/* projections */							\
X(ATTUALE_SET, "INSERT INTO attuale VALUES (?1, ?2, ?3, ?4, ?5, ?6) "	\
    "ON CONFLICT (cartella, percorso) DO UPDATE SET id = excluded.id, "	\
    "tipo = excluded.tipo, impronta = excluded.impronta, "		\
    "seq = excluded.seq")						\
X(REGISTRAZIONE_ADD, "INSERT INTO registrazione VALUES (?1, ?2, ?3, ?4, ?5, " \
    "?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, " \
    "?21, ?22, ?23)")							\
X(SOGGETTO_ADD, "INSERT INTO soggetto VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)") \
X(PROTOCOLLO_ADD, "INSERT INTO protocollo VALUES (?1, ?2, ?3, ?4, ?5, ?6, " \
    "?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, 0, ?16)")		\
X(PARTE_ADD, "INSERT INTO parte VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)") \
X(FILE_ADD, "INSERT INTO file VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)")	\
X(ENTE_SET, "INSERT OR REPLACE INTO ente VALUES (1, ?1, ?2, ?3, ?4, ?5, " \
    "?6, ?7, ?8, ?9)")							\
X(UFFICI_TOGLI, "DELETE FROM ufficio")					\
X(UFFICIO_ADD, "INSERT INTO ufficio VALUES (?1, ?2)")			\
X(UTENTE_SET, "INSERT OR REPLACE INTO utente VALUES (?1, ?2, ?3, ?4, ?5, " \
    "?6, ?7)")								\
X(UTENTE_LOGIN_TOGLI, "DELETE FROM utente_login WHERE utente = ?1")	\
X(UTENTE_LOGIN_SET, "INSERT OR REPLACE INTO utente_login VALUES (?1, ?2)") \
X(UTENTE_RUOLO_TOGLI, "DELETE FROM utente_ruolo WHERE utente = ?1")	\
X(UTENTE_RUOLO_ADD, "INSERT OR IGNORE INTO utente_ruolo VALUES (?1, ?2)") \
X(UTENTE_UFFICIO_TOGLI, "DELETE FROM utente_ufficio WHERE utente = ?1")	\
X(UTENTE_UFFICIO_ADD, "INSERT OR IGNORE INTO utente_ufficio VALUES (?1, ?2)") \
X(PERMESSI_TOGLI, "DELETE FROM permesso")				\
X(PERMESSO_ADD, "INSERT OR IGNORE INTO permesso VALUES (?1, ?2, ?3)")	\
X(ORA_CONFERMATA_ADD, "INSERT INTO ora_confermata VALUES (?1, ?2)")	\
X(ACCESSO_SET, "INSERT OR REPLACE INTO accesso VALUES (?1, ?2, ?3, ?4, ?5, " \
    "?6, ?7, ?8, ?9, ?10, ?11)")						\
X(CARTELLA_SET, "INSERT OR REPLACE INTO cartella VALUES (?1, ?2, ?3, ?4, ?5, " \
    "?6, ?7, ?8, ?9, ?10, ?11, ?12)")					\
X(RIPORTA_ADD, "INSERT OR IGNORE INTO riporta VALUES (?1, ?2, ?3, ?4)")	\
X(RIPORTA_MANDATO, "INSERT OR IGNORE INTO riporta "			\
    "SELECT ?1, ?2, d.tipo, ?4 FROM attuale d "				\
    "WHERE d.cartella = ?1 AND d.percorso = ?3")			\
X(RIPORTA_DI, "SELECT 1 FROM riporta WHERE cartella = ?1 "		\
    "AND percorso = ?2 AND tipo = ?3")					\
X(RISERVATO_ADD, "INSERT INTO riservato VALUES (?1, ?2, ?3, ?4)")

/* The statements of each subject stand in query_<subject>.h. */
#include "registro/query_ricerca.h"

#define QUERY_LIST(X)							\
	QUERY_BASE(X)							\
	QUERY_CHIAVI(X)							\
	QUERY_RICERCA(X)							\
	QUERY_EMERGENZA(X)						\
	QUERY_TITOLARIO(X)						\
	QUERY_FASCICOLI(X)						\
	QUERY_ARCHIVIO(X)						\
	QUERY_CARTELLE(X)						\
	QUERY_CONSERVAZIONE(X)						\
	QUERY_VERSAMENTI(X)						\
	QUERY_SMISTAMENTO(X)						\
	QUERY_DELEGHE(X)						\
	QUERY_SCRIVANIA(X)						\
	QUERY_CORREZIONI(X)						\
	QUERY_SPEDIZIONE(X)						\
	QUERY_CORRISPONDENTI(X)						\
	QUERY_STORICO(X)						\
	QUERY_PROCEDIMENTO(X)						\
	QUERY_REGISTRAZIONE(X)						\
	QUERY_REPERTORI(X)						\
	QUERY_CARTE(X)							\
	QUERY_FIRME(X)							\
	QUERY_ISTRUTTORIA(X)						\
	QUERY_SEGNATURA(X)						\
	QUERY_GIORNI(X)							\
	QUERY_SALVATAGGI(X)						\
	QUERY_SIGILLI(X)						\
	QUERY_LEGAMI(X)							\
	QUERY_LIBRO(X)							\
	QUERY_TESTO(X)							\
	QUERY_ALLORA(X)							\
	QUERY_DIARIO(X)							\
	QUERY_AGENDA(X)							\
	QUERY_TERMINI(X)						\
	QUERY_MODELLI(X)						\
	QUERY_PERSONE(X)						\
	QUERY_INDICATORI(X)						\
	QUERY_VERDETTI(X) QUERY_VERIFICA(X)						\
	QUERY_ESPUNZIONI(X)						\
	QUERY_DISTRUTTI(X)						\
	QUERY_TRASFERIMENTI(X)						\
	QUERY_ALTRUI(X)							\
	QUERY_CONSULTAZIONI(X)						\
	QUERY_SCARTI(X)

enum {
#define X(name, text) Q_##name,
	QUERY_LIST(X)
#undef X
	Q_N
};

extern const struct query query_table[Q_N];

struct registro {
	struct db *db;
	struct tabelle *tabelle;	/* of terms, read once (termini.h) */
	struct massimario_letto *massimario;	/* read once */
	bool prova;		/* of registro_prova */
	bool senza_indici;	/* REGISTRO_SENZA_INDICI */
	char mano[64];		/* "": nobody's but the eye's */
};

#endif
