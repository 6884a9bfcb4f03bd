# SPDX-License-Identifier: EUPL-1.2
# pacchetto, controlla-pacchetto: a cartella handed over as a bag that sha256sum,
# git, gpg and a browser check; changed anywhere, or made by an attacker: refused.
. tests/cli/lib.sh
. "$RADICE/tests/cli/uffici.sh"
. "$RADICE/tests/cli/caso.sh"

uffici_di_prova >/dev/null || exit 1
printf 'lettera della scuola\n' >lettera.txt
segnalazione() {
	come prot1 registra --flusso entrata --oggetto 'segnalazione M. R.' \
	    --mittente.denominazione 'Scuola di Prova' --classifica VII/9 \
	    "$T/lettera.txt" "$T/FOTO.TXT" "$T/disegno.a~b" "$T/anonimo"
}
for f in FOTO.TXT disegno.a~b anonimo; do
	echo "$f" >"$f"
done
CS=$(aperta) || exit 1
R=$(redatta "$CS" | cut -d' ' -f2)
con_chiave as1 >/dev/null
come as1 firma --cartella "$CS" --documento "$R" >/dev/null
come as1 annota --cartella "$CS" --tipo visita --testo 'Visita a casa.' >/dev/null

controlla() {	# without a store
	"$CARTELLA" controlla-pacchetto "$@"
}

ID=55555555555555555555555555555555

leggimi() {	# runs the commands of DIR/LEGGIMI.txt, one after the other
	(cd "$1" && sed -n 's/^    \$ //p' LEGGIMI.txt >"$T/comandi" &&
	    TMPDIR=$T sh -eu "$T/comandi")
}

# ---- the whole of it ----

run come coord pacchetto "$CS" --in "$T/p"
is_exit 0 'la coordinatrice fa il pacchetto'
for f in bagit.txt bag-info.txt manifest-sha256.txt tagmanifest-sha256.txt \
    LEGGIMI.txt data/cartella.bundle data/indice.xml data/registro.xml \
    "data/documenti/$R" data/lettore/index.html data/lettore/stile.css \
    "data/allegati/$(sha256sum <lettera.txt | cut -d' ' -f1).txt"; do
	has_file "p/$f" "c'è $f"
done
for f in FOTO.TXT:txt disegno.a~b:bin anonimo:bin; do
	has_file "p/data/allegati/$(sha256sum <"${f%:*}" |
	    cut -d' ' -f1).${f#*:}" "di ${f%:*} la coda del nome è sicura"
done
ok 'l'\''indice è valido con lo schema che porta con sé' \
    xmllint --noout --nonet --schema p/data/indice.xsd p/data/indice.xml
ok 'LEGGIMI: ogni suo comando riesce' leggimi p
is "$(grep -c . comandi)" 14 'e sono tutti, chiavi e firme comprese'
ok 'la firma della relazione è tra quelle verificate' \
    test -f p/data/documenti/firme/0001/firma.asc
ok 'e il PDF firmato è tra gli allegati' \
    sh -c 'ls p/data/allegati/*.pdf'
is "$(git -C "$S/cartelle/2026/0000001" rev-parse main)" \
    "$(git ls-remote p/data/cartella.bundle refs/heads/main | cut -f1)" \
    'la storia è quella della cartella, fino in fondo'
run controlla p
is_exit 0 'controlla-pacchetto lo riconosce'
like out '^il pacchetto è intero; non ha il sigillo' 'e dice che non è sigillato'
run come coord chi-ha-letto "$CS"
like out "  coord  pacchetto  $R$" 'ogni documento dato è una lettura'
like out '  coord  pacchetto .*documenti [0-9]+  storia$' 'e anche la storia'

ok 'la lettera data è una lettura della sua registrazione' [ 1 -eq "$(sqlite3 \
    "$S/letture.sqlite" "SELECT count(*) FROM lettura WHERE atto = 'pacchetto'
    AND oggetto = '0000001/2026;pacchetto'")" ]

# ---- the pages ----

ok 'le pagine non hanno programmi né moduli' sh -c \
    '! grep -liE "<script|<form|<iframe|javascript:| on[a-z]+=\"" p/data/lettore/*.html'
ok 'né riferimenti fuori dal pacchetto' sh -c \
    '! grep -hoE "(src|href|url)[=(][\"'\'']?[a-z]+:" p/data/lettore/*'
