# SPDX-License-Identifier: EUPL-1.2
# The commands of docs/manuale.md, run as they are written: each ```sh block,
# in their order, in one store.
. tests/cli/lib.sh

mkdir bin
cat >bin/cartella <<'FINE'
#!/bin/sh
exec "$CARTELLA" --store "$CARTELLA_STORE" "$@"
FINE
cat >bin/date <<'FINE'
#!/bin/sh
echo "$CARTELLA_ORA"
FINE
chmod +x bin/cartella bin/date
PATH=$T/bin:$PATH
CARTELLA_STORE=$S
export PATH CARTELLA_STORE

# What the reader of the manual has at hand.
printf '%%PDF-1.4\n%%%%EOF\n' >segnalazione.pdf
cp "$FIXTURES/eml/pec-ricevuta.eml" segnalazione.eml
openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes \
    -keyout chiave.pem -out certificato.pem -days 30 \
    -subj '/C=IT/CN=Dirigente di Prova' 2>/dev/null &&
    openssl cms -sign -binary -nodetach -cades -nosmimecap -outform DER \
    -signer certificato.pem -inkey chiave.pem -in segnalazione.pdf \
    -out segnalazione.pdf.p7m || exit 1
cp -r "$RADICE/docs/esempi/abitazione" abitazione
gpg_key as1 >/dev/null && gpg_key coord >/dev/null &&
    gpg_key resp >/dev/null && gpg_key dir1 >/dev/null &&
    gpg_key prot1 >/dev/null || exit 1
. "$RADICE/tests/cli/certificati.sh"
pki_conf && pki_certificato regione '/C=IT/CN=CA della Regione' '' \
    -extensions radice && openssl ca -config pki/ca.cnf -gencrl \
    -keyfile regione.key -cert regione.pem -crldays 30 -out regione.crl \
    2>>pki/detto || exit 1

# one that the server will keep, under a passphrase
echo 'una frase lunga che sa solo lui' >frase
gpg --batch --quiet --faked-system-time 20200101T000000 \
    --pinentry-mode loopback --passphrase-file frase \
    --quick-generate-key custodita ed25519 sign never 2>>.gpg &&
    gpg --batch --quiet --pinentry-mode loopback --passphrase-file frase \
    --armor --export-secret-keys custodita >custodita.sec || exit 1

mkdir -m 700 sigillo && (GNUPGHOME=$T/sigillo && gpg_key sigillo &&
    gpgconf --homedir "$T/sigillo" --kill all) >/dev/null || exit 1

awk '/^```sh$/ { n++; on = 1; next } /^```$/ { on = 0 }
    on { print > sprintf("blocco-%03d", n) }' "$RADICE/docs/manuale.md"
ok 'il manuale ha dei comandi' [ -f blocco-010 ]
for blocco in blocco-*; do
	# from here on the clock stands at another day
	! grep -qx '# il giorno dopo' "$blocco" || ora 2026-11-21T08:00:00+01:00
	# the key that two people have made, and its passphrase in a safe
	! grep -qx '# dopo la cerimonia' "$blocco" || cp -a sigillo "$S/sigillo"
	# whoever keeps what was handed to him
	! grep -qx '# il conservatore ha risposto' "$blocco" || {
		ORA=2026-11-21T12:00:00Z sh \
		    "$RADICE/tests/tools/conservatore.sh" . . versamento-1 &&
		    mv versamento-1.xml rapporto-1.xml
	} >/dev/null
	run sh -eu "$blocco"
	is_exit 0 "$(head -n 1 "$blocco")"
done

run "$CARTELLA" --store "$S" verifica
like out ': 0 difetti$' 'alla fine l'\''archivio è integro'
plan
