# SPDX-License-Identifier: EUPL-1.2
# shellcheck shell=sh
#
# salva.sh - a recovery key, and what tests of backups do with copies.  Read
# after lib.sh.
#
#	ripristino_key		makes the key, writes $T/ripristino.asc
#	salva [ARG...]		the store into $T/copia, keys into $T/chiavi
#	riprendi DIR [ARG...]	the store DIR from there, of the other series
#				nothing more being known
#	pezzi			the names of the pezzi of $T/copia
#	elenco N		the list of backup N
#	aperte			the keys, in the clear

ripristino_key() {
	gpg --batch --quiet --faked-system-time 20200101T000000 \
	    --pinentry-mode loopback --passphrase "${1-}" \
	    --quick-generate-key 'ripristino <r@prova.invalid>' ed25519 cert never \
	    2>"$T/.gpg" || { cat "$T/.gpg" >&2; return 1; }
	salva_fpr=$(gpg --batch --with-colons --list-keys r@prova.invalid 2>/dev/null |
	    awk -F: '$1 == "fpr" { print $10; exit }')
	gpg --batch --quiet --faked-system-time 20200101T000000 \
	    --pinentry-mode loopback --passphrase "${1-}" \
	    --quick-add-key "$salva_fpr" cv25519 encr never 2>"$T/.gpg" ||
	    { cat "$T/.gpg" >&2; return 1; }
	gpg --batch --quiet --armor --export "$salva_fpr" >"$T/ripristino.asc" \
	    2>/dev/null
}

salva() {
	cartella salva "$T/copia" --chiavi "$T/chiavi" \
	    --per "$T/ripristino.asc" "$@"
}

riprendi() {
	salva_dove=$1
	shift
	case " $* " in *' --ultimo '*) ;; *) set -- "$@" --ultimo 0/2026 ;; esac
	set -- "$@" --altre-serie ritrovate
	"$CARTELLA" --store "$salva_dove" ripristina "$T/copia" \
	    --chiavi "$T/chiavi" "$@"
}

pezzi() {
	find "$T/copia/pezzi" -type f -printf '%f\n' | sort
}

elenco() {
	printf '%s/copia/istantanee/%07d.txt\n' "$T" "$1"
}

aperte() {
	gpg --batch --quiet -d "$T"/chiavi/*.gpg 2>/dev/null
}
