// Without `.js`: the packager's bundler of declarations doesn't know it.
export { provideBannette } from './provide';
