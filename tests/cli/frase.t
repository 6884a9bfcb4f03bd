# SPDX-License-Identifier: EUPL-1.2
# A passphrase given for one signature: it opens the key, once, and is nowhere
# afterwards.
. tests/cli/lib.sh
. "$RADICE/tests/cli/uffici.sh"
. "$RADICE/tests/cli/caso.sh"

# never written whole in a file of this test: it is sought in all of them
frase() {
	printf '%s %s\n' 'Lungomare di Savona,' 'tre gabbiani'
}
CERCATA='gabbian[i]'

uffici_di_prova >/dev/null || exit 1
CS=$(aperta)
redatta "$CS" >/dev/null
redatta "$CS" >/dev/null
R=relazioni/0001.xml
D=$S/cartelle/2026/0000001

# con_frase USER [OPT]: a key of USER under the passphrase, enrolled.
con_frase() {
	frase_chi=$1
	shift
	frase | gpg --batch --quiet --faked-system-time 20200101T000000 \
	    --pinentry-mode loopback --passphrase-fd 0 \
	    --quick-generate-key "$frase_chi <$frase_chi@prova.invalid>" \
	    ed25519 sign never 2>"$T/.gpg" || return 1
	gpg --batch --with-colons --list-keys "=$frase_chi <$frase_chi@prova.invalid>" |
	    awk -F: '$1 == "fpr" { print $10; exit }' >"$T/$frase_chi.fpr"
	gpg --batch --armor --export "$(cat "$T/$frase_chi.fpr")" >"$T/$frase_chi.asc"
	come resp arruola-chiave --utente "$frase_chi" "$@" "$T/$frase_chi.asc"
}

# aspetta_figlio PID: it has begun to speak with the agent.
aspetta_figlio() {
	for _ in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do
		tr '\0' ' ' </proc/"$1"/task/"$1"/children | xargs -rn1 |
		    while read -r figlio; do
			tr '\0' ' ' <"/proc/$figlio/cmdline"
		done | grep -q gpg-connect-agent && return
		sleep 0.2
	done
}

# sta_in_un_file PID: its memory. That of a sanitizer is of terabytes, and its
# core would take all there is of this machine's.
sta_in_un_file() {
	awk '/^VmSize:/ { grande = $2 > 1024 * 1024 * 1024 } END { exit grande }' \
	    "/proc/$1/status"
}

firma() {	# firma [OPT...]
	come as1 firma --cartella "$CS" --documento $R --resa nessuna "$@"
}

con_frase as1 >"$OUT" || exit 1

# ---- refused ----

run setsid -w "$CARTELLA" --store "$S" --come as1 firma --cartella "$CS" \
    --documento $R --frase
is_exit 2 'senza un terminale la frase non si può chiedere'
like err 'terminale' 'e lo dice'
run firma --frase=qualcosa
is_exit 2 'la frase non si scrive sulla riga'
unlike err qualcosa 'e non la si ripete'
for fd in 9 -1 tre 1 ''; do
	run firma --frase-da "$fd"
	is_exit 2 "da «$fd» non si legge"
done
run firma --frase --frase-da 0
is_exit 2 'o si chiede o si legge'
run firma --p12 a --pkcs11 b
is_exit 2 'un certificato alla volta'
run firma --pkcs11 'pkcs11:token=a;pin-value=1234'
is_exit 2 'un PIN sulla riga: no'
like err '\-\-frase' 'e dice come si fa'
run firma --pkcs11 'pkcs11:token=a'
is_exit 2 'senza libreria la carta non si legge'
like err CARTELLA_PKCS11 'e dice dove la si dice'

run firma
is_exit 1 'una chiave protetta, senza frase: no'
like err '\[firma-non-fatta\]' 'e lo dice'
printf 'sbagliata\n' >altra
run firma --frase-da 3 3<altra
is_exit 1 'con una frase sbagliata: no'
like err 'non è quella della chiave.*\[firma-non-fatta\]' 'e lo dice'
unlike err sbagliata 'senza ripeterla'
no_file "$D/firme" 'i rifiuti non lasciano niente'

# ---- done ----

# What runs meanwhile is looked at: arguments and environment of all processes.
{ while [ ! -e fine ]; do
	grep -la "$CERCATA" /proc/[0-9]*/cmdline /proc/[0-9]*/environ
done; } >visti 2>/dev/null &
GUARDIA=$!
frase >"$T/.frase"
exec 4<"$T/.frase"
rm "$T/.frase"
run firma --frase-da 4
is_exit 0 'con la sua frase si firma'
exec 4<&-
touch fine
wait $GUARDIA
is "$(cat visti)" '' 'la frase non sta fra gli argomenti né nell'\''ambiente'
R=relazioni/0002.xml
run firma
is_exit 1 'subito dopo, senza frase: no'

# ---- nowhere afterwards ----

