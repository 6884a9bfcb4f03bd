. tests/cli/lib.sh
. "$RADICE/tests/cli/uffici.sh"
. "$RADICE/tests/cli/caso.sh"

uffici_di_prova >/dev/null || exit 1
CS=$(aperta)
run come as1 bozza --cartella "$CS" --tipo relazione --in b.odt
is_exit 0 'x'
cat err
cp b.odt /dev/shm/cprova/
run come as1 redigi b.odt
cat "$OUT" "$ERR"
redatta "$CS"
run come as1 bozza --cartella "$CS" --tipo relazione --documento relazioni/0001.xml --in c.odt
cat "$OUT" "$ERR"
cp c.odt /dev/shm/cprova/
run come as1 redigi c.odt
cat "$OUT" "$ERR"
plan
