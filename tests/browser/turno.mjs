// SPDX-License-Identifier: EUPL-1.2
// turno.mjs: what the tests of a day at work share: who works looks at each page
// he comes to; files come from outside; a PDF is taken home.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { accessibile, ascolta, BASE, entra, foto, larga } from './lib.mjs';

// One person at work: the page, and what goes wrong on it.
export async function al_lavoro(utente, opzioni = {}) {
	const c = await entra(utente, opzioni), p = await c.newPage(), detto = ascolta(p), male = [];
	let n = 0;
	await p.setViewportSize({ width: 1366, height: 768 });
	await p.goto(BASE + '/');
	return {
		c, p,
		// The page as it stands: axe, a phone, a picture of both.
		async guarda(nome) {
			const che = utente + '-' + String(++n).padStart(2, '0') + '-' + nome;
			if (opzioni.javaScriptEnabled !== false)
				male.push(...(await accessibile(p)).map((x) => che + ': ' + x));
			await foto(p, 'giorno-' + che);
			male.push(...(await larga(p, 360)).map((x) => che + ': ' + x));
			await foto(p, 'giorno-' + che + '-360');
			await p.setViewportSize({ width: 1366, height: 768 });
		},
		menu: (voce) => p.getByRole('navigation', { name: 'Principale' }).getByRole('link', { name: voce, exact: true }).click(),
		// Nothing was wrong all day (a trial of what is half written is answered 422).
		async fine() {
			await c.close();
			assert.deepEqual([...male, ...detto.filter((x) => !/ 422 /.test(x))], []);
		},
	};
}

// Drops a file of the disk, or bytes, on what takes files.
export async function lascia(p, via, byte = readFileSync(via)) {
	const dati = await p.evaluateHandle(([nome, b64]) => {
		const d = new DataTransfer();
		d.items.add(new File([Uint8Array.from(atob(b64), (c) => c.charCodeAt(0))], nome,
			{ type: nome.endsWith('.pdf') ? 'application/pdf' : 'message/rfc822' }));
		return d;
	}, [basename(via), byte.toString('base64')]);
	await p.dispatchEvent('[data-lascia]', 'drop', { dataTransfer: dati });
	await p.locator('.imparato .tenuto', { hasText: basename(via) }).waitFor();
}

// The bytes of what a click hands over.
export async function scarica(p, cosa) {
	const [d] = await Promise.all([p.waitForEvent('download'), cosa.click()]);
	return readFileSync(await d.path());
}

// A PDF of one page that nobody has seen before.
export async function pdf_nuovo(c, testo) {
	const p = await c.newPage();
	await p.setContent('<h1>' + testo + '</h1><p>' + Date.now() + '</p>');
	const byte = await p.pdf({ format: 'A4' });
	await p.close();
	return byte;
}

// A message that nobody has registered before.
export function messaggio(oggetto) {
	return Buffer.from('From: "Scuola media Verdi" <scuola@pec.example>\r\nTo: protocollo@pec.example\r\n' +
		'Subject: ' + oggetto + '\r\nDate: ' + new Date().toUTCString() + '\r\n' +
		'Message-ID: <' + Date.now() + '.' + process.pid + '@pec.example>\r\n\r\nSi trasmette quanto richiesto.\r\n');
}
