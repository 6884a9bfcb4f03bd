// SPDX-License-Identifier: EUPL-1.2
// giro.mjs: what is looked at on every page that the rounds (pagine, atti) come
// to: on screens of three widths and on paper, by axe, and as a screen reader has
// it.  axe is slow, so a page is shown to it when its kind is new or when it
// has an element, among such ancestors, that axe has not seen yet, for whatever
// role; what depends on a page as a whole is looked at on each.  A picture, which
// is for people and slower still, is of each kind once.
import { accessibile, ascolta, BASE } from './lib.mjs';

const FOTO = process.env.FOTO;
const LARGHEZZE = [1366, 683, 360];	// an office PC, the same at 200 %, a phone
const CARTA = 680;			// a sheet A4 within its margins (_stampa.scss)

// Of addresses alike, the kind: numbers and ids are taken away.
export function specie(via) {
	return via.replace(/\?.*/, (q) => '?' + [...new URLSearchParams(q)].map(([k]) => k).sort().join('&'))
		.replace(/(CS|AC|FA|EM)-\d+-\d+/g, 'N').replace(/[0-9a-f]{32,}/g, 'H').replace(/\d+/g, 'n');
}

// ---- in the page: these are sent there whole ----

// Each element as the path of its ancestors, and of it what axe judges by.
function cammini() {
	const detti = new Set();
	const uno = (e) => {
		let s = e.localName + '.' + [...e.classList].sort().join('.');
		for (const a of [...e.attributes].sort((x, y) => x.name < y.name ? -1 : 1))
			s += /^(class|id|name|value|href|for|data-.*|aria-(label|labelledby|describedby)|title|content|src|action|d|x|y|x1|y1|x2|y2|cx|cy|r|points|transform|width|height|viewBox|datetime|placeholder|autofocus|checked|selected|colspan|rowspan|start|rows|list|accept|maxlength|min|max|step)$/
				.test(a.name) ? ',' + a.name : ',' + a.name + '=' + a.value;
		if (e.labels)
			s += ',etichette=' + Math.min(e.labels.length, 2);
		return s + ([...e.childNodes].some((n) => n.nodeType === 3 && n.data.trim()) ? '*' : '');
	};
	const scendi = (e, sopra) => {
		const s = sopra + '>' + uno(e);
		detti.add(s);
		for (const f of e.children)
			scendi(f, s);
	};
	scendi(document.body, '');
	return [...detti];
}

