# SPDX-License-Identifier: EUPL-1.2
# New types of document without C: adotta-tipo and scrivi, with the example of
# docs/esempi/abitazione; and what is refused of schemas, sheets, documents.
. tests/cli/lib.sh
. "$RADICE/tests/cli/uffici.sh"
. "$RADICE/tests/cli/caso.sh"

uffici_di_prova >/dev/null || exit 1
CS=$(aperta)
D=$S/cartelle/2026/0000001
E=$RADICE/docs/esempi/abitazione
QUANTI=$(ls "$S/ente")

adotta() {	# adotta FILE...: the type abitazione
	come resp adotta-tipo --nome abitazione \
	    --denominazione 'Visita domiciliare' "$@"
}

# ---- schemas that are refused ----

con() {		# con BODY [TYPES]: a schema whose root holds BODY
	cat >s.xsd <<-XML
	<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"
	    xmlns="urn:cartella:1" targetNamespace="urn:cartella:1"
	    elementFormDefault="qualified">
	<xs:element name="abitazione"><xs:complexType>
	<xs:sequence>$1</xs:sequence></xs:complexType></xs:element>${2:-}
	</xs:schema>
	XML
}

campo() {	# campo ATTRIBUTES [CHILD]
	echo "<xs:element $1><xs:annotation>
	    <xs:documentation xml:lang=\"it\">x</xs:documentation>
	    </xs:annotation>${2:-}</xs:element>"
}

DATA=$(campo 'name="a" type="data"')

no() {		# no CODICE DESC: s.xsd is refused for that
	run adotta s.xsd
	is_exit 1 "$2: no"
	like err "\\[$1\\]" "$2: e lo dice"
}

con "$(campo 'name="a" type="testo-breve"')<xs:any/>"
no fuori-profilo 'xs:any'
con "$(campo 'name="a" type="xs:string"')"
no tipo-ignoto 'un testo senza fine'
con "$(campo 'name="a" type="data" maxOccurs="unbounded"')"
no ripetizioni 'ripetizioni senza fine'
con "$(campo 'name="a" type="data" maxOccurs="100000"')"
no ripetizioni 'centomila ripetizioni'
con '<xs:element name="a" type="data"/>'
no manca-etichetta 'un campo senza etichetta'
con "$(campo 'name="A b" type="data"')"
no nome 'un nome che non è una parola'
con "$(campo 'name="a" type="gruppo"')" "<xs:complexType name=\"gruppo\">
    <xs:sequence>$(campo 'name="a" type="gruppo" minOccurs="0"')</xs:sequence>
    </xs:complexType>"
no troppo-profondo 'un gruppo che contiene sé stesso'
con "$DATA" '<xs:simpleType name="data"><xs:restriction base="xs:string">
    <xs:enumeration value="x"/></xs:restriction></xs:simpleType>'
no nome 'un tipo che si chiama come uno dei nostri'
con "$(campo 'name="a"' '<xs:simpleType><xs:restriction base="xs:string">
    <xs:pattern value="(a+)+b"/></xs:restriction></xs:simpleType>')"
