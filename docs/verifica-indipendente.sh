#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
#
# verifica-indipendente.sh - controlla un archivio intero con strumenti che non
# sono nostri: git, sqlite3, gpg, openssl, sha256sum, xmllint, awk.  Dice ciò che
# direbbe `cartella verifica`, e si legge in un'ora: chi deve fidarsi di un
# archivio (un archivista, un perito) non deve fidarsi di chi l'ha scritto.
#
#   sh verifica-indipendente.sh [OPZIONE...] ARCHIVIO
#
#   --schemi DIR              gli schemi: la directory schema/ dei sorgenti o
#                             schemi/ di un'esportazione
#   --impronta-nota SEQ=HASH  l'impronta di un anello della catena annotata
#                             fuori dall'archivio (a verbale, in un pacchetto
#                             consegnato, in un registro del giorno stampato)
#   --lettura-nota N=HASH     lo stesso, di una riga del registro delle letture
#   --processi N              quanti insieme (quanti sono i processori)
#
# Scrive una riga per difetto, «difetto», il luogo e che cosa, separati da TAB;
# righe «nota» per ciò che va saputo e non è un difetto; l'ultima riga è un
# riassunto.  Esce con 0 se non ci sono difetti, con 1 se ce ne sono, con 2 se
# non ha potuto lavorare.  Nell'archivio non scrive nulla, e non esegue nulla
# di ciò che vi trova: né la configurazione dei suoi git, né i suoi hook.
#
# Che cosa prova, in ordine (docs/formato.md dice come è fatto ogni pezzo):
#
#  1. Le cartelle git sono intere: ogni oggetto è quello che dice il suo nome,
#     la storia è una linea sola, non ci sono file estranei.
#  2. La catena: ogni atto ha un anello con l'impronta (SHA-256) di ciascun
#     documento e allegato, e quella dell'anello prima.  Un byte cambiato in
#     un documento qualsiasi cambia la sua impronta, quindi l'anello, quindi
#     tutti quelli dopo.
#  3. Ogni documento, in ogni sua versione, è valido per il suo schema.
#  4. Gli allegati ci sono, con i byte che avevano; quelli distrutti per legge
#     li nomina un documento, e non ci sono più.
#  5. Le firme reggono, con le chiavi che l'ente aveva arruolato prima.
#  6. I sigilli del giorno: registri giornalieri incatenati, firmati, e un tag
#     git firmato in ogni cartella di quel giorno.
#  7. I numeri di protocollo: senza buchi né doppi, in ordine di tempo.
#  8. registro.sqlite dice ciò che dicono i documenti (la parte di legge), il
#     registro delle letture e quello degli ingressi sono catene intere, e gli
#     schemi di tutti e tre i file, con i loro trigger, quelli che devono.
#
# Che cosa non prova.  Chi ha in mano la macchina può rifare tutto ciò che segue
# l'ultimo sigillo (anche un sigillo, se ha la chiave), e il risultato è un
# archivio intero: lo smentisce solo un'impronta annotata altrove, e per questo
# c'è --impronta-nota.  Di registro.sqlite non guarda le tabelle calcolate per
# comodità (ricerche, scrivanie, termini: si rifanno con `cartella ricostruisci`)
# né, riga per riga, spedizioni, ricevute, emergenza, registri importati: ma i
# documenti da cui vengono sì.  Non dice se una firma altrui era valida quando fu
# ricevuta: il suo verdetto è un documento, e di quello controlla i byte.

set -u
LC_ALL=C
export LC_ALL
umask 077
QUI=$(cd "$(dirname "$0")" && pwd)
AWK=$QUI/verifica-indipendente

uso() {
	sed -n '3,/^$/s/^#* \{0,1\}//p' "$0" | sed -n '1,24p' >&2
	exit 2
}

muori() {
	echo "verifica-indipendente: $1" >&2
	exit 2
}

# ---- argomenti e attrezzi ----

SCHEMI=
PROCESSI=$(nproc 2>/dev/null || echo 2)
NOTE_CATENA=
NOTE_LETTURE=
while [ $# -gt 0 ]; do
	case $1 in
	--schemi | --processi | --impronta-nota | --lettura-nota)
		[ $# -ge 2 ] || uso
		case $1 in
		--schemi) SCHEMI=$2 ;;
		--processi) PROCESSI=$2 ;;
		--impronta-nota) NOTE_CATENA="$NOTE_CATENA $2" ;;
		--lettura-nota) NOTE_LETTURE="$NOTE_LETTURE $2" ;;
		esac
		shift 2
		;;
	-*) uso ;;
	*) break ;;
	esac
