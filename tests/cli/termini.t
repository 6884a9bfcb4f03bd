# SPDX-License-Identifier: EUPL-1.2
# termini: computed from documents, never typed, never taken away, answered.
. tests/cli/lib.sh
. "$RADICE/tests/cli/uffici.sh"
. "$RADICE/tests/cli/caso.sh"

uffici_di_prova >/dev/null || exit 1
CS=$(aperta)
ALTRA=$(aperta)
ID=33333333333333333333333333333333

termini() {	# termini USER [OPTION...]
	termini_u=$1
	shift
	come "$termini_u" termini "$@"
}

# A registration of today, put in a cartella.
in_cartella() {	# in_cartella CARTELLA [OPTION...]
	termini_cs=$1
	shift
	termini_p=$(segnalazione "$@") &&
	come prot1 smista "$termini_p" --destinazione.ufficio soc \
	    --destinazione.titolo competenza >/dev/null &&
	come coord prendi-in-carico "$termini_p" >/dev/null &&
	come coord fascicola "$termini_p" "$termini_cs" >/dev/null &&
	echo "$termini_p"
}

# ---- none, one ----

run termini as1
is_out 'Nessun termine.' 'senza fatti, nessun termine'
P=$(in_cartella "$CS")
run termini as1
is_out 'Nessun termine.' 'una segnalazione non ne fa cominciare'
P=$(in_cartella "$CS" --tipo istanza)
run termini as1
is_out "$CS  n. 1  scade fra 31 giorni, il 21/12/2026
    conclusione del procedimento (art. 2 L. 241/1990), dal 20/11/2026, $P" \
    'un'\''istanza sì: trenta giorni, e la domenica passa al lunedì'
run termini coord
like out "^$CS  n. 1 " 'lo vede il coordinatore'
run termini as2
is_out 'Nessun termine.' 'chi non vede la cartella non lo vede'
run termini prot1
is_exit 3 'chi tiene il registro non ha termini di casi'
same_absent "$CS" CS-2026-0000099 termini as2
run termini as1 --al 2026-11-21
is_exit 1 'un giorno che deve venire: no'
like err '/termini/al: .*--entro.*\[data-futura\]' 'e dice come chiederlo'
run termini as1 --entro 7
is_out 'Nessun termine.' 'entro sette giorni non scade niente'
run termini as1 --entro 31
like out "^$CS  n. 1 " 'entro trentuno sì'

# ---- suspended by hand ----

sospendi() {	# sospendi TERMINE MOTIVO [OPTION...]
	termini_n=$1 termini_m=$2
	shift 2
	come as1 sospendi-termine --cartella "$CS" --termine "$termini_n" \
	    --motivo "$termini_m" --nota 'Manca un certificato.' "$@"
}

run sospendi 9 informazioni
is_exit 1 'un termine che non c'\''è: no'
like err "termini $CS.*\[termine-ignoto\]" 'e dice dove sono'
run sospendi 1 ferie
like err 'informazioni, legge.*\[motivo-ignoto\]' 'un motivo che non c'\''è: no, e dice quali'
run sospendi 1 preavviso-di-rigetto
like err '\[motivo-di-documento\]' 'il preavviso lo sospende da sé'
run sospendi 1 informazioni --data 2026-11-21
like err '\[data-futura\]' 'da domani: no'
run sospendi 1 informazioni --data 2026-11-19
like err '\[prima-dell-inizio\]' 'da prima che cominciasse: no'
run come coord riprendi-termine --cartella "$CS" --termine 1 --nota Qui
like err '\[non-sospeso\]' 'ciò che corre non si riprende'
run come sds1 sospendi-termine --cartella "$CS" --termine 1 \
    --motivo informazioni --nota X
is_exit 3 'chi non ha il ruolo no'
same_absent "$CS" CS-2026-0000099 come as2 sospendi-termine --termine 1 \
    --motivo informazioni --nota X --cartella

ora 2026-11-25T09:00:00+01:00
run sospendi 1 informazioni --id $ID
is_out "$CS termini/00/0001.xml" 'si sospende, e resta scritto'
run sospendi 1 informazioni --id $ID
is_out "$CS termini/00/0001.xml" 'la stessa istanza: la stessa risposta'
run termini as1
like out '  sospeso fino al 25/12/2026, poi scade il 19/01/2027$' \
    'al più trenta giorni, che si aggiungono'
run sospendi 1 legge
like err '\[sospensioni-sovrapposte\]' 'due insieme: no'
run sospendi 1 informazioni
like err 'una volta sola \[gia-sospeso\]|una volta sola.*\[gia-sospeso\]' \
    'e per informazioni una volta sola'
ora 2026-11-30T09:00:00+01:00
run come as1 riprendi-termine --cartella "$CS" --termine 1 --data 2026-11-24 \
    --nota Qui
is_exit 1 'non riprende prima di essersi fermato'
run come as1 riprendi-termine --cartella "$CS" --termine 1 --nota 'Arrivato.'
is_out "$CS termini/00/0002.xml" 'si riprende'
run termini as1
like out '  scade fra 28 giorni, il 28/12/2026$' \
    'cinque giorni fermo: dal 20 al 25, festa, e passa al 28'

# ---- a past day ----

run termini as1 --al 2026-11-20
like out '  scade fra 31 giorni, il 21/12/2026$' 'il 20 novembre si sapeva questo'
cp "$OUT" venti
run termini as1 --al 2026-11-25
like out '  sospeso fino al 25/12/2026, poi' 'il 25 questo'
run termini as1 --al 2026-11-19
is_out 'Nessun termine.' 'il 19 niente'

