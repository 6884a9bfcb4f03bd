# SPDX-License-Identifier: EUPL-1.2
# A cartella that was destroyed goes from the copies too, with the bytes of its
# own attachments: the keys of both are gone, what others share stays.  And from
# the standby that follows them, and from where the one before it stood.
. tests/cli/lib.sh
. "$RADICE/tests/cli/uffici.sh"
. "$RADICE/tests/cli/caso.sh"
. "$RADICE/tests/cli/scarto.sh"
. "$RADICE/tests/cli/salva.sh"

scaduta >scaduta.txt 2>&1 || exit 1
ripristino_key || exit 1
autorizzato >autorizzato.txt 2>&1

run salva
is_exit 0 'un salvataggio con la cartella'
sua=$(sha256sum <lettera.txt | cut -c1-64)
di_altri=$(sha256sum <comune.txt | cut -c1-64)
aperte | grep -E "^chiave (cartelle/2026/0000001|$sua|$di_altri) " >prima
is "$(wc -l <prima)" 3 'con le chiavi sue e dei suoi file'
cp -a copia copia.prima
mkdir -m 700 temporanei
export TMPDIR="$T/temporanei"
segui() {
	"$CARTELLA" --store "$T/riserva" segui "$T/copia" --chiavi "$T/chiavi"
}
resti() {	# files, of the standby and of all that stands beside it
	for d in riserva* temporanei; do
		"$DRIVER/tracce" "$T/$d" curcuma zafferano Ermenegilda
	done 2>>"$ERR"
}
segui >"$OUT"
ok 'la copia di riserva ha le parole' [ -n "$(resti)" ]

run scarta
is_exit 0 'scarta'
like err "^nota: .* si legge ancora nella copia $T/copia" \
    'dice quale copia non ha raggiunto'
run riprendi r1 --ultimo 0/2027
is_exit 0 'la copia di prima si riprende ancora'
ok 'con ciò che è stato distrutto' grep -rq curcuma r1/registro

run salva
is_exit 0 'salva'
aperte >dopo
is "$(grep -cF "$(grep cartelle/ prima)" dopo)" 0 'la chiave della cartella non c'\''è più'
is "$(grep -c "^chiave $sua " dopo)" 0 'né quella del suo file'
ok 'quella di un file di altri sì' grep -qF "$(grep "$di_altri" prima)" dopo
run riprendi r2 --ultimo 0/2027
is_exit 0 'si riprende'
run "$CARTELLA" --store r2 verifica
is_exit 0 'integro'
run "$DRIVER/tracce" r2 curcuma zafferano ermenegilda
is_exit 0 'senza una parola di ciò che è stato distrutto'
segui >"$OUT" && segui >"$OUT"
is "$(resti)" '' 'seguito quello, e un'\''altra volta, nemmeno nella riserva o accanto'
run riprendi r3 --istantanea 1 --ultimo 0/2027
is_exit 1 'quello di prima no'
like err 'è stata distrutta' 'e dice perché'
run riprendi r3 --istantanea 1 --parziale si
is_exit 0 'se ne leggono le altre cartelle'
run "$DRIVER/tracce" r3 curcuma zafferano ermenegilda
is_exit 0 'senza una parola di quella'
ok 'e con quelle delle altre' grep -rq maggiorana r3/cartelle/2026/0000002
rm -rf copia
mv copia.prima copia
run riprendi r4 --istantanea 1 --ultimo 0/2027
is_exit 1 'nemmeno da una copia della copia di allora'
plan
