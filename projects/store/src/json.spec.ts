import { StoreError } from './errors.js';
import { type JsonValue, canonicalJson } from './json.js';

describe('canonical JSON', () => {
  it('sorts members by UTF-16 code unit at every depth, as the example of RFC 8785 does', () => {
    const value = { '€': 'Euro Sign', '\r': 'Carriage Return', '1': 'One', '😂': 'Smiley', 'ö': 'Latin', b: { z: 1, a: [{ d: 1, c: 2 }] } };
    expect(canonicalJson(value)).toBe('{"\\r":"Carriage Return","1":"One","b":{"a":[{"c":2,"d":1}],"z":1},"ö":"Latin","€":"Euro Sign","😂":"Smiley"}');
  });

  it("writes numbers and strings in ECMAScript's form", () => {
    expect(canonicalJson([333333333.33333329, 1e30, 4.5, 0.002, 1e-27, -0, '€$\u000f\nA\'B"\\'])).toBe(
      '[333333333.3333333,1e+30,4.5,0.002,1e-27,0,"€$\\u000f\\nA\'B\\"\\\\"]',
    );
  });

  it('leaves out members that are undefined', () => {
    expect(canonicalJson({ b: undefined, a: null })).toBe('{"a":null}');
  });

  it('refuses what has no canonical form or what PostgreSQL cannot keep', () => {
    const hostile = [NaN, Infinity, '\ud800', 'a\0b', { 'a\0': 1 }, new Date(), new Map()] as JsonValue[];
    for (const value of hostile) {
      expect(() => canonicalJson({ value })).toThrowMatching((error) => error instanceof StoreError && error.code === 'invalidJson');
    }
  });
});
