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
	stato TEXT NOT NULL CHECK (stato IN ('intera', 'secondo', 'prepara')),
	via TEXT NOT NULL CHECK (via IN ('parola', 'ldap', 'proxy', 'certificato')),
	csrf TEXT NOT NULL,
	agente TEXT NOT NULL,		-- SHA-256 of what the browser calls itself
	indirizzo TEXT NOT NULL,
	nomina TEXT NOT NULL,		-- impronta of his nomina when he came in
	inizio INTEGER NOT NULL,
	ultimo INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS sessione_utente ON sessione (utente);
CREATE INDEX IF NOT EXISTS sessione_csrf ON sessione (csrf);

-- whose a closed one was: a page that stands open may still put its words away
-- for him.  Nothing comes in with it: there is no secret.
CREATE TABLE IF NOT EXISTS sessione_chiusa (
	csrf TEXT PRIMARY KEY,
	utente TEXT NOT NULL,
	per TEXT,
	agente TEXT NOT NULL,
	ultimo INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TRIGGER IF NOT EXISTS sessione_chiusa_resta
AFTER DELETE ON sessione WHEN OLD.stato = 'intera' BEGIN
	INSERT INTO sessione_chiusa VALUES (OLD.csrf, OLD.utente, OLD.per,
	    OLD.agente, OLD.ultimo) ON CONFLICT (csrf) DO NOTHING;
END;

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

-- how one shows who he is
CREATE TABLE IF NOT EXISTS credenziale (
	utente TEXT PRIMARY KEY,
	parola TEXT,			-- yescrypt, as crypt(5); NULL: none
	provvisoria INTEGER NOT NULL,	-- 1: another must be chosen at once
	parola_dal INTEGER,
	parola_scade INTEGER,		-- of a provisional one
	totp TEXT,			-- base32; NULL: no second factor
	totp_attivo INTEGER NOT NULL,
	totp_passo INTEGER NOT NULL,	-- the last step used
	bloccato INTEGER		-- since; NULL: not
) STRICT, WITHOUT ROWID;
-- codes for who has lost his telephone, each once
CREATE TABLE IF NOT EXISTS recupero (
	utente TEXT NOT NULL,
	impronta TEXT NOT NULL,
	PRIMARY KEY (utente, impronta)
) STRICT, WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS certificato (
	impronta TEXT PRIMARY KEY,	-- SHA-256 of its DER
	utente TEXT NOT NULL,
	nome TEXT NOT NULL,
	dal INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
-- attempts that failed: growing waits, never for ever
CREATE TABLE IF NOT EXISTS frena (
	chi TEXT PRIMARY KEY,		-- "utente …", "indirizzo …"
	tentativi INTEGER NOT NULL,
	ultimo INTEGER NOT NULL,
	fino INTEGER NOT NULL,		-- nothing is tried before
	taciuti INTEGER NOT NULL	-- refused meanwhile, not events of their own
) STRICT, WITHOUT ROWID;

-- who came in, who was refused: hash-linked, append-only
CREATE TABLE IF NOT EXISTS accesso_evento (
	n INTEGER PRIMARY KEY,
	ora TEXT NOT NULL,
	tipo TEXT NOT NULL,
	utente TEXT,			-- NULL: nobody known
	indirizzo TEXT NOT NULL,
	esito TEXT NOT NULL CHECK (esito IN ('riuscito', 'rifiutato')),
	dettaglio TEXT NOT NULL,
	precedente TEXT NOT NULL,
	impronta TEXT NOT NULL
) STRICT;
CREATE INDEX IF NOT EXISTS accesso_evento_utente ON accesso_evento (utente, n);
CREATE TRIGGER IF NOT EXISTS accesso_evento_update
BEFORE UPDATE ON accesso_evento BEGIN
	SELECT raise(ABORT, 'accesso_evento: il registro degli accessi non si modifica');
END;
CREATE TRIGGER IF NOT EXISTS accesso_evento_delete
BEFORE DELETE ON accesso_evento BEGIN
	SELECT raise(ABORT, 'accesso_evento: il registro degli accessi non si modifica');
END;
CREATE TRIGGER IF NOT EXISTS accesso_evento_insert
BEFORE INSERT ON accesso_evento
WHEN NEW.n <> (SELECT coalesce(max(n), 0) + 1 FROM accesso_evento) BEGIN
	SELECT raise(ABORT, 'accesso_evento: il numero non segue l''ultimo');
END;
