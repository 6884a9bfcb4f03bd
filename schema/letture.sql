-- SPDX-License-Identifier: EUPL-1.2
-- letture.sql: the read log (docs/formato.md §9): hash-linked, append-only.
CREATE TABLE lettura (
	n INTEGER PRIMARY KEY,
	ora TEXT NOT NULL,
	operatore TEXT NOT NULL,
	per TEXT,
	atto TEXT NOT NULL,
	oggetto TEXT NOT NULL,
	esito TEXT NOT NULL CHECK (esito IN ('mostrato', 'negato')),
	precedente TEXT NOT NULL,
	impronta TEXT NOT NULL
) STRICT;
CREATE INDEX lettura_oggetto ON lettura (oggetto);
CREATE TRIGGER lettura_update BEFORE UPDATE ON lettura BEGIN
	SELECT raise(ABORT, 'lettura: il registro delle letture non si modifica');
END;
CREATE TRIGGER lettura_delete BEFORE DELETE ON lettura BEGIN
	SELECT raise(ABORT, 'lettura: il registro delle letture non si modifica');
END;
CREATE TRIGGER lettura_insert BEFORE INSERT ON lettura
WHEN NEW.n <> (SELECT coalesce(max(n), 0) + 1 FROM lettura) BEGIN
	SELECT raise(ABORT, 'lettura: il numero non segue l''ultimo');
END;
