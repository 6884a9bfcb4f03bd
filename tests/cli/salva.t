# SPDX-License-Identifier: EUPL-1.2
# salva, controlla-salvataggio, ripristina: what goes into a copy, that only
# what is new does, that nothing of it is read without keys, and that what was
# altered, lost or exchanged is refused.
. tests/cli/lib.sh
. "$RADICE/tests/cli/ricette.sh"
. "$RADICE/tests/cli/uffici.sh"
. "$RADICE/tests/cli/ricca.sh"
. "$RADICE/tests/cli/salva.sh"

ricca >ricca.txt 2>&1 || exit 1
ripristino_key || exit 1
come prot mostra 0000001/2026 >/dev/null
mkdir -p "$S/revoche"
echo lista >"$S/revoche/$(echo lista | sha256sum | cut -c1-64).crl"
ATTI=$(sqlite3 -readonly "$S/registro.sqlite" 'SELECT max(seq) FROM catena')

# ---- what is refused before anything is written ----

run cartella salva
is_exit 2 'senza directory no'
run cartella salva copia
is_exit 1 'la prima volta senza chiavi no'
like err 'chiavi' 'e dice che cosa manca'
rm -rf copia
run cartella salva copia --chiavi chiavi
is_exit 1 'né senza chiave di ripristino'
like err '--per FILE' 'e dice che cosa manca'
no_file chiavi 'e non resta nulla'
rm -rf copia
echo niente >finta.asc
run cartella salva copia --chiavi chiavi --per finta.asc
is_exit 1 'né per ciò che non è una chiave'
gpg_key firma >/dev/null
gpg --batch --armor --export firma@prova.invalid >firma.asc 2>/dev/null
run cartella salva copia --chiavi chiavi --per firma.asc
is_exit 1 'né per una chiave che firma soltanto'
like err 'non si può cifrare' 'e lo dice'
rm -rf copia
mkdir piena
echo altro >piena/altro
run cartella salva piena --chiavi chiavi --per ripristino.asc
is_exit 1 'in una directory che contiene altro no'
is "$(ls piena)" altro 'che resta com'\''era'
run cartella salva copia --chiavi copia/chiavi --per ripristino.asc
is_exit 1 'le chiavi dentro la copia no'
like err 'non stanno con ciò che aprono' 'e dice perché'
rm -rf copia
run cartella salva copia --chiavi "$S/chiavi" --per ripristino.asc
is_exit 1 'né dentro l'\''archivio'
rm -rf copia chiavi "$S/chiavi" "$S/salvataggi"
run cartella salva "$S/copia" --chiavi chiavi --per ripristino.asc
is_exit 1 'né la copia dentro l'\''archivio'
rm -rf "$S/copia" chiavi "$S/salvataggi"
run "$CARTELLA" --store kit salva copia --chiavi chiavi --per ripristino.asc
like err 'questo è un kit' 'un kit non si salva'
rm -rf copia chiavi

# ---- the first one, and the next ----

run salva --processi 0
is_exit 2 'zero processi no'
run salva --processi 3	# children write it: all that follows reads it
is_exit 0 'salva'
silent err 'senza altro sul terminale'
like out "salvataggio 1 .*fino all'atto $ATTI, " 'e dice fin dove'
like out "^elenco $(sha256sum <"$(elenco 1)" | cut -c1-64)\$" \
    'e l'\''impronta da annotare'
ok 'ogni pezzo ha il nome dei suoi byte' sh -c 'cd copia/pezzi &&
    find . -type f | sed "s,^\./../\(.*\),\1  &," | sha256sum -c --quiet'
is "$(find copia chiavi -perm /077 | head -1)" '' \
    'solo il suo utente può leggerli'