done
[ $# -eq 1 ] || uso
[ -d "$1" ] || muori "«$1» non è una directory"
S=$(cd "$1" && pwd) || muori "«$1» non si apre"
for v in $NOTE_CATENA $NOTE_LETTURE; do
	echo "$v" | grep -Eq '^[1-9][0-9]*=[0-9a-f]{64}$' ||
	    muori "«$v» non è NUMERO=IMPRONTA (64 cifre esadecimali minuscole)"
done
case $PROCESSI in
'' | *[!0-9]* | 0* | ???*) muori 'quanti processi?' ;;
esac
for v in "$SCHEMI" "$QUI/schema" "$QUI/schemi" "$QUI/../schema"; do
	[ -n "$v" ] && [ -f "$v/documenti/registrazione.xsd" ] || continue
	SCHEMI=$(cd "$v" && pwd)
	break
done
[ -f "$SCHEMI/documenti/registrazione.xsd" ] ||
    muori 'dove sono gli schemi? (--schemi DIR)'
for v in git sqlite3 gpg gpgv openssl sha256sum xmllint awk find xargs sort comm; do
	command -v "$v" >/dev/null || muori "manca $v"
done
[ "$(printf 'a\0b\n' | awk '{ print length($0) }')" = 3 ] ||
    muori 'questo awk non legge byte: serve mawk o gawk'

W=$(mktemp -d) || exit 2
trap 'gpgconf --homedir "$W/gpg" --kill all 2>/dev/null; rm -rf "$W"' EXIT
trap 'exit 2' INT TERM HUP
mkdir -m 700 "$W/gpg" "$W/t"
: >"$W/difetti"
: >"$W/nota"
: >"$W/vuote"
GIT_CONFIG_GLOBAL=/dev/null GIT_CONFIG_SYSTEM=/dev/null GIT_CONFIG_NOSYSTEM=1
GNUPGHOME=$W/gpg
export GIT_CONFIG_GLOBAL GIT_CONFIG_SYSTEM GIT_CONFIG_NOSYSTEM GNUPGHOME
unset GIT_DIR GIT_WORK_TREE GIT_INDEX_FILE GIT_ALTERNATE_OBJECT_DIRECTORIES

# Un programma di verifica-indipendente/ su dei file: righe con TAB, in $W.
giudica() {		# giudica NOME FILE...
	nome=$1
	shift
	awk -v D="$W/$nome.${K:-0}" -v W="$W" -v S="$S" -v K="${K:-}" \
	    -f "$AWK/comune.awk" -f "$AWK/$nome.awk" "$@" || {
		: >"$W/interrotto"
		muori "$nome.awk non ha potuto finire"
	}
}

