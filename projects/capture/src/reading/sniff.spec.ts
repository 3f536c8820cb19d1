import { sniff } from './sniff.js';

describe('telling what a received file is', () => {
  const hex = (bytes: string): Buffer => Buffer.from(bytes, 'hex');

  it('knows the four accepted kinds by their first bytes', () => {
    expect(sniff(Buffer.from('%PDF-1.4\n'))).toEqual({ accepted: 'application/pdf' });
    expect(sniff(hex('89504e470d0a1a0a0000'))).toEqual({ accepted: 'image/png' });
    expect(sniff(hex('ffd8ffe0'))).toEqual({ accepted: 'image/jpeg' });
    for (const magic of ['49492a00', '4d4d002a', '49492b00', '4d4d002b']) expect(sniff(hex(magic))).toEqual({ accepted: 'image/tiff' });
  });

  it('accepts a PDF behind the bytes that some scanners put before it', () => {
    expect(sniff(Buffer.from('\u001b%-12345X@PJL\r\n%PDF-1.4'))).toEqual({ accepted: 'application/pdf' });
  });

  it('takes a file that is two things at once for what it begins as', () => {
    expect(sniff(Buffer.concat([hex('ffd8ffe0'), Buffer.from('%PDF-1.4')]))).toEqual({ accepted: 'image/jpeg' });
    expect(sniff(Buffer.from('MZ....%PDF-1.4'))).toEqual({ refused: 'application/vnd.microsoft.portable-executable' });
    expect(sniff(Buffer.from('<html>%PDF-1.4'))).toEqual({ refused: 'text/html' });
    expect(sniff(Buffer.from('PK\u0003\u0004%PDF-1.4'))).toEqual({ refused: 'application/zip' });
  });

  it('names other kinds in its refusal', () => {
    expect(sniff(Buffer.from('RIFF....WEBPVP8 '))).toEqual({ refused: 'image/webp' });
    expect(sniff(Buffer.from('....ftypheic'))).toEqual({ refused: 'image/heif' });
    expect(sniff(Buffer.from('Bonjour'))).toEqual({ refused: 'application/octet-stream' });
  });
});
