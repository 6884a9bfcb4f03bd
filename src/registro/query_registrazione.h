/* SPDX-License-Identifier: EUPL-1.2 */
/* query_registrazione.h - what a registration says besides its first fields,
 * copies added to it, what was registered before (query.h). */
#ifndef REGISTRO_QUERY_REGISTRAZIONE_H
#define REGISTRO_QUERY_REGISTRAZIONE_H

#define QUERY_REGISTRAZIONE(X)						\
X(REGISTRAZIONE_ALTRO, "SELECT tipo, differita_motivo, "			\
    "differita_autorizzazione, sostituisce_anno, sostituisce_numero, "	\
    "cartacei, cartacei_descrizione FROM registrazione "			\
    "WHERE anno = ?1 AND numero = ?2")					\
X(SOSTITUITA_DA, "SELECT anno, numero FROM registrazione "		\
    "WHERE sostituisce_anno = ?1 AND sostituisce_numero = ?2 "		\
    "AND sostituisce_numero IS NOT NULL ORDER BY anno, numero")		\
X(ULTIMA_DI, "SELECT p.anno, p.numero FROM protocollo p WHERE "		\
    "p.operatore = ?1 AND p.anno = ?2 ORDER BY p.numero DESC LIMIT 1")	\
X(ESTERNO_ADD, "INSERT INTO esterno VALUES (?1, ?2, ?3, ?4, ?5, ?6)")	\
X(ESTERNO, "SELECT registro, numero_esterno, data FROM esterno "		\
    "WHERE anno = ?1 AND numero = ?2")					\
X(ESTERNO_DI, "SELECT anno, numero FROM esterno WHERE registro = ?1 "	\
    "AND data = ?2 AND numero_esterno = ?3")				\
X(COPIA_ADD, "INSERT INTO copia_acquisita VALUES (?1, ?2, ?3, ?4, ?5, ?6, " \
    "?7, ?8, ?9, ?10, ?11, ?12)")					\
X(COPIE, "SELECT ordine, parte, nome, impronta, tipo, dimensione, "	\
    "conformita, operatore, ora, " DISTRUTTO_IL("f", "f.seq") " "	\
    "FROM copia_acquisita f WHERE anno = ?1 AND numero = ?2 ORDER BY ordine, parte")		\
X(COPIE_N, "SELECT count(DISTINCT ordine) FROM copia_acquisita "		\
    "WHERE anno = ?1 AND numero = ?2")					\
X(NOME_TOGLI, "DELETE FROM nome_noto WHERE cartella = ?1 "		\
    "AND percorso = ?2")						\
X(NOME_ADD, "INSERT INTO nome_noto VALUES (?1, ?2, ?3, ?4, ?5, ?6)")	\
X(NOME_IN, "SELECT 1 FROM nome_noto WHERE prima = ?1 "			\
    "AND instr(?2, cognome) > 0 AND instr(?2, nome) > 0 LIMIT 1")	\
X(DOPPIONE_FILE, "SELECT r.anno, r.numero FROM file f JOIN protocollo r " \
    "ON r.anno = f.anno AND r.numero = f.numero WHERE f.impronta = ?1 "	\
    "AND f.ordine <= ?2 AND r.annullata = 0 ORDER BY r.anno, r.numero "	\
    "LIMIT 1")								\
X(DOPPIONE_MITTENTE, "SELECT r.anno, r.numero, s.denominazione "		\
    "FROM protocollo r JOIN parte s ON s.anno = r.anno "			\
    "AND s.numero = r.numero WHERE r.protocollo_mittente = ?1 "		\
    "AND s.parte = 'mittente' AND r.protocollo_mittente_data IS ?2 "	\
    "AND r.annullata = 0 ORDER BY r.seq LIMIT 100")

#endif
