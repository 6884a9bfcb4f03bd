# SPDX-License-Identifier: EUPL-1.2
# The package of another body, made by an attacker who may even have its seal:
# refused with its reason, and nothing here has changed.
. tests/cli/lib.sh
. "$RADICE/tests/cli/uffici.sh"
. "$RADICE/tests/cli/caso.sh"
. "$RADICE/tests/cli/acquisizione.sh"

due_enti >/dev/null || exit 1
cio_che_c_e >prima
cp -a p intero

no() {	# no ERE DESC: the package p is not taken in, for that reason
	run prendi p
	no_code=$CODE
	cio_che_c_e >dopo
	if [ "$no_code" = 1 ] && grep -qE "$1" "$ERR" &&
	    grep -q 'pacchetto-non-integro' "$ERR" && cmp -s prima dopo; then
		ok "$2" true
	else
		ok "$2 ($no_code: $(head -c 600 "$ERR"); $(diff prima dopo | head -3))" false
	fi
	rm -rf p
	cp -a intero p
}
rifatto_no() {	# the same, its lists and its seal made again
	rifai p || exit 1
	no "$1" "$2"
}
indice() {	# indice PERL: changes the index
	perl -0pi -e "$1" p/data/indice.xml
}

# ---- who made it ----

ok 'un pacchetto rifatto da chi ha il sigillo è come prima' rifai p
gpg_key intruso >intruso.fpr
gpg --batch --armor --export "$(cat intruso.fpr)" >intruso.asc
ACQ_FPR=$(cat intruso.fpr) ACQ_KEY=$T/intruso.asc
no 'non è il sigillo che di quell.ente si conosce' 'il sigillo di un altro: no'
unset ACQ_FPR ACQ_KEY
gpg --batch --quiet --yes --armor --detach-sign -u "$(cat intruso.fpr)" \
    -o p/tagmanifest-sha256.txt.asc p/tagmanifest-sha256.txt
no 'tagmanifest-sha256.txt.asc: ' 'firmato da un altro: no'
ACQ_KEY=$T/intruso.asc
no 'tagmanifest-sha256.txt.asc: ' 'con la chiave di un altro: no'
unset ACQ_KEY
ACQ_IPA=c_zzzz
no 'è dell.ente c_x000, non di c_zzzz' 'di un altro ente: no'
unset ACQ_IPA
rm p/tagmanifest-sha256.txt.asc
no 'manca: l.indice dice che c.è un sigillo' 'senza sigillo: no'
indice 's,<sigillo>.*</sigillo>\n\s*,,'
rifai p && rm p/tagmanifest-sha256.txt.asc
no 'non è il sigillo' 'senza sigillo e senza dirlo: no'
perl -pi -e 's/Visita/Vasita/' p/data/documenti/diario/2026/00/0001.xml
no 'diario/2026/00/0001.xml: i suoi byte non sono quelli' 'un byte cambiato: no'

# ---- names and files ----

echo "$(printf %064d 0)  data/../../fuori" >>p/manifest-sha256.txt
no 'nomina un file che non può nominare' 'un nome che esce: no'
ln -s /etc/passwd p/data/legame
no 'data/legame: non è un file' 'un collegamento: no'
ln -sf /etc/passwd p/data/documenti/scheda.xml
no 'scheda.xml: non è un file' 'al posto di un documento: no'
mkfifo p/data/canale
no 'data/canale: non è un file' 'una fifo: no'
printf x >"p/data/documenti/a b.xml"
no 'il nome non è ammesso' 'un nome con uno spazio: no'
mkdir p/data/documenti/.git && echo x >p/data/documenti/.git/config
rifatto_no 'DIFETTO|non si prende' 'un .git fra i documenti: no'
mkdir -p "p/data/documenti/$(printf 'a/%.0s' $(seq 30))" &&
    echo x >"p/data/documenti/$(printf 'a/%.0s' $(seq 30))x.xml"
rifatto_no 'non si prende' 'trenta directory una nell'\''altra: no'
truncate -s 1G p/data/documenti/zeri.xml
no 'zeri.xml: nessun elenco lo nomina' 'un GB di zeri in più: no'
truncate -s 33M p/data/indice.xml
rifatto_no 'data/indice.xml: ' '33 MB di zeri al posto dell'\''indice: no'
mkdir p/data/molti && perl -e 'for (1 .. 100000) {
    open F, ">", "p/data/molti/$_" or die; close F }'