run grep -rla "$CERCATA" "$T" --exclude=frase.t
silent out 'in nessun file: archivio, portachiavi, uscite, registri'
frase | grep -q "$CERCATA"
ok 'la ricerca la troverebbe' test $? -eq 0

# The memory of the agents and of a process that has used it.
if command -v gcore >/dev/null; then
	AGENTE=$(gpg-connect-agent 'GETINFO pid' /bye | sed -n 's/^D //p')
	gcore -o nucleo "$AGENTE" >/dev/null 2>&1
	ok 'il nucleo dell'\''agente c'\''è' test -s "nucleo.$AGENTE"
	run grep -ca "$CERCATA" "nucleo.$AGENTE"
	is_out 0 'né nella memoria dell'\''agente'
	rm -f "nucleo.$AGENTE"
	# while a process holds it, waiting for an agent that hangs
	kill -STOP "$AGENTE"
	frase >"$T/.frase"
	exec 4<"$T/.frase"
	rm "$T/.frase"
	CARTELLA_CASO=tenuta "$CARTELLA" --store "$S" --come as1 firma \
	    --cartella "$CS" --documento $R --resa nessuna \
	    --frase-da 4 >tenuta 2>&1 &
	TIENE=$!
	exec 4<&-
	aspetta_figlio "$TIENE"
	NUCLEO=no
	if sta_in_un_file "$TIENE"; then
		NUCLEO=si
		gcore -o nucleo "$TIENE" >/dev/null 2>&1
	fi
	ok 'e il sistema non ne scriverebbe' \
	    grep -q '^Max core file size  *0  *0' "/proc/$TIENE/limits"
	kill -CONT "$AGENTE"
	wait "$TIENE"
	is "$(cat tenuta)" "$CS firme/0002/manifesto.xml" 'un agente fermo, ripreso: la firma si fa'
	if [ "$NUCLEO" = si ]; then
		ok 'il nucleo di chi tiene la frase c'\''è' \
		    test -s "nucleo.$TIENE"
		run grep -ca "$CERCATA" "nucleo.$TIENE"
		is_out 0 'e non ce l'\''ha'
		rm -f "nucleo.$TIENE"
	else
		skip 'il nucleo di un programma con sanitizer non sta in un file' 2
	fi
else
	skip 'gcore non c'\''è' 6
fi
# ---- kept by the server ----

R=relazioni/0001.xml
con_frase coord --custodia server >"$OUT" || exit 1
esporta() {	# esporta USER: its secret key, as its owner hands it over
	frase | gpg --batch --quiet --pinentry-mode loopback --passphrase-fd 0 \
	    --armor --export-secret-keys "$(cat "$1.fpr")" >"$1.sec"
}
custodisci() {	# custodisci FILE
	frase >"$T/.frase"
	cartella custodisci --frase-da 4 "$1" 4<"$T/.frase"
	frase_r=$?
	rm "$T/.frase"
	return $frase_r
}
di_coord() {
	come coord firma --cartella "$CS" --documento $R --resa nessuna "$@"
}
esporta as1
esporta coord
run cartella custodisci coord.sec
is_exit 2 'una chiave senza la sua frase non si custodisce'
run custodisci as1.sec
is_exit 1 'né una che il suo utente tiene da sé'
like err 'custodia server' 'e lo dice'
run custodisci coord.asc
is_exit 1 'né la parte pubblica'
run cartella custodisci --frase-da 4 coord.sec 4<altra
is_exit 3 'né con un'\''altra frase'
run cartella togli-custodita "$(cat coord.fpr)"
is_exit 1 'non c'\''è niente da togliere'
no_file "$S/custodia" 'e non resta niente'
run custodisci coord.sec
is_exit 0 'con la sua, sì'
is_out "$(cat coord.fpr)" 'e dice quale'
is "$(stat -c %a "$S/custodia")" 700 'dove nessun altro entra'

GNUPGHOME=$T/.vuoto
mkdir -m 700 "$GNUPGHOME"
con_coord() {	# con_coord FILE-OF-PASSPHRASE
	di_coord --frase-da 4 4<"$1"
}
run di_coord
is_exit 1 'senza frase quella chiave non firma'
run con_coord altra
is_exit 1 'con un'\''altra neppure'
frase >"$T/.frase"
run con_coord "$T/.frase"
is_exit 0 'con la sua sì, e il suo portachiavi è vuoto'
run gpg --homedir "$S/custodia" --batch --pinentry-mode error \
    -u "$(cat coord.fpr)" -b -o - altra
ok 'chi legge i file del server non firma' test "$CODE" -ne 0
run cartella togli-custodita "$(cat coord.fpr)"
is_exit 0 'la si toglie'
R=relazioni/0002.xml
run con_coord "$T/.frase"
is_exit 1 'e non firma più'
rm "$T/.frase"
gpgconf --homedir "$S/custodia" --kill all
run grep -rla "$CERCATA" "$T" --exclude=frase.t
silent out 'di nuovo: in nessun file'

is_integro 'dopo le firme'
plan
