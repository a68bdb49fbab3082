// Checks a description of an API by the rules that Redocly recommends. Ends with 1 when one is broken, be it by a warning.
//   node dev/openapi/verify.mjs OPENAPI.json
import { createConfig, lint } from '@redocly/openapi-core';

const [file] = process.argv.slice(2);
if (file === undefined) {
  console.error('Usage : node dev/openapi/verify.mjs OPENAPI.json');
  process.exit(2);
}
const faults = await lint({ ref: file, config: await createConfig({ extends: ['recommended'] }) });
faults.forEach((fault) => console.error(`${fault.ruleId} ${fault.location[0]?.pointer ?? ''} : ${fault.message}`));
console.log(`${faults.length} fautes.`);
process.exit(faults.length === 0 ? 0 : 1);
