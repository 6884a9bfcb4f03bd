# SPDX-License-Identifier: EUPL-1.2
# fissa, sposta, disdici, esita, agenda: appointments of a case, who is busy,
# what became of them, the calendar that leaves.
. tests/cli/lib.sh
. "$RADICE/tests/cli/uffici.sh"
. "$RADICE/tests/cli/caso.sh"

come_as1_agenda_caso() {
	come as1 agenda --caso "$1"
}

uffici_di_prova >/dev/null || exit 1
CS=$(aperta)
ALTRA=$(aperta)
NASCOSTA=$(aperta)
come coord riassegna --accesso AC-2026-0000003 --assistente as2 \
    --motivo carichi >"$OUT"
AC=$(assegnata)
D=$S/cartelle/2026/0000001
A=agenda/00/0001.xml

# ---- fissa ----

run come as1 fissa "$CS" 2026-11-25 15:30 colloquio --luogo 'via Roma 1' \
    --altro 'Verdi Giulia' --oggetto scuola --id 33333333333333333333333333333333
is_out "$CS $A" 'si fissa'
run cat "$D/$A"
like out '<inizio>2026-11-25T15:30:00\+01:00</inizio>' 'con l'\''ora e il fuso'
like out '<minuti>60</minuti>' 'un'\''ora, se non si dice altro'
like out '<utente>as1</utente>' 'partecipa chi fissa'
run come as1 fissa "$CS" 2026-11-25 15:30 visita \
    --id 33333333333333333333333333333333
is_out "$CS $A" 'la stessa istanza: la stessa risposta'
run come as1 fissa "$ALTRA" 2026-11-25 16:00 visita
is_exit 1 'chi è già impegnato è avvisato'
like err "avviso: /fissa/alle: as1 .* 2026-11-25 alle 15:30 per $CS.*\[sovrapposto\]" \
    'e gli è detto per che cosa'
run come as1 fissa "$ALTRA" 2026-11-25 16:30 visita
is_exit 0 'dove uno finisce l'\''altro comincia'
run come as1 fissa "$CS" 2026-11-19 10:00 visita
is_exit 1 'ieri: avvisa'
like err 'avviso: /fissa/giorno: .*\[gia-passato\]' 'e lo dice'
run come as1 fissa "$CS" 2025-02-29 10:00 visita
is_exit 1 'il 29 febbraio 2025: no'
run come as1 fissa "$CS" 2026-12-01 24:00 visita
is_exit 1 'un'\''ora che non c'\''è: no'
run come as1 fissa "$CS" 2027-03-28 02:30 visita
is_exit 1 'l'\''ora che in marzo si salta: no'
like err 'errore: /fissa/alle: .*\[ora-inesistente\]' 'e lo dice'
run come as1 fissa "$CS" 2027-10-31 02:30 visita
is_exit 1 'quella che in ottobre viene due volte: avvisa'
like err 'avviso: /fissa/alle: .*\[ora-doppia\]' 'e lo dice'
run come as1 fissa "$CS" 2027-10-31 02:30 altro --minuti 120 \
    --conferma ora-doppia
is_exit 0 'e si conferma'
run come as1 fissa "$CS" 2026-12-01 10:00 visita --utente nessuno
is_exit 1 'chi non è un utente: no'
like err '\[utente-ignoto\]' 'e lo dice'
run come as1 fissa "$CS" 2026-12-01 10:00 visita --luogo 'casa Bianchi'
is_exit 1 'un luogo con il nome: avvisa'
like err '\[nome-nel-luogo\]' 'e lo dice'
run come as1 fissa "$CS" 2026-12-01 10:00 visita --utente as1 --utente as2
is_exit 1 'chi non vede la cartella non lo troverebbe: avvisa'
like err '\[non-vede\]' 'e lo dice'
run come coordn fissa "$CS" 2026-12-01 10:00 visita
is_exit 1 'non un altro ufficio'
run come prot1 fissa "$CS" 2026-12-01 10:00 visita
is_exit 3 'né il protocollo'
same_absent "$NASCOSTA" CS-2026-0000099 come as1 fissa --giorno 2026-12-01 \
    --alle 10:00 --tipo visita --caso