is "$(find chiavi -type f | wc -l)" 1 'le chiavi sono in un file'
ok 'cifrato' grep -q '^-----BEGIN PGP MESSAGE' chiavi/*.gpg
is "$(aperte | grep -c '^chiave cartelle/\|^chiave registro/2026.git \|^chiave ente ')" \
    "$(sqlite3 -readonly "$S/registro.sqlite" 'SELECT count(*) FROM testa')" \
    'che la chiave di ripristino apre: una chiave per cartella git'
is "$(aperte | awk '$1 == "chiave" { print $3 }' | sort | uniq -d)" '' \
    'tutte diverse'
parole=$(sqlite3 -readonly "$S/registro.sqlite" \
    "SELECT oggetto FROM protocollo WHERE oggetto <> '' LIMIT 1")
ok 'una parola del registro c'\''è nell'\''archivio' grep -rqa "$parole" "$S"
run "$DRIVER/tracce" copia "$parole" registrazione cartella.xml urn:cartella
is_exit 0 'e nella copia non c'\''è nessuna parola sua'

pezzi >prima
printf 'a mezzo' >copia/pezzi/nuovo-3
run salva
is_exit 0 'di nuovo'
like out 'salvataggio 2 .* 1 pezzi nuovi' 'scrive solo il suo indice'
no_file copia/pezzi/nuovo-3 'e ciò che una morte lasciò a mezzo non c'\''è più'
come prot registra --flusso entrata --oggetto 'una di più' --mezzo pec \
    --mittente.denominazione X --classifica VII/9 \
    "$FIXTURES/../cli/lib.sh" >/dev/null
run salva
is_exit 0 'dopo un atto'
# index, register of the year, ente perhaps, the file
n=$(pezzi | comm -13 prima - | wc -l)
ok "scrive solo ciò che è cambiato ($n pezzi)" [ "$n" -le 5 ]
is "$(comm -23 prima - <<FINE | wc -l
$(pezzi)
FINE
)" 0 'e non tocca gli altri'
run cartella salva copia
is_exit 0 'la volta dopo basta la directory'
run cartella verifica
is_exit 0 'l'\''archivio resta integro'
unlike out salvataggi 'e non ha cose in più'

# ---- without keys: is it whole? ----

run cartella controlla-salvataggio copia
is_exit 0 'controlla-salvataggio'
like out 'controllati 4 salvataggi, .*: 0 difetti; gli elenchi sono' \
    'li controlla tutti, e l'\''archivio li ricorda'
run "$CARTELLA" --store altrove controlla-salvataggio copia
is_exit 0 'anche senza archivio'
like out ': 0 difetti$' 'che allora non ricorda'
run cartella controlla-salvataggio chiavi
is_exit 1 'ciò che non è una copia no'

run sh -c "cd copia && sed -n 's/^    //p' LEGGIMI.txt | sh"
is_exit 0 'e il comando che LEGGIMI dà a chiunque'
silent out 'non trova niente'
cp -a copia guasta
p=$(pezzi | head -n 1)
rm "guasta/pezzi/$(echo "$p" | cut -c1-2)/$p"
run sh -c "cd guasta && sed -n 's/^    //p' LEGGIMI.txt | sh"
not_ok 'ma un pezzo che manca sì' [ "$CODE" = 0 ]
rm -rf guasta

# ---- and back ----

run "$CARTELLA" --store nuovo ripristina copia --chiavi chiavi
is_exit 2 'senza dire l'\''ultimo numero dato no'
like err '--ultimo' 'e dice che cosa manca'
oggi=$CARTELLA_ORA
ora 2027-01-07T09:00:00+01:00
run riprendi domani
is_exit 1 'né senza dirlo dell'\''anno che è cominciato intanto'
like err 'ultimo numero di protocollo che si sa dato nel 2027' 'e dice quale'
no_file domani 'e non resta nulla'
run riprendi domani --ultimo 0/2027
is_exit 1 'né di quello solo'
like err 'il salvataggio è del 2026, .* nel 2026' 'e dice quale'
run riprendi domani --ultimo 0/2026 --ultimo 0/2027
is_exit 0 'di tutti e due sì'
ora "$oggi"
N=$(sqlite3 -readonly "$S/registro.sqlite" \
    'SELECT printf("%07d/%d", max(numero), anno) FROM registrazione')
run riprendi nuovo --ultimo "$N"
is_exit 0 'ripristina'
unlike out 'mancano' 'non manca nessun numero'
run "$CARTELLA" --store nuovo verifica
is_exit 0 'l'\''archivio nuovo è integro'
like out ': 0 difetti$' 'senza difetti'
unlike out 'nota: ' 'e senza note'
for t in catena testa registrazione file documento; do
	echo "SELECT '$t' WHERE EXISTS (SELECT * FROM main.$t EXCEPT
	    SELECT * FROM r.$t) OR EXISTS (SELECT * FROM r.$t EXCEPT
	    SELECT * FROM main.$t);"
done >confronta.sql
is "$(sqlite3 nuovo/registro.sqlite \
    "ATTACH 'file:$S/registro.sqlite?mode=ro' AS r" '.read confronta.sql' 2>&1)" \
    '' 'con lo stesso registro'
is "$(sqlite3 -readonly nuovo/letture.sqlite 'SELECT * FROM lettura')" \
    "$(sqlite3 -readonly "$S/letture.sqlite" 'SELECT * FROM lettura')" \
    'e le stesse letture'
ok 'e le stesse revoche' diff -r "$S/revoche" nuovo/revoche
ok 'e gli stessi allegati' diff -r "$S/registro/2026/allegati" \
    nuovo/registro/2026/allegati
is "$(find nuovo -path '*/allegati/*' -type f -links +1 | sed 's,^nuovo/,,' | sort)" \
    "$(cd "$S" && find . -path '*/allegati/*' -type f -links +1 | sed 's,^\./,,' | sort)" \
    'legati dove lo erano'
no_file nuovo/sigillo 'senza chiavi segrete'
no_file nuovo.ripristino 'e niente accanto'
is "$(stat -c %a nuovo)" 700 'che solo il suo utente può leggere'
run "$CARTELLA" --store nuovo --come prot registra --flusso entrata \
    --oggetto 'dopo il ritorno' --mezzo pec --mittente.denominazione X \
    --classifica VII/9 "$FIXTURES/../cli/salva.sh"
is_exit 0 'e ci si lavora'
run "$CARTELLA" --store nuovo salva copia
is_exit 0 'e conosce la copia: la continua'
run riprendi ancora
is_exit 0 'anche quella si riprende'
ok 'con l'\''atto in più' sh -c "sqlite3 -readonly ancora/registro.sqlite \
    \"SELECT oggetto FROM protocollo\" | grep -q 'dopo il ritorno'"
run riprendi vecchio --istantanea 1 --ultimo 0/2026
is_exit 0 'uno di prima'
is "$(sqlite3 -readonly vecchio/registro.sqlite 'SELECT max(seq) FROM catena')" \
    "$ATTI" 'con gli atti di allora'
run riprendi nuovo
is_exit 1 'su un archivio non si ripristina'
like err 'non è vuota' 'e si dice'
run riprendi vano --istantanea 77
is_exit 1 'un salvataggio che non c'\''è no'

# ---- numbers that were given and are not in it ----

run riprendi senza --istantanea 1 --ultimo 999/2026
is_exit 0 'se mancano numeri si ripristina lo stesso'
like out 'mancano [0-9]+ numeri' 'e lo si dice'
run "$CARTELLA" --store senza --come prot registra --flusso entrata \
    --oggetto 'due volte' --mezzo pec --mittente.denominazione X \
    --classifica VII/9 "$FIXTURES/../cli/lib.sh"
is_exit 1 'ma non se ne danno altri'
like err 'registro di emergenza' 'e si dice che cosa usare intanto'
run "$CARTELLA" --store senza --come prot mostra 0000001/2026
is_exit 0 'si legge'
run "$CARTELLA" --store senza verifica
is_exit 0 'ed è integro'

# ---- what is not true ----

male() {	# male DESC ERE [ARG...]: what stands in $T/rotta is refused
	male_d=$1 male_e=$2
	shift 2
	run "$CARTELLA" --store vano ripristina rotta --chiavi chiavirotte \
	    --ultimo 0/2026 "$@"
	is_exit 1 "$male_d: no"
	like err "$male_e" "$male_d: e dice che cosa"
	[ ! -e vano ] && [ ! -e vano.ripristino ]
	lib_result $? "$male_d: e non resta nulla"
	rm -rf vano vano.ripristino
}

rompi() {
	rm -rf rotta chiavirotte
	cp -a copia rotta
	cp -a chiavi chiavirotte
}

altera() {	# altera FILE AT: one byte
	b=$(od -An -tu1 -j"$2" -N1 "$1" | tr -d ' ')
	printf "\\$(printf %o $((b ^ 1)))" |
	    dd of="$1" bs=1 seek="$2" conv=notrunc 2>/dev/null
}

ultima=$(find copia/istantanee -type f | sort | tail -n 1)
sed -n 's/^pezzo \([0-9a-f]*\) .*/\1/p' "$ultima" >suoi
for at in 0 9 41 55; do
	rompi
	p=$(shuf -n 1 --random-source="$RADICE/Makefile" suoi)
	altera "rotta/pezzi/$(echo "$p" | cut -c1-2)/$p" "$at"
	male "il byte $at di un pezzo" 'alterato|altri byte'
	run "$CARTELLA" --store altrove controlla-salvataggio rotta
	is_exit 1 "controlla trova il byte $at"
	like out "$p ha altri byte" 'e dice quale pezzo'