ok 'ogni riferimento porta a un file che c'\''è' sh -c 'cd p/data/lettore &&
    grep -hoE "href=\"[^\"#]+" *.html | cut -c7- | sort -u |
    while read -r f; do [ -f "$f" ] || exit 1; done'
ok 'la relazione si legge' grep -q 'Due colloqui.' \
    p/data/lettore/documento-*.html
ok 'e rimanda al suo PDF firmato' grep -q 'PDF firmato' \
    p/data/lettore/documento-0003.html
ok 'il diario anche' grep -q 'Visita a casa' p/data/lettore/diario.html
ok 'il registro anche' grep -q 'Scuola di Prova' p/data/lettore/registro.html
ok 'chi e quando anche' grep -q 'prova as1\|as1 Prova' p/data/lettore/atti.html

# ---- as PDF ----

for d in cartella scheda diario/2026/00/0001; do
	f=p/data/pdf/$d.pdf
	has_file "$f" "$d è anche in PDF"
	pdftotext -layout "$f" - | tr -s ' \n' '  ' >testo
	ok 'che dice di quale documento, e che è una resa' grep -q \
	    "Resa in PDF, .*$CS, documento $d.xml, versione [0-9]*; impronta SHA-256 *$(
	    sha256sum <"p/data/documenti/$d.xml" | cut -d' ' -f1)" testo
done
ok 'la voce di diario vi si legge' grep -q 'Visita a casa' testo
ok 'la persona anche' sh -c 'pdftotext p/data/pdf/scheda.pdf - | grep -q Bianchi'
ok 'sono PDF/A' "$DRIVER/pdfa" "$T" $(find p/data/pdf -name '*.pdf')
is "$(find p/data/pdf -type f | wc -l)" 3 \
    'e non altri: la relazione ha il PDF che fu firmato'
is "$(grep -c 'documento="data/documenti/.*percorso="data/pdf/' p/data/indice.xml)" 3 \
    'l'\''indice dice di quale documento è ognuno'
ok 'nessuno manca' grep -q '<rese fatte="3"/>' p/data/indice.xml
is "$(cd p/data/lettore && grep -hoE '"[^"]*\.pdf"' index.html diario.html |
    sort -u | wc -l)" 4 'e dalle pagine si arriva a tutti'
run come coord pacchetto --id "$ID" "$CS" --in "$T/uno"
sleep 1
run come coord pacchetto --id "$ID" "$CS" --in "$T/due"
ok 'rifatto è lo stesso, byte per byte' diff -r uno due
chmod -R u+w uno due && rm -rf uno due
run come coord pacchetto "$CS" --pdf no --in "$T/senza"
is_exit 0 'si può fare senza'
ok 'e allora non ce ne sono' sh -c '[ ! -e senza/data/pdf ] &&
    ! grep -q "<rese" senza/data/indice.xml && ! grep -q data/pdf senza/LEGGIMI.txt'
ok 'LEGGIMI vale' leggimi senza
ok 'e controlla-pacchetto lo riconosce' controlla senza
ok 'quello firmato c'\''è anche così' grep -q 'PDF firmato' \
    senza/data/lettore/index.html

# nothing to make them with, or something that breaks each time
export CARTELLA_PDF_PROVA=assente
run come coord pacchetto "$CS" --in "$T/assente"
is_exit 0 'senza LibreOffice il pacchetto si fa'
like err '^nota: di 3 documenti su 3 manca il PDF.*LibreOffice non è installato' \
    'e si dice che mancano, e perché'
CARTELLA_PDF_PROVA=cade
run come coord pacchetto "$CS" --in "$T/cade"
is_exit 0 'con LibreOffice che cade anche'
like err '^nota: di 3 documenti su 3 manca il PDF' 'e si dice'
unset CARTELLA_PDF_PROVA
for k in assente cade; do
	ok 'ci sono tutti i documenti' diff -r p/data/documenti $k/data/documenti
	is "$(grep -c '<manca documento="data/documenti/.*\.xml">' $k/data/indice.xml)" \
	    3 'l'\''indice dice di quali manca'
	ok 'è valido' xmllint --noout --nonet --schema $k/data/indice.xsd \
	    $k/data/indice.xml
	ok 'LEGGIMI lo dice, e vale' sh -c 'grep -A9 "^CHE COSA MANCA" $0/LEGGIMI.txt |
	    grep -q "data/documenti/scheda.xml"' $k
	ok 'ogni suo comando riesce' leggimi $k
	ok 'e controlla-pacchetto lo riconosce' controlla $k
