// SPDX-License-Identifier: EUPL-1.2
// misure.prova.mjs: what docs/misure.md says of the browser: how soon a cold
// scrivania can be used, what it weighs, how many requests; what a registration
// and a smistamento cost in keys and fields.  Printed; what is tested is that
// the figures stay of their order.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { BASE, chiudi, entra } from './lib.mjs';

after(chiudi);
const ADSL = { offline: false, latency: 50, downloadThroughput: 7e6 / 8, uploadThroughput: 7e5 / 8 };

// The first look at the scrivania by a browser that has seen nothing of us.
async function prima_volta(rete) {
	const c = await entra('prot'), biscotti = await c.cookies();
	await c.close();
	const d = await entra('prot');		// that context has a cache: a fresh one
	const b = await d.browser().newContext({ locale: 'it-IT' });
	await d.close();
	await b.addCookies(biscotti);
	const p = await b.newPage(), cdp = await b.newCDPSession(p);
	let richieste = 0, byte = 0;
	await cdp.send('Network.enable');
	if (rete)
		await cdp.send('Network.emulateNetworkConditions', rete);
	cdp.on('Network.requestWillBeSent', () => { richieste++; });
	cdp.on('Network.loadingFinished', (e) => { byte += e.encodedDataLength; });
	await p.goto(BASE + '/', { waitUntil: 'load' });
	const t = await p.evaluate(() => {
		const n = performance.getEntriesByType('navigation')[0];
		const colore = performance.getEntriesByName('first-contentful-paint')[0];
		return { html: Math.round(n.responseEnd), usabile: Math.round(n.domContentLoadedEventEnd),
			vista: Math.round(colore ? colore.startTime : 0), tutto: Math.round(n.loadEventEnd) };
	});
	assert.equal(await p.textContent('h1'), 'Scrivania');
	await b.close();
	return { ...t, richieste, kb: Math.round(byte / 102.4) / 10 };
}

for (const [nome, rete] of [['loopback', null], ['7 Mbit/s, 50 ms', ADSL]])
	test('a cold scrivania, ' + nome, async (t) => {
		const m = await prima_volta(rete);
		t.diagnostic(nome + ': seen ' + m.vista + ' ms, usable ' + m.usabile + ' ms, all ' + m.tutto + ' ms; ' +
			m.richieste + ' requests, ' + m.kb + ' kB');
		assert.ok(m.richieste <= 15, 'requests: ' + m.richieste);
		assert.ok(m.kb < 250, 'kB: ' + m.kb);
		assert.ok(m.usabile < 10000, 'ms: ' + m.usabile);
	});

// Counts what the hands do.
function mani(p) {
	let tasti = 0, campi = 0, clic = 0;
	return {
		async premi(k) { tasti++; await p.keyboard.press(k); },
		async scrivi(nome, s) { campi++; tasti += s.length; await p.locator('main [name="' + nome + '"]:not([type=hidden])').first().pressSequentially(s); },
		async scegli(dove, label) { campi++; tasti++; await dove.selectOption({ label }); },
		async clicca(dove) { clic++; await dove.click(); },
		get detto() { return tasti + ' keys, ' + campi + ' fields, ' + clic + ' clicks'; },
		get tasti() { return tasti; },
	};
}

test('a registration and a smistamento, in keys', async (t) => {
	const c = await entra('prot'), p = await c.newPage(), m = mani(p), s = mani(p);
	await p.goto(BASE + '/');
	await m.premi('g');
	await m.premi('r');
	await p.waitForURL(/\/registro$/);
	await m.premi('n');
	await p.waitForURL(/\/registro\/nuova$/);
	await p.setInputFiles('#f-file', { name: 'm.eml', mimeType: 'message/rfc822', buffer: Buffer.from(
		'From: "Scuola media Verdi" <scuola@pec.example>\r\nSubject: Uscita didattica\r\nMessage-ID: <' + Date.now() +
		'@misure.example>\r\nDate: ' + new Date().toUTCString() + '\r\n\r\nSi trasmette.\r\n') });
	await p.waitForSelector('.imparato .tenuto');
	await m.scrivi('classifica', 'VII/9');
	await m.premi('Control+Enter');
	await p.waitForURL(/fatto=registra/);
	t.diagnostic('registration of a message: ' + m.detto + ', and one file dropped');
	assert.ok(m.tasti <= 12, m.detto);
	const form = p.locator('form[data-atto=smista]');
	await s.scegli(form.getByLabel('Ufficio'), 'Servizio sociale professionale');
	await s.clicca(form.getByRole('button', { name: 'Smista' }));
	await p.waitForURL(/fatto=smista/);
	t.diagnostic('smistamento: ' + s.detto);
	await c.close();
});
