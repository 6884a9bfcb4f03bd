# SPDX-License-Identifier: EUPL-1.2
# The whole example case, as `make run` plays it: from the segnalazione of a
# school to the closing of the cartella.  Then who sees what, and whether the
# store can be read, checked and made again without the program.
DISCO=1
. tests/cli/lib.sh
. "$RADICE/tests/cli/carte.sh"

ANNO=$(date +%Y)
CS=CS-$ANNO-0000001
D=$S/cartelle/$ANNO/0000001
SCHEMI=$(dirname "$CARTELLA")/res/schema

run_demo() {		# in a tree of its own: nothing is left in this one
	mkdir -p radice/templates && cp -R "$RADICE/tests" radice/ &&
	cp -R "$RADICE/templates/ente" radice/templates/ &&
	(unset CARTELLA_ORA; sh radice/tests/demo.sh "$S")
}

run run_demo
is_exit 0 'il caso di esempio va dall'\''inizio alla fine'
unlike out 'errore' 'senza errori'
[ "$(grep -c ': 0 difetti$' "$OUT")" -eq 3 ]
lib_result $? 'verifica, ricostruisci, verifica: 0 difetti'
unset CARTELLA_ORA	# the demonstration lives today

# ---- what it left ----

stato() {	# stato FILE ELEMENT
	campo "$1" "$2/stato"
}
is "$(stato "$D/cartella.xml" cartella)" chiuso 'la cartella è chiusa'
is "$(stato "$S/accessi/$ANNO/0000001/accesso.xml" accesso)" chiuso \
    'e il suo accesso'
is "$(stato "$D/proposte/0001.xml" proposta)" approvata \
    'la proposta è approvata'
is "$(campo "$D/proposte/0001.xml" proposta/approvazione/protocollo)" \
    "0000003/$ANNO" 'con il suo protocollo'
is "$(campo "$D/comunicazioni/0001.xml" comunicazione/protocollo)" \
    "0000004/$ANNO" 'la risposta ha il suo'
for f in scheda.xml diario/$ANNO/00/0001.xml relazioni/0001.xml \
    firme/0001/manifesto.xml firme/0001/firma.asc liberatorie/0001.xml; do
	has_file "$D/$f" "c'è $f"
done
is "$(ls -A "$S/transito")" '' 'niente resta in transito'

# ---- who may see what ----

vede() {	# vede USER THING DESC
	run come "$1" mostra "$2"
	is_exit 0 "$3"
}

non_vede() {	# non_vede USER THING ABSENT DESC: hidden is as absent
	run come "$1" mostra "$2"
	is_exit 1 "$4"
	silent out 'e non esce niente'
	sed "s,$2,N,g" "$ERR" >nascosto
	run come "$1" mostra "$3"
	sed "s,$3,N,g" "$ERR" >assente
	same_bytes nascosto assente 'come se non ci fosse'
}

come resp nomina --codice as2 --cognome Bruni --nome Ida \
    --ruolo assistente-sociale --ufficio sociale >"$OUT"
come resp nomina --codice prot2 --cognome Fabbri --nome Leo \
    --ruolo protocollo --ufficio protocollo >"$OUT"
vede coord "$CS" 'la coordinatrice vede la cartella'
vede as1 "$CS" 'chi ne risponde la vede'
for u in as2 prot resp; do
	run come $u mostra "$CS"
	[ "$CODE" -eq 1 ] || [ "$CODE" -eq 3 ]
	lib_result $? "$u non vede la cartella" || lib_show
	run come $u mostra "$CS" --documento "diario/$ANNO/00/0001.xml"
	[ "$CODE" -eq 1 ] || [ "$CODE" -eq 3 ]
	lib_result $? "$u non vede il diario" || lib_show
	unlike out 'frigorifero' 'nemmeno in parte'
done
vede amm "0000003/$ANNO" 'l'\''area amministrativa vede ciò che le è smistato'
like out 'oggetto: +CS-[0-9-]+: sostegno' 'con il suo oggetto'
non_vede amm "0000001/$ANNO" "0000099/$ANNO" 'ma non la segnalazione'
vede amm "$CS" 'della cartella vede la copertina'
like out '^  proposte/0001\.xml +[0-9/]+  proposta, coord$' \
    'e la proposta che istruisce: che cosa è, di quando, di chi'
unlike out '(diario|relazioni|liberatorie|stato-di-famiglia)/|scheda\.xml|firme/' \
    'niente altro'
