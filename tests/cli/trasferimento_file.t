# SPDX-License-Identifier: EUPL-1.2
# What another body sends as one file: a zip, or a busta for our seal; what is
# neither, or has more in it than a consegna may.  The page of a case says what
# waits of it.
. tests/cli/lib.sh
. "$RADICE/tests/cli/uffici.sh"
. "$RADICE/tests/cli/caso.sh"
. "$RADICE/tests/cli/due_enti.sh"

# A seal that may also open what comes.
gpg_key() { due_chiave "$1"; }

due_enti || exit 1
da_a
CS=$(aperta) || exit 1
atti() {
	sqlite3 "$S/registro.sqlite" 'SELECT max(seq) FROM catena'
}
senza_resti() {	# senza_resti DESC
	is "$(ls "$S/transito")" '' "$1: niente resta aperto"
}
pagina() {	# pagina USER: the page of the case
	run "$DRIVER/pagina" "$S" "$1" "/cartella/$CS"
}
pagina coord
unlike out 'Offerta a' 'la pagina della cartella non dice di offerte che non ci sono'

N=$(tr_offri "$CS" --scade 2026-12-01) || exit 1
pagina coord
like out 'Offerta a Ente c_x001: attende risposta, fino al ' 'poi dice a chi'
like out 'datetime="2026-12-01"' 'e fino a quando'
pagina as1
unlike out 'Offerta a' 'a chi non può vedere i trasferimenti no'
run come coord trasferimenti --cartella "$CS"
like out "^$N  $CS a c_x001" 'e si chiede di una sola'
like out 'si può: ritira-trasferimento' 'con ciò che si può fare'
run come coord trasferimenti --cartella "$CS" --tutti si
like err '\[uno-solo\]' 'di una sola non si scelgono tutti'
same_absent CS-2026-0000099 CS-2026-0000098 come coord trasferimenti --cartella

tr_consegna "$N" "$T/o" >/dev/null
run cartella imbusta c_x001 o --in busta.asc
is_exit 0 'la consegna si imbusta'
GNUPGHOME=$T/b/sigillo gpg --batch --quiet --decrypt busta.asc >o.zip 2>/dev/null

# ---- refused ----

da_b
PRIMA=$(atti)
no() {	# no FILE ERE DESC
	run tr_arriva "$1"
	is_exit 1 "$3: no"
	like err "$2" 'e si dice perché'
	is "$(atti)" "$PRIMA" 'e niente cambia'
	senza_resti "$3"
}
echo 'una lettera' >lettera.txt
no lettera.txt 'non è uno zip né una busta.*\[consegna\]' 'un altro file'
: >vuoto
no vuoto '\[consegna\]' 'un file vuoto'
head -c 3000 o.zip >monco.zip
no monco.zip '\[consegna\]' 'uno zip a metà'
(mkdir -p z && cd z && echo x >messaggio.xml && ln -s /etc/passwd legame &&
    perl -e 'use IO::Compress::Zip qw(zip $ZipError);
	my $z = IO::Compress::Zip->new("../fuori.zip", Name => "../fuori")
	    or die; $z->print("x"); $z->newStream(Name => "messaggio.xml");
	$z->print("x"); $z->close')
no fuori.zip '\[consegna\]' 'uno zip con un nome che esce'
no_file fuori 'e niente è uscito'
sed -e '20{s/^Q/R/;t' -e 's/^./Q/}' busta.asc >guasta.asc
no guasta.asc '\[consegna\]' 'una busta alterata'
rm z/legame
qui_a cartella imbusta c_x001 z --in altra.asc >/dev/null
no altra.asc '\[messaggio\]' 'una busta con un altro messaggio'
GNUPGHOME=$T/a/sigillo gpg --batch --quiet --trust-model always --armor \
    --encrypt -r "$(cat "$T/a.fpr")" -o per-altri.asc o.zip 2>/dev/null
no per-altri.asc '\[consegna\]' 'una busta per un altro'

# ---- taken ----

run tr_arriva busta.asc
is_exit 0 'la busta si riceve com'\''è arrivata'
is "$(tr_stato "$N")" pervenuta 'ed è un'\''offerta'
senza_resti 'dopo'
PRIMA=$(atti)
no o.zip 'gia-arrivato' 'lo zip della stessa'
tr_accetta "$N" >/dev/null
tr_consegna "$N" "$T/c" >/dev/null
run cartella imbusta c_x000 c --in c.asc
GNUPGHOME=$T/a/sigillo gpg --batch --quiet --decrypt c.asc >c.zip 2>/dev/null
da_a
run tr_arriva c.zip
is_exit 0 'e uno zip'
is "$(tr_stato "$N")" accettata 'la risposta arriva'
pagina coord
like out "Offerta a Ente c_x001, che l’ha accettata" 'la pagina lo dice'
tr_rilascia "$CS" >/dev/null
tr_consegna "$N" "$T/r" >/dev/null
cartella imbusta c_x001 r --in r.asc >/dev/null
pagina coord
unlike out 'Offerta a' 'rilasciata, non attende più'
da_b
run tr_prende r.asc
is_exit 0 'anche un rilascio si prende da una busta'
senza_resti 'alla fine'
is_integro 'alla fine'
plan