done

# ---- who may, what ----

run come coord pacchetto AC-2026-0000001 --in "$T/no"
like err 'non-una-cartella' 'di un accesso: no'
run come as1 pacchetto "$CS" --in "$T/no"
is_exit 3 'l'\''assistente sociale non dà pacchetti'
same_absent "$CS" CS-2026-0000099 come coordn pacchetto --in "$T/no"
ok 'e nulla è scritto' [ ! -e "$T/no" ]
run come coord pacchetto "$CS" --in "$T/p"
is_exit 1 'non in una directory che c'\''è già'

LETTERA=$(find "$S/registro" -type f -name "$(sha256sum <lettera.txt |
    cut -d' ' -f1)*")
mv "$LETTERA" da-parte
run come coord pacchetto "$CS" --in "$T/monco"
is_exit 4 'senza un file che una sua registrazione nomina non si fa'
like err "l'allegato .* non c'è: eseguire «cartella verifica»" 'e si dice quale'
no_file monco 'e niente è scritto'
mv da-parte "$LETTERA"

# ---- one byte, anywhere ----

flip() {	# flip FILE: another byte in the middle of it
	flip_n=$(($(wc -c <"$1") / 2))
	perl -e 'open F, "+<", $ARGV[0] or die; binmode F; seek F, $ARGV[1], 0;
	    read F, $c, 1; seek F, $ARGV[1], 0; print F chr(ord($c) ^ 1)' \
	    "$1" "$flip_n"
}

chmod -R u+w p
(cd p && find . -type f | sed 's,^\./,,') >files
wrong=
while read -r f; do
	cp "p/$f" prima
	flip "p/$f"
	if controlla p >out1 2>&1 || ! grep -qF "$f" out1; then
		wrong="$wrong $f"
	fi
	cp prima "p/$f"
done <files
is "$wrong" '' 'un byte cambiato in qualunque file: no, e si dice quale'
ok 'rimesso com'\''era, va bene' controlla p
rm -f "p/data/documenti/$R" && run controlla p
is_exit 1 'un documento che manca: no'
like out "DIFETTO: data/documenti/$R: manca" 'e si dice quale'
git -C "$S/cartelle/2026/0000001" show "main:$R" >"p/data/documenti/$R"
echo x >p/data/altro && run controlla p
like out 'DIFETTO: data/altro: .*in più' 'un file in più: no'
rm p/data/altro
ln -s /etc/passwd p/data/legame && run controlla p
like out 'DIFETTO: data/legame: non è un file' 'un collegamento: no'
rm p/data/legame
echo "$(printf %064d 0)  data/../../fuori" >>p/manifest-sha256.txt
run controlla p
like out 'manifest-sha256.txt: nomina un file che non può' 'un nome che esce: no'
sed -i '$d' p/manifest-sha256.txt
run controlla "$T/niente"
is_exit 1 'una directory che non c'\''è'
run controlla
is_exit 2 'e senza directory non è un comando'

# ---- who makes all the sums again, with another history ----

