# SPDX-License-Identifier: EUPL-1.2
# esporta, importa: the whole store in forms that are read without us, and a
# store made of them; what is refused of an export that is not true.
. tests/cli/lib.sh
. "$RADICE/tests/cli/ricette.sh"
. "$RADICE/tests/cli/uffici.sh"
. "$RADICE/tests/cli/ricca.sh"

ricca >ricca.txt 2>&1 || exit 1
come prot mostra 0000001/2026 >/dev/null
come nessuno mostra 0000001/2026 >/dev/null 2>&1

come prot registra --oggetto 'parole di una bozza' --bozza >/dev/null

in_registro() {
	sqlite3 "file:$S/registro.sqlite?mode=ro" "$1"
}

# ---- who may, and where ----

n=$(sqlite3 -readonly "$S/letture.sqlite" 'SELECT count(*) FROM lettura')
run come prot esporta fuori
is_exit 3 'esporta solo il responsabile'
no_file fuori 'e non resta nulla'
is "$(sqlite3 -readonly "$S/letture.sqlite" "SELECT operatore || ' ' || atto
    || ' ' || esito FROM lettura WHERE n > $n")" 'prot esporta negato' \
    'ma la riga di chi ci ha provato'
run come resp esporta
is_exit 2 'senza directory no'
mkdir pieno
echo altro >pieno/altro
run come resp esporta pieno
is_exit 1 'in una directory che contiene qualcosa no'
like err 'non è vuota \(altro\)' 'e dice che cosa'
is "$(ls pieno)" altro 'e resta com'\''era'

mkdir -m 755 fuori
run come resp esporta fuori
is_exit 0 'il responsabile esporta, anche in una vuota'
silent err 'senza altro sul terminale'
like out '^restano fuori: le chiavi segrete' 'e si dice che cosa resta fuori'
like out '^documenti in PDF: ' 'e quanti PDF'
like out "^SHA256SUMS +$(sha256sum fuori/SHA256SUMS | cut -c1-64)\$" \
    'e l'\''impronta da annotare'
is "$(sqlite3 -readonly "$S/letture.sqlite" 'SELECT operatore, atto, oggetto,
    esito FROM lettura ORDER BY n DESC LIMIT 1')" \
    "resp|esporta|archivio;atti=$(in_registro 'SELECT max(seq) FROM catena')|mostrato" \
    'è una lettura, con la sua riga'
is "$(find fuori -perm /077 | head -1)" '' 'che solo il suo utente può leggere'
run come resp esporta fuori
is_exit 1 'due volte nella stessa no'

# ---- read without us ----

run sh fuori/verifica.sh
is_exit 0 'verifica.sh: tutto è come fu scritto'
fine=$(in_registro "SELECT seq || ', l''ultima impronta è ' || impronta
    FROM catena ORDER BY seq DESC LIMIT 1")
like out "catena.txt: $fine" \
    'e conta gli atti come il registro'
for x in fuori/*; do
	grep -qw -- "$(basename "$x")" fuori/LEGGIMI.txt ||
	    [ "$x" = fuori/LEGGIMI.txt ] || echo "$x"
done >mancano
is "$(cat mancano)" '' 'LEGGIMI dice che cosa è ogni cosa'

# Each document stands by the schema of its root, which goes with it.
find fuori/documenti -name '*.xml' -exec xmllint --xpath \
    "concat(local-name(/*), ' ', namespace-uri(/*))" {} \; -exec echo {} \; |
    paste -d ' ' - - >radici.txt
while read -r radice spazio doc; do
	[ "$spazio" = urn:cartella:1 ] &&
	    xmllint --noout --nonet --schema "fuori/schemi/documenti/$radice.xsd" \
	        "$doc" 2>&1 | grep -v ' validates$'
done <radici.txt >invalidi.txt
ok 'di ogni documento c'\''è la radice' [ "$(wc -l <radici.txt)" -gt 20 ]
is "$(grep -cv ' urn:cartella:1 ' radici.txt)" 0 'e tutti sono dei nostri'
is "$(cat invalidi.txt)" '' 'ognuno vale per lo schema che gli sta accanto'

sqlite3 stock.db <fuori/registro/registro.sql >stock.txt 2>&1
is "$(cat stock.txt)" '' 'registro.sql entra in un sqlite3 qualunque'
tabelle() {	# those that are not of an index of words
	sqlite3 stock.db "SELECT name FROM sqlite_schema WHERE type = 'table'
	    AND name NOT LIKE 'sqlite_%' ORDER BY 1"
}
tabelle | sort >tabelle.txt
sed -n 's/^\([a-z_][a-z_0-9]*\)  .*/\1/p' fuori/TABELLE.txt | sort >dette.txt
is "$(diff tabelle.txt dette.txt)" '' 'TABELLE.txt le nomina tutte, e solo loro'
for t in $(tabelle | grep -v '^mossa$'); do
	echo "SELECT '$t' WHERE EXISTS (SELECT * FROM main.$t EXCEPT
	    SELECT * FROM r.$t) OR EXISTS (SELECT * FROM r.$t EXCEPT
	    SELECT * FROM main.$t);"
