#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# statici.sh NPM SOURCE OUT - what the browser keeps, below OUT: the style sheet
# compiled from SOURCE and the packages in NPM/node_modules, the scripts as one,
# the icons of SOURCE/icone.txt as one file, the fonts; each that is text also
# as .gz, the same bytes whenever it is made.
set -eu
modules=$1/node_modules
src=$2
out=$3
italia=$modules/bootstrap-italia
mkdir -p "$out"
"$modules/.bin/sass" --no-source-map --style=compressed --quiet-deps \
	--silence-deprecation=import --load-path="$modules" \
	"$src/cartella.scss" > "$out/cartella.css"
cp "$src/cartella.svg" "$out/"
cp "$src/cartella.js" "$out/cartella.js"
for script in "$src"/*.js; do
	[ "$script" = "$src/cartella.js" ] || cat "$script" >> "$out/cartella.js"
done
{
	printf '<svg xmlns="http://www.w3.org/2000/svg">'
	while read -r icon; do
		tr -s '\n\t' '  ' < "$italia/src/svg/$icon.svg" | sed -E \
			-e 's/<\?[^>]*>//' -e 's/ (id|width|height|xmlns|fill)="[^"]*"//g' \
			-e "s/<svg/<symbol id=\"$icon\"/" -e 's/<\/svg>/<\/symbol>/'
	done < "$src/icone.txt"
	printf '</svg>\n'
} > "$out/icone.svg"
for font in regular italic 600 700; do
	cp "$italia/src/fonts/Titillium_Web/titillium-web-v10-latin-ext_latin-$font.woff2" "$out/"
done
chmod 644 "$out"/*.woff2
cat "$italia/LICENSE" "$italia/src/fonts/Titillium_Web/OFL.txt" > "$out/licenze.txt"
for text in cartella.css cartella.js cartella.svg icone.svg licenze.txt; do
	gzip -9 -n -c "$out/$text" > "$out/$text.gz"
done
