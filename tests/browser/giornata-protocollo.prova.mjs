// SPDX-License-Identifier: EUPL-1.2
// giornata-protocollo.prova.mjs: a day at the office of the register, by links,
// keys and files dropped: the post of the morning, what goes out, what was
// wrong, what an office sends back, the day that ended.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { chiudi } from './lib.mjs';
import { al_lavoro, lascia, messaggio, pdf_nuovo, scarica } from './giornata.mjs';

after(chiudi);
const FILE = process.env.DEMO;

async function numero(p) {
	await p.waitForURL(/\/registro\/\d{4}\/\d{7}\?fatto=registra/);
	return /\d{7}\/\d{4}/.exec(await p.textContent('h1'))[0];
}

test('the post of the morning', async () => {
	const { c, p, guarda, menu, fine } = await al_lavoro('prot');
	await guarda('scrivania');
	await p.keyboard.press('g');
	await p.keyboard.press('r');
	await p.waitForURL(/\/registro$/);
	await guarda('registro');
	await p.keyboard.press('n');
	await p.waitForURL(/\/registro\/nuova$/);

	// a message: only the class is wanting
	await lascia(p, 'posta.eml', messaggio('Assenze della classe III B'));
	assert.equal(await p.inputValue('[name=oggetto]'), 'Assenze della classe III B');
	await p.focus('[name=classifica]');
	await p.keyboard.type('VII/9');
	await guarda('messaggio');
	await p.keyboard.press('Control+Enter');
	const uno = await numero(p);
	await guarda('registrata');

	// the paper of yesterday came again: it is seen, and left
	await p.keyboard.press('n');
	await p.waitForURL(/\/registro\/nuova$/);
	await lascia(p, FILE + '/segnalazione.pdf');
	await p.locator('.provato .alert, .imparato .avviso', { hasText: /già/ }).first().waitFor();
	await guarda('doppione');
	await p.getByRole('button', { name: /^Togli/ }).click();
	p.once('dialog', (d) => d.accept());
	await p.getByRole('link', { name: 'Lascia stare' }).click();
	await p.waitForURL(/\/registro$/);

	// a scan, that nobody should read who need not
	await p.keyboard.press('n');
	await p.waitForURL(/\/registro\/nuova$/);
	await lascia(p, 'certificato.pdf', await pdf_nuovo(c, 'Certificato'));
	await p.getByLabel('Ente, o cognome e nome').first().fill('Istituto comprensivo Gianni Rodari');
	await p.getByLabel('Oggetto').fill('Certificato di M.R.');
	await p.getByLabel(/^Classifica/).fill('VII/9');
	await p.getByLabel('Perché è riservata').fill('dati sulla salute');
	await p.keyboard.press('Control+Enter');
	const due = await numero(p);
	assert.match(await p.textContent('.stato-registrazione'), /Riservata/);

	// its label, its segnatura, the receipt for who stands there
	assert.equal((await scarica(p, p.getByRole('link', { name: 'Etichetta' }))).subarray(0, 5).toString(), '%PDF-');
	assert.equal((await scarica(p, p.getByRole('link', { name: 'Ricevuta' }))).subarray(0, 5).toString(), '%PDF-');
	assert.equal((await scarica(p, p.getByRole('link', { name: 'con la segnatura' }))).subarray(0, 5).toString(), '%PDF-');
	await p.getByRole('link', { name: 'Segnatura', exact: true }).click();
	await p.waitForURL(/\/segnatura$/);
	assert.match(await p.textContent('.segnatura-stampa'), new RegExp('Prot\\. ' + due));
	await guarda('segnatura');

	// both to the office, the second from its page, the first from the list
	await p.getByRole('link', { name: 'Torna alla registrazione' }).click();
	await p.locator('form[data-atto=smista]').getByLabel('Ufficio').selectOption({ label: 'Servizio sociale professionale' });
	await p.locator('form[data-atto=smista]').getByRole('button', { name: 'Smista' }).click();
	await p.waitForURL(/fatto=smista/);
	assert.match(await p.textContent('#dove + *'), /Servizio sociale professionale[^]*da prendere in carico/);
	await menu('Da smistare');
	await guarda('da-smistare');
	const riga = p.locator('.card-smista', { hasText: uno });
	await riga.getByLabel(/^Ufficio/).selectOption({ label: 'Servizio sociale professionale' });
	await riga.getByRole('button', { name: /^Smista/ }).click();
	await p.waitForURL(/\/da-smistare\?fatto=smista/);
	assert.equal(await p.locator('.card-smista', { hasText: uno }).count(), 0);
	await fine();
});
