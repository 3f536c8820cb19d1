import type { ClassDefinition } from '../definition.js';
import { aspect, property } from './declare.js';

/** Names and rules that a stock ACS 25.3 declares, as far as this repository offers them. */
export const extrasClasses: readonly ClassDefinition[] = [
  aspect({ name: 'qshare:shared', model: 'qshare:qsharemodel', properties: [
      property('qshare:sharedId', 'd:text', { title: 'Shared Id', mandatory: true, enforced: true, protected: true }),
      property('qshare:sharedBy', 'd:text', { title: 'Shared By', mandatory: true, enforced: true, protected: true }),
      property('qshare:expiryDate', 'd:datetime', { title: 'Shared Link Expiry Date', protected: true }),
    ] }),
  aspect({ name: 'exif:exif', title: 'EXIF', description: 'Subset of the standard EXIF metadata', model: 'cm:contentmodel', properties: [
      property('exif:focalLength', 'd:double', { title: 'Focal Length', description: 'Focal length of the lens, in millimeters' }),
      property('exif:software', 'd:text', { title: 'Camera Software', description: 'Software on the camera that took the picture' }),
      property('exif:model', 'd:text', { title: 'Camera Model', description: 'Model of the camera that took the picture' }),
      property('exif:yResolution', 'd:double', { title: 'Vertical Resolution', description: 'Vertical resolution in pixels per unit' }),
      property('exif:xResolution', 'd:double', { title: 'Horizontal Resolution', description: 'Horizontal resolution in pixels per unit' }),
      property('exif:flash', 'd:boolean', { title: 'Flash Activated', description: 'Whether the flash activated when the picture was taken' }),
      property('exif:resolutionUnit', 'd:text', { title: 'Resolution Unit', description: 'Unit used for horizontal and vertical resolution' }),
      property('exif:fNumber', 'd:double', { title: 'F Number', description: 'F Number' }),
      property('exif:isoSpeedRatings', 'd:text', { title: 'ISO Speed', description: 'ISO Speed' }),
      property('exif:dateTimeOriginal', 'd:datetime', { title: 'Date and Time', description: 'Date and time when original image was generated' }),
      property('exif:manufacturer', 'd:text', { title: 'Camera Manufacturer', description: 'Manufacturer of the camera that took the picture' }),
      property('exif:orientation', 'd:int', { title: 'Orientation', description: 'Orientation of the picture' }),
      property('exif:pixelXDimension', 'd:int', { title: 'Image Width', description: 'The width of the image in pixels' }),
      property('exif:pixelYDimension', 'd:int', { title: 'Image Height', description: 'The height of the image in pixels' }),
      property('exif:exposureTime', 'd:double', { title: 'Exposure Time', description: 'Exposure time, in seconds' }),
    ] }),
  aspect({ name: 'audio:audio', title: 'Audio', description: 'Subset of the standard xmpDM Audio metadata', model: 'cm:contentmodel', properties: [
      property('audio:sampleRate', 'd:int', { title: 'Sample Rate', description: 'Sample Rate' }),
      property('audio:releaseDate', 'd:date', { title: 'Release Date', description: 'Release Date' }),
      property('audio:channelType', 'd:text', { title: 'Channel Type', description: 'Audio Channel Type, typically one of Mono, Stereo, 5.1 or 7.1' }),
      property('audio:engineer', 'd:text', { title: 'Engineer', description: 'Recording Engineer' }),
      property('audio:genre', 'd:text', { title: 'Genre', description: 'Genre of the music' }),
      property('audio:composer', 'd:text', { title: 'Composer', description: 'Composer who composed the work' }),
      property('audio:album', 'd:text', { title: 'Album', description: 'Album' }),
      property('audio:artist', 'd:text', { title: 'Artist', description: 'Artist who performed the work' }),
      property('audio:trackNumber', 'd:int', { title: 'Track Number', description: 'Track Number of the work in the Album' }),
      property('audio:compressor', 'd:text', { title: 'Compressor', description: 'Audio Compressor Used, such as MP3 or FLAC' }),
      property('audio:sampleType', 'd:text', { title: 'Sample Type', description: 'Audio Sample Type, typically one of 8Int, 16Int, 32Int or 32Float' }),
    ] }),
  aspect({ name: 'rn:hiddenRendition', title: 'Hidden Rendition', parent: 'rn:rendition', model: 'cm:contentmodel' }),
  aspect({ name: 'rn:preventRenditions', title: 'Marker aspect to prevent the creation of renditions for a node.', model: 'cm:contentmodel' }),
  aspect({ name: 'rn:rendition', title: 'Rendition', model: 'cm:contentmodel' }),
  aspect({ name: 'rn:rendition2', title: 'Rendition2', model: 'cm:contentmodel', properties: [
      property('rn:contentUrlHashCode', 'd:int', { title: 'Hash code of the source content url' }),
    ] }),
  aspect({ name: 'rn:renditioned', title: 'Renditioned', model: 'cm:contentmodel', container: true, associations: [
      { name: 'rn:rendition', child: true, protected: false, source: { cls: 'rn:renditioned', many: true, mandatory: false }, target: { cls: 'cm:content', many: true, mandatory: false, enforced: false } },
    ] }),
  aspect({ name: 'rn:visibleRendition', title: 'Visible Rendition', parent: 'rn:rendition', model: 'cm:contentmodel' }),
  aspect({ name: 'emailserver:aliasable', title: 'Email Alias', description: 'Email Alias', model: 'emailserver:emailserverModel', properties: [
      property('emailserver:alias', 'd:text', { title: 'Alias', description: 'Alias', constraints: [{ id: 'emailserver:alias', type: 'REGEX', parameters: {"requiresMatch": true, "expression": "[a-zA-Z0-9.\\-]*"} }] }),
    ] }),
  aspect({ name: 'webdav:object', title: 'Webdav Object', model: 'cm:contentmodel', properties: [
      property('webdav:deadproperties', 'd:text', { title: 'Webdav Dead Properties', multiple: true }),
    ] }),
];
