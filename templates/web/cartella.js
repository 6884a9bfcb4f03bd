// SPDX-License-Identifier: EUPL-1.2
// cartella.js: what a page can do better with script; it does all without.
// Other files beside this one (*.js) are joined behind it: each registers with
// Cartella.pronto(f), and f is given the document when it is read, then each
// part of it that has been put anew.
//
// What a page asks for, by attributes:
//   <form method="get" data-cerca="ID">   search as you type: what has that id is
//                                         put anew from the answer
//   <form data-atto="NOME" data-bozza="si">  what is written is kept as a draft
//   <form data-prova="si">                the act is tried while one writes, its
//                                         avvisi are shown (doppione …)
//   <form data-impara="/sosta">           files are sent as soon as they are chosen;
//                                         what can be learned of them fills empty fields
//   data-lascia on what holds an <input type="file">: files may be dropped on it
//   data-tasto="n" on a link, button or field: that key goes there
//   data-conferma="Sicuro?" on a button   asks before it is pressed
// Nothing is ever kept in the browser but whether the keys are switched off.
'use strict';

const Cartella = (() => {
	const NS = 'urn:cartella:1';
	const prepara = [];

	function pronto(f) {
		prepara.push(f);
		if (document.readyState !== 'loading')
			f(document);
	}
	function nuovo(radice) {
		for (const f of prepara)
			f(radice);
	}
	function crea(nome, proprieta, ...dentro) {
		const n = document.createElement(nome);
		for (const [k, v] of Object.entries(proprieta || {}))
			n.setAttribute(k, v);
		n.append(...dentro);
		return n;
	}
	function dopo(ms, f) {		// runs once it has been quiet that long
		let t;
		return (...a) => { clearTimeout(t); t = setTimeout(() => f(...a), ms); };
	}
	// POST to ourselves; the answer is a tree of colloquio.h.
	async function chiedi(via, dati) {
		const r = await fetch(via, {
			method: 'POST', body: dati, credentials: 'same-origin', redirect: 'error',
			headers: { Accept: 'application/xml' },
		});
		const t = new DOMParser().parseFromString(await r.text(), 'application/xml');
		return { stato: r.status, albero: t.documentElement };
	}
	function elementi(albero, nome) {
		return [...albero.getElementsByTagNameNS(NS, nome)];
	}
	// The fields of a form but files and secrets.
	function campi(form) {
		const d = new URLSearchParams();
		for (const [k, v] of new FormData(form))
			if (typeof v === 'string' && k !== '_frase' && k !== '_azione')
				d.append(k, v);
		return d;
	}
	return { pronto, nuovo, crea, dopo, chiedi, elementi, campi };
})();

// ---- the menu of a phone ----
Cartella.pronto((radice) => {
	const menu = radice.querySelector('nav.menu');
	if (!menu || menu.classList.contains('richiudibile'))
		return;
	const b = Cartella.crea('button', { type: 'button', class: 'apri-menu', 'aria-expanded': 'false' }, 'Menu');
	menu.classList.add('richiudibile');
	menu.querySelector('.container').prepend(b);
	b.addEventListener('click', () => {
		b.setAttribute('aria-expanded', String(menu.classList.toggle('aperto')));
	});
});

// ---- search as you type ----
Cartella.pronto((radice) => {
	for (const form of radice.querySelectorAll('form[data-cerca]')) {
		let in_corso = null;
		const cerca = async () => {
			const via = form.getAttribute('action') + '?' + new URLSearchParams(
				[...new FormData(form)].filter(([, v]) => v !== ''));
			if (in_corso)
				in_corso.abort();
			in_corso = new AbortController();
			try {
				const r = await fetch(via, { credentials: 'same-origin', signal: in_corso.signal });
				if (!r.ok || r.redirected)
					return;
				const altra = new DOMParser().parseFromString(await r.text(), 'text/html');
				const qui = document.getElementById(form.dataset.cerca);
				const la = altra.getElementById(form.dataset.cerca);
				if (!qui || !la)
					return;
				qui.replaceWith(document.adoptNode(la));
				la.setAttribute('aria-live', 'polite');
				history.replaceState(null, '', via);
				Cartella.nuovo(la);
			} catch (e) {
				if (e.name !== 'AbortError')
					console.warn('ricerca', e.name);
			}
		};
		form.addEventListener('input', Cartella.dopo(250, cerca));
		form.addEventListener('change', cerca);
	}
});

