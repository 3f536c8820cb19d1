/** Where specs may make databases of their own. */
export function testCluster(): string {
  const url = process.env['BANNETTE_TEST_POSTGRES'];
  if (url === undefined) throw new Error('BANNETTE_TEST_POSTGRES is not set: these specs need a PostgreSQL cluster (npm test starts one)');
  return url;
}
