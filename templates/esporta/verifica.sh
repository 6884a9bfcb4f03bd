#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
#
# verifica.sh - controlla questa esportazione senza il programma che l'ha
# scritta. Vuole sh, awk e sha256sum; non scrive nulla fuori da una directory
# temporanea. Esce con 0 se tutto è come fu scritto, con 1 se no.
#
#   sh verifica.sh
#
# 1. ogni file ha i byte che dice SHA256SUMS, e non ce ne sono altri;
# 2. la catena degli atti: ogni anello ha la sua impronta e nomina quella
#    dell'anello prima;
# 3. il registro delle letture, nello stesso modo;
# 4. ogni documento in vigore è quello che la catena nomina per ultimo;
# 5. ogni allegato che la catena nomina c'è, o un documento lo dice distrutto;
# 6. ogni PDF è di un documento che c'è.
# Se c'è git: la storia di ogni cartella è intera (git fsck).

LC_ALL=C
export LC_ALL
cd "$(dirname "$0")" || exit 1
TMP=$(mktemp -d) || exit 1
trap 'rm -rf "$TMP"' EXIT
trap 'exit 1' INT TERM HUP
guasti=0

guasto() {
	echo "GUASTO: $1"
	guasti=1
}

# ---- 1. i byte ----

if ! sha256sum --quiet -c SHA256SUMS >"$TMP/byte" 2>&1; then
	guasto "dei file non sono quelli di SHA256SUMS:"
	sed 's/^/    /' "$TMP/byte"
fi
sed 's/^[0-9a-f]*  //' SHA256SUMS | sort >"$TMP/nominati"
find . ! -type d ! -path ./SHA256SUMS | sed 's,^\./,,' | sort >"$TMP/trovati"
comm -13 "$TMP/nominati" "$TMP/trovati" >"$TMP/altri"
if [ -s "$TMP/altri" ]; then
	guasto "ci sono file che SHA256SUMS non nomina:"
	sed 's/^/    /' "$TMP/altri"
fi

# ---- 2 e 3. le catene ----

# Legge "nome impronta precedente" e, in $TMP/testi/nome, i testi; a gruppi,
# perché un comando per ogni anello sarebbe lento.
catena() {	# catena FILE MODO
	rm -rf "$TMP/testi"
	mkdir "$TMP/testi"
	awk -v modo="$2" -v dir="$TMP/testi" -v che="$1" '
	function gruppo(    i, riga, p) {
		if (n == 0)
			return
		comando = "cd " dir " && sha256sum *"
		while ((comando | getline riga) > 0) {
			split(riga, p, "  ")
			vera[p[2]] = p[1]
		}
		close(comando)
		for (i = primo; i < primo + n; i++) {
			if (vera[i] != detta[i])
				male(i, "non ha la sua impronta")
			delete vera[i]
			delete detta[i]
		}
		system("rm -f " dir "/*")
		primo += n
		n = 0
	}
	function male(i, perche) {
		print "GUASTO: " che ", n. " i ": " perche
		guasti = 1
	}
	function anello(testo, impronta, prima, numero) {
		if (numero != primo + n)
			male(primo + n, "manca, o non è al suo posto")
		if (prima != ultima)
			male(primo + n, "non segue quello prima")
		printf "%s", testo > (dir "/" (primo + n))
		close(dir "/" (primo + n))
		detta[primo + n] = impronta
		ultima = impronta
		if (++n == 2000)
			gruppo()
	}
	BEGIN {
		primo = 1
		ultima = sprintf("%064d", 0)
	}
	modo == "letture" {
		anello(substr($0, 1, length($0) - 65) "\n", $NF, $(NF - 1), $1)
		next
	}
	$1 == "impronta" {
		anello(testo, $2, prima, numero)
		testo = ""
		next
	}
	$1 == "precedente" { prima = $2 }
	$1 == "seq" { numero = $2 }
	NF > 0 { testo = testo $0 "\n" }
	END {
		gruppo()
		if (testo != "")
			male(primo, "non finisce")
		print primo - 1, ultima > (dir ".fine")
		exit guasti
	}' "$1" || guasti=1
	read -r n ultima <"$TMP/testi.fine"
	echo "$1: $n, l'ultima impronta è $ultima"
}

catena catena/catena.txt atti
fine=$ultima
catena letture/letture.txt letture
grep -qx "ultimo anello $fine" ARCHIVIO.txt ||
    guasto "ARCHIVIO.txt nomina un altro ultimo anello"

# ---- 4. i documenti in vigore ----

awk '$1 == "documento" {
	sub(/\.git$/, "", $2)
	ultima["documenti/" $2 "/" $3] = $5
}
END { for (f in ultima) print ultima[f] "  " f }' catena/catena.txt \
    >"$TMP/nominati"
