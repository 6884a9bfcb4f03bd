# SPDX-License-Identifier: EUPL-1.2
# Two verifiers, one verdict: `cartella verifica` and docs/verifica-indipendente.sh,
# which is written from formato.md alone, look at one rich store that is damaged in
# every way there is a name for.  Both must say that it is not whole, and both must
# name the folder or the register where it is not.
#
# A few of the ways, others another day (make check); INDIPENDENTE=tutti all of
# them (make prova-indipendente); INDIPENDENTE=ERE those that it matches.
. tests/cli/lib.sh
. "$RADICE/tests/cli/ricette.sh"
. "$RADICE/tests/cli/indipendente.sh"

piena >piena.txt 2>&1 || { cat piena.txt >&2; exit 1; }
INTERO=$T/intero
cp -a "$S" "$INTERO"
R=$S/registro.sqlite
ENTE=ente
REG=registro/2026.git
ACC=accessi/2026/0000001
CAR=cartelle/2026/0000001

di_verifica
is "$V1" 0 'verifica: the store is whole'
di_indipendente
is "$V2" 0 'and whole for who knows formato.md alone'
conteggi() { grep -Eo '[0-9]+ (atti|cartelle|allegati|firme|letture)\>' "$1" | paste -sd ,; }
is "$(conteggi v2)" "$(conteggi v1)" \
    'of as many acts, attachments, signatures and reads'
ok 'the store is as it was' diff -r -x verifiche "$INTERO" "$S"

di_nuovo() {
	chmod -R u+rwX "$S"
	rm -rf "$S"
	cp -a "$INTERO" "$S" || exit 1
}

# ---- what is done to a folder ----

git_blob() {		# of one of the last act, so not in a pack
	git_f=$(a_mano "$1" diff-tree -r --name-only --no-commit-id main | tail -n 1)
	byte_diverso "$(oggetto "$1" "main:$git_f")"
}
git_albero() { byte_diverso "$(oggetto "$1" 'main^{tree}')"; }
git_commit() { byte_diverso "$(oggetto "$1" main)"; }
git_mancante() { rm -f "$(oggetto "$1" "main^{tree}")"; }
git_indietro() { a_mano "$1" update-ref --no-deref refs/heads/main main~1; }
git_sparito() { rm "$(git_dir "$1")/refs/heads/main"; }
git_in_piu() {
	git_c=$(echo x | a_mano "$1" commit-tree 'main^{tree}' -p main) &&
	echo "$git_c" >"$(git_dir "$1")/refs/heads/main"
}
git_altro() {		# the last commit, with something else in its text
	git_c=$(a_mano "$1" cat-file commit main | sed "$2" |
	    a_mano "$1" hash-object -t commit -w --stdin) &&
	echo "$git_c" >"$(git_dir "$1")/refs/heads/main"
}
git_messaggio() { git_altro "$1" 's/^Atto: /Atto:  /'; }
git_atto() { git_altro "$1" 's/^Atto: [0-9]*/Atto: 1/'; }
git_autore() { git_altro "$1" 's/^author [a-z0-9]*/author nessuno/'; }
git_ora() { git_altro "$1" 's/^\(committer .*> \)1/\12/'; }
git_orfano() { git_altro "$1" '/^parent /d'; }
git_ramo() { a_mano "$1" branch altro main; }
git_tag() { a_mano "$1" tag prova main; }
git_config() { a_mano "$1" config core.hooksPath /tmp; }
git_hook() {
	mkdir -p "$(git_dir "$1")/hooks" &&
	printf '#!/bin/sh\n' >"$(git_dir "$1")/hooks/post-commit"
}
git_alternates() {
	mkdir -p "$(git_dir "$1")/objects/info" &&
	echo "$INTERO/ente/.git/objects" >"$(git_dir "$1")/objects/info/alternates"
}
git_packed() { a_mano "$1" pack-refs --all; }
git_head() { echo 'ref: refs/heads/altro' >"$(git_dir "$1")/HEAD"; }
git_estraneo() { echo x >"$(git_dir "$1")/objects/estraneo"; }
git_tolta() { rm -rf "${S:?}/$1"; }

# ---- what is done to the files of a folder that are seen ----

un_file() { (cd "$S/$1" && find . -name '*.xml' ! -path './allegati/*' |
    sort | head -n 1); }
