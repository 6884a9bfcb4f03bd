# SPDX-License-Identifier: EUPL-1.2
# The models of papers: adopted, tried, listed, handed out, withdrawn; the
# fields there are.  What the intake says of an ODT is tested in tests/unit.
. tests/cli/lib.sh
. "$RADICE/tests/cli/uffici.sh"
. "$RADICE/tests/cli/caso.sh"

uffici_di_prova >/dev/null || exit 1
QUANTI=$(ls "$S/ente")

# odt FILE SED...: the model shipped for a convocazione, its text changed
odt() {
	odt_file=$1
	shift
	[ -d spedito ] || { come resp modello convocazione --in spedito.odt &&
	    unzip -q -d spedito spedito.odt; } >/dev/null
	rm -rf cambiato "$odt_file"
	cp -r spedito cambiato
	sed "$@" spedito/content.xml >cambiato/content.xml
	(cd cambiato && zip -q -X -0 "$T/$odt_file" mimetype &&
	    zip -q -X -r "$T/$odt_file" . -x mimetype)
}

aggiungi() {
	come resp aggiungi-modello --nome convocazione --carta lettera \
	    --denominazione 'Convocazione nostra' "$@"
}

in_uso() {	# what the list says of it
	come as1 modelli --carta lettera | grep '^  convocazione '
}

# ---- fields ----

run come as1 campi
like out '^lettera +Lettera a un terzo$' 'le carte che ci sono'
unlike out '^tipo ' 'senza ciò che hanno in comune i tipi'
run come prot1 campi lettera
like out '^destinatario\.pec +posta .*\(es\. istituto@' 'i campi di una, con un esempio'
like out '^elenco famiglia ' 'e gli elenchi'
run come as1 campi boh
is_exit 1 'una carta che non c'\''è: no'
like err 'ci sono: lettera, relazione' 'e si dice quali ci sono'
run come as1 campi --uscita odt
like err '\[manca-carta\]' 'una pagina di nessuna carta: no'
run come as1 campi lettera --uscita pagina
is_exit 0 'i campi come pagina'
cp "$OUT" pagina.html
is "$(xmllint --html --xpath 'string(/html/@lang)' pagina.html 2>/dev/null)" it 'in italiano'
like out '<code>\{\{destinatario\.pec\}\}</code>' 'con i nomi da scrivere'
is "$(xmllint --html --xpath 'count(//a[@href][not(starts-with(@href, "#"))]
    | //img | //script | //link | //*[@src])' pagina.html 2>/dev/null)" 0 \
    'e niente che venga da fuori'
is "$(xmllint --html --xpath 'count(//a[not(substring(@href, 2) = //@id)])' \
    pagina.html 2>/dev/null)" 0 'ogni rimando arriva'
is "$(xmllint --html --xpath 'count(//table[not(thead/tr/th/@scope)])' \
    pagina.html 2>/dev/null)" 0 'ogni tabella ha le sue testate'
come resp adotta-tipo --nome abitazione --denominazione 'Visita domiciliare' \
    "$RADICE/docs/esempi/abitazione/abitazione.xsd" >/dev/null
run come as1 campi tipo:abitazione
like out '^abitazione\.numero-vani +quanti vani' 'i campi di un tipo vengono dal suo schema'
like out '^elenco abitazione\.stanza +una stanza' 'e ciò che si ripete è un elenco'
like out '^caso\.numero ' 'con quelli di ogni carta'
for carta in lettera registro tipo:abitazione; do
	come as1 campi "$carta" --uscita odt --in campi.odt >/dev/null
	run come resp prova-modello --carta "$carta" campi.odt --in "reso.odt"
	is_exit 0 "$carta: i campi da copiare sono un modello che va bene"
	silent err 'senza osservazioni'
	rm -f campi.odt reso.odt
done

# ---- refused ----

odt buono.odt ''
run come as1 aggiungi-modello --nome convocazione --carta lettera \
    --denominazione x buono.odt
