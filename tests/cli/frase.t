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

firma() {	# firma [OPT...]
	come as1 firma --cartella "$CS" --documento $R --resa nessuna "$@"
}

con_frase as1 >"$OUT" || exit 1

# ---- refused ----

run firma --frase
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
	# while it is held: a core does not have it
	mkfifo tubo
	(frase; sleep 3) >tubo &
	(cartella custodisci --frase-da 5 tubo-vuoto 5<tubo; :) >"$OUT" 2>&1 &
	wait $! 2>/dev/null
	rm -f tubo
else
	skip 'gcore non c'\''è' 2
fi
is_integro 'dopo le firme'
plan
