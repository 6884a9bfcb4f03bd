# SPDX-License-Identifier: EUPL-1.2
# shellcheck shell=sh disable=SC1091,SC2086
#
# The cages, by trying the bars: every process of the program does behind its own
# door what it must not (src/worker/prova.c), and what comes of each attempt is
# the table below.  A process that the table does not know fails the test, as
# does an attempt it has no row for.  Builds with sanitizers have wider cages.
. tests/cli/lib.sh

case $(dirname "$CARTELLA") in
*/san | */cov)
	ok 'in questa variante le gabbie sono più larghe: non si provano' true
	plan
	exit
	;;
esac

# ---- what must come of each ----

# libero: a process without a cage; "passa" stands for anything but a refusal.
# stretto: the one-shot jobs.  archivio: who has the store: lettore, scrittore,
# espunzioni.  ucciso: the process is ended.
cat >tabella <<'X'
prova                  libero stretto  convertitore custode web     directory archivio compositore
apri-archivio          passa  EPERM    EACCES       EACCES  EACCES  EACCES    passa    passa
apri-shadow            -      EPERM    EACCES       EACCES  EACCES  EACCES    -        -
apri-casa-d'altri      -      EPERM    EACCES       EACCES  EACCES  EACCES    -        -
apri-memoria           passa  EPERM    EACCES       EACCES  EACCES  EACCES    passa    passa
crea-file              passa  EPERM    EACCES       EACCES  EACCES  EACCES    passa    passa
crea-directory         passa  EPERM    EACCES       EPERM   EPERM   EACCES    passa    passa
crea-collegamento      passa  ucciso   EPERM        EPERM   EPERM   EPERM     passa    passa
rimuovi                passa  EPERM    EACCES       EACCES  EPERM   EACCES    passa    passa
tronca                 passa  EPERM    EPERM        EPERM   EPERM   EPERM     passa    passa
cambia-modo            passa  EPERM    EPERM        EPERM   EPERM   EPERM     passa    passa
cambia-modo-nuova      -      EPERM    ENOSYS       EPERM   EPERM   ENOSYS    -        -
descrittore-ereditato  -      EBADF    EBADF        EBADF   EBADF   -         EBADF    EBADF
scrivi-ingresso        -      ucciso   -            -       -       -         -        -
tcp                    passa  EPERM    EPERM        EPERM   EPERM   passa     EPERM    passa
udp                    passa  EPERM    EPERM        EPERM   EPERM   passa     EPERM    passa
unix                   passa  EPERM    EPERM        EPERM   EPERM   passa     passa    passa
pacchetti              -      EPERM    EPERM        EPERM   EPERM   EPERM     EPERM    EPERM
ascolta                passa  EPERM    EPERM        EPERM   EPERM   rifiuto   EPERM    passa
processo               passa  EPERM    EPERM        EPERM   EPERM   EPERM     passa    passa
esegui                 passa  EPERM    EPERM        EPERM   EPERM   EPERM     passa    passa
esegui-memoria         passa  EPERM    EPERM        EPERM   EPERM   EPERM     passa    passa
segnale                passa  EPERM    EPERM        passa   EPERM   EPERM     passa    passa
ptrace                 -      EPERM    EPERM        EPERM   EPERM   EPERM     EPERM    EPERM
leggi-processo         -      ucciso   EPERM        EPERM   EPERM   EPERM     EPERM    EPERM
prendi-descrittore     passa  ucciso   EPERM        EPERM   EPERM   EPERM     EPERM    EPERM
memoria-eseguibile     passa  ucciso   passa        EPERM   EPERM   EPERM     passa    passa
codice-nuovo           passa  ucciso   passa        EPERM   EPERM   EPERM     passa    passa
memoria-troppa         -      ENOMEM   ENOMEM       ENOMEM  ENOMEM  ENOMEM    -        -
io_uring               -      ucciso   EPERM        EPERM   EPERM   EPERM     EPERM    EPERM
bpf                    -      ucciso   EPERM        EPERM   EPERM   EPERM     EPERM    EPERM
userfaultfd            -      ucciso   EPERM        EPERM   EPERM   EPERM     EPERM    EPERM
mount                  -      ucciso   EPERM        EPERM   EPERM   EPERM     EPERM    EPERM
chroot                 -      ucciso   EPERM        EPERM   EPERM   EPERM     EPERM    EPERM
keyctl                 -      ucciso   EPERM        EPERM   EPERM   EPERM     EPERM    EPERM
perf                   -      ucciso   EPERM        EPERM   EPERM   EPERM     EPERM    EPERM
unshare                -      ucciso   EPERM        EPERM   EPERM   EPERM     EPERM    EPERM
apri-per-maniglia      -      ucciso   EPERM        EPERM   EPERM   EPERM     EPERM    EPERM
tiocsti                passa  EPERM    EPERM        EPERM   EPERM   EPERM     EPERM    EPERM
diritti                passa  EPERM    EPERM        EPERM   EPERM   EPERM     EPERM    EPERM
chiamata-a-32-bit      -      ucciso   ucciso       ucciso  -       -         -        -
X

