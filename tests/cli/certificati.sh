# SPDX-License-Identifier: EUPL-1.2
# shellcheck shell=sh
#
# certificati.sh - a certification authority to play with, for tests of
# certificates and of trust.  Read after lib.sh.
#
#	pki_prepara		ca, altra, debole (1024 bit), marca: anchors;
#				ada: of ca; gestore: who signs the trust list.
#				Each NAME.key and NAME.pem, in force 2020-2040
#	pki_certificato NAME SUBJECT CA [OPTION...]
#				another, of CA ("": its own)
#	pki_elenco		elenco.xml, signed by gestore: ca granted since
#				2020, altra from 2018 to 2025, negata never,
#				marca for stamps, one that cannot be read;
#				elenco.nudo.xml: without signature
#	firma_elenco FILE	prints it signed by gestore
#	impronta_certificato FILE

pki_conf() {
	mkdir -p pki && : >pki/indice && cat >pki/ca.cnf <<'FINE'
[ca]
default_ca = prova
[prova]
new_certs_dir = pki
database = pki/indice
default_md = sha256
rand_serial = yes
unique_subject = no
policy = tutto
x509_extensions = firma
[tutto]
countryName = optional
organizationName = optional
commonName = supplied
[radice]
basicConstraints = critical, CA:true
keyUsage = critical, keyCertSign, cRLSign, digitalSignature
[firma]
basicConstraints = critical, CA:false
keyUsage = critical, nonRepudiation
[altro]
keyUsage = critical, keyEncipherment
[marca]
keyUsage = critical, digitalSignature
extendedKeyUsage = critical, timeStamping
FINE
}

pki_certificato() {
	pki_nome=$1 pki_di=$2 pki_ca=$3
	shift 3
	[ -f "$pki_nome.key" ] || openssl genpkey -algorithm EC -pkeyopt \
	    ec_paramgen_curve:P-256 -out "$pki_nome.key" 2>>pki/detto || return
	openssl req -new -key "$pki_nome.key" -out "$pki_nome.csr" \
	    -subj "$pki_di" 2>>pki/detto || return
	if [ -z "$pki_ca" ]; then
		set -- "$@" -selfsign -keyfile "$pki_nome.key"
	else
		set -- "$@" -cert "$pki_ca.pem" -keyfile "$pki_ca.key"
	fi
	openssl ca -batch -config pki/ca.cnf -in "$pki_nome.csr" -notext \
	    -startdate 20200101000000Z -enddate 20400101000000Z \
	    -out "$pki_nome.pem" "$@" 2>>pki/detto ||
	    { cat pki/detto >&2; return 1; }
}

pki_prepara() {
	pki_conf && openssl genrsa -out debole.key 1024 2>>pki/detto &&
	pki_certificato ca '/C=IT/CN=CA di Prova' '' -extensions radice &&
	pki_certificato altra '/C=IT/CN=Altra CA' '' -extensions radice &&
	pki_certificato negata '/C=IT/CN=CA negata' '' -extensions radice &&
	pki_certificato debole '/C=IT/CN=CA debole' '' -extensions radice &&
	pki_certificato marca '/C=IT/CN=Marche di Prova' '' -extensions marca &&
	pki_certificato gestore '/C=IT/CN=Gestore di Prova' '' &&
	pki_certificato ada '/C=IT/CN=Ada Prova' ca
}

pki_der() {	# of NAME, in base64 on one line
	openssl x509 -in "$1.pem" -outform DER | base64 -w 0
}

# pki_stato TYPE CERTIFICATE IDENTITY STATUS DAY
pki_stato() {
	pki_tsl=http://uri.etsi.org/TrstSvc
	cat <<FINE
<ServiceTypeIdentifier>$pki_tsl/Svctype/$1</ServiceTypeIdentifier>
<ServiceName><Name xml:lang="it">servizio di $2</Name></ServiceName>
<ServiceDigitalIdentity><DigitalId>$3</DigitalId></ServiceDigitalIdentity>
<ServiceStatus>$pki_tsl/TrustedList/Svcstatus/$4</ServiceStatus>
<StatusStartingTime>$5T00:00:00Z</StatusStartingTime>
FINE
}

# pki_servizio TYPE CERTIFICATE STATUS DAY [EARLIER-STATUS DAY]
pki_servizio() {
	echo '<TSPService><ServiceInformation>'
	pki_stato "$1" "$2" "<X509Certificate>$(pki_der "$2")</X509Certificate>" \
	    "$3" "$4"
	echo '</ServiceInformation>'
	if [ $# -gt 4 ]; then
		echo '<ServiceHistory><ServiceHistoryInstance>'
		pki_stato "$1" "$2" '<X509SKI>AA==</X509SKI>' "$5" "$6"
		echo '</ServiceHistoryInstance></ServiceHistory>'
	fi
	echo '</TSPService>'
}

pki_elenco() {
	{
		cat <<'FINE'
<?xml version="1.0" encoding="UTF-8"?>
<TrustServiceStatusList xmlns="http://uri.etsi.org/02231/v2#"><SchemeInformation>
<TSLSequenceNumber>91</TSLSequenceNumber>
<TSLType>http://uri.etsi.org/TrstSvc/TrustedList/TSLType/EUgeneric</TSLType>
<SchemeTerritory>IT</SchemeTerritory>
<ListIssueDateTime>2026-11-02T10:00:00Z</ListIssueDateTime>
<NextUpdate><dateTime>2027-05-02T10:00:00Z</dateTime></NextUpdate>
</SchemeInformation><TrustServiceProviderList><TrustServiceProvider><TSPServices>
FINE
		pki_servizio CA/QC ca granted 2020-01-01
		pki_servizio CA/QC altra withdrawn 2025-01-01 granted 2018-01-01
		pki_servizio CA/QC negata withdrawn 2020-01-01
		pki_servizio CA/QC debole granted 2020-01-01
		pki_servizio TSA/QTST marca granted 2020-01-01
		echo '</TSPServices></TrustServiceProvider>'
		echo '</TrustServiceProviderList></TrustServiceStatusList>'
	} >elenco.nudo.xml
	openssl pkcs12 -export -inkey gestore.key -in gestore.pem \
	    -out gestore.p12 -passout pass:segreta &&
	firma_elenco elenco.nudo.xml >elenco.xml
}

firma_elenco() {
	"$DRIVER/firma_xml" gestore.p12 segreta "$1"
}

impronta_certificato() {
	openssl x509 -in "$1" -outform DER | sha256sum | cut -d' ' -f1
}