done >confronta.sql
is "$(sqlite3 stock.db "ATTACH 'file:$S/registro.sqlite?mode=ro' AS r" \
    '.read confronta.sql' 2>&1)" '' 'ogni riga del registro, e nessuna di più'
for t in $(tabelle | grep -v '^mossa$'); do
	echo ".import --csv fuori/registro/csv/$t.csv csv_$t"
	echo "SELECT '$t' WHERE (SELECT count(*) FROM $t) <>
	    (SELECT count(*) FROM csv_$t);"
done >csv.sql
for t in $(tabelle | grep -v '^mossa$'); do	# without rows: nothing to count
	[ "$(wc -l <"fuori/registro/csv/$t.csv")" = 1 ] &&
	    sed -i "/ csv_$t\$/d; /^SELECT '$t' /,/;\$/d" csv.sql
done
is "$(sqlite3 stock.db '.read csv.sql' 2>&1)" '' 'e così nei CSV'
xmllint --noout fuori/registro/xml/*.xml 2>xml.txt
is "$(cat xml.txt)" '' 'gli XML sono XML'
is "$(xmllint --xpath 'count(/tabella/riga)' fuori/registro/xml/catena.xml)" \
    "$(in_registro 'SELECT count(*) FROM catena')" 'con le loro righe'
is "$(sqlite3 -readonly stock.db "UPDATE catena SET atto = 'x'" 2>&1 |
    grep -c .)" 1 'anche lì la catena non si cambia'

GIT_DIR='' git clone -q fuori/storia/registro/2026.git copia 2>/dev/null
ok 'la storia è un git qualunque' diff -r -x .git copia fuori/documenti/registro/2026
is "$(git -C copia log --format=%H | wc -l | tr -d ' ')" \
    "$(in_registro "SELECT count(*) FROM posto
    WHERE cartella = 'registro/2026.git'")" 'con tutti gli atti'
impronta=$(in_registro 'SELECT impronta FROM file WHERE ordine = 0 LIMIT 1')
file=$(sed -n "s/^$impronta,\([^,]*\),.*/\1/p" fuori/allegati/indice.csv | head -1)
like_name() { case $1 in allegati/protocollo/2026/000000[0-9]/0-*) ;; *) false ;; esac; }
ok 'un documento ha il suo numero e il suo nome' like_name "$file"
is "$(sha256sum <"fuori/$file" | cut -c1-64)" "$impronta" 'e i suoi byte'
is "$(find fuori -name '*.gpg' -o -name '*.key' -o -name 'private-keys*')" '' \
    'nessuna chiave segreta'
is "$(grep -rl 'parole di una bozza' fuori)" '' 'nessuna bozza'
is "$(head -1 fuori/accessi/accessi.csv | tr -d '\r')" \
    n,ora,tipo,utente,indirizzo,esito,dettaglio,precedente,impronta \
    'chi è entrato'
run "$CARTELLA" --store kit --come resp esporta fuori.kit
like err 'questo è un kit' 'un kit non si esporta'

# ---- to be read ----

run sh -c 'cd fuori/documenti && find . -name "*.xml" ! -path "./ente/*" \
    ! -path "*/atti/*" ! -name manifesto.xml ! -name "verdetto-*.xml" |
    sed "s,^./,," | sort'
cp "$OUT" da_leggere
gia_carta() {	# gia_carta PATH: its page links the paper that it is
	grep -rq 'allegati/[^"]*">PDF di allora<span class="nascosto"> '"di $1<" \
	    fuori/pdf
}
while read -r x; do
	[ -e "fuori/pdf/${x%.xml}.pdf" ] || gia_carta "${x#registro/2026/}" ||
	    echo "$x"
