# SPDX-License-Identifier: EUPL-1.2
# Tools that know nothing of us read a store and agree (docs/formato.md §10):
# git, xmllint, sha256sum, gpg, sqlite3, and the chain computed again by awk
# from the journals alone.
. tests/cli/lib.sh
. "$RADICE/tests/cli/semina.sh"

SCHEMI=$(dirname "$CARTELLA")/res/schema/documenti
DB=$S/registro.sqlite

semina || exit 1
anno=$(echo "$CARTELLA_ORA" | cut -c1-4)

git_di() {	# the git directory of a folder
	case $1 in
	*.git) echo "$S/$1" ;;
	*) echo "$S/$1/.git" ;;
	esac
}

cartelle=$(cd "$S" && { echo ente; echo "registro/$anno.git"
	ls -d accessi/*/* cartelle/*/* 2>/dev/null; })
is "$(sqlite3 "$DB" 'SELECT cartella FROM testa ORDER BY 1')" \
    "$(echo "$cartelle" | sort)" 'the register knows these folders and no others'

# ---- git ----

: >documenti
for c in $cartelle; do
	g=$(git_di "$c")
	run git --git-dir "$g" fsck --strict --full
	is_exit 0 "git fsck --strict: $c"
	silent out 'without a remark'
	is "$(git --git-dir "$g" log --format=%H main | wc -l)" \
	    "$(sqlite3 "$DB" "SELECT count(*) FROM posto WHERE cartella = '$c'")" \
	    'git log shows a commit an act'
	is "$(git --git-dir "$g" rev-parse HEAD)" \
	    "$(sqlite3 "$DB" "SELECT commit_id FROM testa WHERE cartella = '$c'")" \
	    'HEAD is the head the register knows'
	is "$(git --git-dir "$g" log --merges --format=%H | wc -l)" 0 \
	    'its history is linear'
	is "$(git --git-dir "$g" log --format='%(trailers:key=Atto,valueonly)' |
	    grep .)" "$(sqlite3 "$DB" "SELECT seq FROM posto WHERE
	    cartella = '$c' ORDER BY seq DESC")" 'the trailers name the acts'
	clone=$T/clone/$c
	ok 'git clone' git clone -q "$g" "$clone"
	(cd "$clone" && find . -name .git -prune -o -type f -print) |
	    sed "s,^\./,$c ," | sort >>documenti
	case $c in
	*.git) ;;
	*)
		rm -rf "$clone/.git"
		ok 'yields the XML folder that is visible' diff -r \
		    -x .git -x allegati "$clone" "$S/$c"
		;;
	esac
done
like_people=$(for c in $cartelle; do
	git --git-dir "$(git_di "$c")" log --format='%B%an%ae' --name-only
done | grep -Ei 'rossi|bianchi|verdi|neri|segnalazione|scuola')
is "$like_people" '' 'no name of a person in messages, authors or paths'

# ---- xmllint ----

non_validi=
while read -r c f; do
	case $f in
	*.xml) ;;
	*) continue ;;
	esac
	root=$(xmllint --xpath 'local-name(/*)' "$T/clone/$c/$f")
	xmllint --noout --nonet --schema "$SCHEMI/$root.xsd" \
	    "$T/clone/$c/$f" 2>lint || non_validi="$non_validi $c/$f $(cat lint)"
done <documenti
is "$non_validi" '' 'xmllint: each stored document is valid'
is "$(grep -c 'xml$' documenti)" \
    "$(sqlite3 "$DB" "SELECT (SELECT count(*) FROM attuale WHERE tipo NOT
    LIKE '%-openpgp') + (SELECT count(*) FROM catena)")" \
    'and there were as many as the register knows, with the journals'

# ---- sha256sum, gpg ----

sbagliati=$(find "$S/registro/$anno/allegati" -type f | while read -r f; do
	[ "$(sha256sum <"$f")" = "$(basename "$f")  -" ] || echo "$f"
done)
is "$sbagliati" '' 'sha256sum: each attachment is its name'
is "$(find "$S/registro/$anno/allegati" -type f | wc -l)" \
    "$(sqlite3 "$DB" 'SELECT count(DISTINCT impronta) FROM catena_allegato')" \
    'as many as the chain names'
is "$(find "$S/registro/$anno/allegati" -type f -perm /0377 | wc -l)" 0 \
    'none can be written'
same_bytes messaggio.eml "$(find "$S/registro" -name \
    "$(sha256sum messaggio.eml | cut -c1-64)")" 'the message byte for byte'

nuova=$T/nuova
mkdir -m 700 "$nuova"
ok 'gpg --import of a key taken from the folder' \
    gpg --homedir "$nuova" --batch --quiet --import \
    "$S/ente/chiavi/$CHIAVE.asc"
is "$(gpg --homedir "$nuova" --batch --with-colons --list-keys 2>/dev/null |
    awk -F: '$1 == "fpr" { print $10; exit }')" "$CHIAVE" 'and it is the key'
gpgconf --homedir "$nuova" --kill all 2>/dev/null

# ---- the chain, from the journals alone ----

# One attribute, or one element a line, of the journal $1.
dato() {
	xmllint --xpath "string(//*[local-name()='$2']/@$3)" "$1"
}

