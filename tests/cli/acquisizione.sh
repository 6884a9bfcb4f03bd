# SPDX-License-Identifier: EUPL-1.2
# shellcheck shell=sh
#
# acquisizione.sh - two bodies, for tests of what one takes in from the other.
# Read after lib.sh, uffici.sh and caso.sh.
#
#	due_enti		stores $A, which sends, and $B, which receives;
#				$S is $B behind it.  $A has cartella $CS with a
#				signed relazione ($R), a diary, a letter, an
#				équipe with as2, a seal (mittente.fpr, .asc);
#				its package is the directory p
#	pacchetto_di DIR [CS]	makes a package in $A, that can be written on
#	acquisisci DIR [CARTELLA|- [CONFIRMED...]]
#				takes in a package of $A; $ACQ_FPR, $ACQ_KEY,
#				$ACQ_IPA: as whose
#	prendi DIR		the same of a new one, avvisi confirmed
#	rifai DIR		its index, lists and seal made again, by whoever
#				has the seal: as an attacker inside would
#	cio_che_c_e		what $S holds, to see that nothing changed

A=$T/a
B=$T/b

due_sigillo() {	# due_sigillo NAME: the office of $S has a seal
	mkdir -m 700 "$S/sigillo" &&
	(GNUPGHOME=$S/sigillo gpg_key "$1") >"$1.fpr" &&
	gpg --homedir "$S/sigillo" --batch --armor --export \
	    "$(cat "$1.fpr")" >"$1.asc" 2>/dev/null &&
	come resp arruola-chiave --uso sigillo "$1.asc"
}

pacchetto_di() {
	due_s=$S
	S=$A
	come coord pacchetto "${2:-$CS}" --in "$T/$1" >/dev/null &&
	chmod -R u+w "$T/$1"
	due_r=$?
	S=$due_s
	return $due_r
}

due_enti() {
	S=$A
	uffici_di_prova &&
	printf 'lettera della scuola\n' >lettera.txt &&
	CS=$(due_aperta) &&
	R=$(redatta "$CS" | cut -d' ' -f2) && con_chiave as1 &&
	come as1 firma --cartella "$CS" --documento "$R" &&
	come as1 annota --cartella "$CS" --tipo visita --testo 'Visita a casa.' &&
	come as1 componi-equipe "$CS" si complesso --componente.utente as2 \
	    --componente.ruolo educatore --componente.dal 2026-11-20 &&
	due_sigillo mittente && pacchetto_di p &&
	S=$B && uffici_di_prova
}

due_aperta() {	# of a report that has a file
	due_n=$(come prot1 registra --flusso entrata --classifica VII/9 \
	    --oggetto 'segnalazione M. R.' \
	    --mittente.denominazione 'Scuola di Prova' "$T/lettera.txt") &&
	come prot1 smista "$due_n" --destinazione.ufficio soc \
	    --destinazione.titolo competenza >/dev/null &&
	come coord prendi-visione "$due_n" >/dev/null &&
	due_ac=$(come coord assegna --protocollo "$due_n" --assistente as1) &&
	come as1 valuta "$due_ac" si 'serve un sostegno' >/dev/null &&
	apri "$due_ac" --conferma senza-liberatoria \
	    --conferma senza-stato-di-famiglia
}

acquisisci() {
	due_d=$1
	shift
	"$DRIVER/acquisisci" "$S" as1 "$due_d" '' "${ACQ_IPA:-c_x000}" \
	    "${ACQ_FPR:-$(cat "$T/mittente.fpr")}" \
	    "${ACQ_KEY:-$T/mittente.asc}" soc as1 "$@"
}

prendi() {
	acquisisci "$1" - senza-liberatoria senza-stato-di-famiglia persona-nota
}

rifai() {
	perl -MDigest::SHA -e '
	    chdir $ARGV[0] or die;
	    sub sha { Digest::SHA->new(256)->addfile($_[0], "b")->hexdigest }
	    sub put { open my $f, ">", $_[0] or die; print $f $_[1]; close $f }
	    open my $f, "<", "data/indice.xml" or die; local $/; my $x = <$f>;
	    $x =~ s{(<file [^>]*?)/>}{ my $e = $1;
		my ($p) = $e =~ /percorso="([^"]*)"/;
		if (-f $p) { my $h = sha($p); my $n = -s $p;
		    $e =~ s/ impronta="\w*"/ impronta="$h"/;
		    $e =~ s/ dimensione="\d*"/ dimensione="$n"/ }
		"$e/>" }ge;
	    put("data/indice.xml", $x);
	    my @all = split /\0/, `find data -type f -print0`; my $n = 0;
	    $n += -s $_ for @all;
	    put("manifest-sha256.txt", join "",
		map { sha($_) . "  $_\n" } sort @all);
	    open my $i, "<", "bag-info.txt" or die; my $b = <$i>;
	    $b =~ s/^Payload-Oxum.*$/"Payload-Oxum: $n." . @all/me;
	    put("bag-info.txt", $b);
	    put("tagmanifest-sha256.txt", join "", map { sha($_) . "  $_\n" }
		qw(LEGGIMI.txt bag-info.txt bagit.txt manifest-sha256.txt));
	' "$1" &&
	rm -f "$1/tagmanifest-sha256.txt.asc" &&
	gpg --homedir "$A/sigillo" --batch --quiet --armor --detach-sign \
	    --faked-system-time 20261120T091530 \
	    -o "$1/tagmanifest-sha256.txt.asc" "$1/tagmanifest-sha256.txt" \
	    2>/dev/null
}

cio_che_c_e() {
	(cd "$S" && find . \( -name transito -prune \) -o -type f \
	    ! -name '*.sqlite*' -print0 | LC_ALL=C sort -z |
	    xargs -0 sha256sum
	find "$S/transito" -mindepth 1 2>/dev/null
	sqlite3 "$S/registro.sqlite" 'SELECT seq, impronta FROM catena;
	    SELECT * FROM attuale')
}
