const usage = `bannette serve [--only capture,registration,…]     run Bannette (all sidecars by default)
bannette install --alfresco-url URL --user U [--password-file F] [--settings FOLDER] [--dry-run] [--demo] [--reset-password]
                                                    prepare an Alfresco: shows the plan, then makes model, groups, accounts, library, records
                                                    ends with 0, 1 (something is in the way, nothing changed), 3 (Alfresco fails; run it again)
bannette upgrade --alfresco-url URL --user U [--password-file F] [--dry-run] [--i-have-a-backup] [--demo]
                                                    bring an older installation to this version: database, settings, Alfresco
bannette uninstall --alfresco-url URL --user U [--password-file F] [--dry-run] [--apply] [--groups] [--drop-database]
                                                    take Bannette out of an Alfresco; documents, records and the journal's export stay
bannette doctor [--alfresco-url URL] [--user ADMIN] [--password-file F] [--json]
                                                    what is wrong with the installation, and what to do; ends with 0, 1 (warnings), 2 (errors)
bannette import FILE.csv [--documents FOLDER] [--dry-run]
                                                    take over the mails of an older register
bannette rebuild [--dry-run] [--apply] [--json FILE] [--margin N]
                                                    where PostgreSQL, Alfresco and the journal differ; --apply writes rows again
bannette eliminate-again [--dry-run] [--json] [--list FILE --attestation FILE.pdf [--certificate FILE.pem] | --unsealed]
                                                    after a backup was restored: apply the eliminations again that it has undone
bannette verify-journal [--anchor FILE] [--seals FOLDER]
                                                    check the journal's chain from its first entry to its last, and its seals with their timestamps

bannette verify-register [FOLDER] [--until DAY] [--certificate FILE.pem] [--json]
                                                    check the daily registers of the database, or files of a folder alone
bannette export-register FOLDER [--from DAY] [--to DAY]
                                                    write the daily registers' files into a folder

Environment: see docs/configuration.md`;

/** Each loads only what it needs: a command that asks Alfresco one thing is not to wait for the pages' server. */
const commands: { readonly [name: string]: () => Promise<(args: string[]) => Promise<number>> } = {
  serve: async () => (await import('./commands/serve.js')).serveCommand,
  install: async () => (await import('./commands/install.js')).installCommand,
  doctor: async () => (await import('./commands/doctor.js')).doctorCommand,
  upgrade: async () => (await import('./commands/upgrade.js')).upgradeCommand,
  uninstall: async () => (await import('./commands/uninstall.js')).uninstallCommand,
  import: async () => (await import('./commands/import.js')).importCommand,
  rebuild: async () => (await import('./commands/rebuild.js')).rebuildCommand,
  'eliminate-again': async () => (await import('./commands/eliminate-again.js')).eliminateAgainCommand,
  'verify-journal': async () => (await import('./commands/verify.js')).verifyCommand,
  'verify-register': async () => (await import('./commands/register.js')).verifyRegisterCommand,
  'export-register': async () => (await import('./commands/register.js')).exportRegisterCommand,
};

// `bannette install | head`: what nobody reads any more is dropped, and the work goes on.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
}

const [name = 'help', ...args] = process.argv.slice(2);
const command = commands[name];
if (!command) {
  console.log(usage);
  process.exitCode = name === 'help' || name === '--help' ? 0 : 2;
} else {
  try {
    process.exitCode = await (await command())(args);
  } catch (error) {
    const { failureOf } = await import('./commands/failure.js');
    const { code, text } = failureOf(error, process.env.ALFRESCO_URL);
    console.error(text ? `bannette ${name}: ${text}` : error);
    process.exitCode = code;
  }
}
