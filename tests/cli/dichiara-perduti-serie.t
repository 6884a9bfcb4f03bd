# SPDX-License-Identifier: EUPL-1.2
# Numbers of cartelle, accessi and repertories given after the backup: the store
# that comes back is only read until somebody has said of each series up to
# which number it went; none of these is given again.
. tests/cli/lib.sh
. "$RADICE/tests/cli/uffici.sh"
. "$RADICE/tests/cli/caso.sh"
. "$RADICE/tests/cli/salva.sh"

uffici_di_prova >/dev/null && ripristino_key || exit 1
come resp istituisci-repertorio contratti Contratti >/dev/null
voce() {
	n_voce=$((${n_voce:-0} + 1))
	echo "contratto $n_voce" >"$T/c$n_voce.txt"
	come prot1 repertoria --repertorio contratti --oggetto "n. $n_voce" \
	    "$T/c$n_voce.txt"
}
dichiara() {
	come resp dichiara-perduti --verbale 'verbale n. 3' \
	    --motivo 'guasto del disco' "$@"
}

aperta >/dev/null
voce >/dev/null
salva >/dev/null || exit 1
for i in 1 2; do	# given, and lost with the disk
	aperta >/dev/null
	voce >/dev/null
done
PG=$(sqlite3 -readonly "$S/registro.sqlite" \
    'SELECT max(numero) FROM registrazione')
rm -rf "$S"

run cartella ripristina copia --chiavi chiavi --ultimo "$PG/2026" \
    --altre-serie tutte
is_exit 2 'le altre serie sono ritrovate, o si dicono'
run cartella ripristina copia --chiavi chiavi --ultimo "$PG/2026" \
    --ultimo CS-26-1
is_exit 2 'un numero che non è un numero no'
run cartella ripristina copia --chiavi chiavi --ultimo "$PG/2026" \
    --ultimo ZZ-2026-0000003
is_exit 2 'né di una serie che non c'\''è'
run cartella ripristina copia --chiavi chiavi --ultimo "$PG/2026" \
    --ultimo "$(printf %070d 1):1/2026"
is_exit 2 'o di un repertorio che non può esserci'
no_file "$S" 'e niente è ripristinato'
run cartella ripristina copia --chiavi chiavi --ultimo "$PG/2026" \
    --ultimo AC-2026-0000003
is_exit 0 'ripristina'
like out '^di altre serie \(.*: 5 fra serie e anni\)' 'e dice che cosa non sa'
run aperta
not_ok 'fino ad allora si legge soltanto' [ "$CODE" = 0 ]

for riga in 'CS 2026' 'ZZ 2026 0000003 0000004'; do
	cp "$S/ripristino" aperti
	echo "$riga" >>"$S/ripristino"
	run dichiara --conferma altre-serie
	not_ok "se l'elenco è guasto non si dichiara: $riga" [ "$CODE" = 0 ]
	run voce
	not_ok 'e non si danno numeri' [ "$CODE" = 0 ]
	mv aperti "$S/ripristino"
done

run dichiara
is_exit 1 'chi non dice niente delle altre serie'
like err 'altre-serie' 'deve confermarlo'
like err 'CS-2026-0000001' 'e vede fin dove arrivano i ritrovati'
like err 'contratti:1/2026' 'anche dei repertori'
unlike err 'AC-2026' 'non di quelle già dette'
run dichiara --ultimo CS-2026-0000003 --ultimo AC-2026-0000009 \
    --conferma altre-serie
is_exit 1 'ciò che è già detto non si cambia'
like err 'serie-non-aperta' 'e si dice perché'
run dichiara --ultimo CS-2027-0000003 --conferma altre-serie
like err 'serie-non-aperta' 'né si dice di un anno che non manca'
run dichiara --ultimo CS-2026-0000003 --ultimo CS-2026-0000004 \
    --conferma altre-serie
like err 'doppio' 'né due volte'
run dichiara --ultimo CS-2026-9999999 --conferma altre-serie
like err 'molti-numeri' 'troppi insieme si confermano'
run dichiara --ultimo 'CS 3'
is_exit 1 'un numero storto no'
run dichiara --ultimo CS-2026-0000003 --ultimo contratti:3/2026
like err 'altre-serie.*|FA-2026-0000000' 'resta da dire dei fascicoli'
run dichiara --ultimo CS-2026-0000003 --ultimo contratti:3/2026 \
    --conferma altre-serie
is_exit 0 'detto tutto, si dichiara'
is "$(sqlite3 -readonly "$S/registro.sqlite" "SELECT group_concat(serie || ' ' ||
    dal || ' ' || al, ', ') FROM (SELECT * FROM perduto WHERE serie <> 'PG'
    ORDER BY serie)")" "AC 2 3, CS 2 3, FA 1 0, R:annullamenti 1 0, \
R:contratti 2 3, R:determinazioni 1 0" \
    'ogni serie ha i suoi, o nessuno'
run aperta
is_out CS-2026-0000004 'la cartella dopo è la quarta'
no_file "$S/ripristino" 'non si aspetta più niente'
is "$(sqlite3 -readonly "$S/registro.sqlite" \
    'SELECT max(numero) FROM accesso')" 4 'con il quarto accesso'
run voce
like out '4/2026|4.2026|0004' 'il contratto dopo è il quarto'
run cartella ricostruisci
is_exit 0 'ricostruisci'
run aperta
is_out CS-2026-0000005 'e si continua da lì'
is_integro 'l'\''archivio è integro'

salva >/dev/null
rm -rf "$S"
run riprendi "$S" --ultimo "$((PG + 1))/2026"
is_exit 0 'un altro ripristino'
run aperta
is_out CS-2026-0000006 'sa dei numeri perduti'
plan