is_exit 3 'i modelli li adotta chi amministra'
run aggiungi
like err '\[manca-file\]' 'senza file: no'
run come resp prova-modello --carta lettera
like err '\[manca-file\]' 'né si prova'
silent out 'e non esce niente'
cp buono.odt altro.odt
run aggiungi buono.odt altro.odt
like err '\[manca-file\]' 'con due: no'
run come resp aggiungi-modello --nome x --carta boh --denominazione x buono.odt
like err '\[carta-ignota\]' 'per una carta che non c'\''è: no'
run come resp aggiungi-modello --nome x --carta tipo --denominazione x buono.odt
like err '\[carta-ignota\]' 'ciò che hanno in comune i tipi non è una carta'
run come resp aggiungi-modello --nome x --carta tipo:boh --denominazione x buono.odt
like err '\[carta-ignota\].*|ci sono: .*tipo:abitazione' 'né un tipo che non c'\''è'
run come resp aggiungi-modello --nome convocazione --carta relazione \
    --denominazione x buono.odt
like err '\[altra-carta\]' 'il nome di un modello per un'\''altra carta: no'
odt errato.odt 's/>La invitiamo/>{{destinatario.denominazzione}} La invitiamo/'
run aggiungi errato.odt
is_exit 1 'un campo scritto male: no'
like err 'paragrafo 12 .*«destinatario\.denominazzione».*«destinatario\.denominazione»' \
    'e dice dove, e quale è il più vicino'
run come resp prova-modello --carta lettera errato.odt
is_exit 1 'la prova dice lo stesso'
like err '«destinatario\.denominazione»' 'con le stesse parole'
silent out 'e non rende niente'
head -c 9000000 /dev/zero >grande.odt
run aggiungi grande.odt
like err '\[file-grande\]' 'nove megabyte: no'
echo '<a/>' >finto.odt
run aggiungi finto.odt
is_exit 1 'ciò che non è un ODT: no'
run come resp ritira-modello convocazione
like err '\[modello-ignoto\]' 'ritirare quello del programma: no'
is "$(ls "$S/ente" | grep -v tipi)" "$QUANTI" 'i rifiuti non lasciano niente'

# ---- adopted ----

odt scritto.odt 's/>La invitiamo/>Gentile {{destinatario.denominazione}}, La invitiamo/'
run come resp prova-modello --carta lettera scritto.odt --in reso.odt
is_exit 0 'un modello con un campo scritto si prova'
like err 'ora sono campi veri: destinatario\.denominazione$' 'e si dice quali diventano veri'
is "$(unzip -p reso.odt content.xml | grep -c '{{')" 0 'nel modello reso non ce n'\''è più'
run in_uso
like out 'spedito con il programma$' 'prima c'\''è quello del programma'
ID=11111111111111111111111111111111
run aggiungi scritto.odt --id $ID --provvedimento 'nota 3/2026'
is_exit 0 'si adotta'
like err '^nota: modello\.odt: .*ora sono campi veri: destinatario\.denominazione$' \
    'e lo dice la risposta'
run aggiungi scritto.odt --id $ID
is_exit 0 'la stessa istanza di nuovo'
run in_uso
like out 'Convocazione nostra +versione 1 del 20/11/2026, resp$' 'una volta sola'
M=$S/ente/modelli/convocazione
ok 'il documento dice l'\''impronta' grep -q \
    "<odt>$(sha256sum <"$M/modello.odt" | cut -d' ' -f1)</odt>" "$M/modello.xml"
ok 'e i campi' grep -q '<campo>libero.motivo</campo>' "$M/modello.xml"
come as1 modello convocazione --in uso.odt >/dev/null
same_bytes uso.odt "$M/modello.odt" 'il modello in uso è quello adottato'
come as1 modello convocazione --versione 0 --in zero.odt >/dev/null
same_bytes zero.odt spedito.odt 'quello del programma c'\''è ancora'
cp "$M/modello.odt" primo.odt
odt secondo.odt 's/>La invitiamo/>Si convoca/'
run aggiungi secondo.odt --titolo 'Invito'
silent err 'senza campi scritti non c'\''è niente da dire'
run in_uso
like out 'versione 2 del' 'una seconda versione'
come as1 modello convocazione --versione 1 --in uno.odt >/dev/null
same_bytes uno.odt primo.odt 'la prima si ha ancora'
run come as1 modello convocazione --versione 3
is_exit 1 'la terza no'
run come as1 modello boh
is_exit 1 'un modello che non c'\''è: no'
run come as1 modelli --carta tipo:abitazione
is_out 'non c'\''è nessun modello' 'di una carta senza modelli'