no fuori-profilo 'un'\''espressione'
con "$(campo 'name="a" type="data" nillable="true"')"
no fuori-profilo 'un attributo di altro genere'
con "$DATA" '<xs:import namespace="urn:x" schemaLocation="file:///etc/passwd"/>'
no fuori-profilo 'un import'
con "$DATA" '<xs:include schemaLocation="/etc/passwd"/>'
no include 'un include'
con "$DATA" '<xs:redefine schemaLocation="comuni.xsd"/>'
no fuori-profilo 'un redefine'
con "<xs:choice>$DATA$DATA</xs:choice>"
no nome-doppio 'una scelta ambigua'
con "$DATA" && sed -i 's/name="abitazione"/name="altro"/' s.xsd
no radice 'una radice che si chiama altrimenti'
con "$DATA" && sed -i 's/ targetNamespace="[^"]*"//' s.xsd
no spazio-dei-nomi 'un altro spazio dei nomi'
con "$DATA"
{ echo '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>'; cat s.xsd; } >e.xsd
mv e.xsd s.xsd
no schema-illeggibile 'un'\''entità'
cp "$FIXTURES/ostili/billion-laughs.xml" s.xsd
no schema-illeggibile 'un miliardo di risate'
echo '<a/>' >s.xsd
no non-schema 'un altro XML'
head -c 10000000 /dev/zero | tr '\0' ' ' >s.xsd
no file-grande 'dieci megabyte'
run adotta
like err '\[manca-schema\]' 'senza schema: no'
run adotta "$E/abitazione.xsd" "$E/visita.xml"
like err '\[file-di-troppo\]' 'con un file di altro genere: no'
run come resp adotta-tipo --nome relazione --denominazione x "$E/abitazione.xsd"
like err '\[nome-occupato\]' 'con il nome di un nostro documento: no'

# ---- sheets that are refused ----

foglio() {	# foglio OUTPUT BODY
	cat >f.xsl <<-XML
	<xsl:stylesheet version="1.0"
	    xmlns:xsl="http://www.w3.org/1999/XSL/Transform">$1
	<xsl:template match="/">$2</xsl:template></xsl:stylesheet>
	XML
	run adotta "$E/abitazione.xsd" f.xsl
	is_exit 1 "$3: no"
	like err '\[foglio\]' "$3: e lo dice"
}
testo='<xsl:output method="text"/>'
foglio '' 'x' 'un foglio che non fa un testo'
foglio "<xsl:import href=\"file:///etc/passwd\"/>$testo" 'x' 'uno che ne importa un altro'
foglio "$testo" '<xsl:if test="' 'uno rotto'
foglio "$testo" '<xsl:call-template name="a"/></xsl:template>
    <xsl:template name="a">x<xsl:call-template name="a"/>' 'uno senza fine'
run come as1 adotta-tipo --nome abitazione --denominazione x "$E/abitazione.xsd"
is_exit 3 'i tipi li adotta il responsabile'
is "$(ls "$S/ente")" "$QUANTI" 'i rifiuti non lasciano niente'

# ---- the example of docs/tipi.md ----

run come as1 scrivi --cartella "$CS" --tipo abitazione "$E/visita.xml"
like err '\[tipo-ignoto\]' 'prima che ci sia il tipo non si scrive'
run adotta "$E/abitazione.xsd" "$E/abitazione.xsl" \
    --id 11111111111111111111111111111111
is_exit 0 'il tipo di esempio si adotta'
run adotta "$E/abitazione.xsd" "$E/abitazione.xsl" \
    --id 11111111111111111111111111111111
is_exit 0 'la stessa istanza di nuovo'
ok 'è fatta una volta' grep -q '<ordine>1<' "$S/ente/tipi/abitazione/tipo.xml"
not_ok 'lo schema che resta sta da solo' grep -q 'xs:include' \
    "$S/ente/tipi/abitazione/schema.xsd"
run come as1 scrivi --cartella "$CS" --tipo abitazione "$E/visita.xml" \
    --id 22222222222222222222222222222222
is_out "$CS tipi/abitazione/00/0001.xml" 'si scrive un documento del tipo'
run come as1 scrivi --cartella "$CS" --tipo abitazione "$E/visita.xml" \
    --id 22222222222222222222222222222222
is_out "$CS tipi/abitazione/00/0001.xml" 'la stessa istanza: la stessa risposta'
ok 'che un altro programma trova valido' xmllint --noout \
    --schema "$S/ente/tipi/abitazione/schema.xsd" "$D/tipi/abitazione/00/0001.xml"
