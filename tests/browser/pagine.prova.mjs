// SPDX-License-Identifier: EUPL-1.2
// pagine.prova.mjs: every page that a role can come to by links, and by the
// forms that ask: it is there, and nothing is wrong with it (giro.mjs).
// $UTENTI: only these.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { apri, BASE, chiudi, entra, utenti } from './lib.mjs';
import { finestra, guarda, percorri, specie } from './giro.mjs';

after(chiudi);

// Of pages alike, so many are looked at ($QUANTE).  A chapter of the help says
// the same to all: each is looked at once, and one for each role.
const QUANTE = Number(process.env.QUANTE || 2);
const capitoli = new Set();
function genere(via) {
	if (/^\/aiuto\/./.test(via)) {
		if (capitoli.has(via))
			return '/aiuto/*';
		capitoli.add(via);
	}
	return specie(via).replace(/^(\/amministrazione\/utenti|\/registro\/repertori)\/[^?]+/, '$1/*');
}

// Where one can go from here: links, and forms that ask, as they stand.
function di_qui() {
	const vie = [...document.querySelectorAll('a[href]')].map((a) => a.getAttribute('href'));
	for (const f of document.querySelectorAll('form[method=get]')) {
		const campi = new URLSearchParams(new FormData(f));
		if (campi.get('testo') === '')
			campi.set('testo', 'verdi');
		vie.push(f.getAttribute('action') + '?' + campi);
	}
	return vie;
}

async function gira(contesto, utente, inizio) {
	const coda = [], viste = new Map(), dove = new Map();
	const aggiungi = (via, da) => {
		const s = genere(via);
		if (/^\/(?!statici\/|api\/|\/)/.test(via) && (viste.get(s) || 0) < QUANTE) {
			viste.set(s, (viste.get(s) || 0) + 1);
			dove.set(via, da);
			coda.push(via);
		}
	};
	aggiungi(inizio, '');
	const male = await percorri(contesto, coda, async (f, via) => {
		const guai = await una(f, via);
		return guai.length ? ['da ' + dove.get(via), ...guai] : guai;
	});
	async function una(f, via) {
		if (via.startsWith('/file/')) {	// bytes: there, and of their type
			const r = await contesto.request.get(BASE + via);
			return r.ok() && (await r.body()).length ? [] : ['stato ' + r.status()];
		}
		if (via.startsWith('/atto/')) {	// the form is there; atti looks at each
			const r = await contesto.request.get(BASE + via);
			return r.ok() && /<form[^>]* id="modulo"/.test(await r.text()) ? [] : ['stato ' + r.status()];
		}
		const r = await f.p.goto(BASE + via);
		if (!r.ok())
			return ['stato ' + r.status()];
		for (const a of await f.p.evaluate(di_qui))
			aggiungi(a.replace(/#.*/, ''), via);
		return guarda(f, utente, specie(via));
	}
	return { male, quante: [...viste.values()].reduce((x, y) => x + y, 0) };
}

test('pages of whoever is not in', async () => {
	const c = await (await apri()).newContext({ locale: 'it-IT' }), f = await finestra(c);
	for (const via of ['/entra', '/aiuto', '/aiuto/accessibilita']) {
		await f.p.goto(BASE + via);
		assert.deepEqual([...await guarda(f, 'nessuno', via), ...f.detto], [], via);
	}
	await c.close();
});
for (const utente of utenti)
	test('pages of ' + utente, async (t) => {
		const c = await entra(utente);
		const { male, quante } = await gira(c, utente, '/');
		t.diagnostic(utente + ': ' + quante + ' pages');
		await c.close();
		assert.equal(male.length, 0, '\n' + male.join('\n'));
		assert.ok(quante > 15);
	});