done <da_leggere >mancano
is "$(cat mancano)" '' 'ogni documento ha il suo PDF, o è già una carta'
ok 'e non sono pochi' test "$(find fuori/pdf -name '*.pdf' | wc -l)" -gt 15
find fuori/pdf -name '*.html' | while read -r h; do
	grep -o 'href="[^#"][^"]*' "$h" | sed 's/href="//' | while read -r l; do
		[ -f "$(dirname "$h")/$l" ] || echo "$h: $l"
	done
done >rotti
is "$(cat rotti)" '' 'ogni collegamento delle pagine porta a un file'
raggiunti() {	# the files that links lead to, from the first page
	perl -e 'use File::Spec; my %v; my @w = ("fuori/pdf/indice.html");
	while (my $f = shift @w) { next if $v{$f}++; next if $f !~ /html$/;
	    open my $h, "<", $f or die; local $/; my $t = <$h>;
	    (my $d = $f) =~ s,[^/]*$,,;
	    while ($t =~ /href="([^#"]+)/g) { my $p = "$d$1";
		1 while $p =~ s,[^/.]+/\.\./,,; push @w, $p; } }
	print map "$_\n", sort keys %v'
}
raggiunti >raggiunti
is "$(find fuori/pdf -name '*.pdf' -o -name '*.html' | sort |
    comm -23 - raggiunti)" '' 'e ogni PDF si trova dalla prima pagina'
P=fuori/pdf/registro/2026/registrazioni/000/00/0000001.pdf
ok 'è un PDF/A' "$DRIVER/pdfa" "$T" "$P"
pdftotext -layout "$P" - >testo
ok 'dice ciò che dice la registrazione' grep -q 'istanza su carta' testo
ok 'e di quale XML è la resa' grep -q "$(sha256sum \
    <fuori/documenti/registro/2026/registrazioni/000/00/0000001.xml |
    cut -c1-60)" testo
ok 'e si disegna' sh -c 'command -v pdftoppm >/dev/null || exit 0
    pdftoppm -r 40 -png -f 1 -l 1 "$1" pagina &&
    [ "$(wc -c <"$(ls pagina*.png)")" -gt 2000 ]' - "$P"

# those of an earlier export: nothing is converted, and they are the same
run env CARTELLA_PDF_PROVA=assente "$CARTELLA" --store "$S" --come resp \
    esporta --pdf-da fuori ripresi
is_exit 0 'con quelli di prima non serve LibreOffice'
ok 'e sono gli stessi, con le loro pagine' diff -r fuori/pdf ripresi/pdf
rm ripresi/SHA256SUMS
chmod u+w "ripresi/${P#fuori/}"
printf X >>"ripresi/${P#fuori/}"
sed -i '$s/.\{30\}$//' ripresi/pdf/fonti.txt
run come resp esporta --pdf-da ripresi rifatti
is_exit 0 'anche da una interrotta'
ok 'ciò che ha altri byte, o che manca, si rifà: uguale' \
    diff -r fuori/pdf rifatti/pdf
run come resp esporta --pdf-da pieno vana
is_exit 1 'da ciò che non è un'\''esportazione no'
like err 'manca pdf/fonti.txt' 'e si dice'
no_file vana 'e non resta nulla'
run come resp esporta --pdf no --pdf-da fuori vana
is_exit 2 'senza PDF e con quelli di prima no'
run come resp esporta --pdf forse vana
is_exit 2 'o ci sono o non ci sono'
rm -rf ripresi rifatti

# what cannot be made
export CARTELLA_PDF_PROVA="cade=istanza su carta"
run come resp esporta uno
is_exit 1 'un documento che non si converte'
is "$(cut -d: -f1 uno/pdf/mancano.txt)" \
    documenti/registro/2026/registrazioni/000/00/0000001.xml 'è detto'
like out '^DIFETTO: documenti/registro/2026/registrazioni/000/00/0000001.xml: il PDF non' \
    'anche a chi esporta'
like out 'di 1 documenti manca il PDF' 'è uno'
is "$(diff -rq fuori/pdf uno/pdf | sort | grep -v '/indice.html\|fonti.txt')" \
    "Only in fuori/pdf/registro/2026/registrazioni/000/00: 0000001.pdf
Only in uno/pdf: mancano.txt" 'e gli altri ci sono tutti'
ok 'lo dice la sua pagina' grep -q 'non si è potuto fare: la conversione' \
    uno/pdf/registro/2026/indice.html
