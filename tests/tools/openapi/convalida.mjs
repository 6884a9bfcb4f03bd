// SPDX-License-Identifier: EUPL-1.2
// convalida.mjs FILE - is it OpenAPI 3.1?  Says what is wrong, and ends with 1.
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const require = createRequire(process.cwd() + "/");
const { Validator } = await import(
	pathToFileURL(require.resolve("@seriousme/openapi-schema-validator")));
const v = new Validator();
const r = await v.validate(JSON.parse(readFileSync(process.argv[2], "utf8")));
if (!r.valid) {
	console.log(JSON.stringify(r.errors, null, 1));
	process.exit(1);
}
console.log(v.version);