# a hidden case is in nobody's way
come as2 fissa "$NASCOSTA" 2026-12-02 10:00 visita >"$OUT"
come coord fissa "$NASCOSTA" 2026-12-02 12:00 riunione-equipe --utente as2 \
    >"$OUT"
run come as1 fissa "$CS" 2026-12-02 10:00 visita --utente as2 \
    --conferma non-vede
is_exit 0 'un appuntamento che non si vede non fa avviso'
run come coord fissa "$ALTRA" 2026-12-02 10:30 visita --utente as2 \
    --conferma non-vede
like err "per $NASCOSTA.*\[sovrapposto\]" 'a chi lo vede sì'

# of an accesso
run come as1 fissa "$AC" 2026-11-26 9:00 colloquio
is_exit 1 'le 9:00 si scrivono 09:00'
run come as1 fissa "$AC" 2026-11-26 09:00 colloquio
is_out "$AC $A" 'anche di un accesso'

# the desk of first contact has accessi, and no cartella
come resp nomina --codice seg --cognome Prova --nome Seg --ruolo segretariato \
    --ufficio soc >"$OUT"
same_absent "$CS" CS-2026-0000099 come seg fissa --giorno 2026-12-03 \
    --alle 10:00 --tipo visita --caso
run come seg agenda
like out "^26/11/2026 09:00-10:00  $AC  colloquio" 'il segretariato vede quelli degli accessi'
unlike out 'CS-' 'e di nessuna cartella'
run come as1 fissa "$CS" 2026-12-03 10:00 visita --utente as1 --utente seg
like err 'seg non vede .*\[non-vede\]' 'né è invitato senza che si sappia'
come seg accogli --scheda.contatto.interlocutore utente \
    --scheda.segnalato.cognome Ferri --scheda.segnalato.nome Nina \
    --scheda.motivazioni 'Chiede aiuto.' --esito da-assegnare \
    --conferma senza-liberatoria >"$OUT"
run come seg fissa "$(cat "$OUT")" 2026-12-03 10:00 visita --luogo 'casa Ferri'
like err '\[nome-nel-luogo\]' 'il nome non va nel luogo nemmeno lì'

# ---- sposta, disdici ----

run come as1 sposta "$CS" "$A" 2026-11-24 11:00 'la madre lavora' --minuti 30 \
    --luogo 'via Po 2'
is_out "$CS $A" 'si sposta'
run come as1 mostra "$CS" --documento "$A"
is_out 'Appuntamento: colloquio
quando:           24/11/2026 11:00, 30 minuti
dove:             via Po 2
partecipa:        as1
partecipa:        Verdi Giulia
oggetto:          scuola
spostato il 20/11/2026 da as1, era 25/11/2026 15:30: la madre lavora
fissato da as1 il 20/11/2026' 'e si vede com'\''era'
run come as1 sposta "$CS" "$A" 2026-11-24 11:10 'dieci minuti'
is_exit 0 'un appuntamento non intralcia sé stesso'
run come as1 sposta "$CS" "$A" 2027-03-28 02:30 boh
is_exit 1 'nemmeno così a un'\''ora che non c'\''è'
run come as1 sposta "$CS" agenda/00/0099.xml 2026-11-24 11:00 boh
is_exit 1 'uno che non c'\''è: no'
run come as1 disdici "$CS" scheda.xml boh
is_exit 1 'ciò che non è un appuntamento: no'
like err '\[appuntamento-ignoto\]' 'e lo dice'
run come as1 disdici "$CS" agenda/00/0002.xml 'ora scomoda'
is_out "$CS agenda/00/0002.xml" 'si disdice'
run come as1 disdici "$CS" agenda/00/0002.xml ancora
is_exit 1 'una volta sola'
like err '\[appuntamento-concluso\]' 'e lo dice'
run come as1 sposta "$CS" agenda/00/0002.xml 2026-12-24 11:00 boh
is_exit 1 'e non si sposta più'
run come as2 disdici "$CS" "$A" boh
is_exit 1 'non da chi non vede la cartella'