run sh uno/verifica.sh
is_exit 0 'l'\''esportazione è intera'
CARTELLA_PDF_PROVA=assente
run come resp esporta nessuno
is_exit 1 'senza LibreOffice'
like out 'e altri|LibreOffice non è installato' 'si dice perché'
is "$(wc -l <nessuno/pdf/mancano.txt | tr -d ' ')" \
    "$(find fuori/pdf -name '*.pdf' | wc -l | tr -d ' ')" 'di ognuno'
run sh nessuno/verifica.sh
is_exit 0 'e tutto il resto c'\''è'
unset CARTELLA_PDF_PROVA
rm -rf uno nessuno
run come resp esporta --pdf no senza
is_exit 0 'chi non li vuole'
no_file senza/pdf 'non li ha'
run sh senza/verifica.sh
is_exit 0 'e tutto il resto c'\''è'
rm -rf senza

# ---- and back ----

run "$CARTELLA" --store nuovo importa fuori
is_exit 0 'importa ne fa un archivio'
like out 'non erano nell'\''esportazione: le chiavi segrete' \
    'e dice che cosa non c'\''era'
like out "^$(find fuori/pdf -type f | wc -l | tr -d ' ') file di pdf/ hanno" \
    'e che i PDF restano dove sono'
no_file nuovo/pdf 'i PDF non sono dell'\''archivio'
run "$CARTELLA" --store nuovo verifica
is_exit 0 'che è integro'
like out ': 0 difetti$' 'senza difetti'
unlike out 'nota: ' 'e senza note'
sqlite3 nuovo/registro.sqlite "ATTACH 'file:$S/registro.sqlite?mode=ro' AS r" \
    '.read confronta.sql' >diverse.txt 2>&1
is "$(cat diverse.txt)" '' 'con lo stesso registro, riga per riga'
is "$(sqlite3 -readonly nuovo/letture.sqlite 'SELECT * FROM lettura')" \
    "$(sqlite3 -readonly "$S/letture.sqlite" 'SELECT * FROM lettura
    WHERE n <= (SELECT max(n) FROM lettura) LIMIT
    (SELECT count(*) FROM lettura)' | head -n "$(wc -l <fuori/letture/letture.txt)")" \
    'e le stesse letture'
no_file nuovo/accesso.sqlite 'senza credenziali'
no_file nuovo.importazione 'e niente accanto'
is "$(stat -c %a nuovo)" 700 'che solo il suo utente può leggere'
run "$CARTELLA" --store nuovo --come prot registra --flusso entrata \
    --oggetto 'dopo il ritorno' --mezzo pec --mittente.denominazione X \
    --classifica VII/9 "$FIXTURES/../cli/lib.sh"
is_exit 0 'e ci si lavora'
run "$CARTELLA" --store nuovo importa fuori
is_exit 1 'su un archivio non si importa'
like err 'non è vuota' 'e si dice'

# ---- what is not true ----

rifai() {	# rifai DIR: its manifesto, made anew by who is not us
	rm -f "$1/SHA256SUMS"
	(cd "$1" && find . ! -type d ! -path ./SHA256SUMS | sed 's,^\./,,' |
	    tr / '\001' | LC_ALL=C sort | tr '\001' / |
	    xargs sha256sum >SHA256SUMS)
}

male() {	# male DESC ERE: $T/rotta is refused, and why
	run "$CARTELLA" --store vano importa rotta
	is_exit 1 "$1: no"
	like err "$2" "$1: e dice che cosa"
	[ ! -e vano ] && [ ! -e vano.importazione ]
	lib_result $? "$1: e non resta nulla"
	rm -rf vano vano.importazione
}

rompi() {	# a copy to break: what is written into is first made its own
	rm -rf rotta
	cp -al fuori rotta
	for x; do
		cp --remove-destination "fuori/$x" "rotta/$x"
		chmod u+w "rotta/$x"
	done
}

doc=documenti/registro/2026/registrazioni/000/00/0000001.xml
rompi $doc
printf X | dd of=rotta/$doc bs=1 seek=60 conv=notrunc 2>/dev/null
male 'un byte cambiato' "$doc: ha altri byte"
run sh rotta/verifica.sh
is_exit 1 'verifica.sh trova il byte cambiato'
like out "$doc" 'e dice dove'
rifai rotta
male 'anche con il manifesto rifatto' "$doc: non è ciò che dicono le cartelle"
run sh rotta/verifica.sh
is_exit 1 'e verifica.sh lo trova dalla catena'
like out "documenti che non sono quelli della catena" 'e lo dice'

