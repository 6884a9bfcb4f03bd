# SPDX-License-Identifier: EUPL-1.2
# What a power failure, a killed helper or a stranger leaves on the disk:
# branches and visible files of before, half files, locks, temporaries, bytes
# nobody waits for, a rebuilding cut short.  What is ours is completed or
# remarked; what cannot be ours is named, never mended in silence.
. tests/cli/lib.sh
. "$RADICE/tests/cli/ricette.sh"

in_registro() {
	sqlite3 "$S/registro.sqlite" "$1"
}

altro_avvio() {	# as if the machine had been started again since
	in_registro "UPDATE mossa SET fatta = 'un altro avvio'"
}

integro() {	# integro DESC
	run cartella verifica
	is_exit 0 "$1"
}

riparti() {
	rm -rf "$S"
	cp -a "$T/dopo" "$S"
}

ente_di_prova >/dev/null
registra_lettera >/dev/null
cp -a "$S" "$T/prima"
ricetta_nomina "$(id_di 50)" >/dev/null
cp -a "$S" "$T/dopo"
ramo=ente/.git/refs/heads/main
utente=ente/utenti/prot.xml
giornale=ente/atti/00/0003-nomina.xml

# ---- power lost after COMMIT: what was not synced is as before ----
perde_tutto() {
	cp "$T/prima/$ramo" "$S/$ramo"
	cp "$T/prima/$utente" "$S/$utente"
	rm "$S/$giornale"
}

riparti && perde_tutto && altro_avvio
integro 'ramo e file di prima: verifica completa'
same_bytes "$S/$ramo" "$T/dopo/$ramo" 'il ramo è avanti'
same_bytes "$S/$utente" "$T/dopo/$utente" 'il file visibile è quello nuovo'
has_file "$S/$giornale" 'e il giornale è tornato'

riparti && perde_tutto && altro_avvio
is "$(registra_lettera)" 0000002/2026 'ramo e file di prima: un atto completa'
same_bytes "$S/$utente" "$T/dopo/$utente" 'anche ciò che non era suo'
integro 'e tutto torna'

riparti && altro_avvio
: >"$S/$utente"
printf '<?xml' >"$S/$giornale"
integro 'file visibili vuoti o a metà: riscritti'

# the mark itself was lost, two acts are pending
riparti && perde_tutto && in_registro 'UPDATE mossa SET fatta = NULL'
at_point dopo-il-commit come resp nomina --codice u3 --cognome Blu \
    --nome Ida >/dev/null 2>&1
integro 'due atti in sospeso nella stessa cartella'
has_file "$S/ente/utenti/u3.xml" 'compiuti in ordine'

# the first commit of a folder: its branch file empty, or not there
rm -rf "$S" && cp -a "$T/prima" "$S" && altro_avvio
: >"$S/registro/2026.git/refs/heads/main"
integro 'il primo ramo di una cartella, vuoto'
altro_avvio
head -c 41 /dev/zero >"$S/registro/2026.git/refs/heads/main"
integro 'di zeri'
altro_avvio
rm "$S/registro/2026.git/refs/heads/main"
integro 'e mancante'

# ---- not a power failure: the moves were done since this start ----
riparti && perde_tutto
run cartella verifica
is_exit 1 'un ramo tornato indietro da sé è un difetto'
like out '^DIFETTO: ente: il ramo è a' 'e lo nomina'

riparti
altri=$(git -C "$S/ente" -c user.name=x -c user.email=x@prova.invalid \
    commit-tree -p main -m estraneo 'main^{tree}')
git -C "$S/ente" update-ref refs/heads/main "$altri"
altro_avvio
run come resp nomina --codice u4 --cognome Blu --nome Ida
is_exit 4 'su un ramo spostato da altri nessun atto'
like err 'è stato spostato da altri' 'e lo dice'
run cartella verifica
is_exit 1 'verifica lo trova'
like out "DIFETTO: ente: il ramo è a $(echo "$altri" | cut -c1-12)" \
    'e nomina il commit'
is "$(cat "$S/$ramo")" "$altri" 'senza spostarlo'

# ---- locks and temporaries ----
riparti
: >"$S/$ramo.lock"
is "$(registra_lettera)" 0000002/2026 'un lucchetto di git dimenticato'
run come resp nomina --codice u5 --cognome Blu --nome Ida
is_exit 0 'non ferma nemmeno la sua cartella'
run cartella verifica
is_exit 1 'ma non è nostro'
like out 'refs/heads/main.lock: file estraneo' 'e verifica lo nomina'

