#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# valgrind.sh BUILD - memcheck on the unit tests of BUILD that PROVE names, and on
# one road of the command line.  Exits 1 at the first finding.
#
# Workers run as they are: their cages refuse what valgrind itself needs.  Leaks
# are not asked: what is made for an act is freed with its process.
set -eu
build=$1
store=$(mktemp -d)
trap 'rm -rf "$store"' EXIT
umask 077

memcheck() {
	echo "  memcheck $(basename "$1") ${4:-}"
	valgrind -q --error-exitcode=99 --leak-check=no --vgdb=no "$@" >"$store.out" 2>&1 || {
		cat "$store.out"
		rm -f "$store.out"
		exit 1
	}
	rm -f "$store.out"
}
cartella() {
	memcheck "$build/cartella" --store "$store/s" "$@"
}

# those that start no process of ours
for test in $PROVE; do
	memcheck "$build/unit/test_$test"
done
cartella init --denominazione Prova --codice-ipa c_v000 --codice-aoo AOO1 \
	--dimostrativo si --ufficio.codice p --ufficio.denominazione Protocollo \
	--responsabile.codice resp --responsabile.cognome B --responsabile.nome A
cartella --come resp nomina --codice prot --cognome V --nome L \
	--ruolo protocollo --ufficio p
cartella --come prot registra --flusso entrata --oggetto Prova --classifica VII/9 \
	--mittente.denominazione Scuola tests/fixtures/eml/allegato.eml
cartella --come prot elenco
cartella --come prot cerca Prova
cartella verifica
cartella ricostruisci