run come amm storia "$CS"
unlike out 'annota|redigi|diario|relazion' 'nemmeno nella storia'
for d in "diario/$ANNO/00/0001.xml" relazioni/0001.xml scheda.xml \
    "stato-di-famiglia/$ANNO-11-20.xml" liberatorie/0001.xml \
    firme/0001/manifesto.xml; do
	run come amm mostra "$CS" --documento "$d"
	is_exit 1 "l'area amministrativa non legge $d"
	unlike out 'frigorifero' 'nemmeno in parte'
done
non_vede as2 "$CS" "CS-$ANNO-0000099" 'un'\''altra assistente sociale niente'
non_vede as2 "0000001/$ANNO" "0000099/$ANNO" 'né la segnalazione'
non_vede as2 "AC-$ANNO-0000001" "AC-$ANNO-0000099" 'né l'\''accesso'
vede as1 "0000001/$ANNO" 'chi risponde del caso vede la segnalazione'
like out 'Segnalazione alunno M\.R\.' 'con il suo oggetto'
vede prot "0000001/$ANNO" 'chi l'\''ha registrata la vede'
like out 'Segnalazione alunno M\.R\.' 'con il suo oggetto'
vede prot2 "0000001/$ANNO" 'un altro del protocollo sa che c'\''è'
like out RISERVATA 'riservata'
unlike out 'M\.R\.|Rodari|segnalazione\.pdf|sha256' 'e non che cosa dice'
vede prot2 "0000004/$ANNO" 'e così della lettera in uscita'
unlike out 'M\.R\.|Rodari|sha256' 'che non ha fatto lui'
grep -rl Rossini "$S" --include='*.xml' | sed "s,^$S/,,; s,/.*,," |
    sort -u >dove
is "$(cat dove)" cartelle 'il nome del minore sta solo nella cartella'
git --git-dir "$S/registro/$ANNO.git" log -p --all >storia
git -C "$D" log --format=%B --name-only --all >>storia
not_ok 'né nel registro, né nei messaggi, né nei nomi' grep -qiE \
    'rossini|matteo' storia

# ---- without the program ----

schemi() {	# every document of every folder, as git has it
	for git in "$S"/ente "$S"/registro/*.git "$S"/accessi/*/* \
	    "$S"/cartelle/*/*; do
		rm -rf clone
		git clone -q "$git" clone 2>&1 || return 1
		git -C clone fsck --strict 2>&1 || return 1
		find clone -name '*.xml' | while read -r file; do
			root=$(xmllint --xpath 'local-name(/*)' "$file")
			xmllint --noout --nonet --schema \
			    "$SCHEMI/documenti/$root.xsd" "$file" 2>&1 ||
			    exit 1
			echo "$root" >>validi
		done || return 1
	done
}
: >validi
ok 'ogni cartella si clona, è sana, e i suoi documenti sono validi' schemi
n=$(sort -u validi | wc -l)
[ "$n" -ge 18 ]
lib_result $? "di $n tipi" || note "$(sort validi | uniq -c)"
GNUPGHOME=$T/.fuori
mkdir -m 700 "$GNUPGHOME"
gpg --batch --quiet --import "$S"/ente/chiavi/*.asc 2>/dev/null
for d in "$D"/firme/*; do
	ok "la firma ${d##*/} è buona" gpg --batch --verify "$d/firma.asc" \
	    "$d/manifesto.xml"
done
ok 'la prima è della relazione' grep -q \
    "impronta=\"$(sha256sum <"$D/relazioni/0001.xml" | cut -c1-64)\"" \
    "$D/firme/0001/manifesto.xml"
for pdf in "$D"/allegati/*.pdf; do
	n=$(basename "$pdf" .pdf)
	ok "e $(echo "$n" | cut -c1-8) è fra le cose firmate" \
	    grep -q "impronta=\"$n\"" "$D"/firme/*/manifesto.xml
done
gpgconf --kill all
GNUPGHOME=$T/.gnupg

# ---- made again from its folders ----

# what the register says, but for its working tables
contenuto() {
	sqlite3 "$S/registro.sqlite" .dump |
	    grep -Ev '^INSERT INTO "?(testa|mossa)"? ' | sort
}
contenuto >prima.sql
rm -f "$S"/registro.sqlite*
run cartella ricostruisci
is_exit 0 'il registro si rifà da zero'
contenuto >dopo.sql
same_bytes prima.sql dopo.sql 'ed è lo stesso, riga per riga'
[ "$(wc -l <prima.sql)" -gt 200 ]
lib_result $? 'che non è vuoto'
run cartella verifica
like out ': 0 difetti$' 'e integro'
vede coord "$CS" 'e si legge ancora'
like out 'stato: chiuso' 'com'\''era'
plan
