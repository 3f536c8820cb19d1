import { kindOfRefused, type RefusedKind } from './refused-kinds.js';
import { sniff } from './sniff.js';

describe('telling what a received file is', () => {
  const hex = (bytes: string): Buffer => Buffer.from(bytes, 'hex');
  /** The local header of a ZIP's first entry. */
  const zip = (name: string, content = ''): Buffer => {
    const header = Buffer.alloc(30);
    header.write('PK\u0003\u0004', 'latin1');
    header.writeUInt16LE(name.length, 26);
    return Buffer.concat([header, Buffer.from(name + content)]);
  };

  it('knows the four accepted kinds by their first bytes', () => {
    expect(sniff(Buffer.from('%PDF-1.4\n'))).toEqual({ accepted: 'application/pdf' });
    expect(sniff(hex('89504e470d0a1a0a0000'))).toEqual({ accepted: 'image/png' });
    expect(sniff(hex('ffd8ffe0'))).toEqual({ accepted: 'image/jpeg' });
    for (const magic of ['49492a00', '4d4d002a', '49492b00', '4d4d002b']) expect(sniff(hex(magic))).toEqual({ accepted: 'image/tiff' });
  });

  it('accepts a PDF behind the bytes that some scanners put before it', () => {
    for (const before of ['\u001b%-12345X@PJL\r\n', '\ufeff', '\r\n\r\n', '\u0000\u0000']) expect(sniff(Buffer.from(`${before}%PDF-1.4`))).toEqual({ accepted: 'application/pdf' });
  });

  it('takes a file that is two things at once for what it begins as', () => {
    expect(sniff(Buffer.concat([hex('ffd8ffe0'), Buffer.from('%PDF-1.4')]))).toEqual({ accepted: 'image/jpeg' });
    expect(sniff(Buffer.from('MZ....%PDF-1.4'))).toEqual({ refused: 'application/vnd.microsoft.portable-executable' });
    for (const markup of ['<html>', '\n  <script>', 'x = 1 // <!DOCTYPE html>', '\ufeff<a href="x">']) expect(sniff(Buffer.from(`${markup}%PDF-1.4`))).withContext(markup).toEqual({ refused: 'text/html' });
    expect(sniff(Buffer.concat([zip('x'), Buffer.from('%PDF-1.4')]))).toEqual({ refused: 'application/zip' });
  });

  const others: readonly (readonly [what: string, bytes: Buffer, type: string, kind: RefusedKind])[] = [
    ['a WebP', Buffer.from('RIFF....WEBPVP8 '), 'image/webp', 'otherImage'],
    ['a photo of a telephone', Buffer.from('\0\0\0\u0018ftypheic'), 'image/heif', 'photo'],
    ['an AVIF', Buffer.from('\0\0\0\u0018ftypavif'), 'image/avif', 'photo'],
    ['a film', Buffer.from('\0\0\0\u0018ftypisom'), 'video/mp4', 'recording'],
    ['a GIF', Buffer.from('GIF89a'), 'image/gif', 'otherImage'],
    ['an SVG', Buffer.from('<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg">'), 'image/svg+xml', 'otherImage'],
    ['a text of Word', zip('[Content_Types].xml'), 'application/vnd.openxmlformats-officedocument', 'office'],
    ['a text of LibreOffice', zip('mimetype', 'application/vnd.oasis.opendocument.text'), 'application/vnd.oasis.opendocument.text', 'office'],
    ['an old Word file', hex('d0cf11e0a1b11ae1'), 'application/x-ole-storage', 'office'],
    ['an RTF', Buffer.from('{\\rtf1'), 'application/rtf', 'office'],
    ['an archive', zip('lettres/1.pdf'), 'application/zip', 'archive'],
    ['an archive of which there are four bytes', Buffer.from('PK\u0003\u0004'), 'application/zip', 'archive'],
    ['a 7z', hex('377abcaf271c'), 'application/x-7z-compressed', 'archive'],
    ['a program', Buffer.from('MZ'), 'application/vnd.microsoft.portable-executable', 'program'],
    ['a script', Buffer.from('#!/bin/sh\n'), 'text/x-shellscript', 'program'],
    ['a saved message', Buffer.from('Return-Path: <a@example.org>\r\nFrom: a@example.org\r\nSubject: bonjour\r\n\r\nBonjour'), 'message/rfc822', 'message'],
    ['a web page', Buffer.from('<!DOCTYPE html><title>x</title>'), 'text/html', 'webPage'],
    ['an XML', Buffer.from('<?xml version="1.0"?><facture/>'), 'text/xml', 'webPage'],
    ['a text', Buffer.from('Bonjour, voici mon dossier.\n'), 'text/plain', 'text'],
    ['noise', hex('00010203ff80'), 'application/octet-stream', 'unknown'],
  ];
  for (const [what, bytes, type, kind] of others) {
    it(`names ${what} in its refusal, and advises for its family`, () => {
      expect(sniff(bytes)).toEqual({ refused: type });
      expect(kindOfRefused(type, 'whatever')).toBe(kind);
    });
  }

  it('takes a message of Outlook for one only by its name, as both are refused', () => {
    expect(kindOfRefused('application/x-ole-storage', 'RE: dossier.MSG')).toBe('message');
  });
});
