# SPDX-License-Identifier: EUPL-1.2
# shellcheck shell=sh
# ricette_storico.sh - recipe of importa-registro.

ricetta_importa_registro() {
	printf 'n,d,f,o\n1,2020-01-07,E,richiesta\n2,2020-01-08,U,risposta\n' \
	    >"$T/righe.csv"
	printf 'campo,colonna\nnumero,n\ndata,d\nflusso,f\noggetto,o\n' \
	    >"$T/mappa.csv"
	come resp importa-registro --id "$1" --origine vecchio \
	    --denominazione 'Protocollo 2020' "$T/righe.csv" "$T/mappa.csv"
}

# ---- looking ----

ricetta_prova_importazione() {
	printf 'n,d,f,o\n1,2020-01-07,E,richiesta\n' >"$T/righe.csv"
	printf 'campo,colonna\nnumero,n\ndata,d\nflusso,f\noggetto,o\n' \
	    >"$T/mappa.csv"
	come resp prova-importazione --id "$1" --origine vecchio \
	    "$T/righe.csv" "$T/mappa.csv"
}

ricetta_storico() {
	come resp storico --id "$1"
}
