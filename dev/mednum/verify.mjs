// Checks an export at the national standard of places of digital mediation: each row by the State's own library and, where the standard's
// Table Schema is given, by that too. Ends with 1 when a row is at fault, or there is none.
//   node dev/mednum/verify.mjs EXPORT.csv [SCHEMA.json]
import { readFile } from 'node:fs/promises';
import library from '@gouvfr-anct/lieux-de-mediation-numerique';
import tableschema from 'tableschema';

const faultsOfSchema = async (file, schema) => {
  const table = await tableschema.Table.load(file, { schema: JSON.parse(await readFile(schema, 'utf8')) });
  const rows = await table.read({ forceCast: true });
  return rows
    .filter((row) => row instanceof Error)
    .flatMap((fault) => (fault.errors?.length > 0 ? fault.errors : [fault]).map((one) => `ligne ${fault.rowNumber} : ${one.message}`));
};

const present = (row) => Object.fromEntries(Object.entries(row).filter(([, cell]) => cell !== '' && cell !== null));

const faultOfLibrary = (row) => {
  const place = present(row);
  try {
    library.fromSchemaLieuDeMediationNumerique({ ...place, latitude: Number(place.latitude), longitude: Number(place.longitude) });
    return [];
  } catch (fault) {
    return [`lieu ${place.id} : ${fault.message}`];
  }
};

const [file, schema] = process.argv.slice(2);
if (file === undefined) {
  console.error('Usage : node dev/mednum/verify.mjs EXPORT.csv [SCHEMA.json]');
  process.exit(2);
}
const places = await (await tableschema.Table.load(file)).read({ keyed: true, cast: false });
const faults = [...(schema === undefined ? [] : await faultsOfSchema(file, schema)), ...places.flatMap(faultOfLibrary)];
faults.forEach((fault) => console.error(fault));
console.log(`${places.length} lieux, ${faults.length} fautes${schema === undefined ? ' ; le schéma du standard n’était pas donné' : ''}.`);
process.exit(faults.length === 0 && places.length > 0 ? 0 : 1);
