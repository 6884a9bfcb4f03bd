# SPDX-License-Identifier: EUPL-1.2
# What arrives is registered also when it ends the cage in which it is read: a
# segnatura, a message, a signed file that take too long or too much.
. tests/cli/lib.sh
. "$RADICE/tests/cli/uffici.sh"

uffici_di_prova >/dev/null || exit 1
cp "$FIXTURES"/ricevute/nota.txt.p7m .
mkdir bin && cp "$CARTELLA" bin/cartella
ultimi() {	# ultimi JOB...: those jobs end as if they were killed
	for prog in lettore operaio; do
		{
			echo '#!/bin/sh'
			for job; do
				echo "[ \"\$2\" != $job ] || exit 1"
			done
			echo "exec $(dirname "$CARTELLA")/cartella-$prog \"\$@\""
		} >bin/cartella-$prog
		chmod +x bin/cartella-$prog
	done
}
{
	printf 'From: Scuola <scuola@example.org>\r\nSubject: prova\r\n'
	printf 'Date: Fri, 20 Nov 2026 10:00:00 +0100\r\nMIME-Version: 1.0\r\n'
	printf 'Content-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\n'
	printf 'Content-Type: text/plain\r\n\r\nciao\r\n--x\r\n'
	printf 'Content-Type: application/xml; name=segnatura.xml\r\n'
	printf 'Content-Disposition: attachment; filename=segnatura.xml\r\n\r\n'
	cat "$FIXTURES/segnature/intera.xml"
	printf '\r\n--x--\r\n'
} >messaggio.eml
registra() {
	come prot1 registra --flusso entrata --oggetto prova \
	    --mittente.denominazione Scuola --classifica VII/9 \
	    --conferma doppione --conferma doppione-mittente "$@"
}
SANO=$CARTELLA
CARTELLA=$T/bin/cartella
for job in xml-altrui eml documento:segnatura-in; do
	CARTELLA=$SANO
	ultimi $job
	CARTELLA=$T/bin/cartella
	run registra messaggio.eml
	is_exit 1 "$job: si chiede"
	like err '\[(segnatura|messaggio)-(illeggibile|non-conforme)\]' 'e dice perché'
	run registra --conferma segnatura-illeggibile \
	    --conferma segnatura-non-conforme --conferma segnatura-manca-file \
	    --conferma messaggio-illeggibile messaggio.eml
	is_exit 0 "$job: e si registra"
done
CARTELLA=$SANO
ultimi firme
CARTELLA=$T/bin/cartella
run registra nota.txt.p7m
is_exit 0 'un file firmato si registra'
run come prot1 mostra "$(cat "$OUT")"
like out 'non verificata' 'e della firma si dice che non si è guardata'
run registra --conferma segnatura-non-conforme \
    --conferma segnatura-manca-file messaggio.eml
is_exit 0 'una segnatura di cui non si guarda la firma'
plan
