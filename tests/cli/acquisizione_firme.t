# SPDX-License-Identifier: EUPL-1.2
# The signatures that come with the case of another body: one that is false over
# its own act refuses the package; any other verdict is kept, and told.
. tests/cli/lib.sh
. "$RADICE/tests/cli/uffici.sh"
. "$RADICE/tests/cli/caso.sh"
. "$RADICE/tests/cli/acquisizione.sh"
. "$RADICE/tests/cli/certificati.sh"

due_enti >/dev/null || exit 1

# ---- what the other body has: CAdES of its own, and files it received: CAdES,
# PAdES, XAdES, each as it was signed and altered since ----

pki_conf && pki_certificato firme '/C=IT/CN=CA di Prova' '' \
    -extensions radice && pki_certificato as1x '/C=IT/CN=as1 Prova' firme &&
    pki_certificato coordx '/C=IT/CN=coord Prova' firme &&
    pki_certificato ignoto '/C=IT/CN=Uno Ignoto' '' || exit 1
p12() {
	openssl pkcs12 -export -inkey "$1.key" -in "$1.pem" -certfile firme.pem \
	    -passout pass:segreta -out "$1.p12"
}
p12 as1x && p12 coordx && echo segreta >frase || exit 1
p7m() {	# p7m CHI TEXT: TEXT.p7m, signed by CHI
	echo "$2" >testo &&
	openssl cms -sign -binary -nodetach -cades -nosmimecap -outform DER \
	    -signer "$1.pem" -inkey "$1.key" -in testo -out "$2.p7m" \
	    2>/dev/null
}
p7m ignoto estranea && p7m ignoto rotta && p7m ignoto buona || exit 1
perl -e 'open F, "+<", "rotta.p7m"; binmode F; local $/; $_ = <F>;
    s/rotta/ratta/; seek F, 0, 0; print F $_'
cp "$FIXTURES/ricevute/firmato.pdf" . &&
    sed 's/0 0 595 842/0 0 594 842/' firmato.pdf >alterato.pdf || exit 1
printf '<dato xmlns="urn:x">ciao</dato>\n' >nudo.xml
"$DRIVER/firma_xml" as1x.p12 segreta nudo.xml >firmato.xml &&
    sed 's/ciao/miao/' firmato.xml >alterato.xml || exit 1

S=$A
come resp arruola-chiave --utente as1 --conferma nome-diverso as1x.pem \
    >/dev/null || exit 1
R2=$(redatta "$CS" | cut -d' ' -f2)
run come as1 firma --resa nessuna --cartella "$CS" --documento "$R2" \
    --p12 "$T/as1x.p12" --frase-da 3 3<frase
