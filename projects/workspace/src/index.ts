// Without `.js`, here and in what is said here of `host`: the packager's bundler of declarations doesn't know it.
export { mailCells } from './cells/mail-cells';
export type { Host } from './host';
export { provideWorkspace, provideWorkspaceFor } from './provide';
export { workspaceRoutes } from './routes';
