# SPDX-License-Identifier: EUPL-1.2
# shellcheck shell=sh disable=SC1091,SC2086
#
# Writing and signing through the web: the editor, drafts, a session that ends
# while one writes, two who write at once, Writer and back, signatures with the
# key that the server keeps and with one's own.
. tests/web/lib.sh
. "$RADICE/tests/cli/uffici.sh"
. "$RADICE/tests/cli/caso.sh"

chi() {		# chi USER: the web asks as USER from now on
	# shellcheck disable=SC2046
	set -- $("$DRIVER/sessione" "$S" "$1" prova)
	COOKIE=$1 CSRF=$2
}
w() {		# w PATH [CURL...]: web, with the browser of those sessions
	w_p=$1
	shift
	web "$w_p" -A prova "$@"
}
manda() {	# manda PATH [NAME=VALUE...]: a form of ours
	manda_p=$1
	shift
	for manda_x; do
		shift
		set -- "$@" --data-urlencode "$manda_x"
	done
	w "$manda_p" --data-urlencode "_csrf=$CSRF" \
	    -H "Origin: $U" "$@"
}
valore() {	# valore NAME: of a field of the form in $BODY
	tr '\n' ' ' <"$BODY" | grep -oE "name=\"$1\" value=\"[^\"]*\"" |
	    head -1 | sed 's/.*value="//; s/"$//'
}
testo() {	# testo NAME: what stands in a textarea
	xmllint --html --nonet --xpath "string(//textarea[@name='$1'])" "$BODY" \
	    2>/dev/null
}
conta() {
	xmllint --html --nonet --xpath "count($1)" "$BODY" 2>/dev/null
}
va() { testata "^location: $1.?\$" "$2"; }

frase() { printf '%s %s\n' 'Lungomare di Savona,' 'tre gabbiani'; }
CERCATA='gabbian[i]'

uffici_di_prova >"$OUT" || exit 1
CS=$(aperta)
redatta "$CS" >"$OUT"
R=relazioni/0001.xml
# as1's key is kept by the server, coord keeps his own
frase | gpg --batch --quiet --faked-system-time 20200101T000000 \
    --pinentry-mode loopback --passphrase-fd 0 --quick-generate-key \
    'as1 <as1@prova.invalid>' ed25519 sign never 2>"$T/.gpg"
gpg --batch --armor --export 'as1 <as1@prova.invalid>' >as1.asc
frase | gpg --batch --pinentry-mode loopback --passphrase-fd 0 --armor \
    --export-secret-keys 'as1 <as1@prova.invalid>' >as1.sec 2>"$T/.gpg"
come resp arruola-chiave --utente as1 --custodia server as1.asc >"$OUT"
frase >f
run sh -c '"$CARTELLA" --store "$1" custodisci --frase-da 3 as1.sec 3<f' - "$S"
is_exit 0 'la chiave di as1 è sul server'
rm -f f as1.sec
con_chiave coord >"$OUT"
GNUPGHOME=/nonexistent servizio --web 1 --lettori 1 --compositori 1

# ---- the editor ----

chi as1
w "/redazione/$CS"
stato 200 'che cosa si scrive in una cartella'
corpo "href=\"/redazione/$CS/relazione\"" 'una relazione nuova'
corpo "riscrivi\\?documento=$R" 'o una da riscrivere'
corpo "libro-firma/documento\\?cartella=$CS&amp;documento=$R" 'o da firmare'
w "/redazione/$CS/relazione"
stato 200 'il foglio bianco'
is "$(conta '//textarea[@data-prosa]')" 6 'con i suoi testi'
ID=$(valore _id)
PAG=$(valore _pagina)
is "$(valore cartella)" "$CS" 'di quella cartella'

chi coord
w "/redazione/$CS/lettera"
stato 200 'una lettera'
corpo '<option value="convocazione"' 'i modelli si scelgono'
corpo "<option value=\"$R\"" 'e i documenti che vanno con la lettera'
senza 'Altrimenti' 'e non ci sono titoli senza niente sotto'
chi as1
w "/redazione/$CS/lettera"
stato 200 'chi non scrive lettere'
senza 'id="modulo"' 'non ne ha il modulo'
w "/redazione/$CS/relazione"

