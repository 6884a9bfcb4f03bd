# SPDX-License-Identifier: EUPL-1.2
# firma: a manifesto with a detached OpenPGP signature that gpg alone can check.
. tests/cli/lib.sh
. "$RADICE/tests/cli/uffici.sh"
. "$RADICE/tests/cli/caso.sh"

uffici_di_prova >/dev/null || exit 1
CS=$(aperta)
ALTRA=$(aperta)
redatta "$CS" >/dev/null
redatta "$ALTRA" >/dev/null
D=$S/cartelle/2026/0000001
R=relazioni/0001.xml
ID=66666666666666666666666666666666

firma() {	# firma USER DOCUMENT [OPTION...]
	caso_chi=$1 caso_doc=$2
	shift 2
	come "$caso_chi" firma --cartella "$CS" --documento "$caso_doc" \
	    --resa nessuna "$@"
}

# ---- refused ----

run firma as1 $R
is_exit 1 'senza una chiave arruolata: no'
like err 'art\. 20 CAD.*\[senza-chiave\]' 'e lo dice'

# a key that is enrolled, but not in the user's own keyring
GNUPGHOME=$T/.altrove
mkdir -m 700 "$GNUPGHOME"
con_chiave as1 >"$OUT"
gpgconf --kill all
GNUPGHOME=$T/.gnupg
run firma as1 $R
is_exit 1 'con la chiave altrove: no'
like err '\[firma-non-fatta\]' 'e lo dice'
like err "$(cat as1.fpr)" 'e dice quale chiave serve'

# the last key enrolled is the one to sign with
ora 2026-11-20T11:00:00+01:00
con_chiave as1 >"$OUT"
run firma as1 relazioni/0002.xml
is_exit 1 'un documento che non c'\''è: no'
like err '/firma/documento: .*\[documento-ignoto\]' 'e lo dice'
run firma as1 scheda.xml
is_exit 1 'la scheda non si firma'
like err '\[non-si-firma\]' 'e lo dice'
run firma as1 cartella.xml
is_exit 1 'né la copertina'

come resp nomina --codice prot1 --cognome Prova --nome prot1 --ufficio prot \
    --ruolo protocollo >"$OUT"
run firma prot1 $R
is_exit 3 'firmare non è del protocollo'
same_absent "$CS" CS-2026-0000099 come as2 firma --documento $R --cartella
no_file "$D/firme" 'i rifiuti non lasciano niente'

# ---- done ----

run firma as1 $R --id $ID
is_exit 0 'si firma'
is_out "$CS firme/0001/manifesto.xml" 'e dice dove'
run cat "$D/firme/0001/manifesto.xml"
like out '<scopo>sottoscrizione</scopo>' 'perché'
I=$(sha256sum <"$D/$R" | cut -c1-64)
like out "impronta=\"$I\" ruolo=\"originale\" tipo=\"relazione\" versione=\"1\"" \
    'quali byte'
like out "<chiave tipo=\"openpgp\">$(cat as1.fpr)</chiave>" 'con quale chiave'
like out '<utente>as1</utente>' 'chi'
like out '<ora>2026-11-20T11:00:00\+01:00</ora>' 'quando'
unlike out 'relazioni/' 'e nessun percorso'
run cat "$D/firme/0001/verdetto-1.xml"
like out '<firme esito="valida" formato="openpgp">' 'con un primo verdetto'
like out "<firma>$(sha256sum <"$D/firme/0001/firma.asc" | cut -c1-64)</firma>" 'di quella firma'

# with gpg, the folder and the public key: nothing of ours
GNUPGHOME=$T/.fuori
mkdir -m 700 "$GNUPGHOME"
gpg --batch --quiet --import "$S/ente/chiavi/$(cat as1.fpr).asc" 2>/dev/null
cd "$D" || exit 1
run gpg --batch --status-fd 1 --verify firme/0001/firma.asc firme/0001/manifesto.xml
is_exit 0 'gpg --verify la dice buona'
like out "VALIDSIG $(cat "$T/as1.fpr")" 'e di quella chiave'
sed 's/sottoscrizione/visto/' firme/0001/manifesto.xml >"$T/altro.xml"
run gpg --batch --verify firme/0001/firma.asc "$T/altro.xml"
is_exit 1 'di altri byte no'
cd "$T" || exit 1
gpgconf --kill all
GNUPGHOME=$T/.gnupg

run firma as1 $R --id $ID
is_out "$CS firme/0001/manifesto.xml" 'la stessa istanza di nuovo: la stessa risposta'
no_file "$D/firme/0002/manifesto.xml" 'e nessuna altra firma'
run firma as1 $R
is_exit 1 'la stessa versione due volte: no'
like err '/firma/documento: .*firme/0001/manifesto\.xml.*\[gia-firmato\]' \
    'e dice quale firma c'\''è'

con_chiave coord >"$OUT"
run firma coord $R
is_out "$CS firme/0002/manifesto.xml" 'firma anche il coordinatore'
has_file "$D/firme/0002/firma.asc" 'con il suo .asc'

# ---- checked ----

is_integro 'dopo le firme'
run cartella verifica
like out '2 firme' 'le firme sono contate'
cp "$D/$R" salvata
chmod u+w "$D/$R"
sed 's/colloqui/colloquj/' salvata >"$D/$R"
run cartella verifica
like out "cartelle/2026/0000001.*$R" 'verifica nomina il documento toccato'
unlike out ': 0 difetti$' 'ed è un difetto'
cat salvata >"$D/$R"
run cartella verifica
like out ': 0 difetti$' 'rimesso com'\''era, torna integra'

come as1 chiudi --cartella "$ALTRA" --motivo decesso --nota Fine >"$OUT"
CS=$ALTRA
run firma as1 $R
is_exit 1 'in una cartella chiusa non si firma'
like err '/firma/cartella: .*\[cartella-chiusa\]' 'e lo dice'
plan
