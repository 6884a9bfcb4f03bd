# SPDX-License-Identifier: EUPL-1.2
# repertoria, istituisci-repertorio, repertori: independent numbered registers.
. tests/cli/lib.sh
. "$RADICE/tests/cli/uffici.sh"

uffici_di_prova >/dev/null || exit 1
echo 'determinazione' >det.txt
ID1=11111111111111111111111111111111

det() {	# det USER [OPTION...]
	repertoria_chi=$1
	shift
	come "$repertoria_chi" repertoria --repertorio determinazioni \
	    --oggetto 'contributo M. R.' "$@" det.txt
}

# ---- the repertories ----

run come prot1 repertori
is_exit 0 "l'elenco dei repertori"
like out '^determinazioni - Determinazioni' 'ci sono le determinazioni'
like out '^annullamenti - ' 'e gli annullamenti, dal primo giorno'

run come prot1 istituisci-repertorio contratti Contratti
is_exit 3 'istituirne uno non è del protocollo'
run come resp istituisci-repertorio contratti Contratti
is_exit 0 'il responsabile ne istituisce uno'
run come prot1 repertori
like out '^contratti - Contratti$' "ed è nell'elenco"

# ---- refused ----

run come prot1 repertoria --repertorio boh --oggetto x det.txt
is_exit 1 'un repertorio che non esiste: no'
like err '/repertoria/repertorio: .*boh.*\[repertorio-ignoto\]' 'e dice quale'
run det prot1 --data-documento 2026-11-21
is_exit 1 'una data futura: no'
like err '\[data-futura\]' 'e lo dice'
run det prot1 --protocollo 0000009/2026
is_exit 1 'un protocollo che non esiste: no'
like err '/repertoria/protocollo: .*\[protocollo-ignoto\]' 'e lo dice'
run come prot1 repertoria --repertorio determinazioni --oggetto x
is_exit 1 'senza documento: un avviso'
like err '\[senza-documento\]' 'che si può confermare'
: >vuoto.txt
run come prot1 repertoria --repertorio determinazioni --oggetto x vuoto.txt
is_exit 1 'un file vuoto: no'
like err '\[file-vuoto\]' 'e lo dice'
run det as1
is_exit 3 "non è dell'assistente sociale"
is "$(find "$S/transito" -type f | wc -l)" 0 'i rifiuti non lasciano niente'

# ---- done ----

run det prot1 --id "$ID1" --autore Dirigente
is_exit 0 'una determinazione'
is_out 'determinazioni 1/2026' 'ha il primo numero'
run det prot1 --id "$ID1" --autore Dirigente
is_out 'determinazioni 1/2026' 'la stessa istanza ha la stessa risposta'
run come coord repertoria --repertorio determinazioni \
    --oggetto 'affido S. T.' --riservata.motivo minore det.txt
is_out 'determinazioni 2/2026' 'la seconda, riservata'
run come prot1 repertoria --repertorio contratti --oggetto 'convenzione' det.txt
is_out 'contratti 1/2026' 'un altro repertorio ha i suoi numeri'
P=$(segnalazione)
run det prot1 --protocollo "$P"
is_out 'determinazioni 3/2026' 'si lega a una registrazione'
run cartella --come prot1 repertori --repertorio determinazioni --numero 3
like out "protocollo: +$P" 'e lo mostra'

run come prot1 repertori --repertorio determinazioni
like out ' 1/2026 .*contributo M. R.' 'le voci'
like out ' 2/2026 .*\(riservata\)' 'di una riservata solo che c’è'
unlike out 'affido' 'non che cosa dice'
run come prot1 repertori --repertorio determinazioni --numero 2
unlike out 'affido|det.txt' 'neanche da sola'
run come resp repertori --repertorio determinazioni --numero 2
like out 'affido S. T.' 'il responsabile la legge'
run come coord repertori --repertorio determinazioni
like out 'affido S. T.' 'chi l’ha iscritta la legge'
unlike out 'contributo' 'e non vede quelle degli altri uffici'
run come coord repertori --repertorio determinazioni --numero 1
is_exit 1 'neanche a chiederle'
cp "$ERR" nascosta
run come coord repertori --repertorio determinazioni --numero 99
is "$(sed 's/99/1/' "$ERR")" "$(cat nascosta)" \
    'nascosta e assente hanno la stessa risposta'

# ---- closed; a new year ----

run come resp istituisci-repertorio contratti Contratti --attivo no
run come prot1 repertoria --repertorio contratti --oggetto altro det.txt
is_exit 1 'in un repertorio chiuso non si iscrive'
like err '\[repertorio-chiuso\]' 'e lo dice'
ora 2026-12-31T23:59:59+01:00
come resp conferma-ora "$CARTELLA_ORA" prova >/dev/null
run det prot1
is_out 'determinazioni 4/2026' "l'ultimo dell'anno"
ora 2027-01-01T00:00:00+01:00
run det prot1
is_out 'determinazioni 1/2027' 'il 1° gennaio si ricomincia'

not_ok 'una voce non si cambia' sqlite3 "$S/registro.sqlite" \
    "UPDATE voce_repertorio SET oggetto = 'x'"
not_ok 'non si toglie' sqlite3 "$S/registro.sqlite" \
    'DELETE FROM file_repertorio'
not_ok 'non se ne salta una' sqlite3 "$S/registro.sqlite" \
    "INSERT INTO voce_repertorio SELECT repertorio, anno, 9, seq, documento,
    ora, operatore, ufficio, oggetto, data_documento, autore, riservata, 0, 0
    FROM voce_repertorio LIMIT 1"

is_integro 'dopo i repertori'
plan