done
n=0
while read -r p; do	# the last byte of each: every unit is looked at
	rompi
	f=rotta/pezzi/$(echo "$p" | cut -c1-2)/$p
	altera "$f" $(($(stat -c %s "$f") - 1))
	"$CARTELLA" --store vano ripristina rotta --chiavi chiavirotte \
	    --ultimo 0/2026 >/dev/null 2>&1 && n=$((n + 1))
	rm -rf vano
done <suoi
is "$n" 0 'in nessun pezzo passa un byte cambiato'
rompi
rm "rotta/pezzi/$(head -c 2 suoi)/$(head -n 1 suoi)"
male 'un pezzo che manca' 'manca il pezzo'
run "$CARTELLA" --store altrove controlla-salvataggio rotta
is_exit 1 'controlla lo trova'
rompi
a=$(sed -n 1p suoi) b=$(sed -n 2p suoi)
cp "rotta/pezzi/$(echo "$a" | cut -c1-2)/$a" \
    "rotta/pezzi/$(echo "$b" | cut -c1-2)/$b"
# two of one folder have one key: then it is the name that is not that of these bytes
male 'un pezzo per un altro' 'alterato|altri byte'
rompi
sed -i '/^pezzo/{x;s/^/x/;/^x$/{x;d};x}' "rotta/${ultima#copia/}"
male 'un elenco con un pezzo di meno' 'non è quello che le chiavi ricordano'
run cartella controlla-salvataggio rotta
is_exit 1 'controlla lo trova'
rompi
rm "rotta/${ultima#copia/}"
male 'un elenco che manca' 'manca l.elenco'
rompi
rm chiavirotte/*
male 'senza le chiavi' 'mancano le chiavi di questa copia'
rompi
f=$(find chiavirotte -type f)
altera "$f" 300
male 'le chiavi alterate' 'chiavirotte|non si decifra'
rompi
sed -i "s/^copia .*/copia $(printf %032d 5)/" rotta/COPIA
male 'le chiavi di un'\''altra copia' 'mancano le chiavi'
rompi
gpg --batch --yes --quiet --trust-model always -r "$salva_fpr" -o "$f" -e <<FINE
cartella chiavi 1
copia $(sed -n 's/^copia //p' copia/COPIA)
indice $(printf %064d 0)
istantanea 1 0 1 ../../x
FINE
male 'chiavi fatte da altri, storte' 'non ha la sua forma'
rompi
aperte | sed "s/^\(chiave ente \).*/\1$(printf %064d 1)/" |
    gpg --batch --yes --quiet --trust-model always -r "$salva_fpr" -o "$f" -e