# ---- article 403, across the end of summer time ----

registra403() {
	come as1 registra-403 --cartella "$CS" "$@"
}

ora 2027-03-27T10:00:00+01:00
come resp conferma-ora "$CARTELLA_ORA" 'controllata' >/dev/null
run registra403 --avviso-pm 2027-03-27T09:00:00+01:00
like err '\[manca-ora\]' 'senza l'\''ora del collocamento: no'
run registra403 --ora 2027-03-27T08:00:00+01:00
is_exit 1 'senza l'\''avviso al pubblico ministero si ferma'
like err 'avviso: .*immediato.*\[pm-non-avvisato\]' 'e lo dice'
run registra403 --ora 2027-03-27T12:00:00+01:00 --conferma pm-non-avvisato
like err '\[data-futura\]' 'un'\''ora che deve venire: no'
run registra403 --ora 2027-03-27T08:00:00+01:00 --conferma pm-non-avvisato
is_out "$CS provvedimenti/0001.xml" 'confermato, si registra'
run termini as1 --entro 2
like out '  n. 2  scaduto oggi alle 08:00,' 'l'\''avviso è già in ritardo'
like out '  n. 3  scade domani alle 09:00, il 28/03/2027 09:00$' \
    'ventiquattro ore, una in più sull'\''orologio'
run registra403 --collocamento provvedimenti/0009.xml \
    --avviso-pm 2027-03-27T09:00:00+01:00
like err '\[collocamento-ignoto\]' 'un collocamento che non c'\''è: no'
run registra403 --collocamento provvedimenti/0001.xml \
    --ricorso-pm 2027-03-27T09:00:00+01:00 --conferma pm-non-avvisato
like err 'trasmissione.*\[manca-passo\]' 'il ricorso senza la trasmissione: no'
run registra403 --collocamento provvedimenti/0001.xml \
    --avviso-pm 2027-03-27T08:10:00+01:00 \
    --trasmissione 2027-03-27T09:30:00+01:00
is_exit 0 'avviso e trasmissione'
run termini as1 "$CS"
like out '  n. 2  risposto il 27/03/2027, oltre l.ora \(provvedimenti' \
    'all'\''avviso si è risposto, tardi'
like out '  n. 3  risposto il 27/03/2027 \(provvedimenti' 'alla trasmissione in tempo'
like out '  n. 4  scade fra 3 giorni, il 30/03/2027 10:30$' 'e comincia quello del PM'
ora 2027-03-30T12:00:00+02:00
run registra403 --collocamento provvedimenti/0001.xml \
    --ricorso-pm 2027-03-30T09:00:00+02:00 \
    --decreto-tm 2027-03-30T11:00:00+02:00
run termini as1 "$CS"
like out '  n. 5  risposto il 30/03/2027 \(' 'il decreto entro 48 ore'
like out '  n. 6  scade fra 15 giorni, il 14/04/2027$' 'e l'\''udienza in quindici giorni'
run registra403 --collocamento provvedimenti/0001.xml \
    --avviso-pm 2027-03-27T08:00:00+01:00
like err 'avviso: .*\[ora-diversa\]' 'un'\''altra ora chiede conferma'
run termini as1 --al 2027-03-27 --entro 9999
is_exit 1 'oltre dieci anni non si guarda'

# ---- answered by hand ----

rispondi() {	# rispondi TERMINE [OPTION...]
	termini_n=$1
	shift
	come as1 rispondi-termine --cartella "$CS" --termine "$termini_n" "$@"
}

run rispondi 1
like err '\[senza-risposta\]' 'un termine non si toglie in silenzio'
run rispondi 1 --documento relazioni/0001.xml
like err '\[documento-ignoto\]' 'con un documento che non c'\''è: no'
run rispondi 2 --motivo Fatto
like err '\[termine-risposto\]' 'uno a cui si è risposto: no'
run rispondi 6 --motivo Fatto --data 2027-04-01
like err '\[data-futura\]' 'domani: no'
run rispondi 6 --motivo Fatto --ora 2027-03-30T12:00:01+02:00
like err '/ora: .*\[data-futura\]' 'fra un secondo: no'
run rispondi 1 --motivo 'L'\''istanza è stata ritirata.'
is_exit 0 'con un motivo sì'
run termini as1 "$CS"
like out '  n. 1  risposto il 30/03/2027, 92 giorni dopo la scadenza' \
    'e si vede quanto dopo'
run termini as1 --al 2026-11-20
same_bytes "$OUT" venti 'del 20 novembre si dice ancora lo stesso'

# ---- closed ----

come as1 chiudi --cartella "$ALTRA" --motivo decesso --nota Fine >"$OUT"
run come as1 registra-403 --cartella "$ALTRA" --ora 2027-03-30T08:00:00+02:00 \
    --avviso-pm 2027-03-30T08:00:00+02:00
like err '\[cartella-chiusa\]' 'in una cartella chiusa non si scrive'

# ---- scrivania ----

ora 2027-04-08T09:00:00+02:00
come resp conferma-ora "$CARTELLA_ORA" 'controllata' >/dev/null
run come as1 scrivania
like out '^Termini scaduti o che scadono entro sette giorni: 1 \[rispondi' \
    'sei giorni prima è sulla scrivania'
like out "^  $CS .*udienza.*\(n\. 6, scade il 14/04/2027\)" 'con il giorno'
run come as2 scrivania
unlike out 'udienza' 'non su quella di un altro'

is_integro 'dopo i termini'
run termini as1 --al 2026-11-20
same_bytes "$OUT" venti 'e ricostruito il registro, lo stesso'
plan