elenco() {	# elenco FILE ELEMENT ATTRIBUTE...
	elenco_f=$1
	elenco_e="//*[local-name()='anello']/*[local-name()='$2']"
	shift 2
	elenco_n=$(xmllint --xpath "count($elenco_e)" "$elenco_f")
	elenco_i=1
	while [ "$elenco_i" -le "$elenco_n" ]; do
		elenco_x=
		for a in "$@"; do
			elenco_x="$elenco_x $(xmllint --xpath \
			    "string(($elenco_e)[$elenco_i]$a)" "$elenco_f")"
		done
		echo "$elenco_x"
		elenco_i=$((elenco_i + 1))
	done
}

# The text of docs/formato.md §6.
testo() {
	per=$(dato "$1" anello per)
	echo 'cartella 1'
	echo "seq $(dato "$1" anello seq)"
	echo "ora $(dato "$1" anello ora)"
	echo "atto $(dato "$1" anello atto)"
	echo "operatore $(dato "$1" anello operatore)"
	echo "per ${per:--}"
	echo "istanza $(dato "$1" istanza id) $(dato "$1" anello istanza-impronta)"
	elenco "$1" cartella '' | sed 's/^/cartella/'
	elenco "$1" documento /@cartella /@percorso /@segno /@impronta |
	    sed 's/^/documento/'
	elenco "$1" allegato /@impronta | sed 's/^/allegato/'
	echo "precedente $2"
}

# The envelope alone, in the deterministic form.
busta() {
	echo '<?xml version="1.0" encoding="UTF-8"?>'
	awk '/<istanza/ { on = 1; sub(/<istanza/, "<istanza xmlns=\"urn:cartella:1\"") }
	    on { sub(/^  /, ""); print }
	    /<istanza.*\/>/ || /<\/istanza>/ { on = 0 }' "$1"
}

find "$T/clone" -path '*/atti/*' -name '*.xml' | while read -r f; do
	echo "$(dato "$f" anello seq) $f"
done | sort -n >giornali
precedente=0000000000000000000000000000000000000000000000000000000000000000
conto=0
falsi=
while read -r seq f; do
	conto=$((conto + 1))
	[ "$seq" = "$conto" ] || falsi="$falsi manca-$conto"
	scritta=$(dato "$f" anello impronta)
	[ "$(testo "$f" "$precedente" | sha256sum)" = "$scritta  -" ] ||
	    falsi="$falsi anello-$seq"
	[ "$(busta "$f" | sha256sum)" = \
	    "$(dato "$f" anello istanza-impronta)  -" ] ||
	    falsi="$falsi istanza-$seq"
	precedente=$scritta
done <giornali
is "$falsi" '' 'sha256sum and awk: each link follows from the journals'
is "$conto" "$(sqlite3 "$DB" 'SELECT count(*) FROM catena')" 'all of them'
is "$precedente" "$(sqlite3 "$DB" \
    'SELECT impronta FROM catena ORDER BY seq DESC LIMIT 1')" \
    'the last is that of the register'

altri=$(while read -r seq f; do
	elenco "$f" documento /@cartella /@percorso /@segno /@impronta
done <giornali | while read -r c p segno impronta; do
	[ -f "$T/clone/$c/$p" ] || echo "manca $c/$p"
	case $p in
	*.xml)	id=$(sed -n '2s/.* id="\([0-9a-f]*\)".*/\1/p' "$T/clone/$c/$p")
		[ "$(printf %s "$id" | sha256sum | cut -c1-32)" = "$segno" ] ||
		    echo "segno $c/$p" ;;
	esac
done)
is "$altri" '' 'each document a link names is there, with the id its segno is of'
is "$(sqlite3 -separator ' ' "$DB" 'SELECT cartella, percorso, impronta
    FROM attuale' | while read -r c p impronta; do
	[ "$(sha256sum <"$T/clone/$c/$p")" = "$impronta  -" ] || echo "$c/$p"
done)" '' 'each has the impronta of the register'

# ---- sqlite3 ----

is "$(sqlite3 -separator ' ' "$DB" 'SELECT numero, flusso, oggetto,
    classifica FROM registrazione ORDER BY numero')" \
    '1 entrata Segnalazione A.B. VII/9
2 entrata Messaggio VII/9
3 uscita Risposta VII/9' 'sqlite3 reads the register'

not_ok 'a gap in the numbers is refused' sqlite3 "$DB" \
    "INSERT INTO registrazione (anno, numero, seq, documento, ora, operatore,
    flusso, oggetto, riservata, riservata_motivo, riservata_fino, mezzo,
    data_arrivo, protocollo_mittente, protocollo_mittente_data, classifica)
    SELECT anno, numero + 2, seq, documento, ora,
    operatore, flusso, oggetto, riservata, riservata_motivo, riservata_fino,
    mezzo, data_arrivo, protocollo_mittente, protocollo_mittente_data,
    classifica FROM registrazione WHERE numero = 3"
for q in 'UPDATE lettura SET esito = esito' 'DELETE FROM lettura' \
    'INSERT OR REPLACE INTO lettura SELECT * FROM lettura LIMIT 1'; do
	not_ok "letture: $q" sqlite3 "$S/letture.sqlite" "$q"
done

run cartella verifica
is_exit 0 'after all of this the store is whole'
plan
