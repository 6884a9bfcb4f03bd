// SPDX-License-Identifier: EUPL-1.2
// lib.mjs: what the browser tests share: the browser, who is in it, what is
// looked at on every page.
import { readFileSync, writeFileSync, existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { chromium } from 'playwright-core';

export const BASE = process.env.BASE.replace(/\/$/, '');
const FOTO = process.env.FOTO;
const ricordo = process.env.ESITI + '/sessioni.json';
const parole = Object.fromEntries(process.env.PAROLE.trim().split(' ').map((p) => p.split('=')));
// Whose pages and forms the rounds look at ($UTENTI: only these).
export const utenti = (process.env.UTENTI || Object.keys(parole).join(' ')).split(' ');
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let browser;
export async function apri() {
	browser ??= await chromium.launch({
		executablePath: process.env.CHROMIUM || '/usr/bin/chromium',
		args: process.getuid() === 0 ? ['--no-sandbox'] : [],
	});
	return browser;
}
export async function chiudi() {
	await browser?.close();
	browser = undefined;
}

// Without script a click may never end: where the page has moved, it sleeps by
// a timer of the page.  There one goes with the keys.
const senzaScript = new WeakSet();	// contexts
let coiTasti = false;
function prepara(pagina) {
	if (coiTasti)
		return;
	coiTasti = true;
	const locator = Object.getPrototypeOf(pagina.locator('body'));
	for (const [gesto, tasto] of [['click', 'Enter'], ['check', 'Space']]) {
		const mouse = locator[gesto];
		locator[gesto] = async function (...opzioni) {
			if (!senzaScript.has(this.page().context()))
				return mouse.apply(this, opzioni);
			await this.waitFor();
			if (gesto === 'click' || !await this.isChecked())
				await this.press(tasto);
		};
	}
}

const frase = (utente) => 'quattro parole per ' + utente;

// A context in which `utente` is in; the first time he chooses his password.
export async function entra(utente, opzioni = {}) {
	const b = await apri();
	const contesto = await b.newContext({ locale: 'it-IT', timezoneId: 'Europe/Rome', ...opzioni });
	contesto.setDefaultTimeout(60000);	// a machine that does much else
	if (opzioni.javaScriptEnabled === false)
		senzaScript.add(contesto);
	const p = await contesto.newPage();
	prepara(p);
	const scelte = existsSync(ricordo) ? JSON.parse(readFileSync(ricordo)) : {};
	await p.goto(BASE + '/entra');
	await p.fill('[name=utente]', utente);
	await p.fill('[name=_parola]', scelte[parole[utente]] ? frase(utente) : parole[utente]);
	await Promise.all([p.waitForURL((u) => u.pathname !== '/entra'), p.press('[name=_parola]', 'Enter')]);
	if (await p.locator('[name=_nuova]').count()) {
		await p.fill('[name=_parola]', parole[utente]);
		await p.fill('[name=_nuova]', frase(utente));
		await Promise.all([p.waitForURL((u) => u.pathname === '/'), p.press('[name=_nuova]', 'Enter')]);
		scelte[parole[utente]] = true;
		writeFileSync(ricordo, JSON.stringify(scelte));
	}
	await p.close();
	return contesto;
}

// What a page says that it should not: errors of scripts, what the policy
// of the page forbids.
export function ascolta(pagina) {
	const detto = [];
	pagina.on('pageerror', (e) => detto.push('script: ' + e.message));
	pagina.on('console', (m) => { if (m.type() === 'error') detto.push('console: ' + m.text()); });
	pagina.on('request', (r) => { if (!r.url().startsWith(BASE) && !r.url().startsWith('data:')) detto.push('altrove: ' + r.url()); });
	return detto;
}

export async function accessibile(pagina) {
	await pagina.evaluate(axe);
	const r = await pagina.evaluate(() => window.axe.run(document, {
		runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'],
	}));
	return r.violations.map((v) => v.id + ': ' + v.help + ' ' + v.nodes.slice(0, 3).map((n) => n.target.join(' ')).join(' | '));
}

// Wider than the window: one would have to scroll sideways.
export async function larga(pagina, larghezza) {
	await pagina.setViewportSize({ width: larghezza, height: 740 });
	const w = await pagina.evaluate(() => document.documentElement.scrollWidth);
	return w > larghezza ? ['larga ' + w + ' su ' + larghezza] : [];
}

// A picture is for people to look at: without it the test says the same.
export async function foto(pagina, nome) {
	const path = FOTO + '/' + nome.replace(/[^\w.-]+/g, '_').slice(0, 120) + '.png';
	await pagina.screenshot({ path, fullPage: true }).catch((e) => console.error('foto', nome, e.name));
}
