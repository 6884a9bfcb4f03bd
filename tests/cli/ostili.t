# SPDX-License-Identifier: EUPL-1.2
# Hostile input at the command line: a short Italian answer, exit 1 or 2, and
# a store that has not changed by a byte; nothing read but the store and the
# files named; memory that does not grow with a file; cages that hold.
. tests/cli/lib.sh
# how a program of this build calls a worker
FORMA=$(sed -n 's/^#define OPERAIO_FORMA "\(.*\)"/\1/p' \
    "$RADICE/src/worker/operaio.h")
EDIZIONE=$(sed -n 's/^resource_edition:.*"\(.*\)"$/\1/p' \
    "$RADICE/build/rel/resources.s")
. "$RADICE/tests/cli/semina.sh"

semina || exit 1
OSTILI=$FIXTURES/ostili

elenco() {	# all names of a store with modes, sizes and hashes
	(cd "$1" && find . -printf '%P %y %m %s %l\n' | sort &&
	    find . -type f -exec sha256sum {} + | sort -k 2)
}
elenco "$S" >prima

# Of the last run: refused, said briefly and in Italian, nothing written.
refused() {	# refused DESC
	lib_why=
	case $CODE in
	1 | 2) ;;
	*) lib_why="exit $CODE" ;;
	esac
	[ -s "$OUT" ] && lib_why="$lib_why; stdout"
	grep -Eq '^(cartella|errore|avviso): ' "$ERR" ||
	    lib_why="$lib_why; no message"
	[ "$(wc -c <"$ERR")" -lt 4000 ] || lib_why="$lib_why; a long message"
	# controls, and what turns the text around it
	LC_ALL=C grep -Pq '[\x00-\x08\x0b-\x1f\x7f]|\xe2\x80[\xaa-\xae]|\xe2\x81[\xa6-\xa9]' \
	    "$ERR" && lib_why="$lib_why; raw characters"
	grep -Eiwq 'error|failed|invalid|cannot|such file|expected|denied' \
	    "$ERR" && lib_why="$lib_why; not Italian"
	elenco "$S" >dopo
	cmp -s prima dopo || lib_why="$lib_why; the store has changed"
	[ -z "$lib_why" ]
	lib_result $? "$1" || { lib_diag "$lib_why"; lib_show
		diff prima dopo | head -n 5 | while read -r l; do
			lib_diag "$l"; done; }
}

rosa() {
	run timeout 60 "$CARTELLA" --store "$S" --come rosa "$@"
}

registra() {	# all that registra wants, and what is given
	rosa registra --flusso entrata --oggetto x \
	    --mittente.denominazione x --classifica VII/9 "$@"
}

# ---- whole istanze ----

ID=00112233445566778899aabbccddeeff
apre() {	# apre ATTO: the first tag
	printf '<istanza xmlns="urn:cartella:1" atto="%s" id="%s" versione="1">' \
	    "$1" "$ID"
}
CONFERME='<conferme><conferma codice="senza-documento"/></conferme>'
istanza() {	# istanza BODY [BASE]: of registra, good but for these
	apre registra
	printf '%s%s<registra>%s</registra></istanza>\n' "${2:-}" "$CONFERME" "$1"
}
GIUSTA='<flusso>entrata</flusso><oggetto>x</oggetto><mittente>'
GIUSTA="$GIUSTA<denominazione>x</denominazione></mittente>"
GIUSTA="$GIUSTA<classifica>VII/9</classifica>"
file() {	# file ELEMENT NAME: one that the istanza declares
	printf '<%s><nome>%s</nome><impronta>%064d</impronta>' "$1" "$2" 0
	printf '<tipo>x</tipo><dimensione>1</dimensione></%s>' "$1"
}
base() {	# base FOLDER
	printf '<base><testa cartella="%s" commit="%040d"/></base>' "$1" 0
}
con_oggetto() {
	istanza "$(printf '%s' "$GIUSTA" | sed "s|<oggetto>x<|<oggetto>$1<|")"
}