// ---- forms: kept while written, sent once, not left by mistake ----
Cartella.pronto((radice) => {
	for (const form of radice.querySelectorAll('form.modulo, form[data-bozza]')) {
		let cambiato = false, da_tenere = false, mandato = false, tenendo = false;
		const stato = form.querySelector('.stato-bozza');
		const dire = (s) => { if (stato) stato.textContent = s; };

		form.addEventListener('input', () => { cambiato = da_tenere = true; });
		form.addEventListener('change', () => { cambiato = da_tenere = true; });
		form.addEventListener('submit', (e) => {
			if (mandato) {		// a double click is one act
				e.preventDefault();
				return;
			}
			mandato = true;
			setTimeout(() => { mandato = false; }, 8000);
		});
		addEventListener('pageshow', () => { mandato = false; });
		addEventListener('beforeunload', (e) => {
			if (cambiato && !mandato && (da_tenere || !form.dataset.bozza))
				e.preventDefault();
		});
		if (!form.dataset.bozza)
			continue;
		const tieni = async () => {
			if (!da_tenere || mandato || tenendo)
				return;
			const dati = Cartella.campi(form);
			tenendo = true;
			da_tenere = false;
			dati.set('_atto', form.dataset.atto);
			try {
				const r = await Cartella.chiedi('/bozze', dati);
				// another session of the same person: the page goes on in that one
				const s = r.stato === 200 ? Cartella.elementi(r.albero, 'sessione')[0] : null;
				if (s && s.getAttribute('csrf'))
					for (const c of document.querySelectorAll('input[name="_csrf"]'))
						c.value = s.getAttribute('csrf');
				const ora = new Date().toLocaleTimeString('it-IT', { hour: '2-digit', minute: '2-digit' });
				if (r.stato === 401 && Cartella.elementi(r.albero, 'bozza').length)
					dire('La sessione è finita, ma il testo è tenuto in bozza: entra di nuovo in un’altra scheda.');
				else if (r.stato === 401) {	// nobody's any more
					da_tenere = true;
					dire('La sessione è finita e il testo è solo in questa pagina: copialo prima di lasciarla.');
				}
				else if (r.stato === 403) {	// somebody else is in
					da_tenere = true;
					dire('In questo browser è entrata un’altra persona: il testo non si tiene più ed è solo in questa pagina. Copialo, o chiudila.');
				}
				else if (r.stato === 200)
					dire('Bozza tenuta alle ' + ora);
				else {
					da_tenere = true;
					dire('La bozza non si è potuta tenere: ' + (r.albero.getAttribute('messaggio') || 'riprovo.'));
				}
			} catch {
				da_tenere = true;
				dire('La rete non risponde: il testo è ancora solo in questa pagina.');
			}
			tenendo = false;
		};
		setInterval(tieni, 5000);
		document.addEventListener('visibilitychange', () => { if (document.hidden) tieni(); });
	}
});

// ---- the act is tried while one writes ----
Cartella.pronto((radice) => {
	for (const form of radice.querySelectorAll('form[data-prova]')) {
		const dove = Cartella.crea('div', { class: 'provato', role: 'status', 'aria-live': 'polite' });
		let volta = 0;
		(form.querySelector('.fine-modulo') || form.lastElementChild).before(dove);
		form.addEventListener('input', Cartella.dopo(900, async () => {
			const io = ++volta, dati = Cartella.campi(form), visti = new Set();
			dati.set('_azione', 'prova');
			try {
				const r = await Cartella.chiedi(form.getAttribute('action'), dati);
				if (io !== volta)
					return;
				dove.replaceChildren();
				for (const x of Cartella.elementi(r.albero, 'rilievo'))
					if (x.getAttribute('grado') === 'avviso' && !visti.has(x.textContent)) {
						visti.add(x.textContent);
						dove.append(Cartella.crea('p', { class: 'alert alert-warning' }, x.textContent));
					}
			} catch {
				dove.replaceChildren();
			}
		}));
	}
});

