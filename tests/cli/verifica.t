# SPDX-License-Identifier: EUPL-1.2
# verifica and its options: only what is new, in several processes, cut short
# and gone on with, the report; that what one does not look at it does not pass
# for whole, and that a process that dies does not either.
. tests/cli/lib.sh
. "$RADICE/tests/cli/semina.sh"

semina || exit 1
cp -a "$S" "$T/mai"
AN=$(echo "$CARTELLA_ORA" | cut -c1-4)
SCHEMA=$RADICE/schema/rapporto/verifica.xsd
FALDONE=accessi/$AN/0000001

atti() {
	sqlite3 "$S/registro.sqlite" 'SELECT max(seq) FROM catena'
}
altro() {
	come u07 registra --flusso entrata --oggetto "Altro $(atti)" \
	    --mittente.denominazione Scuola --classifica VII/9 \
	    --conferma senza-documento "$@" >/dev/null
}
cosi() {	# cosi NAME: keeps the store; torna NAME: has it back
	rm -rf "$T/$1"
	cp -a "$S" "$T/$1"
}
torna() {
	chmod -R u+rwX "$S"
	rm -rf "$S"
	cp -a "$T/$1" "$S"
}

# ---- the line ----
for o in --processi\ 0 --processi\ 65 --processi\ x --da-ultima\ --riprendi \
    --altro\ x; do
	# shellcheck disable=SC2086
	run cartella verifica $o
	is_exit 2 "verifica $o: no"
done
run cartella verifica x
is_exit 2 'verifica non ha argomenti'
run cartella esporta --da-ultima "$T/fuori"
ok 'di un'\''altra parola non è un'\''opzione' [ "$CODE" != 0 ]

# ---- the same, however many look ----
cosi intero
printf x >>"$S/ente/ente.xml"
printf x >>"$S/$FALDONE/accesso.xml"
f=$(find "$S/registro/$AN/allegati" -type f | sort | head -n 1)
chmod u+w "$f"
printf x >>"$f"
for n in 1 2 7; do
	"$CARTELLA" --store "$S" verifica --processi $n >detto.$n
	is $? 1 "in $n: i difetti"
done
ok 'gli stessi, nello stesso ordine, in 1 e in 2' cmp detto.1 detto.2
ok 'e in 7' cmp detto.1 detto.7
is "$(grep -c ^DIFETTO detto.1)" 3 'tutti e tre'
torna intero

# ---- a process that dies ----
CARTELLA_PUNTO=verifica-lettore "$CARTELLA" --store "$S" verifica \
    --processi 7 >detto
is $? 0 'muore chi legge avanti: si legge lo stesso, e tutto'
is "$(sed -n 's/.*verifica: \([0-9]*\) atti.*/\1/p' detto)" "$(atti)" 'ogni atto'
# whether a child takes a folder before the others did them all is not settled
muore_figlio() {
	for _ in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do
		rm -f "$S/verifiche/ultima"
		CARTELLA_PUNTO=verifica-figlio "$CARTELLA" --store "$S" \
		    verifica --processi 7 >detto || return
	done
}
muore_figlio
is $? 1 'un processo che muore: non è integro'
ok 'e si dice che cosa non è stato guardato' grep -q \
    '^DIFETTO: .*il processo che l[aoe] guardava è finito prima' detto
no_file "$S/verifiche/ultima" 'e non vale come verificato'

# ---- the report ----
run cartella verifica --rapporto r.xml
is_exit 0 'con un rapporto'
ok 'che è valido' xmllint --noout --schema "$SCHEMA" r.xml
ok 'e lo stesso che resta nell'\''archivio' cmp r.xml "$S/verifiche/esito.xml"
ok 'integro' grep -q 'esito="integro".* modo="intera"' r.xml
ok 'fin dove' grep -q "<momento .*atti=\"$(atti)\"" r.xml
printf x >>"$S/ente/ente.xml"
run cartella verifica --rapporto r.xml
is_exit 1 'con un difetto'
ok 'valido' xmllint --noout --schema "$SCHEMA" r.xml
ok 'dove, che cosa, che fare' grep -q \
    '<difetto genere="cartella" luogo="ente/ente.xml" rimedio="rimettere' r.xml
run cartella verifica --rapporto r.json
is_exit 1 'lo stesso in JSON'
stesso_rapporto() {	# each attribute and text of one is in the other
	/usr/bin/python3 - "$1" r.json <<-'FINE'
	import json, sys, xml.etree.ElementTree as E
	def value(e):
	    o = {'@' + k: v for k, v in e.attrib.items()}
	    for c in e:
	        o.setdefault(c.tag.split('}')[-1], []).append(value(c))
	    if e.text and e.text.strip(): o['#'] = e.text
	    return o
	x, j = value(E.parse(sys.argv[1]).getroot()), json.load(open(sys.argv[2]))
	sys.exit(x != j)
	FINE
}
ok 'con ogni cosa del documento' stesso_rapporto "$S/verifiche/esito.xml"
sed 's/genere="cartella"/genere="altro"/' "$S/verifiche/esito.xml" >altro.xml
altro_rapporto() { ! stesso_rapporto altro.xml; }
ok 'e un altro non è lo stesso' altro_rapporto
run cartella verifica --rapporto nessuna/r.json
is_exit 4 'dove non si può scrivere'
torna intero