# ---- drafts ----

scrivi() {	# scrivi [NAME=VALUE...]: the relazione of this form
	manda /atto/redigi "_id=$ID" "_pagina=$PAG" "_ritorno=/redazione/$CS" \
	    "cartella=$CS" tipo=attivita "oggetto=Dal browser" "$@"
}
scrivi _azione=bozza 'fatti-accertati=Prima *visita*.

- uno'
stato 303 'tenuta in bozza'
va "/redazione/$CS" 'si torna alla cartella'
w /redazione
corpo "/redazione/bozza/$ID" 'la bozza è fra le mie'
w "/redazione/bozza/$ID"
stato 200 'si riprende'
is "$(testo fatti-accertati)" 'Prima *visita*.

- uno' 'con le sue parole'
chi as2
w "/redazione/bozza/$ID"
stato 404 'un altro non la vede'
ANNOBASE=$STATO
w "/redazione/bozza/00000000000000000000000000000000"
stato "$ANNOBASE" 'come se non ci fosse'
manda /bozze/togli "id=$ID"
stato 404 'né la butta via'

# ---- as it will look ----

chi as1
manda /redazione/anteprima "_id=$ID" _atto=redigi "cartella=$CS" \
    tipo=attivita 'oggetto=Da guardare' 'fatti-accertati=Prima *visita*.'
stato 303 'si guarda prima di salvare'
ANTE=$(sed -n 's/^[Ll]ocation: //p' "$HEAD" | tr -d '\r')
w "$ANTE"
stato 200 'il PDF'
testata '^content-type: application/pdf' 'è un PDF'
cp "$BODY" a.pdf
pdftotext a.pdf a.txt
ok 'con le parole di adesso' grep -q 'Prima visita' a.txt
ok 'e dice che cos'\''è' grep -q 'BOZZA NON FIRMATA' a.txt
chi coord
w "$ANTE"
stato 404 'un altro non lo guarda'
manda /redazione/anteprima "_id=$ID" _atto=annota "cartella=$CS"
stato 400 'ciò che non è carta non si guarda'

# ---- what is not right comes back in the editor ----

chi as1
scrivi _azione=invia 'fatti-accertati=Prima *visita*.'
stato 422 'incompleta: no'
corpo 'Relazione: nuovo documento' 'si resta nel foglio'
is "$(testo fatti-accertati)" 'Prima *visita*.' 'niente è perduto'
corpo 'dichiarazioni' 'e dice che cosa manca'
scrivi _azione=invia 'fatti-accertati=Prima *visita*.' \
    'dichiarazioni=Nessuna.' 'valutazioni=Bene.'
stato 303 'completa: sì'
va "/redazione/$CS\\?fatto=redigi&esito=[0-9a-f]{32}" 'e dice fatto'
run come as1 mostra "$CS" --documento relazioni/0002.xml --formato xml
like out '<b>visita</b>' 'è nella cartella'
w /redazione
senza "/redazione/bozza/$ID" 'mandata, non è più una bozza'
scrivi _azione=invia 'fatti-accertati=Prima *visita*.' \
    'dichiarazioni=Nessuna.' 'valutazioni=Bene.'
stato 303 'un doppio clic'
run come as1 mostra "$CS" --documento relazioni/0003.xml
is_exit 1 'non ne fa due'

# ---- the session ends while one writes ----

w "/redazione/$CS/relazione"
ID=$(valore _id)
PRIMA=$CARTELLA_ORA
CARTELLA_ORA=$(date -u -d "$CARTELLA_ORA - 40 minutes" +%FT%T+00:00)
export CARTELLA_ORA
chi as1
ora "$PRIMA"
w "/redazione/$CS"
stato 303 'a sessione finita non si legge niente'
va '/entra.*' 'si entra di nuovo'
scrivi _azione=invia 'fatti-accertati=Scritto per mezz'\''ora.'
stato 303 'ciò che si manda non è fatto'
va '/entra.*' 'si entra di nuovo'
w "/redazione/bozza/$ID"
senza 'mezz' 'e non si rilegge senza entrare'
w /bozze -H "Origin: $U" -H 'Accept: application/xml' -d "_csrf=$CSRF" \
    -d _atto=redigi -d "_id=$ID" -d "cartella=$CS" -d tipo=attivita \
    --data-urlencode 'fatti-accertati=Scritto per mezz'\''ora.'
