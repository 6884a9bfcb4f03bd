# SPDX-License-Identifier: EUPL-1.2
# The clock: what is later than salto-max (5 days) or earlier than the last act
# waits for conferma-ora; numbers begin again with the year of Italian time;
# summer time does not disturb.
. tests/cli/lib.sh
. "$RADICE/tests/cli/ricette.sh"

in_registro() {
	sqlite3 "$S/registro.sqlite" "$1"
}

conferma() {	# conferma USER TIME
	come "$1" conferma-ora --ora "$2" --motivo 'orologio controllato'
}

giorno_di() {	# the day and hour of the last registration
	in_registro 'SELECT ora FROM registrazione ORDER BY seq DESC LIMIT 1'
}

registra() {	# registra TIME WANTED DESC
	ora "$1"
	run registra_lettera
	is_out "$2" "$3"
}

rifiuta() {	# rifiuta TIME DESC
	ora "$1"
	prima=$(in_registro 'SELECT max(seq) FROM catena')
	run registra_lettera
	is_exit 1 "$2"
	like err 'conferma-ora' "$2: e dice come si fa"
	is "$(in_registro 'SELECT max(seq) FROM catena')" "$prima" \
	    "$2: nulla è scritto"
}

# ---- small steps ----
ente_di_prova >/dev/null
registra 2026-11-20T10:15:30+01:00 0000001/2026 'nello stesso secondo'
registra 2026-11-20T10:15:31+01:00 0000002/2026 'un secondo dopo'
registra 2026-11-25T10:15:31+01:00 0000003/2026 'cinque giorni dopo, esatti'
rifiuta 2026-11-30T10:15:32+01:00 'cinque giorni e un secondo'
registra 2026-11-25T09:15:31Z 0000004/2026 'la stessa ora detta altrimenti'
is "$(giorno_di)" 2026-11-25T10:15:31+01:00 'ora italiana, con il fuso'

# ---- back ----
rifiuta 2026-11-25T10:15:30+01:00 'un secondo indietro'
rifiuta 2025-11-25T10:15:30+01:00 'un anno indietro'
ora 2026-11-25T10:15:00+01:00
run conferma prot "$CARTELLA_ORA"
is_exit 3 'conferma-ora non è del protocollo'
run conferma resp 2026-11-25T10:25:00+01:00
is_exit 1 'conferma-ora di un'\''altra ora'
like err '\[ora-diversa\]' 'e dice quale segna'
run conferma resp "$CARTELLA_ORA"
is_exit 0 'indietro nello stesso giorno si conferma'
registra 2026-11-25T10:15:01+01:00 0000005/2026 'e si riprende da lì'
ora 2026-11-24T23:59:59+01:00
run conferma resp "$CARTELLA_ORA"
is_exit 1 'al giorno prima dell'\''ultima registrazione no'
like err '\[giorno-passato\]' 'e dice perché'
like err 'art\. 53 DPR 445/2000' 'con la norma'
rifiuta 2026-11-24T23:59:59+01:00 'e registrare nemmeno'

# ---- a year ahead ----
rifiuta 2027-11-25T10:15:00+01:00 'un anno avanti'
run conferma prot 2027-11-25T10:15:00+01:00
is_exit 3 'nemmeno avanti è del protocollo'
run come resp nomina --codice u9 --cognome Blu --nome Ida
is_exit 1 'nessun altro atto passa'
run conferma resp 2026-11-25T10:16:00+01:00
is_exit 1 'non si conferma un'\''ora che l'\''orologio non segna'
registra 2026-11-25T10:16:00+01:00 0000006/2026 'tornata l'\''ora, si continua'

# ---- the year turns ----
cp -a "$S" "$T/anno"
registra 2026-11-30T10:00:00+01:00 0000007/2026 'di passo in passo'
for giorno in 12-05 12-10 12-15 12-20 12-25 12-30; do
	ora "2026-${giorno}T10:00:00+01:00"
	registra_lettera >/dev/null
done
registra 2026-12-31T23:59:59+01:00 0000014/2026 'l'\''ultimo secondo dell'\''anno'
registra 2026-12-31T23:00:00Z 0000001/2027 'il primo, che a Greenwich è ancora ieri'
is "$(giorno_di)" 2027-01-01T00:00:00+01:00 'è del giorno nuovo'
registra 2027-01-02T08:00:00+01:00 0000002/2027 'e si continua'
ok 'il registro del 2027 è un altro' [ -d "$S/registro/2027.git" ]
ora 2026-12-31T23:59:59+01:00
run conferma resp "$CARTELLA_ORA"
is_exit 1 'nell'\''anno vecchio non si torna'
run come resp mostra 0000014/2026
is_exit 0 'ma il 2026 si legge'
run cartella verifica
is_exit 0 'verifica, a cavallo dell'\''anno'

# ---- confirmed ahead ----
rm -rf "$S" && cp -a "$T/anno" "$S"
ora 2027-11-25T10:15:00+01:00
run conferma resp 2027-11-25T10:17:30+01:00
is_exit 0 'un anno avanti, confermato dal responsabile (entro 5 minuti)'
registra 2027-11-25T10:15:00+01:00 0000001/2027 'e si registra'
registra 2027-11-25T10:20:00+01:00 0000002/2027 'e si continua'
run cartella verifica
is_exit 0 'verifica, dopo un salto confermato'

# confirmed by mistake, no registration since: one can come back
rm -rf "$S" && cp -a "$T/anno" "$S"
ora 2099-01-01T10:00:00+01:00
run conferma resp "$CARTELLA_ORA"
is_exit 0 'il 2099 confermato per sbaglio'
rifiuta 2026-11-26T10:00:00+01:00 'si è rimasti nel 2099'
run conferma resp "$CARTELLA_ORA"
is_exit 0 'senza registrazioni si torna indietro'
registra 2026-11-26T10:00:01+01:00 0000007/2026 'e il numero è quello dovuto'
run cartella verifica
is_exit 0 'verifica, dopo il ritorno'
run cartella ricostruisci
is_exit 0 'e ricostruisci'
registra 2026-11-26T10:00:02+01:00 0000008/2026 'e poi si continua'

# ---- summer time ----
rm -rf "$S"
ora 2026-10-25T02:30:00+02:00
ente_di_prova >/dev/null
registra 2026-10-25T02:59:59+02:00 0000001/2026 'ottobre: fine dell'\''ora estiva'
registra 2026-10-25T02:00:00+01:00 0000002/2026 'un secondo dopo, un'\''ora prima'
registra 2026-10-25T02:30:00+01:00 0000003/2026 'la stessa ora per la seconda volta'
is "$(giorno_di)" 2026-10-25T02:30:00+01:00 'con il fuso che la distingue'
is "$(git --git-dir "$S/registro/2026.git" log -1 --format=%ci main)" \
    '2026-10-25 02:30:00 +0100' 'anche per git'
rifiuta 2026-10-25T02:40:00+02:00 'e alla prima volta non si torna'
run cartella verifica
is_exit 0 'verifica, in ottobre'
rm -rf "$S"
ora 2027-03-28T01:59:59+01:00
ente_di_prova >/dev/null
registra 2027-03-28T01:59:59+01:00 0000001/2027 'marzo: prima dell'\''ora estiva'
registra 2027-03-28T01:00:00Z 0000002/2027 'un secondo dopo'
is "$(giorno_di)" 2027-03-28T03:00:00+02:00 'sono le tre'
run cartella verifica
is_exit 0 'verifica, in marzo'
plan
