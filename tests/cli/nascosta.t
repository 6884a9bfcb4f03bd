# SPDX-License-Identifier: EUPL-1.2
# Two stores that differ in one cartella that nobody here may see: to them
# every answer is the same, byte for byte, but for the positions of the chain.
. tests/cli/lib.sh
. "$RADICE/tests/cli/uffici.sh"
. "$RADICE/tests/cli/caso.sh"

# The registration is in both; what was born of it in one.
comune_ai_due() {
	uffici_di_prova >/dev/null && utente asn nord assistente-sociale &&
	utente amm1 soc area-amministrativa &&
	come resp adotta-indicatori "$RADICE/templates/ente/indicatori.xml" &&
	aperta && come as1 annota CS-2026-0000001 'Una voce.' &&
	come as1 annota CS-2026-0000001 'Due.' --riservata si &&
	nascosta_n=$(segnalazione) &&
	come prot1 smista "$nascosta_n" --destinazione.ufficio nord \
	    --destinazione.titolo competenza &&
	come coordn prendi-in-carico "$nascosta_n"
}

# Closed even to those who may open any other for a day.
nascosta() {
	come coordn assegna --protocollo "$nascosta_n" --assistente asn &&
	come asn valuta AC-2026-0000002 si 'serve' &&
	come asn apri --accesso AC-2026-0000002 \
	    --scheda.anagrafica.cognome Zanardi \
	    --scheda.anagrafica.nome Zeno \
	    --scheda.anagrafica.nascita.data 2017-03-01 \
	    --scheda.anagrafica.nascita.luogo Prova \
	    --scheda.residenza.comune Prova --scheda.iniziativa altro-organo \
	    --conferma senza-liberatoria --conferma senza-stato-di-famiglia &&
	come asn annota CS-2026-0000002 'Zeno Zanardi zzparola.' &&
	come asn componi-equipe CS-2026-0000002 si complesso \
	    --componente.utente asn --componente.ruolo educatore \
	    --componente.dal 2026-11-20 &&
	come asn fissa CS-2026-0000002 2026-11-25 10:00 colloquio &&
	come asn secreta CS-2026-0000002 indirizzo-protetto
}

# Every question of a user, with its exit code.
domande() {	# domande USER
	for n in CS-2026-0000001 CS-2026-0000002 AC-2026-0000002; do
		chiedi "$1" mostra "$n" --formato xml
		chiedi "$1" storia "$n"
		chiedi "$1" chi-vede "$n"
		chiedi "$1" dichiara-conflitto "$n" x --utente nessuno
	done
	for d in cartella.xml diario/2026/00/0001.xml; do
		chiedi "$1" mostra CS-2026-0000002 --documento "$d"
		chiedi "$1" confronta CS-2026-0000002 "$d"
	done
	chiedi "$1" stampa CS-2026-0000002 cartella.xml
	chiedi "$1" copia-oscurata --cartella CS-2026-0000002 \
	    --documento cartella.xml --per scuola
	chiedi "$1" attesta-conformita --cartella CS-2026-0000002 \
	    --documento cartella.xml
	chiedi "$1" scrivania
	chiedi "$1" cartelle
	chiedi "$1" cartelle --ordine termine
	chiedi "$1" cartelle --persona zan
	chiedi "$1" libro-firma
	chiedi "$1" rinvia-firma CS-2026-0000002 relazioni/0001.xml x
	chiedi "$1" cerca --parole Zanardi
	chiedi "$1" cerca --parole zzparola
	chiedi "$1" cerca --parole segnalazione
	chiedi "$1" elenco 2026-11-20
	chiedi "$1" annota CS-2026-0000002 x
	chiedi "$1" redigi --cartella CS-2026-0000002 --tipo attivita \
	    --oggetto x --fatti-accertati x --dichiarazioni x --valutazioni x
	chiedi "$1" accedi CS-2026-0000002 x
	chiedi "$1" collega CS-2026-0000001 CS-2026-0000002 fratelli
	chiedi "$1" secreta CS-2026-0000002 altro
	chiedi "$1" chiudi --cartella CS-2026-0000002 --motivo conclusione \
	    --nota x
	chiedi "$1" apri-fascicolo --oggetto x --tipo affare \
	    --padre CS-2026-0000002
	chiedi "$1" fascicola 0000001/2026 CS-2026-0000002
	for d in zan zeno 01/03/2017 sanardi lu bianchi; do
		chiedi "$1" persone "$d"
	done
	chiedi "$1" indicatori
	chiedi "$1" indicatori --uscita csv --nome per-operatore
	chiedi sds1 indicatori
	chiedi "$1" famiglia CS-2026-0000002
	chiedi "$1" genogramma CS-2026-0000002
	chiedi "$1" unisci-persone CS-2026-0000001 CS-2026-0000002 x
	chiedi "$1" registra-comune CS-2026-0000002 residenza X A001 \
	    --dal 2020-01-01 --fonte x
	chiedi "$1" aggiorna-scheda CS-2026-0000001 \
	    --anagrafica.cognome Zanardi --anagrafica.nome Z \
	    --anagrafica.nascita.data 2017-03-01
	[ "$1" != vice ] || resto "$1"
}

