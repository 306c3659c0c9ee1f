/**
 * What a shop's server needs to update the pages of customers who wait: webhooks in, Server-Sent
 * Events out. It uses the web's own Request, Response and Web Crypto, and so runs in Node.js, Deno,
 * Bun and workers.
 */
export type { Broker, BrokerListener } from './broker.ts';
export { createUpdates, type Updates, type UpdatesStats } from './createUpdates.ts';
export { memoryBroker } from './memoryBroker.ts';
export type {
  NoWebhookOptions,
  Origins,
  StreamOptions,
  UpdatesOptions,
  WebhookEvent,
  WebhookOptions,
} from './options.ts';
export {
  type RedisBrokerOptions,
  type RedisClient,
  type RedisSubscriber,
  redisBroker,
} from './redisBroker.ts';
export { type NodeRequest, type NodeResponse, toNode } from './toNode.ts';
