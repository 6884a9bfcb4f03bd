# SPDX-License-Identifier: EUPL-1.2
# Keys: enrolled for somebody or for the office, from a day to a day; revoked;
# listed to whom they concern.  (What they could sign: firma.t, test_chiavi.c.)
. tests/cli/lib.sh
. "$RADICE/tests/cli/ricette.sh"
. "$RADICE/tests/cli/uffici.sh"
. "$RADICE/tests/cli/caso.sh"
. "$RADICE/tests/cli/certificati.sh"

uffici_di_prova >/dev/null || exit 1
FPR=$(gpg_key as1) && gpg --batch --armor --export "$FPR" >as1.asc || exit 1
ALTRA=$(gpg_key coord) && gpg --batch --armor --export "$ALTRA" >coord.asc ||
    exit 1
# one that ends by itself, in a far year: gpg has a clock of its own
gpg --batch --quiet --faked-system-time 20200101T120000 --passphrase '' \
    --quick-generate-key 'ufficio <ufficio@prova.invalid>' ed25519 sign \
    2060-01-01 2>"$ERR" || exit 1
gpg --batch --armor --export ufficio@prova.invalid >breve.asc
BREVE=$(impronta_di breve.asc)

rifiuto() {	# rifiuto CODE DESC CMD...
	rif_code=$1 rif_desc=$2
	shift 2
	run "$@"
	is_exit 1 "$rif_desc: no"
	like err "\\[$rif_code\\]" 'e lo dice'
}

# ---- arruola ----

rifiuto utente-ignoto 'di chi non c'\''è' come resp arruola-chiave \
    --utente nessuno as1.asc
rifiuto manca-file 'senza la chiave' come resp arruola-chiave --utente as1
rifiuto chiave 'che non è una chiave' come resp arruola-chiave --utente as1 \
    "$RADICE/README.md"
gpg --batch --armor --pinentry-mode loopback --passphrase '' \
    --export-secret-keys "$FPR" >segreta.asc
rifiuto chiave 'con la parte segreta' come resp arruola-chiave --utente as1 \
    segreta.asc
rifiuto periodo 'che finisce prima di cominciare' come resp arruola-chiave \
    --utente as1 --dal 2026-12-01 --al 2026-11-30 as1.asc
rifiuto periodo 'che è già finita' come resp arruola-chiave --utente as1 \
    --dal 2026-01-01 --al 2026-11-19 as1.asc
rifiuto periodo 'oltre la fine sua' come resp arruola-chiave --utente as1 \
    --al 2061-01-01 breve.asc
run come as1 arruola-chiave --utente as1 as1.asc
is_exit 3 'non da sé'
rifiuto inatteso 'di una persona e dell'\''ufficio' come resp arruola-chiave \
    --utente as1 --uso sigillo as1.asc

run come resp arruola-chiave --utente as1 as1.asc
is_exit 0 'quella di as1 sì'
run cat "$S/ente/chiavi/$FPR.xml"
like out '<dal>2026-11-20</dal>' 'vale da oggi'
unlike out '<al>' 'e fino alla revoca'
like out '<custodia>propria</custodia>' 'la tiene lei'
same_bytes as1.asc "$S/ente/chiavi/$FPR.asc" 'la chiave è quella'
rifiuto chiave-altrui 'la chiave di un altro' come resp arruola-chiave \
    --utente coord as1.asc
rifiuto chiave-altrui 'né per l'\''ufficio' come resp arruola-chiave \
    --uso sigillo as1.asc
run come resp arruola-chiave --utente as1 --qualita 'assistente sociale D' \
    --al 2027-06-30 as1.asc
is_exit 0 'la stessa, in un'\''altra qualità e fino a un giorno'
run come resp arruola-chiave --uso sigillo breve.asc
is_exit 0 'il sigillo dell'\''ufficio'
run cat "$S/ente/chiavi/$BREVE.xml"
like out '<sigillo/>' 'è dell'\''ufficio'
like out '<al>2060-01-01</al>' 'e vale finché la chiave vale'
run come resp arruola-chiave --utente as1 breve.asc
like err 'già il sigillo.*\[chiave-altrui\]' 'e di nessun altro'
run come resp arruola-chiave --uso sigillo --al 2026-11-30 breve.asc
is_exit 0 'o di meno'

