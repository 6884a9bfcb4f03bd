# SPDX-License-Identifier: EUPL-1.2
# Two years and the turn of the third, a leap day among them, day by day:
# numbers, dates and daily registers.
. tests/cli/lib.sh
. "$RADICE/tests/cli/ricette.sh"

: "${DRIVER:=$(dirname "$CARTELLA")/driver}"
PRIMO=2027-01-01 ULTIMO=2029-01-03

in_registro() {
	sqlite3 "file:$S/registro.sqlite?mode=ro" "$1"
}

quanti() {	# a count the driver printed
	sed -n "s/^$1 //p" fatto
}

# ---- the years ----

ora "${PRIMO}T00:00:00+01:00"
ente_di_prova >/dev/null || exit 1
"$DRIVER/anni" "$S" prot resp "$PRIMO" "$ULTIMO" >fatto 2>errori
is "$?$(cat errori)" 0 'ciò che va rifiutato è rifiutato, il resto si fa'
note "$(cat fatto)"
unset CARTELLA_ORA	# what follows does not act

# ---- numbers ----

is "$(in_registro 'SELECT count(*) FROM registrazione')" \
    "$(quanti registrate)" 'ogni registrazione c'\''è'
is "$(in_registro 'SELECT anno FROM registrazione GROUP BY anno
    HAVING min(numero) <> 1 OR max(numero) <> count(*)')" '' \
    'invariante 3: in ogni anno i numeri vanno da 1 all'\''ultimo senza buchi'
for anno in $(in_registro 'SELECT DISTINCT anno FROM registrazione
    ORDER BY anno'); do
	[ "$anno" = 2027 ] && continue
	is "$(in_registro "SELECT ora FROM registrazione
	    WHERE anno = $anno AND numero = 1")" \
	    "$anno-01-01T00:00:00+01:00" \
	    "invariante 4: il 1° gennaio $anno si ricomincia da 0000001"
	prima=$((anno - 1))
	is "$(in_registro "SELECT ora FROM registrazione WHERE anno = $prima
	    ORDER BY numero DESC LIMIT 1")" "$prima-12-31T23:59:59+01:00" \
	    "e l'ultimo secondo del $prima è del $prima"
done
is "$(in_registro 'SELECT b.numero, b.anno FROM registrazione a
    JOIN registrazione b ON b.anno = a.anno AND b.numero = a.numero + 1
    WHERE substr(b.ora, 1, 10) < substr(a.ora, 1, 10)')" '' \
    'in ordine di numero i giorni non tornano mai indietro'
is "$(in_registro "SELECT numero FROM registrazione
    WHERE substr(ora, 1, 4) <> anno")" '' 'ogni numero è del suo anno'
is "$(in_registro "SELECT count(*) > 0 FROM registrazione
    WHERE ora LIKE '2028-02-29%'")" 1 'anche il 29 febbraio'
is "$(in_registro "SELECT group_concat(substr(ora, 12), ' ') FROM
    (SELECT ora FROM registrazione WHERE ora LIKE '2028-10-29T0%'
    AND ora < '2028-10-29T04' ORDER BY numero)")" \
    '01:59:59+02:00 02:30:00+02:00 02:30:00+01:00' \
    'in ottobre la stessa ora due volte, con il suo fuso'
is "$(in_registro "SELECT group_concat(substr(ora, 12), ' ') FROM
    (SELECT ora FROM registrazione WHERE ora LIKE '2028-03-26T0%'
    AND ora < '2028-03-26T05' ORDER BY numero)")" \
    '01:59:59+01:00 03:30:00+02:00 04:30:00+02:00' \
    'in marzo le due non ci sono'

# ---- days ----

is "$(in_registro 'SELECT min(data) FROM giornaliero')" "$PRIMO" \
    'il primo giorno è quello del primo atto'
is "$(in_registro 'SELECT julianday(max(data)) - julianday(min(data)) + 1
    - count(*) FROM giornaliero')" 0.0 \
    'invariante 6: ogni giorno ha il suo registro, senza saltarne'
is "$(in_registro "SELECT date((SELECT substr(max(ora), 1, 10)
    FROM registrazione), '-1 day') = max(data) FROM giornaliero")" 1 \
    'fino al giorno prima dell'\''ultima registrazione'
is "$(in_registro 'SELECT count(*) > 60 FROM giornaliero
    WHERE registrazioni = 0')" 1 'invariante 6: anche i giorni vuoti'
is "$(in_registro 'SELECT b.data FROM giornaliero b JOIN giornaliero a
    ON a.data = date(b.data, '\''-1 day'\'') WHERE b.precedente <> a.impronta
    OR coalesce(b.primo, a.ultimo + 1) <> a.ultimo + 1
    OR b.lettura_ultima <> a.lettura_ultima + b.letture')" '' \
    'ciascuno segue quello di prima: impronta, atti, letture'
for git in "$S"/registro/*.git; do
	git --git-dir "$git" archive main giornalieri | tar xmf -
done
(cd giornalieri && sha256sum */*.xml) | sed 's,  .*/, ,; s/\.xml$//' |
    awk '{ print $2 "|" $1 }' | sort >impronte
in_registro 'SELECT data, impronta FROM giornaliero ORDER BY data' >attese
same_bytes impronte attese 'i documenti nei rami hanno le impronte delle righe'
sed -n 's,^    <numero>\([0-9]*/[0-9]*\)<.*,\1,p' giornalieri/*/*.xml |
    sort >nei-giorni
in_registro "SELECT printf('%07d/%d', r.numero, r.anno) FROM registrazione r
    JOIN giornaliero g ON g.data = substr(r.ora, 1, 10)" | sort >registrate
same_bytes nei-giorni registrate \
    'ogni registrazione di un giorno finito sta in un solo registro, il suo'
ok 'e non sono poche' [ "$(wc -l <nei-giorni)" -gt 1000 ]

# ---- the store ----

CARTELLA_ORA=${ULTIMO}T23:00:00+01:00
export CARTELLA_ORA
run cartella verifica
like out ': 0 difetti$' 'verifica'
run cartella ricostruisci
like out ': 0 difetti$' 'ricostruisci'
run cartella verifica
like out ': 0 difetti$' 'verifica dopo ricostruisci'
plan