file_byte() { byte_diverso "$S/$1/$(un_file "$1")"; }
file_mancante() { rm "$S/$1/$(un_file "$1")"; }
file_estraneo() { echo '<x/>' >"$S/$1/estraneo.xml"; }
file_directory() { mkdir "$S/$1/vuota"; }
file_collegamento() { ln -sf /etc/passwd "$S/$1/$(un_file "$1")"; }

# ---- what is done to a table of the register ----

chiave_di_riga() {	# its columns, and the last row of it
	sqlite3 "$R" "SELECT name FROM pragma_table_info('$1') WHERE pk > 0 ORDER BY pk" |
	    paste -sd ,
}
colonna_di() {		# one that is no key, and text
	sqlite3 "$R" "SELECT name FROM pragma_table_info('$1') WHERE pk = 0 AND
	    type = 'TEXT' AND \"notnull\" ORDER BY cid DESC LIMIT 1"
}
riga_diversa() {
	riga_c=$(colonna_di "$1")
	riga_k=$(chiave_di_riga "$1")
	[ -n "$riga_c" ] || riga_c=${riga_k##*,}
	dietro "$R" "$1" "UPDATE $1 SET $riga_c = $riga_c || 'x' WHERE ($riga_k) IN
	    (SELECT $riga_k FROM $1 ORDER BY $riga_k DESC LIMIT 1)"
}
riga_tolta() {
	riga_k=$(chiave_di_riga "$1")
	dietro "$R" "$1" "DELETE FROM $1 WHERE ($riga_k) IN
	    (SELECT $riga_k FROM $1 ORDER BY $riga_k LIMIT 1)"
}
riga_in_piu() {		# like the last, under another name
	riga_v=$(sqlite3 "$R" "SELECT group_concat(CASE WHEN pk > 0 OR name = 'istanza'
	    THEN CASE type WHEN 'TEXT' THEN name || ' || ''x''' ELSE name || ' + 1' END
	    ELSE name END, ', ') FROM (SELECT * FROM pragma_table_info('$1') ORDER BY cid)")
	dietro "$R" "$1" "INSERT INTO $1 SELECT $riga_v FROM $1
	    ORDER BY $(chiave_di_riga "$1") DESC LIMIT 1"
}
TABELLE='catena catena_cartella documento catena_allegato posto registrazione soggetto
    file richiesta_correzione rettifica annullamento riserva voce_repertorio giornaliero
    chiusura_giorno copia_acquisita'

# ---- one by one ----

un_allegato() { find "$S/registro/2026/allegati" -type f -links 1 | sort | head -n 1; }
uno_allegato_byte() { byte_diverso "$(un_allegato)" 0; }
uno_allegato_corto() { uno_f=$(un_allegato); chmod u+w "$uno_f"; : >"$uno_f"; }
uno_allegato_mancante() { rm -f "$(un_allegato)"; }
uno_allegato_estraneo() { echo x >"$(dirname "$(un_allegato)")/estraneo"; }
uno_allegati_estraneo() { mkdir "$S/registro/2026/allegati/zz"; }
uno_legame_byte() {	# not the same file any more: the register's is whole
	uno_f=$(find "$S/$CAR/allegati" -type f | sort | head -n 1)
	cp "$uno_f" "$T/legame" && byte_diverso "$T/legame" && mv -f "$T/legame" "$uno_f"
}
uno_legame_estraneo() { echo x >"$S/$CAR/allegati/estraneo"; }
uno_distrutto_torna() {
	uno_i=$(sqlite3 "$R" 'SELECT impronta FROM distrutto LIMIT 1')
	uno_d=$(echo "$uno_i" | cut -c 1-2)
	mkdir -p "$S/registro/2026/allegati/$uno_d" &&
	cp "$T/allegati-di-prima/$uno_d/$uno_i" "$S/registro/2026/allegati/$uno_d/"
}
uno_catena_scambiata() {
	dietro "$R" catena "CREATE TEMP TABLE s AS SELECT seq, impronta FROM catena WHERE
	    seq IN (7, 8); UPDATE catena SET impronta = (SELECT impronta FROM s WHERE
	    s.seq = 15 - catena.seq) WHERE seq IN (7, 8); DROP TABLE s"
}
uno_catena_corta() {	# the last act gone from the register alone
	dietro "$R" catena 'DELETE FROM catena WHERE seq = (SELECT max(seq) FROM catena)'
}
uno_buco() {		# a number in the middle
	dietro "$R" registrazione 'DELETE FROM registrazione WHERE numero = 3'
}
uno_doppio() {
	dietro "$R" registrazione "UPDATE registrazione SET numero = 40 WHERE numero = 3"
}
uno_data() {
	dietro "$R" registrazione "UPDATE registrazione SET ora = '2026-11-19T10:00:00+01:00'
	    WHERE numero = 5"
}
uno_annullata_di_nascosto() {
	sqlite3 "$R" 'UPDATE protocollo SET annullata = 1 WHERE numero = 1'
}
uno_oggetto_di_oggi() { sqlite3 "$R" "UPDATE protocollo SET oggetto = 'x' WHERE numero = 1"; }
uno_testa_indietro() {	# branch and register both, as if the act had never been
	sqlite3 "$R" "UPDATE testa SET commit_id = '$(a_mano "$CAR" rev-parse main~1)'
	    WHERE cartella = '$CAR'" && git_indietro "$CAR"
}
uno_trigger() { sqlite3 "$R" 'DROP TRIGGER registrazione_update'; }
uno_indice() { sqlite3 "$R" 'DROP INDEX file_impronta'; }
uno_tabella() { sqlite3 "$R" 'CREATE TABLE altra (x)'; }
uno_registro_tolto() { rm "$R"; }
uno_registro_vuoto() { : >"$R"; }
uno_registro_rumore() { head -c 100000 /dev/urandom >"$R"; }
L=$S/letture.sqlite
uno_lettura_diversa() { dietro "$L" lettura "UPDATE lettura SET operatore = 'x' WHERE n = 1"; }
uno_lettura_tolta() { dietro "$L" lettura 'DELETE FROM lettura WHERE n = 1'; }
uno_lettura_data() { dietro "$L" lettura "UPDATE lettura SET per = 'as1' WHERE n = 1"; }
uno_letture_trigger() { sqlite3 "$L" 'DROP TRIGGER lettura_delete'; }
uno_letture_tolte() { rm "$L"; }
A=$S/accesso.sqlite
uno_accesso_trigger() { sqlite3 "$A" 'DROP TRIGGER accesso_evento_delete'; }
uno_accesso_tabella() { sqlite3 "$A" 'DROP TABLE accesso_evento'; }
uno_accesso_indice() { sqlite3 "$A" 'CREATE INDEX altro ON sessione (utente)'; }
uno_accesso_diverso() { dietro "$A" accesso_evento "UPDATE accesso_evento SET utente = 'x'"; }
uno_accesso_file() {	# of its pages one more is said to be free than there is
	printf '\001' | dd of="$A" bs=1 seek=39 conv=notrunc status=none
}
uno_accesso_vuoto() { : >"$A"; }
uno_accesso_rumore() { head -c 100000 /dev/urandom >"$A"; }
uno_tag_tolto() { rm "$S/$REG/refs/tags/giorno/2026-11-20"; }
uno_tag_spostato() {
	cp "$S/$REG/refs/tags/giorno/2026-11-20" "$S/$REG/refs/tags/giorno/2026-11-21"
}
uno_tag_rifatto() {	# the same words, one letter of the signature is another
	uno_t=$(a_mano "$REG" cat-file tag giorno/2026-11-20 | awk '
	    /BEGIN PGP/ { print; getline; print; getline; sub(/.$/, "A"); print; next } { print }' |
	    a_mano "$REG" hash-object -t tag -w --stdin --literally) &&
	echo "$uno_t" >"$S/$REG/refs/tags/giorno/2026-11-20"
}
uno_cartella_in_piu() {
	mkdir -p "$S/cartelle/2026/0000009" && git init -q -b main "$S/cartelle/2026/0000009" &&
	a_mano cartelle/2026/0000009 commit-tree -m x "$(a_mano cartelle/2026/0000009 \
	    hash-object -t tree -w /dev/null)" >"$T/c" &&
	cp "$T/c" "$S/cartelle/2026/0000009/.git/refs/heads/main"
}
uno_pacco_byte() { byte_diverso "$(find "$(git_dir "$CAR")" -name 'pack-*.pack')"; }
uno_pacco_tolto() { rm -f "$(find "$(git_dir "$CAR")" -name 'pack-*.pack')"; }
uno_pacco_indice() { byte_diverso "$(find "$(git_dir "$CAR")" -name 'pack-*.idx')"; }
uno_anno_estraneo() { echo x >"$S/cartelle/2026/estraneo"; }
uno_cartelle_file() { mkdir "$S/fascicoli.d"; echo x >"$S/fascicoli"; }

# ---- what is wrong in a chain that holds: the last act made again ----

ULTIMO=$(sqlite3 "$R" 'SELECT max(seq) FROM catena')
rifatto() {		# rifatto SEQ COMMAND...: `modifica` is that, in that act
	rifatto_s=$1
	shift
	rifatto_c=$*
	modifica() { [ "$1" -ne "$rifatto_s" ] || eval "$rifatto_c"; }
	rifai "$rifatto_s"
}
F=firme/0005
rif_firma_rotta() { rifatto "$ULTIMO" "sed -i '3s/^..../AAAA/' $F/firma.asc"; }
rif_firma_altrui() {	# a good one, by a key that nobody enrolled
	[ -n "${ALTRUI:-}" ] || ALTRUI=$(gpg_key altrui)
	rifatto "$ULTIMO" "gpg --batch --quiet --yes --local-user $ALTRUI --armor \
	    --output $F/firma.asc --detach-sign $F/manifesto.xml"
}
rif_firma_di_coord() {	# enrolled, but another's
	rifatto "$ULTIMO" "gpg --batch --quiet --yes --local-user '=coord <coord@prova.invalid>' \
	    --armor --output $F/firma.asc --detach-sign $F/manifesto.xml"
}
rif_manifesto() {	# another document is signed than the one there is
	rifatto "$ULTIMO" "sed -i 's/impronta=\"..../impronta=\"0000/' $F/manifesto.xml"
}
rif_invalido() {
	rifatto $((ULTIMO - 1)) "sed -i 's,<tipo>.*<,<tipo>inventato<,' relazioni/0004.xml"
}
rif_malformato() { rifatto $((ULTIMO - 1)) "echo '<altro' >>relazioni/0004.xml"; }
rif_doctype() {
	rifatto $((ULTIMO - 1)) "sed -i '1a <!DOCTYPE x [<!ENTITY e \"x\">]>' relazioni/0004.xml"
}
rif_id() {		# another id: the segno of the link is not its
	rifatto $((ULTIMO - 1)) "sed -i 's/ id=\"..../ id=\"0000/' relazioni/0004.xml"
}
rif_non_detto() {	# a file that the link does not name
	rifatto $((ULTIMO - 1)) 'echo x >di_troppo.xml'
}
rif_lapide() {		# one that no espunzione names
	rifatto $((ULTIMO - 1)) "cp relazioni/0003.xml relazioni/0004.xml"
}
anello_rotto() {	# anello_rotto SED: the journal of the act, after its hash was made
	rifatto_e=$1
	rifai_anello_vero=$(command -v rifai_anello)
	rifatto "$ULTIMO" "sed -i '$rifatto_e' \"\$rifai_g\""
}
rif_ora_indietro() { anello_rotto '/<anello /s/ ora="2026/ ora="2025/'; }
rif_precedente() { anello_rotto '/<anello /s/ precedente="..../ precedente="0000/'; }
rif_seq() { anello_rotto "/<anello /s/ seq=\"$ULTIMO\"/ seq=\"$((ULTIMO + 1))\"/"; }
rif_operatore() { anello_rotto '/<anello /s/ operatore="as1"/ operatore="as2"/'; }
rif_istanza() { anello_rotto '/<istanza /s/ id="0000/ id="1111/'; }
rif_numero() {		# a number left out
	# shellcheck disable=SC2016
	rifatto $((ULTIMO - 2)) 'f=$(echo "$rifai_f" | grep registrazioni) &&
	    sed -i "s,<numero>000,<numero>001," "$f"'
}
rif_anno() {		# a year that is not its
	# shellcheck disable=SC2016
	rifatto $((ULTIMO - 2)) 'f=$(echo "$rifai_f" | grep registrazioni) &&
	    sed -i "s,^  <ora>2026,  <ora>2025," "$f"'
}

# ---- both must find it ----

# name, argument, place: by folder, by table, then one by one.
danni() {
	for c in $ENTE $REG $ACC $CAR; do
		for d in blob albero commit mancante indietro sparito in_piu messaggio \
		    atto autore ora orfano ramo tag config hook alternates packed head \
		    estraneo tolta; do
			echo "git_$d $c $c"
		done
	done
	for c in $ENTE $ACC $CAR; do
		for d in byte mancante estraneo directory collegamento; do
			echo "file_$d $c $c"
		done
	done
	for c in $TABELLE; do
		for d in diversa tolta in_piu; do
			echo "riga_$d $c registro"
		done
	done
	for d in allegato_byte allegato_corto allegato_mancante allegato_estraneo \
	    allegati_estraneo distrutto_torna; do
		echo "uno_$d - allegati"
	done
	for d in legame_byte legame_estraneo testa_indietro pacco_byte pacco_tolto \
	    pacco_indice; do
		echo "uno_$d - $CAR"
	done
	for d in catena_scambiata catena_corta buco doppio data annullata_di_nascosto \
	    oggetto_di_oggi trigger indice tabella registro_tolto registro_vuoto \
	    registro_rumore; do
		echo "uno_$d - registro"
	done
	for d in lettura_diversa lettura_tolta lettura_data letture_trigger letture_tolte; do
		echo "uno_$d - letture"
	done
	for d in accesso_trigger accesso_tabella accesso_indice accesso_diverso \
	    accesso_file accesso_vuoto accesso_rumore; do
		echo "uno_$d - accesso"
	done
	for d in tag_tolto tag_spostato tag_rifatto; do
		echo "uno_$d - $REG"
	done
	echo "uno_cartella_in_piu - cartelle/2026/0000009"
	echo "uno_anno_estraneo - cartelle/2026/estraneo"
	echo "uno_cartelle_file - fascicoli"
	for d in firma_rotta firma_altrui firma_di_coord manifesto invalido malformato \
	    doctype id non_detto lapide ora_indietro precedente seq operatore istanza; do
		echo "rif_$d - $CAR"
	done
	echo "rif_numero - registro"
	echo "rif_anno - $REG"
}

danni >danni.txt
note "$(wc -l <danni.txt) ways"
case ${INDIPENDENTE:-} in
tutti) cp danni.txt scelti.txt ;;
'') awk -v k="$(($(date +%s) / 86400 % 50))" 'NR % 50 == k' danni.txt >scelti.txt ;;
*) grep -E "$INDIPENDENTE" danni.txt >scelti.txt ;;
esac