# ---- un certificato ----

pki_conf && pki_certificato ada '/CN=Ada Prova' '' -enddate 20290101000000Z &&
    pki_certificato ugo '/CN=Ugo Verdi' '' &&
    pki_certificato cifra '/CN=Ada Prova' '' -extensions altro &&
    pki_certificato vecchio '/CN=Ada Prova' '' -enddate 20260101000000Z &&
    pki_certificato futuro '/CN=Ufficio di Prova' '' \
    -startdate 20270101000000Z || exit 1
openssl x509 -in ada.pem -outform DER -out ada.cer
CERT=$(sha256sum <ada.cer | cut -d' ' -f1)

rifiuto chiave 'un certificato che non firma' come resp arruola-chiave \
    --utente as1 cifra.pem
rifiuto chiave 'uno scaduto' come resp arruola-chiave --utente as1 vecchio.pem
openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes \
    -subj '/CN=Ada Prova' -addext basicConstraints=critical,CA:TRUE -days 9000 \
    -keyout autorita.key -out autorita.pem 2>/dev/null
rifiuto chiave 'quello di un'\''autorità' come resp arruola-chiave --utente as1 \
    autorita.pem
like err 'adotta-fiducia' 'e dice dove va'
cat ada.pem ada.key >insieme.pem
rifiuto chiave 'con la chiave segreta insieme' come resp arruola-chiave \
    --utente as1 insieme.pem
cat ada.pem futuro.pem >due.pem
rifiuto chiave 'due insieme' come resp arruola-chiave --utente as1 due.pem
head -c 300 ada.cer >tronco.cer
rifiuto chiave 'uno tronco' come resp arruola-chiave --utente as1 tronco.cer
rifiuto nome-diverso 'di un altro nome, senza dirlo' come resp arruola-chiave \
    --utente coord ugo.pem
rifiuto custodia 'custodito sul server' come resp arruola-chiave \
    --utente as1 --custodia server ada.pem
rifiuto custodia 'un sigillo custodito da altri' come resp arruola-chiave \
    --uso sigillo --custodia propria ada.pem
run come resp arruola-chiave --utente as1 ada.cer
is_exit 0 'quello di as1 sì, anche in DER'
same_bytes ada.pem "$S/ente/chiavi/$CERT.pem" 'ed è in PEM'
run cat "$S/ente/chiavi/$CERT.xml"
like out "tipo=\"x509\">$CERT<" 'con la sua impronta'
like out '<identita>Ada Prova</identita>' 'il suo nome'
like out '<dal>2026-11-20</dal>' 'da oggi'
like out '<al>2029-01-01</al>' 'e fino a quando vale'
rifiuto chiave-altrui 'lo stesso per un altro' come resp arruola-chiave \
    --utente coord ada.pem
run come resp arruola-chiave --uso sigillo futuro.pem
is_exit 0 'uno che vale da un giorno che verrà'
run come resp chiavi
like out 'sigillo dell.ufficio: non ancora in vigore' 'è arruolato da quel giorno'

# ---- chiavi ----

run come resp arruola-chiave --utente coord coord.asc
is_exit 0 'una del coordinatore'
run come resp chiavi
is_exit 0 'chi ne risponde le vede tutte'
like out "$FPR" 'quella di as1'
like out "$ALTRA" 'quella del coordinatore'
like out 'sigillo dell'\''ufficio: in vigore' 'e il sigillo'
like out 'as1, assistente sociale D: in vigore' 'ciascuna una volta'
is "$(grep -c "$FPR" "$OUT")" 1 'anche se arruolata due volte'
run come as1 chiavi
is_exit 0 'as1 vede la sua'
like out "$FPR" 'quella'
like out "$BREVE" 'e il sigillo'
unlike out "$ALTRA" 'non quelle degli altri'
run come as1 chiavi --utente coord
is_out 'nessuna chiave' 'neppure chiedendole'
run come resp chiavi --entro 30
like out "$BREVE" 'quali finiscono presto'
unlike out "$FPR" 'e quali no'
run come resp scrivania
like out 'Chiavi scadute o che scadono entro trenta giorni: 1' 'la scrivania lo dice'
like out 'sigillo +da [0-9]+ giorni +scade il 2026-11-30' 'e quando'
run come as1 scrivania
unlike out 'Chiavi' 'non a chi non le arruola'