P=pdf/registro/2026/registrazioni/000/00/0000001.pdf
rompi $P
printf X | dd of=rotta/$P bs=1 seek=600 conv=notrunc 2>/dev/null
male 'un PDF cambiato' "$P: ha altri byte"
run sh rotta/verifica.sh
is_exit 1 'e verifica.sh lo trova'
like out "$P" 'e dice quale'
rompi
mv rotta/$P rotta/${P%1.pdf}99.pdf
rifai rotta
male 'un PDF di un documento che non c'\''è' 'non è il PDF di un documento'
run sh rotta/verifica.sh
is_exit 1 'e verifica.sh lo trova'
like out '^GUASTO: PDF di documenti' 'e lo dice'
rompi
echo x >rotta/pdf/altro.txt
rifai rotta
male 'altro fra i PDF' 'pdf/altro.txt: non è il PDF di un documento'

rompi
rm rotta/$doc rotta/$P
male 'un file che manca' "$doc: è nel manifesto e non c'è"
run sh rotta/verifica.sh
is_exit 1 'e verifica.sh lo trova'
rifai rotta
male 'e il manifesto che non lo nomina più' "$doc: manca"

rompi
echo altro >rotta/documenti/altro.txt
male 'un file di più' 'documenti/altro.txt: c.è, e il manifesto non lo nomina'
run sh rotta/verifica.sh
is_exit 1 'e verifica.sh lo trova'
rifai rotta
male 'anche se il manifesto lo nomina' 'ha [0-9]* file, e l.archivio'

rompi
sed -i "1s,  .*,  ../../fuori.txt," rotta/SHA256SUMS
male 'un percorso con ..' '\.\./\.\./fuori.txt: è nel manifesto|il manifesto non lo nomina'
rompi
rm rotta/$doc
ln -s "$T/fuori/$doc" rotta/$doc
male 'un link' "$doc: non è un file"
rompi
rm rotta/$doc
mkfifo rotta/$doc
male 'una pipe' "$doc: non è un file"
rompi
echo x >"rotta/a
b"
male 'un nome che va a capo' 'un nome così'
rompi
rm rotta/SHA256SUMS
male 'senza manifesto' 'manca SHA256SUMS'
rompi schemi/registro.sql
echo '-- altro' >>rotta/schemi/registro.sql
rifai rotta
male 'un altro schema' 'schemi/registro.sql: è un.esportazione di un altro schema'
rompi FORMATO
echo 'cartella esportazione 2' >rotta/FORMATO
rifai rotta
male 'un'\''altra forma' 'un.altra forma'

rompi
sed -i 's/^\(INSERT INTO "file" VALUES (2026,[0-9]*,0,.[^.]*\)/\1x/' \
    rotta/registro/registro.sql
not_ok 'la riga è un'\''altra' cmp -s rotta/registro/registro.sql \
    fuori/registro/registro.sql
rifai rotta
male 'una riga del registro cambiata' 'registro/registro.sql: non è ciò che dicono'
rompi
sed -i '3s/ esporta / mostra /;3s/ prot / resp /' rotta/letture/letture.txt
rifai rotta
male 'una lettura cambiata' 'letture'
run sh rotta/verifica.sh
is_exit 1 'e verifica.sh la trova'
like out 'letture.txt, n. 3: non ha la sua impronta' 'e dice quale'
rompi
sed -i '/^seq 7$/,/^operatore/s/^operatore .*/operatore altri/' \
    rotta/catena/catena.txt
rifai rotta
male 'un anello cambiato' 'catena/catena.txt: non è ciò che dicono'
run sh rotta/verifica.sh
is_exit 1 'e verifica.sh lo trova'
like out 'catena.txt, n. 7: non ha la sua impronta' 'e dice quale'

# ---- a git that would do more than be read ----

rompi
mkdir rotta/storia/ente.git/hooks
printf '#!/bin/sh\ntouch %s/preso\n' "$T" >rotta/storia/ente.git/hooks/post-checkout
chmod 755 rotta/storia/ente.git/hooks/post-checkout
rifai rotta
male 'un hook' 'storia/ente.git/hooks/post-checkout: non è di una cartella git'
rompi
mkdir -p rotta/storia/ente.git/objects/info
echo "$T/fuori/storia/ente.git/objects" \
    >rotta/storia/ente.git/objects/info/alternates