# The two verdicts of one store.
confronta() {		# confronta DESC PLACE
	di_verifica
	di_indipendente
	if [ "$V1" -eq 1 ] && [ "$V2" -eq 1 ] && grep -qx "$2" l1 && grep -qx "$2" l2; then
		lib_result 0 "$1"
	else
		lib_result 1 "$1"
		lib_diag "wanted: 1 and 1, $2"
		lib_diag "verifica: $V1 $(tr '\n' ' ' <l1) $(head -n 5 v1)"
		lib_diag "indipendente: $V2 $(tr '\n' ' ' <l2) $(head -n 5 v2)"
	fi
}

while read -r danno argomento luogo; do
	"$danno" "$argomento" >danno.txt 2>&1 || {
		lib_result 1 "$danno $argomento: it cannot be done"
		lib_diag "$(cat danno.txt)"
	}
	confronta "$danno $argomento" "$luogo"
	di_nuovo
done <scelti.txt

# ---- what is no defect: both say whole ----

# An index of git, what an act cut short leaves, what is beside it all; objects in a
# pack are the same objects.
innocuo() {
	a_mano "$ENTE" read-tree main && echo x >"$S/transito/x" &&
	mkdir -p "$(git_dir "$CAR")/objects/ab" &&
	echo x >"$(git_dir "$CAR")/objects/ab/tmp_obj_x" && echo x >"$S/appunti.txt" &&
	mkdir -p "$S/registro/2026/allegati/2d" &&
	printf x >"$S/registro/2026/allegati/2d/$(printf x | sha256sum | cut -c 1-64)" &&
	a_mano "$ACC" -c pack.writeReverseIndex=false repack -qad &&
	rm -rf "$(git_dir "$ACC")/objects/info" "$(git_dir "$ACC")/info"
}
ok 'leftovers, and what git may do to its own files' innocuo
di_verifica
is "$V1" 0 'are no defect to verifica'
di_indipendente
is "$V2" 0 'nor to the other'
is "$(grep -c '^nota' v2 | awk '{ print ($1 >= 4) }')" 1 'which remarks on each'
di_nuovo