# ---- the page ----

run come as1 agenda
is_out "Agenda dal 20/11/2026 al 26/11/2026
24/11/2026 11:10-11:40  $CS L. B.  colloquio, via Po 2
  $A  con as1, Verdi Giulia
25/11/2026 16:30-17:30  $ALTRA L. B.  visita
  $A  con as1
26/11/2026 09:00-10:00  $AC  colloquio
  $A  con as1" 'la settimana'
run come as1 chi-ha-letto "$CS"
like out "as1 .*agenda.*$A" 'chi legge l'\''agenda ha letto l'\''appuntamento'
run come as1 agenda --dal 2026-11-21 --al 2027-12-01
is_exit 1 'più di un anno: no'
run come as1 agenda --dal 2026-11-21 --al 2026-11-20
is_exit 1 'giorni al contrario: no'
run come as1 agenda --dal 2026-12-02 --al 2026-12-02
is "$(grep -c '^0' "$OUT")" 1 'ciò che non si vede non c'\''è'
unlike out "$NASCOSTA" 'e non si nomina'
run come coord agenda --dal 2026-12-02 --al 2026-12-02
is "$(grep -c '^0' "$OUT")" 3 'il coordinatore vede quelli dell'\''ufficio'
run come coord agenda --dal 2026-11-20 --al 2026-12-31 --di as2
is "$(grep -c '^[0-9]' "$OUT")" 3 'o di uno solo'
run come as1 agenda --caso "$ALTRA"
is_exit 0 'o di un caso solo'
is "$(grep -c "$ALTRA" "$OUT")" 1 'i suoi'
unlike out "$CS" 'e non degli altri'
run come as1 --formato xml agenda --caso "$ALTRA"
like out '<cognome>Bianchi' 'che dice di chi è'
run come as1 agenda --caso "$ALTRA" --di as1
is_exit 1 'di un caso o di un utente'
like err '\[di-o-caso\]' 'e lo dice'
same_absent "$NASCOSTA" CS-2026-0009999 come_as1_agenda_caso
run come coord chi-ha-letto "$ALTRA"
like out 'as1 .*agenda.*mostrati' 'anche questa è una lettura del caso'
run come coordn agenda
is_out 'Agenda dal 20/11/2026 al 26/11/2026
Nessun appuntamento.' 'un altro ufficio niente'

# ---- the calendar that leaves ----

leggi() {	# what another program reads: start, end, status, summary, place
	/usr/bin/python3 -c '
import sys, icalendar
cal = icalendar.Calendar.from_ical(open(sys.argv[1], "rb").read())
for e in cal.walk("VEVENT"):
    print(e["dtstart"].dt.strftime("%Y-%m-%dT%H:%M:%S%z"),
        e["dtend"].dt.strftime("%H:%M"), e["status"], e["class"],
        e["sequence"], e["summary"], e.get("location", "-"), sep="|")
' "$1"
}

run come as1 agenda --dal 2027-10-01 --al 2027-11-30 --ical si --in ott.ics
is_exit 0 'si consegna un calendario'
run leggi ott.ics
is_out "2027-10-31T00:30:00+0000|02:30|CANCELLED|PRIVATE|1|$CS L. B. - appuntamento|-" \
    'che un altro programma legge: la notte in cui cambia l'\''ora, disdetto'
come as1 fissa "$CS" 2027-03-28 01:30 altro --minuti 60 >"$OUT"
come as1 agenda --dal 2027-03-28 --al 2027-03-28 --ical si --in mar.ics >"$OUT"
run leggi mar.ics
is_out "2027-03-28T00:30:00+0000|01:30|CONFIRMED|PRIVATE|0|$CS L. B. - appuntamento|-" \
    'e quella di marzo: un'\''ora dura un'\''ora'