run come as1 mostra "$CS" --documento tipi/abitazione/00/0001.xml
like out '^VISITA DOMICILIARE del 2026-11-18, scritta da as1$' 'e si legge con il suo foglio'
like out 'dorme nel soggiorno' 'con il suo testo'
run come as1 scrivi --cartella "$CS" --tipo abitazione --campo data=2026-11-19 \
    --campo titolo=ospitalita --campo numero-vani=2 --campo stanza.uso=cucina \
    --campo stanza.uso=camera --campo stanza.persone=3 --campo 'osservazioni=Buio.'
is_out "$CS tipi/abitazione/00/0002.xml" 'anche dai soli campi'
run come as1 scrivi --cartella "$CS" --tipo abitazione --campo numero-vani=3 \
    --documento tipi/abitazione/00/0002.xml
is_out "$CS tipi/abitazione/00/0002.xml" 'e si riscrive cambiandone uno'
is "$(grep -c '<uso>\|<numero-vani>3' "$D/tipi/abitazione/00/0002.xml")" 3 'e il resto rimane'

# ---- documents that are refused ----

scrivi() {
	come as1 scrivi --cartella "$CS" --tipo abitazione "$@"
}
run scrivi --campo data=2025-02-29 --campo titolo=ospitalita --campo numero-vani=2
is_exit 1 'il 29 febbraio 2025: no'
like err '/abitazione/data' 'e dice dove'
run scrivi --campo data=2026-11-19 --campo titolo=castello --campo numero-vani=2
like err '/abitazione/titolo' 'una parola fuori dall'\''elenco: no'
run scrivi --campo colore=rosso
like err '\[campo\]' 'un campo che il tipo non ha: no'
run scrivi
like err '\[niente-da-scrivere\]' 'niente: no'
run scrivi --documento scheda.xml --campo numero-vani=2
is_exit 1 'riscrivere altro: no'
sed 's/abitazione/altro/' "$E/visita.xml" >a.xml
run scrivi a.xml
like err '\[altro-tipo\]' 'un documento di altro tipo: no'
run scrivi "$FIXTURES/ostili/xxe.xml"
like err '\[illeggibile\]' 'un'\''entità: no'
sed "s/Il bambino/$(printf '\342\200\256')oiub/" "$E/visita.xml" >a.xml
run scrivi a.xml
like err '\[caratteri\]' 'un testo che si gira: no'
head -c 10000000 /dev/zero | tr '\0' ' ' >a.xml
run scrivi a.xml
is_exit 1 'dieci megabyte: no'
same_absent "$CS" CS-2026-0000099 come as2 scrivi --tipo abitazione \
    --campo numero-vani=1 --cartella
run come sds1 scrivi --cartella "$CS" --tipo abitazione --campo numero-vani=1
is_exit 3 'scrivere non è del controllo'
is "$(ls "$D/tipi/abitazione/00" | wc -l)" 2 'i rifiuti non lasciano niente'

# ---- another version: the old documents stay what they are ----

sed 's/name="riscaldata" type="si-no" minOccurs="0"/name="ascensore" type="si-no"/' \
    "$E/abitazione.xsd" >nuovo.xsd
run adotta nuovo.xsd
is_exit 0 'una nuova versione, che chiede di più'
run come as1 mostra "$CS" --documento tipi/abitazione/00/0001.xml
like out '^VISITA DOMICILIARE' 'il documento di prima si legge con il foglio di allora'
run scrivi "$E/visita.xml"
is_exit 1 'ma oggi quel testo non basta più'
run scrivi --documento tipi/abitazione/00/0002.xml --campo ascensore=no
is_exit 0 'riscritto, un documento è della versione di oggi'
run grep -c 'schema="2"' "$D/tipi/abitazione/00/0002.xml"
is_out 1 'e lo dice'
run come as1 mostra "$CS" --documento tipi/abitazione/00/0002.xml
like out '^ascensore: no$' 'senza foglio si legge come gli altri'
come as1 chiudi --cartella "$CS" --motivo conclusione --nota Fatto >/dev/null
run scrivi --campo ascensore=no
like err '\[cartella-chiusa\]' 'in una cartella chiusa: no'
is_integro 'con documenti di due versioni'
plan