# ---- what only one of them finds ----

solo_verifica() {	# solo_verifica DESC
	di_verifica
	di_indipendente
	is "$V1 $V2" '1 0' "only verifica: $1"
	di_nuovo
}
sqlite3 "$R" 'UPDATE attesa SET ufficio = ufficio || 1' 2>/dev/null ||
    sqlite3 "$R" "DELETE FROM smistamento"
solo_verifica 'a projection: only the program can compute it again'
sqlite3 "$R" "UPDATE testo SET parole = parole || ' inventata'"
solo_verifica 'the words by which a document is found'
id=$(a_mano "$ENTE" rev-parse main:ente.xml)
rm -f "$(oggetto "$ENTE" main:ente.xml)"
git --git-dir "$INTERO/ente/.git" cat-file blob "$id" |
    a_mano "$ENTE" -c core.looseCompression=9 hash-object -w --stdin >/dev/null
solo_verifica 'an object compressed in another way: it takes a deflate to see'
chmod 755 "$S"
di_verifica
di_indipendente
is "$V1 $V2" '0 0' 'a store that others may enter is no defect'
is "$(grep -c 'vi può entrare' v1)$(grep -c 'vi può entrare' v2)" 01 \
    'but only the script remarks on it'
di_nuovo

# ---- who has the machine ----

