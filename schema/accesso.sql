-- SPDX-License-Identifier: EUPL-1.2
-- accesso.sql: what belongs to who works here and to no folder: today only the
-- drafts not sent yet (docs/formato.md §9).  Not rebuilt from anything.
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