# ---- revoca ----

rifiuto chiave-ignota 'una che non c'\''è' come resp revoca-chiave \
    --motivo cessata 0123456789ABCDEF0123456789ABCDEF01234567
rifiuto manca-dal 'compromessa senza un giorno' come resp revoca-chiave \
    --motivo compromessa "$FPR"
rifiuto data-futura 'compromessa da domani' come resp revoca-chiave \
    --motivo compromessa --dal 2026-11-21 "$FPR"
rifiuto motivo-senza-dal 'cessata, ma da ieri' come resp revoca-chiave \
    --motivo cessata --dal 2026-11-19 "$FPR"
rifiuto valore 'per un motivo qualunque' come resp revoca-chiave \
    --motivo vecchia "$FPR"
run come as1 revoca-chiave --motivo cessata "$ALTRA"
is_exit 1 'quella di un altro: no'
cp "$ERR" altrui
run come as1 revoca-chiave --motivo cessata \
    0123456789ABCDEF0123456789ABCDEF01234567
same_bytes altrui "$ERR" 'ed è come se non ci fosse'

run come as1 revoca-chiave --motivo smarrita --dal 2026-11-20 \
    --nota 'lasciata in treno' "$FPR"
is_exit 0 'la propria sì'
rifiuto gia-revocata 'due volte' come as1 revoca-chiave --motivo smarrita \
    --dal 2026-11-20 "$FPR"
rifiuto gia-revocata 'due volte, per meno' come resp revoca-chiave \
    --motivo cessata "$FPR"
run come resp revoca-chiave --motivo compromessa --dal 2026-11-01 "$FPR"
is_exit 0 'ma se si scopre di peggio sì'
run come as1 chiavi
like out 'REVOCATA \(compromessa\) il .*non si crede dal 01/11/2026' 'e si vede'
rifiuto chiave-revocata 'una revocata non torna' come resp arruola-chiave \
    --utente as1 as1.asc
run come resp revoca-chiave --motivo sostituita "$BREVE"
is_exit 0 'anche il sigillo'
run come resp scrivania
unlike out 'Chiavi' 'e non aspetta più nessuno'
is_integro 'dopo le chiavi'

# ---- che cosa se ne fa ----

S=$T/altro
uffici_di_prova >/dev/null && CS=$(aperta) && redatta "$CS" >/dev/null &&
    redatta "$CS" >/dev/null || exit 1
come resp arruola-chiave --utente as1 --dal 2026-12-01 as1.asc >"$OUT"
rifiuto senza-chiave 'firmare prima che la chiave valga' \
    come as1 firma --cartella "$CS" --documento relazioni/0001.xml --resa nessuna
come resp arruola-chiave --utente as1 --dal 2026-11-01 --al 2026-11-20 \
    --qualita 'assistente sociale D' as1.asc >"$OUT"
run come as1 firma --cartella "$CS" --documento relazioni/0001.xml --resa nessuna
is_exit 0 'nel suo ultimo giorno sì'
run cat "$S/cartelle/2026/$(echo "$CS" | cut -d- -f3)/firme/0001/manifesto.xml"
like out '<qualita>assistente sociale D</qualita>' 'nella qualità con cui è arruolata'
ora 2026-11-21T08:00:00+01:00
rifiuto senza-chiave 'il giorno dopo' \
    come as1 firma --cartella "$CS" --documento relazioni/0002.xml --resa nessuna
is_integro 'finita la chiave, ciò che ha firmato vale'
run come as1 revoca-chiave --motivo cessata "$FPR"
is_exit 0 'e vale'
is_integro 'anche revocata perché cessata'
run come resp revoca-chiave --motivo compromessa --dal 2026-11-20 "$FPR"
is_exit 0 'ma se era di altri'
run cartella verifica
like out 'nota: .*firme/0001.*non si crede più dal 2026-11-20' 'si dice quale firma'
like out ': 0 difetti$' 'senza dire guasto l'\''archivio'

plan