no 'data/molti/[0-9]*: nessun elenco lo nomina' 'centomila file in più: no'

# ---- the index ----

indice 's,(documenti/scheda.xml" tipo=")scheda,$1relazione,'
rifatto_no 'scheda.xml: ' 'un documento detto di un altro tipo: no'
indice 's,(documenti/scheda.xml" tipo=")scheda,$1../scheda,'
rifatto_no 'scheda.xml: ' 'un tipo che esce: no'
indice 's,(documenti/firme/0001/firma.asc" tipo=")[a-z-]*,$1relazione,'
rifatto_no 'firma.asc: ' 'una firma detta relazione: no'
indice 's,\s*<file [^>]*documenti/scheda.xml"[^>]*/>,,'
rifatto_no 'scheda.xml: ' 'un documento che l'\''indice tace: no'
indice 's,CS-2026-0000001</rif,AC-2026-0000001</rif,'
rifatto_no 'non è il pacchetto di una cartella' 'il pacchetto di altro: no'
indice 's,commit="\w{40}","commit=\"" . "0" x 40 . "\"",e'
rifatto_no 'la storia finisce altrove' 'un'\''altra testa: no'
indice 's,<sigillo>.*</sigillo>\n\s*,,'
rifatto_no 'l.indice non dice che c.è un sigillo' \
    'un sigillo che l'\''indice tace: no'
indice 's,<sigillo>\w*,<sigillo>ABCD,' && rifai p
run "$CARTELLA" controlla-pacchetto p
is_exit 1 'anche a chi non aspetta nessuno'
like out 'la chiave del sigillo non ha forma' 'una chiave che non è una chiave'
indice 's,<volume>,<volume><altro/>,'
rifatto_no 'data/indice.xml: ' 'un indice che non vale: no'
indice 's,(documenti/scheda.xml"[^>]*) impronta="\w+,$1 . " impronta =\"" . "0" x 64,e'
rifatto_no 'non ha l.impronta che dice data.indice.xml' 'un'\''altra impronta: no'

indice 's,\s*<gruppo [^>]*>\s*<file [^>]*cartella.bundle"[^>]*/>\s*</gruppo>,,' &&
    rm p/data/cartella.bundle
rifatto_no 'cartella.bundle: manca' 'senza storia: no'
perl -pi -e 's/a casa/a scuola/' p/data/documenti/diario/2026/00/0001.xml
rifatto_no 'diario/2026/00/0001.xml: non è quello della storia' \
    'un documento che la storia dice altro: no'

# ---- documents: also in the history, so that all agrees ----

storia() {	# the history of p as a repository m
	rm -rf m && git clone -q p/data/cartella.bundle m 2>/dev/null &&
	git -C m config user.name x && git -C m config user.email x@x
}
con_fascio() {	# main of m is the history of p, of one commit
	git -C m bundle create -q "$T/m.bundle" main HEAD 2>/dev/null &&
	cp m.bundle p/data/cartella.bundle &&
	indice 's,intera="si","intera=\"no\"",e'
}
documento() {	# documento PATH PERL: changed in the package and in its history
	storia && perl -0pi -e "$2" "m/$1" && cp "m/$1" "p/data/documenti/$1" &&
	git -C m commit -qam x && con_fascio
}
V=diario/2026/00/0001.xml
documento "$V" 's,Visita a casa,Altre parole,'
rifatto_no "$V: l.anello [0-9]+ della catena non lo ha scritto così" \
    'parole cambiate ovunque: lo dice la catena'
documento "$V" 's,<voce-diario,<voce-diario ,'
rifatto_no "$V: " 'un documento scritto in un'\''altra forma: no'
senza_catena() {	# the links without their texts: nobody can say more
	rm -f p/data/catena/[0-9]*.txt
	perl -pi -e 's/ testo="si"//' p/data/catena/catena.xml
	indice 's,\s*<file [^>]*data/catena/\d+.txt"[^>]*/>,,g'
}
senza_catena
documento "$V" 's,(</autore>\n),$1  <riservata>si</riservata>\n,'
rifatto_no "$V: è una nota riservata" 'una nota riservata: no'
senza_catena
documento "$V" 's,<voce-diario.*</voce-diario>,<relazione/>,s'
rifatto_no "$V: " 'un documento che non vale: no'
senza_catena
documento "$V" 's,<\?xml.*\?>,<!DOCTYPE x [<!ENTITY a SYSTEM "/etc/passwd">]>,'
rifatto_no "$V: " 'un documento con un'\''entità: no'
senza_catena
storia && git -C m rm -q scheda.xml && git -C m commit -qm x && con_fascio
rm p/data/documenti/scheda.xml
indice 's,\s*<file [^>]*documenti/scheda.xml"[^>]*/>,,'
rifatto_no 'scheda.xml: manca' 'senza dire di chi è: no'
senza_catena
storia && echo '<x/>' >m/altro.xml && git -C m add . && git -C m commit -qm x &&
    con_fascio