// ---- files: dropped, and sent as soon as they are chosen ----
Cartella.pronto((radice) => {
	for (const posto of radice.querySelectorAll('[data-lascia]')) {
		const scelta = posto.querySelector('input[type="file"]');
		if (!scelta)
			continue;
		posto.append(Cartella.crea('p', { class: 'form-text' }, 'Si possono anche trascinare qui.'));
		for (const e of ['dragenter', 'dragover'])
			posto.addEventListener(e, (x) => { x.preventDefault(); posto.classList.add('sopra'); });
		for (const e of ['dragleave', 'drop'])
			posto.addEventListener(e, () => posto.classList.remove('sopra'));
		posto.addEventListener('drop', (x) => {
			x.preventDefault();
			if (!x.dataTransfer.files.length)
				return;
			scelta.files = x.dataTransfer.files;
			scelta.dispatchEvent(new Event('change', { bubbles: true }));
		});
	}
	for (const form of radice.querySelectorAll('form[data-impara]')) {
		const scelta = form.querySelector('input[type="file"]');
		if (!scelta)
			continue;
		const dove = Cartella.crea('div', { class: 'imparato', role: 'status', 'aria-live': 'polite' });
		scelta.closest('.campo, [data-lascia]').append(dove);
		const togli = (riga, id) => {
			const d = new URLSearchParams({ _csrf: form.elements._csrf.value, _sosta: id });
			riga.remove();
			Cartella.chiedi('/sosta/togli', d).catch(() => {});
		};
		const metti = (s) => {
			const id = s.getAttribute('id');
			const b = Cartella.crea('button', { type: 'button', class: 'btn btn-outline-danger btn-sm' }, 'Togli');
			const riga = Cartella.crea('p', { class: 'tenuto' },
				Cartella.crea('input', { type: 'hidden', name: '_sosta', value: id }),
				s.getAttribute('nome') + ' ', b);
			b.addEventListener('click', () => togli(riga, id));
			dove.append(riga);
			for (const c of Cartella.elementi(s, 'campo')) {
				const f = form.querySelector('[name="' + CSS.escape(c.getAttribute('nome')) + '"]:not([type="hidden"])');
				if (!f || f.value !== '')
					continue;
				f.value = c.textContent;
				f.classList.add('dal-file');
				const chiuso = f.closest('details');
				if (chiuso)
					chiuso.open = true;
				f.dispatchEvent(new Event('input', { bubbles: true }));
			}
			for (const a of Cartella.elementi(s, 'avviso'))
				riga.append(Cartella.crea('span', { class: 'rilievo avviso' }, a.textContent));
		};
		scelta.addEventListener('change', async () => {
			if (!scelta.files.length)
				return;
			const dati = new FormData();
			const attesa = Cartella.crea('p', { class: 'form-text' }, 'Leggo il file…');
			dati.append('_csrf', form.elements._csrf.value);
			for (const f of scelta.files)
				dati.append('file', f);
			dove.append(attesa);
			try {
				const r = await Cartella.chiedi(form.dataset.impara, dati);
				if (r.stato === 200) {
					Cartella.elementi(r.albero, 'sosta').forEach(metti);
					scelta.value = '';	// kept there: not sent twice
				} else {
					dove.append(Cartella.crea('p', { class: 'rilievo errore' },
						r.albero.getAttribute('messaggio') || 'Il file non è stato accettato.'));
				}
			} catch {
				// it goes with the form, as without script
			}
			attesa.remove();
		});
	}
});

// ---- a question before what cannot be undone ----
Cartella.pronto((radice) => {
	for (const b of radice.querySelectorAll('button[data-conferma]'))
		b.addEventListener('click', (e) => {
			if (!confirm(b.dataset.conferma))
				e.preventDefault();
		});
});