# Asked by the one who may do most: days, terms, appointments, links, measures, letters.
resto() {
	chiedi "$1" cartelle --ordine termine --dopo CS-2026-0000002
	chiedi "$1" termini
	chiedi "$1" termini CS-2026-0000002
	chiedi "$1" agenda 2026-11-20 --al 2026-12-31
	chiedi "$1" permessi --utente "$1"
	chiedi "$1" mostra 0000002/2026
	chiedi "$1" mostra CS-2026-0000002 --al 2026-11-20
	chiedi "$1" fissa CS-2026-0000001 2026-11-25 10:00 colloquio
	for d in "diario CS-2026-0000002" \
	    "fissa CS-2026-0000002 2026-11-25 10:00 colloquio" \
	    "rispondi-termine CS-2026-0000002 1 --giorno 2026-11-20" \
	    "sospendi-termine CS-2026-0000002 1 altro x" \
	    "registra-403 CS-2026-0000002" \
	    "scollega CS-2026-0000001 CS-2026-0000002 x" \
	    "dissecreta CS-2026-0000002 x" "prendi-atto CS-2026-0000002" \
	    "riassegna as1 x --cartella CS-2026-0000002" \
	    "riassegna as1 x --accesso AC-2026-0000002" \
	    "registra-famiglia CS-2026-0000002 2026-11-20 anpr" \
	    "valuta AC-2026-0000002 si x" "apri --accesso AC-2026-0000002" \
	    "riapri CS-2026-0000002 x" "proponi --cartella CS-2026-0000002" \
	    "approva --cartella CS-2026-0000002 --proposta proposte/0001.xml" \
	    "componi-equipe CS-2026-0000002 si x" \
	    "correggi-voce CS-2026-0000002 diario/2026/00/0001.xml x x"; do
		# shellcheck disable=SC2086
		chiedi "$1" $d
	done
}

chiedi() {
	echo "== $*"
	come "$@" 2>&1
	echo "exit $?"
}

PERSONE='as1 vice amm1'
comune_ai_due >/dev/null || exit 1
cp -R "$S" altro
nascosta >/dev/null || exit 1
run come asn mostra CS-2026-0000002
is_exit 0 'la cartella nascosta c'\''è'
for u in $PERSONE; do
	domande $u >con.$u
done
mv "$S" con && mv altro "$S"
for u in $PERSONE; do
	domande $u >senza.$u
done
for u in $PERSONE; do
	# of an act of ours, its place in the chain
	for f in con.$u senza.$u; do
		sed -E 's/\(atto [0-9]+\)/(atto N)/;
		    s/atto [0-9]+ [0-9a-f]{16};/atto N;/; s/;[0-9]+;[0-9a-f]{64}//;
		    s/^[0-9]+  /N  /; s/ seq="[0-9]+"/ seq="N"/;
		    s/commit="[0-9a-f]*"/commit="N"/
		    s/impronta="[0-9a-f]*"/impronta="N"/' $f >uguale.$f
	done
	same_bytes uguale.con.$u uguale.senza.$u \
	    "$u: le stesse risposte in ogni byte"
	[ "$(grep -c '^exit 0' senza.$u)" -gt 0 ]
	lib_result $? "$u: e qualcuna dice qualcosa"
	unlike_in() { ! grep -qiE "$2" "$1"; }
	ok "$u: mai una parola di essa" unlike_in con.$u 'zanardi.*zeno|zzparola\.'
done
plan