for f in "$OSTILI"/*.xml; do
	rosa registra --xml "$f"
	refused "$(basename "$f")"
done
# the same attacks in the istanza itself
{ printf '<!DOCTYPE istanza [<!ENTITY e SYSTEM "file://%s">]>\n' \
    "$FIXTURES/segreto.txt"
	con_oggetto '\&e;'; } >xxe.xml
rosa registra --xml xxe.xml
refused 'an entity of a file, in a good istanza'
unlike err "$(head -n 1 "$FIXTURES/segreto.txt")" 'the file is not quoted'
awk 'BEGIN { printf "%s", "<istanza xmlns=\"urn:cartella:1\">"
	for (i = 0; i < 100000; i++) printf "<p>" }' >profondo.xml
rosa registra --xml profondo.xml
refused '100,000 levels'
{ apre registra; printf '<registra><oggetto>'
	head -c 200000000 /dev/zero | tr '\0' a
	printf '</oggetto></registra></istanza>'; } >enorme.xml
rosa registra --xml enorme.xml
refused 'an istanza of 200 MB'
rm enorme.xml
{ apre registra; printf '<registra><flusso>entrata</flusso><oggetto>'
	head -c 9000000 /dev/zero | tr '\0' a
	printf '</oggetto></registra></istanza>'; } >grande.xml
rosa registra --xml grande.xml
refused 'an oggetto of 9 MB'
{ apre nomina
	printf '<nomina><codice>u50</codice><cognome>x</cognome><nome>x</nome>'
	seq 10000 | sed 's,.*,<login>u&</login>,'
	printf '</nomina></istanza>'; } >ripetuto.xml
rosa nomina --xml ripetuto.xml
refused 'a field repeated 10,000 times in an istanza'
is "$(grep -l unbounded "$RADICE"/schema/atti/*.xsd)" '' \
    'no list of an istanza is without end'

n=0
while read -r what; do
	n=$((n + 1))
	desc=${what%%|*}
	con_oggetto "$(printf "${what#*|}")" >carattere.xml
	rosa registra --xml carattere.xml
	refused "$desc in an istanza"
	registra --conferma senza-documento \
	    --protocollo-mittente.numero "$(printf "${what#*|}")"
	refused "$desc in a field"
done <<'FINE'
an escape|a\033[31mb
a bell|a\007b
a C1 control|a\302\233b
a delete|a\177b
a right-to-left override|fattura\342\200\256fdp.exe
an isolate|a\342\201\247b
a byte order mark|a\357\273\277b
a broken UTF-8|a\303b
a surrogate|a\355\240\200b
U+FFFF|a\357\277\277b
FINE
is "$n" 10 'ten characters were tried'

istanza "$GIUSTA$(file principale ../../fuori)" >percorso.xml
rosa registra --xml percorso.xml lettera.txt
refused 'a file name with .. in an istanza'
istanza "$GIUSTA" "$(base ../../fuori)" >percorso.xml
rosa registra --xml percorso.xml
refused 'a folder with .. in an istanza'
istanza "$GIUSTA" "$(base cartelle/2026/../../fuori)" >percorso.xml
rosa registra --xml percorso.xml
refused 'a folder that climbs back'
for codice in ../../fuori u1/../../x .git 'u 1' U1 '' "$(printf %0100d 1)"; do
	rosa nomina --codice "$codice" --cognome x --nome x
	refused "nomina: a user called '$(printf %.20s "$codice")'"
done
rosa mostra ../../fuori
refused 'mostra: a path for a number'
rosa mostra CS-2026-0000001 --documento ../../../etc/passwd
refused 'mostra: a document with ..'
istanza "$GIUSTA$(file allegato x)" >finto.xml
rosa registra --xml finto.xml --conferma senza-documento
refused 'an attachment that is not given'
echo nuovo >nuovo.txt
rosa registra --xml finto.xml nuovo.txt
refused 'nor with another file'
for body in '<registra/>' '' 'testo' "$GIUSTA$GIUSTA" \
    "$(printf '%s' "$GIUSTA" | sed 's/entrata/laterale/')" \
    "$GIUSTA<ignoto>x</ignoto>" "<numero>0000001/2026</numero>$GIUSTA"; do
	istanza "$body" >forma.xml
	rosa registra --xml forma.xml
	refused "an istanza of another form: $(printf %.40s "$body")"
done
istanza "$GIUSTA" | sed 's/atto="registra"/atto="nomina"/' >altro.xml
rosa registra --xml altro.xml
refused 'an istanza of another atto'
istanza "$GIUSTA" | sed 's/id="[0-9a-f]*"/id="..\/..\/x"/' >altro.xml
rosa registra --xml altro.xml
refused 'an id that is no id'
rosa registra --xml lettera.txt
refused 'a text for an istanza'
rosa registra --xml non-esiste.xml
refused 'an istanza that is not there'
istanza "$GIUSTA" >giusta.xml
rosa registra --xml giusta.xml --oggetto y
refused 'fields both in a file and in options'

# ---- fields ----

registra --inesistente x
refused 'an unknown field'
registra --mittente x
refused 'a group for a field'
registra --principale.impronta ../../x
refused 'a field that is the program'"'"'s'
registra --oggetto y
refused 'a field given twice'
registra "--$(printf 'a\033[31m')" x
refused 'an unknown field with an escape'
rosa "$(printf 'registr\033[31ma')"
refused 'an unknown atto with an escape'
set --
i=0
while [ "$i" -lt 10000 ]; do
	set -- "$@" --login "u$i"
	i=$((i + 1))
done
rosa nomina --codice u50 --cognome x --nome x "$@"
refused 'a field repeated 10,000 times'
set --
lungo=$(head -c 10000 /dev/zero | tr '\0' a)
rosa registra --flusso entrata --oggetto "$lungo" --classifica VII/9 \
    --mittente.denominazione x --conferma senza-documento
refused 'an oggetto of 10,000 characters'
rosa registra --flusso entrata --oggetto ' ' --classifica VII/9 \
    --mittente.denominazione x --conferma senza-documento
refused 'an oggetto of blanks'
registra --riservata.motivo x --riservata.fino-al 2026-02-30 \
    --conferma senza-documento
refused 'a day that is not in the calendar'
registra --conferma "$(printf '<x>')"
refused 'a confirmation that is markup'
registra --id ../../x --conferma senza-documento
refused 'an id that is a path'
rosa --formato ../../x mostra 0000001/2026
refused 'a format that is a path'

# ---- files ----

: >vuoto
registra vuoto
refused 'an empty file'
mkdir directory
registra directory
refused 'a directory'
registra ..
refused 'the directory above'
mkfifo tubo
registra tubo
refused 'a pipe: refused, not waited for'
rosa registra --xml tubo
refused 'a pipe for an istanza'
rosa arruola-chiave --utente u08 tubo
refused 'a pipe for a key'
ln -s lettera.txt legame
registra legame
refused 'a symbolic link'
ln -s /etc/shadow ombra
rosa registra --xml ombra
refused 'a symbolic link for an istanza'
registra /dev/zero
refused 'a device'
registra non-esiste
refused 'a file that is not there'
for nome in "$(printf 'a\nb')" "$(printf 'a\033b')" 'a\b' \
    "$(printf 'a\342\200\256b')" "$(printf 'a\377b')"; do
	echo x >"$nome"
	registra "$nome"
	refused 'a file name that is not one'
done
registra "$(printf %0300d 1)"
refused 'a file name of 300 characters'
head -c 100000 /dev/urandom >chiave.asc
rosa arruola-chiave --utente u08 chiave.asc
refused 'noise for a key'
truncate -s 100M chiave.asc
rosa arruola-chiave --utente u08 chiave.asc
refused 'a key of 100 MB'
truncate -s 64M cresce.bin
(
	while [ -f cresce.bin ]; do
		echo x >>cresce.bin
		sleep 0.01
	done
) 2>/dev/null &
cresce=$!
registra cresce.bin
refused 'a file that grows while it is read'
kill "$cresce" 2>/dev/null
wait "$cresce" 2>/dev/null
rm -f cresce.bin

# ---- what would have been good ----

rosa registra --xml giusta.xml
is_out 0000004/2026 'the istanza that all those came from is good'
istanza "$GIUSTA" "$(base ente)" | sed "s/$ID/f$(printf %031d 0)/" >altra.xml
rosa registra --xml altra.xml
is_out 0000005/2026 'and so with a base'
registra --conferma senza-documento
is_out 0000006/2026 'so are the fields'
registra lettera.txt --conferma doppione
is_out 0000007/2026 'and a file'

# ---- messages ----

messaggio() {	# messaggio NAME FROM [CONTENT-TYPE]
	printf 'From: %s\nTo: a@b.it\nSubject: x\nMIME-Version: 1.0\nContent-Type: %s\n\n%s\n' \
	    "$2" "${3:-text/plain}" "$1" >"$1.eml"
}
messaggio m1 "\"$(printf %0300d 1)\" <a@b.it>"
messaggio m2 "Scuola <$(printf %0300d 1)@b.it>"
messaggio m3 "Scuola <à\"<>@b c.it>"
messaggio m4 "=?utf-8?B?$(printf 'Scu\342\200\256ola' | base64)?= <a@b.it>"
messaggio m5 'a@b.it' "application/x-$(printf %0300d 1); name=\"../../$(printf %0300d 1)\\a.txt\""
messaggio m6 "=?utf-8?B?$(printf 'Sc\033[31m\000uola' | base64)?= <a@b.it>"
for f in m1 m2 m3 m4 m5 m6; do
	run cartella --come rosa registra --flusso entrata --oggetto x \
	    --classifica VII/9 "$f.eml"
	case $CODE in
	0) ;;
	*) run cartella --come rosa registra --flusso entrata --oggetto x \
	    --classifica VII/9 --mittente.denominazione Scuola \
	    --conferma messaggio-illeggibile "$f.eml" ;;
	esac
	is_exit 0 "a message of a stranger is registered: $f"
done
run cartella verifica
is_exit 0 'and what was registered is a document of ours'
run cartella ricostruisci
is_exit 0 'which can be read back'

# ---- what is read, in the program as it is shipped ----

[ -x "$CARTELLA_REL" ] || { ok 'the program as shipped is there' false; plan; }
unset CARTELLA_ORA
S=$T/vero
SEMINATORE=$CARTELLA_REL
semina_ente "$(date +%FT%T%:z)" && semina_registrazioni || exit 1
elenco "$S" >prima
vero() {
	run timeout 60 "$CARTELLA_REL" --store "$S" --come rosa "$@"
}

if command -v strace >/dev/null; then
	# all that is named to the kernel, by the program and its workers
	traccia() {
		strace -f -qq -y -e trace=%file,connect -o traccia "$CARTELLA_REL" \
		    --store "$S" --come rosa "$@" >"$OUT" 2>"$ERR"
		CODE=$?
		altrove traccia
	}
	altrove() {	# altrove TRACE: aperti, as the kernel says, and those outside
		sed -n 's/^[0-9]* *\(openat\|open\|creat\)(.*= [0-9][0-9]*<\([^>]*\).*/\2/p' \
		    "$1" | sort -u >aperti
		grep -Ev -e "^($S|$S/.*|/usr/.*|/lib/.*|/lib64/.*|/bin/.*)\$" \
		    -e '^/etc/(ld\.so\.cache|ld\.so\.preload|passwd)$' \
		    -e '^/etc/(nsswitch\.conf|localtime|locale\.alias|group|ssl/.*)$' \
		    -e '^/proc/((self|sys|[0-9]+)/.*|[a-z]+)$' \
		    -e '^/(sys/devices/.*|dev/(null|urandom|random))$' \
		    aperti >altrove
	}
	traccia registra --xml "$T/xxe.xml"
	refused 'traced: an entity of a file'
	is "$(cat altrove)" "$T/xxe.xml" 'only the istanza is opened outside'
	traccia registra --xml "$OSTILI/xxe-parametrica.xml"
	refused 'traced: a parameter entity'
	is "$(cat altrove)" "$OSTILI/xxe-parametrica.xml" 'and only that one'
	traccia registra --xml "$OSTILI/xinclude.xml"
	refused 'traced: an inclusion'
	is "$(cat altrove)" "$OSTILI/xinclude.xml" 'and only that one'
	traccia registra --flusso entrata --oggetto x --classifica VII/9 \
	    "$T/m5.eml"
	is_exit 0 'traced: a message is registered'
	is "$(cat altrove)" "$T/m5.eml" 'only the message is opened outside'
	ok 'the trace saw the store' grep -q "$S/registro.sqlite" aperti
	not_ok 'and nobody was called' grep -E 'connect\(.*AF_INET' traccia
	# the worker that reads XML of others, alone
	altrui() {	# altrui FILE
		strace -f -qq -y -e trace=%file,%network -o traccia_a \
		    "$CARTELLA_REL-lettore" --operaio xml-altrui $FORMA $EDIZIONE \
		    <"$1" 2>"$ERR" |
		    cat >"$OUT"
		altrove traccia_a
		grep -E '^[0-9]* *(connect|socket|sendto)\(' traccia_a >>altrove
	}
	for f in "$T/xxe.xml" "$OSTILI/xxe-dtd.xml" "$OSTILI/xxe.xml" \
	    "$OSTILI/xxe-parametrica.xml" "$OSTILI/doctype.xml"; do
		altrui "$f"
		is "$(cat altrove)" '' \
		    "traced: XML of others opens nothing: $(basename "$f")"
	done
	ok 'the trace saw the worker' grep -q 'execve(' traccia_a
	ok 'which answered' [ -s "$OUT" ]
