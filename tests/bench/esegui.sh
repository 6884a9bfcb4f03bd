#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# esegui.sh DIR [NAME...] - the benches NAME (all of them), one after the other;
# what each prints goes to DIR/NAME.txt too, its figures to DIR/cifre.tsv, and
# the page of all is made again behind each: DIR/index.html and the plots.  One
# that fails is told on the page and by the exit status; the others go on.
#
# Figures of earlier runs of benches that are not run now stay, with their day.
set -u
out=$1
shift
here=$(dirname "$0")
mkdir -p "$out"
[ $# -gt 0 ] || set -- $(cd "$here" && ls | sed -n 's/^\([0-9].*\)\.sh$/\1/p' |
    sort -n)

facts() {	# name<TAB>value, what the figures depend on
	printf 'processore\t%s, %s core\n' "$(sed -n \
	    's/^model name[^:]*: *//p' /proc/cpuinfo | head -n 1)" "$(nproc)"
	awk '/^MemTotal/ { printf "memoria\t%.0f GB\n", $2 / 1048576 }' \
	    /proc/meminfo
	printf 'sistema\t%s, Linux %s\n' "$(sed -n 's/^PRETTY_NAME="\(.*\)"/\1/p' \
	    /etc/os-release)" "$(uname -r)"
	printf 'dove\t%s\n' "$(df --output=fstype "${BENCH_DIR:-${TMPDIR:-/tmp}}" |
	    tail -n 1)"
	printf 'librerie\t%s\n' "$(for p in libgit2 sqlite3 libxml-2.0 libxslt \
	    gpgme libcrypto libmicrohttpd; do
		printf '%s %s, ' "$p" "$(pkg-config --modversion "$p" 2>/dev/null)"
	    done | sed 's/, $//')"
	printf 'accanto\t%s; %s; %s\n' "$(git --version)" \
	    "$(gpg --version | head -n 1)" "$(openssl version)"
	printf 'versione\t%s\n' "$(git describe --always --dirty 2>/dev/null ||
	    echo 'senza git')"
}
load() { cut -d' ' -f1 /proc/loadavg; }
page() {
	awk -v dir="$out" -f "$here/pagina.awk" "$out/macchina.tsv" \
	    "$out/giri.tsv" "$here/grandi.tsv" "$out/cifre.tsv" \
	    >"$out/index.html"
}
forget() {	# forget FILE NAME: its lines of another run
	touch "$out/$1"
	awk -F '\t' -v b="$2" '$1 != b' "$out/$1" >"$out/$1.nuovo" &&
	    mv "$out/$1.nuovo" "$out/$1"
}

facts >"$out/macchina.tsv"
bad=0
for name; do
	echo "== $name"
	forget cifre.tsv "$name"
	forget giri.tsv "$name"
	before=$(load)
	start=$(date +%s)
	{
		BENCH_CIFRE="$out/cifre.tsv" sh "$here/$name.sh" 2>&1
		echo $? >"$out/esito"
	} | tee "$out/$name.txt"
	esito=$(cat "$out/esito")
	[ "$esito" -eq 0 ] || bad=1
	printf '%s\t%s\t%s\t%s\t%s\t%s\n' "$name" "$esito" "$(date -Iminutes)" \
	    $(($(date +%s) - start)) "$before" "$(load)" >>"$out/giri.tsv"
	page
done
rm -f "$out/esito"
echo "== $out/index.html"
exit $bad