# What follows the last seal, made again from its first act: a letter says something
# else, and every link behind it is another.  Nothing in the store tells.
PRIMO=$(sqlite3 "$R" 'SELECT max(ultimo) + 2 FROM sigillo')
SANA=$(sqlite3 "$R" "SELECT seq || '=' || impronta FROM catena WHERE seq = $PRIMO")
SIGILLATA=$(sqlite3 "$R" "SELECT seq || '=' || impronta FROM catena WHERE seq = $PRIMO - 2")
LETTA=$(sqlite3 "$L" "SELECT n || '=' || impronta FROM lettura WHERE n = 1")
# shellcheck disable=SC2016
rifatto "$PRIMO" 'f=$(echo "$rifai_f" | grep registrazioni) &&
    sed -i "s,<oggetto>.*</oggetto>,<oggetto>un altro oggetto</oggetto>," "$f"'
like_oggetto=$(sqlite3 "$R" "SELECT count(*) FROM protocollo WHERE oggetto = 'un altro oggetto'")
is "$like_oggetto" 1 'the past was rewritten, from the last seal on'
di_verifica
is "$V1" 0 'verifica finds it whole'
di_indipendente
is "$V2" 0 'so does the other: whoever has the machine can do this'
di_verifica --impronta-nota "$SIGILLATA"
is "$V1" 0 'what a seal covers is as it was written down elsewhere'
di_verifica --impronta-nota "$SIGILLATA" --impronta-nota "$SANA"
is "$V1 $(cat l1)" '1 registro' 'and a hash that was written down elsewhere tells'
grep -q "anello ${SANA%=*} non ha l'impronta annotata" v1
lib_result $? 'and which act it is'
di_verifica --impronta-nota 999999="${SANA#*=}"
is "$V1 $(cat l1)" '1 registro' 'the same of a link that is not there any more'
di_indipendente --impronta-nota "$SIGILLATA" --lettura-nota "$LETTA"
is "$V2" 0 'what a seal covers is as it was written down elsewhere'
di_indipendente --impronta-nota "$SIGILLATA" --impronta-nota "$SANA"
is "$V2 $(cat l2)" '1 registro' 'and a hash that was written down elsewhere tells'
grep -q "anello ${SANA%=*} non ha l'impronta annotata" v2
lib_result $? 'and which act it is'
di_nuovo
di_indipendente --lettura-nota "1=$(printf %064d 0)"
is "$V2 $(cat l2)" '1 letture' 'the same of a row of the read log'