rifatto_no 'la storia ha altro.xml, che in data/documenti/ non c.è' \
    'un documento solo nella storia: no'
theirs() {	# theirs TIPO PERL: V is of a type that only they have
	senza_catena
	documento "$V" "$2"
	indice 's,(documenti/'"$V"'" tipo=")[a-z-]+,$1'"$1,"
}
theirs visita-loro 's,<voce-diario,<voce-diario <,'
rifatto_no "$V: " 'di un tipo loro, che non si legge: no'
theirs visita-loro 's,Visita a,Visita in,'
rifatto_no "$V: non è un documento di tipo visita-loro" 'che ne è un altro: no'
senza_catena
storia && git -C m rm -q cartella.xml && git -C m commit -qm x && con_fascio
rm p/data/documenti/cartella.xml
indice 's,\s*<file [^>]*documenti/cartella.xml"[^>]*/>,,'
rifai p
run prendi p
is_exit 1 'senza la copertina: no'
like err '\[di-che-classe\]' 'nessuno ha detto di che classe è'
cio_che_c_e >dopo
same_bytes dopo prima 'e niente è cambiato'
rm -rf p && cp -a intero p
# an id and a path that are ours too: theirs say nothing here; a number of
# theirs that is none
senza_catena
documento cartella.xml 's,<responsabile>as1,<responsabile>resp,'
perl -pi -e 's,<numero>0000001/2026,<numero>../../etc,' p/data/registro.xml
ok 'il loro registro dice un numero che non lo è' grep -q 'numero>\.\./' \
    p/data/registro.xml
rifai p
run prendi p
is_exit 0 'percorsi e id che abbiamo anche noi: si prende'
run come as1 mostra CS-2026-0000001
like out 'responsabile: as1' 'e la copertina che vale è la nostra'
not_ok 'ciò che non è un numero non si tiene' \
    grep -rq etc "$S/cartelle/2026/0000001/provenienze"
run cartella verifica
like out ': 0 difetti$' 'e tutto è integro'
rm -rf p "$S" && cp -a intero p
(S=$B && uffici_di_prova) >/dev/null
cio_che_c_e >prima

# ---- copies with omissis: an honest one made by hand, then forged ----

CO=omissis/relazioni/0001.xml
con_omissis() {	# con_omissis: one in the place of the relazione; COPIA is it
	senza_catena
	storia && mkdir -p m/omissis/relazioni p/data/documenti/omissis/relazioni
	git -C m rm -qr relazioni firme
	rm -r p/data/documenti/relazioni p/data/documenti/firme
	indice 's,\s*<file [^>]*documenti/firme/[^>]*/>,,g'
	COPIA=p/data/documenti/$CO
	cat >"$COPIA" <<-FINE
	<?xml version="1.0" encoding="UTF-8"?>
	<copia-con-omissis xmlns="urn:cartella:1" id="$(printf %032d 7)" versione="1">
	  <documento-percorso>relazioni/0001.xml</documento-percorso>
	  <documento-tipo>relazione</documento-tipo>
	  <documento-versione>1</documento-versione>
	  <documento-impronta>$(printf %064d 1)</documento-impronta>
	  <destinazione>altro-comune</destinazione>
	  <denominazione>Altro comune</denominazione>
	  <politica>
	    <versione>1</versione>
	    <impronta>$(printf %064d 2)</impronta>
	  </politica>
	  <titolo>Relazione sociale</titolo>
	</copia-con-omissis>
	FINE
	indice 's,percorso="data/documenti/relazioni/0001.xml" tipo="relazione",'\
'omissis="si" originale="'"$(printf %064d 1)"'" '\
'percorso="data/documenti/'"$CO"'" tipo="copia-con-omissis",'
}
copia() {	# copia [PERL]: in the history too, changed
	perl -0pi -e "${1:-1}" "$COPIA" && cp "$COPIA" "m/$CO" &&
	git -C m add -A && git -C m commit -qm x && con_fascio
}
con_omissis && copia && rifai p
run prendi p
is_exit 0 'una copia con omissis fatta come si deve si prende'
rm -rf p "$S" && cp -a intero p
(S=$B && uffici_di_prova) >/dev/null
cio_che_c_e >prima
con_omissis && copia 's,<documento-percorso>\K,diario/,'
rifatto_no "$CO: non è la copia con omissis del documento" 'la copia di un altro: no'
con_omissis && copia 's,(<documento-impronta>)0,${1}1,'
rifatto_no "$CO: non è la copia con omissis" 'di altri byte: no'
con_omissis && copia 's,(<documento-tipo>).*?<,$1../cartella<,'
rifatto_no "$CO: " 'di un tipo che esce: no'
con_omissis && copia 's,<titolo>,<titolo ,'
rifatto_no "$CO: " 'una copia che non è XML: no'
con_omissis && copia 's,<copia-con-omissis,<copia-con-omissis ,'
rifatto_no "$CO: non è scritto nella forma" 'in un'\''altra forma: no'
con_omissis && copia && indice 's, omissis="si",,'
rifatto_no "$CO: dell.indice, del percorso" 'un indice che lo tace: no'
con_omissis && copia && indice 's,tipo="copia-con-omissis",tipo="relazione",'
rifatto_no "$CO: dell.indice, del percorso" 'detta relazione: no'
con_omissis && copia && indice 's,intera="no",intera="si",'
rifatto_no 'la storia' 'con una storia detta intera: no'
con_omissis && mkdir m/relazioni p/data/documenti/relazioni &&
    cp intero/data/documenti/relazioni/0001.xml m/relazioni/ &&
    cp intero/data/documenti/relazioni/0001.xml p/data/documenti/relazioni/ &&
    copia
