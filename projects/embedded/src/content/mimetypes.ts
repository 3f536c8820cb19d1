/** Extension, type, and the name that ACS shows for it. */
const known: readonly (readonly [extensions: string, type: string, name: string])[] = [
  ['txt log', 'text/plain', 'Plain Text'], ['xml xsd', 'text/xml', 'XML'], ['html htm', 'text/html', 'HTML'], ['css', 'text/css', 'Style Sheet'], ['csv', 'text/csv', 'Comma Separated Values (CSV)'],
  ['json', 'application/json', 'JSON'], ['js', 'application/x-javascript', 'Java Script'], ['md', 'text/x-markdown', 'Markdown'], ['pdf', 'application/pdf', 'Adobe PDF Document'], ['ai', 'application/illustrator', 'Adobe Illustrator File'],
  ['png', 'image/png', 'PNG Image'], ['jpg jpeg jpe', 'image/jpeg', 'JPEG Image'], ['gif', 'image/gif', 'GIF Image'], ['tiff tif', 'image/tiff', 'TIFF Image'], ['bmp', 'image/bmp', 'Bitmap Image'], ['svg', 'image/svg+xml', 'Scalable Vector Graphics Image'], ['webp', 'image/webp', 'WebP'],
  ['eml', 'message/rfc822', 'EMail'], ['msg', 'application/vnd.ms-outlook', 'Microsoft Outlook Message'], ['zip', 'application/zip', 'ZIP'], ['gz', 'application/x-gzip', 'GZIP'], ['tar', 'application/x-tar', 'Tarball'],
  ['doc', 'application/msword', 'Microsoft Word'], ['docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'Microsoft Word 2007'],
  ['xls', 'application/vnd.ms-excel', 'Microsoft Excel'], ['xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'Microsoft Excel 2007'],
  ['ppt', 'application/vnd.ms-powerpoint', 'Microsoft PowerPoint'], ['pptx', 'application/vnd.openxmlformats-officedocument.presentationml.presentation', 'Microsoft PowerPoint 2007'],
  ['odt', 'application/vnd.oasis.opendocument.text', 'OpenDocument Text (OpenOffice 2.0)'], ['ods', 'application/vnd.oasis.opendocument.spreadsheet', 'OpenDocument Spreadsheet'], ['rtf', 'application/rtf', 'Rich Text Format'],
  ['mp3', 'audio/mpeg', 'MPEG Audio'], ['mp4', 'video/mp4', 'MPEG4 Video'], ['bin', 'application/octet-stream', 'Binary File (Octet Stream)'],
];

const byExtension = new Map(known.flatMap(([extensions, type]) => extensions.split(' ').map((one) => [one, type] as const)));
const names = new Map(known.map(([, type, name]) => [type, name] as const));

export const OCTETS = 'application/octet-stream';

/** By the name's extension; failing that what the sender said; failing that octets. */
export function mimeTypeOf(name: string, said?: string): string {
  const extension = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
  return byExtension.get(extension) ?? said?.split(';')[0]?.trim() ?? OCTETS;
}

export const mimeTypeName = (type: string): string => names.get(type) ?? type;