run come as1 agenda --dal 2027-03-28 --al 2027-03-28
like out '^28/03/2027 01:30-03:30 ' 'che l'\''orologio mostra così'
come as1 agenda --ical si --in set.ics >"$OUT"
run leggi set.ics
is "$(grep -c "$(sed -n 's/.* id="\([0-9a-f]*\)".*/\1/p' "$D/$A")" set.ics)" 0 \
    'l'\''identità del documento non esce'
RIGA="2026-11-24T10:10:00\+0000\|10:40\|CONFIRMED\|PRIVATE\|2\|"
like out "^$RIGA$CS L. B. - colloquio\|via Po 2$" \
    'il luogo, e quante volte è cambiato'
is "$(grep -ciE 'luca|bianchi|verdi|scuola' set.ics)" 0 \
    'nessun nome e nessun argomento nel calendario'
run come as1 agenda --ical si --in set.ics
is_exit 4 'un file che c'\''è non si riscrive'
run come coordn agenda --ical si --in vuoto.ics
run leggi vuoto.ics
is "$CODE$(cat "$OUT")" 0 'anche un calendario vuoto è un calendario'

# a protected address does not leave
come as1 secreta "$CS" indirizzo-protetto >"$OUT"
come as1 agenda --ical si --in segreta.ics >"$OUT"
run leggi segreta.ics
like out "\|$CS - colloquio\|-$" 'di una cartella secretata esce solo il numero'

# ---- what waits, what became of it ----

run come as1 esita "$CS" "$A" si
is_exit 1 'prima che cominci non ha esito'
like err '\[non-ancora\]' 'e lo dice'
ora 2026-11-24T12:00:00+01:00
run come as1 scrivania
like out '^Appuntamenti di oggi, e passati senza esito: 1 \[esita\]' \
    'aspetta il suo esito'
like out "^  $CS  da oggi .*colloquio alle 11:10 \($A\)" 'con l'\''ora e dove sta'
run come as2 scrivania
unlike out 'Appuntamenti' 'solo a chi vi partecipa'
come as1 annota "$CS" 'La madre è venuta.' --tipo colloquio \
    --appuntamento "$A" >"$OUT"
run come as1 diario "$CS"
like out "^  appuntamento: $A" 'la voce dice di quale appuntamento'
run come as1 annota "$CS" X --appuntamento agenda/00/0099.xml
is_exit 1 'non di uno che non c'\''è'
like err '\[appuntamento-ignoto\]' 'e lo dice'
run come as1 annota --cartella "$CS" --cartella "$ALTRA" --testo X \
    --appuntamento "$A"
is_exit 1 'né in più cartelle'
run come as1 esita "$CS" "$A" si --voce diario/2026/00/0099.xml
is_exit 1 'l'\''esito non cita una voce che non c'\''è'
like err '\[voce-ignota\]' 'e lo dice'
run come as1 esita "$CS" "$A" si --voce diario/2026/00/0001.xml
is_out "$CS $A" 'ha il suo esito'
run come as1 mostra "$CS" --documento "$A"
like out '^tenuto, dice as1 il 24/11/2026 \(diario/2026/00/0001.xml\)' 'e si vede'
run come as1 esita "$CS" "$A" no
is_exit 1 'uno solo'
run come as1 scrivania
unlike out 'Appuntamenti' 'e non aspetta più'
come as1 esita "$ALTRA" "$A" no --conferma x >"$OUT" 2>"$ERR"
come as1 chiudi --cartella "$ALTRA" --motivo decesso --nota Fine >"$OUT"
run come as1 disdici "$ALTRA" "$A" boh
is_exit 1 'invariante 10: in una cartella chiusa non si disdice'
like err '\[caso-chiuso\]' 'e lo dice'
ora 2026-11-26T12:00:00+01:00
run come as1 scrivania
unlike out "$ALTRA  .*alle 16:30" 'una cartella chiusa non aspetta esiti'
like out "$AC  da oggi .*colloquio alle 09:00" 'un accesso sì'

is_integro 'dopo gli appuntamenti'
run come as1 agenda --dal 2026-12-02 --al 2026-12-02
is "$(grep -c '^0' "$OUT")" 1 'e nel registro ricostruito si vede lo stesso'
plan