# ---- what is only warned of ----

SVG='xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"'
odt strano.odt -e "s|<office:automatic-styles>|<office:font-face-decls $SVG>\
<style:font-face style:name=\"Strano\" svg:font-family=\"Strano\"/>\
</office:font-face-decls><office:automatic-styles><style:style style:name=\"Z\" \
style:family=\"paragraph\"><style:text-properties style:font-name=\"Strano\"/>\
</style:style>|" -e 's/text:style-name="Testo.inizio"/text:style-name="Z"/'
run aggiungi strano.odt
is_exit 1 'un carattere che non c'\''è ferma'
like err '^avviso: .*«Strano».*\[caratteri\]$' 'con un avviso'
run come resp prova-modello --carta lettera strano.odt --in reso2.odt
is_exit 0 'che la prova dice'
like err '^nota: .*«Strano».*\[caratteri\]$' 'rendendo il modello'
run aggiungi strano.odt --conferma caratteri
is_exit 0 'e confermato si adotta'

# ---- withdrawn ----

run come as1 ritira-modello convocazione
is_exit 3 'ritirare è di chi amministra'
run come resp ritira-modello convocazione --motivo 'era sbagliato'
is_exit 0 'si ritira'
run in_uso
like out 'spedito con il programma$' 'torna quello del programma'
run come resp ritira-modello convocazione
like err '\[gia-ritirato\]' 'una volta sola'
come as1 modello convocazione --in torna.odt >/dev/null
same_bytes torna.odt spedito.odt 'e si ha quello'
come as1 modello convocazione --versione 3 --in tre.odt >/dev/null
same_bytes tre.odt "$M/modello.odt" 'la versione ritirata si ha ancora'
run aggiungi secondo.odt
is_exit 0 'si riprende'
run in_uso
like out 'versione 4 del' 'ed è una versione nuova'
come as1 campi tipo:abitazione --uscita odt --in tipo.odt >/dev/null
run come resp aggiungi-modello --nome casa --carta tipo:abitazione \
    --denominazione 'Visita' tipo.odt
is_exit 0 'un modello per un tipo dell'\''ente'
CS=$(aperta)
come as1 scrivi --cartella "$CS" --tipo abitazione \
    "$RADICE/docs/esempi/abitazione/visita.xml" >/dev/null
run come as1 stampa "$CS" tipi/abitazione/00/0001.xml --odt si
is_exit 0 'senza un modello del suo nome si stampa con quello generale'
cp "$OUT" generale.odt
ok 'e dice ciò che dice' sh -c \
    'unzip -p generale.odt content.xml | grep -q "camera dei genitori"'
rm -rf cambiato && mkdir cambiato && (cd cambiato && unzip -q ../tipo.odt &&
    perl -0pi -e 's|<table:table .*?</table:table>|<text:p>Vani: {{abitazione.numero-vani}}, il
    {{abitazione.data}}</text:p>|s' content.xml && zip -q -X -0 ../visita.odt mimetype &&
    zip -q -X -r ../visita.odt . -x mimetype)
run come resp aggiungi-modello --nome abitazione --carta tipo:abitazione \
    --denominazione 'Visita' visita.odt
is_exit 0 'con il nome del tipo'
run come as1 stampa "$CS" tipi/abitazione/00/0001.xml --odt si --in stampa.odt
is_exit 0 'è quello con cui se ne stampano i documenti'
unzip -p stampa.odt content.xml | sed 's/<[^>]*>//g' | tr -s ' \n' ' ' >stampa.txt
ok 'con i valori del documento' grep -q 'Vani: 3, il 18 novembre 2026' stampa.txt
ok 'e il suo elenco' grep -q 'camera dei genitori.*soggiorno' stampa.txt
come resp ritira-modello casa >/dev/null
run come as1 modelli --carta tipo:abitazione
like out '^  casa .*: ritirato' 'ritirato, dove il programma non ne ha'
run come as1 modello casa
is_exit 1 'non ce n'\''è più uno in uso'
is_integro 'con modelli di più versioni'
plan