riparti
echo a >"$S/ente/.git/visibile.123.nuovo"
echo a >"$S/formato.123.nuovo"
echo a >"$S/ente/.git/objects/$(ls "$S/ente/.git/objects" | head -1)/tmp_obj_1_1"
echo a >"$S/appunti.txt"
# what is younger may be of an act that is being done
touch -d '1 minute ago' "$S"/ente/.git/visibile.* "$S"/ente/.git/objects/*/tmp*
integro 'i temporanei di atti interrotti non sono difetti'
like out '^nota: ente: 2 oggetti di atti interrotti' 'quelli delle cartelle'
like out '^nota: formato.123.nuovo: resto' 'quelli dell'\''archivio'
like out '^nota: appunti.txt: non è dell'\''archivio' 'e un file di altri'

# ---- a folder that an act began to make ----
riparti
mkdir -p "$S/registro/2027.git/objects/pack" "$S/cartelle/2026/0000001"
head -c 23 /dev/zero >"$S/registro/2027.git/HEAD"
integro 'una cartella cominciata non è un difetto'
like out '^nota: registro/2027.git: vuota, di un atto interrotto' 'ma si dice'
like out '^nota: cartelle/2026/0000001: vuota' 'anche se è solo una directory'
CARTELLA_ORA=2027-01-04T10:00:00+01:00
come resp conferma-ora --ora "$CARTELLA_ORA" --motivo 'anno nuovo' >/dev/null
is "$(registra_lettera)" 0000001/2027 'e un atto la compie'
CARTELLA_ORA=2026-11-20T10:15:30+01:00
integro 'del tutto'
riparti
mkdir -p "$S/cartelle/2026/0000001"
echo a >"$S/cartelle/2026/0000001/scheda.xml"
run cartella verifica
is_exit 1 'una che non è una cartella git è un difetto'
like out '^DIFETTO: cartelle/2026/0000001: il registro non la conosce' \
    'ed è nominata'

# ---- transito ----
riparti
echo oggi >"$S/transito/oggi"
echo ieri >"$S/transito/ieri"
touch -d '25 hours ago' "$S/transito/ieri"
integro 'byte che nessuno aspetta non sono un difetto'
like out '^nota: transito: 2 file' 'ma si dicono'
registra_lettera >/dev/null
no_file "$S/transito/ieri" 'un giorno dopo vanno via da sé'
has_file "$S/transito/oggi" 'prima no: un atto può essere in corso'

# ---- objects already written by an act that died ----
riparti
oggetti() {
	find "$S/registro/2026.git/objects" -type f | sort
}
oggetti >"$T/oggetti"
at_point prima-del-commit ricetta_registra "$(id_di 51)" 2>/dev/null
oggetti | comm -13 "$T/oggetti" - >"$T/nuovi"
ok 'un atto morto prima di COMMIT ha scritto i suoi oggetti' [ -s "$T/nuovi" ]
while read -r oggetto; do
	chmod u+w "$oggetto" && : >"$oggetto"
done <"$T/nuovi"
run ricetta_registra "$(id_di 51)"
is_out 0000002/2026 'oggetti vuoti al posto giusto: riscritti'
integro 'e integri'

# lengths without bytes, of an act that did not happen; of one that did
azzera() {
	n=$(wc -c <"$1")
	chmod u+w "$1" && head -c "$n" /dev/zero >"$1" &&
	    touch -d '1 minute ago' "$1"
}
riparti
oggetti >"$T/oggetti"
at_point prima-del-commit ricetta_registra "$(id_di 51)" 2>/dev/null
oggetti | comm -13 "$T/oggetti" - >"$T/nuovi"
while read -r oggetto; do
	azzera "$oggetto"
done <"$T/nuovi"
integro 'oggetti di zeri che nessuno aspetta non sono un difetto'
like out "^nota: registro/2026.git: $(wc -l <"$T/nuovi") oggetti di atti" \
    'ma si contano'
run ricetta_registra "$(id_di 51)"
is_out 0000002/2026 'e l'\''atto si fa'
integro 'e tutto è integro'
testa=$(cat "$S/registro/2026.git/refs/heads/main")
azzera "$S/registro/2026.git/objects/$(echo "$testa" | sed 's,^..,&/,')"
run cartella verifica
is_exit 1 'dopo l'\''atto sono un difetto'
like out '^DIFETTO: registro/2026.git/objects/.*: flusso compresso' 'nominato'

# ---- ricostruisci ----
riparti
punti=$(points_of cartella ricostruisci | tr '\n' ' ')
is "$punti" 'registro-riletto vecchio-da-parte nuovo-al-posto ' \
    'ricostruisci ha tre punti'
for punto in $punti; do
	riparti
	at_point "$punto" cartella ricostruisci >/dev/null 2>&1
	if [ "$punto" = vecchio-da-parte ]; then
		run registra_lettera
		is_exit 4 "morto a $punto: senza registro nessun atto"
		like err 'ricostruisci' 'e dice come si rifà'
		run cartella verifica
		is_exit 1 "morto a $punto: verifica lo dice"
		like out '^DIFETTO: registro: non si apre' 'e dice perché'
	fi
	run cartella ricostruisci
	is_exit 0 "morto a $punto: si rifà"
	is "$(registra_lettera)" 0000002/2026 "morto a $punto: si continua"
	integro "morto a $punto: integro"
done

# a writer that was waiting while the register was exchanged
riparti
(
	flock 9
	echo preso >"$T/preso"
	while [ ! -f "$T/scambiato" ]; do sleep 0.05; done
) 9>>"$S/.scrittura" &
while [ ! -f "$T/preso" ]; do sleep 0.05; done
(registra_lettera >"$T/attesa" 2>&1; echo $? >"$T/esce") &
scrittore=$!
sleep 0.7
mv "$S/registro.sqlite" "$S/registro.sqlite.precedente"
sqlite3 "$S/registro.sqlite.precedente" \
    "VACUUM INTO '$S/registro.sqlite'"
: >"$T/scambiato"
wait "$scrittore"
is "$(cat "$T/esce")" 1 'chi aspettava con il vecchio registro non scrive'
ok 'e sa perché' grep -q 'ricostruito in questo momento: riprova' "$T/attesa"
is "$(in_registro 'SELECT count(*) FROM registrazione')" 1 'nulla è cambiato'

# a store of which nothing is left must not become an empty one
riparti
rm -rf "$S/ente" "$S/registro"
run cartella ricostruisci
is_exit 1 'senza cartelle non si ricostruisce'
is "$(in_registro 'SELECT count(*) FROM registrazione')" 1 \
    'e il registro resta'
run cartella verifica
is_exit 1 'verifica dice che mancano'
like out 'DIFETTO: ente' 'ente'
like out 'DIFETTO: registro/2026.git' 'e registro'
plan
