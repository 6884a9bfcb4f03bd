# SPDX-License-Identifier: EUPL-1.2
# apri-fascicolo: a fascicolo by itself, in another one, in a cartella.
. tests/cli/lib.sh
. "$RADICE/tests/cli/uffici.sh"
. "$RADICE/tests/cli/caso.sh"
. "$RADICE/tests/cli/titolari.sh"

uffici_di_prova >/dev/null || exit 1
adottato 2026-01-01 >/dev/null || exit 1
CS=$(aperta)
ID1=11111111111111111111111111111111

fascicolo() {	# fascicolo USER [OPTION...]
	fascicolo_chi=$1
	shift
	come "$fascicolo_chi" apri-fascicolo --oggetto 'convenzione' \
	    --tipo affare "$@"
}

# ---- refused ----

run fascicolo coord --ufficio soc
is_exit 1 'senza classifica no'
like err '/apri-fascicolo/classifica: .*\[manca-classifica\]' 'e lo dice'
run fascicolo coord --classifica VII/8
is_exit 1 'senza ufficio no'
like err '\[manca-ufficio\]' 'e lo dice'
run fascicolo coord --classifica VII/8 --ufficio boh
is_exit 1 'un ufficio che non esiste: no'
like err '\[ufficio-ignoto\]' 'e lo dice'
run fascicolo coord --classifica VII/8 --ufficio nord
is_exit 1 'di un altro ufficio, senza chi ne risponda: no'
like err '/responsabile: .*--responsabile.*\[altro-ufficio\]' 'e dice che cosa manca'
run fascicolo coord --classifica VII/8 --ufficio soc --responsabile nessuno
is_exit 1 'un responsabile che non esiste: no'
run fascicolo coord --classifica VII/8 --ufficio soc --responsabile exas
is_exit 1 'un responsabile che non c'\''è più: no'
run fascicolo coord --classifica VIII/8 --ufficio soc
is_exit 1 'una classifica che non è nel titolario: no'
like err '\[classifica-ignota\]' 'e lo dice'
run come coord apri-fascicolo --oggetto x --tipo persona-fisica \
    --classifica VII/8 --ufficio soc
is_exit 1 'quello di una persona è la cartella'
run come sds1 apri-fascicolo x affare
is_exit 3 'il controllo non apre fascicoli'
no_file "$S/fascicoli" 'i rifiuti non lasciano niente'

# ---- done ----

run fascicolo coord --classifica VII/8 --ufficio soc --id "$ID1" \
    --partecipante 'Provincia di Prova' --partecipante 'ASL'
is_exit 0 'un fascicolo'
is_out FA-2026-0000001 'e il suo numero'
cp "$OUT" primo
FA=$(cat "$OUT")
run fascicolo coord --classifica VII/8 --ufficio soc --id "$ID1" \
    --partecipante 'Provincia di Prova' --partecipante 'ASL'
same_bytes "$OUT" primo 'la stessa istanza di nuovo ha la stessa risposta'
run git -C "$S/fascicoli/2026/0000001" show main:fascicolo.xml
like out '<denominazione>Comune di Prova</denominazione>' 'CAD 41: il titolare'
like out '<partecipante>ASL</partecipante>' 'i partecipanti'
like out '<responsabile>coord</responsabile>' 'il responsabile: chi lo apre'
like out '<oggetto>convenzione</oggetto>' 'l'\''oggetto'
like out '<numero>FA-2026-0000001</numero>' 'l'\''identificativo'

# ---- in another ----

run fascicolo coord --padre "$FA"
is_exit 0 'un sottofascicolo, con classifica e ufficio del primo'
F2=$(cat "$OUT")
run come coord mostra "$F2"
like out 'classifica: VII/8' 'la classifica è quella'
like out "padre: $FA" 'si sa in quale sta'
run fascicolo coord --padre "$FA" --classifica VII/9
is_exit 1 'un'\''altra classifica: no'
like err '\[altra-classifica\]' 'e lo dice'
run fascicolo coord --padre "$F2"
is_exit 0 'un inserto'
F3=$(cat "$OUT")
run fascicolo coord --padre "$F3"
is_exit 1 'un quarto livello: no'
like err '/padre: .*\[troppo-profondo\]' 'e lo dice'
run come coord mostra "$FA"
like out "^  $F2 \\(aperto\\): convenzione" 'il primo elenca il secondo'
unlike out "$F3" 'non il terzo'
come coord chiudi-fascicolo "$F3" >/dev/null
run fascicolo coord --padre "$F3"
like err '\[fascicolo-chiuso\]' 'in uno chiuso non si apre nulla'

same_absent "$FA" FA-2026-0000099 come coordn apri-fascicolo x affare --padre
same_absent "$CS" CS-2026-0000099 come as2 apri-fascicolo x affare --padre

# ---- in a cartella ----

run fascicolo as1 --padre "$CS" --ufficio nord --responsabile coordn
is_exit 1 'in una cartella, di un altro ufficio: no'
like err '\[della-cartella\]' 'e lo dice'
run come as1 apri-fascicolo 'contributo' procedimento --padre "$CS"
is_exit 0 'un fascicolo della cartella'
FC=$(cat "$OUT")
run come as1 mostra "$CS"
like out "^  $FC \\(aperto\\): contributo" 'la cartella lo elenca'

# ---- who sees ----

run come vice mostra "$FA"
is_exit 0 'chi è dell'\''ufficio lo vede'
run come prot1 mostra "$FA"
is_exit 0 'il protocollo anche'
same_absent "$FA" FA-2026-0000099 come coordn mostra
same_absent "$FA" FA-2026-0000099 come as1 mostra
same_absent "$FC" FA-2026-0000099 come prot1 mostra
same_absent "$FC" FA-2026-0000099 come as2 mostra
run come resp mostra "$FC"
is_exit 1 'chi tiene il registro non vede che cosa c'\''è in un caso'

come coord riassegna --accesso AC-2026-0000001 --assistente as2 \
    --motivo 'carico di lavoro' >/dev/null
run come as1 mostra "$FC"
is_exit 1 'se il caso passa ad altri, chi lo aveva non lo vede più'
run come as2 mostra "$FC"
is_exit 0 'e chi lo ha sì'
run come as2 storia "$FC"
like out 'apri-fascicolo  as1' 'con la sua storia'

ora 2027-01-02T09:00:00+01:00
come resp conferma-ora "$CARTELLA_ORA" controllata >/dev/null
run fascicolo prot1 --classifica VII/8 --ufficio prot
is_out FA-2027-0000001 'ogni anno si ricomincia'

is_integro 'dopo i fascicoli'
plan
