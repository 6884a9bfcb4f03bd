# SPDX-License-Identifier: EUPL-1.2
# The list of scarto and the verbale signed in the libro firma: by whom, in which
# order; at home too; the way outside stays open.
. tests/cli/lib.sh
. "$RADICE/tests/cli/uffici.sh"
. "$RADICE/tests/cli/caso.sh"
. "$RADICE/tests/cli/scarto.sh"
. "$RADICE/tests/cli/certificati.sh"

{ scaduta && con_chiave arch && con_chiave as1; } >/dev/null || exit 1
arch() { come arch "$@"; }
E1=scarti/0001/elenco.xml
V1=scarti/0001/verbale.xml

# ---- the list ----

run arch libro-firma
is_out 'Niente da firmare.' 'prima dell'\''elenco niente da firmare'
arch proponi-scarto 'Soprintendenza di Prova' --provvedimento 'det. 15' >"$OUT" || exit 1
run arch libro-firma
like out "^  ente $E1  elenco-scarto di arch, da oggi: sottoscrizione\$" \
    'l'\''elenco aspetta chi l'\''ha fatto'
run arch scrivania
like out 'Elenchi e verbali di scarto da firmare: 1 \[firma\]' 'anche sulla scrivania'
like out "elenco 1 .*$E1" 'e dice quale'
run come as1 libro-firma
is_out 'Niente da firmare.' 'non aspetta altri'
run come as1 firma --cartella ente --documento $E1
like err '\[documento-ignoto\]' 'chi non legge gli elenchi non sa che c'\''è'
cp "$ERR" ignoto
run come as1 firma --cartella ente --documento scarti/0009/elenco.xml
is "$(sed 's/0009/0001/g' "$ERR")" "$(cat ignoto)" 'né quanti ce ne sono'
for no in scarti/0009/elenco.xml scarti/0001/richiesta.xml permessi.xml \
    utenti/arch.xml scarti/0001/../../permessi.xml; do
	run arch firma --cartella ente --documento "$no"
	is_exit 1 "di ente non si firma altro: $no"
done
run arch rinvia-firma ente $E1 'Non va.'
like err 'numero-cartella|ente' 'un elenco non si rinvia: non si riscrive'
run arch verifica-firma ente --documento $E1
is_exit 0 'non ancora firmato'
unlike out 'valida' 'e lo si vede'
USC=$(uscita) || exit 1
run arch richiedi-scarto 1 "$USC"
like err "ente $E1 manca la firma di: chi l'ha scritto.*\\[firma-fuori\\]" \
    'mandarlo senza firma: prima si conferma'
cp -a "$S" "$T/da-firmare"
run arch richiedi-scarto 1 "$USC" --conferma firma-fuori
is_exit 0 'firmato fuori: la strada resta'
run arch libro-firma
is_out 'Niente da firmare.' 'e non aspetta più'
run arch firma --cartella ente --documento $E1
like err '\[non-attende-firme\]' 'né si firma dopo'
rm -rf "$S" && cp -a "$T/da-firmare" "$S"
scrive() {
	arch trasmetti-scarto --elenco 1 --classifica I/6 \
	    --destinatario.denominazione 'Soprintendenza di Prova' "$@"
}
perl -0pe 's,<regola [^>]*tipo="elenco-scarto".*?</regola>\s*,,s' \
    "$RADICE/templates/ente/firme.xml" >firme.xml
come resp adotta-firme firme.xml --conferma firma-tolta >"$OUT" 2>&1
run scrive --destinatario.pec sab@pec.example --testo 'Si chiede.'
is_exit 0 'e se l'\''ente non vuole che si firmi, anche con la lettera'
come prot1 originale "$(cat "$OUT")" --file 3 >e.pdf
pdftotext -layout e.pdf e.txt
ok 'che porta l'\''elenco come si legge' grep -q "$CS" e.txt

# ---- signed with a certificate ----

rm -rf "$S" && cp -a "$T/da-firmare" "$S"
{ pki_conf && pki_certificato arch '/CN=arch Prova' '' -extensions firma &&
    openssl pkcs12 -export -inkey arch.key -in arch.pem -passout pass:prova \
    -out arch.p12 && come resp arruola-chiave --utente arch \
    --conferma nome-diverso arch.pem; } >"$OUT" 2>&1 || cat "$OUT"
