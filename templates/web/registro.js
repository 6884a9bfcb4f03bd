// SPDX-License-Identifier: EUPL-1.2
// registro.js: a new registration is written faster (joined behind cartella.js).
//   <input data-rubrica="mittente" list="ID">   a name of the address book gives its code
//   <input data-titolario="DOVE" list="ID">     the class is said in words at DOVE

Cartella.pronto((radice) => {
	const TUTTI = 200;		// as many as a page of the address book has

	function voce_di(campo) {
		const v = campo.value.trim().toLowerCase();
		return [...campo.list.options].find((o) => o.value.toLowerCase() === v);
	}
	// More of the address book, when it is larger than a page.
	async function cerca(campo) {
		const parola = campo.value.trim();
		if (parola.length < 3 || campo.list.options.length < TUTTI)
			return;
		const r = await fetch('/registro/corrispondenti?' + new URLSearchParams({ parola }),
			{ credentials: 'same-origin' });
		if (!r.ok || r.redirected)
			return;
		const pagina = new DOMParser().parseFromString(await r.text(), 'text/html');
		const noti = new Set([...campo.list.options].map((o) => o.dataset.codice));
		for (const riga of pagina.querySelectorAll('tr[data-codice]'))
			if (!noti.has(riga.dataset.codice))
				campo.list.append(Cartella.crea('option', {
					value: riga.querySelector('th a').textContent,
					'data-codice': riga.dataset.codice }));
	}
	for (const campo of radice.querySelectorAll('input[data-rubrica][list]')) {
		const codice = campo.closest('fieldset').querySelector('[name$=".corrispondente"]');
		let nostro = '';		// the code that we wrote
		const leggi = () => {
			const v = voce_di(campo);
			if (v) {
				codice.value = nostro = v.dataset.codice;
			} else if (codice.value === nostro) {
				codice.value = nostro = '';
			}
		};
		if (!campo.list || !codice)
			continue;
		campo.addEventListener('input', leggi);
		campo.addEventListener('input', Cartella.dopo(250, () => cerca(campo).then(leggi, () => {})));
	}
	for (const campo of radice.querySelectorAll('input[data-titolario][list]')) {
		const dove = document.getElementById(campo.dataset.titolario);
		campo.addEventListener('input', () => {
			const v = voce_di(campo);
			if (dove && v)
				dove.textContent = v.textContent;
		});
	}
});

// The keys of one who registers all day: the first field that is still empty.
Cartella.pronto((radice) => {
	const form = radice.querySelector('form.modulo-registra');
	if (!form || form.querySelector('[autofocus]') || document.getElementById('rilievi'))
		return;
	form.querySelector('input[type="file"]').focus();
});