# Each line "PROCESS ATTEMPT HOW" against its column; what differs is printed.
confronta() {
	awk '
	function column(p) {
		if (p ~ /^(scrittore|lettore|espunzioni)$/) return "archivio"
		if (p ~ /\/(convertitore|custode)$/) { sub(/.*\//, "", p); return p }
		return p ~ /\// ? "stretto" : p
	}
	function refused(how) { return how ~ /^(EPERM|EACCES|ENOSYS|ENOMEM|SIG.*)$/ }
	NR == FNR && FNR == 1 { for (i = 2; i <= NF; i++) at[$i] = i; next }
	NR == FNR { for (i in at) want[$1, i] = $at[i]; rows++; next }
	$2 == "limiti" { if ($3 != "guardati") print; next }
	{
		c = column($1)
		seen[$1]++
		if (!(($2, c) in want)) { print $0 " (non è nella tabella)"; next }
		w = want[$2, c]
		if (w == "-" || w == $3 || (w == "ucciso" && $3 == "SIGSYS") ||
		    (w == "passa" && !refused($3)) || (w == "rifiuto" && refused($3)))
			next
		print $0 " (doveva: " w ")"
	}' tabella "$1"
}

# ---- trying ----

vittima=/tmp/cartella-gabbia-vittima
cartella init --denominazione 'Comune di Prova' --codice-ipa c_r000 \
    --codice-aoo AOO1 --dimostrativo si --ufficio.codice protocollo \
    --ufficio.denominazione Protocollo --responsabile.codice resp \
    --responsabile.cognome Bianchi --responsabile.nome Anna >/dev/null
CARTELLA_GABBIA_FILE=$S/registro.sqlite
export CARTELLA_GABBIA_FILE
"$DRIVER/gabbie" "$CARTELLA" >uno
is $? 0 'each job tried all'
: >$vittima
CARTELLA_GABBIA=1 "$CARTELLA-directory" 2>due
# shellcheck disable=SC2016
# a careless caller leaves a descriptor open: it is nobody's here
CARTELLA_GABBIA=1 bash -c 'exec 99</etc/passwd "$@"' - "$CARTELLA" --store "$S" \
    servi --indirizzo 127.0.0.1:0 --web 1 --lettori 1 --compositori 1 \
    >addr 2>tre &
PADRE=$!
trap 'kill -KILL $PADRE 2>/dev/null; lib_end' EXIT
i=0
while ! grep -q '^espunzioni diritti' tre && [ $i -lt 400 ]; do
	sleep 0.05
	i=$((i + 1))
done
ok 'chi ha provato serve ancora' test -s addr
: >limiti
for pid in $(ps -o pid= --ppid $PADRE); do
	awk '/^(Name|NoNewPrivs|Seccomp):/ { printf "%s ", $2 } END { print "" }' \
	    "/proc/$pid/status" >>limiti
done
kill -TERM $PADRE
wait $PADRE
is $? 0 'e finisce bene'
rm -f $vittima

grep -v '^{' due tre | sed 's/^[a-z]*://' | grep '^[a-z]* [^ ]* [^ ]*$' >altri
cat uno altri >tutto
confronta tutto >diversi
ok 'ogni gabbia rifiuta ciò che deve, e come' test ! -s diversi
note "$(cat diversi)"
ok 'la prova può fallire: senza gabbia è quasi tutto possibile' \
    test "$(grep -c '^libero [^ ]* fatto' uno)" -gt 15
sed 's/^operaio\/eml tcp EPERM/operaio\/eml tcp fatto/' uno >aperta
ok 'e una sbarra aperta si vede' sh -c '! cmp -s uno aperta'
is "$(confronta aperta | cut -d' ' -f1-3)" 'operaio/eml tcp fatto' 'con il suo nome'
is "$(sed -n 's/ limiti guardati$//p' uno | wc -l)" \
    "$(grep -oE '&lavoro_[a-z_]+' "$RADICE"/src/worker/lavori*.c | wc -l)" \
    'di ogni lavoro, in ogni programma, si sono guardati i limiti'
is "$(sort limiti | tr '\n' ';')" \
    'cartella-web 1 2 ;compositore 1 2 ;lettore 1 2 ;scrittore 1 2 ;' \
    'chi serve è dietro a un filtro e non acquista diritti'

# ---- nobody is left out ----

prove=$(($(wc -l <tabella) - 1))
is "$(awk -v prove="$prove" '$2 != "limiti" { n[$1]++ }
    END { for (p in n) if (n[p] < prove - 1) print p, n[p] }' tutto)" '' \
    'ogni processo le ha provate tutte'
is "$(grep -ohE '\blavoro_[a-z_]+ = \{' "$RADICE"/src/worker/lavoro_*.c | wc -l)" \
    "$(grep -o '^operaio/[^ ]*' uno | grep -v custode | sort -u | wc -l)" \
    'ogni lavoro che c'\''è nel programma è provato'
is "$(cut -d' ' -f1 altri | sort -u | tr '\n' ' ')" \
    'compositore directory espunzioni lettore scrittore web ' \
    'e ogni mestiere di servi'
is "$(sed -n 's/^enum mestiere { \(.*\), M_N };/\1/p' \
    "$RADICE/src/colloquio/colloquio.h")" 'M_WEB, M_LETTORE, M_SCRITTORE, M_COMPOSITORE' \
    'che sono questi'
is "$(for f in "$CARTELLA"*; do
	[ ! -x "$f" ] || echo "${f##*/}"
done | tr '\n' ' ')" \
    'cartella cartella-directory cartella-lettore cartella-operaio cartella-web ' \
    'i programmi sono questi'
is "$(cd "$RADICE/src" && grep -lE '\bv?fork\(\)|posix_spawn|\bclone\(' -r --include='*.c' . |
    grep -v worker/prova.c | sort | tr '\n' ' ')" \
    "$(printf '%s ' ./base/process.c ./base/squadra.c \
    ./servizio/servi_espunzioni.c ./servizio/servi_figli.c ./worker/custode.c)" \
    'e solo qui nasce un processo'
# (squadra: the command line, several times over)
plan