echo prova >frase
run arch firma --cartella ente --documento $E1 --p12 arch.p12 --frase-da 3 3<frase
is_exit 0 'l'\''elenco si firma anche con un certificato'
has_file "$S/ente/firme/0001/firma.p7s" 'che sta in ente'
run scrive --destinatario.pec sab@pec.example --testo 'Si chiede.'
is_exit 0 'e la lettera lo porta'
run come prot1 mostra "$(cat "$OUT")"
like out 'firma-1-manifesto.xml.p7s' 'con la sua firma CAdES'
unlike out 'firma-1-manifesto.xml.asc' 'e nessun'\''altra'
rm -rf "$S" && mv "$T/da-firmare" "$S"

# ---- signed at home, with what was prepared ----

run arch prepara-firma --cartella ente --documento $E1 --in da-firmare
is_exit 0 'si prepara per firmarlo altrove'
ok 'con il PDF che si legge' grep -aq '^%PDF-' da-firmare/resa.pdf
pdftotext -layout da-firmare/resa.pdf - >r.txt
ok 'che dice che cosa si scarta' grep -q "$CS" r.txt
ok 'il manifesto nomina l'\''elenco' \
    grep -q "$(sha256sum <"$S/ente/$E1" | cut -c1-64)" da-firmare/manifesto.xml
sed 's/<scopo>sottoscrizione/<scopo>visto/' da-firmare/manifesto.xml >altro.xml
run arch firma --cartella ente --documento $E1 altro.xml da-firmare/resa.pdf
is_exit 1 'un manifesto cambiato: no'
run arch firma --cartella ente --documento $E1 da-firmare/manifesto.xml
like err '\[resa-diversa\]' 'senza il PDF: no'
run arch firma --cartella ente --documento $E1 da-firmare/manifesto.xml \
    da-firmare/resa.pdf
is_exit 0 'si firma'
ok 'la firma sta in ente' [ -f "$S/ente/firme/0001/firma.asc" ]
run arch verifica-firma ente --documento $E1
like out 'arch.*' 'si legge chi ha firmato'
run arch riverifica-firma ente --documento $E1
is_exit 0 'e si verifica di nuovo'
run come as1 verifica-firma ente --documento $E1
is_exit 1 'non da chi non legge gli elenchi'
run arch firma --cartella ente --documento $E1
like err '\[gia-firmato\]' 'due volte: no'
cp -a "$S" "$T/non-mandato"
run arch richiedi-scarto 1 "$USC"
is_exit 0 'firmato: la richiesta non chiede conferme'
is_integro 'con le firme'

# ---- the letter, with what was signed ----

rm -rf "$S" && mv "$T/non-mandato" "$S"
run scrive --testo 'Si chiede.'
like err '\[manca-recapito\]|recapito' 'senza recapito: no'
run scrive --destinatario.pec sab@pec.example
like err 'testo|corpo' 'senza le parole che il modello vuole: no'
run come resp trasmetti-scarto --elenco 1 --classifica I/6 --testo x \
    --destinatario.denominazione S --destinatario.pec sab@pec.example
is_exit 3 'è di chi tiene l'\''archivio'
run scrive --destinatario.pec sab@pec.example --mezzo pec --testo 'Si chiede.'
is_exit 0 'la richiesta si scrive, si firma, si protocolla'
LET=$(cat "$OUT")
run arch scarti
like out "richiesto.*" 'è richiesto'
like out "richiesta prot. $LET; risposta entro" 'con quella registrazione, e i giorni corrono'
run come prot1 mostra "$LET"
like out 'Richiesta di autorizzazione allo scarto, elenco 1' 'il protocollo la legge'
like out 'elenco-scarto-1.pdf' 'con il PDF firmato'
like out 'firma-1-manifesto.xml.asc' 'e la sua firma'
# 1, 2: the manifesto of the letter and its signature
come prot1 originale "$LET" --file 3 >pdf && come prot1 originale "$LET" --file 4 >m.xml &&
    come prot1 originale "$LET" --file 5 >m.asc
