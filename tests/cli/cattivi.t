# SPDX-License-Identifier: EUPL-1.2
# Bad input to registra: a clear rilievo, with the norm where there is one;
# nothing lost, nothing left behind.
. tests/cli/lib.sh
. "$RADICE/tests/cli/uffici.sh"

uffici_di_prova >/dev/null || exit 1

prova() {	# prova [OPTION... FILE...]
	come prot1 registra --flusso entrata --classifica VII/9 \
	    --mittente.denominazione Scuola "$@"
}

no() {	# no WHAT WANTED: the last run was refused, and left nothing
	is_exit 1 "$1: no"
	like err "$2" "$1: e lo dice"
	is "$(find "$S/transito" -type f | wc -l)" 0 "$1: non resta niente"
}

# ---- texts ----

run prova --oggetto '' --conferma senza-documento
no 'oggetto vuoto' '/registra/oggetto'
run prova --oggetto '   ' --conferma senza-documento
no 'oggetto di soli spazi' '/registra/oggetto'
run prova --oggetto "$(printf '%010000d' 0)" --conferma senza-documento
no 'oggetto di 10.000 caratteri' '/registra/oggetto.*2000'
run prova --oggetto "$(printf 'conto \342\200\256gpj.exe')" --conferma senza-documento
is_exit 2 'testo che cambia direzione: no'
like err 'oggetto.*verso del testo' 'e lo dice'
run prova --oggetto "$(printf 'un\033[2Jaltro')" --conferma senza-documento
is_exit 2 'caratteri di controllo: no'
like err 'oggetto.*caratteri di controllo' 'e lo dice'
run prova --oggetto "$(printf 'rott\377o')" --conferma senza-documento
is_exit 2 'byte che non sono UTF-8: no'
like err 'oggetto.*UTF-8' 'e lo dice'
run prova --oggetto x --data-arrivo 2026-11-21 --conferma senza-documento
no 'arrivo nel futuro' '/registra/data-arrivo: .*art\. 53.*\[data-futura\]'
run prova --oggetto x --data-arrivo 2026-02-30 --conferma senza-documento
no 'un giorno che non c’è' '/registra/data-arrivo'
run prova --oggetto x --protocollo-mittente.numero 1 \
    --protocollo-mittente.data 2027-01-01 --conferma senza-documento
no 'protocollo del mittente nel futuro' '\[data-futura\]'
run come prot1 registra --flusso entrata --classifica VII-9 --oggetto x \
    --mittente.denominazione Scuola --conferma senza-documento
no 'classifica senza forma' '/registra/classifica'
run come prot1 registra --flusso entrata --oggetto x \
    --mittente.denominazione Scuola --conferma senza-documento
no 'senza classifica' '/registra'
run come prot1 registra --flusso laterale --classifica VII/9 --oggetto x
no 'flusso inventato' '/registra/flusso'

# ---- files ----

: >vuoto.txt
run prova --oggetto x vuoto.txt
no 'file di 0 byte' '\[file-vuoto\]'
echo bene >bene.txt
run prova --oggetto x bene.txt vuoto.txt
no 'allegato di 0 byte' 'vuoto\.txt.*\[file-vuoto\]'
mkdir d
run prova --oggetto x d
is_exit 2 'una directory: no'
like err 'd è una directory' 'e lo dice'
mkfifo tubo
run prova --oggetto x tubo
is_exit 2 'una coda: no, e non aspetta'
run prova --oggetto x non-esiste.txt
is_exit 2 'un file che non c’è: no'
ln -s bene.txt link.txt
run prova --oggetto x link.txt
is_exit 2 'un collegamento: no'
touch 'a\b.txt'
run prova --oggetto x 'a\b.txt'
is_exit 2 'un nome con la barra rovescia: no'
echo fuori >fuori.txt
mkdir -p sub
run prova --oggetto 'nome con ../' sub/../fuori.txt
is_exit 0 'un nome con ../ vale per il solo nome'
run come prot1 mostra "$(cat "$OUT")"
like out 'principale: +fuori.txt' 'che resta quello'
i=0
while [ $i -lt 300 ]; do
	echo "$i" >"f$i.txt"
	i=$((i + 1))
done
run prova --oggetto x f*.txt
no '300 file' '/registra/allegato'

# a name in decomposed form is the same name
nfd=$(printf 'perche\314\201.txt')
echo accento >"$nfd"
run prova --oggetto 'nome con accento' "$nfd"
is_exit 0 'un nome in altra forma Unicode'
run come prot1 mostra "$(cat "$OUT")"
like out 'principale: +perché\.txt' 'si scrive in quella sola'

is_integro 'dopo tutto il male'
plan
