# SPDX-License-Identifier: EUPL-1.2
# The office's seal: made in a ceremony, used by chiudi-giorno and sigilla,
# replaced, stolen; the tags it leaves, as any git checks them.
. tests/cli/lib.sh
. "$RADICE/tests/cli/ricette.sh"
. "$RADICE/tests/cli/uffici.sh"

in_registro() {
	sqlite3 "file:$S/registro.sqlite?mode=ro" "$1"
}

git_di() {	# the git directory of a folder
	case $1 in *.git) echo "$S/$1" ;; *) echo "$S/$1/.git" ;; esac
}

no() {	# no CODICE DESC CMD...: refused with that rilievo
	no_codice=$1 no_desc=$2
	shift 2
	run "$@"
	is_exit 1 "$no_desc: no"
	like err "\\[$no_codice\\]" 'e dice perché'
}

tag_veri() {	# every tag of every folder, by git and gpg alone
	in_registro 'SELECT cartella, nome, oggetto, commit_id FROM tag' >tag
	[ -s tag ] || return 1
	while IFS='|' read -r dove nome oggetto commit; do
		g=$(git_di "$dove")
		git --git-dir "$g" verify-tag "$nome" 2>verdetto &&
		grep -q "Good signature" verdetto &&
		[ "$(git --git-dir "$g" rev-parse "refs/tags/$nome")" = "$oggetto" ] &&
		[ "$(git --git-dir "$g" rev-parse "$nome^{}")" = "$commit" ] &&
		git --git-dir "$g" merge-base --is-ancestor "$commit" main ||
		    { echo "$dove $nome"; return 1; }
	done <tag
}

nuovo_sigillo() {	# nuovo_sigillo NOME: a key in the home of the seal
	[ -d "$S/sigillo" ] || mkdir -m 700 "$S/sigillo"
	(GNUPGHOME=$S/sigillo gpg_key "$1") >"$1.fpr" &&
	gpg --homedir "$S/sigillo" --batch --armor --export "$(cat "$1.fpr")" \
	    >"$1.asc" && gpg --batch --quiet --import "$1.asc"
}

ente_di_prova >/dev/null || exit 1
registra_lettera >/dev/null

# ---- without a seal: the operator's key, and it says so ----

no senza-chiave 'né sigillo né chiave' come resp sigilla
chiave_di resp >/dev/null || exit 1
run come prot sigilla
is_exit 3 'non è del protocollo'
run come resp sigilla --id "$(id_di 3)"
is_exit 0 'senza sigillo firma il responsabile'
like out 'con la chiave di resp, perché l.ufficio non ha un sigillo' 'e si dice'
cp "$OUT" primo
run come resp sigilla --id "$(id_di 3)"
same_bytes "$OUT" primo 'la stessa istanza ha la stessa risposta'
ok 'ogni tag è confermato da git e gpg' tag_veri
is "$(in_registro 'SELECT count(*) FROM tag t JOIN sigillo s
    ON t.nome = "sigillo/" || s.ultimo')" 2 'uno per cartella toccata'
no niente-da-sigillare 'due volte di seguito' come resp sigilla
is_integro 'dopo un sigillo della persona'

# ---- the ceremony ----

nuovo_sigillo sigillo
run come resp arruola-chiave --uso sigillo sigillo.asc
is_exit 0 'il sigillo si arruola'
chmod 755 "$S/sigillo"
no firma-non-fatta 'un portachiavi che altri leggono' come resp sigilla
like err 'chmod 700' 'e dice che cosa fare'
chmod 700 "$S/sigillo"
mv "$S/sigillo" fuori
no firma-non-fatta 'un sigillo arruolato che non è al suo posto' come resp sigilla
like err 'parte segreta del sigillo' 'invece di firmare con la chiave di altri'
is "$(in_registro 'SELECT count(*) FROM sigillo')" 1 'e non è successo niente'
mv fuori "$S/sigillo"
run come resp sigilla --motivo 'consegna di una copia'
is_exit 0 'con il sigillo'
like out 'con il sigillo dell.ufficio' 'e si dice'
ok 'ogni tag è confermato da git e gpg' tag_veri
is "$(in_registro "SELECT count(*) FROM tag WHERE utente IS NULL
    AND chiave = '$(cat sigillo.fpr)'")" 2 'e ha firmato l'\''ufficio'