raccogli() {		# mette insieme ciò che hanno trovato
	for r in difetti nota; do
		cat "$W"/*."$r" >>"$W/$r" 2>/dev/null
		rm -f "$W"/*."$r"
	done
}

difetto() {		# difetto LUOGO CHE
	printf 'difetto\t%s\t%s\n' "$1" "$2" >>"$W/difetti"
}

nota() {
	printf 'nota\t%s\t%s\n' "$1" "$2" >>"$W/nota"
}

# ==== 1. che cosa c'è, e dove (formato.md §1, §2) ====

disposizione() {
	[ "$(cat "$S/formato" 2>/dev/null)" = 'cartella 1' ] ||
	    [ "$(cat "$S/formato" 2>/dev/null)" = 'cartella 1 emergenza' ] ||
	    difetto formato 'non è un archivio di questo formato (versione 1)'
	[ "$(stat -c %a "$S")" = 700 ] ||
	    nota archivio 'vi può entrare anche chi non è il servizio (il modo non è 0700)'
	find "$S" -mindepth 1 \( -path "$S/custodia" -o -path "$S/sigillo" \
	    -o -path "$S/tenuti" -o -path "$S/transito" -o -path "$S/salvataggi" \
	    -o -path "$S/consegne" -o -path "$S/verifiche" \) -prune \
	    -o -printf '%y\t%m\t%s\t%i\t%P\n' >"$W/trovati"
	giudica disposizione "$W/trovati"
	for v in cartelle tag visibili byte; do
		: >>"$W/$v"
		sort -o "$W/$v" "$W/$v"
	done
	[ -s "$W/cartelle" ] || muori "in «$S» non c'è nessuna cartella git"
}

# ==== 2. la storia di ogni cartella (§2): git fsck, poi tutta, in righe ====

CONFIG='[core]
	repositoryformatversion = 0
	filemode = false
	bare = NUDA
	logallrefupdates = false
	commitGraph = false
[gc]
	auto = 0
	packRefs = false
	pruneExpire = never
	cruftPacks = false
	writeCommitGraph = false
[repack]
	writeBitmaps = false
	updateServerInfo = false
[pack]
	writeReverseIndex = false
[maintenance]
	auto = false'

# HEAD e configurazione di tutte, in una volta.
forma_git() {
	for v in true false; do
		echo "$CONFIG" | sed "s/NUDA/$v/" | sha256sum | cut -c 1-64 >"$W/config.$v"
	done
	echo 'ref: refs/heads/main' | sha256sum | cut -c 1-64 >"$W/config.head"
	while IFS='	' read -r c g; do
		printf '%s\0%s\0' "$S/$g/HEAD" "$S/$g/config"
	done <"$W/cartelle" | xargs -0 sha256sum 2>/dev/null >"$W/forme"
	giudica forma "$W/forme" "$W/cartelle"
}

# La configurazione di un git nell'archivio potrebbe far eseguire qualcosa:
# si usa una directory git nostra, e della cartella solo gli oggetti.
storie() {		# storie K: di quelle dell'elenco K
	GIT_DIR=$W/git.$1
	export GIT_DIR
	git init -q --bare -b main "$GIT_DIR" || : >"$W/interrotto"
	git config core.commitGraph false
	n=0
	while IFS='	' read -r c g; do
		n=$((n + 1))
		x=$W/storia.$1.$n
		testa=
		if [ ! -e "$S/$g/refs/heads/main" ]; then
			echo "$c" >>"$W/vuote"
			continue
		fi
		{ read -r testa <"$S/$g/refs/heads/main"; } 2>/dev/null
		case $testa in
		*[!0-9a-f]*) testa= ;;
		esac
		[ ${#testa} -eq 40 ] || {
			difetto "$c" 'non ha un ramo main'
			continue
		}
		if [ -s "$W/mosse" ]; then
			vera=$(awk -F '\t' -v c="$c" -v t="$testa" \
			    '$1 == c && $2 == t { print $3; exit }' "$W/mosse")
			[ -z "$vera" ] || {
				nota "$c" 'il ramo è da spostare: lo farà il prossimo atto'
				testa=$vera
			}
		fi
		echo "$testa" >"$GIT_DIR/refs/heads/main"
		GIT_OBJECT_DIRECTORY=$S/$g/objects
		export GIT_OBJECT_DIRECTORY
		set -- "$1"
		[ ! -d "$S/$g/refs/tags" ] || for f in "$S/$g"/refs/tags/*/*; do
			v=
			{ read -r v <"$f"; } 2>/dev/null
			[ ${#v} -ne 40 ] || set -- "$@" "$v"
		done
		k=$1
		shift
		git fsck --full --strict --no-dangling "$testa" "$@" >"$x.fsck" 2>&1 ||
		    difetto "$c" "git fsck: $(head -n 1 "$x.fsck" | tr '\t' ' ')"
		set -- "$k"
		if ! git fast-export --show-original-ids --signed-tags=strip \
		    refs/heads/main >"$x" 2>"$x.fsck"; then
			difetto "$c" "la storia non si legge: $(head -n 1 "$x.fsck")"
			rm -f "$x"
			continue
		fi
		printf '%s\t%s\t%s\t%s\n' "$c" "$x" "$testa" "$g"
	done <"$W/elenco.$1" >"$W/lette.$1"
	mkdir "$W/b.$1" "$W/t/$1"
	K=$1
	giudica legge "$W/lette.$1"
	rm -f "$W/storia.$1".*
}

# ==== 3. la catena (§5, §6), e ogni commit con il suo atto (§2) ====

catena() {
	cd "$W" || exit 2
	for v in commit cambi radici atti dist informi xml lette; do
		cat "$v".[0-9] "$v".[0-9][0-9] >"$v" 2>/dev/null
	done
	mkdir b
	find b.* -type f -exec mv -f -t b {} +
	find b -type f -print0 | xargs -0 -r -P "$PROCESSI" -n 2000 sha256sum |
	    sed 's,  .*/,	,' >impronte
	find t -type f -print0 | xargs -0 -r -P "$PROCESSI" -n 2000 sha256sum |
	    sed 's,  .*/,	,' >testi
	# il segno di un id (§6): le prime 32 cifre del suo SHA-256
	mkdir id
	awk -F '\t' '$3 ~ /^[0-9a-f]+$/ && !visto[$3]++ {
	    printf "%s", $3 > ("id/" $3); close("id/" $3) }' radici
	find id -type f -print0 | xargs -0 -r -n 2000 sha256sum | sed 's,  .*/,	,' >segni
	rm -rf id
	for v in anelli toccate allegati posti documenti teste vivi distrutti provenienze \
	    giornali; do
		: >"$v"
	done
	giudica catena impronte testi segni commit cambi radici informi dist xml atti lette
	# ciò che venne con la cartella di un altro ente (§24): l'albero intero
	while IFS='	' read -r c commit sotto albero; do
		g=$(awk -F '\t' -v c="$c" '$1 == c { print $2 }' cartelle)
		[ "$(GIT_DIR=$W/git.1 GIT_OBJECT_DIRECTORY=$S/$g/objects \
		    git rev-parse "$commit:$sotto" 2>/dev/null)" = "$albero" ] ||
		    difetto "$c" "ciò che sta in $sotto non è ciò che venne"
	done <provenienze
	# senza ramo: di un atto che non avvenne, se nessun anello la nomina
	while read -r c; do
		if cut -f 3 toccate | grep -qxF "$c"; then
			difetto "$c" 'non ha un ramo, e un atto vi scrisse'
		else
			nota "$c" 'una cartella vuota, di un atto interrotto'
		fi
	done <vuote
	cd "$QUI" || exit 2
}

# ==== 4. ogni versione di ogni documento, e lo schema del suo tempo (§3) ====

validita() {
	cd "$W" || exit 2
	mkdir v
	ls "$SCHEMI/documenti" | sed -n 's/\.xsd$//p' >noti
	giudica validita noti radici giornali documenti
	for v in v/*; do
		[ -f "$v" ] || continue
		x=${v#v/}
		case $x in
		*=*) schema=b/${x#*=} ;;
		*) schema=$SCHEMI/documenti/$x.xsd ;;
		esac
		xargs -P "$PROCESSI" -n 500 xmllint --noout --nonet --schema "$schema" \
		    <"$v" 2>&1 | sed -n 's,^b/\([0-9a-f]*\) validates$,\1,p' >>validi
		sed 's,^b/,,' "$v" >>da_validare
	done
	: >>validi
	sort -u da_validare >v1
	sort -u validi | comm -23 v1 - >invalidi
	[ ! -s invalidi ] || awk -F '\t' 'NR == FNR { no[$1] = 1; next }
	    ($3 in no) { print "difetto\t" $1 "/" $2 "\tnon è valido per il suo schema" }
	    ' invalidi vivi >>difetti
	[ ! -s invalidi ] || awk -F '\t' 'NR == FNR { no[$1] = 1; next }
	    ($5 in no) { print "difetto\t" $2 "/" $3 "\tnon è valido per il suo schema" }
	    ' invalidi documenti >>difetti
	cd "$QUI" || exit 2
}

# ==== 5. i byte accanto (§1) e i file che si vedono (§2) ====

byte() {
	awk -F '\t' -v S="$S" '!visto[$1]++ { printf "%s/%s%c", S, $3, 0 }' "$W/byte" |
	    xargs -0 -r -P "$PROCESSI" -n 500 sha256sum >"$W/byte.sha" 2>/dev/null
	giudica byte "$W/byte.sha" "$W/byte" "$W/anelli" "$W/allegati" "$W/distrutti"
	awk -F '\t' -v S="$S" '$2 == "f" { printf "%s/%s/%s%c", S, $1, $3, 0 }' "$W/visibili" |
	    xargs -0 -r -P "$PROCESSI" -n 500 sha256sum >"$W/visibili.sha" 2>/dev/null
	giudica visibili "$W/visibili.sha" "$W/impronte" "$W/vivi" "$W/visibili"
}

# ==== 6. registro.sqlite (§9): la parte di legge ====

# Una copia, perché aprire un file di SQLite può cambiarlo.
copia_sqlite() {	# copia_sqlite NOME
	[ -f "$S/$1.sqlite" ] || return 1
	for v in '' -wal; do
		[ ! -f "$S/$1.sqlite$v" ] || cp "$S/$1.sqlite$v" "$W/$1.sqlite$v"
	done
	chmod u+w "$W/$1.sqlite"*
}

sql() {			# sql NOME ISTRUZIONI
	printf '.mode ascii\n.nullvalue "\\001"\n%s\n' "$2" |
	    sqlite3 -batch -safe "$W/$1.sqlite" 2>"$W/sql.err" |
	    tr '\n\t\036' '\002\003\n'
}

# Lo schema del file, parola per parola, e la sua integrità.
schema_sqlite() {	# schema_sqlite NOME
	v="SELECT type || ' ' || name || ' ' || tbl_name || ' ' || sql
	    FROM sqlite_schema WHERE sql IS NOT NULL"
	sqlite3 -batch "$W/nuovo.$1" <"$SCHEMI/$1.sql" 2>/dev/null
	sql "$1" "$v;" | sort >"$W/schema.vero"
	mv "$W/nuovo.$1" "$W/nuovo.sqlite"
	sql nuovo "$v;" | sort >"$W/schema.detto"
	rm "$W/nuovo.sqlite"
	comm -3 "$W/schema.vero" "$W/schema.detto" | sed 's/^\t//' | cut -d ' ' -f 2 |
	    sort -u | while read -r v; do
		case $1 in
		registro) difetto 'registro schema' "$v non è come deve" ;;
		*) difetto "$1" "lo schema di $v non è come deve" ;;
		esac
	done
	v=$(sql "$1" 'PRAGMA integrity_check; PRAGMA foreign_key_check;' | head -n 1)
	[ "$v" = ok ] || difetto "$1" "non è integro: $(echo "$v$(cat "$W/sql.err")" | head -n 1)"
}

# I rami che il registro dice ancora da spostare: non ancora fatti, o fatti da
# una macchina che si è spenta prima che il disco lo sapesse (§8).
mosse() {
	: >"$W/mosse"
	copia_sqlite registro || { difetto registro 'manca registro.sqlite'; return; }
	sql registro "SELECT cartella, da, a FROM mossa WHERE tag IS NULL
	    AND allegato IS NULL AND fatta IS NOT '$(cat \
	    /proc/sys/kernel/random/boot_id 2>/dev/null)';" | tr '\037' '\t' >"$W/mosse"
}

registro() {
	: >"$W/letture_dette"
	giudica registro "$W/documenti" "$W/radici" "$W/anelli" "$W/xml"
	[ -f "$W/registro.sqlite" ] || return
	schema_sqlite registro
	{
		sed 's/^/catena_cartella	/' "$W/toccate"
		sed 's/^/catena_allegato	/' "$W/allegati"
		sed 's/^/posto	/' "$W/posti"
		sed 's/^/testa	/' "$W/teste"
		cut -f 1-4,6 "$W/documenti" | sed 's/^/documento	/'
		sed 's/^/distrutto	/' "$W/distrutti"
	} | tr '\t' '\037' >"$W/righe.catena"
	{
		cat "$W/righe.catena" "$W/attese"
	} | sort >"$W/righe.attese"
	sql registro "$RIGHE" | sort >"$W/righe.vere"
	[ ! -s "$W/sql.err" ] || difetto registro "non si legge: $(head -n 1 "$W/sql.err")"
	comm -3 "$W/righe.attese" "$W/righe.vere" >"$W/righe"
	awk -F '\037' '{
		c = sub(/^\t/, "") ? "una riga che nessun documento dice: " : "manca una riga: "
		if ($1 == "testa") print "difetto\t" $2 "\til ramo non è dove il registro dice"
		if (n[$1]++ < 3) print "difetto\tregistro " $1 "\t" c $2 " " $3
	}' "$W/righe" >>"$W/difetti"
}

RIGHE="
SELECT 'catena', * FROM catena;
SELECT 'catena_cartella', seq, ordine, cartella FROM catena_cartella;
SELECT 'catena_allegato', seq, impronta FROM catena_allegato;
SELECT 'posto', seq, cartella, commit_id FROM posto;
SELECT 'testa', cartella, commit_id, atti FROM testa;
SELECT 'documento', seq, cartella, percorso, segno, impronta FROM documento;
SELECT 'distrutto', impronta, seq FROM distrutto;
SELECT 'registrazione', * FROM registrazione;
SELECT 'soggetto', * FROM soggetto;
SELECT 'file', * FROM file;
SELECT 'rettifica', anno, numero, ordine, campo, posto,
    CASE WHEN campo LIKE '%mittente' OR campo = 'destinatario' THEN '...' ELSE prima END,
    CASE WHEN campo LIKE '%mittente' OR campo = 'destinatario' THEN '...' ELSE dopo END,
    motivo, provvedimento, richiesta, operatore, ora, seq FROM rettifica;
SELECT 'annullamento', * FROM annullamento;
SELECT 'riserva', * FROM riserva;
SELECT 'richiesta_correzione', * FROM richiesta_correzione;
SELECT 'voce_repertorio', * FROM voce_repertorio;
SELECT 'copia_acquisita', * FROM copia_acquisita;
SELECT 'giornaliero', * FROM giornaliero;
SELECT 'chiusura_giorno', * FROM chiusura_giorno;
SELECT 'chiave', * FROM chiave;
SELECT 'chiave_revoca', impronta, seq, revocata, motivo, nullif(dal, '') FROM chiave_revoca;
SELECT 'protocollo', anno, numero, giorno, oggetto, annullata FROM protocollo;"

# ==== 7. firme, tag, sigilli (§3, §12) ====

firme() {
	: >"$W/da_verificare"
	: >"$W/tag_attesi"
	: >"$W/chiavi"
	cd "$W" || exit 2
	giudica firme radici anelli allegati segni documenti xml
	mkdir k
	sort -u chiavi | while IFS='	' read -r c oid; do
		case ${#c} in
		40) gpg --batch --quiet --dearmor <"b/$oid" >>"k/$c.gpg" 2>/dev/null ;;
		*) cp "b/$oid" "k/$c.pem" ;;
		esac
	done
	awk -F '\t' -v n="$PROCESSI" '{ print > ("firme." (NR % n)) }' da_verificare
	for v in firme.[0-9] firme.[0-9][0-9]; do
		[ ! -f "$v" ] || verifica_firme "$v" &
	done
	wait
	tag_scritti
	cd "$QUI" || exit 2
}

openpgp() {		# openpgp CHIAVE FIRMA FILE: la firma è di quella chiave
	gpgv --status-fd 1 --keyring "$W/k/$1.gpg" "$2" "$3" 2>/dev/null |
	    grep -q "^\[GNUPG:\] VALIDSIG .* $1\$"
}

cades() {		# cades CHIAVE FIRMA FILE TIPO
	[ "$(openssl x509 -in "$W/k/$1.pem" -outform DER 2>/dev/null | sha256sum |
	    cut -c 1-64)" = "$1" ] || return 1
	set -- "$1" "$2" "$3" "$4" "$W/k/$$.$(basename "$2")"
	case $4 in
	p7s) openssl cms -verify -binary -inform DER -in "$2" -content "$3" -noverify \
		-nointern -certfile "$W/k/$1.pem" -out /dev/null 2>/dev/null ;;
	*) openssl cms -verify -binary -inform DER -in "$2" -noverify -nointern \
		-certfile "$W/k/$1.pem" -out "$5" 2>/dev/null && cmp -s "$5" "$3" ;;
	esac
}

verifica_firme() {
	while IFS='	' read -r c luogo manifesto firma tipo chiave; do
		case $tipo in
		asc) openpgp "$chiave" "b/$firma" "b/$manifesto" ;;
		*) cades "$chiave" "b/$firma" "b/$manifesto" "$tipo" ;;
		esac || difetto "$luogo" 'la firma non regge'
	done <"$1"
}

# I tag che i sigilli nominano, e nessun altro; ciascuno firmato (§12).
tag_scritti() {
	while IFS='	' read -r c nome; do
		v=
		{ read -r v <"$S/$(git_di "$c")/refs/tags/$nome"; } 2>/dev/null
		printf '%s\t%s\t%s\n' "$c" "$nome" "$v"
	done <tag >tag_veri
	mkdir g
	cut -f 1 tag_veri | sort -u | while read -r c; do
		awk -F '\t' -v c="$c" '$1 == c { print $3 }' tag_veri |
		    GIT_DIR=$W/git.1 GIT_OBJECT_DIRECTORY=$S/$(git_di "$c")/objects \
		    git cat-file --batch >tag_byte
		printf '%s\n' "$c" | cat - tag_byte | awk -v W="$W" -f "$AWK/tag.awk" >>tag_detti
	done
	: >>tag_detti
	giudica tag_attesi anelli tag_detti tag_veri tag_attesi posti
	while IFS='	' read -r luogo oid chiave; do
		openpgp "$chiave" "g/$oid.asc" "g/$oid" ||
		    difetto "$luogo" 'il tag non è firmato da chi deve'
	done <tag_da_verificare
}

git_di() {
	case $1 in
	registro/*) echo "$1" ;;
	*) echo "$1/.git" ;;
	esac
}

# ==== 8. le letture (§9) e gli ingressi (§16): due catene di righe ====

catena_righe() {	# catena_righe LUOGO FILE: righe «n precedente impronta testo»
	rm -rf "$W/r"
	mkdir "$W/r"
	(cd "$W/r" && D=$W/righe_$1.0 && awk -v D="$D" -v luogo="$1" -v W="$W" \
	    -f "$AWK/comune.awk" -f "$AWK/righe.awk" "$2")
}

letture() {
	if ! copia_sqlite letture; then
		difetto letture 'manca letture.sqlite'
		return
	fi
	schema_sqlite letture
	sql letture "SELECT n, precedente, impronta, n || ' ' || ora || ' ' || operatore ||
	    ' ' || ifnull(per, '-') || ' ' || atto || ' ' || oggetto || ' ' || esito ||
	    ' ' || precedente || char(10) FROM lettura ORDER BY n;" | tr '\037' '\t' >"$W/letture"
	catena_righe letture "$W/letture"
	[ -f "$S/accesso.sqlite" ] && copia_sqlite accesso || return
	schema_sqlite accesso
	# ogni campo con la sua lunghezza in byte (§16)
	v=
	for x in ora tipo utente indirizzo esito dettaglio precedente; do
		v="$v || ifnull(length(CAST($x AS BLOB)) || ' ' || $x, '-') || char(10)"
	done
	sql accesso "SELECT n, precedente, impronta, n || char(10) $v
	    FROM accesso_evento ORDER BY n;" |
	    tr '\037' '\t' >"$W/ingressi"
	catena_righe accesso "$W/ingressi"
}

note_di_fuori() {	# ciò che qualcuno ha annotato altrove
	for v in $NOTE_CATENA; do
		awk -F '\t' -v s="${v%=*}" -v h="${v#*=}" '$1 == s && $11 == h { si = 1 }
		    END { exit !si }' "$W/anelli" ||
		    difetto 'registro catena' "l'anello ${v%=*} non ha l'impronta annotata: rifatto"
	done
	for v in $NOTE_LETTURE; do
		awk -F '\t' -v s="${v%=*}" -v h="${v#*=}" '$1 == s && $3 == h { si = 1 }
		    END { exit !si }' "$W/letture" ||
		    difetto letture "la riga ${v%=*} non ha l'impronta annotata: rifatta"
	done
}

# ==== tutto, in ordine ====

disposizione
forma_git
mosse
awk -F '\t' -v n="$PROCESSI" -v W="$W" '{ print > (W "/elenco." NR % n) }' "$W/cartelle"
for v in "$W"/elenco.*; do
	(storie "${v##*.}") &
done
wait
[ ! -e "$W/interrotto" ] || muori 'le storie non si sono lette tutte'
catena
validita
byte
registro
firme
letture
note_di_fuori
raccogli
sort -u "$W/nota" | head -n 1000
sort -u "$W/difetti"
n=$(sort -u "$W/difetti" | wc -l)
read -r a b <"$W/conto"
conta() { cat "$@" 2>/dev/null | wc -l; }
printf 'verifica-indipendente: %s atti, %s documenti (%s espunti), %s cartelle, ' \
    "$a" "$(conta "$W/documenti")" "$b" "$(conta "$W/cartelle")"
printf '%s allegati, %s firme, %s letture: %s difetti\n' "$(cut -f 4 "$W/byte" | grep -c .)" \
    "$(conta "$W/da_verificare" "$W/tag_detti")" "$(conta "$W/letture")" "$n"
[ "$n" -eq 0 ]
