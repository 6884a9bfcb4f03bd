#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# deps.sh [sviluppo] - the Debian packages that Cartella needs, and why.
#
# Installs with apt what is missing, saying what and for which purpose; does
# nothing, and says nothing, when nothing is missing.  Uses sudo only when not
# root.  Needs no more than a Debian base system.
set -eu

# What building, running and testing need: package, then the reason.
essenziali() {
	cat <<-'FINE'
	gcc il compilatore C
	libc6-dev gli header della libreria C
	binutils ar e ld
	make la costruzione
	pkg-config dove stanno le librerie
	git prove: un altro programma legge i nostri depositi
	libgit2-dev le cartelle git (archivio)
	libxml2-dev documenti e schemi XML (xml)
	libxslt1-dev viste e moduli (xml)
	libxml2-utils xmllint: prove
	xsltproc prove e misure
	libzip-dev gli archivi ODT (zip)
	zip prove e misure
	unzip prove: un altro programma apre gli ODT
	libgpgme-dev firma OpenPGP (firme)
	gnupg firma OpenPGP: il programma
	libssl-dev impronte SHA-256, firma CAdES (base, firme)
	openssl prove
	librnp-dev firma OpenPGP verificata senza un processo per firma (firme)
	libp11-dev chiavi su token PKCS#11 (firme)
	libxmlsec1-dev firma XAdES (firme)
	softhsm2 prove: un token PKCS#11
	opensc prove: pkcs11-tool
	xmlsec1 prove: un altro programma verifica XAdES
	libsqlite3-dev il registro (db)
	sqlite3 prove: un altro programma legge il registro
	libseccomp-dev le gabbie (worker)
	libgmime-3.0-dev posta elettronica e PEC (posta)
	libutf8proc-dev testo Unicode in forma NFC (base)
	libqpdf-dev la segnatura sulla copia PDF (resa)
	qpdf prove
	libqrencode-dev il codice QR della segnatura (resa)
	libical-dev l'agenda come file iCalendar (resa)
	python3-icalendar prove: un altro programma legge il calendario
	zbar-tools prove: un altro programma legge il codice QR
	libmicrohttpd-dev HTTP (web)
	libgnutls28-dev TLS: il certificato del browser (web)
	curl prove: un altro programma parla HTTP
	zlib1g-dev gli oggetti git (archivio)
	libreoffice-writer-nogui da ODT a PDF/A: il motore (resa)
	fonts-liberation2 i caratteri dei documenti prodotti
	poppler-utils pdfinfo e pdftotext: prove
	libpdfbox2-java prove: un altro programma convalida PDF/A-1b
	libcommons-io-java prove: lo stesso
	libjaxb-api-java prove: lo stesso
	libactivation-java prove: lo stesso
	openjdk-17-jre-headless prove: lo stesso
	openjdk-17-jdk-headless prove: un altro programma verifica XAdES
	libcrypt-dev le parole d'ordine, yescrypt (worker)
	liboath-dev i codici del secondo fattore (worker)
	libldap-dev l'accesso con un servizio di directory (accesso)
	slapd prove: un servizio di directory vero
	ldap-utils prove: lo stesso
	oathtool prove: un altro programma fa i codici
	procps prove: i processi che ci sono
	libcmocka-dev prove unitarie
	chromium prove: un browser vero
	perl prove(1), che esegue le prove; prove
	nodejs prove: un altro programma legge la descrizione OpenAPI
	npm i pacchetti di nodejs: l'aspetto delle pagine, prove
	strace prove e misure: che cosa apre e chiama il programma
	FINE
}

# What only fuzz, cov and bench need.
sviluppo() {
	cat <<-'FINE'
	clang fuzzing: il compilatore
	libclang-rt-14-dev fuzzing: libFuzzer e i controllori
	llvm fuzzing: llvm-symbolizer, i nomi delle funzioni in ciò che si trova
	lcov copertura delle prove
	nginx-light misure: un altro programma serve gli stessi byte
	wrk misure: molti insieme chiedono la stessa pagina
	dpkg-dev pacchetto Debian: da quali librerie dipende
	lintian pacchetto Debian: se è come si deve
	mmdebstrap pacchetto Debian: una Debian vuota in cui provarlo
	clang-tidy analisi statica
	cppcheck analisi statica
	valgrind memoria, senza i controllori del compilatore
	gdb che cosa resta nella memoria di un processo
	FINE
}

manca() {	# the lines of the list on stdin whose package is not installed
	lista=$(cat)
	presenti=$(printf '%s\n' "$lista" | sed 's/ .*//' |
	    xargs dpkg-query -W -f='${Package} ${db:Status-Status}\n' 2>/dev/null |
	    sed -n 's/ installed$//p') || :
	printf '%s\n' "$lista" | awk -v presenti="$presenti" '
		BEGIN { n = split(presenti, p, "\n")
			for (i = 1; i <= n; i++) ok[p[i]] = 1 }
		!($1 in ok)'
}

lista=$(essenziali)
[ "${1:-}" != sviluppo ] || lista="$lista
$(sviluppo)"

if ! command -v dpkg-query >/dev/null 2>&1; then
	echo 'deps: non è un sistema Debian; servono gli equivalenti di:' >&2
	printf '%s\n' "$lista" | sed 's/ /: /; s/^/  /' >&2
	exit 0
fi

mancanti=$(printf '%s\n' "$lista" | manca)
# a node of another origin brings its own npm, and Debian's cannot stand beside it
if command -v npm >/dev/null 2>&1; then
	mancanti=$(printf '%s\n' "$mancanti" | sed '/^npm /d; /^nodejs /d')
fi
[ -n "$mancanti" ] || exit 0

echo 'deps: mancano questi pacchetti Debian:'
printf '%s\n' "$mancanti" | awk '{ p = $1; $1 = ""; printf "  %-26s%s\n", p, $0 }'
nomi=$(printf '%s\n' "$mancanti" | sed 's/ .*//' | tr '\n' ' ')

da_root=
if [ "$(id -u)" -ne 0 ]; then
	if ! command -v sudo >/dev/null 2>&1; then
		echo 'deps: non sono root e sudo manca; da root si esegua:' >&2
		echo "  apt-get update && apt-get install --no-install-recommends $nomi" >&2
		exit 1
	fi
	da_root=sudo
fi
echo 'deps: li installo con apt-get'
$da_root apt-get -q -o DPkg::Lock::Timeout=120 update
# shellcheck disable=SC2086
$da_root env DEBIAN_FRONTEND=noninteractive apt-get -q -y \
    -o DPkg::Lock::Timeout=120 install --no-install-recommends $nomi
