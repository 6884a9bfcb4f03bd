# SPDX-License-Identifier: EUPL-1.2
# imbusta, sbusta: a consegna as one encrypted file, for the other body alone.
. tests/cli/lib.sh
. "$RADICE/tests/cli/uffici.sh"
. "$RADICE/tests/cli/caso.sh"
. "$RADICE/tests/cli/due_enti.sh"

# A seal may also open what comes: a part of its key for that.
gpg_key() { due_chiave "$1"; }

due_enti
mkdir -p k/pacchetto/data
printf '<messaggio/>\n' >k/messaggio.xml
printf 'bag\n' >k/pacchetto/bagit.txt
head -c 100000 /dev/urandom >k/pacchetto/data/grande.bin
da_a

run cartella imbusta c_x001 k --in busta.asc
is_exit 0 'una consegna si imbusta'
is "$(stat -c %a busta.asc)" 600 'in un file di chi l'\''ha chiesta'
not_ok 'che non la mostra' grep -qa 'messaggio' busta.asc
like_in() { grep -q "$1" "$2"; }
ok 'ed è di OpenPGP' like_in 'BEGIN PGP MESSAGE' busta.asc
run cartella imbusta c_x001 k --in busta.asc
is_exit 1 'un file che c'\''è non si tocca'
like err 'c'\''è già' 'e dice perché'

run qui_b cartella sbusta busta.asc --in d
is_exit 0 'chi la riceve la apre'
ok 'ed è la stessa' diff -r k d
no_file d.apertura 'senza resti'
is "$(stat -c %a d)" 700 'per lui soltanto'
run qui_b cartella sbusta busta.asc --in d
is_exit 1 'una directory che c'\''è non si tocca'
run cartella sbusta busta.asc --in e
not_ok 'chi l'\''ha fatta non la apre più' test "$CODE" = 0
no_file e 'e non lascia niente'

# any program opens it
ok 'gpg la apre' sh -c 'GNUPGHOME=$1/b/sigillo gpg --batch --quiet --decrypt \
    busta.asc >busta.zip 2>/dev/null' sh "$T"
is "$(unzip -Z1 busta.zip | sort | head -n 1)" messaggio.xml 'e unzip anche'

for dove in 200 2000 60000; do
	cp busta.asc guasta.asc
	printf 'Q' | dd of=guasta.asc bs=1 seek=$dove conv=notrunc 2>/dev/null
	cmp -s busta.asc guasta.asc &&
	    printf 'R' | dd of=guasta.asc bs=1 seek=$dove conv=notrunc 2>/dev/null
	run qui_b cartella sbusta guasta.asc --in g
	not_ok "alterata al byte $dove non si apre" test "$CODE" = 0
	no_file g "e non lascia niente ($dove)"
	no_file g.apertura "né a metà ($dove)"
done
head -c 50000 busta.asc >corta.asc
run qui_b cartella sbusta corta.asc --in g
not_ok 'tagliata non si apre' test "$CODE" = 0
no_file g 'e non lascia niente'

# What others may encrypt for us is whatever they like.
per_b() {		# per_b FILE: for the seal of b, by anybody
	rm -f ostile.asc
	gpg --batch --quiet --import "$T/b.asc" 2>/dev/null
	gpg --batch --quiet --trust-model always --armor -r "$(cat "$T/b.fpr")" \
	    -o ostile.asc --encrypt "$1"
}
ostile() {		# ostile DESC: busta ostile.asc is refused
	run qui_b cartella sbusta ostile.asc --in h
	not_ok "$1: no" test "$CODE" = 0
	no_file h "$1: niente"
	no_file h.apertura "$1: niente a metà"
}
printf 'non uno zip\n' >testo
per_b testo
ostile 'non è uno zip'
perl -e '
use strict; my ($out, @e) = @ARGV; my ($all, $dir, $n) = ("", "", 0);
require Compress::Zlib;
while (@e) { my ($name, $data) = splice(@e, 0, 2);
  my $crc = Compress::Zlib::crc32($data);
  my $h = pack("vvvvvVVVvv", 20, 0, 0, 0, 0x21, $crc, length $data, length $data, length $name, 0);
  $dir .= "PK\1\2" . pack("v", 0x314) . $h .
      pack("vvvVV", 0, 0, 0, 0100644 << 16, length $all) . $name;
  $all .= "PK\3\4" . $h . $name . $data; $n++ }
open my $f, ">", $out or die; binmode $f;
print $f $all, $dir, "PK\5\6", pack("vvvvVVv", 0, 0, $n, $n, length $dir, length $all, 0);' \
    su.zip messaggio.xml ciao ../fuori male
per_b su.zip
ostile 'un nome che esce'
no_file fuori 'e fuori non c'\''è nulla'
no_file "$T/../fuori" 'né più su'
head -c 300000000 /dev/zero >zeri
zip -q zeri.zip zeri && rm -f zeri
per_b zeri.zip
ostile 'una bomba'

# Who does not get one.
run cartella imbusta c_x009 k --in f.asc
is_exit 1 'per un ente che non è arruolato no'
like err 'non è un ente arruolato' 'e dice perché'
no_file f.asc 'e non c'\''è il file'
ln -s /etc/passwd k/pacchetto/data/nome
run cartella imbusta c_x001 k --in f.asc
is_exit 1 'un collegamento no'
like err 'collegamenti' 'e dice perché'
rm k/pacchetto/data/nome
truncate -s 800M k/pacchetto/data/enorme
run cartella imbusta c_x001 k --in f.asc
is_exit 1 'più di quanto una busta tiene no'
like err 'supera 768 MB.*supporto cifrato' 'e dice come si porta'
no_file f.asc 'e non c'\''è il file'
rm k/pacchetto/data/enorme
mkdir vuota
run cartella imbusta c_x001 vuota --in f.asc
is_exit 1 'ciò che non è una consegna no'
run cartella imbusta c_x001 --in f.asc
is_exit 2 'senza directory dice come'
run cartella sbusta busta.asc
is_exit 2 'e senza dire dove anche'

# A package that is only given, not a transfer.
CS=$(aperta)
run come coord pacchetto "$CS" --pdf no --cifrato-per c_x001 --in p.asc
is_exit 0 'anche un pacchetto, per chi lo riceve'
ok 'è di OpenPGP' like_in 'BEGIN PGP MESSAGE' p.asc
run qui_b cartella sbusta p.asc --in p
is_exit 0 'chi lo riceve lo apre'
run "$CARTELLA" controlla-pacchetto p
is_exit 0 'ed è un pacchetto intero'
run come coord pacchetto "$CS" --pdf no --cifrato-per c_x009 --in q.asc
is_exit 1 'per un ente che non è arruolato no'
like err 'non è un ente arruolato' 'e dice perché'
no_file q.asc 'e non c'\''è il file'

# A key that cannot encrypt.
mkdir "$T/c"
S=$T/c
due_ente c_x002 'Comune senza cifra' >/dev/null
da_a
conosce c_x002 "$T/c.asc" >/dev/null
run cartella imbusta c_x002 k --in f.asc
is_exit 1 'per una chiave che non cifra no'
like err 'non si può cifrare' 'e dice perché'
come resp revoca-ente c_x001 compromessa >/dev/null
run cartella imbusta c_x001 k --in f.asc
is_exit 1 'per un ente a cui non si crede più no'
plan
