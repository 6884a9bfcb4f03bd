# SPDX-License-Identifier: EUPL-1.2
# giorno: the register of a day is read by who may see riservate, and each
# read leaves its row.
. tests/cli/lib.sh
. "$RADICE/tests/cli/ricette.sh"
. "$RADICE/tests/cli/uffici.sh"

lettura() {
	sqlite3 "file:$S/letture.sqlite?mode=ro" "SELECT operatore, oggetto,
	    esito FROM lettura WHERE atto = 'giorno' ORDER BY n DESC LIMIT 1"
}

ente_di_prova >/dev/null && chiave_di resp >/dev/null || exit 1
come prot registra --flusso entrata --oggetto 'oggetto segreto' \
    --mittente.denominazione 'Mittente Segreto' --classifica VII/9 \
    --riservata.motivo minore --conferma senza-documento >/dev/null

run come resp giorno 2026-11-20
is_exit 1 'oggi non è ancora un registro'
like err 'non è formato' 'e lo dice'
ora 2026-11-21T09:00:00+01:00
registra_lettera >/dev/null

run come resp giorno 2026-11-20
is_exit 0 'il giorno dopo si legge'
like out '^Registro del 20/11/2026$' 'il giorno'
like out '^0000001/2026  10:15  entrata  RISERVATA  Mittente Segreto$' 'la riga'
like out '^    oggetto segreto$' 'in chiaro'
like out 'registrazioni: 1 \(entrate 1' 'il totale'
like out 'non ancora chiuso' 'e se è chiuso'
is "$(lettura)" 'resp|2026-11-20|mostrato' 'la lettura è annotata'
run come resp giorno 2026-11-20 --pdf si --in no.pdf
is_exit 1 'il PDF di un giorno non chiuso: no'
like err 'chiudi-giorno' 'e dice come si fa'
no_file no.pdf 'e nessun file'

run come prot giorno 2026-11-20
is_exit 3 'del protocollo no'
unlike err 'egreto' 'e non ne sa nulla'
run come resp giorno 2026-11-30
is_exit 1 'un giorno futuro no'
is "$(lettura)" 'resp|2026-11-30|negato' 'anche la lettura negata è annotata'

# a policy that gives the day to who may not see riservate gives nothing
come resp nomina --codice segr --cognome Blu --nome Ida \
    --ruolo segretariato --ufficio tutela >/dev/null
sqlite3 "$S/registro.sqlite" "INSERT INTO permesso VALUES
    ('segretariato', 'giorno', 'registro'),
    ('segretariato', 'stampa-registro', 'registro')"
run come segr giorno 2026-11-20
is_exit 3 'chi non vede le riservate non legge il giorno'
unlike out 'egreto' 'nemmeno in parte'
run come segr stampa-registro 2026 --in no.pdf
is_exit 3 'e non lo stampa'
no_file no.pdf 'nessun file'
sqlite3 "$S/registro.sqlite" "DELETE FROM permesso WHERE ruolo = 'segretariato'
    AND atto IN ('giorno', 'stampa-registro')"

come resp chiudi-giorno >/dev/null
run come resp giorno 2026-11-20 --pdf si --in giorno.pdf
is_exit 0 'il PDF di un giorno chiuso'
is "$(sha256sum <giorno.pdf | cut -c1-64)" \
    "$(sqlite3 "$S/registro.sqlite" 'SELECT pdf FROM chiusura_giorno')" \
    'è quello firmato, byte per byte'
run come resp giorno 2026-11-20
like out '^chiuso da resp il 21/11/2026 09:00$' 'e il giorno si dice chiuso'
f=$(find "$S/registro/2026/allegati" -name "$(sha256sum <giorno.pdf | cut -c1-64)")
cp "$f" buono && chmod u+w "$f" && echo >>"$f"
run come resp giorno 2026-11-20 --pdf si --in altro.pdf
[ "$CODE" -ne 0 ]
lib_result $? 'un PDF alterato non si dà'
cp buono "$f" && chmod 400 "$f"
is_integro 'dopo le letture'
plan
