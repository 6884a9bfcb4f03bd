#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# deb.sh TREE OUT - OUT/cartella_VERSION_ARCH.deb of what `make install` put
# below TREE/usr, with the files of debian/.  TREE is used up.
#
# The same tree gives the same bytes, wherever and whenever it is made: version
# and times are those of the commit (or of SOURCE_DATE_EPOCH), names are sorted,
# all is root's.  What a program needs is asked of dpkg-shlibdeps.  Who answers
# for the package is in DEB_MAINTAINER, "Name <address>".
set -eu
tree=$1
out=$2
doc=$tree/usr/share/doc/cartella
LC_ALL=C
export LC_ALL
umask 022

commit=$(git rev-parse --short=10 HEAD 2>/dev/null || echo 0)
SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct 2>/dev/null ||
    echo 0)}
export SOURCE_DATE_EPOCH
version=${DEB_VERSION:-0~$(date -u -d "@$SOURCE_DATE_EPOCH" +%Y%m%d%H%M%S).g$commit}
maintainer=${DEB_MAINTAINER:-Cartella <cartella@localhost>}
arch=$(dpkg --print-architecture)

# ---- what is installed ----

for program in "$tree"/usr/libexec/cartella/*; do
	strip --strip-unneeded --remove-section=.comment "$program"
done
install -D -m 644 debian/cartella.default "$tree/etc/default/cartella"
install -m 644 debian/copyright debian/README.Debian "$doc"
install -D -m 644 debian/cartella.lintian \
	"$tree/usr/share/lintian/overrides/cartella"
cat >"$doc/changelog" <<FINE
cartella ($version) bookworm; urgency=medium

  * Built from commit $commit.

 -- $maintainer  $(date -u -R -d "@$SOURCE_DATE_EPOCH")
FINE
find "$doc" -name '*.md' -size +4k -exec gzip -9n {} +
gzip -9n "$doc/changelog" "$tree"/usr/share/man/man1/*.1

# ---- what it says of itself ----

mkdir -p "$tree/DEBIAN" "$out" "$out/ombra/debian"
: >"$out/ombra/debian/control"
needs=$(cd "$out/ombra" && dpkg-shlibdeps -O "$tree"/usr/libexec/cartella/* \
	2>/dev/null | sed -n 's/^shlibs:Depends=//p')
rm -r "$out/ombra"
[ -n "$needs" ] || { echo 'deb: no library is needed?' >&2; exit 1; }
needs="$needs, systemd | systemd-standalone-sysusers | systemd-sysusers"
timers=$(cd "$tree/usr/lib/systemd/system" && echo *.timer)
size=$(find "$tree" -path "$tree/DEBIAN" -prune -o -type f -printf '%s\n' |
	awk '{ n += int(($1 + 1023) / 1024) } END { print n }')
sed -e "s/@VERSIONE@/$version/" -e "s/@CURA@/$maintainer/" -e "s/@ARCHITETTURA@/$arch/" \
	-e "s/@MISURA@/$size/" -e "s/@DIPENDENZE@/$needs/" \
	debian/control >"$tree/DEBIAN/control"
for script in postinst prerm postrm; do
	sed "s/@TIMER@/$timers/" "debian/$script" >"$tree/DEBIAN/$script"
	chmod 755 "$tree/DEBIAN/$script"
done
echo /etc/default/cartella >"$tree/DEBIAN/conffiles"
(cd "$tree" && find . -path ./DEBIAN -prune -o -type f -print | sed 's,^\./,,' |
	sort | xargs md5sum) >"$tree/DEBIAN/md5sums"

# ---- one file ----

find "$tree" -type d -exec chmod 755 {} +
find "$tree" -newermt "@$SOURCE_DATE_EPOCH" -exec touch -h -d \
	"@$SOURCE_DATE_EPOCH" {} +
deb=$out/cartella_${version}_$arch.deb
dpkg-deb --root-owner-group --threads-max=1 -Zxz --build "$tree" "$deb" >/dev/null
rm -r "$tree"
echo "$deb"
