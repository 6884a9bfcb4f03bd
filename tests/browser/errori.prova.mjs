// SPDX-License-Identifier: EUPL-1.2
// errori.prova.mjs: the pages of what did not go: each says so in words, has its
// status, keeps the menu of who is in, and is a page like others (giro.mjs).
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openSync, closeSync, ftruncateSync, mkdirSync, readdirSync, renameSync, rmdirSync, rmSync } from 'node:fs';
import { BASE, chiudi, entra } from './lib.mjs';
import { finestra, guarda } from './giro.mjs';

after(chiudi);

const anno = new Intl.DateTimeFormat('it-IT', { timeZone: 'Europe/Rome', year: 'numeric' }).format();
let c, f;
before(async () => {
	c = await entra('as1');
	f = await finestra(c);
});

// What the page that stands in the window is, after `fai` has brought it there.
async function errore(stato, titolo, fai) {
	const [r] = await Promise.all([
		f.p.waitForResponse((x) => x.request().isNavigationRequest() && x.status() < 300 | x.status() >= 400),
		fai(),
	]);
	assert.equal(r.status(), stato);
	await f.p.waitForLoadState();
	assert.match(await f.p.textContent('h1'), titolo);
	// who asked is not known where the answer was refused unread
	assert.equal(await f.p.locator('nav.menu a').count() > 2, [404, 405, 500].includes(stato), 'the menu');
	assert.ok(await f.p.locator('main a[href="/"]').count() > 0);
	assert.deepEqual(await guarda(f, 'as1', '/errore/' + stato), []);
	assert.ok(f.detto.every((x) => /status of [45]/.test(x)), f.detto.join());
	f.detto.length = 0;
}
const vai = (via) => () => f.p.goto(BASE + via);

test('404: what is not there, and what is not for him', async () => {
	for (const via of ['/non-c-e', '/cartella/CS-' + anno + '-0099999', '/atto/adotta-permessi', '/amministrazione/utenti'])
		await errore(404, /non trovata/, vai(via));
});

test('405: asked in another way', () => errore(405, /non valida/, vai('/bozze')));

test('403: a form that is not of a page of ours', async () => {
	await f.p.goto('data:text/html,<form method="post" action="' + BASE + '/atto/annota"><button>Invia</button></form>');
	await errore(403, /non accettata/, () => f.p.click('button'));
});

test('a form of another session does nothing, and keeps its words', async () => {
	const via = BASE + '/cartella/CS-' + anno + '-0000002/diario';
	await f.p.goto(via);
	await f.p.$$eval('main [name=_csrf]', (l) => l.forEach((e) => { e.value = '0'.repeat(e.value.length); }));
	await f.p.getByLabel('Che cosa è avvenuto').fill('Non va scritto.');
	await f.p.getByLabel('Che cosa è', { exact: true }).selectOption({ label: 'Telefonata' });
	await f.p.getByRole('button', { name: 'Scrivi' }).click();
	await f.p.getByRole('alert').filter({ hasText: 'non vale più' }).waitFor();
	assert.equal(await f.p.inputValue('main [name=testo]'), 'Non va scritto.');
	assert.deepEqual(await guarda(f, 'as1', '/errore/altra-sessione'), []);
	assert.ok(f.detto.every((x) => /status of 422/.test(x)), f.detto.join());
	f.detto.length = 0;
	await f.p.goto(via);
	assert.doesNotMatch(await f.p.textContent('main'), /Non va scritto/);
});

test('413: more than is taken', async () => {
	const grosso = process.env.ESITI + '/grosso.pdf', fd = openSync(grosso, 'w');
	ftruncateSync(fd, 301 * 1024 * 1024);	// a hole: no room on the disk
	closeSync(fd);
	await f.p.goto(BASE + '/atto/firma');
	await f.p.$eval('.modulo', (m) => { m.noValidate = true; });
	await f.p.setInputFiles('#m-file', grosso);
	await errore(413, /Troppo grande/, () => f.p.press('.fine-modulo button[value=invia]', 'Enter'));
	rmSync(grosso);
});

test('500: a folder that cannot be read', async () => {
	const d = process.env.ESITI + '/store/cartelle/' + anno + '/0000002/.git/objects';
	// what is in it: who has the directory open already keeps it
	const dentro = readdirSync(d), sposta = (da, a) => dentro.forEach((x) => renameSync(da + '/' + x, a + '/' + x));
	mkdirSync(d + '.via');
	sposta(d, d + '.via');
	try {
		await errore(500, /Errore/, vai('/cartella/CS-' + anno + '-0000002'));
	} finally {
		sposta(d + '.via', d);
		rmdirSync(d + '.via');
	}
	assert.ok((await f.p.goto(BASE + '/cartella/CS-' + anno + '-0000002')).ok());
});

test('a session that has ended asks who one is, and says why', async () => {
	const altra = await entra('as1'), g = await finestra(altra);
	await altra.clearCookies();
	await g.p.goto(BASE + '/cartelle');
	assert.equal(new URL(g.p.url()).pathname, '/entra');
	assert.deepEqual([...await guarda(g, 'nessuno', '/entra?_ritorno'), ...g.detto], []);
	await altra.close();
});

// Two who write the same: both texts, one beside the other.
test('409: somebody wrote meanwhile', async () => {
	await f.p.goto(BASE + '/archivio?stato=aperti');
	const cs = (await f.p.textContent('tbody th')).trim();
	await f.p.goto(BASE + '/redazione/' + cs + '/relazione');
	await f.p.selectOption('[name=tipo]', 'attivita');
	for (const [nome, testo] of [['oggetto', 'Da due'], ['dichiarazioni', 'Nessuna.'], ['valutazioni', 'Bene.'], ['fatti-accertati', 'All’inizio.']])
		await f.p.fill('[name=' + nome + ']', testo);
	await f.p.getByRole('button', { name: 'Salva nella cartella' }).click();
	await f.p.waitForURL(/fatto=redigi/);
	const via = await f.p.locator('a', { hasText: 'Riscrivi' }).first().getAttribute('href');
	const g = await finestra(c);
	for (const [p, testo] of [[f.p, null], [g.p, 'Degli altri.']]) {
		await p.goto(BASE + via);
		if (testo) {
			await p.fill('[name=fatti-accertati]', testo);
			await p.getByRole('button', { name: 'Salva nella cartella' }).click();
			await p.waitForURL(/fatto=redigi/);
		}
	}
	await g.p.close();
	await f.p.fill('[name=fatti-accertati]', 'La mia.');
	f.detto.length = 0;
	await f.p.getByRole('button', { name: 'Salva nella cartella' }).click();
	await f.p.getByRole('heading', { name: 'Qualcuno ha scritto nel frattempo' }).waitFor();
	for (const testo of ['La mia.', 'Degli altri.'])
		assert.ok((await f.p.locator('main').evaluate((m) => m.innerText + [...m.querySelectorAll('textarea')].map((t) => t.value).join('\n'))).includes(testo), testo);
	assert.deepEqual(await guarda(f, 'as1', '/errore/409'), []);
	assert.ok(f.detto.every((x) => /status of 409/.test(x)), f.detto.join());
});
