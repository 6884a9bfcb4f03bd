# SPDX-License-Identifier: EUPL-1.2
# shellcheck shell=sh
#
# espungi.sh - a cartella with documents to be erased, and the search for their
# words.  Read after lib.sh, uffici.sh and caso.sh.
#
#	$CS $D $V $REL $P	the cartella, its folder, an entry of its diary, a
#				relazione written twice, the provvedimento
#	sbagliata		makes it
#	tracce [ERE]		the places where the words stand; "": nowhere

CS=CS-2026-0000001
D=$S/cartelle/2026/0000001
P='determinazione n. 12 del 18/11/2026'
V=diario/2026/00/0001.xml
REL=relazioni/0001.xml
PAROLE='zafferano|Ermenegilda|ZAFFERANO'

# Every byte of the store, objects of git inflated and tables of SQLite dumped:
# the places where the words stand.
tracce() {
	espungi_ere=${1:-$PAROLE}
	grep -raliE "$espungi_ere" "$S"
	find "$S" -name refs -type d | while read -r refs; do
		git=$(dirname "$refs")
		git --git-dir "$git" cat-file --batch --batch-all-objects \
		    --unordered | grep -aiqE "$espungi_ere" && echo "$git"
	done
	for db in "$S"/*.sqlite*; do
		case $db in *-shm | *-wal) continue ;; esac
		sqlite3 "file:$db?mode=ro" .dump | grep -aiqE "$espungi_ere" &&
		    echo "$db dump"
	done
}

sbagliata() {
	CS=$(aperta) || return 1
	come as1 annota "$CS" 'Ermenegilda coltiva zafferano' >/dev/null
	come as1 annota "$CS" 'resta questa' >/dev/null
	redatta "$CS" >/dev/null
	come as1 redigi --cartella "$CS" --relazione "$REL" --tipo attivita \
	    --oggetto 'relazione su M. R.' --fatti-accertati 'Lo zafferano di Ermenegilda.' \
	    --dichiarazioni 'La madre dice di essere sola.' --valutazioni 'Serve.' >/dev/null
	come as1 annota "$CS" 'bozza: zafferano' --bozza >/dev/null
	come as1 annota "$CS" 'dopo' >/dev/null
}

espungi() {
	come resp espungi "$CS" "$@"
}
