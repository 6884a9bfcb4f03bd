# SPDX-License-Identifier: EUPL-1.2
# A cartella goes from one body to another, with two stores: the whole road;
# refusal, withdrawal, the last day, the return; what comes twice, late, changed
# by one byte, from another body, under a revoked key, without its package.
. tests/cli/lib.sh
. "$RADICE/tests/cli/uffici.sh"
. "$RADICE/tests/cli/caso.sh"
. "$RADICE/tests/cli/due_enti.sh"

due_enti || exit 1
da_a
CS=$(aperta) && R=$(redatta "$CS" | cut -d' ' -f2) || exit 1
come as1 annota --cartella "$CS" --tipo visita --testo 'Visita a casa.' \
    >/dev/null

# a registration of the case that who offers it may not read
due_utente tutto soc protocollo >/dev/null
come resp nomina --codice tutto --cognome Prova --nome tutto --ufficio soc \
    --ruolo protocollo --ruolo coordinatore >/dev/null
SUA=$(come tutto registra --flusso entrata --oggetto 'M. R.' --classifica VII/9 \
    --riservata.motivo 'dati sanitari' --mittente.denominazione Clinica \
    --conferma senza-documento) &&
come tutto fascicola "$SUA" --fascicolo "$CS" >/dev/null || exit 1

scambia() {	# scambia FILE: another byte in the middle of it
	perl -e 'open F, "+<", $ARGV[0] or die; binmode F;
	    seek F, int((-s F) / 2), 0; read F, $c, 1;
	    seek F, -1, 1; print F chr(ord($c) ^ 1)' "$1"
}
atti() {
	sqlite3 "$S/registro.sqlite" 'SELECT max(seq) FROM catena'
}
rifiutato() {	# rifiutato DESC DIR ERE: it is not taken, nothing changes
	rif_n=$(atti)
	run tr_arriva "$2" --ufficio soc --assistente as1
	is_exit 1 "$1: non si prende"
	like err "$3" 'e si dice perché'
	is "$(atti)" "$rif_n" 'e non cambia niente'
}
copia() {	# copia DIR: a copy that can be spoiled, in g
	chmod -R u+w g 2>/dev/null
	rm -rf g
	cp -r "$1" g
	chmod -R u+w g
}
oggi() {
	ora "$1T10:00:00+01:00"
	for uno in a b; do
		CARTELLA_CASO=$(lib_caso) "$CARTELLA" --store "$T/$uno" \
		    --come resp conferma-ora --motivo prova >/dev/null 2>&1
	done
}

# ---- who may offer, what ----

run come as1 offri-trasferimento --cartella "$CS" --ente c_x001 \
    --motivo residenza
is_exit 3 'l'\''assistente sociale non offre'
run come coord offri-trasferimento --cartella "$CS" --ente c_zzz \
    --motivo residenza
like err 'ente-ignoto' 'a un ente che non è arruolato: no'
run come coord offri-trasferimento --cartella "$CS" --ente c_x001 \
    --motivo residenza --scade 2026-11-19
like err 'scadenza' 'con un giorno passato: no'
run come coord offri-trasferimento --cartella "$CS" --ente c_x001 \
    --motivo residenza --scade 2027-11-19
like err 'scadenza' 'né fra un anno'
run come coord offri-trasferimento --cartella "$CS" --ente c_x001 \
    --motivo residenza --resta scheda
like err 'necessario' 'senza la scheda: no'
run come coord rilascia-trasferimento --cartella "$CS" --nota x
like err 'non è offerta' 'ciò che non è offerto non si rilascia'
run come coord ritira-trasferimento "$CS" non-occorre
like err 'non c'\''è un'\''offerta' 'né si ritira'
mv "$S/sigillo" "$T/da-parte"
run come coord offri-trasferimento --cartella "$CS" --ente c_x001 \
    --motivo residenza
is_exit 1 'senza la chiave del sigillo: no'
mv "$T/da-parte" "$S/sigillo"
ok 'e niente è conservato' [ -z "$(ls -A "$S/consegne" 2>/dev/null)" ]