rifai() {	# the lists of p made again, as an attacker would
	(cd "$1" && find data -type f | LC_ALL=C sort | xargs sha256sum \
	    >manifest-sha256.txt &&
	sed -i "s/^Payload-Oxum.*/Payload-Oxum: $(cat $(find data -type f) |
	    wc -c).$(find data -type f | wc -l)/" bag-info.txt &&
	sha256sum LEGGIMI.txt bag-info.txt bagit.txt manifest-sha256.txt \
	    >tagmanifest-sha256.txt)
}
con_fascio() {	# con_fascio DESC ERE: the bundle of the repository `m`
	git -C m bundle create -q "$T/m.bundle" main HEAD 2>/dev/null
	cp m.bundle p/data/cartella.bundle
	perl -i -pe 'BEGIN { ($h, $n) = splice @ARGV, 0, 2 }
	    if (/percorso="data\/cartella.bundle"/) {
	    s/dimensione="\d+"/dimensione="$n"/;
	    s/impronta="\w+"/impronta="$h"/ }' \
	    "$(sha256sum <m.bundle | cut -d' ' -f1)" "$(wc -c <m.bundle)" \
	    p/data/indice.xml
	rifai p
	run controlla p
	is_exit 1 "$1: no"
	like out "DIFETTO: data/cartella.bundle: .*$2" 'e si dice perché'
}
rifai p
ok 'rifatti gli elenchi come si deve, va bene' controlla p
storia() {	# the repository `m` anew, as the package has it
	rm -rf m
	git clone -q "$S/cartelle/2026/0000001" m
	git -C m config user.name x
	git -C m config user.email x@x
}
storia
git -C m commit -q --allow-empty -m altro
con_fascio 'un'\''altra storia' 'finisce altrove'
storia
ln -s /etc/passwd m/legame
git -C m add legame && git -C m commit -q -m legame
con_fascio 'un collegamento simbolico' 'collegamenti'
storia
git -C m update-index --add --cacheinfo \
    "160000,$(git -C m rev-parse HEAD),sotto" && git -C m commit -q -m sotto
con_fascio 'un altro archivio dentro' 'altri archivi'
storia
mkdir m/x && echo x >'m/x/a b' && git -C m add x && git -C m commit -q -m x
con_fascio 'un nome con altri caratteri' 'nome di un file'
storia
printf '[core]\n' >m/.gitmodules && git -C m add . && git -C m commit -q -m x
con_fascio '.gitmodules' 'nome di un file'
storia
echo '#!/bin/sh' >m/p.sh && chmod +x m/p.sh && git -C m add . &&
    git -C m commit -q -m x
con_fascio 'un programma' 'programmi'
storia
git -C m checkout -q --orphan ramo && git -C m commit -q -m ramo &&
    git -C m checkout -q main &&
    git -C m merge -q --allow-unrelated-histories -s ours -m due ramo
con_fascio 'un commit con due padri' 'due padri'
storia
b=$(echo x | git -C m hash-object -w --stdin)
t=$(printf '100644 blob %s\t..\n' "$b" | git -C m mktree)
c=$(git -C m commit-tree -p HEAD -m x "$t")
git -C m update-ref refs/heads/main "$c"
con_fascio 'un file che si chiama ..' 'nome di un file'
ok 'e niente di tutto questo è rimasto' sh -c \
    "! ls -d '${TMPDIR:-/tmp}'/*/storia.git 2>/dev/null"

# ---- something stays behind ----

come as1 annota --cartella "$CS" --tipo visita --testo 'zzsegreto' \
    --riservata si >/dev/null
run come as1 annota --cartella "$CS" --tipo visita --testo 'Altra visita.'
run come coord pacchetto "$CS" --in "$T/q"
is_exit 0 'con una annotazione riservata si fa lo stesso'
ok 'ma la riservata non c'\''è' sh -c '! grep -rq zzsegreto q'
ok 'nemmeno in PDF' sh -c 'n=0; for f in $(find q/data/pdf -name "*.pdf"); do
    n=$((n + 1)); pdftotext "$f" - >testo || exit 1
    ! grep -q zzsegreto testo || exit 1; done; [ $n -eq 4 ]'
rm -rf q.git && git clone -q --bare q/data/cartella.bundle q.git
is "$(git -C q.git rev-list --count main)" 1 'la storia è di un solo commit'
ok 'e non ha la riservata in nessun oggetto' sh -c '
    git -C q.git cat-file --batch-all-objects --batch >oggetti &&
    grep -aq "Visita a casa" oggetti && ! grep -aq zzsegreto oggetti'
ok 'dice da dove viene' grep -q \
    "commit=\"$(git -C "$S/cartelle/2026/0000001" rev-parse main)\"" q/data/indice.xml
is "$(grep -o '<td>annota' q/data/lettore/atti.html | wc -l)" 2 \
    'delle tre annotazioni se ne vedono due'
ok 'né il suo nome è da qualche parte' sh -c '! grep -rq "diario/riservate" q'
ok 'LEGGIMI vale anche qui' leggimi q
run controlla q
is_exit 0 'e controlla-pacchetto lo riconosce'
ok 'il lettore avverte' grep -q 'Non tutti i documenti' q/data/lettore/index.html

# ---- the seal of the office ----