ok 'i byte sono quelli firmati' cmp -s pdf da-firmare/resa.pdf
ok 'e il manifesto è quello preparato' cmp -s m.xml da-firmare/manifesto.xml
ok 'chi li riceve verifica la firma' gpg --batch --verify m.asc m.xml
run come prot1 spedisci "$LET" --mezzo pec --data "$(oggi)"
is_exit 0 'e si spedisce come ogni altra'
run scrive --destinatario.pec sab@pec.example --testo 'Di nuovo.'
like err '\[non-ora\]' 'due volte: no'
is_integro 'con la lettera'

# ---- the verbale, signed and sent ----

{ come resp autorizza-scarto 1 "$(entrata)" 123 "$(oggi)" && scarta; } \
    >"$OUT" 2>&1 || cat "$OUT"
verbale() { scrive --destinatario.pec sab@pec.example --mezzo pec --testo 'Si manda.'; }
run verbale
like err '\[non-ora\]' 'distrutto, e non c'\''è il verbale: no'
run arch libro-firma
is_out 'Niente da firmare.' 'né da firmare'
run arch verbalizza-scarto 1 Cantina 'Macero s.r.l.' triturazione \
    'Le copie sono state rifatte.'
is_exit 0 'il verbale'
run arch libro-firma
like out "^  ente $V1  verbale-scarto di arch, da oggi: sottoscrizione\$" \
    'aspetta chi l'\''ha fatto'
run arch scarti
like out 'verbalizzato' 'è verbalizzato'
like out 'da firmare: verbale' 'e da firmare'
run verbale
like err "a $V1 manca la firma di: chi l'ha scritto.*\\[firme-mancanti\\]" \
    'senza firma non parte'
run verbale --conferma firma-fuori
like err '\[firme-mancanti\]' 'nemmeno se si dice firmato fuori'
run arch scarti
like out 'verbalizzato' 'e resta com'\''è'
run arch firma --cartella ente --documento $E1
like err '\[gia-firmato\]' 'l'\''elenco ha già la sua'
run come as1 firma --cartella ente --documento $V1
like err '\[documento-ignoto\]' 'chi non legge gli elenchi non sa che c'\''è'
run arch firma --cartella ente --documento $V1
is_exit 0 'si firma'
run arch libro-firma
is_out 'Niente da firmare.' 'e non aspetta più'
run arch verifica-firma ente --documento $V1
like out 'arch.*' 'si legge chi ha firmato'
cp "$S/ente/$V1" verbale.xml
run verbale
is_exit 0 'e si trasmette'
LET=$(cat "$OUT")
run arch scarti
like out '^elenco di scarto 1 .*: concluso$' 'lo scarto è concluso'
like out "verbale del .*, trasmesso con prot. $LET" 'con quella registrazione'
run arch scrivania
unlike out 'elenco 1' 'e non aspetta niente'
run come prot1 mostra "$LET"
like out 'Trasmissione del verbale di distruzione, elenco di scarto 1' \
    'il protocollo la legge'
# 1, 2: the manifesto of the letter and its signature
come prot1 originale "$LET" --file 3 >v.pdf && come prot1 originale "$LET" --file 4 >v.xml &&
    come prot1 originale "$LET" --file 5 >v.asc
ok 'chi la riceve verifica la firma del verbale' gpg --batch --verify v.asc v.xml
echo >>v.xml
not_ok 'che non è di altri byte' gpg --batch --verify v.asc v.xml
ok 'il manifesto nomina il verbale' \
    grep -q "$(sha256sum <verbale.xml | cut -c1-64)" v.xml
ok 'e il PDF che lo accompagna' grep -q "$(sha256sum <v.pdf | cut -c1-64)" v.xml
pdftotext -layout v.pdf v.txt
ok 'che dice chi ha distrutto' grep -q 'Macero s.r.l.' v.txt
ok 'e che cosa' grep -q "$CS" v.txt
run verbale
like err '\[non-ora\]' 'due volte: no'
run arch chiudi-scarto 1 "$LET"
like err '\[non-ora\]' 'né si conclude di nuovo'
run arch firma --cartella ente --documento $V1
is_exit 1 'né si firma dopo'
run come prot1 spedisci "$LET" --mezzo pec --data "$(oggi)"
is_exit 0 'e si spedisce come ogni altra'
is_integro 'con il verbale'
plan
