# SPDX-License-Identifier: EUPL-1.2
# How many times a registration waits for the disk: a count, never a time.
# docs/formato.md §8 says why each is needed; one more here is a defect there.
DISCO=1
. tests/cli/lib.sh
. "$RADICE/tests/cli/ricette.sh"

command -v strace >/dev/null || skip_all 'manca strace'
# no leak check under a tracer
ASAN_OPTIONS=${ASAN_OPTIONS:+$ASAN_OPTIONS:}detect_leaks=0
export ASAN_OPTIONS
strace -f -o "$T/x" true 2>/dev/null || skip_all 'strace non può seguire'

tracciato() {
	strace -f -y -o "$T/traccia" \
	    -e trace=fsync,fdatasync,syncfs,sync,msync,sync_file_range "$@"
}

quante() {	# quante ERE: calls that match
	grep -Ec "$1" "$T/traccia"
}

ente_di_prova >/dev/null
registra_lettera >/dev/null

# ---- one process that goes on: the cost of each registration ----
run tracciato "$DRIVER/scrittori" "$S" prot 1 2
is_exit 0 'scrittore'
n=$(sed -n 's/^totale \([0-9]*\) .*/\1/p' "$OUT")
ok 'ha registrato' [ "$n" -gt 5 ]
is "$(quante 'fdatasync\(.*/transito/')" "$n" \
    'una per il documento che arriva, fuori dal lucchetto'
is "$(quante 'syncfs\(')" "$n" 'una per oggetti e allegati: syncfs'
wal=$(quante 'fdatasync\(.*registro.sqlite-wal')
pieno=$(quante 'fdatasync\(.*registro.sqlite>')
# each checkpoint syncs log and file, and the log that begins again once more;
# a log that is made syncs its head too
ok 'una per COMMIT, più quelle di chi svuota il giornale di SQLite' \
    [ "$wal" -ge "$n" ] && [ "$wal" -le $((n + 1 + 3 * pieno)) ]
altre=$(grep -Ev 'syncfs|/transito/|registro.sqlite(-wal)?>' "$T/traccia" |
    grep -c 'sync')
ok 'e nessun'\''altra (la directory, quando il giornale nasce)' \
    [ "$altre" -le 1 ]
note "$n registrazioni: syncfs $n, transito $n, wal $wal, registro $pieno, \
altre $altre"

# ---- eight that wait together ----
run tracciato "$DRIVER/scrittori" "$S" prot 1 2 8
is_exit 0 'scrittore a gruppi di 8'
n=$(sed -n 's/^totale \([0-9]*\) .*/\1/p' "$OUT")
is $(($(quante 'syncfs\(') * 8)) "$n" 'una syncfs ogni otto'
wal=$(quante 'fdatasync\(.*registro.sqlite-wal')
pieno=$(quante 'fdatasync\(.*registro.sqlite>')
ok 'e un COMMIT ogni otto' [ "$wal" -le $((n / 8 + 1 + 3 * pieno)) ]

# ---- the program, once: it also makes the log and empties it at its end ----
echo ultima >"$T/ultima.txt"
run tracciato "$CARTELLA" --store "$S" --come prot registra --flusso entrata \
    --oggetto 'lettera della scuola' --classifica VII/9 \
    --mittente.denominazione 'Scuola di Prova' "$T/ultima.txt"
is_exit 0 'il programma'
is "$(quante 'syncfs\(')" 1 'il programma: una syncfs'
is "$(quante '(fsync|fdatasync)\(')" 6 'e sei fdatasync'
note "$(sed 's/^[0-9]* *//; s,<[^>]*/\([^/>]*\)>,<\1>,' "$T/traccia" |
    grep sync)"

# ---- a read: one row of the log, nothing else ----
run tracciato "$CARTELLA" --store "$S" --come resp mostra 0000001/2026
is_exit 0 'mostra'
is "$(quante 'syncfs\(')" 0 'mostra: nessuna syncfs'
is "$(quante '(fsync|fdatasync)\(.*registro.sqlite')" 0 \
    'mostra non scrive il registro'
ok 'ma la riga di lettura è sul disco' \
    [ "$(quante 'fdatasync\(.*letture.sqlite')" -ge 1 ]
plan
