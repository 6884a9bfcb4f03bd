// SPDX-License-Identifier: EUPL-1.2
// lettore.prova.mjs: the pages that travel with a case are read as whoever
// receives them does: from the disk, without script, without a network.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { accessibile, apri, chiudi, foto, larga } from './lib.mjs';

const anno = new Intl.DateTimeFormat('it-IT', { timeZone: 'Europe/Rome', year: 'numeric' }).format();
const dove = process.env.ESITI + '/pacchetto', radice = pathToFileURL(dove).href + '/';
const inizio = radice + 'data/lettore/index.html';

before(() => {
	rmSync(dove, { recursive: true, force: true });
	execFileSync(process.env.VERO, ['--store', process.env.ESITI + '/store', '--come', 'coord',
		'pacchetto', 'CS-' + anno + '-0000001', '--pdf', 'no', '--in', dove], { stdio: ['ignore', 'ignore', 'inherit'] });
});
after(chiudi);

async function contesto(opzioni) {
	const c = await (await apri()).newContext({ locale: 'it-IT', offline: true, ...opzioni });
	const p = await c.newPage(), guai = [];
	p.on('request', (r) => { if (!r.url().startsWith(radice)) guai.push('altrove: ' + r.url()); });
	// (axe asks for the sheet of style in a way of its own, which no page on a disk may)
	p.on('console', (m) => { if (m.type() === 'error' && !/XMLHttpRequest|ERR_FAILED/.test(m.text())) guai.push('console: ' + m.text()); });
	return { c, p, guai };
}
const pagina = (u) => /\.html$/.test(u);

test('every page, and every file that a page names', async () => {
	const { c, p, guai } = await contesto(), viste = new Set(), da_vedere = [inizio], file = new Set();
	while (da_vedere.length > 0) {
		const url = da_vedere.pop();
		if (viste.has(url))
			continue;
		viste.add(url);
		await p.setViewportSize({ width: 1200, height: 900 });
		await p.goto(url);
		assert.deepEqual(await accessibile(p), [], url);
		assert.equal(await p.locator('script, iframe, object, embed, form').count(), 0, url);
		assert.deepEqual(await larga(p, 360), [], url);
		for (const u of await p.evaluate(() => [...document.querySelectorAll('[href], [src]')].map((e) => (e.href || e.src).split('#')[0]))) {
			assert.ok(u.startsWith(radice), url + ' names ' + u);
			assert.ok(existsSync(fileURLToPath(u)), url + ' names what is not there: ' + u);
			if (pagina(u))
				da_vedere.push(u);
			else
				file.add(u);
		}
	}
	assert.ok(viste.size >= 3, 'pages: ' + [...viste]);
	assert.ok([...file].some((u) => /\.css$/.test(u)), 'a sheet of style');
	assert.ok([...file].some((u) => /\.xml$/.test(u)), 'the documents themselves');
	assert.deepEqual(guai, []);
	await c.close();
});

test('who the case is of and what is in it, without script', async () => {
	const { c, p, guai } = await contesto({ javaScriptEnabled: false });
	await p.goto(inizio);
	assert.match(await p.title(), new RegExp('CS-' + anno + '-0000001'));
	assert.equal(await p.locator('h1').count(), 1);
	const righe = await p.locator('li').allInnerTexts();
	assert.ok(righe.some((t) => /: il testo \(ODT\)$/.test(t)), 'what a letter was made from: ' + righe);
	assert.deepEqual(righe.filter((t) => /^[0-9a-f]{64}/.test(t)), [], 'nothing is called by its bytes');
	await foto(p, 'lettore');
	const vie = await p.locator('a[href$=".html"]').evaluateAll((a) => a.map((e) => e.href));
	assert.ok(vie.length > 0, 'pages to go to');
	for (const [i, u] of [...new Set(vie)].entries()) {
		await p.goto(u);
		assert.ok((await p.locator('main, body').first().innerText()).length > 80, u);
		await foto(p, 'lettore-' + i);
	}
	assert.deepEqual(guai, []);
	await c.close();
});