// ---- keys ----
(() => {
	const MENU = { s: 'scrivania', r: 'registro', d: 'smistare', c: 'cartelle', a: 'agenda', f: 'firma', v: 'archivio',
		i: 'indicatori', m: 'amministrazione', h: 'aiuto' };
	const spenti = () => localStorage.getItem('tasti') === 'spenti';
	let prima = '';

	function nel_testo(n) {
		return n.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(n.tagName);
	}
	function voce(lettera) {
		return document.querySelector('nav.menu a[data-sezione="' + MENU[lettera] + '"]');
	}
	function vai(n) {
		if (/^(INPUT|TEXTAREA|SELECT)$/.test(n.tagName))
			n.focus();
		else
			n.click();
	}
	function nome_di(n) {
		return (n.labels && n.labels[0] ? n.labels[0] : n).textContent.trim() || n.getAttribute('aria-label') || '';
	}
	function riga(tasti, testo) {
		const k = Cartella.crea('td');
		tasti.split(' ').forEach((t) => k.append(Cartella.crea('kbd', {}, t), ' '));
		return Cartella.crea('tr', {}, k, Cartella.crea('td', {}, testo));
	}
	function pannello() {
		const corpo = Cartella.crea('tbody', {}, riga('?', 'questo elenco'), riga('/', 'cerca'),
			riga('Ctrl Invio', 'invia il modulo in cui sei'));
		for (const n of document.querySelectorAll('[data-tasto]'))
			corpo.append(riga(n.dataset.tasto, nome_di(n)));
		for (const l of Object.keys(MENU))
			if (voce(l))
				corpo.append(riga('g ' + l, 'vai a: ' + voce(l).textContent.trim()));
		const segno = Cartella.crea('input', { type: 'checkbox', id: 'tasti-spenti' });
		const chiudi = Cartella.crea('button', { type: 'button', class: 'btn btn-primary btn-sm', autofocus: '' }, 'Chiudi');
		const d = Cartella.crea('dialog', { 'aria-labelledby': 'tasti-titolo' },
			Cartella.crea('h2', { id: 'tasti-titolo' }, 'Tasti rapidi'), Cartella.crea('table', {}, corpo),
			Cartella.crea('p', { class: 'form-check mt-3' }, segno,
				Cartella.crea('label', { for: 'tasti-spenti' }, 'Spegni i tasti rapidi (resta «?»)')), chiudi);
		segno.checked = spenti();
		segno.addEventListener('change', () => {
			if (segno.checked)
				localStorage.setItem('tasti', 'spenti');
			else
				localStorage.removeItem('tasti');
		});
		chiudi.addEventListener('click', () => d.close());
		d.addEventListener('close', () => d.remove());
		document.body.append(d);
		d.showModal();
	}
	document.addEventListener('keydown', (e) => {
		const n = e.target, form = n.closest ? n.closest('form') : null;
		if (e.key === 'Enter' && e.ctrlKey && form && form.method === 'post') {
			e.preventDefault();
			const b = form.querySelector('.fine-modulo button[type="submit"]') || form.querySelector('button[type="submit"]');
			if (b)
				form.requestSubmit(b);
			return;
		}
		if (e.ctrlKey || e.altKey || e.metaKey || nel_testo(n) || document.querySelector('dialog[open]'))
			return;
		if (e.key === '?') {
			e.preventDefault();
			pannello();
			return;
		}
		if (spenti())
			return;
		const lettera = e.key.toLowerCase(), era = prima;
		prima = '';
		if (era === 'g') {
			if (MENU[lettera] && voce(lettera))
				voce(lettera).click();
		} else if (e.key === '/') {
			const c = document.querySelector('main input[type="search"]') || document.getElementById('cerca');
			if (c) {
				e.preventDefault();
				c.focus();
			}
		} else if (lettera === 'g') {
			prima = 'g';
			setTimeout(() => { prima = ''; }, 1500);
		} else if (/^[a-z0-9]$/.test(lettera)) {
			const t = document.querySelector('[data-tasto="' + lettera + '"]');
			if (t) {
				e.preventDefault();
				vai(t);
			}
		}
	});
})();

// ---- where one begins ----
Cartella.pronto((radice) => {
	const male = radice === document && document.getElementById('rilievi');
	if (male && !document.querySelector('[autofocus]'))
		male.focus();
});
