import { type Device, readDevice } from '../step/index.ts';

/** The device that this page is on; on a server, a desktop. */
export function currentDevice(): Device {
  return readDevice(typeof navigator === 'undefined' ? { userAgent: '' } : navigator);
}