# ---- only what is new ----
run cartella verifica --da-ultima
is_exit 0 'la prima volta'
like out '^nota: verifica: nessuna verifica è ancora finita.*: si verifica tutto' \
    'guarda tutto, e lo dice'
run cartella verifica --da-ultima
is_exit 0 'poi'
like out '^verifica da-ultima: 0 atti' 'niente di nuovo'
like out 'solo quella intera' 'e dice che cosa non vede'
like out 'nessun giorno è sigillato' 'né che cosa lo garantisce'
altro
echo nuovo >nuovo.txt
come u07 registra --flusso entrata --oggetto Nuovo \
    --mittente.denominazione Scuola --classifica VII/9 nuovo.txt >/dev/null
run cartella verifica --da-ultima --rapporto r.xml
is_exit 0 'due atti nuovi'
like out '^verifica da-ultima: 2 atti, .* 1 allegati' 'guarda quelli'
ok 'rapporto valido' xmllint --noout --schema "$SCHEMA" r.xml

altro
come u07 registra --flusso entrata --oggetto Terzo \
    --mittente.denominazione Scuola --classifica VII/9 \
    --conferma file-doppio --conferma doppione nuovo.txt >/dev/null ||
    come u07 registra --flusso entrata --oggetto Terzo \
    --mittente.denominazione Scuola --classifica VII/9 lettera.txt >/dev/null
cosi prima
dice() {	# dice PLACE DESC: the new is looked at; then as it was
	run cartella verifica --da-ultima
	is_exit 1 "$2: si trova fra il nuovo"
	like out "^DIFETTO: $1" 'e si dice dove'
	run cartella verifica
	is_exit 1 'e lo trova quella intera'
	torna prima
}
tace() {	# tace DESC: only the whole one sees it
	run cartella verifica --da-ultima
	is_exit 0 "$1: non è fra il nuovo"
	run cartella verifica
	is_exit 1 'ma quella intera lo trova'
	torna prima
}
G=$S/registro/$AN.git
oggetto() {	# oggetto COMMIT:PATH: its file, writable
	og=$(git --git-dir "$G" rev-parse "$1")
	og=$G/objects/$(echo "$og" | cut -c1-2)/$(echo "$og" | cut -c3-)
	chmod u+w "$og"
	echo "$og"
}
sql() {		# behind the triggers
	sqlite3 "$S/registro.sqlite" "PRAGMA foreign_keys = OFF; $1"
}
printf x >>"$(oggetto main)"
dice "registro/$AN.git" 'il commit di un atto nuovo'
printf x >>"$(oggetto 'main^{tree}')"
dice "registro/$AN.git" 'il suo albero'
git --git-dir "$G" update-ref refs/heads/main main~1
dice "registro/$AN.git" 'un ramo tornato indietro'
echo x >>"$G/config"
dice "registro/$AN.git/config" 'la sua configurazione'
sql 'DROP TRIGGER catena_update'
dice 'registro schema' 'un trigger tolto'
sql "DROP TRIGGER catena_update; UPDATE catena SET operatore = 'x'
    WHERE seq = (SELECT max(seq) FROM catena)"
dice "registro/$AN.git" 'una riga della catena cambiata'
sql "DROP TRIGGER posto_update; UPDATE posto
    SET commit_id = 'z' || substr(commit_id, 2)
    WHERE seq = (SELECT max(seq) FROM catena)"
dice "registro/$AN.git" 'un posto cambiato'
sql "DROP TRIGGER catena_update; UPDATE catena
    SET impronta = 'z' || substr(impronta, 2)
    WHERE seq = (SELECT max(seq) - 2 FROM catena)"
dice 'registro (catena|schema)' 'l'\''ultimo atto verificato, cambiato'
sql "DROP TRIGGER catena_allegato_delete; DELETE FROM catena_allegato WHERE seq = 7"
dice 'registro (catena_allegato|schema)' 'un allegato di prima tolto dal registro'
sqlite3 "$S/letture.sqlite" "DROP TRIGGER lettura_update;
    UPDATE lettura SET operatore = 'x' WHERE n = 1"
