import { createClient } from 'redis';

/** Each process has one. Without a listener to its errors the first would end the process. */
export const redis = createClient({ url: process.env.REDIS_URL });
redis.on('error', () => {});
await redis.connect();
