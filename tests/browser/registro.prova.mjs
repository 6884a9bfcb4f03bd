// SPDX-License-Identifier: EUPL-1.2
// registro.prova.mjs: a letter dropped on the page, registered with the keys
// alone, sent to an office; the same without script; the register searched
// while one types.
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { after, test } from 'node:test';
import { accessibile, ascolta, BASE, chiudi, entra, foto, larga } from './lib.mjs';

after(chiudi);

// A message that nobody has registered before.
function lettera(nome, oggetto) {
	const via = process.env.ESITI + '/' + nome + '.eml';
	writeFileSync(via, 'From: "Scuola media Verdi" <scuola@pec.example>\r\nTo: protocollo@pec.example\r\n' +
		'Subject: ' + oggetto + '\r\nDate: ' + new Date().toUTCString() + '\r\n' +
		'Message-ID: <' + nome + process.pid + '@pec.example>\r\n\r\nSi trasmette quanto richiesto.\r\n');
	return via;
}

test('with the keys alone, from the list to the number', async () => {
	const c = await entra('prot'), p = await c.newPage(), detto = ascolta(p);
	await p.goto(BASE + '/registro');
	await Promise.all([p.waitForURL(/\/registro\/nuova$/), p.keyboard.press('n')]);
	await p.locator('input[type=file]:focus').waitFor();
	await p.setInputFiles('#f-file', lettera('uno', 'Trasmissione pagelle'));
	await p.waitForSelector('.imparato .tenuto');
	assert.equal(await p.inputValue('[name="mittente.denominazione"]'), 'Scuola media Verdi');
	assert.equal(await p.inputValue('[name=oggetto]'), 'Trasmissione pagelle');
	assert.equal(await p.inputValue('[name=mezzo]'), 'posta-elettronica');
	assert.equal(await p.isVisible('[data-soggetto=destinatario] input[data-rubrica]'), false);
	assert.deepEqual(await accessibile(p), []);
	assert.deepEqual(await larga(p, 360), []);
	await foto(p, 'registra-letto');
	await p.setViewportSize({ width: 1366, height: 768 });
	await p.focus('[name=classifica]');
	await p.keyboard.type('VII/9');
	await Promise.all([p.waitForURL(/\/registro\/\d{4}\/\d{7}\?fatto=registra/), p.keyboard.press('Control+Enter')]);
	assert.match(await p.textContent('h1'), /^Protocollo \d{7}\/\d{4}$/);
	assert.match(await p.textContent('main'), /uno\.eml/);
	await foto(p, 'registra-fatto');
	await p.selectOption('[name="destinazione.ufficio"]', 'sociale');
	await Promise.all([p.waitForURL(/fatto=smista/), p.click('form[data-atto=smista] button[value=invia]')]);
	assert.match(await p.textContent('#dove + *'), /Servizio sociale professionale[^]*da prendere in carico/);
	// a trial of a form half written is answered 422
	assert.deepEqual(detto.filter((x) => !/ 422 /.test(x)), []);
	await c.close();
});

test('without script: the file is read by a button, and nothing is lost', async () => {
	const c = await entra('prot', { javaScriptEnabled: false }), p = await c.newPage();
	await p.goto(BASE + '/registro/nuova');
	await p.fill('[name="riservata.motivo"]', 'dati di un minore');
	await p.setInputFiles('#f-file', lettera('due', 'Assenze di M.R.'));
	await p.press('button[value=leggi]', 'Enter');
	await p.waitForSelector('.tenuto');
	assert.equal(await p.inputValue('[name="riservata.motivo"]'), 'dati di un minore');
	assert.equal(await p.inputValue('[name=oggetto]'), 'Assenze di M.R.');
	assert.equal(await p.isChecked('[name=_sosta]'), true);
	await p.fill('[name=classifica]', 'sbagliata');
	await p.press('.fine-modulo button[value=invia]', 'Enter');
	await p.waitForSelector('#rilievi');
	assert.equal(await p.inputValue('[name=oggetto]'), 'Assenze di M.R.');
	assert.equal(await p.isChecked('[name=_sosta]'), true);
	await p.fill('[name=classifica]', 'VII/9');
	await Promise.all([p.waitForURL(/fatto=registra/), p.press('[name=classifica]', 'Enter')]);
	assert.match(await p.textContent('main'), /Riservata[^]*due\.eml/);
	await c.close();
});

test('the register is searched while one types', async () => {
	const c = await entra('prot'), p = await c.newPage(), detto = ascolta(p);
	await p.goto(BASE + '/registro');
	const prima = await p.locator('#risultati tbody tr').count();
	await p.fill('[name=parole]', 'segnalazione');
	await p.waitForURL(/parole=segnalazione/);
	await p.waitForFunction((n) => document.querySelectorAll('#risultati tbody tr').length < n, prima);
	assert.match(await p.textContent('#risultati caption'), /trovate/);
	await p.fill('[name=parole]', 'zzzz');
	await p.waitForSelector('#risultati .vuoto');
	assert.deepEqual(detto, []);
	await c.close();
});
