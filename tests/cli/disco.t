# SPDX-License-Identifier: EUPL-1.2
# A disk that fills up while one registers, and one that cannot be written: a
# clear error, exit 4, nothing lost; with room again everything goes on.
#
# The disk is a small tmpfs; the same act is tried with ever more room, so
# that each time a later step fails.
DISCO=1
. tests/cli/lib.sh
. "$RADICE/tests/cli/ricette.sh"

D=$T/disco
mkdir "$D"
mount -t tmpfs -o size=4m,mode=700 cartella "$D" 2>"$T/e" ||
    skip_all "per montare un tmpfs bisogna essere root ($(cat "$T/e"))"
disco_fine() {
	umount "$T/sola-lettura" 2>/dev/null
	umount "$D"
	lib_end
}
trap disco_fine EXIT

in_registro() {
	sqlite3 "$S/registro.sqlite" "$1"
}

numeri() {
	in_registro 'SELECT count(*) FROM registrazione'
}

ente_di_prova >/dev/null
registra_lettera >/dev/null
cp -a "$S" "$T/prima"
S=$D/deposito

# All the room but $1 KiB is taken.
riempi() {
	rm -rf "${D:?}"/*
	cp -a "$T/prima" "$S"
	free=$(df --output=avail -k "$D" | tail -1)
	dd if=/dev/zero of="$D/pieno" bs=1024 count=$((free - $1)) 2>/dev/null
}

# What must be true with room again, of an act that ended with $CODE.
poi() {	# poi DESC
	n=$(numeri)
	case $CODE in
	0)
		is "$(cat "$OUT") $n" '0000002/2026 2' "$1: numero dato, c'è"
		fatti=$((fatti + 1))
		;;
	*)
		is_exit 4 "$1: guasto"
		like err 'disco (è )?pieno' "$1: e dice quale"
		silent out "$1: nessun numero"
		is "$n" 1 "$1: nessuna registrazione"
		falliti=$((falliti + 1))
		;;
	esac
	run cartella verifica
	is_exit 0 "$1: verifica"
	is "$(ricetta_registra "$(id_di 60)")" 0000002/2026 \
	    "$1: la stessa istanza ha un numero solo"
	is "$(registra_lettera)" 0000003/2026 "$1: e si continua"
	run cartella verifica
	is_exit 0 "$1: e tutto è integro"
}

fatti=0
falliti=0
for kib in 0 32 64 100 140 156 180 200 220 240 280 480; do
	riempi "$kib"
	run ricetta_registra "$(id_di 60)"
	rm "$D/pieno"
	note "con $kib KiB: $(cat "$OUT" "$ERR")"
	poi "con $kib KiB"
done
ok 'qualcuno fallisce' [ "$falliti" -ge 3 ]
ok 'qualcuno riesce' [ "$fatti" -ge 1 ]
note "$falliti falliti, $fatti riusciti"

# A writer on a disk that fills under it, act after act, with its register
# open.
riempi 800
run "$DRIVER/scrittori" "$S" prot 1 20 4 "$T/numeri"
is_exit 1 'scrivere finché c'\''è posto, a gruppi di 4'
like err 'disco è pieno' 'poi no'
rm "$D/pieno"
grep -v '?' "$T/numeri" | sort -u >"$T/detti"
run cartella verifica
is_exit 0 'verifica'
ok 'ogni numero detto esiste' [ "$(wc -l <"$T/detti")" -gt 0 ]
is "$(in_registro "SELECT printf('%07d/%d', numero, anno) FROM registrazione
    WHERE numero > 1" | comm -13 - "$T/detti")" '' 'tutti'
n=$(numeri)
is "$(registra_lettera)" "$(printf '%07d/2026' $((n + 1)))" 'e si continua'

# No room for a new file, though there is for bytes.
riempi 2000
mount -o "remount,nr_inodes=$(df --output=iused "$D" | tail -1 | tr -d ' ')" \
    "$D"
run ricetta_registra "$(id_di 60)"
mount -o remount,nr_inodes=100000 "$D"
poi 'senza inode'

# init
rm -rf "${D:?}"/*
dd if=/dev/zero of="$D/pieno" bs=1024 2>/dev/null
truncate -s -48K "$D/pieno"
run ricetta_init "$(id_di 61)"
is_exit 4 'init senza posto'
like err 'disco è pieno' 'e dice perché'
rm "$D/pieno"
run ricetta_init "$(id_di 61)"
is_exit 0 'con il posto, sì'

# ---- a store that cannot be written ----
rm -rf "${D:?}"/*
cp -a "$T/prima" "$S"
mkdir "$T/sola-lettura"
sola_lettura() {	# sola_lettura CMD...
	mount --bind "$D" "$T/sola-lettura"
	mount -o remount,bind,ro "$T/sola-lettura"
	S=$T/sola-lettura/deposito
	run "$@"
	S=$D/deposito
	umount "$T/sola-lettura"
}
sola_lettura registra_lettera
is_exit 4 'in sola lettura non si registra'
like err 'non si può scrivere' 'e dice perché'
sola_lettura come resp mostra 0000001/2026
is_exit 4 'né si legge, perché la lettura non lascerebbe traccia'
like err 'ogni lettura lascia la sua riga' 'e dice perché'
silent out 'nulla si mostra'
sola_lettura cartella ricostruisci
is_exit 4 'né si ricostruisce'
sola_lettura cartella verifica
is_exit 0 'ma si verifica'
like out '^nota: archivio: non si può scrivere' 'e si dice come'
like out ' 0 difetti$' 'fino in fondo'
# with a log that nobody has closed
at_point lucchetto-lasciato registra_lettera >/dev/null 2>&1
ok 'un registro non chiuso ha il suo giornale' [ -s "$S/registro.sqlite-wal" ]
sola_lettura cartella verifica
is_exit 0 'anche con il giornale di SQLite ancora da chiudere'
like out '^verifica: 4 atti' 'che viene letto'
echo x >>"$S/ente/ente.xml"
sola_lettura cartella verifica
is_exit 1 'e un difetto si trova'
like out '^DIFETTO: ente/ente.xml' 'al suo posto'
plan
