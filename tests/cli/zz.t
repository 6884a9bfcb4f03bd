. tests/cli/lib.sh
. "$RADICE/tests/cli/uffici.sh"
. "$RADICE/tests/cli/caso.sh"
uffici_di_prova || exit 1
run come resp oscuramento
cat $OUT $ERR
run come resp oscuramento --per scuola
cat $OUT $ERR
run come resp adotta-oscuramento $RADICE/templates/ente/oscuramento.xml
cat $OUT $ERR
sed 's,<destinazione nome="scuola">,<destinazione nome="scuole">,' $RADICE/templates/ente/oscuramento.xml >x.xml
run come resp adotta-oscuramento x.xml
cat $OUT $ERR
plan