# Di ciò che venne con la cartella di un altro ente risponde la provenienza, che
# la catena nomina.
find documenti -path '*/provenienze/*.xml' | while read -r f; do
	awk -F '[<>]' -v d="${f%/provenienze/*}" '
	$2 == "sotto" { sotto = $3 }
	$2 == "documento" { dentro = 1 }
	dentro && $2 == "percorso" { percorso = $3 }
	dentro && $2 == "impronta" { impronta = $3 }
	$2 == "/documento" {
		dentro = 0
		print impronta "  " d "/" sotto "/" percorso
	}' "$f"
done >>"$TMP/nominati"
sort "$TMP/nominati" >"$TMP/detti"
# Dove un documento fu espunto sta una lapide, che dice l'impronta che aveva e
# quale atto, della catena, lo tolse.
grep -rl '^<lapide ' documenti | while read -r f; do
	awk -F '[<>]' -v f="$f" '{ v[$2] = $3 }
	    END { print v["istanza"], v["impronta"], f }' "$f"
done >"$TMP/lapidi"
while read -r atto impronta f; do
	if grep -q "^istanza $atto " catena/catena.txt; then
		echo "$impronta  $f"
	fi
done <"$TMP/lapidi" >"$TMP/espunti"
[ ! -s "$TMP/espunti" ] || echo "documenti espunti: $(wc -l <"$TMP/espunti")"
awk -v espunti="$TMP/espunti" 'BEGIN {
	while ((getline riga < espunti) > 0) {
		f = riga
		sub(/^[0-9a-f]*  /, "", f)
		era[f] = substr(riga, 1, 64)
	}
}
{ f = $0; sub(/^[0-9a-f]*  /, "", f) }
f ~ /^documenti\// && f !~ /\/atti\// {
	print (f in era ? era[f] : $1) "  " f
}' SHA256SUMS | sort >"$TMP/scritti"
comm -3 "$TMP/detti" "$TMP/scritti" >"$TMP/diversi"
if [ -s "$TMP/diversi" ]; then
	guasto "documenti che non sono quelli della catena:"
	awk '{ print "    " $2 }' "$TMP/diversi" | sort -u
fi

# ---- 5. gli allegati ----

awk '$1 == "allegato" { print $2 }' catena/catena.txt | sort -u >"$TMP/detti"
awk -F '  ' '$2 ~ /^allegati\/(protocollo|altri)\// { print $1 }' SHA256SUMS |
    sort -u >"$TMP/scritti"
# Di quelli distrutti per sempre lo dice un documento della catena.
grep -rhoE '<distrutto>[0-9a-f]{64}<' documenti | sed 's/<distrutto>//; s/<//' |
    sort -u >"$TMP/distrutti"
comm -23 "$TMP/detti" "$TMP/scritti" >"$TMP/mancanti"
{
	comm -23 "$TMP/mancanti" "$TMP/distrutti"
	comm -13 "$TMP/detti" "$TMP/scritti"
} >"$TMP/diversi"
n=$(comm -12 "$TMP/mancanti" "$TMP/distrutti" | wc -l)
[ "$n" -eq 0 ] || echo "allegati distrutti: $n"
if [ -s "$TMP/diversi" ]; then
	guasto "allegati che mancano, o che la catena non nomina:"
	sed 's/^/    /' "$TMP/diversi"
fi

# ---- i PDF ----

# I byte li dice SHA256SUMS; ognuno sta al posto del suo documento.
if [ -d pdf ]; then
	find pdf -name '*.pdf' | while read -r f; do
		x=${f#pdf/}
		[ -e "documenti/${x%.pdf}.xml" ] || echo "$f"
	done >"$TMP/diversi"
	if [ -s "$TMP/diversi" ]; then
		guasto "PDF di documenti che non ci sono:"
		sed 's/^/    /' "$TMP/diversi"
	fi
	echo "documenti in PDF: $(find pdf -name '*.pdf' | wc -l)"
fi

# ---- la storia ----

if command -v git >/dev/null; then
	find storia -type d -name '*.git' | sort | while read -r g; do
		GIT_CONFIG_GLOBAL=/dev/null git -c safe.directory='*' \
		    --git-dir="$g" fsck --full --strict --no-dangling \
		    >"$TMP/fsck" 2>&1 || { echo "GUASTO: $g:"
		    sed 's/^/    /' "$TMP/fsck"; echo >"$TMP/storia"; }
	done
	[ -e "$TMP/storia" ] && guasti=1
fi

if [ "$guasti" -eq 0 ]; then
	echo "tutto è come fu scritto"
fi
exit "$guasti"
