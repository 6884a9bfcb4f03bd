-- SPDX-License-Identifier: EUPL-1.2
-- registro.sql: the register of a store (docs/formato.md §9).

-- ===== the fixed part: append-only, below the application =====

-- the chain: one row an act (docs/formato.md §6)
CREATE TABLE catena (
	seq INTEGER PRIMARY KEY,
	ora TEXT NOT NULL,
	atto TEXT NOT NULL,
	operatore TEXT NOT NULL,
	per TEXT,
	istanza TEXT NOT NULL UNIQUE,
	istanza_impronta TEXT NOT NULL,
	casa TEXT NOT NULL,
	giornale TEXT NOT NULL,
	precedente TEXT NOT NULL,
	impronta TEXT NOT NULL
) STRICT;
CREATE TRIGGER catena_update BEFORE UPDATE ON catena BEGIN
	SELECT raise(ABORT, 'catena: i fatti registrati non si modificano (art. 53 DPR 445/2000)');
END;
CREATE TRIGGER catena_delete BEFORE DELETE ON catena BEGIN
	SELECT raise(ABORT, 'catena: i fatti registrati non si modificano (art. 53 DPR 445/2000)');
END;
CREATE TRIGGER catena_insert BEFORE INSERT ON catena
WHEN EXISTS (SELECT 1 FROM catena WHERE NEW.seq = seq OR NEW.istanza = istanza) BEGIN
	SELECT raise(ABORT, 'catena: la riga esiste già');
END;

