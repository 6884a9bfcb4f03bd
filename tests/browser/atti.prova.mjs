// SPDX-License-Identifier: EUPL-1.2
// atti.prova.mjs: the form of every atto that a role has (giro.mjs), and what it
// says when it is sent empty: what is wrong stands above, announced, and beside
// each field; one is at the first.  $UTENTI: only these.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { BASE, chiudi, entra, utenti } from './lib.mjs';
import { guarda, percorri } from './giro.mjs';

after(chiudi);

// Every atto that other programs may ask for too; those with a page of their own
// instead of a form are looked at by pagine.
async function tutti(contesto) {
	const d = await (await contesto.request.get(BASE + '/api/v1/openapi.json')).json();
	return Object.values(d.paths).flatMap((p) => Object.values(p)).map((o) => o.operationId).filter(Boolean);
}

// ---- in the page ----

// Each field has words of its own that are seen, and says when it is wanted.
function senzaParole() {
	return [...document.querySelectorAll('main .modulo :is(input, select, textarea):not([type=hidden])')].filter((e) => {
		const parole = [...e.labels].map((l) => l.textContent.trim()).join('') || e.getAttribute('aria-label') || '';
		return !/\p{L}{2}/u.test(parole) || (e.required && !/obbligatorio/.test(e.closest('.campo, fieldset')?.textContent ?? ''));
	}).map((e) => 'senza parole: ' + e.name);
}

function daCorreggere() {
	const guai = [], riassunto = document.getElementById('rilievi');
	if (!riassunto || riassunto.getAttribute('role') !== 'alert' || !riassunto.querySelector('li')?.textContent.trim())
		return ['nessun riassunto di che cosa non va'];
	if (!/^Da correggere/.test(document.title))
		guai.push('il titolo non lo dice');
	for (const a of riassunto.querySelectorAll('a[href^="#"]'))
		if (!document.getElementById(a.getAttribute('href').slice(1)))
			guai.push('il riassunto rinvia a ' + a.getAttribute('href') + ', che non c’è');
	const errati = [...document.querySelectorAll('main [aria-invalid=true]')];
	for (const e of errati)
		if (!(e.getAttribute('aria-describedby') ?? '').split(/\s+/).some((id) => document.getElementById(id)?.matches('.rilievo') && document.getElementById(id).textContent.trim()))
			guai.push('non dice che cosa non va: ' + e.name);
	const dove = document.activeElement;
	if (errati.length ? dove !== errati[0] : !riassunto.contains(dove))
		guai.push('si è su ' + dove.localName + ' ' + dove.name + ', il primo errore è ' + errati[0]?.name);
	return guai;
}

// Sent as a browser without the checks of its own would: nothing is wanted of
// what a form asks for, but some field is.
async function vuoto(f, atto) {
	if (!await f.p.locator('.modulo [required]').count())
		return null;
	await f.p.$eval('.modulo', (m) => { m.noValidate = true; m.reset(); });
	const [r] = await Promise.all([
		f.p.waitForResponse((x) => x.request().method() === 'POST' && x.request().isNavigationRequest()),
		f.p.press('.fine-modulo button[value=invia]', 'Enter'),
	]);
	await f.p.waitForLoadState();
	// autofocus comes with the first picture, after the load
	await f.p.waitForFunction(() => document.activeElement !== document.body, null, { timeout: 15000 }).catch(() => {});
	f.detto.splice(0, f.detto.length, ...f.detto.filter((x) => !/status of 422/.test(x)));
	if (r.status() !== 422)
		return ['mandato vuoto: ' + r.status()];
	return [...await f.p.evaluate(daCorreggere), ...await guarda(f, 'vuoto', '/atto/' + atto)].map((x) => 'mandato vuoto: ' + x);
}

const mandati = new Set();
for (const utente of utenti)
	test('forms of ' + utente, async (t) => {
		const c = await entra(utente), suoi = [];
		for (const atto of await tutti(c))
			if ((await c.request.get(BASE + '/atto/' + atto)).ok())
				suoi.push(atto);
		t.diagnostic(utente + ': ' + suoi.length + ' forms');
		assert.ok(suoi.length > 5);
		const male = await percorri(c, [...suoi], async (f, atto) => {
			const r = await f.p.goto(BASE + '/atto/' + atto);
			if (!r.ok())
				return ['stato ' + r.status()];
			const guai = [...await f.p.evaluate(senzaParole), ...await guarda(f, utente, '/atto/' + atto)];
			if (mandati.has(atto))
				return guai;
			mandati.add(atto);
			return [...guai, ...await vuoto(f, atto) ?? []];
		});
		await c.close();
		assert.equal(male.length, 0, '\n' + male.join('\n'));
	});
