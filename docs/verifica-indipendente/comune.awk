# SPDX-License-Identifier: EUPL-1.2
#
# comune.awk - prima di ogni altro: righe con TAB; difetti e note nei file di chi
# li trova (D); le ore.
function difetto(luogo, che) { print "difetto\t" luogo "\t" che > (D ".difetti") }
function nota(luogo, che) { print "nota\t" luogo "\t" che > (D ".nota") }
# Secondi dal 1970 di 2026-11-20T10:15:30+01:00.
function secondi(o,   a, m, y, era, g, z) {
	y = substr(o, 1, 4) + 0; m = substr(o, 6, 2) + 0
	if (m <= 2) { y--; m += 9 } else m -= 3
	era = int(y / 400); y -= era * 400
	g = era * 146097 + y * 365 + int(y / 4) - int(y / 100) + \
	    int((153 * m + 2) / 5) + substr(o, 9, 2) - 1 - 719468
	z = (substr(o, 20, 1) == "-" ? -1 : 1) * (substr(o, 21, 2) * 3600 + \
	    substr(o, 24, 2) * 60)
	return g * 86400 + substr(o, 12, 2) * 3600 + substr(o, 15, 2) * 60 + \
	    substr(o, 18, 2) - z
}
BEGIN { FS = OFS = "\t" }