rifatto_no "$CO: è una copia con omissis di un documento che nel pacchetto" \
    'insieme con l'\''originale: no'
indice 's,(percorso="data/documenti/diario),omissis="si" $1,'
rifatto_no 'dell.indice, del percorso' 'un documento intero detto con omissis: no'

# ---- the history ----

attacco() {	# attacco DESC: m is what its history would be
	con_fascio && rifatto_no 'cartella.bundle: il fascio di git non è ammesso' "$1"
}
m_con() {	# m_con MODE NAME DESC: an entry that none of ours has
	storia
	b=$(echo x | git -C m hash-object -w --stdin)
	[ "$1" != 160000 ] || b=$(git -C m rev-parse HEAD)
	t=$( (git -C m ls-tree HEAD; printf '%s %s %s\t%s\n' "$1" \
	    "$([ "$1" = 160000 ] && echo commit || echo blob)" "$b" "$2") |
	    git -C m mktree --missing)
	c=$(git -C m commit-tree -p HEAD -m x "$t")
	git -C m update-ref refs/heads/main "$c"
	attacco "$3"
}
m_con 120000 legame 'un collegamento nella storia: no'
m_con 160000 modulo 'un altro archivio dentro: no'
m_con 100755 hooks 'un programma: no'
m_con 100644 .gitmodules 'un .gitmodules: no'
m_con 100644 .git 'un .git: no'
m_con 100644 '..' 'un «..»: no'
m_con 100644 'a b' 'un nome con uno spazio: no'
m_con 100644 CON. 'un nome che finisce in un punto: no'
storia && git -C m checkout -q -b altro main~1 && echo x >m/x.xml &&
    git -C m add . && git -C m commit -qm x && git -C m checkout -q main &&
    git -C m merge -q -m x altro 2>/dev/null
attacco 'due padri: no'
storia && git -C m bundle create -q "$T/m.bundle" main~1..main 2>/dev/null &&
    cp m.bundle p/data/cartella.bundle
rifatto_no 'cartella.bundle: il fascio' 'una storia che ne vuole un'\''altra: no'
storia && git -C m tag -a -m x t && git -C m bundle create -q "$T/m.bundle" \
    main t 2>/dev/null && cp m.bundle p/data/cartella.bundle
rifatto_no 'cartella.bundle: il fascio' 'un'\''etichetta: no'
head -c 3000000 /dev/urandom >p/data/cartella.bundle
rifatto_no 'cartella.bundle: il fascio' 'byte a caso: no'
truncate -s 257M p/data/cartella.bundle
rifatto_no 'cartella.bundle: il fascio' '257 MB di zeri: no'
senza_catena
storia && mkdir -p "m/$(printf 'a/%.0s' $(seq 26))" &&
    echo x >"m/$(printf 'a/%.0s' $(seq 26))x" && git -C m add . &&
    git -C m commit -qm x && con_fascio