stato 401 'chi la tiene da sé ogni cinque secondi lo viene a sapere'
senza 'mezz' 'e non gli si ridice niente'
corpo '<bozza ' 'ma che è tenuta'
w /bozze -H "Origin: $U" -H 'Accept: application/xml' \
    -d _csrf=00000000000000000000000000000000 -d _atto=redigi \
    -d _id=22222222222222222222222222222222 -d "cartella=$CS" -d tipo=attivita
stato 401 'quella di una sessione che non è la sua no'
senza '<bozza ' 'e non gli si dice che lo sia'
VERO=$CSRF
ID2=11111111111111111111111111111111
CSRF=00000000000000000000000000000000
manda /atto/redigi "_id=$ID2" "cartella=$CS" _azione=bozza tipo=attivita \
    'fatti-accertati=Di un altro sito.'
CSRF=$VERO
chi coord
w "/redazione/bozza/$ID"
stato 404 'nemmeno un altro la legge'
chi as1
w "/redazione/bozza/$ID"
stato 200 'entrata di nuovo'
is "$(testo fatti-accertati)" "Scritto per mezz'ora." 'il testo è tornato'
w "/redazione/bozza/$ID2"
stato 404 'quello mandato da un altro sito no'
manda /bozze/togli "id=$ID"
stato 303 'si butta via'
w "/redazione/bozza/$ID"
stato 404 'e non c'\''è più'

# ---- a session that was closed, or gave way to another ----

w "/redazione/$CS/relazione"
ID=$(valore _id)
VECCHIA=$COOKIE SEGNO=$CSRF
w /esci -H "Origin: $U" -d "_csrf=$CSRF"
stato 303 'uscita da un altra scheda'
COOKIE=
scrivi _azione=invia 'fatti-accertati=Scritto dopo, senza saperlo.'
stato 303 'ciò che si manda non è fatto'
va '/entra\?detto=tenuto&_ritorno=.*' 'si entra di nuovo'
w "$(sed -n 's/^[Ll]ocation: //p' "$HEAD" | tr -d '\r')"
corpo 'fra le tue bozze' 'e si sa dov'\''è'
COOKIE=$VECCHIA
w "/redazione/bozza/$ID"
stato 303 'col segreto di prima non si rilegge'
CSRF=00000000000000000000000000000000
scrivi _azione=invia 'fatti-accertati=Di nessuno.'
va '/entra\?detto=non-tenuto.*' 'di nessuno: non è tenuto, e si dice'
bozze_xml() {	# bozze_xml CSRF TEXT: as the script does
	w /bozze -H "Origin: $U" -H 'Accept: application/xml' -d "_csrf=$1" \
	    -d _atto=redigi -d "_id=$ID" -d "cartella=$CS" -d tipo=attivita \
	    --data-urlencode "fatti-accertati=$2"
}
chi as1
w "/redazione/bozza/$ID"
is "$(testo fatti-accertati)" 'Scritto dopo, senza saperlo.' \
    'il testo è tornato'
