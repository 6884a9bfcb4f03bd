# SPDX-License-Identifier: EUPL-1.2
# chiudi-emergenza: a kit is somebody else's directory.  What was altered, is
# not sealed, or is not the one given out brings nothing into the register.
. tests/cli/lib.sh
. "$RADICE/tests/cli/uffici.sh"

usa() {		# usa KIT: two rows in it; the second has the first's file too
	S=$T/$1
	shift
	come resp apri-emergenza --causa 'manca la corrente' \
	    --inizio "$CARTELLA_ORA" --autorizzazione.provvedimento 'n. 3' \
	    --autorizzazione.data 2026-11-20 \
	    --autorizzazione.fino-al 2026-11-27 >/dev/null || return 1
	for f in a b; do
		echo "$f" >$f.txt
		[ $f = a ] || set -- a.txt
		come prot1 registra-emergenza --flusso entrata --oggetto $f \
		    --mittente.denominazione Scuola --classifica VII/9 \
		    $f.txt "$@" >/dev/null || return 1
	done
	S=$REGISTRO
}

sigilla() {
	S=$T/$1
	come resp sigilla-emergenza --fine "$CARTELLA_ORA" >/dev/null
	sigilla_r=$?
	S=$REGISTRO
	return $sigilla_r
}

catena() {
	sqlite3 "file:$REGISTRO/registro.sqlite?mode=ro" \
	    'SELECT count(*), max(impronta) FROM catena;
	    SELECT count(*) FROM registrazione'
}

# rifiutato DESC TEXT: the last run was refused for this and did nothing
rifiutato() {
	is_exit 1 "$1"
	like err "$2" "$1: si dice perché"
	[ "$(catena)" = "$PRIMA" ] && [ -z "$(ls "$REGISTRO/transito")" ]
	lib_result $? "$1: nulla è cambiato"
}

copia() {	# copia NAME: the sealed kit again, to be altered
	rm -rf "$1"
	cp -a kit "$1"
	chmod -R u+w "$1"
}

# altera_git KIT FOLDER PATH SED: another text on the branch, by git
altera_git() {
	(
		GIT_DIR=$T/$1/$2
		GIT_INDEX_FILE=$T/.indice
		GIT_AUTHOR_NAME=x GIT_AUTHOR_EMAIL=x@x.invalid
		GIT_COMMITTER_NAME=x GIT_COMMITTER_EMAIL=x@x.invalid
		export GIT_DIR GIT_INDEX_FILE GIT_AUTHOR_NAME GIT_AUTHOR_EMAIL \
		    GIT_COMMITTER_NAME GIT_COMMITTER_EMAIL
		rm -f "$GIT_INDEX_FILE"
		git read-tree main &&
		blob=$(git cat-file blob "main:$3" | sed "$4" |
		    git hash-object -w --stdin) &&
		git update-index --add --cacheinfo "100644,$blob,${5:-$3}" &&
		commit=$(git commit-tree -p main -m x "$(git write-tree)") &&
		printf '%s\n' "$commit" >"$GIT_DIR/refs/heads/main"
	)
}

uffici_di_prova >/dev/null || exit 1
REGISTRO=$S
segnalazione >/dev/null
come resp prepara-emergenza >/dev/null
cartella scrivi-kit --in kit >/dev/null
cp -a kit kit.altra-chiave
cp -a kit kit.aperto
usa kit && sigilla kit || exit 1
RIGHE=registrazioni-emergenza/000/00
PRIMA=$(catena)

run come prot1 chiudi-emergenza kit
is_exit 3 'lo fa il responsabile'
run come resp chiudi-emergenza
rifiutato 'senza directory' manca-kit
run come resp chiudi-emergenza kit/formato
is_exit 2 'un file non è una directory'
ln -s kit legame
run come resp chiudi-emergenza legame
is_exit 2 'un collegamento nemmeno'
mkdir vuota
run come resp chiudi-emergenza vuota
rifiutato 'una directory qualunque' 'non è un archivio'
run come resp chiudi-emergenza "$REGISTRO"
rifiutato 'il registro stesso' 'non un kit'

# ---- altered ----
copia k
f=$(find k/registro/2026/allegati -type f | head -n 1)
printf X | dd of="$f" conv=notrunc 2>/dev/null
run come resp chiudi-emergenza k
rifiutato 'un byte di un allegato' 'è stato modificato'
copia k
f=$(find k/registro/2026/allegati -type f | head -n 1)
rm "$f"
run come resp chiudi-emergenza k
rifiutato 'un allegato che manca' 'kit-non-integro'
copia k
f=$(find k/registro/2026/allegati -type f | head -n 1)
rm "$f" && mkfifo "$f"
run come resp chiudi-emergenza k
rifiutato 'un allegato che è una coda' 'kit-non-integro'
copia k
altera_git k registro/2026.git $RIGHE/0000001.xml s/Scuola/Cuolas/
run come resp chiudi-emergenza k
rifiutato 'una riga' '0000001\.xml del kit manca, o è stato modificato'
copia k
altera_git k registro/2026.git \
    atti/000/00/0000001-registra-emergenza.xml s/prot1/prot2/
