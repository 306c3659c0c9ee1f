import { updates } from '../../lib/updates.js';

/** The page listens here until it is paid. */
export const GET = (request) => updates().handleStream(request);
