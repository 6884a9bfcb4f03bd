-- SPDX-License-Identifier: EUPL-1.2
-- accesso.sql: what belongs to who works here and to no folder: drafts not sent
-- yet, how one comes in, who is in (docs/formato.md §9).  Not rebuilt from
-- anything.  Times are seconds since 1970 UTC.
CREATE TABLE IF NOT EXISTS bozza (
	utente TEXT NOT NULL,
	per TEXT NOT NULL,		-- in whose name; '' his own
	id TEXT NOT NULL,		-- of the istanza
	atto TEXT NOT NULL,
	riferimento TEXT NOT NULL,	-- '' none
	ora TEXT NOT NULL,
	testo TEXT NOT NULL,		-- the istanza
	PRIMARY KEY (utente, per, id)
) STRICT, WITHOUT ROWID;

-- who is in; of the secret only its SHA-256
CREATE TABLE IF NOT EXISTS sessione (
	impronta TEXT PRIMARY KEY,
	utente TEXT NOT NULL,
	per TEXT,			-- in whose name he works now
	stato TEXT NOT NULL CHECK (stato IN ('intera', 'secondo', 'parola')),
	via TEXT NOT NULL CHECK (via IN ('parola', 'ldap', 'proxy', 'certificato')),
	csrf TEXT NOT NULL,
	agente TEXT NOT NULL,		-- SHA-256 of what the browser calls itself
	indirizzo TEXT NOT NULL,
	nomina TEXT NOT NULL,		-- impronta of his nomina when he came in
	inizio INTEGER NOT NULL,
	ultimo INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS sessione_utente ON sessione (utente);

-- applications: each works as a user of its own
CREATE TABLE IF NOT EXISTS gettone (
	impronta TEXT PRIMARY KEY,
	nome TEXT NOT NULL,
	utente TEXT NOT NULL,
	dal INTEGER NOT NULL,
	scade INTEGER NOT NULL,
	revocato INTEGER,
	ultimo INTEGER
) STRICT, WITHOUT ROWID;