T2=$(in_registro 'SELECT nome FROM tag WHERE utente IS NULL LIMIT 1')
git --git-dir "$S/registro/2026.git" cat-file tag "$T2" >tag.txt
ULTIMO=${T2#sigillo/}
ok "il tag lega il commit alla catena" grep -q "^anello $ULTIMO $(in_registro \
    "SELECT impronta FROM catena WHERE seq = $ULTIMO")\$" tag.txt
git clone -q "$S/registro/2026.git" clone 2>/dev/null
ok 'un clone ha i tag, e li verifica' git -C clone verify-tag "$T2"
(cd clone && sha256sum sigilli/*/*.xml | cut -c1-64) >impronte
ok 'il manifesto nomina il documento del sigillo' grep -q \
    "$(tail -n 1 impronte)" clone/firme/00/0002/manifesto.xml
ok 'e gpg da solo conferma la sua firma' gpg --batch --verify \
    clone/firme/00/0002/firma.asc clone/firme/00/0002/manifesto.xml

# ---- a day ----

ora 2026-11-23T08:30:00+01:00
registra_lettera >/dev/null
run come resp chiudi-giorno
is_exit 0 'il giorno si chiude con il sigillo'
like out 'con il sigillo dell.ufficio' 'e si dice'
is "$(in_registro "SELECT group_concat(cartella) FROM (SELECT cartella FROM tag
    WHERE nome = 'giorno/2026-11-20' ORDER BY cartella)")" \
    ente,registro/2026.git 'un tag in ogni cartella del giorno'
ok 'ogni tag è confermato da git e gpg' tag_veri
run come resp giorno 2026-11-20
like out '^chiuso con il sigillo dell.ufficio il 23/11/2026 08:30$' \
    'e il giorno dice chi l'\''ha chiuso'

# ---- elsewhere, and under a passphrase ----

mkdir -m 700 chiavetta
gpg --homedir chiavetta --batch --quiet --faked-system-time 20200101T000000 \
    --pinentry-mode loopback --passphrase 'busta 17' --quick-generate-key \
    'chiuso <chiuso@prova.invalid>' ed25519 sign never 2>/dev/null
gpg --homedir chiavetta --batch --armor --export >chiuso.asc
gpgconf --homedir chiavetta --kill all	# it knows the passphrase still
gpg --batch --quiet --import chiuso.asc
ora 2026-11-23T09:00:00+01:00
come resp arruola-chiave --uso sigillo chiuso.asc >/dev/null
registra_lettera >/dev/null
run come resp sigilla
is_exit 1 'nella directory di prima quella chiave non c'\''è'
CARTELLA_SIGILLO=$T/chiavetta
export CARTELLA_SIGILLO
run come resp sigilla
is_exit 1 'senza la frase non si sigilla'
like err '\[firma-non-fatta\]' 'e si dice'
echo 'busta 71' >frase
run come resp sigilla --frase-da 7 7<frase
is_exit 1 'né con una sbagliata'
echo 'busta 17' >frase
run come resp sigilla --frase-da 7 7<frase
is_exit 0 'con la frase sì'
registra_lettera >/dev/null
run come resp sigilla
is_exit 1 'e la seconda volta va data di nuovo'
unset CARTELLA_SIGILLO
run come resp --sigillo "$T/chiavetta" sigilla --frase-da 7 7<frase
is_exit 0 'la directory si può dire anche nel comando'
ok 'e ogni tag è confermato da git e gpg' tag_veri
come resp revoca-chiave --chiave "$(gpg --with-colons --list-keys chiuso |
    awk -F: '$1 == "fpr" { print $10; exit }')" --motivo cessata >/dev/null
gpgconf --homedir chiavetta --kill all

# ---- what verifica finds ----

guasto() {	# guasto ERE DESC CMD...: done to a copy, verifica says so
	guasto_ere=$1 guasto_desc=$2
	shift 2
	rm -rf "$T/guasto" && cp -a "$S" "$T/guasto"
	(cd "$T/guasto" && "$@") >/dev/null 2>&1
	run "$CARTELLA" --store "$T/guasto" verifica
	is_exit 1 "$guasto_desc: verifica lo trova"
	like out "DIFETTO: $guasto_ere" 'e lo dice'
}
R=registro/2026.git
guasto "$R/refs/tags/giorno/2026-11-20: file mancante" 'un tag tolto' \
    git --git-dir $R tag -d giorno/2026-11-20
guasto "$R/refs/tags/giorno/2026-11-20: contenuto diverso" 'un tag spostato' \
    git --git-dir $R tag -f giorno/2026-11-20 main
guasto 'registro tag' 'una riga tolta' sqlite3 registro.sqlite \
    "DELETE FROM tag WHERE nome = 'giorno/2026-11-20' AND cartella = 'ente'"
guasto 'ente tag giorno/2026-11-20: la catena sigillata era un.altra' \
    'una catena rifatta' sqlite3 registro.sqlite "DROP TRIGGER catena_update;
    UPDATE catena SET impronta = replace(impronta, 'a', 'b')"
guasto 'ente tag giorno/2026-11-20' 'la chiave di un altro' sqlite3 \
    registro.sqlite "UPDATE tag SET utente = 'resp' WHERE cartella = 'ente'"

# Any value of the two tables, any byte of the refs (all with ALTERA_TUTTO=1).
for cosa in 'colonne ^(sigillo|tag)$' 'byte 3 0/1 /tags/'; do
	rm -rf alterato && cp -a "$S" alterato && rm -rf alterato/sigillo
	# shellcheck disable=SC2086
	ok "$cosa: ogni alterazione è trovata" \
	    perl "$RADICE/tests/cli/altera.pl" ${cosa%% *} alterato ${cosa#* }
done

# ---- the register is lost with refs still to be made ----

rm -rf guasto && cp -a "$S" guasto
rm guasto/$R/refs/tags/giorno/2026-11-20
rm guasto/registro.sqlite*
run "$CARTELLA" --store guasto ricostruisci
is_exit 0 'ricostruisci'
run "$CARTELLA" --store guasto verifica
like out ': 0 difetti$' 'rimette il tag che manca'

# ---- a new key takes over ----

nuovo_sigillo secondo
run come resp arruola-chiave --uso sigillo secondo.asc
is_exit 0 'un secondo sigillo'
come resp revoca-chiave --chiave "$(cat sigillo.fpr)" --motivo sostituita \
    >/dev/null
run come resp sigilla
is_exit 0 'firma'
is "$(in_registro 'SELECT t.chiave FROM tag t ORDER BY t.seq DESC LIMIT 1')" \
    "$(cat secondo.fpr)" 'con la chiave nuova'
ok 'i tag di prima valgono ancora' tag_veri
is_integro 'dopo la sostituzione'

# ---- stolen ----

ora 2026-11-24T08:30:00+01:00
run come resp revoca-chiave --chiave "$(cat secondo.fpr)" \
    --motivo compromessa --dal 2026-11-23
is_exit 0 'il sigillo rubato si revoca'
run cartella verifica
is_exit 0 'l'\''archivio è integro'
like out 'nota: registro/2026.git tag sigillo/.*non si' 'e dice a quali tag non si crede più'
nuovo_sigillo terzo
come resp arruola-chiave --uso sigillo terzo.asc >/dev/null
run come resp sigilla
is_exit 0 'un sigillo nuovo'
is "$(in_registro 'SELECT count(*) FROM tag WHERE cartella = "registro/2026.git"
    AND chiave = "'"$(cat terzo.fpr)"'"')" 1 'copre di nuovo'
is "$(git --git-dir "$S/$R" show main:sigilli/00/0006.xml |
    sed -n 's,.*<primo>\(.*\)</primo>.*,\1,p')" \
    "$(in_registro "SELECT ultimo + 1 FROM sigillo
    WHERE chiave NOT IN ('$(cat secondo.fpr)', '$(cat terzo.fpr)') ORDER BY ultimo DESC LIMIT 1")" \
    'gli atti dall'\''ultimo sigillo a cui si crede'
run cartella verifica
is_exit 0 'e l'\''archivio resta integro'

# ---- the reminder ----

come resp registra --flusso interno --oggetto nota --classifica I/1 \
    >/dev/null 2>&1
run come resp scrivania
unlike out 'Da sigillare' 'sotto la soglia niente'
sqlite3 "$S/registro.sqlite" 'UPDATE politica SET sigillo_atti = 1'
registra_lettera >/dev/null
registra_lettera >/dev/null
run come resp scrivania
like out '^Da sigillare: 1 \[sigilla\]' 'oltre, la scrivania lo ricorda'
like out 'atti senza sigillo' 'e dice quanti'
run come prot scrivania
unlike out 'Da sigillare' 'non a chi non può'
gpgconf --homedir "$S/sigillo" --kill all
plan