// What a page must be as a whole.
function insieme() {
	const guai = [], tutti = (s) => [...document.querySelectorAll(s)];
	const doppi = tutti('[id]').map((e) => e.id).filter((x, i, l) => l.indexOf(x) !== i);
	if (doppi.length)
		guai.push('id ripetuti: ' + [...new Set(doppi)].slice(0, 5));
	if (document.documentElement.lang !== 'it' || !document.title)
		guai.push('senza lingua o titolo');
	for (const e of tutti('[aria-describedby],[aria-labelledby],label[for]'))
		for (const id of (e.getAttribute('aria-describedby') || e.getAttribute('aria-labelledby') || e.htmlFor).split(/\s+/))
			if (!document.getElementById(id))
				guai.push('rinvio a un id che non c’è: ' + id);
	for (const e of tutti('fieldset'))
		if (!e.querySelector('legend')?.textContent.trim())
			guai.push('gruppo senza nome: ' + e.className);
	for (const e of tutti('table'))
		if (!e.caption?.textContent.trim() || !e.querySelector('th'))
			guai.push('tabella senza titolo o senza intestazioni: ' + e.className);
	// left by a stylesheet: a value that was not there, a code instead of its words
	const testo = document.querySelector('main')?.innerText ?? '';
	for (const m of testo.match(/\b(undefined|NaN|null|\[object \w+\])\b|\(\s*\)|«\s*»| ,|\{[a-z@$]/g) || [])
		guai.push('nel testo: «' + m + '»');
	return guai;
}

// What does not fit: wider than the window, or cut at its sides.
function fuori(larghezza) {
	const guai = [];
	if (document.documentElement.scrollWidth > larghezza)
		guai.push('larga ' + document.documentElement.scrollWidth + ' su ' + larghezza);
	for (const e of document.querySelectorAll('main a, main button, main input, main select, main textarea, main label, main th, main td, main dd, main dt, main li, h1, h2, h3')) {
		const r = e.getBoundingClientRect();
		if (r.width && r.height && (r.right > larghezza + 1 || r.left < -1) && !e.closest('.visually-hidden, .invio-nascosto, thead, .tabella-riquadro'))
			guai.push('a ' + larghezza + ' esce: ' + e.localName + '.' + e.className + ' ' + Math.round(r.right));
	}
	return guai.slice(0, 3);
}

// Nothing on paper is there to be pressed.
function sullaCarta() {
	const guai = [...document.querySelectorAll('nav.menu, button, form[role=search], .btn')]
		.filter((e) => e.getClientRects().length).map((e) => 'stampato: ' + e.localName + '.' + e.className);
	if (!document.querySelector('h1')?.getClientRects().length)
		guai.push('stampa senza titolo');
	return guai.slice(0, 3);
}

// ---- as a screen reader has it ----

const DA_NOMINARE = new Set(['button', 'link', 'textbox', 'searchbox', 'combobox', 'listbox', 'checkbox', 'radio', 'spinbutton',
	'Date', 'DateTime', 'InputTime', 'slider', 'menuitem', 'option', 'tab', 'dialog', 'table', 'image', 'img', 'navigation', 'region']);

async function letta(cdp) {
	const { nodes } = await cdp.send('Accessibility.getFullAXTree');
	const guai = [], quanti = {}, livelli = [], noti = new Set();
	for (const n of nodes) {
		if (n.ignored)
			continue;
		const ruolo = n.role?.value, nome = (n.name?.value ?? '').trim();
		quanti[ruolo] = (quanti[ruolo] || 0) + 1;
		if (DA_NOMINARE.has(ruolo) && nome === '' && !(ruolo === 'option'))
			guai.push('senza nome: ' + ruolo);
		if (ruolo === 'heading')
			livelli.push(n.properties.find((x) => x.name === 'level')?.value.value);
		if (ruolo === 'navigation' || ruolo === 'region') {
			if (noti.has(ruolo + nome))
				guai.push('due volte: ' + ruolo + ' «' + nome + '»');
			noti.add(ruolo + nome);
		}
	}
	for (const r of ['main', 'banner', 'contentinfo'])
		if (quanti[r] !== 1)
			guai.push(r + ': ' + (quanti[r] || 0));
	if (livelli.filter((l) => l === 1).length !== 1)
		guai.push('h1: ' + livelli.filter((l) => l === 1).length);
	livelli.reduce((prima, l) => (l > prima + 1 && guai.push('titoli: ' + prima + ' poi ' + l), l), 1);
	return [...new Set(guai)];
}

// ---- one page ----

const specieViste = new Set(), camminiVisti = new Set();

// A window to look at pages with, and what they say while one looks.
export async function finestra(contesto) {
	const p = await contesto.newPage();
	return { p, detto: ascolta(p), cdp: await contesto.newCDPSession(p) };
}

// As high as the page is: a picture larger than the window may come out in tiles.
async function ritrai(p, nome, width) {
	const alta = await p.evaluate(() => document.documentElement.scrollHeight);
	await p.setViewportSize({ width, height: Math.min(Math.max(alta, 640), 3000) });
	await p.evaluate(() => new Promise((r) => requestAnimationFrame(() => requestAnimationFrame(r))));
	await p.screenshot({ path: FOTO + '/' + nome + '.jpg', type: 'jpeg', quality: 70 })
		.catch((e) => console.error('foto', nome, e.name));
}

// What is wrong with the page that stands in the window.
export async function guarda({ p, cdp }, chi, s) {
	const c = await p.evaluate(cammini), nome = (s.replace(/[^\w.-]+/g, '_').slice(0, 90) || '_') + '-' + chi;
	const prima = !specieViste.has(s), nuova = prima || c.some((x) => !camminiVisti.has(x));
	specieViste.add(s);
	c.forEach((x) => camminiVisti.add(x));
	const guai = [...await p.evaluate(insieme), ...await letta(cdp)];
	if (nuova)
		guai.push(...await accessibile(p));
	for (const width of LARGHEZZE) {
		await p.setViewportSize({ width, height: 768 });
		guai.push(...await p.evaluate(fuori, width));
		if (prima && width !== 683)
			await ritrai(p, nome + '-' + width, width);
	}
	await p.setViewportSize({ width: CARTA, height: 900 });
	await p.emulateMedia({ media: 'print' });
	guai.push(...await p.evaluate(fuori, CARTA), ...await p.evaluate(sullaCarta));
	await p.emulateMedia({ media: 'screen' });
	await p.setViewportSize({ width: LARGHEZZE[0], height: 768 });
	return [...new Set(guai)];
}

// `fai(finestra, via)` for each of the queue, which it may lengthen; two
// windows at once.  What it returns, troubles, under the address.  A round is
// minutes long: now and then it says where it is.
export async function percorri(contesto, coda, fai) {
	const male = [];
	let occupate = 0, fatte = 0;
	const una = async () => {
		const f = await finestra(contesto);
		while (coda.length || occupate) {
			const via = coda.shift();
			if (via === undefined) {
				await new Promise((r) => setTimeout(r, 20));
				continue;
			}
			occupate++;
			f.detto.length = 0;
			try {
				const guai = [...await fai(f, via) ?? [], ...f.detto];
				if (guai.length)
					male.push(via + '\n    ' + guai.join('\n    '));
			} finally {
				occupate--;
			}
			if (++fatte % 25 === 0)
				console.error('%d looked at, %d to come', fatte, coda.length + occupate);
		}
		await f.p.close();
	};
	await Promise.all([una(), una()]);
	return male;
}

export { BASE };
