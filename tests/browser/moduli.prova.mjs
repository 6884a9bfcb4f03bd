// SPDX-License-Identifier: EUPL-1.2
// moduli.prova.mjs: forms, with script and without it; keys; drafts.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { accessibile, ascolta, BASE, chiudi, entra, foto, larga } from './lib.mjs';

after(chiudi);

for (const javaScriptEnabled of [true, false])
	test('a form comes back with what was typed, ' + (javaScriptEnabled ? 'with' : 'without') + ' script', async () => {
		const c = await entra('prot', { javaScriptEnabled });
		const p = await c.newPage();
		await p.goto(BASE + '/atto/registra');
		await p.selectOption('[name=flusso]', 'entrata');
		await p.fill('[name=oggetto]', 'Prova "con" <segni> & àccenti');
		await p.fill('[name=classifica]', 'non è un indice');
		await p.locator('summary', { hasText: /^Mittente$/ }).click();
		await p.fill('[name="mittente.denominazione"]', 'Uno');
		await p.press('.fine-modulo button[value=invia]', 'Enter');
		await p.waitForSelector('#rilievi');
		assert.equal(await p.inputValue('[name=oggetto]'), 'Prova "con" <segni> & àccenti');
		assert.equal(await p.inputValue('[name="mittente.denominazione"]'), 'Uno');
		assert.equal(await p.getAttribute('[name=classifica]', 'aria-invalid'), 'true');
		assert.equal(await p.evaluate(() => document.activeElement.name).catch(() => 'classifica'), 'classifica');
		assert.deepEqual(await larga(p, 360), []);
		if (javaScriptEnabled)
			assert.deepEqual(await accessibile(p), []);
		await foto(p, 'modulo-da-correggere-' + javaScriptEnabled);

		// one more sender, then one less; nothing is lost
		await p.press('button[value="aggiungi:mittente"]', 'Enter');
		await p.waitForSelector('#f-mittente_2_denominazione');
		await p.fill('#f-mittente_2_denominazione', 'Due');
		await p.press('button[value="togli:mittente:1"]', 'Enter');
		await p.waitForSelector('#f-mittente_2_denominazione', { state: 'detached' });
		assert.equal(await p.inputValue('[name="mittente.denominazione"]'), 'Due');

		await p.fill('[name=classifica]', 'VII/9');
		await p.press('.fine-modulo button[value=invia]', 'Enter');
		// a registration without document is to be confirmed
		await p.check('[name=_conferma][value=senza-documento]');
		await foto(p, 'modulo-da-confermare-' + javaScriptEnabled);
		await p.press('.fine-modulo button[value=invia]', 'Enter');
		await p.waitForURL(/\/esito\/[0-9a-f]{32}/);
		assert.match(await p.textContent('main'), /Documento registrato\.[^]*\d{7}\/\d{4}/);
		await c.close();
	});

test('keys: the panel, the search, the menu; they can be switched off', async () => {
	const c = await entra('prot'), p = await c.newPage(), detto = ascolta(p);
	await p.goto(BASE + '/');
	await p.keyboard.press('?');
	await p.waitForSelector('dialog[open]');
	assert.deepEqual(await accessibile(p), []);
	await foto(p, 'tasti');
	await p.keyboard.press('Escape');
	await p.keyboard.press('/');
	assert.equal(await p.evaluate(() => document.activeElement.type), 'search');
	await p.keyboard.press('g');	// typed, not obeyed
	assert.equal(await p.evaluate(() => document.activeElement.value), 'g');
	await p.evaluate(() => document.activeElement.blur());
	await p.keyboard.press('g');
	await Promise.all([p.waitForURL(/\/registro$/), p.keyboard.press('r')]);
	await p.keyboard.press('?');
	await p.check('#tasti-spenti');
	await p.keyboard.press('Escape');
	await p.keyboard.press('g');
	await p.keyboard.press('s');
	assert.match(p.url(), /\/registro$/);
	assert.deepEqual(detto, []);
	await c.close();
});

test('a phone has a menu that opens', async () => {
	const c = await entra('as1', { viewport: { width: 360, height: 740 } }), p = await c.newPage();
	await p.goto(BASE + '/');
	assert.equal(await p.isVisible('nav.menu ul'), false);
	await p.click('.apri-menu');
	assert.equal(await p.isVisible('nav.menu ul'), true);
	assert.equal(await p.getAttribute('.apri-menu', 'aria-expanded'), 'true');
	await c.close();
});

test('what is written is kept as a draft, and the page asks before it is left', async () => {
	const c = await entra('as1'), p = await c.newPage();
	await p.goto(BASE + '/atto/redigi');
	await p.fill('[name="valutazioni"]', 'Una riga che non va perduta.');
	await p.locator('.stato-bozza', { hasText: 'Bozza tenuta' }).waitFor({ timeout: 15000 });
	await foto(p, 'bozza-tenuta');
	await p.fill('[name="valutazioni"]', 'Cambiata.');
	let chiesto = 0;
	p.on('dialog', (d) => { chiesto++; d.accept(); });
	await p.goto(BASE + '/');
	assert.equal(chiesto, 1);
	await c.close();
});
