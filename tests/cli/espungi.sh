# SPDX-License-Identifier: EUPL-1.2
# shellcheck shell=sh
#
# espungi.sh - a cartella with documents to be erased, and the search for their
# words.  Read after lib.sh, uffici.sh and caso.sh.
#
#	$CS $D $V $REL $P	the cartella, its folder, an entry of its diary, a
#				relazione written twice, the provvedimento
#	sbagliata		makes it
#	tracce [WORDS]		the places where the words stand; nothing: nowhere

CS=CS-2026-0000001
D=$S/cartelle/2026/0000001
P='determinazione n. 12 del 18/11/2026'
V=diario/2026/00/0001.xml
REL=relazioni/0001.xml
PAROLE='zafferano Ermenegilda'

# Every byte of the store, by the driver of that name: the places where the words
# stand.  What it could not look at is a place too: it proves nothing.
tracce() {
	# shellcheck disable=SC2086
	"$DRIVER/tracce" "$S" ${1:-$PAROLE} 2>"$T/.tracce"
	case $? in
	0 | 1) ;;
	*) echo 'non tutto si è potuto guardare'; cat "$T/.tracce" ;;
	esac
}

sbagliata() {
	CS=$(aperta) || return 1
	come as1 annota "$CS" 'Ermenegilda coltiva zafferano' >/dev/null
	come as1 annota "$CS" 'resta questa' >/dev/null
	redatta "$CS" >/dev/null
	come as1 redigi --cartella "$CS" --relazione "$REL" --tipo attivita \
	    --oggetto 'relazione su M. R.' --fatti-accertati 'Lo zafferano di Ermenegilda.' \
	    --dichiarazioni 'La madre dice di essere sola.' \
	    --valutazioni 'Un girasole.' >/dev/null
	come as1 annota "$CS" 'bozza: zafferano' --bozza >/dev/null
	come as1 annota "$CS" 'dopo' >/dev/null
}

# The relazione signed with its PDF, and a copy of it: $FIRMATI are the improntas
# of what stands beside the cartella since.
con_allegati() {
	con_chiave as1 >/dev/null &&
	come as1 firma --cartella "$CS" --documento "$REL" >/dev/null &&
	come as1 copia-oscurata --cartella "$CS" --documento "$REL" \
	    --per interessato >/dev/null || return 1
	FIRMATI=$(find "$D/allegati" -type f | sed 's,.*/,,; s,\..*,,' | sort)
}

espungi() {
	come resp espungi "$CS" "$@"
}