else
	skip 'no strace here' 16
fi

# ---- memory ----

picco='my ($max, $out, @cmd) = @ARGV;
my $pid = fork // die;
if (!$pid) { open STDOUT, ">", $out; exec @cmd or die }
my $peak = 0;
while (waitpid($pid, 1) == 0) {
	if (open my $f, "<", "/proc/$pid/status") {
		while (<$f>) { $peak = $1 if /^VmHWM:\s+(\d+)/ && $1 > $peak }
	}
	select undef, undef, undef, 0.002;
}
print "$peak kB\n";
exit($? == 0 && $peak > 0 && $peak < $max ? 0 : 1)'
truncate -s 300M enorme.bin
run perl -e "$picco" 65536 numero "$CARTELLA_REL" --store "$S" --come rosa \
    registra --flusso entrata --oggetto enorme --mittente.denominazione x \
    --classifica VII/9 enorme.bin
is_exit 0 'a file of 300 MB is registered in less than 64 MB of memory'
note "peak: $(cat "$OUT")"
impronta=$(sha256sum enorme.bin | cut -c1-64)
ok 'byte for byte' cmp enorme.bin "$(find "$S/registro" -name "$impronta")"
run perl -e "$picco" 65536 verificato "$CARTELLA_REL" --store "$S" verifica
is_exit 0 'and verified in as little'
note "peak: $(cat "$OUT")"

# ---- who serves what (their cages: tests/web/gabbie.t) ----

for lavoro in eml timbro convertitore; do
	run sh -c "'$CARTELLA_REL-lettore' --operaio '$lavoro' \
	    $FORMA $EDIZIONE </dev/null | cat"
	like out sconosciuto "the lettore knows no job $lavoro"
done
for p in operaio lettore; do
	run "$CARTELLA_REL-$p" --operaio eml 0 "$EDIZIONE"
	is_exit 2 "$p: of another form, it does not serve"
	run "$CARTELLA_REL-$p" --operaio eml "$FORMA" 0123456789abcdef
	is_exit 2 "$p: with other schemas, it does not serve"
done
plan