run come resp chiudi-emergenza k
rifiutato 'un anello' 'anello 3 della catena'
copia k
altera_git k ente/.git emergenza.xml s/corrente/luce/
run come resp chiudi-emergenza k
rifiutato 'la causa' 'emergenza\.xml del kit'
copia k
altera_git k registro/2026.git $RIGHE/0000001.xml '' $RIGHE/0000003.xml
run come resp chiudi-emergenza k
rifiutato 'una riga in più' 'nessun atto nomina'
copia k
altera_git k registro/2026.git \
    atti/000/00/0000002-registra-emergenza.xml '' \
    atti/000/00/0000003-registra-emergenza.xml
run come resp chiudi-emergenza k
rifiutato 'un anello due volte' 'non è al suo posto'
copia k
altera_git k registro/2026.git \
    atti/000/00/0000001-registra-emergenza.xml 's/<anello/<!DOCTYPE x><anello/'
run come resp chiudi-emergenza k
rifiutato 'un anello che non è XML nostro' 'non è valido'
copia k
prima=$(git -C k/ente rev-parse main~1)
echo "$prima" >k/ente/.git/refs/heads/main
run come resp chiudi-emergenza k
rifiutato 'senza il sigillo' 'non è sigillato'
copia k
albero=$(git -C k/ente rev-parse 'main^{tree}')
echo x >"k/ente/.git/objects/$(echo "$albero" | sed 's,^..,&/,')"
run come resp chiudi-emergenza k
[ "$CODE" -ne 0 ] && [ "$(catena)" = "$PRIMA" ]
lib_result $? 'un oggetto di git guasto'
copia k
rm -rf k/registro && ln -s "$REGISTRO/registro" k/registro
run come resp chiudi-emergenza k
rifiutato 'il registro al posto delle sue righe' 'kit-non-integro'

# ---- another kit ----
usa kit.aperto
run come resp chiudi-emergenza kit.aperto
rifiutato 'un kit non ancora sigillato' 'sigilla-emergenza'
tr 0-9a-f 1-9a-f0 <kit.altra-chiave/chiave-macchina >altra
cat altra >kit.altra-chiave/chiave-macchina
usa kit.altra-chiave && sigilla kit.altra-chiave
run come resp chiudi-emergenza kit.altra-chiave
rifiutato 'il sigillo di un'\''altra chiave' 'il sigillo non è quello'
(
	S=$T/estraneo
	uffici_di_prova >/dev/null && come resp prepara-emergenza >/dev/null &&
	cartella scrivi-kit --in kit.estraneo >/dev/null
)
usa kit.estraneo && sigilla kit.estraneo
run come resp chiudi-emergenza kit.estraneo
rifiutato 'il kit di un altro archivio' 'kit-estraneo'

# ---- the good one ----
copia k
sqlite3 k/registro.sqlite 'DROP TRIGGER emergenza_update;
    UPDATE emergenza SET ora = "2020-01-01T00:00:00+01:00"'
rm -f k/letture.sqlite*
run come resp chiudi-emergenza k --nota 'il registro del kit era alterato'
is_out "$(printf '%s\n' 'EM-2026-0000001 = 0000002/2026' \
    'EM-2026-0000002 = 0000003/2026')" \
    'il registro SQLite del kit non conta: contano i documenti sigillati'
run come resp mostra EM-2026-0000001
like out 'del 20/11/2026 10:15, da prot1' 'con le loro date'
for f in 0:b 1:a; do
	come resp originale 0000003/2026 --file ${f%:*} --in o.txt >/dev/null
	same_bytes o.txt ${f#*:}.txt "e il file ${f%:*}, anche se era già arrivato"
	rm -f o.txt
done
PRIMA=$(catena)
run come resp chiudi-emergenza kit
rifiutato 'due volte' 'numeri da 0000002/2026 a 0000003/2026 .*\[gia-rientrato\]'
is_integro 'alla fine'

# An annulled kit does not come back; one without rows does.
come resp prepara-emergenza >/dev/null
cartella scrivi-kit --in kit3 >/dev/null
usa kit3 && sigilla kit3
come resp annulla-kit perduto --ultimo EM-2026-0000004 >/dev/null
PRIMA=$(catena)
run come resp chiudi-emergenza kit3
rifiutato 'annullato' 'kit-annullato'
come resp prepara-emergenza >/dev/null
cartella scrivi-kit --in kit4 >/dev/null
S=$T/kit4
come resp apri-emergenza --causa prova --inizio "$CARTELLA_ORA" \
    --autorizzazione.provvedimento n --autorizzazione.data 2026-11-20 \
    --autorizzazione.fino-al 2026-11-21 >/dev/null
S=$REGISTRO
sigilla kit4
run come resp chiudi-emergenza kit4
is_exit 0 'un'\''emergenza senza documenti si chiude'
PRIMA=$(catena)
run come resp chiudi-emergenza kit4
rifiutato 'anche quella, due volte' 'senza registrazioni .*\[gia-rientrato\]'
is_integro 'ancora'
plan
