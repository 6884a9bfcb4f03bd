#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# fogli.sh FOGLIO.xsl [PARTE.xsl...] - one sheet of several, since the program
# refuses xsl:include: what stands in each part, between its stylesheet tags
# (each on a line of its own), goes before the end of the first.
set -eu
sed '/<\/xsl:stylesheet>/,$d' "$1"
shift
for parte; do
	sed -e '1,/<xsl:stylesheet/d' -e '/<\/xsl:stylesheet>/,$d' "$parte"
done
echo '</xsl:stylesheet>'
