#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# prova-deb-altrove.sh DEB WHERE - DEB, which is of the last commit, is built
# again from a clone of it in WHERE: another path, time zone, mask and language,
# another time.  Exits 1 if a byte differs.  Then, of the same clone with a
# shipped file changed, WHERE/altra.deb: a later version, for who upgrades.
set -eu
deb=$1
where=$2
here=$(pwd)
if [ -n "$(git status --porcelain)" ]; then
	echo 'prova-deb: ci sono modifiche non registrate: il pacchetto non è' \
	    'quello di un commit' >&2
	exit 1
fi
rm -rf "$where/un-altro-posto"
mkdir -p "$where/un-altro-posto"
cd "$where/un-altro-posto"
git clone -q "$here" albero
cd albero
# what comes from the net is the same: it is not asked twice
mkdir -p build/web
cp -r "$here/build/web/npm" build/web/
cp -r "$here/build/lok" build/
touch build/web/npm/pronto
unset MAKEFLAGS MFLAGS MAKELEVEL
(umask 077 && TZ=Pacific/Kiritimati LC_ALL=C HOME=/nonexistent make deb >log 2>&1) ||
	{ tail -20 log >&2; exit 1; }
again=$(echo build/deb/*.deb)
cmp "$deb" "$again"
sha256sum "$deb" | sed 's/ .*/  the same bytes, twice/'
echo >>templates/kit/LEGGIMI.txt
DEB_VERSION="$(dpkg-deb -f "$deb" Version)+1" make deb >log 2>&1 ||
	{ tail -20 log >&2; exit 1; }
mv build/deb/*.deb "$where/altra.deb"
cd "$where"
rm -rf "$where/un-altro-posto"