rifatto_no 'non si prende' 'un percorso più profondo di una cartella: no'

senza_catena
storia && mkdir m/atti/_x && echo x >m/atti/_x/x.xml && git -C m add . &&
    git -C m commit -qm x && con_fascio
rifatto_no 'il percorso atti/_x/x.xml non è di quelli di una cartella' \
    'un percorso che da noi non c'\''è: no'

# ---- the chain ----

ultimo=$(ls p/data/catena | grep -c txt)
primo=$(ls p/data/catena | sed -n 's/\.txt$//p' | sort -n | head -1)
poi=$(ls p/data/catena | sed -n 's/\.txt$//p' | sort -n | tail -1)
ok 'la catena di prova ha più anelli' [ "$ultimo" -gt 3 ]
perl -pi -e 's/^atto .*/atto altro/' "p/data/catena/$primo.txt"
rifatto_no "catena/$primo.txt: non ha l.impronta" 'un anello cambiato: no'
anello() {	# anello N PERL: that link forged, its impronta made again
	perl -pi -e "$2" "p/data/catena/$1.txt"
	h=$(sha256sum <"p/data/catena/$1.txt" | cut -d' ' -f1)
	perl -pi -e "s/impronta=\"\\w+\"( seq=\"$1\")/impronta=\"$h\"\$1/" \
	    p/data/catena/catena.xml
}
anello "$primo" 's/^seq .*/seq 999/'
rifatto_no "catena/$primo.txt: non è il testo di quell.anello" \
    'un anello con un altro numero: no'
anello "$primo" 's/^(documento \S+ relazioni\S+ \S+ ).*/$1 . "0" x 64/e'
rifatto_no 'documenti/relazioni/0001.xml: l.anello' 'un anello che dice altri byte: no'
ok 'due anelli si seguono' [ -f "p/data/catena/$((poi - 1)).txt" ]
anello "$poi" 's/^precedente .*/"precedente " . "0" x 64/e'
rifatto_no "catena/$poi.txt: non segue" 'un anello che non segue il precedente: no'
perl -0pi -e 's/\s*<anello [^>]*seq="'"$primo"'"[^>]*\/>//' p/data/catena/catena.xml
rifatto_no 'nessun anello della catena lo ha scritto' 'un anello taciuto: no'
rm "p/data/catena/$primo.txt"
indice 's,\s*<file [^>]*data/catena/'"$primo"'.txt"[^>]*/>,,'
rifatto_no "catena/$primo.txt: manca" 'un anello senza il suo testo: no'
perl -pi -e "s/seq=\"$poi\"/seq=\"1\"/" p/data/catena/catena.xml
rifatto_no 'catena.xml: ha un anello fuori ordine' 'un anello fuori ordine: no'
echo '<catena/>' >p/data/catena/catena.xml
rifatto_no 'nessun anello' 'una catena vuota: no'
echo x >p/data/catena/catena.xml
rifatto_no 'catena.xml: ' 'una catena che non si legge: no'

# ---- attachments, keys ----

al=$(cd p/data/allegati && ls | head -1)
echo altro >"p/data/allegati/$al"
rifatto_no 'non è il nome di un allegato' 'altri byte sotto quell'\''impronta: no'
mv "p/data/allegati/$al" "p/data/allegati/$(printf %064d 0).pdf"
rifatto_no 'non si prende' 'un allegato con un altro nome: no'
cp "p/data/allegati/$al" "p/data/allegati/${al%.*}.odt"
indice 's,(\s*<file [^>]*data/allegati/'"${al%.*}"').\w+("[^>]*/>),$&$1.odt$2,'
rifatto_no "${al%.*}.*: c.è due volte" 'un allegato due volte: no'
echo x >p/data/registro.xml
rifatto_no 'data/registro.xml: ' 'un registro che non si legge: no'
k=$(ls p/data/chiavi | grep -v "$(cat mittente.fpr)" | head -1)
cp intruso.asc "p/data/chiavi/$k"
rifatto_no "chiavi/$k: non è la chiave che dice il suo nome" \
    'una chiave sotto il nome di un'\''altra: no'
echo x >"p/data/chiavi/$k"
rifatto_no "chiavi/$k: " 'una chiave che non lo è: no'

# ---- and one that is whole ----

run prendi p
is_exit 0 'quello intero si prende'
is_integro 'alla fine'
plan
