# SPDX-License-Identifier: EUPL-1.2
	function estraneo(che) { difetto(dove, che) }
	# Un file della directory git della cartella c.
	function di_git(c, f, tipo) {
		dove = c "/" f
		if (tipo == "d") {
			if (f !~ /^(refs|refs\/heads|refs\/tags|refs\/tags\/giorno|refs\/tags\/sigillo|objects|objects\/[0-9a-f][0-9a-f]|objects\/pack|objects\/info)?$/ &&
			    f !~ /^pacco\.[0-9]+$/)
				estraneo("una directory che non è di una cartella git nostra")
			return
		}
		if (f ~ /^objects\/[0-9a-f][0-9a-f]\/[0-9a-f]+$/ && length(f) == 49)
			return
		if (f ~ /^objects\/pack\/pack-[0-9a-f]+\.(pack|idx)$/) {
			if (f ~ /idx$/) indice[c "/" substr(f, 1, length(f) - 4)] = 1
			else pacco[c "/" substr(f, 1, length(f) - 5)] = 1
			return
		}
		if (f == "HEAD" || f == "config" || f == "refs/heads/main")
			return
		if (f ~ /^refs\/tags\/giorno\/[0-9-]+$/ || f ~ /^refs\/tags\/sigillo\/[0-9]+$/) {
			print c, substr(f, 11) > (W "/tag")
			return
		}
		if (f == "index" || f ~ /\.nuovo$/ || f ~ /^pacco\.[0-9]+\// ||
		    f ~ /^objects\/(..|pack)\/tmp_obj_/)
			nota(dove, "un residuo")
		else
			estraneo("un file che non è di una cartella git nostra")
	}
	function cartella(c, git) {
		print c, git > (W "/cartelle")
	}
	NF != 5 {
		difetto("archivio", "un file con un nome che nessuno dei nostri ha")
		next
	}
	{
		tipo = $1; f = dove = $5
		n = split(f, p, "/")
	}
	tipo != "f" && tipo != "d" {
		estraneo("né un file né una directory")
		next
	}
	f ~ /^(ente|registro|accessi|cartelle|fascicoli)$/ && tipo != "d" {
		estraneo("non è una directory")
		next
	}
	f == "ente" { cartella(f, "ente/.git"); next }
	p[1] == "ente" { if (p[2] == ".git") di_git("ente", substr(f, 11), tipo)
		else print "ente", tipo, substr(f, 6) > (W "/visibili"); next }
	f ~ /^registro\/[0-9][0-9][0-9][0-9]\.git$/ { cartella(f, f); next }
	f ~ /^registro\/[0-9][0-9][0-9][0-9]\.git\// { di_git(p[1] "/" p[2], substr(f, 19), tipo); next }
	f ~ /^registro\/[0-9][0-9][0-9][0-9](\/allegati(\/[0-9a-f][0-9a-f])?)?$/ && tipo == "d" { next }
	f ~ /^registro\/[0-9][0-9][0-9][0-9]\/allegati\/[0-9a-f][0-9a-f]\/[0-9a-f]+$/ &&
	    length(p[5]) == 64 && substr(p[5], 1, 2) == p[4] && tipo == "f" {
		print $4, p[5], f, p[2] > (W "/byte")
		next
	}
	f ~ /^registro(\/[0-9][0-9][0-9][0-9])?$/ && tipo == "d" { next }
	f ~ /^(accessi|cartelle|fascicoli)(\/[0-9][0-9][0-9][0-9])?$/ { if (tipo != "d") estraneo("non è una directory"); next }
	f ~ /^(accessi|cartelle|fascicoli)\/[0-9][0-9][0-9][0-9]\/[0-9]+$/ && length(p[3]) == 7 && tipo == "d" {
		cartella(f, f "/.git")
		next
	}
	f ~ /^(accessi|cartelle|fascicoli)\/[0-9][0-9][0-9][0-9]\/[0-9]+\// && length(p[3]) == 7 {
		c = p[1] "/" p[2] "/" p[3]
		r = substr(f, length(c) + 2)
		if (p[4] == ".git")
			di_git(c, substr(r, 6), tipo)
		else if (r ~ /^allegati\/[0-9a-f]+\.[a-z0-9]+$/ && index(p[5], ".") == 65) {
			if (tipo == "f")
				print $4, substr(p[5], 1, 64), f, "" > (W "/byte")
			else
				estraneo("non è un file")
		} else if (r != "allegati" || tipo != "d")
			print c, tipo, r > (W "/visibili")
		next
	}
	p[1] ~ /^(ente|registro|accessi|cartelle|fascicoli)$/ {
		estraneo("un file estraneo")
		next
	}
	n == 1 && f !~ /^(formato|\.scrittura|(registro|letture|accesso)\.sqlite(-wal|-shm)?|accesso\.conf|ripristino|lotti|revoche|custodia|sigillo|consegne|salvataggi|transito|tenuti|LEGGIMI\.txt|chiave-macchina|registro\.sqlite\.precedente)$/ {
		nota(f, "un file che non è dell'archivio")
	}
	END {
		for (f in pacco) if (!(f in indice)) nota(f ".pack", "un pacco senza indice: un residuo")
		for (f in indice) if (!(f in pacco)) difetto(f ".idx", "un indice senza il suo pacco")
	}