male 'la chiave di ente cambiata' 'ente: la sua chiave è stata distrutta'
rompi
(	GNUPGHOME=$T/.vuota
	export GNUPGHOME
	mkdir -m 700 "$GNUPGHOME"
	"$CARTELLA" --store vano ripristina rotta --chiavi chiavirotte \
	    --ultimo 0/2026 >/dev/null 2>err2
	echo $? >esce
	gpgconf --kill all 2>/dev/null)
is "$(cat esce)" 1 'senza la chiave di ripristino no'
no_file vano 'e non resta nulla'

# ---- a copy that somebody has spoilt is made whole by the next ----

rm "copia/pezzi/$(head -c 2 suoi)/$(head -n 1 suoi)"
run "$CARTELLA" --store nuovo salva copia
is_exit 0 'salva di nuovo ciò che nella copia manca'
run riprendi rifatto
is_exit 0 'e la copia si riprende'

# ---- what is not this copy ----

run cartella salva copia --chiavi chiavi2
is_exit 0 'le chiavi si possono mettere altrove'
is "$(ls chiavi2)" "$(ls chiavi)" 'con lo stesso nome'
run "$CARTELLA" --store vecchio salva copia2 --chiavi chiavi --per ripristino.asc
is_exit 0 'un'\''altra copia'
run cartella salva copia2
is_exit 1 'la copia di un altro archivio no'
like err 'è la copia di un altro archivio' 'e lo dice'
run cartella salva copia --tieni 2
is_exit 0 'se ne tengono quanti si vuole'
is "$(find copia/istantanee -type f | wc -l)" 2 'gli altri se ne vanno'
cat copia/istantanee/*.txt | awk '$1 == "pezzo" || $1 == "indice" { print $2 }' |
    sort -u >nominati
is "$(pezzi | diff - nominati)" '' 'con i loro pezzi, e solo quelli'
run cartella controlla-salvataggio copia
is_exit 0 'e la copia è intera'

# ---- a recovery key under a passphrase, as it must be ----

GNUPGHOME=$T/.cassaforte
export GNUPGHOME
mkdir -m 700 "$GNUPGHOME"
rm -rf copia chiavi
ripristino_key 'una frase lunga' || exit 1
gpgconf --kill all
run "$CARTELLA" --store nuovo salva copia --chiavi chiavi --per ripristino.asc
is_exit 0 'per salvare la frase non serve'
echo 'una frase lunga' >giusta
echo 'altre parole' >sbagliata
CARTELLA_SENZA_PINENTRY=si
export CARTELLA_SENZA_PINENTRY
run riprendi chiuso
not_ok 'senza la frase non si riprende' [ "$CODE" = 0 ]
no_file chiuso 'e non resta nulla'
run riprendi chiuso --frase-da 3 3<sbagliata
not_ok 'con altre parole no' [ "$CODE" = 0 ]
like err 'frase' 'e si dice perché'
run riprendi aperto --frase-da 3 3<giusta
is_exit 0 'con la sua sì'
run riprendi dopo
not_ok 'e l'\''agente non la ricorda' [ "$CODE" = 0 ]
gpgconf --kill all
plan
