import type { BenchArchive } from './archive'

/** How long searches take in the database, by class of query. */
export async function measureLatency(archive: BenchArchive): Promise<void> {
  void archive
}