bozze_xml "$SEGNO" 'Tenuto dalla pagina vecchia.'
stato 200 'la pagina vecchia della stessa persona va avanti'
corpo "csrf=\"$CSRF\"" 'con il segno della sessione di adesso'
w "/redazione/bozza/$ID"
is "$(testo fatti-accertati)" 'Tenuto dalla pagina vecchia.' 'ed è tenuto'
ADESSO=$CSRF CSRF=$SEGNO
scrivi _azione=invia 'fatti-accertati=Dalla pagina vecchia.'
stato 422 'mandata, non è fatta'
corpo "value=\"$ADESSO\"" 'ma torna con il segno di adesso'
is "$(testo fatti-accertati)" 'Dalla pagina vecchia.' 'e con il suo testo'
chi as2
MIO=$CSRF
bozze_xml "$SEGNO" 'Di chi, se ora c'\''è un altra?'
stato 403 'entrata un altra persona, lo script non tiene niente'
senza 'csrf=' 'né gli si dà un segno'
CSRF=$SEGNO
scrivi _azione=invia 'fatti-accertati=Della prima.'
stato 403 'il modulo della prima non è fatto dalla seconda'
corpo 'fra le bozze di chi' 'e si dice che cosa ne è'
senza 'Della prima' 'senza ridirlo'
CSRF=$MIO
w "/redazione/bozza/$ID"
stato 404 'non è fra le sue'
w /redazione
senza "$ID" 'né in elenco'
chi as1
w "/redazione/bozza/$ID"
is "$(testo fatti-accertati)" 'Della prima.' 'è della prima'
manda /bozze/togli "id=$ID"
run "$CARTELLA" --store "$S" sessioni --chiudi as1
scrivi _azione=invia 'fatti-accertati=Dopo la revoca.'
va '/entra\?detto=tenuto.*' 'sessione revocata: anche'
run "$CARTELLA" --store "$S" blocca as1
scrivi _azione=invia 'fatti-accertati=Dopo la sospensione.'
va '/entra\?detto=non-tenuto.*' 'di chi è sospeso no'
run "$CARTELLA" --store "$S" sblocca as1
chi as1
w "/redazione/bozza/$ID"
is "$(testo fatti-accertati)" 'Dopo la revoca.' 'fino a lì'
manda /bozze/togli "id=$ID"

# ---- two who write at once ----

w "/redazione/$CS/riscrivi?documento=relazioni/0002.xml"
ID=$(valore _id)
PAG=$(valore _pagina | sed 's/&amp;/\&/g')
BASE=$(valore _base)
set --
for x in $(grep -o 'name="_prima" value="[^"]*"' "$BODY" |
    sed 's/.*value="//; s/"//; s/ /+/'); do
	set -- "$@" "_prima=$(echo "$x" | tr + ' ')"
done
run come as1 redigi --cartella "$CS" --relazione relazioni/0002.xml \
    --tipo attivita --oggetto 'Dal browser' --fatti-accertati 'Di un altra.' \
    --dichiarazioni 'Ha parlato la nonna.' --valutazioni Bene.
riscrivi() {
	scrivi _azione=invia relazione=relazioni/0002.xml \
	    'fatti-accertati=La mia <b>visita</b>.' "$@"
}
riscrivi "_base=$BASE" "$@" dichiarazioni=Nessuna. valutazioni=Bene.
stato 409 'scritta da altri nel frattempo: no'
is "$(testo fatti-accertati)" 'La mia <b>visita</b>.' 'il mio testo c'\''è'
is "$(xmllint --html --xpath 'string(//pre[@class="ora"])' "$BODY" 2>/dev/null)" \
    'Di un altra.' 'accanto a quello degli altri'
senza '<b>visita' 'e nessuno dei due diventa pagina'
is "$(testo dichiarazioni)" 'Ha parlato la nonna.' \
    'ciò che non avevo toccato è quello degli altri'
ORA=$(grep -o 'id="base-ora" name="_base" value="[^"]*"' "$BODY" |
    sed 's/.*value="//; s/"//')
riscrivi "_base=$BASE" "$@" 'dichiarazioni=Ha parlato la nonna.' \
    valutazioni=Bene.
stato 409 'senza scegliere, ancora no'
riscrivi "_base=$ORA" "$@" 'dichiarazioni=Ha parlato la nonna.' \
    valutazioni=Bene.
stato 303 'scelto, sì'
run come as1 mostra "$CS" --documento relazioni/0002.xml
like out 'nonna' 'non si è perduto niente degli altri'
like out 'La mia' 'né di me'

# ---- Writer and back ----