CREATE TABLE catena_cartella (
	seq INTEGER NOT NULL REFERENCES catena,
	ordine INTEGER NOT NULL,
	cartella TEXT NOT NULL,
	PRIMARY KEY (seq, ordine)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER catena_cartella_update BEFORE UPDATE ON catena_cartella BEGIN
	SELECT raise(ABORT, 'catena_cartella: i fatti registrati non si modificano (art. 53 DPR 445/2000)');
END;
CREATE TRIGGER catena_cartella_delete BEFORE DELETE ON catena_cartella BEGIN
	SELECT raise(ABORT, 'catena_cartella: i fatti registrati non si modificano (art. 53 DPR 445/2000)');
END;
CREATE TRIGGER catena_cartella_insert BEFORE INSERT ON catena_cartella
WHEN EXISTS (SELECT 1 FROM catena_cartella WHERE NEW.seq = seq AND NEW.ordine = ordine) BEGIN
	SELECT raise(ABORT, 'catena_cartella: la riga esiste già');
END;

CREATE TABLE documento (
	seq INTEGER NOT NULL REFERENCES catena,
	cartella TEXT NOT NULL,
	percorso TEXT NOT NULL,
	segno TEXT NOT NULL,
	id TEXT NOT NULL,	-- not in the chain; where it is not known, the segno
	tipo TEXT NOT NULL,
	impronta TEXT NOT NULL,
	PRIMARY KEY (seq, cartella, percorso)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER documento_update BEFORE UPDATE ON documento BEGIN
	SELECT raise(ABORT, 'documento: i fatti registrati non si modificano (art. 53 DPR 445/2000)');
END;
CREATE TRIGGER documento_delete BEFORE DELETE ON documento BEGIN
	SELECT raise(ABORT, 'documento: i fatti registrati non si modificano (art. 53 DPR 445/2000)');
END;
CREATE TRIGGER documento_insert BEFORE INSERT ON documento
WHEN EXISTS (SELECT 1 FROM documento WHERE NEW.seq = seq AND NEW.cartella = cartella AND NEW.percorso = percorso) BEGIN
	SELECT raise(ABORT, 'documento: la riga esiste già');
END;

CREATE TABLE catena_allegato (
	seq INTEGER NOT NULL REFERENCES catena,
	impronta TEXT NOT NULL,
	PRIMARY KEY (seq, impronta)
) STRICT, WITHOUT ROWID;
CREATE INDEX catena_allegato_impronta ON catena_allegato (impronta);
CREATE TRIGGER catena_allegato_update BEFORE UPDATE ON catena_allegato BEGIN
	SELECT raise(ABORT, 'catena_allegato: i fatti registrati non si modificano (art. 53 DPR 445/2000)');
END;
CREATE TRIGGER catena_allegato_delete BEFORE DELETE ON catena_allegato BEGIN
	SELECT raise(ABORT, 'catena_allegato: i fatti registrati non si modificano (art. 53 DPR 445/2000)');
END;
CREATE TRIGGER catena_allegato_insert BEFORE INSERT ON catena_allegato
WHEN EXISTS (SELECT 1 FROM catena_allegato WHERE NEW.seq = seq AND NEW.impronta = impronta) BEGIN
	SELECT raise(ABORT, 'catena_allegato: la riga esiste già');
END;

-- where the commits of an act are; not hashed: git ids only address
CREATE TABLE posto (
	seq INTEGER NOT NULL REFERENCES catena,
	cartella TEXT NOT NULL,
	commit_id TEXT NOT NULL,
	PRIMARY KEY (seq, cartella, commit_id)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER posto_update BEFORE UPDATE ON posto BEGIN
	SELECT raise(ABORT, 'posto: i fatti registrati non si modificano (art. 53 DPR 445/2000)');
END;
CREATE TRIGGER posto_delete BEFORE DELETE ON posto BEGIN
	SELECT raise(ABORT, 'posto: i fatti registrati non si modificano (art. 53 DPR 445/2000)');
END;
CREATE TRIGGER posto_insert BEFORE INSERT ON posto
WHEN EXISTS (SELECT 1 FROM posto WHERE NEW.seq = seq AND NEW.cartella = cartella AND NEW.commit_id = commit_id) BEGIN
	SELECT raise(ABORT, 'posto: la riga esiste già');
END;

-- DPR 445/2000 art. 53: set once, never changed
CREATE TABLE registrazione (
	anno INTEGER NOT NULL,
	numero INTEGER NOT NULL,
	seq INTEGER NOT NULL REFERENCES catena,
	documento TEXT NOT NULL,
	ora TEXT NOT NULL,
	operatore TEXT NOT NULL,
	flusso TEXT NOT NULL,
	oggetto TEXT NOT NULL,
	riservata INTEGER NOT NULL,
	riservata_motivo TEXT,
	riservata_fino TEXT,
	mezzo TEXT,
	data_arrivo TEXT,
	protocollo_mittente TEXT,
	protocollo_mittente_data TEXT,
	classifica TEXT NOT NULL,
	tipo TEXT,
	differita_motivo TEXT,
	differita_autorizzazione TEXT,
	sostituisce_anno INTEGER,
	sostituisce_numero INTEGER,
	cartacei INTEGER,
	cartacei_descrizione TEXT,
	PRIMARY KEY (anno, numero)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER registrazione_update BEFORE UPDATE ON registrazione BEGIN
	SELECT raise(ABORT, 'registrazione: i fatti registrati non si modificano (art. 53 DPR 445/2000)');
END;
CREATE TRIGGER registrazione_delete BEFORE DELETE ON registrazione BEGIN
	SELECT raise(ABORT, 'registrazione: i fatti registrati non si modificano (art. 53 DPR 445/2000)');
END;
CREATE TRIGGER registrazione_insert BEFORE INSERT ON registrazione
WHEN EXISTS (SELECT 1 FROM registrazione WHERE NEW.anno = anno AND NEW.numero = numero) BEGIN
	SELECT raise(ABORT, 'registrazione: la riga esiste già');
END;

CREATE TABLE soggetto (
	anno INTEGER NOT NULL,
	numero INTEGER NOT NULL,
	ordine INTEGER NOT NULL,
	parte TEXT NOT NULL CHECK (parte IN ('mittente', 'destinatario')),
	denominazione TEXT NOT NULL,
	codice_ipa TEXT,
	indirizzo TEXT,
	pec TEXT,
	PRIMARY KEY (anno, numero, ordine),
	FOREIGN KEY (anno, numero) REFERENCES registrazione
) STRICT, WITHOUT ROWID;
CREATE TRIGGER soggetto_update BEFORE UPDATE ON soggetto BEGIN
	SELECT raise(ABORT, 'soggetto: i fatti registrati non si modificano (art. 53 DPR 445/2000)');
END;
CREATE TRIGGER soggetto_delete BEFORE DELETE ON soggetto BEGIN
	SELECT raise(ABORT, 'soggetto: i fatti registrati non si modificano (art. 53 DPR 445/2000)');
END;
CREATE TRIGGER soggetto_insert BEFORE INSERT ON soggetto
WHEN EXISTS (SELECT 1 FROM soggetto WHERE NEW.anno = anno AND NEW.numero = numero AND NEW.ordine = ordine) BEGIN
	SELECT raise(ABORT, 'soggetto: la riga esiste già');
END;

-- ordine 0 is the main document; its bytes are named by impronta
CREATE TABLE file (
	anno INTEGER NOT NULL,
	numero INTEGER NOT NULL,
	ordine INTEGER NOT NULL,
	nome TEXT NOT NULL,
	impronta TEXT NOT NULL,
	tipo TEXT NOT NULL,
	dimensione INTEGER NOT NULL,
	nota TEXT,
	PRIMARY KEY (anno, numero, ordine),
	FOREIGN KEY (anno, numero) REFERENCES registrazione
) STRICT, WITHOUT ROWID;
CREATE TRIGGER file_update BEFORE UPDATE ON file BEGIN
	SELECT raise(ABORT, 'file: i fatti registrati non si modificano (art. 53 DPR 445/2000)');
END;
CREATE TRIGGER file_delete BEFORE DELETE ON file BEGIN
	SELECT raise(ABORT, 'file: i fatti registrati non si modificano (art. 53 DPR 445/2000)');
END;
CREATE TRIGGER file_insert BEFORE INSERT ON file
WHEN EXISTS (SELECT 1 FROM file WHERE NEW.anno = anno AND NEW.numero = numero AND NEW.ordine = ordine) BEGIN
	SELECT raise(ABORT, 'file: la riga esiste già');
END;

CREATE TRIGGER catena_seguito BEFORE INSERT ON catena
WHEN NEW.seq <> (SELECT coalesce(max(seq), 0) + 1 FROM catena) BEGIN
	SELECT raise(ABORT, 'catena: il numero non segue l''ultimo');
END;
CREATE TRIGGER registrazione_seguito BEFORE INSERT ON registrazione
WHEN NEW.numero <> 1 + max((SELECT coalesce(max(numero), 0)
    FROM registrazione WHERE anno = NEW.anno),
    (SELECT coalesce(max(al), 0) FROM perduto
    WHERE serie = 'PG' AND anno = NEW.anno)) BEGIN
	SELECT raise(ABORT, 'registrazione: il numero non segue l''ultimo');
END;
CREATE INDEX catena_casa ON catena (casa);
CREATE INDEX posto_cartella ON posto (cartella, seq);
CREATE INDEX registrazione_seq ON registrazione (seq);
CREATE INDEX documento_id ON documento (id);
CREATE INDEX file_impronta ON file (impronta);
CREATE INDEX registrazione_sostituisce
    ON registrazione (sostituisce_anno, sostituisce_numero)
    WHERE sostituisce_numero IS NOT NULL;

-- ----- corrections -----

-- what somebody asked to correct
CREATE TABLE richiesta_correzione (
	anno INTEGER NOT NULL,
	numero INTEGER NOT NULL,
	ordine INTEGER NOT NULL,
	tipo TEXT NOT NULL CHECK (tipo IN ('rettifica', 'annullamento')),
	campo TEXT,
	motivo TEXT NOT NULL,
	richiedente TEXT NOT NULL,
	operatore TEXT NOT NULL,
	ora TEXT NOT NULL,
	seq INTEGER NOT NULL REFERENCES catena,
	PRIMARY KEY (anno, numero, ordine),
	FOREIGN KEY (anno, numero) REFERENCES registrazione
) STRICT, WITHOUT ROWID;
CREATE INDEX richiesta_correzione_seq ON richiesta_correzione (seq);
CREATE TRIGGER richiesta_correzione_update BEFORE UPDATE ON richiesta_correzione BEGIN
	SELECT raise(ABORT, 'richiesta_correzione: i fatti registrati non si modificano (art. 53 DPR 445/2000)');
END;
CREATE TRIGGER richiesta_correzione_delete BEFORE DELETE ON richiesta_correzione BEGIN
	SELECT raise(ABORT, 'richiesta_correzione: i fatti registrati non si modificano (art. 53 DPR 445/2000)');
END;
CREATE TRIGGER richiesta_correzione_insert BEFORE INSERT ON richiesta_correzione
WHEN EXISTS (SELECT 1 FROM richiesta_correzione WHERE NEW.anno = anno AND NEW.numero = numero AND NEW.ordine = ordine) BEGIN
	SELECT raise(ABORT, 'richiesta_correzione: la riga esiste già');
END;

-- fields renewed; prima is what stood there, for ever (art. 54)
CREATE TABLE rettifica (
	anno INTEGER NOT NULL,
	numero INTEGER NOT NULL,
	ordine INTEGER NOT NULL,
	campo TEXT NOT NULL,
	posto INTEGER NOT NULL,
	prima TEXT,
	dopo TEXT NOT NULL,
	motivo TEXT NOT NULL,
	provvedimento TEXT NOT NULL,
	richiesta INTEGER,
	operatore TEXT NOT NULL,
	ora TEXT NOT NULL,
	seq INTEGER NOT NULL REFERENCES catena,
	PRIMARY KEY (anno, numero, ordine),
	FOREIGN KEY (anno, numero) REFERENCES registrazione
) STRICT, WITHOUT ROWID;
CREATE INDEX rettifica_seq ON rettifica (seq);
CREATE TRIGGER rettifica_update BEFORE UPDATE ON rettifica BEGIN
	SELECT raise(ABORT, 'rettifica: i fatti registrati non si modificano (art. 53 DPR 445/2000)');
END;
CREATE TRIGGER rettifica_delete BEFORE DELETE ON rettifica BEGIN
	SELECT raise(ABORT, 'rettifica: i fatti registrati non si modificano (art. 53 DPR 445/2000)');
END;
CREATE TRIGGER rettifica_insert BEFORE INSERT ON rettifica
WHEN EXISTS (SELECT 1 FROM rettifica WHERE NEW.anno = anno AND NEW.numero = numero AND NEW.ordine = ordine) BEGIN
	SELECT raise(ABORT, 'rettifica: la riga esiste già');
END;

-- whole registrations annulled; the number is never used again
CREATE TABLE annullamento (
	anno INTEGER NOT NULL,
	numero INTEGER NOT NULL,
	motivo TEXT NOT NULL,
	provvedimento TEXT,
	repertorio_anno INTEGER NOT NULL,
	repertorio_numero INTEGER NOT NULL,
	richiesta INTEGER,
	richiedente TEXT NOT NULL,
	inoltrata INTEGER NOT NULL,
	operatore TEXT NOT NULL,
	ora TEXT NOT NULL,
	seq INTEGER NOT NULL REFERENCES catena,
	PRIMARY KEY (anno, numero),
	FOREIGN KEY (anno, numero) REFERENCES registrazione
) STRICT, WITHOUT ROWID;
CREATE INDEX annullamento_seq ON annullamento (seq);
CREATE TRIGGER annullamento_update BEFORE UPDATE ON annullamento BEGIN
	SELECT raise(ABORT, 'annullamento: i fatti registrati non si modificano (art. 53 DPR 445/2000)');
END;
CREATE TRIGGER annullamento_delete BEFORE DELETE ON annullamento BEGIN
	SELECT raise(ABORT, 'annullamento: i fatti registrati non si modificano (art. 53 DPR 445/2000)');
END;
CREATE TRIGGER annullamento_insert BEFORE INSERT ON annullamento
WHEN EXISTS (SELECT 1 FROM annullamento WHERE NEW.anno = anno AND NEW.numero = numero) BEGIN
	SELECT raise(ABORT, 'annullamento: la riga esiste già');
END;

-- a registration becomes riservata, or is so no more
CREATE TABLE riserva (
	anno INTEGER NOT NULL,
	numero INTEGER NOT NULL,
	ordine INTEGER NOT NULL,
	riservata INTEGER NOT NULL,
	motivo TEXT NOT NULL,
	fino TEXT,
	operatore TEXT NOT NULL,
	ora TEXT NOT NULL,
	seq INTEGER NOT NULL REFERENCES catena,
	PRIMARY KEY (anno, numero, ordine),
	FOREIGN KEY (anno, numero) REFERENCES registrazione
) STRICT, WITHOUT ROWID;
CREATE INDEX riserva_seq ON riserva (seq);
CREATE TRIGGER riserva_update BEFORE UPDATE ON riserva BEGIN
	SELECT raise(ABORT, 'riserva: i fatti registrati non si modificano (art. 53 DPR 445/2000)');
END;
CREATE TRIGGER riserva_delete BEFORE DELETE ON riserva BEGIN
	SELECT raise(ABORT, 'riserva: i fatti registrati non si modificano (art. 53 DPR 445/2000)');
END;
CREATE TRIGGER riserva_insert BEFORE INSERT ON riserva
WHEN EXISTS (SELECT 1 FROM riserva WHERE NEW.anno = anno AND NEW.numero = numero AND NEW.ordine = ordine) BEGIN
	SELECT raise(ABORT, 'riserva: la riga esiste già');
END;

-- ----- repertories -----

-- entries of the independent registers; numbers restart every year
CREATE TABLE voce_repertorio (
	repertorio TEXT NOT NULL,
	anno INTEGER NOT NULL,
	numero INTEGER NOT NULL,
	seq INTEGER NOT NULL REFERENCES catena,
	documento TEXT NOT NULL,
	ora TEXT NOT NULL,
	operatore TEXT NOT NULL,
	ufficio TEXT,
	oggetto TEXT NOT NULL,
	data_documento TEXT,
	autore TEXT,
	riservata INTEGER NOT NULL,
	protocollo_anno INTEGER,
	protocollo_numero INTEGER,
	PRIMARY KEY (repertorio, anno, numero)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER voce_repertorio_update BEFORE UPDATE ON voce_repertorio BEGIN
	SELECT raise(ABORT, 'voce_repertorio: i fatti registrati non si modificano (art. 53 DPR 445/2000)');
END;
CREATE TRIGGER voce_repertorio_delete BEFORE DELETE ON voce_repertorio BEGIN
	SELECT raise(ABORT, 'voce_repertorio: i fatti registrati non si modificano (art. 53 DPR 445/2000)');
END;
CREATE TRIGGER voce_repertorio_insert BEFORE INSERT ON voce_repertorio
WHEN EXISTS (SELECT 1 FROM voce_repertorio WHERE NEW.repertorio = repertorio AND NEW.anno = anno AND NEW.numero = numero) BEGIN
	SELECT raise(ABORT, 'voce_repertorio: la riga esiste già');
END;
CREATE TRIGGER voce_repertorio_seguito BEFORE INSERT ON voce_repertorio
WHEN NEW.numero <> 1 + max((SELECT coalesce(max(numero), 0)
    FROM voce_repertorio WHERE repertorio = NEW.repertorio AND anno = NEW.anno),
    (SELECT coalesce(max(al), 0) FROM perduto
    WHERE serie = 'R:' || NEW.repertorio AND anno = NEW.anno)) BEGIN
	SELECT raise(ABORT, 'voce_repertorio: il numero non segue l''ultimo');
END;
CREATE INDEX voce_repertorio_seq ON voce_repertorio (seq);
CREATE TABLE file_repertorio (
	repertorio TEXT NOT NULL,
	anno INTEGER NOT NULL,
	numero INTEGER NOT NULL,
	ordine INTEGER NOT NULL,
	nome TEXT NOT NULL,
	impronta TEXT NOT NULL,
	tipo TEXT NOT NULL,
	dimensione INTEGER NOT NULL,
	PRIMARY KEY (repertorio, anno, numero, ordine),
	FOREIGN KEY (repertorio, anno, numero) REFERENCES voce_repertorio
) STRICT, WITHOUT ROWID;
CREATE TRIGGER file_repertorio_update BEFORE UPDATE ON file_repertorio BEGIN
	SELECT raise(ABORT, 'file_repertorio: i fatti registrati non si modificano (art. 53 DPR 445/2000)');
END;
CREATE TRIGGER file_repertorio_delete BEFORE DELETE ON file_repertorio BEGIN
	SELECT raise(ABORT, 'file_repertorio: i fatti registrati non si modificano (art. 53 DPR 445/2000)');
END;
CREATE TRIGGER file_repertorio_insert BEFORE INSERT ON file_repertorio
WHEN EXISTS (SELECT 1 FROM file_repertorio WHERE NEW.repertorio = repertorio AND NEW.anno = anno AND NEW.numero = numero AND NEW.ordine = ordine) BEGIN
	SELECT raise(ABORT, 'file_repertorio: la riga esiste già');
END;

-- ----- days -----

-- the daily register of each ended day, empty ones too; ultimo is the last link
-- of the chain at the end of the day, lettura_ultima the last row of the read
-- log; primo is NULL on a day without acts
CREATE TABLE giornaliero (
	data TEXT PRIMARY KEY,
	documento TEXT NOT NULL,
	impronta TEXT NOT NULL,
	precedente TEXT NOT NULL,
	registrazioni INTEGER NOT NULL,
	primo INTEGER,
	ultimo INTEGER NOT NULL,
	anello TEXT NOT NULL,
	letture INTEGER NOT NULL,
	lettura_ultima INTEGER NOT NULL,
	lettura_impronta TEXT NOT NULL,
	seq INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TRIGGER giornaliero_update BEFORE UPDATE ON giornaliero BEGIN
	SELECT raise(ABORT, 'giornaliero: i fatti registrati non si modificano (art. 53 DPR 445/2000)');
END;
CREATE TRIGGER giornaliero_delete BEFORE DELETE ON giornaliero BEGIN
	SELECT raise(ABORT, 'giornaliero: i fatti registrati non si modificano (art. 53 DPR 445/2000)');
END;
CREATE TRIGGER giornaliero_insert BEFORE INSERT ON giornaliero
WHEN EXISTS (SELECT 1 FROM giornaliero WHERE NEW.data = data) BEGIN
	SELECT raise(ABORT, 'giornaliero: la riga esiste già');
END;
CREATE TRIGGER giornaliero_seguito BEFORE INSERT ON giornaliero
WHEN NEW.data <> (SELECT date(max(data), '+1 day') FROM giornaliero) BEGIN
	SELECT raise(ABORT, 'giornaliero: il giorno non segue l''ultimo');
END;

-- a day sealed: its paper and the signature over it; anno is where their bytes
-- are
CREATE TABLE chiusura_giorno (
	data TEXT PRIMARY KEY REFERENCES giornaliero,
	giornaliero TEXT NOT NULL,
	pdf TEXT NOT NULL,
	manifesto TEXT NOT NULL,
	firma TEXT NOT NULL,
	utente TEXT,
	chiave TEXT NOT NULL,
	ora TEXT NOT NULL,
	anno INTEGER NOT NULL,
	seq INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TRIGGER chiusura_giorno_update BEFORE UPDATE ON chiusura_giorno BEGIN
	SELECT raise(ABORT, 'chiusura_giorno: i fatti registrati non si modificano (art. 53 DPR 445/2000)');
END;
CREATE TRIGGER chiusura_giorno_delete BEFORE DELETE ON chiusura_giorno BEGIN
	SELECT raise(ABORT, 'chiusura_giorno: i fatti registrati non si modificano (art. 53 DPR 445/2000)');
END;
CREATE TRIGGER chiusura_giorno_insert BEFORE INSERT ON chiusura_giorno
WHEN EXISTS (SELECT 1 FROM chiusura_giorno WHERE NEW.data = data) BEGIN
	SELECT raise(ABORT, 'chiusura_giorno: la riga esiste già');
END;
CREATE TRIGGER chiusura_giorno_seguito BEFORE INSERT ON chiusura_giorno
WHEN NEW.data <> (SELECT coalesce(date((SELECT max(data) FROM chiusura_giorno),
    '+1 day'), (SELECT min(data) FROM giornaliero))) BEGIN
	SELECT raise(ABORT, 'chiusura_giorno: il giorno non segue l''ultimo chiuso');
END;

-- ----- emergency -----

-- the number a document had in the emergency register, and the ordinary one it
-- was given on return (DPR 445/2000 art. 63); in a kit it has none yet
CREATE TABLE emergenza (
	anno INTEGER NOT NULL,
	numero INTEGER NOT NULL,
	seq INTEGER NOT NULL REFERENCES catena,
	ora TEXT NOT NULL,
	operatore TEXT NOT NULL,
	riservata INTEGER NOT NULL,
	protocollo_anno INTEGER,
	protocollo_numero INTEGER,
	PRIMARY KEY (anno, numero),
	UNIQUE (protocollo_anno, protocollo_numero),
	FOREIGN KEY (protocollo_anno, protocollo_numero) REFERENCES registrazione
) STRICT, WITHOUT ROWID;
CREATE TRIGGER emergenza_update BEFORE UPDATE ON emergenza BEGIN
	SELECT raise(ABORT, 'emergenza: i fatti registrati non si modificano (art. 53 DPR 445/2000)');
END;
CREATE TRIGGER emergenza_delete BEFORE DELETE ON emergenza BEGIN
	SELECT raise(ABORT, 'emergenza: i fatti registrati non si modificano (art. 53 DPR 445/2000)');
END;
CREATE TRIGGER emergenza_insert BEFORE INSERT ON emergenza
WHEN EXISTS (SELECT 1 FROM emergenza WHERE NEW.anno = anno AND NEW.numero = numero OR NEW.protocollo_anno = protocollo_anno AND NEW.protocollo_numero = protocollo_numero) BEGIN
	SELECT raise(ABORT, 'emergenza: la riga esiste già');
END;
CREATE INDEX emergenza_seq ON emergenza (seq);
CREATE INDEX emergenza_ora ON emergenza (ora);

-- ----- copies of papers -----

-- files added to a registration after it was made
CREATE TABLE copia_acquisita (
	anno INTEGER NOT NULL,
	numero INTEGER NOT NULL,
	ordine INTEGER NOT NULL,
	parte INTEGER NOT NULL,
	nome TEXT NOT NULL,
	impronta TEXT NOT NULL,
	tipo TEXT NOT NULL,
	dimensione INTEGER NOT NULL,
	conformita TEXT NOT NULL,
	operatore TEXT NOT NULL,
	ora TEXT NOT NULL,
	seq INTEGER NOT NULL REFERENCES catena,
	PRIMARY KEY (anno, numero, ordine, parte)
) STRICT, WITHOUT ROWID;
CREATE INDEX copia_acquisita_seq ON copia_acquisita (seq);
CREATE INDEX copia_acquisita_impronta ON copia_acquisita (impronta);
CREATE TRIGGER copia_acquisita_update BEFORE UPDATE ON copia_acquisita BEGIN
	SELECT raise(ABORT, 'copia_acquisita: i fatti registrati non si modificano (art. 53 DPR 445/2000)');
END;
CREATE TRIGGER copia_acquisita_delete BEFORE DELETE ON copia_acquisita BEGIN
	SELECT raise(ABORT, 'copia_acquisita: i fatti registrati non si modificano (art. 53 DPR 445/2000)');
END;
CREATE TRIGGER copia_acquisita_insert BEFORE INSERT ON copia_acquisita
WHEN EXISTS (SELECT 1 FROM copia_acquisita WHERE NEW.anno = anno AND NEW.numero = numero AND NEW.ordine = ordine AND NEW.parte = parte) BEGIN
	SELECT raise(ABORT, 'copia_acquisita: la riga esiste già');
END;

-- ----- the number of another register -----

CREATE TABLE esterno (
	registro TEXT NOT NULL,
	numero_esterno TEXT NOT NULL,
	data TEXT NOT NULL,
	anno INTEGER NOT NULL,
	numero INTEGER NOT NULL,
	seq INTEGER NOT NULL REFERENCES catena,
	PRIMARY KEY (anno, numero),
	UNIQUE (registro, data, numero_esterno),
	FOREIGN KEY (anno, numero) REFERENCES registrazione
) STRICT, WITHOUT ROWID;
CREATE INDEX esterno_seq ON esterno (seq);
CREATE INDEX esterno_numero ON esterno (numero_esterno);
CREATE TRIGGER esterno_update BEFORE UPDATE ON esterno BEGIN
	SELECT raise(ABORT, 'esterno: i fatti registrati non si modificano (art. 53 DPR 445/2000)');
END;
CREATE TRIGGER esterno_delete BEFORE DELETE ON esterno BEGIN
	SELECT raise(ABORT, 'esterno: i fatti registrati non si modificano (art. 53 DPR 445/2000)');
END;
CREATE TRIGGER esterno_insert BEFORE INSERT ON esterno
WHEN EXISTS (SELECT 1 FROM esterno WHERE NEW.anno = anno AND NEW.numero = numero OR NEW.registro = registro AND NEW.data = data AND NEW.numero_esterno = numero_esterno) BEGIN
	SELECT raise(ABORT, 'esterno: la riga esiste già');
END;

-- ----- sending -----

-- every sending of an uscita, one row an addressee
CREATE TABLE spedizione (
	anno INTEGER NOT NULL,
	numero INTEGER NOT NULL,
	ordine INTEGER NOT NULL,
	destinatario INTEGER NOT NULL,
	mezzo TEXT NOT NULL,
	data TEXT NOT NULL,
	estremi TEXT,
	nota TEXT,
	operatore TEXT NOT NULL,
	ora TEXT NOT NULL,
	seq INTEGER NOT NULL REFERENCES catena,
	PRIMARY KEY (anno, numero, ordine, destinatario),
	FOREIGN KEY (anno, numero) REFERENCES registrazione
) STRICT, WITHOUT ROWID;
CREATE INDEX spedizione_seq ON spedizione (seq);
CREATE TRIGGER spedizione_update BEFORE UPDATE ON spedizione BEGIN
	SELECT raise(ABORT, 'spedizione: i fatti registrati non si modificano (art. 53 DPR 445/2000)');
END;
CREATE TRIGGER spedizione_delete BEFORE DELETE ON spedizione BEGIN
	SELECT raise(ABORT, 'spedizione: i fatti registrati non si modificano (art. 53 DPR 445/2000)');
END;
CREATE TRIGGER spedizione_insert BEFORE INSERT ON spedizione
WHEN EXISTS (SELECT 1 FROM spedizione WHERE NEW.anno = anno AND NEW.numero = numero AND NEW.ordine = ordine AND NEW.destinatario = destinatario) BEGIN
	SELECT raise(ABORT, 'spedizione: la riga esiste già');
END;

-- what came back; the file is named by impronta
CREATE TABLE ricevuta_spedizione (
	anno INTEGER NOT NULL,
	numero INTEGER NOT NULL,
	ordine INTEGER NOT NULL,
	destinatario INTEGER NOT NULL,
	esito TEXT NOT NULL,
	data TEXT NOT NULL,
	estremi TEXT,
	nome TEXT,
	impronta TEXT,
	tipo TEXT,
	dimensione INTEGER,
	operatore TEXT NOT NULL,
	ora TEXT NOT NULL,
	seq INTEGER NOT NULL REFERENCES catena,
	PRIMARY KEY (anno, numero, ordine),
	FOREIGN KEY (anno, numero) REFERENCES registrazione
) STRICT, WITHOUT ROWID;
CREATE INDEX ricevuta_spedizione_seq ON ricevuta_spedizione (seq);
CREATE TRIGGER ricevuta_spedizione_update BEFORE UPDATE ON ricevuta_spedizione BEGIN
	SELECT raise(ABORT, 'ricevuta_spedizione: i fatti registrati non si modificano (art. 53 DPR 445/2000)');
END;
CREATE TRIGGER ricevuta_spedizione_delete BEFORE DELETE ON ricevuta_spedizione BEGIN
	SELECT raise(ABORT, 'ricevuta_spedizione: i fatti registrati non si modificano (art. 53 DPR 445/2000)');
END;
CREATE TRIGGER ricevuta_spedizione_insert BEFORE INSERT ON ricevuta_spedizione
WHEN EXISTS (SELECT 1 FROM ricevuta_spedizione WHERE NEW.anno = anno AND NEW.numero = numero AND NEW.ordine = ordine) BEGIN
	SELECT raise(ABORT, 'ricevuta_spedizione: la riga esiste già');
END;

-- ----- archived registers -----

-- rows of registers kept before this one, as they were brought in
CREATE TABLE storico (
	origine TEXT NOT NULL,
	anno INTEGER NOT NULL,
	numero TEXT NOT NULL,
	riga INTEGER NOT NULL,
	data TEXT NOT NULL,
	flusso TEXT NOT NULL,
	oggetto TEXT NOT NULL,
	corrispondente TEXT,
	protocollo_mittente TEXT,
	classifica TEXT,
	annullata INTEGER NOT NULL,
	riservata INTEGER NOT NULL,
	nota TEXT,
	chiave INTEGER NOT NULL UNIQUE,
	seq INTEGER NOT NULL REFERENCES catena,
	PRIMARY KEY (origine, anno, numero)
) STRICT, WITHOUT ROWID;
CREATE INDEX storico_seq ON storico (seq);
CREATE INDEX storico_riga ON storico (origine, anno, riga);
CREATE TRIGGER storico_update BEFORE UPDATE ON storico BEGIN
	SELECT raise(ABORT, 'storico: i fatti registrati non si modificano (art. 53 DPR 445/2000)');
END;
CREATE TRIGGER storico_delete BEFORE DELETE ON storico BEGIN
	SELECT raise(ABORT, 'storico: i fatti registrati non si modificano (art. 53 DPR 445/2000)');
END;
CREATE TRIGGER storico_insert BEFORE INSERT ON storico
WHEN EXISTS (SELECT 1 FROM storico WHERE NEW.origine = origine AND NEW.anno = anno AND NEW.numero = numero OR NEW.chiave = chiave) BEGIN
	SELECT raise(ABORT, 'storico: la riga esiste già');
END;

-- ===== working tables =====

-- the head of each folder, as of the last COMMIT; atti counts its journal
CREATE TABLE testa (
	cartella TEXT PRIMARY KEY,
	commit_id TEXT NOT NULL,
	atti INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
-- branches to move after COMMIT, tags to be seen (tag has the name of one, a its
-- object), bytes to be destroyed (allegato is their impronta; with a cartella,
-- only their link beside that); fatta carries the boot id
CREATE TABLE mossa (
	n INTEGER PRIMARY KEY,
	cartella TEXT NOT NULL,
	tag TEXT,
	da TEXT NOT NULL,
	a TEXT NOT NULL,
	purga INTEGER NOT NULL,	-- 1: what a does not reach goes for good
	allegato TEXT,
	fatta TEXT
) STRICT;

-- ===== the projected part: what the documents say now =====

CREATE TABLE ente (
	n INTEGER PRIMARY KEY CHECK (n = 1),
	denominazione TEXT NOT NULL,
	codice_ipa TEXT NOT NULL,
	codice_aoo TEXT NOT NULL,
	indirizzo TEXT,
	pec TEXT,
	dimostrativo INTEGER NOT NULL,
	salto_giorni INTEGER NOT NULL,
	esterno TEXT,
	esterno_programma TEXT
) STRICT;
CREATE TABLE ufficio (
	codice TEXT PRIMARY KEY,
	denominazione TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE utente (
	codice TEXT PRIMARY KEY,
	cognome TEXT NOT NULL,
	nome TEXT NOT NULL,
	qualifica TEXT,
	attivo INTEGER NOT NULL,
	comune TEXT,
	ente TEXT
) STRICT, WITHOUT ROWID;
CREATE TABLE utente_login (
	login TEXT PRIMARY KEY,
	utente TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE utente_ruolo (
	utente TEXT NOT NULL,
	ruolo TEXT NOT NULL,
	PRIMARY KEY (utente, ruolo)
) STRICT, WITHOUT ROWID;
CREATE TABLE utente_ufficio (
	utente TEXT NOT NULL,
	ufficio TEXT NOT NULL,
	PRIMARY KEY (utente, ufficio)
) STRICT, WITHOUT ROWID;
CREATE TABLE permesso (
	ruolo TEXT NOT NULL,
	atto TEXT NOT NULL,
	ambito TEXT NOT NULL,
	PRIMARY KEY (ruolo, atto, ambito)
) STRICT, WITHOUT ROWID;
-- the states of accessi and cartelle, and the passages between them
CREATE TABLE procedimento (
	n INTEGER PRIMARY KEY CHECK (n = 1),
	inattivita INTEGER NOT NULL,
	seq INTEGER NOT NULL
) STRICT;
CREATE TABLE passaggio (
	oggetto TEXT NOT NULL,
	da TEXT NOT NULL,
	atto TEXT NOT NULL,
	esito TEXT NOT NULL,
	ordine INTEGER NOT NULL,
	a TEXT NOT NULL,
	PRIMARY KEY (oggetto, da, atto, esito)
) STRICT, WITHOUT ROWID;
CREATE TABLE guardia (
	oggetto TEXT NOT NULL,
	da TEXT NOT NULL,
	atto TEXT NOT NULL,
	esito TEXT NOT NULL,
	ordine INTEGER NOT NULL,
	nome TEXT NOT NULL,
	errore INTEGER NOT NULL,
	PRIMARY KEY (oggetto, da, atto, esito, ordine)
) STRICT, WITHOUT ROWID;
-- who may do what, and on what: joined by every statement that shows a thing
CREATE VIEW potere AS
	SELECT u.codice AS utente, p.atto, p.ambito, r.ruolo
	FROM utente u JOIN utente_ruolo r ON r.utente = u.codice
	JOIN permesso p ON p.ruolo = r.ruolo
	WHERE u.attivo = 1;
-- the same for the types of the documents of a case; '*' is every type
CREATE TABLE permesso_tipo (
	ruolo TEXT NOT NULL,
	tipo TEXT NOT NULL,
	ambito TEXT NOT NULL,
	PRIMARY KEY (ruolo, tipo, ambito)
) STRICT, WITHOUT ROWID;
-- for how many days, at most, an access out of the ordinary, a consultation
CREATE TABLE politica (
	n INTEGER PRIMARY KEY CHECK (n = 1),
	straordinario_giorni INTEGER NOT NULL,
	sigillo_atti INTEGER NOT NULL,
	consultazione_giorni INTEGER NOT NULL
) STRICT;
CREATE VIEW potere_tipo AS
	SELECT u.codice AS utente, p.tipo, p.ambito, r.ruolo
	FROM utente u JOIN utente_ruolo r ON r.utente = u.codice
	JOIN permesso_tipo p ON p.ruolo = r.ruolo
	WHERE u.attivo = 1;
-- each enrolment; utente NULL: the office's seal, al NULL: until revoked
CREATE TABLE chiave (
	impronta TEXT NOT NULL,
	seq INTEGER NOT NULL,
	tipo TEXT NOT NULL,
	utente TEXT,
	qualita TEXT,
	dal TEXT NOT NULL,
	al TEXT,
	custodia TEXT NOT NULL,
	identita TEXT NOT NULL,
	algoritmo TEXT NOT NULL,
	scade TEXT,
	PRIMARY KEY (impronta, seq)
) STRICT, WITHOUT ROWID;
CREATE INDEX chiave_utente ON chiave (utente);
CREATE INDEX chiave_al ON chiave (al);
-- the act that stopped a key; dal: from when it is not believed, '' nothing
-- is taken back
CREATE TABLE chiave_revoca (
	impronta TEXT PRIMARY KEY,
	seq INTEGER NOT NULL,
	revocata TEXT NOT NULL,
	motivo TEXT NOT NULL,
	dal TEXT NOT NULL
) STRICT, WITHOUT ROWID;
-- sets of certificates that are believed; scade: when its list ends
CREATE TABLE fiducia (
	nome TEXT PRIMARY KEY,
	scade TEXT,
	seq INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE ora_confermata (
	seq INTEGER PRIMARY KEY,
	ora TEXT NOT NULL
) STRICT;
-- numbers that were given and of which a disaster left nothing; serie is PG,
-- AC, CS, FA, or R: and a repertory; al < dal: it was declared that none is missing
CREATE TABLE perduto (
	serie TEXT NOT NULL,
	anno INTEGER NOT NULL,
	dal INTEGER NOT NULL,
	al INTEGER NOT NULL,
	seq INTEGER NOT NULL,
	verbale TEXT NOT NULL,
	PRIMARY KEY (serie, anno, dal)
) STRICT, WITHOUT ROWID;
-- up to which link a seal goes: of a day (giorno), or on demand; utente is
-- absent when the office's key made it
CREATE TABLE sigillo (
	ultimo INTEGER NOT NULL,
	seq INTEGER NOT NULL,
	giorno TEXT,
	utente TEXT,
	chiave TEXT NOT NULL,
	PRIMARY KEY (ultimo, seq)
) STRICT, WITHOUT ROWID;
CREATE INDEX sigillo_seq ON sigillo (seq);
-- the tag each seal has in each folder, as its document names them; utente is
-- absent when the office's key signed it
CREATE TABLE tag (
	cartella TEXT NOT NULL,
	nome TEXT NOT NULL,
	oggetto TEXT NOT NULL,
	commit_id TEXT NOT NULL,
	utente TEXT,
	chiave TEXT NOT NULL,
	seq INTEGER NOT NULL,
	PRIMARY KEY (cartella, nome)
) STRICT, WITHOUT ROWID;

-- what was found of a signature, each time it was looked at; firma is the
-- impronta of its bytes (of the file it is in), su of what it signs; anno 0: not
-- of a registration
CREATE TABLE verdetto (
	cartella TEXT NOT NULL,
	percorso TEXT NOT NULL,
	anno INTEGER NOT NULL,
	numero INTEGER NOT NULL,
	seq INTEGER NOT NULL,
	firma TEXT NOT NULL,
	su TEXT,
	ora TEXT NOT NULL,
	operatore TEXT NOT NULL,
	formato TEXT NOT NULL,
	esito TEXT NOT NULL,
	riga TEXT NOT NULL,
	ordine INTEGER NOT NULL,
	PRIMARY KEY (cartella, percorso)
) STRICT, WITHOUT ROWID;
-- the files of a registration, with the copies that came later
CREATE VIEW file_ogni AS
	SELECT anno, numero, nome, impronta FROM file
	UNION ALL
	SELECT anno, numero, nome, impronta FROM copia_acquisita;
CREATE INDEX verdetto_firma ON verdetto (firma);
CREATE INDEX verdetto_su ON verdetto (su) WHERE su IS NOT NULL;
CREATE INDEX verdetto_numero ON verdetto (anno, numero);

-- the last version of every document
CREATE TABLE attuale (
	cartella TEXT NOT NULL,
	percorso TEXT NOT NULL,
	id TEXT NOT NULL,
	tipo TEXT NOT NULL,
	impronta TEXT NOT NULL,
	seq INTEGER NOT NULL,
	PRIMARY KEY (cartella, percorso)
) STRICT, WITHOUT ROWID;

-- versions that were erased: the act that wrote each, the impronta it had, that
-- of the lapide in its place; seq is the erasing act
CREATE TABLE espunto (
	cartella TEXT NOT NULL,
	percorso TEXT NOT NULL,
	versione INTEGER NOT NULL,
	impronta TEXT NOT NULL,
	lapide TEXT NOT NULL,
	seq INTEGER NOT NULL,
	PRIMARY KEY (cartella, percorso, versione)
) STRICT, WITHOUT ROWID;
CREATE INDEX espunto_seq ON espunto (seq);
-- where the commits of an act were before a history was written again
CREATE TABLE posto_prima (
	cartella TEXT NOT NULL,
	commit_id TEXT NOT NULL,
	seq INTEGER NOT NULL,
	dopo TEXT NOT NULL,
	espunzione INTEGER NOT NULL,
	PRIMARY KEY (cartella, commit_id)
) STRICT, WITHOUT ROWID;

-- attachments whose bytes went for good, by the act seq; what an act after it
-- brings under the same impronta is there again
CREATE TABLE distrutto (
	impronta TEXT NOT NULL,
	seq INTEGER NOT NULL,
	cartella TEXT NOT NULL,	-- the document that says so
	percorso TEXT NOT NULL,
	PRIMARY KEY (impronta, seq)
) STRICT, WITHOUT ROWID;
CREATE INDEX distrutto_seq ON distrutto (seq);
-- attachments that came with a case of another body; percorso is the document
-- that names it (the provenienza: only a registration does), anno is where its
-- bytes are
CREATE TABLE allegato_altrui (
	cartella TEXT NOT NULL,
	impronta TEXT NOT NULL,
	percorso TEXT NOT NULL,
	nome TEXT NOT NULL,
	anno INTEGER NOT NULL,
	PRIMARY KEY (cartella, impronta, percorso)
) STRICT, WITHOUT ROWID;

-- each registration as it stands now: corrected, reclassified, annulled; what
-- it was at first stays in registrazione and soggetto
CREATE TABLE protocollo (
	anno INTEGER NOT NULL,
	numero INTEGER NOT NULL,
	giorno TEXT NOT NULL,
	ora TEXT NOT NULL,
	operatore TEXT NOT NULL,
	flusso TEXT NOT NULL,
	oggetto TEXT NOT NULL,
	riservata INTEGER NOT NULL,
	riservata_motivo TEXT,
	riservata_fino TEXT,
	mezzo TEXT,
	data_arrivo TEXT,
	protocollo_mittente TEXT,
	protocollo_mittente_data TEXT,
	classifica TEXT NOT NULL,
	annullata INTEGER NOT NULL,
	seq INTEGER NOT NULL,
	PRIMARY KEY (anno, numero)
) STRICT, WITHOUT ROWID;
CREATE INDEX protocollo_giorno ON protocollo (giorno);
CREATE INDEX protocollo_del_mittente ON protocollo (protocollo_mittente)
    WHERE protocollo_mittente IS NOT NULL;
-- its senders and addressees as they stand now
CREATE TABLE parte (
	anno INTEGER NOT NULL,
	numero INTEGER NOT NULL,
	ordine INTEGER NOT NULL,
	parte TEXT NOT NULL,
	denominazione TEXT NOT NULL,
	codice_ipa TEXT,
	indirizzo TEXT,
	pec TEXT,
	PRIMARY KEY (anno, numero, ordine)
) STRICT, WITHOUT ROWID;

CREATE TABLE presa_visione (
	anno INTEGER NOT NULL,
	numero INTEGER NOT NULL,
	ordine INTEGER NOT NULL,
	utente TEXT NOT NULL,
	ora TEXT NOT NULL,
	seq INTEGER NOT NULL,
	PRIMARY KEY (anno, numero, ordine)
) STRICT, WITHOUT ROWID;
CREATE TABLE accesso (
	anno INTEGER NOT NULL,
	numero INTEGER NOT NULL,
	tipo TEXT NOT NULL,
	stato TEXT NOT NULL,
	protocollo_anno INTEGER,
	protocollo_numero INTEGER,
	ufficio TEXT NOT NULL,
	responsabile TEXT NOT NULL,
	aperto TEXT NOT NULL,
	chiuso TEXT,
	seq INTEGER NOT NULL,
	serie TEXT NOT NULL GENERATED ALWAYS AS ('AC') VIRTUAL,
	PRIMARY KEY (anno, numero)
) STRICT, WITHOUT ROWID;
CREATE INDEX accesso_protocollo ON accesso (protocollo_anno, protocollo_numero);
CREATE INDEX accesso_lavoro ON accesso (responsabile, stato);
CREATE INDEX accesso_ufficio ON accesso (ufficio, stato);
CREATE INDEX accesso_chiuso ON accesso (chiuso) WHERE chiuso IS NOT NULL;
CREATE TABLE cartella (
	anno INTEGER NOT NULL,
	numero INTEGER NOT NULL,
	stato TEXT NOT NULL,
	classifica TEXT NOT NULL,
	accesso_anno INTEGER,
	accesso_numero INTEGER,
	ufficio TEXT NOT NULL,
	responsabile TEXT NOT NULL,
	aperta TEXT NOT NULL,
	chiusa TEXT,
	motivo TEXT,
	seq INTEGER NOT NULL,
	serie TEXT NOT NULL GENERATED ALWAYS AS ('CS') VIRTUAL,
	PRIMARY KEY (anno, numero)
) STRICT, WITHOUT ROWID;
CREATE INDEX cartella_accesso ON cartella (accesso_anno, accesso_numero);
CREATE INDEX cartella_lavoro ON cartella (responsabile, stato);
CREATE INDEX cartella_ufficio ON cartella (ufficio, stato);
CREATE INDEX cartella_chiusa ON cartella (chiusa) WHERE chiusa IS NOT NULL;
-- the last day something was done for the person of a cartella
CREATE TABLE attivita (
	anno INTEGER NOT NULL,
	numero INTEGER NOT NULL,
	ultima TEXT NOT NULL,
	PRIMARY KEY (anno, numero)
) STRICT, WITHOUT ROWID;
-- cartelle whose last proposta was sent back, and since when
CREATE TABLE rinviata (
	anno INTEGER NOT NULL,
	numero INTEGER NOT NULL,
	dal TEXT NOT NULL,
	PRIMARY KEY (anno, numero)
) STRICT, WITHOUT ROWID;
-- who stands in which relation (an ambito) to an accesso (AC) or a cartella
-- (CS), from day to day: one of utente, ufficio, comune, the others ''; cartella
-- and percorso are the document that says so
CREATE TABLE legame (
	serie TEXT NOT NULL,
	anno INTEGER NOT NULL,
	numero INTEGER NOT NULL,
	relazione TEXT NOT NULL,
	utente TEXT NOT NULL,
	ufficio TEXT NOT NULL,
	comune TEXT NOT NULL,
	dal TEXT NOT NULL,
	al TEXT,
	cartella TEXT NOT NULL,
	percorso TEXT NOT NULL,
	seq INTEGER NOT NULL,
	PRIMARY KEY (serie, anno, numero, relazione, utente, ufficio, comune, dal,
	    cartella, percorso)
) STRICT, WITHOUT ROWID;
CREATE INDEX legame_documento ON legame (cartella, percorso);
CREATE INDEX legame_utente ON legame (utente, relazione);
CREATE INDEX legame_ufficio ON legame (ufficio, relazione, al);
CREATE INDEX legame_comune ON legame (comune, relazione, al);
-- who must not see it, whatever his role: as long as the row is there
CREATE TABLE conflitto (
	serie TEXT NOT NULL,
	anno INTEGER NOT NULL,
	numero INTEGER NOT NULL,
	utente TEXT NOT NULL,
	cartella TEXT NOT NULL,
	percorso TEXT NOT NULL,
	seq INTEGER NOT NULL,
	PRIMARY KEY (serie, anno, numero, utente, cartella, percorso)
) STRICT, WITHOUT ROWID;
CREATE INDEX conflitto_documento ON conflitto (cartella, percorso);
-- cases sealed, and who alone sees them, beside who answers for them
CREATE TABLE secreta (
	serie TEXT NOT NULL,
	anno INTEGER NOT NULL,
	numero INTEGER NOT NULL,
	cartella TEXT NOT NULL,
	percorso TEXT NOT NULL,
	seq INTEGER NOT NULL,
	PRIMARY KEY (serie, anno, numero, cartella, percorso)
) STRICT, WITHOUT ROWID;
CREATE INDEX secreta_documento ON secreta (cartella, percorso);
CREATE TABLE secreta_lettore (
	serie TEXT NOT NULL,
	anno INTEGER NOT NULL,
	numero INTEGER NOT NULL,
	cartella TEXT NOT NULL,
	percorso TEXT NOT NULL,
	utente TEXT NOT NULL,
	PRIMARY KEY (serie, anno, numero, cartella, percorso, utente)
) STRICT, WITHOUT ROWID;
CREATE INDEX secreta_lettore_documento ON secreta_lettore (cartella, percorso);
-- ----- terms -----

-- every table of terms the body adopted, whole; the act tells which is which
CREATE TABLE tabella_termini (
	seq INTEGER PRIMARY KEY,
	impronta TEXT NOT NULL,
	testo TEXT NOT NULL
) STRICT;
-- a term of a cartella, never taken away; chiuso: the act that answered it;
-- scade: when it ends as it stands now (NULL: it stands still)
CREATE TABLE termine (
	anno INTEGER NOT NULL,
	numero INTEGER NOT NULL,
	ordine INTEGER NOT NULL,
	chiave TEXT NOT NULL,
	nome TEXT NOT NULL,
	origine TEXT NOT NULL,
	percorso TEXT NOT NULL,
	tipo TEXT NOT NULL,
	protocollo TEXT,
	tabella INTEGER NOT NULL,
	inizio TEXT NOT NULL,
	scade TEXT,
	seq INTEGER NOT NULL,
	chiuso INTEGER,
	PRIMARY KEY (anno, numero, ordine)
) STRICT, WITHOUT ROWID;
CREATE INDEX termine_chiuso ON termine (chiuso);
-- what its start was known to be, act by act
CREATE TABLE termine_inizio (
	anno INTEGER NOT NULL,
	numero INTEGER NOT NULL,
	ordine INTEGER NOT NULL,
	seq INTEGER NOT NULL,
	inizio TEXT NOT NULL,
	fissata TEXT,
	mesi INTEGER NOT NULL,
	giorni INTEGER NOT NULL,
	PRIMARY KEY (anno, numero, ordine, seq)
) STRICT, WITHOUT ROWID;
CREATE TABLE termine_risposta (
	anno INTEGER NOT NULL,
	numero INTEGER NOT NULL,
	ordine INTEGER NOT NULL,
	seq INTEGER NOT NULL,
	documento TEXT NOT NULL,
	percorso TEXT NOT NULL,
	quando TEXT NOT NULL,
	PRIMARY KEY (anno, numero, ordine, seq)
) STRICT, WITHOUT ROWID;
CREATE INDEX termine_risposta_documento ON termine_risposta (documento);
-- documents that answer once they are signed
CREATE TABLE risposta_da_firmare (
	documento TEXT NOT NULL,
	impronta TEXT NOT NULL,
	chiave TEXT NOT NULL,
	conclude INTEGER NOT NULL,
	seq INTEGER NOT NULL,
	PRIMARY KEY (documento, impronta, chiave)
) STRICT, WITHOUT ROWID;
CREATE TABLE sospensione (
	anno INTEGER NOT NULL,
	numero INTEGER NOT NULL,
	ordine INTEGER NOT NULL,
	documento TEXT NOT NULL,
	seq INTEGER NOT NULL,
	motivo TEXT NOT NULL,
	tabella INTEGER NOT NULL,
	inizio TEXT NOT NULL,
	PRIMARY KEY (anno, numero, ordine, documento, seq)
) STRICT, WITHOUT ROWID;
-- what came to end a suspension, and the day
CREATE TABLE ripresa (
	anno INTEGER NOT NULL,
	numero INTEGER NOT NULL,
	ordine INTEGER NOT NULL,
	sospensione TEXT NOT NULL,
	documento TEXT NOT NULL,
	seq INTEGER NOT NULL,
	giorno TEXT NOT NULL,
	PRIMARY KEY (anno, numero, ordine, sospensione, documento, seq)
) STRICT, WITHOUT ROWID;

-- cartelle that have to do with each other: each document has two rows, one
-- for each way
CREATE TABLE collegamento (
	anno INTEGER NOT NULL,
	numero INTEGER NOT NULL,
	altra_anno INTEGER NOT NULL,
	altra_numero INTEGER NOT NULL,
	legame TEXT NOT NULL,
	dal TEXT NOT NULL,
	al TEXT,
	cartella TEXT NOT NULL,
	percorso TEXT NOT NULL,
	seq INTEGER NOT NULL,
	PRIMARY KEY (anno, numero, altra_anno, altra_numero, cartella, percorso)
) STRICT, WITHOUT ROWID;
CREATE INDEX collegamento_documento ON collegamento (cartella, percorso);
-- temporary accesses that no coordinator has noted yet
CREATE TABLE straordinario_aperto (
	anno INTEGER NOT NULL,
	numero INTEGER NOT NULL,
	percorso TEXT NOT NULL,
	utente TEXT NOT NULL,
	dal TEXT NOT NULL,
	al TEXT NOT NULL,
	seq INTEGER NOT NULL,
	PRIMARY KEY (anno, numero, percorso)
) STRICT, WITHOUT ROWID;
-- what another body may look at, or have a copy of: from day to day, and the
-- day and the document (its own, or of the liberatoria) that ended it
CREATE TABLE consultazione (
	cartella TEXT NOT NULL,
	percorso TEXT NOT NULL,
	anno INTEGER NOT NULL,
	numero INTEGER NOT NULL,
	ente TEXT NOT NULL,
	dal TEXT NOT NULL,
	al TEXT NOT NULL,
	copia INTEGER NOT NULL,
	liberatoria TEXT,
	finita TEXT,
	da TEXT,
	seq INTEGER NOT NULL,
	PRIMARY KEY (cartella, percorso)
) STRICT, WITHOUT ROWID;
CREATE INDEX consultazione_al ON consultazione (al);
CREATE INDEX consultazione_liberatoria ON consultazione (cartella, liberatoria);
-- of it: a type of document (documento ''), or one document (tipo '')
CREATE TABLE consultazione_cosa (
	cartella TEXT NOT NULL,
	consultazione TEXT NOT NULL,
	tipo TEXT NOT NULL,
	documento TEXT NOT NULL,
	PRIMARY KEY (cartella, consultazione, tipo, documento)
) STRICT, WITHOUT ROWID;
-- diary entries that only some of those who see the cartella may read
CREATE TABLE riservato (
	cartella TEXT NOT NULL,
	percorso TEXT NOT NULL,
	autore TEXT NOT NULL,
	seq INTEGER NOT NULL,
	PRIMARY KEY (cartella, percorso)
) STRICT, WITHOUT ROWID;
-- letters that tell what documents of a type say: who may not read those does
-- not read them
CREATE TABLE riporta (
	cartella TEXT NOT NULL,
	percorso TEXT NOT NULL,
	tipo TEXT NOT NULL,
	seq INTEGER NOT NULL,
	PRIMARY KEY (cartella, percorso, tipo)
) STRICT, WITHOUT ROWID;
-- entries of diaries in the order they are read, and what corrects them
CREATE TABLE voce_diario (
	cartella TEXT NOT NULL,
	data TEXT NOT NULL,
	seq INTEGER NOT NULL,
	percorso TEXT NOT NULL,
	tipo TEXT NOT NULL,
	PRIMARY KEY (cartella, data, seq, percorso)
) STRICT, WITHOUT ROWID;
CREATE TABLE correzione_voce (
	cartella TEXT NOT NULL,
	voce TEXT NOT NULL,
	seq INTEGER NOT NULL,
	percorso TEXT NOT NULL,
	PRIMARY KEY (cartella, voce, seq, percorso)
) STRICT, WITHOUT ROWID;
-- appointments; da and fino in seconds
CREATE TABLE appuntamento (
	cartella TEXT NOT NULL,
	percorso TEXT NOT NULL,
	serie TEXT NOT NULL,
	anno INTEGER NOT NULL,
	numero INTEGER NOT NULL,
	giorno TEXT NOT NULL,
	inizio TEXT NOT NULL,
	da INTEGER NOT NULL,
	fino INTEGER NOT NULL,
	tipo TEXT NOT NULL,
	stato TEXT NOT NULL,
	seq INTEGER NOT NULL,
	PRIMARY KEY (cartella, percorso)
) STRICT, WITHOUT ROWID;
CREATE INDEX appuntamento_giorno ON appuntamento (serie, giorno);
-- who of the services takes part; aperto: neither called off nor with outcome
CREATE TABLE appuntamento_utente (
	utente TEXT NOT NULL,
	aperto INTEGER NOT NULL,
	giorno TEXT NOT NULL,
	cartella TEXT NOT NULL,
	percorso TEXT NOT NULL,
	PRIMARY KEY (utente, aperto, giorno, cartella, percorso)
) STRICT, WITHOUT ROWID;
CREATE INDEX appuntamento_utente_documento
	ON appuntamento_utente (cartella, percorso);
-- one signature over a manifesto, at firme/<nnnn>/manifesto.xml; documento is
-- the original it names; utente is absent when it is the office's seal
CREATE TABLE firma (
	cartella TEXT NOT NULL,
	percorso TEXT NOT NULL,
	manifesto TEXT NOT NULL,
	scopo TEXT NOT NULL,
	documento TEXT,
	documento_impronta TEXT,
	utente TEXT,
	per TEXT,
	tipo TEXT NOT NULL,
	chiave TEXT NOT NULL,
	ora TEXT NOT NULL,
	seq INTEGER NOT NULL,
	PRIMARY KEY (cartella, percorso)
) STRICT, WITHOUT ROWID;
CREATE INDEX firma_documento ON firma (documento);
CREATE INDEX firma_manifesto ON firma (manifesto);
-- what it names: a version of a document, or the bytes of a file
CREATE TABLE firma_oggetto (
	cartella TEXT NOT NULL,
	percorso TEXT NOT NULL,
	ordine INTEGER NOT NULL,
	ruolo TEXT NOT NULL,
	documento TEXT,
	impronta TEXT NOT NULL,
	seq INTEGER NOT NULL,
	PRIMARY KEY (cartella, percorso, ordine)
) STRICT, WITHOUT ROWID;
CREATE INDEX firma_oggetto_impronta ON firma_oggetto (impronta);
-- papers that went out with a signature: the file, the manifesto that names it,
-- the signature over that, each kept by its impronta
CREATE TABLE firma_file (
	firma TEXT PRIMARY KEY,
	file TEXT NOT NULL,
	manifesto TEXT NOT NULL,
	utente TEXT,
	chiave TEXT NOT NULL,
	anno INTEGER NOT NULL,
	seq INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- ----- libro firma (documenti/firmabile.h) -----

-- who signs what: the rules adopted last, and their steps in order
CREATE TABLE libro_regola (
	tipo TEXT NOT NULL,
	specie TEXT NOT NULL,
	altri INTEGER NOT NULL,
	PRIMARY KEY (tipo, specie)
) STRICT, WITHOUT ROWID;
CREATE TABLE libro_passo (
	tipo TEXT NOT NULL,
	specie TEXT NOT NULL,
	ordine INTEGER NOT NULL,
	chi TEXT NOT NULL,
	ruolo TEXT NOT NULL,
	obbligo INTEGER NOT NULL,
	scopo TEXT NOT NULL,
	PRIMARY KEY (tipo, specie, ordine)
) STRICT, WITHOUT ROWID;
-- documents that are signed, as they are now; attende: not yet beyond its
-- signatures; aperto: one of its steps waits for somebody
CREATE TABLE libro_documento (
	cartella TEXT NOT NULL,
	percorso TEXT NOT NULL,
	anno INTEGER NOT NULL,
	numero INTEGER NOT NULL,
	documento TEXT NOT NULL,
	impronta TEXT NOT NULL,
	tipo TEXT NOT NULL,
	specie TEXT NOT NULL,
	autore TEXT NOT NULL,
	attende INTEGER NOT NULL,
	dal TEXT NOT NULL,
	aperto INTEGER NOT NULL,
	seq INTEGER NOT NULL,
	PRIMARY KEY (cartella, percorso)
) STRICT, WITHOUT ROWID;
CREATE INDEX libro_documento_id ON libro_documento (documento);
CREATE INDEX libro_documento_autore ON libro_documento (autore)
    WHERE attende = 1;
CREATE INDEX libro_documento_aperto ON libro_documento (aperto, dal)
    WHERE aperto = 1;
-- signatures of a version, by the step they were; chi '': by none
CREATE TABLE libro_fatto (
	documento TEXT NOT NULL,
	impronta TEXT NOT NULL,
	chi TEXT NOT NULL,
	ruolo TEXT NOT NULL,
	utente TEXT NOT NULL,
	per TEXT,
	ora TEXT NOT NULL,
	seq INTEGER NOT NULL,
	PRIMARY KEY (documento, impronta, chi, ruolo, utente)
) STRICT, WITHOUT ROWID;
-- versions given back to their author
CREATE TABLE libro_rinvio (
	documento TEXT NOT NULL,
	impronta TEXT NOT NULL,
	utente TEXT NOT NULL,
	per TEXT,
	data TEXT NOT NULL,
	motivo TEXT NOT NULL,
	seq INTEGER NOT NULL,
	PRIMARY KEY (documento, impronta)
) STRICT, WITHOUT ROWID;

-- documents a person has signed on paper, or would not
CREATE TABLE sottoscrizione (
	cartella TEXT NOT NULL,
	percorso TEXT NOT NULL,
	documento TEXT NOT NULL,
	documento_impronta TEXT NOT NULL,
	firmata INTEGER NOT NULL,
	seq INTEGER NOT NULL,
	PRIMARY KEY (cartella, percorso)
) STRICT, WITHOUT ROWID;
CREATE INDEX sottoscrizione_documento ON sottoscrizione (documento);
-- types of document adopted by the body, as they are now
CREATE TABLE tipo (
	nome TEXT PRIMARY KEY,
	denominazione TEXT NOT NULL,
	versione INTEGER NOT NULL,
	seq INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
-- models of papers adopted by the body, every version; carta: the kind of
-- paper; sanati: fields that had been typed as text
CREATE TABLE modello (
	nome TEXT NOT NULL,
	versione INTEGER NOT NULL,
	carta TEXT NOT NULL,
	denominazione TEXT NOT NULL,
	titolo TEXT NOT NULL,
	impronta TEXT NOT NULL,
	sanati TEXT,
	operatore TEXT NOT NULL,
	ora TEXT NOT NULL,
	ritirato INTEGER NOT NULL,
	seq INTEGER NOT NULL,
	PRIMARY KEY (nome, versione)
) STRICT, WITHOUT ROWID;
CREATE INDEX modello_seq ON modello (seq);

-- ----- classification -----

-- each adopted plan; in force is the last whose day has come
CREATE TABLE titolario (
	numero INTEGER PRIMARY KEY,
	nome TEXT NOT NULL,
	valido_dal TEXT NOT NULL,
	provvedimento TEXT,
	seq INTEGER NOT NULL
) STRICT;
CREATE INDEX titolario_valido ON titolario (valido_dal, numero);
CREATE TABLE voce (
	titolario INTEGER NOT NULL,
	ordine INTEGER NOT NULL,
	indice TEXT NOT NULL,
	denominazione TEXT NOT NULL,
	PRIMARY KEY (titolario, ordine)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX voce_indice ON voce (titolario, indice);
-- the classes a registration had, each until the next
CREATE TABLE classificazione (
	anno INTEGER NOT NULL,
	numero INTEGER NOT NULL,
	ordine INTEGER NOT NULL,
	da TEXT NOT NULL,
	a TEXT NOT NULL,
	motivo TEXT,
	operatore TEXT NOT NULL,
	ora TEXT NOT NULL,
	seq INTEGER NOT NULL,
	PRIMARY KEY (anno, numero, ordine)
) STRICT, WITHOUT ROWID;
-- padre is what it stands in, cartella the one at the top, if it is one;
-- livello counts from 1, the cartella included
CREATE TABLE fascicolo (
	anno INTEGER NOT NULL,
	numero INTEGER NOT NULL,
	stato TEXT NOT NULL,
	oggetto TEXT NOT NULL,
	tipo TEXT NOT NULL,
	classifica TEXT NOT NULL,
	padre_serie TEXT,
	padre_anno INTEGER,
	padre_numero INTEGER,
	cartella_anno INTEGER,
	cartella_numero INTEGER,
	livello INTEGER NOT NULL,
	ufficio TEXT NOT NULL,
	responsabile TEXT NOT NULL,
	aperto TEXT NOT NULL,
	chiuso TEXT,
	seq INTEGER NOT NULL,
	PRIMARY KEY (anno, numero)
) STRICT, WITHOUT ROWID;
CREATE INDEX fascicolo_padre ON fascicolo (padre_anno, padre_numero, padre_serie);
CREATE INDEX fascicolo_cartella ON fascicolo (cartella_anno, cartella_numero);
CREATE INDEX fascicolo_chiuso ON fascicolo (chiuso);
-- what is in a cartella goes with it to whoever answers for it now
CREATE VIEW fascicolo_ora AS
	SELECT f.anno, f.numero, f.stato, f.oggetto, f.tipo, f.classifica,
	f.padre_serie, f.padre_anno, f.padre_numero,
	f.cartella_anno, f.cartella_numero, f.livello,
	coalesce(c.ufficio, f.ufficio) AS ufficio,
	coalesce(c.responsabile, f.responsabile) AS responsabile,
	f.aperto, f.chiuso
	FROM fascicolo f LEFT JOIN cartella c
	ON c.anno = f.cartella_anno AND c.numero = f.cartella_numero;
-- the registrations of each fascicolo (FA) and cartella (CS), and how each
-- came there: origine, atto, fascicola
CREATE TABLE fascicolo_documento (
	serie TEXT NOT NULL,
	anno INTEGER NOT NULL,
	numero INTEGER NOT NULL,
	protocollo_anno INTEGER NOT NULL,
	protocollo_numero INTEGER NOT NULL,
	come TEXT NOT NULL,
	seq INTEGER NOT NULL,
	PRIMARY KEY (serie, anno, numero, protocollo_anno, protocollo_numero, come)
) STRICT, WITHOUT ROWID;
CREATE INDEX fascicolo_documento_protocollo
    ON fascicolo_documento (protocollo_anno, protocollo_numero);
-- those that were in one from act seq to act tolto: how it stood on a day
CREATE TABLE fascicolo_tolto (
	serie TEXT NOT NULL,
	anno INTEGER NOT NULL,
	numero INTEGER NOT NULL,
	protocollo_anno INTEGER NOT NULL,
	protocollo_numero INTEGER NOT NULL,
	seq INTEGER NOT NULL,
	tolto INTEGER NOT NULL,
	PRIMARY KEY (serie, anno, numero, protocollo_anno, protocollo_numero,
	    seq)
) STRICT, WITHOUT ROWID;

-- ----- smistamento, delegations, what waits -----

-- every destination of every smistamento, with its state: smistato, visto,
-- preso-in-carico, fascicolato (taken, and filed), assegnato (an accesso was
-- born of it), rifiutato, sostituito; utente is '' for a whole office, dal since when it is so
CREATE TABLE smistamento (
	anno INTEGER NOT NULL,
	numero INTEGER NOT NULL,
	ordine INTEGER NOT NULL,
	ufficio TEXT NOT NULL,
	utente TEXT NOT NULL,
	titolo TEXT NOT NULL,
	stato TEXT NOT NULL,
	dal TEXT NOT NULL,
	seq INTEGER NOT NULL,
	PRIMARY KEY (anno, numero, ordine, ufficio, utente)
) STRICT, WITHOUT ROWID;
CREATE INDEX smistamento_ufficio ON smistamento (ufficio, anno, numero);
CREATE INDEX smistamento_lavoro ON smistamento (ufficio, titolo, stato, utente);
-- those in force: what opens a registration to an office or to a person
CREATE VIEW destinazione AS
	SELECT anno, numero, ordine, ufficio, utente, titolo, stato, dal, seq
	FROM smistamento WHERE stato NOT IN ('rifiutato', 'sostituito');
-- taken in charge, given back: by whom and why, for which destination
CREATE TABLE passo (
	anno INTEGER NOT NULL,
	numero INTEGER NOT NULL,
	che TEXT NOT NULL,
	ordine INTEGER NOT NULL,
	smistamento INTEGER NOT NULL,
	ufficio TEXT NOT NULL,
	destinatario TEXT NOT NULL,
	utente TEXT NOT NULL,
	ora TEXT NOT NULL,
	motivo TEXT,
	seq INTEGER NOT NULL,
	PRIMARY KEY (anno, numero, che, ordine)
) STRICT, WITHOUT ROWID;
-- registrations that wait for the office of the register, and for what
-- (da-smistare, da-rismistare, da-spedire);
-- cartelle that wait for the administrative office (da-istruire, da-firmare)
CREATE TABLE attesa (
	che TEXT NOT NULL,
	anno INTEGER NOT NULL,
	numero INTEGER NOT NULL,
	dal TEXT NOT NULL,
	operatore TEXT,
	seq INTEGER NOT NULL,
	PRIMARY KEY (che, anno, numero)
) STRICT, WITHOUT ROWID;
CREATE TABLE delega (
	numero INTEGER PRIMARY KEY,
	delegante TEXT NOT NULL,
	delegato TEXT NOT NULL,
	dal TEXT NOT NULL,
	al TEXT NOT NULL,
	revocata INTEGER NOT NULL,
	seq INTEGER NOT NULL
) STRICT;
CREATE INDEX delega_delegato ON delega (delegato, al);
CREATE INDEX delega_delegante ON delega (delegante, al);
CREATE TABLE delega_atto (
	numero INTEGER NOT NULL,
	atto TEXT NOT NULL,
	PRIMARY KEY (numero, atto)
) STRICT, WITHOUT ROWID;

-- ----- corrections that wait, sendings as they stand -----

-- requests nobody has answered yet
CREATE TABLE richiesta_aperta (
	tipo TEXT NOT NULL,
	anno INTEGER NOT NULL,
	numero INTEGER NOT NULL,
	ordine INTEGER NOT NULL,
	dal TEXT NOT NULL,
	PRIMARY KEY (tipo, anno, numero, ordine)
) STRICT, WITHOUT ROWID;
-- where each sending stands, one row an addressee (documenti/spedizione.h);
-- partite counts the earlier ones that had left when it was sent again
CREATE TABLE invio (
	anno INTEGER NOT NULL,
	numero INTEGER NOT NULL,
	destinatario INTEGER NOT NULL,
	stato TEXT NOT NULL,
	mezzo TEXT NOT NULL,
	data TEXT NOT NULL,
	tentativi INTEGER NOT NULL,
	partite INTEGER NOT NULL,
	seq INTEGER NOT NULL,
	PRIMARY KEY (anno, numero, destinatario)
) STRICT, WITHOUT ROWID;
CREATE INDEX invio_stato ON invio (stato, anno, numero)
    WHERE stato IN ('in-invio', 'errore');

-- ----- the repertories themselves -----

CREATE TABLE repertorio (
	codice TEXT PRIMARY KEY,
	denominazione TEXT NOT NULL,
	norma TEXT,
	attivo INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- ----- correspondents -----

CREATE TABLE corrispondente (
	codice INTEGER PRIMARY KEY,
	denominazione TEXT NOT NULL,
	tipo TEXT NOT NULL,
	codice_ipa TEXT,
	codice_aoo TEXT,
	codice_fiscale TEXT,
	indirizzo TEXT,
	pec TEXT,
	attivo INTEGER NOT NULL,
	unito_a INTEGER NOT NULL,
	parole TEXT NOT NULL,
	seq INTEGER NOT NULL
) STRICT;
CREATE INDEX corrispondente_parole ON corrispondente (parole);
CREATE INDEX corrispondente_ipa ON corrispondente (codice_ipa);
CREATE INDEX corrispondente_unito ON corrispondente (unito_a);

-- ----- names that no oggetto should hold -----

-- names of the people of the cartelle, as words to compare; never shown
CREATE TABLE nome_noto (
	cartella TEXT NOT NULL,
	percorso TEXT NOT NULL,
	ordine INTEGER NOT NULL,
	prima TEXT NOT NULL,
	cognome TEXT NOT NULL,
	nome TEXT NOT NULL,
	PRIMARY KEY (cartella, percorso, ordine)
) STRICT, WITHOUT ROWID;
CREATE INDEX nome_noto_prima ON nome_noto (prima);

-- ----- people -----

-- who is named by the scheda of a cartella (CS) or of an accesso (AC), or by a
-- stato di famiglia; ruolo is '' for the person the case is about, for others
-- what they are to him; suono is the sound of the whole name; parole are all
-- words he is found by, each after a blank
CREATE TABLE persona (
	id INTEGER PRIMARY KEY,
	serie TEXT NOT NULL,
	anno INTEGER NOT NULL,
	numero INTEGER NOT NULL,
	percorso TEXT NOT NULL,
	ordine INTEGER NOT NULL,
	tipo TEXT NOT NULL,
	ruolo TEXT NOT NULL,
	cognome TEXT NOT NULL,
	nome TEXT NOT NULL,
	nascita TEXT,
	codice_fiscale TEXT,
	suono TEXT NOT NULL,
	parole TEXT NOT NULL,
	seq INTEGER NOT NULL,
	UNIQUE (serie, anno, numero, percorso, ordine)
) STRICT;
CREATE INDEX persona_suono ON persona (suono, nascita)
    WHERE nascita IS NOT NULL;
CREATE INDEX persona_codice_fiscale ON persona (codice_fiscale)
    WHERE codice_fiscale IS NOT NULL;
-- each of those words, to begin from
CREATE TABLE persona_chiave (
	chiave TEXT NOT NULL,
	persona INTEGER NOT NULL,
	PRIMARY KEY (chiave, persona)
) STRICT, WITHOUT ROWID;
-- two cartelle that are one person's, said from both sides
CREATE TABLE persona_unione (
	anno INTEGER NOT NULL,
	numero INTEGER NOT NULL,
	con_anno INTEGER NOT NULL,
	con_numero INTEGER NOT NULL,
	seq INTEGER NOT NULL,
	PRIMARY KEY (anno, numero, con_anno, con_numero)
) STRICT, WITHOUT ROWID;
-- the comuni of a cartella, from day to day, included; al NULL: open
CREATE TABLE comune (
	anno INTEGER NOT NULL,
	numero INTEGER NOT NULL,
	ordine INTEGER NOT NULL,
	tipo TEXT NOT NULL,
	comune TEXT NOT NULL,
	codice TEXT NOT NULL,
	dal TEXT NOT NULL,
	al TEXT,
	fonte TEXT NOT NULL,
	seq INTEGER NOT NULL,
	PRIMARY KEY (anno, numero, ordine)
) STRICT, WITHOUT ROWID;

-- ----- indicators -----

-- what they are counted from: every version, none ever taken away, so that what
-- was so after an act can be counted again behind any later one
CREATE TABLE tabella_indicatori (
	seq INTEGER PRIMARY KEY,
	testo TEXT NOT NULL
) STRICT;
CREATE TABLE storia_caso (
	serie TEXT NOT NULL,
	anno INTEGER NOT NULL,
	numero INTEGER NOT NULL,
	seq INTEGER NOT NULL,
	stato TEXT NOT NULL,
	ufficio TEXT NOT NULL,
	responsabile TEXT NOT NULL,
	aperto TEXT NOT NULL,
	PRIMARY KEY (serie, anno, numero, seq)
) STRICT, WITHOUT ROWID;
-- one row a member
CREATE TABLE storia_equipe (
	anno INTEGER NOT NULL,
	numero INTEGER NOT NULL,
	seq INTEGER NOT NULL,
	ordine INTEGER NOT NULL,
	complesso INTEGER NOT NULL,
	dal TEXT NOT NULL,
	al TEXT,
	PRIMARY KEY (anno, numero, seq, ordine)
) STRICT, WITHOUT ROWID;
-- genere: colloquio, riunione, provvedimento
CREATE TABLE storia_fatto (
	genere TEXT NOT NULL,
	serie TEXT NOT NULL,
	anno INTEGER NOT NULL,
	numero INTEGER NOT NULL,
	percorso TEXT NOT NULL,
	seq INTEGER NOT NULL,
	giorno TEXT NOT NULL,
	stato TEXT NOT NULL,
	PRIMARY KEY (genere, serie, anno, numero, percorso, seq)
) STRICT, WITHOUT ROWID;
CREATE TABLE storia_operatore (
	utente TEXT NOT NULL,
	seq INTEGER NOT NULL,
	nome TEXT NOT NULL,
	assistente INTEGER NOT NULL,
	dal TEXT NOT NULL,
	PRIMARY KEY (utente, seq)
) STRICT, WITHOUT ROWID;

-- ----- how long what is closed is kept -----

CREATE TABLE tabella_massimario (
	seq INTEGER PRIMARY KEY,
	impronta TEXT NOT NULL,
	testo TEXT NOT NULL
) STRICT;
-- measures of a court, each of one document; al NULL: it does not say
CREATE TABLE misura_giudice (
	cartella TEXT NOT NULL,
	percorso TEXT NOT NULL,
	al TEXT,
	seq INTEGER NOT NULL,
	PRIMARY KEY (cartella, percorso)
) STRICT, WITHOUT ROWID;
-- when one that does not say it has ended, by another order (da)
CREATE TABLE misura_cessata (
	cartella TEXT NOT NULL,
	percorso TEXT NOT NULL,
	da TEXT NOT NULL,
	giorno TEXT NOT NULL,
	seq INTEGER NOT NULL,
	PRIMARY KEY (cartella, percorso, da)
) STRICT, WITHOUT ROWID;
CREATE INDEX misura_cessata_da ON misura_cessata (cartella, da);
-- of each closed cartella, of each closed accesso that became none, and of each
-- closed fascicolo that stands in nothing else: what the massimario makes of its
-- facts; scade is the last day it is kept, classifica that of an accesso, which
-- has none but its row's; da_confermare: a row that counts in it waits for the
-- body's word
CREATE TABLE conservazione (
	serie TEXT NOT NULL,
	anno INTEGER NOT NULL,
	numero INTEGER NOT NULL,
	esito TEXT NOT NULL CHECK (esito IN ('permanente', 'scade', 'da-calcolare')),
	scade TEXT,
	perche TEXT NOT NULL,
	classifica TEXT,
	da_confermare INTEGER NOT NULL,
	PRIMARY KEY (serie, anno, numero)
) STRICT, WITHOUT ROWID;
-- accessi as what is kept: livello 2, with the cartella that each became
CREATE VIEW accesso_ora AS
	SELECT a.anno, a.numero, a.serie, a.tipo, a.stato, a.protocollo_anno,
	a.protocollo_numero, a.ufficio, a.responsabile, a.aperto, a.chiuso, (SELECT k.classifica
	FROM conservazione k WHERE k.serie = 'AC' AND k.anno = a.anno
	AND k.numero = a.numero) AS classifica,
	1 + EXISTS (SELECT 1 FROM cartella c WHERE c.accesso_anno = a.anno
	AND c.accesso_numero = a.numero) AS livello
	FROM accesso a;
-- holds; fino NULL: still there
CREATE TABLE blocco (
	cartella TEXT NOT NULL,
	percorso TEXT NOT NULL,
	serie TEXT NOT NULL,
	anno INTEGER NOT NULL,
	numero INTEGER NOT NULL,
	motivo TEXT NOT NULL,
	estremi TEXT NOT NULL,
	protocollo TEXT,
	dal TEXT NOT NULL,
	rivedere TEXT NOT NULL,
	fino TEXT,
	seq INTEGER NOT NULL,
	PRIMARY KEY (cartella, percorso)
) STRICT, WITHOUT ROWID;
CREATE INDEX blocco_di ON blocco (serie, anno, numero);
CREATE INDEX blocco_rivedere ON blocco (rivedere) WHERE fino IS NULL;
-- handed to the archivio di deposito; pezzi 0: it has no paper
CREATE TABLE deposito (
	serie TEXT NOT NULL,
	anno INTEGER NOT NULL,
	numero INTEGER NOT NULL,
	elenco INTEGER NOT NULL,
	data TEXT NOT NULL,
	chiuso TEXT NOT NULL,
	luogo TEXT,
	scaffale TEXT,
	pezzi INTEGER NOT NULL,
	seq INTEGER NOT NULL,
	PRIMARY KEY (serie, anno, numero, elenco)
) STRICT, WITHOUT ROWID;
CREATE INDEX deposito_elenco ON deposito (elenco);

-- ----- scarto -----

-- each list of what may be destroyed, and at what point it is: sospesa, the day of
-- a question without answer; scade, by when the Soprintendenza answers; ritirato,
-- the day on which it was withdrawn, and ritiro why
CREATE TABLE scarto_elenco (
	numero INTEGER PRIMARY KEY,
	data TEXT NOT NULL,
	utente TEXT NOT NULL,
	soprintendenza TEXT NOT NULL,
	provvedimento TEXT,
	richiesta TEXT,
	inviata TEXT,
	sospesa TEXT,
	scade TEXT,
	risposta TEXT,
	estremi TEXT,
	esito TEXT,
	verbale TEXT,
	trasmesso TEXT,
	concluso TEXT,
	ritirato TEXT,
	ritiro TEXT,
	ministero_chiesto TEXT,
	ministero TEXT,
	seq INTEGER NOT NULL
) STRICT;
-- its rows; escluso: why it is not put forward, or not authorised; riservata:
-- why the Ministero dell'interno authorises it too
CREATE TABLE scarto_voce (
	elenco INTEGER NOT NULL,
	voce INTEGER NOT NULL,
	serie TEXT NOT NULL,
	anno INTEGER NOT NULL,
	numero INTEGER NOT NULL,
	classifica TEXT NOT NULL,
	tipologia TEXT NOT NULL,
	chiuso TEXT NOT NULL,
	scaduto TEXT NOT NULL,
	documenti INTEGER NOT NULL,
	byte INTEGER NOT NULL,
	pezzi INTEGER NOT NULL,
	motivo TEXT NOT NULL,
	escluso TEXT,
	riservata TEXT,
	seq INTEGER NOT NULL,
	PRIMARY KEY (elenco, voce)
) STRICT, WITHOUT ROWID;
CREATE INDEX scarto_voce_di ON scarto_voce (serie, anno, numero);
-- folders that were destroyed, those that went with a cartella or fascicolo (the
-- row of the list) too
CREATE TABLE scartato (
	cartella TEXT PRIMARY KEY,
	serie TEXT NOT NULL,
	anno INTEGER NOT NULL,
	numero INTEGER NOT NULL,
	elenco INTEGER NOT NULL,
	voce INTEGER NOT NULL,
	data TEXT NOT NULL,
	autorizzazione TEXT NOT NULL,
	seq INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX scartato_di ON scartato (serie, anno, numero);
CREATE INDEX scartato_voce ON scartato (elenco, voce);
-- ----- cases that go from body to body -----

-- other bodies, each time their seal was enrolled; codice: the IPA code in
-- small letters; the last row counts, revocato NULL: it is believed
CREATE TABLE altro_ente (
	codice TEXT NOT NULL,
	ordine INTEGER NOT NULL,
	codice_ipa TEXT NOT NULL,
	denominazione TEXT NOT NULL,
	chiave TEXT NOT NULL,
	algoritmo TEXT NOT NULL,
	identita TEXT NOT NULL,
	verificata TEXT NOT NULL,
	nota TEXT,
	arruolato TEXT NOT NULL,
	revocato TEXT,
	motivo TEXT,
	seq INTEGER NOT NULL,
	PRIMARY KEY (codice, ordine)
) STRICT, WITHOUT ROWID;
CREATE INDEX altro_ente_chiave ON altro_ente (chiave);
-- each transfer as its last paper leaves it; ente: the other body; anno,
-- numero: our cartella, when we offer it; riferimento: its number with whoever
-- offers; dal: day of the last paper
CREATE TABLE trasferimento (
	id TEXT PRIMARY KEY,
	caso TEXT NOT NULL,
	verso TEXT NOT NULL CHECK (verso IN ('uscita', 'entrata')),
	ente TEXT NOT NULL,
	stato TEXT NOT NULL,
	riferimento TEXT NOT NULL,
	anno INTEGER,
	numero INTEGER,
	motivo TEXT NOT NULL,
	offerta TEXT NOT NULL,
	scade TEXT NOT NULL,
	pacchetto TEXT NOT NULL,
	finale TEXT,
	protocollo TEXT,
	perche TEXT,
	dal TEXT NOT NULL,
	seq INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX trasferimento_caso ON trasferimento (caso);
CREATE INDEX trasferimento_stato ON trasferimento (stato);
CREATE INDEX trasferimento_seq ON trasferimento (seq);
-- the papers of a case, of all its transfers; nostra 1: written here
CREATE TABLE carta_trasferimento (
	caso TEXT NOT NULL,
	ordine INTEGER NOT NULL,
	trasferimento TEXT NOT NULL,
	tipo TEXT NOT NULL,
	nostra INTEGER NOT NULL,
	giorno TEXT NOT NULL,
	seq INTEGER NOT NULL,
	PRIMARY KEY (caso, ordine)
) STRICT, WITHOUT ROWID;
CREATE INDEX carta_trasferimento_seq ON carta_trasferimento (seq);
-- under which numbers a case that travelled stands here; the last one counts
CREATE TABLE caso_trasferito (
	caso TEXT NOT NULL,
	anno INTEGER NOT NULL,
	numero INTEGER NOT NULL,
	seq INTEGER NOT NULL,
	PRIMARY KEY (caso, anno, numero)
) STRICT, WITHOUT ROWID;
CREATE INDEX caso_trasferito_di ON caso_trasferito (anno, numero);
-- handed to the conservatore; rapporto, ora, identificativo: his answer
CREATE TABLE versamento (
	numero INTEGER PRIMARY KEY,
	formato TEXT NOT NULL,
	utente TEXT NOT NULL,
	pacchetto TEXT NOT NULL,
	conservatore TEXT,
	documenti INTEGER NOT NULL,
	seq INTEGER NOT NULL,
	rapporto TEXT,
	ora TEXT,
	identificativo TEXT,
	rapporto_seq INTEGER
) STRICT;
CREATE INDEX versamento_pacchetto ON versamento (pacchetto);
CREATE INDEX versamento_in_attesa ON versamento (numero)
	WHERE rapporto IS NULL;
-- serie CS, FA, PG (a registration) or GG (a day, without anno and numero)
CREATE TABLE versata (
	versamento INTEGER NOT NULL,
	unita TEXT NOT NULL,
	ordine INTEGER NOT NULL,
	serie TEXT NOT NULL,
	anno INTEGER NOT NULL,
	numero INTEGER NOT NULL,
	contenuto TEXT NOT NULL,
	documenti INTEGER NOT NULL,
	intera INTEGER NOT NULL,
	esito TEXT NOT NULL,
	motivo TEXT,
	seq INTEGER NOT NULL,
	PRIMARY KEY (versamento, unita)
) STRICT, WITHOUT ROWID;
CREATE INDEX versata_di ON versata (unita, versamento);
CREATE INDEX versata_rifiutata ON versata (versamento) WHERE esito = 'rifiutato';
-- sealed days that are neither in conservation nor on their way
CREATE TABLE giorno_da_versare (
	data TEXT PRIMARY KEY,
	entro TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- ----- where archived registers come from -----

CREATE TABLE importazione (
	origine TEXT PRIMARY KEY,
	denominazione TEXT NOT NULL,
	righe INTEGER NOT NULL,
	seq INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- ----- search -----

-- what may be found of each thing, and in gettoni by whom; the index over it
-- holds no text of its own (docs/formato.md §9)
CREATE TABLE ricerca (
	chiave INTEGER PRIMARY KEY,
	testo TEXT NOT NULL,
	parti TEXT NOT NULL,
	estremi TEXT NOT NULL,
	gettoni TEXT NOT NULL
) STRICT;
CREATE VIRTUAL TABLE ricerca_indice USING fts5 (
	testo, parti, estremi, gettoni,
	content = 'ricerca', content_rowid = 'chiave', columnsize = 0,
	prefix = '3', tokenize = 'unicode61 remove_diacritics 2'
);
-- small pages (bytes): a common word is read only where a rarer one stands
INSERT INTO ricerca_indice (ricerca_indice, rank) VALUES ('pgsz', 1000);
CREATE VIRTUAL TABLE ricerca_voce USING fts5vocab (ricerca_indice, instance);
-- the words of the documents of accessi and cartelle, as they stand now, and in
-- gettoni by whom they are found (docs/formato.md §9); chiave is act * 65536 +
-- place in the act; no riservata entry is here
CREATE TABLE testo (
	chiave INTEGER PRIMARY KEY,
	serie TEXT NOT NULL,
	anno INTEGER NOT NULL,
	numero INTEGER NOT NULL,
	cartella TEXT NOT NULL,
	percorso TEXT NOT NULL,
	tipo TEXT NOT NULL,
	giorno TEXT NOT NULL,
	parole TEXT NOT NULL,
	gettoni TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX testo_documento ON testo (cartella, percorso);
CREATE INDEX testo_giorno ON testo (giorno);
CREATE VIRTUAL TABLE testo_indice USING fts5 (
	parole, gettoni,
	content = 'testo', content_rowid = 'chiave', columnsize = 0,
	prefix = '3', tokenize = 'unicode61 remove_diacritics 2'
);
INSERT INTO testo_indice (testo_indice, rank) VALUES ('pgsz', 1000);
CREATE VIRTUAL TABLE testo_voce USING fts5vocab (testo_indice, instance);
-- what each case is to people, as the tokens of its rows say it
CREATE TABLE testo_caso (
	cartella TEXT PRIMARY KEY,
	relazioni TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX protocollo_fino ON protocollo (riservata_fino)
    WHERE riservata_fino IS NOT NULL;