# ---- the whole of it ----

ID=$(tr_offri "$CS")
is "$(tr_stato "$ID")" offerta 'si offre'
run come coord offri-trasferimento --cartella "$CS" --ente c_x001 \
    --motivo residenza
like err 'trasferimento\]' 'una volta sola'
run come as1 annota --cartella "$CS" --tipo visita --testo 'Dopo.'
is_exit 0 'intanto il caso va avanti'
run come coord consegna-trasferimento "$ID" --in "$T/offerta"
is_exit 0 'si consegna'
like err 'nota: è in chiaro: .*imbusta c_x001 ' 'e dice come si cifra, e per chi'
run "$CARTELLA" controlla-pacchetto offerta/pacchetto
is_exit 0 'il pacchetto si controlla da solo'
is "$(sha256sum <offerta/pacchetto/tagmanifest-sha256.txt | cut -d' ' -f1)" \
    "$(xmllint --xpath 'string(//*[local-name()="carta"])' \
    offerta/messaggio.xml | sed -n 's,.*<pacchetto>\(.*\)</.*,\1,p')" \
    'ed è quello che l'\''offerta nomina'
run tr_consegna "$ID" "$T/offerta2"
not_ok 'di una registrazione che coord non legge non va niente' \
    grep -rq Clinica offerta
like_n=$(grep -c 'oscurata=' offerta/pacchetto/data/registro.xml)
is "$like_n" 1 'ma che c'\''è'
ok 'la consegna ripetuta ha gli stessi byte' diff -r offerta offerta2
run come coord esponi "$CS" --in "$T/esposta"
is_exit 0 'né di essa va niente se la cartella si espone'
ok 'ma che c'\''è' grep -rq 'oscurata=' esposta
not_ok 'e nient'\''altro' grep -rq Clinica esposta
SIGILLO=$(find "$S/consegne" -name 'tagmanifest-sha256.txt.asc')
mv "$SIGILLO" "$T/da-parte"
run come coord consegna-trasferimento "$ID" --in "$T/no"
is_exit 4 'senza il suo sigillo il pacchetto non si consegna'
like err 'manca il sigillo' 'e si dice perché'
no_file no 'e niente è scritto'
run cartella verifica
like out 'manca il sigillo' 'anche chi verifica lo trova'
mv "$T/da-parte" "$SIGILLO"
run come coord chi-ha-letto "$CS"
like out 'consegna-trasferimento  pacchetto' 'ogni consegna è una lettura'
run come as1 consegna-trasferimento "$ID" --in "$T/no"
is_exit 3 'l'\''assistente sociale non consegna'
pagina() {	# pagina USER: the page of transfers, in $OUT
	run "$DRIVER/pagina" "$S" "$1" /trasferimenti
}
pagina coord
is_exit 0 'c'\''è una pagina'
like out "/file/consegna-trasferimento\?cifrata=si&amp;trasferimento=$ID" \
    'dà la consegna, cifrata'
like out "/file/consegna-trasferimento\?trasferimento=$ID[^>]*>In chiaro<" \
    'o in chiaro, e lo dice'
like out "/atto/ritira-trasferimento\?cartella=$CS" 'e la via per ritirarla'
unlike out '/atto/rilascia-trasferimento' 'non ciò che ora non si può'
pagina prot1
unlike out "$CS" 'chi registra non vi vede la cartella'
unpack() {
	xmllint --xpath "string(/*/*[local-name()='$1'])" offerta/messaggio.xml
}
(mkdir v && chmod 700 v && unpack manifesto | sed '$d' >v/manifesto.xml &&
    unpack firma >v/firma.asc && unpack carta | sed '$d' >v/carta.xml &&
    gpg --homedir v --batch --quiet --import "$T/a.asc") 2>/dev/null
ok 'il sigillo si verifica con gpg' sh -c \
    'gpg --homedir v --batch --verify v/firma.asc v/manifesto.xml 2>/dev/null'
