# SPDX-License-Identifier: EUPL-1.2
# stampa-registro: the register of a year on paper.
. tests/cli/lib.sh
. "$RADICE/tests/cli/ricette.sh"
. "$RADICE/tests/cli/uffici.sh"

ora 2026-12-30T10:00:00+01:00
ente_di_prova >/dev/null || exit 1
run come resp stampa-registro 2026 --in no.pdf
is_exit 1 'senza giorni formati no'
like err 'nessun giorno' 'e lo dice'
registra_lettera >/dev/null
ora 2026-12-31T23:59:59+01:00
registra_lettera --riservata.motivo minore >/dev/null
ora 2027-01-01T00:00:00+01:00
registra_lettera >/dev/null
ora 2027-01-02T09:00:00+01:00
registra_lettera >/dev/null

run come resp stampa-registro 2026 --in 2026.pdf
is_exit 0 'un anno'
pdftotext -layout 2026.pdf 2026.txt
ok 'dice il periodo' grep -q 'Registro di protocollo 2026, dal 30/12/2026 al 31/12/2026' 2026.txt
ok 'la prima' grep -q 0000001/2026 2026.txt
ok 'e l'\''ultima dell'\''anno' grep -q 0000002/2026 2026.txt
not_ok 'non quelle dell'\''anno dopo' grep -q /2027 2026.txt
ok 'il totale' grep -q 'Giorni: 2 · registrazioni: 2 (entrate 2' 2026.txt
ok 'un PDF sano' qpdf --check 2026.pdf
ok 'e PDF/A' grep -aq 'pdfaid:part>2<' 2026.pdf
is "$(sqlite3 "$S/letture.sqlite" "SELECT oggetto FROM lettura
    ORDER BY n DESC LIMIT 1")" 2026 'la lettura è annotata'
run come resp stampa-registro 2026 --dal 2026-12-31 --in fine.pdf
is_exit 0 'alcuni giorni'
not_ok 'e non gli altri' sh -c 'pdftotext -layout fine.pdf - | grep 0000001/2026'
run come resp stampa-registro 2027 --in 2027.pdf
ok 'il primo dell'\''anno nuovo' sh -c 'pdftotext -layout 2027.pdf - |
    grep -q 0000001/2027'

run come resp stampa-registro 2026 --al 2027-01-01 --in no.pdf
is_exit 1 'un giorno di un altro anno no'
like err '/stampa-registro/al: .*\[altro-anno\]' 'e dice quale'
run come resp stampa-registro 2025 --in no.pdf
is_exit 1 'un anno senza registro no'
run come prot stampa-registro 2026 --in no.pdf
is_exit 3 'del protocollo no'
no_file no.pdf 'e nessun file'
is_integro 'dopo le stampe'
plan
