import { type Profile } from '@kerjasama/database/instance';
import { connectApi } from '../connection';
import { expectData } from '../expect-data';
import { type FetchActs } from './trail';

/** The acts of an agreement over the API, read as the auditor. */
export function fetchActsOver(profile: Profile | undefined): FetchActs {
  const connected = connectApi({ as: 'auditor', ...(profile && { profile }) });
  return async (agreement, filter, page) => {
    const api = await connected;
    const query = Object.fromEntries(
      Object.entries({ ...filter, ...page }).map(([name, value]) => [name, String(value)]),
    );
    const answer = await api.GET('/agreements/{agreement}/acts', { params: { path: { agreement }, query } });
    return expectData(answer) as unknown as Awaited<ReturnType<FetchActs>>;
  };
}