ok 'e il manifesto nomina la carta' grep -q \
    "$(sha256sum <v/carta.xml | cut -d' ' -f1)" v/manifesto.xml
gpgconf --homedir v --kill all

da_b
run come prot1 ricevi-trasferimento "$T/offerta"
is_exit 0 'chi registra la riceve'
is "$(tr_stato "$ID")" pervenuta 'è pervenuta'
run come coord trasferimenti --tutti si
like out "$ID" 'fra tutti'
like out 'dopo|pervenuta' 'con il suo stato'
run come coord trasferimenti --tutti si --dopo 1
unlike out "$ID" 'e non fra quelli di prima'
run come prot1 ricevi-trasferimento
like err '\[manca-file\]' 'senza ciò che è arrivato: no'
# The id that a message with that signature has.
id_suo() {
	perl -MDigest::SHA=sha256_hex -0777 -i -pe '
	    my $id = substr sha256_hex(m{<firma>(.*?)</firma>}s), 0, 32;
	    s{^<messaggio-trasferimento [^>]*id="\K\w+}{$id}m or die' "$1"
}
# who has their seal says of that transfer that it is of another case
copia offerta
GNUPGHOME=$T/a/sigillo perl -MDigest::SHA=sha256_hex -0777 -i -pe '
    my %part;
    for my $n ("carta", "manifesto") {
	($part{$n}) = m{<$n>(.*?)</$n>}s;
	$part{$n} =~ s/&lt;/</g; $part{$n} =~ s/&gt;/>/g;
	$part{$n} =~ s/&quot;/"/g; $part{$n} =~ s/&amp;/&/g; }
    my $was = sha256_hex($part{carta});
    $part{carta} =~ s{<caso>\K\w}{ $& eq "0" ? "1" : "0" }e or die;
    my $is = sha256_hex($part{carta});
    $part{manifesto} =~ s/$was/$is/g or die;
    open my $f, ">", "m.xml"; print $f $part{manifesto}; close $f;
    system "gpg --batch --quiet --yes --armor --detach-sign " .
	"--faked-system-time 20261120T091530 -o m.asc m.xml 2>/dev/null";
    open $f, "<", "m.asc"; $part{firma} = <$f>; close $f;
    for my $n (keys %part) {
	$part{$n} =~ s/&/&amp;/g; $part{$n} =~ s/</&lt;/g;
	$part{$n} =~ s/>/&gt;/g;
	s{<$n>.*?</$n>}{<$n>$part{$n}</$n>}s; }' g/messaggio.xml
rifiutato 'con l'\''id di un'\''altra firma' g 'id del messaggio'
id_suo g/messaggio.xml
rifiutato 'di quel trasferimento, ma di un altro caso' g 'di un altro trasferimento'
copia offerta
sed -i 's/offerta-trasferimento /boh-trasferimento /' g/messaggio.xml
rifiutato 'una carta che non è nessuna delle cinque' g 'messaggio'
ok 'del pacchetto offerto non resta niente' [ 0 -eq \
    "$(sqlite3 "$S/registro.sqlite" 'SELECT count(*) FROM catena_allegato')" ]
rifiutato 'due volte' offerta 'gia-arrivato'
run come coord scrivania
like out 'Cartelle offerte da altri enti' 'la scrivania la ricorda'
run come coord trasferimenti --trasferimento "$ID"
like out 'si può: accetta-trasferimento' 'si può accettare'
like out 'si può: rifiuta-trasferimento' 'e rifiutare'
unlike out 'si può: rilascia' 'non rilasciare'
pagina coord
like out "/atto/accetta-trasferimento\?trasferimento=$ID" \
    'e la pagina dà la via per accettarla'
run come coord accetta-trasferimento "$ID" 0000099/2026
is_exit 1 'con un protocollo che non c'\''è: no'
run tr_accetta "$ID"
is "$(tr_stato "$ID")" impegnata 'si accetta'
run come coord rifiuta-trasferimento "$ID" non-residente
like err 'già accettata' 'poi non si rifiuta'
tr_consegna "$ID" "$T/accettazione" >/dev/null
no_file accettazione/pacchetto 'la risposta non ha pacchetto'

da_a
run tr_arriva "$T/accettazione"
is "$(tr_stato "$ID")" accettata 'la risposta arriva'
run come coord trasferimenti --trasferimento "$ID"
like out 'protocollo 0000001/2026' 'col numero di protocollo dell'\''altro'
run come coord scrivania
like out 'Trasferimenti accettati, da rilasciare' 'la scrivania lo ricorda'
run come coord consegna-trasferimento "$ID" --in "$T/no"
is_exit 1 'ora non c'\''è niente da ripetere'
run tr_rilascia "$CS"
is_exit 0 'si rilascia'
is "$(tr_stato "$ID")" rilasciata 'è dell'\''altro'
run come as1 annota --cartella "$CS" --tipo visita --testo 'Ancora.'
like err 'cartella-chiusa' 'qui non vi si scrive più'
run come as1 riapri "$CS" --motivo 'torna'
like err 'rilasciata' 'né si riapre'
run come as1 mostra "$CS"
is_exit 0 'ma si legge'
tr_consegna "$ID" "$T/rilascio" >/dev/null
ok 'il pacchetto è quello di adesso' grep -rq 'Dopo\.' \
    rilascio/pacchetto/data/documenti

da_b
copia rilascio
rm -rf g/pacchetto
rifiutato 'il rilascio senza pacchetto' g '.'
copia offerta
cp rilascio/messaggio.xml g/
rifiutato 'il rilascio col pacchetto dell'\''offerta' g 'pacchetto'
run tr_arriva "$T/rilascio"
like err 'chi-la-segue' 'va detto chi la segue'
wrong=
for f in messaggio.xml pacchetto/data/cartella.bundle pacchetto/data/indice.xml \
    pacchetto/tagmanifest-sha256.txt pacchetto/tagmanifest-sha256.txt.asc; do
	copia rilascio
	scambia "g/$f"
	tr_prende "$T/g" >/dev/null 2>&1 && wrong="$wrong $f"
done
is "$wrong" '' 'un byte cambiato: no'
# more than the signature between its lines: gpg reads over it
for di_piu in 's/BEGIN PGP SIGNATURE-----/&\nComment: di altri/' \
    's/-----END PGP SIGNATURE-----/& di altri/' 's/^=\([A-Za-z0-9+/]\{4\}\)$/=\1 /'; do
	copia rilascio
	sed -i "$di_piu" g/messaggio.xml && id_suo g/messaggio.xml
	not_ok 'il messaggio è un altro' cmp -s g/messaggio.xml rilascio/messaggio.xml
	rifiutato "una firma con altro fra le righe" g 'la firma nel messaggio non è scritta'
done
is "$(tr_stato "$ID")" impegnata 'e si attende ancora'
printf 'titolo,classe,denominazione\nI,,A\nI,6,B\nVII,,C\nVII,8,D\n' >altro.csv
cp -a "$S" "$T/senza-titolario"
come resp adotta-titolario --nome Altro --valido-dal 2026-01-01 altro.csv \
    --conferma classi-mancanti >/dev/null
run tr_prende "$T/rilascio"
is_exit 1 'di una classe che qui non c'\''è, e non si dice quale: no'
like err '\[di-che-classe\]' 'e si chiede di che classe è qui'
run tr_arriva "$T/rilascio" --ufficio soc --assistente as1 \
    --conferma persona-nota --classifica VII/99
is_exit 1 'in una classe che non c'\''è: no'
like err 'classifica.*VII/99' 'e dice quale'
rm -rf "$S" && mv "$T/senza-titolario" "$S"
run tr_arriva "$T/rilascio" --ufficio soc --assistente as1 \
    --conferma persona-nota --classifica VII/8
is_exit 0 'com'\''è, si prende'
is_out "$ID ricevuta CS-2026-0000001" 'e dice il numero'
is "$(sed -n 's,.*<classifica>\(.*\)</.*,\1,p' \
    "$S/cartelle/2026/0000001/cartella.xml")" VII/8 'nella classe che si è detta'
run come as1 diario CS-2026-0000001
is_exit 0 'chi la segue la vede'
run come as1 annota --cartella CS-2026-0000001 --tipo visita --testo 'Di qua.'
is_exit 0 'e vi scrive'
rifiutato 'il rilascio due volte' rilascio 'gia-arrivato'
da_a
rifiutato 'l'\''accettazione due volte' accettazione \
    'gia-arrivato.*|consegna-trasferimento'
for uno in a b; do
	S=$T/$uno
	is_integro "di qua e di là ($uno)"
done

# ---- it comes back ----

da_b
BACK=$(come coord offri-trasferimento --cartella CS-2026-0000001 \
    --ente c_x000 --motivo restituzione | cut -d' ' -f1)
tr_consegna "$BACK" "$T/o" >/dev/null
qui_a tr_arriva "$T/o" >/dev/null
qui_a tr_accetta "$BACK" >/dev/null
qui_a tr_consegna "$BACK" "$T/c" >/dev/null
tr_arriva "$T/c" >/dev/null
tr_rilascia CS-2026-0000001 >/dev/null
tr_consegna "$BACK" "$T/r" >/dev/null
da_a
run tr_prende "$T/r"
is_exit 0 'una cartella restituita si riprende'
is_out "$BACK ricevuta $CS" 'ed è quella di prima'
is "$(sqlite3 "$S/registro.sqlite" \
    'SELECT count(DISTINCT caso) FROM trasferimento')" 1 'lo stesso caso'
run come as1 annota --cartella "$CS" --tipo visita --testo 'Di nuovo qui.'
is_exit 0 'vi si scrive'
da_b
run come as1 annota --cartella CS-2026-0000001 --tipo visita --testo 'No.'
is_exit 1 'e di là no'

# ---- refused, withdrawn, behind its last day ----

da_a
N=$(tr_offri "$CS")
tr_consegna "$N" "$T/o" >/dev/null
da_b
tr_arriva "$T/o" >/dev/null
run come coord rifiuta-trasferimento "$N" non-residente
is_exit 0 'un'\''offerta si rifiuta'
run come coord accetta-trasferimento "$N" "$(tr_registrata)"
is_exit 1 'poi non si accetta'
tr_consegna "$N" "$T/c" >/dev/null
da_a
run tr_arriva "$T/c"
is "$(tr_stato "$N")" rifiutata 'il rifiuto arriva'
run tr_rilascia "$CS"
is_exit 1 'e non si rilascia'
come as1 annota --cartella "$CS" --tipo visita --testo 'Resta qui.' >/dev/null
ok 'il pacchetto rifiutato non è più conservato' [ -z "$(ls -A "$S/consegne")" ]

N=$(tr_offri "$CS")
tr_consegna "$N" "$T/o" >/dev/null
qui_b tr_arriva "$T/o" >/dev/null
qui_b tr_accetta "$N" >/dev/null
qui_b tr_consegna "$N" "$T/c" >/dev/null
run come coord ritira-trasferimento "$CS" non-occorre
is "$(tr_stato "$N")" ritirata 'un'\''offerta si ritira, anche accettata'
rifiutato 'l'\''accettazione di ciò che è ritirato' c 'consegna-trasferimento'
tr_consegna "$N" "$T/o" >/dev/null
da_b
run tr_arriva "$T/o"
is "$(tr_stato "$N")" decaduta 'il ritiro arriva'

da_a
N=$(tr_offri "$CS" --scade 2026-11-22)
tr_consegna "$N" "$T/o" >/dev/null
qui_b tr_arriva "$T/o" >/dev/null
qui_b tr_accetta "$N" >/dev/null
qui_b tr_consegna "$N" "$T/c" >/dev/null
oggi 2026-11-23
run tr_arriva "$T/c"
is "$(tr_stato "$N")" ritirata \
    'un'\''accettazione oltre l'\''ultimo giorno: è ritirata'
tr_consegna "$N" "$T/o" >/dev/null
qui_b tr_arriva "$T/o" >/dev/null
is "$(qui_b tr_stato "$N")" decaduta 'e l'\''altro lo sa'
N=$(tr_offri "$CS" --scade 2026-11-24)
tr_consegna "$N" "$T/o" >/dev/null
qui_b tr_arriva "$T/o" >/dev/null
oggi 2026-11-26
run come coord scrivania
like out 'Offerte ad altri enti scadute' 'la scrivania ricorda quelle scadute'
run qui_b tr_accetta "$N"
is_exit 1 'oltre l'\''ultimo giorno non si accetta'
come coord ritira-trasferimento "$CS" scaduta >/dev/null

# ---- what was erased is not handed over ----

V=$(come as1 annota --cartella "$CS" --tipo visita --testo 'zafferano' |
    cut -d' ' -f2)
N=$(tr_offri "$CS")
ok 'la parola è nel pacchetto conservato' grep -rq zafferano "$S/consegne"
run come resp espungi "$CS" "$V" 'determinazione n. 12' 'altra persona'
is_exit 0 'una voce si espunge'
not_ok 'dopo, no' grep -rq zafferano "$S/consegne"
run come coord consegna-trasferimento "$N" --in "$T/no"
is_exit 1 'e l'\''offerta non si consegna più'
like err 'ritira' 'ma si ritira'
run come coord ritira-trasferimento "$CS" da-rifare
is_exit 0 'e si rifà'

# ---- part of it ----

PDF=si
letti() {		# letti DIR: what its PDFs say
	find "$1/pacchetto" -name '*.pdf' -exec pdftotext {} - \;
}
N=$(tr_offri "$CS" --resta relazione)
tr_consegna "$N" "$T/o" >/dev/null
no_file "o/pacchetto/data/documenti/$R" 'la relazione resta'
no_file "o/pacchetto/data/pdf/${R%.xml}.pdf" 'anche in PDF'
letti o >testo
ok 'degli altri il PDF c'\''è' grep -q Bianchi testo
not_ok 'e nessuno dice ciò che essa dice' grep -q 'Due colloqui' testo
ok 'e con essa la storia' grep -q 'intera="no"' o/pacchetto/data/indice.xml
not_ok 'nessuna sua parola va' grep -rq 'Due colloqui' o
qui_b tr_arriva "$T/o" >/dev/null
qui_b tr_accetta "$N" >/dev/null
qui_b tr_consegna "$N" "$T/c" >/dev/null
tr_arriva "$T/c" >/dev/null
tr_rilascia "$CS" >/dev/null
tr_consegna "$N" "$T/r" >/dev/null
not_ok 'nemmeno al rilascio' grep -rq 'Due colloqui' r
letti r >testo
ok 'nemmeno in PDF' sh -c 'grep -q Bianchi "$0" && ! grep -q "Due colloqui" "$0"' testo
unset PDF

# ---- of somebody else ----

da_b
copia r
perl -0pi -e 's/c_x000/c_x009/g' g/messaggio.xml
rifiutato 'di un altro ente' g '.'
copia r
perl -0pi -e 's/(BEGIN PGP SIGNATURE-----\n).*(\n-----END)/$1\nAAAA$2/s' \
    g/messaggio.xml && id_suo g/messaggio.xml
rifiutato 'con un altro sigillo' g 'sigillo'
copia r
rm g/messaggio.xml && ln -s /etc/passwd g/messaggio.xml
rifiutato 'un collegamento' g 'messaggio'
copia r
head -c 300000 /dev/zero | tr '\0' x >g/messaggio.xml
rifiutato 'un messaggio smisurato' g 'messaggio'
copia r
printf '<a/>' >g/messaggio.xml
rifiutato 'un altro documento' g 'messaggio'
come resp revoca-ente c_x000 compromessa >/dev/null
rifiutato 'sotto una chiave revocata' r 'ente-ignoto'
run tr_offri CS-2026-0000001
is_exit 1 'né gli si offre'
is_integro 'alla fine'
plan