rifai rotta
male 'altri oggetti' 'alternates: non è di una cartella git'
rompi storia/ente.git/config
printf '[core]\n\tfsmonitor = touch %s/preso\n' "$T" >>rotta/storia/ente.git/config
rifai rotta
male 'una configurazione' 'storia/ente.git/config: non è ciò'
rompi
cp -a rotta/storia/ente.git rotta/storia/cartelle.git
rifai rotta
male 'una cartella che non ne ha il nome' 'storia/cartelle.git/HEAD: non è di una cartella'
rompi storia/registro/2026.git/refs/heads/main
prima=$(git --git-dir=rotta/storia/registro/2026.git rev-parse main^)
echo "$prima" >rotta/storia/registro/2026.git/refs/heads/main
rifai rotta
male 'un ramo tornato indietro' 'integra|catena.txt: non è ciò che dicono'
o=$(cd fuori && find storia/registro -path '*objects/??/*' | head -1)
rompi "$o"
printf garbage >"rotta/$o"
rifai rotta
male 'un oggetto guasto' 'storia|integra|registro'
rompi
tag=$(find rotta/storia -path '*refs/tags/*' -type f | head -1)
rm "$tag"
rifai rotta
male 'un sigillo tolto' 'integra|tag'

# ---- attachments out of their place ----

rompi
sed -i "1s,allegati/.*,allegati/../../../fuori/FORMATO," rotta/allegati/posti.txt
rifai rotta
male 'i byte di altrove' 'non è un allegato'
rompi
sed -i "1s, 2026 , ../x ," rotta/allegati/posti.txt
rifai rotta
male 'un anno che non è un anno' 'non è un allegato'
rompi allegati/legami.txt
echo "$impronta cartelle/2026/../../../preso/allegati/$impronta" \
    >>rotta/allegati/legami.txt
rifai rotta
male 'un posto di altrove' 'non è un allegato di una cartella'
no_file preso 'niente di ciò che era ostile è successo'

# ---- a store that is not whole ----

cp -a "$S" guasto
a=$(find guasto/registro/2026/allegati -type f | head -1)
rm -f "$a"
run "$CARTELLA" --store guasto --come resp esporta vana
is_exit 4 'un archivio a cui manca un allegato non si esporta'
like err 'manca l.allegato' 'e dice quale'
no_file vana 'e non resta nulla'
cp "$T/.profile" "$a" 2>/dev/null || echo altro >"$a"
mkdir vana
run "$CARTELLA" --store guasto --come resp esporta vana
is_exit 4 'né con altri byte'
is "$(ls -A vana)" '' 'e la directory resta vuota'

# ---- a case, with what was erased from it ----

. "$RADICE/tests/cli/caso.sh"
S=$T/caso
uffici_di_prova >/dev/null && CS=$(aperta) || exit 1
come as1 annota "$CS" 'Ermenegilda coltiva zafferano' >/dev/null
come as1 annota "$CS" 'resta questa' >/dev/null
come resp espungi "$CS" diario/2026/00/0001.xml 'determinazione n. 12' \
    'è di altri' >/dev/null 2>&1
rm -rf fuori
run come resp esporta fuori
is_exit 0 'un archivio con ciò che fu espunto'
is "$(grep -ril zafferano fuori)" '' 'che non ha le parole espunte'
ok 'e ha quelle rimaste' grep -rq 'resta questa' fuori/documenti
find fuori/pdf -name '*.pdf' -exec pdftotext {} - \; >testo
ok 'che si leggono nei PDF' grep -q 'resta questa' testo
is "$(grep -i zafferano testo)" '' 'dove le altre non ci sono'
run sh fuori/verifica.sh
is_exit 0 'verifica.sh conosce le lapidi'
like out '^documenti espunti: 1$' 'e le conta'
run "$CARTELLA" --store torna importa fuori
is_exit 0 'e se ne rifà un archivio'
has_file torna/cartelle/2026/0000001/scheda.xml 'con i file visibili'
rompi
v=documenti/cartelle/2026/0000001/diario/2026/00/0002.xml
sed "s,<impronta>.*,<impronta>$(sha256sum <fuori/$v | cut -c1-64)</impronta>,
    s,<istanza>.*,<istanza>$(printf %032d 7)</istanza>," \
    "$(grep -rl '^<lapide ' fuori/documenti)" >lapide.xml
cp --remove-destination lapide.xml "rotta/$v"
rifai rotta
male 'una lapide che nessun atto ha posto' "$v: non è ciò che dicono"
run sh rotta/verifica.sh
is_exit 1 'e verifica.sh non ci crede'

plan