mkdir -m 700 "$S/sigillo"
(GNUPGHOME=$S/sigillo gpg_key sigillo) >sigillo.fpr
gpg --homedir "$S/sigillo" --batch --armor --export "$(cat sigillo.fpr)" \
    >sigillo.asc 2>/dev/null
come resp arruola-chiave --uso sigillo sigillo.asc >/dev/null
run come coord pacchetto "$CS" --pdf no --in "$T/s"
is_exit 0 'con un sigillo dell'\''ufficio'
has_file s/tagmanifest-sha256.txt.asc 'il pacchetto è sigillato'
ok 'LEGGIMI verifica anche il sigillo' leggimi s
like_sigillo=$(grep -c 'gpg.*tagmanifest' comandi)
is "$like_sigillo" 1 'con gpg'
run controlla s
is_exit 0 'e controlla-pacchetto anche'
like out "con la chiave $(cat sigillo.fpr)" 'e dice di quale chiave'

# what gpg reads over: a spare bit, the sum, the last line, the last byte, one more
chmod -R u+w s
A=s/tagmanifest-sha256.txt.asc
cp "$A" intera
wrong=
while IFS= read -r da; do
	perl -0pe "$da" intera >"$A"
	! cmp -s "$A" intera || continue	# it had none
	! controlla s >out1 2>&1 || wrong="$wrong $da"
done <<'FINE'
s/(\w)(=+\n)/chr(ord($1) ^ 1) . $2/e
s/\n=(?=.{4}\n)/\n</
s/-END/-FND/
s/\n\z/\013/
s/\z/\n/
s/SIGNATURE-----\n/SIGNATURE-----\nComment: altro\n/
FINE
cp intera "$A"
is "$wrong" '' 'nemmeno un byte del sigillo che gpg non guarda'
ok 'rimesso com'\''era, va bene' controlla s
echo 'comment altro' >"$S/sigillo/gpg.conf"
run come coord pacchetto "$CS" --in "$T/commentato"
like err 'togli «comment»' 'né si fa un sigillo che nessuno prenderebbe'
rm "$S/sigillo/gpg.conf"
chmod -R u+w s
(cd s && sha256sum LEGGIMI.txt bag-info.txt bagit.txt manifest-sha256.txt |
    sort >tagmanifest-sha256.txt)
run controlla s
is_exit 1 'rifatto l'\''elenco degli elenchi: no'
like out '^DIFETTO: tagmanifest-sha256.txt.asc: ' 'e lo dice il sigillo'
rm s/tagmanifest-sha256.txt.asc
run controlla s
like out 'tagmanifest-sha256.txt.asc: manca' 'tolto il sigillo: no'
mv "$S/sigillo" fuori
run come coord pacchetto "$CS" --in "$T/z"
is_exit 1 'un sigillo arruolato che non è al suo posto: niente pacchetto'
ok 'e niente è scritto' [ ! -e "$T/z" ]
mv fuori "$S/sigillo"

# ---- what was erased ----

ora 2026-11-20T11:00:00+01:00
V=$(come as1 annota "$CS" 'Ermenegilda, per errore' | cut -d' ' -f2)
run come resp espungi "$CS" "$V" 'provvedimento n. 5 del 20/11/2026' \
    'annotata nella cartella di un altro'
is_exit 0 'una voce è espunta'
run come coord pacchetto "$CS" --in "$T/e"
is_exit 0 'il pacchetto si fa'
ok 'e non ne ha una parola, nemmeno nella storia' sh -c '! grep -rqi ermenegilda e &&
    git clone -q --bare e/data/cartella.bundle e.git &&
    git -C e.git cat-file --batch-all-objects --batch | grep -aqi "Visita a casa" &&
    ! git -C e.git cat-file --batch-all-objects --batch | grep -aqi ermenegilda'
ok 'LEGGIMI vale' leggimi e
ok 'e controlla-pacchetto lo riconosce' controlla e

# ---- nothing leaves before it is written down ----

sqlite3 "$S/letture.sqlite" "CREATE TRIGGER guasto BEFORE INSERT ON lettura
    BEGIN SELECT raise(ABORT, 'disco pieno'); END"
run come coord pacchetto "$CS" --in "$T/non-scritta"
is_exit 4 'se la lettura non si scrive'
ok 'non si consegna nulla' [ ! -e "$T/non-scritta" ]
plan