dice 'letture' 'il registro delle letture cambiato'
f=$(sqlite3 "$S/registro.sqlite" 'SELECT impronta FROM catena_allegato
    ORDER BY seq DESC LIMIT 1')
find "$S/registro" -name "$f" | while read -r x; do
	chmod u+w "$x"
	printf x >>"$x"
done
dice ".*allegati" 'i byte di un allegato nuovo'

# ---- what only the whole one sees ----
printf x >>"$(oggetto main~4)"
tace 'il commit di un atto vecchio'
sql "UPDATE utente SET cognome = 'x'"
tace 'una riga delle proiezioni'
x=$(find "$S/$FALDONE/.git/objects" -type f | sort | head -n 1)
chmod u+w "$x"
printf x >>"$x"
tace 'una cartella che non è cambiata'

# ---- what was noted is not believed beyond what it may say ----
printf x >>"$S/verifiche/ultima"
run cartella verifica --da-ultima
is_exit 0 'uno stato guasto'
like out '^nota: .*non si legge: si verifica tutto' 'non conta: si guarda tutto'
torna prima

# ---- who comes in ----
entrata() {	# entrata DESC SQL [ERE]
	sqlite3 "$S/accesso.sqlite" "$2"
	run cartella verifica --rapporto r.xml
	is_exit 1 "accesso.sqlite, $1: si trova"
	like out "^DIFETTO: ${3:-accessi schema: }" 'e si dice dove'
	ok 'nel rapporto, e che cosa fare' grep -q \
	    '<difetto genere="accessi" .* rimedio="conservare' r.xml
	ok 'che è valido' xmllint --noout --schema "$SCHEMA" r.xml
	torna prima
}
run cartella gettone Prova --utente u07
is_exit 0 'qualcuno può entrare'
cartella gettone Altra --utente u08 >/dev/null
run cartella verifica
is_exit 0 'accesso.sqlite com'\''è'
cosi prima
for o in update delete insert; do
	entrata "un trigger tolto ($o)" "DROP TRIGGER accesso_evento_$o" \
	    "accessi schema: manca nello schema: trigger accesso_evento_$o"
done
entrata 'un trigger che non fa niente' 'DROP TRIGGER accesso_evento_delete;
    CREATE TRIGGER accesso_evento_delete BEFORE DELETE ON accesso_evento
    BEGIN SELECT 1; END' 'accessi schema: diverso nello schema'
entrata 'un trigger in più' 'CREATE TRIGGER altro AFTER INSERT ON sessione
    BEGIN DELETE FROM frena; END' 'accessi schema: in più nello schema'
entrata 'un indice tolto' 'DROP INDEX sessione_csrf'
entrata 'una tabella tolta' 'DROP TABLE accesso_evento'
entrata 'una tabella in più' 'CREATE TABLE altra (x)'
entrata 'una colonna in più' 'ALTER TABLE gettone ADD COLUMN tutto INTEGER'
entrata 'una riga cambiata' "DROP TRIGGER accesso_evento_update;
    UPDATE accesso_evento SET utente = 'rosa' WHERE n = 1" 'accessi n. 1: '
printf '\001' | dd of="$S/accesso.sqlite" bs=1 seek=39 conv=notrunc status=none
entrata 'pagine che non tornano' ''
: >"$S/accesso.sqlite"
entrata 'vuoto' ''
sqlite3 "$S/accesso.sqlite" 'PRAGMA wal_checkpoint(TRUNCATE)' >/dev/null
rm -f "$S"/accesso.sqlite-*
truncate -s "$(($(stat -c %s "$S/accesso.sqlite") / 2))" "$S/accesso.sqlite"
entrata 'mezzo' '' accessi

# ---- cut short ----
CARTELLA_PUNTO=verifica-guardato "$CARTELLA" --store "$S" verifica --processi 2 \
    >/dev/null 2>&1
is $? 99 'interrotta'
has_file "$S/verifiche/in-corso" 'resta dov'\''era'
cosi interrotta
run cartella verifica --riprendi --rapporto r.xml
is_exit 0 'ripresa'
like out '^nota: verifica: ripresa di quella interrotta: i byte di [1-9]' \
    'dice che cosa non ha guardato adesso'
ok 'rapporto valido' xmllint --noout --schema "$SCHEMA" r.xml
ok 'che lo dice' grep -q '<ripresa ' r.xml
no_file "$S/verifiche/in-corso" 'ed è finita'
run cartella verifica --riprendi
is_exit 0 'senza una interrotta, da capo'
unlike out ripresa 'e non dice altro'
torna interrotta
altro
printf x >>"$(oggetto main)"
run cartella verifica --riprendi
is_exit 1 'ciò che è cambiato dopo si guarda ancora'
like out "^DIFETTO: registro/$AN.git" 'e si dice dove'
torna interrotta
printf x >>"$x"
run cartella verifica
is_exit 1 'senza --riprendi si guarda tutto'
torna interrotta
sed -i '1s/.*/1000000000/' "$S/verifiche/in-corso"
run cartella verifica --riprendi
is_exit 0 'una interrotta da troppo'
unlike out ripresa 'non si riprende'

# ---- every night ----
if command -v systemd-analyze >/dev/null; then
	mkdir u
	for u in "$RADICE"/templates/systemd/cartella-verifica*; do
		sed 's,@PREFIX@/bin/cartella,/bin/true,' "$u" >"u/${u##*/}"
	done
	run systemd-analyze verify u/*.timer u/*.service
	is_exit 0 'le unità di systemd sono giuste'
	unlike err 'u/cartella' 'senza avvisi'
fi
plan