w "/file/bozza?cartella=$CS&tipo=relazione&documento=relazioni/0002.xml"
stato 200 'un file per Writer'
testata 'attachment; filename="bozza.odt"' 'si salva'
cp "$BODY" b.odt
w /redazione/rientro -H "Origin: $U" -F "_csrf=$CSRF" -F file=@b.odt
stato 303 'torna'
va '/redazione/bozza/[0-9a-f]{32}' 'come bozza da rileggere'
QUI=$(sed -n 's/^[Ll]ocation: //p' "$HEAD" | tr -d '\r')
w "$QUI"
is "$(testo dichiarazioni)" 'Ha parlato la nonna.' 'con le sue parole'
echo 'non è un ODT' >no.odt
w /redazione/rientro -H "Origin: $U" -F "_csrf=$CSRF" -F file=@no.odt
stato 422 'un altro file: no'
corpo 'OpenDocument' 'e dice che cosa fare'
w /redazione/rientro -H "Origin: $U" -F _csrf=x -F file=@b.odt
notestata '^location: /redazione/bozza' 'né senza il segno della sessione'
corpo 'non vale più' 'e dice perché'

# ---- the libro firma, with the key the server keeps ----

w /libro-firma
stato 200 'il libro firma'
is "$(conta '//input[@name="voce"]')" 2 'aspettano in due'
ID=$(valore _id)
grep -o 'name="voce"[^>]*value="[^"]*"' "$BODY" |
    sed 's/.*value="//; s/"//' >voci
V1=$(sed -n 1p voci) V2=$(sed -n 2p voci)
firma() {	# firma PASSPHRASE ID VOCE...
	firma_f=$1 firma_i=$2
	shift 2
	for firma_x; do
		shift
		set -- "$@" --data-urlencode "voce=$firma_x"
	done
	w /libro-firma -H "Origin: $U" --data-urlencode "_csrf=$CSRF" \
	    --data-urlencode "_id=$firma_i" --data-urlencode "_frase=$firma_f" "$@"
}
w "/libro-firma/documento?cartella=$CS&documento=$R"
corpo 'Due colloqui' 'si legge che cosa si firma'
corpo 'name="_frase"' 'e si dà la frase'
firma sbagliata "$ID" "$V1" "$V2"
stato 200 'una frase sbagliata'
corpo 'Firmati: 0 su 2' 'non firma niente'
corpo 'non provato' 'e non si riprova'
w "/libro-firma/documento?cartella=$CS&documento=relazioni/0099.xml"
stato 404 'un documento che non c'\''è'
NUOVA=22222222222222222222222222222222
firma "$(frase)" "$NUOVA" "$V1" "$(echo "$V2" | sed 's/[0-9a-f]$/x/')"
stato 200 'ciò che non si è visto'
corpo 'Firmati: 1 su 2' 'no, e dell'\''altro si dice che è firmato'
corpo 'non firmato' 'e di quello che non lo è'
firma "$(frase)" "$NUOVA" "$V1"
corpo 'Firmati: 1\.' 'firmato'
w "/redazione/$CS"
senza "documento\\?cartella=$CS&amp;documento=$R|riscrivi\\?documento=$R\"" \
    'firmata, non è più da riscrivere né da firmare'
corpo "quale=$R" 'ma c'\''è'
w "/redazione/$CS/riscrivi?documento=$R"
corpo 'è firmato: non si riscrive' 'e chi ci va con l'\''indirizzo lo legge'
senza "file/bozza\\?cartella=$CS|name=.documento" 'senza modulo e senza Writer'
firma "$(frase)" "$NUOVA" "$V1"
corpo 'Firmati: 1\.' 'di nuovo lo stesso modulo: la stessa risposta'
run come as1 mostra "$CS" --documento firme/0001/manifesto.xml
is_exit 0 'la firma c'\''è'
run come as1 mostra "$CS" --documento firme/0002/manifesto.xml
is_exit 1 'ed è una sola'
not_ok 'la frase non è in nessun file' grep -rqa "$CERCATA" "$S" "$T/cronaca"
manda /atto/rinvia-firma "_id=$ID" _ritorno=/libro-firma "cartella=$CS" \
    documento=relazioni/0002.xml 'motivazione=Manca il metodo.'
stato 303 'si rinvia'
w /libro-firma
corpo 'Manca il metodo' 'e torna a chi l'\''ha scritto, con le ragioni'