is_exit 0 'di là una relazione è firmata CAdES'
P7S=$(cd "$S/cartelle/2026/0000001" && ls firme/*/firma.p7?)
printf '%s\n' '-----BEGIN PGP SIGNATURE-----' '' iQ \
    '-----END PGP SIGNATURE-----' >altra.asc
come prot1 registra --flusso entrata --classifica VII/9 \
    --oggetto 'firmati da altri' --mittente.denominazione Altri \
    estranea.p7m rotta.p7m firmato.pdf alterato.pdf firmato.xml alterato.xml \
    altra.asc >n || exit 1
come prot1 smista "$(cat n)" --destinazione.ufficio soc \
    --destinazione.titolo competenza >/dev/null &&
    come coord fascicola "$(cat n)" "$CS" >/dev/null || exit 1
come resp arruola-chiave --utente coord --conferma nome-diverso coordx.pem \
    >/dev/null &&
    come coord comunica --cartella "$CS" --destinatario.denominazione Scuola \
    --destinatario.indirizzo 'Via della Scuola 1' --oggetto 'riscontro' \
    --testo 'Il caso è in carico.' --p12 "$T/coordx.p12" --frase-da 3 3<frase \
    >"$OUT" || exit 1
S=$B
pacchetto_di q && cp -a q intero || exit 1
cio_che_c_e >prima
firme() {	# firme XPATH: of the provenienza
	xmllint --xpath "//*[local-name()='firma']$1/*[local-name()='esito']/text()" \
	    "$S/cartelle/2026/0000001/provenienze/0001.xml" 2>/dev/null
}
come_prima() {
	cio_che_c_e >dopo
	same_bytes dopo prima "$1"
}

# ---- doubtful here: taken in, with the verdict ----

run acquisisci q - senza-liberatoria senza-stato-di-famiglia
is_exit 1 'ciò che qui non risulta valido si dice prima'
like err '^\[firme-da-guardare\] di ciò che è venuto, 10 firme' 'quante sono'
like err '--conferma firme-da-guardare' 'e come si va avanti'
come_prima 'e niente è cambiato'
run acquisisci q - senza-liberatoria senza-stato-di-famiglia firme-da-guardare
is_exit 0 'confermato, si prende'
is "$(firme "[contains(*[local-name()='percorso'], '0001')]")" valida \
    'la loro firma OpenPGP è valida'
is "$(firme "[*[local-name()='percorso'] = '${P7S%/*}/manifesto.xml']")" ignota \
    'di una loro CAdES qui non si conosce chi la emette'
al() {
	sha256sum <"$1" | cut -d' ' -f1
}
del() {	# del FILE: what was found of it
	firme "[*[local-name()='allegato'] = '$(al "$1")']"
}
for f in estranea.p7m firmato.pdf firmato.xml; do
	is "$(del $f)" ignota "né di un file che avevano ricevuto: $f"
done
is "$(del altra.asc)" '' 'di una OpenPGP di altri non si dice niente'
for f in rotta.p7m alterato.pdf alterato.xml; do
	is "$(del $f)" non-valida "già falso là, si prende per quello che è: $f"
done
for f in estranea.p7m rotta.p7m firmato.pdf alterato.pdf firmato.xml alterato.xml; do
	same_bytes "$(find "$S/registro" -type f -name "$(al $f)*")" $f \
	    "e i byte sono quelli: $f"
done
run come as1 mostra CS-2026-0000001 --documento provenienze/0001.xml
like out 'esito: non-valida' 'e chi legge la provenienza lo vede'
is_integro 'dopo'

# ---- with the root adopted here ----

intatto() {
	rm -rf q && cp -a intero q
}
di_nuovo() {
	intatto && rm -rf "$S"
	(S=$B && uffici_di_prova) >/dev/null
	cio_che_c_e >prima
}
di_nuovo
come resp adotta-fiducia --nome prova "$FIXTURES/ricevute/prova.crt" >/dev/null &&
    mkdir -p "$S/revoche" &&
    cp "$FIXTURES/ricevute/prova.crl" "$S/revoche/prova.crl" || exit 1
run come resp adotta-fiducia --nome prove firme.pem
is_exit 0 'chi la emette si adotta qui'
run acquisisci q - senza-liberatoria senza-stato-di-famiglia firme-da-guardare
is_exit 0 'con la radice adottata qui'
E=$(firme "[*[local-name()='percorso'] = '${P7S%/*}/manifesto.xml']")
ok "la loro CAdES è almeno integra ($E)" expr "$E" : 'integra\|valida'
is "$(del firmato.pdf)" valida 'il PDF è valido: la revoca qui si sa'
is "$(del firmato.xml)" integra 'l'\''XML è integro: della sua non si sa'
for f in alterato.pdf alterato.xml; do
	is "$(del $f)" non-valida "chi li firmò si conosce, ma non firmò questo: $f"
done

# ---- their key is not in the package: nobody can say ----

di_nuovo
K=$(sed -n 's,.*<chiave tipo="openpgp">\(.*\)</chiave>.*,\1,p' \
    q/data/documenti/firme/0001/manifesto.xml)
rm "q/data/chiavi/$K.asc"
perl -0pi -e 's,\s*<file [^>]*data/chiavi/'"$K"'.asc"[^>]*/>,,' q/data/indice.xml
rifai q || exit 1
run prendi q
is_exit 1 'una loro firma che non si può verificare: si dice'
like err '11 firme' 'con le altre'
run acquisisci q - senza-liberatoria senza-stato-di-famiglia firme-da-guardare
is_exit 0 'e confermata si prende'
is "$(firme "[contains(*[local-name()='percorso'], '0001')]")" ignota \
    'ignota'
run come coord pacchetto CS-2026-0000001 --in "$T/oltre"
is_exit 0 'e a un altro si dà come venne'
no_file "oltre/data/chiavi/$K.asc" 'senza quella chiave'
run cartella controlla-pacchetto oltre
is_exit 0 'e chi lo riceve lo trova intero'

# ---- false over their own act: refused ----

senza_catena() {
	rm -f q/data/catena/[0-9]*.txt
	perl -pi -e 's/ testo="si"//' q/data/catena/catena.xml
	perl -0pi -e 's,\s*<file [^>]*data/catena/\d+.txt"[^>]*/>,,g' \
	    q/data/indice.xml
}
cambiato() {	# cambiato PATH PERL: there and in the history, all made again
	rm -rf m && git clone -q q/data/cartella.bundle m 2>/dev/null &&
	git -C m config user.name x && git -C m config user.email x@x &&
	perl -0pi -e "$2" "m/$1" && cp "m/$1" "q/data/documenti/$1" &&
	git -C m commit -qam x &&
	git -C m bundle create -q "$T/m.bundle" main HEAD 2>/dev/null &&
	cp m.bundle q/data/cartella.bundle &&
	perl -0pi -e 's,intera="si","intera=\"no\"",e' q/data/indice.xml &&
	rifai q
}
falsa() {	# falsa FILE DESC
	run acquisisci q - senza-liberatoria senza-stato-di-famiglia \
	    persona-nota firme-da-guardare
	is_exit 1 "$2: no"
	like err "pacchetto-non-integro.*$1: " 'e si dice quale'
	come_prima 'e niente è cambiato'
}
di_nuovo
for f in firme/0001/firma.asc "$P7S"; do
	intatto
	senza_catena
	cambiato "${f%/*}/manifesto.xml" 's,(<ora>20)2\d,${1}19,' || exit 1
	falsa "$f" "${f##*/} su un altro manifesto"
done
intatto
senza_catena
cambiato "$P7S" 's,.\z,chr(ord($&) ^ 1),es' || exit 1
falsa "$P7S" 'una firma con un bit cambiato'

# ---- a CAdES that has the manifesto in it ----

dentro() {	# dentro FILE: it is what the signature in the package is around
	intatto
	senza_catena
	rm -rf m && git clone -q q/data/cartella.bundle m 2>/dev/null &&
	git -C m config user.name x && git -C m config user.email x@x &&
	openssl cms -sign -binary -nodetach -cades -nosmimecap -outform DER \
	    -signer as1x.pem -inkey as1x.key -in "$1" \
	    -out "m/${P7S%s}m" 2>/dev/null &&
	git -C m rm -q "$P7S" && git -C m add . && git -C m commit -qm x &&
	git -C m bundle create -q "$T/m.bundle" main HEAD 2>/dev/null &&
	cp m.bundle q/data/cartella.bundle &&
	rm "q/data/documenti/$P7S" &&
	cp "m/${P7S%s}m" "q/data/documenti/${P7S%s}m" &&
	perl -0pi -e 's,intera="si","intera=\"no\"",e;
	    s,documenti/'"$P7S"',documenti/'"${P7S%s}m,g" q/data/indice.xml &&
	rifai q
}
cp "q/data/documenti/${P7S%/*}/manifesto.xml" manifesto.xml
sed 's,<ora>20..,<ora>2019,' manifesto.xml >altro-manifesto.xml
dentro altro-manifesto.xml || exit 1
falsa "${P7S%s}m" 'una firma intorno a un altro manifesto'
like err 'ciò che firma non è il suo manifesto' 'e si dice che cosa ha'
dentro manifesto.xml || exit 1
run acquisisci q - senza-liberatoria senza-stato-di-famiglia firme-da-guardare
is_exit 0 'intorno a quello sì'
is "$(firme "[*[local-name()='percorso'] = '${P7S%/*}/manifesto.xml']")" ignota \
    'con ciò che qui se ne sa'
di_nuovo

# ---- a paper they signed, of whatever form ----

carta() {	# carta cades|firma FILE...: what signs their letter is that file
	intatto
	senza_catena
	carta_cambia=
	while [ $# -gt 0 ]; do
		carta_cambia="$carta_cambia s,<$1>\\w+,<$1>$(al "$2"),;"
		shift 2
	done
	cambiato comunicazioni/0001.xml "$carta_cambia" || exit 1
}
for f in rotta.p7m alterato.pdf alterato.xml; do
	carta cades $f
	falsa "$(al $f)" "la loro lettera è $f"
done
carta firma rotta.p7m
falsa "$(al rotta.p7m)" 'la firma accanto alla loro lettera è di altro'
prende() {
	run acquisisci q - senza-liberatoria senza-stato-di-famiglia \
	    persona-nota firme-da-guardare
}
carta cades firmato.pdf firma altra.asc
prende
is_exit 0 'firmata PAdES si prende'
is "$(del firmato.pdf)" ignota 'con ciò che se ne trova'
is "$(del altra.asc)" non-verificata \
    'una OpenPGP accanto, che non è fra quelle dei loro manifesti, è da guardare'
di_nuovo
carta cades firmato.xml
prende
is_exit 0 'firmata XAdES anche'
is "$(del firmato.xml)" ignota 'con ciò che se ne trova'
plan