# ---- the script itself ----

# The configuration of a folder could have git run something.
# shellcheck disable=SC2016
a_mano "$CAR" config core.fsmonitor "touch $T/eseguito; false"
a_mano "$CAR" config filter.x.smudge "touch $T/eseguito"
mkdir -p "$(git_dir "$CAR")/info" &&
    echo '* filter=x' >"$(git_dir "$CAR")/info/attributes"
di_indipendente
no_file "$T/eseguito" 'nothing that stands in a store is run'
is "$V2" 1 'it is only told'
di_nuovo
indipendente() { sh "$RADICE/docs/verifica-indipendente.sh" "$@"; }
run indipendente
is_exit 2 'without a store: how it is used'
like err 'impronta-nota SEQ=HASH' 'in Italian, from its own head'
run indipendente "$T/non-c-e"
is_exit 2 'a store that is not there'
run indipendente --impronta-nota 12 "$S"
is_exit 2 'a hash that is none'
run indipendente --schemi "$T" "$T/pki"
is_exit 2 'what is no store'
mkdir "$T/solo" && cp -r "$RADICE/docs/verifica-indipendente"* "$T/solo/"
run cartella verifica --impronta-nota 12
is_exit 2 'verifica: a hash that is none'
run sh "$T/solo/verifica-indipendente.sh" "$S"
is_exit 2 'without schemas'
like err 'schemi' 'it asks for them'
plan