# ---- with one's own key, at home ----

come coord verbale --cartella "$CS" --tipo equipe --stato svolta \
    --data 2026-11-20 --partecipante.nome 'Prova Coord' \
    --partecipante.ruolo coordinatrice --argomenti A. \
    --decisioni B. >"$OUT"
D=$(sed 's/.* //' "$OUT")
chi coord
w "/libro-firma/documento?cartella=$CS&documento=$D"
senza 'name="_frase"' 'la chiave non è del server: niente frase'
w "/file/prepara-firma?cartella=$CS&documento=$D"
stato 200 'che cosa si firma'
cp "$BODY" p.zip
unzip -q p.zip -d p
has_file p/manifesto.xml 'il manifesto'
has_file p/resa.pdf 'e il PDF, insieme'
gpg --batch --quiet --armor --local-user "$(cat "$T/coord.fpr")" \
    --output p/firma.asc --detach-sign p/manifesto.xml 2>"$T/.gpg"
w /atto/firma -H "Origin: $U" -F "_csrf=$CSRF" -F _ritorno=/libro-firma \
    -F "cartella=$CS" -F "documento=$D" -F file=@p/manifesto.xml \
    -F file=@p/resa.pdf -F file=@p/firma.asc
stato 303 'la firma fatta a casa è presa'
va '/libro-firma\?fatto=firma.*' 'e dice fatto'

# ---- the archive ----

for via in /archivio /archivio/fascicoli '/archivio?anno=2020&stato=chiusi'; do
	w "$via"
	stato 200 "$via"
done
w /archivio
corpo "$CS" 'la cartella'
w /archivio/giorni
stato 200 'i giorni'
senza '/archivio/giorno/' 'non di chi non tiene il registro'
w /archivio/fascicolo/FA-2026-0000099
stato 404 'un fascicolo che non c'\''è'
chi as2
w /archivio
senza "$CS" 'di un altro, non la cartella'

# ---- two who wrote at once, where it is no prose ----

progetto() {	# progetto TEXT [OPTION...]: as the command line writes it
	progetto_t=$1
	shift
	come as1 progetto --cartella "$CS" --tipo individualizzato --oggetto P \
	    --obiettivo-breve.testo 'uno <b>b</b>' \
	    --obiettivo-breve.entro 2027-01-31 --obiettivo-breve.testo "$progetto_t" \
	    --azione.testo fare --azione.chi noi \
	    --dal 2026-12-01 --verifica-ogni mensile "$@"
}
progetto due >"$OUT"
chi as1
w "/redazione/$CS/riscrivi?documento=progetti/0001.xml"
stato 200 'un progetto si riscrive'
ID=$(valore _id)
BASE=$(valore _base)
progetto tre --progetto progetti/0001.xml >"$OUT"
manda /atto/progetto "_id=$ID" "_pagina=$(valore _pagina)" "cartella=$CS" \
    _azione=invia progetto=progetti/0001.xml "_base=$BASE" \
    tipo=individualizzato oggetto=P obiettivo-breve=1 \
    'obiettivo-breve.testo=uno <b>b</b>' obiettivo-breve.entro=2027-02-28 \
    obiettivo-breve=2 obiettivo-breve.testo=due azione=1 azione.testo=fare \
    azione.chi=noi dal=2026-12-01 verifica-ogni=mensile
stato 409 'scritto da altri nel frattempo: no'
is "$(conta '//table[contains(@class, "differenze")]//tbody/tr')" 2 \
    'si vede ciò che non è uguale, campo per campo'
riga() { xmllint --html --nonet --xpath "string(//table[contains(@class,
    'differenze')]//tbody/tr[$1]/td[$2])" "$BODY" 2>/dev/null; }
is "$(riga 1 1), $(riga 1 2)" '28/02/2027, 31/01/2027' 'un giorno'
is "$(riga 2 1), $(riga 2 2)" 'due, tre' 'una parola'
senza 'uno <b>' 'il testo è testo'

servizio_fine
is "$CODE" 0 'e finisce bene'
plan
