/** Which machine a name speaks of, and which language a text is in. */
import { guessLanguage } from '../../../analyzers/intake/language';
import { toLines } from '../../../analyzers/intake/lines';
import { originInName } from '../../../analyzers/intake/origin';

describe('The name of a file', () => {
  it.each([
    ['server/mmsa.txt', 'server'],
    ['da-server-nltest.txt', 'server'],
    ['client-mmsa.txt', 'client'],
    ['bundle.zip!/server/client.txt', 'client'],
    ['EDGE1.zip!/mmsa.txt', 'server'],
    ['mmsa.txt', null],
    ['client-and-server.txt', null],
    ['/srv/server/cases/2026/mmsa.txt', null],
    ['observer.txt', null],
  ])('%s says %s', (name, origin) => {
    expect(originInName(name)).toBe(origin);
  });
});

describe('The language of a text', () => {
  it.each([
    ['en', 'No rules match the specified criteria. The command was not run.'],
    ['de', 'Der angeforderte Vorgang wurde nicht ausgeführt. Keine Regeln entsprechen den Kriterien und der Adresse.'],
    ['fr', 'Aucune règle ne correspond aux critères. La commande est une erreur des stratégies.'],
    ['es', 'Ninguna regla coincide con los criterios. Dirección del servidor: Sí'],
    ['ru', 'Ни одно правило не соответствует указанным критериям.'],
    ['ja', '指定された条件に一致する規則はありません。'],
    [null, '192.0.2.1'],
  ])('is %s', (language, text) => {
    expect(guessLanguage(toLines(text).lines)).toBe(language);
  });
});
