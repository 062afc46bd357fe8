/** Editions and audit settings are read in several languages, and never guessed. */
import { auditSetting, ipsecSubcategory } from '../../../analyzers/grammars/audit-words';
import { windowsEdition } from '../../../analyzers/grammars/windows-editions';

describe('The edition of a Windows', () => {
  it.each([
    ['Microsoft Windows 7 Entreprise N', 'Enterprise'],
    ['Microsoft Windows 7 Édition Intégrale', 'Ultimate'],
    ['Microsoft Windows 10 Education', 'Education'],
    ['Microsoft Windows 10 Pro Education', 'Pro Education'],
    ['Microsoft Windows 10 Famille', 'Home'],
    ['Microsoft Windows 7 Professional', 'Professional'],
    ['Microsoft Windows Server 2012 R2 Standard', 'Server Standard'],
    ['Microsoft Windows Server 2019 Datacenter', 'Server Datacenter'],
    ['Microsoft Windows 8.1', null],
  ])('of "%s" is %s', (name, edition) => {
    expect(windowsEdition(name)).toBe(edition);
  });
});

describe('A setting of the audit policy', () => {
  it('is read in English, German, French and Spanish', () => {
    expect(auditSetting('Success and Failure')).toEqual({ success: true, failure: true });
    expect(auditSetting('Keine Überwachung')).toEqual({ success: false, failure: false });
    expect(auditSetting('Échec')).toEqual({ success: false, failure: true });
    expect(auditSetting('Aciertos y errores')).toEqual({ success: true, failure: true });
  });

  it('is read in Russian, whose letters carry marks too', () => {
    expect(auditSetting('Успех и сбой')).toEqual({ success: true, failure: true });
    expect(auditSetting('Без аудита')).toEqual({ success: false, failure: false });
    expect(ipsecSubcategory('Быстрый режим IPsec')).toBe('0CCE9219-69AE-11D9-BED3-505054503030');
  });

  it('is not known in other words', () => {
    expect(auditSetting('Zonder toezicht')).toBeNull();
  });
});

describe('A subcategory of IPsec', () => {
  it('has the same GUID in every language', () => {
    const quick = '0CCE9219-69AE-11D9-BED3-505054503030';
    expect(['IPsec Quick Mode', 'IPsec-Schnellmodus', 'Mode rapide IPsec'].map(ipsecSubcategory)).toEqual([
      quick,
      quick,
      quick,
    ]);
    expect(ipsecSubcategory('Logon')).toBeNull();
  });
});
