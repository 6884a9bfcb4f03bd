// SPDX-License-Identifier: EUPL-1.2
// pagine.prova.mjs: every page that a role can come to by links: it is there,
// axe finds nothing, it needs no sideways scrolling on a phone, on an office
// PC at 200 % (683 px) or at 1366, nothing of it comes from elsewhere.  $UTENTI:
// only these.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { accessibile, apri, ascolta, BASE, chiudi, entra, foto, larga } from './lib.mjs';

after(chiudi);

// Of pages alike, so many are looked at ($QUANTE).
const QUANTE = Number(process.env.QUANTE || 2);
function specie(via) {
	return via.replace(/\?.*/, (q) => '?' + [...new URLSearchParams(q)].map(([k]) => k).sort().join('&'))
		.replace(/(CS|AC|FA|EM)-\d+-\d+/g, 'N').replace(/[0-9a-f]{32,}/g, 'H').replace(/\d+/g, 'n');
}

async function guarda(contesto, utente, inizio) {
	const da_vedere = [inizio], viste = new Map(), male = [];
	const p = await contesto.newPage();
	const detto = ascolta(p);
	while (da_vedere.length) {
		const via = da_vedere.shift(), s = specie(via);
		if ((viste.get(s) || 0) >= QUANTE)
			continue;
		viste.set(s, (viste.get(s) || 0) + 1);
		detto.length = 0;
		await p.setViewportSize({ width: 1366, height: 768 });
		const r = await p.goto(BASE + via);
		const guai = [];
		if (!r.ok())
			guai.push('stato ' + r.status());
		guai.push(...await accessibile(p));
		for (const w of [360, 683, 1366])
			guai.push(...await larga(p, w));
		guai.push(...detto);
		if (viste.get(s) === 1) {
			await foto(p, utente + '-1366-' + s);
			await p.setViewportSize({ width: 360, height: 740 });
			await foto(p, utente + '-360-' + s);
		}
		if (guai.length)
			male.push(via + '\n    ' + guai.join('\n    '));
		for (const a of await p.$$eval('a[href]', (l) => l.map((x) => x.getAttribute('href'))))
			if (/^\/(?!file\/|statici\/|api\/|\/)/.test(a))
				da_vedere.push(a.replace(/#.*/, ''));
	}
	await p.close();
	return { male, quante: [...viste.values()].reduce((x, y) => x + y, 0) };
}

test('pages of whoever is not in', async () => {
	const c = await (await apri()).newContext({ locale: 'it-IT' });
	for (const via of ['/entra', '/aiuto', '/aiuto/accessibilita']) {
		const p = await c.newPage(), detto = ascolta(p);
		await p.goto(BASE + via);
		assert.deepEqual([...await accessibile(p), ...await larga(p, 360), ...detto], [], via);
		await foto(p, 'nessuno-360-' + via);
	}
	await c.close();
});
for (const utente of (process.env.UTENTI || 'as1 coord prot amm resp').split(' '))
	test('pages of ' + utente, async (t) => {
		const c = await entra(utente);
		const { male, quante } = await guarda(c, utente, '/');
		t.diagnostic(utente + ': ' + quante + ' pages');
		await c.close();
		assert.equal(male.length, 0, '\n' + male.join('\n'));
	});
