# SPDX-License-Identifier: EUPL-1.2
# shellcheck shell=sh disable=SC1091,SC2086
#
# What helps who fills a form: what may be answered, files that are kept when a
# form comes back, the letter before it is sent.
. tests/web/lib.sh
. "$RADICE/tests/cli/uffici.sh"
. "$RADICE/tests/cli/caso.sh"

chi() {		# chi USER: the web asks as USER from now on
	# shellcheck disable=SC2046
	set -- $("$DRIVER/sessione" "$S" "$1" prova)
	COOKIE=$1 CSRF=$2
}
w() {		# w PATH [CURL...]
	w_p=$1
	shift
	web "$w_p" -A prova "$@"
}
manda() {	# manda PATH [NAME=VALUE|@FILE...]: a form of ours
	manda_p=$1
	shift
	for manda_x; do
		shift
		case $manda_x in
		@*)	set -- "$@" -F "file=$manda_x" ;;
		*)	set -- "$@" --form-string "$manda_x" ;;
		esac
	done
	w "$manda_p" --form-string "_csrf=$CSRF" -H "Origin: $U" "$@"
}
detto() {	# detto XPATH: in $BODY
	xmllint --html --nonet --xpath "$1" "$BODY" 2>/dev/null
}
lette() {	# lette: rows of the read log that name the cartella
	come resp chi-ha-letto "$CS" >"$OUT"
	grep -c 'comunica' "$OUT"
}

uffici_di_prova >"$OUT" || exit 1
CS=$(aperta)
redatta "$CS" >"$OUT"
con_chiave coord >"$OUT"
GNUPGHOME=/nonexistent servizio --web 1 --lettori 1 --compositori 1

# ---- what may be answered ----

chi coord
w "/atto/riassegna?cartella=$CS"
stato 200 'un modulo'
is "$(detto 'count(//select[@name="assistente"]/option[@value="as1"])')" 1 \
    'un utente si sceglie'
corpo '<option value="as1">Prova as1' 'con i nomi, non solo i codici'
is "$(detto 'count(//select[@name="ufficio"]/option[@value="soc"][.="Servizi sociali"])')" 1 \
    'un ufficio si sceglie'
w "/atto/riassegna?cartella=$CS&ufficio=altrove"
is "$(detto 'string(//select[@name="ufficio"]/option[@selected]/@value)')" \
    altrove 'ciò che era scritto resta, anche se nell’elenco non c’è'
chi as1
w "/atto/proponi?cartella=$CS"
is "$(detto 'string(//select[@name="relazione"]/option[2]/@value)')" \
    relazioni/0001.xml 'un documento della cartella, del suo tipo'
senza 'value="scheda.xml"' 'e di nessun altro'
w '/atto/proponi'
is "$(detto 'count(//select[@name="relazione"])')" 0 \
    'senza cartella non si sa quali documenti'
is "$(detto 'count(//datalist[@id="f-cartella-elenco"]/option)')" 1 \
    'ma le cartelle sì'
chi as2
w "/atto/proponi?cartella=$CS"
stato 200 'chi non la vede ha lo stesso modulo'
senza "value=\"relazioni/0001.xml|<option value=\"$CS\"" 'ma niente di ciò che c’è dentro'

# ---- files of a form that comes back ----

chi resp
printf 'chiave che non è tale' >k1.asc
printf 'un altro file' >k2.asc
manda /atto/arruola-chiave '_id=11111111111111111111111111111111' \
    utente= @k1.asc @k2.asc
stato 422 'manca qualcosa'
corpo 'k1.asc' 'il primo file è tenuto'
corpo 'k2.asc' 'e il secondo'
is "$(detto 'count(//input[@type="checkbox"][@name="_sosta"][@checked])')" 2 \
    'ognuno si può lasciare'
senza 'sceglili di nuovo' 'e non c’è da sceglierli di nuovo'
UNO=$(detto 'string(//input[@name="_sosta"][1]/@value)')
manda /atto/arruola-chiave '_id=11111111111111111111111111111111' \
    utente=as1 "_sosta=$UNO"
stato 422 'un file solo, e non è una chiave'
corpo 'k1.asc' 'tenuto ancora'
senza 'k2.asc' 'quello lasciato non c’è più'
chi coord
manda /atto/arruola-chiave '_id=22222222222222222222222222222222' \
    utente=as1 "_sosta=$UNO"
senza 'k1.asc' 'di un altro non si sa nemmeno il nome'

# ---- the letter before it is sent ----

chi coord
w "/atto/comunica?cartella=$CS"
corpo '<button[^>]*value="vedi"' 'una lettera si può vedere prima'
w "/atto/annota?cartella=$CS"
senza 'value="vedi"' 'ciò che lettera non è, no'
lettera() {
	manda /atto/comunica '_id=33333333333333333333333333333333' \
	    "cartella=$CS" 'destinatario.denominazione=Tribunale di Prova' \
	    mezzo=pec 'destinatario.pec=tribunale@prova.example' \
	    'oggetto=Da guardare' "$@"
}
PRIMA=$(lette)
lettera _azione=vedi 'testo=Due righe di *prova*.'
stato 200 'si guarda'
testata '^content-type: application/pdf' 'è un PDF'
testata '^content-disposition: inline' 'che si vede'
testata '^content-security-policy:.*sandbox' 'in un recinto'
cp "$BODY" lettera.pdf
pdftotext lettera.pdf lettera.txt
ok 'con le parole di adesso' grep -q 'Due righe di prova' lettera.txt
ok 'e dice che non è una lettera' grep -q 'BOZZA' lettera.txt
run come coord mostra "$CS" --documento comunicazioni/0001.xml
is_exit 1 'non è stato scritto niente'
is "$(lette)" $((PRIMA + 1)) 'chi ha guardato resta scritto'
lettera _azione=vedi
stato 422 'senza testo: che cosa manca'
corpo 'si scrive con «testo»' 'e dove si scrive'
chi as2
lettera _azione=vedi 'testo=Due righe.'
ok 'chi non può scriverla non la vede' [ "$STATO" -ge 400 ]

servizio_fine
is "$CODE" 0 'il servizio finisce'
plan
