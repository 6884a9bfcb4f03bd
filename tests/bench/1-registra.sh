#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# Registrations a second, durable, beside the limits of the same machine, the
# same work done with git and sqlite3 by hand, and a bare replay of our own
# file operations.  Figures and ratios; nothing here passes or fails.
set -eu
D=$(mktemp -d -p "${BENCH_DIR:-/tmp}")
N=${BENCH_N:-400}
trap 'rm -rf "$D"' EXIT
. tests/bench/banco.sh

# Nothing is removed before the end: ext4 makes files slowly for minutes after
# many were deleted, and would charge it to whoever comes next.
store() {		# a fresh store with one registrar
	"$CARTELLA" --store "$1" init --denominazione "Comune di prova" \
	    --codice-ipa c_x --codice-aoo AOO --dimostrativo si \
	    --ufficio.codice prot --ufficio.denominazione Protocollo \
	    --responsabile.codice resp --responsabile.cognome Bianchi \
	    --responsabile.nome Anna >/dev/null
	"$CARTELLA" --store "$1" --come resp nomina --codice prot1 \
	    --cognome Verdi --nome Luca --ruolo protocollo \
	    --ufficio prot >/dev/null
}
three() {		# median of three runs on fresh stores
	for i in 1 2 3; do
		s="$D/s-$(echo "$*" | tr ' ' -)-$i"
		store "$s"
		"$BENCH/registra" "$s" "$@"
	done | median
}
by_hand() {		# the same work with command lines: files, git, sqlite3
	mkdir "$D/m" && cd "$D/m"
	git init -q -b main .
	git config user.name prova && git config user.email prova@example
	sqlite3 r.sqlite 'PRAGMA journal_mode = WAL; CREATE TABLE r (n INTEGER
	    PRIMARY KEY, a TEXT, b TEXT, h TEXT)' >/dev/null
	git ls-files >/dev/null
	mkdir -p registrazioni atti
	start=$(date +%s%N)
	i=0
	while [ $i -lt "$1" ]; do
		i=$((i + 1))
		n=$(printf %07d $i)
		cat > registrazioni/$n.xml <<-X
			<registrazione><numero>$n/2026</numero><oggetto>Segnalazione di prova
			n. $i</oggetto><mittente>Istituto comprensivo di prova
			</mittente></registrazione>
		X
		echo "<anello seq=\"$i\"/>" > atti/$n.xml
		git -c core.fsync=all add registrazioni/$n.xml atti/$n.xml
		git -c core.fsync=all commit -q -m "registra $n"
		sqlite3 r.sqlite "PRAGMA synchronous = FULL; INSERT INTO r (a, b, h)
		    VALUES ('Segnalazione di prova', 'Istituto', '$n')"
	done
	end=$(date +%s%N)
	cd "$OLDPWD"
	awk -v n="$1" -v t=$((end - start)) 'BEGIN { printf "%.1f\n", n * 1e9 / t }'
}
bare() {		# replays the traced operations of $1 registrations
	for i in 1 2 3; do
		store "$D/t$i"
		cp -a "$D/t$i" "$D/r$i"
		strace -f -s 0 -o "$D/traccia" "$BENCH/registra" "$D/t$i" "$1" 1 1 >/dev/null
		t=$("$BENCH/ripeti" "$D/traccia" "$D/t$i" "$D/r$i")
		awk -v n="$1" -v t="$t" 'BEGIN { printf "%.1f\n", n / t }'
	done | median
}

mkdir -p "$D/d"
echo "limiti di questo disco (al secondo):"
"$BENCH/disco" "$D/d" 500 > "$D/limiti"
sed 's/^/  /' "$D/limiti"
insert=$(awk '/insert/ { print $2 }' "$D/limiti")
uno=$(three "$N" 1 1)
quattro=$(three "$N" 1 4)
otto=$(three "$((N * 2))" 8 1)
file=$(three "$N" 1 1 20000)
mano=$(by_hand 60)
nudo=$(bare "$N")
sincronie=$(grep -cE '(fsync|fdatasync|syncfs)\(' "$D/traccia" |
    awk -v n="$N" '{ printf "%.2f", $1 / n }')
cat <<X
registrazioni al secondo, durevoli (mediana di tre):
  un processo, una alla volta      $uno
  quattro processi                 $quattro
  otto in attesa, insieme          $otto
  una alla volta con file di 20 KB $file
accanto:
  git e sqlite3 a mano             $mano    noi: x$(ratio "$uno" "$mano")
                                   otto insieme: x$(ratio "$otto" "$mano")
  replica nuda delle operazioni    $nudo    noi: x$(ratio "$uno" "$nudo")
  insert SQLite nudo               $insert    noi: x$(ratio "$uno" "$insert")
sincronie per registrazione: $sincronie
  (un syncfs per oggetti, allegati e rami; un fdatasync per il COMMIT;
  il resto sono i checkpoint del WAL)
X
G='Registrazioni durevoli al secondo'
cifra "$G" 'un processo, una alla volta' 0 "$uno" 'al secondo' + \
    'git e sqlite3 a mano' "$mano" '>=4'
cifra "$G" 'otto in attesa, insieme' 0 "$otto" 'al secondo' + \
    'git e sqlite3 a mano' "$mano" '>=10'
cifra "$G" 'una alla volta, replicate' 0 "$uno" 'al secondo' + \
    'replica nuda delle operazioni' "$nudo" '>=0.5'
cifra "$G" 'una alla volta, una riga' 0 "$uno" 'al secondo' + \
    'insert SQLite nudo' "$insert"
cifra "$G" 'quattro processi' 0 "$quattro" 'al secondo' +
cifra "$G" 'una alla volta con file di 20 KB' 0 "$file" 'al secondo' +
cifra 'Sincronie per registrazione' 'una alla volta, senza file' 0 "$sincronie" \
    sincronie -
while read -r cosa quanto; do
	cifra "$G" "limite: $cosa" 0 "$quanto" 'al secondo' +
done <"$D/limiti"
